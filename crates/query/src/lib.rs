//! The reader's words become a tree.
//!
//! [`parse`] never fails: it reads leniently, closes what is open, and lists what it had to guess as
//! [`QueryProblem`]s with their place. The crate knows no index, so a page can read, colour and rewrite
//! queries at every key press. `docs/QUERY.md` is the specification; its examples are tests.

mod ast;

pub use ast::{DateBound, FieldTest, FuzzyDistance, Query, QueryProblem, TextSpan, Word, WordForm};
