//! One document a line: `{"id": …, "title": …, "text": …, metadata}`.

use crate::decoding::{Decoder, Place};
use crate::problem::{Report, excerpt};
use crate::value::{Entry, Value};
use crate::{Document, Matter, Problem, ReadOptions, decoding, json, metadata, plain, source};

/// Reads a `.jsonl` in stretches, each document as soon as its line is there.
///
/// For files that are better not held as a whole, and for several cores: each reads its own stretch of the
/// file from a [`Place`], and [`JsonLines::append`] joins what was found. Documents and problems are those
/// of [`crate::read`], however the file is cut.
///
/// ```
/// use corpus::{JsonLines, Place, ReadOptions};
///
/// let mut ids = Vec::new();
/// let mut lines = JsonLines::new("letters.jsonl", ReadOptions::default(), Place::default());
/// lines.read(b"{\"id\":\"a\",\"text\":\"One.\"}\n", &mut |document| ids.push(document.id));
/// lines.read(b"{\"text\":\"Two.\"}", &mut |document| ids.push(document.id));
/// assert_eq!(ids, ["a", "letters-2"]);
/// assert!(lines.into_problems().0.is_empty());
/// ```
#[derive(Debug, Clone)]
pub struct JsonLines {
    name: String,
    options: ReadOptions,
    decoder: Decoder,
    problems: Vec<Problem>,
    n_records: usize,
}

impl JsonLines {
    /// Starts to read the source called `name` at a place where a line begins.
    #[must_use]
    pub fn new(name: &str, options: ReadOptions, place: Place) -> Self {
        Self {
            name: name.to_owned(),
            options,
            decoder: Decoder::at(place),
            problems: Vec::new(),
            n_records: 0,
        }
    }

    /// Reads the next bytes, which end behind a `\n` or with the source, and gives each document to `each`.
    /// A line that cannot be read is a problem and does not stop the others.
    ///
    /// Cost: linear; holds a copy of `bytes` and one document.
    pub fn read(&mut self, bytes: &[u8], each: &mut dyn FnMut(Document)) {
        let first = self.decoder.next_line();
        let Some(text) = self.decoder.decode(bytes) else {
            return;
        };
        let mut report = Report::new(&self.name);
        for (line, record) in (first..).zip(text.split('\n')) {
            if !record.trim().is_empty() {
                self.n_records += 1;
                if let Some(document) = read_record(record, line, &self.options, &mut report) {
                    each(document);
                }
            }
        }
        self.problems.append(&mut report.problems);
    }

    /// Takes what was found in the stretches after these.
    pub fn append(&mut self, mut later: Self) {
        self.decoder.append(&later.decoder);
        self.problems.append(&mut later.problems);
        self.n_records += later.n_records;
    }

    /// Returns the problems of the whole source, and whether its documents can be used: where the file is
    /// not text, none of them can.
    #[must_use]
    pub fn into_problems(mut self) -> (Vec<Problem>, bool) {
        let mut report = Report::new(&self.name);
        let is_text = self.decoder.report(&mut report);
        if is_text {
            report.problems.append(&mut self.problems);
            if self.n_records == 0 {
                report.error_of(
                    Matter::NoText,
                    None,
                    "there is no record in the file".to_owned(),
                    "write one JSON object a line",
                );
            }
        }
        (report.problems, is_text)
    }
}

fn read_record(
    record: &str,
    line: u32,
    options: &ReadOptions,
    report: &mut Report<'_>,
) -> Option<Document> {
    let mut entries = match json::read(record.trim(), line) {
        Ok(Value::Map(entries)) => entries,
        Ok(_) => {
            let message = format!("expected a JSON object, found `{}`", excerpt(record));
            report.error(
                Some(line),
                message,
                "write one object {\"id\": …, \"text\": …} a line",
            );
            return None;
        }
        Err(message) => {
            report.error(
                Some(line),
                message,
                "write one JSON object a line, without line breaks in it",
            );
            return None;
        }
    };
    let Some(text) = take_text(&mut entries) else {
        let message = "the record has no `text` that is a string".to_owned();
        report.error(
            Some(line),
            message,
            "add \"text\": \"…\", or leave the line out",
        );
        return None;
    };
    let metadata = metadata::of(entries, report)?;
    let (text, dropped) = decoding::without_controls(&text);
    if let Some((count, _)) = dropped {
        report.note(
            Some(line),
            format!("control characters left out: {count}"),
            "",
        );
    }
    let mut body = plain::read(&text, line);
    body.lines.fill(line);
    let fallback_id = format!("{}-{line}", source::file_stem(report.file()));
    source::assemble(fallback_id, metadata, body, options, report, Some(line))
}

/// Takes the text, which exports also call body, content, full text or message.
fn take_text(entries: &mut Vec<Entry>) -> Option<String> {
    const KEYS: [&str; 6] = [
        "text",
        "body",
        "content",
        "full_text",
        "fulltext",
        "message",
    ];
    let mut keys = KEYS.iter();
    let at = keys.find_map(|key| entries.iter().position(|entry| entry.key == *key))?;
    match entries.remove(at).value {
        Value::Scalar(text) => Some(text),
        _ => None,
    }
}
