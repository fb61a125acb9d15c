//! What is worked out once for an index and used by every search.

use crate::dates::DayRange;
use crate::ranking::feedback::{self, FeedbackMemory};
use crate::ranking::{Parameters, field_norms};
use crate::text_memory::TextMemory;
use analysis::Language;
use index::{DocId, FieldFrequencies, Index};

/// Per-document figures that every search needs, sixteen bytes and a date for each document; and what
/// searches remember of texts and words, at most some 13 MB.
#[derive(Debug)]
pub struct Tables {
    norms: Vec<[f32; 3]>,
    pub(crate) days: Vec<Option<DayRange>>,
    /// The languages that occur, in the order of the documents.
    pub(crate) languages: Vec<Language>,
    pub(crate) parameters: Parameters,
    pub(crate) feedback: FeedbackMemory,
    pub(crate) texts: TextMemory,
}

impl Tables {
    /// Works out the tables of an index. Cost: linear in the number of documents.
    #[must_use]
    pub fn new(index: &Index) -> Self {
        Self::with_parameters(index, Parameters::default())
    }

    /// Works out the tables for other than the default parameters.
    #[must_use]
    pub fn with_parameters(index: &Index, parameters: Parameters) -> Self {
        let mut languages: Vec<Language> = Vec::new();
        for language in index.documents().map(index::DocumentView::language) {
            if language != Language::Other && !languages.contains(&language) {
                languages.push(language);
            }
        }
        let documents = || (0..index.n_documents()).map(DocId);
        Self {
            norms: documents()
                .map(|doc| field_norms(index, &parameters, doc))
                .collect(),
            days: documents()
                .map(|doc| {
                    index
                        .document_dates(doc)
                        .map(|(first, last)| DayRange { first, last })
                })
                .collect(),
            languages,
            parameters,
            feedback: FeedbackMemory::default(),
            texts: TextMemory::default(),
        }
    }

    /// Works out now what the first search of several words would wait for. Cost: linear in the dictionary
    /// the first time, some 45 ms in a page of 10,000 documents.
    pub fn prepare(&self, index: &Index) {
        feedback::prepare(index, self);
    }

    /// Returns the frequency of a term over the fields, each weighted and normalised by its length.
    pub(crate) fn frequency(&self, doc: DocId, frequencies: FieldFrequencies) -> f32 {
        let [title, heading, body] = self.norms[doc.as_usize()];
        frequencies.title as f32 * title
            + frequencies.heading as f32 * heading
            + frequencies.body as f32 * body
    }
}
