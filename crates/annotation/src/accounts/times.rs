//! When a document's story was, and when the things were that a sentence tells.

use corpus::ByteSpan;
use sorting::{SmallSort, sort_numbers};

use super::Account;
use super::pairs::common;
use super::passages::mentions_in;
use crate::days::{self, Anchor, DayKind, DayMention, Precision, Rule};

/// Days this near to each other may be of one event, told with a mistake.
const NEAR_DAYS: i32 = 3;

/// What a document says of its time.
pub(super) struct Time {
    /// The days that its text gives, and short stretches and months, ascending.
    pub(super) told: Vec<Stretch>,
    /// The days, short stretches and months that it tells of, ascending: those that it comes back to, or all where
    /// it comes back to none; what is named in passing is of another story.
    main: Vec<Stretch>,
    /// How surely it gives days at all.
    pub(super) certainty: Certainty,
    /// Its own date.
    pub(super) own: Option<Stretch>,
    /// The days that its text gives with their year.
    dates: Vec<Stretch>,
    /// The days of months that its text gives, as `1207`, ascending.
    of_months: Vec<u32>,
    /// Those of them whose year it leaves out, and which are not of the months before it was written.
    without_year: Vec<u32>,
}

/// How surely a text says on which days its story was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    /// It gives no day.
    Nothing,
    /// It gives days by their names only, as a story of any year can: "on Sundays", "that Monday".
    Weekdays,
    /// It gives days of the calendar.
    Days,
}

impl Time {
    pub(super) fn is_near(&self, other: &Self) -> bool {
        let all =
            |time: &Self| -> Vec<Stretch> { time.main.iter().copied().chain(time.own).collect() };
        let others = all(other);
        all(self).iter().any(|&one| {
            others
                .iter()
                .any(|&other| can_be_one(Some(one), Some(other)))
        })
    }

    /// Tells whether both tell of one day.
    pub(super) fn shares_day(&self, other: &Self) -> bool {
        let mut days = self.told.iter().filter(|(from, to)| from == to);
        days.any(|day| other.told.binary_search(day).is_ok())
    }

    /// Tells whether both tell of one day of a month, the one or the other without the year.
    pub(super) fn shares_day_of_month(&self, other: &Self) -> bool {
        common(&self.without_year, &other.of_months)
            .next()
            .is_some()
            || common(&self.of_months, &other.without_year)
                .next()
                .is_some()
    }

    /// Tells whether it was written before anything happened that the other tells.
    pub(super) fn is_before(&self, other: &Self) -> bool {
        let is_sure = other.certainty == Certainty::Days;
        let days = other.main.iter().filter(|_| is_sure);
        let first = days.map(|main| main.0).min();
        let written = self.own.map(|own| own.1 + NEAR_DAYS);
        matches!((written, first), (Some(written), Some(first)) if written < first)
    }

    /// Tells whether another text, written later by more than a month, can tell the same: it gives a day of this
    /// one's, or no days but by their names.
    pub(super) fn is_retold_by(&self, later: &Self) -> bool {
        let (Some(own), Some(written)) = (self.own, later.own) else {
            return false;
        };
        let is_told = |&day: &Stretch| {
            let mut days = self.told.iter().filter(|(from, to)| from == to);
            days.any(|&own| can_be_one(Some(own), Some(day)))
        };
        let is_vague = later.certainty < Certainty::Days;
        self.certainty == Certainty::Days
            && written.0 - own.0 > MONTH
            && !later.is_before(self)
            && (is_vague || later.dates.iter().any(is_told))
    }

    /// The time of what is told without a day; nothing where the story is longer than a month.
    pub(super) fn of_story(&self) -> Option<Stretch> {
        let from = self.main.iter().map(|main| main.0).min()?;
        let to = self.main.iter().map(|main| main.1).max()?;
        (to - from <= MONTH).then_some((from, to))
    }
}

const MONTH: i32 = 31;

pub(super) fn time_of(account: &Account<'_>) -> Time {
    const SHORT: i32 = 14;
    let mut told: Vec<Stretch> = Vec::new();
    let mut dates: Vec<Stretch> = Vec::new();
    let mut certainty = Certainty::Nothing;
    for mention in account.days.iter().filter(|day| !is_of_writing(day)) {
        let bounds = mention.edtf.map(|edtf| edtf.bounds());
        let Some((from, to)) = bounds.filter(|(from, to)| to - from < MONTH) else {
            continue;
        };
        told.push((from, to));
        // A day with its clock is told twice over: it is no day in passing.
        let precision = mention.edtf.map(|edtf| edtf.start.precision);
        if mention.kind != DayKind::Time && precision == Some(Precision::Minute) {
            told.push((from, to));
        }
        if mention.kind == DayKind::Absolute && from == to {
            dates.push((from, to));
        }
        let is_of_calendar = !matches!(mention.kind, DayKind::Relative | DayKind::Time);
        if to - from < SHORT {
            certainty = certainty.max(if is_of_calendar {
                Certainty::Days
            } else {
                Certainty::Weekdays
            });
        }
    }
    // What a text opens with is its subject, though it may not come back to the day.
    let opening = told.iter().find(|(from, to)| from == to).copied();
    told.small_sort();
    let again = told.chunk_by(|a, b| a == b).filter(|same| same.len() >= 2);
    let mut main: Vec<Stretch> = again.map(|same| same[0]).collect();
    if main.is_empty() {
        main.clone_from(&told);
        main.dedup();
    }
    main.extend(opening);
    main.small_sort();
    main.dedup();
    let own = account.document.date.as_deref().and_then(days::bounds_of);
    let own = own.filter(|(from, to)| from == to);
    let (of_months, without_year) = days_of_months(account, own);
    Time {
        told,
        certainty,
        dates,
        of_months,
        without_year,
        main,
        own,
    }
}

/// Returns the days of months that a text gives, and those of them that may be of any year.
fn days_of_months(account: &Account<'_>, own: Option<Stretch>) -> (Vec<u32>, Vec<u32>) {
    /// A day this long before a text was written, in days, would be told with its year.
    const FRESH: i32 = 100;
    let text = &account.document.text;
    let (mut all, mut without_year) = (Vec::new(), Vec::new());
    for mention in account.days {
        let words = mention.span.of(text);
        let Some(edtf) = mention.edtf else {
            if mention.rule == Rule::DayAndMonth {
                let day = day_of_month(words);
                all.extend(day);
                without_year.extend(day);
            }
            continue;
        };
        let ends = [edtf.start, edtf.end.unwrap_or(edtf.start)];
        if ends.iter().any(|end| end.precision < Precision::Day) {
            continue;
        }
        let ends = ends.map(|end| u32::from(end.month) * 100 + u32::from(end.day));
        let is_fresh = own.is_none_or(|own| own.0 - edtf.bounds().0 <= FRESH);
        let is_yearless = matches!(mention.rule, Rule::DayAndMonth | Rule::Range)
            && !words
                .split(|c: char| !c.is_ascii_digit())
                .any(|digits| digits.len() == 4);
        if is_yearless && !is_fresh {
            without_year.extend(ends);
        }
        all.extend(ends);
    }
    for days in [&mut all, &mut without_year] {
        sort_numbers(days);
        days.dedup();
    }
    (all, without_year)
}

/// Reads "14 March" or "March 14" as `314`.
fn day_of_month(mention: &str) -> Option<u32> {
    let (mut month, mut day) = (None, None);
    for word in mention.split(|c: char| !c.is_ascii_alphanumeric()) {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        day = day.or(digits
            .parse()
            .ok()
            .filter(|day: &u32| (1..=31).contains(day)));
        month = month.or_else(|| days::month(&word.to_ascii_lowercase()));
    }
    Some(u32::from(month?) * 100 + day?)
}

/// Tells whether a mention has its day from the day of writing alone, which is not the story's in every text:
/// "he is a deputy today", "that night", and times of no day.
pub(super) fn is_of_writing(mention: &DayMention) -> bool {
    let is_now = matches!(
        mention.rule,
        Rule::Deictic | Rule::SameDay | Rule::PartOfDay
    ) || mention.kind == DayKind::Time;
    is_now && mention.anchor == Some(Anchor::DocumentDate)
}

/// A stretch of days, both ends included.
pub(super) type Stretch = (i32, i32);

/// The stretch of time that the mentions of a sentence cover; "since 2011" is how long, not when.
pub(super) fn stretch(text: &str, days: &[DayMention], span: ByteSpan) -> Option<Stretch> {
    let mut found: Option<Stretch> = None;
    for mention in mentions_in(days, span) {
        let Some(edtf) = mention.edtf else { continue };
        if is_of_writing(mention) {
            continue;
        }
        let before = text.get(span.start as usize..mention.span.start as usize);
        if before.is_some_and(|before| before.trim_end().ends_with("since")) {
            continue;
        }
        let (from, to) = edtf.bounds();
        let (least, most) = found.unwrap_or((from, to));
        found = Some((least.min(from), most.max(to)));
    }
    found
}

/// Tells whether two stretches can be of one event; what is not known can.
pub(super) fn can_be_one(one: Option<Stretch>, other: Option<Stretch>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.0 <= other.1 + NEAR_DAYS && other.0 <= one.1 + NEAR_DAYS,
        _ => true,
    }
}
