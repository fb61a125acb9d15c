//! `vademecum ngrams`.

use super::{shown, sized, unexpected};
use crate::arguments::{NgramSort, Ngrams};
use crate::source::open_session;
use crate::table::{Cell, Table};
use anyhow::Result;
use protocol::{NgramColumn, NgramRecord, NgramsRequest, Reply, Request};

pub(crate) fn run(arguments: &Ngrams) -> Result<()> {
    let output = &arguments.output;
    let request = Request::Ngrams(NgramsRequest {
        lens: output.lens(arguments.query.as_deref().unwrap_or_default())?,
        size: arguments.size.into(),
        min_frequency: arguments.min,
        min_documents: arguments.min_documents,
        across_sentences: arguments.across_sentences,
        containing: arguments.containing.clone().unwrap_or_default(),
        sort: match arguments.sort {
            NgramSort::Frequency => NgramColumn::Frequency,
            NgramSort::Documents => NgramColumn::Documents,
            NgramSort::Ngram => NgramColumn::Ngram,
        },
        offset: arguments.offset,
        limit: output.limit(),
    });
    let session = open_session(&output.source, &request)?;
    let record = match session.answer(&request) {
        Reply::Ngrams(record) => record,
        other => return Err(unexpected(other)),
    };
    let about = format!(
        "{} of {} words in {}",
        shown(record.rows.len(), record.total, "n-gram"),
        arguments.size,
        sized(record.scope)
    );
    output.print(&about, &record.notes, &record.rows, || table(&record.rows))
}

fn table(rows: &[NgramRecord]) -> Table {
    let row = |row: &NgramRecord| {
        vec![
            Cell::Text(row.ngram.clone()),
            Cell::Count(row.frequency.into()),
            Cell::Count(row.documents.into()),
            Cell::Figure(row.per_million),
        ]
    };
    Table::of(
        "ngram frequency documents per_million",
        rows.iter().map(row).collect(),
    )
}
