//! The parts that documents are made of, for readers of other formats.
//!
//! A reader fills a [`BodyWriter`] with blocks and a list of [`Entry`]s with metadata under any of their
//! usual names, and [`document`] makes a [`Document`] of them by the same rules that Markdown has: keys,
//! dates, languages, titles and mending do not depend on the format.
//!
//! ```
//! use corpus::parts::{BodyWriter, Entry, Report, Value, document};
//! use corpus::BlockKind;
//!
//! let mut body = BodyWriter::default();
//! body.block(BlockKind::Heading(1), 0, "Homs");
//! body.block(BlockKind::Paragraph, 0, "The road was open.");
//! let date = Entry { key: "published".into(), line: 0, value: Value::Scalar("8.12.2024".into()) };
//! let mut report = Report::new("homs.docx");
//! let homs = document("homs", vec![date], body.finish(), true, &mut report, None).expect("text");
//! assert_eq!(homs.title, "Homs");
//! assert_eq!(homs.date.as_deref(), Some("2024-12-08"));
//! ```

use std::collections::BTreeSet;

use crate::{
    Document, ReadOptions, dates, decoding, json, markdown, metadata, plain, source, yaml,
};

pub use crate::body::{Body, BodyWriter};
pub use crate::front_matter::{FrontMatter, split as front_matter};
pub use crate::problem::{Report, excerpt};
pub use crate::value::{Entry, Value};

/// Makes a document, or reports why there is none.
///
/// `mend_drop_capitals` as in [`ReadOptions::mend`]; `line` is where the document stands in a source of
/// many. Cost: linear in the text.
pub fn document(
    fallback_id: &str,
    entries: Vec<Entry>,
    body: Body,
    mend_drop_capitals: bool,
    report: &mut Report<'_>,
    line: Option<u32>,
) -> Option<Document> {
    let metadata = metadata::of(entries, report)?;
    let options = ReadOptions {
        mend: mend_drop_capitals,
    };
    source::assemble(
        fallback_id.to_owned(),
        metadata,
        body,
        &options,
        report,
        line,
    )
}

/// Reads prose whose first line has this number in its source: Markdown where it is named or clearly
/// is, else plain text.
#[must_use]
pub fn prose(text: &str, first_line: u32, is_named_markdown: bool) -> Body {
    if is_named_markdown || plain::is_markdown(text) {
        markdown::read(text, first_line)
    } else {
        plain::read(text, first_line)
    }
}

/// Reads plain text, whatever it looks like; `first_line` as in [`prose`].
#[must_use]
pub fn plain_text(text: &str, first_line: u32) -> Body {
    plain::read(text, first_line)
}

/// Where and why YAML could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// The line, from 1.
    pub line: u32,
    /// What was found.
    pub message: String,
    /// What to write instead.
    pub hint: String,
}

/// Reads the YAML of a whole file.
///
/// # Errors
///
/// The first line that is not the YAML people write above a text, with a remedy.
pub fn read_yaml(text: &str, first_line: u32) -> Result<Vec<Entry>, SyntaxError> {
    yaml::read(text, first_line).map_err(|error| SyntaxError {
        line: error.line,
        message: error.message,
        hint: error.hint,
    })
}

/// Reads one JSON value that fills `text`.
///
/// # Errors
///
/// The column and what was expected there.
pub fn read_json(text: &str, line: u32) -> Result<Value, String> {
    json::read(text, line)
}

/// Returns `first`, then those of `others` whose key `first` does not have under any of its names.
#[must_use]
pub fn completed(mut first: Vec<Entry>, others: Vec<Entry>) -> Vec<Entry> {
    let taken: BTreeSet<String> = first
        .iter()
        .filter(|entry| entry.value != Value::Null)
        .map(|entry| canonical_key(&entry.key))
        .collect();
    first.extend(
        others
            .into_iter()
            .filter(|entry| !taken.contains(&canonical_key(&entry.key))),
    );
    first
}

/// Returns the canonical name of a metadata key: `byline` is `author`; other keys are themselves.
#[must_use]
pub fn canonical_key(key: &str) -> String {
    metadata::canonical_key(key)
}

/// Returns a date as ISO 8601 / EDTF where `text` is one and can mean one day only.
#[must_use]
pub fn date(text: &str) -> Option<String> {
    dates::to_iso(text)
}

/// Returns the BCP 47 form of a tag or of the name of a common language.
#[must_use]
pub fn language_tag(text: &str) -> Option<String> {
    metadata::language_tag(text)
}

/// Returns `text` with `\n` as its only line end and without control characters, and how many of
/// these were dropped with the byte offset of the first.
#[must_use]
pub fn without_controls(text: &str) -> (String, Option<(usize, usize)>) {
    decoding::without_controls(text)
}

/// Returns the last part of a source's name, without its extension.
#[must_use]
pub fn file_stem(name: &str) -> &str {
    source::file_stem(name)
}
