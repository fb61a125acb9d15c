//! Names by documents.

use super::deciding::Deciding;
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
        Column::new("forms", &wording::FORMS, Setting::Words).explained(wording::ABOUT_FORMS),
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
        scope: about(state, library, record.n_documents, None),
        controls: vec![
            Control::of(
                "kind",
                &wording::KIND,
                super::choices(&wording::NAME_KINDS),
                state,
            ),
            super::show_control(state),
            Control::of("find", &wording::FIND_NAME, Vec::new(), state),
        ],
        columns,
        rows: record
            .rows
            .iter()
            .map(|one| row(one, is_matrix, record, state, library))
            .collect(),
        n_total: record.total,
        notes: if state.query.trim().is_empty() {
            Vec::new()
        } else {
            vec![wording::NAMES_IN_PASSAGES.to_string()]
        },
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
    let places = |doc: Option<&str>| super::concordance_of(&query, doc, state);
    let counted = |n: usize, doc: Option<&str>| Cell::Counted(n as u64, places(doc));
    let mut cells = vec![
        Cell::Text(row.preferred.clone(), Some(places(None))),
        Cell::words(wording::name_kind(&row.kind)),
        counted(row.n_mentions, None),
        forms(row),
    ];
    if is_matrix {
        for id in &record.documents {
            let found = row.by_document.iter().find(|(known, _)| known == id);
            cells.push(found.map_or(Cell::Empty, |(id, n)| counted(*n, Some(id))));
        }
    } else {
        cells.push(super::by_document(
            &row.by_document,
            DOCUMENTS_LIMIT,
            library,
            &|doc| match doc {
                Some(_) => places(doc),
                None => {
                    let next = state.at(Place::View(View::Words)).with_query(&query);
                    next.with_option("list", "dispersion").to_fragment()
                }
            },
        ));
    }
    cells.push(Cell::words(&row.described_as));
    let firsts = match &*row.first_by_document {
        [] => core::slice::from_ref(&row.first),
        firsts => firsts,
    };
    let firsts = firsts.iter();
    cells.push(Cell::Sentences(
        firsts
            .map(|one| super::sentence(one, state, library))
            .collect(),
    ));
    Row {
        key: row.preferred.clone(),
        cells,
        ..Row::default()
    }
}

/// Returns the query for all that a name consists of. What no query has a kind for is looked for as it is written.
pub(crate) fn query(row: &NameRow) -> String {
    let quoted = |name: &str| ["\"", &name.replace('"', " "), "\""].concat();
    let has_field = |kind: &str| ["person", "place", "org", "group"].contains(&kind);
    if row.is_decided && has_field(&row.kind) {
        return [&*row.kind, ":", &quoted(&row.preferred)].concat();
    }
    let mut query = String::new();
    for (kind, name) in &row.sources {
        query.push_str(if query.is_empty() { "" } else { " OR " });
        if has_field(kind) {
            query.push_str(kind);
            query.push(':');
        }
        query.push_str(&quoted(name));
    }
    if query.is_empty() {
        quoted(&row.preferred)
    } else {
        query
    }
}

/// Returns the forms with their counts in the corpus, each with the places where it is written so, and why they are one
/// name.
fn forms(row: &NameRow) -> Cell {
    let mut links = Vec::new();
    for (form, n) in row.forms.iter().take(FORMS_LIMIT) {
        let label = wording::with_number(form, *n as usize);
        links.push((label, super::places_of(form, &ViewState::default())));
    }
    let mut remark = String::new();
    if row.forms.len() > FORMS_LIMIT {
        remark.push('…');
    }
    for (i, reason) in row.reasons.iter().enumerate() {
        remark.push_str(if i > 0 { "; " } else { "(" });
        remark.push_str(&wording::message(reason));
    }
    remark.push_str(if row.reasons.is_empty() { "" } else { ")" });
    Cell::Links(links, remark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(kind: &str) -> NameRow {
        NameRow {
            kind: kind.into(),
            preferred: "The \"Editor\"".into(),
            sources: vec![(kind.into(), "Homs".into()), (kind.into(), "Hims".into())],
            ..NameRow::default()
        }
    }

    #[test]
    fn every_name_has_a_query_that_finds_it() {
        assert_eq!(query(&row("place")), "place:\"Homs\" OR place:\"Hims\"");
        assert_eq!(query(&row("other")), "\"Homs\" OR \"Hims\"");
        let decided = NameRow {
            is_decided: true,
            ..row("org")
        };
        assert_eq!(query(&decided), "org:\"The  Editor \"");
    }
}
