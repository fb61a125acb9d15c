//! Scrolling and focus: landing on a match, returning to where the reader was.

use super::{by_id, document, window};
use crate::state::Memory;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Attributes that tell a control from others.
const NAMING: [&str; 6] = [
    "id",
    "href",
    "data-do",
    "data-field",
    "data-value",
    "data-narrow",
];

/// Returns where the reader is: scroll position and focused link or control.
pub(crate) fn current_memory(n_shown: usize) -> Memory {
    let scroll = window()
        .and_then(|window| window.scroll_y().ok())
        .unwrap_or(0.0);
    let focused = document().and_then(|document| document.active_element());
    let focus = focused.map(|element| name_of(&element));
    Memory {
        scroll_px: scroll as u32,
        n_shown,
        focus: focus.unwrap_or_default(),
    }
}

/// Returns the reader to where they were.
pub(crate) fn restore(memory: &Memory) {
    focus_named(&memory.focus);
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, f64::from(memory.scroll_px));
    }
}

/// Returns a selector of this element by what it is and does; empty for an element that cannot be told from
/// others.
pub(super) fn name_of(element: &Element) -> String {
    let mut name = String::new();
    for attribute in NAMING {
        let Some(value) = element.get_attribute(attribute) else {
            continue;
        };
        if name.is_empty() {
            name = element.tag_name();
        }
        for part in ["[", attribute, "=\""] {
            name.push_str(part);
        }
        for character in value.chars() {
            match character {
                '\n' => name.push_str("\\a "),
                '"' | '\\' => name.extend(['\\', character]),
                _ => name.push(character),
            }
        }
        name.push_str("\"]");
    }
    name
}

/// Focuses the first element of this name. Returns whether there is one.
fn focus_named(name: &str) -> bool {
    let found = document().and_then(|document| document.query_selector(name).ok()?);
    found.as_ref().is_some_and(|found| {
        focus(found.unchecked_ref());
        true
    })
}

/// Gives the focus back to an element that lost it because it was moved or made anew; one that is gone
/// leaves it to another control of the same value, as a chip does to its checkbox.
pub(super) fn focus_again(element: &Element, name: &str) {
    if element.is_connected() {
        return focus(element.unchecked_ref());
    }
    let value = name.char_indices().find(|&(_, sign)| sign == '[');
    let _ = focus_named(name) || focus_named(value.map_or("", |(at, _)| &name[at..]));
}

/// Focuses an element without moving the page.
fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Focuses the title of the hit with this number.
pub(crate) fn focus_hit(number: usize) {
    let heading = by_id(&["hit-", &number.to_string()].concat());
    if let Some(link) = heading.and_then(|heading| heading.first_element_child()) {
        focus(link.unchecked_ref());
    }
}

/// Moves the keyboard to the beginning of the view: the title of the document, if one is open.
pub(crate) fn focus_beginning() {
    let title = by_id("document-title");
    if let Some(title) = &title {
        let _ = title.set_attribute("tabindex", "-1");
    }
    if let Some(beginning) = title.or_else(|| by_id("content")) {
        focus(&beginning);
    }
}

/// Shows a new view from its beginning and moves the keyboard there.
pub(crate) fn scroll_to_top() {
    focus_beginning();
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Makes the match with this number the current one and brings it into view; with `with_focus` the
/// keyboard moves there as well. Returns whether there is such a match.
pub(crate) fn mark_current(number: usize, with_focus: bool) -> bool {
    let Some(first) = emphasise(number) else {
        return false;
    };
    if with_focus {
        let _ = first.set_attribute("tabindex", "-1");
        focus(&first);
    }
    show(&first, ScrollLogicalPosition::Center);
    true
}

/// Makes the match with this number the current one and returns its first piece.
pub(crate) fn emphasise(number: usize) -> Option<HtmlElement> {
    let document = document()?;
    each(&document.query_selector_all("mark.current").ok(), |old| {
        let _ = old.class_list().remove_1("current");
        let _ = old.remove_attribute("aria-current");
    });
    let pieces = document
        .query_selector_all(&["mark[data-match='", &number.to_string(), "']"].concat())
        .ok();
    each(&pieces, |piece| {
        let _ = piece.class_list().add_1("current");
        let _ = piece.set_attribute("aria-current", "true");
    });
    pieces?.item(0)?.dyn_into().ok()
}

/// Brings a block to the top of the window. Returns whether there is such a block.
pub(crate) fn scroll_to_block(block: &str) -> bool {
    let Some(element) = by_id(&["b-", block].concat()) else {
        return false;
    };
    let _ = element.set_attribute("tabindex", "-1");
    focus(&element);
    show(&element, ScrollLogicalPosition::Start);
    true
}

fn show(element: &Element, at: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(at);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn each(list: &Option<web_sys::NodeList>, act: impl Fn(&Element)) {
    let Some(list) = list else { return };
    for i in 0..list.length() {
        if let Some(element) = list
            .item(i)
            .and_then(|node| node.dyn_into::<Element>().ok())
        {
            act(&element);
        }
    }
}
