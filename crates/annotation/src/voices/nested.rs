//! Quotations inside quotations.

use super::attribution::{Place, Reader, Speaker, UNATTRIBUTED, speaker_of};
use super::cues::span_of;
use super::leading::leading_subject;
use super::lexicon::{FEMALE, Lexicon, MALE};
use super::manner::words_in;
use super::marks::Quoted;
use super::people::{Mention, Part, People, Within};
use super::phrases::Subject;
use super::words::{Item, What, pieces};
use super::{SpeakerRule, VoiceKind};

/// Words before, in which somebody may have been named whom a pronoun inside of words means, are read up to this
/// length; it bounds the work for each pronoun.
const LONGEST_RETOLD_BYTES: u32 = 600;

/// So many voices back they are looked for.
const MOST_VOICES_BACK: usize = 8;

impl Reader<'_> {
    /// Adds quotations inside quotations where a cue stands before them.
    pub(super) fn nested(&mut self, quoted: &[Quoted], first: usize, lexicon: &Lexicon) {
        let mut at = 0;
        while at < quoted.len() {
            let outer = &quoted[at];
            at += 1;
            let mut inside: Vec<Quoted> = Vec::new();
            while let Some(one) = quoted.get(at).filter(|one| one.depth > 0) {
                if one.depth == 1 {
                    inside.push(Quoted { depth: 0, ..*one });
                }
                at += 1;
            }
            if !inside.is_empty() {
                self.nested_in(outer, &inside, first, lexicon);
            }
        }
    }

    /// Whom a pronoun inside a quotation means: "I" is the one who speaks; "he" is another, whom he has
    /// named himself, or of whom the text was speaking.
    fn of_inner_pronoun(&self, pronoun: &Item, narrator: Speaker, inner: &People) -> Speaker {
        let open = Speaker {
            rule: SpeakerRule::UnresolvedPronoun,
            ..UNATTRIBUTED
        };
        if matches!(pronoun.span.of(self.text), "I" | "we" | "We") {
            return narrator.span.map_or(open, |_| Speaker {
                rule: SpeakerRule::Pronoun,
                confidence: narrator.confidence.min(75),
                ..narrator
            });
        }
        let marks = pronoun.marks & (MALE | FEMALE);
        if marks == 0 {
            return open;
        }
        let meant = inner
            .antecedent(marks, pronoun.span.start, &Within::default())
            .or_else(|| self.told_of(narrator, marks, pronoun.span.start))
            // Of those whom the narrator has named, only in the paragraph of the words: farther back it is a guess.
            .or_else(|| {
                let entity = narrator.span.and_then(|span| self.bearer(span));
                let others = self.people.without(narrator.span, entity, self.text);
                others
                    .antecedent(marks, pronoun.span.start, &Within::default())
                    .filter(|meant| meant.block == self.people.block())
            });
        meant.map_or(open, |meant| Speaker {
            span: Some(meant.speaker),
            role: meant.role,
            rule: SpeakerRule::Pronoun,
            confidence: 60,
        })
    }

    /// Whom, of told gender, the narrator has spoken of in his words just before: "“My mother tuned nothing,” Bly said. “But she’d
    /// say, ‘Be there.’”"
    fn told_of(&self, narrator: Speaker, marks: u32, at: u32) -> Option<Mention> {
        let one = narrator.span?;
        let last = self.found.iter().rev().take(MOST_VOICES_BACK);
        let before = last.filter(|voice| {
            voice.kind == VoiceKind::Direct
                && voice.span.end <= at
                && voice.span.len() <= LONGEST_RETOLD_BYTES
                && voice.speaker.is_some_and(|other| self.is_same(other, one))
        });
        before.take(2).find_map(|voice| {
            let pieces = pieces(self.text, voice.span, &[], Lexicon::shared());
            let mut told = People::default();
            for &(from, to) in &pieces.sentences {
                self.note_inner(&mut told, &pieces.items, from, to);
            }
            told.antecedent(marks, at, &Within::default())
                .filter(|meant| meant.marks & marks != 0)
        })
    }

    /// Notes whom a sentence inside of words names or describes.
    fn note_inner(&self, inner: &mut People, items: &[Item], from: usize, to: usize) {
        inner.next_sentence();
        let subject = leading_subject(items, from, to);
        if let Subject::Phrase { speaker, role } = subject
            && !self.is_common_word(items, speaker)
        {
            let (speaker, marks) = self.marked(items, speaker);
            let role = role.map(|role| span_of(items, role));
            inner.note(speaker, role, marks, Part::Subject, None);
        }
        for phrase in self.others(items, from, to) {
            let (span, marks) = self.marked(items, phrase);
            if !matches!(subject, Subject::Phrase { speaker, .. } if speaker == phrase) {
                inner.note(span, None, marks, Part::Other, None);
            }
        }
    }

    fn nested_in(&mut self, outer: &Quoted, inside: &[Quoted], first: usize, lexicon: &Lexicon) {
        let pieces = pieces(self.text, outer.inner, inside, lexicon);
        let narrated = self.found[first..]
            .iter()
            .find(|voice| voice.span == outer.inner);
        let narrator = narrated.map(speaker_of).unwrap_or(UNATTRIBUTED);
        let sentence = narrated.map_or(outer.inner, |voice| voice.sentence);
        let mut inner = People::default();
        for &(from, to) in &pieces.sentences {
            self.note_inner(&mut inner, &pieces.items, from, to);
            for at in from..to {
                let What::Quote(number) = pieces.items[at].what else {
                    continue;
                };
                let quote = &inside[number as usize];
                let place = Place {
                    items: &pieces.items,
                    from,
                    to,
                    next_to: to,
                    at,
                };
                let Some(cue) = self.cue(&place, quote).filter(|_| !quote.is_open) else {
                    continue;
                };
                let speaker = match cue.subject {
                    Subject::Phrase { .. } => self.resolve(&pieces.items, cue),
                    Subject::Pronoun(at) => {
                        self.of_inner_pronoun(&pieces.items[at], narrator, &inner)
                    }
                    Subject::None => UNATTRIBUTED,
                };
                let cue = Some(span_of(&pieces.items, cue.at));
                if words_in(quote.inner.of(self.text)) > 1 {
                    self.push(quote.inner, VoiceKind::Direct, speaker, cue, sentence, None);
                }
            }
        }
    }
}
