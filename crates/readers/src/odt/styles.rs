//! Styles by name, and which lists are numbered.

use std::collections::BTreeMap;

use corpus::BlockKind;
use roxmltree::Node;

use crate::docx::kind_of_name;
use crate::xml::{attribute, child, name};

/// Styles by name, and which lists are numbered.
#[derive(Debug, Default)]
pub(super) struct Styles {
    pub(super) parents: BTreeMap<String, String>,
    pub(super) shown: BTreeMap<String, String>,
    /// Formats of the levels of a list style: a number format, or empty for bullets.
    pub(super) lists: BTreeMap<String, BTreeMap<u8, (String, String)>>,
    pub(super) bold: BTreeMap<String, (bool, bool)>,
}

impl Styles {
    pub(super) fn add(&mut self, root: Node<'_, '_>) {
        for node in root.descendants() {
            match name(node) {
                "style" => self.style(node),
                "list-style" => self.list(node),
                _ => {}
            }
        }
    }

    fn style(&mut self, node: Node<'_, '_>) {
        let Some(id) = attribute(node, "name") else {
            return;
        };
        if let Some(parent) = attribute(node, "parent-style-name") {
            self.parents.insert(id.to_owned(), parent.to_owned());
        }
        if let Some(shown) = attribute(node, "display-name") {
            self.shown.insert(id.to_owned(), shown.to_owned());
        }
        if let Some(properties) = child(node, "text-properties") {
            let is_bold = attribute(properties, "font-weight") == Some("bold");
            let is_italic = attribute(properties, "font-style") == Some("italic");
            if attribute(node, "family") == Some("text") && (is_bold || is_italic) {
                self.bold.insert(id.to_owned(), (is_bold, is_italic));
            }
        }
    }

    fn list(&mut self, node: Node<'_, '_>) {
        let Some(id) = attribute(node, "name") else {
            return;
        };
        let levels = self.lists.entry(id.to_owned()).or_default();
        for level in node.children() {
            let Some(number) = attribute(level, "level").and_then(|level| level.parse().ok())
            else {
                continue;
            };
            let format = match name(level) {
                "list-level-style-number" => attribute(level, "num-format").unwrap_or("1"),
                _ => "",
            };
            let suffix = attribute(level, "num-suffix").unwrap_or(".");
            levels.insert(number, (format.to_owned(), suffix.to_owned()));
        }
    }

    pub(super) fn kind(&self, id: &str) -> Option<BlockKind> {
        const LONGEST: usize = 12;
        let mut id = id;
        for _ in 0..LONGEST {
            let plain = id.replace("_20_", " ");
            let shown = self.shown.get(id).map_or(plain.as_str(), String::as_str);
            if let Some(kind) = kind_of_name(shown).or_else(|| kind_of_name(&plain)) {
                return Some(kind);
            }
            id = self.parents.get(id)?;
        }
        None
    }
}
