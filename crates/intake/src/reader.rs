//! The reader's role: one file becomes documents.

use annotation::names::Authority;
use authority::{AUTHORITY_FILE, read_authority};
use corpus::{Matter, Problem, Reading, Severity, Source};
use index::Index;
use publication::{DamagedPage, embedded_index};
use readers::{Options, Order, Settings, Sidecars, Surroundings};

/// What is called the settings of a collection.
const SETTINGS_FILE: &str = "vademecum.toml";

/// What stands beside the files and says something about them: settings, sidecars, folder defaults, decisions about
/// names.
#[derive(Debug, Default)]
pub struct Beside {
    sidecars: Sidecars,
    options: Options,
    title: Option<String>,
    authority: Authority,
    problems: Vec<Problem>,
}

impl Beside {
    /// Reads all files for which [`is_beside`] holds; a later call replaces what an earlier one knew.
    #[must_use]
    pub fn of(sources: &[Source]) -> Self {
        let mut problems = Vec::new();
        let mut settings = Settings::default();
        if let Some(source) = sources
            .iter()
            .find(|source| is_named(source, SETTINGS_FILE))
        {
            settings = Settings::read(source);
            problems.extend(unused(source, &settings));
        }
        let mut authority = Authority::default();
        for source in sources
            .iter()
            .filter(|source| is_named(source, AUTHORITY_FILE))
        {
            match authority_of(source) {
                Ok(read) => {
                    authority.entities.extend(read.entities);
                    authority.splits.extend(read.splits);
                    authority.hidden.extend(read.hidden);
                }
                Err(problem) => problems.push(problem),
            }
        }
        let sidecars = Sidecars::read(sources, &settings.fields);
        problems.append(&mut settings.problems);
        problems.extend(sidecars.problems.iter().cloned());
        Self {
            sidecars,
            options: Options {
                languages: settings.languages,
                ..Options::default()
            },
            title: settings.title,
            authority,
            problems,
        }
    }

    /// Returns the title that the settings give.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Returns what the files say about names.
    #[must_use]
    pub fn authority(&self) -> &Authority {
        &self.authority
    }

    /// Returns what is wrong with them.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

fn is_named(source: &Source, name: &str) -> bool {
    source.name.rsplit('/').next() == Some(name)
}

/// Reads decisions about names; a file that is not understood in one place is not used at all.
fn authority_of(source: &Source) -> Result<Authority, Problem> {
    let problem = |line: Option<usize>, message: String, hint: &str| Problem {
        severity: Severity::Error,
        matter: Matter::Other,
        file: source.name.clone(),
        line: line.map(|line| line as u32),
        message,
        hint: hint.to_owned(),
    };
    let text = std::str::from_utf8(&source.bytes)
        .map_err(|_| problem(None, "it is not UTF-8".to_owned(), "save it as UTF-8"))?;
    read_authority(text).map_err(|error| {
        let hint = "nothing of the file is used until this is mended; bring it again then";
        problem(Some(error.line), error.what, hint)
    })
}

/// Returns what settings ask for and a page that reads files does not do.
fn unused(source: &Source, settings: &Settings) -> Vec<Problem> {
    let ignored = |message: String, hint: &str| Problem {
        severity: Severity::Warning,
        matter: Matter::Other,
        file: source.name.clone(),
        line: None,
        message,
        hint: hint.to_owned(),
    };
    let mut problems = Vec::new();
    if settings.order != Order::Name {
        let hint = "`vademecum build` takes the order; here the results can be sorted";
        problems.push(ignored(
            "`order` is ignored: your files stand in the order of their names".to_owned(),
            hint,
        ));
    }
    if !settings.facets.is_empty() {
        problems.push(ignored(
            "`facets` is ignored: here the usual keys become filters".to_owned(),
            "`vademecum build` takes the choice",
        ));
    }
    let other = settings.authority.as_deref();
    if let Some(other) = other.filter(|name| *name != AUTHORITY_FILE) {
        problems.push(ignored(
            format!("`authority` is ignored: `{other}` is not looked for here"),
            "bring the file under the name authority.toml",
        ));
    }
    problems
}

/// Tells whether a file says something about others and is no text itself.
#[must_use]
pub fn is_beside(name: &str) -> bool {
    readers::is_settings_file(name) || name.rsplit('/').next() == Some(AUTHORITY_FILE)
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
            matter: Matter::Other,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn source(name: &str, text: &str) -> Source {
        Source {
            name: name.to_owned(),
            bytes: text.as_bytes().to_vec(),
        }
    }

    #[test]
    fn what_settings_and_decisions_say_is_used_or_said_to_be_ignored() {
        let settings = "title = \"Letters\"\norder = \"date\"\nauthority = \"names.toml\"\n";
        let decisions = "[[entity]]\nkind = \"person\"\npreferred = \"Omar Haddad\"\n";
        let beside = Beside::of(&[
            source("texts/vademecum.toml", settings),
            source("texts/authority.toml", decisions),
        ]);
        assert_eq!(beside.title(), Some("Letters"));
        assert_eq!(beside.authority().entities[0].preferred, "Omar Haddad");
        let problems = beside.problems().iter();
        let told: Vec<&str> = problems.map(|problem| problem.message.as_str()).collect();
        assert_eq!(
            told,
            [
                "`order` is ignored: your files stand in the order of their names",
                "`authority` is ignored: `names.toml` is not looked for here",
            ]
        );
        let wrong = Beside::of(&[source("authority.toml", "hide = 3\n")]);
        assert!(wrong.authority().entities.is_empty());
        let problem = &wrong.problems()[0];
        assert_eq!((problem.severity, problem.line), (Severity::Error, Some(1)));
    }
}
