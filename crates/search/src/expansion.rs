//! Widening: which terms of the dictionary a word of the query stands for.

use crate::matching::Matcher;
use crate::pattern::{self, EditDistance, Expression, MAX_NODES, Pattern};
use crate::plan::{Form, Slot, Unit};
use crate::ranking::parameters::{MAX_TYPO_FORMS, WEIGHT_EXACT};
use crate::{Reason, SpanSource, Tables};
use index::{DocId, Index, TermId};
use query::{FuzzyDistance, Word, WordForm};
use sorting::SmallSort;

/// Most forms of one pattern; the most frequent are kept.
const MAX_FORMS: usize = 1024;
/// Most dictionary entries that one stem is compared with.
const MAX_STEM_CANDIDATES: usize = 20_000;

/// The terms, values and documents that a query is planned against.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dictionary<'i> {
    pub(crate) index: &'i Index,
    pub(crate) tables: &'i Tables,
    pub(crate) spans: Option<&'i dyn SpanSource>,
}

/// Forms, and whether they are all there are.
pub(crate) type Forms = (Vec<Form>, bool);

impl Dictionary<'_> {
    /// Returns the terms that share a stem with `term` in one of the corpus's languages, in term order.
    pub(crate) fn stem_family(&self, term: &str) -> Vec<TermId> {
        let mut family = Vec::new();
        for &language in &self.tables.languages {
            let stem = analysis::stem(term, language);
            analysis::variant_prefixes(&stem, language, &mut |prefix| {
                if prefix.is_empty() {
                    return;
                }
                let mut n_seen = 0;
                self.index.for_each_term(prefix, &mut |other, id| {
                    n_seen += 1;
                    if analysis::stem(other, language) == stem {
                        family.push(id);
                    }
                    n_seen < MAX_STEM_CANDIDATES
                });
            });
        }
        family.small_sort_by_number(|term| u64::from(term.0));
        family.dedup();
        family
    }

    /// Returns two terms that make up `term` and stand next to each other in some document.
    ///
    /// Of several, the pair with the rarer word most frequent.
    pub(crate) fn split(&self, term: &str) -> Option<(TermId, TermId)> {
        let mut best: Option<(u64, (TermId, TermId))> = None;
        for (at, _) in term.char_indices().skip(2) {
            let (Some(left), Some(right)) = (term.get(..at), term.get(at..)) else {
                continue;
            };
            if right.chars().nth(1).is_none() {
                continue;
            }
            let (Some(left), Some(right)) = (self.index.term_id(left), self.index.term_id(right))
            else {
                continue;
            };
            let frequency = self
                .index
                .collection_frequency(left)
                .min(self.index.collection_frequency(right));
            let slots = [Slot::of(left), Slot::of(right)];
            if best.is_none_or(|(most, _)| frequency > most) && self.adjacent(&slots) {
                best = Some((frequency, (left, right)));
            }
        }
        best.map(|(_, pair)| pair)
    }

    /// Tells whether some document holds the slots next to each other.
    pub(crate) fn adjacent(&self, slots: &[Slot]) -> bool {
        let units = [Unit {
            sequences: vec![slots.to_vec()],
            ..Unit::default()
        }];
        let Some(rarest) = slots.iter().min_by_key(|slot| self.slot_frequency(slot)) else {
            return false;
        };
        let mut matcher = Matcher::new(self.index, self.tables, &units);
        rarest.terms.iter().any(|&term| {
            let mut postings = self.index.postings(term);
            while postings.doc() != DocId::END {
                if !matcher.unit_spans(postings.doc(), 0).is_empty() {
                    return true;
                }
                postings.advance();
            }
            false
        })
    }

    /// Returns the terms as texts.
    pub(crate) fn texts(&self, forms: &[Form]) -> Vec<String> {
        forms
            .iter()
            .map(|form| self.index.term_text(form.term))
            .collect()
    }

    fn slot_frequency(&self, slot: &Slot) -> u64 {
        slot.terms
            .iter()
            .map(|&term| u64::from(self.index.document_frequency(term)))
            .sum()
    }

    /// Returns the nearest terms to a word that no document has, none that is less near than another: the
    /// first letter kept before lost, frequent before rare. None for a word with digits.
    pub(crate) fn typos(&self, term: &str) -> Forms {
        if term.bytes().any(|byte| byte.is_ascii_digit()) {
            return (Vec::new(), true);
        }
        // Only the nearest count, and one error is found in a fraction of the time that two take.
        let mut found = Vec::new();
        let mut complete = true;
        for distance in 1..=guessed_distance(term) {
            let mut machine = EditDistance::new(term, distance);
            (found, complete) = pattern::walk(self.index.terms().as_fst(), &mut machine, MAX_NODES);
            if !found.is_empty() {
                break;
            }
        }
        let initial = term.chars().next();
        found.small_sort_by_number(|near| {
            let id = TermId(near.term);
            let lost_initial = self.index.term_text(id).chars().next() != initial;
            let rank = u64::from(near.cost) << 56 | u64::from(lost_initial) << 55;
            rank | ((1 << 55) - 1 - self.index.collection_frequency(id).min(1 << 54))
        });
        let nearest = found.first().map_or(0, |near| near.cost);
        let mut forms = Vec::new();
        for near in &found {
            if near.cost == nearest && forms.len() < MAX_TYPO_FORMS {
                forms.push(Form {
                    term: TermId(near.term),
                    weight: self.tables.parameters.typo_weight,
                });
            }
        }
        (forms, complete)
    }

    /// Returns words of the texts that look like one that no text has, nearest first, then those of most
    /// documents: what [`Dictionary::typos`] finds, or else words with two errors.
    pub(crate) fn near(&self, word: &str) -> Vec<TermId> {
        let term = analysis::fold(word);
        let (found, _) = self.typos(&term);
        if !found.is_empty() || term.bytes().any(|byte| byte.is_ascii_digit()) {
            return found.iter().map(|form| form.term).collect();
        }
        let distance = if term.chars().count() < 4 { 1 } else { 2 };
        let mut machine = EditDistance::new(&term, distance);
        let (mut near, _) = pattern::walk(self.index.terms().as_fst(), &mut machine, MAX_NODES);
        near.small_sort_by_number(|near| {
            let n_documents = self.index.document_frequency(TermId(near.term));
            u64::from(near.cost) << 32 | u64::from(u32::MAX - n_documents)
        });
        near.iter().map(|near| TermId(near.term)).collect()
    }

    /// Returns the forms of a word that is a pattern, most frequent first, and why they stand for it;
    /// no forms for an expression that is not understood.
    pub(crate) fn pattern(&self, word: &Word) -> (Option<Forms>, Reason) {
        match word.form {
            WordForm::Wildcard => {
                let pattern = joined_pattern(&word.text);
                (
                    Some(self.forms(&mut Expression::wildcard(&pattern))),
                    Reason::Wildcard,
                )
            }
            WordForm::Regex => (
                Expression::regex(&word.text)
                    .ok()
                    .map(|mut machine| self.forms(&mut machine)),
                Reason::Regex,
            ),
            WordForm::Fuzzy(distance) => {
                (Some(self.forms(&mut fuzzy(word, distance))), Reason::Fuzzy)
            }
            WordForm::Plain | WordForm::Exact => {
                let term = self.index.term_id(&crate::words_of(&word.text).concat());
                let form = term.map(|term| Form {
                    term,
                    weight: WEIGHT_EXACT,
                });
                (Some((form.into_iter().collect(), true)), Reason::Stem)
            }
        }
    }

    fn forms(&self, machine: &mut dyn Pattern) -> Forms {
        let (mut found, mut complete) =
            pattern::walk(self.index.terms().as_fst(), machine, MAX_NODES);
        if found.len() > MAX_FORMS {
            complete = false;
            found.small_sort_by_number(|form| {
                u64::MAX - self.index.collection_frequency(TermId(form.term))
            });
            found.truncate(MAX_FORMS);
        }
        let per_error = self.tables.parameters.typo_weight;
        let weight = |cost| (0..cost).fold(WEIGHT_EXACT, |weight, _| weight * per_error);
        let forms = found
            .iter()
            .map(|form| Form {
                term: TermId(form.term),
                weight: weight(form.cost),
            })
            .collect();
        (forms, complete)
    }
}

/// Returns the machine of `word~`, `word~1` or `word~2`.
pub(crate) fn fuzzy(word: &Word, distance: FuzzyDistance) -> EditDistance {
    let folded = crate::words_of(&word.text).concat();
    let bound = match distance {
        FuzzyDistance::Auto => automatic_distance(&folded),
        FuzzyDistance::One => 1,
        FuzzyDistance::Two => 2,
    };
    EditDistance::new(&folded, bound)
}

/// Typing errors in a word that no document has, without being asked: none below four letters, two from
/// eight. Every short word is near some other.
pub(crate) fn guessed_distance(term: &str) -> u8 {
    match term.chars().count() {
        ..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// What `~` allows: one typing error up to five letters, two beyond.
fn automatic_distance(term: &str) -> u8 {
    if term.chars().count() <= 5 { 1 } else { 2 }
}

/// Drops what joins the parts of a compound: its joined form is a term of its own.
pub(crate) fn joined_pattern(pattern: &str) -> String {
    pattern
        .chars()
        .filter(|character| !matches!(character, '-' | '‐' | '‑' | '–' | '/'))
        .collect()
}
