//! Rich Text Format 1.9: a small reader of our own, since the crates for it lose encodings and notes.

mod controls;

use std::collections::BTreeMap;

use corpus::BlockKind;
use corpus::parts::Entry;
use encoding_rs::Encoding;

use crate::docx::{kind_of_name, person, without_program};
use crate::draft::{Draft, Job, entry, push};
use crate::limits;
use crate::writer::Writer;

/// Reads one document.
pub(crate) fn read(bytes: &[u8], job: &mut Job<'_, '_>) {
    let start = bytes
        .windows(5)
        .position(|window| window == b"{\\rtf")
        .unwrap_or(0);
    let mut reader = Reader::new(&bytes[start..], Writer::new(&mut job.mender));
    reader.run();
    let is_cut_off = reader.states.len() > 1;
    let Reader {
        mut writer,
        notes,
        entries,
        ..
    } = reader;
    writer.close();
    for (label, note) in notes {
        writer.open_note(&label);
        writer.text(&note);
        writer.close();
    }
    let body = writer.finish();
    if is_cut_off {
        job.report.warning(
            None,
            "the file is cut off: groups are not closed".to_owned(),
            "fetch it again from where it came; the text up to its end is kept",
        );
    }
    job.add(Draft {
        entries,
        body,
        ..Draft::default()
    });
}

/// Where text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Body,
    Skipped,
    Fonts,
    Styles,
    Label,
    Note,
    Info(&'static str),
}

/// What a group inherits from the one around it.
#[derive(Debug, Clone)]
struct State {
    target: Target,
    encoding: &'static Encoding,
    /// How many characters stand for a `\u` that old readers do not know.
    n_fallback: usize,
    is_hidden: bool,
    is_info: bool,
}

struct Reader<'b, 'm> {
    bytes: &'b [u8],
    at: usize,
    writer: Writer<'m>,
    states: Vec<State>,
    /// Groups that are nested too deep, and are passed over.
    n_too_deep: usize,
    default_encoding: &'static Encoding,
    fonts: BTreeMap<i32, &'static Encoding>,
    font: i32,
    styles: BTreeMap<i32, String>,
    style: i32,
    style_name: String,
    outline: Option<u8>,
    is_in_table: bool,
    n_cells: usize,
    /// How many edges of the cells of this row are written.
    n_edges: usize,
    n_rows: usize,
    label: String,
    level: u8,
    pending: Vec<u8>,
    n_skip: usize,
    high: Option<u16>,
    note: String,
    notes: Vec<(String, String)>,
    value: String,
    date: [i32; 3],
    entries: Vec<Entry>,
}

impl<'b, 'm> Reader<'b, 'm> {
    fn new(bytes: &'b [u8], writer: Writer<'m>) -> Self {
        let encoding = encoding_rs::WINDOWS_1252;
        Self {
            bytes,
            at: 0,
            writer,
            states: vec![State {
                target: Target::Body,
                encoding,
                n_fallback: 1,
                is_hidden: false,
                is_info: false,
            }],
            n_too_deep: 0,
            default_encoding: encoding,
            fonts: BTreeMap::new(),
            font: 0,
            styles: BTreeMap::new(),
            style: 0,
            style_name: String::new(),
            outline: None,
            is_in_table: false,
            n_cells: 0,
            n_edges: 0,
            n_rows: 0,
            label: String::new(),
            level: 0,
            pending: Vec::new(),
            n_skip: 0,
            high: None,
            note: String::new(),
            notes: Vec::new(),
            value: String::new(),
            date: [0; 3],
            entries: Vec::new(),
        }
    }

    fn state(&self) -> &State {
        // The first state is never taken away.
        &self.states[self.states.len() - 1]
    }

    fn state_mut(&mut self) -> &mut State {
        let last = self.states.len() - 1;
        &mut self.states[last]
    }

    fn run(&mut self) {
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'{' => self.open(),
                b'}' => {
                    self.close();
                    if self.states.len() == 1 && self.n_too_deep == 0 {
                        break;
                    }
                }
                b'\\' => self.control(),
                b'\r' | b'\n' | 0 => {}
                byte => self.byte(byte),
            }
        }
        self.flush();
    }

    fn open(&mut self) {
        self.flush();
        if self.states.len() >= limits::DEPTH {
            self.n_too_deep += 1;
            return;
        }
        let state = self.state().clone();
        self.states.push(state);
    }

    fn close(&mut self) {
        self.flush();
        if self.n_too_deep > 0 {
            self.n_too_deep -= 1;
            return;
        }
        if self.states.len() == 1 {
            return;
        }
        let Some(closed) = self.states.pop() else {
            return;
        };
        let outer = self.state().target;
        if closed.target == outer {
            return;
        }
        match closed.target {
            Target::Note => {
                let label = (self.notes.len() + 1).to_string();
                let note = std::mem::take(&mut self.note);
                self.writer.ensure_open(BlockKind::Paragraph);
                self.writer.note_reference(&label);
                self.notes.push((label, note));
            }
            Target::Info(key) => self.info(key),
            _ => {}
        }
    }

    fn info(&mut self, key: &'static str) {
        let value = std::mem::take(&mut self.value);
        // What is told twice is told in an old encoding first, then in Unicode.
        self.entries.retain(|entry| entry.key != key);
        match key {
            "title" => push(&mut self.entries, key, without_program(&value)),
            "author" => push(&mut self.entries, key, person(&value)),
            "tag" => push(&mut self.entries, key, value.replace(';', ",")),
            "date" => {
                let [year, month, day] = self.date;
                let date = corpus::parts::date(&format!("{year:04}-{month:02}-{day:02}"));
                self.entries.extend(date.map(|date| entry("date", date)));
            }
            key => push(&mut self.entries, key, value),
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.n_skip > 0 {
            self.n_skip -= 1;
        } else {
            self.pending.push(byte);
        }
    }

    /// Writes the bytes gathered so far in their encoding.
    fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.pending);
        let text = self
            .state()
            .encoding
            .decode_without_bom_handling(&bytes)
            .0
            .into_owned();
        self.text(&text);
    }

    fn text(&mut self, text: &str) {
        let State {
            target, is_hidden, ..
        } = *self.state();
        if is_hidden || self.n_too_deep > 0 {
            return;
        }
        match target {
            Target::Body => self.body(text),
            Target::Label => self.label.push_str(text),
            Target::Note => self.note.push_str(text),
            Target::Info(_) => self.value.push_str(text),
            Target::Styles => {
                self.style_name.push_str(text);
                if let Some(name) = self.style_name.strip_suffix(';') {
                    self.styles.insert(self.style, name.trim().to_lowercase());
                    self.style_name.clear();
                    self.style = 0;
                }
            }
            Target::Fonts | Target::Skipped => {}
        }
    }

    fn body(&mut self, text: &str) {
        if !self.writer.is_open() {
            if text.trim().is_empty() && !self.is_in_table {
                return;
            }
            let (mut kind, label) = self.kind();
            let is_bullet = text.trim() == "•" && kind == BlockKind::Paragraph;
            if is_bullet {
                kind = BlockKind::ListItem(self.level);
            }
            self.writer.open_labelled(kind, label);
            if is_bullet {
                return;
            }
        }
        if self.is_in_table && !text.trim().is_empty() {
            self.write_edges();
        }
        self.writer.text(text);
    }

    fn kind(&mut self) -> (BlockKind, String) {
        let label = std::mem::take(&mut self.label).trim().to_owned();
        if self.is_in_table {
            let kind = if self.n_rows == 0 {
                BlockKind::TableHeader
            } else {
                BlockKind::TableRow
            };
            return (kind, String::new());
        }
        let styled = self
            .styles
            .get(&self.style)
            .and_then(|name| kind_of_name(name));
        let outlined = self
            .outline
            .map(|level| BlockKind::Heading((level + 1).clamp(1, 6)));
        if let Some(kind) = styled.or(outlined) {
            return (
                kind,
                if label.is_empty() {
                    label
                } else {
                    format!("{label} ")
                },
            );
        }
        match label.chars().any(char::is_alphanumeric) {
            true => (BlockKind::OrderedItem(self.level), format!("{label} ")),
            false if !label.is_empty() => (BlockKind::ListItem(self.level), String::new()),
            false => (BlockKind::Paragraph, String::new()),
        }
    }

    fn paragraph(&mut self) {
        match self.state().target {
            Target::Body if self.is_in_table => self.writer.text(" "),
            Target::Body => {
                self.writer.close();
                self.label.clear();
            }
            Target::Note => self.note.push(' '),
            _ => {}
        }
    }

    fn cell(&mut self) {
        if self.state().target != Target::Body {
            return;
        }
        if !self.writer.is_open() {
            let (kind, _) = (
                if self.n_rows == 0 {
                    BlockKind::TableHeader
                } else {
                    BlockKind::TableRow
                },
                (),
            );
            self.writer.open(kind);
        }
        self.n_cells += 1;
    }

    /// Writes the edges of the cells that end before the next text.
    fn write_edges(&mut self) {
        while self.n_edges < self.n_cells {
            self.n_edges += 1;
            self.writer.cell_edge();
        }
    }

    fn row(&mut self) {
        if self.state().target == Target::Body {
            self.writer.close();
            self.n_rows += 1;
            self.n_cells = 0;
            self.n_edges = 0;
        }
    }
}

fn of_code_page(page: i32) -> &'static Encoding {
    let label = match page {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10000 => "macintosh".to_owned(),
        65001 => "utf-8".to_owned(),
        page => format!("windows-{page}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252)
}

fn of_charset(charset: i32) -> Option<&'static Encoding> {
    let page = match charset {
        0 => 1252,
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    Some(of_code_page(page))
}
