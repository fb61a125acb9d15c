//! `vademecum check`.

use crate::arguments::{Check, Format};
use crate::output::{counted, write_json};
use crate::reading::{Depth, read};
use crate::report::{FileReport, Report, Summary, shown_name};
use crate::texts::Texts;
use crate::threads::n_cores;
use anyhow::{Result, bail};
use readers::Mending;
use std::io::{self, Write};

/// Problems of one file that are printed; JSON has all.
const SHOWN_OF_FILE: usize = 20;

pub(crate) fn run(arguments: &Check) -> Result<()> {
    let texts = Texts::find(&arguments.paths, Mending::default())?;
    let (_, found) = read(&texts, n_cores(), Depth::Report, &|| (), &|(), _| ())?;
    let report = Report::new(&texts, found);
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Json => write_json(&mut out, &report)?,
        Format::Text => print(&mut out, &report)?,
    }
    let Summary {
        errors, warnings, ..
    } = report.summary;
    if report.n_stopping(arguments.strict) > 0 {
        bail!(
            "a build would stop: {}, {}",
            counted(errors, "error"),
            counted(warnings, "warning")
        );
    }
    Ok(())
}

fn print(out: &mut impl Write, report: &Report) -> io::Result<()> {
    for file in &report.files {
        print_file(out, file)?;
    }
    let summary = &report.summary;
    writeln!(
        out,
        "{}, {}, {}; {}, {}, {}",
        counted(summary.files, "file"),
        counted(summary.documents, "document"),
        counted(summary.words, "word"),
        counted(summary.errors, "error"),
        counted(summary.warnings, "warning"),
        counted(summary.notes, "note")
    )
}

fn print_file(out: &mut impl Write, file: &FileReport) -> io::Result<()> {
    let title = file.title.as_deref().unwrap_or("-");
    let date = file.date.as_deref().unwrap_or("undated");
    writeln!(
        out,
        "{}: {}, {} words, {date}, {}",
        shown_name(&file.file),
        file.status.as_str(),
        file.words,
        shown_name(title)
    )?;
    // Errors first: a file of lines may have thousands of notes before one.
    let mut problems: Vec<_> = file.problems.iter().collect();
    if problems.len() > SHOWN_OF_FILE {
        problems.sort_by_key(|it| {
            ["error", "warning"]
                .iter()
                .position(|s| *s == it.severity)
                .unwrap_or(2)
        });
    }
    for problem in problems.iter().take(SHOWN_OF_FILE) {
        let line = problem
            .line
            .map(|line| format!("line {line}: "))
            .unwrap_or_default();
        let hint = if problem.hint.is_empty() {
            String::new()
        } else {
            format!("; {}", problem.hint)
        };
        let message = shown_name(&problem.message);
        writeln!(out, "  {}: {line}{message}{hint}", problem.severity)?;
    }
    if problems.len() > SHOWN_OF_FILE {
        let n_more = problems.len() - SHOWN_OF_FILE;
        writeln!(out, "  … and {n_more} more; --format json lists all")?;
    }
    Ok(())
}
