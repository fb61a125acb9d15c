//! Days with names of their own, the same in every year.

use super::{Calendar, Grammar};
use crate::days::lexicon::{Feast, Unit, Word};

impl Grammar<'_> {
    /// Christmas Eve, New Year's Day 2014, Boxing Day of that year; and the place after it.
    pub(super) fn feast(&self, at: usize) -> Option<(Calendar, usize)> {
        if !self.is_capital(at) {
            return None;
        }
        let is_day = |at: usize| self.word(at) == Word::Unit(Unit::Day);
        let is_eve = |at: usize| self.word(at) == Word::Eve;
        let ((month, day), next) = match self.word(at) {
            Word::Feast(Feast::Christmas) if is_eve(at + 1) => ((12, 24), at + 2),
            Word::Feast(Feast::Christmas) if is_day(at + 1) => ((12, 25), at + 2),
            Word::Feast(Feast::Boxing) if is_day(at + 1) => ((12, 26), at + 2),
            Word::Feast(Feast::New) => {
                let next = match self.word(at + 1) {
                    Word::Units(Unit::Year) => at + 2,
                    // Year, apostrophe, s
                    Word::Unit(Unit::Year) if self.mark(at + 2) == Some('\'') => {
                        at + 3 + usize::from(self.is_glued(at + 3))
                    }
                    _ => return None,
                };
                match (is_eve(next), is_day(next)) {
                    (true, _) => ((12, 31), next + 1),
                    (_, true) => ((1, 1), next + 1),
                    _ => return None,
                }
            }
            Word::Month(5) if is_day(at + 1) && self.is_capital(at + 1) => ((5, 1), at + 2),
            _ => return None,
        };
        let (year, end) = self.year_after(next);
        Some((year.with(month, Some(day)), end))
    }
}
