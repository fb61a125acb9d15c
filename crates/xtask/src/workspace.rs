//! Where things are: the checkout, its target folder, and what the build leaves there.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The places that the chores read and write.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    /// The checkout.
    pub(crate) root: PathBuf,
    /// Cargo's target folder; `CARGO_TARGET_DIR` is respected.
    pub(crate) target: PathBuf,
}

impl Workspace {
    /// Finds the checkout that this binary was built from.
    pub(crate) fn find() -> Result<Self> {
        // Cargo sets this variable for `cargo run`; the compiled-in value serves a direct start.
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest
            .ancestors()
            .nth(2)
            .context("the manifest of xtask is not two folders below the workspace")?
            .to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(dir) => root.join(dir),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// Everything that the chores make, apart from `dist/`.
    pub(crate) fn made(&self) -> PathBuf {
        self.target.join("vademecum")
    }

    /// The compiled page without a corpus, as the command-line tool carries it.
    pub(crate) fn shell(&self) -> PathBuf {
        self.made().join("shell")
    }

    /// The page of the seeds as one file.
    pub(crate) fn single_file(&self) -> PathBuf {
        self.made().join("seeds.html")
    }

    /// The page of the seeds as a folder to host.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The texts that the page embeds: `VADEMECUM_SEEDS` or `seeds/`.
    pub(crate) fn seeds(&self) -> PathBuf {
        match env::var_os("VADEMECUM_SEEDS") {
            Some(dir) if !dir.is_empty() => self.root.join(dir),
            _ => self.root.join("seeds"),
        }
    }

    /// The npm folder with the browser tests and `wasm-opt`.
    pub(crate) fn npm(&self) -> PathBuf {
        self.root.join("tests").join("e2e")
    }

    /// The release build of the command-line tool.
    pub(crate) fn cli(&self) -> PathBuf {
        let name = format!("vademecum{}", env::consts::EXE_SUFFIX);
        self.target.join("release").join(name)
    }

    /// The version of a package in `Cargo.lock`.
    ///
    /// # Errors
    ///
    /// When the lock file is missing or does not name the package.
    pub(crate) fn locked_version(&self, package: &str) -> Result<String> {
        let path = self.root.join("Cargo.lock");
        let lock =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        version_in_lock(&lock, package)
            .map(str::to_owned)
            .with_context(|| format!("Cargo.lock names no package {package}"))
    }
}

fn version_in_lock<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name_line = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name_line)?;
    lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

/// Cargo's home: tools that are built from source are kept below it, for all checkouts.
///
/// # Errors
///
/// When neither `CARGO_HOME` nor a home folder is set.
pub(crate) fn cargo_home() -> Result<PathBuf> {
    if let Some(home) = env::var_os("CARGO_HOME") {
        return Ok(PathBuf::from(home));
    }
    let home = env::var_os("HOME")
        .or_else(|| env::var_os("USERPROFILE"))
        .context("neither CARGO_HOME nor HOME is set")?;
    Ok(Path::new(&home).join(".cargo"))
}

#[cfg(test)]
mod tests {
    use super::version_in_lock;

    #[test]
    fn the_version_is_read_from_the_line_after_the_name() {
        let lock = "[[package]]\nname = \"fst-bin\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"fst\"\nversion = \"0.4.7\"\n";
        assert_eq!(version_in_lock(lock, "fst"), Some("0.4.7"));
        assert_eq!(version_in_lock(lock, "leptos"), None);
    }
}
