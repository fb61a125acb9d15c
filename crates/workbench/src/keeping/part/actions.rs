//! What the reader presses, types and chooses while reading.

use super::keeping_it::KEEP_PAUSE_MS;
use super::reading::{public_address, shared_address};
use super::{FORM_NAME, Keeping, SETTINGS_NAME, now};
use crate::keeping::passage_bar::{Chosen, Open};
use crate::keeping::{citing, storage};
use crate::state::{Place, ViewState};
use crate::{asking, taking, wording};
use citation::Form;
use desk::{Mark, id_of, tags_of};
use vademecum_page::app::Page;
use vademecum_page::browser::{by_id, document, window};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent, MouseEvent,
};

impl Keeping {
    /// Does what a pressed control says; false for what is not of this part.
    pub(super) fn press(&'static self, page: Page, target: &Element, event: &MouseEvent) -> bool {
        if let Ok(Some(way)) = target.closest("a.permalink") {
            let address = way.get_attribute("href").unwrap_or_default();
            return self.choose_block(page, &address, event);
        }
        let Ok(Some(pressed)) = target.closest("[data-do]") else {
            let is_in = |place: &str| target.closest(place).is_ok_and(|found| found.is_some());
            if is_in(".page .text") && !is_in("a") {
                self.take_press(page);
            }
            return false;
        };
        let value = pressed.get_attribute("data-value").unwrap_or_default();
        match pressed
            .get_attribute("data-do")
            .unwrap_or_default()
            .as_str()
        {
            "cite" => self.cite_document(page),
            "tools" => {
                let mut tools = self.tools.borrow_mut();
                tools.is_open = !tools.is_open;
                if tools.is_open {
                    // The bar would cover the tools.
                    self.chosen.replace(None);
                }
                drop(tools);
                page.refresh();
            }
            "close-passage" => self.close_bar(page),
            "end-note" => self.open_part(page, Open::Note),
            "cite-passage" => self.open_part(page, Open::Cite),
            "note" => self.open_part(page, Open::Note),
            "mark" => {
                self.kept_mark(page);
                page.say(&wording::MARKED);
            }
            "unmark" => self.unmark(page),
            "copy-quotation" => self.copy_quotation(page),
            "copy-link" => self.copy_link(page),
            "copy-citation" => {
                taking::copy_and_say(page, &citation_text(), &wording::CITATION_COPIED);
            }
            "save-citation" => self.save_citation(page),
            "find-next" => self.find_on(page, 1),
            "find-previous" => self.find_on(page, -1),
            "show-kept" => self.show_kept(page, &value),
            "which-text" => self.show_text(page, value == "second"),
            other => return self.press_on_desk(page, other, &value),
        }
        true
    }

    /// Takes a choice, or a text that was changed.
    pub(super) fn choose(&'static self, page: Page, field: &Element) -> bool {
        let attribute = |name: &str| field.get_attribute(name);
        // Lists, texts and fields have the same property.
        let value = field.unchecked_ref::<HtmlInputElement>().value();
        if let Some(id) = attribute("data-note") {
            self.change_mark(page, &id, |mark| mark.note = note_of(&value));
            self.changed(page);
            // Who does not see what stands beside the field hears it when the note is left.
            page.say_unseen(&wording::NOTE_KEPT);
        } else if let Some(id) = attribute("data-tags") {
            if self.change_mark(page, &id, |mark| mark.tags = tags_of(&value)) {
                self.changed(page);
                page.say(&wording::NOTE_KEPT);
            }
        } else if attribute("data-form").is_some() {
            self.form.set(Form::named(&value));
            storage::keep(FORM_NAME, &value);
            page.refresh();
        } else if let Some(name) = attribute("data-setting") {
            self.set(page, &name, &value);
        } else if attribute("data-beside").is_some() && field.tag_name() == "SELECT" {
            page.change(page.screen().state.with_option("b", &value));
        } else if let Some(id) = attribute("data-read") {
            let is_read = field.unchecked_ref::<HtmlInputElement>().checked();
            let mut desk = self.desk.borrow_mut();
            desk.coverage
                .entry(id)
                .or_default()
                .set_read(is_read, now());
            drop(desk);
            self.tools.borrow_mut().is_read = is_read;
            self.changed(page);
        } else {
            return self.choose_on_desk(page, field, &value);
        }
        true
    }

    /// Keeps a note while it is typed, and looks for what is typed into the field of the tools.
    pub(super) fn type_into(&'static self, page: Page, field: &Element) -> bool {
        let value = field.unchecked_ref::<HtmlInputElement>().value();
        if let Some(id) = field.get_attribute("data-note") {
            // Nothing is said, nor drawn again, while a note is typed.
            if self.change_mark(page, &id, |mark| mark.note = note_of(&value)) {
                self.keep_soon(page, KEEP_PAUSE_MS);
            }
            return true;
        }
        if !field.has_attribute("data-find-in") {
            return false;
        }
        if let Some(record) = Self::reading(page) {
            self.find(&record, &value);
            page.refresh();
        }
        true
    }

    pub(super) fn press_key(
        &'static self,
        page: Page,
        target: &Element,
        event: &KeyboardEvent,
    ) -> bool {
        let is_in = |place: &str| target.closest(place).is_ok_and(|found| found.is_some());
        match event.key().as_str() {
            "F2" if self.chosen.borrow().is_some() => self.focus_bar(),
            "Enter" if target.has_attribute("data-find-in") => {
                self.find_on(page, if event.shift_key() { -1 } else { 1 });
            }
            "Escape" if is_in("#passage-bar") => self.close_bar(page),
            "Escape" if is_in("#reading-panel") => {
                self.tools.borrow_mut().is_open = false;
                page.refresh();
                focus("[data-do='tools']");
            }
            _ => return false,
        }
        event.prevent_default();
        true
    }

    fn set(&self, page: Page, name: &str, value: &str) {
        let mut tools = self.tools.borrow_mut();
        tools.settings.choose(name, value);
        let root = document().and_then(|document| document.document_element());
        for (name, value) in tools.settings.chosen() {
            if let Some(root) = &root {
                let _ = root.set_attribute(&["data-", name].concat(), value);
            }
        }
        storage::keep(SETTINGS_NAME, &tools.settings.to_text());
        drop(tools);
        page.refresh();
    }

    /// Chooses the paragraph whose sign was pressed: its address is that of the page now, and the text stays where it is.
    /// False for what is left to the browser.
    fn choose_block(&'static self, page: Page, address: &str, event: &MouseEvent) -> bool {
        let has_modifier = event.ctrl_key() || event.meta_key() || event.shift_key();
        let state = ViewState::of_fragment(address);
        let Place::Document { block, .. } = &state.place else {
            return false;
        };
        let Some(record) = Self::reading(page).filter(|_| !has_modifier) else {
            return false;
        };
        let Some(place) = record.blocks.iter().find(|known| known.id == *block) else {
            return false;
        };
        event.prevent_default();
        let height = window().and_then(|window| window.scroll_y().ok());
        let span = [place.start, place.end];
        page.change(state);
        self.chosen.replace(None);
        self.choose_span(page, &record, place.start, place.end);
        // A press by keyboard has no count of clicks: there the bar is the next place to be, once the page
        // has gone to the paragraph.
        let is_by_keyboard = event.detail() == 0;
        asking::after(0, move || {
            self.wants_focus.set(is_by_keyboard);
            page.refresh();
            if let (Some(window), Some(height)) = (window(), height) {
                window.scroll_to_with_x_and_y(0.0, height);
            }
            self.uncover(span);
        });
        true
    }

    fn cite_document(&self, page: Page) {
        let is_open = self
            .chosen
            .borrow()
            .as_ref()
            .is_some_and(|chosen| chosen.target.is_none());
        if is_open {
            return self.close_bar(page);
        }
        self.chosen.replace(Some(Chosen {
            target: None,
            number: 0,
            mark: None,
        }));
        self.open.set(Open::Cite);
        self.wants_focus.set(true);
        page.refresh();
    }

    /// Closes the bar; the keyboard returns to the passage.
    fn close_bar(&self, page: Page) {
        let chosen = self.chosen.take();
        self.open.set(Open::Actions);
        if let Some(selection) = window().and_then(|window| window.get_selection().ok().flatten()) {
            let _ = selection.remove_all_ranges();
        }
        page.refresh();
        match chosen.and_then(|chosen| chosen.target) {
            Some(target) => focus_block(&target.block),
            None => focus("[data-do='cite']"),
        }
    }

    fn open_part(&self, page: Page, part: Open) {
        let is_open = self.open.get() == part;
        self.open.set(if is_open { Open::Actions } else { part });
        page.refresh();
        if part == Open::Note && !is_open {
            // The field is there once the page has been drawn again.
            asking::after(0, || focus("#passage-bar textarea"));
        }
    }

    /// Puts the chosen passage onto the desk, unless it is there.
    fn kept_mark(&'static self, page: Page) {
        let mut chosen = self.chosen.borrow_mut();
        let Some(chosen) = chosen.as_mut().filter(|chosen| chosen.mark.is_none()) else {
            return;
        };
        let Some(target) = chosen.target.clone() else {
            return;
        };
        let id = id_of(random());
        let mark = Mark {
            modified: now(),
            created: now(),
            target,
            ..Mark::default()
        };
        self.desk.borrow_mut().marks.insert(id.clone(), mark);
        chosen.mark = Some(id);
        let _ = chosen;
        self.changed_here(page);
    }

    fn unmark(&'static self, page: Page) {
        let mark = self
            .chosen
            .borrow_mut()
            .as_mut()
            .and_then(|chosen| chosen.mark.take());
        if let Some(id) = mark {
            self.desk.borrow_mut().remove(&id, now());
            self.open.set(Open::Actions);
            self.changed_here(page);
            page.say(&wording::MARK_REMOVED);
        }
    }

    /// Notes a change that shows in the document.
    fn changed_here(&'static self, page: Page) {
        let id = self.document.borrow().clone();
        self.list_kept(page, &id);
        self.keep_soon(page, KEEP_PAUSE_MS);
        asking::after(0, move || page.refresh());
    }

    /// Changes the mark that a field writes to; tells whether it is another now.
    fn change_mark(&'static self, page: Page, id: &str, change: impl FnOnce(&mut Mark)) -> bool {
        let id = &self.noted(page, id);
        let mut desk = self.desk.borrow_mut();
        let Some(mark) = desk.marks.get_mut(id) else {
            return false;
        };
        let before = mark.clone();
        change(mark);
        let is_changed = *mark != before;
        if is_changed {
            mark.modified = now().max(desk::Moment(before.modified.0 + 1));
        }
        is_changed
    }

    /// Returns the mark that a field writes to. The passage in the bar gets one when something is written about it, not
    /// before.
    fn noted(&'static self, page: Page, id: &str) -> String {
        if !id.is_empty() {
            return id.to_owned();
        }
        self.kept_mark(page);
        let chosen = self.chosen.borrow();
        let mark = chosen.as_ref().and_then(|chosen| chosen.mark.clone());
        mark.unwrap_or_default()
    }

    fn copy_quotation(&self, page: Page) {
        let Some(record) = Self::reading(page) else {
            return;
        };
        let chosen = self.chosen.borrow();
        let Some(chosen) = chosen.as_ref() else {
            return;
        };
        let Some(target) = &chosen.target else { return };
        let passage = citing::passage(target, chosen.number, &public_address());
        let work = citing::work(&record.summary, &page.library().corpus.title);
        let text = Form::Text.write(&work, Some(&passage));
        taking::copy_and_say(page, &text, &wording::QUOTATION_COPIED);
    }

    fn copy_link(&self, page: Page) {
        let chosen = self.chosen.borrow();
        let target = chosen.as_ref().and_then(|chosen| chosen.target.as_ref());
        if let Some(target) = target {
            let link = [shared_address(), citing::fragment(target)].concat();
            let done = if public_address().is_empty() {
                &wording::LINK_OF_FILE_COPIED
            } else {
                &wording::LINK_COPIED
            };
            taking::copy_and_say(page, &link, done);
        }
    }

    fn save_citation(&self, page: Page) {
        let name = ["citation.", self.form().extension()].concat();
        taking::save_and_say(page, &name, "text/plain", &citation_text());
    }

    fn show_kept(&'static self, page: Page, id: &str) {
        let Some(record) = Self::reading(page) else {
            return;
        };
        let desk = self.desk.borrow();
        let span = desk
            .marks
            .get(id)
            .and_then(|mark| citing::anchored(&mark.target, &record).span());
        drop(desk);
        if let Some([start, end]) = span {
            self.chosen.replace(None);
            self.choose_span(page, &record, start, end);
            page.refresh();
            self.show([start, end]);
        }
    }
}

/// Returns a note as it stands in its field.
fn note_of(value: &str) -> String {
    value.replace("\r\n", "\n")
}

fn citation_text() -> String {
    let field =
        by_id("citation-text").and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// Focuses the first element of a selector.
pub(super) fn focus(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

fn focus_block(block: &str) {
    if let Some(element) = by_id(&["b-", block].concat()) {
        let _ = element.set_attribute("tabindex", "-1");
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Returns bytes that no other mark has.
pub(super) fn random() -> [u8; 16] {
    let mut bytes = [0; 16];
    let crypto = window().and_then(|window| window.crypto().ok());
    let is_filled =
        crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !is_filled {
        for byte in &mut bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    bytes
}
