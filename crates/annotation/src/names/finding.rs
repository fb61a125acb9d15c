//! Finds what is a name in one document, and of which kind.
//!
//! Capitalised words are gathered into chunks ([`super::chunks`]), chunks get votes from the words in them and
//! around them, and the votes of all mentions of one form are added up: what is clear in one place decides
//! where it is not. Words whose capital says nothing, at the beginning of a sentence or in a title, count only
//! where the same form is a name elsewhere or the text says plainly what they are.

use super::NameKind;
use super::chunks::{Candidate, Chunker, Generation};
use super::lexicon::{Lexicon, class, hash_word};
use super::spelling;
use super::tallies::{Tally, lend_to_parts, share_kinds, vote_by_usage};
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
    let mut tallies: HashMap<u64, Tally> = HashMap::new();
    for candidate in found.iter().filter(|candidate| !candidate.needs_bearer) {
        let tally = tallies.entry(candidate.hash).or_default();
        for (sum, &votes) in tally.votes.iter_mut().zip(&candidate.votes) {
            *sum += i32::from(votes);
        }
        tally.n_sure += u32::from(!candidate.opens || candidate.n_words > 1);
        tally.n_inside += u32::from(!candidate.opens);
        tally.fixed = tally.fixed.or(candidate.kind);
        tally.n_all += 1;
        tally.most_personal = tally
            .most_personal
            .max(candidate.votes[NameKind::Person as usize]);
    }
    vote_by_usage(text, found, &mut tallies, lexicon);
    share_kinds(text, found, &mut tallies);
    lend_to_parts(found, &mut tallies, lexicon);
    // The parts of the names of persons: who is named in full may be named in part.
    let mut surnames: HashSet<u64> = HashSet::new();
    let mut given: HashSet<u64> = HashSet::new();
    for candidate in found.iter().filter(|candidate| candidate.n_words > 1) {
        if tallies.get(&candidate.hash).and_then(Tally::kind) == Some(NameKind::Person) {
            surnames.insert(candidate.last);
            given.insert(candidate.first);
            given.insert(candidate.before_last);
        }
    }
    // How they may be spelled otherwise.
    let mut spellings: HashMap<String, Vec<String>> = HashMap::new();
    for candidate in found
        .iter()
        .filter(|candidate| candidate.n_words > 1 && surnames.contains(&candidate.last))
    {
        let span = ByteSpan::new(candidate.start, candidate.end).of(text);
        if let Some(last) = spelling::parts(span).pop() {
            let known = spellings
                .entry(spelling::bucket(std::slice::from_ref(&last)))
                .or_default();
            if !known.contains(&last) {
                known.push(last);
            }
        }
    }
    let bodies = found.iter().filter(|candidate| candidate.n_words > 1);
    let bodies = bodies.filter(|one| {
        let kind = tallies.get(&one.hash).and_then(Tally::kind);
        one.kind.or(kind) == Some(NameKind::Org)
    });
    let ends_of_bodies: HashSet<u64> = bodies.map(|body| body.last).collect();
    // "Rovers manager", where nothing says which ones.
    let is_body = |one: &&Candidate| {
        one.needs_bearer && !one.opens && !one.after_the && one.votes[NameKind::Org as usize] >= 3
    };
    let bodies_alone: HashSet<u64> = found.iter().filter(is_body).map(|one| one.hash).collect();
    let mut known = HashMap::new();
    for candidate in found.iter_mut() {
        let tally = tallies.get(&candidate.hash).copied().unwrap_or_default();
        let single = candidate.n_words == 1;
        let is_part =
            single && (surnames.contains(&candidate.last) || given.contains(&candidate.last));
        if candidate.needs_bearer && !is_part {
            // "Rovers", after "Crestwick Rovers".
            let is_body = !candidate.opens
                && !candidate.after_the
                && ends_of_bodies.contains(&candidate.hash)
                || !candidate.after_the && bodies_alone.contains(&candidate.hash);
            candidate.kind = is_body.then_some(NameKind::Org);
            continue;
        }
        let person_votes = i32::from(candidate.votes[0]);
        if candidate.is_family && (candidate.kind.is_none() || is_part) {
            candidate.kind = Some(NameKind::Group);
            continue;
        }
        // "The Assads", where an Assad was named.
        if single && candidate.after_the && candidate.kind.is_none() {
            let word = ByteSpan::new(candidate.start, candidate.end).of(text);
            if let Some(one) = word.strip_suffix('s').map(hash_word)
                && (surnames.contains(&one) || tallies.contains_key(&one))
            {
                candidate.kind = Some(NameKind::Group);
                known.insert(candidate.hash, NameKind::Group);
                continue;
            }
        }
        candidate.is_listed = candidate.kind.is_some();
        let is_part = is_part
            || single && candidate.kind.is_none() && {
                let parts = spelling::parts(ByteSpan::new(candidate.start, candidate.end).of(text));
                let known = spellings
                    .get(&spelling::bucket(&parts))
                    .map_or(&[][..], |known| &known[..]);
                parts.len() == 1
                    && parts[0].len() >= 4
                    && known
                        .iter()
                        .any(|name| spelling::same_part(name, &parts[0]).is_some())
            };
        let own = own_kind(&candidate.votes).filter(|_| single && tally.heads_body);
        if let (None, Some(kind)) = (candidate.kind, own) {
            // A firm and its town or its founder may have one name.
            candidate.kind = Some(kind);
        } else if let Some(kind) = candidate.kind {
            // "Mr Washington", where a Denzel Washington was named.
            if kind == NameKind::Place
                && single
                && surnames.contains(&candidate.last)
                && person_votes >= 4
            {
                candidate.kind = Some(NameKind::Person);
            }
        } else if is_part && tally.heads_body {
            // Kessler of Kessler AG, where nothing is said of a firm.
            candidate.kind = Some(NameKind::Person);
        } else if is_part {
            let mut sum = tally;
            sum.votes[0] += 6;
            candidate.kind = sum.kind();
        } else {
            candidate.kind = tally.kind();
            // Who is never named in full, nor given a title, is seldom a person: "Velora said".
            let is_nobody = single && tally.n_all > 1 && tally.most_personal <= 2;
            if is_nobody && candidate.kind == Some(NameKind::Person) {
                candidate.kind = Some(NameKind::Org);
            }
            if candidate.kind.is_none() && tally.n_sure > 0 {
                candidate.kind = Some(NameKind::Other);
            }
            let is_told = tally.votes.iter().any(|&votes| votes >= 5);
            if tally.n_sure == 0 && tally.fixed.is_none() && !candidate.is_known && !is_told {
                candidate.kind = Some(NameKind::Other);
                candidate.is_unsure = true;
            }
        }
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

/// Returns what alone is said around one mention, where that is plain.
fn own_kind(votes: &[i16; 4]) -> Option<NameKind> {
    let best = (0..4).max_by_key(|&kind| votes[kind])?;
    let is_plain = (0..4).all(|kind| kind == best || votes[kind] + 2 <= votes[best]);
    (is_plain && votes[best] >= 3).then_some(NameKind::ALL[best])
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
