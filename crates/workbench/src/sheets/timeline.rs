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
        row: state.option("list").to_owned(),
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
    let of_row = state.option("list");
    // Mentions one by one: of a row, or those without a date.
    let is_of_mentions = is_of_undated(state) || !of_row.is_empty();
    let mut columns = vec![
        Column::new("date", &wording::DATE, Setting::Head),
        Column::new("mentions", &wording::MENTIONS, Setting::Number),
    ];
    if is_of_mentions {
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
    columns.push(Column::new("edtf", "EDTF", Setting::Words).explained(wording::ABOUT_EDTF));
    let mut notes = Vec::new();
    if record.n_undated > 0 && !is_of_mentions {
        notes.push([&*wording::undated(record.n_undated), "."].concat());
    }
    let text = |key, label| Control::of(key, label, Vec::new(), state);
    let choice = |key, label, names| Control::of(key, label, super::choices(names), state);
    let mut controls = Vec::new();
    if of_row.is_empty() {
        controls.push(choice("show", &wording::SHOW, &wording::DATE_SHARES));
    }
    if !is_of_mentions {
        controls.push(choice("scale", &wording::SCALE, &wording::SCALES));
        controls.push(text("find", &wording::PERIOD));
    }
    Sheet {
        title: if !of_row.is_empty() {
            wording::mentions_of(of_row, record.total)
        } else if is_of_mentions {
            wording::undated(record.total)
        } else {
            wording::n_dates(record.total)
        },
        scope: about(state, library, record.n_documents, None),
        controls,
        chart: if of_row.is_empty() {
            (!is_of_mentions).then(|| chart(record, state))
        } else {
            Some(way_back(of_row, state))
        },
        columns,
        rows: record
            .rows
            .iter()
            .map(|one| {
                if is_of_mentions {
                    mention(one, state, library)
                } else {
                    row(one, (is_matrix, has_differences), record, state, library)
                }
            })
            .collect(),
        n_total: record.total,
        notes,
        method: vec![wording::TIMELINE_METHOD.to_string()],
        ..Sheet::default()
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

/// Returns the way from the mentions of a row to all rows.
fn way_back(edtf: &str, state: &ViewState) -> Chart {
    let all = state.with_option("list", "").with_option("start", "");
    Chart {
        trail: vec![
            (wording::ALL_TIMES.to_string(), Some(all.to_fragment())),
            (wording::time(edtf), None),
        ],
        ..Chart::default()
    }
}

/// Returns the mentions of a row, one by one.
fn mentions_of(row: &TimelineRow, state: &ViewState) -> String {
    let next = state
        .at(state.place.clone())
        .with_option("scale", state.option("scale"));
    next.with_option("list", &row.edtf).to_fragment()
}

/// Returns a single mention: its words, its sentence.
fn mention(row: &TimelineRow, state: &ViewState, library: &Library) -> Row {
    let sentences: Vec<Sentence> = row
        .mentions
        .iter()
        .map(|day| sentence(day, state, library, false))
        .collect();
    let words = sentences.first().and_then(|one| {
        let &[start, end] = one.marks.first()?;
        one.text.get(start as usize..end as usize)
    });
    Row {
        cells: vec![
            Cell::words(words.unwrap_or("")),
            Cell::Sentences(sentences),
            Cell::words(&row.edtf),
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
    let places = mentions_of(row, state);
    let mut cells = vec![
        Cell::words(&wording::time(&row.edtf)),
        Cell::Counted(row.n_mentions as u64, places.clone()),
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
        cells.push(Cell::Counted(row.n_documents as u64, places));
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
                [&*wording::difference(&about), ": "].concat()
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
    fn every_row_leads_to_its_mentions_also_an_interval() {
        let state = ViewState::default().at(Place::View(View::Timeline));
        let mut record = record(&[]);
        record.rows[0].edtf = "2011/2024".into();
        let list = sheet(&record, &state, &Library::new(CorpusRecord::default()));
        for cell in &list.rows[0].cells[1..3] {
            let Cell::Counted(1, address) = cell else {
                unreachable!("a count, not {cell:?}");
            };
            let there = ViewState::of_fragment(address);
            let Request::Timeline(request) = request(&there) else {
                unreachable!("a timeline is asked for");
            };
            assert_eq!(request.row, "2011/2024");
        }
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
