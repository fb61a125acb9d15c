//! `OpenDocument` texts (OASIS ODF 1.3): headings by outline level, lists, tables, notes.

mod properties;
mod styles;

use corpus::{BlockKind, InlineKind};
use roxmltree::Node;

use crate::docx::numeral;
use crate::draft::{Draft, Job};
use crate::limits;
use crate::office_tables::{write_rows, writes_cells};
use crate::package::{self, Package};
use crate::writer::Writer;
use crate::xml::{self, attribute, child, name};
use styles::Styles;

/// Reads one package.
pub(crate) fn read(bytes: &[u8], job: &mut Job<'_, '_>) {
    let result = content_of(bytes).and_then(|parts| draft(&parts, job));
    finish(result, job);
}

/// Reads one document that is a single XML file.
pub(crate) fn read_flat(bytes: &[u8], job: &mut Job<'_, '_>) {
    let text = xml::decoded(bytes);
    let parts = Parts {
        content: text,
        styles: None,
        meta: None,
    };
    let result = draft(&parts, job);
    finish(result, job);
}

fn finish(result: Result<Draft, String>, job: &mut Job<'_, '_>) {
    match result {
        Ok(draft) => job.add(draft),
        Err(reason) => job.report.error(
            None,
            format!("this is an OpenDocument text, but {reason}"),
            package::remedy(
                &reason,
                "open it in LibreOffice and save it anew, or fetch it again from where it came",
            ),
        ),
    }
}

#[derive(Debug)]
struct Parts {
    content: String,
    styles: Option<String>,
    meta: Option<String>,
}

fn content_of(bytes: &[u8]) -> Result<Parts, String> {
    let mut package = Package::open(bytes)?;
    let manifest = package.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err("it is encrypted with a password".to_owned());
    }
    Ok(Parts {
        content: package
            .text("content.xml")?
            .ok_or("it has no text part (content.xml)")?,
        styles: package.text("styles.xml")?,
        meta: package.text("meta.xml")?,
    })
}

fn draft(parts: &Parts, job: &mut Job<'_, '_>) -> Result<Draft, String> {
    let content = xml::parse(&parts.content).map_err(|(line, reason)| match line {
        Some(line) => format!("{reason}, in line {line} of its text part"),
        None => reason,
    })?;
    let mut styles = Styles::default();
    if let Some(Ok(document)) = parts.styles.as_deref().map(xml::parse) {
        styles.add(document.root_element());
    }
    styles.add(content.root_element());
    let mut walk = Walk {
        writer: Writer::new(&mut job.mender),
        styles: &styles,
        lists: Vec::new(),
        notes: Vec::new(),
        n_quotations: 0,
        rows: 0,
        depth: 0,
        deleted: Vec::new(),
        n_deleting: 0,
    };
    let mut n_deletions = 0;
    for text in xml::all(content.root_element(), "text")
        .filter(|node| name(node.parent().unwrap_or(*node)) == "body")
    {
        n_deletions += xml::all(text, "deletion").count();
        walk.deleted = deleted_in(text);
        walk.blocks(text);
    }
    walk.write_notes();
    let body = walk.writer.finish();
    if n_deletions > 0 {
        job.report.note(
            None,
            format!("tracked changes: insertions kept, {n_deletions} deletions left out"),
            "",
        );
    }
    let meta = parts.meta.as_deref().map(xml::parse).and_then(Result::ok);
    let meta = meta
        .as_ref()
        .map_or(content.root_element(), roxmltree::Document::root_element);
    Ok(Draft {
        entries: properties::metadata(meta),
        body,
        ..Draft::default()
    })
}

/// Returns the ids of changes that delete what stands between their marks in the text.
fn deleted_in<'a>(text: Node<'a, '_>) -> Vec<&'a str> {
    let regions = xml::all(text, "changed-region");
    let deleting = regions.filter(|region| child(*region, "deletion").is_some());
    deleting
        .filter_map(|region| attribute(region, "id"))
        .collect()
}

struct List {
    style: String,
    number: u32,
}

struct Walk<'w, 'm, 'a, 'i> {
    writer: Writer<'m>,
    styles: &'w Styles,
    lists: Vec<List>,
    notes: Vec<(String, Node<'a, 'i>)>,
    n_quotations: usize,
    rows: usize,
    depth: usize,
    /// Ids of changes whose text, between their marks, was deleted.
    deleted: Vec<&'a str>,
    /// How many of these marks are open.
    n_deleting: usize,
}

writes_cells!(Walk);

impl<'a, 'i> Walk<'_, '_, 'a, 'i> {
    fn blocks(&mut self, parent: Node<'a, 'i>) {
        if self.depth > limits::DEPTH {
            return;
        }
        self.depth += 1;
        for node in parent.children() {
            match name(node) {
                "h" => {
                    let level =
                        attribute(node, "outline-level").and_then(|level| level.parse::<u8>().ok());
                    self.block(
                        node,
                        BlockKind::Heading(level.unwrap_or(1).clamp(1, 6)),
                        String::new(),
                    );
                }
                "p" => self.paragraph(node, None),
                "list" => self.list(node),
                "table" => self.table(node),
                "tracked-changes" | "table-of-content" | "alphabetical-index"
                | "illustration-index" | "table-index" | "annotation" | "forms"
                | "sequence-decls" | "variable-decls" | "user-field-decls" => {}
                "section" | "text-box" | "frame" | "bibliography" | "index-body"
                | "text-content" | "list-header" => {
                    self.blocks(node);
                }
                _ => {}
            }
        }
        self.depth -= 1;
    }

    fn paragraph(&mut self, node: Node<'a, 'i>, item: Option<(BlockKind, String)>) {
        let styled = attribute(node, "style-name").and_then(|id| self.styles.kind(id));
        let (kind, label) = match (styled, item) {
            (Some(kind @ (BlockKind::Heading(_) | BlockKind::Preformatted)), _) => {
                (kind, String::new())
            }
            (_, Some(item)) => item,
            (Some(kind), None) => (kind, String::new()),
            (None, None) if self.n_quotations > 0 => (BlockKind::Quotation, String::new()),
            (None, None) => (BlockKind::Paragraph, String::new()),
        };
        self.block(node, kind, label);
    }

    fn block(&mut self, node: Node<'a, 'i>, kind: BlockKind, label: String) {
        if self.rows > 0 {
            self.writer.text(" ");
            self.inlines(node);
            return;
        }
        self.writer.open_labelled(kind, label);
        self.inlines(node);
        self.writer.close();
        // Text boxes are anchored in paragraphs and stand behind them.
        for text_box in xml::all(node, "text-box") {
            let is_nested = text_box
                .ancestors()
                .skip(1)
                .take_while(|other| *other != node)
                .any(|other| name(other) == "text-box");
            if !is_nested {
                self.blocks(text_box);
            }
        }
    }

    fn list(&mut self, list: Node<'a, 'i>) {
        let outer = self.lists.last().map(|list| list.style.clone());
        let style = attribute(list, "style-name")
            .map(str::to_owned)
            .or(outer)
            .unwrap_or_default();
        self.lists.push(List { style, number: 0 });
        let depth = u8::try_from(self.lists.len() - 1).unwrap_or(u8::MAX);
        for item in list
            .children()
            .filter(|node| matches!(name(*node), "list-item" | "list-header"))
        {
            let mut label = self.next_label(item, depth);
            for node in item.children() {
                match name(node) {
                    "p" => self.paragraph(
                        node,
                        Some(
                            label
                                .take()
                                .unwrap_or((BlockKind::ListItem(depth), String::new())),
                        ),
                    ),
                    "h" => self.block(
                        node,
                        BlockKind::Heading(
                            attribute(node, "outline-level")
                                .and_then(|l| l.parse::<u8>().ok())
                                .unwrap_or(1)
                                .clamp(1, 6),
                        ),
                        String::new(),
                    ),
                    "list" => self.list(node),
                    _ => {}
                }
            }
        }
        self.lists.pop();
    }

    /// Counts an item and returns its kind and label.
    fn next_label(&mut self, item: Node<'_, '_>, depth: u8) -> Option<(BlockKind, String)> {
        let list = self.lists.last_mut()?;
        let start = attribute(item, "start-value").and_then(|start| start.parse().ok());
        list.number = start.unwrap_or(list.number.saturating_add(1));
        let level = self
            .styles
            .lists
            .get(&list.style)
            .and_then(|levels| levels.get(&(depth.saturating_add(1))));
        Some(match level {
            Some((format, suffix)) if !format.is_empty() => (
                BlockKind::OrderedItem(depth),
                format!("{}{} ", numeral(list.number, format), suffix.trim()),
            ),
            _ => (BlockKind::ListItem(depth), String::new()),
        })
    }

    fn table(&mut self, table: Node<'a, 'i>) {
        let rows: Vec<Node<'a, 'i>> = xml::all(table, "table-row")
            .filter(|row| row.ancestors().find(|other| name(*other) == "table") == Some(table))
            .collect();
        let cells_of = |row: Node<'a, 'i>| -> Vec<Node<'a, 'i>> {
            row.children()
                .filter(|cell| name(*cell) == "table-cell")
                .collect()
        };
        if self.rows > 0 {
            for cell in rows.iter().flat_map(|row| cells_of(*row)) {
                self.blocks(cell);
            }
            return;
        }
        write_rows(self, rows.into_iter().map(cells_of).collect());
    }

    fn inlines(&mut self, parent: Node<'a, 'i>) {
        if self.depth > limits::DEPTH {
            return;
        }
        self.depth += 1;
        for node in parent.children() {
            if node.is_text() {
                if self.n_deleting == 0 {
                    self.writer.text(node.text().unwrap_or(""));
                }
                continue;
            }
            match name(node) {
                "change-start" => self.n_deleting += usize::from(self.is_deleted(node)),
                "change-end" => {
                    let n = usize::from(self.is_deleted(node));
                    self.n_deleting = self.n_deleting.saturating_sub(n);
                }
                "s" => self.writer.text(" "),
                "tab" => self.writer.text(" "),
                "line-break" if self.rows == 0 => self.writer.line_break(),
                "line-break" => self.writer.text(" "),
                "note" => self.note(node),
                "annotation" | "annotation-end" | "frame" | "custom-shape" | "change"
                | "hidden-text" | "ruby-text" | "desc" | "title" => {}
                "span" => self.span(node),
                "a" => {
                    let href = attribute(node, "href").unwrap_or_default();
                    self.writer.open_span(InlineKind::Link(href.to_owned()));
                    self.inlines(node);
                    self.writer.close_span();
                }
                _ => self.inlines(node),
            }
        }
        self.depth -= 1;
    }

    fn is_deleted(&self, node: Node<'a, 'i>) -> bool {
        attribute(node, "change-id").is_some_and(|id| self.deleted.contains(&id))
    }

    fn span(&mut self, node: Node<'a, 'i>) {
        let style = attribute(node, "style-name").unwrap_or_default();
        let (is_bold, is_italic) = self.styles.bold.get(style).copied().unwrap_or_default();
        let kinds = [
            (is_bold || style == "Strong_20_Emphasis", InlineKind::Strong),
            (is_italic || style == "Emphasis", InlineKind::Emphasis),
        ];
        let n_spans = kinds.iter().filter(|(on, _)| *on).count();
        for (_, kind) in kinds.into_iter().filter(|(on, _)| *on) {
            self.writer.open_span(kind);
        }
        self.inlines(node);
        for _ in 0..n_spans {
            self.writer.close_span();
        }
    }

    fn note(&mut self, node: Node<'a, 'i>) {
        let label = (self.notes.len() + 1).to_string();
        self.writer.note_reference(&label);
        if let Some(body) = child(node, "note-body") {
            self.notes.push((label, body));
        }
    }

    fn write_notes(&mut self) {
        let mut at = 0;
        while let Some((label, body)) = self.notes.get(at).cloned() {
            self.writer.open_note(&label);
            self.rows += 1;
            self.blocks(body);
            self.rows -= 1;
            self.writer.close();
            at += 1;
        }
    }
}
