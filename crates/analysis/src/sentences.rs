//! Where sentences end.

use crate::characters::char_at;
use corpus::ByteSpan;

/// Returns the sentences of one block of text, in order.
///
/// The spans are sorted, do not overlap, start and end at something visible, and cover everything but
/// white space between them. A line break is white space like any other. Empty for blank text.
///
/// A sentence ends after `. ! ? …` and their relatives, with closing quotes and brackets, where white
/// space and then a capital, a digit, an opening quote or a letter without case follow. It does not end
/// after a title, an abbreviation before a number, an initial, inside a number or an acronym, or before
/// a small letter; after `U.S.`, `p.m.` and the like only where the next word is one that begins
/// sentences. Chinese and Japanese stops need no space.
///
/// Cost: linear in the length of the text.
///
/// # Example
///
/// ```
/// let text = "Gen. Suleiman left at 5 p.m. on Saturday. “Where?” he asked.";
/// let found = analysis::sentences(text);
/// assert_eq!(found.len(), 2);
/// assert_eq!(found[1].of(text), "“Where?” he asked.");
/// ```
#[must_use]
pub fn sentences(text: &str) -> Vec<ByteSpan> {
    let mut found = Vec::new();
    let mut start = skip_space(text, 0);
    let mut at = start;
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii() && !matches!(byte, b'.' | b'!' | b'?') {
            at += 1;
            continue;
        }
        let Some(c) = char_at(text, at) else { break };
        if !is_terminator(c) {
            at += c.len_utf8();
            continue;
        }
        let stop = at;
        at = skip(text, at, is_terminator);
        let single_period = c == '.' && at == stop + 1;
        let end = skip(text, at, is_closing);
        let next = skip_space(text, end);
        let spaced = next > end || is_unspaced_terminator(c);
        if spaced && next < text.len() && ends_sentence(text, start, stop, single_period, next) {
            found.push(span(start, end));
            start = next;
        }
        at = if spaced { next } else { end };
    }
    let end = text.trim_end().len();
    if start < end {
        found.push(span(start, end));
    }
    found
}

/// Decides about the terminator at `stop` of the sentence from `start`, with more text at `next`.
fn ends_sentence(text: &str, start: usize, stop: usize, single_period: bool, next: usize) -> bool {
    let first = skip(text, next, is_opening);
    let Some(c) = char_at(text, first) else {
        return true;
    };
    if c.is_lowercase() {
        return false;
    }
    if !single_period {
        return true;
    }
    let word = last_word(text, start, stop);
    // "1." and "b)" at the beginning number what follows.
    let is_label =
        word.len() == stop - start && (word.len() <= 2 || word.bytes().all(|b| b.is_ascii_digit()));
    if is_label {
        return false;
    }
    match abbreviation(word) {
        Abbreviation::None => true,
        Abbreviation::Never => false,
        Abbreviation::BeforeNumber => !c.is_numeric(),
        Abbreviation::BeforeOpener => begins_sentences(word_at(text, first)),
    }
}

/// What a period after a word means.
enum Abbreviation {
    /// The word is no abbreviation.
    None,
    /// The period never ends a sentence.
    Never,
    /// It does not where a number follows.
    BeforeNumber,
    /// It does only before a word that begins sentences.
    BeforeOpener,
}

fn abbreviation(word: &str) -> Abbreviation {
    let mut chars = word.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        // "J. R. Smith", but "you and I. Then".
        return if only.is_uppercase() && only != 'I' {
            Abbreviation::Never
        } else {
            Abbreviation::None
        };
    }
    if matches!(word, "e.g" | "i.e" | "E.g" | "I.e") {
        return Abbreviation::Never;
    }
    if word.contains('.') {
        let all_short = word
            .split('.')
            .all(|part| (1..=2).contains(&part.chars().count()));
        let lettered = word.chars().all(|c| c == '.' || c.is_alphabetic());
        return if all_short && lettered {
            Abbreviation::BeforeOpener
        } else {
            Abbreviation::None
        };
    }
    match word {
        "Mr" | "Mrs" | "Ms" | "Dr" | "Prof" | "Gen" | "Col" | "Lt" | "Maj" | "Capt" | "Sgt"
        | "Brig" | "Adm" | "Cmdr" | "Cpl" | "Hon" | "Rev" | "Fr" | "St" | "Ste" | "Sen" | "Rep"
        | "Gov" | "Pres" | "Messrs" | "Mme" | "Mlle" | "MM" | "Mmes" | "Sheikh" | "vs" | "cf"
        | "ca" | "viz" | "approx" | "Amb" | "Supt" | "Insp" | "Mt" | "Ft" | "bzw" | "Sr.a"
        | "Sra" | "eg" | "ie" => Abbreviation::Never,
        "No" | "no" | "Nos" | "nos" | "Nr" | "p" | "pp" | "vol" | "Vol" | "vols" | "fig"
        | "Fig" | "art" | "Art" | "ch" | "Ch" | "sec" | "Sec" | "Jan" | "Feb" | "Mar" | "Apr"
        | "Jun" | "Jul" | "Aug" | "Sep" | "Sept" | "Oct" | "Nov" | "Dec" | "janv" | "févr"
        | "avr" | "juil" | "déc" => Abbreviation::BeforeNumber,
        "Jr" | "Sr" | "Inc" | "Ltd" | "Co" | "Corp" | "Bros" | "al" | "ed" | "eds" | "Ph"
        | "pm" | "am" => Abbreviation::BeforeOpener,
        _ => Abbreviation::None,
    }
}

/// Tells whether `word`, capitalised, is one that begins sentences far more often than it is a name.
fn begins_sentences(word: &str) -> bool {
    matches!(
        word,
        "A" | "After"
            | "All"
            | "Although"
            | "An"
            | "And"
            | "As"
            | "At"
            | "Before"
            | "Both"
            | "But"
            | "By"
            | "During"
            | "Even"
            | "For"
            | "From"
            | "He"
            | "Her"
            | "His"
            | "How"
            | "However"
            | "I"
            | "If"
            | "In"
            | "Instead"
            | "It"
            | "Its"
            | "Later"
            | "Many"
            | "Meanwhile"
            | "More"
            | "Most"
            | "No"
            | "Not"
            | "Now"
            | "On"
            | "One"
            | "Only"
            | "Or"
            | "Our"
            | "She"
            | "Since"
            | "So"
            | "Some"
            | "Still"
            | "Such"
            | "That"
            | "The"
            | "Their"
            | "Then"
            | "There"
            | "These"
            | "They"
            | "This"
            | "Those"
            | "Though"
            | "Thus"
            | "To"
            | "Under"
            | "Until"
            | "We"
            | "What"
            | "When"
            | "Where"
            | "While"
            | "Who"
            | "Why"
            | "With"
            | "Yet"
            | "You"
    )
}

/// Returns the letters, digits and inner periods that end at `stop`, at most 12 characters back.
fn last_word(text: &str, start: usize, stop: usize) -> &str {
    let before = text.get(start..stop).unwrap_or_default();
    let length: usize = before
        .chars()
        .rev()
        .take(12)
        .take_while(|&c| c == '.' || c.is_alphanumeric())
        .map(char::len_utf8)
        .sum();
    before.get(before.len() - length..).unwrap_or_default()
}

/// Returns the letters at `at`, at most the first twelve.
fn word_at(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let length: usize = rest
        .chars()
        .take(12)
        .take_while(|c| c.is_alphabetic())
        .map(char::len_utf8)
        .sum();
    rest.get(..length).unwrap_or_default()
}

fn is_terminator(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '؟' | '۔' | '।' | '‼' | '⁇' | '⁈' | '⁉'
    ) || is_unspaced_terminator(c)
}

fn is_unspaced_terminator(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡')
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}' | '」' | '』' | '）' | '*' | '_'
    )
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '‘'
            | '„'
            | '‚'
            | '«'
            | '‹'
            | '('
            | '['
            | '{'
            | '「'
            | '『'
            | '（'
            | '¿'
            | '¡'
            | '*'
            | '_'
            | '—'
            | '–'
            | '-'
    ) || c.is_whitespace()
}

fn skip_space(text: &str, at: usize) -> usize {
    skip(text, at, char::is_whitespace)
}

/// Returns the first byte at or after `at` whose character fails `test`.
fn skip(text: &str, at: usize, test: impl Fn(char) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    text.len() - rest.trim_start_matches(test).len()
}

fn span(start: usize, end: usize) -> ByteSpan {
    ByteSpan::new(
        u32::try_from(start).unwrap_or(u32::MAX),
        u32::try_from(end).unwrap_or(u32::MAX),
    )
}
