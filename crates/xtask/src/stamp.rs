//! Stamps: a step whose inputs did not change is not done again.
//!
//! A stamp is a file with one hash over the names and contents of all inputs. Contents, not
//! times: a fresh checkout or a changed branch and back changes times only.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A hash over files and settings, to be compared with the one of an earlier run.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    hasher: DefaultHasher,
}

impl Inputs {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a setting: a version, a flag.
    pub(crate) fn setting(&mut self, value: impl Hash) {
        value.hash(&mut self.hasher);
    }

    /// Adds a file, or a folder with all that is in it. What does not exist counts as empty.
    ///
    /// # Errors
    ///
    /// When something that exists cannot be read.
    pub(crate) fn path(&mut self, path: &Path) -> Result<()> {
        let mut files = Vec::new();
        list_files(path, &mut files).with_context(|| format!("cannot list {}", path.display()))?;
        files.sort();
        for file in files {
            file.hash(&mut self.hasher);
            let bytes =
                fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            bytes.hash(&mut self.hasher);
        }
        Ok(())
    }

    /// The stamp to compare and write.
    pub(crate) fn stamp(&self) -> String {
        format!("{:016x}\n", self.hasher.finish())
    }
}

/// Whether the stamp in `file` is `stamp`.
pub(crate) fn is_current(file: &Path, stamp: &str) -> bool {
    fs::read_to_string(file).is_ok_and(|written| written == stamp)
}

/// Writes a stamp after the work is done.
///
/// # Errors
///
/// When the file cannot be written.
pub(crate) fn write(file: &Path, stamp: &str) -> Result<()> {
    fs::write(file, stamp).with_context(|| format!("cannot write {}", file.display()))
}

fn list_files(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_file() {
        files.push(path.to_path_buf());
    } else if path.is_dir() {
        for entry in fs::read_dir(path)? {
            list_files(&entry?.path(), files)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Inputs;

    #[test]
    fn a_stamp_changes_with_contents_and_names_only() {
        let folder = std::env::temp_dir().join(format!("xtask-stamp-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        let stamp = || {
            let mut inputs = Inputs::new();
            inputs.path(&folder).expect("a readable folder");
            inputs.stamp()
        };
        let empty = stamp();
        fs::write(folder.join("a"), "one").expect("a writable folder");
        let one = stamp();
        fs::write(folder.join("a"), "one").expect("a writable folder");
        assert_eq!(one, stamp());
        fs::rename(folder.join("a"), folder.join("b")).expect("a writable folder");
        assert_ne!(one, stamp());
        assert_ne!(one, empty);
        fs::remove_dir_all(&folder).expect("a removable folder");
    }
}
