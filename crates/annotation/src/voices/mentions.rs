//! Noting who is spoken of, for the pronouns that follow.

use corpus::ByteSpan;

use super::NameKind;
use super::attribution::Reader;
use super::cues::span_of;
use super::lexicon::{
    ADVERB, BE, BODY, CLAUSE, COORDINATOR, DETERMINER, FEMALE, GERUND, MALE, PARTICIPLE, PERSON,
    PLURAL, PREPOSITION, RELATIVE, SPEECH, THOUGHT,
};
use super::people::{Part, agreement, overlapping};
use super::phrases::{Subject, noun_phrase_end};
use super::words::Item;

impl Reader<'_> {
    /// Tells whether a subject is somebody, and not a body or a crowd.
    pub(super) fn is_person(&self, items: &[Item], span: ByteSpan) -> bool {
        let named = overlapping(self.names, span)
            .is_some_and(|name| name.span.end == span.end && name.kind == NameKind::Person);
        let start = items.partition_point(|item| item.span.start < span.start);
        let end = items.partition_point(|item| item.span.end <= span.end);
        let is_described = items
            .get(start..end)
            .is_some_and(|items| items.iter().any(|item| item.is(PERSON)));
        // A pronoun's antecedent stands in an earlier block, whose words are gone.
        let is_elsewhere = start >= end;
        (named || is_described || is_elsewhere) && self.marks_of(items, span) & (BODY | PLURAL) == 0
    }

    pub(super) fn marks_of(&self, items: &[Item], span: ByteSpan) -> u32 {
        let start = items.partition_point(|item| item.span.start < span.start);
        let end = items.partition_point(|item| item.span.end <= span.end);
        let marks = if start < end {
            agreement(&items[start..end], self.names)
        } else {
            0
        };
        self.with_known_gender(span, marks)
    }

    /// Notes the subject of a sentence, and whom the pronoun at its beginning means.
    pub(super) fn note(&mut self, items: &[Item], subject: Subject, from: usize, to: usize) {
        let owner = items[from..to.min(from + 3)]
            .iter()
            .find(|item| item.is(DETERMINER) && item.is(MALE | FEMALE));
        let pronoun = match subject {
            Subject::Pronoun(at) if items[at].is(MALE | FEMALE) => {
                Some((&items[at], Part::Subject))
            }
            _ => owner.map(|owner| (owner, Part::Other)),
        };
        if let Some((pronoun, part)) = pronoun
            && let Some(meant) =
                self.people
                    .antecedent(pronoun.marks & (MALE | FEMALE), pronoun.span.start, 0)
        {
            let marks = meant.marks | pronoun.marks & (MALE | FEMALE);
            self.people.note(meant.speaker, meant.role, marks, part);
        }
        if let Subject::Phrase { speaker, role } = subject {
            if self.is_common_word(items, speaker) {
                return;
            }
            let marks = agreement(&items[speaker.0..speaker.1], self.names)
                | role.map_or(0, |role| {
                    agreement(&items[role.0..role.1], self.names) & (MALE | FEMALE)
                });
            self.people.note(
                span_of(items, speaker),
                role.map(|role| span_of(items, role)),
                self.with_known_gender(span_of(items, speaker), marks),
                Part::Subject,
            );
        }
    }

    /// What the document tells of a person's gender goes before what the words of one mention do.
    pub(super) fn with_known_gender(&self, span: ByteSpan, marks: u32) -> u32 {
        let known = overlapping(self.names, span)
            .filter(|name| name.span.end == span.end && name.kind == NameKind::Person)
            .filter(|_| marks & (PLURAL | BODY) == 0)
            .map_or(0, |name| self.people.gender(name.entity));
        if known == 0 {
            marks
        } else {
            marks & !(MALE | FEMALE) | known
        }
    }

    /// A single capitalised word that the name layer does not know: it begins its sentence.
    pub(super) fn is_common_word(&self, items: &[Item], speaker: (usize, usize)) -> bool {
        let span = span_of(items, speaker);
        let is_one_word = speaker.1 == speaker.0 + 1 && items[speaker.0].marks & !GERUND == 0;
        let ends_as_verb = span.of(self.text).ends_with("ing");
        is_one_word
            && (ends_as_verb || !self.names.is_empty())
            && overlapping(self.names, span).is_none()
    }

    /// Notes the persons that the name layer finds in a sentence, in their order.
    pub(super) fn note_named(&mut self, items: &[Item], from: usize, to: usize) {
        let (start, end) = (items[from].span.start, items[to - 1].span.end);
        let first = self.names.partition_point(|name| name.span.start < start);
        let names = &self.names[first..];
        for name in names.iter().take_while(|name| name.span.start < end) {
            if name.kind == NameKind::Person {
                let marks = self.marks_of(items, name.span) & (MALE | FEMALE);
                self.people.note(name.span, None, marks, Part::Other);
            }
        }
    }

    /// Notes people who are no subject: "he asked his superiors". "They" may mean them.
    pub(super) fn note_others(&mut self, items: &[Item], from: usize, to: usize) {
        let mut at = from;
        while at < to {
            let item = &items[at];
            if item.is(PERSON) && !item.is_capital() && !item.is_possessive() {
                let mut start = at;
                while start > from
                    && at - start < 4
                    && items[start - 1].is_word()
                    && !items[start - 1].is(SPEECH
                        | PREPOSITION
                        | CLAUSE
                        | COORDINATOR
                        | RELATIVE
                        | THOUGHT
                        | PARTICIPLE
                        | ADVERB)
                {
                    start -= 1;
                    if items[start].is(DETERMINER) {
                        break;
                    }
                }
                let end = noun_phrase_end(items, start, to)
                    .unwrap_or(at + 1)
                    .max(at + 1);
                let span = span_of(items, (start, end));
                // "He is a heavy man" tells of him and brings in nobody.
                let is_predicate = start > from
                    && (items[start - 1].is(BE)
                        || items[start - 1].is(ADVERB)
                            && start > from + 1
                            && items[start - 2].is(BE));
                if !is_predicate && (items[start].is(DETERMINER) || items[at].is(PLURAL)) {
                    let marks = agreement(&items[start..end], self.names);
                    self.people.note(span, Some(span), marks, Part::Other);
                }
                at = end;
            }
            at += 1;
        }
    }

    /// Returns where a phrase stands, with its number and gender.
    pub(super) fn marked(&self, items: &[Item], (start, end): (usize, usize)) -> (ByteSpan, u32) {
        let span = span_of(items, (start, end));
        let marks = agreement(&items[start..end], self.names);
        (span, self.with_known_gender(span, marks))
    }
}
