//! What is shown under "Read as" is read in the same way.

use proptest::prelude::*;
use query::{FieldTest, FuzzyDistance, Query, TextSpan, Word, WordForm, parse, parse_plain};

fn without_spans(query: Query) -> Query {
    let list = |parts: Vec<Query>| parts.into_iter().map(without_spans).collect();
    let boxed = |inner: Box<Query>| Box::new(without_spans(*inner));
    let span = TextSpan::default();
    match query {
        Query::Everything => query,
        Query::Word(word) => Query::Word(bare(word)),
        Query::Phrase { words, slop, .. } => Query::Phrase {
            words: bares(words),
            slop,
            span,
        },
        Query::Near {
            left,
            right,
            distance,
            ordered,
        } => Query::Near {
            left: boxed(left),
            right: boxed(right),
            distance,
            ordered,
        },
        Query::All(parts) => Query::All(list(parts)),
        Query::Any(parts) => Query::Any(list(parts)),
        Query::Not(inner) => Query::Not(boxed(inner)),
        Query::Sentence(inner) => Query::Sentence(boxed(inner)),
        Query::Paragraph(inner) => Query::Paragraph(boxed(inner)),
        Query::Quotation(inner) => Query::Quotation(boxed(inner)),
        Query::Field { name, test, .. } => {
            let test = match test {
                FieldTest::Words(words) => FieldTest::Words(bares(words)),
                FieldTest::Phrase(words) => FieldTest::Phrase(bares(words)),
                other => other,
            };
            Query::Field { name, test, span }
        }
    }
}

fn bare(word: Word) -> Word {
    Word {
        span: TextSpan::default(),
        ..word
    }
}

fn bares(words: Vec<Word>) -> Vec<Word> {
    words.into_iter().map(bare).collect()
}

#[track_caller]
fn check(query: Query) {
    let query = without_spans(query);
    let written = query.to_canonical();
    let (again, _) = parse(&written);
    assert_eq!(without_spans(again), query, "written as {written:?}");
}

fn word() -> impl Strategy<Value = Word> {
    let plain = prop_oneof![
        "[a-zA-Zéقא0-9]{1,4}",
        Just("OR".to_owned()),
        Just("NEAR/5".to_owned()),
        Just("w/5".to_owned()),
        Just("title:fall".to_owned()),
        Just("al-Sharaa".to_owned()),
        Just("https://a.b/c?d".to_owned()),
        "[a-z2][-:./()|\"'*?~^=\\\\ ,_&<\\[]{0,3}[a-z2]?",
    ];
    let forms = prop_oneof![
        Just(WordForm::Plain),
        Just(WordForm::Exact),
        Just(WordForm::Fuzzy(FuzzyDistance::Auto)),
        Just(WordForm::Fuzzy(FuzzyDistance::One)),
        Just(WordForm::Fuzzy(FuzzyDistance::Two)),
    ];
    prop_oneof![
        6 => (plain, forms).prop_map(|(text, form)| (text, form)),
        1 => "[a-z]{0,2}[*][a-z-]{0,2}[a-z][?]?".prop_map(|text| (text, WordForm::Wildcard)),
        1 => "[a-z()|/]{1,5}".prop_map(|text| (text, WordForm::Regex)),
    ]
    .prop_map(|(text, form)| Word {
        text,
        form,
        span: TextSpan::default(),
    })
}

fn phrase() -> impl Strategy<Value = Query> {
    (prop::collection::vec(word(), 2..4), 0u32..3).prop_map(|(words, slop)| Query::Phrase {
        words,
        slop,
        span: TextSpan::default(),
    })
}

fn field() -> impl Strategy<Value = Query> {
    let words = prop::collection::vec(word(), 1..4).prop_map(FieldTest::Words);
    let phrase = prop::collection::vec(word(), 2..4).prop_map(FieldTest::Phrase);
    let dates = (
        0i32..9999,
        1u8..13,
        1u8..29,
        prop::option::of((1u8..13, 1u8..29)),
    )
        .prop_map(|(year, month, day, end)| {
            let from = Some(query::DateBound { year, month, day });
            let to = end.map(|(month, day)| query::DateBound {
                year: year + 1,
                month,
                day,
            });
            FieldTest::Dates { from, to }
        });
    let of_text =
        prop_oneof![words, phrase, Just(FieldTest::Present)].prop_map(|test| ("title", test));
    let dates = (prop::sample::select(vec!["date", "day", "clipped"]), dates);
    prop_oneof![of_text, dates].prop_map(|(name, test)| Query::Field {
        name: name.into(),
        test,
        span: TextSpan::default(),
    })
}

fn mention() -> impl Strategy<Value = Query> {
    let names = prop::sample::select(vec!["person", "place", "org", "group", "by"]);
    (names, prop::collection::vec(word(), 1..3)).prop_map(|(name, words)| Query::Field {
        name: name.into(),
        test: FieldTest::Words(words),
        span: TextSpan::default(),
    })
}

fn tree() -> impl Strategy<Value = Query> {
    let leaf = prop_oneof![3 => word().prop_map(Query::Word), 1 => phrase(), 1 => field()];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let near = (
            prop_oneof![word().prop_map(Query::Word), phrase(), mention()],
            word(),
            1u32..9,
            any::<bool>(),
        );
        let near = near.prop_map(|(left, right, distance, ordered)| Query::Near {
            left: Box::new(left),
            right: Box::new(Query::Word(right)),
            distance,
            ordered,
        });
        let not = |query: &Query| !matches!(query, Query::Not(_));
        let no_all = |query: &Query| !matches!(query, Query::All(_));
        let no_any = |query: &Query| !matches!(query, Query::Any(_));
        prop_oneof![
            prop::collection::vec(inner.clone().prop_filter("flat", no_all), 2..4)
                .prop_map(Query::All),
            prop::collection::vec(inner.clone().prop_filter("flat", no_any), 2..4)
                .prop_map(Query::Any),
            inner
                .clone()
                .prop_filter("single", not)
                .prop_map(|inner| Query::Not(Box::new(inner))),
            inner
                .clone()
                .prop_map(|inner| Query::Sentence(Box::new(inner))),
            inner
                .clone()
                .prop_map(|inner| Query::Paragraph(Box::new(inner))),
            inner.prop_map(|inner| Query::Quotation(Box::new(inner))),
            near,
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_tree_is_read_back_as_it_was_written(query in tree()) {
        check(query);
    }

    #[test]
    fn any_text_is_read_as_what_is_shown(text in "\\PC{0,40}") {
        check(parse(&text).0);
        check(parse_plain(&text));
    }

    #[test]
    fn any_mix_of_operators_is_read_as_what_is_shown(
        parts in prop::collection::vec(prop::sample::select(PARTS), 0..14)
    ) {
        let text = parts.concat();
        check(parse(&text).0);
        check(parse_plain(&text));
    }

    #[test]
    fn a_tree_without_guesses_is_read_strictly(query in tree()) {
        let written = query.to_canonical();
        let dates = written.contains("date:");
        prop_assert!(dates || query::parse_strict(&written).is_ok(), "{written:?}");
    }

    #[test]
    fn spans_lie_on_characters_of_the_text(text in "\\PC{0,40}") {
        for problem in parse(&text).1 {
            prop_assert!(text.get(problem.span.start as usize..problem.span.end as usize).is_some());
        }
    }
}

const PARTS: &[&str] = &[
    "a",
    "b2",
    "homs",
    "AND",
    "OR",
    "NOT",
    "NEAR/3",
    "ONEAR/2",
    "w/4",
    "NEAR",
    " ",
    " ",
    " ",
    "-",
    "--",
    "=",
    "~",
    "~1",
    "~2",
    "^2",
    "\"",
    "“",
    "»",
    "(",
    ")",
    "|",
    "&&",
    "*",
    "?",
    "/",
    "/x+/",
    "\\",
    ":",
    "title:",
    "date:",
    "day:",
    "sentence:",
    "para:",
    "2024",
    "2024-12",
    "..",
    ">=",
    "<",
    "[2024 TO 2025]",
    "[",
    "]",
    "{",
    ",",
    ".",
    "!",
    "'",
    "é",
    "ق",
    "’",
    "—",
    "+",
    "https://",
    "\u{200f}",
    "８",
    "：",
    "／",
    "1",
    "，",
];
