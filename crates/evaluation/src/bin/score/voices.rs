//! Voices as items: the words in quotation marks and the turns, each with its speaker.

use std::collections::BTreeMap;

use annotation::voices::{Voice, VoiceKind};
use corpus::Document;

use crate::gold::{Item, Split};
use crate::layer::{Floor, days_and_names};

/// A little below what is measured.
pub(crate) const FLOORS: &[Floor] = &[
    Floor::of_all("shared", Split::Development, [0.98, 0.97]),
    Floor::of_all("news", Split::Development, [0.98, 0.97]),
    Floor::of_all("reports", Split::Development, [0.98, 0.97]),
    Floor::of_all("press", Split::Development, [0.98, 0.97]),
    Floor::of_all("press", Split::Unseen, [0.98, 0.97]),
];

/// Finds quotations and turns; reported speech has no annotations, because its extent is a matter of taste.
pub(crate) fn find(documents: &[Document]) -> Vec<Vec<Item>> {
    let layers = days_and_names(documents);
    let numbered = (0..).zip(documents);
    numbered
        .map(|(number, document)| items(document, &layers.voices_of(number, document)))
        .collect()
}

fn items(document: &Document, found: &[Voice]) -> Vec<Item> {
    let quoted = found
        .iter()
        .filter(|voice| voice.kind != VoiceKind::Reported);
    let items = quoted.map(|voice| {
        let speaker = voice
            .speaker
            .map_or("", |speaker| speaker.of(&document.text));
        Item {
            span: voice.span,
            class: voice.kind.name().to_owned(),
            attributes: BTreeMap::from([("speaker".to_owned(), speaker.to_owned())]),
            is_optional: false,
        }
    });
    items.collect()
}
