//! Scores: BM25F with the forms of a word blended, and proximity.
//!
//! `docs/RANKING.md` has the formula with its symbols and sources.

mod explanation;
pub(crate) mod feedback;
pub(crate) mod function_words;
pub(crate) mod parameters;
mod proximity;

pub use explanation::Explanation;
pub(crate) use explanation::explain;
pub use parameters::{FeedbackParameters, Parameters};
pub(crate) use proximity::{ProximityBound, add_proximity};

use crate::Tables;
use crate::document_set::DocumentSet;
use crate::matching::Matcher;
use crate::plan::Unit;
use index::{DocId, FieldFrequencies, Index};
use std::cell::Cell;

/// What an occurrence in each field counts in one document: the field's weight over its normalised
/// length.
pub(crate) fn field_norms(index: &Index, parameters: &Parameters, doc: DocId) -> [f32; 3] {
    let (lengths, average) = (index.document(doc).lengths(), index.average_lengths());
    let pairs = [
        (lengths.title, average.title),
        (lengths.heading, average.heading),
        (lengths.body, average.body),
    ];
    std::array::from_fn(|field| {
        let (length, average) = (pairs[field].0 as f32, pairs[field].1.max(1.0) as f32);
        let b = parameters.field_b[field];
        parameters.field_weights[field] / (1.0 - b + b * length / average)
    })
}

/// The documents of a unit with its normalised frequency in each.
#[derive(Debug)]
pub(crate) struct UnitPostings {
    pub(crate) documents: DocumentSet,
    /// One for each document of the set, in order.
    frequencies: Vec<f32>,
    /// What a full frequency is worth: idf by the weight of repetitions; 0 where it does not score.
    pub(crate) weight: f32,
}

impl UnitPostings {
    /// Reads the postings of a unit.
    ///
    /// Cost: linear in the postings of its forms; for a phrase, in the documents that hold all its
    /// words.
    pub(crate) fn read(
        index: &Index,
        tables: &Tables,
        units: &[Unit],
        at: usize,
        bytes_left: &Cell<u64>,
    ) -> Self {
        let unit = &units[at];
        let n_documents = index.n_documents();
        let mut documents = DocumentSet::empty(n_documents);
        let mut frequencies = Vec::new();
        if let ([form], true) = (unit.forms.as_slice(), unit.sequences.is_empty()) {
            let mut cursor = index.postings(form.term);
            frequencies.reserve(cursor.document_frequency() as usize);
            while cursor.doc() != DocId::END {
                documents.insert(cursor.doc().0);
                frequencies
                    .push(form.weight * tables.frequency(cursor.doc(), cursor.frequencies()));
                cursor.advance();
            }
        } else {
            let mut dense = vec![0.0; n_documents as usize];
            for form in &unit.forms {
                let mut cursor = index.postings(form.term);
                while cursor.doc() != DocId::END {
                    documents.insert(cursor.doc().0);
                    dense[cursor.doc().as_usize()] +=
                        form.weight * tables.frequency(cursor.doc(), cursor.frequencies());
                    cursor.advance();
                }
            }
            let matcher = Matcher::new(index, tables, units).bounded(bytes_left);
            read_sequences(matcher, tables, &units[at], at, &mut documents, &mut dense);
            documents.for_each(|document| frequencies.push(dense[document as usize]));
        }
        let weight = if unit.positive {
            let parameters = &tables.parameters;
            let rarity = idf(n_documents, frequencies.len() as u32);
            power(rarity, parameters.idf_power)
                * (parameters.k1 + 1.0)
                * query_weight(unit, parameters)
        } else {
            0.0
        };
        Self {
            documents,
            frequencies,
            weight,
        }
    }

    /// Adds the unit's score to each document's.
    pub(crate) fn add_scores(&self, k1: f32, scores: &mut [f32]) {
        let mut frequencies = self.frequencies.iter();
        self.documents.for_each(|document| {
            if let Some(&frequency) = frequencies.next() {
                scores[document as usize] += self.weight * frequency / (k1 + frequency);
            }
        });
    }

    /// Returns the normalised frequency in one document.
    fn frequency(&self, document: u32) -> f32 {
        let mut found = 0.0;
        let mut frequencies = self.frequencies.iter();
        self.documents.for_each(|other| {
            if let (Some(&frequency), true) = (frequencies.next(), other == document) {
                found = frequency;
            }
        });
        found
    }
}

/// Returns what the query itself says about a unit's weight: how often it says it, and whether it is one
/// of the words that carry the others.
pub(crate) fn query_weight(unit: &Unit, parameters: &Parameters) -> f32 {
    let repetitions = power(unit.count as f32, parameters.repetition_power);
    if unit.is_carrier {
        repetitions * parameters.function_word_weight
    } else {
        repetitions
    }
}

/// Adds the documents in which a sequence of the unit matches.
fn read_sequences(
    mut matcher: Matcher<'_>,
    tables: &Tables,
    unit: &Unit,
    at: usize,
    documents: &mut DocumentSet,
    dense: &mut [f32],
) {
    let index = matcher.index();
    let mut candidates = DocumentSet::empty(index.n_documents());
    for slots in &unit.sequences {
        let mut all: Option<DocumentSet> = None;
        for slot in slots {
            let mut holds = DocumentSet::empty(index.n_documents());
            for &term in &slot.terms {
                let mut cursor = index.postings(term);
                while cursor.doc() != DocId::END {
                    holds.insert(cursor.doc().0);
                    cursor.advance();
                }
            }
            match &mut all {
                None => all = Some(holds),
                Some(all) => all.intersect(&holds),
            }
        }
        if let Some(all) = all {
            candidates.unite(&all);
        }
    }
    candidates.for_each(|document| {
        let spans = matcher.unit_spans(DocId(document), at);
        if spans.is_empty() || dense[document as usize] > 0.0 {
            return;
        }
        let title_end = index.document(DocId(document)).lengths().title;
        let title = spans.iter().filter(|span| span.end <= title_end).count() as u32;
        let frequencies = FieldFrequencies {
            title,
            heading: 0,
            body: spans.len() as u32 - title,
        };
        documents.insert(document);
        dense[document as usize] += tables.frequency(DocId(document), frequencies);
    });
}

/// Returns how much a word tells, by the number of documents that have it; always positive.
///
/// Source: Robertson and Spärck Jones (1976), with 1 added inside the logarithm as in Lucene so that
/// words in more than half of the documents keep a small weight.
fn idf(n_documents: u32, document_frequency: u32) -> f32 {
    let (n, df) = (n_documents as f32, document_frequency as f32);
    libm::logf(1.0 + (n - df + 0.5) / (df + 0.5))
}

/// Returns `base` to the power of `exponent`; the base is not negative.
///
/// Two thirds of the code of `libm::powf`, which gets the last bit right.
fn power(base: f32, exponent: f32) -> f32 {
    libm::expf(exponent * libm::logf(base))
}
