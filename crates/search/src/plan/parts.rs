//! What a plan is made of.

use crate::document_set::DocumentSet;
use crate::{Expansion, Note};
use corpus::ByteSpan;
use index::{DocId, TermId};

/// A term that stands for a word of the query.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Form {
    pub(crate) term: TermId,
    /// What an occurrence counts: 1 for the form typed, less for a guess.
    pub(crate) weight: f32,
}

/// How a term has to be written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Spelling {
    #[default]
    Any,
    /// Just so, case and accents included.
    Surface(String),
    /// Not as a compound: its second part would stand at the next place of the phrase.
    OneWord,
}

/// One place of a phrase: any of these terms, perhaps only in one spelling.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Slot {
    pub(crate) terms: Vec<TermId>,
    pub(crate) spelling: Spelling,
}

impl Slot {
    /// Whether it is a single term in any spelling.
    pub(crate) fn is_one_term(&self) -> bool {
        self.terms.len() == 1 && self.spelling == Spelling::Any
    }

    /// Returns the slot of a single term.
    pub(crate) fn of(term: TermId) -> Self {
        Self {
            terms: vec![term],
            spelling: Spelling::Any,
        }
    }
}

/// Returns forms of one weight.
pub(crate) fn forms_of(terms: &[TermId], weight: f32) -> Vec<Form> {
    terms.iter().map(|&term| Form { term, weight }).collect()
}

/// What is scored and marked as one thing.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Unit {
    /// As typed.
    pub(crate) label: String,
    pub(crate) forms: Vec<Form>,
    /// Alternatives, each a run of slots.
    pub(crate) sequences: Vec<Vec<Slot>>,
    pub(crate) slop: u32,
    /// How often the query says it.
    pub(crate) count: u32,
    /// A word that carries the others: a function word, or in a question a word of asking.
    pub(crate) is_carrier: bool,
    /// False below a `Not`: neither scored nor marked.
    pub(crate) positive: bool,
    /// Matches at `places` and has neither forms nor sequences.
    pub(crate) is_mention: bool,
    /// Documents and bytes of their texts, ascending.
    pub(crate) places: Vec<(DocId, ByteSpan)>,
}

/// Which documents answer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Everything,
    Unit(usize),
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    Near {
        left: Box<Self>,
        right: Box<Self>,
        distance: u32,
        ordered: bool,
    },
    Sentence(Box<Self>),
    Paragraph(Box<Self>),
    /// Inside one place of the unit `quotations`.
    Quotation {
        inner: Box<Self>,
        quotations: usize,
    },
    Title(Box<Self>),
    Documents(DocumentSet),
}

/// How the reader's words are to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Only the words as typed, folded.
    pub(crate) exact: bool,
    /// Whether the reader is told how words were widened.
    pub(crate) records: bool,
}

/// A query made ready for one index.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) root: Node,
    pub(crate) units: Vec<Unit>,
    /// The root asks for at least two words and nothing else, so documents may miss some.
    pub(crate) words_only: bool,
    /// So many words that documents are ranked by what they hold, whether or not they hold all. What
    /// operators ask for is required all the same.
    pub(crate) is_question: bool,
    pub(crate) expansions: Vec<Expansion>,
    pub(crate) notes: Vec<Note>,
}
