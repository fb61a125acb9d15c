//! Every sentence that the workbench shows to a reader, beside those of the page.

use crate::sheets::decimal;
use protocol::Comparing;
use vademecum_page::interface::{fill, language as language_over_english};
pub use vademecum_page::wording::*;

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
/// Orders of a concordance.
pub const CONCORDANCE_ORDERS: [(&str, Wording); 6] = [
    ("document", Wording("Document")),
    ("right", Wording("Words after (1, 2, 3)")),
    ("left", Wording("Words before (1, 2, 3)")),
    ("match", Wording("Match, then words after")),
    ("both", Wording("Word before, word after")),
    ("date", Wording("Date of the document")),
];
/// Said while there is nothing to show in context.
pub const CONCORDANCE_NEEDS_WORDS: Wording =
    Wording("Search for a word or a phrase to see every place where it stands.");
/// How a concordance comes about.
pub const CONCORDANCE_METHOD: Wording = Wording(
    "Every match of the query in the documents that answer it, with the words around \
    it (KWIC). Words are compared in their folded form; what is equal stays in the order of the documents.",
);
/// Column of a table.
pub const WORD: Wording = Wording("Word");
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
/// Column of a table.
pub const DATE: Wording = Wording("Date");
/// Column of a table.
pub const MENTIONS: Wording = Wording("Mentions");
/// Column of a table.
pub const SENTENCES: Wording = Wording("In the text");
/// Link to a place in a document that its column names.
pub const READ: Wording = Wording("Read");
/// Choice of a table.
pub const SCALE: Wording = Wording("Scale");
/// Lengths of time that a row may cover.
pub const SCALES: [(&str, Wording); 3] = [
    ("", Wording("Days")),
    ("month", Wording("Months")),
    ("year", Wording("Years")),
];
/// Choice of a table.
pub const SHOW: Wording = Wording("Show");
/// Rows by the number of documents.
pub const SHARES: [(&str, Wording); 3] = [
    ("", Wording("All")),
    ("several", Wording("In two or more documents")),
    ("one", Wording("In one document only")),
];
/// How a timeline comes about.
pub const TIMELINE_METHOD: Wording = Wording(
    "Dates are read by rules from the words of the texts. A date keeps the precision \
    that the text gives it. A relative date (“two days later”) is reckoned from the day that is named beside it; what \
    cannot be dated from the text stays undated. Documents' own dates are in the filters, not here.",
);
/// Column of a table.
pub const NAME: Wording = Wording("Name");
/// Column of a table and choice.
pub const KIND: Wording = Wording("Kind");
/// Column of a table.
pub const FORMS: Wording = Wording("Forms");
/// Column of a table.
pub const DESCRIBED_AS: Wording = Wording("First described as");
/// Column of a table.
pub const FIRST_MENTION: Wording = Wording("First mention");
/// Label of the field that narrows names.
pub const FIND_NAME: Wording = Wording("Find a name");
/// Kinds of names.
pub const NAME_KINDS: [(&str, Wording); 6] = [
    ("", Wording("All")),
    ("person", Wording("People")),
    ("place", Wording("Places")),
    ("org", Wording("Organisations")),
    ("group", Wording("Groups")),
    ("other", Wording("Other")),
];
/// How names come about.
pub const NAMES_METHOD: Wording = Wording(
    "Names are found by rules from capitals, titles and the words around them. Forms are \
    joined for the reasons given in brackets; where two people may be meant, they stay apart. An authority file beside \
    the texts overrules this.",
);
/// Choice of a table.
pub const LIST: Wording = Wording("List");
/// What the view of voices lists.
pub const VOICE_LISTS: [(&str, Wording); 2] = [
    ("", Wording("Quotations")),
    ("speakers", Wording("Speakers")),
];
/// Choice of all speakers.
pub const ALL_SPEAKERS: Wording = Wording("Everyone");
/// A quotation without a speaker.
pub const UNATTRIBUTED: Wording = Wording("Unattributed");
/// Column of a table and choice.
pub const SPEAKER: Wording = Wording("Speaker");
/// Kinds of quotations.
pub const VOICE_KINDS: [(&str, Wording); 5] = [
    ("", Wording("All")),
    ("direct", Wording("Direct")),
    ("partial", Wording("Partial")),
    ("reported", Wording("Reported")),
    ("turn", Wording("Answers in interviews")),
];
/// Column of a table.
pub const ROLES: Wording = Wording("Role as given");
/// Column of a table.
pub const DIRECT: Wording = Wording("Direct");
/// Column of a table.
pub const WORDS_QUOTED: Wording = Wording("Words quoted");
/// Column of a table.
pub const REPORTED: Wording = Wording("Reported");
/// Column of a table.
pub const QUOTATION: Wording = Wording("Quotation");
/// Column of a table.
pub const CUE: Wording = Wording("Attributed by");
/// How voices come about.
pub const VOICES_METHOD: Wording = Wording(
    "Quotations are found by their marks and by verbs of saying; the speaker is who the \
    sentence, or the one beside it, names. Where the text does not say, the quotation stays unattributed.",
);
/// What the view of accounts lists.
pub const COMPARE_LISTS: [(&str, Wording); 4] = [
    ("", Wording("Same moment")),
    ("differ", Wording("Differ")),
    ("only", Wording("Only in one")),
    ("reuse", Wording("Nearly the same words")),
];
/// Column of a table and choice.
pub const ONE_ACCOUNT: Wording = Wording("One account");
/// Column of a table and choice.
pub const OTHER_ACCOUNT: Wording = Wording("The other");
/// Choice of any document.
pub const ANY_DOCUMENT: Wording = Wording("Any document");
/// Column of a table.
pub const ABOUT_WHAT: Wording = Wording("About");
/// Column of a table.
pub const VALUE: Wording = Wording("Says");
/// Column of a table.
pub const ONLY_HERE: Wording = Wording("Only here");
/// Column of a table.
pub const SHARED: Wording = Wording("In both");
/// How comparisons come about.
pub const COMPARE_METHOD: Wording = Wording(
    "Passages are put side by side where they share a day, names and rare words. Figures \
    that stand beside the same words and are not the same are listed as differing; which one is right is for the \
    reader to find out.",
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
/// Said when the browser does not let the page copy.
pub const NOT_COPIED: Wording =
    Wording("The browser did not let the page copy. Save the table instead.");
/// Said when the language of the interface has changed.
pub const INTERFACE_NOW: Wording = Wording("The page is in English now.");
/// Heading before formulas.
pub const METHOD: Wording = Wording("How these figures come about");
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
    fill(
        Wording("{0} that the texts do not date."),
        &[&counted(n, "mention", "mentions")],
    )
}

/// Says how many quotations have no speaker.
#[must_use]
pub fn unattributed(n: usize) -> String {
    fill(
        Wording("{0} without a speaker in the text."),
        &[&counted(n, "quotation", "quotations")],
    )
}

/// Returns the name of a kind of name.
#[must_use]
pub fn name_kind(kind: &str) -> &'static str {
    match kind {
        "person" => Wording("person"),
        "place" => Wording("place"),
        "org" => Wording("organisation"),
        "group" => Wording("group"),
        _ => Wording("other"),
    }
    .words()
}

/// Returns the name of a kind of quotation.
#[must_use]
pub fn voice_kind(kind: &str) -> &'static str {
    match kind {
        "partial" => Wording("partial"),
        "reported" => Wording("reported"),
        "turn" => Wording("answer"),
        _ => Wording("direct"),
    }
    .words()
}

/// Says how sure a rule is.
#[must_use]
pub fn confidence(confidence: &str) -> &'static str {
    match confidence {
        "high" => Wording("high confidence"),
        "medium" => Wording("medium confidence"),
        _ => Wording("low confidence"),
    }
    .words()
}

/// Says how a date was reckoned.
#[must_use]
pub fn reckoned(anchor: Option<&str>, rule: &str, confidence: &str) -> String {
    let rule = match language_over_english() {
        Some(language) => language.message(rule),
        None => rule.to_owned(),
    };
    let confidence = self::confidence(confidence);
    match anchor {
        Some(anchor) => fill(
            Wording("from {0}, {1}, {2}"),
            &[&date(anchor), &rule, confidence],
        ),
        None => fill(Wording("{0}, {1}"), &[&rule, confidence]),
    }
}
