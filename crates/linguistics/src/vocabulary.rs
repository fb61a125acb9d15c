//! The terms of an index in memory, both ways: number to text and text to number.

use index::Index;

/// All terms, numbered in their byte order as [`index::TermId`] is.
///
/// The dictionary of an index answers both questions, too, by walking; here two and a half million words
/// are looked up in a row.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    text: String,
    ends: Vec<u32>,
    /// Number + 1 of the term in a slot, 0 in a free one; a power of two, at most half full.
    slots: Vec<u32>,
}

impl Vocabulary {
    /// Copies the terms of an index. Cost: linear in their bytes.
    pub(crate) fn read(index: &Index) -> Self {
        let n_terms = index.n_terms() as usize;
        let mut vocabulary = Self {
            text: String::new(),
            ends: Vec::with_capacity(n_terms),
            slots: vec![0; (2 * n_terms).next_power_of_two().max(2)],
        };
        index.for_each_term("", &mut |term, _| {
            vocabulary.text.push_str(term);
            vocabulary.ends.push(vocabulary.text.len() as u32);
            let slot = vocabulary.slot_of(term);
            vocabulary.slots[slot] = vocabulary.ends.len() as u32;
            true
        });
        vocabulary
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns the term with a number; empty where there is none.
    pub(crate) fn term(&self, number: u32) -> &str {
        let number = number as usize;
        let Some(&end) = self.ends.get(number) else {
            return "";
        };
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }

    /// Returns the number of a term.
    pub(crate) fn number(&self, term: &str) -> Option<u32> {
        self.slots[self.slot_of(term)].checked_sub(1)
    }

    /// Returns the slot of a term, or the free one where it would be.
    fn slot_of(&self, term: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(term.as_bytes()) & mask;
        while let Some(number) = self.slots[slot].checked_sub(1) {
            if self.term(number) == term {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// Mixes eight bytes at a time by a multiplication; the upper half is folded in for the mask.
fn hash(bytes: &[u8]) -> usize {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR);
    }
    (hash >> 32) as usize ^ (hash & 0xffff_ffff) as usize
}
