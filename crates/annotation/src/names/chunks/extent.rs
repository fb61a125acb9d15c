//! Where a name begins and ends among the words.

use super::super::lexicon::{class, hash_word};
use super::super::words::{Shape, Word, gap};
use corpus::ByteSpan;

pub(super) fn starts_name(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    if word.is_capital() {
        // "The", "But": but May, Will and Mark may be persons.
        // Articles of other languages: in the middle of a sentence their capital is that of a name.
        let is_article = word.is(class::PARTICLE)
            && !word.opens()
            && words.get(at + 1).is_some_and(|next| {
                next.gap == 0 && next.is_capital() && !next.is(class::FUNCTION)
            });
        return !word.is(class::FUNCTION)
            || words.get(at..at + 3).is_some_and(is_for_place)
            || is_article
            || begins_with_particles(words, at)
            || word.shape == Shape::Upper
            || (word.is(class::GIVEN) && !word.opens());
    }
    // "al Bukamal", written apart.
    word.is(class::PARTICLE)
        && matches!(word.end - word.start, 2 | 3)
        && words
            .get(at + 1)
            .is_some_and(|next| next.gap == 0 && next.is_capital() && !next.is(class::FUNCTION))
        && word.hash == hash_word("al")
}

/// "De la Torre", "Van der Berg" where a sentence begins.
pub(super) fn begins_with_particles(words: &[Word], at: usize) -> bool {
    let is_small = |word: &Word| word.gap == 0 && !word.is_capital() && word.is(class::PARTICLE);
    words[at].is(class::PARTICLE)
        && words.get(at + 1).is_some_and(is_small)
        && words
            .get(at + 2)
            .is_some_and(|word| word.gap == 0 && word.is_capital() && !word.is(class::FUNCTION))
}

/// Returns where the name that begins at `at` ends at the latest.
pub(super) fn chunk_end(text: &str, words: &[Word], at: usize) -> usize {
    let mut end = at + 1;
    while let Some(next) = words.get(end) {
        let last = &words[end - 1];
        if last.is_possessive && !owns_a_body(text, words, at, end) {
            break;
        }
        let abbreviated = next.gap == gap::DOT
            && (last.shape == Shape::Initial
                || (last.is(class::TITLE) && last.end - last.start <= 4));
        // Allesandro "Alex" Garcia
        let is_nickname = next.gap == gap::QUOTE
            && next.is_capital()
            && !next.is(class::FUNCTION)
            && words.get(end + 1).is_some_and(|after| {
                after.gap == gap::QUOTE && after.is_capital() && !after.is(class::FUNCTION)
            });
        if is_nickname {
            end += 2;
            continue;
        }
        if next.gap != 0 && next.gap != gap::AMPERSAND && !abbreviated {
            break;
        }
        // "Arden Mobility plc"
        if next.hash == hash_word(LETTERS_BEHIND) {
            return end + 1;
        }
        if next.is_capital() {
            let is_initial = next.shape == Shape::Initial
                && words
                    .get(end + 1)
                    .is_some_and(|after| after.gap == gap::DOT);
            // "Médecins Sans Frontières", "Reporters Without Borders"
            let is_inside = next.shape == Shape::Capital
                && next.end - next.start > 2
                && words.get(end + 1).is_some_and(|after| {
                    after.gap == 0 && after.shape == Shape::Capital && !after.is(class::FUNCTION)
                });
            if next.is(class::FUNCTION)
                && next.shape != Shape::Upper
                && !is_initial
                && !is_inside
                && !next.is(class::GIVEN | class::PARTICLE)
            {
                break;
            }
            end += 1;
            continue;
        }
        let Some(skip) = joint(words, at, end) else {
            break;
        };
        end += skip;
    }
    end
}

/// Tells whether a possessive before `end` is part of a body's name: "Korean People's Army", "National Teachers' Union",
/// "Women's Tennis Circuit", "St Brigid's Hospital", "King's College".
fn owns_a_body(text: &str, words: &[Word], at: usize, end: usize) -> bool {
    let is_name = |at: usize| {
        words
            .get(at)
            .is_some_and(|word| word.gap == 0 && word.is_capital())
    };
    let is_head = |at: usize| is_name(at) && words[at].is(class::ORG_HEAD);
    let (first, last) = (&words[at], &words[end - 1]);
    let is_patron =
        first.is(class::TITLE) || first.hash == hash_word("st") || first.hash == hash_word("saint");
    let is_near = is_head(end);
    is_near && is_patron
        || (is_near || is_name(end) && is_head(end + 1))
            && (last.is(class::COMMON) || owns_in_common(text, last))
}

/// Tells whether a possessive is that of many, none of them named: "Teachers'", "Fishermen's".
fn owns_in_common(text: &str, word: &Word) -> bool {
    let is_named = word.is(class::GIVEN | class::PLACE | class::PEOPLE | class::PEOPLES);
    let written = ByteSpan::new(word.start, word.end).of(text);
    let mut behind = text[word.end as usize..].chars();
    let is_bare = matches!(behind.next(), Some('\'' | '’')) && behind.next() != Some('s');
    let is_plural = is_bare && written.ends_with('s');
    !is_named && (is_plural || written.ends_with("men") || written.ends_with("hildren"))
}

/// Returns how many words to take where small words at `end` go on with a name: particles, "of the".
fn joint(words: &[Word], at: usize, end: usize) -> Option<usize> {
    let next = &words[end];
    let capital = |at: usize| {
        words.get(at).is_some_and(|word| {
            word.gap == 0
                && word.is_capital()
                && (!word.is(class::FUNCTION) || word.shape == Shape::Upper)
        })
    };
    if next.is(class::PARTICLE) && !next.is(class::FUNCTION)
        || (next.is(class::PARTICLE)
            && (!words[end - 1].opens() || begins_with_particles(words, end - 1)))
    {
        if capital(end + 1) && !words[end + 1].is(class::TITLE) {
            return Some(2);
        }
        if words
            .get(end + 1)
            .is_some_and(|word| word.gap == 0 && word.is(class::PARTICLE))
            && capital(end + 2)
        {
            return Some(3);
        }
    }
    if ["og", "und", "och"]
        .iter()
        .any(|and| next.hash == hash_word(and))
        && capital(end + 1)
    {
        return Some(2);
    }
    if next.hash == hash_word("and") {
        // "Ministry of Foreign Affairs and Trade"
        let goes_on = words[at..end].iter().any(|word| word.is(class::ORG_HEAD))
            && words[at + 1..end].iter().any(|word| word.is(class::LINK))
            && words[end - 1].is(SUBJECT)
            && capital(end + 1)
            && words[end + 1].is(SUBJECT);
        return (goes_on || joins_subjects(words, at, end)).then_some(2);
    }
    if !next.is(class::LINK) {
        return None;
    }
    if is_for_place(words.get(at..end + 2)?) && capital(end + 1) {
        return Some(2);
    }
    let head = &words[end - 1];
    let of = next.hash == hash_word("of");
    let for_what = next.hash == hash_word("for") || next.hash == hash_word("on");
    let is_linked = words[at..end]
        .iter()
        .position(|word| word.is(class::ORG_HEAD))
        .is_some_and(|head| words[at + head..end].iter().any(|word| !word.is_capital()));
    let links = (of && is_linked)
        || (head.is(class::ORG_HEAD) && (of || for_what))
        || (head.is(class::TITLE) && of)
        || (of && head.is(class::PLACE_HEAD | class::COMMON));
    if !links {
        return None;
    }
    let skip = if words
        .get(end + 1)
        .is_some_and(|word| word.gap == 0 && word.hash == hash_word("the"))
    {
        3
    } else {
        2
    };
    let target = words.get(end + skip - 1)?;
    if !capital(end + skip - 1) {
        return None;
    }
    // A title keeps only what is part of it: "Minister of Defense", not "President of Syria".
    let fits = if head.is(class::TITLE) && !head.is(class::ORG_HEAD) {
        is_office(target)
    } else if head.is(class::ORG_HEAD) || is_linked {
        !target.is(class::CALENDAR)
    } else {
        skip == 2
            && !target.is(class::CALENDAR | class::PLACE)
            && !head.is(class::PEOPLE)
            && (end - at > 1 || head.is(class::PLACE_HEAD))
            || (target.is(class::PLACE) && head.is(class::PLACE_HEAD))
            || head.hash == hash_word("state")
            || head.hash == hash_word("house")
    };
    fits.then_some(skip)
}

/// "Together for Peru", "Alternative for Germany": parties that say for whom they stand.
pub(super) fn is_for_place(name: &[Word]) -> bool {
    const HEADS: [&str; 7] = [
        "together",
        "citizens",
        "alternative",
        "forward",
        "unite",
        "unity",
        "people",
    ];
    let [head, link, place] = name else {
        return false;
    };
    HEADS.iter().any(|word| head.hash == hash_word(word))
        && head.is_capital()
        && link.gap == 0
        && link.hash == hash_word("for")
        && place.gap == 0
        && place.is(class::PLACE)
}

/// Small letters that end a company's name.
const LETTERS_BEHIND: &str = "plc";

/// Words that say what a body is for, or whose it is.
const SUBJECT: u64 = class::COMMON | class::ORG_HEAD | class::PLACE_HEAD;

/// "The Health Information and Quality Authority": what stands before "and" names no body of its own, and a body's head
/// ends what follows.
fn joins_subjects(words: &[Word], at: usize, and: usize) -> bool {
    let is_ordinary =
        |word: &Word| word.is(class::COMMON) && !word.is(class::GIVEN | class::PLACE | class::ORG);
    let behind = words[and + 1..].iter().take(4);
    let n_behind = behind
        .take_while(|word| word.gap == 0 && word.is_capital())
        .count();
    // "and" may be the last word of all.
    if n_behind < 2 || !words[and + n_behind].is(class::ORG_HEAD) {
        return false;
    }
    // "The England and Wales Cricket Board", "the Computer and Communications Industry Association"
    let after_the = at > 0 && words[at].gap == 0 && words[at - 1].hash == hash_word("the");
    let is_one_word =
        and - at == 1 && !words[at].is(class::ORG | class::GIVEN | class::PEOPLE | class::PEOPLES);
    let is_pair = words[at].is(class::PLACE) && words[and + 1].is(class::PLACE)
        || !words[at].is(class::PLACE) && words[and + 1].is(SUBJECT);
    // "The Tanzania Nurses and Midwives Council"
    let is_national =
        and - at == 2 && words[at].is(class::PLACE) && !words[and - 1].is(class::PLACE_HEAD);
    !words[and - 1].is(class::ORG_HEAD)
        && (is_ordinary(&words[at]) && !words[at].opens()
            || after_the && (is_national || is_one_word && is_pair))
}

/// Tells whether a name is a single word that most often is none.
pub(super) fn needs_bearer(name: &[Word]) -> bool {
    const ORDINARY: u64 = class::COMMON | class::ORG_HEAD | class::TITLE | class::PLACE_HEAD;
    let [word] = name else { return false };
    word.is(ORDINARY) && !word.is(class::GIVEN | class::PLACE | class::ORG | class::PEOPLES)
}

fn is_office(word: &Word) -> bool {
    OFFICES.iter().any(|office| word.hash == hash_word(office))
}

/// What a minister or a chief is of, as part of the title.
const OFFICES: [&str; 22] = [
    "state",
    "defense",
    "defence",
    "foreign",
    "interior",
    "justice",
    "finance",
    "staff",
    "education",
    "health",
    "information",
    "internal",
    "home",
    "economy",
    "labor",
    "labour",
    "trade",
    "republic",
    "treasury",
    "oil",
    "energy",
    "culture",
];

/// Letters behind the name of a person.
pub(super) const HONOURS: &str = "kc qc sc mp mep cbe obe mbe kbe dbe dso frs md msp rn mc";

/// Tells whether the last word of a name is none of it.
pub(super) fn ends_badly(name: &[Word]) -> bool {
    let [first, .., word] = name else {
        return false;
    };
    // "Nguyen Thi Mai"
    if first.is(class::FAMILY_FIRST) && name.len() == 3 && word.is_capital() {
        return false;
    }
    !word.is_capital() && word.hash != hash_word(LETTERS_BEHIND)
        || word.is(class::CALENDAR) && !word.is(class::GIVEN)
        || word.is(class::FUNCTION) && !word.is(class::GIVEN | class::PARTICLE)
}

/// Finds titles in the words `from..to`: returns where what stands before them ends, and where they begin and end.
pub(super) fn title_run(words: &[Word], from: usize, to: usize) -> Option<(usize, usize, usize)> {
    let begin = (from..to).find(|&at| {
        let word = &words[at];
        // "Robert King" and "Stephen Bishop" are no kings and bishops.
        let is_name =
            at > from && words[at - 1].is(class::GIVEN) && !words[at - 1].is(class::TITLE);
        let may_be_given =
            word.is(class::GIVEN) && !(at + 1 < to && words[at + 1].is(class::GIVEN));
        // "Department of Justice"
        let is_linked = at > from && words[at - 1].is(class::LINK) && !words[at - 1].is_capital();
        word.is(class::TITLE)
            && word.is_capital()
            && !word.is_possessive
            && !may_be_given
            && !is_name
            && !is_linked
    })?;
    let mut end = begin;
    while end < to {
        let word = &words[end];
        let is_title = word.is(class::TITLE) && (!word.is(class::GIVEN) || end == begin);
        let goes_on = end > begin
            && (word.is(class::COMMON | class::ORG_HEAD) || !word.is_capital())
            && !word.is(class::GIVEN);
        if !is_title && !goes_on {
            break;
        }
        end += 1;
    }
    // A word like "of" belongs to what follows it.
    while end > begin + 1 && !words[end - 1].is_capital() {
        end -= 1;
    }
    let mut left = begin;
    while left > from
        && (words[left - 1].is(class::COMMON | class::PEOPLE) || is_office(&words[left - 1]))
        && !words[left - 1].is(class::PLACE)
    {
        left -= 1;
    }
    Some((left, left.max(from), end))
}
