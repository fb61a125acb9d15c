//! Counts against a naive count, and what options do.

use crate::Corpus;
use linguistics::{
    CollocateOptions, CollocateOrder, Direction, KeynessOptions, NgramOptions, NgramOrder, Parts,
    WordListOptions, WordOrder,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A text as blocks of sentences of words.
type Text = Vec<Vec<Vec<&'static str>>>;

fn texts() -> impl Strategy<Value = Vec<Text>> {
    let word = prop::sample::select(vec!["homs", "hama", "fell", "held", "army", "road"]);
    let sentence = prop::collection::vec(word, 1..7);
    let block = prop::collection::vec(sentence, 1..4);
    prop::collection::vec(prop::collection::vec(block, 0..4), 1..5)
}

/// Writes sentences so that the analysis cuts them where they were made.
fn written(text: &Text) -> String {
    let sentence = |words: &Vec<&str>| {
        let words = words.join(" ");
        format!("{}{}!", words[..1].to_uppercase(), &words[1..])
    };
    let block = |block: &Vec<Vec<&str>>| block.iter().map(sentence).collect::<Vec<_>>().join(" ");
    text.iter().map(block).collect::<Vec<_>>().join("\n\n")
}

fn corpus_of(texts: &[Text]) -> Corpus {
    let written: Vec<String> = texts.iter().map(written).collect();
    Corpus::of(&written.iter().map(String::as_str).collect::<Vec<_>>())
}

fn ngram_options(size: usize) -> NgramOptions {
    NgramOptions {
        size,
        min_frequency: 1,
        min_documents: 0,
        inside_sentences: true,
        containing: Vec::new(),
        order: NgramOrder::Frequency,
        offset: 0,
        limit: usize::MAX,
    }
}

fn collocate_options() -> CollocateOptions {
    CollocateOptions {
        left: 2,
        right: 3,
        stop_at_sentence: true,
        min_frequency: 1,
        min_log_likelihood: 0.0,
        without: Vec::new(),
        order: CollocateOrder::Word,
        offset: 0,
        limit: usize::MAX,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn ngrams_are_those_of_a_naive_count(
        texts in texts(), size in 1_usize..7, inside_sentences in any::<bool>(), chosen in 0_u32..16,
    ) {
        let corpus = corpus_of(&texts);
        // Texts without a word are no documents.
        let texts: Vec<&Text> = texts.iter().filter(|text| !text.is_empty()).collect();
        prop_assume!(corpus.all().len() == texts.len());
        let documents: Vec<_> = corpus.all().into_iter().filter(|doc| chosen >> doc.0 & 1 == 1).collect();
        let mut naive: BTreeMap<String, (u32, BTreeSet<u32>)> = BTreeMap::new();
        for &doc in &documents {
            for block in texts[doc.as_usize()] {
                let runs = if inside_sentences { block.clone() } else { vec![block.concat()] };
                for gram in runs.iter().flat_map(|run| run.windows(size)) {
                    let entry = naive.entry(gram.join(" ")).or_default();
                    entry.0 += 1;
                    entry.1.insert(doc.0);
                }
            }
        }
        let options = NgramOptions { inside_sentences, order: NgramOrder::Words, ..ngram_options(size) };
        let found = corpus.words.ngrams(&documents, &options);
        let naive: Vec<(String, u32, u32)> =
            naive.into_iter().map(|(gram, (n, docs))| (gram, n, docs.len() as u32)).collect();
        let ours: Vec<(String, u32, u32)> = found.rows.iter().map(|row| {
            let terms: Vec<&str> = row.terms.iter().map(|&term| corpus.words.term(term)).collect();
            (terms.join(" "), row.frequency, row.documents)
        }).collect();
        prop_assert_eq!(found.n_tokens, naive.iter().map(|gram| u64::from(gram.1)).sum::<u64>());
        prop_assert_eq!(ours, naive);
    }

    #[test]
    fn collocates_are_those_of_a_naive_count(texts in texts(), stop_at_sentence in any::<bool>()) {
        let corpus = corpus_of(&texts);
        prop_assume!(corpus.index.term_id("homs").is_some());
        let mut naive: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        let mut in_windows = 0;
        for block in texts.iter().flatten() {
            let runs = if stop_at_sentence { block.clone() } else { vec![block.concat()] };
            for run in &runs {
                for at in (0..run.len()).filter(|&at| run[at] == "homs") {
                    for (other, word) in run.iter().enumerate() {
                        let near = (other < at && at - other <= 2) || (other > at && other - at <= 3);
                        if near {
                            let entry = naive.entry(word).or_default();
                            entry.0 += u32::from(other < at);
                            entry.1 += u32::from(other > at);
                            in_windows += 1;
                        }
                    }
                }
            }
        }
        let matches = corpus.find(&["homs"]);
        let options = CollocateOptions { stop_at_sentence, ..collocate_options() };
        let found = corpus.words.collocates(&corpus.all(), &matches, &options);
        prop_assert_eq!(found.window_words, in_windows);
        for row in &found.rows {
            let naive = naive[corpus.words.term(row.term)];
            prop_assert_eq!((row.left, row.right), naive);
            prop_assert_eq!(row.positions.iter().sum::<u32>(), row.observed);
            prop_assert_eq!(row.positions[..2].iter().sum::<u32>(), row.left);
            prop_assert!(f64::from(row.observed) > row.expected);
        }
    }

    #[test]
    fn matches_are_those_of_a_naive_scan(texts in texts()) {
        let corpus = corpus_of(&texts);
        prop_assume!(corpus.index.term_id("homs").is_some() && corpus.index.term_id("fell").is_some());
        let naive: usize = texts.iter().flatten().map(|block| {
            block.concat().windows(2).filter(|pair| *pair == ["homs", "fell"]).count()
        }).sum();
        prop_assert_eq!(corpus.find(&["homs", "fell"]).len(), naive);
    }
}

#[test]
fn titles_are_not_counted() {
    let corpus = Corpus::of(&["homs fell"]);
    assert_eq!(corpus.words.n_words(), 2);
    let list = corpus.words.word_list(
        &corpus.all(),
        &WordListOptions {
            limit: 9,
            ..WordListOptions::default()
        },
    );
    assert!(
        list.rows
            .iter()
            .all(|row| corpus.words.term(row.term) != "zzz")
    );
}

#[test]
fn a_word_list_groups_the_words_of_one_stem() {
    let corpus = Corpus::of(&["betrayal betrayals betray", "betrayals army"]);
    let list = corpus.words.word_list(
        &corpus.all(),
        &WordListOptions {
            stems: vec![analysis::Language::English],
            limit: 9,
            ..WordListOptions::default()
        },
    );
    let row = &list.rows[0];
    assert_eq!(
        (corpus.words.term(row.term), row.frequency, row.documents),
        ("betrayals", 4, 2)
    );
    assert_eq!(
        row.forms,
        [
            (corpus.term("betrayals"), 2),
            (corpus.term("betray"), 1),
            (corpus.term("betrayal"), 1)
        ]
    );
}

#[test]
fn a_word_list_is_filtered_and_sorted_by_any_column() {
    let corpus = Corpus::of(&["homs homs homs hama army", "hama road"]);
    let listed = |options: WordListOptions| {
        let list = corpus.words.word_list(&corpus.all(), &options);
        let terms = list.rows.iter().map(|row| corpus.words.term(row.term));
        (list.total, terms.map(str::to_owned).collect::<Vec<_>>())
    };
    let options = |order| WordListOptions {
        order,
        limit: 2,
        ..WordListOptions::default()
    };
    assert_eq!(
        listed(options(WordOrder::Frequency)),
        (4, vec!["homs".into(), "hama".into()])
    );
    assert_eq!(listed(options(WordOrder::Documents)).1[0], "hama");
    assert_eq!(listed(options(WordOrder::Word)).1, ["army", "hama"]);
    let reversed = WordListOptions {
        reversed: true,
        ..options(WordOrder::Word)
    };
    assert_eq!(listed(reversed).1, ["road", "homs"]);
    let only = WordListOptions {
        only: Some(corpus.words.terms_like("H*")),
        without: vec![corpus.term("homs")],
        ..options(WordOrder::Word)
    };
    assert_eq!(listed(only), (1, vec!["hama".into()]));
}

#[test]
fn ngrams_can_be_asked_to_hold_a_word_and_to_stand_in_two_documents() {
    let corpus = Corpus::of(&["the fall of Homs. The fall of Hama", "the fall of Homs"]);
    let options = NgramOptions {
        containing: vec![corpus.term("of")],
        min_documents: 2,
        ..ngram_options(2)
    };
    let found = corpus.words.ngrams(&corpus.all(), &options);
    let grams: Vec<(&str, u32)> = found
        .rows
        .iter()
        .map(|row| (corpus.words.term(row.terms[0]), row.frequency))
        .collect();
    assert_eq!(grams, [("fall", 3), ("of", 2)]);
}

#[test]
fn keyness_tells_which_way_and_leaves_chance_out() {
    let corpus = Corpus::of(&[
        "homs homs homs homs homs homs homs homs road army",
        "hama hama hama hama hama hama hama hama road army",
    ]);
    let keyness = |direction| {
        let options = KeynessOptions {
            min_log_likelihood: 6.63,
            direction,
            limit: 9,
            ..KeynessOptions::default()
        };
        let found = corpus
            .words
            .keyness(&[index::DocId(0)], &[index::DocId(1)], &options);
        let rows = found.rows.iter();
        rows.map(|row| (corpus.words.term(row.term).to_owned(), row.log_ratio))
            .collect::<Vec<_>>()
    };
    assert_eq!(keyness(Direction::Target), [("homs".to_owned(), 4.0)]);
    assert_eq!(keyness(Direction::Reference), [("hama".to_owned(), -4.0)]);
    assert_eq!(keyness(Direction::Both).len(), 2);
}

#[test]
fn dispersion_shows_where_matches_stand() {
    let corpus = Corpus::of(&["homs a b homs", "a b c d", "a homs"]);
    let matches = corpus.find(&["homs"]);
    let found = corpus
        .words
        .dispersion(&corpus.all(), &matches, Parts::Documents, 0, 9);
    assert_eq!(found.range, 2);
    assert_eq!(found.rows[0].positions, [0.0, 0.75]);
    assert_eq!(found.rows[1].positions, [0.5]);
    // Shares of words 4, 4 and 2 of 10; of matches 2, 0 and 1 of 3.
    let dp = found.deviation.expect("there are matches").dp;
    assert!((dp - 0.4).abs() < 1e-12, "{dp}");
    let halves = corpus
        .words
        .dispersion(&corpus.all(), &matches, Parts::Equal(2), 0, 9);
    assert_eq!(halves.n_parts, 2);
}

#[test]
fn similar_documents_come_with_the_words_that_make_them_so() {
    let corpus = Corpus::of(&[
        "captagon pills were found in the transformer",
        "the pills of captagon in a transformer",
        "the road to Homs",
        "in the road",
    ]);
    let found = corpus.words.similar(index::DocId(0), &corpus.all(), 9);
    assert_eq!(found[0].doc, index::DocId(1));
    let shared: Vec<&str> = found[0]
        .shared
        .iter()
        .map(|shared| corpus.words.term(shared.term))
        .collect();
    assert!(
        shared.contains(&"captagon") && !shared.contains(&"the"),
        "{shared:?}"
    );
    let sum: f64 = found[0].shared.iter().map(|shared| shared.share).sum();
    assert!((sum - found[0].score).abs() < 1e-6);
}
