//! Concordance: every match with what stands before and after it (key word in context, KWIC).

use crate::words::BlockReader;
use crate::{Match, Words};
use corpus::{BlockId, ByteSpan};
use index::{DocId, Index};
use sorting::{SmallSort, keep_first};

/// Most levels of a sort.
pub const MAX_LEVELS: usize = 3;
/// Bits of one level in the number that lines are sorted by.
const LEVEL_BITS: u32 = 21;

/// What lines are sorted by. Words are compared in their folded form, letter by letter by code point,
/// which is the same in every place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The word so many places before the match, from 1.
    Left(u32),
    /// The word so many places after the match, from 1.
    Right(u32),
    /// The match itself.
    Node,
    /// The document, in the corpus's order.
    Document,
    /// The document's date; undated ones last.
    Date,
    /// How far into its document a match is, as a share of its words.
    Position,
}

/// How much to show on either side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// At most so many characters, cut at the edges of words where there are any.
    Characters(u32),
    /// So many words.
    Words(u32),
}

/// One match in its context. All texts are bytes of the document's plain text as it is, line breaks
/// included, in reading order whatever the direction of the script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'i> {
    /// The document.
    pub doc: DocId,
    /// The block that the match begins in.
    pub block: BlockId,
    /// Bytes of the match in the document's plain text.
    pub span: ByteSpan,
    /// What stands directly before.
    pub left: &'i str,
    /// The match.
    pub node: &'i str,
    /// What stands directly after.
    pub right: &'i str,
}

impl Words {
    /// Returns `limit` of the matches from the `offset`th in the order of up to [`MAX_LEVELS`] levels;
    /// equal ones in the order of the corpus.
    ///
    /// `matches` are in the order of the corpus. Cost: linear in the matches; no text is read.
    #[must_use]
    pub fn sorted_page(
        &self,
        index: &Index,
        matches: &[Match],
        levels: &[Level],
        offset: usize,
        limit: usize,
    ) -> Vec<Match> {
        let mut page = matches.to_vec();
        if !levels.is_empty() {
            let docs = self.docs(matches);
            let forms = if levels.contains(&Level::Node) {
                self.form_ranks(matches)
            } else {
                Vec::new()
            };
            let number = |at: &u32| {
                let mut number = 0;
                for &level in levels.iter().take(MAX_LEVELS) {
                    let rank = match level {
                        Level::Node => forms[*at as usize],
                        _ => self.rank(index, docs[*at as usize], matches[*at as usize], level),
                    };
                    number = number << LEVEL_BITS | u64::from(rank.min((1 << LEVEL_BITS) - 1));
                }
                number
            };
            let mut order: Vec<u32> = (0..matches.len() as u32).collect();
            keep_first(&mut order, offset.saturating_add(limit), number);
            page = order.iter().map(|&at| matches[at as usize]).collect();
        }
        page.into_iter().skip(offset).take(limit).collect()
    }

    /// Returns a number that rises in the order of a level. Beyond two million terms or documents,
    /// neighbours in that order share a number.
    fn rank(&self, index: &Index, doc: DocId, found: Match, level: Level) -> u32 {
        let places = self.places(doc);
        let word = |place: Option<usize>| {
            let place = place.filter(|place| places.contains(place));
            place.map_or(0, |place| self.coarse(self.terms[place], self.n_terms()))
        };
        match level {
            Level::Left(n) => word((found.start as usize).checked_sub(n.max(1) as usize)),
            Level::Right(n) => word(Some(found.end() as usize + n.max(1) as usize - 1)),
            Level::Node => 0,
            Level::Document => self.coarse(doc.0, index.n_documents() as usize),
            Level::Date => index.document_dates(doc).map_or(u32::MAX, |(first, _)| {
                // Days from the year −1000 on keep their order in 21 bits.
                (i64::from(first.0) + 1_100_000).clamp(0, (1 << LEVEL_BITS) - 2) as u32
            }),
            Level::Position => {
                let into = (found.start as usize - places.start) as u64;
                ((into << (LEVEL_BITS - 1)) / (places.len() as u64).max(1)) as u32
            }
        }
    }

    fn coarse(&self, number: u32, of: usize) -> u32 {
        let bits = usize::BITS - of.leading_zeros();
        (number >> bits.saturating_sub(LEVEL_BITS - 1)).saturating_add(1)
    }

    /// Returns for each match the rank of its words among those of all.
    fn form_ranks(&self, matches: &[Match]) -> Vec<u32> {
        if matches.iter().all(|found| found.length == 1) {
            let term = |found: &Match| self.terms[found.start as usize];
            return matches
                .iter()
                .map(|found| self.coarse(term(found), self.n_terms()))
                .collect();
        }
        let form = |at: u32| {
            let found = matches[at as usize];
            &self.terms[found.start as usize..found.end() as usize]
        };
        let mut order: Vec<u32> = (0..matches.len() as u32).collect();
        order.small_sort_by(|&a, &b| form(a).cmp(form(b)));
        let mut ranks = vec![0; matches.len()];
        let mut rank = 0;
        for (nth, &at) in order.iter().enumerate() {
            if nth > 0 && form(order[nth - 1]) != form(at) {
                rank += 1;
            }
            ranks[at as usize] = rank;
        }
        ranks
    }

    /// Reads matches with their contexts from the texts.
    ///
    /// Cost: linear in the documents that the matches lie in; ask for a page, not for all.
    #[must_use]
    pub fn lines<'i>(&self, index: &'i Index, page: &[Match], width: Width) -> Vec<Line<'i>> {
        let mut order: Vec<usize> = (0..page.len()).collect();
        order.small_sort_by_number(|&at| u64::from(page[at].start));
        let mut lines: Vec<(usize, Line<'i>)> = Vec::with_capacity(page.len());
        let mut reader: Option<(BlockReader<'i>, &'i str)> = None;
        for at in order {
            let doc = self.doc(page[at].start);
            if reader
                .as_ref()
                .is_none_or(|(reader, _)| reader.view.doc() != doc)
            {
                let view = index.document(doc);
                reader = Some((BlockReader::new(self, view), view.text()));
            }
            if let Some((reader, text)) = &mut reader
                && let Some(line) = self.line(reader, text, page[at], width)
            {
                lines.push((at, line));
            }
        }
        lines.small_sort_by_number(|(at, _)| *at as u64);
        lines.into_iter().map(|(_, line)| line).collect()
    }

    fn line<'i>(
        &self,
        reader: &mut BlockReader<'i>,
        text: &'i str,
        found: Match,
        width: Width,
    ) -> Option<Line<'i>> {
        let start = reader.bytes(found.start)?.start;
        let end = reader.bytes(found.end() - 1)?.end;
        let (before, after) = (text.get(..start as usize)?, text.get(end as usize..)?);
        let (left, right) = match width {
            Width::Characters(n) => (last_characters(before, n), first_characters(after, n)),
            Width::Words(n) => {
                let places = self.places(reader.view.doc());
                let from = (found.start.saturating_sub(n)).max(places.start as u32);
                let to = found.end().saturating_add(n).min(places.end as u32);
                let from = if n == 0 {
                    start
                } else {
                    reader.bytes(from)?.start
                };
                let to = if n == 0 {
                    end
                } else {
                    reader.bytes(to.checked_sub(1)?)?.end
                };
                let left = text.get(from.min(start) as usize..start as usize)?;
                (left, text.get(end as usize..to.max(end) as usize)?)
            }
        };
        let view = reader.view;
        let block = view.blocks().get(reader.block_of_place(found.start))?;
        Some(Line {
            doc: view.doc(),
            block: BlockId::of(view.slice(block.span)),
            span: ByteSpan::new(start, end),
            left,
            node: text.get(start as usize..end as usize)?,
            right,
        })
    }
}

/// Returns at most `n` characters from the end of a text. A word that would be cut is left out, unless
/// it is more than half of all there is to show.
fn last_characters(text: &str, n: u32) -> &str {
    let Some((cut, _)) = text.char_indices().rev().take(n as usize).last() else {
        return "";
    };
    let (outside, inside) = text.split_at(cut);
    if !outside.ends_with(char::is_alphanumeric) {
        return inside;
    }
    let word = inside.find(|c: char| !c.is_alphanumeric());
    let word = word.filter(|word| word * 2 <= inside.len());
    inside.get(word.unwrap_or(0)..).unwrap_or_default()
}

/// Returns at most `n` characters from the start of a text, as [`last_characters`].
fn first_characters(text: &str, n: u32) -> &str {
    let cut = text.char_indices().nth(n as usize);
    let Some((inside, outside)) = cut.map(|(cut, _)| text.split_at(cut)) else {
        return text;
    };
    if !outside.starts_with(char::is_alphanumeric) {
        return inside;
    }
    let word = inside.trim_end_matches(char::is_alphanumeric).len();
    let word = Some(word).filter(|word| (inside.len() - word) * 2 <= inside.len());
    inside
        .get(..word.unwrap_or(inside.len()))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{first_characters, last_characters};

    #[test]
    fn contexts_are_cut_between_words() {
        assert_eq!(last_characters("the fall of ", 8), "fall of ");
        assert_eq!(last_characters("the fall of ", 7), " of ");
        assert_eq!(last_characters("of", 10), "of");
        assert_eq!(last_characters("", 10), "");
        assert_eq!(first_characters(" at dawn on", 6), " at ");
        assert_eq!(first_characters(" at dawn", 8), " at dawn");
        assert_eq!(first_characters(" at", 0), "");
    }

    #[test]
    fn a_script_without_spaces_is_cut_at_its_characters() {
        assert_eq!(last_characters("北京上海", 2), "上海");
        assert_eq!(first_characters("北京上海", 3), "北京上");
    }
}
