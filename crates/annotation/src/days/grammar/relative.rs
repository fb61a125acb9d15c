//! Expressions that count from another day.

use super::verbs::Verb;
use super::{Base, Expression, Grammar, Meaning};
use crate::days::Rule;
use crate::days::lexicon::{Part, Unit, Word};
use crate::days::scan::Kind;

impl Grammar<'_> {
    pub(super) fn relative(&self, at: usize) -> Option<Expression> {
        match self.word(at) {
            Word::Today => Some(self.deictic(at, at + 1, Unit::Day, 0)),
            Word::Yesterday => Some(self.with_part(self.deictic(at, at + 1, Unit::Day, -1))),
            Word::Tomorrow => Some(self.with_part(self.deictic(at, at + 1, Unit::Day, 1))),
            Word::Tonight => {
                let mut found = self.deictic(at, at + 1, Unit::Day, 0);
                found.part = Some(Part::Night);
                Some(found)
            }
            Word::That | Word::Same => self.same(at, at),
            Word::Later | Word::Earlier | Word::Late | Word::Early => self
                .in_the_unit(at)
                .or_else(|| self.same(at, at + 1))
                .or_else(|| self.this(at, at + 1)),
            Word::This => self.this(at, at),
            Word::The => self.the(at),
            Word::Last | Word::Past | Word::Next => self.last_or_next(at),
            Word::These | Word::Recent => self.recent(at),
            _ => self.offset(at),
        }
    }

    fn deictic(&self, at: usize, end: usize, unit: Unit, by: i8) -> Expression {
        Expression::new(at, end, Meaning::Deictic { unit, by }, Rule::Deictic)
    }

    fn with_part(&self, mut found: Expression) -> Expression {
        if let Word::Part(part) = self.word(found.end) {
            found.part = Some(part);
            found.end += 1;
        }
        found
    }

    /// that day, that same night, later that month, the same evening.
    fn same(&self, first: usize, at: usize) -> Option<Expression> {
        let mut next = at;
        let is_that = self.word(next) == Word::That;
        if is_that || self.word(next) == Word::The {
            next += 1;
        }
        let has_same = self.word(next) == Word::Same || is_that && self.word(next) == Word::Very;
        if has_same {
            next += 1;
        }
        if !(is_that || has_same) || self.word(at) == Word::Same {
            return None;
        }
        if let Word::Season(month) = self.word(next) {
            let meaning = Meaning::AdjacentMonth {
                month,
                by: 0,
                is_now: false,
            };
            return Some(Expression::new(first, next + 1, meaning, Rule::SameDay));
        }
        let (unit, part) = self.day_like(next)?;
        // "that year-long war", "that day-care": what is glued to more is no time.
        if self.mark(next + 1) == Some('-') && self.is_glued(next + 1) {
            return None;
        }
        let mut found = Expression::new(first, next + 1, Meaning::Same(unit), Rule::SameDay);
        found.part = part;
        Some(found)
    }

    /// later in the day, earlier in the week, late in the evening.
    fn in_the_unit(&self, at: usize) -> Option<Expression> {
        if (self.word(at + 1), self.word(at + 2)) != (Word::In, Word::The) {
            return None;
        }
        let (unit, part) = self.day_like(at + 3)?;
        let meaning = if part.is_none() && self.word(at) == Word::Later {
            Meaning::Within(unit)
        } else {
            Meaning::Same(unit)
        };
        let mut found = Expression::new(at, at + 4, meaning, Rule::SameDay);
        found.part = part;
        (unit != Unit::Decade).then_some(found)
    }

    /// A unit or a part of the day, in the singular.
    fn day_like(&self, at: usize) -> Option<(Unit, Option<Part>)> {
        match self.word(at) {
            Word::Unit(Unit::Minute | Unit::Hour | Unit::Century | Unit::Fortnight) => None,
            Word::Unit(unit) => Some((unit, None)),
            Word::Part(part) => Some((Unit::Day, Some(part))),
            _ => None,
        }
    }

    /// over the weekend, by the weekend.
    fn the_weekend(&self, at: usize) -> Option<Expression> {
        let is_led = matches!(
            self.word_before(at),
            Some(
                Word::By
                    | Word::Over
                    | Word::During
                    | Word::At
                    | Word::On
                    | Word::Before
                    | Word::After
                    | Word::Until
                    | Word::Since
            )
        );
        let is_weekend = is_led && self.word(at + 1) == Word::Unit(Unit::Weekend);
        // "for the weekend edition", "over the weekend of 3 May".
        let goes_on = matches!(self.kind(at + 2), Some(Kind::Word(Word::Other | Word::Of)));
        let is_verb = self.clause(at, at + 2).tense != super::Tense::Unknown;
        (is_weekend && (!goes_on || is_verb) && self.word(at + 2) != Word::Of)
            .then(|| Expression::new(at, at + 2, Meaning::Lone(Unit::Weekend), Rule::Deictic))
    }

    /// the end of the month, the beginning of the year.
    fn end_of_unit(&self, at: usize) -> Option<Expression> {
        let Word::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year)) = self.word(at + 4) else {
            return None;
        };
        let is_of = self.word(at + 2) == Word::Of && self.word(at + 3) == Word::The;
        is_of.then(|| Expression::new(at, at + 5, Meaning::Lone(unit), Rule::Deictic))
    }

    /// this morning, this week, this past December.
    fn this(&self, first: usize, at: usize) -> Option<Expression> {
        if self.word(at) != Word::This {
            return None;
        }
        let is_past = matches!(self.word(at + 1), Word::Past | Word::Last);
        let is_next = self.word(at + 1) == Word::Next;
        let next = at + 1 + usize::from(is_past || is_next);
        let by = if is_past { -1 } else { i8::from(is_next) };
        if let Word::Month(month) | Word::Season(month) = self.word(next) {
            let has_case = self.is_capital(next) || matches!(self.word(next), Word::Season(_));
            let meaning = Meaning::AdjacentMonth {
                month,
                by,
                is_now: true,
            };
            return has_case.then(|| Expression::new(first, next + 1, meaning, Rule::Deictic));
        }
        let (unit, part) = self.day_like(next)?;
        if unit == Unit::Day && part.is_none() && self.word(next + 1) == Word::And {
            return None;
        }
        let mut found = self.deictic(first, next + 1, unit, by);
        found.part = part;
        Some(found)
    }

    fn the(&self, at: usize) -> Option<Expression> {
        match self.word(at + 1) {
            Word::Same => self.same(at, at),
            Word::Next | Word::Following | Word::Previous => {
                self.adjacent(at).or_else(|| self.stretch(at, at + 1))
            }
            Word::Last | Word::Past | Word::Several => self.stretch(at, at + 1),
            Word::Unit(_) | Word::Part(_) => {
                self.the_day_before(at).or_else(|| self.the_weekend(at))
            }
            Word::Beginning | Word::Middle | Word::End => self.end_of_unit(at),
            Word::Units(_) => self.the_days_after(at),
            _ => None,
        }
    }

    /// the next morning, the following year, the previous December.
    fn adjacent(&self, at: usize) -> Option<Expression> {
        let by = if self.word(at + 1) == Word::Previous {
            -1
        } else {
            1
        };
        let next = at + 2;
        if let Word::Month(month) | Word::Season(month) = self.word(next) {
            let meaning = Meaning::AdjacentMonth {
                month,
                by,
                is_now: false,
            };
            return Some(Expression::new(at, next + 1, meaning, Rule::NextDay));
        }
        let (unit, part) = self.day_like(next)?;
        let mut found =
            Expression::new(at, next + 1, Meaning::Adjacent { unit, by }, Rule::NextDay);
        found.part = part;
        if part.is_none() {
            found = self.with_part(found);
        }
        Some(found)
    }

    /// the day before, the night after, the year before; with or without an event.
    fn the_day_before(&self, at: usize) -> Option<Expression> {
        let (unit, part) = self.day_like(at + 1)?;
        match (self.word(at + 2), self.word(at + 3)) {
            (Word::After, Word::Tomorrow) => return Some(self.deictic(at, at + 4, Unit::Day, 2)),
            (Word::Before, Word::Yesterday) => {
                return Some(self.deictic(at, at + 4, Unit::Day, -2));
            }
            _ => {}
        }
        let by = match self.word(at + 2) {
            Word::Before | Word::Earlier => -1,
            Word::After | Word::Afterwards => 1,
            _ => return None,
        };
        let mut found = if self.event_follows(at + 3) && !self.is_told_alone(at) {
            let meaning = Meaning::Offset {
                n: Some(1),
                unit,
                sign: by,
                base: self.base_of_event(at + 3),
            };
            Expression::new(at, at + 3, meaning, Rule::Offset)
        } else {
            Expression::new(at, at + 3, Meaning::Adjacent { unit, by }, Rule::NextDay)
        };
        found.part = part;
        Some(found)
    }

    /// "The month before his brother had been shot.": one clause, which the day opens.
    fn is_told_alone(&self, at: usize) -> bool {
        let opens = at == 0
            || self.ends_clause(at - 1, at)
            || self.mark_before(at) == Some(',')
            || self.word_before(at) == Some(Word::And);
        let rest = at + 3..self.tokens.len().min(at + 30);
        let end = rest
            .clone()
            .find(|&place| self.ends_clause(place, place + 1))
            .unwrap_or(rest.end);
        let is_one = (at + 3..end).all(|place| self.mark(place) != Some(','));
        let is_pronoun = matches!(self.text(at + 3), "he" | "she" | "they" | "it" | "we" | "I");
        let is_told = match self.word(at + 2) {
            Word::Before => (at + 3..end).any(|place| self.verb(place) == Verb::Had),
            _ => is_pronoun,
        };
        opens && is_one && is_told && (is_pronoun || self.word(at + 3) == Word::His)
    }

    /// Whether what follows "after" is something that happened.
    fn event_follows(&self, at: usize) -> bool {
        match self.kind(at) {
            // "The invasion the month before had pushed up prices."
            Some(Kind::Word(word)) => {
                !matches!(word, Word::And | Word::In | Word::At | Word::On | Word::To)
                    && !matches!(
                        self.verb(at),
                        Verb::Had | Verb::Has | Verb::Was | Verb::Is | Verb::Did | Verb::Will
                    )
            }
            _ => false,
        }
    }

    /// "after the fall" names what happened, "after he left" and "after talks" tell of it.
    fn base_of_event(&self, at: usize) -> Base {
        match self.word(at) {
            Word::The | Word::That | Word::This | Word::His => Base::Event,
            _ => Base::Clause,
        }
    }

    /// the months following, the days that followed, the days and weeks afterward.
    fn the_days_after(&self, at: usize) -> Option<Expression> {
        let mut next = at + 2;
        if matches!(self.word(next), Word::And | Word::To)
            && matches!(self.word(next + 1), Word::Units(_))
        {
            next += 2;
        }
        let is_led = matches!(
            self.word_before(at),
            Some(Word::In | Word::During | Word::Over)
        );
        let end = match self.word(next) {
            Word::Following | Word::Afterwards => next + 1,
            Word::After | Word::Before if is_led && self.event_follows(next + 1) => next + 1,
            Word::That if is_led && self.is_followed_word(next + 1) => next + 2,
            Word::Since if is_led => next + 1,
            _ => return None,
        };
        Some(Expression::new(at, end, Meaning::Vague, Rule::Stretch))
    }

    fn is_followed_word(&self, at: usize) -> bool {
        // "followed" is no word of time elsewhere; its length tells it well enough beside "that".
        matches!(self.kind(at), Some(Kind::Word(Word::Other)))
            && self
                .tokens
                .get(at)
                .is_some_and(|token| (7..=8).contains(&(token.end - token.start)))
    }

    /// last week, next year, past Tuesday: seen from the writer's day.
    fn last_or_next(&self, at: usize) -> Option<Expression> {
        let by = if self.word(at) == Word::Next { 1 } else { -1 };
        let next = at + 1;
        if self.word(at) == Word::Past
            || matches!(self.word_before(at), Some(Word::The | Word::His))
        {
            return None;
        }
        if let Word::Month(month) | Word::Season(month) = self.word(next) {
            let has_case = self.is_capital(next) || matches!(self.word(next), Word::Season(_));
            let meaning = Meaning::AdjacentMonth {
                month,
                by,
                is_now: true,
            };
            return has_case.then(|| Expression::new(at, next + 1, meaning, Rule::Deictic));
        }
        let (unit, part) = self.day_like(next)?;
        let is_time = match unit {
            Unit::Day => matches!(part, Some(Part::Night | Part::Evening)),
            _ => true,
        };
        let mut found = self.deictic(at, next + 1, unit, by);
        if unit == Unit::Day && by == 1 && part.is_some() {
            // "Next morning they left."
            let meaning = Meaning::Adjacent { unit, by };
            let mut found = Expression::new(at, next + 1, meaning, Rule::NextDay);
            found.part = part;
            return Some(found);
        }
        // Last night and last evening belong to the day before.
        found.part = part;
        is_time.then_some(found)
    }

    /// these past few years, recent weeks.
    fn recent(&self, at: usize) -> Option<Expression> {
        let next = if self.word(at) == Word::These {
            if !matches!(self.word(at + 1), Word::Past | Word::Last) {
                return None;
            }
            at + 1
        } else {
            at
        };
        self.stretch(at, next)
    }

    /// the past two weeks, recent months, the next few days, the following years.
    fn stretch(&self, first: usize, at: usize) -> Option<Expression> {
        if !matches!(
            self.word(at),
            Word::Past | Word::Last | Word::Recent | Word::Next | Word::Following | Word::Previous
        ) {
            return None;
        }
        let mut next = at + 1;
        while matches!(
            self.word(next),
            Word::Several | Word::Number(_) | Word::Couple | Word::Of | Word::Half
        ) || matches!(self.kind(next), Some(Kind::Number(_, 1..=3)))
        {
            next += 1;
            if next > at + 3 {
                return None;
            }
        }
        let is_stretch = match self.word(next) {
            // "the last days" are those of a story.
            Word::Units(_) => next > at + 1 || self.word(at) != Word::Last,
            Word::Unit(unit) => {
                self.word(at) == Word::Past && !matches!(unit, Unit::Minute | Unit::Day)
            }
            _ => false,
        };
        // "for the past two years" tells how long and not when.
        let is_length = self.is_text(first.wrapping_sub(1), "for");
        (is_stretch && !is_length)
            .then(|| Expression::new(first, next + 1, Meaning::Vague, Rule::Stretch))
    }

    /// two days later, a week earlier, three years ago, some days after the fall.
    fn offset(&self, at: usize) -> Option<Expression> {
        let (n, next) = self.count(at)?;
        let (unit, next) = match self.word(next) {
            Word::Unit(unit) | Word::Units(unit) => (unit, next + 1),
            Word::Part(Part::Night) if n == Some(1) => (Unit::Night, next + 1),
            _ => return None,
        };
        // "a year and a half ago"
        let has_half = self.word(next) == Word::And
            && self.word(next + 1) == Word::A
            && self.word(next + 2) == Word::Half;
        let (n, next) = if has_half {
            (None, next + 3)
        } else {
            (n, next)
        };
        let (n, unit) = match self.minutes(at, unit, has_half) {
            Some(minutes) => (Some(minutes), Unit::Minute),
            None => (n, unit),
        };
        let (sign, base, end) = match self.word(next) {
            Word::Later | Word::Afterwards => (1, Base::Narrative, next + 1),
            Word::Earlier => (-1, Base::Narrative, next + 1),
            Word::Ago => (-1, Base::Now, next + 1),
            Word::Hence => (1, Base::Now, next + 1),
            // "Five days on, nobody recalls it."
            Word::On if self.mark(next + 1) == Some(',') => (1, Base::Narrative, next + 1),
            word @ (Word::After | Word::Before) if at != next - 1 => {
                let sign = if word == Word::After { 1 } else { -1 };
                if matches!(self.word(next + 1), Word::That) && !self.event_follows_that(next + 2) {
                    (sign, Base::Narrative, next + 2)
                } else if self.event_follows(next + 1) {
                    (sign, self.base_of_event(next + 1), next + 1)
                } else {
                    (sign, Base::Narrative, next + 1)
                }
            }
            _ => return None,
        };
        // "for ten years after the war" tells how long and not when.
        if matches!(base, Base::Event | Base::Clause)
            && matches!(self.word_before(at), Some(Word::Over))
        {
            return None;
        }
        // "two days after the attack": what happened belongs to it.
        let is_named = base == Base::Event
            && matches!(
                self.word(end + 1),
                Word::Other | Word::Name | Word::Event | Word::End | Word::Beginning
            )
            && matches!(self.kind(end + 1), Some(Kind::Word(_)));
        let end = if is_named { end + 2 } else { end };
        let meaning = Meaning::Offset {
            n,
            unit,
            sign,
            base,
        };
        Some(Expression::new(at, end, meaning, Rule::Offset))
    }

    /// "half an hour", "an hour and a half", "two and a half hours": halves of an hour are minutes, those of longer
    /// units are left open.
    fn minutes(&self, at: usize, unit: Unit, has_half: bool) -> Option<u16> {
        if unit != Unit::Hour {
            return None;
        }
        let number = match self.word(at) {
            Word::Half => return Some(30),
            Word::A => 1,
            Word::Number(number) => u16::from(number),
            _ => return None,
        };
        let is_half = has_half || self.word(at + 1) == Word::And;
        is_half.then_some(number * 60 + 30)
    }

    /// Whether "after that" goes on with a noun: "after that meeting".
    fn event_follows_that(&self, at: usize) -> bool {
        matches!(
            self.kind(at),
            Some(Kind::Word(
                Word::Other | Word::Name | Word::Counted | Word::Event
            ))
        )
    }

    /// How many, open where the text leaves it open; the place of the unit.
    fn count(&self, at: usize) -> Option<(Option<u16>, usize)> {
        match self.kind(at)? {
            Kind::Number(value @ 1..=999, 1..=3) if !self.is_glued(at) => {
                Some((Some(value as u16), at + 1))
            }
            Kind::Word(Word::Number(tens)) if self.mark(at + 1) == Some('-') => {
                match self.word(at + 2) {
                    Word::Number(ones @ 1..=9) => Some((Some(u16::from(tens + ones)), at + 3)),
                    _ => None,
                }
            }
            // "two and a half years later"
            Kind::Word(Word::Number(_))
                if self.word(at + 1) == Word::And
                    && self.word(at + 2) == Word::A
                    && self.word(at + 3) == Word::Half =>
            {
                Some((None, at + 4))
            }
            Kind::Word(Word::Number(number)) => Some((Some(number.into()), at + 1)),
            Kind::Word(Word::A) => match self.word(at + 1) {
                Word::Several => Some((None, at + 2)),
                Word::Couple => Some((Some(2), self.skip_word(at + 2, Word::Of))),
                Word::Units(_) => None,
                _ => Some((Some(1), at + 1)),
            },
            // "half an hour later", "half a century ago"
            Kind::Word(Word::Half) if self.word(at + 1) == Word::A => Some((None, at + 2)),
            Kind::Word(Word::Several | Word::Only) => {
                if self.word(at) == Word::Several {
                    Some((None, at + 1))
                } else {
                    None
                }
            }
            // "years earlier"
            Kind::Word(Word::Units(_))
                if matches!(self.word(at + 1), Word::Later | Word::Earlier | Word::Ago) =>
            {
                Some((None, at))
            }
            _ => None,
        }
    }
}
