//! The text of a line: spaces where gaps are, references to notes, right-to-left text in its order.

use super::glyphs::Glyph;

pub(super) fn is_right_to_left(text: &str) -> bool {
    text.chars().any(
        |c| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'),
    )
}

/// Returns the text of the glyphs of a line: spaces where gaps are, right-to-left text in its order.
pub(super) fn text_of(mut glyphs: Vec<Glyph>, y: f64, size: f64) -> String {
    let n_right_to_left = glyphs
        .iter()
        .filter(|glyph| is_right_to_left(&glyph.text))
        .count();
    let n_letters = glyphs
        .iter()
        .filter(|glyph| glyph.text.chars().any(char::is_alphabetic))
        .count();
    glyphs.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let spacing = letter_spacing(&glyphs, size);
    let mut pieces: Vec<String> = Vec::with_capacity(glyphs.len());
    let mut raised: Option<usize> = None;
    let mut end = f64::NEG_INFINITY;
    for glyph in glyphs {
        let gap = glyph.x0 - end;
        let is_space = |text: &str| text.trim().is_empty();
        let follows_space = pieces.last().is_none_or(|piece| is_space(piece));
        let limit = spacing + (size.min(glyph.size * 1.3) * 0.18).max(spacing * 0.6);
        if !follows_space && !is_space(&glyph.text) && gap > limit {
            pieces.push(" ".to_owned());
        }
        end = end.max(glyph.x1);
        match (raised, is_raised(&glyph, y, size)) {
            (None, true) if is_after_word(&pieces) => raised = Some(pieces.len()),
            (Some(start), false) => {
                mark(&mut pieces, start);
                raised = None;
            }
            _ => {}
        }
        if !(is_space(&glyph.text) && follows_space) {
            pieces.push(glyph.text);
        }
    }
    if let Some(start) = raised {
        mark(&mut pieces, start);
    }
    if n_right_to_left * 2 > n_letters {
        pieces = in_logical_order(pieces);
    }
    let text = pieces.concat().trim().to_owned();
    if n_right_to_left * 2 > n_letters {
        with_brackets_opened(text)
    } else {
        text
    }
}

/// Returns by how much the letters of a line are set apart, as in some headings; 0 where they are not.
fn letter_spacing(glyphs: &[Glyph], size: f64) -> f64 {
    const LEAST_GAPS: usize = 4;
    let letters: Vec<&Glyph> = glyphs
        .iter()
        .filter(|glyph| !glyph.text.trim().is_empty())
        .collect();
    let is_letter = |glyph: &&&Glyph| glyph.text.chars().all(char::is_alphabetic);
    let n_letters = letters.iter().filter(is_letter).count();
    let mut gaps: Vec<f64> = letters
        .windows(2)
        .map(|pair| pair[1].x0 - pair[0].x1)
        .collect();
    gaps.sort_by(f64::total_cmp);
    // Nearly all gaps are as wide as those between words, and hardly any is narrow.
    let narrowest = gaps.get(gaps.len() / 8).copied().unwrap_or(0.0);
    let median = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
    let is_spaced = gaps.len() >= LEAST_GAPS
        && n_letters * 10 >= letters.len() * 8
        && narrowest > size * 0.15
        && median < size * 0.9
        && narrowest > median * 0.6;
    if is_spaced { median } else { 0.0 }
}

/// Swaps brackets that close before they open: some programs write the signs as they look, others as they are read.
fn with_brackets_opened(text: String) -> String {
    let mut text = text;
    for (open, close) in [('(', ')'), ('[', ']'), ('«', '»')] {
        let first = text.find([open, close]);
        let is_swapped =
            first.is_some_and(|at| text[at..].starts_with(close)) && text.contains(open);
        if is_swapped {
            text = text
                .chars()
                .map(|c| match c {
                    _ if c == open => close,
                    _ if c == close => open,
                    _ => c,
                })
                .collect();
        }
    }
    text
}

/// Tells whether a glyph is the small raised number or star that refers to a note.
pub(super) fn is_raised(glyph: &Glyph, y: f64, size: f64) -> bool {
    glyph.size < size * 0.8
        && glyph.y > y + size * 0.15
        && glyph
            .text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡'))
}

/// Tells whether a reference can stand here: at the start of a line, behind a sign, or behind a word of four
/// letters ("m²" and "10³" are none).
fn is_after_word(pieces: &[String]) -> bool {
    let before: String = pieces
        .iter()
        .rev()
        .take(4)
        .rev()
        .map(String::as_str)
        .collect();
    before.is_empty()
        || before.ends_with(|c: char| c.is_ascii_punctuation() || "”’»…".contains(c))
        || (before.chars().count() >= 4 && before.chars().all(char::is_alphabetic))
}

/// Writes a reference to a note as it is written in the other formats: in brackets.
fn mark(pieces: &mut Vec<String>, start: usize) {
    let label: String = pieces.drain(start..).collect();
    let label = label.trim();
    if !label.is_empty() {
        pieces.push(format!("[{label}]"));
    }
}

/// Turns a line that runs from right to left into the order in which it is read: numbers and western words
/// inside of it stay as they are.
fn in_logical_order(pieces: Vec<String>) -> Vec<String> {
    let mut logical: Vec<String> = Vec::with_capacity(pieces.len());
    let mut western: Vec<String> = Vec::new();
    for piece in pieces.into_iter().rev() {
        let is_western = piece.chars().any(|c| c.is_alphanumeric()) && !is_right_to_left(&piece);
        let joins = !western.is_empty()
            && piece
                .chars()
                .all(|c| matches!(c, '.' | ',' | ':' | '/' | '-' | '%' | '@' | '_'));
        if is_western || joins {
            western.push(piece);
            continue;
        }
        finish_western(&mut western, &mut logical);
        logical.push(piece);
    }
    finish_western(&mut western, &mut logical);
    logical
}

fn finish_western(western: &mut Vec<String>, logical: &mut Vec<String>) {
    // Signs at the end of a stretch belong to the text around it.
    let mut tail = Vec::new();
    while western
        .last()
        .is_some_and(|piece| !piece.chars().any(char::is_alphanumeric))
    {
        tail.extend(western.pop());
    }
    logical.extend(western.drain(..).rev());
    logical.extend(tail.into_iter().rev());
}
