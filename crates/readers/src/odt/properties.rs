//! What a text of this kind says about itself: title, author, dates, language, keys of its own.

use corpus::parts::{self, Entry};
use roxmltree::Node;

use crate::docx::{person, without_program};
use crate::draft::{entry, push, push_date};
use crate::xml::{self, attribute, child, name};

pub(super) fn metadata(root: Node<'_, '_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    let Some(meta) = xml::all(root, "meta").find(|node| {
        node.tag_name()
            .namespace()
            .is_some_and(|ns| ns.contains("office"))
    }) else {
        return entries;
    };
    let value = |wanted: &str| child(meta, wanted).map(xml::text).unwrap_or_default();
    push(&mut entries, "title", without_program(&value("title")));
    let first = value("initial-creator");
    let author = if first.is_empty() {
        value("creator")
    } else {
        first
    };
    push(&mut entries, "author", person(&author));
    let own = || meta.children().filter(|node| name(*node) == "user-defined");
    let is_date = |node: &Node<'_, '_>| attribute(*node, "name") == Some("date");
    let (created, saved) = (value("creation-date"), value("date"));
    // What a person has written goes before what the program counts.
    let written = own().find(is_date).map(xml::text);
    match written.filter(|date| parts::date(date).is_some()) {
        Some(date) => push_date(&mut entries, "date", &date),
        None if created.is_empty() => push_date(&mut entries, "date", &saved),
        None => push_date(&mut entries, "date", &created),
    }
    if !created.is_empty() {
        push_date(&mut entries, "updated", &saved);
    }
    push(&mut entries, "subject-line", value("subject"));
    push(&mut entries, "description", value("description"));
    for keyword in meta.children().filter(|node| name(*node) == "keyword") {
        push(&mut entries, "tag", xml::text(keyword));
    }
    if let Some(tag) = parts::language_tag(&value("language")) {
        entries.push(entry("lang", tag));
    }
    for field in own().filter(|field| !is_date(field)) {
        if let Some(key) = attribute(field, "name") {
            push(&mut entries, key, xml::text(field));
        }
    }
    entries
}
