//! Times of day: clocks in digits and words, and parts of the day.

use corpus::ByteSpan;

use super::numerals::ends_with_word;
use super::passages::mentions_in;
use crate::days::{self, DayKind, DayMention, Precision, Rule};

/// A stretch of a day in minutes since midnight, half open; the night goes on behind midnight.
pub(super) type Hours = (u16, u16);

/// A time of day to the minute, or to the half hour where the text says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) span: ByteSpan,
    /// The middle of what it can be, in minutes since midnight.
    pub(super) minute: i32,
    /// It can be so much earlier or later.
    pub(super) slack: i32,
    /// Whether it is told that it is morning or evening.
    pub(super) is_half_known: bool,
    /// "by noon": the moment is not at this time.
    pub(super) is_bound: bool,
}

const DAY: i32 = 24 * 60;

impl Clock {
    /// Minutes between two clocks that lie beyond what they can be; on the half of the day that brings them
    /// nearest where one of them does not say which.
    pub(super) fn apart(&self, other: &Self) -> i32 {
        let round = if self.is_half_known && other.is_half_known {
            DAY
        } else {
            DAY / 2
        };
        let apart = (self.minute - other.minute).rem_euclid(round);
        (apart.min(round - apart) - self.slack - other.slack).max(0)
    }

    /// Tells whether both can be one time.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        self.apart(other) < 3
    }
}

/// Words before a clock, with what they move it by and how far it can be from there, in minutes.
const SOFTENERS: &[(&str, i32, i32)] = &[
    ("shortly after", 12, 12),
    ("just after", 8, 8),
    ("soon after", 15, 15),
    ("shortly past", 12, 12),
    ("a little after", 12, 12),
    ("a little before", -12, 12),
    ("shortly before", -12, 12),
    ("just before", -8, 8),
    ("about", 0, 15),
    ("around", 0, 15),
    ("roughly", 0, 15),
    ("towards", 0, 20),
    ("toward", 0, 20),
];

/// The ends of the night, with their middle and how far they reach, in minutes.
const DIM: &[(&str, i32, i32)] = &[
    ("dawn", 360, 100),
    ("daybreak", 360, 100),
    ("sunrise", 390, 100),
    ("dusk", 1140, 120),
    ("sunset", 1140, 120),
    ("nightfall", 1170, 120),
];

/// Words before a clock that make it a bound and no time.
const BOUNDS: &[&str] = &["by", "before", "after", "until", "till", "since", "past"];

/// Returns the clocks of a stretch of text, in order.
pub(super) fn clocks(text: &str, span: ByteSpan, mentions: &[DayMention]) -> Vec<Clock> {
    let mut found: Vec<Clock> = in_words(text, span);
    for mention in mentions_in(mentions, span) {
        let is_known = found.iter().any(|clock| {
            mention.span.start < clock.span.end && clock.span.start < mention.span.end
        });
        let point = mention.edtf.map(|edtf| edtf.start);
        let told = point.filter(|point| point.precision == Precision::Minute);
        // "35 minutes later" is worked out.
        let is_clock = mention.rule != Rule::Offset;
        let minute = told
            .filter(|_| is_clock)
            .map(|point| (i32::from(point.minute), true))
            .or_else(|| (mention.rule == Rule::Clock).then(|| in_digits(mention.span.of(text)))?);
        if let Some((minute, is_half_known)) = minute.filter(|_| !is_known) {
            // Of "3 May at 3:40 a.m." the clock is what another account may tell otherwise.
            let written = mention.span.of(text);
            let is_dated = matches!(mention.kind, DayKind::Absolute | DayKind::Partial);
            let date = written.rfind(" at ").filter(|_| is_dated);
            let start = date.map_or(0, |at| at as u32 + 4);
            found.push(Clock {
                span: ByteSpan::new(mention.span.start + start, mention.span.end),
                minute,
                slack: 0,
                is_half_known,
                is_bound: false,
            });
        }
    }
    with_colons(text, span, &mut found);
    for clock in &mut found {
        soften(text, span, clock);
    }
    found.sort_unstable_by_key(|clock| clock.span.start);
    found
}

/// Reads what is said before a clock.
fn soften(text: &str, span: ByteSpan, clock: &mut Clock) {
    let before = text.get(span.start as usize..clock.span.start as usize);
    let before = before.unwrap_or_default().trim_end().to_lowercase();
    if let Some(&(_, moved, slack)) = SOFTENERS
        .iter()
        .find(|(word, ..)| ends_with_word(&before, word))
    {
        clock.minute += moved;
        clock.slack = clock.slack.max(slack);
    } else {
        clock.is_bound = BOUNDS.iter().any(|word| ends_with_word(&before, word));
    }
}

/// "8:12", where it is not read yet.
fn with_colons(text: &str, span: ByteSpan, found: &mut Vec<Clock>) {
    let passage = span.of(text);
    for (at, _) in passage.match_indices(':') {
        let (before, behind) = (&passage[..at], &passage[at + 1..]);
        let digits =
            |text: &str| text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let n_before = digits(before);
        let n_behind = behind
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(behind.len());
        let start = at - n_before;
        let is_free =
            !passage[..start].ends_with([':', '.', '-']) && !behind[n_behind..].starts_with(':');
        if !matches!((n_before, n_behind), (1 | 2, 2)) || !is_free {
            continue;
        }
        let Some((minute, is_half_known)) = in_digits(&passage[start..]) else {
            continue;
        };
        let end = span.start + (at + 1 + n_behind) as u32;
        if found.iter().any(|clock| clock.span.contains(end - 1)) {
            continue;
        }
        let half = half_of_day(text, end, span.end);
        // "12:30 a.m." is half an hour past midnight.
        let minute = match half {
            Some(is_late) if minute < 780 => minute % 720 + if is_late { 720 } else { 0 },
            _ => minute,
        };
        found.push(Clock {
            span: ByteSpan::new(span.start + start as u32, end),
            minute,
            slack: 0,
            is_half_known: is_half_known || half.is_some(),
            is_bound: false,
        });
    }
}

/// "half past ten", "twenty minutes to noon", "a quarter past two", "at noon".
fn in_words(text: &str, span: ByteSpan) -> Vec<Clock> {
    let mut words: Vec<(String, ByteSpan)> = Vec::new();
    analysis::tokens(span.of(text), &mut |token| {
        if token.kind == analysis::TokenKind::Word {
            let at = ByteSpan::new(token.span.start + span.start, token.span.end + span.start);
            words.push((token.term.to_owned(), at));
        }
    });
    let word = |at: usize| words.get(at).map_or("", |(word, _)| &**word);
    let mut found = Vec::new();
    for at in 0..words.len() {
        let last = |at: usize| words[at.min(words.len() - 1)].1.end;
        if let Some((minute, n)) = past_or_to(&word, at) {
            let half = half_of_day(text, last(at + n - 1), span.end);
            let is_noon = noon(word(at + n - 1)).is_some();
            let minute = half.map_or(minute, |is_late| {
                minute.rem_euclid(720) + if is_late { 720 } else { 0 }
            });
            found.push(Clock {
                span: ByteSpan::new(words[at].1.start, last(at + n - 1)),
                minute: minute.rem_euclid(DAY),
                slack: 0,
                is_half_known: is_noon || half.is_some(),
                is_bound: false,
            });
        }
        if let Some(&(_, minute, slack)) = DIM.iter().find(|(name, ..)| *name == word(at)) {
            found.push(Clock {
                span: words[at].1,
                minute,
                slack,
                is_half_known: true,
                is_bound: false,
            });
        }
        let is_soft = || {
            matches!(word(at), "after" | "before")
                && matches!(
                    word(at.wrapping_sub(1)),
                    "shortly" | "just" | "soon" | "little"
                )
        };
        if let Some(minute) = noon(word(at + 1)).filter(|_| word(at) == "at" || is_soft()) {
            found.push(Clock {
                span: words[at + 1].1,
                minute,
                slack: 0,
                is_half_known: true,
                is_bound: false,
            });
        } else if is_soft() {
            found.extend(bare_hour(text, span, words.get(at + 1)));
        }
    }
    found
}

/// Reads "a little before eight", behind which nothing is counted.
fn bare_hour(text: &str, span: ByteSpan, word: Option<&(String, ByteSpan)>) -> Option<Clock> {
    let (word, place) = word?;
    let hour = days::number(word).filter(|hour| (1..=12).contains(hour))?;
    let ends = text.get(place.end as usize..)?.starts_with([',', '.', ';']);
    let half = half_of_day(text, place.end, span.end);
    let late = if half == Some(true) { 720 } else { 0 };
    ends.then(|| Clock {
        span: *place,
        minute: i32::from(hour) % 12 * 60 + late,
        slack: 0,
        is_half_known: half.is_some(),
        is_bound: false,
    })
}

/// Reads "half past ten" at a word: its minute, and of how many words it is.
fn past_or_to<'w>(word: &dyn Fn(usize) -> &'w str, at: usize) -> Option<(i32, usize)> {
    let minutes = match word(at) {
        "half" => 30,
        "quarter" => 15,
        other => number(other).filter(|&minutes| minutes < 60)?,
    };
    let mut next = at + 1;
    let has_unit = word(next) == "minutes";
    next += usize::from(has_unit);
    let is_past = match word(next) {
        "past" => true,
        "to" => false,
        "after" if has_unit => true,
        "before" if has_unit => false,
        _ => return None,
    };
    let hour = match noon(word(next + 1)) {
        Some(minute) => minute / 60,
        None => number(word(next + 1)).filter(|hour| (1..=12).contains(hour))?,
    };
    // "by 16 to 13" is a vote: without a unit, only fives are minutes to the hour.
    let is_told = is_past || has_unit || matches!(minutes, 5 | 10 | 15 | 20 | 25);
    let is_worded = !word(at).starts_with(|c: char| c.is_ascii_digit()) || has_unit;
    (is_told && is_worded).then_some(())?;
    let minute = hour * 60 + if is_past { minutes } else { -minutes };
    Some((minute, next + 2 - at))
}

/// The middles of the day and of the night, in minutes since midnight.
fn noon(word: &str) -> Option<i32> {
    match word {
        "noon" | "midday" => Some(720),
        "midnight" => Some(0),
        _ => None,
    }
}

fn number(word: &str) -> Option<i32> {
    let digits = word.parse().ok().filter(|&number: &i32| number < 60);
    digits.or_else(|| days::number(word).map(i32::from))
}

/// "7:10", "8.15", "8": the minute, and whether morning and evening are told apart.
fn in_digits(mention: &str) -> Option<(i32, bool)> {
    let start = mention.find(|c: char| c.is_ascii_digit());
    let Some(start) = start else {
        // "They stood firm at five" tells no time.
        let (first, rest) = mention.split_once(' ')?;
        let hour = number(first).filter(|_| !rest.is_empty())?;
        let half = half_of_day(mention, 0, mention.len() as u32);
        let late = if half == Some(true) { 720 } else { 0 };
        return (1..=12)
            .contains(&hour)
            .then_some((hour % 12 * 60 + late, half.is_some()));
    };
    let digits = mention.get(start..)?;
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    let hour: i32 = digits.get(..end)?.parse().ok().filter(|hour| *hour < 25)?;
    let minutes = digits
        .get(end + 1..end + 3)
        .filter(|_| digits[end..].starts_with([':', '.']))
        .and_then(|minutes| minutes.parse::<i32>().ok());
    minutes.filter(|minutes| *minutes < 60).map(|minutes| {
        let is_known = hour > 12 || hour == 0 || digits.starts_with('0');
        (hour * 60 + minutes, is_known)
    })
}

/// What stands behind a clock tells the half of the day: "in the morning", "p.m.".
fn half_of_day(text: &str, from: u32, to: u32) -> Option<bool> {
    const REACH: u32 = 28;
    let mut end = to.min(from + REACH);
    while end > from && !text.is_char_boundary(end as usize) {
        end -= 1;
    }
    let behind = text.get(from as usize..end as usize)?.to_lowercase();
    let behind = behind.split([',', ';']).next().unwrap_or_default();
    let says = |words: &[&str]| words.iter().any(|word| behind.contains(word));
    if says(&["morning", "a.m.", " am "]) {
        Some(false)
    } else if says(&["afternoon", "evening", "p.m.", " pm ", "at night"]) {
        Some(true)
    } else {
        None
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, i32, bool)> {
        clocks(text, ByteSpan::new(0, text.len() as u32), &[])
            .iter()
            .filter(|clock| !clock.is_bound)
            .map(|clock| (clock.span.of(text), clock.minute, clock.is_half_known))
            .collect()
    }

    #[test]
    fn clocks_are_read_in_words_and_digits() {
        assert_eq!(
            read("twenty minutes to noon, then half past ten"),
            [
                ("twenty minutes to noon", 700, true),
                ("half past ten", 630, false)
            ]
        );
        assert_eq!(
            read("It was a quarter past two in the morning."),
            [("quarter past two", 135, true)]
        );
        assert_eq!(read("at 8:12 in the evening"), [("8:12", 1212, true)]);
        assert_eq!(read("shortly after midnight"), [("midnight", 12, true)]);
        assert_eq!(
            read("a little before eight, a little before eight men"),
            [("eight", 468, false)]
        );
        assert_eq!(
            read("at 12:30 a.m. and at 12:30 p.m."),
            [("12:30", 30, true), ("12:30", 750, true)]
        );
        assert_eq!(read("ten to midnight"), [("ten to midnight", 1430, true)]);
    }

    #[test]
    fn bounds_and_scores_are_no_clocks() {
        assert_eq!(read("by noon, by 16 to 13, a ratio of 3:1"), []);
        assert_eq!(read("until half past ten"), []);
    }

    #[test]
    fn clocks_of_an_unknown_half_of_the_day_agree_with_either() {
        let first = |text| clocks(text, ByteSpan::new(0, 60.min(str::len(text) as u32)), &[])[0];
        let (half_past, evening) = (first("half past ten"), first("22:30"));
        assert!(half_past.agrees(&evening) && half_past.agrees(&first("10:30")));
        assert_eq!(first("8:12 in the evening").apart(&first("20:40")), 28);
    }
}
