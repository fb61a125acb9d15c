//! Which documents hold a term, how often in which field, and where.
//!
//! The section has one list per term, in the order of term numbers:
//!
//! ```text
//! POST      := lengths lists                      lengths: varint per term, bytes of its list
//! list      := df short                           where df < 128
//!            | df skips_len docs_len skips docs positions   where df >= 128
//! short     := docs positions
//! docs      := entry*                             one per document, ids ascending
//! entry     := gap*2+1                            varint: once, in the body
//!            | gap*2 body*4+heading?*2+title? [heading] [title]
//! positions := (position gap)*                    per document, as many as its frequencies add up to
//! skips     := (last_doc docs_bytes positions_bytes bound)*   one per 128 documents
//! bound     := frequencies[3] lengths[3]          title, heading, body: greatest frequency, least length
//! ```
//!
//! A gap is the distance from the number after the previous one, so that neighbours cost a zero.
//! Documents and frequencies stand apart from positions, so that scoring without positions does not
//! read them.

mod check;
mod cursor;
mod writer;

pub(crate) use check::check_list;
pub use cursor::Postings;
pub(crate) use writer::write;

use crate::documents::FieldLengths;
use crate::varint::{self, Reader};

/// Documents in one block of a long list, and the length from which a list is long.
///
/// 128 as in Lucene and tantivy: with about two bytes per document a block is what a cursor scans in well
/// under a microsecond, and its skip entry adds a tenth of a byte per document.
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
        u64::from(self.title) + u64::from(self.heading) + u64::from(self.body)
    }

    /// Appends the part of an entry after the gap; nothing where [`FieldFrequencies::is_single`].
    pub(crate) fn write(self, out: &mut Vec<u8>) {
        let flags = u32::from(self.heading > 0) * 2 + u32::from(self.title > 0);
        varint::write(out, (self.body << 2) | flags);
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
        let heading = if code & 2 != 0 { reader.varint()? } else { 0 };
        let title = if code & 1 != 0 { reader.varint()? } else { 0 };
        Some(Self {
            title,
            heading,
            body: code >> 2,
        })
    }

    /// The common case, which costs one bit: once, in the body.
    pub(crate) const SINGLE: Self = Self {
        title: 0,
        heading: 0,
        body: 1,
    };
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

    /// Appends the bound without its last document.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        let (most, least) = (&self.frequencies, &self.lengths);
        for number in [
            most.title,
            most.heading,
            most.body,
            least.title,
            least.heading,
            least.body,
        ] {
            varint::write(out, number);
        }
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

/// One entry of the skip table of a long list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Skip {
    pub(crate) bound: BlockBound,
    pub(crate) docs_bytes: usize,
    pub(crate) positions_bytes: usize,
}

impl Skip {
    /// Reads the entry after a block that ended with document `previous` (`u32::MAX` before the first).
    pub(crate) fn read(reader: &mut Reader<'_>, previous: u32) -> Option<Self> {
        let gap = reader.varint()?;
        let last_doc = previous.wrapping_add(1).checked_add(gap)?;
        let docs_bytes = reader.varint()? as usize;
        let positions_bytes = reader.varint()? as usize;
        let mut numbers = [0; 6];
        for number in &mut numbers {
            *number = reader.varint()?;
        }
        let [
            title,
            heading,
            body,
            title_length,
            heading_length,
            body_length,
        ] = numbers;
        let bound = BlockBound {
            last_doc: crate::DocId(last_doc),
            frequencies: FieldFrequencies {
                title,
                heading,
                body,
            },
            lengths: FieldLengths {
                title: title_length,
                heading: heading_length,
                body: body_length,
            },
        };
        Some(Self {
            bound,
            docs_bytes,
            positions_bytes,
        })
    }
}

/// Reads one entry of a list: the document after `previous` (`u32::MAX` before the first) and its
/// frequencies.
#[inline]
pub(crate) fn read_entry(
    reader: &mut Reader<'_>,
    previous: u32,
) -> Option<(u32, FieldFrequencies)> {
    let code = reader.varint()?;
    let doc = previous.wrapping_add(1).checked_add(code >> 1)?;
    let frequencies = if code & 1 != 0 {
        FieldFrequencies::SINGLE
    } else {
        FieldFrequencies::read(reader)?
    };
    Some((doc, frequencies))
}
