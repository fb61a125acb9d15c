//! Matches in their contexts.

use super::{Cell, Column, Control, Row, Setting, Sheet, about};
use crate::reading::direction;
use crate::state::{Library, ViewState};
use crate::{text, wording};
use protocol::{
    ConcordanceLevel, ConcordanceLineRecord, ConcordanceRecord, ConcordanceRequest, ContextWidth,
    Request,
};

/// Levels with their names in addresses, in the order of `wording::SORT_LEVELS`.
const LEVELS: [ConcordanceLevel; 10] = {
    use ConcordanceLevel::{
        Date, Document, Left1, Left2, Left3, Node, Position, Right1, Right2, Right3,
    };
    [
        Document, Date, Left1, Left2, Left3, Node, Right1, Right2, Right3, Position,
    ]
};

/// Most levels of an order.
const MAX_LEVELS: usize = 3;

/// Keys of the controls of the levels beside each other.
const PARTS: [&str; MAX_LEVELS] = ["", "2", "3"];

/// Returns the names of the levels, the first first; by document where none is chosen.
fn order(state: &ViewState) -> Vec<&'static str> {
    let names = state.option("order").split('.');
    let known = names.filter_map(|name| {
        let mut levels = wording::SORT_LEVELS.iter();
        levels.find(|(known, _)| *known == name)
    });
    let mut order: Vec<&'static str> = known.map(|(name, _)| *name).take(MAX_LEVELS).collect();
    if order.is_empty() {
        order.push(wording::SORT_LEVELS[0].0);
    }
    order
}

/// Returns what to ask.
pub(super) fn request(state: &ViewState) -> Request {
    let level = |name: &str| {
        let at = wording::SORT_LEVELS
            .iter()
            .position(|(known, _)| *known == name);
        at.and_then(|at| LEVELS.get(at).copied())
    };
    let page = super::page(state);
    let mut sort: Vec<ConcordanceLevel> = order(state).into_iter().filter_map(level).collect();
    // What is equal stands in the order of the texts.
    if sort == [ConcordanceLevel::Document] {
        sort.push(ConcordanceLevel::Position);
    }
    let window = state.option("window").parse().unwrap_or(5).clamp(1, 10);
    Request::Concordance(ConcordanceRequest {
        lens: state.lens(),
        node: state.option("b").to_owned(),
        terms: state.option("a").to_owned(),
        outside: state.option("show") == "rest",
        near: state.option("find").to_owned(),
        left: if state.option("kind") == "right" {
            0
        } else {
            window
        },
        right: if state.option("kind") == "left" {
            0
        } else {
            window
        },
        width: ContextWidth::Characters(state.option("width").parse().unwrap_or(60).clamp(20, 400)),
        sort,
        offset: page.offset,
        limit: page.limit,
    })
}

/// Returns the controls of the three levels. The value of each is the whole order with its choice.
fn order_controls(state: &ViewState) -> Vec<Control> {
    let order = order(state);
    let n_controls = (order.len() + 1).min(MAX_LEVELS);
    let control = |at: usize| {
        let with = |name: Option<&'static str>| {
            let before = order.iter().take(at).copied();
            let after = order.iter().skip(at + 1).copied();
            let levels: Vec<&str> = before.chain(name).chain(after).collect();
            levels.join(".")
        };
        let mut choices = Vec::new();
        if at > 0 {
            choices.push((with(None), wording::NO_LEVEL.to_string()));
        }
        for &(name, label) in &wording::SORT_LEVELS {
            if order.get(at) == Some(&name) || !order.contains(&name) {
                choices.push((with(Some(name)), label.to_string()));
            }
        }
        Control {
            key: "order",
            part: PARTS[at],
            label: wording::SORT_BY[at].words(),
            choices,
            chosen: with(order.get(at).copied()),
        }
    };
    (0..n_controls).map(control).collect()
}

/// Returns the choices of what must stand near a match, once there is something.
fn near_controls(state: &ViewState) -> Vec<Control> {
    if state.option("find").is_empty() {
        return Vec::new();
    }
    let sides = super::choices(&wording::SIDES);
    vec![
        Control::of("find", &wording::WITH_NEAR, Vec::new(), state),
        Control::of("kind", &wording::SHOW, sides, state),
    ]
}

/// Returns what the lines are of.
fn scope(record: &ConcordanceRecord, state: &ViewState, library: &Library) -> String {
    let (n_documents, n_words) = (record.scope.documents, record.scope.words);
    let scope = about(state, library, n_documents as usize, Some(n_words as usize));
    let mut scope = super::about_words(scope, state.option("a"));
    scope = super::about_words(scope, state.option("b"));
    if state.option("show") == "rest" {
        scope.push_str(" · ");
        scope.push_str(&wording::OUTSIDE);
    }
    scope
}

/// Returns the table.
pub(super) fn sheet(record: &ConcordanceRecord, state: &ViewState, library: &Library) -> Sheet {
    let order = order(state);
    let mut notes = super::notes(&record.notes);
    let terms = state.option("a");
    if state.query.trim().is_empty() && terms.is_empty() && state.option("b").is_empty() {
        notes.insert(0, wording::CONCORDANCE_NEEDS_WORDS.to_string());
    }
    Sheet {
        title: wording::found(record.documents, Some(record.total), 0),
        scope: scope(record, state, library),
        controls: {
            let mut controls = order_controls(state);
            controls.push(Control::of(
                "width",
                &wording::WIDTH,
                super::choices(&wording::WIDTHS),
                state,
            ));
            controls.extend(near_controls(state));
            controls
        },
        columns: vec![
            Column::new("document", &wording::DOCUMENT, Setting::Head).ordered("document"),
            Column::new("before", &wording::BEFORE, Setting::Before).ordered("left1.left2.left3"),
            Column::new("match", &wording::MATCH, Setting::Node).ordered("match.right1.right2"),
            Column::new("after", &wording::AFTER, Setting::After).ordered("right1.right2.right3"),
        ],
        rows: record
            .lines
            .iter()
            .map(|line| row(line, &order, state, library))
            .collect(),
        n_total: record.total,
        notes,
        method: vec![wording::CONCORDANCE_METHOD.to_string()],
        ..Sheet::default()
    }
}

fn row(line: &ConcordanceLineRecord, order: &[&str], state: &ViewState, library: &Library) -> Row {
    let document = library.document(&line.doc);
    let lang = document.and_then(|document| document.lang.as_deref());
    let title = document.map_or(&line.doc, |document| &document.title);
    let mut place = state.in_document(&line.doc, &line.block, Some(line.start));
    let words = [state.option("a"), state.option("b")].concat();
    if place.query.is_empty() && !words.is_empty() {
        // The reader marks what the line is about.
        place.query = if state.option("a").contains(' ') {
            ["\"", &words, "\""].concat()
        } else {
            words
        };
    }
    let context = |text: &str, side: &str| {
        let text = text::on_one_line(text);
        let marks = sorted_words(&text, side, order);
        Cell::Marked(text, marks)
    };
    Row {
        is_rtl: direction(lang) == "rtl",
        cells: vec![
            Cell::words(title),
            context(&line.left, "left"),
            Cell::Text(text::on_one_line(&line.node), Some(place.to_fragment())),
            context(&line.right, "right"),
        ],
        ..Row::default()
    }
}

/// Returns the words of a context that the lines are sorted by.
fn sorted_words(text: &str, side: &str, order: &[&str]) -> Vec<[u32; 2]> {
    let mut words: Vec<[u32; 2]> = Vec::new();
    let mut start = None;
    let is_part = |c: char| c.is_alphanumeric() || c == '\'' || c == '’';
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, is_part(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push([from as u32, at as u32]);
                start = None;
            }
            _ => {}
        }
    }
    let n_words = words.len();
    let is_sorted = |at: usize| {
        let number = if side == "left" { n_words - at } else { at + 1 };
        let mut levels = order.iter().filter_map(|name| name.strip_prefix(side));
        levels.any(|level| level.parse() == Ok(number))
    };
    let words = words.into_iter().enumerate();
    words
        .filter_map(|(at, word)| is_sorted(at).then_some(word))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Place, View};

    fn ordered(order: &str) -> ViewState {
        let state = ViewState::default().at(Place::View(View::Concordance));
        state.with_option("order", order)
    }

    #[test]
    fn lines_are_sorted_by_up_to_three_levels_each_chosen_beside_the_others() {
        let state = ordered("right1.left1.nonsense");
        assert_eq!(order(&state), ["right1", "left1"]);
        let controls = order_controls(&state);
        assert_eq!(controls.len(), 3);
        assert_eq!(controls[1].chosen, "right1.left1");
        let values: Vec<&str> = controls[2]
            .choices
            .iter()
            .map(|(value, _)| &**value)
            .collect();
        assert_eq!(values[0], "right1.left1");
        assert!(values.contains(&"right1.left1.match") && !values.contains(&"right1.left1.left1"));
        assert_eq!(controls[0].choices[0].0, "document.left1");
        let Request::Concordance(request) = request(&state) else {
            unreachable!("a concordance is asked for");
        };
        assert_eq!(
            request.sort,
            [ConcordanceLevel::Right1, ConcordanceLevel::Left1]
        );
    }

    #[test]
    fn the_words_that_sort_the_lines_are_marked() {
        let marked = |text: &str, side, order: &[&str]| -> Vec<String> {
            let marks = sorted_words(text, side, order);
            marks
                .iter()
                .map(|&[from, to]| text[from as usize..to as usize].to_owned())
                .collect()
        };
        let left = "then, at dawn, the ";
        assert_eq!(marked(left, "left", &["left1", "left2"]), ["dawn", "the"]);
        assert_eq!(marked(left, "right", &["left1"]), [""; 0]);
        let right = " fell to the Turks’ allies";
        assert_eq!(
            marked(right, "right", &["right1", "right2", "right3"]),
            ["fell", "to", "the"]
        );
        assert_eq!(marked("", "left", &["left1"]), [""; 0]);
    }
}
