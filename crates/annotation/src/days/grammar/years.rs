//! Years and decades.

use super::{Calendar, Expression, Grammar, Meaning};
use crate::days::Rule;
use crate::days::lexicon::{Unit, Word};
use crate::days::scan::Kind;

pub(super) const YEARS: std::ops::RangeInclusive<u32> = 1000..=2099;

/// Years that may stand without a word that says so.
pub(super) const LIKELY_YEARS: std::ops::RangeInclusive<u32> = 1800..=2049;

/// The year as it stands after a day or month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Year {
    pub(super) year: Option<u16>,
    pub(super) of_story: Option<i8>,
    pub(super) by: Option<i8>,
}

impl Year {
    /// Returns the month, or the day of it, in this year; a season is a month too.
    pub(super) fn with(self, month: u8, day: Option<u8>) -> Calendar {
        Calendar {
            year: self.year,
            month: Some(month),
            day,
            weekday: None,
            nth: None,
            year_of_story: self.of_story,
            year_by: self.by,
        }
    }
}

impl Grammar<'_> {
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
    pub(super) fn year_stands(&self, at: usize) -> bool {
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

    pub(super) fn is_short(&self, at: usize) -> bool {
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
    pub(super) fn decade(&self, at: usize) -> Option<Expression> {
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
}
