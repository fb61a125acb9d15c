//! A folder to put on any static host.

use super::offline::{self, Keeping};
use super::pages;
use super::shell::Shell;
use crate::output::{create_folder, hexadecimal, stream_named, write_file};
use crate::progress;
use anyhow::{Context, Result};
use publication::content_policy::{HOSTED, integrity};
use publication::contents::Publication;
use publication::gzip;
use publication::interface::Interface;
use publication::template::{Filled, fill};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::Path;

/// How much of a hash stands in a file name.
const DIGEST_BYTES: usize = 6;

/// Writes the page for this index into `folder`, `index.html` last, so that a visitor never meets a page
/// whose parts are not there yet.
///
/// The index stands there twice: as it is, which a host that compresses on the way sends in the fewest
/// bytes (Brotli needs a quarter to a fifth less than gzip), and gzipped for a host that does not. The
/// start script sees from the response's head which of the two to read. Layers stand in a file of their own, twice
/// as well, which the workbench reads: the first answer waits for none of them.
///
/// File names carry a hash of their content: a host may let browsers keep them for ever. Parts of an
/// earlier build are removed at the end, or a text that was taken out would still be published.
///
/// # Errors
/// When the folder cannot be made or a file not be written.
pub(crate) fn write_hosted(
    shell: &Shell,
    publication: &Publication<'_>,
    folder: &Path,
    keeping: Keeping,
) -> Result<()> {
    let index = publication.index.as_bytes();
    create_folder(folder)?;
    let parts = ShellParts::write(shell, folder)?;
    let corpus = Part::write("corpus", "vade", index, folder)?;
    let own_files = OwnFiles::write(shell, folder)?;
    let packed_corpus = write_packed("corpus", index, folder)?;
    let layers = write_layers(publication, folder)?;
    let build = build_name(&parts.naming_a_build(&corpus), layers.as_ref());
    let installable = offline::write(publication.title, folder, keeping, &build)?;
    let contents = pages::write(publication, &parts.style.name, folder)?;
    let head = format!(
        "{}\n\
         <link rel=\"alternate\" type=\"application/octet-stream\" href=\"{}\" data-packed=\"{packed_corpus}\" id=\"vademecum-index\">\n\
         {}{}{}\n{}\n{}",
        parts.first_links(publication.interface),
        corpus.name,
        parts.workbench_link(publication.interface, &layers_attributes(layers.as_ref())),
        own_files.head,
        installable.head,
        contents.head,
        publication.interface.data()
    );
    let markup = publication.interface.in_markup(&shell.markup);
    let Filled { before, after } = fill(&markup, publication.title, &head, &contents.body)?;
    let page = format!("{before}{}{}{after}", parts.scripts(), installable.script);
    write_file(&folder.join("index.html"), page.as_bytes())?;
    let mut kept = vec![("./".to_owned(), integrity(page.as_bytes()))];
    kept.extend(parts.all().map(Part::to_kept));
    kept.extend(installable.files);
    // A host may unpack a gzipped copy on the way, so that no hash of it holds; its name has one.
    let mut either = vec![[corpus.to_kept(), (packed_corpus, String::new())]];
    either.extend(layers);
    let later = own_files.files;
    if keeping == Keeping::Offline {
        offline::write_worker(&kept, &later, &either, folder)?;
    }
    let all = kept.iter().chain(&later).chain(either.iter().flatten());
    let current: Vec<&str> = all.map(|(name, _)| &**name).collect();
    remove_earlier(folder, &current)?;
    offline::announce(keeping, &build, folder)
}

/// A written file of the page: its name, which holds a hash, and the hash that browsers compare.
struct Part {
    name: String,
    hash: String,
}

impl Part {
    fn write(stem: &str, extension: &str, bytes: &[u8], folder: &Path) -> Result<Self> {
        let name = named(stem, extension, bytes);
        write_file(&folder.join(&name), bytes)?;
        Ok(Self {
            name,
            hash: integrity(bytes),
        })
    }

    /// Returns name and hash, as the service worker is told them.
    fn to_kept(&self) -> (String, String) {
        (self.name.clone(), self.hash.clone())
    }
}

/// The files of the shell, but for those that read own files.
struct ShellParts {
    style: Part,
    glue: Part,
    boot: Part,
    wasm: Part,
    more_style: Part,
    more_glue: Part,
    more_wasm: Part,
}

impl ShellParts {
    fn write(shell: &Shell, folder: &Path) -> Result<Self> {
        let write = |stem, extension, bytes| Part::write(stem, extension, bytes, folder);
        let more = &shell.workbench;
        Ok(Self {
            style: write("vademecum", "css", shell.style.as_bytes())?,
            glue: write("vademecum", "js", shell.glue.as_bytes())?,
            boot: write("boot", "js", shell.boot.as_bytes())?,
            wasm: write("vademecum", "wasm", &shell.wasm)?,
            more_style: write("workbench", "css", more.style.as_bytes())?,
            more_glue: write("workbench", "js", more.glue.as_bytes())?,
            more_wasm: write("workbench", "wasm", &more.wasm)?,
        })
    }

    fn all(&self) -> impl Iterator<Item = &Part> {
        let first = [&self.style, &self.glue, &self.boot, &self.wasm];
        let more = [&self.more_style, &self.more_glue, &self.more_wasm];
        first.into_iter().chain(more)
    }

    /// Returns the parts whose names tell one build from another.
    fn naming_a_build<'p>(&'p self, corpus: &'p Part) -> [&'p str; 7] {
        let own = [&self.glue, &self.boot, &self.style, &self.wasm];
        let [glue, boot, style, wasm] = own.map(|part| part.name.as_str());
        let more = [&self.more_glue, &self.more_wasm];
        let [more_glue, more_wasm] = more.map(|part| part.name.as_str());
        [glue, boot, style, wasm, &corpus.name, more_glue, more_wasm]
    }

    /// Returns the elements of the head up to the module that gives the first answer.
    ///
    /// Without the two preloads a browser asks for the scripts one after the other, and for the index last.
    fn first_links(&self, interface: Interface) -> String {
        let preload = |part: &Part| {
            format!(
                "<link rel=\"preload\" as=\"script\" href=\"{}\" integrity=\"{}\">",
                part.name, part.hash
            )
        };
        format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{HOSTED}\">\n{}\n{}\n\
             <link rel=\"stylesheet\" href=\"{}\" integrity=\"{}\">\n\
             <link rel=\"{}\" href=\"{}\" id=\"vademecum-wasm\">",
            preload(&self.glue),
            preload(&self.boot),
            self.style.name,
            self.style.hash,
            relations(interface)[0],
            self.wasm.name
        )
    }

    /// Returns the element of the head that names the workbench.
    fn workbench_link(&self, interface: Interface, attributes: &str) -> String {
        format!(
            "<link rel=\"{}\" href=\"{}\" data-script=\"{}\" data-script-hash=\"{}\" \
             data-style=\"{}\" data-style-hash=\"{}\"{attributes} id=\"vademecum-workbench\">",
            relations(interface)[1],
            self.more_wasm.name,
            self.more_glue.name,
            self.more_glue.hash,
            self.more_style.name,
            self.more_style.hash
        )
    }

    /// Returns the scripts for the end of the body.
    fn scripts(&self) -> String {
        let script = |part: &Part, id: &str| {
            format!(
                "<script src=\"{}\" integrity=\"{}\" id=\"{id}\"></script>\n",
                part.name, part.hash
            )
        };
        script(&self.glue, "vademecum-glue") + &script(&self.boot, "vademecum-boot")
    }
}

/// Returns how the head names the module of the first answer and that of the workbench. Only the workbench speaks
/// another language than English: such a page begins with it.
fn relations(interface: Interface) -> [&'static str; 2] {
    let preload = "preload\" as=\"fetch\" crossorigin=\"";
    let later = "alternate\" type=\"application/wasm";
    match interface {
        Interface::En => [preload, later],
        Interface::Ar => [later, preload],
    }
}

/// Names a build by the names of its parts, which hold hashes of their content.
fn build_name(parts: &[&str], layers: Option<&[(String, String); 2]>) -> String {
    let mut hash = Sha256::new();
    let layers = layers.into_iter().flatten().map(|(name, _)| name.as_str());
    for name in parts.iter().copied().chain(layers) {
        hash.update(name);
    }
    hexadecimal(&hash.finalize()[..8])
}

/// Writes the layers, which the workbench reads, as they are and gzipped; returns both names, the first with
/// the hash of what stands there.
fn write_layers(
    publication: &Publication<'_>,
    folder: &Path,
) -> Result<Option<[(String, String); 2]>> {
    if publication.layers.is_empty() {
        return Ok(None);
    }
    let bytes = index::layer_file(publication.index, publication.layers)?;
    let plain = named("layers", "vade", &bytes);
    write_file(&folder.join(&plain), &bytes)?;
    let packed = write_packed("layers", &bytes, folder)?;
    Ok(Some([(plain, integrity(&bytes)), (packed, String::new())]))
}

fn layers_attributes(layers: Option<&[(String, String); 2]>) -> String {
    layers.map_or_else(String::new, |[(plain, _), (packed, _)]| {
        format!(" data-layers=\"{plain}\" data-layers-packed=\"{packed}\"")
    })
}

/// The files that read a reader's own files, written; none where the page is made without.
#[derive(Default)]
struct OwnFiles {
    /// The element for the head.
    head: String,
    /// Names and hashes of the files.
    files: Vec<(String, String)>,
}

impl OwnFiles {
    fn write(shell: &Shell, folder: &Path) -> Result<Self> {
        let Some(intake) = &shell.intake else {
            return Ok(Self::default());
        };
        let script = named("intake", "js", intake.script.as_bytes());
        let wasm = named("intake", "wasm", &intake.wasm);
        write_file(&folder.join(&script), intake.script.as_bytes())?;
        write_file(&folder.join(&wasm), &intake.wasm)?;
        let hash = integrity(intake.script.as_bytes());
        Ok(Self {
            head: format!(
                "\n<link rel=\"alternate\" type=\"application/wasm\" href=\"{wasm}\" data-script=\"{script}\" \
                 data-script-hash=\"{hash}\" id=\"vademecum-intake\">"
            ),
            files: vec![(script, hash), (wasm, integrity(&intake.wasm))],
        })
    }
}

/// Removes the parts of earlier builds from `folder`: files with a name that [`named`] gives and that is
/// not in `current`. Whatever else stands there is left alone.
fn remove_earlier(folder: &Path, current: &[&str]) -> Result<()> {
    let context = || format!("cannot clear {} of an earlier build", folder.display());
    for entry in fs::read_dir(folder).with_context(context)? {
        let name = entry.with_context(context)?.file_name();
        let Some(name) = name.to_str().filter(|name| is_part(name)) else {
            continue;
        };
        if !current.contains(&name) {
            fs::remove_file(folder.join(name)).with_context(context)?;
        }
    }
    Ok(())
}

/// Tells whether [`named`] gives such a name to a part of a page.
fn is_part(name: &str) -> bool {
    let Some((stem, rest)) = name.split_once('-') else {
        return false;
    };
    let Some((digest, extension)) = rest.split_once('.') else {
        return false;
    };
    digest.len() == 2 * DIGEST_BYTES
        && digest.bytes().all(|byte| byte.is_ascii_hexdigit())
        && matches!(
            (stem, extension),
            ("vademecum" | "workbench" | "intake", "css" | "js" | "wasm")
                | ("boot" | "offline", "js")
                | ("corpus" | "layers", "vade" | "vade.gz")
                | ("icon", "svg" | "192.png" | "512.png")
                | ("app", "webmanifest")
        )
}

/// Writes bytes gzipped, without holding that, and returns the file's name.
fn write_packed(stem: &str, bytes: &[u8], folder: &Path) -> Result<String> {
    let extension = "vade.gz";
    let mut packed = String::new();
    stream_named(
        &folder.join(format!("{stem}.{extension}")),
        |mut out| pack(bytes, &mut out),
        |digest, _| {
            packed = with_digest(stem, extension, digest);
            folder.join(&packed)
        },
    )?;
    Ok(packed)
}

/// Gzips the index, with a progress bar.
fn pack(index: &[u8], out: &mut impl Write) -> Result<()> {
    let bar = progress::bar("packing", index.len() as u64);
    gzip(index, out, &mut |n_bytes| bar.inc(n_bytes))?;
    bar.finish_and_clear();
    Ok(())
}

/// Returns a part's name with a hash of its content.
pub(crate) fn named(stem: &str, extension: &str, bytes: &[u8]) -> String {
    with_digest(stem, extension, &Sha256::digest(bytes))
}

fn with_digest(stem: &str, extension: &str, digest: &[u8]) -> String {
    format!(
        "{stem}-{}.{extension}",
        hexadecimal(&digest[..DIGEST_BYTES])
    )
}
