//! Cues: the verbs and phrases that say whose words are given, before, behind and around a quotation.

use corpus::ByteSpan;

use super::inverted::{may_speak, subject_after};
use super::leading::leading_subject;
use super::lexicon::{
    ADDRESSES, ADVERB, AUXILIARY, BE, BODY, CLAUSE, COORDINATOR, DETERMINER, FEMALE, ISSUES, MALE,
    OF, PARTICIPLE, PERSON, PLURAL, PREPOSITION, PRONOUN, QUOTED, RELATIVE, SOURCE, SPEECH, TIME,
    VIEW,
};
use super::phrases::{Subject, classify, is_cue, noun_phrase_end};
use super::subjects::subject_before;
use super::words::{Item, What};

/// A cue and whose it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    /// Items of the cue, half open.
    pub(super) at: (usize, usize),
    pub(super) subject: Subject,
    pub(super) confidence: u8,
}

/// How far from a quotation its cue may stand, in words and marks. It bounds the work for each.
pub(super) const REACH_ITEMS: usize = 120;

/// The cue behind a quotation: "he said", "said the officer", "according to the officer".
pub(super) fn cue_after(items: &[Item], quote: usize, to: usize) -> Option<Cue> {
    let mut at = quote + 1;
    while at < to && matches!(items[at].what, What::Mark(',' | '—' | '–' | '-')) {
        at += 1;
    }
    let first = items.get(at).filter(|_| at < to)?;
    if first.is(SOURCE) {
        let subject = subject_after(items, at + 1, to);
        return Some(Cue {
            at: (at, (at + 2).min(to)),
            subject,
            confidence: 90,
        });
    }
    let follows_mark = at > quote + 1;
    if let Some(cue) = inverted_cue(items, at, to, follows_mark) {
        return Some(cue);
    }
    if is_cue(items, at, SPEECH) {
        let subject = subject_after(items, at, to);
        let object_follows =
            items.get(at + 1).is_some_and(|next| next.is(PRONOUN)) && items[at].is(ADDRESSES);
        return (subject != Subject::None && !object_follows).then_some(Cue {
            at: (at, at + 1),
            subject,
            confidence: 95,
        });
    }
    // "is how he put it", "was all that one of them would say"
    let is_all = first
        .is(BE)
        .then(|| (at + 1..to.min(at + 4)).find(|&at| items[at].is(CLAUSE)))
        .flatten();
    // "as she put it", but not "while the union denounced": what follows has words of its own.
    let is_as = first.is(CLAUSE) && first.span.len() == 2;
    let start = match is_all {
        Some(that) => that + 1,
        None if first.is(CLAUSE) && !is_as && !first.is(DETERMINER) => return None,
        None => at + usize::from(is_as),
    };
    clause_cue(items, start, to, first.is(COORDINATOR))
}

/// A verb of two words or one that the lists do not know, directly behind a quotation and before its subject.
///
/// `follows_mark` tells that a mark stands between the quotation and `at`.
fn inverted_cue(items: &[Item], at: usize, to: usize, follows_mark: bool) -> Option<Cue> {
    let first = &items[at];
    // "a déclaré le préfet"
    let helped = first.span.len() <= 3
        && at + 1 < to
        && is_cue(items, at + 1, SPEECH)
        && !first.is(PRONOUN | ADVERB | COORDINATOR);
    if helped && let subject @ Subject::Phrase { .. } = subject_after(items, at + 1, to) {
        return Some(Cue {
            at: (at, at + 2),
            subject,
            confidence: 85,
        });
    }
    // A verb that the lists do not know, before a name: "soupire Lucie Maréchal".
    let is_unknown = first.marks == 0 && first.is_word() && !first.is_capital() && follows_mark;
    if is_unknown
        && at + 1 < to
        && items[at + 1].is_capital()
        && let subject @ Subject::Phrase { .. } = subject_after(items, at, to)
    {
        return Some(Cue {
            at: (at, at + 1),
            subject,
            confidence: 70,
        });
    }
    None
}

/// The cue whose subject begins the clause at `start`: the first verb of speech in it, "he said".
///
/// `is_joined` tells that a coordinator leads on to the clause.
fn clause_cue(items: &[Item], start: usize, to: usize, is_joined: bool) -> Option<Cue> {
    for verb in start..to.min(start + 40) {
        if items[verb].is_quote() {
            return None;
        }
        if !is_cue(items, verb, SPEECH) {
            continue;
        }
        if items[verb].is(PARTICIPLE) {
            match quoted_as(items, start, verb) {
                subject @ (Subject::Phrase { .. } | Subject::Pronoun(_)) => {
                    return Some(Cue {
                        at: (verb, verb + 1),
                        subject,
                        confidence: 90,
                    });
                }
                Subject::None => continue,
            }
        }
        let in_relative = (start..verb)
            .rev()
            .find(|&at| !items[at].is(AUXILIARY | ADVERB))
            .is_some_and(|at| items[at].is(RELATIVE));
        if in_relative {
            continue;
        }
        let subject = subject_before(items, start, verb);
        let begins = subject.begins()?;
        let end = cue_end(items, verb, to);
        // "“Is he alive?” and she said, “He is.”": those are the words that she said.
        let leads_on = is_joined && items[end..to].iter().take(2).any(Item::is_quote);
        return (begins <= start + 1 && !leads_on).then_some(Cue {
            at: (verb, end),
            subject,
            confidence: 95,
        });
    }
    None
}

/// "X was quoted as saying": the subject of the passive before "as".
fn quoted_as(items: &[Item], from: usize, participle: usize) -> Subject {
    let follows_as = participle > from && items[participle - 1].is(CLAUSE);
    let is_passive = |&at: &usize| items[at].is(QUOTED) && items[at - 1].is(BE | ADVERB);
    // "was quoted by a newspaper as saying"
    let quoted = (from + 1..participle).rev().take(8).find(is_passive);
    if !follows_as {
        return Subject::None;
    }
    if let Some(quoted) = quoted {
        return subject_before(items, from, quoted);
    }
    // "The newspaper quoted the minister as saying"
    let active = (from..participle - 1)
        .rev()
        .take(8)
        .find(|&at| items[at].is(QUOTED) && !items[at].is_capital());
    active.map_or(Subject::None, |verb| {
        classify(items, verb + 1, participle - 1)
    })
}

/// A verb that the lists do not know, behind words that end with a comma: "…,” she shrugged.".
pub(super) fn unknown_cue_after(items: &[Item], quote: usize, to: usize) -> Option<Cue> {
    let start = quote + 1;
    let first = items
        .get(start)
        .filter(|first| start < to && first.is_word())?;
    let is_inverted = first.marks == 0
        && !first.is_capital()
        && items
            .get(start + 1)
            .is_some_and(|next| start + 1 < to && next.is_capital());
    if is_inverted && let subject @ Subject::Phrase { .. } = subject_after(items, start, to) {
        return Some(Cue {
            at: (start, start + 1),
            subject,
            confidence: 70,
        });
    }
    let (subject, mut verb) = if first.is(PRONOUN) && first.is(MALE | FEMALE | PLURAL) {
        (Subject::Pronoun(start), start + 1)
    } else {
        let begins = first.is_capital() || first.is(DETERMINER) || first.is_possessive();
        let known = noun_phrase_end(items, start, to).filter(|_| begins);
        let end = known.or_else(|| described_end(items, start, to))?;
        (classify(items, start, end), end)
    };
    while verb < to && items[verb].is(ADVERB) {
        verb += 1;
    }
    let is_verb = verb < to
        && items[verb].is_word()
        && !items[verb].is_capital()
        && !items[verb].is(PREPOSITION
            | CLAUSE
            | DETERMINER
            | PRONOUN
            | TIME
            | BE
            | RELATIVE
            | PERSON);
    (is_verb && subject != Subject::None).then_some(Cue {
        at: (verb, verb + 1),
        subject,
        confidence: 70,
    })
}

/// The end of a phrase whose noun no list knows, before the last word that may be its verb: "the letter went
/// on", "the beekeeper grins".
fn described_end(items: &[Item], start: usize, to: usize) -> Option<usize> {
    let is_open = |at: usize| items[at].is_word() && !items[at].is_capital();
    let ends = |at: usize| {
        at >= to
            || !items[at].is_word()
            || items[at].is(PREPOSITION | ADVERB | DETERMINER | PRONOUN | TIME | CLAUSE)
    };
    let begins = items[start].is(DETERMINER) && !items[start].is(PRONOUN);
    (start + 2..to.min(start + 5))
        .take_while(|&verb| is_open(verb - 1) && is_open(verb))
        .find(|&verb| ends(verb + 1))
        .filter(|&verb| begins && !items[verb - 1].is(AUXILIARY | PREPOSITION | CLAUSE))
}

/// The cue that closes the sentence: ", Ibrahim said."
pub(super) fn cue_at_end(items: &[Item], from: usize, at: usize, to: usize) -> Option<Cue> {
    let mut end = to;
    while end > at + 1 && matches!(items[end - 1].what, What::Mark('.' | '!' | '?')) {
        end -= 1;
    }
    for verb in (at + 1..end).rev().take(6) {
        if !items[verb].is_word() || items[verb].is_quote() {
            return None;
        }
        if is_cue(items, verb, SPEECH) && !items[verb].is(PARTICIPLE) {
            let comma = (at..verb)
                .rev()
                .take(REACH_ITEMS)
                .find(|&at| items[at].is_mark(','))?;
            let subject = subject_before(items, comma + 1, verb);
            let begins = subject.begins()?;
            // "…, and asked her to bear in mind that the firm had reported itself" is no cue.
            return (begins <= comma + 2 && comma >= from).then_some(Cue {
                at: (verb, cue_end(items, verb, to)),
                subject,
                confidence: 90,
            });
        }
    }
    None
}

/// "…, according to participants" later in the sentence.
pub(super) fn source_later(items: &[Item], at: usize, to: usize) -> Option<Cue> {
    let source = (at + 1..to)
        .take(REACH_ITEMS)
        .find(|&at| items[at].is(SOURCE))?;
    let subject = subject_after(items, source + 1, to);
    (subject != Subject::None).then_some(Cue {
        at: (source, source + 2),
        subject,
        confidence: 80,
    })
}

/// "According to these sources, …" at the start.
pub(super) fn source_first(items: &[Item], from: usize, at: usize) -> Option<Cue> {
    let source = (from..at.min(from + 12)).find(|&at| items[at].is(SOURCE))?;
    let before_name = source
        + usize::from(
            items
                .get(source + 1)
                .is_some_and(|next| next.is(PREPOSITION)),
        );
    let subject = subject_after(items, before_name, at);
    (subject != Subject::None).then_some(Cue {
        at: (source, before_name + 1),
        subject,
        confidence: 90,
    })
}

/// "in Ibrahim's view", "in the words of a commander".
pub(super) fn view_of(items: &[Item], from: usize, at: usize) -> Option<Cue> {
    let view = (from..at)
        .rev()
        .take(12)
        .find(|&at| items[at].is(VIEW) && !items[at].is_capital())?;
    if view > from && items[view - 1].is_possessive() {
        let mut start = view - 1;
        while start > from && items[start - 1].is_word() && !items[start - 1].is(PREPOSITION) {
            start -= 1;
        }
        let subject = classify(items, start, view);
        return (subject != Subject::None).then_some(Cue {
            at: (view, view + 1),
            subject,
            confidence: 75,
        });
    }
    if view > from && items[view - 1].is(MALE | FEMALE) && !items[view - 1].is(PERSON) {
        return Some(Cue {
            at: (view, view + 1),
            subject: Subject::Pronoun(view - 1),
            confidence: 75,
        });
    }
    let is_of = items.get(view + 1).is_some_and(|next| next.is(OF));
    // "with two words of his own"
    let is_own = items
        .get(view + 2)
        .is_some_and(|next| next.is(DETERMINER) && next.is(MALE | FEMALE))
        && items
            .get(view + 3)
            .is_some_and(|own| own.marks == 0 && own.span.len() == 3);
    let subject = if is_of && !is_own {
        subject_after(items, view + 1, at)
    } else {
        Subject::None
    };
    // "His account of those six weeks"
    may_speak(items, subject).then_some(Cue {
        at: (view, view + 2),
        subject,
        confidence: 75,
    })
}

/// "Assad smiled, saying" has the subject of its sentence, "a statement declaring" its own noun.
pub(super) fn participle_subject(items: &[Item], from: usize, verb: usize) -> Subject {
    let quoted = quoted_as(items, from, verb);
    if quoted != Subject::None {
        return quoted;
    }
    // "a clinic was complaining of", "a man can be heard shouting"
    if verb > from && items[verb - 1].is(AUXILIARY) {
        return subject_before(items, from, verb);
    }
    if verb > from + 1 && items[verb - 1].is(QUOTED) && items[verb - 2].is(BE) {
        return subject_before(items, from, verb - 1);
    }
    if verb == from || items[verb - 1].is_mark(',') || items[verb - 1].is_quote() {
        // "…, an official said on Friday, accusing donors"
        let said = (from..verb.saturating_sub(1))
            .rev()
            .take_while(|&at| items[at].is_word())
            .find(|&at| is_cue(items, at, SPEECH));
        return match said.map(|said| subject_before(items, from, said)) {
            Some(subject) if subject != Subject::None => subject,
            _ => leading_subject(items, from, verb),
        };
    }
    let start = (from..verb).rev().take(8).find(|&at| {
        items[at].is(DETERMINER)
            && items[at + 1..verb]
                .iter()
                .any(|item| item.is(PERSON | BODY))
    });
    let Some(start) = start else {
        return Subject::None;
    };
    // "The mayor was heard telling a builder"
    if items[start..verb].iter().any(|item| item.is(AUXILIARY)) {
        return leading_subject(items, from, verb);
    }
    // "The governor issued a statement promising": it is the words of the one who issues it.
    let is_issued = start > from && items[start - 1].is(ISSUES);
    if is_issued && let issuer @ Subject::Phrase { .. } = subject_before(items, from, start - 1) {
        return issuer;
    }
    classify(items, start, verb)
}

/// The end of a cue with the person spoken to: "told me".
pub(super) fn cue_end(items: &[Item], verb: usize, to: usize) -> usize {
    let next = verb + 1;
    let is_address = next < to
        && items[verb].is(ADDRESSES)
        && items[next].is_word()
        && !items[next].is(CLAUSE | DETERMINER | PREPOSITION | TIME)
        && !items[next].is_capital()
        && items[next].span.len() <= 4;
    if is_address { next + 1 } else { next }
}

pub(super) fn span_of(items: &[Item], (start, end): (usize, usize)) -> ByteSpan {
    if start >= end {
        let at = items.get(start).map_or(0, |item| item.span.start);
        return ByteSpan::new(at, items.get(start).map_or(at, |item| item.span.end));
    }
    ByteSpan::new(items[start].span.start, items[end - 1].span.end)
}
