//! The frame of the page, and how a screen gets into it.

use super::events::Timer;
use super::{App, Landing, Page};
use crate::browser::{self, Region};
use crate::engine_link::EngineLink;
use crate::extension::{Shown, extension};
use crate::state::{Library, Place, Theme, ViewState};
use crate::views::{self, Screen};
use leptos::prelude::*;
use protocol::CorpusRecord;
use std::cell::{Cell, OnceCell, RefCell};
use web_sys::HtmlElement;

/// While someone types, an answer is told after this pause, so that it does not talk over the keys.
const TYPING_PAUSE_MS: i32 = 1000;
/// After a choice there is nothing to wait for, but the focus may still move.
const CHOICE_PAUSE_MS: i32 = 100;

/// Shows the app in `root`, at the place that the address bar names.
pub(crate) fn start(link: EngineLink, corpus: CorpusRecord, root: HtmlElement) {
    let screen = Screen {
        theme: Theme::of_name(&browser::kept(browser::THEME)),
        has_single_keys: browser::kept(browser::KEYS) != "off",
        is_wide: browser::is_wide(),
        ..Screen::default()
    };
    browser::show_theme(screen.theme);
    browser::take_over_scrolling();
    let app: &'static App = Box::leak(Box::new(App {
        library: Library::new(corpus),
        link,
        screen: ArcRwSignal::new(screen),
        n_shown: Cell::default(),
        is_typing: Cell::default(),
        landing: Cell::default(),
        asked: RefCell::default(),
        is_answer_due: Cell::default(),
        opening: RefCell::default(),
        is_document_due: Cell::default(),
        next_focus: Cell::default(),
        landed: RefCell::default(),
        told: RefCell::default(),
        masthead: RefCell::new(Region::new("masthead")),
        content: RefCell::new(Region::new("content")),
        timers: Default::default(),
        listener: OnceCell::new(),
    }));
    app.listen();
    if let Some(extension) = extension() {
        extension.start(Page(app));
    }
    app.arrive(Landing::Stay);
    mount_to(root, move || {
        Effect::new(move |_| app.show());
        frame()
    })
    .forget();
    Region::new("foot").show(views::foot(&app.library));
}

/// Returns what is there from the beginning: the status line above all, whose first change would not be
/// told if it came with it.
fn frame() -> impl IntoView {
    view! {
        <header id="masthead" class="masthead"></header>
        <main id="content" tabindex="-1"></main>
        <footer id="foot"></footer>
        <p id="told" class="unseen" role="status"></p>
    }
}

impl App {
    /// Puts the screen into the page.
    fn show(&'static self) {
        let screen = self.screen.get();
        let library = &self.library;
        let mut shown = Shown {
            masthead: views::masthead(&screen, library),
            content: views::content(&screen, library),
            title: views::window_title(&screen, library),
            status: views::status(&screen),
        };
        if let Some(extension) = extension() {
            extension.dress(&screen, library, &mut shown);
        }
        self.masthead.borrow_mut().show(shown.masthead);
        self.content.borrow_mut().show(shown.content);
        browser::set_window_title(&shown.title);
        self.tell_soon(shown.status);
        let is_due = match screen.state.place {
            Place::Search => self.is_answer_due.get(),
            Place::Document { .. } => self.is_document_due.get(),
            Place::About | Place::View(_) => false,
        };
        let extension = extension();
        if !is_due && !extension.is_some_and(|extension| extension.is_due(&screen)) {
            self.land(&screen);
        }
        if let Some(extension) = extension {
            extension.shown(Page(self), &screen);
        }
    }

    /// Tells the status after a pause.
    fn tell_soon(&self, status: String) {
        if *self.told.borrow() == status {
            return;
        }
        self.told.replace(status);
        let pause_ms = if self.is_typing.get() {
            TYPING_PAUSE_MS
        } else {
            CHOICE_PAUSE_MS
        };
        self.start_timer(Timer::Status, pause_ms);
    }

    /// Says one thing at once, over what else there is to say.
    pub(super) fn say(&self, words: &str) {
        self.stop_timer(Timer::Status);
        self.told.replace(words.to_owned());
        self.tell();
    }

    /// Tells the status now.
    pub(super) fn tell(&self) {
        if let Some(line) = browser::by_id("told") {
            line.set_text_content(Some(&self.told.borrow()));
        }
    }

    /// Brings the reader to the place in the new content where the address, or their own way, leads.
    fn land(&self, screen: &Screen) {
        let mut landing = self.landing.take();
        let record = match screen.state.place {
            Place::Document { .. } => views::shown_document(screen),
            _ => None,
        };
        let here = (screen.state.place.clone(), screen.state.query.clone());
        let before = self.landed.replace(Some(here.clone()));
        if let Some(record) = record {
            if before.is_none() && matches!(landing, Landing::Stay) {
                // The page was opened here.
                landing = Landing::Top;
            }
            let has_moved = before != Some(here);
            if has_moved || !matches!(landing, Landing::Stay) {
                land_in_document(landing, record, &screen.state);
            }
            return;
        }
        if screen.state.place == Place::Search {
            browser::note_first_answer();
        }
        match landing {
            Landing::Stay => {}
            Landing::Top => browser::scroll_to_top(),
            Landing::Return(memory) => browser::restore(&memory),
        }
        if let Some(hit) = self.next_focus.take() {
            browser::focus_hit(hit);
        }
    }
}

/// Lands where the address says: at a match, at a block, else at the beginning.
fn land_in_document(landing: Landing, record: &protocol::DocumentRecord, state: &ViewState) {
    let block = views::block_at(record, state).map_or("", |block| &block.id);
    let number = views::match_at(record, &state.place);
    if let Landing::Return(memory) = landing {
        if !number.is_some_and(|number| browser::mark_current(number, true)) {
            browser::emphasise(0);
            browser::focus_beginning();
        }
        return browser::restore(&memory);
    }
    let is_link = matches!(landing, Landing::Top);
    let is_there = match number {
        Some(number) => browser::mark_current(number, is_link),
        None => !block.is_empty() && browser::scroll_to_block(block),
    };
    if number.is_none() && block.is_empty() {
        browser::emphasise(0);
    }
    if !is_there && is_link {
        browser::scroll_to_top();
    }
}
