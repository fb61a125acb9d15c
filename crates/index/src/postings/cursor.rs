//! Walking one list of postings.

use super::{BLOCK_DOCUMENTS, BlockBound, FieldFrequencies, Skip, read_entry};
use crate::DocId;
use crate::varint::Reader;

/// A cursor over the documents that hold a term. It starts on the first one.
///
/// Ids are strictly increasing and below the index's number of documents. The cursor decodes as it goes
/// and allocates nothing; a clone is an independent cursor at the same place.
///
/// Opening an index has checked every list that it holds, but the cursor does not depend on that: on
/// bytes that are no list it ends early.
#[derive(Debug, Clone)]
pub struct Postings<'i> {
    document_frequency: u32,
    left: u32,
    left_in_block: u32,
    docs: Reader<'i>,
    /// At the positions of the current document, but for `unread_positions`. `None` in a short list
    /// until it is asked for, because positions begin where the documents end.
    positions: Option<Reader<'i>>,
    unread_positions: u64,
    skips: Option<Skips<'i>>,
    doc: u32,
    frequencies: FieldFrequencies,
}

/// What a long list has beside its documents.
#[derive(Debug, Clone)]
struct Skips<'i> {
    all: &'i [u8],
    rest: Reader<'i>,
    docs: &'i [u8],
    positions: &'i [u8],
    next_docs: usize,
    next_positions: usize,
    block_last: u32,
}

impl<'i> Postings<'i> {
    /// Starts on the first document of a list.
    pub(crate) fn new(list: &'i [u8]) -> Self {
        let mut cursor = Self::empty();
        if cursor.start(list).is_none() {
            return Self::empty();
        }
        cursor.advance();
        cursor
    }

    /// Returns a cursor over no documents.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            document_frequency: 0,
            left: 0,
            left_in_block: 0,
            docs: Reader::new(&[]),
            positions: None,
            unread_positions: 0,
            skips: None,
            doc: u32::MAX,
            frequencies: FieldFrequencies::default(),
        }
    }

    /// Reads the beginning of a list, up to the first document.
    fn start(&mut self, list: &'i [u8]) -> Option<()> {
        let mut reader = Reader::new(list);
        let n_documents = reader.varint()?;
        self.document_frequency = n_documents;
        self.left = n_documents;
        if n_documents < BLOCK_DOCUMENTS {
            self.left_in_block = n_documents;
            self.docs = reader;
            return Some(());
        }
        let (skips_bytes, docs_bytes) = (reader.varint()? as usize, reader.varint()? as usize);
        let all = reader.take(skips_bytes)?;
        let docs = reader.take(docs_bytes)?;
        let positions = reader.take(reader.remaining())?;
        let rest = Reader::new(all);
        self.skips = Some(Skips {
            all,
            rest,
            docs,
            positions,
            next_docs: 0,
            next_positions: 0,
            block_last: u32::MAX,
        });
        Some(())
    }

    /// Returns how many documents hold the term.
    #[must_use]
    pub fn document_frequency(&self) -> u32 {
        self.document_frequency
    }

    /// Returns the current document, [`DocId::END`] after the last.
    #[must_use]
    pub fn doc(&self) -> DocId {
        DocId(self.doc)
    }

    /// Returns how often the current document holds the term; zeros after the end.
    #[must_use]
    pub fn frequencies(&self) -> FieldFrequencies {
        self.frequencies
    }

    /// Moves to the next document and returns it.
    pub fn advance(&mut self) -> DocId {
        if self.step().is_none() {
            self.end();
        }
        DocId(self.doc)
    }

    /// Moves to the first document at or after `target` and returns it.
    ///
    /// Past the last one, every call returns [`DocId::END`]; a `target` at or before the current
    /// document moves nothing.
    ///
    /// Cost: ten small numbers for every block of 128 documents passed over, then a scan of one block.
    ///
    /// Source: Moffat and Zobel, "Self-indexing inverted files for fast text retrieval" (1996). We keep
    /// one level of skips: our longest lists have a few hundred blocks.
    pub fn seek(&mut self, target: DocId) -> DocId {
        if self.doc >= target.0 {
            return DocId(self.doc);
        }
        while self
            .skips
            .as_ref()
            .is_some_and(|skips| skips.block_last < target.0)
        {
            if self.enter_block().is_none() {
                self.end();
                return DocId::END;
            }
        }
        while self.doc < target.0 {
            self.advance();
        }
        DocId(self.doc)
    }

    /// Replaces `out` by the positions of the term in the current document, strictly increasing.
    ///
    /// Positions count through the document as [`crate::DocumentView::blocks`] says. The number of
    /// positions is [`FieldFrequencies::total`]. May be called any number of times for one document.
    ///
    /// Cost: the positions of the documents passed since the last call in this block are stepped over.
    pub fn positions(&mut self, out: &mut Vec<u32>) {
        out.clear();
        if self.doc == u32::MAX {
            return;
        }
        let mut reader = self.positions.unwrap_or_else(|| self.first_positions());
        reader.skip_varints(self.unread_positions);
        self.positions = Some(reader);
        self.unread_positions = 0;
        let mut previous = u32::MAX;
        for _ in 0..self.frequencies.total() {
            let next = reader
                .varint()
                .and_then(|gap| previous.wrapping_add(1).checked_add(gap));
            let Some(next) = next else { return };
            previous = next;
            out.push(next);
        }
    }

    /// Returns the bounds of all blocks, in order; none for a list of fewer than 128 documents, which is
    /// scanned as fast as it is bounded.
    pub fn block_bounds(&self) -> impl Iterator<Item = BlockBound> + use<'i> {
        let mut reader = Reader::new(self.skips.as_ref().map_or(&[][..], |skips| skips.all));
        let mut previous = u32::MAX;
        std::iter::from_fn(move || {
            let skip = Skip::read(&mut reader, previous)?;
            previous = skip.bound.last_doc.0;
            Some(skip.bound)
        })
    }

    /// Moves by one document, into the next block where need be.
    fn step(&mut self) -> Option<()> {
        if self.left_in_block == 0 {
            self.enter_block()?;
        }
        self.unread_positions += self.frequencies.total();
        let (doc, frequencies) = read_entry(&mut self.docs, self.doc)?;
        self.left_in_block -= 1;
        self.left -= 1;
        self.doc = doc;
        self.frequencies = frequencies;
        Some(())
    }

    /// Stands before the first document of the next block of a long list.
    fn enter_block(&mut self) -> Option<()> {
        let skips = self.skips.as_mut()?;
        self.left -= self.left_in_block;
        if self.left == 0 {
            return None;
        }
        let previous = skips.block_last;
        let skip = Skip::read(&mut skips.rest, previous)?;
        self.docs = Reader::new(skips.docs.get(skips.next_docs..)?);
        self.positions = Some(Reader::new(skips.positions.get(skips.next_positions..)?));
        skips.next_docs += skip.docs_bytes;
        skips.next_positions += skip.positions_bytes;
        skips.block_last = skip.bound.last_doc.0;
        self.left_in_block = self.left.min(BLOCK_DOCUMENTS);
        self.unread_positions = 0;
        self.doc = previous;
        self.frequencies = FieldFrequencies::default();
        Some(())
    }

    /// Finds where the positions of a short list begin: after the documents not yet read.
    fn first_positions(&self) -> Reader<'i> {
        let mut reader = self.docs;
        for _ in 0..self.left {
            if read_entry(&mut reader, 0).is_none() {
                break;
            }
        }
        reader
    }

    fn end(&mut self) {
        self.left = 0;
        self.left_in_block = 0;
        self.skips = None;
        self.doc = u32::MAX;
        self.frequencies = FieldFrequencies::default();
    }
}
