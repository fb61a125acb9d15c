//! What a character means in a query, and a cursor over characters with their places.

use crate::TextSpan;

/// A character as the parser sees it and its bytes in the query as typed.
#[derive(Debug, Clone, Copy)]
struct Char {
    c: char,
    start: u32,
    end: u32,
}

/// The characters of a query and a place among them.
///
/// Quotation marks of every shape have become `"`, full-width signs and hyphens their ASCII forms;
/// characters without width and direction marks are gone. Spans still refer to the text as typed.
#[derive(Debug)]
pub(crate) struct Cursor {
    chars: Vec<Char>,
    /// Index of the next character.
    pub(crate) pos: usize,
}

impl Cursor {
    pub(crate) fn new(text: &str) -> Self {
        let mut chars: Vec<Char> = Vec::with_capacity(text.len().min(1 << 12));
        for (start, typed) in text.char_indices() {
            if !is_invisible(typed) {
                let end = (start + typed.len_utf8()) as u32;
                chars.push(Char {
                    c: simplified(typed),
                    start: start as u32,
                    end,
                });
            }
        }
        // An abbreviation mark between two Hebrew letters is mostly typed as a straight quotation mark.
        for i in 1..chars.len().saturating_sub(1) {
            if chars[i].c == '"' && is_hebrew(chars[i - 1].c) && is_hebrew(chars[i + 1].c) {
                chars[i].c = '״';
            }
        }
        Self { chars, pos: 0 }
    }

    pub(crate) fn peek(&self) -> Option<char> {
        self.at(self.pos)
    }

    pub(crate) fn at(&self, pos: usize) -> Option<char> {
        self.chars.get(pos).map(|char| char.c)
    }

    pub(crate) fn previous(&self) -> Option<char> {
        self.pos.checked_sub(1).and_then(|pos| self.at(pos))
    }

    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    /// Returns the place of the characters from `from` up to the cursor.
    pub(crate) fn span_from(&self, from: usize) -> TextSpan {
        self.span(from, self.pos)
    }

    pub(crate) fn span(&self, from: usize, to: usize) -> TextSpan {
        let end = to
            .checked_sub(1)
            .and_then(|last| self.chars.get(last))
            .map_or(0, |char| char.end);
        let start = self.chars.get(from).map_or(end, |char| char.start);
        TextSpan {
            start,
            end: end.max(start),
        }
    }

    pub(crate) fn text(&self, from: usize, to: usize) -> String {
        self.chars
            .get(from..to)
            .unwrap_or_default()
            .iter()
            .map(|char| char.c)
            .collect()
    }

    /// Returns the first place at or after `pos` whose character is not `c`.
    pub(crate) fn run_end(&self, mut pos: usize, c: char) -> usize {
        while self.at(pos) == Some(c) {
            pos += 1;
        }
        pos
    }

    pub(crate) fn starts_with(&self, pos: usize, word: &str) -> bool {
        word.chars()
            .enumerate()
            .all(|(i, c)| self.at(pos + i) == Some(c))
    }

    /// Reads decimal digits at `pos`; gives the number (capped at a million) and where they end.
    pub(crate) fn number(&self, mut pos: usize) -> Option<(u32, usize)> {
        let start = pos;
        let mut value = 0u32;
        while let Some(digit) = self.at(pos).and_then(digit) {
            value = (value * 10 + digit).min(1_000_000);
            pos += 1;
        }
        (pos > start).then_some((value, pos))
    }
}

/// Direction marks, soft hyphens and characters without width: they cannot be seen, so they mean nothing.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn simplified(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '〝' | '〞' | '〟' | '＂' => '"',
        '‐' | '‑' | '−' | '﹣' => '-',
        '！'..='～' => {
            let ascii = char::from((c as u32 - 0xfee0) as u8);
            if ascii.is_ascii_punctuation() {
                ascii
            } else {
                c
            }
        }
        _ => c,
    }
}

fn is_hebrew(c: char) -> bool {
    ('א'..='ת').contains(&c)
}

/// Returns the value of a decimal digit: ASCII, Arabic-Indic, extended Arabic-Indic or full-width.
pub(crate) fn digit(c: char) -> Option<u32> {
    [0x30, 0x660, 0x6f0, 0xff10]
        .iter()
        .find_map(|zero| (c as u32).checked_sub(*zero).filter(|value| *value < 10))
}

/// Tells whether `c` is part of any word it stands in: letters, digits, marks.
pub(crate) fn is_body(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    if c.is_alphanumeric() {
        return true;
    }
    !c.is_whitespace()
        && !matches!(c, '\u{80}'..='\u{bf}' | '×' | '÷' | '־' | '׀' | '׃' | '׆' | '׳' | '״'
            | '،' | '؍' | '؛' | '؝'..='؟' | '٪'..='٭' | '۔' | '।' | '॥'
            | '\u{2010}'..='\u{205f}' | '\u{20a0}'..='\u{20cf}' | '\u{2190}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}'
            | '\u{3001}'..='\u{3030}' | '\u{fe10}'..='\u{fe1f}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff65}'
            | '\u{fff0}'..='\u{ffff}' | '\u{1f000}'..='\u{1faff}')
}

/// Tells whether `c` between `before` and `after` keeps them one word: `al-Sharaa`, `Shi'a`, `3.5`, `8:30`.
pub(crate) fn joins(before: char, c: char, after: char) -> bool {
    match c {
        ',' | ':' => digit(before).is_some() && digit(after).is_some(),
        '.' | '\'' | '’' | '‘' | '‛' | '-' | '/' | '@' | '&' | '_' | '־' | '׳' | '״' => {
            is_body(after)
        }
        _ => false,
    }
}

/// Tells whether the character before a `-`, `=` or `/` lets it be an operator.
pub(crate) fn begins_clause(previous: Option<char>) -> bool {
    previous.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ')' | '|' | '"'))
}

/// Tells whether `c` cannot continue a word or a keyword.
pub(crate) fn is_edge(c: Option<char>) -> bool {
    c.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ')' | '|' | '"'))
}
