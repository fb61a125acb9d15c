//! Values that differ around one thing.

use corpus::ByteSpan;
use sorting::SmallSort;

use super::clocks::Hours;
use super::pairs::{Scored, common};
use super::passages::{Telling, Word, near};
use super::values::Values;
use super::{Account, Difference, DifferenceKind};

/// Below this, two passages are about different things.
const LEAST_COSINE: f32 = 0.12;

/// At most so many are looked for in pairs of passages; those of the alignment come on top.
const MOST_DIFFERENCES: usize = 5_000;

/// Returns the differences of all scored pairs, each once.
pub(super) fn differences(
    accounts: &[Account<'_>],
    telling: &Telling,
    alignment: Vec<Difference>,
    scored: &[Scored],
) -> Vec<Difference> {
    let mut found: Vec<Difference> = Vec::new();
    let mut last: Option<(u32, Values<'_>)> = None;
    for pair in scored {
        if found.len() >= MOST_DIFFERENCES || !may_differ(telling, pair) {
            continue;
        }
        // Pairs stand in the order of their first passages.
        if last.as_ref().is_none_or(|(number, _)| *number != pair.a) {
            last = Some((pair.a, Values::read(accounts, telling, pair.a)));
        }
        let Some((_, a)) = &last else { continue };
        let b = Values::read(accounts, telling, pair.b);
        let before = found.len();
        differing_time(telling, a, &b, &mut found);
        if found.len() == before && pair.cosine >= LEAST_COSINE {
            differing_day(telling, pair, a, &b, &mut found);
        }
    }
    found.extend(alignment);
    found.small_sort_by_key(|difference| {
        (
            difference.a,
            difference.b,
            difference.value_a,
            difference.value_b,
        )
    });
    found.dedup_by(|next, kept| {
        next.a.document == kept.a.document
            && next.b.document == kept.b.document
            && next.value_a == kept.value_a
            && next.value_b == kept.value_b
    });
    found
}

/// Tells whether the passages of a pair can differ in time or day, by what is known without reading them.
fn may_differ(telling: &Telling, pair: &Scored) -> bool {
    (pair.is_same_day || pair.is_other_day) && share_event(telling, pair)
}

/// Events are the first features.
fn share_event(telling: &Telling, pair: &Scored) -> bool {
    let features = |number: u32| &telling.passages[number as usize].features;
    common(features(pair.a), features(pair.b))
        .next()
        .is_some_and(Telling::is_event)
}

/// What both passages tell of one event: the name or thing that it happens to, and the event in each.
fn shared_event(telling: &Telling, a: &Values<'_>, b: &Values<'_>) -> Option<(Word, Word, Word)> {
    let events = common(&a.passage.features, &b.passage.features)
        .take_while(|&feature| Telling::is_event(feature));
    for event in events {
        for (at_a, of_a) in places(&a.words, event) {
            for (at_b, of_b) in places(&b.words, event) {
                let near_b = near(&b.words, at_b);
                let shared = near(&a.words, at_a)
                    .iter()
                    .filter(|word| near_b.iter().any(|other| other.feature == word.feature))
                    .filter(|word| is_bearer(telling, event, word.feature));
                // The nearest name is what the event happens to; a thing is where no name is.
                let bearer = shared.min_by_key(|word| {
                    (
                        !telling.is_name(word.feature),
                        word.span.start.abs_diff(of_a.span.start),
                    )
                });
                if let Some(&bearer) = bearer {
                    return Some((bearer, of_a, of_b));
                }
            }
        }
    }
    None
}

/// Where a feature stands among words.
fn places(words: &[Word], feature: u32) -> impl Iterator<Item = (usize, Word)> + '_ {
    words
        .iter()
        .copied()
        .enumerate()
        .filter(move |(_, word)| word.feature == feature)
}

/// Names bear every event; things only those whose words mean nothing else.
fn is_bearer(telling: &Telling, event: u32, feature: u32) -> bool {
    const LEAST_WEIGHT_OF_THING: f32 = 1.5;
    telling.is_name(feature)
        || (Telling::is_clear_event(event)
            && !Telling::is_event(feature)
            && telling.weight(feature) >= LEAST_WEIGHT_OF_THING)
}

/// One event of one name on one day, at times that do not touch.
fn differing_time(telling: &Telling, a: &Values<'_>, b: &Values<'_>, found: &mut Vec<Difference>) {
    let is_same_day = a.passage.day.is_some() && a.passage.day == b.passage.day;
    if !is_same_day {
        return;
    }
    let Some((name, event, other_event)) = shared_event(telling, a, b) else {
        return;
    };
    let (Some(time_a), Some(time_b)) = (time_of(a, event.span), time_of(b, other_event.span))
    else {
        return;
    };
    let ((from_a, to_a), (from_b, to_b)) = (time_a.1, time_b.1);
    const DAY: u16 = 24 * 60;
    // The night goes on behind midnight, and the hours before dawn belong to it.
    let touch = |from_a: u16, to_a: u16, from_b: u16, to_b: u16| from_a < to_b && from_b < to_a;
    let do_touch = touch(from_a, to_a, from_b, to_b)
        || touch(from_a + DAY, to_a + DAY, from_b, to_b)
        || touch(from_a, to_a, from_b + DAY, to_b + DAY);
    if !do_touch {
        push(
            found,
            a,
            b,
            DifferenceKind::Time,
            vec![name.span, event.span],
            time_a.0,
            time_b.0,
        );
    }
}

/// Returns the time of an event: the only one of the passage, or the only one of its clause. Which of several
/// is the event's would be a guess.
fn time_of(values: &Values<'_>, event: ByteSpan) -> Option<(ByteSpan, Hours)> {
    const REACH_BYTES: u32 = 120;
    let in_clause = |&&(time, _): &&(ByteSpan, Hours)| {
        let (from, to) = (time.end.min(event.end), time.start.max(event.start));
        values
            .text
            .get(from as usize..to as usize)
            .is_some_and(|gap| !gap.contains([',', ';', ':', '—', '–']))
    };
    let only = |mut times: Vec<(ByteSpan, Hours)>| (times.len() == 1).then(|| times.remove(0));
    only(values.times.clone())
        .or_else(|| only(values.times.iter().filter(in_clause).copied().collect()))
        .filter(|(time, _)| time.start.abs_diff(event.start) <= REACH_BYTES)
}

/// One event of one name, on days that are not the same.
fn differing_day(
    telling: &Telling,
    pair: &Scored,
    a: &Values<'_>,
    b: &Values<'_>,
    found: &mut Vec<Difference>,
) {
    const LEAST_COSINE_OF_DAYS: f32 = 0.3;
    if !pair.is_other_day || pair.cosine < LEAST_COSINE_OF_DAYS || pair.n_words < 3 {
        return;
    }
    let ([day_a], [day_b]) = (&a.days[..], &b.days[..]) else {
        return;
    };
    if let Some((name, event, _)) = shared_event(telling, a, b) {
        push(
            found,
            a,
            b,
            DifferenceKind::Day,
            vec![name.span, event.span],
            day_a.0,
            day_b.0,
        );
    }
}

fn push(
    found: &mut Vec<Difference>,
    a: &Values<'_>,
    b: &Values<'_>,
    kind: DifferenceKind,
    about: Vec<ByteSpan>,
    value_a: ByteSpan,
    value_b: ByteSpan,
) {
    if value_a.of(a.text) != value_b.of(b.text) {
        found.push(Difference {
            a: a.passage.place,
            b: b.passage.place,
            kind,
            about,
            value_a,
            value_b,
        });
    }
}
