//! Files of real programs, as `testdata/files/expected.toml` tells what is in them; and the same files damaged.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use corpus::{Document, Reading, Source};
use proptest::prelude::*;
use readers::{Mending, Options, Surroundings, read};
use toml::Table;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/files")
}

fn source(name: &str) -> Source {
    Source {
        name: name.to_owned(),
        bytes: std::fs::read(folder().join(name)).expect("a file of the folder"),
    }
}

fn reading(source: &Source) -> Reading {
    read(source, &Surroundings::default(), &Options::default())
}

fn expected() -> Vec<Table> {
    let text = std::fs::read_to_string(folder().join("expected.toml")).expect("expectations");
    let table: Table = text.parse().expect("TOML");
    let files = table["file"].as_array().expect("a list");
    files
        .iter()
        .map(|file| file.as_table().expect("a table").clone())
        .collect()
}

fn text<'t>(file: &'t Table, key: &str) -> Option<&'t str> {
    file.get(key).and_then(|value| value.as_str())
}

fn texts<'t>(file: &'t Table, key: &str) -> Vec<&'t str> {
    let list = file.get(key).and_then(|value| value.as_array());
    list.into_iter()
        .flatten()
        .filter_map(|value| value.as_str())
        .collect()
}

fn field<'d>(document: &'d Document, name: &str) -> Vec<&'d str> {
    let fields = document.fields.iter().filter(|field| field.name == name);
    fields
        .flat_map(|field| field.values.iter().map(String::as_str))
        .collect()
}

/// Returns what is not as expected of one file.
fn differences(file: &Table) -> Vec<String> {
    let name = text(file, "name").expect("a name");
    let reading = reading(&source(name));
    let said: String = reading
        .problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect();
    let mut wrong = Vec::new();
    let mut check = |holds: bool, what: String| {
        if !holds {
            wrong.push(format!("{name}: {what}"));
        }
    };
    for wanted in [text(file, "error"), text(file, "note")]
        .into_iter()
        .flatten()
    {
        check(
            said.contains(wanted),
            format!("expected `{wanted}` in: {said}"),
        );
    }
    let Some(document) = reading.documents.first() else {
        check(text(file, "error").is_some(), format!("not read: {said}"));
        return wrong;
    };
    check(
        text(file, "error").is_none(),
        "read, expected an error".to_owned(),
    );
    if let Some(n) = file.get("documents").and_then(|n| n.as_integer()) {
        check(
            reading.documents.len() == usize::try_from(n).unwrap_or(0),
            format!("{} documents", reading.documents.len()),
        );
    }
    if let Some(title) = text(file, "title") {
        check(document.title == title, format!("title {}", document.title));
    }
    for (key, found) in [("date", &document.date), ("lang", &document.lang)] {
        let wanted = text(file, key);
        check(
            wanted.is_none() || wanted == found.as_deref(),
            format!("{key} {found:?}"),
        );
    }
    let authors = texts(file, "author");
    check(
        authors.is_empty() || authors == field(document, "author"),
        format!("author {:?}", field(document, "author")),
    );
    for phrase in texts(file, "has") {
        check(document.text.contains(phrase), format!("lacks `{phrase}`"));
    }
    for phrase in texts(file, "lacks") {
        check(!document.text.contains(phrase), format!("has `{phrase}`"));
    }
    let kinds: BTreeSet<&str> = document
        .blocks
        .iter()
        .map(|block| block.kind.name_and_level().0)
        .collect();
    for kind in texts(file, "kinds") {
        check(kinds.contains(kind), format!("no {kind}"));
    }
    wrong
}

#[test]
fn every_file_is_read_as_expected() {
    let wrong: Vec<String> = expected().iter().flat_map(differences).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_of_the_folder_is_expected() {
    let listed: BTreeSet<String> = expected()
        .iter()
        .filter_map(|file| text(file, "name").map(str::to_owned))
        .collect();
    let entries = std::fs::read_dir(folder()).expect("the folder");
    let found: BTreeSet<String> = entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| name != "expected.toml")
        .collect();
    assert_eq!(found, listed);
}

#[test]
fn what_is_not_mended_stays_as_it_is() {
    let options = Options {
        mending: Mending::all(false),
        ..Options::default()
    };
    let text_of = |name: &str| {
        let reading = read(&source(name), &Surroundings::default(), &options);
        reading
            .documents
            .into_iter()
            .map(|document| document.text)
            .collect::<String>()
    };
    assert!(text_of("two-columns.pdf").contains("The Amber Review"));
    assert!(text_of("mojibake.txt").contains("â€™"));
    assert!(text_of("mojibake.txt").contains("ﬁrst"));
    assert!(text_of("wrapped.txt").contains("ferry-"));
}

#[test]
fn a_small_package_that_unpacks_to_a_huge_one_is_refused() {
    use std::io::Write as _;
    let mut package = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    package
        .start_file("word/document.xml", options)
        .expect("a part");
    let blank = vec![b' '; 1 << 20];
    for _ in 0..200 {
        package.write_all(&blank).expect("room");
    }
    let bytes = package.finish().expect("a package").into_inner();
    let reading = reading(&Source {
        name: "bomb.docx".to_owned(),
        bytes,
    });
    assert!(reading.documents.is_empty());
    assert!(
        reading.problems[0].message.contains("unpacks to more than"),
        "{:?}",
        reading.problems
    );
}

#[test]
fn fifty_thousand_nested_elements_are_refused_at_once() {
    let mut bytes = b"<!doctype html>".to_vec();
    bytes.extend("<div>".repeat(50_000).bytes());
    let reading = reading(&Source {
        name: "deep.html".to_owned(),
        bytes,
    });
    assert!(
        reading.problems[0].message.contains("nested"),
        "{:?}",
        reading.problems
    );
}

/// Checks what holds for every reading: documents or a reason, and blocks that lie in their text.
fn check_sound(name: &str, reading: &Reading) {
    assert!(
        !reading.documents.is_empty() || !reading.problems.is_empty(),
        "{name}: neither text nor a reason"
    );
    for document in &reading.documents {
        assert!(!document.title.is_empty(), "{name}: no title");
        for block in &document.blocks {
            assert!(
                !block.span.of(&document.text).is_empty(),
                "{name}: empty block"
            );
        }
        for inline in &document.inlines {
            assert!(
                document.text.is_char_boundary(inline.span.start as usize),
                "{name}: inline"
            );
        }
    }
}

fn names() -> Vec<String> {
    expected()
        .iter()
        .filter_map(|file| text(file, "name").map(str::to_owned))
        .collect()
}

#[test]
fn files_cut_off_anywhere_are_read_or_reported() {
    for name in names() {
        let whole = source(&name);
        for eighth in [1, 3, 5, 7] {
            let bytes = whole.bytes[..whole.bytes.len() * eighth / 8].to_vec();
            check_sound(
                &name,
                &reading(&Source {
                    name: name.clone(),
                    bytes,
                }),
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn flipped_bits_never_panic(
        which in any::<prop::sample::Index>(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), 0_u8..8), 1..40),
    ) {
        let names = names();
        let mut damaged = source(&names[which.index(names.len())]);
        if !damaged.bytes.is_empty() {
            for (place, bit) in flips {
                let at = place.index(damaged.bytes.len());
                damaged.bytes[at] ^= 1 << bit;
            }
        }
        check_sound(&damaged.name, &reading(&damaged));
    }
}
