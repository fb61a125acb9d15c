//! Ways out of an empty answer, records of searches, lists of queries, documents like one, keys: in the page.

mod list;
mod stepping;

use crate::asking::{self, Asked};
use crate::finding::examples::{self, Examples};
use crate::finding::{about, breakdown, certificate, keys, lens, offers, similar, wording};
use crate::markup::{Node, amend, styled, worded};
use crate::sheets::Sheet;
use crate::state::{Library, Place, View, ViewState};
use crate::taking;
use list::Batch;
use protocol::{
    BreakdownRecord, CertificateRecord, Lens, Reply, Request, SimilarRecord, SimilarRequest,
    SuggestRequest, SuggestionRecord,
};
use std::cell::{Cell, RefCell};
use stepping::{is_over, is_typing, step, step_result};
use vademecum_page::app::Page;
use vademecum_page::browser::{by_id, element_of, window};
use vademecum_page::extension::{Extension, Shown};
use vademecum_page::views::{self, Screen};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement, KeyboardEvent};

/// An answer without a hit is taken apart when typing has rested for this long.
const BREAKDOWN_PAUSE_MS: i32 = 250;
/// Suggestions among which are those for all words of a query.
const MOST_SUGGESTED: usize = 8;
/// Documents like one that are shown.
const MOST_SIMILAR: usize = 8;

/// What lies over the page.
enum Over {
    Certificate(Box<CertificateRecord>, String),
    Keys,
}

/// Everything that helps to search.
#[derive(Default)]
pub(crate) struct Helping {
    /// The state whose empty answer is taken apart, and its parts.
    breakdown: RefCell<Option<(ViewState, BreakdownRecord)>>,
    /// A query of plain words, and what takes them together.
    offers: RefCell<(String, Vec<SuggestionRecord>)>,
    /// What this corpus shows of how one searches, once somebody asks.
    examples: RefCell<Option<Examples>>,
    over: RefCell<Option<Over>>,
    is_opening: Cell<bool>,
    /// A document's id with the documents like it.
    similar: RefCell<Option<(String, SimilarRecord)>>,
    batch: RefCell<Batch>,
    /// The table of the batch, as it stands on the screen.
    sheet: RefCell<Sheet>,
}

impl Extension for Helping {
    fn start(&'static self, _: Page) {
        // The page may have another corpus.
        self.examples.take();
        self.offers.take();
    }

    fn change(&'static self, page: Page, screen: &Screen) {
        asking::after(BREAKDOWN_PAUSE_MS, move || {
            self.take_apart(page);
            self.take_together(page);
        });
        if screen.state.place == Place::About && self.examples.borrow().is_none() {
            self.find_examples(page);
        }
    }

    fn dress(&self, screen: &Screen, library: &Library, shown: &mut Shown) {
        let state = &screen.state;
        if state.place == Place::Search {
            dress_unread(shown);
        }
        match &state.place {
            Place::Search if !screen.answer.state.is_empty() => self.dress_answer(screen, shown),
            Place::Document { id, .. } if views::shown_document(screen).is_some() => {
                let hits = &screen.answer.record.hits;
                let around = if state.query.trim().is_empty() {
                    (None, None)
                } else {
                    similar::neighbours(hits, id)
                };
                let like = self.similar.borrow();
                let like = like.as_ref().filter(|(known, _)| known == id);
                let below = similar::view(state, around, like.map(|like| &like.1), library);
                shown.content.push(below.into());
            }
            Place::About => {
                let examples = self.examples.borrow();
                let about = about::about(screen, library, examples.as_ref());
                shown.content = vec![about.into()];
            }
            Place::View(View::Batch) => {
                shown.status.clear();
                shown.content = self.batch_view(state, library);
            }
            _ => {}
        }
        match &*self.over.borrow() {
            Some(Over::Certificate(record, date)) => {
                shown.content.push(certificate::view(record, date).into());
            }
            Some(Over::Keys) => shown
                .content
                .push(keys::view(screen.has_single_keys).into()),
            None => {}
        }
    }

    fn shown(&'static self, _: Page, _: &Screen) {
        if !self.is_opening.take() {
            return;
        }
        let id = match &*self.over.borrow() {
            Some(Over::Certificate(..)) => certificate::DIALOG,
            Some(Over::Keys) => keys::DIALOG,
            None => return,
        };
        let dialog = by_id(id).and_then(|element| element.dyn_into::<HtmlDialogElement>().ok());
        if let Some(dialog) = dialog
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    }

    fn hear(&'static self, page: Page, event: &Event) -> bool {
        match event.type_().as_str() {
            "click" => self.press(page, event),
            "keydown" => self.press_key(page, event.unchecked_ref()),
            _ => false,
        }
    }
}

impl Helping {
    /// Takes the present answer apart where it has no hit that answers all of the query.
    fn take_apart(&'static self, page: Page) {
        let screen = page.screen();
        let is_empty = screen.answer.record.total == 0 && screen.answer.state == screen.state;
        if screen.state.place != Place::Search || screen.state.is_empty() || !is_empty {
            return;
        }
        let known = self.breakdown.borrow();
        if known
            .as_ref()
            .is_some_and(|(state, _)| *state == screen.state)
        {
            return;
        }
        drop(known);
        let state = screen.state;
        let take = move |reply| {
            if let Reply::Breakdown(record) = reply {
                self.breakdown.replace(Some((state.clone(), record)));
                page.refresh();
            }
        };
        page.ask(
            Request::Breakdown(lens(&page.screen().state)),
            Box::new(take),
        );
    }

    /// Looks for names and phrases that the words of the present query are.
    fn take_together(&'static self, page: Page) {
        let state = page.screen().state;
        let query = state.query;
        let is_known = self.offers.borrow().0 == query;
        if state.place != Place::Search || is_known || !offers::is_plain(&query) {
            return;
        }
        let request = SuggestRequest {
            cursor: query.trim_end().len(),
            text: query.clone(),
            limit: MOST_SUGGESTED,
        };
        let take = move |reply| {
            if let Reply::Suggest(found) = reply {
                let offers = offers::offers(&query, &found);
                let has_some = !offers.is_empty();
                self.offers.replace((query, offers));
                if has_some {
                    page.refresh();
                }
            }
        };
        page.ask(Request::Suggest(request), Box::new(take));
    }

    /// Makes examples of what the corpus holds, when its names are read.
    fn find_examples(&'static self, page: Page) {
        let take = move |_| {
            let ask = |request: &Request| page.session().answer(request);
            let found = examples::examples(&ask, page.library());
            self.examples.replace(Some(found));
            page.refresh();
        };
        let asked = Asked {
            request: examples::first_request(),
            is_wanted: Box::new(move || page.screen().state.place == Place::About),
            wait: Box::new(|_| {}),
            take: Box::new(take),
        };
        asking::ask(page, asked);
    }

    /// Puts the tools, and help where nothing was found, between the lines above the answer and its hits.
    fn dress_answer(&self, screen: &Screen, shown: &mut Shown) {
        let asked = styled("p", "printed")
            .with("data-key", "asked")
            .text(&wording::QUERY)
            .text(": ")
            .child(worded("bdi", &screen.state.query));
        let mut added: Vec<Node> = vec![certificate::tools(&screen.state).into()];
        let offers = self.offers.borrow();
        if offers.0 == screen.state.query && !offers.1.is_empty() {
            let mut line = Some(offers::line(&offers.1, &screen.state));
            amend(
                &mut shown.content,
                "reading-lines",
                &mut |lines| match line.take() {
                    Some(line) => lines.child(line),
                    None => lines,
                },
            );
        }
        let known = self.breakdown.borrow();
        let known = known.as_ref().filter(|(state, _)| *state == screen.state);
        if let Some((state, record)) = known
            && screen.answer.record.total == 0
        {
            added.push(breakdown::view(record, state).into());
            breakdown::say_once(record, &screen.answer.record.notes, &mut shown.content);
        } else {
            added.push(styled("section", "breakdown").with("hidden", "").into());
        }
        let at = shown.content.len().saturating_sub(1);
        shown.content.splice(at..at, added);
        shown.content.insert(0, asked.into());
    }

    fn press(&'static self, page: Page, event: &Event) -> bool {
        let pressed = element_of(event).and_then(|target| target.closest("[data-do]").ok()?);
        let Some(pressed) = pressed else { return false };
        let value = pressed.get_attribute("data-value").unwrap_or_default();
        match pressed
            .get_attribute("data-do")
            .unwrap_or_default()
            .as_str()
        {
            "certify" => self.certify(page),
            "take-certificate" => self.take_certificate(page, &value),
            "close-dialog" => close_dialog(&pressed),
            "show-keys" => self.open(page, Over::Keys),
            "keys" => page.switch_keys(),
            "similar" => self.find_similar(page),
            "search-list" => self.search_list(page),
            "previous-result" => {
                event.prevent_default();
                step_result(page, -1);
            }
            "next-result" => {
                event.prevent_default();
                step_result(page, 1);
            }
            "take" if page.screen().state.place == Place::View(View::Batch) => {
                self.take_table(page, &value);
            }
            _ => return false,
        }
        true
    }

    fn open(&self, page: Page, over: Over) {
        self.over.replace(Some(over));
        self.is_opening.set(true);
        page.refresh();
    }

    fn certify(&'static self, page: Page) {
        let take = move |reply| {
            if let Reply::Certificate(record) = reply {
                let date: String = js_sys::Date::new_0().to_iso_string().into();
                self.open(page, Over::Certificate(Box::new(record), date));
            }
        };
        page.ask(
            Request::Certificate(lens(&page.screen().state)),
            Box::new(take),
        );
    }

    fn take_certificate(&self, page: Page, format: &str) {
        let over = self.over.borrow();
        let Some(Over::Certificate(record, date)) = &*over else {
            return;
        };
        let text = || certificate::text(record, date);
        match format {
            "json" => {
                let json = certificate::json(record, date);
                taking::save_and_say(page, "search-record.json", "application/json", &json);
            }
            "text" => taking::save_and_say(page, "search-record.txt", "text/plain", &text()),
            _ => taking::copy_and_say(page, &text(), &crate::wording::COPIED),
        }
    }

    fn find_similar(&'static self, page: Page) {
        let Place::Document { id, .. } = page.screen().state.place else {
            return;
        };
        let request = SimilarRequest {
            id: id.clone(),
            lens: Lens::default(),
            limit: MOST_SIMILAR,
        };
        let take = move |reply| {
            if let Reply::Similar(record) = reply {
                self.similar.replace(Some((id.clone(), record)));
                page.refresh();
                focus_soon("similar");
            }
        };
        let asked = Asked {
            request: Request::Similar(request),
            is_wanted: Box::new(|| true),
            wait: Box::new(|_| {}),
            take: Box::new(take),
        };
        asking::ask(page, asked);
    }

    fn press_key(&'static self, page: Page, event: &KeyboardEvent) -> bool {
        if event.default_prevented() || event.ctrl_key() || event.meta_key() || is_over() {
            return false;
        }
        let has_single_keys = page.screen().has_single_keys && !is_typing(event);
        let by = match (event.key().as_str(), event.alt_key()) {
            ("ArrowDown", true) => 1,
            ("ArrowUp", true) => -1,
            ("n", false) if has_single_keys => 1,
            ("p", false) if has_single_keys => -1,
            ("?", false) if has_single_keys => {
                event.prevent_default();
                self.open(page, Over::Keys);
                return true;
            }
            _ => return false,
        };
        event.prevent_default();
        step(page, by);
        true
    }
}

/// Says above a search what the address asks for and this page does not know.
fn dress_unread(shown: &mut Shown) {
    let address = window().and_then(|window| window.location().hash().ok());
    let unread = ViewState::unread(&address.unwrap_or_default()).join(", ");
    if !unread.is_empty() {
        let note = styled("p", "note").text(&wording::unread(&unread));
        shown.content.insert(0, note.into());
    }
}

fn close_dialog(pressed: &web_sys::Element) {
    let dialog = pressed.closest("dialog").ok().flatten();
    if let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

fn focus_soon(id: &'static str) {
    asking::after(0, move || {
        if let Some(element) = by_id(id) {
            let _ = element.focus();
        }
    });
}
