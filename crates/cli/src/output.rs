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
/// When the place is a folder or a device, does not exist or is not writable.
pub(crate) fn check_writable(file: &Path) -> Result<()> {
    if file.is_dir() {
        anyhow::bail!("{} is a folder; name a file", file.display());
    }
    if file.exists() && !file.is_file() {
        // Moving the finished file into place would replace a device or a pipe by a plain file.
        anyhow::bail!("{} is not a plain file; name another", file.display());
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

/// Refuses to write over the texts themselves.
///
/// # Errors
/// When `file` is one of the texts below `paths`, or would be read as one in the next build.
pub(crate) fn check_is_no_text(file: &Path, paths: &[PathBuf]) -> Result<()> {
    let target = settled(file);
    let name = file.to_string_lossy();
    for path in paths {
        let input = settled(path);
        let is_read =
            input.is_dir() && target.starts_with(&input) && corpus::SourceKind::of(&name).is_some();
        if target == input || is_read {
            anyhow::bail!(
                "{} would stand among the texts that are read; name another file",
                file.display()
            );
        }
    }
    Ok(())
}

/// Refuses to write a page between the texts.
///
/// # Errors
/// When `folder` is one of `paths`.
pub(crate) fn check_is_no_text_folder(folder: &Path, paths: &[PathBuf]) -> Result<()> {
    if paths.iter().any(|path| settled(path) == settled(folder)) {
        anyhow::bail!(
            "{} holds the texts; name another folder for the page",
            folder.display()
        );
    }
    Ok(())
}

/// Returns the one way to write a path whose last part need not exist yet.
fn settled(path: &Path) -> PathBuf {
    if let Ok(path) = path.canonicalize() {
        return path;
    }
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    match (folder.canonicalize(), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_path_buf(),
    }
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
