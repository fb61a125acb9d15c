//! Bytes with a name become documents: metadata, blocks and plain text.
//!
//! Text is never changed after this crate made it. Every later stage (tokens, hits, passages, marks)
//! refers to [`Document::text`] by UTF-8 byte spans. Reading never fails as a whole: a source gives
//! the documents that can be read and a list of [`Problem`]s, each with file, line, message and hint.

mod document;
mod problem;
mod span;

pub use document::{Block, BlockId, BlockKind, Document, Field, Inline, InlineKind};
pub use problem::{Problem, Severity};
pub use span::ByteSpan;
