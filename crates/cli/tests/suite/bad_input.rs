//! Every bad input gets a clear message, a non-zero exit and leaves nothing half-written.

use crate::{file, folder, output_of, run, text};
use std::fs;
use std::path::Path;

/// Builds `paths` into an index and expects failure with all of `parts` in the message and no output file.
fn check_refused(test: &str, paths: &[&Path], parts: &[&str]) {
    let out = folder(&format!("{test}-out"));
    let index = out.join("x.vade");
    let mut arguments = vec!["build"];
    arguments.extend(paths.iter().map(|path| text(path)));
    arguments.extend(["--index", text(&index)]);
    let run = run(&arguments);
    assert_eq!(run.code, 1, "{test}: {}", run.stderr);
    for part in parts {
        assert!(
            run.stderr.contains(part),
            "{test} should say {part:?}: {}",
            run.stderr
        );
    }
    assert_eq!(
        fs::read_dir(&out).expect("there").count(),
        0,
        "{test} left something behind"
    );
}

#[test]
fn an_empty_folder_is_named() {
    let texts = folder("empty");
    check_refused("empty", &[&texts], &["empty"]);
}

#[test]
fn a_missing_path_is_named() {
    let texts = folder("missing");
    check_refused("missing", &[&texts.join("nowhere")], &["nowhere"]);
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_is_named() {
    // A link to nowhere cannot be read by anyone, the superuser included.
    let texts = folder("unreadable");
    file(&texts, "a.md", "# A\n\nText.");
    std::os::unix::fs::symlink(texts.join("nowhere"), texts.join("b.md")).expect("links work");
    check_refused("unreadable", &[&texts], &["b.md"]);
}

#[test]
fn text_in_an_older_encoding_is_read_and_the_guess_is_told() {
    let texts = folder("utf8");
    file(&texts, "latin.txt", b"one\n\ncaf\xe9 two");
    let run = run(["check", text(&texts)]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("windows-1252"), "{}", run.stdout);
    let found = run_search(&texts, "café");
    assert!(found.contains("café"), "{found}");
}

fn run_search(texts: &Path, query: &str) -> String {
    run(["search", text(texts), query]).stdout
}

#[test]
fn a_damaged_file_of_another_program_does_not_stop_a_build_but_strict_does() {
    let texts = folder("damaged-document");
    file(&texts, "a.md", "# A\n\nText about Homs.");
    file(
        &texts,
        "cut.docx",
        b"PK\x03\x04word/document.xml and no more",
    );
    let out = folder("damaged-document-out").join("x.vade");
    let built = run(["build", text(&texts), "--index", text(&out)]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    assert!(
        built.stderr.contains("cut.docx") && built.stderr.contains("cut off"),
        "{}",
        built.stderr
    );
    assert!(built.stderr.contains("left out"), "{}", built.stderr);
    let strict = run(["build", text(&texts), "--strict", "--index", text(&out)]);
    assert_eq!(strict.code, 1, "{}", strict.stderr);
}

#[test]
fn broken_yaml_is_named_with_its_line() {
    let texts = folder("yaml");
    file(
        &texts,
        "broken.md",
        "---\ntitle: fine\ntags: [a, b\n---\n# A\n\nText.",
    );
    check_refused("yaml", &[&texts], &["broken.md:3"]);
}

#[test]
fn a_duplicate_id_names_both_files() {
    let texts = folder("duplicate");
    file(&texts, "a.md", "---\nid: same\n---\n# A\n\nText.");
    file(&texts, "b.md", "---\nid: same\n---\n# B\n\nText.");
    check_refused("duplicate", &[&texts], &["same", "a.md", "b.md"]);
}

#[test]
fn a_private_document_is_never_published() {
    let texts = folder("private");
    file(&texts, "secret.md", "---\nprivate: true\n---\n# A\n\nText.");
    file(&texts, "open.md", "# B\n\nText.");
    check_refused("private", &[&texts], &["secret.md", "private"]);
}

#[test]
fn a_private_document_of_another_program_is_never_published() {
    let texts = folder("private-sidecar");
    file(
        &texts,
        "secret.html",
        "<p>Some text of a page that is private.",
    );
    file(&texts, "secret.meta.yaml", "private: true\n");
    file(&texts, "open.md", "# B\n\nText.");
    check_refused("private-sidecar", &[&texts], &["secret.html", "private"]);
}

#[test]
fn damaged_indexes_are_refused_with_the_reason() {
    let texts = folder("damaged");
    file(&texts, "a.md", "# A\n\nSome text about Homs.");
    let index = texts.join("x.vade");
    output_of(&["build", text(&texts), "--index", text(&index)]);
    let good = fs::read(&index).expect("it was written");
    let refused = |name: &str, bytes: &[u8], part: &str| {
        let damaged = file(&texts, name, bytes);
        let run = run(["search", text(&damaged), "homs"]);
        assert_eq!(run.code, 1, "{name}");
        assert!(
            run.stderr.contains(part) && run.stderr.contains(name),
            "{name} should say {part:?}: {}",
            run.stderr
        );
    };
    refused("cut.vade", &good[..good.len() / 2], "bytes");
    let mut flipped = good.clone();
    flipped[good.len() / 2] ^= 1;
    refused("flipped.vade", &flipped, "checksum");
    let mut newer = good.clone();
    newer[8] = 99;
    refused("newer.vade", &newer, "newer");
    refused("foreign.vade", b"just some words", "not");
}

#[test]
fn a_query_of_a_hundred_thousand_characters_is_wrong_usage() {
    let texts = folder("long-query");
    file(&texts, "a.md", "# A\n\nText.");
    let run = run(["search", text(&texts), &"word ".repeat(20_000)]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("100000 bytes"),
        "{}",
        &run.stderr[run.stderr.len().saturating_sub(300)..]
    );
}

#[test]
fn an_output_path_that_cannot_be_written_fails_before_the_work() {
    let texts = folder("unwritable");
    let document = file(&texts, "a.md", "# A\n\nText.");
    for target in [
        texts.join("nowhere").join("x.vade"),
        document.join("x.vade"),
        texts.clone(),
    ] {
        let run = run(["build", text(&document), "--index", text(&target)]);
        assert_eq!(run.code, 1, "{}", target.display());
        assert!(run.stderr.contains(text(&target)), "{}", run.stderr);
    }
}

#[test]
fn a_build_that_writes_nothing_is_wrong_usage() {
    let texts = folder("no-output");
    file(&texts, "a.md", "# A\n\nText.");
    let run = run(["build", text(&texts)]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("--single"), "{}", run.stderr);
}

#[test]
fn a_folder_named_like_a_page_is_asked_about() {
    let texts = folder("named-like-a-page");
    file(&texts, "a.md", "# A\n\nText.");
    let page = folder("named-like-a-page-out").join("page.html");
    let run = run(["build", text(&texts), "-o", text(&page)]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("--single"), "{}", run.stderr);
    assert!(!page.exists());
}

#[test]
fn strict_refuses_a_guess_with_its_position() {
    let texts = folder("strict-query");
    file(&texts, "a.md", "# A\n\nText.");
    let run = run(["search", text(&texts), "--strict", "one (two"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("byte 4"), "{}", run.stderr);
}

#[test]
fn the_message_about_a_long_query_is_shorter_than_the_query() {
    let texts = folder("long-query-message");
    file(&texts, "a.md", "# A\n\nText.");
    let run = run(["search", text(&texts), &"(".repeat(100_000)]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.len() < 300, "{} bytes", run.stderr.len());
}

#[test]
fn a_build_never_writes_over_the_texts() {
    let texts = folder("over-the-texts");
    let document = file(&texts, "a.md", "# A\n\nText.");
    let other = texts.join("new.txt");
    for arguments in [
        ["--index", text(&document)],
        ["--index", text(&other)],
        ["-o", text(&texts)],
    ] {
        let run = run([&["build", text(&texts)][..], &arguments[..]].concat());
        assert_eq!(run.code, 1, "{arguments:?}");
        assert!(run.stderr.contains("name another"), "{}", run.stderr);
    }
    assert_eq!(fs::read_dir(&texts).expect("there").count(), 1);
    assert_eq!(
        fs::read_to_string(&document).expect("there"),
        "# A\n\nText."
    );
}

#[cfg(unix)]
#[test]
fn a_device_is_not_replaced_by_a_file() {
    let texts = folder("device");
    let document = file(&texts, "a.md", "# A\n\nText.");
    let device = texts.join("device");
    std::os::unix::fs::symlink("/dev/null", &device).expect("links work");
    let run = run(["build", text(&document), "--index", text(&device)]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("not a plain file"), "{}", run.stderr);
}

#[test]
fn an_id_used_twice_in_one_collection_names_it_once() {
    let texts = folder("duplicate-lines");
    file(
        &texts,
        "c.jsonl",
        "{\"id\":\"x\",\"text\":\"one\"}\n{\"id\":\"x\",\"text\":\"two\"}\n",
    );
    check_refused(
        "duplicate-lines",
        &[&texts],
        &["the id `x` is used twice in c.jsonl"],
    );
}

#[cfg(unix)]
#[test]
fn the_reason_of_the_system_is_given_once() {
    let texts = folder("reason-once");
    let document = file(&texts, "a.md", "# A\n\nText.");
    let index = folder("reason-once-out").join("x.vade");
    let below = document.join("below");
    let run = run(["build", text(&below), "--index", text(&index)]);
    assert_eq!(run.code, 1);
    assert_eq!(run.stderr.matches("(os error").count(), 1, "{}", run.stderr);
}

#[test]
fn one_error_is_not_one_errors() {
    let texts = folder("one-error");
    file(&texts, "a.md", "---\nprivate: true\n---\nText.");
    let run = run(["check", text(&texts)]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("1 error, 0 warnings"), "{}", run.stderr);
    assert!(run.stdout.contains("1 file, 0 documents"), "{}", run.stdout);
}

#[test]
fn a_file_of_queries_takes_no_reading_that_it_would_ignore() {
    let texts = folder("queries-exact");
    file(&texts, "a.md", "# A\n\nThe convoy left Homs.");
    let queries = file(&folder("queries-exact-file"), "q.json", r#"{"1": "homs"}"#);
    for reading in ["--exact", "--strict"] {
        let run = run(["search", text(&texts), "--queries", text(&queries), reading]);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains(reading), "{}", run.stderr);
    }
}
