//! Filters: groups of values with counts, and the chosen ones as chips.

use super::{Screen, button, sign};
use crate::markup::{Element, element, styled, worded};
use crate::state::{FilterGroup, ViewState, filter_groups};
use crate::{text, wording};
use protocol::FacetValueRecord;

/// A group with more values gets a box to narrow it.
const LONG_GROUP: usize = 12;

/// Returns the column of filters; a narrow window folds it up.
pub(super) fn filters(screen: &Screen) -> Element {
    let groups = filter_groups(&screen.answer.record.facets);
    let mut details = element("details")
        .with("aria-label", &wording::FILTERS)
        .when(screen.is_wide, "open")
        .child(worded("summary", &wording::FILTERS));
    for group in &groups {
        details = details.child(fieldset(group, screen.needle(&group.field)));
    }
    styled("section", "filters")
        .with("aria-label", &wording::FILTERS)
        .when(groups.is_empty(), "hidden")
        .child(details)
}

fn fieldset(group: &FilterGroup, needle: &str) -> Element {
    let legend = worded("legend", &wording::field(&group.field));
    let mut fieldset = element("fieldset")
        .with("data-key", &group.field)
        .child(legend);
    if group.values.len() > LONG_GROUP {
        fieldset = fieldset.child(narrowing(&group.field, &wording::FIND_VALUE, needle));
    }
    let needle = needle.to_ascii_lowercase();
    let mut list = element("ul").with("data-key", "");
    for value in &group.values {
        if text::find(&value.value.to_ascii_lowercase(), &needle).is_some() {
            list = list.child(filter_value(&group.field, value));
        }
    }
    fieldset.child(list)
}

/// Returns the box that narrows the values of a field, with what stands in it.
#[must_use]
pub fn narrowing(field: &str, label: &str, needle: &str) -> Element {
    styled("input", "narrow")
        .with("type", "text")
        .with("data-narrow", field)
        .with("aria-label", label)
        .with("placeholder", label)
        .with("value", needle)
}

/// Returns a value to choose, with its count.
#[must_use]
pub fn filter_value(field: &str, value: &FacetValueRecord) -> Element {
    let shown = wording::value(field, &value.value);
    let input = element("input")
        .with("type", "checkbox")
        .with("data-do", "filter")
        .with("data-field", field)
        .with("data-value", &value.value)
        .with("aria-label", &wording::filter(&shown, value.count))
        .when(value.chosen, "checked");
    let label = element("label")
        .child(input)
        .child(styled("span", "value").with("dir", "auto").text(&shown))
        .text(" ")
        .child(styled("span", "count").text(&wording::number(value.count)));
    // Values change places with their counts; each keeps its element, and with it tick and focus.
    element("li").with("data-key", &value.value).child(label)
}

/// Returns the chosen filters, each with a way to remove it.
#[must_use]
pub fn chips(state: &ViewState) -> Element {
    let mut chips = styled("div", "chips").when(state.filters.is_empty(), "hidden");
    for filter in &state.filters {
        for value in &filter.values {
            chips = chips.child(chip(&filter.field, value));
        }
    }
    let clear = button("quiet", "clear-filters").with("data-key", "");
    chips.child(clear.text(&wording::CLEAR_FILTERS))
}

fn chip(field: &str, value: &str) -> Element {
    let (name, shown) = (wording::field(field), wording::value(field, value));
    chip_called(field, value, &name, &shown)
}

/// Returns a chip for a filter with what the reader is to call its field and value.
#[must_use]
pub fn chip_called(field: &str, value: &str, name: &str, shown: &str) -> Element {
    button("chip", "filter")
        .with("data-key", &[field, "=", value].concat())
        .with("data-field", field)
        .with("data-value", value)
        .with("aria-label", &wording::remove_filter(name, shown))
        .child(styled("span", "label").text(name))
        .text(" ")
        .child(worded("bdi", shown))
        .child(sign(" ×"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::to_html;
    use crate::views::Answer;
    use protocol::FacetRecord;
    use std::sync::Arc;

    fn screen(n_values: usize) -> Screen {
        let value = |i: usize| FacetValueRecord {
            value: format!("Tag {i}"),
            count: i + 1,
            chosen: i == 1,
        };
        let mut answer = Answer::default();
        answer.record.facets = vec![FacetRecord {
            field: "tag".into(),
            values: (0..n_values).map(value).collect(),
            mentioned: false,
        }];
        Screen {
            answer: Arc::new(answer),
            ..Screen::default()
        }
    }

    #[test]
    fn a_value_names_its_count_and_is_ticked_when_chosen() {
        let html = to_html(&[filters(&screen(2)).into()]);
        assert!(html.contains("aria-label=\"Tag 0, 1 document\">"), "{html}");
        assert!(
            html.contains("aria-label=\"Tag 1, 2 documents\" checked"),
            "{html}"
        );
    }

    #[test]
    fn a_long_group_can_be_narrowed() {
        assert!(!to_html(&[filters(&screen(LONG_GROUP)).into()]).contains(&*wording::FIND_VALUE));
        let mut long = screen(LONG_GROUP + 1);
        long.needles = vec![("tag".into(), "tAG 1".into())];
        let html = to_html(&[filters(&long).into()]);
        assert!(html.contains("value=\"tAG 1\""), "{html}");
        assert_eq!(html.matches("<li ").count(), 4, "1, 10, 11, 12: {html}");
    }

    #[test]
    fn no_choice_no_filters() {
        assert!(to_html(&[filters(&Screen::default()).into()]).contains("hidden"));
    }

    #[test]
    fn every_chosen_value_can_be_removed() {
        let state = ViewState::filtered_by("tag", "Homs").toggled("lang", "ar");
        let html = to_html(&[chips(&state).into()]);
        assert!(
            html.contains("aria-label=\"Remove filter Tag Homs\""),
            "{html}"
        );
        assert!(
            html.contains("aria-label=\"Remove filter Language Arabic\""),
            "{html}"
        );
        assert!(!html.contains("hidden=\"\""), "{html}");
    }
}
