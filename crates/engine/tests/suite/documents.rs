//! Whole documents with marks.

use crate::corpus_texts::{document, session};
use protocol::{Reply, Request};

#[test]
fn a_document_has_its_text_blocks_and_marks() {
    let session = session(&[
        (
            "a.md",
            "---\ntitle: One\n---\n\n# Head\n\nAl-Bukamal fell. The fall of *Al-Bukamal* was quick.\n",
        ),
        ("b.txt", "Two\n\nOther words."),
    ]);
    let record = document(&session, "a", "albukamal fall");
    let marked: Vec<&str> = record
        .marks
        .iter()
        .map(|&[start, end]| &record.text[start as usize..end as usize])
        .collect();
    assert_eq!(marked, ["Al-Bukamal", "fall", "Al-Bukamal"]);
    assert_eq!(
        record
            .blocks
            .iter()
            .map(|block| block.kind.as_str())
            .collect::<Vec<_>>(),
        ["heading", "paragraph"]
    );
    assert_eq!(
        (record.previous.as_deref(), record.next.as_deref()),
        (None, Some("b"))
    );
    assert_eq!(record.summary.title, "One");
    assert!(document(&session, "a", "").marks.is_empty());
}

#[test]
fn what_is_left_out_or_far_away_is_not_marked() {
    let session = session(&[("a.txt", "One\n\nHoms fell and Hama fell. Later Homs slept.")]);
    let marks = |query| {
        let record = document(&session, "a", query);
        record
            .marks
            .iter()
            .map(|&[start, end]| record.text[start as usize..end as usize].to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(marks("hama -idlib"), ["Hama"]);
    assert_eq!(marks("homs NEAR/1 slept"), ["Homs", "slept"]);
    assert_eq!(marks("sentence:(homs slept)"), ["Homs", "slept"]);
    assert_eq!(marks("\"hama fell\""), ["Hama fell"]);
}

#[test]
fn an_unknown_document_is_refused() {
    let session = session(&[("a.txt", "One\n\nText.")]);
    let reply = session.answer(&Request::Document {
        id: "z".into(),
        query: String::new(),
        exact: false,
    });
    assert!(matches!(reply, Reply::Refused { message } if message.contains('z')));
}

#[test]
fn the_corpus_lists_its_documents() {
    let session = session(&[
        ("a.txt", "One\n\nText of the first. More."),
        ("b.txt", "Two\n\nText."),
    ]);
    let Reply::Corpus(record) = session.answer(&Request::Corpus) else {
        panic!("a corpus is answered")
    };
    assert_eq!(
        record
            .documents
            .iter()
            .map(|document| document.id.as_str())
            .collect::<Vec<_>>(),
        ["a", "b"]
    );
    assert_eq!(record.version.len(), 8);
}
