//! What helps where a search finds nothing.

use super::{search, wording};
use crate::markup::{Element, element, link, styled, worded};
use crate::state::ViewState;
use crate::text;
use protocol::{BreakdownRecord, PartRecord, RelaxationRecord};

/// Weaker queries that are shown.
const MOST_WAYS: usize = 8;

/// Returns what each part of the query finds, and weaker queries that find something.
#[must_use]
pub fn view(record: &BreakdownRecord, state: &ViewState) -> Element {
    let mut section = styled("section", "breakdown").with("aria-labelledby", "parts");
    section = section.child(worded("h2", &wording::PARTS).with("id", "parts"));
    let mut parts = element("ul");
    for one in &record.parts {
        parts = parts.child(part(one, state));
    }
    section = section.child(parts);
    if record.relaxations.is_empty() {
        return section;
    }
    let mut ways = element("ul");
    for one in record.relaxations.iter().take(MOST_WAYS) {
        ways = ways.child(way(one, state));
    }
    section.child(worded("h2", &wording::WAYS_OUT)).child(ways)
}

fn part(part: &PartRecord, state: &ViewState) -> Element {
    let finds = wording::part_finds(part.documents, part.documents_without_filters);
    let mut alone = state.clone();
    alone.query.clone_from(&part.part);
    let shown = text::shown(&part.part);
    let name = if part.documents > 0 {
        link(&alone.to_fragment(), "").child(worded("bdi", &shown))
    } else {
        worded("bdi", &shown)
    };
    let mut item = element("li")
        .child(name)
        .text(" ")
        .child(styled("span", "remark").text(&finds));
    if !part.near.is_empty() {
        item = item
            .text(" · ")
            .child(styled("span", "label").text(&wording::NEAR));
        for (i, (word, n)) in part.near.iter().enumerate() {
            let query = state.query.replace(&part.part, word);
            let other = state.with_query(&query).to_fragment();
            item = item
                .text(if i > 0 { ", " } else { " " })
                .child(link(&other, word).with("dir", "auto"))
                .text(" ")
                .child(styled("span", "remark").text(&crate::wording::number(*n as usize)));
        }
    }
    item
}

fn way(way: &RelaxationRecord, state: &ViewState) -> Element {
    let is_field = way.kind == "filter";
    let about = if is_field {
        crate::wording::field(&way.about)
    } else {
        text::shown(&way.about)
    };
    let label = wording::relaxed(&way.kind, &["“", &about, "”"].concat());
    let label = if way.about.is_empty() {
        wording::relaxed(&way.kind, "")
    } else {
        label
    };
    let address = search(state, &way.lens).to_fragment();
    element("li")
        .child(link(&address, &label).with("dir", "auto"))
        .text(" ")
        .child(styled("span", "remark").text(&crate::wording::n_documents(way.documents)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::to_html;
    use protocol::Lens;

    #[test]
    fn a_way_out_says_what_it_drops_and_leads_to_what_it_finds() {
        let record = BreakdownRecord {
            parts: vec![PartRecord {
                part: "damasqus".into(),
                near: vec![("Damascus".into(), 7)],
                ..PartRecord::default()
            }],
            relaxations: vec![RelaxationRecord {
                kind: "filter".into(),
                about: "year".into(),
                lens: Lens {
                    query: "homs damasqus".into(),
                    ..Lens::default()
                },
                documents: 2,
            }],
            ..BreakdownRecord::default()
        };
        let state = ViewState::default()
            .toggled("year", "2024")
            .with_query("homs damasqus");
        let html = to_html(&[view(&record, &state).into()]);
        assert!(
            html.contains("no document") || html.contains("0 documents"),
            "{html}"
        );
        assert!(
            html.contains("#/search?q=homs%20Damascus&amp;year=2024"),
            "{html}"
        );
        assert!(
            html.contains("href=\"#/search?q=homs%20damasqus\""),
            "{html}"
        );
        assert!(html.contains("without the filter “Date”"), "{html}");
    }
}
