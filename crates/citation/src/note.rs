//! A quotation with its reference, in words.

use crate::{Passage, Work};

/// Returns the quotation in quotation marks with its reference below it; without a quotation the reference.
pub(crate) fn written(work: &Work, passage: Option<&Passage>) -> String {
    let mut text = String::new();
    if let Some(passage) = passage.filter(|passage| !passage.quote.trim().is_empty()) {
        text.push_str(&quoted(&passage.quote));
        text.push('\n');
    }
    text.push_str(&reference(work, passage));
    text
}

/// The double quotation marks of the languages that a text may be in.
const MARKS: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// Returns the words in quotation marks. They stay as they are: words that begin and end (or are cut) with double
/// marks of their own get no further pair, and where double marks stand within, the outer ones are single.
#[must_use]
pub fn quoted(quote: &str) -> String {
    let quote = quote.trim();
    let is_cut = |quote: &str| quote.ends_with('…');
    if quote.starts_with(MARKS) && (quote.ends_with(MARKS) || is_cut(quote)) {
        return quote.to_owned();
    }
    let has_marks = quote.contains(MARKS);
    let (open, close) = if has_marks {
        ("‘", "’")
    } else {
        ("“", "”")
    };
    [open, quote, close].concat()
}

/// Returns the reference as one sentence: authors, title, source, date, paragraph, addresses.
#[must_use]
pub fn reference(work: &Work, passage: Option<&Passage>) -> String {
    let mut parts = vec![
        authors_of(work),
        titled(work.title()),
        work.source().to_owned(),
    ];
    parts.extend(work.date().map(crate::Date::in_words));
    parts.extend(passage.and_then(place_of));
    parts.push(work.url().to_owned());
    parts.extend(passage.map(|passage| passage.link.clone()));
    parts.retain(|part| !part.is_empty());
    let mut text = parts.join(", ");
    text.push('.');
    text
}

/// Returns the names of the authors: all up to three, else the first with "and others".
pub(crate) fn authors_of(work: &Work) -> String {
    let names: Vec<String> = work.authors().iter().map(crate::Name::spoken).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first, second] => [first, " and ", second].concat(),
        [first, second, third] => [first, ", ", second, " and ", third].concat(),
        [first, ..] => [first, " and others"].concat(),
    }
}

/// Returns the title in quotation marks.
fn titled(title: &str) -> String {
    if title.is_empty() {
        return String::new();
    }
    quoted(title)
}

/// Returns the paragraph of a passage: `¶ 12`.
pub(crate) fn place_of(passage: &Passage) -> Option<String> {
    (passage.number > 0).then(|| format!("¶\u{A0}{}", passage.number))
}
