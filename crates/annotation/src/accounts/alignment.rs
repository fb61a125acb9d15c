//! Figures of documents that tell one story, put side by side.
//!
//! First what both documents count alike is taken away, in whatever form it is written: a figure that the other
//! account has as well is no difference. What is left over is paired by what is counted and by the evidence that
//! it is the same: words that both sentences share, weighed by their rarity; the only one left of its unit on both
//! sides; what happened to those counted; values near each other.
//!
//! Sentences whose figures go together, and those that give one time of day, tell the same moment more likely.

use std::collections::HashMap;

use sorting::SmallSort;

use super::figures::Figure;
use super::pairs::{common, pair_key};
use super::passages::Telling;
use super::stories::{Relation, Stories, Stretch, can_be_one, stretch};
use super::units::Unit;
use super::values::Values;
use super::{Account, Difference, DifferenceKind};
use crate::days;

/// What a document tells in numbers.
#[derive(Default)]
struct Report {
    figures: Vec<Told>,
    clocks: Vec<Clock>,
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

/// The one clock time that a passage gives.
struct Clock {
    passage: u32,
    minute: u16,
    /// As `20241207`.
    day: Option<u32>,
}

/// Of a document, at most so many figures are compared: a story tells no more, and tables are none.
const MOST_FIGURES: usize = 400;

/// Of one unit, at most so many figures of a document are paired: more are a list, whose entries only their places
/// tell apart.
const MOST_OF_UNIT: usize = 40;

/// Two figures are of the same thing with evidence of this much.
const LEAST_EVIDENCE: f32 = 0.9;

/// Where it is not sure that the documents tell one story.
const LEAST_EVIDENCE_IN_DOUBT: f32 = 1.1;

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
    for number in telling.of_document(document) {
        let passage = &telling.passages[number];
        // "At first the radio said eleven": the account does not hold by it.
        if is_withdrawn(passage.place.span.of(&account.document.text)) {
            continue;
        }
        let values = Values::read(accounts, telling, number as u32);
        let own = stretch(&account.document.text, account.days, passage.place.span);
        let carried = passage.day.map(days::number_of).map(|day| (day, day));
        if let Some(minute) = values.only_minute() {
            report.clocks.push(Clock {
                passage: number as u32,
                minute,
                day: passage.day,
            });
        }
        let room = MOST_FIGURES - report.figures.len();
        for figure in values.figures.iter().take(room) {
            let mut beside: Vec<u32> = values
                .beside(figure)
                .iter()
                .map(|word| word.feature)
                .collect();
            sorting::sort_numbers(&mut beside);
            beside.dedup();
            report.figures.push(Told {
                passage: number as u32,
                figure: *figure,
                time: own.or(carried).or_else(|| stories.time(document)),
                is_carried: own.is_none(),
                written,
                beside,
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
        let passage = |told: &Told| &telling.passages[told.passage as usize];
        let values = Values::read(accounts, telling, one.passage);
        let shared = || {
            let words = values.words.iter();
            words.filter(|word| passage(other).has(word.feature))
        };
        let is_age = matches!(one.figure.unit, Unit::Age(_));
        let name = shared().find(|word| !is_age && telling.is_name(word.feature));
        let rarest = telling.rarest(shared().filter(|word| !telling.is_name(word.feature)));
        alignment.bind(one.passage, other.passage, 0.3);
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
        .filter(|told| !other.iter().any(|there| told.is_same(there)))
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
        left.iter().filter(|next| next.is_alike(told)).count() > MOST_OF_UNIT
    };
    // Others of the same unit that could be meant as well.
    let is_only = |left: &[&Told], told: &Told, other: &Told| {
        !left.iter().any(|next| {
            next.is_alike(told) && !next.agrees(told) && can_be_one(next.time, other.time)
        })
    };
    let mut pairs: Vec<(f32, &Told, &Told)> = Vec::new();
    for &one in ours {
        if is_list(ours, one) || is_list(theirs, one) {
            continue;
        }
        for &other in theirs.iter().filter(|other| other.is_alike(one)) {
            let is_age = matches!(one.figure.unit, Unit::Age(_));
            if !is_age && !can_be_one(one.time, other.time) {
                continue;
            }
            let is_only = is_only(ours, one, other) && is_only(theirs, other, one);
            let evidence = evidence(telling, one, other, is_only);
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

/// Equal figures bind their sentences, the more the rarer the number and what both share.
fn bind_equal(telling: &Telling, ours: &[Told], theirs: &[Told], alignment: &mut Alignment) {
    const LEAST_SHARED: f32 = 0.6;
    const LEAST_SHARED_BY_RARE: f32 = 0.4;
    for one in ours {
        for other in theirs {
            if !one.is_same(other) || !can_be_one(one.time, other.time) {
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
fn bind_times(ours: &[Clock], theirs: &[Clock], alignment: &mut Alignment) {
    for one in ours {
        let same = theirs.iter().filter(|other| {
            let is_one_day = one.day == other.day || one.day.is_none() || other.day.is_none();
            other.minute == one.minute && is_one_day
        });
        for other in same {
            alignment.bind(one.passage, other.passage, 0.2);
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
        self.is_alike(other) && self.agrees(other)
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
        (Unit::Kind(_), _) => 0.3,
        (Unit::Measure(_), _) => 0.1,
        (Unit::People, _) => 0.0,
        (Unit::Money(_) | Unit::Share, _) => -0.3,
        (Unit::Duration(_), _) => -0.5,
    };
    let only = if is_only { 0.3 } else { 0.0 };
    // Two of this and three of that are everywhere.
    let is_small = one.figure.numeral.value < 10.0 && other.figure.numeral.value < 10.0;
    let small = if is_small && one.figure.outcome.is_none() {
        -0.2
    } else {
        0.0
    };
    shared(telling, one, other) + nearness(one, other) + only + kind + small
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
