//! Who is the subject of a cue that stands before him: "said the spokesman".

use super::lexicon::{
    ADDRESSES, ADVERB, AUXILIARY, BODY, CLAUSE, COORDINATOR, DETERMINER, FEMALE, MALE, OF,
    PARTICIPLE, PERSON, PLAIN, PLURAL, PREPOSITION, PRONOUN, RELATIVE, SPEECH, TIME,
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
    // "repeated another", "says one"
    let stands_alone = start + 1 == to || !items[start + 1].is_word();
    if items[start].is(DETERMINER) && stands_alone && items[start].span.len() >= 3 {
        return Subject::Phrase {
            speaker: (start, start + 1),
            role: None,
        };
    }
    let mut end = start;
    while end < to && end - start < LONGEST_PHRASE && goes_on(items, start, end) {
        end += 1;
    }
    // "told by a judge to “grow up”"
    let is_before_words = items.get(end).is_some_and(Item::is_quote);
    while is_before_words && end > start + 1 && items[end - 1].is(PREPOSITION) {
        end -= 1;
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

/// Returns the subject of a verb behind a comma that stands before another comma, a time or the end: "It was open,
/// said its keeper, until nine."
pub(super) fn subject_between_commas(
    items: &[Item],
    from: usize,
    verb: usize,
    end: usize,
) -> Option<Subject> {
    let is_inverted = items[verb].is(PLAIN)
        && !items[verb].is(ADDRESSES)
        && verb >= from + 2
        && items[verb - 1].is_mark(',');
    // "Otto Brandl, 41, said on Friday" stands before its verb.
    let begins = |next: &Item| !next.is(TIME | PREPOSITION);
    if !is_inverted || !items[verb + 1..end].first().is_some_and(begins) {
        return None;
    }
    let subject = subject_after(items, verb, end);
    let Subject::Phrase { speaker, role } = subject else {
        return None;
    };
    // "The minister, a lawyer, said the police had come": what stands behind the verb goes on.
    let behind = role.map_or(speaker.1, |role| speaker.1.max(role.1));
    // "The secretary, Josh Amsel, said Fontaine “looks forward to it”" does so as well.
    let closes = items.get(behind).is_none_or(|next| {
        !next.is_quote() && (behind >= end || next.is_mark(',') || next.is(TIME))
    });
    (closes && !acts(items, speaker) && may_speak(items, subject)).then_some(subject)
}

/// Tells whether a phrase says what somebody does rather than who he is: "the group withdrew in", of "Fartousi, the
/// spokesman, said the group withdrew in late 2023".
fn acts(items: &[Item], (start, end): (usize, usize)) -> bool {
    const GOES_ON: u32 = PERSON | BODY | PREPOSITION | COORDINATOR | OF;
    items[start..end].windows(2).any(|pair| {
        let (somebody, next) = (&pair[0], &pair[1]);
        let is_called = somebody.is(PERSON | BODY) && !somebody.is_capital();
        is_called && next.is_word() && !next.is_capital() && !next.is(GOES_ON)
    })
}

/// Tells whether a subject is somebody or something that speaks with one voice.
pub(super) fn may_speak(items: &[Item], subject: Subject) -> bool {
    match subject {
        Subject::Phrase { speaker, .. } => items[speaker.0..speaker.1].iter().any(|item| {
            item.is_capital() || item.is(PERSON | BODY) || (item.is(PLURAL) && item.is(DETERMINER))
        }),
        Subject::Pronoun(at) => items[at].is(MALE | FEMALE | PLURAL),
        Subject::None => false,
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
