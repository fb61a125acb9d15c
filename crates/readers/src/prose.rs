//! Markdown and plain text in any encoding, under front matter in YAML, TOML or JSON.

use corpus::parts::{self, Entry, Value};

use crate::draft::{Draft, Job, push};
use crate::{text_encoding, toml_values};

/// Reads one text.
pub(crate) fn read(bytes: &[u8], is_markdown: bool, job: &mut Job<'_, '_>) {
    let text = text_encoding::decode(bytes, None, job.report);
    let Some(parted) = part(&text, is_markdown, job) else {
        return;
    };
    let rest = job.mender.letters(parted.rest);
    let mut rest = job.mender.line_ends(&rest);
    if is_markdown {
        rest = job.mender.markup(rest);
    }
    let body = parts::prose(&rest, parted.first_line, is_markdown);
    let mut entries = parted.entries;
    if entries.is_empty() && !is_markdown {
        entries = crate::headed::headed(&rest, &body);
    }
    job.add(Draft {
        entries,
        body,
        ..Draft::default()
    });
}

/// Parts a text from its front matter, or returns nothing after an error.
fn part<'t>(
    text: &'t str,
    is_markdown: bool,
    job: &mut Job<'_, '_>,
) -> Option<parts::FrontMatter<'t>> {
    let opening = text.split('\n').next().unwrap_or("").trim_end();
    match opening {
        "+++" => of_toml(text, job),
        _ if is_markdown && opening.starts_with("% ") => Some(of_title_block(text)),
        _ if is_markdown && crate::headed::is_label(opening) => Some(of_labels(text)),
        _ if opening.starts_with('{') => Some(of_json(text).unwrap_or(parts::FrontMatter {
            entries: Vec::new(),
            rest: text,
            first_line: 1,
        })),
        _ => parts::front_matter(text, job.report),
    }
}

/// Reads pandoc's title block: lines with `%` for title, authors (parted by semicolons) and date, each continued by
/// lines that begin with a space.
fn of_title_block(text: &str) -> parts::FrontMatter<'_> {
    let mut values: Vec<String> = Vec::new();
    let (mut end, mut n_lines) = (0, 0);
    for line in text.split_inclusive('\n') {
        let n_values = values.len();
        match (line.strip_prefix('%'), values.last_mut()) {
            (Some(value), _) if n_values < 3 => values.push(value.trim().to_owned()),
            (None, Some(last)) if line.starts_with(' ') && !line.trim().is_empty() => {
                last.push('\n');
                last.push_str(line.trim());
            }
            _ => break,
        }
        end += line.len();
        n_lines += 1;
    }
    let mut entries = Vec::new();
    for (key, value) in ["title", "author", "date"].into_iter().zip(&values) {
        match key {
            "author" => {
                for author in value.split([';', '\n']) {
                    push(&mut entries, key, author);
                }
            }
            _ => push(&mut entries, key, value.replace('\n', " ")),
        }
    }
    parts::FrontMatter {
        entries: with_line(entries),
        rest: &text[end..],
        first_line: line_number(1 + n_lines),
    }
}

/// Reads `MultiMarkdown`'s metadata: lines `Key: value` down to the first blank one; a text whose first lines only look
/// like it stays as it is.
fn of_labels(text: &str) -> parts::FrontMatter<'_> {
    let end = text.find("\n\n").map_or(text.len(), |at| at + 1);
    let lines: Vec<(&str, &str)> = text[..end]
        .lines()
        .map_while(|line| line.split_once(": "))
        .collect();
    let n_lines = text[..end].lines().count();
    let is_key = |key: &str| {
        key.chars()
            .all(|c| c.is_alphanumeric() || " -_".contains(c))
    };
    if lines.len() < n_lines || n_lines < 2 || !lines.iter().all(|(key, _)| is_key(key)) {
        return parts::FrontMatter {
            entries: Vec::new(),
            rest: text,
            first_line: 1,
        };
    }
    let mut entries = Vec::new();
    for (key, value) in lines {
        push(&mut entries, key.trim(), value);
    }
    parts::FrontMatter {
        entries: with_line(entries),
        rest: &text[end..],
        first_line: line_number(1 + n_lines),
    }
}

fn of_toml<'t>(text: &'t str, job: &mut Job<'_, '_>) -> Option<parts::FrontMatter<'t>> {
    let after = text.get(text.find('\n')? + 1..)?;
    let mut end = 0;
    let closing = after.split_inclusive('\n').find(|line| {
        let found = line.trim_end() == "+++";
        end += if found { 0 } else { line.len() };
        found
    });
    let Some(closing) = closing else {
        job.report.error(
            Some(1),
            "the front matter that opens with `+++` is not closed".to_owned(),
            "end it with a line `+++`",
        );
        return None;
    };
    match toml_values::read(&after[..end], 2) {
        Ok(entries) => Some(parts::FrontMatter {
            entries,
            rest: &after[end + closing.len()..],
            first_line: line_number(2 + after[..end].matches('\n').count() + 1),
        }),
        Err(error) => {
            job.report
                .error(Some(error.line), error.message, &error.hint);
            None
        }
    }
}

/// Reads a JSON object at the start of a text; one that is none is text.
fn of_json(text: &str) -> Option<parts::FrontMatter<'_>> {
    // The object ends at the first line that closes it, as Hugo writes it.
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        end += line.len();
        if !line.trim_end().ends_with('}') {
            continue;
        }
        if let Ok(Value::Map(entries)) = parts::read_json(&text[..end], 1) {
            return Some(parts::FrontMatter {
                entries: with_line(entries),
                rest: &text[end..],
                first_line: line_number(1 + text[..end].matches('\n').count()),
            });
        }
        if end > 1 << 16 {
            break;
        }
    }
    None
}

fn with_line(mut entries: Vec<Entry>) -> Vec<Entry> {
    for entry in &mut entries {
        entry.line = 1;
    }
    entries
}

fn line_number(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
