//! The documents, found by id.

use protocol::{CorpusRecord, SummaryRecord};
use sorting::SmallSort;
use std::cmp::Reverse;

/// What the corpus is, with its documents by id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Library {
    /// The corpus as the engine describes it.
    pub corpus: CorpusRecord,
    /// Places of the documents in the order of their ids.
    by_id: Vec<usize>,
}

impl Library {
    /// Returns a library over these documents.
    #[must_use]
    pub fn new(corpus: CorpusRecord) -> Self {
        let mut by_id: Vec<usize> = (0..corpus.documents.len()).collect();
        by_id.small_sort_by(|&a, &b| corpus.documents[a].id.cmp(&corpus.documents[b].id));
        Self { corpus, by_id }
    }

    /// Returns the document with this id.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&SummaryRecord> {
        let documents = &self.corpus.documents;
        let at = self
            .by_id
            .binary_search_by(|&place| documents[place].id.as_str().cmp(id))
            .ok()?;
        documents.get(self.by_id[at])
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
        let fields = self
            .corpus
            .documents
            .iter()
            .flat_map(|document| &document.fields);
        let mut tags: Vec<&str> = fields
            .filter(|field| field.name == "tag")
            .flat_map(|field| &field.values)
            .map(String::as_str)
            .collect();
        tags.small_sort();
        let mut counts: Vec<(&str, usize)> = Vec::new();
        for tag in tags {
            match counts.last_mut() {
                Some((known, count)) if *known == tag => *count += 1,
                _ => counts.push((tag, 1)),
            }
        }
        counts.small_sort_by_key(|&(_, count)| Reverse(count));
        counts.into_iter().take(n).map(|(tag, _)| tag).collect()
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
