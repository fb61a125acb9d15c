//! Lines to headings, paragraphs, items and notes.

use std::collections::BTreeMap;

use corpus::BlockKind;

use super::lines::Line;
use crate::mending::{Mender, Words};

/// What is usual in a document.
#[derive(Debug)]
struct Usual {
    /// Size of most letters, in points.
    size: f64,
    /// Distance of most baselines, in points.
    leading: f64,
    /// Sizes of headings in tenths of a point, largest first.
    heading_sizes: Vec<i64>,
}

/// Joins the lines of all pages to blocks.
pub(super) fn of(
    pages: &[Vec<Line>],
    known: &Words,
    mender: &mut Mender,
) -> Vec<(BlockKind, String)> {
    let usual = Usual::of(pages);
    let mut joiner = Joiner {
        usual: &usual,
        known,
        mender,
        blocks: Vec::new(),
        open: None,
    };
    for page in pages {
        let mut notes = Vec::new();
        let margins = margins(page);
        for (index, line) in page.iter().enumerate() {
            if line.text.is_empty() {
                joiner.end();
                continue;
            }
            if usual.is_note(line, page) {
                notes.push(line);
                continue;
            }
            let previous = index.checked_sub(1).map(|index| &page[index]);
            joiner.line(line, previous, margins[index]);
        }
        joiner.notes(&notes);
    }
    joiner.end();
    joiner.blocks
}

/// Returns for every line the left and right edge of its column.
fn margins(page: &[Line]) -> Vec<(f64, f64)> {
    let mut margins = vec![(0.0, 0.0); page.len()];
    let mut start = 0;
    for index in 0..page.len() {
        let ends = page
            .get(index + 1)
            .is_none_or(|next| next.column != page[index].column);
        if ends {
            let column = &page[start..=index];
            let left = column
                .iter()
                .map(|line| line.x0)
                .fold(f64::INFINITY, f64::min);
            let right = column
                .iter()
                .map(|line| line.x1)
                .fold(f64::NEG_INFINITY, f64::max);
            margins[start..=index].fill((left, right));
            start = index + 1;
        }
    }
    margins
}

impl Usual {
    fn of(pages: &[Vec<Line>]) -> Self {
        let mut n_chars_of: BTreeMap<i64, usize> = BTreeMap::new();
        let mut n_of_leading: BTreeMap<i64, usize> = BTreeMap::new();
        for page in pages {
            for line in page {
                *n_chars_of.entry(tenths(line.size)).or_insert(0) += line.text.chars().count();
            }
            for pair in page.windows(2) {
                let distance = pair[0].y - pair[1].y;
                if distance > 0.0 && distance < pair[0].size * 3.0 {
                    *n_of_leading.entry(tenths(distance)).or_insert(0) += 1;
                }
            }
        }
        let most = |counts: &BTreeMap<i64, usize>| {
            counts
                .iter()
                .max_by_key(|(_, n)| **n)
                .map(|(value, _)| *value as f64 / 10.0)
        };
        let size = most(&n_chars_of).unwrap_or(0.0);
        let leading = most(&n_of_leading).unwrap_or(size * 1.2).max(size);
        let mut heading_sizes: Vec<i64> = n_chars_of
            .keys()
            .copied()
            .filter(|value| *value as f64 > size * 11.5)
            .collect();
        heading_sizes.sort_unstable_by(|a, b| b.cmp(a));
        Self {
            size,
            leading,
            heading_sizes,
        }
    }

    fn heading_level(&self, line: &Line) -> Option<u8> {
        const LONGEST_CHARS: usize = 200;
        let is_large = line.has_place && line.size > self.size * 1.15;
        let has_letters = line.text.chars().any(char::is_alphabetic);
        if !is_large || !has_letters || line.text.chars().count() > LONGEST_CHARS {
            return None;
        }
        let rank = self
            .heading_sizes
            .iter()
            .position(|size| *size <= tenths(line.size) + 2)?;
        u8::try_from(rank + 1).ok().map(|level| level.min(6))
    }

    /// Tells whether a line is a note at the foot of its page: smaller, low, and below one with a label.
    fn is_note(&self, line: &Line, page: &[Line]) -> bool {
        let is_low = line.has_place && line.y < line.page_height * 0.45;
        // A note in the size of the text begins with its raised number; what stands below it belongs to it.
        let below_raised = page.iter().any(|other| {
            other.begins_raised
                && other.column == line.column
                && other.y >= line.y
                && other.y < other.page_height * 0.45
        });
        if is_low && below_raised {
            return true;
        }
        if !is_low || line.size > self.size * 0.92 {
            return false;
        }
        // Nothing of the usual size stands below it in its column.
        let is_above_text = page.iter().any(|other| {
            other.size > self.size * 0.95
                && other.y < line.y - 1.0
                && other.x0 < line.x1
                && other.x1 > line.x0
        });
        let has_label = page.iter().any(|other| {
            other.size <= self.size * 0.92
                && other.y >= line.y - 0.5
                && note_label(&other.text).is_some()
                && other.y < other.page_height * 0.5
        });
        !is_above_text && has_label
    }
}

fn tenths(value: f64) -> i64 {
    (value * 10.0).round() as i64
}

/// Returns the label at the start of a note and the length of it in bytes.
fn note_label(text: &str) -> Option<(&str, usize)> {
    let bare = text.trim_start_matches(['[', '(']);
    let is_bracketed = bare.len() < text.len();
    let skipped = text.len() - bare.len();
    let end = bare
        .find(|c: char| !(c.is_numeric() || matches!(c, '*' | '†' | '‡')))
        .unwrap_or(bare.len());
    if end == 0 || bare[..end].chars().count() > 3 {
        return None;
    }
    let rest = bare[end..].trim_start_matches([']', ')', '.', ' ']);
    if !is_bracketed && rest.len() == bare.len() - end && bare[..end].ends_with(char::is_numeric) {
        return None;
    }
    let begins_text = rest
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() || "“\"‘'«".contains(c));
    begins_text.then_some((&bare[..end], skipped + bare.len() - rest.len()))
}

struct Open {
    kind: BlockKind,
    text: String,
    size: f64,
    /// Where its first line begins, and where further ones do.
    x0: f64,
    last: Line,
    /// Whether its last line reaches the right edge.
    is_full: bool,
}

struct Joiner<'j> {
    usual: &'j Usual,
    known: &'j Words,
    mender: &'j mut Mender,
    blocks: Vec<(BlockKind, String)>,
    open: Option<Open>,
}

impl Joiner<'_> {
    fn line(&mut self, line: &Line, previous: Option<&Line>, (left, right): (f64, f64)) {
        let heading = self.usual.heading_level(line);
        let item = item_kind(&line.text);
        let goes_on = match &self.open {
            None => false,
            Some(open) => {
                self.goes_on(open, line, previous, heading, (left, right))
                    && (item.is_none() || !line.has_place)
            }
        };
        let width = (right - left).max(1.0);
        let is_full = !line.has_place || line.x1 > right - width * 0.12;
        if goes_on && let Some(open) = &mut self.open {
            append(&mut open.text, &line.text, self.known, self.mender);
            open.is_full = is_full;
            open.last = line.clone();
            return;
        }
        self.end();
        let (kind, text) = match (heading, item) {
            (Some(level), _) => (BlockKind::Heading(level), line.text.as_str()),
            (None, Some((kind, skipped))) => (kind, &line.text[skipped..]),
            (None, None) => (BlockKind::Paragraph, line.text.as_str()),
        };
        self.open = Some(Open {
            kind,
            text: text.to_owned(),
            size: line.size,
            x0: line.x0,
            last: line.clone(),
            is_full,
        });
    }

    /// Tells whether a line belongs to the open block.
    fn goes_on(
        &self,
        open: &Open,
        line: &Line,
        previous: Option<&Line>,
        heading: Option<u8>,
        (left, right): (f64, f64),
    ) -> bool {
        if !line.has_place || !open.last.has_place {
            return !ends_sentence(&open.text);
        }
        let is_same_size = (open.size - line.size).abs() < open.size * 0.08 + 0.2;
        let is_heading = matches!(open.kind, BlockKind::Heading(_));
        if !is_same_size || is_heading != heading.is_some() {
            return false;
        }
        let distance = open.last.y - line.y;
        let is_next_line =
            previous.is_some_and(|previous| previous.y == open.last.y) && distance > 0.0;
        if is_heading {
            return is_next_line && distance < line.size * 1.7;
        }
        if !is_next_line {
            // Another column or page: a paragraph goes on there where its sentence does.
            let is_indented = line.x0 > left + line.size * 0.8;
            return !ends_sentence(&open.text)
                && !is_indented
                && (open.is_full || starts_small(&line.text));
        }
        if distance > self.usual.leading.max(line.size * 1.05) * 1.3 {
            return false;
        }
        let is_item = matches!(
            open.kind,
            BlockKind::ListItem(_) | BlockKind::OrderedItem(_)
        );
        let indent = line.x0 - open.last.x0;
        let is_right_to_left = super::line_text::is_right_to_left(&line.text);
        let begins_indented = indent > line.size * 0.8
            && !is_item
            && !is_right_to_left
            && open.last.x0 <= left + line.size * 0.5;
        if begins_indented
            && (ends_sentence(&open.text) || !starts_small(&line.text))
            && open.last.x0 <= open.x0 + 0.5
        {
            return false;
        }
        if is_item && line.x0 < open.x0 - line.size * 0.5 {
            return false;
        }
        let is_row = line.n_gaps > 0 && open.last.n_gaps > 0;
        // Where the first word of this line would have fitted into the last one, the break was meant.
        let first_word = line
            .text
            .split_whitespace()
            .next()
            .unwrap_or("")
            .chars()
            .count() as f64;
        let room = if is_right_to_left {
            open.last.x0 - left
        } else {
            right - open.last.x1
        };
        let was_meant =
            room > (first_word + 2.0) * line.size * 0.55 && room > (right - left) * 0.06;
        let ends_short = was_meant
            || (!open.is_full
                && (ends_sentence(&open.text) || !starts_small(&line.text))
                && room > line.size * 3.0);
        !(ends_short || is_row)
    }

    fn end(&mut self) {
        if let Some(open) = self.open.take() {
            self.blocks.push((open.kind, open.text));
        }
    }

    /// Writes the notes of a page; a paragraph that goes on over the page stays open.
    fn notes(&mut self, lines: &[&Line]) {
        let mut notes: Vec<String> = Vec::new();
        for line in lines {
            match (notes.last_mut(), note_label(&line.text)) {
                (Some(note), None) => append(note, &line.text, self.known, self.mender),
                (_, Some((label, skipped))) => {
                    notes.push(format!("[{label}] {}", &line.text[skipped..]));
                }
                (None, None) => notes.push(line.text.clone()),
            }
        }
        self.blocks
            .extend(notes.into_iter().map(|note| (BlockKind::Note, note)));
    }
}

/// Appends a line: a word that is split by a hyphen is joined, else there is a space.
fn append(text: &mut String, line: &str, known: &Words, mender: &mut Mender) {
    let is_split = text.ends_with(['-', '\u{2010}', '\u{AD}']);
    if is_split {
        let word_end = line.find(char::is_whitespace).unwrap_or(line.len());
        let start = text.rfind(char::is_whitespace).map_or(0, |at| {
            at + text[at..].chars().next().map_or(1, char::len_utf8)
        });
        if let Some(word) = mender.join(&text[start..], &line[..word_end], known) {
            let tail = line[..word_end]
                .trim_start_matches(|c: char| c.is_alphabetic() || matches!(c, '’' | '\''));
            let rest = &line[word_end..];
            text.truncate(start);
            text.push_str(&word);
            text.push_str(tail);
            text.push_str(rest);
            return;
        }
        let follows_letter = text.chars().rev().nth(1).is_some_and(char::is_alphanumeric);
        if follows_letter && mender.steps.line_ends {
            text.push_str(line);
            return;
        }
    }
    let is_ideographic = |c: char| matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{FF00}'..='\u{FFEF}');
    let joins =
        text.chars().next_back().is_some_and(is_ideographic) && line.starts_with(is_ideographic);
    if !joins {
        text.push(' ');
    }
    text.push_str(line);
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', ' '])
        .ends_with(['.', '!', '?', '…', ':', '。', '؟', '؛'])
}

fn starts_small(text: &str) -> bool {
    text.trim_start_matches(['"', '“', '‘', '(', '«'])
        .starts_with(|c: char| {
            c.is_lowercase() || (c.is_alphabetic() && !c.is_uppercase()) || c.is_numeric()
        })
}

/// Returns what kind of item a line begins, and the bytes of a bullet to leave out.
fn item_kind(text: &str) -> Option<(BlockKind, usize)> {
    for bullet in [
        "•", "▪", "◦", "‣", "●", "○", "■", "∙", "·", "", "– ", "— ", "- ", "* ",
    ] {
        if let Some(rest) = text.strip_prefix(bullet) {
            let words = rest.trim_start();
            if !words.is_empty()
                && (rest.len() != words.len() || bullet.ends_with(' ') || !bullet.is_ascii())
            {
                return Some((BlockKind::ListItem(0), text.len() - words.len()));
            }
        }
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_numbered = (1..=2).contains(&digits)
        && text[digits..].starts_with(['.', ')'])
        && text[digits + 1..].starts_with(' ')
        && text[digits + 1..]
            .trim_start()
            .starts_with(char::is_alphabetic);
    is_numbered.then_some((BlockKind::OrderedItem(0), 0))
}
