//! `vademecum text`.

use crate::arguments::{Format, Text};
use crate::output::write_json;
use crate::source::open_index;
use anyhow::{Context, Result};
use index::{DocId, Index};
use serde::Serialize;
use std::io::{self, Write};

/// One document's text; the shape is a contract.
#[derive(Debug, Serialize)]
struct TextRecord<'i> {
    id: &'i str,
    text: &'i str,
}

pub(crate) fn run(arguments: &Text) -> Result<()> {
    let index = open_index(&arguments.source)?;
    let records: Vec<TextRecord<'_>> = wanted(&index, arguments.doc.as_deref())?
        .into_iter()
        .map(|doc| index.document(doc))
        .map(|document| TextRecord {
            id: document.id(),
            text: document.text(),
        })
        .collect();
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Json => write_json(&mut out, &records)?,
        Format::Text => {
            for record in &records {
                writeln!(out, "{}", record.text)?;
            }
        }
    }
    Ok(out.flush()?)
}

fn wanted(index: &Index, id: Option<&str>) -> Result<Vec<DocId>> {
    match id {
        None => Ok((0..index.n_documents()).map(DocId).collect()),
        Some(id) => index.doc_by_id(id).map(|doc| vec![doc]).with_context(|| {
            format!("no document has the id {id}; `vademecum inspect` lists them")
        }),
    }
}
