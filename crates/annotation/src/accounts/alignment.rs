//! Values of documents that tell one story, put side by side.
//!
//! First what both documents tell alike is taken away, in whatever form it is written: a value that the other account
//! has as well is no difference. What is left over is paired by the evidence that it is of one thing (`evidence`), the
//! pair with most first; a value has one counterpart.
//!
//! Sentences whose values go together tell the same moment more likely.

use std::collections::HashMap;

use super::evidence::{Candidate, Sides};
use super::figures::Antecedent;
use super::numerals::ends_with_word;
use super::pairs::{common, pair_key};
use super::passages::Telling;
use super::stories::{Relation, Stories};
use super::times::stretch;
use super::told::{Told, Value, number_alike};
use super::units::Unit;
use super::values::Values;
use super::{Account, Difference, DifferenceKind};
use crate::days;
use corpus::ByteSpan;

/// Of a document, at most so many figures are compared: a story tells no more, and tables are none.
const MOST_FIGURES: usize = 400;

/// Of a document, at most so many times of day are compared.
const MOST_TIMES: usize = 200;

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
    let mut of_documents: Vec<Option<Vec<Told>>> = (0..accounts.len()).map(|_| None).collect();
    for &(one, other) in &stories.pairs {
        for document in [one, other] {
            let report = &mut of_documents[document as usize];
            if report.is_none() {
                *report = Some(told_by(accounts, telling, stories, document));
            }
        }
        let (Some(ours), Some(theirs)) =
            (&of_documents[one as usize], &of_documents[other as usize])
        else {
            continue;
        };
        let relation = stories.relation(one, other);
        let is_sure = relation == Some(Relation::Sure);
        if relation == Some(Relation::Retold) {
            let (ours, theirs) = (untimed(ours), untimed(theirs));
            align(accounts, telling, &ours, &theirs, is_sure, &mut alignment);
        } else {
            align(accounts, telling, ours, theirs, is_sure, &mut alignment);
        }
    }
    alignment
}

impl Alignment {
    pub(super) fn bind(&mut self, one: u32, other: u32, strength: f32) {
        let bond = self.bonds.entry(pair_key(one, other)).or_default();
        *bond = (*bond + strength).min(1.0);
    }
}

/// Returns values as if nothing were said of their days.
fn untimed(told: &[Told]) -> Vec<Told> {
    let timeless = |told: &Told| Told {
        time: None,
        ..told.clone()
    };
    told.iter().map(timeless).collect()
}

/// Returns the values that a document tells, in order.
fn told_by(
    accounts: &[Account<'_>],
    telling: &Telling,
    stories: &Stories,
    document: u32,
) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::new();
    let (mut n_figures, mut n_times) = (0, 0);
    let account = &accounts[document as usize];
    let text = &account.document.text;
    let date = account.document.date.as_deref().and_then(days::bounds_of);
    let written = date
        .filter(|(from, to)| to - from < 31)
        .map(|(from, _)| from);
    let mut antecedent = Antecedent::default();
    for number in telling.of_document(document) {
        let passage = &telling.passages[number];
        let span = passage.place.span;
        let values = Values::read_after(accounts, telling, number as u32, antecedent);
        antecedent = values.antecedent(telling, antecedent);
        // "At first the radio said eleven": the account does not hold by it.
        if is_withdrawn(span.of(text)) {
            continue;
        }
        let own = stretch(text, account.days, span);
        let carried = passage.day.map(days::number_of).map(|day| (day, day));
        let mut tell = |value: Value, at: usize, written: Option<i32>| {
            let words = values.around(at).iter();
            let mut beside: Vec<u32> = words.map(|word| word.feature).collect();
            sorting::sort_numbers(&mut beside);
            beside.dedup();
            told.push(Told {
                value,
                passage: number as u32,
                time: own.or(carried).or_else(|| stories.time(document)),
                is_carried: own.is_none(),
                beside,
                written,
                is_only: false,
                is_listed: false,
            });
        };
        let clocks = values.clocks.iter().filter(|clock| !clock.is_bound);
        for &clock in clocks.take(MOST_TIMES - n_times) {
            let words = &values.words;
            let at = words.partition_point(|word| word.span.start < clock.span.start);
            tell(Value::Clock(clock), at, None);
            n_times += 1;
        }
        for &figure in values.figures.iter().take(MOST_FIGURES - n_figures) {
            let written = written.filter(|_| !is_of_then(span.of(text), span, figure.span));
            tell(Value::Figure(figure), figure.at, written);
            n_figures += 1;
        }
    }
    number_alike(&mut told);
    told
}

/// Tells whether a text says of an age that it is of the time that it tells of: "then aged 28", "nine at the time".
fn is_of_then(sentence: &str, place: ByteSpan, age: ByteSpan) -> bool {
    let (before, behind) = (
        sentence.get(..(age.start - place.start) as usize),
        sentence.get((age.end - place.start) as usize..),
    );
    let before = before.unwrap_or_default().trim_end();
    let before = before.strip_suffix(" aged").unwrap_or(before);
    let clause = behind.unwrap_or_default().split([',', '.', ';']).next();
    ends_with_word(before, "then") || clause.is_some_and(|clause| clause.contains(" at the time"))
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
    bind_equal(telling, ours, theirs, is_sure, alignment);
    let sides = Sides {
        telling,
        ours,
        theirs,
    };
    let (mut taken_a, mut taken_b): (Vec<&Told>, Vec<&Told>) = (Vec::new(), Vec::new());
    for Candidate { one, other, .. } in sides.pairs() {
        // A value told again is the same value.
        let is_taken = |taken: &[&Told], told: &Told| {
            let is_same = |next: &&Told| {
                next.span() == told.span() || (told.says_what() && next.is_same(told))
            };
            taken.iter().any(is_same)
        };
        if is_taken(&taken_a, one) || is_taken(&taken_b, other) {
            continue;
        }
        taken_a.push(one);
        taken_b.push(other);
        let difference = difference(accounts, telling, one, other);
        if let Some(difference) = difference {
            alignment.bind(one.passage, other.passage, 0.3);
            alignment.differ.push(difference);
        }
    }
}

/// Reports two values that differ; nothing where the texts write them alike.
fn difference(
    accounts: &[Account<'_>],
    telling: &Telling,
    one: &Told,
    other: &Told,
) -> Option<Difference> {
    let passage = |told: &Told| &telling.passages[told.passage as usize];
    let (a, b) = (passage(one), passage(other));
    let account = &accounts[a.place.document as usize];
    let text = &account.document.text;
    let text_other = &accounts[b.place.document as usize].document.text;
    if one.span().of(text) == other.span().of(text_other) {
        return None;
    }
    let words = telling.words_of(a, account);
    let shared = || words.iter().filter(|word| b.has(word.feature));
    let name = shared().find(|word| telling.is_name(word.feature));
    let rarest = telling.rarest(shared().filter(|word| telling.says_more(text, word)));
    let (kind, about) = match &one.value {
        Value::Figure(figure) => {
            // The name that both stand beside says whose age it is.
            let is_age = matches!(figure.unit, Unit::Age(_));
            (
                DifferenceKind::Figure,
                figure.about(name.filter(|_| !is_age), rarest),
            )
        }
        Value::Clock(_) => {
            let about = name.into_iter().chain(rarest);
            (DifferenceKind::Time, about.map(|word| word.span).collect())
        }
    };
    Some(Difference {
        a: a.place,
        b: b.place,
        kind,
        about,
        value_a: one.span(),
        value_b: other.span(),
    })
}

/// Equal values bind their sentences, the more the rarer the number and what both share.
fn bind_equal(
    telling: &Telling,
    ours: &[Told],
    theirs: &[Told],
    is_sure: bool,
    alignment: &mut Alignment,
) {
    const LEAST_SHARED: f32 = 0.6;
    const LEAST_SHARED_BY_RARE: f32 = 0.4;
    for one in ours {
        for other in theirs.iter().filter(|other| one.is_same(other)) {
            let Some(figure) = one.figure() else {
                if is_sure {
                    alignment.bind(one.passage, other.passage, 0.2);
                }
                continue;
            };
            let is_outcome = figure.outcome.is_some();
            if !one.says_what() && figure.unit != other.unit().unwrap_or(figure.unit) {
                continue;
            }
            let (strength, least) = match figure.numeral.value {
                _ if is_outcome => (0.3, 0.0),
                20.0.. => (0.2, LEAST_SHARED_BY_RARE),
                _ => (0.1, LEAST_SHARED),
            };
            let is_one_time = one.time.is_some() && one.time == other.time && !one.is_carried;
            let is_bound = (is_one_time && is_outcome) || shared(telling, one, other) >= least;
            if is_bound {
                alignment.bind(one.passage, other.passage, strength);
            }
        }
    }
}

/// What the sentences of two values share, by the rarity of the words; what stands close to both counts double.
fn shared(telling: &Telling, one: &Told, other: &Told) -> f32 {
    let figure = |told: &Told| told.figure().copied();
    let is_own = |feature: u32| {
        figure(one).is_some_and(|figure| {
            figure.unit == Unit::Things(feature)
                || figure.outcome.is_some_and(|word| word.feature == feature)
        })
    };
    let rarities = |one: &[u32], other: &[u32]| -> f32 {
        let shared = common(one, other).filter(|&feature| !is_own(feature));
        shared.map(|feature| telling.rarity(feature)).sum()
    };
    let features = |told: &Told| &telling.passages[told.passage as usize].features;
    0.5 * (rarities(&one.beside, &other.beside) + rarities(features(one), features(other)))
}
