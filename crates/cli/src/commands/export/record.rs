//! What all forms of exported documents share: which fields there are, and which of them are lists.

use index::{DayNumber, DocumentView, Index, day_range};
use std::collections::BTreeMap;

/// Fields of every document, whose names no metadata key may take.
const OWN: [&str; 8] = [
    "id",
    "title",
    "date",
    "date_first",
    "date_last",
    "lang",
    "words",
    "text",
];
/// Keys that are lists even where no document has two values, so that a column keeps its kind.
const LISTS: [&str; 2] = ["author", "tag"];

/// The metadata of all documents, as columns.
#[derive(Debug)]
pub(super) struct Columns {
    /// In the order of their names.
    pub(super) columns: Vec<Column>,
}

/// One metadata key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    /// The key in the index.
    pub(super) key: String,
    /// Its name in what is written: the key, `meta_` before it where a field of every document is called so.
    pub(super) name: String,
    /// Whether its values are a list.
    pub(super) is_list: bool,
}

impl Columns {
    /// Finds the keys of all documents. Cost: linear in their metadata.
    pub(super) fn of(index: &Index) -> Self {
        let mut keys: BTreeMap<String, bool> = BTreeMap::new();
        for document in index.documents() {
            for (key, values) in document.fields() {
                if matches!(key, "title" | "date" | "lang") {
                    continue;
                }
                let is_list = LISTS.contains(&key) || values.len() > 1;
                *keys.entry(key.to_owned()).or_insert(is_list) |= is_list;
            }
        }
        let columns = keys.into_iter().map(|(key, is_list)| Column {
            name: match OWN.contains(&key.as_str()) {
                true => format!("meta_{key}"),
                false => key.clone(),
            },
            key,
            is_list,
        });
        let mut columns: Vec<Column> = columns.collect();
        columns.sort_by(|a, b| a.name.cmp(&b.name));
        Self { columns }
    }
}

/// Returns the values that a document has of each column, in the order of the columns.
pub(super) fn values<'i>(document: DocumentView<'i>, columns: &Columns) -> Vec<Vec<&'i str>> {
    let mut of_keys: BTreeMap<&str, Vec<&'i str>> = document.fields().collect();
    columns
        .columns
        .iter()
        .map(|column| of_keys.remove(column.key.as_str()).unwrap_or_default())
        .collect()
}

/// Returns the first and the last day that a document's date can mean, as `2024-12-08`; years beyond four digits
/// have none, since no receiver reads them.
pub(super) fn days(document: DocumentView<'_>) -> Option<(String, String)> {
    let (first, last) = day_range(document.date()?)?;
    Some((day(first)?, day(last)?))
}

fn day(number: DayNumber) -> Option<String> {
    let (year, month, day) = number.to_civil();
    (0..=9999)
        .contains(&year)
        .then(|| format!("{year:04}-{month:02}-{day:02}"))
}
