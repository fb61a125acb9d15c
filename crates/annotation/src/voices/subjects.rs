//! Who is the subject of a cue: before its verb, or behind it.

use super::lexicon::{
    ADVERB, AUXILIARY, BE, BODY, CLAUSE, COORDINATOR, DETERMINER, FEMALE, ISSUES, MALE, OF,
    PARTICLE, PERSON, PLURAL, PREPOSITION, PRONOUN, QUOTED, RELATIVE, SPEECH, THOUGHT, TIME,
};
use super::phrases::{
    LONGEST_PHRASE, Subject, classify, describes_somebody, is_cue, is_description, is_name,
    name_beside, name_told, stands_beside,
};
use super::words::{Item, What};

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
        if let issuer @ (Subject::Phrase { .. } | Subject::Pronoun(_)) =
            issuer_before(items, from, end - 1)
        {
            return issuer;
        }
        let start = (from..end - 1)
            .rev()
            .take(6)
            .take_while(|&at| items[at].is_word() && !items[at].is(SPEECH | THOUGHT))
            .find(|&at| items[at].is(DETERMINER));
        // "a day that began at five" says nothing
        let speaks = |&start: &usize| {
            items[start..end - 1]
                .iter()
                .any(|item| item.is(PERSON | BODY | PLURAL) || item.is_capital())
        };
        let start = start.filter(speaks);
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
        let subject = contiguous(items, from, stop);
        return match subject {
            Subject::None => ending_at(items, from, stop),
            // "The caller was a bus driver, who said"
            Subject::Phrase { speaker, .. } => (speaker.0 + 1..speaker.1)
                .find(|&at| items[at].is(BE))
                .map_or(subject, |verb| classify(items, speaker.0, verb)),
            subject => subject,
        };
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

/// The name or the description at the end of a clause: "She wrote to Dwayne Purcell, who wrote back".
fn ending_at(items: &[Item], from: usize, end: usize) -> Subject {
    let in_name = |at: usize| items[at].is_capital() || items[at].is(PARTICLE);
    let mut start = end;
    while start > from && in_name(start - 1) {
        start -= 1;
    }
    if start == end {
        let article = (from..end)
            .rev()
            .take(6)
            .take_while(|&at| items[at].is_word() && !items[at].is(SPEECH | THOUGHT | AUXILIARY))
            .find(|&at| items[at].is(DETERMINER));
        start = article.unwrap_or(end);
    }
    classify(items, start, end)
}

/// Whose words a text gives: "She wrote a letter to the journal that began".
fn issuer_before(items: &[Item], from: usize, end: usize) -> Subject {
    let verb = (from..end)
        .rev()
        .take(12)
        .take_while(|&at| items[at].is_word())
        .find(|&at| items[at].is(ISSUES) && !items[at].is_capital());
    let is_text = |verb: &usize| {
        items[verb + 1..end.min(verb + 4)]
            .iter()
            .any(|item| item.is(BODY))
    };
    verb.filter(is_text)
        .map_or(Subject::None, |verb| subject_before(items, from, verb))
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
    // "Cllr Whitlock was last night said"
    let mut stop = without_time(items, start, end);
    while stop > start + 1 && stop < end && items[stop - 1].is(AUXILIARY) {
        stop -= 1;
    }
    let subject = classify(items, start, stop);
    // "the man they had been taken from told": "they" has a verb of its own.
    match subject {
        Subject::Pronoun(at)
            if items[at + 1..end].iter().any(|item| item.is(AUXILIARY))
                && items[at + 1..end]
                    .iter()
                    .any(|item| !item.is(AUXILIARY | ADVERB | PREPOSITION | CLAUSE)) =>
        {
            Subject::None
        }
        subject => subject,
    }
}

/// Leaves out the time at the end of a subject: "the trade body this week said".
fn without_time(items: &[Item], start: usize, end: usize) -> usize {
    let mut stop = end;
    while stop > start + 1 && items[stop - 1].is(TIME) && !items[stop - 1].is(PERSON) {
        stop -= 1;
    }
    if stop == end {
        return end;
    }
    let is_small = |item: &Item| {
        item.is(PREPOSITION)
            || item.is(DETERMINER) && item.is(CLAUSE)
            || !item.is_capital() && item.is(DETERMINER)
    };
    while stop > start + 1 && is_small(&items[stop - 1]) {
        stop -= 1;
    }
    stop
}

/// Tells whether the item at `at` stands outside of a noun phrase that reaches to `end`.
fn bounds(items: &[Item], from: usize, at: usize, end: usize) -> bool {
    let item = &items[at];
    let follows_relative = at > from && items[at - 1].is(RELATIVE);
    match item.what {
        What::Quote(_) => true,
        What::Mark(mark) => !matches!(mark, '’' | '\'' | '.'),
        // "fell after the company warned", but "After the meeting Haddad said"
        What::Word { .. } if item.is(CLAUSE) && item.is(PREPOSITION) => {
            at > from
                && items[at - 1].is_word()
                && items.get(at + 1).is_some_and(|next| {
                    next.is(DETERMINER | PRONOUN) || next.is_capital() && !next.is(TIME)
                })
        }
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
            // "A magician accused of poisoning his partner"
            let is_reduced = at > from
                && items[at - 1].is(PERSON)
                && items.get(at + 1).is_some_and(|next| next.is(OF));
            !follows_relative && !is_reduced && is_cue(items, at, SPEECH | THOUGHT)
        }
        // "last week the group"
        What::Word { .. }
            if item.is(TIME)
                && !item.is_possessive()
                && !item.is(PERSON)
                && at + 2 < end
                && items[at + 1].is(DETERMINER)
                && items[at + 2].is_word() =>
        {
            true
        }
        // "in which its spokesman"
        What::Word { .. } if item.is(RELATIVE) && at > from && items[at - 1].is(PREPOSITION) => {
            true
        }
        What::Word { .. } if item.is(COORDINATOR) => {
            at == from
                || !items[at - 1].is_word()
                || has_verb(items, from, at)
                || joins_clauses(items, from, at)
        }
        What::Word { .. } => false,
    }
}

/// Tells whether "and" joins a clause without anybody in it to another: "the phone rang and a voice said".
fn joins_clauses(items: &[Item], from: usize, and: usize) -> bool {
    let begins_anew = items
        .get(and + 1)
        .is_some_and(|next| next.is(DETERMINER) && !next.is(CLAUSE));
    let before = (from..and)
        .rev()
        .take(6)
        .take_while(|&at| items[at].is_word());
    let (mut n, mut names_nobody) = (0, true);
    for at in before {
        n += 1;
        names_nobody &= !items[at].is(PERSON | BODY | PLURAL)
            && (!items[at].is_capital()
                || items[at].is(DETERMINER | ADVERB | TIME | PREPOSITION | COORDINATOR));
    }
    begins_anew && n > 2 && names_nobody
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
    // "patience, which colleagues describe"
    if at + 1 < end
        && end - at <= 4
        && items[at].is(RELATIVE)
        && items[end - 1].is(PERSON | BODY)
        && items[at + 1..end]
            .iter()
            .all(|item| item.is_word() && !item.is(PREPOSITION | BE))
    {
        return at + 1;
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
        // "Boyd Castle, the Texan who leads the caucus, called it": a name opens the sentence.
        let explains_name = follows_comma
            && items[start].is(DETERMINER)
            && start > from + 1
            && items[from].is_capital()
            && is_name(items, from, start - 1)
            && !items[from].is(PREPOSITION | ADVERB | CLAUSE | COORDINATOR);
        if explains_name || follows_comma && stands_beside(items, start, stop) {
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

/// Where a clause of its own begins after a comma: "…, in which its spokesman, a guard, said".
fn clause_start(items: &[Item], start: usize, end: usize) -> Option<usize> {
    let first = &items[start];
    let begins = if first.is(PREPOSITION) && items.get(start + 1)?.is(RELATIVE) {
        start + 2
    } else if first.is(COORDINATOR) || first.is(CLAUSE) && !first.is(DETERMINER | PREPOSITION) {
        start + 1
    } else {
        return None;
    };
    let has_subject = begins < end
        && (items[begins].is_capital()
            || items[begins].is(DETERMINER) && is_description(items, begins, end));
    has_subject.then_some(begins)
}
