//! Numbers with the things that they count.

use corpus::ByteSpan;
use sorting::SmallSort;

use super::ages::age;
use super::numerals::{Numeral, numerals};
use super::passages::{Telling, Word};
use super::units::{CURRENCIES, Unit, is_plural, measure, minutes, people};
use super::{lengths, votes};

/// A number of things.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure {
    pub(super) numeral: Numeral,
    /// The number as written, with its currency or hundredths.
    pub(super) span: ByteSpan,
    /// The thing that is counted.
    pub(super) unit: Unit,
    /// Where it stands.
    pub(super) unit_span: ByteSpan,
    /// What happened to those who are counted.
    pub(super) outcome: Option<Word>,
    /// Of an age, the word before the name: what the person is.
    pub(super) role: Option<u32>,
    /// The number stands before the word of this number.
    pub(super) at: usize,
}

impl Figure {
    /// Tells whether both count the same kind of thing.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        let outcome = |figure: &Self| figure.outcome.map(|word| word.feature);
        let is_one_unit = match (self.unit, other.unit) {
            (Unit::People(one @ 1..), Unit::People(other)) => one == other,
            (Unit::Things(_), _) => true,
            _ => false,
        };
        let is_one_outcome = outcome(self) == outcome(other)
            // "He pulled out six pupils": to be rescued is told of them otherwise as well.
            || (is_one_unit && (self.outcome.is_none() || other.outcome.is_none()));
        let is_of_role = |age: &Self, other: &Self| match (age.unit, age.role, other.unit) {
            (Unit::Age(_), Some(role), Unit::Age(bearer)) => role == bearer,
            _ => false,
        };
        (self.unit.can_be(other.unit) && is_one_outcome)
            || is_of_role(self, other)
            || is_of_role(other, self)
    }

    /// Tells whether it measures something.
    pub(super) fn is_measure(&self) -> bool {
        matches!(self.unit, Unit::Measure(_))
    }

    /// Words that tell what is counted: a name, the unit or, where the number bears none of its own, the rarest
    /// word that both sentences have, and what happened.
    pub(super) fn about(&self, name: Option<&Word>, rarest: Option<&Word>) -> Vec<ByteSpan> {
        let is_bare = self.unit_span == self.span
            || matches!(self.unit, Unit::Money(_) | Unit::Share | Unit::Duration);
        let mut about: Vec<ByteSpan> = name.iter().map(|name| name.span).collect();
        if is_bare {
            about.extend(rarest.map(|word| word.span));
        } else {
            about.push(self.unit_span);
        }
        let outcome = self.outcome.map(|word| word.span);
        about.extend(outcome.filter(|&span| span != self.unit_span));
        about
    }
}

/// What a number counts begins within so many bytes behind it.
const REACH_BYTES: u32 = 32;

/// What happened to those who are counted stands so near, in content words.
const REACH_OUTCOME: usize = 3;

/// What the passage before gives to one that leaves it out: "There were twenty-four of them."
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Antecedent {
    /// The one thing that it counts.
    pub(super) counted: Option<(Unit, Option<Word>)>,
    /// The one plural that it has.
    pub(super) plural: Option<Unit>,
    /// The last person that it names.
    pub(super) person: Option<u32>,
}

/// Returns the figures of a passage; `words` are its content words in order, `dated` what belongs to dates.
///
/// A number counts the noun close behind it, the currency beside it, the people whom the verb next to it tells
/// of ("killed 14", "14 died"), or the years of the person named before it. A number without a noun counts what
/// the number before it counts. Numbers inside dates and ordinals count nothing.
pub(super) fn figures(
    telling: &Telling,
    text: &str,
    span: ByteSpan,
    words: &[Word],
    dated: &[ByteSpan],
    antecedent: Antecedent,
) -> Vec<Figure> {
    let numerals = numerals(text, span, dated);
    let reading = Reading {
        telling,
        text,
        span,
        words,
        numerals: &numerals,
        antecedent,
    };
    let mut found = votes::votes(&reading);
    for numeral in &numerals {
        if !found.iter().any(|figure| figure.span == numeral.span) {
            let figure = reading.figure(numeral);
            found.extend(figure.or_else(|| reading.elided(numeral, &found)));
        }
    }
    found.small_sort_by_key(|figure| figure.span.start);
    lengths::gather(&reading, &mut found);
    found
}

/// A passage that is read for its figures.
pub(super) struct Reading<'t> {
    pub(super) telling: &'t Telling,
    pub(super) text: &'t str,
    pub(super) span: ByteSpan,
    pub(super) words: &'t [Word],
    pub(super) numerals: &'t [Numeral],
    pub(super) antecedent: Antecedent,
}

impl Reading<'_> {
    /// A figure of what a number counts.
    pub(super) fn counting(
        &self,
        numeral: &Numeral,
        unit: Unit,
        unit_span: ByteSpan,
        outcome: Option<Word>,
    ) -> Figure {
        Figure {
            numeral: *numeral,
            span: numeral.span,
            unit,
            unit_span,
            outcome,
            role: None,
            at: self.before(numeral.span.start),
        }
    }

    /// How many of the words stand before a place.
    pub(super) fn before(&self, place: u32) -> usize {
        self.words.partition_point(|word| word.span.start < place)
    }

    fn figure(&self, numeral: &Numeral) -> Option<Figure> {
        let at = self.before(numeral.span.start);
        let behind = self.before(numeral.span.end);
        let figure = |unit, unit_span, outcome| self.counting(numeral, unit, unit_span, outcome);
        if let Some(age) = age(self, numeral) {
            return Some(age);
        }
        if let Some((currency, span)) = self.currency(numeral, behind) {
            return Some(Figure {
                span,
                ..figure(Unit::Money(currency), numeral.span, None)
            });
        }
        let after = self.text.get(numeral.span.end as usize..)?;
        // "the 14-nation accord" counts nothing that another text could count, and "4m" may be metres.
        if numeral.has_money_suffix || (after.starts_with('-') && measure(after).is_none()) {
            return None;
        }
        if is_share(after) {
            return Some(figure(Unit::Share, numeral.span, None));
        }
        if let Some((dimension, factor)) = measure(after) {
            let mut found = figure(Unit::Measure(dimension), numeral.span, None);
            found.numeral.scale(factor);
            return Some(found);
        }
        // "600 of them"
        let word = after.trim_start();
        if ["of them ", "of us ", "of them,", "of us,"]
            .iter()
            .any(|next| word.starts_with(next))
        {
            let outcome = self.outcome(numeral, numeral.span, at);
            let is_them = word.starts_with("of them");
            let plural = self.antecedent.plural.filter(|_| is_them);
            let unit = plural.unwrap_or(Unit::People(0));
            return Some(figure(unit, numeral.span, outcome));
        }
        if is_of_years(after) {
            return None;
        }
        self.figure_of_noun(numeral, at, behind, after)
    }

    /// A figure of the noun behind the number, or of what stands before it.
    fn figure_of_noun(
        &self,
        numeral: &Numeral,
        at: usize,
        behind: usize,
        after: &str,
    ) -> Option<Figure> {
        let figure = |unit, unit_span, outcome| self.counting(numeral, unit, unit_span, outcome);
        let counted = self.counted(numeral, behind);
        if let Some((word, Unit::Duration)) = counted {
            // "five days before he was outlawed" is when, not how long.
            let behind = self.text.get(word.span.end as usize..)?;
            let is_when = [" before ", " earlier", " later", " ago"];
            if is_when.iter().any(|next| behind.starts_with(next)) {
                return None;
            }
            let length = minutes(&word.span.of(self.text).to_lowercase());
            let mut found = figure(Unit::Duration, word.span, None);
            found.numeral.scale(length.unwrap_or(1.0));
            found.span = ByteSpan::new(numeral.span.start, word.span.end);
            return Some(found);
        }
        // Nobody is counted in parts.
        if numeral.value.fract() != 0.0 && numeral.value < 1000.0 {
            return self
                .labelled(numeral, at)
                .map(|word| figure(Unit::Things(word.feature), word.span, None));
        }
        match counted {
            Some((word, _)) if Telling::is_outcome(word.feature) => {
                Some(figure(Unit::People(0), word.span, Some(word)))
            }
            Some((word, unit)) => {
                let outcome = self.outcome(numeral, word.span, at);
                Some(figure(unit, word.span, outcome))
            }
            None => {
                // "Thirty-eight were treated for injuries"
                if is_subject(after) {
                    let outcome = self.outcome_behind(numeral.span.end);
                    let span = outcome.map_or(numeral.span, |word| word.span);
                    return Some(figure(Unit::People(0), span, outcome));
                }
                if let Some(part) = self.of_more(numeral) {
                    return Some(part);
                }
                // "killed 14", "the death toll rose to 14"
                let word = *self.words.get(at.checked_sub(1)?)?;
                let is_near = Telling::is_outcome(word.feature)
                    && self.is_one_clause(word.span.end, numeral.span.start);
                let ends = ends_clause(after);
                if is_near && ends {
                    return Some(figure(Unit::People(0), word.span, Some(word)));
                }
                if !ends {
                    return None;
                }
                let numbered = || self.numbered(numeral);
                let labelled = self.labelled(numeral, at);
                let labelled =
                    labelled.map(|word| figure(Unit::Things(word.feature), word.span, None));
                labelled.or_else(numbered)
            }
        }
    }

    /// The noun before a number that names it: "a magnitude of 6.3".
    fn labelled(&self, numeral: &Numeral, at: usize) -> Option<Word> {
        let word = *self.words.get(at.checked_sub(1)?)?;
        let before = self
            .text
            .get(word.span.end as usize..numeral.span.start as usize)?;
        let is_of = matches!(before, " of " | " of some " | " of about " | ", ");
        let is_scale = matches!(
            word.span.of(self.text),
            "magnitude" | "category" | "grade" | "force"
        );
        // An age that nobody has is a bound.
        let is_age = word.span.of(self.text) == "age";
        let is_label = (is_of && !is_age) || (is_scale && before == " ");
        (is_label && !self.telling.is_name(word.feature)).then_some(word)
    }

    /// Returns the currency beside a number, and the amount with it.
    fn currency(&self, numeral: &Numeral, behind: usize) -> Option<(u8, ByteSpan)> {
        let before = self
            .text
            .get(self.span.start as usize..numeral.span.start as usize)?;
        let sign = before.chars().next_back();
        let next = self
            .words
            .get(behind)
            .filter(|word| word.span.start <= numeral.span.end + 1)
            .map(|word| word.span.of(self.text).to_lowercase());
        CURRENCIES.iter().zip(0..).find_map(|(list, currency)| {
            let (mark, words) = list.split_once(' ')?;
            if sign.is_some_and(|sign| mark.chars().eq([sign])) {
                let start = numeral.span.start - mark.len() as u32;
                return Some((currency, ByteSpan::new(start, numeral.span.end)));
            }
            let next = next.as_deref()?;
            let end = self.words.get(behind)?.span.end;
            (mark == next || words.split(' ').any(|word| word == next))
                .then_some((currency, ByteSpan::new(numeral.span.start, end)))
        })
    }

    /// Returns the word that a number counts: a plural at once behind it, or behind one or two adjectives.
    pub(super) fn counted(&self, numeral: &Numeral, behind: usize) -> Option<(Word, Unit)> {
        let mut from = numeral.span.end;
        for word in self.words.get(behind..)?.iter().take(3) {
            let gap = self.text.get(from as usize..word.span.start as usize)?;
            if word.span.start - numeral.span.end > REACH_BYTES
                || gap.contains([',', '.', ';', ':', '(', ')', '—', '“', '”', '"'])
                || !is_small_gap(gap)
            {
                return None;
            }
            if let Some(unit) = unit_of(self.telling, self.text, word) {
                return Some((*word, unit));
            }
            if self.telling.is_name(word.feature) {
                return None;
            }
            from = word.span.end;
        }
        None
    }

    /// Returns what happened to those who are counted: the verb before the number or behind the noun, with no
    /// other number and no other clause between.
    fn outcome(&self, numeral: &Numeral, unit: ByteSpan, at: usize) -> Option<Word> {
        let before = || {
            self.words[at.saturating_sub(2)..at]
                .iter()
                .rfind(|word| Telling::is_outcome(word.feature))
                .filter(|word| self.is_one_clause(word.span.end, numeral.span.start))
                .copied()
        };
        self.outcome_behind(unit.end).or_else(before)
    }

    /// Returns what the verb behind `from` tells of them.
    fn outcome_behind(&self, from: u32) -> Option<Word> {
        let behind = self.words.partition_point(|word| word.span.start < from);
        self.words[behind..]
            .iter()
            .take(REACH_OUTCOME)
            .find(|word| Telling::is_outcome(word.feature))
            .filter(|word| self.is_one_clause(from, word.span.start))
            .copied()
    }

    fn is_one_clause(&self, from: u32, to: u32) -> bool {
        // "240 officers and soldiers were under arrest"
        let goes_on = |gap: &str| match gap.split_once(" and ") {
            Some((before, behind)) => {
                let next = behind.split(' ').next().unwrap_or_default();
                before.is_empty() && people(next).is_some()
            }
            None => true,
        };
        let gap = self.text.get(from as usize..to as usize);
        gap.is_some_and(|gap| {
            !gap.contains([',', ';', ':', '(', ')', '—', '“', '”', '"'])
                && goes_on(gap)
                && !gap.contains(" but ")
        }) && !self
            .numerals
            .iter()
            .any(|other| from <= other.span.start && other.span.end <= to)
    }
}

fn is_share(after: &str) -> bool {
    let after = after.trim_start();
    ["%", "percent", "per cent"]
        .iter()
        .any(|sign| after.starts_with(sign))
}

/// Years are counted of many things at once.
fn is_of_years(after: &str) -> bool {
    after.starts_with(" years") || after.starts_with(" times")
}

/// Between a number and its noun stand only small words: "12 of the boats".
fn is_small_gap(gap: &str) -> bool {
    gap.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| {
            matches!(
                word,
                "of" | "the"
                    | "its"
                    | "their"
                    | "his"
                    | "her"
                    | "were"
                    | "was"
                    | "had"
                    | "been"
                    | "more"
            )
        })
}

/// Tells whether a verb in the plural follows a number: it is people who are counted.
fn is_subject(after: &str) -> bool {
    let word = after.trim_start();
    ["were ", "are ", "had ", "have ", "lost ", "remain "]
        .iter()
        .any(|verb| word.starts_with(verb))
}

/// Tells whether a number that text follows is the last of its clause.
fn ends_clause(after: &str) -> bool {
    let word = after.trim_start();
    word.is_empty()
        || after.starts_with(['.', ',', ';', ':', ')'])
        || [
            "and ",
            "on ",
            "in ",
            "at ",
            "by ",
            "as ",
            "when ",
            "before ",
            "after ",
            "overnight",
        ]
        .iter()
        .any(|next| word.starts_with(next))
}

/// What a word counts as, if numbers can count it.
pub(super) fn unit_of(telling: &Telling, text: &str, word: &Word) -> Option<Unit> {
    if Telling::is_outcome(word.feature) {
        return Some(Unit::People(0));
    }
    if telling.is_name(word.feature) {
        return None;
    }
    let term = word.span.of(text).to_lowercase();
    if minutes(&term).is_some() {
        return Some(Unit::Duration);
    }
    if let Some(who) = people(&term) {
        return Some(Unit::People(who));
    }
    is_plural(&term).then_some(Unit::Things(word.feature))
}
