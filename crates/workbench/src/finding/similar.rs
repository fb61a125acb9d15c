//! What stands below a document: results around it, documents like it.

use super::wording;
use crate::markup::{Element, element, link, styled, worded};
use crate::state::{Library, ViewState};
use protocol::{HitRecord, SimilarRecord};
use vademecum_page::views::button;

/// Shared words that are named.
const MOST_SHARED: usize = 5;

/// Returns the results before and after a document in an answer; nothing where it is none of them.
#[must_use]
pub fn neighbours<'h>(
    hits: &'h [HitRecord],
    id: &str,
) -> (Option<&'h HitRecord>, Option<&'h HitRecord>) {
    let Some(at) = hits.iter().position(|hit| hit.id == id) else {
        return (None, None);
    };
    let before = at.checked_sub(1).and_then(|at| hits.get(at));
    (before, hits.get(at + 1))
}

/// Returns the ways to the results around a document, and the button or the list of documents like it.
#[must_use]
pub fn view(
    state: &ViewState,
    around: (Option<&HitRecord>, Option<&HitRecord>),
    similar: Option<&SimilarRecord>,
    library: &Library,
) -> Element {
    let mut ways = styled("nav", "results-around")
        .with("aria-label", &crate::wording::SEARCH_VIEW)
        .when(around.0.is_none() && around.1.is_none(), "hidden");
    for (hit, label, action) in [
        (around.0, &wording::PREVIOUS_RESULT, "previous-result"),
        (around.1, &wording::NEXT_RESULT, "next-result"),
    ] {
        let Some(hit) = hit else { continue };
        let address = state.in_document(&hit.id, "", None).to_fragment();
        let way = link(&address, "")
            .with("data-do", action)
            .child(styled("span", "label").text(label))
            .text(" ")
            .child(worded("bdi", &hit.title));
        ways = ways.child(way);
    }
    let section = styled("section", "below").child(ways);
    match similar {
        None => section.child(button("quiet", "similar").text(&wording::SIMILAR)),
        Some(record) => section.child(like(record, library)),
    }
}

fn like(record: &SimilarRecord, library: &Library) -> Element {
    let heading = worded("h2", &wording::SIMILAR)
        .with("id", "similar")
        .with("tabindex", "-1");
    let section = styled("section", "similar")
        .with("aria-labelledby", "similar")
        .child(heading);
    if record.rows.is_empty() {
        return section.child(worded("p", &wording::NOTHING_SIMILAR));
    }
    let mut list = element("ol");
    for row in &record.rows {
        let lang = library
            .document(&row.doc)
            .and_then(|known| known.lang.clone());
        let address = ViewState::default()
            .in_document(&row.doc, "", None)
            .to_fragment();
        let shared = row.shared.iter().take(MOST_SHARED);
        let shared: Vec<&str> = shared.map(|shared| shared.term.as_str()).collect();
        let title = link(&address, &row.title)
            .with("dir", "auto")
            .with("lang", lang.as_deref().unwrap_or(""));
        let why = styled("p", "remark")
            .text(&wording::SHARED)
            .text(" ")
            .child(worded("bdi", &shared.join(", ")));
        list = list.child(element("li").child(title).child(why));
    }
    section.child(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_around_a_document_are_those_of_the_answer() {
        let hit = |id: &str| HitRecord {
            id: id.into(),
            ..HitRecord::default()
        };
        let hits = [hit("a"), hit("b"), hit("c")];
        let ids = |id: &str| {
            let (before, after) = neighbours(&hits, id);
            (
                before.map(|hit| hit.id.as_str()),
                after.map(|hit| hit.id.as_str()),
            )
        };
        assert_eq!(ids("a"), (None, Some("b")));
        assert_eq!(ids("c"), (Some("b"), None));
        assert_eq!(ids("x"), (None, None));
    }
}
