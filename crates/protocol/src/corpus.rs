//! The corpus and its documents.

use serde::{Deserialize, Serialize};

/// What the corpus is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CorpusRecord {
    /// The corpus's title.
    pub title: String,
    /// Eight hexadecimal digits over the whole index: changes whenever anything in it does.
    pub version: String,
    /// Number of words (tokens) in all texts.
    pub n_words: u64,
    /// Number of different terms.
    pub n_terms: u64,
    /// Every document, in the corpus's order.
    pub documents: Vec<SummaryRecord>,
}

/// A document without its text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SummaryRecord {
    /// The document's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its date as in the metadata.
    pub date: Option<String>,
    /// Its language tag.
    pub lang: Option<String>,
    /// All metadata.
    pub fields: Vec<FieldRecord>,
    /// Number of words in the text.
    pub n_words: u32,
}

/// One metadata key with its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldRecord {
    /// Lower-case key.
    pub name: String,
    /// At least one value.
    pub values: Vec<String>,
}

/// A document with its text and structure.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DocumentRecord {
    /// Everything but the text.
    pub summary: SummaryRecord,
    /// Plain text that all offsets refer to.
    pub text: String,
    /// Blocks in order.
    pub blocks: Vec<BlockRecord>,
    /// Emphasis, links, note references, sorted by start.
    pub inlines: Vec<InlineRecord>,
    /// Matches of the query, `[start, end]` in `text`, sorted, not overlapping.
    pub marks: Vec<[u32; 2]>,
    /// Ids of the documents before and after this one in the corpus's order.
    pub previous: Option<String>,
    /// See `previous`.
    pub next: Option<String>,
}

/// One block of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockRecord {
    /// Stable id (eight hexadecimal digits).
    pub id: String,
    /// `heading`, `paragraph`, `list_item`, `ordered_item`, `quotation`, `question`, `answer`, `caption`,
    /// `table_header`, `table_row`, `note` or `preformatted`.
    pub kind: String,
    /// Heading level (1 to 6) or list depth (from 0); 0 for other kinds.
    pub level: u8,
    /// Start in the document's plain text.
    pub start: u32,
    /// End in the document's plain text.
    pub end: u32,
}

impl BlockRecord {
    /// Returns a paragraph.
    #[must_use]
    pub fn paragraph(id: &str, start: u32, end: u32) -> Self {
        Self {
            id: id.to_owned(),
            kind: "paragraph".to_owned(),
            level: 0,
            start,
            end,
        }
    }
}

/// A stretch of text that is set apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InlineRecord {
    /// `emphasis`, `strong`, `code`, `link`, `note_reference` or `picture`.
    pub kind: String,
    /// A link's or picture's address, a note's label; else empty.
    pub target: String,
    /// Start in the document's plain text.
    pub start: u32,
    /// End in the document's plain text.
    pub end: u32,
}
