//! Every sentence about searching, beside those of the page.

use vademecum_page::interface::{Wording, fill};
use vademecum_page::wording::{counted, n_documents};

/// Name of the list below the search box.
pub const PROPOSALS: Wording = Wording("Suggestions");
/// Said of a proposal.
pub const PAST_SEARCH: Wording = Wording("past search");
/// Said of a proposal that opens a document.
pub const DOCUMENT: Wording = Wording("open the document");
/// A proposal.
pub const FORGET: Wording = Wording("Forget past searches");
/// Said when that is done.
pub const FORGOTTEN: Wording = Wording("Past searches are forgotten.");
/// Said of a proposal that is several words of the texts.
#[must_use]
pub fn phrase(n: usize) -> String {
    fill(Wording("phrase, {0}"), &[&n_documents(n)])
}

/// Before names that have all words typed.
pub const AS_A_NAME: Wording = Wording("As a name:");
/// Before the phrase that the words typed are.
pub const AS_A_PHRASE: Wording = Wording("As a phrase:");
/// Before the one way out of an empty answer.
pub const BEST_WAY: Wording = Wording("This finds something:");
/// Name of the bars.
pub const DATES_DRAWN: Wording = Wording("Documents by date");
/// How to choose a time.
pub const DATES_HINT: Wording = Wording("Drag over the bars, or give a first and a last day.");
/// How to choose a time where there are no bars.
pub const DATES_HINT_FIELDS: Wording = Wording("Give a first day, a last day, or both.");
/// Label of a field.
pub const FROM_DAY: Wording = Wording("From");
/// Label of a field.
pub const TO_DAY: Wording = Wording("To");
/// Button that filters by the days.
pub const SET_DATES: Wording = Wording("Show this time");
/// Button that takes the choice of days back.
pub const ALL_DATES: Wording = Wording("All dates");
/// Returns the time from one named month or year to another.
#[must_use]
pub fn time(first: &str, last: &str) -> String {
    fill(Wording("{0} to {1}"), &[first, last])
}

/// Returns the time that a filter chooses, by its first and last day, either of which may be empty.
#[must_use]
pub fn days(from: &str, to: &str) -> String {
    use crate::wording::{date, dates};
    match (from, to) {
        (from, "") => fill(Wording("from {0}"), &[&date(from)]),
        ("", to) => fill(Wording("until {0}"), &[&date(to)]),
        (from, to) => dates(from, to),
    }
}

/// Label in the about view.
pub const DIFFERENT_WORDS: Wording = Wording("Different words");
/// Label in the about view.
pub const PAGE_VERSION: Wording = Wording("Version");
/// Heading in the about view, and the way to it.
pub const HOW_TO_SEARCH: Wording = Wording("How to search");
/// What the page is.
pub const ABOUT_PAGE: Wording =
    Wording("This page holds its texts and its search engine. It asks no server.");
/// What is not distinguished.
pub const NO_DIFFERENCE: Wording =
    Wording("Capitals, accents, hyphens and apostrophes make no difference.");
/// What else counts as a word.
pub const WIDENED: Wording = Wording(
    "Other endings of a word count as well, after the word itself; a word that is nowhere in the texts is looked for \
     with a typing error, and the page says so.",
);
/// What keys without a modifier do.
pub const ABOUT_KEYS: Wording = Wording("The key / goes to the search box.");
/// What a query means.
pub const OF_BOTH: Wording =
    Wording("documents with both words; below a line, those that miss one");
/// What a query means.
pub const OF_EITHER: Wording = Wording("either word");
/// What a query means.
pub const OF_FIRST: Wording = Wording("the first word without the second");
/// What a query means.
pub const OF_PHRASE: Wording = Wording("these words in this order");
/// What a query means.
pub const OF_NEAR: Wording = Wording("the words within five places of each other");
/// What a query means.
pub const OF_PREFIX: Wording = Wording("every word that begins so");
/// What a query means.
pub const OF_TYPO: Wording = Wording("words spelled almost so");
/// What a query means.
pub const OF_FORM: Wording = Wording("this form only: no endings, no other spellings");
/// What a query means.
pub const OF_TITLE: Wording = Wording("the word in the title");
/// What a query means.
pub const OF_METADATA: Wording = Wording("by what is known about a document");
/// What a query means.
pub const OF_DATE: Wording = Wording("documents of this month, by their own date");
/// What a query means.
pub const OF_PERSON: Wording = Wording("where this person is named, in any form of the name");
/// What a query means.
pub const OF_PLACE: Wording = Wording("where this place is named, in any form of the name");
/// What a query means.
pub const OF_ORG: Wording = Wording("where this organisation is named, in any form of the name");
/// What a query means.
pub const OF_SPEAKER: Wording = Wording("what this speaker is quoted as saying");
/// What a query means.
pub const OF_QUOTATION: Wording = Wording("the word inside a quotation");
/// What a query means.
pub const OF_DAY: Wording = Wording("texts that mention this day, in whatever words");

/// Returns what is not distinguished, with a word that is written in several ways.
#[must_use]
pub fn no_difference(hyphenated: &str, apart: &str, joined: &str) -> String {
    fill(
        Wording(
            "Capitals, accents, hyphens and apostrophes make no difference: {0}, {1} and {2} are one.",
        ),
        &[hyphenated, apart, joined],
    )
}

/// Returns what the switch of single keys says: the state it is in.
#[must_use]
pub fn single_keys(is_on: bool) -> &'static str {
    let state = if is_on {
        Wording("Single keys: on")
    } else {
        Wording("Single keys: off")
    };
    state.words()
}

/// Heading above the parts of a query that finds nothing.
pub const PARTS: Wording = Wording("What each part finds by itself");
/// Heading above weaker queries.
pub const WAYS_OUT: Wording = Wording("What else finds something");
/// Before words that look like an unknown one.
pub const NEAR: Wording = Wording("Near it in these texts:");
/// Button that writes a search down.
pub const CERTIFY: Wording = Wording("Record of this search");
/// Button and heading of the keys.
pub const KEYS: Wording = Wording("Keys");
/// Button that closes what lies over the page.
pub const CLOSE: Wording = Wording("Close");
/// Button that saves a text.
pub const SAVE_TEXT: Wording = Wording("Save as text");
/// Button that saves JSON.
pub const SAVE_JSON: Wording = Wording("Save as JSON");
/// Button that copies a text.
pub const COPY: Wording = Wording("Copy");
/// Heading of documents like one.
pub const SIMILAR: Wording = Wording("More like this");
/// Said when there are none.
pub const NOTHING_SIMILAR: Wording =
    Wording("No other document here uses the telling words of this one.");
/// Before the words that two documents share.
pub const SHARED: Wording = Wording("Both use:");
/// Way to the result before this one.
pub const PREVIOUS_RESULT: Wording = Wording("Previous result:");
/// Way to the result after this one.
pub const NEXT_RESULT: Wording = Wording("Next result:");
/// Said behind the last match of the last result.
pub const LAST_RESULT: Wording = Wording("There is no further result.");
/// Said before the first match of the first result.
pub const FIRST_RESULT: Wording = Wording("There is no earlier result.");
/// Label of the field for the lines of a list.
pub const LINES: Wording = Wording("One name or query a line");
/// Choice of how lines are read.
pub const READ_LINES_AS: Wording = Wording("Read each line as");
/// Ways to read a line.
pub const READINGS: [(&str, Wording); 3] = [
    ("", Wording("a name or phrase, or a query")),
    ("words", Wording("words, in any order")),
    ("query", Wording("a query")),
];
/// Button that searches a list.
pub const SEARCH_LIST: Wording = Wording("Search all lines");
/// Said while nothing was pasted.
pub const NO_LINES: Wording = Wording("There is no line with a letter or a digit.");
/// Column of a table.
pub const LINE: Wording = Wording("Line");
/// In that column: with the letters of the line.
pub const FOUND_AS_WRITTEN: Wording = Wording("as written");
/// In that column: by other forms of its words, or by words like them.
pub const FOUND_OTHERWISE: Wording = Wording("in another form or spelling");
/// In that column.
pub const NOT_FOUND: Wording = Wording("not found");
/// Column of a table.
pub const BEST: Wording = Wording("Best document");
/// Column of a table.
pub const WHERE: Wording = Wording("Most matches in");
/// Column of a table.
pub const REMARK: Wording = Wording("Remark");
/// How a table of lines comes about.
pub const BATCH_METHOD: Wording = Wording(
    "A line of words alone is searched as one name or phrase: its words follow each other; a line with quotation marks, \
    operators or other signs of a query is a query. Documents answer all of a line, with the forms of its words and, where \
    no text has a word, words like it; matches are the places in their texts. As written is what stands in a text with \
    the letters of the line, but for capitals and accents. The CSV and JSON files have a column for each document with a match.",
);
/// Line of a record.
pub const CORPUS: Wording = Wording("Collection");
/// Line of a record.
pub const VERSION: Wording = Wording("Version of the collection");
/// Line of a record.
pub const DATE: Wording = Wording("Date of the search");
/// Line of a record.
pub const QUERY: Wording = Wording("Query");
/// Line of a record.
pub const READ_AS: Wording = Wording("Read as");
/// Line of a record.
pub const WIDENING: Wording = Wording("Forms of words");
/// How widely words were taken.
pub const WIDE: Wording = Wording("all forms of a word, and near words where a word is unknown");
/// How widely words were taken.
pub const EXACT: Wording = Wording("only the words as typed");
/// Line of a record.
pub const FOUND: Wording = Wording("Found");
/// Line of a record.
pub const SEARCHED: Wording = Wording("Searched");
/// Line of a record.
pub const PART_COUNTS: Wording = Wording("Each part by itself");
/// Line of a record.
pub const VARIANTS: Wording = Wording("Variants tried");
/// Line of a record.
pub const NOTES: Wording = Wording("Notes");
/// Line of a record.
pub const DIGEST: Wording = Wording("SHA-256 of the list of texts");
/// Heading of the texts of a record.
pub const TEXTS: Wording = Wording("Texts searched, with the SHA-256 of each");
/// Mark of a text that answers.
pub const ANSWERS: Wording = Wording("answers");
/// Keys and what they do.
pub const KEY_LIST: [(&str, Wording); 8] = [
    ("/", Wording("to the search box")),
    ("?", Wording("this list")),
    ("↓ ↑", Wording("in the search box: through the suggestions")),
    (
        "Enter",
        Wording("takes the suggestion, or searches for what was typed"),
    ),
    (
        "Esc",
        Wording("closes the suggestions, or what lies over the page"),
    ),
    ("n · Alt ↓", Wording("next match, then the next result")),
    (
        "p · Alt ↑",
        Wording("previous match, then the previous result"),
    ),
    ("Tab", Wording("through everything else")),
];
/// How to be rid of single keys.
pub const KEYS_OFF: Wording =
    Wording("Keys of a single letter or sign can be switched off in About.");
/// Said while they are off.
pub const KEYS_ARE_OFF: Wording =
    Wording("Keys of a single letter or sign are switched off; About switches them on.");

/// Says what an address asks for in vain.
#[must_use]
pub fn unread(parts: &str) -> String {
    fill(
        Wording(
            "This address asks for something that this page does not know, and it was left out: {0}",
        ),
        &[parts],
    )
}

/// Says how many proposals there are.
#[must_use]
pub fn n_proposals(n: usize) -> String {
    counted(n, "suggestion", "suggestions")
}

/// Says that a proposal is a name, and how many documents hold it.
#[must_use]
pub fn named(n: usize) -> String {
    fill(Wording("name, {0}"), &[&n_documents(n)])
}

/// Says how many documents a part finds, with the filters and without.
#[must_use]
pub fn part_finds(with_filters: usize, without: usize) -> String {
    if with_filters == without {
        return n_documents(without);
    }
    fill(
        Wording("{0}; {1} without the filters"),
        &[&n_documents(with_filters), &n_documents(without)],
    )
}

/// Returns what a weaker query changes.
#[must_use]
pub fn relaxed(kind: &str, about: &str) -> String {
    match kind {
        "words" => fill(Wording("{0} as words anywhere"), &[about]),
        "wider" if about.is_empty() => Wording("with all forms of the words").to_string(),
        "wider" => fill(Wording("{0} in all its forms"), &[about]),
        "part" => fill(Wording("without {0}"), &[about]),
        "filter" => fill(Wording("without the filter {0}"), &[about]),
        _ => Wording("without any filter").to_string(),
    }
}

/// Says what was found.
#[must_use]
pub fn found(n: usize) -> String {
    if n == 0 {
        return Wording("nothing: no text searched answers this query").to_string();
    }
    n_documents(n)
}

/// Says how much was searched.
#[must_use]
pub fn searched(documents: usize, words: usize) -> String {
    [
        n_documents(documents).as_str(),
        " · ",
        &vademecum_page::wording::n_words(words),
    ]
    .concat()
}

/// Returns the title of a table of lines.
#[must_use]
pub fn n_lines(n: usize) -> String {
    counted(n, "line", "lines")
}

/// Says how many lines were found as they are written, and how many only otherwise.
#[must_use]
pub fn lines_found(n_exact: usize, n_otherwise: usize, n: usize) -> String {
    let found = fill(
        Wording("{0} of {1} found as written"),
        &[&number(n_exact), &n_lines(n)],
    );
    if n_otherwise == 0 {
        return found;
    }
    fill(
        Wording("{0}; {1} only in another form or spelling"),
        &[&found, &number(n_otherwise)],
    )
}

/// Says what lines are for, and what is searched.
#[must_use]
pub fn lines_hint(n: usize, has_filters: bool) -> String {
    if has_filters {
        return Wording(
            "Paste a list of names, words or queries. Each line is searched in the documents that the filters leave; \
             nothing leaves this page.",
        )
        .to_string();
    }
    fill(
        Wording(
            "Paste a list of names, words or queries. Each line is searched in the whole collection ({0}); nothing \
             leaves this page.",
        ),
        &[&n_documents(n)],
    )
}

/// Says how many lines were not searched.
#[must_use]
pub fn left_out(n: usize) -> String {
    fill(
        Wording("{0} beyond the first thousand were left out."),
        &[&n_lines(n)],
    )
}

/// Says how far a list is.
#[must_use]
pub fn searching(done: usize, n: usize) -> String {
    fill(
        Wording("Searching: {0} of {1}"),
        &[&number(done), &n_lines(n)],
    )
}

fn number(n: usize) -> String {
    vademecum_page::wording::number(n)
}
