//! Making pages: the compiled shell and an index become one HTML file or a folder to host.

mod hosted;
mod offline;
mod pages;
mod shell;

pub(crate) use hosted::write_hosted;
pub(crate) use offline::Keeping;
pub(crate) use publication::interface::Interface;
pub(crate) use publication::{Publication, embedded_index, is_single_page, unpacked};
pub(crate) use shell::Shell;

use crate::progress;
use anyhow::Result;
use std::io::Write;

/// Writes the page of an index as one file, with a progress bar.
///
/// # Errors
/// See [`publication::PageError`].
pub(crate) fn single_page(
    shell: &Shell,
    publication: &Publication<'_>,
    out: &mut dyn Write,
) -> Result<()> {
    let style = shell.single_style();
    let parts = shell.parts(&style);
    let n_bytes = publication.index.as_bytes().len() + shell.workbench.wasm.len();
    let bar = progress::bar("packing", n_bytes as u64);
    publication::single_page(&parts, publication, out, &mut |n_bytes| bar.inc(n_bytes))?;
    bar.finish_and_clear();
    Ok(())
}
