//! Calendar dates: days, months, years, decades, centuries and ranges of them.

use super::{Calendar, Expression, Grammar, Meaning};
use crate::days::Rule;
use crate::days::calendar::month_length;
use crate::days::lexicon::{Unit, Word};
use crate::days::scan::Kind;

const YEARS: std::ops::RangeInclusive<u32> = 1000..=2099;
/// Years that may stand without a word that says so.
const LIKELY_YEARS: std::ops::RangeInclusive<u32> = 1800..=2049;

/// The year as it stands after a day or month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Year {
    pub(super) year: Option<u16>,
    pub(super) of_story: Option<i8>,
    pub(super) by: Option<i8>,
}

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

    /// 1989-90, 2011–12: the second year in two digits, where it is the next one or follows a long dash.
    fn short_range(&self, at: usize) -> Option<Expression> {
        let Some(Kind::Number(first, 4)) = self.kind(at) else {
            return None;
        };
        let Some(Kind::Number(second, 2)) = self.kind(at + 2) else {
            return None;
        };
        let mark = self.mark(at + 1).filter(|mark| matches!(mark, '-' | '–'))?;
        let is_glued = !self.is_glued(at) && self.is_glued(at + 1) && self.is_glued(at + 2);
        let fits =
            second > first % 100 && (mark == '–' || second == first % 100 + 1 || second > 12);
        let goes_on = self.is_glued(at + 3) && matches!(self.mark(at + 3), Some('-' | '/' | ':'));
        if !is_glued || !fits || goes_on || !LIKELY_YEARS.contains(&first) {
            return None;
        }
        let year = |value: u32| Calendar {
            year: Some(value as u16),
            ..Calendar::default()
        };
        let meaning = Meaning::Range(year(first), year(first / 100 * 100 + second));
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

    /// A date with the parts that are written, and the place after it.
    pub(super) fn calendar(&self, at: usize) -> Option<(Calendar, usize)> {
        match self.word(at) {
            Word::Early | Word::Late | Word::Mid => return self.part_of_year(at),
            Word::The => {
                return self
                    .the_edge(at)
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
        (year != Year::default()).then_some((
            Calendar {
                year: year.year,
                year_by: year.by,
                month: Some(season),
                year_of_story: year.of_story,
                ..Calendar::default()
            },
            next,
        ))
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

    fn day_and_month(&self, at: usize) -> Option<(Calendar, usize)> {
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
        Some((
            Calendar {
                year: year.year,
                year_by: year.by,
                month: Some(month),
                day: Some(day),
                weekday: None,
                year_of_story: year.of_story,
            },
            next,
        ))
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
            return Some((
                Calendar {
                    year: year.year,
                    year_by: year.by,
                    month: Some(month),
                    day: Some(day),
                    weekday: None,
                    year_of_story: year.of_story,
                },
                next,
            ));
        }
        let (year, end) = self.year_after(next);
        let calendar = Calendar {
            year: year.year,
            year_by: year.by,
            month: Some(month),
            day: None,
            weekday: None,
            year_of_story: year.of_story,
        };
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
    fn month(&self, at: usize, is_beside_day: bool) -> Option<(u8, usize)> {
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

    /// The year after a day or month: `, 2024`, `of that year`.
    pub(super) fn year_after(&self, at: usize) -> (Year, usize) {
        let mut next = self.skip_mark(at, ',');
        let has_comma = next > at;
        next = self.skip_word(next, Word::Of);
        if let Some(year) = self.year(next)
            && !self.is_counted(next + 1)
            && !(has_comma && self.is_glued(next) && next != at + 1)
        {
            return (
                Year {
                    year: Some(year),
                    ..Year::default()
                },
                next + 1,
            );
        }
        let is_that = matches!(self.word(next), Word::That | Word::The) && !has_comma;
        let unit = self.skip_word(next + 1, Word::Same);
        if is_that
            && (self.word(next) == Word::That || unit > next + 1)
            && self.word(unit) == Word::Unit(Unit::Year)
        {
            return (
                Year {
                    of_story: Some(0),
                    ..Year::default()
                },
                unit + 1,
            );
        }
        // "of the following year", "the next year"
        let by = match self.word(next + 1) {
            Word::Next | Word::Following => Some(1),
            Word::Previous => Some(-1),
            _ => None,
        };
        if by.is_some()
            && self.word(next) == Word::The
            && self.word(next + 2) == Word::Unit(Unit::Year)
            && !has_comma
        {
            return (
                Year {
                    of_story: by,
                    ..Year::default()
                },
                next + 3,
            );
        }
        let by = match self.word(next) {
            Word::This => 0,
            Word::Last => -1,
            Word::Next => 1,
            _ => return (Year::default(), at),
        };
        if self.word(next + 1) == Word::Unit(Unit::Year) && !has_comma {
            return (
                Year {
                    by: Some(by),
                    ..Year::default()
                },
                next + 2,
            );
        }
        (Year::default(), at)
    }

    /// Four digits that can be a year and go on with no other digits.
    pub(super) fn year(&self, at: usize) -> Option<u16> {
        let Some(Kind::Number(value, 4)) = self.kind(at) else {
            return None;
        };
        let goes_on = matches!(self.mark(at + 1), Some('-' | '/' | ':' | '.' | '_'))
            && self.is_glued(at + 1)
            && self.is_glued(at + 2)
            && matches!(self.kind(at + 2), Some(Kind::Number(_, n_digits)) if n_digits < 4);
        (YEARS.contains(&value) && !goes_on).then_some(value as u16)
    }

    /// Whether four digits that stand alone are a year, by what is around them.
    fn year_stands(&self, at: usize) -> bool {
        let Some(Kind::Number(value, 4)) = self.kind(at) else {
            return false;
        };
        if self.is_counted(at + 1) || matches!(self.word(at + 1), Word::HalfDay(_)) {
            return false;
        }
        let is_likely = LIKELY_YEARS.contains(&value);
        let Some(before) = at.checked_sub(1) else {
            return is_likely;
        };
        match self.tokens[before].kind {
            Kind::Mark(mark) => {
                if self.is_glued(at) && matches!(mark, '-' | '/') {
                    return mark == '-'
                        && matches!(self.word(before.wrapping_sub(1)), Word::Mid | Word::Version);
                }
                is_likely
                    && !matches!(
                        mark,
                        '$' | '£'
                            | '€'
                            | '#'
                            | '+'
                            | '='
                            | '%'
                            | '№'
                            | '*'
                            | '.'
                            | '@'
                            | '&'
                            | '\''
                    )
                    || is_likely && mark == '.' && !self.is_glued(at) && !self.is_glued_name(before)
            }
            Kind::Word(word) => match word {
                Word::In
                | Word::Since
                | Word::Until
                | Word::During
                | Word::Early
                | Word::Late
                | Word::Mid
                | Word::By
                | Word::Before
                | Word::After
                | Word::Between
                | Word::Unit(Unit::Year) => true,
                Word::From | Word::Of | Word::To | Word::And | Word::All => is_likely,
                Word::The | Word::A | Word::His | Word::This => {
                    is_likely
                        && matches!(self.kind(at + 1), Some(Kind::Word(_)))
                        && !matches!(self.word(at + 1), Word::Counted)
                }
                // "about 1900 were hurt"
                Word::About => is_likely && self.word(at + 1) != Word::Clause,
                Word::Than
                    if matches!(
                        self.word(before.wrapping_sub(1)),
                        Word::Back | Word::Late | Word::Early | Word::Ago | Word::Recent
                    ) =>
                {
                    true
                }
                Word::Than => {
                    is_likely
                        && matches!(
                            self.word(before.wrapping_sub(1)),
                            Word::Later | Word::Earlier
                        )
                }
                Word::Over => is_likely && self.mark(at + 1).is_some(),
                // "the worst year was 1962."
                Word::Clause => (1900..=2035).contains(&value) && self.mark(at + 1).is_some(),
                // "Mali's 1960 breakaway", "the abortive 1960 coup".
                Word::Other | Word::Name => {
                    let is_word_next = matches!(self.kind(at + 1), Some(Kind::Word(_)));
                    let is_determined = matches!(
                        self.word(before.wrapping_sub(1)),
                        Word::The | Word::A | Word::His | Word::This
                    ) && word == Word::Other;
                    let is_possessive = self.is_glued(before)
                        && self.mark_before(before) == Some('\'')
                        && self.is_short(before);
                    (1900..=2035).contains(&value)
                        && is_word_next
                        && !self.is_glued(at)
                        && (is_determined || is_possessive)
                }
                _ => false,
            },
            _ => false,
        }
    }

    fn is_short(&self, at: usize) -> bool {
        let token = self.tokens[at];
        token.end - token.start == 1
    }

    /// An abbreviation such as "No." or "p." before a number.
    fn is_glued_name(&self, period: usize) -> bool {
        let Some(before) = period.checked_sub(1) else {
            return false;
        };
        let token = self.tokens[before];
        matches!(token.kind, Kind::Word(_)) && token.end - token.start <= 3
    }

    /// 1980s, the sixties, the 19th century.
    fn decade(&self, at: usize) -> Option<Expression> {
        let next = match self.word(at) {
            Word::The => at + 1,
            Word::Early | Word::Late | Word::Mid => self.skip_mark(at + 1, '-'),
            _ => at,
        };
        let inner = match self.word(next) {
            Word::Early | Word::Late | Word::Mid if next > at => self.skip_mark(next + 1, '-'),
            _ => next,
        };
        if let Some(Kind::Decade(decade)) = self.kind(inner) {
            if decade >= 1000 {
                let found = Meaning::Decade(decade);
                return Some(Expression::new(at, inner + 1, found, Rule::Decade));
            }
            let has_apostrophe = self.mark_before(inner) == Some('\'');
            let is_led = self.word(at) == Word::The;
            // "in his 60s" is an age.
            let is_age = matches!(
                self.word_before(inner),
                Some(Word::His | Word::Early | Word::Late | Word::Mid)
            ) && !is_led;
            if (has_apostrophe || is_led) && !is_age && !self.is_counted(inner + 1) {
                let meaning = Meaning::ShortDecade(decade as u8);
                let first = if has_apostrophe && !is_led {
                    inner - 1
                } else {
                    at
                };
                return Some(Expression::new(first, inner + 1, meaning, Rule::Decade));
            }
            return None;
        }
        // 1920's
        if let Some(Kind::Number(decade, 4)) = self.kind(inner)
            && decade % 10 == 0
            && self.mark(inner + 1) == Some('\'')
            && self.is_glued(inner + 1)
            && self.is_glued(inner + 2)
            && matches!(self.kind(inner + 2), Some(Kind::Word(Word::Other)))
            && self.is_short(inner + 2)
            && self.word(inner.wrapping_sub(1)) == Word::The
        {
            let found = Meaning::Decade(decade.min(2990) as u16);
            return Some(Expression::new(at, inner + 3, found, Rule::Decade));
        }
        // The apostrophe comes first: ’60s.
        if self.mark(inner) == Some('\'')
            && let Some(Kind::Decade(decade @ 0..=99)) = self.kind(inner + 1)
        {
            let meaning = Meaning::ShortDecade(decade as u8);
            return Some(Expression::new(at, inner + 2, meaning, Rule::Decade));
        }
        let (century, after) = self.day_number(inner)?;
        (matches!(self.kind(inner), Some(Kind::Ordinal(_) | Kind::Word(_)))
            && (5..=22).contains(&century)
            && self.word(after) == Word::Unit(Unit::Century))
        .then(|| Expression::new(at, after + 1, Meaning::Century(century), Rule::Century))
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
        let from = Calendar {
            year: year.year,
            year_by: year.by,
            month: Some(month),
            day: Some(first),
            weekday: None,
            year_of_story: year.of_story,
        };
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
            (1..=2, Some((year, 4)))
                if YEARS.contains(&year) && (1..=31).contains(&first) && second <= 31 =>
            {
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
            // 12/8/24 can be read in more ways, so it is only found with a century that is likely.
            (1..=2, Some((year @ 0..=49, 2))) if separator == '/' => {
                let year = year + 2000;
                if date(year, second, first).is_none() && date(year, first, second).is_none() {
                    return None;
                }
                let meaning = Meaning::Numeric {
                    first: first as u8,
                    second: second as u8,
                    year: year as u16,
                    is_day_first: false,
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
