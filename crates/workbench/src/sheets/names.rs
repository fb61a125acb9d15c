//! Names by documents.

use super::deciding::Deciding;
use super::timeline::MATRIX_DOCUMENTS;
use super::{Cell, Column, Control, Row, Setting, Sheet, about};
use crate::state::{Library, ViewState};
use crate::wording;
use protocol::{NameRow, NamesRecord, NamesRequest, Request};

/// Documents that are named in a row before the rest is only counted.
const DOCUMENTS_LIMIT: usize = 5;
/// Forms that are named in a row.
const FORMS_LIMIT: usize = 12;

/// Returns what to ask.
pub(super) fn request(state: &ViewState, deciding: &Deciding) -> Request {
    Request::Names(NamesRequest {
        lens: state.lens(),
        kind: state.option("kind").to_owned(),
        find: state.option("find").to_owned(),
        by_name: state.option("order") == "name",
        show: super::shared(state),
        decisions: deciding.decisions.clone(),
        editing: deciding.is_open,
        page: super::page(state),
    })
}

/// Returns the table.
pub(super) fn sheet(
    record: &NamesRecord,
    state: &ViewState,
    library: &Library,
    deciding: &Deciding,
) -> Sheet {
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
            Control::of(
                "kind",
                &wording::KIND,
                super::choices(&wording::NAME_KINDS),
                state,
            ),
            super::show_control(state),
            Control {
                key: "find",
                label: &wording::FIND_NAME,
                chosen: state.option("find").to_owned(),
                ..Control::default()
            },
        ],
        columns,
        rows: record
            .rows
            .iter()
            .map(|one| row(one, is_matrix, record, state, library))
            .collect(),
        n_total: record.total,
        method: vec![wording::NAMES_METHOD.to_string()],
        editing: Some(deciding.shown()),
        ..Sheet::default()
    }
}

fn row(
    row: &NameRow,
    is_matrix: bool,
    record: &NamesRecord,
    state: &ViewState,
    library: &Library,
) -> Row {
    let query = query(row);
    let counted = |n: usize, doc: Option<&str>| match &query {
        Some(query) => Cell::Counted(n as u64, super::concordance_of(query, doc, state)),
        None => Cell::count(n as u64),
    };
    let address = query
        .as_ref()
        .map(|query| super::concordance_of(query, None, state));
    let mut cells = vec![
        Cell::Text(row.preferred.clone(), address),
        Cell::words(wording::name_kind(&row.kind)),
        counted(row.n_mentions, None),
        Cell::words(&forms(row)),
    ];
    if is_matrix {
        for id in &record.documents {
            let found = row.by_document.iter().find(|(known, _)| known == id);
            cells.push(found.map_or(Cell::Empty, |(id, n)| counted(*n, Some(id))));
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
        key: row.preferred.clone(),
        cells,
        ..Row::default()
    }
}

/// Returns the query for all that a name consists of; `None` where no query has one of its kinds.
fn query(row: &NameRow) -> Option<String> {
    let mut query = String::new();
    for (kind, name) in &row.sources {
        if !["person", "place", "org", "group"].contains(&kind.as_str()) || name.contains('"') {
            return None;
        }
        query.push_str(if query.is_empty() { "" } else { " OR " });
        for part in [kind, ":\"", name, "\""] {
            query.push_str(part);
        }
    }
    (!query.is_empty()).then_some(query)
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
