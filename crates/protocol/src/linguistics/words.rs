//! Lists of words and of runs of words.

use super::{Lens, ScopeRecord};
use crate::NoteRecord;
use serde::{Deserialize, Serialize};

/// Asks for the different words of the documents.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WordListRequest {
    /// Which documents.
    pub lens: Lens,
    /// Only words like this: `*` for any letters, `?` for one; empty for all.
    pub pattern: String,
    /// True: words with one stem are one row.
    pub stems: bool,
    /// True: function words are left out.
    pub without_function_words: bool,
    /// Words that occur less often are left out.
    pub min_frequency: u32,
    /// Column to sort by.
    pub sort: WordColumn,
    /// True: the other way round.
    pub reversed: bool,
    /// Rows to leave out at the start.
    pub offset: usize,
    /// Largest number of rows.
    pub limit: usize,
}

/// A column of a word list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WordColumn {
    /// Most frequent first (also in a million words).
    #[default]
    Frequency,
    /// In most documents first.
    Documents,
    /// Alphabetically.
    Term,
}

/// The different words of the documents.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct WordListRecord {
    /// Number of rows that pass.
    pub total: usize,
    /// Rows in order.
    pub rows: Vec<WordRecord>,
    /// What was counted.
    pub scope: ScopeRecord,
    /// What a reader should know.
    pub notes: Vec<NoteRecord>,
}

/// One row of a word list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct WordRecord {
    /// The word, folded; of words with one stem, the most frequent.
    pub term: String,
    /// How often it occurs.
    pub frequency: u64,
    /// In how many documents.
    pub documents: u32,
    /// How often in a million words.
    pub per_million: f64,
    /// The words of one stem with their frequencies, most frequent first; empty where not asked for.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub forms: Vec<(String, u32)>,
}

/// Asks for runs of words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NgramsRequest {
    /// Which documents.
    pub lens: Lens,
    /// Number of words, 1 to 6.
    pub size: u32,
    /// Runs that occur less often are left out.
    pub min_frequency: u32,
    /// Runs that occur in fewer documents are left out.
    pub min_documents: u32,
    /// True: a run may cross the end of a sentence, but never that of a block.
    pub across_sentences: bool,
    /// Only runs with such a word; `*` and `?` as in [`WordListRequest::pattern`]; empty for all.
    pub containing: String,
    /// Column to sort by.
    pub sort: NgramColumn,
    /// Rows to leave out at the start.
    pub offset: usize,
    /// Largest number of rows.
    pub limit: usize,
}

/// A column of a list of n-grams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NgramColumn {
    /// Most frequent first.
    #[default]
    Frequency,
    /// In most documents first.
    Documents,
    /// Alphabetically.
    Ngram,
}

/// Runs of words.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NgramsRecord {
    /// Number of rows that pass.
    pub total: usize,
    /// Number of runs of this length, different or not.
    pub tokens: u64,
    /// Rows in order.
    pub rows: Vec<NgramRecord>,
    /// What was counted.
    pub scope: ScopeRecord,
    /// What a reader should know.
    pub notes: Vec<NoteRecord>,
}

/// One run of words.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NgramRecord {
    /// The words, folded, with single spaces.
    pub ngram: String,
    /// How often it occurs.
    pub frequency: u32,
    /// In how many documents.
    pub documents: u32,
    /// How often in a million words.
    pub per_million: f64,
}
