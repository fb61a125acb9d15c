//! Concordance and statistics: requests and answers.
//!
//! Every request has a [`Lens`], which says what documents are counted; every answer has a
//! [`ScopeRecord`], which says how many these were. Formulas and sources: the `measures` of the
//! `linguistics` crate.

mod measures;
mod words;

use crate::{Filter, NoteRecord};
use serde::{Deserialize, Serialize};

pub use measures::{
    CollocateColumn, CollocateRecord, CollocatesRecord, CollocatesRequest, KeyWordRecord,
    KeynessColumn, KeynessDirection, KeynessRecord, KeynessRequest,
};
pub use words::{
    NgramColumn, NgramRecord, NgramsRecord, NgramsRequest, WordColumn, WordListRecord,
    WordListRequest, WordRecord,
};

/// Which documents: those that answer a query and pass the filters, as in [`crate::SearchRequest`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Lens {
    /// What the reader typed; empty for every document.
    pub query: String,
    /// Chosen facet values; a document must pass every filter.
    pub filters: Vec<Filter>,
    /// As in [`crate::SearchRequest::exact`].
    pub exact: bool,
}

/// How much was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ScopeRecord {
    /// Documents counted.
    pub documents: u32,
    /// Their words, titles not counted.
    pub words: u64,
}

/// Asks for matches in their contexts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ConcordanceRequest {
    /// Which documents.
    pub lens: Lens,
    /// What to look for in them; empty: the lens's query.
    pub node: String,
    /// Words as the lists name them ([`WordRecord::term`], [`NgramRecord::ngram`]), to be found as they were
    /// counted; instead of `node` where not empty.
    pub terms: String,
    /// Look in the documents that the lens leaves out instead; only with `terms`.
    pub outside: bool,
    /// Only matches that this word stands near, as [`CollocateRecord::collocate`] names it; empty for all.
    pub near: String,
    /// With `near`: words before a match that are near, at most 10.
    pub left: u32,
    /// With `near`: words after a match that are near, at most 10.
    pub right: u32,
    /// How much to show on either side.
    pub width: ContextWidth,
    /// Up to three levels to sort by, most important first; what is equal stands in the corpus's order.
    pub sort: Vec<ConcordanceLevel>,
    /// Lines to leave out at the start.
    pub offset: usize,
    /// Largest number of lines.
    pub limit: usize,
}

/// How much to show on either side of a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContextWidth {
    /// At most so many characters, cut between words.
    Characters(u32),
    /// So many words.
    Words(u32),
}

impl Default for ContextWidth {
    fn default() -> Self {
        Self::Characters(60)
    }
}

/// What lines are sorted by; words in their folded form, by code point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConcordanceLevel {
    /// The word before the match.
    Left1,
    /// The second word before the match.
    Left2,
    /// The third word before the match.
    Left3,
    /// The word after the match.
    Right1,
    /// The second word after the match.
    Right2,
    /// The third word after the match.
    Right3,
    /// The match.
    Node,
    /// The document, in the corpus's order.
    Document,
    /// The document's date; undated last.
    Date,
    /// How far into its document the match is.
    Position,
}

/// Matches in their contexts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ConcordanceRecord {
    /// What was looked for, as understood.
    pub read_as: String,
    /// Number of matches.
    pub total: usize,
    /// Number of documents with a match.
    pub documents: usize,
    /// Lines in order.
    pub lines: Vec<ConcordanceLineRecord>,
    /// What was counted.
    pub scope: ScopeRecord,
    /// What a reader should know.
    pub notes: Vec<NoteRecord>,
}

/// One match in its context. The texts are those of the document, line breaks included, in reading order
/// whatever the script: `left`, `match` and `right` follow each other directly.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ConcordanceLineRecord {
    /// The document's id.
    pub doc: String,
    /// Id of the block that the match begins in (eight hexadecimal digits).
    pub block: String,
    /// Start of the match in the document's plain text.
    pub start: u32,
    /// End of the match in the document's plain text.
    pub end: u32,
    /// What stands before.
    pub left: String,
    /// The match.
    #[serde(rename = "match")]
    pub node: String,
    /// What stands after.
    pub right: String,
}

/// Asks where matches stand.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DispersionRequest {
    /// Which documents.
    pub lens: Lens,
    /// What to look for in them; empty: the lens's query.
    pub node: String,
    /// Words as the lists name them, instead of `node`; see [`ConcordanceRequest::terms`].
    pub terms: String,
    /// Number of equal parts to measure evenness over; 0: the documents.
    pub parts: u32,
    /// Documents with a match to leave out at the start.
    pub offset: usize,
    /// Largest number of documents.
    pub limit: usize,
}

/// Where matches stand.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct DispersionRecord {
    /// What was looked for, as understood.
    pub read_as: String,
    /// Number of matches.
    pub matches: usize,
    /// Number of documents with a match.
    pub total: usize,
    /// Number of parts that `dp` is measured over.
    pub parts: usize,
    /// Gries' deviation of proportions: 0 for even; absent without matches.
    pub dp: Option<f64>,
    /// The same over its greatest possible value.
    pub dp_norm: Option<f64>,
    /// Documents with a match, in the corpus's order.
    pub rows: Vec<DispersionRowRecord>,
    /// What was counted.
    pub scope: ScopeRecord,
    /// What a reader should know.
    pub notes: Vec<NoteRecord>,
}

/// Where matches stand in one document.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct DispersionRowRecord {
    /// The document's id.
    pub doc: String,
    /// Its title.
    pub title: String,
    /// Its words.
    pub words: u32,
    /// Its matches.
    pub matches: u32,
    /// Where they stand, as shares of the document: from 0 to below 1, ascending.
    pub positions: Vec<f64>,
}

/// Asks for documents that use the same words as one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SimilarRequest {
    /// The document's id.
    pub id: String,
    /// Among which documents.
    pub lens: Lens,
    /// Largest number of documents.
    pub limit: usize,
}

/// Documents that use the same words as one.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SimilarRecord {
    /// Most similar first.
    pub rows: Vec<SimilarDocumentRecord>,
    /// What was counted.
    pub scope: ScopeRecord,
    /// What a reader should know.
    pub notes: Vec<NoteRecord>,
}

/// One similar document.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SimilarDocumentRecord {
    /// The document's id.
    pub doc: String,
    /// Its title.
    pub title: String,
    /// Cosine of the weighted terms, 0 to 1.
    pub score: f64,
    /// The terms that add most to the score.
    pub shared: Vec<SharedTermRecord>,
}

/// One term of two documents.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SharedTermRecord {
    /// The word, folded.
    pub term: String,
    /// How often the document asked about has it.
    pub here: u32,
    /// How often the similar document has it.
    pub there: u32,
    /// What it adds to the score.
    pub share: f64,
}
