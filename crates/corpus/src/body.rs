//! Text, blocks and inlines while they are being written, and the invariants between them.

use std::cmp::Reverse;

use crate::{Block, BlockKind, ByteSpan, Inline, InlineKind, turns};

/// The readable part of a document.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// Plain text; blocks are separated by an empty line.
    pub text: String,
    /// Structure of `text`, as in [`crate::Document::blocks`].
    pub blocks: Vec<Block>,
    /// What is set apart inside blocks, as in [`crate::Document::inlines`].
    pub inlines: Vec<Inline>,
    /// For every block the line of the source on which it begins, 0 where sources have no lines.
    pub lines: Vec<u32>,
}

/// Writes a [`Body`]: blocks are separated by an empty line, trimmed, and dropped when empty.
#[derive(Debug, Default)]
pub struct BodyWriter {
    body: Body,
    open: Option<OpenBlock>,
    spans: Vec<OpenSpan>,
}

#[derive(Debug)]
struct OpenBlock {
    kind: BlockKind,
    line: u32,
    start: usize,
    /// Where the words begin: after the number of an item or the label of a note.
    content_start: usize,
    /// Number or label, written with the first word.
    prefix: String,
}

#[derive(Debug)]
struct OpenSpan {
    kind: InlineKind,
    start: usize,
}

/// Returns a byte offset as spans hold it. Texts too long for it are refused when the document is
/// made, so that the saturated value is never used.
fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

impl BodyWriter {
    /// Tells whether a block is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Closes the open block, if any, and begins one of this kind.
    ///
    /// `prefix` (the number of an item, the label of a note) is written before its first word.
    pub fn open(&mut self, kind: BlockKind, line: u32, prefix: String) {
        self.close();
        if !self.body.text.is_empty() {
            self.body.text.push_str("\n\n");
        }
        let start = self.body.text.len();
        self.open = Some(OpenBlock {
            kind,
            line,
            start,
            content_start: start,
            prefix,
        });
    }

    /// Appends to the open block; white space at its beginning is left out. Without an open block
    /// nothing happens.
    pub fn push(&mut self, text: &str) {
        let Some(open) = &self.open else { return };
        let at_start = self.body.text.len() == open.content_start;
        let keep_indent = open.kind == BlockKind::Preformatted;
        let text = match (at_start, keep_indent) {
            (true, true) => text.trim_start_matches('\n'),
            (true, false) => text.trim_start(),
            (false, _) => text,
        };
        if text.is_empty() {
            return;
        }
        self.write_prefix();
        self.body.text.push_str(text);
    }

    /// Appends a space unless the block is empty or already ends with white space.
    pub fn push_space(&mut self) {
        if !self.body.text.ends_with(char::is_whitespace) {
            self.push(" ");
        }
    }

    fn write_prefix(&mut self) {
        if let Some(open) = &mut self.open
            && !open.prefix.is_empty()
        {
            self.body.text.push_str(&open.prefix);
            open.prefix = String::new();
            open.content_start = self.body.text.len();
        }
    }

    /// Begins something set apart: what is written until [`Self::close_span`].
    pub fn open_span(&mut self, kind: InlineKind) {
        self.write_prefix();
        self.spans.push(OpenSpan {
            kind,
            start: self.body.text.len(),
        });
    }

    pub(crate) fn has_open_spans(&self) -> bool {
        !self.spans.is_empty()
    }

    /// Tells whether nothing was written since the innermost span was opened.
    pub(crate) fn is_span_empty(&self) -> bool {
        self.spans
            .last()
            .is_none_or(|span| span.start >= self.body.text.len())
    }

    /// Ends the innermost span; an empty one leaves no trace. Returns what it was.
    pub fn close_span(&mut self) -> Option<InlineKind> {
        let span = self.spans.pop()?;
        self.add_inline(span.start, &span.kind);
        Some(span.kind)
    }

    /// Marks `text`, which it appends, as one thing.
    pub fn push_marked(&mut self, text: &str, kind: InlineKind) {
        self.open_span(kind);
        self.push(text);
        self.close_span();
    }

    fn add_inline(&mut self, start: usize, kind: &InlineKind) {
        let Some(open) = &self.open else { return };
        let start = start.max(open.start);
        let end = self.body.text.len();
        if start < end {
            let span = ByteSpan::new(offset(start), offset(end));
            self.body.inlines.push(Inline {
                span,
                kind: kind.clone(),
            });
        }
    }

    /// Ends the open block; one without words is taken back.
    pub fn close(&mut self) {
        for index in 0..self.spans.len() {
            // A span that reaches over the end of a block continues in the next one.
            let (start, kind) = (self.spans[index].start, self.spans[index].kind.clone());
            self.add_inline(start, &kind);
        }
        let Some(open) = self.open.take() else { return };
        let trimmed = self.body.text[open.start..].trim_end().len();
        let end = open.start + trimmed;
        if trimmed == 0 {
            self.body.text.truncate(open.start.saturating_sub(2));
            self.drop_inlines_from(open.start, open.start);
            return;
        }
        self.body.text.truncate(end);
        self.drop_inlines_from(open.start, end);
        let kind = match open.kind {
            BlockKind::Paragraph => turns::kind_of(&self.body.text[open.start..]),
            kind => kind,
        };
        let span = ByteSpan::new(offset(open.start), offset(end));
        self.body.blocks.push(Block { kind, span });
        self.body.lines.push(open.line);
    }

    /// Cuts the inlines of the block that starts at `start` so that none reaches past `end`.
    fn drop_inlines_from(&mut self, start: usize, end: usize) {
        let (start, end) = (offset(start), offset(end));
        let mut index = self.body.inlines.len();
        while index > 0 && self.body.inlines[index - 1].span.end > start {
            index -= 1;
            let span = &mut self.body.inlines[index].span;
            span.end = span.end.min(end);
            if span.start >= span.end {
                self.body.inlines.remove(index);
            }
        }
    }

    /// Writes a block of one piece.
    pub fn block(&mut self, kind: BlockKind, line: u32, text: &str) {
        self.open(kind, line, String::new());
        self.push(text);
        self.close();
    }

    /// Ends what is open and returns what was written.
    #[must_use]
    pub fn finish(mut self) -> Body {
        self.close();
        // Of two with one span the outer was added later; a page nests them as it meets them.
        self.body.inlines.reverse();
        self.body
            .inlines
            .sort_by_key(|inline| (inline.span.start, Reverse(inline.span.end)));
        self.body
    }
}
