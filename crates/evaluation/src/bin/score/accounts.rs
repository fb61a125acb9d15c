//! Pairs of passages that tell the same moment, as items of the document that comes first.

use std::collections::BTreeMap;

use annotation::accounts::{Account, Comparison, compare};
use annotation::days::days;
use annotation::names::{Authority, Gathering, Lexicon};
use annotation::voices::{NameSpan, name_spans};
use corpus::Document;

use crate::gold::{Item, Split};
use crate::layer::{Floor, Layer};

/// The attribute `other` is the counterpart: its document, start and end.
pub(crate) const ACCOUNTS: Layer = Layer {
    name: "accounts",
    attributes: &["other"],
    find,
    floors: &[Floor {
        corpus: "shared",
        split: Split::Development,
        class: "same",
        precision: 0.99,
        recall: 0.74,
    }],
};

fn find(documents: &[Document]) -> Vec<Vec<Item>> {
    let mut items = vec![Vec::new(); documents.len()];
    for pair in compared(documents).same_moment {
        let (document, span) = (pair.b.document as usize, pair.b.span);
        let other = format!("{}:{}-{}", documents[document].id, span.start, span.end);
        items[pair.a.document as usize].push(Item {
            span: pair.a.span,
            class: "same".to_owned(),
            attributes: BTreeMap::from([("other".to_owned(), other)]),
            is_optional: false,
        });
    }
    for of_document in &mut items {
        of_document.sort_by_key(|item| item.span);
    }
    items
}

/// Returns the names of the documents, numbered through the corpus.
pub(crate) fn named(documents: &[Document]) -> Vec<Vec<NameSpan>> {
    let (lexicon, authority) = (Lexicon::new(), Authority::default());
    let mut gathering = Gathering::new(&lexicon, &authority);
    for document in documents {
        gathering.add(document);
    }
    name_spans(&gathering.finish(), documents.len())
}

fn compared(documents: &[Document]) -> Comparison {
    let names = named(documents);
    let days: Vec<_> = documents.iter().map(days).collect();
    let accounts: Vec<Account<'_>> = documents
        .iter()
        .zip(&days)
        .zip(&names)
        .map(|((document, days), names)| Account {
            document,
            days,
            names,
        })
        .collect();
    compare(&accounts)
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
