//! What readers hand over: metadata and blocks, before the rules for all formats are applied.

use std::collections::BTreeMap;

use corpus::parts::{self, Body, Entry, Report, Value};
use corpus::{Document, Matter, Severity};

use crate::mending::Mender;
use crate::{Options, language};

/// What is known about a file from outside of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Surroundings {
    /// Id for its document where the document names none; by default the file name without ending.
    pub id: Option<String>,
    /// Metadata that go before those in the file (a sidecar `name.meta.yaml`).
    pub over: Vec<Entry>,
    /// Metadata for what the file does not say (a folder's `_corpus.yaml`).
    pub under: Vec<Entry>,
    /// Other names of metadata keys: as written in the files, and what it means.
    pub fields: Vec<(String, String)>,
}

/// One document as its reader gives it.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// Metadata under any of their usual names.
    pub(crate) entries: Vec<Entry>,
    /// Blocks and text.
    pub(crate) body: Body,
    /// Where the document stands in a file of many.
    pub(crate) line: Option<u32>,
    /// Its number in a file of many, from 1; part of its id.
    pub(crate) number: Option<usize>,
}

/// The reading of one file.
#[derive(Debug)]
pub(crate) struct Job<'j, 'n> {
    pub(crate) report: &'j mut Report<'n>,
    pub(crate) mender: Mender,
    surroundings: &'j Surroundings,
    options: &'j Options,
    documents: Vec<Document>,
    /// How many documents were taken to be in a language.
    detected: BTreeMap<&'static str, usize>,
    /// Drafts that became no document.
    n_lost: usize,
}

impl<'j, 'n> Job<'j, 'n> {
    pub(crate) fn new(
        surroundings: &'j Surroundings,
        options: &'j Options,
        report: &'j mut Report<'n>,
    ) -> Self {
        Self {
            report,
            mender: Mender::new(options.mending),
            surroundings,
            options,
            documents: Vec::new(),
            detected: BTreeMap::new(),
            n_lost: 0,
        }
    }

    /// Makes the document, or leaves an error in the report.
    pub(crate) fn add(&mut self, draft: Draft) {
        let Surroundings {
            id,
            over,
            under,
            fields,
        } = self.surroundings;
        let mut own = draft.entries;
        rename(&mut own, fields);
        let mut entries = parts::completed(over.clone(), own);
        entries = parts::completed(entries, under.clone());
        if draft.number.is_some() {
            // The id of a sidecar or a folder cannot be that of many documents.
            let outer =
                |entry: &Entry| over.iter().chain(under).any(|other| other.key == entry.key);
            entries.retain(|entry| parts::canonical_key(&entry.key) != "id" || !outer(entry));
        }
        self.detect_language(&mut entries, &draft.body);
        let stem = id
            .as_deref()
            .unwrap_or(parts::file_stem(self.report.file()));
        let id = match draft.number {
            Some(number) => format!("{stem}-{number}"),
            None => stem.to_owned(),
        };
        let mend = self.options.mending.drop_capitals;
        let document = parts::document(&id, entries, draft.body, mend, self.report, draft.line);
        self.n_lost += usize::from(document.is_none());
        self.documents.extend(document);
    }

    /// Returns what a key of the file means by the collection's settings.
    pub(crate) fn meaning(&self, key: &str) -> String {
        let fields = &self.surroundings.fields;
        let renamed = fields
            .iter()
            .find(|(written, _)| written.eq_ignore_ascii_case(key));
        match renamed {
            Some((_, meaning)) => meaning.clone(),
            None => in_english(key).to_owned(),
        }
    }

    fn detect_language(&mut self, entries: &mut Vec<Entry>, body: &Body) {
        let is_lang = |entry: &Entry| parts::canonical_key(&entry.key) == "lang";
        if entries
            .iter()
            .any(|entry| is_lang(entry) && entry.value != Value::Null)
        {
            return;
        }
        if let Some(tag) = language::of(&body.text, &self.options.languages) {
            entries.push(entry("lang", tag));
            *self.detected.entry(tag).or_insert(0) += 1;
        }
    }

    /// Returns the documents after the notes that concern the whole file.
    pub(crate) fn finish(self) -> Vec<Document> {
        self.mender.report(self.report);
        for (tag, n) in &self.detected {
            let message = match n {
                1 => format!("language detected from the text: {tag}"),
                n => format!("language detected from the text of {n} documents: {tag}"),
            };
            self.report.note(None, message, "");
        }
        let has_error = |report: &Report<'_>| {
            report
                .problems
                .iter()
                .any(|problem| problem.severity == Severity::Error)
        };
        if self.documents.is_empty() && !has_error(self.report) {
            self.report.error_of(
                Matter::NoText,
                None,
                "there is no text to search".to_owned(),
                "leave the file out, or give its text as a file of its own",
            );
        }
        self.documents
    }
}

/// Returns the English name of a column that is named in another language, or in a way that tables have.
fn in_english(key: &str) -> &str {
    let lower = key.trim().to_lowercase();
    let lower = lower
        .trim_end_matches("(s)")
        .trim_end_matches("(en)")
        .replace('_', " ");
    match lower.as_str() {
        "titel" | "titre" | "título" | "titolo" | "заголовок" | "название" | "العنوان"
        | "überschrift" | "schlagzeile" | "titular" | "article title" | "post title" => "title",
        "autor" | "auteur" | "verfasser" | "autore" | "автор" | "الكاتب" | "autoren"
        | "auteurs" | "autores" | "autori" | "verfasserin" | "author" | "author name"
        | "author names" | "authors" => "author",
        "datum"
        | "fecha"
        | "data"
        | "дата"
        | "التاريخ"
        | "erscheinungsdatum"
        | "veröffentlicht"
        | "veröffentlicht am"
        | "date de publication"
        | "fecha de publicación"
        | "data di pubblicazione"
        | "date of publication"
        | "created utc"
        | "creation date"
        | "datepublished"
        | "published date" => "date",
        "quelle" | "fuente" | "источник" | "المصدر" => "source",
        "sprache" | "langue" | "idioma" | "язык" => "lang",
        "текст" | "النص" | "volltext" => "text",
        _ => key,
    }
}

/// Gives keys the names that the collection's settings tell.
fn rename(entries: &mut [Entry], fields: &[(String, String)]) {
    for entry in entries {
        let renamed = fields
            .iter()
            .find(|(written, _)| written.eq_ignore_ascii_case(&entry.key));
        if let Some((_, meaning)) = renamed {
            entry.key.clone_from(meaning);
        }
    }
}

/// Returns a metadata entry without a place.
pub(crate) fn entry(key: &str, value: impl Into<String>) -> Entry {
    Entry {
        key: key.to_owned(),
        line: 0,
        value: Value::Scalar(value.into()),
    }
}

/// Adds an entry where the value says something.
pub(crate) fn push(entries: &mut Vec<Entry>, key: &str, value: impl AsRef<str>) {
    let value = value.as_ref().trim();
    if !value.is_empty() {
        entries.push(entry(key, value));
    }
}

/// Adds a date where it is one; what is no date or could mean two is left out, since the program that
/// wrote it is not to be asked.
pub(crate) fn push_date(entries: &mut Vec<Entry>, key: &str, value: &str) {
    if let Some(date) = parts::date(value.trim()) {
        entries.push(entry(key, date));
    }
}
