//! What was read and what was noticed: the records that `check` and `build --report` give to programs.

mod terminal;

pub(crate) use terminal::{print_problems, print_skipped, shown_name};

use crate::duplicates::{self, Fingerprint};
use crate::reading::{self, Found, Renamed};
use crate::texts::{Texts, stops};
use corpus::{Matter, Problem, Severity};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The whole report; the shape is a contract.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Report {
    pub(crate) files: Vec<FileReport>,
    /// Documents that are there twice.
    duplicates: Vec<DuplicateReport>,
    pub(crate) summary: Summary,
    /// All problems, in the order of the files.
    #[serde(skip)]
    pub(crate) problems: Vec<Problem>,
    /// Documents whose id was taken.
    #[serde(skip)]
    pub(crate) renamed: Vec<Renamed>,
}

/// One file.
#[derive(Debug, Default, Serialize)]
pub(crate) struct FileReport {
    pub(crate) file: String,
    pub(crate) status: Status,
    /// SHA-256 of its bytes in hexadecimal digits, where they could be read.
    sha256: Option<String>,
    pub(crate) title: Option<String>,
    author: Option<String>,
    pub(crate) date: Option<String>,
    lang: Option<String>,
    documents: usize,
    blocks: BTreeMap<&'static str, usize>,
    pub(crate) words: usize,
    pub(crate) problems: Vec<ProblemReport>,
}

/// How far a file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Status {
    /// All of it.
    #[default]
    Read,
    /// Some documents of a collection.
    Partial,
    /// Not a kind of text that is read.
    Skipped,
    /// Nothing of it.
    Failed,
}

impl Status {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Partial => "partial",
            Self::Skipped => "skipped",
            Self::Failed => "failed",
        }
    }
}

#[derive(Debug, Serialize)]
pub(crate) struct ProblemReport {
    pub(crate) severity: &'static str,
    pub(crate) line: Option<u32>,
    pub(crate) message: String,
    pub(crate) hint: String,
}

/// A document whose text, or nearly so, an earlier one has.
#[derive(Debug, Serialize)]
struct DuplicateReport {
    /// `exact` or `near`.
    kind: &'static str,
    document: DocumentName,
    of: DocumentName,
    /// Estimated share of the runs of five words of either that both have, 0 to 1.
    resemblance: f64,
}

#[derive(Debug, Clone, Serialize)]
struct DocumentName {
    file: String,
    id: String,
}

#[derive(Debug, Default, Serialize)]
pub(crate) struct Summary {
    pub(crate) files: usize,
    pub(crate) documents: usize,
    pub(crate) words: usize,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) notes: usize,
}

impl Report {
    /// Makes the report on what was found in the texts.
    pub(crate) fn new(texts: &Texts, mut found: Vec<Found>) -> Self {
        let (mut problems, renamed) = reading::problems(texts, &mut found);
        let keys = found.iter().flat_map(|found| &found.facts.keys);
        let keys: BTreeSet<&str> = keys.map(String::as_str).collect();
        if !keys.is_empty() {
            problems.extend(texts.facets_without_values(&keys));
        }
        let names: Vec<DocumentName> = names(texts, &found);
        let prints: Vec<&Fingerprint> =
            found.iter().flat_map(|found| &found.facts.prints).collect();
        let duplicates: Vec<DuplicateReport> = duplicates::find(&prints)
            .iter()
            .map(|pair| DuplicateReport {
                kind: pair.resemblance.map_or("exact", |_| "near"),
                document: names[pair.document].clone(),
                of: names[pair.of].clone(),
                resemblance: pair.resemblance.unwrap_or(1.0),
            })
            .collect();
        let problems = with_duplicates(problems, &duplicates);
        let mut of_files: BTreeMap<&str, Vec<&Problem>> = BTreeMap::new();
        for problem in &problems {
            of_files.entry(&problem.file).or_default().push(problem);
        }
        let files = found.iter().map(|found| {
            let name = texts.files[found.file].name.as_str();
            file_report(name, found, &of_files.remove(name).unwrap_or_default())
        });
        let mut files: Vec<FileReport> = files.collect();
        files.extend(of_files.iter().map(|(name, of_file)| beside(name, of_file)));
        files.extend(texts.skipped.iter().map(|name| skipped(name)));
        Self {
            summary: summary(&files),
            files,
            duplicates,
            problems,
            renamed,
        }
    }

    /// Returns how many problems stop a build.
    pub(crate) fn n_stopping(&self, is_strict: bool) -> usize {
        let stopping = self.problems.iter().filter(|it| stops(it, is_strict));
        stopping.count()
    }
}

fn names(texts: &Texts, found: &[Found]) -> Vec<DocumentName> {
    let of_file = |found: &Found| -> Vec<DocumentName> {
        let file = &texts.files[found.file].name;
        let named = |id: &str| DocumentName {
            file: file.clone(),
            id: id.to_owned(),
        };
        found.facts.ids.iter().map(|id| named(id)).collect()
    };
    found.iter().flat_map(of_file).collect()
}

/// Puts what is to be said of duplicates behind the other problems of their file.
fn with_duplicates(problems: Vec<Problem>, duplicates: &[DuplicateReport]) -> Vec<Problem> {
    let mut of_files: BTreeMap<&str, Vec<Problem>> = BTreeMap::new();
    for pair in duplicates {
        let file = pair.document.file.as_str();
        of_files.entry(file).or_default().push(pair.to_problem());
    }
    let mut all = Vec::with_capacity(problems.len() + duplicates.len());
    let mut problems = problems.into_iter().peekable();
    while let Some(problem) = problems.next() {
        let is_last_of_file = problems.peek().is_none_or(|next| next.file != problem.file);
        let more = is_last_of_file.then(|| of_files.remove(problem.file.as_str()));
        all.push(problem);
        all.extend(more.flatten().unwrap_or_default());
    }
    all.extend(of_files.into_values().flatten());
    all
}

impl DuplicateReport {
    fn to_problem(&self) -> Problem {
        let Self { document, of, .. } = self;
        let (severity, message, hint) = match self.kind {
            "exact" => (
                Severity::Warning,
                format!(
                    "`{}` has the same text as `{}` in `{}`",
                    document.id, of.id, of.file
                ),
                "leave one of them out, or readers find everything twice",
            ),
            _ => (
                Severity::Note,
                format!(
                    "`{}` shares {:.0} % of its runs of five words with `{}` in `{}`",
                    document.id,
                    100.0 * self.resemblance,
                    of.id,
                    of.file
                ),
                "leave one of them out if they are versions of one text",
            ),
        };
        Problem {
            severity,
            matter: Matter::Other,
            file: document.file.clone(),
            line: None,
            message,
            hint: hint.to_owned(),
        }
    }
}

fn file_report(name: &str, found: &Found, problems: &[&Problem]) -> FileReport {
    let facts = &found.facts;
    let n_documents = facts.ids.len();
    FileReport {
        file: name.to_owned(),
        status: status(n_documents, problems),
        sha256: Some(found.hash.clone()).filter(|hash| !hash.is_empty()),
        title: facts.title.clone(),
        author: facts.author.clone(),
        date: facts.date.clone(),
        lang: facts.lang.clone(),
        documents: n_documents,
        blocks: facts.blocks.clone(),
        words: facts.n_words,
        problems: problems.iter().map(|it| problem_report(it)).collect(),
    }
}

fn status(n_documents: usize, problems: &[&Problem]) -> Status {
    let has_error = has_error(problems);
    match (n_documents, has_error) {
        (0, true) => Status::Failed,
        (0, false) => Status::Skipped,
        (_, true) => Status::Partial,
        (_, false) => Status::Read,
    }
}

fn has_error(problems: &[&Problem]) -> bool {
    problems.iter().any(|it| it.severity == Severity::Error)
}

/// Returns the report on settings, sidecars and folder defaults, and on what the system does not let us see.
fn beside(name: &str, problems: &[&Problem]) -> FileReport {
    FileReport {
        file: name.to_owned(),
        status: match has_error(problems) {
            true => Status::Failed,
            false => Status::Read,
        },
        problems: problems.iter().map(|it| problem_report(it)).collect(),
        ..FileReport::default()
    }
}

/// Returns the report on a file of a kind that is not read.
fn skipped(name: &str) -> FileReport {
    FileReport {
        file: name.to_owned(),
        status: Status::Skipped,
        ..FileReport::default()
    }
}

fn problem_report(problem: &Problem) -> ProblemReport {
    ProblemReport {
        severity: problem.severity.as_str(),
        line: problem.line,
        message: problem.message.clone(),
        hint: problem.hint.clone(),
    }
}

fn summary(files: &[FileReport]) -> Summary {
    let mut summary = Summary {
        files: files.len(),
        ..Summary::default()
    };
    for file in files {
        summary.documents += file.documents;
        summary.words += file.words;
        for problem in &file.problems {
            match problem.severity {
                "error" => summary.errors += 1,
                "warning" => summary.warnings += 1,
                _ => summary.notes += 1,
            }
        }
    }
    summary
}
