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

/// Writes the section `POST`.
///
/// `parts` are inversions of consecutive documents, each with the final number of each of its terms.
/// The parts are consumed.
///
/// Two passes over the log: the first counts bytes per term, the second writes each occurrence to its
/// place. Memory: the log, then the section. `None` where it cannot fit 32-bit offsets.
pub(crate) fn write(parts: Vec<(Inversion, Vec<u32>)>, n_terms: usize) -> Option<Vec<u8>> {
    let mut tallies = vec![Tally::default(); n_terms];
    let mut totals = [0_u64; 3];
    for_each_record(&parts, |term, doc, record| {
        let tally = &mut tallies[term];
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
    });
    let mut out = Vec::new();
    u32::try_from(totals.iter().sum::<u64>()).ok()?;
    varint::write(&mut out, totals[0] as u32);
    varint::write(&mut out, totals[1] as u32);
    for tally in &tallies {
        varint::write(&mut out, tally.document_frequency);
    }
    let head = out.len();
    out.reserve_exact(totals.iter().sum::<u64>() as usize);
    out.resize(head + totals.iter().sum::<u64>() as usize, 0);
    // From here on, a tally says where its term goes on in each column.
    let mut next = [0, totals[0] as u32, (totals[0] + totals[1]) as u32];
    for tally in &mut tallies {
        tally.after_last = 0;
        for (place, next) in tally.columns.iter_mut().zip(&mut next) {
            let length = std::mem::replace(place, *next);
            *next += length;
        }
    }
    let lists = &mut out[head..];
    for_each_record(&parts, |term, doc, record| {
        let tally = &mut tallies[term];
        let [gaps, frequencies, units] = &mut tally.columns;
        put_varint(lists, gaps, doc - tally.after_last);
        put(lists, frequencies, record.frequencies);
        put(lists, units, record.units);
        tally.after_last = doc + 1;
    });
    Some(out)
}

/// One term in one document, in coded form.
struct Record<'l> {
    frequencies: &'l [u8],
    units: &'l [u8],
}

/// Calls `each` with every (term, document, record) in the order of documents.
fn for_each_record(parts: &[(Inversion, Vec<u32>)], mut each: impl FnMut(usize, u32, Record<'_>)) {
    let mut doc = 0;
    for (inversion, numbers) in parts {
        for chunk in &inversion.log {
            let mut reader = Reader::new(chunk);
            while let (Some(n_terms), Some(n_blocks)) = (reader.varint(), reader.varint()) {
                for _ in 0..n_terms {
                    let Some((term, record)) = read_record(chunk, &mut reader, n_blocks) else {
                        return;
                    };
                    each(numbers[term as usize] as usize, doc, record);
                }
                doc += 1;
            }
        }
    }
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
