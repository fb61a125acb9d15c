//! The search view: how the query was read, filters, results; the documents while nothing is asked.

use super::app::{Answer, PAGE_HITS};
use super::{App, filters, tree};
use crate::browser;
use crate::{results, wording};
use leptos::prelude::*;
use protocol::SortOrder;
use wasm_bindgen::JsCast;

/// Returns the view.
pub(super) fn search(app: App) -> AnyView {
    let head = move || {
        let answer = app.answer.get();
        if answer.state.is_empty() {
            return app
                .library
                .with_value(|library| results::introduction(library));
        }
        results::reading_lines(&answer.record, &answer.state)
    };
    let list = move || {
        let answer = app.answer.get();
        app.library
            .with_value(|library| results::hits(&answer.record, library, &answer.state))
    };
    let land = move || {
        if !app
            .answer
            .with_untracked(|answer| **answer == Answer::default())
        {
            browser::note_first_answer();
            app.land();
        }
    };
    view! {
        {tree("reading-lines", Box::new(head), Box::new(|| {}))}
        {filters::chips(app)}
        <div class="columns">
            {filters::filters(app)}
            <section class="results" aria-labelledby="count">
                <div class="results-head">
                    {move || heading(&app.answer.get())}
                    {sort(app)}
                </div>
                {tree("list", Box::new(list), Box::new(land))}
                {show_more(app)}
            </section>
        </div>
    }
    .into_any()
}

/// Returns what the answer amounts to; "Documents" above the list of all of them.
fn heading(answer: &Answer) -> AnyView {
    if answer.state.is_empty() {
        return view! { <h2 id="count" class="count">{wording::DOCUMENTS}</h2> }.into_any();
    }
    view! { <h1 id="count" class="count">{sum_up(answer)}</h1> }.into_any()
}

/// Returns the answer in one line.
pub(super) fn sum_up(answer: &Answer) -> String {
    let record = &answer.record;
    let full: Vec<_> = record
        .hits
        .iter()
        .filter(|hit| hit.missing.is_empty())
        .collect();
    let matches: usize = full.iter().map(|hit| hit.matches).sum();
    let is_whole = full.len() == record.total && (matches > 0 || record.total == 0);
    wording::found(
        record.total,
        is_whole.then_some(matches),
        record.partial_total,
    )
}

fn sort(app: App) -> AnyView {
    const ORDERS: [(&str, SortOrder); 4] = [
        ("relevance", SortOrder::Relevance),
        ("newest", SortOrder::Newest),
        ("oldest", SortOrder::Oldest),
        ("title", SortOrder::Title),
    ];
    let options = ORDERS.map(|(name, order)| {
        view! {
            <option value=name selected=move || app.state.get().sort == order>{wording::sort(order)}</option>
        }
    });
    let changed = move |event| {
        let name = event_target_value(&event);
        if let Some((_, order)) = ORDERS.into_iter().find(|(known, _)| *known == name) {
            let mut next = app.state.get_untracked();
            next.sort = order;
            app.choose(next);
        }
    };
    view! {
        <label class="sort">
            <span class="label">{wording::SORT}</span>
            <select on:change=changed>{options.into_iter().collect_view()}</select>
        </label>
    }
    .into_any()
}

fn show_more(app: App) -> AnyView {
    let n_left = Memo::new(move |_| {
        let answer = app.answer.get();
        (answer.record.total + answer.record.partial_total).saturating_sub(answer.record.hits.len())
    });
    let more = move |_| {
        let first_new = app.answer.with_untracked(|answer| answer.record.hits.len());
        app.n_shown.update(|n| *n += PAGE_HITS);
        // The answer comes after this event; its first new title takes the focus.
        set_timeout(
            move || focus_hit(first_new),
            std::time::Duration::from_millis(50),
        );
    };
    view! {
        <button class="more" hidden=move || n_left.get() == 0 on:click=more>
            {move || wording::show_more(n_left.get())}
        </button>
    }
    .into_any()
}

fn focus_hit(number: usize) {
    let link =
        browser::by_id(&format!("hit-{number}")).and_then(|heading| heading.first_element_child());
    if let Some(link) = link.and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok()) {
        browser::focus(&link);
    }
}
