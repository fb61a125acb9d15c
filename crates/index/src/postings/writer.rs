//! Occurrences by document become lists by term.

use super::{FieldFrequencies, UnitCoding};
use crate::build::Inversion;
use crate::varint::{self, Reader};

/// What the first pass learns about a term: how many documents, and bytes in each column.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    document_frequency: u32,
    /// The number after the last document seen.
    after_last: u32,
    columns: [u32; 3],
}

/// Writes the section `POST` at once; see [`ListWriter`]. `None` where it cannot fit 32-bit offsets.
pub(crate) fn write(parts: Vec<(Inversion, Vec<u32>)>, n_terms: usize) -> Option<Vec<u8>> {
    let mut writer = ListWriter::new(parts, n_terms);
    while writer.step()? {}
    Some(writer.into_section())
}

/// Writes the section `POST`, chunk of the log by chunk.
///
/// Two passes over the log: the first counts bytes per term, the second writes each occurrence to its
/// place. Memory: the log, then the section in its final size.
#[derive(Debug)]
pub(crate) struct ListWriter {
    /// Inversions of consecutive documents, each with the final number of each of its terms.
    parts: Vec<(Inversion, Vec<u32>)>,
    /// The chunk to be read next, by its part and its place there.
    next: (usize, usize),
    /// The document with which it begins.
    doc: u32,
    /// In the second pass, where each term goes on in each column.
    tallies: Vec<Tally>,
    /// Bytes of the columns.
    totals: [u64; 3],
    out: Vec<u8>,
    /// Bytes before the lists; none in the first pass.
    head: usize,
}

impl ListWriter {
    /// Starts before the first chunk.
    pub(crate) fn new(parts: Vec<(Inversion, Vec<u32>)>, n_terms: usize) -> Self {
        Self {
            parts,
            next: (0, 0),
            doc: 0,
            tallies: vec![Tally::default(); n_terms],
            totals: [0; 3],
            out: Vec::new(),
            head: 0,
        }
    }

    /// Reads a chunk; `Some(false)` where all has been written, `None` where 32-bit offsets do not reach.
    ///
    /// Cost: linear in the chunk; between the passes, in the terms.
    pub(crate) fn step(&mut self) -> Option<bool> {
        let (part, chunk) = self.next;
        let Some((inversion, numbers)) = self.parts.get(part) else {
            let was_first_pass = self.head == 0;
            if was_first_pass {
                self.begin_lists()?;
                self.next = (0, 0);
                self.doc = 0;
            }
            return Some(was_first_pass);
        };
        let Some(chunk) = inversion.log.get(chunk) else {
            self.next = (part + 1, 0);
            return Some(true);
        };
        self.next.1 += 1;
        let (tallies, totals) = (&mut self.tallies, &mut self.totals);
        let lists = &mut self.out[self.head..];
        self.doc = if self.head == 0 {
            for_each_record(chunk, self.doc, |term, doc, record| {
                count(
                    &mut tallies[numbers[term as usize] as usize],
                    totals,
                    doc,
                    &record,
                );
            })
        } else {
            for_each_record(chunk, self.doc, |term, doc, record| {
                put_record(
                    &mut tallies[numbers[term as usize] as usize],
                    lists,
                    doc,
                    &record,
                );
            })
        };
        Some(true)
    }

    /// Writes what stands before the lists, and finds the places of these.
    fn begin_lists(&mut self) -> Option<()> {
        let totals = self.totals;
        let n_bytes = u32::try_from(totals.iter().sum::<u64>()).ok()? as usize;
        varint::write(&mut self.out, totals[0] as u32);
        varint::write(&mut self.out, totals[1] as u32);
        for tally in &self.tallies {
            varint::write(&mut self.out, tally.document_frequency);
        }
        self.head = self.out.len();
        self.out.reserve_exact(n_bytes);
        self.out.resize(self.head + n_bytes, 0);
        let mut next = [0, totals[0] as u32, (totals[0] + totals[1]) as u32];
        for tally in &mut self.tallies {
            tally.after_last = 0;
            for (place, next) in tally.columns.iter_mut().zip(&mut next) {
                let length = std::mem::replace(place, *next);
                *next += length;
            }
        }
        Some(())
    }

    /// Returns what has been written.
    pub(crate) fn into_section(self) -> Vec<u8> {
        self.out
    }
}

/// Adds a record to the bytes of its term and of the columns.
fn count(tally: &mut Tally, totals: &mut [u64; 3], doc: u32, record: &Record<'_>) {
    let lengths = [
        varint::length(doc - tally.after_last),
        record.frequencies.len() as u32,
        record.units.len() as u32,
    ];
    for column in 0..3 {
        tally.columns[column] = tally.columns[column].saturating_add(lengths[column]);
        totals[column] += u64::from(lengths[column]);
    }
    tally.document_frequency += 1;
    tally.after_last = doc + 1;
}

/// Writes a record where its term goes on.
fn put_record(tally: &mut Tally, lists: &mut [u8], doc: u32, record: &Record<'_>) {
    let [gaps, frequencies, units] = &mut tally.columns;
    put_varint(lists, gaps, doc - tally.after_last);
    put(lists, frequencies, record.frequencies);
    put(lists, units, record.units);
    tally.after_last = doc + 1;
}

/// One term in one document, in coded form.
struct Record<'l> {
    frequencies: &'l [u8],
    units: &'l [u8],
}

/// Calls `each` with every (term, document, record) of a chunk that begins with document `doc`; returns the
/// document after it.
fn for_each_record(chunk: &[u8], mut doc: u32, mut each: impl FnMut(u32, u32, Record<'_>)) -> u32 {
    let mut reader = Reader::new(chunk);
    while let (Some(n_terms), Some(n_blocks)) = (reader.varint(), reader.varint()) {
        for _ in 0..n_terms {
            let Some((term, record)) = read_record(chunk, &mut reader, n_blocks) else {
                return doc;
            };
            each(term, doc, record);
        }
        doc += 1;
    }
    doc
}

fn read_record<'l>(
    chunk: &'l [u8],
    reader: &mut Reader<'l>,
    n_blocks: u32,
) -> Option<(u32, Record<'l>)> {
    let term = reader.varint()?;
    let start = reader.position();
    let frequencies = FieldFrequencies::read(reader)?;
    let middle = reader.position();
    UnitCoding::of(n_blocks, frequencies.in_blocks()).skip(reader)?;
    let record = Record {
        frequencies: &chunk[start..middle],
        units: &chunk[middle..reader.position()],
    };
    Some((term, record))
}

fn put(out: &mut [u8], at: &mut u32, bytes: &[u8]) {
    let start = *at as usize;
    out[start..start + bytes.len()].copy_from_slice(bytes);
    *at += bytes.len() as u32;
}

fn put_varint(out: &mut [u8], at: &mut u32, mut value: u32) {
    while value >= 0x80 {
        out[*at as usize] = value as u8 | 0x80;
        value >>= 7;
        *at += 1;
    }
    out[*at as usize] = value as u8;
    *at += 1;
}
