//! Names as bytes, for a section of the index, and back.
//!
//! ```text
//! version                       1 byte
//! documents, strings, entities  varints
//! strings                       those that the texts do not hold, sorted; each: bytes shared with the one before,
//!                               further bytes, these bytes
//! entities                      those named most often first; each:
//!   flags                       kind, ambiguous (8), described (16), id is not made of the name (32)
//!   id                          string, where the flag says so
//!   description                 string, document, start, length, where the flag says so
//!   candidates                  their number, and differences of entity numbers in this list
//!   forms                       their number; each: 0 where its first mention is written so, else string + 1;
//!                               reason
//! counts                        of each document, its mentions
//! gaps                          of each mention, how many places where a name may begin (`starts`) lie between the
//!                               last one's end and its start, + 1; or 0 and the bytes between
//! mentions                      each: its form * 4, + 2 where that is its place among the forms that the document
//!                               named last, and not its number through all entities; + 1 where a length follows
//!                               because it is not that of the form, or not known yet
//! ```
//!
//! The order of the entities, by first mention, and the counts of the forms follow from the mentions and are
//! not stored. Numbers are LEB128. The reader trusts nothing: every number is checked before it is used.

mod decoding;
mod reader;
mod starts;

use super::gathering::slug;
use super::{Entity, Names};
use crate::varint::put;
use corpus::ByteSpan;
pub(crate) use decoding::Decoding;
use std::collections::HashMap;

/// Why bytes are no list of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NamesError {
    /// They were written by a newer program, or are something else.
    #[error("names of version {0}, this program reads version 2; build the index again")]
    Version(u8),
    /// They end too early.
    #[error("the list of names ends too early, at byte {0}; copy or build the index again")]
    Truncated(usize),
    /// Something in them points nowhere or repeats what may stand once.
    #[error("the list of names is damaged near byte {0}; copy or build the index again")]
    Damaged(usize),
}

const VERSION: u8 = 2;
const AMBIGUOUS: u8 = 8;
const DESCRIBED: u8 = 16;
const OWN_ID: u8 = 32;

/// Writes names as bytes.
///
/// `text` gives the text of a document by its number. Forms that stand so at their first mention are not
/// written: the reader takes them from there. What [`super::Gathering::finish`] made comes back equal from
/// [`decode`], except that forms which the texts do not hold keep the count 0.
#[must_use]
pub fn encode<'t>(names: &Names, text: &dyn Fn(u32) -> &'t str) -> Vec<u8> {
    let entities = &names.entities;
    let order = sorting::sorted_order(entities.len(), &mut |a, b| {
        let size = |number: u32| entities[number as usize].mentions.len();
        size(b).cmp(&size(a))
    });
    let mut place = vec![0_u32; order.len()];
    let mut first_form = vec![0_u32; order.len()];
    let mut n_forms = 0;
    for (at, &number) in order.iter().enumerate() {
        place[number as usize] = at as u32;
        first_form[number as usize] = n_forms;
        n_forms += entities[number as usize].forms.len() as u32;
    }
    let in_text: Vec<Vec<bool>> = entities
        .iter()
        .map(|one| forms_in_text(one, text))
        .collect();
    let strings = strings(entities, &in_text);
    let numbers: HashMap<&str, u32> = strings.iter().copied().zip(0..).collect();
    let number_of = |text: &str| numbers.get(text).copied().unwrap_or(0);
    let mut documents = by_document(entities, &first_form);

    let mut out = vec![VERSION];
    put(&mut out, documents.len() as u32);
    put(&mut out, strings.len() as u32);
    put(&mut out, order.len() as u32);
    put_strings(&mut out, &strings);
    // Of each form, numbered through all entities, whether its first mention is still to come and tells it.
    let mut is_in_text = Vec::with_capacity(n_forms as usize);
    for &number in &order {
        let in_text = &in_text[number as usize];
        put_entity(
            &mut out,
            &entities[number as usize],
            &place,
            &number_of,
            in_text,
        );
        is_in_text.extend_from_slice(in_text);
    }
    for document in &mut documents {
        use sorting::SmallSort;
        document.small_sort_by_number(|mention| u64::from(mention.span.start));
        put(&mut out, document.len() as u32);
    }
    for (number, document) in (0..).zip(&documents) {
        put_gaps(&mut out, document, text(number));
    }
    for document in &documents {
        put_mentions(&mut out, document, &mut is_in_text);
    }
    out
}

/// Tells of each form of an entity whether its first mention is written so.
fn forms_in_text<'t>(entity: &Entity, text: &dyn Fn(u32) -> &'t str) -> Vec<bool> {
    let mut is_met = vec![false; entity.forms.len()];
    let mut is_in_text = is_met.clone();
    for mention in &entity.mentions {
        let form = mention.form as usize;
        let met = is_met.get_mut(form);
        if met.is_some_and(|met| !std::mem::replace(met, true)) {
            let written = written_at(text(mention.document), mention.span);
            is_in_text[form] = written.is_some_and(|written| written == entity.forms[form].text);
        }
    }
    is_in_text
}

/// Returns what the texts do not tell, sorted, each once.
fn strings<'e>(entities: &'e [Entity], in_text: &[Vec<bool>]) -> Vec<&'e str> {
    let mut texts: Vec<&str> = Vec::new();
    for (entity, in_text) in entities.iter().zip(in_text) {
        let own = entity.forms.iter().zip(in_text);
        texts.extend(
            own.filter(|(_, is)| !**is)
                .map(|(form, _)| form.text.as_str()),
        );
        texts.extend(entity.role.iter().map(|role| role.text.as_str()));
        if entity.id != slug(entity.preferred()) {
            texts.push(&entity.id);
        }
    }
    let sorted = sorting::sorted_order(texts.len(), &mut |a, b| {
        texts[a as usize].cmp(texts[b as usize])
    });
    let mut strings: Vec<&str> = sorted.iter().map(|&at| texts[at as usize]).collect();
    strings.dedup();
    strings
}

fn put_strings(out: &mut Vec<u8>, strings: &[&str]) {
    let mut last = "";
    for text in strings {
        let pairs = last.bytes().zip(text.bytes());
        let shared = pairs.take_while(|(a, b)| a == b).count();
        put(out, shared as u32);
        put(out, (text.len() - shared) as u32);
        out.extend_from_slice(&text.as_bytes()[shared..]);
        last = text;
    }
}

/// Where a document names something, how, and the bytes of that form.
struct Written {
    span: ByteSpan,
    form: u32,
    length: u32,
}

fn by_document(entities: &[Entity], first_form: &[u32]) -> Vec<Vec<Written>> {
    let mut documents: Vec<Vec<Written>> = Vec::new();
    for (entity, first_form) in entities.iter().zip(first_form) {
        for mention in &entity.mentions {
            let document = mention.document as usize;
            if documents.len() <= document {
                documents.resize_with(document + 1, Vec::new);
            }
            let form = entity.forms.get(mention.form as usize);
            documents[document].push(Written {
                span: mention.span,
                form: first_form + mention.form,
                length: form.map_or(0, |form| form.text.len() as u32),
            });
        }
    }
    documents
}

fn put_gaps(out: &mut Vec<u8>, document: &[Written], text: &str) {
    let mut end = 0;
    for &Written { span, .. } in document {
        match starts::passed(text, end, span.start) {
            Some(n_passed) => put(out, n_passed + 1),
            None => {
                out.push(0);
                put(out, span.start.wrapping_sub(end));
            }
        }
        end = span.end;
    }
}

fn put_mentions(out: &mut Vec<u8>, document: &[Written], is_in_text: &mut [bool]) {
    let mut recent = Recent::default();
    for &Written { span, form, length } in document {
        let is_new = is_in_text
            .get_mut(form as usize)
            .is_some_and(std::mem::take);
        let is_other = is_new || span.len() != length;
        let code = match recent.take(form) {
            Some(place) => place << 2 | 2,
            None => form << 2,
        };
        put(out, code | u32::from(is_other));
        if is_other {
            put(out, span.len());
        }
    }
}

/// The forms that a document named last, the last first.
#[derive(Default)]
struct Recent(Vec<u32>);

impl Recent {
    /// So many are remembered; it bounds the work for each mention.
    const MOST: usize = 31;

    /// Returns the place of a form, if it is remembered, and puts it first.
    fn take(&mut self, form: u32) -> Option<u32> {
        let place = self.0.iter().position(|&known| known == form);
        match place {
            Some(place) => {
                self.0.remove(place);
            }
            None => self.0.truncate(Self::MOST - 1),
        }
        self.0.insert(0, form);
        place.map(|place| place as u32)
    }

    fn at(&self, place: u32) -> Option<u32> {
        self.0.get(place as usize).copied()
    }
}

/// What is written at a place, with single spaces.
fn written_at(text: &str, span: ByteSpan) -> Option<String> {
    let written = text.get(span.start as usize..span.end as usize)?;
    Some(written.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn put_entity(
    out: &mut Vec<u8>,
    entity: &Entity,
    place: &[u32],
    number_of: &dyn Fn(&str) -> u32,
    is_in_text: &[bool],
) {
    let mut flags = entity.kind as u8;
    let own_id = entity.id != slug(entity.preferred());
    for (flag, holds) in [
        (AMBIGUOUS, entity.is_ambiguous),
        (DESCRIBED, entity.role.is_some()),
        (OWN_ID, own_id),
    ] {
        if holds {
            flags |= flag;
        }
    }
    out.push(flags);
    if own_id {
        put(out, number_of(&entity.id));
    }
    if let Some(role) = &entity.role {
        put(out, number_of(&role.text));
        put(out, role.document);
        put(out, role.span.start);
        put(out, role.span.len());
    }
    put(out, entity.candidates.len() as u32);
    let mut candidates: Vec<u32> = entity
        .candidates
        .iter()
        .map(|&candidate| place[candidate as usize])
        .collect();
    sorting::sort_numbers(&mut candidates);
    let mut last = 0;
    for candidate in candidates {
        put(out, candidate - last);
        last = candidate;
    }
    put(out, entity.forms.len() as u32);
    for (form, &is_in_text) in entity.forms.iter().zip(is_in_text) {
        put(
            out,
            if is_in_text {
                0
            } else {
                number_of(&form.text) + 1
            },
        );
        out.push(form.reason as u8);
    }
}

/// Reads what [`encode`] wrote.
///
/// # Errors
///
/// [`NamesError`] for anything else. Never takes more memory than a small multiple of the bytes given.
pub fn decode<'t>(bytes: &[u8], text: &dyn Fn(u32) -> &'t str) -> Result<Names, NamesError> {
    let mut decoding = Decoding::default();
    while decoding.step(bytes, text)? {}
    Ok(decoding.finish())
}

#[cfg(test)]
mod tests {
    use super::super::{EntityMention, Form, NameKind, Reason, Role};
    use super::*;
    use proptest::prelude::*;

    fn list() -> impl Strategy<Value = Names> {
        let entity = (
            0_usize..5,
            any::<bool>(),
            prop::collection::vec(("[A-Z][a-zé ]{0,9}", 0_usize..15), 1..4),
            prop::option::of("[a-z ]{1,9}"),
            "[a-z-]{1,6}",
        );
        let mention = (
            any::<prop::sample::Index>(),
            any::<prop::sample::Index>(),
            0_u32..300,
            prop::option::of(1_u32..9),
            0_u32..2,
        );
        (
            prop::collection::vec(entity, 1..8),
            prop::collection::vec(mention, 0..60),
        )
            .prop_map(|(entities, mentions)| {
                let mut names: Vec<Entity> = entities
                    .into_iter()
                    .enumerate()
                    .map(|(number, (kind, is_ambiguous, forms, role, id))| Entity {
                        id: format!("{id}{number}"),
                        kind: NameKind::ALL[kind],
                        forms: forms
                            .into_iter()
                            .map(|(text, reason)| Form {
                                text,
                                count: 0,
                                reason: Reason::ALL[reason],
                            })
                            .collect(),
                        mentions: Vec::new(),
                        role: role.map(|text| Role {
                            document: 0,
                            span: ByteSpan::new(3, 7),
                            text,
                        }),
                        is_ambiguous,
                        candidates: Vec::new(),
                    })
                    .collect();
                let (mut document, mut end) = (0, 0);
                let all = names.len();
                // Every entity is named once, in order, and then some more.
                let first = (0..all).map(|number| (number, 0, 1, None, 0));
                let more: Vec<_> = mentions
                    .iter()
                    .map(|(entity, form, gap, length, next)| {
                        (entity.index(all), form.index(9), *gap, *length, *next)
                    })
                    .collect();
                for (number, form, gap, length, next) in first.chain(more) {
                    if next == 1 {
                        document += 1;
                        end = 0;
                    }
                    let entity = &mut names[number];
                    let form = form % entity.forms.len();
                    let start = end + gap;
                    end = start + length.unwrap_or(entity.forms[form].text.len() as u32);
                    entity.forms[form].count += 1;
                    entity.mentions.push(EntityMention {
                        document,
                        span: ByteSpan::new(start, end),
                        form: form as u32,
                    });
                    if all > 1 {
                        entity.candidates = vec![((number + 1) % all) as u32];
                    }
                }
                Names { entities: names }
            })
    }

    proptest! {
        #[test]
        fn names_come_back_as_they_were(names in list()) {
            let text = "Xyz ".repeat(20_000);
            for text in ["", &text] {
                let encoded = encode(&names, &|_| text);
                prop_assert_eq!(decode(&encoded, &|_| text), Ok(names.clone()));
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes, &|_| "Some text of names");
        }

        #[test]
        fn damaged_lists_are_read_or_refused(names in list(), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
            let mut bytes = encode(&names, &|_| "");
            prop_assert!(decode(&bytes[..cut.index(bytes.len())], &|_| "").is_err());
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let _ = decode(&bytes, &|_| "Some text of names");
        }
    }

    #[test]
    fn what_is_wrong_is_told() {
        assert_eq!(decode(&[9], &|_| ""), Err(NamesError::Version(9)));
        assert_eq!(decode(&[], &|_| ""), Err(NamesError::Truncated(0)));
        assert_eq!(decode(&[2, 0, 0, 0], &|_| ""), Ok(Names::default()));
    }
}
