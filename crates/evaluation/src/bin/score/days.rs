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
    is_by_split: false,
    rows: &[("days", "all")],
    floors: FLOORS,
};

/// A little under what is measured: one error more in a large class, two in a small one.
const FLOORS: &[Floor] = &[
    floor("seeds", Split::Development, "absolute", 0.98, 0.97),
    floor("seeds", Split::Development, "partial", 0.98, 0.97),
    floor("seeds", Split::Development, "relative", 0.85, 0.85),
    floor("seeds", Split::Development, "time", 0.85, 0.8),
    floor("seeds", Split::Unseen, "absolute", 0.98, 0.97),
    floor("seeds", Split::Unseen, "partial", 0.98, 0.97),
    floor("seeds", Split::Unseen, "relative", 0.85, 0.85),
    floor("seeds", Split::Unseen, "time", 0.85, 0.8),
    floor("shared", Split::Development, "absolute", 0.98, 0.97),
    floor("shared", Split::Development, "partial", 0.98, 0.97),
    floor("shared", Split::Development, "relative", 0.85, 0.85),
    floor("shared", Split::Unseen, "absolute", 0.98, 0.97),
    floor("shared", Split::Unseen, "partial", 0.98, 0.97),
    floor("shared", Split::Unseen, "relative", 0.85, 0.85),
    floor("shared", Split::Unseen, "time", 0.85, 0.8),
    floor("news", Split::Unseen, "partial", 0.98, 0.97),
    floor("news", Split::Unseen, "relative", 0.85, 0.85),
    floor("news", Split::Unseen, "time", 0.85, 0.8),
];

const fn floor(
    corpus: &'static str,
    split: Split,
    class: &'static str,
    precision: f64,
    recall: f64,
) -> Floor {
    Floor {
        corpus,
        split,
        class,
        precision,
        recall,
    }
}

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
