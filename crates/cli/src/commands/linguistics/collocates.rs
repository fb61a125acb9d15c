//! `vademecum collocates`.

use super::{shown, sized, unexpected};
use crate::arguments::{CollocateSort, Collocates, TableFormat, check_query};
use crate::output::counted;
use crate::source::open_session;
use crate::table::{Cell, Table};
use anyhow::Result;
use protocol::{CollocateColumn, CollocateRecord, CollocatesRequest, Reply, Request};

pub(crate) fn run(arguments: &Collocates) -> Result<()> {
    let output = &arguments.output;
    check_query(&arguments.query)?;
    let (left, right) = (
        arguments.left.unwrap_or(arguments.window),
        arguments.right.unwrap_or(arguments.window),
    );
    let request = Request::Collocates(CollocatesRequest {
        lens: output.lens(arguments.within.as_deref().unwrap_or_default())?,
        node: arguments.query.clone(),
        left: left.into(),
        right: right.into(),
        across_sentences: arguments.across_sentences,
        min_frequency: arguments.min,
        min_log_likelihood: arguments.min_log_likelihood,
        without_function_words: arguments.without_function_words,
        sort: match arguments.sort {
            CollocateSort::LogDice => CollocateColumn::LogDice,
            CollocateSort::LogLikelihood => CollocateColumn::LogLikelihood,
            CollocateSort::Mi => CollocateColumn::Mi,
            CollocateSort::TScore => CollocateColumn::TScore,
            CollocateSort::Observed => CollocateColumn::Observed,
            CollocateSort::Left => CollocateColumn::Left,
            CollocateSort::Right => CollocateColumn::Right,
            CollocateSort::Collocate => CollocateColumn::Collocate,
        },
        offset: arguments.offset,
        limit: output.limit(),
    });
    let session = open_session(&output.source, &request)?;
    let record = match session.answer(&request) {
        Reply::Collocates(record) => record,
        other => return Err(unexpected(other)),
    };
    let matches = counted(record.matches, "match");
    let about = format!(
        "{} of {} ({matches}, {} in their windows; {})",
        shown(record.rows.len(), record.total, "collocate"),
        record.read_as,
        counted(record.window_words, "word"),
        sized(record.scope)
    );
    let places = if output.format == TableFormat::Csv {
        place_names(left.into(), right.into())
    } else {
        Vec::new()
    };
    output.print(&about, &record.notes, &record.rows, || {
        table(&record.rows, places)
    })
}

/// Returns `L5 … L1 R1 … R5`.
fn place_names(left: usize, right: usize) -> Vec<String> {
    let left = (1..=left).rev().map(|place| format!("L{place}"));
    left.chain((1..=right).map(|place| format!("R{place}")))
        .collect()
}

fn table(rows: &[CollocateRecord], places: Vec<String>) -> Table {
    let row = |row: &CollocateRecord| {
        let mut cells = vec![
            Cell::Text(row.collocate.clone()),
            Cell::Count(row.observed.into()),
            Cell::Figure(row.expected),
            Cell::Count(row.frequency.into()),
            Cell::Count(row.left.into()),
            Cell::Count(row.right.into()),
            Cell::Figure(row.log_dice),
            Cell::Figure(row.log_likelihood),
            Cell::Figure(row.mi),
            Cell::Figure(row.t_score),
        ];
        let counts = row.positions.iter().take(places.len());
        cells.extend(counts.map(|&count| Cell::Count(count.into())));
        cells
    };
    let mut table = Table::of(
        "collocate observed expected frequency left right log_dice log_likelihood mi t_score",
        rows.iter().map(row).collect(),
    );
    table.columns.extend(places);
    table
}
