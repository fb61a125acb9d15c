//! Names by documents.

use super::timeline::MATRIX_DOCUMENTS;
use super::{Cell, Column, Control, Row, Setting, Sheet, about};
use crate::state::{Library, Place, View, ViewState};
use crate::wording;
use protocol::{NameRow, NamesRecord, NamesRequest, Request};

/// Documents that are named in a row before the rest is only counted.
const DOCUMENTS_LIMIT: usize = 5;
/// Forms that are named in a row.
const FORMS_LIMIT: usize = 12;

/// Returns what to ask.
pub(super) fn request(state: &ViewState) -> Request {
    Request::Names(NamesRequest {
        lens: state.lens(),
        kind: state.option("kind").to_owned(),
        find: state.option("find").to_owned(),
        by_name: state.option("order") == "name",
        show: super::shared(state),
        page: super::page(state),
    })
}

/// Returns the table.
pub(super) fn sheet(record: &NamesRecord, state: &ViewState, library: &Library) -> Sheet {
    let is_matrix = (1..=MATRIX_DOCUMENTS).contains(&record.documents.len());
    let mut columns = vec![
        Column::new("name", &wording::NAME, Setting::Head).ordered("name"),
        Column::new("kind", &wording::KIND, Setting::Words),
        Column::new("mentions", &wording::MENTIONS, Setting::Number).ordered("mentions"),
        Column::new("forms", &wording::FORMS, Setting::Words),
    ];
    if is_matrix {
        for id in &record.documents {
            let title = library.document(id).map_or("", |document| &document.title);
            columns.push(Column::new(id, title, Setting::Number));
        }
    } else {
        columns.push(Column::new(
            "documents",
            &wording::DOCUMENTS,
            Setting::Words,
        ));
    }
    columns.push(Column::new(
        "described_as",
        &wording::DESCRIBED_AS,
        Setting::Words,
    ));
    columns.push(Column::new(
        "first",
        &wording::FIRST_MENTION,
        Setting::Words,
    ));
    Sheet {
        title: wording::n_names(record.total),
        scope: about(state, record.n_documents, None),
        controls: vec![
            Control {
                key: "kind",
                label: &wording::KIND,
                choices: super::choices(&wording::NAME_KINDS),
                chosen: state.option("kind").to_owned(),
            },
            super::show_control(state),
            Control {
                key: "find",
                label: &wording::FIND_NAME,
                choices: Vec::new(),
                chosen: state.option("find").to_owned(),
            },
        ],
        columns,
        rows: record
            .rows
            .iter()
            .map(|one| row(one, is_matrix, record, state, library))
            .collect(),
        n_total: record.total,
        notes: Vec::new(),
        method: vec![wording::NAMES_METHOD.to_string()],
    }
}

fn row(
    row: &NameRow,
    is_matrix: bool,
    record: &NamesRecord,
    state: &ViewState,
    library: &Library,
) -> Row {
    let query = [&row.kind, ":\"", &row.preferred, "\""].concat();
    let has_operator = ["person", "place", "org"].contains(&row.kind.as_str());
    let address = has_operator.then(|| {
        state
            .at(Place::View(View::Concordance))
            .with_query(&query)
            .to_fragment()
    });
    let mut cells = vec![
        Cell::Text(row.preferred.clone(), address),
        Cell::words(wording::name_kind(&row.kind)),
        Cell::count(row.n_mentions as u64),
        Cell::words(&forms(row)),
    ];
    if is_matrix {
        for id in &record.documents {
            let found = row.by_document.iter().find(|(known, _)| known == id);
            cells.push(found.map_or(Cell::Empty, |(_, n)| Cell::count(*n as u64)));
        }
    } else {
        cells.push(Cell::words(&super::by_document(
            &row.by_document,
            DOCUMENTS_LIMIT,
            library,
        )));
    }
    cells.push(Cell::words(&row.described_as));
    cells.push(Cell::Sentences(vec![super::sentence(
        &row.first, state, library,
    )]));
    Row {
        is_rtl: false,
        cells,
    }
}

/// Returns the forms with their counts, and why they are one name.
fn forms(row: &NameRow) -> String {
    let mut text = String::new();
    for (i, (form, n)) in row.forms.iter().take(FORMS_LIMIT).enumerate() {
        text.push_str(if i > 0 { ", " } else { "" });
        text.push_str(form);
        text.push(' ');
        text.push_str(&wording::number(*n as usize));
    }
    if row.forms.len() > FORMS_LIMIT {
        text.push_str(", …");
    }
    for (i, reason) in row.reasons.iter().enumerate() {
        text.push_str(if i > 0 { "; " } else { " (" });
        text.push_str(reason);
    }
    text.push_str(if row.reasons.is_empty() { "" } else { ")" });
    text
}
