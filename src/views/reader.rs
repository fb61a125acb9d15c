//! The reader: one document, whole, with its matches.

use super::{Opened, Screen, button, sign};
use crate::markup::{Element, Node, element, link, styled, worded};
use crate::state::{Library, Place, ViewState};
use crate::{text, wording};
use protocol::{BlockRecord, DocumentRecord};

/// Bytes of the shortest quotation that says where its passage is now.
const SHORTEST_QUOTE: usize = 12;

/// Words of something lost that are searched for.
const MOST_WORDS: usize = 12;

/// Returns the view.
pub(super) fn reader(screen: &Screen, library: &Library) -> Element {
    let page = styled("div", "page");
    let page = match &*screen.opened {
        Opened::Nothing => page,
        Opened::Document(record, article) => page
            .children(missing_block(record, &screen.state))
            .children(vec![Node::Kept(article.clone())])
            .child(neighbours(record, &screen.state, library)),
        Opened::Refused(message) => page.child(refusal(message, &screen.state)),
    };
    let tools = tools().when(shown_document(screen).is_none(), "hidden");
    styled("div", "reader")
        .child(bar(screen))
        .child(tools)
        .child(page)
}

/// Returns the document in the reader.
#[must_use]
pub fn shown_document(screen: &Screen) -> Option<&DocumentRecord> {
    match &*screen.opened {
        Opened::Document(record, _) => Some(record),
        _ => None,
    }
}

/// Returns the number of the match that the address leads to: the one at its place, else the first one in
/// its block. Without a place there is none.
#[must_use]
pub fn match_at(record: &DocumentRecord, place: &Place) -> Option<usize> {
    let Place::Document { block, at, .. } = place else {
        return None;
    };
    if let &Some(at) = at {
        let mut marks = record.marks.iter();
        let exact = marks.position(|mark| mark[0] <= at && at < mark[1]);
        if exact.is_some() {
            return exact;
        }
    }
    let block = record.blocks.iter().find(|known| known.id == *block)?;
    let mut marks = record.marks.iter();
    marks.position(|mark| mark[0] >= block.start && mark[0] < block.end)
}

/// Returns the number of the match that the reader stands at: the first one while the address names none.
#[must_use]
pub fn current_match(record: &DocumentRecord, place: &Place) -> usize {
    match_at(record, place).unwrap_or(0)
}

/// Returns the block that the address leads to: the one it names, else the one in which the words stand that
/// it quotes, if they stand in the text exactly once.
#[must_use]
pub fn block_at<'r>(record: &'r DocumentRecord, state: &ViewState) -> Option<&'r BlockRecord> {
    let Place::Document { block, .. } = &state.place else {
        return None;
    };
    let mut blocks = record.blocks.iter();
    blocks.find(|known| known.id == *block).or_else(|| {
        let quote = state.option("quote");
        let start = text::find(&record.text, quote).filter(|_| quote.len() >= SHORTEST_QUOTE)?;
        let after = record.text.get(start + quote.len()..)?;
        let is_only = text::find(after, quote).is_none();
        let mut blocks = record.blocks.iter();
        blocks.find(|block| is_only && start < block.end as usize)
    })
}

/// Says that the passage which the address names has changed or is gone.
fn missing_block(record: &DocumentRecord, state: &ViewState) -> Vec<Node> {
    let Place::Document { block, at, .. } = &state.place else {
        return Vec::new();
    };
    let found = block_at(record, state).map(|found| &found.id);
    let leads_nowhere = at.is_some() && match_at(record, &state.place).is_none();
    if found == Some(block) || (block.is_empty() && !leads_nowhere) {
        return Vec::new();
    }
    let note = styled("p", "note");
    vec![
        match (found, state.option("quote")) {
            (Some(_), _) => note.text(&wording::CHANGED_BLOCK),
            (None, "") => note.text(&wording::UNKNOWN_BLOCK),
            (None, quote) => note
                .text(&wording::UNKNOWN_BLOCK)
                .text(" ")
                .child(element("q").with("dir", "auto").text(quote))
                .text(" ")
                .child(search_for(quote)),
        }
        .into(),
    ]
}

/// Returns the way to what holds the words of something that is not there any more.
fn search_for(lost: &str) -> Element {
    let words = lost.split(|sign: char| !sign.is_alphanumeric());
    let mut query = String::new();
    for word in words.filter(|word| !word.is_empty()).take(MOST_WORDS) {
        if !query.is_empty() {
            query.push(' ');
        }
        query.push_str(word);
    }
    let address = ViewState::default().with_query(&query).to_fragment();
    link(&address, &wording::search_for(&query))
}

/// Returns what the reader can do with the document. The larger build of the page does it.
fn tools() -> Element {
    let mut tools = styled("div", "tools");
    for (action, name) in [("cite", wording::CITE), ("tools", wording::READING_TOOLS)] {
        tools = tools.child(button("quiet", action).with("data-further", "").text(&name));
    }
    tools
}

fn refusal(message: &str, state: &ViewState) -> Element {
    let mut refusal = styled("div", "refusal").child(worded("h1", message));
    let mut lost = state.option("quote");
    if !lost.is_empty() {
        refusal = refusal.child(worded("blockquote", lost).with("dir", "auto"));
    } else if let Place::Document { id, .. } = &state.place {
        lost = id;
    }
    if !lost.is_empty() {
        refusal = refusal.child(element("p").child(search_for(lost)));
    }
    let documents = ViewState::default().to_fragment();
    refusal.child(element("p").child(link(&documents, &wording::ALL_DOCUMENTS)))
}

fn neighbours(record: &DocumentRecord, state: &ViewState, library: &Library) -> Element {
    let mut nav = styled("nav", "neighbours").with("aria-label", &wording::DOCUMENTS);
    for (id, label) in [
        (&record.previous, &wording::PREVIOUS_DOCUMENT),
        (&record.next, &wording::NEXT_DOCUMENT),
    ] {
        let Some(id) = id else { continue };
        let title = library
            .document(id)
            .map_or("", |document| document.title.as_str());
        let address = state.in_document(id, "", None).to_fragment();
        nav = nav.child(
            link(&address, "")
                .child(styled("span", "label").text(label))
                .text(" ")
                .child(styled("span", "title").with("dir", "auto").text(title)),
        );
    }
    nav
}

/// Returns the bar that stays above the text.
fn bar(screen: &Screen) -> Element {
    let state = &screen.state;
    let back_label = if state.is_empty() {
        &wording::ALL_DOCUMENTS
    } else {
        &wording::BACK_TO_RESULTS
    };
    let back = link(&state.at(Place::Search).to_fragment(), "")
        .with("class", "back")
        .child(sign("←").with("class", "arrow"))
        .text(" ")
        .text(back_label);
    let (current, n_matches) = shown_document(screen).map_or((0, 0), |record| {
        (current_match(record, &state.place) + 1, record.marks.len())
    });
    let step = |action: &str, label: &str, arrow: &str| {
        button("step", action)
            .with("aria-label", label)
            .with("title", label)
            .when(n_matches == 0, "disabled")
            .child(sign(arrow))
    };
    let place = styled("span", "place")
        .with("aria-live", "polite")
        .text(&wording::place_in(current, n_matches));
    let matches = styled("div", "matches")
        .when(state.query.trim().is_empty(), "hidden")
        .child(step("previous", &wording::PREVIOUS_MATCH, "↑"))
        .child(place)
        .child(step("next", &wording::NEXT_MATCH, "↓"));
    styled("div", "bar")
        .with("role", "region")
        .with("aria-label", &wording::READING)
        .child(back)
        .child(matches)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(block: &str, at: Option<u32>, expected: Option<usize>) {
        let one = BlockRecord::paragraph;
        let record = DocumentRecord {
            blocks: vec![one("a", 0, 10), one("b", 12, 40)],
            marks: vec![[2, 5], [14, 18], [30, 34]],
            ..DocumentRecord::default()
        };
        let place = ViewState::default().in_document("d", block, at).place;
        assert_eq!(match_at(&record, &place), expected, "{block} {at:?}");
    }

    #[test]
    fn a_link_to_a_passage_that_has_changed_leads_to_its_words_where_they_stand_once() {
        let text = "The road was open.\n\nNobody was there.\n\nThe road was open.";
        let block = BlockRecord::paragraph;
        let record = DocumentRecord {
            text: text.into(),
            blocks: vec![block("a", 0, 18), block("b", 20, 37), block("c", 39, 57)],
            ..DocumentRecord::default()
        };
        for (named, quote, expected) in [
            ("c", "Nobody was there.", Some("c")),
            ("gone", "Nobody was there.", Some("b")),
            ("gone", "The road was open.", None),
            ("gone", "Nobody is there.", None),
            ("gone", "Nobody", None),
            ("gone", "", None),
        ] {
            let state = ViewState::default().in_document("d", named, None);
            let state = state.with_option("quote", quote);
            let found = block_at(&record, &state).map(|block| block.id.as_str());
            assert_eq!(found, expected, "{named} {quote}");
        }
    }

    #[test]
    fn a_lost_document_is_searched_for_by_the_words_of_its_link() {
        for (address, expected) in [
            (
                "#/doc/the-road-to-homs",
                "#/search?q=the%20road%20to%20homs",
            ),
            (
                "#/doc/x?quote=%22No%22%2C%20he%20said",
                "#/search?q=No%20he%20said",
            ),
        ] {
            let state = ViewState::of_fragment(address);
            let html = crate::markup::to_html(&[refusal("gone", &state).into()]);
            assert!(
                html.contains(&["href=\"", expected, "\""].concat()),
                "{html}"
            );
        }
    }

    #[test]
    fn a_match_that_is_not_there_any_more_is_told() {
        let record = DocumentRecord {
            marks: vec![[2, 5]],
            ..DocumentRecord::default()
        };
        let told = |at| {
            let state = ViewState::default().in_document("d", "", at);
            !missing_block(&record, &state).is_empty()
        };
        assert_eq!([None, Some(3), Some(9)].map(told), [false, false, true]);
    }

    #[test]
    fn an_address_leads_to_its_match_else_to_the_first_in_its_block() {
        check("b", Some(31), Some(2));
        check("b", Some(20), Some(1));
        check("b", None, Some(1));
        check("gone", None, None);
        check("", None, None);
    }
}
