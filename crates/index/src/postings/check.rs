//! Checking the lists of postings once, when an index is opened, as they arrive.
//!
//! One pass over every byte. The alternative, checking while reading, would leave each caller with
//! documents that do not exist and units outside their document; and the pass gives the collection
//! frequencies and the bounds of blocks, which would otherwise have to be stored.

use super::{
    BLOCK_DOCUMENTS, BlockBound, FieldFrequencies, Skip, Starts, TermEntry, UnitCoding, read_gap,
};
use crate::documents::{self, Documents, FieldLengths};
use crate::varint::Reader;

const CUT: &str = "a list ends early";
/// Bytes of lists that one step checks. In a page, some five milliseconds.
const STEP_BYTES: u32 = 128 << 10;
/// The most bytes of a number.
const NUMBER_BYTES: usize = 5;

/// What the section holds, found and checked.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    pub(crate) terms: Vec<TermEntry>,
    /// The blocks of the lists of at least [`BLOCK_DOCUMENTS`] documents, list by list.
    pub(crate) skips: Vec<Skip>,
}

/// The lists of a section that may still be arriving.
#[derive(Debug, Default)]
pub(crate) struct ListTable {
    limits: Vec<Limit>,
    columns: Option<Columns>,
    lists: Lists,
    is_checked: bool,
}

/// Where the columns are, and how far they have been checked.
#[derive(Debug)]
struct Columns {
    /// Per term, the number of its documents.
    document_frequencies: Vec<u32>,
    next: Starts,
    end: Starts,
}

impl ListTable {
    /// Starts before the first byte of a section.
    pub(crate) fn new(documents: &Documents) -> Self {
        let limit = |document: usize| Limit {
            lengths: documents.entries[document].lengths,
            n_blocks: documents.n_blocks(document),
            end_of_positions: documents.end_of_positions(document),
        };
        Self {
            limits: (0..documents.entries.len()).map(limit).collect(),
            ..Self::default()
        }
    }

    /// Reads on in a section of `length` bytes that begins with `arrived`, for `n_terms` terms; false where
    /// nothing is left to do until more arrive.
    ///
    /// Documents ascend and exist, every frequency is at least one and fits its document, units ascend and
    /// exist, and no byte is left over. Memory: 24 bytes for each term, 40 for each block of a long list.
    pub(crate) fn step(
        &mut self,
        arrived: &[u8],
        length: usize,
        n_terms: usize,
    ) -> Result<bool, &'static str> {
        let Some(columns) = &mut self.columns else {
            let most = n_terms.saturating_add(2).saturating_mul(NUMBER_BYTES);
            if arrived.len() < length.min(most) {
                return Ok(false);
            }
            self.columns = Some(read_head(arrived, length, n_terms)?);
            self.lists.terms.reserve_exact(n_terms);
            return Ok(true);
        };
        // A list of documents of one block has no units, but the next list begins where they would stand.
        if arrived.len() < length.min(columns.next.units as usize) {
            return Ok(false);
        }
        let column = |end: u32, start: u32| {
            let end = arrived.len().min(end as usize);
            Reader::at(&arrived[..end], start as usize)
        };
        let (first, next) = (columns.next, columns.next);
        let mut check = Check {
            limits: &self.limits,
            gaps: column(columns.end.gaps, next.gaps),
            frequencies: column(columns.end.frequencies, next.frequencies),
            units: column(columns.end.units, next.units),
            skips: &mut self.lists.skips,
        };
        let is_complete = arrived.len() >= length;
        let n_before = self.lists.terms.len();
        while let Some(&n_documents) = columns.document_frequencies.get(self.lists.terms.len())
            && columns.next.since(first) < STEP_BYTES
        {
            let n_skips = check.skips.len();
            match check.list(n_documents) {
                Ok(entry) => self.lists.terms.push(entry),
                // The rest of this list is on its way.
                Err(_) if !is_complete => {
                    check.skips.truncate(n_skips);
                    break;
                }
                Err(fault) => return Err(fault),
            }
            columns.next = check.starts();
        }
        if self.lists.terms.len() == n_terms && !self.is_checked {
            if columns.next != columns.end {
                return Err("bytes are left over");
            }
            self.is_checked = true;
            return Ok(true);
        }
        Ok(self.lists.terms.len() > n_before)
    }

    /// Whether every list has been checked.
    pub(crate) fn is_checked(&self) -> bool {
        self.is_checked
    }

    /// Returns the places and the facts of the lists.
    pub(crate) fn into_lists(self) -> Lists {
        self.lists
    }
}

/// Reads what stands before the lists, of which all has arrived, in a section of `length` bytes.
fn read_head(arrived: &[u8], length: usize, n_terms: usize) -> Result<Columns, &'static str> {
    let mut head = Reader::new(arrived);
    let n_gap_bytes = head.varint().ok_or(CUT)?;
    let n_frequency_bytes = head.varint().ok_or(CUT)?;
    let document_frequencies = documents::read_column(&mut head, n_terms)?;
    let next = Starts::of(head.position() as u32, n_gap_bytes, n_frequency_bytes);
    let next = next
        .filter(|next| next.units as usize <= length)
        .ok_or(CUT)?;
    Ok(Columns {
        document_frequencies,
        next,
        end: Starts {
            gaps: next.frequencies,
            frequencies: next.units,
            units: length as u32,
        },
    })
}

/// What a document allows.
#[derive(Debug)]
struct Limit {
    lengths: FieldLengths,
    n_blocks: u32,
    end_of_positions: u32,
}

/// The columns, read side by side.
struct Check<'s> {
    limits: &'s [Limit],
    gaps: Reader<'s>,
    frequencies: Reader<'s>,
    units: Reader<'s>,
    skips: &'s mut Vec<Skip>,
}

impl Check<'_> {
    fn starts(&self) -> Starts {
        Starts {
            gaps: self.gaps.position() as u32,
            frequencies: self.frequencies.position() as u32,
            units: self.units.position() as u32,
        }
    }

    /// Checks the list of one term.
    fn list(&mut self, n_documents: u32) -> Result<TermEntry, &'static str> {
        if n_documents == 0 || n_documents as usize > self.limits.len() {
            return Err("a list has an impossible number of documents");
        }
        let (starts, first_skip) = (self.starts(), self.skips.len() as u32);
        let (mut previous, mut total, mut left) = (u32::MAX, 0_u64, n_documents);
        while left > 0 {
            let n_block = left.min(BLOCK_DOCUMENTS);
            let mut skip = Skip {
                bound: BlockBound::nothing(),
                starts: self.starts(),
            };
            for _ in 0..n_block {
                let (doc, frequencies) = self.document(previous)?;
                skip.bound
                    .include(doc, frequencies, self.limits[doc as usize].lengths);
                previous = doc;
                total += frequencies.total();
            }
            if n_documents >= BLOCK_DOCUMENTS {
                self.skips.push(skip);
            }
            left -= n_block;
        }
        Ok(TermEntry {
            starts,
            document_frequency: n_documents,
            collection_frequency: u32::try_from(total).unwrap_or(u32::MAX),
            first_skip,
        })
    }

    /// Checks the next document of a list.
    fn document(&mut self, previous: u32) -> Result<(u32, FieldFrequencies), &'static str> {
        let doc = read_gap(&mut self.gaps, previous).ok_or(CUT)?;
        let limit = self
            .limits
            .get(doc as usize)
            .ok_or("a list names a document that is not there")?;
        let frequencies = FieldFrequencies::read(&mut self.frequencies).ok_or(CUT)?;
        let (total, in_blocks) = (frequencies.total(), frequencies.in_blocks());
        if total > u64::from(limit.end_of_positions) || in_blocks > 0 && limit.n_blocks == 0 {
            return Err("a document of a list has no place for so many occurrences");
        }
        let coding = UnitCoding::of(limit.n_blocks, in_blocks);
        let mut n_named = 0;
        coding
            .read(&mut self.units, limit.n_blocks, &mut |_| n_named += 1)
            .ok_or("a list names a block that is not there")?;
        if coding != UnitCoding::Known && (n_named == 0 || n_named > in_blocks) {
            return Err("a list names another number of blocks than occurrences");
        }
        Ok((doc, frequencies))
    }
}
