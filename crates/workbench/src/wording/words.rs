//! Sentences about lists of words, collocates, key words and dispersion.

use super::{Wording, counted, fill, n_documents, n_matches};
use crate::sheets::decimal;

/// Column of a table.
pub const WORD: Wording = Wording("Word");
/// Column of a table, and label in the about view.
pub const WORDS: Wording = Wording("Words");
/// Column of a table.
pub const FREQUENCY: Wording = Wording("Frequency");
/// Column of a table.
pub const PER_10000: Wording = Wording("In 10,000 words");
/// Column of a table.
pub const MATCHES: Wording = Wording("Matches");
/// Column of a table.
pub const PLACES: Wording = Wording("Where in the document");
/// Column of a table.
pub const LOG_LIKELIHOOD: Wording = Wording("Log-likelihood");
/// Column of a table.
pub const OBSERVED: Wording = Wording("Observed");
/// Column of a table.
pub const EXPECTED: Wording = Wording("Expected");
/// Column of a table.
pub const HERE: Wording = Wording("Here");
/// Column of a table.
pub const THERE: Wording = Wording("There");
/// Column of a table.
pub const HERE_PER_10000: Wording = Wording("Here, in 10,000 words");
/// Column of a table.
pub const THERE_PER_10000: Wording = Wording("There, in 10,000 words");
/// Column of a table.
pub const SIGNIFICANCE: Wording = Wording("Significance");
/// Between the two sides of a comparison.
pub const VERSUS: Wording = Wording(" against ");
/// What the view of words lists.
pub const WORD_LISTS: [(&str, Wording); 5] = [
    ("", Wording("Frequencies")),
    ("keyness", Wording("Key words")),
    ("ngrams", Wording("Runs of words")),
    ("collocates", Wording("Collocates")),
    ("dispersion", Wording("Dispersion")),
];
/// Choice of a table.
pub const COUNT_AS: Wording = Wording("Count");
/// What one row of a word list is.
pub const WORD_KINDS: [(&str, Wording); 2] = [
    ("", Wording("Each form")),
    ("stems", Wording("Forms of one stem together")),
];
/// Which words.
pub const WORD_SHARES: [(&str, Wording); 2] = [
    ("", Wording("All words")),
    ("content", Wording("Without function words")),
];
/// Label of the field that narrows words.
pub const FIND_WORD: Wording = Wording("Words like (betray*)");
/// Label of the field that narrows runs of words.
pub const CONTAINING: Wording = Wording("With the word");
/// Choice of a table.
pub const NGRAM_LENGTH: Wording = Wording("Number of words");
/// Choice of a table.
pub const LEAST: Wording = Wording("Least frequency");
/// Choice of a table.
pub const WINDOW: Wording = Wording("Words on each side");
/// Label of the field for the words to look near.
pub const NEAR: Wording = Wording("Of (else the search)");
/// Choice of a table.
pub const WORDS_OF: Wording = Wording("Words of");
/// Choice of a table.
pub const AGAINST: Wording = Wording("Against");
/// What the search and the filters leave.
pub const THE_LENS: Wording = Wording("What is searched and filtered");
/// All other documents.
pub const THE_REST: Wording = Wording("All other documents");
/// Said while there is nothing to look near.
pub const COLLOCATES_NEED_WORDS: Wording =
    Wording("Search for a word to see which words stand near it.");
/// Said while all texts would be compared with nothing.
pub const KEYNESS_NEEDS_A_SIDE: Wording = Wording(
    "Choose a document, or search for something: its words are then compared with those of all other texts.",
);
/// Said while there is nothing to place.
pub const DISPERSION_NEEDS_WORDS: Wording = Wording("Search for a word to see where it stands.");
/// How frequencies come about.
pub const FREQUENCY_METHOD: Wording = Wording(
    "Words are counted in their folded form: capitals, accents, hyphens and apostrophes \
    make no difference. In 10,000 words: frequency × 10,000 ÷ words of these documents.",
);
/// How runs of words come about.
pub const NGRAMS_METHOD: Wording = Wording("Runs stay inside a sentence.");
/// How collocates come about.
pub const COLLOCATES_METHOD: [Wording; 3] = [
    Wording(
        "Observed (O): how often the word stands within the window around a match, inside the sentence. Expected (E): words \
     in all windows × frequency of the word ÷ words of these documents.",
    ),
    Wording(
        "logDice = 14 + log2(2 O ÷ (matches + frequency)) (Rychlý 2008). MI = log2(O ÷ E) (Church and Hanks 1990). \
     t = (O − E) ÷ √O. Log-likelihood over the four cells of the table (Dunning 1993).",
    ),
    Wording("Words with a log-likelihood below 6.63 (p 0.01) are left out."),
];
/// How key words come about.
pub const KEYNESS_METHOD: [Wording; 2] = [
    Wording(
        "Log-likelihood = 2 (a ln(a ÷ E1) + b ln(b ÷ E2)), where a and b are the frequencies here and there and E1, E2 what \
     equal use would give (Rayson and Garside 2000). 6.63 is p 0.01, 15.13 is p 0.0001.",
    ),
    Wording(
        "Log Ratio = log2 of the ratio of the relative frequencies; a zero counts as one half (Hardie 2014). 1 is twice as \
     often here, −1 twice as often there.",
    ),
];
/// How dispersion comes about.
pub const DISPERSION_METHOD: Wording = Wording(
    "Each stroke is a match at its place between the beginning and the end of the \
    document. DP is Gries' deviation of proportions (2008): half the sum of the differences between each document's share \
    of the words and its share of the matches; 0 is even, near 1 is all in one place.",
);

/// Returns "12 different words".
#[must_use]
pub fn n_different_words(n: usize) -> String {
    counted(n, "different word", "different words")
}

/// Returns "12 runs of words".
#[must_use]
pub fn n_ngrams(n: usize) -> String {
    counted(n, "run of words", "runs of words")
}

/// Returns "12 collocates of 30 matches".
#[must_use]
pub fn n_collocates(n: usize, n_of: usize) -> String {
    fill(
        Wording("{0} of {1}"),
        &[&counted(n, "collocate", "collocates"), &n_matches(n_of)],
    )
}

/// Returns "12 key words".
#[must_use]
pub fn n_key_words(n: usize) -> String {
    counted(n, "key word", "key words")
}

/// Says how evenly matches are spread.
#[must_use]
pub fn evenness(dp: f64, dp_norm: f64, n_parts: usize) -> String {
    fill(
        Wording("Gries' DP over {0}: {1} (normalised {2})."),
        &[&n_documents(n_parts), &decimal(dp, 3), &decimal(dp_norm, 3)],
    )
}
