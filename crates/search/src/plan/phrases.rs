//! Words that stand next to each other: what a phrase may look like in a text.

use super::{Node, Planner, Slot, Spelling, Unit, forms_of};
use index::TermId;
use query::{Word, WordForm};

impl Planner<'_> {
    pub(super) fn phrase(&mut self, words: &[Word], slop: u32) -> Option<Node> {
        let mut slots = Vec::new();
        let mut label = String::new();
        for word in words {
            if !label.is_empty() {
                label.push(' ');
            }
            label.push_str(&word.text);
            match word.form {
                WordForm::Plain => {
                    for term in crate::words_of(&word.text) {
                        let slot = Slot {
                            terms: self.known(&term),
                            spelling: Spelling::Any,
                        };
                        slots.push((slot, term));
                    }
                }
                _ => slots.push((self.slot(word)?, String::new())),
            }
        }
        if slots.is_empty() {
            return None;
        }
        for at in 1..slots.len() {
            if is_inner_part(&slots[at].1, &slots[at - 1].1) {
                slots[at - 1].0.spelling = Spelling::OneWord;
            }
        }
        let label = ["\"", &label, "\""].concat();
        let sequences = self.spellings(&slots);
        let mut unit = Unit {
            label,
            sequences,
            slop,
            ..Unit::default()
        };
        if let ([sequence], true) = (unit.sequences.as_slice(), slots.len() == 1)
            && sequence[0].spelling == Spelling::Any
        {
            unit.forms = forms_of(&sequence[0].terms, 1.0);
            unit.sequences.clear();
        }
        Some(self.unit(unit))
    }

    /// Returns the phrase with, one at a time, neighbours written as one and words written as two.
    fn spellings(&mut self, slots: &[(Slot, String)]) -> Vec<Vec<Slot>> {
        let mut sequences = vec![spelling(slots, 0, 0, &[])];
        for at in 0..slots.len() {
            if slots[at].1.is_empty() || slots.len() > 32 {
                continue;
            }
            if let Some(next) = slots.get(at + 1)
                && !next.1.is_empty()
                && let Some(joined) = self
                    .dictionary
                    .index
                    .term_id(&[&*slots[at].1, &*next.1].concat())
            {
                sequences.push(spelling(slots, at, 2, &[joined]));
            }
            if let Some((left, right)) = self.dictionary.split(&slots[at].1) {
                sequences.push(spelling(slots, at, 1, &[left, right]));
            }
        }
        sequences.retain(|sequence| sequence.iter().all(|slot| !slot.terms.is_empty()));
        sequences
    }

    /// Returns the term's id as a list, with a note where no document has it.
    fn known(&mut self, term: &str) -> Vec<TermId> {
        let id = self.dictionary.index.term_id(term);
        if id.is_none() && !self.negated && self.dictionary.split(term).is_none() {
            let (near, _) = self.dictionary.typos(term);
            let suggestions = self.dictionary.texts(&near);
            self.note_unknown(term, suggestions);
        }
        id.into_iter().collect()
    }

    /// Returns the slot of a word that is not plain.
    pub(super) fn slot(&mut self, word: &Word) -> Option<Slot> {
        if word.form != WordForm::Exact {
            let forms = self.pattern_forms(word);
            return Some(Slot {
                terms: forms.iter().map(|form| form.term).collect(),
                spelling: Spelling::Any,
            });
        }
        let parts = crate::words_of(&word.text);
        if parts.is_empty() {
            return self.plain(&word.text).map(|_| Slot::default());
        }
        let terms = self.known(&parts.concat());
        Some(Slot {
            terms,
            spelling: Spelling::Surface(word.text.clone()),
        })
    }
}

/// Returns the slots with `n` of them, from `at`, replaced by single terms.
fn spelling(slots: &[(Slot, String)], at: usize, n: usize, terms: &[TermId]) -> Vec<Slot> {
    let mut spelling = Vec::with_capacity(slots.len() + 1);
    for (place, (slot, _)) in slots.iter().enumerate() {
        if place == at {
            spelling.extend(terms.iter().map(|&term| Slot::of(term)));
        }
        if place < at || place >= at + n {
            spelling.push(slot.clone());
        }
    }
    spelling
}

/// Tells whether a word may be a later part of a compound.
fn is_inner_part(part: &str, compound: &str) -> bool {
    let (part, compound) = (part.as_bytes(), compound.as_bytes());
    !part.is_empty()
        && compound
            .windows(part.len())
            .skip(1)
            .any(|window| window == part)
}
