//! Words of the query that stand near each other.

use super::UnitPostings;
use super::parameters::{PROXIMITY_K, PROXIMITY_REACH, PROXIMITY_UNITS};
use crate::Tables;
use crate::matching::{Mark, Matcher, Span};
use crate::plan::Unit;
use index::{DocId, Index};
use sorting::{SmallSort, descending};

/// Adds the proximity score to documents given in ascending order.
///
/// Each pair of neighbouring matches of different words supports both by the weight of the other over
/// the square of their distance; in the order of the query, half as much again.
///
/// Source: Büttcher, Clarke and Lushman, "Term proximity scoring for ad-hoc retrieval on very large
/// text collections" (SIGIR 2006). Ours differs in the bonus for order and in a reach beyond which
/// there is no support; matches of other words in between end a pair, as theirs. Where all the words stand
/// together as they were typed, as a name does, the document gains as much as the words could ever give it
/// ([`together`]).
///
/// Cost: linear in the positions of the words in these documents.
pub(crate) fn add_proximity(
    index: &Index,
    tables: &Tables,
    units: &[Unit],
    postings: &[UnitPostings],
    scored: &mut [(f32, u32)],
) {
    let weight = tables.parameters.proximity_weight;
    let chosen = chosen_units(postings);
    if chosen.len() < 2 || weight == 0.0 {
        return;
    }
    let mut matcher = Matcher::new(index, tables, units);
    let mut occurrences: Vec<(u32, u32, usize)> = Vec::new();
    for (score, document) in scored {
        if n_held(&chosen, postings, *document) < 2 {
            continue;
        }
        occurrences.clear();
        for &unit in &chosen {
            if postings[unit].documents.contains(*document) {
                let spans = matcher.unit_spans(DocId(*document), unit);
                occurrences.extend(spans.iter().map(|span| (span.start, span.end, unit)));
            }
        }
        occurrences.small_sort_by_number(|&(start, end, unit)| {
            Mark {
                span: Span { start, end },
                unit,
            }
            .number()
        });
        *score += weight * document_proximity(&occurrences, postings);
        if stand_together(&occurrences, chosen.len()) {
            *score += together(&chosen, postings);
        }
    }
}

/// Returns the units that proximity looks at: the rarest.
fn chosen_units(postings: &[UnitPostings]) -> Vec<usize> {
    let mut chosen: Vec<usize> = (0..postings.len())
        .filter(|&at| postings[at].weight > 0.0)
        .collect();
    chosen.small_sort_by_number(|&unit| descending(postings[unit].weight));
    chosen.truncate(PROXIMITY_UNITS);
    chosen
}

/// Returns how many of the units a document holds.
fn n_held(units: &[usize], postings: &[UnitPostings], document: u32) -> usize {
    let holds = |&&unit: &&usize| postings[unit].documents.contains(document);
    units.iter().filter(holds).count()
}

/// What proximity can add at most, for leaving out documents that cannot reach a score.
#[derive(Debug)]
pub(crate) struct ProximityBound<'p> {
    postings: &'p [UnitPostings],
    chosen: Vec<usize>,
    weight: f32,
}

impl<'p> ProximityBound<'p> {
    pub(crate) fn new(tables: &Tables, postings: &'p [UnitPostings]) -> Self {
        Self {
            postings,
            chosen: chosen_units(postings),
            weight: tables.parameters.proximity_weight,
        }
    }

    /// Returns the most that [`add_proximity`] can make of the score of a document.
    pub(crate) fn most(&self, score: f32, document: u32) -> f32 {
        if n_held(&self.chosen, self.postings, document) < 2 {
            return score;
        }
        let (mut most, mut n_held) = (0.0, 0);
        for &unit in &self.chosen {
            if self.postings[unit].documents.contains(document) {
                most += self.postings[unit].weight.min(1.0);
                n_held += 1;
            }
        }
        // The support of each unit is less than its share here; the thousandth is for rounding.
        let score = score + self.weight * most * 1.001;
        if n_held == self.chosen.len() {
            score + together(&self.chosen, self.postings)
        } else {
            score
        }
    }
}

/// Returns what words that stand together add: more than their frequencies give to a document without them.
fn together(units: &[usize], postings: &[UnitPostings]) -> f32 {
    units.iter().map(|&unit| postings[unit].weight).sum()
}

/// Tells whether `n` units follow each other somewhere in the order of the query; words that only carry others may
/// stand between them where the query has some.
fn stand_together(occurrences: &[(u32, u32, usize)], n: usize) -> bool {
    let mut n_following = 1;
    occurrences.windows(2).any(|pair| {
        let ((left_start, left_end, left), (start, _, unit)) = (pair[0], pair[1]);
        // A compound matches as a whole and by its joined form, at one place.
        if left != unit || left_start != start {
            let follows = left < unit && start.wrapping_sub(left_end) < (unit - left) as u32;
            n_following = if follows { n_following + 1 } else { 1 };
        }
        n_following == n
    })
}

fn document_proximity(occurrences: &[(u32, u32, usize)], postings: &[UnitPostings]) -> f32 {
    let mut support: Vec<(usize, f32)> = Vec::new();
    let mut add = |unit: usize, amount: f32| match support.iter_mut().find(|entry| entry.0 == unit)
    {
        Some(entry) => entry.1 += amount,
        None => support.push((unit, amount)),
    };
    for pair in occurrences.windows(2) {
        let ((_, left_end, left), (right_start, _, right)) = (pair[0], pair[1]);
        let distance = (right_start + 1).saturating_sub(left_end).max(1);
        if left == right || distance > PROXIMITY_REACH {
            continue;
        }
        let order = if right == left + 1 { 1.5 } else { 1.0 };
        let closeness = order / (distance * distance) as f32;
        add(left, postings[right].weight * closeness);
        add(right, postings[left].weight * closeness);
    }
    let saturated = |&(unit, amount): &(usize, f32)| {
        postings[unit].weight.min(1.0) * amount / (amount + PROXIMITY_K)
    };
    support.iter().map(saturated).sum::<f32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_together_in_its_order_and_with_the_words_that_carry_it() {
        let check = |occurrences: &[(u32, u32, usize)], n: usize, together: bool| {
            assert_eq!(stand_together(occurrences, n), together, "{occurrences:?}");
        };
        check(&[(4, 5, 0), (5, 7, 1)], 2, true);
        check(&[(4, 5, 0), (6, 8, 1)], 2, false);
        check(&[(4, 6, 1), (6, 7, 0)], 2, false);
        // A compound by both its forms, and a word after it.
        check(&[(4, 5, 0), (5, 6, 1), (5, 7, 1), (7, 8, 2)], 3, true);
        // The second word twice: its places are not one.
        check(&[(4, 5, 0), (5, 6, 1), (50, 51, 1), (51, 52, 2)], 3, false);
        // Bank of America: the word between is no unit that counts.
        check(&[(4, 5, 0), (6, 7, 2)], 2, true);
        check(&[(4, 5, 0), (7, 8, 2)], 2, false);
    }
}
