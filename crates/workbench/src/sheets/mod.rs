//! Sheets: what an exploration shows, as plain data.
//!
//! One [`Sheet`] is what stands on the screen, what is exported and what its strips and bars are drawn
//! from, so that none of them can say something else than the others. An engine's reply becomes a sheet
//! here (one file per exploration) and an element in [`view`].

pub mod chart;
mod compare;
mod concordance;
pub mod deciding;
mod export;
pub(crate) mod names;
pub mod recent_answers;
mod timeline;
pub mod view;
mod voices;
pub mod whole;
mod word_controls;
mod words;

pub use export::{csv, json, tab_separated};

use self::deciding::Deciding;
use self::view::{first_row, shown_rows};
use crate::state::{Library, Place, View, ViewState};
use crate::wording::{self, Wording};
use protocol::{NoteRecord, Page, Reply, Request, SentenceRecord, Shared};

/// Whether this state shows a sheet.
#[must_use]
pub fn is_shown(state: &ViewState) -> bool {
    let Place::View(view) = state.place else {
        return false;
    };
    !matches!(view, View::Desk | View::Files | View::Batch)
}

/// Returns what to ask the engine for the sheet of this state; nothing at places that have none.
#[must_use]
pub fn request(state: &ViewState, deciding: &Deciding) -> Option<Request> {
    let Place::View(view) = state.place else {
        return None;
    };
    Some(match view {
        View::Timeline => timeline::request(state),
        View::Names => names::request(state, deciding),
        View::Voices => voices::request(state),
        View::Compare => compare::request(state),
        View::Concordance => concordance::request(state),
        View::Words => words::request(state),
        View::Desk | View::Files | View::Batch => return None,
    })
}

/// Returns an answer as a sheet.
#[must_use]
pub fn sheet(reply: &Reply, state: &ViewState, library: &Library, deciding: &Deciding) -> Sheet {
    match reply {
        Reply::Timeline(record) => timeline::sheet(record, state, library),
        Reply::Names(record) => names::sheet(record, state, library, deciding),
        Reply::Voices(record) => voices::sheet(record, state, library),
        Reply::Compare(record) => compare::sheet(record, state, library),
        Reply::Concordance(record) => concordance::sheet(record, state, library),
        Reply::WordList(record) => words::list(record, state, library),
        Reply::Ngrams(record) => words::ngrams(record, state, library),
        Reply::Collocates(record) => words::collocates(record, state, library),
        Reply::Keyness(record) => words::keyness(record, state, library),
        Reply::Dispersion(record) => words::dispersion(record, state, library),
        Reply::Refused { message } => refused(message, state, library),
        _ => Sheet::default(),
    }
}

/// Returns why there is no table, how there would be one, and the choices that lead to another.
fn refused(message: &str, state: &ViewState, library: &Library) -> Sheet {
    let (controls, wanted) = match state.place {
        Place::View(View::Words) => (
            word_controls::controls(state, library),
            words::wanted(state),
        ),
        Place::View(View::Concordance) if state.query.trim().is_empty() => {
            (Vec::new(), Some(&*wording::CONCORDANCE_NEEDS_WORDS))
        }
        _ => (Vec::new(), None),
    };
    let reason = wanted.map_or_else(|| wording::sentence(message), str::to_owned);
    Sheet {
        notes: vec![reason],
        controls,
        ..titled(state)
    }
}

/// Returns a sheet that has the name of its view and nothing else.
fn titled(state: &ViewState) -> Sheet {
    let view = match state.place {
        Place::View(view) => wording::view(view),
        _ => "",
    };
    Sheet {
        title: view.to_owned(),
        ..Sheet::default()
    }
}

/// Returns where words stand that were counted in the lens, found as they were counted.
fn places_of(words: &str, state: &ViewState) -> String {
    let next = state.at(Place::View(View::Concordance));
    next.with_option("a", words).to_fragment()
}

/// Returns the documents of the lens that have counted words, with where they stand in each.
fn documents_with(words: &str, state: &ViewState) -> String {
    let next = state.at(Place::View(View::Words));
    let next = next.with_option("list", "dispersion");
    next.with_option("a", words).to_fragment()
}

/// Returns what is shown while an answer is made ready: its view, and how far it is, from 0 to 1.
#[must_use]
pub fn waiting(state: &ViewState, share: f32) -> Sheet {
    let percent = (share.clamp(0.0, 1.0) * 100.0) as u32;
    Sheet {
        waiting: Some((wording::GETTING_READY.to_string(), percent)),
        ..titled(state)
    }
}

/// Returns the concordance of a query within the lens's filters and, where given, one document.
fn concordance_of(query: &str, doc: Option<&str>, state: &ViewState) -> String {
    let next = within(doc, &state.at(Place::View(View::Concordance)));
    next.with_query(query).to_fragment()
}

/// Returns the same view of one document alone; as it is where none is given.
fn within(doc: Option<&str>, state: &ViewState) -> ViewState {
    let mut next = state.clone();
    let Some(doc) = doc else { return next };
    next.filters.retain(|filter| filter.field != "doc");
    next.toggled("doc", doc)
}

/// Returns the sentences of an answer's notes.
fn notes(notes: &[NoteRecord]) -> Vec<String> {
    notes
        .iter()
        .map(|note| wording::sentence(&note.message))
        .collect()
}

fn page(state: &ViewState) -> Page {
    Page {
        offset: first_row(state) - 1,
        limit: shown_rows(state),
    }
}

fn shared(state: &ViewState) -> Shared {
    match state.option("show") {
        "several" => Shared::Several,
        "one" => Shared::One,
        _ => Shared::All,
    }
}

fn show_control(state: &ViewState) -> Control {
    Control::of("show", &wording::SHOW, choices(&wording::SHARES), state)
}

fn choices(names: &[(&str, Wording)]) -> Vec<(String, String)> {
    let owned = names
        .iter()
        .map(|(value, name)| ((*value).to_owned(), name.to_string()));
    owned.collect()
}

/// Returns what a table is about: documents, words where they were counted, query and filters.
fn about(
    state: &ViewState,
    library: &Library,
    n_documents: usize,
    n_words: Option<usize>,
) -> String {
    let mut scope = wording::n_documents(n_documents);
    if let Some(n_words) = n_words {
        scope.push_str(" · ");
        scope.push_str(&wording::n_words(n_words));
    }
    if !state.query.trim().is_empty() {
        scope.push_str(" · ");
        scope.push_str(&state.query);
    }
    for filter in &state.filters {
        scope.push_str(" · ");
        scope.push_str(&wording::filter_name(&filter.field));
        scope.push_str(": ");
        for (i, value) in filter.values.iter().enumerate() {
            scope.push_str(if i > 0 { ", " } else { "" });
            scope.push_str(&wording::filter_value(&filter.field, value, library));
        }
    }
    scope
}

/// Adds to what a table is about the words whose places it shows.
fn about_words(scope: String, words: &str) -> String {
    if words.is_empty() {
        return scope;
    }
    [&*scope, " · “", words, "”"].concat()
}

/// Returns a sentence with its way into the reader.
fn sentence(record: &SentenceRecord, state: &ViewState, library: &Library) -> Sentence {
    let document = library.document(&record.doc);
    Sentence {
        text: record.text.clone(),
        marks: record.marks.clone(),
        address: state
            .in_document(&record.doc, &record.block, Some(record.start))
            .to_fragment(),
        document: document.map_or_else(|| record.doc.clone(), |document| document.title.clone()),
        remark: String::new(),
    }
}

/// Returns documents with counts, at most `limit` by name; `address` leads to what was counted in a document, or in all
/// of them.
fn by_document(
    counts: &[(String, usize)],
    limit: usize,
    library: &Library,
    address: &dyn Fn(Option<&str>) -> String,
) -> Cell {
    let mut links = Vec::new();
    for (id, n) in counts.iter().take(limit) {
        let document = library.document(id);
        let title = document.map_or(id, |document| &document.title);
        let label = wording::with_number(title, *n);
        links.push((label, address(Some(id))));
    }
    if counts.len() > limit {
        let label = ["+", &wording::number(counts.len() - limit)].concat();
        links.push((label, address(None)));
    }
    Cell::Links(links, String::new())
}

/// A table about what the lens holds, with the choices that shape it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// What the rows are, as a heading.
    pub title: String,
    /// What was counted or searched: documents, words, query, filters.
    pub scope: String,
    /// Choices, in order.
    pub controls: Vec<Control>,
    /// The numbers of the rows, or of what they are taken from, as bars.
    pub chart: Option<Chart>,
    /// Columns; at least one where there are rows.
    pub columns: Vec<Column>,
    /// Rows with as many cells as there are columns.
    pub rows: Vec<Row>,
    /// Number of rows that there would be without a limit.
    pub n_total: usize,
    /// What the reader should know: a bound that was met, an item that has no row.
    pub notes: Vec<String>,
    /// How the figures come about: formulas and sources, one paragraph each.
    pub method: Vec<String>,
    /// What the reader decided about the rows, where they can.
    pub editing: Option<Editing>,
    /// What is said while the answer is made ready, and how many per cent of that are done.
    pub waiting: Option<(String, u32)>,
}

/// Numbers as bars, each of which narrows the table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chart {
    /// What the bars count, as a heading.
    pub label: String,
    /// The way here from the whole: labels, and the addresses of all but the last.
    pub trail: Vec<(String, Option<String>)>,
    /// Bars in order.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bar {
    /// What stands below it.
    pub short: String,
    /// What it is and how much, in words.
    pub label: String,
    /// How much.
    pub n: usize,
    /// Address of the table that it narrows to.
    pub address: String,
}

/// What the reader has decided, and is deciding, about names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Editing {
    /// Whether names can be chosen now.
    pub is_open: bool,
    /// Preferred forms of the chosen names, in the order of choice.
    pub chosen: Vec<String>,
    /// Forms of the one chosen name that can be parted from it.
    pub forms: Vec<String>,
    /// What was decided, as sentences.
    pub decided: Vec<String>,
}

/// A choice that shapes a sheet; its key is one of [`crate::state::OPTIONS`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Control {
    /// Key in the address.
    pub key: &'static str,
    /// What tells it from another control of the same key; empty where there is none.
    pub part: &'static str,
    /// Label.
    pub label: &'static str,
    /// Values with their names, the first of which is meant where none is chosen; empty for free text.
    pub choices: Vec<(String, String)>,
    /// The chosen value, or the text; empty for the first choice.
    pub chosen: String,
}

impl Control {
    /// Returns a control that shows what the state has under its key; without choices it takes free text.
    pub(crate) fn of(
        key: &'static str,
        label: &'static str,
        choices: Vec<(String, String)>,
        state: &ViewState,
    ) -> Self {
        Self {
            key,
            part: "",
            label,
            choices,
            chosen: state.option(key).to_owned(),
        }
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// Name in exports: lower case, words joined by `_`.
    pub name: String,
    /// Heading.
    pub label: String,
    /// How its cells are set.
    pub setting: Setting,
    /// Value of the option `order` that sorts by this column; empty where none does.
    pub order: &'static str,
    /// What its cells mean, where the heading does not say it to everyone.
    pub explanation: Option<Wording>,
}

/// How the cells of a column are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Setting {
    /// Running words.
    #[default]
    Words,
    /// The words that say what the row is about.
    Head,
    /// Numbers, aligned at their ends.
    Number,
    /// The words before a match: they end at its beginning.
    Before,
    /// A match.
    Node,
    /// The words after a match.
    After,
    /// Places on a strip.
    Strip,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Writes from right to left.
    pub is_rtl: bool,
    /// What it is chosen by; empty where rows cannot be chosen.
    pub key: String,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words; a link where an address is given.
    Text(String, Option<String>),
    /// Words with marked stretches, as `[start, end]` in bytes.
    Marked(String, Vec<[u32; 2]>),
    /// A number with so many decimals.
    Number(f64, usize),
    /// A count with the address of what was counted.
    Counted(u64, String),
    /// A number that follows from counts, with so many decimals, and the address of what was counted.
    Figure(f64, usize, String),
    /// Words, each with an address, and what is to be said of them.
    Links(Vec<(String, String)>, String),
    /// Sentences, each with its marks (`[start, end]` in bytes), the address of its place and what is to be said of
    /// it (a rule, a confidence; may be empty).
    Sentences(Vec<Sentence>),
    /// Places from 0 (the beginning of a text) to 1 (its end), ascending.
    Strip(Vec<f32>),
}

/// A stretch of a text in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence {
    /// The words.
    pub text: String,
    /// Matches, as `[start, end]` in `text`.
    pub marks: Vec<[u32; 2]>,
    /// Address of the place in its document.
    pub address: String,
    /// Label of that link: the document's title.
    pub document: String,
    /// What is to be said of it.
    pub remark: String,
}

impl Cell {
    /// Returns words that lead nowhere.
    #[must_use]
    pub fn words(text: &str) -> Self {
        Self::Text(text.to_owned(), None)
    }

    /// Returns a count.
    #[must_use]
    pub fn count(n: u64) -> Self {
        Self::Number(n as f64, 0)
    }

    /// Returns the cell as text alone: what an export holds and a copy pastes.
    #[must_use]
    pub fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text, _) | Self::Marked(text, _) => text.clone(),
            Self::Number(number, decimals) | Self::Figure(number, decimals, _) => {
                decimal(*number, *decimals)
            }
            Self::Links(links, remark) => {
                let labels: Vec<&str> = links.iter().map(|(label, _)| label.as_str()).collect();
                let mut text = labels.join("; ");
                if !remark.is_empty() {
                    text.push_str(if text.is_empty() { "" } else { " " });
                    text.push_str(remark);
                }
                text
            }
            Self::Counted(n, _) => n.to_string(),
            Self::Sentences(sentences) => {
                let texts: Vec<&str> = sentences.iter().map(|one| one.text.as_str()).collect();
                texts.join(" / ")
            }
            Self::Strip(places) => {
                let places: Vec<String> =
                    places.iter().map(|at| decimal((*at).into(), 4)).collect();
                places.join(" ")
            }
        }
    }
}

impl Column {
    /// Returns a column.
    #[must_use]
    pub fn new(name: &str, label: &str, setting: Setting) -> Self {
        Self {
            name: name.to_owned(),
            label: label.to_owned(),
            setting,
            order: "",
            explanation: None,
        }
    }

    /// Returns the same column with what its cells mean.
    #[must_use]
    pub fn explained(mut self, explanation: Wording) -> Self {
        self.explanation = Some(explanation);
        self
    }

    /// Returns the same column, sorted by this value of the option `order`.
    #[must_use]
    pub fn ordered(mut self, order: &'static str) -> Self {
        self.order = order;
        self
    }
}

/// Returns a number with so many decimals (at most 9), rounded half away from zero. The standard library's
/// printer of floats would weigh more than all sheets together.
#[must_use]
pub fn decimal(number: f64, decimals: usize) -> String {
    if !number.is_finite() {
        return String::new();
    }
    let scale = 10u64.pow(decimals.min(9) as u32);
    let scaled = (number.abs() * scale as f64 + 0.5) as u64;
    let mut text = String::from(if number < 0.0 && scaled > 0 { "-" } else { "" });
    text.push_str(&(scaled / scale).to_string());
    if scale > 1 {
        text.push('.');
        text.push_str(&(scaled % scale + scale).to_string()[1..]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_decimals_asked_for() {
        for (number, decimals, text) in [
            (0.0, 0, "0"),
            (12.345, 2, "12.35"),
            (-0.004, 2, "0.00"),
            (-1.5, 1, "-1.5"),
            (3.999, 1, "4.0"),
            (1e6, 0, "1000000"),
            (f64::NAN, 2, ""),
        ] {
            assert_eq!(decimal(number, decimals), text);
        }
    }
}
