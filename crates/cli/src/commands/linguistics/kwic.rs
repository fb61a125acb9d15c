//! `vademecum kwic`.

use super::{shown, sized, unexpected};
use crate::arguments::{Kwic, TableFormat, check_query};
use crate::output::counted;
use crate::source::open_session;
use crate::table::{Cell, Table};
use anyhow::Result;
use protocol::{
    ConcordanceLineRecord, ConcordanceRecord, ConcordanceRequest, ContextWidth, Reply, Request,
};
use std::io::{self, Write};

pub(crate) fn run(arguments: &Kwic) -> Result<()> {
    let output = &arguments.output;
    check_query(&arguments.query)?;
    let request = Request::Concordance(ConcordanceRequest {
        lens: output.lens(arguments.within.as_deref().unwrap_or_default())?,
        node: arguments.query.clone(),
        width: match arguments.words {
            Some(words) => ContextWidth::Words(words),
            None => ContextWidth::Characters(arguments.width),
        },
        sort: arguments.sort.iter().map(|level| level.0).collect(),
        offset: arguments.offset,
        limit: output.limit(),
        ..ConcordanceRequest::default()
    });
    let session = open_session(&output.source, &request)?;
    let record = match session.answer(&request) {
        Reply::Concordance(record) => record,
        other => return Err(unexpected(other)),
    };
    if output.format == TableFormat::Text {
        for note in &record.notes {
            eprintln!("Note: {}", note.message);
        }
        let mut out = io::stdout().lock();
        print_text(&mut out, &record)?;
        return Ok(out.flush()?);
    }
    output.print("", &record.notes, &record.lines, || table(&record.lines))
}

fn table(lines: &[ConcordanceLineRecord]) -> Table {
    let row = |line: &ConcordanceLineRecord| {
        vec![
            Cell::Text(line.doc.clone()),
            Cell::Text(line.block.clone()),
            Cell::Count(line.start.into()),
            Cell::Count(line.end.into()),
            Cell::Text(line.left.clone()),
            Cell::Text(line.node.clone()),
            Cell::Text(line.right.clone()),
        ]
    };
    Table::of(
        "doc block start end left match right",
        lines.iter().map(row).collect(),
    )
}

/// Prints lines with the matches below each other.
fn print_text(out: &mut impl Write, record: &ConcordanceRecord) -> io::Result<()> {
    writeln!(
        out,
        "{} in {}: {} (searched: {})",
        shown(record.lines.len(), record.total, "match"),
        counted(record.documents, "document"),
        record.read_as,
        sized(record.scope)
    )?;
    let length = |text: &str| text.chars().count();
    let lines: Vec<[String; 4]> = record
        .lines
        .iter()
        .map(|line| [&line.doc, &line.left, &line.node, &line.right].map(|text| flat(text)))
        .collect();
    let widest = |part: usize| lines.iter().map(|line| length(&line[part])).max();
    let (doc_width, left_width) = (widest(0).unwrap_or(0), widest(1).unwrap_or(0));
    for [doc, left, node, right] in &lines {
        writeln!(
            out,
            "{doc:<doc_width$}  {left:>left_width$} [{node}] {right}"
        )?;
    }
    Ok(())
}

/// Returns a text in one line, without spaces at its ends.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
