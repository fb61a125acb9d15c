//! `vademecum compare`.

use super::{open, refused};
use crate::arguments::{Compare, TableFormat};
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
    let totals = [
        record.same_moment.len(),
        record.differ.len(),
        record.reuse.len(),
        record.only.len(),
    ];
    record.same_moment.truncate(limit);
    record.differ.truncate(limit);
    record.reuse.truncate(limit);
    record.only.truncate(limit);
    record.only_days.truncate(limit);
    record.only_names.truncate(limit);
    let mut out = io::stdout().lock();
    match output.format {
        TableFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &record)?;
            writeln!(out)?;
        }
        TableFormat::Csv => table(&record).write_csv(&mut out)?,
        TableFormat::Text => write_text(&record, totals, &mut out)?,
    }
    Ok(out.flush()?)
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

/// Writes passages below each other; side by side they would not fit a terminal.
fn write_text(
    record: &ComparisonRecord,
    [same_moment, differ, reuse, only]: [usize; 4],
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "Same moment: {same_moment}")?;
    for one in &record.same_moment {
        writeln!(out, "\n{:.2}  {}", one.score, one.shared.join(", "))?;
        write_passage(&one.a, out)?;
        write_passage(&one.b, out)?;
    }
    write_left(same_moment - record.same_moment.len(), out)?;
    writeln!(out, "\nDiffer: {differ}")?;
    for one in &record.differ {
        writeln!(out, "\n{}: {} / {}", one.about, one.value_a, one.value_b)?;
        write_passage(&one.a, out)?;
        write_passage(&one.b, out)?;
    }
    write_left(differ - record.differ.len(), out)?;
    writeln!(out, "\nTaken over: {reuse}")?;
    for one in &record.reuse {
        writeln!(out, "\n{} words", one.n_words)?;
        write_passage(&one.a, out)?;
        write_passage(&one.b, out)?;
    }
    write_left(reuse - record.reuse.len(), out)?;
    let own = record.only_days.iter().zip(&record.only_names);
    for ((doc, passages), ((_, days), (_, names))) in record.only.iter().zip(own) {
        writeln!(out, "\nOnly in {doc}: {}", passages.len())?;
        for (what, values) in [("days", days), ("names", names)] {
            if !values.is_empty() {
                writeln!(out, "  {what}: {}", values.join(", "))?;
            }
        }
        for passage in passages {
            write_passage(passage, out)?;
        }
    }
    write_left(only - record.only.len(), out)
}

/// Says how much a limit leaves out.
fn write_left(n: usize, out: &mut impl Write) -> io::Result<()> {
    if n == 0 {
        return Ok(());
    }
    writeln!(out, "\n… and {n} more; `--limit N` shows more of each")
}

fn write_passage(passage: &PassageOfRecord, out: &mut impl Write) -> io::Result<()> {
    let words: Vec<&str> = passage.text.split_whitespace().collect();
    writeln!(out, "  [{}] {}", passage.doc, words.join(" "))
}
