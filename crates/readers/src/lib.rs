//! Ordinary files (web pages, office documents, PDF, mail, tables, subtitles) become documents.
//!
//! [`read`] takes bytes with a name, as [`corpus::read`] does, and answers every input: with documents,
//! or with an error that says what the file is, why it is not read and what to do. What a format is,
//! its content tells first and its name second. Third-party parsers run isolated: a panic, a loop or
//! a bomb in one file costs that file only.
//!
//! This crate is never linked into the page: it is for native hosts, and for the module of its own (`crates/intake`)
//! that a page loads when a reader brings files. A browser has no unwinding: there [`leave_out`] and [`stretch`] let
//! the host of the module read on behind what has stopped it.
//!
//! ```
//! use corpus::Source;
//! use readers::{Options, Surroundings, read};
//!
//! let source = Source {
//!     name: "road.html".into(),
//!     bytes: b"<title>The road</title><nav>Home</nav><p>The road was open.</p>".to_vec(),
//! };
//! let reading = read(&source, &Surroundings::default(), &Options::default());
//! assert_eq!(reading.documents[0].title, "The road");
//! assert_eq!(reading.documents[0].text, "The road was open.");
//! ```

mod docx;
mod draft;
mod epub;
mod format;
mod headed;
mod html;
mod isolation;
mod json;
mod language;
mod limits;
mod mail;
mod mending;
mod note_markup;
mod odt;
mod office_tables;
mod old_western;
mod package;
mod pdf;
mod prose;
mod records;
mod rtf;
mod settings;
mod subtitles;
mod tables;
mod tei;
mod text_encoding;
mod toml_values;
mod writer;
mod xml;

use std::sync::Arc;

use corpus::parts::Report;
use corpus::{Matter, Reading, Source};

pub use draft::Surroundings;
pub use format::Format;
pub use isolation::{leave_out, stretch};
pub use mending::Mending;
pub use settings::{Order, Settings, Sidecars, is_settings_file};

/// How files are read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// Which damage is mended.
    pub mending: Mending,
    /// The languages of the collection (BCP 47), where they are known: only these are detected.
    pub languages: Vec<String>,
}

/// Reads one file; any bytes are answered, none make it panic.
///
/// Cost: linear in the content for all formats but PDF, where a page costs what lies on it; at most
/// a minute for one file, then it is given up with an error. Holds the content about three times.
#[must_use]
pub fn read(source: &Source, surroundings: &Surroundings, options: &Options) -> Reading {
    if source.bytes.trim_ascii().is_empty() {
        let mut report = Report::new(&source.name);
        report.error_of(
            Matter::NoText,
            None,
            "the file is empty".to_owned(),
            "fetch it again from where it came, or leave it out",
        );
        return done(Vec::new(), report);
    }
    let Some(format) = Format::of(&source.name, &source.bytes) else {
        return refused(source);
    };
    if source.bytes.len() > limits::FILE_BYTES {
        let mut report = Report::new(&source.name);
        report.error(
            None,
            format!(
                "the file has {} MB, at most {} are read",
                source.bytes.len() >> 20,
                limits::FILE_BYTES >> 20
            ),
            "split it into several files",
        );
        return done(Vec::new(), report);
    }
    if format.is_own() {
        return reading_of(source, format, surroundings, options);
    }
    let task = Arc::new((source.clone(), surroundings.clone(), options.clone()));
    let inner = Arc::clone(&task);
    let outcome = isolation::run(limits::TIME, move || {
        let (source, surroundings, options) = &*inner;
        reading_of(source, format, surroundings, options)
    });
    outcome.unwrap_or_else(|failure| {
        let mut report = Report::new(&source.name);
        report.error(
            None,
            format!("{} and {failure}", format.article_and_name()),
            "open it in the program that made it, save it anew, or save it as plain text",
        );
        done(Vec::new(), report)
    })
}

/// Tells whether a file of this name is of a kind that is read, or is known and refused with a reason; other
/// files are skipped.
#[must_use]
pub fn is_readable(name: &str) -> bool {
    Format::is_known_name(name)
}

fn done(documents: Vec<corpus::Document>, report: Report<'_>) -> Reading {
    Reading {
        documents,
        problems: report.problems,
    }
}

fn refused(source: &Source) -> Reading {
    let mut report = Report::new(&source.name);
    let (message, hint) = format::reason_for_refusal(&source.name, &source.bytes);
    report.error(None, message, hint);
    done(Vec::new(), report)
}

fn reading_of(
    source: &Source,
    format: Format,
    surroundings: &Surroundings,
    options: &Options,
) -> Reading {
    let mut report = Report::new(&source.name);
    format::report_misnamed(&source.name, format, &mut report);
    let mut job = draft::Job::new(surroundings, options, &mut report);
    match format {
        Format::Markdown => prose::read(&source.bytes, true, &mut job),
        Format::PlainText => prose::read(&source.bytes, false, &mut job),
        Format::JsonLines => json::read_lines(&source.bytes, &mut job),
        Format::Json => json::read(&source.bytes, &mut job),
        Format::Html => html::read(&source.bytes, &mut job),
        Format::Docx => docx::read(&source.bytes, &mut job),
        Format::Odt => odt::read(&source.bytes, &mut job),
        Format::FlatOdt => odt::read_flat(&source.bytes, &mut job),
        Format::Epub => epub::read(&source.bytes, &mut job),
        Format::Pdf => pdf::read(&source.bytes, &mut job),
        Format::Csv => tables::read(&source.bytes, &mut job),
        Format::Mail => mail::read(&source.bytes, &mut job),
        Format::Mailbox => mail::read_box(&source.bytes, &mut job),
        Format::Subtitles => subtitles::read(&source.bytes, &mut job),
        Format::Tei => tei::read(&source.bytes, &mut job),
        Format::Rtf => rtf::read(&source.bytes, &mut job),
    }
    let documents = job.finish();
    done(documents, report)
}
