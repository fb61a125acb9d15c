//! Which documents tell one story, and on which days.

use std::collections::{BTreeMap, HashMap};

use corpus::ByteSpan;
use sorting::{SmallSort, sort_numbers};

use super::Account;
use super::pairs::{common, pair_key, pair_of};
use super::passages::{Telling, mentions_in};
use crate::days::{self, Anchor, DayKind, DayMention, Rule};

/// A name in more documents than this tells no story.
const MOST_FOR_NAME: usize = 16;

/// Documents with so many of these names in common may tell one story.
const LEAST_NAMES: u32 = 2;

/// Days this near to each other may be of one event, told with a mistake.
const NEAR_DAYS: i32 = 3;

/// Without days in common, documents of one story are this much alike; measured on made-up accounts of eight
/// events, where unrelated texts with a name or two in common reach 0.13.
const LEAST_LIKENESS: f32 = 0.13;

/// The same where they share three names.
const LEAST_LIKENESS_WITH_NAMES: f32 = 0.09;

/// With a day and one name in common.
const LEAST_LIKENESS_WITH_NAME: f32 = 0.15;

/// At most so many pairs of documents are related; those with most names in common.
const MOST_PAIRS: usize = 5_000;

/// How sure it is that two documents tell one story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// They share names and days.
    Sure,
    /// They share names and words, and one gives no days.
    Doubtful,
    /// They share names, but their days are far apart: other events of the same people and places.
    Apart,
}

/// Pairs of documents that share names.
pub(super) struct Stories {
    /// Ascending.
    pub(super) pairs: Vec<(u32, u32)>,
    relations: HashMap<u64, Relation>,
    /// Of each document, the time of what it tells without a day.
    times: Vec<Option<Stretch>>,
}

impl Stories {
    /// Finds the pairs by names that few documents have, and by days.
    pub(super) fn of(accounts: &[Account<'_>], telling: &Telling) -> Self {
        let mut bearers: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for passage in &telling.passages {
            let names = passage
                .features
                .iter()
                .filter(|&&feature| telling.is_name(feature));
            for &name in names {
                let documents = bearers.entry(name).or_default();
                if documents.last() != Some(&passage.place.document) {
                    documents.push(passage.place.document);
                }
            }
        }
        let mut keys: Vec<u64> = Vec::new();
        for documents in bearers.values() {
            if documents.len() > MOST_FOR_NAME {
                continue;
            }
            for (at, &one) in documents.iter().enumerate() {
                let others = documents[at + 1..].iter();
                keys.extend(others.map(|&other| pair_key(one, other)));
            }
        }
        sort_numbers(&mut keys);
        let times: Vec<Time> = accounts.iter().map(time_of).collect();
        let profiles = Profiles::of(telling, accounts.len());
        let mut found: Vec<Related> = Vec::new();
        let mut weak: Vec<u64> = Vec::new();
        for same in keys.chunk_by(|a, b| a == b) {
            let (n_names, key) = (same.len() as u32, same[0]);
            let (one, other) = pair_of(key);
            let (one, other) = (one as usize, other as usize);
            // One name is shared by many: only a day with it is worth a closer look.
            if n_names < LEAST_NAMES && !times[one].shares_day(&times[other]) {
                weak.push(key);
                continue;
            }
            let likeness = profiles.likeness(one, other);
            match relation(n_names, likeness, &times[one], &times[other]) {
                Some(relation) => found.push(Related {
                    key,
                    n_names,
                    likeness,
                    relation,
                }),
                None => weak.push(key),
            }
        }
        found.small_sort_by_key(|related| (u32::MAX - related.n_names, related.key));
        found.truncate(MOST_PAIRS);
        settle(&mut found);
        join(&mut found, &weak, &profiles);
        let relations: HashMap<u64, Relation> = found
            .iter()
            .map(|related| (related.key, related.relation))
            .collect();
        let mut pairs: Vec<(u32, u32)> = found
            .iter()
            .filter(|related| related.relation != Relation::Apart)
            .map(|related| pair_of(related.key))
            .collect();
        pairs.small_sort();
        Self {
            pairs,
            relations,
            times: times.iter().map(Time::of_story).collect(),
        }
    }

    /// The time of what a document tells without a day, where its story is no longer than a month.
    pub(super) fn time(&self, document: u32) -> Option<Stretch> {
        self.times.get(document as usize).copied().flatten()
    }

    /// How two documents are related, the first the one with the smaller number.
    pub(super) fn relation(&self, one: u32, other: u32) -> Option<Relation> {
        self.relations.get(&pair_key(one, other)).copied()
    }
}

/// Two documents that share names.
struct Related {
    key: u64,
    n_names: u32,
    likeness: f32,
    relation: Relation,
}

/// Of each document, those that it is related to, as places in the list.
fn neighbours(found: &[Related]) -> HashMap<u32, Vec<usize>> {
    let mut neighbours: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, related) in found.iter().enumerate() {
        let (one, other) = pair_of(related.key);
        neighbours.entry(one).or_default().push(at);
        neighbours.entry(other).or_default().push(at);
    }
    neighbours
}

/// The other one of two documents.
fn other_of(key: u64, document: u32) -> u32 {
    let (one, other) = pair_of(key);
    if one == document { other } else { one }
}

fn key_of(one: u32, other: u32) -> u64 {
    pair_key(one.min(other), one.max(other))
}

/// A document in doubt tells the story that it is most like, not another one that is apart from that.
fn settle(found: &mut [Related]) {
    let neighbours = neighbours(found);
    let relations: HashMap<u64, Relation> = found
        .iter()
        .map(|related| (related.key, related.relation))
        .collect();
    let is_outdone = |related: &Related| {
        let (one, other) = pair_of(related.key);
        [(one, other), (other, one)]
            .iter()
            .any(|&(document, third)| {
                neighbours[&document].iter().any(|&at| {
                    let rival = &found[at];
                    let is_apart = relations.get(&key_of(other_of(rival.key, document), third))
                        == Some(&Relation::Apart);
                    rival.relation != Relation::Apart
                        && rival.likeness > related.likeness
                        && is_apart
                })
            })
    };
    let outdone: Vec<bool> = found
        .iter()
        .map(|related| related.relation == Relation::Doubtful && is_outdone(related))
        .collect();
    for (related, _) in found.iter_mut().zip(outdone).filter(|(_, is)| *is) {
        related.relation = Relation::Apart;
    }
}

/// Documents with a name in common may tell one story where a third one tells it with both.
fn join(found: &mut Vec<Related>, weak: &[u64], profiles: &Profiles<'_>) {
    let neighbours = neighbours(found);
    let relations: HashMap<u64, Relation> = found
        .iter()
        .map(|related| (related.key, related.relation))
        .collect();
    for &key in weak {
        let (one, other) = pair_of(key);
        let Some(places) = neighbours.get(&one) else {
            continue;
        };
        let is_joined = places.iter().any(|&at| {
            let third = other_of(found[at].key, one);
            let of_other = relations.get(&key_of(third, other)).copied();
            let is_told = |relation| matches!(relation, Relation::Sure | Relation::Doubtful);
            let own = found[at].relation;
            is_told(own)
                && of_other.is_some_and(is_told)
                && (own == Relation::Sure || of_other == Some(Relation::Sure))
        });
        if !is_joined {
            continue;
        }
        let likeness = profiles.likeness(one as usize, other as usize);
        if likeness >= LEAST_LIKENESS_WITH_NAMES {
            found.push(Related {
                key,
                n_names: 1,
                likeness,
                relation: Relation::Doubtful,
            });
        }
    }
}

/// What documents are made of: their features, and Σ w² over them.
struct Profiles<'t> {
    telling: &'t Telling,
    features: Vec<Vec<u32>>,
    norms: Vec<f32>,
}

impl<'t> Profiles<'t> {
    fn of(telling: &'t Telling, n_documents: usize) -> Self {
        let mut features: Vec<Vec<u32>> = vec![Vec::new(); n_documents];
        for passage in &telling.passages {
            features[passage.place.document as usize].extend(&passage.features);
        }
        for own in &mut features {
            sort_numbers(own);
            own.dedup();
        }
        let square = |&feature: &u32| telling.weight(feature) * telling.weight(feature);
        let norms = features
            .iter()
            .map(|own| own.iter().map(square).sum())
            .collect();
        Self {
            telling,
            features,
            norms,
        }
    }

    /// The cosine of two documents, 0 to 1.
    fn likeness(&self, one: usize, other: usize) -> f32 {
        let weight = |feature| self.telling.weight(feature);
        let shared: f32 = common(&self.features[one], &self.features[other])
            .map(|feature| weight(feature) * weight(feature))
            .sum();
        let norm = libm::sqrtf(self.norms[one] * self.norms[other]);
        if norm > 0.0 { shared / norm } else { 0.0 }
    }
}

/// What a document says of its time.
struct Time {
    /// Whether its text gives days.
    is_told: bool,
    /// The days, short stretches and months that it tells of, ascending: those that it comes back to, or all where
    /// it comes back to none; what is named in passing is of another story.
    main: Vec<Stretch>,
    /// Its own date.
    own: Option<Stretch>,
}

impl Time {
    fn is_near(&self, other: &Self) -> bool {
        let all =
            |time: &Self| -> Vec<Stretch> { time.main.iter().copied().chain(time.own).collect() };
        let others = all(other);
        all(self).iter().any(|&one| {
            others
                .iter()
                .any(|&other| can_be_one(Some(one), Some(other)))
        })
    }

    /// Tells whether both tell of one day.
    fn shares_day(&self, other: &Self) -> bool {
        let days = self.main.iter().filter(|(from, to)| from == to);
        days.into_iter().any(|day| other.main.contains(day))
    }

    /// Tells whether it was written before anything happened that the other tells.
    fn is_before(&self, other: &Self) -> bool {
        let first = other.main.iter().map(|main| main.0).min();
        let written = self.own.map(|own| own.1 + NEAR_DAYS);
        matches!((written, first), (Some(written), Some(first)) if written < first)
    }

    /// The time of what is told without a day; nothing where the story is longer than a month.
    fn of_story(&self) -> Option<Stretch> {
        let from = self.main.iter().map(|main| main.0).min()?;
        let to = self.main.iter().map(|main| main.1).max()?;
        (to - from <= MONTH).then_some((from, to))
    }
}

const MONTH: i32 = 31;

fn relation(n_names: u32, likeness: f32, one: &Time, other: &Time) -> Option<Relation> {
    let is_known = one.is_told && other.is_told;
    let is_alike = likeness >= LEAST_LIKENESS
        || (n_names > LEAST_NAMES && likeness >= LEAST_LIKENESS_WITH_NAMES);
    let is_sure = if n_names < LEAST_NAMES {
        likeness >= LEAST_LIKENESS_WITH_NAME && one.shares_day(other)
    } else {
        one.is_near(other)
    };
    if is_sure {
        Some(Relation::Sure)
    } else if n_names < LEAST_NAMES {
        None
    } else if is_known || one.is_before(other) || other.is_before(one) {
        Some(Relation::Apart)
    } else {
        // One tells when it was, and the other is dated: timeless texts of one subject tell no event.
        let is_told = |one: &Time, other: &Time| one.is_told && other.own.is_some();
        (is_alike && (is_told(one, other) || is_told(other, one))).then_some(Relation::Doubtful)
    }
}

fn time_of(account: &Account<'_>) -> Time {
    let mut told: Vec<Stretch> = account
        .days
        .iter()
        .filter(|mention| !is_of_writing(mention))
        .filter_map(|mention| mention.edtf.map(|edtf| edtf.bounds()))
        .filter(|(from, to)| to - from < MONTH)
        .collect();
    // What a text opens with is its subject, though it may not come back to the day.
    let opening = told.iter().find(|(from, to)| from == to).copied();
    told.small_sort();
    let again = told.chunk_by(|a, b| a == b).filter(|same| same.len() >= 2);
    let mut main: Vec<Stretch> = again.map(|same| same[0]).collect();
    if main.is_empty() {
        main.clone_from(&told);
        main.dedup();
    }
    main.extend(opening);
    main.small_sort();
    main.dedup();
    let own = account.document.date.as_deref().and_then(days::bounds_of);
    Time {
        is_told: !told.is_empty(),
        main,
        own: own.filter(|(from, to)| from == to),
    }
}

/// Tells whether a mention has its day from the day of writing alone, which is not the story's in every text:
/// "he is a deputy today", "that night", and times of no day.
pub(super) fn is_of_writing(mention: &DayMention) -> bool {
    let is_now = matches!(
        mention.rule,
        Rule::Deictic | Rule::SameDay | Rule::PartOfDay
    ) || mention.kind == DayKind::Time;
    is_now && mention.anchor == Some(Anchor::DocumentDate)
}

/// A stretch of days, both ends included.
pub(super) type Stretch = (i32, i32);

/// The stretch of time that the mentions of a sentence cover; "since 2011" is how long, not when.
pub(super) fn stretch(text: &str, days: &[DayMention], span: ByteSpan) -> Option<Stretch> {
    let mut found: Option<Stretch> = None;
    for mention in mentions_in(days, span) {
        let Some(edtf) = mention.edtf else { continue };
        if is_of_writing(mention) {
            continue;
        }
        let before = text.get(span.start as usize..mention.span.start as usize);
        if before.is_some_and(|before| before.trim_end().ends_with("since")) {
            continue;
        }
        let (from, to) = edtf.bounds();
        let (least, most) = found.unwrap_or((from, to));
        found = Some((least.min(from), most.max(to)));
    }
    found
}

/// Tells whether two stretches can be of one event; what is not known can.
pub(super) fn can_be_one(one: Option<Stretch>, other: Option<Stretch>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.0 <= other.1 + NEAR_DAYS && other.0 <= one.1 + NEAR_DAYS,
        _ => true,
    }
}
