//! What a PDF says about itself: its information dictionary and its XMP packet.

use corpus::parts::{self, Entry};
use pdf_extract::{Dictionary, Document as Pdf, Object};

use crate::docx::{person, said_by_person, without_program};
use crate::draft::{entry, push};
use crate::xml;

/// Returns the metadata of a document; XMP goes first, since programs keep it up better.
pub(super) fn metadata(pdf: &Pdf) -> Vec<Entry> {
    let xmp = xmp(pdf).map(|packet| of_xmp(&packet)).unwrap_or_default();
    let mut entries = parts::completed(xmp, of_info(pdf));
    let lang = pdf
        .catalog()
        .ok()
        .and_then(|catalog| catalog.get(b"Lang").ok())
        .and_then(|lang| text_of(pdf, lang));
    if let Some(tag) = lang.and_then(|lang| parts::language_tag(&lang))
        && !entries.iter().any(|entry| entry.key == "lang")
    {
        entries.push(entry("lang", tag));
    }
    entries
}

fn of_info(pdf: &Pdf) -> Vec<Entry> {
    let mut entries = Vec::new();
    let info = pdf
        .trailer
        .get(b"Info")
        .ok()
        .and_then(|info| pdf.dereference(info).ok());
    let Some(info) = info.and_then(|(_, info)| info.as_dict().ok()) else {
        return entries;
    };
    let value = |key: &[u8]| {
        info.get(key)
            .ok()
            .and_then(|value| text_of(pdf, value))
            .unwrap_or_default()
    };
    push(&mut entries, "title", without_program(&value(b"Title")));
    for author in value(b"Author").split(';') {
        push(&mut entries, "author", person(author));
    }
    push(
        &mut entries,
        "description",
        said_by_person(&value(b"Subject")),
    );
    push(&mut entries, "tag", value(b"Keywords").replace(';', ","));
    if let Some(date) = date(&value(b"CreationDate")) {
        entries.push(entry("date", date));
    }
    if let Some(date) = date(&value(b"ModDate")) {
        entries.push(entry("updated", date));
    }
    others(info, pdf, &mut entries);
    entries
}

/// Keeps the keys that a publisher added.
fn others(info: &Dictionary, pdf: &Pdf, entries: &mut Vec<Entry>) {
    const USUAL: [&[u8]; 10] = [
        b"Title",
        b"Author",
        b"Subject",
        b"Keywords",
        b"CreationDate",
        b"ModDate",
        b"Creator",
        b"Producer",
        b"Trapped",
        b"PTEX.Fullbanner",
    ];
    let mut more: Vec<(String, String)> = info
        .iter()
        .filter(|(key, _)| !USUAL.contains(&key.as_slice()))
        .filter_map(|(key, value)| {
            Some((
                String::from_utf8_lossy(key).into_owned(),
                text_of(pdf, value)?,
            ))
        })
        .collect();
    more.sort();
    for (key, value) in more {
        push(entries, &key, value);
    }
}

/// Returns a text of the file: UTF-16 or UTF-8 with a mark, else `PDFDocEncoding`.
fn text_of(pdf: &Pdf, object: &Object) -> Option<String> {
    let (_, object) = pdf.dereference(object).ok()?;
    let bytes = match object {
        Object::String(bytes, _) => bytes,
        Object::Name(bytes) => bytes,
        _ => return None,
    };
    let text = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, length)) => encoding
            .decode_without_bom_handling(&bytes[length..])
            .0
            .into_owned(),
        // Where UTF-8 was written against the rules, it is read.
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().copied().map(letter).collect(),
        },
    };
    let text = crate::writer::collapsed(&text.replace('\0', ""));
    (!text.is_empty()).then_some(text)
}

/// Returns the letter of a byte in `PDFDocEncoding` (ISO 32000-1, annex D.2): Latin-1, but for signs from 0x80 on.
fn letter(byte: u8) -> char {
    const SIGNS: &str = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\u{FFFD}€";
    match byte {
        0x80..=0xA0 => SIGNS
            .chars()
            .nth(usize::from(byte - 0x80))
            .unwrap_or('\u{FFFD}'),
        byte => char::from(byte),
    }
}

/// Reads `D:20241208101500+01'00'`.
fn date(text: &str) -> Option<String> {
    let digits: String = text
        .trim()
        .trim_start_matches("D:")
        .chars()
        .take_while(char::is_ascii_digit)
        .take(8)
        .collect();
    match digits.len() {
        8 => parts::date(&digits),
        6 => parts::date(&format!("{}-{}", &digits[..4], &digits[4..])),
        4 => parts::date(&digits),
        _ => parts::date(text.trim()),
    }
}

fn xmp(pdf: &Pdf) -> Option<String> {
    let metadata = pdf.catalog().ok()?.get(b"Metadata").ok()?;
    let (_, metadata) = pdf.dereference(metadata).ok()?;
    let stream = metadata.as_stream().ok()?;
    let bytes = stream
        .decompressed_content()
        .unwrap_or_else(|_| stream.content.clone());
    Some(xml::decoded(&bytes))
}

fn of_xmp(packet: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    let start = packet
        .find("<x:xmpmeta")
        .or_else(|| packet.find("<rdf:RDF"))
        .unwrap_or(0);
    let end = packet.find("<?xpacket end").unwrap_or(packet.len());
    let Ok(document) = xml::parse(packet.get(start..end).unwrap_or("").trim()) else {
        return entries;
    };
    let root = document.root_element();
    let is_dublin_core = |node: &roxmltree::Node<'_, '_>| {
        node.tag_name()
            .namespace()
            .is_some_and(|ns| ns.contains("purl.org/dc"))
    };
    let items = |wanted: &str| -> Vec<String> {
        let found = root
            .descendants()
            .find(|node| xml::name(*node) == wanted && is_dublin_core(node));
        let Some(node) = found else { return Vec::new() };
        let items: Vec<String> = xml::all(node, "li")
            .map(xml::text)
            .filter(|text| !text.is_empty())
            .collect();
        if items.is_empty() {
            vec![xml::text(node)]
        } else {
            items
        }
    };
    push(
        &mut entries,
        "title",
        items("title")
            .first()
            .map_or("", |title| without_program(title)),
    );
    for author in items("creator") {
        push(&mut entries, "author", person(&author));
    }
    push(
        &mut entries,
        "description",
        items("description")
            .first()
            .map_or("", |text| said_by_person(text)),
    );
    for tag in items("subject") {
        push(&mut entries, "tag", tag.replace(';', ","));
    }
    push(
        &mut entries,
        "source",
        items("publisher").first().cloned().unwrap_or_default(),
    );
    if let Some(date) = items("date").iter().find_map(|text| parts::date(text)) {
        entries.push(entry("date", date));
    }
    if let Some(tag) = items("language")
        .iter()
        .find_map(|text| parts::language_tag(text))
    {
        entries.push(entry("lang", tag));
    }
    entries
}
