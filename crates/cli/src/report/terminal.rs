//! Problems as people read them: of many of one kind the first, and how many more there are.

use crate::output::counted;
use corpus::{Problem, Severity};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{self, Write};

/// Notes and warnings of one kind that are shown one by one.
const SHOWN: usize = 3;
/// Errors of one kind that are shown one by one: each costs a document.
const SHOWN_ERRORS: usize = 20;
/// Files of unknown kinds that are shown one by one.
const SHOWN_SKIPPED: usize = 5;

/// Writes the problems, the least serious first, so that what matters stands where a terminal stops. Of more than
/// a few of one kind (the same but for names and numbers) the first are shown, and how many more there are in
/// how many files. Returns whether some were left out.
pub(crate) fn print_problems(out: &mut impl Write, problems: &[&Problem]) -> io::Result<bool> {
    let mut kinds: Vec<Vec<&Problem>> = Vec::new();
    let mut places: HashMap<(Severity, String, &str), usize> = HashMap::new();
    for problem in problems {
        let kind = (
            problem.severity,
            shape(&problem.message),
            problem.hint.as_str(),
        );
        let place = *places.entry(kind).or_insert_with(|| {
            kinds.push(Vec::new());
            kinds.len() - 1
        });
        kinds[place].push(problem);
    }
    kinds.sort_by_key(|kind| kind[0].severity);
    let mut is_shortened = false;
    for kind in &kinds {
        let most = match kind[0].severity {
            Severity::Error => SHOWN_ERRORS,
            Severity::Warning | Severity::Note => SHOWN,
        };
        // One more line is not worth a line that says so.
        let n_shown = if kind.len() <= most + 1 {
            kind.len()
        } else {
            most
        };
        for problem in &kind[..n_shown] {
            writeln!(out, "{}", one_line(&problem.to_string()))?;
        }
        let rest = &kind[n_shown..];
        if !rest.is_empty() {
            is_shortened = true;
            let files: BTreeSet<&str> = rest.iter().map(|it| it.file.as_str()).collect();
            writeln!(
                out,
                "  … and {} more such {}s in {}",
                rest.len(),
                kind[0].severity.as_str(),
                counted(files.len(), "file")
            )?;
        }
    }
    Ok(is_shortened)
}

/// Returns a message without what differs between problems of one kind: what stands between backticks, figures.
fn shape(message: &str) -> String {
    let mut shape = String::with_capacity(message.len());
    for (number, part) in message.split('`').enumerate() {
        if number % 2 == 1 {
            shape.push('`');
        } else {
            shape.extend(part.chars().filter(|c| !c.is_ascii_digit()));
        }
    }
    shape
}

/// Writes which files were left out for their kind: a few by name, many by the endings of their names.
pub(crate) fn print_skipped(out: &mut impl Write, names: &[String]) -> io::Result<()> {
    if names.len() <= SHOWN_SKIPPED {
        for name in names {
            let name = shown_name(name);
            writeln!(out, "{name}: skipped, not a kind of text that is read")?;
        }
        return Ok(());
    }
    let mut endings: BTreeMap<String, usize> = BTreeMap::new();
    for name in names {
        let last = name.rsplit('/').next().unwrap_or(name);
        let ending = match last.rsplit_once('.') {
            Some((stem, ending)) if !stem.is_empty() => format!(".{}", ending.to_lowercase()),
            _ => "without ending".to_owned(),
        };
        *endings.entry(ending).or_insert(0) += 1;
    }
    let mut endings: Vec<(String, usize)> = endings.into_iter().collect();
    endings.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let listed: Vec<String> = endings
        .iter()
        .map(|(ending, n)| format!("{n} {}", shown_name(ending)))
        .collect();
    writeln!(
        out,
        "{} skipped, not kinds of text that are read: {}",
        counted(names.len(), "file"),
        listed.join(", ")
    )
}

/// Returns a name with what would break a line or turn its direction written as an escape.
pub(crate) fn shown_name(name: &str) -> String {
    one_line(name)
}

fn one_line(text: &str) -> String {
    let disturbs = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(disturbs) {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match disturbs(c) {
            true => shown.extend(c.escape_unicode()),
            false => shown.push(c),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{print_problems, print_skipped};
    use corpus::{Matter, Problem, Severity};

    fn problem(severity: Severity, file: &str, line: u32, message: &str) -> Problem {
        Problem {
            severity,
            matter: Matter::Other,
            file: file.to_owned(),
            line: Some(line),
            message: message.to_owned(),
            hint: "write it".to_owned(),
        }
    }

    fn printed(problems: &[Problem]) -> String {
        let mut out = Vec::new();
        let problems: Vec<&Problem> = problems.iter().collect();
        print_problems(&mut out, &problems).expect("memory takes every write");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn five_hundred_warnings_of_one_kind_take_four_lines_and_errors_stand_last() {
        let mut problems = vec![problem(Severity::Error, "z.md", 1, "no text")];
        for line in 1..=500 {
            let message = format!("the key `k{line}` has {line} values");
            let file = if line < 400 { "a.jsonl" } else { "b.jsonl" };
            problems.push(problem(Severity::Warning, file, line, &message));
        }
        assert_eq!(
            printed(&problems),
            "a.jsonl:1: warning: the key `k1` has 1 values; write it\n\
             a.jsonl:2: warning: the key `k2` has 2 values; write it\n\
             a.jsonl:3: warning: the key `k3` has 3 values; write it\n  \
             … and 497 more such warnings in 2 files\n\
             z.md:1: error: no text; write it\n"
        );
    }

    #[test]
    fn a_name_cannot_break_the_line_or_turn_it_around() {
        let shown = printed(&[problem(Severity::Note, "a\nb\u{202e}dm.", 1, "mended")]);
        assert_eq!(shown, "a\\u{a}b\\u{202e}dm.:1: note: mended; write it\n");
    }

    #[test]
    fn many_pictures_are_one_line() {
        let names: Vec<String> = (0..90)
            .map(|n| format!("x{n}.{}", if n < 80 { "PNG" } else { "css" }))
            .collect();
        let mut out = Vec::new();
        print_skipped(&mut out, &names).expect("memory takes every write");
        let shown = String::from_utf8(out).expect("text");
        assert!(
            shown.ends_with("80 .png, 10 .css\n") && shown.lines().count() == 1,
            "{shown}"
        );
    }
}
