//! The documents, found by id.

use protocol::{CorpusRecord, SummaryRecord};
use std::collections::BTreeMap;

/// What the corpus is, with its documents by id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Library {
    /// The corpus as the engine describes it.
    pub corpus: CorpusRecord,
    places: BTreeMap<String, usize>,
}

impl Library {
    /// Returns a library over these documents.
    #[must_use]
    pub fn new(corpus: CorpusRecord) -> Self {
        let places = corpus
            .documents
            .iter()
            .enumerate()
            .map(|(i, document)| (document.id.clone(), i))
            .collect();
        Self { corpus, places }
    }

    /// Returns the document with this id.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&SummaryRecord> {
        self.corpus.documents.get(*self.places.get(id)?)
    }

    /// Returns the earliest and the latest date of a document, where any is dated.
    #[must_use]
    pub fn dates(&self) -> Option<(&str, &str)> {
        let dates = || {
            self.corpus
                .documents
                .iter()
                .filter_map(|document| document.date.as_deref())
        };
        Some((dates().min()?, dates().max()?))
    }

    /// Returns the most frequent tags, at most `n`; among equals the alphabetically first.
    #[must_use]
    pub fn frequent_tags(&self, n: usize) -> Vec<&str> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for document in &self.corpus.documents {
            for field in document.fields.iter().filter(|field| field.name == "tag") {
                for value in &field.values {
                    *counts.entry(value).or_default() += 1;
                }
            }
        }
        let mut tags: Vec<(&str, usize)> = counts.into_iter().collect();
        tags.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        tags.into_iter().take(n).map(|(tag, _)| tag).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::FieldRecord;

    #[test]
    fn documents_are_found_by_id_and_dates_span_them() {
        let document = |id: &str, date: Option<&str>, tags: &[&str]| SummaryRecord {
            id: id.into(),
            date: date.map(str::to_owned),
            fields: vec![FieldRecord {
                name: "tag".into(),
                values: tags.iter().map(|&tag| tag.to_owned()).collect(),
            }],
            ..SummaryRecord::default()
        };
        let documents = vec![
            document("b", Some("2024-12-08"), &["Homs", "drugs"]),
            document("a", None, &["drugs"]),
            document("c", Some("2024-11"), &["Aleppo"]),
        ];
        let library = Library::new(CorpusRecord {
            documents,
            ..CorpusRecord::default()
        });
        assert_eq!(
            library
                .document("c")
                .and_then(|document| document.date.as_deref()),
            Some("2024-11")
        );
        assert_eq!(library.document("d"), None);
        assert_eq!(library.dates(), Some(("2024-11", "2024-12-08")));
        assert_eq!(library.frequent_tags(2), ["drugs", "Aleppo"]);
    }
}
