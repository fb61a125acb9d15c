//! Every sentence shown to a reader.
//!
//! In English, as [`Wording`]s: a larger build of the page shows them in another language (`crate::interface`).
//! Plural forms, dates and numbers are functions, and sentences with gaps are [`fill`]ed, so nothing elsewhere
//! puts sentences together from pieces.

use crate::interface::{fill, language as over_english};
use crate::state::View;

pub use crate::interface::Wording;
pub use english::grouped;

/// Said to a script that asks for more than a search.
pub const NOT_A_SEARCH: Wording =
    Wording("This page answers searches only; the command vademecum answers the rest.");
/// Label of the search field.
pub const SEARCH: Wording = Wording("Search");
/// Example in the empty search field.
pub const SEARCH_EXAMPLE: Wording = Wording("words, \"a phrase\", begin*, -word");
/// Button that empties the search field.
pub const CLEAR_SEARCH: Wording = Wording("Clear search");
/// Name of the list of views.
pub const VIEWS: Wording = Wording("Views");
/// Name of the view with ranked hits.
pub const SEARCH_VIEW: Wording = Wording("Results");
/// First link of the page, for the keyboard.
pub const SKIP_TO_CONTENT: Wording = Wording("Skip to content");
/// Heading of the filters.
pub const FILTERS: Wording = Wording("Filters");
/// Button that removes all filters.
pub const CLEAR_FILTERS: Wording = Wording("Clear filters");
/// Label of the box that narrows a long list of values.
pub const FIND_VALUE: Wording = Wording("Find a value");
/// Label before the canonical query.
pub const READ_AS: Wording = Wording("Read as:");
/// Label before the forms that matched.
pub const SPELLINGS_MATCHED: Wording = Wording("Spellings matched:");
/// Link that switches widening off.
pub const EXACT_ONLY: Wording = Wording("exact only");
/// Link that switches widening on again.
pub const WIDEN: Wording = Wording("all spellings");
/// Said while only exact forms count.
pub const EXACT_NOW: Wording = Wording("Only the words exactly as typed.");
/// Label before proposals for an unknown word.
pub const DID_YOU_MEAN: Wording = Wording("Did you mean");
/// Heading before documents that miss a word.
pub const PARTIAL: Wording = Wording("These miss some words");
/// Label of the list of orders.
pub const SORT: Wording = Wording("Sort by");
/// Label before example searches.
pub const TRY: Wording = Wording("Try");
/// Heading of the list of documents.
pub const DOCUMENTS: Wording = Wording("Documents");
/// Link to the about view.
pub const ABOUT: Wording = Wording("About");
/// Button in the reader.
pub const PREVIOUS_MATCH: Wording = Wording("Previous match");
/// Button in the reader.
pub const NEXT_MATCH: Wording = Wording("Next match");
/// Link from the reader to the answer it came from.
pub const BACK_TO_RESULTS: Wording = Wording("Back to results");
/// Link from the reader to the list of documents.
pub const ALL_DOCUMENTS: Wording = Wording("All documents");
/// Label of the bar above a document.
pub const READING: Wording = Wording("Reading");
/// Label before the neighbour of a document.
pub const PREVIOUS_DOCUMENT: Wording = Wording("Previous document");
/// Label before the neighbour of a document.
pub const NEXT_DOCUMENT: Wording = Wording("Next document");
/// Name of a paragraph's own link.
pub const LINK_TO_PASSAGE: Wording = Wording("Link to this passage");
/// Name of the link to a document's source.
pub const SOURCE_LINK: Wording = Wording("Source");
/// Label before a picture's address.
pub const PICTURE: Wording = Wording("picture");
/// Said when the addressed block is not in the document.
pub const UNKNOWN_BLOCK: Wording = Wording(
    "This link names a passage that is not in the document any more; here is the document from its beginning.",
);
/// Button that speaks another language, in that language.
pub const OTHER_INTERFACE: Wording = Wording("العربية");
/// Its tag.
pub const OTHER_INTERFACE_TAG: Wording = Wording("ar");
/// Said when the addressed block has changed and the quoted words stand elsewhere.
pub const CHANGED_BLOCK: Wording = Wording(
    "The passage that this link names has changed since; here is where its words stand now.",
);
/// Button that cites a document.
pub const CITE: Wording = Wording("Cite");
/// Button that opens contents, find in document, settings.
pub const READING_TOOLS: Wording = Wording("Reading tools");
/// The promise at the foot of every view.
pub const PRIVACY: Wording = Wording("Nothing you type leaves this page.");
/// Said in place of an answer that could not be had.
pub const NO_CORPUS: Wording = Wording(
    "This page holds no texts yet: it was built without a corpus. \
    `vademecum build FOLDER` makes a page from a folder of texts.",
);
/// Returns the name of a view.
#[must_use]
pub fn view(view: View) -> &'static str {
    match view {
        View::Concordance => Wording("Concordance"),
        View::Timeline => Wording("Timeline"),
        View::Names => Wording("Names"),
        View::Voices => Wording("Voices"),
        View::Compare => Wording("Compare"),
        View::Words => Wording("Words"),
        View::Desk => Wording("Desk"),
        View::Files => Wording("Files"),
        View::Batch => Wording("Lists"),
    }
    .words()
}

/// Returns "1 document", "14 documents".
#[must_use]
pub fn n_documents(n: usize) -> String {
    counted(n, "document", "documents")
}

/// Returns "1 match", "27 matches".
#[must_use]
pub fn n_matches(n: usize) -> String {
    counted(n, "match", "matches")
}

/// Returns "1 word", "12,300 words".
#[must_use]
pub fn n_words(n: usize) -> String {
    counted(n, "word", "words")
}

/// Returns a number with its noun in the right form. Other languages know the noun by `many`.
#[must_use]
#[inline(never)]
pub fn counted(n: usize, one: &'static str, many: &'static str) -> String {
    match over_english() {
        Some(language) => language.counted(n, many),
        None => [number(n).as_str(), " ", if n == 1 { one } else { many }].concat(),
    }
}

/// Returns a whole number: "41,000".
#[must_use]
pub fn number(n: usize) -> String {
    match over_english() {
        Some(language) => language.number(n),
        None => grouped(n),
    }
}

/// Returns the line above an answer. `matches` is `None` while not every hit was counted.
#[must_use]
pub fn found(documents: usize, matches: Option<usize>, partial: usize) -> String {
    match (documents, matches) {
        (0, _) if partial > 0 => fill(
            Wording("No document has all of these words; {0}"),
            &[&counted(
                partial,
                "document has some",
                "documents have some",
            )],
        ),
        (0, _) => Wording("No document matches").to_string(),
        (n, Some(matches)) => fill(
            Wording("{0} in {1}"),
            &[&n_matches(matches), &n_documents(n)],
        ),
        (n, None) => n_documents(n),
    }
}

/// Returns "Missing: damascus" for a document that lacks words of the query.
#[must_use]
pub fn missing(words: &[String]) -> String {
    fill(Wording("Missing: {0}"), &[&words.join(", ")])
}

/// Returns "2 of 12", or "No matches".
#[must_use]
pub fn place_in(current: usize, total: usize) -> String {
    if total == 0 {
        Wording("No matches").to_string()
    } else {
        fill(Wording("{0} of {1}"), &[&number(current), &number(total)])
    }
}

/// Returns what the switch of colours says: the state it is in.
#[must_use]
pub fn theme(theme: crate::state::Theme) -> &'static str {
    match theme {
        crate::state::Theme::Auto => Wording("Colours: as the system"),
        crate::state::Theme::Light => Wording("Colours: light"),
        crate::state::Theme::Dark => Wording("Colours: dark"),
    }
    .words()
}

/// Returns the name of an order.
#[must_use]
pub fn sort(order: protocol::SortOrder) -> &'static str {
    match order {
        protocol::SortOrder::Relevance => Wording("Best match"),
        protocol::SortOrder::Newest => Wording("Newest"),
        protocol::SortOrder::Oldest => Wording("Oldest"),
        protocol::SortOrder::Title => Wording("Title"),
        protocol::SortOrder::Source => Wording("Source"),
        protocol::SortOrder::Longest => Wording("Longest"),
        protocol::SortOrder::Shortest => Wording("Shortest"),
    }
    .words()
}

/// Returns the heading of a group of filters or of a line of metadata.
#[must_use]
pub fn field(name: &str) -> String {
    match name {
        "source" => Wording("Source").to_string(),
        "author" => Wording("Author").to_string(),
        "tag" => Wording("Tag").to_string(),
        "lang" => Wording("Language").to_string(),
        "year" | "month" | "date" => Wording("Date").to_string(),
        other => {
            let mut name = other.to_owned();
            if let Some(first) = name.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            name
        }
    }
}

/// Returns how a filter value reads: languages and dates by name, anything else as written.
#[must_use]
pub fn value(field: &str, value: &str) -> String {
    match field {
        "lang" => language(value),
        "year" | "month" | "date" => date(value),
        _ => value.to_owned(),
    }
}

/// Returns the name of a language, or the tag itself.
#[must_use]
#[inline(never)]
pub fn language(tag: &str) -> String {
    const NAMES: [(&str, Wording); 28] = [
        ("ar", Wording("Arabic")),
        ("bg", Wording("Bulgarian")),
        ("cs", Wording("Czech")),
        ("da", Wording("Danish")),
        ("de", Wording("German")),
        ("el", Wording("Greek")),
        ("en", Wording("English")),
        ("es", Wording("Spanish")),
        ("fa", Wording("Persian")),
        ("fi", Wording("Finnish")),
        ("fr", Wording("French")),
        ("he", Wording("Hebrew")),
        ("hu", Wording("Hungarian")),
        ("it", Wording("Italian")),
        ("ja", Wording("Japanese")),
        ("ko", Wording("Korean")),
        ("ku", Wording("Kurdish")),
        ("la", Wording("Latin")),
        ("nl", Wording("Dutch")),
        ("no", Wording("Norwegian")),
        ("pl", Wording("Polish")),
        ("pt", Wording("Portuguese")),
        ("ro", Wording("Romanian")),
        ("ru", Wording("Russian")),
        ("sv", Wording("Swedish")),
        ("tr", Wording("Turkish")),
        ("uk", Wording("Ukrainian")),
        ("zh", Wording("Chinese")),
    ];
    let primary = tag.split('-').next().unwrap_or(tag);
    NAMES
        .iter()
        .find(|(code, _)| *code == primary)
        .map_or_else(|| tag.to_owned(), |(_, name)| name.to_string())
}

/// Returns a date of ISO 8601 or EDTF as people write it: "8 December 2024", "December 2024", "2024",
/// "about 2024". What has another shape stays as it is: a date is never made more precise than it was.
#[must_use]
#[inline(never)]
pub fn date(edtf: &str) -> String {
    let plain = edtf.trim_end_matches(['~', '?', '%']);
    let day = plain.split('T').next().unwrap_or(plain);
    let number = |from: usize, to: usize| {
        let digits = day.get(from..to)?;
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then_some(digits)
    };
    let dash = |at: usize| day.as_bytes().get(at) == Some(&b'-');
    let month = || {
        let number = number(5, 7)?.parse::<usize>().ok()?;
        english::MONTHS.get(number.wrapping_sub(1)).copied()
    };
    let day_number = || number(8, 10).map(|digits| digits.trim_start_matches('0'));
    let written = match (day.len(), number(0, 4)) {
        (4, Some(year)) => year.to_owned(),
        (7, Some(year)) if dash(4) => match month() {
            Some(month) => [month, " ", year].concat(),
            None => String::new(),
        },
        (10, Some(year)) if dash(4) && dash(7) => match (month(), day_number()) {
            (Some(month), Some(day)) => [day, " ", month, " ", year].concat(),
            _ => String::new(),
        },
        _ => String::new(),
    };
    let written = match over_english() {
        _ if written.is_empty() => return edtf.to_owned(),
        Some(language) => language.date(day),
        None => written,
    };
    if plain == edtf {
        written
    } else {
        fill(Wording("about {0}"), &[&written])
    }
}

/// Returns "8 December 2024" or "8 November 2024 to 20 December 2024" for the first and last dates.
#[must_use]
pub fn dates(first: &str, last: &str) -> String {
    if first == last {
        date(first)
    } else {
        fill(Wording("{0} to {1}"), &[&date(first), &date(last)])
    }
}

/// Names the search for the words of what is not here any more.
#[must_use]
pub fn search_for(words: &str) -> String {
    fill(Wording("Search for its words: {0}"), &[words])
}

/// Returns the message for a document that is not in the corpus.
#[must_use]
pub fn unknown_document(id: &str) -> String {
    fill(
        Wording("There is no document “{0}” in this corpus. It may have been renamed or removed."),
        &[id],
    )
}

/// Returns the message for an index that cannot be opened.
#[must_use]
pub fn cannot_open(cause: &str) -> String {
    fill(
        Wording("The texts in this page cannot be opened: {0}."),
        &[&message(cause)],
    )
}

/// Returns a message of the engine, or of what reads files, as it stands in a sentence.
#[must_use]
pub fn message(english: &str) -> String {
    match over_english() {
        Some(language) => language.message(english),
        None => english.to_owned(),
    }
}

/// Returns an engine's message as a sentence: messages begin small and have no full stop.
#[must_use]
pub fn sentence(message: &str) -> String {
    let mut sentence = self::message(message);
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    if !sentence.ends_with(['.', '?', '!']) {
        sentence.push('.');
    }
    sentence
}

/// Returns the title of the browser's window.
#[must_use]
pub fn window_title(view: &str, corpus: &str) -> String {
    if view.is_empty() {
        corpus.to_owned()
    } else {
        [view, " · ", corpus].concat()
    }
}

/// Returns the name of a control that chooses a filter: "Homs, 3 documents".
#[must_use]
pub fn filter(value: &str, n_documents_with_it: usize) -> String {
    fill(
        Wording("{0}, {1}"),
        &[value, &n_documents(n_documents_with_it)],
    )
}

/// Returns the name of a control that removes a filter.
#[must_use]
pub fn remove_filter(field: &str, value: &str) -> String {
    fill(Wording("Remove filter {0} {1}"), &[field, value])
}

/// Returns the button for the next part of a list.
#[must_use]
pub fn show_more(n_left: usize) -> String {
    fill(Wording("Show more ({0} left)"), &[&number(n_left)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_people_write_them_and_keep_their_precision() {
        for (given, written) in [
            ("2024-12-08", "8 December 2024"),
            ("2024-12", "December 2024"),
            ("2024", "2024"),
            ("2024-12~", "about December 2024"),
            ("2024-12-08T10:30:00Z", "8 December 2024"),
            ("2024-13", "2024-13"),
            ("2024-00", "2024-00"),
            ("early winter", "early winter"),
            ("", ""),
        ] {
            assert_eq!(date(given), written);
        }
        assert_eq!(
            dates("2024-11", "2024-12-20"),
            "November 2024 to 20 December 2024"
        );
        assert_eq!(dates("2024", "2024"), "2024");
    }

    #[test]
    fn numbers_are_grouped_and_agree_with_their_nouns() {
        assert_eq!(
            [number(0), number(999), number(1000), number(1_234_567)],
            ["0", "999", "1,000", "1,234,567"]
        );
        assert_eq!(n_documents(1), "1 document");
        assert_eq!(n_words(41_000), "41,000 words");
    }

    #[test]
    fn the_answer_is_summed_up_in_one_line() {
        assert_eq!(found(3, Some(27), 0), "27 matches in 3 documents");
        assert_eq!(found(1, Some(1), 4), "1 match in 1 document");
        assert_eq!(found(312, None, 0), "312 documents");
        assert_eq!(found(0, Some(0), 0), "No document matches");
        assert_eq!(
            found(0, Some(0), 1),
            "No document has all of these words; 1 document has some"
        );
        assert_eq!(place_in(2, 12), "2 of 12");
    }

    #[test]
    fn messages_become_sentences_once() {
        assert_eq!(sentence("no document has “x”"), "No document has “x”.");
        assert_eq!(sentence("Done."), "Done.");
        assert_eq!(sentence("“x” is unknown"), "“x” is unknown.");
    }

    #[test]
    fn values_of_filters_have_names() {
        assert_eq!(value("lang", "ar"), "Arabic");
        assert_eq!(value("lang", "en-GB"), "English");
        assert_eq!(value("lang", "tlh"), "tlh");
        assert_eq!(value("month", "2024-12"), "December 2024");
        assert_eq!(value("tag", "2024-12"), "2024-12");
        assert_eq!(field("clipped"), "Clipped");
    }
}
