//! How good one ranking is.
//!
//! The measures follow `trec_eval`: a query without any hit counts 0, and what was not judged counts as
//! not relevant. The gain of nDCG is `2^grade - 1` (Burges and others, 2005); with grades 0 and 1 it is
//! the grade itself, as in `trec_eval`.

use std::collections::{BTreeMap, BTreeSet};

/// The grades of the judged documents of one query; above 0 is relevant.
pub(crate) type Judgements = BTreeMap<String, u32>;

/// How deep average precision and recall look.
pub(crate) const DEPTH: usize = 100;

/// The measures of one query, or their means.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Measures {
    /// Discounted cumulative gain of the first ten over the best possible one (Järvelin and Kekäläinen, 2002).
    pub(crate) ndcg_10: f64,
    /// Mean precision at the relevant documents; those below [`DEPTH`] count 0.
    pub(crate) average_precision: f64,
    /// Share of the relevant documents among the first [`DEPTH`].
    pub(crate) recall_100: f64,
}

impl Measures {
    /// Measures a ranking, best first. A document that is named twice counts once.
    pub(crate) fn of(ranked: &[String], judgements: &Judgements) -> Self {
        let mut seen = BTreeSet::new();
        let grades: Vec<u32> = ranked
            .iter()
            .filter(|id| seen.insert(id.as_str()))
            .take(DEPTH)
            .map(|id| judgements.get(id).copied().unwrap_or(0))
            .collect();
        let mut best: Vec<u32> = judgements.values().copied().collect();
        best.sort_unstable_by(|left, right| right.cmp(left));
        let n_relevant = best.iter().filter(|&&grade| grade > 0).count();
        let (mut n_found, mut precision) = (0usize, 0.0);
        for (at, _) in grades.iter().enumerate().filter(|(_, grade)| **grade > 0) {
            n_found += 1;
            precision += n_found as f64 / (at + 1) as f64;
        }
        let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
        Self {
            ndcg_10: share(gain(&grades), gain(&best)),
            average_precision: share(precision, n_relevant as f64),
            recall_100: share(n_found as f64, n_relevant as f64),
        }
    }

    /// Returns the means; zeros of nothing.
    pub(crate) fn mean(all: &[Self]) -> Self {
        let mean =
            |value: fn(&Self) -> f64| all.iter().map(value).sum::<f64>() / all.len().max(1) as f64;
        Self {
            ndcg_10: mean(|one| one.ndcg_10),
            average_precision: mean(|one| one.average_precision),
            recall_100: mean(|one| one.recall_100),
        }
    }
}

fn gain(grades: &[u32]) -> f64 {
    let discounted =
        |(at, grade): (usize, &u32)| (f64::from(*grade).exp2() - 1.0) / ((at + 2) as f64).log2();
    grades.iter().take(10).enumerate().map(discounted).sum()
}

#[cfg(test)]
mod tests {
    use super::{Judgements, Measures};

    fn measure(ranked: &str, judged: &[(&str, u32)]) -> Measures {
        let ranked: Vec<String> = ranked.split_whitespace().map(str::to_owned).collect();
        let judgements: Judgements = judged
            .iter()
            .map(|(id, grade)| ((*id).to_owned(), *grade))
            .collect();
        Measures::of(&ranked, &judgements)
    }

    fn check(found: f64, wanted: f64) {
        assert!(
            (found - wanted).abs() < 5e-5,
            "found {found}, wanted {wanted}"
        );
    }

    #[test]
    fn a_worked_example_of_three_relevant_documents() {
        // Relevant at ranks 1 and 3, one not found: DCG 1 + 1/2, ideal 1 + 1/log2(3) + 1/2.
        let measures = measure("a x b y", &[("a", 1), ("b", 1), ("c", 1), ("x", 0)]);
        check(measures.ndcg_10, 1.5 / (1.5 + 1.0 / 3f64.log2()));
        check(measures.average_precision, (1.0 + 2.0 / 3.0) / 3.0);
        check(measures.recall_100, 2.0 / 3.0);
    }

    #[test]
    fn a_higher_grade_first_is_better() {
        let judged = [("good", 3), ("fair", 1)];
        check(measure("good fair", &judged).ndcg_10, 1.0);
        // (1 + 7 / log2 3) / (7 + 1 / log2 3)
        check(measure("fair good", &judged).ndcg_10, 0.7098);
    }

    #[test]
    fn the_eleventh_document_counts_for_recall_only() {
        let ranked: String = (0..10).map(|n| format!("x{n} ")).collect::<String>() + "a";
        let measures = measure(&ranked, &[("a", 1)]);
        check(measures.ndcg_10, 0.0);
        check(measures.average_precision, 1.0 / 11.0);
        check(measures.recall_100, 1.0);
    }

    #[test]
    fn no_answer_and_no_judgement_are_zero() {
        assert_eq!(measure("", &[("a", 1)]), Measures::default());
        assert_eq!(measure("a b", &[]), Measures::default());
    }

    #[test]
    fn a_repeated_document_counts_once() {
        let once = measure("a b", &[("a", 1), ("b", 1)]);
        assert_eq!(measure("a a b", &[("a", 1), ("b", 1)]), once);
    }
}
