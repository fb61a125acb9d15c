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
struct Candidate {
    value: f32,
    block: usize,
    span: ByteSpan,
}

/// Returns the best passages for the matches of a document, best first; without matches in the text,
/// its first sentences.
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
    let mut candidates: Vec<Candidate> = Vec::new();
    for (block, marks) in best_blocks(view, marks, weights, limit * 2 + 2) {
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
    candidates.small_sort_by_number(|candidate| descending(candidate.value));
    let mut chosen: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        let overlaps = |other: &Candidate| {
            other.block == candidate.block
                && other.span.start < candidate.span.end
                && candidate.span.start < other.span.end
        };
        if chosen.len() < limit && !chosen.iter().any(overlaps) {
            chosen.push(candidate);
        }
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

/// Returns the blocks worth reading again, in the order of the text.
fn best_blocks<'m>(
    view: DocumentView<'_>,
    marks: &'m [Mark],
    weights: &[f32],
    limit: usize,
) -> Vec<(usize, &'m [Mark])> {
    let mut groups = by_block(view, marks);
    keep_first(&mut groups, limit, |group| {
        descending(value(group.1, weights))
    });
    groups.small_sort_by_number(|(block, _)| *block as u64);
    groups
}

/// Returns what matches are worth together: each word once, its repetitions little.
fn value(marks: &[Mark], weights: &[f32]) -> f32 {
    let mut seen: Vec<usize> = Vec::new();
    let mut value = 0.0;
    for mark in marks {
        let weight = weights.get(mark.unit).copied().unwrap_or(0.0).max(0.01);
        if seen.contains(&mark.unit) {
            value += weight * REPEATED;
        } else {
            seen.push(mark.unit);
            value += weight;
        }
    }
    value
}

fn add_candidates(
    text: &BlockText<'_>,
    block: usize,
    marks: &[Mark],
    weights: &[f32],
    factor: f32,
    out: &mut Vec<Candidate>,
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
            cut_candidates(text, first, within(window), weights, block, factor, out);
            continue;
        }
        let mut best: Option<(f32, ByteSpan)> = None;
        for &(last, last_window) in &sentences[at..] {
            let span = ByteSpan::new(first.start, last.end);
            if span.len() > MAX_PASSAGE_BYTES {
                break;
            }
            let value = value(
                within(Span {
                    start: window.start,
                    end: last_window.end,
                }),
                weights,
            );
            let grows = best
                .is_none_or(|(most, shorter)| value > most || shorter.len() < SHORT_PASSAGE_BYTES);
            if grows {
                best = Some((value, span));
            }
        }
        out.extend(best.map(|(value, span)| Candidate {
            value: value * factor,
            block,
            span,
        }));
    }
}

/// Adds stretches of a sentence that is too long, cut between words.
fn cut_candidates(
    text: &BlockText<'_>,
    sentence: ByteSpan,
    marks: &[Mark],
    weights: &[f32],
    block: usize,
    factor: f32,
    out: &mut Vec<Candidate>,
) {
    for (at, mark) in marks.iter().enumerate() {
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
        let value = value(&marks[at..at + inside.max(1)], weights) * factor;
        out.push(Candidate {
            value,
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
        if span.start <= mark.start && mark.end <= span.end {
            inside.push(ByteSpan::new(
                mark.start - span.start,
                mark.end - span.start,
            ));
        }
    }
    Passage {
        span: ByteSpan::new(text.start + span.start, text.start + span.end),
        block: BlockId::of(text.text),
        marks: inside,
    }
}
