//! What has been read of the texts, kept from one query to the next.

use index::{DocId, DocumentView, DocumentWords, Index, WordKey};
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// Most bytes that the words of documents take; one document is kept whatever it takes. The words of ten
/// thousand pages fit: less, and a phrase of words that all of them hold would read them all each time.
const MEMORY_BYTES: usize = 12 << 20;

/// The words of the documents that queries looked into last.
///
/// Exact positions are not in the index but in the texts. A document's words are kept as they are read,
/// so that the next query does not read them again. When the memory is full, documents leave in the order
/// in which they came, but those that were asked for since then get a second turn.
///
/// Source: the clock algorithm, Corbató, "A paging experiment with the Multics system" (1968).
#[derive(Debug)]
pub(crate) struct TextMemory(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    /// One place for each document, once the first is read.
    documents: Vec<Option<Box<KeptWords>>>,
    /// The documents in the order in which they leave.
    queue: VecDeque<u32>,
    bytes: usize,
    most_bytes: usize,
}

#[derive(Debug, Default)]
struct KeptWords {
    words: DocumentWords,
    bytes: usize,
    was_asked: bool,
}

impl Default for TextMemory {
    fn default() -> Self {
        Self::of(MEMORY_BYTES)
    }
}

impl TextMemory {
    fn of(most_bytes: usize) -> Self {
        Self(Mutex::new(Kept {
            most_bytes,
            ..Kept::default()
        }))
    }

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
        self.read(index, view, &mut |words| {
            for &unit in units {
                words.positions(view, key, unit, out);
            }
        });
    }

    /// Appends the positions at which terms stand one after the other in some units of a document.
    ///
    /// Cost: as [`TextMemory::positions`] for the term at `rarest`; the others are only looked up beside it.
    pub(crate) fn runs(
        &self,
        index: &Index,
        view: DocumentView<'_>,
        keys: &[WordKey],
        rarest: usize,
        units: &[u32],
        out: &mut Vec<u32>,
    ) {
        let Some(rare) = keys.get(rarest) else {
            return;
        };
        let mut places: Vec<u32> = Vec::new();
        self.read(index, view, &mut |words| {
            for &unit in units {
                places.clear();
                words.positions(view, rare, unit, &mut places);
                places.retain(|&place| place as usize >= rarest);
                let mut stands_at = rarest;
                for (at, key) in keys.iter().enumerate() {
                    if at != rarest && !places.is_empty() {
                        move_all(&mut places, stands_at, at);
                        stands_at = at;
                        words.keep_held(view, key, unit, &mut places);
                    }
                }
                move_all(&mut places, stands_at, 0);
                out.extend_from_slice(&places);
            }
        });
    }

    /// Calls `read` with the words of a document, and keeps what it learns.
    fn read(
        &self,
        index: &Index,
        view: DocumentView<'_>,
        read: &mut dyn FnMut(&mut DocumentWords),
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
        read(&mut found.words);
        let bytes = found.words.memory();
        let before = std::mem::replace(&mut found.bytes, bytes);
        found.was_asked = !is_new;
        if is_new {
            kept.queue.push_back(doc.0);
        }
        kept.bytes += bytes - before.min(bytes);
        if kept.bytes > kept.most_bytes {
            kept.make_room(doc);
        }
    }
}

/// Moves places in a phrase from one word of it to another.
fn move_all(places: &mut [u32], from: usize, to: usize) {
    for place in places {
        *place = place.wrapping_sub(from as u32).wrapping_add(to as u32);
    }
}

impl Kept {
    /// Lets documents go until the rest fits, but for one.
    fn make_room(&mut self, but: DocId) {
        let mut left = self.queue.len() * 2;
        while self.bytes > self.most_bytes && left > 0 {
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

#[cfg(test)]
mod tests {
    use super::*;
    use corpus::{Block, BlockKind, ByteSpan, Document};
    use index::{BuildOptions, IndexBuilder};

    #[test]
    fn documents_leave_when_the_memory_is_full_and_are_read_again() {
        let mut builder = IndexBuilder::new(BuildOptions::default());
        for id in 0..40 {
            let text = format!("{}ford", "river ".repeat(100 + id));
            builder.add(&Document {
                id: id.to_string(),
                blocks: vec![Block {
                    kind: BlockKind::Paragraph,
                    span: ByteSpan::new(0, text.len() as u32),
                }],
                text,
                ..Document::default()
            });
        }
        let bytes = builder.finish().expect("sound documents");
        let index = Index::open(bytes.into()).expect("bytes as built");
        let key = index.word_key(index.term_id("ford").expect("a word of the texts"));
        let memory = TextMemory::of(5_000);
        for round in 0..3 {
            for id in 0..40 {
                for document in [id, 7] {
                    let mut found = Vec::new();
                    let view = index.document(DocId(document));
                    memory.positions(&index, view, &key, &[1], &mut found);
                    assert_eq!(found, [101 + document], "in round {round}");
                }
                let kept = memory.0.lock().expect("no test panicked");
                assert!(kept.bytes <= 5_000 && kept.bytes > 3_000 * usize::from(id > 9));
                assert!(kept.documents[7].is_some(), "what is asked for often stays");
            }
        }
    }
}
