//! Voices as items: the words in quotation marks and the turns, each with its speaker.

use std::collections::BTreeMap;

use annotation::voices::{NameSpan, VoiceKind, voices};
use corpus::Document;

use crate::gold::{Item, Split};
use crate::layer::Floor;

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
    documents
        .iter()
        .zip(crate::accounts::named(documents))
        .map(|(document, names)| of_document(document, &names))
        .collect()
}

fn of_document(document: &Document, names: &[NameSpan]) -> Vec<Item> {
    let found = voices(document, names);
    let quoted = found
        .iter()
        .filter(|voice| voice.kind != VoiceKind::Reported);
    let items = quoted.map(|voice| {
        let class = match voice.kind {
            VoiceKind::Direct => "direct",
            VoiceKind::Partial => "partial",
            VoiceKind::Reported => "reported",
            VoiceKind::Turn => "turn",
        };
        let speaker = voice
            .speaker
            .map_or("", |speaker| speaker.of(&document.text));
        Item {
            span: voice.span,
            class: class.to_owned(),
            attributes: BTreeMap::from([("speaker".to_owned(), speaker.to_owned())]),
            is_optional: false,
        }
    });
    items.collect()
}
