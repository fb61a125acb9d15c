//! A query and an index become ranked documents with passages, counts and explanations.
//!
//! [`Searcher::search`] takes a [`query::Query`] and goes these steps:
//!
//! 1. **Plan:** every word becomes a *unit*, the terms of the dictionary that stand for it (stems,
//!    patterns, typing errors, compounds), and the query a tree over units.
//! 2. **Evaluation:** the tree becomes a set of documents. Sets are bits; phrases, `NEAR`, sentences and
//!    blocks look at units first (title and blocks), then at positions, which are read off the text.
//! 3. **Ranking:** BM25F over the units, proximity for the best. `docs/RANKING.md` has the formula. Only
//!    documents that can be among those wanted are scored; the result is as if all had been.
//! 4. **Passages** and marks, for the documents that are given back only.
//!
//! Evaluation is exhaustive: totals and counts are exact. Nothing here panics or runs without bound on
//! any query; where a bound is met, a [`Note`] says so.

// A slice that may panic brings five kilobytes of error message into the page.
#![cfg_attr(not(test), warn(clippy::string_slice))]

mod block_text;
mod dates;
mod document_set;
mod evaluation;
mod expansion;
mod facets;
mod fields;
mod matches;
mod matching;
mod mentions;
mod passages;
mod pattern;
mod plan;
mod ranking;
mod searcher;
mod suggestions;
mod tables;
mod text_memory;

pub use facets::{Facet, FacetValue, FieldFilter};
pub use fields::value_test;
pub use matches::{Matches, TermRuns};
pub use mentions::{Mentions, NameVisit, SpanSource};
pub use passages::Passage;
pub use ranking::function_words::function_words;
pub use ranking::{Explanation, FeedbackParameters, Parameters};
pub use searcher::{Answer, Hit, Order, SearchOptions, Searcher};
pub use suggestions::{Suggestion, SuggestionKind};
pub use tables::Tables;

/// One word of the query and the forms it was widened to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expansion {
    /// The word as typed.
    pub word: String,
    /// Why the forms stand for it.
    pub reason: Reason,
    /// Forms with their number of occurrences in the corpus, most frequent first.
    pub forms: Vec<(String, u64)>,
}

/// Why a form stands for a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It has the same stem.
    Stem,
    /// No document has the word; the form is a typing error away.
    Typo,
    /// A wildcard pattern matches it.
    Wildcard,
    /// A regular expression matches it.
    Regex,
    /// `word~` asked for typing errors.
    Fuzzy,
    /// Two neighbours written as one.
    Joined,
    /// One word written as two.
    Split,
}

impl Reason {
    /// Returns the lower-case name that programs know.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stem => "stem",
            Self::Typo => "typo",
            Self::Wildcard => "wildcard",
            Self::Regex => "regex",
            Self::Fuzzy => "fuzzy",
            Self::Joined => "joined",
            Self::Split => "split",
        }
    }
}

/// Something a reader should know about an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub kind: NoteKind,
    /// The word or part of the query; may be empty.
    pub about: String,
    /// A sentence without a full stop.
    pub message: String,
    /// What to type instead; may be empty.
    pub suggestions: Vec<String>,
}

/// What a [`Note`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// No document has the word.
    UnknownWord,
    /// No document has the word; near ones were searched instead.
    Typo,
    /// No document has the field.
    UnknownField,
    /// No document has the value in the field.
    UnknownValue,
    /// Part of the query is not understood.
    Parser,
    /// A bound on the work was met; the answer may be incomplete.
    Bound,
    /// No document has all words.
    Partial,
    /// A name may mean several.
    Ambiguous,
}

impl NoteKind {
    /// Returns the lower-case name that programs know.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownWord => "unknown_word",
            Self::Typo => "typo",
            Self::UnknownField => "unknown_field",
            Self::UnknownValue => "unknown_value",
            Self::Parser => "parser",
            Self::Bound => "bound",
            Self::Partial => "partial",
            Self::Ambiguous => "ambiguous",
        }
    }
}

/// Returns the parts of a compound written as one; `None` where nothing joins them.
fn joined_form(text: &str) -> Option<String> {
    let mut joined = None;
    let mut n_compounds = 0;
    analysis::tokens(text, &mut |token| {
        if token.n_positions > 1 {
            joined = Some(token.term.to_string());
            n_compounds += 1;
        }
    });
    joined.filter(|_| n_compounds == 1)
}

/// Returns the folded words of a text; of a compound, its parts.
fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    analysis::tokens(text, &mut |token| {
        if token.n_positions == 1 {
            words.push(token.term.to_string());
        }
    });
    words
}
