//! The header of TEI: title, authors, date, source, language.

use corpus::parts::{self, Entry};
use roxmltree::Node;

use crate::draft::{entry, push, push_date};
use crate::xml::{self, attribute, child, name};

pub(super) fn metadata(header: Node<'_, '_>, root: Node<'_, '_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    let description = child(header, "fileDesc");
    let part = |wanted: &str| description.and_then(|node| child(node, wanted));
    if let Some(statement) = part("titleStmt") {
        let titles = || statement.children().filter(|node| name(*node) == "title");
        let main = titles().find(|title| matches!(attribute(*title, "type"), None | Some("main")));
        push(
            &mut entries,
            "title",
            main.or(titles().next()).map(xml::text).unwrap_or_default(),
        );
        for author in statement.children().filter(|node| name(*node) == "author") {
            push(&mut entries, "author", person(author));
        }
        for editor in statement.children().filter(|node| name(*node) == "editor") {
            push(&mut entries, "editor", person(editor));
        }
    }
    if let Some(date) = date(header, description) {
        entries.push(entry("date", date));
    }
    let publication = part("publicationStmt");
    for (key, wanted) in [
        ("source", "publisher"),
        ("place", "pubPlace"),
        ("identifier", "idno"),
        ("license", "licence"),
    ] {
        let found = publication.and_then(|node| xml::all(node, wanted).next());
        push(&mut entries, key, found.map(xml::text).unwrap_or_default());
    }
    for term in
        xml::all(header, "keywords").flat_map(|node| xml::all(node, "term").collect::<Vec<_>>())
    {
        push(&mut entries, "tag", xml::text(term).replace(',', " "));
    }
    let named = xml::all(header, "language").find_map(|node| attribute(node, "ident"));
    let texts = root.children().filter(|node| name(*node) == "text");
    let lang = texts.filter_map(lang_of).next().or(lang_of(root)).or(named);
    if let Some(tag) = lang.and_then(parts::language_tag) {
        entries.push(entry("lang", tag));
    }
    entries
}

fn lang_of<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    attribute(node, "lang").filter(|lang| !lang.is_empty())
}

/// Returns a name: forename before surname, where they are told apart.
fn person(node: Node<'_, '_>) -> String {
    let part = |wanted: &str| {
        xml::all(node, wanted)
            .map(xml::text)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let (first, last) = (part("forename"), part("surname"));
    if first.is_empty() && last.is_empty() {
        return xml::text(node);
    }
    format!("{first} {last}").trim().to_owned()
}

/// Returns the date of the text: of its creation, of the letter's sending, its source, else its publication.
fn date(header: Node<'_, '_>, description: Option<Node<'_, '_>>) -> Option<String> {
    let within = |place: Option<Node<'_, '_>>| {
        let mut found = Vec::new();
        for date in place.into_iter().flat_map(|node| {
            node.descendants()
                .filter(|inner| matches!(name(*inner), "date" | "origDate"))
                .collect::<Vec<_>>()
        }) {
            let written = attribute(date, "when")
                .or(attribute(date, "when-iso"))
                .map(str::to_owned);
            let range = || {
                Some(format!(
                    "{}/{}",
                    attribute(date, "from").or(attribute(date, "notBefore"))?,
                    attribute(date, "to").or(attribute(date, "notAfter"))?
                ))
            };
            let mut entries = Vec::new();
            push_date(
                &mut entries,
                "date",
                &written.or_else(range).unwrap_or_else(|| xml::text(date)),
            );
            found.extend(entries.pop());
        }
        found.into_iter().next().map(|entry| match entry.value {
            parts::Value::Scalar(date) => date,
            _ => String::new(),
        })
    };
    let creation = xml::all(header, "creation").next();
    let sent = xml::all(header, "correspAction")
        .find(|action| attribute(*action, "type").is_none_or(|kind| kind == "sent"));
    let source = description.and_then(|node| child(node, "sourceDesc"));
    let publication = description.and_then(|node| child(node, "publicationStmt"));
    within(creation)
        .or_else(|| within(sent))
        .or_else(|| within(source))
        .or_else(|| within(publication))
}
