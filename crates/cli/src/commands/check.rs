//! `vademecum check`.

use crate::arguments::{Check, Format};
use crate::reading::{ReadFolder, ReadSource, read};
use crate::texts::stops;
use anyhow::{Result, bail};
use corpus::{BlockKind, Document, Problem, Reading, Severity};
use readers::Mending;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// What `check` prints; the shape is a contract.
#[derive(Debug, Serialize)]
struct Report {
    files: Vec<FileReport>,
    summary: Summary,
}

#[derive(Debug, Default, Serialize)]
struct FileReport {
    file: String,
    status: Status,
    title: Option<String>,
    author: Option<String>,
    date: Option<String>,
    lang: Option<String>,
    documents: usize,
    blocks: BTreeMap<&'static str, usize>,
    words: usize,
    problems: Vec<ProblemReport>,
}

/// How far a file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
enum Status {
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
    fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Partial => "partial",
            Self::Skipped => "skipped",
            Self::Failed => "failed",
        }
    }
}

#[derive(Debug, Serialize)]
struct ProblemReport {
    severity: &'static str,
    line: Option<u32>,
    message: String,
    hint: String,
}

#[derive(Debug, Default, Serialize)]
struct Summary {
    files: usize,
    documents: usize,
    words: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
}

pub(crate) fn run(arguments: &Check) -> Result<()> {
    let ReadFolder {
        sources,
        skipped,
        problems,
    } = read(&arguments.paths, Mending::default())?;
    let files: Vec<FileReport> = sources
        .iter()
        .map(file_report)
        .chain(beside_reports(&problems))
        .chain(skipped.iter().map(|name| skipped_report(name)))
        .collect();
    let of_sources = sources.iter().flat_map(|source| &source.reading.problems);
    let n_stopping = of_sources
        .chain(&problems)
        .filter(|problem| stops(problem, arguments.strict))
        .count();
    let report = Report {
        summary: summary(&files),
        files,
    };
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &report)?;
            writeln!(out)?;
        }
        Format::Text => print(&mut out, &report)?,
    }
    let Summary {
        errors, warnings, ..
    } = report.summary;
    if n_stopping > 0 {
        bail!(
            "a build would stop: {}, {}",
            counted(errors, "error"),
            counted(warnings, "warning")
        );
    }
    Ok(())
}

/// Returns reports on settings, sidecars and folder defaults that something is wrong with.
fn beside_reports(problems: &[Problem]) -> impl Iterator<Item = FileReport> {
    let of_files = problems.chunk_by(|a, b| a.file == b.file);
    of_files.map(|of_file| {
        let failed = of_file
            .iter()
            .any(|problem| problem.severity == Severity::Error);
        FileReport {
            file: of_file[0].file.clone(),
            status: if failed { Status::Failed } else { Status::Read },
            problems: of_file.iter().map(problem_report).collect(),
            ..FileReport::default()
        }
    })
}

/// Returns the report on a file of a kind that is not read.
fn skipped_report(name: &str) -> FileReport {
    FileReport {
        file: name.to_owned(),
        status: Status::Skipped,
        ..FileReport::default()
    }
}

fn file_report(source: &ReadSource) -> FileReport {
    let ReadSource { name, reading } = source;
    let first = reading.documents.first();
    let mut blocks = BTreeMap::new();
    for block in reading
        .documents
        .iter()
        .flat_map(|document| &document.blocks)
    {
        *blocks.entry(kind_name(block.kind)).or_insert(0) += 1;
    }
    FileReport {
        file: name.clone(),
        status: status(reading),
        title: first.map(|document| document.title.clone()),
        author: first.and_then(author),
        date: first.and_then(|document| document.date.clone()),
        lang: first.and_then(|document| document.lang.clone()),
        documents: reading.documents.len(),
        blocks,
        words: reading.documents.iter().map(count_words).sum(),
        problems: reading.problems.iter().map(problem_report).collect(),
    }
}

fn status(reading: &Reading) -> Status {
    let failed = reading
        .problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    match (reading.documents.is_empty(), failed) {
        (true, true) => Status::Failed,
        (true, false) => Status::Skipped,
        (false, true) => Status::Partial,
        (false, false) => Status::Read,
    }
}

fn author(document: &Document) -> Option<String> {
    let field = document
        .fields
        .iter()
        .find(|field| field.name == "author")?;
    Some(field.values.join("; "))
}

fn count_words(document: &Document) -> usize {
    let mut n_words = 0;
    analysis::tokens(&document.text, &mut |token| {
        n_words += usize::from(token.kind == analysis::TokenKind::Word);
    });
    n_words
}

fn problem_report(problem: &Problem) -> ProblemReport {
    ProblemReport {
        severity: problem.severity.as_str(),
        line: problem.line,
        message: problem.message.clone(),
        hint: problem.hint.clone(),
    }
}

fn kind_name(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Heading(_) => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::ListItem(_) => "list_item",
        BlockKind::OrderedItem(_) => "ordered_item",
        BlockKind::Quotation => "quotation",
        BlockKind::Question => "question",
        BlockKind::Answer => "answer",
        BlockKind::Caption => "caption",
        BlockKind::TableHeader => "table_header",
        BlockKind::TableRow => "table_row",
        BlockKind::Note => "note",
        BlockKind::Preformatted => "preformatted",
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

fn print(out: &mut impl Write, report: &Report) -> io::Result<()> {
    for file in &report.files {
        let title = file.title.as_deref().unwrap_or("-");
        let date = file.date.as_deref().unwrap_or("undated");
        writeln!(
            out,
            "{}: {}, {} words, {date}, {title}",
            file.file,
            file.status.as_str(),
            file.words
        )?;
        for problem in &file.problems {
            let line = problem
                .line
                .map(|line| format!("line {line}: "))
                .unwrap_or_default();
            let hint = if problem.hint.is_empty() {
                String::new()
            } else {
                format!("; {}", problem.hint)
            };
            writeln!(
                out,
                "  {}: {line}{}{hint}",
                problem.severity, problem.message
            )?;
        }
    }
    let summary = &report.summary;
    writeln!(
        out,
        "{}, {}, {}; {}, {}, {}",
        counted(summary.files, "file"),
        counted(summary.documents, "document"),
        counted(summary.words, "word"),
        counted(summary.errors, "error"),
        counted(summary.warnings, "warning"),
        counted(summary.notes, "note")
    )
}

fn counted(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}
