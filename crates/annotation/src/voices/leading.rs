//! Who is the subject of a sentence.

use std::ops::ControlFlow;

use super::inverted::subject_after;
use super::lexicon::{
    AUXILIARY, BE, BODY, CLAUSE, COORDINATOR, DETERMINER, FEMALE, MALE, PERSON, PLURAL,
    PREPOSITION, PRONOUN, RELATIVE, SPEECH, THOUGHT,
};
use super::openings::behind_openings;
use super::phrases::{
    Subject, apposition_after, classify, is_cue, is_description, is_name, name_beside, name_told,
    noun_phrase_end,
};
use super::words::Item;

/// Returns the phrase at the start of a sentence, for pronouns in those that follow.
pub(super) fn leading_subject(items: &[Item], from: usize, to: usize) -> Subject {
    let mut start = from;
    while start < to && items[start].is(COORDINATOR) {
        start += 1;
    }
    // "“…,” says Erik Dunn, an acoustician": whose words open the sentence.
    if start < to && items[start].is_quote() {
        start += 1;
        while start < to && !items[start].is_word() {
            start += 1;
        }
        if start < to && is_cue(items, start, SPEECH) {
            return subject_after(items, start, to);
        }
    }
    if to > start && items[to - 1].is_mark('?') {
        return asked_of(items, start, to);
    }
    let is_first = start == from;
    match behind_openings(items, start, to, is_first) {
        ControlFlow::Continue(start) => subject_at(items, start, to),
        ControlFlow::Break(subject) => subject,
    }
}

/// The subject that begins at `start`, which nothing stands before any more.
fn subject_at(items: &[Item], start: usize, to: usize) -> Subject {
    if start >= to {
        return Subject::None;
    }
    if items[start].is(PRONOUN) {
        return Subject::Pronoun(start);
    }
    described_before(items, start, to)
        .or_else(|| determiner_alone(items, start, to))
        .unwrap_or_else(|| phrase_at(items, start, to))
}

/// Who stands behind the comma of a phrase that describes him, which is not the subject itself: "A historian
/// by training, she has spent", "A former seed dealer, Paolo Conti votes".
fn described_before(items: &[Item], start: usize, to: usize) -> Option<Subject> {
    let comma = (start..to.min(start + 25))
        .find(|&at| !items[at].is_word())
        .filter(|&comma| items[start].is(DETERMINER) && items[comma].is_mark(','))?;
    let begins = comma + 1;
    let is_short = comma < start + 9;
    let has_verb = || {
        items[start..comma]
            .iter()
            .any(|item| item.is(AUXILIARY | SPEECH | THOUGHT) && !item.is(PERSON))
    };
    let is_pronoun = items.get(begins).is_some_and(|next| {
        begins < to && next.is(PRONOUN) && next.is(MALE | FEMALE) && !next.is(DETERMINER)
    });
    if is_pronoun && (is_short || !has_verb()) {
        return Some(Subject::Pronoun(begins));
    }
    if !is_short {
        return None;
    }
    let end = noun_phrase_end(items, begins, to)?;
    let is_named = end < to
        && items[end].is_word()
        && is_name(items, begins, end)
        && items[begins].is_capital();
    is_named.then_some(Subject::Phrase {
        speaker: (begins, end),
        role: Some((start, comma)),
    })
}

/// One whom no noun names: "Another moaned", "One said", "The other disagreed".
fn determiner_alone(items: &[Item], start: usize, to: usize) -> Option<Subject> {
    let first = &items[start];
    let next = items.get(start + 1).filter(|_| first.is(DETERMINER))?;
    // "One" and "another" are told from other determiners by their lengths.
    let is_single = !first.is(PLURAL | CLAUSE | MALE | FEMALE)
        && matches!(first.span.len(), 3 | 7)
        && start + 1 < to
        && is_cue(items, start + 1, SPEECH)
        && !next.is(BE);
    let is_other = || {
        next.is(DETERMINER)
            && !next.is(PLURAL)
            && start + 2 < to
            && items[start + 2].is(SPEECH | THOUGHT | AUXILIARY)
    };
    let end = if is_single {
        start + 1
    } else if is_other() {
        start + 2
    } else {
        return None;
    };
    Some(Subject::Phrase {
        speaker: (start, end),
        role: None,
    })
}

/// The phrase that begins at `start`, with the name or the description beside it.
fn phrase_at(items: &[Item], start: usize, to: usize) -> Subject {
    let Some(end) = phrase_end(items, start, to) else {
        return Subject::None;
    };
    let is_described = is_description(items, start, end);
    let describes = is_described || items[start].is(DETERMINER) || items[start].is_possessive();
    // "The board's chairman, Luis Arrieta, denies": the name speaks, the description is its role.
    if describes && let Some(name) = name_between_commas(items, end, to) {
        return Subject::Phrase {
            speaker: name,
            role: Some((start, end)),
        };
    }
    if !is_described && !items[start..end].iter().any(Item::is_capital) {
        return Subject::None;
    }
    match classify(items, start, end) {
        Subject::Phrase { speaker, role } => {
            let beside = apposition_after(items, end, to);
            // "The men, named as Fadi Mansour and Ali Nasser, were"
            let is_one = !items[speaker.0..speaker.1]
                .iter()
                .any(|item| item.is(PERSON) && item.is(PLURAL));
            let name = beside.filter(|_| is_one);
            let name = name.and_then(|(start, end)| name_told(items, start, end));
            Subject::Phrase {
                speaker: name.unwrap_or(speaker),
                role: role.or(beside),
            }
        }
        other => other,
    }
}

/// The name that two commas enclose behind a phrase that ends at `end`.
fn name_between_commas(items: &[Item], end: usize, to: usize) -> Option<(usize, usize)> {
    let after = end + 1;
    let stop = (after..to.min(after + 7)).find(|&at| !items[at].is_word())?;
    if items[end].is_mark(',') && items[stop].is_mark(',') {
        name_beside(items, after, stop)
    } else {
        None
    }
}

/// The end of the phrase that begins at `start`: for a body, for a person, or before a comma.
fn phrase_end(items: &[Item], start: usize, to: usize) -> Option<usize> {
    let end = body_end(items, start, to)
        .or_else(|| noun_phrase_end(items, start, to))
        .or_else(|| {
            let comma = (start..to.min(start + 6)).find(|&at| !items[at].is_word())?;
            // "Mahmoud’s eldest, Yasser, thinks"
            let begins = items[start].is(DETERMINER) || items[start].is_possessive();
            (begins && items[comma].is_mark(',')).then_some(comma)
        })?;
    let goes_on = items[start].is(DETERMINER) && end < to && items[end].is(PREPOSITION);
    let complement = if goes_on {
        complement_end(items, end, to)
    } else {
        None
    };
    Some(complement.unwrap_or(end))
}

/// The end of what a preposition adds to a description, before the comma of a name: "His registrar in the
/// 1970s, Parvati Menon, remembered".
fn complement_end(items: &[Item], preposition: usize, to: usize) -> Option<usize> {
    (preposition..to.min(preposition + 7))
        .find(|&at| !items[at].is_word())
        .filter(|&comma| {
            items[comma].is_mark(',')
                && !items[preposition..comma]
                    .iter()
                    .any(|item| item.is(AUXILIARY | SPEECH | THOUGHT | RELATIVE | CLAUSE))
                && items.get(comma + 1).is_some_and(Item::is_capital)
        })
}

/// The end of a phrase for what speaks with one voice: "The engineers' report was published".
fn body_end(items: &[Item], start: usize, to: usize) -> Option<usize> {
    if !items[start].is(DETERMINER) {
        return None;
    }
    let noun = (start + 1..to.min(start + 6))
        .take_while(|&at| {
            let item = &items[at];
            item.is_word() && !item.is(AUXILIARY | PREPOSITION | RELATIVE | COORDINATOR)
        })
        .find(|&at| items[at].is(BODY) && !items[at].is_possessive())?;
    let follows_verb = items
        .get(noun + 1)
        .filter(|next| noun + 1 < to && next.is_word())
        .is_some_and(|next| !next.is(PREPOSITION | COORDINATOR | BODY | PERSON));
    follows_verb.then_some(noun + 1)
}

/// Whom a question of the narrator is about: "What had she answered?", "Would Katya like that?"
fn asked_of(items: &[Item], start: usize, to: usize) -> Subject {
    let verb = (start..to.min(start + 4)).find(|&at| items[at].is(AUXILIARY));
    if let Some(verb) = verb
        && verb + 1 < to
        && items[verb + 1].is_capital()
        && let Some(end) = noun_phrase_end(items, verb + 1, to)
    {
        return classify(items, verb + 1, end);
    }
    let pronoun = (start..to).find(|&at| {
        items[at].is(PRONOUN) && items[at].is(MALE | FEMALE) && !items[at].is(DETERMINER)
    });
    pronoun.map_or(Subject::None, Subject::Pronoun)
}
