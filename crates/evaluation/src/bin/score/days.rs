//! The days that a text mentions.

use std::collections::BTreeMap;

use annotation::days::days;
use corpus::Document;

use crate::gold::Item;
use crate::layer::Layer;

pub(crate) const DAYS: Layer = Layer {
    name: "days",
    attributes: &["edtf"],
    find,
    floors: &[],
};

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
