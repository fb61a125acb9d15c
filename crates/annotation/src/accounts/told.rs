//! Values as a document tells them: what, where, and of when.

use super::clocks::Clock;
use super::figures::Figure;
use super::passages::Telling;
use super::times::{Stretch, can_be_one};
use super::units::{NOBODY, Unit};
use corpus::ByteSpan;

/// A value with its sentence.
#[derive(Clone)]
pub(super) struct Told {
    pub(super) value: Value,
    /// Its sentence.
    pub(super) passage: u32,
    /// When it is of, as far as the text says.
    pub(super) time: Option<Stretch>,
    /// It has its time from the sentences before, or from the story.
    pub(super) is_carried: bool,
    /// Features of the content words around it, ascending.
    pub(super) beside: Vec<u32>,
    /// The day of which an age is, where the text does not say otherwise.
    pub(super) written: Option<i32>,
    /// No other value of its document counts the same.
    pub(super) is_only: bool,
    /// So many of its document count the same that only their places tell them apart.
    pub(super) is_listed: bool,
}

/// What is told.
#[derive(Clone, Copy)]
pub(super) enum Value {
    /// A number of something.
    Figure(Figure),
    /// A time of day.
    Clock(Clock),
}

/// Of what counts the same, at most so many values of a document are paired.
const MOST_ALIKE: usize = 40;

/// The same of the shares that one sentence gives.
const MOST_SHARES_IN_ROW: usize = 2;

/// Looks through the values of a document for those that are alone of their kind, and for lists.
pub(super) fn number_alike(all: &mut [Told]) {
    for at in 0..all.len() {
        let told = &all[at];
        let (mut n_alike, mut n_in_row, mut is_only) = (0, 0, true);
        for next in all.iter().filter(|next| next.counts_same(told)) {
            n_alike += 1;
            n_in_row += usize::from(next.passage == told.passage);
            is_only &= next.agrees(told);
        }
        let is_row = told.unit() == Some(Unit::Share) && n_in_row > MOST_SHARES_IN_ROW;
        all[at].is_only = is_only;
        all[at].is_listed = n_alike > MOST_ALIKE || is_row;
    }
}

impl Told {
    pub(super) fn span(&self) -> ByteSpan {
        match &self.value {
            Value::Figure(figure) => figure.span,
            Value::Clock(clock) => clock.span,
        }
    }

    pub(super) fn figure(&self) -> Option<&Figure> {
        match &self.value {
            Value::Figure(figure) => Some(figure),
            Value::Clock(_) => None,
        }
    }

    pub(super) fn unit(&self) -> Option<Unit> {
        self.figure().map(|figure| figure.unit)
    }

    /// Tells whether both are of one kind: numbers of things and people, money, lengths, ages, times of day.
    pub(super) fn is_of_kind(&self, other: &Self) -> bool {
        match (self.unit(), other.unit()) {
            (Some(one), Some(other)) => {
                (one.is_count() && other.is_count()) || one.can_be(other) || is_age(one, other)
            }
            (one, other) => one.is_none() && other.is_none(),
        }
    }

    /// Tells whether both are of one kind and count the same by their words.
    pub(super) fn counts_same(&self, other: &Self) -> bool {
        match (self.figure(), other.figure()) {
            (Some(one), Some(other)) => one.is_alike(other) || is_age(one.unit, other.unit),
            (one, other) => one.is_none() && other.is_none(),
        }
    }

    /// Tells whether both can be the same value.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (Value::Figure(one), Value::Figure(other)) => one.numeral.agrees(&other.numeral),
            (Value::Clock(one), Value::Clock(other)) => one.agrees(other),
            _ => false,
        }
    }

    /// Tells whether both give one value of what counts the same, at a time that can be the same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.counts_same(other) && self.agrees(other) && can_be_one(self.time, other.time)
    }

    /// Tells whether the text says what is counted; so many of whom nothing is said can be anybody.
    pub(super) fn says_what(&self) -> bool {
        self.figure()
            .is_none_or(|figure| figure.unit != Unit::People(0) || figure.outcome.is_some())
    }

    /// Tells whether a value lasts, so that days tell nothing of it.
    pub(super) fn is_lasting(&self) -> bool {
        matches!(self.unit(), Some(Unit::Age(_) | Unit::Sentence))
    }

    /// Whose age it is.
    fn bearer(&self) -> Option<u32> {
        match self.unit() {
            Some(Unit::Age(bearer)) if bearer != NOBODY => Some(bearer),
            _ => None,
        }
    }

    /// Tells whether two ages are of one bearer, by name or by what the person is.
    pub(super) fn is_of_one_bearer(&self, other: &Self) -> bool {
        let is_role = |age: &Self, other: &Self| {
            let role = age.figure().and_then(|figure| figure.role);
            role.is_some() && role == other.bearer()
        };
        let is_one = self.bearer().is_some() && self.bearer() == other.bearer();
        is_one || is_role(self, other) || is_role(other, self)
    }

    /// Tells whether two ages are of people whose names are not the same.
    pub(super) fn is_of_others(&self, other: &Self, telling: &Telling) -> bool {
        let is_named = |bearer: &u32| telling.is_name(*bearer);
        match (
            self.bearer().filter(is_named),
            other.bearer().filter(is_named),
        ) {
            (Some(one), Some(other)) => one != other,
            _ => false,
        }
    }

    /// Tells whether two ages of one person differ by the years between the documents.
    pub(super) fn is_age_of_another_year(&self, other: &Self) -> bool {
        let (Some(a), Some(b)) = (self.written, other.written) else {
            return false;
        };
        let (Some(one), Some(other)) = (self.figure(), other.figure()) else {
            return false;
        };
        let years = f64::from(b - a) / 365.25;
        let grown = other.numeral.value - one.numeral.value;
        is_age(one.unit, other.unit)
            && libm::fabs(years) > 0.25
            && libm::fabs(grown - years) <= 1.25
    }
}

fn is_age(one: Unit, other: Unit) -> bool {
    matches!((one, other), (Unit::Age(_), Unit::Age(_)))
}
