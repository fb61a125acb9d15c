//! What is asked of a search, and what it gives.

use crate::facets::{Facet, FieldFilter};
use crate::passages::Passage;
use crate::{Expansion, Note};
use index::DocId;

/// What is wanted of a search.
#[derive(Debug, Clone, Default)]
pub struct SearchOptions {
    /// A document must pass every one.
    pub filters: Vec<FieldFilter>,
    /// Order of the hits.
    pub order: Order,
    /// Hits to leave out at the start.
    pub offset: usize,
    /// Largest number of hits to give back.
    pub limit: usize,
    /// Largest number of passages for each hit.
    pub passages: usize,
    /// Whether to count field values.
    pub facets: bool,
    /// Only the words as typed, folded: no stems, no typing errors, no compounds joined or split.
    pub exact: bool,
}

/// Order of hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Best first.
    #[default]
    Relevance,
    /// Newest document first; undated last.
    Newest,
    /// Oldest document first; undated last.
    Oldest,
    /// By title.
    Title,
    /// By the first source; documents without one last.
    Source,
    /// Most words first.
    Longest,
    /// Fewest words first.
    Shortest,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// Number of documents that answer the whole query.
    pub total: usize,
    /// Number of further documents that miss at least one word.
    pub partial_total: usize,
    /// Hits in order.
    pub hits: Vec<Hit>,
    /// Words that were widened.
    pub expansions: Vec<Expansion>,
    /// Counts of field values.
    pub facets: Vec<Facet>,
    /// What a reader should know.
    pub notes: Vec<Note>,
}

/// One document that answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The document.
    pub doc: DocId,
    /// Its score; comparable within one answer only.
    pub score: f64,
    /// Words of the query that it does not hold.
    pub missing: Vec<String>,
    /// Number of marks in its text, the title not counted; 0 where no passages were asked for.
    pub n_matches: usize,
    /// Best passages first.
    pub passages: Vec<Passage>,
}
