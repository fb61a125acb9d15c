//! The text of a document: paragraphs, lists, tables, runs, notes.

use std::collections::{BTreeMap, BTreeSet};

use corpus::{BlockKind, InlineKind};
use roxmltree::Node;

use super::styles::{Numbering, Styles, heading, numbering_of, numeral, outline_level, style_id};
use crate::limits;
use crate::office_tables::{write_rows, writes_cells};
use crate::writer::Writer;
use crate::xml::{self, attribute, child, name};

pub(super) struct Walk<'w, 'm, 'a, 'i> {
    pub(super) writer: Writer<'m>,
    pub(super) styles: &'w Styles,
    pub(super) numbering: &'w Numbering,
    pub(super) counters: BTreeMap<String, Vec<u32>>,
    /// Kind and id of the notes that the text refers to, in order; a note's label is its place.
    pub(super) notes: Vec<(&'static str, String)>,
    pub(super) n_revisions: usize,
    /// Nesting of rows: a table in a cell is written as text of the cell.
    pub(super) rows: usize,
    pub(super) depth: usize,
    /// Text boxes met inside a paragraph, to be written behind it.
    pub(super) pending_boxes: Vec<Node<'a, 'i>>,
}

writes_cells!(Walk);

impl<'a, 'i> Walk<'_, '_, 'a, 'i> {
    /// Writes the blocks below a node.
    pub(super) fn blocks(&mut self, parent: Node<'a, 'i>) {
        if self.depth > limits::DEPTH {
            return;
        }
        self.depth += 1;
        for node in parent.children() {
            match name(node) {
                "p" => self.paragraph(node),
                "tbl" => self.table(node),
                "del" | "moveFrom" => self.n_revisions += 1,
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" | "AlternateContent"
                | "Choice" | "smartTag" | "txbxContent"
                    if !is_contents_table(node) =>
                {
                    self.blocks(node);
                }
                _ => {}
            }
        }
        self.depth -= 1;
    }

    fn paragraph(&mut self, node: Node<'a, 'i>) {
        if self.rows > 0 {
            self.writer.text(" ");
            self.inlines(node);
            self.write_boxes();
            return;
        }
        let (kind, label) = self.kind(node);
        self.writer.open_labelled(kind, label);
        self.inlines(node);
        self.writer.close();
        self.write_boxes();
    }

    fn write_boxes(&mut self) {
        for text_box in std::mem::take(&mut self.pending_boxes) {
            self.blocks(text_box);
        }
    }

    /// Returns what a paragraph is, with the number of an item.
    fn kind(&mut self, node: Node<'a, 'i>) -> (BlockKind, String) {
        let properties = child(node, "pPr");
        let style = style_id(node);
        let styled = style.and_then(|id| self.styles.kind(id));
        let outlined = properties.and_then(outline_level).map(heading);
        let numbering = properties.and_then(numbering_of);
        let by_style = || {
            style.and_then(|id| {
                self.styles
                    .chain(id)
                    .find_map(|style| style.numbering.clone())
            })
        };
        let kind = styled.or(outlined);
        if let Some(kind @ BlockKind::Heading(_)) = kind {
            let label = numbering
                .or_else(by_style)
                .map(|(list, level)| self.number(&list, level).1);
            return (kind, label.unwrap_or_default());
        }
        if let Some((list, level)) = numbering.or_else(by_style)
            && list != "0"
        {
            return self.number(&list, level);
        }
        let is_list_style = style.is_some_and(|id| self.styles.name(id).starts_with("list bullet"));
        match kind {
            Some(kind) => (kind, String::new()),
            None if is_list_style => (BlockKind::ListItem(0), String::new()),
            None => (BlockKind::Paragraph, String::new()),
        }
    }

    /// Counts an item and returns its kind and its number as it is shown.
    fn number(&mut self, list: &str, level: u8) -> (BlockKind, String) {
        let place = usize::from(level.min(8));
        let counters = self.counters.entry(list.to_owned()).or_default();
        let start = |level: usize| {
            let level = u8::try_from(level).unwrap_or(0);
            self.numbering
                .level(list, level)
                .map_or(1, |level| level.start)
        };
        while counters.len() <= place {
            counters.push(start(counters.len()).saturating_sub(1));
        }
        counters[place] = counters[place].saturating_add(1);
        counters.truncate(place + 1);
        let Some(pattern) = self.numbering.level(list, level) else {
            return (BlockKind::ListItem(level), String::new());
        };
        if matches!(pattern.format.as_str(), "bullet" | "none") {
            return (BlockKind::ListItem(level), String::new());
        }
        let mut label = pattern.pattern.clone();
        for (index, &number) in counters.iter().enumerate() {
            let format = u8::try_from(index)
                .ok()
                .and_then(|index| self.numbering.level(list, index));
            let format = format.map_or("decimal", |level| level.format.as_str());
            label = label.replace(&format!("%{}", index + 1), &numeral(number.max(1), format));
        }
        let label = label.trim().to_owned();
        let label = if label.is_empty() {
            label
        } else {
            format!("{label} ")
        };
        (BlockKind::OrderedItem(level), label)
    }

    fn table(&mut self, table: Node<'a, 'i>) {
        if self.rows > 0 {
            for cell in xml::all(table, "tc") {
                self.writer.text(" ");
                self.blocks(cell);
            }
            return;
        }
        write_rows(self, rows_of(table).into_iter().map(cells_of).collect());
    }

    /// Writes the runs of a paragraph.
    fn inlines(&mut self, parent: Node<'a, 'i>) {
        if self.depth > limits::DEPTH {
            return;
        }
        self.depth += 1;
        for node in parent.children() {
            match name(node) {
                "r" => self.run(node),
                "hyperlink" | "ins" | "moveTo" | "smartTag" | "fldSimple" | "sdt"
                | "sdtContent" | "customXml" | "dir" | "bdo" | "oMath" | "oMathPara" => {
                    self.inlines(node);
                }
                "del" | "moveFrom" => self.n_revisions += 1,
                _ => {}
            }
        }
        self.depth -= 1;
    }

    fn run(&mut self, run: Node<'a, 'i>) {
        let properties = child(run, "rPr");
        let is_on = |wanted: &str| {
            properties
                .and_then(|properties| child(properties, wanted))
                .is_some_and(|flag| !matches!(attribute(flag, "val"), Some("0" | "false" | "off")))
        };
        if is_on("vanish") {
            return;
        }
        let spans = [
            (is_on("b"), InlineKind::Strong),
            (is_on("i"), InlineKind::Emphasis),
        ];
        let n_spans = spans.iter().filter(|(on, _)| *on).count();
        for (_, kind) in spans.into_iter().filter(|(on, _)| *on) {
            self.writer.open_span(kind);
        }
        self.run_content(run);
        for _ in 0..n_spans {
            self.writer.close_span();
        }
    }

    fn run_content(&mut self, run: Node<'a, 'i>) {
        for node in run.children() {
            match name(node) {
                "t" => self.writer.text(node.text().unwrap_or("")),
                "tab" | "ptab" => self.writer.text(" "),
                "br" if attribute(node, "type").is_some() => self.writer.text(" "),
                "br" | "cr" if self.rows == 0 => self.writer.line_break(),
                "br" | "cr" => self.writer.text(" "),
                "noBreakHyphen" => self.writer.text("-"),
                "softHyphen" => {}
                "sym" => {
                    let code =
                        attribute(node, "char").and_then(|code| u32::from_str_radix(code, 16).ok());
                    let sign = code
                        .and_then(char::from_u32)
                        .filter(|sign| !matches!(sign, '\u{E000}'..='\u{F8FF}'));
                    if let Some(sign) = sign {
                        self.writer.text(sign.encode_utf8(&mut [0; 4]));
                    }
                }
                "footnoteReference" => self.reference("footnote", node),
                "endnoteReference" => self.reference("endnote", node),
                "drawing" | "pict" | "object" | "AlternateContent" => self.collect_boxes(node),
                _ => {}
            }
        }
    }

    fn reference(&mut self, kind: &'static str, node: Node<'_, '_>) {
        if let Some(id) = attribute(node, "id") {
            self.notes.push((kind, id.to_owned()));
            let label = self.notes.len().to_string();
            self.writer.note_reference(&label);
        }
    }

    /// Keeps the text boxes of a drawing; the fallback of one says the same again.
    fn collect_boxes(&mut self, node: Node<'a, 'i>) {
        let is_fallback =
            |inner: Node<'_, '_>| inner.ancestors().any(|other| name(other) == "Fallback");
        let has_choice = xml::all(node, "Choice").next().is_some();
        for content in xml::all(node, "txbxContent") {
            let is_nested = content
                .ancestors()
                .skip(1)
                .take_while(|other| *other != node)
                .any(|other| name(other) == "txbxContent");
            if !(is_nested || has_choice && is_fallback(content)) {
                self.pending_boxes.push(content);
            }
        }
    }
}

impl<'a, 'i> Walk<'_, '_, 'a, 'i> {
    /// Writes the notes of a part in the order in which the text refers to them.
    pub(super) fn write_notes<'n, 'x>(&mut self, kind: &'static str, root: Node<'n, 'x>) {
        let notes: BTreeMap<&str, Node<'_, '_>> = root
            .children()
            .filter(|node| name(*node) == kind)
            .filter_map(|node| Some((attribute(node, "id")?, node)))
            .collect();
        let mut written = BTreeSet::new();
        let references = std::mem::take(&mut self.notes);
        for (index, (referred, id)) in references.iter().enumerate() {
            if *referred != kind || !written.insert(id.clone()) {
                continue;
            }
            if let Some(note) = notes.get(id.as_str()) {
                let text = plain(*note);
                self.writer.open_note(&(index + 1).to_string());
                self.writer.text(&text);
                self.writer.close();
            }
        }
        self.notes = references;
    }
}

/// Returns the text of a node, paragraphs joined by spaces, without what was deleted.
pub(super) fn plain(node: Node<'_, '_>) -> String {
    let mut text = String::new();
    for inner in node.descendants() {
        match name(inner) {
            "t" if !inner
                .ancestors()
                .any(|other| matches!(name(other), "del" | "moveFrom" | "Fallback")) =>
            {
                text.push_str(inner.text().unwrap_or(""));
            }
            "tab" | "br" | "p" => text.push(' '),
            "noBreakHyphen" => text.push('-'),
            _ => {}
        }
    }
    crate::writer::collapsed(&text)
}

fn is_contents_table(node: Node<'_, '_>) -> bool {
    child(node, "sdtPr").is_some_and(|properties| {
        xml::all(properties, "docPartGallery")
            .any(|gallery| attribute(gallery, "val") == Some("Table of Contents"))
    })
}

fn rows_of<'a, 'i>(table: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    below(table, "tr", &["sdt", "sdtContent", "ins", "customXml"])
}

fn cells_of<'a, 'i>(row: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
    below(row, "tc", &["sdt", "sdtContent", "ins", "customXml"])
}

/// Returns the children of this name, also below wrappers.
fn below<'a, 'i>(parent: Node<'a, 'i>, wanted: &str, wrappers: &[&str]) -> Vec<Node<'a, 'i>> {
    let mut found = Vec::new();
    let mut pending: Vec<Node<'a, 'i>> = parent.children().collect();
    pending.reverse();
    while let Some(node) = pending.pop() {
        if name(node) == wanted {
            found.push(node);
        } else if wrappers.contains(&name(node)) {
            let mut inner: Vec<Node<'a, 'i>> = node.children().collect();
            inner.reverse();
            pending.extend(inner);
        }
    }
    found
}
