//! A document's text as HTML that needs no program: each block as the element that it is.
//!
//! It reads as in the page's reader (`src/reading`), without its tools. Text is escaped; nothing is loaded:
//! pictures are links, and links lead only to http, https and mailto.

use crate::address::live;
use crate::interface::Interface;
use crate::template::escape;
use corpus::{Block, BlockId, BlockKind, ByteSpan, Document, Inline, InlineKind};
use std::collections::{HashMap, HashSet};

/// Separates the cells of a table row in a document's plain text.
const CELL_SEPARATOR: &str = " | ";

/// The deepest that HTML's headings go.
const DEEPEST_HEADING: usize = 6;

/// Where a text stands.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'s> {
    /// What stands before a block's id to make its anchor.
    pub anchor: &'s str,
    /// Level of the document's own heading.
    pub level: usize,
    /// The language of what the page says itself.
    pub interface: Interface,
}

/// Returns the direction of writing of a language tag.
pub fn direction(lang: Option<&str>) -> &'static str {
    match lang.and_then(|tag| tag.split('-').next()) {
        Some("ar" | "he" | "fa" | "ur" | "yi" | "ps" | "sd" | "ug" | "ckb" | "dv") => "rtl",
        _ => "ltr",
    }
}

/// Returns ` lang="…" dir="…"` for a document's elements.
pub fn language_attributes(lang: Option<&str>) -> String {
    let dir = direction(lang);
    match lang {
        Some(lang) => format!(" lang=\"{}\" dir=\"{dir}\"", escape(lang)),
        None => format!(" dir=\"{dir}\""),
    }
}

/// Returns all blocks as elements, without the heading that repeats the document's title.
///
/// Blocks that read the same share an id; the first of them has the anchor.
pub fn blocks(document: &Document, setting: Setting<'_>) -> String {
    let mut text = Text {
        document,
        setting,
        out: String::with_capacity(document.text.len() * 5 / 4),
        anchored: HashSet::new(),
        notes: notes(document),
        outline: Vec::new(),
    };
    let mut rest = without_title(document);
    while let Some(first) = rest.first() {
        let family = family(first.kind);
        let more = rest[1..].iter().take_while(|block| {
            self::family(block.kind) == family && block.kind != BlockKind::TableHeader
        });
        let n = match family {
            Family::Alone => 1,
            _ => 1 + more.count(),
        };
        let (group, after) = rest.split_at(n);
        text.group(family, group);
        rest = after;
    }
    text.out
}

/// Returns the blocks behind a first heading that is the title.
pub(crate) fn without_title(document: &Document) -> &[Block] {
    match document.blocks.split_first() {
        Some((first, rest))
            if matches!(first.kind, BlockKind::Heading(_))
                && slice(document, first.span) == document.title =>
        {
            rest
        }
        _ => &document.blocks,
    }
}

/// Returns the text of a span; empty where it does not fit.
pub fn slice(document: &Document, span: ByteSpan) -> &str {
    document
        .text
        .get(span.start as usize..span.end as usize)
        .unwrap_or("")
}

/// Blocks that make one element with their neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Alone,
    List,
    Quotation,
    Table,
    Notes,
}

fn family(kind: BlockKind) -> Family {
    match kind {
        BlockKind::ListItem(_) | BlockKind::OrderedItem(_) => Family::List,
        BlockKind::Quotation => Family::Quotation,
        BlockKind::TableHeader | BlockKind::TableRow => Family::Table,
        BlockKind::Note => Family::Notes,
        _ => Family::Alone,
    }
}

struct Text<'d> {
    document: &'d Document,
    setting: Setting<'d>,
    out: String,
    anchored: HashSet<&'d str>,
    notes: HashMap<&'d str, &'d str>,
    /// Levels in the source of the headings that the current one stands under.
    outline: Vec<u8>,
}

impl<'d> Text<'d> {
    fn group(&mut self, family: Family, group: &'d [Block]) {
        match family {
            Family::Alone => group.iter().for_each(|block| self.single(block)),
            Family::List => self.list(group),
            Family::Quotation => {
                self.out.push_str("<blockquote>");
                group.iter().for_each(|block| self.block("p", "", block));
                self.out.push_str("</blockquote>\n");
            }
            Family::Notes => {
                self.out
                    .push_str("<section class=\"notes\" role=\"doc-endnotes\">");
                group.iter().for_each(|block| self.block("p", "", block));
                self.out.push_str("</section>\n");
            }
            Family::Table => self.table(group),
        }
    }

    fn single(&mut self, block: &'d Block) {
        match block.kind {
            BlockKind::Heading(level) => {
                let tag = self.heading(level);
                self.block(&tag, "", block);
            }
            BlockKind::Question => self.block("p", " class=\"question\"", block),
            BlockKind::Answer => self.block("p", " class=\"answer\"", block),
            BlockKind::Caption => {
                self.out.push_str("<figure>");
                self.block("figcaption", "", block);
                self.out.push_str("</figure>");
            }
            BlockKind::Preformatted => self.block("pre", "", block),
            _ => self.block("p", "", block),
        }
        self.out.push('\n');
    }

    /// Returns the tag of a heading: none is more than one level deeper than the one before it.
    fn heading(&mut self, level: u8) -> String {
        while self.outline.last().is_some_and(|&above| above >= level) {
            self.outline.pop();
        }
        self.outline.push(level);
        let level = (self.setting.level + self.outline.len()).min(DEEPEST_HEADING);
        format!("h{level}")
    }

    fn block(&mut self, tag: &str, attributes: &str, block: &'d Block) {
        self.out.push_str(&format!("<{tag}{attributes}"));
        self.anchor(block);
        self.out.push('>');
        // The parser leaves out a line break right behind the tag.
        if tag == "pre" && slice(self.document, block.span).starts_with('\n') {
            self.out.push('\n');
        }
        self.inlines(block.span);
        self.out.push_str(&format!("</{tag}>"));
    }

    fn anchor(&mut self, block: &'d Block) {
        let text = slice(self.document, block.span);
        if self.anchored.insert(text) {
            let id = format!("{}{}", self.setting.anchor, BlockId::of(text));
            self.out.push_str(&format!(" id=\"{}\"", escape(&id)));
        }
    }

    /// Writes a list with the deeper items inside the item before them.
    fn list(&mut self, items: &'d [Block]) {
        // The open lists, each with the depth of its items: one that skips a depth goes one deeper, not two.
        let mut open: Vec<(&str, u8)> = Vec::new();
        for item in items {
            let (tag, depth) = match item.kind {
                BlockKind::OrderedItem(depth) => ("ol", depth),
                BlockKind::ListItem(depth) => ("ul", depth),
                _ => continue,
            };
            while open.last().is_some_and(|&last| {
                let (last_tag, last_depth) = last;
                last_depth > depth || (last_depth == depth && last_tag != tag)
            }) {
                self.end_list(&mut open);
            }
            if open.last() == Some(&(tag, depth)) {
                self.out.push_str("</li>");
            } else {
                self.out.push_str(&format!("<{tag}>"));
                open.push((tag, depth));
            }
            self.out.push_str("<li");
            self.anchor(item);
            self.out.push('>');
            self.item_text(tag, item.span);
        }
        while !open.is_empty() {
            self.end_list(&mut open);
        }
        self.out.push('\n');
    }

    fn end_list(&mut self, open: &mut Vec<(&str, u8)>) {
        if let Some((tag, _)) = open.pop() {
            self.out.push_str(&format!("</li></{tag}>"));
        }
    }

    /// The number of an ordered item is part of the text and takes the place of the browser's.
    fn item_text(&mut self, tag: &str, span: ByteSpan) {
        let text = slice(self.document, span);
        match text.split_once(' ').filter(|_| tag == "ol") {
            Some((number, _)) if number.ends_with(['.', ')']) => {
                let number = escape(number);
                self.out
                    .push_str(&format!("<span class=\"ordinal\">{number}</span> "));
                let behind = span.start + text.find(' ').unwrap_or(0) as u32 + 1;
                self.inlines(ByteSpan::new(behind, span.end));
            }
            _ => self.inlines(span),
        }
    }

    fn table(&mut self, rows: &'d [Block]) {
        self.out
            .push_str("<div class=\"table\" tabindex=\"0\"><table>");
        let (head, body) = match rows.split_first() {
            Some((first, rest)) if first.kind == BlockKind::TableHeader => (Some(first), rest),
            _ => (None, rows),
        };
        if let Some(head) = head {
            self.out.push_str("<thead>");
            self.row(head, "th scope=\"col\"", "th");
            self.out.push_str("</thead>");
        }
        self.out.push_str("<tbody>");
        for row in body {
            self.row(row, "td", "td");
        }
        self.out.push_str("</tbody></table></div>\n");
    }

    fn row(&mut self, row: &'d Block, open: &str, close: &str) {
        self.out.push_str("<tr");
        self.anchor(row);
        self.out.push('>');
        let mut start = row.span.start;
        for cell in slice(self.document, row.span).split(CELL_SEPARATOR) {
            let end = start + cell.len() as u32;
            self.out.push_str(&format!("<{open}>"));
            self.inlines(ByteSpan::new(start, end));
            self.out.push_str(&format!("</{close}>"));
            start = end + CELL_SEPARATOR.len() as u32;
        }
        self.out.push_str("</tr>");
    }

    /// Writes the text of a span with its emphasis and links, properly nested.
    fn inlines(&mut self, span: ByteSpan) {
        let inlines = &self.document.inlines;
        let first = inlines.partition_point(|inline| inline.span.start < span.start);
        let mut inside: Vec<&Inline> = inlines[first..]
            .iter()
            .take_while(|inline| inline.span.start <= span.end)
            .filter(|inline| inline.span.end <= span.end)
            .collect();
        inside.sort_by_key(|inline| (inline.span.start, std::cmp::Reverse(inline.span.end)));
        let mut open: Vec<(u32, String)> = Vec::new();
        let mut position = span.start;
        let mut links = 0_usize;
        for inline in inside {
            self.end_until(inline.span.start, &mut position, &mut open, &mut links);
            self.escaped(position, inline.span.start);
            position = position.max(inline.span.start);
            let end = open
                .last()
                .map_or(inline.span.end, |&(end, _)| end.min(inline.span.end));
            let (start_tag, end_tag) = self.tags(&inline.kind, links > 0);
            links += usize::from(end_tag.contains("</a>"));
            self.out.push_str(&start_tag);
            open.push((end, end_tag));
        }
        self.end_until(span.end, &mut position, &mut open, &mut links);
        self.escaped(position, span.end);
        while let Some((_, tag)) = open.pop() {
            self.out.push_str(&tag);
        }
    }

    fn end_until(
        &mut self,
        until: u32,
        position: &mut u32,
        open: &mut Vec<(u32, String)>,
        links: &mut usize,
    ) {
        while open.last().is_some_and(|&(end, _)| end <= until) {
            let Some((end, tag)) = open.pop() else { break };
            self.escaped(*position, end);
            *position = end.max(*position);
            *links -= usize::from(tag.contains("</a>"));
            self.out.push_str(&tag);
        }
    }

    fn escaped(&mut self, start: u32, end: u32) {
        let text = slice(self.document, ByteSpan::new(start, end));
        self.out.push_str(&escape(text));
    }

    /// Returns what stands before and behind a stretch that is set apart; no link stands inside another.
    fn tags(&self, kind: &InlineKind, is_in_link: bool) -> (String, String) {
        let plain = |tag: &str| (format!("<{tag}>"), format!("</{tag}>"));
        match kind {
            InlineKind::Emphasis => plain("em"),
            InlineKind::Strong => plain("strong"),
            InlineKind::Code => plain("code"),
            _ if is_in_link => plain("span"),
            InlineKind::Link(target) => match live(target) {
                Some(address) => (leading_out(address), "</a>".to_owned()),
                None => plain("span"),
            },
            InlineKind::Picture(target) => match live(target) {
                Some(address) => (
                    "<span class=\"picture\">".to_owned(),
                    format!(
                        " [{}{}</a>]</span>",
                        leading_out(address),
                        self.setting.interface.say("picture")
                    ),
                ),
                None => plain("span"),
            },
            InlineKind::NoteReference(label) => match self.notes.get(label.as_str()) {
                Some(block) => {
                    let place = format!("{}{}", self.setting.anchor, BlockId::of(block));
                    let place = escape(&place);
                    (
                        format!("<sup class=\"note-reference\"><a href=\"#{place}\">"),
                        "</a></sup>".to_owned(),
                    )
                }
                None => plain("sup"),
            },
        }
    }
}

/// Returns the texts of a document's notes by their labels; of two with one label the first.
fn notes(document: &Document) -> HashMap<&str, &str> {
    let mut notes = HashMap::new();
    for block in &document.blocks {
        if block.kind == BlockKind::Note {
            let text = slice(document, block.span);
            let label = text.trim_start_matches(['[', '^']);
            let label = label.split([']', ' ', '.', ':', ')']).next();
            notes.entry(label.unwrap_or("")).or_insert(text);
        }
    }
    notes
}

/// Returns the start of a link that tells the place it leads to nothing about the page.
pub(crate) fn leading_out(address: &str) -> String {
    format!(
        "<a href=\"{}\" rel=\"noopener noreferrer nofollow\">",
        escape(address)
    )
}

#[cfg(test)]
mod tests;
