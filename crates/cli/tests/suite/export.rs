//! Exported documents, read back by those who are to read them.

use crate::{file, folder, json_of, output_of, run, text};
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::RowAccessor as _;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn texts(test: &str) -> PathBuf {
    let texts = folder(test);
    file(
        &texts,
        "a.md",
        "---\nauthor: [Rim Haddad, Sami Khoury]\ndate: 2024-12\nplace: Homs\ntext: odd key\n---\n# The \"road\"\n\nIt was open.\n\nThen, shut\u{2028}.",
    );
    file(&texts, "b.txt", "No metadata at all.");
    file(
        &texts,
        "c.md",
        "---\nauthor: Rim Haddad\ndate: 1912-02-30\ntags: [x, y]\nlang: ar\n---\nنص قصير.",
    );
    texts
}

fn lines(output: &str) -> Vec<Value> {
    let lines = output.strip_suffix('\n').expect("the last line is ended");
    lines
        .split('\n')
        .map(|line| serde_json::from_str(line).expect("an object a line"))
        .collect()
}

#[test]
fn bulk_lines_are_pairs_of_an_action_and_a_document() {
    let texts = texts("export-bulk");
    let out = output_of(&[
        "export",
        text(&texts),
        "--format",
        "elastic-bulk",
        "--name",
        "letters",
    ]);
    let lines = lines(&out);
    assert_eq!(lines.len(), 6);
    for pair in lines.chunks(2) {
        let action = pair[0]["create"].as_object().expect("the action");
        assert_eq!(action["_index"], "letters");
        assert_eq!(action["_id"], pair[1]["id"]);
        assert!(
            pair[1].get("_id").is_none(),
            "no field of a document is reserved"
        );
    }
    let first = &lines[1];
    assert_eq!(first["author"][1], "Sami Khoury");
    assert_eq!(
        (&first["date_first"], &first["date_last"]),
        (&"2024-12-01".into(), &"2024-12-31".into())
    );
    assert_eq!(first["place"], "Homs");
    assert_eq!(first["meta_text"], "odd key");
    assert!(
        first["text"]
            .as_str()
            .expect("text")
            .contains("Then, shut\u{2028}.")
    );
    assert!(lines[3].get("date").is_none() && lines[3]["author"].is_null());
    assert_eq!(
        lines[5]["author"],
        serde_json::json!(["Rim Haddad"]),
        "a list here as well"
    );
}

#[test]
fn exported_lines_build_the_same_documents() {
    let texts = texts("export-lines");
    let out = folder("export-lines-out");
    let exported = out.join("all.jsonl");
    output_of(&[
        "export",
        text(&texts),
        "--format",
        "jsonl",
        "-o",
        text(&exported),
    ]);
    let read = |path: &Path| json_of(&["text", text(path), "--format", "json"]);
    assert_eq!(read(&texts), read(&exported));
    let again = out.join("again.jsonl");
    output_of(&[
        "export",
        text(&exported),
        "--format",
        "jsonl",
        "-o",
        text(&again),
    ]);
    let written = |path: &Path| fs::read_to_string(path).expect("written");
    assert_eq!(written(&exported), written(&again));
}

#[test]
fn a_parquet_file_gives_every_row_back() {
    let texts = texts("export-parquet");
    let exported = folder("export-parquet-out").join("all.parquet");
    output_of(&[
        "export",
        text(&texts),
        "--format",
        "parquet",
        "-o",
        text(&exported),
    ]);
    let bytes = fs::File::open(&exported).expect("written");
    let reader = SerializedFileReader::new(bytes).expect("a Parquet file");
    let names: Vec<String> = reader
        .metadata()
        .file_metadata()
        .schema()
        .get_fields()
        .iter()
        .map(|field| field.name().to_owned())
        .collect();
    assert_eq!(
        names,
        [
            "id",
            "title",
            "date",
            "date_first",
            "date_last",
            "lang",
            "author",
            "meta_text",
            "place",
            "sha256",
            "tag",
            "words",
            "text"
        ]
    );
    let rows: Vec<_> = reader
        .get_row_iter(None)
        .expect("rows")
        .map(|row| row.expect("a row"))
        .collect();
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0].get_string(0).expect("an id"), "a");
    assert_eq!(rows[0].get_list(6).expect("a list").elements().len(), 2);
    assert_eq!(rows[1].get_list(6).expect("a list").elements().len(), 0);
    assert!(rows[1].get_string(2).is_err(), "no date is no value");
    assert_eq!(rows[2].get_list(10).expect("a list").elements().len(), 2);
    assert_eq!(rows[2].get_string(12).expect("a text"), "نص قصير.");
    assert_eq!(rows[2].get_int(11).expect("words"), 4, "title and text");
    let lines = lines(&output_of(&[
        "export",
        text(&texts),
        "--format",
        "elastic-bulk",
    ]));
    for (row, line) in rows.iter().zip(lines.iter().skip(1).step_by(2)) {
        assert_eq!(
            row.get_string(12).expect("a text").as_str(),
            line["text"].as_str().expect("a text")
        );
    }
}

#[test]
fn what_does_not_fit_together_is_wrong_usage() {
    let texts = texts("export-usage");
    let run = run(["export", text(&texts), "--format", "jsonl", "--name", "x"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    let among = texts.join("all.jsonl");
    let refused = crate::run([
        "export",
        text(&texts),
        "--format",
        "jsonl",
        "-o",
        text(&among),
    ]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.stderr.contains("among the texts"),
        "{}",
        refused.stderr
    );
}
