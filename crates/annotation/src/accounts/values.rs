//! The values of a passage: figures, times of day and days.

use corpus::ByteSpan;

use super::Account;
use super::figures::{Figure, Hours, figures, parts_of_day};
use super::passages::{Passage, Telling, Word, days_in, mentions_in};
use crate::days::{DayKind, Precision};

/// A passage read again for its values.
pub(super) struct Values<'t> {
    pub(super) passage: &'t Passage,
    pub(super) text: &'t str,
    /// Its names and content words, in order.
    pub(super) words: Vec<Word>,
    /// What it counts.
    pub(super) figures: Vec<Figure>,
    /// The times of day that are told, with their hours.
    pub(super) times: Vec<(ByteSpan, Hours)>,
    /// The days that are written out.
    pub(super) days: Vec<(ByteSpan, u32)>,
}

impl<'t> Values<'t> {
    /// Reads a passage again.
    pub(super) fn read(accounts: &[Account<'t>], telling: &'t Telling, number: u32) -> Self {
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
        let dated: Vec<ByteSpan> = mentions_in(account.days, span)
            .iter()
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
        Self {
            passage,
            text,
            figures: figures(telling, text, span, &words, &dated),
            words,
            times,
            days,
        }
    }

    /// The clock time that it gives, in minutes, if it gives one only.
    pub(super) fn only_minute(&self) -> Option<u16> {
        match &self.times[..] {
            &[(_, (from, to))] if to == from + 1 => Some(from),
            _ => None,
        }
    }

    /// The content words around a number.
    pub(super) fn beside(&self, figure: &Figure) -> &[Word] {
        const REACH: usize = 6;
        let from = figure.at.saturating_sub(REACH);
        &self.words[from..(figure.at + REACH).min(self.words.len())]
    }
}
