//! `vademecum compare`.

use super::{open, refused};
use crate::arguments::{Compare, TableFormat};
use crate::output::write_json;
use crate::table::{Cell, Table};
use anyhow::Result;
use protocol::{ComparisonRecord, PassageOfRecord};
use std::io::{self, Write};

pub(crate) fn run(arguments: &Compare) -> Result<()> {
    let output = &arguments.output;
    let session = open(&output.source)?;
    let lens = output.lens(arguments.query.as_deref().unwrap_or_default())?;
    let mut record = session.compare(&lens).map_err(refused)?;
    let limit = output.limit();
    let mut out = io::stdout().lock();
    match output.format {
        TableFormat::Json => {
            truncate(&mut record, limit);
            write_json(&mut out, &record)?;
        }
        TableFormat::Csv => {
            truncate(&mut record, limit);
            table(&record).write_csv(&mut out)?;
        }
        TableFormat::Text => write_text(&record, limit, &mut out)?,
    }
    Ok(out.flush()?)
}

/// Leaves the first `limit` of each list, also of each document's own.
fn truncate(record: &mut ComparisonRecord, limit: usize) {
    record.same_moment.truncate(limit);
    record.differ.truncate(limit);
    record.reuse.truncate(limit);
    record.only.truncate(limit);
    for (_, passages) in &mut record.only {
        passages.truncate(limit);
    }
    for list in [&mut record.only_days, &mut record.only_names] {
        list.truncate(limit);
        for (_, values) in list {
            values.truncate(limit);
        }
    }
}

/// Returns one table of all kinds: what it is, the passages, what they share or how they differ.
fn table(record: &ComparisonRecord) -> Table {
    let mut rows = Vec::new();
    let mut add = |kind: &str,
                   a: &PassageOfRecord,
                   b: Option<&PassageOfRecord>,
                   about: &str,
                   values: [&str; 2]| {
        let (b_doc, b_text) = b.map_or(("", ""), |b| (&b.doc, &b.text));
        rows.push(vec![
            Cell::text(kind),
            Cell::text(&a.doc),
            Cell::text(&a.text),
            Cell::text(b_doc),
            Cell::text(b_text),
            Cell::text(about),
            Cell::text(values[0]),
            Cell::text(values[1]),
        ]);
    };
    for one in &record.same_moment {
        add(
            "same_moment",
            &one.a,
            Some(&one.b),
            &one.shared.join(", "),
            ["", ""],
        );
    }
    for one in &record.differ {
        let values = [one.value_a.as_str(), &one.value_b];
        add("differ", &one.a, Some(&one.b), &one.about, values);
    }
    for one in &record.reuse {
        let n_words = one.n_words.to_string();
        add("reuse", &one.a, Some(&one.b), "words", [&n_words, &n_words]);
    }
    for (_, passages) in &record.only {
        for passage in passages {
            add("only", passage, None, "", ["", ""]);
        }
    }
    let lists = [
        ("only_day", &record.only_days),
        ("only_name", &record.only_names),
    ];
    for (kind, list) in lists {
        for (doc, values) in list {
            let passage = PassageOfRecord {
                doc: doc.clone(),
                ..PassageOfRecord::default()
            };
            for value in values {
                add(kind, &passage, None, value, ["", ""]);
            }
        }
    }
    Table::of("kind doc_a text_a doc_b text_b about value_a value_b", rows)
}

/// Writes at most `limit` of each list, passages below each other; side by side they would not fit a terminal.
fn write_text(record: &ComparisonRecord, limit: usize, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "Same moment: {}", record.same_moment.len())?;
    for one in record.same_moment.iter().take(limit) {
        writeln!(out, "\n{:.2}  {}", one.score, one.shared.join(", "))?;
        write_passage(&one.a, out)?;
        write_passage(&one.b, out)?;
    }
    write_left(record.same_moment.len(), limit, out)?;
    writeln!(out, "\nDiffer: {}", record.differ.len())?;
    for one in record.differ.iter().take(limit) {
        writeln!(out, "\n{}: {} / {}", one.about, one.value_a, one.value_b)?;
        write_passage(&one.a, out)?;
        write_passage(&one.b, out)?;
    }
    write_left(record.differ.len(), limit, out)?;
    writeln!(out, "\nTaken over: {}", record.reuse.len())?;
    for one in record.reuse.iter().take(limit) {
        writeln!(out, "\n{} words", one.n_words)?;
        write_passage(&one.a, out)?;
        write_passage(&one.b, out)?;
    }
    write_left(record.reuse.len(), limit, out)?;
    let own = record.only_days.iter().zip(&record.only_names);
    for ((doc, passages), ((_, days), (_, names))) in record.only.iter().zip(own).take(limit) {
        writeln!(out, "\nOnly in {doc}: {}", passages.len())?;
        write_values("days", days, limit, out)?;
        write_values("names", names, limit, out)?;
        for passage in passages.iter().take(limit) {
            write_passage(passage, out)?;
        }
        write_left(passages.len(), limit, out)?;
    }
    write_left(record.only.len(), limit, out)
}

/// Writes on one line what only one document names, if anything.
fn write_values(
    what: &str,
    values: &[String],
    limit: usize,
    out: &mut impl Write,
) -> io::Result<()> {
    if values.is_empty() {
        return Ok(());
    }
    let (shown, left) = values.split_at(values.len().min(limit));
    write!(out, "  {what}: {}", shown.join(", "))?;
    if !left.is_empty() {
        write!(out, " … and {} more", left.len())?;
    }
    writeln!(out)
}

/// Says how much of a list a limit leaves out.
fn write_left(n: usize, limit: usize, out: &mut impl Write) -> io::Result<()> {
    if n <= limit {
        return Ok(());
    }
    let n_left = n - limit;
    writeln!(out, "\n… and {n_left} more; `--limit N` shows more of each")
}

fn write_passage(passage: &PassageOfRecord, out: &mut impl Write) -> io::Result<()> {
    let words: Vec<&str> = passage.text.split_whitespace().collect();
    writeln!(out, "  [{}] {}", passage.doc, words.join(" "))
}
