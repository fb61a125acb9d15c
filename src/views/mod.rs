//! What the reader sees: one file per view, each a function from a [`Screen`] to a tree of elements.
//!
//! Views keep nothing and ask nobody. What a reader presses carries `data-do` with the name of the action
//! (and what it is done to in `data-field` and `data-value`); `app::events` does it.

mod filters;
mod masthead;
mod reader;
mod screen;
mod search;

pub use filters::{chip_called, chips, filter_value, narrowing};
pub use masthead::{foot, masthead};
pub use reader::{block_at, current_match, match_at, shown_document};
pub use screen::{Answer, Opened, Screen};
pub use search::PAGE_HITS;

use crate::markup::{Element, Node, styled};
use crate::state::{Library, Place};
use crate::{text, wording};

/// Returns the main part of the page.
#[must_use]
pub fn content(screen: &Screen, library: &Library) -> Vec<Node> {
    match &screen.state.place {
        Place::Search => search::search(screen, library),
        Place::Document { .. } => vec![reader::reader(screen, library).into()],
        Place::About | Place::View(_) => Vec::new(),
    }
}

/// Returns what to tell someone who does not see the answer; empty for nothing.
#[must_use]
pub fn status(screen: &Screen) -> String {
    if screen.state.place == Place::Search && !screen.answer.state.is_empty() {
        search::sum_up(&screen.answer)
    } else {
        String::new()
    }
}

/// Returns the title of the browser's window.
#[must_use]
pub fn window_title(screen: &Screen, library: &Library) -> String {
    let view = match &screen.state.place {
        Place::Search => screen.state.query.as_str(),
        Place::About => &wording::ABOUT,
        Place::View(view) => wording::view(*view),
        Place::Document { id, .. } => library
            .document(id)
            .map_or("", |document| document.title.as_str()),
    };
    wording::window_title(&text::shown(view), &library.corpus.title)
}

/// Returns a button that does `action`.
#[inline(never)]
#[must_use]
pub fn button(class: &str, action: &str) -> Element {
    styled("button", class)
        .with("type", "button")
        .with("data-do", action)
}

/// Returns a sign that says nothing to those who hear it.
#[inline(never)]
#[must_use]
pub fn sign(text: &str) -> Element {
    crate::markup::element("span")
        .with("aria-hidden", "true")
        .text(text)
}
