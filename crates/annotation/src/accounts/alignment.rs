//! Figures of documents that tell one story, put side by side.
//!
//! First what both documents count alike is taken away, in whatever form it is written: a figure that the other
//! account has as well is no difference. What is left over is paired by what is counted and by the evidence that
//! it is the same: words that both sentences share, weighed by their rarity; the only one left of its unit on both
//! sides; what happened to those counted; values near each other.
//!
//! Sentences whose figures go together, and those that give one time of day, tell the same moment more likely.

use std::collections::HashMap;

use corpus::ByteSpan;

use super::differences::Telltale;
use super::figures::Figure;
use super::pairs::common;
use super::passages::{Passage, Telling};
use super::stories::{Relation, Stories, Stretch, can_be_one, stretch};
use super::units::Unit;
use super::{Account, Difference, DifferenceKind};
use crate::days;

/// What a document tells in numbers.
#[derive(Default)]
struct Telltales {
    figures: Vec<Told>,
    /// Passages with the one clock time that they give, in minutes, and its day.
    clocks: Vec<(u32, u16, Option<u32>)>,
}

/// A figure with its sentence.
struct Told {
    passage: u32,
    figure: Figure,
    /// When it is of, as far as the text says.
    time: Option<Stretch>,
    /// It has its time from the sentences before.
    is_carried: bool,
    /// The day on which the document was written.
    written: Option<i32>,
    /// Features of the content words around the number, ascending.
    beside: Vec<u32>,
}

/// Two figures are of the same thing with evidence of this much.
const LEAST_EVIDENCE: f32 = 0.9;

/// Where it is not sure that the documents tell one story.
const LEAST_EVIDENCE_IN_DOUBT: f32 = 1.1;

/// What the figures of related documents show.
#[derive(Default)]
pub(super) struct Alignment {
    pub(super) differ: Vec<Difference>,
    /// Pairs of passages, the first of a pair in the upper half of the number, with the evidence, 0 to 1, that
    /// their values give for one moment.
    pub(super) bonds: HashMap<u64, f32>,
}

/// Puts the figures and times of related documents side by side.
pub(super) fn alignment(
    accounts: &[Account<'_>],
    telling: &Telling,
    stories: &Stories,
) -> Alignment {
    let mut alignment = Alignment::default();
    let mut of_documents: Vec<Option<Telltales>> = (0..accounts.len()).map(|_| None).collect();
    for &(one, other) in &stories.pairs {
        for document in [one, other] {
            let told = &mut of_documents[document as usize];
            if told.is_none() {
                *told = Some(told_by(accounts, telling, stories, document));
            }
        }
        let (Some(ours), Some(theirs)) =
            (&of_documents[one as usize], &of_documents[other as usize])
        else {
            continue;
        };
        let relation = stories.relation(one, other);
        let is_sure = relation == Some(Relation::Sure);
        bind_equal(telling, &ours.figures, &theirs.figures, &mut alignment);
        if is_sure {
            bind_times(&ours.clocks, &theirs.clocks, &mut alignment);
        }
        align(
            accounts,
            telling,
            &ours.figures,
            &theirs.figures,
            is_sure,
            &mut alignment,
        );
    }
    alignment
}

impl Alignment {
    fn bind(&mut self, one: u32, other: u32, strength: f32) {
        let key = u64::from(one) << 32 | u64::from(other);
        let bond = self.bonds.entry(key).or_default();
        *bond = (*bond + strength).min(1.0);
    }
}

fn told_by(
    accounts: &[Account<'_>],
    telling: &Telling,
    stories: &Stories,
    document: u32,
) -> Telltales {
    let mut all = Telltales::default();
    let account = &accounts[document as usize];
    let date = account.document.date.as_deref().and_then(days::bounds_of);
    let written = date
        .filter(|(from, to)| to - from < 31)
        .map(|(from, _)| from);
    for number in telling.of_document(document) {
        let passage = &telling.passages[number];
        let read = Telltale::read(accounts, telling, number as u32);
        // "At first the radio said eleven": the account does not hold by it.
        let text = passage.place.span.of(&account.document.text);
        if is_withdrawn(text) {
            continue;
        }
        let own = stretch(&account.document.text, account.days, passage.place.span);
        let carried = passage.day.map(days::number_of).map(|day| (day, day));
        if let Some(minute) = read.only_minute() {
            all.clocks.push((number as u32, minute, passage.day));
        }
        for figure in &read.figures {
            let mut beside: Vec<u32> = read
                .beside(figure)
                .iter()
                .map(|word| word.feature)
                .collect();
            sorting::sort_numbers(&mut beside);
            beside.dedup();
            all.figures.push(Told {
                passage: number as u32,
                figure: *figure,
                time: own.or(carried).or_else(|| stories.time(document)),
                is_carried: own.is_none(),
                written,
                beside,
            });
        }
    }
    all
}

/// Tells whether a sentence gives what was said once and no longer holds.
fn is_withdrawn(text: &str) -> bool {
    const MARKS: &[&str] = &[
        "at first",
        "initially",
        "first reports",
        "early reports",
        "had been reported",
        "rumour",
        "rumor",
        "wrongly",
        "mistakenly",
        "earlier figure",
    ];
    let text = text.to_lowercase();
    MARKS.iter().any(|mark| text.contains(mark))
}

fn align(
    accounts: &[Account<'_>],
    telling: &Telling,
    ours: &[Told],
    theirs: &[Told],
    is_sure: bool,
    alignment: &mut Alignment,
) {
    let least = if is_sure {
        LEAST_EVIDENCE
    } else {
        LEAST_EVIDENCE_IN_DOUBT
    };
    let left = |own: &[Told], other: &[Told]| -> Vec<usize> {
        (0..own.len())
            .filter(|&at| {
                !other
                    .iter()
                    .any(|told| is_alike(&own[at], told) && own[at].agrees(told))
            })
            .collect()
    };
    let (left_a, left_b) = (left(ours, theirs), left(theirs, ours));
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for &a in &left_a {
        for &b in &left_b {
            let (one, other) = (&ours[a], &theirs[b]);
            let is_age = matches!(one.figure.unit, Unit::Age(_));
            if !is_alike(one, other) || !(is_age || can_be_one(one.time, other.time)) {
                continue;
            }
            // Others of the same unit that could be meant as well.
            let is_only = |left: &[usize], told: &[Told], at: usize, other: &Told| {
                !left.iter().any(|&next| {
                    next != at
                        && is_alike(&told[next], &told[at])
                        && !told[next].agrees(&told[at])
                        && can_be_one(told[next].time, other.time)
                })
            };
            let only = is_only(&left_a, ours, a, other) && is_only(&left_b, theirs, b, one);
            let evidence = evidence(telling, one, other, only);
            let is_near = nearness(one, other) > 0.0;
            if evidence >= least && (is_sure || is_near) {
                pairs.push((evidence, a, b));
            }
        }
    }
    pairs.sort_by(|one, other| {
        other
            .0
            .total_cmp(&one.0)
            .then((one.1, one.2).cmp(&(other.1, other.2)))
    });
    let (mut taken_a, mut taken_b): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for (_, a, b) in pairs {
        let is_taken = |taken: &[usize], told: &[Told], at: usize| {
            taken
                .iter()
                .any(|&next| is_alike(&told[next], &told[at]) && told[next].agrees(&told[at]))
        };
        if is_taken(&taken_a, ours, a) || is_taken(&taken_b, theirs, b) {
            continue;
        }
        taken_a.push(a);
        taken_b.push(b);
        let (one, other) = (&ours[a], &theirs[b]);
        let (first, second) = (
            &telling.passages[one.passage as usize],
            &telling.passages[other.passage as usize],
        );
        alignment.bind(one.passage, other.passage, 0.3);
        alignment.differ.push(Difference {
            a: first.place,
            b: second.place,
            kind: DifferenceKind::Figure,
            about: about(
                telling,
                one,
                &Telltale::read(accounts, telling, one.passage),
                second,
            ),
            value_a: one.figure.span,
            value_b: other.figure.span,
        });
    }
}

/// Equal figures bind their sentences, the more the rarer the number and what both share.
fn bind_equal(telling: &Telling, ours: &[Told], theirs: &[Told], alignment: &mut Alignment) {
    const LEAST_SHARED: f32 = 0.6;
    const LEAST_SHARED_BY_RARE: f32 = 0.4;
    for one in ours {
        for other in theirs {
            if !is_alike(one, other) || !one.agrees(other) || !can_be_one(one.time, other.time) {
                continue;
            }
            let value = one.figure.numeral.value;
            let is_outcome = one.figure.outcome.is_some();
            let (strength, least) = match value {
                _ if is_outcome => (0.3, 0.0),
                20.0.. => (0.2, LEAST_SHARED_BY_RARE),
                _ => (0.1, LEAST_SHARED),
            };
            let is_one_time = one.time.is_some() && one.time == other.time && !one.is_carried;
            if (is_one_time && is_outcome) || shared(telling, one, other) >= least {
                alignment.bind(one.passage, other.passage, strength);
            }
        }
    }
}

/// One clock time, to the minute, of one day or of days that are not known.
fn bind_times(
    ours: &[(u32, u16, Option<u32>)],
    theirs: &[(u32, u16, Option<u32>)],
    alignment: &mut Alignment,
) {
    for &(one, minute, day) in ours {
        let same = theirs.iter().filter(|(_, other, other_day)| {
            *other == minute && (day == *other_day || day.is_none() || other_day.is_none())
        });
        for &(other, ..) in same {
            alignment.bind(one, other, 0.2);
        }
    }
}

impl Told {
    fn agrees(&self, other: &Self) -> bool {
        self.figure.numeral.agrees(&other.figure.numeral)
    }
}

fn is_alike(one: &Told, other: &Told) -> bool {
    one.figure.is_alike(&other.figure)
}

fn evidence(telling: &Telling, one: &Told, other: &Told, is_only: bool) -> f32 {
    if let Unit::Age(_) = one.figure.unit {
        return if is_age_of_another_year(one, other) {
            0.0
        } else {
            2.0
        };
    }
    let shared = shared(telling, one, other);
    let only = if is_only { 0.3 } else { 0.0 };
    let kind = match (one.figure.unit, one.figure.outcome) {
        (_, Some(_)) => 0.5,
        (Unit::Things(feature), _) => 0.5 * telling.rarity(feature),
        (Unit::Kind(_), _) => 0.3,
        (Unit::Measure(_), _) => 0.1,
        (Unit::People, _) => 0.0,
        (Unit::Money(_) | Unit::Share, _) => -0.3,
        (Unit::Duration(_), _) => -0.5,
        (Unit::Age(_), _) => 1.0,
    };
    // Two of this and three of that are everywhere.
    let is_small = one.figure.numeral.value < 10.0 && other.figure.numeral.value < 10.0;
    let small = if is_small && one.figure.outcome.is_none() {
        -0.2
    } else {
        0.0
    };
    shared + nearness(one, other) + only + kind + small
}

/// Tells whether two ages of one person differ by the years between the documents.
fn is_age_of_another_year(one: &Told, other: &Told) -> bool {
    let (Some(a), Some(b)) = (one.written, other.written) else {
        return false;
    };
    let years = f64::from(b - a) / 365.25;
    let grown = other.figure.numeral.value - one.figure.numeral.value;
    libm::fabs(years) > 0.25 && libm::fabs(grown - years) <= 1.25
}

/// Accounts differ by little: twelve and fourteen, rarely twelve and forty.
fn nearness(one: &Told, other: &Told) -> f32 {
    let (x, y) = (one.figure.numeral.value, other.figure.numeral.value);
    match x.min(y) / x.max(y) {
        0.9.. => 0.4,
        0.7.. => 0.3,
        0.5.. => 0.1,
        0.33.. => 0.0,
        _ => -0.4,
    }
}

/// How much the sentences of two figures share besides what is counted, by the rarity of the words; those around
/// the numbers count twice as much.
fn shared(telling: &Telling, one: &Told, other: &Told) -> f32 {
    let (a, b) = (
        &telling.passages[one.passage as usize],
        &telling.passages[other.passage as usize],
    );
    let is_own = |feature: u32| {
        Unit::Things(feature) == one.figure.unit
            || one
                .figure
                .outcome
                .is_some_and(|outcome| outcome.feature == feature)
    };
    let mut shared = 0.0;
    for feature in common(&a.features, &b.features).filter(|&feature| !is_own(feature)) {
        let is_beside = one.beside.binary_search(&feature).is_ok()
            && other.beside.binary_search(&feature).is_ok();
        shared += telling.rarity(feature) * if is_beside { 1.0 } else { 0.5 };
    }
    shared
}

/// Words that tell what is counted: a name that both sentences have, the unit or the rarest word that both share,
/// and what happened.
fn about(telling: &Telling, told: &Told, read: &Telltale<'_>, other: &Passage) -> Vec<ByteSpan> {
    let has = |feature: u32| other.features.binary_search(&feature).is_ok();
    let is_name = |feature: u32| telling.names[feature as usize].is_some();
    let mut about: Vec<ByteSpan> = Vec::new();
    let is_age = matches!(told.figure.unit, Unit::Age(_));
    let name = read
        .words()
        .iter()
        .find(|word| !is_age && is_name(word.feature) && has(word.feature));
    about.extend(name.map(|word| word.span));
    if told.figure.unit_span == told.figure.span
        || matches!(told.figure.unit, Unit::Money(_) | Unit::Share)
    {
        let rarest = read
            .words()
            .iter()
            .filter(|word| has(word.feature) && !is_name(word.feature))
            .max_by(|a, b| {
                telling
                    .weight(a.feature)
                    .total_cmp(&telling.weight(b.feature))
            });
        about.extend(rarest.map(|word| word.span));
    } else {
        about.push(told.figure.unit_span);
    }
    let outcome = told.figure.outcome.map(|word| word.span);
    about.extend(outcome.filter(|&span| span != told.figure.unit_span));
    about
}
