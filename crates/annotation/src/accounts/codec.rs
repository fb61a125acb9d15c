//! Comparisons as bytes.
//!
//! ```text
//! comparison := n:varint same{n} n:varint difference{n} n:varint only{n} n:varint reuse{n}
//! same       := place place score:varint day:varint spans
//! difference := place place kind:u8 spans span span
//! only       := spans
//! reuse      := documents since the one before:varint span document:varint start:varint more:zigzag words:zigzag
//! place      := document:varint span
//! span       := start:varint length:varint
//! spans      := n:varint span{n}
//! ```
//!
//! The spans of a moment and of a difference count from the start of their passage, those of an account from the
//! end of the one before. `more` is what the second stretch is longer than the first,
//! `words` what it has more of them than a sixth of its bytes. Names that both passages of a moment have, and days
//! and names that one account has alone, follow from those layers and are not stored; see [`super::complete`]. A varint is LEB128 with at most 5 bytes; a day of 0 is none.

use crate::varint::{self, Fault, put};
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
    put(&mut to, comparison.same_moment.len() as u32);
    for same in &comparison.same_moment {
        place(&mut to, same.a);
        place(&mut to, same.b);
        put(&mut to, same.score.into());
        put(&mut to, same.day.unwrap_or(0));
        spans(&mut to, &same.words, same.a.span.start);
    }
    put(&mut to, comparison.differ.len() as u32);
    for difference in &comparison.differ {
        place(&mut to, difference.a);
        place(&mut to, difference.b);
        to.push(difference.kind as u8);
        let (start_a, start_b) = (difference.a.span.start, difference.b.span.start);
        spans(&mut to, &difference.about, start_a);
        span(&mut to, difference.value_a, start_a);
        span(&mut to, difference.value_b, start_b);
    }
    put(&mut to, comparison.only.len() as u32);
    for only in &comparison.only {
        put(&mut to, only.passages.len() as u32);
        let mut end = 0;
        for &passage in &only.passages {
            span(&mut to, passage, end);
            end = passage.end;
        }
    }
    put(&mut to, comparison.reuse.len() as u32);
    let mut last = 0;
    for reuse in &comparison.reuse {
        put(&mut to, reuse.a.document.wrapping_sub(last));
        last = reuse.a.document;
        span(&mut to, reuse.a.span, 0);
        put(&mut to, reuse.b.document);
        put(&mut to, reuse.b.span.start);
        put(&mut to, signed(reuse.b.span.len(), reuse.a.span.len()));
        put(&mut to, signed(reuse.n_words, usual_words(reuse.a.span)));
    }
    to
}

/// Writes a span, counted from a place that is most often before it.
fn span(to: &mut Vec<u8>, span: ByteSpan, from: u32) {
    put(to, span.start.wrapping_sub(from));
    put(to, span.len());
}

/// How many words a stretch of text holds, roughly: what is written is the difference.
fn usual_words(span: ByteSpan) -> u32 {
    span.len() / 6
}

/// The difference of a number from what was to be expected, zigzag.
fn signed(number: u32, expected: u32) -> u32 {
    let difference = number.wrapping_sub(expected) as i32;
    ((difference << 1) ^ (difference >> 31)) as u32
}

fn unsigned(zigzag: u32, expected: u32) -> u32 {
    let difference = (zigzag >> 1) as i32 ^ -((zigzag & 1) as i32);
    expected.wrapping_add_signed(difference)
}

fn place(to: &mut Vec<u8>, place: Place) {
    put(to, place.document);
    span(to, place.span, 0);
}

fn spans(to: &mut Vec<u8>, list: &[ByteSpan], from: u32) {
    put(to, list.len() as u32);
    list.iter().for_each(|&one| span(to, one, from));
}

/// Returns the comparison of these texts, which stand in the order of their numbers, without the names that
/// moments share and the days and names that one has alone; see [`super::complete`].
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
    let mut last = 0;
    let comparison = Comparison {
        same_moment: from.list(&mut Reader::same_moment)?,
        differ: from.list(&mut Reader::difference)?,
        only: from.all_only()?,
        reuse: from.list(&mut |from| from.reuse(&mut last))?,
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
        varint::take(self.bytes, &mut self.at).map_err(|fault| match fault {
            Fault::Cut => ComparisonError::Truncated { at: self.at },
            Fault::TooLarge => ComparisonError::Number { at: self.at },
        })
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

    fn span(&mut self, document: u32, from: u32) -> Result<ByteSpan, ComparisonError> {
        let (start, length) = (self.number()?, self.number()?);
        self.checked(document, start.wrapping_add(from), length)
    }

    /// Returns a span that lies in the text of a document.
    fn checked(&self, document: u32, start: u32, length: u32) -> Result<ByteSpan, ComparisonError> {
        let outside = ComparisonError::Place { at: self.at };
        let end = start.checked_add(length).ok_or(outside)?;
        let text = self.texts.get(document as usize).ok_or(outside)?;
        text.get(start as usize..end as usize).ok_or(outside)?;
        Ok(ByteSpan::new(start, end))
    }

    fn place(&mut self) -> Result<Place, ComparisonError> {
        let document = self.document()?;
        let span = self.span(document, 0)?;
        Ok(Place { document, span })
    }

    fn same_moment(&mut self) -> Result<SameMoment, ComparisonError> {
        let (a, b) = (self.place()?, self.place()?);
        let score = self.number()?;
        let score = u16::try_from(score).map_err(|_| ComparisonError::Number { at: self.at })?;
        let day = Some(self.number()?).filter(|&day| day != 0);
        let words = self.list(&mut |from| from.span(a.document, a.span.start))?;
        Ok(SameMoment {
            a,
            b,
            score,
            day,
            names: Vec::new(),
            words,
        })
    }

    fn difference(&mut self) -> Result<Difference, ComparisonError> {
        let (a, b) = (self.place()?, self.place()?);
        let kind = DifferenceKind::ALL.get(usize::from(self.byte()?));
        let kind = *kind.ok_or(ComparisonError::Number { at: self.at })?;
        let about = self.list(&mut |from| from.span(a.document, a.span.start))?;
        let value_a = self.span(a.document, a.span.start)?;
        let value_b = self.span(b.document, b.span.start)?;
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
            let mut end = 0;
            let passages = self.list(&mut |from| {
                let passage = from.span(document, end)?;
                end = passage.end;
                Ok(passage)
            })?;
            all.push(Only {
                passages,
                ..Only::default()
            });
        }
        Ok(all)
    }

    fn reuse(&mut self, last: &mut u32) -> Result<Reuse, ComparisonError> {
        *last = last.wrapping_add(self.number()?);
        let document = *last;
        let span = self.span(document, 0)?;
        let a = Place { document, span };
        let document = self.document()?;
        let start = self.number()?;
        let length = unsigned(self.number()?, a.span.len());
        let span = self.checked(document, start, length)?;
        let n_words = unsigned(self.number()?, usual_words(a.span));
        let b = Place { document, span };
        Ok(Reuse { a, b, n_words })
    }
}
