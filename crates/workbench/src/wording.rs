//! Every sentence that the workbench shows to a reader, beside those of the page.

use vademecum_page::interface::{fill, language as language_over_english};
pub use vademecum_page::wording::*;

mod columns;
mod keeping;
mod layers;
mod tables;
mod words;
pub use columns::*;
pub use keeping::*;
pub use layers::*;
pub use tables::*;
pub use words::*;

/// Column of a table.
pub const DOCUMENT: Wording = Wording("Document");
/// Column of a table.
pub const BEFORE: Wording = Wording("Before");
/// Column of a table.
pub const MATCH: Wording = Wording("Match");
/// Column of a table.
pub const AFTER: Wording = Wording("After");
/// Choice of a table.
pub const WIDTH: Wording = Wording("Context");
/// Widths of a concordance, in characters on each side.
pub const WIDTHS: [(&str, Wording); 4] = [
    ("", Wording("60 characters")),
    ("30", Wording("30 characters")),
    ("100", Wording("100 characters")),
    ("200", Wording("200 characters")),
];
/// What lines of a concordance can be sorted by.
pub const SORT_LEVELS: [(&str, Wording); 10] = [
    ("document", Wording("Document")),
    ("date", Wording("Date of the document")),
    ("left1", Wording("1st word before")),
    ("left2", Wording("2nd word before")),
    ("left3", Wording("3rd word before")),
    ("match", Wording("Match")),
    ("right1", Wording("1st word after")),
    ("right2", Wording("2nd word after")),
    ("right3", Wording("3rd word after")),
    ("place", Wording("Place in the document")),
];
/// Labels of the three levels of an order.
pub const SORT_BY: [Wording; 3] = [Wording("Sort by"), Wording("then by"), Wording("then by")];
/// A level that is not used.
pub const NO_LEVEL: Wording = Wording("nothing more");
/// Said while there is nothing to show in context.
pub const CONCORDANCE_NEEDS_WORDS: Wording =
    Wording("Search for a word or a phrase to see every place where it stands.");
/// How a concordance comes about.
pub const CONCORDANCE_METHOD: Wording = Wording(
    "Every match of the query in the documents that answer it, with the words around \
    it (KWIC). Words are compared in their folded form; what is equal stays in the order of the documents.",
);
/// Button that saves a table.
pub const SAVE_CSV: Wording = Wording("Save as CSV");
/// Button that saves a table.
pub const SAVE_JSON: Wording = Wording("Save as JSON");
/// Button that copies a table.
pub const COPY_TABLE: Wording = Wording("Copy");
/// Said when a table has been handed to the browser as a file.
pub const SAVED: Wording = Wording("Saved.");
/// Said when the browser does not let the page save.
pub const NOT_SAVED: Wording =
    Wording("The browser did not let the page save. Copy the table instead.");
/// Said when a table has been copied.
pub const COPIED: Wording = Wording("Copied.");
/// Heading above a text that the browser does not let the page copy.
pub const COPY_BY_HAND: Wording = Wording("The browser does not let the page copy");
/// What to do with it.
pub const COPY_SELECTED: Wording = Wording("The text is selected: copy it with Ctrl+C or ⌘C.");
/// Said when the language of the interface has changed.
pub const INTERFACE_NOW: Wording = Wording("The page is in English now.");
/// Heading in About.
pub const SCORES: Wording = Wording("How well days, names and quotations are found");
/// What the scores are.
pub const ABOUT_SCORES: Wording = Wording(
    "Rules find them, and rules err. People marked what stands in a number of texts; this is what the rules found of \
    it. Precision: of what was found, the share that is marked. Recall: of what is marked, the share that was found. \
    Only unseen texts, which the rules were not written with, tell what to expect of others.",
);
/// Column of a table.
pub const LAYER: Wording = Wording("What");
/// Column of a table.
pub const TEXTS_JUDGED: Wording = Wording("Texts");
/// Column of a table.
pub const ANNOTATED_TEXTS: Wording = Wording("Number of texts");
/// Column of a table.
pub const ANNOTATED: Wording = Wording("Marked");
/// Column of a table.
pub const PRECISION: Wording = Wording("Precision");
/// Column of a table.
pub const RECALL: Wording = Wording("Recall");
/// Texts that the rules were written with.
pub const KNOWN_TEXTS: Wording = Wording("known");
/// Texts that the rules were not written with.
pub const UNSEEN_TEXTS: Wording = Wording("unseen");
/// Returns the name of a layer.
#[must_use]
pub fn layer(name: &str) -> &'static str {
    match name {
        "days" => Wording("Days and times"),
        "names" => Wording("Names of all kinds"),
        "voices" => Wording("Quotations and speech"),
        "accounts" => Wording("Passages that tell the same moment"),
        _ => Wording("Values that differ between accounts"),
    }
    .words()
}
