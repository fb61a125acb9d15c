//! Whom the subject of a cue means.

use corpus::ByteSpan;

use super::attribution::{Reader, Speaker, UNATTRIBUTED};
use super::cues::{Cue, span_of};
use super::lexicon::{BODY, FEMALE, GIVEN, MALE, PLURAL, PREPOSITION, owner};
use super::people::overlapping;
use super::phrases::Subject;
use super::words::Item;
use super::{NameKind, SpeakerRule};

impl Reader<'_> {
    /// Turns a cue into a speaker, following pronouns.
    pub(super) fn resolve(&self, items: &[Item], cue: Cue) -> Speaker {
        self.of_subject(items, cue.subject, cue.confidence)
            .unwrap_or(UNATTRIBUTED)
    }

    pub(super) fn of_subject(
        &self,
        items: &[Item],
        subject: Subject,
        confidence: u8,
    ) -> Option<Speaker> {
        match subject {
            Subject::Phrase { speaker, role } => {
                let name = self.name_in(items, speaker);
                let described = name.filter(|name| name.0 > speaker.0).map(|_| speaker);
                let words = span_of(items, name.unwrap_or(speaker));
                Some(Speaker {
                    span: Some(without_possessive(self.text, words)),
                    role: role.or(described).map(|role| span_of(items, role)),
                    rule: SpeakerRule::Cue,
                    confidence,
                })
            }
            Subject::Pronoun(at) => Some(self.of_pronoun(&items[at])),
            Subject::None => None,
        }
    }

    /// The name of a person that a phrase ends with, with his form of address: "Eastfield coach Phil Dobbs".
    pub(super) fn name_in(
        &self,
        items: &[Item],
        (start, end): (usize, usize),
    ) -> Option<(usize, usize)> {
        let name = overlapping(self.names, span_of(items, (start, end))).filter(|name| {
            name.kind == NameKind::Person && name.span.end == items[end - 1].span.end
        })?;
        let mut first =
            start + items[start..end].partition_point(|item| item.span.start < name.span.start);
        while first > start && items[first - 1].is(GIVEN) && items[first - 1].is_capital() {
            first -= 1;
        }
        let is_told = items[start..first]
            .iter()
            .all(|item| item.is_word() && !item.is(PREPOSITION) && !item.is_possessive());
        is_told.then_some((first, end))
    }

    fn of_pronoun(&self, pronoun: &Item) -> Speaker {
        let word = pronoun.span.of(self.text);
        if matches!(word, "I" | "we" | "We" | "I’d" | "I'd") {
            return Speaker {
                span: Some(pronoun.span),
                role: None,
                rule: SpeakerRule::Narrator,
                confidence: 80,
            };
        }
        let unresolved = Speaker {
            rule: SpeakerRule::UnresolvedPronoun,
            ..UNATTRIBUTED
        };
        // "It says": of what speaks with one voice.
        let marks = match word {
            "it" | "It" => BODY,
            _ => pronoun.marks,
        };
        if marks & (MALE | FEMALE | PLURAL | BODY) == 0 {
            return UNATTRIBUTED;
        }
        match self
            .people
            .antecedent(marks, pronoun.span.start, &self.within)
        {
            Some(mention) => Speaker {
                span: Some(mention.speaker),
                role: mention.role,
                rule: SpeakerRule::Pronoun,
                confidence: 75,
            },
            None => unresolved,
        }
    }
}

/// "Ibrahim's view" is Ibrahim's.
fn without_possessive(text: &str, span: ByteSpan) -> ByteSpan {
    let words = span.of(text);
    let bare = owner(words).unwrap_or(words);
    ByteSpan::new(span.start, span.start + bare.len() as u32)
}
