//! Where a query matches, as runs of words.

use crate::Words;
use index::{DocId, TermId};
use sorting::SmallSort;

/// A run of words that a query matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Place of the first word in [`Words`].
    pub start: u32,
    /// Number of words, at least 1.
    pub length: u32,
}

impl Match {
    /// Returns the place after the last word.
    #[must_use]
    pub fn end(self) -> u32 {
        self.start + self.length
    }
}

/// Runs of words to look for: each alternative is a run of slots, each slot a set of terms, of which any
/// may stand there, in ascending order. Joined forms of compounds are terms, too.
pub type Alternatives = Vec<Vec<Vec<TermId>>>;

impl Words {
    /// Finds alternatives in documents: sorted, those that overlap made one. No match reaches over the
    /// edge of a block.
    ///
    /// `documents` are ascending. Cost: linear in their words, not in their letters.
    #[must_use]
    pub fn find(&self, alternatives: &Alternatives, documents: &[DocId]) -> Vec<Match> {
        let mut begins = vec![false; self.n_terms()];
        for term in alternatives.iter().filter_map(|run| run.first()).flatten() {
            if let Some(begins) = begins.get_mut(term.as_usize()) {
                *begins = true;
            }
        }
        let begins = |term: u32| begins.get(term as usize).is_some_and(|&begins| begins);
        let mut found: Vec<Match> = Vec::new();
        let mut joined = self.joined.as_slice();
        for &doc in documents {
            let places = self.places(doc);
            let first = found.len();
            for (at, &term) in self.terms[places.clone()].iter().enumerate() {
                if begins(term) {
                    let at = (places.start + at) as u32;
                    self.match_at(alternatives, at, &mut found);
                }
            }
            joined =
                &joined[joined.partition_point(|joined| (joined.at as usize) < places.start)..];
            let own = joined.partition_point(|joined| (joined.at as usize) < places.end);
            let words_only = found.len();
            for joined in joined[..own].iter().filter(|joined| begins(joined.term)) {
                self.match_at(alternatives, joined.at, &mut found);
            }
            if found.len() > words_only {
                found[first..].small_sort_by_number(|found| u64::from(found.start));
            }
        }
        merged(found)
    }

    /// Returns the document of each match; they are sorted.
    pub(crate) fn docs(&self, matches: &[Match]) -> Vec<DocId> {
        let mut docs = Vec::with_capacity(matches.len());
        let (mut doc, mut end) = (DocId(0), 0);
        for found in matches {
            if found.start as usize >= end {
                doc = self.doc(found.start);
                end = self.places(doc).end;
            }
            docs.push(doc);
        }
        docs
    }

    /// Counts the documents that sorted matches lie in.
    #[must_use]
    pub fn n_documents_with(&self, matches: &[Match]) -> usize {
        let mut docs = self.docs(matches);
        docs.dedup();
        docs.len()
    }

    /// Adds the longest match that begins at a place.
    fn match_at(&self, alternatives: &Alternatives, at: u32, found: &mut Vec<Match>) {
        let longest = alternatives
            .iter()
            .filter_map(|run| self.run_at(run, at))
            .max();
        if let Some(length) = longest {
            found.push(Match { start: at, length });
        }
    }

    /// Returns how many words a run of slots takes from a place.
    fn run_at(&self, run: &[Vec<TermId>], at: u32) -> Option<u32> {
        let mut length = 0;
        for (slot, terms) in run.iter().enumerate() {
            let place = at + slot as u32;
            if slot > 0 && self.blocks.has(place as usize) {
                return None;
            }
            let word = self.terms.get(place as usize)?;
            let holds = |term: u32| terms.binary_search(&TermId(term)).is_ok();
            let mut taken = holds(*word).then_some(1);
            let from = self.joined.partition_point(|joined| joined.at < place);
            for joined in &self.joined[from..] {
                if joined.at != place {
                    break;
                }
                if holds(joined.term) {
                    taken = taken.max(Some(joined.n_words));
                }
            }
            length = length.max(slot as u32 + taken?);
        }
        Some(length)
    }
}

/// Makes matches that overlap one; they are sorted by start.
fn merged(found: Vec<Match>) -> Vec<Match> {
    let mut merged: Vec<Match> = Vec::with_capacity(found.len());
    for one in found {
        match merged.last_mut() {
            Some(last) if one.start < last.end() => {
                last.length = last.length.max(one.end() - last.start);
            }
            _ => merged.push(one),
        }
    }
    merged
}
