//! Noun phrases next to a cue: names, descriptions, and what stands beside them.

use super::lexicon::{
    ADVERB, AUXILIARY, BARE, BE, BODY, CLAUSE, COORDINATOR, DETERMINER, FEMALE, MALE, NAMING, OF,
    PARTICIPLE, PARTICLE, PERSON, PLURAL, PREPOSITION, PRONOUN, RELATIVE, SOURCE, SPEECH, THOUGHT,
    TIME, WORK,
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

impl Subject {
    /// Returns the marks of the pronoun that it is; 0 for anything else.
    pub(super) fn pronoun(self, items: &[Item]) -> u32 {
        match self {
            Self::Pronoun(at) => items.get(at).map_or(0, |pronoun| pronoun.marks),
            _ => 0,
        }
    }

    /// Returns where it begins, with the description before it.
    pub(super) fn begins(self) -> Option<usize> {
        match self {
            Self::Phrase { speaker, role } => {
                Some(role.map_or(speaker.0, |role| role.0.min(speaker.0)))
            }
            Self::Pronoun(at) => Some(at),
            Self::None => None,
        }
    }
}

/// The longest subject that is followed.
pub(super) const LONGEST_PHRASE: usize = 40;

/// Tells whether the word at `at` is a verb of speech with a subject of its own.
pub(super) fn is_cue(items: &[Item], at: usize, marks: u32) -> bool {
    let item = &items[at];
    if !item.is(marks) || item.is_capital() || !item.is_word() || item.is_possessive() {
        return false;
    }
    let before = at.checked_sub(1).map(|before| &items[before]);
    // "as she put it": without "it" nothing is said.
    let has_it = items
        .get(at + 1)
        .is_some_and(|next| next.is(PRONOUN) && next.span.len() == 2);
    if item.is(WORK) && !has_it {
        return false;
    }
    // "had a saying"
    if item.is(PARTICIPLE) && before.is_some_and(|before| before.is(DETERMINER)) {
        return false;
    }
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
pub(super) fn is_passive(items: &[Item], at: usize) -> bool {
    if items[at].is(PARTICIPLE) {
        return false;
    }
    let mut before = at;
    while before > 0 && items[before - 1].is(ADVERB) {
        before -= 1;
    }
    before > 0 && items[before - 1].is(BE)
}

/// The name at the end of a description: "a former submariner named Ole Vik".
pub(super) fn name_told(items: &[Item], start: usize, end: usize) -> Option<(usize, usize)> {
    let told = (start..end).find(|&at| items[at].is(NAMING) && !items[at].is_capital())?;
    let begins = told + 1 < end && items[told + 1].is_capital();
    (begins && items[start].is(DETERMINER) && is_name(items, told + 1, end))
        .then_some((told + 1, end))
}

/// Tells whether a phrase says what somebody is, known as such or by its article: "the headmaster".
pub(super) fn describes_somebody(items: &[Item], (start, end): (usize, usize)) -> bool {
    let has_article = items[start].is(DETERMINER) || items[start].is_possessive();
    is_description(items, start, end)
        || has_article
            && end - start <= 6
            && items[start + 1..end]
                .iter()
                .all(|item| item.is_word() && !item.is(AUXILIARY | TIME | PRONOUN))
}

/// Tells whether a stretch after a comma explains what stands before it.
pub(super) fn stands_beside(items: &[Item], start: usize, end: usize) -> bool {
    let first = &items[start];
    if first.is(RELATIVE | PREPOSITION | PARTICIPLE | ADVERB | TIME | CLAUSE | AUXILIARY)
        && !first.is(PERSON)
    {
        return true;
    }
    if first.is_capital() && (!first.is(DETERMINER | PERSON) || is_name(items, start, end)) {
        return false;
    }
    // "Kansanga Minerals, a unit of Aurelian, said"
    let is_indefinite = first.is(DETERMINER) && first.span.len() <= 2 && !first.is_capital();
    if is_indefinite && start > 1 && items[start - 1].is_mark(',') && items[start - 2].is_capital()
    {
        return true;
    }
    let names_nobody = !items[start..end]
        .iter()
        .any(|item| item.is_capital() || item.is(PERSON | BODY));
    is_description(items, start, end)
        || names_nobody
        || !first.is(PRONOUN | COORDINATOR | DETERMINER) && !first.is_capital()
}

/// Tells whether a phrase describes a person: it begins with an article or a noun and holds a noun for one.
pub(super) fn is_description(items: &[Item], start: usize, end: usize) -> bool {
    let head_end = (start..end)
        .find(|&at| items[at].is(RELATIVE))
        .unwrap_or(end);
    items[start..head_end]
        .iter()
        .any(|item| item.is(PERSON | BODY))
}

/// Tells whether a phrase is a name: capitals with small particles between.
pub(super) fn is_name(items: &[Item], start: usize, end: usize) -> bool {
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
    // "…, who goes by the name of Abu Samir, said"
    if first.is(RELATIVE) {
        let name = (start + 1..end).find(|&at| is_name(items, at, end) && items[at].is_capital());
        return name.map_or(Subject::None, |name| Subject::Phrase {
            speaker: (name, end),
            role: None,
        });
    }
    let is_he = first.is(MALE | FEMALE) && !first.is(DETERMINER);
    if first.is(PRONOUN) && (!first.is_capital() || end - start <= 2 || is_he) {
        return Subject::Pronoun(start);
    }
    // "another thought"
    let is_another =
        first.is(DETERMINER) && !first.is(MALE | FEMALE | CLAUSE) && first.span.len() == 7;
    if !items[start..end]
        .iter()
        .any(|item| item.is_capital() || item.is(PERSON | BODY | PLURAL))
        && end - start < 2
        && !is_another
    {
        return Subject::None;
    }
    if !first.is_word() {
        return Subject::None;
    }
    let whole = (start, end);
    let head_end = (start + 1..end)
        .find(|&at| {
            items[at].is(RELATIVE)
                || items[at].is(CLAUSE) && begins_clause(items, at)
                // "A magician accused of poisoning his partner"
                || items[at].is(SPEECH | THOUGHT)
                    && !items[at].is(PERSON | BODY)
                    && !items[at].is_capital()
                    && items[at - 1].is(PERSON)
                    && items.get(at + 1).is_some_and(|next| next.is(OF))
        })
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

/// The name that an apposition is or ends with: "Hanna Weiss", "the writer Jonas Falk".
pub(super) fn name_beside(items: &[Item], start: usize, stop: usize) -> Option<(usize, usize)> {
    if stop <= start {
        return None;
    }
    if is_name(items, start, stop)
        && items[start].is_capital()
        && !is_description(items, start, stop)
    {
        return Some((start, stop));
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
        _ => name_behind_noun(items, start, stop),
    }
}

/// The name behind a noun that no list knows: "the Irish stuntman Cormac Flynn".
fn name_behind_noun(items: &[Item], start: usize, stop: usize) -> Option<(usize, usize)> {
    let noun = (start..stop).rfind(|&at| !items[at].is_capital())?;
    let is_plain = |item: &Item| {
        item.is_word()
            && !item.is_possessive()
            && !item.is(PREPOSITION
                | AUXILIARY
                | RELATIVE
                | CLAUSE
                | COORDINATOR
                | SPEECH
                | THOUGHT
                | TIME)
    };
    let describes = items[start].is(DETERMINER)
        && noun > start
        && stop - start <= 7
        && items[start + 1..=noun].iter().all(is_plain);
    (describes && is_name(items, noun + 1, stop)).then_some((noun + 1, stop))
}

/// The description after a name and a comma: "said Ruba Nasser, a nurse in Hama".
pub(super) fn apposition_after(items: &[Item], end: usize, to: usize) -> Option<(usize, usize)> {
    if end + 1 >= to || !items[end].is_mark(',') {
        return None;
    }
    let start = end + 1;
    let stop = (start..to)
        .find(|&at| {
            matches!(items[at].what, What::Mark(mark) if !matches!(mark, '’' | '\'' | '-'))
                || items[at].is_quote()
                || (at > start && items[at].is(RELATIVE | PARTICIPLE))
        })
        .unwrap_or(to);
    let first = &items[start];
    let begins = first.is(DETERMINER | PERSON) || first.marks == 0 && !first.is_capital();
    let describes = stop > start
        && (is_description(items, start, stop) || name_told(items, start, stop).is_some());
    (begins && describes).then_some((start, stop))
}

/// Returns the end of the phrase for a person that begins at `start`: a run of capitals, or words up to a
/// noun for a person with what is said of it by "of", "in" or "from".
pub(super) fn noun_phrase_end(items: &[Item], start: usize, to: usize) -> Option<usize> {
    let mut at = start;
    let mut end = None;
    // "One of our clients", "one of them"
    if start + 2 < to && items[start].is(DETERMINER) && items[start + 1].is(OF) {
        let last = &items[start + 2];
        if last.marks == 0 && last.span.len() == 4 && !last.is_capital() {
            return Some(start + 3);
        }
        at = start + 2;
    }
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
        if item.is_possessive() && at > start {
            // "Ms Luz’s patience": not she.
            end = None;
        } else if item.is(PERSON) || (in_name && !item.is(DETERMINER) && !item.is_possessive()) {
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
    // "the mother of five"
    let is_number = at < to
        && items[preposition].is(OF)
        && items[at].is(DETERMINER)
        && items[at].is(PLURAL)
        && items[at].span.len() > 2;
    if is_number
        && items
            .get(at + 1)
            .is_none_or(|next| at + 1 >= to || !next.is(PERSON | BODY | OF))
    {
        return at + 1;
    }
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
            // "of the ministry of labour"
            let is_further = items[at - 1].is(BODY) && at < to && items[at].is(OF);
            let is_plain = |item: &&Item| is_part(item) && !item.is(SPEECH | THOUGHT | ADVERB);
            let more = items[(at + 1).min(to)..to].iter().take(3);
            let more = more.take_while(is_plain).count();
            return if is_further && more > 0 {
                at + 1 + more
            } else {
                at
            };
        }
    }
    preposition
}
