//! From text to tree: booleans, groups, phrases, nearness.

use crate::characters::{Cursor, begins_clause, is_body, is_edge};
use crate::words::{Found, Place};
use crate::{Query, QueryProblem, TextSpan, Word, WordForm};

/// Most words read from one query.
pub const MAX_WORDS: usize = 1024;
/// Deepest nesting of brackets.
pub const MAX_DEPTH: usize = 64;
/// Longest query read, in bytes.
pub const MAX_BYTES: usize = 1 << 20;
/// Most problems listed; one more says that there are others.
const MAX_PROBLEMS: usize = 32;
/// Most words joined by a chain of `NEAR`.
const MAX_CHAIN: usize = 16;
/// Largest distance of `NEAR` and largest slop of a phrase.
const MAX_DISTANCE: u32 = 1000;

/// Reads a query; what had to be guessed is listed.
///
/// Every text is a query. The problems are in the order in which they were met, at most 33.
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
    cut: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keyword {
    And,
    Or,
    Not,
    Near { distance: u32, ordered: bool },
}

impl Parser {
    fn new(text: &str) -> Self {
        let mut end = text.len().min(MAX_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let mut parser = Self {
            cursor: Cursor::new(&text[..end]),
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
            let span = self.cursor.span(self.cursor.pos, self.cursor.len());
            self.problem(
                span,
                "the query has more than 1024 words; the rest is not read",
                "search for fewer words",
            );
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
                    self.cursor.pos = end
                }
                None if self.cursor.peek() == Some('-') => self.cursor.pos += 1,
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

    fn bare_near(&self) -> bool {
        let pos = self.cursor.pos;
        ["NEAR", "ONEAR"].iter().any(|name| {
            self.cursor.starts_with(pos, name) && is_edge(self.cursor.at(pos + name.len()))
        })
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

    pub(crate) fn phrase(&mut self, exact: bool) -> Option<Query> {
        let start = self.cursor.pos - usize::from(exact);
        let quote = self.cursor.pos;
        self.cursor.pos += 1;
        self.in_phrase = true;
        let mut words = self.phrase_words(quote);
        self.in_phrase = false;
        let slop = self.slop(words.len());
        if exact {
            words
                .iter_mut()
                .filter(|word| word.form == WordForm::Plain)
                .for_each(|word| word.form = WordForm::Exact);
        }
        let span = self.cursor.span_from(start);
        match words.len() {
            0 => {
                if !self.cut {
                    self.problem(span, "there is no word between these quotation marks", "");
                }
                None
            }
            1 => words.pop().map(|word| Query::Word(Word { span, ..word })),
            _ => Some(Query::Phrase { words, slop, span }),
        }
    }

    fn phrase_words(&mut self, quote: usize) -> Vec<Word> {
        let mut words = Vec::new();
        loop {
            match self.cursor.peek() {
                Some('"') => {
                    self.cursor.pos += 1;
                    return words;
                }
                None => {
                    if !self.cut {
                        let span = self.cursor.span(quote, quote + 1);
                        self.problem(
                            span,
                            "this quotation mark is not closed",
                            "write `\"` where the phrase ends",
                        );
                    }
                    return words;
                }
                Some(_) if !self.word_starts() => self.cursor.pos += 1,
                Some(_) if self.may_read_word() => match self.word(Place::Phrase) {
                    Found::Word(word) => words.push(word),
                    Found::Star(span) => {
                        self.problem(
                            span,
                            "a `*` alone in a phrase is left out",
                            "write `\"a b\"~5` to allow words between",
                        );
                    }
                    Found::Nothing => {}
                },
                Some(_) => {}
            }
        }
    }

    /// `~5` behind a phrase.
    fn slop(&mut self, n_words: usize) -> u32 {
        if self.cursor.peek() != Some('~') {
            return 0;
        }
        let start = self.cursor.pos;
        let number = self.cursor.number(start + 1);
        self.cursor.pos = number.map_or(start + 1, |(_, end)| end);
        let span = self.cursor.span_from(start);
        match number {
            Some((slop, _)) if n_words > 1 && slop <= MAX_DISTANCE => slop,
            Some(_) if n_words > 1 => {
                self.problem(span, "the distance must be at most 1000 words", "");
                MAX_DISTANCE
            }
            Some(_) => {
                self.problem(span, "a distance needs a phrase of at least two words", "");
                0
            }
            None => {
                self.problem(
                    span,
                    "`~` behind a phrase needs a number of words",
                    "write `\"a b\"~5`",
                );
                0
            }
        }
    }

    /// `^2`, which other engines use to weigh words.
    fn boost(&mut self) {
        if self.cursor.peek() != Some('^') {
            return;
        }
        let start = self.cursor.pos;
        self.cursor.pos += 1;
        while self
            .cursor
            .peek()
            .is_some_and(|c| c.is_ascii_digit() || c == '.')
        {
            self.cursor.pos += 1;
        }
        let span = self.cursor.span_from(start);
        self.problem(
            span,
            "words cannot be given a weight; `^` is not used",
            "leave it out",
        );
    }

    /// Steps over what separates words, up to the next thing that means something.
    pub(crate) fn skip(&mut self) {
        while let Some(c) = self.cursor.peek() {
            let start = self.cursor.pos;
            let next = self.cursor.at(start + 1);
            match c {
                '(' | ')' | '|' | '"' => return,
                '&' if next == Some('&') => return,
                '-' => {
                    let end = self.cursor.run_end(start, '-');
                    let operand = self
                        .cursor
                        .at(end)
                        .is_some_and(|c| is_body(c) || "\"(*=/\\?".contains(c));
                    if operand && begins_clause(self.cursor.previous()) {
                        return;
                    }
                    self.cursor.pos = end;
                    let span = self.cursor.span_from(start);
                    self.problem(
                        span,
                        "this `-` is read as a dash",
                        "write `-word`, after a space, to leave a word out",
                    );
                    continue;
                }
                _ if self.date_field.is_some() => {
                    if !c.is_whitespace() && c != ',' {
                        return;
                    }
                }
                '=' if next == Some('"')
                    && begins_clause(self.cursor.previous().filter(|c| *c != '-')) =>
                {
                    return;
                }
                '~' | '^' => {
                    let span = self.cursor.span(start, start + 1);
                    self.problem(
                        span,
                        "this sign stands behind no word and is not used",
                        "write it right behind a word",
                    );
                }
                '+' if begins_clause(self.cursor.previous())
                    && next.is_some_and(|c| is_body(c) || c == '"') =>
                {
                    let span = self.cursor.span(start, start + 1);
                    self.problem(
                        span,
                        "`+` is not needed: every word is asked for",
                        "leave it out",
                    );
                }
                '/' if !self.word_starts() => {
                    if begins_clause(self.cursor.previous())
                        && next.is_some_and(|c| !c.is_whitespace())
                    {
                        let span = self.cursor.span(start, start + 1);
                        let hint = "write `/…/` without spaces and with a `/` at the end";
                        self.problem(span, "this `/` begins no regular expression", hint);
                    }
                }
                _ if self.word_starts() => return,
                _ => {}
            }
            self.cursor.pos += 1;
        }
    }

    /// Returns the operator word or sign at the cursor and where it ends.
    fn keyword(&self) -> Option<(Keyword, usize)> {
        let pos = self.cursor.pos;
        match self.cursor.peek()? {
            '|' => return Some((Keyword::Or, self.cursor.run_end(pos, '|'))),
            '&' if self.cursor.at(pos + 1) == Some('&') => {
                return Some((Keyword::And, self.cursor.run_end(pos, '&')));
            }
            _ => {}
        }
        for (name, keyword) in [
            ("AND", Keyword::And),
            ("OR", Keyword::Or),
            ("NOT", Keyword::Not),
        ] {
            let end = pos + name.len();
            if self.cursor.starts_with(pos, name) && is_edge(self.cursor.at(end)) {
                return Some((keyword, end));
            }
        }
        for (name, ordered) in [
            ("NEAR/", false),
            ("ONEAR/", true),
            ("w/", false),
            ("W/", false),
        ] {
            if self.cursor.starts_with(pos, name)
                && let Some((distance, end)) = self.cursor.number(pos + name.len())
            {
                let spaced = self.cursor.previous().is_some_and(char::is_whitespace)
                    && self.cursor.at(end).is_some_and(char::is_whitespace);
                if spaced || (name.len() > 2 && is_edge(self.cursor.at(end))) {
                    return Some((Keyword::Near { distance, ordered }, end));
                }
            }
        }
        None
    }

    /// Tells whether something follows at `pos` that an operator can work on; `or_keyword`: an `OR` will do.
    fn operand_follows(&mut self, pos: usize, or_keyword: bool) -> bool {
        let (here, n_problems) = (self.cursor.pos, self.problems.len());
        self.cursor.pos = pos;
        self.skip();
        let follows = match self.cursor.peek() {
            None | Some(')') => false,
            Some(_) => match self.keyword() {
                None | Some((Keyword::Not, _)) => true,
                Some(_) => or_keyword,
            },
        };
        self.cursor.pos = here;
        self.problems.truncate(n_problems);
        follows
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
        Query::Any(parts) => parts.iter().all(has_place),
        _ => false,
    }
}
