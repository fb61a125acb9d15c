//! Quoted and block scalars.

use super::{Read, error};

/// Reads the quoted scalar at byte `start` of `text`; returns it with the offset behind it.
pub(super) fn quoted(text: &str, start: usize, line: u32) -> Read<(String, usize)> {
    let rest = &text[start..];
    match rest.strip_prefix('"') {
        Some(inside) => double_quoted(inside, line).map(|(value, n)| (value, start + 1 + n)),
        None => single_quoted(&rest[1..], line).map(|(value, n)| (value, start + 1 + n)),
    }
}

fn not_closed<T>(line: u32, quote: &str) -> Read<T> {
    error(
        line,
        format!("the quote {quote} opened here is not closed"),
        "close it, or leave both quotes out",
    )
}

fn single_quoted(inside: &str, line: u32) -> Read<(String, usize)> {
    let mut value = String::new();
    let mut at = 0;
    loop {
        let Some(length) = inside[at..].find(['\'', '\n']) else {
            return not_closed(line, "'");
        };
        value.push_str(&inside[at..at + length]);
        at += length;
        if inside[at..].starts_with('\n') {
            at += fold_line_break(&inside[at..], &mut value);
        } else if inside[at..].starts_with("''") {
            value.push('\'');
            at += 2;
        } else {
            return Ok((value, at + 1));
        }
    }
}

fn double_quoted(inside: &str, line: u32) -> Read<(String, usize)> {
    let mut value = String::new();
    let mut at = 0;
    loop {
        let Some(length) = inside[at..].find(['"', '\n', '\\']) else {
            return not_closed(line, "\"");
        };
        value.push_str(&inside[at..at + length]);
        at += length;
        match inside.as_bytes()[at] {
            b'"' => return Ok((value, at + 1)),
            b'\n' => at += fold_line_break(&inside[at..], &mut value),
            _ => at += escape(&inside[at..], line, &mut value)?,
        }
    }
}

/// Folds the line breaks at the start of `rest` as YAML does: one is a space, n are n - 1 breaks.
/// Returns the bytes passed.
fn fold_line_break(rest: &str, value: &mut String) -> usize {
    value.truncate(value.trim_end_matches([' ', '\t']).len());
    let length = rest.len() - rest.trim_start().len();
    let n_breaks = rest[..length].matches('\n').count();
    match n_breaks {
        0 | 1 => value.push(' '),
        _ => value.extend(std::iter::repeat_n('\n', n_breaks - 1)),
    }
    length
}

/// Reads the escape at the start of `rest`; returns its length.
fn escape(rest: &str, line: u32, value: &mut String) -> Read<usize> {
    let letter = rest[1..].chars().next().unwrap_or(' ');
    let simple = match letter {
        'n' => "\n",
        't' => "\t",
        'r' | 'N' | 'L' | 'P' => "\n",
        '"' => "\"",
        '\\' => "\\",
        '/' => "/",
        ' ' => " ",
        '_' => "\u{A0}",
        // Control characters have no place in metadata.
        '0' | 'a' | 'b' | 'e' | 'f' | 'v' => "",
        '\n' => {
            let length = rest[1..].len() - rest[1..].trim_start().len();
            return Ok(1 + length);
        }
        'x' => return numbered(rest, 2, line, value),
        'u' => return numbered(rest, 4, line, value),
        'U' => return numbered(rest, 8, line, value),
        _ => {
            return error(
                line,
                format!("unknown escape `\\{letter}` in double quotes"),
                "write \\\\ for a backslash, or use single quotes",
            );
        }
    };
    value.push_str(simple);
    Ok(1 + letter.len_utf8())
}

fn numbered(rest: &str, n_digits: usize, line: u32, value: &mut String) -> Read<usize> {
    let code = rest
        .get(2..2 + n_digits)
        .and_then(|digits| u32::from_str_radix(digits, 16).ok());
    match code.and_then(char::from_u32) {
        Some(character) if character.is_control() => {}
        Some(character) => value.push(character),
        None => {
            return error(
                line,
                format!(
                    "`{}` is not the number of a character",
                    rest.get(..2 + n_digits).unwrap_or("\\")
                ),
                "write the character itself",
            );
        }
    }
    Ok(2 + n_digits)
}

/// What follows `|` or `>`.
#[derive(Debug, Clone, Copy)]
pub(super) struct BlockHeader {
    folded: bool,
    keep_last_break: bool,
    pub(super) indent: Option<usize>,
}

impl BlockHeader {
    pub(super) fn of(header: &str, line: u32) -> Read<Self> {
        let mut read = Self {
            folded: header.starts_with('>'),
            keep_last_break: true,
            indent: None,
        };
        let marks = header[1..].split(" #").next().unwrap_or("").trim_end();
        for mark in marks.chars() {
            match mark {
                '-' => read.keep_last_break = false,
                '+' => {}
                '1'..='9' => read.indent = mark.to_digit(10).map(|digit| digit as usize),
                _ => {
                    return error(
                        line,
                        format!("unexpected `{marks}` after `{}`", &header[..1]),
                        "begin the text on the next line, indented",
                    );
                }
            }
        }
        Ok(read)
    }

    /// Joins the lines of the scalar. Metadata is trimmed later, so that final breaks do not count.
    pub(super) fn fold<'l>(self, lines: impl Iterator<Item = &'l str>) -> String {
        let mut text = String::new();
        let mut previous_is_text = false;
        for line in lines {
            let is_text = !line.trim().is_empty() && !line.starts_with([' ', '\t']);
            if !text.is_empty() {
                let joined = self.folded && previous_is_text && is_text;
                text.push(if joined { ' ' } else { '\n' });
            }
            text.push_str(line.trim_end());
            previous_is_text = is_text;
        }
        let kept = text.trim_end_matches('\n').len();
        text.truncate(kept);
        if self.keep_last_break && !text.is_empty() {
            text.push('\n');
        }
        text
    }
}
