//! A document's text as a tree of elements: blocks, emphasis and links, marks.
//!
//! Offsets are bytes of the document's plain text, as everywhere. The tree holds every byte of every block
//! exactly once and in order, so the browser's own search, copy and print see the whole text.

mod inline;
mod lists;

use crate::markup::{Element, Node, element, link, styled, worded};
use crate::state::{Place, ViewState};
use crate::wording;
use inline::Inlines;
use protocol::{BlockRecord, DocumentRecord, SummaryRecord};
use sorting::SmallSort;

/// Separates the cells of a table row in a document's plain text.
const CELL_SEPARATOR: &str = " | ";

/// Returns the writing direction of a language tag.
#[must_use]
pub fn direction(lang: Option<&str>) -> &'static str {
    match lang.and_then(|tag| tag.split('-').next()) {
        Some("ar" | "he" | "fa" | "ur" | "yi" | "ps" | "sd" | "ug" | "ckb" | "dv") => "rtl",
        _ => "ltr",
    }
}

/// Returns the first value of a metadata field.
#[must_use]
pub fn first_value<'s>(summary: &'s SummaryRecord, name: &str) -> Option<&'s str> {
    summary
        .fields
        .iter()
        .find(|field| field.name == name)?
        .values
        .first()
        .map(String::as_str)
}

/// Returns author, source and date as one line, each part only where it is known.
#[must_use]
pub fn byline(summary: &SummaryRecord) -> Element {
    let mut line = styled("p", "byline");
    let date = summary.date.as_deref().map(|date| {
        element("time")
            .with("datetime", date)
            .text(&wording::date(date))
    });
    let parts = [
        first_value(summary, "author")
            .map(|author| styled("span", "author").with("dir", "auto").text(author)),
        first_value(summary, "source")
            .map(|source| styled("cite", "source").with("dir", "auto").text(source)),
        date,
    ];
    for (i, part) in parts.into_iter().flatten().enumerate() {
        // The dot stays with what it follows, so that no line begins with it.
        if i > 0 {
            line = line.text("\u{a0}· ");
        }
        line = line.child(part);
    }
    line
}

/// Returns the whole document: heading, metadata, text.
///
/// Every match is a `mark` with `data-match`, counted from 0 in the order of the text; a match that
/// crosses emphasis consists of several. Every block has an element with the id `b-<block id>`.
#[must_use]
pub fn document(record: &DocumentRecord, state: &ViewState) -> Element {
    let mut text = TextTree::new(record, state);
    let lang = record.summary.lang.as_deref().unwrap_or("");
    let (head, blocks) = text.title();
    let mut body = styled("div", "text").with("dir", direction(record.summary.lang.as_deref()));
    let mut article = styled("article", "document").with("aria-labelledby", "document-title");
    if !lang.is_empty() {
        body = body.with("lang", lang);
    }
    article = article.child(header(record, head));
    article.child(body.children(text.blocks(blocks)))
}

fn header(record: &DocumentRecord, title: Element) -> Element {
    let summary = &record.summary;
    let mut header = styled("header", "document-head")
        .child(title)
        .child(byline(summary));
    let mut facts = styled("ul", "facts");
    if let Some(url) = first_value(summary, "url") {
        facts = facts.child(element("li").child(inline::outward_link(url, &wording::SOURCE_LINK)));
    }
    facts = facts.child(worded("li", &wording::n_words(summary.n_words as usize)));
    for name in ["lang", "tag"] {
        let values = summary
            .fields
            .iter()
            .filter(|field| field.name == name)
            .flat_map(|field| &field.values);
        for value in values {
            let address = ViewState::filtered_by(name, value).to_fragment();
            let tag = link(&address, &wording::value(name, value))
                .with("class", "tag")
                .with("dir", "auto");
            facts = facts.child(element("li").child(tag));
        }
    }
    header = header.child(facts);
    header
}

struct TextTree<'d> {
    record: &'d DocumentRecord,
    state: &'d ViewState,
    inlines: Inlines<'d>,
    /// Levels of the headings that the current one stands under. Its tag says how many there are: the first
    /// heading is an `h2` and none is more than one deeper than the one before it, whatever the source has.
    outline: Vec<u8>,
    /// Ids with the start of their first block, in order: blocks that read the same share an id, and only
    /// the first of them gets the anchor.
    anchors: Vec<(&'d str, u32)>,
}

impl<'d> TextTree<'d> {
    fn new(record: &'d DocumentRecord, state: &'d ViewState) -> Self {
        let inlines = Inlines::new(record, state);
        let mut anchors: Vec<(&str, u32)> = Vec::with_capacity(record.blocks.len());
        for block in &record.blocks {
            anchors.push((&block.id, block.start));
        }
        anchors.small_sort();
        Self {
            record,
            state,
            inlines,
            outline: Vec::new(),
            anchors,
        }
    }

    /// Returns the document's heading and the blocks that remain. A text that begins with its own title as
    /// a heading shows it once, with its marks.
    fn title(&mut self) -> (Element, &'d [BlockRecord]) {
        let heading = element("h1").with("id", "document-title");
        let lang = self.record.summary.lang.as_deref();
        let heading = heading
            .with("dir", direction(lang))
            .with("lang", lang.unwrap_or(""));
        match self.record.blocks.split_first() {
            Some((first, rest))
                if first.kind == "heading" && self.text(first) == self.record.summary.title =>
            {
                let anchor = self.anchored(styled("span", "title"), first);
                (
                    heading.child(anchor.children(self.inlines.of(first.start, first.end))),
                    rest,
                )
            }
            _ => (
                heading.text(&self.record.summary.title),
                &self.record.blocks,
            ),
        }
    }

    fn text(&self, block: &BlockRecord) -> &'d str {
        self.record
            .text
            .get(block.start as usize..block.end as usize)
            .unwrap_or("")
    }

    /// Returns elements for all blocks, neighbours of one kind joined to a list or a table.
    fn blocks(&mut self, mut blocks: &'d [BlockRecord]) -> Vec<Node> {
        let mut nodes = Vec::new();
        while let Some(first) = blocks.first() {
            let family = family(&first.kind);
            let n = match family {
                Family::Alone => 1,
                _ => blocks
                    .iter()
                    .take_while(|block| self::family(&block.kind) == family)
                    .count(),
            };
            let n = if family == Family::Table {
                self.table_length(&blocks[..n])
            } else {
                n
            };
            let (group, rest) = blocks.split_at(n);
            nodes.push(Node::Element(match family {
                Family::List => self.list(group),
                Family::Table => self.table(group),
                Family::Quotation => self.paragraphs(element("blockquote"), group),
                Family::Notes => {
                    let notes = styled("section", "notes").with("role", "doc-endnotes");
                    self.paragraphs(notes, group)
                }
                Family::Alone => self.single(first),
            }));
            blocks = rest;
        }
        nodes
    }

    fn paragraphs(&mut self, mut around: Element, blocks: &'d [BlockRecord]) -> Element {
        for block in blocks {
            around = around.child(self.block("p", block));
        }
        around
    }

    fn single(&mut self, block: &'d BlockRecord) -> Element {
        match block.kind.as_str() {
            "heading" => {
                const TAGS: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];
                while self
                    .outline
                    .last()
                    .is_some_and(|&above| above >= block.level)
                {
                    self.outline.pop();
                }
                let depth = self.outline.len().min(TAGS.len() - 1);
                self.outline.push(block.level);
                self.block(TAGS[depth], block)
            }
            "question" => self.block("p", block).with("class", "turn question"),
            "answer" => self.block("p", block).with("class", "turn answer"),
            "caption" => {
                let caption = self.block("figcaption", block);
                element("figure").child(caption)
            }
            "preformatted" => self.block("pre", block),
            _ => self.block("p", block),
        }
    }

    /// Returns the block's content in an element that its link leads to.
    fn block(&mut self, tag: &'static str, block: &'d BlockRecord) -> Element {
        let content = self.inlines.of(block.start, block.end);
        self.anchored(element(tag), block)
            .children(content)
            .child(self.permalink(block))
    }

    fn anchored(&self, element: Element, block: &'d BlockRecord) -> Element {
        let at = self
            .anchors
            .partition_point(|&(id, _)| id < block.id.as_str());
        match self.anchors.get(at) {
            Some(&(_, start)) if start == block.start => {
                element.with("id", &["b-", &block.id].concat())
            }
            _ => element,
        }
    }

    fn permalink(&self, block: &BlockRecord) -> Element {
        let place = Place::Document {
            id: self.record.summary.id.clone(),
            block: block.id.clone(),
            at: None,
        };
        let address = ViewState {
            place,
            query: self.state.query.clone(),
            ..ViewState::default()
        }
        .to_fragment();
        styled("a", "permalink")
            .with("href", &address)
            .with("aria-label", &wording::LINK_TO_PASSAGE)
    }

    /// Returns the number of rows of the first table among `rows`: a further header begins another table.
    fn table_length(&self, rows: &[BlockRecord]) -> usize {
        rows.iter()
            .skip(1)
            .position(|row| row.kind == "table_header")
            .map_or(rows.len(), |next| next + 1)
    }

    fn table(&mut self, rows: &'d [BlockRecord]) -> Element {
        let mut table = element("table");
        let (head, body) = match rows.split_first() {
            Some((first, rest)) if first.kind == "table_header" => (Some(first), rest),
            _ => (None, rows),
        };
        if let Some(head) = head {
            let row = self.row(head, true);
            table = table.child(element("thead").child(row));
        }
        let mut rows = element("tbody");
        for row in body {
            rows = rows.child(self.row(row, false));
        }
        let table = table.child(rows);
        styled("div", "table")
            .with("tabindex", "0")
            .with("role", "group")
            .child(table)
    }

    fn row(&mut self, block: &'d BlockRecord, is_header: bool) -> Element {
        let mut row = self.anchored(element("tr"), block);
        let mut start = block.start;
        for cell in self.text(block).split(CELL_SEPARATOR) {
            let end = start + cell.len() as u32;
            let tag = if is_header {
                element("th").with("scope", "col")
            } else {
                element("td")
            };
            row = row.child(tag.children(self.inlines.of(start, end)));
            start = end + CELL_SEPARATOR.len() as u32;
        }
        row
    }
}

/// Kinds of blocks that stand in one element together.
#[derive(PartialEq, Eq, Clone, Copy)]
enum Family {
    List,
    Table,
    Quotation,
    Notes,
    Alone,
}

fn family(kind: &str) -> Family {
    match kind {
        "list_item" | "ordered_item" => Family::List,
        "table_header" | "table_row" => Family::Table,
        "quotation" => Family::Quotation,
        "note" => Family::Notes,
        _ => Family::Alone,
    }
}

#[cfg(test)]
mod tests;
