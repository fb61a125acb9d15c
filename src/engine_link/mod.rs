//! Asking the engine without knowing where it runs.

use crate::extension::extension;
use crate::{browser, json, wording};
use engine::Session;
use protocol::{Reply, Request};
use std::rc::Rc;

/// A way to the engine. Cheap to clone.
///
/// The engine runs in this thread: an answer takes well under a millisecond for corpora that fit into a
/// page. Callers give a function for the answer all the same, so that a worker can take its place.
#[derive(Clone)]
pub(crate) struct EngineLink {
    session: Rc<Session>,
}

impl EngineLink {
    /// Returns a link to an engine in this thread.
    pub(crate) fn same_thread(session: Session) -> Self {
        Self {
            session: Rc::new(session),
        }
    }

    /// Asks; `take` gets the answer, before or after this returns.
    pub(crate) fn ask(&self, request: Request, take: Box<dyn FnOnce(Reply)>) {
        take(self.answer(&request));
    }

    /// Returns the engine itself.
    pub(crate) fn session(&self) -> &Session {
        &self.session
    }

    /// Ranks at once: ids and scores as JSON. Only for the benchmark's hook.
    pub(crate) fn rank(&self, query: &str, limit: usize) -> String {
        json::ranking(&self.session.rank_typed(query, limit))
    }

    /// Answers at once, with the time it took. Only for the functions that the page offers to scripts (`page::exports`).
    pub(crate) fn answer(&self, request: &Request) -> Reply {
        let before_ms = browser::now_ms();
        let extended = extension().and_then(|extension| extension.answer(&self.session, request));
        let reply = extended.or_else(|| self.session.answer_search(request));
        let mut reply = reply.unwrap_or_else(|| Reply::Refused {
            message: wording::NOT_A_SEARCH.to_string(),
        });
        if let Reply::Search(record) = &mut reply {
            record.took_us = ((browser::now_ms() - before_ms) * 1000.0) as u64;
        }
        reply
    }
}
