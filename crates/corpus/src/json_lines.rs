//! One document a line: `{"id": …, "title": …, "text": …, metadata}`.

use crate::problem::{Report, excerpt};
use crate::value::{Entry, Value};
use crate::{Document, ReadOptions, decoding, json, metadata, plain, source};

/// Reads all lines; one that cannot be read leaves an error and does not stop the others.
pub(crate) fn read(text: &str, options: &ReadOptions, report: &mut Report<'_>) -> Vec<Document> {
    let mut documents = Vec::new();
    let mut n_records = 0;
    for (line, record) in (1..).zip(text.split('\n')) {
        if !record.trim().is_empty() {
            n_records += 1;
            documents.extend(read_record(record, line, options, report));
        }
    }
    if n_records == 0 {
        report.error(
            None,
            "there is no record in the file".to_owned(),
            "write one JSON object a line",
        );
    }
    documents
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

fn take_text(entries: &mut Vec<Entry>) -> Option<String> {
    let at = entries.iter().position(|entry| entry.key == "text")?;
    match entries.remove(at).value {
        Value::Scalar(text) => Some(text),
        _ => None,
    }
}
