//! What a command reads from: an index, a page, or texts that are indexed on the spot.

use crate::build::{self, Options};
use anyhow::{Context, Result};
use engine::Session;
use index::{Index, IndexBytes};
use protocol::Request;
use std::path::{Path, PathBuf};

/// Endings under which an index is expected rather than a text.
const INDEX_ENDINGS: [&str; 2] = ["vade", "idx"];

/// Opens a session over an index, a single-file page, a folder or a file of texts, to be asked `request`.
///
/// Texts that are indexed on the spot get layers where the request asks for them; an index is taken as it is.
///
/// # Errors
/// When nothing can be read there; the message names the path and the remedy.
pub(crate) fn open_session(path: &Path, request: &Request) -> Result<Session> {
    if let Some(index) = read_stored(path)? {
        return open_bytes(path, index);
    }
    let session = open_bytes(path, build_texts(path)?)?;
    if !engine::needs_layers(request) {
        return Ok(session);
    }
    with_layers(path, &session)
}

/// Opens a session over the same texts with their layers, which are found now.
///
/// # Errors
/// When the decisions about names beside the texts are not understood.
pub(crate) fn with_layers(path: &Path, session: &Session) -> Result<Session> {
    let authority = crate::texts::authority(&[path.to_owned()])?;
    let index = crate::layers::add_to(session.index(), &authority)?;
    open_bytes(path, index.into())
}

/// Opens a session over the bytes of an index.
pub(crate) fn open_bytes(path: &Path, index: IndexBytes) -> Result<Session> {
    Session::open(index).with_context(|| format!("cannot open {}", path.display()))
}

/// Opens the index itself, for commands that look below the session.
///
/// # Errors
/// As [`open_session`].
pub(crate) fn open_index(path: &Path) -> Result<Index> {
    Index::open(read_index(path)?).with_context(|| format!("cannot open {}", path.display()))
}

/// Returns the bytes of the index at `path`, building it where `path` holds texts.
pub(crate) fn read_index(path: &Path) -> Result<IndexBytes> {
    match read_stored(path)? {
        Some(bytes) => Ok(bytes),
        None => build_texts(path),
    }
}

/// Returns the bytes of a stored index, `None` where `path` holds texts.
fn read_stored(path: &Path) -> Result<Option<IndexBytes>> {
    if !path.is_file() {
        return Ok(None);
    }
    Ok(stored_index(path)?.map(IndexBytes::from))
}

fn build_texts(path: &Path) -> Result<IndexBytes> {
    let options = Options {
        quiet: true,
        ..Options::default()
    };
    Ok(IndexBytes::from(
        build::build(&[PathBuf::from(path)], &options)?.index,
    ))
}

/// Returns the index in a file that is one or holds one, `None` where the file is a text.
fn stored_index(path: &Path) -> Result<Option<Vec<u8>>> {
    let ending = path
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or_default()
        .to_ascii_lowercase();
    let read = || std::fs::read(path).with_context(|| format!("cannot read {}", path.display()));
    if ending == "html" || ending == "htm" {
        let page = String::from_utf8_lossy(&read()?).into_owned();
        // A page without an index is a text like any other.
        return crate::page::embedded_index(&page).with_context(|| path.display().to_string());
    }
    let bytes = read()?;
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(Some(
            crate::page::unpacked(&bytes).with_context(|| path.display().to_string())?,
        ));
    }
    Ok(
        (INDEX_ENDINGS.contains(&ending.as_str()) || bytes.starts_with(&index::MAGIC))
            .then_some(bytes),
    )
}
