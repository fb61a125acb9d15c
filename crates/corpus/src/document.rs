//! The document: what every later stage works on.

use crate::ByteSpan;

/// One text with its metadata.
///
/// Invariants, kept by everything in this crate that makes documents: `text` is valid UTF-8 in which
/// blocks are separated by `"\n\n"`; `blocks` are sorted, do not overlap and never touch; every
/// `inline` lies inside one block and inlines are sorted by start.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// Unique in its corpus: front matter's `id`, else the file name without extension.
    pub id: String,
    /// Never empty: metadata, else first heading, else the first words of the text.
    pub title: String,
    /// Publication date as ISO 8601 / EDTF level 0 or 1 (`2024`, `2024-12`, `2024-12-08`, `2024-12~`),
    /// where one is known. The date also stands in `fields` under `date`.
    pub date: Option<String>,
    /// BCP 47 language tag, lower-case primary subtag first (`en`, `ar`, `fr`), where one is known.
    pub lang: Option<String>,
    /// All metadata in canonical order: `title`, `author`, `date`, `source`, `url`, `tag`, `lang`
    /// ([`crate::FIRST_FIELDS`]), then the other keys in alphabetical order. Keys are lower case; each key stands once.
    pub fields: Vec<Field>,
    /// Plain text that all offsets refer to. It does not contain the title unless the source's text does.
    pub text: String,
    /// Structure of `text`.
    pub blocks: Vec<Block>,
    /// Emphasis, links and note references inside blocks.
    pub inlines: Vec<Inline>,
}

/// One metadata key with its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Canonical lower-case key (`author`, `tag`, `clipped`).
    pub name: String,
    /// At least one value, in the source's order.
    pub values: Vec<String>,
}

/// A paragraph or another unit of structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// The bytes of `Document::text` that it covers; never empty.
    pub span: ByteSpan,
}

/// What a [`Block`] is to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BlockKind {
    /// A heading of level 1 to 6.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// One item of an unordered list, with its nesting depth from 0.
    ListItem(u8),
    /// One item of an ordered list, with its nesting depth from 0. The number is part of the text.
    OrderedItem(u8),
    /// A block quotation.
    Quotation,
    /// A question in an interview; the mark (`Q:`) is part of the text.
    Question,
    /// An answer in an interview; the mark (`A:`) is part of the text.
    Answer,
    /// A caption or the description of a picture.
    Caption,
    /// One row of a table; cells are separated by `" | "`. The first row of a table is its header.
    TableHeader,
    /// One further row of a table.
    TableRow,
    /// A footnote or endnote; its label is part of the text.
    Note,
    /// Preformatted text; line breaks count.
    Preformatted,
}

impl BlockKind {
    /// Returns its name in records and reports, and the heading's level or the item's depth; 0 for other kinds.
    #[must_use]
    pub fn name_and_level(self) -> (&'static str, u8) {
        match self {
            Self::Heading(level) => ("heading", level),
            Self::Paragraph => ("paragraph", 0),
            Self::ListItem(depth) => ("list_item", depth),
            Self::OrderedItem(depth) => ("ordered_item", depth),
            Self::Quotation => ("quotation", 0),
            Self::Question => ("question", 0),
            Self::Answer => ("answer", 0),
            Self::Caption => ("caption", 0),
            Self::TableHeader => ("table_header", 0),
            Self::TableRow => ("table_row", 0),
            Self::Note => ("note", 0),
            Self::Preformatted => ("preformatted", 0),
        }
    }
}

/// Stable name of a block: the first 32 bits of a hash over its text, so that a link to a passage
/// survives a rebuild as long as the passage reads the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlockId(pub u32);

impl BlockId {
    /// Returns the id of a block with this text (FNV-1a, 32 bits; see `docs/LINKS.md`).
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(crate::fnv::hash_32(text.as_bytes()))
    }
}

impl std::fmt::Display for BlockId {
    /// Writes eight lower-case hexadecimal digits.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

/// A stretch of text inside a block that is set apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inline {
    /// The bytes of `Document::text` that it covers; inside one block; may be empty for a picture.
    pub span: ByteSpan,
    /// What sets it apart.
    pub kind: InlineKind,
}

/// What sets an [`Inline`] apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InlineKind {
    /// Italics.
    Emphasis,
    /// Bold.
    Strong,
    /// Monospaced.
    Code,
    /// A link with its target as written; the page decides which schemes are live.
    Link(String),
    /// A reference to the note with this label.
    NoteReference(String),
    /// A picture's address; the page shows it as a link and never requests it.
    Picture(String),
}
