//! Why an index could not be opened or built.

use crate::format::Tag;

/// Why bytes are not an index that this version can use.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The bytes do not begin as an index does.
    #[error("this is not a Vademecum index; expected a file made by `vademecum build --index`")]
    NotAnIndex,
    /// A later version of the program made the index.
    #[error(
        "the index has format {found}, this program reads format {supported}; use a newer Vademecum"
    )]
    Newer {
        /// The format of the file.
        found: u16,
        /// The format that this program reads and writes.
        supported: u16,
    },
    /// An earlier version of the program made the index, in a format that is no longer read.
    #[error(
        "the index has format {found}, this program reads format {supported}; build it again from its texts"
    )]
    Older {
        /// The format of the file.
        found: u16,
        /// The format that this program reads and writes.
        supported: u16,
    },
    /// The terms were made by other rules than those that would read the queries.
    #[error(
        "the index was made with text rules {found:08x}, this program has {expected:08x}; build it again with this version"
    )]
    Analyzer {
        /// The rules of this program.
        expected: u32,
        /// The rules that made the file.
        found: u32,
    },
    /// The file is shorter than it should be.
    #[error(
        "the index is cut off: expected {expected} bytes, found {found}; fetch or build it again"
    )]
    Truncated {
        /// The length that the header gives, or the least length of a header.
        expected: u64,
        /// The bytes that are there.
        found: u64,
    },
    /// There are bytes after the end of the index.
    #[error(
        "the index is followed by other bytes: expected {expected} bytes, found {found}; fetch or build it again"
    )]
    TrailingBytes {
        /// The length that the header gives.
        expected: u64,
        /// The bytes that are there.
        found: u64,
    },
    /// A section, or the file as a whole, is not as it was written.
    #[error(
        "{section} of the index is damaged (checksum {found:08x}, expected {expected:08x}); fetch or build it again"
    )]
    Checksum {
        /// Where.
        section: Place,
        /// The checksum that the file gives.
        expected: u32,
        /// The checksum of the bytes that are there.
        found: u32,
    },
    /// A section has right checksums and an impossible content.
    #[error("{section} of the index is malformed: {fault}; build it again")]
    Malformed {
        /// Where.
        section: Place,
        /// Which rule of `docs/FORMAT.md` is broken.
        fault: &'static str,
    },
    /// A section that every index has is absent.
    #[error("the index has no section {section}; build it again")]
    MissingSection {
        /// Which one.
        section: Tag,
    },
    /// A section that must be understood is not known here.
    #[error("the index has an unknown section {section}; use a newer Vademecum")]
    UnknownSection {
        /// Its tag as found.
        section: Tag,
    },
}

/// A part of an index file, for messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The first bytes and the table of sections.
    Header,
    /// One section.
    Section(Tag),
    /// The file from first to last byte.
    File,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Header => f.write_str("the header"),
            Self::Section(tag) => write!(f, "section {tag}"),
            Self::File => f.write_str("some part"),
        }
    }
}

/// Why documents could not become an index.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// Two documents have the same id.
    #[error("two documents have the id {id:?}; give one of them another `id`")]
    DuplicateId {
        /// The id.
        id: String,
    },
    /// A document breaks an invariant of [`corpus::Document`].
    #[error("document {id:?} cannot be indexed: {fault}")]
    Document {
        /// Its id.
        id: String,
        /// Which invariant is broken.
        fault: &'static str,
    },
    /// The texts are larger than the format can address.
    #[error("the index would need {found} bytes, the format allows {limit}; split the corpus")]
    TooLarge {
        /// The bytes needed.
        found: u64,
        /// The most that a file can have.
        limit: u64,
    },
    /// The term dictionary could not be written; the message is that of the fst crate.
    #[error("the term dictionary cannot be written: {0}")]
    Terms(String),
}
