//! `CommonMark` with tables and footnotes, to blocks and inlines.

mod pictures;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::body::{Body, BodyWriter};
use crate::decoding::line_count;
use crate::html::{self, Piece};
use crate::{BlockKind, InlineKind, turns};
use pictures::Picture;

/// Reads Markdown whose first line has the number `first_line` in its source.
///
/// Soft breaks become spaces, hard breaks line ends. A picture becomes a caption behind its block.
/// Tags of HTML are left out, the text between them stays.
pub(crate) fn read(text: &str, first_line: u32) -> Body {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader::new(text, first_line);
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.go_to(range.start);
        reader.event(event, range.end);
    }
    reader.end_block();
    reader.writer.finish()
}

/// What surrounds the text that is being read; the innermost decides the kind of its blocks.
#[derive(Debug)]
enum Container {
    Quote,
    /// The next number, where the list is ordered.
    List(Option<u64>),
    Item(Option<u64>),
    /// The second and later blocks of an item or note.
    Continued,
    Note(String),
}

#[derive(Debug)]
struct Reader<'t> {
    text: &'t str,
    line_starts: Vec<usize>,
    first_line: u32,
    line: u32,
    writer: BodyWriter,
    containers: Vec<Container>,
    n_lists: usize,
    /// Pictures of the open block, to be written behind it.
    pictures: Vec<Picture>,
    /// The picture whose description is being read, and how many lie around it.
    open_picture: Option<Picture>,
    picture_depth: usize,
    /// How many pictures there were when each open link began.
    links: Vec<usize>,
    html: Option<String>,
    in_table: bool,
    n_cells: usize,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, first_line: u32) -> Self {
        let breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        Self {
            text,
            line_starts: breaks.map(|(at, _)| at + 1).collect(),
            first_line,
            line: first_line,
            writer: BodyWriter::default(),
            containers: Vec::new(),
            n_lists: 0,
            pictures: Vec::new(),
            open_picture: None,
            picture_depth: 0,
            links: Vec::new(),
            html: None,
            in_table: false,
            n_cells: 0,
        }
    }

    fn go_to(&mut self, offset: usize) {
        let n_before = self.line_starts.partition_point(|&start| start <= offset);
        self.line = self.first_line.saturating_add(line_count(n_before));
    }

    fn event(&mut self, event: Event<'_>, end: usize) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.push(&text),
            Event::Code(code) => self.push_marked(&code, InlineKind::Code),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.push(&text),
            Event::Html(html) => match &mut self.html {
                Some(block) => block.push_str(&html),
                None => self.push_html(&html),
            },
            Event::InlineHtml(html) => self.push_html(&html),
            Event::FootnoteReference(label) => {
                let kind = InlineKind::NoteReference(label.to_string());
                self.push_marked(&format!("[{label}]"), kind);
            }
            Event::SoftBreak => self.soft_break(end),
            Event::HardBreak => self.push("\n"),
            Event::Rule => self.end_block(),
            Event::TaskListMarker(done) => self.push(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => self.begin_block(),
            Tag::Heading { level, .. } => self.begin(BlockKind::Heading(level_of(level))),
            Tag::BlockQuote(_) => self.enter(Container::Quote),
            Tag::CodeBlock(kind) => {
                self.begin(BlockKind::Preformatted);
                // The language of a fence is no text; an indented block has none.
                debug_assert!(matches!(
                    kind,
                    CodeBlockKind::Fenced(_) | CodeBlockKind::Indented
                ));
            }
            Tag::HtmlBlock => {
                self.end_block();
                self.html = Some(String::new());
            }
            Tag::List(first) => {
                self.enter(Container::List(first));
                self.n_lists += 1;
            }
            Tag::Item => self.start_item(),
            Tag::FootnoteDefinition(label) => self.enter(Container::Note(label.to_string())),
            Tag::Table(_) => {
                self.end_block();
                self.in_table = true;
            }
            Tag::TableHead => self.start_row(BlockKind::TableHeader),
            Tag::TableRow => self.start_row(BlockKind::TableRow),
            Tag::TableCell => {
                if self.n_cells > 0 {
                    self.push(" | ");
                }
                self.n_cells += 1;
            }
            Tag::Emphasis => self.open_span(InlineKind::Emphasis),
            Tag::Strong => self.open_span(InlineKind::Strong),
            Tag::Link { dest_url, .. } => {
                self.links.push(self.pictures.len());
                self.open_span(InlineKind::Link(dest_url.to_string()));
            }
            Tag::Image { dest_url, .. } => self.start_picture(&dest_url),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock => self.end_block(),
            TagEnd::TableHead | TagEnd::TableRow => self.writer.close(),
            TagEnd::Table => {
                self.in_table = false;
                self.end_block();
            }
            TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::FootnoteDefinition => self.leave(),
            TagEnd::List(_) => {
                self.leave();
                self.n_lists = self.n_lists.saturating_sub(1);
            }
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::Emphasis | TagEnd::Strong if self.open_picture.is_none() => {
                self.writer.close_span();
            }
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_picture(),
            _ => {}
        }
    }

    fn enter(&mut self, container: Container) {
        self.end_block();
        self.containers.push(container);
    }

    fn leave(&mut self) {
        self.end_block();
        self.containers.pop();
    }

    fn start_item(&mut self) {
        let number = match self.containers.last_mut() {
            Some(Container::List(Some(next))) => {
                let number = *next;
                *next = next.saturating_add(1);
                Some(number)
            }
            _ => None,
        };
        self.enter(Container::Item(number));
    }

    fn start_row(&mut self, kind: BlockKind) {
        self.writer.open(kind, self.line, String::new());
        self.n_cells = 0;
    }

    /// Opens the block that the container asks for.
    fn begin_block(&mut self) {
        let depth = u8::try_from(self.n_lists.saturating_sub(1)).unwrap_or(u8::MAX);
        let (kind, prefix, continues) = match self.containers.last() {
            Some(Container::Quote) => (BlockKind::Quotation, String::new(), false),
            Some(Container::Item(None)) => (BlockKind::ListItem(depth), String::new(), true),
            Some(Container::Item(Some(number))) => {
                (BlockKind::OrderedItem(depth), format!("{number}. "), true)
            }
            Some(Container::Note(label)) => (BlockKind::Note, format!("[{label}] "), true),
            _ => (BlockKind::Paragraph, String::new(), false),
        };
        self.end_block();
        self.writer.open(kind, self.line, prefix);
        if let Some(container) = self.containers.last_mut()
            && continues
        {
            *container = Container::Continued;
        }
    }

    fn begin(&mut self, kind: BlockKind) {
        self.end_block();
        self.writer.open(kind, self.line, String::new());
    }

    /// Closes the open block and writes the pictures that stood in it.
    fn end_block(&mut self) {
        self.writer.close();
        if !self.in_table {
            for picture in std::mem::take(&mut self.pictures) {
                picture.write(&mut self.writer);
            }
        }
    }

    fn ensure_block(&mut self) {
        if !self.writer.is_open() {
            self.begin_block();
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(picture) = &mut self.open_picture {
            picture.description.push_str(text);
        } else if !text.is_empty() {
            self.ensure_block();
            self.writer.push(text);
        }
    }

    fn push_marked(&mut self, text: &str, kind: InlineKind) {
        if self.open_picture.is_some() {
            self.push(text);
        } else {
            self.ensure_block();
            self.writer.push_marked(text, kind);
        }
    }

    fn open_span(&mut self, kind: InlineKind) {
        if self.open_picture.is_none() {
            self.ensure_block();
            self.writer.open_span(kind);
        }
    }

    /// A soft break is a space, but before `Q:` or `A:` the next turn of an interview begins.
    fn soft_break(&mut self, end: usize) {
        let next_line = self
            .text
            .get(end..)
            .unwrap_or("")
            .split('\n')
            .next()
            .unwrap_or("");
        let is_turn = self.open_picture.is_none()
            && !self.writer.has_open_spans()
            && self.containers.is_empty()
            && turns::begins_turn(next_line);
        if is_turn {
            self.line = self.line.saturating_add(1);
            self.begin_block();
        } else {
            self.push(" ");
        }
    }

    fn end_link(&mut self) {
        if self.open_picture.is_some() {
            self.links.pop();
            return;
        }
        let n_pictures = self.links.pop().unwrap_or(usize::MAX);
        let is_empty = self.writer.is_span_empty();
        if is_empty && self.pictures.len() <= n_pictures {
            // A link without words would be lost: its address stands for them.
            if let Some(InlineKind::Link(address)) = self.writer.close_span() {
                self.push_marked(&address.clone(), InlineKind::Link(address));
            }
        } else if let Some(InlineKind::Link(address)) = self.writer.close_span()
            && is_empty
        {
            for picture in self.pictures.iter_mut().skip(n_pictures) {
                picture.link = Some(address.clone());
            }
        }
    }

    fn start_picture(&mut self, address: &str) {
        if self.open_picture.is_none() {
            self.open_picture = Some(Picture::new(address, self.line));
        } else {
            self.picture_depth += 1;
        }
    }

    fn end_picture(&mut self) {
        if self.picture_depth > 0 {
            self.picture_depth -= 1;
        } else {
            self.pictures.extend(self.open_picture.take());
            if !self.writer.is_open() {
                self.end_block();
            }
        }
    }

    fn push_html(&mut self, html: &str) {
        let mut found = Vec::new();
        html::pieces(html, &mut |piece| found.push(piece));
        for piece in found {
            match piece {
                Piece::Text(text) => self.push(&text),
                Piece::LineBreak => self.push("\n"),
                Piece::BlockEdge => {}
                Piece::Picture {
                    address,
                    description,
                } => {
                    self.add_html_picture(&address, description);
                }
            }
        }
    }

    fn end_html(&mut self) {
        let html = self.html.take().unwrap_or_default();
        let mut found = Vec::new();
        html::pieces(&html, &mut |piece| found.push(piece));
        for piece in found {
            match piece {
                Piece::Text(text) => self.push_words(&text),
                Piece::LineBreak => self.push("\n"),
                Piece::BlockEdge => self.end_block(),
                Piece::Picture {
                    address,
                    description,
                } => {
                    self.add_html_picture(&address, description);
                }
            }
        }
        self.end_block();
    }

    /// Writes text whose white space means nothing.
    fn push_words(&mut self, text: &str) {
        if text.starts_with(char::is_whitespace) {
            self.writer.push_space();
        }
        for (index, word) in text.split_whitespace().enumerate() {
            if index > 0 {
                self.writer.push_space();
            }
            self.push(word);
        }
        if text.ends_with(char::is_whitespace) {
            self.writer.push_space();
        }
    }

    fn add_html_picture(&mut self, address: &str, description: String) {
        let mut picture = Picture::new(address, self.line);
        picture.description = description;
        self.pictures.push(picture);
    }
}

fn level_of(level: HeadingLevel) -> u8 {
    level as u8
}

#[cfg(test)]
mod tests;
