//! `field:value` clauses, dates among them, and the scopes `sentence:` and `para:`.

use crate::characters::{digit, is_body};
use crate::dates;
use crate::parser::{Parser, all, any};
use crate::{FieldTest, Query, TextSpan};

/// Longest name of a field, in characters.
const MAX_NAME_CHARS: usize = 64;

impl Parser {
    /// Returns the place of the colon if a field name, a colon and a value start at the cursor.
    pub(crate) fn field_name_end(&self) -> Option<usize> {
        let start = self.cursor.pos;
        if !self.cursor.at(start)?.is_alphabetic() {
            return None;
        }
        let end = (start..=start + MAX_NAME_CHARS)
            .find(|pos| !self.cursor.at(*pos).is_some_and(is_name_char))?;
        let value = self.cursor.at(end + 1)?;
        let dated = matches!(value, '[' | '{' | '>' | '<' | '.')
            && (is_date_field(&lowercase(&self.cursor.text(start, end))) || self.compares(end + 1));
        let begins = is_body(value)
            || matches!(value, '"' | '(' | '*' | '?' | '=' | '\\')
            || dated
            || self.begins_regex(end + 1);
        (self.cursor.at(end) == Some(':') && begins).then_some(end)
    }

    /// Tells whether a comparison or a range of dates in brackets starts at `pos`: any key of the metadata
    /// may hold dates.
    fn compares(&self, pos: usize) -> bool {
        let after = self.cursor.at(pos + 1);
        match self.cursor.at(pos) {
            Some('>' | '<') if after == Some('=') => {
                self.cursor.at(pos + 2).is_some_and(char::is_alphanumeric)
            }
            Some('>' | '<') => is_digit(after),
            Some('.') => after == Some('.') && is_digit(self.cursor.at(pos + 2)),
            Some('[' | '{') => {
                let close = (pos..pos + MAX_NAME_CHARS)
                    .find(|&pos| matches!(self.cursor.at(pos), Some(']' | '}')));
                close.is_some_and(|close| dates::range(&self.cursor.text(pos, close + 1)).is_some())
            }
            _ => false,
        }
    }

    /// Tells whether the value at the cursor is a range of dates, and not only a date, which is text as well.
    fn range_follows(&mut self) -> bool {
        let start = self.cursor.pos;
        let raw = self.raw_date();
        self.cursor.pos = start;
        self.compares(start) || (dates::split_range(&raw).is_some() && dates::range(&raw).is_some())
    }

    fn begins_regex(&self, pos: usize) -> bool {
        self.cursor.at(pos) == Some('/')
            && self
                .cursor
                .at(pos + 1)
                .is_some_and(|c| c != '/' && !c.is_whitespace())
    }

    /// Reads the clause at the cursor, whose colon is at `colon`.
    pub(crate) fn field(&mut self, colon: usize) -> Option<Query> {
        let start = self.cursor.pos;
        let name = canonical_name(&self.cursor.text(start, colon));
        self.cursor.pos = colon + 1;
        if name == "sentence" || name == "para" {
            let inner = self.scope()?;
            return Some(match inner {
                Query::Everything => Query::Everything,
                inner if name == "para" => Query::Paragraph(Box::new(inner)),
                inner => Query::Sentence(Box::new(inner)),
            });
        }
        if name == "said" {
            let inner = self.scope()?;
            return Some(match inner {
                Query::Everything => Query::Field {
                    name,
                    test: FieldTest::Present,
                    span: self.cursor.span_from(start),
                },
                inner => Query::Quotation(Box::new(inner)),
            });
        }
        if is_date_field(&name) || (name != "title" && self.range_follows()) {
            let outer = self.date_field.replace(name);
            let clause = if self.cursor.peek() == Some('(') {
                self.group()
            } else {
                self.dates_from(start)
            };
            self.date_field = outer;
            return clause;
        }
        let value = self.value()?;
        let span = self.cursor.span_from(start);
        self.in_field(&name, value, span)
    }

    fn scope(&mut self) -> Option<Query> {
        // A clause of dates around this one ends here.
        let outer = self.date_field.take();
        let inner = self.value();
        self.date_field = outer;
        inner
    }

    fn value(&mut self) -> Option<Query> {
        match self.cursor.peek()? {
            '(' => self.group(),
            '"' => self.phrase(false),
            '=' if self.cursor.at(self.cursor.pos + 1) == Some('"') => {
                self.cursor.pos += 1;
                self.phrase(true)
            }
            _ => {
                if !self.word_starts() {
                    self.skip();
                }
                self.value_word()
            }
        }
    }

    fn value_word(&mut self) -> Option<Query> {
        use crate::words::{Found, Place};
        if !self.word_starts() || !self.may_read_word() {
            return None;
        }
        match self.word(Place::Clause) {
            Found::Word(word) => Some(Query::Word(word)),
            Found::Star(_) => Some(Query::Everything),
            Found::Nothing => None,
        }
    }

    /// Turns the words of `value` into tests on the field.
    fn in_field(&mut self, name: &str, value: Query, span: TextSpan) -> Option<Query> {
        let test = match value {
            Query::Everything => FieldTest::Present,
            Query::Word(word) => FieldTest::Words(vec![word]),
            Query::Phrase { words, slop, .. } => {
                if slop > 0 {
                    self.problem(
                        span,
                        "a distance has no effect in a field; the words must follow each other",
                        "",
                    );
                }
                FieldTest::Phrase(words)
            }
            Query::All(parts) if parts.iter().all(|part| matches!(part, Query::Word(_))) => {
                FieldTest::Words(
                    crate::words(&Query::All(parts))
                        .into_iter()
                        .cloned()
                        .collect(),
                )
            }
            Query::All(parts) => return all(self.each_in_field(name, parts)),
            Query::Any(parts) => return any(self.each_in_field(name, parts)),
            Query::Not(inner) => {
                let inner_span = span_of(&inner).unwrap_or(span);
                return Some(Query::Not(Box::new(
                    self.in_field(name, *inner, inner_span)?,
                )));
            }
            Query::Near { left, right, .. } => {
                self.problem(
                    span,
                    "`NEAR` has no effect in a field and is read as `AND`",
                    "",
                );
                return all(self.each_in_field(name, vec![*left, *right]));
            }
            clause => {
                self.problem(
                    span,
                    "a field clause stands inside another; each is read alone",
                    "",
                );
                return Some(clause);
            }
        };
        Some(Query::Field {
            name: name.into(),
            test,
            span,
        })
    }

    fn each_in_field(&mut self, name: &str, parts: Vec<Query>) -> Vec<Query> {
        let mut clauses = Vec::with_capacity(parts.len());
        for part in parts {
            let span = span_of(&part).unwrap_or_default();
            clauses.extend(self.in_field(name, part, span));
        }
        clauses
    }

    /// Reads a date inside `date:( )`.
    pub(crate) fn dates(&mut self) -> Option<Query> {
        self.dates_from(self.cursor.pos)
    }

    /// Reads a date or range at the cursor for the clause that starts at `start`.
    fn dates_from(&mut self, start: usize) -> Option<Query> {
        let name = self.date_field.clone()?;
        let value_start = self.cursor.pos;
        let raw = self.raw_date();
        if let Some(range) = dates::range(&raw) {
            if !self.may_read_word() {
                return None;
            }
            let span = self.cursor.span_from(start);
            if range.swapped {
                self.problem(
                    span,
                    "the range of dates runs backwards and was turned round",
                    "write the earlier date first",
                );
            }
            return Some(Query::Field {
                name,
                test: FieldTest::Dates {
                    from: range.from,
                    to: range.to,
                },
                span,
            });
        }
        self.cursor.pos = value_start;
        let outer = self.date_field.take();
        let n_problems = self.problems.len();
        let value = self.value();
        self.date_field = outer;
        if self.cursor.pos == value_start {
            self.cursor.pos += 1;
        }
        let span = self.cursor.span_from(start);
        let value = value.and_then(|value| self.in_field(&name, value, span));
        let present = matches!(
            &value,
            Some(Query::Field {
                test: FieldTest::Present,
                ..
            })
        );
        if !present && self.problems.len() == n_problems {
            let hint = "write `date:2024-12-08`, `date:2024-12`, `date:2024-12-01..2024-12-08` or `date:>=2024-12`";
            self.problem(span, "this is not a date", hint);
        }
        value
    }

    /// Takes the characters of a date: up to a space or bracket, or all between quotation marks or `[ ]`.
    fn raw_date(&mut self) -> String {
        let start = self.cursor.pos;
        let close = match self.cursor.peek() {
            Some('"') => Some(['"', '"']),
            Some('[' | '{') => Some([']', '}']),
            _ => None,
        };
        let mut end = start;
        if let Some(close) = close {
            end += 1;
            while self.cursor.at(end).is_some_and(|c| !close.contains(&c))
                && end - start < MAX_NAME_CHARS
            {
                end += 1;
            }
            end += 1;
            self.cursor.pos = end.min(self.cursor.len());
            let quoted = close[0] == '"' && self.cursor.at(end - 1).is_some();
            return if quoted {
                self.cursor.text(start + 1, end - 1)
            } else {
                self.cursor.text(start, self.cursor.pos)
            };
        }
        while self
            .cursor
            .at(end)
            .is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | ')' | '"' | '|' | '^'))
            && end - start < MAX_NAME_CHARS
        {
            end += 1;
        }
        self.cursor.pos = end;
        let text = self.cursor.text(start, end);
        if text.ends_with("..") {
            text
        } else {
            text.trim_end_matches([',', ';', '.', '!', '?', '،']).into()
        }
    }
}

fn is_digit(c: Option<char>) -> bool {
    c.and_then(digit).is_some()
}

fn is_name_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

/// Tells whether the text before a colon would be read as the name of a field.
pub(crate) fn is_name(text: &str) -> bool {
    text.starts_with(char::is_alphabetic) && text.chars().all(is_name_char)
}

/// Tells whether a field holds dates: the document's, or those mentioned in its text.
pub(crate) fn is_date_field(name: &str) -> bool {
    name == "date" || name == "day"
}

/// Tells whether a field asks for places in the text: people, places, bodies and groups named, days
/// mentioned, the words of a speaker.
pub(crate) fn is_mention_field(name: &str) -> bool {
    matches!(name, "person" | "place" | "org" | "group" | "day" | "by")
}

/// Tells whether a field asks for what is found in the text: names (`person`, `place`, `org`, `group`),
/// days (`day`), quotations (`said`) and those of a speaker (`by`).
#[must_use]
pub fn is_layer_field(name: &str) -> bool {
    name == "said" || is_mention_field(name)
}

/// Tells whether any part of a query asks for names, days or quotations.
#[must_use]
pub fn asks_for_mentions(query: &Query) -> bool {
    match query {
        Query::Quotation(_) => true,
        Query::Field { name, .. } => is_layer_field(name),
        Query::Near { left, right, .. } => asks_for_mentions(left) || asks_for_mentions(right),
        Query::All(parts) | Query::Any(parts) => parts.iter().any(asks_for_mentions),
        Query::Not(inner) | Query::Sentence(inner) | Query::Paragraph(inner) => {
            asks_for_mentions(inner)
        }
        Query::Everything | Query::Word(_) | Query::Phrase { .. } => false,
    }
}

fn lowercase(name: &str) -> String {
    name.chars().map(analysis::lowercase).collect()
}

fn canonical_name(typed: &str) -> String {
    let name = lowercase(typed);
    match name.as_str() {
        "authors" => "author".into(),
        "tags" => "tag".into(),
        "language" => "lang".into(),
        "id" => "doc".into(),
        "paragraph" => "para".into(),
        _ => name,
    }
}

fn span_of(query: &Query) -> Option<TextSpan> {
    match query {
        Query::Word(word) => Some(word.span),
        Query::Phrase { span, .. } | Query::Field { span, .. } => Some(*span),
        Query::Not(inner)
        | Query::Sentence(inner)
        | Query::Paragraph(inner)
        | Query::Quotation(inner) => span_of(inner),
        Query::Near { left, right, .. } => around(span_of(left), span_of(right)),
        Query::All(parts) | Query::Any(parts) => around(
            parts.first().and_then(span_of),
            parts.last().and_then(span_of),
        ),
        Query::Everything => None,
    }
}

fn around(first: Option<TextSpan>, last: Option<TextSpan>) -> Option<TextSpan> {
    Some(TextSpan {
        start: first?.start,
        end: last?.end,
    })
}
