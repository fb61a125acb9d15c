//! One HTML file with everything inside: it opens from a disk, with no server and no network.

use std::io::{self, Read as _, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use base64::write::EncoderWriter;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use crate::template::{Filled, escape, fill};
use crate::{Intake, Module, Parts, Publication, content_policy, head};

/// Bytes that are packed between two words on the progress.
const STRETCH_BYTES: usize = 1 << 20;
const INDEX_OPEN: &str = "<script type=\"application/octet-stream\" id=\"vademecum-index\" data-encoding=\"gzip+base64\">";
const WASM_OPEN: &str = "<script type=\"application/octet-stream\" id=\"vademecum-wasm\" data-encoding=\"gzip+base64\">";
const INTAKE_OPEN: &str = "<script type=\"application/octet-stream\" id=\"vademecum-intake\" data-encoding=\"gzip+base64\">";
const INTAKE_SCRIPT_OPEN: &str = "<script type=\"text/plain\" id=\"vademecum-intake-script\">";
const CLOSE: &str = "</script>";

/// Why no page was written.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// The markup is of another version.
    #[error("the page shell's index.html lacks {0}; build shell and command together")]
    Markup(&'static str),
    /// A part would end its element early, or be changed by it.
    #[error("the shell's {name} holds `{end}` or a carriage return and cannot stand inside a page")]
    Part {
        /// Which part.
        name: &'static str,
        /// What would end its element.
        end: &'static str,
    },
    /// The layers do not fit in.
    #[error(transparent)]
    Layers(#[from] index::LayerError),
    /// What is written to takes no more.
    #[error(transparent)]
    Write(#[from] io::Error),
}

/// Why a page or a packed index gives no index.
#[derive(Debug, thiserror::Error)]
pub enum DamagedPage {
    /// The element of the index does not end.
    #[error("the page ends inside its index; it was cut short")]
    Cut,
    /// The element of the index holds something else.
    #[error("the page's index is not valid base64")]
    Base64,
    /// What is packed cannot be unpacked.
    #[error("the packed index is cut or damaged; build it again")]
    Packed,
}

/// Writes the page of a corpus, without holding it. `tell` hears of the bytes that have been packed since it was told
/// last.
///
/// Titles and texts stand in the page as HTML until the program runs, and without it for good. Modules and index
/// stand in inert script elements (data blocks need no policy), gzipped and in base64; the scripts and the style
/// are allowed by their hashes and nothing else is. Layers are sections of the index. The script that reads own
/// files is inert too, until the program makes a running one of its text. The program is the workbench: from a
/// disk its size costs no one a wait, and one module is smaller than two.
///
/// # Errors
/// See [`PageError`].
pub fn single_page(
    parts: &Parts<'_>,
    publication: &Publication<'_>,
    mut out: &mut dyn Write,
    tell: &mut dyn FnMut(u64),
) -> Result<(), PageError> {
    let Parts {
        boot, glue, style, ..
    } = *parts;
    let intake_script = parts.intake.map_or("", |intake| intake.script);
    for (name, text, end) in [
        ("glue", glue, "</script"),
        ("boot script", boot, "</script"),
        ("script for own files", intake_script, "</script"),
        ("style", style, "</style"),
    ] {
        if text.to_ascii_lowercase().contains(end) || text.contains('\r') {
            return Err(PageError::Part { name, end });
        }
    }
    let watch = publication.interface.watch();
    let mut scripts = vec![&*watch, glue, boot];
    scripts.extend(parts.intake.map(|intake| intake.script));
    let policy = content_policy::single(&scripts, &[style]);
    let head = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<script>{watch}{CLOSE}\n{}<style>{style}</style>",
        escape(&policy),
        head::of_corpus(publication, "", None) + &publication.interface.data(),
    );
    let Filled { before, after } = fill(
        &publication.interface.in_markup(parts.markup),
        publication.title,
        &head,
        &publication.in_single_file(),
    )?;
    write!(out, "{before}{WASM_OPEN}")?;
    write_module(parts.program, &mut out, tell)?;
    write!(out, "{CLOSE}\n{INDEX_OPEN}")?;
    if publication.layers.is_empty() {
        write_packed(publication.index.as_bytes(), &mut out, tell)?;
    } else {
        let index = index::with_layers(publication.index.as_bytes(), publication.layers)?;
        write_packed(&index, &mut out, tell)?;
    }
    writeln!(out, "{CLOSE}")?;
    if let Some(Intake { script, module }) = parts.intake {
        write!(out, "{INTAKE_SCRIPT_OPEN}{script}{CLOSE}\n{INTAKE_OPEN}")?;
        write_module(module, &mut out, tell)?;
        writeln!(out, "{CLOSE}")?;
    }
    write!(
        out,
        "<script id=\"vademecum-glue\">{glue}{CLOSE}\n<script id=\"vademecum-boot\">{boot}{CLOSE}\n{after}"
    )?;
    Ok(())
}

/// Returns the index inside a page that [`single_page`] wrote, or `None` where `page` is no such page.
///
/// # Errors
/// When the element is there but its content is cut or damaged.
pub fn embedded_index(page: &str) -> Result<Option<Vec<u8>>, DamagedPage> {
    let Some((_, rest)) = page.split_once(INDEX_OPEN) else {
        return Ok(None);
    };
    let (payload, _) = rest.split_once(CLOSE).ok_or(DamagedPage::Cut)?;
    let bytes = STANDARD.decode(payload.trim());
    unpacked(&bytes.map_err(|_| DamagedPage::Base64)?).map(Some)
}

/// Tells whether a page is one that [`single_page`] wrote.
#[must_use]
pub fn is_single_page(page: &str) -> bool {
    page.contains(INDEX_OPEN)
}

/// Returns the content of a gzip member, such as the `corpus-….vade` of a hosted folder.
///
/// # Errors
/// When it is cut or damaged.
pub fn unpacked(bytes: &[u8]) -> Result<Vec<u8>, DamagedPage> {
    let mut index = Vec::new();
    let read = GzDecoder::new(bytes).read_to_end(&mut index);
    read.map(|_| index).map_err(|_| DamagedPage::Packed)
}

fn write_module(
    module: Module<'_>,
    out: &mut impl Write,
    tell: &mut dyn FnMut(u64),
) -> io::Result<()> {
    match module {
        Module::Plain(bytes) => write_packed(bytes, out, tell),
        Module::Packed(text) => out.write_all(text.trim().as_bytes()),
    }
}

fn write_packed(bytes: &[u8], out: &mut impl Write, tell: &mut dyn FnMut(u64)) -> io::Result<()> {
    let mut base64 = EncoderWriter::new(out, &STANDARD);
    gzip(bytes, &mut base64, tell)?;
    base64.finish().map(|_| ())
}

/// Writes `bytes` as one gzip member without name or time, so that equal input gives equal output. `tell` hears of
/// the bytes that have been packed since it was told last.
///
/// # Errors
/// When `out` takes no more.
pub fn gzip(bytes: &[u8], out: &mut impl Write, tell: &mut dyn FnMut(u64)) -> io::Result<()> {
    let mut encoder = GzEncoder::new(out, Compression::best());
    for stretch in bytes.chunks(STRETCH_BYTES) {
        encoder.write_all(stretch)?;
        tell(stretch.len() as u64);
    }
    encoder.finish().map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contents::tests::index_of;
    use crate::interface::Interface;
    use index::Index;

    fn index() -> Index {
        index_of(&[("a", "# The fall of Homs\n\nText.")])
    }

    const PARTS: Parts<'_> = Parts {
        markup: "<html><head><title></title><!-- vademecum:head --><!-- /vademecum:head --></head><body><div id=\"vademecum-app\"></div></body></html>",
        boot: "boot()",
        glue: "glue()",
        style: "p{}",
        program: Module::Plain(b"\0asm"),
        intake: Some(Intake {
            script: "intake()",
            module: Module::Plain(b"\0asm more"),
        }),
    };

    fn write(parts: &Parts<'_>, out: &mut dyn Write) -> Result<(), PageError> {
        let index = index();
        let publication = Publication {
            index: &index,
            layers: &[],
            title: "Title",
            url: None,
            interface: Interface::En,
        };
        single_page(parts, &publication, out, &mut |_| {})
    }

    fn page_of(parts: &Parts<'_>) -> String {
        let mut page = Vec::new();
        write(parts, &mut page).expect("sound parts");
        String::from_utf8(page).expect("a page is text")
    }

    #[test]
    fn a_page_gives_its_index_back() {
        let page = page_of(&PARTS);
        assert_eq!(
            embedded_index(&page).expect("undamaged"),
            Some(index().as_bytes().to_vec())
        );
    }

    #[test]
    fn a_cut_page_is_an_error_and_another_page_is_none() {
        let page = page_of(&PARTS);
        let cut =
            page.find(INDEX_OPEN).expect("the index stands in the page") + INDEX_OPEN.len() + 4;
        assert!(embedded_index(&page[..cut]).is_err());
        assert_eq!(embedded_index("<html></html>").expect("no error"), None);
    }

    #[test]
    fn a_page_made_of_the_parts_of_a_page_is_the_same_page() {
        let page = page_of(&PARTS);
        let inside = |open: &str| {
            let (_, rest) = page.split_once(open).expect("the element");
            rest.split_once(CLOSE).expect("its end").0
        };
        let again = Parts {
            program: Module::Packed(inside(WASM_OPEN)),
            intake: Some(Intake {
                script: inside(INTAKE_SCRIPT_OPEN),
                module: Module::Packed(inside(INTAKE_OPEN)),
            }),
            ..PARTS
        };
        assert_eq!(page_of(&again), page);
    }

    #[test]
    fn every_script_is_allowed_by_its_hash() {
        let page = page_of(&PARTS);
        for script in [PARTS.boot, PARTS.glue, "intake()"] {
            assert!(
                page.contains(&content_policy::hash_source(script)),
                "{script}"
            );
        }
        let without = page_of(&Parts {
            intake: None,
            ..PARTS
        });
        assert!(!without.contains("intake"), "{without}");
    }

    #[test]
    fn a_script_that_would_end_its_element_is_refused() {
        let parts = Parts {
            glue: "'</script>'",
            ..PARTS
        };
        assert!(write(&parts, &mut Vec::new()).is_err());
    }
}
