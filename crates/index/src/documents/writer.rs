//! Documents become columns.

use corpus::{Document, InlineKind};

use super::{FieldLengths, kind_code, words_code};
use crate::build::{Inversion, Zone};
use crate::varint;

/// Bytes of texts that are held together. A chunk never grows, so none is copied or filled by half; it is so
/// large that allocators take it from the system by itself and give it back when its text is in the file.
const CHUNK_BYTES: usize = 4 << 20;

/// An attribute that the document does not have.
pub(super) const ABSENT: u8 = 0;
/// An attribute that is the first value of the metadata key of its name.
pub(super) const FROM_FIELD: u8 = 1;
/// An attribute that stands among the strings of the section.
pub(super) const WRITTEN_OUT: u8 = 2;

/// The columns of documents added so far. Appending later columns is appending bytes, because nothing
/// in a column refers to another document.
#[derive(Debug, Default)]
pub(crate) struct DocumentColumns {
    pub(crate) ids: Vec<Box<str>>,
    pub(crate) lengths: Vec<FieldLengths>,
    /// Title, date and language, two bits each.
    attributes: Vec<u8>,
    string_lengths: Vec<u8>,
    strings: Vec<u8>,
    text_lengths: Vec<u8>,
    title_tokens: Vec<u8>,
    n_blocks: Vec<u8>,
    block_kinds: Vec<u8>,
    block_gaps: Vec<u8>,
    block_lengths: Vec<u8>,
    block_tokens: Vec<u8>,
    n_inlines: Vec<u8>,
    inline_kinds: Vec<u8>,
    inline_gaps: Vec<u8>,
    inline_lengths: Vec<u8>,
    target_lengths: Vec<u8>,
    targets: Vec<u8>,
    pub(crate) texts: Vec<Vec<u8>>,
    pub(crate) text_bytes: u64,
}

impl DocumentColumns {
    /// Adds a document and its occurrences.
    ///
    /// # Errors
    ///
    /// The broken invariant; nothing has been added then.
    pub(crate) fn add(
        &mut self,
        document: &Document,
        inversion: &mut Inversion,
    ) -> Result<(), &'static str> {
        check(document)?;
        self.ids.push(document.id.as_str().into());
        self.add_attributes(document);
        self.add_text(&document.text);
        self.add_blocks(document, inversion);
        self.add_inlines(document);
        Ok(())
    }

    fn add_attributes(&mut self, document: &Document) {
        let attributes = [
            ("title", Some(&document.title)),
            ("date", document.date.as_ref()),
            ("lang", document.lang.as_ref()),
        ];
        let mut codes = 0;
        for (place, (name, value)) in attributes.into_iter().enumerate() {
            let field = document.fields.iter().find(|field| field.name == name);
            let first = field.and_then(|field| field.values.first());
            let code = match value {
                None => ABSENT,
                Some(_) if value == first => FROM_FIELD,
                Some(value) => {
                    varint::write(&mut self.string_lengths, value.len() as u32);
                    self.strings.extend_from_slice(value.as_bytes());
                    WRITTEN_OUT
                }
            };
            codes |= code << (2 * place);
        }
        self.attributes.push(codes);
    }

    fn add_text(&mut self, text: &str) {
        varint::write(&mut self.text_lengths, text.len() as u32);
        self.text_bytes += text.len() as u64;
        if self
            .texts
            .last()
            .is_none_or(|chunk| chunk.capacity() - chunk.len() < text.len())
        {
            self.texts
                .push(Vec::with_capacity(text.len().max(CHUNK_BYTES)));
        }
        if let Some(chunk) = self.texts.last_mut() {
            chunk.extend_from_slice(text.as_bytes());
        }
    }

    fn add_blocks(&mut self, document: &Document, inversion: &mut Inversion) {
        inversion.begin_document();
        let title = inversion.add_text(&document.title, Zone::Title);
        let mut lengths = FieldLengths {
            title,
            ..FieldLengths::default()
        };
        varint::write(&mut self.title_tokens, title);
        varint::write(&mut self.n_blocks, document.blocks.len() as u32);
        let mut previous_end = 0;
        for block in &document.blocks {
            let zone = Zone::of(block.kind);
            let n_tokens = inversion.add_text(block.span.of(&document.text), zone);
            match zone {
                Zone::Heading => lengths.heading += n_tokens,
                Zone::Title | Zone::Body => lengths.body += n_tokens,
            }
            self.block_kinds.push(kind_code(block.kind));
            varint::write(&mut self.block_gaps, block.span.start - previous_end);
            varint::write(&mut self.block_lengths, block.span.len());
            varint::write(
                &mut self.block_tokens,
                words_code(n_tokens, block.span.len()),
            );
            previous_end = block.span.end;
        }
        inversion.end_document();
        self.lengths.push(lengths);
    }

    fn add_inlines(&mut self, document: &Document) {
        varint::write(&mut self.n_inlines, document.inlines.len() as u32);
        let mut previous_start = 0;
        for inline in &document.inlines {
            let (kind, target) = match &inline.kind {
                InlineKind::Emphasis => (0, None),
                InlineKind::Strong => (1, None),
                InlineKind::Code => (2, None),
                InlineKind::Link(target) => (3, Some(target)),
                InlineKind::NoteReference(target) => (4, Some(target)),
                InlineKind::Picture(target) => (5, Some(target)),
            };
            self.inline_kinds.push(kind);
            varint::write(&mut self.inline_gaps, inline.span.start - previous_start);
            varint::write(&mut self.inline_lengths, inline.span.len());
            if let Some(target) = target {
                varint::write(&mut self.target_lengths, target.len() as u32);
                self.targets.extend_from_slice(target.as_bytes());
            }
            previous_start = inline.span.start;
        }
    }

    /// Adds documents that come after these.
    pub(crate) fn append(&mut self, mut later: Self) {
        self.ids.append(&mut later.ids);
        self.lengths.append(&mut later.lengths);
        self.texts.append(&mut later.texts);
        self.text_bytes += later.text_bytes;
        for (column, later) in self.columns().into_iter().zip(later.columns()) {
            column.append(later);
        }
    }

    /// Returns the byte columns in a fixed order.
    fn columns(&mut self) -> [&mut Vec<u8>; 16] {
        [
            &mut self.attributes,
            &mut self.string_lengths,
            &mut self.strings,
            &mut self.text_lengths,
            &mut self.title_tokens,
            &mut self.n_blocks,
            &mut self.block_kinds,
            &mut self.block_gaps,
            &mut self.block_lengths,
            &mut self.block_tokens,
            &mut self.n_inlines,
            &mut self.inline_kinds,
            &mut self.inline_gaps,
            &mut self.inline_lengths,
            &mut self.target_lengths,
            &mut self.targets,
        ]
    }

    /// Returns the parts of `DOCS`, `BLCK` and `INLN`, and takes them out of the columns.
    pub(crate) fn take_sections(&mut self) -> [Vec<Vec<u8>>; 3] {
        let mut id_lengths = Vec::new();
        let mut ids = Vec::new();
        for id in &self.ids {
            varint::write(&mut id_lengths, id.len() as u32);
            ids.extend_from_slice(id.as_bytes());
        }
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = self.columns().map(std::mem::take);
        [
            vec![id_lengths, ids, a, b, c, d, e],
            vec![f, g, h, i, j],
            vec![k, l, m, n, o, p],
        ]
    }
}

/// Checks what the columns cannot express otherwise.
fn check(document: &Document) -> Result<(), &'static str> {
    let text = document.text.as_str();
    if u32::try_from(text.len()).is_err() {
        return Err("its text is longer than 4 GiB");
    }
    let mut previous_end = 0;
    for block in &document.blocks {
        let (start, end) = (block.span.start, block.span.end);
        if start < previous_end || end < start || text.get(start as usize..end as usize).is_none() {
            return Err("its blocks are not sorted spans of its text");
        }
        previous_end = end;
    }
    let mut previous_start = 0;
    for inline in &document.inlines {
        let (start, end) = (inline.span.start, inline.span.end);
        if start < previous_start || end < start || text.get(start as usize..end as usize).is_none()
        {
            return Err("its inlines are not sorted spans of its text");
        }
        previous_start = start;
    }
    Ok(())
}
