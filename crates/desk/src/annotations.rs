//! A desk as a Web Annotation collection, and back.
//!
//! Source: W3C, *Web Annotation Data Model* and *Web Annotation Vocabulary* (Recommendations of 23 February
//! 2017). What we write of it:
//!
//! | thing | annotation |
//! |---|---|
//! | mark | motivation `highlighting`, with a note `commenting`; note and tags are textual bodies with the purposes `commenting` and `tagging` |
//! | its passage | `TextQuoteSelector`, `TextPositionSelector` (characters), `DataPositionSelector` (bytes of UTF-8), and a `FragmentSelector` of the page's address, refined by a `DataPositionSelector` within the block |
//! | saved search | motivation `bookmarking`; the name is a textual body, the target a fragment of the page |
//! | coverage | motivation `assessing`; read or not, and the names of the blocks, in our own terms |
//!
//! Our terms begin with `vademecum:`. Documents are named `urn:vademecum:document:` and their id.

mod reader;
mod writer;

use crate::Desk;

/// What a file of a desk begins with, for programs that read Web Annotations.
pub(super) const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// The version of our own terms.
pub(super) const VERSION: u32 = 1;
pub(super) const DOCUMENT: &str = "urn:vademecum:document:";
pub(super) const READ: &str = "urn:vademecum:read:";
pub(super) const PAGE: &str = "urn:vademecum:page";

/// What a file held.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// The desk.
    pub desk: Desk,
    /// Annotations that are valid but none of ours, such as those of another program.
    pub skipped: Vec<Skipped>,
}

/// An annotation that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Where it stands: `first.items[3]`.
    pub place: String,
    /// Why it was left out, as the rest of a sentence.
    pub reason: &'static str,
}

/// Why a file was not loaded. Nothing of it was taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// The file is no JSON.
    #[error(
        "line {line}, column {column}: expected {expected}; choose a file that was saved on a desk, or mend it there"
    )]
    Syntax {
        /// From 1.
        line: usize,
        /// In characters, from 1.
        column: usize,
        /// What was expected there.
        expected: &'static str,
    },
    /// The file is JSON, but not of the shape of a desk.
    #[error(
        "{place}: expected {expected}, found {found}; choose a file that was saved on a desk, or mend it there"
    )]
    Shape {
        /// Where: `first.items[3].target.selector`; "the file" for its outermost value.
        place: String,
        /// What was expected there.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// The file was saved by a later version of this program.
    #[error(
        "the file is of version {found} and this page reads up to {known}; open it with the newer page that saved it"
    )]
    Newer {
        /// The file's version.
        found: u32,
        /// The last version that this program reads.
        known: u32,
    },
    /// The file is too large to be a desk.
    #[error(
        "the file has {bytes} bytes, more than the {limit} that a desk may have; choose a file that was saved on a desk"
    )]
    TooLarge {
        /// Its length.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
}

/// Returns a text as part of an IRI: all but unreserved characters is percent-encoded (RFC 3986).
pub(super) fn encoded(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let digits = [byte >> 4, byte & 15].map(|half| char::from(HEX[usize::from(half)]));
            out.push('%');
            out.extend(digits);
        }
    }
}

/// Returns the text that an encoded part of an IRI stands for; nothing where it is broken.
pub(super) fn decoded(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16);
        let (high, low) = (digit()?, digit()?);
        bytes.push((high << 4 | low) as u8);
    }
    String::from_utf8(bytes).ok()
}
