//! The layer of names: people, places, organisations and groups.
//!
//! Names of another kind (events, laws, products) are not annotated and not counted. `bearer` says whether
//! the right mentions are one entity: it is where in the document the longest form of the entity's name
//! stands first, and must be the same in the annotation and in what was found.

use std::collections::BTreeMap;

use annotation::names::{Entity, NameKind};
use corpus::Document;

use crate::gold::{Item, Split};
use crate::joined;
use crate::layer::{Floor, Layer, days_and_names};
use crate::matching::match_items;

pub(crate) const NAMES: Layer = Layer {
    name: "names",
    attributes: &["bearer"],
    find,
    matches: match_items,
    summary: Some(joined::summary),
    errors: Some(joined::errors),
    is_by_split: false,
    rows: &[("names", "all")],
    floors: &[
        Floor::of_all("shared", Split::Development, [0.95, 0.93]),
        Floor::of_all("seeds", Split::Development, [0.95, 0.92]),
        Floor::of_all("shared", Split::Unseen, [0.95, 0.93]),
        Floor::of_all("seeds", Split::Unseen, [0.95, 0.93]),
    ],
};

fn find(documents: &[Document]) -> Vec<Vec<Item>> {
    let mut found = vec![Vec::new(); documents.len()];
    for entity in days_and_names(documents).names.entities {
        if entity.kind != NameKind::Other {
            add_items(&entity, &mut found);
        }
    }
    for items in &mut found {
        items.sort_by_key(|item: &Item| item.span);
    }
    found
}

fn add_items(entity: &Entity, found: &mut [Vec<Item>]) {
    // For each document the length and the place of the longest form.
    let mut longest: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for mention in &entity.mentions {
        let best = longest
            .entry(mention.document)
            .or_insert((0, mention.span.start));
        if mention.span.len() > best.0 {
            *best = (mention.span.len(), mention.span.start);
        }
    }
    for mention in &entity.mentions {
        let bearer = longest
            .get(&mention.document)
            .map_or(0, |&(_, start)| start);
        found[mention.document as usize].push(Item {
            span: mention.span,
            class: entity.kind.word().to_owned(),
            attributes: [("bearer".to_owned(), bearer.to_string())].into(),
            is_optional: false,
        });
    }
}
