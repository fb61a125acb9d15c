//! Ways out of an empty answer, records of searches, lists of queries, documents like one, keys: in the page.

use crate::finding::{batch, breakdown, certificate, keys, lens, similar, wording};
use crate::markup::{Node, styled};
use crate::sheets::{self, Sheet};
use crate::state::{Library, Place, View, ViewState};
use crate::taking;
use protocol::{
    BatchRequest, BatchRowRecord, BreakdownRecord, CertificateRecord, Lens, Reply, Request,
    SimilarRecord, SimilarRequest,
};
use std::cell::{Cell, RefCell};
use vademecum_page::app::Page;
use vademecum_page::browser::{by_id, element_of, value_by_id, window};
use vademecum_page::extension::{Extension, Shown};
use vademecum_page::views::{self, Screen};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlDialogElement, HtmlElement, KeyboardEvent};

/// An answer without a hit is taken apart when typing has rested for this long.
const BREAKDOWN_PAUSE_MS: i32 = 250;
/// Lines that are searched before the page may answer its reader.
const LINES_AT_ONCE: usize = 10;
/// Documents like one that are shown.
const MOST_SIMILAR: usize = 8;

/// What lies over the page.
enum Over {
    Certificate(Box<CertificateRecord>, String),
    Keys,
}

/// A list of queries and what it found so far.
#[derive(Default)]
struct Batch {
    lines: Vec<String>,
    reading: String,
    lens: Lens,
    rows: Vec<BatchRowRecord>,
    left_out: usize,
    is_wrong: bool,
    /// Counts the lists, so that one that was begun anew ends the one before.
    number: u32,
}

/// Everything that helps to search.
#[derive(Default)]
pub(crate) struct Helping {
    /// The state whose empty answer is taken apart, and its parts.
    breakdown: RefCell<Option<(ViewState, BreakdownRecord)>>,
    over: RefCell<Option<Over>>,
    is_opening: Cell<bool>,
    /// A document's id with the documents like it.
    similar: RefCell<Option<(String, SimilarRecord)>>,
    batch: RefCell<Batch>,
    /// The table of the batch, as it stands on the screen.
    sheet: RefCell<Sheet>,
}

impl Extension for Helping {
    fn change(&'static self, page: Page, _: &Screen) {
        let look = Closure::once_into_js(move || self.take_apart(page));
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
                look.unchecked_ref(),
                BREAKDOWN_PAUSE_MS,
            );
        }
    }

    fn dress(&self, screen: &Screen, library: &Library, shown: &mut Shown) {
        let state = &screen.state;
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
            Place::View(View::Batch) => {
                shown.status.clear();
                shown.content = self.batch_view(state);
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

    /// Puts the tools, and help where nothing was found, between the lines above the answer and its hits.
    fn dress_answer(&self, screen: &Screen, shown: &mut Shown) {
        let mut added: Vec<Node> = vec![certificate::tools(&screen.state).into()];
        let known = self.breakdown.borrow();
        let known = known.as_ref().filter(|(state, _)| *state == screen.state);
        if let Some((state, record)) = known
            && screen.answer.record.total == 0
        {
            added.push(breakdown::view(record, state).into());
        } else {
            added.push(styled("section", "breakdown").with("hidden", "").into());
        }
        let at = shown.content.len().saturating_sub(1);
        shown.content.splice(at..at, added);
    }

    fn batch_view(&self, state: &ViewState) -> Vec<Node> {
        let batch = self.batch.borrow();
        let progress = if batch.rows.len() < batch.lines.len() {
            wording::searching(batch.rows.len(), batch.lines.len())
        } else {
            String::new()
        };
        let form = batch::form(&batch.reading, batch.is_wrong, &progress);
        if batch.rows.is_empty() {
            let heading = styled("h1", "count")
                .with("id", "count")
                .text(crate::wording::view(View::Batch));
            return vec![views::chips(state).into(), heading.into(), form.into()];
        }
        let mut nodes = sheets::view::sheet(&self.sheet.borrow(), state);
        nodes.insert(1, form.into());
        nodes
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
                page.say(taking::saved(taking::save(
                    "search-record.json",
                    "application/json",
                    &json,
                )));
            }
            "text" => page.say(taking::saved(taking::save(
                "search-record.txt",
                "text/plain",
                &text(),
            ))),
            _ => taking::copy(
                &text(),
                Box::new(move |is_copied| page.say(taking::copied(is_copied))),
            ),
        }
    }

    fn take_table(&self, page: Page, format: &str) {
        let batch = self.batch.borrow();
        let state = page.screen().state;
        let whole = batch::sheet(&batch.rows, batch.left_out, &state, page.library(), true);
        match format {
            "csv" => page.say(taking::saved(taking::save(
                "batch.csv",
                "text/csv",
                &sheets::csv(&whole),
            ))),
            "json" => {
                let json = sheets::json(&whole);
                page.say(taking::saved(taking::save(
                    "batch.json",
                    "application/json",
                    &json,
                )));
            }
            _ => taking::copy(
                &sheets::tab_separated(&self.sheet.borrow()),
                Box::new(move |is_copied| page.say(taking::copied(is_copied))),
            ),
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
                self.similar.replace(Some((id, record)));
                page.refresh();
                focus_soon("similar");
            }
        };
        page.ask(Request::Similar(request), Box::new(take));
    }

    /// Searches the pasted lines, a few at a time.
    fn search_list(&'static self, page: Page) {
        let lines = value_by_id(batch::LINES);
        let mut batch = self.batch.borrow_mut();
        batch.lines = lines
            .lines()
            .filter(|line| line.chars().any(char::is_alphanumeric))
            .map(str::to_owned)
            .collect();
        batch.left_out = batch.lines.len().saturating_sub(1_000);
        batch.lines.truncate(1_000);
        batch.reading = value_by_id(batch::READING);
        batch.lens = lens(&page.screen().state);
        batch.is_wrong = batch.lines.is_empty();
        batch.rows.clear();
        batch.number += 1;
        let number = batch.number;
        drop(batch);
        self.search_lines(page, number);
    }

    fn search_lines(&'static self, page: Page, number: u32) {
        let batch = self.batch.borrow();
        let begun = batch.rows.len();
        let few = batch.lines.iter().skip(begun).take(LINES_AT_ONCE);
        let request = BatchRequest {
            lines: few.cloned().collect(),
            reading: batch::reading_of(&batch.reading),
            filters: batch.lens.filters.clone(),
            exact: batch.lens.exact,
        };
        if batch.number != number || request.lines.is_empty() {
            drop(batch);
            return page.refresh();
        }
        drop(batch);
        let take = move |reply| {
            let Reply::Batch(record) = reply else { return };
            let mut batch = self.batch.borrow_mut();
            batch.rows.extend(record.rows);
            let state = page.screen().state;
            let sheet = batch::sheet(&batch.rows, batch.left_out, &state, page.library(), false);
            let (title, is_done) = (sheet.title.clone(), batch.rows.len() >= batch.lines.len());
            self.sheet.replace(sheet);
            drop(batch);
            page.refresh();
            if is_done {
                return page.say(&title);
            }
            let go_on = Closure::once_into_js(move || self.search_lines(page, number));
            if let Some(window) = window() {
                let _ = window.set_timeout_with_callback(go_on.unchecked_ref());
            }
        };
        page.ask(Request::Batch(request), Box::new(take));
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

/// Goes to the next or previous match, at the last one to the next result; in a list, from title to title.
fn step(page: Page, by: isize) {
    let screen = page.screen();
    if matches!(screen.state.place, Place::Search) {
        return step_title(by);
    }
    let Some(record) = views::shown_document(&screen) else {
        return;
    };
    let at = views::current_match(record, &screen.state.place) as isize + by;
    if !record.marks.is_empty() && (0..record.marks.len() as isize).contains(&at) {
        let action = if by > 0 {
            "[data-do='next']"
        } else {
            "[data-do='previous']"
        };
        press_first(action);
    } else {
        step_result(page, by);
    }
}

/// Goes to the first match of the next result, or the last one of the previous.
fn step_result(page: Page, by: isize) {
    let screen = page.screen();
    let Place::Document { id, .. } = &screen.state.place else {
        return;
    };
    let (before, after) = similar::neighbours(&screen.answer.record.hits, id);
    let Some(hit) = (if by > 0 { after } else { before }) else {
        return page.say(if by > 0 {
            &wording::LAST_RESULT
        } else {
            &wording::FIRST_RESULT
        });
    };
    let (state, id) = (screen.state.clone(), hit.id.clone());
    let request = Request::Document {
        id: id.clone(),
        query: state.query.clone(),
        exact: state.exact,
    };
    let take = move |reply| {
        let Reply::Document(record) = reply else {
            return;
        };
        let mark = if by > 0 {
            record.marks.first()
        } else {
            record.marks.last()
        };
        let block = mark.and_then(|mark| {
            let mut blocks = record.blocks.iter();
            blocks.find(|block| block.start <= mark[0] && mark[0] < block.end)
        });
        let block = block.map_or("", |block| block.id.as_str());
        page.go(state.in_document(&id, block, mark.map(|mark| mark[0])));
    };
    page.ask(request, Box::new(take));
}

/// Moves the focus to the next or the previous title of the list.
fn step_title(by: isize) {
    let Some(document) = vademecum_page::browser::document() else {
        return;
    };
    let Ok(titles) = document.query_selector_all(".hit h2 a") else {
        return;
    };
    let focused = document.active_element();
    let titles: Vec<HtmlElement> = (0..titles.length())
        .filter_map(|at| titles.get(at)?.dyn_into().ok())
        .collect();
    let is_focused = |title: &HtmlElement| focused.as_ref() == Some(title.unchecked_ref());
    let at = titles.iter().position(is_focused);
    let next = match at {
        Some(at) => usize::try_from(at as isize + by).ok(),
        None => Some(if by > 0 {
            0
        } else {
            titles.len().saturating_sub(1)
        }),
    };
    if let Some(title) = next.and_then(|next| titles.get(next)) {
        let _ = title.focus();
    }
}

fn press_first(selector: &str) {
    let document = vademecum_page::browser::document();
    let found = document.and_then(|document| document.query_selector(selector).ok()?);
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        found.click();
    }
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target();
    let target = target.and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|target| {
        ["INPUT", "TEXTAREA", "SELECT"].contains(&target.tag_name().as_str())
            || target.is_content_editable()
    })
}

/// Whether something lies over the page, which has the keys then.
fn is_over() -> bool {
    let document = vademecum_page::browser::document();
    document.is_some_and(|document| matches!(document.query_selector("dialog[open]"), Ok(Some(_))))
}

fn close_dialog(pressed: &web_sys::Element) {
    let dialog = pressed.closest("dialog").ok().flatten();
    if let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

fn focus_soon(id: &'static str) {
    let focus = Closure::once_into_js(move || {
        if let Some(element) = by_id(id) {
            let _ = element.focus();
        }
    });
    if let Some(window) = window() {
        let _ = window.set_timeout_with_callback(focus.unchecked_ref());
    }
}
