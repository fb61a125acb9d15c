//! Writing blocks from pieces of text as markup gives them.

use corpus::parts::{Body, BodyWriter};
use corpus::{BlockKind, InlineKind};

use crate::mending::Mender;

/// A [`BodyWriter`] that mends letters and collapses white space.
#[derive(Debug)]
pub(crate) struct Writer<'m> {
    body: BodyWriter,
    mender: &'m mut Mender,
    n_spans: usize,
}

impl<'m> Writer<'m> {
    pub(crate) fn new(mender: &'m mut Mender) -> Self {
        Self {
            body: BodyWriter::default(),
            mender,
            n_spans: 0,
        }
    }

    /// Ends the open block and begins another.
    pub(crate) fn open(&mut self, kind: BlockKind) {
        self.open_labelled(kind, String::new());
    }

    /// Begins a block whose first words are a number or a label.
    pub(crate) fn open_labelled(&mut self, kind: BlockKind, label: String) {
        self.body.open(kind, 0, label);
    }

    /// Begins a note with the label that references to it have.
    pub(crate) fn open_note(&mut self, label: &str) {
        self.open_labelled(BlockKind::Note, format!("[{label}] "));
    }

    pub(crate) fn is_open(&self) -> bool {
        self.body.is_open()
    }

    /// Begins a block unless one is open.
    pub(crate) fn ensure_open(&mut self, kind: BlockKind) {
        if !self.is_open() {
            self.open(kind);
        }
    }

    pub(crate) fn close(&mut self) {
        self.body.close();
    }

    /// Appends text of markup, where any white space is one space.
    pub(crate) fn text(&mut self, text: &str) {
        let text = self.mender.letters(text);
        if text.starts_with(char::is_whitespace) {
            self.body.push_space();
        }
        let mut is_first = true;
        for word in text.split_whitespace() {
            if !is_first {
                self.body.push(" ");
            }
            self.body.push(word);
            is_first = false;
        }
        if !is_first && text.ends_with(char::is_whitespace) {
            self.body.push_space();
        }
    }

    /// Appends text whose spaces and line ends count.
    pub(crate) fn verbatim(&mut self, text: &str) {
        let text = self.mender.letters(text);
        self.body.push(&text);
    }

    pub(crate) fn line_break(&mut self) {
        self.body.push("\n");
    }

    /// Parts the cells of a row.
    pub(crate) fn cell_edge(&mut self) {
        self.body.push_space();
        self.body.push("| ");
    }

    /// Writes a block of one piece.
    pub(crate) fn block(&mut self, kind: BlockKind, text: &str) {
        self.open(kind);
        self.text(text);
        self.close();
    }

    /// Writes a block whose line ends count.
    pub(crate) fn verbatim_block(&mut self, kind: BlockKind, text: &str) {
        self.open(kind);
        self.verbatim(text);
        self.close();
    }

    pub(crate) fn open_span(&mut self, kind: InlineKind) {
        self.n_spans += 1;
        self.body.open_span(kind);
    }

    pub(crate) fn close_span(&mut self) {
        if self.n_spans > 0 {
            self.n_spans -= 1;
            self.body.close_span();
        }
    }

    /// Appends a reference to a note.
    pub(crate) fn note_reference(&mut self, label: &str) {
        let label = label.trim();
        if !label.is_empty() {
            let kind = InlineKind::NoteReference(label.to_owned());
            self.body.push_marked(&format!("[{label}]"), kind);
        }
    }

    pub(crate) fn finish(mut self) -> Body {
        while self.n_spans > 0 {
            self.close_span();
        }
        self.body.finish()
    }
}

/// Returns text with any white space as one space, none at its ends.
pub(crate) fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
