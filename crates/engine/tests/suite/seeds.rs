//! The three documents that the project is judged by, where they lie beside the checkout.

use crate::corpus_texts::{full_hits, search};
use engine::Session;
use index::{BuildOptions, IndexBuilder};
use std::path::Path;

/// Opens the three documents, or `None` where they are not there.
fn seeds() -> Option<Session> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seeds");
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    names.sort();
    let mut builder = IndexBuilder::new(BuildOptions::default());
    for name in names {
        let source = corpus::Source {
            name: name.file_name()?.to_string_lossy().into_owned(),
            bytes: std::fs::read(&name).ok()?,
        };
        for document in &corpus::read(&source, &corpus::ReadOptions::default()).documents {
            builder.add(document);
        }
    }
    Some(Session::open(builder.finish().ok()?.into()).expect("the index opens"))
}

/// Which of the three documents, counted from 1, answer the whole query.
#[test]
fn the_judged_queries_find_their_documents() {
    let Some(session) = seeds() else { return };
    let ids: Vec<String> = session
        .index()
        .documents()
        .map(|view| view.id().to_string())
        .collect();
    let check = |query: &str, exactly: bool, expected: &[usize]| {
        let mut found: Vec<usize> = full_hits(&session, query)
            .iter()
            .filter_map(|hit| ids.iter().position(|id| id == hit))
            .map(|at| at + 1)
            .collect();
        found.sort_unstable();
        if exactly {
            assert_eq!(found, expected, "{query}");
        } else {
            assert!(
                expected.iter().all(|wanted| found.contains(wanted)),
                "{query}: {found:?}"
            );
        }
    };
    check("sharaa", false, &[2]);
    check("al-Sharaa", false, &[2]);
    check("Shi'a", false, &[3]);
    check("Shi‘a", false, &[3]);
    check("Shia", false, &[3]);
    check("\"victory with drunk\"", true, &[]);
    check("betray*", true, &[2, 3]);
    check("sukhoi -captagon", true, &[1]);
    for query in ["Erdogan", "eminences grises", "\"al rastan bridge\""] {
        assert!(!full_hits(&session, query).is_empty(), "{query}");
    }
    let record = search(&session, "khazaly");
    assert_eq!(record.notes[0].kind, "typo");
    assert_eq!(record.notes[0].suggestions[0], "khazali");
}

#[test]
fn marks_lie_on_characters_inside_their_passages() {
    let Some(session) = seeds() else { return };
    for query in [
        "assad",
        "the fall of damascus",
        "al-sharaa",
        "betray*",
        "\"bashar al assad\"",
        "iran NEAR/20 russia",
    ] {
        for hit in search(&session, query).hits {
            for passage in hit.passages {
                assert!(
                    passage.text.len() <= 300 && !passage.text.is_empty(),
                    "{query}: {}",
                    passage.text
                );
                let mut last = 0;
                for [start, end] in passage.marks {
                    assert!(last <= start && start < end, "{query}");
                    assert!(
                        passage.text.get(start as usize..end as usize).is_some(),
                        "{query}"
                    );
                    last = end;
                }
            }
        }
    }
}
