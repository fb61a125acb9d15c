//! One block of a document, read again: which bytes stand at which position.

use crate::matching::Span;
use corpus::ByteSpan;
use index::DocumentView;

/// The joined form of a compound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Joined {
    /// Position of its first part in the document.
    pub(crate) position: u32,
    /// Bytes in the block's text.
    pub(crate) span: ByteSpan,
    pub(crate) term: String,
}

/// A block's text with its tokens.
#[derive(Debug)]
pub(crate) struct BlockText<'i> {
    /// Which block; `None` for the title.
    pub(crate) place: Option<usize>,
    pub(crate) text: &'i str,
    /// Where the block begins in the document's text.
    pub(crate) start: u32,
    first_position: u32,
    /// The words' bytes in the block's text, one for each position from the first.
    pub(crate) words: Vec<ByteSpan>,
    pub(crate) joined: Vec<Joined>,
}

impl<'i> BlockText<'i> {
    /// Reads a block again. Cost: linear in its text.
    pub(crate) fn read(view: DocumentView<'i>, place: Option<usize>) -> Self {
        let block = place.and_then(|place| view.blocks().get(place));
        let (text, start, first_position) = match block {
            Some(block) => (
                view.slice(block.span),
                block.span.start,
                block.first_position,
            ),
            None => (view.title(), 0, 0),
        };
        let (mut words, mut joined) = (Vec::new(), Vec::new());
        analysis::tokens(text, &mut |token| {
            if token.n_positions == 1 {
                words.push(token.span);
            } else {
                let position = first_position + token.position;
                joined.push(Joined {
                    position,
                    span: token.span,
                    term: token.term.to_string(),
                });
            }
        });
        Self {
            place,
            text,
            start,
            first_position,
            words,
            joined,
        }
    }

    /// Returns the positions of a block without reading it.
    pub(crate) fn window(view: DocumentView<'_>, place: Option<usize>) -> Span {
        match place.and_then(|place| view.blocks().get(place)) {
            Some(block) => Span {
                start: block.first_position,
                end: block.first_position + block.n_tokens,
            },
            None => Span {
                start: 0,
                end: view.lengths().title,
            },
        }
    }

    /// Returns the bytes of the word at a position.
    pub(crate) fn word_at(&self, position: u32) -> Option<ByteSpan> {
        self.words
            .get(position.checked_sub(self.first_position)? as usize)
            .copied()
    }

    /// Returns the positions of the words in a span of the document's text; `None` where there are none.
    pub(crate) fn positions_of(&self, bytes: ByteSpan) -> Option<Span> {
        let first = self
            .words
            .partition_point(|word| self.start + word.end <= bytes.start);
        let end = self
            .words
            .partition_point(|word| self.start + word.start < bytes.end);
        (first < end).then(|| Span {
            start: self.first_position + first as u32,
            end: self.first_position + end as u32,
        })
    }

    /// Tells whether the word or compound at a position is written just so.
    pub(crate) fn has_surface(&self, position: u32, surface: &str) -> bool {
        let is_surface = |span: ByteSpan| {
            // The possessive is no part of the word.
            let after = span.of(self.text).strip_prefix(surface);
            matches!(after, Some("" | "'s" | "’s" | "'" | "’"))
        };
        self.word_at(position).is_some_and(is_surface)
            || self.joined_at(position, &mut |joined| is_surface(joined.span))
    }

    /// Tells whether a compound that passes a test begins at a position.
    pub(crate) fn joined_at(&self, position: u32, test: &mut dyn FnMut(&Joined) -> bool) -> bool {
        self.joined
            .iter()
            .any(|joined| joined.position == position && test(joined))
    }

    /// Returns the sentences as bytes of the block's text with their positions; those without words
    /// are left out.
    pub(crate) fn sentences(&self) -> Vec<(ByteSpan, Span)> {
        let mut sentences = Vec::new();
        let mut next = 0;
        for sentence in analysis::sentences(self.text) {
            let first = next;
            while self
                .words
                .get(next)
                .is_some_and(|word| word.start < sentence.end)
            {
                next += 1;
            }
            if first < next {
                let at = |word: usize| self.first_position + word as u32;
                sentences.push((
                    sentence,
                    Span {
                        start: at(first),
                        end: at(next),
                    },
                ));
            }
        }
        sentences
    }
}
