//! From text to tree: booleans, groups, phrases, nearness.

use crate::characters::{Cursor, is_body};
use crate::operators::Keyword;
use crate::words::{Found, Place};
use crate::{Query, QueryProblem, TextSpan};

/// Most words read from one query.
pub const MAX_WORDS: usize = 1024;
/// Deepest nesting of brackets.
pub const MAX_DEPTH: usize = 64;
/// Longest query read, in bytes.
const MAX_BYTES: usize = 1 << 20;
/// Most problems listed; one more says that there are others.
const MAX_PROBLEMS: usize = 32;
/// Most words joined by a chain of `NEAR`.
const MAX_CHAIN: usize = 16;
/// Largest distance of `NEAR` and largest slop of a phrase.
pub(crate) const MAX_DISTANCE: u32 = 1000;

/// Reads a query; what had to be guessed is listed.
///
/// Every text is a query. The problems are in the order in which they were met, at most 34.
///
/// Cost: linear in the text. At most [`MAX_WORDS`] words and [`MAX_DEPTH`] brackets inside each other
/// are read; a problem says so when there are more.
///
/// ```
/// let (query, problems) = query::parse("betray* OR");
/// assert_eq!(query.to_canonical(), "betray* \"OR\"");
/// assert_eq!(problems.len(), 1);
/// ```
#[must_use]
pub fn parse(text: &str) -> (Query, Vec<QueryProblem>) {
    let mut parser = Parser::new(text);
    let query = parser.any_of().unwrap_or(Query::Everything);
    (query, parser.problems)
}

/// Reads a query for a program: nothing is guessed.
///
/// # Errors
///
/// The first problem that [`parse`] would list.
pub fn parse_strict(text: &str) -> Result<Query, QueryProblem> {
    let (query, problems) = parse(text);
    problems.into_iter().next().map_or(Ok(query), Err)
}

/// Reads a text in which operators are ordinary words: a pasted question, for one.
#[must_use]
pub fn parse_plain(text: &str) -> Query {
    let mut parser = Parser::new(text);
    let mut words = Vec::new();
    while let Some(c) = parser.cursor.peek() {
        if !is_body(c) {
            parser.cursor.pos += 1;
        } else if parser.may_read_word()
            && let Found::Word(word) = parser.word(Place::Plain)
        {
            words.push(Query::Word(word));
        }
    }
    all(words).unwrap_or(Query::Everything)
}

#[derive(Debug)]
pub(crate) struct Parser {
    pub(crate) cursor: Cursor,
    pub(crate) problems: Vec<QueryProblem>,
    /// Name of the field of dates whose brackets the cursor is in.
    pub(crate) date_field: Option<String>,
    pub(crate) in_phrase: bool,
    n_words: usize,
    depth: usize,
    /// Opening brackets left out because they were too deep, and not closed yet.
    n_ignored: usize,
    /// The rest of the query is not read.
    pub(crate) cut: bool,
}

impl Parser {
    fn new(text: &str) -> Self {
        let mut end = text.len().min(MAX_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let mut parser = Self {
            cursor: Cursor::new(text.get(..end).unwrap_or_default()),
            problems: Vec::new(),
            date_field: None,
            in_phrase: false,
            n_words: 0,
            depth: 0,
            n_ignored: 0,
            cut: false,
        };
        if end < text.len() {
            let span = TextSpan {
                start: end as u32,
                end: u32::try_from(text.len()).unwrap_or(u32::MAX),
            };
            parser.problem(
                span,
                "the query is too long; the rest is not read",
                "search for fewer words",
            );
        }
        parser
    }

    pub(crate) fn problem(&mut self, span: TextSpan, message: &str, hint: &str) {
        match self.problems.len() {
            MAX_PROBLEMS => self.problems.push(QueryProblem {
                span,
                message: "there are more problems than are listed".into(),
                hint: String::new(),
            }),
            0..MAX_PROBLEMS => self.problems.push(QueryProblem {
                span,
                message: message.into(),
                hint: hint.into(),
            }),
            _ => {}
        }
    }

    /// Counts a word; past the limit the rest of the query is cut.
    pub(crate) fn may_read_word(&mut self) -> bool {
        self.n_words += 1;
        if self.n_words > MAX_WORDS {
            // Listed even when the list is full: this is what the reader must know first.
            self.problems.push(QueryProblem {
                span: self.cursor.span(self.cursor.pos, self.cursor.len()),
                message: "the query has more than 1024 words; the rest is not read".into(),
                hint: "search for fewer words".into(),
            });
            self.cursor.pos = self.cursor.len();
            self.cut = true;
        }
        !self.cut
    }

    /// `a OR b`.
    fn any_of(&mut self) -> Option<Query> {
        let mut parts = Vec::new();
        loop {
            parts.extend(self.all_of());
            match self.keyword() {
                Some((Keyword::Or, end)) => self.cursor.pos = end,
                _ => return any(parts),
            }
        }
    }

    /// `a b AND c`; stops before an `OR` with something on both sides, a closing bracket and the end.
    fn all_of(&mut self) -> Option<Query> {
        let mut parts = Vec::new();
        loop {
            self.skip();
            match self.cursor.peek() {
                None => break,
                Some(')') if self.depth > 0 && self.n_ignored == 0 => break,
                Some(')') => self.stray_bracket(),
                Some(_) => match self.keyword() {
                    Some((Keyword::Or, end))
                        if !parts.is_empty() && self.operand_follows(end, true) =>
                    {
                        break;
                    }
                    Some((Keyword::And, end))
                        if !parts.is_empty() && self.operand_follows(end, false) =>
                    {
                        self.cursor.pos = end;
                    }
                    _ => parts.extend(self.signed()),
                },
            }
        }
        all(parts)
    }

    fn stray_bracket(&mut self) {
        let start = self.cursor.pos;
        self.cursor.pos += 1;
        if self.n_ignored > 0 {
            self.n_ignored -= 1;
        } else {
            let span = self.cursor.span_from(start);
            self.problem(
                span,
                "this bracket closes nothing",
                "leave it out, or open a bracket before it",
            );
        }
    }

    /// `-a`, `NOT a`.
    fn signed(&mut self) -> Option<Query> {
        let start = self.cursor.pos;
        let mut n_signs = 0;
        loop {
            self.skip();
            match self.keyword() {
                Some((Keyword::Not, end)) if self.operand_follows(end, false) => {
                    self.cursor.pos = end;
                }
                None if self.cursor.peek() == Some('-') => {
                    let end = self.cursor.run_end(self.cursor.pos, '-');
                    n_signs += end - self.cursor.pos - 1;
                    self.cursor.pos = end;
                }
                _ => break,
            }
            n_signs += 1;
        }
        if n_signs > 1 {
            let span = self.cursor.span_from(start);
            self.problem(
                span,
                "several signs for `not` follow each other; two of them cancel",
                "write one `-`",
            );
        }
        let operand = self.near()?;
        Some(if n_signs % 2 == 1 {
            negated(operand)
        } else {
            operand
        })
    }

    /// `a NEAR/5 b`.
    fn near(&mut self) -> Option<Query> {
        let mut left = self.operand()?;
        let mut n_operands = 1;
        loop {
            self.skip();
            let start = self.cursor.pos;
            let Some((Keyword::Near { distance, ordered }, end)) = self.keyword() else {
                return Some(left);
            };
            if !self.operand_follows(end, false) {
                return Some(left);
            }
            self.cursor.pos = end;
            let sign = self.cursor.span_from(start);
            let within = distance.clamp(1, MAX_DISTANCE);
            if within != distance {
                self.problem(sign, "the distance must be between 1 and 1000 words", "");
            }
            self.skip();
            let right = if self.cursor.peek() == Some('-') {
                self.signed()
            } else {
                self.operand()
            };
            let Some(right) = right else {
                return Some(left);
            };
            n_operands += 1;
            left = if n_operands <= MAX_CHAIN && has_place(&left) && has_place(&right) {
                Query::Near {
                    left: Box::new(left),
                    right: Box::new(right),
                    distance: within,
                    ordered,
                }
            } else {
                self.problem(
                    sign,
                    "`NEAR` stands between words, phrases and alternatives of these; it is read as `AND`",
                    "write `sentence:( )` or `para:( )` around the words",
                );
                all(vec![left, right])?
            };
        }
    }

    /// A word, phrase, group or field clause, with what is attached behind it.
    fn operand(&mut self) -> Option<Query> {
        self.skip();
        let start = self.cursor.pos;
        let operand = match self.cursor.peek()? {
            '(' => self.group(),
            ')' => None,
            '|' => {
                self.cursor.pos = self.cursor.run_end(start, '|');
                let span = self.cursor.span_from(start);
                self.problem(span, "`|` has nothing on one of its sides", "write `a | b`");
                None
            }
            '&' => {
                self.cursor.pos = self.cursor.run_end(start, '&');
                let span = self.cursor.span_from(start);
                self.problem(
                    span,
                    "`&&` has nothing on one of its sides",
                    "write `a AND b`",
                );
                None
            }
            _ if self.date_field.is_some() && self.keyword().is_none() => self.dates(),
            '"' => self.phrase(false),
            '=' if self.cursor.at(start + 1) == Some('"') => {
                self.cursor.pos += 1;
                self.phrase(true)
            }
            _ => match self.field_name_end() {
                Some(end) => self.field(end),
                None => self.single_word(),
            },
        };
        self.boost();
        operand
    }

    pub(crate) fn single_word(&mut self) -> Option<Query> {
        if !self.may_read_word() {
            return None;
        }
        let stray = self.keyword().is_some() || self.bare_near();
        match self.word(Place::Clause) {
            Found::Word(word) => {
                if stray {
                    let hint =
                        "write it in small letters or in quotation marks if you mean the word";
                    self.problem(
                        word.span,
                        "this operator has nothing to work on and is read as a word",
                        hint,
                    );
                }
                Some(Query::Word(word))
            }
            Found::Star(span) => {
                self.problem(
                    span,
                    "a `*` alone stands for every document",
                    "put letters before or after it",
                );
                Some(Query::Everything)
            }
            Found::Nothing => None,
        }
    }

    pub(crate) fn group(&mut self) -> Option<Query> {
        let start = self.cursor.pos;
        self.cursor.pos += 1;
        if self.depth >= MAX_DEPTH {
            if self.n_ignored == 0 {
                let span = self.cursor.span_from(start);
                self.problem(
                    span,
                    "brackets are nested more than 64 deep; the inner ones are not read",
                    "",
                );
            }
            self.n_ignored += 1;
            return None;
        }
        self.depth += 1;
        let inner = self.any_of();
        self.depth -= 1;
        if self.cursor.peek() == Some(')') {
            self.cursor.pos += 1;
        } else if !self.cut {
            let span = self.cursor.span(start, start + 1);
            self.problem(
                span,
                "this bracket is not closed",
                "write `)` where the group ends",
            );
        }
        if inner.is_none() && !self.cut {
            let span = self.cursor.span_from(start);
            self.problem(span, "there is nothing between these brackets", "");
        }
        inner
    }
}

/// Joins parts that must all hold; flat, without parts that ask for nothing.
pub(crate) fn all(parts: Vec<Query>) -> Option<Query> {
    let mut flat = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Query::All(inner) => flat.extend(inner),
            other => flat.push(other),
        }
    }
    if flat.iter().any(|part| *part != Query::Everything) {
        flat.retain(|part| *part != Query::Everything);
    } else {
        flat.truncate(1);
    }
    if flat.len() > 1 {
        Some(Query::All(flat))
    } else {
        flat.pop()
    }
}

/// Joins parts of which one must hold; flat.
pub(crate) fn any(parts: Vec<Query>) -> Option<Query> {
    let mut flat = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Query::Any(inner) => flat.extend(inner),
            other => flat.push(other),
        }
    }
    if flat.len() > 1 {
        Some(Query::Any(flat))
    } else {
        flat.pop()
    }
}

fn negated(query: Query) -> Query {
    match query {
        Query::Not(inner) => *inner,
        other => Query::Not(Box::new(other)),
    }
}

/// Tells whether matches of a query have positions that can be near each other.
fn has_place(query: &Query) -> bool {
    match query {
        Query::Word(_) | Query::Phrase { .. } | Query::Near { .. } => true,
        Query::Field { name, .. } => crate::fields::is_mention_field(name),
        Query::Any(parts) => parts.iter().all(has_place),
        _ => false,
    }
}
