//! The words of a text.
//!
//! A *word* is a run of letters and digits. Beyond that:
//!
//! - **Apostrophes** and the marks for ayn and hamza (`' ’ ‘ ʼ ʻ ʿ ʾ ´ ′` and the like) are dropped
//!   between letters (`Qur’an` is `quran`) and never belong to the edge of a word. A possessive `’s` is
//!   part of the surface word but not of its term: the span of `Assad’s` covers all of it, the term is
//!   `assad` (so `it’s` is `it`). After an elided `l d j m t s n c qu` the word is cut: `l’histoire` is
//!   `l`, `histoire` and the joined form `lhistoire`.
//! - **Hyphens** (`-`, U+2010, U+2011, maqaf) part words; two to four parts also give one joined form.
//!   Dashes, slashes and underscores separate. Soft hyphens and joiners are nothing.
//! - **Numbers** keep their decimal point and lose their thousands separators: `3.5`, `15000`.
//! - **Acronyms** lose their periods: `U.S.` is `us`, `Ph.D.` is `phd`, `p.m.` is `pm`. The span covers
//!   the last period; [`crate::sentences`] never cuts inside it.
//! - **Scripts without spaces** (Han, kana, Thai, Lao, Burmese, Khmer) give one word per character with
//!   its marks.

mod compound;

use crate::characters::{Class, char_at, class, class_at, extends_cluster, stacks_next, voiced};
use crate::folding::push_folded;
use corpus::ByteSpan;

/// Longest term in bytes; what is longer is cut at a character, in texts and queries alike.
///
/// The longest words of ordinary prose are under 40 letters; beyond this come only accidents (encoded
/// data, text without spaces), which would cost dictionary space and never be typed.
pub const MAX_TERM_BYTES: usize = 64;

/// Longest compound, in parts, that gives a joined form.
const MAX_JOINED_PARTS: u32 = 4;

/// One word of a text, or a compound written together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'t> {
    /// The folded form; never empty, at most [`MAX_TERM_BYTES`] bytes.
    pub term: &'t str,
    /// The surface form: bytes of the given text, never empty.
    pub span: ByteSpan,
    /// Counts the words before this one; that of a joined form is the position of its first part.
    pub position: u32,
    /// How many positions the token covers: 1 for a word, 2 to 4 for a joined form.
    pub n_positions: u32,
    /// Word or joined form.
    pub kind: TokenKind,
}

/// What a [`Token`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word; words have consecutive positions.
    Word,
    /// The parts of a compound written together (`albukamal` for `al-Bukamal`).
    Joined,
}

/// Calls `emit` for every token of `text`, in order.
///
/// Words have positions 0, 1, 2, … and spans that do not overlap. A joined form comes directly after
/// the last word that it covers.
///
/// Cost: linear in the length of the text, whatever it holds; two buffers of at most
/// [`MAX_TERM_BYTES`], nothing per token.
///
/// # Example
///
/// ```
/// let mut words = Vec::new();
/// analysis::tokens("Assad’s 15,000 men", &mut |token| {
///     words.push((token.term.to_owned(), token.span.of("Assad’s 15,000 men")));
/// });
/// assert_eq!(words[0], ("assad".to_owned(), "Assad’s"));
/// assert_eq!(words[1], ("15000".to_owned(), "15,000"));
/// ```
pub fn tokens(text: &str, emit: &mut dyn FnMut(Token<'_>)) {
    let mut scanner = Scanner {
        text,
        emit,
        position: 0,
        term: String::new(),
        joined: String::new(),
    };
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            at = scanner.ascii_word(at);
        } else if byte.is_ascii() {
            at += 1;
        } else {
            at = scanner.beyond_ascii(at);
        }
    }
}

/// Walks over a text and emits its tokens. Every method takes the byte where something starts and
/// returns the byte after it.
struct Scanner<'t, 'e> {
    text: &'t str,
    emit: &'e mut dyn FnMut(Token<'_>),
    /// Position of the next word.
    position: u32,
    /// Folded form of the word being read.
    term: String,
    /// The parts of the compound being read.
    joined: String,
}

impl Scanner<'_, '_> {
    /// Reads a word that starts with an ASCII letter or digit.
    fn ascii_word(&mut self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let rest = bytes.get(start..).unwrap_or_default();
        let length = rest
            .iter()
            .position(|byte| !byte.is_ascii_alphanumeric())
            .unwrap_or(rest.len());
        let end = start + length;
        if !ends_plainly(rest, length) {
            return self.compound(start);
        }
        let kept = length.min(MAX_TERM_BYTES);
        let surface = self.text.get(start..start + kept).unwrap_or_default();
        if surface.bytes().any(|byte| byte.is_ascii_uppercase()) {
            self.term.clear();
            self.term.push_str(surface);
            self.term.make_ascii_lowercase();
            emit_word(self.emit, &mut self.position, &self.term, start, end);
        } else {
            emit_word(self.emit, &mut self.position, surface, start, end);
        }
        end
    }

    /// Reads whatever starts with a character beyond ASCII.
    fn beyond_ascii(&mut self, start: usize) -> usize {
        let Some(c) = char_at(self.text, start) else {
            return self.text.len();
        };
        match class(c) {
            Class::Letter => self.compound(start),
            Class::Unspaced => self.cluster(start, c),
            _ => start + c.len_utf8(),
        }
    }

    /// Reads one character of a script without spaces, with its marks.
    fn cluster(&mut self, start: usize, first: char) -> usize {
        self.term.clear();
        let mut full = !push_folded(&mut self.term, first, MAX_TERM_BYTES);
        let mut end = start + first.len_utf8();
        let mut stacked = stacks_next(first);
        while let Some(c) = char_at(self.text, end) {
            if !(extends_cluster(c) || (stacked && class(c) == Class::Unspaced)) {
                break;
            }
            let last = self.term.chars().next_back();
            if let Some(voiced) = last.and_then(|last| voiced(last, c)).filter(|_| !full) {
                self.term.pop();
                self.term.push(voiced);
            } else {
                full = full || !push_folded(&mut self.term, c, MAX_TERM_BYTES);
            }
            stacked = stacks_next(c);
            end += c.len_utf8();
        }
        emit_word(self.emit, &mut self.position, &self.term, start, end);
        end
    }
}

/// Tells whether the run of letters of `length` at the start of `rest` is a whole word, without any
/// look at what might continue it. A `false` only costs time.
fn ends_plainly(rest: &[u8], length: usize) -> bool {
    match rest.get(length) {
        None => true,
        Some(b'\'' | b'`' | b'-' | b'.' | b',') => rest
            .get(length + 1)
            .is_none_or(|after| matches!(after, b' ' | b'\n')),
        Some(byte) => byte.is_ascii(),
    }
}

fn emit_word(
    emit: &mut dyn FnMut(Token<'_>),
    position: &mut u32,
    term: &str,
    start: usize,
    end: usize,
) {
    emit(Token {
        term,
        span: span(start, end),
        position: *position,
        n_positions: 1,
        kind: TokenKind::Word,
    });
    *position = position.saturating_add(1);
}

/// Texts of 4 GiB and more do not fit the index and are refused before they come here.
fn span(start: usize, end: usize) -> ByteSpan {
    ByteSpan::new(
        u32::try_from(start).unwrap_or(u32::MAX),
        u32::try_from(end).unwrap_or(u32::MAX),
    )
}

/// Appends `text` character by character as far as `limit` bytes allow; returns whether all fitted.
pub(crate) fn push_within(out: &mut String, text: &str, limit: usize) -> bool {
    for c in text.chars() {
        if out.len() + c.len_utf8() > limit {
            return false;
        }
        out.push(c);
    }
    true
}

/// Tells whether a letter starts at `at`.
fn letter_at(text: &str, at: usize) -> bool {
    class_at(text, at) == Class::Letter
}

#[cfg(test)]
mod tests;
