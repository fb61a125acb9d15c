//! The frame of the page, and how a screen gets into it.

use super::events::Timer;
use super::{App, Landing, Page};
use crate::browser::{self, Region};
use crate::engine_link::EngineLink;
use crate::extension::{Shown, extension};
use crate::markup::{Node, element, styled};
use crate::state::{Library, Place, Theme, ViewState};
use crate::views::{self, Answer, PAGE_HITS, Screen};
use leptos::prelude::*;
use protocol::{CorpusRecord, Reply, Request};
use std::cell::{Cell, OnceCell, RefCell};
use std::sync::Arc;
use web_sys::HtmlElement;

/// While someone types, an answer is told after this pause, so that it does not talk over the keys.
const TYPING_PAUSE_MS: i32 = 1000;
/// After a choice there is nothing to wait for, but the focus may still move.
const CHOICE_PAUSE_MS: i32 = 100;
/// A query as short as a first key, with a second word, so that both ways of evaluating are gone.
const REHEARSED: &str = "a e";
/// What was said by itself stays for this long, unless the reader types on.
const SAID_MS: i32 = 5000;

/// Shows the app in `root`, at the place that the address bar names. Where another build of this page stands there,
/// its masthead stays, so that nothing happens to the search box and to who types in it.
pub(crate) fn start(link: EngineLink, corpus: CorpusRecord, root: HtmlElement) {
    let screen = Screen {
        theme: Theme::of_name(&browser::shown_theme()),
        has_single_keys: browser::kept(browser::KEYS) != "off",
        is_wide: browser::is_wide(),
        ..Screen::default()
    };
    browser::take_over_scrolling();
    let library = Library::new(corpus);
    let mut masthead = Region::new("masthead");
    if browser::by_id("content").is_some() {
        let mut there = screen.clone();
        there.state = ViewState::of_fragment(&browser::fragment());
        masthead.adopt(views::masthead(&there, &library));
    } else {
        Region::new("vademecum-app").show(frame());
    }
    let app: &'static App = Box::leak(Box::new(App {
        library,
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
        status: RefCell::default(),
        told: RefCell::new(browser::told()),
        said_until_ms: Cell::default(),
        masthead: RefCell::new(masthead),
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
    })
    .forget();
    Region::new("foot").show(views::foot(&app.library));
}

/// Returns what is there from the beginning: the status line above all, whose first change would not be
/// told if it came with it.
fn frame() -> Vec<Node> {
    vec![
        styled("header", "masthead").with("id", "masthead").into(),
        element("main")
            .with("id", "content")
            .with("tabindex", "-1")
            .into(),
        element("footer").with("id", "foot").into(),
        styled("p", "unseen")
            .with("id", "told")
            .with("role", "status")
            .into(),
    ]
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

    /// Searches and draws where nobody sees it: browsers compile a function of the program when it first runs, and the
    /// first key would wait for that.
    pub(super) fn rehearse(&self) {
        let screen = self.screen.get_untracked();
        if self.is_typing.get() {
            return;
        }
        let state = screen.state.at(Place::Search);
        let before = Screen { state, ..screen };
        let state = before.state.with_query(REHEARSED);
        if let Reply::Search(record) = self.link.answer(&Request::Search(state.request(PAGE_HITS)))
        {
            let answer = Answer { state, record };
            let after = Screen {
                state: answer.state.clone(),
                answer: Arc::new(answer),
                ..before.clone()
            };
            browser::rehearse([
                views::content(&before, &self.library),
                views::content(&after, &self.library),
            ]);
        }
    }

    /// Tells a new status after a pause: once, and not over what was just said.
    fn tell_soon(&self, status: String) {
        if *self.status.borrow() == status {
            return;
        }
        self.status.replace(status);
        let pause_ms = if self.is_typing.get() {
            TYPING_PAUSE_MS
        } else {
            CHOICE_PAUSE_MS.max((self.said_until_ms.get() - browser::now_ms()) as i32)
        };
        self.start_timer(Timer::Status, pause_ms);
    }

    /// Says one thing at once, over what else there is to say, until its time is over; of class "said" it is seen as
    /// well, of class "unseen" it is not.
    pub(super) fn say(&self, words: &str, class: &str) {
        let end = browser::now_ms() + f64::from(SAID_MS);
        self.said_until_ms.set(end);
        self.start_timer(Timer::Status, SAID_MS);
        browser::tell(Some(words), class);
    }

    /// Tells the status now, if it is new, and puts away what was said before it.
    pub(super) fn tell(&self) {
        let status = self.status.borrow();
        let is_new = *self.told.borrow() != *status;
        let words = is_new.then(|| status.as_str());
        browser::tell(words, "unseen");
        self.told.replace(status.clone());
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
