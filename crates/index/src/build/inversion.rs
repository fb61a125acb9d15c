//! Texts to occurrences: the step that building and completing share.
//!
//! Each document becomes one record in a log, its terms with frequencies and units in coded form.
//! At the end the log is dealt out to the lists of the terms (`postings::write`). The log is smaller than
//! the text, so that nothing but coded bytes grows with the corpus.

use analysis::{Token, TokenKind};
use corpus::BlockKind;

use super::term_table::TermTable;
use crate::documents::position_after;
use crate::postings::{FieldFrequencies, write_units};
use crate::varint;

/// Bytes of a chunk of the log, reserved at once: growing would copy, and leave half of it unused.
const CHUNK_BYTES: usize = 256 << 10;
/// Bytes that an occurrence takes in the log, seldom more.
const OCCURRENCE_BYTES: usize = 4;
/// Term numbers have thirty bits in a sort key; more distinct terms than that do not fit a file.
const TERM_SHIFT: u32 = 34;

/// The field that an occurrence counts for; the two low bits of a sort key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    Title = 0,
    Heading = 1,
    Body = 2,
}

impl Zone {
    /// Returns the field of a block.
    pub(crate) fn of(kind: BlockKind) -> Self {
        match kind {
            BlockKind::Heading(_) => Self::Heading,
            _ => Self::Body,
        }
    }
}

/// The occurrences of consecutive documents.
///
/// ```text
/// log    := document*
/// document := n_terms n_blocks (term frequencies units)*
/// ```
#[derive(Debug, Default)]
pub(crate) struct Inversion {
    pub(crate) terms: TermTable,
    pub(crate) log: Vec<Vec<u8>>,
    pub(crate) n_documents: u32,
    /// Occurrences of the current document: term, position, zone, from high bits to low.
    occurrences: Vec<u64>,
    /// The first positions of the units of the current document: the title, then the blocks.
    units: Vec<u32>,
    next_position: u32,
}

impl Inversion {
    /// Begins a document; the title and then the blocks follow by [`Inversion::add_text`], then
    /// [`Inversion::end_document`].
    pub(crate) fn begin_document(&mut self) {
        self.occurrences.clear();
        self.units.clear();
        self.next_position = 0;
    }

    /// Adds the title or a block and returns the number of its words.
    pub(crate) fn add_text(&mut self, text: &str, zone: Zone) -> u32 {
        let Self {
            terms,
            occurrences,
            units,
            next_position,
            ..
        } = self;
        let first = *next_position;
        units.push(first);
        let mut n_tokens = 0;
        analysis::tokens(text, &mut |token: Token<'_>| {
            if token.kind == TokenKind::Word {
                n_tokens = n_tokens.max(token.position.saturating_add(1));
            }
            if !token.term.is_empty() {
                let term = u64::from(terms.number_of(token.term)) << TERM_SHIFT;
                let position = u64::from(first.saturating_add(token.position)) << 2;
                occurrences.push(term | position | zone as u64);
            }
        });
        self.next_position = position_after(first, n_tokens);
        n_tokens
    }

    /// Writes the document's record.
    pub(crate) fn end_document(&mut self) {
        self.n_documents += 1;
        sorting::sort_numbers(&mut self.occurrences);
        // Two joined forms of one spelling may begin at one position; they are one occurrence.
        self.occurrences.dedup_by_key(|occurrence| *occurrence >> 2);
        let n_terms = self
            .occurrences
            .chunk_by(|a, b| a >> TERM_SHIFT == b >> TERM_SHIFT)
            .count();
        let needed = self.occurrences.len() * OCCURRENCE_BYTES;
        if self
            .log
            .last()
            .is_none_or(|chunk| chunk.capacity() - chunk.len() < needed)
        {
            self.log.push(Vec::with_capacity(CHUNK_BYTES.max(needed)));
        }
        let Some(chunk) = self.log.last_mut() else {
            return;
        };
        varint::write(chunk, n_terms as u32);
        let blocks = self.units.get(1..).unwrap_or_default();
        varint::write(chunk, blocks.len() as u32);
        for run in self
            .occurrences
            .chunk_by(|a, b| a >> TERM_SHIFT == b >> TERM_SHIFT)
        {
            write_run(chunk, run, blocks);
        }
    }
}

/// Writes the occurrences of one term in one document, whose blocks begin at the positions `blocks`.
fn write_run(out: &mut Vec<u8>, run: &[u64], blocks: &[u32]) {
    let mut frequencies = FieldFrequencies::default();
    for occurrence in run {
        match occurrence & 3 {
            0 => frequencies.title += 1,
            1 => frequencies.heading += 1,
            _ => frequencies.body += 1,
        }
    }
    varint::write(out, (run[0] >> TERM_SHIFT) as u32);
    frequencies.write(out);
    let mut block = 0;
    let in_blocks = run.get(frequencies.title as usize..).unwrap_or_default();
    let places = in_blocks.iter().map(|occurrence| {
        let position = (occurrence >> 2) as u32;
        let later = blocks.get(block + 1..).unwrap_or_default();
        block += later.partition_point(|&first| first <= position);
        block as u32
    });
    write_units(out, blocks.len() as u32, frequencies.in_blocks(), places);
}
