//! The reader's settings, kept where the browser allows it.
//!
//! One origin may hold several pages (all files share one), but readers want their settings in all of them.

use super::{document, window};
use crate::state::Theme;
use web_sys::Storage;

/// Key of the colours.
pub(crate) const THEME: &str = "vademecum.theme";
/// Key of the switch of single keys: `off`, or anything else.
pub(crate) const KEYS: &str = "vademecum.keys";

/// A browser that keeps nothing refuses, or has none.
fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// Returns what was kept under this key; empty for nothing.
#[must_use]
pub fn kept(key: &str) -> String {
    let kept = storage().and_then(|storage| storage.get_item(key).ok()?);
    kept.unwrap_or_default()
}

/// Keeps a setting for the next visit.
pub fn keep(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}

/// Returns the theme in effect; `boot.js` begins with the one that was kept.
pub(crate) fn shown_theme() -> String {
    let root = document().and_then(|document| document.document_element());
    let theme = root.and_then(|root| root.get_attribute("data-theme"));
    theme.unwrap_or_default()
}

/// Puts the theme into effect.
pub(crate) fn show_theme(theme: Theme) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-theme", theme.name());
    }
}
