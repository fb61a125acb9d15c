//! Any file of any format is read or refused with reasons, and spans of what is read fit its text.

use super::documents::check_document;
use corpus::Source;
use readers::{Options, Surroundings, read};

/// Endings of names, one for each reader; what a file is, its content may tell otherwise.
const ENDINGS: [&str; 16] = [
    "html", "docx", "odt", "epub", "pdf", "rtf", "csv", "tsv", "json", "eml", "mbox", "srt", "vtt",
    "xml", "txt", "md",
];

/// Reads `bytes` under a name whose ending `kind` chooses.
pub fn check(bytes: &[u8], kind: u8) {
    let ending = ENDINGS[usize::from(kind) % ENDINGS.len()];
    let source = Source {
        name: format!("account.{ending}"),
        bytes: bytes.to_vec(),
    };
    let reading = read(&source, &Surroundings::default(), &Options::default());
    assert!(!reading.documents.is_empty() || !reading.problems.is_empty());
    reading.documents.iter().for_each(check_document);
}
