//! Whom a pronoun may stand for.

use super::lexicon::{BODY, COORDINATOR, DETERMINER, FEMALE, GIVEN, MALE, PERSON, PLURAL};
use super::words::Item;
use super::{NameKind, NameSpan};
use corpus::ByteSpan;

/// Somebody who was mentioned as a subject or a speaker.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    pub(super) speaker: ByteSpan,
    pub(super) role: Option<ByteSpan>,
    /// [`MALE`], [`FEMALE`], [`PLURAL`], [`BODY`], as far as the words tell.
    pub(super) marks: u32,
    /// Of the narrator's sentences, counted through the document.
    sentence: u32,
}

/// The subjects and speakers so far, in the order in which they were met.
#[derive(Debug, Default)]
pub(super) struct People {
    mentions: Vec<Mention>,
    sentence: u32,
}

/// How many sentences back a pronoun is followed.
const REACH_SENTENCES: u32 = 4;

/// So many mentions are remembered; it bounds the work in a sentence without end.
const MOST_MENTIONS: usize = 32;

impl People {
    /// Begins the next sentence.
    pub(super) fn next_sentence(&mut self) {
        self.sentence += 1;
    }

    /// Begins a section: pronouns do not reach across a heading.
    pub(super) fn next_section(&mut self) {
        self.mentions.clear();
    }

    /// Notes a subject or speaker of the present sentence.
    pub(super) fn note(&mut self, speaker: ByteSpan, role: Option<ByteSpan>, marks: u32) {
        let sentence = self.sentence;
        self.mentions
            .retain(|mention| sentence - mention.sentence <= REACH_SENTENCES);
        if self.mentions.len() == MOST_MENTIONS {
            self.mentions.remove(0);
        }
        self.mentions.push(Mention {
            speaker,
            role,
            marks,
            sentence,
        });
    }

    /// Returns the last subject that agrees with a pronoun of these marks and stands before `before`.
    ///
    /// Within a sentence the one noted first wins: it is the subject.
    pub(super) fn antecedent(&self, pronoun: u32, before: u32) -> Option<Mention> {
        let agrees =
            |mention: &&Mention| mention.speaker.end <= before && agree(pronoun, mention.marks);
        let last = self.mentions.iter().rev().find(agrees)?;
        let first = self
            .mentions
            .iter()
            .filter(agrees)
            .find(|mention| mention.sentence == last.sentence);
        // A speaker whom a cue names again in the same sentence is noted twice; both are the same.
        Some(*first.unwrap_or(last))
    }
}

fn agree(pronoun: u32, marks: u32) -> bool {
    if pronoun & PLURAL != 0 {
        return marks & PLURAL != 0 || marks & BODY != 0;
    }
    let other = if pronoun & MALE != 0 { FEMALE } else { MALE };
    marks & (PLURAL | BODY) == 0 && (marks & other == 0 || marks & (MALE | FEMALE) == MALE | FEMALE)
}

/// Returns what the words of a phrase tell of number and gender.
pub(super) fn agreement(items: &[Item], names: &[NameSpan]) -> u32 {
    let mut marks = 0;
    let named = items.first().and_then(|first| {
        let last = items.last()?;
        overlapping(names, ByteSpan::new(first.span.start, last.span.end))
    });
    // The first gender told is that of the head: "the minister's wife" is rare as a subject, "Mrs Ali" is not.
    for item in items {
        let gender = item.marks & (MALE | FEMALE);
        if gender != 0
            && marks & (MALE | FEMALE) == 0
            && item.is(PERSON | GIVEN)
            && !item.is_possessive()
        {
            marks |= gender;
        }
    }
    let nouns = items
        .iter()
        .filter(|item| item.is(PERSON | BODY) && !item.is_possessive());
    let head = nouns.clone().next();
    if let Some(head) = head {
        marks |= head.marks & PLURAL;
        let is_named_person = named.is_some_and(|name| name.kind == NameKind::Person);
        if !head.is(PERSON) && !is_named_person {
            marks |= BODY;
        }
    }
    let first = items.first().map_or(0, |first| first.marks);
    if head.is_none() && first & DETERMINER != 0 {
        marks |= PLURAL | BODY;
    }
    let n_capitals = items.iter().filter(|item| item.is_capital()).count();
    if n_capitals > 1 && items.iter().any(|item| item.is(COORDINATOR)) && head.is_none() {
        marks |= PLURAL;
    }
    if named.is_some_and(|name| matches!(name.kind, NameKind::Place | NameKind::Body))
        && head.is_none_or(|head| !head.is(PERSON))
    {
        marks |= BODY;
    }
    marks
}

/// Returns the last of the names, sorted by start, that overlaps a span and ends in it.
pub(super) fn overlapping(names: &[NameSpan], span: ByteSpan) -> Option<&NameSpan> {
    let end = names.partition_point(|name| name.span.start < span.end);
    let last = names.get(end.checked_sub(1)?)?;
    (last.span.end > span.start && last.span.end <= span.end).then_some(last)
}
