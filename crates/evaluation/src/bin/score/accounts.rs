//! Pairs of passages that tell the same moment, and of values that differ, as items of the document that comes first.

use std::collections::BTreeMap;

use annotation::accounts::{Comparison, Place};
use corpus::{ByteSpan, Document};

use crate::gold::{Item, Split};
use crate::layer::{Floor, Layer, days_and_names};
use crate::pairs::match_pairs;

/// The attribute `other` is the counterpart, see [`crate::pairs`]; `kind` what differs.
pub(crate) const ACCOUNTS: Layer = Layer {
    name: "accounts",
    attributes: &["other", "kind"],
    find,
    matches: match_pairs,
    summary: None,
    errors: None,
    is_by_split: true,
    rows: &[("accounts", "same"), ("differences", "differ")],
    floors: &[Floor::of(
        "shared",
        Split::Development,
        "same",
        [0.99, 0.74],
    )],
};

fn find(documents: &[Document]) -> Vec<Vec<Item>> {
    let mut items = vec![Vec::new(); documents.len()];
    let mut add = |class: &str, a: (u32, ByteSpan), b: (u32, ByteSpan), kind: Option<&str>| {
        let (first, second) = if a.0 <= b.0 { (a, b) } else { (b, a) };
        let id = &documents[second.0 as usize].id;
        let other = format!("{id}:{}-{}", second.1.start, second.1.end);
        let mut attributes = BTreeMap::from([("other".to_owned(), other)]);
        attributes.extend(kind.map(|kind| ("kind".to_owned(), kind.to_owned())));
        items[first.0 as usize].push(Item {
            span: first.1,
            class: class.to_owned(),
            attributes,
            is_optional: false,
        });
    };
    let compared = compared(documents);
    let place = |place: &Place| (place.document, place.span);
    for pair in &compared.same_moment {
        add("same", place(&pair.a), place(&pair.b), None);
    }
    for one in &compared.differ {
        let (a, b) = ((one.a.document, one.value_a), (one.b.document, one.value_b));
        add("differ", a, b, Some(one.kind.name()));
    }
    for of_document in &mut items {
        of_document.sort_by_key(|item| item.span);
    }
    items
}

fn compared(documents: &[Document]) -> Comparison {
    let mut layers = days_and_names(documents);
    layers.compare(documents);
    layers.accounts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The three accounts are not part of the repository; where they are, one thing is told at two times.
    #[test]
    fn the_fall_of_homs_is_the_only_difference_of_the_three_accounts() {
        let folder = crate::repository().join(crate::texts::SHARED);
        let corpora = crate::texts::read(&crate::repository(), &folder).expect("texts");
        let shared = corpora.iter().find(|corpus| corpus.name == "shared");
        let documents = &shared.expect("a corpus").documents;
        if documents.len() < 2 {
            return;
        }
        let differ = compared(documents).differ;
        let values: Vec<(&str, &str)> = differ
            .iter()
            .map(|one| {
                (
                    one.value_a.of(&documents[one.a.document as usize].text),
                    one.value_b.of(&documents[one.b.document as usize].text),
                )
            })
            .collect();
        assert_eq!(values, [("dawn", "8 p.m.")]);
    }
}
