//! Accounts side by side.

use super::{Cell, Column, Control, Row, Setting, Sheet, about};
use crate::state::{Library, ViewState};
use crate::wording;
use protocol::{CompareRecord, CompareRequest, CompareRow, Comparing, Request};

/// A corpus of more documents offers no list of all of them to choose from.
const CHOICES_LIMIT: usize = 200;

/// Returns what to ask.
pub(super) fn request(state: &ViewState) -> Request {
    Request::Compare(CompareRequest {
        lens: state.lens(),
        a: state.option("a").to_owned(),
        b: state.option("b").to_owned(),
        show: comparing(state),
        page: super::page(state),
    })
}

fn comparing(state: &ViewState) -> Comparing {
    match state.option("list") {
        "differ" => Comparing::Differ,
        "only" => Comparing::Only,
        "reuse" => Comparing::Reuse,
        _ => Comparing::SameMoment,
    }
}

/// Returns the table.
pub(super) fn sheet(record: &CompareRecord, state: &ViewState, library: &Library) -> Sheet {
    let show = comparing(state);
    let mut columns = vec![Column::new("a", &wording::ONE_ACCOUNT, Setting::Words)];
    if show != Comparing::Only {
        columns.push(Column::new("b", &wording::OTHER_ACCOUNT, Setting::Words));
    }
    if show == Comparing::Differ {
        columns.insert(0, Column::new("about", &wording::ABOUT_WHAT, Setting::Head));
        columns.insert(2, Column::new("value_a", &wording::VALUE, Setting::Words));
        columns.push(Column::new("value_b", &wording::VALUE, Setting::Words));
    } else {
        let label = if show == Comparing::Only {
            &wording::ONLY_HERE
        } else {
            &wording::SHARED
        };
        columns.push(Column::new("shared", label, Setting::Words));
    }
    let mut controls = vec![Control::of(
        "list",
        &wording::LIST,
        super::choices(&wording::COMPARE_LISTS),
        state,
    )];
    if library.corpus.documents.len() <= CHOICES_LIMIT {
        controls.push(document_control("a", &wording::ONE_ACCOUNT, state, library));
        controls.push(document_control(
            "b",
            &wording::OTHER_ACCOUNT,
            state,
            library,
        ));
    }
    Sheet {
        title: wording::compared(show, record.total),
        scope: about(state, library, record.n_documents, None),
        controls,
        columns,
        rows: record
            .rows
            .iter()
            .map(|one| row(one, show, state, library))
            .collect(),
        n_total: record.total,
        notes: Vec::new(),
        method: vec![wording::COMPARE_METHOD.to_string()],
        ..Sheet::default()
    }
}

fn document_control(
    key: &'static str,
    label: &'static str,
    state: &ViewState,
    library: &Library,
) -> Control {
    let mut choices = super::choices(&[("", wording::ANY_DOCUMENT)]);
    for document in &library.corpus.documents {
        choices.push((document.id.clone(), document.title.clone()));
    }
    Control::of(key, label, choices, state)
}

fn row(row: &CompareRow, show: Comparing, state: &ViewState, library: &Library) -> Row {
    let passage = |sentence| Cell::Sentences(vec![super::sentence(sentence, state, library)]);
    let mut cells = vec![passage(&row.a)];
    if show != Comparing::Only {
        cells.push(row.b.as_ref().map_or(Cell::Empty, passage));
    }
    if show == Comparing::Differ {
        let [about, a, b] = row.differs.clone().unwrap_or_default();
        cells.insert(0, Cell::words(&about));
        cells.insert(2, Cell::words(&a));
        cells.push(Cell::words(&b));
    } else {
        cells.push(Cell::words(&row.shared.join(", ")));
    }
    Row {
        cells,
        ..Row::default()
    }
}
