//! Folders and files to [`Source`]s: the only library crate that reads disks.

pub use ::authority::{AUTHORITY_FILE, AuthorityError};

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use annotation::names::Authority;
use corpus::{Source, SourceKind};

/// A file that is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundFile {
    /// The name that its [`Source`] has.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// Its length when it was found.
    pub n_bytes: u64,
}

impl FoundFile {
    /// Reads all of the file.
    ///
    /// # Errors
    ///
    /// [`FolderError::Unreadable`].
    pub fn read(&self) -> Result<Source, FolderError> {
        let bytes = fs::read(&self.path).map_err(|error| self.unreadable(error))?;
        Ok(Source {
            name: self.name.clone(),
            bytes,
        })
    }

    /// Returns the error for a file that the system stopped giving.
    #[must_use]
    pub fn unreadable(&self, reason: io::Error) -> FolderError {
        unreadable(&self.path, reason)
    }
}

/// What a file is to those who read it, as its name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A text, or several.
    Text,
    /// Settings or metadata that belong to texts.
    Beside,
    /// None of these: it is named and left out.
    Other,
}

/// What is there to read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FolderListing {
    /// The texts, sorted by name (by bytes).
    pub files: Vec<FoundFile>,
    /// What stands beside them, sorted by name.
    pub beside: Vec<FoundFile>,
    /// As in [`FolderReading`].
    pub skipped: Vec<String>,
    /// Texts, folders and what stands beside texts that the system does not let us look at, sorted by name.
    pub unreadable: Vec<Unreadable>,
}

/// A file or folder that is there and cannot be read: a lack of permission, a link to nowhere or to itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The name that it has below the path given.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// What the system says.
    pub reason: String,
}

/// What was found on the disk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FolderReading {
    /// The files that `corpus` can read, sorted by name (by bytes).
    pub sources: Vec<Source>,
    /// Names of the files of unknown kinds, and of files that are there a second time through a link;
    /// sorted.
    pub skipped: Vec<String>,
}

/// Why nothing could be read.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// There is no file or folder of this name.
    #[error("there is no file or folder {}; check the path", path.display())]
    Missing {
        /// The path as it was given.
        path: PathBuf,
    },
    /// A file or folder is there, but the system does not let us read it.
    #[error("cannot read {}: {reason}; check its permissions, or leave it out", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system says. Part of the message, so not named `source`: it would be printed twice.
        reason: io::Error,
    },
    /// An authority file is not what it should be.
    #[error("in {}: {reason}", file.display())]
    Authority {
        /// The file.
        file: PathBuf,
        /// Line and remedy.
        reason: AuthorityError,
    },
    /// There are no files, or none of a kind that is read.
    #[error(
        "no readable documents in {}{}; put Markdown, text, HTML, Word, ODT, EPUB, PDF, RTF, CSV, JSON lines, mail, subtitles or TEI there",
        paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", "),
        match n_skipped { 0 => String::new(), 1 => " (1 file of another kind)".to_owned(), n => format!(" ({n} files of other kinds)") }
    )]
    Empty {
        /// The paths as they were given.
        paths: Vec<PathBuf>,
        /// How many files of other kinds there are.
        n_skipped: usize,
    },
}

/// Reads files, and folders with all that is below them.
///
/// Names are relative to the folder given, with `/` on every system; a file given by itself is named
/// by its file name. With several paths, what comes from a folder is named below that folder's name.
/// Hidden files and folders (a dot at the start) are left out unless given by name. Links are
/// followed; every folder and file is read once, so that loops end.
///
/// # Errors
///
/// [`FolderError`]: a path that is not there, something that cannot be read, or nothing to read. All
/// or nothing: a build never misses a file without a word.
pub fn read(paths: &[PathBuf]) -> Result<FolderReading, FolderError> {
    let FolderListing { files, skipped, .. } = list(paths)?;
    let sources = files
        .iter()
        .map(FoundFile::read)
        .collect::<Result<_, _>>()?;
    Ok(FolderReading { sources, skipped })
}

/// Lists what [`read`] reads.
fn list(paths: &[PathBuf]) -> Result<FolderListing, FolderError> {
    let listing = list_by(paths, &|name| match SourceKind::of(name) {
        Some(_) => Role::Text,
        None => Role::Other,
    })?;
    match listing.unreadable.into_iter().next() {
        Some(Unreadable { path, reason, .. }) => Err(FolderError::Unreadable {
            path,
            reason: io::Error::other(reason),
        }),
        None => Ok(FolderListing {
            unreadable: Vec::new(),
            ..listing
        }),
    }
}

/// Lists what is there, where `role_of` tells by the name what a file is; for hosts that read more kinds of
/// files than `corpus`. What cannot be looked at below the paths is listed, and takes nothing else with it.
///
/// # Errors
///
/// A path that is not there or cannot be read itself, or nothing to read.
pub fn list_by(
    paths: &[PathBuf],
    role_of: &dyn Fn(&str) -> Role,
) -> Result<FolderListing, FolderError> {
    let mut walk = Walk {
        listing: FolderListing::default(),
        pending: Vec::new(),
        visited: BTreeSet::new(),
        role_of,
    };
    for path in paths {
        if fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
            return Err(FolderError::Missing { path: path.clone() });
        }
        let last = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let is_folder = fs::metadata(path)
            .map_err(|error| unreadable(path, error))?
            .is_dir();
        let name = if is_folder && paths.len() == 1 {
            String::new()
        } else {
            last
        };
        if is_folder {
            fs::read_dir(path).map_err(|error| unreadable(path, error))?;
        }
        walk.pending.push((name, path.clone()));
        walk.run();
    }
    let Walk { mut listing, .. } = walk;
    listing.files.sort_by(|a, b| a.name.cmp(&b.name));
    listing.beside.sort_by(|a, b| a.name.cmp(&b.name));
    listing.skipped.sort();
    listing.unreadable.sort_by(|a, b| a.name.cmp(&b.name));
    if listing.files.is_empty() && listing.unreadable.is_empty() {
        return Err(FolderError::Empty {
            paths: paths.to_vec(),
            n_skipped: listing.skipped.len(),
        });
    }
    Ok(listing)
}

/// Returns what the `authority.toml` of each folder given says about names; nothing where there is none.
///
/// # Errors
///
/// [`FolderError`]: a file that cannot be read, or says something that is not understood.
pub fn authority(paths: &[PathBuf]) -> Result<Authority, FolderError> {
    let mut all = Authority::default();
    for path in paths {
        let file = path.join(AUTHORITY_FILE);
        if !file.is_file() {
            continue;
        }
        add_authority(&mut all, &file)?;
    }
    Ok(all)
}

/// Adds what one authority file says, of whatever name.
///
/// # Errors
///
/// [`FolderError`]: a file that cannot be read, or says something that is not understood.
pub fn add_authority(all: &mut Authority, file: &Path) -> Result<(), FolderError> {
    let text = fs::read_to_string(file).map_err(|error| unreadable(file, error))?;
    let read = ::authority::read_authority(&text).map_err(|reason| FolderError::Authority {
        file: file.to_owned(),
        reason,
    })?;
    all.entities.extend(read.entities);
    all.splits.extend(read.splits);
    all.hidden.extend(read.hidden);
    Ok(())
}

/// Returns a title for what stands under these paths: the name of the first one, without ending, with
/// spaces for `-` and `_`.
#[must_use]
pub fn title(paths: &[PathBuf]) -> String {
    let first = paths.first().map_or(Path::new("."), PathBuf::as_path);
    let full = first.canonicalize().unwrap_or_else(|_| first.to_path_buf());
    let name = if full.is_dir() {
        full.file_name()
    } else {
        full.file_stem()
    };
    let words = name.map_or_else(String::new, |name| {
        name.to_string_lossy().replace(['-', '_'], " ")
    });
    let mut letters = words.trim().chars();
    letters.next().map_or_else(
        || "Documents".to_owned(),
        |first| first.to_uppercase().chain(letters).collect(),
    )
}

fn unreadable(path: &Path, reason: io::Error) -> FolderError {
    FolderError::Unreadable {
        path: path.to_owned(),
        reason,
    }
}

struct Walk<'r> {
    listing: FolderListing,
    role_of: &'r dyn Fn(&str) -> Role,
    /// What is still to be visited: names and paths. A list of our own instead of recursion, since
    /// folders nest as deep as anyone likes.
    pending: Vec<(String, PathBuf)>,
    visited: BTreeSet<PathBuf>,
}

impl Walk<'_> {
    fn run(&mut self) {
        while let Some((name, path)) = self.pending.pop() {
            if let Err(error) = self.visit_one(&name, &path) {
                self.leave_out(name, path, &error);
            }
        }
    }

    /// Lists what cannot be read, but for files of kinds that are not read anyway.
    fn leave_out(&mut self, name: String, path: PathBuf, error: &io::Error) {
        let is_other = !path.is_dir() && (self.role_of)(&name) == Role::Other;
        if is_other {
            self.listing.skipped.push(name);
        } else {
            let reason = error.to_string();
            let unreadable = Unreadable { name, path, reason };
            self.listing.unreadable.push(unreadable);
        }
    }

    fn visit_one(&mut self, name: &str, path: &Path) -> io::Result<()> {
        let metadata = fs::metadata(path)?;
        if metadata.is_dir() {
            self.folder(name, path)
        } else {
            self.file(name, path, &metadata)
        }
    }

    /// Tells whether this is the first visit, however the path is written.
    fn visit(&mut self, path: &Path) -> io::Result<bool> {
        Ok(self.visited.insert(fs::canonicalize(path)?))
    }

    fn folder(&mut self, name: &str, path: &Path) -> io::Result<()> {
        if !self.visit(path)? {
            return Ok(());
        }
        let mut entries = Vec::new();
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
            let last = entry.file_name().to_string_lossy().into_owned();
            if !last.starts_with('.') {
                let name = if name.is_empty() {
                    last
                } else {
                    format!("{name}/{last}")
                };
                entries.push((is_link, name, entry.path()));
            }
        }
        // The last is visited first: what lies here itself, in order, before what is linked to.
        entries.sort_by(|a, b| b.cmp(a));
        self.pending
            .extend(entries.into_iter().map(|(_, name, path)| (name, path)));
        Ok(())
    }

    fn file(&mut self, name: &str, path: &Path, metadata: &fs::Metadata) -> io::Result<()> {
        // Decisions about names are read with [`authority`], and are no text.
        if name.rsplit('/').next() == Some(AUTHORITY_FILE) {
            return Ok(());
        }
        let role = (self.role_of)(name);
        if !metadata.is_file() || role == Role::Other || !self.visit(path)? {
            self.listing.skipped.push(name.to_owned());
            return Ok(());
        }
        let file = FoundFile {
            name: name.to_owned(),
            path: path.to_owned(),
            n_bytes: metadata.len(),
        };
        match role {
            Role::Beside => self.listing.beside.push(file),
            Role::Text | Role::Other => self.listing.files.push(file),
        }
        Ok(())
    }
}
