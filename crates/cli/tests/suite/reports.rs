//! What a build and a check tell about the files: every one of them, in few lines, with its hash.

use crate::{file, folder, json_of, run, text};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Forty words and more, so that versions of it are recognised.
const LONG: &str = "The convoy left Homs before dawn and took the old road to Hama, past the mill, the two \
    bridges and the orchard, where the drivers waited for an hour because nobody knew whether the soldiers at the \
    crossing had already been told that the road was open again, and then went on without lights until the river.";

fn report_of(texts: &Path, arguments: &[&str]) -> (Value, String) {
    let out = folder(&format!(
        "{}-report",
        texts.file_name().and_then(|n| n.to_str()).expect("plain")
    ));
    let (index, report) = (out.join("x.vade"), out.join("report.json"));
    let mut all = vec!["build", text(texts), "--index", text(&index)];
    all.extend(["--report", text(&report)]);
    all.extend(arguments);
    let run = run(all);
    let written = fs::read_to_string(&report).expect("the report is written");
    (serde_json::from_str(&written).expect("JSON"), run.stderr)
}

#[test]
fn five_hundred_equal_warnings_do_not_drown_the_terminal() {
    let texts = folder("report-many");
    let lines: String = (0..500)
        .map(|number| {
            format!("{{\"id\":\"d{number}\",\"title\":\"Record {number}\",\"text\":\"\"}}\n")
        })
        .collect();
    file(&texts, "records.jsonl", lines);
    let (report, shown) = report_of(&texts, &[]);
    assert_eq!(report["summary"]["warnings"], 500, "{report:#}");
    assert_eq!(
        report["files"][0]["problems"].as_array().map(Vec::len),
        Some(500)
    );
    assert!(shown.lines().count() < 10, "{shown}");
    assert!(
        shown.contains("records.jsonl:1: warning")
            && shown.contains("497 more such warnings in 1 file"),
        "{shown}"
    );
    assert!(shown.contains("--report FILE.json"), "{shown}");
}

#[test]
fn duplicates_are_named_with_what_they_repeat() {
    let texts = folder("report-duplicates");
    file(&texts, "a.md", LONG);
    file(&texts, "b.txt", LONG);
    file(
        &texts,
        "c.md",
        LONG.replace("until the river", "until the bend"),
    );
    file(&texts, "d.md", "Something else altogether.");
    let (report, shown) = report_of(&texts, &[]);
    let duplicates = report["duplicates"].as_array().expect("a list");
    assert_eq!(duplicates.len(), 2, "{report:#}");
    assert_eq!(duplicates[0]["kind"], "exact");
    assert_eq!(duplicates[0]["document"]["file"], "b.txt");
    assert_eq!(duplicates[0]["of"]["id"], "a");
    assert_eq!(duplicates[1]["kind"], "near");
    assert_eq!(duplicates[1]["document"]["id"], "c");
    assert!(
        shown.contains("b.txt: warning: `b` has the same text as `a` in `a.md`"),
        "{shown}"
    );
    let checked = json_of(&["check", text(&texts), "--format", "json"]);
    assert_eq!(checked["duplicates"], report["duplicates"]);
}

#[test]
fn the_hash_of_a_file_is_in_the_report_and_in_the_index_once_for_all_its_lines() {
    // printf 'The road.' | sha256sum
    const HASH: &str = "c33c09bacb66c97b1cfa53546e3ddb2155249f1bc646f6bb53d222fd76335038";
    let texts = folder("report-hashes");
    file(&texts, "a.txt", "The road.");
    let lines: String = (0..300)
        .map(|n| format!("{{\"text\":\"Line {n}.\"}}\n"))
        .collect();
    file(&texts, "lines.jsonl", lines);
    let (report, _) = report_of(&texts, &[]);
    assert_eq!(report["files"][0]["sha256"], HASH);
    let of_lines = report["files"][1]["sha256"].as_str().expect("a hash");
    let index =
        fs::read(texts.with_file_name("report-hashes-report").join("x.vade")).expect("built");
    let n_times = index
        .windows(64)
        .filter(|window| *window == of_lines.as_bytes())
        .count();
    assert_eq!(n_times, 1);
    let found = json_of(&["search", text(&texts), "road", "--format", "json"]);
    assert_eq!(
        found["total"], 1,
        "a search over the folder itself answers the same"
    );
}

#[test]
fn the_report_is_written_when_the_build_stops() {
    let texts = folder("report-stops");
    file(&texts, "a.md", "---\ntitle: [broken\n---\nText.");
    let (report, shown) = report_of(&texts, &[]);
    assert_eq!(report["files"][0]["status"], "failed", "{shown}");
    assert!(shown.contains("nothing was built"), "{shown}");
}

#[cfg(unix)]
#[test]
fn what_the_system_does_not_give_is_told_and_takes_nothing_else_with_it() {
    let texts = folder("report-unreadable");
    file(&texts, "a.md", "The road was open.");
    for (name, target) in [
        ("gone.pdf", "nowhere"),
        ("loop.docx", "loop.docx"),
        ("up", "."),
    ] {
        std::os::unix::fs::symlink(target, texts.join(name)).expect("links work");
    }
    let (report, shown) = report_of(&texts, &[]);
    assert_eq!(report["summary"]["documents"], 1);
    assert_eq!(report["summary"]["errors"], 2, "{report:#}");
    assert!(shown.contains("gone.pdf: error: cannot be read"), "{shown}");
    assert!(
        shown.contains("loop.docx: error: cannot be read"),
        "{shown}"
    );
    assert!(shown.contains("1 document in"), "{shown}");
}

#[test]
fn two_tables_that_number_their_rows_are_both_read() {
    let texts = folder("report-tables");
    file(
        &texts,
        "a.csv",
        "id,text\n1,The road was open.\n2,The bridge was shut.\n",
    );
    file(
        &texts,
        "b.csv",
        "id,text\n1,The mill was empty.\n2,The orchard was not.\n",
    );
    let (report, shown) = report_of(&texts, &[]);
    assert_eq!(report["summary"]["documents"], 4, "{shown}");
    assert!(shown.contains("here it is `b-1`"), "{shown}");
    let index = texts.with_file_name("report-tables-report").join("x.vade");
    let found = json_of(&["search", text(&index), "mill", "--format", "json"]);
    assert_eq!(found["hits"][0]["id"], "b-1");
}

#[test]
fn a_note_that_is_still_empty_does_not_stop_a_vault() {
    let texts = folder("report-empty");
    file(&texts, "a.md", "The road was open.");
    file(&texts, "b.md", "");
    let (report, shown) = report_of(&texts, &[]);
    assert_eq!(report["files"][1]["status"], "failed");
    assert!(
        shown.contains("b.md: error: the file is empty") && shown.contains("1 document in"),
        "{shown}"
    );
}
