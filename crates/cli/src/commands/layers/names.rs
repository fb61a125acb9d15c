//! `vademecum names`.

use super::{open, refused};
use crate::arguments::{Kind, Names};
use crate::commands::linguistics::shown;
use crate::table::{Cell, Table};
use anyhow::Result;
use clap::ValueEnum;

pub(crate) fn run(arguments: &Names) -> Result<()> {
    let output = &arguments.output;
    let session = open(&output.source)?;
    let lens = output.lens(arguments.query.as_deref().unwrap_or_default())?;
    let mut found = session.names(&lens).map_err(refused)?;
    let kind = arguments.kind.as_ref().and_then(Kind::to_possible_value);
    if let Some(kind) = kind {
        found.retain(|record| record.kind == kind.get_name());
    }
    let (records, total) = output.limited(found);
    output.print(&shown(records.len(), total, "name"), &[], &records, || {
        Table::of(
            "preferred kind mentions documents forms reasons id",
            records
                .iter()
                .map(|record| {
                    let mut documents: Vec<&str> =
                        record.mentions.iter().map(|one| one.doc.as_str()).collect();
                    documents.dedup();
                    let forms = record
                        .forms
                        .iter()
                        .map(|one| format!("{} {}", one.form, one.count));
                    vec![
                        Cell::Text(record.preferred.clone()),
                        Cell::Text(record.kind.clone()),
                        Cell::Count(record.mentions.len() as u64),
                        Cell::Count(documents.len() as u64),
                        Cell::Text(forms.collect::<Vec<_>>().join(", ")),
                        Cell::Text(record.reasons.join("; ")),
                        Cell::Text(record.id.clone()),
                    ]
                })
                .collect(),
        )
    })
}
