//! The app: one screen, and how it changes when the reader acts.
//!
//! A [`Screen`] is a signal; whenever it changes, one effect (`frame`) puts it into the page. Everything
//! that a reader does arrives in `events`, becomes a new [`ViewState`] here, and a question to the engine
//! where the answer on the screen is not the answer to that state.

mod events;
mod frame;
mod handle;

use crate::browser::{self, Region};
use crate::engine_link::EngineLink;
use crate::extension::extension;
use crate::state::{Library, Memory, Place, ViewState};
use crate::views::{Answer, Opened, PAGE_HITS, Screen};
use crate::{reading, wording};
use events::Timer;
use leptos::prelude::*;
use protocol::{Reply, Request};
use std::cell::{Cell, OnceCell, RefCell};
use std::sync::Arc;

pub(crate) use events::stop;
pub(crate) use frame::start;
pub use handle::Page;

/// Typing changes the address after this pause, so that the history is not written at every key.
const ADDRESS_PAUSE_MS: i32 = 150;

/// What a view does once its content is in the page.
#[derive(Default)]
enum Landing {
    /// Nothing: the reader stays where they are.
    #[default]
    Stay,
    /// Begins at the top: the reader followed a link.
    Top,
    /// Returns to where the reader was: they went back or forward.
    Return(Memory),
}

/// What all parts of the page share. It lives as long as the page.
struct App {
    library: Library,
    link: EngineLink,
    screen: ArcRwSignal<Screen>,
    /// Number of hits to ask for.
    n_shown: Cell<usize>,
    /// Whether the last change came from the keyboard in the search box.
    is_typing: Cell<bool>,
    landing: Cell<Landing>,
    /// What was asked last: the lens with the number of hits, and whether the answer is outstanding.
    asked: RefCell<Option<(ViewState, usize)>>,
    is_answer_due: Cell<bool>,
    /// The document that was asked for last, with its query, and whether it is outstanding.
    opening: RefCell<(String, String, bool)>,
    is_document_due: Cell<bool>,
    /// The hit whose title takes the focus once it is in the page.
    next_focus: Cell<Option<usize>>,
    /// Place and query at which the reader landed last.
    landed: RefCell<Option<(Place, String)>>,
    /// What the status line will say after its pause, and what it said last of this kind.
    status: RefCell<String>,
    told: RefCell<String>,
    /// Until when something else that was said is to be read, on the clock of `browser::now_ms`.
    said_until_ms: Cell<f64>,
    masthead: RefCell<Region>,
    content: RefCell<Region>,
    timers: [Cell<i32>; Timer::COUNT],
    listener: OnceCell<js_sys::Function>,
}

impl App {
    fn state(&self) -> ViewState {
        self.screen.get_untracked().state
    }

    fn change_screen(&self, change: &dyn Fn(&mut Screen)) {
        let mut screen = self.screen.get_untracked();
        change(&mut screen);
        self.screen.set(screen);
    }

    /// Shows a state and asks for what it lacks.
    fn show_state(&'static self, state: ViewState) {
        self.change_screen(&|screen| screen.state = state.clone());
        if !matches!(state.place, Place::View(_)) {
            self.ask_for_hits();
        }
        self.ask_for_document(&state);
        if let Some(extension) = extension() {
            extension.change(Page(self), &self.screen.get_untracked());
        }
    }

    /// Asks when words, filters, order or the number of hits changed; moving inside a document asks nothing.
    fn ask_for_hits(&'static self) {
        let lens = (self.state().at(Place::Search), self.n_shown.get());
        if self.asked.borrow().as_ref() == Some(&lens) {
            return;
        }
        let request = lens.0.request(lens.1);
        self.asked.replace(Some(lens.clone()));
        self.is_answer_due.set(true);
        let take = move |reply| {
            // Only the newest question counts.
            if let (Reply::Search(record), true) =
                (reply, self.asked.borrow().as_ref() == Some(&lens))
            {
                self.is_answer_due.set(false);
                let state = lens.0;
                let answer = Arc::new(Answer { state, record });
                self.change_screen(&|screen| screen.answer = answer.clone());
            }
        };
        self.link.ask(Request::Search(request), Box::new(take));
    }

    /// Asks for the document at this place, unless it is the one in the reader.
    fn ask_for_document(&'static self, state: &ViewState) {
        let Place::Document { id, .. } = &state.place else {
            if !self.opening.take().0.is_empty() {
                self.is_document_due.set(false);
                self.change_screen(&|screen| screen.opened = Arc::default());
            }
            return;
        };
        let (id, query, exact) = (id.clone(), state.query.clone(), state.exact);
        let wanted = (id.clone(), query.clone(), exact);
        if *self.opening.borrow() == wanted {
            return;
        }
        self.opening.replace(wanted.clone());
        self.is_document_due.set(true);
        let take = move |reply| {
            if *self.opening.borrow() != wanted {
                return;
            }
            self.is_document_due.set(false);
            let opened = Arc::new(match reply {
                Reply::Document(record) => {
                    let article = Arc::new(reading::document(&record, &self.state()));
                    Opened::Document(Box::new(record), article)
                }
                _ => Opened::Refused(wording::unknown_document(&wanted.0)),
            });
            self.change_screen(&|screen| screen.opened = opened.clone());
        };
        self.link
            .ask(Request::Document { id, query, exact }, Box::new(take));
    }

    /// Takes what the reader typed: answers at once and writes the address after a pause. The first words,
    /// and words typed while reading a document, begin a history entry; further typing stays in it.
    fn type_query(&'static self, query: &str) {
        let now = self.state();
        let has_answer = matches!(now.place, Place::Search | Place::View(_));
        if now.query == query && has_answer {
            return;
        }
        let next = now.with_query(query);
        self.is_typing.set(true);
        self.n_shown.set(PAGE_HITS);
        self.landing.take();
        if !has_answer || now.query.is_empty() {
            self.leave();
            browser::push(&next.to_fragment());
        } else {
            self.start_timer(Timer::Address, ADDRESS_PAUSE_MS);
        }
        self.show_state(next);
    }

    /// Writes the address now, whether or not that was delayed.
    fn write_address(&self) {
        self.stop_timer(Timer::Address);
        browser::replace(&self.state().to_fragment());
    }

    /// Stores in the current history entry where the reader is, before another one begins.
    fn leave(&self) {
        if self.is_timed(Timer::Address) {
            self.write_address();
        }
        self.remember();
    }

    /// Stores where the reader is.
    fn remember(&self) {
        browser::remember(&browser::current_memory(self.n_shown.get()));
    }

    /// Goes to another state with a new history entry: as a link does, or as a filter does (the reader stays
    /// where they are).
    fn change(&'static self, next: ViewState, landing: Landing) {
        let now = self.state();
        self.is_typing.set(false);
        if now == next {
            return;
        }
        self.leave();
        browser::push(&next.to_fragment());
        if now.at(Place::Search) != next.at(Place::Search) {
            self.n_shown.set(PAGE_HITS);
        }
        self.landing.set(landing);
        self.show_state(next);
    }

    /// Takes the state from the address bar: Back, Forward, or an address typed by hand.
    fn arrive(&'static self, without_memory: Landing) {
        self.is_typing.set(false);
        let mut n_shown = PAGE_HITS;
        self.landing.set(match browser::recall() {
            Some(memory) => {
                n_shown = memory.n_shown.max(PAGE_HITS);
                Landing::Return(memory)
            }
            None => without_memory,
        });
        self.n_shown.set(n_shown);
        self.show_state(ViewState::of_fragment(&browser::fragment()));
    }

    /// Shows further hits; the first new title takes the focus.
    fn show_more(&'static self) {
        let n_hits = self.screen.get_untracked().answer.record.hits.len();
        self.next_focus.set(Some(n_hits));
        self.n_shown.set(self.n_shown.get() + PAGE_HITS);
        self.ask_for_hits();
    }

    /// Goes to the next or the previous match, from the last one to the first: the address follows, the
    /// history does not grow.
    fn step(&'static self, by: isize) {
        let screen = self.screen.get_untracked();
        let Some(record) = crate::views::shown_document(&screen) else {
            return;
        };
        let now = crate::views::current_match(record, &screen.state.place) as isize;
        let total = record.marks.len().max(1) as isize;
        let Some(&[start, _]) = record.marks.get((now + by).rem_euclid(total) as usize) else {
            return;
        };
        let mut blocks = record.blocks.iter();
        let block = blocks.find(|block| block.start <= start && start < block.end);
        let block = block.map_or("", |block| &block.id);
        let id = &record.summary.id;
        self.landing.take();
        self.show_state(screen.state.in_document(id, block, Some(start)));
        self.write_address();
    }

    /// Presses the switch of colours.
    fn switch_theme(&self) {
        let theme = self.screen.get_untracked().theme.following();
        browser::keep(browser::THEME, theme.name());
        browser::show_theme(theme);
        self.change_screen(&|screen| screen.theme = theme);
    }

    /// Narrows a group of filters.
    fn narrow(&self, field: &str, text: &str) {
        self.change_screen(&|screen| {
            screen.needles.retain(|(known, _)| known != field);
            screen.needles.push((field.to_owned(), text.to_owned()));
        });
    }
}
