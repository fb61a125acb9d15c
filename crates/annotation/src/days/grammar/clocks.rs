//! Times of day, parts of the day, days of the week.

use super::weekdays::in_part;
use super::{Clock, Expression, Grammar, Meaning};
use crate::days::Rule;
use crate::days::lexicon::{Part, Unit, Word};
use crate::days::scan::Kind;

impl Grammar<'_> {
    /// 8 p.m., half past four, six in the morning, and the day that may follow.
    pub(super) fn clock_with_day(&self, at: usize) -> Option<Expression> {
        let two = self.two_clocks(at).or_else(|| self.two_whole_clocks(at));
        if let Some(found) = two.or_else(|| self.military(at)) {
            return Some(found);
        }
        let (clock, part, next) = self.clock(at)?;
        let next = self.skip_zone(next);
        let elsewhere = self.after_hour_elsewhere(next);
        let mut found = elsewhere
            .and_then(|after| self.day_after_clock(after))
            .or_else(|| self.day_after_clock(next))
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

    /// The place after the same hour elsewhere, in brackets: "11:00 am (0900 GMT) on Thursday".
    fn after_hour_elsewhere(&self, at: usize) -> Option<usize> {
        let is_zone = |place| self.word(place) == Word::Zone || self.is_text(place, "time");
        (self.mark(at) == Some('(')).then_some(())?;
        let close = (at + 2..at + 7).find(|&place| self.mark(place) == Some(')'))?;
        is_zone(close - 1).then_some(close + 1)
    }

    /// GMT, local time, Eastern time.
    fn skip_zone(&self, at: usize) -> usize {
        let is_zone = self.is_text(at, "local") || self.is_capital(at);
        if is_zone && self.is_text(at + 1, "time") {
            at + 2
        } else {
            self.skip_word(at, Word::Zone)
        }
    }

    /// "between … and", "from … to", "from … until", a dash.
    fn joins_clocks(&self, at: usize, joint: usize) -> bool {
        match self.word(joint) {
            Word::And => self.word_before(at) == Some(Word::Between),
            Word::To | Word::Until => self.word_before(at) == Some(Word::From),
            _ => matches!(self.mark(joint), Some('-' | '–')),
        }
    }

    /// between 6pm and 8pm, from 21:00 to 23:30: two times that are both written out.
    fn two_whole_clocks(&self, at: usize) -> Option<Expression> {
        let (first, _, joint) = self.clock(at)?;
        let (last, _, next) = self
            .joins_clocks(at, joint)
            .then(|| self.clock(joint + 1))??;
        let next = self.skip_zone(next);
        let mut found = self
            .day_after_clock(next)
            .unwrap_or_else(|| Expression::new(at, next, Meaning::Clock, Rule::Clock));
        found.first = at;
        (found.clock, found.clock_end) = (Some(first), Some(last));
        (first.is_certain && last.is_certain).then_some(found)
    }

    /// between 2 and 4 a.m., from 9:30 to 11 p.m., 2–4 p.m.: the half of the day holds for both.
    fn two_clocks(&self, at: usize) -> Option<Expression> {
        let (first, joint) = self.bare_clock(at)?;
        let is_joined = self.word(joint) == Word::To || self.joins_clocks(at, joint);
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

    /// 0140 GMT, 1830 hours; "at 0300", which is no year.
    fn military(&self, at: usize) -> Option<Expression> {
        let Kind::Number(value, 4) = self.kind(at)? else {
            return None;
        };
        let is_named = matches!(self.word(at + 1), Word::Zone | Word::Units(Unit::Hour));
        let is_led = value < 1000
            && matches!(
                self.word_before(at),
                Some(Word::At | Word::By | Word::Until | Word::Before | Word::After | Word::About)
            );
        if !is_named && !is_led || value / 100 > 23 || value % 100 > 59 {
            return None;
        }
        let end = at + 1 + usize::from(is_named);
        let mut found = self
            .day_after_clock(end)
            .filter(|_| is_named)
            .unwrap_or_else(|| Expression::new(at, end, Meaning::Clock, Rule::Clock));
        found.first = at;
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
        // "on the Saturday"
        let is_the =
            self.word(next) == Word::The && matches!(self.word(next + 1), Word::Weekday(_));
        let next = next + usize::from(is_the);
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

    /// Thursday at 10am, yesterday at noon, 8 December at 6 a.m.: the clock that follows a day belongs to it.
    pub(super) fn with_clock(&self, mut found: Expression) -> Expression {
        let has_day = match found.meaning {
            Meaning::Weekday { .. } => true,
            Meaning::Date(date) => date.day.is_some() && found.rule != Rule::NamedDay,
            Meaning::Deictic { unit, .. } => unit == Unit::Day,
            _ => false,
        };
        if !has_day || found.clock.is_some() || self.word(found.end) != Word::At {
            return found;
        }
        if let Some((clock, part, end)) = self.clock(found.end + 1)
            && clock.is_certain
        {
            found.clock = Some(clock);
            found.part = found.part.or(part);
            found.end = end;
        }
        found
    }

    /// A clock time, the part of the day that it names, and the place after it.
    fn clock(&self, at: usize) -> Option<(Clock, Option<Part>, usize)> {
        match self.word(at) {
            Word::Half | Word::Quarter => return self.clock_in_words(at),
            Word::A if self.word(at + 1) == Word::Quarter => return self.clock_in_words(at + 1),
            Word::Part(Part::Noon) => return self.noon(at),
            Word::Number(_) => {
                if let Some(found) = self.minutes_and_hour(at) {
                    return Some(found);
                }
            }
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
            // "at about four on Saturday afternoon"
            Some(Word::About) => day_follows && self.word(at.wrapping_sub(2)) == Word::At,
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

    /// ten past three, at twenty to nine, one minute to midnight.
    fn minutes_and_hour(&self, at: usize) -> Option<(Clock, Option<Part>, usize)> {
        let mut minutes = self.small_number(at)?;
        let mut next = at + 1;
        if minutes == 20 && self.mark(next) == Some('-') && self.word(next + 1) == Word::Number(5) {
            (minutes, next) = (25, next + 2);
        }
        let has_unit = matches!(
            self.word(next),
            Word::Unit(Unit::Minute) | Word::Units(Unit::Minute)
        );
        let next = next + usize::from(has_unit);
        let is_led = has_unit
            || matches!(
                self.word_before(at),
                Some(Word::At | Word::By | Word::About | Word::Until)
            );
        let is_past = match self.word(next) {
            Word::Past => true,
            Word::To if is_led => false,
            _ => return None,
        };
        if !(1..=29).contains(&minutes) || !has_unit && minutes % 5 != 0 {
            return None;
        }
        let (hour, is_certain) = match self.word(next + 1) {
            Word::Part(Part::Midnight) => (24, true),
            Word::Part(Part::Noon) => (12, true),
            _ => (self.small_number(next + 1)?, false),
        };
        if !is_certain && (!(1..=12).contains(&hour) || self.is_counted(next + 2)) {
            return None;
        }
        let at_minute = u16::from(hour) * 60;
        let at_minute = if is_past {
            at_minute + u16::from(minutes)
        } else {
            at_minute - u16::from(minutes)
        };
        let clock = Clock {
            hour: (at_minute / 60 % 24) as u8,
            minute: (at_minute % 60) as u8,
            is_certain,
        };
        match self.in_the_part(next + 2) {
            Some((part, after)) => Some((in_part(clock, part), Some(part), after)),
            None => Some((clock, None, next + 2)),
        }
    }

    /// "By nine the camps were lost.": an hour in words, where times of day have just been told.
    pub(super) fn hour_in_story(&self, at: usize, before: &[Expression]) -> Option<Expression> {
        let Kind::Word(Word::Number(hour @ 2..=12)) = self.kind(at)? else {
            return None;
        };
        let is_told = before.iter().rev().take(3).any(|found| {
            (found.clock.is_some() || found.part.is_some()) && at - found.end.min(at) < 60
        });
        let next = at + 1;
        let follows_clause = matches!(
            self.word(next),
            Word::Clause | Word::The | Word::His | Word::This | Word::That
        );
        // "At seven a plumber came", not "at seven a day"
        let follows_clause = follows_clause
            || self.word(next) == Word::A && !matches!(self.word(next + 1), Word::Unit(_));
        let ends = self.kind(next).is_none() || matches!(self.mark(next), Some(',' | '.' | ';'));
        let is_led = match self.word_before(at) {
            Some(Word::At | Word::Until) => follows_clause || ends || self.word(next) == Word::And,
            Some(Word::By) => follows_clause && self.is_capital(at - 1),
            _ => false,
        };
        let mut found = Expression::new(at, next, Meaning::Clock, Rule::Clock);
        found.clock = Some(Clock {
            hour,
            minute: 0,
            is_certain: false,
        });
        (is_told && is_led && !self.is_glued(at)).then_some(found)
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
        // "It was noon before the last was out."
        let is_told = at > 0 && self.is_text(at - 1, "was");
        let is_led = self.is_led_to_clock(at)
            || is_told
            || self.mark_before(at).is_some() && !self.is_glued(at);
        let is_name = self.is_capital(at) && at > 0 && self.is_capital(at + 1);
        let noon = Clock {
            hour: 12,
            minute: 0,
            is_certain: true,
        };
        (is_led && !is_name).then_some((noon, None, at + 1))
    }
}
