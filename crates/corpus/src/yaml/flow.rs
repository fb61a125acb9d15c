//! Flow lists and maps: `[a, b]`, `{name: a, url: b}`, also over several lines.

use super::{DEEPEST, Read, error, scalars};
use crate::value::{Entry, Value};

/// Reads the list or map at byte `start`; returns it with the offset behind it.
pub(super) fn read(text: &str, start: usize, line: u32, depth: usize) -> Read<(Value, usize)> {
    let mut cursor = Cursor {
        text,
        at: start,
        line,
    };
    let value = cursor.value(depth)?;
    Ok((value, cursor.at))
}

#[derive(Debug)]
struct Cursor<'t> {
    text: &'t str,
    at: usize,
    line: u32,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn next_byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn advance(&mut self, bytes: usize) {
        let passed = &self.text[self.at..self.at + bytes];
        let n_lines = crate::decoding::line_count(passed.matches('\n').count());
        self.line = self.line.saturating_add(n_lines);
        self.at += bytes;
    }

    /// Skips white space, line ends and comments.
    fn skip_space(&mut self) {
        loop {
            let rest = self.rest();
            let spaces = rest.len() - rest.trim_start().len();
            self.advance(spaces);
            let follows_space = self.at == 0 || self.text[..self.at].ends_with(char::is_whitespace);
            if self.next_byte() != Some(b'#') || !follows_space {
                return;
            }
            let length = self.rest().find('\n').unwrap_or(self.rest().len());
            self.advance(length);
        }
    }

    fn value(&mut self, depth: usize) -> Read<Value> {
        if depth > DEEPEST {
            return error(
                self.line,
                "the front matter is nested too deeply",
                "flatten it",
            );
        }
        match self.next_byte() {
            Some(b'[') => self.list(depth),
            Some(b'{') => self.map(depth),
            Some(b'"' | b'\'') => self.quoted().map(Value::Scalar),
            Some(b'&' | b'*' | b'!') => error(
                self.line,
                "anchors, aliases and tags are not read",
                "write the value out, or put it in double quotes",
            ),
            _ => Ok(self.plain()),
        }
    }

    fn quoted(&mut self) -> Read<String> {
        let (text, end) = scalars::quoted(self.text, self.at, self.line)?;
        self.advance(end - self.at);
        Ok(text)
    }

    /// Reads a plain scalar: up to a comma, a bracket, a line end, or a colon with a space.
    fn plain(&mut self) -> Value {
        let bytes = self.rest().as_bytes();
        let ends = |at: usize| match bytes[at] {
            b',' | b']' | b'}' | b'[' | b'{' | b'\n' => true,
            b':' => bytes
                .get(at + 1)
                .is_none_or(|next| b" \n,]}".contains(next)),
            b'#' => at > 0 && bytes[at - 1] == b' ',
            _ => false,
        };
        let length = (0..bytes.len()).find(|&at| ends(at)).unwrap_or(bytes.len());
        let text = self.rest()[..length].trim();
        self.advance(length);
        match text {
            "" | "~" | "null" => Value::Null,
            _ => Value::Scalar(text.to_owned()),
        }
    }

    fn list(&mut self, depth: usize) -> Read<Value> {
        let opened = self.line;
        let mut items = Vec::new();
        self.advance(1);
        loop {
            self.skip_space();
            if self.next_byte() == Some(b']') {
                self.advance(1);
                return Ok(Value::List(items));
            }
            let value = self.value(depth + 1)?;
            self.skip_space();
            if self.line == opened
                && self.next_byte() == Some(b':')
                && matches!(value, Value::Scalar(_))
            {
                return error(
                    self.line,
                    "a key stands inside a list in brackets",
                    "put the value in double quotes, or write {key: value}",
                );
            }
            items.push(value);
            self.separator(b']', opened)?;
        }
    }

    fn map(&mut self, depth: usize) -> Read<Value> {
        let opened = self.line;
        let mut entries = Vec::new();
        self.advance(1);
        loop {
            self.skip_space();
            if self.next_byte() == Some(b'}') {
                self.advance(1);
                return Ok(Value::Map(entries));
            }
            let line = self.line;
            let Value::Scalar(key) = self.value(DEEPEST)? else {
                return error(line, "expected a key in the braces", "write {key: value}");
            };
            self.skip_space();
            let mut value = Value::Null;
            if self.next_byte() == Some(b':') {
                self.advance(1);
                self.skip_space();
                value = self.value(depth + 1)?;
            }
            self.skip_space();
            entries.push(Entry { key, line, value });
            self.separator(b'}', opened)?;
        }
    }

    fn separator(&mut self, closing: u8, opened: u32) -> Read<()> {
        match self.next_byte() {
            Some(b',') => self.advance(1),
            Some(byte) if byte == closing => {}
            _ if self.next_byte().is_none() || self.line > opened => {
                let bracket = if closing == b']' { '[' } else { '{' };
                return error(
                    opened,
                    format!("the bracket `{bracket}` opened here is not closed"),
                    "close it, or put the value in double quotes",
                );
            }
            _ => {
                return error(
                    self.line,
                    "expected a comma or the closing bracket",
                    "part the values with commas; put values with brackets in double quotes",
                );
            }
        }
        Ok(())
    }
}
