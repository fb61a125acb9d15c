//! What JSON-LD in a page says about its article (schema.org).

use corpus::parts::Value;

/// Stands before the id of what JSON-LD names elsewhere.
pub(super) const REFERENCE: &str = "\0id:";

/// Endings of the kinds of what is written: `NewsArticle`, `BlogPosting`.
const WORKS: [&str; 8] = [
    "Article",
    "Posting",
    "Report",
    "WebPage",
    "Book",
    "Thesis",
    "CreativeWork",
    "Review",
];

/// Takes headline, author, date and publisher out of JSON-LD of any article.
pub(super) fn linked_data(value: &Value, found: &mut Vec<(String, String)>, depth: usize) {
    if depth > 4 {
        return;
    }
    match value {
        Value::List(items) => items
            .iter()
            .for_each(|item| linked_data(item, found, depth + 1)),
        Value::Map(entries) => {
            let get = |key: &str| {
                entries
                    .iter()
                    .find(|entry| entry.key == key)
                    .map(|entry| &entry.value)
            };
            if let Some(graph) = get("@graph") {
                linked_data(graph, found, depth + 1);
            }
            let mut kinds = Vec::new();
            if let Some(kind) = get("@type") {
                scalars(kind, &mut kinds);
            }
            let is_work = |kind: &String| WORKS.iter().any(|known| kind.ends_with(known));
            if !kinds.iter().any(is_work) {
                return;
            }
            let is_page = kinds.iter().any(|kind| kind == "WebPage");
            for key in [
                "headline",
                "datePublished",
                "dateModified",
                "articleSection",
            ] {
                let mut texts = Vec::new();
                if let Some(value) = get(key) {
                    scalars(value, &mut texts);
                }
                let first = texts.into_iter().next();
                let name = format!("linked:{}", key.to_ascii_lowercase());
                found.extend(first.map(|text| (name, text)));
            }
            for key in ["author", "publisher"] {
                let mut texts = Vec::new();
                if !is_page && let Some(value) = get(key) {
                    names_of(value, &mut texts);
                }
                found.extend(
                    texts
                        .into_iter()
                        .map(|text| (format!("linked:{key}"), text)),
                );
            }
        }
        _ => {}
    }
}

/// Collects the names of what has an id.
pub(super) fn named_things(value: &Value, found: &mut Vec<(String, String)>, depth: usize) {
    let inner = |value: &Value, found: &mut Vec<(String, String)>| {
        if depth < 4 {
            named_things(value, found, depth + 1);
        }
    };
    match value {
        Value::List(items) => items.iter().for_each(|item| inner(item, found)),
        Value::Map(entries) => {
            let get = |key: &str| match entries.iter().find(|entry| entry.key == key)?.value {
                Value::Scalar(ref text) => Some(text.clone()),
                _ => None,
            };
            found.extend(get("@id").zip(get("name")));
            entries.iter().for_each(|entry| inner(&entry.value, found));
        }
        _ => {}
    }
}

fn scalars(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Scalar(text) => texts.push(text.clone()),
        Value::List(items) => items.iter().for_each(|item| scalars(item, texts)),
        _ => {}
    }
}

fn names_of(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Scalar(text) => texts.push(text.clone()),
        Value::List(items) => items.iter().for_each(|item| names_of(item, texts)),
        Value::Map(entries) => {
            let name = entries.iter().find(|entry| entry.key == "name");
            let id = entries.iter().find(|entry| entry.key == "@id");
            if let Some(name) = name {
                scalars(&name.value, texts);
            } else if let Some(Value::Scalar(id)) = id.map(|id| &id.value) {
                texts.push(format!("{REFERENCE}{id}"));
            }
        }
        Value::Null => {}
    }
}
