//! Word documents (Office Open XML, ECMA-376): paragraphs by their styles, lists, tables, notes.
//!
//! What was inserted under tracked changes is text, what was deleted is not. Headers, footers and comments
//! are left out.

mod properties;
mod styles;
mod walk;

use std::collections::BTreeMap;

use corpus::parts::Entry;

use crate::draft::{Draft, Job, entry};
use crate::package::{self, Package};
use crate::writer::Writer;
use crate::xml::{self, child};
use styles::{Numbering, Styles, style_id};
use walk::{Walk, plain};

pub(crate) use properties::{core_properties, person, said_by_person, without_program};
pub(crate) use styles::{kind_of_name, numeral};

/// Reads one document.
pub(crate) fn read(bytes: &[u8], job: &mut Job<'_, '_>) {
    let result = parts_of(bytes).and_then(|parts| draft(&parts, job));
    match result {
        Ok(draft) => job.add(draft),
        Err(reason) => job.report.error(
            None,
            format!("this is a Word document, but {reason}"),
            package::remedy(
                &reason,
                "open it in Word or LibreOffice and save it anew, or fetch it again from where it came",
            ),
        ),
    }
}

#[derive(Debug, Default)]
struct Parts {
    document: String,
    styles: Option<String>,
    numbering: Option<String>,
    footnotes: Option<String>,
    endnotes: Option<String>,
    core: Option<String>,
    /// Why parts other than the text could not be had.
    damaged: Vec<String>,
}

fn parts_of(bytes: &[u8]) -> Result<Parts, String> {
    let mut package = Package::open(bytes)?;
    let folder = "word/";
    let main = package
        .names()
        .into_iter()
        .find(|name| name.starts_with("word/document") && name.ends_with(".xml"))
        .ok_or("it has no text part (word/document.xml)")?;
    let document = package.text(&main)?.ok_or("it has no text part")?;
    let mut damaged = Vec::new();
    let mut part = |name: &str| {
        package.text(name).unwrap_or_else(|reason| {
            damaged.push(reason);
            None
        })
    };
    Ok(Parts {
        document,
        styles: part(&format!("{folder}styles.xml")),
        numbering: part(&format!("{folder}numbering.xml")),
        footnotes: part(&format!("{folder}footnotes.xml")),
        endnotes: part(&format!("{folder}endnotes.xml")),
        core: part("docProps/core.xml"),
        damaged,
    })
}

fn draft(parts: &Parts, job: &mut Job<'_, '_>) -> Result<Draft, String> {
    let reason = |(line, reason): (Option<u32>, String)| match line {
        Some(line) => format!("{reason}, in line {line} of its text part"),
        None => reason,
    };
    let document = xml::parse(&parts.document).map_err(reason)?;
    let styles = parts.styles.as_deref().map(Styles::of).unwrap_or_default();
    let numbering = parts
        .numbering
        .as_deref()
        .map(Numbering::of)
        .unwrap_or_default();
    let mut walk = Walk {
        writer: Writer::new(&mut job.mender),
        styles: &styles,
        numbering: &numbering,
        counters: BTreeMap::new(),
        notes: Vec::new(),
        n_revisions: 0,
        rows: 0,
        depth: 0,
        pending_boxes: Vec::new(),
    };
    if let Some(body) = child(document.root_element(), "body") {
        walk.blocks(body);
    }
    for (kind, source) in [("footnote", &parts.footnotes), ("endnote", &parts.endnotes)] {
        if let Some(Ok(notes)) = source.as_deref().map(xml::parse) {
            walk.write_notes(kind, notes.root_element());
        }
    }
    let n_revisions = walk.n_revisions;
    let body = walk.writer.finish();
    for reason in &parts.damaged {
        job.report.warning(
            None,
            format!("this is a Word document, but {reason}; the text is read without it"),
            "open it in Word or LibreOffice and save it anew",
        );
    }
    if n_revisions > 0 {
        job.report.note(
            None,
            format!("tracked changes: insertions kept, {n_revisions} deletions left out"),
            "",
        );
    }
    Ok(Draft {
        entries: metadata(parts, &document, &styles),
        body,
        ..Draft::default()
    })
}

/// Returns the file's properties, and what the first paragraphs say by their styles.
fn metadata(parts: &Parts, document: &roxmltree::Document<'_>, styles: &Styles) -> Vec<Entry> {
    let mut entries = parts
        .core
        .as_deref()
        .map(core_properties)
        .unwrap_or_default();
    let has = |entries: &[Entry], key: &str| entries.iter().any(|entry| entry.key == key);
    if let Some(title) = styled_as("title", document, styles)
        && !has(&entries, "title")
    {
        entries.push(entry("title", title));
    }
    if let Some(author) = styled_as("author", document, styles)
        && !has(&entries, "author")
    {
        entries.push(entry("author", author));
    }
    // A date that the text shows goes before the day on which the file was made.
    let shown = styled_as("date", document, styles).and_then(|date| corpus::parts::date(&date));
    if let Some(date) = shown {
        entries.retain(|entry| entry.key != "date");
        entries.push(entry("date", date));
    }
    entries
}

/// Returns the text of the first paragraph in a style, near the start.
fn styled_as(wanted: &str, document: &roxmltree::Document<'_>, styles: &Styles) -> Option<String> {
    let paragraphs = xml::all(document.root_element(), "p").take(20);
    paragraphs
        .filter(|paragraph| style_id(*paragraph).is_some_and(|id| styles.name(id) == wanted))
        .map(|paragraph| plain(paragraph))
        .find(|text| !text.is_empty())
}
