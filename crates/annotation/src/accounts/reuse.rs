//! Stretches that two documents share nearly word by word.
//!
//! Source: Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting" (SIGMOD
//! 2003). Of the hashes of all runs of [`RUN_WORDS`] words, the least of every [`WINDOW`] following ones is a
//! fingerprint, so that any shared stretch of `RUN_WORDS + WINDOW - 1` words is found. Where fingerprints
//! meet, the stretch is read word by word to both sides.

use std::collections::HashMap;

use analysis::TokenKind;
use corpus::ByteSpan;
use sorting::SmallSort;

use super::{Account, Place, Reuse};

/// Words in a run that is hashed.
const RUN_WORDS: usize = 7;

/// Following runs of which one is kept.
const WINDOW: usize = 5;

/// Shorter stretches are phrases that anybody may use.
const SHORTEST_REUSE_WORDS: u32 = 11;

/// A run that stands in more places is a formula, and not compared.
const MOST_PLACES: usize = 12;

struct Words {
    hashes: Vec<u32>,
    spans: Vec<ByteSpan>,
}

/// Returns the shared stretches of different documents.
pub(super) fn reuse(accounts: &[Account<'_>]) -> Vec<Reuse> {
    let words: Vec<Words> = accounts
        .iter()
        .map(|account| words(&account.document.text))
        .collect();
    let mut found: Vec<Reuse> = Vec::new();
    // The last stretch of a pair of documents on one diagonal covers the fingerprints inside it.
    let mut covered: HashMap<(u32, u32, i64), u32> = HashMap::new();
    // Texts that repeat themselves without end are not read to the end for each of their places.
    let n_words: usize = words.iter().map(|own| own.hashes.len()).sum();
    let mut budget = 100 * n_words as u64;
    for Meeting {
        document,
        at,
        other,
        place,
    } in meetings(&words)
    {
        let own = &words[document as usize];
        let diagonal = (other, document, i64::from(at) - i64::from(place));
        if budget == 0 || covered.get(&diagonal).is_some_and(|&end| at < end) {
            continue;
        }
        let Some((start, other_start, n)) =
            extended(&words[other as usize].hashes, &own.hashes, place, at)
        else {
            continue;
        };
        budget = budget.saturating_sub(u64::from(n));
        covered.insert(diagonal, start + n);
        if n < SHORTEST_REUSE_WORDS {
            continue;
        }
        found.push(Reuse {
            a: place_of(other, &words[other as usize], other_start, n),
            b: place_of(document, own, start, n),
            n_words: n,
        });
    }
    found.small_sort_by_key(|reuse| (reuse.a, reuse.b));
    found
}

/// Two places of different documents with one fingerprint, the later first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Meeting {
    document: u32,
    at: u32,
    other: u32,
    place: u32,
}

/// Returns where fingerprints meet, in the order of the later place; of each fingerprint the first
/// [`MOST_PLACES`] places are met.
///
/// Most fingerprints stand once: they are sorted, and only the others are kept.
fn meetings(words: &[Words]) -> Vec<Meeting> {
    let mut places: Vec<(u64, u32, u32)> = Vec::new();
    for (document, own) in words.iter().enumerate() {
        let own = fingerprints(&own.hashes);
        places.extend(own.iter().map(|&(at, hash)| (hash, document as u32, at)));
    }
    places.sort_unstable();
    let mut meetings = Vec::new();
    for places in places.chunk_by(|a, b| a.0 == b.0) {
        for (n_before, &(_, document, at)) in places.iter().enumerate().skip(1) {
            let known = &places[..n_before.min(MOST_PLACES)];
            meetings.extend(known.iter().filter(|known| known.1 != document).map(
                |&(_, other, place)| Meeting {
                    document,
                    at,
                    other,
                    place,
                },
            ));
        }
    }
    meetings.sort_unstable();
    meetings
}

fn place_of(document: u32, words: &Words, start: u32, n: u32) -> Place {
    let first = words.spans[start as usize];
    let last = words.spans[(start + n - 1) as usize];
    Place {
        document,
        span: ByteSpan::new(first.start, last.end),
    }
}

fn words(text: &str) -> Words {
    let mut words = Words {
        hashes: Vec::new(),
        spans: Vec::new(),
    };
    analysis::tokens(text, &mut |token| {
        if token.kind == TokenKind::Word {
            words
                .hashes
                .push(corpus::fnv::hash_32(token.term.as_bytes()));
            words.spans.push(token.span);
        }
    });
    words
}

/// Returns the fingerprints with the places of their runs; the rightmost of equal ones.
fn fingerprints(words: &[u32]) -> Vec<(u32, u64)> {
    let runs: Vec<u64> = words.windows(RUN_WORDS).map(hash_of).collect();
    let mut kept: Vec<(u32, u64)> = Vec::new();
    for (start, window) in runs.windows(WINDOW).enumerate() {
        let mut least = 0;
        for (at, hash) in window.iter().enumerate() {
            if *hash <= window[least] {
                least = at;
            }
        }
        let place = (start + least) as u32;
        if kept.last().is_none_or(|&(last, _)| last != place) {
            kept.push((place, window[least]));
        }
    }
    kept
}

fn hash_of(run: &[u32]) -> u64 {
    run.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &word| {
        (hash ^ u64::from(word))
            .wrapping_mul(0x0000_0100_0000_01b3)
            .rotate_left(23)
    })
}

/// Returns the longest equal stretch around two places: its start in each, and its length in words.
fn extended(one: &[u32], other: &[u32], at_one: u32, at_other: u32) -> Option<(u32, u32, u32)> {
    let (at_one, at_other) = (at_one as usize, at_other as usize);
    if one.get(at_one..at_one + RUN_WORDS)? != other.get(at_other..at_other + RUN_WORDS)? {
        return None;
    }
    let back = one[..at_one]
        .iter()
        .rev()
        .zip(other[..at_other].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let on = one[at_one..]
        .iter()
        .zip(&other[at_other..])
        .take_while(|(a, b)| a == b)
        .count();
    Some((
        (at_other - back) as u32,
        (at_one - back) as u32,
        (back + on) as u32,
    ))
}
