//! What a larger build of the page adds to it.
//!
//! The page is compiled twice. The module that a first answer waits for holds search, reader and little
//! else; the workbench (`crates/workbench`) is the same page with an [`Extension`], loaded when a reader first
//! asks for what only it has. Everything here is a no-op without one.

use crate::app::Page;
use crate::markup::Node;
use crate::state::Library;
use crate::views::Screen;
use engine::Session;
use protocol::{Reply, Request};
use std::cell::Cell;
use web_sys::Event;

/// What a part of a larger build adds. Every method has a default that adds nothing.
pub trait Extension {
    /// The page is shown; from now on there are elements and events.
    fn start(&'static self, page: Page) {
        let _ = page;
    }

    /// Answers what a search page does not ask; `None` leaves it to the next part.
    fn answer(&self, session: &Session, request: &Request) -> Option<Reply> {
        let _ = (session, request);
        None
    }

    /// The state has changed: time to ask for what the new one needs, and to put it into the screen by
    /// [`Page::refresh`] when it is there.
    fn change(&'static self, page: Page, screen: &Screen) {
        let _ = (page, screen);
    }

    /// Whether the answer to the present state is outstanding; the reader is brought to their place when it
    /// has come.
    fn is_due(&self, screen: &Screen) -> bool {
        let _ = screen;
        false
    }

    /// Changes what is about to be shown. The content of a further view is empty until a part fills it.
    fn dress(&self, screen: &Screen, library: &Library, shown: &mut Shown) {
        let _ = (screen, library, shown);
    }

    /// The screen is in the page.
    fn shown(&'static self, page: Page, screen: &Screen) {
        let _ = (page, screen);
    }

    /// Hears an event of the window before the page does (`click`, `input`, `change`, `submit`, `keydown`);
    /// `true` keeps it from the page.
    fn hear(&'static self, page: Page, event: &Event) -> bool {
        let _ = (page, event);
        false
    }
}

/// What is about to be shown.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// What stands above every view.
    pub masthead: Vec<Node>,
    /// The view.
    pub content: Vec<Node>,
    /// Title of the browser's window.
    pub title: String,
    /// What is told to those who do not see the answer.
    pub status: String,
}

thread_local! {
    static EXTENSION: Cell<Option<&'static dyn Extension>> = const { Cell::new(None) };
}

/// Extends the page; to be called once, before it opens its corpus.
pub fn extend(extension: &'static dyn Extension) {
    EXTENSION.set(Some(extension));
}

pub(crate) fn extension() -> Option<&'static dyn Extension> {
    EXTENSION.get()
}
