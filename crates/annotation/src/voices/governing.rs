//! The cue that governs a quotation: which of those around it in its sentence.

use super::attribution::{Place, Reader};
use super::cues::{Cue, cue_after, cue_at_end, source_first, source_later, unknown_cue_after};
use super::lexicon::{
    ADDRESSES, ADVERB, CLAUSE, COORDINATOR, DETERMINER, FEMALE, MALE, PLURAL, PRONOUN, SOURCE,
    SPEECH,
};
use super::marks::Quoted;
use super::phrases::{Subject, is_cue};
use super::words::Item;

impl Reader<'_> {
    /// Finds the cue of a quotation in its sentence, or just behind a question or an exclamation.
    pub(super) fn cue(&self, place: &Place<'_>, quote: &Quoted) -> Option<Cue> {
        let Place {
            items,
            from,
            to,
            at,
            ..
        } = *place;
        let inner = quote.inner.of(self.text);
        if let Some(cue) = self.cue_invited(place, inner) {
            return Some(cue);
        }
        let before = self.cue_before(place);
        if inner.ends_with(',')
            && before.is_none_or(|cue| cue.confidence < 90)
            && let Some(cue) = unknown_cue_after(items, at, to)
        {
            return Some(cue);
        }
        let is_near = before.is_some_and(|cue| stands_near(items, cue, at));
        let is_speech = before.is_some_and(|cue| is_of_speech(items, cue));
        if is_near && is_speech || before.is_some_and(|cue| is_apart_from_source(items, from, cue))
        {
            return before;
        }
        if let Some(source) = source_first(items, from, at) {
            return Some(source);
        }
        if is_near {
            return before;
        }
        if let Some(cue) = cue_at_end(items, from, at, to) {
            return Some(cue);
        }
        before.or_else(|| {
            if at + 1 < to {
                cue_after(items, at, to).or_else(|| source_later(items, at, to))
            } else {
                None
            }
        })
    }

    /// The cue behind a quotation whose end or the mark behind it leads on to one.
    fn cue_invited(&self, place: &Place<'_>, inner: &str) -> Option<Cue> {
        let Place {
            items,
            to,
            next_to,
            at,
            ..
        } = *place;
        let follows_mark = items
            .get(at + 1)
            .is_some_and(|next| next.is_mark(',') || next.is_mark('—') || next.is_mark('–'));
        if !invites_cue(inner) && !follows_mark {
            return None;
        }
        // "A minister asked me, “Where is Lagos?” I said, “Going.”"
        let begins_anew = begins_anew(place) || self.asks_before(place);
        let end = if at + 1 == to && !begins_anew {
            next_to
        } else {
            to
        };
        cue_after(items, at, end)
    }

    /// Tells whether a verb of speech and a mark stand directly before a quotation that ends its sentence.
    fn asks_before(&self, place: &Place<'_>) -> bool {
        let Place {
            items, from, at, ..
        } = *place;
        at > from + 2
            && (items[at - 1].is_mark(',') || items[at - 1].is_mark(':'))
            && (from.max(at.saturating_sub(4))..at - 1).any(|verb| is_cue(items, verb, SPEECH))
    }
}

/// Tells whether the next sentence is one of its own: "“Why?” he asked.", but "“What has changed?” He looked
/// at the picture."
fn begins_anew(place: &Place<'_>) -> bool {
    let Place {
        items, to, next_to, ..
    } = *place;
    items.get(to).is_some_and(|next| {
        let is_i = next.is(PRONOUN) && next.span.len() == 1;
        let goes_on = items.get(to + 2).is_some_and(|after| {
            to + 2 < next_to && after.is(CLAUSE | DETERMINER | PRONOUN | ADDRESSES)
        });
        next.is_capital()
            && next.is(PRONOUN | DETERMINER | COORDINATOR | CLAUSE | ADVERB)
            && (!is_i || goes_on)
    })
}

/// Tells whether nothing but what joins them stands between a cue and the quotation at `at`.
fn stands_near(items: &[Item], cue: Cue, at: usize) -> bool {
    items[cue.at.1..at].iter().all(|item| {
        item.is(CLAUSE | PRONOUN | ADDRESSES | DETERMINER) || item.is_mark(':') || item.is_mark(',')
    })
}

/// Tells whether a cue is a verb of speech whose subject is sure: "According to two people, Yeo laughed and
/// said, “…”".
fn is_of_speech(items: &[Item], cue: Cue) -> bool {
    let names_speaker = matches!(cue.subject, Subject::Phrase { .. });
    cue.confidence >= 90 || cue.confidence >= 75 && names_speaker && items[cue.at.0].is(SPEECH)
}

/// Tells whether the subject of a cue stands behind the comma of a source, which only tells of him:
/// "According to another, the chairman had told colleagues that she was “the only person”", "According to
/// three people, he had told her that she could have the beds “or the boots”".
fn is_apart_from_source(items: &[Item], from: usize, cue: Cue) -> bool {
    match cue.subject {
        Subject::Phrase { speaker, role } => {
            let start = speaker.0.min(role.map_or(speaker.0, |role| role.0));
            start > from + 2
                && items[from].is(SOURCE)
                && items[start - 1].is_mark(',')
                && cue.confidence >= 90
        }
        Subject::Pronoun(own) => {
            own > from + 2
                && items[own].is(MALE | FEMALE | PLURAL)
                && items[own - 1].is_mark(',')
                && items[cue.at.0].is(SPEECH)
        }
        Subject::None => false,
    }
}

/// How a quotation ends, for the cue after it.
fn invites_cue(inner: &str) -> bool {
    inner.ends_with([',', '?', '!', '…', '—', '–', '-']) || inner.ends_with("...")
}
