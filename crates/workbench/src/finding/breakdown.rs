//! What helps where a search finds nothing.

use super::{search, wording};
use crate::markup::{Element, Node, amend, element, link, styled, worded};
use crate::state::ViewState;
use crate::text;
use protocol::{BreakdownRecord, NoteRecord, PartRecord, RelaxationRecord};

/// Weaker queries that are shown.
const MOST_WAYS: usize = 8;

/// Returns the one best way out, then what each part of the query finds, and other weaker queries that find something.
///
/// A single word needs no account of its parts: the line above the answer says that nothing has it.
#[must_use]
pub fn view(record: &BreakdownRecord, state: &ViewState) -> Element {
    let section = styled("section", "breakdown");
    let near = match record.parts.as_slice() {
        [only] if !only.near.is_empty() => Some(near(only, state)),
        _ => None,
    };
    let has_near = near.is_some();
    let mut ways = record.relaxations.iter().take(MOST_WAYS);
    let best = near.or_else(|| {
        let label = styled("span", "label").text(&wording::BEST_WAY);
        let best = ways.next()?;
        Some(with_way(
            styled("p", "best").child(label).text(" "),
            best,
            state,
        ))
    });
    let is_account = record.parts.len() > 1;
    let mut section = match best {
        Some(best) => section.child(best),
        None => section.when(!is_account, "hidden"),
    };
    if is_account {
        let mut parts = element("ul");
        for one in &record.parts {
            parts = parts.child(part(one, state));
        }
        section = section.child(worded("h2", &wording::PARTS)).child(parts);
    }
    let mut others = element("ul");
    for one in ways {
        others = others.child(with_way(element("li"), one, state));
    }
    if others.children.is_empty() {
        return section;
    }
    let heading = if has_near {
        &wording::BEST_WAY
    } else {
        &wording::WAYS_OUT
    };
    section.child(worded("h2", heading)).child(others)
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
        item = item.text(" · ").child(near(part, state));
    }
    item
}

/// Returns the words of the texts that look like one that no text has.
fn near(part: &PartRecord, state: &ViewState) -> Element {
    let mut line = styled("span", "near").child(styled("span", "label").text(&wording::NEAR));
    for (i, (word, n)) in part.near.iter().enumerate() {
        let query = state.query.replace(&part.part, word);
        let other = state.with_query(&query).to_fragment();
        line = line
            .text(if i > 0 { ", " } else { " " })
            .child(link(&other, word).with("dir", "auto"))
            .text(" ")
            .child(styled("span", "remark").text(&crate::wording::number(*n as usize)));
    }
    line
}

/// Adds a weaker query with what it finds.
fn with_way(line: Element, way: &RelaxationRecord, state: &ViewState) -> Element {
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
    line.child(link(&address, &label).with("dir", "auto"))
        .text(" ")
        .child(styled("span", "remark").text(&crate::wording::n_documents(way.documents)))
}

/// Says once that nothing was found: takes the notes about unknown words away, since the parts or the line above the
/// answer say the same. Of a single word that line says which.
pub fn say_once(record: &BreakdownRecord, notes: &[NoteRecord], content: &mut [Node]) {
    let unknown = notes.iter().filter(|note| note.kind == "unknown_word");
    let said: Vec<String> = unknown
        .map(|note| text::shown(&crate::wording::sentence(&note.message)))
        .collect();
    let is_said = |note: &Element| match note.children.first() {
        Some(Node::Text(text)) => said.contains(text),
        _ => false,
    };
    amend(content, "note", &mut |note| {
        if is_said(&note) {
            element("p").with("hidden", "")
        } else {
            note
        }
    });
    if let ([sentence], 0 | 1) = (said.as_slice(), record.parts.len()) {
        let words = sentence.trim_end_matches('.');
        amend(content, "count", &mut |mut heading| {
            if heading.attribute("id").is_some_and(|id| id == "count") {
                heading.hold(vec![Node::Text(words.to_owned())]);
            }
            heading
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::to_html;
    use protocol::Lens;

    fn unknown() -> PartRecord {
        PartRecord {
            part: "damasqus".into(),
            near: vec![("Damascus".into(), 7)],
            ..PartRecord::default()
        }
    }

    #[test]
    fn of_a_single_word_it_is_said_once_that_nothing_has_it_and_one_step_is_offered() {
        let record = BreakdownRecord {
            parts: vec![unknown()],
            ..BreakdownRecord::default()
        };
        let note = NoteRecord {
            kind: "unknown_word".into(),
            about: "damasqus".into(),
            message: "no document has “damasqus”".into(),
            suggestions: Vec::new(),
        };
        let state = ViewState::default().with_query("damasqus");
        let count = styled("h1", "count").with("id", "count");
        let mut content = vec![
            styled("p", "note")
                .text("No document has “damasqus”.")
                .into(),
            count.text("No document matches").into(),
            view(&record, &state).into(),
        ];
        say_once(&record, &[note], &mut content);
        let html = to_html(&content);
        assert_eq!(html.matches("o document").count(), 1, "{html}");
        assert!(html.contains(">No document has “damasqus”</h1>"), "{html}");
        assert_eq!(html.matches("<a ").count(), 1, "{html}");
        assert!(html.contains("#/search?q=Damascus"), "{html}");
    }

    #[test]
    fn a_way_out_says_what_it_drops_and_leads_to_what_it_finds() {
        let record = BreakdownRecord {
            parts: vec![PartRecord::default(), unknown()],
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
        assert!(
            html.find(&*wording::BEST_WAY) < html.find(&*wording::PARTS),
            "the way out stands first: {html}"
        );
    }
}
