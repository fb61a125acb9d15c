//! Operators, and what separates words.

use crate::characters::{begins_clause, is_body, is_edge};
use crate::parser::Parser;

/// An operator between or before operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keyword {
    And,
    Or,
    Not,
    Near { distance: u32, ordered: bool },
}

impl Parser {
    /// Steps over what separates words, up to the next thing that means something.
    pub(crate) fn skip(&mut self) {
        while let Some(c) = self.cursor.peek() {
            if c == '-' {
                if self.dashes() {
                    return;
                }
            } else if self.means_something(c) {
                return;
            } else {
                self.note_stray(c);
                self.cursor.pos += 1;
            }
        }
    }

    /// Tells whether the dashes at the cursor are signs for `not`; if not, steps over them.
    fn dashes(&mut self) -> bool {
        let start = self.cursor.pos;
        let end = self.cursor.run_end(start, '-');
        let operand = self
            .cursor
            .at(end)
            .is_some_and(|c| is_body(c) || matches!(c, '"' | '(' | '*' | '=' | '/' | '\\' | '?'));
        let signs = operand && begins_clause(self.cursor.previous());
        if !signs {
            self.cursor.pos = end;
            let span = self.cursor.span_from(start);
            let hint = "write `-word`, after a space, to leave a word out";
            self.problem(span, "this `-` is read as a dash", hint);
        }
        signs
    }

    fn means_something(&mut self, c: char) -> bool {
        let next = self.cursor.at(self.cursor.pos + 1);
        match c {
            '(' | ')' | '|' | '"' => true,
            '&' => next == Some('&'),
            _ if self.date_field.is_some() => !c.is_whitespace() && c != ',',
            '=' if next == Some('"') => begins_clause(self.cursor.previous().filter(|c| *c != '-')),
            _ => self.word_starts(),
        }
    }

    /// Reports a sign that is stepped over although it may have been meant as an operator.
    fn note_stray(&mut self, c: char) {
        let next = self
            .cursor
            .at(self.cursor.pos + 1)
            .filter(|c| !c.is_whitespace());
        let begins = begins_clause(self.cursor.previous()) && next.is_some();
        let (message, hint) = match c {
            '~' | '^' => (
                "this sign stands behind no word and is not used",
                "write it right behind a word",
            ),
            '+' if begins => ("`+` is not needed: every word is asked for", "leave it out"),
            '/' if begins => (
                "this `/` begins no regular expression",
                "write `/…/` without spaces and with a `/` at the end",
            ),
            '=' if begins => (
                "this `=` stands before no word and is not used",
                "write `=Word`",
            ),
            '\\' => (
                "this `\\` stands before nothing and is not used",
                "leave it out",
            ),
            _ => return,
        };
        let span = self.cursor.span(self.cursor.pos, self.cursor.pos + 1);
        self.problem(span, message, hint);
    }

    /// Returns the operator word or sign at the cursor and where it ends.
    pub(crate) fn keyword(&self) -> Option<(Keyword, usize)> {
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
    pub(crate) fn operand_follows(&mut self, pos: usize, or_keyword: bool) -> bool {
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

    pub(crate) fn bare_near(&self) -> bool {
        let pos = self.cursor.pos;
        ["NEAR", "ONEAR"].iter().any(|name| {
            self.cursor.starts_with(pos, name) && is_edge(self.cursor.at(pos + name.len()))
        })
    }
}
