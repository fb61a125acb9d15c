//! The state that all views share, and how it changes.

use crate::browser;
use crate::engine_link::EngineLink;
use crate::state::{Library, Memory, Place, Theme, ViewState};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use protocol::{Reply, Request, SearchRecord};
use std::sync::Arc;
use std::time::Duration;

/// Number of hits shown at first, and added by each "Show more".
pub(crate) const PAGE_HITS: usize = 20;
/// Typing changes the address after this pause, so that the history is not written at every key.
const ADDRESS_PAUSE_MS: u64 = 150;

/// An answer with the state that it answers.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct Answer {
    pub(crate) state: ViewState,
    pub(crate) record: SearchRecord,
}

/// What a view does once its content is in the page.
#[derive(Clone, PartialEq)]
pub(crate) enum Landing {
    /// Nothing: the reader stays where they are.
    Stay,
    /// Begins at the top: the reader followed a link.
    Top,
    /// Returns to where the reader was: they went back or forward.
    Return(Memory),
}

/// Everything that views share. A handle: copying it copies nothing.
#[derive(Clone, Copy)]
pub(crate) struct App {
    pub(crate) state: RwSignal<ViewState>,
    pub(crate) answer: RwSignal<Arc<Answer>>,
    pub(crate) n_shown: RwSignal<usize>,
    pub(crate) theme: RwSignal<Theme>,
    /// Whether the last change came from the keyboard in the search box.
    pub(crate) is_typing: RwSignal<bool>,
    pub(crate) library: StoredValue<Arc<Library>>,
    landing: StoredValue<Landing>,
    pending_address: StoredValue<Option<TimeoutHandle>>,
    link: StoredValue<EngineLink, LocalStorage>,
}

impl App {
    /// Returns the app at the place that the address bar names, answering.
    pub(crate) fn new(link: EngineLink, library: Library) -> Self {
        let memory = browser::recall();
        let n_shown = memory
            .as_ref()
            .map_or(PAGE_HITS, |memory| memory.n_shown.max(PAGE_HITS));
        let app = Self {
            state: RwSignal::new(ViewState::of_fragment(&browser::fragment())),
            answer: RwSignal::default(),
            n_shown: RwSignal::new(n_shown),
            theme: RwSignal::new(browser::kept_theme()),
            is_typing: RwSignal::new(false),
            library: StoredValue::new(Arc::new(library)),
            landing: StoredValue::new(memory.map_or(Landing::Stay, Landing::Return)),
            pending_address: StoredValue::new(None),
            link: StoredValue::new_local(link),
        };
        browser::take_over_scrolling();
        app.keep_answering();
        Effect::new(move |_| browser::show_theme(app.theme.get()));
        app
    }

    /// Asks whenever words, filters or order change; moving inside a document asks nothing.
    fn keep_answering(self) {
        let lens = Memo::new(move |_| (self.state.get().at(Place::Search), self.n_shown.get()));
        Effect::new(move |_| {
            let (state, n_shown) = lens.get();
            leptos::task::spawn_local(async move {
                let reply = self.ask(Request::Search(state.request(n_shown))).await;
                let is_current = lens
                    .try_get_untracked()
                    .is_some_and(|(now, _)| now == state);
                if let (Reply::Search(record), true) = (reply, is_current) {
                    self.answer.set(Arc::new(Answer { state, record }));
                }
            });
        });
    }

    /// Asks the engine.
    pub(crate) async fn ask(self, request: Request) -> Reply {
        let link = self.link.get_value();
        link.ask(request).await
    }

    /// Takes what the reader typed: answers at once and writes the address after a pause. The first words,
    /// and words typed while reading a document, begin a history entry; further typing stays in it.
    pub(crate) fn type_query(self, query: &str) {
        let now = self.state.get_untracked();
        if now.query == query && now.place == Place::Search {
            return;
        }
        let next = now.with_query(query);
        self.is_typing.set(true);
        self.n_shown.set(PAGE_HITS);
        self.landing.set_value(Landing::Stay);
        if now.place != Place::Search || now.query.is_empty() {
            self.leave();
            browser::push(&next.to_fragment());
        } else {
            self.write_address_after_a_pause();
        }
        self.state.set(next);
    }

    fn write_address_after_a_pause(self) {
        if let Some(handle) = self.pending_address.get_value() {
            handle.clear();
        }
        let write = move || {
            self.pending_address.set_value(None);
            self.write_address();
        };
        self.pending_address.set_value(
            set_timeout_with_handle(write, Duration::from_millis(ADDRESS_PAUSE_MS)).ok(),
        );
    }

    /// Writes a delayed address now.
    pub(crate) fn write_address(self) {
        if let Some(handle) = self.pending_address.get_value() {
            handle.clear();
            self.pending_address.set_value(None);
        }
        browser::replace(&self.state.get_untracked().to_fragment());
    }

    /// Stores in the current history entry where the reader is.
    fn leave(self) {
        if self.pending_address.get_value().is_some() {
            self.write_address();
        }
        browser::remember(&browser::current_memory(self.n_shown.get_untracked()));
    }

    /// Stores where the reader is, without haste: called while they scroll.
    pub(crate) fn remember(self) {
        browser::remember(&browser::current_memory(self.n_shown.get_untracked()));
    }

    /// Changes the lens in place, as a filter does: a history entry, and the reader stays where they are.
    pub(crate) fn choose(self, next: ViewState) {
        self.change(next, Landing::Stay);
    }

    /// Goes to another place, as a link does.
    pub(crate) fn follow(self, next: ViewState) {
        self.change(next, Landing::Top);
    }

    fn change(self, next: ViewState, landing: Landing) {
        let now = self.state.get_untracked();
        self.is_typing.set(false);
        if now == next {
            return;
        }
        self.leave();
        browser::push(&next.to_fragment());
        if now.at(Place::Search) != next.at(Place::Search) {
            self.n_shown.set(PAGE_HITS);
        }
        self.landing.set_value(landing);
        self.state.set(next);
    }

    /// Takes the state from the address bar: Back, Forward, or an address typed by hand.
    pub(crate) fn arrive(self) {
        let next = ViewState::of_fragment(&browser::fragment());
        let memory = browser::recall();
        self.is_typing.set(false);
        self.n_shown.set(
            memory
                .as_ref()
                .map_or(PAGE_HITS, |memory| memory.n_shown.max(PAGE_HITS)),
        );
        self.landing
            .set_value(memory.map_or(Landing::Top, Landing::Return));
        self.state.set(next);
    }

    /// Moves inside a document: the address follows, the history does not grow.
    pub(crate) fn move_within(self, block: &str, at: Option<u32>) {
        let Place::Document { id, .. } = self.state.get_untracked().place else {
            return;
        };
        self.landing.set_value(Landing::Stay);
        self.state
            .update(|state| *state = state.in_document(&id, block, at));
        self.write_address();
    }

    /// Returns what to do now that a view's content is in the page; afterwards there is nothing to do.
    pub(crate) fn take_landing(self) -> Landing {
        let landing = self.landing.get_value();
        self.landing.set_value(Landing::Stay);
        landing
    }

    /// Lands in a view that is a list.
    pub(crate) fn land(self) {
        match self.take_landing() {
            Landing::Stay => {}
            Landing::Top => browser::scroll_to_top(),
            Landing::Return(memory) => browser::restore(&memory),
        }
    }

    /// Presses the switch of colours.
    pub(crate) fn switch_theme(self) {
        self.theme.update(|theme| *theme = theme.following());
        browser::keep_theme(self.theme.get_untracked());
    }
}
