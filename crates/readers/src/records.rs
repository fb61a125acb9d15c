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
        .or_else(|| keys.iter().find(|key| ends_as_text(key)))
        .copied()
}

/// Tells whether a key is a compound such as `comment_text` or `post body`.
fn ends_as_text(key: &str) -> bool {
    let key = key.to_lowercase();
    let mut words = key.split(['_', '-', ' ', '.']).rev();
    let is_text = matches!(words.next(), Some("text" | "body" | "content"));
    is_text && words.next().is_some()
}

/// Brings what programs export into the form of metadata: who has sent a message is its author, where no other is
/// named; what `WordPress` has rendered, Telegram has cut into pieces and CSL has cut into numbers is put together.
pub(crate) fn plain(entries: &mut [Entry]) {
    const SENDERS: [&str; 7] = [
        "from",
        "sender",
        "user",
        "username",
        "screen name",
        "user name",
        "from name",
    ];
    for entry in entries.iter_mut() {
        if let Some(value) = plain_value(&entry.value) {
            entry.value = value;
        }
    }
    if entries
        .iter()
        .any(|entry| parts::canonical_key(&entry.key) == "author")
    {
        return;
    }
    let is_sender = |entry: &&mut Entry| {
        let key = entry.key.to_lowercase().replace('_', " ");
        SENDERS.contains(&key.as_str()) && matches!(entry.value, Value::Scalar(_))
    };
    if let Some(sender) = entries.iter_mut().find(is_sender) {
        "author".clone_into(&mut sender.key);
    }
}

fn plain_value(value: &Value) -> Option<Value> {
    let get = |entries: &[Entry], key: &str| {
        let entry = entries.iter().find(|entry| entry.key == key)?;
        Some(entry.value.clone())
    };
    match value {
        Value::Map(entries) => match get(entries, "rendered") {
            Some(Value::Scalar(rendered)) => Some(Value::Scalar(without_marks(&rendered))),
            _ => day_of_parts(&get(entries, "date-parts")?),
        },
        Value::List(items) => {
            let is_map = |item: &Value| matches!(item, Value::Map(_));
            let has_both = items.iter().any(is_map) && !items.iter().all(is_map);
            let pieces = items.iter().map(|item| match item {
                Value::Scalar(text) => Some(text.clone()),
                Value::Map(entries) => match get(entries, "text") {
                    Some(Value::Scalar(text)) => Some(text),
                    _ => None,
                },
                _ => None,
            });
            let text: Option<String> = pieces.collect();
            text.filter(|_| has_both).map(Value::Scalar)
        }
        _ => None,
    }
}

/// Returns the text of a title in HTML; what holds paragraphs stays as it is.
fn without_marks(html: &str) -> String {
    if html.contains("<p") || !html.contains(['&', '<']) {
        return html.to_owned();
    }
    let fragment = scraper::Html::parse_fragment(html);
    fragment.root_element().text().collect()
}

/// Reads `[[2019, 3, 14]]`.
fn day_of_parts(value: &Value) -> Option<Value> {
    let Value::List(days) = value else {
        return None;
    };
    let Value::List(numbers) = days.first()? else {
        return None;
    };
    let mut day = String::new();
    for (number, width) in numbers.iter().zip([4, 2, 2]) {
        let Value::Scalar(number) = number else {
            return None;
        };
        if !day.is_empty() {
            day.push('-');
        }
        day += &format!("{number:0>width$}");
    }
    Some(Value::Scalar(day))
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
