//! What is read of a file, one bounded part after the other.
//!
//! The order is that of the file: tables, texts, dictionary, lists. Each stage waits for the bytes that it
//! needs; what it finds does not depend on when they came.

use corpus::ByteSpan;

use crate::build::{Inversion, TermTable, Zone};
use crate::documents::{self, Documents, Sections};
use crate::fields::{self, Field};
use crate::format::{Table, Tag};
use crate::index_bytes::FileBytes;
use crate::open::{Malformed, REQUIRED};
use crate::postings::ListTable;
use crate::postings::ListWriter;
use crate::terms;
use crate::terms::TermOrder;
use crate::varint::Reader;

/// Bytes of text that one step reads. In a page, some five milliseconds.
const STEP_BYTES: u32 = 128 << 10;

/// What is to be done next.
#[derive(Debug)]
pub(crate) enum Stage {
    /// Waiting for all sections before the texts.
    Tables,
    /// Reading documents from this number on; into an inversion where the postings are left out.
    Texts(usize, Option<Inversion>),
    /// Bringing the terms of the texts in order.
    Order(Inversion),
    /// Making lists of the terms' occurrences.
    Lists(ListWriter, KnownTerms),
    /// Waiting for the dictionary, which has to hold these terms.
    Dictionary(Option<KnownTerms>),
    /// Reading lists, as far as they are there.
    Postings,
    /// Everything has been read, or a fault found.
    End,
}

/// The terms of the texts and their order.
type KnownTerms = (TermTable, TermOrder);

/// What has been read.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    pub(crate) title: ByteSpan,
    pub(crate) n_terms: u32,
    pub(crate) fields: Vec<Field>,
    pub(crate) documents: Documents,
    /// The section `POST` where the file leaves it out.
    pub(crate) completed: Option<Vec<u8>>,
    pub(crate) lists: ListTable,
}

/// The part of the file that may be read.
#[derive(Clone, Copy)]
pub(crate) struct Readable<'b> {
    pub(crate) bytes: FileBytes<'b>,
    pub(crate) table: &'b Table,
    pub(crate) end: u32,
}

impl<'b> Readable<'b> {
    /// Returns the place of a section that is there.
    fn place(self, tag: Tag) -> ByteSpan {
        self.table.find(tag).unwrap_or_default()
    }

    /// Returns the place of a section if all of it may be read.
    fn complete(self, tag: Tag) -> Option<ByteSpan> {
        Some(self.place(tag)).filter(|place| place.end <= self.end)
    }
}

/// Does a part of the work; false where bytes are missing for it, or all is done.
pub(crate) fn step(
    readable: Readable<'_>,
    stage: &mut Stage,
    parts: &mut Parts,
) -> Result<bool, Malformed> {
    *stage = match std::mem::replace(stage, Stage::End) {
        Stage::Tables => {
            let [before_texts @ .., _, _] = REQUIRED;
            if before_texts
                .iter()
                .any(|&tag| readable.complete(tag).is_none())
            {
                *stage = Stage::Tables;
                return Ok(false);
            }
            read_tables(readable, parts)?;
            let is_completed = readable.table.find(Tag::POSTINGS).is_none();
            Stage::Texts(0, is_completed.then(Inversion::default))
        }
        Stage::Texts(first, mut inversion) => {
            let next = read_texts(readable, &parts.documents, first, &mut inversion)?;
            if next < parts.documents.entries.len() {
                *stage = Stage::Texts(next, inversion);
                return Ok(next > first);
            }
            inversion.map_or(Stage::Dictionary(None), Stage::Order)
        }
        Stage::Order(inversion) => {
            let order = terms::order(std::slice::from_ref(&inversion));
            into_lists(inversion, order)
        }
        Stage::Lists(mut writer, known) => {
            const TOO_LONG: &str = "the postings do not fit 32-bit offsets";
            let is_going_on = writer
                .step()
                .ok_or(Malformed::in_section(Tag::TEXT)(TOO_LONG))?;
            if is_going_on {
                Stage::Lists(writer, known)
            } else {
                parts.completed = Some(writer.into_section());
                Stage::Dictionary(Some(known))
            }
        }
        Stage::Dictionary(known) => {
            let Some(place) = readable.complete(Tag::TERMS) else {
                *stage = Stage::Dictionary(known);
                return Ok(false);
            };
            check_dictionary(readable.bytes.slice(place), parts.n_terms, known.as_ref())
                .map_err(Malformed::in_section(Tag::TERMS))?;
            parts.lists = ListTable::new(&parts.documents);
            Stage::Postings
        }
        Stage::Postings => {
            let has_read = read_lists(readable, parts)?;
            if parts.lists.is_checked() {
                Stage::End
            } else if has_read {
                Stage::Postings
            } else {
                *stage = Stage::Postings;
                return Ok(false);
            }
        }
        Stage::End => return Ok(false),
    };
    Ok(true)
}

/// Begins the lists of what was found in the texts.
fn into_lists(mut inversion: Inversion, mut order: TermOrder) -> Stage {
    let known = std::mem::take(&mut inversion.terms);
    let numbers = std::mem::take(&mut order.numbers);
    let inversions = std::iter::once(inversion).zip(numbers).collect();
    let writer = ListWriter::new(inversions, order.terms.len());
    Stage::Lists(writer, (known, order))
}

/// Reads all sections before the texts.
fn read_tables(readable: Readable<'_>, parts: &mut Parts) -> Result<(), Malformed> {
    let Readable { bytes, .. } = readable;
    let corpus = readable.place(Tag::CORPUS);
    let n_documents;
    (parts.title, n_documents, parts.n_terms) =
        read_totals(bytes, corpus).map_err(Malformed::in_section(Tag::CORPUS))?;
    let fields = readable.place(Tag::FIELDS);
    parts.fields =
        fields::read(bytes, fields, n_documents).map_err(Malformed::in_section(Tag::FIELDS))?;
    let sections = Sections {
        documents: readable.place(Tag::DOCUMENTS),
        blocks: readable.place(Tag::BLOCKS),
        inlines: readable.place(Tag::INLINES),
        text: readable.place(Tag::TEXT),
    };
    parts.documents = documents::read(bytes, sections, n_documents, &parts.fields)?;
    Ok(())
}

/// Returns the title of the corpus and the numbers of documents and terms.
fn read_totals(
    bytes: FileBytes<'_>,
    section: ByteSpan,
) -> Result<(ByteSpan, u32, u32), &'static str> {
    const CUT: &str = "the section ends early";
    let mut reader = Reader::new(bytes.slice(section));
    let length = reader.varint().ok_or(CUT)?;
    let title = documents::read_strings(bytes, section, &mut reader, &[length])?[0];
    let n_documents = reader.varint().ok_or(CUT)?;
    let n_terms = reader.varint().ok_or(CUT)?;
    if reader.remaining() > 0 {
        return Err("bytes are left over");
    }
    Ok((title, n_documents, n_terms))
}

/// Reads documents from `next` on whose text is there, [`STEP_BYTES`] or one more; returns the number
/// of the next one.
fn read_texts(
    readable: Readable<'_>,
    documents: &Documents,
    mut next: usize,
    inversion: &mut Option<Inversion>,
) -> Result<usize, Malformed> {
    let mut left = STEP_BYTES;
    while let Some(entry) = documents.entries.get(next)
        && entry.text.end <= readable.end
        && left > 0
    {
        documents::check_document(readable.bytes, documents, next)?;
        if let Some(inversion) = inversion {
            invert(readable.bytes, documents, next, inversion)
                .map_err(Malformed::in_section(Tag::BLOCKS))?;
        }
        // A document without text is work as well.
        left = left.saturating_sub(entry.text.len() + 64);
        next += 1;
    }
    Ok(next)
}

/// Runs the step of building that makes occurrences, on a stored text.
fn invert(
    bytes: FileBytes<'_>,
    documents: &Documents,
    number: usize,
    inversion: &mut Inversion,
) -> Result<(), &'static str> {
    const OTHER_WORDS: &str = "a block has another number of words than its text";
    let entry = &documents.entries[number];
    inversion.begin_document();
    if inversion.add_text(bytes.text(entry.title), Zone::Title) != entry.lengths.title {
        return Err(OTHER_WORDS);
    }
    let text = bytes.text(entry.text);
    for block in &documents.blocks[documents.blocks_of(number)] {
        if inversion.add_text(block.span.of(text), Zone::of(block.kind)) != block.n_tokens {
            return Err(OTHER_WORDS);
        }
    }
    inversion.end_document();
    Ok(())
}

/// Checks the dictionary; where terms are known from the texts, it has to have these.
fn check_dictionary(
    section: &[u8],
    n_terms: u32,
    known: Option<&KnownTerms>,
) -> Result<(), &'static str> {
    const OTHER_TERMS: &str = "the dictionary does not hold the words of the texts";
    let Some((known, order)) = known else {
        return terms::check(section, n_terms, &mut |_| Ok(()));
    };
    let mut known = order.terms.iter().map(|&(_, number)| known.get(number));
    terms::check(section, n_terms, &mut |term| {
        if known.next() == Some(term) {
            Ok(())
        } else {
            Err(OTHER_TERMS)
        }
    })?;
    if known.next().is_none() {
        Ok(())
    } else {
        Err(OTHER_TERMS)
    }
}

/// Reads lists that are there; false where none of them is unread.
fn read_lists(readable: Readable<'_>, parts: &mut Parts) -> Result<bool, Malformed> {
    let n_terms = parts.n_terms as usize;
    if let Some(lists) = &parts.completed {
        return parts
            .lists
            .step(lists, lists.len(), n_terms)
            .map_err(Malformed::in_section(Tag::TEXT));
    }
    let place = readable.place(Tag::POSTINGS);
    let end = readable.end.clamp(place.start, place.end);
    let arrived = readable.bytes.slice(ByteSpan::new(place.start, end));
    parts
        .lists
        .step(arrived, place.len() as usize, n_terms)
        .map_err(Malformed::in_section(Tag::POSTINGS))
}
