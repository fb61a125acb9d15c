//! Plain text to paragraphs, headings and turns.

use crate::body::{Body, BodyWriter};
use crate::{BlockKind, turns};

/// Lines longer than this are not wrapped by hand: each is a paragraph.
const LONGEST_WRAPPED_CHARS: usize = 160;
const LONGEST_HEADING_CHARS: usize = 80;
const LONGEST_HEADING_WORDS: usize = 14;
/// A line with so many links that are never closed is no Markdown.
const MOST_OPEN_TARGETS: usize = 100;

/// Tells whether the text of a `.txt` clearly is Markdown: it has a heading with `#`, a picture, or a
/// link in brackets.
pub(crate) fn is_markdown(text: &str) -> bool {
    let mut after_blank = true;
    for line in text.split('\n') {
        if (after_blank && is_atx_heading(line)) || has_link(line) {
            return true;
        }
        after_blank = line.trim().is_empty();
    }
    false
}

fn is_atx_heading(line: &str) -> bool {
    let title = line.trim_start_matches('#');
    let level = line.len() - title.len();
    (1..=6).contains(&level) && title.starts_with(' ') && !title.trim().is_empty()
}

/// Tells whether `line` holds `![…](…)`, or `[…](…)` with something that looks like an address.
///
/// Looks at a bounded stretch of each target, so that no line takes quadratic time.
fn has_link(line: &str) -> bool {
    const LONGEST_TARGET_BYTES: usize = 2000;
    let bytes = line.as_bytes();
    let mut is_picture = false;
    let mut targets_left = MOST_OPEN_TARGETS;
    for at in 0..bytes.len() {
        if bytes[at] == b'[' {
            is_picture = at > 0 && bytes[at - 1] == b'!';
        } else if bytes[at] == b']' && bytes.get(at + 1) == Some(&b'(') {
            let target = bytes.get(at + 2..).unwrap_or_default();
            let begins = |start: &[u8]| target.starts_with(start);
            let is_address =
                begins(b"http") || matches!(target.first(), Some(b'#' | b'/' | b'.' | b'<'));
            if is_picture || is_address {
                if target
                    .iter()
                    .take(LONGEST_TARGET_BYTES)
                    .any(|&byte| byte == b')')
                {
                    return true;
                }
                targets_left -= 1;
                if targets_left == 0 {
                    return false;
                }
            }
        }
    }
    false
}

/// Reads plain text whose first line has the number `first_line` in its source.
///
/// Empty lines part paragraphs. Where lines are long, each line is a paragraph as well; else the
/// lines of a paragraph are joined, except after a line that is clearly shorter than the others
/// (verse, addresses). A short line that stands alone above text, without punctuation, is a heading.
pub(crate) fn read(text: &str, first_line: u32) -> Body {
    let lines: Vec<Line<'_>> = (first_line..)
        .zip(text.split('\n'))
        .map(|(number, line)| {
            let text = line.trim();
            Line {
                text,
                number,
                n_chars: text.chars().count(),
            }
        })
        .collect();
    let width_chars = lines.iter().map(|line| line.n_chars).max().unwrap_or(0);
    let mut reader = Reader {
        writer: BodyWriter::default(),
        width_chars,
        n_blocks: 0,
    };
    let groups: Vec<&[Line<'_>]> = lines
        .split(|line| line.text.is_empty())
        .filter(|group| !group.is_empty())
        .collect();
    for (index, group) in groups.iter().enumerate() {
        let next = groups.get(index + 1).and_then(|next| next.first()).copied();
        reader.group(group, next);
    }
    reader.writer.finish()
}

#[derive(Debug, Clone, Copy)]
struct Line<'t> {
    text: &'t str,
    number: u32,
    n_chars: usize,
}

#[derive(Debug)]
struct Reader {
    writer: BodyWriter,
    width_chars: usize,
    n_blocks: usize,
}

impl Reader {
    fn is_wrapped(&self) -> bool {
        self.width_chars <= LONGEST_WRAPPED_CHARS
    }

    /// Reads lines between two empty ones; `next` is the first line behind them.
    fn group(&mut self, group: &[Line<'_>], next: Option<Line<'_>>) {
        let Some((&first, others)) = group.split_first() else {
            return;
        };
        // In wrapped text a short first line may belong to the lines below it.
        let below = if self.is_wrapped() && !others.is_empty() {
            None
        } else {
            others.first().copied()
        };
        let follows = below.or(next.filter(|_| others.is_empty()));
        let is_heading = follows.is_some_and(|follows| is_heading(first, follows));
        let rest = if is_heading { others } else { group };
        if is_heading {
            let level = if self.n_blocks == 0 { 1 } else { 2 };
            self.writer
                .block(BlockKind::Heading(level), first.number, first.text);
        }
        self.n_blocks += 1;
        if self.is_wrapped() {
            self.wrapped(rest);
        } else {
            for line in rest {
                self.writer
                    .block(BlockKind::Paragraph, line.number, line.text);
            }
        }
    }

    fn wrapped(&mut self, lines: &[Line<'_>]) {
        let mut previous: Option<Line<'_>> = None;
        for &line in lines {
            match previous {
                Some(previous) if !begins_block(line.text) => {
                    self.writer.push(self.joint(previous, line));
                }
                _ => self
                    .writer
                    .open(BlockKind::Paragraph, line.number, String::new()),
            }
            self.writer.push(line.text);
            previous = Some(line);
        }
        self.writer.close();
    }

    /// Returns what stands between two lines of a paragraph.
    fn joint(&self, line: Line<'_>, next: Line<'_>) -> &'static str {
        let is_short = line.n_chars * 10 < self.width_chars * 6;
        let before_hyphen = line
            .text
            .strip_suffix('-')
            .and_then(|text| text.chars().next_back());
        let is_hyphenated = before_hyphen.is_some_and(char::is_alphabetic)
            && next.text.starts_with(char::is_lowercase);
        match (is_short, is_hyphenated) {
            (true, _) => "\n",
            (false, true) => "",
            (false, false) => " ",
        }
    }
}

fn begins_block(line: &str) -> bool {
    turns::begins_turn(line) || ["- ", "* ", "• "].iter().any(|mark| line.starts_with(mark))
}

fn is_heading(line: Line<'_>, follows: Line<'_>) -> bool {
    let text = line.text;
    let last = text
        .trim_end_matches(['’', '”', '"', '\'', '»', ')', ']'])
        .chars()
        .next_back();
    let begins = text
        .trim_start_matches(['‘', '“', '"', '\'', '«', '¿', '¡'])
        .chars()
        .next();
    line.n_chars <= LONGEST_HEADING_CHARS
        && text.split_whitespace().count() <= LONGEST_HEADING_WORDS
        && last.is_some_and(char::is_alphanumeric)
        && begins.is_some_and(|first| first.is_alphanumeric() && !first.is_lowercase())
        && text.chars().any(char::is_alphabetic)
        && !text.starts_with("By ")
        && !begins_block(text)
        && is_prose(follows)
}

/// Tells whether a line is running text, so that a heading above it can be trusted.
fn is_prose(line: Line<'_>) -> bool {
    let last = line
        .text
        .trim_end_matches(['’', '”', '"', '\'', '»', ')', ']'])
        .chars()
        .next_back();
    line.n_chars > LONGEST_HEADING_CHARS
        || (line.n_chars >= LONGEST_HEADING_CHARS / 2 && !line.text.is_empty() && last != Some(':'))
        || matches!(last, Some('.' | '!' | '?' | '…' | '。' | '؟'))
}

#[cfg(test)]
mod tests;
