//! The texts below the paths of a command, with what stands beside them, and how each is read.

use crate::output::hexadecimal;
use annotation::names::Authority;
use anyhow::{Context as _, Result};
use corpus::parts::Report;
use corpus::{Matter, Problem, Reading, Severity, Source, SourceKind};
use folder::{AUTHORITY_FILE, FolderListing, FoundFile, Role};
use readers::{Format, Mending, Options, Order, Settings, Sidecars};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::{fs, io};

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
    /// The order that they give.
    pub(crate) order: Order,
    /// The metadata keys that they offer as filters, with their lines.
    pub(crate) facets: Vec<(String, u32)>,
    /// What is wrong with settings, sidecars and folder defaults.
    pub(crate) problems: Vec<Problem>,
    sidecars: Sidecars,
    options: Options,
    /// Ids for files whose names without ending are not unique.
    ids: BTreeMap<String, String>,
    /// Hashes of files that are read in stretches, by the places of the files.
    hashes: Vec<OnceLock<Result<String, Problem>>>,
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
            unreadable: not_seen,
        } = folder::list_by(paths, &role_of)?;
        let mut problems: Vec<Problem> = not_seen
            .iter()
            .map(|it| unreadable(&it.name, &it.reason))
            .collect();
        let mut beside_read: Vec<Source> = Vec::with_capacity(beside.len());
        for file in &beside {
            match fs::read(&file.path) {
                Ok(bytes) => beside_read.push(Source {
                    name: file.name.clone(),
                    bytes,
                }),
                Err(error) => problems.push(unreadable(&file.name, &error.to_string())),
            }
        }
        let beside = beside_read;
        let is_settings = |source: &&Source| source.name.rsplit('/').next() == Some(SETTINGS_FILE);
        let settings = beside.iter().find(is_settings).map(Settings::read);
        let mut settings = settings.unwrap_or_default();
        let sidecars = Sidecars::read(&beside, &settings.fields);
        problems.append(&mut settings.problems);
        problems.extend(sidecars.problems.iter().cloned());
        problems.extend(orphans(&sidecars, &files));
        let authority = settings.authority.as_deref();
        problems.extend(authority.and_then(|file| missing_authority(paths, file)));
        Ok(Self {
            ids: distinct_ids(&files),
            hashes: files.iter().map(|_| OnceLock::new()).collect(),
            title: settings.title,
            order: settings.order,
            facets: settings.facets,
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

    /// Reads a text. Also returns the SHA-256 of the file in hexadecimal digits, empty where the system does not
    /// let it be read.
    pub(crate) fn read(&self, file: &FoundFile) -> (Reading, String) {
        match fs::read(&file.path) {
            Ok(bytes) => {
                let hash = hexadecimal(&Sha256::digest(&bytes));
                let name = file.name.clone();
                (self.read_source(&Source { name, bytes }), hash)
            }
            Err(error) => {
                let reading = Reading {
                    problems: vec![unreadable(&file.name, &error.to_string())],
                    ..Reading::default()
                };
                (reading, String::new())
            }
        }
    }

    fn read_source(&self, source: &Source) -> Reading {
        if is_built_page(source) {
            let mut report = Report::new(&source.name);
            report.note(
                None,
                "a page that this command made is not read as a text".to_owned(),
                "",
            );
            return Reading {
                documents: Vec::new(),
                problems: report.problems,
            };
        }
        let mut surroundings = self.sidecars.surroundings(&source.name);
        surroundings.id = self.ids.get(&source.name).cloned();
        readers::read(source, &surroundings, &self.options)
    }

    /// Returns the SHA-256 of a file that is read in stretches, in hexadecimal digits; read once for all cores.
    ///
    /// # Errors
    /// The problem of a file that the system does not let be read.
    pub(crate) fn hash_of_lines(&self, file: usize) -> Result<&str, &Problem> {
        let hash = self.hashes[file].get_or_init(|| {
            let file = &self.files[file];
            let hashed = || -> io::Result<String> {
                let mut hash = HashingSink(Sha256::new());
                io::copy(&mut fs::File::open(&file.path)?, &mut hash)?;
                Ok(hexadecimal(&hash.0.finalize()))
            };
            hashed().map_err(|error| unreadable(&file.name, &error.to_string()))
        });
        hash.as_deref()
    }

    /// Tells whether a file is read in stretches of lines: a `.jsonl` that nothing stands beside. One that a
    /// sidecar, a folder or the settings say something about is held as a whole.
    pub(crate) fn is_lines(&self, file: &FoundFile) -> bool {
        SourceKind::of(&file.name) == Some(SourceKind::JsonLines) && !self.sidecars.know(&file.name)
    }

    /// Returns a warning for each key that the settings offer as a filter and that none of `keys` is.
    pub(crate) fn facets_without_values(&self, keys: &BTreeSet<&str>) -> Vec<Problem> {
        // Of dates come year and month, of names what `NAME_FACETS` of `crates/search/src/mentions.rs` lists.
        const FOUND_IN_TEXTS: [&str; 5] = ["year", "month", "person", "place", "org"];
        let is_missing = |name: &str| !keys.contains(name) && !FOUND_IN_TEXTS.contains(&name);
        let missing = self.facets.iter().filter(|(name, _)| is_missing(name));
        missing
            .map(|(name, line)| Problem {
                severity: Severity::Warning,
                matter: Matter::Other,
                file: SETTINGS_FILE.to_owned(),
                line: Some(*line),
                message: format!("`facets` names `{name}`, a key that no document has"),
                hint: "write the key as it stands above the texts, or leave it out".to_owned(),
            })
            .collect()
    }

    /// Tells whether drop capitals are mended.
    pub(crate) fn mends_drop_capitals(&self) -> bool {
        self.options.mending.drop_capitals
    }
}

/// Returns what the texts' publisher has decided about names: in `authority.toml` beside the texts, and in the file
/// that the settings there name.
///
/// # Errors
/// When one of these cannot be read, or says something that is not understood.
pub(crate) fn authority(paths: &[PathBuf]) -> Result<Authority> {
    let mut all = folder::authority(paths)?;
    for path in paths {
        let Ok(bytes) = fs::read(path.join(SETTINGS_FILE)) else {
            continue;
        };
        let name = SETTINGS_FILE.to_owned();
        let settings = Settings::read(&Source { name, bytes });
        let named = settings.authority.filter(|file| file != AUTHORITY_FILE);
        if let Some(file) = named {
            folder::add_authority(&mut all, &path.join(file))
                .with_context(|| format!("{SETTINGS_FILE} names it as authority"))?;
        }
    }
    Ok(all)
}

/// Tells whether people write a file by hand: Markdown, JSON lines, settings.
pub(crate) fn is_by_hand(name: &str) -> bool {
    let format = Format::of_name(name);
    matches!(format, Some(Format::Markdown | Format::JsonLines)) || readers::is_settings_file(name)
}

/// Tells whether a problem stops a build, rather than cost one file.
///
/// What people write by hand they can mend, and a build never misses it without their knowing. Of files of other
/// programs a damaged one is left out, with its reason, and so is any file without a text; but nothing that is
/// marked private is ever passed over.
pub(crate) fn stops(problem: &Problem, is_strict: bool) -> bool {
    let stops = match problem.matter {
        Matter::NotPublic | Matter::SameId => true,
        Matter::NoText => false,
        Matter::Other => is_by_hand(&problem.file),
    };
    match problem.severity {
        Severity::Error => is_strict || stops,
        Severity::Warning => is_strict,
        Severity::Note => false,
    }
}

/// Returns the error about what the system does not let us read.
fn unreadable(name: &str, reason: &str) -> Problem {
    Problem {
        severity: Severity::Error,
        matter: Matter::Other,
        file: name.to_owned(),
        line: None,
        message: format!("cannot be read: {reason}"),
        hint: "check its permissions and where it leads, or leave it out".to_owned(),
    }
}

/// Takes the hash of what is written.
struct HashingSink(Sha256);

impl io::Write for HashingSink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
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

/// Returns an error about an authority file that the settings name and nobody finds.
fn missing_authority(paths: &[PathBuf], file: &str) -> Option<Problem> {
    let is_there = paths.iter().any(|path| path.join(file).is_file());
    (!is_there).then(|| Problem {
        severity: Severity::Error,
        matter: Matter::Other,
        file: SETTINGS_FILE.to_owned(),
        line: None,
        message: format!("`authority` names `{file}`, which is not there"),
        hint: "give the path from the folder of the texts, or leave it out for authority.toml"
            .to_owned(),
    })
}

/// Returns warnings about sidecars that describe no file.
fn orphans(sidecars: &Sidecars, files: &[FoundFile]) -> Vec<Problem> {
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let described = sidecars.orphans(&names);
    let orphan = |described: &str| Problem {
        severity: Severity::Warning,
        matter: Matter::Other,
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
