//! A block of text to tokens: words by what they can do in an expression of time, numbers, marks.

use super::lexicon::{self, Word};
use analysis::Language;

/// What stands at one place of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word(Word),
    /// Digits: the value (saturating) and how many of them.
    Number(u32, u8),
    /// `8th`.
    Ordinal(u8),
    /// `1980s`, or `60` for `60s`.
    Decade(u16),
    /// Numbers that are no dates by their form: `2,000`, `3.5`, `T34`, `2026_02`.
    Opaque,
    /// One other character.
    Mark(char),
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Bytes of the block's text.
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) kind: Kind,
    /// No white space before it.
    pub(super) is_glued: bool,
    pub(super) is_capital: bool,
    /// Inside quotation marks.
    pub(super) is_quoted: bool,
    /// Begins with a letter of the Arabic script.
    pub(super) is_arabic: bool,
}

/// Cuts a block. Cost: linear in its length.
pub(super) fn scan(text: &str, language: Language) -> Vec<Token> {
    let mut scanner = Scanner {
        text,
        at: 0,
        language,
        tokens: Vec::new(),
        depth: 0,
        is_straight: false,
        folded: String::new(),
    };
    while scanner.at < text.len() {
        scanner.step();
    }
    scanner.tokens
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    language: Language,
    tokens: Vec<Token>,
    depth: u8,
    is_straight: bool,
    folded: String,
}

impl Scanner<'_> {
    fn step(&mut self) {
        let Some(c) = self.char_at(self.at) else {
            self.at = self.text.len();
            return;
        };
        let start = self.at;
        if c.is_whitespace() {
            self.at += c.len_utf8();
        } else if digit(c).is_some() {
            self.number(start);
        } else if c.is_alphabetic() {
            self.word(start, c);
        } else {
            self.mark(start, c);
        }
    }

    fn mark(&mut self, start: usize, c: char) {
        self.at += c.len_utf8();
        match c {
            '“' | '«' | '„' => self.depth = self.depth.saturating_add(1),
            '”' | '»' => self.depth = self.depth.saturating_sub(1),
            '"' => self.is_straight = self.opens(start),
            _ => {}
        }
        let c = match c {
            '\u{2010}' | '\u{2011}' => '-',
            '’' | '‘' | 'ʼ' => '\'',
            other => other,
        };
        self.push(start, Kind::Mark(c), false);
    }

    /// Whether the straight quotation mark at `start` opens a quotation: by the space around it, and
    /// where that says nothing, by turns.
    fn opens(&self, start: usize) -> bool {
        let before = self
            .text
            .get(..start)
            .and_then(|text| text.chars().next_back());
        let is_blank = |c: Option<char>| {
            c.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–'))
        };
        let (left, right) = (is_blank(before), is_blank(self.char_at(self.at)));
        if left == right {
            !self.is_straight
        } else {
            left
        }
    }

    fn word(&mut self, start: usize, first: char) {
        self.skip_while(|c| c.is_alphabetic());
        let next = self.char_at(self.at);
        // An address: nothing in it is a word.
        if next == Some(':')
            && self
                .text
                .get(self.at..)
                .is_some_and(|rest| rest.starts_with("://"))
        {
            self.skip_while(|c| !c.is_whitespace());
            return self.push(start, Kind::Opaque, false);
        }
        if next == Some('_') || next.is_some_and(|c| digit(c).is_some()) {
            self.skip_while(|c| c.is_alphanumeric() || c == '_');
            return self.push(start, Kind::Opaque, false);
        }
        if matches!(first, 'a' | 'p' | 'A' | 'P') && self.half_day(start) {
            return;
        }
        if self.at - start == 1 && matches!(first, 'o' | 'O') && self.is_o_clock() {
            return self.push(start, Kind::Word(Word::OClock), false);
        }
        let is_capital = first.is_uppercase();
        let word = self.classify(start, is_capital);
        self.push(start, word, is_capital);
    }

    /// Takes `a.m.` and `p.m.` after their first letter.
    fn half_day(&mut self, start: usize) -> bool {
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let is_after_noon = matches!(rest, [b'p' | b'P', ..]);
        let length = match rest {
            [_, b'.', b'm' | b'M', b'.', ..] => 4,
            [_, b'.', b'm' | b'M', ..] => 3,
            [_, b'm' | b'M', ..] if self.at - start == 2 => 2,
            _ => return false,
        };
        let end = start + length;
        let is_number = matches!(
            self.tokens.last(),
            Some(Token {
                kind: Kind::Number(..) | Kind::Word(Word::Number(_) | Word::OClock),
                ..
            })
        );
        if !is_number || self.char_at(end).is_some_and(char::is_alphanumeric) {
            return false;
        }
        self.at = end;
        self.push(start, Kind::Word(Word::HalfDay(is_after_noon)), false);
        true
    }

    fn is_o_clock(&mut self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let rest = rest.strip_prefix(['’', '\'', '‘']).unwrap_or("");
        let is_clock = rest
            .get(..5)
            .is_some_and(|word| word.eq_ignore_ascii_case("clock"));
        if is_clock {
            self.at = self.text.len() - rest.len() + 5;
        }
        is_clock
    }

    fn classify(&mut self, start: usize, is_capital: bool) -> Kind {
        let word = self.text.get(start..self.at).unwrap_or_default();
        let other = if is_capital { Word::Name } else { Word::Other };
        let found = if word.is_ascii() && self.language != Language::French {
            let mut buffer = [0; 14];
            let Some(lower) = buffer.get_mut(..word.len()) else {
                return Kind::Word(other);
            };
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            let lower = std::str::from_utf8(lower).unwrap_or_default();
            if let Some(decade) = lower
                .ends_with("ties")
                .then(|| lexicon::decade_word(lower))
                .flatten()
            {
                return Kind::Decade(decade.into());
            }
            lexicon::english(lower)
        } else if self.language == Language::French {
            self.folded.clear();
            self.folded.push_str(&analysis::fold(word));
            lexicon::french(&self.folded)
        } else if word.len() <= 40 {
            // Vowel signs are no part of a word's spelling.
            self.folded.clear();
            self.folded
                .extend(word.chars().filter(|c| !matches!(c, '\u{64B}'..='\u{652}')));
            lexicon::arabic(&self.folded)
        } else {
            Word::Other
        };
        let is_plain = match found {
            Word::Other => true,
            // "the new year", "boxing": only names of days are written with capitals.
            Word::Feast(_) => !is_capital,
            _ => false,
        };
        Kind::Word(if is_plain { other } else { found })
    }

    fn number(&mut self, start: usize) {
        let (mut value, mut n_digits) = self.digits();
        let mut is_opaque = false;
        // Groups of three, and decimals.
        while let Some(separator @ (',' | '.' | '٬' | '٫')) = self.char_at(self.at) {
            let after = self.at + separator.len_utf8();
            let mark = self.at;
            if self.char_at(after).is_none_or(|c| digit(c).is_none()) {
                break;
            }
            self.at = after;
            let (next, n_next) = self.digits();
            let is_group = n_next == 3 && n_digits <= 3;
            // `8.12.2024` is a date and `9.30` may be a time: their parts stay apart.
            if separator == '.'
                && n_next != 3
                && !is_opaque
                && (n_digits <= 2 && matches!(n_next, 2 | 4)
                    || n_next == 1 && self.char_at(self.at) == Some('.'))
            {
                self.at = mark;
                break;
            }
            if separator == ',' && !is_group && !is_opaque {
                self.at = mark;
                break;
            }
            is_opaque = true;
            (value, n_digits) = (next, n_next);
        }
        if is_opaque {
            return self.push(start, Kind::Opaque, false);
        }
        let end = self.at;
        let suffix_start = self.at;
        self.skip_while(|c| c.is_alphabetic() || c == '_');
        let suffix = self.text.get(suffix_start..self.at).unwrap_or_default();
        let is_followed = self.char_at(self.at).is_some_and(|c| digit(c).is_some());
        let is_ordinal = matches!(
            suffix,
            "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH" | "er" | "e"
        );
        let kind = match suffix {
            _ if is_followed => None,
            "" => Some(Kind::Number(value, n_digits)),
            _ if is_ordinal && (1..=31).contains(&value) => Some(Kind::Ordinal(value as u8)),
            "s" if n_digits == 4 && value % 10 == 0 => Some(Kind::Decade(value as u16)),
            "s" if n_digits == 2 && value % 10 == 0 && value >= 20 => {
                Some(Kind::Decade(value as u16))
            }
            "a" | "p" if self.char_at(self.at) != Some('.') => None,
            "am" | "pm" | "AM" | "PM" | "a" | "p" | "h" => {
                // The letters are a word of their own.
                self.at = end;
                Some(Kind::Number(value, n_digits))
            }
            _ => None,
        };
        if kind.is_none() {
            self.skip_while(|c| c.is_alphanumeric() || c == '_');
        }
        self.push(start, kind.unwrap_or(Kind::Opaque), false);
    }

    fn digits(&mut self) -> (u32, u8) {
        let (mut value, mut n_digits) = (0_u32, 0_u8);
        while let Some(c) = self.char_at(self.at) {
            let Some(digit) = digit(c) else { break };
            value = value.saturating_mul(10).saturating_add(digit);
            n_digits = n_digits.saturating_add(1);
            self.at += c.len_utf8();
        }
        (value, n_digits)
    }

    fn skip_while(&mut self, test: fn(char) -> bool) {
        while let Some(c) = self.char_at(self.at) {
            if !test(c) {
                break;
            }
            self.at += c.len_utf8();
        }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(at)?;
        if byte.is_ascii() {
            return Some(byte.into());
        }
        self.text.get(at..)?.chars().next()
    }

    fn push(&mut self, start: usize, kind: Kind, is_capital: bool) {
        let is_glued = self
            .tokens
            .last()
            .is_some_and(|token| token.end as usize == start);
        self.tokens.push(Token {
            start: start as u32,
            end: self.at as u32,
            kind,
            is_glued,
            is_capital,
            is_quoted: self.depth > 0 || self.is_straight,
            is_arabic: matches!(self.char_at(start), Some('\u{620}'..='\u{6FF}')),
        });
    }
}

/// European and Arabic-Indic digits.
fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '\u{660}'..='\u{669}' => Some(c as u32 - 0x660),
        '\u{6F0}'..='\u{6F9}' => Some(c as u32 - 0x6F0),
        _ => None,
    }
}
