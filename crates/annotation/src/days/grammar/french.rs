//! French: dates, hours, the days next to a day.

use super::{Calendar, Clock, Expression, Grammar, Meaning};
use crate::days::Rule;
use crate::days::calendar::month_length;
use crate::days::lexicon::{Part, Unit, Word};
use crate::days::scan::Kind;

impl Grammar<'_> {
    pub(super) fn french(&self, at: usize) -> Option<Expression> {
        if let Some(found) = self.numeric(at) {
            return Some(found);
        }
        self.french_part(at)
            .or_else(|| self.french_clock(at))
            .or_else(|| self.french_days(at))
            .or_else(|| self.french_date(at))
            .or_else(|| self.french_relative(at))
            .or_else(|| self.french_year(at))
    }

    /// dans la nuit du 2 décembre, à l’aube du 7 décembre.
    fn french_part(&self, at: usize) -> Option<Expression> {
        let start = at + usize::from(self.word(at) == Word::That);
        let Word::Part(part) = self.word(start) else {
            return None;
        };
        let of = self.skip_word(start + 1, Word::Of);
        let mut found = self.french_date(of)?;
        found.first = at;
        found.part = Some(part);
        Some(found)
    }

    fn french_clock(&self, at: usize) -> Option<Expression> {
        let Some(Kind::Number(hour @ 0..=24, 1..=2)) = self.kind(at) else {
            return None;
        };
        if self.word(at + 1) != Word::OClock {
            return None;
        }
        // "pendant 20 heures" tells how long.
        if !matches!(
            self.word_before(at),
            Some(Word::At | Word::About | Word::Before | Word::Since)
        ) {
            return None;
        }
        let (mut minute, mut end) = (0, at + 2);
        if let Some(Kind::Number(minutes @ 0..=59, 2)) = self.kind(end) {
            (minute, end) = (minutes as u8, end + 1);
        }
        let mut found = Expression::new(at, end, Meaning::Clock, Rule::Clock);
        found.clock = Some(Clock {
            hour: hour as u8,
            minute,
            is_certain: true,
        });
        Some(found)
    }

    /// du 3 au 5 avril 2000, les 7 et 8 mars: days that share a month.
    fn french_days(&self, at: usize) -> Option<Expression> {
        let first = match self.kind(at)? {
            Kind::Number(value @ 1..=31, 1..=2) => value as u8,
            Kind::Ordinal(1) => 1,
            _ => return None,
        };
        let joins = matches!(self.word(at + 1), Word::To | Word::And)
            || matches!(self.mark(at + 1), Some('-' | '–'));
        let mut found = self.french_date(at + 2).filter(|_| joins)?;
        let Meaning::Date(to) = found.meaning else {
            return None;
        };
        to.day.filter(|last| *last > first)?;
        let from = Calendar {
            day: Some(first),
            ..to
        };
        found.first = at;
        found.meaning = Meaning::Range(from, to);
        found.rule = Rule::Range;
        Some(found)
    }

    fn french_date(&self, at: usize) -> Option<Expression> {
        let (weekday, start) = match self.word(at) {
            Word::Weekday(weekday) => (Some(weekday), at + 1),
            _ => (None, at),
        };
        let named = |start: usize| {
            let (day, next) = match self.kind(start)? {
                Kind::Number(value @ 1..=31, 1..=2) => (Some(value as u8), start + 1),
                Kind::Ordinal(day @ 1) => (Some(day), start + 1),
                _ => (None, start),
            };
            let (month, end) = match self.word(next) {
                Word::Month(month) => (month, next + 1),
                Word::ShortMonth(month) if day.is_some() => (month, self.skip_mark(next + 1, '.')),
                _ => return None,
            };
            let year = self.year(end);
            let is_valid = day.is_none_or(|day| day <= month_length(None, month));
            // "mars" and "mai" alone may be a planet and a name.
            let stands = day.is_some()
                || year.is_some()
                || matches!(
                    self.word_before(start),
                    Some(Word::In | Word::Since | Word::Early | Word::Mid | Word::Late)
                );
            (is_valid && stands).then_some((
                Calendar {
                    year,
                    month: Some(month),
                    day,
                    weekday,
                    ..Calendar::default()
                },
                end + usize::from(year.is_some()),
            ))
        };
        if let Some((calendar, end)) = named(start) {
            let rule = match (calendar.day, calendar.year) {
                (Some(_), Some(_)) => Rule::FullDate,
                (Some(_), None) => Rule::DayAndMonth,
                _ => Rule::Month,
            };
            return Some(Expression::new(at, end, Meaning::Date(calendar), rule));
        }
        // "le 6, des avions": the day of the month that was named before.
        if self.word(at) == Word::The
            && let Some(Kind::Number(value @ 1..=31, 1..=2)) = self.kind(at + 1)
            && self.mark(at + 2) == Some(',')
        {
            let calendar = Calendar {
                day: Some(value as u8),
                ..Calendar::default()
            };
            return Some(Expression::new(
                at,
                at + 2,
                Meaning::Date(calendar),
                Rule::DayOfMonth,
            ));
        }
        None
    }

    fn french_year(&self, at: usize) -> Option<Expression> {
        let year = self.year(at)?;
        let is_led = matches!(
            self.word_before(at),
            Some(
                Word::In
                    | Word::Since
                    | Word::Of
                    | Word::Early
                    | Word::Late
                    | Word::Mid
                    | Word::Before
            )
        );
        let calendar = Calendar {
            year: Some(year),
            ..Calendar::default()
        };
        let stands = is_led && !matches!(self.kind(at + 1), Some(Kind::Opaque));
        stands.then(|| Expression::new(at, at + 1, Meaning::Date(calendar), Rule::Year))
    }

    /// ce jour-là, le lendemain, la veille, ce soir-là.
    fn french_relative(&self, at: usize) -> Option<Expression> {
        if self.word(at) == Word::This
            && self.mark(at + 2) == Some('-')
            && self.word(at + 3) == Word::That
        {
            let part = match self.word(at + 1) {
                Word::Unit(Unit::Day) => None,
                Word::Part(part) => Some(part),
                _ => return None,
            };
            let mut found = Expression::new(at, at + 4, Meaning::Same(Unit::Day), Rule::SameDay);
            found.part = part;
            return Some(found);
        }
        let (by, rule) = match self.word(at) {
            Word::Yesterday => (-1, Rule::Deictic),
            Word::Tomorrow => (1, Rule::Deictic),
            Word::The | Word::That => match self.word(at + 1) {
                Word::Following => (1, Rule::NextDay),
                Word::Previous => (-1, Rule::NextDay),
                _ => return None,
            },
            _ => return None,
        };
        let (meaning, mut end) = match rule {
            Rule::Deictic => (
                Meaning::Deictic {
                    unit: Unit::Day,
                    by,
                },
                at + 1,
            ),
            _ => (
                Meaning::Adjacent {
                    unit: Unit::Day,
                    by,
                },
                at + 2,
            ),
        };
        let mut part = None;
        if let Word::Part(named @ (Part::Morning | Part::Evening)) = self.word(end) {
            (part, end) = (Some(named), end + 1);
        }
        let mut found = Expression::new(at, end, meaning, rule);
        found.part = part;
        Some(found)
    }
}
