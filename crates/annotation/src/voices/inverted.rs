//! Who is the subject of a cue that stands before him: "said the spokesman".

use super::lexicon::{
    ADVERB, AUXILIARY, BODY, CLAUSE, COORDINATOR, DETERMINER, OF, PARTICIPLE, PERSON, PLURAL,
    PREPOSITION, PRONOUN, RELATIVE, SPEECH, TIME,
};
use super::phrases::{
    LONGEST_PHRASE, Subject, apposition_after, classify, is_description, name_beside, name_told,
};
use super::words::{Item, What};

/// Returns the subject that stands after its verb or after "according to": "said the spokesman".
pub(super) fn subject_after(items: &[Item], verb: usize, to: usize) -> Subject {
    let mut start = verb + 1;
    while start < to && items[start].is(ADVERB) && !items[start].is(DETERMINER | PLURAL) {
        start += 1;
    }
    if start >= to || !items[start].is_word() {
        return Subject::None;
    }
    if items[start].is(PRONOUN) {
        let stands_alone = start + 1 == to || !items[start + 1].is_word();
        return if stands_alone {
            Subject::Pronoun(start)
        } else {
            Subject::None
        };
    }
    // "repeated another"
    let stands_alone = start + 1 == to || !items[start + 1].is_word();
    if items[start].is(DETERMINER) && stands_alone && items[start].span.len() > 3 {
        return Subject::Phrase {
            speaker: (start, start + 1),
            role: None,
        };
    }
    let mut end = start;
    while end < to && end - start < LONGEST_PHRASE && goes_on(items, start, end) {
        end += 1;
    }
    let subject = classify(items, start, end);
    match subject {
        // "said the rebel spokesman, Shamsiddin Abdulmolah"
        Subject::Phrase { speaker, .. }
            if is_description(items, speaker.0, speaker.1)
                && name_after(items, end, to).is_some() =>
        {
            let name = name_after(items, end, to).unwrap_or(speaker);
            Subject::Phrase {
                speaker: name,
                role: Some(speaker),
            }
        }
        Subject::Phrase {
            speaker,
            role: None,
        } => {
            let role = apposition_after(items, end, to);
            // "according to its president, a retired dentist named Esteve Coll"
            let named = role.and_then(|(start, end)| name_told(items, start, end));
            Subject::Phrase {
                speaker: named.unwrap_or(speaker),
                role,
            }
        }
        other => other,
    }
}

/// The name that stands after a comma at `end`, up to another mark or the end.
fn name_after(items: &[Item], end: usize, to: usize) -> Option<(usize, usize)> {
    let start = end + 1;
    if start >= to || !items[end].is_mark(',') {
        return None;
    }
    let stop = (start..to).find(|&at| !items[at].is_word()).unwrap_or(to);
    name_beside(items, start, stop)
}

fn goes_on(items: &[Item], start: usize, at: usize) -> bool {
    let item = &items[at];
    match item.what {
        What::Quote(_) => false,
        What::Mark(mark) => matches!(mark, '’' | '\''),
        What::Word { .. } if at == start => true,
        What::Word { .. } if item.is(PERSON | BODY) => true,
        What::Word { .. } if item.is(RELATIVE | CLAUSE | PARTICIPLE | AUXILIARY | PRONOUN) => false,
        // "According to the indictment the accused had"
        What::Word { .. }
            if item.is(DETERMINER)
                && !item.is(ADVERB)
                && at > start + 1
                && !items[at - 1].is(PREPOSITION | DETERMINER | ADVERB | COORDINATOR)
                && !items[at - 1].is_possessive() =>
        {
            false
        }
        What::Word { .. } if item.is(TIME) && !item.is_possessive() => false,
        What::Word { .. } if item.is(SPEECH) && !item.is_capital() => false,
        // "cried a voice from the back"
        What::Word { .. } if item.is(ADVERB) && !item.is(DETERMINER | PLURAL) => {
            items[at - 1].is(DETERMINER)
        }
        What::Word { .. } if item.is(PREPOSITION) => {
            // "an official in Baghdad", but "said Haddad in an interview".
            let of_description = items[start..at]
                .iter()
                .any(|item| item.is(PERSON | BODY | PLURAL | DETERMINER));
            // "said Weiss of her client"
            let of_another = items
                .get(at + 1)
                .is_some_and(|next| next.is(DETERMINER | PRONOUN));
            // "said works director Karl-Heinz Brugger at a conference"
            let follows_name = items[at - 1].is_capital() && !items[start].is_capital();
            of_description && !items[at].is_capital() && !follows_name || is_of(item) && !of_another
        }
        What::Word { .. } => true,
    }
}

fn is_of(item: &Item) -> bool {
    item.is(OF)
}
