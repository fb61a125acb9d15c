//! Figures of documents that tell one story, put side by side.
//!
//! First what both documents count alike is taken away, in whatever form it is written: a figure that the other
//! account has as well is no difference. What is left over is paired by what is counted and by the evidence that
//! it is the same: words that both sentences share, weighed by their rarity; the only one left of its unit on both
//! sides; what happened to those counted; values near each other; another measure that the sentences have in
//! common; the day that both name.
//!
//! Sentences whose figures go together, and those that give one time of day, tell the same moment more likely.

use std::collections::HashMap;

use sorting::SmallSort;

use super::clocks::clocks;
use super::evidence::{Setting, Shared};
use super::figures::{Antecedent, Figure};
use super::pairs::pair_key;
use super::passages::{Telling, Word};
use super::stories::{Relation, Stories};
use super::times::{can_be_one, stretch};
use super::timings::{self, Timing};
use super::units::{Dimension, Unit};
use super::values::Values;
use super::{Account, Difference, DifferenceKind};
use crate::days;

/// What a document tells in numbers.
#[derive(Default)]
struct Report {
    figures: Vec<Told>,
    timings: Vec<Timing>,
}

/// A figure with its sentence.
struct Told {
    setting: Setting,
    figure: Figure,
    /// The day on which the document was written.
    written: Option<i32>,
}

/// Of a document, at most so many figures are compared: a story tells no more, and tables are none.
const MOST_FIGURES: usize = 400;

/// Of a document, at most so many times of day are compared.
const MOST_TIMES: usize = 200;

/// Of one unit, at most so many figures of a document are paired: more are a list, whose entries only their places
/// tell apart.
const MOST_OF_UNIT: usize = 40;

/// The same of the shares that one sentence gives.
const MOST_IN_ROW: usize = 2;

/// Two figures are of the same thing with evidence of this much.
const LEAST_EVIDENCE: f32 = 0.7;

/// Where it is not sure that the documents tell one story.
const LEAST_EVIDENCE_IN_DOUBT: f32 = 0.9;

/// What the figures of related documents show.
#[derive(Default)]
pub(super) struct Alignment {
    pub(super) differ: Vec<Difference>,
    /// Keys of pairs of passages, with the evidence, 0 to 1, that their values give for one moment.
    pub(super) bonds: HashMap<u64, f32>,
}

/// Puts the figures and times of related documents side by side.
pub(super) fn alignment(
    accounts: &[Account<'_>],
    telling: &Telling,
    stories: &Stories,
) -> Alignment {
    let mut alignment = Alignment::default();
    let mut of_documents: Vec<Option<Report>> = (0..accounts.len()).map(|_| None).collect();
    for &(one, other) in &stories.pairs {
        for document in [one, other] {
            let report = &mut of_documents[document as usize];
            if report.is_none() {
                *report = Some(report_of(accounts, telling, stories, document));
            }
        }
        let (Some(ours), Some(theirs)) =
            (&of_documents[one as usize], &of_documents[other as usize])
        else {
            continue;
        };
        let is_sure = stories.relation(one, other) == Some(Relation::Sure);
        bind_equal(telling, &ours.figures, &theirs.figures, &mut alignment);
        timings::align(
            accounts,
            telling,
            &ours.timings,
            &theirs.timings,
            is_sure,
            &mut alignment,
        );
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
    pub(super) fn bind(&mut self, one: u32, other: u32, strength: f32) {
        let bond = self.bonds.entry(pair_key(one, other)).or_default();
        *bond = (*bond + strength).min(1.0);
    }
}

fn report_of(
    accounts: &[Account<'_>],
    telling: &Telling,
    stories: &Stories,
    document: u32,
) -> Report {
    let mut report = Report::default();
    let account = &accounts[document as usize];
    let date = account.document.date.as_deref().and_then(days::bounds_of);
    let written = date
        .filter(|(from, to)| to - from < 31)
        .map(|(from, _)| from);
    let mut antecedent = Antecedent::default();
    for number in telling.of_document(document) {
        let passage = &telling.passages[number];
        let text = &account.document.text;
        let span = passage.place.span;
        let values = Values::read_after(accounts, telling, number as u32, antecedent);
        antecedent = values.antecedent(telling, antecedent);
        // "At first the radio said eleven": the account does not hold by it.
        if is_withdrawn(span.of(text)) {
            continue;
        }
        let own = stretch(text, account.days, span);
        let carried = passage.day.map(days::number_of).map(|day| (day, day));
        let setting = |at: usize| {
            let words = values.around(at).iter();
            let mut beside: Vec<u32> = words.map(|word| word.feature).collect();
            sorting::sort_numbers(&mut beside);
            beside.dedup();
            Setting {
                passage: number as u32,
                time: own.or(carried).or_else(|| stories.time(document)),
                is_carried: own.is_none(),
                beside,
            }
        };
        let room = MOST_TIMES - report.timings.len();
        for clock in clocks(text, span, account.days).into_iter().take(room) {
            let words = &values.words;
            let at = words.partition_point(|word| word.span.start < clock.span.start);
            report.timings.push(Timing {
                setting: setting(at),
                clock,
            });
        }
        let room = MOST_FIGURES - report.figures.len();
        for figure in values.figures.iter().take(room) {
            report.figures.push(Told {
                setting: setting(figure.at),
                figure: *figure,
                written,
            });
        }
    }
    report
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
        "i have read",
        "mentioned by",
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
    let (left_a, left_b) = (left_over(ours, theirs), left_over(theirs, ours));
    let (mut taken_a, mut taken_b): (Vec<&Told>, Vec<&Told>) = (Vec::new(), Vec::new());
    for (one, other) in by_evidence(telling, &left_a, &left_b, is_sure) {
        // A value told again is the same value.
        let is_taken = |taken: &[&Told], told: &Told| taken.iter().any(|next| next.is_same(told));
        if is_taken(&taken_a, one) || is_taken(&taken_b, other) {
            continue;
        }
        taken_a.push(one);
        taken_b.push(other);
        let passage = |told: &Told| &telling.passages[told.setting.passage as usize];
        let values = Values::read(accounts, telling, one.setting.passage);
        let shared = || {
            let words = values.words.iter();
            words.filter(|word| passage(other).has(word.feature))
        };
        let is_age = matches!(one.figure.unit, Unit::Age(_));
        let name = shared().find(|word| !is_age && telling.is_name(word.feature));
        let rarest = telling.rarest(shared().filter(|word| telling.says_more(values.text, word)));
        alignment.bind(one.setting.passage, other.setting.passage, 0.3);
        alignment.differ.push(Difference {
            a: passage(one).place,
            b: passage(other).place,
            kind: DifferenceKind::Figure,
            about: one.figure.about(name, rarest),
            value_a: one.figure.span,
            value_b: other.figure.span,
        });
    }
}

/// Returns the figures that the other account does not have.
fn left_over<'t>(own: &'t [Told], other: &[Told]) -> Vec<&'t Told> {
    own.iter()
        .filter(|told| {
            let is_there = |there: &Told| {
                told.is_same(there) && can_be_one(told.setting.time, there.setting.time)
            };
            !other.iter().any(is_there)
        })
        .collect()
}

/// Returns the pairs that count the same thing with enough evidence, those with most first.
fn by_evidence<'t>(
    telling: &Telling,
    ours: &[&'t Told],
    theirs: &[&'t Told],
    is_sure: bool,
) -> Vec<(&'t Told, &'t Told)> {
    let least = if is_sure {
        LEAST_EVIDENCE
    } else {
        LEAST_EVIDENCE_IN_DOUBT
    };
    let is_list = |left: &[&Told], told: &Told| {
        let alike = || left.iter().filter(|next| next.is_alike(told));
        let in_row = alike().filter(|next| next.setting.passage == told.setting.passage);
        alike().count() > MOST_OF_UNIT
            || (told.figure.unit == Unit::Share && in_row.count() > MOST_IN_ROW)
    };
    // Others of the same unit that could be meant as well.
    let is_only = |left: &[&Told], told: &Told, other: &Told| {
        !left.iter().any(|next| {
            next.is_alike(told)
                && !next.agrees(told)
                && can_be_one(next.setting.time, other.setting.time)
        })
    };
    let mut pairs: Vec<(f32, &Told, &Told)> = Vec::new();
    for &one in ours {
        if is_list(ours, one) || is_list(theirs, one) {
            continue;
        }
        for &other in theirs.iter().filter(|other| other.is_alike(one)) {
            let is_lasting = matches!(one.figure.unit, Unit::Age(_) | Unit::Sentence);
            let is_of_other_time = !is_lasting && !can_be_one(one.setting.time, other.setting.time);
            let is_made_of = || is_sum(ours, theirs, one, other);
            let is_counterpart_near =
                || has_nearer(ours, one, other) || has_nearer(theirs, other, one);
            if is_of_other_time || one.agrees(other) || is_made_of() || is_counterpart_near() {
                continue;
            }
            let is_only = is_only(ours, one, other) && is_only(theirs, other, one);
            let evidence = evidence(telling, one, other, is_only)
                + if goes_with_others(ours, theirs, one, other) {
                    0.6
                } else {
                    0.0
                };
            if evidence >= least && (is_sure || nearness(one, other) > 0.0) {
                pairs.push((evidence, one, other));
            }
        }
    }
    // Ties stay in the order of the texts.
    pairs.small_sort_by(|one, other| other.0.total_cmp(&one.0));
    pairs
        .into_iter()
        .map(|(_, one, other)| (one, other))
        .collect()
}

/// Tells whether the sentences of two figures have figures of another kind too that are near each other: a height and
/// a time.
fn goes_with_others(ours: &[&Told], theirs: &[&Told], one: &Told, other: &Told) -> bool {
    const LEAST_NEARNESS: f32 = 0.3;
    let of = |own: &[&Told], told: &Told, next: &Told| {
        next.setting.passage == told.setting.passage
            && !next.is_alike(told)
            && matches!(
                next.figure.unit,
                Unit::Measure(_) | Unit::Duration | Unit::Money(_)
            )
            && own
                .iter()
                .filter(|third| {
                    third.setting.passage == told.setting.passage && third.is_alike(next)
                })
                .count()
                == 1
    };
    let is_exact = |told: &Told| {
        matches!(
            told.figure.unit,
            Unit::Measure(_) | Unit::Duration | Unit::Money(_)
        )
    };
    is_exact(one)
        && ours.iter().filter(|next| of(ours, one, next)).any(|next| {
            theirs.iter().any(|there| {
                of(theirs, other, there)
                    && there.is_alike(next)
                    && nearness(next, there) >= LEAST_NEARNESS
            })
        })
}

/// Tells whether the sentence of a figure gives one more of its kind that is nearly the other's: 65,625 and 85,645
/// strikers, where the other account has 85,642.
fn has_nearer(own: &[&Told], told: &Told, other: &Told) -> bool {
    const LARGE: f64 = 1000.0;
    own.iter().any(|next| {
        let apart = libm::fabs(next.figure.numeral.value - other.figure.numeral.value);
        next.setting.passage == told.setting.passage
            && next.figure.span != told.figure.span
            // So large a number is hardly met twice, whatever it seems to count.
            && (next.is_alike(told) || other.figure.numeral.value >= LARGE)
            && apart <= 0.01 * other.figure.numeral.value
    })
}

/// Tells whether one of two figures is the other and a third one of its sentence: 245 people, and 214 passengers with
/// 31 crew.
fn is_sum(ours: &[&Told], theirs: &[&Told], one: &Told, other: &Told) -> bool {
    let makes_up = |own: &[&Told], part: &Told, whole: &Told| {
        own.iter().any(|next| {
            let sum = next.figure.numeral.value + part.figure.numeral.value;
            next.setting.passage == part.setting.passage
                && next.figure.span != part.figure.span
                && libm::fabs(sum - whole.figure.numeral.value) < 1e-9
        })
    };
    makes_up(ours, one, other) || makes_up(theirs, other, one)
}

/// Equal figures bind their sentences, the more the rarer the number and what both share.
fn bind_equal(telling: &Telling, ours: &[Told], theirs: &[Told], alignment: &mut Alignment) {
    const LEAST_SHARED: f32 = 0.6;
    const LEAST_SHARED_BY_RARE: f32 = 0.4;
    for one in ours {
        for other in theirs {
            if !one.is_same(other) || !can_be_one(one.setting.time, other.setting.time) {
                continue;
            }
            let value = one.figure.numeral.value;
            let is_outcome = one.figure.outcome.is_some();
            let (strength, least) = match value {
                _ if is_outcome => (0.3, 0.0),
                20.0.. => (0.2, LEAST_SHARED_BY_RARE),
                _ => (0.1, LEAST_SHARED),
            };
            let is_one_time = one.setting.time.is_some()
                && one.setting.time == other.setting.time
                && !one.setting.is_carried;
            if (is_one_time && is_outcome) || shared(telling, one, other).weight() >= least {
                alignment.bind(one.setting.passage, other.setting.passage, strength);
            }
        }
    }
}

impl Told {
    fn is_alike(&self, other: &Self) -> bool {
        self.figure.is_alike(&other.figure)
    }

    fn agrees(&self, other: &Self) -> bool {
        self.figure.numeral.agrees(&other.figure.numeral)
    }

    /// The same value of the same kind of thing.
    fn is_same(&self, other: &Self) -> bool {
        self.is_alike(other) && self.agrees(other) && !self.is_vague(other)
    }

    /// So many people, and so many of a kind: others as well can be so many.
    fn is_vague(&self, other: &Self) -> bool {
        let is_one_role = self.figure.unit == other.figure.unit;
        matches!(self.figure.unit, Unit::People(_)) && !is_one_role && self.figure.outcome.is_none()
    }
}

/// How much speaks for two figures counting the same thing; see the module's documentation.
fn evidence(telling: &Telling, one: &Told, other: &Told, is_only: bool) -> f32 {
    let kind = match (one.figure.unit, one.figure.outcome) {
        // The name that both stand beside says whose age it is.
        (Unit::Age(_), _) if is_age_of_another_year(one, other) => return 0.0,
        (Unit::Age(_), _) => return 2.0,
        (_, Some(_)) => 0.5,
        (Unit::Things(feature), _) => 0.5 * telling.rarity(feature),
        (Unit::VotesFor | Unit::VotesAgainst | Unit::Sentence, _) => 0.3,
        (Unit::People(1..), _) => 0.3,
        (Unit::Measure(_), _) => 0.1,
        (Unit::People(_), _) => 0.0,
        (Unit::Money(_) | Unit::Share, _) => -0.1,
        (Unit::Duration, _) => -0.3,
    };
    let only = if is_only { 0.3 } else { 0.0 };
    // Two of this and three of that are everywhere.
    let is_small = one.figure.numeral.value < 10.0 && other.figure.numeral.value < 10.0;
    let small = if is_small && one.figure.outcome.is_none() {
        -0.2
    } else {
        0.0
    };
    let shared = shared(telling, one, other);
    // Distances are everywhere.
    let is_length = one.figure.unit == Unit::Measure(Dimension::Length);
    if is_length && shared.beside <= 0.0 {
        return 0.0;
    }
    // Both name the day themselves.
    let is_one_day = one.setting.time.is_some_and(|(from, to)| from == to)
        && one.setting.time == other.setting.time
        && !one.setting.is_carried
        && !other.setting.is_carried;
    let day = if is_one_day { 0.2 } else { 0.0 };
    shared.weight() + nearness(one, other) + only + kind + small + day
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
        _ => -1.0,
    }
}

/// What the settings of two figures share besides what is counted.
fn shared(telling: &Telling, one: &Told, other: &Told) -> Shared {
    let is_own = |feature: u32| {
        let is_outcome = |outcome: Word| outcome.feature == feature;
        Unit::Things(feature) == one.figure.unit || one.figure.outcome.is_some_and(is_outcome)
    };
    Shared::of(telling, &one.setting, &other.setting, &is_own)
}
