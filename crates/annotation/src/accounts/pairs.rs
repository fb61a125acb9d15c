//! Which passages are compared, and which of them tell the same moment.

use std::collections::{HashMap, HashSet};

use corpus::ByteSpan;
use sorting::{SmallSort, sort_numbers};

use super::only::COUNTERPART_COSINE;
use super::passages::{Passage, Telling, names_in};
use super::stories::{Relation, Stories};
use super::{Account, SameMoment};
use crate::voices::NameSpan;

/// Of the passages that share a key, so many are compared with each other.
pub const MOST_FOR_KEY: usize = 16;

/// Each passage is looked up by so many of its rarest words and names.
const KEYS_FOR_PASSAGE: usize = 4;

/// Keys of days and names have this bit; the others are features.
const DAY_KEY: u64 = 1 << 63;

/// At most so many pairs are given; the best.
const MOST_PAIRS: usize = 20_000;

/// A name in more than a quarter of the passages is what the texts are about; an event next to it says little.
const LEAST_WEIGHT_OF_EVENT: f32 = 2.0;

/// Words of this rarity tell something.
const LEAST_RARITY: f32 = 0.4;

/// Figures that go together show a moment by themselves.
const SURE_BOND: f32 = 0.3;

/// In documents that tell one story, two passages of it share at least so much.
const LEAST_SCORE_OF_STORY: f32 = 0.3;

/// The same where it is not sure that they tell one story.
const LEAST_SCORE_IN_DOUBT: f32 = 0.36;

/// The same where figures or times go together.
const LEAST_SCORE_WITH_BOND: f32 = 0.2;

/// Passages of one story are compared where the rarities of what they share make up so much.
const LEAST_SHARED_RARITY: f32 = 0.6;

/// At most so many pairs of passages of stories are looked at.
const MOST_OF_STORIES: usize = 4_000_000;

/// Two passages with their score.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scored {
    pub(super) a: u32,
    pub(super) b: u32,
    pub(super) cosine: f32,
    pub(super) score: f32,
    /// Both tell the same event of the same name.
    pub(super) is_same_event: bool,
    /// One that a name has once.
    pub(super) is_single_event: bool,
    pub(super) n_names: u32,
    pub(super) n_words: u32,
    /// Both name the same day, or have it from before.
    pub(super) is_same_day: bool,
    /// Both name a day, and not the same one.
    pub(super) is_other_day: bool,
    /// Shared words that are no names, rare enough to tell something.
    pub(super) n_rare: u32,
    /// Evidence of their figures and times, 0 to 1.
    pub(super) bond: f32,
    /// How the documents are related.
    pub(super) relation: Option<Relation>,
}

/// One number for two passages, or two documents: the first stands in its upper half.
pub(super) fn pair_key(one: u32, other: u32) -> u64 {
    u64::from(one) << 32 | u64::from(other)
}

/// The two of a key.
pub(super) fn pair_of(key: u64) -> (u32, u32) {
    ((key >> 32) as u32, key as u32)
}

/// Returns the keys of the pairs of passages that are worth a score, ascending, each once: those of different
/// documents that share a day with a name, or one of their rare words or names; those of one story that share two
/// things or a rare one; and those that figures or times bind.
pub(super) fn candidates(
    telling: &Telling,
    stories: &Stories,
    bonds: &HashMap<u64, f32>,
) -> Vec<u64> {
    let mut keys: Vec<(u64, u32)> = Vec::new();
    for (number, passage) in telling.passages.iter().enumerate() {
        keys_of(telling, passage, &mut |key| keys.push((key, number as u32)));
    }
    keys.small_sort_by_key(|&key| key);
    let mut pairs: Vec<u64> = Vec::new();
    for shared in keys.chunk_by(|a, b| a.0 == b.0) {
        let shared = &shared[..shared.len().min(MOST_FOR_KEY)];
        for (at, &(_, a)) in shared.iter().enumerate() {
            for &(_, b) in &shared[at + 1..] {
                let (one, other) = (&telling.passages[a as usize], &telling.passages[b as usize]);
                if one.place.document != other.place.document {
                    pairs.push(pair_key(a, b));
                }
            }
        }
    }
    of_stories(telling, stories, &mut pairs);
    pairs.extend(bonds.keys().copied());
    sort_numbers(&mut pairs);
    pairs.dedup();
    pairs
}

/// Of documents that tell one story, all passages are compared that share two things or a rare one.
fn of_stories(telling: &Telling, stories: &Stories, pairs: &mut Vec<u64>) {
    let mut budget = MOST_OF_STORIES;
    for &(one, other) in &stories.pairs {
        let (ours, theirs) = (telling.of_document(one), telling.of_document(other));
        budget = budget.saturating_sub(ours.len() * theirs.len());
        if budget == 0 {
            return;
        }
        for a in ours {
            for b in theirs.clone() {
                let (one, other) = (&telling.passages[a], &telling.passages[b]);
                let shared: f32 = common(&one.features, &other.features)
                    .map(|feature| telling.rarity(feature))
                    .sum();
                if shared >= LEAST_SHARED_RARITY {
                    pairs.push(pair_key(a as u32, b as u32));
                }
            }
        }
    }
}

fn keys_of(telling: &Telling, passage: &Passage, emit: &mut dyn FnMut(u64)) {
    let mut rare: Vec<u32> = Vec::new();
    for &feature in &passage.features {
        let count = telling.counts[feature as usize];
        if let Some(day) = passage.day.filter(|_| telling.is_name(feature)) {
            emit(DAY_KEY | u64::from(day) << 32 | u64::from(feature));
        }
        if (2..=MOST_FOR_KEY as u32).contains(&count) {
            rare.push(feature);
        }
    }
    rare.small_sort_by_number(|&feature| u64::from(telling.counts[feature as usize]));
    for &feature in rare.iter().take(KEYS_FOR_PASSAGE) {
        emit(u64::from(feature));
    }
}

/// Scores all candidates; those that share no name and little else are left out.
pub(super) fn scored(
    telling: &Telling,
    stories: &Stories,
    bonds: &HashMap<u64, f32>,
    candidates: &[u64],
) -> Vec<Scored> {
    candidates
        .iter()
        .map(|&pair| {
            let bond = bonds.get(&pair).copied().unwrap_or_default();
            score(telling, stories, bond, pair_of(pair))
        })
        .filter(|pair| {
            pair.n_names > 0 || pair.cosine >= COUNTERPART_COSINE || is_same_moment(pair)
        })
        .collect()
}

fn score(telling: &Telling, stories: &Stories, bond: f32, (a, b): (u32, u32)) -> Scored {
    let (one, other) = (&telling.passages[a as usize], &telling.passages[b as usize]);
    let (mut shared, mut n_names, mut n_words, mut n_rare) = (0.0_f32, 0, 0, 0);
    for feature in common(&one.features, &other.features) {
        let weight = telling.weight(feature);
        shared += weight * weight;
        if telling.is_name(feature) {
            n_names += 1;
        } else if weight > 0.0 {
            n_words += 1;
            n_rare += u32::from(telling.rarity(feature) >= LEAST_RARITY);
        }
    }
    let norm = libm::sqrtf(one.norm * other.norm);
    let cosine = if norm > 0.0 { shared / norm } else { 0.0 };
    let same_events = || {
        one.events.iter().filter(|event| {
            telling.weight(event.0) >= LEAST_WEIGHT_OF_EVENT
                && other.events.binary_search(event).is_ok()
        })
    };
    let is_same_event = same_events().next().is_some();
    let is_single_event = same_events().any(|event| Telling::is_single_event(event.1));
    let event = if is_same_event { 0.25 } else { 0.0 };
    let relation = stories.relation(one.place.document, other.place.document);
    // Days of a text that was written long after may be worked out wrongly.
    let are_timed = relation != Some(Relation::Retold);
    let is_same_day = one.day.is_some() && one.day == other.day && are_timed;
    let both_own = one.has_own_day && other.has_own_day;
    let day = match (is_same_day, both_own) {
        (true, true) => 0.25,
        (true, false) => 0.10,
        _ => 0.0,
    };
    Scored {
        a,
        b,
        cosine,
        score: cosine + day + event + bond,
        is_same_event,
        is_single_event,
        n_names,
        n_words,
        is_same_day,
        is_other_day: both_own && !is_same_day && are_timed,
        n_rare,
        bond,
        relation,
    }
}

/// Returns what two ascending lists share.
pub(super) fn common<'a>(one: &'a [u32], other: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let mut at = 0;
    one.iter().copied().filter(move |&feature| {
        while other.get(at).is_some_and(|&there| there < feature) {
            at += 1;
        }
        other.get(at) == Some(&feature)
    })
}

/// Tells whether a pair tells the same moment.
///
/// In documents that tell one story: figures that surely go together, on whatever day; or a name or figures, with
/// two rare things, where the passages do not name different days and share enough, less of it where figures or
/// times go together.
///
/// Elsewhere, never where the passages name different days. On a shared day: a name and two more things, or an
/// event of the name, and a score of 0.40. Without one: a score of 0.38 and three shared things, with an event of a
/// name, two names and two words, or six words; two things are enough with an event that a name has once. Documents
/// whose days are far apart have moments in common only on a day that both name.
fn is_same_moment(pair: &Scored) -> bool {
    let n_shared = pair.n_names + pair.n_words;
    let is_of_story = |relation| relation != Relation::Apart;
    if pair.relation.is_some_and(is_of_story) {
        // What is the same in words alone is taken over rather than told again.
        let is_anchored = pair.n_names >= 1 || pair.bond > 0.0;
        let is_rare = is_anchored && pair.n_rare + pair.n_names.min(1) >= 2;
        let least = match (pair.relation, pair.bond > 0.0) {
            (Some(Relation::Sure), true) => LEAST_SCORE_WITH_BOND,
            (Some(Relation::Sure), false) | (_, true) => LEAST_SCORE_OF_STORY,
            (_, false) => LEAST_SCORE_IN_DOUBT,
        };
        let tells = is_rare && !pair.is_other_day && pair.cosine + pair.bond >= least;
        if pair.bond >= SURE_BOND || tells {
            return true;
        }
    }
    let is_apart = pair.relation == Some(Relation::Apart) && !pair.is_same_day;
    if pair.is_other_day || is_apart {
        return false;
    }
    if pair.is_same_day {
        return pair.n_names >= 1 && (n_shared >= 3 || pair.is_same_event) && pair.score >= 0.40;
    }
    let tells = pair.is_same_event || (pair.n_names >= 2 && pair.n_words >= 2) || pair.n_words >= 6;
    n_shared >= if pair.is_single_event { 2 } else { 3 } && tells && pair.score >= 0.38
}

/// Returns the best pairs; a passage has one counterpart in each other document.
pub(super) fn same_moment(
    accounts: &[Account<'_>],
    telling: &Telling,
    scored: &[Scored],
) -> Vec<SameMoment> {
    let mut best: Vec<Scored> = scored
        .iter()
        .filter(|pair| is_same_moment(pair))
        .copied()
        .collect();
    best.small_sort_by_number(|pair| sorting::descending(pair.score));
    let mut taken: HashSet<(u32, u32)> = HashSet::new();
    let mut found = Vec::new();
    for pair in best {
        let (one, other) = (
            &telling.passages[pair.a as usize],
            &telling.passages[pair.b as usize],
        );
        let keys = [(pair.a, other.place.document), (pair.b, one.place.document)];
        if keys.iter().any(|key| taken.contains(key)) || found.len() == MOST_PAIRS {
            continue;
        }
        // A sentence taken over word by word is reuse, and told as such.
        if text_of(accounts, one) == text_of(accounts, other) {
            continue;
        }
        taken.extend(keys);
        found.push(SameMoment {
            a: one.place,
            b: other.place,
            score: (pair.score * 1000.0) as u16,
            day: one.day.filter(|_| pair.is_same_day),
            names: shared_names(
                accounts[one.place.document as usize].names,
                one.place.span,
                accounts[other.place.document as usize].names,
                other.place.span,
            ),
            words: shared_words(&accounts[one.place.document as usize], telling, one, other),
        });
    }
    found
}

fn text_of<'t>(accounts: &[Account<'t>], passage: &Passage) -> &'t str {
    let document = accounts[passage.place.document as usize].document;
    passage.place.span.of(&document.text)
}

/// Returns the names that both passages have, ascending, each once.
pub(super) fn shared_names(
    names: &[NameSpan],
    span: ByteSpan,
    others: &[NameSpan],
    other: ByteSpan,
) -> Vec<u32> {
    let entities = |names: &[NameSpan], span: ByteSpan| {
        let own = names_in(names, span).iter().map(|name| name.entity);
        let mut entities: Vec<u32> = own.collect();
        sort_numbers(&mut entities);
        entities.dedup();
        entities
    };
    let (own, others) = (entities(names, span), entities(others, other));
    common(&own, &others).collect()
}

fn shared_words(
    account: &Account<'_>,
    telling: &Telling,
    one: &Passage,
    other: &Passage,
) -> Vec<ByteSpan> {
    let shared: HashMap<u32, f32> = common(&one.features, &other.features)
        .filter(|&feature| !telling.is_name(feature) && telling.weight(feature) > 0.0)
        .map(|feature| (feature, telling.weight(feature)))
        .collect();
    let mut words: Vec<(f32, ByteSpan)> = Vec::new();
    let mut seen: HashSet<u32> = HashSet::new();
    for word in telling.words_of(one, account) {
        if let Some(&weight) = shared.get(&word.feature)
            && seen.insert(word.feature)
        {
            words.push((weight, word.span));
        }
    }
    words.small_sort_by_number(|&(weight, _)| sorting::descending(weight));
    words.iter().take(8).map(|&(_, span)| span).collect()
}
