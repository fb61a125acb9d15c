//! What the engine's parts cost, natively: `cargo xtask bench --micro`.
//!
//! The texts are made up, so that no file is needed: 2,000 documents of 200 words, drawn by Zipf's law
//! from 20,000 words. Same texts on every machine.

use analysis::tokens;
use corpus::{Document, ReadOptions, Source, read};
use divan::{Bencher, black_box};
use engine::Session;
use index::{BuildOptions, IndexBuilder, StoredPostings};
use protocol::{Request, SearchRequest};
use std::sync::OnceLock;

const N_DOCUMENTS: usize = 2_000;
const N_WORDS: usize = 200;
const N_FORMS: usize = 20_000;

fn main() {
    divan::main();
}

/// Numbers that look random and are the same in every run (Knuth's linear congruential generator, MMIX).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end
    }

    /// A rank with a frequency of about 1 / rank.
    fn rank(&mut self) -> usize {
        let share = self.below(1 << 24) as f64 / f64::from(1 << 24);
        (N_FORMS as f64).powf(share) as usize - 1
    }
}

/// The word of a rank: syllables, so that words share beginnings as real ones do.
fn word(rank: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ra", "ten", "mi", "dor", "sa", "lek", "bu", "kam", "al", "ho", "ris", "ne", "tu", "gar",
        "vi", "ost",
    ];
    let mut word = String::new();
    let mut rest = rank + 16;
    while rest > 0 {
        word.push_str(SYLLABLES[rest % 16]);
        rest /= 16;
    }
    word
}

/// The documents as a collection of JSON lines.
fn collection() -> String {
    let mut numbers = Numbers(20_241_208);
    let mut lines = String::new();
    for id in 0..N_DOCUMENTS {
        lines.push_str(&format!("{{\"id\":\"d{id}\",\"text\":\""));
        for place in 1..=N_WORDS {
            lines.push_str(&word(numbers.rank()));
            lines.push_str(match place {
                N_WORDS => "\"}\n",
                _ if place % 50 == 0 => ".\\n\\n",
                _ if place % 12 == 0 => ". ",
                _ => " ",
            });
        }
    }
    lines
}

fn documents() -> &'static [Document] {
    static DOCUMENTS: OnceLock<Vec<Document>> = OnceLock::new();
    DOCUMENTS.get_or_init(|| {
        let source = Source {
            name: "texts.jsonl".to_owned(),
            bytes: collection().into_bytes(),
        };
        read(&source, &ReadOptions::default()).documents
    })
}

fn compile(postings: StoredPostings) -> Vec<u8> {
    let mut builder = IndexBuilder::new(BuildOptions {
        title: String::new(),
        postings,
    });
    for document in documents() {
        builder.add(document);
    }
    builder.finish().expect("the documents are sound")
}

fn session() -> &'static Session {
    static SESSION: OnceLock<Session> = OnceLock::new();
    SESSION.get_or_init(|| {
        Session::open(compile(StoredPostings::Stored).into()).expect("just written")
    })
}

#[divan::bench]
fn read_json_lines(bencher: Bencher<'_, '_>) {
    let source = Source {
        name: "texts.jsonl".to_owned(),
        bytes: collection().into_bytes(),
    };
    bencher
        .counter(divan::counter::BytesCount::new(source.bytes.len()))
        .bench_local(|| read(black_box(&source), &ReadOptions::default()));
}

#[divan::bench]
fn tokenise(bencher: Bencher<'_, '_>) {
    let bytes: usize = documents().iter().map(|document| document.text.len()).sum();
    bencher
        .counter(divan::counter::BytesCount::new(bytes))
        .bench_local(|| {
            let mut n_tokens = 0_u64;
            for document in documents() {
                tokens(black_box(&document.text), &mut |_| n_tokens += 1);
            }
            n_tokens
        });
}

#[divan::bench(args = [StoredPostings::Stored, StoredPostings::Completed])]
fn build(bencher: Bencher<'_, '_>, postings: StoredPostings) {
    documents();
    bencher.bench_local(|| compile(postings));
}

#[divan::bench(args = [StoredPostings::Stored, StoredPostings::Completed])]
fn open(bencher: Bencher<'_, '_>, postings: StoredPostings) {
    let bytes = compile(postings);
    bencher
        .with_inputs(|| bytes.clone())
        .bench_local_values(|bytes| Session::open(bytes.into()).expect("just written"));
}

/// What a query shows, and its pattern for [`fill`].
struct Query(&'static str, &'static str);

impl std::fmt::Display for Query {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

/// Ranks in the vocabulary: 0 stands in nearly every document, 15,000 in a few.
#[divan::bench(args = [
    Query("one frequent word", "{0}"),
    Query("one rare word", "{15000}"),
    Query("two words", "{40} {300}"),
    Query("three words, widened", "{40} {300} {2000}"),
    Query("a question of eight", "{0} {3} {40} {90} {300} {700} {2000} {9000}"),
    Query("phrase of frequent words", "\"{0} {1} {2}\""),
    Query("near", "{40} NEAR/8 {300}"),
    Query("boolean", "({40} OR {90}) AND {300} AND NOT {700}"),
    Query("beginning of a word", "{700:2}*"),
    Query("wildcard", "*{700:2}*"),
    Query("typing error", "{700:x}"),
])]
fn search(bencher: Bencher<'_, '_>, query: &Query) {
    let request = Request::Search(SearchRequest {
        query: fill(query.1),
        limit: 10,
        passages: 3,
        ..SearchRequest::default()
    });
    let session = session();
    bencher.bench_local(|| session.answer(black_box(&request)));
}

/// Replaces `{rank}` by the word of that rank, `{rank:2}` by its first four letters and `{rank:x}` by
/// the word with two letters in the wrong order.
fn fill(pattern: &str) -> String {
    let mut query = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (place, tail) = after
            .split_once('}')
            .expect("patterns close what they open");
        let (rank, form) = place.split_once(':').unwrap_or((place, ""));
        let word = word(rank.parse().expect("a rank is a number"));
        query.push_str(before);
        match form {
            "2" => query.push_str(&word[..4]),
            "x" => {
                let mut letters: Vec<char> = word.chars().collect();
                letters.swap(2, 3);
                query.extend(letters);
            }
            _ => query.push_str(&word),
        }
        rest = tail;
    }
    query.push_str(rest);
    query
}
