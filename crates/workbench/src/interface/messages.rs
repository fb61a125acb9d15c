//! What the program says about queries and files, in another language.
//!
//! A message comes as one English text. Which of the known ones it is, and what stands in its gaps, is seen from
//! the words around the gaps. In a counterpart a gap is written
//!
//! - `{0}` where the English words stand as they are: names, values, what another program says;
//! - `{0*}` where they are a message again;
//! - `{0 rows}` where they are a number of something that is counted: a plural form by its rules.

use super::Catalogue;

impl Catalogue {
    /// Returns what stands for a message: of the whole, else of its parts between semicolons, else of what stands
    /// before a list.
    pub(super) fn counterpart(&self, english: &str) -> Option<String> {
        self.quoting(pattern_of(english))
            .or_else(|| self.quoting(numbered_pattern_of(english)))
            .or_else(|| self.reading(english))
            .or_else(|| {
                let (first, rest) = english.split_once("; ")?;
                let parts = [self.counterpart(first)?, self.counterpart(rest)?];
                Some(parts.join(self.semicolon))
            })
            .or_else(|| {
                let (head, list) = english.split_once(": ")?;
                Some([&self.counterpart(head)?, ": ", &isolated(list)].concat())
            })
    }

    /// Returns a message of the engine with its gaps filled.
    fn quoting(&self, (pattern, quoted): (String, Vec<String>)) -> Option<String> {
        let (_, own) = self.messages.iter().find(|(known, _)| *known == pattern)?;
        let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
        Some(self.filled(own, &quoted))
    }

    /// Returns what stands for a message of what reads files: the one that leaves least to its gaps.
    fn reading(&self, english: &str) -> Option<String> {
        let mut best: Option<(usize, &str, Vec<&str>)> = None;
        for (pattern, own) in self.readings.iter().copied().flatten() {
            let Some(values) = gaps(pattern, english) else {
                continue;
            };
            let n_open = values.iter().map(|value| value.len()).sum();
            if best.as_ref().is_some_and(|(least, ..)| *least <= n_open) {
                continue;
            }
            best = Some((n_open, own, values));
        }
        best.map(|(_, own, values)| self.filled(own, &values))
    }

    /// Fills the gaps of a counterpart. What is filled in, and what stands in backticks, keeps its own direction.
    fn filled(&self, own: &str, values: &[&str]) -> String {
        let mut filled = String::new();
        let mut is_code = false;
        let mut rest = own;
        while let Some((before, gap, after)) = at_gap(rest) {
            push_words(&mut filled, before, &mut is_code);
            let (number, kind) = gap.split_at(1);
            let value = number.parse().ok().and_then(|at: usize| values.get(at));
            let value = value.copied().unwrap_or_default();
            let said = match kind.strip_prefix(' ') {
                Some(nouns) => value.parse().ok().and_then(|n| self.form(n, nouns)),
                None if kind == "*" => self.reading(value),
                None => None,
            };
            filled.push_str(&said.unwrap_or_else(|| isolated(value)));
            rest = after;
        }
        push_words(&mut filled, rest, &mut is_code);
        filled
    }
}

/// What is quoted is in any script; it keeps its own direction.
fn isolated(words: &str) -> String {
    ["\u{2068}", words, "\u{2069}"].concat()
}

/// Adds words of a counterpart; code in backticks is written from left to right.
fn push_words(out: &mut String, words: &str, is_code: &mut bool) {
    for (i, piece) in words.split('`').enumerate() {
        if i > 0 {
            *is_code = !*is_code;
            out.push_str(if *is_code { "\u{2068}`" } else { "`\u{2069}" });
        }
        out.push_str(piece);
    }
}

/// Returns what stands before the first gap, inside it and behind it. Other braces are none: a gap begins with
/// its number.
fn at_gap(text: &str) -> Option<(&str, &str, &str)> {
    let is_gap = |(at, _): &(usize, &str)| {
        let inside = text.as_bytes().get(at + 1);
        inside.is_some_and(u8::is_ascii_digit)
    };
    let (at, _) = text.match_indices('{').find(is_gap)?;
    let (inside, after) = text[at + 1..].split_once('}')?;
    Some((&text[..at], inside, after))
}

/// Returns what stands in the gaps of `pattern` where the words around them are those of `message`.
///
/// A gap between others ends where the words behind it come first. Cost: linear, and constant for a message that
/// begins with other words.
fn gaps<'m>(pattern: &str, message: &'m str) -> Option<Vec<&'m str>> {
    let Some((before, _, mut pattern)) = at_gap(pattern) else {
        return (pattern == message).then(Vec::new);
    };
    let mut rest = message.strip_prefix(before)?;
    let mut values = Vec::new();
    while let Some((words, _, after)) = at_gap(pattern) {
        let (value, behind) = rest.split_once(words)?;
        values.push(value);
        (pattern, rest) = (after, behind);
    }
    values.push(rest.strip_suffix(pattern)?);
    Some(values)
}

/// Returns a message with a gap for every stretch in “ ”, and those stretches with their quotation marks.
fn pattern_of(message: &str) -> (String, Vec<String>) {
    let mut pattern = String::new();
    let mut quoted = Vec::new();
    let mut rest = message;
    while let Some((before, behind)) = rest.split_once('“') {
        let Some((words, after)) = behind.split_once('”') else {
            break;
        };
        pattern.push_str(before);
        pattern.push('{');
        pattern.push_str(&quoted.len().to_string());
        pattern.push('}');
        quoted.push(["“", words, "”"].concat());
        rest = after;
    }
    pattern.push_str(rest);
    (pattern, quoted)
}

/// Returns a message with a gap for every number, and the numbers.
fn numbered_pattern_of(message: &str) -> (String, Vec<String>) {
    let mut pattern = String::new();
    let mut numbers: Vec<String> = Vec::new();
    let mut is_in_number = false;
    for sign in message.chars() {
        if !sign.is_ascii_digit() {
            pattern.push(sign);
        } else if let (true, Some(number)) = (is_in_number, numbers.last_mut()) {
            number.push(sign);
        } else {
            pattern.push('{');
            pattern.push_str(&numbers.len().to_string());
            pattern.push('}');
            numbers.push(sign.to_string());
        }
        is_in_number = sign.is_ascii_digit();
    }
    (pattern, numbers)
}
