//! How much speaks for two values that differ being of one thing.
//!
//! A linear model. Its weights were fitted by logistic regression (Cox, "The regression analysis of binary
//! sequences", 1958) on the pairs of values of twenty-five invented events, of which `testdata/gold/README.md`
//! tells, and rounded. The events are few, so it knows few features: what the values are, how near to each other,
//! what stands around them, where in the account they are told, and how clearly both are the best counterpart of one
//! another.

use super::figures::Figure;
use super::numerals::Bound;
use super::pairs::common;
use super::passages::Telling;
use super::times::can_be_one;
use super::told::{Told, Value};
use super::units::Unit;

/// Two values are of one thing with evidence of this much; where one event was left out of twenty-five in turn, of
/// what was found in it with so much 84 of 86 were right.
const LEAST_EVIDENCE: f32 = 14.5;

/// Values that may be of one thing, with what their sentences share.
pub(super) struct Candidate<'t> {
    pub(super) one: &'t Told,
    pub(super) other: &'t Told,
    /// Places in the lists of their documents.
    places: (usize, usize),
    /// How much the sentences and the words beside the values are alike.
    likeness: f32,
    /// How much more than either is with any other, -1 to 1.
    lead: f32,
    /// How much the sentences are alike with those before and behind them.
    setting: f32,
    /// How much more than either is with any other, -1 to 1.
    lead_of_setting: f32,
    /// Whether neither value has another candidate.
    is_alone: bool,
}

/// The values of two documents.
pub(super) struct Sides<'t> {
    pub(super) telling: &'t Telling,
    pub(super) ours: &'t [Told],
    pub(super) theirs: &'t [Told],
}

impl<'t> Sides<'t> {
    /// Returns the pairs of values that differ and have evidence enough of being of one thing, those with most
    /// first.
    pub(super) fn pairs(&self) -> Vec<Candidate<'t>> {
        let mut found: Vec<(f32, Candidate<'t>)> = Vec::new();
        for candidate in self.candidates() {
            let evidence = self.evidence(&candidate);
            if evidence >= LEAST_EVIDENCE {
                found.push((evidence, candidate));
            }
        }
        // Ties stay in the order of the texts.
        sorting::SmallSort::small_sort_by(&mut found[..], |a, b| b.0.total_cmp(&a.0));
        found.into_iter().map(|(_, candidate)| candidate).collect()
    }

    fn candidates(&self) -> Vec<Candidate<'t>> {
        let is_left = |told: &Told, others: &[Told]| {
            let is_told = || others.iter().any(|there| told.is_same(there));
            !(told.is_listed || (told.says_what() && is_told()))
        };
        let left: Vec<(usize, &Told)> = (self.theirs.iter().enumerate())
            .filter(|(_, told)| is_left(told, self.ours))
            .collect();
        let settings_of = |told: &[Told]| -> Vec<Vec<u32>> {
            told.iter().map(|told| self.setting(told)).collect()
        };
        let settings = (settings_of(self.ours), settings_of(self.theirs));
        let mut found = Vec::new();
        for (at, one) in self.ours.iter().enumerate() {
            if !is_left(one, self.theirs) {
                continue;
            }
            for &(place, other) in &left {
                if self.may_differ(one, other) {
                    let setting = (&settings.0[at][..], &settings.1[place][..]);
                    found.push(self.candidate(one, other, (at, place), setting));
                }
            }
        }
        self.compare(&mut found);
        found
    }

    /// Returns the features of a value's sentence and of those before and behind it, ascending.
    fn setting(&self, told: &Told) -> Vec<u32> {
        let at = told.passage as usize;
        let passages = &self.telling.passages;
        let near = passages.get(at.saturating_sub(1)..=at + 1);
        let near = near.unwrap_or(&passages[at..=at]).iter();
        let document = passages[at].place.document;
        let own = near.filter(|passage| passage.place.document == document);
        let mut features: Vec<u32> = own.flat_map(|passage| &passage.features).copied().collect();
        sorting::sort_numbers(&mut features);
        features.dedup();
        features
    }

    fn may_differ(&self, one: &Told, other: &Told) -> bool {
        let is_of_other_time = !one.is_lasting()
            && !one.is_carried
            && !other.is_carried
            && !can_be_one(one.time, other.time);
        one.is_of_kind(other)
            && !is_unlike(one, other)
            && distance(one, other).is_some()
            && !one.agrees(other)
            && !is_of_other_time
            && !one.is_of_others(other, self.telling)
            && !one.is_age_of_another_year(other)
            && !is_sum(self.ours, one, other)
            && !is_sum(self.theirs, other, one)
            && !has_nearer(self.ours, one, other)
            && !has_nearer(self.theirs, other, one)
            && !(distance(one, other) == Some(Distance::Far)
                && (is_in_series(self.ours, one) || is_in_series(self.theirs, other)))
    }

    fn candidate(
        &self,
        one: &'t Told,
        other: &'t Told,
        places: (usize, usize),
        settings: (&[u32], &[u32]),
    ) -> Candidate<'t> {
        let own = [head(one), outcome(one), head(other), outcome(other)];
        let rarities = |one: &[u32], other: &[u32]| -> f32 {
            common(one, other)
                .filter(|&feature| !own.contains(&Some(feature)))
                .map(|feature| self.telling.rarity(feature))
                .sum()
        };
        let features = |told: &Told| &self.telling.passages[told.passage as usize].features;
        let beside = rarities(&one.beside, &other.beside);
        let sentence = rarities(features(one), features(other));
        let thing = head(one).filter(|_| head(one) == head(other));
        let thing = thing.map_or(0.0, |feature| self.telling.rarity(feature));
        Candidate {
            one,
            other,
            places,
            likeness: 0.5 * (beside + sentence + thing),
            lead: 0.0,
            setting: rarities(settings.0, settings.1),
            lead_of_setting: 0.0,
            is_alone: false,
        }
    }

    /// Tells of each candidate how it stands among the others.
    fn compare(&self, candidates: &mut [Candidate<'_>]) {
        let leads = self.leads(candidates, &|candidate| candidate.likeness);
        let of_settings = self.leads(candidates, &|candidate| candidate.setting);
        let (mut n_ours, mut n_theirs) = (vec![0; self.ours.len()], vec![0; self.theirs.len()]);
        for candidate in candidates.iter() {
            n_ours[candidate.places.0] += 1;
            n_theirs[candidate.places.1] += 1;
        }
        for (candidate, (lead, of_setting)) in candidates
            .iter_mut()
            .zip(leads.into_iter().zip(of_settings))
        {
            candidate.lead = lead;
            candidate.lead_of_setting = of_setting;
            let (one, other) = candidate.places;
            candidate.is_alone = n_ours[one] == 1 && n_theirs[other] == 1;
        }
    }

    /// Returns of each candidate by how much it is before the next best of either value, -1 to 1.
    fn leads(
        &self,
        candidates: &[Candidate<'_>],
        likeness: &dyn Fn(&Candidate<'_>) -> f32,
    ) -> Vec<f32> {
        // Of each value, the likeness of its best counterpart and of the next best.
        let mut best = (
            vec![(0.0_f32, 0.0_f32); self.ours.len()],
            vec![(0.0_f32, 0.0_f32); self.theirs.len()],
        );
        for candidate in candidates {
            let own = likeness(candidate);
            for best in [
                &mut best.0[candidate.places.0],
                &mut best.1[candidate.places.1],
            ] {
                if own >= best.0 {
                    *best = (own, best.0);
                } else if own > best.1 {
                    best.1 = own;
                }
            }
        }
        let lead = |candidate: &Candidate<'_>| {
            let own = likeness(candidate);
            let lead = |best: (f32, f32)| own - if own >= best.0 { best.1 } else { best.0 };
            let (one, other) = (best.0[candidate.places.0], best.1[candidate.places.1]);
            lead(one).min(lead(other)).clamp(-1.0, 1.0)
        };
        candidates.iter().map(lead).collect()
    }

    /// How far into its document a value is told, 0 to 1.
    fn progress(&self, told: &Told) -> f32 {
        let at = told.passage as usize;
        let all = self
            .telling
            .of_document(self.telling.passages[at].place.document);
        (at - all.start) as f32 / all.len().max(1) as f32
    }

    fn evidence(&self, candidate: &Candidate<'_>) -> f32 {
        let (one, other) = (candidate.one, candidate.other);
        const LEAST_LIKENESS_ALONE: f32 = 0.1;
        let apart = libm::fabsf(self.progress(one) - self.progress(other));
        let mut evidence = 25.0 * candidate.lead + 12.0 * candidate.lead_of_setting - 11.0 * apart;
        let mut add = |weight: f32, is_so: bool| {
            if is_so {
                evidence += weight;
            }
        };
        let counts_same = one.counts_same(other);
        let is_vague = |told: &Told| told.unit().is_some_and(Unit::is_count) && !told.says_what();
        let is_bound = |told: &Told| {
            let bound = told.figure().map(|figure| figure.numeral.bound);
            bound.is_some_and(|bound| bound != Bound::Exact)
        };
        add(10.0, counts_same && one.is_only);
        add(10.0, counts_same && other.is_only);
        add(
            5.0,
            candidate.is_alone && candidate.likeness > LEAST_LIKENESS_ALONE,
        );
        add(
            16.0,
            outcome(one).is_some() && outcome(one) == outcome(other),
        );
        add(7.0, is_bound(one) || is_bound(other));
        add(-15.0, distance(one, other) == Some(Distance::Far));
        add(-9.0, is_vague(one) || is_vague(other));
        let is_age = matches!(one.unit(), Some(Unit::Age(_)));
        add(-9.0, is_age && !one.is_of_one_bearer(other));
        let is_at_another_time = !one.is_lasting() && !can_be_one(one.time, other.time);
        add(-12.0, is_at_another_time);
        evidence
    }
}

/// How far two values are from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Distance {
    /// Accounts differ by little: twelve and fourteen.
    Near,
    Far,
}

/// Returns how far two values are from each other; none where they are too far to be of one thing.
fn distance(one: &Told, other: &Told) -> Option<Distance> {
    let (is_possible, is_near) = match (&one.value, &other.value) {
        (Value::Figure(one), Value::Figure(other)) => {
            let ratio = ratio(one, other);
            (ratio >= 0.33, ratio >= 0.7)
        }
        (Value::Clock(one), Value::Clock(other)) => {
            let minutes = one.apart(other);
            (minutes <= 360, minutes <= 75)
        }
        _ => return None,
    };
    is_possible.then_some(if is_near {
        Distance::Near
    } else {
        Distance::Far
    })
}

fn ratio(one: &Figure, other: &Figure) -> f64 {
    let (x, y) = (one.numeral.value, other.numeral.value);
    x.min(y) / x.max(y).max(f64::MIN_POSITIVE)
}

/// The thing that is counted.
fn head(told: &Told) -> Option<u32> {
    match told.unit() {
        Some(Unit::Things(feature)) => Some(feature),
        _ => None,
    }
}

/// What happened to those who are counted.
fn outcome(told: &Told) -> Option<u32> {
    told.figure()?.outcome.map(|word| word.feature)
}

/// Tells whether two values count what is not called the same: things of two kinds, things and people, people of
/// two kinds.
fn is_unlike(one: &Told, other: &Told) -> bool {
    match (one.unit(), other.unit()) {
        (Some(Unit::People(one)), Some(Unit::People(other))) => {
            one != other && one != 0 && other != 0
        }
        (Some(one), Some(other)) => one.is_count() && other.is_count() && one != other,
        _ => false,
    }
}

fn are_people(one: &Told, other: &Told) -> bool {
    matches!(
        (one.unit(), other.unit()),
        (Some(Unit::People(_)), Some(Unit::People(_)))
    )
}

/// Tells whether another value of a sentence counts the same and is much nearer to the other document's: 65,625 and
/// 85,645 strikers, where the other account has 85,642.
fn has_nearer(own: &[Told], told: &Told, other: &Told) -> bool {
    const NEARER: f64 = 4.0;
    let apart = |told: &Told| {
        let values = told.figure().zip(other.figure());
        values.map(|(a, b)| libm::fabs(a.numeral.value - b.numeral.value))
    };
    let most = apart(told);
    of_passage(own, told.passage).iter().any(|next| {
        next.counts_same(other)
            && apart(next)
                .zip(most)
                .is_some_and(|(next, most)| next * NEARER < most)
    })
}

/// Tells whether a sentence counts the same things several times, as those of two years: each is of something else.
fn is_in_series(own: &[Told], told: &Told) -> bool {
    let mut sentence = of_passage(own, told.passage).iter();
    head(told).is_some()
        && sentence.any(|next| next.span() != told.span() && head(next) == head(told))
}

/// Returns the values of one sentence; all stand in order.
fn of_passage(all: &[Told], passage: u32) -> &[Told] {
    let from = all.partition_point(|next| next.passage < passage);
    let to = all.partition_point(|next| next.passage <= passage);
    &all[from..to]
}

/// Tells whether a value and another of its sentence, of people or of the same things, make up one of the other document: 245 people, and
/// 214 passengers with 31 crew.
fn is_sum(own: &[Told], part: &Told, whole: &Told) -> bool {
    let value = |told: &Told| told.figure().map(|figure| figure.numeral.value);
    let (Some(part_value), Some(whole_value)) = (value(part), value(whole)) else {
        return false;
    };
    of_passage(own, part.passage)
        .iter()
        .filter(|next| {
            next.span() != part.span() && (next.counts_same(part) || are_people(next, part))
        })
        .filter_map(value)
        .any(|next| libm::fabs(next + part_value - whole_value) < 1e-9)
}
