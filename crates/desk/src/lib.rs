//! What a reader keeps of a corpus: marks with notes and tags, saved searches, and what has been read.
//!
//! A mark names its passage four times over: by the block's name and the place in it, by the quotation with
//! what stands before and after, by bytes and by characters of the document. [`anchor`] finds it again in a
//! text that may have changed, or says that it is not found any more; it never guesses.
//!
//! A desk is saved as one JSON file, a Web Annotation collection (W3C, *Web Annotation Data Model*, 2017),
//! and two desks merge by id: what was changed last stays, what was removed stays removed.
//!
//! ```
//! use desk::{BlockPlace, Desk, Mark, Moment, Target};
//!
//! let text = "The road\n\nIt was open that day.";
//! let blocks = [BlockPlace { id: "0badcafe", start: 10, end: 31 }];
//! let target = Target::of(text, &blocks, 17, 21).expect("a selection");
//! assert_eq!(target.quote.exact, "open");
//!
//! let mut desk = Desk::default();
//! desk.marks.insert("urn:uuid:1".into(), Mark { target, ..Mark::default() });
//! let file = desk.to_json(Moment(0));
//! assert_eq!(Desk::of_json(&file).expect("our own file").desk, desk);
//! ```

mod anchor;
mod annotations;
pub mod dossier;
mod merge;
mod moment;

pub use anchor::{Anchor, BlockPlace, anchor};
pub use annotations::{LoadError, Loaded, Skipped};
pub use merge::News;
pub use moment::Moment;

use std::collections::{BTreeMap, BTreeSet};

/// Everything that a reader keeps. Keys are ids: IRIs, for marks and searches usually `urn:uuid:…`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Desk {
    /// Marked passages by id.
    pub marks: BTreeMap<String, Mark>,
    /// Searches kept under a name, by id.
    pub searches: BTreeMap<String, SavedSearch>,
    /// What was read, by the document's id.
    pub coverage: BTreeMap<String, Coverage>,
    /// Ids of marks and searches that were removed, so that an older file does not bring them back.
    pub removed: BTreeMap<String, Moment>,
}

/// A marked passage with what the reader says of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Mark {
    /// When it was changed last. The first field: of two versions of a mark the greater one stays.
    pub modified: Moment,
    /// When it was made.
    pub created: Moment,
    /// What is marked.
    pub target: Target,
    /// The reader's words; may be empty, and may have lines.
    pub note: String,
    /// The reader's tags, each on one line and not empty.
    pub tags: BTreeSet<String>,
}

/// A passage of a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Target {
    /// The document's id.
    pub document: String,
    /// The document's title, to name it where the document is gone.
    pub title: String,
    /// The version of the corpus in which it was marked (eight hexadecimal digits), or empty.
    pub corpus: String,
    /// The words with what stands around them.
    pub quote: Quote,
    /// Start and end in bytes of the document's plain text.
    pub bytes: [u32; 2],
    /// Start and end in characters (Unicode scalar values) of the document's plain text.
    pub characters: [u32; 2],
    /// The name of the block in which the passage begins, or empty.
    pub block: String,
    /// Start and end in bytes, counted from the beginning of that block; the end may lie in a later one.
    pub in_block: [u32; 2],
}

/// Words with what stands around them: W3C's text quote selector.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Quote {
    /// The words as they stand in the text.
    pub exact: String,
    /// At most [`Quote::CONTEXT`] characters before them.
    pub prefix: String,
    /// At most [`Quote::CONTEXT`] characters after them.
    pub suffix: String,
}

impl Quote {
    /// Characters kept before and after the words.
    pub const CONTEXT: usize = 32;
}

/// A search that is kept under a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct SavedSearch {
    /// When it was changed last.
    pub modified: Moment,
    /// When it was made.
    pub created: Moment,
    /// What the reader calls it.
    pub name: String,
    /// The search's address without `#` (`docs/LINKS.md`): `/search?q=homs`.
    pub address: String,
}

/// What was read of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// When the reader said last that it is read or unread.
    pub modified: Moment,
    /// Whether the reader says that it is read.
    pub is_read: bool,
    /// When counting began anew; blocks counted before are forgotten.
    pub since: Moment,
    /// Names of the blocks that were shown long enough to be read.
    pub blocks: BTreeSet<String>,
}

impl Target {
    /// Returns what a selection of a document's text means: `start..end` in bytes, white space at both ends
    /// left out. Nothing for a selection without words, out of the text or inside a character. Document, title
    /// and corpus are for the caller to fill in.
    #[must_use]
    pub fn of(text: &str, blocks: &[BlockPlace<'_>], start: u32, end: u32) -> Option<Self> {
        let selected = text.get(start as usize..end as usize)?;
        let exact = selected.trim();
        if exact.is_empty() {
            return None;
        }
        let start = start as usize + (selected.len() - selected.trim_start().len());
        let end = start + exact.len();
        let block = blocks
            .iter()
            .rev()
            .find(|block| block.start as usize <= start);
        let first = block.map_or(0, |block| block.start as usize);
        let quote = Quote {
            exact: exact.to_owned(),
            prefix: last_characters(&text[..start]).to_owned(),
            suffix: first_characters(&text[end..]).to_owned(),
        };
        let n_before = text[..start].chars().count();
        let characters = [n_before, n_before + exact.chars().count()];
        Some(Self {
            quote,
            bytes: [start, end].map(|at| at as u32),
            characters: characters.map(|at| at as u32),
            block: block.map(|block| block.id.to_owned()).unwrap_or_default(),
            in_block: [start - first, end - first].map(|at| at as u32),
            ..Self::default()
        })
    }
}

fn first_characters(text: &str) -> &str {
    let end = text.char_indices().nth(Quote::CONTEXT);
    end.map_or(text, |(end, _)| &text[..end])
}

fn last_characters(text: &str) -> &str {
    let start = text.char_indices().rev().nth(Quote::CONTEXT - 1);
    start.map_or(text, |(start, _)| &text[start..])
}

/// Returns an id of random bytes: `urn:uuid:` with a UUID of version 4 (RFC 9562).
#[must_use]
pub fn id_of(mut random: [u8; 16]) -> String {
    random[6] = random[6] & 0x0F | 0x40;
    random[8] = random[8] & 0x3F | 0x80;
    let mut id = String::from("urn:uuid:");
    for (at, byte) in random.into_iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            id.push('-');
        }
        for half in [byte >> 4, byte & 15] {
            id.extend(char::from_digit(half.into(), 16));
        }
    }
    id
}

/// Returns the tags in a line of text: parted by commas, without `#`, each on one line.
#[must_use]
pub fn tags_of(line: &str) -> BTreeSet<String> {
    let tags = line.split([',', '،', ';', '\n']);
    let cleaned = tags.map(|tag| {
        let words: Vec<&str> = tag
            .trim()
            .trim_start_matches('#')
            .split_whitespace()
            .collect();
        words.join(" ")
    });
    cleaned.filter(|tag| !tag.is_empty()).collect()
}
