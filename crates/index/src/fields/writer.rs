//! Metadata becomes columns.

use corpus::{FIRST_FIELDS, Field};

use crate::build::TermTable;
use crate::varint;

/// The metadata of documents added so far.
#[derive(Debug, Default)]
pub(crate) struct FieldColumns {
    columns: Vec<Column>,
    n_documents: u32,
}

/// One key: its distinct values as first seen, and (document, value) pairs in document order.
#[derive(Debug, Default)]
struct Column {
    name: String,
    values: TermTable,
    pairs: Vec<(u32, u32)>,
}

impl FieldColumns {
    /// Adds the metadata of the next document.
    pub(crate) fn add(&mut self, fields: &[Field]) {
        let document = self.n_documents;
        for field in fields {
            let column = self.column(&field.name);
            for value in &field.values {
                let number = column.values.number_of(value);
                column.pairs.push((document, number));
            }
        }
        self.n_documents += 1;
    }

    fn column(&mut self, name: &str) -> &mut Column {
        let place = self
            .columns
            .iter()
            .position(|column| column.name == name)
            .unwrap_or_else(|| {
                self.columns.push(Column {
                    name: name.to_owned(),
                    ..Column::default()
                });
                self.columns.len() - 1
            });
        &mut self.columns[place]
    }

    /// Adds documents that come after these.
    pub(crate) fn append(&mut self, later: Self) {
        let first = self.n_documents;
        for theirs in later.columns {
            let column = self.column(&theirs.name);
            let numbers: Vec<u32> = (0..theirs.values.len() as u32)
                .map(|number| column.values.number_of(theirs.values.get(number)))
                .collect();
            let moved = theirs
                .pairs
                .iter()
                .map(|&(doc, value)| (first + doc, numbers[value as usize]));
            column.pairs.extend(moved);
        }
        self.n_documents += later.n_documents;
    }

    /// Returns the parts of the section.
    pub(crate) fn into_section(mut self) -> Vec<Vec<u8>> {
        self.columns.retain(|column| !column.pairs.is_empty());
        self.columns
            .sort_by(|a, b| canonical_place(&a.name).cmp(&canonical_place(&b.name)));
        let mut heads = Vec::new();
        let (mut lengths, mut values, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
        varint::write(&mut heads, self.columns.len() as u32);
        for column in &self.columns {
            let sorted = column.values.sorted();
            let single = column.pairs.windows(2).all(|pair| pair[0].0 < pair[1].0);
            varint::write(&mut heads, column.name.len() as u32);
            heads.extend_from_slice(column.name.as_bytes());
            varint::write(&mut heads, sorted.len() as u32);
            heads.push(u8::from(single));
            for &value in &sorted {
                let value = column.values.get(value);
                varint::write(&mut lengths, value.len() as u32);
                values.extend_from_slice(value.as_bytes());
            }
            column.write_numbers(&sorted, single, self.n_documents, &mut numbers);
        }
        vec![heads, lengths, values, numbers]
    }
}

impl Column {
    /// Writes the values of each document by their places in `sorted`.
    fn write_numbers(&self, sorted: &[u32], single: bool, n_documents: u32, out: &mut Vec<u8>) {
        let mut places = vec![0; sorted.len()];
        for (place, &value) in sorted.iter().enumerate() {
            places[value as usize] = place as u32;
        }
        let mut pairs = self.pairs.as_slice();
        for document in 0..n_documents {
            let count = pairs.iter().take_while(|pair| pair.0 == document).count();
            let (own, rest) = pairs.split_at(count);
            pairs = rest;
            if !single || own.is_empty() {
                varint::write(out, count as u32);
            }
            for &(_, value) in own {
                varint::write(out, places[value as usize] + u32::from(single));
            }
        }
    }
}

/// Returns a sort key: the keys that every page shows come first, the others by name.
fn canonical_place(name: &str) -> (usize, &str) {
    let place = FIRST_FIELDS.iter().position(|&first| first == name);
    (place.unwrap_or(FIRST_FIELDS.len()), name)
}
