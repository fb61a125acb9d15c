//! `vademecum days`, `names`, `voices`, `compare`.

mod compare;
mod days;
mod names;
mod voices;

pub(crate) use compare::run as compare;
pub(crate) use days::run as days;
pub(crate) use names::run as names;
pub(crate) use voices::run as voices;

use crate::arguments::Output;
use crate::source;
use anyhow::{Result, anyhow};
use engine::Session;
use protocol::SentenceRecord;
use std::path::Path;

/// Opens a session that has layers; where the index has none, they are found now.
fn open(path: &Path) -> Result<Session> {
    let session = source::open_bytes(path, source::read_index(path)?)?;
    if session.has_layers() {
        return Ok(session);
    }
    source::with_layers(path, &session)
}

/// Makes an error of the sentence with which the engine refuses.
fn refused(message: String) -> anyhow::Error {
    anyhow!(message)
}

/// Returns the words that a record is about.
fn quote(sentence: &SentenceRecord) -> &str {
    let [start, end] = sentence.marks.first().copied().unwrap_or_default();
    let words = sentence.text.get(start as usize..end as usize);
    words.unwrap_or_default()
}

impl Output {
    /// Returns the rows that are to be printed.
    fn limited<T>(&self, mut rows: Vec<T>) -> (Vec<T>, usize) {
        let total = rows.len();
        rows.truncate(self.limit());
        (rows, total)
    }
}
