//! Finding a marked passage again.

use crate::{Quote, Target};

/// A block of a document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockPlace<'d> {
    /// Its name, eight hexadecimal digits.
    pub id: &'d str,
    /// Start in bytes of the document's text.
    pub start: u32,
    /// End in bytes of the document's text.
    pub end: u32,
}

/// Where a marked passage is now, in bytes of the document's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// In the block in which it was marked, which reads as it did.
    Block([u32; 2]),
    /// The block has changed; the quotation stands in the text exactly once, alone or with what was around it.
    Quotation([u32; 2]),
    /// Neither: the passage is not found any more.
    Lost,
}

impl Anchor {
    /// Returns start and end, where the passage was found.
    #[must_use]
    pub fn span(self) -> Option<[u32; 2]> {
        match self {
            Self::Block(span) | Self::Quotation(span) => Some(span),
            Self::Lost => None,
        }
    }
}

/// Finds the passage of `target` in `text`, whose `blocks` are sorted. Never a likely place: one that is
/// certain, or [`Anchor::Lost`].
///
/// Cost: one pass over the blocks; where the block is gone, one search through the text.
#[must_use]
pub fn anchor(target: &Target, text: &str, blocks: &[BlockPlace<'_>]) -> Anchor {
    if target.quote.exact.is_empty() {
        return Anchor::Lost;
    }
    let in_blocks: Vec<[u32; 2]> = blocks
        .iter()
        .filter(|block| block.id == target.block)
        .filter_map(|block| in_block(target, text, block.start))
        .collect();
    match in_blocks[..] {
        [] => {}
        [span] => return Anchor::Block(span),
        _ => {
            // Blocks of one text share a name: the surroundings tell them apart, and among those that agree in
            // them as well, the old place.
            let alike = || {
                in_blocks
                    .iter()
                    .copied()
                    .filter(|&span| has_context(target, text, span))
            };
            let found =
                only(alike(), |_| true).or_else(|| only(alike(), |span| span == target.bytes));
            return found.map_or(Anchor::Lost, Anchor::Block);
        }
    }
    by_quotation(target, text).map_or(Anchor::Lost, Anchor::Quotation)
}

/// Returns the place counted from the beginning of a block, where the same words stand there.
fn in_block(target: &Target, text: &str, block_start: u32) -> Option<[u32; 2]> {
    let [start, end] = target.in_block;
    let span = [
        block_start.checked_add(start)?,
        block_start.checked_add(end)?,
    ];
    let words = text.get(span[0] as usize..span[1] as usize)?;
    (words == target.quote.exact).then_some(span)
}

fn by_quotation(target: &Target, text: &str) -> Option<[u32; 2]> {
    let exact = target.quote.exact.as_str();
    let spans = || {
        let starts = std::iter::successors(text.find(exact), move |&last| {
            // The next place may overlap this one.
            let next = last + text[last..].chars().next().map_or(1, char::len_utf8);
            text.get(next..)?.find(exact).map(|at| next + at)
        });
        starts.map(|start| [start as u32, (start + exact.len()) as u32])
    };
    match only(spans(), |_| true) {
        Some(span) => is_telling(target, text, span).then_some(span),
        None => only(spans(), |span| has_context(target, text, span)),
    }
}

/// Whether words that stand in the text once are surely those that were marked: by their length, or because
/// what stands next to them on one side is the same. A single "road" elsewhere is another road.
fn is_telling(target: &Target, text: &str, [start, end]: [u32; 2]) -> bool {
    const LONG_CHARACTERS: usize = 24;
    const NEAR_CHARACTERS: usize = 8;
    let Quote {
        exact,
        prefix,
        suffix,
    } = &target.quote;
    let near = |side: &str| side.chars().take(NEAR_CHARACTERS).count();
    let before = prefix
        .chars()
        .rev()
        .zip(text[..start as usize].chars().rev());
    let after = suffix.chars().zip(text[end as usize..].chars());
    let n_before = before
        .take(NEAR_CHARACTERS)
        .take_while(|(then, now)| then == now)
        .count();
    let n_after = after
        .take(NEAR_CHARACTERS)
        .take_while(|(then, now)| then == now)
        .count();
    exact.chars().nth(LONG_CHARACTERS - 1).is_some()
        || n_before > 0 && n_before == near(prefix)
        || n_after > 0 && n_after == near(suffix)
}

fn has_context(target: &Target, text: &str, [start, end]: [u32; 2]) -> bool {
    text[..start as usize].ends_with(&target.quote.prefix)
        && text[end as usize..].starts_with(&target.quote.suffix)
}

/// Returns the span that passes, if exactly one does.
fn only(
    spans: impl Iterator<Item = [u32; 2]>,
    passes: impl Fn([u32; 2]) -> bool,
) -> Option<[u32; 2]> {
    let mut passing = spans.filter(|&span| passes(span));
    let first = passing.next()?;
    passing.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text of blocks; the name of a block is its number among different texts.
    fn blocks(texts: &[&'static str]) -> (String, Vec<BlockPlace<'static>>) {
        let mut at = 0;
        let places = texts.iter().map(|text| {
            let start = at;
            at += text.len() as u32 + 2;
            BlockPlace {
                id: text,
                start,
                end: start + text.len() as u32,
            }
        });
        (texts.join("\n\n"), places.collect())
    }

    fn marked(texts: &[&'static str], exact: &str, nth: usize) -> Target {
        let (text, blocks) = blocks(texts);
        let (start, _) = text.match_indices(exact).nth(nth).expect(exact);
        Target::of(&text, &blocks, start as u32, (start + exact.len()) as u32).expect(exact)
    }

    fn found(target: &Target, texts: &[&'static str]) -> (Anchor, String) {
        let (text, blocks) = blocks(texts);
        let anchor = anchor(target, &text, &blocks);
        let words = anchor
            .span()
            .map(|[start, end]| text[start as usize..end as usize].to_owned());
        (anchor, words.unwrap_or_default())
    }

    #[test]
    fn a_mark_moves_with_its_block() {
        let target = marked(&["First.", "The road was open."], "road", 0);
        assert_eq!(
            found(&target, &["Before.", "First.", "The road was open."]).0,
            Anchor::Block([21, 25])
        );
    }

    #[test]
    fn a_mark_in_a_changed_block_is_found_by_its_words_when_they_stand_there_once() {
        let target = marked(&["The road was open."], "road was", 0);
        assert_eq!(
            found(&target, &["The main road was open."]),
            (Anchor::Quotation([9, 17]), "road was".into())
        );
    }

    #[test]
    fn words_that_stand_there_twice_are_told_apart_by_their_surroundings_or_not_at_all() {
        let target = marked(&["The road was open."], "road", 0);
        assert_eq!(
            found(&target, &["A road. The road was open. Another."]).0,
            Anchor::Quotation([12, 16])
        );
        assert_eq!(
            found(&target, &["A road. The road was shut."]).0,
            Anchor::Lost
        );
        assert_eq!(
            found(&target, &["The road was open. The road was open."]).0,
            Anchor::Lost
        );
    }

    #[test]
    fn a_short_word_that_stands_elsewhere_is_not_taken_for_the_marked_one() {
        let target = marked(&["The road was open."], "road", 0);
        assert_eq!(found(&target, &["No road leads there."]).0, Anchor::Lost);
        assert_eq!(
            found(&target, &["That road was open, they say."]).0,
            Anchor::Quotation([5, 9])
        );
    }

    #[test]
    fn a_passage_that_is_gone_is_not_found() {
        let target = marked(&["The road was open."], "road", 0);
        assert_eq!(found(&target, &["The way was open."]).0, Anchor::Lost);
        assert_eq!(found(&target, &[]).0, Anchor::Lost);
    }

    #[test]
    fn of_two_blocks_that_read_alike_the_surroundings_tell() {
        let texts = ["Q", "Yes.", "R", "Yes.", "S"];
        let target = marked(&texts, "Yes", 1);
        assert_eq!(found(&target, &texts).0, Anchor::Block(target.bytes));
        assert_eq!(
            found(&target, &["T", "Q", "Yes.", "R", "Yes.", "S"]).0,
            Anchor::Block([15, 18])
        );
        assert_eq!(
            found(&target, &["T", "Yes.", "U", "Yes.", "V"]).0,
            Anchor::Lost
        );
    }

    #[test]
    fn a_selection_keeps_no_white_space_and_counts_characters() {
        let text = "حمص  road ";
        let blocks = [BlockPlace {
            id: "x",
            start: 0,
            end: text.len() as u32,
        }];
        let target = Target::of(text, &blocks, 6, text.len() as u32).expect("words");
        assert_eq!(
            (target.quote.exact.as_str(), target.bytes, target.characters),
            ("road", [8, 12], [5, 9])
        );
        assert_eq!(Target::of(text, &blocks, 6, 8), None);
        assert_eq!(Target::of(text, &blocks, 1, 8), None);
        assert_eq!(Target::of(text, &blocks, 8, 99), None);
    }
}
