//! Title, author and date that plain text names at its head.

use corpus::BlockKind;
use corpus::parts::{self, Body, Entry};

use crate::draft::{push, push_date};

/// Returns title, author and date that plain text names at its head, only where they are certain: lines
/// `Title: …`, `Author: …`, or `By …` and a date alone below a heading.
pub(crate) fn headed(text: &str, body: &Body) -> Vec<Entry> {
    let labelled = labelled(text);
    if labelled.len() >= 2 {
        return labelled;
    }
    let mut entries = Vec::new();
    let mut blocks = body
        .blocks
        .iter()
        .take(4)
        .map(|block| (block.kind, block.span.of(&body.text)));
    let is_title = |kind: BlockKind, text: &str| {
        matches!(kind, BlockKind::Heading(_))
            || (text.chars().count() <= 80
                && !text.contains('\n')
                && text.ends_with(char::is_alphanumeric))
    };
    if !blocks
        .next()
        .is_some_and(|(kind, text)| is_title(kind, text))
    {
        return entries;
    }
    for (_, block) in blocks {
        for line in block.split('\n') {
            let line = line.trim();
            if let Some(author) = without_byline(line).filter(|author| is_name(author)) {
                push(&mut entries, "author", author);
            } else if line.len() <= 40
                && line.bytes().any(|b| b.is_ascii_digit())
                && entries.iter().all(|entry| entry.key != "date")
            {
                push_date(&mut entries, "date", line);
            }
        }
    }
    if entries.iter().all(|entry| entry.key != "author") {
        // A date alone below a first line may be that of an event.
        entries.clear();
    }
    entries
}

/// Returns what follows the word of a byline ("By", "Von"); `None` where a line does not begin with one.
pub(crate) fn without_byline(line: &str) -> Option<&str> {
    ["By ", "by ", "Von ", "Par ", "Por "]
        .iter()
        .find_map(|by| line.strip_prefix(by))
}

/// Tells whether a line is one name: two to four words with capitals, no sentence.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=4).contains(&words.len())
        && words.iter().all(|word| {
            word.starts_with(char::is_uppercase)
                || matches!(
                    *word,
                    "de" | "van" | "von" | "al" | "bin" | "el" | "der" | "du" | "la"
                )
        })
        && !text.ends_with(['.', '!', '?', ':', ',', ';'])
        && text
            .chars()
            .all(|c| c.is_alphabetic() || " .-’'".contains(c))
}

/// Returns the lines `Key: value` at the head of a text, as exports and Project Gutenberg write them.
/// Tells whether a line begins with the name of a title, an author or the like and a colon.
pub(crate) fn is_label(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(name, _)| {
        let name = name.trim().to_lowercase();
        LABELS.iter().any(|(known, _)| *known == name)
    })
}

/// What stands before a colon at the head of plain text, and the key that it means.
const LABELS: [(&str, &str); 12] = [
    ("title", "title"),
    ("author", "author"),
    ("by", "author"),
    ("date", "date"),
    ("published", "date"),
    ("release date", "release-date"),
    ("source", "source"),
    ("publication", "source"),
    ("language", "lang"),
    ("url", "url"),
    ("headline", "title"),
    ("byline", "author"),
];

fn labelled(text: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    for line in text.lines().take(40) {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        let name = name.trim().to_lowercase();
        let Some((_, key)) = LABELS.iter().find(|(known, _)| *known == name) else {
            continue;
        };
        if value.trim().is_empty()
            || value.len() > 300
            || entries.iter().any(|entry: &Entry| entry.key == *key)
        {
            continue;
        }
        match *key {
            "date" => push_date(&mut entries, "date", value),
            "lang" => push(
                &mut entries,
                "lang",
                parts::language_tag(value.trim()).unwrap_or_default(),
            ),
            key => push(&mut entries, key, value),
        }
    }
    let has = |key: &str| entries.iter().any(|entry| entry.key == key);
    if has("title") || (has("author") && has("date")) {
        entries
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_certain_heads_of_plain_text_are_metadata() {
        let text = "The road to Homs\n\nBy Rim Haddad\n\n8 December 2024\n\nThe road was open in the morning.\n";
        let found = headed(text, &parts::plain_text(text, 1));
        let keys: Vec<&str> = found.iter().map(|entry| entry.key.as_str()).collect();
        assert_eq!(keys, ["author", "date"]);
        let text = "The road to Homs\n\nBy the time we came, it was open.\n\nIn 2024.\n";
        assert_eq!(headed(text, &parts::plain_text(text, 1)), []);
    }
}
