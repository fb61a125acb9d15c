//! JSON: an array of objects, an object that holds one, a single object; and JSON lines.

use corpus::Matter;
use corpus::parts::{self, Entry, Value, excerpt};

use crate::draft::Job;
use crate::{records, text_encoding};

/// Reads a `.json`.
pub(crate) fn read(bytes: &[u8], job: &mut Job<'_, '_>) {
    let text = text_encoding::decode(bytes, None, job.report);
    let value = match parts::read_json(text.trim(), 1) {
        Ok(value) => value,
        Err(message) => {
            if is_lines(&text) {
                lines(&text, job);
                return;
            }
            let message = format!("this is no JSON: {message}");
            job.report.error(
                None,
                message,
                "check it with a JSON validator, or save it as .jsonl with one object a line",
            );
            return;
        }
    };
    let records = match value {
        Value::List(items) => items,
        Value::Map(entries) => records_in(entries),
        _ => Vec::new(),
    };
    let n_records = records.len();
    let mut n_without = 0;
    for (index, record) in records.into_iter().enumerate() {
        let Value::Map(entries) = record else {
            n_without += 1;
            continue;
        };
        // One record alone is named like its file.
        let number = (n_records > 1).then_some(index + 1);
        n_without += usize::from(!add(entries, None, number, job));
    }
    report_without(n_without, n_records, job);
}

/// Returns the records of an object: those in its longest list of objects, or the object itself.
fn records_in(entries: Vec<Entry>) -> Vec<Value> {
    let has_text = records::text_key(&records::keys(&entries)).is_some_and(|key| {
        entries
            .iter()
            .any(|entry| entry.key == key && matches!(entry.value, Value::Scalar(_)))
    });
    if has_text {
        return vec![Value::Map(entries)];
    }
    // Objects by their ids: {"a": {"text": …}, …}.
    let has_text_below = |entry: &Entry| match &entry.value {
        Value::Map(inner) => records::text_key(&records::keys(inner)).is_some(),
        _ => false,
    };
    if entries.iter().all(has_text_below) {
        return entries.into_iter().map(with_key_as_id).collect();
    }
    let mut longest = None;
    longest_list(&entries, 0, &mut longest);
    match longest {
        Some((_, items)) => items.clone(),
        None => vec![Value::Map(entries)],
    }
}

/// A list of objects, and how much speaks for its being the records: whether the first has a text, then its length.
type Candidate<'e> = ((bool, usize), &'e Vec<Value>);

/// Finds the list of objects that holds the records, the outermost of several that are as good.
fn longest_list<'e>(entries: &'e [Entry], depth: usize, longest: &mut Option<Candidate<'e>>) {
    const DEEPEST: usize = 3;
    for entry in entries {
        let Value::List(items) = &entry.value else {
            continue;
        };
        let Some(Value::Map(first)) = items.first() else {
            continue;
        };
        let has_text = records::text_key(&records::keys(first)).is_some();
        let worth = (has_text, items.len());
        let is_records = items.iter().all(|item| matches!(item, Value::Map(_)));
        if is_records && longest.is_none_or(|(known, _)| worth > known) {
            *longest = Some((worth, items));
        }
    }
    for entry in entries {
        if let Value::Map(inner) = &entry.value
            && depth < DEEPEST
        {
            longest_list(inner, depth + 1, longest);
        }
    }
}

fn with_key_as_id(entry: Entry) -> Value {
    let Entry { key, line, value } = entry;
    let Value::Map(mut inner) = value else {
        return value;
    };
    if !inner.iter().any(|entry| entry.key == "id") {
        inner.push(Entry {
            key: "id".to_owned(),
            line,
            value: Value::Scalar(key),
        });
    }
    Value::Map(inner)
}

/// Reads JSON lines; a line that cannot be read does not stop the others.
pub(crate) fn read_lines(bytes: &[u8], job: &mut Job<'_, '_>) {
    let text = text_encoding::decode(bytes, None, job.report);
    lines(&text, job);
}

fn is_lines(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(2);
    let is_object = |line: &str| matches!(parts::read_json(line.trim(), 1), Ok(Value::Map(_)));
    lines.next().is_some_and(is_object)
        && lines
            .next()
            .is_some_and(|line| line.trim_start().starts_with('{'))
}

fn lines(text: &str, job: &mut Job<'_, '_>) {
    let (mut n_records, mut n_without) = (0, 0);
    for (line, record) in (1..).zip(text.split('\n')) {
        if record.trim().is_empty() {
            continue;
        }
        n_records += 1;
        match parts::read_json(record.trim(), line) {
            Ok(Value::Map(entries)) => {
                n_without += usize::from(!add(entries, Some(line), Some(line as usize), job));
            }
            Ok(_) => job.report.error(
                Some(line),
                format!("expected a JSON object, found `{}`", excerpt(record)),
                "write one object {\"id\": …, \"text\": …} a line",
            ),
            Err(message) => {
                job.report.error(
                    Some(line),
                    message,
                    "write one JSON object a line, without line breaks in it",
                );
            }
        }
    }
    report_without(n_without, n_records, job);
}

fn report_without(n_without: usize, n_records: usize, job: &mut Job<'_, '_>) {
    if n_records == 0 {
        job.report.error_of(
            Matter::NoText,
            None,
            "there is no record in the file".to_owned(),
            "write a list of objects",
        );
    } else if n_without > 0 {
        job.report.error(
            None,
            format!("{n_without} of {n_records} records have no `text` (or body, content, message, …) that is a string"),
            "add \"text\": \"…\" to each, or leave them out",
        );
    }
}

/// Makes a document of an object; false where it has no text.
fn add(
    mut entries: Vec<Entry>,
    line: Option<u32>,
    number: Option<usize>,
    job: &mut Job<'_, '_>,
) -> bool {
    for entry in &mut entries {
        entry.key = job.meaning(&entry.key);
    }
    records::plain(&mut entries);
    let key = records::text_key(&records::keys(&entries)).map(str::to_owned);
    let Some(text) = key.and_then(|key| records::take_text(&mut entries, &key)) else {
        return false;
    };
    records::add(&text, entries, line, number, job);
    true
}
