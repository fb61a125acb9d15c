//! Days by documents.

use super::{Bar, Cell, Chart, Column, Control, Row, Sentence, Setting, Sheet, about};
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
        within: state.option("find").to_owned(),
        undated: is_of_undated(state),
        page: super::page(state),
    })
}

/// Whether the mentions are shown that no text dates.
fn is_of_undated(state: &ViewState) -> bool {
    state.option("show") == "undated"
}

/// Returns the table.
pub(super) fn sheet(record: &TimelineRecord, state: &ViewState, library: &Library) -> Sheet {
    let is_matrix = (1..=MATRIX_DOCUMENTS).contains(&record.documents.len());
    let is_of_undated = is_of_undated(state);
    let mut columns = vec![
        Column::new("date", &wording::DATE, Setting::Head),
        Column::new("mentions", &wording::MENTIONS, Setting::Number),
    ];
    if is_of_undated {
        columns = vec![
            Column::new("words", &wording::AS_WRITTEN, Setting::Head),
            Column::new("sentences", &wording::SENTENCES, Setting::Words),
        ];
    } else if is_matrix {
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
    let has_differences = record.rows.iter().any(|row| !row.differs.is_empty());
    if has_differences {
        columns.push(Column::new("differ", &wording::THEY_DIFFER, Setting::Words));
    }
    columns.push(Column::new("edtf", "EDTF", Setting::Words));
    let mut notes = Vec::new();
    if record.n_undated > 0 && !is_of_undated {
        notes.push([&*wording::undated(record.n_undated), "."].concat());
    }
    let text = |key, label| Control::of(key, label, Vec::new(), state);
    let choice = |key, label, names| Control::of(key, label, super::choices(names), state);
    let mut controls = vec![choice("show", &wording::SHOW, &wording::DATE_SHARES)];
    if !is_of_undated {
        controls.push(choice("scale", &wording::SCALE, &wording::SCALES));
        controls.push(text("find", &wording::PERIOD));
    }
    Sheet {
        title: if is_of_undated {
            wording::undated(record.total)
        } else {
            wording::n_dates(record.total)
        },
        scope: about(state, record.n_documents, None),
        controls,
        chart: (!is_of_undated).then(|| chart(record, state)),
        columns,
        rows: record
            .rows
            .iter()
            .map(|one| {
                if is_of_undated {
                    undated(one, state, library)
                } else {
                    row(one, (is_matrix, has_differences), record, state, library)
                }
            })
            .collect(),
        n_total: record.total,
        notes,
        method: vec![wording::TIMELINE_METHOD.to_string()],
        editing: None,
    }
}

/// Returns the mentions by year, month or day, each of which narrows the table.
fn chart(record: &TimelineRecord, state: &ViewState) -> Chart {
    let at = |period: &str| {
        let next = state.with_option("find", period).with_option("rows", "");
        next.to_fragment()
    };
    let within = state.option("find");
    let mut trail = vec![(wording::ALL_TIMES.to_string(), Some(at("")))];
    // A decade for every year, a year for every month, a month for every day.
    for length in [4, 7] {
        if let Some(period) = within.get(..length).filter(|_| within.len() > length) {
            trail.push((wording::time(period), Some(at(period))));
        }
    }
    if within.is_empty() {
        trail.clear();
    } else {
        trail.push((wording::time(within), None));
    }
    let bars = record.bars.iter().map(|bar| Bar {
        short: wording::short_time(&bar.edtf),
        label: wording::mentions_in(&bar.edtf, bar.n_mentions, bar.n_documents),
        n: bar.n_mentions,
        address: at(&bar.edtf),
    });
    Chart {
        label: wording::mentions_by(record.bars.first().map_or("", |bar| &bar.edtf)).to_owned(),
        trail,
        bars: bars.collect(),
    }
}

/// Returns a mention without a date: its words, its sentence.
fn undated(row: &TimelineRow, state: &ViewState, library: &Library) -> Row {
    let sentences: Vec<Sentence> = row
        .mentions
        .iter()
        .map(|day| super::sentence(&day.sentence, state, library))
        .collect();
    let words = sentences.first().and_then(|one| {
        let &[start, end] = one.marks.first()?;
        one.text.get(start as usize..end as usize)
    });
    Row {
        cells: vec![
            Cell::words(words.unwrap_or("")),
            Cell::Sentences(sentences),
            Cell::Empty,
        ],
        ..Row::default()
    }
}

fn row(
    row: &TimelineRow,
    (is_matrix, has_differences): (bool, bool),
    record: &TimelineRecord,
    state: &ViewState,
    library: &Library,
) -> Row {
    let query = day_query(&row.edtf);
    let mentions = row.n_mentions as u64;
    let mut cells = vec![
        Cell::words(&wording::time(&row.edtf)),
        query.map_or_else(
            || Cell::count(mentions),
            |query| Cell::Counted(mentions, super::concordance_of(&query, None, state)),
        ),
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
    if has_differences {
        cells.push(Cell::Sentences(differences(row, state, library)));
    }
    cells.push(Cell::words(&row.edtf));
    Row {
        cells,
        ..Row::default()
    }
}

/// Returns each difference as two sentences, one of each account, the first with what they differ about.
fn differences(row: &TimelineRow, state: &ViewState, library: &Library) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for one in &row.differs {
        let [about, a, b] = one.differs.clone().unwrap_or_default();
        for (i, (value, passage)) in [(a, Some(&one.a)), (b, one.b.as_ref())]
            .into_iter()
            .enumerate()
        {
            let Some(passage) = passage else { continue };
            let mut sentence = super::sentence(passage, state, library);
            let before = if i == 0 {
                [&about, ": "].concat()
            } else {
                String::new()
            };
            let from = before.len() as u32;
            sentence.marks = vec![[from, from + value.len() as u32]];
            sentence.text = [before, value].concat();
            sentences.push(sentence);
        }
    }
    sentences
}

/// Returns the query for what a row is about; `None` for an interval, or a time that no query has.
fn day_query(edtf: &str) -> Option<String> {
    let is_plain = edtf
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'-');
    // A month above 12 is a season.
    let is_month = edtf.get(5..7).is_none_or(|month| month <= "12");
    let is_time = is_plain && is_month && [4, 7, 10].contains(&edtf.len());
    is_time.then(|| ["day:", edtf].concat())
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
            bars: Vec::new(),
            total: 1,
            rows: vec![TimelineRow {
                edtf: "2024-12-08".into(),
                n_documents: 1,
                n_mentions: 1,
                differs: Vec::new(),
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
        assert_eq!(names[2..4], ["A", "B"]);
        assert_eq!(matrix.rows[0].cells[2], Cell::Sentences(Vec::new()));
        let list = shown(&[]);
        assert_eq!(list.columns.len(), list.rows[0].cells.len());
        let Cell::Sentences(sentences) = &list.rows[0].cells[3] else {
            unreachable!("sentences stand in the fourth column");
        };
        assert_eq!(sentences[0].document, "B");
    }

    #[test]
    fn a_reckoned_date_says_from_what_and_what_is_undated_is_told() {
        let list = shown(&[]);
        let Cell::Sentences(sentences) = &list.rows[0].cells[3] else {
            unreachable!("sentences stand in the fourth column");
        };
        assert_eq!(
            sentences[0].remark,
            "from 7 December 2024, next_day, medium confidence"
        );
        assert_eq!(list.notes, ["2 mentions that the texts do not date."]);
    }
}
