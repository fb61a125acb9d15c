//! Bytes with a name become documents: metadata, blocks and plain text.
//!
//! Text is never changed after this crate made it. Every later stage (tokens, hits, passages, marks)
//! refers to [`Document::text`] by UTF-8 byte spans. Reading never fails as a whole: a source gives
//! the documents that can be read and a list of [`Problem`]s, each with file, line, message and hint.
//!
//! The way of a source: `decoding` (bytes to clean text), `front_matter` and `yaml` (what stands
//! above the text), `metadata` and `dates` (which key means what), `markdown` or `plain` (text to
//! blocks), `drop_capitals` (the one thing that is mended), `title`.
//!
//! ```
//! use corpus::{ReadOptions, Source, read};
//!
//! let source = Source {
//!     name: "letters/homs.md".into(),
//!     bytes: b"---\nauthor: Rim Haddad\ndate: 8 December 2024\n---\n# Homs\n\nThe road was open.\n".to_vec(),
//! };
//! let reading = read(&source, &ReadOptions::default());
//! let document = &reading.documents[0];
//! assert_eq!(document.id, "homs");
//! assert_eq!(document.title, "Homs");
//! assert_eq!(document.date.as_deref(), Some("2024-12-08"));
//! assert_eq!(document.text, "Homs\n\nThe road was open.");
//! ```

mod body;
mod dates;
mod decoding;
mod document;
mod drop_capitals;
pub mod fnv;
mod front_matter;
mod html;
mod json;
mod json_lines;
mod markdown;
mod metadata;
pub mod parts;
mod plain;
mod problem;
mod source;
mod span;
mod title;
mod turns;
mod value;
mod yaml;

pub use decoding::Place;
pub use document::{Block, BlockId, BlockKind, Document, Field, Inline, InlineKind};
pub use json_lines::JsonLines;
pub use metadata::FIRST_FIELDS;
pub use problem::{Matter, Problem, Severity};
pub use source::{Corpus, ReadOptions, Reading, Source, SourceKind, TakenIds, read, read_all};
pub use span::ByteSpan;
