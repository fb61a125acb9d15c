//! The three documents that the project was asked for, where they stand beside the checkout.

use crate::{json_of, output_of};
use std::path::{Path, PathBuf};

const FIRST: &str = "000_cef914df2f17974c";
const SECOND: &str = "001_51544a18f8d43fd2";
const THIRD: &str = "002_73b1374f98e3debd";

fn documents() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seeds");
    folder.is_dir().then_some(folder)
}

/// Searches the three documents and compares which of them answer fully, in any order.
fn check(query: &str, expected: &[&str]) {
    let Some(folder) = documents() else { return };
    let answer = json_of(&[
        "search",
        folder.to_str().expect("plain"),
        query,
        "--format",
        "json",
    ]);
    let hits = answer["hits"].as_array().expect("hits").iter();
    let mut ids: Vec<&str> = hits
        .filter(|hit| hit["missing"].as_array().is_none_or(Vec::is_empty))
        .filter_map(|hit| hit["id"].as_str())
        .collect();
    ids.sort_unstable();
    assert_eq!(ids, expected, "{query}");
    assert_eq!(answer["total"], expected.len(), "{query}");
}

#[test]
fn names_are_found_in_every_spelling() {
    check("sharaa", &[SECOND]);
    check("al-Sharaa", &[SECOND]);
    check("Erdogan", &[SECOND]);
    check("eminences grises", &[SECOND]);
    for spelling in ["Shi'a", "Shi‘a", "Shia"] {
        let Some(folder) = documents() else { return };
        let answer = json_of(&[
            "search",
            folder.to_str().expect("plain"),
            spelling,
            "--format",
            "json",
        ]);
        let ids: Vec<&str> = answer["hits"]
            .as_array()
            .expect("hits")
            .iter()
            .filter_map(|hit| hit["id"].as_str())
            .collect();
        assert!(ids.contains(&THIRD), "{spelling}: {ids:?}");
    }
}

#[test]
fn operators_answer_exactly() {
    check("\"al rastan bridge\"", &[FIRST]);
    check("\"victory with drunk\"", &[]);
    check("betray*", &[SECOND, THIRD]);
    check("sukhoi -captagon", &[FIRST]);
}

#[test]
fn a_misspelt_name_offers_the_right_one() {
    let Some(folder) = documents() else { return };
    let answer = json_of(&[
        "search",
        folder.to_str().expect("plain"),
        "khazaly",
        "--format",
        "json",
    ]);
    let forms = answer["expansions"]["khazaly"]
        .as_array()
        .expect("the word was widened");
    assert!(forms.iter().any(|form| form == "khazali"), "{forms:?}");
    assert_eq!(answer["hits"][0]["id"], FIRST);
}

#[test]
fn titles_and_mendings_are_as_a_reader_expects() {
    let Some(folder) = documents() else { return };
    let report = json_of(&["check", folder.to_str().expect("plain"), "--format", "json"]);
    let files = report["files"].as_array().expect("files");
    assert_eq!(files.len(), 3);
    for file in files {
        let title = file["title"].as_str().expect("a title");
        assert!(title.contains(' ') && !title.contains(".txt"), "{title}");
    }
    assert_eq!(files[1]["title"], "The Fall of the House of Assad");
    let mended: Vec<&str> = files[1]["problems"]
        .as_array()
        .expect("problems")
        .iter()
        .filter_map(|problem| problem["message"].as_str())
        .collect();
    for word in ["Perhaps", "Assad’s", "That", "On", "When"] {
        assert!(
            mended.iter().any(|message| message.contains(word)),
            "{word}: {mended:?}"
        );
    }
    let text = output_of(&["text", folder.to_str().expect("plain"), "--doc", SECOND]);
    assert!(!text.contains("P erhaps") && !text.contains("A ssad"));
}
