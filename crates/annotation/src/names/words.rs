//! The words of a block as the finder sees them: capitals, gaps, classes.

use super::lexicon::{Lexicon, class, hash_word, join_hash};
use analysis::lowercase;

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Begins with a small letter or has no case.
    Lower,
    /// Begins with a capital, or with an article and a capital: `Homs`, `al-Assad`.
    Capital,
    /// Two capitals or more and nothing else: `NATO`, `U.S.`.
    Upper,
    /// One capital letter: `J`.
    Initial,
    /// Begins with a digit.
    Number,
}

/// What stands between a word and the one before it, as bits; white space alone is 0.
pub(super) mod gap {
    /// The word is the first of its block.
    pub(crate) const BLOCK: u16 = 1;
    /// A full stop.
    pub(crate) const DOT: u16 = 2;
    /// Something else that ends or opens a sentence: `!`, `?`, `:`, `;`, a bar between cells.
    pub(crate) const STOP: u16 = 4;
    /// A comma.
    pub(crate) const COMMA: u16 = 8;
    /// An opening bracket.
    pub(crate) const OPEN: u16 = 16;
    /// A closing bracket.
    pub(crate) const CLOSE: u16 = 32;
    /// A quotation mark.
    pub(crate) const QUOTE: u16 = 64;
    /// A dash, a slash or anything else.
    pub(crate) const OTHER: u16 = 128;
    /// An ampersand.
    pub(crate) const AMPERSAND: u16 = 256;
    /// A hyphen between a name and a small letter: `Iran-aligned`.
    pub(crate) const HYPHEN: u16 = 512;
}

/// A word with what the finder asks of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// First byte in the document's text.
    pub start: u32,
    /// One past the last byte; a possessive ending is left out.
    pub end: u32,
    /// How it is written.
    pub shape: Shape,
    /// What stands before it.
    pub gap: u16,
    /// Whether `'s` follows.
    pub is_possessive: bool,
    /// [`hash_word`] of it.
    pub hash: u64,
    /// Its classes in the lexicon.
    pub class: u64,
}

impl Word {
    /// Tells whether it begins like a name.
    pub(super) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Initial)
    }

    /// Tells whether it has one of these classes.
    pub(super) fn is(&self, classes: u64) -> bool {
        self.class & classes != 0
    }

    /// Tells whether it stands where a sentence, a cell or a quotation begins, so that its capital says
    /// nothing.
    pub(super) fn opens(&self) -> bool {
        self.gap & (gap::BLOCK | gap::DOT | gap::STOP | gap::QUOTE) != 0
    }
}

/// Articles that are joined to a name with a hyphen.
const ARTICLES: [&str; 20] = [
    "al", "el", "as", "ash", "ar", "an", "ad", "at", "az", "adh", "ath", "ul", "es", "er", "ed",
    "en", "et", "ez", "ech", "esh",
];

/// Tells whether `word` is an Arabic article in Latin letters, whatever its case.
pub(super) fn is_article(word: &str) -> bool {
    word.len() <= 3
        && ARTICLES
            .iter()
            .any(|article| article.eq_ignore_ascii_case(word))
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′')
}

/// A letter that belongs to a name although it is a mark: ʿayn and hamza.
fn is_letter(c: char) -> bool {
    c.is_alphabetic()
        || matches!(c, 'ʿ' | 'ʾ' | '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{640}')
}

pub(super) fn is_capital(c: char) -> bool {
    c.is_ascii_uppercase() || (!c.is_ascii() && lowercase(c) != c)
}

/// Appends the words of the block `start..end` of `text` to `words`, which is cleared first.
pub(super) fn words_of(
    text: &str,
    start: usize,
    end: usize,
    lexicon: &Lexicon,
    words: &mut Vec<Word>,
) {
    words.clear();
    let block = text.get(start..end).unwrap_or_default();
    let mut gap = gap::BLOCK;
    let mut at = 0;
    while let Some(c) = block.get(at..).and_then(|rest| rest.chars().next()) {
        if !(is_letter(c) || c.is_numeric()) {
            gap |= gap_bit(c, block, at);
            at += c.len_utf8();
            continue;
        }
        let stop = word_end(block, at);
        let raw = block.get(at..stop).unwrap_or_default();
        let (word, possessive) = split_possessive(raw);
        push(words, word, start + at, gap, lexicon);
        // Part of a file's name: "2026_02_05_Hama.jpg".
        let is_glued = block.as_bytes().get(stop) == Some(&b'_')
            || at > 0 && block.as_bytes().get(at - 1) == Some(&b'_');
        if let Some(last) = words.last_mut().filter(|_| is_glued) {
            last.shape = Shape::Lower;
            last.class = 0;
        }
        if let Some(last) = words.last_mut() {
            last.is_possessive = possessive;
        }
        gap = 0;
        at = stop;
    }
    mark_plural_possessives(text, words);
}

fn gap_bit(c: char, block: &str, at: usize) -> u16 {
    match c {
        '.' => gap::DOT,
        '!' | '?' | '…' | ':' | ';' | '|' | '•' | '؟' | '。' => gap::STOP,
        ',' | '،' => gap::COMMA,
        '(' | '[' => gap::OPEN,
        ')' | ']' => gap::CLOSE,
        '“' | '”' | '"' | '«' | '»' | '„' => gap::QUOTE,
        '&' => gap::AMPERSAND,
        _ if is_apostrophe(c) => {
            // A quotation in single marks, or the mark of an ayn before its letter.
            let next = block
                .get(at + c.len_utf8()..)
                .and_then(|rest| rest.chars().next());
            if next.is_some_and(is_letter) {
                gap::QUOTE
            } else {
                0
            }
        }
        _ if c.is_whitespace() => 0,
        _ => gap::OTHER,
    }
}

/// Returns where the word that begins at `at` ends: letters and digits, with apostrophes, hyphens and the
/// full stops of abbreviations between them.
fn word_end(block: &str, at: usize) -> usize {
    let mut end = at;
    let mut chars = block.get(at..).unwrap_or_default().chars().peekable();
    let mut n_letters = 0;
    let mut previous = ' ';
    let mut dotted = false;
    while let Some(c) = chars.next() {
        if is_letter(c) || c.is_numeric() {
            n_letters += 1;
        } else {
            let next = chars.peek().copied().unwrap_or(' ');
            let joins = next.is_alphabetic()
                && (is_apostrophe(c)
                    || (matches!(c, '-' | '\u{2010}' | '\u{2011}')
                        && keeps_hyphen(
                            block.get(end + c.len_utf8()..).unwrap_or_default(),
                            block.get(at..end).unwrap_or_default(),
                            next,
                        ))
                    || (c == '-' && is_apostrophe(next)));
            let abbreviates = c == '.' && n_letters == 1 && is_capital(previous);
            let goes_on = abbreviates && is_capital(next) && {
                let mut ahead = chars.clone();
                ahead.next();
                !ahead.next().is_some_and(is_letter)
            };
            if goes_on {
                dotted = true;
            } else if abbreviates && dotted {
                return end + 1;
            } else if !joins {
                break;
            }
            n_letters = 0;
        }
        previous = c;
        end += c.len_utf8();
    }
    end
}

/// Tells whether a hyphen after `before` with `next` behind it is part of a name or a word. `Iran-aligned`
/// is cut after the name; `al-Assad`, `Jean-Pierre` and `co-founder` are not.
fn keeps_hyphen(rest: &str, before: &str, next: char) -> bool {
    if is_capital(next) || !before.chars().next().is_some_and(is_capital) || is_article(before) {
        return true;
    }
    // "Jae-myung" and "Croix-des-Bouquets", but "Tehran-backed" and "Assad-era".
    let length = rest
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(rest.len());
    let part = rest.get(..length).unwrap_or_default();
    const WORDS: &str = "led run born held made era wide style like only owned area bound free regime type war pro aged day \
        based";
    length <= 6
        && !part.ends_with("ed")
        && !part.ends_with("ing")
        && !WORDS.split(' ').any(|word| word == part)
}

fn split_possessive(word: &str) -> (&str, bool) {
    for ending in ["’s", "'s", "‘s", "ʼs", "’S", "'S"] {
        if let Some(stem) = word.strip_suffix(ending) {
            return (stem, true);
        }
    }
    (word, false)
}

/// A plural before an apostrophe owns something: "the Assads' house".
fn mark_plural_possessives(text: &str, words: &mut [Word]) {
    for word in words {
        if text.as_bytes().get(word.end as usize - 1) == Some(&b's') {
            let next = text
                .get(word.end as usize..)
                .and_then(|rest| rest.chars().next());
            word.is_possessive |= next.is_some_and(is_apostrophe);
        }
    }
}

fn push(words: &mut Vec<Word>, word: &str, start: usize, mut gap: u16, lexicon: &Lexicon) {
    if gap == gap::OTHER
        && words
            .last()
            .is_some_and(|last| last.end as usize + 1 == start)
    {
        gap = gap::HYPHEN;
    }
    let hash = hash_word(word.trim_end_matches('.'));
    let shape = shape(word);
    let mut class = lexicon.class(hash);
    if class == 0 && shape == Shape::Capital {
        class = class_of_parts(word, lexicon);
    }
    if class == 0 && shape == Shape::Lower && ends_as_calling(word) {
        class = class::ROLE;
    }
    if class & class::NEEDS_CAPITALS != 0 && shape == Shape::Lower {
        class &= !(class::PLACE | class::NEEDS_CAPITALS);
    }
    words.push(Word {
        start: start as u32,
        end: (start + word.len()) as u32,
        shape,
        gap,
        is_possessive: false,
        hash,
        class,
    });
}

/// Compounds of peoples are one (`Russian-Iranian`); compounds of given names too.
/// Tells whether a word in small letters ends as those who have a calling are called: "psychologist", "beekeeper".
fn ends_as_calling(word: &str) -> bool {
    const ENDINGS: &str = "ologist ician iatrist grapher keeper wright monger therapist";
    word.len() > 7 && ENDINGS.split(' ').any(|ending| word.ends_with(ending))
}

fn class_of_parts(word: &str, lexicon: &Lexicon) -> u64 {
    let Some((first, rest)) = word.split_once('-') else {
        return 0;
    };
    let (first, rest) = (
        lexicon.class(hash_word(first)),
        lexicon.class(hash_word(rest)),
    );
    if rest & class::PEOPLE != 0 {
        class::PEOPLE
    } else {
        first & rest & class::GIVEN
    }
}

fn shape(word: &str) -> Shape {
    let mut chars = word.chars().filter(|&c| is_letter(c) || c.is_numeric());
    let Some(first) = chars.next() else {
        return Shape::Lower;
    };
    if first.is_numeric() {
        return Shape::Number;
    }
    if !is_capital(first) {
        let named =
            word.split_once(['-', '\u{2010}', '\u{2011}'])
                .is_some_and(|(article, rest)| {
                    is_article(article)
                        && rest
                            .chars()
                            .find(|&c| is_letter(c) && !matches!(c, 'ʿ' | 'ʾ'))
                            .is_some_and(is_capital)
                });
        return if named { Shape::Capital } else { Shape::Lower };
    }
    let mut n_capitals = 1;
    for c in chars {
        if !is_capital(c) {
            return Shape::Capital;
        }
        n_capitals += 1;
    }
    if n_capitals == 1 {
        Shape::Initial
    } else {
        Shape::Upper
    }
}

/// Returns the hash of a whole name: its words without a leading "the" joined.
pub(super) fn name_hash(words: &[Word]) -> u64 {
    let mut words = words.iter();
    let first = words.next().map_or(0, |word| word.hash);
    words.fold(first, |hash, word| join_hash(hash, word.hash))
}
