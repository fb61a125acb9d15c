//! Quotations inside quotations.

use super::attribution::{Place, Reader, Speaker, UNATTRIBUTED, speaker_of};
use super::cues::span_of;
use super::leading::leading_subject;
use super::lexicon::{FEMALE, Lexicon, MALE};
use super::manner::words_in;
use super::marks::Quoted;
use super::people::{Part, People, Within};
use super::phrases::Subject;
use super::words::{Item, What, pieces};
use super::{SpeakerRule, VoiceKind};

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

    fn nested_in(&mut self, outer: &Quoted, inside: &[Quoted], first: usize, lexicon: &Lexicon) {
        let pieces = pieces(self.text, outer.inner, inside, lexicon);
        let narrated = self.found[first..]
            .iter()
            .find(|voice| voice.span == outer.inner);
        let narrator = narrated.map(speaker_of).unwrap_or(UNATTRIBUTED);
        let sentence = narrated.map_or(outer.inner, |voice| voice.sentence);
        let mut inner = People::default();
        for &(from, to) in &pieces.sentences {
            inner.next_sentence();
            if let Subject::Phrase { speaker, role } = leading_subject(&pieces.items, from, to) {
                let (speaker, marks) = self.marked(&pieces.items, speaker);
                let role = role.map(|role| span_of(&pieces.items, role));
                inner.note(speaker, role, marks, Part::Subject, None);
            }
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
