//! Who says what stands in quotation marks.

use corpus::{BlockKind, ByteSpan, Document};

use super::cues::{
    Cue, REACH_ITEMS, cue_after, cue_at_end, cue_end, participle_subject, source_first,
    source_later, span_of, view_of,
};
use super::lexicon::{
    ADDRESSES, ADVERB, BODY, CLAUSE, COORDINATOR, DETERMINER, FEMALE, Lexicon, MALE, NAMING,
    PARTICIPLE, PERSON, PLURAL, PREPOSITION, PRONOUN, RELATIVE, SPEECH, THOUGHT,
};
use super::marks::{Quoted, quotations};
use super::people::{People, agreement, overlapping};
use super::phrases::{
    Subject, is_cue, leading_subject, noun_phrase_end, subject_after, subject_before,
};
use super::words::{Item, Pieces, What, pieces};
use super::{NameKind, NameSpan, SpeakerRule, Voice, VoiceKind, reported};

/// A speaker as a voice has it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Speaker {
    pub(super) span: Option<ByteSpan>,
    pub(super) role: Option<ByteSpan>,
    pub(super) rule: SpeakerRule,
    pub(super) confidence: u8,
}

/// From so many words on, words in quotation marks are somebody's even where nobody says them.
const SHORTEST_SPEECH_WORDS: usize = 6;

const UNATTRIBUTED: Speaker = Speaker {
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
    pub(super) found: Vec<Voice>,
    /// The voice that a quotation at the start of the next block goes on from.
    running: Option<u32>,
    /// The block before ended with a colon after this speaker.
    announced: Option<(Speaker, Option<ByteSpan>)>,
    /// The only speaker of the block before, where it ended with his words.
    last_alone: Option<u32>,
}

/// Returns the voices of all blocks but turns.
pub(super) fn voices(document: &Document, names: &[NameSpan]) -> Vec<Voice> {
    let lexicon = Lexicon::shared();
    let mut reader = Reader {
        text: &document.text,
        names,
        people: People::default(),
        found: Vec::new(),
        running: None,
        announced: None,
        last_alone: None,
    };
    for (number, block) in document.blocks.iter().enumerate() {
        if block.kind == BlockKind::Preformatted {
            continue;
        }
        let is_heading = matches!(block.kind, BlockKind::Heading(_));
        if is_heading {
            reader.people.next_section();
        }
        let next = document
            .blocks
            .get(number + 1)
            .map_or("", |next| next.span.of(&document.text));
        let text = block.span.of(&document.text);
        let (quoted, running) = quotations(text, block.span.start, next);
        let pieces = pieces(&document.text, block.span, &quoted, lexicon);
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
        // The voice of the sentence before in this block, and the speaker that this sentence names.
        let mut before: Option<Before> = None;
        let header = header(&pieces.items, &pieces.sentences);
        for (number, &(from, to)) in pieces.sentences.iter().enumerate() {
            self.people.next_sentence();
            let subject = leading_subject(items, from, to);
            if !is_heading {
                self.note(items, subject);
            }
            let next_to = pieces
                .sentences
                .get(number + 1)
                .map_or(to, |&(_, next_to)| next_to);
            let n_before = self.found.len();
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
            let has_quotes = items[from..to]
                .iter()
                .any(|item| matches!(item.what, What::Quote(_)));
            if !is_heading && !has_quotes {
                reported::add(self, items, from, to);
            }
            if !has_quotes {
                self.note_others(items, from, to);
                self.note_named(items, from, to);
            }
            before = Some(Before {
                voice: (self.found.len() > n_before).then(|| self.found.len() as u32 - 1),
                subject,
                has_quotes,
            });
        }
        self.nested(quoted, first, lexicon);
        self.end_block(pieces, first, runs_on);
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
        } else if let Some(found) = self.by_sentence_before(context, kind) {
            speaker = found;
        }
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
        if kind == VoiceKind::Direct && !is_speech && cue.is_none() && speaker.span.is_none() {
            return;
        }
        if let Some(span) = speaker.span {
            self.people
                .note(span, speaker.role, self.marks_of(items, span));
        }
        let sentence = ByteSpan::new(items[place.from].span.start, items[place.to - 1].span.end);

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
        self.found.push(Voice {
            span,
            kind,
            speaker: speaker.span,
            name: name.map(|name| name.entity),
            role: speaker.role,
            cue,
            rule: speaker.rule,
            confidence: speaker.confidence,
            sentence,
            continues,
        });
    }

    /// Direct where it stands as speech; partial where a word of the sentence leads into it.
    fn kind(&self, context: &Context<'_>) -> VoiceKind {
        let Place {
            items, from, at, ..
        } = context.place;
        let inner = context.quote.inner.of(self.text);
        let starts_small = inner
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(char::is_lowercase);
        let Some(before) = at
            .checked_sub(1)
            .filter(|&before| before >= from)
            .map(|before| &items[before])
        else {
            return VoiceKind::Direct;
        };
        match before.what {
            What::Mark(':') if !(starts_small && words_in(inner) < SHORTEST_SPEECH_WORDS) => {
                VoiceKind::Direct
            }
            What::Mark(',' | ';' | '—' | '–' | '-') if !starts_small => VoiceKind::Direct,
            What::Mark(',' | ';' | '—' | '–') => {
                let goes_on = self.found.len() > context.n_before
                    && self
                        .found
                        .last()
                        .is_some_and(|last| last.kind == VoiceKind::Direct);
                if goes_on {
                    VoiceKind::Direct
                } else {
                    VoiceKind::Partial
                }
            }
            What::Mark('.' | '!' | '?' | ')' | '…') | What::Quote(_) => VoiceKind::Direct,
            _ if before.is(SPEECH)
                && !starts_small
                && words_in(inner) > 2
                && (!is_title(inner) || inner.ends_with('.')) =>
            {
                VoiceKind::Direct
            }
            _ => VoiceKind::Partial,
        }
    }

    /// A title, a nickname, a word that the narrator holds at a distance.
    fn is_mention(&self, context: &Context<'_>, has_source: bool, n_words: usize) -> bool {
        let Place {
            items, from, at, ..
        } = context.place;
        let inner = context.quote.inner.of(self.text);
        let is_title = is_title(inner);
        let near = &items[at.saturating_sub(4).max(from)..at];
        let is_named = near
            .iter()
            .any(|item| item.is(NAMING) && !(item.is(SPEECH) && has_source));
        let directly_said =
            at > from && items[at - 1].is(SPEECH | CLAUSE) && inner.ends_with(['.', ',', '!', '?']);
        // Scripts without capitals put the names of newspapers and operations into marks.
        let has_case = inner.chars().any(|c| c.is_lowercase() || c.is_uppercase());
        if !has_case && n_words < SHORTEST_SPEECH_WORDS {
            return true;
        }
        if (is_title && n_words <= SHORTEST_SPEECH_WORDS && !directly_said)
            || (is_named && n_words < SHORTEST_SPEECH_WORDS)
        {
            return true;
        }
        !has_source && n_words < SHORTEST_SPEECH_WORDS
    }

    fn marks_of(&self, items: &[Item], span: ByteSpan) -> u32 {
        let start = items.partition_point(|item| item.span.start < span.start);
        let end = items.partition_point(|item| item.span.end <= span.end);
        if start < end {
            return agreement(&items[start..end], self.names);
        }
        0
    }

    fn note(&mut self, items: &[Item], subject: Subject) {
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
                marks,
            );
        }
    }

    /// A single capitalised word that the name layer does not know: it begins its sentence.
    fn is_common_word(&self, items: &[Item], speaker: (usize, usize)) -> bool {
        let span = span_of(items, speaker);
        let is_one_word = speaker.1 == speaker.0 + 1 && items[speaker.0].marks == 0;
        let ends_as_verb = span.of(self.text).ends_with("ing");
        is_one_word
            && (ends_as_verb || !self.names.is_empty())
            && overlapping(self.names, span).is_none()
    }

    /// Notes the persons that the name layer finds in a sentence, in their order.
    fn note_named(&mut self, items: &[Item], from: usize, to: usize) {
        let (start, end) = (items[from].span.start, items[to - 1].span.end);
        let first = self.names.partition_point(|name| name.span.start < start);
        let names = &self.names[first..];
        for name in names.iter().take_while(|name| name.span.start < end) {
            if name.kind == NameKind::Person {
                self.people.note(
                    name.span,
                    None,
                    self.marks_of(items, name.span) & (MALE | FEMALE),
                );
            }
        }
    }

    /// Notes people who are no subject: "he asked his superiors". "They" may mean them.
    fn note_others(&mut self, items: &[Item], from: usize, to: usize) {
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
                if items[start].is(DETERMINER) || items[at].is(PLURAL) {
                    self.people
                        .note(span, Some(span), agreement(&items[start..end], self.names));
                }
                at = end;
            }
            at += 1;
        }
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
struct Before {
    voice: Option<u32>,
    subject: Subject,
    has_quotes: bool,
}

#[derive(Clone, Copy)]
struct Context<'i> {
    place: Place<'i>,
    quote: &'i Quoted,
    before: Option<Before>,
    opens_block: bool,
    announced: Option<(Speaker, Option<ByteSpan>)>,
    last_alone: Option<u32>,
    /// How many voices there were before this sentence.
    n_before: usize,
    is_heading: bool,
    /// The name that heads a list item: "Khaled al-Ahmad. Negotiated with …".
    header: Subject,
}

/// How a quotation ends, for the cue after it.
fn invites_cue(inner: &str) -> bool {
    inner.ends_with([',', '?', '!', '…', '—', '–', '-']) || inner.ends_with("...")
}

impl Reader<'_> {
    /// Finds the cue of a quotation in its sentence, or just behind a question or an exclamation.
    fn cue(&self, place: &Place<'_>, quote: &Quoted) -> Option<Cue> {
        let Place {
            items,
            from,
            to,
            next_to,
            at,
        } = *place;
        let inner = quote.inner.of(self.text);
        let follows_mark = items
            .get(at + 1)
            .is_some_and(|next| next.is_mark(',') || next.is_mark('—') || next.is_mark('–'));
        if invites_cue(inner) || follows_mark {
            let end = if at + 1 == to { next_to } else { to };
            if let Some(cue) = cue_after(items, at, end) {
                return Some(cue);
            }
        }
        let before = self.cue_before(place);
        let is_near = before.is_some_and(|cue| {
            items[cue.at.1..at].iter().all(|item| {
                item.is(CLAUSE | PRONOUN | ADDRESSES | DETERMINER)
                    || item.is_mark(':')
                    || item.is_mark(',')
            })
        });
        let is_speech = before.is_some_and(|cue| cue.confidence >= 90);
        if is_near && is_speech {
            return before;
        }
        if let Some(source) = source_first(items, from, at) {
            return Some(source);
        }
        if is_near {
            return before;
        }
        if let Some(cue) = cue_at_end(items, from, at, to) {
            return Some(cue);
        }
        before.or_else(|| {
            if at + 1 < to {
                cue_after(items, at, to).or_else(|| source_later(items, at, to))
            } else {
                None
            }
        })
    }

    /// Finds the cue before a quotation: the last verb of speech whose subject the sentence names.
    fn cue_before(&self, place: &Place<'_>) -> Option<Cue> {
        let Place {
            items, from, at, ..
        } = *place;
        let mut open: Option<Cue> = None;
        for verb in (from..at).rev().take(REACH_ITEMS) {
            let confidence = if is_cue(items, verb, SPEECH) {
                90
            } else if is_cue(items, verb, THOUGHT) {
                75
            } else {
                continue;
            };
            let cue_at = (
                open.map_or(verb, |open| open.at.0),
                open.map_or(cue_end(items, verb, at), |open| open.at.1),
            );
            let subject = if items[verb].is(PARTICIPLE) {
                participle_subject(items, from, verb)
            } else {
                subject_before(items, from, verb)
            };
            match subject {
                Subject::Phrase { .. } => {
                    if confidence == 75
                        && let Some(source) = source_first(items, from, at)
                    {
                        return Some(source);
                    }
                    return Some(Cue {
                        at: cue_at,
                        subject,
                        confidence: if open.is_some() { 80 } else { confidence },
                    });
                }
                Subject::Pronoun(_) => {
                    let is_open_pronoun =
                        open.is_some_and(|open| matches!(open.subject, Subject::Pronoun(_)));
                    // "…, she pointed out, and “…”": nothing governs what stands between commas.
                    if let Subject::Pronoun(at) = subject
                        && at > from
                        && items[at - 1].is_mark(',')
                        && open.is_none()
                        && items[at].is(MALE | FEMALE | PLURAL)
                    {
                        return Some(Cue {
                            at: cue_at,
                            subject,
                            confidence,
                        });
                    }
                    if !is_open_pronoun {
                        open = Some(Cue {
                            at: cue_at,
                            subject,
                            confidence,
                        });
                    }
                }
                Subject::None => {
                    // "“…,” said the officer, “…”": the verb stands behind a quotation.
                    let follows_quote =
                        verb > from && matches!(items[verb - 1].what, What::Quote(_));
                    let opens = verb == from || follows_quote;
                    let after = if opens {
                        subject_after(items, verb, at)
                    } else {
                        Subject::None
                    };
                    if after != Subject::None {
                        return Some(Cue {
                            at: (verb, verb + 1),
                            subject: after,
                            confidence,
                        });
                    }
                    let is_joined = verb > from && items[verb - 1].is(COORDINATOR);
                    let leading = if is_joined {
                        leading_subject(items, from, verb)
                    } else {
                        Subject::None
                    };
                    if matches!(leading, Subject::Phrase { .. }) {
                        return Some(Cue {
                            at: cue_at,
                            subject: leading,
                            confidence: 75,
                        });
                    }
                    if open.is_none() {
                        open = Some(Cue {
                            at: cue_at,
                            subject: leading,
                            confidence: 60,
                        });
                    }
                }
            }
        }
        let source = source_first(items, from, at).or_else(|| view_of(items, from, at));
        match (open, source) {
            (Some(open), None) => Some(open),
            (None, None) => self.before_colon(place),
            (_, source) => source,
        }
    }

    /// "Fartousi was blunt: “…”".
    fn before_colon(&self, place: &Place<'_>) -> Option<Cue> {
        let Place {
            items, from, at, ..
        } = *place;
        let colon = at
            .checked_sub(1)
            .filter(|&colon| colon > from && items[colon].is_mark(':'))?;
        let subject = leading_subject(items, from, colon);
        let is_person = match subject {
            Subject::Phrase { speaker, .. } => {
                agreement(&items[speaker.0..speaker.1], self.names) & BODY == 0
            }
            Subject::Pronoun(at) => items[at].is(MALE | FEMALE | PLURAL),
            Subject::None => false,
        };
        is_person.then_some(Cue {
            at: (colon, colon),
            subject,
            confidence: 60,
        })
    }

    /// Turns a cue into a speaker, following pronouns.
    pub(super) fn resolve(&self, items: &[Item], cue: Cue) -> Speaker {
        self.of_subject(items, cue.subject, cue.confidence)
            .unwrap_or(UNATTRIBUTED)
    }

    fn of_subject(&self, items: &[Item], subject: Subject, confidence: u8) -> Option<Speaker> {
        match subject {
            Subject::Phrase { speaker, role } => Some(Speaker {
                span: Some(without_possessive(self.text, span_of(items, speaker))),
                role: role.map(|role| span_of(items, role)),
                rule: SpeakerRule::Cue,
                confidence,
            }),
            Subject::Pronoun(at) => Some(self.of_pronoun(&items[at])),
            Subject::None => None,
        }
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
        if !pronoun.is(MALE | FEMALE | PLURAL) {
            return UNATTRIBUTED;
        }
        match self.people.antecedent(pronoun.marks, pronoun.span.start) {
            Some(mention) => Speaker {
                span: Some(mention.speaker),
                role: mention.role,
                rule: SpeakerRule::Pronoun,
                confidence: 75,
            },
            None => unresolved,
        }
    }

    /// A quotation without a cue of its own that goes on from one before.
    fn carried(&self, context: &Context<'_>, kind: VoiceKind) -> Option<(u32, SpeakerRule, u8)> {
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
        let is_whole_block = context.opens_block
            && context.place.to == context.place.items.len()
            && at + 1 >= context.place.to;
        if is_whole_block && !context.is_heading && kind == VoiceKind::Direct {
            return context
                .last_alone
                .map(|voice| (voice, SpeakerRule::Continued, 55));
        }
        None
    }

    /// "Fartousi rejects this. “We left.”", and words in marks that go on with what somebody told.
    fn by_sentence_before(&self, context: &Context<'_>, kind: VoiceKind) -> Option<Speaker> {
        let Place {
            items, from, at, ..
        } = context.place;
        let before = context.before.filter(|before| !before.has_quotes)?;
        let told = before
            .voice
            .map(|voice| &self.found[voice as usize])
            .filter(|voice| voice.speaker.is_some());
        if kind == VoiceKind::Direct && at == from {
            let by_subject = self
                .of_subject(items, before.subject, 60)
                .filter(|speaker| {
                    speaker
                        .span
                        .is_some_and(|span| self.marks_of(items, span) & BODY == 0)
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

    /// Adds quotations inside quotations where a cue stands before them.
    fn nested(&mut self, quoted: &[Quoted], first: usize, lexicon: &Lexicon) {
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

    fn nested_in(&mut self, outer: &Quoted, inside: &[Quoted], first: usize, lexicon: &Lexicon) {
        let pieces = pieces(self.text, outer.inner, inside, lexicon);
        let narrated = self.found[first..]
            .iter()
            .find(|voice| voice.span == outer.inner);
        let sentence = narrated.map_or(outer.inner, |voice| voice.sentence);
        for &(from, to) in &pieces.sentences {
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
                    // Whom a speaker means by "he" his narrator need not have named.
                    Subject::Pronoun(_) | Subject::None => Speaker {
                        rule: SpeakerRule::UnresolvedPronoun,
                        ..UNATTRIBUTED
                    },
                };
                let cue = Some(span_of(&pieces.items, cue.at));
                if words_in(quote.inner.of(self.text)) > 1 {
                    self.push(quote.inner, VoiceKind::Direct, speaker, cue, sentence, None);
                }
            }
        }
    }
}

fn speaker_of(voice: &Voice) -> Speaker {
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

/// "Ibrahim's view" is Ibrahim's.
fn without_possessive(text: &str, span: ByteSpan) -> ByteSpan {
    let words = span.of(text);
    let bare = words
        .strip_suffix("’s")
        .or_else(|| words.strip_suffix("'s"))
        .unwrap_or(words);
    ByteSpan::new(span.start, span.start + bare.len() as u32)
}

fn words_in(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

/// Capitals on all words that are not small: a title or a name.
fn is_title(inner: &str) -> bool {
    let mut n_words = 0;
    let all = inner.split_whitespace().all(|word| {
        n_words += 1;
        let first = word.chars().find(|c| c.is_alphanumeric());
        first.is_none_or(|c| c.is_uppercase() || c.is_ascii_digit())
            || (n_words > 1 && word.len() <= 4)
    });
    all && !inner.ends_with(['?', '!'])
}
