//! The layer as bytes.
//!
//! For each document a count and its mentions, everything as LEB128 numbers of 7 bits a byte:
//!
//! | number | meaning |
//! |---|---|
//! | start | bytes since the end of the mention before |
//! | length | bytes of the span, less 1 |
//! | class | `(rule * kinds + kind) * confidences + confidence` |
//! | source | 0 nothing; 1 title; 2 document's date; 3 + zigzag(place of the mention counted from, less the own place) |
//! | value | `(reason or precision) * 4 + interval * 2 + approximate`; see `write_value` |
//!
//! Block and sentence follow from the text and are not stored: [`place`] gives them back.

use super::calendar::{Edtf, Point, Precision, month_length};
use super::{Anchor, Confidence, DayKind, DayMention, Reason, Rule, add_sentences};
use crate::varint::{self, Fault};
use corpus::{ByteSpan, Document};

/// Why bytes are no layer of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DaysError {
    /// The bytes end inside a number or a mention.
    #[error("the days end too early, at byte {at}")]
    Truncated {
        /// Where they end.
        at: usize,
    },
    /// A number is out of its range.
    #[error("the days are damaged at byte {at}")]
    Damaged {
        /// The byte after the number.
        at: usize,
    },
}

const PRECISIONS: [Precision; 6] = [
    Precision::Century,
    Precision::Decade,
    Precision::Year,
    Precision::Month,
    Precision::Day,
    Precision::Minute,
];
/// The value's first number for a mention without a value and without a reason.
const NO_VALUE: usize = PRECISIONS.len();

/// Writes the mentions of some documents, each list as [`days`](super::days) gives it.
///
/// Size: about ten bytes for a mention. Cost: linear, but for a search of each anchor.
#[must_use]
pub fn write(documents: &[Vec<DayMention>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    number(&mut bytes, documents.len());
    for mentions in documents {
        number(&mut bytes, mentions.len());
        let (mut end, mut year) = (0, 2000);
        for (place, mention) in mentions.iter().enumerate() {
            number(&mut bytes, mention.span.start.saturating_sub(end) as usize);
            number(&mut bytes, mention.span.len().saturating_sub(1) as usize);
            end = mention.span.end;
            let class = mention.rule as usize * DayKind::ALL.len() + mention.kind as usize;
            number(
                &mut bytes,
                class * Confidence::ALL.len() + mention.confidence as usize,
            );
            number(&mut bytes, source(mentions, place));
            write_value(&mut bytes, mention, &mut year);
        }
    }
    bytes
}

fn source(mentions: &[DayMention], place: usize) -> usize {
    match mentions[place].anchor {
        None => 0,
        Some(Anchor::Title) => 1,
        Some(Anchor::DocumentDate) => 2,
        Some(Anchor::Text(span)) => {
            let other = mentions.partition_point(|mention| mention.span.start < span.start);
            3 + zigzag(other as i64 - place as i64)
        }
    }
}

fn write_value(bytes: &mut Vec<u8>, mention: &DayMention, year: &mut u16) {
    let Some(edtf) = mention.edtf else {
        let reason = mention
            .reason
            .map_or(NO_VALUE, |reason| NO_VALUE + 1 + reason as usize);
        return number(bytes, reason * 4);
    };
    let ends = [Some(edtf.start), edtf.end];
    for point in ends.into_iter().flatten() {
        let has_more = edtf.end.is_some();
        let precision = point.precision as usize;
        number(
            bytes,
            precision * 4 + usize::from(has_more) * 2 + usize::from(point.is_approximate),
        );
        number(bytes, zigzag(i64::from(point.year) - i64::from(*year)));
        *year = point.year;
        if point.precision >= Precision::Month {
            number(
                bytes,
                usize::from(point.day) * 25 + usize::from(point.month),
            );
        }
        if point.precision == Precision::Minute {
            number(bytes, usize::from(point.minute));
        }
    }
}

fn number(bytes: &mut Vec<u8>, value: usize) {
    varint::put(bytes, value as u32);
}

fn zigzag(value: i64) -> usize {
    ((value << 1) ^ (value >> 63)) as usize
}

fn unzigzag(value: usize) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

/// Reads what [`write()`] wrote: a list for each document.
///
/// Blocks are 0 and sentences are the spans themselves until [`place`] is called. Any bytes are answered;
/// memory is bounded by their length.
///
/// # Errors
///
/// [`DaysError`] where the bytes are cut short, or are not of this form.
pub fn read(bytes: &[u8]) -> Result<Vec<Vec<DayMention>>, DaysError> {
    let mut reader = Reader { bytes, at: 0 };
    let n_documents = reader.count(1)?;
    let mut documents = Vec::with_capacity(n_documents);
    for _ in 0..n_documents {
        let n_mentions = reader.count(5)?;
        documents.push(reader.mentions(n_mentions)?);
    }
    if reader.at == bytes.len() {
        Ok(documents)
    } else {
        Err(reader.damaged())
    }
}

/// Gives mentions that were read their blocks and sentences, from the document they were found in.
pub fn place(document: &Document, mentions: &mut [DayMention]) {
    let mut block = 0;
    for mention in &mut *mentions {
        let holds = |at: usize| {
            document
                .blocks
                .get(at)
                .is_none_or(|block| block.span.end > mention.span.start)
        };
        while !holds(block) {
            block += 1;
        }
        mention.block = block as u32;
    }
    add_sentences(document, mentions);
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn damaged(&self) -> DaysError {
        DaysError::Damaged { at: self.at }
    }

    fn number(&mut self) -> Result<usize, DaysError> {
        match varint::take(self.bytes, &mut self.at) {
            Ok(number) => Ok(number as usize),
            Err(Fault::Cut) => Err(DaysError::Truncated { at: self.at }),
            Err(Fault::TooLarge) => Err(self.damaged()),
        }
    }

    /// A number of things that take at least so many bytes each.
    fn count(&mut self, least: usize) -> Result<usize, DaysError> {
        let count = self.number()?;
        if count > (self.bytes.len() - self.at) / least {
            return Err(DaysError::Truncated {
                at: self.bytes.len(),
            });
        }
        Ok(count)
    }

    fn mentions(&mut self, n: usize) -> Result<Vec<DayMention>, DaysError> {
        let mut mentions: Vec<DayMention> = Vec::with_capacity(n);
        // Anchors may come later in the text: their spans are filled in at the end.
        let mut sources = Vec::new();
        let (mut end, mut year) = (0_u32, 2000);
        for place in 0..n {
            let gap = self.number()? as u32;
            let length = self.number()? as u32;
            let start = end.checked_add(gap).ok_or(self.damaged())?;
            end = length
                .checked_add(1)
                .and_then(|length| start.checked_add(length))
                .ok_or(self.damaged())?;
            let class = self.number()?;
            let confidence = one_of(Confidence::ALL, class % Confidence::ALL.len());
            let class = class / Confidence::ALL.len();
            let kind = one_of(DayKind::ALL, class % DayKind::ALL.len());
            let rule = one_of(Rule::ALL, class / DayKind::ALL.len());
            let anchor = match self.number()? {
                0 => None,
                1 => Some(Anchor::Title),
                2 => Some(Anchor::DocumentDate),
                other => {
                    let source = place as i64 + unzigzag(other - 3);
                    let source = usize::try_from(source).ok().filter(|source| *source < n);
                    sources.push((place, source.ok_or(self.damaged())?));
                    None
                }
            };
            let (edtf, reason) = self.value(&mut year)?;
            let (Some(confidence), Some(kind), Some(rule)) = (confidence, kind, rule) else {
                return Err(self.damaged());
            };
            let span = ByteSpan::new(start, end);
            mentions.push(DayMention {
                span,
                kind,
                edtf,
                anchor,
                reason,
                rule,
                confidence,
                block: 0,
                sentence: span,
            });
        }
        for (place, source) in sources {
            mentions[place].anchor = Some(Anchor::Text(mentions[source].span));
        }
        Ok(mentions)
    }

    fn value(&mut self, year: &mut u16) -> Result<(Option<Edtf>, Option<Reason>), DaysError> {
        let first = self.number()?;
        let tag = first / 4;
        if tag >= NO_VALUE {
            let is_open = tag == NO_VALUE;
            let reason = tag
                .checked_sub(NO_VALUE + 1)
                .and_then(|tag| one_of(Reason::ALL, tag));
            return if (is_open || reason.is_some()) && first % 4 == 0 {
                Ok((None, reason))
            } else {
                Err(self.damaged())
            };
        }
        let start = self.point(first, year)?;
        let end = if first & 2 != 0 {
            let second = self.number()?;
            Some(self.point(second, year)?)
        } else {
            None
        };
        Ok((Some(Edtf { start, end }), None))
    }

    fn point(&mut self, tag: usize, year: &mut u16) -> Result<Point, DaysError> {
        let precision = one_of(&PRECISIONS, tag / 4).ok_or(self.damaged())?;
        let moved = i64::from(*year) + unzigzag(self.number()?);
        *year = u16::try_from(moved)
            .ok()
            .filter(|year| *year <= 9999)
            .ok_or(self.damaged())?;
        let mut point = Point {
            precision,
            is_approximate: tag & 1 != 0,
            ..Point::year(*year)
        };
        if precision >= Precision::Month {
            let packed = self.number()?;
            (point.day, point.month) = ((packed / 25).min(99) as u8, (packed % 25) as u8);
            let is_month = matches!(point.month, 1..=12 | 21..=24);
            let is_day = if precision == Precision::Month {
                point.day == 0
            } else {
                (1..=12).contains(&point.month)
                    && (1..=month_length(Some(*year), point.month)).contains(&point.day)
            };
            if !is_month || !is_day {
                return Err(self.damaged());
            }
        }
        if precision == Precision::Minute {
            let minute = self.number()?;
            point.minute = u16::try_from(minute)
                .ok()
                .filter(|minute| *minute < 1440)
                .ok_or(self.damaged())?;
        }
        Ok(point)
    }
}

fn one_of<T: Copy>(all: &[T], place: usize) -> Option<T> {
    all.get(place).copied()
}
