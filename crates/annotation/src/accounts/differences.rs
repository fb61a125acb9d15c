//! Values that differ around one thing.

use corpus::ByteSpan;
use sorting::SmallSort;

use super::figures::{Figure, Hours, figures, parts_of_day};
use super::pairs::{Scored, common};
use super::passages::{NEAR_WORDS, Passage, Telling, Word, days_in};
use super::units::Unit;
use super::{Account, Difference, DifferenceKind};
use crate::days::{DayKind, Precision};

/// Below this, two passages are about different things.
const LEAST_COSINE: f32 = 0.12;

/// At most so many are given.
const MOST_DIFFERENCES: usize = 5_000;

/// A passage read again for its values.
pub(super) struct Telltale<'t> {
    passage: &'t Passage,
    text: &'t str,
    words: Vec<Word>,
    pub(super) figures: Vec<Figure>,
    /// The times of day that are told, with their hours.
    times: Vec<(ByteSpan, Hours)>,
    days: Vec<(ByteSpan, u32)>,
}

/// Returns the differences of all scored pairs, each once.
pub(super) fn differences(
    accounts: &[Account<'_>],
    telling: &Telling,
    alignment: Vec<Difference>,
    scored: &[Scored],
) -> Vec<Difference> {
    let mut found: Vec<Difference> = Vec::new();
    // Passages that were read and count nothing need not be read again for their figures.
    let mut countless = vec![false; telling.passages.len()];
    let mut agreeing: Vec<Agreement> = Vec::new();
    let mut last: Option<(u32, Telltale<'_>)> = None;
    for pair in scored {
        if found.len() >= MOST_DIFFERENCES || !may_differ(telling, pair, &countless) {
            continue;
        }
        // Pairs stand in the order of their first passages.
        if last.as_ref().is_none_or(|(number, _)| *number != pair.a) {
            let own = Telltale::read(accounts, telling, pair.a);
            countless[pair.a as usize] = own.figures.is_empty();
            last = Some((pair.a, own));
        }
        let Some((_, a)) = &last else { continue };
        if !may_differ(telling, pair, &countless) {
            continue;
        }
        let b = Telltale::read(accounts, telling, pair.b);
        countless[pair.b as usize] = b.figures.is_empty();
        let before = found.len();
        differing_time(telling, a, &b, &mut found);
        if found.len() == before && pair.cosine >= LEAST_COSINE {
            differing_day(telling, pair, a, &b, &mut found);
            // Figures of one story are put side by side as a whole; those of two events are not.
            if pair.relation.is_none() {
                compare_figures(telling, pair, a, &b, &mut found, &mut agreeing);
            }
        }
    }
    // An early toll that the same account mends further down is no difference.
    found.retain(|difference| {
        difference.kind != DifferenceKind::Figure
            || !agreeing
                .iter()
                .any(|agreement| agreement.settles(difference))
    });
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

/// A value that two accounts share.
struct Agreement {
    documents: (u32, u32),
    values: (ByteSpan, ByteSpan),
}

impl Agreement {
    /// Tells whether one of two differing values stands in the other account as well.
    fn settles(&self, difference: &Difference) -> bool {
        self.documents == (difference.a.document, difference.b.document)
            && (self.values.0 == difference.value_a || self.values.1 == difference.value_b)
    }
}

/// Tells whether the passages of a pair can differ in anything, by what is known without reading them.
fn may_differ(telling: &Telling, pair: &Scored, countless: &[bool]) -> bool {
    let counts = !countless[pair.a as usize] && !countless[pair.b as usize];
    let may_in_figures = counts
        && pair.cosine >= LEAST_COSINE
        && !pair.is_other_day
        && match pair.n_names {
            0 => pair.is_same_day && pair.n_words >= 2,
            _ => pair.n_words >= 2 || pair.is_same_day,
        };
    may_in_figures || (pair.is_same_day || pair.is_other_day) && share_event(telling, pair)
}

/// Events are the first features.
fn share_event(telling: &Telling, pair: &Scored) -> bool {
    let features = |number: u32| &telling.passages[number as usize].features;
    common(features(pair.a), features(pair.b))
        .next()
        .is_some_and(Telling::is_event)
}

impl<'t> Telltale<'t> {
    /// Reads a passage again.
    pub(super) fn read(accounts: &[Account<'t>], telling: &'t Telling, number: u32) -> Self {
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
        Self {
            passage,
            text,
            figures: figures(telling, text, span, &words, &dated),
            words,
            times,
            days,
        }
    }

    /// Its names and content words, in order.
    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }

    /// The clock time that it gives, in minutes, if it gives one only.
    pub(super) fn only_minute(&self) -> Option<u16> {
        match &self.times[..] {
            &[(_, (from, to))] if to == from + 1 => Some(from),
            _ => None,
        }
    }

    /// The content words around a number.
    pub(super) fn beside(&self, figure: &Figure) -> &[Word] {
        const REACH: usize = 6;
        let from = figure.at.saturating_sub(REACH);
        &self.words[from..(figure.at + REACH).min(self.words.len())]
    }
}

/// What both passages tell of one event: the name or thing that it happens to, and the event in each.
fn shared_event(
    telling: &Telling,
    a: &Telltale<'_>,
    b: &Telltale<'_>,
) -> Option<(Word, Word, Word)> {
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
                    let is_name = telling.names[word.feature as usize].is_some();
                    (!is_name, word.span.start.abs_diff(of_a.span.start))
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

fn near(words: &[Word], at: usize) -> &[Word] {
    &words[at.saturating_sub(NEAR_WORDS)..(at + NEAR_WORDS + 1).min(words.len())]
}

/// Names bear every event; things only those whose words mean nothing else.
fn is_bearer(telling: &Telling, event: u32, feature: u32) -> bool {
    const LEAST_WEIGHT_OF_THING: f32 = 1.5;
    telling.names[feature as usize].is_some()
        || (Telling::is_clear_event(event)
            && !Telling::is_event(feature)
            && telling.weight(feature) >= LEAST_WEIGHT_OF_THING)
}

/// One event of one name on one day, at times that do not touch.
fn differing_time(
    telling: &Telling,
    a: &Telltale<'_>,
    b: &Telltale<'_>,
    found: &mut Vec<Difference>,
) {
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
fn time_of(telltale: &Telltale<'_>, event: ByteSpan) -> Option<(ByteSpan, Hours)> {
    const REACH_BYTES: u32 = 120;
    let in_clause = |&&(time, _): &&(ByteSpan, Hours)| {
        let (from, to) = (time.end.min(event.end), time.start.max(event.start));
        telltale
            .text
            .get(from as usize..to as usize)
            .is_some_and(|gap| !gap.contains([',', ';', ':', '—', '–']))
    };
    let only = |mut times: Vec<(ByteSpan, Hours)>| (times.len() == 1).then(|| times.remove(0));
    only(telltale.times.clone())
        .or_else(|| only(telltale.times.iter().filter(in_clause).copied().collect()))
        .filter(|(time, _)| time.start.abs_diff(event.start) <= REACH_BYTES)
}

/// One event of one name, on days that are not the same.
fn differing_day(
    telling: &Telling,
    pair: &Scored,
    a: &Telltale<'_>,
    b: &Telltale<'_>,
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

/// Numbers of the same things around one name or one thing, as far as they differ and as far as they agree.
fn compare_figures(
    telling: &Telling,
    pair: &Scored,
    a: &Telltale<'_>,
    b: &Telltale<'_>,
    found: &mut Vec<Difference>,
    agreeing: &mut Vec<Agreement>,
) {
    if pair.is_other_day {
        return;
    }
    for one in &a.figures {
        let own = a.figures.iter().filter(|own| own.is_alike(one));
        let others: Vec<&Figure> = b
            .figures
            .iter()
            .filter(|other| other.is_alike(one))
            .collect();
        if let Some(same) = others
            .iter()
            .find(|other| other.numeral.agrees(&one.numeral))
        {
            agreeing.push(Agreement {
                documents: (a.passage.place.document, b.passage.place.document),
                values: (one.span, same.span),
            });
            continue;
        }
        // Several figures of one unit in a sentence count different things.
        let ([other], 1) = (&others[..], own.count()) else {
            continue;
        };
        if let Some(about) = what_both_count(telling, pair, a, b, one, other) {
            push(
                found,
                a,
                b,
                DifferenceKind::Figure,
                about,
                one.span,
                other.span,
            );
        }
    }
}

/// Returns words that tell what two figures of one kind are about, or none where the passages do not show that
/// they count the same: a shared name and a shared word beside both numbers, or the day and two such words.
fn what_both_count(
    telling: &Telling,
    pair: &Scored,
    a: &Telltale<'_>,
    b: &Telltale<'_>,
    one: &Figure,
    other: &Figure,
) -> Option<Vec<ByteSpan>> {
    let name = a.words.iter().find(|word| {
        telling.names[word.feature as usize].is_some()
            && b.passage.features.binary_search(&word.feature).is_ok()
    });
    if let Unit::Age(_) = one.unit {
        return Some(vec![one.unit_span]);
    }
    let beside_other = b.beside(other);
    let shared: Vec<Word> = a
        .beside(one)
        .iter()
        .filter(|word| {
            telling.names[word.feature as usize].is_none()
                && word.span != one.unit_span
                && Unit::Things(word.feature) != one.unit
                && !is_number(word.span.of(a.text))
                && (telling.weight(word.feature) > 0.0 || Telling::is_event(word.feature))
                && beside_other.iter().any(|near| near.feature == word.feature)
        })
        .copied()
        .collect();
    let n_needed = match (name, one.outcome, one.unit) {
        (Some(_), Some(_), _) => 0,
        (Some(_), None, Unit::Duration(_) | Unit::Share) => 2,
        (Some(_), None, _) => 1,
        (None, Some(_), _) => 1,
        (None, None, _) => 2,
    };
    if shared.len() < n_needed || (name.is_none() && !pair.is_same_day) {
        return None;
    }
    let mut about: Vec<ByteSpan> = name.iter().map(|name| name.span).collect();
    match one.unit {
        Unit::Money(_) | Unit::Share => {
            let rarest = shared.iter().max_by(|a, b| {
                telling
                    .weight(a.feature)
                    .total_cmp(&telling.weight(b.feature))
            });
            about.extend(rarest.map(|word| word.span));
        }
        _ => {
            about.push(one.unit_span);
            let outcome = one.outcome.map(|word| word.span);
            about.extend(outcome.filter(|&span| span != one.unit_span));
        }
    }
    Some(about)
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
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
