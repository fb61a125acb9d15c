//! Every sentence of this crate that a reader of a dossier sees.

pub(crate) const NOT_FOUND: &str = "This passage is not found any more in the text: it was changed or taken out after it was marked.";
pub(crate) const NOTE: &str = "Note";
pub(crate) const TAGS: &str = "Tags";
pub(crate) const PASSAGE: &str = "Passage";
pub(crate) const MARKED: &str = "Marked";
pub(crate) const IN_VERSION: &str = "in version";
pub(crate) const EMPTY: &str = "No passage is marked.";

/// The columns of the table, in its order.
pub(crate) const COLUMNS: [&str; 13] = [
    "document",
    "title",
    "author",
    "date",
    "source",
    "paragraph",
    "block",
    "quotation",
    "note",
    "tags",
    "link",
    "marked",
    "state",
];
