//! Days by documents.

use super::{Cell, Column, Control, Row, Sentence, Setting, Sheet, about};
use crate::state::{Library, ViewState};
use crate::wording;
use protocol::{DayRecord, Request, Scale, TimelineRecord, TimelineRequest, TimelineRow};

/// With more documents than this, they are named in the cells instead of having columns.
pub(super) const MATRIX_DOCUMENTS: usize = 4;

/// Returns what to ask.
pub(super) fn request(state: &ViewState) -> Request {
    Request::Timeline(TimelineRequest {
        lens: state.lens(),
        scale: match state.option("scale") {
            "month" => Scale::Month,
            "year" => Scale::Year,
            _ => Scale::Day,
        },
        show: super::shared(state),
        page: super::page(state),
    })
}

/// Returns the table.
pub(super) fn sheet(record: &TimelineRecord, state: &ViewState, library: &Library) -> Sheet {
    let is_matrix = (1..=MATRIX_DOCUMENTS).contains(&record.documents.len());
    let mut columns = vec![
        Column::new("date", &wording::DATE, Setting::Head),
        Column::new("edtf", "EDTF", Setting::Words),
        Column::new("mentions", &wording::MENTIONS, Setting::Number),
    ];
    if is_matrix {
        for id in &record.documents {
            let title = library.document(id).map_or("", |document| &document.title);
            columns.push(Column::new(id, title, Setting::Words));
        }
    } else {
        columns.push(Column::new(
            "documents",
            &wording::DOCUMENTS,
            Setting::Number,
        ));
        columns.push(Column::new(
            "sentences",
            &wording::SENTENCES,
            Setting::Words,
        ));
    }
    let mut notes = Vec::new();
    if record.n_undated > 0 {
        notes.push(wording::undated(record.n_undated));
    }
    Sheet {
        title: wording::n_dates(record.total),
        scope: about(state, record.n_documents, None),
        controls: vec![
            Control {
                key: "scale",
                label: &wording::SCALE,
                choices: super::choices(&wording::SCALES),
                chosen: state.option("scale").to_owned(),
            },
            super::show_control(state),
        ],
        columns,
        rows: record
            .rows
            .iter()
            .map(|one| row(one, is_matrix, record, state, library))
            .collect(),
        n_total: record.total,
        notes,
        method: vec![wording::TIMELINE_METHOD.to_string()],
    }
}

fn row(
    row: &TimelineRow,
    is_matrix: bool,
    record: &TimelineRecord,
    state: &ViewState,
    library: &Library,
) -> Row {
    let mut cells = vec![
        Cell::words(&wording::date(&row.edtf)),
        Cell::words(&row.edtf),
        Cell::count(row.n_mentions as u64),
    ];
    let sentences = |id: Option<&String>| {
        let chosen = row
            .mentions
            .iter()
            .filter(|mention| id.is_none_or(|id| *id == mention.sentence.doc));
        Cell::Sentences(
            chosen
                .map(|mention| sentence(mention, state, library, is_matrix))
                .collect(),
        )
    };
    if is_matrix {
        cells.extend(record.documents.iter().map(|id| sentences(Some(id))));
    } else {
        cells.push(Cell::count(row.n_documents as u64));
        cells.push(sentences(None));
    }
    Row {
        is_rtl: false,
        cells,
    }
}

fn sentence(day: &DayRecord, state: &ViewState, library: &Library, is_matrix: bool) -> Sentence {
    let mut sentence = super::sentence(&day.sentence, state, library);
    if is_matrix {
        sentence.document = wording::READ.to_string();
    }
    if day.kind == "relative" || day.confidence != "high" || day.anchor.is_some() {
        sentence.remark = wording::reckoned(day.anchor.as_deref(), &day.rule, &day.confidence);
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Place, View};
    use protocol::{CorpusRecord, SentenceRecord, SummaryRecord};

    fn record(documents: &[&str]) -> TimelineRecord {
        TimelineRecord {
            n_documents: documents.len(),
            documents: documents.iter().map(|&id| id.to_owned()).collect(),
            n_mentions: 1,
            n_undated: 2,
            total: 1,
            rows: vec![TimelineRow {
                edtf: "2024-12-08".into(),
                n_documents: 1,
                n_mentions: 1,
                mentions: vec![DayRecord {
                    sentence: SentenceRecord {
                        doc: "b".into(),
                        block: "0badcafe".into(),
                        start: 3,
                        end: 16,
                        text: "On the next day it fell.".into(),
                        marks: vec![[3, 15]],
                    },
                    kind: "relative".into(),
                    edtf: Some("2024-12-08".into()),
                    anchor: Some("2024-12-07".into()),
                    rule: "next_day".into(),
                    confidence: "medium".into(),
                }],
            }],
        }
    }

    fn shown(documents: &[&str]) -> Sheet {
        let library = Library::new(CorpusRecord {
            documents: ["a", "b"]
                .map(|id| SummaryRecord {
                    id: id.into(),
                    title: id.to_uppercase(),
                    ..SummaryRecord::default()
                })
                .into(),
            ..CorpusRecord::default()
        });
        let state = ViewState::default().at(Place::View(View::Timeline));
        sheet(&record(documents), &state, &library)
    }

    #[test]
    fn few_documents_have_columns_and_many_are_named_in_the_cells() {
        let matrix = shown(&["a", "b"]);
        let names: Vec<&str> = matrix
            .columns
            .iter()
            .map(|one| one.label.as_str())
            .collect();
        assert_eq!(names[3..], ["A", "B"]);
        assert_eq!(matrix.rows[0].cells[3], Cell::Sentences(Vec::new()));
        let list = shown(&[]);
        assert_eq!(list.columns.len(), list.rows[0].cells.len());
        let Cell::Sentences(sentences) = &list.rows[0].cells[4] else {
            unreachable!("sentences stand in the last column");
        };
        assert_eq!(sentences[0].document, "B");
    }

    #[test]
    fn a_reckoned_date_says_from_what_and_what_is_undated_is_told() {
        let list = shown(&[]);
        let Cell::Sentences(sentences) = &list.rows[0].cells[4] else {
            unreachable!("sentences stand in the last column");
        };
        assert_eq!(
            sentences[0].remark,
            "from 7 December 2024, next_day, medium confidence"
        );
        assert_eq!(list.notes, ["2 mentions that the texts do not date."]);
    }
}
