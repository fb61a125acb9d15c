//! Times of day, parts of the day, days of the week.

use super::{Clock, Expression, Grammar, Meaning};
use crate::days::Rule;
use crate::days::lexicon::{Part, Unit, Word};
use crate::days::scan::Kind;

impl Grammar<'_> {
    /// 8 p.m., half past four, six in the morning, and the day that may follow.
    pub(super) fn clock_with_day(&self, at: usize) -> Option<Expression> {
        if let Some(found) = self.two_clocks(at).or_else(|| self.military(at)) {
            return Some(found);
        }
        let (clock, part, next) = self.clock(at)?;
        let mut found = self
            .day_after_clock(next)
            .unwrap_or_else(|| Expression::new(at, next, Meaning::Clock, Rule::Clock));
        found.first = at;
        found.clock = Some(clock);
        found.part = found.part.or(part);
        // "at eleven that night": the part says which half of the day.
        if !clock.is_certain
            && let Some(part) = found.part
        {
            found.clock = Some(in_part(clock, part));
        }
        Some(found)
    }

    /// between 2 and 4 a.m., from 9:30 to 11 p.m., 2–4 p.m.: the half of the day holds for both.
    fn two_clocks(&self, at: usize) -> Option<Expression> {
        let (first, joint) = self.bare_clock(at)?;
        let is_joined = match self.word(joint) {
            Word::And => self.word_before(at) == Some(Word::Between),
            Word::To => true,
            _ => matches!(self.mark(joint), Some('-' | '–')),
        };
        let (second, next) = self.bare_clock(joint + 1).filter(|_| is_joined)?;
        let Word::HalfDay(is_after_noon) = self.word(next) else {
            return None;
        };
        let in_half = |clock: Clock, is_after_noon: bool| Clock {
            hour: clock.hour % 12 + if is_after_noon { 12 } else { 0 },
            is_certain: true,
            ..clock
        };
        let last = in_half(second, is_after_noon);
        let start = in_half(first, is_after_noon);
        // "from 11 to 2 a.m." begins in the other half.
        let is_after = (start.hour, start.minute) >= (last.hour, last.minute);
        let mut found = self
            .day_after_clock(next + 1)
            .unwrap_or_else(|| Expression::new(at, next + 1, Meaning::Clock, Rule::Clock));
        found.first = at;
        found.clock = Some(if is_after {
            in_half(first, !is_after_noon)
        } else {
            start
        });
        found.clock_end = Some(last);
        Some(found)
    }

    /// An hour of 1 to 12 with or without minutes, and the place after it.
    fn bare_clock(&self, at: usize) -> Option<(Clock, usize)> {
        let hour = self
            .small_number(at)
            .filter(|hour| (1..=12).contains(hour))?;
        let mut clock = Clock {
            hour,
            minute: 0,
            is_certain: false,
        };
        if matches!(self.mark(at + 1), Some(':' | '.'))
            && self.is_glued(at + 1)
            && let Some(Kind::Number(minutes @ 0..=59, 2)) = self.kind(at + 2)
        {
            clock.minute = minutes as u8;
            return Some((clock, at + 3));
        }
        Some((clock, at + 1))
    }

    /// 0140 GMT, 1830 hours.
    fn military(&self, at: usize) -> Option<Expression> {
        let Kind::Number(value, 4) = self.kind(at)? else {
            return None;
        };
        let is_clock = matches!(self.word(at + 1), Word::Zone | Word::Units(Unit::Hour));
        if !is_clock || value / 100 > 23 || value % 100 > 59 {
            return None;
        }
        let mut found = Expression::new(at, at + 2, Meaning::Clock, Rule::Clock);
        found.clock = Some(Clock {
            hour: (value / 100) as u8,
            minute: (value % 100) as u8,
            is_certain: true,
        });
        Some(found)
    }

    fn day_after_clock(&self, at: usize) -> Option<Expression> {
        let next = self.skip_mark(at, ',');
        let next = if matches!(self.word(next), Word::On | Word::Of) {
            next + 1
        } else {
            next
        };
        self.part_of_day(next)
            .or_else(|| self.weekday(next))
            .or_else(|| {
                let found = self.range_or_date(next)?;
                let has_day = matches!(
                    found.meaning,
                    Meaning::Date(calendar) if calendar.day.is_some()
                ) || matches!(found.meaning, Meaning::Numeric { .. });
                has_day.then_some(found)
            })
            .or_else(|| {
                let found = self.relative(next)?;
                let is_day = matches!(
                    found.meaning,
                    Meaning::Same(Unit::Day | Unit::Night)
                        | Meaning::Adjacent {
                            unit: Unit::Day | Unit::Night,
                            ..
                        }
                        | Meaning::Deictic {
                            unit: Unit::Day | Unit::Night,
                            ..
                        }
                );
                is_day.then_some(found)
            })
    }

    /// A clock time, the part of the day that it names, and the place after it.
    fn clock(&self, at: usize) -> Option<(Clock, Option<Part>, usize)> {
        match self.word(at) {
            Word::Half | Word::Quarter => return self.clock_in_words(at),
            Word::A if self.word(at + 1) == Word::Quarter => return self.clock_in_words(at + 1),
            Word::Part(Part::Noon) => return self.noon(at),
            _ => {}
        }
        let hour = self.small_number(at).filter(|hour| *hour <= 24)?;
        if self.is_glued(at)
            && !matches!(
                self.mark_before(at),
                Some('(' | '"' | '“' | '—' | '–' | '[')
            )
        {
            return None;
        }
        let is_digits = matches!(self.kind(at), Some(Kind::Number(..)));
        let mut next = at + 1;
        let mut minute = None;
        if is_digits
            && matches!(self.mark(next), Some(':' | '.'))
            && self.is_glued(next)
            && self.is_glued(next + 1)
            && let Some(Kind::Number(minutes @ 0..=59, 2)) = self.kind(next + 1)
        {
            minute = Some((minutes as u8, self.mark(next) == Some(':')));
            next += 2;
        }
        let minutes = minute.map_or(0, |(minutes, _)| minutes);
        let certain = |hour, next| {
            Some((
                Clock {
                    hour,
                    minute: minutes,
                    is_certain: true,
                },
                None,
                next,
            ))
        };
        if let Word::HalfDay(is_after_noon) = self.word(next) {
            return (1..=12)
                .contains(&hour)
                .then(|| certain(hour % 12 + if is_after_noon { 12 } else { 0 }, next + 1))?;
        }
        // Whether it is a clock at all has to be said: a colon, o'clock, a part of the day, "at".
        let is_oclock = self.word(next) == Word::OClock;
        if is_oclock {
            next += 1;
            if let Word::HalfDay(is_after_noon) = self.word(next) {
                return certain(hour % 12 + if is_after_noon { 12 } else { 0 }, next + 1);
            }
        }
        let clock = Clock {
            hour,
            minute: minutes,
            is_certain: false,
        };
        if (1..=12).contains(&hour)
            && let Some((part, after)) = self.in_the_part(next)
            && (!is_digits
                || is_oclock
                || minute.is_some()
                || self.word_before(at) == Some(Word::At))
        {
            return Some((in_part(clock, part), Some(part), after));
        }
        if let Some((_, is_colon)) = minute {
            // 20:00 and 08:15 tell the half of the day; 8:15 does not, and a score is 2:1.
            let is_written_out = matches!(self.kind(at), Some(Kind::Number(_, 2)));
            let is_score = !is_written_out && !self.is_led_to_clock(at);
            let goes_on = self.mark(next) == Some(':');
            // "at 7.30"; verses have names before them: Luke 10:30.
            let is_dotted =
                !is_colon && self.word_before(at) == Some(Word::At) && !self.is_counted(next);
            let is_verse = self.word_before(at) == Some(Word::Name);
            if !(is_colon || is_dotted) || is_score || is_verse || goes_on || hour == 24 {
                return None;
            }
            let is_certain = hour > 12 || hour == 0 || is_written_out && hour < 10;
            return Some((
                Clock {
                    is_certain,
                    ..clock
                },
                None,
                next,
            ));
        }
        let is_bare = (1..=12).contains(&hour)
            && (!is_digits || self.word_before(at) == Some(Word::At))
            && self.is_bare_hour(at, next);
        ((is_oclock && (1..=12).contains(&hour)) || is_bare).then_some((clock, None, next))
    }

    fn is_led_to_clock(&self, at: usize) -> bool {
        matches!(
            self.word_before(at),
            Some(
                Word::At
                    | Word::By
                    | Word::Until
                    | Word::From
                    | Word::About
                    | Word::Before
                    | Word::After
                    | Word::Since
                    | Word::Past
                    | Word::On
            )
        )
    }

    /// "at eleven on the last night", "shortly past eleven": an hour without any other sign.
    fn is_bare_hour(&self, at: usize, next: usize) -> bool {
        let day_follows = match self.word(next) {
            Word::On => true,
            Word::That | Word::This => matches!(self.word(next + 1), Word::Part(_)),
            Word::The => {
                matches!(
                    self.word(next + 1),
                    Word::Next | Word::Following | Word::Same
                ) && matches!(self.word(next + 2), Word::Part(_) | Word::Unit(Unit::Day))
            }
            _ => false,
        };
        match self.word_before(at) {
            // "conceded at nine, took it back at ten": in words only, and nothing that is counted after it.
            Some(Word::At) => {
                let is_word = matches!(self.kind(at), Some(Kind::Word(_)));
                let ends = match self.kind(next) {
                    None => true,
                    Some(Kind::Mark(mark)) => {
                        matches!(mark, ',' | '.' | ';' | '!' | '?' | '—' | '–')
                    }
                    // "at four and a quarter" is a rate.
                    Some(Kind::Word(word)) => {
                        word == Word::And && !matches!(self.word(next + 1), Word::A | Word::Half)
                    }
                    _ => false,
                };
                day_follows || is_word && ends
            }
            Some(Word::Past | Word::After | Word::Before) => {
                matches!(self.word(at.wrapping_sub(2)), Word::Just)
                    && (matches!(
                        self.word(next),
                        Word::A | Word::The | Word::Clause | Word::And | Word::In | Word::His
                    ) || !matches!(self.kind(next), Some(Kind::Word(_))))
            }
            _ => false,
        }
    }

    /// half past four, quarter to five.
    fn clock_in_words(&self, at: usize) -> Option<(Clock, Option<Part>, usize)> {
        let is_half = self.word(at) == Word::Half;
        let is_past = match self.word(at + 1) {
            Word::Past | Word::After => true,
            Word::To | Word::Before if !is_half => false,
            _ => return None,
        };
        let hour = self
            .small_number(at + 2)
            .filter(|hour| (1..=12).contains(hour))?;
        let minute = match (is_half, is_past) {
            (true, _) => 30,
            (false, true) => 15,
            (false, false) => 45,
        };
        let hour = if is_past { hour } else { (hour + 10) % 12 + 1 };
        let clock = Clock {
            hour,
            minute,
            is_certain: false,
        };
        let next = self.skip_word(at + 3, Word::OClock);
        if let Word::HalfDay(is_after_noon) = self.word(next) {
            let hour = hour % 12 + if is_after_noon { 12 } else { 0 };
            return Some((
                Clock {
                    hour,
                    minute,
                    is_certain: true,
                },
                None,
                next + 1,
            ));
        }
        match self.in_the_part(next) {
            Some((part, after)) => Some((in_part(clock, part), Some(part), after)),
            None => Some((clock, None, next)),
        }
    }

    fn noon(&self, at: usize) -> Option<(Clock, Option<Part>, usize)> {
        let is_led =
            self.is_led_to_clock(at) || self.mark_before(at).is_some() && !self.is_glued(at);
        let is_name = self.is_capital(at) && at > 0 && self.is_capital(at + 1);
        let noon = Clock {
            hour: 12,
            minute: 0,
            is_certain: true,
        };
        (is_led && !is_name).then_some((noon, None, at + 1))
    }

    /// "in the morning", "at night".
    fn in_the_part(&self, at: usize) -> Option<(Part, usize)> {
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
    fn day(&self, at: usize) -> Option<Expression> {
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
        // "on a Thursday", "one Thursday"
        if at == next && matches!(self.word_before(at), Some(Word::A | Word::Number(1))) {
            by = 4;
        }
        let mut found = Expression::new(at, end, Meaning::Weekday { weekday, by }, Rule::Weekday);
        found.part = part;
        Some(found)
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
                let is_adjective = matches!(
                    self.word_before(at),
                    Some(Word::The | Word::A | Word::His | Word::This)
                ) || goes_on
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
