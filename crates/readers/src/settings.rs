//! What stands beside the files: `vademecum.toml`, a folder's `_corpus.yaml`, a file's `name.meta.yaml`.

use std::collections::BTreeMap;

use corpus::parts::{self, Entry, Report, SyntaxError, Value};
use corpus::{Problem, Source};

use crate::draft::Surroundings;
use crate::{text_encoding, toml_values};

/// In which order documents stand where nothing else orders them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// By the names of their files.
    #[default]
    Name,
    /// By their dates; undated ones last.
    Date,
    /// By their titles.
    Title,
}

/// The settings of a collection, from `vademecum.toml` in its folder.
///
/// ```toml
/// title = "Letters from Homs"
/// languages = ["en", "ar"]
/// facets = ["source", "date", "region"]
/// order = "date"
/// authority = "authority.toml"
/// [fields]
/// Verfasser = "author"
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Title of the collection.
    pub title: Option<String>,
    /// Languages of the texts, as BCP 47 tags.
    pub languages: Vec<String>,
    /// Other names of metadata keys: as written in the files, and what it means.
    pub fields: Vec<(String, String)>,
    /// Metadata keys that pages offer as filters, in their order, each with its line; none: those of few values.
    pub facets: Vec<(String, u32)>,
    /// Order of the documents.
    pub order: Order,
    /// Path of the authority file, relative to the folder.
    pub authority: Option<String>,
    /// What was wrong with the settings.
    pub problems: Vec<Problem>,
}

impl Settings {
    /// Reads the bytes of a `vademecum.toml`; what is wrong in it is reported with its line.
    #[must_use]
    pub fn read(source: &Source) -> Self {
        let mut report = Report::new(&source.name);
        let text = text_encoding::decode(&source.bytes, None, &mut report);
        let mut settings = Self::default();
        match toml_values::read(&text, 1) {
            Ok(entries) => {
                for entry in entries {
                    settings.take(entry, &mut report);
                }
            }
            Err(error) => report_syntax(&error, &mut report),
        }
        settings.problems = report.problems;
        settings
    }

    fn take(&mut self, entry: Entry, report: &mut Report<'_>) {
        let Entry { key, line, value } = entry;
        match (key.as_str(), value) {
            ("title", Value::Scalar(title)) => self.title = Some(title),
            ("languages", value) => {
                for text in texts(&value) {
                    match parts::language_tag(&text) {
                        Some(tag) => self.languages.push(tag),
                        None => report.warning(
                            Some(line),
                            format!("`{text}` is not a language tag"),
                            "write en, ar, fr, pt-BR",
                        ),
                    }
                }
            }
            ("fields", Value::Map(fields)) => {
                for field in fields {
                    self.fields.extend(
                        texts(&field.value)
                            .into_iter()
                            .map(|meaning| (field.key.clone(), meaning)),
                    );
                }
            }
            ("facets", value @ (Value::Scalar(_) | Value::List(_))) => {
                for name in texts(&value) {
                    self.take_facet(&name, line, report);
                }
            }
            ("order", Value::Scalar(order)) => match order.as_str() {
                "name" => self.order = Order::Name,
                "date" => self.order = Order::Date,
                "title" => self.order = Order::Title,
                _ => report.warning(
                    Some(line),
                    format!("`order` is `{order}`"),
                    "write name, date or title",
                ),
            },
            ("authority", Value::Scalar(path)) => self.authority = Some(path),
            ("title" | "fields" | "facets" | "order" | "authority", _) => {
                report.warning(
                    Some(line),
                    format!("`{key}` has a value of the wrong kind"),
                    "see docs/publishing.md for an example",
                );
            }
            _ => report.warning(
                Some(line),
                format!("`{key}` is no setting"),
                "known are title, languages, fields, facets, order and authority",
            ),
        }
    }

    /// Takes a key to filter by. Dates are offered by year and month.
    fn take_facet(&mut self, name: &str, line: u32, report: &mut Report<'_>) {
        const DISTINCT: [&str; 4] = ["id", "title", "url", "sha256"];
        let key = parts::canonical_key(name);
        if DISTINCT.contains(&key.as_str()) {
            report.warning(
                Some(line),
                format!("`{name}` tells documents apart, so that nobody can filter by it"),
                "name keys whose values several documents share, such as source, date or tag",
            );
            return;
        }
        let names: &[&str] = match key.as_str() {
            "date" => &["year", "month"],
            key => &[key],
        };
        for name in names {
            if self.facets.iter().all(|(known, _)| known != name) {
                self.facets.push(((*name).to_owned(), line));
            }
        }
    }
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Scalar(text) => vec![text.clone()],
        Value::List(items) => items.iter().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

fn report_syntax(error: &SyntaxError, report: &mut Report<'_>) {
    report.error(Some(error.line), error.message.clone(), &error.hint);
}

/// Tells whether a file holds settings or metadata of others, and is no text itself.
#[must_use]
pub fn is_settings_file(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    last == "vademecum.toml" || is_folder_file(last) || described_by(name).is_some()
}

fn is_folder_file(last: &str) -> bool {
    matches!(
        last,
        "_corpus.yaml" | "_corpus.yml" | "_corpus.toml" | "_corpus.json"
    )
}

/// Returns the name, with or without ending, of the file that a sidecar describes.
fn described_by(name: &str) -> Option<&str> {
    [".meta.yaml", ".meta.yml", ".meta.toml", ".meta.json"]
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
}

/// The metadata that stand beside files and in folders.
#[derive(Debug, Clone, Default)]
pub struct Sidecars {
    folders: BTreeMap<String, Vec<Entry>>,
    files: BTreeMap<String, Vec<Entry>>,
    fields: Vec<(String, String)>,
    /// What was wrong with them.
    pub problems: Vec<Problem>,
}

impl Sidecars {
    /// Reads all files for which [`is_settings_file`] holds; `fields` are those of [`Settings`].
    #[must_use]
    pub fn read<'s>(
        sources: impl IntoIterator<Item = &'s Source>,
        fields: &[(String, String)],
    ) -> Self {
        let mut sidecars = Self {
            fields: fields.to_vec(),
            ..Self::default()
        };
        for source in sources {
            sidecars.add(source);
        }
        sidecars
    }

    fn add(&mut self, source: &Source) {
        let (folder, last) = source.name.rsplit_once('/').unwrap_or(("", &source.name));
        let described = described_by(&source.name);
        if described.is_none() && !is_folder_file(last) {
            return;
        }
        let mut report = Report::new(&source.name);
        let text = text_encoding::decode(&source.bytes, None, &mut report);
        let entries = match crate::format::ending(last).as_str() {
            "toml" => toml_values::read(&text, 1),
            "json" => match parts::read_json(text.trim(), 1) {
                Ok(Value::Map(entries)) => Ok(entries),
                Ok(_) => Err(syntax_error("expected an object".to_owned())),
                Err(message) => Err(syntax_error(message)),
            },
            _ => parts::read_yaml(without_marks(&text), 1),
        };
        match entries {
            Ok(entries) => {
                let entries = without_lines(entries);
                match described {
                    Some(name) => self.files.insert(name.to_owned(), entries),
                    None => self.folders.insert(folder.to_owned(), entries),
                };
            }
            Err(error) => report_syntax(&error, &mut report),
        }
        self.problems.append(&mut report.problems);
    }

    /// Returns what is known about the file `name` from outside of it.
    #[must_use]
    pub fn surroundings(&self, name: &str) -> Surroundings {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let over = self
            .files
            .get(name)
            .or_else(|| self.files.get(stem))
            .cloned()
            .unwrap_or_default();
        let mut under = Vec::new();
        let mut folder = name;
        loop {
            folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
            if let Some(entries) = self.folders.get(folder) {
                under = parts::completed(under, entries.clone());
            }
            if folder.is_empty() {
                break;
            }
        }
        Surroundings {
            id: None,
            over,
            under,
            fields: self.fields.clone(),
        }
    }

    /// Tells whether anything is known about the file `name` from outside of it.
    #[must_use]
    pub fn know(&self, name: &str) -> bool {
        let Surroundings {
            over,
            under,
            fields,
            ..
        } = self.surroundings(name);
        !(over.is_empty() && under.is_empty() && fields.is_empty())
    }

    /// Returns the sidecars that describe none of `names`.
    #[must_use]
    pub fn orphans(&self, names: &[&str]) -> Vec<&str> {
        let is_used = |described: &str| {
            names.iter().any(|name| {
                *name == described
                    || name
                        .rsplit_once('.')
                        .is_some_and(|(stem, _)| stem == described)
            })
        };
        self.files
            .keys()
            .map(String::as_str)
            .filter(|name| !is_used(name))
            .collect()
    }
}

fn syntax_error(message: String) -> SyntaxError {
    SyntaxError {
        line: 1,
        message,
        hint: "write {\"title\": \"…\", \"author\": \"…\"}".to_owned(),
    }
}

/// YAML files may begin and end with the marks of front matter.
fn without_marks(text: &str) -> &str {
    let text = text.strip_prefix("---\n").unwrap_or(text);
    text.trim_end().strip_suffix("\n---").unwrap_or(text)
}

/// Lines of a sidecar are none of the file that it describes.
fn without_lines(mut entries: Vec<Entry>) -> Vec<Entry> {
    for entry in &mut entries {
        entry.line = 0;
    }
    entries
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
    fn the_nearest_folder_goes_first_and_the_sidecar_before_all() {
        let files = [
            source("_corpus.yaml", "source: Archive\nlang: en\n"),
            source("letters/_corpus.yaml", "lang: ar\n"),
            source("letters/homs.meta.yaml", "title: Homs\n"),
        ];
        let sidecars = Sidecars::read(&files, &[]);
        let Surroundings { over, under, .. } = sidecars.surroundings("letters/homs.pdf");
        assert_eq!(over[0].value, Value::Scalar("Homs".to_owned()));
        let under: Vec<(&str, &Value)> = under.iter().map(|e| (e.key.as_str(), &e.value)).collect();
        assert_eq!(
            under,
            [
                ("lang", &Value::Scalar("ar".to_owned())),
                ("source", &Value::Scalar("Archive".to_owned()))
            ]
        );
        assert_eq!(sidecars.orphans(&["letters/idlib.pdf"]), ["letters/homs"]);
    }

    #[test]
    fn a_mistake_names_file_and_line() {
        let settings = Settings::read(&source(
            "vademecum.toml",
            "title = \"Homs\"\norder = \"size\"\n",
        ));
        assert_eq!(settings.title.as_deref(), Some("Homs"));
        assert_eq!(settings.problems[0].line, Some(2));
        let broken = Settings::read(&source("vademecum.toml", "title = Homs\n"));
        assert_eq!(
            (broken.problems[0].line, broken.problems[0].file.as_str()),
            (Some(1), "vademecum.toml")
        );
    }
}
