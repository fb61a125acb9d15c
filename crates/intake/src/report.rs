//! What a reader is told about a file, as JSON for the page.

use corpus::{Problem, Reading, Severity};

/// The most problems of one file that are told one by one.
const PROBLEMS: usize = 20;

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How many documents it gave.
    pub n_documents: usize,
    /// How many words these have.
    pub n_words: usize,
    /// What was noticed; notes about what was read as it should be are left out.
    pub problems: Vec<Problem>,
}

impl Report {
    /// Reports on a reading. Cost: linear in its texts.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        let words = |text: &str| text.split_whitespace().count();
        Self {
            n_documents: reading.documents.len(),
            n_words: reading
                .documents
                .iter()
                .map(|document| words(&document.text))
                .sum(),
            problems: reading.problems.clone(),
        }
    }

    /// Returns `{"documents":n,"words":n,"problems":[{"severity","line","message","hint"}],"more":n}`, the worst
    /// problems first; `line` is 0 where none is known.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut problems: Vec<&Problem> = self.problems.iter().collect();
        problems.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
        let mut out = format!(
            "{{\"documents\":{},\"words\":{},\"problems\":[",
            self.n_documents, self.n_words
        );
        for (i, problem) in problems.iter().take(PROBLEMS).enumerate() {
            if i > 0 {
                out.push(',');
            }
            self::problem(&mut out, problem);
        }
        let more = problems.len().saturating_sub(PROBLEMS);
        out.push_str(&format!("],\"more\":{more}}}"));
        out
    }
}

fn problem(out: &mut String, problem: &Problem) {
    let severity = match problem.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let line = problem.line.unwrap_or(0);
    out.push_str(&format!(
        "{{\"severity\":\"{severity}\",\"line\":{line},\"message\":"
    ));
    text(out, &problem.message);
    out.push_str(",\"hint\":");
    text(out, &problem.hint);
    out.push('}');
}

/// Writes a text as a JSON string.
pub(crate) fn text(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            character if u32::from(character) < 0x20 => {
                out.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            character => out.push(character),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::{Beside, read};

    #[test]
    fn a_report_is_json_with_the_worst_first() {
        let mut reading = read("a.md", b"Two \"words\".".to_vec(), &Beside::default());
        reading.problems.push(Problem {
            severity: Severity::Warning,
            matter: corpus::Matter::Other,
            file: "a.md".into(),
            line: Some(3),
            message: "odd \"x\"\n\\".into(),
            hint: String::new(),
        });
        reading
            .problems
            .extend(crate::reader::given_up("a.md", false).problems);
        let json = Report::of(&reading).to_json();
        assert!(
            json.starts_with("{\"documents\":1,\"words\":2,\"problems\":[{\"severity\":\"error\""),
            "{json}"
        );
        assert!(
            json.contains("\"line\":3,\"message\":\"odd \\\"x\\\"\\u000a\\\\\",\"hint\":\"\""),
            "{json}"
        );
        assert!(json.ends_with("\"more\":0}"), "{json}");
    }
}
