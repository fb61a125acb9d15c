//! Ranges of dates, days in a row, and dates in figures alone.

use super::years::{LIKELY_YEARS, YEARS};
use super::{Calendar, Expression, Grammar, Meaning};
use crate::days::Rule;
use crate::days::calendar::month_length;
use crate::days::lexicon::Word;
use crate::days::scan::Kind;

impl Grammar<'_> {
    /// A date, or two with "to" between them.
    pub(super) fn range_or_date(&self, at: usize) -> Option<Expression> {
        if let Some(found) = self.numeric(at).or_else(|| self.decade(at)) {
            return Some(found);
        }
        if let Some(found) = self.short_range(at) {
            return Some(found);
        }
        let (from, end) = self.calendar(at)?;
        let between = self.word_before(at) == Some(Word::Between);
        if let Some(second) = self.connector(end, between)
            && let Some((to, end)) = self.calendar_after(second)
            && let Some(found) = self.range(at, from, to, end)
        {
            return Some(found);
        }
        let rule = match from {
            Calendar {
                year: Some(_),
                month: Some(_),
                day: Some(_),
                ..
            } => Rule::FullDate,
            Calendar {
                month: Some(_),
                day: Some(_),
                ..
            } => Rule::DayAndMonth,
            Calendar {
                month: Some(21..=24),
                ..
            } => Rule::Season,
            Calendar { month: Some(_), .. } => Rule::Month,
            Calendar { day: Some(_), .. } => Rule::DayOfMonth,
            _ => Rule::Year,
        };
        let rule = if rule != Rule::Year && self.word(end) == Word::Event {
            Rule::NamedDay
        } else {
            rule
        };
        Some(Expression::new(at, end, Meaning::Date(from), rule))
    }

    fn range(
        &self,
        at: usize,
        mut from: Calendar,
        mut to: Calendar,
        end: usize,
    ) -> Option<Expression> {
        // "from March to May 2015": what the first does not say, the second may.
        if from.year.is_none() {
            from.year = to.year;
        }
        if to.year.is_none() && from.year.is_some() && to.month >= from.month {
            to.year = from.year;
        }
        let is_same_kind = from.month.is_some() == to.month.is_some();
        let is_ordered = match (from.year, to.year) {
            (Some(from), Some(to)) => from <= to,
            _ => true,
        };
        (is_same_kind && is_ordered)
            .then(|| Expression::new(at, end, Meaning::Range(from, to), Rule::Range))
    }

    /// 1989-90, 2011–12, 2019/20: the second year in two digits, where it is the next one or follows a long dash;
    /// 1901–1904: in four, after a long dash.
    fn short_range(&self, at: usize) -> Option<Expression> {
        let Some(Kind::Number(first, 4)) = self.kind(at) else {
            return None;
        };
        let mark = self
            .mark(at + 1)
            .filter(|mark| matches!(mark, '-' | '–' | '/'))?;
        let second = match self.kind(at + 2) {
            Some(Kind::Number(second, 2)) => first / 100 * 100 + second,
            Some(Kind::Number(second, 4)) if mark == '–' => second,
            _ => return None,
        };
        let is_glued = !self.is_glued(at) && self.is_glued(at + 1) && self.is_glued(at + 2);
        let is_next = second == first + 1;
        let fits = second > first && (mark == '–' || is_next || mark == '-' && second % 100 > 12);
        let goes_on = self.is_glued(at + 3) && matches!(self.mark(at + 3), Some('-' | '/' | ':'));
        if !is_glued
            || !fits
            || goes_on
            || !LIKELY_YEARS.contains(&first)
            || !LIKELY_YEARS.contains(&second)
        {
            return None;
        }
        let year = |value: u32| Calendar {
            year: Some(value as u16),
            ..Calendar::default()
        };
        let meaning = Meaning::Range(year(first), year(second));
        Some(Expression::new(at, at + 3, meaning, Rule::Range))
    }

    /// The place after a word or dash that joins the two ends of a range.
    fn connector(&self, at: usize, is_between: bool) -> Option<usize> {
        match self.kind(at)? {
            Kind::Word(Word::To | Word::Until) => Some(at + 1),
            Kind::Word(Word::And) if is_between => Some(at + 1),
            Kind::Mark('-' | '–' | '—') => Some(at + 1),
            _ => None,
        }
    }

    /// A date as the second end of a range, where a year needs no further sign.
    fn calendar_after(&self, at: usize) -> Option<(Calendar, usize)> {
        let at = if matches!(self.word(at), Word::Early | Word::Late | Word::About) {
            at + 1
        } else {
            at
        };
        if let Some(year) = self.year(at) {
            return Some((
                Calendar {
                    year: Some(year),
                    ..Calendar::default()
                },
                at + 1,
            ));
        }
        self.calendar(at)
    }

    /// Days that share a month: 7 to 8 December, 28 and 29 November, November 27-30.
    pub(super) fn days_of(&self, at: usize) -> Option<Expression> {
        let start = self.skip_word(at, Word::The);
        let joins = |at: usize| {
            matches!(self.word(at), Word::To | Word::And | Word::Until)
                || matches!(self.mark(at), Some('-' | '–' | '—' | '/'))
        };
        if let Some((first, next)) = self.day_number(start)
            && joins(next)
            && !(self.is_glued(start) && self.mark_before(start).is_some_and(|mark| mark == '-'))
        {
            let second = self.skip_word(next + 1, Word::The);
            let (to, end) = self.day_and_month(second)?;
            let last = to.day.filter(|last| *last > first)?;
            let from = Calendar {
                day: Some(first),
                ..to
            };
            let to = Calendar {
                day: Some(last),
                ..to
            };
            return Some(Expression::new(
                at,
                end,
                Meaning::Range(from, to),
                Rule::Range,
            ));
        }
        let (month, next) = self.month(start, false)?;
        let (first, next) = self.day_number(next)?;
        let (last, after) = joins(next).then(|| self.day_number(next + 1))??;
        if last <= first || last > month_length(None, month) || self.is_counted(after) {
            return None;
        }
        // "December 8 and 9 men": the second number counts something.
        if matches!(
            self.word(after),
            Word::Month(_) | Word::HalfDay(_) | Word::Of
        ) {
            return None;
        }
        if self.word(next) == Word::And
            && self.word(after) == Word::Other
            && matches!(self.kind(after), Some(Kind::Word(_)))
        {
            return None;
        }
        let (year, end) = self.year_after(after);
        let from = year.with(month, Some(first));
        let to = Calendar {
            day: Some(last),
            ..from
        };
        Some(Expression::new(
            at,
            end,
            Meaning::Range(from, to),
            Rule::Range,
        ))
    }

    /// 2024-12-08, 8.12.2024, 03/04/2024.
    pub(super) fn numeric(&self, at: usize) -> Option<Expression> {
        if let Some(found) = self.days_of(at) {
            return Some(found);
        }
        let Some(Kind::Number(first, n_first)) = self.kind(at) else {
            return None;
        };
        if self.is_glued(at) && matches!(self.mark_before(at), Some('/' | '-' | '.' | ':' | '$')) {
            return None;
        }
        let separator = self
            .mark(at + 1)
            .filter(|mark| matches!(mark, '-' | '/' | '.'))?;
        let Some(Kind::Number(second, 1..=2)) = self.kind(at + 2) else {
            return None;
        };
        if !self.is_glued(at + 1) || !self.is_glued(at + 2) || second == 0 {
            return None;
        }
        let third = match self.kind(at + 4) {
            Some(Kind::Number(value, n_digits))
                if self.mark(at + 3) == Some(separator)
                    && self.is_glued(at + 3)
                    && self.is_glued(at + 4) =>
            {
                Some((value, n_digits))
            }
            _ => None,
        };
        let date = |year: u32, month: u32, day: u32| {
            let is_valid = (1..=12).contains(&month)
                && day >= 1
                && day <= month_length(Some(year as u16), month as u8).into();
            is_valid.then_some(Calendar {
                year: Some(year as u16),
                month: Some(month as u8),
                day: Some(day as u8),
                ..Calendar::default()
            })
        };
        match (n_first, third) {
            (4, Some((day, 1..=2))) if YEARS.contains(&first) && separator != '.' => {
                let calendar = date(first, second, day)?;
                Some(Expression::new(
                    at,
                    at + 5,
                    Meaning::Date(calendar),
                    Rule::IsoDate,
                ))
            }
            (4, None)
                if YEARS.contains(&first)
                    && separator == '-'
                    && (1..=12).contains(&second)
                    && matches!(self.kind(at + 2), Some(Kind::Number(_, 2)))
                    && !matches!(self.mark(at + 3), Some('-' | '/') if self.is_glued(at + 3)) =>
            {
                let calendar = Calendar {
                    year: Some(first as u16),
                    month: Some(second as u8),
                    ..Calendar::default()
                };
                Some(Expression::new(
                    at,
                    at + 3,
                    Meaning::Date(calendar),
                    Rule::IsoDate,
                ))
            }
            (1..=2, Some(year)) => {
                let year = match year {
                    (year, 4) if YEARS.contains(&year) => year,
                    // 12/8/24 can be read in more ways, so it is only found with a century that is likely.
                    (year @ 0..=49, 2) if separator == '/' => year + 2000,
                    _ => return None,
                };
                if date(year, second, first).is_none() && date(year, first, second).is_none() {
                    return None;
                }
                let meaning = Meaning::Numeric {
                    first: first as u8,
                    second: second as u8,
                    year: year as u16,
                    is_day_first: separator == '.',
                };
                Some(Expression::new(at, at + 5, meaning, Rule::NumericDate))
            }
            (1, None) if first == 9 && second == 11 && separator == '/' => {
                let calendar = Calendar {
                    month: Some(9),
                    day: Some(11),
                    ..Calendar::default()
                };
                Some(Expression::new(
                    at,
                    at + 3,
                    Meaning::Date(calendar),
                    Rule::NamedDay,
                ))
            }
            _ => None,
        }
    }
}
