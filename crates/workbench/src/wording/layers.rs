//! Sentences about times, names, voices and accounts.

use super::{
    DOCUMENT, PERSON, Wording, counted, date, field, fill, language_over_english, message, number,
    value,
};
use crate::state::Library;
use protocol::Comparing;

/// Column of a table.
pub const DATE: Wording = Wording("Date");
/// Column of a table: the words that mention a time.
pub const AS_WRITTEN: Wording = Wording("As written");
/// Column of a table.
pub const THEY_DIFFER: Wording = Wording("They differ");
/// Label of the field that narrows a timeline.
pub const PERIOD: Wording = Wording("Period (2024, 2024-12)");
/// The beginning of the way into a timeline.
pub const ALL_TIMES: Wording = Wording("All times");
/// The way into a timeline, for those who do not see it.
pub const TIME_TRAIL: Wording = Wording("Period shown");
/// Rows by the number of documents, and what has no date.
pub const DATE_SHARES: [(&str, Wording); 4] = [
    ("", Wording("All dates")),
    ("several", Wording("In two or more documents")),
    ("one", Wording("In one document only")),
    ("undated", Wording("What the texts do not date")),
];
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
/// Button that lets names be chosen.
pub const EDIT_NAMES: Wording = Wording("Edit names");
/// Heading above the choices about names.
pub const EDITING: Wording = Wording("Editing names");
/// Said before a name is chosen.
pub const CHOOSE_NAMES: Wording =
    Wording("Choose names in the table to join, rename, divide or hide them.");
/// Column of a table.
pub const CHOOSE: Wording = Wording("Choose");
/// Label of the field for the name of what is joined.
pub const CALL_IT: Wording = Wording("Call it");
/// Button that makes one name of several, or renames one.
pub const JOIN: Wording = Wording("Join or rename");
/// Button that hides names.
pub const HIDE: Wording = Wording("Hide");
/// Label of the list of forms that can stand alone.
pub const PART: Wording = Wording("Its form");
/// Button that makes a form a name of its own.
pub const PART_IT: Wording = Wording("Make it a name of its own");
/// Heading above the decisions.
pub const DECISIONS: Wording = Wording("Your decisions");
/// What becomes of the decisions.
pub const DECISIONS_KEPT: Wording = Wording(
    "They are kept in this browser and hold on this page, also in filters, queries, Timeline, Voices and Compare. \
    Saved as authority.toml beside the texts, the next build applies them for everyone.",
);
/// Button that takes a decision back.
pub const TAKE_BACK: Wording = Wording("Take back");
/// Button that saves the decisions.
pub const SAVE_AUTHORITY: Wording = Wording("Save authority.toml");
/// How names come about.
pub const NAMES_METHOD: Wording = Wording(
    "Names are found by rules from capitals, titles and the words around them. Forms are \
    joined for the reasons given in brackets; where two people may be meant, they stay apart. An authority file beside \
    the texts overrules this. The first mention is that of the oldest document; find one name to see its first mention \
    in each document.",
);
/// Said where names are of a search.
pub const NAMES_IN_PASSAGES: Wording = Wording(
    "Mentions and the first of them are of the passages that answer the search; forms are counted in all documents.",
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
pub const VOICE_KINDS: [(&str, Wording); 6] = [
    ("", Wording("All")),
    ("quoted", Wording("All but reported")),
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

/// Said above what differs.
pub const NOT_ALL_DIFFERENCES: Wording =
    Wording("What differs is seldom invented, but not all of it is found: read both accounts.");
/// What stands in the list of what one account alone has.
pub const ONLY_METHOD: Wording = Wording(
    "“Only in one” lists the passages of an account that say most in names and days, at most 20, where no other text \
    here has a like passage. The number beside an account is that of the pairs of passages it shares.",
);

/// Returns the heading of a list: its name and what it holds.
#[must_use]
pub fn named_list(name: &str, holds: &str) -> String {
    fill(Wording("{0}: {1}"), &[name, holds])
}

/// Returns what two accounts differ about, as the engine names it: "time: arrived, station" is "Time: arrived, station".
#[must_use]
pub fn difference(about: &str) -> String {
    let (kind, words) = about.split_once(": ").unwrap_or((about, ""));
    let kind = match kind {
        "time" => Wording("Time"),
        "day" => Wording("Day"),
        "figure" => Wording("Figure"),
        _ => return about.to_owned(),
    };
    if words.is_empty() {
        return kind.to_string();
    }
    fill(Wording("{0}: {1}"), &[&kind, words])
}

/// Returns something to choose with how many there are of it.
#[must_use]
pub fn with_number(name: &str, n: usize) -> String {
    fill(Wording("{0} ({1})"), &[name, &number(n)])
}

/// Returns the time that an EDTF string gives: "8 December 2024", "the 1950s", "November 2024 to January 2025".
/// What has another shape stays as it is.
#[must_use]
pub fn time(edtf: &str) -> String {
    if let Some((start, end)) = edtf.split_once('/') {
        return fill(Wording("{0} to {1}"), &[&time(start), &time(end)]);
    }
    let plain = edtf.trim_end_matches(['~', '?', '%']);
    let is_number = |digits: &&str| digits.bytes().all(|byte| byte.is_ascii_digit());
    let written = if let Some(century) = plain.strip_suffix("XX").filter(is_number) {
        fill(Wording("the years {0}00 to {0}99"), &[century])
    } else if let Some(decade) = plain.strip_suffix('X').filter(is_number) {
        fill(Wording("the {0}0s"), &[decade])
    } else {
        let season = match plain.get(4..) {
            Some("-21") => Wording("spring {0}"),
            Some("-22") => Wording("summer {0}"),
            Some("-23") => Wording("autumn {0}"),
            Some("-24") => Wording("winter {0}"),
            _ => return date(edtf),
        };
        fill(season, &[plain.get(..4).unwrap_or(plain)])
    };
    if plain == edtf {
        written
    } else {
        fill(Wording("about {0}"), &[&written])
    }
}

/// Returns what stands below the bar of a century, decade, year, month or day.
#[must_use]
pub fn short_time(edtf: &str) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let digits = |at: std::ops::Range<usize>| edtf.get(at)?.parse::<usize>().ok();
    match edtf.len() {
        7 => match (digits(5..7), language_over_english()) {
            (Some(month), Some(language)) => language.number(month),
            (Some(month), None) => {
                let name = MONTHS.get(month.wrapping_sub(1)).copied();
                name.unwrap_or_default().to_owned()
            }
            (None, _) => String::new(),
        },
        10 => digits(8..10).map_or_else(String::new, number),
        _ if edtf.ends_with('X') && language_over_english().is_none() => {
            [&*edtf.replace('X', "0"), "s"].concat()
        }
        _ => edtf.replace('X', "0"),
    }
}

/// Returns "December 2024: 12 mentions in 3 documents".
#[must_use]
pub fn mentions_in(edtf: &str, n: usize, n_documents: usize) -> String {
    let mentions = counted(n, "mention", "mentions");
    let documents = super::n_documents(n_documents);
    fill(
        Wording("{0}: {1} in {2}"),
        &[&time(edtf), &mentions, &documents],
    )
}

/// Returns what the bars of a timeline count, by the first of them.
#[must_use]
pub fn mentions_by(edtf: &str) -> &'static str {
    match edtf.len() {
        10 => Wording("Mentions by day"),
        7 => Wording("Mentions by month"),
        _ if edtf.ends_with("XX") => Wording("Mentions by century"),
        _ if edtf.ends_with('X') => Wording("Mentions by decade"),
        _ => Wording("Mentions by year"),
    }
    .words()
}

/// Says that a name is not shown.
#[must_use]
pub fn hidden_name(names: &str) -> String {
    fill(Wording("Hidden: {0}"), &[names])
}

/// Says that a form is a name of its own.
#[must_use]
pub fn parted_name(name: &str) -> String {
    fill(Wording("A name of its own: {0}"), &[name])
}

/// Says which forms are one name.
#[must_use]
pub fn joined_name(name: &str, forms: &str) -> String {
    fill(Wording("{0} is also called {1}"), &[name, forms])
}

/// Returns "Choose Bashar al-Assad".
#[must_use]
pub fn choose_name(name: &str) -> String {
    fill(Wording("Choose {0}"), &[name])
}

/// Returns "2 chosen: Homs, Hims".
#[must_use]
pub fn n_chosen(names: &[String]) -> String {
    fill(
        Wording("{0} chosen: {1}"),
        &[&number(names.len()), &names.join(", ")],
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
        Wording("{0} that the texts do not date"),
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
    let rule = message(rule);
    let confidence = self::confidence(confidence);
    match anchor {
        Some(anchor) => fill(
            Wording("from {0}, {1}, {2}"),
            &[&date(anchor), &rule, confidence],
        ),
        None => fill(Wording("{0}, {1}"), &[&rule, confidence]),
    }
}

/// Heading above the names among the filters.
pub const NAMED: Wording = Wording("In the texts");
/// Link from the names among the filters to all of them.
pub const ALL_NAMES: Wording = Wording("All names");

/// Returns the heading of a kind of names: `person`, `place`, `org`.
#[must_use]
pub fn kind_of_names(kind: &str) -> String {
    let known = NAME_KINDS.iter().find(|(known, _)| *known == kind);
    known.map_or_else(|| field(kind), |(_, words)| words.to_string())
}

/// Returns what a filter by this field is called: what it filters by is one document, one person.
#[must_use]
pub fn filter_name(name: &str) -> String {
    match name {
        "doc" => DOCUMENT.to_string(),
        "person" => PERSON.to_string(),
        "place" => Wording("Place").to_string(),
        "org" => Wording("Organisation").to_string(),
        "collection" => Wording("Collection").to_string(),
        other => field(other),
    }
}

/// Returns how a value that is filtered by reads: a document by its title.
#[must_use]
pub fn filter_value(name: &str, chosen: &str, library: &Library) -> String {
    if let ("date", Some((from, to))) = (name, chosen.split_once("..")) {
        return crate::finding::wording::days(from, to);
    }
    let document = (name == "doc").then(|| library.document(chosen)).flatten();
    document.map_or_else(|| value(name, chosen), |document| document.title.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_named_in_the_words_of_the_page_and_those_of_the_text() {
        for (about, named) in [
            ("time: arrived, station", "Time: arrived, station"),
            ("figure", "Figure"),
            ("day: fell", "Day: fell"),
            ("price: bread", "price: bread"),
        ] {
            assert_eq!(difference(about), named);
        }
    }

    #[test]
    fn times_are_written_as_exactly_as_they_are_known() {
        for (edtf, written) in [
            ("2024-12-08", "8 December 2024"),
            ("2024-12", "December 2024"),
            ("195X", "the 1950s"),
            ("19XX", "the years 1900 to 1999"),
            ("1993~", "about 1993"),
            ("199X~", "about the 1990s"),
            ("2024-24", "winter 2024"),
            ("2024-11/2025-01", "November 2024 to January 2025"),
            ("whenever", "whenever"),
        ] {
            assert_eq!(time(edtf), written);
        }
        let short = ["2024-12-08", "2024-12", "2024", "202X", "19XX"].map(short_time);
        assert_eq!(short, ["8", "Dec", "2024", "2020s", "1900s"]);
    }
}
