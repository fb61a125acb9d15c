//! Documents as an index keeps them: names, dates, text, blocks, inlines, lengths.
//!
//! Three sections in columns, so that numbers of one kind stand together and compress well:
//!
//! ```text
//! DOCS := id_len* id_bytes attribute_codes* string_len* string_bytes text_len* title_tokens*
//! BLCK := n_blocks* kind* gap* length* tokens_code*
//! INLN := n_inlines* kind* start_gap* length* target_len* target_bytes
//! ```
//!
//! `docs/FORMAT.md` gives the widths.

mod reader;
mod view;
mod writer;

pub(crate) use reader::{CUT, Sections, check_document, read, read_column, read_strings};
pub use view::DocumentView;
pub(crate) use writer::DocumentColumns;

use std::ops::Range;

use corpus::{BlockKind, ByteSpan};

use crate::DayNumber;

/// Words that 1,024 bytes of a block are expected to hold: those of English prose.
const WORDS_IN_1024_BYTES: u64 = 168;

/// Returns the code of a block's number of words: how far it is from what its length lets one expect, zigzag
/// (0, -1, 1, -2, …), modulo 2^32. Compressed, such codes take half of what the numbers take.
fn words_code(n_words: u32, n_bytes: u32) -> u32 {
    let off = n_words.wrapping_sub(expected_words(n_bytes));
    (off << 1) ^ 0_u32.wrapping_sub(off >> 31)
}

/// Returns the number of words of a block; undoes [`words_code`].
fn words_of(code: u32, n_bytes: u32) -> u32 {
    let off = (code >> 1) ^ 0_u32.wrapping_sub(code & 1);
    expected_words(n_bytes).wrapping_add(off)
}

fn expected_words(n_bytes: u32) -> u32 {
    ((u64::from(n_bytes) * WORDS_IN_1024_BYTES + 512) >> 10) as u32
}

/// The number of words of a document, by field. Joined forms are not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct FieldLengths {
    /// Words of the title.
    pub title: u32,
    /// Words of all headings.
    pub heading: u32,
    /// Words of all other blocks.
    pub body: u32,
}

/// The mean of [`FieldLengths`] over all documents; zeros for an empty index.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct AverageLengths {
    /// Mean words of a title.
    pub title: f64,
    /// Mean words of all headings of a document.
    pub heading: f64,
    /// Mean words of all other blocks of a document.
    pub body: f64,
}

/// One block of a document, with its place among the document's positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockEntry {
    /// What the block is.
    pub kind: BlockKind,
    /// The bytes of the document's text that it covers.
    pub span: ByteSpan,
    /// The position of its first word.
    pub first_position: u32,
    /// The number of its words: they have the positions `first_position .. first_position + n_tokens`.
    pub n_tokens: u32,
}

/// The numbers of one document; spans are places in the file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DocumentEntry {
    pub(crate) id: ByteSpan,
    pub(crate) title: ByteSpan,
    pub(crate) date: Option<ByteSpan>,
    pub(crate) lang: Option<ByteSpan>,
    pub(crate) text: ByteSpan,
    pub(crate) first_block: u32,
    pub(crate) first_inline: u32,
    pub(crate) lengths: FieldLengths,
    pub(crate) days: Option<(DayNumber, DayNumber)>,
}

/// One inline; the target is a place in the file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct InlineEntry {
    pub(crate) kind: u8,
    pub(crate) span: ByteSpan,
    pub(crate) target: ByteSpan,
}

/// All documents of an open index.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    pub(crate) entries: Vec<DocumentEntry>,
    pub(crate) blocks: Vec<BlockEntry>,
    pub(crate) inlines: Vec<InlineEntry>,
    /// Document numbers in the order of their ids.
    pub(crate) by_id: Vec<u32>,
}

/// The position after a title or block of `n_tokens` words that begins at `first`: one is left free,
/// so that no phrase reaches from one block into the next.
pub(crate) fn position_after(first: u32, n_tokens: u32) -> u32 {
    first.saturating_add(n_tokens).saturating_add(1)
}

impl Documents {
    /// Returns the number of blocks of a document; 0 where there is no such document.
    pub(crate) fn n_blocks(&self, document: usize) -> u32 {
        if document < self.entries.len() {
            self.blocks_of(document).len() as u32
        } else {
            0
        }
    }

    /// Returns which blocks a document has.
    pub(crate) fn blocks_of(&self, document: usize) -> Range<usize> {
        let next = self.entries.get(document + 1);
        let end = next.map_or(self.blocks.len(), |next| next.first_block as usize);
        self.entries[document].first_block as usize..end
    }

    /// Returns which inlines a document has.
    pub(crate) fn inlines_of(&self, document: usize) -> Range<usize> {
        let next = self.entries.get(document + 1);
        let end = next.map_or(self.inlines.len(), |next| next.first_inline as usize);
        self.entries[document].first_inline as usize..end
    }

    /// Returns the number after the greatest position of a document.
    pub(crate) fn end_of_positions(&self, document: usize) -> u32 {
        let entry = &self.entries[document];
        match self.blocks[self.blocks_of(document)].last() {
            Some(block) => block.first_position.saturating_add(block.n_tokens),
            None => entry.lengths.title,
        }
    }
}

/// The four low bits of a kind byte; the four high bits are a level or depth.
const PARAGRAPH: u8 = 0;
const HEADING: u8 = 1;
const LIST_ITEM: u8 = 2;
const ORDERED_ITEM: u8 = 3;
const QUOTATION: u8 = 4;
const QUESTION: u8 = 5;
const ANSWER: u8 = 6;
const CAPTION: u8 = 7;
const TABLE_HEADER: u8 = 8;
const TABLE_ROW: u8 = 9;
const NOTE: u8 = 10;
const PREFORMATTED: u8 = 11;

/// Returns the byte of a block kind. Depths above 15 become 15: deeper lists look the same on a page.
pub(crate) fn kind_code(kind: BlockKind) -> u8 {
    let (family, level) = match kind {
        BlockKind::Paragraph => (PARAGRAPH, 0),
        BlockKind::Heading(level) => (HEADING, level.clamp(1, 6)),
        BlockKind::ListItem(depth) => (LIST_ITEM, depth.min(15)),
        BlockKind::OrderedItem(depth) => (ORDERED_ITEM, depth.min(15)),
        BlockKind::Quotation => (QUOTATION, 0),
        BlockKind::Question => (QUESTION, 0),
        BlockKind::Answer => (ANSWER, 0),
        BlockKind::Caption => (CAPTION, 0),
        BlockKind::TableHeader => (TABLE_HEADER, 0),
        BlockKind::TableRow => (TABLE_ROW, 0),
        BlockKind::Note => (NOTE, 0),
        BlockKind::Preformatted => (PREFORMATTED, 0),
    };
    family | level << 4
}

/// Returns the block kind of a byte, `None` for a byte that no kind has.
pub(crate) fn kind_of(code: u8) -> Option<BlockKind> {
    let level = code >> 4;
    let kind = match code & 15 {
        HEADING if (1..=6).contains(&level) => return Some(BlockKind::Heading(level)),
        LIST_ITEM => return Some(BlockKind::ListItem(level)),
        ORDERED_ITEM => return Some(BlockKind::OrderedItem(level)),
        PARAGRAPH => BlockKind::Paragraph,
        QUOTATION => BlockKind::Quotation,
        QUESTION => BlockKind::Question,
        ANSWER => BlockKind::Answer,
        CAPTION => BlockKind::Caption,
        TABLE_HEADER => BlockKind::TableHeader,
        TABLE_ROW => BlockKind::TableRow,
        NOTE => BlockKind::Note,
        PREFORMATTED => BlockKind::Preformatted,
        _ => return None,
    };
    (level == 0).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::{words_code, words_of};
    use proptest::prelude::*;

    #[test]
    fn what_is_expected_has_the_smallest_code() {
        assert_eq!(words_code(168, 1024), 0);
        assert_eq!(words_code(167, 1024), 1);
        assert_eq!(words_code(169, 1024), 2);
    }

    proptest! {
        #[test]
        fn numbers_of_words_come_back(n_words: u32, n_bytes: u32) {
            prop_assert_eq!(words_of(words_code(n_words, n_bytes), n_bytes), n_words);
        }
    }
}
