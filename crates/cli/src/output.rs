//! Writing results so that nothing half-written is left behind.

use anyhow::{Context, Result};
use readers::Format;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::ffi::OsString;
use std::fmt::Display;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Writes a record as indented JSON, with an end of line.
///
/// # Errors
/// When the output cannot be written.
pub(crate) fn write_json(out: &mut dyn Write, record: &(impl Serialize + ?Sized)) -> Result<()> {
    serde_json::to_writer_pretty(&mut *out, record)?;
    Ok(writeln!(out)?)
}

/// Writes `bytes` to `file`: first beside it, then moved into place in one step.
///
/// # Errors
/// When the folder does not exist, is not writable, or the disk is full; the old file is then as it was.
pub(crate) fn write_file(file: &Path, bytes: &[u8]) -> Result<()> {
    stream_file(file, |out| Ok(out.write_all(bytes)?)).map(|_| ())
}

/// Writes to `file` what `write` writes, as [`write_file`] does. Returns its length in bytes.
///
/// # Errors
/// As [`write_file`], and when `write` fails.
pub(crate) fn stream_file(
    file: &Path,
    write: impl FnOnce(&mut (dyn Write + Send)) -> Result<()>,
) -> Result<u64> {
    let mut length = 0;
    stream_named(file, write, |_, n_bytes| {
        length = n_bytes;
        file.to_path_buf()
    })?;
    Ok(length)
}

/// As [`stream_file`], for a file whose name depends on its content: `name` is given the SHA-256 and the length.
///
/// # Errors
/// As [`stream_file`]; the message names `intended`.
pub(crate) fn stream_named(
    intended: &Path,
    write: impl FnOnce(&mut (dyn Write + Send)) -> Result<()>,
    name: impl FnOnce(&[u8], u64) -> PathBuf,
) -> Result<()> {
    let beside = unfinished_name(intended)?;
    let written = write_hashed(&beside, write)
        .and_then(|(hash, n_bytes)| Ok(fs::rename(&beside, name(&hash, n_bytes))?));
    if written.is_err() {
        // The error that matters is the first one; a left-over that cannot be removed was never made.
        let _ = fs::remove_file(&beside);
    }
    written.map_err(|error| {
        if error.is::<io::Error>() {
            error.context(format!(
                "cannot write {}; choose a path that exists and is writable",
                intended.display()
            ))
        } else {
            error
        }
    })
}

fn write_hashed(
    file: &Path,
    write: impl FnOnce(&mut (dyn Write + Send)) -> Result<()>,
) -> Result<(Vec<u8>, u64)> {
    let mut out = Hashed {
        out: BufWriter::new(fs::File::create(file)?),
        hash: Sha256::new(),
        n_bytes: 0,
    };
    write(&mut out)?;
    out.flush()?;
    Ok((out.hash.finalize().to_vec(), out.n_bytes))
}

/// A file with the hash of what was written to it.
struct Hashed {
    out: BufWriter<fs::File>,
    hash: Sha256,
    n_bytes: u64,
}

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.out.write(bytes)?;
        self.hash.update(&bytes[..n]);
        self.n_bytes += n as u64;
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Returns a hash in lower-case hexadecimal digits, as reports and names of files have it.
pub(crate) fn hexadecimal(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns a number with its noun, in the plural where it is not one.
pub(crate) fn counted(n: impl Display + PartialEq + From<u8>, noun: &str) -> String {
    let ending = match n == 1.into() {
        true => "",
        false if noun.ends_with("ch") => "es",
        false => "s",
    };
    format!("{n} {noun}{ending}")
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
        // Pages are told from texts by what is in them.
        let is_text = Format::of_name(&name).is_some_and(|format| format != Format::Html);
        let is_read = input.is_dir() && target.starts_with(&input) && is_text;
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
pub(crate) fn settled(path: &Path) -> PathBuf {
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

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn a_noun_agrees_with_its_number() {
        let counts = [
            counted(1_usize, "match"),
            counted(0_u64, "match"),
            counted(2_u32, "document"),
        ];
        assert_eq!(counts, ["1 match", "0 matches", "2 documents"]);
    }
}
