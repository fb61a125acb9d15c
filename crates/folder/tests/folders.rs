//! Folders as they lie on disks: nested, hidden, linked in circles, empty.

use std::fs;
use std::path::{Path, PathBuf};

use folder::{FolderError, FolderReading, read};

/// A folder of its own for one test, removed at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).expect("the target folder can be written");
        for (file, text) in files {
            let path = root.join(file);
            fs::create_dir_all(path.parent().expect("a file has a folder"))
                .expect("folders can be made");
            fs::write(path, text).expect("files can be written");
        }
        Self(root)
    }

    fn read(&self) -> Result<FolderReading, FolderError> {
        read(std::slice::from_ref(&self.0))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn names(reading: &FolderReading) -> Vec<&str> {
    reading
        .sources
        .iter()
        .map(|source| source.name.as_str())
        .collect()
}

#[test]
fn files_are_found_below_and_sorted_by_bytes() {
    let files = [
        ("b.md", "x"),
        ("a/z.txt", "x"),
        ("a.jsonl", "{}"),
        ("B.MD", "x"),
        (".git/c.md", "x"),
        ("d.png", "x"),
    ];
    let scratch = Scratch::new("sorted", &files);
    let reading = scratch.read().expect("there are documents");
    assert_eq!(names(&reading), ["B.MD", "a.jsonl", "a/z.txt", "b.md"]);
    assert_eq!(reading.skipped, ["d.png"]);
}

#[test]
fn files_may_be_given_by_name_beside_folders() {
    let scratch = Scratch::new(
        "given",
        &[("one/a.md", "x"), ("two/b.md", "x"), ("three/.c.md", "x")],
    );
    let paths = ["one", "two/b.md", "three/.c.md", "one/a.md"].map(|path| scratch.0.join(path));
    let reading = read(&paths).expect("there are documents");
    assert_eq!(names(&reading), [".c.md", "b.md", "one/a.md"]);
}

#[test]
fn an_empty_folder_says_what_to_put_there() {
    let scratch = Scratch::new("empty", &[("a.png", "x")]);
    let error = scratch.read().expect_err("there is nothing to read");
    assert!(matches!(error, FolderError::Empty { n_skipped: 1, .. }));
    assert!(
        error.to_string().starts_with("no readable documents in "),
        "{error}"
    );
}

#[test]
fn a_missing_path_is_named() {
    let path = PathBuf::from("nowhere/at-all");
    let error = read(&[path]).expect_err("the path is missing");
    assert!(
        matches!(error, FolderError::Missing { .. })
            && error.to_string().contains("nowhere/at-all")
    );
}

#[cfg(unix)]
#[test]
fn circles_of_links_end_and_broken_ones_are_named() {
    use std::os::unix::fs::symlink;
    let scratch = Scratch::new("circles", &[("a/x.md", "x")]);
    symlink(&scratch.0, scratch.0.join("a/up")).expect("links can be made");
    symlink(scratch.0.join("a/x.md"), scratch.0.join("again.md")).expect("links can be made");
    let reading = scratch.read().expect("there is a document");
    assert_eq!(
        (names(&reading), reading.skipped.clone()),
        (vec!["a/x.md"], vec!["again.md".to_owned()])
    );
    symlink("nowhere", scratch.0.join("b.md")).expect("links can be made");
    let error = scratch.read().expect_err("a broken link cannot be read");
    assert!(
        matches!(&error, FolderError::Unreadable { path, .. } if path.ends_with("b.md")),
        "{error}"
    );
}

#[test]
fn the_demonstration_corpus_decides_about_names() {
    use annotation::names::{Gathering, Lexicon};

    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let authority = folder::authority(std::slice::from_ref(&seeds)).expect("an authority");
    let reading = read(&[seeds]).expect("texts");
    assert!(reading.skipped.is_empty());
    let corpus = corpus::read_all(&reading.sources, &corpus::ReadOptions::default());
    let lexicon = Lexicon::new();
    let mut gathering = Gathering::new(&lexicon, &authority);
    corpus
        .documents
        .iter()
        .for_each(|document| gathering.add(document));
    let names = gathering.finish();
    let of = |id: &str| {
        names
            .entities
            .iter()
            .find(|entity| entity.id == id)
            .expect("an entity")
    };
    let forms =
        |id: &str| -> Vec<&str> { of(id).forms.iter().map(|form| form.text.as_str()).collect() };

    assert!(forms("bashar-al-assad").contains(&"Assad"));
    assert!(
        !forms("bashar-al-assad")
            .iter()
            .any(|form| form.contains("Maher") || form.contains("Hafez"))
    );
    assert!(
        forms("ahmed-al-sharaa").contains(&"أحمد الشرع"),
        "found in a text without capitals"
    );
    let night = corpus
        .documents
        .iter()
        .position(|document| document.id == "night-of-7-to-8-december");
    assert!(
        of("hafez-al-assad-grandson")
            .mentions
            .iter()
            .any(|mention| Some(mention.document as usize) == night)
    );
    assert!(
        !of("hafez-al-assad")
            .mentions
            .iter()
            .any(|mention| Some(mention.document as usize) == night)
    );
    assert!(
        names
            .entities
            .iter()
            .all(|entity| entity.preferred() != "Vademecum")
    );
}
