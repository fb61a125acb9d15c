//! `vademecum days`.

use super::{open, quote, refused};
use crate::arguments::Days;
use crate::commands::linguistics::shown;
use crate::table::{Cell, Table};
use anyhow::Result;
use protocol::DayRecord;
use serde::Serialize;

/// One mention; the shape is a contract.
#[derive(Debug, Serialize)]
struct Row<'r> {
    doc: &'r str,
    quote: &'r str,
    start: u32,
    end: u32,
    block: &'r str,
    kind: &'r str,
    edtf: Option<&'r str>,
    anchor: Option<&'r str>,
    rule: &'r str,
    confidence: &'r str,
    sentence: &'r str,
}

impl<'r> Row<'r> {
    fn of(record: &'r DayRecord) -> Self {
        let sentence = &record.sentence;
        Self {
            doc: &sentence.doc,
            quote: quote(sentence),
            start: sentence.start,
            end: sentence.end,
            block: &sentence.block,
            kind: &record.kind,
            edtf: record.edtf.as_deref(),
            anchor: record.anchor.as_deref(),
            rule: &record.rule,
            confidence: &record.confidence,
            sentence: &sentence.text,
        }
    }
}

pub(crate) fn run(arguments: &Days) -> Result<()> {
    let output = &arguments.output;
    let session = open(&output.source)?;
    let lens = output.lens(arguments.query.as_deref().unwrap_or_default())?;
    let (records, total) = output.limited(session.days(&lens).map_err(refused)?);
    let rows: Vec<Row<'_>> = records.iter().map(Row::of).collect();
    output.print(&shown(rows.len(), total, "date"), &[], &rows, || {
        Table::of(
            "doc edtf quote kind anchor rule confidence start end block sentence",
            rows.iter()
                .map(|row| {
                    vec![
                        Cell::text(row.doc),
                        Cell::text(row.edtf.unwrap_or("")),
                        Cell::text(row.quote),
                        Cell::text(row.kind),
                        Cell::text(row.anchor.unwrap_or("")),
                        Cell::text(row.rule),
                        Cell::text(row.confidence),
                        Cell::Count(row.start.into()),
                        Cell::Count(row.end.into()),
                        Cell::text(row.block),
                        Cell::text(row.sentence),
                    ]
                })
                .collect(),
        )
    })
}
