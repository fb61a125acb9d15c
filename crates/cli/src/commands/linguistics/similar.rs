//! `vademecum similar`.

use super::{sized, unexpected};
use crate::arguments::Similar;
use crate::output::counted;
use crate::source::open_session;
use crate::table::{Cell, Table};
use anyhow::Result;
use protocol::{Reply, Request, SimilarDocumentRecord, SimilarRequest};

pub(crate) fn run(arguments: &Similar) -> Result<()> {
    let output = &arguments.output;
    let within = arguments.within.as_deref();
    let request = Request::Similar(SimilarRequest {
        id: arguments.id.clone(),
        lens: output.lens(within.unwrap_or_default())?,
        limit: output.limit(),
    });
    let session = open_session(&output.source, &request)?;
    let record = match session.answer(&request) {
        Reply::Similar(record) => record,
        other => return Err(unexpected(other)),
    };
    let about = format!(
        "{} like {} ({})",
        counted(record.rows.len(), "document"),
        arguments.id,
        sized(record.scope)
    );
    output.print(&about, &record.notes, &record.rows, || table(&record.rows))
}

fn table(rows: &[SimilarDocumentRecord]) -> Table {
    let row = |row: &SimilarDocumentRecord| {
        let terms: Vec<&str> = row.shared.iter().map(|one| one.term.as_str()).collect();
        vec![
            Cell::Text(row.doc.clone()),
            Cell::Text(row.title.clone()),
            Cell::Figure(row.score),
            Cell::Text(terms.join(" ")),
        ]
    };
    Table::of("doc title score shared", rows.iter().map(row).collect())
}
