//! What a text says that someone is, beside the name.

use super::NameKind;
use super::finding::Mention;
use crate::given_names::is_plain_address;
use corpus::{ByteSpan, Document};

/// Words before a title that belong to it: "former Prime Minister".
const BEFORE_TITLES: [&str; 10] = [
    "former ",
    "then-",
    "then ",
    "acting ",
    "late ",
    "deposed ",
    "outgoing ",
    "interim ",
    "ousted ",
    "ex-",
];

/// The longest description behind a comma, in bytes.
const MOST_BYTES: usize = 90;

/// Returns the description at a mention: the role that was found there, with "former" before it, or behind a full
/// name and a comma what begins with "a", "an", "one of" or "then the".
pub(super) fn described(document: &Document, mention: &Mention) -> Option<ByteSpan> {
    let text = &document.text;
    let is_told = |role: &ByteSpan| {
        let role = role.of(text).trim_end_matches('.').to_lowercase();
        !is_plain_address(&role)
    };
    let Some(role) = mention.role.filter(is_told) else {
        return behind(text, mention);
    };
    let before = text.get(..role.start as usize)?;
    let longer = BEFORE_TITLES.iter().find(|word| before.ends_with(**word));
    let n_more = longer.map_or(0, |word| word.len() as u32);
    Some(ByteSpan::new(role.start - n_more, role.end))
}

/// "Mansour Azzam, one of his aides, arrived".
fn behind(text: &str, mention: &Mention) -> Option<ByteSpan> {
    const TIMES: [&str; 12] = [
        "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours",
        "moment", "few",
    ];
    let is_full = mention.span.of(text).contains(char::is_whitespace);
    if mention.kind != NameKind::Person || !is_full {
        return None;
    }
    let start = mention.span.end as usize + 2;
    let rest = text.get(mention.span.end as usize..)?.strip_prefix(", ")?;
    let begins = ["a ", "an ", "one of ", "then the ", "then a "];
    if !begins.iter().any(|begin| rest.starts_with(begin)) {
        return None;
    }
    let ends = [',', '.', ';', ':', '—', '–', '(', ')', '”', '\n'];
    let goes_on = [" who ", " whose ", " which ", " that "];
    let length = rest.find(ends)?;
    let clause = goes_on.iter().filter_map(|word| rest.find(word)).min();
    let length = clause.map_or(length, |clause| clause.min(length));
    let found = rest.get(..length).filter(|_| length <= MOST_BYTES)?;
    let mut words = found.split(' ').skip(1).take(3);
    if words.any(|word| TIMES.contains(&word)) {
        return None;
    }
    let found = found.trim_end();
    Some(ByteSpan::new(start as u32, (start + found.len()) as u32))
}
