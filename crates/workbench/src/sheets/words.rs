//! Word lists: frequencies, key words, runs of words, collocates, dispersion.

use super::word_controls::controls;
use super::{Cell, Column, Row, Setting, Sheet, about};
use crate::state::{Library, Place, View, ViewState};
use crate::wording;
use protocol::{
    CollocateColumn, CollocatesRecord, CollocatesRequest, DispersionRecord, DispersionRequest,
    Filter, KeynessColumn, KeynessRecord, KeynessRequest, Lens, NgramColumn, NgramsRecord,
    NgramsRequest, Request, ScopeRecord, WordColumn, WordListRecord, WordListRequest,
};

/// Returns what to ask.
pub(super) fn request(state: &ViewState) -> Request {
    let lens = state.lens();
    let page = super::page(state);
    let (offset, limit) = (page.offset, page.limit);
    let least = |usual: u32| state.option("least").parse().unwrap_or(usual);
    let order = state.option("order");
    let find = state.option("find").to_owned();
    match state.option("list") {
        "keyness" => Request::Keyness(KeynessRequest {
            target: one_document(state.option("a")).unwrap_or(lens),
            reference: one_document(state.option("against")),
            min_frequency: least(3),
            min_log_likelihood: 6.63,
            sort: match order {
                "log_ratio" => KeynessColumn::LogRatio,
                "frequency" => KeynessColumn::Frequency,
                "word" => KeynessColumn::Term,
                _ => KeynessColumn::LogLikelihood,
            },
            offset,
            limit,
            ..KeynessRequest::default()
        }),
        "ngrams" => Request::Ngrams(NgramsRequest {
            lens,
            size: state.option("length").parse().unwrap_or(3).clamp(1, 6),
            min_frequency: least(2),
            containing: find,
            sort: match order {
                "documents" => NgramColumn::Documents,
                "word" => NgramColumn::Ngram,
                _ => NgramColumn::Frequency,
            },
            offset,
            limit,
            ..NgramsRequest::default()
        }),
        "collocates" => {
            let window = state.option("window").parse().unwrap_or(5).clamp(1, 10);
            Request::Collocates(CollocatesRequest {
                lens,
                node: find,
                left: window,
                right: window,
                min_frequency: least(3),
                sort: collocate_order(order),
                offset,
                limit,
                ..CollocatesRequest::default()
            })
        }
        "dispersion" => Request::Dispersion(DispersionRequest {
            lens,
            node: find,
            terms: state.option("a").to_owned(),
            parts: 0,
            offset,
            limit,
        }),
        _ => Request::WordList(WordListRequest {
            lens,
            pattern: find,
            stems: state.option("kind") == "stems",
            without_function_words: state.option("show") == "content",
            min_frequency: least(1),
            sort: match order {
                "documents" => WordColumn::Documents,
                "word" => WordColumn::Term,
                _ => WordColumn::Frequency,
            },
            reversed: false,
            offset,
            limit,
        }),
    }
}

/// Returns what the reader has to give before there is a table; nothing where it is there.
pub(super) fn wanted(state: &ViewState) -> Option<&'static str> {
    let has_words = !state.query.trim().is_empty() || !state.option("find").is_empty();
    let has_terms = has_words || !state.option("a").is_empty();
    match state.option("list") {
        "keyness" if !has_terms && state.filters.is_empty() => Some(&wording::KEYNESS_NEEDS_A_SIDE),
        "collocates" if !has_words => Some(&wording::COLLOCATES_NEED_WORDS),
        "dispersion" if !has_terms => Some(&wording::DISPERSION_NEEDS_WORDS),
        _ => None,
    }
}

/// Returns the lens on one document; nothing for no document.
fn one_document(id: &str) -> Option<Lens> {
    (!id.is_empty()).then(|| Lens {
        filters: vec![Filter {
            field: "doc".to_owned(),
            values: vec![id.to_owned()],
        }],
        ..Lens::default()
    })
}

fn collocate_order(order: &str) -> CollocateColumn {
    match order {
        "log_likelihood" => CollocateColumn::LogLikelihood,
        "mi" => CollocateColumn::Mi,
        "t" => CollocateColumn::TScore,
        "observed" => CollocateColumn::Observed,
        "left" => CollocateColumn::Left,
        "right" => CollocateColumn::Right,
        "word" => CollocateColumn::Collocate,
        _ => CollocateColumn::LogDice,
    }
}

fn scope(state: &ViewState, library: &Library, scope: ScopeRecord) -> String {
    about(
        state,
        library,
        scope.documents as usize,
        Some(scope.words as usize),
    )
}

/// Returns a word that leads to its places in the lens.
fn word(word: &str, state: &ViewState) -> Cell {
    Cell::Text(word.to_owned(), Some(super::places_of(word, state)))
}

/// Returns word, frequency, documents and relative frequency; the counts come with the addresses of what was counted.
fn counted(
    word: Cell,
    (frequency, places): (u64, String),
    (documents, in_documents): (u32, String),
    per_million: f64,
) -> Vec<Cell> {
    vec![
        word,
        Cell::Counted(frequency, places.clone()),
        Cell::Counted(documents.into(), in_documents),
        Cell::Figure(per_million / 100.0, 2, places),
    ]
}

/// Returns the addresses of the places of words and of the documents that have them.
fn ways_to(words: &str, state: &ViewState) -> (String, String) {
    let places = super::places_of(words, state);
    (places, super::documents_with(words, state))
}

/// Returns what is looked for: its own words, else the search's.
fn node(state: &ViewState) -> &str {
    match state.option("find") {
        "" => &state.query,
        own => own,
    }
}

/// Returns the matches that a collocate stands near: `side` is `left`, `right` or empty for both.
fn beside(word: &str, side: &str, state: &ViewState) -> String {
    let next = state.at(Place::View(View::Concordance));
    let next = next.with_option("b", state.option("find"));
    let next = next.with_option("window", state.option("window"));
    let next = next.with_option("kind", side);
    next.with_option("find", word).to_fragment()
}

/// Returns the places of a word in one of the sets that are compared: a document, or else the lens and what it leaves
/// out.
fn in_set(word: &str, state: &ViewState, is_target: bool) -> String {
    let of_document = |id: &str| {
        let mut one = ViewState::default().at(state.place.clone());
        one.exact = state.exact;
        one.toggled("doc", id)
    };
    let target = match state.option("a") {
        "" => state.clone(),
        id => of_document(id),
    };
    let next = match (is_target, state.option("against")) {
        (true, _) => target.at(Place::View(View::Concordance)),
        (false, "") => {
            let next = target.at(Place::View(View::Concordance));
            next.with_option("show", "rest")
        }
        (false, id) => of_document(id).at(Place::View(View::Concordance)),
    };
    next.with_option("a", word).to_fragment()
}

fn row(cells: Vec<Cell>) -> Row {
    Row {
        cells,
        ..Row::default()
    }
}

/// Returns the table of frequencies.
pub(super) fn list(record: &WordListRecord, state: &ViewState, library: &Library) -> Sheet {
    let has_forms = state.option("kind") == "stems";
    let mut columns = vec![
        Column::new("word", &wording::WORD, Setting::Head).ordered("word"),
        Column::new("frequency", &wording::FREQUENCY, Setting::Number).ordered("frequency"),
        Column::new("documents", &wording::DOCUMENTS, Setting::Number).ordered("documents"),
        Column::new("per_10000", &wording::PER_10000, Setting::Number)
            .explained(wording::ABOUT_PER_10000),
    ];
    if has_forms {
        columns.push(Column::new("forms", &wording::FORMS, Setting::Words));
    }
    let rows = record.rows.iter().map(|one| {
        let (places, in_documents) = if has_forms {
            // All forms together are what a search for one of them finds.
            let places = super::concordance_of(&one.term, None, state);
            (places.clone(), places)
        } else {
            ways_to(&one.term, state)
        };
        let mut cells = counted(
            word(&one.term, state),
            (one.frequency, places),
            (one.documents, in_documents),
            one.per_million,
        );
        if has_forms {
            let forms = one.forms.iter().map(|(form, n)| {
                let label = wording::with_number(form, *n as usize);
                (label, super::places_of(form, state))
            });
            cells.push(Cell::Links(forms.collect(), String::new()));
        }
        row(cells)
    });
    Sheet {
        title: wording::n_different_words(record.total),
        scope: scope(state, library, record.scope),
        controls: controls(state, library),
        columns,
        rows: rows.collect(),
        n_total: record.total,
        notes: super::notes(&record.notes),
        method: vec![wording::FREQUENCY_METHOD.to_string()],
        ..Sheet::default()
    }
}

/// Returns the table of runs of words.
pub(super) fn ngrams(record: &NgramsRecord, state: &ViewState, library: &Library) -> Sheet {
    let rows = record.rows.iter().map(|one| {
        let (places, in_documents) = ways_to(&one.ngram, state);
        row(counted(
            word(&one.ngram, state),
            (one.frequency.into(), places),
            (one.documents, in_documents),
            one.per_million,
        ))
    });
    Sheet {
        title: wording::n_ngrams(record.total),
        scope: scope(state, library, record.scope),
        controls: controls(state, library),
        columns: vec![
            Column::new("words", &wording::WORDS, Setting::Head).ordered("word"),
            Column::new("frequency", &wording::FREQUENCY, Setting::Number).ordered("frequency"),
            Column::new("documents", &wording::DOCUMENTS, Setting::Number).ordered("documents"),
            Column::new("per_10000", &wording::PER_10000, Setting::Number)
                .explained(wording::ABOUT_PER_10000),
        ],
        rows: rows.collect(),
        n_total: record.total,
        notes: super::notes(&record.notes),
        method: vec![wording::NGRAMS_METHOD.to_string()],
        ..Sheet::default()
    }
}

/// Returns the table of collocates.
pub(super) fn collocates(record: &CollocatesRecord, state: &ViewState, library: &Library) -> Sheet {
    let number =
        |name: &str, label: &str, order| Column::new(name, label, Setting::Number).ordered(order);
    // Frequencies are those in all documents that the search's own words are looked for in.
    let whole = if state.option("find").is_empty() {
        state.with_query("")
    } else {
        state.clone()
    };
    let rows = record.rows.iter().map(|one| {
        let near = |side: &str| beside(&one.collocate, side, state);
        let on_both_sides = near("");
        let figure = |number: f64| Cell::Figure(number, 2, on_both_sides.clone());
        row(vec![
            Cell::Text(one.collocate.clone(), Some(on_both_sides.clone())),
            figure(one.log_dice),
            figure(one.log_likelihood),
            figure(one.mi),
            figure(one.t_score),
            Cell::Counted(one.observed.into(), on_both_sides.clone()),
            figure(one.expected),
            Cell::Counted(one.left.into(), near("left")),
            Cell::Counted(one.right.into(), near("right")),
            Cell::Counted(
                one.frequency.into(),
                super::places_of(&one.collocate, &whole),
            ),
        ])
    });
    let mut notes = super::notes(&record.notes);
    if state.query.trim().is_empty() && state.option("find").is_empty() {
        notes.insert(0, wording::COLLOCATES_NEED_WORDS.to_string());
    }
    Sheet {
        title: wording::n_collocates(record.total, record.matches),
        scope: scope(state, library, record.scope),
        controls: controls(state, library),
        columns: vec![
            Column::new("collocate", &wording::WORD, Setting::Head).ordered("word"),
            number("log_dice", "logDice", "log_dice").explained(wording::ABOUT_LOG_DICE),
            number("log_likelihood", &wording::LOG_LIKELIHOOD, "log_likelihood")
                .explained(wording::ABOUT_LOG_LIKELIHOOD),
            number("mi", "MI", "mi").explained(wording::ABOUT_MI),
            number("t", "t", "t").explained(wording::ABOUT_T),
            number("observed", &wording::OBSERVED, "observed").explained(wording::ABOUT_OBSERVED),
            Column::new("expected", &wording::EXPECTED, Setting::Number)
                .explained(wording::ABOUT_EXPECTED),
            number("left", &wording::BEFORE, "left"),
            number("right", &wording::AFTER, "right"),
            Column::new("frequency", &wording::FREQUENCY, Setting::Number),
        ],
        rows: rows.collect(),
        n_total: record.total,
        notes,
        method: wording::COLLOCATES_METHOD
            .map(|one| one.to_string())
            .to_vec(),
        ..Sheet::default()
    }
}

/// Returns the table of key words.
pub(super) fn keyness(record: &KeynessRecord, state: &ViewState, library: &Library) -> Sheet {
    let rows = record.rows.iter().map(|one| {
        let (here, there) = (
            in_set(&one.term, state, true),
            in_set(&one.term, state, false),
        );
        // A measure stands on both counts; it leads to the side that has more of the word.
        let telling = if one.log_ratio < 0.0 { &there } else { &here };
        row(vec![
            Cell::Text(one.term.clone(), Some(telling.clone())),
            Cell::Figure(one.log_likelihood, 2, telling.clone()),
            Cell::Figure(one.log_ratio, 2, telling.clone()),
            Cell::Counted(one.frequency.into(), here.clone()),
            Cell::Counted(one.reference_frequency.into(), there.clone()),
            Cell::Figure(one.per_million / 100.0, 2, here.clone()),
            Cell::Figure(one.reference_per_million / 100.0, 2, there.clone()),
            Cell::Text(one.significance.clone(), Some(telling.clone())),
        ])
    });
    let sides = [record.target, record.reference]
        .map(|side| {
            [
                wording::n_documents(side.documents as usize),
                wording::n_words(side.words as usize),
            ]
            .join(" · ")
        })
        .join(&wording::VERSUS);
    Sheet {
        title: wording::n_key_words(record.total),
        scope: sides,
        controls: controls(state, library),
        columns: vec![
            Column::new("word", &wording::WORD, Setting::Head).ordered("word"),
            Column::new("log_likelihood", &wording::LOG_LIKELIHOOD, Setting::Number)
                .ordered("log_likelihood")
                .explained(wording::ABOUT_LOG_LIKELIHOOD),
            Column::new("log_ratio", "Log Ratio", Setting::Number)
                .ordered("log_ratio")
                .explained(wording::ABOUT_LOG_RATIO),
            Column::new("here", &wording::HERE, Setting::Number)
                .ordered("frequency")
                .explained(wording::ABOUT_HERE),
            Column::new("there", &wording::THERE, Setting::Number).explained(wording::ABOUT_THERE),
            Column::new("here_per_10000", &wording::HERE_PER_10000, Setting::Number),
            Column::new(
                "there_per_10000",
                &wording::THERE_PER_10000,
                Setting::Number,
            ),
            Column::new("significance", &wording::SIGNIFICANCE, Setting::Number)
                .explained(wording::ABOUT_SIGNIFICANCE),
        ],
        rows: rows.collect(),
        n_total: record.total,
        notes: super::notes(&record.notes),
        method: wording::KEYNESS_METHOD.map(|one| one.to_string()).to_vec(),
        ..Sheet::default()
    }
}

/// Returns the table of where matches stand.
pub(super) fn dispersion(record: &DispersionRecord, state: &ViewState, library: &Library) -> Sheet {
    let mut notes = super::notes(&record.notes);
    let terms = state.option("a");
    if state.query.trim().is_empty() && state.option("find").is_empty() && terms.is_empty() {
        notes.insert(0, wording::DISPERSION_NEEDS_WORDS.to_string());
    }
    if let (Some(dp), Some(dp_norm)) = (record.dp, record.dp_norm) {
        notes.push(wording::evenness(dp, dp_norm, record.parts));
    }
    let rows = record.rows.iter().map(|one| {
        let address = state.in_document(&one.doc, "", None).to_fragment();
        let places = match state.option("a") {
            "" => super::concordance_of(node(state), Some(&one.doc), state),
            terms => super::places_of(terms, &super::within(Some(&one.doc), state)),
        };
        row(vec![
            Cell::Text(one.title.clone(), Some(address.clone())),
            Cell::Counted(one.matches.into(), places.clone()),
            Cell::Counted(one.words.into(), address),
            Cell::Figure(
                f64::from(one.matches) * 10_000.0 / f64::from(one.words.max(1)),
                2,
                places,
            ),
            Cell::Strip(one.positions.iter().map(|&at| at as f32).collect()),
        ])
    });
    Sheet {
        title: wording::found(record.total, Some(record.matches), 0),
        scope: super::about_words(scope(state, library, record.scope), terms),
        controls: controls(state, library),
        columns: vec![
            Column::new("document", &wording::DOCUMENT, Setting::Head),
            Column::new("matches", &wording::MATCHES, Setting::Number),
            Column::new("words", &wording::WORDS, Setting::Number),
            Column::new("per_10000", &wording::PER_10000, Setting::Number)
                .explained(wording::ABOUT_PER_10000),
            Column::new("places", &wording::PLACES, Setting::Strip)
                .explained(wording::ABOUT_PLACES),
        ],
        rows: rows.collect(),
        n_total: record.total,
        notes,
        method: vec![wording::DISPERSION_METHOD.to_string()],
        ..Sheet::default()
    }
}
