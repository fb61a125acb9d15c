//! What concordance and statistics cost, natively: `cargo bench -p engine --bench linguistics`.
//!
//! `VADEMECUM_TEXTS` names a `.jsonl` collection; without it the texts are made up: 10,000 documents of
//! 250 words by Zipf's law. Words are read before anything is measured, but for `first_words`.

use corpus::{ReadOptions, Source, read};
use divan::{Bencher, black_box};
use engine::Session;
use index::{BuildOptions, IndexBuilder};
use protocol::{
    CollocatesRequest, ConcordanceLevel, ConcordanceRequest, DispersionRequest, KeynessRequest,
    Lens, NgramsRequest, Reply, Request, SimilarRequest, WordListRequest,
};
use std::sync::OnceLock;

fn main() {
    divan::main();
}

/// Words by Zipf's law from a generator of Knuth's (MMIX).
fn made_up() -> String {
    let mut state: u64 = 20_241_208;
    let mut lines = String::new();
    for id in 0..10_000 {
        let mut text = String::new();
        for place in 0..250 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let share = (state >> 40) as f64 / f64::from(1 << 24);
            let rank = 50_000_f64.powf(share) as usize;
            text.push_str(["the", "of", "and", "to"].get(rank - 1).unwrap_or(&"w"));
            text.push_str(&if rank > 4 {
                rank.to_string()
            } else {
                String::new()
            });
            text.push_str(if place % 20 == 19 { ". A " } else { " " });
        }
        lines.push_str(&format!(
            "{{\"id\":\"d{id}\",\"title\":\"{id}\",\"text\":\"{text}\"}}\n"
        ));
    }
    lines
}

fn index() -> &'static [u8] {
    static INDEX: OnceLock<Vec<u8>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let bytes = match std::env::var_os("VADEMECUM_TEXTS") {
            Some(file) => std::fs::read(file).expect("the collection can be read"),
            None => made_up().into_bytes(),
        };
        let source = Source {
            name: "texts.jsonl".into(),
            bytes,
        };
        let mut builder = IndexBuilder::new(BuildOptions::default());
        let texts = read(&source, &ReadOptions::default());
        texts
            .documents
            .iter()
            .for_each(|document| builder.add(document));
        builder.finish().expect("the collection fits an index")
    })
}

fn open() -> Session {
    Session::open(index().to_vec().into()).expect("it was just built")
}

fn session() -> &'static Session {
    static SESSION: OnceLock<Session> = OnceLock::new();
    SESSION.get_or_init(open)
}

/// Asks once before measuring: the first answer reads what all later ones share.
fn ask(bencher: Bencher<'_, '_>, request: Request) {
    let answer = || {
        let reply = session().answer(black_box(&request));
        assert!(!matches!(reply, Reply::Refused { .. }), "{reply:?}");
        reply
    };
    answer();
    bencher.bench(answer);
}

fn lens(query: &str) -> Lens {
    Lens {
        query: query.to_owned(),
        ..Lens::default()
    }
}

#[divan::bench(sample_count = 5)]
fn first_words(bencher: Bencher<'_, '_>) {
    bencher
        .with_inputs(open)
        .bench_values(|session| session.answer(&Request::WordList(WordListRequest::default())));
}

#[divan::bench(sample_count = 5)]
fn first_ngrams(bencher: Bencher<'_, '_>) {
    let session = || {
        let session = open();
        let _ = session.answer(&Request::WordList(WordListRequest::default()));
        session
    };
    bencher
        .with_inputs(session)
        .bench_values(|session| session.answer(&Request::Ngrams(NgramsRequest::default())));
}

#[divan::bench(args = ["the", "of the", "\"of the\"", "th*", "the NEAR/3 of"])]
fn concordance(bencher: Bencher<'_, '_>, query: &str) {
    ask(
        bencher,
        Request::Concordance(ConcordanceRequest {
            lens: lens(query),
            limit: 50,
            ..ConcordanceRequest::default()
        }),
    );
}

#[divan::bench]
fn concordance_sorted(bencher: Bencher<'_, '_>) {
    ask(
        bencher,
        Request::Concordance(ConcordanceRequest {
            lens: lens("the"),
            sort: vec![
                ConcordanceLevel::Right1,
                ConcordanceLevel::Left1,
                ConcordanceLevel::Node,
            ],
            limit: 50,
            ..ConcordanceRequest::default()
        }),
    );
}

#[divan::bench(args = [false, true])]
fn word_list(bencher: Bencher<'_, '_>, stems: bool) {
    ask(
        bencher,
        Request::WordList(WordListRequest {
            stems,
            limit: 50,
            ..WordListRequest::default()
        }),
    );
}

#[divan::bench(args = [1, 2, 3, 6])]
fn ngrams(bencher: Bencher<'_, '_>, size: u32) {
    ask(
        bencher,
        Request::Ngrams(NgramsRequest {
            size,
            min_frequency: 1,
            limit: 50,
            ..NgramsRequest::default()
        }),
    );
}

#[divan::bench]
fn ngrams_of_some(bencher: Bencher<'_, '_>) {
    ask(
        bencher,
        Request::Ngrams(NgramsRequest {
            lens: lens("th*"),
            size: 3,
            min_frequency: 2,
            min_documents: 2,
            limit: 50,
            ..NgramsRequest::default()
        }),
    );
}

#[divan::bench(args = ["the", "of"])]
fn collocates(bencher: Bencher<'_, '_>, query: &str) {
    ask(
        bencher,
        Request::Collocates(CollocatesRequest {
            lens: lens(query),
            limit: 50,
            ..CollocatesRequest::default()
        }),
    );
}

#[divan::bench]
fn keyness(bencher: Bencher<'_, '_>) {
    ask(
        bencher,
        Request::Keyness(KeynessRequest {
            target: lens("of the and -to"),
            limit: 50,
            ..KeynessRequest::default()
        }),
    );
}

#[divan::bench]
fn dispersion(bencher: Bencher<'_, '_>) {
    ask(
        bencher,
        Request::Dispersion(DispersionRequest {
            lens: lens("the"),
            limit: 50,
            ..DispersionRequest::default()
        }),
    );
}

#[divan::bench]
fn similar(bencher: Bencher<'_, '_>) {
    let id = session().index().document(index::DocId(7)).id().to_owned();
    ask(
        bencher,
        Request::Similar(SimilarRequest {
            id,
            limit: 10,
            ..SimilarRequest::default()
        }),
    );
}
