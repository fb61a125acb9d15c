//! `vademecum kwic`, `terms`, `ngrams`, `collocates`, `keyness`, `dispersion`, `similar`.

mod collocates;
mod dispersion;
mod keyness;
mod kwic;
mod ngrams;
mod similar;
mod terms;

pub(crate) use collocates::run as collocates;
pub(crate) use dispersion::run as dispersion;
pub(crate) use keyness::run as keyness;
pub(crate) use kwic::run as kwic;
pub(crate) use ngrams::run as ngrams;
pub(crate) use similar::run as similar;
pub(crate) use terms::run as terms;

use crate::arguments::{Output, TableFormat, WrongUsage, check_query};
use crate::output::{counted, write_json};
use crate::table::Table;
use anyhow::Result;
use protocol::{Filter, Lens, NoteRecord, ScopeRecord};
use serde::Serialize;
use std::io::{self, Write};

/// Rows in text where no number is asked for; programs get all.
const TEXT_ROWS: usize = 50;

impl Output {
    pub(super) fn limit(&self) -> usize {
        self.limit.unwrap_or(match self.format {
            TableFormat::Text => TEXT_ROWS,
            TableFormat::Json | TableFormat::Csv => usize::MAX,
        })
    }

    /// Makes a lens of a query and of `FIELD=VALUE` filters; values of one field are alternatives.
    pub(super) fn lens(&self, query: &str) -> Result<Lens> {
        check_query(query)?;
        let mut filters: Vec<Filter> = Vec::new();
        let documents = self.doc.iter().map(|id| ("doc", id.as_str()));
        let mut pairs: Vec<(&str, &str)> = documents.collect();
        for filter in &self.filter {
            let pair = filter.split_once('=').ok_or_else(|| {
                WrongUsage(format!(
                    "--filter {filter}: expected FIELD=VALUE, as in --filter lang=en"
                ))
            })?;
            pairs.push(pair);
        }
        for (field, value) in pairs {
            match filters.iter_mut().find(|filter| filter.field == field) {
                Some(filter) => filter.values.push(value.to_owned()),
                None => filters.push(Filter {
                    field: field.to_owned(),
                    values: vec![value.to_owned()],
                }),
            }
        }
        Ok(Lens {
            query: query.to_owned(),
            filters,
            exact: self.exact,
        })
    }

    /// Prints rows as asked for: JSON is the records themselves; for text a line about the whole stands
    /// first, for programs it goes to standard error together with the notes.
    pub(super) fn print<T: Serialize>(
        &self,
        about: &str,
        notes: &[NoteRecord],
        rows: &[T],
        table: impl FnOnce() -> Table,
    ) -> Result<()> {
        let mut out = io::stdout().lock();
        for note in notes {
            eprintln!("Note: {}", note.message);
        }
        match self.format {
            TableFormat::Json => write_json(&mut out, rows)?,
            TableFormat::Csv => table().write_csv(&mut out)?,
            TableFormat::Text => {
                writeln!(out, "{about}")?;
                table().write_text(&mut out)?;
            }
        }
        Ok(out.flush()?)
    }
}

/// Returns "12 documents, 3456 words".
fn sized(scope: ScopeRecord) -> String {
    let documents = counted(scope.documents, "document");
    format!("{documents}, {}", counted(scope.words, "word"))
}

/// Returns "50 of 1234 rows", or "1234 rows" where all are shown.
pub(super) fn shown(rows: usize, total: usize, of: &str) -> String {
    if rows < total {
        format!("{rows} of {}", counted(total, of))
    } else {
        counted(total, of)
    }
}

fn unexpected(reply: protocol::Reply) -> anyhow::Error {
    match reply {
        protocol::Reply::Refused { message } => WrongUsage(message).into(),
        other => anyhow::anyhow!("the engine answered something else: {other:?}"),
    }
}
