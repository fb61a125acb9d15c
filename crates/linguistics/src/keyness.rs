//! Keyness: words that one set of documents uses more, or less, than another.

use crate::measures::{descending, log_likelihood, log_likelihood_2x2, log_ratio, per_million};
use crate::words::Words;
use index::DocId;
use sorting::keep_first;

/// What is key.
#[derive(Debug, Clone, Default)]
pub struct KeynessOptions {
    /// Words that occur less often in both sets together are left out.
    pub min_frequency: u32,
    /// Words with a lower log-likelihood are left out; see [`crate::measures::THRESHOLDS`].
    pub min_log_likelihood: f64,
    /// Terms to leave out.
    pub without: Vec<u32>,
    /// Which words are wanted.
    pub direction: Direction,
    /// Order of the rows; equal ones alphabetically.
    pub order: KeynessOrder,
    /// Rows to leave out at the start.
    pub offset: usize,
    /// Largest number of rows.
    pub limit: usize,
}

/// Which way a word is key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// Both ways.
    #[default]
    Both,
    /// More frequent in the target.
    Target,
    /// More frequent in the reference.
    Reference,
}

/// Order of key words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KeynessOrder {
    /// Highest log-likelihood first.
    #[default]
    LogLikelihood,
    /// Farthest from 0 first; what the target has more of before what it has less of.
    LogRatio,
    /// Most frequent in the target first.
    Frequency,
    /// Alphabetically.
    Word,
}

/// Key words in order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Keyness {
    /// Number of rows that pass.
    pub total: usize,
    /// Those asked for.
    pub rows: Vec<KeyWord>,
}

/// One key word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KeyWord {
    /// The term.
    pub term: u32,
    /// How often it occurs in the target.
    pub target: u32,
    /// How often it occurs in the reference.
    pub reference: u32,
    /// How often in a million words of the target.
    pub target_per_million: f64,
    /// How often in a million words of the reference.
    pub reference_per_million: f64,
    /// See [`log_likelihood`]; at least 0.
    pub log_likelihood: f64,
    /// See [`log_likelihood_2x2`]: the same with the words that are not this one.
    pub log_likelihood_2x2: f64,
    /// See [`log_ratio`]; negative where the reference has more.
    pub log_ratio: f64,
}

impl Words {
    /// Compares the frequencies of words in two sets of documents, each ascending.
    ///
    /// A document may be in both sets, but then says little. Cost: linear in the words of both.
    #[must_use]
    pub fn keyness(
        &self,
        target: &[DocId],
        reference: &[DocId],
        options: &KeynessOptions,
    ) -> Keyness {
        let (in_target, in_reference) = (self.frequencies(target), self.frequencies(reference));
        let (c, d) = (self.scope(target).words, self.scope(reference).words);
        let mut left_out = vec![false; in_target.len()];
        for &term in &options.without {
            if let Some(left_out) = left_out.get_mut(term as usize) {
                *left_out = true;
            }
        }
        let mut keys = Vec::new();
        for term in 0..in_target.len() {
            let (target, reference) = (in_target[term], in_reference[term]);
            let (a, b) = (u64::from(target), u64::from(reference));
            if left_out[term] || a + b < u64::from(options.min_frequency.max(1)) {
                continue;
            }
            let log_likelihood = log_likelihood(a, b, c, d);
            let ratio = log_ratio(a, b, c, d);
            let wanted = match options.direction {
                Direction::Both => true,
                Direction::Target => ratio > 0.0,
                Direction::Reference => ratio < 0.0,
            };
            if wanted && log_likelihood >= options.min_log_likelihood {
                keys.push(KeyWord {
                    term: term as u32,
                    target,
                    reference,
                    target_per_million: per_million(a, c),
                    reference_per_million: per_million(b, d),
                    log_likelihood,
                    log_likelihood_2x2: 0.0,
                    log_ratio: ratio,
                });
            }
        }
        let total = keys.len();
        let shown = options.offset.saturating_add(options.limit);
        keep_first(&mut keys, shown, |key| match options.order {
            KeynessOrder::LogLikelihood => descending(key.log_likelihood),
            KeynessOrder::LogRatio => {
                let is_negative = u64::from(key.log_ratio < 0.0);
                descending(key.log_ratio.abs()) & !1 | is_negative
            }
            KeynessOrder::Frequency => u64::from(u32::MAX - key.target),
            KeynessOrder::Word => u64::from(key.term),
        });
        keys.drain(..options.offset.min(keys.len()));
        for key in &mut keys {
            let (a, b) = (f64::from(key.target), f64::from(key.reference));
            key.log_likelihood_2x2 = log_likelihood_2x2([[a, b], [c as f64 - a, d as f64 - b]]);
        }
        Keyness { total, rows: keys }
    }
}
