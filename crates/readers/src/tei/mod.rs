//! TEI P5: metadata of the header, divisions, paragraphs, speeches, verse, notes and quotations.

mod header;

use corpus::{BlockKind, InlineKind};
use roxmltree::Node;

use crate::draft::{Draft, Job};
use crate::limits;
use crate::text_encoding;
use crate::writer::Writer;
use crate::xml::{self, attribute, child, name};

/// Reads one document, or every text of a `teiCorpus`.
pub(crate) fn read(bytes: &[u8], job: &mut Job<'_, '_>) {
    let declared = declared_encoding(bytes);
    let text = text_encoding::decode(bytes, declared.as_deref(), job.report);
    let document = match xml::parse(&text) {
        Ok(document) => document,
        Err((line, reason)) => {
            let message = format!("this is an XML file, but {reason}");
            job.report.error(
                line,
                message,
                "check it with an XML editor; every element needs its end",
            );
            return;
        }
    };
    let root = document.root_element();
    let texts: Vec<Node<'_, '_>> = xml::all(root, "TEI")
        .chain(xml::all(root, "TEI.2"))
        .collect();
    match &texts[..] {
        [] => job.report.error(
            Some(1),
            format!("XML of the kind <{}> is not read", name(root)),
            "of XML, TEI and XHTML are read; convert the file to TEI, HTML or text",
        ),
        [text] => add(*text, None, job),
        several => {
            for (index, text) in several.iter().enumerate() {
                add(*text, Some(index + 1), job);
            }
        }
    }
}

fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let (_, rest) = head.strip_prefix("<?xml")?.split_once("encoding=")?;
    let quote = rest.chars().next()?;
    rest[1..].split(quote).next().map(str::to_owned)
}

fn add(text: Node<'_, '_>, number: Option<usize>, job: &mut Job<'_, '_>) {
    let entries = child(text, "teiHeader")
        .map(|header| header::metadata(header, text))
        .unwrap_or_default();
    let mut walk = Walk {
        writer: Writer::new(&mut job.mender),
        notes: Vec::new(),
        depth: 0,
        level: 0,
        n_quotations: 0,
        speaker: None,
    };
    for inner in text.children().filter(|node| name(*node) == "text") {
        walk.blocks(inner);
    }
    walk.write_notes();
    let body = walk.writer.finish();
    let line = number.map(|_| text.document().text_pos_at(text.range().start).row);
    job.add(Draft {
        entries,
        body,
        line,
        number,
    });
}

struct Walk<'m, 'a, 'i> {
    writer: Writer<'m>,
    notes: Vec<(String, Node<'a, 'i>)>,
    depth: usize,
    /// Depth of divisions: the level of their heads.
    level: u8,
    n_quotations: usize,
    speaker: Option<String>,
}

impl<'a, 'i> Walk<'_, 'a, 'i> {
    fn blocks(&mut self, parent: Node<'a, 'i>) {
        if self.depth > limits::DEPTH {
            return;
        }
        self.depth += 1;
        for node in parent.children() {
            if node.is_text() {
                self.stray(node.text().unwrap_or(""));
                continue;
            }
            match name(node) {
                "" => {}
                "div" | "div1" | "div2" | "div3" | "div4" | "div5" | "body" | "front" | "back"
                | "group" | "text" => {
                    self.level += u8::from(name(node).starts_with("div"));
                    self.writer.close();
                    self.blocks(node);
                    self.writer.close();
                    self.level -= u8::from(name(node).starts_with("div"));
                }
                "head" => {
                    let is_caption = matches!(name(parent), "figure" | "table" | "list");
                    let kind = if is_caption {
                        BlockKind::Caption
                    } else {
                        BlockKind::Heading(self.level.clamp(1, 6))
                    };
                    self.block(node, kind);
                }
                "p" | "ab" | "l" | "byline" | "dateline" | "salute" | "signed" | "opener"
                | "closer" | "trailer" | "docTitle" | "docAuthor" | "docImprint" | "stage"
                | "camera" | "view" | "u" => self.block(node, self.paragraph()),
                "lg" if !self.has_groups(node) => self.verses(node),
                "sp" => self.speech(node),
                "quote" | "q" | "cit" | "epigraph"
                    if self.has_blocks(node) || !self.writer.is_open() =>
                {
                    self.quotation(node);
                }
                "list" | "listBibl" => self.list(node, 0),
                "table" => self.table(node),
                "figDesc" => self.block(node, BlockKind::Caption),
                "note" => self.keep_note(node),
                "fw" | "pb" | "cb" | "lb" | "milestone" | "gap" | "teiHeader" | "del" | "abbr"
                | "orig" | "sic" => {}
                _ if self.has_blocks(node) => self.blocks(node),
                _ => {
                    self.ensure_paragraph();
                    self.inline(node);
                }
            }
        }
        self.depth -= 1;
    }

    fn quotation(&mut self, node: Node<'a, 'i>) {
        self.writer.close();
        self.n_quotations += 1;
        if self.has_blocks(node) || name(node) == "cit" {
            self.blocks(node);
        } else {
            self.block(node, BlockKind::Quotation);
        }
        self.writer.close();
        self.n_quotations -= 1;
    }

    /// Returns what a paragraph is here.
    fn paragraph(&self) -> BlockKind {
        if self.n_quotations > 0 {
            BlockKind::Quotation
        } else {
            BlockKind::Paragraph
        }
    }

    fn ensure_paragraph(&mut self) {
        self.writer.ensure_open(self.paragraph());
    }

    fn stray(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.ensure_paragraph();
            self.writer.text(text);
        }
    }

    fn has_blocks(&self, node: Node<'_, '_>) -> bool {
        node.children().any(|inner| {
            matches!(
                name(inner),
                "p" | "lg"
                    | "l"
                    | "sp"
                    | "div"
                    | "list"
                    | "table"
                    | "ab"
                    | "quote"
                    | "head"
                    | "figDesc"
                    | "u"
                    | "cit"
                    | "body"
            )
        })
    }

    fn has_groups(&self, node: Node<'_, '_>) -> bool {
        node.children().any(|inner| name(inner) == "lg")
    }

    fn block(&mut self, node: Node<'a, 'i>, kind: BlockKind) {
        self.writer.open(kind);
        if let Some(speaker) = self.speaker.take().or_else(|| who(node)) {
            self.writer.text(&speaker);
            self.writer.text(": ");
        }
        self.inlines(node);
        self.writer.close();
    }

    /// Writes a stanza as one block with its lines.
    fn verses(&mut self, node: Node<'a, 'i>) {
        for head in node.children().filter(|inner| name(*inner) == "head") {
            self.block(head, BlockKind::Heading((self.level + 1).clamp(1, 6)));
        }
        let kind = if self.n_quotations > 0 {
            BlockKind::Quotation
        } else {
            BlockKind::Paragraph
        };
        self.writer.open(kind);
        if let Some(speaker) = self.speaker.take() {
            self.writer.text(&format!("{speaker}: "));
        }
        let mut is_first = true;
        for line in node.children().filter(|inner| name(*inner) == "l") {
            if !is_first {
                self.writer.line_break();
            }
            self.inlines(line);
            is_first = false;
        }
        self.writer.close();
    }

    /// Writes a speech: the speaker's name opens its first block, as in printed plays and interviews.
    fn speech(&mut self, node: Node<'a, 'i>) {
        let speaker = child(node, "speaker").map(xml::text).or_else(|| who(node));
        self.speaker = speaker
            .map(|name| name.trim_end_matches(['.', ':', ' ']).to_owned())
            .filter(|name| !name.is_empty());
        self.writer.close();
        for inner in node.children() {
            match name(inner) {
                "speaker" | "" => {}
                "l" | "p" | "ab" => self.block(inner, BlockKind::Paragraph),
                "lg" => self.verses(inner),
                "stage" => {
                    let speaker = self.speaker.take();
                    self.block(inner, BlockKind::Paragraph);
                    self.speaker = speaker;
                }
                _ => self.block(inner, BlockKind::Paragraph),
            }
        }
        self.speaker = None;
    }

    fn list(&mut self, list: Node<'a, 'i>, depth: u8) {
        self.writer.close();
        let is_numbered = matches!(
            attribute(list, "type").or(attribute(list, "rend")),
            Some("ordered" | "numbered")
        );
        let mut number = 0;
        for node in list.children() {
            match name(node) {
                "head" => self.block(node, BlockKind::Caption),
                "item" | "bibl" | "label" => {
                    number += u32::from(name(node) != "label");
                    if is_numbered && name(node) == "item" {
                        self.writer
                            .open_labelled(BlockKind::OrderedItem(depth), format!("{number}. "));
                    } else {
                        self.writer.open(BlockKind::ListItem(depth));
                    }
                    let inner_lists: Vec<Node<'_, '_>> = node
                        .children()
                        .filter(|inner| name(*inner) == "list")
                        .collect();
                    self.inlines(node);
                    self.writer.close();
                    for inner in inner_lists {
                        if self.depth < limits::DEPTH {
                            self.depth += 1;
                            self.list(inner, depth.saturating_add(1));
                            self.depth -= 1;
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn table(&mut self, table: Node<'a, 'i>) {
        for head in table.children().filter(|node| name(*node) == "head") {
            self.block(head, BlockKind::Caption);
        }
        for (index, row) in table
            .children()
            .filter(|node| name(*node) == "row")
            .enumerate()
        {
            let is_header = index == 0;
            self.writer.open(if is_header {
                BlockKind::TableHeader
            } else {
                BlockKind::TableRow
            });
            for (place, cell) in row
                .children()
                .filter(|node| name(*node) == "cell")
                .enumerate()
            {
                if place > 0 {
                    self.writer.cell_edge();
                }
                self.inlines(cell);
            }
            self.writer.close();
        }
    }

    fn inlines(&mut self, parent: Node<'a, 'i>) {
        if self.depth > limits::DEPTH {
            return;
        }
        self.depth += 1;
        for node in parent.children() {
            if node.is_text() {
                self.writer.text(node.text().unwrap_or(""));
            } else {
                self.inline(node);
            }
        }
        self.depth -= 1;
    }

    fn inline(&mut self, node: Node<'a, 'i>) {
        match name(node) {
            "lb" if attribute(node, "break") == Some("no") => {}
            "lb" | "pb" | "cb" => self.writer.text(" "),
            "note" => self.keep_note(node),
            "fw" | "del" | "list" | "table" | "" => {}
            // Of two readings the corrected and expanded one is text.
            "choice" => {
                let chosen = ["corr", "reg", "expan"]
                    .iter()
                    .find_map(|wanted| child(node, wanted));
                self.inlines(chosen.unwrap_or(node));
            }
            "hi" | "emph" | "title" | "foreign" => {
                self.writer.open_span(InlineKind::Emphasis);
                self.inlines(node);
                self.writer.close_span();
            }
            "ref" | "ptr" if attribute(node, "target").is_some() => {
                let target = attribute(node, "target").unwrap_or_default();
                self.writer.open_span(InlineKind::Link(target.to_owned()));
                self.inlines(node);
                self.writer.close_span();
            }
            "l" => {
                self.inlines(node);
                self.writer.line_break();
            }
            "p" | "ab" => {
                self.writer.text(" ");
                self.inlines(node);
                self.writer.text(" ");
            }
            _ => self.inlines(node),
        }
    }

    fn keep_note(&mut self, node: Node<'a, 'i>) {
        let label =
            attribute(node, "n").map_or_else(|| (self.notes.len() + 1).to_string(), str::to_owned);
        if self.writer.is_open() {
            self.writer.note_reference(&label);
        }
        self.notes.push((label, node));
    }

    fn write_notes(&mut self) {
        let mut at = 0;
        while let Some((label, note)) = self.notes.get(at).cloned() {
            self.writer.open_note(&label);
            self.inlines(note);
            self.writer.close();
            at += 1;
        }
    }
}

/// Returns the speaker that an utterance names.
fn who(node: Node<'_, '_>) -> Option<String> {
    matches!(name(node), "u" | "sp")
        .then(|| attribute(node, "who"))
        .flatten()
        .map(|who| who.trim_start_matches('#').to_owned())
}
