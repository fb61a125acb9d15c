//! Single words: their letters, wildcards, escapes and suffixes.

use crate::characters::{begins_clause, is_body, is_edge, joins};
use crate::parser::Parser;
use crate::{FuzzyDistance, Query, TextSpan, Word, WordForm};

/// Longest word; what is longer is cut with a problem.
pub(crate) const MAX_WORD_CHARS: usize = 256;

/// Returns the words that a document should hold, in the order typed.
///
/// Words to leave out and words of field clauses are not among them.
#[must_use]
pub fn words(query: &Query) -> Vec<&Word> {
    let mut found = Vec::new();
    collect(query, &mut found);
    found
}

fn collect<'q>(query: &'q Query, found: &mut Vec<&'q Word>) {
    match query {
        Query::Word(word) => found.push(word),
        Query::Phrase { words, .. } => found.extend(words),
        Query::Near { left, right, .. } => {
            collect(left, found);
            collect(right, found);
        }
        Query::All(parts) | Query::Any(parts) => parts.iter().for_each(|part| collect(part, found)),
        Query::Sentence(inner) | Query::Paragraph(inner) | Query::Quotation(inner) => {
            collect(inner, found);
        }
        Query::Everything | Query::Not(_) | Query::Field { .. } => {}
    }
}

/// Where a word stands: this decides which characters are operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Between operators.
    Clause,
    /// Inside quotation marks.
    Phrase,
    /// In a text without operators.
    Plain,
}

/// What was found where a word should stand.
pub(crate) enum Found {
    Word(Word),
    /// Only `*`: any word at all.
    Star(TextSpan),
    Nothing,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    Typed,
    Escaped,
    Wild,
}

impl Parser {
    /// Tells whether a word, exact word or regular expression starts at the cursor, skipping a run of
    /// question marks that are mere punctuation.
    pub(crate) fn word_starts(&mut self) -> bool {
        match self.cursor.peek() {
            Some('*') => true,
            Some('\\') => self.cursor.at(self.cursor.pos + 1).is_some(),
            Some('?') => {
                let end = self.cursor.run_end(self.cursor.pos, '?');
                let starts = self
                    .cursor
                    .at(end)
                    .is_some_and(|c| is_body(c) || matches!(c, '*' | '\\'));
                if !starts {
                    // The caller steps over the last one.
                    self.cursor.pos = end - 1;
                }
                starts
            }
            Some('=') => {
                self.prefix_allowed()
                    && self
                        .cursor
                        .at(self.cursor.pos + 1)
                        .is_some_and(|c| is_body(c) || c == '\\')
            }
            Some('/') => self.prefix_allowed() && self.regex_end().is_some(),
            Some(c) => is_body(c),
            None => false,
        }
    }

    fn prefix_allowed(&self) -> bool {
        let previous = self.cursor.previous();
        begins_clause(previous) || matches!(previous, Some('-' | ':' | '='))
    }

    /// Reads the word, exact word or regular expression at the cursor; always moves on.
    pub(crate) fn word(&mut self, place: Place) -> Found {
        let start = self.cursor.pos;
        if place != Place::Plain {
            if self.cursor.peek() == Some('/')
                && let Some(end) = self.regex_end()
            {
                return Found::Word(self.regex(end));
            }
            if self.cursor.peek() == Some('=') {
                self.cursor.pos += 1;
                return self.exact_word(start, place);
            }
        }
        if let Some(text) = self.address() {
            return Found::Word(Word {
                text,
                form: WordForm::Plain,
                span: self.cursor.span_from(start),
            });
        }
        let pieces = self.pieces(place);
        if self.cursor.pos == start {
            self.cursor.pos += 1;
        }
        let span = self.cursor.span_from(start);
        let wild = pieces.iter().any(|(_, piece)| *piece == Piece::Wild);
        let text: String = pieces.iter().map(|(c, _)| *c).collect();
        if !pieces
            .iter()
            .any(|(c, piece)| *piece != Piece::Wild && c.is_alphanumeric())
        {
            if pieces
                .iter()
                .any(|(c, piece)| *piece == Piece::Wild && *c == '*')
            {
                return Found::Star(span);
            }
            self.problem(span, "there is no letter or digit here to search for", "");
            return Found::Nothing;
        }
        let mut form = if wild {
            WordForm::Wildcard
        } else {
            WordForm::Plain
        };
        if place != Place::Plain
            && let Some(distance) = self.fuzzy_suffix()
        {
            if wild {
                let span = self.cursor.span_from(start);
                self.problem(
                    span,
                    "`~` has no effect on a word with `*` or `?`",
                    "leave out one of them",
                );
            } else {
                form = WordForm::Fuzzy(distance);
            }
        }
        Found::Word(Word {
            text,
            form,
            span: self.cursor.span_from(start),
        })
    }

    fn exact_word(&mut self, start: usize, place: Place) -> Found {
        match self.word(place) {
            Found::Word(mut word) => {
                word.span = self.cursor.span_from(start);
                if word.form == WordForm::Plain {
                    word.form = WordForm::Exact;
                } else {
                    self.problem(
                        word.span,
                        "`=` has no effect on a word with `*`, `?` or `~`",
                        "leave out one of them",
                    );
                }
                Found::Word(word)
            }
            other => other,
        }
    }

    fn pieces(&mut self, place: Place) -> Vec<(char, Piece)> {
        let start = self.cursor.pos;
        let operators = place != Place::Plain;
        let mut pieces: Vec<(char, Piece)> = Vec::new();
        let mut n_chars = 0;
        while let Some(c) = self.cursor.peek() {
            let next = self.cursor.at(self.cursor.pos + 1);
            let piece = match (c, next) {
                ('\\', Some(escaped)) if operators => {
                    self.cursor.pos += 1;
                    (escaped, Piece::Escaped)
                }
                ('*' | '?', _) if operators => (c, Piece::Wild),
                _ if is_body(c) => (c, Piece::Typed),
                (_, Some(next)) => {
                    let joined = pieces.last().is_some_and(|(before, _)| {
                        joins(*before, c, next)
                            || (operators && matches!(next, '*' | '\\') && joins(*before, c, 'a'))
                    });
                    if !joined {
                        break;
                    }
                    (c, Piece::Typed)
                }
                _ => break,
            };
            self.cursor.pos += 1;
            n_chars += 1;
            if n_chars <= MAX_WORD_CHARS {
                pieces.push(piece);
            }
        }
        if n_chars > MAX_WORD_CHARS {
            self.problem(
                self.cursor.span_from(start),
                "this word is too long; only its first 256 characters count",
                "",
            );
        }
        if pieces.iter().any(|(_, piece)| *piece == Piece::Wild) {
            // No term holds a `*`, so an escaped one beside real wildcards cannot matter.
            pieces.retain(|(c, piece)| *piece != Piece::Escaped || !matches!(c, '*' | '?'));
        }
        self.drop_question_mark(start, &mut pieces);
        pieces
    }

    /// A `?` that ends a word is punctuation, unless the word has another wildcard or is the whole query.
    fn drop_question_mark(&self, start: usize, pieces: &mut Vec<(char, Piece)>) {
        let end = pieces
            .iter()
            .rposition(|piece| *piece != ('?', Piece::Wild))
            .map_or(0, |last| last + 1);
        if end == 0
            || end == pieces.len()
            || pieces[..end].iter().any(|(_, piece)| *piece == Piece::Wild)
        {
            return;
        }
        let mut around = (0..start).chain(self.cursor.pos..self.cursor.len());
        if !around.all(|pos| self.cursor.at(pos).is_some_and(char::is_whitespace)) {
            pieces.truncate(end);
        }
    }

    /// Reads a web address: letters, `://`, and everything up to a space, quotation mark or bracket.
    fn address(&mut self) -> Option<String> {
        let start = self.cursor.pos;
        let scheme = (0..12)
            .take_while(|i| {
                self.cursor
                    .at(start + i)
                    .is_some_and(|c| c.is_ascii_alphabetic())
            })
            .count();
        if scheme == 0 || !self.cursor.starts_with(start + scheme, "://") {
            return None;
        }
        let mut end = start + scheme + 3;
        while !is_edge(self.cursor.at(end)) {
            end += 1;
        }
        while self.cursor.at(end - 1).is_some_and(ends_sentence) {
            end -= 1;
        }
        self.cursor.pos = end;
        if end - start > MAX_WORD_CHARS {
            self.problem(
                self.cursor.span_from(start),
                "this word is too long; only its first 256 characters count",
                "",
            );
            end = start + MAX_WORD_CHARS;
        }
        Some(self.cursor.text(start, end))
    }

    /// Reads `~`, `~1`, `~2` behind a word.
    fn fuzzy_suffix(&mut self) -> Option<FuzzyDistance> {
        if self.cursor.peek() != Some('~') {
            return None;
        }
        let start = self.cursor.pos;
        let (number, mut end) = self
            .cursor
            .number(start + 1)
            .map_or((None, start + 1), |(number, end)| (Some(number), end));
        let mut fraction = false;
        if self.cursor.at(end) == Some('.')
            && let Some((_, fraction_end)) = self.cursor.number(end + 1)
        {
            fraction = true;
            end = fraction_end;
        }
        if self.cursor.at(end).is_some_and(is_body) {
            return None;
        }
        self.cursor.pos = end;
        Some(match number {
            None => FuzzyDistance::Auto,
            Some(1) if !fraction => FuzzyDistance::One,
            Some(2) if !fraction => FuzzyDistance::Two,
            Some(_) => {
                let span = self.cursor.span_from(start);
                self.problem(
                    span,
                    "only one or two typing errors can be allowed",
                    "write `~`, `~1` or `~2`",
                );
                if fraction || number == Some(0) {
                    FuzzyDistance::Auto
                } else {
                    FuzzyDistance::Two
                }
            }
        })
    }

    /// Returns the place of the slash that ends the regular expression at the cursor.
    fn regex_end(&self) -> Option<usize> {
        let start = self.cursor.pos + 1;
        let mut pos = start;
        while let Some(c) = self.cursor.at(pos) {
            match c {
                '\\' => pos += 1,
                '/' if pos > start
                    && !self
                        .cursor
                        .at(pos + 1)
                        .is_some_and(|c| is_body(c) || c == '/') =>
                {
                    return Some(pos);
                }
                '/' => return None,
                '"' if self.in_phrase => return None,
                _ if pos - start > MAX_WORD_CHARS => return None,
                _ => {}
            }
            if self.cursor.at(pos).is_none_or(char::is_whitespace) {
                return None;
            }
            pos += 1;
        }
        None
    }

    fn regex(&mut self, end: usize) -> Word {
        let start = self.cursor.pos;
        let mut text = String::new();
        let mut pos = start + 1;
        while pos < end {
            let c = self.cursor.at(pos).unwrap_or('\\');
            let next = self.cursor.at(pos + 1).unwrap_or('\\');
            match (c, next) {
                ('\\', '/') => text.push('/'),
                ('\\', _) => text.extend([c, next]),
                _ => text.push(c),
            }
            pos += if c == '\\' { 2 } else { 1 };
        }
        self.cursor.pos = end + 1;
        Word {
            text,
            form: WordForm::Regex,
            span: self.cursor.span_from(start),
        }
    }
}

/// Punctuation behind a web address that is not part of it.
pub(crate) fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'')
}
