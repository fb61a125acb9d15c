//! Who is the subject of a sentence.

use super::inverted::subject_after;
use super::lexicon::{
    ADDRESSES, ADVERB, AUXILIARY, BE, BODY, CLAUSE, COORDINATOR, DETERMINER, FEMALE, GERUND, MALE,
    PARTICIPLE, PERSON, PLURAL, PREPOSITION, PRONOUN, RELATIVE, SOURCE, SPEECH, THOUGHT, TIME,
};
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
    let opens_with_words =
        matches!(items.get(start), Some(first) if start < to && first.is_quote());
    if opens_with_words {
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
    // "In March 2025, Khazali was asked": the subject stands after the comma.
    for _ in 0..3 {
        let Some(first) = items.get(start).filter(|_| start < to) else {
            return Subject::None;
        };
        let is_opening = first.is(PREPOSITION | ADVERB | CLAUSE | TIME | PARTICIPLE | SOURCE)
            && !first.is(PERSON | DETERMINER)
            || !first.is_capital() && !first.is_word()
            // "Asked about it, he laughed", "Cross-examined by Pask, he", "Speaking in Geneva, the envoy"
            || start == from && (first.is(ADDRESSES) || first.is(GERUND)) && first.is_capital()
                && items.get(start + 1).is_some_and(|next| {
                    next.is(PREPOSITION | CLAUSE | DETERMINER | PRONOUN | ADVERB)
                })
            // "Six weeks after he left, the general"
            || first.is(DETERMINER)
                && first.is(PLURAL)
                && items.get(start + 1).is_some_and(|unit| unit.marks == 0 && unit.is_word())
                && items
                    .get(start + 2)
                    .is_some_and(|after| after.is(CLAUSE) && after.is(PREPOSITION))
            // "That day the gate was open".
            || first.is(DETERMINER)
                && items
                    .get(start + 1)
                    .is_some_and(|next| next.is(TIME) && !next.is_possessive());
        if !is_opening {
            break;
        }
        // "There was one record in the house, Bruckner’s Seventh": nobody.
        if first.is(ADVERB) && items.get(start + 1).is_some_and(|next| next.is(BE)) {
            return Subject::None;
        }
        if first.is(PREPOSITION)
            && let inverted @ Subject::Phrase { .. } = behind_verb(items, start, to)
        {
            return inverted;
        }
        // "Then the detective put a photograph on the table, a detail": no comma belongs to "then".
        let is_bare_adverb = first.is(ADVERB)
            && !first.is(PREPOSITION | CLAUSE | TIME | PARTICIPLE | SOURCE)
            && items
                .get(start + 1)
                .is_some_and(|next| next.is(DETERMINER) || next.is_capital() && next.is_word());
        if is_bare_adverb {
            start += 1;
            continue;
        }
        if let Some(behind) = behind_time(items, start, to) {
            return behind;
        }
        match (start..to.min(start + 25)).find(|&at| items[at].is_mark(',')) {
            Some(comma) => start = comma + 1,
            None if first.is(ADVERB | TIME) => start += 1,
            // "At the door he turned round"
            None => {
                let pronoun = (start + 1..to.min(start + 9))
                    .take_while(|&at| items[at].is_word())
                    .find(|&at| items[at].is(PRONOUN) && !items[at].is(DETERMINER));
                return match pronoun {
                    Some(at) if first.is(PREPOSITION) && items[at].is(MALE | FEMALE | PLURAL) => {
                        Subject::Pronoun(at)
                    }
                    _ if first.is(CLAUSE) => behind_clause(items, start, to),
                    _ => Subject::None,
                };
            }
        }
    }
    if start >= to {
        return Subject::None;
    }
    if items[start].is(PRONOUN) {
        return Subject::Pronoun(start);
    }
    // "A historian by training, she has spent"
    let comma = (start..to.min(start + 25)).find(|&at| !items[at].is_word());
    if let Some(comma) = comma
        && items[start].is(DETERMINER)
        && items[comma].is_mark(',')
        && (comma < start + 9
            || !items[start..comma]
                .iter()
                .any(|item| item.is(AUXILIARY | SPEECH | THOUGHT) && !item.is(PERSON)))
        && items.get(comma + 1).is_some_and(|next| {
            comma + 1 < to && next.is(PRONOUN) && next.is(MALE | FEMALE) && !next.is(DETERMINER)
        })
    {
        return Subject::Pronoun(comma + 1);
    }
    let comma = comma.filter(|&comma| comma < start + 9);
    // "A former seed dealer, Paolo Conti votes"
    if let Some(comma) = comma
        && items[start].is(DETERMINER)
        && items[comma].is_mark(',')
        && let Some(end) = noun_phrase_end(items, comma + 1, to)
        && end < to
        && items[end].is_word()
        && is_name(items, comma + 1, end)
        && items[comma + 1].is_capital()
    {
        return Subject::Phrase {
            speaker: (comma + 1, end),
            role: Some((start, comma)),
        };
    }
    // "The other disagreed"
    let is_other = items[start].is(DETERMINER)
        && items
            .get(start + 1)
            .is_some_and(|other| other.is(DETERMINER) && !other.is(PLURAL))
        && start + 2 < to
        && items[start + 2].is(SPEECH | THOUGHT | AUXILIARY);
    // "Another moaned", "One said"
    let is_single = items[start].is(DETERMINER)
        && !items[start].is(PLURAL | CLAUSE | MALE | FEMALE)
        && matches!(items[start].span.len(), 3 | 7)
        && items
            .get(start + 1)
            .is_some_and(|next| start + 1 < to && is_cue(items, start + 1, SPEECH) && !next.is(BE));
    if is_single {
        return Subject::Phrase {
            speaker: (start, start + 1),
            role: None,
        };
    }
    if is_other {
        return Subject::Phrase {
            speaker: (start, start + 2),
            role: None,
        };
    }
    let end = body_end(items, start, to)
        .or_else(|| noun_phrase_end(items, start, to))
        .or_else(|| {
            let comma = (start..to.min(start + 6)).find(|&at| !items[at].is_word())?;
            // "Mahmoud’s eldest, Yasser, thinks"
            let begins = items[start].is(DETERMINER) || items[start].is_possessive();
            (begins && items[comma].is_mark(',')).then_some(comma)
        });
    let Some(end) = end else { return Subject::None };
    // "His registrar in the 1970s, Parvati Menon, remembered"
    let end = if items[start].is(DETERMINER) && end < to && items[end].is(PREPOSITION) {
        (end..to.min(end + 7))
            .find(|&at| !items[at].is_word())
            .filter(|&comma| {
                items[comma].is_mark(',')
                    && !items[end..comma]
                        .iter()
                        .any(|item| item.is(AUXILIARY | SPEECH | THOUGHT | RELATIVE | CLAUSE))
                    && items.get(comma + 1).is_some_and(Item::is_capital)
            })
            .unwrap_or(end)
    } else {
        end
    };
    let describes = is_description(items, start, end)
        || items[start].is(DETERMINER)
        || items[start].is_possessive();
    // "The board's chairman, Luis Arrieta, denies": the name speaks, the description is its role.
    let after = end + 1;
    let stop = (after..to.min(after + 7)).find(|&at| !items[at].is_word());
    if let Some(stop) = stop
        && items[end].is_mark(',')
        && items[stop].is_mark(',')
        && describes
        && let Some(name) = name_beside(items, after, stop)
    {
        return Subject::Phrase {
            speaker: name,
            role: Some((start, end)),
        };
    }
    if !is_description(items, start, end) && !items[start..end].iter().any(Item::is_capital) {
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
    let subject = (start + 3..to.min(start + 25)).rev().find(|&at| {
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
