//! Figures equal those that nltk, scipy and plain Python gave for the same eight texts; see
//! `tests/reference/reference.py`.

use crate::Corpus;
use linguistics::{
    CollocateOptions, CollocateOrder, KeynessOptions, KeynessOrder, Match, NgramOptions,
    NgramOrder, Parts, WordListOptions,
};
use serde_json::Value;

const TEXTS: &str = include_str!("../reference/texts.jsonl");
const FIGURES: &str = include_str!("../reference/figures.json");

fn figures() -> Value {
    serde_json::from_str(FIGURES).expect("the figures are JSON")
}

fn corpus() -> Corpus {
    Corpus::of_lines(TEXTS)
}

fn count(value: &Value) -> u64 {
    value
        .as_u64()
        .unwrap_or_else(|| panic!("{value} is no count"))
}

#[track_caller]
fn near(ours: f64, reference: &Value, about: &str) {
    let reference = reference.as_f64().expect("a figure");
    let error = (ours - reference).abs() / reference.abs().max(1.0);
    assert!(error < 1e-9, "{about}: {ours} for {reference}");
}

fn rows(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

/// Returns the places of the node without joined forms, as the reference counts it.
fn node(corpus: &Corpus, figures: &Value) -> Vec<Match> {
    corpus.find(&[figures["node"].as_str().expect("a word")])
}

#[test]
fn the_word_list_is_the_same() {
    let (corpus, figures) = (corpus(), figures());
    let options = WordListOptions {
        limit: 40,
        ..WordListOptions::default()
    };
    let list = corpus.words.word_list(&corpus.all(), &options);
    assert_eq!(corpus.words.n_words(), count(&figures["words"]));
    assert_eq!(list.total as u64, count(&figures["terms"]));
    let reference = rows(&figures["word_list"]);
    assert_eq!(list.rows.len(), reference.len());
    for (row, reference) in list.rows.iter().zip(reference) {
        assert_eq!(corpus.words.term(row.term), reference[0]);
        assert_eq!(row.frequency, count(&reference[1]));
        assert_eq!(u64::from(row.documents), count(&reference[2]));
        near(row.per_million, &reference[3], "per million");
    }
}

#[test]
fn ngrams_of_all_sizes_are_the_same() {
    let (corpus, figures) = (corpus(), figures());
    for size in 1..=6 {
        let reference = &figures["ngrams"][size.to_string()];
        let options = |min_frequency| NgramOptions {
            size,
            min_frequency,
            min_documents: 0,
            inside_sentences: false,
            containing: Vec::new(),
            order: NgramOrder::Frequency,
            offset: 0,
            limit: 30,
        };
        let found = corpus.words.ngrams(&corpus.all(), &options(1));
        assert_eq!(found.total as u64, count(&reference["kinds"]));
        assert_eq!(found.n_tokens, count(&reference["tokens"]));
        let repeated = corpus.words.ngrams(&corpus.all(), &options(2));
        assert_eq!(repeated.total as u64, count(&reference["repeated"]));
        for (row, reference) in found.rows.iter().zip(rows(&reference["rows"])) {
            let terms: Vec<&str> = row
                .terms
                .iter()
                .map(|&term| corpus.words.term(term))
                .collect();
            assert_eq!(terms.join(" "), reference[0]);
            assert_eq!(u64::from(row.frequency), count(&reference[1]));
            assert_eq!(u64::from(row.documents), count(&reference[2]));
        }
    }
}

#[test]
fn collocates_are_the_same_to_nine_digits() {
    let (corpus, figures) = (corpus(), figures());
    let matches = node(&corpus, &figures);
    let options = CollocateOptions {
        left: 5,
        right: 5,
        stop_at_sentence: false,
        min_frequency: 2,
        min_log_likelihood: 0.0,
        without: Vec::new(),
        order: CollocateOrder::Word,
        offset: 0,
        limit: usize::MAX,
    };
    let found = corpus.words.collocates(&corpus.all(), &matches, &options);
    let reference = &figures["collocates"];
    assert_eq!(matches.len() as u64, count(&reference["matches"]));
    assert_eq!(found.window_words, count(&reference["window_words"]));
    // What is rarer near the node than by chance is no row of ours.
    let attracted = rows(&reference["rows"])
        .iter()
        .filter(|row| row[1].as_f64() > row[4].as_f64());
    let attracted: Vec<&Value> = attracted.collect();
    assert_eq!(found.rows.len(), attracted.len());
    for (row, reference) in found.rows.iter().zip(attracted) {
        let word = corpus.words.term(row.term);
        assert_eq!(word, reference[0]);
        let counts = [row.observed, row.left, row.right].map(u64::from);
        assert_eq!(
            counts,
            [&reference[1], &reference[2], &reference[3]].map(count),
            "{word}"
        );
        near(row.expected, &reference[4], word);
        near(row.log_dice, &reference[5], word);
        near(row.log_likelihood, &reference[6], word);
        near(row.mutual_information, &reference[7], word);
        near(row.t_score, &reference[8], word);
    }
}

#[test]
fn keyness_is_the_same_to_nine_digits() {
    let (corpus, figures) = (corpus(), figures());
    let target = figures["target"].as_str().expect("an id");
    let target = corpus.index.doc_by_id(target).expect("it is there");
    let reference: Vec<_> = corpus
        .all()
        .into_iter()
        .filter(|&doc| doc != target)
        .collect();
    let options = KeynessOptions {
        min_frequency: 3,
        order: KeynessOrder::Word,
        limit: usize::MAX,
        ..KeynessOptions::default()
    };
    let found = corpus.words.keyness(&[target], &reference, &options);
    assert_eq!(found.rows.len(), rows(&figures["keyness"]).len());
    for (row, reference) in found.rows.iter().zip(rows(&figures["keyness"])) {
        let word = corpus.words.term(row.term);
        assert_eq!(word, reference[0]);
        assert_eq!(u64::from(row.target), count(&reference[1]), "{word}");
        assert_eq!(u64::from(row.reference), count(&reference[2]), "{word}");
        near(row.log_likelihood, &reference[3], word);
        near(row.log_likelihood_2x2, &reference[4], word);
        near(row.log_ratio, &reference[5], word);
    }
}

#[test]
fn dispersion_is_the_same() {
    let (corpus, figures) = (corpus(), figures());
    let (matches, reference) = (node(&corpus, &figures), &figures["dispersion"]);
    for (parts, name) in [
        (Parts::Documents, "documents"),
        (Parts::Equal(7), "seven_parts"),
    ] {
        let found = corpus
            .words
            .dispersion(&corpus.all(), &matches, parts, 0, usize::MAX);
        let deviation = found.deviation.expect("there are matches");
        near(deviation.dp, &reference[name][0], name);
        near(deviation.dp_norm, &reference[name][1], name);
        for row in &found.rows {
            let id = corpus.index.document(row.doc).id();
            let places = rows(&reference["positions"][id]);
            assert_eq!(row.positions.len(), places.len(), "{id}");
            for (&ours, place) in row.positions.iter().zip(places) {
                near(ours, place, id);
            }
        }
        let n_documents = reference["positions"]
            .as_object()
            .expect("by document")
            .len();
        assert_eq!(found.rows.len(), n_documents);
    }
}

#[test]
fn similar_documents_are_the_same_within_32_bits() {
    let (corpus, figures) = (corpus(), figures());
    let target = figures["target"].as_str().expect("an id");
    let target = corpus.index.doc_by_id(target).expect("it is there");
    let found = corpus.words.similar(target, &corpus.all(), usize::MAX);
    for (found, reference) in found.iter().zip(rows(&figures["similar"])) {
        assert_eq!(corpus.index.document(found.doc).id(), reference[0]);
        let score = reference[1].as_f64().expect("a figure");
        assert!(
            (found.score - score).abs() < 1e-6,
            "{} for {score}",
            found.score
        );
    }
}
