//! Opens the corpus and mounts the app; what the page offers to scripts.

use crate::browser;
use crate::corpus_source::index_bytes;
use crate::engine_link::EngineLink;
use crate::json;
use crate::state::Library;
use crate::views::{App, frame};
use crate::wording;
use engine::Session;
use leptos::prelude::*;
use protocol::{Reply, Request, SearchRequest};
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static ENGINE: OnceCell<EngineLink> = const { OnceCell::new() };
}

/// Starts the page: opens the index, then shows it. A failure is told in the page.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        browser::fail(&wording::broken(&panic.to_string()));
    }));
    let opened = match index_bytes() {
        Some(bytes) => {
            Session::open(bytes).map_err(|error| wording::cannot_open(&error.to_string()))
        }
        None => Err(wording::NO_CORPUS.to_owned()),
    };
    match opened {
        Ok(session) => {
            let link = EngineLink::same_thread(session);
            ENGINE.with(|engine| engine.set(link.clone()).ok());
            wasm_bindgen_futures::spawn_local(show(link));
        }
        Err(message) => browser::fail(&message),
    }
}

async fn show(link: EngineLink) {
    let corpus = match link.ask(Request::Corpus).await {
        Reply::Corpus(corpus) => corpus,
        Reply::Refused { message } => return browser::fail(&message),
        Reply::Search(_) | Reply::Document(_) => return,
    };
    let Some(root) = browser::by_id("vademecum-app") else {
        return;
    };
    root.set_text_content(None);
    browser::hide_notice();
    mount_to(root, move || frame(App::new(link, Library::new(corpus)))).forget();
}

/// Returns the version of the corpus, or nothing while there is none. For `src/boot.js`.
#[wasm_bindgen]
pub fn vademecum_version() -> Option<String> {
    match answer(&Request::Corpus)? {
        Reply::Corpus(corpus) => Some(corpus.version),
        _ => None,
    }
}

/// Returns the answer to a query as JSON, as `vademecum search --format json` prints it.
#[wasm_bindgen]
pub fn vademecum_search(query: String, limit: usize) -> Option<String> {
    match answer(&Request::Search(SearchRequest {
        query,
        limit,
        passages: 3,
        ..SearchRequest::default()
    }))? {
        Reply::Search(record) => Some(json::search(&record)),
        _ => None,
    }
}

/// Returns ids and scores for a query as JSON: ranked as in the search box, without passages.
#[wasm_bindgen]
pub fn vademecum_rank(query: String, limit: usize) -> Option<String> {
    match answer(&Request::Search(SearchRequest {
        query,
        limit,
        ..SearchRequest::default()
    }))? {
        Reply::Search(record) => Some(json::ranking(&record.hits)),
        _ => None,
    }
}

fn answer(request: &Request) -> Option<Reply> {
    ENGINE.with(|engine| engine.get().map(|link| link.answer(request)))
}
