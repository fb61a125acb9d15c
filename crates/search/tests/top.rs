//! The first hits are those of the whole list, whatever was left out to find them.

use corpus::{Block, BlockKind, ByteSpan, Document};
use index::{BuildOptions, Index, IndexBuilder};
use proptest::prelude::*;
use search::{Answer, SearchOptions, Searcher, Tables};

/// Frequent words first; stems, compounds and a typing error among them.
const VOCABULARY: [&str; 16] = [
    "river",
    "the",
    "bridge",
    "rivers",
    "crossing",
    "of",
    "dawn",
    "al-rastan",
    "crossed",
    "homs",
    "rastan",
    "ford",
    "guard",
    "bridges",
    "kobani",
    "palmyra",
];

/// Documents from numbers: each is a length and a seed for Zipf-like draws.
fn build(drafts: &[(usize, u32)]) -> Index {
    let mut builder = IndexBuilder::new(BuildOptions::default());
    for (id, &(n_words, seed)) in drafts.iter().enumerate() {
        let mut state = seed;
        let mut draw = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let share = f64::from(state >> 8) / f64::from(1 << 24);
            VOCABULARY[(16f64.powf(share) - 1.0) as usize % 16]
        };
        let title = draw();
        let (mut text, mut blocks) = (String::new(), Vec::new());
        for words in 0..n_words.div_ceil(9) {
            if words > 0 {
                text.push_str("\n\n");
            }
            let start = text.len() as u32;
            let line: Vec<&str> = (0..9.min(n_words - words * 9)).map(|_| draw()).collect();
            text.push_str(&line.join(" "));
            blocks.push(Block {
                kind: if words % 5 == 4 {
                    BlockKind::Heading(2)
                } else {
                    BlockKind::Paragraph
                },
                span: ByteSpan::new(start, text.len() as u32),
            });
        }
        builder.add(&Document {
            id: id.to_string(),
            title: title.to_string(),
            text,
            blocks,
            lang: Some("en".to_string()),
            ..Document::default()
        });
    }
    let bytes = builder.finish().expect("sound documents");
    Index::open(bytes.into()).expect("bytes as built")
}

fn ranked(answer: &Answer) -> Vec<(u32, f64)> {
    answer
        .hits
        .iter()
        .map(|hit| (hit.doc.0, hit.score))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_first_hits_are_those_of_the_whole_list(
        drafts in prop::collection::vec((1..60_usize, any::<u32>()), 1..500),
        words in prop::collection::vec(prop::sample::select(VOCABULARY.to_vec()), 1..9),
        form in 0..5,
        limit in 1..40_usize,
    ) {
        let text = match form {
            0 => words.join(" OR "),
            1 => format!("\"{} {}\" {}", words[0], words[words.len() - 1], words.join(" ")),
            2 => format!("{} -kobani", words.join(" ")),
            3 => format!("{} ri*", words[0]),
            _ => words.join(" "),
        };
        let query = query::parse(&text).0;
        let index = build(&drafts);
        let tables = Tables::new(&index);
        let searcher = Searcher::new(&index, &tables);
        let search = |limit| searcher.search(&query, &SearchOptions { limit, facets: true, ..SearchOptions::default() });
        let (first, whole) = (search(limit), search(drafts.len() + 200));
        prop_assert_eq!((first.total, first.partial_total), (whole.total, whole.partial_total));
        prop_assert_eq!(first.total + first.partial_total, whole.hits.len());
        prop_assert_eq!(&first.facets, &whole.facets);
        let (first, mut whole) = (ranked(&first), ranked(&whole));
        // The best 128 by words alone are looked at for proximity; beyond these it moves nothing.
        whole.truncate(limit);
        prop_assert_eq!(first, whole, "{}", text);
    }
}
