//! What readers saw and should not see again.

use crate::corpus_texts::{ask, document, full_hits, marked, search, session};
use protocol::{Reply, Request, SearchRequest};

/// Checks which of the documents answer the whole query.
fn check(texts: &[(&str, &str)], query: &str, expected: &[&str]) {
    let mut hits = full_hits(&session(texts), query);
    hits.sort();
    assert_eq!(hits, expected, "{query}");
}

/// Checks the kind and the sentence of the first note about a query.
fn check_note(texts: &[(&str, &str)], query: &str, kind: &str, sentence: &str) {
    let record = search(&session(texts), query);
    let notes: Vec<_> = record
        .notes
        .iter()
        .map(|note| (&*note.kind, &*note.message))
        .collect();
    let is_there = notes
        .iter()
        .any(|note| note.0 == kind && note.1.contains(sentence));
    assert!(is_there, "{query}: {notes:?}");
}

#[test]
fn the_first_passages_show_every_word_and_not_damascus_three_times() {
    let filler = "Damascus fell and Damascus slept while Damascus burned. Damascus Damascus.\n\n";
    let text = [
        "One\n\n",
        &filler.repeat(12),
        "Homs was quiet.\n\n",
        &filler.repeat(12),
    ]
    .concat();
    let others = [
        ("b.txt", "Two\n\nHoms and Homs."),
        ("c.txt", "Three\n\nHoms."),
    ];
    let session = session(&[("a.txt", &text), others[0], others[1]]);
    let record = search(&session, "homs damascus");
    let marks = marked(&record);
    assert_eq!(record.hits[0].id, "a");
    assert!(
        marks.contains(&"Homs") && marks.contains(&"Damascus"),
        "{marks:?}"
    );
}

#[test]
fn words_far_apart_in_one_long_sentence_are_both_shown() {
    let text = [
        "One\n\nDamascus Damascus ",
        &"and so on ".repeat(90),
        "near Homs ended.",
    ]
    .concat();
    let session = session(&[("a.txt", &text)]);
    let record = search(&session, "damascus homs");
    assert!(marked(&record).contains(&"Homs"), "{:?}", marked(&record));
}

#[test]
fn the_count_of_matches_is_the_number_of_marks() {
    let session = session(&[(
        "a.txt",
        "Al-Bukamal\n\nAl-Bukamal fell. Near Al Bukamal and Al-Bukamal’s bridge, al Bukamali waited in Albukamal; the al-Rastan men.",
    )]);
    for query in [
        "Al-Bukamal",
        "al bukamal",
        "albukamal",
        "\"al bukamal\"",
        "bukamal",
        "al*",
        "bridge men",
        "=Al-Bukamal al",
    ] {
        let record = search(&session, query);
        let n_marks = document(&session, "a", query).marks.len();
        assert_eq!(record.hits[0].matches, n_marks, "{query}");
        assert!(n_marks > 0, "{query}");
    }
}

#[test]
fn exact_searches_mark_only_the_words_typed() {
    let session = session(&[("a.md", "---\nlang: en\n---\n\n# One\n\nA plane and planes.")]);
    for (exact, n_marks) in [(true, 1), (false, 2)] {
        let request = Request::Document {
            id: "a".into(),
            query: "plane".into(),
            exact,
        };
        let Reply::Document(record) = session.answer(&request) else {
            panic!("a document is answered by a document");
        };
        assert_eq!(record.marks.len(), n_marks);
        let request = SearchRequest {
            query: "plane".into(),
            limit: 1,
            passages: 1,
            exact,
            ..SearchRequest::default()
        };
        assert_eq!(ask(&session, &request).hits[0].matches, n_marks);
        let request = SearchRequest {
            passages: 0,
            ..request
        };
        assert_eq!(
            ask(&session, &request).hits[0].matches,
            0,
            "no passages, no count"
        );
    }
}

#[test]
fn hama_is_not_hamas_and_eminences_are_no_emin() {
    let texts = [
        (
            "a.txt",
            "---\nlang: en\n---\n\n# One\n\nHama fell. Emin wrote of a child.",
        ),
        (
            "b.txt",
            "---\nlang: en\n---\n\n# Two\n\nHamas spoke. Eminences met the children.",
        ),
    ];
    check(&texts, "hama", &["a"]);
    check(&texts, "hamas", &["b"]);
    check(&texts, "eminences", &["b"]);
    check(&texts, "child", &["a", "b"]);
}

#[test]
fn short_words_are_not_guessed_at_far() {
    let texts = [(
        "a.txt",
        "One\n\nThe sun rose; a planet climbed over Khazali and Damascus.",
    )];
    check(&texts, "sum", &[]);
    check(&texts, "planat", &["a"]);
    check(&texts, "clipped", &[]);
    check(&texts, "damaskos", &["a"]);
    check(&texts, "sum~", &["a"]);
    check(&texts, "clipped~2", &["a"]);
    check(&texts, "plinit~2", &["a"]);
}

#[test]
fn a_word_of_several_characters_is_a_phrase() {
    let texts = [
        ("a.txt", "One\n\n北京と東京"),
        ("b.txt", "Two\n\nHoms and Hama"),
        ("c.txt", "Three\n\nHoms-Hama and ceasefire"),
    ];
    check(&texts, "北京", &["a"]);
    check(&texts, "京北", &[]);
    check(&texts, "homs-hama", &["c"]);
    check(&texts, "hama-homs", &[]);
    check(&texts, "cease-fire", &["c"]);
    check_note(&texts, "京北", "unknown_word", "京北");
}

const TAGGED: [(&str, &str); 2] = [
    (
        "a.md",
        "---\ntitle: One\ntag: prisoners\nclipped: 2026-03-01\n---\n\nA man climbed.",
    ),
    (
        "b.md",
        "---\ntitle: Two\ntag: trade\nclipped: 2025-03-01\n---\n\nText.",
    ),
];

#[test]
fn a_value_that_no_document_has_is_told() {
    check_note(&TAGGED, "tag:prisons", "unknown_value", "prisons");
    let record = search(&session(&TAGGED), "tag:prisons");
    assert_eq!(record.notes[0].suggestions, ["prisoners"]);
    check_note(&TAGGED, "doc:c", "unknown_value", "“c”");
    check_note(
        &TAGGED,
        "date:2024",
        "unknown_value",
        "no document has a date",
    );
    check_note(&TAGGED, "day:2024-12-08", "unknown_value", "--layers");
}

#[test]
fn a_query_without_a_word_says_so() {
    for query in ["=", "/", "?", "$", "..."] {
        check_note(&TAGGED, query, "parser", "");
        assert_eq!(search(&session(&TAGGED), query).total, 2, "{query}");
    }
    for query in ["", "  ", "\u{feff}"] {
        assert!(
            search(&session(&TAGGED), query).notes.is_empty(),
            "{query:?}"
        );
    }
    let plain = SearchRequest {
        query: "$ =".into(),
        limit: 5,
        plain: true,
        ..SearchRequest::default()
    };
    assert_eq!(ask(&session(&TAGGED), &plain).notes[0].kind, "parser");
}

#[test]
fn dates_in_any_key_are_compared() {
    check(&TAGGED, "clipped:>=2026", &["a"]);
    check(&TAGGED, "clipped:<2026-02", &["b"]);
    check(&TAGGED, "clipped:2025-01..2025-06", &["b"]);
    check(&TAGGED, "clipped:[2025 TO *]", &["a", "b"]);
    check(&TAGGED, "clipped:2026-03-01", &["a"]);
    check_note(&TAGGED, "clipped:>=2027", "unknown_value", "clipped");
    check_note(
        &TAGGED,
        "tag:>=2026",
        "unknown_value",
        "no document has a date in its field “tag”",
    );
    check_note(&TAGGED, "clipped:>=soon", "parser", "not a date");
    check(&TAGGED, "clipped:>=soon", &[]);
}

#[test]
fn near_words_in_the_next_paragraph_are_not_near() {
    let texts = [("a.txt", "One\n\nThe men left Homs.\n\nHama fell.")];
    check(&texts, "\"homs hama\"~5", &[]);
    check(&texts, "homs NEAR/5 hama", &[]);
    check(&texts, "\"left men\"~5", &["a"]);
    check(&texts, "men NEAR/5 homs", &["a"]);
}

#[test]
fn a_compound_is_not_followed_by_its_own_second_part() {
    let texts = [
        ("a.txt", "One\n\nAl-Bukamal offensive."),
        ("b.txt", "Two\n\nAlbukamal Bukamal."),
    ];
    check(&texts, "\"albukamal bukamal\"", &["b"]);
    check(&texts, "\"albukamal offensive\"", &["a"]);
}
