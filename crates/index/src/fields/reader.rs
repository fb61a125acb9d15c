//! Columns become metadata, every number checked.

use corpus::ByteSpan;

use super::{Field, Numbers};
use crate::documents::{CUT, read_column, read_strings};
use crate::index_bytes::FileBytes;
use crate::varint::Reader;

/// What the head of a field says.
struct Head {
    name: ByteSpan,
    n_values: usize,
    single: bool,
}

/// Reads the section `FLDS`.
pub(crate) fn read(
    bytes: FileBytes<'_>,
    section: ByteSpan,
    n_documents: u32,
) -> Result<Vec<Field>, &'static str> {
    let mut reader = Reader::new(bytes.slice(section));
    let heads = read_heads(bytes, section, &mut reader)?;
    let n_values: u64 = heads.iter().map(|head| head.n_values as u64).sum();
    if n_values > reader.remaining() as u64 {
        return Err(CUT);
    }
    let lengths = read_column(&mut reader, n_values as usize)?;
    let values = read_strings(bytes, section, &mut reader, &lengths)?;
    let mut fields = Vec::with_capacity(heads.len());
    let mut values = values.as_slice();
    for head in heads {
        let (own, rest) = values.split_at(head.n_values);
        values = rest;
        if own
            .windows(2)
            .any(|pair| bytes.slice(pair[0]) >= bytes.slice(pair[1]))
        {
            return Err("the values of a field are not sorted");
        }
        let mut bounds: Vec<u32> = own.iter().map(|value| value.start).collect();
        bounds.push(own.last().map_or(section.start, |value| value.end));
        let numbers = read_numbers(&mut reader, &head, n_documents as usize)?;
        fields.push(Field {
            name: head.name,
            bounds,
            numbers,
        });
    }
    if reader.remaining() > 0 {
        return Err("bytes are left over");
    }
    Ok(fields)
}

fn read_heads(
    bytes: FileBytes<'_>,
    section: ByteSpan,
    reader: &mut Reader<'_>,
) -> Result<Vec<Head>, &'static str> {
    let n_fields = reader.varint().ok_or(CUT)? as usize;
    if n_fields > reader.remaining() {
        return Err(CUT);
    }
    let mut heads: Vec<Head> = Vec::with_capacity(n_fields);
    for _ in 0..n_fields {
        let length = reader.varint().ok_or(CUT)?;
        let name = read_strings(bytes, section, reader, &[length])?[0];
        let n_values = reader.varint().ok_or(CUT)? as usize;
        let single = match reader.byte().ok_or(CUT)? {
            0 => false,
            1 => true,
            _ => return Err("an unknown kind of field"),
        };
        heads.push(Head {
            name,
            n_values,
            single,
        });
    }
    Ok(heads)
}

/// Reads the values of each document in one field.
fn read_numbers(
    reader: &mut Reader<'_>,
    head: &Head,
    n_documents: usize,
) -> Result<Numbers, &'static str> {
    const ABSENT: &str = "a document has a value that is not there";
    if head.single {
        let mut numbers = read_column(reader, n_documents)?;
        for number in &mut numbers {
            // Zero, no value, becomes `u32::MAX`.
            *number = number.wrapping_sub(1);
            if *number != u32::MAX && *number as usize >= head.n_values {
                return Err(ABSENT);
            }
        }
        return Ok(Numbers::Single(numbers));
    }
    if n_documents > reader.remaining() {
        return Err(CUT);
    }
    let mut starts = Vec::with_capacity(n_documents + 1);
    let mut numbers = Vec::new();
    starts.push(0);
    for _ in 0..n_documents {
        let count = reader.varint().ok_or(CUT)?;
        for _ in 0..count {
            let number = reader.varint().ok_or(CUT)?;
            if number as usize >= head.n_values {
                return Err(ABSENT);
            }
            numbers.push(number);
        }
        starts.push(numbers.len() as u32);
    }
    Ok(Numbers::Several(starts, numbers))
}
