//! The days that a text mentions.

use std::collections::BTreeMap;

use annotation::days::days;
use corpus::Document;

use crate::gold::{Item, Split};
use crate::layer::{Floor, Layer};
use crate::matching::match_items;

pub(crate) const DAYS: Layer = Layer {
    name: "days",
    attributes: &["edtf"],
    find,
    matches: match_items,
    summary: None,
    errors: None,
    is_by_split: false,
    rows: &[("days", "all")],
    floors: FLOORS,
};

/// A little under what is measured: one error more in a large class, two in a small one.
const FLOORS: &[Floor] = &[
    Floor::of("seeds", Split::Development, "absolute", [0.98, 0.97]),
    Floor::of("seeds", Split::Development, "partial", [0.98, 0.97]),
    Floor::of("seeds", Split::Development, "relative", [0.85, 0.85]),
    Floor::of("seeds", Split::Development, "time", [0.85, 0.8]),
    Floor::of("seeds", Split::Unseen, "absolute", [0.98, 0.97]),
    Floor::of("seeds", Split::Unseen, "partial", [0.98, 0.97]),
    Floor::of("seeds", Split::Unseen, "relative", [0.85, 0.85]),
    Floor::of("seeds", Split::Unseen, "time", [0.85, 0.8]),
    Floor::of("shared", Split::Development, "absolute", [0.98, 0.97]),
    Floor::of("shared", Split::Development, "partial", [0.98, 0.97]),
    Floor::of("shared", Split::Development, "relative", [0.85, 0.85]),
    Floor::of("shared", Split::Unseen, "absolute", [0.98, 0.97]),
    Floor::of("shared", Split::Unseen, "partial", [0.98, 0.97]),
    Floor::of("shared", Split::Unseen, "relative", [0.85, 0.85]),
    Floor::of("shared", Split::Unseen, "time", [0.85, 0.8]),
    Floor::of("news", Split::Unseen, "partial", [0.98, 0.97]),
    Floor::of("news", Split::Unseen, "relative", [0.85, 0.85]),
    Floor::of("news", Split::Unseen, "time", [0.85, 0.8]),
];

fn find(documents: &[Document]) -> Vec<Vec<Item>> {
    documents.iter().map(find_in).collect()
}

fn find_in(document: &Document) -> Vec<Item> {
    let mentions = days(document);
    let items = mentions.iter().map(|mention| Item {
        span: mention.span,
        class: mention.kind.name().to_owned(),
        attributes: BTreeMap::from([(
            "edtf".to_owned(),
            mention.edtf.map_or(String::new(), |edtf| edtf.to_string()),
        )]),
        is_optional: false,
    });
    items.collect()
}
