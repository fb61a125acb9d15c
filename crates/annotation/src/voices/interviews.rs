//! Interviews: whose the answers are, and where questions stand in bold.

use corpus::{BlockKind, ByteSpan, Document, InlineKind};

use super::turns::push_turn;
use super::{NameKind, NameSpan, Voice};

/// Adds the answers of an interview.
pub(super) fn add(document: &Document, names: &[NameSpan], found: &mut Vec<Voice>) {
    marked_answers(document, names, found);
    answers_to_bold(document, names, found);
}

/// Every answer is a turn of the one who answers, with the paragraphs that follow it before a question.
fn marked_answers(document: &Document, names: &[NameSpan], found: &mut Vec<Voice>) {
    let text = &document.text;
    let Some(first) = document
        .blocks
        .iter()
        .position(|block| block.kind == BlockKind::Answer)
    else {
        return;
    };
    let who = answerer(document, names, first);
    let mut at = 0;
    while at < document.blocks.len() {
        let block = &document.blocks[at];
        at += 1;
        if block.kind != BlockKind::Answer {
            continue;
        }
        let whole = block.span.of(text);
        let mark = whole.find(':').map_or(0, |colon| colon + 1);
        push_turn(
            found,
            names,
            text,
            ByteSpan::new(block.span.start + mark as u32, block.span.end),
            who,
            None,
        );
        let mut last = found.len().checked_sub(1).map(|last| last as u32);
        // Paragraphs between an answer and the next question belong to the answer.
        let stop = document.blocks[at..]
            .iter()
            .position(|block| {
                !matches!(
                    block.kind,
                    BlockKind::Paragraph | BlockKind::ListItem(_) | BlockKind::OrderedItem(_)
                )
            })
            .map(|n| at + n);
        if let Some(stop) = stop.filter(|&stop| document.blocks[stop].kind == BlockKind::Question) {
            while at < stop {
                push_turn(found, names, text, document.blocks[at].span, who, last);
                last = found.len().checked_sub(1).map(|last| last as u32);
                at += 1;
            }
        }
    }
}

/// The answers of an interview whose questions are paragraphs in bold.
fn answers_to_bold(document: &Document, names: &[NameSpan], found: &mut Vec<Voice>) {
    let asked = bold_questions(document);
    let Some(first) = asked.iter().position(|&asks| asks) else {
        return;
    };
    let Some(who) = answerer(document, names, first) else {
        return;
    };
    let last = asked.iter().rposition(|&asks| asks).unwrap_or(first);
    let mut running = None;
    for (at, block) in document.blocks.iter().enumerate().skip(first) {
        if asked[at] || block.kind != BlockKind::Paragraph {
            running = None;
            continue;
        }
        // Behind the last answer stands what the editors add.
        if at > last + 1 {
            break;
        }
        let n_before = found.len();
        push_turn(found, names, &document.text, block.span, Some(who), running);
        running = (found.len() > n_before).then_some(n_before as u32);
    }
}

/// So few questions make no interview.
const FEWEST_QUESTIONS: usize = 3;

/// Tells of each block whether it is a question in bold, where enough of them are and most of them ask.
fn bold_questions(document: &Document) -> Vec<bool> {
    let text = &document.text;
    let mut bold: Vec<ByteSpan> = document
        .inlines
        .iter()
        .filter(|inline| inline.kind == InlineKind::Strong)
        .map(|inline| inline.span)
        .collect();
    let mut asked = vec![false; document.blocks.len()];
    if bold.len() < FEWEST_QUESTIONS {
        return asked;
    }
    sorting::SmallSort::small_sort_by_number(&mut bold[..], |span| u64::from(span.start));
    let is_bold = |block: ByteSpan| {
        let end = block.start + block.of(text).trim_end().len() as u32;
        let before = bold.partition_point(|span| span.start <= block.start);
        before
            .checked_sub(1)
            .is_some_and(|last| end <= bold[last].end)
    };
    let (mut n, mut n_asking) = (0, 0);
    for (at, block) in document.blocks.iter().enumerate() {
        if block.kind == BlockKind::Paragraph && is_bold(block.span) {
            asked[at] = true;
            n += 1;
            n_asking += usize::from(block.span.of(text).trim_end().ends_with('?'));
        }
    }
    if n < FEWEST_QUESTIONS || n_asking * 2 < n {
        asked.fill(false);
    }
    asked
}

/// Finds whom the text before the first answer presents as the one who is interviewed: what follows
/// "interview with", "interviewed" or "conversation with", first the head, then the whole description.
fn answerer(document: &Document, names: &[NameSpan], first: usize) -> Option<(ByteSpan, ByteSpan)> {
    let end = document.blocks[first].span.start as usize;
    let before = document.text.get(..end)?;
    for (word, needs_with) in [
        ("interview", true),
        ("conversation", true),
        ("interviewed ", false),
        ("spoke to ", false),
        ("spoke with ", false),
        ("talked to ", false),
    ] {
        for (at, found) in before.match_indices(word) {
            // "She spoke to Peter Kamm": she answers.
            if word.starts_with("spoke") && !asks_himself(&before[..at]) {
                continue;
            }
            // "interviews with personnel" are others.
            if before[at + found.len()..].starts_with('s') {
                continue;
            }
            let sentence_end = before[at..]
                .find(['.', '\n', '?', '!'])
                .map_or(before.len(), |stop| at + stop);
            let rest = before
                .get(at + found.len()..sentence_end)
                .unwrap_or_default();
            let skip = if needs_with {
                match rest.find(" with ") {
                    Some(with) if with < 60 => with + " with ".len(),
                    _ => continue,
                }
            } else {
                0
            };
            let start = at + found.len() + skip;
            if let Some(who) = description(before, start, sentence_end) {
                return Some(who);
            }
        }
    }
    introduced(before, names).map(|name| (name, name))
}

/// Tells whether it is those who ask that the words before "spoke to" speak of: "we", "our reporter".
fn asks_himself(before: &str) -> bool {
    let sentence = before
        .rsplit(['.', '\n', '?', '!'])
        .next()
        .unwrap_or_default();
    sentence
        .split_whitespace()
        .any(|word| matches!(word, "We" | "we" | "I" | "Our" | "our" | "My" | "my"))
}

/// The person of whom the introduction says most, of several the first.
fn introduced(before: &str, names: &[NameSpan]) -> Option<ByteSpan> {
    let mut counted: Vec<(u32, u32, ByteSpan)> = Vec::new();
    let persons = names
        .iter()
        .take_while(|name| (name.span.end as usize) <= before.len())
        .filter(|name| name.kind == NameKind::Person);
    for name in persons {
        match counted
            .iter_mut()
            .find(|(entity, ..)| *entity == name.entity)
        {
            Some((_, n, _)) => *n += 1,
            None => counted.push((name.entity, 1, name.span)),
        }
    }
    let most = counted.iter().map(|&(_, n, _)| n).max()?;
    counted
        .iter()
        .find(|&&(_, n, _)| n == most)
        .map(|&(.., span)| span)
}

/// The head of a description ends at a relative clause, a comma or a bracket; the whole one at the end of
/// its sentence or at a comma or bracket.
fn description(text: &str, start: usize, end: usize) -> Option<(ByteSpan, ByteSpan)> {
    let whole = text.get(start..end)?;
    let whole = whole.split([',', ';', ':', '—']).next()?;
    let flat = whole.split(" (").next()?.trim_end();
    let head = [" who ", " whose ", " about ", " on "]
        .iter()
        .filter_map(|word| flat.find(word))
        .min()
        .unwrap_or(flat.len());
    if head == 0 || flat.starts_with("me") {
        return None;
    }
    let span = |len: usize| ByteSpan::new(start as u32, (start + len) as u32);
    let role_end = flat.len();
    Some((span(head), span(role_end)))
}
