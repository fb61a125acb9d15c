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
/// Heading above the parts of a query that finds nothing.
pub const PARTS: Wording = Wording("What each part finds by itself");
/// Heading above weaker queries.
pub const WAYS_OUT: Wording = Wording("What finds something");
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
