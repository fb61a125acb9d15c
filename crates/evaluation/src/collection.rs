//! A judged collection: documents, queries and which documents answer them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use corpus::{ReadOptions, Source};
use index::{BuildOptions, IndexBuilder, StoredPostings};

use crate::measures::Judgements;
use crate::variants::{Variant, WordFrequencies, ask};

/// The collections of the benchmark, in the order of its tables.
pub(crate) const NAMES: [&str; 6] = ["time", "cran", "cisi", "med", "npl", "cacm"];

/// A query with its judgements.
#[derive(Debug)]
pub(crate) struct Query {
    /// Unique in its collection.
    pub(crate) id: String,
    /// As published.
    pub(crate) text: String,
    /// At least one document.
    pub(crate) judgements: Judgements,
}

/// A collection, its documents compiled to an index.
#[derive(Debug)]
pub(crate) struct Collection {
    /// The name of its folder.
    pub(crate) name: String,
    /// The bytes of the index.
    pub(crate) index: Vec<u8>,
    /// How many documents the index holds.
    pub(crate) n_documents: usize,
    /// Sorted as in the file.
    pub(crate) queries: Vec<Query>,
    /// What three-word queries are made with.
    pub(crate) frequencies: WordFrequencies,
}

impl Collection {
    /// Reads `docs.jsonl`, `queries.dev.jsonl` and `qrels.dev.tsv` below `data/name`.
    ///
    /// # Errors
    ///
    /// Where a file is missing or is not what it should be.
    pub(crate) fn read(data: &Path, name: &str) -> Result<Self> {
        let folder = data.join(name);
        let documents = read_text(&folder.join("docs.jsonl"))?;
        let mut frequencies = WordFrequencies::default();
        for record in records(&documents) {
            let record = record?;
            frequencies.add(field(&record, "title")?, field(&record, "text")?);
        }
        let (index, n_documents) = compile(name, documents)?;
        let mut judgements = read_judgements(&read_text(&folder.join("qrels.dev.tsv"))?)?;
        let mut queries = Vec::new();
        for record in records(&read_text(&folder.join("queries.dev.jsonl"))?) {
            let record = record?;
            let id = field(&record, "id")?.to_owned();
            if let Some(judgements) = judgements.remove(&id) {
                let text = field(&record, "text")?.to_owned();
                queries.push(Query {
                    id,
                    text,
                    judgements,
                });
            }
        }
        ensure!(
            !queries.is_empty(),
            "{} holds no judged query",
            folder.display()
        );
        Ok(Self {
            name: name.to_owned(),
            index,
            n_documents,
            queries,
            frequencies,
        })
    }

    /// Returns one of the queries as it is asked in a variant.
    pub(crate) fn asked(&self, query: &Query, variant: Variant) -> String {
        ask(
            &query.text,
            variant,
            &self.name,
            &query.id,
            &self.frequencies,
        )
    }
}

/// Returns the index of a JSON Lines file with its number of documents.
///
/// # Errors
///
/// Where the index cannot be built.
pub(crate) fn compile(name: &str, documents: String) -> Result<(Vec<u8>, usize)> {
    let source = Source {
        name: format!("{name}.jsonl"),
        bytes: documents.into_bytes(),
    };
    let reading = corpus::read(&source, &ReadOptions::default());
    let mut builder = IndexBuilder::new(BuildOptions {
        title: name.to_owned(),
        postings: StoredPostings::Stored,
    });
    for document in &reading.documents {
        builder.add(document);
    }
    Ok((builder.finish()?, reading.documents.len()))
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn records(lines: &str) -> impl Iterator<Item = Result<serde_json::Value>> {
    let lines = lines.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| serde_json::from_str(line).with_context(|| format!("not JSON: {line:.60}")))
}

fn field<'r>(record: &'r serde_json::Value, name: &str) -> Result<&'r str> {
    record[name]
        .as_str()
        .with_context(|| format!("a record has no text “{name}”"))
}

/// Lines of query, document and grade, separated by tabs.
fn read_judgements(lines: &str) -> Result<BTreeMap<String, Judgements>> {
    let mut judgements: BTreeMap<String, Judgements> = BTreeMap::new();
    for line in lines.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let [query, document, grade] = parts.as_slice() else {
            anyhow::bail!("a judgement has three columns: {line:.60}");
        };
        let grade = grade
            .parse()
            .with_context(|| format!("no grade: {line:.60}"))?;
        judgements
            .entry((*query).to_owned())
            .or_default()
            .insert((*document).to_owned(), grade);
    }
    Ok(judgements)
}
