//! The cue before a quotation: the verb of speech or of thought that leads up to it.

use std::ops::ControlFlow;

use super::attribution::{Place, Reader};
use super::cues::{Cue, REACH_ITEMS, cue_end, participle_subject, source_first, span_of, view_of};
use super::inverted::{may_speak, subject_after, subject_between_commas};
use super::leading::leading_subject;
use super::lexicon::{
    ADVERB, AUXILIARY, BODY, CLAUSE, COORDINATOR, FEMALE, MALE, PARTICIPLE, PLAIN, PLURAL,
    RELATIVE, SPEECH, THOUGHT,
};
use super::manner::is_title;
use super::people::{agree, agreement};
use super::phrases::{Subject, is_cue, is_passive};
use super::subjects::subject_before;
use super::words::Item;

/// How sure a cue is whose verb is one of speech, in percent.
const OF_SPEECH: u8 = 90;

/// How sure a cue is whose verb is one of thought, in percent.
const OF_THOUGHT: u8 = 75;

/// What the walk back from a quotation has met and may fall back on.
#[derive(Debug, Default)]
struct Met {
    /// The last verb whose subject is a pronoun or unknown: one before it may tell who that is.
    open: Option<Cue>,
    /// The last verb of a relative clause, which speaks of others.
    related: Option<Cue>,
}

impl Reader<'_> {
    /// Finds the cue before a quotation: the last verb of speech whose subject the sentence names.
    pub(super) fn cue_before(&self, place: &Place<'_>) -> Option<Cue> {
        let mut met = Met::default();
        let walk = (place.from..place.at)
            .rev()
            .take(REACH_ITEMS)
            .try_for_each(|verb| self.weigh(place, verb, &mut met));
        match walk {
            ControlFlow::Break(cue) => Some(cue),
            ControlFlow::Continue(()) => self.settle(place, &met),
        }
    }

    /// Breaks with the cue where the item at `verb` decides it, else notes in `met` what it tells.
    fn weigh(&self, place: &Place<'_>, verb: usize, met: &mut Met) -> ControlFlow<Cue> {
        let Place {
            items, from, at, ..
        } = *place;
        if let Some(agent) = self.agent(items, verb, at) {
            return ControlFlow::Break(agent);
        }
        let confidence = if is_cue(items, verb, SPEECH) {
            OF_SPEECH
        } else if is_cue(items, verb, THOUGHT) {
            OF_THOUGHT
        } else {
            return ControlFlow::Continue(());
        };
        if speaks_of_others(items, from, verb, at) {
            // "a rebellion by members who said they had been given “nine hours”"
            met.related = met.related.or_else(|| {
                let subject = subject_before(items, from, verb);
                let is_said = confidence == OF_SPEECH && matches!(subject, Subject::Phrase { .. });
                is_said.then_some(Cue {
                    at: (verb, verb + 1),
                    subject,
                    confidence: 60,
                })
            });
            return ControlFlow::Continue(());
        }
        // "He was, said a spokesman, “abroad”"
        if let Some(subject) = subject_between_commas(items, from, verb, at) {
            return ControlFlow::Break(Cue {
                at: (verb, verb + 1),
                subject,
                confidence,
            });
        }
        let subject = if items[verb].is(PARTICIPLE) {
            participle_subject(items, from, verb)
        } else {
            subject_before(items, from, verb)
        };
        let cue = Cue {
            at: met
                .open
                .map_or_else(|| (verb, cue_end(items, verb, at)), |open| open.at),
            subject,
            confidence,
        };
        match subject {
            Subject::Phrase { speaker, .. } => {
                ControlFlow::Break(self.with_phrase(place, verb, cue, speaker, met.open))
            }
            Subject::Pronoun(own) => with_pronoun(place, verb, cue, own, met),
            Subject::None => self.without_subject(place, verb, cue, met),
        }
    }

    /// The cue where a verb has the phrase `speaker` for its subject: its own, or one that stands nearer to the
    /// quotation or tells better who speaks.
    fn with_phrase(
        &self,
        place: &Place<'_>,
        verb: usize,
        cue: Cue,
        speaker: (usize, usize),
        open: Option<Cue>,
    ) -> Cue {
        let Place {
            items, from, at, ..
        } = *place;
        let is_thought = cue.confidence == OF_THOUGHT;
        // "wrote to the president about a bill that they say": not his words.
        if let Some(open) = open
            && let Subject::Pronoun(own) = open.subject
            && items[own].is(MALE | FEMALE | PLURAL)
            && own > verb + 2
            && items[open.at.0].is(PLAIN)
            && !agree(items[own].marks, self.marked(items, speaker).1)
        {
            return open;
        }
        if is_thought && let Some(source) = source_first(items, from, at) {
            return source;
        }
        // "found that it held, in the words of its director, “salt water”"
        if let Some(view) = view_of(items, verb.max(at.saturating_sub(8)), at)
            && matches!(view.subject, Subject::Phrase { .. })
            && (is_thought || items[at - 1].is_mark(','))
        {
            return view;
        }
        // "the lawyer said her client wanted “…”"
        if is_thought && let Some(said) = self.said_before(items, from, cue.subject) {
            return said;
        }
        Cue {
            confidence: if open.is_some() { 80 } else { cue.confidence },
            ..cue
        }
    }

    /// Looks for the subject of a verb that has none before it: behind it, or before "and".
    fn without_subject(
        &self,
        place: &Place<'_>,
        verb: usize,
        cue: Cue,
        met: &mut Met,
    ) -> ControlFlow<Cue> {
        let Place {
            items, from, at, ..
        } = *place;
        // "“…,” said the officer, “…”": the verb stands behind a quotation.
        if verb == from || items[verb - 1].is_quote() {
            let subject = subject_after(items, verb, at);
            if subject != Subject::None {
                return ControlFlow::Break(Cue {
                    at: (verb, verb + 1),
                    subject,
                    ..cue
                });
            }
        }
        // "he votes with them and once described"
        let is_joined = items[from..verb]
            .iter()
            .rfind(|item| !item.is(ADVERB))
            .is_some_and(|before| before.is(COORDINATOR));
        let subject = if is_joined {
            self.joined_subject(items, from, verb)
        } else {
            Subject::None
        };
        if matches!(subject, Subject::Phrase { .. }) {
            return ControlFlow::Break(Cue {
                subject,
                confidence: 75,
                ..cue
            });
        }
        met.open = met.open.or(Some(Cue {
            subject,
            confidence: 60,
            ..cue
        }));
        ControlFlow::Continue(())
    }

    /// The cue where no verb decided: what was met, unless a source at the start or a view says whose words
    /// they are.
    fn settle(&self, place: &Place<'_>, met: &Met) -> Option<Cue> {
        let Place {
            items, from, at, ..
        } = *place;
        let source = source_first(items, from, at).or_else(|| view_of(items, from, at));
        match (met.open, source) {
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
            (open, None) => self.before_mark(place).or(met.related).or_else(|| {
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
}

/// Notes a verb whose subject is the pronoun at `own`; breaks where nothing before it can govern the quotation.
fn with_pronoun(
    place: &Place<'_>,
    verb: usize,
    cue: Cue,
    own: usize,
    met: &mut Met,
) -> ControlFlow<Cue> {
    let Place { items, from, .. } = *place;
    // "He had told her, she said, that she would sleep": what follows is told by him.
    let is_beside = items.get(verb + 1).is_some_and(|next| next.is_mark(','))
        && items.get(verb + 2).is_some_and(|that| that.is(CLAUSE))
        && (from..verb - 1).any(|before| is_cue(items, before, SPEECH));
    if is_beside {
        return ControlFlow::Continue(());
    }
    // "said that the less she knew": the verb of speech goes before.
    if cue.confidence == OF_SPEECH && met.open.is_some_and(|open| open.confidence == OF_THOUGHT) {
        met.open = None;
    }
    // "…, she pointed out, and “…”": nothing governs what stands between commas.
    let stands_apart = own > from
        && items[own - 1].is_mark(',')
        && met.open.is_none()
        && items[own].is(MALE | FEMALE | PLURAL);
    if stands_apart {
        return ControlFlow::Break(cue);
    }
    let is_open_pronoun = met
        .open
        .is_some_and(|open| matches!(open.subject, Subject::Pronoun(_)));
    if !is_open_pronoun {
        met.open = Some(cue);
    }
    ControlFlow::Continue(())
}

/// Tells whether a verb before the quotation at `at` stands in a clause about somebody who does not say it:
/// "said that a minister who comments on rates “should peel something”".
fn speaks_of_others(items: &[Item], from: usize, verb: usize, at: usize) -> bool {
    in_relative_clause(items, from, verb)
        && at > verb + 2
        && ((from..verb).any(|before| is_cue(items, before, SPEECH))
            || !items[verb + 1..at.min(verb + 4)]
                .iter()
                .any(|item| item.is(CLAUSE)))
}

/// Tells whether a verb has a relative pronoun without a comma as its subject: "a minister who comments".
fn in_relative_clause(items: &[Item], from: usize, verb: usize) -> bool {
    let before = (from..verb)
        .rev()
        .find(|&at| !items[at].is(AUXILIARY | ADVERB));
    before.is_some_and(|at| items[at].is(RELATIVE) && at > from && items[at - 1].is_word())
}
