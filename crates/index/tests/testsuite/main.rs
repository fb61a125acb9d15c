//! What a reader of an index can rely on.

mod damage;
mod format_document;
mod frozen_versions;
mod pieces;
mod postings;
mod reading_back;
mod texts;
