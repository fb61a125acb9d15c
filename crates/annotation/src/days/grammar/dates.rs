//! Calendar dates: days, months, years, decades, centuries and ranges of them.

use super::years::Year;
use super::{Calendar, Grammar};
use crate::days::calendar::month_length;
use crate::days::lexicon::{Unit, Word};
use crate::days::scan::Kind;

impl Grammar<'_> {
    /// A date with the parts that are written, and the place after it.
    pub(super) fn calendar(&self, at: usize) -> Option<(Calendar, usize)> {
        match self.word(at) {
            Word::Early | Word::Late | Word::Mid => return self.part_of_year(at),
            Word::The => {
                return self
                    .weekday_of_month(at)
                    .or_else(|| self.the_edge(at))
                    .or_else(|| self.day_first(at + 1))
                    .or_else(|| self.the_day(at));
            }
            Word::Beginning | Word::End | Word::Middle => return self.edge(at),
            Word::Season(_) => return self.season(at),
            _ => {}
        }
        self.feast(at)
            .or_else(|| self.day_first(at))
            .or_else(|| self.month_first(at))
            .or_else(|| {
                self.year_stands(at).then_some(())?;
                let year = self.year(at)?;
                Some((
                    Calendar {
                        year: Some(year),
                        ..Calendar::default()
                    },
                    at + 1,
                ))
            })
    }

    /// early March, late 2023, mid-2012, late in 2024.
    fn part_of_year(&self, at: usize) -> Option<(Calendar, usize)> {
        let mut next = self.skip_mark(at + 1, '-');
        next = self.skip_word(next, Word::In);
        if let Some(year) = self.year(next).filter(|_| !self.is_counted(next + 1)) {
            return Some((
                Calendar {
                    year: Some(year),
                    ..Calendar::default()
                },
                next + 1,
            ));
        }
        if let Word::Season(_) = self.word(next) {
            return self.season(next);
        }
        self.month_first(next)
    }

    /// the end of 2024, the beginning of March, the first week of December 2024, the last days of May.
    fn the_edge(&self, at: usize) -> Option<(Calendar, usize)> {
        let mut next = at + 1;
        while matches!(
            self.word(next),
            Word::Last
                | Word::Ordinal(_)
                | Word::Several
                | Word::Number(2..=9)
                | Word::Early
                | Word::Late
                | Word::Past
                | Word::Middle
        ) && next < at + 3
        {
            next += 1;
        }
        match self.word(next) {
            Word::Beginning | Word::End | Word::Middle => self.edge(next),
            Word::Unit(Unit::Week | Unit::Weekend | Unit::Month)
            | Word::Units(Unit::Day | Unit::Week | Unit::Month | Unit::Hour)
            | Word::Half
            | Word::Quarter
                if self.word(next + 1) == Word::Of =>
            {
                self.edge(next)
            }
            Word::Season(_) => self.season(next),
            _ => None,
        }
    }

    fn edge(&self, at: usize) -> Option<(Calendar, usize)> {
        if self.word(at + 1) != Word::Of {
            return None;
        }
        if let Some(year) = self.year(at + 2).filter(|_| !self.is_counted(at + 3)) {
            return Some((
                Calendar {
                    year: Some(year),
                    ..Calendar::default()
                },
                at + 3,
            ));
        }
        self.month_first(at + 2)
    }

    /// spring 2011, the summer of 2012, the summer of that year.
    fn season(&self, at: usize) -> Option<(Calendar, usize)> {
        let Word::Season(season) = self.word(at) else {
            return None;
        };
        let (year, next) = self.year_after(at + 1);
        (year != Year::default()).then(|| (year.with(season, None), next))
    }

    /// 8 December 2024, 8th of December, 7 to 8 December (its end: see [`Self::days_of`]).
    fn day_first(&self, at: usize) -> Option<(Calendar, usize)> {
        // "F-16 March": the number belongs to what it is glued to.
        let is_apart = !self.is_glued(at)
            || matches!(
                self.mark_before(at),
                Some('–' | '—' | '/' | '"' | '“' | '(' | '[' | '\'')
            );
        is_apart.then(|| self.day_and_month(at))?
    }

    pub(super) fn day_and_month(&self, at: usize) -> Option<(Calendar, usize)> {
        let (day, next) = self.day_number(at)?;
        let next = self.skip_word(next, Word::Of);
        let is_hyphenated = self.mark(next) == Some('-')
            && self.is_glued(next)
            && self.is_glued(next + 1)
            && self.mark(next + 2) == Some('-');
        let next = next + usize::from(is_hyphenated);
        let (month, next) = self.month(next, true)?;
        let next = next + usize::from(is_hyphenated);
        // "5 May 12": no. "20 March 2024", "20 March, 2024".
        if day > month_length(None, month) {
            return None;
        }
        let (year, next) = self.year_after(next);
        Some((year.with(month, Some(day)), next))
    }

    /// December 8, 2024; December 2024; December.
    fn month_first(&self, at: usize) -> Option<(Calendar, usize)> {
        let (month, next) = self.month(at, false)?;
        let is_short = matches!(self.word(at), Word::ShortMonth(_));
        let day_at = self.skip_word(next, Word::The);
        if let Some((day, after)) = self.day_number(day_at)
            && day <= month_length(None, month)
            && self.word(after) != Word::Of
            && (!self.is_counted(after) || self.word_before(at) == Some(Word::On))
            && !matches!(self.mark(after), Some(':' | '.') if self.is_glued(after) && matches!(self.kind(after + 1), Some(Kind::Number(..))) && self.is_glued(after + 1))
            && !matches!(self.word(after), Word::HalfDay(_) | Word::Month(_))
        {
            let (year, next) = self.year_after(after);
            return Some((year.with(month, Some(day)), next));
        }
        let (year, end) = self.year_after(next);
        let calendar = year.with(month, None);
        if year != Year::default() {
            return Some((calendar, end));
        }
        (!is_short && self.month_stands(at, month)).then_some((calendar, next))
    }

    /// Whether the name of a month without day and year is one.
    fn month_stands(&self, at: usize, month: u8) -> bool {
        if self.is_glued(at) && self.mark_before(at) == Some('-') {
            return self.word_before(at - 1) == Some(Word::Mid);
        }
        let is_before_name = self.is_capital(at + 1) && self.word(at + 1) == Word::Name;
        let begins_range = matches!(self.word(at + 1), Word::To | Word::Until | Word::And)
            && matches!(self.word(at + 2), Word::Month(_))
            && self.is_capital(at + 2);
        if begins_range && self.word_before(at) != Some(Word::Name) {
            return true;
        }
        let is_doubtful = matches!(month, 3..=6 | 8);
        match self.word_before(at) {
            Some(
                Word::In
                | Word::Since
                | Word::Until
                | Word::During
                | Word::Early
                | Word::Late
                | Word::Mid
                | Word::Last
                | Word::Next
                | Word::This
                | Word::Before
                | Word::After
                | Word::Between,
            ) => true,
            Some(Word::By | Word::From | Word::To | Word::Of | Word::And | Word::That) => {
                (month != 5 && !(is_doubtful && is_before_name))
                    || matches!(self.word(at.wrapping_sub(2)), Word::End | Word::Beginning)
                    || self.mark(at + 1).is_some()
            }
            Some(Word::Name) => false,
            _ => !is_doubtful && !is_before_name,
        }
    }

    /// "the 27th", "the 2nd": a day of the month that was named before.
    fn the_day(&self, at: usize) -> Option<(Calendar, usize)> {
        let Some(Kind::Ordinal(day)) = self.kind(at + 1) else {
            return None;
        };
        let next = at + 2;
        // "the 30th anniversary", "the 3rd Division", "the 19th century".
        let goes_on = match self.kind(next) {
            Some(Kind::Word(word)) => !matches!(
                word,
                Word::And
                    | Word::Clause
                    | Word::Of
                    | Word::To
                    | Word::At
                    | Word::In
                    | Word::On
                    | Word::By
                    | Word::From
                    | Word::Until
                    | Word::Before
                    | Word::After
                    | Word::Which
                    | Word::That
                    | Word::The
                    | Word::So
                    | Word::Than
                    | Word::His
                    | Word::Last
            ),
            Some(Kind::Mark(mark)) => mark == '-' || mark == '/',
            Some(_) => true,
            None => false,
        };
        let is_led = match self.word_before(at) {
            Some(
                Word::On
                | Word::By
                | Word::Of
                | Word::Until
                | Word::Since
                | Word::From
                | Word::Before
                | Word::After
                | Word::To
                | Word::Between
                | Word::And,
            ) => true,
            // "makes it the 10th": only at the end of a clause.
            Some(_) => self.mark(next).is_some() || next == self.tokens.len(),
            None => false,
        };
        (is_led && !goes_on && !(self.word(next) == Word::Of)).then_some((
            Calendar {
                day: Some(day),
                ..Calendar::default()
            },
            next,
        ))
    }

    /// A day of the month in digits or words, and the place after it.
    pub(super) fn day_number(&self, at: usize) -> Option<(u8, usize)> {
        match self.kind(at)? {
            Kind::Number(value @ 1..=31, 1..=2) => Some((value as u8, at + 1)),
            Kind::Ordinal(day) => Some((day, at + 1)),
            Kind::Word(Word::Ordinal(day)) => Some((day, at + 1)),
            Kind::Word(Word::Number(tens @ (20 | 30))) if self.mark(at + 1) == Some('-') => {
                match self.word(at + 2) {
                    Word::Ordinal(ones @ 1..=9) if tens + ones <= 31 => Some((tens + ones, at + 3)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The name of a month, with the period of a short form.
    pub(super) fn month(&self, at: usize, is_beside_day: bool) -> Option<(u8, usize)> {
        if !self.is_capital(at) {
            return None;
        }
        match self.word(at) {
            Word::Month(month) => Some((month, at + 1)),
            Word::ShortMonth(month) => {
                let next = if self.mark(at + 1) == Some('.') && self.is_glued(at + 1) {
                    at + 2
                } else {
                    at + 1
                };
                let is_beside_number =
                    matches!(self.kind(next), Some(Kind::Number(..) | Kind::Ordinal(_)));
                // At the end of a sentence, the period after "8 Dec" belongs to the sentence as well.
                (is_beside_day || is_beside_number).then_some((month, next))
            }
            _ => None,
        }
    }
}
