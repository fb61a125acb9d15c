//! Reading: selections, highlights, the second document, what was seen.

use super::keeping_it::{ask_before_leaving, listen_to};
use super::{Keeping, now, opened, record};
use crate::keeping::passage_bar::{Chosen, Open};
use crate::keeping::reading_tools::{self, Kept};
use crate::keeping::selection::{PageText, visible_blocks};
use crate::keeping::{citing, finding, passage_bar};
use crate::state::Place;
use crate::{asking, text, wording};
use protocol::{DocumentRecord, Reply, Request};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::Arc;
use vademecum_page::app::Page;
use vademecum_page::browser::{by_id, document, window};
use vademecum_page::views::{Screen, block_at, shown_document};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement};

/// A selection is taken when it has rested for this long.
const SELECTION_PAUSE_MS: i32 = 180;
/// Blocks that stand in the window at two looks in a row count as read.
const LOOK_MS: i32 = 2000;
/// What was read is kept at most this often.
const COVERAGE_PAUSE_MS: i32 = 4000;

impl Keeping {
    /// Begins to listen to what the page itself does not hear.
    pub(super) fn listen(&'static self, page: Page) {
        let window = window();
        let timer: &'static Cell<i32> = Box::leak(Box::default());
        let rest = Closure::<dyn Fn()>::new(move || self.take_selection(page)).into_js_value();
        listen_to(
            document().as_deref().map(AsRef::as_ref),
            "selectionchange",
            move |_| {
                let Some(window) = vademecum_page::browser::window() else {
                    return;
                };
                window.clear_timeout_with_handle(timer.get());
                let rest = rest.unchecked_ref();
                let begun = window.set_timeout_with_callback_and_timeout_and_arguments_0(
                    rest,
                    SELECTION_PAUSE_MS,
                );
                timer.set(begun.unwrap_or(0));
            },
        );
        listen_to(
            document().as_deref().map(AsRef::as_ref),
            "visibilitychange",
            move |_| self.put_away(page),
        );
        listen_to(window.as_deref(), "beforeunload", move |event| {
            if self.would_lose() {
                ask_before_leaving(&event);
            }
        });
        let look = Closure::<dyn Fn()>::new(move || self.look(page)).into_js_value();
        if let Some(window) = window {
            let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(
                look.unchecked_ref(),
                LOOK_MS,
            );
        }
    }

    /// Turns to the document of the address, and to the one that is to stand beside it.
    pub(super) fn turn_to(&self, page: Page, id: &str, screen: &Screen) {
        if *self.document.borrow() != id {
            self.document.replace(id.to_owned());
            self.chosen.replace(None);
            self.visible.borrow_mut().clear();
            self.found.borrow_mut().clear();
            self.tools.borrow_mut().found = (0, 0);
            self.tools.borrow_mut().wanted.clear();
        }
        // Whoever goes to a place goes to one in the first text.
        self.is_second.set(false);
        let (wanted, query) = (screen.state.option("b"), screen.state.query.as_str());
        let is_there = match &*self.beside.borrow() {
            Some((known, asked, _)) => known == wanted && asked == query,
            None => wanted.is_empty(),
        };
        if !is_there {
            let request = Request::Document {
                id: wanted.to_owned(),
                query: query.to_owned(),
                exact: screen.state.exact,
            };
            let beside = match page.session().answer(&request) {
                Reply::Document(record) if !wanted.is_empty() => {
                    let tree = reading_tools::beside(&record, &screen.state);
                    Some((wanted.to_owned(), query.to_owned(), Arc::new(tree)))
                }
                _ => None,
            };
            self.beside.replace(beside);
            self.left_at.set(0.0);
        }
        self.list_kept(page, id);
    }

    /// Shows the first or the second text, where it was left, in a window with room for one of them.
    pub(super) fn show_text(&'static self, page: Page, is_second: bool) {
        let Some(window) = window().filter(|_| self.is_second.get() != is_second) else {
            return;
        };
        let here = window.scroll_y().unwrap_or(0.0);
        let there = self.left_at.replace(here);
        self.is_second.set(is_second);
        page.refresh();
        asking::after(0, move || {
            if there > 0.0 || here == 0.0 {
                window.scroll_to_with_x_and_y(0.0, there);
            } else if let Some(sides) = sides() {
                // It was not read yet: it begins below the switch.
                sides.scroll_into_view();
            }
        });
    }

    /// Brings the first text into sight at once, for a place in it that is about to be shown.
    fn show_first(&self) {
        if let (true, Some(sides)) = (self.is_second.replace(false), sides()) {
            let _ = sides.remove_attribute("data-second");
        }
    }

    /// Makes the list of what is kept of a document.
    pub(super) fn list_kept(&self, page: Page, id: &str) {
        let desk = self.desk.borrow();
        let mut kept: Vec<(u32, Kept)> = Vec::new();
        let record = desk
            .marks
            .values()
            .any(|mark| mark.target.document == id)
            .then(|| opened(page, id))
            .flatten();
        for (key, mark) in desk
            .marks
            .iter()
            .filter(|(_, mark)| mark.target.document == id)
        {
            let span = record
                .as_ref()
                .and_then(|record| citing::anchored(&mark.target, record).span());
            let number = match (&record, span) {
                (Some(record), Some([start, _])) => citing::block_number(record, start),
                _ => 0,
            };
            let words = passage_bar::shortened(&mark.target.quote.exact);
            let one = Kept {
                id: key.clone(),
                words,
                number,
            };
            kept.push((span.map_or(u32::MAX, |span| span[0]), one));
        }
        kept.sort_by(|one, other| (one.0, &one.1.id).cmp(&(other.0, &other.1.id)));
        let mut tools = self.tools.borrow_mut();
        tools.kept = kept.into_iter().map(|(_, one)| one).collect();
        tools.is_read = desk
            .coverage
            .get(id)
            .is_some_and(|coverage| coverage.is_read);
    }

    /// Takes the selected words as the chosen passage.
    fn take_selection(&'static self, page: Page) {
        let screen = page.screen();
        let selected = self.text.borrow().1.selected();
        let (Some(record), Some([start, end])) = (shown_document(&screen), selected) else {
            return;
        };
        if self.choose_span(page, record, start, end) {
            page.refresh();
            // The bar that comes says it to the others, and must not be covered by it.
            page.say_unseen(&wording::PASSAGE_CHOSEN);
            asking::after(0, move || self.uncover([start, end]));
        }
    }

    /// Moves the page so that the bar does not cover the end of a place.
    pub(super) fn uncover(&self, span: [u32; 2]) {
        self.text.borrow().1.uncover(span);
    }

    /// Takes a press into the text: a kept passage that was pressed is chosen, else what was chosen no longer is.
    pub(super) fn take_press(&'static self, page: Page) {
        let screen = page.screen();
        let Some(record) = shown_document(&screen) else {
            return;
        };
        let (selected, pressed) = {
            let text = self.text.borrow();
            (text.1.selected(), text.1.pressed())
        };
        let (None, Some(byte)) = (selected, pressed) else {
            return;
        };
        let desk = self.desk.borrow();
        let here = desk
            .marks
            .values()
            .filter(|mark| mark.target.document == record.summary.id);
        let mut spans = here.filter_map(|mark| citing::anchored(&mark.target, record).span());
        let kept = spans.find(|span| span[0] <= byte && byte < span[1]);
        drop(spans);
        drop(desk);
        let is_changed = match kept {
            Some([start, end]) => self.choose_span(page, record, start, end),
            None => self.open.get() == Open::Actions && self.chosen.take().is_some(),
        };
        if is_changed {
            page.refresh();
        }
    }

    /// Chooses a passage of the open document. False where it has no words or is chosen already.
    pub(super) fn choose_span(
        &self,
        page: Page,
        record: &DocumentRecord,
        start: u32,
        end: u32,
    ) -> bool {
        let corpus = &page.library().corpus.version;
        let Some(target) = citing::target(record, corpus, start, end) else {
            return false;
        };
        let is_same = |chosen: &Chosen| {
            chosen
                .target
                .as_ref()
                .is_some_and(|known| known.bytes == target.bytes)
        };
        if self.chosen.borrow().as_ref().is_some_and(is_same) {
            return false;
        }
        let span = Some(target.bytes);
        let desk = self.desk.borrow();
        let here = desk
            .marks
            .iter()
            .filter(|(_, mark)| mark.target.document == record.summary.id);
        let mut same =
            here.filter(|(_, mark)| citing::anchored(&mark.target, record).span() == span);
        let mark = same.next().map(|(id, _)| id.clone());
        let number = citing::block_number(record, target.bytes[0]);
        self.open.set(Open::Actions);
        self.chosen.replace(Some(Chosen {
            target: Some(target),
            number,
            mark,
        }));
        true
    }

    /// Paints kept, found and linked places, and numbers the blocks of a text that is new in the page.
    pub(super) fn paint(&'static self, page: Page, screen: &Screen, record: &DocumentRecord) {
        let shown = Arc::as_ptr(&screen.opened) as usize;
        let is_new = self.text.borrow().0 != shown || !self.text.borrow().1.is_shown();
        if is_new {
            self.text.replace((shown, PageText::of(&record.text)));
            number_blocks(record);
            self.find_again(record);
        }
        let text = &self.text.borrow().1;
        let kept = self.kept_spans(record);
        text.paint("kept", &kept);
        mark_blocks(record, &kept);
        let found = self.found.borrow();
        text.paint("found", &found);
        let nth = self.tools.borrow().found.0;
        let current: Vec<[u32; 2]> = nth
            .checked_sub(1)
            .and_then(|nth| found.get(nth).copied())
            .into_iter()
            .collect();
        text.paint("found-now", &current);
        let linked = linked(screen, record);
        text.paint("linked", linked.as_slice());
        let address = screen.state.to_fragment();
        if *self.landed.borrow() != address {
            self.landed.replace(address);
            if let Some(span) = linked {
                text.show(span);
            }
        }
        let _ = page;
    }

    /// Looks for the words in the document, from the first place on.
    pub(super) fn find(&self, record: &DocumentRecord, wanted: &str) {
        self.show_first();
        let found = finding::find(&record.text, wanted);
        let mut tools = self.tools.borrow_mut();
        tools.wanted = wanted.to_owned();
        tools.found = (usize::from(!found.is_empty()), found.len());
        if let Some(&first) = found.first() {
            self.text.borrow().1.show(first);
        }
        drop(tools);
        self.found.replace(found);
    }

    fn find_again(&self, record: &DocumentRecord) {
        let wanted = self.tools.borrow().wanted.clone();
        self.found.replace(finding::find(&record.text, &wanted));
    }

    /// Goes to the next or the previous place, from the last one to the first.
    pub(super) fn find_on(&self, page: Page, by: isize) {
        self.show_first();
        let found = self.found.borrow();
        let mut tools = self.tools.borrow_mut();
        let total = found.len() as isize;
        if total == 0 {
            return;
        }
        let nth = (tools.found.0 as isize - 1 + by).rem_euclid(total) as usize;
        tools.found = (nth + 1, found.len());
        self.text.borrow().1.show(found[nth]);
        drop(tools);
        drop(found);
        page.refresh();
    }

    /// Shows a place of the text.
    pub(super) fn show(&self, span: [u32; 2]) {
        self.show_first();
        self.text.borrow().1.show(span);
    }

    /// Notes which blocks have stood in the window since the last look.
    fn look(&'static self, page: Page) {
        let screen = page.screen();
        let is_hidden = document().is_none_or(|document| document.hidden());
        let Place::Document { id, .. } = &screen.state.place else {
            return;
        };
        let Some(record) = shown_document(&screen).filter(|_| !is_hidden) else {
            return;
        };
        let visible: BTreeSet<String> = visible_blocks().into_iter().collect();
        let before = self.visible.replace(visible.clone());
        let stayed: Vec<String> = visible.intersection(&before).cloned().collect();
        let mut desk = self.desk.borrow_mut();
        let is_known = desk
            .coverage
            .get(id)
            .is_some_and(|coverage| stayed.iter().all(|block| coverage.blocks.contains(block)));
        if stayed.is_empty() || is_known {
            return;
        }
        let coverage = desk.coverage.entry(id.clone()).or_default();
        coverage.blocks.extend(stayed);
        // Who has taken the tick away has the last word.
        let was_denied = coverage.since.0 > 0;
        if !was_denied
            && coverage.n_read(record.blocks.iter().map(|block| &*block.id)) == record.blocks.len()
        {
            coverage.set_read(true, now());
            self.tools.borrow_mut().is_read = true;
        }
        if coverage.modified.0 == 0 {
            coverage.modified = now();
        }
        drop(desk);
        self.keep_soon(page, COVERAGE_PAUSE_MS);
    }

    /// Moves the keyboard to the passage bar.
    pub(super) fn focus_bar(&self) {
        let first = document().and_then(|document| {
            let bar = document
                .query_selector("#passage-bar .passage-actions button, #passage-bar select")
                .ok()?;
            bar?.dyn_into::<HtmlElement>().ok()
        });
        if let Some(first) = first {
            let _ = first.focus();
        }
    }

    /// Returns the open document with the screen.
    pub(super) fn reading(page: Page) -> Option<DocumentRecord> {
        record(&page.screen())
    }
}

/// Returns the element around the texts.
fn sides() -> Option<Element> {
    document()?.query_selector(".sides").ok()?
}

/// Returns the place of the quotation in the address.
fn linked(screen: &Screen, record: &DocumentRecord) -> Option<[u32; 2]> {
    let quote = screen.state.option("quote");
    let block = block_at(record, &screen.state).filter(|_| !quote.is_empty())?;
    let words = record.text.get(block.start as usize..)?;
    let start = block.start + text::find(words, quote)? as u32;
    Some([start, start + quote.len() as u32])
}

/// Writes the number of each block beside it; the styles show it where the reader wants.
fn number_blocks(record: &DocumentRecord) {
    for (nth, block) in (1_usize..).zip(&record.blocks) {
        let element = by_id(&["b-", &block.id].concat());
        if let Some(element) = element.filter(|element| !element.has_attribute("data-number")) {
            let _ = element.set_attribute("data-number", &nth.to_string());
        }
    }
}

/// Puts a sign beside the blocks in which something is kept.
fn mark_blocks(record: &DocumentRecord, kept: &[[u32; 2]]) {
    for block in &record.blocks {
        let is_kept = kept
            .iter()
            .any(|span| span[0] < block.end && block.start < span[1]);
        let Some(element) = by_id(&["b-", &block.id].concat()) else {
            continue;
        };
        if is_kept == element.has_attribute("data-kept") {
            continue;
        }
        let _ = match is_kept {
            true => element.set_attribute("data-kept", ""),
            false => element.remove_attribute("data-kept"),
        };
    }
}

/// Returns the page's address without fragment, or nothing where nobody else can follow it.
pub(super) fn public_address() -> String {
    let address = page_address();
    let is_public = address.starts_with("http://") || address.starts_with("https://");
    if is_public { address } else { String::new() }
}

/// Returns what to put before a fragment for others: the page's address, or the name of its file where it was opened
/// from a disk, of which only this machine knows the folders.
pub(super) fn shared_address() -> String {
    match public_address() {
        public if !public.is_empty() => public,
        _ => page_address()
            .split(['/', '\\'])
            .next_back()
            .unwrap_or_default()
            .to_owned(),
    }
}

/// Returns the page's address without fragment.
fn page_address() -> String {
    let address = window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default();
    address.split('#').next().unwrap_or("").to_owned()
}
