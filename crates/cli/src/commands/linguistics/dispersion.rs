//! `vademecum dispersion`.

use super::{shown, sized, unexpected};
use crate::arguments::{Dispersion, TableFormat, check_query};
use crate::output::counted;
use crate::source::open_session;
use crate::table::{Cell, Table};
use anyhow::Result;
use protocol::{DispersionRecord, DispersionRequest, DispersionRowRecord, Reply, Request};

/// Characters of a strip; each covers as large a share of the document.
const STRIP: usize = 40;

pub(crate) fn run(arguments: &Dispersion) -> Result<()> {
    let output = &arguments.output;
    check_query(&arguments.query)?;
    let request = Request::Dispersion(DispersionRequest {
        lens: output.lens(arguments.within.as_deref().unwrap_or_default())?,
        node: arguments.query.clone(),
        parts: arguments.parts,
        offset: arguments.offset,
        limit: output.limit(),
        ..DispersionRequest::default()
    });
    let session = open_session(&output.source, &request)?;
    let record = match session.answer(&request) {
        Reply::Dispersion(record) => record,
        other => return Err(unexpected(other)),
    };
    let is_text = output.format == TableFormat::Text;
    output.print(&about(&record), &record.notes, &record.rows, || {
        table(&record.rows, is_text)
    })
}

fn about(record: &DispersionRecord) -> String {
    let evenness = match (record.dp, record.dp_norm) {
        (Some(dp), Some(dp_norm)) => format!(
            "; DP {dp:.3}, normalised {dp_norm:.3}, over {}",
            counted(record.parts, "part")
        ),
        _ => String::new(),
    };
    format!(
        "{} with {} of {} ({}){evenness}",
        shown(record.rows.len(), record.total, "document"),
        counted(record.matches, "match"),
        record.read_as,
        sized(record.scope)
    )
}

fn table(rows: &[DispersionRowRecord], is_text: bool) -> Table {
    let row = |row: &DispersionRowRecord| {
        vec![
            Cell::Text(row.doc.clone()),
            Cell::Text(row.title.clone()),
            Cell::Count(row.words.into()),
            Cell::Count(row.matches.into()),
            Cell::Figure(f64::from(row.matches) * 10_000.0 / f64::from(row.words.max(1))),
            Cell::Text(if is_text {
                strip(&row.positions)
            } else {
                let places = row.positions.iter().map(|place| format!("{place:.4}"));
                places.collect::<Vec<_>>().join(" ")
            }),
        ]
    };
    Table::of(
        "doc title words matches per_10000 positions",
        rows.iter().map(row).collect(),
    )
}

/// Returns a document from its beginning to its end, a stroke where matches stand.
fn strip(places: &[f64]) -> String {
    let mut strip = [false; STRIP];
    for place in places {
        strip[((place * STRIP as f64) as usize).min(STRIP - 1)] = true;
    }
    strip
        .map(|has| if has { '|' } else { '.' })
        .iter()
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_strip_has_a_stroke_where_matches_stand() {
        let strip = super::strip(&[0.0, 0.5, 0.51, 0.999]);
        let strokes: Vec<usize> = strip.match_indices('|').map(|(at, _)| at).collect();
        assert_eq!((strip.len(), strokes), (40, vec![0, 20, 39]));
    }
}
