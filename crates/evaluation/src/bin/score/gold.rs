//! Hand-made annotations, as files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use corpus::{ByteSpan, Document};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::pairs;
use crate::texts::AnnotatedCorpus;

/// What a document is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Split {
    /// Rules may be written with an eye on its errors.
    Development,
    /// Its errors are not looked at while rules are written.
    Unseen,
}

impl Split {
    pub(crate) const ALL: [Self; 2] = [Self::Development, Self::Unseen];

    pub(crate) fn of(name: &str) -> Result<Self> {
        match name {
            "development" => Ok(Self::Development),
            "unseen" => Ok(Self::Unseen),
            other => bail!("a split is development or unseen, not {other}"),
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Development => "development",
            Self::Unseen => "unseen",
        }
    }
}

/// Something annotated, or found by a layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Item {
    /// Bytes of the document's plain text.
    pub(crate) span: ByteSpan,
    /// The kind by which items are counted.
    pub(crate) class: String,
    /// What else is said of it, by name. A value that is not there is not compared.
    pub(crate) attributes: BTreeMap<String, String>,
    /// Whether people would disagree about it: neither finding nor missing it counts.
    pub(crate) is_optional: bool,
}

/// The annotations of one document.
#[derive(Debug)]
pub(crate) struct Gold {
    /// Name of the corpus.
    pub(crate) corpus: &'static str,
    /// Place of the document in its corpus.
    pub(crate) document: usize,
    pub(crate) split: Split,
    /// Sorted by start.
    pub(crate) items: Vec<Item>,
}

/// Reads the annotations of a layer for those corpora whose texts are there, in the order of the files.
///
/// # Errors
///
/// When a file is not of the form that `testdata/gold/README.md` describes, or the text is another than
/// the annotated one.
pub(crate) fn read(
    repository: &Path,
    layer: &str,
    corpora: &[AnnotatedCorpus],
) -> Result<Vec<Gold>> {
    let mut read = Vec::new();
    for corpus in corpora.iter().filter(|corpus| !corpus.documents.is_empty()) {
        let folder = repository
            .join("testdata/gold")
            .join(layer)
            .join(corpus.name);
        for file in files_of(&folder)? {
            let gold =
                read_file(&file, corpus).with_context(|| format!("in {}", file.display()))?;
            read.push(gold);
        }
    }
    Ok(read)
}

fn files_of(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            files.push(entry?.path());
        }
    }
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    Ok(files)
}

fn read_file(file: &Path, corpus: &AnnotatedCorpus) -> Result<Gold> {
    let json: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let id = text_of(&json, "document")?;
    let document = corpus
        .documents
        .iter()
        .position(|document| document.id == id)
        .with_context(|| format!("{} has no document {id}", corpus.folder.display()))?;
    let text = &corpus.documents[document];
    let hash = hash_of(text);
    ensure!(
        text_of(&json, "sha256")? == hash,
        "the text of {id} has changed since it was annotated (its SHA-256 is {hash}): check every item, then write the new hash"
    );
    let items = json.get("items").and_then(Value::as_array);
    let mut items = items
        .context("`items` is not a list")?
        .iter()
        .map(|item| item_of(item, text).with_context(|| format!("in {item}")))
        .collect::<Result<Vec<_>>>()?;
    for item in &items {
        pairs::check(item, document, &corpus.documents)
            .with_context(|| format!("in the item at {}", item.span.start))?;
    }
    items.sort_by_key(|item| item.span);
    Ok(Gold {
        corpus: corpus.name,
        document,
        split: Split::of(text_of(&json, "split")?)?,
        items,
    })
}

/// Returns the SHA-256 of a document's plain text, in hexadecimal digits.
pub(crate) fn hash_of(document: &Document) -> String {
    let digest = Sha256::digest(document.text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn item_of(json: &Value, document: &Document) -> Result<Item> {
    let (mut class, mut is_optional) = (None, false);
    let (mut start, mut end) = (None, None);
    let mut attributes = BTreeMap::new();
    let mut quote = None;
    for (key, value) in json.as_object().context("an item is an object")? {
        match (key.as_str(), value) {
            ("start", value) => start = value.as_u64(),
            ("end", value) => end = value.as_u64(),
            ("class", Value::String(value)) => class = Some(value.clone()),
            ("optional", Value::Bool(value)) => is_optional = *value,
            ("quote", Value::String(value)) => quote = Some(value.clone()),
            (name, Value::String(value)) => {
                attributes.insert(name.to_owned(), value.clone());
            }
            // A value that the text does not give is compared as well.
            (name, Value::Null) => {
                attributes.insert(name.to_owned(), String::new());
            }
            (name, Value::Array(ends)) => {
                let [start, end] = ends.as_slice() else {
                    bail!("`{name}` is a list, but not of two offsets");
                };
                let words = span_of(start.as_u64(), end.as_u64(), document)?.of(&document.text);
                attributes.insert(name.to_owned(), words.to_owned());
            }
            (name, _) => bail!("`{name}` is neither a text, two offsets, nor null"),
        }
    }
    let span = span_of(start, end, document)?;
    let covered = span.of(&document.text);
    if let Some(quote) = quote {
        ensure!(
            quote == covered,
            "the text has {covered:?} there, not {quote:?}"
        );
    }
    Ok(Item {
        span,
        class: class.context("`class` is missing")?,
        attributes,
        is_optional,
    })
}

fn span_of(start: Option<u64>, end: Option<u64>, document: &Document) -> Result<ByteSpan> {
    let offset = |number: Option<u64>| number.and_then(|number| u32::try_from(number).ok());
    let start = offset(start).context("`start` is not an offset")?;
    let end = offset(end).context("`end` is not an offset")?;
    let span = ByteSpan::new(start, end);
    ensure!(
        !span.of(&document.text).is_empty(),
        "the span is not one of the text"
    );
    Ok(span)
}

fn text_of<'a>(json: &'a Value, key: &str) -> Result<&'a str> {
    json.get(key)
        .and_then(Value::as_str)
        .with_context(|| format!("`{key}` is not a text"))
}
