//! What is told of the documents of a file, collected while they pass.

use crate::duplicates::Fingerprint;
use corpus::{Document, FIRST_FIELDS, Field};
use std::collections::{BTreeMap, BTreeSet};

/// The metadata key under which a document tells the hash of the file that it was read from.
const HASH_KEY: &str = "sha256";

/// How much is to be known of the documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Depth {
    /// Their ids: a search over a folder needs no report.
    Ids,
    /// All that a report tells.
    Report,
}

/// What the documents of a file are.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// Of the first document.
    pub(crate) title: Option<String>,
    /// Of the first document.
    pub(crate) author: Option<String>,
    /// Of the first document.
    pub(crate) date: Option<String>,
    /// Of the first document.
    pub(crate) lang: Option<String>,
    /// Number of blocks by their kind.
    pub(crate) blocks: BTreeMap<&'static str, usize>,
    /// Words of all texts.
    pub(crate) n_words: usize,
    /// Keys of their metadata; none where only ids are wanted.
    pub(crate) keys: BTreeSet<String>,
    /// Ids of the documents, in their order.
    pub(crate) ids: Vec<Box<str>>,
    /// Fingerprints of the documents; none where only ids are wanted.
    pub(crate) prints: Vec<Fingerprint>,
}

impl Facts {
    /// Takes note of the next document of the file.
    pub(crate) fn add(&mut self, document: &Document, depth: Depth) {
        if self.ids.is_empty() {
            self.title = Some(document.title.clone());
            self.author = author(document);
            self.date.clone_from(&document.date);
            self.lang.clone_from(&document.lang);
        }
        self.ids.push(document.id.as_str().into());
        if depth == Depth::Ids {
            return;
        }
        for field in &document.fields {
            if !self.keys.contains(&field.name) {
                self.keys.insert(field.name.clone());
            }
        }
        for block in &document.blocks {
            *self
                .blocks
                .entry(block.kind.name_and_level().0)
                .or_insert(0) += 1;
        }
        let (print, n_words) = Fingerprint::of(&document.text);
        self.n_words += n_words;
        self.prints.push(print);
    }

    /// Takes what a later piece of the same file gave.
    pub(crate) fn append(&mut self, later: Self) {
        if self.ids.is_empty() {
            *self = later;
            return;
        }
        for (kind, n) in later.blocks {
            *self.blocks.entry(kind).or_insert(0) += n;
        }
        self.n_words += later.n_words;
        self.keys.extend(later.keys);
        self.ids.extend(later.ids);
        self.prints.extend(later.prints);
    }
}

/// Gives a document the hash of its file, unless it tells one of its own.
pub(crate) fn add_hash(document: &mut Document, hash: &str) {
    let fields = &mut document.fields;
    if fields.iter().any(|field| field.name == HASH_KEY) {
        return;
    }
    let is_behind = |field: &Field| {
        !FIRST_FIELDS.contains(&field.name.as_str()) && field.name.as_str() > HASH_KEY
    };
    let place = fields.iter().position(is_behind).unwrap_or(fields.len());
    let field = Field {
        name: HASH_KEY.to_owned(),
        values: vec![hash.to_owned()],
    };
    fields.insert(place, field);
}

fn author(document: &Document) -> Option<String> {
    let field = document
        .fields
        .iter()
        .find(|field| field.name == "author")?;
    Some(field.values.join("; "))
}

#[cfg(test)]
mod tests {
    use super::{Document, Field, add_hash};

    #[test]
    fn the_hash_stands_where_its_key_belongs() {
        let field = |name: &str| Field {
            name: name.to_owned(),
            values: vec!["x".to_owned()],
        };
        let mut document = Document {
            fields: ["title", "url", "place", "volume"].map(field).to_vec(),
            ..Document::default()
        };
        add_hash(&mut document, "00ff");
        let keys: Vec<&str> = document.fields.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(keys, ["title", "url", "place", "sha256", "volume"]);
        add_hash(&mut document, "11ee");
        assert_eq!(document.fields.len(), 5);
    }
}
