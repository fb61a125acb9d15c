//! Phrases of the texts that begin with the words typed.

use super::{Suggestion, SuggestionKind, Typed, bare_of_possessive, quoted};
use crate::Searcher;
use crate::block_text::BlockText;
use crate::plan::Reading;
use corpus::ByteSpan;
use index::{DocId, Index};
use sorting::SmallSort;

/// Words before the cursor's that a phrase is looked up by, at most.
const MOST_WORDS_BEFORE: usize = 4;
/// Documents and blocks that are looked into: a phrase that is worth proposing is in the first of them.
const MOST_DOCUMENTS: usize = 64;
const MOST_BLOCKS: usize = 192;

/// A phrase as a text writes it, and the documents seen with it.
struct Found {
    key: String,
    text: String,
    n_documents: u32,
    last: DocId,
}

/// Adds phrases of which the words typed are the beginning, those of most documents first: with as many of the words
/// before the last as there are phrases with them.
///
/// Cost: linear in the text of [`MOST_BLOCKS`] blocks; where these are not all that hold the words, as searching the
/// phrases that are proposed.
pub(super) fn add_phrases(
    searcher: Searcher<'_>,
    typed: &Typed<'_>,
    most: usize,
    out: &mut Vec<Suggestion>,
) {
    let most_before = typed.words.len().saturating_sub(1).min(MOST_WORDS_BEFORE);
    for n_before in (1..=most_before).rev() {
        let words = &typed.words[typed.words.len() - n_before - 1..];
        let (mut found, is_whole) = phrases(searcher.dictionary().index, words);
        if found.is_empty() {
            continue;
        }
        found.small_sort_by_number(|one| u64::from(u32::MAX - one.n_documents));
        found.truncate(most);
        if !is_whole {
            for one in &mut found {
                one.n_documents = n_documents(searcher, &one.text);
            }
        }
        out.extend(found.into_iter().map(|one| Suggestion {
            kind: SuggestionKind::Phrase,
            insert: if typed.is_quoted {
                one.text.clone()
            } else {
                quoted(&one.text)
            },
            text: one.text,
            start: words[0].0,
            n_documents: one.n_documents,
            doc: None,
        }));
        return;
    }
}

/// Returns the number of documents that hold a phrase.
fn n_documents(searcher: Searcher<'_>, phrase: &str) -> u32 {
    let reading = Reading {
        exact: true,
        records: false,
    };
    let (query, _) = query::parse(&quoted(phrase));
    searcher.find(&query, reading).answering.len()
}

/// Returns the phrases that the first documents with the words have, and whether there are no further documents.
fn phrases(index: &Index, words: &[(usize, String)]) -> (Vec<Found>, bool) {
    let mut found: Vec<Found> = Vec::new();
    let before = words.split_last().map_or(&[][..], |(_, before)| before);
    let terms: Option<Vec<_>> = before.iter().map(|(_, word)| index.term_id(word)).collect();
    // The rarest leads to the fewest blocks.
    let rarest = terms.and_then(|terms| {
        let mut terms = terms.into_iter();
        let first = terms.next()?;
        Some(terms.fold(first, |rarest, term| {
            let is_rarer = index.document_frequency(term) < index.document_frequency(rarest);
            if is_rarer { term } else { rarest }
        }))
    });
    let Some(rarest) = rarest else {
        return (found, true);
    };
    let (mut postings, mut units, mut n_blocks) = (index.postings(rarest), Vec::new(), 0);
    for _ in 0..MOST_DOCUMENTS {
        let doc = postings.doc();
        if doc == DocId::END {
            return (found, true);
        }
        if n_blocks > MOST_BLOCKS {
            break;
        }
        postings.units(&mut units);
        for &unit in units.iter().take(MOST_BLOCKS) {
            n_blocks += 1;
            let block = BlockText::read(index.document(doc), (unit as usize).checked_sub(1));
            add_phrases_of(&block, doc, words, &mut found);
        }
        postings.advance();
    }
    (found, false)
}

fn add_phrases_of(
    block: &BlockText<'_>,
    doc: DocId,
    words: &[(usize, String)],
    out: &mut Vec<Found>,
) {
    let folded: Vec<String> = block.words.iter().map(|span| fold(*span, block)).collect();
    for first in 0..folded.len() {
        let Some(span) = phrase_at(block, &folded, first, words) else {
            continue;
        };
        let text = bare_of_possessive(span.of(block.text));
        let key = crate::words_of(text).join(" ");
        match out.iter_mut().find(|known| known.key == key) {
            Some(known) => {
                known.n_documents += u32::from(known.last != doc);
                known.last = doc;
                // The capital of a sentence's first word is none of the phrase's.
                if n_capitals(text) < n_capitals(&known.text) {
                    known.text = text.to_string();
                }
            }
            None => out.push(Found {
                key,
                text: text.to_string(),
                n_documents: 1,
                last: doc,
            }),
        }
    }
}

fn n_capitals(text: &str) -> usize {
    text.chars().filter(|c| c.is_uppercase()).count()
}

fn fold(span: ByteSpan, block: &BlockText<'_>) -> String {
    analysis::fold(span.of(block.text))
}

/// Returns the bytes of the words where they follow each other from a place; the last may go on.
fn phrase_at(
    block: &BlockText<'_>,
    folded: &[String],
    first: usize,
    words: &[(usize, String)],
) -> Option<ByteSpan> {
    let mut at = first;
    let mut end = 0;
    for (number, (_, word)) in words.iter().enumerate() {
        let is_last = number + 1 == words.len();
        let fits = |term: &str| term == word || is_last && term.starts_with(word.as_str());
        let begin = block.words.get(at)?.start;
        // What is written as one is proposed as one.
        let joined = block.joined.iter();
        let mut joined = joined.filter(|joined| joined.span.start == begin && fits(&joined.term));
        end = match joined.next() {
            Some(joined) => joined.span.end,
            None if fits(folded.get(at)?) => block.words[at].end,
            None => return None,
        };
        at += block.words[at..].partition_point(|word| word.start < end);
    }
    Some(ByteSpan::new(block.words[first].start, end))
}
