//! Times of day of documents that tell one story, put side by side.

use sorting::SmallSort;

use super::alignment::Alignment;
use super::clocks::Clock;
use super::evidence::{Setting, Shared};
use super::passages::Telling;
use super::times::can_be_one;
use super::{Account, Difference, DifferenceKind};

/// A time of day with its sentence.
pub(super) struct Timing {
    pub(super) setting: Setting,
    pub(super) clock: Clock,
}

/// Two times are of the same moment with evidence of this much.
const LEAST_EVIDENCE: f32 = 0.7;

/// Where it is not sure that the documents tell one story.
const LEAST_EVIDENCE_IN_DOUBT: f32 = 0.9;

/// Binds the sentences of equal times, and reports those that differ around one moment.
pub(super) fn align(
    accounts: &[Account<'_>],
    telling: &Telling,
    ours: &[Timing],
    theirs: &[Timing],
    is_sure: bool,
    alignment: &mut Alignment,
) {
    if is_sure {
        bind_equal(ours, theirs, alignment);
    }
    let least = if is_sure {
        LEAST_EVIDENCE
    } else {
        LEAST_EVIDENCE_IN_DOUBT
    };
    let left = left_over(theirs, ours);
    let mut pairs: Vec<(f32, &Timing, &Timing)> = Vec::new();
    for one in left_over(ours, theirs) {
        for &other in &left {
            if !can_be_one(one.setting.time, other.setting.time) {
                continue;
            }
            let evidence = evidence(telling, one, other);
            if evidence >= least {
                pairs.push((evidence, one, other));
            }
        }
    }
    pairs.small_sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut taken: Vec<(&Timing, &Timing)> = Vec::new();
    for (_, one, other) in pairs {
        if taken
            .iter()
            .any(|(a, b)| a.clock.span == one.clock.span || b.clock.span == other.clock.span)
        {
            continue;
        }
        taken.push((one, other));
        report(accounts, telling, one, other, alignment);
    }
}

/// Returns the times that the other account does not have.
fn left_over<'t>(own: &'t [Timing], other: &[Timing]) -> Vec<&'t Timing> {
    own.iter()
        .filter(|timing| !other.iter().any(|there| timing.is_same(there)))
        .collect()
}

fn bind_equal(ours: &[Timing], theirs: &[Timing], alignment: &mut Alignment) {
    for one in ours {
        for other in theirs.iter().filter(|other| one.is_same(other)) {
            alignment.bind(one.setting.passage, other.setting.passage, 0.2);
        }
    }
}

impl Timing {
    fn is_same(&self, other: &Self) -> bool {
        self.clock.agrees(&other.clock) && can_be_one(self.setting.time, other.setting.time)
    }
}

fn evidence(telling: &Telling, one: &Timing, other: &Timing) -> f32 {
    let shared = Shared::of(telling, &one.setting, &other.setting, &|_| false);
    let near = match one.clock.apart(&other.clock) {
        ..=20 => 0.4,
        21..=75 => 0.3,
        76..=180 => 0.1,
        181..=360 => -0.2,
        _ => -0.6,
    };
    shared.weight() + near
}

fn report(
    accounts: &[Account<'_>],
    telling: &Telling,
    one: &Timing,
    other: &Timing,
    alignment: &mut Alignment,
) {
    let passage = |timing: &Timing| &telling.passages[timing.setting.passage as usize];
    let (a, b) = (passage(one), passage(other));
    let words = telling.words_of(a, &accounts[a.place.document as usize]);
    let shared = || words.iter().filter(|word| b.has(word.feature));
    let name = shared().find(|word| telling.is_name(word.feature));
    let text = &accounts[a.place.document as usize].document.text;
    let rarest = telling.rarest(shared().filter(|word| telling.says_more(text, word)));
    alignment.bind(one.setting.passage, other.setting.passage, 0.3);
    alignment.differ.push(Difference {
        a: a.place,
        b: b.place,
        kind: DifferenceKind::Time,
        about: name
            .into_iter()
            .chain(rarest)
            .map(|word| word.span)
            .collect(),
        value_a: one.clock.span,
        value_b: other.clock.span,
    });
}
