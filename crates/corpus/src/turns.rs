//! Questions and answers of an interview, known by the mark at their start.

use crate::BlockKind;

/// Returns what a paragraph with this text is.
pub(crate) fn kind_of(paragraph: &str) -> BlockKind {
    const LONGEST_MARK_BYTES: usize = 16;
    let head = paragraph.as_bytes();
    let Some(colon) = head
        .iter()
        .take(LONGEST_MARK_BYTES)
        .position(|&byte| byte == b':')
    else {
        return BlockKind::Paragraph;
    };
    let Some(mark) = paragraph.get(..colon) else {
        return BlockKind::Paragraph;
    };
    let mark = mark
        .trim_end()
        .trim_end_matches(|c: char| c.is_ascii_digit());
    match mark {
        "Q" | "Question" | "QUESTION" => BlockKind::Question,
        "A" | "Answer" | "ANSWER" => BlockKind::Answer,
        _ => BlockKind::Paragraph,
    }
}

/// Tells whether a line of plain text or Markdown begins a turn.
pub(crate) fn begins_turn(line: &str) -> bool {
    let line = line.trim_start();
    let bare = line.trim_start_matches(['*', '_']);
    if bare.len() == line.len() {
        return kind_of(line) != BlockKind::Paragraph;
    }
    // `**Q:** …` and `**Q**: …`: without the marks of emphasis both begin with `Q:`.
    let head: String = bare
        .chars()
        .take(24)
        .filter(|c| !matches!(c, '*' | '_'))
        .collect();
    kind_of(&head) != BlockKind::Paragraph
}
