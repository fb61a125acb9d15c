//! The query language as a reader meets it.

mod limits;
mod round_trip;
mod specification;
mod trees;
