//! Helps to search: suggestions while typing, why nothing was found, what was searched, many queries at once.

use crate::{ExpansionRecord, Filter, Lens, NoteRecord};
use serde::{Deserialize, Serialize};

/// Asks what a reader may be about to type.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SuggestRequest {
    /// What stands in the search box.
    pub text: String,
    /// Where the cursor is, in bytes of it.
    pub cursor: usize,
    /// Largest number of suggestions.
    pub limit: usize,
}

/// What a reader may be about to type.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SuggestRecord {
    /// Names that have at least two of the words typed, phrases, words, other names, titles.
    pub suggestions: Vec<SuggestionRecord>,
}

/// Something to type, or a document to open.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SuggestionRecord {
    /// `word`, `value` (of the field before the cursor), `name`, `phrase` or `title`.
    pub kind: String,
    /// What a reader sees.
    pub text: String,
    /// What takes the place of the bytes from `start` to the cursor; empty for a title.
    pub insert: String,
    /// Where that begins, in bytes of the text as typed.
    pub start: usize,
    /// Number of documents that hold it.
    pub documents: u32,
    /// The id of a title's document; empty for anything else.
    pub id: String,
}

/// A query taken apart: what each part finds, and what can be dropped to find something.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BreakdownRecord {
    /// The query as understood.
    pub read_as: String,
    /// Number of documents that answer all of it and pass the filters.
    pub total: usize,
    /// What has to be there, or must not, in the order of the query.
    pub parts: Vec<PartRecord>,
    /// Weaker queries that find something: less changed before more, then by what they find.
    pub relaxations: Vec<RelaxationRecord>,
}

/// One part of a query that documents have to answer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PartRecord {
    /// The part, in canonical syntax.
    pub part: String,
    /// Number of documents that answer it and pass the filters.
    pub documents: usize,
    /// Number of documents that answer it, whatever the filters.
    pub documents_without_filters: usize,
    /// For a word that no document has: words of the texts that look like it, with their number of documents;
    /// nearest first.
    pub near: Vec<(String, u32)>,
}

/// A weaker query.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RelaxationRecord {
    /// What is weaker: `words` (a phrase or distance became words anywhere), `wider` (other forms count too),
    /// `part` (without one part), `filter` (without the filters on one field), `filters` (without any).
    pub kind: String,
    /// The part in canonical syntax, or the field's name; empty for `wider` of the whole query and `filters`.
    pub about: String,
    /// What to ask instead.
    pub lens: Lens,
    /// Number of documents that answer it.
    pub documents: usize,
}

/// What was searched for in which texts: evidence of presence or of absence.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CertificateRecord {
    /// The corpus's title.
    pub title: String,
    /// The corpus's version, as in [`crate::CorpusRecord::version`].
    pub version: String,
    /// What was asked.
    pub lens: Lens,
    /// The query as understood.
    pub read_as: String,
    /// Number of documents that answer all of it.
    pub total: usize,
    /// What each part finds by itself.
    pub parts: Vec<PartRecord>,
    /// The forms that stood for each widened word.
    pub variants: Vec<ExpansionRecord>,
    /// What had to be guessed, and bounds that were met.
    pub notes: Vec<NoteRecord>,
    /// The documents that were searched: those that pass the filters and what the query asks of fields.
    pub documents: Vec<SearchedRecord>,
    /// Number of their words, titles not counted.
    pub words: u64,
    /// SHA-256, in hexadecimal, of one line `id`, tab, `sha256`, line feed for each document, in order.
    pub digest: String,
}

/// A document that was searched.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SearchedRecord {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// SHA-256, in hexadecimal, of its plain text in UTF-8, as `vademecum text` writes it.
    pub sha256: String,
    /// Whether it answers.
    pub answers: bool,
}

/// Asks many queries at once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct BatchRequest {
    /// One query a line; lines without a letter or digit are left out.
    pub lines: Vec<String>,
    /// How a line is read.
    pub reading: LineReading,
    /// A document must pass every filter.
    pub filters: Vec<Filter>,
    /// As in [`crate::SearchRequest::exact`].
    pub exact: bool,
}

/// How a line of a batch is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineReading {
    /// As a query.
    #[default]
    Query,
    /// As words, all of which have to be there, in any order.
    Words,
    /// As words that follow each other.
    Phrase,
    /// As [`LineReading::Phrase`] where it has nothing but words, such as a name; else as a query.
    Plain,
}

/// What many queries find.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BatchRecord {
    /// One row a line, in order.
    pub rows: Vec<BatchRowRecord>,
    /// Lines beyond the limit, which were not asked.
    pub left_out: usize,
}

/// What one line finds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BatchRowRecord {
    /// The line as given, without white space around it.
    pub line: String,
    /// The query that finds the same in the search box.
    pub query: String,
    /// Number of documents that answer.
    pub documents: usize,
    /// Of these, those that have the words as they are written, but for case and accents: no other forms, no guesses.
    pub exact: usize,
    /// Number of matches in their texts.
    pub matches: usize,
    /// Id of the best document; empty for none.
    pub best: String,
    /// Its title.
    pub best_title: String,
    /// The documents with a match in their texts: place in the corpus, and number of matches.
    pub counts: Vec<(u32, u32)>,
    /// What a reader should know, as one sentence; may be empty.
    pub note: String,
}
