//! Where the bytes of an index go.

use crate::format::Tag;

/// The size of an index file by section.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SpaceUsage {
    /// Each section with its bytes in the file, in file order.
    pub sections: Vec<(Tag, u64)>,
    /// The whole file: sections, header and checksum.
    pub total_bytes: u64,
    /// Bytes of postings that were completed from the texts on opening and are not in the file; 0
    /// where the file holds them.
    pub completed_bytes: u64,
}
