//! Words with something inside: apostrophes, hyphens, periods, marks.

use super::{MAX_JOINED_PARTS, Scanner, Token, TokenKind, emit_word, letter_at, push_within, span};
use crate::characters::{Class, char_at, class, class_at, is_digit, is_hebrew};
use crate::folding::push_folded;
use crate::tokens::MAX_TERM_BYTES;

/// What was learnt about one part of a compound while reading it.
#[derive(Default)]
struct Part {
    /// Next byte to look at.
    at: usize,
    /// One past the last byte that belongs to the part.
    end: usize,
    /// The last character was a digit.
    after_digit: bool,
    /// The last character was a Hebrew letter.
    after_hebrew: bool,
    /// Digits since the last separator, as long as there was nothing else in the part.
    n_digits: Option<u32>,
    /// Letters since the last period, as long as the part may be an acronym.
    n_letters: Option<u32>,
    /// Periods between letters.
    n_periods: u32,
    /// The term is full.
    full: bool,
}

/// What a character that is neither letter nor mark does to the part.
enum Step {
    /// The part goes on at this byte.
    On(usize),
    /// The part is over, and so is the compound.
    Stop,
    /// The part is over; the compound's next part starts at this byte.
    Next(usize),
}

impl Scanner<'_, '_> {
    /// Reads a compound from its first letter: one or more parts, each a word.
    pub(super) fn compound(&mut self, start: usize) -> usize {
        let first_position = self.position;
        let mut joined_full = false;
        let mut n_parts = 0;
        let mut at = start;
        self.joined.clear();
        loop {
            let (end, next) = self.part(at);
            emit_word(self.emit, &mut self.position, &self.term, at, end);
            n_parts += 1;
            if n_parts <= MAX_JOINED_PARTS && !joined_full && (next.is_some() || n_parts > 1) {
                joined_full = !push_within(&mut self.joined, &self.term, MAX_TERM_BYTES);
            }
            match next {
                Some(next) => at = next,
                None => {
                    self.emit_joined(start, end, first_position, n_parts);
                    return end;
                }
            }
        }
    }

    fn emit_joined(&mut self, start: usize, end: usize, position: u32, n_parts: u32) {
        if (2..=MAX_JOINED_PARTS).contains(&n_parts) {
            (self.emit)(Token {
                term: &self.joined,
                span: span(start, end),
                position,
                n_positions: n_parts,
                kind: TokenKind::Joined,
            });
        }
    }

    /// Reads one part into `self.term`; returns its end and the start of the next part, if any.
    fn part(&mut self, start: usize) -> (usize, Option<usize>) {
        self.term.clear();
        let mut part = Part {
            at: start,
            end: start,
            n_digits: Some(0),
            n_letters: Some(0),
            ..Part::default()
        };
        while let Some(c) = char_at(self.text, part.at) {
            let after = part.at + c.len_utf8();
            let step = match class(c) {
                Class::Letter => {
                    self.letter(&mut part, c);
                    part.end = after;
                    Step::On(after)
                }
                Class::Mark => {
                    self.mark(&part, c);
                    part.end = after;
                    Step::On(after)
                }
                Class::Ignorable => Step::On(after),
                Class::Apostrophe => self.apostrophe(&mut part, c, after),
                Class::Hyphen => self.hyphen(after),
                Class::Separator => self.separator(&mut part, c, after),
                Class::Unspaced => Step::Stop,
            };
            match step {
                Step::On(at) => part.at = at,
                Step::Stop => break,
                Step::Next(next) => return (part.end, Some(next)),
            }
        }
        (part.end, None)
    }

    fn letter(&mut self, part: &mut Part, c: char) {
        part.full = part.full || !push_folded(&mut self.term, c, MAX_TERM_BYTES);
        part.after_digit = is_digit(c);
        part.after_hebrew = is_hebrew(c);
        if part.after_digit {
            part.n_digits = part.n_digits.map(|n| n.saturating_add(1));
            part.n_letters = None;
        } else {
            part.n_digits = None;
            part.n_letters = part.n_letters.map(|n| n.saturating_add(1));
        }
    }

    /// A mark is dropped, except that the breve of й and ў and the dots of ї make other letters.
    fn mark(&mut self, part: &Part, c: char) {
        let whole = match (c, self.term.chars().next_back()) {
            ('\u{306}', Some('и')) => 'й',
            ('\u{306}', Some('у')) => 'ў',
            ('\u{308}', Some('і')) => 'ї',
            _ => return,
        };
        if !part.full {
            self.term.pop();
            self.term.push(whole);
        }
    }

    fn apostrophe(&self, part: &mut Part, c: char, after: usize) -> Step {
        let Some(next) = char_at(self.text, after).filter(|&next| class(next) == Class::Letter)
        else {
            // "Rifa‘-i": the hyphen goes on behind the mark.
            return match char_at(self.text, after) {
                Some(hyphen) if class(hyphen) == Class::Hyphen => {
                    self.hyphen(after + hyphen.len_utf8())
                }
                _ => Step::Stop,
            };
        };
        let is_plain = matches!(c, '\'' | '’' | '\u{2bc}' | '\u{ff07}' | '`' | '´' | '′');
        let after_next = after + next.len_utf8();
        if is_plain && matches!(next, 's' | 'S') && !continues(self.text, after_next) {
            part.end = after_next;
            return match char_at(self.text, after_next) {
                Some(hyphen) if class(hyphen) == Class::Hyphen => {
                    self.hyphen(after_next + hyphen.len_utf8())
                }
                _ => Step::Stop,
            };
        }
        if part.after_digit || is_digit(next) {
            return if thousands_follow(self.text, part, after) {
                Step::On(after)
            } else {
                Step::Stop
            };
        }
        if is_plain && part.n_periods == 0 && is_elided(&self.term) {
            return Step::Next(after);
        }
        part.n_letters = None;
        Step::On(after)
    }

    /// Decides whether the compound goes on after a hyphen that ends at `after`; a mark for ayn or
    /// hamza may stand between ("al-‘Arabi").
    fn hyphen(&self, after: usize) -> Step {
        if letter_at(self.text, after) {
            return Step::Next(after);
        }
        match char_at(self.text, after) {
            Some(c)
                if class(c) == Class::Apostrophe && letter_at(self.text, after + c.len_utf8()) =>
            {
                Step::Next(after + c.len_utf8())
            }
            _ => Step::Stop,
        }
    }

    fn separator(&mut self, part: &mut Part, c: char, after: usize) -> Step {
        let digit_follows = char_at(self.text, after).is_some_and(is_digit);
        match c {
            '.' | '\u{66b}' if part.after_digit && digit_follows => {
                part.full = part.full || !push_within(&mut self.term, ".", MAX_TERM_BYTES);
                part.n_digits = None;
                Step::On(after)
            }
            '.' => self.acronym(part, after),
            ',' | '\u{66c}' | '\u{202f}' | '\u{a0}' | '\u{2009}'
                if thousands_follow(self.text, part, after) =>
            {
                part.n_digits = Some(0);
                Step::On(after)
            }
            // Hebrew acronyms are often typed with a straight quote for gershayim.
            '"' if part.after_hebrew && char_at(self.text, after).is_some_and(is_hebrew) => {
                Step::On(after)
            }
            _ => Step::Stop,
        }
    }

    /// Decides whether a period that ends at `after` belongs to an acronym: letters in ones or twos,
    /// each group closed by a period; the last period may be missing after single letters.
    fn acronym(&self, part: &mut Part, after: usize) -> Step {
        let (Some(n_letters @ 1..=2), false) = (part.n_letters, part.full) else {
            return Step::Stop;
        };
        let (n_following, closed) = letters_before_period(self.text, after);
        let goes_on = match (part.n_periods, n_letters, n_following) {
            (_, _, 0) => {
                if part.n_periods > 0 {
                    part.end = after;
                    part.n_letters = Some(0);
                    return Step::On(after);
                }
                false
            }
            (0, 2, 1) => closed,
            (0, 2, _) => false,
            (_, _, 1) => true,
            (_, _, 2) => closed,
            _ => false,
        };
        if !goes_on {
            return Step::Stop;
        }
        part.n_periods = part.n_periods.saturating_add(1);
        part.n_letters = Some(0);
        Step::On(after)
    }
}

/// Tells whether a word goes on at `at`.
fn continues(text: &str, at: usize) -> bool {
    matches!(class_at(text, at), Class::Letter | Class::Mark)
}

/// Counts the letters (not digits) at `at`, up to three, and tells whether a period follows them.
fn letters_before_period(text: &str, at: usize) -> (u32, bool) {
    let mut n_letters = 0;
    for c in text.get(at..).unwrap_or_default().chars() {
        if n_letters == 3 || class(c) != Class::Letter || is_digit(c) {
            return (n_letters, c == '.');
        }
        n_letters += 1;
    }
    (n_letters, false)
}

/// Tells whether exactly three digits follow at `at` and the part so far is one to three digits, or
/// groups of digits.
fn thousands_follow(text: &str, part: &Part, at: usize) -> bool {
    if !matches!(part.n_digits, Some(1..=3)) {
        return false;
    }
    let mut following = text.get(at..).unwrap_or_default().chars();
    let three = (0..3).all(|_| following.next().is_some_and(is_digit));
    three && !following.next().is_some_and(is_digit)
}

/// Tells whether `term` is what French (or Italian) leaves before an apostrophe.
fn is_elided(term: &str) -> bool {
    matches!(term, "l" | "d" | "j" | "m" | "t" | "s" | "n" | "c" | "qu")
}
