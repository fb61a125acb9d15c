//! Days, names, voices and accounts from the command line.

use crate::{file, folder, json_of, output_of, run, text};
use serde_json::Value;
use std::path::PathBuf;

fn texts(test: &str) -> PathBuf {
    let texts = folder(test);
    file(
        &texts,
        "night.md",
        "---\nlang: en\n---\n# The night\n\nOn 7 December 2024 Colonel Samir Haddad drove to Rastan. “The bridge is \
         open,” Haddad told reporters. Two days later the garrison of Rastan fell at dawn.",
    );
    file(
        &texts,
        "morning.md",
        "---\nlang: en\n---\n# The morning\n\nOn 9 December 2024 the garrison of Rastan fell at 8 p.m., officials in \
         Rastan said.",
    );
    texts
}

fn keys(record: &Value) -> Vec<&str> {
    record
        .as_object()
        .expect("a record")
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn the_shapes_are_those_that_programs_know() {
    let texts = texts("layers-shapes");
    let rows = |command: &str| json_of(&[command, text(&texts), "--format", "json"]);
    assert_eq!(
        keys(&rows("days")[0]),
        [
            "anchor",
            "block",
            "confidence",
            "doc",
            "edtf",
            "end",
            "kind",
            "quote",
            "rule",
            "sentence",
            "start"
        ]
    );
    let names = rows("names");
    assert_eq!(
        keys(&names[0]),
        ["forms", "id", "kind", "mentions", "preferred", "reasons"]
    );
    assert_eq!(keys(&names[0]["forms"][0]), ["count", "form"]);
    assert_eq!(
        keys(&names[0]["mentions"][0]),
        ["doc", "end", "form", "start"]
    );
    assert_eq!(
        keys(&rows("voices")[0]),
        [
            "confidence",
            "cue",
            "doc",
            "end",
            "kind",
            "name_id",
            "quote",
            "role",
            "sentence",
            "speaker",
            "start"
        ]
    );
    let compared = rows("compare");
    assert_eq!(
        keys(&compared),
        [
            "differ",
            "only",
            "only_days",
            "only_names",
            "reuse",
            "same_moment"
        ]
    );
    assert_eq!(
        keys(&compared["differ"][0]),
        ["a", "about", "b", "value_a", "value_b"]
    );
    assert_eq!(
        keys(&compared["differ"][0]["a"]),
        ["doc", "end", "start", "text"]
    );
    assert!(compared["only"]["night"].is_array());
}

/// Returns the lengths of a comparison's lists, those of the first document's own last.
fn lengths(comparison: &Value) -> Vec<usize> {
    let list = |value: &Value| value.as_array().expect("a list").len();
    let of_pairs = ["same_moment", "differ", "reuse"].map(|key| list(&comparison[key]));
    let own = ["only", "only_days", "only_names"].map(|key| {
        let documents = comparison[key].as_object().expect("documents");
        let first = documents.values().next().expect("a document");
        [documents.len(), list(first)]
    });
    of_pairs.into_iter().chain(own.concat()).collect()
}

#[test]
fn a_limit_bounds_every_list_of_a_comparison_and_says_what_it_leaves_out() {
    let texts = folder("layers-limit");
    let taken_over = "When they came to the mill they found the wheel turning and the flour still warm, the sacks \
                      tied with blue string and nobody to ask for the price of one of them.";
    for (name, hours, prisoners, buses, own) in [
        (
            "dusk.md",
            ["dawn", "noon"],
            40,
            12,
            "On 3 March 2023 Omar Saleh left Hama with his brother. On 4 April 2023 Layla Nasser left Idlib with her \
             sister.",
        ),
        (
            "morning.md",
            ["8 p.m.", "6 p.m."],
            70,
            31,
            "A lorry stood in the ditch with its lights on until the battery gave out.",
        ),
    ] {
        let [fell, opened] = hours;
        let text = format!(
            "---\nlang: en\n---\nOn 9 December 2024 the garrison of Rastan fell at {fell}, and Colonel Samir Haddad \
             counted {prisoners} prisoners.\n\nOn 10 December 2024 the bridge of Talbiseh was opened at {opened}, and \
             Mayor Rim Khouri counted {buses} buses.\n\n{own}\n\n{taken_over}\n"
        );
        file(&texts, name, text);
    }
    let all = json_of(&["compare", text(&texts), "--format", "json"]);
    let lengths_of_all = lengths(&all);
    assert!(lengths_of_all.iter().all(|length| *length > 1), "{all}");
    let limited = json_of(&["compare", text(&texts), "--limit", "1", "--format", "json"]);
    assert!(
        lengths(&limited).iter().all(|length| *length == 1),
        "{limited}"
    );
    let said = run(["compare", text(&texts), "--limit", "1"]).stdout;
    let [same, differ, reuse, only, passages, _, days, _, names] = lengths_of_all[..] else {
        panic!("nine lists")
    };
    for length in [same, differ, reuse, only, passages] {
        let left = format!("… and {} more; `--limit N` shows more of each", length - 1);
        assert!(said.contains(&left), "{said}");
    }
    let values = [
        format!("days: 2023-03-03 … and {} more", days - 1),
        format!("names: Omar Saleh … and {} more", names - 1),
    ];
    assert!(values.iter().all(|line| said.contains(line)), "{said}");
}

#[test]
fn offsets_are_those_of_the_text() {
    let texts = texts("layers-offsets");
    let whole = json_of(&["text", text(&texts), "--format", "json"]);
    let days = json_of(&["days", text(&texts), "--format", "json"]);
    let days = days.as_array().expect("a list");
    assert_eq!(days.len(), 5);
    for day in days {
        let documents = whole.as_array().expect("a list").iter();
        let mut own = documents.filter(|document| document["id"] == day["doc"]);
        let own = own.next().expect("the document")["text"]
            .as_str()
            .expect("text");
        let place = |key: &str| day[key].as_u64().expect("an offset") as usize;
        assert_eq!(
            Some(&own[place("start")..place("end")]),
            day["quote"].as_str()
        );
    }
}

#[test]
fn a_query_narrows_to_its_passages_and_a_stored_index_answers_the_same() {
    let texts = texts("layers-index");
    let index = texts.with_extension("vade");
    run(["build", text(&texts), "--layers", "--index", text(&index)]);
    for command in ["days", "names", "voices", "compare"] {
        assert_eq!(
            json_of(&[command, text(&index), "--format", "json"]),
            json_of(&[command, text(&texts), "--format", "json"]),
            "{command}"
        );
    }
    let names = json_of(&["names", text(&index), "officials", "--format", "json"]);
    let names: Vec<&Value> = names.as_array().expect("a list").iter().collect();
    assert_eq!(names.len(), 1, "only Rastan stands in that passage");
}

#[test]
fn queries_find_names_days_and_quotations() {
    let texts = texts("layers-queries");
    let ids = |source: &str, query: &str| {
        let record = json_of(&["search", source, query, "--format", "json"]);
        let hits = record["hits"].as_array().expect("hits").iter();
        let mut ids: Vec<String> = hits
            .map(|hit| hit["id"].as_str().expect("an id").to_owned())
            .collect();
        ids.sort_unstable();
        ids
    };
    let index = texts.with_extension("vade");
    run(["build", text(&texts), "--layers", "--index", text(&index)]);
    for source in [text(&texts), text(&index)] {
        assert_eq!(ids(source, "person:haddad"), ["night"]);
        assert_eq!(ids(source, "day:2024-12-09"), ["morning", "night"]);
        assert_eq!(ids(source, "said:bridge by:haddad place:rastan"), ["night"]);
        let lines = json_of(&["kwic", source, "place:rastan", "--format", "json"]);
        assert_eq!(lines.as_array().expect("lines").len(), 4);
        let days = json_of(&["days", source, "person:haddad", "--format", "json"]);
        assert!(days.as_array().is_some_and(|days| !days.is_empty()));
    }
    let bare = texts.with_extension("bare.vade");
    run(["build", text(&texts), "--index", text(&bare)]);
    let told = json_of(&["search", text(&bare), "person:haddad", "--format", "json"]);
    assert_eq!(told["total"], 0);
    let message = told["notes"][0]["message"].as_str().expect("a note");
    assert!(message.contains("--layers"), "{message}");
}

#[test]
fn text_and_csv_show_the_same_rows() {
    let texts = texts("layers-text");
    let shown = output_of(&["voices", text(&texts), "--speaker", "Samir Haddad"]);
    assert!(shown.starts_with("1 quotation"), "{shown}");
    let csv = output_of(&["days", text(&texts), "--format", "csv"]);
    assert_eq!(csv.lines().count(), 6, "{csv}");
    assert!(csv.contains("night,2024-12-09,Two days later"), "{csv}");
}

#[test]
fn the_authority_file_beside_the_texts_decides() {
    let texts = texts("layers-authority");
    file(
        &texts,
        "authority.toml",
        "[[entity]]\nkind = \"place\"\npreferred = \"Al-Rastan\"\nvariants = [\"Rastan\"]\n",
    );
    let names = json_of(&["names", text(&texts), "--kind", "place", "--format", "json"]);
    assert_eq!(names[0]["preferred"], "Al-Rastan");
    file(&texts, "authority.toml", "[[entity]]\nkind = \"city\"\n");
    let output = run(["names", text(&texts)]);
    assert_eq!(output.code, 1);
    assert!(
        output.stderr.contains("authority.toml"),
        "{}",
        output.stderr
    );
}

#[test]
fn a_filter_by_a_name_finds_its_documents_in_a_folder_as_a_query_does() {
    let texts = texts("layers-filter");
    let words = |filter: &[&str]| {
        let asked = ["terms", text(&texts), "--format", "json"];
        let rows = json_of(&[&asked, filter].concat());
        rows.as_array().expect("rows").len()
    };
    let by_query = words(&["person:haddad"]);
    assert!(by_query > 0 && by_query < words(&[]));
    assert_eq!(words(&["--filter", "person=Samir Haddad"]), by_query);
}
