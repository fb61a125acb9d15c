//! Chunks of capitalised words, and what speaks for which kind of name.

mod cuts;
mod extent;
mod kinds;
mod votes;

use super::NameKind;
use super::lexicon::{Lexicon, class, hash_word};
use super::words::{Shape, Word, gap, is_article, name_hash};
use corpus::ByteSpan;
use cuts::{Run, is_day};
use extent::{begins_with_particles, chunk_end, is_for_place, needs_bearer, starts_name};
use std::collections::HashSet;

/// Which of two bearers of one name the text means, where it says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub(super) enum Generation {
    /// The text does not say.
    #[default]
    Unsaid,
    /// A child or grandchild in passing: `his son Hafez`.
    Child,
    /// Told apart by it: `Hafez the grandson`, `the younger Hafez`, `Jr.`
    Younger,
    /// A parent or grandparent: `his father, Hafez`, `the elder Hafez`.
    Older,
}

/// What may be a name.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Candidate {
    pub start: u32,
    pub end: u32,
    /// Hash of the whole name.
    pub hash: u64,
    /// Hash of its first word without article.
    pub first: u64,
    /// Hash of its last word without article.
    pub last: u64,
    /// Hash of the last word but one of three or more, where that may be a family name or a nickname; else 0.
    pub before_last: u64,
    /// Hash of all words but the last, of three or more; else 0.
    pub all_but_last: u64,
    /// What it is, where its words alone say so.
    pub kind: Option<NameKind>,
    /// What speaks for person, place, organisation and group.
    pub votes: [i16; 4],
    pub role: Option<ByteSpan>,
    pub block: u32,
    pub n_words: u8,
    /// Whether its capital says nothing.
    pub opens: bool,
    /// Whether "the" stands before it.
    pub after_the: bool,
    /// Whether its first word is known as a name.
    pub is_known: bool,
    pub is_family: bool,
    pub has_title: bool,
    pub is_kin: bool,
    pub is_listed: bool,
    pub is_unsure: bool,
    /// An ordinary word that is a name only where it is the family name of someone: `King`, `Park`.
    pub(super) needs_bearer: bool,
    pub generation: Generation,
}

const PERSON: usize = 0;
const PLACE: usize = 1;
const ORG: usize = 2;
const GROUP: usize = 3;

/// Gathers the candidates of a document.
pub(super) struct Chunker<'a> {
    pub text: &'a str,
    pub lexicon: &'a Lexicon,
    /// Words that stand somewhere in the document with a small letter.
    pub small: &'a HashSet<u64>,
    pub found: Vec<Candidate>,
    pub block: u32,
    /// Names of several words that were said to be those of ships, books and the like.
    pub things: HashSet<u64>,
}

impl Chunker<'_> {
    /// Finds the candidates of one block.
    pub(super) fn block_chunks(&mut self, words: &[Word]) {
        let mut at = 0;
        while at < words.len() {
            if starts_name(words, at) {
                let end = chunk_end(self.text, words, at);
                self.chunk(words, at, end, None);
                at = end.max(at + 1);
            } else {
                at += 1;
            }
        }
    }

    /// Makes candidates of the words `from..to`; `title` is what stands before them.
    fn chunk(&mut self, words: &[Word], from: usize, to: usize, title: Option<ByteSpan>) {
        let (from, to) = self.trimmed(words, from, to);
        if from >= to || is_day(words, from, to) {
            return;
        }
        let from = self.without_opening(words, from, to);
        if from >= to {
            return;
        }
        if title.is_none() && self.is_thing(words, from, to) {
            self.candidate(words, from, to, None);
            if let Some(candidate) = self.found.last_mut() {
                candidate.kind = Some(NameKind::Other);
                candidate.is_known = true;
            }
            return;
        }
        let last = &words[to - 1];
        let is_org =
            last.is(class::ORG_HEAD | class::ORG_SUFFIX) && to - from > 1 && !last.is(class::GIVEN);
        let mut run = Run {
            words,
            from,
            to,
            title,
            whole: self.class_of(&words[from..to]),
            is_org,
        };
        if self.cut(&run) {
            return;
        }
        run.from = self.without_people(&run);
        run.from = self.without_place(&run);
        if to - run.from == 1 && title.is_none() && self.people_and_noun(words, run.from) {
            return;
        }
        self.candidate(words, run.from, to, title);
    }

    /// Leaves out the first word where its capital is that of a sentence.
    fn without_opening(&self, words: &[Word], from: usize, to: usize) -> usize {
        let first = &words[from];
        let names = class::GIVEN
            | class::PLACE
            | class::ORG
            | class::TITLE
            | class::PEOPLE
            | class::PEOPLES
            | class::ORG_FIRST;
        if !first.opens()
            || first.shape == Shape::Upper
            || first.is(names)
            || begins_with_particles(words, from)
            || words.get(from..from + 3).is_some_and(is_for_place)
            // "New York was cold."
            || (from + 2..=to).any(|end| self.class_of(&words[from..end]) & class::PLACE != 0)
        {
            return from;
        }
        let heads = to - from > 1
            && !first.is(class::FUNCTION)
            && (words[to - 1].is(class::ORG_HEAD)
                || words[to - 1].is(class::PLACE) && words[to - 2].is(class::ORG_HEAD)
                || words[from + 1].is(class::ORG_HEAD) && to - from > 3);
        let ends = self.word_text(first);
        let is_adverb = first.class == 0
            && ends.len() > 4
            && (ends.ends_with("ly") || ends.len() > 5 && ends.ends_with("ing"));
        let is_word = is_adverb
            || first.is(class::FUNCTION | class::COMMON | class::ALIAS)
            || self.small.contains(&first.hash);
        // Of a single word the rest of the document says whether it is somebody's name.
        let waits = !is_adverb
            && to - from == 1
            && !first.is(class::FUNCTION)
            && !self.small.contains(&first.hash);
        if is_word && !heads && !waits {
            from + 1
        } else {
            from
        }
    }

    fn class_of(&self, words: &[Word]) -> u64 {
        if let [word] = words {
            word.class
        } else {
            self.lexicon.class(name_hash(words))
        }
    }

    fn candidate(&mut self, words: &[Word], from: usize, to: usize, title: Option<ByteSpan>) {
        let name = &words[from..to];
        let whole = self.class_of(name);
        let first = &name[0];
        let last = &name[name.len() - 1];
        let after_the =
            from > 0 && first.gap & !gap::QUOTE == 0 && is_word(self.text, &words[from - 1], "the");
        let Some(kind) = self.lexical_kind(name, whole, after_the) else {
            return;
        };
        let mut candidate = Candidate {
            start: first.start,
            end: last.end,
            hash: name_hash(name),
            first: bare_hash(self.text, first),
            last: bare_hash(self.text, last),
            before_last: match name {
                [_, .., word, _]
                    if word.shape == Shape::Capital
                        && (word.gap & gap::QUOTE != 0 || !word.is(class::GIVEN)) =>
                {
                    word.hash
                }
                _ => 0,
            },
            all_but_last: if name.len() > 2 {
                name_hash(&name[..name.len() - 1])
            } else {
                0
            },
            kind: kind.filter(|_| title.is_none()),
            role: title,
            block: self.block,
            n_words: name.len().min(255) as u8,
            opens: first.opens() && first.shape != Shape::Upper,
            is_known: first.is(class::GIVEN | class::ORG_FIRST)
                || title.is_some()
                || (name.len() > 1 && last.is(class::ORG_HEAD | class::ORG_SUFFIX)),
            after_the,
            has_title: title.is_some(),
            needs_bearer: needs_bearer(name) && title.is_none(),
            ..Candidate::default()
        };
        if title.is_some() {
            candidate.votes[PERSON] += 6;
        }
        self.vote_by_words(&mut candidate, name, after_the);
        self.vote_by_context(&mut candidate, words, from, to, after_the);
        if kind == Some(NameKind::Place) && title.is_some() {
            // "President Washington", but "Governor of New York" was cut before.
            candidate.votes[PERSON] += 2;
        }
        self.found.push(candidate);
    }

    fn is_numeral(&self, word: &Word) -> bool {
        let text = self.word_text(word).trim_end_matches('.');
        text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
    }

    fn has_article(&self, word: &Word) -> bool {
        self.word_text(word)
            .split_once('-')
            .is_some_and(|(article, _)| is_article(article))
    }

    fn word_text(&self, word: &Word) -> &str {
        ByteSpan::new(word.start, word.end).of(self.text)
    }
}

fn is_word(text: &str, word: &Word, wanted: &str) -> bool {
    ByteSpan::new(word.start, word.end)
        .of(text)
        .eq_ignore_ascii_case(wanted)
}

/// Tells whether a word is one of `list`, which has blanks between its words.
fn is_any(text: &str, word: &Word, list: &str) -> bool {
    list.split_ascii_whitespace()
        .any(|wanted| is_word(text, word, wanted))
}

/// Returns the hash of a word without its article.
fn bare_hash(text: &str, word: &Word) -> u64 {
    match ByteSpan::new(word.start, word.end).of(text).split_once('-') {
        Some((article, rest)) if is_article(article) => hash_word(rest),
        _ => word.hash,
    }
}
