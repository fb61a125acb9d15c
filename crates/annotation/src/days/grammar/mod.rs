//! Tokens to expressions of time, before anything is resolved.
//!
//! Every rule looks ahead a bounded number of tokens and nothing is tried twice at one place more often
//! than there are rules: the cost is linear.

mod arabic;
mod clocks;
mod dates;
mod feasts;
mod french;
mod ranges;
mod relative;
mod tense;
mod verbs;
mod weekdays;
mod years;

use super::Rule;
use super::lexicon::{Part, Unit, Word};
use super::scan::{Kind, Token};
use analysis::Language;
pub(super) use tense::{Clause, Tense};

/// The parts of a date that are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Calendar {
    pub(super) year: Option<u16>,
    /// 1 to 12, or a season, 21 to 24.
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    pub(super) weekday: Option<u8>,
    /// "the first Sunday in August" is 1, "the last Friday of March" -1; then a weekday and a month are there.
    pub(super) nth: Option<i8>,
    /// "of that year" is 0, "of the following year" 1: counted from what was named before.
    pub(super) year_of_story: Option<i8>,
    /// "of last year" is -1, "of this year" 0: counted from the document's date.
    pub(super) year_by: Option<i8>,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    /// 0 to 24.
    pub(super) hour: u8,
    pub(super) minute: u8,
    /// Whether morning and evening are told apart.
    pub(super) is_certain: bool,
}

/// What a count of units starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// The day that the narrative has reached.
    Narrative,
    /// The day on which somebody writes or speaks.
    Now,
    /// Something that happened and is named: "after the attack".
    Event,
    /// Something that happened and is told: "after he left".
    Clause,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Date(Calendar),
    /// Three numbers of which the first two may be day and month in either order.
    Numeric {
        first: u8,
        second: u8,
        year: u16,
        is_day_first: bool,
    },
    Decade(u16),
    /// A decade without its century.
    ShortDecade(u8),
    Century(u8),
    Range(Calendar, Calendar),
    /// A day of the week; `by` is -1 for last, 1 for next and 3 for this, seen from the day of writing,
    /// 2 for the following and -2 for the previous one in a story, 4 for some one, 5 for "the Friday" and 6 for
    /// that of the week that the story has reached, 7 and -7 for that of next and of last week.
    Weekday {
        weekday: u8,
        by: i8,
    },
    /// That day, that year.
    Same(Unit),
    /// Later in the day: that of the last day named beside it, whoever spoke on it.
    Within(Unit),
    /// The weekend, the end of the month: the one that the tense says.
    Lone(Unit),
    /// The next day (`by` 1), the previous week (-1).
    Adjacent {
        unit: Unit,
        by: i8,
    },
    /// The previous December, the following spring; 1 to 12 or 21 to 24.
    AdjacentMonth {
        month: u8,
        by: i8,
        is_now: bool,
    },
    /// Today, last week, next year.
    Deictic {
        unit: Unit,
        by: i8,
    },
    /// Two days later; `n` is open for "some days later".
    Offset {
        n: Option<u16>,
        unit: Unit,
        sign: i8,
        base: Base,
    },
    /// A stretch of time without ends.
    Vague,
    /// Nothing but a clock or a part of the day.
    Clock,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Expression {
    /// First token.
    pub(super) first: usize,
    /// One past the last token.
    pub(super) end: usize,
    pub(super) meaning: Meaning,
    pub(super) clock: Option<Clock>,
    /// The second of two times: between 2 and 4 a.m.
    pub(super) clock_end: Option<Clock>,
    pub(super) part: Option<Part>,
    pub(super) is_approximate: bool,
    /// What the verb near it says.
    pub(super) clause: Clause,
    pub(super) rule: Rule,
}

impl Expression {
    /// The verb near it looks ahead: will, is due.
    pub(super) fn is_ahead(&self) -> bool {
        self.clause.tense == Tense::Ahead
    }

    fn new(first: usize, end: usize, meaning: Meaning, rule: Rule) -> Self {
        Self {
            first,
            end,
            meaning,
            clock: None,
            clock_end: None,
            part: None,
            is_approximate: false,
            clause: Clause::default(),
            rule,
        }
    }
}

/// Finds the expressions of a block, in order, without overlaps.
pub(super) fn expressions(text: &str, tokens: &[Token], language: Language) -> Vec<Expression> {
    let grammar = Grammar { text, tokens };
    let mut found = Vec::new();
    let mut at = 0;
    // Whether the sentence has looked ahead in its last few words.
    let mut last_ahead = None;
    while at < tokens.len() {
        match tokens[at].kind {
            Kind::Word(Word::Other | Word::Name | Word::Clause) | Kind::Opaque => {
                at += 1;
                continue;
            }
            Kind::Word(Word::Will | Word::Next) => last_ahead = Some(at),
            Kind::Mark('.' | '!' | '?') => last_ahead = None,
            _ => {}
        }
        let expression = match language {
            Language::French => grammar.french(at),
            Language::Arabic => grammar.arabic(at),
            _ => grammar.english(at).or_else(|| grammar.arabic_month(at)),
        };
        let expression = expression.or_else(|| grammar.hour_in_story(at, &found));
        let Some(mut expression) = expression else {
            at += 1;
            continue;
        };
        if !matches!(language, Language::French | Language::Arabic) {
            expression.clause = grammar.clause(expression.first, expression.end);
        }
        // "closed until 15 December" may lie ahead.
        let is_until = matches!(expression.meaning, Meaning::Date(_))
            && grammar.word_before(expression.first) == Some(Word::Until);
        let is_ahead = last_ahead.is_some_and(|ahead| at - ahead <= 12);
        if is_until || is_ahead && expression.clause.tense == Tense::Unknown {
            expression.clause.tense = Tense::Ahead;
        }
        let is_about = |at: usize| grammar.word(at) == Word::About;
        expression.is_approximate |= expression.first > 0 && is_about(expression.first - 1);
        at = expression.end.max(at + 1);
        found.push(expression);
    }
    found
}

pub(super) struct Grammar<'a> {
    /// The block, where the form of a word tells more than its class.
    text: &'a str,
    tokens: &'a [Token],
}

impl Grammar<'_> {
    /// English, in the order in which rules go before one another.
    fn english(&self, at: usize) -> Option<Expression> {
        self.clock_with_day(at)
            .or_else(|| self.part_of_day(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.range_or_date(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.lone_part(at))
            .map(|found| self.with_clock(found))
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn word(&self, at: usize) -> Word {
        match self.kind(at) {
            Some(Kind::Word(word)) => word,
            _ => Word::Other,
        }
    }

    /// The word before `at`; a mark or the beginning is none.
    fn word_before(&self, at: usize) -> Option<Word> {
        match self.kind(at.checked_sub(1)?)? {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    fn mark(&self, at: usize) -> Option<char> {
        match self.kind(at) {
            Some(Kind::Mark(mark)) => Some(mark),
            _ => None,
        }
    }

    fn mark_before(&self, at: usize) -> Option<char> {
        self.mark(at.checked_sub(1)?)
    }

    fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_glued)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_capital)
    }

    fn skip_word(&self, at: usize, word: Word) -> usize {
        at + usize::from(self.word(at) == word)
    }

    fn skip_mark(&self, at: usize, mark: char) -> usize {
        at + usize::from(self.mark(at) == Some(mark))
    }

    /// Something countable, and not a word that goes on the sentence.
    fn is_counted(&self, at: usize) -> bool {
        matches!(self.word(at), Word::Counted | Word::Units(_))
            || matches!(self.mark(at), Some('%'))
            || self.mark(at) == Some('-')
                && self.is_glued(at)
                && self.is_glued(at + 1)
                && matches!(self.kind(at + 1), Some(Kind::Word(_)))
    }

    /// A number of 1 to 12, or a count in words or digits.
    fn small_number(&self, at: usize) -> Option<u8> {
        match self.kind(at)? {
            Kind::Number(value, 1..=2) => u8::try_from(value).ok(),
            Kind::Word(Word::Number(number)) => Some(number),
            _ => None,
        }
    }
}
