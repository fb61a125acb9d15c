//! Elements to blocks. The tree is walked by its edges, so that no depth of nesting costs stack.

use corpus::{BlockKind, InlineKind};
use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::Html;
use scraper::node::{Element, Node};

use super::article::{Chosen, is_note};
use crate::writer::Writer;

/// Cells longer than this hold text that is laid out in a table, not data.
const LONGEST_CELL_CHARS: usize = 600;

/// Writes the chosen part of a page.
pub(super) fn write(page: &Html, chosen: &Chosen, writer: &mut Writer<'_>) {
    if let Some(heading) = &chosen.heading {
        writer.block(BlockKind::Heading(1), heading);
    }
    let Some(root) = page.tree.get(chosen.root) else {
        return;
    };
    let mut walk = Walk {
        writer,
        lists: Vec::new(),
        tables: Vec::new(),
        n_quotations: 0,
        n_preformatted: 0,
        n_notes: 0,
        n_captions: 0,
        heading: None,
        skipped: None,
        is_fresh: false,
    };
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) => walk.open(&node, chosen),
            Edge::Close(node) => walk.close(&node),
        }
    }
    walk.writer.close();
}

struct Walk<'w, 'm> {
    writer: &'w mut Writer<'m>,
    /// Open lists: for an ordered one the number of the next item.
    lists: Vec<Option<i64>>,
    tables: Vec<Table>,
    n_quotations: usize,
    n_preformatted: usize,
    n_notes: usize,
    n_captions: usize,
    heading: Option<u8>,
    /// The element that is passed over, until it closes.
    skipped: Option<NodeId>,
    /// Whether the open block was begun by an item and has no text yet: a `<p>` inside of it is the item.
    is_fresh: bool,
}

#[derive(Debug, Clone, Copy)]
struct Table {
    /// Whether rows are written as rows; a table used for layout is written as if it were not there.
    is_data: bool,
    n_rows: usize,
    n_cells: usize,
}

impl Walk<'_, '_> {
    fn open(&mut self, node: &NodeRef<'_, Node>, chosen: &Chosen) {
        if self.skipped.is_some() {
            return;
        }
        match node.value() {
            Node::Text(text) => self.text(text),
            Node::Element(element) => {
                if chosen.left_out.contains(&node.id()) {
                    self.skipped = Some(node.id());
                } else {
                    self.open_element(element, node);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, node: &NodeRef<'_, Node>) {
        if let Some(skipped) = self.skipped {
            if skipped == node.id() {
                self.skipped = None;
            }
            return;
        }
        if let Node::Element(element) = node.value() {
            self.close_element(element);
        }
    }

    fn is_in_row(&self) -> bool {
        self.tables
            .last()
            .is_some_and(|table| table.is_data && table.n_cells > 0)
    }

    fn kind(&self) -> BlockKind {
        match self.heading {
            Some(level) => BlockKind::Heading(level),
            None if self.n_notes > 0 => BlockKind::Note,
            None if self.n_captions > 0 => BlockKind::Caption,
            None if self.n_quotations > 0 => BlockKind::Quotation,
            None => BlockKind::Paragraph,
        }
    }

    fn text(&mut self, text: &str) {
        if self.n_preformatted > 0 && !self.is_in_row() {
            self.writer.ensure_open(BlockKind::Preformatted);
            self.writer.verbatim(text);
            return;
        }
        if !self.writer.is_open() {
            if text.trim().is_empty() {
                return;
            }
            let kind = self.kind();
            self.writer.open(kind);
        }
        self.is_fresh &= text.trim().is_empty();
        self.writer.text(text);
    }

    /// Ends the open block at the edge of an element that is one; inside of a row it is a space.
    fn edge(&mut self) {
        if self.is_in_row() {
            self.writer.text(" ");
        } else if !self.is_fresh {
            self.writer.close();
        }
    }

    fn open_element(&mut self, element: &Element, node: &NodeRef<'_, Node>) {
        if is_note(element) && !matches!(element.name(), "a" | "sup" | "span") {
            self.n_notes += 1;
            self.edge();
        }
        if matches!(
            element.name(),
            "ul" | "ol" | "table" | "pre" | "blockquote" | "h1" | "h2" | "h3"
        ) {
            self.is_fresh = false;
        }
        match element.name() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !self.is_in_row() => {
                self.edge();
                self.heading = Some(element.name().as_bytes()[1] - b'0');
            }
            "br" => self.line_break(node),
            "ul" | "menu" => {
                self.edge();
                self.lists.push(None);
            }
            "ol" => {
                self.edge();
                let start = element
                    .attr("start")
                    .and_then(|start| start.trim().parse().ok());
                self.lists.push(Some(start.unwrap_or(1)));
            }
            "li" => self.item(element),
            "blockquote" => {
                self.edge();
                self.n_quotations += 1;
            }
            "pre" => {
                self.edge();
                self.n_preformatted += 1;
            }
            "figcaption" | "caption" => {
                self.edge();
                self.n_captions += 1;
                if let Some(table) = self.tables.last_mut() {
                    table.n_cells = 0;
                }
            }
            "table" => {
                self.edge();
                let is_data = is_data_table(node, element);
                self.tables.push(Table {
                    is_data,
                    n_rows: 0,
                    n_cells: 0,
                });
            }
            "tr" => self.row(node),
            "td" | "th" => self.cell(),
            "p" => {
                self.edge();
                let styled = element.attr("class").and_then(crate::docx::kind_of_name);
                if let Some(kind) = styled.filter(|_| !self.is_in_row() && !self.is_fresh) {
                    self.writer.open(kind);
                }
            }
            name if is_block(name) => self.edge(),
            _ => self.open_inline(element, node),
        }
    }

    fn open_inline(&mut self, element: &Element, node: &NodeRef<'_, Node>) {
        match element.name() {
            "sup" => {
                if let Some(label) = note_label(node) {
                    self.writer.ensure_open(BlockKind::Paragraph);
                    self.writer.note_reference(&label);
                    self.skipped = Some(node.id());
                }
            }
            "q" => self.text(opening_mark(element)),
            "em" | "i" | "cite" => self.writer.open_span(InlineKind::Emphasis),
            "strong" | "b" => self.writer.open_span(InlineKind::Strong),
            "code" | "kbd" | "samp" | "tt" => self.writer.open_span(InlineKind::Code),
            "a" if is_way_back(element, node) => self.skipped = Some(node.id()),
            "a" => {
                if let Some(href) = element.attr("href") {
                    self.writer.open_span(InlineKind::Link(href.to_owned()));
                }
            }
            "rt" | "rp" => self.skipped = Some(node.id()),
            _ => {}
        }
    }

    fn close_element(&mut self, element: &Element) {
        match element.name() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !self.is_in_row() => {
                self.edge();
                self.heading = None;
            }
            "ul" | "menu" | "ol" => {
                self.edge();
                self.lists.pop();
            }
            "blockquote" => {
                self.edge();
                self.n_quotations = self.n_quotations.saturating_sub(1);
            }
            "pre" => {
                self.edge();
                self.n_preformatted = self.n_preformatted.saturating_sub(1);
            }
            "figcaption" | "caption" => {
                self.edge();
                self.n_captions = self.n_captions.saturating_sub(1);
            }
            "table" => {
                self.tables.pop();
                self.edge();
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.n_cells = 0;
                }
                self.edge();
            }
            "q" => self.writer.text("”"),
            "em" | "i" | "cite" | "strong" | "b" | "code" | "kbd" | "samp" | "tt" => {
                self.writer.close_span();
            }
            "a" if element.attr("href").is_some() => self.writer.close_span(),
            name if is_block(name) => self.edge(),
            _ => {}
        }
        if is_note(element) && !matches!(element.name(), "a" | "sup" | "span") {
            self.edge();
            self.n_notes = self.n_notes.saturating_sub(1);
        }
    }

    fn line_break(&mut self, node: &NodeRef<'_, Node>) {
        let is_double = node
            .prev_siblings()
            .find(|sibling| !matches!(sibling.value(), Node::Text(text) if text.trim().is_empty()))
            .is_some_and(|sibling| {
                sibling
                    .value()
                    .as_element()
                    .is_some_and(|e| e.name() == "br")
            });
        if self.is_in_row() {
            self.writer.text(" ");
        } else if is_double {
            self.writer.close();
        } else if self.writer.is_open() {
            self.writer.line_break();
        }
    }

    fn item(&mut self, element: &Element) {
        self.edge();
        if self.is_in_row() {
            return;
        }
        let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let number = match self.lists.last_mut() {
            Some(Some(number)) => {
                if let Some(value) = element
                    .attr("value")
                    .and_then(|value| value.trim().parse().ok())
                {
                    *number = value;
                }
                *number = number.saturating_add(1);
                Some(*number - 1)
            }
            _ => None,
        };
        match (number, self.n_notes) {
            (Some(number), 1..) => self.writer.open_note(&number.to_string()),
            (None, 1..) => self.writer.open(BlockKind::Note),
            (Some(number), 0) => self
                .writer
                .open_labelled(BlockKind::OrderedItem(depth), format!("{number}. ")),
            (None, 0) => self.writer.open(BlockKind::ListItem(depth)),
        }
        self.is_fresh = true;
    }

    fn row(&mut self, node: &NodeRef<'_, Node>) {
        self.writer.close();
        let Some(table) = self.tables.last_mut().filter(|table| table.is_data) else {
            return;
        };
        let cells = || {
            node.children()
                .filter_map(|child| child.value().as_element())
        };
        let is_header = table.n_rows == 0
            || (cells().next().is_some() && cells().all(|cell| cell.name() == "th"));
        table.n_rows += 1;
        table.n_cells = 0;
        let kind = if is_header && table.n_rows == 1 {
            BlockKind::TableHeader
        } else {
            BlockKind::TableRow
        };
        self.writer.open(kind);
    }

    fn cell(&mut self) {
        let Some(table) = self.tables.last_mut().filter(|table| table.is_data) else {
            self.writer.close();
            return;
        };
        table.n_cells += 1;
        if table.n_cells > 1 {
            self.writer.ensure_open(BlockKind::TableRow);
            self.writer.cell_edge();
        }
    }
}

/// Tells whether a link leads from a note back to the text.
fn is_way_back(element: &Element, node: &NodeRef<'_, Node>) -> bool {
    let is_back = element.attr("role") == Some("doc-backlink")
        || element
            .attr("class")
            .is_some_and(|class| class.contains("footnote-back") || class.contains("backref"));
    let text = super::article::text_below(node);
    let text = text.trim().trim_end_matches(['\u{FE0E}', '\u{FE0F}']);
    is_back
        || (element
            .attr("href")
            .is_some_and(|href| href.starts_with('#'))
            && matches!(text, "↩" | "↑" | "^" | "⏎"))
}

fn opening_mark(_: &Element) -> &'static str {
    "“"
}

/// Returns the label of a raised link to a note: `<sup><a href="#fn1">1</a></sup>`.
fn note_label(sup: &NodeRef<'_, Node>) -> Option<String> {
    let link = sup
        .descendants()
        .chain(sup.ancestors().take(1))
        .filter_map(|node| node.value().as_element().cloned())
        .find(|element| element.name() == "a")?;
    let target = link.attr("href")?;
    if !target.contains('#') {
        return None;
    }
    let text = super::article::text_below(sup);
    let label = text
        .trim()
        .trim_matches(['[', ']', '(', ')'])
        .trim()
        .to_owned();
    (!label.is_empty() && label.chars().count() <= 5).then_some(label)
}

/// Tells whether the cells of a table hold data: short, without tables or headings inside.
fn is_data_table(table: &NodeRef<'_, Node>, element: &Element) -> bool {
    if matches!(element.attr("role"), Some("presentation" | "none")) {
        return false;
    }
    let mut n_rows = 0;
    let mut n_cells = 0;
    let mut longest = 0;
    for edge in table.traverse().skip(1) {
        let Edge::Open(node) = edge else { continue };
        let Some(inner) = node.value().as_element() else {
            continue;
        };
        match inner.name() {
            "table" | "h1" | "h2" | "article" => return false,
            "tr" => n_rows += 1,
            "td" | "th" => {
                n_cells += 1;
                let n_chars = super::article::text_below(&node).chars().count();
                longest = longest.max(n_chars);
                let n_blocks = node
                    .children()
                    .filter(|child| is_paragraph(child.value()))
                    .count();
                if n_chars > LONGEST_CELL_CHARS || (n_blocks > 1 && n_chars > 100) {
                    return false;
                }
            }
            _ => {}
        }
    }
    n_cells > n_rows && (n_rows > 1 || longest < 100)
}

fn is_paragraph(node: &Node) -> bool {
    node.as_element().is_some_and(|e| {
        matches!(
            e.name(),
            "p" | "ul" | "ol" | "div" | "blockquote" | "pre" | "br" | "dl"
        )
    })
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "aside"
            | "nav"
            | "figure"
            | "dl"
            | "dt"
            | "dd"
            | "address"
            | "hr"
            | "form"
            | "fieldset"
            | "details"
            | "summary"
            | "center"
            | "body"
            | "thead"
            | "tbody"
            | "tfoot"
            | "hgroup"
            | "li"
    )
}
