//! Bytes become an index, piece by piece, everything checked once.

use corpus::ByteSpan;

use crate::arrival::{Arrival, Arrived};
use crate::documents::{AverageLengths, FieldLengths};
use crate::error::{OpenError, Place};
use crate::format::{Table, Tag};
use crate::index::PostingLists;
use crate::space_usage::SpaceUsage;
use crate::stages::{Parts, Readable, Stage, step};
use crate::words::SharedHashes;
use crate::{Index, IndexBytes, Slice, terms};

/// A section whose checksum is right and whose content is impossible.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Malformed {
    section: Tag,
    fault: &'static str,
}

impl Malformed {
    /// Returns a function that adds the section to a fault.
    pub(crate) fn in_section(section: Tag) -> impl Fn(&'static str) -> Self {
        move |fault| Self { section, fault }
    }
}

impl From<Malformed> for OpenError {
    fn from(malformed: Malformed) -> Self {
        Self::Malformed {
            section: Place::Section(malformed.section),
            fault: malformed.fault,
        }
    }
}

impl Index {
    /// Opens the bytes of an index.
    ///
    /// Everything is checked here, so that reading needs no checks: checksums, then the structure of
    /// every section, so that bytes made on purpose are as harmless as damaged ones. Where the file
    /// leaves the postings out, they are computed from the texts.
    ///
    /// Cost: linear in the bytes. Memory: tables in proportion to documents, blocks and terms; for a
    /// file without postings also the postings.
    ///
    /// # Errors
    ///
    /// Foreign, older, newer, truncated or damaged bytes, each with what was expected and found.
    pub fn open(bytes: IndexBytes) -> Result<Self, OpenError> {
        Opening::whole(bytes).finish()
    }
}

/// An index whose bytes arrive in pieces, opened as far as they are there.
///
/// The bytes are kept once, in a buffer of their final size; checksums are computed as they pass, and
/// texts are read while the rest is on its way. Result and errors are those of [`Index::open`], however
/// the bytes are cut.
///
/// # Example
///
/// ```
/// # let bytes = index::IndexBuilder::new(index::BuildOptions::default()).finish()?;
/// let mut opening = index::Opening::new();
/// for piece in bytes.chunks(1000) {
///     opening.push(piece);
///     while opening.step() {} // or return to other work between two steps
/// }
/// let index = opening.finish()?;
/// assert_eq!(index.n_documents(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Opening {
    arrival: Arrival,
    stage: Stage,
    parts: Parts,
    fault: Option<Malformed>,
}

impl Default for Opening {
    fn default() -> Self {
        Self::new()
    }
}

impl Opening {
    /// Starts with no bytes.
    #[must_use]
    pub fn new() -> Self {
        Self::of(Arrival::new())
    }

    /// Starts with all bytes, which are not copied; nothing can be pushed after them.
    #[must_use]
    pub fn whole(bytes: IndexBytes) -> Self {
        Self::of(Arrival::whole(bytes))
    }

    fn of(arrival: Arrival) -> Self {
        Self {
            arrival,
            stage: Stage::Tables,
            parts: Parts::default(),
            fault: None,
        }
    }

    /// Takes the next bytes, and computes their checksums.
    ///
    /// Memory: the length that a consistent header gives is reserved at once, up to 64 MiB; what
    /// follows the end of a file, or its first fault, is counted and dropped.
    pub fn push(&mut self, piece: &[u8]) {
        self.arrival.push(piece);
    }

    /// Returns how many bytes have arrived, and how many the file has, once that is known.
    #[must_use]
    pub fn progress(&self) -> (u64, Option<u64>) {
        self.arrival.progress()
    }

    /// Does a part of the work for which the bytes are there; false where nothing is left to do until
    /// more arrive.
    ///
    /// Without these calls all of it is left to [`Opening::finish`]. Cost: reads up to some 128 KiB of
    /// text, or does one of the few parts that are not divided: ordering the terms, checking the dictionary;
    /// both are linear in the dictionary, ordering by a logarithm more.
    pub fn step(&mut self) -> bool {
        let result = match self.arrival.table() {
            Some(table) if can_be_read(table) => {
                let readable = Readable {
                    bytes: self.arrival.bytes(),
                    table,
                    end: self.arrival.n_readable(),
                };
                step(readable, &mut self.stage, &mut self.parts)
            }
            _ => Ok(false),
        };
        result.unwrap_or_else(|fault| {
            self.fault = Some(fault);
            self.stage = Stage::End;
            false
        })
    }

    /// Does the rest of the work.
    ///
    /// # Errors
    ///
    /// Those of [`Index::open`] for all bytes together.
    pub fn finish(mut self) -> Result<Index, OpenError> {
        self.arrival.check_end()?;
        check_sections(self.arrival.table())?;
        while self.step() {}
        if let Some(fault) = self.fault {
            return Err(fault.into());
        }
        let Arrived {
            bytes,
            table,
            version,
        } = self.arrival.into_arrived();
        Ok(into_index(bytes, &table, version, self.parts)?)
    }
}

/// Puts together what has been read of a file.
fn into_index(
    bytes: IndexBytes,
    table: &Table,
    version: u32,
    parts: Parts,
) -> Result<Index, Malformed> {
    let space_usage = space_usage(table, parts.completed.as_ref());
    let place = |tag| table.find(tag).unwrap_or_default();
    let (dictionary, postings) = (place(Tag::TERMS), place(Tag::POSTINGS));
    let section = match parts.completed {
        Some(lists) => Slice {
            span: ByteSpan::new(0, lists.len() as u32),
            bytes: lists.into(),
        },
        None => Slice {
            bytes: bytes.clone(),
            span: postings,
        },
    };
    let dictionary = Slice {
        bytes: bytes.clone(),
        span: dictionary,
    };
    let terms =
        fst::Map::new(dictionary).map_err(|_| Malformed::in_section(Tag::TERMS)(terms::NO_ROOT))?;
    let lengths = parts.documents.entries.iter().map(|entry| entry.lengths);
    let (n_tokens, average_lengths) = average(lengths);
    Ok(Index {
        bytes,
        version,
        title: parts.title,
        documents: parts.documents,
        fields: parts.fields,
        terms,
        postings: PostingLists {
            section,
            lists: parts.lists.into_lists(),
        },
        shared_hashes: SharedHashes::default(),
        n_tokens,
        average_lengths,
        space_usage,
        layers: layers(table),
    })
}

/// The sections that every index has, in the order in which they are read; the last two are text and
/// dictionary.
pub(crate) const REQUIRED: [Tag; 7] = [
    Tag::CORPUS,
    Tag::FIELDS,
    Tag::DOCUMENTS,
    Tag::BLOCKS,
    Tag::INLINES,
    Tag::TEXT,
    Tag::TERMS,
];

fn can_be_read(table: &Table) -> bool {
    check_sections(Some(table)).is_ok()
}

/// Checks that the terms are by our rules and that every section is there.
fn check_sections(table: Option<&Table>) -> Result<(), OpenError> {
    let (expected, found) = (
        analysis::ANALYZER_ID,
        table.map_or(0, |table| table.analyzer),
    );
    if found != expected {
        return Err(OpenError::Analyzer { expected, found });
    }
    let is_absent = |tag: Tag| table.is_none_or(|table| table.find(tag).is_none());
    match REQUIRED.into_iter().find(|&tag| is_absent(tag)) {
        Some(section) => Err(OpenError::MissingSection { section }),
        None => Ok(()),
    }
}

/// Returns the number of words and the mean lengths.
fn average(lengths: impl ExactSizeIterator<Item = FieldLengths>) -> (u64, AverageLengths) {
    let n_documents = lengths.len().max(1) as f64;
    let (mut title, mut heading, mut body) = (0_u64, 0_u64, 0_u64);
    for document in lengths {
        title += u64::from(document.title);
        heading += u64::from(document.heading);
        body += u64::from(document.body);
    }
    let mean = |total: u64| total as f64 / n_documents;
    let average = AverageLengths {
        title: mean(title),
        heading: mean(heading),
        body: mean(body),
    };
    (title + heading + body, average)
}

/// Returns the sections that a reader may skip; of those with one name, the first.
fn layers(table: &Table) -> Vec<(Tag, ByteSpan)> {
    let entries = table.entries.iter();
    let layers = entries.filter(|entry| entry.tag.may_be_skipped());
    layers.map(|entry| (entry.tag, entry.span)).collect()
}

/// Returns where the bytes go, by section.
fn space_usage(table: &Table, completed: Option<&Vec<u8>>) -> SpaceUsage {
    let entries = table.entries.iter();
    let sections = entries
        .map(|entry| (entry.tag, u64::from(entry.span.len())))
        .collect();
    SpaceUsage {
        sections,
        total_bytes: table.length as u64,
        completed_bytes: completed.map_or(0, |lists| lists.len() as u64),
    }
}

#[cfg(test)]
mod tests {
    use corpus::{Block, BlockKind, ByteSpan, Document};
    use proptest::prelude::*;

    use crate::{BuildOptions, Index, IndexBuilder, StoredPostings};

    /// Builds one document per text, each a heading and a paragraph.
    fn open(texts: &[String], postings: StoredPostings) -> Index {
        let mut builder = IndexBuilder::new(BuildOptions {
            title: String::new(),
            postings,
        });
        for (number, text) in texts.iter().enumerate() {
            let middle = text.find(' ').unwrap_or(text.len()) as u32;
            let heading = Block {
                kind: BlockKind::Heading(1),
                span: ByteSpan::new(0, middle),
            };
            let rest = ByteSpan::new(middle, text.len() as u32);
            let rest = Block {
                kind: BlockKind::Paragraph,
                span: rest,
            };
            builder.add(&Document {
                id: number.to_string(),
                title: text.chars().take(5).collect(),
                text: text.clone(),
                blocks: vec![heading, rest],
                ..Document::default()
            });
        }
        let bytes = builder
            .finish()
            .expect("documents that keep their promises");
        Index::open(bytes.into()).expect("bytes as built")
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn completed_postings_are_the_bytes_of_stored_ones(
            texts in prop::collection::vec("((the|river|a-b|[a-z]{1,3}|é’s|\\PC{0,3}) ){0,8}", 0..150),
        ) {
            let stored = open(&texts, StoredPostings::Stored);
            let completed = open(&texts, StoredPostings::Completed);
            let (stored, completed) = (&stored.postings.section, &completed.postings.section);
            prop_assert_eq!(stored.as_ref(), completed.as_ref());
        }
    }
}
