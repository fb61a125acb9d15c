//! What one account has and no other.

use std::collections::{HashMap, HashSet};

use sorting::SmallSort;

use super::pairs::Scored;
use super::passages::{Telling, days_in};
use super::{Account, Only, Place, SameMoment};
use crate::days::DayMention;
use crate::voices::NameSpan;
use corpus::ByteSpan;

/// A passage with a counterpart of this cosine is not alone.
pub(super) const COUNTERPART_COSINE: f32 = 0.15;

const MOST_PASSAGES: usize = 20;

/// Returns for each account what it has alone.
pub(super) fn only(
    accounts: &[Account<'_>],
    telling: &Telling,
    scored: &[Scored],
    same_moment: &[SameMoment],
) -> Vec<Only> {
    let days: Vec<&[DayMention]> = accounts.iter().map(|account| account.days).collect();
    let names: Vec<&[NameSpan]> = accounts.iter().map(|account| account.names).collect();
    let mut all = keys_alone(&days, &names);
    let matched: HashSet<u32> = scored
        .iter()
        .filter(|pair| pair.cosine >= COUNTERPART_COSINE)
        .flat_map(|pair| [pair.a, pair.b])
        .collect();
    let told: HashSet<Place> = same_moment
        .iter()
        .flat_map(|same| [same.a, same.b])
        .collect();
    let mut alone: Vec<Vec<(f32, ByteSpan)>> = vec![Vec::new(); accounts.len()];
    for (number, passage) in telling.passages.iter().enumerate() {
        let n_names = passage
            .features
            .iter()
            .filter(|&&feature| telling.is_name(feature))
            .count();
        let says_something = n_names >= 2 || (n_names >= 1 && passage.has_own_day);
        let is_matched = matched.contains(&(number as u32)) || told.contains(&passage.place);
        if says_something && !is_matched {
            alone[passage.place.document as usize].push((passage.norm, passage.place.span));
        }
    }
    for (only, mut passages) in all.iter_mut().zip(alone) {
        passages.small_sort_by_number(|&(norm, _)| sorting::descending(norm));
        passages.truncate(MOST_PASSAGES);
        only.passages = passages.into_iter().map(|(_, span)| span).collect();
        only.passages.small_sort();
    }
    all
}

/// Returns for each account the days and names that it has alone; no passages.
pub(super) fn keys_alone(days: &[&[DayMention]], names: &[&[NameSpan]]) -> Vec<Only> {
    let days = bearers(days, &|days, emit| {
        let whole = ByteSpan::new(0, u32::MAX);
        days_in(days, whole).for_each(|(mention, day)| emit(day, mention.span));
    });
    let names = bearers(names, &|names, emit| {
        names.iter().for_each(|name| emit(name.entity, name.span));
    });
    let mut all: Vec<Only> = days
        .into_iter()
        .zip(names)
        .map(|(days, names)| Only {
            days,
            names,
            passages: Vec::new(),
        })
        .collect();
    for only in &mut all {
        only.days.small_sort();
        only.names
            .small_sort_by_number(|(_, span)| u64::from(span.start));
    }
    all
}

type Emit<'e> = dyn FnMut(u32, ByteSpan) + 'e;

/// Returns for each account the keys that it has alone, with their first places.
fn bearers<T>(accounts: &[&[T]], each: &dyn Fn(&[T], &mut Emit<'_>)) -> Vec<Vec<(u32, ByteSpan)>> {
    const SEVERAL: u32 = u32::MAX;
    let mut bearer: HashMap<u32, u32> = HashMap::new();
    for (number, account) in accounts.iter().enumerate() {
        each(account, &mut |key, _| {
            let number = number as u32;
            bearer
                .entry(key)
                .and_modify(|one| {
                    if *one != number {
                        *one = SEVERAL;
                    }
                })
                .or_insert(number);
        });
    }
    let mut found: Vec<Vec<(u32, ByteSpan)>> = Vec::with_capacity(accounts.len());
    for (number, account) in accounts.iter().enumerate() {
        let mut own = Vec::new();
        let mut seen = HashSet::new();
        each(account, &mut |key, span| {
            if bearer.get(&key) == Some(&(number as u32)) && seen.insert(key) {
                own.push((key, span));
            }
        });
        found.push(own);
    }
    found
}
