//! Concordance and statistics: requests and answers.
//!
//! Every request has a [`Lens`], which says what documents are counted; every answer has a
//! [`ScopeRecord`], which says how many these were. Formulas and sources: the `measures` of the
//! `linguistics` crate.

use crate::{Filter, NoteRecord};
use serde::{Deserialize, Serialize};

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

/// Asks for words that stand near matches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CollocatesRequest {
    /// Which documents.
    pub lens: Lens,
    /// What to look near; empty: the lens's query.
    pub node: String,
    /// Words before the match, 0 to 10.
    pub left: u32,
    /// Words after the match, 0 to 10.
    pub right: u32,
    /// True: windows may cross the end of a sentence, but never that of a block.
    pub across_sentences: bool,
    /// Words that occur less often in the windows are left out.
    pub min_frequency: u32,
    /// Words with a lower log-likelihood are left out; 0 for none.
    pub min_log_likelihood: f64,
    /// True: function words are left out.
    pub without_function_words: bool,
    /// Column to sort by, greatest first.
    pub sort: CollocateColumn,
    /// Rows to leave out at the start.
    pub offset: usize,
    /// Largest number of rows.
    pub limit: usize,
}

impl Default for CollocatesRequest {
    /// Five words to either side, at least three times, `p < 0.01`.
    fn default() -> Self {
        Self {
            lens: Lens::default(),
            node: String::new(),
            left: 5,
            right: 5,
            across_sentences: false,
            min_frequency: 3,
            min_log_likelihood: 6.63,
            without_function_words: false,
            sort: CollocateColumn::default(),
            offset: 0,
            limit: 0,
        }
    }
}

/// A column of a table of collocates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CollocateColumn {
    /// By logDice.
    #[default]
    LogDice,
    /// By log-likelihood.
    LogLikelihood,
    /// By mutual information.
    Mi,
    /// By t-score.
    TScore,
    /// By how often they stand near.
    Observed,
    /// By how often they stand before.
    Left,
    /// By how often they stand after.
    Right,
    /// Alphabetically.
    Collocate,
}

/// Words that stand near matches.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CollocatesRecord {
    /// What was looked for, as understood.
    pub read_as: String,
    /// Number of matches.
    pub matches: usize,
    /// Words in all windows.
    pub window_words: u64,
    /// Number of rows that pass.
    pub total: usize,
    /// Rows in order.
    pub rows: Vec<CollocateRecord>,
    /// What was counted.
    pub scope: ScopeRecord,
    /// What a reader should know.
    pub notes: Vec<NoteRecord>,
}

/// One collocate.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CollocateRecord {
    /// The word, folded.
    pub collocate: String,
    /// How often it stands near a match.
    pub observed: u32,
    /// How often it would by chance.
    pub expected: f64,
    /// How often it occurs in all.
    pub frequency: u32,
    /// How often it stands before the match.
    pub left: u32,
    /// How often it stands after the match.
    pub right: u32,
    /// Rychlý's logDice: at most about 14.
    pub log_dice: f64,
    /// Dunning's log-likelihood over the four cells.
    pub log_likelihood: f64,
    /// Mutual information, in bits.
    pub mi: f64,
    /// The t-score.
    pub t_score: f64,
    /// How often at each place, from the farthest before to the farthest after the match.
    pub positions: Vec<u32>,
}

/// Asks for words that one set of documents uses more, or less, than another.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct KeynessRequest {
    /// The documents whose words are wanted. For one document: a filter of the field `doc`.
    pub target: Lens,
    /// What they are compared with; absent: all other documents.
    pub reference: Option<Lens>,
    /// Words that occur less often in both together are left out.
    pub min_frequency: u32,
    /// Words with a lower log-likelihood are left out: 3.84, 6.63, 10.83, 15.13 for p below 0.05, 0.01,
    /// 0.001, 0.0001.
    pub min_log_likelihood: f64,
    /// True: function words are left out.
    pub without_function_words: bool,
    /// Which words.
    pub direction: KeynessDirection,
    /// Column to sort by.
    pub sort: KeynessColumn,
    /// Rows to leave out at the start.
    pub offset: usize,
    /// Largest number of rows.
    pub limit: usize,
}

/// Which way a word is key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeynessDirection {
    /// Both ways.
    #[default]
    Both,
    /// More frequent in the target.
    Target,
    /// More frequent in the reference.
    Reference,
}

/// A column of a table of key words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeynessColumn {
    /// Highest first.
    #[default]
    LogLikelihood,
    /// Farthest from 0 first.
    LogRatio,
    /// Most frequent in the target first.
    Frequency,
    /// Alphabetically.
    Term,
}

/// Words that one set of documents uses more, or less, than another.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct KeynessRecord {
    /// Number of rows that pass.
    pub total: usize,
    /// Rows in order.
    pub rows: Vec<KeyWordRecord>,
    /// The target.
    pub target: ScopeRecord,
    /// What it was compared with.
    pub reference: ScopeRecord,
    /// What a reader should know.
    pub notes: Vec<NoteRecord>,
}

/// One key word.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct KeyWordRecord {
    /// The word, folded.
    pub term: String,
    /// How often it occurs in the target.
    pub frequency: u32,
    /// How often it occurs in the reference.
    pub reference_frequency: u32,
    /// How often in a million words of the target.
    pub per_million: f64,
    /// How often in a million words of the reference.
    pub reference_per_million: f64,
    /// Rayson and Garside's log-likelihood.
    pub log_likelihood: f64,
    /// Dunning's log-likelihood over all four cells.
    pub log_likelihood_2x2: f64,
    /// Hardie's Log Ratio: 1 for twice as frequent, negative where the reference has more.
    pub log_ratio: f64,
    /// The highest threshold reached: `p<0.0001`, `p<0.001`, `p<0.01`, `p<0.05` or empty.
    pub significance: String,
}

/// Asks where matches stand.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DispersionRequest {
    /// Which documents.
    pub lens: Lens,
    /// What to look for in them; empty: the lens's query.
    pub node: String,
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
