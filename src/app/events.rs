//! What the reader does: presses, typing, keys, Back; and pauses that end.
//!
//! One function listens to the whole window and to its clock. A pressed element says itself what it does
//! (`data-do`), so content can come and go without listeners.

use super::{App, Landing};
use crate::app::Page;
use crate::browser::{self, element_of, value_of};
use crate::extension::extension;
use crate::state::{ViewState, order_of};
use leptos::prelude::GetUntracked;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlElement, KeyboardEvent, MouseEvent};

const EVENTS: [&str; 7] = [
    "click", "input", "change", "submit", "keydown", "popstate", "scroll",
];
/// Positions are stored when scrolling has rested for this long.
const SCROLL_PAUSE_MS: i32 = 120;
/// How long after the first answer, which nothing may delay, the engine prepares for the next.
const PREPARE_PAUSE_MS: i32 = 300;

thread_local! {
    /// The app that listens.
    static SHOWN: Cell<Option<&'static App>> = const { Cell::new(None) };
}

/// A pause after which something happens, unless it begins again.
#[derive(Clone, Copy)]
pub(super) enum Timer {
    /// The address is written.
    Address,
    /// The reader's place is stored.
    Scroll,
    /// The status line is told.
    Status,
    /// The engine prepares for searches of several words.
    Prepare,
    /// The first key is rehearsed.
    Rehearse,
}

impl Timer {
    pub(super) const COUNT: usize = 5;
}

impl App {
    /// Begins to listen.
    pub(super) fn listen(&'static self) {
        let hear = Closure::<dyn Fn(JsValue)>::new(|what| self.hear(what));
        let listener: js_sys::Function = hear.into_js_value().unchecked_into();
        if let Some(window) = browser::window() {
            for name in EVENTS {
                let _ = window.add_event_listener_with_callback(name, &listener);
            }
        }
        let _ = self.listener.set(listener);
        self.start_timer(Timer::Prepare, PREPARE_PAUSE_MS);
        SHOWN.set(Some(self));
    }

    /// `what` is an event, or the number of a timer.
    fn hear(&'static self, what: JsValue) {
        if let Some(timer) = what.as_f64() {
            return self.end_timer(timer as usize);
        }
        let event: &Event = what.unchecked_ref();
        if let Some(extension) = extension()
            && extension.hear(Page(self), event)
        {
            return;
        }
        match event.type_().as_str() {
            "click" => self.press(what.unchecked_ref()),
            "input" => self.type_into(event),
            "change" => self.sort(event),
            "submit" => {
                event.prevent_default();
                self.write_address();
            }
            "keydown" if self.screen.get_untracked().has_single_keys => {
                focus_search(what.unchecked_ref());
            }
            "keydown" => {}
            "popstate" => self.arrive(Landing::Top),
            _ => self.start_timer(Timer::Scroll, SCROLL_PAUSE_MS),
        }
    }

    /// Does what the pressed element says, or follows a link to a place in the page without leaving it;
    /// every other link is the browser's.
    fn press(&'static self, event: &MouseEvent) {
        let target = element_of(event);
        let pressed = target.and_then(|target| target.closest("[data-do],a[href^='#/']").ok()?);
        let Some(pressed) = pressed else { return };
        let attribute = |name| pressed.get_attribute(name).unwrap_or_default();
        let state = self.state();
        match attribute("data-do").as_str() {
            "" => {
                if !event.default_prevented() && event.button() == 0 && !has_modifier(event) {
                    event.prevent_default();
                    self.change(ViewState::of_fragment(&attribute("href")), Landing::Top);
                }
            }
            "skip" => {
                event.prevent_default();
                focus("content");
            }
            "clear" => {
                self.type_query("");
                focus("query");
            }
            "filter" => {
                let next = state.toggled(&attribute("data-field"), &attribute("data-value"));
                self.change(next, Landing::Stay);
            }
            "clear-filters" => {
                self.change(state.without_filters(), Landing::Stay);
                browser::focus_beginning();
            }
            "theme" => self.switch_theme(),
            "more" => self.show_more(),
            "previous" => self.step(-1),
            _ => self.step(1),
        }
    }

    fn type_into(&'static self, event: &Event) {
        let Some(field) = element_of(event) else {
            return;
        };
        let text = value_of(&field);
        if field.id() == "query" {
            self.type_query(&text);
        } else if let Some(group) = field.get_attribute("data-narrow") {
            self.narrow(&group, &text);
        }
    }

    fn sort(&'static self, event: &Event) {
        let Some(list) = element_of(event) else {
            return;
        };
        if list.id() == "sort" {
            let mut next = self.state();
            next.sort = order_of(&value_of(&list));
            self.change(next, Landing::Stay);
        }
    }

    /// Begins a pause, again where it had begun.
    pub(super) fn start_timer(&self, timer: Timer, pause_ms: i32) {
        self.stop_timer(timer);
        let (Some(window), Some(listener)) = (browser::window(), self.listener.get()) else {
            return;
        };
        let number = JsValue::from_f64(timer as usize as f64);
        let handle = window
            .set_timeout_with_callback_and_timeout_and_arguments_1(listener, pause_ms, &number);
        self.timers[timer as usize].set(handle.unwrap_or(0));
    }

    /// Ends a pause without anything happening.
    pub(super) fn stop_timer(&self, timer: Timer) {
        let handle = self.timers[timer as usize].take();
        if let (true, Some(window)) = (handle != 0, browser::window()) {
            window.clear_timeout_with_handle(handle);
        }
    }

    /// Whether this pause has begun and not ended.
    pub(super) fn is_timed(&self, timer: Timer) -> bool {
        self.timers[timer as usize].get() != 0
    }

    fn end_timer(&self, timer: usize) {
        self.timers.get(timer).map(Cell::take);
        match timer {
            0 => self.write_address(),
            1 => self.remember(),
            2 => self.tell(),
            3 => {
                self.link.session().prepare_ranking();
                // A task of its own, so that no key waits for both.
                self.start_timer(Timer::Rehearse, 0);
            }
            _ => self.rehearse(),
        }
    }
}

/// Ends the app: it hears nothing any more, and its elements are another's. What it would still write is
/// written.
pub(crate) fn stop() {
    let (Some(app), Some(window)) = (SHOWN.take(), browser::window()) else {
        return;
    };
    app.leave();
    for timer in [
        Timer::Address,
        Timer::Scroll,
        Timer::Status,
        Timer::Prepare,
        Timer::Rehearse,
    ] {
        app.stop_timer(timer);
    }
    for name in EVENTS {
        if let Some(listener) = app.listener.get() {
            let _ = window.remove_event_listener_with_callback(name, listener);
        }
    }
}

fn has_modifier(event: &MouseEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.shift_key()
}

fn focus(id: &str) {
    if let Some(element) = browser::by_id(id) {
        let _ = element.focus();
    }
}

/// `/` goes to the search box, except where a `/` can be typed.
fn focus_search(event: &KeyboardEvent) {
    if event.key() != "/"
        || event.ctrl_key()
        || event.meta_key()
        || event.alt_key()
        || event.default_prevented()
    {
        return;
    }
    let is_typing = element_of(event).is_some_and(|target| {
        ["INPUT", "TEXTAREA", "SELECT"].contains(&target.tag_name().as_str())
            || target.unchecked_ref::<HtmlElement>().is_content_editable()
    });
    if !is_typing {
        event.prevent_default();
        focus("query");
    }
}
