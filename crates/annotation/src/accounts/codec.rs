//! Comparisons as bytes.
//!
//! ```text
//! comparison := n:varint same{n} n:varint difference{n} n:varint only{n} n:varint reuse{n}
//! same       := place place score:varint day:varint numbers spans
//! difference := place place kind:u8 spans span span
//! only       := pairs pairs spans
//! reuse      := place place n_words:varint
//! place      := document:varint span
//! span       := start:varint length:varint
//! numbers    := n:varint number:varint{n}
//! spans      := n:varint span{n}
//! pairs      := n:varint (number:varint span){n}
//! ```
//!
//! A varint is LEB128 with at most 5 bytes; a day of 0 is none.

use corpus::ByteSpan;

use super::{Comparison, Difference, DifferenceKind, Only, Place, Reuse, SameMoment};

/// Bytes that are no comparison of the documents that they were given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ComparisonError {
    /// The bytes end inside a record.
    #[error("the comparison ends at byte {at}, inside a record; build the index again")]
    Truncated {
        /// Where more was expected.
        at: usize,
    },
    /// A number is longer or greater than any that is written.
    #[error("the comparison holds an impossible number before byte {at}; build the index again")]
    Number {
        /// One past its last byte.
        at: usize,
    },
    /// A place lies outside of its document, or inside a character.
    #[error(
        "the comparison names a place outside of the texts before byte {at}; build the index again"
    )]
    Place {
        /// One past the last byte of the place.
        at: usize,
    },
    /// Something follows the last record.
    #[error(
        "the comparison is followed by {n_bytes} bytes that belong to nothing; build the index again"
    )]
    Trailing {
        /// How many.
        n_bytes: usize,
    },
}

/// Returns the bytes of a comparison.
#[must_use]
pub fn encode(comparison: &Comparison) -> Vec<u8> {
    let mut to = Vec::new();
    number(&mut to, comparison.same_moment.len() as u32);
    for same in &comparison.same_moment {
        place(&mut to, same.a);
        place(&mut to, same.b);
        number(&mut to, same.score.into());
        number(&mut to, same.day.unwrap_or(0));
        number(&mut to, same.names.len() as u32);
        same.names.iter().for_each(|&name| number(&mut to, name));
        spans(&mut to, &same.words);
    }
    number(&mut to, comparison.differ.len() as u32);
    for difference in &comparison.differ {
        place(&mut to, difference.a);
        place(&mut to, difference.b);
        to.push(difference.kind as u8);
        spans(&mut to, &difference.about);
        span(&mut to, difference.value_a);
        span(&mut to, difference.value_b);
    }
    number(&mut to, comparison.only.len() as u32);
    for only in &comparison.only {
        for pairs in [&only.days, &only.names] {
            number(&mut to, pairs.len() as u32);
            for &(key, at) in pairs {
                number(&mut to, key);
                span(&mut to, at);
            }
        }
        spans(&mut to, &only.passages);
    }
    number(&mut to, comparison.reuse.len() as u32);
    for reuse in &comparison.reuse {
        place(&mut to, reuse.a);
        place(&mut to, reuse.b);
        number(&mut to, reuse.n_words);
    }
    to
}

fn number(to: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

fn span(to: &mut Vec<u8>, span: ByteSpan) {
    number(to, span.start);
    number(to, span.len());
}

fn place(to: &mut Vec<u8>, place: Place) {
    number(to, place.document);
    span(to, place.span);
}

fn spans(to: &mut Vec<u8>, list: &[ByteSpan]) {
    number(to, list.len() as u32);
    list.iter().for_each(|&one| span(to, one));
}

/// Returns the comparison of these texts, which stand in the order of their numbers.
///
/// Trusts nothing: every place lies in its text on character boundaries, and no count asks for more memory
/// than the bytes could fill.
///
/// # Errors
///
/// When the bytes are cut, damaged, or made for other texts; see [`ComparisonError`].
pub fn decode(bytes: &[u8], texts: &[&str]) -> Result<Comparison, ComparisonError> {
    let mut from = Reader {
        bytes,
        at: 0,
        texts,
    };
    let comparison = Comparison {
        same_moment: from.list(&mut Reader::same_moment)?,
        differ: from.list(&mut Reader::difference)?,
        only: from.all_only()?,
        reuse: from.list(&mut Reader::reuse)?,
    };
    let n_bytes = bytes.len() - from.at;
    if n_bytes > 0 {
        return Err(ComparisonError::Trailing { n_bytes });
    }
    Ok(comparison)
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
    texts: &'b [&'b str],
}

impl<'b> Reader<'b> {
    fn byte(&mut self) -> Result<u8, ComparisonError> {
        let byte = self.bytes.get(self.at).copied();
        let byte = byte.ok_or(ComparisonError::Truncated { at: self.at })?;
        self.at += 1;
        Ok(byte)
    }

    fn number(&mut self) -> Result<u32, ComparisonError> {
        let mut number: u32 = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            if shift == 28 && byte > 0x0F {
                break;
            }
            number |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(ComparisonError::Number { at: self.at })
    }

    fn list<T>(
        &mut self,
        one: &mut dyn FnMut(&mut Self) -> Result<T, ComparisonError>,
    ) -> Result<Vec<T>, ComparisonError> {
        let n = self.number()? as usize;
        // An item takes a byte at least.
        let mut list = Vec::with_capacity(n.min(64));
        for _ in 0..n {
            list.push(one(self)?);
        }
        Ok(list)
    }

    fn document(&mut self) -> Result<u32, ComparisonError> {
        let document = self.number()?;
        if document as usize >= self.texts.len() {
            return Err(ComparisonError::Place { at: self.at });
        }
        Ok(document)
    }

    fn span(&mut self, document: u32) -> Result<ByteSpan, ComparisonError> {
        let (start, length) = (self.number()?, self.number()?);
        let outside = ComparisonError::Place { at: self.at };
        let end = start.checked_add(length).ok_or(outside)?;
        let text = self.texts.get(document as usize).ok_or(outside)?;
        text.get(start as usize..end as usize).ok_or(outside)?;
        Ok(ByteSpan::new(start, end))
    }

    fn place(&mut self) -> Result<Place, ComparisonError> {
        let document = self.document()?;
        let span = self.span(document)?;
        Ok(Place { document, span })
    }

    fn same_moment(&mut self) -> Result<SameMoment, ComparisonError> {
        let (a, b) = (self.place()?, self.place()?);
        let score = self.number()?;
        let score = u16::try_from(score).map_err(|_| ComparisonError::Number { at: self.at })?;
        let day = Some(self.number()?).filter(|&day| day != 0);
        let names = self.list(&mut Self::number)?;
        let words = self.list(&mut |from| from.span(a.document))?;
        Ok(SameMoment {
            a,
            b,
            score,
            day,
            names,
            words,
        })
    }

    fn difference(&mut self) -> Result<Difference, ComparisonError> {
        let (a, b) = (self.place()?, self.place()?);
        let kind = match self.byte()? {
            0 => DifferenceKind::Figure,
            1 => DifferenceKind::Time,
            2 => DifferenceKind::Day,
            _ => return Err(ComparisonError::Number { at: self.at }),
        };
        let about = self.list(&mut |from| from.span(a.document))?;
        let (value_a, value_b) = (self.span(a.document)?, self.span(b.document)?);
        Ok(Difference {
            a,
            b,
            kind,
            about,
            value_a,
            value_b,
        })
    }

    fn all_only(&mut self) -> Result<Vec<Only>, ComparisonError> {
        let n = self.number()? as usize;
        if n > self.texts.len() {
            return Err(ComparisonError::Number { at: self.at });
        }
        let mut all = Vec::with_capacity(n);
        for document in 0..n as u32 {
            let days = self.list(&mut |from| Ok((from.number()?, from.span(document)?)))?;
            let names = self.list(&mut |from| Ok((from.number()?, from.span(document)?)))?;
            let passages = self.list(&mut |from| from.span(document))?;
            all.push(Only {
                days,
                names,
                passages,
            });
        }
        Ok(all)
    }

    fn reuse(&mut self) -> Result<Reuse, ComparisonError> {
        let (a, b) = (self.place()?, self.place()?);
        let n_words = self.number()?;
        Ok(Reuse { a, b, n_words })
    }
}
