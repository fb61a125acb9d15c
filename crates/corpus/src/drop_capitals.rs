//! Mends drop capitals that a conversion split from their word: "T hat", "O n".
//!
//! Only what is certain is mended, and every mending is listed with its line. At the start of a
//! paragraph, a capital, a space and a small letter are a split word where
//!
//! 1. what follows cannot begin a word ("n", "ssad"), and the joined form is known or the capital is
//!    no word of its own here; or
//! 2. the capital is a word of the language (A, I, O): the joined form is known, and what follows is
//!    neither a word of this document nor of our lists ("A round", "I ran" are left alone); or
//! 3. the capital is none: the joined form is an ordinary opening word ("T hat"), or it stands
//!    elsewhere in this document while what follows does not.
//!
//! *Known* means: an ordinary opening word, or found elsewhere in this document. A letter that stands
//! alone elsewhere (a label, "T cells"; in Polish "w") is taken for a word.

mod english;

use std::collections::BTreeMap;

use crate::body::Body;
use crate::problem::Report;
use crate::{BlockKind, ByteSpan};

/// A capital, a space, and the rest of a word.
#[derive(Debug)]
struct Candidate {
    block: usize,
    /// Byte offset of the capital in the text.
    start: usize,
    /// Byte offset of the rest.
    rest_start: usize,
    end: usize,
    /// The next word is a single capital too: "F or G" speaks about letters.
    before_letter: bool,
}

impl Candidate {
    fn capital<'t>(&self, text: &'t str) -> &'t str {
        text[self.start..self.rest_start].trim_end()
    }

    fn rest<'t>(&self, text: &'t str) -> &'t str {
        &text[self.rest_start..self.end]
    }

    fn joined(&self, text: &str) -> String {
        format!("{}{}", self.capital(text), self.rest(text))
    }
}

/// Joins the split capitals of `body`, reporting each with what stood there and what stands now.
pub(crate) fn mend(body: Body, lang: Option<&str>, report: &mut Report<'_>) -> Body {
    let mut candidates = candidates(&body);
    if candidates.is_empty() {
        return body;
    }
    let counts = Counts::of(&body.text, &candidates);
    let is_english = lang.is_none_or(|lang| lang == "en" || lang.starts_with("en-"));
    candidates.retain(|candidate| is_split(candidate, &body.text, &counts, is_english));
    for candidate in &candidates {
        let (before, after) = (
            &body.text[candidate.start..candidate.end],
            candidate.joined(&body.text),
        );
        report.note(
            body.lines.get(candidate.block).copied(),
            format!("mended a split drop capital: \"{before}\" is now \"{after}\""),
            "",
        );
    }
    let gaps: Vec<ByteSpan> = candidates
        .iter()
        .map(|candidate| gap(candidate, &body.text))
        .collect();
    without(body, &gaps)
}

fn candidates(body: &Body) -> Vec<Candidate> {
    let paragraphs = body.blocks.iter().enumerate();
    let paragraphs = paragraphs.filter(|(_, block)| block.kind == BlockKind::Paragraph);
    paragraphs
        .filter_map(|(index, block)| candidate(index, block.span, &body.text))
        .collect()
}

fn candidate(block: usize, span: ByteSpan, text: &str) -> Option<Candidate> {
    let paragraph = span.of(text);
    let start = span.start as usize;
    // An opening quotation mark may stand before the capital.
    let at = paragraph.len()
        - paragraph
            .trim_start_matches(['“', '‘', '"', '\'', '«'])
            .len();
    let mut letters = paragraph[at..].chars();
    let capital = letters.next().filter(|letter| letter.is_uppercase())?;
    letters
        .next()
        .filter(|&space| space == ' ' || space == '\u{A0}')?;
    let rest = letters.as_str();
    if !rest.starts_with(char::is_lowercase) {
        return None;
    }
    let length = word_length(rest);
    let rest_start = start + paragraph.len() - rest.len();
    let mut after = rest[length..].trim_start().chars();
    let before_letter = after.next().is_some_and(char::is_uppercase)
        && !after.next().is_some_and(char::is_alphabetic);
    debug_assert!(text[start + at..].starts_with(capital));
    Some(Candidate {
        block,
        start: start + at,
        rest_start,
        end: rest_start + length,
        before_letter,
    })
}

/// Returns the bytes of the word at the start of `text`: letters and apostrophes inside.
fn word_length(text: &str) -> usize {
    let end = text.find(|c: char| !is_word_part(c)).unwrap_or(text.len());
    text[..end].trim_end_matches(['’', '\'']).len()
}

fn is_word_part(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '’' | '\'')
}

/// Returns the form in which words are compared: lower case, without a possessive.
fn compared(word: &str) -> String {
    let lower = word.to_lowercase();
    let bare = lower
        .strip_suffix("’s")
        .or_else(|| lower.strip_suffix("'s"))
        .unwrap_or(&lower);
    bare.trim_matches(['’', '\'']).to_owned()
}

/// How often the words that matter stand in the text, the candidates themselves not counted.
#[derive(Debug)]
struct Counts(BTreeMap<String, usize>);

impl Counts {
    fn of(text: &str, candidates: &[Candidate]) -> Self {
        let mut counts = BTreeMap::new();
        for candidate in candidates {
            for word in [
                candidate.capital(text),
                candidate.rest(text),
                &candidate.joined(text),
            ] {
                counts.insert(compared(word), 0);
            }
        }
        let longest_bytes = counts.keys().map(String::len).max().unwrap_or(0) + "’s".len();
        let mut skipped = candidates
            .iter()
            .flat_map(|c| [c.start, c.rest_start])
            .peekable();
        let mut at = 0;
        while let Some(offset) = text[at..].find(is_word_part) {
            let start = at + offset;
            let end = text[start..]
                .find(|c| !is_word_part(c))
                .map_or(text.len(), |n| start + n);
            at = end;
            if skipped.next_if(|&skip| skip <= start).is_some() {
                continue;
            }
            // "J." is an initial, not a letter used as a word.
            let is_initial =
                text[end..].starts_with('.') && text[start..end].chars().nth(1).is_none();
            if end - start <= longest_bytes
                && !is_initial
                && let Some(count) = counts.get_mut(&compared(&text[start..end]))
            {
                *count += 1;
            }
        }
        Self(counts)
    }

    fn has(&self, word: &str) -> bool {
        self.0.get(&compared(word)).is_some_and(|&count| count > 0)
    }
}

fn is_split(candidate: &Candidate, text: &str, counts: &Counts, is_english: bool) -> bool {
    let (capital, rest) = (candidate.capital(text), compared(candidate.rest(text)));
    let joined = candidate.joined(text);
    let is_opening = is_english && english::is_opening(&compared(&joined));
    let is_known = is_opening || counts.has(&joined);
    let stands_alone = counts.has(capital);
    let is_rest_word = || counts.has(&rest) || english::is_word(&rest);
    if candidate.before_letter || rest.is_empty() {
        return false;
    }
    if is_english && !english::can_begin_word(&rest) {
        let n_letters = rest.chars().count();
        return is_known || (!stands_alone && n_letters >= 3);
    }
    if is_english && matches!(capital, "A" | "I" | "O") {
        return is_known && !is_rest_word();
    }
    if stands_alone || english::is_function_word(&rest) {
        return false;
    }
    is_opening || (is_known && !is_rest_word())
}

fn gap(candidate: &Candidate, text: &str) -> ByteSpan {
    let start = candidate.start + candidate.capital(text).len();
    // Both fit: the text was found to be shorter than what spans can hold.
    ByteSpan::new(
        u32::try_from(start).unwrap_or(u32::MAX),
        u32::try_from(candidate.rest_start).unwrap_or(u32::MAX),
    )
}

/// Takes the sorted `gaps` out of the text and moves all spans.
fn without(mut body: Body, gaps: &[ByteSpan]) -> Body {
    let mut text = String::with_capacity(body.text.len());
    let mut from = 0;
    for gap in gaps {
        text.push_str(&body.text[from..gap.start as usize]);
        from = gap.end as usize;
    }
    text.push_str(&body.text[from..]);
    body.text = text;
    // The bytes taken out before the end of each gap.
    let mut total = 0;
    let removed: Vec<(ByteSpan, u32)> = gaps
        .iter()
        .map(|&gap| {
            total += gap.len();
            (gap, total)
        })
        .collect();
    let moved = |offset: u32| {
        let n_before = removed.partition_point(|(gap, _)| gap.start < offset);
        let Some(&(gap, total)) = n_before.checked_sub(1).and_then(|index| removed.get(index))
        else {
            return offset;
        };
        // An offset inside a gap goes to where the gap was.
        offset.max(gap.end) - total
    };
    let spans = body.blocks.iter_mut().map(|block| &mut block.span);
    for span in spans.chain(body.inlines.iter_mut().map(|inline| &mut inline.span)) {
        *span = ByteSpan::new(moved(span.start), moved(span.end));
    }
    body
}

#[cfg(test)]
mod tests;
