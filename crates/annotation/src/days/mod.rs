//! Days: the dates and times that a text mentions, resolved as far as the text allows.
//!
//! [`days`] finds expressions of time in the blocks of a document and gives each a value in the Extended
//! Date/Time Format (ISO 8601-2:2019), as exact as the text and no more: "in March" stays a month,
//! "about 1993" is `1993~`, "the 1980s" is `198X`. What counts from another day ("the next morning",
//! "on Sunday") is resolved by an [`Anchor`] that is named: a span of the text, the title, or the
//! document's own date. In a report, weekdays and dates without a year lie on the side that the tense of
//! their clause says ("met on Monday", "we leave on Monday"), and quoted words count from the day on which
//! they were spoken. What the text does not give has no value but a [`Reason`].
//!
//! English in full; French and Arabic with their months, absolute dates and the most common others;
//! numeric dates in every language. The layer is stored by [`write`](fn@write) and read by [`read`].
//!
//! | module | holds |
//! |---|---|
//! | `scan` | text to tokens: words by what they can do, numbers, marks |
//! | `lexicon` | the words of each language |
//! | `grammar` | tokens to expressions, and the tense of their clauses |
//! | `resolve` | expressions to mentions: anchors, years, clocks after midnight |
//! | `calendar` | days counted; EDTF |
//! | `codec` | the layer as bytes |

mod calendar;
mod codec;
mod grammar;
mod lexicon;
mod resolve;
mod scan;
#[cfg(test)]
mod tests;
mod years;

use analysis::Language;
use corpus::{ByteSpan, Document};

pub use calendar::{Edtf, Point, Precision};
pub use codec::{DaysError, place, read, write};

/// One mention of a day or time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayMention {
    /// Bytes of the document's plain text; inside one block.
    pub span: ByteSpan,
    /// What kind of expression it is.
    pub kind: DayKind,
    /// The value, or nothing where the text does not give it; then `reason` says why.
    pub edtf: Option<Edtf>,
    /// What the missing parts were taken from, where any were missing.
    pub anchor: Option<Anchor>,
    /// Why there is no value.
    pub reason: Option<Reason>,
    /// The rule that found it.
    pub rule: Rule,
    /// How far the value is to be trusted.
    pub confidence: Confidence,
    /// Index into the document's blocks.
    pub block: u32,
    /// The sentence around it, in bytes of the document's plain text.
    pub sentence: ByteSpan,
}

named! {
    /// The kinds of mentions.
    DayKind {
        /// Day, month and year are written.
        Absolute = "absolute",
        /// Some of them are: a year, a month, a day without its year, a decade.
        Partial = "partial",
        /// Two dates with a stretch between them.
        Range = "range",
        /// Counted from another day: weekdays, "the next morning", "two days later".
        Relative = "relative",
        /// A clock time or a part of the day, on a day that stands elsewhere.
        Time = "time",
    }
}

named! {
    /// How far a value is to be trusted.
    Confidence {
        /// Written out, or counted from a day in the same paragraph.
        High = "high",
        /// Counted from a day nearby or from the document's date.
        Medium = "medium",
        /// The nearest day was far, the words allow another reading, or there is no value.
        Low = "low",
    }
}

named! {
    /// The rules, by the form of what they find.
    Rule {
        /// 8 December 2024.
        FullDate = "full-date",
        /// 2024-12-08.
        IsoDate = "iso-date",
        /// 8/12/2024.
        NumericDate = "numeric-date",
        /// 8 December.
        DayAndMonth = "day-and-month",
        /// the 27th.
        DayOfMonth = "day-of-month",
        /// December 2024, in March.
        Month = "month",
        /// spring 2011.
        Season = "season",
        /// in 2011.
        Year = "year",
        /// the 1980s.
        Decade = "decade",
        /// the 19th century.
        Century = "century",
        /// 7 to 8 December.
        Range = "range",
        /// the September 11 attacks: a day in a name.
        NamedDay = "named-day",
        /// on Sunday, last Tuesday.
        Weekday = "weekday",
        /// that day, that same night, later that year.
        SameDay = "same-day",
        /// the next morning, the previous December.
        NextDay = "next-day",
        /// yesterday, last week, this month.
        Deictic = "deictic",
        /// two days later, three years ago.
        Offset = "offset",
        /// in the months following, recent weeks.
        Stretch = "stretch",
        /// 8 p.m., half past four.
        Clock = "clock",
        /// at dawn, overnight.
        PartOfDay = "part-of-day",
    }
}

named! {
    /// Why a mention has no value.
    Reason {
        /// No year is given, and none can be inferred from the dates around it.
        NoYear = "no year is given",
        /// There is no day nearby to count from.
        NoAnchor = "no day to count from",
        /// It counts from the day of writing, and the document has no date that is exact enough.
        NoDocumentDate = "the document has no date",
        /// Somebody is quoted, and the day of speaking is not known.
        Quoted = "the day of speaking is not known",
        /// The text leaves open how long.
        Open = "the text leaves it open",
        /// It counts from something that happened, whose day the text does not give.
        Event = "counted from an event without a day",
        /// Day and month may stand in either order.
        Ambiguous = "day and month could be either",
        /// Morning and evening are not told apart.
        HalfDay = "morning or evening is not said",
        /// The calendar has no such day.
        NoSuchDay = "there is no such day",
    }
}

/// What the missing parts of a mention were taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Another mention in the text.
    Text(ByteSpan),
    /// A date in the document's title.
    Title,
    /// The document's own date.
    DocumentDate,
}

/// Finds the mentions of days and times of a document, sorted by start, without overlaps.
///
/// Deterministic; never fails. Cost: linear in the length of the text, plus the product of the number
/// of dates without a year and that of dates with one.
///
/// # Example
///
/// ```
/// use annotation::days::days;
/// use corpus::{ReadOptions, Source, read};
///
/// let text = "On 7 December 2024 the ministers met in Doha. At 11 p.m. a car came. By 1 a.m. it had left.";
/// let source = Source { name: "night.txt".into(), bytes: text.into() };
/// let document = &read(&source, &ReadOptions::default()).documents[0];
/// let values: Vec<String> = days(document)
///     .iter()
///     .filter_map(|mention| mention.edtf)
///     .map(|edtf| edtf.to_string())
///     .collect();
/// assert_eq!(values, ["2024-12-07", "2024-12-07T23:00", "2024-12-08T01:00"]);
/// ```
#[must_use]
pub fn days(document: &Document) -> Vec<DayMention> {
    let language = Language::of(document.lang.as_deref());
    let mut found = Vec::new();
    for (block, place) in document.blocks.iter().zip(0..) {
        let text = block.span.of(&document.text);
        let tokens = scan::scan(text, language);
        for expression in grammar::expressions(text, &tokens, language) {
            let (Some(first), Some(last)) = (
                tokens.get(expression.first),
                tokens.get(expression.end.wrapping_sub(1)),
            ) else {
                continue;
            };
            // "just two days after", "about a week before"
            let is_softened = |at: usize| {
                use lexicon::Word::{About, Just, Only};
                matches!(tokens[at].kind, scan::Kind::Word(About | Just | Only))
            };
            let before = expression.first.checked_sub(1);
            let before = before.and_then(|at| {
                if is_softened(at) {
                    at.checked_sub(1)
                } else {
                    Some(at)
                }
            });
            let follows_comma = before.is_some_and(|at| {
                matches!(tokens[at].kind, scan::Kind::Mark(',' | '(' | '–' | '—'))
            });
            found.push(resolve::Candidate {
                span: ByteSpan::new(block.span.start + first.start, block.span.start + last.end),
                block: place,
                is_quoted: first.is_quoted,
                follows_comma,
                is_first: expression.first == 0,
                expression,
            });
        }
    }
    let title = scan::scan(&document.title, language);
    let title: Vec<_> = grammar::expressions(&document.title, &title, language)
        .into_iter()
        .map(|expression| expression.meaning)
        .collect();
    let mut mentions = resolve::resolve(document, language, &found, &title);
    add_sentences(document, &mut mentions);
    mentions
}

/// The first and last day of a document's own date, in days since 1 January 1970; nothing for what is no date.
pub(crate) fn bounds_of(date: &str) -> Option<(i32, i32)> {
    calendar::read(date).map(|point| Edtf::from(point).bounds())
}

/// The number that an English word in small letters stands for: "one" to "twenty", and the tens to "ninety".
pub(crate) fn number(word: &str) -> Option<u8> {
    match lexicon::english(word) {
        lexicon::Word::Number(number) => Some(number),
        _ => None,
    }
}

/// The month that an English word in small letters names, 1 to 12.
pub(crate) fn month(word: &str) -> Option<u8> {
    match lexicon::english(word) {
        lexicon::Word::Month(month) | lexicon::Word::ShortMonth(month) => Some(month),
        _ => None,
    }
}

/// The number of a day that is written as `20241207`, in days since 1 January 1970.
pub(crate) fn number_of(day: u32) -> i32 {
    let (year, month, of_month) = (day / 10_000, day / 100 % 100, day % 100);
    calendar::number(year as i32, month as u8, of_month as u8)
}

/// Gives each mention its sentence; blocks without mentions are not cut.
fn add_sentences(document: &Document, mentions: &mut [DayMention]) {
    let mut cut: Option<(u32, Vec<ByteSpan>)> = None;
    let mut at = 0;
    for mention in mentions {
        let Some(block) = document.blocks.get(mention.block as usize) else {
            continue;
        };
        if cut
            .as_ref()
            .is_none_or(|(place, _)| *place != mention.block)
        {
            let sentences = analysis::sentences(block.span.of(&document.text));
            cut = Some((mention.block, sentences));
            at = 0;
        }
        let Some((_, sentences)) = &cut else { continue };
        let start = mention.span.start - block.span.start;
        while at + 1 < sentences.len() && sentences[at].end <= start {
            at += 1;
        }
        let own = sentences.get(at).copied().unwrap_or(block.span);
        let shifted = ByteSpan::new(own.start + block.span.start, own.end + block.span.start);
        // An expression can cross a full stop: "8 Dec. 2024".
        mention.sentence = ByteSpan::new(shifted.start, shifted.end.max(mention.span.end));
    }
}
