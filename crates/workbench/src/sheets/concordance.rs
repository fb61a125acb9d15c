//! Matches in their contexts.

use super::{Cell, Column, Control, Row, Setting, Sheet, about};
use crate::reading::direction;
use crate::state::{Library, ViewState};
use crate::{text, wording};
use protocol::{
    ConcordanceLevel, ConcordanceLineRecord, ConcordanceRecord, ConcordanceRequest, ContextWidth,
    Request,
};

/// Orders with their names in addresses.
const ORDERS: [(&str, &[ConcordanceLevel]); 6] = {
    use ConcordanceLevel::{
        Date, Document, Left1, Left2, Left3, Node, Position, Right1, Right2, Right3,
    };
    [
        ("document", &[Document, Position]),
        ("right", &[Right1, Right2, Right3]),
        ("left", &[Left1, Left2, Left3]),
        ("match", &[Node, Right1, Right2]),
        ("both", &[Left1, Right1, Node]),
        ("date", &[Date, Document, Position]),
    ]
};

/// Returns what to ask.
pub(super) fn request(state: &ViewState) -> Request {
    let order = ORDERS
        .iter()
        .find(|(name, _)| *name == state.option("order"));
    let page = super::page(state);
    Request::Concordance(ConcordanceRequest {
        lens: state.lens(),
        node: String::new(),
        width: ContextWidth::Characters(state.option("width").parse().unwrap_or(60).clamp(20, 400)),
        sort: order.unwrap_or(&ORDERS[0]).1.to_vec(),
        offset: page.offset,
        limit: page.limit,
    })
}

/// Returns the table.
pub(super) fn sheet(record: &ConcordanceRecord, state: &ViewState, library: &Library) -> Sheet {
    let mut notes = super::notes(&record.notes);
    if state.query.trim().is_empty() {
        notes.insert(0, wording::CONCORDANCE_NEEDS_WORDS.to_string());
    }
    Sheet {
        title: wording::found(record.documents, Some(record.total), 0),
        scope: about(
            state,
            record.scope.documents as usize,
            Some(record.scope.words as usize),
        ),
        controls: vec![
            Control {
                key: "order",
                label: &wording::SORT,
                choices: super::choices(&wording::CONCORDANCE_ORDERS),
                chosen: state.option("order").to_owned(),
            },
            Control {
                key: "width",
                label: &wording::WIDTH,
                choices: super::choices(&wording::WIDTHS),
                chosen: state.option("width").to_owned(),
            },
        ],
        columns: vec![
            Column::new("document", &wording::DOCUMENT, Setting::Head).ordered("document"),
            Column::new("before", &wording::BEFORE, Setting::Before).ordered("left"),
            Column::new("match", &wording::MATCH, Setting::Node).ordered("match"),
            Column::new("after", &wording::AFTER, Setting::After).ordered("right"),
        ],
        rows: record
            .lines
            .iter()
            .map(|line| row(line, state, library))
            .collect(),
        n_total: record.total,
        notes,
        method: vec![wording::CONCORDANCE_METHOD.to_string()],
    }
}

fn row(line: &ConcordanceLineRecord, state: &ViewState, library: &Library) -> Row {
    let document = library.document(&line.doc);
    let lang = document.and_then(|document| document.lang.as_deref());
    let title = document.map_or(&line.doc, |document| &document.title);
    let place = state.in_document(&line.doc, &line.block, Some(line.start));
    Row {
        is_rtl: direction(lang) == "rtl",
        cells: vec![
            Cell::words(title),
            Cell::words(&text::on_one_line(&line.left)),
            Cell::Text(text::on_one_line(&line.node), Some(place.to_fragment())),
            Cell::words(&text::on_one_line(&line.right)),
        ],
    }
}
