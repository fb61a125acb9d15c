//! Where sentences end.

use crate::case::{is_lowercase, is_uppercase};
use crate::characters::{char_at, is_digit};
use corpus::ByteSpan;

/// Returns the sentences of one block of text, in order.
///
/// The spans are sorted, do not overlap, start and end at something visible, and cover everything but
/// white space between them. A line break is white space like any other. Empty for blank text.
///
/// A sentence ends after `. ! ? …` and their relatives, with closing quotes and brackets, where white
/// space and then a capital, a digit, an opening quote or a letter without case follow. It does not end
/// after a title, an abbreviation before a number, an initial, inside a number or an acronym, at an
/// ellipsis inside a quotation, or before a small letter; after `U.S.` and the like only where the
/// next word is one that begins sentences. Chinese and Japanese stops need no space.
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
    if is_lowercase(c) {
        return false;
    }
    if !single_period {
        return !(trails_off(text, stop) && is_in_quotation(text, start, stop));
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
        Abbreviation::BeforeNumber => !is_digit(c),
        Abbreviation::BeforeOpener => is_listed(word_at(text, first), OPENERS),
        Abbreviation::Clock => !is_of_a_time(text, first),
    }
}

/// Tells whether what follows "5 p.m." belongs to the time: a day, a month, a time zone, "Damascus time".
fn is_of_a_time(text: &str, at: usize) -> bool {
    let word = word_at(text, at);
    let next = word_at(text, skip_space(text, at + word.len()));
    let is_zone = (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    is_zone || next.eq_ignore_ascii_case("time") || is_listed(word, TIMED)
}

/// Tells whether the terminators at `stop` are an ellipsis.
fn trails_off(text: &str, stop: usize) -> bool {
    let rest = text.get(stop..).unwrap_or_default();
    rest.starts_with('…') || rest.starts_with("...")
}

/// So far back the mark is looked for that opens a quotation; it bounds the work for each ellipsis.
const QUOTATION_REACH: usize = 300;

/// Tells whether a quotation that the sentence from `start` opened is still open at `stop`.
fn is_in_quotation(text: &str, start: usize, stop: usize) -> bool {
    let from = start.max(stop.saturating_sub(QUOTATION_REACH));
    // From the end back to the nearest mark; it opens or closes.
    let mut at = stop;
    while at > from {
        at -= 1;
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some('“' | '«' | '„') => return true,
            Some('”' | '»') => return false,
            _ => {}
        }
    }
    false
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
    /// It does not before what belongs to the time.
    Clock,
}

fn abbreviation(word: &str) -> Abbreviation {
    let mut chars = word.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        // "J. R. Smith", but "you and I. Then".
        return if is_uppercase(only) && only != 'I' {
            Abbreviation::Never
        } else {
            Abbreviation::None
        };
    }
    if matches!(word, "e.g" | "i.e" | "E.g" | "I.e") {
        return Abbreviation::Never;
    }
    if matches!(word, "a.m" | "p.m" | "am" | "pm" | "A.M" | "P.M") {
        return Abbreviation::Clock;
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
    // No listed word is longer, and most words before a period are.
    if word.len() > "Messrs".len() {
        Abbreviation::None
    } else if is_listed(word, NEVER) {
        Abbreviation::Never
    } else if is_listed(word, BEFORE_NUMBER) {
        Abbreviation::BeforeNumber
    } else if is_listed(word, BEFORE_OPENER) {
        Abbreviation::BeforeOpener
    } else {
        Abbreviation::None
    }
}

// Lists are strings: an array of words would cost wasm eight bytes more for each.

const NEVER: &str = "Mr Mrs Ms Dr Prof Gen Col Lt Maj Capt Sgt Brig Adm Cmdr Cpl Hon Rev Fr St Ste Sen Rep \
    Gov Pres Messrs Mme Mlle MM Mmes vs cf ca viz approx Amb Supt Insp Mt Ft bzw Sra eg ie";

const BEFORE_NUMBER: &str = "No no Nos nos Nr p pp vol Vol vols fig Fig art Art ch Ch sec Sec Jan Feb Mar Apr \
    Jun Jul Aug Sep Sept Oct Nov Dec janv févr avr juil déc";

const BEFORE_OPENER: &str = "Jr Sr Inc Ltd Co Corp Bros al ed eds";

/// Capitalised words that go on after a time of day.
const TIMED: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May \
    June July August September October November December Eastern Central Pacific Mountain Greenwich";

/// Words that, capitalised, begin sentences far more often than they are names.
const OPENERS: &str = "A After All Although An And As At Before Both But By During Even For From He Her His How \
    However I If In Instead It Its Later Many Meanwhile More Most No Not Now On One Only Or Our She Since So \
    Some Still Such That The Their Then There These They This Those Though Thus To Under Until We What When \
    Where While Who Why With Yet You";

fn is_listed(word: &str, list: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
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
fn skip(text: &str, at: usize, test: fn(char) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    text.len() - rest.trim_start_matches(test).len()
}

fn span(start: usize, end: usize) -> ByteSpan {
    ByteSpan::new(
        u32::try_from(start).unwrap_or(u32::MAX),
        u32::try_from(end).unwrap_or(u32::MAX),
    )
}

#[cfg(test)]
mod tests {
    use super::sentences;

    /// Checks the sentences of `text`, written with bars between them.
    fn check(expected: &str) {
        let text = expected.replace('|', " ");
        let found: Vec<&str> = sentences(&text).iter().map(|span| span.of(&text)).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn stops_before_capitals_numbers_and_quotes_end_sentences() {
        check("He left.|She stayed!|Why?|Nobody knows…|Then it rained.");
        check("It fell.|12 men died.|“Go.”|‘No.’|(They went.)|– So it was.");
    }

    #[test]
    fn small_letters_go_on() {
        check("“Why?” he asked.|They would maneuver... we would not.|It is e.g. this.");
    }

    #[test]
    fn an_ellipsis_inside_a_quotation_goes_on() {
        check(
            "“Do not worry... Syria may fall,” he said.|“Well… Nobody came.”|He slept...|Then he woke.",
        );
    }

    #[test]
    fn titles_initials_and_acronyms_go_on() {
        check("Gen. Ali and Mr. J. R. Smith met Dr. Omar of St. Petersburg.|They spoke.");
        check("The U.S. President came at 5 p.m. Monday to Washington D.C. with aides.");
        check("It fell at 3:15 a.m.|Mayor Hale came at 5 p.m. EST, or 11 p.m. Damascus time.");
        check("He lives in the U.S.|The others do not.|It was 6 p.m.|They left.");
        check("You and I.|Then nobody.");
        check("M. Dupont et Mme. Curie sont partis.|Ils reviendront.");
    }

    #[test]
    fn abbreviations_before_numbers_go_on() {
        check("See No. 5 and vol. 3 of Dec. 2024.|He said no.|They left in Dec.|Snow fell.");
    }

    #[test]
    fn decimals_and_labels_go_on() {
        check("It cost 3.5 million.|It fell in 2024.|The rest stayed.");
        check("1. The first item.|More of it.");
    }

    #[test]
    fn scripts_without_case_end_at_every_stop() {
        check("سقط النظام.|هرب الرئيس؟|نعم.");
        check("זה נגמר.|הוא ברח.");
        let text = "他走了。我来了！";
        assert_eq!(
            sentences(text)
                .iter()
                .map(|span| span.of(text))
                .collect::<Vec<_>>(),
            ["他走了。", "我来了！"]
        );
    }

    #[test]
    fn line_breaks_are_white_space_and_blanks_are_nothing() {
        let text = "  One line\nand another. \n";
        assert_eq!(
            sentences(text)
                .iter()
                .map(|span| span.of(text))
                .collect::<Vec<_>>(),
            ["One line\nand another."]
        );
        assert!(sentences(" \n\t").is_empty() && sentences("").is_empty());
    }
}
