//! Dispersion: where in the documents matches stand, and how evenly they are spread.

use crate::measures::{Deviation, deviation_of_proportions};
use crate::{Match, Words};
use index::DocId;

/// How the words are cut into the parts over which evenness is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Parts {
    /// Each document is a part.
    #[default]
    Documents,
    /// So many parts of equal length, to a word, of the documents one after another.
    Equal(u32),
}

/// Most parts.
const MAX_PARTS: u32 = 10_000;

/// Where matches stand.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dispersion {
    /// Number of documents with a match.
    pub range: usize,
    /// How evenly the matches are spread; `None` without matches.
    pub deviation: Option<Deviation>,
    /// The number of parts over which that was measured.
    pub n_parts: usize,
    /// Documents with a match, in the order of the corpus.
    pub rows: Vec<DispersionRow>,
}

/// Where matches stand in one document.
#[derive(Debug, Clone, PartialEq)]
pub struct DispersionRow {
    /// The document.
    pub doc: DocId,
    /// Its words.
    pub n_words: u32,
    /// How many matches there are.
    pub n_matches: u32,
    /// Words before each match as a share of the document's words: from 0 to below 1, ascending.
    pub positions: Vec<f64>,
}

impl Words {
    /// Shows where matches stand in documents, and measures how evenly they are spread.
    ///
    /// `documents` are ascending; documents without a match count for the measure, too. Documents from
    /// the `offset`th with a match, at most `limit`. Cost: linear in the documents and the matches.
    #[must_use]
    pub fn dispersion(
        &self,
        documents: &[DocId],
        matches: &[Match],
        parts: Parts,
        offset: usize,
        limit: usize,
    ) -> Dispersion {
        let mut counts = Vec::with_capacity(documents.len());
        let mut dispersion = Dispersion::default();
        let mut rest = matches;
        for &doc in documents {
            let places = self.places(doc);
            let before = rest.partition_point(|found| (found.start as usize) < places.start);
            let end = rest.partition_point(|found| (found.start as usize) < places.end);
            let own = &rest[before..end];
            rest = &rest[end..];
            counts.push((own.len() as u64, places.len() as u64));
            if own.is_empty() {
                continue;
            }
            dispersion.range += 1;
            if dispersion.range > offset && dispersion.rows.len() < limit {
                let share = |found: &Match| {
                    (found.start as usize - places.start) as f64 / places.len() as f64
                };
                dispersion.rows.push(DispersionRow {
                    doc,
                    n_words: places.len() as u32,
                    n_matches: own.len() as u32,
                    positions: own.iter().map(share).collect(),
                });
            }
        }
        if let Parts::Equal(n) = parts {
            counts = self.equal_parts(documents, matches, n.clamp(1, MAX_PARTS));
        }
        dispersion.deviation = deviation_of_proportions(&counts);
        dispersion.n_parts = counts.iter().filter(|(_, words)| *words > 0).count();
        dispersion
    }

    /// Counts matches and words of `n` parts, the documents read one after another.
    fn equal_parts(&self, documents: &[DocId], matches: &[Match], n: u32) -> Vec<(u64, u64)> {
        let (n, n_words) = (u64::from(n), self.scope(documents).words);
        // The place `at` falls into part `at n / n_words`, rounded down.
        let first = |part: u64| (part * n_words).div_ceil(n);
        let mut parts: Vec<(u64, u64)> = (0..n)
            .map(|part| (0, first(part + 1) - first(part)))
            .collect();
        let (mut before, mut rest) = (0, matches);
        for &doc in documents {
            let places = self.places(doc);
            let end = rest.partition_point(|found| (found.start as usize) < places.end);
            for found in &rest[..end] {
                let Some(into) = (found.start as usize).checked_sub(places.start) else {
                    continue;
                };
                let part = (before + into as u64) * n / n_words.max(1);
                if let Some(part) = parts.get_mut(part as usize) {
                    part.0 += 1;
                }
            }
            rest = &rest[end..];
            before += places.len() as u64;
        }
        parts
    }
}
