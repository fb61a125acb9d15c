//! The texts below the paths of a command, with what stands beside them, and how each is read.

use anyhow::Result;
use corpus::parts::Report;
use corpus::{Problem, Reading, Severity, Source, SourceKind};
use folder::{FolderError, FolderListing, FoundFile, Role};
use readers::{Format, Mending, Options, Settings, Sidecars};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What the settings of a collection are called.
const SETTINGS_FILE: &str = "vademecum.toml";

/// What is there to read.
#[derive(Debug)]
pub(crate) struct Texts {
    /// The texts, sorted by name.
    pub(crate) files: Vec<FoundFile>,
    /// Names of files of kinds that are not read.
    pub(crate) skipped: Vec<String>,
    /// The title that the collection's settings give.
    pub(crate) title: Option<String>,
    /// What is wrong with settings, sidecars and folder defaults.
    pub(crate) problems: Vec<Problem>,
    sidecars: Sidecars,
    options: Options,
    /// Ids for files whose names without ending are not unique.
    ids: BTreeMap<String, String>,
}

impl Texts {
    /// Finds the texts, and reads what stands beside them.
    ///
    /// # Errors
    /// When a path is missing or unreadable, or holds no text.
    pub(crate) fn find(paths: &[PathBuf], mending: Mending) -> Result<Self> {
        let FolderListing {
            files,
            beside,
            skipped,
        } = folder::list_by(paths, &role_of)?;
        let beside = beside
            .iter()
            .map(FoundFile::read)
            .collect::<Result<Vec<Source>, _>>()?;
        let is_settings = |source: &&Source| source.name.rsplit('/').next() == Some(SETTINGS_FILE);
        let settings = beside.iter().find(is_settings).map(Settings::read);
        let mut settings = settings.unwrap_or_default();
        let sidecars = Sidecars::read(&beside, &settings.fields);
        let mut problems = std::mem::take(&mut settings.problems);
        problems.extend(sidecars.problems.iter().cloned());
        problems.extend(orphans(&sidecars, &files));
        Ok(Self {
            ids: distinct_ids(&files),
            title: settings.title,
            options: Options {
                mending,
                languages: settings.languages,
            },
            files,
            skipped,
            problems,
            sidecars,
        })
    }

    /// Reads a text.
    ///
    /// # Errors
    /// When the system does not let it be read.
    pub(crate) fn read(&self, file: &FoundFile) -> Result<Reading, FolderError> {
        let source = file.read()?;
        if is_built_page(&source) {
            let mut report = Report::new(&source.name);
            report.note(
                None,
                "a page that this command made is not read as a text".to_owned(),
                "",
            );
            return Ok(Reading {
                documents: Vec::new(),
                problems: report.problems,
            });
        }
        let mut surroundings = self.sidecars.surroundings(&file.name);
        surroundings.id = self.ids.get(&file.name).cloned();
        Ok(readers::read(&source, &surroundings, &self.options))
    }

    /// Tells whether a file is read in stretches of lines: a `.jsonl` that nothing stands beside.
    pub(crate) fn is_lines(&self, file: &FoundFile) -> bool {
        SourceKind::of(&file.name) == Some(SourceKind::JsonLines)
    }

    /// Tells whether drop capitals are mended.
    pub(crate) fn mends_drop_capitals(&self) -> bool {
        self.options.mending.drop_capitals
    }
}

/// Tells whether a problem stops a build, rather than cost one file.
///
/// What people write by hand (Markdown, JSON lines, settings) they can mend, and a build never misses it without
/// their knowing. Of files of other programs a damaged one is left out, with its reason; but nothing that is
/// marked private is ever passed over.
pub(crate) fn stops(problem: &Problem, is_strict: bool) -> bool {
    let format = Format::of_name(&problem.file);
    let is_by_hand = matches!(format, Some(Format::Markdown | Format::JsonLines))
        || readers::is_settings_file(&problem.file);
    let is_private =
        problem.message.starts_with("`private") || problem.message.starts_with("`draft");
    let is_about_ids = problem.message.starts_with("the id ");
    match problem.severity {
        Severity::Error => is_strict || is_by_hand || is_private || is_about_ids,
        Severity::Warning => is_strict,
        Severity::Note => false,
    }
}

fn role_of(name: &str) -> Role {
    if readers::is_settings_file(name) {
        Role::Beside
    } else if readers::is_readable(name) {
        Role::Text
    } else {
        Role::Other
    }
}

fn is_built_page(source: &Source) -> bool {
    Format::of_name(&source.name) == Some(Format::Html)
        && std::str::from_utf8(&source.bytes).is_ok_and(crate::page::is_single_page)
}

/// Returns warnings about sidecars that describe no file.
fn orphans(sidecars: &Sidecars, files: &[FoundFile]) -> Vec<Problem> {
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let described = sidecars.orphans(&names);
    let orphan = |described: &str| Problem {
        severity: Severity::Warning,
        file: format!("{described}.meta.yaml"),
        line: None,
        message: "these metadata belong to no file".to_owned(),
        hint: "name them after the file that they describe: letter.meta.yaml for letter.pdf"
            .to_owned(),
    };
    described.into_iter().map(orphan).collect()
}

/// Returns ids for files whose name without ending is that of another: the path, then with its ending.
///
/// Folders of web pages are full of `index.html`; without this only one of them could be read.
fn distinct_ids(files: &[FoundFile]) -> BTreeMap<String, String> {
    let without_ending = |name: &str| match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() && !stem.ends_with('/') => stem.to_owned(),
        _ => name.to_owned(),
    };
    let mut n_of_stem: BTreeMap<&str, usize> = BTreeMap::new();
    let mut n_of_path: BTreeMap<String, usize> = BTreeMap::new();
    for file in files {
        *n_of_stem
            .entry(corpus::parts::file_stem(&file.name))
            .or_insert(0) += 1;
        *n_of_path.entry(without_ending(&file.name)).or_insert(0) += 1;
    }
    let is_taken = |name: &str| n_of_stem[corpus::parts::file_stem(name)] > 1;
    files
        .iter()
        .filter(|file| is_taken(&file.name))
        .map(|file| {
            let path = without_ending(&file.name);
            let id = match n_of_path[&path] {
                1 => path,
                _ => file.name.clone(),
            };
            (file.name.clone(), id.replace('/', "-"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::distinct_ids;
    use folder::FoundFile;

    #[test]
    fn files_of_one_name_get_ids_of_their_own() {
        let files: Vec<FoundFile> = [
            "a/index.html",
            "b/index.html",
            "b/note.md",
            "report.docx",
            "report.pdf",
        ]
        .into_iter()
        .map(|name| FoundFile {
            name: name.to_owned(),
            path: name.into(),
            n_bytes: 0,
        })
        .collect();
        let ids: Vec<(String, String)> = distinct_ids(&files).into_iter().collect();
        let ids: Vec<(&str, &str)> = ids
            .iter()
            .map(|(name, id)| (name.as_str(), id.as_str()))
            .collect();
        assert_eq!(
            ids,
            [
                ("a/index.html", "a-index"),
                ("b/index.html", "b-index"),
                ("report.docx", "report.docx"),
                ("report.pdf", "report.pdf"),
            ]
        );
    }
}
