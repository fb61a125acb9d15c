//! The search view: how the query was read, filters, results; the documents while nothing is asked.

use super::{Answer, Screen, button, filters};
use crate::markup::{Element, Node, element, styled};
use crate::state::{Library, ORDERS};
use crate::{results, wording};
use protocol::SortOrder;

/// Number of hits shown at first, and added by each "Show more".
pub const PAGE_HITS: usize = 20;

/// Returns the view.
pub(super) fn search(screen: &Screen, library: &Library) -> Vec<Node> {
    let answer = &*screen.answer;
    let head = if answer.state.is_empty() {
        results::introduction(library)
    } else {
        results::reading_lines(&answer.record, &answer.state)
    };
    let hits = results::hits(&answer.record, library, &answer.state);
    let results = styled("section", "results")
        .with("aria-labelledby", "count")
        .child(
            styled("div", "results-head")
                .child(heading(answer))
                .child(sort(screen.state.sort)),
        )
        .child(styled("div", "list").children(hits))
        .child(show_more(answer));
    vec![
        styled("div", "reading-lines").children(head).into(),
        filters::chips(&screen.state).into(),
        styled("div", "columns")
            .child(filters::filters(screen))
            .child(results)
            .into(),
    ]
}

/// Returns what the answer amounts to; "Documents" above the list of all of them.
fn heading(answer: &Answer) -> Element {
    let (tag, text) = if answer.state.is_empty() {
        ("h2", wording::DOCUMENTS.to_string())
    } else {
        ("h1", sum_up(answer))
    };
    styled(tag, "count").with("id", "count").text(&text)
}

/// Returns the answer in one line: with its matches where all documents are shown at first, else without,
/// so that showing more does not change what the line says.
pub(super) fn sum_up(answer: &Answer) -> String {
    let record = &answer.record;
    let (mut n_full, mut matches) = (0, 0);
    for hit in &record.hits {
        if hit.missing.is_empty() {
            n_full += 1;
            matches += hit.matches;
        }
    }
    let is_whole =
        record.total <= PAGE_HITS && n_full == record.total && (matches > 0 || record.total == 0);
    wording::found(
        record.total,
        is_whole.then_some(matches),
        record.partial_total,
    )
}

fn sort(order: SortOrder) -> Element {
    let mut select = element("select").with("id", "sort");
    for (name, known) in ORDERS {
        let option = element("option").with("value", name);
        select = select.child(option.text(wording::sort(known)));
        if known == order {
            select = select.with("value", name);
        }
    }
    styled("label", "sort")
        .child(styled("span", "label").text(&wording::SORT))
        .child(select)
}

fn show_more(answer: &Answer) -> Element {
    let record = &answer.record;
    let n_left = (record.total + record.partial_total).saturating_sub(record.hits.len());
    button("more", "more")
        .when(n_left == 0, "hidden")
        .text(&wording::show_more(n_left))
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::{HitRecord, SearchRecord};

    fn check(total: usize, n_shown: usize, expected: &str) {
        let hit = HitRecord {
            matches: 3,
            ..HitRecord::default()
        };
        let record = SearchRecord {
            total,
            hits: vec![hit; n_shown],
            ..SearchRecord::default()
        };
        let state = crate::state::ViewState::default().with_query("the");
        assert_eq!(sum_up(&Answer { state, record }), expected);
    }

    #[test]
    fn the_line_above_an_answer_stays_when_more_is_shown() {
        check(20, 20, "60 matches in 20 documents");
        check(22, 20, "22 documents");
        check(22, 22, "22 documents");
    }
}
