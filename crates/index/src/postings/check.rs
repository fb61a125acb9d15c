//! Checking a list of postings once, when an index is opened.
//!
//! One pass over every byte. The alternative, checking while reading, would leave each caller with
//! documents that do not exist and positions outside their document; and the pass gives the collection
//! frequencies, which would otherwise have to be stored.

use super::{BLOCK_DOCUMENTS, BlockBound, Skip, read_entry};
use crate::documents::FieldLengths;
use crate::varint::Reader;

/// What the check of a list learns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ListFacts {
    pub(crate) document_frequency: u32,
    pub(crate) collection_frequency: u64,
}

/// Checks a list: documents ascend and exist, every frequency is at least one, positions ascend and
/// stay below `ends_of_positions` of their document, skip entries say what their blocks are, and no
/// byte is left over.
pub(crate) fn check_list(
    list: &[u8],
    lengths: &[FieldLengths],
    ends_of_positions: &[u32],
) -> Result<ListFacts, &'static str> {
    let mut reader = Reader::new(list);
    let n_documents = reader.varint().ok_or("a list is empty")?;
    if n_documents == 0 || n_documents as usize > lengths.len() {
        return Err("a list has an impossible number of documents");
    }
    let corpus = Corpus {
        lengths,
        ends_of_positions,
    };
    let collection_frequency = if n_documents < BLOCK_DOCUMENTS {
        corpus.check_short(&list[reader.position()..], n_documents)
    } else {
        corpus.check_long(reader, n_documents)
    }?;
    Ok(ListFacts {
        document_frequency: n_documents,
        collection_frequency,
    })
}

const CUT: &str = "a list ends early";

/// What the documents allow.
struct Corpus<'c> {
    lengths: &'c [FieldLengths],
    ends_of_positions: &'c [u32],
}

impl Corpus<'_> {
    /// Checks documents with their positions after them; returns the number of positions.
    fn check_short(&self, bytes: &[u8], n_documents: u32) -> Result<u64, &'static str> {
        let mut docs = Reader::new(bytes);
        for _ in 0..n_documents {
            read_entry(&mut docs, 0).ok_or(CUT)?;
        }
        let (docs, positions) = bytes.split_at(docs.position());
        self.check_block(docs, positions, n_documents, u32::MAX)
            .map(|(_, total)| total)
    }

    /// Checks a list with skips; returns the number of positions.
    fn check_long(&self, mut reader: Reader<'_>, n_documents: u32) -> Result<u64, &'static str> {
        let skips_bytes = reader.varint().ok_or(CUT)? as usize;
        let docs_bytes = reader.varint().ok_or(CUT)? as usize;
        let mut skips = Reader::new(reader.take(skips_bytes).ok_or(CUT)?);
        let mut docs = Reader::new(reader.take(docs_bytes).ok_or(CUT)?);
        let mut positions = reader;
        let (mut left, mut previous, mut total) = (n_documents, u32::MAX, 0);
        while left > 0 {
            let skip = Skip::read(&mut skips, previous).ok_or("a skip entry is malformed")?;
            let block_docs = docs.take(skip.docs_bytes).ok_or(CUT)?;
            let block_positions = positions.take(skip.positions_bytes).ok_or(CUT)?;
            let n_block = left.min(BLOCK_DOCUMENTS);
            let (bound, n_positions) =
                self.check_block(block_docs, block_positions, n_block, previous)?;
            if bound != skip.bound {
                return Err("a skip entry does not fit its block");
            }
            previous = bound.last_doc.0;
            total += n_positions;
            left -= n_block;
        }
        if skips.remaining() + docs.remaining() + positions.remaining() > 0 {
            return Err("a list is longer than its documents");
        }
        Ok(total)
    }

    /// Checks consecutive documents and their positions, both to the last byte.
    fn check_block(
        &self,
        docs: &[u8],
        positions: &[u8],
        n_documents: u32,
        mut previous: u32,
    ) -> Result<(BlockBound, u64), &'static str> {
        let (mut docs, mut positions) = (Reader::new(docs), Reader::new(positions));
        let mut bound = BlockBound::nothing();
        let mut total = 0;
        for _ in 0..n_documents {
            let (doc, frequencies) = read_entry(&mut docs, previous).ok_or(CUT)?;
            let lengths = self
                .lengths
                .get(doc as usize)
                .ok_or("a list names a document that is not there")?;
            let end = self
                .ends_of_positions
                .get(doc as usize)
                .copied()
                .unwrap_or(0);
            if frequencies.total() == 0 {
                return Err("a document of a list does not hold the term");
            }
            check_positions(&mut positions, frequencies.total(), end)?;
            bound.include(doc, frequencies, *lengths);
            total += frequencies.total();
            previous = doc;
        }
        if docs.remaining() + positions.remaining() > 0 {
            return Err("a list is longer than its documents");
        }
        Ok((bound, total))
    }
}

/// Checks the positions of one document.
fn check_positions(positions: &mut Reader<'_>, n: u64, end: u32) -> Result<(), &'static str> {
    let mut after_previous: u32 = 0;
    for _ in 0..n {
        let gap = positions.varint().ok_or(CUT)?;
        let position = after_previous
            .checked_add(gap)
            .filter(|&position| position < end);
        after_previous = position.ok_or("a position lies outside its document")? + 1;
    }
    Ok(())
}
