//! Metadata: for each key its values, and for each document the numbers of its values.
//!
//! ```text
//! FLDS := n_fields (name_len name n_values single?)* value_len* value_bytes numbers*
//! ```
//!
//! `numbers` is a column of one entry per document for each field: where `single`, 0 for no value,
//! else the number of the value + 1; otherwise a count followed by as many numbers. Values of a field
//! are sorted and stand once, so that facets count numbers and never compare strings.

mod reader;
mod writer;

pub(crate) use reader::read;
pub(crate) use writer::FieldColumns;

use corpus::ByteSpan;

use crate::{DocId, Index};

/// One metadata key over the whole corpus. Copies are free.
#[derive(Debug, Clone, Copy)]
pub struct FieldView<'i> {
    index: &'i Index,
    field: &'i Field,
}

/// One field of an open index.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: ByteSpan,
    /// Where the values begin in the file, and where the last one ends; one more than values.
    pub(crate) bounds: Vec<u32>,
    pub(crate) numbers: Numbers,
}

/// The values of each document.
#[derive(Debug)]
pub(crate) enum Numbers {
    /// At most one value per document; `u32::MAX` for none.
    Single(Vec<u32>),
    /// Where the numbers of each document begin and the last one's end; then all numbers.
    Several(Vec<u32>, Vec<u32>),
}

impl Numbers {
    /// Returns the value numbers of a document, in the source's order.
    pub(crate) fn of(&self, document: usize) -> &[u32] {
        let (range, numbers) = match self {
            Self::Single(numbers) => match numbers.get(document) {
                Some(&number) if number != u32::MAX => (document..document + 1, numbers),
                _ => return &[],
            },
            Self::Several(starts, numbers) => match starts.get(document..document + 2) {
                Some(&[start, end]) => (start as usize..end as usize, numbers),
                _ => return &[],
            },
        };
        numbers.get(range).unwrap_or(&[])
    }
}

impl Field {
    /// Returns the place of a value in the file.
    pub(crate) fn value(&self, number: u32) -> Option<ByteSpan> {
        let (start, end) = (
            *self.bounds.get(number as usize)?,
            *self.bounds.get(number as usize + 1)?,
        );
        Some(ByteSpan::new(start, end))
    }
}

impl<'i> FieldView<'i> {
    pub(crate) fn new(index: &'i Index, field: &'i Field) -> Self {
        Self { index, field }
    }

    /// Returns the key: lower case, as in `tag:`.
    #[must_use]
    pub fn name(self) -> &'i str {
        self.index.bytes.text(self.field.name)
    }

    /// Returns how many different values the corpus has.
    #[must_use]
    pub fn n_values(self) -> u32 {
        self.field.bounds.len() as u32 - 1
    }

    /// Returns a value by its number; empty for a number that no value has.
    #[must_use]
    pub fn value(self, number: u32) -> &'i str {
        self.field
            .value(number)
            .map_or("", |span| self.index.bytes.text(span))
    }

    /// Returns all values in byte order: the place of a value is its number.
    pub fn values(self) -> impl Iterator<Item = &'i str> {
        (0..self.n_values()).map(move |number| self.value(number))
    }

    /// Returns the number of a value.
    ///
    /// Cost: a binary search.
    #[must_use]
    pub fn find(self, value: &str) -> Option<u32> {
        let mut range = 0..self.n_values();
        while !range.is_empty() {
            let middle = range.start + (range.end - range.start) / 2;
            match self.value(middle).cmp(value) {
                std::cmp::Ordering::Less => range.start = middle + 1,
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Greater => range.end = middle,
            }
        }
        None
    }

    /// Returns the numbers of a document's values, in the source's order; empty where it has none.
    #[must_use]
    pub fn document_values(self, doc: DocId) -> &'i [u32] {
        self.field.numbers.of(doc.as_usize())
    }
}
