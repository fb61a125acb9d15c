//! Whether one ranking is better than another, query by query.

use std::collections::BTreeMap;

use crate::random::PythonRandom;

/// A paired comparison of nDCG@10.
#[derive(Debug, PartialEq)]
pub(crate) struct Comparison {
    /// Number of queries that both answered.
    pub(crate) n_queries: usize,
    /// Queries on which the new ranking is better, and worse.
    pub(crate) n_better: usize,
    pub(crate) n_worse: usize,
    /// Mean difference, new minus old.
    pub(crate) difference: f64,
    /// Two-sided probability of such a difference were the rankings equally good.
    pub(crate) p: f64,
}

/// Compares by Fisher's randomisation test with 10,000 random changes of sign.
///
/// Source: Smucker, Allan and Carterette, "A comparison of statistical significance tests for
/// information retrieval evaluation" (CIKM 2007).
pub(crate) fn compare(old: &BTreeMap<String, f64>, new: &BTreeMap<String, f64>) -> Comparison {
    const TRIALS: u32 = 10_000;
    let pairs = old
        .iter()
        .filter_map(|(query, old)| Some(new.get(query)? - old));
    let differences: Vec<f64> = pairs.collect();
    let observed = differences.iter().sum::<f64>();
    let mut random = PythonRandom::new(7);
    let mut n_as_far = 0;
    for _ in 0..TRIALS {
        let sum: f64 = differences
            .iter()
            .map(|&by| if random.below(2) == 0 { by } else { -by })
            .sum();
        n_as_far += u32::from(sum.abs() >= observed.abs());
    }
    Comparison {
        n_queries: differences.len(),
        n_better: differences.iter().filter(|&&by| by > 0.0).count(),
        n_worse: differences.iter().filter(|&&by| by < 0.0).count(),
        difference: observed / differences.len().max(1) as f64,
        p: f64::from(n_as_far + 1) / f64::from(TRIALS + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::compare;
    use std::collections::BTreeMap;

    fn run(by: f64) -> BTreeMap<String, f64> {
        (0..40)
            .map(|query| (query.to_string(), 0.3 + by * f64::from(query % 4)))
            .collect()
    }

    #[test]
    fn a_steady_gain_is_significant() {
        let found = compare(&run(0.0), &run(0.1));
        assert!((found.difference - 0.15).abs() < 1e-9);
        assert_eq!(
            (found.n_queries, found.n_better, found.n_worse),
            (40, 30, 0)
        );
        assert!(found.p < 0.001);
    }

    #[test]
    fn the_same_ranking_is_no_gain() {
        let found = compare(&run(0.1), &run(0.1));
        assert_eq!((found.difference, found.p), (0.0, 1.0));
    }
}
