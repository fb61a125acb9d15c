//! What stands before the subject of a sentence: "In March 2025, Khazali was asked".

use std::ops::ControlFlow;

use super::lexicon::{
    ADDRESSES, ADVERB, AUXILIARY, BE, CLAUSE, COORDINATOR, DETERMINER, FEMALE, GERUND, MALE,
    PARTICIPLE, PERSON, PLURAL, PREPOSITION, PRONOUN, RELATIVE, SOURCE, SPEECH, THOUGHT, TIME,
};
use super::phrases::{Subject, classify, noun_phrase_end};
use super::words::Item;

/// The most openings that one sentence is read to have: "Then, in March, when he left,".
const MOST_OPENINGS: usize = 3;

/// How far the comma that ends an opening may stand, in words and marks.
const LONGEST_OPENING_ITEMS: usize = 25;

/// Steps over the openings of a sentence and continues with where its subject may begin; breaks with the
/// subject where no comma ends an opening, or where there is none.
///
/// `is_first` tells that `start` is the first word of the sentence.
pub(super) fn behind_openings(
    items: &[Item],
    mut start: usize,
    to: usize,
    is_first: bool,
) -> ControlFlow<Subject, usize> {
    let first = start;
    for _ in 0..MOST_OPENINGS {
        if start >= to {
            return ControlFlow::Break(Subject::None);
        }
        if !is_opening(items, start, is_first && start == first) {
            break;
        }
        start = behind_opening(items, start, to)?;
    }
    ControlFlow::Continue(start)
}

/// Tells whether what begins at `start` stands before the subject and is not the subject itself.
fn is_opening(items: &[Item], start: usize, is_first: bool) -> bool {
    let first = &items[start];
    let next = items.get(start + 1);
    let is_adverbial = first.is(PREPOSITION | ADVERB | CLAUSE | TIME | PARTICIPLE | SOURCE)
        && !first.is(PERSON | DETERMINER);
    let is_mark = !first.is_capital() && !first.is_word();
    // "Asked about it, he laughed", "Cross-examined by Pask, he", "Speaking in Geneva, the envoy"
    let is_participle = is_first
        && first.is(ADDRESSES | GERUND)
        && first.is_capital()
        && next.is_some_and(|next| next.is(PREPOSITION | CLAUSE | DETERMINER | PRONOUN | ADVERB));
    // "Six weeks after he left, the general"
    let is_measure = first.is(PLURAL)
        && next.is_some_and(|unit| unit.marks == 0 && unit.is_word())
        && items
            .get(start + 2)
            .is_some_and(|after| after.is(CLAUSE) && after.is(PREPOSITION));
    // "That day the gate was open"
    let is_day = next.is_some_and(|next| next.is(TIME) && !next.is_possessive());
    is_adverbial || is_mark || is_participle || first.is(DETERMINER) && (is_measure || is_day)
}

/// Steps over the one opening that begins at `start`.
fn behind_opening(items: &[Item], start: usize, to: usize) -> ControlFlow<Subject, usize> {
    let first = &items[start];
    let next = items.get(start + 1);
    // "There was one record in the house, Bruckner’s Seventh": nobody.
    if first.is(ADVERB) && next.is_some_and(|next| next.is(BE)) {
        return ControlFlow::Break(Subject::None);
    }
    if first.is(PREPOSITION)
        && let inverted @ Subject::Phrase { .. } = behind_verb(items, start, to)
    {
        return ControlFlow::Break(inverted);
    }
    // "Then the detective put a photograph on the table, a detail": no comma belongs to "then".
    let is_bare_adverb = first.is(ADVERB)
        && !first.is(PREPOSITION | CLAUSE | TIME | PARTICIPLE | SOURCE)
        && next.is_some_and(|next| next.is(DETERMINER) || next.is_capital() && next.is_word());
    if is_bare_adverb {
        return ControlFlow::Continue(start + 1);
    }
    if let Some(behind) = behind_time(items, start, to) {
        return ControlFlow::Break(behind);
    }
    match (start..to.min(start + LONGEST_OPENING_ITEMS)).find(|&at| items[at].is_mark(',')) {
        Some(comma) => ControlFlow::Continue(comma + 1),
        None if first.is(ADVERB | TIME) => ControlFlow::Continue(start + 1),
        None => ControlFlow::Break(without_comma(items, start, to)),
    }
}

/// The pronoun behind an opening that no comma ends: "At the door he turned round".
fn without_comma(items: &[Item], start: usize, to: usize) -> Subject {
    let pronoun = (start + 1..to.min(start + 9))
        .take_while(|&at| items[at].is_word())
        .find(|&at| items[at].is(PRONOUN) && !items[at].is(DETERMINER));
    match pronoun {
        Some(at) if items[start].is(PREPOSITION) && items[at].is(MALE | FEMALE | PLURAL) => {
            Subject::Pronoun(at)
        }
        _ if items[start].is(CLAUSE) => behind_clause(items, start, to),
        _ => Subject::None,
    }
}

/// Who stands directly behind an opening of time that no comma ends: "At that Gareth Penrow got up", "In a
/// case in 2017 a judge threw it out".
fn behind_time(items: &[Item], start: usize, to: usize) -> Option<Subject> {
    let is_year = |item: &Item| item.is_word() && item.marks == 0 && item.span.len() == 4;
    let ends = |at: usize| {
        items[at - 1].is(TIME)
            || items[at - 1].is(CLAUSE) && items[at - 1].is(DETERMINER)
            || is_year(&items[at - 1]) && items[at - 2].is(PREPOSITION)
    };
    let begins = (start + 2..to.min(start + 9))
        .take_while(|&at| items[at].is_word() && !items[at].is(AUXILIARY | SPEECH | THOUGHT))
        .find(|&at| {
            let item = &items[at];
            let opens = item.is(DETERMINER) && !item.is(CLAUSE) || item.is_capital();
            opens && !item.is(TIME | PRONOUN) && ends(at)
        })?;
    let end = noun_phrase_end(items, begins, to)?;
    let verb_follows =
        end < to && items[end].is_word() && !items[end].is(PREPOSITION | COORDINATOR);
    let subject = classify(items, begins, end);
    (items[start].is(PREPOSITION) && verb_follows && matches!(subject, Subject::Phrase { .. }))
        .then_some(subject)
}

/// The subject of the main clause behind one that no comma ends: "When the old man offered tea he refused".
fn behind_clause(items: &[Item], start: usize, to: usize) -> Subject {
    let subject = (start + 3..to.min(start + LONGEST_OPENING_ITEMS))
        .rev()
        .find(|&at| {
            let before = &items[at - 1];
            items[at].is(PRONOUN)
                && items[at].is(MALE | FEMALE)
                && before.is_word()
                && !before.is(CLAUSE | RELATIVE | COORDINATOR | SPEECH | THOUGHT | PREPOSITION)
        });
    subject.map_or(Subject::None, Subject::Pronoun)
}

/// "Among them was Dona Amélia Couto": who stands behind the verb.
fn behind_verb(items: &[Item], start: usize, to: usize) -> Subject {
    let verb = (start + 1..to.min(start + 8)).find(|&at| items[at].is(BE));
    let Some(verb) = verb.filter(|&verb| {
        items[start..verb]
            .iter()
            .all(|item| item.is_word() && !item.is(CLAUSE | SPEECH | THOUGHT))
            && items[verb + 1..to].first().is_some_and(Item::is_capital)
    }) else {
        return Subject::None;
    };
    let end = noun_phrase_end(items, verb + 1, to).unwrap_or(verb + 1);
    classify(items, verb + 1, end)
}
