//! One HTML file with everything inside: it opens from a disk, with no server and no network.

use super::content_policy;
use super::head;
use super::publication::Publication;
use super::shell::{Shell, Workbench};
use super::template::{Filled, escape, fill};
use crate::progress;
use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use base64::write::EncoderWriter;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::io::{self, Read, Write};

/// Bytes that are packed between two looks at the progress bar.
const STRETCH_BYTES: usize = 1 << 20;
const INDEX_OPEN: &str = "<script type=\"application/octet-stream\" id=\"vademecum-index\" data-encoding=\"gzip+base64\">";
const WASM_OPEN: &str = "<script type=\"application/octet-stream\" id=\"vademecum-wasm\" data-encoding=\"gzip+base64\">";
const CLOSE: &str = "</script>";

/// Writes the page for this index, without holding it.
///
/// Titles and texts stand in the page as HTML until the program runs, and without it for good. Wasm and index
/// stand in inert script elements (data blocks need no policy), gzipped and in base64; the two scripts and the
/// style are allowed by their hashes and nothing else is. Layers are sections of the index. The program is the workbench: from a disk its size
/// costs no one a wait, and one module is smaller than two.
///
/// # Errors
/// When the shell's scripts could end their element early, its markers are missing, or `out` takes no more.
pub(crate) fn single_page(
    shell: &Shell,
    publication: &Publication<'_>,
    mut out: &mut dyn Write,
) -> Result<()> {
    let Workbench { glue, style, wasm } = &shell.workbench;
    let style = [&*shell.style, style].concat();
    for (name, text, end) in [
        ("glue", &**glue, "</script"),
        ("boot script", &*shell.boot, "</script"),
        ("style", &*style, "</style"),
    ] {
        if text.to_ascii_lowercase().contains(end) || text.contains('\r') {
            bail!(
                "the shell's {name} holds `{end}` or a carriage return and cannot stand inside a page"
            );
        }
    }
    let watch = publication.interface.watch();
    let policy = content_policy::single(&[&watch, glue, &shell.boot], &[&style]);
    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<script>{watch}{CLOSE}\n{}<style>{style}</style>",
        escape(&policy),
        head::of_corpus(publication, "", None) + &publication.interface.data(),
    );
    let Filled { before, after } = fill(
        &publication.interface.in_markup(&shell.markup),
        publication.title,
        &head,
        &publication.in_single_file(),
    )?;
    write!(out, "{before}{WASM_OPEN}")?;
    write_packed(wasm, &mut out)?;
    write!(out, "{CLOSE}\n{INDEX_OPEN}")?;
    if publication.layers.is_empty() {
        write_packed(publication.index.as_bytes(), &mut out)?;
    } else {
        let index = index::with_layers(publication.index.as_bytes(), publication.layers)?;
        write_packed(&index, &mut out)?;
    }
    let boot = &shell.boot;
    write!(
        out,
        "{CLOSE}\n<script id=\"vademecum-glue\">{glue}{CLOSE}\n<script>{boot}{CLOSE}\n{after}"
    )?;
    Ok(())
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

/// Tells whether a page is one that was made with `--single`.
pub(crate) fn is_single_page(page: &str) -> bool {
    page.contains(INDEX_OPEN)
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

fn write_packed(bytes: &[u8], out: &mut impl Write) -> io::Result<()> {
    let mut base64 = EncoderWriter::new(out, &STANDARD);
    gzip(bytes, &mut base64)?;
    base64.finish().map(|_| ())
}

/// Writes `bytes` as one gzip member without name or time, so that equal input gives equal output.
pub(crate) fn gzip(bytes: &[u8], out: &mut impl Write) -> io::Result<()> {
    let bar = progress::bar("packing", bytes.len() as u64);
    let mut encoder = GzEncoder::new(out, Compression::best());
    for stretch in bytes.chunks(STRETCH_BYTES) {
        encoder.write_all(stretch)?;
        bar.inc(stretch.len() as u64);
    }
    bar.finish_and_clear();
    encoder.finish().map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::super::interface::Interface;
    use super::super::publication::tests::index_of;
    use super::*;
    use index::Index;

    fn index() -> Index {
        index_of(&[("a", "# The fall of Homs\n\nText.")])
    }

    fn shell() -> Shell {
        Shell {
            markup: "<html><head><title></title><!-- vademecum:head --><!-- /vademecum:head --></head><body><div id=\"vademecum-app\"></div></body></html>".into(),
            boot: "boot()".into(),
            glue: "glue()".into(),
            style: "p{}".into(),
            wasm: b"\0asm".as_slice().into(),
            workbench: Workbench {
                glue: "more()".into(),
                style: "q{}".into(),
                wasm: b"\0asm".as_slice().into(),
            },
        }
    }

    fn write(shell: &Shell, out: &mut dyn Write) -> Result<()> {
        let index = index();
        let publication = Publication {
            index: &index,
            layers: &[],
            title: "Title",
            url: None,
            interface: Interface::En,
        };
        single_page(shell, &publication, out)
    }

    fn page() -> String {
        let mut page = Vec::new();
        write(&shell(), &mut page).expect("a sound shell");
        String::from_utf8(page).expect("a page is text")
    }

    #[test]
    fn a_page_gives_its_index_back() {
        let page = page();
        assert_eq!(
            embedded_index(&page).expect("undamaged"),
            Some(index().as_bytes().to_vec())
        );
    }

    #[test]
    fn a_cut_page_is_an_error_and_another_page_is_none() {
        let page = page();
        let cut =
            page.find(INDEX_OPEN).expect("the index stands in the page") + INDEX_OPEN.len() + 4;
        assert!(embedded_index(&page[..cut]).is_err());
        assert_eq!(embedded_index("<html></html>").expect("no error"), None);
    }

    #[test]
    fn a_script_that_would_end_its_element_is_refused() {
        let mut shell = shell();
        shell.workbench.glue = "'</script>'".into();
        assert!(write(&shell, &mut Vec::new()).is_err());
    }
}
