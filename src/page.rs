//! Opens the corpus and mounts the app; what the page offers to scripts.

use crate::app;
use crate::browser;
use crate::corpus_source;
use crate::engine_link::EngineLink;
use crate::json;
use crate::wording;
use protocol::{Reply, Request, SearchRequest};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static ENGINE: RefCell<Option<EngineLink>> = const { RefCell::new(None) };
}

/// Takes the next bytes of the corpus, and returns how many hundredths of it have arrived. For
/// `src/boot.js`.
#[wasm_bindgen]
pub fn vademecum_push(piece: &[u8]) -> u32 {
    corpus_source::push(piece)
}

/// Does a part of the work of opening that takes some milliseconds; false where nothing is left to do until
/// more bytes come. For `src/boot.js`.
#[wasm_bindgen]
pub fn vademecum_step() -> bool {
    corpus_source::step()
}

/// Opens the corpus, of which all bytes have come, and returns its version; from then on it answers, in
/// place of any opened before. A failure is told in the page. For `src/boot.js`.
#[wasm_bindgen]
pub fn vademecum_open() -> Option<String> {
    let opened = match corpus_source::open() {
        Some(opened) => opened.map_err(|error| wording::cannot_open(&error.to_string())),
        None => Err(wording::NO_CORPUS.to_string()),
    };
    match opened {
        Ok(session) => {
            let version = session.version();
            ENGINE.set(Some(EngineLink::same_thread(session)));
            Some(version)
        }
        Err(message) => {
            browser::fail(&message);
            None
        }
    }
}

/// Shows the page of the corpus that is open. For `src/boot.js`.
#[wasm_bindgen]
pub fn vademecum_show() {
    if let Some(link) = ENGINE.with_borrow(Clone::clone) {
        let shown = link.clone();
        link.ask(Request::Corpus, Box::new(move |reply| show(shown, reply)));
    }
}

fn show(link: EngineLink, reply: Reply) {
    match (reply, browser::by_id("vademecum-app")) {
        (Reply::Corpus(corpus), Some(root)) => {
            browser::hide_notice();
            app::start(link, corpus, root);
        }
        (Reply::Refused { message }, _) => browser::fail(&message),
        _ => {}
    }
}

/// Ends this page, so that another build of it can take its place in the same elements. For `src/boot.js`.
#[wasm_bindgen]
pub fn vademecum_stop() {
    app::stop();
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
    ENGINE.with_borrow(|engine| engine.as_ref().map(|link| link.rank(&query, limit)))
}

fn answer(request: &Request) -> Option<Reply> {
    ENGINE.with_borrow(|engine| engine.as_ref().map(|link| link.answer(request)))
}
