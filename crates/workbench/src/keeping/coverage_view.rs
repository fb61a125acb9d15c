//! What the reader has read: of each document, and of the documents that mention each person.

use crate::keeping::desk_view::DeskScreen;
use crate::markup::{Element, element, link, styled, worded};
use crate::sheets::names;
use crate::state::{Library, ViewState};
use crate::wording;
use protocol::SummaryRecord;

/// Most documents in the table of what was read.
const MOST_COVERED: usize = 500;

/// Returns what was read of each document, and of what mentions each person.
pub(super) fn coverage(screen: &DeskScreen<'_>, library: &Library) -> Element {
    let section = styled("section", "desk-coverage")
        .child(worded("h2", &wording::COVERAGE))
        .child(worded("p", &wording::COVERAGE_METHOD).with("class", "remark"));
    let documents = &library.corpus.documents;
    let is_small = documents.len() <= MOST_COVERED;
    let (mut begun, mut waiting, mut n_waiting) = (element("tbody"), element("tbody"), 0);
    let covered = documents
        .iter()
        .filter(|document| is_small || screen.desk.coverage.contains_key(&document.id));
    for document in covered.take(MOST_COVERED) {
        let row = row(screen, document);
        if screen.desk.coverage.contains_key(&document.id) {
            begun = begun.child(row);
        } else {
            waiting = waiting.child(row);
            n_waiting += 1;
        }
    }
    let others = wording::not_begun(n_waiting);
    let has_begun = !begun.children.is_empty();
    section
        .child(table(&wording::COVERAGE, head(), begun).when(!has_begun, "hidden"))
        .child(
            element("details")
                .with("data-key", "not-begun")
                .when(n_waiting == 0, "hidden")
                .child(worded("summary", &others))
                .child(table(&others, head(), waiting)),
        )
        .child(people(screen, library))
}

fn head() -> Element {
    let mut head = element("tr");
    for name in [
        &wording::DOCUMENT,
        &wording::PARAGRAPHS_READ,
        &wording::COLUMN_READ,
    ] {
        head = head.child(worded("th", name).with("scope", "col"));
    }
    head
}

/// Returns how much of a document was read, and the box for the reader's own word on it.
fn row(screen: &DeskScreen<'_>, document: &SummaryRecord) -> Element {
    let coverage = screen.desk.coverage.get(&document.id);
    let [n_read, n] = screen.read.get(&document.id).copied().unwrap_or_default();
    let figures = if n > 0 {
        wording::share(n_read, n)
    } else {
        "–".to_owned()
    };
    let field = element("input")
        .with("type", "checkbox")
        .with("id", &["read-", &document.id].concat())
        .with("data-read", &document.id)
        .with("aria-label", &wording::read_document(&document.title))
        .when(coverage.is_some_and(|coverage| coverage.is_read), "checked");
    let address = ViewState::default()
        .in_document(&document.id, "", None)
        .to_fragment();
    element("tr")
        .with("data-key", &document.id)
        .child(
            element("th")
                .with("scope", "row")
                .with("dir", "auto")
                .child(link(&address, &document.title)),
        )
        .child(styled("td", "number").text(&figures))
        .child(element("td").child(field))
}

fn table(caption: &str, head: Element, body: Element) -> Element {
    element("table")
        .child(styled("caption", "unseen").text(caption))
        .child(element("thead").child(head))
        .child(body)
}

/// Whether the reader said so, or has seen every paragraph.
fn is_read(screen: &DeskScreen<'_>, document: &str) -> bool {
    let said = screen.desk.coverage.get(document);
    let [n_read, n] = screen.read.get(document).copied().unwrap_or_default();
    said.is_some_and(|coverage| coverage.is_read) || (n > 0 && n_read == n)
}

/// Returns how many of the documents that mention each person were read, with the way to the next one.
fn people(screen: &DeskScreen<'_>, library: &Library) -> Element {
    let mut body = element("tbody");
    for person in screen.people {
        let lens = ViewState::default().with_query(&names::query(person));
        let mut unread = person.by_document.iter().map(|(id, _)| id);
        let next = unread.find(|id| !is_read(screen, id));
        let n = person.by_document.len();
        let n_read = person
            .by_document
            .iter()
            .filter(|(id, _)| is_read(screen, id))
            .count();
        let name = link(&lens.to_fragment(), &person.preferred);
        let way = match next.and_then(|id| library.document(id)) {
            Some(document) => {
                let address = lens.in_document(&document.id, "", None).to_fragment();
                link(&address, &document.title).with("dir", "auto")
            }
            None => worded("span", &wording::NOTHING_UNREAD),
        };
        let name = element("th")
            .with("scope", "row")
            .with("dir", "auto")
            .child(name);
        body = body.child(
            element("tr")
                .with("data-key", &person.id)
                .child(name)
                .child(styled("td", "number").text(&wording::share(n_read, n)))
                .child(element("td").child(way)),
        );
    }
    let mut head = element("tr");
    for name in [
        &wording::PERSON,
        &wording::DOCUMENTS_READ,
        &wording::NEXT_UNREAD,
    ] {
        head = head.child(worded("th", name).with("scope", "col"));
    }
    element("details")
        .with("data-key", "people")
        .when(screen.people.is_empty(), "hidden")
        .child(worded("summary", &wording::COVERAGE_OF_PEOPLE))
        .child(table(&wording::COVERAGE_OF_PEOPLE, head, body))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keeping::desk_view::Storage;
    use crate::markup::to_html;
    use desk::Desk;
    use protocol::{CorpusRecord, NameRow};
    use std::collections::BTreeMap;

    #[test]
    fn documents_that_mention_a_person_are_counted_and_the_next_unread_one_is_named() {
        let document = |id: &str| SummaryRecord {
            id: id.into(),
            title: id.to_uppercase(),
            ..SummaryRecord::default()
        };
        let library = Library::new(CorpusRecord {
            documents: ["a", "b", "c"].map(document).into(),
            ..CorpusRecord::default()
        });
        let person = NameRow {
            id: "p".into(),
            preferred: "Rana Aziz".into(),
            sources: vec![("person".into(), "Rana Aziz".into())],
            by_document: vec![("a".into(), 4), ("b".into(), 2), ("c".into(), 1)],
            ..NameRow::default()
        };
        let mut desk = Desk::default();
        desk.coverage.entry("a".into()).or_default().is_read = true;
        let read: BTreeMap<String, [usize; 2]> =
            [("b".into(), [3, 3]), ("c".into(), [1, 3])].into();
        let html = |read: &BTreeMap<String, [usize; 2]>| {
            let screen = DeskScreen {
                desk: &desk,
                standings: &BTreeMap::new(),
                read,
                people: std::slice::from_ref(&person),
                storage: &Storage::Kept,
                n_unsaved: 0,
                message: "",
            };
            to_html(&[people(&screen, &library).into()])
        };
        let told = html(&read);
        assert!(told.contains("2 of 3") && told.contains(">C</a>"), "{told}");
        let whole = [("b".into(), [3, 3]), ("c".into(), [3, 3])].into();
        let told = html(&whole);
        assert!(
            told.contains("3 of 3") && told.contains(&*wording::NOTHING_UNREAD),
            "{told}"
        );
    }
}
