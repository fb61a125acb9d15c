//! Everything that the views are made of.

use crate::markup::Element;
use crate::state::{Theme, ViewState};
use protocol::{DocumentRecord, SearchRecord};
use std::sync::Arc;

/// An answer with the state that it answers.
#[derive(Debug, Default)]
pub struct Answer {
    /// What was asked.
    pub state: ViewState,
    /// What was answered.
    pub record: SearchRecord,
}

/// The document in the reader.
#[derive(Debug, Default)]
pub enum Opened {
    /// None.
    #[default]
    Nothing,
    /// A document with its text as a tree.
    Document(Box<DocumentRecord>, Arc<Element>),
    /// Why there is none, as a sentence.
    Refused(String),
}

/// What the reader has before them. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Screen {
    /// The lens and the place.
    pub state: ViewState,
    /// The newest answer.
    pub answer: Arc<Answer>,
    /// The document in the reader.
    pub opened: Arc<Opened>,
    /// The reader's colours.
    pub theme: Theme,
    /// What narrows long groups of filters: field and text.
    pub needles: Vec<(String, String)>,
    /// Whether keys without a modifier do something, such as `/`.
    pub has_single_keys: bool,
    /// Whether the filters stand open beside the results.
    pub is_wide: bool,
}

impl Screen {
    /// Returns what narrows a group of filters.
    #[must_use]
    pub fn needle(&self, field: &str) -> &str {
        let found = self.needles.iter().find(|(known, _)| known == field);
        found.map_or("", |(_, text)| text)
    }
}
