//! The corpus linguist's bench: concordance, word list, n-grams, collocates, keyness, dispersion,
//! similar documents.
//!
//! [`Words`] is the corpus as one run of numbered words, read once from the texts of an open index.
//! Everything is counted over it, for any ascending list of documents, with no text read again; only a
//! page of concordance lines goes back to the texts. What a query matches comes from outside, as
//! [`Alternatives`] to look for or as bytes of a text.
//!
//! Counts are exact. Formulas are published ones and stand with their sources in [`measures`].
//!
//! # Example
//!
//! ```
//! use corpus::{ReadOptions, Source};
//! use index::{BuildOptions, Index, IndexBuilder};
//! use linguistics::{Words, Width};
//!
//! let text = "The bridge at Rastan was held for a day. Then the bridge fell.";
//! let source = Source { name: "rastan.txt".into(), bytes: text.as_bytes().to_vec() };
//! let mut builder = IndexBuilder::new(BuildOptions::default());
//! corpus::read(&source, &ReadOptions::default()).documents.iter().for_each(|document| builder.add(document));
//! let index = Index::open(builder.finish()?.into())?;
//!
//! let words = Words::read(&index);
//! let documents = [index::DocId(0)];
//! let bridge = index.term_id("bridge").expect("the text has it");
//! let matches = words.find(&vec![vec![vec![bridge]]], &documents);
//! let lines = words.lines(&index, &matches, Width::Words(2));
//! assert_eq!(lines[1].left, "Then the ");
//! assert_eq!(lines[0].right, " at Rastan");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// A slice that may panic brings five kilobytes of error message into the page.
#![cfg_attr(not(test), warn(clippy::string_slice))]

mod bit_set;
mod collocates;
mod concordance;
mod dispersion;
mod keyness;
mod matches;
pub mod measures;
mod ngrams;
mod phrases;
mod similarity;
mod word_list;
mod words;

pub use collocates::{Collocate, CollocateOptions, CollocateOrder, Collocates, MAX_WINDOW};
pub use concordance::{Level, Line, MAX_LEVELS, Width};
pub use dispersion::{Dispersion, DispersionRow, Parts};
pub use keyness::{Direction, KeyWord, Keyness, KeynessOptions, KeynessOrder};
pub use matches::{Alternatives, Match};
pub use ngrams::{Ngram, NgramOptions, NgramOrder, Ngrams};
pub use phrases::{MAX_SIZE, PhraseSorting};
pub use similarity::{SharedTerm, SimilarDocument};
pub use word_list::{WordList, WordListOptions, WordOrder, WordRow};
pub use words::{Reading, Scope, Words};
