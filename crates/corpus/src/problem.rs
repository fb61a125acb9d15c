//! What went wrong, where, and what to do about it.

use std::fmt;

/// How much a [`Problem`] costs the publisher.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something was noticed or mended; nothing is lost.
    Note,
    /// Something is probably not as meant; the document is kept.
    Warning,
    /// The document cannot be used; a build stops.
    Error,
}

impl Severity {
    /// Returns the lower-case word used in reports: `note`, `warning` or `error`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What a problem is about, where a host decides by more than its severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Matter {
    /// Anything else.
    #[default]
    Other,
    /// There is no text in the source.
    NoText,
    /// The source says, or may say, that it is not to be published.
    NotPublic,
    /// Another document has the same id.
    SameId,
}

/// One finding about a source, with its place and a remedy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How serious it is.
    pub severity: Severity,
    /// What it is about.
    pub matter: Matter,
    /// Name of the source, as in [`crate::Source::name`].
    pub file: String,
    /// Line in the source, counted from 1, where one is known.
    pub line: Option<u32>,
    /// What was found; lower case, no full stop.
    pub message: String,
    /// What to try; lower case, no full stop; empty where nothing needs doing.
    pub hint: String,
}

impl fmt::Display for Problem {
    /// Writes `file:line: severity: message; hint`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}: {}", self.severity.as_str(), self.message)?;
        if !self.hint.is_empty() {
            write!(f, "; {}", self.hint)?;
        }
        Ok(())
    }
}

/// The problems of one source while it is being read.
#[derive(Debug)]
pub struct Report<'n> {
    file: &'n str,
    /// What was noticed so far, in order.
    pub problems: Vec<Problem>,
}

impl<'n> Report<'n> {
    /// Begins a report on the source of this name.
    #[must_use]
    pub fn new(file: &'n str) -> Self {
        Self {
            file,
            problems: Vec::new(),
        }
    }

    /// Returns the name of the source.
    #[must_use]
    pub fn file(&self) -> &'n str {
        self.file
    }

    /// Adds something that was noticed or mended; `line` 0 counts as unknown.
    pub fn note(&mut self, line: Option<u32>, message: String, hint: &str) {
        self.add(Severity::Note, line, message, hint);
    }

    /// Adds something that is probably not as meant.
    pub fn warning(&mut self, line: Option<u32>, message: String, hint: &str) {
        self.add(Severity::Warning, line, message, hint);
    }

    /// Adds a reason why a document cannot be used.
    pub fn error(&mut self, line: Option<u32>, message: String, hint: &str) {
        self.add(Severity::Error, line, message, hint);
    }

    /// Adds a reason that a host may know by its matter.
    pub fn error_of(&mut self, matter: Matter, line: Option<u32>, message: String, hint: &str) {
        self.error(line, message, hint);
        if let Some(problem) = self.problems.last_mut() {
            problem.matter = matter;
        }
    }

    fn add(&mut self, severity: Severity, line: Option<u32>, message: String, hint: &str) {
        self.problems.push(Problem {
            severity,
            matter: Matter::Other,
            file: self.file.to_owned(),
            line: line.filter(|&line| line > 0),
            message,
            hint: hint.to_owned(),
        });
    }
}

/// Returns `text` on one line and no longer than about forty characters, for use in a message.
#[must_use]
pub fn excerpt(text: &str) -> String {
    const LONGEST_CHARS: usize = 40;
    let line = text.trim().lines().next().unwrap_or("");
    match line.char_indices().nth(LONGEST_CHARS) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}
