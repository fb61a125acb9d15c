//! Sets of documents as bits.

/// A set of documents of one corpus, one bit each.
///
/// All sets of a corpus have the same number of words, so the set operations below are plain loops;
/// bits past the last document are never set. For 10,000 documents a set takes 1,250 bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DocumentSet {
    words: Vec<u64>,
    n_documents: u32,
}

impl DocumentSet {
    /// Returns the set without any document.
    pub(crate) fn empty(n_documents: u32) -> Self {
        Self {
            words: vec![0; n_documents.div_ceil(64) as usize],
            n_documents,
        }
    }

    /// Returns the set of all documents.
    pub(crate) fn all(n_documents: u32) -> Self {
        let mut set = Self::empty(n_documents);
        set.complement();
        set
    }

    /// Adds a document; one outside the corpus is left out.
    pub(crate) fn insert(&mut self, document: u32) {
        if document < self.n_documents {
            self.words[(document / 64) as usize] |= 1 << (document % 64);
        }
    }

    /// Takes a document out.
    pub(crate) fn remove(&mut self, document: u32) {
        if document < self.n_documents {
            self.words[(document / 64) as usize] &= !(1 << (document % 64));
        }
    }

    /// Tells whether a document is in the set.
    pub(crate) fn contains(&self, document: u32) -> bool {
        document < self.n_documents
            && self.words[(document / 64) as usize] >> (document % 64) & 1 == 1
    }

    /// Keeps what `other` holds too.
    pub(crate) fn intersect(&mut self, other: &Self) {
        for (word, &kept) in self.words.iter_mut().zip(&other.words) {
            *word &= kept;
        }
    }

    /// Adds what `other` holds.
    pub(crate) fn unite(&mut self, other: &Self) {
        for (word, &added) in self.words.iter_mut().zip(&other.words) {
            *word |= added;
        }
    }

    /// Takes out what `other` holds.
    pub(crate) fn subtract(&mut self, other: &Self) {
        for (word, &lost) in self.words.iter_mut().zip(&other.words) {
            *word &= !lost;
        }
    }

    /// Turns the set into the documents it did not hold.
    pub(crate) fn complement(&mut self) {
        for word in &mut self.words {
            *word = !*word;
        }
        let used = self.n_documents % 64;
        if let (true, Some(last)) = (used > 0, self.words.last_mut()) {
            *last &= (1 << used) - 1;
        }
    }

    /// Returns the number of documents.
    pub(crate) fn len(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Tells whether there is no document.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// Calls `visit` with each document in ascending order.
    pub(crate) fn for_each(&self, mut visit: impl FnMut(u32)) {
        for (at, &word) in self.words.iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                visit(at as u32 * 64 + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
    }

    /// Returns the documents in ascending order.
    pub(crate) fn to_vec(&self) -> Vec<u32> {
        let mut documents = Vec::with_capacity(self.len() as usize);
        self.for_each(|document| documents.push(document));
        documents
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complement_stays_inside_the_corpus() {
        for n in [0, 1, 63, 64, 65, 128, 130] {
            let all = DocumentSet::all(n);
            assert_eq!(all.len(), n);
            assert_eq!(all.to_vec(), (0..n).collect::<Vec<_>>());
            assert!(!all.contains(n));
        }
    }

    #[test]
    fn operations_are_those_of_sets() {
        let of = |documents: &[u32]| {
            let mut set = DocumentSet::empty(100);
            documents.iter().for_each(|&document| set.insert(document));
            set
        };
        let mut set = of(&[1, 64, 99]);
        set.unite(&of(&[2]));
        assert_eq!(set.to_vec(), [1, 2, 64, 99]);
        set.subtract(&of(&[64]));
        set.intersect(&of(&[1, 64, 99]));
        assert_eq!(set.to_vec(), [1, 99]);
        set.remove(1);
        assert!(set.contains(99) && !set.contains(1) && !set.is_empty());
    }
}
