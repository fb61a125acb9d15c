//! Exchanges of words between two: who answers, who is spoken to.
//!
//! After the sieves of Muzny, Fang, Chang and Jurafsky, "A two-stage sieve approach for quote attribution"
//! (2017), for conversations: who is called by name in words does not say them, and where two speak by turns
//! without cues, words are those of the one who spoke before the last. O'Keefe, Pareti, Curran, Koprinska and
//! Honnibal, "A sequence labelling approach to quote attribution" (2012), show how often news does otherwise,
//! so that an exchange is only assumed where questions or short turns tell of it.

use super::attribution::{Context, Place, Reader, Speaker, speaker_of};
use super::lexicon::{BODY, PLURAL, SPEECH};
use super::manner::words_in;
use super::people::{Part, overlapping};
use super::phrases::{Subject, is_cue};
use super::words::{Item, Pieces};
use super::{NameKind, SpeakerRule, Voice, VoiceKind};
use corpus::ByteSpan;

/// The quotation at the end of an earlier block, as the next turn sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn {
    /// The last voice of the block.
    pub(super) voice: u32,
    /// Number of the block among those read.
    pub(super) block: u32,
    /// It asks.
    pub(super) asks: bool,
    /// Nothing is narrated behind its sentence.
    pub(super) ends: bool,
    /// The block is little else than words: it opens with them, and the narrator adds few.
    pub(super) is_bare: bool,
    /// The block before ended with a turn of another: two are talking.
    pub(super) answers: bool,
}

/// What is known of a narrator who takes part: "“When may I?” I asked.".
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Narrator {
    /// The last "I" outside of words in marks.
    word: Option<ByteSpan>,
    /// The last block in which he says something to somebody, or is told something.
    block: Option<u32>,
}

/// A turn of a conversation is short.
const LONGEST_TURN_WORDS: usize = 25;

/// So few words of the narrator stand beside a turn: "said the old man after a pause".
const MOST_NARRATED_WORDS: usize = 10;

/// How many voices back the other one of an exchange is looked for.
const REACH_VOICES: usize = 8;

impl Reader<'_> {
    /// Notes that the narrator talks with somebody: "I asked", "he advised me".
    pub(super) fn note_narrator(&mut self, items: &[Item], from: usize, to: usize) {
        for at in from..to {
            let word = items[at].span.of(self.text);
            if word == "I" {
                self.narrator.word = Some(items[at].span);
            }
            let asks = word == "I" && (at + 1..to.min(at + 3)).any(|at| is_cue(items, at, SPEECH));
            let is_told = word == "me" && at > from && items[at - 1].is(SPEECH);
            if asks || is_told {
                self.narrator.block = Some(self.people.block());
            }
        }
    }

    /// The narrator as a speaker, where he was talked with in the block before or the one before that.
    fn narrator_answers(&self) -> Option<Speaker> {
        let block = self.narrator.block?;
        (self.people.block() - block <= 2).then_some(Speaker {
            span: Some(self.narrator.word?),
            role: None,
            rule: SpeakerRule::Narrator,
            confidence: 55,
        })
    }

    /// Notes the turn that a block ends with, for the next one.
    pub(super) fn note_turn(&mut self, pieces: &Pieces, first: usize) {
        let earlier = self.turn.take();
        let last = (first..self.found.len()).rev().find(|&at| {
            matches!(self.found[at].kind, VoiceKind::Direct) && !self.is_nested(at, first)
        });
        let Some(last) = last else { return };
        let opens = pieces.items.first().is_some_and(Item::is_quote);
        let n_narrated = pieces.items.iter().filter(|item| item.is_word()).count();
        self.turn = Some(Turn {
            voice: last as u32,
            block: self.people.block(),
            asks: self.found[last].span.of(self.text).ends_with('?'),
            ends: pieces
                .items
                .last()
                .is_some_and(|item| item.span.end <= self.found[last].sentence.end),
            is_bare: opens && n_narrated <= MOST_NARRATED_WORDS,
            answers: earlier.is_some_and(|turn| {
                turn.block + 1 == self.people.block()
                    && self.is_of_another(turn.voice as usize, last)
            }),
        });
    }

    /// Tells whether two voices are known to be of two persons.
    fn is_of_another(&self, one: usize, other: usize) -> bool {
        match (self.found[one].speaker, self.found[other].speaker) {
            (Some(one), Some(other)) => !self.is_same(one, other),
            _ => false,
        }
    }

    fn is_nested(&self, at: usize, first: usize) -> bool {
        let span = self.found[at].span;
        self.found[first..]
            .iter()
            .any(|other| other.span.start < span.start && span.end <= other.span.end)
    }

    /// Words without a cue that answer those before them.
    pub(super) fn answer(&self, context: &Context<'_>, kind: VoiceKind) -> Option<Speaker> {
        if kind != VoiceKind::Direct || context.opens_block && self.running.is_some() {
            return None;
        }
        // "There was a pause. “It says that it is hungry.”"
        let is_after_pause = context.place.at == context.place.from
            && context.place.at + 1 >= context.place.items.len()
            && context
                .before
                .is_some_and(|before| before.voice.is_none() && before.subject == Subject::None)
            && self.turn.is_some_and(|turn| turn.asks)
            && context.place.from <= MOST_NARRATED_WORDS;
        let answering = (context.is_whole_block() || is_after_pause)
            .then(|| self.answering(context))
            .flatten();
        answering.or_else(|| self.by_turns_in_line(context))
    }

    /// A block of words alone that answer those of the block before: the other one of the two speaks.
    fn answering(&self, context: &Context<'_>) -> Option<Speaker> {
        let turn = self.turn?;
        let before = self.found.get(turn.voice as usize)?;
        let inner = context.quote.inner.of(self.text);
        let is_next = turn.block + 1 == self.people.block();
        let n_words = words_in(inner);
        // "“I said, ‘Is he alive?’ and she said, ‘He is.’”" tells of a talk and is none.
        let tells = inner.contains(['‘', '“']) || inner.contains(", '") || inner.contains(", \"");
        if !is_next || tells || n_words > LONGEST_TURN_WORDS {
            return None;
        }
        if before.rule == SpeakerRule::Narrator {
            // "“Are you afraid?” I asked him."
            return self
                .people
                .asked_in(turn.block)
                .map(|asked| Speaker {
                    span: Some(asked.speaker),
                    role: asked.role,
                    rule: SpeakerRule::Continued,
                    confidence: 55,
                })
                .or_else(|| self.last_spoken(turn.voice as usize));
        }
        if turn.asks && before.speaker.is_none() {
            return self.last_spoken(turn.voice as usize);
        }
        if let Some(narrator) = self.narrator_answers().filter(|_| turn.ends) {
            return Some(narrator);
        }
        let calls = self.calls(inner, before);
        // In web news a paragraph of words alone goes on from the one before.
        let by_turns = turn.is_bare
            && turn.answers
            && n_words <= LONGEST_TURN_WORDS / 2
            && words_in(before.span.of(self.text)) <= LONGEST_TURN_WORDS;
        if !(turn.asks || calls || by_turns) {
            return None;
        }
        self.other_than(before, turn.voice as usize + 1)
    }

    /// Who spoke last before voice `end`, the narrator left out.
    fn last_spoken(&self, end: usize) -> Option<Speaker> {
        let spoken = self.found[..end]
            .iter()
            .rev()
            .take(REACH_VOICES)
            .find(|voice| {
                voice.kind != VoiceKind::Reported
                    && voice.speaker.is_some()
                    && voice.rule != SpeakerRule::Narrator
            });
        spoken.map(|spoken| Speaker {
            rule: SpeakerRule::Continued,
            confidence: spoken.confidence.min(55),
            ..speaker_of(spoken)
        })
    }

    /// "And now?", "I say that it sounds like praise.": words in a block of their own after what the
    /// narrator asks or says are of the one who talks with him.
    pub(super) fn by_narrator_before(&self, context: &Context<'_>) -> Option<Speaker> {
        // "What did he say? “He knows.”": he is not the one who answers.
        let is_other = self.told_last.is_none_or(|told| {
            let marks = told.span.map_or(0, |span| self.people.marks_of(span));
            marks & self.within.about != 0
        });
        (self.narrator_asks && is_other && context.is_whole_block())
            .then(|| self.last_spoken(self.found.len()))
            .flatten()
    }

    /// Words beside other words without any of the narrator between: “By you?” “By somebody.”
    fn by_turns_in_line(&self, context: &Context<'_>) -> Option<Speaker> {
        let Place { items, at, .. } = context.place;
        let before = at
            .checked_sub(1)
            .and_then(|before| items.get(before))
            .filter(|item| item.is_quote());
        let after = items.get(at + 1).filter(|item| item.is_quote());
        let touches = |first: &Item, second: &Item| {
            self.text
                .get(first.span.end as usize..second.span.start as usize)
                .is_some_and(|gap| gap.trim().is_empty())
        };
        let this = &items[at];
        let answers = before.is_some_and(|before| touches(before, this));
        let is_answered = after.is_some_and(|after| touches(this, after));
        if !(answers || is_answered)
            || words_in(context.quote.inner.of(self.text)) > LONGEST_TURN_WORDS
        {
            return None;
        }
        let last = self
            .found
            .last()
            .filter(|last| last.kind != VoiceKind::Reported)?;
        self.other_than(last, self.found.len())
    }

    /// Tells whether words call the one who spoke before by name: "It wasn't meant to help you, Fintan."
    fn calls(&self, inner: &str, before: &Voice) -> bool {
        let Some(called) = called_in(inner) else {
            return false;
        };
        let words = before.speaker.map_or("", |span| span.of(self.text));
        let is_in = |name: &str| name.split_whitespace().any(|word| word == called);
        is_in(words)
            || before.name.is_some_and(|entity| {
                self.names
                    .iter()
                    .any(|name| name.entity == entity && is_in(name.span.of(self.text)))
            })
    }

    /// The last who was a subject or spoke, or else who spoke before voice `end`, and is another than he who
    /// spoke `voice`.
    fn other_than(&self, voice: &Voice, end: usize) -> Option<Speaker> {
        let one = voice.speaker?;
        let others = self.people.without(Some(one), self.bearer(one), self.text);
        let mentioned = others
            .subjects()
            .find(|mention| mention.part != Part::Asked && !self.is_same(mention.speaker, one))
            .map(|mention| Speaker {
                span: Some(mention.speaker),
                role: mention.role,
                rule: SpeakerRule::Continued,
                confidence: 55,
            });
        mentioned.or_else(|| {
            let spoken = self.found[..end]
                .iter()
                .rev()
                .take(REACH_VOICES)
                .find(|other| {
                    other.kind != VoiceKind::Reported
                        && other.speaker.is_some_and(|other| !self.is_same(other, one))
                });
            spoken.map(|spoken| Speaker {
                rule: SpeakerRule::Continued,
                confidence: spoken.confidence.min(55),
                ..speaker_of(spoken)
            })
        })
    }

    /// Tells whether two mentions are those of one person, as far as names, roles and last words tell.
    pub(super) fn is_same(&self, a: ByteSpan, b: ByteSpan) -> bool {
        let last = |span: ByteSpan| span.of(self.text).rsplit(' ').next().unwrap_or_default();
        let (one, other) = (self.bearer(a), self.bearer(b));
        a == b || last(a) == last(b) || one.is_some() && one == other
    }

    /// Persons whom words name: whoever says them, it is rather another.
    pub(super) fn named_within(&self, span: ByteSpan) -> Vec<u32> {
        let first = self
            .names
            .partition_point(|name| name.span.start < span.start);
        let mut named: Vec<u32> = self.names[first..]
            .iter()
            .take_while(|name| name.span.start < span.end)
            .filter(|name| name.kind == NameKind::Person)
            .map(|name| name.entity)
            .collect();
        if let Some(called) = called_in(span.of(self.text)) {
            for mention in self.people.all() {
                let is_called = mention.marks & (BODY | PLURAL) == 0
                    && mention
                        .speaker
                        .of(self.text)
                        .split_whitespace()
                        .any(|word| word == called);
                if is_called && let Some(name) = overlapping(self.names, mention.speaker) {
                    named.push(name.entity);
                }
            }
        }
        named
    }
}

/// Who is called by name: "This is not helpful, Padraig,", "Aldous, the boat's got no fuel,".
fn called_in(inner: &str) -> Option<&str> {
    let bare = inner.trim_end_matches([',', '.', '!', '?', '…']);
    let is_name = |word: &str| {
        word.len() > 2
            && word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || c == '-')
    };
    let last = bare
        .rsplit(", ")
        .next()
        .filter(|last| last.len() < bare.len());
    let first = inner
        .split(", ")
        .next()
        .filter(|first| first.len() < inner.len());
    last.filter(|word| is_name(word))
        .or(first.filter(|word| is_name(word)))
}
