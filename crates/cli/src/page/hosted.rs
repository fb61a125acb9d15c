//! A folder to put on any static host.

use super::content_policy::{HOSTED, integrity};
use super::shell::Shell;
use super::single::gzip;
use super::template::fill;
use crate::output::{create_folder, write_file};
use anyhow::Result;
use sha2::{Digest, Sha256};
use std::path::Path;

/// Writes the page for this index into `folder`, `index.html` last, so that a visitor never meets a page
/// whose parts are not there yet.
///
/// File names carry a hash of their content: a host may let browsers keep them for ever.
///
/// # Errors
/// When the folder cannot be made or a file not be written.
pub(crate) fn write_hosted(shell: &Shell, index: &[u8], title: &str, folder: &Path) -> Result<()> {
    create_folder(folder)?;
    let packed = gzip(index)?;
    let style = named("vademecum", "css", shell.style.as_bytes());
    let glue = named("vademecum", "js", shell.glue.as_bytes());
    let boot = named("boot", "js", shell.boot.as_bytes());
    let wasm = named("vademecum", "wasm", &shell.wasm);
    let corpus = named("corpus", "vade", &packed);
    for (name, bytes) in [
        (&style, shell.style.as_bytes()),
        (&glue, shell.glue.as_bytes()),
        (&boot, shell.boot.as_bytes()),
        (&wasm, &shell.wasm),
        (&corpus, packed.as_slice()),
    ] {
        write_file(&folder.join(name), bytes)?;
    }
    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{HOSTED}\">\n\
         <link rel=\"stylesheet\" href=\"{style}\" integrity=\"{}\">\n\
         <link rel=\"preload\" as=\"fetch\" crossorigin href=\"{wasm}\" id=\"vademecum-wasm\">\n\
         <link rel=\"preload\" as=\"fetch\" crossorigin href=\"{corpus}\" id=\"vademecum-index\">",
        integrity(shell.style.as_bytes())
    );
    let tail = format!(
        "<script src=\"{glue}\" integrity=\"{}\" id=\"vademecum-glue\"></script>\n<script src=\"{boot}\" integrity=\"{}\"></script>\n",
        integrity(shell.glue.as_bytes()),
        integrity(shell.boot.as_bytes())
    );
    write_file(
        &folder.join("index.html"),
        fill(&shell.markup, title, &head, &tail)?.as_bytes(),
    )
}

fn named(stem: &str, extension: &str, bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let short: String = digest
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{stem}-{short}.{extension}")
}
