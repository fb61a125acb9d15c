//! Occurrences by document become lists by term.

use super::{BLOCK_DOCUMENTS, BlockBound, FieldFrequencies, read_entry};
use crate::build::Inversion;
use crate::documents::FieldLengths;
use crate::varint::{self, Reader};

/// What the first pass learns about a term, and where the second pass writes.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    document_frequency: u32,
    /// The number after the last document seen.
    after_last: u32,
    docs: u64,
    positions: u64,
}

/// Writes the section `POST`.
///
/// `parts` are inversions of consecutive documents, each with the final number of each of its terms;
/// `lengths` has the field lengths of all documents. The parts are consumed.
///
/// Two passes over the log: the first counts bytes per term, the second writes each occurrence to its
/// place. Memory: the log, then the lists twice. `None` where a list section cannot fit 32-bit offsets.
pub(crate) fn write(
    parts: Vec<(Inversion, Vec<u32>)>,
    n_terms: usize,
    lengths: &[FieldLengths],
) -> Option<Vec<u8>> {
    let mut tallies = vec![Tally::default(); n_terms];
    for_each_record(&parts, |term, doc, record| {
        let tally = &mut tallies[term];
        tally.docs +=
            varint_length((doc - tally.after_last) << 1) + record.frequencies.len() as u64;
        tally.positions += record.positions.len() as u64;
        tally.document_frequency += 1;
        tally.after_last = doc + 1;
    });
    let total: u64 = tallies
        .iter()
        .map(|tally| tally.docs + tally.positions)
        .sum();
    let mut lists = vec![0; u32::try_from(total).ok()? as usize];
    let mut places = places_of(&tallies);
    for_each_record(&parts, |term, doc, record| {
        let place = &mut places[term];
        let code = (doc - place.after_last) << 1 | u32::from(record.frequencies.is_empty());
        place.docs = put_varint(&mut lists, place.docs, code);
        place.docs = put(&mut lists, place.docs, record.frequencies);
        place.positions = put(&mut lists, place.positions, record.positions);
        place.after_last = doc + 1;
    });
    drop(parts);
    Some(join_lists(&tallies, &lists, lengths))
}

/// One term in one document, in coded form.
struct Record<'l> {
    /// Empty for once in the body.
    frequencies: &'l [u8],
    positions: &'l [u8],
}

/// Calls `each` with every (term, document, record) in the order of documents.
fn for_each_record(parts: &[(Inversion, Vec<u32>)], mut each: impl FnMut(usize, u32, Record<'_>)) {
    let mut doc = 0;
    for (inversion, numbers) in parts {
        for chunk in &inversion.log {
            let mut reader = Reader::new(chunk);
            while let Some(n_terms) = reader.varint() {
                for _ in 0..n_terms {
                    let Some((term, record)) = read_record(chunk, &mut reader) else {
                        return;
                    };
                    each(numbers[term as usize] as usize, doc, record);
                }
                doc += 1;
            }
        }
    }
}

fn read_record<'l>(chunk: &'l [u8], reader: &mut Reader<'l>) -> Option<(u32, Record<'l>)> {
    let code = reader.varint()?;
    let start = reader.position();
    let frequencies = if code & 1 != 0 {
        FieldFrequencies::SINGLE
    } else {
        FieldFrequencies::read(reader)?
    };
    let middle = reader.position();
    reader.skip_varints(frequencies.total());
    let record = Record {
        frequencies: &chunk[start..middle],
        positions: &chunk[middle..reader.position()],
    };
    Some((code >> 1, record))
}

/// Where documents and positions of each list are written next.
struct Place {
    docs: usize,
    positions: usize,
    after_last: u32,
}

fn places_of(tallies: &[Tally]) -> Vec<Place> {
    let mut start = 0;
    let mut places = Vec::with_capacity(tallies.len());
    for tally in tallies {
        let middle = start + tally.docs as usize;
        places.push(Place {
            docs: start,
            positions: middle,
            after_last: 0,
        });
        start = middle + tally.positions as usize;
    }
    places
}

/// Adds headers, skip tables and the column of lengths, in one allocation of the right size.
fn join_lists(tallies: &[Tally], lists: &[u8], lengths: &[FieldLengths]) -> Vec<u8> {
    let mut column = Vec::with_capacity(tallies.len() * 2);
    let mut heads = Vec::new();
    let mut head_ends = Vec::with_capacity(tallies.len());
    let mut start = 0;
    for tally in tallies {
        let before = heads.len();
        let (docs, positions) = list_parts(lists, &mut start, tally);
        varint::write(&mut heads, tally.document_frequency);
        if tally.document_frequency >= BLOCK_DOCUMENTS {
            let skips = skip_table(tally.document_frequency, docs, positions, lengths);
            varint::write(&mut heads, skips.len() as u32);
            varint::write(&mut heads, docs.len() as u32);
            heads.extend_from_slice(&skips);
        }
        let length = heads.len() - before + docs.len() + positions.len();
        varint::write(&mut column, length as u32);
        head_ends.push(heads.len());
    }
    let mut out = Vec::with_capacity(column.len() + heads.len() + lists.len());
    out.append(&mut column);
    let (mut start, mut head_start) = (0, 0);
    for (tally, head_end) in tallies.iter().zip(head_ends) {
        let (docs, positions) = list_parts(lists, &mut start, tally);
        out.extend_from_slice(&heads[head_start..head_end]);
        out.extend_from_slice(docs);
        out.extend_from_slice(positions);
        head_start = head_end;
    }
    out
}

/// Returns documents and positions of the list that begins at `start`, and moves `start` behind it.
fn list_parts<'l>(lists: &'l [u8], start: &mut usize, tally: &Tally) -> (&'l [u8], &'l [u8]) {
    let middle = *start + tally.docs as usize;
    let end = middle + tally.positions as usize;
    let docs = &lists[*start..middle];
    *start = end;
    (docs, &lists[middle..end])
}

/// Returns the skip table of a long list.
fn skip_table(
    n_documents: u32,
    docs: &[u8],
    positions: &[u8],
    lengths: &[FieldLengths],
) -> Vec<u8> {
    let mut out = Vec::new();
    let (mut docs, mut positions) = (Reader::new(docs), Reader::new(positions));
    let mut previous = u32::MAX;
    let mut left = n_documents;
    while left > 0 {
        let (docs_start, positions_start) = (docs.position(), positions.position());
        let before = previous;
        let mut bound = BlockBound::nothing();
        for _ in 0..left.min(BLOCK_DOCUMENTS) {
            let Some((doc, frequencies)) = read_entry(&mut docs, previous) else {
                return out;
            };
            bound.include(doc, frequencies, lengths[doc as usize]);
            positions.skip_varints(frequencies.total());
            previous = doc;
        }
        varint::write(&mut out, previous - before.wrapping_add(1));
        varint::write(&mut out, (docs.position() - docs_start) as u32);
        varint::write(&mut out, (positions.position() - positions_start) as u32);
        bound.write(&mut out);
        left -= left.min(BLOCK_DOCUMENTS);
    }
    out
}

fn varint_length(value: u32) -> u64 {
    u64::from((32 - (value | 1).leading_zeros()).div_ceil(7))
}

fn put(out: &mut [u8], at: usize, bytes: &[u8]) -> usize {
    let end = at + bytes.len();
    out[at..end].copy_from_slice(bytes);
    end
}

fn put_varint(out: &mut [u8], mut at: usize, mut value: u32) -> usize {
    while value >= 0x80 {
        out[at] = value as u8 | 0x80;
        value >>= 7;
        at += 1;
    }
    out[at] = value as u8;
    at + 1
}
