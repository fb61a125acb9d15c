//! Arabic: dates with the months of the Levant, of Egypt and the Gulf, and of the Maghreb.

use super::{Calendar, Clock, Expression, Grammar, Meaning};
use crate::days::Rule;
use crate::days::calendar::month_length;
use crate::days::lexicon::{Part, Unit, Word};
use crate::days::scan::Kind;

impl Grammar<'_> {
    pub(super) fn arabic(&self, at: usize) -> Option<Expression> {
        if let Some(found) = self.numeric(at) {
            return Some(found);
        }
        let start = match self.word(at) {
            Word::Part(_) => at + 1,
            _ => at,
        };
        if let Some(mut found) = self.arabic_month(start) {
            if let Word::Part(part) = self.word(at) {
                found.part = Some(part);
                found.first = at;
            }
            return Some(found);
        }
        self.arabic_clock(at)
            .or_else(|| self.of_it(at))
            .or_else(|| self.following_day(at))
            .or_else(|| self.arabic_year(at))
    }

    /// Day, month and year; also in texts of other languages, since no other word looks like these.
    pub(super) fn arabic_month(&self, at: usize) -> Option<Expression> {
        let (day, next) = match self.kind(at)? {
            Kind::Number(value @ 1..=31, 1..=2) => (Some(value as u8), at + 1),
            _ => (None, at),
        };
        let (month, mut end) = self.arabic_name(next)?;
        // Both names may stand, one in brackets or after a slash.
        if self.mark(end) == Some('(')
            && let Some((other, after)) = self.arabic_name(end + 1)
            && other == month
            && self.mark(after) == Some(')')
        {
            end = after + 1;
        } else if self.mark(end) == Some('/')
            && let Some((other, after)) = self.arabic_name(end + 1)
            && other == month
        {
            end = after;
        }
        let year_at = match (self.word(end), self.word(end + 1)) {
            (Word::Unit(Unit::Year), _) => end + 1,
            (Word::In, Word::Unit(Unit::Year)) => end + 2,
            _ => end,
        };
        let year = self.year(year_at);
        if year.is_some() {
            end = year_at + 1;
        }
        let is_led = matches!(self.word_before(at), Some(Word::In | Word::Month(_)));
        if day.is_none() && year.is_none() && !is_led
            || day.is_some_and(|day| day > month_length(None, month))
        {
            return None;
        }
        let rule = match (day, year) {
            (Some(_), Some(_)) => Rule::FullDate,
            (Some(_), None) => Rule::DayAndMonth,
            _ => Rule::Month,
        };
        let calendar = Calendar {
            year,
            month: Some(month),
            day,
            ..Calendar::default()
        };
        Some(Expression::new(at, end, Meaning::Date(calendar), rule))
    }

    /// A month of one word, or kānūn and tishrīn with the first or the second.
    fn arabic_name(&self, at: usize) -> Option<(u8, usize)> {
        match (self.word(at), self.word(at + 1)) {
            (Word::Month(month), _) if self.tokens[at].is_arabic => Some((month, at + 1)),
            (Word::ShortMonth(first @ (10 | 12)), Word::Ordinal(n @ 1..=2))
                if self.tokens[at].is_arabic =>
            {
                let second = if first == 12 { 1 } else { 11 };
                Some((if n == 1 { first } else { second }, at + 2))
            }
            _ => None,
        }
    }

    /// الثامنة مساءً، الساعة العاشرة، الثانية بعد منتصف الليل: an hour with its part of the day, or after the
    /// word for "hour" or a preposition.
    fn arabic_clock(&self, at: usize) -> Option<Expression> {
        let start = at + usize::from(self.word(at) == Word::OClock);
        let (hour, mut next) = match (self.word(start), self.word(start + 1)) {
            (Word::Number(11), Word::Number(12)) => (11, start + 2),
            (Word::Number(2), Word::Number(12)) => (12, start + 2),
            (Word::Number(hour @ 1..=10), _) => (hour, start + 1),
            _ => match self.kind(start)? {
                Kind::Number(hour @ 1..=12, 1..=2) if start > at => (hour as u8, start + 1),
                _ => return None,
            },
        };
        let has_half = self.word(next) == Word::Half;
        next += usize::from(has_half);
        let clock = Clock {
            hour,
            minute: if has_half { 30 } else { 0 },
            is_certain: false,
        };
        let (part, end) = match (self.word(next), self.word(next + 1), self.word(next + 2)) {
            (Word::Part(part), ..) => (Some(part), next + 1),
            (Word::After, Word::Part(part), _) => (Some(part), next + 2),
            (Word::After, Word::Middle, Word::Part(_)) => (Some(Part::Dawn), next + 3),
            _ => (None, next),
        };
        let is_led = start > at || self.word_before(at) == Some(Word::At) && hour > 10;
        if part.is_none() && !is_led {
            return None;
        }
        let mut found = Expression::new(at, end, Meaning::Clock, Rule::Clock);
        found.clock = Some(part.map_or(clock, |part| super::weekdays::in_part(clock, part)));
        found.part = part;
        Some(found)
    }

    /// في ٣٠ منه: a day of the month that was named before.
    fn of_it(&self, at: usize) -> Option<Expression> {
        let Some(Kind::Number(value @ 1..=31, 1..=2)) = self.kind(at) else {
            return None;
        };
        let calendar = Calendar {
            day: Some(value as u8),
            ..Calendar::default()
        };
        (self.word(at + 1) == Word::That)
            .then(|| Expression::new(at, at + 2, Meaning::Date(calendar), Rule::DayOfMonth))
    }

    fn following_day(&self, at: usize) -> Option<Expression> {
        let is_day = self.word(at) == Word::Unit(Unit::Day) && self.word(at + 1) == Word::Next;
        let meaning = Meaning::Adjacent {
            unit: Unit::Day,
            by: 1,
        };
        is_day.then(|| Expression::new(at, at + 2, meaning, Rule::NextDay))
    }

    fn arabic_year(&self, at: usize) -> Option<Expression> {
        let year = self.year(at)?;
        let is_led = matches!(
            self.word_before(at),
            Some(Word::Unit(Unit::Year) | Word::In)
        );
        let calendar = Calendar {
            year: Some(year),
            ..Calendar::default()
        };
        is_led.then(|| Expression::new(at, at + 1, Meaning::Date(calendar), Rule::Year))
    }
}
