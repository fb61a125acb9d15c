//! Days of the week, feasts, parts of the day.

use super::verbs::Verb;
use super::{Calendar, Clock, Expression, Grammar, Meaning};
use crate::days::Rule;
use crate::days::lexicon::{Part, Unit, Word};
use crate::days::scan::Kind;

impl Grammar<'_> {
    /// "in the morning", "at night".
    pub(super) fn in_the_part(&self, at: usize) -> Option<(Part, usize)> {
        let part_at = match (self.word(at), self.word(at + 1)) {
            (Word::In, Word::The) => at + 2,
            (Word::At, _) => at + 1,
            _ => return None,
        };
        match self.word(part_at) {
            Word::Part(part @ (Part::Morning | Part::Afternoon | Part::Evening | Part::Night)) => {
                Some((part, part_at + 1))
            }
            _ => None,
        }
    }

    /// The morning of 8 December, dawn on Sunday, the night of the 7th.
    pub(super) fn part_of_day(&self, at: usize) -> Option<Expression> {
        let mut next = self.skip_word(at, Word::The);
        while matches!(self.word(next), Word::Early | Word::Late) && next < at + 2 {
            next += 1;
            next = self.skip_mark(next, '-');
        }
        // "early on Sunday", "late on 8 December".
        if next > at
            && matches!(self.word(next - 1), Word::Early | Word::Late)
            && self.word(next) == Word::On
        {
            let mut found = self.day(next + 1)?;
            found.first = at;
            return Some(found);
        }
        // "the early hours of Sunday".
        let is_hours = self.word(next) == Word::Units(Unit::Hour) && next > at;
        let part = match self.word(next) {
            Word::Part(part) => Some(part),
            _ if is_hours => Some(Part::Morning),
            Word::Overnight => Some(Part::Night),
            Word::Unit(Unit::Weekend) => None,
            _ => return None,
        };
        // "midnight Thursday"
        let is_beside = matches!(self.word(next + 1), Word::Weekday(_)) && part.is_some();
        if !is_beside && !matches!(self.word(next + 1), Word::Of | Word::On) {
            return None;
        }
        let mut found = self.day(next + if is_beside { 1 } else { 2 })?;
        found.first = at;
        found.part = part;
        Some(found)
    }

    /// A day in any form but with a clock.
    pub(super) fn day(&self, at: usize) -> Option<Expression> {
        let found = self
            .weekday(at)
            .or_else(|| self.range_or_date(at))
            .or_else(|| {
                let found = self.relative(at)?;
                matches!(
                    found.meaning,
                    Meaning::Same(Unit::Day)
                        | Meaning::Adjacent {
                            unit: Unit::Day,
                            ..
                        }
                )
                .then_some(found)
            })?;
        let has_day = match found.meaning {
            Meaning::Date(calendar) => calendar.day.is_some(),
            Meaning::Range(from, _) => from.day.is_some(),
            _ => true,
        };
        has_day.then_some(found)
    }

    /// Sunday; last Tuesday; Sunday night; Saturday evening, December 7, 2024.
    pub(super) fn weekday(&self, at: usize) -> Option<Expression> {
        let (mut by, mut next) = (0, at);
        match self.word(at) {
            Word::Last | Word::Past => (by, next) = (-1, at + 1),
            Word::Next => (by, next) = (1, at + 1),
            Word::This if self.word(at + 1) == Word::Past => (by, next) = (-1, at + 2),
            Word::This => (by, next) = (3, at + 1),
            Word::That | Word::Early | Word::Late => next = at + 1,
            Word::The if matches!(self.word(at + 1), Word::Following | Word::Next) => {
                (by, next) = (2, at + 2);
            }
            Word::The if matches!(self.word(at + 1), Word::Previous) => (by, next) = (-2, at + 2),
            _ => {}
        }
        if !self.is_capital(next) {
            return None;
        }
        let (weekday, is_short) = match self.word(next) {
            Word::Weekday(weekday) => (weekday, false),
            Word::ShortWeekday(weekday) => (weekday, true),
            _ => return None,
        };
        let mut end = next + 1;
        if is_short {
            end = self.skip_mark(end, '.');
        }
        let mut part = None;
        let part_at = if matches!(self.word(end), Word::Early | Word::Late) {
            end + 1
        } else {
            end
        };
        if let Word::Part(named) = self.word(part_at) {
            part = Some(named);
            end = part_at + 1;
        }
        // "Friday of last week", "Tuesday next week", "Friday week"
        let is_the = at == next && self.word_before(at) == Some(Word::The);
        let week = self.skip_word(end, Word::Of);
        let of_week = match (self.word(week), self.word(week + 1)) {
            (Word::Last, Word::Unit(Unit::Week)) => Some((-7, week + 2)),
            (Word::Next, Word::Unit(Unit::Week)) => Some((7, week + 2)),
            (Word::That, Word::Unit(Unit::Week)) => Some((6, week + 2)),
            (Word::Unit(Unit::Week), _) if week == end && !is_short => Some((7, week + 1)),
            // "the Friday before", "the Monday after"
            (Word::Before | Word::After, after)
                if is_the
                    && week == end
                    && matches!(after, Word::Other | Word::And)
                    && !matches!(self.kind(week + 1), Some(Kind::Word(Word::Other))) =>
            {
                let is_before = self.word(week) == Word::Before;
                Some((if is_before { -2 } else { 2 }, week + 1))
            }
            _ => None,
        };
        if let Some((of_week, after)) = of_week.filter(|_| by == 0) {
            (by, end) = (of_week, after);
        }
        // With a date: the date says more.
        let date_at = self.skip_mark(end, ',');
        let date_at = self.skip_word(date_at, Word::The);
        if by == 0
            && let Some(mut found) = self.range_or_date(date_at)
            && let Meaning::Date(calendar) = &mut found.meaning
            && calendar.day.is_some()
        {
            calendar.weekday = Some(weekday);
            found.first = at;
            found.part = part;
            return Some(found);
        }
        if is_short || self.is_name_of_thing(at, next, end) {
            return None;
        }
        if is_the && by == 0 {
            by = 5;
        }
        // "on a Thursday", "one Thursday"
        if at == next && matches!(self.word_before(at), Some(Word::A | Word::Number(1))) {
            by = 4;
        }
        let mut found = Expression::new(at, end, Meaning::Weekday { weekday, by }, Rule::Weekday);
        found.part = part;
        Some(found)
    }

    /// the first Sunday in August, the last Friday of March 2023; and the place after it.
    pub(super) fn weekday_of_month(&self, at: usize) -> Option<(Calendar, usize)> {
        let nth = match (self.word(at), self.word(at + 1)) {
            (Word::The, Word::Ordinal(nth @ 1..=5)) => i8::try_from(nth).ok()?,
            (Word::The, Word::Last) => -1,
            _ => return None,
        };
        let Word::Weekday(weekday) = self.word(at + 2) else {
            return None;
        };
        if !matches!(self.word(at + 3), Word::In | Word::Of) {
            return None;
        }
        let (month, next) = self.month(at + 4, false)?;
        let (year, end) = self.year_after(next);
        let calendar = Calendar {
            nth: Some(nth),
            weekday: Some(weekday),
            ..year.with(month, None)
        };
        Some((calendar, end))
    }

    /// Friday prayers, Black Friday, the Sunday Times.
    fn is_name_of_thing(&self, at: usize, weekday: usize, end: usize) -> bool {
        let is_before_habit =
            self.word(end) == Word::Habit || self.word_before(at) == Some(Word::Every);
        let is_glued = self.is_glued(weekday) && self.mark_before(weekday) == Some('-');
        let follows_name = at == weekday
            && matches!(self.word_before(at), Some(Word::Name))
            && self.is_capital(at - 1)
            && at >= 2
            && !self.is_glued(at);
        // "said Blinken Sunday" is a day, "Black Friday" and "Palm Sunday" are none.
        let is_title = follows_name && self.is_capital(end) && self.word(end) == Word::Name;
        let is_in_title = self.word_before(at) == Some(Word::The) && self.is_capital(end);
        is_before_habit
            || is_glued
            || is_title
            || is_in_title
            || follows_name && self.is_feast(at - 1)
    }

    /// Whether the word makes a feast or an event of the weekday after it: short, and after "the" or "on".
    fn is_feast(&self, at: usize) -> bool {
        let token = self.tokens[at];
        matches!(
            self.word_before(at),
            Some(Word::On | Word::The | Word::In | Word::This) | None
        ) && token.end - token.start <= 6
    }

    /// by evening, until late afternoon, by mid-morning, during the night.
    fn led_part(&self, at: usize) -> Option<Expression> {
        let is_mid = self.word(at) == Word::Mid && self.mark(at + 1) == Some('-');
        let is_edge = matches!(self.word(at), Word::Early | Word::Late);
        let place = at + if is_mid { 2 } else { usize::from(is_edge) };
        let Word::Part(part @ (Part::Morning | Part::Afternoon | Part::Evening | Part::Night)) =
            self.word(place)
        else {
            return None;
        };
        let goes_on = match self.kind(place + 1) {
            Some(Kind::Word(word)) => {
                matches!(word, Word::Other | Word::Name | Word::Event | Word::Of)
            }
            Some(Kind::Mark(mark)) => mark == '-',
            _ => false,
        };
        let is_verb = self.verb(place + 1) != Verb::None;
        let is_led = match self.word_before(at) {
            Some(Word::By | Word::Until | Word::Since) => part != Part::Night,
            Some(Word::At | Word::About | Word::In) => is_mid,
            // "during the night"
            Some(Word::The) => {
                part == Part::Night && self.word_before(at - 1) == Some(Word::During) && place == at
            }
            _ => false,
        };
        let mut found = Expression::new(at, place + 1, Meaning::Clock, Rule::PartOfDay);
        found.part = Some(part);
        (is_led && (!goes_on || is_verb)).then_some(found)
    }

    /// dawn, midnight, overnight, sunset: a part of a day without a day.
    pub(super) fn lone_part(&self, at: usize) -> Option<Expression> {
        let is_capitalised = self.is_capital(at)
            && at > 0
            && !matches!(self.mark_before(at), Some('.' | '|' | '“' | '"'));
        if is_capitalised {
            return None;
        }
        // "in the early hours": whose morning it is, the story says.
        let is_early_hours = self.word(at) == Word::The
            && self.word(at + 1) == Word::Early
            && self.word(at + 2) == Word::Units(Unit::Hour);
        if is_early_hours && self.word_before(at) == Some(Word::In) {
            let mut found = Expression::new(at, at + 3, Meaning::Clock, Rule::PartOfDay);
            found.part = Some(Part::Dawn);
            return Some(found);
        }
        if let Some(found) = self.led_part(at) {
            return Some(found);
        }
        match self.word(at) {
            Word::Part(part @ (Part::Dawn | Part::Dusk | Part::Midnight)) => {
                let is_led = matches!(
                    self.word_before(at),
                    Some(
                        Word::At
                            | Word::By
                            | Word::Before
                            | Word::After
                            | Word::Until
                            | Word::Since
                            | Word::About
                            | Word::Past
                    )
                );
                // "before daylight savings", "at dawn raids".
                let stands = !matches!(
                    self.kind(at + 1),
                    Some(Kind::Word(Word::Other | Word::Name | Word::Counted))
                ) || !matches!(self.word_before(at), Some(Word::Before | Word::After));
                let mut found = Expression::new(at, at + 1, Meaning::Clock, Rule::PartOfDay);
                // "Shortly before midnight" is still the night of that day.
                let is_before =
                    part == Part::Midnight && self.word_before(at) == Some(Word::Before);
                found.part = Some(if is_before { Part::Night } else { part });
                (is_led && stands).then_some(found)
            }
            Word::Overnight => {
                let goes_on = matches!(
                    self.kind(at + 1),
                    Some(Kind::Word(
                        Word::Other | Word::Name | Word::Counted | Word::Event
                    ))
                );
                // "Overnight work is forbidden.", not "Overnight there was rain."
                let opens = at == 0 || self.ends_clause(at - 1, at);
                let is_adjective = matches!(
                    self.word_before(at),
                    Some(Word::The | Word::A | Word::His | Word::This)
                ) || opens
                    && self.word(at + 1) == Word::Other
                    && self.verb(at + 1) == Verb::None
                    || goes_on
                        && !matches!(self.mark_before(at), Some('.' | ','))
                        && at > 0
                        && !matches!(self.word_before(at), Some(Word::Other | Word::Name));
                let mut found = Expression::new(at, at + 1, Meaning::Clock, Rule::PartOfDay);
                found.part = Some(Part::Night);
                (!is_adjective).then_some(found)
            }
            _ => None,
        }
    }
}

/// Puts an hour of one to twelve into a part of the day.
pub(super) fn in_part(clock: Clock, part: Part) -> Clock {
    let hour = clock.hour % 12;
    let is_after_noon = match part {
        Part::Dawn | Part::Morning => false,
        Part::Noon | Part::Afternoon | Part::Dusk | Part::Evening => true,
        // Two at night is after midnight, eleven before it.
        Part::Night | Part::Midnight => hour >= 6,
    };
    Clock {
        hour: hour + if is_after_noon { 12 } else { 0 },
        is_certain: true,
        ..clock
    }
}
