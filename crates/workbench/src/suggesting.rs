//! The search box with proposals, in the page.

use crate::asking;
use crate::finding::past::Past;
use crate::finding::suggestions::{Proposals, Taken};
use crate::finding::wording;
use crate::state::{Library, Place, ViewState};
use crate::utf16;
use protocol::{Reply, Request, SuggestRecord, SuggestRequest};
use std::cell::RefCell;
use vademecum_page::app::Page;
use vademecum_page::browser::{by_id, element_of, keep, kept};
use vademecum_page::extension::{Extension, Shown};
use vademecum_page::views::Screen;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

/// Proposals at most: as many as stand above the results without hiding all of them.
const MOST_PROPOSALS: usize = 8;

/// Proposals while someone types, and past searches.
#[derive(Default)]
pub(crate) struct Suggesting {
    proposals: RefCell<Proposals>,
    past: RefCell<Past>,
}

impl Extension for Suggesting {
    fn start(&'static self, page: Page) {
        self.past
            .replace(Past::of_text(&kept(&past_key(page.library()))));
        // Leaving the box closes the list; a press on the list does not leave the box.
        let leave = Closure::<dyn Fn(Event)>::new(move |event: Event| match element_of(&event) {
            Some(target) if event.type_() == "mousedown" => {
                if target.closest("#suggestions").ok().flatten().is_some() {
                    event.prevent_default();
                } else if target.id() != "query" {
                    self.close(page);
                }
            }
            Some(target) if target.id() == "query" => self.close(page),
            _ => {}
        });
        if let Some(frame) = vademecum_page::browser::document() {
            for name in ["focusout", "mousedown"] {
                let _ =
                    frame.add_event_listener_with_callback(name, leave.as_ref().unchecked_ref());
            }
        }
        leave.forget();
    }

    fn change(&'static self, page: Page, screen: &Screen) {
        if matches!(screen.state.place, Place::Document { .. }) {
            self.remember(page, &screen.state.query);
        }
    }

    fn dress(&self, _: &Screen, _: &Library, shown: &mut Shown) {
        self.proposals.borrow().dress(&mut shown.masthead);
    }

    fn hear(&'static self, page: Page, event: &Event) -> bool {
        let Some(target) = element_of(event) else {
            return false;
        };
        let is_box = target.id() == "query";
        match event.type_().as_str() {
            "input" if is_box => {
                self.propose(page);
                // Nothing new was typed: it is heard again, by this build of the page.
                if box_of().is_some_and(|input| input.value() == page.screen().state.query) {
                    page.refresh();
                }
                false
            }
            "keydown" if is_box => self.press_key(page, event.unchecked_ref()),
            "click" if is_box => {
                if box_of().is_some_and(|input| input.value().is_empty()) {
                    self.propose(page);
                    page.refresh();
                }
                false
            }
            "click" => self.press(page, &target),
            _ => false,
        }
    }
}

impl Suggesting {
    /// Looks for proposals for what stands in the box. The page shows them with its answer.
    fn propose(&'static self, page: Page) {
        let Some(input) = box_of() else { return };
        let text = input.value();
        let units = input.selection_start().ok().flatten();
        let cursor = utf16::byte_of(&text, units.unwrap_or(u32::MAX)) as usize;
        let request = SuggestRequest {
            text: text.clone(),
            cursor,
            limit: MOST_PROPOSALS,
        };
        let take = move |reply| {
            let found = match reply {
                Reply::Suggest(found) => found,
                _ => SuggestRecord::default(),
            };
            let past = self.past.borrow();
            self.proposals
                .replace(Proposals::new(&text, cursor, &found, &past));
        };
        page.ask(Request::Suggest(request), Box::new(take));
    }

    fn press_key(&'static self, page: Page, event: &KeyboardEvent) -> bool {
        // An input method has its own use for these keys.
        if event.is_composing() || event.ctrl_key() || event.meta_key() {
            return false;
        }
        let is_open = !self.proposals.borrow().list.is_empty();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if !event.alt_key() => {
                if !is_open {
                    self.propose(page);
                }
                if self.proposals.borrow().list.is_empty() {
                    return false;
                }
                let by = if event.key() == "ArrowDown" { 1 } else { -1 };
                self.proposals.borrow_mut().step(by);
                page.refresh();
            }
            "Escape" if is_open => self.close(page),
            "Enter" => {
                let active = self.proposals.borrow().active;
                let Some(active) = active else {
                    let query = page.screen().state.query;
                    self.remember(page, &query);
                    self.close(page);
                    return false;
                };
                self.take(page, active);
            }
            "Home" | "End" | "ArrowLeft" | "ArrowRight" => {
                self.proposals.borrow_mut().active = None;
                page.refresh();
                return false;
            }
            _ => return false,
        }
        event.prevent_default();
        true
    }

    fn press(&'static self, page: Page, target: &Element) -> bool {
        let Ok(Some(pressed)) = target.closest("[data-do='proposal']") else {
            return false;
        };
        let number = pressed.get_attribute("data-value");
        if let Some(at) = number.and_then(|number| number.parse().ok()) {
            self.take(page, at);
        }
        true
    }

    fn take(&'static self, page: Page, at: usize) {
        let taken = self.proposals.borrow().taken(at);
        self.proposals.replace(Proposals::default());
        match taken {
            Some(Taken::Text(text, cursor)) => {
                self.remember(page, &text);
                page.change(page.screen().state.with_query(&text));
                page.refresh();
                put_cursor(&text, cursor);
            }
            Some(Taken::Document(id)) => {
                let next = ViewState::default().in_document(&id, "", None);
                page.go(next);
            }
            Some(Taken::Forget) => {
                self.past.replace(Past::default());
                keep(&past_key(page.library()), "");
                page.refresh();
                page.say(&wording::FORGOTTEN);
            }
            None => page.refresh(),
        }
    }

    fn close(&self, page: Page) {
        if !self.proposals.borrow().list.is_empty() {
            self.proposals.replace(Proposals::default());
            page.refresh();
        }
    }

    /// Keeps a search that someone meant: they pressed Enter or opened one of its results.
    fn remember(&self, page: Page, query: &str) {
        let mut past = self.past.borrow_mut();
        if past.add(query) {
            keep(&past_key(page.library()), &past.to_text());
        }
    }
}

/// Pages of other texts may have the same storage: all files share one.
fn past_key(library: &Library) -> String {
    ["vademecum.past.", &library.corpus.title].concat()
}

fn box_of() -> Option<HtmlInputElement> {
    by_id("query")?.dyn_into().ok()
}

/// Puts the cursor behind what was taken, once the box holds it.
fn put_cursor(text: &str, cursor: usize) {
    let units = utf16::units_of(text, cursor as u32);
    asking::after(0, move || {
        if let Some(input) = box_of() {
            let _ = input.focus();
            let _ = input.set_selection_range(units, units);
        }
    });
}
