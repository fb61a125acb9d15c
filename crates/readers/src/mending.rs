//! Typical damage of conversions, mended by named steps that are counted and reported.
//!
//! Every step can be switched off. A step mends only what is certain; what it did is one note for a
//! file, with a count and the first place as an example.

use std::collections::BTreeSet;

use corpus::parts::{Report, excerpt};
use unicode_normalization::UnicodeNormalization as _;

use crate::note_markup;

/// The steps; each is on unless it is switched off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mending {
    /// `drop-capitals`: "T hat" at the start of a paragraph becomes "That".
    pub drop_capitals: bool,
    /// `line-ends`: words split by a hyphen at the end of a line are joined.
    pub line_ends: bool,
    /// `ligatures`: "ﬁ" becomes "fi"; shaped Arabic letters and signs of Chinese radicals become plain ones; accents
    /// that a PDF draws apart from their letters are put onto them.
    pub ligatures: bool,
    /// `soft-hyphens`: invisible hyphens and spaces inside words are left out.
    pub soft_hyphens: bool,
    /// `quotes`: UTF-8 that was read as Windows-1252 ("â€™", "Ã©") becomes what it was.
    pub quotes: bool,
    /// `page-headers`: lines that repeat at the top or bottom of pages, and page numbers, are left out.
    pub page_headers: bool,
    /// `markup`: what note programs and site generators add to Markdown ("[[Homs|the town]]", "%%remark%%",
    /// "{{< figure >}}") becomes what their readers see of it.
    pub markup: bool,
}

impl Default for Mending {
    fn default() -> Self {
        Self::all(true)
    }
}

impl Mending {
    /// The names of the steps, as in [`Self::without`].
    pub const STEPS: [&'static str; 7] = [
        "drop-capitals",
        "line-ends",
        "ligatures",
        "soft-hyphens",
        "quotes",
        "page-headers",
        "markup",
    ];

    /// Returns all steps on, or all off.
    #[must_use]
    pub fn all(on: bool) -> Self {
        Self {
            drop_capitals: on,
            line_ends: on,
            ligatures: on,
            soft_hyphens: on,
            quotes: on,
            page_headers: on,
            markup: on,
        }
    }

    /// Switches one step off; false where there is none of this name.
    pub fn switch_off(&mut self, step: &str) -> bool {
        let flag = match step {
            "drop-capitals" => &mut self.drop_capitals,
            "line-ends" => &mut self.line_ends,
            "ligatures" => &mut self.ligatures,
            "soft-hyphens" => &mut self.soft_hyphens,
            "quotes" => &mut self.quotes,
            "page-headers" => &mut self.page_headers,
            "markup" => &mut self.markup,
            _ => return false,
        };
        *flag = false;
        true
    }
}

/// What one step did in a file.
#[derive(Debug, Clone, Default)]
struct Count {
    n: usize,
    first: String,
}

impl Count {
    fn add(&mut self, before: &str, after: &str) {
        if self.n == 0 {
            self.first = format!("\"{}\" is now \"{}\"", excerpt(before), excerpt(after));
        }
        self.n += 1;
    }
}

/// Mends the pieces of one file and counts.
#[derive(Debug, Default)]
pub(crate) struct Mender {
    pub(crate) steps: Mending,
    line_ends: Count,
    ligatures: Count,
    soft_hyphens: Count,
    quotes: Count,
    page_headers: Count,
    markup: Count,
}

impl Mender {
    pub(crate) fn new(steps: Mending) -> Self {
        Self {
            steps,
            ..Self::default()
        }
    }

    /// Writes the marks of note programs and site generators as what their readers see. Lines stay lines.
    pub(crate) fn markup(&mut self, text: String) -> String {
        if !self.steps.markup {
            return text;
        }
        let count = &mut self.markup;
        note_markup::without(&text, &mut |before, after| count.add(before, after))
    }

    /// Mends letters: soft hyphens, ligatures, mis-decoded characters. Lines stay lines.
    pub(crate) fn letters(&mut self, text: &str) -> String {
        let mut text = text.to_owned();
        if self.steps.quotes && text.contains(is_lead) {
            text = self.misdecoded(&text);
        }
        let has_shaped = text.contains(is_shaped);
        let has_soft = text.contains(['\u{AD}', '\u{200B}', '\u{2060}']);
        if !(has_shaped && self.steps.ligatures || has_soft && self.steps.soft_hyphens) {
            return text;
        }
        text.split_inclusive(|c: char| c.is_whitespace())
            .map(|word| self.word(word))
            .collect()
    }

    fn word(&mut self, word: &str) -> String {
        let mut mended = word.to_owned();
        if self.steps.soft_hyphens
            && mended.contains('\u{AD}')
            && !mended.trim_end().ends_with('\u{AD}')
        {
            mended = mended.replace('\u{AD}', "");
            self.soft_hyphens.add(word, &mended);
        }
        if self.steps.soft_hyphens && mended.contains(['\u{200B}', '\u{2060}']) {
            let joined = without_zero_width(&mended);
            if joined != mended {
                self.soft_hyphens.add(word, &joined);
                mended = joined;
            }
        }
        if self.steps.ligatures && mended.contains(is_shaped) {
            let plain: String = mended.chars().flat_map(plain_letters).collect();
            self.ligatures.add(&mended, &plain);
            mended = plain;
        }
        mended
    }

    /// Undoes UTF-8 that was read as Windows-1252.
    fn misdecoded(&mut self, text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let n_three = characters
            .windows(3)
            .filter(|w| decoded(w, 3).is_some())
            .count();
        let n_two = characters
            .windows(2)
            .filter(|w| decoded(w, 2).is_some())
            .count();
        // A single pair may be meant ("MAÇÃ”"); three of them, or one triple, never are.
        if n_three == 0 && n_two < 3 {
            return text.to_owned();
        }
        let mut mended = String::with_capacity(text.len());
        let mut at = 0;
        while at < characters.len() {
            let rest = &characters[at..];
            let found = [4, 3, 2]
                .into_iter()
                .find_map(|length| Some((decoded(rest.get(..length)?, length)?, length)));
            if let Some((character, length)) = found {
                let before: String = rest[..length].iter().collect();
                self.quotes.add(&before, &character.to_string());
                mended.push(character);
                at += length;
            } else if characters[at] == 'Ã' && rest.get(1) == Some(&' ') {
                // "à" ends with a byte that reads as a hard space, which others made a plain one.
                self.quotes.add("Ã", "à");
                mended.push('à');
                at += if rest.get(2) == Some(&' ') { 2 } else { 1 };
            } else {
                mended.push(characters[at]);
                at += 1;
            }
        }
        mended
    }

    /// Joins two parts of a word that was split by a hyphen at the end of a line; `known` are the words
    /// of the document. Returns the word, with its hyphen where that belongs to it.
    pub(crate) fn join(&mut self, first: &str, second: &str, known: &Words) -> Option<String> {
        if !self.steps.line_ends {
            return None;
        }
        let bare = first.trim_end_matches(['-', '\u{2010}', '\u{AD}']);
        let start = bare
            .rsplit(|c: char| !is_word_letter(c))
            .next()
            .unwrap_or("");
        let end_length = second
            .find(|c: char| !is_word_letter(c))
            .unwrap_or(second.len());
        let end = &second[..end_length];
        if start.is_empty() || end.is_empty() || !end.starts_with(char::is_lowercase) {
            return None;
        }
        let is_soft = first.ends_with('\u{AD}');
        let with_hyphen = format!("{start}-{end}").to_lowercase();
        let joined = format!("{start}{end}").to_lowercase();
        let keeps = !is_soft
            && (known.has(&with_hyphen)
                || (!known.has(&joined) && (is_compound(start, end) || bare.contains('-'))));
        let word = match keeps {
            true => format!("{bare}-{end}"),
            false => format!("{bare}{end}"),
        };
        if !keeps {
            self.line_ends.add(&format!("{start}-/{end}"), &joined);
        }
        Some(word)
    }

    /// Joins the words that are split at line ends; the number of lines stays.
    pub(crate) fn line_ends(&mut self, text: &str) -> String {
        let is_split = |line: &str| line.trim_end().ends_with(['-', '\u{2010}', '\u{AD}']);
        if !self.steps.line_ends || !text.lines().any(is_split) {
            return text.to_owned();
        }
        let known = Words::of(text);
        let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        for at in 0..lines.len().saturating_sub(1) {
            let (line, next) = (lines[at].trim_end(), lines[at + 1].trim_start());
            if !is_split(line) {
                continue;
            }
            let word_end = next.find(char::is_whitespace).unwrap_or(next.len());
            let last = line.rsplit(char::is_whitespace).next().unwrap_or("");
            let Some(word) = self.join(last, &next[..word_end], &known) else {
                continue;
            };
            let before = &line[..line.len() - last.len()];
            let tail = next[..word_end].trim_start_matches(is_word_letter);
            let (joined, rest) = (
                format!("{before}{word}{tail}"),
                next[word_end..].trim_start().to_owned(),
            );
            if rest.is_empty() {
                // An empty line would part the paragraph: what is joined moves down instead.
                lines[at + 1] = joined;
                lines[at] = String::new();
                merge_up(&mut lines, at);
            } else {
                lines[at] = joined;
                lines[at + 1] = rest;
            }
        }
        lines.join("\n")
    }

    /// Counts a line that repeats on pages and was left out.
    pub(crate) fn note_page_header(&mut self, line: &str) {
        if self.page_headers.n == 0 {
            self.page_headers.first = format!("the first \"{}\"", excerpt(line));
        }
        self.page_headers.n += 1;
    }

    /// Writes one note for every step that did something.
    pub(crate) fn report(&self, report: &mut Report<'_>) {
        let steps = [
            (
                "line-ends",
                "words split at a line end joined",
                &self.line_ends,
            ),
            ("ligatures", "ligatures written as letters", &self.ligatures),
            ("soft-hyphens", "soft hyphens left out", &self.soft_hyphens),
            ("quotes", "mis-decoded characters restored", &self.quotes),
            (
                "page-headers",
                "repeated page headers, footers and numbers left out",
                &self.page_headers,
            ),
            (
                "markup",
                "marks of notes and site generators read as what they show",
                &self.markup,
            ),
        ];
        for (step, what, count) in steps {
            if count.n > 0 {
                let message = format!("mended ({step}): {} {what}; {}", count.n, count.first);
                report.note(None, message, "");
            }
        }
    }
}

/// Puts the line at `at`, which has become empty, above the lines of its paragraph where possible.
fn merge_up(lines: &mut [String], at: usize) {
    // Swapping keeps the count of lines; an empty line between two paragraphs may be two.
    let mut at = at;
    while at > 0 && !lines[at - 1].trim().is_empty() {
        lines.swap(at - 1, at);
        at -= 1;
    }
}

/// The words of a document in lower case, with inner hyphens.
#[derive(Debug, Default)]
pub(crate) struct Words(BTreeSet<String>);

impl Words {
    pub(crate) fn of(text: &str) -> Self {
        let is_part = |c: char| is_word_letter(c) || c == '-';
        let words = text.split(|c: char| !is_part(c));
        Self(
            words
                .map(|word| word.trim_matches('-').to_lowercase())
                .filter(|word| !word.is_empty())
                .collect(),
        )
    }

    fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

fn is_word_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '’' | '\'')
}

/// Tells whether a hyphen between two parts usually belongs to the word.
fn is_compound(first: &str, second: &str) -> bool {
    const FIRST: &str = " self well non ex all half high low long short post anti semi quasi north south twenty thirty \
        forty fifty sixty seventy eighty ninety multi cross quelques lui elle eux celui celle peut vice demi ";
    // These begin many words without one: proposal, society, present, international.
    const PAIRED: [(&str, &str); 4] = [
        (
            "pro",
            " government democracy regime independence opposition war life choice rebel ",
        ),
        ("so", " called "),
        ("pre", " war election existing dawn "),
        ("inter", " agency ethnic state communal korean "),
    ];
    let is_in = |list: &str, word: &str| list.split_ascii_whitespace().any(|known| known == word);
    let (first, second) = (first.to_lowercase(), second.to_lowercase());
    is_in(FIRST, &first)
        || PAIRED
            .iter()
            .any(|(begin, ends)| *begin == first && is_in(ends, &second))
}

/// Takes invisible spaces out of the inside of words in scripts that part words by spaces; Thai, Khmer and others
/// need them.
fn without_zero_width(word: &str) -> String {
    let is_parted = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && c < '\u{0900}');
    let mut joined = String::with_capacity(word.len());
    let mut rest = word.chars().peekable();
    while let Some(c) = rest.next() {
        let is_inside = is_parted(joined.chars().next_back()) && is_parted(rest.peek().copied());
        if !matches!(c, '\u{200B}' | '\u{2060}') || !is_inside {
            joined.push(c);
        }
    }
    joined
}

fn is_shaped(c: char) -> bool {
    matches!(c, '\u{FB00}'..='\u{FB06}' | '\u{FB13}'..='\u{FB17}' | '\u{FB1D}'..='\u{FDFF}' | '\u{2F00}'..='\u{2FD5}' | '\u{FE70}'..='\u{FEFC}')
}

fn plain_letters(c: char) -> Vec<char> {
    if is_shaped(c) {
        c.nfkc().collect()
    } else {
        vec![c]
    }
}

/// Tells whether a character can be the first byte of UTF-8 read as Windows-1252.
fn is_lead(c: char) -> bool {
    matches!(c, '\u{C2}'..='\u{F4}')
}

/// Returns the character whose UTF-8 bytes, read as Windows-1252, are these characters.
fn decoded(characters: &[char], length: usize) -> Option<char> {
    let lead = *characters.first()?;
    let expected = match lead {
        '\u{C2}'..='\u{DF}' => 2,
        '\u{E0}'..='\u{EF}' => 3,
        '\u{F0}'..='\u{F4}' => 4,
        _ => return None,
    };
    if expected != length || characters.len() != length {
        return None;
    }
    let mut bytes = [0; 4];
    for (byte, &character) in bytes.iter_mut().zip(characters) {
        *byte = byte_in_windows_1252(character)?;
    }
    let text = std::str::from_utf8(&bytes[..length]).ok()?;
    let character = text.chars().next()?;
    (!character.is_control()).then_some(character)
}

fn byte_in_windows_1252(c: char) -> Option<u8> {
    // The bytes 0x80 to 0x9F in their order; where the table has none, the control character stays.
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
    if let Some(at) = HIGH.chars().position(|high| high == c) {
        return u8::try_from(0x80 + at).ok();
    }
    u8::try_from(u32::from(c)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str) -> String {
        Mender::new(Mending::default()).letters(text)
    }

    #[test]
    fn letters_that_conversions_broke_are_restored() {
        assert_eq!(mended("the ﬁrst oﬃce"), "the first office");
        assert_eq!(mended("co\u{AD}oper\u{AD}ation"), "cooperation");
        assert_eq!(mended("har\u{200B}bour"), "harbour");
        assert_eq!(mended("ភាសា\u{200B}ខ្មែរ"), "ភាសា\u{200B}ខ្មែរ");
        assert_eq!(mended("itâ€™s â€œopenâ€\u{9D}"), "it’s “open”");
        assert_eq!(mended("Ã©tÃ© Ã  la forÃªt"), "été à la forêt");
        assert_eq!(mended("ﺣﻤﺺ"), "حمص");
    }

    #[test]
    fn what_may_be_meant_stays() {
        assert_eq!(mended("a MAÇÃ” e"), "a MAÇÃ” e");
        assert_eq!(mended("forêt à l’est"), "forêt à l’est");
    }

    #[test]
    fn split_words_are_joined_and_compounds_keep_their_hyphen() {
        let mut mender = Mender::new(Mending::default());
        let text = "The govern-\nment of the well-\nknown north-east and the north-\neast road, a pro-\nposal.";
        let joined = mender.line_ends(text);
        let words: Vec<&str> = joined.split_whitespace().collect();
        assert_eq!(
            words.join(" "),
            "The government of the well-known north-east and the north-east road, a proposal."
        );
        assert_eq!(joined.lines().count(), text.lines().count());
    }

    #[test]
    fn a_step_that_is_off_does_nothing() {
        let mut steps = Mending::default();
        assert!(steps.switch_off("ligatures") && !steps.switch_off("spelling"));
        assert_eq!(Mender::new(steps).letters("ﬁrst"), "ﬁrst");
    }
}
