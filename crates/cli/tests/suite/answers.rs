//! Searching from the command line.

use crate::{file, folder, json_of, output_of, run, text};

#[test]
fn json_marks_are_bytes_of_the_passage_and_offsets_bytes_of_the_text() {
    let texts = folder("marks");
    file(
        &texts,
        "a.md",
        "# Où\n\nÉté. The convoy reached Al-Bukamal at dawn.",
    );
    let answer = json_of(&["search", text(&texts), "albukamal", "--format", "json"]);
    assert_eq!(answer["total"], 1);
    let passage = &answer["hits"][0]["passages"][0];
    let words = passage["text"].as_str().expect("text");
    let mark = &passage["marks"][0];
    let (start, end) = (
        mark[0].as_u64().expect("start") as usize,
        mark[1].as_u64().expect("end") as usize,
    );
    assert_eq!(&words[start..end], "Al-Bukamal");
    let whole = json_of(&["text", text(&texts), "--format", "json"]);
    let whole = whole[0]["text"].as_str().expect("text");
    let from = passage["start"].as_u64().expect("start") as usize;
    let to = passage["end"].as_u64().expect("end") as usize;
    assert_eq!(&whole[from..to], words);
}

#[test]
fn a_word_that_no_document_holds_is_said_to_be_unknown() {
    let texts = folder("unknown");
    file(&texts, "a.md", "# A\n\nThe convoy left.");
    let answer = json_of(&["search", text(&texts), "xqztv", "--format", "json"]);
    assert_eq!(answer["total"], 0);
    assert_eq!(answer["notes"][0]["kind"], "unknown_word");
}

#[test]
fn a_batch_of_queries_prints_a_trec_run() {
    let texts = folder("batch");
    file(&texts, "a.md", "# A\n\nThe convoy left Homs.");
    file(&texts, "b.md", "# B\n\nNothing moved.");
    let queries = file(
        &folder("batch-queries"),
        "q.json",
        r#"{"1": "convoy to homs", "2": "moved"}"#,
    );
    let run = output_of(&[
        "search",
        text(&texts),
        "--queries",
        text(&queries),
        "--format",
        "trec",
        "--tag",
        "t",
    ]);
    let lines: Vec<Vec<&str>> = run.lines().map(|line| line.split(' ').collect()).collect();
    assert_eq!(lines[0][..4], ["1", "Q0", "a", "1"]);
    assert!(
        lines
            .iter()
            .any(|line| line[..4] == ["2", "Q0", "b", "1"] && line[5] == "t")
    );
}

#[test]
fn text_output_shows_the_match_and_the_reading() {
    let texts = folder("text-output");
    file(&texts, "a.md", "# The fall\n\nThe convoy left Homs.");
    let output = output_of(&["search", text(&texts), "“left homs”"]);
    assert!(output.contains("Read as: \"left homs\""), "{output}");
    assert!(
        output.contains("[left Homs]") || output.contains("[left] [Homs]"),
        "{output}"
    );
}

#[test]
fn inspect_counts_documents_words_and_bytes() {
    let texts = folder("inspect");
    file(&texts, "a.md", "One two three.");
    let inspection = json_of(&["inspect", text(&texts), "--format", "json"]);
    assert_eq!(inspection["documents"], 1);
    assert_eq!(inspection["text_bytes"], 14);
    assert!(inspection["sections"].as_array().expect("a list").len() > 3);
}

#[test]
fn an_unknown_document_is_named() {
    let texts = folder("unknown-document");
    file(&texts, "a.md", "# A\n\nText.");
    let run = run(["text", text(&texts), "--doc", "nope"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("nope"), "{}", run.stderr);
}
