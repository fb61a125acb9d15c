//! Numbers that name documents and terms inside one index.

/// The number of a document: its place in the order of building, from 0 without gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocId(pub u32);

impl DocId {
    /// What a cursor answers after its last document; greater than every real id.
    pub const END: Self = Self(u32::MAX);

    /// Returns the id as an index into a per-document table.
    #[must_use]
    pub fn as_usize(self) -> usize {
        self.0 as usize
    }
}

/// The number of a term: its place in the byte order of all terms, from 0 without gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId(pub u32);

impl TermId {
    /// Returns the id as an index into a per-term table.
    #[must_use]
    pub fn as_usize(self) -> usize {
        self.0 as usize
    }
}
