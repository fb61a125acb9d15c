//! Walking one list of postings.

use super::{
    BLOCK_DOCUMENTS, BlockBound, FieldFrequencies, Skip, Starts, TermEntry, UnitCoding, read_gap,
};
use crate::DocId;
use crate::documents::Documents;
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
    /// Documents after the current one.
    left: u32,
    doc: u32,
    gaps: Reader<'i>,
    frequencies: Reader<'i>,
    /// Documents up to the current one whose frequencies have not been read.
    unread: u32,
    current: FieldFrequencies,
    /// Behind the columns above, as far as the last document whose units were asked for.
    units: Units<'i>,
    /// The section, for entering another block.
    section: &'i [u8],
    skips: &'i [Skip],
}

/// Reads units; what they mean depends on the document and the frequencies beside them.
#[derive(Debug, Clone)]
struct Units<'i> {
    documents: Option<&'i Documents>,
    doc: u32,
    gaps: Reader<'i>,
    frequencies: Reader<'i>,
    units: Reader<'i>,
    /// Of `doc`.
    coding: UnitCoding,
    is_in_title: bool,
    is_in_blocks: bool,
}

impl<'i> Postings<'i> {
    /// Starts on the first document of a list.
    pub(crate) fn new(
        section: &'i [u8],
        documents: &'i Documents,
        entry: TermEntry,
        skips: &'i [Skip],
    ) -> Self {
        let mut cursor = Self::empty();
        cursor.units.documents = Some(documents);
        cursor.document_frequency = entry.document_frequency;
        cursor.left = entry.document_frequency;
        cursor.section = section;
        cursor.skips = skips;
        cursor.stand_before(entry.starts, u32::MAX);
        cursor.advance();
        cursor
    }

    /// Returns a cursor over no documents.
    #[must_use]
    pub fn empty() -> Self {
        let nothing = Reader::new(&[]);
        Self {
            document_frequency: 0,
            left: 0,
            doc: u32::MAX,
            gaps: nothing,
            frequencies: nothing,
            unread: 0,
            current: FieldFrequencies::default(),
            units: Units {
                documents: None,
                doc: u32::MAX,
                gaps: nothing,
                frequencies: nothing,
                units: nothing,
                coding: UnitCoding::Known,
                is_in_title: false,
                is_in_blocks: false,
            },
            section: &[],
            skips: &[],
        }
    }

    /// Goes to a place in the columns, after document `previous`.
    fn stand_before(&mut self, starts: Starts, previous: u32) {
        let at = |start: u32| Reader::at(self.section, start as usize);
        self.gaps = at(starts.gaps);
        self.frequencies = at(starts.frequencies);
        self.units.units = at(starts.units);
        self.units.gaps = self.gaps;
        self.units.frequencies = self.frequencies;
        self.units.doc = previous;
        self.units.coding = UnitCoding::Known;
        self.doc = previous;
        self.unread = 0;
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
    ///
    /// Cost: the frequencies of the documents passed since the last call in this block are stepped over.
    #[inline]
    pub fn frequencies(&mut self) -> FieldFrequencies {
        while self.unread > 0 {
            self.unread -= 1;
            self.current = FieldFrequencies::read(&mut self.frequencies).unwrap_or_default();
        }
        self.current
    }

    /// Moves to the next document and returns it.
    #[inline]
    pub fn advance(&mut self) -> DocId {
        let next = if self.left > 0 {
            read_gap(&mut self.gaps, self.doc)
        } else {
            None
        };
        match next {
            Some(doc) => {
                self.doc = doc;
                self.left -= 1;
                self.unread += 1;
            }
            None => self.end(),
        }
        DocId(self.doc)
    }

    /// Moves to the first document at or after `target` and returns it.
    ///
    /// Past the last one, every call returns [`DocId::END`]; a `target` at or before the current
    /// document moves nothing.
    ///
    /// Cost: a binary search over the blocks of 128 documents that follow, then a scan of one block.
    ///
    /// Source: Moffat and Zobel, "Self-indexing inverted files for fast text retrieval" (1996). We keep
    /// one level of skips: our longest lists have a few hundred blocks.
    pub fn seek(&mut self, target: DocId) -> DocId {
        if self.doc >= target.0 || self.advance() >= target {
            return DocId(self.doc);
        }
        let n_read = self.document_frequency - self.left;
        let block = (n_read.saturating_sub(1) / BLOCK_DOCUMENTS) as usize;
        if let Some(current) = self.skips.get(block)
            && current.bound.last_doc < target
        {
            let rest = &self.skips[block..];
            let wanted = block + rest.partition_point(|skip| skip.bound.last_doc < target);
            let Some(skip) = self.skips.get(wanted) else {
                self.end();
                return DocId::END;
            };
            self.left = self.document_frequency - wanted as u32 * BLOCK_DOCUMENTS;
            self.stand_before(skip.starts, self.skips[wanted - 1].bound.last_doc.0);
            self.advance();
        }
        while self.doc < target.0 {
            self.advance();
        }
        DocId(self.doc)
    }

    /// Replaces `out` by the units of the current document that hold the term, strictly increasing: 0
    /// for the title, 1 for the first block, and so on.
    ///
    /// May be called any number of times for one document. Where in a unit the term stands is asked of
    /// the text: [`crate::DocumentWords`].
    ///
    /// Cost: documents passed since the last call in this block are read once more.
    pub fn units(&mut self, out: &mut Vec<u32>) {
        out.clear();
        if self.doc != u32::MAX && self.units.go_to(self.doc).is_some() {
            self.units.read(out);
        }
    }

    /// Returns the bounds of all blocks, in order; none for a list of fewer than 128 documents, which is
    /// scanned as fast as it is bounded.
    pub fn block_bounds(&self) -> impl ExactSizeIterator<Item = BlockBound> + use<'i> {
        self.skips.iter().map(|skip| skip.bound)
    }

    fn end(&mut self) {
        self.left = 0;
        self.skips = &[];
        self.doc = u32::MAX;
        self.unread = 0;
        self.current = FieldFrequencies::default();
    }
}

impl Units<'_> {
    /// Goes on until the units to be read next are those of a document.
    fn go_to(&mut self, doc: u32) -> Option<()> {
        while self.doc != doc {
            self.coding.skip(&mut self.units)?;
            self.doc = read_gap(&mut self.gaps, self.doc).filter(|&next| next <= doc)?;
            let frequencies = FieldFrequencies::read(&mut self.frequencies)?;
            self.is_in_title = frequencies.title > 0;
            self.is_in_blocks = frequencies.in_blocks() > 0;
            self.coding = UnitCoding::of(self.n_blocks(), frequencies.in_blocks());
        }
        Some(())
    }

    /// Reads the units of the document, and stays before them.
    fn read(&self, out: &mut Vec<u32>) {
        if self.is_in_title {
            out.push(0);
        }
        if self.coding == UnitCoding::Known {
            if self.is_in_blocks {
                out.push(1);
            }
            return;
        }
        let mut reader = self.units;
        let mut each = |block: u32| {
            if out.last() != Some(&(block + 1)) {
                out.push(block + 1);
            }
        };
        let _ = self.coding.read(&mut reader, self.n_blocks(), &mut each);
    }

    fn n_blocks(&self) -> u32 {
        let documents = self.documents.filter(|_| self.doc != u32::MAX);
        documents.map_or(0, |documents| documents.n_blocks(self.doc as usize))
    }
}
