//! The best stretches of a document's text, with marks.

use crate::block_text::BlockText;
use crate::matching::{Mark, Span};
use crate::plan::Unit;
use corpus::{BlockId, BlockKind, ByteSpan};
use index::{DocumentView, Index};
use sorting::{SmallSort, descending, keep_first};

/// Largest passage in bytes, unless its first word alone is longer.
const MAX_PASSAGE_BYTES: u32 = 300;
/// Passages shorter than this take the next sentence too, where it fits.
const SHORT_PASSAGE_BYTES: u32 = 120;
/// Words shown before the first match where a sentence has to be cut.
const WORDS_BEFORE: usize = 6;
/// What a further match of a word counts beside the first.
const REPEATED: f32 = 0.1;
/// What a word counts that a better passage shows: little enough for a word not shown yet to win.
const SHOWN: f32 = 0.02;
/// What a heading's matches count: running text says more.
const HEADING: f32 = 0.5;

/// A stretch of a document's text with marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Bytes of the document's text.
    pub span: ByteSpan,
    /// The block that it begins in.
    pub block: BlockId,
    /// Matches as bytes of the passage, sorted, not overlapping.
    pub marks: Vec<ByteSpan>,
}

/// A stretch of one block that may become a passage.
#[derive(Clone, Copy)]
struct Candidate<'m> {
    marks: &'m [Mark],
    factor: f32,
    block: usize,
    span: ByteSpan,
}

/// Returns the best passages for the matches of a document, best first; without matches in the text,
/// its first sentences. Each is chosen for the words that those before it do not show.
///
/// `weights` says what each unit is worth. Cost: linear in the matches, and in the text of a few blocks.
pub(crate) fn passages(
    index: &Index,
    view: DocumentView<'_>,
    units: &[Unit],
    marks: &[Mark],
    weights: &[f32],
    limit: usize,
) -> Vec<Passage> {
    if limit == 0 {
        return Vec::new();
    }
    let mut texts: Vec<(BlockText<'_>, Vec<ByteSpan>)> = Vec::new();
    let mut candidates: Vec<Candidate<'_>> = Vec::new();
    for (block, marks) in best_blocks(view, marks, weights, limit) {
        let text = BlockText::read(view, Some(block));
        let mut spans = Vec::new();
        for &mark in marks {
            spans.extend(mark_bytes(index, &text, units, mark));
        }
        let is_heading = matches!(view.blocks()[block].kind, BlockKind::Heading(_));
        add_candidates(
            &text,
            texts.len(),
            marks,
            weights,
            if is_heading { HEADING } else { 1.0 },
            &mut candidates,
        );
        texts.push((text, merged(spans)));
    }
    let mut shown = vec![false; weights.len()];
    let mut chosen: Vec<Candidate<'_>> = Vec::new();
    while chosen.len() < limit && !candidates.is_empty() {
        let worth: Vec<f32> = candidates
            .iter()
            .map(|candidate| value(candidate.marks, weights, &shown) * candidate.factor)
            .collect();
        let best = candidates[best(&worth)];
        add_units(best.marks, &mut shown);
        candidates.retain(|other| {
            other.block != best.block
                || other.span.end <= best.span.start
                || best.span.end <= other.span.start
        });
        chosen.push(best);
    }
    let passages: Vec<Passage> = chosen
        .into_iter()
        .map(|chosen| passage(&texts[chosen.block], chosen.span))
        .collect();
    if passages.is_empty() {
        lead(view).into_iter().collect()
    } else {
        passages
    }
}

/// Returns the first sentences of the running text, as a passage without marks.
pub(crate) fn lead(view: DocumentView<'_>) -> Option<Passage> {
    let blocks = view.blocks();
    let running = |kind| {
        matches!(
            kind,
            BlockKind::Paragraph | BlockKind::Question | BlockKind::Answer
        )
    };
    let block = blocks
        .iter()
        .position(|block| running(block.kind))
        .or(if blocks.is_empty() { None } else { Some(0) })?;
    let text = BlockText::read(view, Some(block));
    let sentences = text.sentences();
    let end = sentences
        .iter()
        .map(|sentence| sentence.0.end)
        .take_while(|&end| end <= MAX_PASSAGE_BYTES)
        .last();
    let start = sentences.first().map_or(0, |sentence| sentence.0.start);
    let end = end.unwrap_or_else(|| cut_at_word(&text, start, text.text.len() as u32));
    Some(passage(&(text, Vec::new()), ByteSpan::new(start, end)))
}

/// Returns the bytes of the document's title that matches cover, sorted, not overlapping.
pub(crate) fn title_marks(
    index: &Index,
    view: DocumentView<'_>,
    units: &[Unit],
    marks: &[Mark],
) -> Vec<ByteSpan> {
    let title = BlockText::read(view, None);
    let n_words = title.words.len() as u32;
    let in_title = marks.iter().filter(|mark| mark.span.start < n_words);
    merged(
        in_title
            .filter_map(|&mark| mark_bytes(index, &title, units, mark))
            .collect(),
    )
}

/// Returns the bytes in the document's text that matches cover, sorted, not overlapping.
pub(crate) fn text_marks(
    index: &Index,
    view: DocumentView<'_>,
    units: &[Unit],
    marks: &[Mark],
) -> Vec<ByteSpan> {
    let mut spans = Vec::new();
    for (block, marks) in by_block(view, marks) {
        let text = BlockText::read(view, Some(block));
        for &mark in marks {
            if let Some(span) = mark_bytes(index, &text, units, mark) {
                spans.push(ByteSpan::new(
                    text.start + span.start,
                    text.start + span.end,
                ));
            }
        }
    }
    merged(spans)
}

/// Counts what [`text_marks`] would return, mostly without reading the text again.
pub(crate) fn count_marks(
    index: &Index,
    view: DocumentView<'_>,
    units: &[Unit],
    marks: &[Mark],
) -> usize {
    let mut n_marks = 0;
    for (_, marks) in by_block(view, marks) {
        // Matches at a distance cannot be parts of one compound, and matches at one place are one.
        let touch = |pair: &[Mark]| {
            let (first, second) = (pair[0].span, pair[1].span);
            first.start < second.start && second.start < first.end.max(first.start + 4)
        };
        n_marks += if marks.windows(2).any(touch) {
            text_marks(index, view, units, marks).len()
        } else {
            1 + marks
                .windows(2)
                .filter(|pair| pair[0].span.start < pair[1].span.start)
                .count()
        };
    }
    n_marks
}

/// Groups sorted marks by block, leaving out the title's.
fn by_block<'m>(view: DocumentView<'_>, marks: &'m [Mark]) -> Vec<(usize, &'m [Mark])> {
    let mut groups = Vec::new();
    let mut rest = marks;
    while let Some(first) = rest.first() {
        let block = view.block_of_position(first.span.start);
        let end = BlockText::window(view, block).end;
        let (group, after) =
            rest.split_at(rest.partition_point(|mark| mark.span.start < end).max(1));
        groups.extend(block.map(|block| (block, group)));
        rest = after;
    }
    groups
}

/// Returns the blocks worth reading again, in the order of the text: those that together show the most
/// words, as many as there are to be passages, and those with the most matches.
fn best_blocks<'m>(
    view: DocumentView<'_>,
    marks: &'m [Mark],
    weights: &[f32],
    n_passages: usize,
) -> Vec<(usize, &'m [Mark])> {
    let mut rest = by_block(view, marks);
    let (mut blocks, mut shown) = (Vec::new(), vec![false; weights.len()]);
    while blocks.len() < n_passages && !rest.is_empty() {
        let worth: Vec<f32> = rest
            .iter()
            .map(|(_, marks)| value(marks, weights, &shown))
            .collect();
        let best = rest.remove(best(&worth));
        add_units(best.1, &mut shown);
        blocks.push(best);
    }
    keep_first(&mut rest, n_passages + 2, |group| {
        descending(value(group.1, weights, &[]))
    });
    blocks.append(&mut rest);
    blocks.small_sort_by_number(|(block, _)| *block as u64);
    blocks
}

/// Returns the place of the greatest value, the first of equal ones; 0 where there is none.
fn best(worth: &[f32]) -> usize {
    let mut best = 0;
    for (at, value) in worth.iter().enumerate() {
        if *value > worth[best] {
            best = at;
        }
    }
    best
}

/// Returns what matches are worth together: each word once, its repetitions little, and little what is
/// shown already. A word that follows the one before it in the query is worth as much again, so that a name stands
/// before its parts.
///
/// Cost: linear in the matches and in the words of the query, however many of these match at one place.
fn value(marks: &[Mark], weights: &[f32], shown: &[bool]) -> f32 {
    let mut seen = vec![false; weights.len()];
    let mut value = 0.0;
    let mut before: Option<&Mark> = None;
    for mark in marks {
        let mut weight = weights.get(mark.unit).copied().unwrap_or(0.0).max(0.01);
        if shown.get(mark.unit) == Some(&true) {
            weight *= SHOWN;
        }
        let is_after =
            |before: &Mark| before.unit + 1 == mark.unit && before.span.end == mark.span.start;
        if before.replace(mark).is_some_and(is_after) {
            value += weight;
        }
        match seen.get_mut(mark.unit) {
            Some(seen) if !*seen => {
                *seen = true;
                value += weight;
            }
            _ => value += weight * REPEATED,
        }
    }
    value
}

fn add_units(marks: &[Mark], shown: &mut [bool]) {
    for mark in marks {
        if let Some(shown) = shown.get_mut(mark.unit) {
            *shown = true;
        }
    }
}

fn add_candidates<'m>(
    text: &BlockText<'_>,
    block: usize,
    marks: &'m [Mark],
    weights: &[f32],
    factor: f32,
    out: &mut Vec<Candidate<'m>>,
) {
    let sentences = text.sentences();
    let within = |window: Span| {
        let first = marks.partition_point(|mark| mark.span.start < window.start);
        &marks[first
            ..marks
                .partition_point(|mark| mark.span.start < window.end)
                .max(first)]
    };
    for (at, &(first, window)) in sentences.iter().enumerate() {
        if within(window).is_empty() {
            continue;
        }
        if first.len() > MAX_PASSAGE_BYTES {
            cut_candidates(text, first, within(window), block, factor, out);
            continue;
        }
        let mut best: Option<(f32, &'m [Mark], ByteSpan)> = None;
        for &(last, last_window) in &sentences[at..] {
            let span = ByteSpan::new(first.start, last.end);
            if span.len() > MAX_PASSAGE_BYTES {
                break;
            }
            let inside = within(Span {
                start: window.start,
                end: last_window.end,
            });
            let value = value(inside, weights, &[]);
            let grows = best.is_none_or(|(most, _, shorter)| {
                value > most || shorter.len() < SHORT_PASSAGE_BYTES
            });
            if grows {
                best = Some((value, inside, span));
            }
        }
        out.extend(best.map(|(_, marks, span)| Candidate {
            marks,
            factor,
            block,
            span,
        }));
    }
}

/// Adds stretches of a sentence that is too long, cut between words.
fn cut_candidates<'m>(
    text: &BlockText<'_>,
    sentence: ByteSpan,
    marks: &'m [Mark],
    block: usize,
    factor: f32,
    out: &mut Vec<Candidate<'m>>,
) {
    let mut last = None;
    for (at, mark) in marks.iter().enumerate() {
        // Of matches at one place the first has all that the others have.
        if last.replace(mark.span.start) == Some(mark.span.start) {
            continue;
        }
        let Some(word) = text.word_at(mark.span.start) else {
            continue;
        };
        let place = text.words.partition_point(|other| other.start < word.start);
        let first = text.words[place.saturating_sub(WORDS_BEFORE)]
            .start
            .max(sentence.start);
        let end = cut_at_word(text, first, sentence.end);
        let inside = marks[at..].partition_point(|mark| {
            text.word_at(mark.span.end.saturating_sub(1))
                .is_some_and(|last| last.end <= end)
        });
        out.push(Candidate {
            marks: &marks[at..at + inside.max(1)],
            factor,
            block,
            span: ByteSpan::new(first, end),
        });
    }
}

/// Returns the end of the last word that fits into a passage from `start`, at most `end`.
fn cut_at_word(text: &BlockText<'_>, start: u32, end: u32) -> u32 {
    if end.saturating_sub(start) <= MAX_PASSAGE_BYTES {
        return end;
    }
    let after = text
        .words
        .partition_point(|word| word.end <= start + MAX_PASSAGE_BYTES);
    match after.checked_sub(1).and_then(|last| text.words.get(last)) {
        Some(last) if last.end > start => last.end,
        _ => text.words.get(after).map_or(end, |word| word.end),
    }
}

/// Returns the bytes in the block's text that a match covers.
fn mark_bytes(index: &Index, text: &BlockText<'_>, units: &[Unit], mark: Mark) -> Option<ByteSpan> {
    let first = text.word_at(mark.span.start)?;
    let last = text.word_at(mark.span.end.checked_sub(1)?).unwrap_or(first);
    let unit = units.get(mark.unit)?;
    // The joined form of a compound stands at its first part; the whole compound is marked.
    let is_form = |term: &str| {
        let id = index.term_id(term);
        id.is_some_and(|id| {
            unit.forms.iter().any(|form| form.term == id)
                || unit
                    .sequences
                    .iter()
                    .flatten()
                    .any(|slot| slot.terms.contains(&id))
        })
    };
    let mut end = last.end;
    for joined in &text.joined {
        if joined.position == mark.span.start && is_form(&joined.term) {
            end = end.max(joined.span.end);
        }
    }
    Some(ByteSpan::new(first.start, end))
}

/// Sorts spans and merges those that overlap.
fn merged(mut spans: Vec<ByteSpan>) -> Vec<ByteSpan> {
    spans.small_sort_by_number(|span| u64::from(span.start) << 32 | u64::from(span.end));
    let mut merged: Vec<ByteSpan> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}

fn passage((text, marks): &(BlockText<'_>, Vec<ByteSpan>), span: ByteSpan) -> Passage {
    let mut inside = Vec::new();
    for mark in marks {
        // A quotation may be longer than what is shown of it.
        let (start, end) = (mark.start.max(span.start), mark.end.min(span.end));
        if start < end {
            inside.push(ByteSpan::new(start - span.start, end - span.start));
        }
    }
    Passage {
        span: ByteSpan::new(text.start + span.start, text.start + span.end),
        block: BlockId::of(text.text),
        marks: inside,
    }
}
