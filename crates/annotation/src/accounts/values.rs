//! The values of a passage: figures, times of day and days.

use corpus::ByteSpan;

use super::Account;
use super::clocks::{Clock, Hours, clocks, parts_of_day};
use super::figures::{Antecedent, Figure, figures, unit_of};
use super::passages::{Passage, Telling, Word, days_in, mentions_in};
use super::units::Unit;
use crate::days::{DayKind, DayMention, Precision, Rule};

/// A passage read again for its values.
pub(super) struct Values<'t> {
    pub(super) passage: &'t Passage,
    pub(super) text: &'t str,
    /// Its names and content words, in order.
    pub(super) words: Vec<Word>,
    /// What it counts.
    pub(super) figures: Vec<Figure>,
    /// Its clocks.
    pub(super) clocks: Vec<Clock>,
    /// The times of day that are told, with their hours.
    pub(super) times: Vec<(ByteSpan, Hours)>,
    /// The days that are written out.
    pub(super) days: Vec<(ByteSpan, u32)>,
}

impl<'t> Values<'t> {
    /// Reads a passage again, by itself.
    pub(super) fn read(accounts: &[Account<'t>], telling: &'t Telling, number: u32) -> Self {
        Self::read_after(accounts, telling, number, Antecedent::default())
    }

    /// Reads a passage again, with what the one before gives to it.
    pub(super) fn read_after(
        accounts: &[Account<'t>],
        telling: &'t Telling,
        number: u32,
        antecedent: Antecedent,
    ) -> Self {
        let passage = &telling.passages[number as usize];
        let account = &accounts[passage.place.document as usize];
        let text: &'t str = &account.document.text;
        let span = passage.place.span;
        let words = telling.words_of(passage, account);
        let days: Vec<(ByteSpan, u32)> = days_in(account.days, span)
            // What was worked out from another day may be worked out wrongly.
            .filter(|(mention, _)| mention.kind == DayKind::Absolute)
            .map(|(mention, day)| (mention.span, day))
            .collect();
        // "The air was at eleven degrees and the water at seven": an hour in a word alone may be a measure.
        let is_bare = |day: &DayMention| {
            day.rule == Rule::Clock && day.span.of(text).chars().all(char::is_alphabetic)
        };
        let dated: Vec<ByteSpan> = mentions_in(account.days, span)
            .iter()
            // "27 hours after the quake" counts hours.
            .filter(|day| day.rule != Rule::Offset && !is_bare(day))
            .map(|day| day.span)
            .collect();
        let mut times: Vec<(ByteSpan, Hours)> = days_in(account.days, span)
            .filter_map(|(mention, _)| Some((mention.span, mention.edtf?.start)))
            .filter(|(_, point)| point.precision == Precision::Minute)
            .map(|(span, point)| (span, (point.minute, point.minute + 1)))
            .collect();
        let n_clocks = times.len();
        for (part, hours) in parts_of_day(text, span) {
            // "8 in the morning" is a clock time already.
            if !times[..n_clocks]
                .iter()
                .any(|(clock, _)| clock.contains(part.start))
            {
                times.push((part, hours));
            }
        }
        let mut clocks = clocks(text, span, account.days);
        let mut figures = figures(telling, text, span, &words, &dated, antecedent);
        clocks.retain(|clock| {
            let is_it = |figure: &Figure| figure.span == clock.span && figure.is_measure();
            !figures.iter().any(is_it)
        });
        // "five minutes to five" is no length of time.
        let is_clock = |figure: &Figure| {
            let mut spans = clocks.iter().map(|clock| clock.span);
            spans.any(|span| figure.span.start < span.end && span.start < figure.span.end)
        };
        figures.retain(|figure| !is_clock(figure));
        Self {
            passage,
            text,
            figures,
            clocks,
            words,
            times,
            days,
        }
    }

    /// The content words around the place before the word of this number.
    pub(super) fn around(&self, at: usize) -> &[Word] {
        const REACH: usize = 6;
        let from = at.saturating_sub(REACH);
        &self.words[from..(at + REACH).min(self.words.len())]
    }

    /// What it gives to the passage behind it.
    pub(super) fn antecedent(&self, telling: &Telling, last: Antecedent) -> Antecedent {
        let counted = match &self.figures[..] {
            [figure] => Some((figure.unit, figure.outcome)),
            _ => None,
        };
        let mut plurals: Vec<Unit> = Vec::new();
        for unit in self
            .words
            .iter()
            .filter_map(|word| unit_of(telling, self.text, word))
        {
            if unit != Unit::Duration && !plurals.contains(&unit) {
                plurals.push(unit);
            }
        }
        let person = self
            .words
            .iter()
            .find(|word| telling.is_person(word.feature));
        Antecedent {
            counted,
            plural: plurals.first().copied().filter(|_| plurals.len() == 1),
            person: person.map(|word| word.feature).or(last.person),
        }
    }
}
