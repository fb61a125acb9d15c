//! Which documents tell one story, and on which days.

use std::collections::HashMap;

use sorting::{SmallSort, sort_numbers};

use super::Account;
use super::pairs::{common, pair_key, pair_of};
use super::passages::Telling;
use super::times::{Certainty, Stretch, Time, time_of};

/// A name, or a day, in more documents than this tells no story.
const MOST_FOR_NAME: usize = 16;

/// Documents with so many of these names in common may tell one story.
const LEAST_NAMES: u32 = 2;

/// Without days in common, documents of one story are this much alike; measured on made-up accounts of eight
/// events, where unrelated texts with a name or two in common reach 0.13.
const LEAST_LIKENESS: f32 = 0.13;

/// The same where they share three names.
const LEAST_LIKENESS_WITH_NAMES: f32 = 0.09;

/// The same where they share one.
const LEAST_LIKENESS_WITH_NAME: f32 = 0.16;

/// The same where they share a day.
const LEAST_LIKENESS_WITH_DAY: f32 = 0.12;

/// The same where one gives its days by their names only.
const LEAST_LIKENESS_WITH_WEEKDAYS: f32 = 0.17;

/// Documents that share so many names tell of the same people and places.
const MANY_NAMES: u32 = 6;

/// With so many names, a text that was written later and is this much alike tells the story again.
const LEAST_LIKENESS_OF_RETOLD: f32 = 0.12;

/// At most so many pairs of documents are related; those with most names in common.
const MOST_PAIRS: usize = 5_000;

/// How sure it is that two documents tell one story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// They share names and days.
    Sure,
    /// They share names and words, and one gives no days; or days and words, and hardly a name; or each tells one
    /// story with a third.
    Doubtful,
    /// They share many names and words, and one was written long after the story of the other: its days may be
    /// worked out from its own date, and are not compared.
    Retold,
    /// They share names, but their days are far apart: other events of the same people and places.
    Apart,
}

impl Relation {
    /// They may tell one story.
    fn is_in_doubt(self) -> bool {
        matches!(self, Self::Doubtful | Self::Retold)
    }
}

/// Pairs of documents that share names, days or rare words.
pub(super) struct Stories {
    /// Ascending.
    pub(super) pairs: Vec<(u32, u32)>,
    relations: HashMap<u64, Relation>,
    /// Of each document, the time of what it tells without a day.
    times: Vec<Option<Stretch>>,
}

impl Stories {
    /// Finds the pairs by names, days and words that few documents have.
    pub(super) fn of(accounts: &[Account<'_>], telling: &Telling) -> Self {
        let times: Vec<Time> = accounts.iter().map(time_of).collect();
        let profiles = Profiles::of(telling, accounts.len());
        let is_timed = |document: usize| times[document].certainty == Certainty::Days;
        let mut found: Vec<Related> = Vec::new();
        let mut weak: Vec<u64> = Vec::new();
        for (key, n_names) in worth_a_look(accounts, &times, &profiles) {
            let (one, other) = pair_of(key);
            let (one, other) = (one as usize, other as usize);
            // One name is shared by many: only a day with it is worth a closer look.
            let has_day =
                || times[one].shares_day(&times[other]) || times[one].is_near(&times[other]);
            if n_names < LEAST_NAMES && (is_timed(one) && is_timed(other)) && !has_day() {
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
        let relations = relations(&found);
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

/// What two documents share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Common {
    /// A name that was found in both.
    Name,
    /// A word that is written as names are.
    ProperWord,
    /// A day, or rare words.
    Other,
}

/// Returns the keys of documents that share something few have, ascending, each once, with how many names they share.
fn worth_a_look(
    accounts: &[Account<'_>],
    times: &[Time],
    profiles: &Profiles<'_>,
) -> Vec<(u64, u32)> {
    let mut keys: Vec<(u64, Common)> = Vec::new();
    let names = accounts.iter().map(|account| {
        let mut own: Vec<u32> = account.names.iter().map(|name| name.entity).collect();
        sort_numbers(&mut own);
        own.dedup();
        own
    });
    let proper = accounts
        .iter()
        .map(|account| proper_words(&account.document.text));
    for key in sharing(names) {
        keys.push((key, Common::Name));
    }
    for key in sharing(proper) {
        keys.push((key, Common::ProperWord));
    }
    for key in by_days(times).into_iter().chain(profiles.by_rare_words()) {
        keys.push((key, Common::Other));
    }
    keys.small_sort_by_key(|&key| key);
    keys.chunk_by(|a, b| a.0 == b.0)
        .map(|same| {
            let n_of = |common: Common| same.iter().filter(|(_, own)| *own == common).count();
            // A name is most often written as such a word as well.
            let n_names = n_of(Common::Name).max(n_of(Common::ProperWord));
            (same[0].0, n_names as u32)
        })
        .collect()
}

/// Returns the keys of documents for each thing that they share with few others.
fn sharing<T: Ord + Copy>(documents: impl Iterator<Item = Vec<T>>) -> Vec<u64> {
    let mut bearers: Vec<(T, u32)> = Vec::new();
    for (own, document) in documents.zip(0..) {
        bearers.extend(own.into_iter().map(|thing| (thing, document)));
    }
    bearers.small_sort();
    let mut keys: Vec<u64> = Vec::new();
    for bearers in bearers.chunk_by(|a, b| a.0 == b.0) {
        if bearers.len() > MOST_FOR_NAME {
            continue;
        }
        for (at, &(_, one)) in bearers.iter().enumerate() {
            let others = bearers[at + 1..].iter();
            keys.extend(others.map(|&(_, other)| pair_key(one, other)));
        }
    }
    keys
}

/// Returns the words of a text that are written with a capital inside a sentence, ascending, each once: names,
/// whether they are known as such or not.
fn proper_words(text: &str) -> Vec<&str> {
    const LEAST_BYTES: usize = 4;
    let mut found = Vec::new();
    let mut before = "";
    for word in text.split(' ') {
        let follows_word = before.ends_with(|c: char| c.is_lowercase() || c == ',');
        before = word;
        if !follows_word || !word.starts_with(char::is_uppercase) {
            continue;
        }
        let letters = word.split(|c: char| !c.is_alphabetic()).next();
        let name = letters.unwrap_or_default();
        if name.len() >= LEAST_BYTES {
            found.push(name);
        }
    }
    found.small_sort();
    found.dedup();
    found
}

/// Returns the keys of documents that give the same day, one that few give.
fn by_days(times: &[Time]) -> Vec<u64> {
    sharing(times.iter().map(|time| {
        let days = time.told.iter().filter(|(from, to)| from == to);
        let mut own: Vec<i32> = days.map(|&(day, _)| day).collect();
        own.dedup();
        own
    }))
}

/// Two documents that share names.
struct Related {
    key: u64,
    n_names: u32,
    likeness: f32,
    relation: Relation,
}

/// How the documents of each key are related.
fn relations(found: &[Related]) -> HashMap<u64, Relation> {
    let relations = found.iter().map(|related| (related.key, related.relation));
    relations.collect()
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
    let relations = relations(found);
    // Days and names that are shared count more than likeness in words.
    let weight = |relation| {
        if relation == Relation::Sure {
            1.25
        } else {
            1.0
        }
    };
    let is_outdone = |related: &Related| {
        let (one, other) = pair_of(related.key);
        [(one, other), (other, one)]
            .iter()
            .any(|&(document, third)| {
                neighbours[&document].iter().any(|&at| {
                    let rival = &found[at];
                    let is_apart = relations.get(&key_of(other_of(rival.key, document), third))
                        == Some(&Relation::Apart);
                    // What shares little but words does not outdo what shares many names.
                    let is_weaker = rival.relation == Relation::Doubtful
                        && related.relation == Relation::Retold;
                    rival.relation != Relation::Apart
                        && !is_weaker
                        && rival.likeness * weight(rival.relation) > related.likeness
                        && is_apart
                })
            })
    };
    let outdone: Vec<bool> = found
        .iter()
        .map(|related| related.relation.is_in_doubt() && is_outdone(related))
        .collect();
    for (related, _) in found.iter_mut().zip(outdone).filter(|(_, is)| *is) {
        related.relation = Relation::Apart;
    }
}

/// Documents with a name in common may tell one story where a third one tells it with both.
fn join(found: &mut Vec<Related>, weak: &[u64], profiles: &Profiles<'_>) {
    let neighbours = neighbours(found);
    let relations = relations(found);
    for &key in weak {
        let (one, other) = pair_of(key);
        let Some(places) = neighbours.get(&one) else {
            continue;
        };
        let is_joined = places.iter().any(|&at| {
            let third = other_of(found[at].key, one);
            let of_other = relations.get(&key_of(third, other)).copied();
            let is_told = |relation: Relation| relation != Relation::Apart;
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

    /// Returns the keys of documents that share several words which hardly any other has.
    fn by_rare_words(&self) -> Vec<u64> {
        const MOST_DOCUMENTS: u32 = 3;
        const LEAST_WORDS: usize = 4;
        let mut counts: Vec<u32> = vec![0; self.telling.counts.len()];
        for &feature in self.features.iter().flatten() {
            counts[feature as usize] += 1;
        }
        let is_rare = |&feature: &u32| {
            (2..=MOST_DOCUMENTS).contains(&counts[feature as usize])
                && self.telling.weight(feature) > 0.0
        };
        let rare = self.features.iter();
        let mut keys = sharing(rare.map(|own| own.iter().copied().filter(is_rare).collect()));
        sort_numbers(&mut keys);
        keys.chunk_by(|a, b| a == b)
            .filter(|same| same.len() >= LEAST_WORDS)
            .map(|same| same[0])
            .collect()
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

fn relation(n_names: u32, likeness: f32, one: &Time, other: &Time) -> Option<Relation> {
    let is_before = one.is_before(other) || other.is_before(one);
    let shares_day = one.shares_day(other) || one.shares_day_of_month(other);
    let is_near = one.is_near(other);
    let has_names = n_names >= LEAST_NAMES;
    let is_alike_enough = likeness >= LEAST_LIKENESS_WITH_DAY;
    if (has_names && is_near)
        || (!is_before && shares_day && (has_names || n_names > 0 && is_alike_enough))
    {
        return Some(Relation::Sure);
    }
    if is_alike_enough && (shares_day || n_names > 0 && is_near) {
        return Some(Relation::Doubtful);
    }
    let least_certain = one.certainty.min(other.certainty);
    let is_retold = n_names >= MANY_NAMES
        && likeness >= LEAST_LIKENESS_OF_RETOLD
        && (one.is_retold_by(other) || other.is_retold_by(one));
    if is_retold {
        return Some(Relation::Retold);
    }
    // A weekday is of any week: texts as much alike as this may tell one story all the same.
    let is_of_any_week = least_certain == Certainty::Weekdays
        && has_names
        && likeness >= LEAST_LIKENESS_WITH_WEEKDAYS;
    if is_before || (least_certain >= Certainty::Weekdays && !is_of_any_week) {
        return has_names.then_some(Relation::Apart);
    }
    // One tells when it was, and the other is dated: timeless texts of one subject tell no event.
    let is_dated =
        |one: &Time, other: &Time| one.certainty == Certainty::Days && other.own.is_some();
    let is_alike = (has_names && likeness >= LEAST_LIKENESS)
        || (n_names > LEAST_NAMES && likeness >= LEAST_LIKENESS_WITH_NAMES)
        || (n_names > 0 && likeness >= LEAST_LIKENESS_WITH_NAME);
    (is_alike && (is_dated(one, other) || is_dated(other, one))).then_some(Relation::Doubtful)
}
