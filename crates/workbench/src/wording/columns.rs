//! What the columns of tables mean, in a sentence each.

use super::{Wording, fill, number};

/// Between the entries of a cell.
pub const SEMICOLON: Wording = Wording(";");
/// What the columns mean and how their figures come about: heading of both.
pub const METHOD: Wording = Wording("How to read this table");

/// A time as a program reads it.
pub const ABOUT_EDTF: Wording = Wording(
    "The date in the short form of ISO 8601 (Extended Date/Time Format), exactly as far as the text gives it: 2024-12 is a \
    month, 195X the 1950s, ~ is about, / stands between beginning and end.",
);
/// Frequencies of texts of unlike length.
pub const ABOUT_PER_10000: Wording =
    Wording("The frequency as if there were 10,000 words, so that short and long texts compare.");
/// Rychlý's measure.
pub const ABOUT_LOG_DICE: Wording = Wording(
    "How closely the two words keep together, in any size of collection: 14 at most; one more is twice as close.",
);
/// Dunning's measure.
pub const ABOUT_LOG_LIKELIHOOD: Wording = Wording(
    "How surely this is no chance: 6.63 comes about by chance once in 100 times, 15.13 once in 10,000.",
);
/// Mutual information.
pub const ABOUT_MI: Wording = Wording(
    "How many times as often as by chance, in powers of two: 3 is eight times. Rare words come out high.",
);
/// The t-score.
pub const ABOUT_T: Wording = Wording(
    "How sure it is that they meet more often than by chance; frequent words come out high.",
);
/// What was counted near matches.
pub const ABOUT_OBSERVED: Wording = Wording("How often the word stands near a match.");
/// What equal use would give near matches.
pub const ABOUT_EXPECTED: Wording =
    Wording("How often it would, if words stood anywhere by chance.");
/// One side of a comparison of words.
pub const ABOUT_HERE: Wording = Wording("In the texts that were chosen, searched for or filtered.");
/// The other side.
pub const ABOUT_THERE: Wording = Wording("In the texts that they are compared with.");
/// Hardie's measure.
pub const ABOUT_LOG_RATIO: Wording = Wording(
    "How many times as often here as there, in powers of two: 1 is twice, 2 four times; below 0 it is the other way round.",
);
/// A threshold of log-likelihood.
pub const ABOUT_SIGNIFICANCE: Wording = Wording(
    "How probable such a difference is by chance alone: p < 0.01 is less than once in 100 times.",
);
/// Matches on a strip.
pub const ABOUT_PLACES: Wording =
    Wording("Each stroke is a match, between the beginning of the document and its end.");
/// Quotations in quotation marks.
pub const ABOUT_DIRECT: Wording = Wording("Words between quotation marks.");
/// Their length.
pub const ABOUT_WORDS_QUOTED: Wording =
    Wording("How many words stand between the quotation marks.");
/// Speech in the words of the text.
pub const ABOUT_REPORTED: Wording =
    Wording("What somebody is reported to have said, in the words of the text.");
/// A verb of saying.
pub const ABOUT_CUE: Wording = Wording("The words by which the text names the speaker.");
/// Spellings of a name.
pub const ABOUT_FORMS: Wording =
    Wording("How the texts write the name, each with how often they do.");

/// Says before the buttons that take a table which rows they take, where it is shown in part.
#[must_use]
pub fn rows_to_take(n: usize) -> String {
    fill(Wording("The {0} rows shown:"), &[&number(n)])
}
