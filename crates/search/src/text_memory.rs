//! What has been read of the texts, kept from one query to the next.

use index::{DocId, DocumentView, DocumentWords, Index, WordKey};
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// Most bytes that the words of documents take; one document is kept whatever it takes.
const MEMORY_BYTES: usize = 6 << 20;

/// The words of the documents that queries looked into last.
///
/// Exact positions are not in the index but in the texts. A document's words are kept as they are read,
/// so that the next query does not read them again. When the memory is full, documents leave in the order
/// in which they came, but those that were asked for since then get a second turn.
///
/// Source: the clock algorithm, Corbató, "A paging experiment with the Multics system" (1968).
#[derive(Debug, Default)]
pub(crate) struct TextMemory(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    /// One place for each document, once the first is read.
    documents: Vec<Option<Box<KeptWords>>>,
    /// The documents in the order in which they leave.
    queue: VecDeque<u32>,
    bytes: usize,
}

#[derive(Debug, Default)]
struct KeptWords {
    words: DocumentWords,
    bytes: usize,
    was_asked: bool,
}

impl TextMemory {
    /// Appends the positions of a term in some units of a document, given in ascending order.
    ///
    /// Cost: linear in the words of these units; in their texts, where they are not known.
    pub(crate) fn positions(
        &self,
        index: &Index,
        view: DocumentView<'_>,
        key: &WordKey,
        units: &[u32],
        out: &mut Vec<u32>,
    ) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.documents.is_empty() {
            let n_documents = index.n_documents() as usize;
            kept.documents.resize_with(n_documents, || None);
        }
        let doc = view.doc();
        let Some(place) = kept.documents.get_mut(doc.as_usize()) else {
            return;
        };
        let is_new = place.is_none();
        let found = place.get_or_insert_default();
        for &unit in units {
            found.words.positions(view, key, unit, out);
        }
        let bytes = found.words.memory();
        let before = std::mem::replace(&mut found.bytes, bytes);
        found.was_asked = !is_new;
        if is_new {
            kept.queue.push_back(doc.0);
        }
        kept.bytes += bytes - before.min(bytes);
        if kept.bytes > MEMORY_BYTES {
            kept.make_room(doc);
        }
    }
}

impl Kept {
    /// Lets documents go until the rest fits, but for one.
    fn make_room(&mut self, but: DocId) {
        let mut left = self.queue.len() * 2;
        while self.bytes > MEMORY_BYTES && left > 0 {
            left -= 1;
            let Some(document) = self.queue.pop_front() else {
                return;
            };
            let Some(place) = self.documents.get_mut(document as usize) else {
                continue;
            };
            match place {
                Some(kept) if kept.was_asked || document == but.0 => {
                    kept.was_asked = false;
                    self.queue.push_back(document);
                }
                Some(kept) => {
                    self.bytes -= kept.bytes.min(self.bytes);
                    *place = None;
                }
                None => {}
            }
        }
    }
}
