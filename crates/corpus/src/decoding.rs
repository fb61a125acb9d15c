//! Bytes to clean text: UTF-8 only, line ends as `\n`, no control characters.

use crate::problem::Report;

const SAVE_AS_UTF8: &str = "open the file in an editor and save it as UTF-8";

/// Returns the text of `bytes`, or nothing after an error in `report`. Lines keep their numbers.
pub(crate) fn decode(bytes: &[u8], report: &mut Report<'_>) -> Option<String> {
    let mut decoder = Decoder::default();
    let text = decoder.decode(bytes);
    if decoder.report(report) { text } else { None }
}

/// How far into a source something is.
///
/// Counts what messages name: bytes, and lines. A line ends with `\n`, `\r\n` or `\r`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    byte: usize,
    n_line_feeds: usize,
    n_lines: usize,
    is_after_return: bool,
}

impl Place {
    /// Moves behind `bytes`, which may end anywhere, also inside of a letter. Cost: linear.
    pub fn advance(&mut self, bytes: &[u8]) {
        self.byte += bytes.len();
        for &byte in bytes {
            self.n_line_feeds += usize::from(byte == b'\n');
            self.n_lines += usize::from(byte == b'\r' || (byte == b'\n' && !self.is_after_return));
            self.is_after_return = byte == b'\r';
        }
    }

    /// Returns the number of the line that begins here, or goes on; the first is 1.
    pub(crate) fn line(self) -> u32 {
        1 + line_count(self.n_lines)
    }
}

/// Decodes a source in stretches, and keeps what there is to report on all of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Decoder {
    /// Where the next stretch begins.
    place: Place,
    /// Bytes decoded, and how many of them were zero.
    n_bytes: usize,
    n_nul: usize,
    is_utf16: bool,
    has_mark: bool,
    /// Where the first byte is that is not UTF-8.
    invalid: Option<Place>,
    /// Number of control characters left out, and the line of the first.
    dropped: Option<(usize, u32)>,
    /// The line of the first replacement character.
    replacement: Option<u32>,
}

impl Decoder {
    /// Starts at a place inside of a source: at the start of a line.
    pub(crate) fn at(place: Place) -> Self {
        Self {
            place,
            ..Self::default()
        }
    }

    /// Returns the line that the next stretch begins with.
    pub(crate) fn next_line(&self) -> u32 {
        self.place.line()
    }

    /// Returns the text of the next stretch, which ends behind a `\n` or with the source; nothing where it,
    /// or an earlier one, is not UTF-8.
    pub(crate) fn decode(&mut self, bytes: &[u8]) -> Option<String> {
        let mut place = self.place;
        self.place.advance(bytes);
        if self.is_utf16 || self.invalid.is_some() {
            return None;
        }
        let mut rest = bytes;
        if place.byte == 0 {
            self.is_utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
            if self.is_utf16 {
                return None;
            }
            if let Some(without_mark) = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
                self.has_mark = true;
                place.byte = 3;
                rest = without_mark;
            }
        }
        match std::str::from_utf8(rest) {
            Ok(text) => Some(self.clean(text, place)),
            Err(error) => {
                place.advance(&rest[..error.valid_up_to()]);
                self.invalid = Some(place);
                None
            }
        }
    }

    fn clean(&mut self, text: &str, place: Place) -> String {
        self.n_bytes += text.len();
        self.n_nul += text.bytes().filter(|&byte| byte == 0).count();
        let line_of = |text: &str, at: usize| {
            let mut place = place;
            place.advance(text.get(..at).unwrap_or(text).as_bytes());
            place.line()
        };
        let (cleaned, dropped) = without_controls(text);
        let dropped = dropped.map(|(count, first)| (count, line_of(text, first)));
        self.dropped = added(self.dropped, dropped);
        if self.replacement.is_none() {
            self.replacement = cleaned.find('\u{FFFD}').map(|at| line_of(&cleaned, at));
        }
        cleaned
    }

    /// Takes what was found in the stretches after these.
    pub(crate) fn append(&mut self, later: &Self) {
        self.place = later.place;
        self.n_bytes += later.n_bytes;
        self.n_nul += later.n_nul;
        self.is_utf16 |= later.is_utf16;
        self.has_mark |= later.has_mark;
        self.invalid = self.invalid.or(later.invalid);
        self.dropped = added(self.dropped, later.dropped);
        self.replacement = self.replacement.or(later.replacement);
    }

    /// Reports on the source and tells whether it can be used.
    pub(crate) fn report(&self, report: &mut Report<'_>) -> bool {
        if self.is_utf16 {
            report.error(
                Some(1),
                "the file is UTF-16, expected UTF-8".to_owned(),
                SAVE_AS_UTF8,
            );
            return false;
        }
        if self.has_mark {
            report.note(
                Some(1),
                "a byte order mark at the start was left out".to_owned(),
                "",
            );
        }
        if let Some(place) = self.invalid {
            report.error(
                Some(1 + line_count(place.n_line_feeds)),
                format!("invalid UTF-8 at byte {}", place.byte),
                "save the file as UTF-8; it may be Windows-1252 or another older encoding",
            );
            return false;
        }
        if self.n_nul * 4 > self.n_bytes {
            report.error(
                Some(1),
                "the file is not text: more than a quarter of its bytes are zero".to_owned(),
                "if it is UTF-16 without a mark, save it as UTF-8; else leave it out",
            );
            return false;
        }
        if let Some((count, line)) = self.dropped {
            report.note(
                Some(line),
                format!("control characters left out: {count}, the first on this line"),
                "",
            );
        }
        if let Some(line) = self.replacement {
            report.warning(
                Some(line),
                "a replacement character (�) stands in the text".to_owned(),
                "an earlier conversion lost a character here; restore it from the original",
            );
        }
        true
    }
}

/// Adds up two counts, each with the line of its first.
fn added(first: Option<(usize, u32)>, later: Option<(usize, u32)>) -> Option<(usize, u32)> {
    match (first, later) {
        (Some((count, line)), Some((more, _))) => Some((count + more, line)),
        _ => first.or(later),
    }
}

/// Returns `text` with `\n` as its only line end and without control characters, and how many of
/// these were dropped with the byte offset of the first.
///
/// A form feed, vertical tab or U+0085 becomes a space: it separates words, and a line end would
/// shift the line numbers of every later problem.
pub(crate) fn without_controls(text: &str) -> (String, Option<(usize, usize)>) {
    let mut cleaned = String::with_capacity(text.len());
    let mut dropped: Option<(usize, usize)> = None;
    let mut rest = text.char_indices().peekable();
    while let Some((at, character)) = rest.next() {
        match character {
            '\r' => {
                if rest.peek().is_none_or(|&(_, next)| next != '\n') {
                    cleaned.push('\n');
                }
            }
            '\u{0B}' | '\u{0C}' | '\u{85}' => cleaned.push(' '),
            '\n' | '\t' => cleaned.push(character),
            _ if character.is_control() => {
                dropped = Some(dropped.map_or((1, at), |(count, first)| (count + 1, first)));
            }
            _ => cleaned.push(character),
        }
    }
    (cleaned, dropped)
}

/// Returns a count of lines as reports hold it.
pub(crate) fn line_count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX - 1)
}
