//! What the parts beside the page say, read from their sources: all of it has its counterpart.

use super::super::{CATALOGUES, Catalogue};
use super::{code_in, literal};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Returns the texts in the code of some parts, without tests, comments and reasons.
fn texts_of(parts: &[&str]) -> Vec<(PathBuf, String)> {
    let folders: Vec<String> = parts.iter().map(|part| [part, "/src"].concat()).collect();
    let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
    let mut found = Vec::new();
    for (file, code) in code_in(&folders) {
        let lines = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let code = lines.collect::<Vec<_>>().join("\n").replace("'\"'", "' '");
        let mut rest = code.as_str();
        while let Some(at) = rest.find('"') {
            let is_reason = rest[..at].trim_end().ends_with("reason =");
            let Some((piece, after)) = literal(&rest[at..]) else {
                break;
            };
            if !is_reason && piece.contains(char::is_lowercase) {
                found.push((file.clone(), piece));
            }
            rest = after;
        }
    }
    found
}

/// Every piece of text in the code of the parts that answer queries, of at least three words.
fn pieces_of_messages() -> Vec<(PathBuf, String)> {
    let mut pieces = texts_of(&["query", "search", "engine"]);
    // For developers: how a score came about, and words that are no sentences.
    pieces.retain(|(file, piece)| {
        piece.split(' ').count() > 2 && !file.to_string_lossy().contains("ranking")
    });
    pieces
}

#[test]
fn everything_that_the_engine_says_has_its_counterpart_in_every_language() {
    let pieces = pieces_of_messages();
    assert!(
        pieces.len() > 80,
        "the messages are found: {}",
        pieces.len()
    );
    for catalogue in CATALOGUES {
        // A piece ends where something quoted begins.
        let says = |piece: &str| {
            let words = piece.trim_matches(['“', '”', '/', ' ']);
            let is_known = |words: &str| {
                let mut known = catalogue.messages.iter();
                known.any(|(english, _)| english.contains(words))
            };
            is_known(words) || words.split("; ").all(is_known)
        };
        let missing: Vec<_> = pieces.iter().filter(|(_, piece)| !says(piece)).collect();
        assert!(missing.is_empty(), "{}: {missing:#?}", catalogue.tag);
    }
}

/// What speaks of files that people bring: whole crates, and files of those that also speak of other things. How an
/// index breaks its format is told in the words of `docs/FORMAT.md`, in every language.
const READERS: [&str; 10] = [
    "readers/src/",
    "intake/src/",
    "corpus/src/",
    "json/src/",
    "authority/src/",
    "desk/src/annotations",
    "publication/src/single.rs",
    "index/src/error.rs",
    "index/src/layers.rs",
    "index/src/documents/writer.rs",
];

/// Their files that hold words, and no messages.
const VOCABULARIES: [&str; 20] = [
    "corpus/src/dates.rs",
    "corpus/src/drop_capitals/english.rs",
    "corpus/src/html.rs",
    "corpus/src/markdown.rs",
    "corpus/src/plain.rs",
    "readers/src/docx/properties.rs",
    "readers/src/docx/styles.rs",
    "readers/src/docx/walk.rs",
    "readers/src/headed.rs",
    "readers/src/html/article.rs",
    "readers/src/html/blocks.rs",
    "readers/src/html/head.rs",
    "readers/src/html/notices.rs",
    "readers/src/language.rs",
    "readers/src/note_markup.rs",
    "readers/src/pdf/info.rs",
    "readers/src/pdf/lines.rs",
    "readers/src/pdf/paragraphs.rs",
    "readers/src/pdf/rescue.rs",
    "readers/src/records.rs",
];

/// Texts of theirs that no reader of a page is told.
const NOT_TOLD: [&str; 27] = [
    // The command's own form of an error.
    "{AUTHORITY_FILE}, line {line}: {what}",
    // Where there are threads; in the page the script of `intake` notices both.
    "it is damaged in a way that its reader does not survive",
    "{} and {failure}",
    // Only their number is told.
    "it is about something that is no document of such a page",
    "it is about something that is no search of such a page",
    "it is an assessment of another program",
    "it is neither a mark nor a search nor what was read",
    // Parts of a page that is being made, by their names in the code.
    "boot script",
    "script for own files",
    // What is written into files, and what is looked for in them.
    "hide = {}",
    "{key} = {}",
    "id = {}",
    "note = {}",
    "{first} {last}",
    "SQLite format 3",
    "article title",
    "post title",
    "author name",
    "author names",
    "veröffentlicht am",
    "date de publication",
    "fecha de publicación",
    "data di pubblicazione",
    "date of publication",
    "created utc",
    "creation date",
    "published date",
];

/// Returns a text with a numbered gap for each that the program fills: `{}`, `{name}`, `{found:08x}`.
fn with_numbered_gaps(text: &str) -> String {
    let mut numbered = String::new();
    let mut n_gaps = 0;
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        numbered.push_str(before);
        let gap = behind.split_once('}').filter(|(inside, _)| {
            let name = inside.split(':').next().unwrap_or_default();
            name.chars().all(|c| c.is_alphanumeric() || c == '_') && !inside.contains(' ')
        });
        rest = match gap {
            Some((_, after)) => {
                numbered.push_str(&format!("{{{n_gaps}}}"));
                n_gaps += 1;
                after
            }
            None => {
                numbered.push('{');
                behind
            }
        };
    }
    numbered + rest
}

/// Everything that is said about what people bring: files, indexes, desks.
fn messages_of_readers() -> Vec<(PathBuf, String)> {
    let crates = READERS.map(|part| part.split('/').next().unwrap_or_default());
    let mut messages = texts_of(&BTreeSet::from(crates).into_iter().collect::<Vec<_>>());
    messages.retain(|(file, text)| {
        let file = file.to_string_lossy();
        let speaks = READERS.iter().any(|part| file.contains(part))
            && !VOCABULARIES.iter().any(|known| file.ends_with(known));
        let is_markup = text.starts_with('<');
        speaks && !is_markup && text.trim() == text && !NOT_TOLD.contains(&text.as_str())
    });
    messages
}

fn readings(catalogue: &Catalogue) -> Vec<&'static str> {
    let readings = catalogue.readings.iter().copied().flatten();
    readings.map(|(english, _)| *english).collect()
}

#[test]
fn everything_that_is_said_about_files_has_its_counterpart_in_every_language() {
    let said = messages_of_readers();
    for catalogue in CATALOGUES {
        let known = readings(catalogue);
        let missing: Vec<_> = said
            .iter()
            .filter(|(_, text)| text.contains(' '))
            .filter(|(_, text)| !known.contains(&with_numbered_gaps(text).as_str()))
            .collect();
        assert!(missing.is_empty(), "{}: {missing:#?}", catalogue.tag);
    }
}

#[test]
fn nothing_is_said_about_files_in_another_language_only() {
    let mut said: Vec<String> = messages_of_readers()
        .iter()
        .map(|(_, text)| with_numbered_gaps(text))
        .collect();
    said.extend(messages_of_scripts());
    for english in CATALOGUES.into_iter().flat_map(readings) {
        assert!(said.iter().any(|text| text == english), "{english}");
    }
}

/// What the script of the module for own files says in words.
fn messages_of_scripts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../intake/src/script");
    let mut said = Vec::new();
    for entry in fs::read_dir(folder).expect("the script is there") {
        let code = fs::read_to_string(entry.expect("a file").path()).expect("a text");
        for call in ["new Refused(", "event.message || "] {
            let texts = code.split(call).skip(1).filter_map(literal);
            said.extend(texts.map(|(text, _)| text));
        }
    }
    said
}

#[test]
fn what_the_script_for_own_files_says_has_its_counterpart_in_every_language() {
    let said = messages_of_scripts();
    assert!(said.len() > 3, "{said:?}");
    for catalogue in CATALOGUES {
        let known = readings(catalogue);
        for text in &said {
            let is_keyword = !crate::files::wording::files_message(text).contains(text);
            assert!(is_keyword || known.contains(&text.as_str()), "{text}");
        }
    }
}
