//! One HTML file with everything inside: it opens from a disk, with no server and no network.

use super::content_policy;
use super::shell::Shell;
use super::template::{escape, fill};
use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::io::{Read, Write};

const INDEX_OPEN: &str = "<script type=\"application/octet-stream\" id=\"vademecum-index\" data-encoding=\"gzip+base64\">";
const WASM_OPEN: &str = "<script type=\"application/octet-stream\" id=\"vademecum-wasm\" data-encoding=\"gzip+base64\">";
const CLOSE: &str = "</script>";

/// Returns the page for this index.
///
/// Wasm and index stand in inert script elements (data blocks need no policy), gzipped and in base64;
/// the two scripts and the style are allowed by their hashes and nothing else is.
///
/// # Errors
/// When the shell's scripts could end their element early, or its markers are missing.
pub(crate) fn single_page(shell: &Shell, index: &[u8], title: &str) -> Result<String> {
    for (name, text, end) in [
        ("glue", &shell.glue, "</script"),
        ("boot script", &shell.boot, "</script"),
        ("style", &shell.style, "</style"),
    ] {
        if text.to_ascii_lowercase().contains(end) || text.contains('\r') {
            bail!(
                "the shell's {name} holds `{end}` or a carriage return and cannot stand inside a page"
            );
        }
    }
    let policy = content_policy::single(&[&shell.glue, &shell.boot], &[&shell.style]);
    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<style>{}</style>",
        escape(&policy),
        shell.style
    );
    let tail = format!(
        "{WASM_OPEN}{}{CLOSE}\n{INDEX_OPEN}{}{CLOSE}\n<script id=\"vademecum-glue\">{}{CLOSE}\n<script>{}{CLOSE}\n",
        packed(&shell.wasm)?,
        packed(index)?,
        shell.glue,
        shell.boot
    );
    fill(&shell.markup, title, &head, &tail)
}

/// Returns the index inside a page that [`single_page`] wrote, or `None` where `page` is no such page.
///
/// # Errors
/// When the element is there but its content is cut or damaged.
pub(crate) fn embedded_index(page: &str) -> Result<Option<Vec<u8>>> {
    let Some((_, rest)) = page.split_once(INDEX_OPEN) else {
        return Ok(None);
    };
    let (payload, _) = rest
        .split_once(CLOSE)
        .context("the page ends inside its index; it was cut short")?;
    let bytes = STANDARD
        .decode(payload.trim())
        .context("the page's index is not valid base64")?;
    unpacked(&bytes).map(Some)
}

/// Returns the content of a gzip member, such as the `corpus-….vade` of a hosted folder.
///
/// # Errors
/// When it is cut or damaged.
pub(crate) fn unpacked(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut index = Vec::new();
    GzDecoder::new(bytes)
        .read_to_end(&mut index)
        .context("the packed index is cut or damaged; build it again")?;
    Ok(index)
}

fn packed(bytes: &[u8]) -> Result<String> {
    Ok(STANDARD.encode(gzip(bytes)?))
}

/// Returns `bytes` as one gzip member without name or time, so that equal input gives equal output.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell() -> Shell {
        Shell {
            markup: "<html><head><title></title><!-- vademecum:head --><!-- /vademecum:head --></head><body></body></html>".into(),
            boot: "boot()".into(),
            glue: "glue()".into(),
            style: "p{}".into(),
            wasm: b"\0asm".as_slice().into(),
        }
    }

    #[test]
    fn a_page_gives_its_index_back() {
        let page = single_page(&shell(), b"index bytes", "Title").expect("a sound shell");
        assert_eq!(
            embedded_index(&page).expect("undamaged"),
            Some(b"index bytes".to_vec())
        );
    }

    #[test]
    fn a_cut_page_is_an_error_and_another_page_is_none() {
        let page = single_page(&shell(), b"index bytes", "Title").expect("a sound shell");
        let cut =
            page.find(INDEX_OPEN).expect("the index stands in the page") + INDEX_OPEN.len() + 4;
        assert!(embedded_index(&page[..cut]).is_err());
        assert_eq!(embedded_index("<html></html>").expect("no error"), None);
    }

    #[test]
    fn a_script_that_would_end_its_element_is_refused() {
        let mut shell = shell();
        shell.glue = "'</script>'".into();
        assert!(single_page(&shell, b"", "t").is_err());
    }
}
