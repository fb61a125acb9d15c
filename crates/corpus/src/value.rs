//! Metadata as written, before anyone asks what it means: shared by YAML and JSON.

use std::collections::BTreeMap;

/// A value with its structure. Scalars are text: whether `no` is a language or a boolean is decided
/// by the key, not by its look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing stands there.
    Null,
    /// A text, number or truth value, as written.
    Scalar(String),
    /// Several values in their order.
    List(Vec<Self>),
    /// Keys with values in their order.
    Map(Vec<Entry>),
}

/// One key of a map, with the line on which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key as written.
    pub key: String,
    /// Where it stands in its file, from 1; 0 where that is not known.
    pub line: u32,
    /// Its value.
    pub value: Value,
}

/// The values of one flattened key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Values {
    pub(crate) line: u32,
    pub(crate) texts: Vec<String>,
}

/// Returns the entries by lower-case key; a nested map becomes `outer.inner`, a person with a `name`
/// becomes the name.
pub(crate) fn flattened(entries: &[Entry]) -> BTreeMap<String, Values> {
    let mut flat = BTreeMap::new();
    for entry in entries {
        flatten(
            entry.key.trim().to_lowercase(),
            &entry.value,
            entry.line,
            &mut flat,
        );
    }
    flat
}

fn flatten(key: String, value: &Value, line: u32, flat: &mut BTreeMap<String, Values>) {
    match value {
        Value::Null => {}
        Value::Scalar(text) => add(key, text, line, flat),
        Value::List(items) => {
            for item in items {
                flatten(key.clone(), item, line, flat);
            }
        }
        Value::Map(entries) => flatten_map(key, entries, line, flat),
    }
}

fn flatten_map(key: String, entries: &[Entry], line: u32, flat: &mut BTreeMap<String, Values>) {
    let given = scalar(entries, "given");
    let family = scalar(entries, "family");
    let name = scalar(entries, "name")
        .or_else(|| scalar(entries, "literal"))
        .map(str::to_owned);
    let name = name.or_else(|| Some(format!("{} {}", given?, family?)));
    if let Some(name) = &name {
        add(key.clone(), name, line, flat);
    }
    for entry in entries {
        let part = entry.key.trim().to_lowercase();
        if name.is_some() && matches!(part.as_str(), "name" | "literal" | "given" | "family") {
            continue;
        }
        flatten(format!("{key}.{part}"), &entry.value, entry.line, flat);
    }
}

fn scalar<'e>(entries: &'e [Entry], key: &str) -> Option<&'e str> {
    entries
        .iter()
        .find(|entry| entry.key == key)
        .and_then(|entry| match &entry.value {
            Value::Scalar(text) if !text.trim().is_empty() => Some(text.trim()),
            _ => None,
        })
}

fn add(key: String, text: &str, line: u32, flat: &mut BTreeMap<String, Values>) {
    let text = text.trim();
    if !text.is_empty() && !key.is_empty() {
        let values = flat.entry(key).or_default();
        if values.texts.is_empty() {
            values.line = line;
        }
        values.texts.push(text.to_owned());
    }
}
