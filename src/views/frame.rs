//! The frame around every view: masthead, main part, foot.

use super::{App, about, reader, search, search_box, status};
use crate::browser;
use crate::state::{Place, ViewState};
use crate::wording;
use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Positions are stored when scrolling has rested for this long.
const SCROLL_PAUSE_MS: u64 = 120;

/// What stands in the main part; another match in the same document is the same view.
#[derive(Clone, PartialEq)]
enum Shown {
    Search,
    Document(String),
    About,
}

/// Returns the whole page.
pub(crate) fn frame(app: App) -> impl IntoView {
    listen(app);
    name_the_window(app);
    let shown = Memo::new(move |_| match app.state.get().place {
        Place::Search => Shown::Search,
        Place::Document { id, .. } => Shown::Document(id),
        Place::About => Shown::About,
    });
    let main = move || match shown.get() {
        Shown::Search => search::search(app),
        Shown::Document(id) => reader::reader(app, id),
        Shown::About => about::about(app),
    };
    view! {
        <a class="skip" href="#content" on:click=|event| { event.prevent_default(); focus_content(); }>{wording::SKIP_TO_CONTENT}</a>
        {masthead(app)}
        <main id="content" tabindex="-1">{main}</main>
        {foot(app)}
        {status::status(app)}
    }
}

fn masthead(app: App) -> AnyView {
    let title = app
        .library
        .with_value(|library| library.corpus.title.clone());
    view! {
        <header class="masthead">
            <div class="masthead-line">
                <a class="site" href=ViewState::default().to_fragment() dir="auto">{title}</a>
                <nav>
                    <a href=move || app.state.get().at(Place::About).to_fragment()>{wording::ABOUT}</a>
                    <button class="theme" on:click=move |_| app.switch_theme()>
                        {move || wording::theme(app.theme.get())}
                    </button>
                </nav>
            </div>
            {search_box::search_box(app)}
        </header>
    }
    .into_any()
}

fn foot(app: App) -> AnyView {
    let (documents, words, version) = app.library.with_value(|library| {
        let corpus = &library.corpus;
        (
            corpus.documents.len(),
            corpus.n_words as usize,
            corpus.version.clone(),
        )
    });
    view! {
        <footer>
            <p>{wording::PRIVACY}</p>
            <p>
                {format!("{} · {} · ", wording::n_documents(documents), wording::n_words(words))}
                <code>{version}</code>
            </p>
        </footer>
    }
    .into_any()
}

fn focus_content() {
    if let Some(main) = browser::by_id("content") {
        let _ = main.focus();
    }
}

fn name_the_window(app: App) {
    Effect::new(move |_| {
        let state = app.state.get();
        app.library.with_value(|library| {
            let view = match &state.place {
                Place::Search => state.query.as_str(),
                Place::About => wording::ABOUT,
                Place::Document { id, .. } => library
                    .document(id)
                    .map_or("", |document| document.title.as_str()),
            };
            browser::set_window_title(&wording::window_title(view, &library.corpus.title));
        });
    });
}

/// Listens to what happens to the window as a whole.
fn listen(app: App) {
    window_event_listener(ev::popstate, move |_| app.arrive()).remove_never();
    window_event_listener(ev::click, move |event| follow_link(app, &event)).remove_never();
    window_event_listener(ev::keydown, move |event| focus_search(&event)).remove_never();
    let pending = StoredValue::new(None::<TimeoutHandle>);
    let scrolled = move |_| {
        if let Some(handle) = pending.get_value() {
            handle.clear();
        }
        pending.set_value(
            set_timeout_with_handle(
                move || app.remember(),
                Duration::from_millis(SCROLL_PAUSE_MS),
            )
            .ok(),
        );
    };
    window_event_listener(ev::scroll, scrolled).remove_never();
}

/// Listeners of the frame live as long as the page.
trait RemoveNever {
    fn remove_never(self);
}

impl RemoveNever for WindowListenerHandle {
    fn remove_never(self) {
        std::mem::forget(self);
    }
}

/// Follows links to places in the page without leaving it; every other link is the browser's.
fn follow_link(app: App, event: &web_sys::MouseEvent) {
    if event.default_prevented()
        || event.button() != 0
        || event.ctrl_key()
        || event.meta_key()
        || event.shift_key()
    {
        return;
    }
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let link = target.and_then(|target| target.closest("a[href^='#/']").ok().flatten());
    let Some(href) = link.and_then(|link| link.get_attribute("href")) else {
        return;
    };
    event.prevent_default();
    app.follow(ViewState::of_fragment(&href));
}

/// `/` goes to the search box, except where a `/` can be typed.
fn focus_search(event: &web_sys::KeyboardEvent) {
    if event.key() != "/"
        || event.ctrl_key()
        || event.meta_key()
        || event.alt_key()
        || event.default_prevented()
    {
        return;
    }
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let is_typing = target.is_some_and(|target| {
        ["INPUT", "TEXTAREA", "SELECT"].contains(&target.tag_name().as_str())
            || target.is_content_editable()
    });
    if let (false, Some(input)) = (is_typing, browser::by_id("query")) {
        event.prevent_default();
        let _ = input.focus();
    }
}
