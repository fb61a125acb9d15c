//! Accounts side by side.

use super::{Cell, Column, Control, Row, Setting, Sheet, about};
use crate::state::{Library, ViewState};
use crate::wording;
use protocol::{CompareRecord, CompareRequest, CompareRow, Comparing, Request};

/// More accounts than this are no list to choose from.
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
    let title = |key: &str, label: &str| {
        let chosen = library.document(state.option(key));
        chosen.map_or_else(|| label.to_owned(), |document| document.title.clone())
    };
    let one_account = if show == Comparing::Only {
        wording::ONE_ACCOUNT.to_string()
    } else {
        title("a", &wording::ONE_ACCOUNT)
    };
    let mut columns = vec![Column::new("a", &one_account, Setting::Words)];
    if show != Comparing::Only {
        let other = title("b", &wording::OTHER_ACCOUNT);
        columns.push(Column::new("b", &other, Setting::Words));
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
    for (key, label, accounts) in [
        ("a", &wording::ONE_ACCOUNT, &record.accounts),
        ("b", &wording::OTHER_ACCOUNT, &record.others),
    ] {
        if accounts.len() <= CHOICES_LIMIT {
            controls.push(account_control(key, label, accounts, state, library));
        }
    }
    let list = wording::COMPARE_LISTS
        .iter()
        .find(|(key, _)| *key == state.option("list"));
    let n_rows = wording::compared(show, record.total);
    Sheet {
        title: list.map_or_else(
            || n_rows.clone(),
            |(_, name)| wording::named_list(name, &n_rows),
        ),
        scope: about(state, library, record.n_documents, None),
        controls,
        columns,
        rows: record
            .rows
            .iter()
            .map(|one| row(one, show, state, library))
            .collect(),
        n_total: record.total,
        notes: match show {
            Comparing::Differ => vec![wording::NOT_ALL_DIFFERENCES.to_string()],
            _ => Vec::new(),
        },
        method: vec![
            wording::COMPARE_METHOD.to_string(),
            wording::ONLY_METHOD.to_string(),
        ],
        ..Sheet::default()
    }
}

/// Offers the accounts that share something, with how many pairs, and the one that is chosen.
fn account_control(
    key: &'static str,
    label: &'static str,
    accounts: &[(String, usize)],
    state: &ViewState,
    library: &Library,
) -> Control {
    let mut choices = super::choices(&[("", wording::ANY_DOCUMENT)]);
    let chosen = state.option(key);
    let is_offered = accounts.iter().any(|(id, _)| id == chosen);
    if let (false, Some(document)) = (is_offered, library.document(chosen)) {
        choices.push((chosen.to_owned(), document.title.clone()));
    }
    for (id, n_pairs) in accounts {
        let title = library.document(id).map_or(id, |document| &document.title);
        choices.push((id.clone(), wording::with_number(title, *n_pairs)));
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
        cells.insert(0, Cell::words(&wording::difference(&about)));
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
