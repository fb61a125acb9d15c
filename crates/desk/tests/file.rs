//! The file of a desk: what is saved is loaded, what is broken is told with its place, copies come to agree.

use desk::{Coverage, Desk, LoadError, Mark, Moment, Quote, SavedSearch, Target, id_of};
use proptest::prelude::*;
use std::collections::BTreeMap;

const ANY: &str = "(?s).{0,12}";

fn moments() -> impl Strategy<Value = Moment> {
    // Few of them, so that two changes at one time happen.
    (0_u64..6).prop_map(|n| Moment(n * 1_000_000_007))
}

fn spans() -> impl Strategy<Value = [u32; 2]> {
    (any::<u32>(), any::<u32>()).prop_map(|(a, b)| [a.min(b), a.max(b)])
}

fn targets() -> impl Strategy<Value = Target> {
    let quotes = (ANY, ANY, ANY).prop_map(|(exact, prefix, suffix)| Quote {
        exact,
        prefix,
        suffix,
    });
    (
        ANY,
        ANY,
        "[0-9a-f]{8}",
        quotes,
        spans(),
        spans(),
        "[0-9a-f]{0,8}",
        spans(),
    )
        .prop_map(
            |(document, title, corpus, quote, bytes, characters, block, in_block)| Target {
                document,
                title,
                corpus,
                quote,
                bytes,
                characters,
                block,
                in_block,
            },
        )
}

fn marks() -> impl Strategy<Value = Mark> {
    let tags = prop::collection::btree_set("[a-zß-öء-ي0-9\"\\\\]{1,6}", 0..3);
    (moments(), moments(), targets(), ANY, tags).prop_map(
        |(modified, created, target, note, tags)| Mark {
            modified,
            created,
            target,
            note,
            tags,
        },
    )
}

fn searches() -> impl Strategy<Value = SavedSearch> {
    (moments(), moments(), ANY, ANY).prop_map(|(modified, created, name, address)| SavedSearch {
        modified,
        created,
        name,
        address: ["/", &address].concat(),
    })
}

fn coverages() -> impl Strategy<Value = Coverage> {
    let blocks = prop::collection::btree_set("[0-9a-f]{8}", 0..4);
    (moments(), any::<bool>(), moments(), blocks).prop_map(|(modified, is_read, since, blocks)| {
        Coverage {
            modified,
            is_read,
            since,
            blocks,
        }
    })
}

fn few<T: std::fmt::Debug>(
    values: impl Strategy<Value = T>,
) -> impl Strategy<Value = BTreeMap<String, T>> {
    prop::collection::btree_map("[ab]|urn:uuid:[0-9]", values, 0..4)
}

fn desks() -> impl Strategy<Value = Desk> {
    (
        few(marks()),
        few(searches()),
        few(coverages()),
        few(moments()),
    )
        .prop_map(|(marks, searches, coverage, removed)| Desk {
            marks,
            searches,
            coverage,
            removed,
        })
}

fn merged(one: &Desk, other: &Desk) -> Desk {
    let mut merged = one.clone();
    merged.merge(other);
    merged
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_saved_is_loaded(desk in desks()) {
        let file = desk.to_json(Moment(7));
        let loaded = Desk::of_json(&file).expect(&file);
        prop_assert_eq!(loaded.skipped, []);
        prop_assert_eq!(loaded.desk, desk);
        prop_assert!(serde_json::from_str::<serde_json::Value>(&file).is_ok(), "{}", file);
    }

    #[test]
    fn a_file_that_another_program_wrote_anew_is_loaded(desk in desks()) {
        let value: serde_json::Value = serde_json::from_str(&desk.to_json(Moment(7))).expect("our own JSON");
        let pretty = serde_json::to_string_pretty(&value).expect("JSON");
        prop_assert_eq!(Desk::of_json(&pretty).expect(&pretty).desk, desk);
    }

    #[test]
    fn copies_come_to_agree_in_any_order(a in desks(), b in desks(), c in desks()) {
        prop_assert_eq!(merged(&a, &b), merged(&b, &merged(&a, &b)), "twice is once");
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&merged(&c, &a), &b));
    }

    #[test]
    fn a_damaged_file_is_refused_or_read_and_never_a_panic(desk in desks(), at in any::<prop::sample::Index>(), with in ANY) {
        let mut file: Vec<char> = desk.to_json(Moment(7)).chars().collect();
        let at = at.index(file.len());
        file.splice(at..(at + 3).min(file.len()), with.chars());
        let _ = Desk::of_json(&file.into_iter().collect::<String>());
    }
}

fn one_mark() -> Desk {
    let mark = Mark {
        modified: Moment(5),
        created: Moment(5),
        target: Target {
            document: "the road/ح".into(),
            title: "The road".into(),
            quote: Quote {
                exact: "open".into(),
                ..Quote::default()
            },
            bytes: [3, 7],
            block: "0badcafe".into(),
            ..Target::default()
        },
        note: "look \"up\"".into(),
        tags: ["Homs".to_owned()].into(),
    };
    Desk {
        marks: [(id_of([7; 16]), mark)].into(),
        ..Desk::default()
    }
}

#[test]
fn the_file_is_a_web_annotation_collection() {
    let file: serde_json::Value =
        serde_json::from_str(&one_mark().to_json(Moment(9))).expect("JSON");
    assert_eq!(file["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(
        (&file["type"], &file["total"]),
        (&"AnnotationCollection".into(), &1.into())
    );
    let item = &file["first"]["items"][0];
    assert_eq!(item["id"], "urn:uuid:07070707-0707-4707-8707-070707070707");
    assert_eq!(item["type"], "Annotation");
    assert_eq!(item["body"][0]["purpose"], "commenting");
    assert_eq!(
        item["body"][1],
        serde_json::json!({"type": "TextualBody", "format": "text/plain", "value": "Homs", "purpose": "tagging"})
    );
    assert_eq!(
        item["target"]["source"],
        "urn:vademecum:document:the%20road%2F%D8%AD"
    );
    let selectors = &item["target"]["selector"];
    assert_eq!(
        selectors[0],
        serde_json::json!({"type": "TextQuoteSelector", "exact": "open", "prefix": "", "suffix": ""})
    );
    assert_eq!(
        selectors[2],
        serde_json::json!({"type": "DataPositionSelector", "start": 3, "end": 7})
    );
    assert_eq!(selectors[3]["value"], "/doc/the%20road%2F%D8%AD/0badcafe");
}

fn refused(change: impl Fn(String) -> String) -> String {
    let error = Desk::of_json(&change(one_mark().to_json(Moment(9)))).expect_err("a broken file");
    error.to_string()
}

#[test]
fn a_broken_file_is_refused_with_the_place_and_the_remedy() {
    let start = |told: String, beginning: &str| assert!(told.starts_with(beginning), "{told}");
    start(
        refused(|file| file.replace("\"total\":1,", "\"total\":1")),
        "line 8, column 1: expected `,` or `}`; choose a file",
    );
    start(
        refused(|file| file.replace("\"start\":3", "\"start\":-3")),
        "first.items[0].target.selector[2].start: expected a whole number below 4294967296, found \"-3\"; choose",
    );
    start(
        refused(|file| file.replace("\"exact\"", "\"text\"")),
        "first.items[0].target.selector[0].exact: expected a value, found none",
    );
    start(
        refused(|file| file.replace("1970-01-01T00:00:00.005Z", "yesterday")),
        "first.items[0].created: expected a time such as \"2026-11-21T15:18:06Z\", found \"yesterday\"",
    );
    start(
        refused(|_| "[1, 2]".into()),
        "the file: expected an object, found a list",
    );
    start(
        refused(|_| "{\"type\":\"FeatureCollection\"}".into()),
        "type: expected \"AnnotationCollection\", found \"FeatureCollection\"",
    );
    start(
        refused(|_| String::new()),
        "line 1, column 1: expected a JSON value",
    );
    start(
        refused(|_| "[".repeat(100_000)),
        "line 1, column 66: expected no more than 64 levels",
    );
    assert_eq!(
        Desk::of_json(
            &one_mark()
                .to_json(Moment(9))
                .replace("version\":1", "version\":2")
        ),
        Err(LoadError::Newer { found: 2, known: 1 })
    );
}

#[test]
fn annotations_of_other_programs_are_left_out_and_listed() {
    let file = one_mark()
        .to_json(Moment(9))
        .replace("urn:vademecum:document:", "https://example.org/");
    let loaded = Desk::of_json(&file).expect("a collection");
    assert_eq!(loaded.desk, Desk::default());
    assert_eq!(loaded.skipped[0].place, "first.items[0]");
}

#[test]
fn what_was_removed_stays_removed_and_what_was_changed_later_stays() {
    let older = one_mark();
    let id = older.marks.keys().next().expect("a mark").clone();
    let mut newer = older.clone();
    newer.remove(&id, Moment(3));
    assert_eq!(
        merged(&newer, &older).marks.len(),
        0,
        "a clock that was set back"
    );
    let mut changed = older.clone();
    changed.marks.get_mut(&id).expect("the mark").modified = Moment(8);
    assert_eq!(merged(&newer, &changed).marks.len(), 1);
    let news = older.news_of(&changed);
    assert_eq!((news.n_new, news.n_changed, news.n_removed), (0, 1, 0));
}

#[test]
fn a_document_said_to_be_unread_begins_anew() {
    let mut coverage = Coverage::default();
    coverage.blocks.insert("0badcafe".into());
    let old = Desk {
        coverage: [("a".to_owned(), coverage.clone())].into(),
        ..Desk::default()
    };
    coverage.set_read(false, Moment(4));
    let new = Desk {
        coverage: [("a".to_owned(), coverage)].into(),
        ..Desk::default()
    };
    let both = merged(&old, &new);
    assert_eq!(both.coverage["a"].n_read(["0badcafe"]), 0);
}
