//! What stands beside the texts changes what is built, or is told to change nothing.

use crate::{file, folder, json_of, output_of, run, text};
use std::path::Path;

fn ids(texts: &Path) -> Vec<String> {
    let inspected = json_of(&["inspect", text(texts), "--format", "json"]);
    let list = inspected["list"].as_array().expect("a list");
    let id = |line: &serde_json::Value| line["id"].as_str().expect("an id").to_owned();
    list.iter().map(id).collect()
}

#[test]
fn documents_stand_in_the_order_that_the_settings_give() {
    let texts = folder("settings-order");
    file(
        &texts,
        "a.md",
        "---\ndate: 2024-12-08\n---\n# Zeta\n\nText.",
    );
    file(&texts, "b.md", "# Éclair\n\nUndated.");
    file(&texts, "c.md", "---\ndate: 1912\n---\n# Delta\n\nText.");
    file(
        &texts,
        "d.csv",
        "id,title,text,date\na,Alpha,Text of a row.,2024-11\n",
    );
    assert_eq!(ids(&texts), ["a", "b", "c", "d-a"]);
    file(&texts, "vademecum.toml", "order = \"date\"\n");
    assert_eq!(ids(&texts), ["c", "d-a", "a", "b"]);
    file(&texts, "vademecum.toml", "order = \"title\"\n");
    assert_eq!(ids(&texts), ["d-a", "c", "b", "a"]);
}

#[test]
fn what_stands_beside_a_collection_of_lines_counts_for_all_of_them() {
    let texts = folder("settings-lines");
    file(&texts, "_corpus.yaml", "lang: en\n");
    file(&texts, "letters.meta.yaml", "source: The archive\n");
    file(
        &texts,
        "letters.jsonl",
        "{\"id\":\"x\",\"text\":\"The road was open.\",\"Verfasser\":\"Rim Haddad\"}\n{\"text\":\"The bridge was shut.\"}\n",
    );
    file(
        &texts,
        "vademecum.toml",
        "[fields]\nVerfasser = \"author\"\n",
    );
    assert_eq!(ids(&texts), ["x", "letters-2"]);
    let found = output_of(&[
        "search",
        text(&texts),
        "source:archive lang:en author:haddad road",
    ]);
    assert!(found.contains("The road was open."), "{found}");
}

#[test]
fn settings_that_change_nothing_are_told_with_their_line() {
    let texts = folder("settings-refused");
    file(&texts, "a.md", "Text.");
    file(
        &texts,
        "vademecum.toml",
        "title = \"T\"\nfacets = [\"region\", \"url\"]\nauthority = \"names.toml\"\n",
    );
    let checked = run(["check", text(&texts)]);
    assert_eq!(checked.code, 1, "{}", checked.stderr);
    assert!(
        checked
            .stdout
            .contains("line 2: `facets` names `region`, a key that no document has")
            && checked
                .stdout
                .contains("line 2: `url` tells documents apart"),
        "{}",
        checked.stdout
    );
    assert!(
        checked.stdout.contains("`names.toml`, which is not there"),
        "{}",
        checked.stdout
    );
}

#[test]
fn filters_found_in_the_texts_need_no_key_above_them() {
    let texts = folder("settings-found");
    file(&texts, "a.md", "---\nlang: en\n---\nText.");
    file(
        &texts,
        "vademecum.toml",
        "facets = [\"year\", \"month\", \"person\", \"place\", \"org\"]\n",
    );
    let checked = run(["check", text(&texts), "--strict"]);
    assert_eq!(checked.code, 0, "{}", checked.stdout);
    assert!(!checked.stdout.contains("facets"), "{}", checked.stdout);
}

#[test]
fn keys_of_few_values_are_filters_and_settings_choose_which() {
    let texts = folder("settings-facets");
    for (name, region, mood) in [
        ("a", "north", "calm"),
        ("b", "south", "calm"),
        ("c", "north", "loud"),
    ] {
        let text =
            format!("---\ntags: [x]\nregion: {region}\nmood: {mood}\n---\nThe road {name}.\n");
        file(&texts, &format!("{name}.md"), &text);
    }
    let facets = || {
        let answer = output_of(&["search", text(&texts), "road", "--format", "json"]);
        let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
        let facets = answer["facets"].as_array().expect("facets").clone();
        let names = facets
            .iter()
            .map(|facet| facet["field"].as_str().expect("a name").to_owned());
        names.collect::<Vec<String>>()
    };
    assert_eq!(facets(), ["tag", "mood", "region"]);
    file(
        &texts,
        "vademecum.toml",
        "facets = [\"region\", \"tags\"]\n",
    );
    assert_eq!(facets(), ["region", "tag"]);
    let found = output_of(&["search", text(&texts), "region:north road"]);
    assert!(
        found.contains("road a") && found.contains("road c") && !found.contains("road b"),
        "{found}"
    );
}

#[test]
fn an_authority_file_of_another_name_decides() {
    let texts = folder("settings-authority");
    file(
        &texts,
        "a.md",
        "Mr Khouri of Homs met Rim Haddad. Khouri was late.",
    );
    file(
        &texts,
        "vademecum.toml",
        "authority = \"lists/people.toml\"\n",
    );
    file(
        &texts,
        "lists/people.toml",
        "[[entity]]\nid = \"khoury\"\nkind = \"person\"\npreferred = \"Sami Khoury\"\nvariants = [\"Khouri\"]\n",
    );
    let names = json_of(&["names", text(&texts), "--format", "json"]);
    let preferred: Vec<&str> = names
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|name| name["preferred"].as_str())
        .collect();
    assert!(preferred.contains(&"Sami Khoury"), "{preferred:?}");
}

#[test]
fn completions_and_manual_pages_come_from_the_command_itself() {
    let script = output_of(&["completions", "bash"]);
    assert!(
        script.contains("--no-mending") && script.contains("elastic-bulk"),
        "{script}"
    );
    let out = folder("manual");
    output_of(&["manual", "-o", text(&out)]);
    let page =
        std::fs::read_to_string(out.join("vademecum-build.1")).expect("a page for each command");
    assert!(
        page.contains("Examples:") && page.contains("watch"),
        "{page}"
    );
    assert!(out.join("vademecum.1").exists());
}
