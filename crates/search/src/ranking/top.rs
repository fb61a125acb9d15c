//! The best documents of a query, without scoring those that cannot be among them.
//!
//! Sources: Turtle and Flood, "Query evaluation: strategies and optimizations" (1995), for bounds by term;
//! Ding and Suel, "Faster top-k document retrieval using block-max indexes" (SIGIR 2011), for bounds by
//! block. Which documents answer is known beforehand, as bits, so that bounds are all that is left to do.
//! The result is that of scoring every document: the same documents, order and scores.

use super::{Frequencies, UnitPostings};
use crate::Tables;
use crate::document_set::DocumentSet;
use crate::plan::Unit;
use crate::searcher::{Scored, rank};
use index::Index;
use sorting::{descending, keep_first};

/// Queries of more words are scored word by word: asking each document for each word takes longer.
pub(crate) const MOST_BOUNDED_UNITS: usize = 8;

/// More than the rounding of a score.
const ROUNDING: f32 = 1.0001;

/// The best documents seen so far.
#[derive(Debug)]
pub(crate) struct Best {
    n: usize,
    kept: Vec<Scored>,
    /// The rank of the last of the first `n`; what does not come before it is not among them.
    last: u64,
}

impl Best {
    pub(crate) fn new(n: usize) -> Self {
        Self {
            n,
            kept: Vec::new(),
            last: if n == 0 { 0 } else { u64::MAX },
        }
    }

    /// Tells whether a document of this tier and at most this score may be among the best.
    fn admits(&self, tier: u64, most: f32) -> bool {
        tier | descending(most) < self.last
    }

    fn push(&mut self, scored: Scored) {
        if rank(&scored) >= self.last {
            return;
        }
        self.kept.push(scored);
        if self.kept.len() >= self.n.saturating_mul(2).saturating_add(64) {
            self.settle();
        }
    }

    fn settle(&mut self) {
        keep_first(&mut self.kept, self.n, rank);
        if self.kept.len() == self.n {
            self.last = self.kept.last().map_or(0, rank);
        }
    }

    /// Returns the best, best first.
    pub(crate) fn into_sorted(mut self) -> Vec<Scored> {
        self.settle();
        self.kept
    }
}

/// A unit as it is scored.
struct Scorer<'u> {
    documents: &'u DocumentSet,
    weight: f32,
    frequencies: Frequencies<'u>,
    /// What it adds at most to a document before `range_end`.
    most: f32,
}

/// Adds the best of some documents, all of one tier, to what is kept.
///
/// Cost: linear in `documents`; what is spared is reading frequencies.
pub(crate) fn add_best<'u>(
    index: &'u Index,
    tables: &'u Tables,
    units: &[Unit],
    postings: &'u [UnitPostings],
    documents: &DocumentSet,
    is_partial: bool,
    best: &mut Best,
) {
    let k1 = tables.parameters.k1;
    let mut scorers: Vec<Scorer<'u>> = Vec::new();
    for (unit, postings) in units.iter().zip(postings) {
        if postings.weight > 0.0 {
            scorers.push(Scorer {
                documents: &postings.documents,
                weight: postings.weight,
                frequencies: postings.frequencies(index, tables, unit).with_bounds(),
                most: 0.0,
            });
        }
    }
    let mut range_end = 0;
    let mut is_hopeless = false;
    documents.for_each(|document| {
        let mut scored = Scored {
            is_partial,
            score: 0.0,
            document,
        };
        let tier = scored.tier();
        if document >= range_end {
            range_end = u32::MAX;
            let mut all = 0.0;
            for scorer in &mut scorers {
                let (frequency, end) = scorer.frequencies.most_from(document);
                range_end = range_end.min(end);
                scorer.most = scorer.weight * frequency / (k1 + frequency) * ROUNDING;
                all += scorer.most;
            }
            is_hopeless = !best.admits(tier, all);
        }
        if is_hopeless {
            return;
        }
        let mut most = 0.0;
        for scorer in &scorers {
            if scorer.documents.contains(document) {
                most += scorer.most;
            }
        }
        if !best.admits(tier, most) {
            return;
        }
        for scorer in &mut scorers {
            if scorer.documents.contains(document) {
                let frequency = scorer.frequencies.of(document);
                scored.score += scorer.weight * frequency / (k1 + frequency);
            }
        }
        best.push(scored);
    });
}
