//! What the reader presses, types and chooses while reading.

use super::keeping_it::KEEP_PAUSE_MS;
use super::reading::page_address;
use super::{FORM_NAME, Keeping, SETTINGS_NAME, now, reading};
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
            self.choose_block(page, &way.get_attribute("href").unwrap_or_default(), event);
            return false;
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
                drop(tools);
                page.refresh();
            }
            "close-passage" => self.close_bar(page),
            "cite-passage" => self.open_part(page, Open::Cite),
            "note" => {
                self.kept_mark(page);
                self.open_part(page, Open::Note);
            }
            "mark" => {
                self.kept_mark(page);
                page.say(&wording::MARKED);
            }
            "unmark" => self.unmark(page),
            "copy-quotation" => self.copy_quotation(page),
            "copy-link" => self.copy_link(page),
            "copy-citation" => copy(page, &citation_text(), &wording::CITATION_COPIED),
            "save-citation" => self.save_citation(page),
            "find-next" => self.find_on(page, 1),
            "find-previous" => self.find_on(page, -1),
            "show-kept" => self.show_kept(page, &value),
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
            self.change_mark(page, &id, |mark| mark.note = value.replace("\r\n", "\n"));
        } else if let Some(id) = attribute("data-tags") {
            self.change_mark(page, &id, |mark| mark.tags = tags_of(&value));
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

    /// Looks for what is typed into the field of the tools.
    pub(super) fn type_into(&'static self, page: Page, field: &Element) -> bool {
        if !field.has_attribute("data-find-in") {
            return false;
        }
        if let Some(record) = Self::reading(page) {
            self.find(&record, &field.unchecked_ref::<HtmlInputElement>().value());
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

    /// Chooses the paragraph whose sign was pressed; the page goes there by itself.
    fn choose_block(&'static self, page: Page, address: &str, event: &MouseEvent) {
        let has_modifier = event.ctrl_key() || event.meta_key() || event.shift_key();
        let Place::Document { block, .. } = ViewState::of_fragment(address).place else {
            return;
        };
        let Some(record) = Self::reading(page).filter(|_| !has_modifier) else {
            return;
        };
        let Some(place) = record.blocks.iter().find(|known| known.id == block) else {
            return;
        };
        self.chosen.replace(None);
        self.choose_span(page, &record, place.start, place.end);
        // A press by keyboard has no count of clicks: there the bar is the next place to be, once the page
        // has gone to the paragraph.
        let is_by_keyboard = event.detail() == 0;
        asking::after(0, move || {
            self.wants_focus.set(is_by_keyboard);
            page.refresh();
        });
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

    fn change_mark(&'static self, page: Page, id: &str, change: impl FnOnce(&mut Mark)) {
        let mut desk = self.desk.borrow_mut();
        let Some(mark) = desk.marks.get_mut(id) else {
            return;
        };
        let before = mark.clone();
        change(mark);
        if *mark == before {
            return;
        }
        mark.modified = now().max(desk::Moment(before.modified.0 + 1));
        drop(desk);
        self.changed(page);
        page.say(&wording::NOTE_KEPT);
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
        let passage = citing::passage(target, chosen.number, &reading::public_address());
        let text = Form::Text.write(&citing::work(&record.summary), Some(&passage));
        copy(page, &text, &wording::QUOTATION_COPIED);
    }

    fn copy_link(&self, page: Page) {
        let chosen = self.chosen.borrow();
        let target = chosen.as_ref().and_then(|chosen| chosen.target.as_ref());
        if let Some(target) = target {
            let link = [page_address(), citing::fragment(target)].concat();
            copy(page, &link, &wording::LINK_COPIED);
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

/// Copies a text and tells; where the browser refuses, the citation is selected for the reader's own hands.
pub(super) fn copy(page: Page, text: &str, done: &'static str) {
    let heard = move |is_copied| {
        if is_copied {
            return page.say(done);
        }
        let field =
            by_id("citation-text").and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
        match field {
            Some(field) => {
                field.select();
                page.say(&wording::COPY_BY_HAND);
            }
            None => page.say(&wording::NOT_COPIED),
        }
    };
    taking::copy(text, Box::new(heard));
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
