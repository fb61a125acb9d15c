//! Strings to small numbers, in the order in which they are first seen.

/// A table of distinct strings: each has the number of strings seen before it.
///
/// Open addressing with linear probing over one arena, so that a term costs its bytes and about
/// twenty more, and no allocation of its own. Written here because the hash must be the same in every
/// host and because `std`'s map keeps an allocation per key.
#[derive(Debug, Default)]
pub struct TermTable {
    /// Hash and number + 1 of the string in a slot; number 0 marks a free slot. The length is a power
    /// of two and at least a third larger than the number of strings.
    slots: Vec<(u32, u32)>,
    ends: Vec<u32>,
    text: String,
}

impl TermTable {
    /// Returns the number of strings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Tells whether no string has been seen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Returns the string with a number; empty where there is none.
    #[must_use]
    pub fn get(&self, number: u32) -> &str {
        let number = number as usize;
        let Some(&end) = self.ends.get(number) else {
            return "";
        };
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start as usize..end as usize).unwrap_or("")
    }

    /// Returns the number of a string, if it has been seen.
    #[must_use]
    pub fn find(&self, string: &str) -> Option<u32> {
        if self.is_empty() {
            return None;
        }
        let slot = self.slot_of(hash_of(string.as_bytes()), string);
        self.slots[slot].1.checked_sub(1)
    }

    /// Returns the number of a string, which is new if it has not been seen.
    pub fn number_of(&mut self, string: &str) -> u32 {
        if self.ends.len() * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let hash = hash_of(string.as_bytes());
        let slot = self.slot_of(hash, string);
        if let Some(known) = self.slots[slot].1.checked_sub(1) {
            return known;
        }
        self.text.push_str(string);
        self.ends.push(self.text.len() as u32);
        self.slots[slot] = (hash, self.ends.len() as u32);
        self.ends.len() as u32 - 1
    }

    /// Returns the slot of a string, or the free one where it would be; there are slots.
    fn slot_of(&self, hash: u32, string: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let (known, number) = self.slots[slot];
            if number == 0 || known == hash && self.get(number - 1) == string {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Returns the numbers in the byte order of their strings.
    pub(crate) fn sorted(&self) -> Vec<u32> {
        sorting::sorted_order(self.len(), &mut |a, b| self.get(a).cmp(self.get(b)))
    }

    fn grow(&mut self) {
        let slots = vec![(0, 0); (self.slots.len() * 2).max(64)];
        let old = std::mem::replace(&mut self.slots, slots);
        let mask = self.slots.len() - 1;
        for (hash, number) in old.into_iter().filter(|&(_, number)| number != 0) {
            let mut slot = hash as usize & mask;
            while self.slots[slot].1 != 0 {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = (hash, number);
        }
    }
}

/// Returns a hash of a short string.
///
/// Eight bytes at a time, each mixed by a multiplication, as in the Fx hash of rustc; the upper half
/// is folded in, because the table uses the lower bits.
pub(crate) fn hash_of(bytes: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR);
    }
    (hash >> 32) as u32 ^ hash as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_are_places_of_first_sight(strings in prop::collection::vec("[a-c]{0,9}", 0..300)) {
            let mut table = TermTable::default();
            let mut seen: Vec<String> = Vec::new();
            for string in &strings {
                let expected = seen.iter().position(|known| known == string).unwrap_or_else(|| {
                    seen.push(string.clone());
                    seen.len() - 1
                });
                let known = (expected < table.len()).then_some(expected as u32);
                prop_assert_eq!(table.find(string), known);
                prop_assert_eq!(table.number_of(string) as usize, expected);
            }
            for (number, string) in seen.iter().enumerate() {
                prop_assert_eq!(table.get(number as u32), string);
            }
            let sorted: Vec<&str> = table.sorted().into_iter().map(|number| table.get(number)).collect();
            seen.sort();
            prop_assert_eq!(sorted, seen);
        }
    }
}
