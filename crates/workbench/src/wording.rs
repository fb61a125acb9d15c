//! Every sentence that the workbench shows to a reader, beside those of the page.

use crate::sheets::decimal;
use protocol::Comparing;
pub use vademecum_page::wording::*;

/// Column of a table.
pub const DOCUMENT: &str = "Document";
/// Column of a table.
pub const BEFORE: &str = "Before";
/// Column of a table.
pub const MATCH: &str = "Match";
/// Column of a table.
pub const AFTER: &str = "After";
/// Choice of a table.
pub const WIDTH: &str = "Context";
/// Widths of a concordance, in characters on each side.
pub const WIDTHS: [(&str, &str); 4] = [
    ("", "60 characters"),
    ("30", "30 characters"),
    ("100", "100 characters"),
    ("200", "200 characters"),
];
/// Orders of a concordance.
pub const CONCORDANCE_ORDERS: [(&str, &str); 6] = [
    ("document", "Document"),
    ("right", "Words after (1, 2, 3)"),
    ("left", "Words before (1, 2, 3)"),
    ("match", "Match, then words after"),
    ("both", "Word before, word after"),
    ("date", "Date of the document"),
];
/// Said while there is nothing to show in context.
pub const CONCORDANCE_NEEDS_WORDS: &str =
    "Search for a word or a phrase to see every place where it stands.";
/// How a concordance comes about.
pub const CONCORDANCE_METHOD: &str = "Every match of the query in the documents that answer it, with the words around \
    it (KWIC). Words are compared in their folded form; what is equal stays in the order of the documents.";
/// Column of a table.
pub const WORD: &str = "Word";
/// Column of a table.
pub const FREQUENCY: &str = "Frequency";
/// Column of a table.
pub const PER_10000: &str = "In 10,000 words";
/// Column of a table.
pub const MATCHES: &str = "Matches";
/// Column of a table.
pub const PLACES: &str = "Where in the document";
/// Column of a table.
pub const LOG_LIKELIHOOD: &str = "Log-likelihood";
/// Column of a table.
pub const OBSERVED: &str = "Observed";
/// Column of a table.
pub const EXPECTED: &str = "Expected";
/// Column of a table.
pub const HERE: &str = "Here";
/// Column of a table.
pub const THERE: &str = "There";
/// Column of a table.
pub const HERE_PER_10000: &str = "Here, in 10,000 words";
/// Column of a table.
pub const THERE_PER_10000: &str = "There, in 10,000 words";
/// Column of a table.
pub const SIGNIFICANCE: &str = "Significance";
/// Between the two sides of a comparison.
pub const VERSUS: &str = " against ";
/// What the view of words lists.
pub const WORD_LISTS: [(&str, &str); 5] = [
    ("", "Frequencies"),
    ("keyness", "Key words"),
    ("ngrams", "Runs of words"),
    ("collocates", "Collocates"),
    ("dispersion", "Dispersion"),
];
/// Choice of a table.
pub const COUNT_AS: &str = "Count";
/// What one row of a word list is.
pub const WORD_KINDS: [(&str, &str); 2] =
    [("", "Each form"), ("stems", "Forms of one stem together")];
/// Which words.
pub const WORD_SHARES: [(&str, &str); 2] =
    [("", "All words"), ("content", "Without function words")];
/// Label of the field that narrows words.
pub const FIND_WORD: &str = "Words like (betray*)";
/// Label of the field that narrows runs of words.
pub const CONTAINING: &str = "With the word";
/// Choice of a table.
pub const NGRAM_LENGTH: &str = "Number of words";
/// Choice of a table.
pub const LEAST: &str = "Least frequency";
/// Choice of a table.
pub const WINDOW: &str = "Words on each side";
/// Label of the field for the words to look near.
pub const NEAR: &str = "Of (else the search)";
/// Choice of a table.
pub const WORDS_OF: &str = "Words of";
/// Choice of a table.
pub const AGAINST: &str = "Against";
/// What the search and the filters leave.
pub const THE_LENS: &str = "What is searched and filtered";
/// All other documents.
pub const THE_REST: &str = "All other documents";
/// Said while there is nothing to look near.
pub const COLLOCATES_NEED_WORDS: &str = "Search for a word to see which words stand near it.";
/// Said while there is nothing to place.
pub const DISPERSION_NEEDS_WORDS: &str = "Search for a word to see where it stands.";
/// How frequencies come about.
pub const FREQUENCY_METHOD: &str = "Words are counted in their folded form: capitals, accents, hyphens and apostrophes \
    make no difference. In 10,000 words: frequency × 10,000 ÷ words of these documents.";
/// How runs of words come about.
pub const NGRAMS_METHOD: &str = "Runs stay inside a sentence.";
/// How collocates come about.
pub const COLLOCATES_METHOD: [&str; 3] = [
    "Observed (O): how often the word stands within the window around a match, inside the sentence. Expected (E): words \
     in all windows × frequency of the word ÷ words of these documents.",
    "logDice = 14 + log2(2 O ÷ (matches + frequency)) (Rychlý 2008). MI = log2(O ÷ E) (Church and Hanks 1990). \
     t = (O − E) ÷ √O. Log-likelihood over the four cells of the table (Dunning 1993).",
    "Words with a log-likelihood below 6.63 (p 0.01) are left out.",
];
/// How key words come about.
pub const KEYNESS_METHOD: [&str; 2] = [
    "Log-likelihood = 2 (a ln(a ÷ E1) + b ln(b ÷ E2)), where a and b are the frequencies here and there and E1, E2 what \
     equal use would give (Rayson and Garside 2000). 6.63 is p 0.01, 15.13 is p 0.0001.",
    "Log Ratio = log2 of the ratio of the relative frequencies; a zero counts as one half (Hardie 2014). 1 is twice as \
     often here, −1 twice as often there.",
];
/// How dispersion comes about.
pub const DISPERSION_METHOD: &str = "Each stroke is a match at its place between the beginning and the end of the \
    document. DP is Gries' deviation of proportions (2008): half the sum of the differences between each document's share \
    of the words and its share of the matches; 0 is even, near 1 is all in one place.";
/// Column of a table.
pub const DATE: &str = "Date";
/// Column of a table.
pub const MENTIONS: &str = "Mentions";
/// Column of a table.
pub const SENTENCES: &str = "In the text";
/// Link to a place in a document that its column names.
pub const READ: &str = "Read";
/// Choice of a table.
pub const SCALE: &str = "Scale";
/// Lengths of time that a row may cover.
pub const SCALES: [(&str, &str); 3] = [("", "Days"), ("month", "Months"), ("year", "Years")];
/// Choice of a table.
pub const SHOW: &str = "Show";
/// Rows by the number of documents.
pub const SHARES: [(&str, &str); 3] = [
    ("", "All"),
    ("several", "In two or more documents"),
    ("one", "In one document only"),
];
/// How a timeline comes about.
pub const TIMELINE_METHOD: &str = "Dates are read by rules from the words of the texts. A date keeps the precision \
    that the text gives it. A relative date (“two days later”) is reckoned from the day that is named beside it; what \
    cannot be dated from the text stays undated. Documents' own dates are in the filters, not here.";
/// Column of a table.
pub const NAME: &str = "Name";
/// Column of a table and choice.
pub const KIND: &str = "Kind";
/// Column of a table.
pub const FORMS: &str = "Forms";
/// Column of a table.
pub const DESCRIBED_AS: &str = "First described as";
/// Column of a table.
pub const FIRST_MENTION: &str = "First mention";
/// Label of the field that narrows names.
pub const FIND_NAME: &str = "Find a name";
/// Kinds of names.
pub const NAME_KINDS: [(&str, &str); 6] = [
    ("", "All"),
    ("person", "People"),
    ("place", "Places"),
    ("org", "Organisations"),
    ("group", "Groups"),
    ("other", "Other"),
];
/// How names come about.
pub const NAMES_METHOD: &str = "Names are found by rules from capitals, titles and the words around them. Forms are \
    joined for the reasons given in brackets; where two people may be meant, they stay apart. An authority file beside \
    the texts overrules this.";
/// Choice of a table.
pub const LIST: &str = "List";
/// What the view of voices lists.
pub const VOICE_LISTS: [(&str, &str); 2] = [("", "Quotations"), ("speakers", "Speakers")];
/// Choice of all speakers.
pub const ALL_SPEAKERS: &str = "Everyone";
/// A quotation without a speaker.
pub const UNATTRIBUTED: &str = "Unattributed";
/// Column of a table and choice.
pub const SPEAKER: &str = "Speaker";
/// Kinds of quotations.
pub const VOICE_KINDS: [(&str, &str); 5] = [
    ("", "All"),
    ("direct", "Direct"),
    ("partial", "Partial"),
    ("reported", "Reported"),
    ("turn", "Answers in interviews"),
];
/// Column of a table.
pub const ROLES: &str = "Role as given";
/// Column of a table.
pub const DIRECT: &str = "Direct";
/// Column of a table.
pub const WORDS_QUOTED: &str = "Words quoted";
/// Column of a table.
pub const REPORTED: &str = "Reported";
/// Column of a table.
pub const QUOTATION: &str = "Quotation";
/// Column of a table.
pub const CUE: &str = "Attributed by";
/// How voices come about.
pub const VOICES_METHOD: &str = "Quotations are found by their marks and by verbs of saying; the speaker is who the \
    sentence, or the one beside it, names. Where the text does not say, the quotation stays unattributed.";
/// What the view of accounts lists.
pub const COMPARE_LISTS: [(&str, &str); 4] = [
    ("", "Same moment"),
    ("differ", "Differ"),
    ("only", "Only in one"),
    ("reuse", "Nearly the same words"),
];
/// Column of a table and choice.
pub const ONE_ACCOUNT: &str = "One account";
/// Column of a table and choice.
pub const OTHER_ACCOUNT: &str = "The other";
/// Choice of any document.
pub const ANY_DOCUMENT: &str = "Any document";
/// Column of a table.
pub const ABOUT_WHAT: &str = "About";
/// Column of a table.
pub const VALUE: &str = "Says";
/// Column of a table.
pub const ONLY_HERE: &str = "Only here";
/// Column of a table.
pub const SHARED: &str = "In both";
/// How comparisons come about.
pub const COMPARE_METHOD: &str = "Passages are put side by side where they share a day, names and rare words. Figures \
    that stand beside the same words and are not the same are listed as differing; which one is right is for the \
    reader to find out.";
/// Button that saves a table.
pub const SAVE_CSV: &str = "Save as CSV";
/// Button that saves a table.
pub const SAVE_JSON: &str = "Save as JSON";
/// Button that copies a table.
pub const COPY_TABLE: &str = "Copy";
/// Said when a table has been handed to the browser as a file.
pub const SAVED: &str = "Saved.";
/// Said when the browser does not let the page save.
pub const NOT_SAVED: &str = "The browser did not let the page save. Copy the table instead.";
/// Said when a table has been copied.
pub const COPIED: &str = "Copied.";
/// Said when the browser does not let the page copy.
pub const NOT_COPIED: &str = "The browser did not let the page copy. Save the table instead.";
/// Heading before formulas.
pub const METHOD: &str = "How these figures come about";
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
    [
        &counted(n, "collocate", "collocates"),
        " of ",
        &n_matches(n_of),
    ]
    .concat()
}

/// Returns "12 key words".
#[must_use]
pub fn n_key_words(n: usize) -> String {
    counted(n, "key word", "key words")
}

/// Says how evenly matches are spread.
#[must_use]
pub fn evenness(dp: f64, dp_norm: f64, n_parts: usize) -> String {
    [
        "Gries' DP over ",
        &n_documents(n_parts),
        ": ",
        &decimal(dp, 3),
        " (normalised ",
        &decimal(dp_norm, 3),
        ").",
    ]
    .concat()
}

/// Returns "12 dates".
#[must_use]
pub fn n_dates(n: usize) -> String {
    counted(n, "date", "dates")
}

/// Returns "12 names".
#[must_use]
pub fn n_names(n: usize) -> String {
    counted(n, "name", "names")
}

/// Returns "12 speakers".
#[must_use]
pub fn n_speakers(n: usize) -> String {
    counted(n, "speaker", "speakers")
}

/// Returns "12 quotations".
#[must_use]
pub fn n_quotations(n: usize) -> String {
    counted(n, "quotation", "quotations")
}

/// Returns the title of a comparison.
#[must_use]
pub fn compared(show: Comparing, n: usize) -> String {
    match show {
        Comparing::SameMoment => counted(n, "pair of passages", "pairs of passages"),
        Comparing::Differ => counted(n, "difference", "differences"),
        Comparing::Only => counted(
            n,
            "passage of one account only",
            "passages of one account only",
        ),
        Comparing::Reuse => counted(n, "pair of like passages", "pairs of like passages"),
    }
}

/// Says how many mentions have no row.
#[must_use]
pub fn undated(n: usize) -> String {
    [
        &counted(n, "mention", "mentions"),
        " that the texts do not date.",
    ]
    .concat()
}

/// Says how many quotations have no speaker.
#[must_use]
pub fn unattributed(n: usize) -> String {
    [
        &counted(n, "quotation", "quotations"),
        " without a speaker in the text.",
    ]
    .concat()
}

/// Returns the name of a kind of name.
#[must_use]
pub fn name_kind(kind: &str) -> &'static str {
    match kind {
        "person" => "person",
        "place" => "place",
        "org" => "organisation",
        "group" => "group",
        _ => "other",
    }
}

/// Returns the name of a kind of quotation.
#[must_use]
pub fn voice_kind(kind: &str) -> &'static str {
    match kind {
        "partial" => "partial",
        "reported" => "reported",
        "turn" => "answer",
        _ => "direct",
    }
}

/// Says how sure a rule is.
#[must_use]
pub fn confidence(confidence: &str) -> String {
    [confidence, " confidence"].concat()
}

/// Says how a date was reckoned.
#[must_use]
pub fn reckoned(anchor: Option<&str>, rule: &str, confidence: &str) -> String {
    let mut text = String::new();
    if let Some(anchor) = anchor {
        text.push_str("from ");
        text.push_str(&date(anchor));
        text.push_str(", ");
    }
    text.push_str(rule);
    text.push_str(", ");
    text.push_str(&self::confidence(confidence));
    text
}
