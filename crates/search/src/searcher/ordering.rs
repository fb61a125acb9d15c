//! Scores of documents, and their order.

use super::{Order, Scored, Searcher, rank};
use crate::dates::DayRange;
use crate::document_set::DocumentSet;
use crate::mentions;
use crate::plan::Plan;
use crate::ranking::feedback::{self, AddedWord};
use crate::ranking::parameters::PROXIMITY_DOCUMENTS;
use crate::ranking::{ProximityBound, UnitPostings, add_proximity, query_weight};
use index::DocId;
use sorting::{SmallSort, descending, keep_first};

impl<'i> Searcher<'i> {
    /// Tells whether the best documents add words to a query.
    ///
    /// Feedback is for words alone and for questions: elsewhere an operator says what is wanted better
    /// than the best documents could.
    pub(super) fn has_feedback(self, plan: &Plan, postings: &[UnitPostings]) -> bool {
        let n_scored = postings.iter().filter(|unit| unit.weight > 0.0).count();
        (plan.words_only || plan.is_question)
            && n_scored >= self.tables.parameters.feedback.min_words
    }

    /// Returns the score of every document by the query's own words.
    pub(super) fn own_scores(self, plan: &Plan, postings: &[UnitPostings]) -> Vec<f32> {
        let mut scores = vec![0.0f32; self.index.n_documents() as usize];
        for (unit, postings) in plan.units.iter().zip(postings) {
            if postings.weight > 0.0 {
                postings.add_scores(self.index, self.tables, unit, &mut scores);
            }
            if unit.positive {
                for own in unit.places.chunk_by(|left, right| left.0 == right.0) {
                    if let Some(score) = scores.get_mut(own[0].0.as_usize()) {
                        *score += mentions::score(own.len());
                    }
                }
            }
        }
        scores
    }

    /// Returns the words that the best documents add to a query, by the scores that they have without.
    pub(super) fn added_words(
        self,
        plan: &Plan,
        postings: &[UnitPostings],
        candidates: [&DocumentSet; 2],
        scores: &[f32],
    ) -> Vec<AddedWord> {
        if !self.has_feedback(plan, postings) {
            return Vec::new();
        }
        let parameters = &self.tables.parameters;
        let mut weight = 0.0;
        for (unit, postings) in plan.units.iter().zip(postings) {
            if postings.weight > 0.0 {
                weight += query_weight(unit, parameters);
            }
        }
        let feedback = &parameters.feedback;
        let mut best: Vec<(f32, u32)> = Vec::new();
        for documents in candidates {
            documents.for_each(|document| best.push((scores[document as usize], document)));
        }
        keep_first(&mut best, feedback.documents, |&(score, document)| {
            descending(score) << 32 | u64::from(document)
        });
        let share = if plan.is_question {
            feedback.weight
        } else {
            feedback.weight_short
        };
        feedback::added_words(self.index, self.tables, &best, weight, share)
    }

    /// Adds proximity to the best documents and puts the first `wanted` in order; `all` are sorted.
    ///
    /// Proximity reads texts, so it is left out where it cannot lift a document among those wanted. The
    /// order and the scores of these are as if it had been computed for all
    /// ([`PROXIMITY_DOCUMENTS`]).
    pub(super) fn rerank(
        self,
        plan: &Plan,
        postings: &[UnitPostings],
        all: &mut Vec<Scored>,
        wanted: usize,
    ) {
        let n_best = all.len().min(PROXIMITY_DOCUMENTS);
        let n_first = n_best.min(wanted);
        self.add_proximity(plan, postings, &mut all[..n_first]);
        if n_first < n_best && n_first > 0 {
            let last = all[..n_first].iter().map(rank).max().unwrap_or(u64::MAX);
            let bound = ProximityBound::new(self.tables, postings);
            let mut rest = all.split_off(n_first);
            rest.truncate(n_best - n_first);
            rest.retain(|scored| {
                let most = bound.most(scored.score, scored.document);
                scored.tier() | descending(most) <= last
            });
            self.add_proximity(plan, postings, &mut rest);
            all.append(&mut rest);
        }
        let n_best = all.len().min(PROXIMITY_DOCUMENTS);
        let best = &mut all[..n_best];
        best.small_sort_by_number(|scored| u64::from(scored.document));
        best.small_sort_by_number(rank);
    }

    pub(super) fn add_proximity(self, plan: &Plan, postings: &[UnitPostings], best: &mut [Scored]) {
        best.small_sort_by_number(|scored| u64::from(scored.document));
        let mut scored: Vec<(f32, u32)> = best
            .iter()
            .map(|scored| (scored.score, scored.document))
            .collect();
        add_proximity(self.index, self.tables, &plan.units, postings, &mut scored);
        for (best, (score, _)) in best.iter_mut().zip(scored) {
            best.score = score;
        }
    }

    pub(super) fn sort_by_metadata(self, all: &mut [Scored], order: Order) {
        let days = |document: u32| self.tables.days[document as usize];
        match order {
            Order::Relevance => all.small_sort_by_number(rank),
            Order::Newest => all.small_sort_by_number(|scored| {
                let newest = |days: DayRange| (1 << 46) - 1 - days.number();
                scored.tier() | days(scored.document).map_or(1 << 46, newest)
            }),
            Order::Oldest => all.small_sort_by_number(|scored| {
                scored.tier() | days(scored.document).map_or(1 << 46, DayRange::number)
            }),
            Order::Longest | Order::Shortest => all.small_sort_by_number(|scored| {
                let n_words = self.index.document(DocId(scored.document)).n_tokens();
                let longest = (1 << 46) - 1 - n_words;
                scored.tier()
                    | if order == Order::Longest {
                        longest
                    } else {
                        n_words
                    }
            }),
            Order::Title | Order::Source => {
                let mut named: Vec<(bool, Vec<String>, Scored)> = Vec::with_capacity(all.len());
                for scored in &*all {
                    let name = self.name(order, DocId(scored.document));
                    let words = crate::words_of(name.unwrap_or_default());
                    named.push((name.is_none(), words, *scored));
                }
                named.small_sort_by(|left, right| {
                    let tier = |named: &(bool, _, Scored)| (named.2.is_partial, named.0);
                    tier(left)
                        .cmp(&tier(right))
                        .then_with(|| left.1.cmp(&right.1))
                });
                for (place, (_, _, scored)) in all.iter_mut().zip(named) {
                    *place = scored;
                }
            }
        }
    }

    /// Returns what a document is sorted by where its name decides; `None` for one without a source.
    fn name(self, order: Order, doc: DocId) -> Option<&'i str> {
        if order == Order::Title {
            return Some(self.index.document(doc).title());
        }
        let sources = self.index.field("source")?;
        let first = sources.document_values(doc).first()?;
        Some(sources.value(*first))
    }
}
