//! The reader's words become a tree.
//!
//! [`parse`] never fails: it reads leniently, closes what is open, and lists what it had to guess as
//! [`QueryProblem`]s with their place. The crate knows no index, so a page can read, colour and rewrite
//! queries at every key press. `docs/QUERY.md` is the specification; its examples are tests.
//!
//! ```
//! let (query, problems) = query::parse("sukhoi -captagon (homs OR hama");
//! assert_eq!(query.to_canonical(), "sukhoi -captagon (homs OR hama)");
//! assert_eq!(problems[0].message, "this bracket is not closed");
//! ```

// A slice that may panic brings five kilobytes of error message into the page.
#![cfg_attr(not(test), warn(clippy::string_slice))]

mod ast;
mod canonical;
mod characters;
mod dates;
mod fields;
mod operators;
mod parser;
mod phrases;
mod words;

pub use ast::{DateBound, FieldTest, FuzzyDistance, Query, QueryProblem, TextSpan, Word, WordForm};
pub use dates::split_range;
pub use fields::{asks_for_mentions, is_layer_field};
pub use parser::{MAX_DEPTH, MAX_WORDS, parse, parse_plain, parse_strict};
pub use words::words;
