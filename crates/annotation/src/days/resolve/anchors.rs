//! Where the narrative stands.

use super::{Candidate, Value};
use crate::days::calendar::{Point, Precision};
use crate::days::grammar::{Base, Meaning, Tense};
use crate::days::lexicon::{Part, Unit};
use crate::days::years::Landmark;
use crate::days::{Anchor, Confidence, Rule};
use corpus::ByteSpan;

/// A day that others are counted from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day {
    pub(super) number: i32,
    pub(super) span: ByteSpan,
    pub(super) block: u32,
    pub(super) is_quoted: bool,
    /// Reached by weeks or more at once: "a week later he resigned".
    is_leap: bool,
}

/// The last time of day.
#[derive(Debug, Clone, Copy)]
struct Time {
    /// The number of its day.
    day: i32,
    minute: u16,
    /// A clock told it, and not a part of the day.
    is_exact: bool,
    /// The story came to this day by a clock after midnight: "At 2 a.m." is still the night before.
    is_past_midnight: bool,
    block: u32,
}

/// Until then, a night goes on that began before midnight.
const NIGHT_ENDS: u16 = 6 * 60;

/// The days that a text has come by.
#[derive(Debug, Default)]
pub(super) struct Narrative {
    /// The last day of the story.
    main: Option<Day>,
    /// The last day of a look back, in this paragraph.
    aside: Option<Day>,
    /// The last look back, in any paragraph.
    last_aside: Option<Day>,
    /// The last mention of any precision, with its place.
    last: Option<(Point, ByteSpan, u32)>,
    /// The same without looks back and ahead, from which the story goes on: "a year earlier he had been a clerk".
    last_of_story: Option<(Point, ByteSpan, u32)>,
    /// The last month without a day in this block, later than the last day.
    has_month_since: bool,
    clock: Option<Time>,
    /// The last day that is still to come.
    ahead: Option<Day>,
    /// The day of the story before `main`.
    before: Option<Day>,
    block: u32,
    /// The story goes on on a day that the text does not give.
    is_lost: bool,
}

/// A day is kept for so many blocks.
const REACH: u32 = 8;
/// A day this far from the story is a look back or ahead.
const FAR: i32 = 300;
/// Days this near to each other belong to one story.
const NEAR: i32 = 60;

impl Narrative {
    /// Begins a block, if it is another than the last one.
    pub(super) fn enter(&mut self, block: u32) {
        if block != self.block {
            self.block = block;
            self.aside = None;
            self.has_month_since = false;
        }
    }

    /// The day to count from, and how near it is. A quoted speaker counts from days in the quotation.
    pub(super) fn day(&self, candidate: &Candidate) -> Option<(Day, Confidence)> {
        if self.has_month_since {
            return None;
        }
        let day = self.ahead_of(candidate).or(self.aside).or(self.main)?;
        if candidate.is_quoted && !(day.is_quoted && day.block == candidate.block) {
            return None;
        }
        self.near(day, candidate.block)
    }

    /// What is still to come goes on from what has just been said to come.
    fn ahead_of(&self, candidate: &Candidate) -> Option<Day> {
        self.ahead.filter(|ahead| {
            candidate.expression.is_ahead() && candidate.block.saturating_sub(ahead.block) <= 2
        })
    }

    /// The day of the story in this block, for words that quote it without a day of their own.
    pub(super) fn day_around(&self, block: u32) -> Option<Day> {
        let day = self.aside.or(self.main)?;
        (day.block == block && !self.has_month_since).then_some(day)
    }

    /// The day of a clock time without one. After a leap of weeks, the next paragraph goes on with the day
    /// whose hours are told.
    pub(super) fn day_of_clock(&self, candidate: &Candidate) -> Option<(Day, Confidence)> {
        let (day, confidence) = self.day_of_story(candidate)?;
        let before = self
            .before
            .filter(|_| day.is_leap && day.block < candidate.block);
        Some(before.map_or((day, confidence), |before| (before, Confidence::Low)))
    }

    /// The same for clock times, which stories tell in anybody's words.
    pub(super) fn day_of_story(&self, candidate: &Candidate) -> Option<(Day, Confidence)> {
        let day = self.ahead_of(candidate).or(self.aside).or(self.main)?;
        self.near(day, candidate.block)
    }

    /// The day before which the story stood on the day that it has reached now.
    pub(super) fn day_before_last(&self) -> Option<Day> {
        self.before
    }

    /// The last look back, where it was no more than a few paragraphs ago.
    pub(super) fn look_back(&self, block: u32) -> Option<(Day, Confidence)> {
        let day = self.last_aside?;
        (block.saturating_sub(day.block) <= 3).then_some((day, Confidence::Medium))
    }

    /// Whether the last day was named in this block or the one before.
    pub(super) fn is_near(&self, block: u32) -> bool {
        let day = self.aside.or(self.main);
        day.is_some_and(|day| block.saturating_sub(day.block) <= 1)
    }

    /// The last day of the story, however far.
    pub(super) fn landmark(&self) -> Option<Landmark> {
        let day = self.aside.or(self.main)?;
        Some(Landmark {
            point: Point::day(day.number)?,
            span: day.span,
            block: day.block,
            opens_block: false,
        })
    }

    fn near(&self, day: Day, block: u32) -> Option<(Day, Confidence)> {
        match block.saturating_sub(day.block) {
            0 => Some((day, Confidence::High)),
            1..=2 => Some((day, Confidence::Medium)),
            3..=REACH => Some((day, Confidence::Low)),
            _ => None,
        }
    }

    /// The last mention with a value, of any precision.
    pub(super) fn last(&self, block: u32) -> Option<(Point, ByteSpan, Confidence)> {
        self.with_confidence(self.last, block)
    }

    /// The same, from which longer units are counted.
    pub(super) fn last_of_story(&self, block: u32) -> Option<(Point, ByteSpan, Confidence)> {
        self.with_confidence(self.last_of_story, block)
    }

    fn with_confidence(
        &self,
        mention: Option<(Point, ByteSpan, u32)>,
        block: u32,
    ) -> Option<(Point, ByteSpan, Confidence)> {
        let (point, span, at) = mention?;
        let confidence = match block.saturating_sub(at) {
            0 => Confidence::High,
            1..=2 => Confidence::Medium,
            3..=REACH => Confidence::Low,
            _ => return None,
        };
        Some((point, span, confidence))
    }

    /// Whether the story goes on on a day that the text does not give: "on a Thursday".
    pub(super) fn is_lost(&self) -> bool {
        self.is_lost
    }

    pub(super) fn last_year(&self) -> Option<u16> {
        self.last.map(|(point, ..)| point.year)
    }

    /// The last time of day on this day.
    pub(super) fn minute_of(&self, number: i32) -> Option<u16> {
        self.clock
            .filter(|time| time.day == number)
            .map(|time| time.minute)
    }

    /// The last time of day that a clock told.
    pub(super) fn last_minute(&self) -> Option<u16> {
        self.clock
            .filter(|time| time.is_exact)
            .map(|time| time.minute)
    }

    /// The day, and the minute on it, from which the next hour without its half of the day is looked for: the
    /// last time of this block or of the one before, or some hours before the middle of a part of the day.
    pub(super) fn time_before(&self, block: u32) -> Option<(i32, u16)> {
        let time = self.clock?;
        let slack = if time.is_exact { 0 } else { 120 };
        (block.saturating_sub(time.block) <= 1)
            .then(|| (time.day, time.minute.saturating_sub(slack)))
    }

    /// Whether the night goes on in which the story came to this day.
    pub(super) fn is_past_midnight(&self, number: i32) -> bool {
        self.clock.is_some_and(|time| {
            time.day == number && time.is_past_midnight && time.minute < NIGHT_ENDS
        })
    }

    /// Takes note of what an expression was resolved to.
    pub(super) fn advance(&mut self, candidate: &Candidate, value: &Value, today: Option<i32>) {
        let Some(edtf) = value.edtf else {
            if matches!(candidate.expression.meaning, Meaning::Weekday { by: 4, .. }) {
                (self.main, self.aside, self.clock) = (None, None, None);
                self.is_lost = true;
            }
            return;
        };
        // A clock time without a day tells nothing of the story's day.
        if value.anchor == Some(Anchor::DocumentDate)
            && candidate.expression.meaning == Meaning::Clock
        {
            return;
        }
        // "The night of 14 to 15 May" begins on the first of them.
        let is_one_night = candidate.expression.part == Some(Part::Night)
            && edtf
                .end
                .is_some_and(|end| end.number() - edtf.start.number() == 1);
        let point = match edtf.end {
            Some(end) if !is_one_night && candidate.expression.clock_end.is_none() => end,
            _ => edtf.start,
        };
        // A look at the writer's own day does not move the story, nor does a day in a name.
        let is_elsewhere = matches!(
            candidate.expression.rule,
            Rule::NamedDay | Rule::Decade | Rule::Century | Rule::Stretch
        ) || match candidate.expression.meaning {
            Meaning::Deictic { .. } => {
                !point.has_day() || edtf.end.is_some() || candidate.is_quoted
            }
            Meaning::Lone(_) => true,
            Meaning::AdjacentMonth { is_now: true, .. } => !point.has_day(),
            _ => false,
        };
        let named = Some((point, candidate.span, candidate.block));
        if is_elsewhere {
            if matches!(candidate.expression.rule, Rule::Decade) {
                (self.last, self.last_of_story) = (named, named);
            }
            // "4.1 percent last month, from 4.6 a month earlier"
            let is_past_unit =
                matches!(candidate.expression.meaning, Meaning::Deictic { by, .. } if by != 0);
            if is_past_unit && !candidate.is_quoted && !point.has_day() {
                self.last_of_story = named;
            }
            return;
        }
        self.last = named;
        // "The previous evening" is told before the story goes on where it was, and "ten years later he would be
        // minister" after it.
        let looks_back = match candidate.expression.meaning {
            Meaning::Adjacent { by: ..0, .. } | Meaning::Weekday { by: -2, .. } => true,
            Meaning::AdjacentMonth {
                by: ..0, is_now, ..
            } => !is_now,
            Meaning::Offset {
                sign: ..0, base, ..
            } => base != Base::Now,
            Meaning::Adjacent { .. } | Meaning::Offset { .. } => {
                candidate.expression.is_ahead() && !point.has_day()
            }
            _ => false,
        };
        if looks_back {
            return;
        }
        self.last_of_story = named;
        if !point.has_day() {
            self.has_month_since |= point.precision == Precision::Month;
            return;
        }
        let day = Day {
            number: point.number(),
            span: candidate.span,
            block: candidate.block,
            is_quoted: candidate.is_quoted,
            is_leap: matches!(
                candidate.expression.meaning,
                Meaning::Adjacent { unit, .. } | Meaning::Offset { unit, .. } if unit >= Unit::Week
            ),
        };
        // What is still to come is no part of the story, nor is the day on which somebody speaks of it.
        let is_ahead =
            candidate.expression.is_ahead() && today.is_some_and(|today| day.number >= today);
        if is_ahead {
            self.ahead = Some(day);
        }
        // "It was to be changed the following Monday": the story has not come there yet.
        let is_planned = candidate.expression.is_ahead()
            && self.main.is_some_and(|main| day.number > main.number)
            && matches!(
                candidate.expression.meaning,
                Meaning::Adjacent { .. } | Meaning::Offset { .. } | Meaning::Weekday { .. }
            );
        if is_planned {
            self.ahead = Some(day);
        }
        let is_to_come = is_ahead && today != Some(day.number) || is_planned;
        let is_said = candidate.expression.clause.is_said
            && value.anchor == Some(Anchor::DocumentDate)
            && matches!(candidate.expression.meaning, Meaning::Weekday { by: 0, .. });
        if self.main.is_some() && (is_to_come || is_said) {
            return;
        }
        self.has_month_since = false;
        let from = self.main.map(|main| main.number);
        self.set_day(day, candidate.expression.clause.tense);
        self.set_time(candidate, point, from);
    }

    /// Takes note of the time of day of an expression on the story's day; `from` is the day before it.
    fn set_time(&mut self, candidate: &Candidate, point: Point, from: Option<i32>) {
        let number = point.number();
        let is_exact = point.precision == Precision::Minute;
        let minute = if is_exact {
            Some(point.minute)
        } else {
            candidate.expression.part.map(minute_of_part)
        };
        let Some(minute) = minute else {
            if self.minute_of(number).is_none() {
                self.clock = None;
            }
            return;
        };
        let is_clock = candidate.expression.meaning == Meaning::Clock;
        let is_past_midnight =
            is_clock && (from == Some(number - 1) || self.is_past_midnight(number));
        self.clock = Some(Time {
            day: number,
            minute,
            is_exact,
            is_past_midnight,
            block: candidate.block,
        });
    }

    fn set_day(&mut self, day: Day, tense: Tense) {
        self.is_lost = false;
        let is_far = |from: Day| (from.number - day.number).abs() > FAR;
        if let Some(main) = self.main
            && is_far(main)
        {
            // A second day of the same time makes it the story.
            let is_story = self.last_aside.is_some_and(|aside| {
                aside.block != day.block && (aside.number - day.number).abs() <= NEAR
            });
            self.last_aside = Some(day);
            self.aside = Some(day);
            if is_story {
                self.main = Some(day);
            }
            return;
        }
        // "had been put off on 3 May": the story goes on where it was.
        if tense == Tense::Pluperfect && self.main.is_some_and(|main| day.number < main.number) {
            self.aside = Some(day);
            return;
        }
        self.aside = None;
        if self.main.is_some_and(|main| main.number != day.number) {
            self.before = self.main;
        }
        self.main = Some(day);
    }
}

/// When a part of the day begins, roughly.
pub(super) fn minute_of_part(part: Part) -> u16 {
    60 * match part {
        Part::Dawn => 5,
        Part::Morning => 8,
        Part::Noon => 12,
        Part::Afternoon => 14,
        Part::Dusk | Part::Evening => 18,
        Part::Night => 21,
        Part::Midnight => 23,
    }
}
