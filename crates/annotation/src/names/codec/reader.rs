//! Numbers, strings and entities out of bytes that may be damaged.

use super::super::{Entity, Form, NameKind, Reason, Role};
use super::{AMBIGUOUS, DESCRIBED, NamesError, OWN_ID};
use crate::varint::{self, Fault};
use corpus::ByteSpan;

/// Reads numbers, strings and entities; trusts none of them.
pub(super) struct Reader<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

/// What lies between the end of a mention and the start of the next.
#[derive(Debug, Clone, Copy)]
pub(super) enum Gap {
    /// So many places where a name may begin.
    Places(u32),
    /// So many bytes.
    Bytes(u32),
}

impl Reader<'_> {
    pub(super) fn byte(&mut self) -> Result<u8, NamesError> {
        let byte = *self
            .bytes
            .get(self.at)
            .ok_or(NamesError::Truncated(self.at))?;
        self.at += 1;
        Ok(byte)
    }

    pub(super) fn number(&mut self) -> Result<u32, NamesError> {
        varint::take(self.bytes, &mut self.at).map_err(|fault| match fault {
            Fault::Cut => NamesError::Truncated(self.at),
            Fault::TooLarge => NamesError::Damaged(self.at),
        })
    }

    /// Reads how many things follow, each of which takes at least `least` bytes.
    pub(super) fn count(&mut self, least: usize) -> Result<usize, NamesError> {
        let count = self.number()? as usize;
        if count.saturating_mul(least) > self.bytes.len() - self.at {
            return Err(NamesError::Truncated(self.at));
        }
        Ok(count)
    }

    /// Returns a count of things that take a byte each at least.
    pub(super) fn within(&self, count: usize) -> Result<usize, NamesError> {
        if count > self.bytes.len() - self.at {
            return Err(NamesError::Truncated(self.at));
        }
        Ok(count)
    }

    pub(super) fn gap(&mut self) -> Result<Gap, NamesError> {
        match self.number()?.checked_sub(1) {
            Some(n_passed) => Ok(Gap::Places(n_passed)),
            None => self.number().map(Gap::Bytes),
        }
    }

    pub(super) fn strings(&mut self, n: usize) -> Result<Vec<String>, NamesError> {
        let mut strings: Vec<String> = Vec::with_capacity(n);
        // Front coding could make much of little: no string is longer than a line.
        let mut last: Vec<u8> = Vec::new();
        for _ in 0..n {
            let shared = self.number()? as usize;
            let further = self.count(1)?;
            if shared > last.len() || shared + further > MOST_BYTES {
                return Err(NamesError::Damaged(self.at));
            }
            last.truncate(shared);
            last.extend_from_slice(&self.bytes[self.at..self.at + further]);
            self.at += further;
            let text = std::str::from_utf8(&last).map_err(|_| NamesError::Damaged(self.at))?;
            strings.push(text.to_owned());
        }
        Ok(strings)
    }

    fn string(&mut self, strings: &[String]) -> Result<String, NamesError> {
        let number = self.number()? as usize;
        strings
            .get(number)
            .cloned()
            .ok_or(NamesError::Damaged(self.at))
    }

    pub(super) fn entity(
        &mut self,
        strings: &[String],
        n_entities: u32,
        n_documents: u32,
    ) -> Result<Entity, NamesError> {
        let flags = self.byte()?;
        let kind = *NameKind::ALL
            .get(usize::from(flags & 7))
            .ok_or(NamesError::Damaged(self.at))?;
        let own_id = if flags & OWN_ID != 0 {
            Some(self.string(strings)?)
        } else {
            None
        };
        let role = if flags & DESCRIBED != 0 {
            let text = self.string(strings)?;
            let (document, start, length) = (self.number()?, self.number()?, self.number()?);
            let end = start
                .checked_add(length)
                .ok_or(NamesError::Damaged(self.at))?;
            if document >= n_documents {
                return Err(NamesError::Damaged(self.at));
            }
            Some(Role {
                document,
                span: ByteSpan::new(start, end),
                text,
            })
        } else {
            None
        };
        let n_candidates = self.count(1)?;
        let mut candidates = Vec::with_capacity(n_candidates);
        let mut last = 0_u32;
        for _ in 0..n_candidates {
            last = last
                .checked_add(self.number()?)
                .filter(|&candidate| candidate < n_entities)
                .ok_or(NamesError::Damaged(self.at))?;
            candidates.push(last);
        }
        let n_forms = self.count(2)?;
        let mut forms = Vec::with_capacity(n_forms);
        for _ in 0..n_forms {
            // Empty until its first mention tells it.
            let text = match self.number()?.checked_sub(1) {
                None => String::new(),
                Some(number) => strings
                    .get(number as usize)
                    .filter(|text| !text.is_empty())
                    .cloned()
                    .ok_or(NamesError::Damaged(self.at))?,
            };
            let reason = *Reason::ALL
                .get(usize::from(self.byte()?))
                .ok_or(NamesError::Damaged(self.at))?;
            forms.push(Form {
                text,
                count: 0,
                reason,
            });
        }
        if forms.is_empty() || own_id.as_ref().is_some_and(String::is_empty) {
            return Err(NamesError::Damaged(self.at));
        }
        Ok(Entity {
            // Made of the preferred form where the list has none of its own.
            id: own_id.unwrap_or_default(),
            kind,
            forms,
            mentions: Vec::new(),
            role,
            is_ambiguous: flags & AMBIGUOUS != 0,
            candidates,
        })
    }
}

/// No form or description is longer.
const MOST_BYTES: usize = 1 << 12;
