//! `vademecum keyness`.

use super::{shown, sized, unexpected};
use crate::arguments::{Chance, KeySort, Keyness, Way, WrongUsage};
use crate::source::open_session;
use crate::table::{Cell, Table};
use anyhow::Result;
use protocol::{
    Filter, KeyWordRecord, KeynessColumn, KeynessDirection, KeynessRequest, Lens, Reply, Request,
};

pub(crate) fn run(arguments: &Keyness) -> Result<()> {
    let output = &arguments.output;
    let target = output.lens(arguments.query.as_deref().unwrap_or_default())?;
    if target.query.trim().is_empty() && target.filters.is_empty() {
        let message = "say whose words are wanted: a query that chooses documents, --doc ID or \
                       --filter FIELD=VALUE";
        return Err(WrongUsage(message.to_owned()).into());
    }
    let request = Request::Keyness(KeynessRequest {
        target,
        reference: reference(arguments)?,
        min_frequency: arguments.min,
        min_log_likelihood: match arguments.p {
            Chance::Any => 0.0,
            Chance::FivePercent => 3.84,
            Chance::OnePercent => 6.63,
            Chance::OneInThousand => 10.83,
            Chance::OneInTenThousand => 15.13,
        },
        without_function_words: arguments.without_function_words,
        direction: match arguments.direction {
            Way::Both => KeynessDirection::Both,
            Way::Target => KeynessDirection::Target,
            Way::Reference => KeynessDirection::Reference,
        },
        sort: match arguments.sort {
            KeySort::LogLikelihood => KeynessColumn::LogLikelihood,
            KeySort::LogRatio => KeynessColumn::LogRatio,
            KeySort::Frequency => KeynessColumn::Frequency,
            KeySort::Term => KeynessColumn::Term,
        },
        offset: arguments.offset,
        limit: output.limit(),
    });
    let session = open_session(&output.source, &request)?;
    let record = match session.answer(&request) {
        Reply::Keyness(record) => record,
        other => return Err(unexpected(other)),
    };
    let about = format!(
        "{} in {}, against {}",
        shown(record.rows.len(), record.total, "key word"),
        sized(record.target),
        sized(record.reference)
    );
    output.print(&about, &record.notes, &record.rows, || table(&record.rows))
}

fn reference(arguments: &Keyness) -> Result<Option<Lens>> {
    if arguments.against.is_none() && arguments.against_doc.is_empty() {
        return Ok(None);
    }
    let query = arguments.against.clone().unwrap_or_default();
    crate::arguments::check_query(&query)?;
    let documents = (!arguments.against_doc.is_empty()).then(|| Filter {
        field: "doc".to_owned(),
        values: arguments.against_doc.clone(),
    });
    Ok(Some(Lens {
        query,
        filters: documents.into_iter().collect(),
        exact: arguments.output.exact,
    }))
}

fn table(rows: &[KeyWordRecord]) -> Table {
    let row = |row: &KeyWordRecord| {
        vec![
            Cell::Text(row.term.clone()),
            Cell::Count(row.frequency.into()),
            Cell::Count(row.reference_frequency.into()),
            Cell::Figure(row.per_million),
            Cell::Figure(row.reference_per_million),
            Cell::Figure(row.log_likelihood),
            Cell::Figure(row.log_likelihood_2x2),
            Cell::Figure(row.log_ratio),
            Cell::Text(row.significance.clone()),
        ]
    };
    let columns = "term frequency reference_frequency per_million reference_per_million log_likelihood \
                   log_likelihood_2x2 log_ratio significance";
    Table::of(columns, rows.iter().map(row).collect())
}
