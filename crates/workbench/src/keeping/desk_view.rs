//! The desk: marked passages by document, kept searches, what was read.

use crate::keeping::{coverage_view, passage_bar};
use crate::markup::{Element, Node, element, link, styled, worded};
use crate::state::{Library, Place, ViewState};
use crate::wording;
use desk::{Desk, Mark};
use protocol::{NameRow, SummaryRecord};
use std::collections::BTreeMap;
use vademecum_page::views::button;

/// How the browser keeps the desk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Storage {
    /// It is being opened.
    #[default]
    Opening,
    /// It keeps everything.
    Kept,
    /// It keeps nothing.
    Blocked,
    /// It has no room for the last changes.
    Full,
    /// It has something that cannot be read, and why.
    Unreadable(String),
}

impl Storage {
    /// Returns what to tell about it.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Opening => wording::STORAGE_OPENING.words().to_owned(),
            Self::Kept => wording::STORAGE_KEPT.words().to_owned(),
            Self::Blocked => wording::STORAGE_BLOCKED.words().to_owned(),
            Self::Full => wording::STORAGE_FULL.words().to_owned(),
            Self::Unreadable(cause) => wording::unreadable(cause),
        }
    }

    fn is_trouble(&self) -> bool {
        matches!(self, Self::Blocked | Self::Full | Self::Unreadable(_))
    }
}

/// Where a mark stands in its document now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Standing {
    /// Start in bytes; of a lost mark where it was.
    pub start: u32,
    /// The number of its block, from 1; 0 for a mark that is not found any more.
    pub number: usize,
}

/// Everything that the desk's view is made of.
#[derive(Debug)]
pub struct DeskScreen<'d> {
    /// The desk.
    pub desk: &'d Desk,
    /// Where each mark stands.
    pub standings: &'d BTreeMap<String, Standing>,
    /// Number of blocks of the documents that were opened, and how many of them were read.
    pub read: &'d BTreeMap<String, [usize; 2]>,
    /// People of the corpus, those with most mentions first; none where there are no layers.
    pub people: &'d [NameRow],
    /// How the browser keeps it.
    pub storage: &'d Storage,
    /// Changes that are in no file.
    pub n_unsaved: usize,
    /// What the last action brought, as a sentence.
    pub message: &'d str,
}

/// A document's marks on the desk, in the order of the text.
#[derive(Debug)]
pub struct Group<'d> {
    /// The document's id.
    pub document: &'d str,
    /// Its title now, or when it was marked.
    pub title: &'d str,
    /// Whether the corpus has it.
    pub is_there: bool,
    /// Ids and marks.
    pub marks: Vec<(&'d String, &'d Mark)>,
}

/// Returns the marks that have the words and the tag, by document in the order of their dates; then those of documents
/// without a date, in the corpus's order, and of documents that are gone.
#[must_use]
pub fn groups<'d>(
    screen: &DeskScreen<'d>,
    library: &'d Library,
    words: &str,
    tag: &str,
) -> Vec<Group<'d>> {
    let words = words.trim().to_lowercase();
    let has = |text: &str| text.to_lowercase().contains(&words);
    let mut by_document: BTreeMap<&str, Vec<(&String, &Mark)>> = BTreeMap::new();
    for (id, mark) in &screen.desk.marks {
        let is_tagged = tag.is_empty() || mark.tags.contains(tag);
        let is_meant = has(&mark.target.quote.exact) || has(&mark.note) || has(&mark.target.title);
        if is_tagged && is_meant {
            by_document
                .entry(&mark.target.document)
                .or_default()
                .push((id, mark));
        }
    }
    let mut groups = Vec::new();
    for document in &library.corpus.documents {
        if let Some(marks) = by_document.remove(document.id.as_str()) {
            groups.push(Group {
                document: &document.id,
                title: &document.title,
                is_there: true,
                marks,
            });
        }
    }
    groups.sort_by_key(|group| {
        let date = library.document(group.document).and_then(date_of);
        (date.is_none(), date)
    });
    for (document, marks) in by_document {
        groups.push(Group {
            document,
            title: marks.first().map_or("", |(_, mark)| &mark.target.title),
            is_there: false,
            marks,
        });
    }
    let place = |id: &String| screen.standings.get(id).copied().unwrap_or_default();
    for group in &mut groups {
        group.marks.sort_by_key(|(id, _)| place(id));
    }
    groups
}

/// Returns the date of a document as its metadata have it: EDTF, whose order is that of the years.
fn date_of(document: &SummaryRecord) -> Option<&String> {
    let mut fields = document.fields.iter();
    fields.find(|field| field.name == "date")?.values.first()
}

/// Returns the view.
#[must_use]
pub fn desk(screen: &DeskScreen<'_>, state: &ViewState, library: &Library) -> Vec<Node> {
    let all = screen.desk;
    let mut documents: Vec<&str> = all
        .marks
        .values()
        .map(|mark| mark.target.document.as_str())
        .collect();
    documents.sort_unstable();
    documents.dedup();
    let summary = wording::desk_summary(all.marks.len(), documents.len(), all.searches.len());
    let groups = groups(screen, library, state.option("find"), state.option("list"));
    let is_empty = all.marks.is_empty() && all.searches.is_empty();
    let section = styled("section", "desk")
        .with("aria-labelledby", "count")
        .child(
            worded("h1", &wording::DESK_TITLE)
                .with("class", "count")
                .with("id", "count"),
        )
        .child(styled("p", "scope").when(is_empty, "hidden").text(&summary))
        .child(storage(screen))
        .child(files(all.marks.is_empty()))
        .child(marks(screen, state, &groups))
        .child(searches(all, state))
        .child(coverage_view::coverage(screen, library));
    vec![section.into()]
}

fn storage(screen: &DeskScreen<'_>) -> Element {
    let unsaved = wording::unsaved(screen.n_unsaved);
    let class = if screen.storage.is_trouble() {
        "note trouble"
    } else {
        "remark"
    };
    let mut about = styled("div", "desk-storage").child(
        styled("p", class)
            .text(&screen.storage.sentence())
            .text(" ")
            .text(&unsaved),
    );
    if !screen.message.is_empty() {
        about = about.child(styled("p", "note").with("dir", "auto").text(screen.message));
    }
    about
}

fn files(is_empty: bool) -> Element {
    let load = styled("input", "unseen")
        .with("type", "file")
        .with("id", "load-desk")
        .with("accept", ".json,application/json,application/ld+json")
        .with("data-load-desk", "");
    let load = styled("span", "pick").child(load).child(
        styled("label", "button")
            .with("for", "load-desk")
            .text(&wording::LOAD_DESK),
    );
    let mut dossier = styled("div", "dossier")
        .child(worded("span", &wording::DOSSIER))
        .text(" ");
    for (value, name) in [("md", "Markdown"), ("html", "HTML"), ("csv", "CSV")] {
        dossier = dossier.child(
            button("", "dossier")
                .with("data-value", value)
                .with("aria-label", &[&wording::DOSSIER, " ", name].concat())
                .when(is_empty, "disabled")
                .text(name),
        );
    }
    dossier = dossier.child(
        button("", "print-desk")
            .when(is_empty, "disabled")
            .text(&wording::PRINT),
    );
    styled("div", "desk-files")
        .child(button("", "save-desk").text(&wording::SAVE_DESK))
        .child(load)
        .child(dossier)
}

fn marks(screen: &DeskScreen<'_>, state: &ViewState, groups: &[Group<'_>]) -> Element {
    let mut section = element("section").child(worded("h2", &wording::MARKED_PASSAGES));
    if screen.desk.marks.is_empty() {
        return section.child(worded("p", &wording::DESK_EMPTY));
    }
    section = section.child(narrowing(screen.desk, state));
    if groups.is_empty() {
        return section.child(worded("p", &wording::NONE_OF_THESE));
    }
    for group in groups {
        let address = state
            .at(Place::Search)
            .in_document(group.document, "", None)
            .to_fragment();
        let heading = worded("h3", "").with("dir", "auto");
        let heading = match group.is_there {
            true => heading.child(link(&address, group.title)),
            false => heading.text(group.title),
        };
        let mut part = styled("section", "desk-document")
            .with("data-key", group.document)
            .child(heading);
        if !group.is_there {
            part = part.child(styled("p", "note").text(&wording::DOCUMENT_GONE));
        }
        let mut list = styled("ol", "desk-marks");
        for (id, mark) in &group.marks {
            let standing = screen.standings.get(*id).copied().unwrap_or_default();
            list = list.child(
                element("li")
                    .with("data-key", id)
                    .child(one(id, mark, standing, group)),
            );
        }
        section = section.child(part.child(list));
    }
    section
}

fn narrowing(all: &Desk, state: &ViewState) -> Element {
    let mut tags: Vec<&String> = all.marks.values().flat_map(|mark| &mark.tags).collect();
    tags.sort_unstable();
    tags.dedup();
    let find = styled("label", "control")
        .child(styled("span", "label").text(&wording::FIND_ON_DESK))
        .child(
            element("input")
                .with("type", "text")
                .with("dir", "auto")
                .with("autocomplete", "off")
                .with("id", "desk-find")
                .with("data-desk-option", "find")
                .with("value", state.option("find")),
        );
    let mut select = element("select")
        .with("id", "desk-tag")
        .with("data-desk-option", "list");
    select = select.child(worded("option", &wording::ALL_TAGS).with("value", ""));
    for tag in &tags {
        select = select.child(worded("option", tag).with("value", tag));
    }
    let tag = styled("label", "control")
        .when(tags.is_empty(), "hidden")
        .child(styled("span", "label").text(&wording::TAG))
        .child(select.with("value", state.option("list")));
    styled("div", "controls").child(find).child(tag)
}

fn one(id: &str, mark: &Mark, standing: Standing, group: &Group<'_>) -> Element {
    let is_found = standing.number > 0;
    let quote = element("blockquote")
        .with("dir", "auto")
        .text(&mark.target.quote.exact);
    let mut facts = styled("p", "remark");
    if is_found {
        let address = super::citing::fragment(&mark.target);
        facts = facts
            .child(link(&address, &wording::paragraph(standing.number)))
            .text(" · ");
    }
    facts = facts.text(&wording::marked_on(&mark.created.to_day()));
    let action = |action: &str, name: &str| button("", action).with("data-value", id).text(name);
    let shown = |words: &str| {
        styled("p", "own-words")
            .with("dir", "auto")
            .when(words.is_empty(), "hidden")
            .text(words)
    };
    let mut article = element("article")
        .with(
            "aria-label",
            &passage_bar::shortened(&mark.target.quote.exact),
        )
        .child(quote)
        .child(facts);
    if !is_found && group.is_there {
        article = article.child(styled("p", "note").text(&wording::NOT_FOUND_ANY_MORE));
    }
    let tags: Vec<&str> = mark.tags.iter().map(String::as_str).collect();
    let is_bare = mark.note.is_empty() && tags.is_empty();
    let edit = if is_bare {
        &wording::ADD_NOTE
    } else {
        &wording::EDIT_NOTE
    };
    article
        .child(shown(&mark.note))
        .child(shown(&tags.join(", ")).with("class", "own-words remark"))
        .child(
            element("details")
                .child(worded("summary", edit))
                .child(passage_bar::note(id, Some(mark))),
        )
        .child(
            styled("div", "passage-actions")
                .child(action("copy-kept", &wording::COPY_QUOTATION))
                .child(action("remove-kept", &wording::REMOVE_MARK)),
        )
}

fn searches(all: &Desk, state: &ViewState) -> Element {
    let mut section =
        styled("section", "desk-searches").child(worded("h2", &wording::KEPT_SEARCHES));
    if !state.is_empty() {
        let named = if state.query.trim().is_empty() {
            &wording::FILTERS
        } else {
            state.query.as_str()
        };
        section = section.child(
            styled("p", "keep-search")
                .child(button("", "keep-search").text(&wording::KEEP_SEARCH))
                .text(" ")
                .child(
                    element("q")
                        .with("dir", "auto")
                        .text(&passage_bar::shortened(named)),
                ),
        );
    }
    if all.searches.is_empty() {
        return section.child(worded("p", &wording::NO_SEARCHES).with("class", "remark"));
    }
    let mut list = styled("ul", "desk-list");
    for (id, search) in &all.searches {
        let name = element("input")
            .with("type", "text")
            .with("dir", "auto")
            .with("autocomplete", "off")
            .with("id", &["name-", id].concat())
            .with("data-search-name", id)
            .with("aria-label", &wording::NAME_OF_SEARCH)
            .with("value", &search.name);
        let way = link(&["#", &search.address].concat(), &search.name).with("dir", "auto");
        let remove = button("", "remove-search")
            .with("data-value", id)
            .with(
                "aria-label",
                &[&wording::REMOVE, ": ", &search.name].concat(),
            )
            .text(&wording::REMOVE);
        let item = element("li").with("data-key", id);
        list = list.child(item.child(way).child(name).child(remove));
    }
    section.child(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use desk::{Quote, Target};
    use protocol::{CorpusRecord, FieldRecord};

    fn mark(document: &str, words: &str, tag: &str) -> Mark {
        Mark {
            target: Target {
                document: document.into(),
                title: document.to_uppercase(),
                quote: Quote {
                    exact: words.into(),
                    ..Quote::default()
                },
                ..Target::default()
            },
            tags: [tag.to_owned()].into(),
            ..Mark::default()
        }
    }

    fn told(words: &str, tag: &str) -> Vec<String> {
        let library = Library::new(CorpusRecord {
            documents: [("c", ""), ("a", "2024"), ("b", "2023-05")]
                .map(|(id, date)| SummaryRecord {
                    id: id.into(),
                    title: id.into(),
                    fields: vec![FieldRecord {
                        name: if date.is_empty() { "tag" } else { "date" }.into(),
                        values: vec![date.into()],
                    }],
                    ..SummaryRecord::default()
                })
                .into(),
            ..CorpusRecord::default()
        });
        let all = Desk {
            marks: [
                ("0", mark("c", "The castles", "Homs")),
                ("1", mark("a", "The road", "Homs")),
                ("2", mark("gone", "The road", "Homs")),
                ("3", mark("b", "The bridge", "Homs")),
                ("4", mark("b", "A road", "Aleppo")),
            ]
            .map(|(id, mark)| (id.to_owned(), mark))
            .into(),
            ..Desk::default()
        };
        let standings = [
            (
                "4".to_owned(),
                Standing {
                    start: 1,
                    number: 1,
                },
            ),
            (
                "3".to_owned(),
                Standing {
                    start: 5,
                    number: 2,
                },
            ),
        ]
        .into();
        let screen = DeskScreen {
            desk: &all,
            standings: &standings,
            people: &[],
            read: &BTreeMap::new(),
            storage: &Storage::Kept,
            n_unsaved: 0,
            message: "",
        };
        groups(&screen, &library, words, tag)
            .iter()
            .flat_map(|group| {
                group.marks.iter().map(|(id, _)| {
                    [group.document, id, if group.is_there { "" } else { "!" }].concat()
                })
            })
            .collect()
    }

    #[test]
    fn marks_stand_by_the_date_of_their_document_in_the_order_of_the_text_and_those_of_lost_documents_last()
     {
        assert_eq!(told("", ""), ["b4", "b3", "a1", "c0", "gone2!"]);
    }

    #[test]
    fn words_and_a_tag_narrow_the_desk() {
        assert_eq!(told("ROAD", "Homs"), ["a1", "gone2!"]);
        assert_eq!(told("fortress", ""), Vec::<String>::new());
    }
}
