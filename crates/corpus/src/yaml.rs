//! A reader for the YAML that people write above a text.
//!
//! Read are: block maps and lists, nested; plain, single- and double-quoted scalars, also over several
//! lines; block scalars (`|`, `>` with `-`, `+` and an indentation); flow lists and maps; comments.
//! Everything else (anchors, aliases, tags, complex keys, several documents, tabs as indentation) is
//! an error with its line and a remedy, never a wrong value. Scalars stay text: `no` is a word.
//!
//! Cost: linear in the text; nesting is limited to [`DEEPEST`] levels.

mod flow;
mod scalars;

use std::collections::BTreeMap;

use crate::problem::excerpt;
use crate::value::{Entry, Value};

/// Levels of nesting; deeper front matter is a mistake, and the reader is recursive.
const DEEPEST: usize = 32;

/// What could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct YamlError {
    pub(crate) line: u32,
    pub(crate) message: String,
    pub(crate) hint: String,
}

type Read<T> = Result<T, YamlError>;

fn error<T>(line: u32, message: impl Into<String>, hint: &str) -> Read<T> {
    Err(YamlError {
        line,
        message: message.into(),
        hint: hint.to_owned(),
    })
}

/// Reads the text between the marks of front matter; its first line has the number `first_line`.
pub(crate) fn read(text: &str, first_line: u32) -> Read<Vec<Entry>> {
    let mut reader = Reader {
        text,
        lines: lines_of(text, first_line)?,
        at: 0,
    };
    let Some(line) = reader.peek() else {
        return Ok(Vec::new());
    };
    let indent = line.indent;
    let value = reader.node(indent, 0)?;
    if let Some(line) = reader.peek() {
        return error(
            line.number,
            format!(
                "`{}` is indented less than the lines above it",
                excerpt(reader.content(line))
            ),
            "begin all keys of one level in the same column",
        );
    }
    match value {
        Value::Map(entries) => Ok(entries),
        _ => error(
            first_line,
            "expected `key: value` in the front matter",
            "write `title: …`",
        ),
    }
}

/// A line: where its content lies in the text. List items move both start and indent to the right.
#[derive(Debug, Clone, Copy)]
struct Line {
    start: usize,
    end: usize,
    indent: usize,
    number: u32,
}

#[derive(Debug)]
struct Reader<'t> {
    text: &'t str,
    lines: Vec<Line>,
    /// The next line to read; blank lines and comments before it may still have to be skipped.
    at: usize,
}

fn lines_of(text: &str, first_line: u32) -> Read<Vec<Line>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for (number, raw) in (first_line..).zip(text.split('\n')) {
        let content = raw.trim_start_matches(' ');
        let indent = raw.len() - content.len();
        if content.starts_with('\t') && !content.trim().is_empty() {
            return error(number, "a tab is used as indentation", "indent with spaces");
        }
        lines.push(Line {
            start: start + indent,
            end: start + raw.len(),
            indent,
            number,
        });
        start += raw.len() + 1;
    }
    Ok(lines)
}

impl<'t> Reader<'t> {
    fn content(&self, line: Line) -> &'t str {
        self.text[line.start..line.end].trim_end()
    }

    /// Returns the next line with content, past blank lines and comments.
    fn peek(&mut self) -> Option<Line> {
        while let Some(&line) = self.lines.get(self.at) {
            let content = self.content(line);
            if !content.is_empty() && !content.starts_with('#') {
                return Some(line);
            }
            self.at += 1;
        }
        None
    }

    /// Reads what begins on the next line, in column `indent`.
    fn node(&mut self, indent: usize, depth: usize) -> Read<Value> {
        let Some(line) = self.peek() else {
            return Ok(Value::Null);
        };
        if depth > DEEPEST {
            return error(
                line.number,
                "the front matter is nested too deeply",
                "flatten it",
            );
        }
        let content = self.content(line);
        if is_item(content) {
            self.list(indent, depth)
        } else if key_of(content, line.number)?.is_some() {
            self.map(indent, depth)
        } else if depth == 0 {
            error(
                line.number,
                format!("expected `key: value`, found `{}`", excerpt(content)),
                "write a colon and a space after the key; close the front matter with `---`",
            )
        } else {
            self.at += 1;
            self.inline_value(line, line.start, indent.saturating_sub(1), depth)
        }
    }

    fn list(&mut self, indent: usize, depth: usize) -> Read<Value> {
        let mut items = Vec::new();
        while let Some(line) = self.peek() {
            let content = self.content(line);
            if line.indent != indent || !is_item(content) {
                if line.indent > indent {
                    return unexpected_indent(line, content);
                }
                break;
            }
            let rest = content[1..].trim_start();
            if rest.is_empty() || rest.starts_with('#') {
                self.at += 1;
                items.push(self.nested(indent + 1, depth)?);
                continue;
            }
            let shift = content.len() - rest.len();
            let item = Line {
                start: line.start + shift,
                indent: line.indent + shift,
                ..line
            };
            if is_item(rest) || key_of(rest, line.number)?.is_some() {
                self.lines[self.at] = item;
                items.push(self.node(item.indent, depth + 1)?);
            } else {
                self.at += 1;
                items.push(self.inline_value(item, item.start, indent, depth)?);
            }
        }
        Ok(Value::List(items))
    }

    fn map(&mut self, indent: usize, depth: usize) -> Read<Value> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut line_of_key: BTreeMap<String, u32> = BTreeMap::new();
        while let Some(line) = self.peek() {
            let content = self.content(line);
            if line.indent > indent {
                return unexpected_indent(line, content);
            }
            if line.indent < indent || is_item(content) {
                break;
            }
            let Some((key, value_at)) = key_of(content, line.number)? else {
                return error(
                    line.number,
                    format!("expected `key: value`, found `{}`", excerpt(content)),
                    "write a colon and a space after the key, or quote a value that holds several lines",
                );
            };
            if let Some(first) = line_of_key.insert(key.clone(), line.number) {
                return error(
                    line.number,
                    format!("the key `{key}` stands twice, first on line {first}"),
                    "keep one, or write its values as a list",
                );
            }
            self.at += 1;
            let value = self.value_after_key(line, value_at, indent, depth)?;
            entries.push(Entry {
                key,
                line: line.number,
                value,
            });
        }
        Ok(Value::Map(entries))
    }

    fn value_after_key(
        &mut self,
        line: Line,
        value_at: usize,
        indent: usize,
        depth: usize,
    ) -> Read<Value> {
        let rest = self.content(line).get(value_at..).unwrap_or("");
        let trimmed = rest.trim_start();
        if trimmed.is_empty() || trimmed.starts_with('#') {
            // A list may stand in the column of its key.
            if let Some(next) = self.peek()
                && next.indent == indent
                && is_item(self.content(next))
            {
                return self.list(indent, depth + 1);
            }
            return self.nested(indent + 1, depth);
        }
        let start = line.start + value_at + (rest.len() - trimmed.len());
        self.inline_value(line, start, indent, depth)
    }

    /// Reads a block that must be indented by at least `least`; nothing there is no value.
    fn nested(&mut self, least: usize, depth: usize) -> Read<Value> {
        match self.peek() {
            Some(next) if next.indent >= least => self.node(next.indent, depth + 1),
            _ => Ok(Value::Null),
        }
    }

    /// Reads the value that begins at byte `start` of `line`, which was passed already.
    /// Its further lines are indented more than `indent`.
    fn inline_value(
        &mut self,
        line: Line,
        start: usize,
        indent: usize,
        depth: usize,
    ) -> Read<Value> {
        let first = self.text[start..].chars().next().unwrap_or(' ');
        match first {
            '|' | '>' => self.block_scalar(line, start, indent),
            '"' | '\'' => {
                let (text, end) = scalars::quoted(self.text, start, line.number)?;
                self.pass(line, end)?;
                Ok(Value::Scalar(text))
            }
            '[' | '{' => {
                let (value, end) = flow::read(self.text, start, line.number, depth)?;
                self.pass(line, end)?;
                Ok(value)
            }
            '&' | '*' | '!' => error(
                line.number,
                format!("anchors, aliases and tags (`{first}`) are not read"),
                "write the value out, or put it in double quotes",
            ),
            '@' | '`' | '%' | ']' | '}' | ',' => error(
                line.number,
                format!("a value cannot begin with `{first}`"),
                "put it in double quotes",
            ),
            _ => self.plain(line, start, indent),
        }
    }

    /// Goes on behind the line in which byte `end` lies; only a comment may follow there.
    fn pass(&mut self, line: Line, end: usize) -> Read<()> {
        let mut number = line.number;
        while let Some(next) = self.lines.get(self.at)
            && next.start <= end
            && next.start > line.start
        {
            number = next.number;
            self.at += 1;
        }
        let line_end = self.text[end..]
            .find('\n')
            .map_or(self.text.len(), |length| end + length);
        let rest = &self.text[end..line_end];
        let is_comment = rest.trim_start().starts_with('#') && rest.starts_with([' ', '\t']);
        if rest.trim().is_empty() || is_comment {
            return Ok(());
        }
        error(
            number,
            format!("unexpected `{}` after the value", excerpt(rest)),
            "put the whole value in one pair of quotes; inside single quotes write '' for a quote",
        )
    }

    fn plain(&mut self, line: Line, start: usize, indent: usize) -> Read<Value> {
        let mut text = plain_part(self.text[start..line.end].trim_end(), line.number)?.to_owned();
        while let Some(&next) = self.lines.get(self.at) {
            let content = self.content(next);
            if content.is_empty() || content.starts_with('#') || next.indent <= indent {
                break;
            }
            text.push(' ');
            text.push_str(plain_part(content, next.number)?);
            self.at += 1;
        }
        match text.as_str() {
            "~" | "null" | "Null" | "NULL" => Ok(Value::Null),
            _ => Ok(Value::Scalar(text)),
        }
    }

    fn block_scalar(&mut self, line: Line, start: usize, indent: usize) -> Read<Value> {
        let header = scalars::BlockHeader::of(self.text[start..line.end].trim_end(), line.number)?;
        let from = self.at;
        let mut content_indent = header.indent.map(|extra| indent + extra);
        while let Some(&next) = self.lines.get(self.at) {
            if next.start < next.end && !self.content(next).is_empty() {
                if next.indent < content_indent.unwrap_or(indent + 1) {
                    break;
                }
                content_indent = content_indent.or(Some(next.indent));
            }
            self.at += 1;
        }
        let skip = content_indent.unwrap_or(0);
        let lines = self.lines[from..self.at].iter().map(|line| {
            let line_start = line.start - line.indent;
            self.text
                .get(line_start + skip.min(line.end - line_start)..line.end)
                .unwrap_or("")
        });
        Ok(Value::Scalar(header.fold(lines)))
    }
}

fn unexpected_indent<T>(line: Line, content: &str) -> Read<T> {
    error(
        line.number,
        format!(
            "`{}` is indented more than the lines above it",
            excerpt(content)
        ),
        "begin all keys of one level in the same column",
    )
}

fn is_item(content: &str) -> bool {
    content == "-" || content.starts_with("- ")
}

/// Returns the key with which a line begins and the offset behind its colon.
fn key_of(content: &str, line: u32) -> Read<Option<(String, usize)>> {
    if content == "?" || content.starts_with("? ") {
        return error(
            line,
            "keys over several lines (`? `) are not read",
            "write `key: value`",
        );
    }
    if content.starts_with(['"', '\'']) {
        let Ok((key, end)) = scalars::quoted(content, 0, line) else {
            return Ok(None);
        };
        let rest = &content[end..];
        let colon = rest.trim_start();
        let is_key = colon == ":" || colon.starts_with(": ");
        return Ok(is_key.then(|| (key, end + (rest.len() - colon.len()) + 1)));
    }
    if content.starts_with(['[', '{', '&', '*', '!', '|', '>', '@', '`', '%', '#']) {
        return Ok(None);
    }
    let comment = content.find(" #").unwrap_or(content.len());
    Ok(colon_in(&content[..comment]).map(|at| (content[..at].trim_end().to_owned(), at + 1)))
}

/// Returns the place of a colon that parts a key from its value.
fn colon_in(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let parts = |at: usize| {
        bytes
            .get(at + 1)
            .is_none_or(|&next| next == b' ' || next == b'\t')
    };
    (1..bytes.len()).find(|&at| bytes[at] == b':' && parts(at))
}

/// Returns a line of a plain scalar without its comment.
fn plain_part(line_text: &str, line: u32) -> Read<&str> {
    let text = line_text
        .find(" #")
        .map_or(line_text, |comment| &line_text[..comment])
        .trim();
    if colon_in(text).is_some() {
        return error(
            line,
            format!(
                "`{}` holds a colon and a space, which would begin another value",
                excerpt(text)
            ),
            "put the value in double quotes",
        );
    }
    Ok(text)
}

#[cfg(test)]
mod tests;
