//! Text becomes tokens: words, their folded forms, sentences and stems.
//!
//! The same code reads texts and queries, natively and in wasm, so a word typed by a reader meets the
//! same word in a text. Nothing here depends on the language except [`stem`]; one text may mix scripts.
//!
//! - [`tokens`] finds the words of a text and gives each its folded form, the *term*.
//! - [`fold`] gives the term of a single word.
//! - [`sentences`] cuts one block of text into sentences.
//! - [`stem`] reduces a term to what its inflections share; [`variant_prefixes`] says where in a sorted
//!   dictionary the other terms with that stem stand.
//!
//! All spans are UTF-8 bytes of the text that was given.
//!
//! # Example
//!
//! ```
//! let mut terms = Vec::new();
//! analysis::tokens("Shi‘a units near al-Bukamal", &mut |token| terms.push(token.term.to_owned()));
//! assert_eq!(terms, ["shia", "units", "near", "al", "bukamal", "albukamal"]);
//! ```

// A slice that may panic brings five kilobytes of error message into the page.
#![cfg_attr(not(test), warn(clippy::string_slice))]

mod case;
mod characters;
mod folding;
mod language;
mod sentences;
mod stemming;
mod tokens;

pub use case::lowercase;
pub use folding::fold;
pub use language::Language;
pub use sentences::sentences;
pub use stemming::{stem, stem_prefix_len, variant_prefixes};
pub use tokens::{MAX_TERM_BYTES, Token, TokenKind, tokens};

/// Names this analysis: it changes whenever some text would give other tokens.
///
/// An index holds it, so that one made with another analysis is recognised.
pub const ANALYZER_ID: u32 = 1;
