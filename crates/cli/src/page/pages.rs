//! The pages of a hosted folder that need no program: one for each document and one that lists them all.

use super::offline;
use crate::output::{create_folder, write_file};
use anyhow::{Context, Result};
use corpus::Document;
use publication::address::fragment_of;
use publication::contents::{LISTED_IN_INDEX, Publication, byline_of};
use publication::head;
use publication::interface::Interface;
use publication::template::escape;
use publication::text::{self, Setting, language_attributes};
use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::path::Path;

/// Up to this many bytes of text and this many documents get pages of their own: hosts limit the number of
/// files, and whoever has more will want to choose.
const TEXT_BYTES: u64 = 32 << 20;
const DOCUMENTS: u32 = 2000;

/// The folder of the documents' pages.
const FOLDER: &str = "text";
const LIST: &str = "texts.html";
const SITEMAP: &str = "sitemap.xml";

/// By this a page is known as one of ours.
const GENERATOR: &str = "<meta name=\"generator\" content=\"Vademecum\">";
/// Where it stands, at the latest, in bytes.
const GENERATOR_BEFORE: u64 = 1024;

/// These pages run nothing and load nothing but their style.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/// What index.html takes from the pages.
#[derive(Debug)]
pub(crate) struct Contents {
    /// Elements for the head.
    pub(crate) head: String,
    /// What it shows before its program runs.
    pub(crate) body: String,
}

/// Writes the pages into `folder`, removes those of an earlier build, and returns what goes into index.html.
/// `style` names the style sheet.
///
/// # Errors
/// When a file cannot be written or removed.
pub(crate) fn write(publication: &Publication<'_>, style: &str, folder: &Path) -> Result<Contents> {
    let n = publication.index.n_documents();
    let files = (n <= DOCUMENTS && publication.text_bytes() <= TEXT_BYTES)
        .then(|| publication.file_names());
    let mut current = BTreeSet::new();
    if let Some(files) = &files {
        create_folder(&folder.join(FOLDER))?;
        for (i, (view, file)) in publication.index.documents().zip(files).enumerate() {
            let neighbours = [
                i.checked_sub(1).and_then(|before| files.get(before)),
                files.get(i + 1),
            ];
            let page = document_page(
                publication,
                &engine::document(view),
                style,
                file,
                neighbours,
            );
            write_file(&folder.join(FOLDER).join(file), page.as_bytes())?;
            current.insert(file.as_str());
        }
    }
    let listed = files.is_some() || n > LISTED_IN_INDEX;
    if listed {
        let page = list_page(publication, files.as_deref(), style);
        write_file(&folder.join(LIST), page.as_bytes())?;
    }
    remove_earlier(folder, listed, &current)?;
    let sitemap = folder.join(SITEMAP);
    match head::sitemap(publication, files.as_deref().unwrap_or(&[])) {
        Some(text) => write_file(&sitemap, text.as_bytes())?,
        // One of an earlier build would lead to pages that are gone.
        None if is_our_sitemap(&sitemap) => fs::remove_file(&sitemap)
            .with_context(|| format!("cannot remove {}", sitemap.display()))?,
        None => {}
    }
    Ok(Contents {
        head: head::of_corpus(publication, "", files.as_deref()) + &picture(publication),
        body: publication.in_index_page(files.as_deref()),
    })
}

/// Returns the picture of the card that messengers show: the page's icon, where its address is known.
fn picture(publication: &Publication<'_>) -> String {
    publication.url.map_or_else(String::new, |url| {
        format!(
            "<meta property=\"og:image\" content=\"{}\">\n<meta name=\"twitter:card\" content=\"summary\">\n",
            escape(&format!("{url}{}", offline::picture()))
        )
    })
}

fn list_page(publication: &Publication<'_>, files: Option<&[String]>, style: &str) -> String {
    page(
        publication.interface,
        publication.title,
        style,
        &(head::of_corpus(publication, LIST, files) + &picture(publication)),
        &publication.in_list_page(files),
    )
}

fn document_page(
    publication: &Publication<'_>,
    document: &Document,
    style: &str,
    file: &String,
    [previous, next]: [Option<&String>; 2],
) -> String {
    let setting = Setting {
        anchor: "",
        level: 1,
        interface: publication.interface,
    };
    let language = language_attributes(document.lang.as_deref());
    let say = |english: &'static str| publication.interface.say(english);
    let neighbour = |file: Option<&String>, rel: &str, label: &str| {
        file.map_or_else(String::new, |file| {
            format!(" <a href=\"{file}\" rel=\"{rel}\">{label}</a>")
        })
    };
    let body = format!(
        "<nav class=\"contents\"><a href=\"../#{}\">{}</a> <a href=\"../{LIST}\">{}</a></nav>\n\
         <main class=\"page\"><article class=\"document\"{language}><header class=\"document-head\"><h1>{}</h1>{}</header>\n\
         <div class=\"text\">\n{}</div></article>\n\
         <nav class=\"contents\" aria-label=\"{}\">{}{}</nav></main>",
        fragment_of(&document.id),
        say("Search in this text"),
        escape(publication.title),
        escape(&document.title),
        byline_of(document),
        text::blocks(document, setting),
        say("Documents"),
        neighbour(previous, "prev", say("Previous document")),
        neighbour(next, "next", say("Next document")),
    );
    let head = head::of_document(publication, document, file) + &picture(publication);
    page(
        publication.interface,
        &document.title,
        &format!("../{style}"),
        &head,
        &body,
    )
}

fn page(interface: Interface, title: &str, style: &str, head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html {}>\n<head>\n<meta charset=\"utf-8\">\n{GENERATOR}\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n<title>{}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{style}\">\n{head}</head>\n<body>\n{body}\n</body>\n</html>\n",
        interface.attributes(),
        escape(title)
    )
}

/// Removes the pages of an earlier build that are not `current`: a text that was taken out must not stay
/// published. Whatever else stands there is left alone.
fn remove_earlier(folder: &Path, listed: bool, current: &BTreeSet<&str>) -> Result<()> {
    let list = folder.join(LIST);
    if !listed && is_ours(&list) {
        fs::remove_file(&list).with_context(|| format!("cannot remove {}", list.display()))?;
    }
    let texts = folder.join(FOLDER);
    let context = || format!("cannot clear {} of an earlier build", texts.display());
    if !texts.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(&texts).with_context(context)? {
        let entry = entry.with_context(context)?;
        let name = entry.file_name();
        let is_current = name.to_str().is_some_and(|name| current.contains(name));
        if !is_current && is_ours(&entry.path()) {
            fs::remove_file(entry.path()).with_context(context)?;
        }
    }
    if current.is_empty() {
        // It stays where something else stands in it.
        let _ = fs::remove_dir(&texts);
    }
    Ok(())
}

/// Tells whether a file is a page that [`write`] made.
fn is_ours(file: &Path) -> bool {
    let mut beginning = Vec::new();
    let is_page = file
        .extension()
        .is_some_and(|extension| extension == "html");
    is_page
        && fs::File::open(file)
            .and_then(|file| file.take(GENERATOR_BEFORE).read_to_end(&mut beginning))
            .is_ok_and(|_| String::from_utf8_lossy(&beginning).contains(GENERATOR))
}

/// Tells whether a file is a sitemap that leads to our list of texts.
fn is_our_sitemap(file: &Path) -> bool {
    fs::read_to_string(file).is_ok_and(|text| text.contains(&format!("/{LIST}</loc>")))
}
