//! The layers that are measured.

use annotation::layers::{Layers, Reading};
use annotation::names::{Authority, Lexicon};
use corpus::{ByteSpan, Document};

use crate::accounts::ACCOUNTS;
use crate::days::DAYS;
use crate::gold::{Item, Split};
use crate::matching::{Matching, match_items};
use crate::names::NAMES;
use crate::score::Judged;

/// Lists errors of a document: the place of each, and what is wrong.
pub(crate) type ErrorsOf = fn(&Judged<'_>) -> Vec<(ByteSpan, String)>;

/// One stand-off layer: where its annotations stand and how it is computed.
#[derive(Debug)]
pub(crate) struct Layer {
    /// Folder below `testdata/gold`.
    pub(crate) name: &'static str,
    /// The attributes that are compared where an item was found; counted apart from the spans.
    pub(crate) attributes: &'static [&'static str],
    /// Finds the items of all documents of a corpus, a list for each document, sorted by start.
    pub(crate) find: fn(&[Document]) -> Vec<Vec<Item>>,
    /// Tells which found item is which annotated one.
    pub(crate) matches: fn(&[Item], &[Item]) -> Matching,
    /// What is said below the table of a split.
    pub(crate) summary: Option<fn(&[Judged<'_>], Split) -> String>,
    /// Errors of the layer as a whole in a document, beside those of single items.
    pub(crate) errors: Option<ErrorsOf>,
    /// Whether each split of a corpus is compared as a corpus of its own, so that what is found between the
    /// documents of one split owes nothing to those of the other.
    pub(crate) is_by_split: bool,
    /// Rows of the kept scores: their name, and the class (or `all`) that they count.
    pub(crate) rows: &'static [(&'static str, &'static str)],
    /// What the layer is not allowed to fall below.
    pub(crate) floors: &'static [Floor],
}

/// The least that is accepted of one class in one part of the annotated texts.
#[derive(Debug)]
pub(crate) struct Floor {
    /// One of the corpora; skipped where the texts are not there.
    pub(crate) corpus: &'static str,
    pub(crate) split: Split,
    /// A class, or `all`.
    pub(crate) class: &'static str,
    /// Of spans that overlap, 0 to 1.
    pub(crate) precision: f64,
    /// Of spans that overlap, 0 to 1.
    pub(crate) recall: f64,
}

impl Floor {
    /// Of one class.
    pub(crate) const fn of(
        corpus: &'static str,
        split: Split,
        class: &'static str,
        [precision, recall]: [f64; 2],
    ) -> Self {
        Self {
            corpus,
            split,
            class,
            precision,
            recall,
        }
    }

    /// Of all classes together.
    pub(crate) const fn of_all(corpus: &'static str, split: Split, least: [f64; 2]) -> Self {
        Self::of(corpus, split, "all", least)
    }
}

/// Returns the days and names of the documents, numbered through the corpus; what voices and accounts need.
pub(crate) fn days_and_names(documents: &[Document]) -> Layers {
    let (lexicon, authority) = (Lexicon::new(), Authority::default());
    let mut reading = Reading::new(&lexicon, &authority);
    for document in documents {
        reading.add(document);
    }
    reading.finish()
}

/// In the order of the report.
pub(crate) const LAYERS: &[Layer] = &[DAYS, NAMES, VOICES, ACCOUNTS];

const VOICES: Layer = Layer {
    name: "voices",
    attributes: &["class", "speaker"],
    find: crate::voices::find,
    matches: match_items,
    summary: None,
    errors: None,
    is_by_split: false,
    rows: &[("voices", "all")],
    floors: crate::voices::FLOORS,
};
