//! The corpus as one run of numbered words: what every count in this crate stands on.

use crate::bit_set::BitSet;
use crate::matches::Match;
use crate::phrases::PhraseOrder;
use corpus::ByteSpan;
use index::{DocId, DocumentView, Index, TermTable};
use std::ops::Range;
use std::sync::OnceLock;

/// All words of all texts in their order, titles not counted, as the numbers of their terms.
///
/// A *place* is an index into this run; the places of a document are consecutive. Read once from the
/// texts, kept for every question after: four bytes a word, and as many again once phrases are counted.
#[derive(Debug)]
pub struct Words {
    /// The terms of the index, numbered in their byte order as [`index::TermId`] is. Its dictionary answers for them, too,
    /// by walking; here two and a half million words are looked up in a row.
    pub(crate) vocabulary: TermTable,
    pub(crate) terms: Vec<u32>,
    /// Where each document begins; one more for the end.
    starts: Vec<u32>,
    /// The document of every 64th place.
    hints: Vec<u32>,
    /// Set at the first word of every sentence.
    pub(crate) sentences: BitSet,
    /// Set at the first word of every block.
    pub(crate) blocks: BitSet,
    /// Compounds written together as well, by place.
    pub(crate) joined: Vec<Joined>,
    pub(crate) phrases: OnceLock<PhraseOrder>,
    /// Rarities of terms and lengths of documents, for similarity.
    pub(crate) norms: OnceLock<(Vec<f32>, Vec<f32>)>,
}

/// A compound that the index knows by its joined form, too.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Joined {
    /// Place of its first part.
    pub(crate) at: u32,
    pub(crate) term: u32,
    pub(crate) n_words: u32,
}

/// How much was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scope {
    /// Documents counted.
    pub documents: u32,
    /// Their words, titles not counted.
    pub words: u64,
}

/// The words of an index while they are read, for hosts that must answer meanwhile.
#[derive(Debug)]
pub struct Reading {
    words: Words,
    n_words: u64,
}

impl Reading {
    /// Begins with no document. Cost: linear in the terms of the index.
    #[must_use]
    pub fn new(index: &Index) -> Self {
        let mut words = Words::unread(index);
        words.starts.push(0);
        Self {
            words,
            n_words: index.n_tokens(),
        }
    }

    /// Reads whole documents, until `n_words` more words are read. Returns whether there are more.
    pub fn step(&mut self, index: &Index, n_words: usize) -> bool {
        let enough = self.words.terms.len().saturating_add(n_words);
        while self.words.n_documents() < index.n_documents() {
            if self.words.terms.len() >= enough {
                return true;
            }
            let next = DocId(self.words.n_documents());
            self.words.read_document(index.document(next));
        }
        false
    }

    /// Returns which share of the words is read, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f32 {
        self.words.terms.len() as f32 / self.n_words.max(1) as f32
    }

    /// Reads what is left.
    #[must_use]
    pub fn finish(mut self, index: &Index) -> Words {
        while self.step(index, usize::MAX) {}
        let mut words = self.words;
        // Behind the last word everything ends.
        words.sentences.set(words.terms.len());
        words.blocks.set(words.terms.len());
        words
    }
}

impl Words {
    /// Reads the words of every document.
    ///
    /// Cost: linear in the text, about as much as indexing it. [`Reading`] does the same in slices.
    #[must_use]
    pub fn read(index: &Index) -> Self {
        Reading::new(index).finish(index)
    }

    fn unread(index: &Index) -> Self {
        let n_words = index.n_tokens() as usize;
        let mut vocabulary = TermTable::default();
        index.for_each_term("", &mut |term, _| {
            vocabulary.number_of(term);
            true
        });
        Self {
            vocabulary,
            terms: Vec::with_capacity(n_words),
            starts: Vec::with_capacity(index.n_documents() as usize + 1),
            hints: Vec::with_capacity(n_words / 64 + 1),
            sentences: BitSet::new(n_words),
            blocks: BitSet::new(n_words),
            joined: Vec::new(),
            phrases: OnceLock::new(),
            norms: OnceLock::new(),
        }
    }

    fn read_document(&mut self, view: DocumentView<'_>) {
        for block in view.blocks() {
            self.read_block(view.slice(block.span));
        }
        self.starts.push(self.terms.len() as u32);
        while self.hints.len() * 64 < self.terms.len() {
            self.hints.push(view.doc().0);
        }
    }

    fn read_block(&mut self, text: &str) {
        let first = self.terms.len();
        let sentences = analysis::sentences(text);
        let mut next = 0;
        analysis::tokens(text, &mut |token| {
            // A word that the index does not know cannot be: the same analysis made it. Were it so, the
            // count of words must hold all the same.
            let term = self.vocabulary.find(token.term).unwrap_or(u32::MAX);
            if token.n_positions > 1 {
                self.joined.push(Joined {
                    at: first as u32 + token.position,
                    term,
                    n_words: token.n_positions,
                });
                return;
            }
            let begins = |sentence: &ByteSpan| sentence.start <= token.span.start;
            while sentences.get(next).is_some_and(begins) {
                self.sentences.set(self.terms.len());
                next += 1;
            }
            self.terms.push(term);
        });
        if first < self.terms.len() {
            self.blocks.set(first);
            self.sentences.set(first);
        }
    }

    /// Returns the number of words.
    #[must_use]
    pub fn n_words(&self) -> u64 {
        self.terms.len() as u64
    }

    /// Returns the number of documents.
    #[must_use]
    pub fn n_documents(&self) -> u32 {
        self.starts.len() as u32 - 1
    }

    /// Returns the number of different terms of the index, joined forms included.
    #[must_use]
    pub fn n_terms(&self) -> usize {
        self.vocabulary.len()
    }

    /// Returns the text of a term.
    #[must_use]
    pub fn term(&self, number: u32) -> &str {
        self.vocabulary.get(number)
    }

    /// Returns the places of a document's words.
    #[must_use]
    pub fn places(&self, doc: DocId) -> Range<usize> {
        let at = doc.as_usize();
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(&start), Some(&end)) => start as usize..end as usize,
            _ => 0..0,
        }
    }

    /// Returns the document of a place; behind the last word, the last document.
    ///
    /// Cost: a step for each document that ends in the 64 words before.
    #[must_use]
    pub fn doc(&self, place: u32) -> DocId {
        let hint = self.hints.get(place as usize / 64).or(self.hints.last());
        let mut doc = hint.copied().unwrap_or_default();
        let ends_before = |doc: u32| {
            let end = self.starts.get(doc as usize + 1);
            end.is_some_and(|&end| end <= place) && doc + 1 < self.n_documents()
        };
        while ends_before(doc) {
            doc += 1;
        }
        DocId(doc)
    }

    /// Counts documents and their words.
    #[must_use]
    pub fn scope(&self, documents: &[DocId]) -> Scope {
        Scope {
            documents: documents.len() as u32,
            words: documents
                .iter()
                .map(|&doc| self.places(doc).len() as u64)
                .sum(),
        }
    }

    /// Returns how often each term occurs as a word in the documents, by its number.
    ///
    /// Cost: linear in their words.
    #[must_use]
    pub fn frequencies(&self, documents: &[DocId]) -> Vec<u32> {
        let mut frequencies = vec![0; self.n_terms()];
        for &doc in documents {
            for &term in &self.terms[self.places(doc)] {
                if let Some(frequency) = frequencies.get_mut(term as usize) {
                    *frequency += 1;
                }
            }
        }
        frequencies
    }

    /// Returns in how many of the documents each term occurs as a word.
    pub(crate) fn document_frequencies(&self, documents: &[DocId]) -> Vec<u32> {
        let mut frequencies = vec![0; self.n_terms()];
        let mut last = vec![u32::MAX; self.n_terms()];
        for &doc in documents {
            for &term in &self.terms[self.places(doc)] {
                let at = term as usize;
                if last.get(at).is_some_and(|&last| last != doc.0) {
                    last[at] = doc.0;
                    frequencies[at] += 1;
                }
            }
        }
        frequencies
    }

    /// Returns the numbers of terms that fit a pattern: `*` stands for any letters, `?` for one. The
    /// pattern is folded as words are; without `*` and `?` it is one term.
    #[must_use]
    pub fn terms_like(&self, pattern: &str) -> Vec<u32> {
        let pieces: Vec<String> = pattern
            .trim()
            .split_inclusive(['*', '?'])
            .map(|piece| {
                let wild = piece.chars().next_back().filter(|c| matches!(c, '*' | '?'));
                let mut folded = analysis::fold(piece.trim_end_matches(['*', '?'])).to_string();
                folded.extend(wild);
                folded
            })
            .collect();
        let pattern: Vec<char> = pieces.concat().chars().collect();
        if !pattern.iter().any(|c| matches!(c, '*' | '?')) {
            let term: String = pattern.into_iter().collect();
            return self.vocabulary.find(&term).into_iter().collect();
        }
        let all = 0..self.n_terms() as u32;
        all.filter(|&term| fits(&pattern, self.term(term)))
            .collect()
    }

    /// Returns the places of words that given bytes of a document's text touch, as matches in the order
    /// of the text. `spans` are sorted and do not overlap.
    ///
    /// Cost: the blocks that they lie in are read again.
    #[must_use]
    pub fn matches_at(&self, view: DocumentView<'_>, spans: &[ByteSpan]) -> Vec<Match> {
        let mut reader = BlockReader::new(self, view);
        let mut matches: Vec<Match> = Vec::with_capacity(spans.len());
        for &span in spans {
            let Some(block) = reader.block_of_byte(span.start) else {
                continue;
            };
            let (first, words) = reader.block(block);
            let from = words.partition_point(|word| word.end <= span.start);
            let to = words.partition_point(|word| word.start < span.end);
            if from < to {
                matches.push(Match {
                    start: first + from as u32,
                    length: (to - from) as u32,
                });
            }
        }
        matches
    }
}

/// Tells whether a term fits a pattern with `*` and `?`.
fn fits(pattern: &[char], term: &str) -> bool {
    let term: Vec<char> = term.chars().collect();
    let (mut at, mut next, mut star) = (0, 0, None);
    while next < term.len() {
        match pattern.get(at) {
            Some('*') => {
                star = Some((at, next));
                at += 1;
            }
            Some(&c) if c == '?' || c == term[next] => {
                at += 1;
                next += 1;
            }
            _ => {
                let Some((back, taken)) = star else {
                    return false;
                };
                star = Some((back, taken + 1));
                at = back + 1;
                next = taken + 1;
            }
        }
    }
    pattern[at..].iter().all(|&c| c == '*')
}

/// The bytes of words of one document, block by block; each block is read once.
pub(crate) struct BlockReader<'w> {
    pub(crate) view: DocumentView<'w>,
    /// Place of the first word of each block; one more for the end.
    firsts: Vec<u32>,
    read: Vec<Option<Vec<ByteSpan>>>,
}

impl<'w> BlockReader<'w> {
    pub(crate) fn new(words: &Words, view: DocumentView<'w>) -> Self {
        let mut next = words.places(view.doc()).start as u32;
        let mut firsts = vec![next];
        for block in view.blocks() {
            next += block.n_tokens;
            firsts.push(next);
        }
        Self {
            view,
            firsts,
            read: vec![None; view.blocks().len()],
        }
    }

    fn block_of_byte(&self, byte: u32) -> Option<usize> {
        let blocks = self.view.blocks();
        let at = blocks.partition_point(|block| block.span.end <= byte);
        (at < blocks.len()).then_some(at)
    }

    /// Returns which block holds a place.
    pub(crate) fn block_of_place(&self, place: u32) -> usize {
        let after = self.firsts.partition_point(|&first| first <= place);
        after.saturating_sub(1)
    }

    /// Returns the place of a block's first word and the bytes of its words in the document's text.
    fn block(&mut self, at: usize) -> (u32, &[ByteSpan]) {
        let (Some(&first), Some(block)) = (self.firsts.get(at), self.view.blocks().get(at)) else {
            return (0, &[]);
        };
        let (view, start) = (self.view, block.span.start);
        let words = self.read[at].get_or_insert_with(|| {
            let mut words = Vec::with_capacity(block.n_tokens as usize);
            analysis::tokens(view.slice(block.span), &mut |token| {
                if token.n_positions == 1 {
                    let (from, to) = (start + token.span.start, start + token.span.end);
                    words.push(ByteSpan::new(from, to));
                }
            });
            words
        });
        (first, words)
    }

    /// Returns the bytes of the word at a place of this document.
    pub(crate) fn bytes(&mut self, place: u32) -> Option<ByteSpan> {
        let (first, words) = self.block(self.block_of_place(place));
        words.get(place.checked_sub(first)? as usize).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn patterns_fit_as_readers_expect() {
        let fits = |pattern: &str, term: &str| fits(&pattern.chars().collect::<Vec<_>>(), term);
        assert!(fits("betray*", "betrayal") && fits("betray*", "betray"));
        assert!(fits("*ullah", "nasrullah") && !fits("*ullah", "ullahs"));
        assert!(fits("w?m*n", "women") && !fits("w?m*n", "wmn"));
        assert!(fits("**a*", "bab") && fits("*", ""));
    }
}
