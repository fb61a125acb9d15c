//! Numbers with the things that they count, and times of day.

use corpus::ByteSpan;

use super::numerals::{Numeral, numerals};
use super::passages::{Telling, Word};
use super::units::{
    CURRENCIES, DURATIONS, KINDS, PEOPLE, PLURALS, UNCOUNTED, Unit, measure, place,
};

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
    /// The number stands before the word of this number.
    pub(super) at: usize,
}

impl Figure {
    /// Tells whether both count the same kind of thing.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        let outcome = |figure: &Self| figure.outcome.map(|word| word.feature);
        self.unit == other.unit && outcome(self) == outcome(other)
    }

    /// Words that tell what is counted: a name, the unit or, where the number bears none of its own, the rarest
    /// word that both sentences have, and what happened.
    pub(super) fn about(&self, name: Option<&Word>, rarest: Option<&Word>) -> Vec<ByteSpan> {
        let is_bare =
            self.unit_span == self.span || matches!(self.unit, Unit::Money(_) | Unit::Share);
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

/// Returns the figures of a passage; `words` are its content words in order, `dated` what belongs to dates.
///
/// A number counts the noun close behind it, the currency beside it, the people whom the verb next to it tells
/// of ("killed 14", "14 died"), or the years of the person named before it. Numbers inside dates, ordinals, and
/// numbers that end their clause count nothing.
pub(super) fn figures(
    telling: &Telling,
    text: &str,
    span: ByteSpan,
    words: &[Word],
    dated: &[ByteSpan],
) -> Vec<Figure> {
    let numerals = numerals(text, span, dated);
    let reading = Reading {
        telling,
        text,
        span,
        words,
        numerals: &numerals,
    };
    numerals
        .iter()
        .filter_map(|numeral| reading.figure(numeral))
        .collect()
}

struct Reading<'t> {
    telling: &'t Telling,
    text: &'t str,
    span: ByteSpan,
    words: &'t [Word],
    numerals: &'t [Numeral],
}

impl Reading<'_> {
    fn figure(&self, numeral: &Numeral) -> Option<Figure> {
        let at = self
            .words
            .partition_point(|word| word.span.start < numeral.span.start);
        let behind = self
            .words
            .partition_point(|word| word.span.start < numeral.span.end);
        let figure = |unit, unit_span, outcome| Figure {
            numeral: *numeral,
            span: numeral.span,
            unit,
            unit_span,
            outcome,
            at,
        };
        if let Some((unit, unit_span)) = self.age(numeral, at, behind) {
            return Some(figure(unit, unit_span, None));
        }
        if let Some((currency, span)) = self.currency(numeral, behind) {
            return Some(Figure {
                span,
                ..figure(Unit::Money(currency), numeral.span, None)
            });
        }
        let after = self.text.get(numeral.span.end as usize..)?;
        // "the 14-nation accord" counts nothing that another text could count, and "4m" may be metres.
        if after.starts_with('-') || numeral.has_money_suffix {
            return None;
        }
        if is_share(after) {
            return Some(figure(Unit::Share, numeral.span, None));
        }
        if let Some(measure) = measure(after) {
            return Some(figure(Unit::Measure(measure), numeral.span, None));
        }
        // "600 of them"
        let word = after.trim_start();
        if ["of them ", "of us ", "of them,", "of us,"]
            .iter()
            .any(|next| word.starts_with(next))
        {
            let outcome = self.outcome(numeral, numeral.span, at);
            return Some(figure(Unit::People, numeral.span, outcome));
        }
        // Nobody is counted in parts.
        if numeral.value.fract() != 0.0 && numeral.value < 1000.0 {
            return self
                .labelled(numeral, at)
                .map(|word| figure(Unit::Things(word.feature), word.span, None));
        }
        match self.counted(numeral, behind) {
            Some((word, Unit::Things(_) | Unit::People)) if Telling::is_outcome(word.feature) => {
                Some(figure(Unit::People, word.span, Some(word)))
            }
            Some((word, Unit::Duration(span))) => {
                let name = word.span.of(self.text).to_lowercase();
                let length = DURATIONS.iter().find(|(listed, ..)| *listed == name);
                let mut found = figure(Unit::Duration(span), word.span, None);
                found.numeral.value *= length.map_or(1.0, |(.., length)| *length);
                Some(found)
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
                    return Some(figure(Unit::People, span, outcome));
                }
                // "killed 14", "the death toll rose to 14"
                let word = *self.words.get(at.checked_sub(1)?)?;
                let is_near = Telling::is_outcome(word.feature)
                    && self.is_one_clause(word.span.end, numeral.span.start);
                let ends = ends_clause(after);
                if is_near && ends {
                    return Some(figure(Unit::People, word.span, Some(word)));
                }
                ends.then(|| self.labelled(numeral, at))
                    .flatten()
                    .map(|word| figure(Unit::Things(word.feature), word.span, None))
            }
        }
    }

    /// The noun before a number that names it: "a magnitude of 6.3".
    fn labelled(&self, numeral: &Numeral, at: usize) -> Option<Word> {
        let word = *self.words.get(at.checked_sub(1)?)?;
        let before = self
            .text
            .get(word.span.end as usize..numeral.span.start as usize)?;
        let is_of = matches!(before, " of " | " of some " | " of about " | " " | ", ");
        (is_of && !self.telling.is_name(word.feature)).then_some(word)
    }

    /// "Marek Wolny, 43, a mechanic", "aged 43", "the 43-year-old".
    fn age(&self, numeral: &Numeral, at: usize, behind: usize) -> Option<(Unit, ByteSpan)> {
        if !(1.0..=120.0).contains(&numeral.value) {
            return None;
        }
        let is_name = |word: &&Word| self.telling.is_name(word.feature);
        let before = self
            .text
            .get(self.span.start as usize..numeral.span.start as usize)?;
        let after = self.text.get(numeral.span.end as usize..)?;
        let name_before = self.words[..at].last().filter(is_name);
        let is_apposition = before.ends_with(", ")
            && (after.starts_with([',', ';', ')']) || after.starts_with(". ") || after == ".")
            && name_before
                .is_some_and(|name| name.span.end as usize + 2 == numeral.span.start as usize);
        let is_aged = before.ends_with("aged ") || before.ends_with("age of ");
        let is_old = after.starts_with("-year-old") || after.starts_with(" years old");
        if !is_apposition && !is_aged && !is_old {
            return None;
        }
        let near_before = self.words[at.saturating_sub(3)..at]
            .iter()
            .rfind(|word| is_name(word));
        let near_behind = self.words[behind..]
            .iter()
            .take(5)
            .find(|word| is_name(word));
        let name = if is_apposition || is_aged {
            near_before
        } else {
            near_behind.or(near_before)
        }?;
        Some((Unit::Age(name.feature), name.span))
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
    fn counted(&self, numeral: &Numeral, behind: usize) -> Option<(Word, Unit)> {
        let mut from = numeral.span.end;
        for word in self.words.get(behind..)?.iter().take(3) {
            let gap = self.text.get(from as usize..word.span.start as usize)?;
            if word.span.start - numeral.span.end > REACH_BYTES
                || gap.contains([',', '.', ';', ':', '(', ')', '—', '“', '”', '"'])
                || !is_small_gap(gap)
            {
                return None;
            }
            if let Some(unit) = self.unit_of(word) {
                return Some((*word, unit));
            }
            if self.telling.is_name(word.feature) {
                return None;
            }
            from = word.span.end;
        }
        None
    }

    fn unit_of(&self, word: &Word) -> Option<Unit> {
        if Telling::is_outcome(word.feature) {
            return Some(Unit::People);
        }
        if self.telling.is_name(word.feature) {
            return None;
        }
        let term = word.span.of(self.text).to_lowercase();
        if let Some(kind) = place(KINDS, &term) {
            return Some(Unit::Kind(kind));
        }
        if let Some(&(_, span, _)) = DURATIONS.iter().find(|(name, ..)| *name == term) {
            return Some(Unit::Duration(span));
        }
        if PEOPLE.contains(&&*term) {
            return Some(Unit::People);
        }
        let is_plural = term.len() > 3 && term.ends_with('s') && !term.ends_with("ss");
        ((is_plural && !UNCOUNTED.contains(&&*term)) || PLURALS.contains(&&*term))
            .then_some(Unit::Things(word.feature))
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
        let gap = self.text.get(from as usize..to as usize);
        gap.is_some_and(|gap| {
            !gap.contains([',', ';', ':', '(', ')', '—', '“', '”', '"'])
                && !gap.contains(" and ")
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

/// A stretch of a day in minutes since midnight, half open; the night goes on behind midnight.
pub(super) type Hours = (u16, u16);

/// Parts of the day, in hours; wide enough that two which touch do not differ.
const PARTS: &[(&str, u16, u16)] = &[
    ("dawn", 4, 8),
    ("daybreak", 4, 8),
    ("sunrise", 4, 8),
    ("morning", 4, 13),
    ("noon", 11, 14),
    ("midday", 11, 14),
    ("afternoon", 12, 19),
    ("dusk", 16, 21),
    ("sunset", 16, 21),
    ("evening", 16, 24),
    ("night", 18, 30),
    ("midnight", 23, 25),
    ("aube", 4, 8),
    ("matin", 4, 13),
    ("midi", 11, 14),
    ("soir", 16, 24),
    ("nuit", 18, 30),
];

/// Returns the parts of the day that a passage names, with their hours.
pub(super) fn parts_of_day(text: &str, span: ByteSpan) -> Vec<(ByteSpan, Hours)> {
    let mut found = Vec::new();
    analysis::tokens(span.of(text), &mut |token| {
        let part = PARTS.iter().find(|(word, ..)| *word == token.term);
        if let Some(&(_, from, to)) = part {
            let at = ByteSpan::new(token.span.start + span.start, token.span.end + span.start);
            found.push((at, (from * 60, to * 60)));
        }
    });
    found
}
