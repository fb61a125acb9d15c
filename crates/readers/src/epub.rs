//! EPUB books (2 and 3): chapters in the order of the spine, metadata of the package file.

use std::collections::BTreeMap;

use corpus::parts::{self, Entry};
use roxmltree::Node;

use crate::draft::{Draft, Job, entry, push};
use crate::html;
use crate::package::Package;
use crate::writer::Writer;
use crate::xml::{self, attribute, child, name};

/// Reads one book.
pub(crate) fn read(bytes: &[u8], job: &mut Job<'_, '_>) {
    match draft(bytes, job) {
        Ok(draft) => job.add(draft),
        Err(reason) => job.report.error(
            None,
            format!("this is an EPUB book, but {reason}"),
            "open it in Calibre and convert it anew, or fetch it again from where it came",
        ),
    }
}

fn draft(bytes: &[u8], job: &mut Job<'_, '_>) -> Result<Draft, String> {
    let mut package = Package::open(bytes)?;
    if let Some(encryption) = package.text("META-INF/encryption.xml")?
        && !encryption.contains("obfuscation")
        && !encryption.contains("adobe.com/pdf/enc")
        && encryption.contains("EncryptedData")
    {
        return Err("its chapters are encrypted (digital rights management)".to_owned());
    }
    let path = opf_path(&mut package)?;
    let opf = package.text(&path)?.ok_or("its package file is missing")?;
    let opf =
        xml::parse(&opf).map_err(|(_, reason)| format!("of its package file {path} {reason}"))?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let chapters = spine(opf.root_element(), folder);
    if chapters.is_empty() {
        return Err("its spine names no chapter".to_owned());
    }
    let mut missing = Vec::new();
    let mut writer = Writer::new(&mut job.mender);
    for chapter in &chapters {
        match package.bytes(chapter)? {
            Some(bytes) => html::write_all(&xml::decoded(&bytes), &mut writer),
            None => missing.push(chapter.clone()),
        }
    }
    let body = writer.finish();
    for chapter in missing {
        job.report.warning(
            None,
            format!("the chapter {chapter} is named, but not in the book"),
            "fetch the book again from where it came",
        );
    }
    Ok(Draft {
        entries: metadata(opf.root_element()),
        body,
        ..Draft::default()
    })
}

fn opf_path(package: &mut Package<'_>) -> Result<String, String> {
    if let Some(container) = package.text("META-INF/container.xml")?
        && let Ok(container) = xml::parse(&container)
        && let Some(path) = xml::all(container.root_element(), "rootfile")
            .find_map(|file| attribute(file, "full-path"))
    {
        return Ok(path.to_owned());
    }
    let found = package
        .names()
        .into_iter()
        .find(|name| name.ends_with(".opf"));
    found.ok_or_else(|| "it has no package file (.opf)".to_owned())
}

/// Returns the paths of the chapters in reading order, without the table of contents.
fn spine(root: Node<'_, '_>, folder: &str) -> Vec<String> {
    let mut items: BTreeMap<&str, (&str, bool)> = BTreeMap::new();
    for item in xml::all(root, "item") {
        if let (Some(id), Some(href)) = (attribute(item, "id"), attribute(item, "href")) {
            let is_nav =
                attribute(item, "properties").is_some_and(|p| p.split(' ').any(|p| p == "nav"));
            let media = attribute(item, "media-type").unwrap_or("application/xhtml+xml");
            let is_text = media.contains("html")
                || media.contains("xml") && !media.contains("svg") && !media.contains("ncx");
            items.insert(id, (href, is_text && !is_nav));
        }
    }
    let references = xml::all(root, "itemref").filter_map(|item| attribute(item, "idref"));
    references
        .filter_map(|id| items.get(id))
        .filter(|(_, is_text)| *is_text)
        .map(|(href, _)| resolved(folder, href))
        .collect()
}

/// Returns the path of a part named from a folder: percent signs decoded, `..` followed.
fn resolved(folder: &str, href: &str) -> String {
    let href = href.split('#').next().unwrap_or("");
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    percent_decoded(&path.join("/"))
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%')
            .then(|| text.get(at + 1..at + 3))
            .flatten()
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        decoded.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

fn metadata(root: Node<'_, '_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    let Some(metadata) = child(root, "metadata") else {
        return entries;
    };
    // EPUB 3 tells roles in elements of their own, EPUB 2 in attributes.
    let refined_by = |property: &str| -> BTreeMap<String, String> {
        let refining = metadata
            .children()
            .filter(|node| name(*node) == "meta" && attribute(*node, "property") == Some(property));
        let pairs = refining.filter_map(|node| {
            let id = attribute(node, "refines")?.trim_start_matches('#');
            Some((id.to_owned(), xml::text(node)))
        });
        pairs.collect()
    };
    let (refined, titles) = (refined_by("role"), refined_by("title-type"));
    let is_main = |node: Node<'_, '_>| {
        let kind = attribute(node, "id").and_then(|id| titles.get(id));
        kind.map_or_else(|| titles.is_empty(), |kind| kind == "main")
    };
    let has_main = metadata
        .children()
        .any(|node| name(node) == "title" && is_main(node));
    let wrapped = metadata
        .children()
        .filter(|node| matches!(name(*node), "dc-metadata" | "x-metadata"));
    let nodes = metadata
        .children()
        .chain(wrapped.flat_map(|node| node.children()));
    let mut has_title = false;
    for node in nodes {
        let value = xml::text(node);
        match name(node) {
            "title" if !has_title && (is_main(node) || !has_main) => {
                has_title = !value.is_empty();
                push(&mut entries, "title", value);
            }
            "creator" => {
                let refined = || attribute(node, "id").and_then(|id| refined.get(id));
                let role = attribute(node, "role").or_else(|| Some(refined()?.as_str()));
                push(&mut entries, key_of_creator(role), value);
            }
            "contributor" => push(&mut entries, "contributor", value),
            "date" => {
                if let Some(date) = publication_date(node, &value)
                    && !entries.iter().any(|entry| entry.key == "date")
                {
                    entries.push(entry("date", date));
                }
            }
            "publisher" => push(&mut entries, "source", value),
            "language" => {
                if let Some(tag) = parts::language_tag(&value)
                    && !entries.iter().any(|entry| entry.key == "lang")
                {
                    entries.push(entry("lang", tag));
                }
            }
            "subject" => push(&mut entries, "tag", value),
            "description" => push(&mut entries, "description", without_tags(&value)),
            "rights" => push(&mut entries, "license", value),
            "identifier" => push(&mut entries, "identifier", value),
            _ => {}
        }
    }
    entries
}

/// Returns the key for a creator of this role, a code of the Library of Congress.
fn key_of_creator(role: Option<&str>) -> &'static str {
    match role {
        Some("trl") => "translator",
        Some("edt") => "editor",
        Some("ill") => "illustrator",
        _ => "author",
    }
}

/// Returns the date in an element, where it is one of publication.
fn publication_date(node: Node<'_, '_>, value: &str) -> Option<String> {
    let event = attribute(node, "event").unwrap_or("publication");
    let is_publication = matches!(event, "publication" | "original-publication" | "issued");
    // What Calibre writes for a day that it does not know.
    let date = parts::date(value).filter(|date| !date.starts_with("0101-01"));
    date.filter(|_| is_publication)
}

/// Descriptions of shops come as HTML in text.
fn without_tags(text: &str) -> String {
    if !text.contains('<') {
        return text.to_owned();
    }
    let fragment = scraper::Html::parse_fragment(text);
    crate::writer::collapsed(&fragment.root_element().text().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapters_are_found_from_the_folder_of_the_package_file() {
        assert_eq!(
            resolved("OEBPS", "text/one%20a.xhtml#x"),
            "OEBPS/text/one a.xhtml"
        );
        assert_eq!(
            resolved("OEBPS/opf", "../text/one.xhtml"),
            "OEBPS/text/one.xhtml"
        );
        assert_eq!(resolved("", "one.xhtml"), "one.xhtml");
    }
}
