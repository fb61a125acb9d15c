//! Writing results so that nothing half-written is left behind.

use anyhow::{Context, Result};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes `bytes` to `file`: first beside it, then moved into place in one step.
///
/// # Errors
/// When the folder does not exist, is not writable, or the disk is full; the old file is then as it was.
pub(crate) fn write_file(file: &Path, bytes: &[u8]) -> Result<()> {
    let beside = unfinished_name(file)?;
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, file));
    if written.is_err() {
        // The error that matters is the first one; a left-over that cannot be removed was never made.
        let _ = fs::remove_file(&beside);
    }
    written.with_context(|| {
        format!(
            "cannot write {}; choose a path that exists and is writable",
            file.display()
        )
    })
}

/// Makes `folder` and those above it.
///
/// # Errors
/// When a file stands there or the place is not writable.
pub(crate) fn create_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| {
        format!(
            "cannot make the folder {}; choose a path that is writable",
            folder.display()
        )
    })
}

/// Fails early when `file` could not be written at the end of a long build.
///
/// # Errors
/// When the place is a folder, does not exist or is not writable.
pub(crate) fn check_writable(file: &Path) -> Result<()> {
    if file.is_dir() {
        anyhow::bail!("{} is a folder; name a file", file.display());
    }
    let beside = unfinished_name(file)?;
    fs::write(&beside, b"")
        .and_then(|()| fs::remove_file(&beside))
        .with_context(|| {
            format!(
                "cannot write {}; choose a path that exists and is writable",
                file.display()
            )
        })
}

fn unfinished_name(file: &Path) -> Result<PathBuf> {
    let name = file
        .file_name()
        .with_context(|| format!("{} names no file", file.display()))?;
    let mut unfinished = OsString::from(".");
    unfinished.push(name);
    unfinished.push(format!(".unfinished-{}", std::process::id()));
    Ok(file.with_file_name(unfinished))
}
