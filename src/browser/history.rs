//! The address bar and the browser's history.

use super::window;
use crate::state::Memory;
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

fn history() -> Option<History> {
    window()?.history().ok()
}

/// Returns the fragment in the address bar, `#` included.
pub(crate) fn fragment() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Keeps the browser from scrolling by itself on Back: the view it would scroll is not there yet.
pub(crate) fn take_over_scrolling() {
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

/// Adds a history entry.
pub(crate) fn push(fragment: &str) {
    if let Some(history) = history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(fragment));
    }
}

/// Gives the current history entry another address.
pub(crate) fn replace(fragment: &str) {
    if let Some(history) = history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(fragment));
    }
}

/// Stores in the current entry where the reader is.
pub(crate) fn remember(memory: &Memory) {
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&JsValue::from_str(&memory.to_entry()), "", None);
    }
}

/// Returns what the current entry remembers.
pub(crate) fn recall() -> Option<Memory> {
    Memory::of_entry(&history()?.state().ok()?.as_string()?)
}
