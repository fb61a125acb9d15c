//! Word lists: frequencies, key words, runs of words, collocates, dispersion.

use super::{Cell, Column, Control, Row, Setting, Sheet, about};
use crate::state::{Library, ViewState};
use crate::wording;
use protocol::{
    CollocateColumn, CollocatesRecord, CollocatesRequest, DispersionRecord, DispersionRequest,
    Filter, KeynessColumn, KeynessRecord, KeynessRequest, Lens, NgramColumn, NgramsRecord,
    NgramsRequest, Request, ScopeRecord, WordColumn, WordListRecord, WordListRequest,
};

/// A corpus of more documents offers no list of all of them to choose from.
const CHOICES_LIMIT: usize = 200;

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

fn list_control(state: &ViewState) -> Control {
    Control::of(
        "list",
        &wording::LIST,
        super::choices(&wording::WORD_LISTS),
        state,
    )
}

fn text_control(key: &'static str, label: &'static str, state: &ViewState) -> Control {
    Control::of(key, label, Vec::new(), state)
}

fn number_control(
    key: &'static str,
    label: &'static str,
    usual: u32,
    range: std::ops::RangeInclusive<u32>,
    state: &ViewState,
) -> Control {
    let mut choices = vec![(String::new(), usual.to_string())];
    for n in range {
        if n != usual {
            choices.push((n.to_string(), n.to_string()));
        }
    }
    Control::of(key, label, choices, state)
}

fn scope(state: &ViewState, scope: ScopeRecord) -> String {
    about(state, scope.documents as usize, Some(scope.words as usize))
}

/// Returns a word that leads to its concordance.
fn word(word: &str, state: &ViewState) -> Cell {
    let address = super::concordance_of(&quoted(word), None, state);
    Cell::Text(word.to_owned(), Some(address))
}

/// Returns how often a word occurs, with the way to these places.
fn occurrences(n: u64, word: &str, state: &ViewState) -> Cell {
    Cell::Counted(n, super::concordance_of(&quoted(word), None, state))
}

/// Returns what is looked for: its own words, else the search's.
fn node(state: &ViewState) -> &str {
    match state.option("find") {
        "" => &state.query,
        own => own,
    }
}

/// Returns how often a word stands near the node, with the way to these places where a query finds them.
fn beside(n: u32, word: &str, state: &ViewState) -> Cell {
    let node = node(state).trim();
    if node.is_empty() || !node.chars().all(char::is_alphanumeric) {
        return Cell::count(n.into());
    }
    let window = match state.option("window") {
        "" => "5",
        own => own,
    };
    let query = [node, " NEAR/", window, " ", word].concat();
    Cell::Counted(n.into(), super::concordance_of(&query, None, state))
}

fn quoted(word: &str) -> String {
    if word.contains(' ') {
        ["\"", word, "\""].concat()
    } else {
        word.to_owned()
    }
}

fn row(cells: Vec<Cell>) -> Row {
    Row {
        cells,
        ..Row::default()
    }
}

/// Returns the table of frequencies.
pub(super) fn list(record: &WordListRecord, state: &ViewState) -> Sheet {
    let has_forms = state.option("kind") == "stems";
    let mut columns = vec![
        Column::new("word", &wording::WORD, Setting::Head).ordered("word"),
        Column::new("frequency", &wording::FREQUENCY, Setting::Number).ordered("frequency"),
        Column::new("documents", &wording::DOCUMENTS, Setting::Number).ordered("documents"),
        Column::new("per_10000", &wording::PER_10000, Setting::Number),
    ];
    if has_forms {
        columns.push(Column::new("forms", &wording::FORMS, Setting::Words));
    }
    let rows = record.rows.iter().map(|one| {
        let mut cells = vec![
            word(&one.term, state),
            occurrences(one.frequency, &one.term, state),
            Cell::count(one.documents.into()),
            Cell::Number(one.per_million / 100.0, 2),
        ];
        if has_forms {
            let forms: Vec<String> = one
                .forms
                .iter()
                .map(|(form, n)| [form, " ", &wording::number(*n as usize)].concat())
                .collect();
            cells.push(Cell::words(&forms.join(", ")));
        }
        row(cells)
    });
    Sheet {
        title: wording::n_different_words(record.total),
        scope: scope(state, record.scope),
        controls: vec![
            list_control(state),
            Control::of(
                "kind",
                &wording::COUNT_AS,
                super::choices(&wording::WORD_KINDS),
                state,
            ),
            Control::of(
                "show",
                &wording::SHOW,
                super::choices(&wording::WORD_SHARES),
                state,
            ),
            text_control("find", &wording::FIND_WORD, state),
        ],
        columns,
        rows: rows.collect(),
        n_total: record.total,
        notes: super::notes(&record.notes),
        method: vec![wording::FREQUENCY_METHOD.to_string()],
        ..Sheet::default()
    }
}

/// Returns the table of runs of words.
pub(super) fn ngrams(record: &NgramsRecord, state: &ViewState) -> Sheet {
    let rows = record.rows.iter().map(|one| {
        row(vec![
            word(&one.ngram, state),
            occurrences(one.frequency.into(), &one.ngram, state),
            Cell::count(one.documents.into()),
            Cell::Number(one.per_million / 100.0, 2),
        ])
    });
    Sheet {
        title: wording::n_ngrams(record.total),
        scope: scope(state, record.scope),
        controls: vec![
            list_control(state),
            number_control("length", &wording::NGRAM_LENGTH, 3, 1..=6, state),
            number_control("least", &wording::LEAST, 2, 1..=10, state),
            text_control("find", &wording::CONTAINING, state),
        ],
        columns: vec![
            Column::new("words", &wording::WORDS, Setting::Head).ordered("word"),
            Column::new("frequency", &wording::FREQUENCY, Setting::Number).ordered("frequency"),
            Column::new("documents", &wording::DOCUMENTS, Setting::Number).ordered("documents"),
            Column::new("per_10000", &wording::PER_10000, Setting::Number),
        ],
        rows: rows.collect(),
        n_total: record.total,
        notes: super::notes(&record.notes),
        method: vec![wording::NGRAMS_METHOD.to_string()],
        ..Sheet::default()
    }
}

/// Returns the table of collocates.
pub(super) fn collocates(record: &CollocatesRecord, state: &ViewState) -> Sheet {
    let number =
        |name: &str, label: &str, order| Column::new(name, label, Setting::Number).ordered(order);
    let rows = record.rows.iter().map(|one| {
        row(vec![
            word(&one.collocate, state),
            Cell::Number(one.log_dice, 2),
            Cell::Number(one.log_likelihood, 2),
            Cell::Number(one.mi, 2),
            Cell::Number(one.t_score, 2),
            beside(one.observed, &one.collocate, state),
            Cell::Number(one.expected, 2),
            Cell::count(one.left.into()),
            Cell::count(one.right.into()),
            Cell::count(one.frequency.into()),
        ])
    });
    let mut notes = super::notes(&record.notes);
    if state.query.trim().is_empty() && state.option("find").is_empty() {
        notes.insert(0, wording::COLLOCATES_NEED_WORDS.to_string());
    }
    Sheet {
        title: wording::n_collocates(record.total, record.matches),
        scope: scope(state, record.scope),
        controls: vec![
            list_control(state),
            text_control("find", &wording::NEAR, state),
            number_control("window", &wording::WINDOW, 5, 1..=10, state),
            number_control("least", &wording::LEAST, 3, 1..=10, state),
        ],
        columns: vec![
            Column::new("collocate", &wording::WORD, Setting::Head).ordered("word"),
            number("log_dice", "logDice", "log_dice"),
            number("log_likelihood", &wording::LOG_LIKELIHOOD, "log_likelihood"),
            number("mi", "MI", "mi"),
            number("t", "t", "t"),
            number("observed", &wording::OBSERVED, "observed"),
            Column::new("expected", &wording::EXPECTED, Setting::Number),
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
    let mut controls = vec![list_control(state)];
    if library.corpus.documents.len() <= CHOICES_LIMIT {
        for (key, label, first) in [
            ("a", &wording::WORDS_OF, &wording::THE_LENS),
            ("against", &wording::AGAINST, &wording::THE_REST),
        ] {
            let mut choices = super::choices(&[("", *first)]);
            for document in &library.corpus.documents {
                choices.push((document.id.clone(), document.title.clone()));
            }
            controls.push(Control::of(key, label, choices, state));
        }
    }
    controls.push(number_control("least", &wording::LEAST, 3, 1..=10, state));
    let rows = record.rows.iter().map(|one| {
        row(vec![
            word(&one.term, state),
            Cell::Number(one.log_likelihood, 2),
            Cell::Number(one.log_ratio, 2),
            occurrences(one.frequency.into(), &one.term, state),
            Cell::count(one.reference_frequency.into()),
            Cell::Number(one.per_million / 100.0, 2),
            Cell::Number(one.reference_per_million / 100.0, 2),
            Cell::words(&one.significance),
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
        controls,
        columns: vec![
            Column::new("word", &wording::WORD, Setting::Head).ordered("word"),
            Column::new("log_likelihood", &wording::LOG_LIKELIHOOD, Setting::Number)
                .ordered("log_likelihood"),
            Column::new("log_ratio", "Log Ratio", Setting::Number).ordered("log_ratio"),
            Column::new("here", &wording::HERE, Setting::Number).ordered("frequency"),
            Column::new("there", &wording::THERE, Setting::Number),
            Column::new("here_per_10000", &wording::HERE_PER_10000, Setting::Number),
            Column::new(
                "there_per_10000",
                &wording::THERE_PER_10000,
                Setting::Number,
            ),
            Column::new("significance", &wording::SIGNIFICANCE, Setting::Words),
        ],
        rows: rows.collect(),
        n_total: record.total,
        notes: super::notes(&record.notes),
        method: wording::KEYNESS_METHOD.map(|one| one.to_string()).to_vec(),
        ..Sheet::default()
    }
}

/// Returns the table of where matches stand.
pub(super) fn dispersion(record: &DispersionRecord, state: &ViewState) -> Sheet {
    let mut notes = super::notes(&record.notes);
    if state.query.trim().is_empty() && state.option("find").is_empty() {
        notes.insert(0, wording::DISPERSION_NEEDS_WORDS.to_string());
    }
    if let (Some(dp), Some(dp_norm)) = (record.dp, record.dp_norm) {
        notes.push(wording::evenness(dp, dp_norm, record.parts));
    }
    let rows = record.rows.iter().map(|one| {
        let address = state.in_document(&one.doc, "", None).to_fragment();
        row(vec![
            Cell::Text(one.title.clone(), Some(address)),
            Cell::Counted(
                one.matches.into(),
                super::concordance_of(node(state), Some(&one.doc), state),
            ),
            Cell::count(one.words.into()),
            Cell::Number(
                f64::from(one.matches) * 10_000.0 / f64::from(one.words.max(1)),
                2,
            ),
            Cell::Strip(one.positions.iter().map(|&at| at as f32).collect()),
        ])
    });
    Sheet {
        title: wording::found(record.total, Some(record.matches), 0),
        scope: scope(state, record.scope),
        controls: vec![
            list_control(state),
            text_control("find", &wording::NEAR, state),
        ],
        columns: vec![
            Column::new("document", &wording::DOCUMENT, Setting::Head),
            Column::new("matches", &wording::MATCHES, Setting::Number),
            Column::new("words", &wording::WORDS, Setting::Number),
            Column::new("per_10000", &wording::PER_10000, Setting::Number),
            Column::new("places", &wording::PLACES, Setting::Strip),
        ],
        rows: rows.collect(),
        n_total: record.total,
        notes,
        method: vec![wording::DISPERSION_METHOD.to_string()],
        ..Sheet::default()
    }
}
