//! Noun phrases next to a cue: who said it, and what he is said to be.

use super::lexicon::{
    ADDRESSES, ADVERB, AUXILIARY, BARE, BE, BODY, CLAUSE, COORDINATOR, DETERMINER, FEMALE, GERUND,
    MALE, NAMING, OF, PARTICIPLE, PARTICLE, PERSON, PLURAL, PREPOSITION, PRONOUN, QUOTED, RELATIVE,
    SOURCE, SPEECH, THOUGHT, TIME,
};
use super::words::{Item, What};

/// Who is the subject of a cue. Places are in the list of items, half open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// A name or a description, with the description that stands beside it.
    Phrase {
        speaker: (usize, usize),
        role: Option<(usize, usize)>,
    },
    /// A pronoun.
    Pronoun(usize),
    /// There is none, or it says nothing: "it was said".
    None,
}

/// The longest subject that is followed.
const LONGEST_PHRASE: usize = 40;

/// Tells whether the word at `at` is a verb of speech with a subject of its own.
pub(super) fn is_cue(items: &[Item], at: usize, marks: u32) -> bool {
    let item = &items[at];
    if !item.is(marks) || item.is_capital() || !item.is_word() || item.is_possessive() {
        return false;
    }
    let before = at.checked_sub(1).map(|before| &items[before]);
    if item.is(BARE) {
        let after_noun_marker = before.is_none_or(|before| {
            before.is(DETERMINER | PREPOSITION | SOURCE) || before.is_possessive()
        });
        if after_noun_marker
            || before.is_some_and(|before| before.is(ADVERB) && !before.is(PLURAL)) && at < 2
        {
            return false;
        }
    }
    !is_passive(items, at)
}

/// "was told", "been asked": the subject hears and does not speak; "was quoted as saying" is speech.
fn is_passive(items: &[Item], at: usize) -> bool {
    if items[at].is(PARTICIPLE) {
        return false;
    }
    let mut before = at;
    while before > 0 && items[before - 1].is(ADVERB) {
        before -= 1;
    }
    before > 0 && items[before - 1].is(BE)
}

/// Returns the subject of the verb at `verb`, looking back no further than `from`.
pub(super) fn subject_before(items: &[Item], from: usize, verb: usize) -> Subject {
    let mut end = verb;
    while end > from
        && items[end - 1].is(AUXILIARY | ADVERB)
        && !items[end - 1].is(PRONOUN | DETERMINER | BODY)
    {
        end -= 1;
    }
    // "was reported to have told"
    if end >= from + 3
        && items[end - 1].is(PREPOSITION)
        && items[end - 2].is(QUOTED | SPEECH | THOUGHT)
        && items[end - 3].is(BE)
    {
        return subject_before(items, from, end - 2);
    }
    if end == from {
        return Subject::None;
    }
    let last = &items[end - 1];
    // "a sign that read"
    if last.is(CLAUSE) && last.is(DETERMINER) {
        let start = (from..end - 1)
            .rev()
            .take(6)
            .take_while(|&at| items[at].is_word() && !items[at].is(SPEECH | THOUGHT))
            .find(|&at| items[at].is(DETERMINER));
        return start.map_or(Subject::None, |start| classify(items, start, end - 1));
    }
    if last.is_mark(',') {
        return apposed(items, from, end - 1);
    }
    if last.is(COORDINATOR) {
        return Subject::None;
    }
    if last.is(RELATIVE) {
        let stop = end - 1;
        let stop = if stop > from && items[stop - 1].is_mark(',') {
            stop - 1
        } else {
            stop
        };
        return contiguous(items, from, stop);
    }
    if last.is_mark(')') {
        let open = (from..end)
            .rev()
            .take(LONGEST_PHRASE)
            .find(|&at| items[at].is_mark('('));
        return open.map_or(Subject::None, |open| contiguous(items, from, open));
    }
    if last.is_mark('—') || last.is_mark('–') {
        let open = (from..end - 1)
            .rev()
            .take(LONGEST_PHRASE)
            .find(|&at| items[at].what == last.what);
        return open.map_or(Subject::None, |open| contiguous(items, from, open));
    }
    contiguous(items, from, end)
}

/// The subject that ends directly before `end`.
fn contiguous(items: &[Item], from: usize, end: usize) -> Subject {
    let mut start = end;
    while start > from && end - start < LONGEST_PHRASE && !bounds(items, from, start - 1, end) {
        start -= 1;
        if items[start].is(PRONOUN) && items[start].is(MALE | FEMALE | PLURAL) {
            break;
        }
    }
    let start = after_opening_words(items, start, end);
    classify(items, start, end)
}

/// Tells whether the item at `at` stands outside of a noun phrase that reaches to `end`.
fn bounds(items: &[Item], from: usize, at: usize, end: usize) -> bool {
    let item = &items[at];
    let follows_relative = at > from && items[at - 1].is(RELATIVE);
    match item.what {
        What::Quote(_) => true,
        What::Mark(mark) => !matches!(mark, '’' | '\'' | '.'),
        What::Word { .. } if item.is(CLAUSE) && !item.is(ADVERB | DETERMINER) => true,
        What::Word { .. } if item.is(CLAUSE) => {
            // "said that the …": a conjunction; "that man said": a determiner.
            let after_preposition = at > from && items[at - 1].is(PREPOSITION);
            at + 1 < end
                && !items[at + 1].is(TIME)
                && !after_preposition
                && (at > from && items[at - 1].is_word()
                    || items[at + 1].is(PRONOUN | DETERMINER)
                    || items[at + 1].is_capital())
        }
        What::Word { .. }
            if item.is(SPEECH | THOUGHT)
                && !item.is_capital()
                && !item.is(PERSON | BODY | DETERMINER) =>
        {
            !follows_relative && is_cue(items, at, SPEECH | THOUGHT)
        }
        // "in which its spokesman"
        What::Word { .. } if item.is(RELATIVE) && at > from && items[at - 1].is(PREPOSITION) => {
            true
        }
        What::Word { .. } if item.is(COORDINATOR) => {
            at == from || !items[at - 1].is_word() || has_verb(items, from, at)
        }
        What::Word { .. } => false,
    }
}

/// Tells whether the clause that ends at `end` has a verb that the lists know.
fn has_verb(items: &[Item], from: usize, end: usize) -> bool {
    for at in (from..end).rev().take(LONGEST_PHRASE) {
        let item = &items[at];
        if matches!(
            item.what,
            What::Mark(',' | ';' | ':' | '—') | What::Quote(_)
        ) {
            return false;
        }
        if item.is(AUXILIARY | SPEECH | THOUGHT | PRONOUN) && !item.is(PERSON | BODY) {
            return true;
        }
    }
    false
}

/// Skips what may open a clause before its subject: "But", "Today", "On Tuesday", "In a statement".
fn after_opening_words(items: &[Item], start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end
        && items[at].is(COORDINATOR | ADVERB | CLAUSE)
        && !items[at].is(DETERMINER | PLURAL)
    {
        at += 1;
    }
    if at < end && items[at].is(TIME) && !items[at].is(PERSON) {
        while at < end && (items[at].is(TIME) || starts_with_digit(items, at)) {
            at += 1;
        }
        return at;
    }
    if at < end && items[at].is(PREPOSITION) {
        let starts_phrase = |at: usize| {
            let item = &items[at];
            let before = &items[at - 1];
            let begins = item.is(DETERMINER | PRONOUN)
                || (item.is_capital()
                    && !item.is(TIME)
                    && (!before.is_capital() || before.is(TIME)));
            begins && !before.is(PREPOSITION | DETERMINER | COORDINATOR) && !before.is_possessive()
        };
        return (at + 1..end)
            .rev()
            .find(|&at| starts_phrase(at))
            .unwrap_or(end);
    }
    at
}

fn starts_with_digit(items: &[Item], at: usize) -> bool {
    // Numbers are words without a capital and without marks; that is all that is asked here.
    items[at].is_word()
        && !items[at].is_capital()
        && items[at].marks == 0
        && items[at].span.len() <= 4
}

/// The subject before a comma: the head of an apposition or of a relative clause.
fn apposed(items: &[Item], from: usize, end: usize) -> Subject {
    let mut role = None;
    let mut named = None;
    let mut stop = end;
    let from = from.max(end.saturating_sub(2 * LONGEST_PHRASE));
    loop {
        let start = (from..stop)
            .rev()
            .take(LONGEST_PHRASE)
            .find(|&at| {
                matches!(
                    items[at].what,
                    What::Mark(',' | ';' | ':' | '—' | '(') | What::Quote(_)
                )
            })
            .map_or(from, |at| at + 1);
        if start >= stop {
            return Subject::None;
        }
        let follows_comma = start > from && items[start - 1].is_mark(',');
        if follows_comma && let Some(inner) = clause_start(items, start, stop) {
            return with_role(items, contiguous(items, inner, stop), role, named);
        }
        if follows_comma && stands_beside(items, start, stop) {
            if is_description(items, start, stop) {
                role = Some((start, role.map_or(stop, |(_, end)| end)));
            }
            named = named
                .or_else(|| name_told(items, start, stop))
                .or_else(|| name_beside(items, start, stop));
            stop = start - 1;
            continue;
        }
        if follows_comma && is_name(items, start, stop) {
            // "Iran's foreign minister, Mohammad Javad Zarif, said".
            let before = apposed(items, from, start - 1);
            if let Subject::Phrase { speaker, .. } = before
                && describes_somebody(items, speaker)
                && speaker.1 < start
            {
                return Subject::Phrase {
                    speaker: (start, stop),
                    role: Some((speaker.0, start - 1)),
                };
            }
        }
        return with_role(items, contiguous(items, start, stop), role, named);
    }
}

/// Adds what stands beside a subject to it; where there is none, a description is the subject:
/// "In March, however, a former guard, asked again, said".
fn with_role(
    items: &[Item],
    subject: Subject,
    role: Option<(usize, usize)>,
    named: Option<(usize, usize)>,
) -> Subject {
    match (subject, named) {
        (Subject::Phrase { speaker, role: own }, None) => Subject::Phrase {
            speaker,
            role: role.or(own),
        },
        (Subject::Phrase { speaker, role: own }, Some(_))
            if items[speaker.0].is_capital() && is_name(items, speaker.0, speaker.1) =>
        {
            Subject::Phrase {
                speaker,
                role: role.or(own),
            }
        }
        (Subject::Phrase { speaker, .. }, Some(name)) => Subject::Phrase {
            speaker: name,
            role: Some(speaker),
        },
        (Subject::None, _) => role.map_or(Subject::None, |role| Subject::Phrase {
            speaker: role,
            role: Some(role),
        }),
        (pronoun @ Subject::Pronoun(_), _) => pronoun,
    }
}

/// The name at the end of a description: "a former submariner named Ole Vik".
fn name_told(items: &[Item], start: usize, end: usize) -> Option<(usize, usize)> {
    let told = (start..end).find(|&at| items[at].is(NAMING) && !items[at].is_capital())?;
    let begins = told + 1 < end && items[told + 1].is_capital();
    (begins && items[start].is(DETERMINER) && is_name(items, told + 1, end))
        .then_some((told + 1, end))
}

/// Where a clause of its own begins after a comma: "…, in which its spokesman, a guard, said".
fn clause_start(items: &[Item], start: usize, end: usize) -> Option<usize> {
    let first = &items[start];
    let begins = if first.is(PREPOSITION) && items.get(start + 1)?.is(RELATIVE) {
        start + 2
    } else if first.is(CLAUSE) && !first.is(DETERMINER | PREPOSITION) {
        start + 1
    } else {
        return None;
    };
    let has_subject = begins < end
        && (items[begins].is_capital()
            || items[begins].is(DETERMINER) && is_description(items, begins, end));
    has_subject.then_some(begins)
}

/// Tells whether a phrase says what somebody is, known as such or by its article: "the headmaster".
fn describes_somebody(items: &[Item], (start, end): (usize, usize)) -> bool {
    let has_article = items[start].is(DETERMINER) || items[start].is_possessive();
    is_description(items, start, end)
        || has_article
            && end - start <= 6
            && items[start + 1..end]
                .iter()
                .all(|item| item.is_word() && !item.is(AUXILIARY | TIME | PRONOUN))
}

/// Tells whether a stretch after a comma explains what stands before it.
fn stands_beside(items: &[Item], start: usize, end: usize) -> bool {
    let first = &items[start];
    if first.is(RELATIVE | PREPOSITION | PARTICIPLE | ADVERB | TIME | CLAUSE | AUXILIARY)
        && !first.is(PERSON)
    {
        return true;
    }
    if first.is_capital() && (!first.is(DETERMINER | PERSON) || is_name(items, start, end)) {
        return false;
    }
    let names_nobody = !items[start..end]
        .iter()
        .any(|item| item.is_capital() || item.is(PERSON | BODY));
    is_description(items, start, end)
        || names_nobody
        || !first.is(PRONOUN | COORDINATOR | DETERMINER) && !first.is_capital()
}

/// Tells whether a phrase describes a person: it begins with an article or a noun and holds a noun for one.
fn is_description(items: &[Item], start: usize, end: usize) -> bool {
    let head_end = (start..end)
        .find(|&at| items[at].is(RELATIVE))
        .unwrap_or(end);
    items[start..head_end]
        .iter()
        .any(|item| item.is(PERSON | BODY))
}

/// Tells whether a phrase is a name: capitals with small particles between.
fn is_name(items: &[Item], start: usize, end: usize) -> bool {
    end > start
        && end - start <= 7
        && items[end - 1].is_word()
        && items[start..end].iter().all(|item| {
            item.is_word()
                && !item.is(DETERMINER | PRONOUN | TIME)
                && (item.is_capital() || item.span.len() <= 4 || item.is_mark('-'))
        })
        && items[start..end].iter().any(Item::is_capital)
}

/// Tells "that the gate was open" from "into that accident" and "that same evening".
fn begins_clause(items: &[Item], at: usize) -> bool {
    let is_of_time = items[at + 1..].iter().take(2).any(|next| next.is(TIME));
    let after_preposition = at > 0 && items[at - 1].is(PREPOSITION);
    !(items[at].is(DETERMINER) && (is_of_time || after_preposition))
}

/// Says what the phrase between two places is, and parts a name from the description before it.
pub(super) fn classify(items: &[Item], start: usize, end: usize) -> Subject {
    if start >= end {
        return Subject::None;
    }
    let first = &items[start];
    if first.is(PRONOUN) && !first.is_capital() || first.is(PRONOUN) && end - start <= 2 {
        return Subject::Pronoun(start);
    }
    if !items[start..end]
        .iter()
        .any(|item| item.is_capital() || item.is(PERSON | BODY | PLURAL))
        && end - start < 2
    {
        return Subject::None;
    }
    if !first.is_word() {
        return Subject::None;
    }
    let whole = (start, end);
    let head_end = (start + 1..end)
        .find(|&at| items[at].is(RELATIVE) || items[at].is(CLAUSE) && begins_clause(items, at))
        .unwrap_or(end);
    // "former Iraqi Prime Minister Adel Abdulmahdi": what follows the last noun for a person is the name.
    let name_start = (start..head_end)
        .rev()
        .find(|&at| items[at].is(PERSON) && !items[at].is_possessive())
        .map(|at| at + 1);
    if let Some(name_start) = name_start
        && name_start < head_end
        && items[name_start].is_capital()
        && is_name(items, name_start, head_end)
    {
        return Subject::Phrase {
            speaker: (name_start, head_end),
            role: Some((start, name_start)),
        };
    }
    // "Iraq's Kataib Hezbollah", but "Assad's driver".
    if first.is_possessive()
        && start + 1 < head_end
        && is_name(items, start + 1, head_end)
        && items[start + 1].is_capital()
        && !is_description(items, start, head_end)
    {
        return Subject::Phrase {
            speaker: (start + 1, head_end),
            role: None,
        };
    }
    let role = is_description(items, start, end) && !is_name(items, start, head_end);
    Subject::Phrase {
        speaker: (start, head_end),
        role: role.then_some(whole),
    }
}

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
            Subject::Phrase { speaker, role }
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

/// The name that an apposition is or ends with: "Hanna Weiss", "the writer Jonas Falk".
fn name_beside(items: &[Item], start: usize, stop: usize) -> Option<(usize, usize)> {
    if stop <= start {
        return None;
    }
    if is_name(items, start, stop) && items[start].is_capital() {
        return (!is_description(items, start, stop)).then_some((start, stop));
    }
    match classify(items, start, stop) {
        Subject::Phrase {
            speaker,
            role: Some(_),
        } if speaker.0 > start
            && speaker.1 == stop
            && items[speaker.0].is_capital()
            && !items[start..speaker.0]
                .iter()
                .any(|item| item.is(PREPOSITION)) =>
        {
            Some(speaker)
        }
        _ => None,
    }
}

fn goes_on(items: &[Item], start: usize, at: usize) -> bool {
    let item = &items[at];
    match item.what {
        What::Quote(_) => false,
        What::Mark(mark) => matches!(mark, '’' | '\''),
        What::Word { .. } if at == start => true,
        What::Word { .. } if item.is(PERSON | BODY) => true,
        What::Word { .. } if item.is(RELATIVE | CLAUSE | PARTICIPLE | AUXILIARY | PRONOUN) => false,
        What::Word { .. } if item.is(TIME) && !item.is_possessive() => false,
        What::Word { .. } if item.is(SPEECH) && !item.is_capital() => false,
        What::Word { .. } if item.is(ADVERB) && !item.is(DETERMINER | PLURAL) => false,
        What::Word { .. } if item.is(PREPOSITION) => {
            // "an official in Baghdad", but "said Haddad in an interview".
            let of_description = items[start..at]
                .iter()
                .any(|item| item.is(PERSON | BODY | PLURAL | DETERMINER));
            // "said Weiss of her client"
            let of_another = items
                .get(at + 1)
                .is_some_and(|next| next.is(DETERMINER | PRONOUN));
            of_description && !items[at].is_capital() || is_of(item) && !of_another
        }
        What::Word { .. } => true,
    }
}

fn is_of(item: &Item) -> bool {
    item.is(OF)
}

/// The description after a name and a comma: "said Ruba Nasser, a nurse in Hama".
fn apposition_after(items: &[Item], end: usize, to: usize) -> Option<(usize, usize)> {
    if end + 1 >= to || !items[end].is_mark(',') {
        return None;
    }
    let start = end + 1;
    let stop = (start..to)
        .find(|&at| {
            matches!(items[at].what, What::Mark(mark) if !matches!(mark, '’' | '\'' | '-'))
                || matches!(items[at].what, What::Quote(_))
                || (at > start && items[at].is(RELATIVE | PARTICIPLE))
        })
        .unwrap_or(to);
    let first = &items[start];
    let begins = first.is(DETERMINER | PERSON) || first.marks == 0 && !first.is_capital();
    let describes = stop > start
        && (is_description(items, start, stop) || name_told(items, start, stop).is_some());
    (begins && describes).then_some((start, stop))
}

/// Returns the phrase at the start of a sentence, for pronouns in those that follow.
pub(super) fn leading_subject(items: &[Item], from: usize, to: usize) -> Subject {
    let mut start = from;
    while start < to && items[start].is(COORDINATOR) {
        start += 1;
    }
    // "In March 2025, Khazali was asked": the subject stands after the comma.
    for _ in 0..3 {
        let Some(first) = items.get(start).filter(|_| start < to) else {
            return Subject::None;
        };
        let is_opening = first.is(PREPOSITION | ADVERB | CLAUSE | TIME | PARTICIPLE | SOURCE)
            && !first.is(PERSON | DETERMINER)
            || !first.is_capital() && !first.is_word()
            // "Asked about it, he laughed", "Speaking in Geneva, the envoy"
            || start == from && (first.is(ADDRESSES) || first.is(GERUND)) && first.is_capital()
                && items.get(start + 1).is_some_and(|next| {
                    next.is(PREPOSITION | CLAUSE | DETERMINER | PRONOUN | ADVERB)
                })
            // "That day the gate was open".
            || first.is(DETERMINER)
                && items
                    .get(start + 1)
                    .is_some_and(|next| next.is(TIME) && !next.is_possessive());
        if !is_opening {
            break;
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
    let end = noun_phrase_end(items, start, to).or_else(|| {
        let comma = (start..to.min(start + 6)).find(|&at| !items[at].is_word())?;
        (items[start].is(DETERMINER) && items[comma].is_mark(',')).then_some(comma)
    });
    let Some(end) = end else { return Subject::None };
    let describes = is_description(items, start, end) || items[start].is(DETERMINER);
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
            let name = beside.and_then(|(start, end)| name_told(items, start, end));
            Subject::Phrase {
                speaker: name.unwrap_or(speaker),
                role: role.or(beside),
            }
        }
        other => other,
    }
}

/// Returns the end of the phrase for a person that begins at `start`: a run of capitals, or words up to a
/// noun for a person with what is said of it by "of", "in" or "from".
pub(super) fn noun_phrase_end(items: &[Item], start: usize, to: usize) -> Option<usize> {
    let mut at = start;
    let mut end = None;
    while at < to && at - start < 9 {
        let item = &items[at];
        let in_name = item.is_capital()
            || (at > start && item.is(PARTICLE) && at + 1 < to && items[at + 1].is_capital());
        if !item.is_word() || item.is(RELATIVE | COORDINATOR | PRONOUN | PARTICIPLE | SOURCE) {
            break;
        }
        if item.is(AUXILIARY | PREPOSITION | CLAUSE | SPEECH | THOUGHT)
            && !(item.is(PERSON | BODY)
                || in_name && at > start
                || at == start && item.is(DETERMINER))
        {
            break;
        }
        if item.is(PERSON) || (in_name && !item.is(DETERMINER) && !item.is_possessive()) {
            end = Some(at + 1);
        } else if end.is_some() && !item.is_capital() {
            break;
        }
        at += 1;
    }
    let end = end?;
    if end < to && items[end - 1].is(PERSON) && items[end].is(PREPOSITION) {
        return Some(modifier_end(items, end, to));
    }
    Some(end)
}

/// "superiors in Baghdad", "member of a Shiite armed group".
fn modifier_end(items: &[Item], preposition: usize, to: usize) -> usize {
    let mut at = preposition + 1;
    while at < to && items[at].is(DETERMINER) {
        at += 1;
    }
    let first = at;
    let is_part = |item: &Item| {
        item.is_word()
            && !item.is(AUXILIARY | PREPOSITION | RELATIVE | CLAUSE | COORDINATOR | PRONOUN)
    };
    while at < to
        && at - first < 5
        && is_part(&items[at])
        && (!items[at].is(SPEECH | THOUGHT | ADVERB) || items[at].is(PERSON | BODY))
    {
        at += 1;
        // "a Shiite armed group": adjectives may stand before the noun.
        let noun = (at..to.min(at + 3)).find(|&at| {
            !is_part(&items[at])
                || items[at].is_capital()
                || items[at].is(PERSON | BODY | SPEECH | THOUGHT)
        });
        let next_belongs = noun.is_some_and(|noun| {
            is_part(&items[noun]) && (items[noun].is_capital() || items[noun].is(PERSON | BODY))
        });
        if (items[at - 1].is(PERSON | BODY) || items[at - 1].is_capital()) && !next_belongs {
            return at;
        }
    }
    preposition
}
