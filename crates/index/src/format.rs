//! The container: header, table of sections, sections, checksum. `docs/FORMAT.md` is its specification.

use std::fmt;

use corpus::ByteSpan;

use crate::checksum::Checksum;
use crate::error::{OpenError, Place};

/// The first bytes of every index.
///
/// As in PNG: a byte above 127 and two kinds of line ends, so that a transfer as text is noticed at once.
pub const MAGIC: [u8; 8] = *b"\x89VADE\r\n\x1a";
/// The format that this code writes and reads.
pub const FORMAT_VERSION: u16 = 1;
/// Bytes before the table of sections.
pub(crate) const HEADER_BYTES: usize = 24;
/// Bytes of one entry of the table.
pub(crate) const ENTRY_BYTES: usize = 16;
/// Bytes of the checksum at the end.
pub(crate) const FOOTER_BYTES: usize = 4;
/// The most sections a file may have; far above what any version writes.
const MAX_SECTIONS: usize = 64;

/// The name of a section: four ASCII letters.
///
/// A lower-case first letter marks a section that a reader who does not know it may skip.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub [u8; 4]);

impl Tag {
    /// Corpus title and totals.
    pub const CORPUS: Self = Self(*b"CORP");
    /// Ids, titles, dates, languages, text lengths.
    pub const DOCUMENTS: Self = Self(*b"DOCS");
    /// Kinds, places and token counts of blocks.
    pub const BLOCKS: Self = Self(*b"BLCK");
    /// Emphasis, links, note references.
    pub const INLINES: Self = Self(*b"INLN");
    /// Metadata: names, values, values of each document.
    pub const FIELDS: Self = Self(*b"FLDS");
    /// All texts, one after the other.
    pub const TEXT: Self = Self(*b"TEXT");
    /// The fst from term to number.
    pub const TERMS: Self = Self(*b"TERM");
    /// Postings and positions.
    pub const POSTINGS: Self = Self(*b"POST");

    /// Which metadata keys are offered as filters, in which order; only where the publisher chose.
    pub const FACETS: Self = Self(*b"fcts");

    /// Every section that no reader may skip, in the order of the file; of these only [`Self::POSTINGS`] may be absent.
    pub const ALL: [Self; 8] = [
        Self::CORPUS,
        Self::DOCUMENTS,
        Self::BLOCKS,
        Self::INLINES,
        Self::FIELDS,
        Self::TEXT,
        Self::TERMS,
        Self::POSTINGS,
    ];

    /// Tells whether a reader who does not know the section may pass over it.
    #[must_use]
    pub fn may_be_skipped(self) -> bool {
        self.0[0].is_ascii_lowercase()
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        for byte in self.0 {
            f.write_char(if byte.is_ascii_graphic() {
                byte.into()
            } else {
                '?'
            })?;
        }
        Ok(())
    }
}

impl fmt::Debug for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What the table says of a section.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) tag: Tag,
    pub(crate) span: ByteSpan,
    pub(crate) checksum: u32,
}

/// Header and table of a file: consistent, but not yet compared with what follows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    /// Bytes of the whole file.
    pub(crate) length: usize,
    /// The rules that made the terms.
    pub(crate) analyzer: u32,
    /// All sections in file order; they fill the file from the table to the last checksum.
    pub(crate) entries: Vec<Entry>,
}

impl Table {
    /// Reads the table that follows a header which [`check_beginning`] accepts.
    ///
    /// `Ok(None)` where `bytes` end before the table does.
    pub(crate) fn read(bytes: &[u8]) -> Result<Option<Self>, OpenError> {
        if bytes.len() < HEADER_BYTES {
            return Ok(None);
        }
        let length = file_length(bytes);
        let n_sections = u32_at(bytes, 20) as usize;
        if n_sections > MAX_SECTIONS
            || HEADER_BYTES + n_sections * ENTRY_BYTES + FOOTER_BYTES > length
        {
            return Err(malformed_table("too many sections"));
        }
        if bytes[10] != 0 || bytes[11] != 0 {
            return Err(malformed_table("unknown flags"));
        }
        let mut next = Self::end_from_header(bytes);
        let Some(table) = bytes.get(HEADER_BYTES..next) else {
            return Ok(None);
        };
        let mut entries: Vec<Entry> = Vec::with_capacity(n_sections);
        for entry in table.chunks_exact(ENTRY_BYTES) {
            let tag = Tag([entry[0], entry[1], entry[2], entry[3]]);
            let span = section_span(entry, next, length)?;
            next = span.end as usize;
            if Tag::ALL.contains(&tag) {
                if entries.iter().any(|known| known.tag == tag) {
                    return Err(malformed_table("a section stands twice"));
                }
            } else if !tag.may_be_skipped() {
                return Err(OpenError::UnknownSection { section: tag });
            }
            entries.push(Entry {
                tag,
                span,
                checksum: u32_at(entry, 12),
            });
        }
        if next + FOOTER_BYTES != length {
            return Err(malformed_table("the sections do not fill the file"));
        }
        Ok(Some(Self {
            length,
            analyzer: u32_at(bytes, 12),
            entries,
        }))
    }

    /// Returns the bytes of header and table, as far as the header says.
    pub(crate) fn end_from_header(header: &[u8]) -> usize {
        HEADER_BYTES + (u32_at(header, 20) as usize).min(MAX_SECTIONS) * ENTRY_BYTES
    }

    /// Returns the bytes of header and table.
    pub(crate) fn end(&self) -> usize {
        HEADER_BYTES + self.entries.len() * ENTRY_BYTES
    }

    /// Returns the place of a section.
    pub(crate) fn find(&self, tag: Tag) -> Option<ByteSpan> {
        self.entries
            .iter()
            .find(|entry| entry.tag == tag)
            .map(|entry| entry.span)
    }
}

/// Checks magic and version of a file of `length` bytes, of which `bytes` are at least the first
/// [`HEADER_BYTES`], or all.
pub(crate) fn check_beginning(bytes: &[u8], length: u64) -> Result<(), OpenError> {
    if !bytes.starts_with(&MAGIC) {
        // A file that is cut off inside the magic bytes is called cut off, unless nothing is left of it.
        if !bytes.is_empty() && MAGIC.starts_with(bytes) {
            return Err(OpenError::Truncated {
                expected: HEADER_BYTES as u64,
                found: length,
            });
        }
        return Err(OpenError::NotAnIndex);
    }
    if length < (HEADER_BYTES + FOOTER_BYTES) as u64 {
        return Err(OpenError::Truncated {
            expected: (HEADER_BYTES + FOOTER_BYTES) as u64,
            found: length,
        });
    }
    let (found, supported) = (u16::from_le_bytes([bytes[8], bytes[9]]), FORMAT_VERSION);
    match found.cmp(&supported) {
        std::cmp::Ordering::Less => Err(OpenError::Older { found, supported }),
        std::cmp::Ordering::Greater => Err(OpenError::Newer { found, supported }),
        std::cmp::Ordering::Equal => Ok(()),
    }
}

/// Returns the length that a header gives.
pub(crate) fn file_length(header: &[u8]) -> usize {
    u32_at(header, 16) as usize
}

/// Returns the place of the section in a table entry; sections follow each other without gaps.
fn section_span(entry: &[u8], next: usize, file_length: usize) -> Result<ByteSpan, OpenError> {
    let (start, length) = (u32_at(entry, 4), u32_at(entry, 8));
    let end = start
        .checked_add(length)
        .filter(|&end| end as usize + FOOTER_BYTES <= file_length)
        .ok_or(malformed_table("a section reaches past the end"))?;
    if start as usize != next {
        return Err(malformed_table("a section does not follow the one before"));
    }
    Ok(ByteSpan::new(start, end))
}

fn malformed_table(fault: &'static str) -> OpenError {
    OpenError::Malformed {
        section: Place::Header,
        fault,
    }
}

/// Reads four bytes of a slice whose length has been checked.
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// Writes a container section by section.
///
/// The parts of a section are dropped as they are copied, so that a builder can free what it has written
/// before it computes the next section.
#[derive(Debug)]
pub(crate) struct Writer {
    file: Vec<u8>,
    n_sections: usize,
    n_written: usize,
}

impl Writer {
    /// Starts a file of `n_sections` sections.
    pub(crate) fn new(analyzer: u32, n_sections: usize) -> Self {
        let mut file = Vec::new();
        file.extend_from_slice(&MAGIC);
        file.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
        file.extend_from_slice(&0_u16.to_le_bytes());
        file.extend_from_slice(&analyzer.to_le_bytes());
        file.extend_from_slice(&[0; 4]);
        file.extend_from_slice(&(n_sections as u32).to_le_bytes());
        file.resize(HEADER_BYTES + n_sections * ENTRY_BYTES, 0);
        Self {
            file,
            n_sections,
            n_written: 0,
        }
    }

    /// Adds the next section; fails with the length needed where 32 bits cannot express it.
    pub(crate) fn section(&mut self, tag: Tag, parts: Vec<Vec<u8>>) -> Result<(), u64> {
        let start = self.begin(parts.iter().map(Vec::len).sum())?;
        for part in parts {
            self.file.extend_from_slice(&part);
        }
        self.end(tag, start);
        Ok(())
    }

    /// Adds the next section from bytes that stay; fails as [`Writer::section`].
    pub(crate) fn copy(&mut self, tag: Tag, bytes: &[u8]) -> Result<(), u64> {
        let start = self.begin(bytes.len())?;
        self.file.extend_from_slice(bytes);
        self.end(tag, start);
        Ok(())
    }

    /// Makes room for a section and returns where it begins.
    fn begin(&mut self, length: usize) -> Result<usize, u64> {
        let start = self.file.len();
        let needed = (start + FOOTER_BYTES) as u64 + length as u64;
        if needed > u64::from(u32::MAX) {
            return Err(needed);
        }
        self.file.reserve_exact(length + FOOTER_BYTES);
        Ok(start)
    }

    /// Writes the table's entry of the section that begins at `start`.
    fn end(&mut self, tag: Tag, start: usize) {
        let length = self.file.len() - start;
        let checksum = Checksum::of(&self.file[start..]);
        let entry = &mut self.file[HEADER_BYTES + self.n_written * ENTRY_BYTES..][..ENTRY_BYTES];
        entry[..4].copy_from_slice(&tag.0);
        entry[4..8].copy_from_slice(&(start as u32).to_le_bytes());
        entry[8..12].copy_from_slice(&(length as u32).to_le_bytes());
        entry[12..].copy_from_slice(&checksum.to_le_bytes());
        self.n_written += 1;
    }

    /// Returns the finished file.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        debug_assert_eq!(
            self.n_written, self.n_sections,
            "as many sections as announced"
        );
        let length = (self.file.len() + FOOTER_BYTES) as u32;
        self.file[16..20].copy_from_slice(&length.to_le_bytes());
        let checksum = Checksum::of(&self.file);
        self.file.extend_from_slice(&checksum.to_le_bytes());
        self.file
    }
}
