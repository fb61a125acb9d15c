//! Concordance and statistics over small corpora.

mod concordances;
mod counting;
mod reference;

use corpus::{ReadOptions, Source};
use index::{BuildOptions, DocId, Index, IndexBuilder, TermId};
use linguistics::{Alternatives, Match, Words};

/// An index with its words.
pub(crate) struct Corpus {
    pub(crate) index: Index,
    pub(crate) words: Words,
}

impl Corpus {
    /// Builds the index of a `.jsonl` collection.
    pub(crate) fn of_lines(lines: &str) -> Self {
        let source = Source {
            name: "texts.jsonl".into(),
            bytes: lines.as_bytes().to_vec(),
        };
        let mut builder = IndexBuilder::new(BuildOptions::default());
        let read = corpus::read(&source, &ReadOptions::default());
        read.documents
            .iter()
            .for_each(|document| builder.add(document));
        let bytes = builder.finish().expect("small texts fit an index");
        let index = Index::open(bytes.into()).expect("it was just built");
        let words = Words::read(&index);
        Self { index, words }
    }

    /// Builds the index of texts named a, b, c, …; their paragraphs are blocks.
    pub(crate) fn of(texts: &[&str]) -> Self {
        let mut lines = String::new();
        for (nth, text) in texts.iter().enumerate() {
            let line = serde_json::json!({
                "id": char::from(b'a' + nth as u8).to_string(),
                "title": "zzz",
                "lang": "en",
                "text": text,
            });
            lines.push_str(&line.to_string());
            lines.push('\n');
        }
        Self::of_lines(&lines)
    }

    pub(crate) fn all(&self) -> Vec<DocId> {
        (0..self.index.n_documents()).map(DocId).collect()
    }

    pub(crate) fn id(&self, term: &str) -> TermId {
        self.index
            .term_id(term)
            .unwrap_or_else(|| panic!("no text has {term}"))
    }

    pub(crate) fn term(&self, term: &str) -> u32 {
        self.id(term).0
    }

    /// Finds a run of words, each place one word.
    pub(crate) fn find(&self, run: &[&str]) -> Vec<Match> {
        let run = run.iter().map(|term| vec![self.id(term)]).collect();
        let alternatives: Alternatives = vec![run];
        self.words.find(&alternatives, &self.all())
    }
}
