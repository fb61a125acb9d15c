//! Rows of tables and objects of JSON: which key holds the text, and a document of each.

use corpus::parts::{self, Entry, Value};

use crate::draft::{Draft, Job};

/// The names under which the text of a record goes, the surest first.
///
/// Source: exports of newspapers' archives, social media, Zotero, `MediaCloud`, `LexisNexis` and common data
/// sets of natural language processing.
const TEXT_KEYS: [&str; 22] = [
    "text",
    "body",
    "content",
    "full_text",
    "fulltext",
    "full text",
    "article",
    "article_text",
    "articlebody",
    "maintext",
    "main_text",
    "message",
    "transcript",
    "plain_text",
    "plaintext",
    "texte",
    "texto",
    "inhalt",
    "contents",
    "document",
    "post",
    "comment",
];
/// What stands for the text where there is none of these.
const SHORT_KEYS: [&str; 9] = [
    "abstract",
    "summary",
    "description",
    "note",
    "notes",
    "quote",
    "excerpt",
    "selftext",
    "snippet",
];

/// Returns which of these keys holds the text.
pub(crate) fn text_key<'k>(keys: &[&'k str]) -> Option<&'k str> {
    let is = |key: &&&str, wanted: &str| {
        let key = key.trim().to_lowercase().replace(['-', '_'], " ");
        key == wanted.replace('_', " ")
    };
    TEXT_KEYS
        .iter()
        .chain(&SHORT_KEYS)
        .find_map(|wanted| keys.iter().find(|key| is(key, wanted)))
        .copied()
}

/// Makes a document of a record whose text is known.
pub(crate) fn add(
    text: &str,
    entries: Vec<Entry>,
    line: Option<u32>,
    number: Option<usize>,
    job: &mut Job<'_, '_>,
) {
    let (text, _) = parts::without_controls(text);
    let text = job.mender.letters(&text);
    let looks_like_html = ["</p>", "<br", "</div>", "</a>", "<p>"]
        .iter()
        .any(|tag| text.contains(tag));
    let body = if looks_like_html {
        let mut writer = crate::writer::Writer::new(&mut job.mender);
        crate::html::write_all(&text, &mut writer);
        writer.finish()
    } else {
        let mut body = parts::prose(&text, 1, false);
        body.lines.fill(line.unwrap_or(0));
        body
    };
    job.add(Draft {
        entries,
        body,
        line,
        number,
    });
}

/// Returns the keys of a map in their order.
pub(crate) fn keys(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.key.as_str()).collect()
}

/// Takes a value out of a map; only texts and lists of texts are text.
pub(crate) fn take_text(entries: &mut Vec<Entry>, key: &str) -> Option<String> {
    let at = entries.iter().position(|entry| entry.key == key)?;
    let text = match &entries[at].value {
        Value::Scalar(text) => text.clone(),
        Value::List(items) => {
            let paragraphs: Vec<&str> = items
                .iter()
                .filter_map(|item| match item {
                    Value::Scalar(text) => Some(text.as_str()),
                    _ => None,
                })
                .collect();
            (paragraphs.len() == items.len() && !items.is_empty())
                .then(|| paragraphs.join("\n\n"))?
        }
        _ => return None,
    };
    entries.remove(at);
    Some(text)
}
