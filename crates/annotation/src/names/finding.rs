//! Finds what is a name in one document, and of which kind.
//!
//! Capitalised words are gathered into chunks ([`super::chunks`]), chunks get votes from the words in them and
//! around them, and the votes of all mentions of one form are added up: what is clear in one place decides
//! where it is not. Words whose capital says nothing, at the beginning of a sentence or in a title, count only
//! where the same form is a name elsewhere or the text says plainly what they are.

use super::NameKind;
use super::chunks::{Candidate, Chunker, Generation};
use super::lexicon::{Lexicon, class, hash_word};
use super::parts::{Parts, settle};
use super::tallies::{Tally, lend_to_parts, share_kinds, tallies_of, vote_by_usage};
use super::words::{Word, name_hash, words_of};
use corpus::{BlockKind, ByteSpan, Document};
use std::collections::{HashMap, HashSet};

/// One name in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The bytes of the name in the document's text, without title, "the" and possessive ending.
    pub span: ByteSpan,
    /// What it names.
    pub kind: NameKind,
    /// The title or role that stands before it or behind it, as the text gives it.
    pub role: Option<ByteSpan>,
    /// The document's block, by number.
    pub block: u32,
    /// Whether the text sets this bearer off as the younger or the older of a family.
    pub(super) generation: Generation,
    /// Whether a title stands directly before it.
    pub(super) has_title: bool,
    /// Whether kinship introduces it: `his brother Maher`.
    pub(super) is_kin: bool,
    /// Whether the word list alone says what it is.
    pub(super) is_listed: bool,
    /// Whether its capital says nothing and nothing else in the document speaks for a name: kept only where
    /// other documents know the form.
    pub(super) is_unsure: bool,
}

/// Finds the names in a document's text, in order, without overlaps.
///
/// Cost: linear in the length of the text. Texts in scripts without capitals give nothing here; an
/// authority file finds its own forms in them.
#[must_use]
pub fn mentions(document: &Document, lexicon: &Lexicon) -> Vec<Mention> {
    let mut found = all_mentions(document, lexicon);
    found.retain(|mention| !mention.is_unsure);
    found
}

/// Finds the names, and the words of which only other documents can say whether they are names.
pub(super) fn all_mentions(document: &Document, lexicon: &Lexicon) -> Vec<Mention> {
    let mut words = Vec::new();
    let mut blocks: Vec<(usize, usize)> = Vec::new();
    let mut block_words = Vec::new();
    let mut small: HashSet<u64> = HashSet::new();
    for block in &document.blocks {
        words_of(
            &document.text,
            block.span.start as usize,
            block.span.end as usize,
            lexicon,
            &mut block_words,
        );
        small.extend(
            block_words
                .iter()
                .filter(|word| !word.is_capital())
                .map(|word| word.hash),
        );
        let from = words.len();
        words.extend_from_slice(&block_words);
        blocks.push((from, words.len()));
    }
    let mut chunker = Chunker {
        text: &document.text,
        lexicon,
        small: &small,
        found: Vec::new(),
        block: 0,
        things: HashSet::new(),
    };
    let mut titles = Vec::new();
    for (number, (&(from, to), block)) in blocks.iter().zip(&document.blocks).enumerate() {
        chunker.block = number as u32;
        let words = &words[from..to];
        if is_title_case(words, block.kind) {
            titles.push(number);
        } else {
            chunker.block_chunks(words);
        }
    }
    let mut found = chunker.found;
    let known = decide(&document.text, &mut found, lexicon);
    for number in titles {
        let (from, to) = blocks[number];
        known_names(
            &words[from..to],
            number as u32,
            &known,
            lexicon,
            &small,
            &mut found,
        );
    }
    found.retain(|candidate| candidate.kind.is_some());
    let order = sorting::sorted_order(found.len(), &mut |a, b| {
        let (a, b) = (&found[a as usize], &found[b as usize]);
        (a.start, b.end).cmp(&(b.start, a.end))
    });
    let mut mentions: Vec<Mention> = Vec::with_capacity(found.len());
    for at in order {
        let candidate = &found[at as usize];
        let Some(kind) = candidate.kind else { continue };
        if mentions
            .last()
            .is_some_and(|last| last.span.end > candidate.start)
        {
            continue;
        }
        mentions.push(Mention {
            span: ByteSpan::new(candidate.start, candidate.end),
            kind,
            role: candidate.role,
            block: candidate.block,
            generation: candidate.generation,
            has_title: candidate.has_title,
            is_kin: candidate.is_kin,
            is_listed: candidate.is_listed,
            is_unsure: candidate.is_unsure,
        });
    }
    mentions
}

/// Tells whether most words of a block are capitalised, so that capitals say nothing.
fn is_title_case(words: &[Word], kind: BlockKind) -> bool {
    if matches!(
        kind,
        BlockKind::TableHeader
            | BlockKind::TableRow
            | BlockKind::ListItem(_)
            | BlockKind::OrderedItem(_)
    ) {
        return false;
    }
    let (mut n_capital, mut n_all) = (0, 0);
    for word in words.iter().skip(1) {
        if !word.is(class::FUNCTION | class::PARTICLE) && word.end - word.start > 2 {
            n_all += 1;
            n_capital += u32::from(word.is_capital());
        }
    }
    let is_heading = matches!(kind, BlockKind::Heading(_));
    n_all >= 2
        && n_capital * 10 >= n_all * if is_heading { 6 } else { 9 }
        && (is_heading || n_all >= 5)
}

/// Gives every candidate its kind, or none where it is no name; returns the kinds of the forms.
fn decide(text: &str, found: &mut [Candidate], lexicon: &Lexicon) -> HashMap<u64, NameKind> {
    let mut tallies = tallies_of(found);
    vote_by_usage(text, found, &mut tallies, lexicon);
    share_kinds(text, found, &mut tallies);
    lend_to_parts(found, &mut tallies, lexicon);
    let parts = Parts::of(text, found, &tallies);
    let mut known = HashMap::new();
    for candidate in found.iter_mut() {
        let tally = tallies.get(&candidate.hash).copied().unwrap_or_default();
        let is_part = candidate.n_words == 1 && parts.are_of_person(candidate);
        if candidate.needs_bearer && !is_part {
            candidate.kind = parts.are_of_body(candidate).then_some(NameKind::Org);
            continue;
        }
        if candidate.is_family && (candidate.kind.is_none() || is_part) {
            candidate.kind = Some(NameKind::Group);
            continue;
        }
        if parts.name_family(text, candidate, &tallies) {
            candidate.kind = Some(NameKind::Group);
            known.insert(candidate.hash, NameKind::Group);
            continue;
        }
        candidate.is_listed = candidate.kind.is_some();
        let is_part = is_part
            || candidate.n_words == 1
                && candidate.kind.is_none()
                && parts.are_spelled_otherwise(text, candidate);
        settle(candidate, &tally, &parts, is_part);
        if let Some(kind) = candidate.kind.filter(|&kind| kind != NameKind::Other) {
            known.insert(candidate.hash, kind);
            if kind == NameKind::Person && candidate.n_words > 1 {
                known.entry(candidate.last).or_insert(kind);
            }
        }
    }
    trim_openings(text, found, &tallies, &known, lexicon);
    known
}

/// At the beginning of a sentence an ordinary word and a name may look like one: "Rebel Damascus".
fn trim_openings(
    text: &str,
    found: &mut [Candidate],
    tallies: &HashMap<u64, Tally>,
    known: &HashMap<u64, NameKind>,
    lexicon: &Lexicon,
) {
    for candidate in found.iter_mut() {
        let is_unsure = candidate.opens
            && candidate.n_words == 2
            && !candidate.is_known
            && tallies
                .get(&candidate.hash)
                .is_none_or(|tally| tally.n_inside == 0);
        if !is_unsure {
            continue;
        }
        let span = ByteSpan::new(candidate.start, candidate.end).of(text);
        let Some((_, last)) = span.split_once(char::is_whitespace) else {
            continue;
        };
        let hash = hash_word(last);
        let kind = known
            .get(&hash)
            .copied()
            .or_else(|| (lexicon.class(hash) & class::PLACE != 0).then_some(NameKind::Place));
        if let Some(kind) = kind.filter(|&kind| kind != NameKind::Person) {
            candidate.start = candidate.end - last.len() as u32;
            candidate.kind = Some(kind);
        }
    }
}

/// Finds names of known form in a block where capitals say nothing.
fn known_names(
    words: &[Word],
    block: u32,
    known: &HashMap<u64, NameKind>,
    lexicon: &Lexicon,
    small: &HashSet<u64>,
    found: &mut Vec<Candidate>,
) {
    let mut at = 0;
    while at < words.len() {
        let most = words.len().min(at + 5);
        let hit = (at + 1..=most).rev().find_map(|end| {
            let name = &words[at..end];
            if !name[0].is_capital() || name[1..].iter().any(|word| word.gap != 0) {
                return None;
            }
            let hash = name_hash(name);
            let class = lexicon.class(hash);
            let kind = known
                .get(&hash)
                .copied()
                .or(if class & class::NEEDS_CAPITALS != 0 {
                    None
                } else if class & class::PLACE != 0 {
                    Some(NameKind::Place)
                } else if class & class::ORG != 0
                    && (name.len() > 1 || name[0].end - name[0].start > 4)
                {
                    Some(NameKind::Org)
                } else if class & class::PEOPLES != 0 {
                    Some(NameKind::Group)
                } else if name.len() == 2
                    && name[0].is(class::GIVEN)
                    && name[1].is_capital()
                    && name[1].class == 0
                    && !small.contains(&name[1].hash)
                {
                    Some(NameKind::Person)
                } else {
                    None
                });
            kind.map(|kind| (end, kind, hash))
        });
        if let Some((end, kind, hash)) = hit {
            found.push(Candidate {
                start: words[at].start,
                end: words[end - 1].end,
                hash,
                kind: Some(kind),
                block,
                n_words: (end - at) as u8,
                ..Candidate::default()
            });
            at = end;
        } else {
            at += 1;
        }
    }
}
