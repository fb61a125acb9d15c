//! One bit for each word of the corpus.

/// Bits, all clear at first.
#[derive(Debug, Default)]
pub(crate) struct BitSet {
    words: Vec<u64>,
}

impl BitSet {
    /// Returns `n` clear bits.
    pub(crate) fn new(n: usize) -> Self {
        // One word more, so that a window at the end needs no check.
        Self {
            words: vec![0; n / 64 + 2],
        }
    }

    pub(crate) fn set(&mut self, at: usize) {
        if let Some(word) = self.words.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }

    /// Sets the bits of `from..to`.
    pub(crate) fn set_range(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            let n = (64 - at % 64).min(to - at);
            let ones = if n == 64 { u64::MAX } else { (1 << n) - 1 };
            if let Some(word) = self.words.get_mut(at / 64) {
                *word |= ones << (at % 64);
            }
            at += n;
        }
    }

    pub(crate) fn has(&self, at: usize) -> bool {
        self.words
            .get(at / 64)
            .is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    /// Clears every bit for which one of the next `n` bits of `edges` is set; `n` is below 64.
    pub(crate) fn clear_before(&mut self, edges: &Self, n: usize) {
        for (at, word) in self.words.iter_mut().enumerate() {
            let low = edges.words.get(at).copied().unwrap_or_default();
            let high = edges.words.get(at + 1).copied().unwrap_or_default();
            let both = u128::from(high) << 64 | u128::from(low);
            for distance in 1..=n {
                *word &= !((both >> distance) as u64);
            }
        }
    }

    /// Returns the number of set bits.
    pub(crate) fn len(&self) -> u64 {
        let ones = self.words.iter().map(|word| u64::from(word.count_ones()));
        ones.sum()
    }
}

#[cfg(test)]
mod tests {
    use super::BitSet;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ranges_and_edges_are_those_of_a_list(
            from in 0_usize..200, length in 0_usize..150, edge in 0_usize..300, at in 0_usize..300, n in 0_usize..7,
        ) {
            let mut bits = BitSet::new(400);
            bits.set_range(from, from + length);
            prop_assert_eq!(bits.len(), length as u64);
            let inside = from <= at && at < from + length;
            prop_assert_eq!(bits.has(at), inside);
            let mut edges = BitSet::new(400);
            edges.set(edge);
            bits.clear_before(&edges, n);
            prop_assert_eq!(bits.has(at), inside && !(at + 1..at + 1 + n).contains(&edge));
        }
    }
}
