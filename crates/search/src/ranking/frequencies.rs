//! How often a document holds a unit, over its forms and fields.

use super::field_norm;
use crate::Tables;
use crate::document_set::DocumentSet;
use crate::plan::{Form, Unit};
use index::{BlockBound, DocId, Index, Postings};

/// Units of more forms are added up at once: asking each form for each document takes longer.
const MOST_CURSORS: usize = 6;

/// The normalised frequencies of a unit, asked for documents in ascending order.
pub(crate) struct Frequencies<'u> {
    index: &'u Index,
    tables: &'u Tables,
    forms: Vec<FormCursor<'u>>,
    known: &'u KnownFrequencies,
    /// The greatest of these.
    most_known: f32,
}

/// Frequencies that are not read off postings as they are asked for.
#[derive(Debug, Default)]
pub(crate) struct KnownFrequencies {
    /// Of a unit of many forms: one for each document, all forms added up.
    of_forms: Vec<f32>,
    /// Of the documents that hold a unit in a sequence only, ascending.
    pub(super) of_sequences: Vec<(u32, f32)>,
}

impl KnownFrequencies {
    /// Adds the documents of a unit's forms; adds up their frequencies where the forms are many.
    pub(super) fn read(
        index: &Index,
        tables: &Tables,
        unit: &Unit,
        documents: &mut DocumentSet,
    ) -> Self {
        let mut of_forms = Vec::new();
        if unit.forms.len() > MOST_CURSORS {
            of_forms = vec![0.0; index.n_documents() as usize];
        }
        for form in &unit.forms {
            let mut postings = index.postings(form.term);
            while postings.doc() != DocId::END {
                let doc = postings.doc();
                documents.insert(doc.0);
                if let Some(sum) = of_forms.get_mut(doc.as_usize()) {
                    *sum += form.weight * tables.frequency(doc, postings.frequencies());
                }
                postings.advance();
            }
        }
        Self {
            of_forms,
            of_sequences: Vec::new(),
        }
    }
}

struct FormCursor<'u> {
    weight: f32,
    postings: Postings<'u>,
    /// The last document of a block, and the greatest frequency in it.
    bounds: Vec<(u32, f32)>,
    at: usize,
}

impl<'u> Frequencies<'u> {
    pub(super) fn new(
        index: &'u Index,
        tables: &'u Tables,
        unit: &Unit,
        known: &'u KnownFrequencies,
    ) -> Self {
        let form = |form: &Form| FormCursor {
            weight: form.weight,
            postings: index.postings(form.term),
            bounds: Vec::new(),
            at: 0,
        };
        let forms = if known.of_forms.is_empty() {
            unit.forms.iter().map(form).collect()
        } else {
            Vec::new()
        };
        Self {
            index,
            tables,
            forms,
            known,
            most_known: 0.0,
        }
    }

    /// Returns the frequency in a document; 0 where it does not hold the unit.
    pub(crate) fn of(&mut self, document: u32) -> f32 {
        let doc = DocId(document);
        let summed = self.known.of_forms.get(doc.as_usize());
        let mut frequency = summed.copied().unwrap_or(0.0);
        for form in &mut self.forms {
            if form.postings.seek(doc) == doc {
                frequency += form.weight * self.tables.frequency(doc, form.postings.frequencies());
            }
        }
        if frequency > 0.0 {
            return frequency;
        }
        let sequences = &self.known.of_sequences;
        let found = sequences.binary_search_by_key(&document, |entry| entry.0);
        found.map_or(0.0, |at| sequences[at].1)
    }

    /// Makes ready for [`Frequencies::most_from`].
    pub(super) fn with_bounds(mut self) -> Self {
        let of_sequences = self.known.of_sequences.iter().map(|entry| entry.1);
        for frequency in of_sequences.chain(self.known.of_forms.iter().copied()) {
            self.most_known = frequency.max(self.most_known);
        }
        for form in &mut self.forms {
            let mut bounds = form.postings.block_bounds();
            if bounds.len() > 0 {
                form.bounds = bounds
                    .by_ref()
                    .map(|bound| (bound.last_doc.0, most(self.index, self.tables, bound)))
                    .collect();
                continue;
            }
            let mut most = 0.0;
            let mut postings = form.postings.clone();
            while postings.doc() != DocId::END {
                let frequency = self
                    .tables
                    .frequency(postings.doc(), postings.frequencies());
                most = frequency.max(most);
                postings.advance();
            }
            form.bounds.push((u32::MAX, most));
        }
        self
    }

    /// Returns what no frequency exceeds in the documents from `document` on, and the first document for
    /// which that does not hold.
    pub(super) fn most_from(&mut self, document: u32) -> (f32, u32) {
        let (mut most, mut end) = (0.0, u32::MAX);
        for form in &mut self.forms {
            let rest = form.bounds.get(form.at..).unwrap_or_default();
            form.at += rest.partition_point(|&(last, _)| last < document);
            if let Some(&(last, frequency)) = form.bounds.get(form.at) {
                most += form.weight * frequency;
                end = end.min(last.saturating_add(1));
            }
        }
        (self.most_known.max(most), end)
    }
}

/// Returns the greatest normalised frequency that a bound allows.
fn most(index: &Index, tables: &Tables, bound: BlockBound) -> f32 {
    let average = index.average_lengths();
    let (most, least) = (bound.frequencies, bound.lengths);
    let fields = [
        (most.title, least.title, average.title),
        (most.heading, least.heading, average.heading),
        (most.body, least.body, average.body),
    ];
    let mut sum = 0.0;
    for (field, (frequency, length, average)) in fields.into_iter().enumerate() {
        sum += frequency as f32 * field_norm(&tables.parameters, field, length, average);
    }
    sum
}
