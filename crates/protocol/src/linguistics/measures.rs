//! What stands out: collocates and key words.

use super::{Lens, ScopeRecord};
use crate::NoteRecord;
use serde::{Deserialize, Serialize};

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
