//! The app as an extension sees it.

use super::{App, Landing};
use crate::browser;
use crate::state::{Library, ViewState};
use crate::views::Screen;
use engine::Session;
use leptos::prelude::*;
use protocol::{Reply, Request};

/// The page that is shown. It lives as long as the program.
#[derive(Clone, Copy)]
pub struct Page(pub(super) &'static App);

impl std::fmt::Debug for Page {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Page")
    }
}

impl Page {
    /// Returns what the reader has before them.
    #[must_use]
    pub fn screen(self) -> Screen {
        self.0.screen.get_untracked()
    }

    /// Returns the corpus.
    #[must_use]
    pub fn library(self) -> &'static Library {
        &self.0.library
    }

    /// Returns the engine itself, for what no request asks.
    #[must_use]
    pub fn session(self) -> &'static Session {
        self.0.link.session()
    }

    /// Asks the engine; `take` gets the answer, before or after this returns.
    pub fn ask(self, request: Request, take: Box<dyn FnOnce(Reply)>) {
        self.0.link.ask(request, take);
    }

    /// Forgets which hits were asked for: what the engine finds has changed.
    pub fn ask_anew(self) {
        self.0.asked.take();
    }

    /// Goes to another state with a new history entry; the reader stays where they are in the page.
    pub fn change(self, next: ViewState) {
        self.0.change(next, Landing::Stay);
    }

    /// Goes to another state with a new history entry, at its top, as a link does.
    pub fn go(self, next: ViewState) {
        self.0.change(next, Landing::Top);
    }

    /// Shows another state in place of the present one, which Back does not return to: while somebody types.
    pub fn amend(self, next: ViewState) {
        self.0.landing.take();
        self.0.show_state(next);
        self.0.write_address();
    }

    /// Switches keys without a modifier off, or on again.
    pub fn switch_keys(self) {
        let has_single_keys = !self.screen().has_single_keys;
        browser::keep(browser::KEYS, if has_single_keys { "on" } else { "off" });
        let change = |screen: &mut Screen| screen.has_single_keys = has_single_keys;
        self.0.change_screen(&change);
    }

    /// Shows the present state again, with what an extension knows by now.
    pub fn refresh(self) {
        self.0.change_screen(&|_| {});
    }

    /// Says one thing at once, in the status line; it is seen for some seconds.
    pub fn say(self, words: &str) {
        self.0.say(words, "said");
    }

    /// Says one thing to those who hear the page: what the others see anyway.
    pub fn say_unseen(self, words: &str) {
        self.0.say(words, "unseen");
    }
}
