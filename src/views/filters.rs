//! Filters: groups of values with counts, and the chosen ones as chips.

use super::App;
use crate::browser;
use crate::state::{FilterGroup, filter_groups};
use crate::wording;
use leptos::prelude::*;
use protocol::FacetValueRecord;

/// A group with more values gets a box to narrow it.
const LONG_GROUP: usize = 12;

/// Returns the column of filters; a narrow window folds it up.
pub(super) fn filters(app: App) -> AnyView {
    let groups = Memo::new(move |_| filter_groups(&app.answer.get().record.facets));
    let fields = Memo::new(move |_| {
        groups
            .get()
            .into_iter()
            .map(|group| group.field)
            .collect::<Vec<_>>()
    });
    let columns = move || {
        fields
            .get()
            .into_iter()
            .map(|field| group(app, groups, field))
            .collect_view()
    };
    view! {
        <section class="filters" aria-label=wording::FILTERS hidden=move || fields.get().is_empty()>
            <details prop:open=browser::is_wide()>
                <summary>{wording::FILTERS}</summary>
                {columns}
            </details>
        </section>
    }
    .into_any()
}

fn group(app: App, groups: Memo<Vec<FilterGroup>>, field: String) -> AnyView {
    let needle = RwSignal::new(String::new());
    let name = StoredValue::new(field);
    let values = Memo::new(move |_| {
        let mut groups = groups.get().into_iter();
        name.with_value(|field| groups.find(|group| group.field == *field))
            .map_or_else(Vec::new, |group| group.values)
    });
    let is_long = Memo::new(move |_| values.get().len() > LONG_GROUP);
    let legend = name.with_value(|field| wording::field(field));
    let boxes = move || {
        let needle = needle.get().to_ascii_lowercase();
        let fits = |value: &FacetValueRecord| {
            needle.is_empty() || value.value.to_ascii_lowercase().contains(&needle)
        };
        values
            .get()
            .into_iter()
            .filter(fits)
            .map(|value| one(app, name, value))
            .collect_view()
    };
    view! {
        <fieldset>
            <legend>{legend}</legend>
            {move || is_long.get().then(|| view! {
                <input class="narrow" type="text" aria-label=wording::FIND_VALUE placeholder=wording::FIND_VALUE
                    prop:value=needle on:input=move |event| needle.set(event_target_value(&event)) />
            })}
            <ul>{boxes}</ul>
        </fieldset>
    }
    .into_any()
}

fn one(app: App, field: StoredValue<String>, value: FacetValueRecord) -> AnyView {
    let shown = field.with_value(|field| wording::value(field, &value.value));
    let chosen = value.chosen;
    let label = wording::filter(&shown, value.count);
    let choose = move |_| {
        let next = field.with_value(|field| app.state.get_untracked().toggled(field, &value.value));
        app.choose(next);
    };
    view! {
        <li>
            <label>
                <input type="checkbox" aria-label=label prop:checked=chosen on:change=choose />
                <span class="value" dir="auto">{shown}</span>
                " "
                <span class="count">{wording::number(value.count)}</span>
            </label>
        </li>
    }
    .into_any()
}

/// Returns the chosen filters, each with a way to remove it.
pub(super) fn chips(app: App) -> AnyView {
    let chips = move || {
        let state = app.state.get();
        let chosen = state
            .filters
            .iter()
            .flat_map(|(field, values)| values.iter().map(move |value| (field, value)));
        chosen
            .map(|(field, value)| chip(app, field.clone(), value.clone()))
            .collect_view()
    };
    view! {
        <div class="chips" hidden=move || app.state.get().filters.is_empty()>
            {chips}
            <button class="quiet" on:click=move |_| app.choose(app.state.get_untracked().without_filters())>
                {wording::CLEAR_FILTERS}
            </button>
        </div>
    }
    .into_any()
}

fn chip(app: App, field: String, value: String) -> AnyView {
    let shown = wording::value(&field, &value);
    let label = wording::remove_filter(&shown);
    let group = wording::field(&field);
    view! {
        <button class="chip" aria-label=label on:click=move |_| app.choose(app.state.get_untracked().toggled(&field, &value))>
            <span class="label">{group}</span>
            " "
            <bdi>{shown}</bdi>
            <span aria-hidden="true">" ×"</span>
        </button>
    }
    .into_any()
}
