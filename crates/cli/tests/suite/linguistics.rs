//! Concordance and statistics from the command line.

use crate::{file, folder, json_of, output_of, run, text};
use std::path::PathBuf;

fn texts(test: &str) -> PathBuf {
    let texts = folder(test);
    file(
        &texts,
        "a.md",
        "# Été\n\nThe convoy left Homs, they said. -Homs- fell at dawn.",
    );
    file(
        &texts,
        "b.md",
        "# B\n\nThe convoy reached Homs.\n\nThe convoy left Hama.",
    );
    texts
}

#[test]
fn kwic_json_has_the_text_around_each_match_with_its_bytes() {
    let texts = texts("kwic-json");
    let lines = json_of(&["kwic", text(&texts), "homs", "--format", "json"]);
    let lines = lines.as_array().expect("a list");
    assert_eq!(lines.len(), 3);
    let whole = json_of(&["text", text(&texts), "--format", "json"]);
    for line in lines {
        let names: Vec<&String> = line.as_object().expect("a record").keys().collect();
        assert_eq!(
            names,
            ["block", "doc", "end", "left", "match", "right", "start"]
        );
        let document = whole
            .as_array()
            .expect("a list")
            .iter()
            .find(|document| document["id"] == line["doc"])
            .expect("the document");
        let document = document["text"].as_str().expect("text");
        let start = line["start"].as_u64().expect("start") as usize;
        let end = line["end"].as_u64().expect("end") as usize;
        assert_eq!(&document[start..end], "Homs");
        assert!(document[..start].ends_with(line["left"].as_str().expect("left")));
        assert!(document[end..].starts_with(line["right"].as_str().expect("right")));
    }
}

#[test]
fn kwic_text_puts_the_matches_below_each_other() {
    let texts = texts("kwic-text");
    let output = output_of(&["kwic", text(&texts), "homs", "--sort", "L1,R1"]);
    assert!(
        output.starts_with("3 matches in 2 documents: homs"),
        "{output}"
    );
    let places: Vec<Option<usize>> = output
        .lines()
        .skip(1)
        .map(|line| line.chars().position(|c| c == '['))
        .collect();
    assert_eq!(places.len(), 3);
    assert!(
        places
            .iter()
            .all(|place| place.is_some() && *place == places[0]),
        "{output}"
    );
}

#[test]
fn csv_is_quoted_and_safe_to_open_in_a_spreadsheet() {
    let texts = texts("kwic-csv");
    let output = output_of(&[
        "kwic",
        text(&texts),
        "fell",
        "--words",
        "1",
        "--format",
        "csv",
    ]);
    assert!(
        output.starts_with("doc,block,start,end,left,match,right\r\n"),
        "{output}"
    );
    let output = output_of(&[
        "kwic",
        text(&texts),
        "left",
        "--words",
        "2",
        "--format",
        "csv",
    ]);
    assert!(output.contains(",left,\" Homs, they\"\r\n"), "{output}");
}

#[test]
fn tables_are_lists_of_records_with_named_measures() {
    let texts = texts("tables");
    let terms = json_of(&["terms", text(&texts), "--format", "json"]);
    assert_eq!(terms[0]["term"], "convoy");
    assert_eq!(terms[0]["frequency"], 3);
    assert_eq!(terms[0]["documents"], 2);
    let like = json_of(&["terms", text(&texts), "--like", "h*", "--format", "json"]);
    assert_eq!(like.as_array().expect("a list").len(), 2);
    let ngrams = json_of(&["ngrams", text(&texts), "--size", "3", "--format", "json"]);
    assert_eq!(ngrams[0]["ngram"], "the convoy left");
    assert_eq!(ngrams[0]["documents"], 2);
    let near = [
        "collocates",
        text(&texts),
        "convoy",
        "--min",
        "1",
        "--min-log-likelihood",
        "0",
        "--sort",
        "observed",
        "--format",
        "json",
    ];
    let collocates = json_of(&near);
    assert_eq!(collocates[0]["collocate"], "the");
    assert_eq!(collocates[0]["left"], 3);
    assert!(collocates[0]["log_dice"].as_f64().expect("a figure") > 13.9);
    let key = [
        "keyness",
        text(&texts),
        "--doc",
        "b",
        "--p",
        "any",
        "--format",
        "json",
    ];
    let keyness = json_of(&key);
    assert!(keyness[0]["log_ratio"].is_number() && keyness[0]["log_likelihood"].is_number());
}

#[test]
fn what_cannot_be_asked_is_said_with_a_remedy() {
    let texts = texts("linguistics-usage");
    let keyness = run(["keyness", text(&texts)]);
    assert_eq!(keyness.code, 2);
    assert!(keyness.stderr.contains("--doc"), "{}", keyness.stderr);
    let sort = run(["kwic", text(&texts), "homs", "--sort", "left9"]);
    assert_eq!(sort.code, 2);
    assert!(sort.stderr.contains("left1 to left3"), "{}", sort.stderr);
    let empty = run(["kwic", text(&texts), " "]);
    assert_eq!(empty.code, 2);
    assert!(empty.stderr.contains("word"), "{}", empty.stderr);
    let filter = run(["terms", text(&texts), "--filter", "lang"]);
    assert_eq!(filter.code, 2);
    assert!(filter.stderr.contains("FIELD=VALUE"), "{}", filter.stderr);
    let size = run(["ngrams", text(&texts), "--size", "7"]);
    assert_eq!(size.code, 2);
}

#[test]
fn dispersion_shows_the_places_of_matches_in_each_document() {
    let texts = texts("dispersion");
    let rows = json_of(&["dispersion", text(&texts), "homs", "--format", "json"]);
    let rows = rows.as_array().expect("a list");
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0]["matches"], 2);
    assert_eq!(
        rows[0]["positions"].as_array().expect("places").len(),
        2,
        "{rows:?}"
    );
    let output = output_of(&["dispersion", text(&texts), "homs"]);
    assert!(
        output.starts_with("2 documents with 3 matches of homs"),
        "{output}"
    );
    assert!(output.contains("DP 0."), "{output}");
}

#[test]
fn similar_documents_come_with_the_words_they_share() {
    let texts = texts("similar");
    file(&texts, "c.md", "# C\n\nThe harvest was good.");
    let rows = json_of(&["similar", text(&texts), "a", "--format", "json"]);
    assert_eq!(rows[0]["doc"], "b");
    let shared = rows[0]["shared"].as_array().expect("words");
    assert!(shared.iter().any(|one| one["term"] == "homs"), "{rows}");
    let refused = run(["similar", text(&texts), "nowhere"]);
    assert_eq!(refused.code, 2);
}
