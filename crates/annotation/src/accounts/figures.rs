//! Numbers with the things that they count, and times of day.

use corpus::ByteSpan;

use super::passages::Word;

/// A number of things.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure {
    pub(super) value: f64,
    /// The number as written.
    pub(super) span: ByteSpan,
    /// The thing that is counted: a feature and where it stands.
    pub(super) unit: Word,
}

const SMALL: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen twenty";

/// Between a number and what it counts at most so many other words may stand: "28 new seats".
const REACH_WORDS: usize = 1;

/// Returns the figures of a passage; `words` are its content words in order, `days` what belongs to dates.
///
/// A number counts the first or second content word after it, close behind; numbers inside dates, ordinals,
/// and numbers that end their clause count nothing.
pub(super) fn figures(
    text: &str,
    span: ByteSpan,
    words: &[Word],
    days: &[ByteSpan],
) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut tokens: Vec<(ByteSpan, f64)> = Vec::new();
    analysis::tokens(span.of(text), &mut |token| {
        let at = ByteSpan::new(token.span.start + span.start, token.span.end + span.start);
        if token.kind == analysis::TokenKind::Word
            && let Some(value) = value_of(token.term)
            && !days
                .iter()
                .any(|day| day.start <= at.start && at.start < day.end)
        {
            tokens.push((at, value));
        }
    });
    for (at, mut value) in tokens {
        // "the 14-nation accord" counts nothing that another text could count.
        if text
            .get(at.end as usize..)
            .is_some_and(|rest| rest.starts_with('-'))
        {
            continue;
        }
        let mut span = at;
        let first = words.partition_point(|word| word.span.start < at.end);
        let mut rest = words[first..].iter();
        let mut unit = rest.next().copied();
        // "150 thousand men"
        if let Some(word) = unit
            && let Some(scale) = scale_of(word.span.of(text))
        {
            value *= scale;
            span = ByteSpan::new(at.start, word.span.end);
            unit = rest.next().copied();
        }
        for _ in 0..REACH_WORDS {
            // An adjective stands before what is counted; a plural is what is counted.
            match unit {
                Some(word) if !is_counted(word.span.of(text)) && touches(text, span, word.span) => {
                    let next = rest.next().copied().filter(|next| {
                        is_counted(next.span.of(text)) && touches(text, word.span, next.span)
                    });
                    unit = next.or(unit);
                }
                _ => {}
            }
        }
        if let Some(unit) = unit
            && is_counted(unit.span.of(text))
            && gap(text, span.end, unit.span.start).is_some_and(|gap| {
                gap.len() <= 16 && !gap.contains([',', '.', ';', ':', '(', ')', '—', '“', '”', '"'])
            })
        {
            found.push(Figure { value, span, unit });
        }
    }
    found
}

/// Tells whether a word is one that a number counts: a plural, or what is said of people in numbers.
///
/// Years, times and shares are measures of many things at once.
fn is_counted(word: &str) -> bool {
    const MEASURES: &[&str] = &[
        "years", "times", "percents", "days", "hours", "minutes", "weeks", "months",
    ];
    const PLURALS: &[&str] = &[
        "men", "women", "people", "children", "dead", "killed", "wounded", "injured", "km",
        "police",
    ];
    let word = word.to_lowercase();
    let is_plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
    (is_plural && !MEASURES.contains(&&*word)) || PLURALS.contains(&&*word)
}

fn touches(text: &str, one: ByteSpan, next: ByteSpan) -> bool {
    gap(text, one.end, next.start).is_some_and(|gap| gap.trim().is_empty() || gap == "-")
}

fn gap(text: &str, from: u32, to: u32) -> Option<&str> {
    text.get(from as usize..to as usize)
}

fn value_of(term: &str) -> Option<f64> {
    if term.starts_with(|c: char| c.is_ascii_digit()) {
        return term.replace(',', "").parse().ok();
    }
    // Most words are none of the numbers, and tell it by length and first letter.
    let first = term.as_bytes().first();
    if !(3..=9).contains(&term.len()) || !first.is_some_and(|first| b"zotfsen".contains(first)) {
        return None;
    }
    // "one" is too often no number.
    let at = SMALL
        .split_ascii_whitespace()
        .position(|word| word == term)?;
    (at != 1).then_some(at as f64)
}

fn scale_of(word: &str) -> Option<f64> {
    match &*word.to_lowercase() {
        "hundred" => Some(1e2),
        "thousand" => Some(1e3),
        "million" => Some(1e6),
        "billion" => Some(1e9),
        _ => None,
    }
}

/// A stretch of a day in minutes since midnight, half open; the night goes on behind midnight.
pub(super) type Hours = (u16, u16);

/// Parts of the day, in hours; wide enough that two which touch do not differ.
const PARTS: &[(&str, u16, u16)] = &[
    ("dawn", 4, 8),
    ("daybreak", 4, 8),
    ("sunrise", 4, 8),
    ("morning", 4, 13),
    ("noon", 11, 14),
    ("midday", 11, 14),
    ("afternoon", 12, 19),
    ("dusk", 16, 21),
    ("sunset", 16, 21),
    ("evening", 16, 24),
    ("night", 18, 30),
    ("midnight", 23, 25),
    ("aube", 4, 8),
    ("matin", 4, 13),
    ("midi", 11, 14),
    ("soir", 16, 24),
    ("nuit", 18, 30),
];

/// Returns the parts of the day that a passage names, with their hours.
pub(super) fn parts_of_day(text: &str, span: ByteSpan) -> Vec<(ByteSpan, Hours)> {
    let mut found = Vec::new();
    analysis::tokens(span.of(text), &mut |token| {
        let part = PARTS.iter().find(|(word, ..)| *word == token.term);
        if let Some(&(_, from, to)) = part {
            let at = ByteSpan::new(token.span.start + span.start, token.span.end + span.start);
            found.push((at, (from * 60, to * 60)));
        }
    });
    found
}
