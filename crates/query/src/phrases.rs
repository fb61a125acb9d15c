//! Phrases, and the numbers behind words and phrases.

use crate::parser::{MAX_DISTANCE, Parser};
use crate::words::{Found, Place};
use crate::{Query, Word, WordForm};

impl Parser {
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
    pub(crate) fn boost(&mut self) {
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
}
