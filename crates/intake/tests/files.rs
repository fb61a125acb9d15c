//! Files of real programs, as a reader drops them: those that are read are found, the others say why not.

use std::path::{Path, PathBuf};

use corpus::{Reading, Severity, Source};
use intake::reader::{Beside, is_beside, is_text, read};
use intake::{Collection, Finishing, Report, Taken, handover};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/files")
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).expect("a file of the folder")
}

/// Reads a file as a worker does, and hands it over as workers do.
fn reading(name: &str, bytes: Vec<u8>) -> Reading {
    let reading = read(name, bytes, &Beside::default());
    handover::read(&handover::write(&reading)).expect("handed over whole")
}

fn finished(collection: &Collection) -> Vec<u8> {
    let finishing =
        Finishing::new(collection, "Mine", Taken::Own, &Default::default()).expect("documents");
    finishing.finish().expect("an index")
}

fn hits(index: Vec<u8>, query: &str) -> Vec<String> {
    let session = engine::Session::open(index.into()).expect("sound");
    let request = protocol::Request::Search(protocol::SearchRequest {
        query: query.into(),
        limit: 100,
        ..protocol::SearchRequest::default()
    });
    let protocol::Reply::Search(answer) = session.answer(&request) else {
        panic!("a search is answered")
    };
    answer.hits.into_iter().map(|hit| hit.id).collect()
}

#[test]
fn everything_in_a_folder_is_searched_or_says_why_not() {
    let mut collection = Collection::default();
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .expect("the folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a plain name")
        })
        .filter(|name| is_text(name) && !is_beside(name))
        .collect();
    names.sort();
    assert!(names.len() > 50, "{} files", names.len());
    for (key, name) in names.iter().enumerate() {
        let reading = reading(name, bytes(name));
        let report = Report::of(&reading);
        let has_error = reading
            .problems
            .iter()
            .any(|problem| problem.severity == Severity::Error && !problem.message.is_empty());
        assert!(
            report.n_documents > 0 || has_error,
            "{name}: {}",
            report.to_json()
        );
        collection
            .add(key as u32, name, reading)
            .expect("little text");
    }
    let n_documents = collection.n_documents();
    assert!(n_documents > 40, "{n_documents} documents");
    let index = index::Index::open(finished(&collection).into()).expect("sound");
    assert_eq!(index.n_documents() as usize, n_documents);
}

#[test]
fn hostile_files_are_told_and_cost_nobody_else() {
    let mut collection = Collection::default();
    for (key, (name, said)) in [
        ("truncated.docx", "cut off"),
        ("wrong.pdf", ""),
        ("encrypted.pdf", "encrypted"),
        ("laughs.xml", ""),
        ("scan-only.pdf", "scanned"),
    ]
    .into_iter()
    .enumerate()
    {
        let reading = reading(name, bytes(name));
        let json = Report::of(&reading).to_json();
        assert!(json.contains(said), "{name}: {json}");
        collection
            .add(key as u32, name, reading)
            .expect("little text");
    }
    let page = "<html><script>alert(1)</script><p onclick=\"alert(2)\">The <b>convoy</b> left.</p>\
                <a href=\"javascript:alert(3)\">here</a></html>";
    collection
        .add(9, "page.html", reading("page.html", page.into()))
        .expect("little text");
    let index = finished(&collection);
    assert_eq!(hits(index.clone(), "convoy"), ["page"]);
    assert!(hits(index, "alert").is_empty());
}

#[test]
fn a_page_and_an_index_give_their_texts_back() {
    let mut first = Collection::default();
    first
        .add(
            1,
            "road.md",
            reading("road.md", b"# The road\n\nThe convoy left.".to_vec()),
        )
        .expect("little text");
    let index = finished(&first);
    let mut page = Vec::new();
    let parts = publication::Parts {
        markup: "<title></title><!-- vademecum:head --><!-- /vademecum:head --><body><div id=\"vademecum-app\"></div></body>",
        boot: "boot()",
        glue: "glue()",
        style: "",
        program: publication::Module::Plain(b"\0asm"),
        intake: None,
    };
    let opened = index::Index::open(index.clone().into()).expect("sound");
    let publication = publication::Publication {
        index: &opened,
        layers: &[],
        title: "Mine",
        url: None,
        interface: publication::interface::Interface::En,
    };
    publication::single_page(&parts, &publication, &mut page, &mut |_| {}).expect("written");
    for (name, bytes) in [("texts.html", page), ("texts.vade", index)] {
        assert!(is_text(name));
        let reading = reading(name, bytes);
        assert_eq!(reading.documents.len(), 1, "{name}");
        assert_eq!(reading.documents[0].id, "road");
    }
    let damaged = reading("cut.vade", b"\x89VADE".to_vec());
    assert_eq!(damaged.problems.len(), 1);
}

#[test]
fn what_stands_beside_a_file_is_known_of_it() {
    let beside = Beside::of(&[
        Source {
            name: "letters/vademecum.toml".into(),
            bytes: b"title = \"Letters\"".to_vec(),
        },
        Source {
            name: "letters/_corpus.yaml".into(),
            bytes: b"author: A. Reader".to_vec(),
        },
    ]);
    assert_eq!(beside.title(), Some("Letters"));
    assert!(is_beside("letters/_corpus.yaml"));
    let reading = read("letters/one.md", b"One.".to_vec(), &beside);
    let author = reading.documents[0]
        .fields
        .iter()
        .find(|field| field.name == "author");
    assert_eq!(
        author.map(|field| field.values.as_slice()),
        Some(&["A. Reader".to_owned()][..])
    );
}
