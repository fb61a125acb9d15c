//! Similar documents: those that use the same telling words.

use crate::measures::descending;
use crate::words::Words;
use index::DocId;
use sorting::{SmallSort, keep_first};

/// Most shared terms that are given as the reason.
const MAX_REASONS: usize = 10;

/// A document that resembles another.
#[derive(Debug, Clone, PartialEq)]
pub struct SimilarDocument {
    /// The document.
    pub doc: DocId,
    /// Cosine of the two vectors of weighted terms: 0 for no term in common, 1 for the same shares of all.
    pub score: f64,
    /// The shared terms that add most to the score.
    pub shared: Vec<SharedTerm>,
}

/// A term of two documents.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SharedTerm {
    /// The term.
    pub term: u32,
    /// How often the document asked about has it.
    pub here: u32,
    /// How often the similar document has it.
    pub there: u32,
    /// What it adds to the score, from 0 to 1; over all shared terms these sum up to the score.
    pub share: f64,
}

impl Words {
    /// Finds documents among `documents` that resemble `doc`, most similar first; `doc` is left out.
    ///
    /// A term's weight in a document is `(1 + ln tf) ln(N / df)`, with its frequency `tf` there and the
    /// number `df` of the `N` documents of the corpus that have it. A term of every document weighs
    /// nothing, so that function words need no list. Weights are kept in 32 bits.
    ///
    /// Source: Salton and Buckley, "Term-weighting approaches in automatic text retrieval" (1988), the
    /// weighting `ltc` for both documents.
    ///
    /// Cost: linear in the words of `documents`; the first call counts those of the corpus.
    #[must_use]
    pub fn similar(&self, doc: DocId, documents: &[DocId], limit: usize) -> Vec<SimilarDocument> {
        let norms = self.norms();
        let rarities = &norms.0;
        let mut here = vec![0_u32; self.n_terms()];
        for &term in &self.terms[self.places(doc)] {
            if let Some(count) = here.get_mut(term as usize) {
                *count += 1;
            }
        }
        let own: Vec<f32> = here
            .iter()
            .zip(rarities)
            .map(|(&count, &rarity)| weight(count) * rarity)
            .collect();
        let own_norm = norms.1.get(doc.as_usize()).copied().unwrap_or_default();
        let mut counts = Counts::new(self.n_terms());
        let mut scored: Vec<(f64, DocId)> = Vec::new();
        for &other in documents.iter().filter(|&&other| other != doc) {
            let norm = norms.1.get(other.as_usize()).copied().unwrap_or_default() * own_norm;
            counts.count(&self.terms[self.places(other)], &own);
            let mut product = 0.0;
            for &term in &counts.seen {
                let at = term as usize;
                product += f64::from(own[at] * weight(counts.of[at]) * rarities[at]);
            }
            if product > 0.0 && norm > 0.0 {
                scored.push((product / f64::from(norm), other));
            }
        }
        keep_first(&mut scored, limit, |(score, _)| descending(*score));
        let mut similar = Vec::with_capacity(scored.len());
        for (score, other) in scored {
            counts.count(&self.terms[self.places(other)], &own);
            let norm = norms.1[other.as_usize()] * own_norm;
            let mut shared: Vec<SharedTerm> = counts
                .seen
                .iter()
                .map(|&term| {
                    let at = term as usize;
                    let product = own[at] * weight(counts.of[at]) * rarities[at];
                    SharedTerm {
                        term,
                        here: here[at],
                        there: counts.of[at],
                        share: f64::from(product) / f64::from(norm),
                    }
                })
                .collect();
            shared.small_sort_by_number(|shared| u64::from(shared.term));
            shared.small_sort_by_number(|shared| descending(shared.share));
            shared.truncate(MAX_REASONS);
            similar.push(SimilarDocument {
                doc: other,
                score: score.min(1.0),
                shared,
            });
        }
        similar
    }

    /// Returns the rarity `ln(N / df)` of every term and the length of every document's vector.
    fn norms(&self) -> &(Vec<f32>, Vec<f32>) {
        self.norms.get_or_init(|| {
            let documents: Vec<DocId> = (0..self.n_documents()).map(DocId).collect();
            let rarities: Vec<f32> = self
                .document_frequencies(&documents)
                .into_iter()
                .map(|df| match df {
                    0 => 0.0,
                    df => libm::logf(documents.len() as f32 / df as f32),
                })
                .collect();
            let mut counts = Counts::new(self.n_terms());
            let norms = documents.iter().map(|&doc| {
                counts.count(&self.terms[self.places(doc)], &rarities);
                let mut sum = 0.0;
                for &term in &counts.seen {
                    let at = term as usize;
                    let weight = f64::from(weight(counts.of[at]) * rarities[at]);
                    sum += weight * weight;
                }
                libm::sqrt(sum) as f32
            });
            let norms = norms.collect();
            (rarities, norms)
        })
    }
}

/// Frequencies in one document after another.
struct Counts {
    of: Vec<u32>,
    seen: Vec<u32>,
}

impl Counts {
    fn new(n_terms: usize) -> Self {
        Self {
            of: vec![0; n_terms],
            seen: Vec::new(),
        }
    }

    /// Counts the terms that weigh something, each once in `seen`, in the order of the text.
    fn count(&mut self, terms: &[u32], weights: &[f32]) {
        for &term in &self.seen {
            self.of[term as usize] = 0;
        }
        self.seen.clear();
        for &term in terms {
            if weights
                .get(term as usize)
                .is_some_and(|&weight| weight > 0.0)
            {
                let count = &mut self.of[term as usize];
                if *count == 0 {
                    self.seen.push(term);
                }
                *count += 1;
            }
        }
    }
}

/// Returns `1 + ln tf`; 0 for a term that is not there.
fn weight(frequency: u32) -> f32 {
    match frequency {
        0 => 0.0,
        1 => 1.0,
        more => 1.0 + libm::logf(more as f32),
    }
}
