//! Values that differ around one thing.

use corpus::ByteSpan;
use sorting::SmallSort;

use super::figures::{Figure, Hours, figures, parts_of_day};
use super::pairs::{Scored, common};
use super::passages::{NEAR_WORDS, Passage, Telling, Word, days_in};
use super::{Account, Difference, DifferenceKind};
use crate::days::{DayKind, Precision};

/// Below this, two passages are about different things.
const LEAST_COSINE: f32 = 0.12;

/// At most so many are given.
const MOST_DIFFERENCES: usize = 5_000;

/// A passage read again for its values.
struct Telltale<'t> {
    passage: &'t Passage,
    text: &'t str,
    words: Vec<Word>,
    figures: Vec<Figure>,
    /// The times of day that are told, with their hours.
    times: Vec<(ByteSpan, Hours)>,
    days: Vec<(ByteSpan, u32)>,
}

/// Returns the differences of all scored pairs, each once.
pub(super) fn differences(
    accounts: &[Account<'_>],
    telling: &Telling,
    scored: &[Scored],
) -> Vec<Difference> {
    let mut found: Vec<Difference> = Vec::new();
    // Passages that were read and count nothing need not be read again for their figures.
    let mut countless = vec![false; telling.passages.len()];
    let mut last: Option<(u32, Telltale<'_>)> = None;
    for pair in scored {
        if pair.n_names == 0
            || found.len() >= MOST_DIFFERENCES
            || !may_differ(telling, pair, &countless)
        {
            continue;
        }
        // Pairs stand in the order of their first passages.
        if last.as_ref().is_none_or(|(number, _)| *number != pair.a) {
            let own = read(accounts, telling, pair.a);
            countless[pair.a as usize] = own.figures.is_empty();
            last = Some((pair.a, own));
        }
        let Some((_, a)) = &last else { continue };
        if !may_differ(telling, pair, &countless) {
            continue;
        }
        let b = read(accounts, telling, pair.b);
        countless[pair.b as usize] = b.figures.is_empty();
        let before = found.len();
        differing_time(a, &b, &mut found);
        if found.len() == before && pair.cosine >= LEAST_COSINE {
            differing_day(pair, a, &b, &mut found);
            differing_figures(telling, pair, a, &b, &mut found);
        }
    }
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

/// Tells whether the passages of a pair can differ in anything, by what is known without reading them.
fn may_differ(telling: &Telling, pair: &Scored, countless: &[bool]) -> bool {
    let counts = !countless[pair.a as usize] && !countless[pair.b as usize];
    let may_in_figures = counts
        && pair.cosine >= LEAST_COSINE
        && !pair.is_other_day
        && (pair.n_words >= 2 || pair.is_same_day);
    may_in_figures || (pair.is_same_day || pair.is_other_day) && share_event(telling, pair)
}

fn share_event(telling: &Telling, pair: &Scored) -> bool {
    let events = |number: u32| &telling.passages[number as usize].events;
    let other = events(pair.b);
    events(pair.a)
        .iter()
        .any(|event| other.binary_search(event).is_ok())
}

fn read<'t>(accounts: &[Account<'t>], telling: &'t Telling, number: u32) -> Telltale<'t> {
    let passage = &telling.passages[number as usize];
    let account = &accounts[passage.place.document as usize];
    let text: &'t str = &account.document.text;
    let span = passage.place.span;
    let words = telling.words_of(passage, account);
    let days: Vec<(ByteSpan, u32)> = days_in(account.days, span)
        // What was worked out from another day may be worked out wrongly.
        .filter(|(mention, _)| mention.kind == DayKind::Absolute)
        .map(|(mention, day)| (mention.span, day))
        .collect();
    let first = account
        .days
        .partition_point(|day| day.span.start < span.start);
    let dated: Vec<ByteSpan> = account.days[first..]
        .iter()
        .take_while(|day| day.span.start < span.end)
        .map(|day| day.span)
        .collect();
    let clocks = days_in(account.days, span).filter(|(mention, _)| {
        mention
            .edtf
            .is_some_and(|edtf| edtf.start.precision == Precision::Minute)
    });
    let mut times: Vec<(ByteSpan, Hours)> = clocks
        .map(|(mention, _)| {
            let minute = mention.edtf.map_or(0, |edtf| edtf.start.minute);
            (mention.span, (minute, minute + 1))
        })
        .collect();
    let parts = parts_of_day(text, span);
    times.extend(parts.into_iter().filter(|(part, _)| {
        !days_in(account.days, span).any(|(mention, _)| {
            mention.span.contains(part.start)
                && mention
                    .edtf
                    .is_some_and(|edtf| edtf.start.precision == Precision::Minute)
        })
    }));
    Telltale {
        passage,
        text,
        figures: figures(text, span, &words, &dated),
        words,
        times,
        days,
    }
}

/// The name and the event that both passages put next to each other, as places among the words of each.
fn shared_event(a: &Telltale<'_>, b: &Telltale<'_>) -> Option<(Word, Word, Word)> {
    a.passage
        .events
        .iter()
        .filter(|event| b.passage.events.binary_search(event).is_ok())
        .find_map(|&(name, event)| {
            let (at, of_a) = next_to(&a.words, name, event)?;
            let (_, of_b) = next_to(&b.words, name, event)?;
            Some((at, of_a, of_b))
        })
}

fn next_to(words: &[Word], name: u32, event: u32) -> Option<(Word, Word)> {
    let events = words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.feature == event);
    for (at, &word) in events {
        let from = at.saturating_sub(NEAR_WORDS);
        let to = (at + NEAR_WORDS + 1).min(words.len());
        // The nearest name is what the event happens to.
        let near = words[from..to]
            .iter()
            .filter(|near| near.feature == name)
            .min_by_key(|near| near.span.start.abs_diff(word.span.start));
        if let Some(&near) = near {
            return Some((near, word));
        }
    }
    None
}

/// One event of one name on one day, at times that do not touch.
fn differing_time(a: &Telltale<'_>, b: &Telltale<'_>, found: &mut Vec<Difference>) {
    let is_same_day = a.passage.day.is_some() && a.passage.day == b.passage.day;
    // Where a passage gives several times, which of them is the event's is a guess.
    if !is_same_day || a.times.len() != 1 || b.times.len() != 1 {
        return;
    }
    let Some((name, event, other_event)) = shared_event(a, b) else {
        return;
    };
    let (Some(time_a), Some(time_b)) = (
        nearest(&a.times, event.span),
        nearest(&b.times, other_event.span),
    ) else {
        return;
    };
    let ((from_a, to_a), (from_b, to_b)) = (time_a.1, time_b.1);
    if to_a <= from_b || to_b <= from_a {
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

fn nearest(times: &[(ByteSpan, Hours)], to: ByteSpan) -> Option<(ByteSpan, Hours)> {
    const REACH_BYTES: u32 = 120;
    let distance = |span: ByteSpan| span.start.abs_diff(to.start);
    times
        .iter()
        .copied()
        .filter(|time| distance(time.0) <= REACH_BYTES)
        .min_by_key(|time| distance(time.0))
}

/// One event of one name, on days that are not the same.
fn differing_day(pair: &Scored, a: &Telltale<'_>, b: &Telltale<'_>, found: &mut Vec<Difference>) {
    const LEAST_COSINE_OF_DAYS: f32 = 0.3;
    if !pair.is_other_day || pair.cosine < LEAST_COSINE_OF_DAYS || pair.n_words < 3 {
        return;
    }
    let ([day_a], [day_b]) = (&a.days[..], &b.days[..]) else {
        return;
    };
    if let Some((name, event, _)) = shared_event(a, b) {
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

/// Different numbers of the same things around a shared name.
fn differing_figures(
    telling: &Telling,
    pair: &Scored,
    a: &Telltale<'_>,
    b: &Telltale<'_>,
    found: &mut Vec<Difference>,
) {
    // The unit is one of the shared words: one more has to be shared, or the day.
    if pair.is_other_day || (pair.n_words < 2 && !pair.is_same_day) {
        return;
    }
    for one in &a.figures {
        let others = b
            .figures
            .iter()
            .filter(|other| other.unit.feature == one.unit.feature);
        let mut differing = None;
        let mut n = 0;
        for other in others {
            n += 1;
            differing = (other.value != one.value).then_some(other);
        }
        let n_own = a
            .figures
            .iter()
            .filter(|own| own.unit.feature == one.unit.feature)
            .count();
        // Several figures of one unit in a sentence count different things.
        let Some(other) = differing.filter(|_| n == 1 && n_own == 1) else {
            continue;
        };
        if telling.names[one.unit.feature as usize].is_some() {
            continue;
        }
        let name = a.words.iter().find(|word| {
            telling.names[word.feature as usize].is_some()
                && b.passage.features.binary_search(&word.feature).is_ok()
        });
        let shares_context = common(&a.passage.features, &b.passage.features)
            .filter(|&feature| feature != one.unit.feature && telling.weight(feature) > 0.0)
            .count();
        if let Some(name) = name
            && shares_context >= 2
        {
            push(
                found,
                a,
                b,
                DifferenceKind::Figure,
                vec![name.span, one.unit.span],
                one.span,
                other.span,
            );
        }
    }
}

fn push(
    found: &mut Vec<Difference>,
    a: &Telltale<'_>,
    b: &Telltale<'_>,
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
