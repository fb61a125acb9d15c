//! Which documents hold a term, how often in which field, and in which of their units.
//!
//! Four columns over all terms, in the order of term numbers, and within a term of documents, so that
//! numbers of one kind stand together: how many documents hold the term, which, how often, and in which
//! units. A *unit* is the title (0) or a block (from 1). The words' positions are in the text and are
//! read there ([`crate::DocumentWords`]). `docs/FORMAT.md` has the coding.

mod check;
mod cursor;
mod writer;

pub(crate) use check::{ListTable, Lists};
pub use cursor::Postings;
pub(crate) use writer::{ListWriter, write};

use crate::documents::FieldLengths;
use crate::varint::{self, Reader};

/// Documents in one block of a long list, and the length from which a list is long.
///
/// 128 as in Lucene and tantivy: with about two bytes per document a block is what a cursor scans in well
/// under a microsecond.
pub const BLOCK_DOCUMENTS: u32 = 128;

/// How often a term occurs in one document, by field.
///
/// A joined form counts where it occurs, although it is not counted in lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct FieldFrequencies {
    /// Occurrences in the title.
    pub title: u32,
    /// Occurrences in headings.
    pub heading: u32,
    /// Occurrences in all other blocks.
    pub body: u32,
}

impl FieldFrequencies {
    /// Returns the number of occurrences in the document, which is also the number of positions.
    #[must_use]
    pub fn total(self) -> u64 {
        u64::from(self.title) + self.in_blocks()
    }

    /// Returns the number of occurrences outside the title.
    pub(crate) fn in_blocks(self) -> u64 {
        u64::from(self.heading) + u64::from(self.body)
    }

    /// Appends the frequencies, of which at least one is not 0. A text of less than 4 GiB has less than
    /// 2^31 words, so that the code of the common case fits.
    pub(crate) fn write(self, out: &mut Vec<u8>) {
        if self.title == 0 && self.heading == 0 {
            return varint::write(out, self.body.saturating_sub(1) << 1);
        }
        let (heading, title) = (u32::from(self.heading > 0), u32::from(self.title > 0));
        varint::write(out, heading << 2 | title << 1 | 1);
        varint::write(out, self.body);
        for frequency in [self.heading, self.title] {
            if frequency > 0 {
                varint::write(out, frequency);
            }
        }
    }

    /// Reads what [`FieldFrequencies::write`] wrote.
    #[inline]
    pub(crate) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let code = reader.varint()?;
        if code & 1 == 0 {
            return Some(Self {
                title: 0,
                heading: 0,
                body: (code >> 1) + 1,
            });
        }
        Self::read_fields(code, reader)
    }

    fn read_fields(code: u32, reader: &mut Reader<'_>) -> Option<Self> {
        let body = reader.varint()?;
        let mut field = |flag: u32| match code & flag {
            0 => Some(0),
            _ => reader.varint().filter(|&frequency| frequency > 0),
        };
        let (heading, title) = (field(4)?, field(2)?);
        (code > 1 && code < 8).then_some(Self {
            title,
            heading,
            body,
        })
    }
}

/// How the blocks that hold a term are written for one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum UnitCoding {
    /// Not at all: there is one block at most, or the term stands in the title only.
    Known,
    /// A bit for each block, in so many bytes.
    Bits(usize),
    /// So many numbers: the block of each occurrence, as the distance from that of the one before.
    Gaps(u64),
}

impl UnitCoding {
    /// Chooses the coding by what is known: the blocks of the document and the occurrences in them.
    #[inline]
    fn of(n_blocks: u32, n_occurrences: u64) -> Self {
        let n_bytes = n_blocks.div_ceil(8);
        if n_blocks <= 1 || n_occurrences == 0 {
            Self::Known
        } else if n_occurrences > 1 && u64::from(n_bytes) <= n_occurrences {
            Self::Bits(n_bytes as usize)
        } else {
            Self::Gaps(n_occurrences)
        }
    }

    /// Steps over the units of one document.
    #[inline]
    fn skip(self, reader: &mut Reader<'_>) -> Option<()> {
        match self {
            Self::Known => {}
            Self::Bits(n_bytes) => {
                reader.take(n_bytes)?;
            }
            Self::Gaps(n) => reader.skip_varints(n),
        }
        Some(())
    }

    /// Calls `each` with the blocks that hold the term, from 0, in ascending order; the same one may
    /// come several times. `None` where the bytes are no such list; then some may have been called.
    fn read(self, reader: &mut Reader<'_>, n_blocks: u32, each: &mut dyn FnMut(u32)) -> Option<()> {
        match self {
            Self::Known => {}
            Self::Bits(n_bytes) => {
                let mut first = 0;
                for &byte in reader.take(n_bytes)? {
                    let mut rest = byte;
                    while rest != 0 {
                        each(
                            Some(first + rest.trailing_zeros())
                                .filter(|&block| block < n_blocks)?,
                        );
                        rest &= rest - 1;
                    }
                    first += 8;
                }
            }
            Self::Gaps(n) => {
                let mut block = 0_u32;
                for _ in 0..n {
                    block = block.checked_add(reader.varint()?)?;
                    each(Some(block).filter(|&block| block < n_blocks)?);
                }
            }
        }
        Some(())
    }
}

/// Appends the blocks of the occurrences of a term in a document, in ascending order, from 0.
pub(crate) fn write_units(
    out: &mut Vec<u8>,
    n_blocks: u32,
    n_occurrences: u64,
    blocks: impl Iterator<Item = u32>,
) {
    match UnitCoding::of(n_blocks, n_occurrences) {
        UnitCoding::Known => {}
        UnitCoding::Bits(n_bytes) => {
            let start = out.len();
            out.resize(start + n_bytes, 0);
            for block in blocks {
                out[start + block as usize / 8] |= 1 << (block % 8);
            }
        }
        UnitCoding::Gaps(_) => {
            let mut previous = 0;
            for block in blocks {
                varint::write(out, block - previous);
                previous = block;
            }
        }
    }
}

/// What no document in one block of a list exceeds, for leaving out blocks that cannot reach a score.
///
/// Any score that grows with every frequency and falls with every length is at most the score of a
/// document with these frequencies and lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockBound {
    /// The last document of the block.
    pub last_doc: crate::DocId,
    /// The greatest frequency per field.
    pub frequencies: FieldFrequencies,
    /// The least length per field, over the documents of the block that have the term in that field;
    /// 0 where none has.
    pub lengths: FieldLengths,
}

impl BlockBound {
    /// The bound of no documents.
    pub(crate) fn nothing() -> Self {
        Self {
            last_doc: crate::DocId(0),
            frequencies: FieldFrequencies::default(),
            lengths: FieldLengths::default(),
        }
    }

    /// Widens the bound by one document.
    pub(crate) fn include(&mut self, doc: u32, found: FieldFrequencies, lengths: FieldLengths) {
        self.last_doc = crate::DocId(doc);
        let (most, least) = (&mut self.frequencies, &mut self.lengths);
        widen(
            &mut most.title,
            &mut least.title,
            found.title,
            lengths.title,
        );
        widen(
            &mut most.heading,
            &mut least.heading,
            found.heading,
            lengths.heading,
        );
        widen(&mut most.body, &mut least.body, found.body, lengths.body);
    }
}

/// Widens the bound of one field by one document.
fn widen(most: &mut u32, least: &mut u32, frequency: u32, length: u32) {
    if frequency > 0 {
        *least = if *most == 0 {
            length
        } else {
            length.min(*least)
        };
        *most = frequency.max(*most);
    }
}

/// One block of a long list: its bound, and where it begins in each column.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Skip {
    pub(crate) bound: BlockBound,
    pub(crate) starts: Starts,
}

/// Where something begins in the columns, in bytes of the section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Starts {
    pub(crate) gaps: u32,
    pub(crate) frequencies: u32,
    pub(crate) units: u32,
}

impl Starts {
    /// Returns where the columns begin, by the place and the lengths of the first two.
    fn of(gaps: u32, n_gap_bytes: u32, n_frequency_bytes: u32) -> Option<Self> {
        let frequencies = gaps.checked_add(n_gap_bytes)?;
        Some(Self {
            gaps,
            frequencies,
            units: frequencies.checked_add(n_frequency_bytes)?,
        })
    }

    /// Returns how many bytes of all columns lie between an earlier place and this one.
    fn since(self, earlier: Self) -> u32 {
        (self.gaps - earlier.gaps)
            + (self.frequencies - earlier.frequencies)
            + (self.units - earlier.units)
    }
}

/// What is known of a term without reading its list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TermEntry {
    pub(crate) starts: Starts,
    pub(crate) document_frequency: u32,
    pub(crate) collection_frequency: u32,
    /// The place of its first skip, where it has any.
    pub(crate) first_skip: u32,
}

/// Reads the next document of a list after `previous` (`u32::MAX` before the first).
#[inline]
pub(crate) fn read_gap(reader: &mut Reader<'_>, previous: u32) -> Option<u32> {
    previous.wrapping_add(1).checked_add(reader.varint()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn frequencies_come_back(title in 0_u32..3, heading in 0_u32..3, body in prop_oneof![0_u32..4, 0_u32..1 << 31]) {
            prop_assume!(title + heading + body > 0);
            let frequencies = FieldFrequencies { title, heading, body };
            let mut bytes = Vec::new();
            frequencies.write(&mut bytes);
            let mut reader = Reader::new(&bytes);
            prop_assert_eq!(FieldFrequencies::read(&mut reader), Some(frequencies));
            prop_assert_eq!(reader.remaining(), 0);
        }

        #[test]
        fn units_come_back(n_blocks in 0_u32..70, mut places in prop::collection::vec(any::<u32>(), 0..40)) {
            places.iter_mut().for_each(|place| *place %= n_blocks.max(1));
            places.sort_unstable();
            if n_blocks == 0 {
                places.clear();
            }
            let n = places.len() as u64;
            let mut bytes = Vec::new();
            write_units(&mut bytes, n_blocks, n, places.iter().copied());
            let coding = UnitCoding::of(n_blocks, n);
            let mut skipped = Reader::new(&bytes);
            prop_assert_eq!(coding.skip(&mut skipped), Some(()));
            prop_assert_eq!(skipped.remaining(), 0);
            let mut found = Vec::new();
            prop_assert_eq!(coding.read(&mut Reader::new(&bytes), n_blocks, &mut |block| found.push(block)), Some(()));
            found.dedup();
            places.dedup();
            prop_assert_eq!(found, if n_blocks > 1 { places } else { Vec::new() });
        }
    }
}
