//! The lists of the section `POST`, found and checked as they arrive.

use crate::documents::{Documents, FieldLengths};
use crate::index::TermEntry;
use crate::postings::check_list;
use crate::varint::Reader;

/// Bytes of lists that one step checks. In a page, some five milliseconds.
const STEP_BYTES: usize = 128 << 10;
/// The most bytes of a number.
const NUMBER_BYTES: usize = 5;

/// The lists of a section that may still be arriving.
#[derive(Debug, Default)]
pub(crate) struct ListTable {
    /// One per term, once the column of lengths has been read.
    terms: Vec<TermEntry>,
    has_places: bool,
    /// Lists that have been checked.
    n_checked: usize,
    lengths: Vec<FieldLengths>,
    ends_of_positions: Vec<u32>,
}

impl ListTable {
    /// Starts before the first byte of a section.
    pub(crate) fn new(documents: &Documents) -> Self {
        let n = documents.entries.len();
        Self {
            terms: Vec::new(),
            has_places: false,
            n_checked: 0,
            lengths: documents.lengths(),
            ends_of_positions: (0..n)
                .map(|document| documents.end_of_positions(document))
                .collect(),
        }
    }

    /// Reads on in a section of `length` bytes that begins with `arrived`, for `n_terms` terms; false where
    /// nothing is left to do until more arrive.
    pub(crate) fn step(
        &mut self,
        arrived: &[u8],
        length: usize,
        n_terms: usize,
    ) -> Result<bool, &'static str> {
        if !self.has_places {
            if arrived.len() < length.min(n_terms.saturating_mul(NUMBER_BYTES)) {
                return Ok(false);
            }
            self.terms = places(arrived, length, n_terms)?;
            self.has_places = true;
            return Ok(true);
        }
        let first = self.n_checked;
        let mut n_bytes = 0;
        while self.n_checked < n_terms && n_bytes < STEP_BYTES {
            let start = self.terms[self.n_checked].start as usize;
            let next = self.terms.get(self.n_checked + 1);
            let end = next.map_or(length, |next| next.start as usize);
            let Some(list) = arrived.get(start..end) else {
                break;
            };
            let facts = check_list(list, &self.lengths, &self.ends_of_positions)?;
            let entry = &mut self.terms[self.n_checked];
            entry.document_frequency = facts.document_frequency;
            entry.collection_frequency = facts.collection_frequency;
            self.n_checked += 1;
            n_bytes += list.len();
        }
        Ok(self.n_checked > first)
    }
    /// Whether every list has been checked.
    pub(crate) fn is_checked(&self) -> bool {
        self.has_places && self.n_checked == self.terms.len()
    }

    /// Returns the place and the facts of each list.
    pub(crate) fn into_terms(self) -> Vec<TermEntry> {
        self.terms
    }
}

/// Reads the column of lengths, of which all has arrived, and returns where the lists begin in a section
/// of `length` bytes. They fill it.
fn places(arrived: &[u8], length: usize, n_terms: usize) -> Result<Vec<TermEntry>, &'static str> {
    const CUT: &str = "a column ends early";
    if n_terms > arrived.len() {
        return Err(CUT);
    }
    let mut reader = Reader::new(arrived);
    let mut terms = Vec::with_capacity(n_terms);
    let mut next = 0_u64;
    for _ in 0..n_terms {
        terms.push(TermEntry {
            start: next as u32,
            document_frequency: 0,
            collection_frequency: 0,
        });
        next += u64::from(reader.varint().ok_or(CUT)?);
    }
    let column = reader.position() as u64;
    if column + next > length as u64 {
        return Err("a list reaches past its section");
    }
    if column + next < length as u64 {
        return Err("bytes are left over");
    }
    for entry in &mut terms {
        entry.start += column as u32;
    }
    Ok(terms)
}
