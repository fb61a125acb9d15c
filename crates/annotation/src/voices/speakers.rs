//! The cue of a quotation in its sentence, and whom its subject means.

use corpus::ByteSpan;

use super::attribution::{Place, Reader, Speaker, UNATTRIBUTED};
use super::cues::{
    Cue, REACH_ITEMS, cue_after, cue_at_end, cue_end, participle_subject, source_first,
    source_later, span_of, unknown_cue_after, view_of,
};
use super::inverted::{may_speak, subject_after, subject_between_commas};
use super::leading::leading_subject;
use super::lexicon::{
    ADDRESSES, ADVERB, AUXILIARY, BODY, CLAUSE, COORDINATOR, DETERMINER, FEMALE, GIVEN, MALE,
    PARTICIPLE, PLAIN, PLURAL, PREPOSITION, PRONOUN, RELATIVE, SOURCE, SPEECH, THOUGHT, owner,
};
use super::manner::is_title;
use super::marks::Quoted;
use super::people::{agree, agreement, overlapping};
use super::phrases::{Subject, is_cue, is_passive};
use super::subjects::subject_before;
use super::words::Item;
use super::{NameKind, SpeakerRule};

impl Reader<'_> {
    /// Finds the cue of a quotation in its sentence, or just behind a question or an exclamation.
    pub(super) fn cue(&self, place: &Place<'_>, quote: &Quoted) -> Option<Cue> {
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
            // "“Why?” he asked.", but "“What has changed?” He looked at the picture."
            let begins_anew = items.get(to).is_some_and(|next| {
                let is_i = next.is(PRONOUN) && next.span.len() == 1;
                let goes_on = items.get(to + 2).is_some_and(|after| {
                    to + 2 < next_to && after.is(CLAUSE | DETERMINER | PRONOUN | ADDRESSES)
                });
                next.is_capital()
                    && next.is(PRONOUN | DETERMINER | COORDINATOR | CLAUSE | ADVERB)
                    && (!is_i || goes_on)
            });
            // "A minister asked me, “Where is Lagos?” I said, “Going.”"
            let begins_anew = begins_anew || self.asks_before(place);
            let end = if at + 1 == to && !begins_anew {
                next_to
            } else {
                to
            };
            if let Some(cue) = cue_after(items, at, end) {
                return Some(cue);
            }
        }
        let before = self.cue_before(place);
        if inner.ends_with(',')
            && before.is_none_or(|cue| cue.confidence < 90)
            && let Some(cue) = unknown_cue_after(items, at, to)
        {
            return Some(cue);
        }
        let is_near = before.is_some_and(|cue| {
            items[cue.at.1..at].iter().all(|item| {
                item.is(CLAUSE | PRONOUN | ADDRESSES | DETERMINER)
                    || item.is_mark(':')
                    || item.is_mark(',')
            })
        });
        // "According to two people, Yeo laughed and said, “…”"
        let is_speech = before.is_some_and(|cue| {
            let names_speaker = matches!(cue.subject, Subject::Phrase { .. });
            cue.confidence >= 90
                || cue.confidence >= 75 && names_speaker && items[cue.at.0].is(SPEECH)
        });
        // "According to another, the chairman had told colleagues that she was “the only person”"
        let has_own_subject = before.is_some_and(|cue| match cue.subject {
            Subject::Phrase { speaker, role } => {
                let start = speaker.0.min(role.map_or(speaker.0, |role| role.0));
                start > from + 2
                    && items[from].is(SOURCE)
                    && items[start - 1].is_mark(',')
                    && cue.confidence >= 90
            }
            // "According to three people, he had told her that she could have the beds “or the boots”"
            Subject::Pronoun(own) => {
                own > from + 2
                    && items[own].is(MALE | FEMALE | PLURAL)
                    && items[own - 1].is_mark(',')
                    && items[cue.at.0].is(SPEECH)
            }
            Subject::None => false,
        });
        if is_near && is_speech || has_own_subject {
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

    /// Tells whether a verb of speech and a mark stand directly before a quotation that ends its sentence.
    fn asks_before(&self, place: &Place<'_>) -> bool {
        let Place {
            items, from, at, ..
        } = *place;
        at > from + 2
            && (items[at - 1].is_mark(',') || items[at - 1].is_mark(':'))
            && (from.max(at.saturating_sub(4))..at - 1).any(|verb| is_cue(items, verb, SPEECH))
    }

    /// Finds the cue before a quotation: the last verb of speech whose subject the sentence names.
    pub(super) fn cue_before(&self, place: &Place<'_>) -> Option<Cue> {
        let Place {
            items, from, at, ..
        } = *place;
        let mut open: Option<Cue> = None;
        let mut related: Option<Cue> = None;
        for verb in (from..at).rev().take(REACH_ITEMS) {
            if let Some(agent) = self.agent(items, verb, at) {
                return Some(agent);
            }
            let confidence = if is_cue(items, verb, SPEECH) {
                90
            } else if is_cue(items, verb, THOUGHT) {
                75
            } else {
                continue;
            };
            // "said that a minister who comments on rates “should peel something”"
            if in_relative_clause(items, from, verb)
                && at > verb + 2
                && ((from..verb).any(|before| is_cue(items, before, SPEECH))
                    || !items[verb + 1..at.min(verb + 4)]
                        .iter()
                        .any(|item| item.is(CLAUSE)))
            {
                // "a rebellion by members who said they had been given “nine hours”"
                related = related.or_else(|| {
                    let subject = subject_before(items, from, verb);
                    let is_said = confidence == 90 && matches!(subject, Subject::Phrase { .. });
                    is_said.then_some(Cue {
                        at: (verb, verb + 1),
                        subject,
                        confidence: 60,
                    })
                });
                continue;
            }
            // "He was, said a spokesman, “abroad”"
            if let Some(subject) = subject_between_commas(items, from, verb, at) {
                return Some(Cue {
                    at: (verb, verb + 1),
                    subject,
                    confidence,
                });
            }
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
                Subject::Phrase { speaker, .. } => {
                    // "wrote to the president about a bill that they say": not his words.
                    if let Some(open) = open
                        && let Subject::Pronoun(at) = open.subject
                        && items[at].is(MALE | FEMALE | PLURAL)
                        && at > verb + 2
                        && items[open.at.0].is(PLAIN)
                        && !agree(items[at].marks, self.marked(items, speaker).1)
                    {
                        return Some(open);
                    }
                    if confidence == 75
                        && let Some(source) = source_first(items, from, at)
                    {
                        return Some(source);
                    }
                    // "found that it held, in the words of its director, “salt water”"
                    if let Some(view) = view_of(items, verb.max(at.saturating_sub(8)), at)
                        && matches!(view.subject, Subject::Phrase { .. })
                        && (confidence == 75 || items[at - 1].is_mark(','))
                    {
                        return Some(view);
                    }
                    // "the lawyer said her client wanted “…”"
                    if confidence == 75
                        && let Some(said) = self.said_before(items, from, subject)
                    {
                        return Some(said);
                    }
                    return Some(Cue {
                        at: cue_at,
                        subject,
                        confidence: if open.is_some() { 80 } else { confidence },
                    });
                }
                Subject::Pronoun(_) => {
                    // "He had told her, she said, that she would sleep": what follows is told by him.
                    let is_beside = items.get(verb + 1).is_some_and(|next| next.is_mark(','))
                        && items.get(verb + 2).is_some_and(|that| that.is(CLAUSE))
                        && (from..verb - 1).any(|before| is_cue(items, before, SPEECH));
                    if is_beside {
                        continue;
                    }
                    // "said that the less she knew": the verb of speech goes before.
                    if confidence == 90 && open.is_some_and(|open| open.confidence == 75) {
                        open = None;
                    }
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
                    let follows_quote = verb > from && items[verb - 1].is_quote();
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
                    // "he votes with them and once described"
                    let is_joined = items[from..verb]
                        .iter()
                        .rfind(|item| !item.is(ADVERB))
                        .is_some_and(|before| before.is(COORDINATOR));
                    let leading = if is_joined {
                        self.joined_subject(items, from, verb)
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
            (Some(open), None) if open.subject != Subject::None => Some(open),
            (Some(open), Some(source))
                if matches!(open.subject, Subject::Pronoun(own)
                    if own > source.at.0
                        && items[own].is(MALE | FEMALE | PLURAL)
                        && items[own - 1].is_mark(','))
                    && items[open.at.0].is(SPEECH) =>
            {
                Some(open)
            }
            (open, None) => self.before_mark(place).or(related).or_else(|| {
                // "The mayor was heard on tape telling a builder that it was “a suggestion”"
                let open = open?;
                let leading = leading_subject(items, from, open.at.0);
                Some(match leading {
                    Subject::Phrase { .. } => Cue {
                        subject: leading,
                        ..open
                    },
                    _ => open,
                })
            }),
            (_, source) => source,
        }
    }

    /// Who says what somebody is told or called: "has been told by a judge to “grow up”", "a man described by
    /// neighbours as “quiet”".
    fn agent(&self, items: &[Item], verb: usize, to: usize) -> Option<Cue> {
        let is_by = |at: usize| at < to && items[at].span.of(self.text) == "by";
        let is_told = items[verb].is(SPEECH)
            && !items[verb].is_capital()
            && (is_passive(items, verb)
                || verb > 0
                    && (items[verb - 1].is_word() || items[verb - 1].is_mark(','))
                    && matches!(
                        items[verb].span.of(self.text),
                        "described" | "called" | "dubbed" | "branded" | "labelled" | "condemned"
                    ));
        if !is_told || !is_by(verb + 1) {
            return None;
        }
        let subject = subject_after(items, verb + 1, to);
        may_speak(items, subject).then_some(Cue {
            at: (verb, verb + 2),
            subject,
            confidence: 85,
        })
    }

    /// The subject that a verb behind "and" shares with the verb before: "the defendant had thrown down his
    /// hand and told her"; else that of the sentence.
    fn joined_subject(&self, items: &[Item], from: usize, verb: usize) -> Subject {
        let leading = leading_subject(items, from, verb);
        let auxiliary = (from..verb)
            .rev()
            .take(14)
            .take_while(|&at| items[at].is_word())
            .find(|&at| {
                items[at].is(AUXILIARY) && !items[at - usize::from(at > from)].is(AUXILIARY)
            });
        let Some(auxiliary) = auxiliary else {
            return leading;
        };
        match subject_before(items, from, auxiliary) {
            own @ Subject::Phrase { speaker, .. }
                if self.is_person(items, span_of(items, speaker)) =>
            {
                own
            }
            _ => leading,
        }
    }

    /// The verb of speech directly before the subject of a verb of thought.
    fn said_before(&self, items: &[Item], from: usize, subject: Subject) -> Option<Cue> {
        let Subject::Phrase { speaker, role } = subject else {
            return None;
        };
        let start = speaker.0.min(role.map_or(speaker.0, |role| role.0));
        // "told analysts on a hastily arranged call that the board had needed"
        let reach = if start > from && items[start - 1].is(CLAUSE) {
            14
        } else {
            2
        };
        let verb = (from..start)
            .rev()
            .take(reach)
            .take_while(|&at| !items[at].is_mark(';'))
            .find(|&at| is_cue(items, at, SPEECH))?;
        let subject = subject_before(items, from, verb);
        // "She said a team had found “no trace”"
        let is_said = match subject {
            Subject::Phrase { .. } => true,
            Subject::Pronoun(at) => items[at].is(MALE | FEMALE) && items[verb].is(PLAIN),
            Subject::None => false,
        };
        is_said.then_some(Cue {
            at: (verb, verb + 1),
            subject,
            confidence: 80,
        })
    }

    /// "Fartousi was blunt: “…”", "Lund deadpanned, “…”".
    fn before_mark(&self, place: &Place<'_>) -> Option<Cue> {
        let Place {
            items, from, at, ..
        } = *place;
        let colon = at
            .checked_sub(1)
            .filter(|&colon| colon > from)
            .filter(|&colon| {
                items[colon].is_mark(':') || items[colon].is_mark(',') && self.is_sentence(place)
            })?;
        let subject = leading_subject(items, from, colon);
        let is_person = match subject {
            Subject::Phrase { speaker, .. } => {
                agreement(&items[speaker.0..speaker.1], self.names) & BODY == 0
                    && !self.is_common_word(items, speaker)
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

    /// Tells whether a quotation is a sentence of its own, with nothing behind it in the narrator's.
    fn is_sentence(&self, place: &Place<'_>) -> bool {
        let Place { items, to, at, .. } = *place;
        let words = items[at].span.of(self.text);
        let inner = words.trim_matches(|c| matches!(c, '“' | '”' | '‘' | '’' | '"' | '\''));
        at + 1 >= to
            && inner.starts_with(char::is_uppercase)
            && inner.ends_with(['.', '!', '?', '…'])
            && !is_title(inner)
    }

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

/// How a quotation ends, for the cue after it.
fn invites_cue(inner: &str) -> bool {
    inner.ends_with([',', '?', '!', '…', '—', '–', '-']) || inner.ends_with("...")
}

/// "Ibrahim's view" is Ibrahim's.
fn without_possessive(text: &str, span: ByteSpan) -> ByteSpan {
    let words = span.of(text);
    let bare = owner(words).unwrap_or(words);
    ByteSpan::new(span.start, span.start + bare.len() as u32)
}

/// Tells whether a verb has a relative pronoun without a comma as its subject: "a minister who comments".
fn in_relative_clause(items: &[Item], from: usize, verb: usize) -> bool {
    let before = (from..verb)
        .rev()
        .find(|&at| !items[at].is(AUXILIARY | ADVERB));
    before.is_some_and(|at| items[at].is(RELATIVE) && at > from && items[at - 1].is_word())
}
