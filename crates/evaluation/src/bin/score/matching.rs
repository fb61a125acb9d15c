//! Which found item is which annotated one.

use corpus::ByteSpan;

use crate::gold::Item;

/// Pairs of places in the annotated and the found list, and what has no partner.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Matching {
    /// `(annotated, found)`, sorted; each place stands in at most one pair.
    pub(crate) pairs: Vec<(usize, usize)>,
    /// Annotated and not found.
    pub(crate) missed: Vec<usize>,
    /// Found and not annotated.
    pub(crate) spurious: Vec<usize>,
    /// Found, and annotated as what another found item is paired with; counts for nothing.
    pub(crate) repeated: Vec<usize>,
}

/// An annotated and a found item that may be the same.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Candidate {
    /// The least is taken first.
    pub(crate) rank: (bool, bool, u32),
    pub(crate) annotated: usize,
    pub(crate) found: usize,
}

/// Pairs items one to one: equal spans first, then those that share the most bytes.
///
/// Pairs are formed within a class first, so that a quotation inside another layer item of the same
/// place does not take its partner. Cost: the product of the numbers of items of one document.
pub(crate) fn match_items(gold: &[Item], found: &[Item]) -> Matching {
    let mut candidates = Vec::new();
    for (place, item) in gold.iter().enumerate() {
        for (other, candidate) in found.iter().enumerate() {
            let shared = n_shared(item.span, candidate.span);
            if shared > 0 {
                let is_exact = item.span == candidate.span;
                let same_class = item.class == candidate.class;
                candidates.push(Candidate {
                    rank: (!is_exact, !same_class, u32::MAX - shared),
                    annotated: place,
                    found: other,
                });
            }
        }
    }
    one_to_one(candidates, gold.len(), found.len())
}

/// Takes candidates by rank, each item at most once; nothing is repeated.
pub(crate) fn one_to_one(
    mut candidates: Vec<Candidate>,
    n_gold: usize,
    n_found: usize,
) -> Matching {
    candidates.sort_unstable();
    let (mut is_met, mut is_used) = (vec![false; n_gold], vec![false; n_found]);
    let mut pairs = Vec::new();
    for Candidate {
        annotated, found, ..
    } in candidates
    {
        if !is_met[annotated] && !is_used[found] {
            (is_met[annotated], is_used[found]) = (true, true);
            pairs.push((annotated, found));
        }
    }
    pairs.sort_unstable();
    let without = |marks: &[bool]| (0..marks.len()).filter(|&at| !marks[at]).collect();
    Matching {
        pairs,
        missed: without(&is_met),
        spurious: without(&is_used),
        repeated: Vec::new(),
    }
}

/// Bytes that two spans have in common.
pub(crate) fn n_shared(a: ByteSpan, b: ByteSpan) -> u32 {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn item(start: u32, end: u32) -> Item {
        Item {
            span: ByteSpan::new(start, end),
            class: "day".to_owned(),
            attributes: BTreeMap::new(),
            is_optional: false,
        }
    }

    #[test]
    fn equal_spans_come_before_overlaps_and_each_item_is_used_once() {
        let gold = [item(0, 10), item(12, 20), item(30, 40)];
        let found = [item(8, 14), item(12, 20), item(50, 60)];
        let matching = match_items(&gold, &found);
        assert_eq!(matching.pairs, [(0, 0), (1, 1)]);
        assert_eq!((matching.missed, matching.spurious), (vec![2], vec![2]));
    }

    #[test]
    fn spans_that_only_touch_do_not_match() {
        let matching = match_items(&[item(0, 10)], &[item(10, 12)]);
        assert!(matching.pairs.is_empty());
    }
}
