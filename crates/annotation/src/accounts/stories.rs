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
        let mut found: Vec<(u32, u64, Relation)> = keys
            .chunk_by(|a, b| a == b)
            .filter_map(|same| {
                let (count, key) = (same.len() as u32, same[0]);
                let (one, other) = pair_of(key);
                let (one, other) = (one as usize, other as usize);
                (count >= LEAST_NAMES).then_some(())?;
                let likeness = profiles.likeness(one, other);
                let relation = relation(count, likeness, &times[one], &times[other])?;
                Some((u32::MAX - count, key, relation))
            })
            .collect();
        found.small_sort_by_key(|&(count, key, _)| (count, key));
        found.truncate(MOST_PAIRS);
        let relations: HashMap<u64, Relation> = found
            .iter()
            .map(|&(_, key, relation)| (key, relation))
            .collect();
        let mut pairs: Vec<(u32, u32)> = found
            .iter()
            .filter(|(.., relation)| *relation != Relation::Apart)
            .map(|&(_, key, _)| pair_of(key))
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
    if one.is_near(other) {
        Some(Relation::Sure)
    } else if is_known {
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
        // "Today", and times of no day, are of the day of writing and not of the story.
        .filter(|mention| {
            let is_now = mention.rule == Rule::Deictic || mention.kind == DayKind::Time;
            !(is_now && mention.anchor == Some(Anchor::DocumentDate))
        })
        .filter_map(|mention| mention.edtf.map(|edtf| edtf.bounds()))
        .filter(|(from, to)| to - from < MONTH)
        .collect();
    told.small_sort();
    let again = told.chunk_by(|a, b| a == b).filter(|same| same.len() >= 2);
    let mut main: Vec<Stretch> = again.map(|same| same[0]).collect();
    if main.is_empty() {
        main.clone_from(&told);
        main.dedup();
    }
    let own = account.document.date.as_deref().and_then(days::bounds_of);
    Time {
        is_told: !told.is_empty(),
        main,
        own: own.filter(|(from, to)| from == to),
    }
}

/// A stretch of days, both ends included.
pub(super) type Stretch = (i32, i32);

/// The stretch of time that the mentions of a sentence cover; "since 2011" is how long, not when.
pub(super) fn stretch(text: &str, days: &[DayMention], span: ByteSpan) -> Option<Stretch> {
    let mut found: Option<Stretch> = None;
    for mention in mentions_in(days, span) {
        let Some(edtf) = mention.edtf else { continue };
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
