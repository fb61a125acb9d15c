//! Bytes to clean text: UTF-8 only, line ends as `\n`, no control characters.

use crate::problem::Report;

const SAVE_AS_UTF8: &str = "open the file in an editor and save it as UTF-8";

/// Returns the text of `bytes`, or nothing after an error in `report`. Lines keep their numbers.
pub(crate) fn decode(bytes: &[u8], report: &mut Report<'_>) -> Option<String> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        report.error(
            Some(1),
            "the file is UTF-16, expected UTF-8".to_owned(),
            SAVE_AS_UTF8,
        );
        return None;
    }
    let without_mark = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]);
    if without_mark.is_some() {
        report.note(
            Some(1),
            "a byte order mark at the start was left out".to_owned(),
            "",
        );
    }
    let offset_bytes = if without_mark.is_some() { 3 } else { 0 };
    match std::str::from_utf8(without_mark.unwrap_or(bytes)) {
        Ok(text) => clean(text, report),
        Err(error) => {
            report_invalid(bytes, offset_bytes + error.valid_up_to(), report);
            None
        }
    }
}

fn report_invalid(bytes: &[u8], offset_bytes: usize, report: &mut Report<'_>) {
    let before = bytes.get(..offset_bytes).unwrap_or(bytes);
    let line = 1 + line_count(before.iter().filter(|&&byte| byte == b'\n').count());
    report.error(
        Some(line),
        format!("invalid UTF-8 at byte {offset_bytes}"),
        "save the file as UTF-8; it may be Windows-1252 or another older encoding",
    );
}

fn clean(text: &str, report: &mut Report<'_>) -> Option<String> {
    let n_nul = text.bytes().filter(|&byte| byte == 0).count();
    if n_nul * 4 > text.len() {
        report.error(
            Some(1),
            "the file is not text: more than a quarter of its bytes are zero".to_owned(),
            "if it is UTF-16 without a mark, save it as UTF-8; else leave it out",
        );
        return None;
    }
    let (cleaned, dropped_at) = without_controls(text);
    if let Some((count, first)) = dropped_at {
        report.note(
            Some(line_of(text, first)),
            format!("control characters left out: {count}, the first on this line"),
            "",
        );
    }
    if let Some(at) = cleaned.find('\u{FFFD}') {
        report.warning(
            Some(line_of(&cleaned, at)),
            "a replacement character (�) stands in the text".to_owned(),
            "an earlier conversion lost a character here; restore it from the original",
        );
    }
    Some(cleaned)
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

/// Returns the line of byte `offset` in a text whose line ends are `\n`, `\r\n` or `\r`.
fn line_of(text: &str, offset: usize) -> u32 {
    let before = text.as_bytes().get(..offset).unwrap_or(text.as_bytes());
    let mut count = 0;
    let mut previous = 0;
    for &byte in before {
        if byte == b'\r' || (byte == b'\n' && previous != b'\r') {
            count += 1;
        }
        previous = byte;
    }
    1 + line_count(count)
}

/// Returns a count of lines as reports hold it.
pub(crate) fn line_count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX - 1)
}
