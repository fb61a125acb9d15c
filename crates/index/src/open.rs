//! Bytes become an index, everything checked once.

use corpus::ByteSpan;

use crate::build::{Inversion, Zone};
use crate::documents::{self, AverageLengths, Documents, FieldLengths, Sections};
use crate::error::{OpenError, Place};
use crate::format::{Container, Tag};
use crate::index::{PostingLists, TermEntry};
use crate::postings::{self, check_list};
use crate::space_usage::SpaceUsage;
use crate::varint::Reader;
use crate::{Index, IndexBytes, Slice, fields, terms};

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
        let container = Container::read(bytes.as_slice())?;
        if container.analyzer != analysis::ANALYZER_ID {
            return Err(OpenError::Analyzer {
                expected: analysis::ANALYZER_ID,
                found: container.analyzer,
            });
        }
        let mut spans = [ByteSpan::new(0, 0); REQUIRED.len()];
        for (span, tag) in spans.iter_mut().zip(REQUIRED) {
            *span = container.expect(tag)?;
        }
        Ok(Self::read(bytes, &container, spans)?)
    }

    /// Reads the required sections, given in their order.
    fn read(
        bytes: IndexBytes,
        container: &Container,
        spans: [ByteSpan; REQUIRED.len()],
    ) -> Result<Self, Malformed> {
        let [corpus, fields, documents, blocks, inlines, text, term_span] = spans;
        let totals = read_totals(&bytes, corpus).map_err(Malformed::in_section(Tag::CORPUS))?;
        let fields = fields::read(&bytes, fields, totals.n_documents)
            .map_err(Malformed::in_section(Tag::FIELDS))?;
        let sections = Sections {
            documents,
            blocks,
            inlines,
            text,
        };
        let documents = documents::read(&bytes, sections, totals.n_documents, &fields)?;
        let dictionary = Slice {
            bytes: bytes.clone(),
            span: term_span,
        };
        let (terms, postings) = match container.find(Tag::POSTINGS) {
            Some(span) => stored_postings(&bytes, dictionary, span, totals.n_terms, &documents)?,
            None => completed_postings(&bytes, dictionary, totals.n_terms, &documents)?,
        };
        let lengths = documents.entries.iter().map(|entry| entry.lengths);
        let (n_tokens, average_lengths) = average(lengths);
        let space_usage = space_usage(&bytes, container, &postings);
        let version = container.version;
        let title = totals.title;
        Ok(Self {
            bytes,
            version,
            title,
            documents,
            fields,
            terms,
            postings,
            n_tokens,
            average_lengths,
            space_usage,
        })
    }
}

/// The sections that every index has, in the order in which they are read.
const REQUIRED: [Tag; 7] = [
    Tag::CORPUS,
    Tag::FIELDS,
    Tag::DOCUMENTS,
    Tag::BLOCKS,
    Tag::INLINES,
    Tag::TEXT,
    Tag::TERMS,
];

/// What `CORP` says.
struct Totals {
    title: ByteSpan,
    n_documents: u32,
    n_terms: u32,
}

fn read_totals(bytes: &IndexBytes, section: ByteSpan) -> Result<Totals, &'static str> {
    const CUT: &str = "the section ends early";
    let mut reader = Reader::new(bytes.slice(section));
    let length = reader.varint().ok_or(CUT)?;
    let title = documents::read_strings(bytes, section, &mut reader, &[length])?[0];
    let n_documents = reader.varint().ok_or(CUT)?;
    let n_terms = reader.varint().ok_or(CUT)?;
    if reader.remaining() > 0 {
        return Err("bytes are left over");
    }
    Ok(Totals {
        title,
        n_documents,
        n_terms,
    })
}

/// A dictionary and the lists of its terms.
type Opened = (fst::Map<Slice>, PostingLists);

/// Checks dictionary and lists of a file that holds both.
fn stored_postings(
    bytes: &IndexBytes,
    dictionary: Slice,
    span: ByteSpan,
    n_terms: u32,
    documents: &Documents,
) -> Result<Opened, Malformed> {
    let map = terms::check(dictionary, n_terms, &mut |_| Ok(()))
        .map_err(Malformed::in_section(Tag::TERMS))?;
    let section = Slice {
        bytes: bytes.clone(),
        span,
    };
    let terms = read_lists(section.as_ref(), n_terms, documents)
        .map_err(Malformed::in_section(Tag::POSTINGS))?;
    Ok((map, PostingLists { section, terms }))
}

/// Computes the lists from the texts, and checks that the dictionary has their terms.
fn completed_postings(
    bytes: &IndexBytes,
    dictionary: Slice,
    n_terms: u32,
    documents: &Documents,
) -> Result<Opened, Malformed> {
    const OTHER_TERMS: &str = "the dictionary does not hold the words of the texts";
    let inversion = [invert(bytes, documents).map_err(Malformed::in_section(Tag::BLOCKS))?];
    let mut order = terms::order(&inversion);
    let mut known = order.iter(&inversion);
    let map = terms::check(dictionary, n_terms, &mut |term| {
        if known.next() == Some(term) {
            Ok(())
        } else {
            Err(OTHER_TERMS)
        }
    })
    .and_then(|map| {
        if known.next().is_none() {
            Ok(map)
        } else {
            Err(OTHER_TERMS)
        }
    })
    .map_err(Malformed::in_section(Tag::TERMS))?;
    drop(known);
    let malformed = Malformed::in_section(Tag::TEXT);
    let lengths = lengths_of(documents);
    let parts = inversion.into_iter().zip(order.numbers.drain(..)).collect();
    let lists = postings::write(parts, n_terms as usize, &lengths)
        .filter(|lists| u32::try_from(lists.len()).is_ok())
        .ok_or(malformed("the postings do not fit 32-bit offsets"))?;
    let span = ByteSpan::new(0, lists.len() as u32);
    let section = Slice {
        bytes: lists.into(),
        span,
    };
    let terms = read_lists(section.as_ref(), n_terms, documents)
        .map_err(Malformed::in_section(Tag::TEXT))?;
    Ok((map, PostingLists { section, terms }))
}

/// Runs the step of building that makes occurrences, on the stored texts.
fn invert(bytes: &IndexBytes, documents: &Documents) -> Result<Inversion, &'static str> {
    const OTHER_WORDS: &str = "a block has another number of words than its text";
    let mut inversion = Inversion::default();
    for (number, entry) in documents.entries.iter().enumerate() {
        inversion.begin_document();
        if inversion.add_text(bytes.text(entry.title), Zone::Title) != entry.lengths.title {
            return Err(OTHER_WORDS);
        }
        let text = bytes.text(entry.text);
        let next = documents.entries.get(number + 1);
        let end = next.map_or(documents.blocks.len(), |next| next.first_block as usize);
        for block in &documents.blocks[entry.first_block as usize..end] {
            if inversion.add_text(block.span.of(text), Zone::of(block.kind)) != block.n_tokens {
                return Err(OTHER_WORDS);
            }
        }
        inversion.end_document();
    }
    Ok(inversion)
}

fn lengths_of(documents: &Documents) -> Vec<FieldLengths> {
    documents
        .entries
        .iter()
        .map(|entry| entry.lengths)
        .collect()
}

/// Reads the section `POST`: finds each list and checks it.
fn read_lists(
    section: &[u8],
    n_terms: u32,
    documents: &Documents,
) -> Result<Vec<TermEntry>, &'static str> {
    let mut reader = Reader::new(section);
    let list_lengths = documents::read_column(&mut reader, n_terms as usize)?;
    let lengths = lengths_of(documents);
    let ends: Vec<u32> = (0..lengths.len())
        .map(|document| documents.end_of_positions(document))
        .collect();
    let mut terms = Vec::with_capacity(list_lengths.len());
    for length in list_lengths {
        let start = reader.position() as u32;
        let list = reader
            .take(length as usize)
            .ok_or("a list reaches past its section")?;
        let facts = check_list(list, &lengths, &ends)?;
        terms.push(TermEntry {
            start,
            document_frequency: facts.document_frequency,
            collection_frequency: facts.collection_frequency,
        });
    }
    if reader.remaining() > 0 {
        return Err("bytes are left over");
    }
    Ok(terms)
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

fn space_usage(bytes: &IndexBytes, container: &Container, postings: &PostingLists) -> SpaceUsage {
    let sections = container
        .sections
        .iter()
        .map(|&(tag, span)| (tag, u64::from(span.len())))
        .collect();
    let completed = container.find(Tag::POSTINGS).is_none();
    SpaceUsage {
        sections,
        total_bytes: bytes.as_slice().len() as u64,
        completed_bytes: if completed {
            postings.section.as_ref().len() as u64
        } else {
            0
        },
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
