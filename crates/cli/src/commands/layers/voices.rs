//! `vademecum voices`.

use super::{open, refused};
use crate::arguments::Voices;
use crate::commands::linguistics::shown;
use crate::table::{Cell, Table};
use anyhow::Result;
use protocol::VoiceRecord;
use serde::Serialize;

/// One quotation; the shape is a contract.
#[derive(Debug, Serialize)]
struct Row<'r> {
    doc: &'r str,
    start: u32,
    end: u32,
    quote: &'r str,
    kind: &'r str,
    speaker: Option<&'r str>,
    name_id: Option<&'r str>,
    role: Option<&'r str>,
    cue: Option<&'r str>,
    confidence: &'r str,
    sentence: &'r str,
}

impl<'r> Row<'r> {
    fn of(record: &'r VoiceRecord) -> Self {
        Self {
            doc: &record.sentence.doc,
            start: record.sentence.start,
            end: record.sentence.end,
            quote: &record.quote,
            kind: &record.kind,
            speaker: record.speaker.as_deref(),
            name_id: record.name_id.as_deref(),
            role: record.role.as_deref(),
            cue: record.cue.as_deref(),
            confidence: &record.confidence,
            sentence: &record.sentence.text,
        }
    }
}

pub(crate) fn run(arguments: &Voices) -> Result<()> {
    let output = &arguments.output;
    let session = open(&output.source)?;
    let lens = output.lens(arguments.query.as_deref().unwrap_or_default())?;
    let mut found = session.voices(&lens).map_err(refused)?;
    if let Some(speaker) = &arguments.speaker {
        found.retain(|record| record.speaker.as_deref() == Some(speaker));
    }
    let (records, total) = output.limited(found);
    let rows: Vec<Row<'_>> = records.iter().map(Row::of).collect();
    output.print(&shown(rows.len(), total, "quotation"), &[], &rows, || {
        Table::of(
            "doc speaker role kind quote cue confidence start end",
            rows.iter()
                .map(|row| {
                    vec![
                        Cell::text(row.doc),
                        Cell::text(row.speaker.unwrap_or("")),
                        Cell::text(row.role.unwrap_or("")),
                        Cell::text(row.kind),
                        Cell::text(row.quote),
                        Cell::text(row.cue.unwrap_or("")),
                        Cell::text(row.confidence),
                        Cell::Count(row.start.into()),
                        Cell::Count(row.end.into()),
                    ]
                })
                .collect(),
        )
    })
}
