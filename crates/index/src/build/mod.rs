//! Documents become the bytes of an index.

mod inversion;
mod term_table;

pub(crate) use inversion::{Inversion, Zone};
pub use term_table::TermTable;
pub(crate) use term_table::hash_of;

use corpus::Document;

use crate::documents::DocumentColumns;
use crate::error::BuildError;
use crate::fields::FieldColumns;
use crate::format::{self, Tag};
use crate::{postings, terms, varint};

/// The most bytes of text for which [`StoredPostings::Automatic`] leaves the postings out.
///
/// In Chromium, completing takes 36 to 45 ms per megabyte of text longer than checking stored postings;
/// storing them costs 0.27 to 0.31 MB more under Brotli, which is 220 ms on a line of 10 Mbit/s. Leaving
/// them out is ahead below some 50 Mbit/s at any size; the limit is where opening keeps the page
/// waiting for a second. Figures: `docs/decisions/0003-what-to-ship.md`.
pub const COMPLETED_TEXT_BYTES: u64 = 16 << 20;

/// How an index is built.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BuildOptions {
    /// The title of the corpus; may be empty.
    pub title: String,
    /// Whether the file holds the postings.
    pub postings: StoredPostings,
}

/// Whether the file holds postings and positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StoredPostings {
    /// The file holds them: larger, opened at once.
    Stored,
    /// The file leaves them out; opening computes them from the texts. Every answer is the same.
    Completed,
    /// Left out for small corpora, stored for others.
    #[default]
    Automatic,
}

/// Collects documents and writes the index.
///
/// The same documents in the same order give the same bytes, whether they were added to one builder
/// or to several that were then joined by [`IndexBuilder::append`].
///
/// Memory: a copy of the texts, the coded occurrences (about half of the text) and the dictionary.
#[derive(Debug)]
pub struct IndexBuilder {
    options: BuildOptions,
    columns: DocumentColumns,
    fields: FieldColumns,
    /// Inversions of consecutive documents; the last one receives what is added.
    inversions: Vec<Inversion>,
    /// Names of the fields offered as filters; empty where none were chosen.
    facets: Vec<String>,
    fault: Option<BuildError>,
}

impl IndexBuilder {
    /// Starts an index of no documents.
    #[must_use]
    pub fn new(options: BuildOptions) -> Self {
        Self {
            options,
            columns: DocumentColumns::default(),
            fields: FieldColumns::default(),
            inversions: vec![Inversion::default()],
            facets: Vec::new(),
            fault: None,
        }
    }

    /// Returns how many documents have been added.
    #[must_use]
    pub fn n_documents(&self) -> u32 {
        self.columns.ids.len() as u32
    }

    /// Returns the ids of the documents, in their order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.columns.ids.iter().map(AsRef::as_ref)
    }

    /// Says which metadata keys are offered as filters, in this order and no others; none chooses by their
    /// number of values ([`crate::Index::facets`]).
    pub fn offer(&mut self, facets: &[String]) {
        self.facets = facets.to_vec();
    }

    /// Gives a document another id; nothing happens where there is no document of this number.
    pub fn rename(&mut self, document: usize, id: &str) {
        if let Some(old) = self.columns.ids.get_mut(document) {
            *old = id.into();
        }
    }

    /// Adds a document after those already added. A document that breaks the invariants of
    /// [`Document`] makes [`IndexBuilder::finish`] fail.
    ///
    /// Cost: linear in the text.
    pub fn add(&mut self, document: &Document) {
        if self.fault.is_some() {
            return;
        }
        if self.inversions.is_empty() {
            self.inversions.push(Inversion::default());
        }
        let Some(inversion) = self.inversions.last_mut() else {
            return;
        };
        match self.columns.add(document, inversion) {
            Ok(()) => self.fields.add(&document.fields),
            Err(fault) => {
                self.fault = Some(BuildError::Document {
                    id: document.id.clone(),
                    fault,
                });
            }
        }
    }

    /// Adds the documents of another builder after those already added; its options are ignored.
    ///
    /// Parts can so be built on several threads. Cost: linear in the metadata of `later`, not in its
    /// texts.
    pub fn append(&mut self, later: Self) {
        if self.fault.is_none() {
            self.fault = later.fault;
        }
        self.columns.append(later.columns);
        self.fields.append(later.fields);
        self.inversions.extend(later.inversions);
    }

    /// Returns the bytes of the index.
    ///
    /// # Errors
    ///
    /// Two documents with one id, a document that broke its invariants, or more text than 32-bit
    /// offsets reach.
    pub fn finish(mut self) -> Result<Vec<u8>, BuildError> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        check_ids(&self.columns.ids)?;
        let n_documents = self.columns.ids.len() as u32;
        let with_postings = match self.options.postings {
            StoredPostings::Stored => true,
            StoredPostings::Completed => false,
            StoredPostings::Automatic => self.columns.text_bytes > COMPLETED_TEXT_BYTES,
        };
        if !with_postings {
            for inversion in &mut self.inversions {
                inversion.log = Vec::new();
            }
        }
        let order = terms::order(&self.inversions);
        let n_terms = order.terms.len();
        let totals = corpus_section(&self.options.title, n_documents, n_terms as u32);
        let [documents, blocks, inlines] = self.columns.take_sections();
        let n_optional = usize::from(with_postings) + usize::from(!self.facets.is_empty());
        let mut file = format::Writer::new(analysis::ANALYZER_ID, 7 + n_optional);
        // The texts are written before the postings are computed, so that their memory is free by then.
        for (tag, parts) in [
            (Tag::CORPUS, vec![totals]),
            (Tag::DOCUMENTS, documents),
            (Tag::BLOCKS, blocks),
            (Tag::INLINES, inlines),
            (Tag::FIELDS, self.fields.into_section()),
            (Tag::TEXT, std::mem::take(&mut self.columns.texts)),
        ] {
            file.section(tag, parts).map_err(too_large)?;
        }
        let fst = terms::write(&self.inversions, &order)
            .map_err(|error| BuildError::Terms(error.to_string()))?;
        file.section(Tag::TERMS, vec![fst]).map_err(too_large)?;
        if with_postings {
            let parts = self.inversions.into_iter().zip(order.numbers).collect();
            let lists = postings::write(parts, n_terms);
            let lists = lists.ok_or(too_large(u64::from(u32::MAX) + 1))?;
            file.section(Tag::POSTINGS, vec![lists])
                .map_err(too_large)?;
        }
        if !self.facets.is_empty() {
            file.copy(Tag::FACETS, self.facets.join("\n").as_bytes())
                .map_err(too_large)?;
        }
        Ok(file.finish())
    }
}

fn too_large(found: u64) -> BuildError {
    BuildError::TooLarge {
        found,
        limit: u64::from(u32::MAX),
    }
}

/// Writes the section `CORP`: title and totals.
fn corpus_section(title: &str, n_documents: u32, n_terms: u32) -> Vec<u8> {
    let mut out = Vec::new();
    varint::write(&mut out, title.len() as u32);
    out.extend_from_slice(title.as_bytes());
    varint::write(&mut out, n_documents);
    varint::write(&mut out, n_terms);
    out
}

/// Fails where an id stands twice.
fn check_ids(ids: &[Box<str>]) -> Result<(), BuildError> {
    let mut sorted: Vec<&str> = ids.iter().map(AsRef::as_ref).collect();
    sorted.sort_unstable();
    match sorted.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(BuildError::DuplicateId {
            id: pair[0].to_owned(),
        }),
        None => Ok(()),
    }
}
