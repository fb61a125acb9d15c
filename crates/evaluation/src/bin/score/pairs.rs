//! Which found pair of places in two documents is which annotated one.
//!
//! Such an item stands in the document that comes first in the corpus. Its attribute `other` is the place in the
//! other document, as `<document>:<start>-<end>`; where one is as good as another they stand with `|` between them.
//! `also`, of annotated items alone, gives further places in the item's own document (`<start>-<end>`).

use anyhow::{Context, Result, ensure};
use corpus::{ByteSpan, Document};

use crate::gold::Item;
use crate::matching::{Candidate, Matching, n_shared, one_to_one};

/// The places of an item in both documents; those on a side are alternatives.
#[derive(Debug)]
pub(crate) struct Ends<'i> {
    pub(crate) own: Vec<ByteSpan>,
    /// With the document's id.
    pub(crate) other: Vec<(&'i str, ByteSpan)>,
}

impl<'i> Ends<'i> {
    /// Reads the places; nothing where one of them cannot be read.
    pub(crate) fn of(item: &'i Item) -> Option<Self> {
        let mut own = vec![item.span];
        if let Some(also) = item.attributes.get("also") {
            for place in also.split('|') {
                own.push(span_of(place)?);
            }
        }
        let other = item.attributes.get("other")?.split('|').map(|place| {
            let (document, span) = place.rsplit_once(':')?;
            Some((document, span_of(span)?))
        });
        Some(Self {
            own,
            other: other.collect::<Option<_>>()?,
        })
    }

    /// Bytes that both items share on the side where they share less; 0 unless they overlap on both.
    fn n_shared(&self, found: &Self) -> u32 {
        let own = self.own.iter().flat_map(|&a| {
            let spans = found.own.iter();
            spans.map(move |&b| n_shared(a, b))
        });
        let other = self.other.iter().flat_map(|&(document, a)| {
            let spans = found.other.iter().filter(move |(id, _)| *id == document);
            spans.map(move |&(_, b)| n_shared(a, b))
        });
        own.max().unwrap_or(0).min(other.max().unwrap_or(0))
    }
}

/// Tells whether the places of an item are such of the texts; an item of one place always fits.
///
/// # Errors
///
/// When a place cannot be read, is not one of the text, or the other document does not come later in the corpus.
pub(crate) fn check(item: &Item, document: usize, documents: &[Document]) -> Result<()> {
    if !item.attributes.contains_key("other") {
        return Ok(());
    }
    let ends = Ends::of(item).context(
        "`other` is <document>:<start>-<end>, `also` <start>-<end>, more of them after `|`",
    )?;
    let is_place = |document: &Document, span: ByteSpan| !span.of(&document.text).is_empty();
    for span in ends.own {
        ensure!(
            is_place(&documents[document], span),
            "`also` is not a span of the text"
        );
    }
    for (id, span) in ends.other {
        let mut later = documents.iter().skip(document + 1);
        let other = later
            .find(|other| other.id == id)
            .with_context(|| format!("no document {id} comes later in the corpus"))?;
        ensure!(is_place(other, span), "`other` is not a span of {id}");
    }
    Ok(())
}

fn span_of(text: &str) -> Option<ByteSpan> {
    let (start, end) = text.split_once('-')?;
    Some(ByteSpan::new(start.parse().ok()?, end.parse().ok()?))
}

/// Pairs items of one class one to one where both of their places overlap, those first that are not optional.
///
/// What tells an annotated pair a second time, as at two of its places, is neither found nor invented.
/// Cost: the product of the numbers of items of one document.
pub(crate) fn match_pairs(gold: &[Item], found: &[Item]) -> Matching {
    let gold_ends: Vec<_> = gold.iter().map(Ends::of).collect();
    let found_ends: Vec<_> = found.iter().map(Ends::of).collect();
    let mut candidates = Vec::new();
    for (place, (item, ends)) in gold.iter().zip(&gold_ends).enumerate() {
        for (other, (candidate, candidate_ends)) in found.iter().zip(&found_ends).enumerate() {
            let (Some(ends), Some(candidate_ends)) = (ends, candidate_ends) else {
                continue;
            };
            let shared = ends.n_shared(candidate_ends);
            if shared > 0 && item.class == candidate.class {
                candidates.push(Candidate {
                    rank: (item.is_optional, false, u32::MAX - shared),
                    annotated: place,
                    found: other,
                });
            }
        }
    }
    let overlapping: Vec<usize> = candidates.iter().map(|one| one.found).collect();
    let mut matching = one_to_one(candidates, gold.len(), found.len());
    let (repeated, spurious) =
        (matching.spurious.iter()).partition(|place| overlapping.contains(place));
    matching.repeated = repeated;
    matching.spurious = spurious;
    matching
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn item(start: u32, class: &str, other: &str) -> Item {
        Item {
            span: ByteSpan::new(start, start + 5),
            class: class.to_owned(),
            attributes: BTreeMap::from([("other".to_owned(), other.to_owned())]),
            is_optional: false,
        }
    }

    #[test]
    fn a_pair_is_found_where_both_of_its_places_are() {
        let gold = [item(0, "differ", "b:10-12"), item(20, "differ", "b:30-32")];
        let found = [
            item(0, "differ", "b:11-15"),
            item(20, "differ", "c:30-32"),
            item(20, "differ", "b:40-42"),
            item(20, "same", "b:30-32"),
        ];
        let matching = match_pairs(&gold, &found);
        assert_eq!(matching.pairs, [(0, 0)]);
        assert_eq!(
            (matching.missed, matching.spurious),
            (vec![1], vec![1, 2, 3])
        );
    }

    #[test]
    fn a_value_that_stands_twice_is_found_at_either_place_and_counts_once() {
        let mut annotated = item(0, "differ", "b:10-12|b:50-52");
        annotated
            .attributes
            .insert("also".to_owned(), "90-95".to_owned());
        let found = [item(0, "differ", "b:50-52"), item(90, "differ", "b:10-12")];
        let matching = match_pairs(&[annotated], &found);
        assert_eq!(matching.pairs.len(), 1);
        assert_eq!((matching.repeated.len(), matching.spurious.len()), (1, 0));
    }
}
