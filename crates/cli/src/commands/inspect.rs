//! `vademecum inspect`.

use crate::arguments::{Format, Inspect};
use crate::layers::text_bytes;
use crate::output::{counted, write_json};
use crate::source::open_index;
use anyhow::Result;
use index::Index;
use serde::Serialize;
use std::io::{self, Write};

/// What `inspect` prints.
#[derive(Debug, Serialize)]
struct Inspection {
    title: String,
    version: String,
    documents: u32,
    words: u64,
    terms: u32,
    text_bytes: u64,
    sections: Vec<Section>,
    total_bytes: u64,
    /// Postings that the file leaves out and opening completes from the text.
    completed_bytes: u64,
    list: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Section {
    name: String,
    bytes: u64,
}

#[derive(Debug, Serialize)]
struct Line {
    id: String,
    title: String,
    date: Option<String>,
    lang: Option<String>,
    words: u64,
}

pub(crate) fn run(arguments: &Inspect) -> Result<()> {
    let inspection = inspect(&open_index(&arguments.source)?);
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Json => write_json(&mut out, &inspection)?,
        Format::Text => print(&mut out, &inspection)?,
    }
    Ok(())
}

fn inspect(index: &Index) -> Inspection {
    let usage = index.space_usage();
    let sections: Vec<Section> = usage
        .sections
        .iter()
        .map(|(name, bytes)| Section {
            name: name.to_string(),
            bytes: *bytes,
        })
        .collect();
    Inspection {
        title: index.title().to_owned(),
        version: format!("{:08x}", index.version()),
        documents: index.n_documents(),
        words: index.n_tokens(),
        terms: index.n_terms(),
        text_bytes: text_bytes(index),
        total_bytes: usage.total_bytes,
        completed_bytes: usage.completed_bytes,
        sections,
        list: index
            .documents()
            .map(|document| Line {
                id: document.id().to_owned(),
                title: document.title().to_owned(),
                date: document.date().map(str::to_owned),
                lang: document.lang().map(str::to_owned),
                words: document.n_tokens(),
            })
            .collect(),
    }
}

fn print(out: &mut impl Write, inspection: &Inspection) -> io::Result<()> {
    writeln!(out, "{} (version {})", inspection.title, inspection.version)?;
    writeln!(
        out,
        "{}, {}, {}, {} of text",
        counted(inspection.documents, "document"),
        counted(inspection.words, "word"),
        counted(inspection.terms, "term"),
        counted(inspection.text_bytes, "byte")
    )?;
    for section in &inspection.sections {
        writeln!(out, "{:>12}  {}", section.bytes, section.name)?;
    }
    writeln!(out, "{:>12}  in all", inspection.total_bytes)?;
    if inspection.completed_bytes > 0 {
        writeln!(
            out,
            "{:>12}  postings completed from the text on opening",
            inspection.completed_bytes
        )?;
    }
    for line in &inspection.list {
        let date = line.date.as_deref().unwrap_or("undated");
        let lang = line.lang.as_deref().unwrap_or("-");
        writeln!(
            out,
            "{:>8} words  {date:<10}  {lang:<2}  {}  [{}]",
            line.words, line.title, line.id
        )?;
    }
    Ok(())
}
