//! Reading one document of an open index.

use corpus::{ByteSpan, Inline, InlineKind};

use super::{BlockEntry, DocumentEntry, FieldLengths, InlineEntry};
use crate::{DocId, Index};

/// One document of an [`Index`]. Copies are free.
#[derive(Clone, Copy)]
pub struct DocumentView<'i> {
    index: &'i Index,
    doc: DocId,
    entry: &'i DocumentEntry,
}

impl<'i> DocumentView<'i> {
    pub(crate) fn new(index: &'i Index, doc: DocId, entry: &'i DocumentEntry) -> Self {
        Self { index, doc, entry }
    }

    /// Returns the document's number.
    #[must_use]
    pub fn doc(self) -> DocId {
        self.doc
    }

    /// Returns the id that the corpus gives the document; unique in the index.
    #[must_use]
    pub fn id(self) -> &'i str {
        self.index.bytes.text(self.entry.id)
    }

    /// Returns the title.
    #[must_use]
    pub fn title(self) -> &'i str {
        self.index.bytes.text(self.entry.title)
    }

    /// Returns the publication date as written.
    #[must_use]
    pub fn date(self) -> Option<&'i str> {
        self.entry.date.map(|span| self.index.bytes.text(span))
    }

    /// Returns the language tag.
    #[must_use]
    pub fn lang(self) -> Option<&'i str> {
        self.entry.lang.map(|span| self.index.bytes.text(span))
    }

    /// Returns the language whose stemming and sentence rules fit the document.
    #[must_use]
    pub fn language(self) -> analysis::Language {
        analysis::Language::of(self.lang())
    }

    /// Returns the metadata, key by key in canonical order, each with its values in the source's order.
    pub fn fields(self) -> impl Iterator<Item = (&'i str, Vec<&'i str>)> {
        let doc = self.doc;
        self.index.fields().filter_map(move |field| {
            let values: Vec<&str> = field
                .document_values(doc)
                .iter()
                .map(|&number| field.value(number))
                .collect();
            (!values.is_empty()).then_some((field.name(), values))
        })
    }

    /// Returns the plain text that all spans refer to.
    ///
    /// Cost: linear in the text, because UTF-8 is checked again; for a part use [`DocumentView::slice`].
    #[must_use]
    pub fn text(self) -> &'i str {
        self.index.bytes.text(self.entry.text)
    }

    /// Returns a part of the text; empty where the span does not fit.
    ///
    /// Cost: linear in the span.
    #[must_use]
    pub fn slice(self, span: ByteSpan) -> &'i str {
        let text = self.entry.text;
        if span.end > text.len() {
            return "";
        }
        self.index.bytes.text(ByteSpan::new(
            text.start + span.start,
            text.start + span.end,
        ))
    }

    /// Returns the length of the text in bytes.
    #[must_use]
    pub fn text_bytes(self) -> u32 {
        self.entry.text.len()
    }

    /// Returns the blocks in the order of the text.
    ///
    /// Positions: the words of the title have the positions from 0; then each block follows, with one
    /// position left free before it, so that no phrase reaches from one block into the next.
    #[must_use]
    pub fn blocks(self) -> &'i [BlockEntry] {
        let documents = &self.index.documents;
        let places = documents.blocks_of(self.doc.as_usize());
        documents.blocks.get(places).unwrap_or(&[])
    }

    /// Returns the place among [`DocumentView::blocks`] of the block that holds a position; `None` for
    /// a position in the title.
    ///
    /// Cost: a binary search.
    #[must_use]
    pub fn block_of_position(self, position: u32) -> Option<usize> {
        let after = self
            .blocks()
            .partition_point(|block| block.first_position <= position);
        after.checked_sub(1)
    }

    /// Returns the inlines, sorted by start.
    ///
    /// Cost: linear in the inlines of the document; copies their targets.
    #[must_use]
    pub fn inlines(self) -> Vec<Inline> {
        let documents = &self.index.documents;
        let places = documents.inlines_of(self.doc.as_usize());
        let entries = documents.inlines.get(places).unwrap_or(&[]);
        entries.iter().map(|entry| self.inline(entry)).collect()
    }

    fn inline(self, entry: &InlineEntry) -> Inline {
        let target = || self.index.bytes.text(entry.target).to_owned();
        let kind = match entry.kind {
            0 => InlineKind::Emphasis,
            1 => InlineKind::Strong,
            2 => InlineKind::Code,
            3 => InlineKind::Link(target()),
            4 => InlineKind::NoteReference(target()),
            _ => InlineKind::Picture(target()),
        };
        Inline {
            span: entry.span,
            kind,
        }
    }

    /// Returns the number of words, title included.
    #[must_use]
    pub fn n_tokens(self) -> u64 {
        let lengths = self.entry.lengths;
        u64::from(lengths.title) + u64::from(lengths.heading) + u64::from(lengths.body)
    }

    /// Returns the number of words as every table counts them: a title is not part of its text.
    #[must_use]
    pub fn text_tokens(self) -> u64 {
        self.n_tokens() - u64::from(self.entry.lengths.title)
    }

    /// Returns the number of words by field.
    #[must_use]
    pub fn lengths(self) -> FieldLengths {
        self.entry.lengths
    }
}

impl std::fmt::Debug for DocumentView<'_> {
    /// Writes the number and the id.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DocumentView({}, {:?})", self.doc.0, self.id())
    }
}
