//! Word documents (Office Open XML, ECMA-376): paragraphs by their styles, lists, tables, notes.
//!
//! What was inserted under tracked changes is text, what was deleted is not. Headers, footers and comments
//! are left out.

use std::collections::{BTreeMap, BTreeSet};

use corpus::parts::Entry;
use corpus::{BlockKind, InlineKind};
use roxmltree::Node;

use crate::draft::{Draft, Job, entry, push, push_date};
use crate::limits;
use crate::package::{self, Package};
use crate::writer::Writer;
use crate::xml::{self, attribute, child, name};

/// Reads one document.
pub(crate) fn read(bytes: &[u8], job: &mut Job<'_, '_>) {
    let result = parts_of(bytes).and_then(|parts| draft(&parts, job));
    match result {
        Ok(draft) => job.add(draft),
        Err(reason) => job.report.error(
            None,
            format!("this is a Word document, but {reason}"),
            package::remedy(
                &reason,
                "open it in Word or LibreOffice and save it anew, or fetch it again from where it came",
            ),
        ),
    }
}

#[derive(Debug, Default)]
struct Parts {
    document: String,
    styles: Option<String>,
    numbering: Option<String>,
    footnotes: Option<String>,
    endnotes: Option<String>,
    core: Option<String>,
    /// Why parts other than the text could not be had.
    damaged: Vec<String>,
}

fn parts_of(bytes: &[u8]) -> Result<Parts, String> {
    let mut package = Package::open(bytes)?;
    let folder = "word/";
    let main = package
        .names()
        .into_iter()
        .find(|name| name.starts_with("word/document") && name.ends_with(".xml"))
        .ok_or("it has no text part (word/document.xml)")?;
    let document = package.text(&main)?.ok_or("it has no text part")?;
    let mut damaged = Vec::new();
    let mut part = |name: &str| {
        package.text(name).unwrap_or_else(|reason| {
            damaged.push(reason);
            None
        })
    };
    Ok(Parts {
        document,
        styles: part(&format!("{folder}styles.xml")),
        numbering: part(&format!("{folder}numbering.xml")),
        footnotes: part(&format!("{folder}footnotes.xml")),
        endnotes: part(&format!("{folder}endnotes.xml")),
        core: part("docProps/core.xml"),
        damaged,
    })
}

fn draft(parts: &Parts, job: &mut Job<'_, '_>) -> Result<Draft, String> {
    let reason = |(line, reason): (Option<u32>, String)| match line {
        Some(line) => format!("{reason}, in line {line} of its text part"),
        None => reason,
    };
    let document = xml::parse(&parts.document).map_err(reason)?;
    let styles = parts.styles.as_deref().map(Styles::of).unwrap_or_default();
    let numbering = parts
        .numbering
        .as_deref()
        .map(Numbering::of)
        .unwrap_or_default();
    let mut walk = Walk {
        writer: Writer::new(&mut job.mender),
        styles: &styles,
        numbering: &numbering,
        counters: BTreeMap::new(),
        notes: Vec::new(),
        n_revisions: 0,
        rows: 0,
        depth: 0,
        pending_boxes: Vec::new(),
    };
    if let Some(body) = child(document.root_element(), "body") {
        walk.blocks(body);
    }
    for (kind, source) in [("footnote", &parts.footnotes), ("endnote", &parts.endnotes)] {
        if let Some(Ok(notes)) = source.as_deref().map(xml::parse) {
            walk.write_notes(kind, notes.root_element());
        }
    }
    let n_revisions = walk.n_revisions;
    let body = walk.writer.finish();
    for reason in &parts.damaged {
        job.report.warning(
            None,
            format!("this is a Word document, but {reason}; the text is read without it"),
            "open it in Word or LibreOffice and save it anew",
        );
    }
    if n_revisions > 0 {
        job.report.note(
            None,
            format!("tracked changes: insertions kept, {n_revisions} deletions left out"),
            "",
        );
    }
    let mut entries = parts
        .core
        .as_deref()
        .map(core_properties)
        .unwrap_or_default();
    let has = |entries: &[Entry], key: &str| entries.iter().any(|entry| entry.key == key);
    if let Some(title) = styled_as("title", &document, &styles)
        && !has(&entries, "title")
    {
        entries.push(entry("title", title));
    }
    if let Some(author) = styled_as("author", &document, &styles)
        && !has(&entries, "author")
    {
        entries.push(entry("author", author));
    }
    // A date that the text shows goes before the day on which the file was made.
    let shown = styled_as("date", &document, &styles).and_then(|date| corpus::parts::date(&date));
    if let Some(date) = shown {
        entries.retain(|entry| entry.key != "date");
        entries.push(entry("date", date));
    }
    Ok(Draft {
        entries,
        body,
        ..Draft::default()
    })
}

/// Returns the text of the first paragraph in a style, near the start.
fn styled_as(wanted: &str, document: &roxmltree::Document<'_>, styles: &Styles) -> Option<String> {
    let paragraphs = xml::all(document.root_element(), "p").take(20);
    paragraphs
        .filter(|paragraph| style_id(*paragraph).is_some_and(|id| styles.name(id) == wanted))
        .map(|paragraph| plain(paragraph))
        .find(|text| !text.is_empty())
}

/// Returns what the file says about itself.
pub(crate) fn core_properties(text: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    let Ok(document) = xml::parse(text) else {
        return entries;
    };
    for node in document.root_element().children() {
        let value = xml::text(node);
        match name(node) {
            "title" => push(&mut entries, "title", without_program(&value)),
            "creator" => {
                for author in value.split(';') {
                    push(&mut entries, "author", person(author));
                }
            }
            "created" => push_date(&mut entries, "date", &value),
            "modified" => push_date(&mut entries, "updated", &value),
            "subject" => push(&mut entries, "subject-line", value),
            "keywords" => push(&mut entries, "tag", value.replace(';', ",")),
            "category" => push(&mut entries, "tag", value),
            "description" => push(&mut entries, "description", said_by_person(&value)),
            "language" => {
                if let Some(tag) = corpus::parts::language_tag(&value) {
                    entries.push(entry("lang", tag));
                }
            }
            "identifier" => push(&mut entries, "identifier", value),
            _ => {}
        }
    }
    entries
}

/// Returns a title that a person gave, not a program.
pub(crate) fn without_program(title: &str) -> &str {
    let lower = title.trim().to_lowercase();
    let is_empty_word = [
        "untitled",
        "untitled document",
        "title",
        "document",
        "document1",
        "word document",
        "slide 1",
        "(anonymous)",
        "about:blank",
    ]
    .contains(&lower.as_str());
    let is_file = [
        ".doc", ".docx", ".odt", ".tex", ".dvi", ".indd", ".qxd", ".rtf", ".pdf", ".html", ".htm",
        ".md", ".txt",
    ]
    .iter()
    .any(|ending| lower.ends_with(ending));
    if is_empty_word || is_file || lower.starts_with("microsoft word - ") {
        ""
    } else {
        title.trim()
    }
}

/// Returns the name of a person, not of an account or a program.
pub(crate) fn person(author: &str) -> &str {
    let lower = author.trim().to_lowercase();
    let is_account = [
        "user",
        "admin",
        "administrator",
        "owner",
        "unknown",
        "author",
        "python-docx",
        "anonymous",
        "(anonymous)",
        "microsoft office user",
        "windows user",
        "root",
        "default",
    ]
    .contains(&lower.as_str());
    if is_account { "" } else { author.trim() }
}

/// Returns a description that a person gave, not a program.
pub(crate) fn said_by_person(text: &str) -> &str {
    let lower = text.trim().to_lowercase();
    let is_program = matches!(lower.as_str(), "unspecified" | "none" | "(unspecified)")
        || lower.starts_with("generated by ");
    if is_program { "" } else { text.trim() }
}

/// The styles of paragraphs by their ids.
#[derive(Debug, Default)]
struct Styles(BTreeMap<String, Style>);

#[derive(Debug, Default, Clone)]
struct Style {
    /// Name in lower case; Word keeps the English ones in every language.
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    numbering: Option<(String, u8)>,
}

impl Styles {
    fn of(text: &str) -> Self {
        let mut styles = BTreeMap::new();
        let Ok(document) = xml::parse(text) else {
            return Self::default();
        };
        for node in document
            .root_element()
            .children()
            .filter(|node| name(*node) == "style")
        {
            let Some(id) = attribute(node, "styleId") else {
                continue;
            };
            let value = |wanted| child(node, wanted).and_then(|inner| attribute(inner, "val"));
            let properties = child(node, "pPr");
            styles.insert(
                id.to_owned(),
                Style {
                    name: value("name").unwrap_or(id).to_lowercase(),
                    based_on: value("basedOn").map(str::to_owned),
                    outline: properties.and_then(outline_level),
                    numbering: properties.and_then(numbering_of),
                },
            );
        }
        Self(styles)
    }

    /// Returns a style and those it is based on, the nearest first.
    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Style> {
        const LONGEST: usize = 12;
        let first = self.0.get(id);
        std::iter::successors(first, |style| self.0.get(style.based_on.as_deref()?)).take(LONGEST)
    }

    fn name(&self, id: &str) -> &str {
        self.0.get(id).map_or("", |style| style.name.as_str())
    }

    fn kind(&self, id: &str) -> Option<BlockKind> {
        self.chain(id)
            .find_map(|style| kind_of_name(&style.name).or_else(|| style.outline.map(heading)))
    }
}

fn heading(level: u8) -> BlockKind {
    BlockKind::Heading(level.saturating_add(1).clamp(1, 6))
}

/// Returns what paragraphs in a style of this name are.
pub(crate) fn kind_of_name(name: &str) -> Option<BlockKind> {
    let name = name.to_lowercase().replace(['_', '-'], " ");
    let level = [
        "heading ",
        "überschrift ",
        "titre ",
        "título ",
        "заголовок ",
        "heading",
        "contents heading ",
    ]
    .iter()
    .find_map(|prefix| name.strip_prefix(prefix)?.trim().parse::<u8>().ok());
    if let Some(level) = level {
        return Some(BlockKind::Heading(level.clamp(1, 6)));
    }
    Some(match name.as_str() {
        "title" | "titel" | "titre" => BlockKind::Heading(1),
        "subtitle" => BlockKind::Heading(2),
        "quote" | "intense quote" | "block text" | "quotations" | "quotation" | "block quote"
        | "blockquote" | "block quotation" | "zitat" | "citation" => BlockKind::Quotation,
        "caption" | "image caption" | "table caption" | "illustration" | "table" | "figure"
        | "drawing" => BlockKind::Caption,
        "footnote text" | "endnote text" | "footnote" | "endnote" => BlockKind::Note,
        "html preformatted" | "preformatted text" | "source code" | "macro" | "plain code" => {
            BlockKind::Preformatted
        }
        _ => return None,
    })
}

fn style_id<'a>(paragraph: Node<'a, '_>) -> Option<&'a str> {
    attribute(child(child(paragraph, "pPr")?, "pStyle")?, "val")
}

fn outline_level(properties: Node<'_, '_>) -> Option<u8> {
    let level = attribute(child(properties, "outlineLvl")?, "val")?
        .parse()
        .ok()?;
    (level < 9).then_some(level)
}

fn numbering_of(properties: Node<'_, '_>) -> Option<(String, u8)> {
    let numbering = child(properties, "numPr")?;
    let value = |wanted| attribute(child(numbering, wanted)?, "val");
    let level = value("ilvl")
        .and_then(|level| level.parse().ok())
        .unwrap_or(0);
    Some((value("numId")?.to_owned(), level))
}

/// How lists are numbered: for each list and level its format, pattern and start.
#[derive(Debug, Default)]
struct Numbering(BTreeMap<(String, u8), Level>);

#[derive(Debug, Clone)]
struct Level {
    format: String,
    pattern: String,
    start: u32,
}

impl Numbering {
    fn of(text: &str) -> Self {
        let mut levels = BTreeMap::new();
        let Ok(document) = xml::parse(text) else {
            return Self::default();
        };
        let root = document.root_element();
        for list in root.children().filter(|node| name(*node) == "num") {
            let abstract_id = child(list, "abstractNumId").and_then(|id| attribute(id, "val"));
            let pattern = root.children().find(|node| {
                name(*node) == "abstractNum" && attribute(*node, "abstractNumId") == abstract_id
            });
            let (Some(id), Some(pattern)) = (attribute(list, "numId"), pattern) else {
                continue;
            };
            for level in pattern.children().filter(|node| name(*node) == "lvl") {
                let value = |wanted| child(level, wanted).and_then(|inner| attribute(inner, "val"));
                let Some(number) = attribute(level, "ilvl").and_then(|number| number.parse().ok())
                else {
                    continue;
                };
                levels.insert(
                    (id.to_owned(), number),
                    Level {
                        format: value("numFmt").unwrap_or("decimal").to_owned(),
                        pattern: value("lvlText").unwrap_or("").to_owned(),
                        start: value("start")
                            .and_then(|start| start.parse().ok())
                            .unwrap_or(1),
                    },
                );
            }
        }
        Self(levels)
    }

    fn level(&self, list: &str, level: u8) -> Option<&Level> {
        self.0.get(&(list.to_owned(), level))
    }
}

/// Writes a number as a list shows it.
pub(crate) fn numeral(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" | "a" | "upperLetter" | "A" => {
            let letter =
                char::from(b'a' + u8::try_from(number.saturating_sub(1) % 26).unwrap_or(0));
            let times = 1 + number.saturating_sub(1) / 26;
            let letters: String = std::iter::repeat_n(letter, times.min(8) as usize).collect();
            if format.starts_with('u') || format == "A" {
                letters.to_uppercase()
            } else {
                letters
            }
        }
        "lowerRoman" | "i" => roman(number).to_lowercase(),
        "upperRoman" | "I" => roman(number),
        _ => number.to_string(),
    }
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number.min(4999);
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

struct Walk<'w, 'm, 'a, 'i> {
    writer: Writer<'m>,
    styles: &'w Styles,
    numbering: &'w Numbering,
    counters: BTreeMap<String, Vec<u32>>,
    /// Kind and id of the notes that the text refers to, in order; a note's label is its place.
    notes: Vec<(&'static str, String)>,
    n_revisions: usize,
    /// Nesting of rows: a table in a cell is written as text of the cell.
    rows: usize,
    depth: usize,
    /// Text boxes met inside a paragraph, to be written behind it.
    pending_boxes: Vec<Node<'a, 'i>>,
}

impl<'a, 'i> Walk<'_, '_, 'a, 'i> {
    /// Writes the blocks below a node.
    fn blocks(&mut self, parent: Node<'a, 'i>) {
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
        let rows: Vec<Node<'a, 'i>> = rows_of(table);
        let is_layout = rows.iter().all(|row| cells_of(*row).len() < 2);
        for (index, row) in rows.into_iter().enumerate() {
            let cells = cells_of(row);
            if is_layout {
                cells.into_iter().for_each(|cell| self.blocks(cell));
                continue;
            }
            self.writer.open(if index == 0 {
                BlockKind::TableHeader
            } else {
                BlockKind::TableRow
            });
            self.rows += 1;
            for (place, cell) in cells.into_iter().enumerate() {
                if place > 0 {
                    self.writer.cell_edge();
                }
                self.blocks(cell);
            }
            self.rows -= 1;
            self.writer.close();
        }
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
    fn write_notes<'n, 'x>(&mut self, kind: &'static str, root: Node<'n, 'x>) {
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
                self.writer
                    .open_labelled(BlockKind::Note, format!("[{}] ", index + 1));
                self.writer.text(&text);
                self.writer.close();
            }
        }
        self.notes = references;
    }
}

/// Returns the text of a node, paragraphs joined by spaces, without what was deleted.
fn plain(node: Node<'_, '_>) -> String {
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
