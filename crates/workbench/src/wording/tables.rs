//! Sentences about tables that are made ready, shown in parts and narrowed.

use super::{Wording, counted, fill, number, time};

/// Said while the words are read, or sorted, before a first answer.
pub const GETTING_READY: Wording = Wording("Reading the texts for this table …");
/// Choice of a concordance.
pub const WITH_NEAR: Wording = Wording("With this word near");
/// Choice of a concordance: sides of a match on which a word may stand.
pub const SIDES: [(&str, Wording); 3] = [
    ("", Wording("On both sides")),
    ("left", Wording("Before")),
    ("right", Wording("After")),
];
/// What a concordance is about, where that is not the lens but what it leaves out.
pub const OUTSIDE: Wording = Wording("in all documents but these answers");
/// Ways between the pages of a long table.
pub const ROWS: Wording = Wording("Rows");
/// Way to the rows before.
pub const ROWS_BEFORE: Wording = Wording("Rows before");
/// Way to the rows after.
pub const ROWS_AFTER: Wording = Wording("Further rows");

/// Returns "Rows 501 to 1,000 of 1,200".
#[must_use]
pub fn rows_shown(first: usize, last: usize, n_total: usize) -> String {
    fill(
        Wording("Rows {0} to {1} of {2}"),
        &[&number(first), &number(last), &number(n_total)],
    )
}

/// Returns the button that saves the whole of a table that is shown in part.
#[must_use]
pub fn save_all(n: usize) -> String {
    fill(Wording("Save all {0} rows as CSV"), &[&number(n)])
}

/// Tells how many rows of all are written.
#[must_use]
pub fn written(n: usize, n_total: usize) -> String {
    fill(
        Wording("{0} of {1} rows written"),
        &[&number(n), &number(n_total)],
    )
}

/// Returns "12 mentions: 8 December 2024".
#[must_use]
pub fn mentions_of(edtf: &str, n: usize) -> String {
    let mentions = counted(n, "mention", "mentions");
    [&*mentions, ": ", &time(edtf)].concat()
}

/// Tells which speakers can be chosen, where there are more of them.
#[must_use]
pub fn speakers_first(n: usize, n_total: usize) -> String {
    fill(
        Wording(
            "To choose from: the {0} speakers of most words, of {1}. “List: speakers” has them all.",
        ),
        &[&number(n), &number(n_total)],
    )
}
