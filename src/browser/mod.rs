//! The only callers of the browser's interfaces besides `page.rs`.
//!
//! Everything here is small and forgiving: a browser that refuses storage or history leaves the page
//! usable.

mod dom;
mod history;
mod reading_place;
mod storage;

pub(crate) use dom::{Region, rehearse};
pub(crate) use history::{fragment, push, recall, remember, replace, take_over_scrolling};
pub(crate) use reading_place::{
    current_memory, emphasise, focus_beginning, focus_hit, mark_current, restore, scroll_to_block,
    scroll_to_top,
};
pub(crate) use storage::{KEYS, THEME, show_theme, shown_theme};
pub use storage::{keep, kept};

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, Window};

/// Returns the window; `None` in a worker.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// Returns the document; `None` in a worker.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// Returns the element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Returns the element that something happened to.
pub fn element_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Gives the element that was pressed or changed to who waits for it; false for other events.
pub fn press_or_choose(
    event: &Event,
    press: &dyn Fn(&Element) -> bool,
    choose: &dyn Fn(&Element) -> bool,
) -> bool {
    let Some(target) = element_of(event) else {
        return false;
    };
    match event.type_().as_str() {
        "click" => press(&target),
        "change" => choose(&target),
        _ => false,
    }
}

/// Returns what a field or a list of choices holds.
pub fn value_of(element: &Element) -> String {
    // A list of choices and a field of several lines have the same property.
    element.unchecked_ref::<HtmlInputElement>().value()
}

/// Returns what the field or the list of choices with this id holds; nothing where there is none.
pub fn value_by_id(id: &str) -> String {
    by_id(id).map_or_else(String::new, |field| value_of(&field))
}

/// Returns milliseconds on a clock that only goes forward; 0 without one.
pub fn now_ms() -> f64 {
    window()
        .and_then(|window| window.performance())
        .map_or(0.0, |performance| performance.now())
}

/// Leaves a time stamp for measurements when the first answer is in the page.
pub(crate) fn note_first_answer() {
    const NAME: &str = "vademecum-first-answer";
    if let Some(performance) = window().and_then(|window| window.performance())
        && performance.get_entries_by_name(NAME).length() == 0
    {
        let _ = performance.mark(NAME);
    }
}

/// Sets the title of the browser's window.
pub(crate) fn set_window_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Whether the window is wide enough for a column beside the text (the width that the styles use).
pub(crate) fn is_wide() -> bool {
    let query = window().and_then(|window| window.match_media("(min-width: 56rem)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Returns what the status line says; empty where there is none yet.
pub(crate) fn told() -> String {
    let line = by_id("told");
    line.and_then(|line| line.text_content())
        .unwrap_or_default()
}

/// Says something in the status line, or leaves what it says; `class` tells whether it is seen as well: `unseen`, or
/// `said`, for which the workbench has the styles, since only its parts say something by themselves.
pub(crate) fn tell(words: Option<&str>, class: &str) {
    if let Some(line) = by_id("told") {
        line.set_class_name(class);
        if words.is_some() {
            line.set_text_content(words);
        }
    }
}

/// Shows why the page cannot go on, in words, in place of everything else.
pub(crate) fn fail(message: &str) {
    web_sys::console::error_1(&JsValue::from_str(message));
    let Some(status) = by_id("vademecum-status") else {
        return;
    };
    status.set_text_content(Some(message));
    let _ = status.set_attribute("role", "alert");
    let _ = status.remove_attribute("hidden");
}

/// Takes the notice away that stood in the page before it could answer.
pub(crate) fn hide_notice() {
    if let Some(status) = by_id("vademecum-status") {
        let _ = status.set_attribute("hidden", "");
        status.set_text_content(None);
    }
}
