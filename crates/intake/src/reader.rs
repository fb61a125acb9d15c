//! The reader's role: one file becomes documents.

use corpus::{Problem, Reading, Severity, Source};
use index::Index;
use publication::{DamagedPage, embedded_index};
use readers::{Options, Settings, Sidecars, Surroundings};

/// What is called the settings of a collection.
const SETTINGS_FILE: &str = "vademecum.toml";

/// What stands beside the files and says something about them: settings, sidecars, folder defaults.
#[derive(Debug, Default)]
pub struct Beside {
    sidecars: Sidecars,
    options: Options,
    title: Option<String>,
    problems: Vec<Problem>,
}

impl Beside {
    /// Reads all files for which [`is_beside`] holds; a later call replaces what an earlier one knew.
    #[must_use]
    pub fn of(sources: &[Source]) -> Self {
        let is_settings = |source: &&Source| source.name.rsplit('/').next() == Some(SETTINGS_FILE);
        let settings = sources.iter().find(is_settings).map(Settings::read);
        let mut settings = settings.unwrap_or_default();
        let sidecars = Sidecars::read(sources, &settings.fields);
        let mut problems = std::mem::take(&mut settings.problems);
        problems.extend(sidecars.problems.iter().cloned());
        Self {
            sidecars,
            options: Options {
                languages: settings.languages,
                ..Options::default()
            },
            title: settings.title,
            problems,
        }
    }

    /// Returns the title that the settings give.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Returns what is wrong with them.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

/// Tells whether a file says something about others and is no text itself.
#[must_use]
pub fn is_beside(name: &str) -> bool {
    readers::is_settings_file(name)
}

/// Tells whether a file of this name is read, or refused with a reason, rather than passed over like a picture.
#[must_use]
pub fn is_text(name: &str) -> bool {
    readers::is_readable(name) || is_index(name)
}

fn is_index(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("vade"))
}

/// Reads one file: a text, or the documents of a page or an index that was made by `vademecum build`. Cost and
/// limits: see [`readers::read`].
#[must_use]
pub fn read(name: &str, bytes: Vec<u8>, beside: &Beside) -> Reading {
    if is_index(name) {
        return taken_out(
            name,
            Index::open(bytes.into()).map_err(|error| error.to_string()),
        );
    }
    if let Some(index) = index_of_page(&bytes) {
        let index = index.map_err(|error| error.to_string());
        let opened = index.and_then(|bytes| Index::open(bytes.into()).map_err(|e| e.to_string()));
        return taken_out(name, opened);
    }
    let source = Source {
        name: name.to_owned(),
        bytes,
    };
    let surroundings: Surroundings = beside.sidecars.surroundings(name);
    readers::read(&source, &surroundings, &beside.options)
}

/// Returns the index inside a page that holds one.
fn index_of_page(bytes: &[u8]) -> Option<Result<Vec<u8>, DamagedPage>> {
    if !bytes.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    embedded_index(std::str::from_utf8(bytes).ok()?).transpose()
}

fn taken_out(name: &str, index: Result<Index, String>) -> Reading {
    match index {
        Ok(index) => Reading {
            documents: index.documents().map(engine::document).collect(),
            problems: Vec::new(),
        },
        Err(message) => failed(
            name,
            message,
            "build it again from its texts, and take these",
        ),
    }
}

fn failed(name: &str, message: String, hint: &str) -> Reading {
    Reading {
        documents: Vec::new(),
        problems: vec![Problem {
            severity: Severity::Error,
            file: name.to_owned(),
            line: None,
            message,
            hint: hint.to_owned(),
        }],
    }
}

/// Returns the reading of a file that its reader did not survive, or that took too long.
#[must_use]
pub fn given_up(name: &str, is_slow: bool) -> Reading {
    let message = if is_slow {
        "it takes longer than a minute to read"
    } else {
        "it is damaged in a way that its reader does not survive, or needs more memory than there is"
    };
    failed(
        name,
        message.to_owned(),
        "open it in the program that made it, save it anew, or save it as plain text",
    )
}
