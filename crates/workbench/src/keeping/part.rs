//! Keeping, citing and reading as a part of the page: what the reader does, and what comes of it.

mod actions;
mod desk_actions;
mod keeping_it;
mod reading;

use super::desk_view::{self, DeskScreen, Standing, Storage};
use super::passage_bar::{self, Chosen, Open};
use super::reading_tools::{self, Tools};
use super::selection::PageText;
use super::storage::{self, Drawer};
use super::{citing, settings::Settings};
use crate::asking::{self, Asked};
use crate::explorations;
use crate::markup::{Element, Node, styled};
use crate::state::{Library, Place, View};
use citation::Form;
use desk::{Desk, Moment};
use protocol::{DocumentRecord, NameRow, NamesRequest, Reply, Request};
use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use vademecum_page::app::Page;
use vademecum_page::browser::element_of;
use vademecum_page::extension::{Extension, Shown};
use vademecum_page::views::{Opened, Screen, shown_document};
use wasm_bindgen::JsCast;
use web_sys::Event;

/// People in the table of what was read.
const MOST_PEOPLE: usize = 30;
/// Name under which the browser keeps how texts are set; `src/boot.js` reads it.
const SETTINGS_NAME: &str = "vademecum.reading";
/// Name under which the browser keeps the chosen form of citations.
const FORM_NAME: &str = "vademecum.citation";

/// Everything that this part remembers. It lives as long as the page.
#[derive(Default)]
pub(crate) struct Keeping {
    desk: RefCell<Desk>,
    /// The name of the desk in the browser's storage.
    key: RefCell<String>,
    drawer: RefCell<Option<Drawer>>,
    storage: RefCell<Storage>,
    /// Until when everything is in a file.
    saved: Cell<Moment>,
    /// Where marks stand, with the time of the version that was looked for.
    standings: RefCell<BTreeMap<String, Standing>>,
    read: RefCell<BTreeMap<String, [usize; 2]>>,
    /// Those with most mentions.
    people: RefCell<Vec<NameRow>>,
    message: RefCell<String>,
    tools: RefCell<Tools>,
    found: RefCell<Vec<[u32; 2]>>,
    chosen: RefCell<Option<Chosen>>,
    open: Cell<Open>,
    form: Cell<Option<Form>>,
    /// The document that the tools are about.
    document: RefCell<String>,
    /// The second document: its id, the query, and its tree.
    beside: RefCell<Option<(String, String, Arc<Element>)>>,
    /// Whether the second document is the one to be seen where there is room for one only, and how far down the
    /// page, in pixels, the other one was left.
    is_second: Cell<bool>,
    left_at: Cell<f64>,
    text: RefCell<(usize, PageText)>,
    /// Blocks that stood in the window a moment ago.
    visible: RefCell<BTreeSet<String>>,
    /// Whether the passage bar takes the focus once it is in the page.
    wants_focus: Cell<bool>,
    /// The address whose quotation was shown last.
    landed: RefCell<String>,
    timer: Cell<i32>,
    page: OnceCell<Page>,
}

impl Extension for Keeping {
    fn start(&'static self, page: Page) {
        let _ = self.page.set(page);
        let settings = storage::kept(SETTINGS_NAME).unwrap_or_default();
        self.tools.borrow_mut().settings = Settings::of_text(&settings);
        self.form
            .set(storage::kept(FORM_NAME).and_then(|name| Form::named(&name)));
        self.open_storage(page);
        self.listen(page);
    }

    fn change(&'static self, page: Page, screen: &Screen) {
        match &screen.state.place {
            Place::Document { id, .. } => self.turn_to(page, id, screen),
            Place::View(View::Desk) => {
                self.look_up(page);
                self.ask_people(page);
            }
            _ => {
                self.chosen.replace(None);
                self.message.borrow_mut().clear();
            }
        }
    }

    fn dress(&self, screen: &Screen, library: &Library, shown: &mut Shown) {
        match &screen.state.place {
            Place::Document { .. } => self.dress_reader(screen, library, shown),
            Place::View(View::Desk) => {
                let desk = self.desk.borrow();
                let view = DeskScreen {
                    desk: &desk,
                    standings: &self.standings.borrow(),
                    read: &self.read.borrow(),
                    people: &self.people.borrow(),
                    storage: &self.storage.borrow(),
                    n_unsaved: self.n_unsaved(),
                    message: &self.message.borrow(),
                };
                shown.content = desk_view::desk(&view, &screen.state, library);
            }
            _ => {}
        }
    }

    fn shown(&'static self, page: Page, screen: &Screen) {
        if let Some(record) = shown_document(screen) {
            self.paint(page, screen, record);
        }
        if self.wants_focus.take() {
            self.focus_bar();
        }
    }

    fn hear(&'static self, page: Page, event: &Event) -> bool {
        let Some(target) = element_of(event) else {
            return false;
        };
        match event.type_().as_str() {
            "click" => self.press(page, &target, event.unchecked_ref()),
            "change" => self.choose(page, &target),
            "input" => self.type_into(page, &target),
            "keydown" => self.press_key(page, &target, event.unchecked_ref()),
            _ => false,
        }
    }
}

impl Keeping {
    /// Puts tools, a second document and the passage bar around the document.
    fn dress_reader(&self, screen: &Screen, library: &Library, shown: &mut Shown) {
        let Some(record) = shown_document(screen) else {
            return;
        };
        let reader = shown.content.first().and_then(Node::element);
        let part = |class: &str| {
            let mut parts = reader?.children.iter().filter_map(Node::element);
            let found =
                parts.find(|part| part.attribute("class").is_some_and(|known| known == class));
            found.cloned()
        };
        let (Some(bar), Some(page)) = (part("bar"), part("page")) else {
            return;
        };
        let tools = self.tools.borrow();
        let beside = self.beside.borrow();
        let mut columns = styled("div", "sides")
            .with("data-panel", if tools.is_open { "open" } else { "closed" })
            .with(
                "data-beside",
                if beside.is_some() { "open" } else { "closed" },
            )
            .when(self.is_second.get(), "data-second")
            .child(reading_tools::panel(&tools, record, &screen.state, library))
            .child(page);
        if let Some((_, _, document)) = &*beside {
            columns = columns.children(vec![Node::Kept(document.clone())]);
        }
        let mut reader = styled("div", "reader")
            .child(bar)
            .child(reading_tools::row(&tools));
        if let Some((id, _, _)) = &*beside {
            let second = library.document(id).map_or("", |known| &known.title);
            let is_second = self.is_second.get();
            let first = &record.summary.title;
            reader = reader.child(reading_tools::which_text(first, second, is_second));
        }
        reader = reader.child(columns);
        if let Some(chosen) = &*self.chosen.borrow() {
            let desk = self.desk.borrow();
            let mark = chosen.mark.as_ref().and_then(|id| desk.marks.get(id));
            let citation = self.citation(record, chosen, &library.corpus.title);
            reader = reader.child(passage_bar::bar(
                chosen,
                self.open.get(),
                self.form(),
                &citation,
                mark,
            ));
        }
        // Other parts may have put something below the document.
        if let Some(first) = shown.content.first_mut() {
            *first = reader.into();
        }
    }

    fn form(&self) -> Form {
        self.form.get().unwrap_or(Form::Text)
    }

    /// Returns the citation of what is chosen, in the chosen form.
    fn citation(&self, record: &DocumentRecord, chosen: &Chosen, collection: &str) -> String {
        let passage = chosen
            .target
            .as_ref()
            .map(|target| citing::passage(target, chosen.number, &reading::public_address()));
        self.form()
            .write(&citing::work(&record.summary, collection), passage.as_ref())
    }

    /// Returns where the kept passages of a document stand in it now.
    fn kept_spans(&self, record: &DocumentRecord) -> Vec<[u32; 2]> {
        let desk = self.desk.borrow();
        let here = desk
            .marks
            .values()
            .filter(|mark| mark.target.document == record.summary.id);
        let mut spans: Vec<[u32; 2]> = here
            .filter_map(|mark| citing::anchored(&mark.target, record).span())
            .collect();
        spans.sort_unstable();
        spans
    }

    /// Asks for the people with most mentions, called as the reader decided; none where the corpus has no layers.
    fn ask_people(&'static self, page: Page) {
        let request = Request::Names(NamesRequest {
            kind: "person".to_owned(),
            decisions: explorations::decided(page).decisions,
            page: protocol::Page {
                offset: 0,
                limit: MOST_PEOPLE,
            },
            ..NamesRequest::default()
        });
        let take = move |reply| {
            self.people.replace(match reply {
                Reply::Names(record) => record.rows,
                _ => Vec::new(),
            });
            page.refresh();
        };
        let asked = Asked {
            request,
            is_wanted: Box::new(move || page.screen().state.place == Place::View(View::Desk)),
            wait: Box::new(|_| {}),
            take: Box::new(take),
        };
        asking::ask(page, asked);
    }

    /// Finds out where the marks on the desk stand now, and how much of each document was read.
    fn look_up(&self, page: Page) {
        let desk = self.desk.borrow();
        let mut standings = BTreeMap::new();
        let mut by_document: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
        for (id, mark) in &desk.marks {
            by_document
                .entry(&mark.target.document)
                .or_default()
                .push(id);
        }
        let mut read = BTreeMap::new();
        for id in desk.coverage.keys() {
            by_document.entry(id).or_default();
        }
        for (document, ids) in by_document {
            let record = opened(page, document);
            if let (Some(record), Some(coverage)) = (&record, desk.coverage.get(document)) {
                let blocks = record.blocks.iter().map(|block| block.id.as_str());
                read.insert(
                    document.to_owned(),
                    [coverage.n_read(blocks), record.blocks.len()],
                );
            }
            for id in ids {
                let target = &desk.marks[id].target;
                let span = record
                    .as_ref()
                    .and_then(|record| citing::anchored(target, record).span());
                let standing = match (&record, span) {
                    (Some(record), Some([start, _])) => Standing {
                        start,
                        number: citing::block_number(record, start),
                    },
                    _ => Standing {
                        start: target.bytes[0],
                        number: 0,
                    },
                };
                standings.insert(id.clone(), standing);
            }
        }
        self.standings.replace(standings);
        self.read.replace(read);
    }
}

/// Returns a document of the corpus.
fn opened(page: Page, id: &str) -> Option<Box<DocumentRecord>> {
    let request = Request::Document {
        id: id.to_owned(),
        query: String::new(),
        exact: false,
    };
    match page.session().answer(&request) {
        Reply::Document(record) => Some(Box::new(record)),
        _ => None,
    }
}

/// Returns the document in the reader.
fn record(screen: &Screen) -> Option<DocumentRecord> {
    match &*screen.opened {
        Opened::Document(record, _) => Some((**record).clone()),
        _ => None,
    }
}

/// Returns the time by the reader's clock.
fn now() -> Moment {
    Moment(js_sys::Date::now().max(0.0) as u64)
}
