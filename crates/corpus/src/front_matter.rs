//! The metadata above a text, between two lines of three hyphens.

use crate::decoding::line_count;
use crate::problem::Report;
use crate::value::Entry;
use crate::yaml;

/// A text parted from what stands above it.
#[derive(Debug)]
pub struct FrontMatter<'t> {
    /// What stands above the text.
    pub entries: Vec<Entry>,
    /// The text below it.
    pub rest: &'t str,
    /// The line of the source on which `rest` begins.
    pub first_line: u32,
}

/// Parts a text from the YAML above it, or returns nothing after an error in `report`.
pub fn split<'t>(text: &'t str, report: &mut Report<'_>) -> Option<FrontMatter<'t>> {
    let (opening, after) = first_line(text);
    match opening.trim_end() {
        "---" => {}
        "+++" if after.lines().any(|line| line.trim_end() == "+++") => {
            report.error(
                Some(1),
                "front matter in TOML (`+++`) is not read".to_owned(),
                "write it in YAML between two lines `---`",
            );
            return None;
        }
        _ => {
            return Some(FrontMatter {
                entries: Vec::new(),
                rest: text,
                first_line: 1,
            });
        }
    }
    let Some((inside, rest)) = until_closing(after) else {
        report.error(
            Some(1),
            "the front matter that opens with `---` is not closed".to_owned(),
            "end it with a line `---`; if a rule was meant, write `***` instead",
        );
        return None;
    };
    match yaml::read(inside, 2) {
        Ok(entries) => {
            let n_lines_before = text[..text.len() - rest.len()].matches('\n').count();
            Some(FrontMatter {
                entries,
                rest,
                first_line: 1 + line_count(n_lines_before),
            })
        }
        Err(error) => {
            report.error(Some(error.line), error.message, &error.hint);
            None
        }
    }
}

fn first_line(text: &str) -> (&str, &str) {
    text.split_once('\n').unwrap_or((text, ""))
}

fn until_closing(text: &str) -> Option<(&str, &str)> {
    let mut start = 0;
    while start < text.len() {
        let (line, _) = first_line(&text[start..]);
        if matches!(line.trim_end(), "---" | "...") {
            let rest = text.get(start + line.len() + 1..).unwrap_or("");
            return Some((&text[..start], rest));
        }
        start += line.len() + 1;
    }
    None
}
