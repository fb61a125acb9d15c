//! `vademecum terms`.

use super::{shown, sized, unexpected};
use crate::arguments::{Terms, WordSort};
use crate::source::open_session;
use crate::table::{Cell, Table};
use anyhow::Result;
use protocol::{Reply, Request, WordColumn, WordListRequest, WordRecord};

pub(crate) fn run(arguments: &Terms) -> Result<()> {
    let output = &arguments.output;
    let request = Request::WordList(WordListRequest {
        lens: output.lens(arguments.query.as_deref().unwrap_or_default())?,
        pattern: arguments.like.clone().unwrap_or_default(),
        stems: arguments.stems,
        without_function_words: arguments.without_function_words,
        min_frequency: arguments.min,
        sort: match arguments.sort {
            WordSort::Frequency => WordColumn::Frequency,
            WordSort::Documents => WordColumn::Documents,
            WordSort::Term => WordColumn::Term,
        },
        reversed: arguments.reverse,
        offset: arguments.offset,
        limit: output.limit(),
    });
    let session = open_session(&output.source, &request)?;
    let record = match session.answer(&request) {
        Reply::WordList(record) => record,
        other => return Err(unexpected(other)),
    };
    let about = format!(
        "{} in {}",
        shown(record.rows.len(), record.total, "term"),
        sized(record.scope)
    );
    output.print(&about, &record.notes, &record.rows, || {
        table(&record.rows, arguments.stems)
    })
}

fn table(rows: &[WordRecord], stems: bool) -> Table {
    let columns = if stems {
        "term frequency documents per_million forms"
    } else {
        "term frequency documents per_million"
    };
    let row = |row: &WordRecord| {
        let mut cells = vec![
            Cell::Text(row.term.clone()),
            Cell::Count(row.frequency),
            Cell::Count(row.documents.into()),
            Cell::Figure(row.per_million),
        ];
        if stems {
            let forms = row
                .forms
                .iter()
                .map(|(form, count)| format!("{form} {count}"));
            cells.push(Cell::Text(forms.collect::<Vec<_>>().join("; ")));
        }
        cells
    };
    Table::of(columns, rows.iter().map(row).collect())
}
