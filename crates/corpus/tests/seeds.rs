//! The three documents that the product is judged on, where their folder is at hand.
//!
//! Facts about them are asserted; none of their sentences stands here.

use std::fs;
use std::path::Path;

use corpus::{BlockKind, Corpus, Document, InlineKind, ReadOptions, Severity, Source, read_all};

fn read_seeds(options: ReadOptions) -> Option<Corpus> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seeds");
    let mut sources = Vec::new();
    for entry in fs::read_dir(folder).ok()? {
        let path = entry.ok()?.path();
        let name = path.file_name()?.to_string_lossy().into_owned();
        sources.push(Source {
            name,
            bytes: fs::read(&path).ok()?,
        });
    }
    Some(read_all(&sources, &options))
}

fn count(document: &Document, kind: BlockKind) -> usize {
    document
        .blocks
        .iter()
        .filter(|block| block.kind == kind)
        .count()
}

#[test]
fn each_has_a_sensible_title_and_no_problem_worse_than_a_note() {
    let Some(corpus) = read_seeds(ReadOptions::default()) else {
        return;
    };
    let titles: Vec<&str> = corpus
        .documents
        .iter()
        .map(|document| document.title.as_str())
        .collect();
    assert_eq!(titles.len(), 3);
    assert!(
        titles[0].starts_with("A senior Iraqi") && titles[0].ends_with('…'),
        "{}",
        titles[0]
    );
    assert_eq!(titles[1], "The Fall of the House of Assad");
    assert!(
        titles[2].starts_with("While it was easy") && titles[2].ends_with('…'),
        "{}",
        titles[2]
    );
    assert!(
        corpus
            .problems
            .iter()
            .all(|problem| problem.severity == Severity::Note)
    );
}

#[test]
fn structure_is_found() {
    let Some(corpus) = read_seeds(ReadOptions::default()) else {
        return;
    };
    let [first, second, third] = &corpus.documents[..] else {
        panic!("expected three documents")
    };
    assert_eq!(count(first, BlockKind::Heading(2)), 2);
    assert_eq!(count(second, BlockKind::Heading(1)), 1);
    assert_eq!(count(second, BlockKind::Caption), 6);
    let pictures = second
        .inlines
        .iter()
        .filter(|i| matches!(i.kind, InlineKind::Picture(_)));
    assert_eq!(pictures.count(), 6);
    assert_eq!(
        (
            count(third, BlockKind::Question),
            count(third, BlockKind::Answer)
        ),
        (1, 1)
    );
    let names: Vec<&str> = second
        .fields
        .iter()
        .map(|field| field.name.as_str())
        .collect();
    assert_eq!(names, ["source", "url", "clipped"]);
    assert_eq!(second.fields[0].values, ["theatlantic.com"]);
}

#[test]
fn split_drop_capitals_are_mended_and_listed() {
    let Some(corpus) = read_seeds(ReadOptions::default()) else {
        return;
    };
    let mended: Vec<_> = corpus
        .problems
        .iter()
        .filter(|problem| problem.message.contains("drop capital"))
        .collect();
    let lines: Vec<_> = mended.iter().filter_map(|problem| problem.line).collect();
    assert_eq!(lines, [26, 55, 67, 91, 119]);
    for (problem, word) in mended
        .iter()
        .zip(["Perhaps", "Assad’s", "That", "On", "When"])
    {
        assert!(
            problem.message.ends_with(&format!("is now \"{word}\"")),
            "{problem}"
        );
    }
    let text = &corpus.documents[1].text;
    assert!(text.contains("\n\nPerhaps all") && text.contains("\n\nI have spoken"));

    let Some(unmended) = read_seeds(ReadOptions { mend: false }) else {
        return;
    };
    assert!(unmended.documents[1].text.contains("\n\nP erhaps all"));
    assert_eq!(unmended.documents[1].text.len(), text.len() + 5);
}
