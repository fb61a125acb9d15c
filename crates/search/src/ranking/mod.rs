//! Scores: BM25F with the forms of a word blended, and proximity.
//!
//! `docs/RANKING.md` has the formula with its symbols and sources.

mod explanation;
pub(crate) mod feedback;
mod frequencies;
pub(crate) mod function_words;
pub(crate) mod parameters;
mod proximity;
pub(crate) mod top;

pub use explanation::Explanation;
pub(crate) use explanation::explain;
pub(crate) use frequencies::{Frequencies, KnownFrequencies};
pub use parameters::{FeedbackParameters, Parameters};
pub(crate) use proximity::{ProximityBound, add_proximity};

use crate::Tables;
use crate::document_set::DocumentSet;
use crate::matching::Matcher;
use crate::mentions;
use crate::plan::Unit;
use index::{DocId, FieldFrequencies, Index, TermId};
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
        let (length, average) = pairs[field];
        field_norm(parameters, field, length, average)
    })
}

/// Returns what an occurrence counts in a field (0 title, 1 heading, 2 body) of so many words.
fn field_norm(parameters: &Parameters, field: usize, length: u32, average: f64) -> f32 {
    let (length, average) = (length as f32, average.max(1.0) as f32);
    let b = parameters.field_b[field];
    parameters.field_weights[field] / (1.0 - b + b * length / average)
}

/// The documents of a unit, and what it is worth.
#[derive(Debug)]
pub(crate) struct UnitPostings {
    pub(crate) documents: DocumentSet,
    known: KnownFrequencies,
    /// What a full frequency is worth: idf by the weight of repetitions; 0 where it does not score.
    pub(crate) weight: f32,
}

impl UnitPostings {
    /// Reads which documents hold a unit.
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
        if unit.is_mention {
            return Self {
                documents: mentions::documents(&unit.places, n_documents),
                known: KnownFrequencies::default(),
                weight: 0.0,
            };
        }
        let mut known = KnownFrequencies::read(index, tables, unit, &mut documents);
        if !unit.sequences.is_empty() {
            let matcher = Matcher::new(index, tables, units).bounded(bytes_left);
            known.of_sequences = read_sequences(matcher, tables, unit, at, &documents);
            for &(document, _) in &known.of_sequences {
                documents.insert(document);
            }
        }
        let weight = if unit.positive {
            let parameters = &tables.parameters;
            let rarity = idf(n_documents, documents.len());
            power(rarity, parameters.idf_power)
                * (parameters.k1 + 1.0)
                * query_weight(unit, parameters)
        } else {
            0.0
        };
        Self {
            documents,
            known,
            weight,
        }
    }

    /// Returns the normalised frequencies of the unit.
    pub(crate) fn frequencies<'u>(
        &'u self,
        index: &'u Index,
        tables: &'u Tables,
        unit: &Unit,
    ) -> Frequencies<'u> {
        Frequencies::new(index, tables, unit, &self.known)
    }

    /// Adds the unit's score to each document's.
    pub(crate) fn add_scores(
        &self,
        index: &Index,
        tables: &Tables,
        unit: &Unit,
        scores: &mut [f32],
    ) {
        let k1 = tables.parameters.k1;
        let mut frequencies = self.frequencies(index, tables, unit);
        self.documents.for_each(|document| {
            let frequency = frequencies.of(document);
            scores[document as usize] += self.weight * frequency / (k1 + frequency);
        });
    }
}

/// Adds the documents that hold a term.
fn add_documents(index: &Index, term: TermId, documents: &mut DocumentSet) {
    let mut cursor = index.postings(term);
    while cursor.doc() != DocId::END {
        documents.insert(cursor.doc().0);
        cursor.advance();
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

/// Returns the documents in which only a sequence of the unit matches, with their frequencies.
fn read_sequences(
    mut matcher: Matcher<'_>,
    tables: &Tables,
    unit: &Unit,
    at: usize,
    known: &DocumentSet,
) -> Vec<(u32, f32)> {
    let index = matcher.index();
    let mut candidates = DocumentSet::empty(index.n_documents());
    for slots in &unit.sequences {
        let mut all: Option<DocumentSet> = None;
        for slot in slots {
            let mut holds = DocumentSet::empty(index.n_documents());
            for &term in &slot.terms {
                add_documents(index, term, &mut holds);
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
    candidates.subtract(known);
    let mut found = Vec::new();
    candidates.for_each(|document| {
        let spans = matcher.unit_spans(DocId(document), at);
        if spans.is_empty() {
            return;
        }
        let title_end = index.document(DocId(document)).lengths().title;
        let title = spans.iter().filter(|span| span.end <= title_end).count() as u32;
        let frequencies = FieldFrequencies {
            title,
            heading: 0,
            body: spans.len() as u32 - title,
        };
        found.push((document, tables.frequency(DocId(document), frequencies)));
    });
    found
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
