//! A title for a text that does not name its own.

use crate::body::Body;
use crate::{BlockKind, ByteSpan};

const LONGEST_WORDS: usize = 10;
const LONGEST_CHARS: usize = 80;

/// Returns the first heading of level 1, else a heading that opens the text, else its first words.
///
/// A heading further down names a part, not the whole. The body has at least one block.
pub(crate) fn of(body: &Body) -> String {
    let first_heading = body
        .blocks
        .iter()
        .find(|block| block.kind == BlockKind::Heading(1));
    let opening = body
        .blocks
        .iter()
        .find(|block| block.kind != BlockKind::Caption);
    let opening_heading = opening.filter(|block| matches!(block.kind, BlockKind::Heading(_)));
    if let Some(heading) = first_heading.or(opening_heading) {
        return shortened(heading.span.of(&body.text), usize::MAX, LONGEST_CHARS * 3);
    }
    let span = opening
        .or(body.blocks.first())
        .map_or(ByteSpan::new(0, 0), |block| block.span);
    shortened(span.of(&body.text), LONGEST_WORDS, LONGEST_CHARS)
}

/// Returns the first words of `text` on one line, with an ellipsis where something was left out.
fn shortened(text: &str, longest_words: usize, longest_chars: usize) -> String {
    let mut title = String::new();
    let mut n_chars = 0;
    for (index, word) in text.split_whitespace().enumerate() {
        let n_word_chars = word.chars().take(longest_chars + 1).count();
        if index >= longest_words || n_chars + n_word_chars > longest_chars {
            return ended(title, word, longest_chars);
        }
        if index > 0 {
            title.push(' ');
        }
        title.push_str(word);
        n_chars += n_word_chars + 1;
    }
    title
}

fn ended(title: String, next_word: &str, longest_chars: usize) -> String {
    let mut title = match title.is_empty() {
        true => next_word.chars().take(longest_chars).collect(),
        false => title,
    };
    let kept = title.trim_end_matches([',', ';', ':', '.', '–', '—']).len();
    if kept > 0 {
        title.truncate(kept);
    }
    title.push('…');
    title
}
