//! A list of names read in slices, for hosts that must answer meanwhile.

use super::reader::{Gap, Reader};
use super::{NamesError, Recent, VERSION, starts, written_at};
use crate::names::gathering::slug;
use crate::names::{Entity, EntityMention, Names};
use corpus::ByteSpan;

/// Entities that are read, or get their ids, in one slice.
const ENTITIES_PIECE: usize = 4_000;
/// Bytes of text whose mentions are read in one slice: a place is found by walking the text.
const TEXT_PIECE: usize = 600_000;

/// What is read next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Part {
    #[default]
    Strings,
    Entities,
    Gaps,
    Mentions,
    Ids,
    Order,
}

/// A list of names while it is read. See [`super::decode`].
#[derive(Debug, Default)]
pub(crate) struct Decoding {
    part: Part,
    /// Bytes that are read.
    at: usize,
    n_documents: u32,
    n_entities: usize,
    strings: Vec<String>,
    entities: Vec<Entity>,
    /// Every form's entity and number there.
    forms: Vec<(u32, u32)>,
    /// Mentions of each document.
    counts: Vec<usize>,
    gaps: Vec<Gap>,
    /// Documents and mentions that are read.
    document: usize,
    mention: usize,
    /// The entities in the order of their first mentions.
    order: Vec<u32>,
    /// Entities that have their ids.
    n_named: usize,
}

impl Decoding {
    /// Reads a further slice; returns whether there is more. The arguments are the same at every call.
    ///
    /// # Errors
    ///
    /// As [`super::decode`].
    pub(crate) fn step<'t>(
        &mut self,
        bytes: &[u8],
        text: &dyn Fn(u32) -> &'t str,
    ) -> Result<bool, NamesError> {
        let mut reader = Reader { bytes, at: self.at };
        let (is_done, next) = match self.part {
            Part::Strings => (self.strings(&mut reader)?, Part::Entities),
            Part::Entities => (self.entities(&mut reader)?, Part::Gaps),
            Part::Gaps => (self.gaps(&mut reader)?, Part::Mentions),
            Part::Mentions => (self.mentions(&mut reader, text)?, Part::Ids),
            Part::Ids => (self.ids(&reader)?, Part::Order),
            Part::Order => return Ok(false),
        };
        self.at = reader.at;
        if is_done {
            self.part = next;
        }
        Ok(true)
    }

    /// Returns which share of the documents is read, from 0 to 1: they take the most time.
    pub(crate) fn share(&self) -> f32 {
        self.document as f32 / self.counts.len().max(1) as f32
    }

    /// Returns the names, all of them once [`Self::step`] has returned false.
    pub(crate) fn finish(self) -> Names {
        Names {
            entities: in_order(self.entities, &self.order),
        }
    }

    fn strings(&mut self, reader: &mut Reader<'_>) -> Result<bool, NamesError> {
        match reader.byte()? {
            VERSION => {}
            version => return Err(NamesError::Version(version)),
        }
        self.n_documents = reader.number()?;
        let n_strings = reader.count(2)?;
        self.n_entities = reader.count(5)?;
        self.strings = reader.strings(n_strings)?;
        Ok(true)
    }

    fn entities(&mut self, reader: &mut Reader<'_>) -> Result<bool, NamesError> {
        let first = self.entities.len();
        let end = self.n_entities.min(first + ENTITIES_PIECE);
        for number in first..end {
            let entity = reader.entity(&self.strings, self.n_entities as u32, self.n_documents)?;
            let forms = 0..entity.forms.len();
            self.forms
                .extend(forms.map(|form| (number as u32, form as u32)));
            self.entities.push(entity);
        }
        Ok(end == self.n_entities)
    }

    fn gaps(&mut self, reader: &mut Reader<'_>) -> Result<bool, NamesError> {
        self.counts = (0..reader.within(self.n_documents as usize)?)
            .map(|_| reader.count(2))
            .collect::<Result<_, _>>()?;
        let n_mentions = self
            .counts
            .iter()
            .fold(0_usize, |sum, &n| sum.saturating_add(n));
        self.gaps = (0..reader.within(n_mentions)?)
            .map(|_| reader.gap())
            .collect::<Result<_, _>>()?;
        Ok(true)
    }

    fn mentions<'t>(
        &mut self,
        reader: &mut Reader<'_>,
        text: &dyn Fn(u32) -> &'t str,
    ) -> Result<bool, NamesError> {
        let mut n_bytes = 0;
        while self.document < self.counts.len() && n_bytes < TEXT_PIECE {
            let text = text(self.document as u32);
            self.mentions_of_document(reader, text)?;
            self.document += 1;
            n_bytes += text.len();
        }
        Ok(self.document == self.counts.len())
    }

    fn mentions_of_document(
        &mut self,
        reader: &mut Reader<'_>,
        text: &str,
    ) -> Result<(), NamesError> {
        let mut recent = Recent::default();
        let mut end = 0_u32;
        for _ in 0..self.counts[self.document] {
            let start = match self.gaps[self.mention] {
                Gap::Places(n_passed) => starts::place(text, end, n_passed),
                Gap::Bytes(n_bytes) => end.checked_add(n_bytes),
            };
            self.mention += 1;
            let start = start.ok_or(NamesError::Damaged(reader.at))?;
            let code = reader.number()?;
            let through_all = if code & 2 == 2 {
                recent.at(code >> 2)
            } else {
                Some(code >> 2)
            };
            let through_all = through_all.ok_or(NamesError::Damaged(reader.at))?;
            recent.take(through_all);
            let &(number, form) = self
                .forms
                .get(through_all as usize)
                .ok_or(NamesError::Damaged(reader.at))?;
            let entity = &mut self.entities[number as usize];
            let met = &mut entity.forms[form as usize];
            let length = if code & 1 == 1 {
                reader.number()?
            } else {
                met.text.len() as u32
            };
            end = start
                .checked_add(length)
                .ok_or(NamesError::Damaged(reader.at))?;
            if met.text.is_empty() {
                met.text = written_at(text, ByteSpan::new(start, end))
                    .filter(|written| !written.is_empty())
                    .ok_or(NamesError::Damaged(reader.at))?;
            }
            met.count += 1;
            if entity.mentions.is_empty() {
                self.order.push(number);
            }
            entity.mentions.push(EntityMention {
                document: self.document as u32,
                span: ByteSpan::new(start, end),
                form,
            });
        }
        Ok(())
    }

    fn ids(&mut self, reader: &Reader<'_>) -> Result<bool, NamesError> {
        let damaged = NamesError::Damaged(reader.at);
        if reader.at != reader.bytes.len() || self.order.len() != self.entities.len() {
            return Err(damaged);
        }
        let end = self.entities.len().min(self.n_named + ENTITIES_PIECE);
        for entity in &mut self.entities[self.n_named..end] {
            if entity.forms.iter().any(|form| form.text.is_empty()) {
                return Err(damaged);
            }
            // Made of the preferred form where the list has none of its own.
            if entity.id.is_empty() {
                entity.id = slug(entity.preferred());
            }
        }
        self.n_named = end;
        Ok(end == self.entities.len())
    }
}

/// Puts entities into the order of their first mentions.
fn in_order(entities: Vec<Entity>, order: &[u32]) -> Vec<Entity> {
    use sorting::SmallSort;
    let mut place = vec![0_u32; order.len()];
    for (at, &number) in order.iter().enumerate() {
        place[number as usize] = at as u32;
    }
    let mut numbered: Vec<(u32, Entity)> = place.iter().copied().zip(entities).collect();
    numbered.small_sort_by_number(|(place, _)| u64::from(*place));
    let mut sorted: Vec<Entity> = numbered.into_iter().map(|(_, entity)| entity).collect();
    for entity in &mut sorted {
        for candidate in &mut entity.candidates {
            *candidate = place[*candidate as usize];
        }
        sorting::sort_numbers(&mut entity.candidates);
    }
    sorted
}
