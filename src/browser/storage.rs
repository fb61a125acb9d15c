//! The reader's choice of colours, kept where the browser allows it.

use super::{document, window};
use crate::state::Theme;

/// One origin may hold several pages (all files share one), but readers want their colours in all of them.
const THEME_KEY: &str = "vademecum.theme";

/// Returns the theme that was kept.
pub(crate) fn kept_theme() -> Theme {
    let storage = window().and_then(|window| window.local_storage().ok().flatten());
    let name = storage.and_then(|storage| storage.get_item(THEME_KEY).ok().flatten());
    Theme::of_name(&name.unwrap_or_default())
}

/// Keeps the theme for the next visit.
pub(crate) fn keep_theme(theme: Theme) {
    if let Some(storage) = window().and_then(|window| window.local_storage().ok().flatten()) {
        let _ = storage.set_item(THEME_KEY, theme.name());
    }
}

/// Puts the theme into effect.
pub(crate) fn show_theme(theme: Theme) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-theme", theme.name());
    }
}
