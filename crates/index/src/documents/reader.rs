//! Columns become documents, every number checked.

use corpus::ByteSpan;
use sorting::SmallSort;

use super::writer::{ABSENT, FROM_FIELD, WRITTEN_OUT};
use super::{
    BlockEntry, DocumentEntry, Documents, FieldLengths, InlineEntry, kind_of, position_after,
    words_of,
};
use crate::fields::Field;
use crate::format::Tag;
use crate::index_bytes::FileBytes;
use crate::open::Malformed;
use crate::varint::Reader;

/// Where the sections of the documents are in the file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sections {
    pub(crate) documents: ByteSpan,
    pub(crate) blocks: ByteSpan,
    pub(crate) inlines: ByteSpan,
    pub(crate) text: ByteSpan,
}

/// Reads `n_documents` documents without their texts, which may be absent yet.
///
/// [`check_document`] has to accept each document before its text, blocks and inlines are used.
pub(crate) fn read(
    bytes: FileBytes<'_>,
    sections: Sections,
    n_documents: u32,
    fields: &[Field],
) -> Result<Documents, Malformed> {
    let docs = Malformed::in_section(Tag::DOCUMENTS);
    let mut entries = read_names(bytes, sections, n_documents, fields).map_err(docs)?;
    let blocks = read_blocks(bytes, sections.blocks, &mut entries)
        .map_err(Malformed::in_section(Tag::BLOCKS))?;
    let inlines = read_inlines(bytes, sections.inlines, &mut entries)
        .map_err(Malformed::in_section(Tag::INLINES))?;
    let by_id = sort_ids(bytes, &entries).map_err(Malformed::in_section(Tag::DOCUMENTS))?;
    Ok(Documents {
        entries,
        blocks,
        inlines,
        by_id,
    })
}

/// What is wrong with a section that is too short for its numbers.
pub(crate) const CUT: &str = "a column ends early";
const NO_BLOCK: &str = "a block is not a span of its text";
const NO_INLINE: &str = "an inline is not a span of its text";

/// Reads a column of `n` numbers; each takes at least a byte, so `n` is checked before it is believed.
pub(crate) fn read_column(reader: &mut Reader<'_>, n: usize) -> Result<Vec<u32>, &'static str> {
    if n > reader.remaining() {
        return Err(CUT);
    }
    let mut column = Vec::with_capacity(n);
    for _ in 0..n {
        column.push(reader.varint().ok_or(CUT)?);
    }
    Ok(column)
}

/// Reads strings that stand back to back and returns their places in the file; all are UTF-8.
pub(crate) fn read_strings(
    bytes: FileBytes<'_>,
    section: ByteSpan,
    reader: &mut Reader<'_>,
    lengths: &[u32],
) -> Result<Vec<ByteSpan>, &'static str> {
    let mut places = Vec::with_capacity(lengths.len());
    for &length in lengths {
        let start = section.start + reader.position() as u32;
        reader
            .take(length as usize)
            .ok_or("a string reaches past its section")?;
        let place = ByteSpan::new(start, start + length);
        if std::str::from_utf8(bytes.slice(place)).is_err() {
            return Err("a string is not UTF-8");
        }
        places.push(place);
    }
    Ok(places)
}

/// Reads `DOCS`; blocks, inlines and their lengths come later.
fn read_names(
    bytes: FileBytes<'_>,
    sections: Sections,
    n_documents: u32,
    fields: &[Field],
) -> Result<Vec<DocumentEntry>, &'static str> {
    let (section, n) = (sections.documents, n_documents as usize);
    let mut reader = Reader::new(bytes.slice(section));
    let id_lengths = read_column(&mut reader, n)?;
    let ids = read_strings(bytes, section, &mut reader, &id_lengths)?;
    let codes = reader.take(n).ok_or(CUT)?;
    let code = |place: usize, attribute: usize| codes[place] >> (2 * attribute) & 3;
    let mut n_strings = 0;
    for place in 0..3 * n {
        n_strings += usize::from(code(place / 3, place % 3) == WRITTEN_OUT);
    }
    let string_lengths = read_column(&mut reader, n_strings)?;
    let mut strings = read_strings(bytes, section, &mut reader, &string_lengths)?.into_iter();
    let texts = places_of_texts(sections.text, &read_column(&mut reader, n)?)?;
    let title_tokens = read_column(&mut reader, n)?;
    if reader.remaining() > 0 {
        return Err("bytes are left over");
    }
    let mut attribute_fields = [None; 3];
    for (place, name) in attribute_fields.iter_mut().zip(["title", "date", "lang"]) {
        *place = fields.iter().find(|field| bytes.text(field.name) == name);
    }
    let mut entries = Vec::with_capacity(n);
    for place in 0..n {
        let mut attributes = [None; 3];
        for (attribute, value) in attributes.iter_mut().enumerate() {
            *value = match code(place, attribute) {
                ABSENT => None,
                FROM_FIELD => Some(first_value(attribute_fields[attribute], place)?),
                WRITTEN_OUT => Some(strings.next().ok_or(CUT)?),
                _ => return Err("an unknown attribute code"),
            };
        }
        let [title, date, lang] = attributes;
        let title = title.ok_or("a document has no title")?;
        // As for blocks: a word takes at least a byte.
        if title_tokens[place] > title.len() {
            return Err("a title has more words than bytes");
        }
        entries.push(DocumentEntry {
            id: ids[place],
            title,
            date,
            lang,
            text: texts[place],
            first_block: 0,
            first_inline: 0,
            lengths: FieldLengths {
                title: title_tokens[place],
                ..FieldLengths::default()
            },
            days: date.and_then(|date| crate::day_range(bytes.text(date))),
        });
    }
    Ok(entries)
}

/// Returns the first value that a document has in a field.
fn first_value(field: Option<&Field>, document: usize) -> Result<ByteSpan, &'static str> {
    let field = field.ok_or("an attribute names a field that is not there")?;
    let number = field.numbers.of(document).first();
    number
        .and_then(|&number| field.value(number))
        .ok_or("an attribute names a value that is not there")
}

/// Returns the places of the texts; together they fill the section.
fn places_of_texts(section: ByteSpan, lengths: &[u32]) -> Result<Vec<ByteSpan>, &'static str> {
    let mut places = Vec::with_capacity(lengths.len());
    let mut start = section.start;
    for &length in lengths {
        let end = start
            .checked_add(length)
            .filter(|&end| end <= section.end)
            .ok_or("a text reaches past its section")?;
        places.push(ByteSpan::new(start, end));
        start = end;
    }
    if start < section.end {
        return Err("the texts do not fill their section");
    }
    Ok(places)
}

/// What blocks and inlines have in common: how many each document has, and of each one its kind and place.
struct SpanColumns<'b> {
    counts: Vec<u32>,
    kinds: &'b [u8],
    /// From the end of a block before, from the start of an inline before.
    gaps: Vec<u32>,
    lengths: Vec<u32>,
}

impl<'b> SpanColumns<'b> {
    fn read(reader: &mut Reader<'b>, n_documents: usize) -> Result<Self, &'static str> {
        let counts = read_column(reader, n_documents)?;
        let n = total(&counts, reader.remaining())?;
        Ok(Self {
            counts,
            kinds: reader.take(n).ok_or(CUT)?,
            gaps: read_column(reader, n)?,
            lengths: read_column(reader, n)?,
        })
    }

    /// Returns the place with a number, of which the one before it in the text begins or ends at `from`.
    ///
    /// `None` where it would reach past `n_bytes`.
    fn span(&self, number: usize, from: u32, n_bytes: u32) -> Option<ByteSpan> {
        let start = from.checked_add(self.gaps[number])?;
        let end = start.checked_add(self.lengths[number])?;
        (end <= n_bytes).then_some(ByteSpan::new(start, end))
    }
}

/// Reads `BLCK` and gives each document its first block and its lengths.
fn read_blocks(
    bytes: FileBytes<'_>,
    section: ByteSpan,
    entries: &mut [DocumentEntry],
) -> Result<Vec<BlockEntry>, &'static str> {
    let mut reader = Reader::new(bytes.slice(section));
    let spans = SpanColumns::read(&mut reader, entries.len())?;
    let n = spans.kinds.len();
    let tokens = read_column(&mut reader, n)?;
    if reader.remaining() > 0 {
        return Err("bytes are left over");
    }
    let mut blocks = Vec::with_capacity(n);
    for (entry, count) in entries.iter_mut().zip(&spans.counts) {
        entry.first_block = blocks.len() as u32;
        let mut first_position = position_after(0, entry.lengths.title);
        let mut end = 0_u32;
        for _ in 0..*count {
            let place = blocks.len();
            let kind = kind_of(spans.kinds[place]).ok_or("an unknown kind of block")?;
            let span = spans.span(place, end, entry.text.len()).ok_or(NO_BLOCK)?;
            let n_tokens = words_of(tokens[place], span.len());
            // A word takes at least a byte, so that sums of positions fit 32 bits.
            if n_tokens > span.len() {
                return Err("a block has more words than bytes");
            }
            match kind {
                corpus::BlockKind::Heading(_) => entry.lengths.heading += n_tokens,
                _ => entry.lengths.body += n_tokens,
            }
            blocks.push(BlockEntry {
                kind,
                span,
                first_position,
                n_tokens,
            });
            first_position = position_after(first_position, n_tokens);
            end = span.end;
        }
    }
    Ok(blocks)
}

/// Reads `INLN` and gives each document its first inline.
fn read_inlines(
    bytes: FileBytes<'_>,
    section: ByteSpan,
    entries: &mut [DocumentEntry],
) -> Result<Vec<InlineEntry>, &'static str> {
    let mut reader = Reader::new(bytes.slice(section));
    let spans = SpanColumns::read(&mut reader, entries.len())?;
    let has_target = |kind: u8| kind >= 3;
    let n_targets = spans.kinds.iter().filter(|&&kind| has_target(kind)).count();
    let target_lengths = read_column(&mut reader, n_targets)?;
    let mut targets = read_strings(bytes, section, &mut reader, &target_lengths)?.into_iter();
    if reader.remaining() > 0 {
        return Err("bytes are left over");
    }
    let mut inlines = Vec::with_capacity(spans.kinds.len());
    for (entry, count) in entries.iter_mut().zip(&spans.counts) {
        entry.first_inline = inlines.len() as u32;
        let mut start = 0;
        for _ in 0..*count {
            let place = inlines.len();
            let kind = spans.kinds[place];
            if kind > 5 {
                return Err("an unknown kind of inline");
            }
            let span = spans
                .span(place, start, entry.text.len())
                .ok_or(NO_INLINE)?;
            let target = if has_target(kind) {
                targets.next().ok_or(CUT)?
            } else {
                ByteSpan::new(0, 0)
            };
            inlines.push(InlineEntry { kind, span, target });
            start = span.start;
        }
    }
    Ok(inlines)
}

/// Adds counts that each stand for at least one byte among `available`.
fn total(counts: &[u32], available: usize) -> Result<usize, &'static str> {
    let total: u64 = counts.iter().map(|&count| u64::from(count)).sum();
    if total > available as u64 {
        Err(CUT)
    } else {
        Ok(total as usize)
    }
}

/// Checks the text of a document, which must be there: it is UTF-8, and its blocks and inlines begin and
/// end between characters.
pub(crate) fn check_document(
    bytes: FileBytes<'_>,
    documents: &Documents,
    number: usize,
) -> Result<(), Malformed> {
    let text = std::str::from_utf8(bytes.slice(documents.entries[number].text))
        .map_err(|_| Malformed::in_section(Tag::TEXT)("a text is not UTF-8"))?;
    let is_inside = |span: ByteSpan| {
        text.is_char_boundary(span.start as usize) && text.is_char_boundary(span.end as usize)
    };
    let blocks = &documents.blocks[documents.blocks_of(number)];
    if !blocks.iter().all(|block| is_inside(block.span)) {
        return Err(Malformed::in_section(Tag::BLOCKS)(NO_BLOCK));
    }
    let inlines = &documents.inlines[documents.inlines_of(number)];
    if !inlines.iter().all(|inline| is_inside(inline.span)) {
        return Err(Malformed::in_section(Tag::INLINES)(NO_INLINE));
    }
    Ok(())
}

/// Returns the documents in the order of their ids, which differ.
fn sort_ids(bytes: FileBytes<'_>, entries: &[DocumentEntry]) -> Result<Vec<u32>, &'static str> {
    let id = |document: u32| bytes.slice(entries[document as usize].id);
    let mut by_id: Vec<u32> = (0..entries.len() as u32).collect();
    by_id.small_sort_by(|&a, &b| id(a).cmp(id(b)));
    if by_id.windows(2).any(|pair| id(pair[0]) == id(pair[1])) {
        return Err("two documents have the same id");
    }
    Ok(by_id)
}
