//! Quotations without a cue of their own: whose they are by what stands before and behind.

use super::attribution::{Context, Place, Reader, Speaker, speaker_of};
use super::leading::leading_subject;
use super::lexicon::{BODY, DETERMINER, FEMALE, MALE, PLURAL};
use super::people::{agree, overlapping};
use super::phrases::Subject;
use super::words::{Item, Pieces};
use super::{NameKind, SpeakerRule, VoiceKind};

impl Reader<'_> {
    /// A quotation without a cue of its own that goes on from one before.
    pub(super) fn carried(
        &self,
        context: &Context<'_>,
        kind: VoiceKind,
    ) -> Option<(u32, SpeakerRule, u8)> {
        let Place { from, at, .. } = context.place;
        if self.found.len() > context.n_before {
            // Another one in the same sentence.
            return Some((self.found.len() as u32 - 1, SpeakerRule::Continued, 80));
        }
        if context.opens_block
            && let Some(running) = self.running
        {
            return Some((running, SpeakerRule::Continued, 90));
        }
        if kind == VoiceKind::Direct
            && at == from
            && let Some(before) = context.before
            && let Some(voice) = before.voice
            && before.has_quotes
        {
            return Some((voice, SpeakerRule::Continued, 85));
        }
        // "“Did you get a boiler?”" in a block of its own is asked by another.
        let inner = context.quote.inner.of(self.text);
        let asks = inner.ends_with('?') && !inner.contains(". ");
        if context.is_whole_block() && kind == VoiceKind::Direct && !asks {
            return context
                .last_alone
                .map(|voice| (voice, SpeakerRule::Continued, 55));
        }
        None
    }

    /// "Fartousi rejects this. “We left.”", and words in marks that go on with what somebody told.
    pub(super) fn by_sentence_before(
        &self,
        context: &Context<'_>,
        kind: VoiceKind,
    ) -> Option<Speaker> {
        let Place {
            items, from, at, ..
        } = context.place;
        let before = context.before.filter(|before| !before.has_quotes)?;
        let told = before
            .voice
            .map(|voice| &self.found[voice as usize])
            .filter(|voice| voice.speaker.is_some());
        if kind == VoiceKind::Direct && at == from {
            if let Some(speaker) = self.owner_speaks_on(context) {
                return Some(speaker);
            }
            let asks = from > 0 && items[from - 1].is_mark('?') && before.subject == Subject::None;
            // "What had she done? “She was right.”" is answered by another than her.
            let is_about = from > 0
                && items[from - 1].is_mark('?')
                && matches!(before.subject, Subject::Phrase { speaker, .. }
                    if self.marked(items, speaker).1 & self.within.about != 0);
            let is_of_narrator = asks
                || is_about
                || before.subject == Subject::None && told.is_none() && at + 1 >= context.place.to
                || matches!(before.subject, Subject::Pronoun(at) if items[at].marks & (MALE | FEMALE) == 0);
            let last = self
                .found
                .last()
                .filter(|last| last.span.start >= items[0].span.start && last.speaker.is_some());
            // "“I am bored.” We were sitting on his balcony. “Fischer was not.”"
            if is_of_narrator && let Some(last) = last {
                return Some(Speaker {
                    rule: SpeakerRule::Continued,
                    confidence: last.confidence.min(60),
                    ..speaker_of(last)
                });
            }
            let by_subject = self
                .of_subject(items, before.subject, 60)
                .filter(|speaker| {
                    speaker
                        .span
                        .is_some_and(|span| self.marks_of(items, span) & (BODY | PLURAL) == 0)
                });
            let mut speaker = by_subject.or_else(|| told.map(speaker_of))?;
            if speaker.rule == SpeakerRule::Cue {
                speaker.rule = SpeakerRule::SentenceBefore;
            }
            speaker.confidence = speaker.confidence.min(60);
            return speaker.span.is_some().then_some(speaker);
        }
        told.map(|voice| Speaker {
            rule: SpeakerRule::SentenceBefore,
            confidence: 55,
            ..speaker_of(voice)
        })
    }

    /// "“I want his name,” she said. Her husband was in seat 14. “I want it today.”": the sentence between
    /// tells of somebody who is hers, and the words go on.
    fn owner_speaks_on(&self, context: &Context<'_>) -> Option<Speaker> {
        let Place { items, .. } = context.place;
        let Subject::Phrase { speaker, role } = context.before?.subject else {
            return None;
        };
        let start = speaker.0.min(role.map_or(speaker.0, |role| role.0));
        let first = &items[start];
        let last = self.found.last()?;
        let is_owned = first.is(DETERMINER) && first.is(MALE | FEMALE | PLURAL);
        let is_here = last.span.start >= items[0].span.start && last.kind != VoiceKind::Reported;
        let owner = last.speaker.filter(|_| is_owned && is_here)?;
        let marks = self.marks_of(items, owner);
        (agree(first.marks, marks)).then_some(Speaker {
            rule: SpeakerRule::Continued,
            confidence: last.confidence.min(60),
            ..speaker_of(last)
        })
    }

    /// "“We left.” She looked at the road.": the one who acts next, where the words open a block.
    pub(super) fn by_sentence_behind(
        &self,
        context: &Context<'_>,
        kind: VoiceKind,
    ) -> Option<Speaker> {
        let Place {
            items,
            to,
            next_to,
            at,
            ..
        } = context.place;
        let is_alone = context.opens_block && at + 1 == to && next_to > to && !context.is_heading;
        let has_quotes = items[to..next_to].iter().any(Item::is_quote);
        if kind != VoiceKind::Direct || !is_alone || has_quotes {
            return None;
        }
        let subject = leading_subject(items, to, next_to);
        let is_person = match subject {
            Subject::Pronoun(at) => items[at].is(MALE | FEMALE),
            Subject::Phrase { speaker, .. } => {
                let (span, marks) = self.marked(items, speaker);
                let named = overlapping(self.names, span);
                marks & (BODY | PLURAL) == 0
                    && named.is_some_and(|name| name.kind == NameKind::Person)
            }
            Subject::None => false,
        };
        let speaker = self.of_subject(items, subject, 55).filter(|_| is_person)?;
        speaker.span.is_some().then_some(Speaker {
            rule: SpeakerRule::SentenceBefore,
            confidence: speaker.confidence.min(55),
            ..speaker
        })
    }

    /// "An officer gave another account." and then a block that opens with words of nobody else.
    pub(super) fn by_block_before(
        &self,
        context: &Context<'_>,
        kind: VoiceKind,
    ) -> Option<Speaker> {
        let opens = context.opens_block && !context.is_heading && kind == VoiceKind::Direct;
        self.told_last.filter(|_| opens)
    }

    /// A pronoun whose person is named only after it: "“Why?” she asked. Mona Saleh had not slept."
    pub(super) fn named_later(&mut self, pieces: &Pieces, first: usize) {
        for (at, marks) in std::mem::take(&mut self.unresolved) {
            let Some(voice) = self.found.get(at).copied() else {
                continue;
            };
            let later = pieces
                .sentences
                .iter()
                .filter(|&&(from, _)| pieces.items[from].span.start >= voice.sentence.end)
                .take(2)
                .find_map(|&(from, to)| {
                    let Subject::Phrase { speaker, .. } = leading_subject(&pieces.items, from, to)
                    else {
                        return None;
                    };
                    let (span, told) = self.marked(&pieces.items, speaker);
                    let named = overlapping(self.names, span).filter(|name| {
                        name.span.end == span.end && name.kind == NameKind::Person
                    })?;
                    agree(marks, told).then_some((span, named.entity))
                });
            let Some((span, entity)) = later else {
                continue;
            };
            for voice in &mut self.found[first..] {
                if voice.speaker.is_none()
                    && matches!(
                        voice.rule,
                        SpeakerRule::UnresolvedPronoun | SpeakerRule::Unattributed
                    )
                {
                    voice.speaker = Some(span);
                    voice.name = Some(entity);
                    voice.rule = SpeakerRule::Pronoun;
                    voice.confidence = 55;
                }
            }
        }
    }

    /// Words whose speaker only a later block tells, because they run on to it: "he added".
    pub(super) fn take_back(&mut self, first: usize) {
        for at in first..self.found.len() {
            let voice = self.found[at];
            let (Some(before), Some(_)) = (self.runs_from(at, first), voice.speaker) else {
                continue;
            };
            let before = &mut self.found[before as usize];
            if before.speaker.is_none() {
                before.speaker = voice.speaker;
                before.name = voice.name;
                before.role = voice.role;
                before.rule = SpeakerRule::Continued;
                before.confidence = voice.confidence.min(70);
            }
        }
    }

    /// The voice of an earlier block that the first voice of this block goes on from.
    fn runs_from(&self, at: usize, first: usize) -> Option<u32> {
        (at == first)
            .then_some(self.ran)
            .flatten()
            .filter(|&ran| (ran as usize) < first)
    }
}
