//! Documents as JSON lines, alone or in pairs with the action that a search server takes.

use super::record::{self, Columns};
use anyhow::{Result, bail};
use index::{DocumentView, Index};
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::json;
use std::io::Write;

/// Longest id that Elasticsearch takes, in bytes.
const LONGEST_ID: usize = 512;

/// Writes one object a line, as `build` reads them.
pub(super) fn write(index: &Index, columns: &Columns, out: &mut dyn Write) -> Result<()> {
    for document in index.documents() {
        write_line(&record(document, columns, false), out)?;
    }
    Ok(())
}

/// Writes a `create` action and the document, for each document; `create` is the one action that all of
/// Elasticsearch, OpenSearch and Quickwit take.
pub(super) fn write_bulk(
    index: &Index,
    columns: &Columns,
    name: Option<&str>,
    out: &mut dyn Write,
) -> Result<()> {
    for document in index.documents() {
        let id = document.id();
        if id.len() > LONGEST_ID {
            bail!(
                "the id {id} has {} bytes, Elasticsearch takes {LONGEST_ID}; give the document a shorter `id:`",
                id.len()
            );
        }
        let action = match name {
            Some(name) => json!({"create": {"_index": name, "_id": id}}),
            None => json!({"create": {"_id": id}}),
        };
        write_line(&action, out)?;
        write_line(&record(document, columns, true), out)?;
    }
    Ok(())
}

fn write_line(record: &impl Serialize, out: &mut dyn Write) -> Result<()> {
    serde_json::to_writer(&mut *out, record)?;
    Ok(out.write_all(b"\n")?)
}

fn record<'d>(document: DocumentView<'d>, columns: &'d Columns, has_derived: bool) -> Record<'d> {
    Record {
        document,
        columns,
        has_derived,
    }
}

/// A document as one object; fields that it lacks are left out.
struct Record<'d> {
    document: DocumentView<'d>,
    columns: &'d Columns,
    /// Whether it has what can be told from the rest: days and the number of words.
    has_derived: bool,
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let document = self.document;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", document.id())?;
        map.serialize_entry("title", document.title())?;
        if let Some(date) = document.date() {
            map.serialize_entry("date", date)?;
        }
        if let Some((first, last)) = record::days(document).filter(|_| self.has_derived) {
            map.serialize_entry("date_first", &first)?;
            map.serialize_entry("date_last", &last)?;
        }
        if let Some(lang) = document.lang() {
            map.serialize_entry("lang", lang)?;
        }
        let values = record::values(document, self.columns);
        for (column, values) in self.columns.columns.iter().zip(values) {
            match values.as_slice() {
                [] => {}
                [value] if !column.is_list => map.serialize_entry(&column.name, value)?,
                values => map.serialize_entry(&column.name, values)?,
            }
        }
        if self.has_derived {
            map.serialize_entry("words", &document.n_tokens())?;
        }
        map.serialize_entry("text", document.text())?;
        map.end()
    }
}
