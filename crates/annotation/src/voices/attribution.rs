//! Who says what stands in quotation marks.

use corpus::{BlockKind, ByteSpan, Document};

use super::cues::{Cue, span_of};
use super::exchange::{Narrator, Turn};
use super::leading::leading_subject;
use super::lexicon::{DETERMINER, FEMALE, Lexicon, MALE, PLURAL, PRONOUN, SPEECH};
use super::manner::{SHORTEST_SPEECH_WORDS, is_title, is_work, spoken_of, words_in};
use super::marks::{Quoted, quotations};
use super::people::{People, Within, overlapping};
use super::phrases::Subject;
use super::roles::Roles;
use super::words::{Item, Pieces, What, dateline_end, pieces};
use super::{NameSpan, SpeakerRule, Voice, VoiceKind, reported};

/// A speaker as a voice has it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Speaker {
    pub(super) span: Option<ByteSpan>,
    pub(super) role: Option<ByteSpan>,
    pub(super) rule: SpeakerRule,
    pub(super) confidence: u8,
}

pub(super) const UNATTRIBUTED: Speaker = Speaker {
    span: None,
    role: None,
    rule: SpeakerRule::Unattributed,
    confidence: 50,
};

/// Everything that is known while one block is read.
pub(super) struct Reader<'d> {
    pub(super) text: &'d str,
    pub(super) names: &'d [NameSpan],
    pub(super) people: People,
    pub(super) roles: Roles,
    pub(super) found: Vec<Voice>,
    /// What the words that are read now tell of their speaker.
    pub(super) within: Within,
    /// The voice that a quotation at the start of the next block goes on from.
    pub(super) running: Option<u32>,
    /// Voices of this block whose pronoun nobody before agrees with, and the pronoun's marks.
    pub(super) unresolved: Vec<(usize, u32)>,
    /// What `running` was when the present block began.
    pub(super) ran: Option<u32>,
    /// The block before ended with a colon after this speaker.
    pub(super) announced: Option<(Speaker, Option<ByteSpan>)>,
    /// The person who is the subject of the last sentence of the block before, where that quotes nobody.
    pub(super) told_last: Option<Speaker>,
    /// The block before has no words in marks, and ends with a question or with what the narrator does.
    pub(super) narrator_asks: bool,
    /// The only speaker of the block before, where it ended with his words.
    pub(super) last_alone: Option<u32>,
    /// The turn that the block before ended with.
    pub(super) turn: Option<Turn>,
    /// The last "I" or "me" of the narrator in this block, and the block in which he was last talked with.
    pub(super) narrator: Narrator,
}

/// Returns the voices of all blocks but turns.
///
/// `labels` are the names before a colon that blocks of a transcript begin with; they are no words of it.
pub(super) fn voices(
    document: &Document,
    labels: &[Option<ByteSpan>],
    names: &[NameSpan],
) -> Vec<Voice> {
    let lexicon = Lexicon::shared();
    let mut reader = Reader {
        text: &document.text,
        names,
        people: People::default(),
        roles: Roles::of(&document.text, names, lexicon),
        found: Vec::new(),
        within: Within::default(),
        running: None,
        unresolved: Vec::new(),
        ran: None,
        announced: None,
        told_last: None,
        narrator_asks: false,
        last_alone: None,
        turn: None,
        narrator: Narrator::default(),
    };
    let opening = document
        .blocks
        .iter()
        .position(|block| block.kind == BlockKind::Paragraph);
    for (number, block) in document.blocks.iter().enumerate() {
        if block.kind == BlockKind::Preformatted {
            continue;
        }
        let is_heading = matches!(block.kind, BlockKind::Heading(_));
        reader.people.next_block();
        if is_heading {
            reader.people.next_section();
        }
        let next = document
            .blocks
            .get(number + 1)
            .map_or("", |next| next.span.of(&document.text));
        let label = labels.get(number).copied().flatten();
        let start = label.map_or_else(
            || {
                let block = block.span;
                block.start + dateline_end(block.of(&document.text), opening == Some(number)) as u32
            },
            |label| label.end + 1,
        );
        let span = ByteSpan::new(start, block.span.end);
        let text = span.of(&document.text);
        let (quoted, running) = quotations(text, span.start, next);
        let pieces = pieces(&document.text, span, &quoted, lexicon);
        if block.kind == BlockKind::Quotation
            && quoted.is_empty()
            && reader.read_block_quotation(block.span)
        {
            continue;
        }
        reader.read_block(&pieces, &quoted, running.is_some(), is_heading, lexicon);
    }
    reader.found
}

impl Reader<'_> {
    /// A block quotation without marks is a voice where the block before announces its speaker.
    fn read_block_quotation(&mut self, span: ByteSpan) -> bool {
        let announced = self
            .announced
            .take()
            .filter(|(speaker, _)| speaker.span.is_some());
        if let Some((speaker, cue)) = announced {
            self.push(span, VoiceKind::Direct, speaker, cue, span, None);
        }
        announced.is_some()
    }

    fn read_block(
        &mut self,
        pieces: &Pieces,
        quoted: &[Quoted],
        runs_on: bool,
        is_heading: bool,
        lexicon: &Lexicon,
    ) {
        let items = &pieces.items;
        let first = self.found.len();
        let announced = self.announced.take();
        let last_alone = self.last_alone.take();
        self.ran = self.running;
        // The voice of the sentence before in this block, and the speaker that this sentence names.
        let mut before: Option<Before> = None;
        let header = header(&pieces.items, &pieces.sentences);
        for (number, &(from, to)) in pieces.sentences.iter().enumerate() {
            self.people.next_sentence();
            let subject = leading_subject(items, from, to);
            if !is_heading {
                self.note_topic(items, from, to);
                self.note(items, subject, from, to);
                self.note_name_told(items, subject, from, to);
            }
            let next_to = pieces
                .sentences
                .get(number + 1)
                .map_or(to, |&(_, next_to)| next_to);
            let n_before = self.found.len();
            self.note_narrator(items, from, to);
            for at in from..to {
                let What::Quote(quote) = items[at].what else {
                    continue;
                };
                let place = Place {
                    items,
                    from,
                    to,
                    next_to,
                    at,
                };
                let opens_block = number == 0 && at == from;
                let context = Context {
                    place,
                    quote: &quoted[quote as usize],
                    before,
                    opens_block,
                    announced,
                    last_alone,
                    n_before,
                    is_heading,
                    header,
                };
                self.read_quotation(&context);
            }
            let has_quotes = items[from..to].iter().any(Item::is_quote);
            if !is_heading && !has_quotes {
                reported::add(self, items, from, to);
            }
            if !has_quotes {
                // "A physiotherapist by training, she waited": nobody else.
                let begin = match subject {
                    Subject::Pronoun(at) if items[from].is(DETERMINER) => at,
                    _ => from,
                };
                self.note_others(items, begin, to);
            }
            self.note_named(items, from, to, has_quotes);
            self.note_pronouns(items, subject, from, to, has_quotes);
            self.note_joined(items, from, to, has_quotes);
            before = Some(Before {
                voice: (self.found.len() > n_before).then(|| self.found.len() as u32 - 1),
                subject,
                has_quotes,
            });
        }
        self.told_last = before
            .filter(|before| !before.has_quotes && !is_heading)
            .and_then(|before| self.of_subject(items, before.subject, 50))
            .filter(|speaker| speaker.span.is_some_and(|span| self.is_person(items, span)))
            .map(|speaker| Speaker {
                rule: SpeakerRule::SentenceBefore,
                confidence: 50,
                ..speaker
            });
        self.narrator_asks = before.is_some_and(|before| {
            let is_narrator = matches!(before.subject, Subject::Pronoun(at)
                if items[at].marks & (MALE | FEMALE | PLURAL) == 0 || items[at].span.of(self.text) == "We");
            let asks = items.last().is_some_and(|last| last.is_mark('?'));
            !before.has_quotes && !is_heading && (is_narrator || asks)
        });
        self.named_later(pieces, first);
        self.take_back(first);
        self.note_turn(pieces, first);
        // What is said inside of words is no turn that the next block goes on from.
        self.end_block(pieces, first, runs_on);
        self.nested(quoted, first, lexicon);
    }

    /// Notes what the next block may go on from.
    fn end_block(&mut self, pieces: &Pieces, first: usize, runs_on: bool) {
        self.running = None;
        let items = &pieces.items;
        let spoken: Vec<u32> = (first..self.found.len())
            .map(|at| at as u32)
            .filter(|&at| self.found[at as usize].kind != VoiceKind::Reported)
            .collect();
        if runs_on {
            self.running = spoken.last().copied();
            return;
        }
        let Some(&(from, to)) = pieces.sentences.last() else {
            return;
        };
        if items.last().is_some_and(|last| last.is_mark(':')) {
            let cue = self.cue_before(&Place {
                items,
                from,
                to,
                next_to: to,
                at: to,
            });
            let speaker = cue.map_or(UNATTRIBUTED, |cue| self.resolve(items, cue));
            let leading = self.of_subject(items, leading_subject(items, from, to), 60);
            let speaker = if speaker.span.is_none() {
                leading.unwrap_or(speaker)
            } else {
                speaker
            };
            self.announced = Some((speaker, cue.map(|cue| span_of(items, cue.at))));
            return;
        }
        let mut speakers: Vec<ByteSpan> = spoken
            .iter()
            .filter_map(|&at| self.found[at as usize].speaker)
            .collect();
        speakers.dedup();
        if let (Some(&last), [_]) = (spoken.last(), &speakers[..]) {
            let voice = &self.found[last as usize];
            let asks = voice.span.of(self.text).ends_with('?');
            if voice.kind == VoiceKind::Direct && !asks {
                self.last_alone = Some(last);
            }
        }
    }

    fn read_quotation(&mut self, context: &Context<'_>) {
        let Context { place, quote, .. } = *context;
        let items = place.items;
        let kind = self.kind(context);
        let n_words = words_in(quote.inner.of(self.text));
        let asked = self
            .turn
            .filter(|turn| {
                context.opens_block && turn.asks && turn.block + 1 == self.people.block()
            })
            .map(|turn| self.found[turn.voice as usize]);
        self.within = Within {
            about: spoken_of(quote.inner.of(self.text)),
            named: self.named_within(quote.inner),
            asker: asked.and_then(|asked| asked.speaker),
            answers_narrator: asked.is_some_and(|asked| asked.rule == SpeakerRule::Narrator),
        };
        let cue = self.cue(&place, quote);
        let mut speaker = cue.map_or(UNATTRIBUTED, |cue| self.resolve(items, cue));
        let mut cue_span = cue.map(|cue| span_of(items, cue.at));
        if let Some(Cue {
            subject: Subject::None,
            ..
        }) = cue
            && let Some(headed) = self.of_subject(items, context.header, 65)
        {
            speaker = headed;
        }
        let mut continues = None;
        if let Some(cue) = cue {
            // The second half of a split quotation.
            continues = self
                .found
                .len()
                .checked_sub(1)
                .filter(|&last| {
                    last >= context.n_before
                        && self.found[last].cue == Some(span_of(items, cue.at))
                        && kind == VoiceKind::Direct
                })
                .map(|last| last as u32);
        } else if let Some(answer) = self.answer(context, kind) {
            speaker = answer;
        } else if let Some((from, rule, confidence)) = self.carried(context, kind) {
            let voice = &self.found[from as usize];
            speaker = Speaker {
                span: voice.speaker,
                role: voice.role,
                rule: if voice.speaker.is_some() {
                    rule
                } else {
                    SpeakerRule::Unattributed
                },
                confidence: voice.confidence.min(confidence),
            };
            continues = (kind == VoiceKind::Direct).then_some(from);
        } else if let Some((announced, cue)) = context.announced.filter(|_| context.opens_block) {
            speaker = announced;
            cue_span = cue;
        } else if let Some(found) = self
            .by_sentence_before(context, kind)
            .or_else(|| self.by_sentence_behind(context, kind))
            .or_else(|| self.by_narrator_before(context))
            .or_else(|| self.by_block_before(context, kind))
        {
            speaker = found;
        }
        self.within = Within::default();
        if kind == VoiceKind::Partial
            && self.is_mention(context, cue.is_some() || speaker.span.is_some(), n_words)
        {
            return;
        }
        let inner = quote.inner.of(self.text);
        let is_speech = n_words >= SHORTEST_SPEECH_WORDS
            || (n_words > 2
                && inner.starts_with(char::is_uppercase)
                && (!is_title(inner) || inner.ends_with('.') || context.is_heading));
        if kind == VoiceKind::Direct && is_work(items, place.from, place.at, inner) {
            return;
        }
        // "“Which?” he was asked."
        let is_put = items[place.at + 1..place.to.min(place.at + 5)]
            .iter()
            .any(|item| item.is(SPEECH) && !item.is_capital());
        let stands_alone = context.is_whole_block() && inner.ends_with(['.', '?', '!', '…']);
        let is_speech = is_speech || stands_alone || is_put && inner.ends_with([',', '?', '!']);
        if kind == VoiceKind::Direct
            && !is_speech
            && cue.is_none()
            && speaker.span.is_none()
            && continues.is_none()
        {
            return;
        }
        let pronoun = cue.map_or(0, |cue| cue.subject.pronoun(items));
        self.note_speaker(items, speaker, pronoun);
        let sentence = ByteSpan::new(items[place.from].span.start, items[place.to - 1].span.end);
        if speaker.rule == SpeakerRule::UnresolvedPronoun
            && let Some(Cue {
                subject: Subject::Pronoun(pronoun),
                ..
            }) = cue
        {
            let marks = items[pronoun].marks & (MALE | FEMALE);
            self.unresolved.push((self.found.len(), marks));
        }
        self.push(quote.inner, kind, speaker, cue_span, sentence, continues);
    }

    pub(super) fn push(
        &mut self,
        span: ByteSpan,
        kind: VoiceKind,
        speaker: Speaker,
        cue: Option<ByteSpan>,
        sentence: ByteSpan,
        continues: Option<u32>,
    ) {
        let name = speaker.span.and_then(|span| {
            overlapping(self.names, span)
                .filter(|name| name.span.end == span.end || name.span.start == span.start)
        });
        let described = speaker
            .span
            .filter(|_| name.is_none())
            .and_then(|span| self.roles.bearer(span.of(self.text), span.start));
        self.found.push(Voice {
            span,
            kind,
            speaker: speaker.span,
            name: name.map(|name| name.entity).or(described),
            role: speaker.role,
            cue,
            rule: speaker.rule,
            confidence: speaker.confidence,
            sentence,
            continues,
        });
    }
}

/// The quotation's place among the items of its sentence; the sentence after it ends at `next_to`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'i> {
    pub(super) items: &'i [Item],
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) next_to: usize,
    pub(super) at: usize,
}

/// What the sentence before leaves behind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Before {
    pub(super) voice: Option<u32>,
    pub(super) subject: Subject,
    pub(super) has_quotes: bool,
}

#[derive(Clone, Copy)]
pub(super) struct Context<'i> {
    pub(super) place: Place<'i>,
    pub(super) quote: &'i Quoted,
    pub(super) before: Option<Before>,
    pub(super) opens_block: bool,
    pub(super) announced: Option<(Speaker, Option<ByteSpan>)>,
    pub(super) last_alone: Option<u32>,
    /// How many voices there were before this sentence.
    pub(super) n_before: usize,
    pub(super) is_heading: bool,
    /// The name that heads a list item: "Khaled al-Ahmad. Negotiated with …".
    pub(super) header: Subject,
}

impl Context<'_> {
    /// The block is nothing but words in quotation marks, and this is the first of them.
    pub(super) fn is_whole_block(&self) -> bool {
        self.opens_block
            && self.place.to == self.place.items.len()
            && self.place.at + 1 >= self.place.to
            && !self.is_heading
    }
}

pub(super) fn speaker_of(voice: &Voice) -> Speaker {
    Speaker {
        span: voice.speaker,
        role: voice.role,
        rule: voice.rule,
        confidence: voice.confidence,
    }
}

/// The name that is the whole first sentence of a block with more sentences.
fn header(items: &[Item], sentences: &[(usize, usize)]) -> Subject {
    let Some(&(from, to)) = sentences.first().filter(|_| sentences.len() > 1) else {
        return Subject::None;
    };
    let end = if items[to - 1].is_mark('.') {
        to - 1
    } else {
        to
    };
    let is_bare = end > from
        && end - from <= 5
        && items[from..end]
            .iter()
            .all(|item| item.is_word() && !item.is(DETERMINER | PRONOUN));
    if is_bare && items[from].is_capital() && items[end - 1].is_capital() {
        super::phrases::classify(items, from, end)
    } else {
        Subject::None
    }
}
