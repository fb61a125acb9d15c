//! Ages: the years of somebody who is named, or of whom it is said what he is.

use corpus::ByteSpan;

use super::figures::{Figure, Reading};
use super::numerals::Numeral;
use super::passages::Word;
use super::units::{NOBODY, Unit, is_plural, people};

/// Whom "of 43" gives the age of.
const OF_AN_AGE: &[&str] = &[
    "man",
    "woman",
    "boy",
    "girl",
    "youth",
    "lad",
    "child",
    "pensioner",
    "widow",
    "widower",
];

/// Returns the age that a number gives: "Marek Wolny, 43, a mechanic", "aged 43", "the 43-year-old", "He was 43.",
/// "the skipper, 43, and", "a man of 43".
///
/// Without a name it is the age of what the person is.
pub(super) fn age(reading: &Reading<'_>, numeral: &Numeral) -> Option<Figure> {
    let at = reading.before(numeral.span.start);
    let behind = reading.before(numeral.span.end);
    if !(1.0..=120.0).contains(&numeral.value) {
        return None;
    }
    let before = reading
        .text
        .get(reading.span.start as usize..numeral.span.start as usize)?;
    let after = reading.text.get(numeral.span.end as usize..)?;
    let ends = after.starts_with([',', ';', ')']) || after.starts_with(". ") || after == ".";
    let is_apposition = before.ends_with(", ")
        && ends
        && reading.words[..at].last().is_some_and(|name| {
            reading.telling.is_name(name.feature)
                && name.span.end as usize + 2 == numeral.span.start as usize
        });
    // "had not reached the age of eighteen" bounds the age of many.
    let bounded = [
        "reached the age of ",
        "under the age of ",
        "over the age of ",
    ];
    let is_bounded = bounded.iter().any(|bounded| before.ends_with(bounded));
    let is_aged = before.ends_with("aged ") || (before.ends_with("age of ") && !is_bounded);
    let is_old = ["-year-old", " years old", " years of age"]
        .iter()
        .any(|next| after.starts_with(next));
    let said = [
        "he was ",
        "she was ",
        "he is ",
        "she is ",
        ", who was ",
        ", who is ",
    ];
    let said = said.iter().any(|said| {
        let at = before.len().checked_sub(said.len());
        let last = at.and_then(|at| before.get(at..));
        last.is_some_and(|last| last.eq_ignore_ascii_case(said))
    });
    let is_said = said
        && (ends
            || [" then", " when", " at the time"]
                .iter()
                .any(|next| after.starts_with(next)));
    let age =
        |bearer: u32, span: ByteSpan| reading.counting(numeral, Unit::Age(bearer), span, None);
    if is_said {
        // "says Lunde, who was 61 then"
        let named = reading.words[..at]
            .last()
            .filter(|_| before.contains(", who "));
        let named = named.filter(|name| reading.telling.is_name(name.feature));
        let bearer = named.map(|name| name.feature);
        let bearer = bearer.or(reading.antecedent.person);
        return Some(age(bearer.unwrap_or(NOBODY), numeral.span));
    }
    let last = reading.words[..at].last();
    let bearer = |word: &Word| age(word.feature, word.span);
    let gap = last.and_then(|word| before.get((word.span.end - reading.span.start) as usize..));
    let term = || last.map(|word| word.span.of(reading.text).to_lowercase());
    // "A welder of 34 was detained"
    let has_verb = || {
        let verbs = [" was ", " who ", " had ", " has "];
        numeral.value >= 14.0 && verbs.iter().any(|verb| after.starts_with(verb))
    };
    let can_be_old = |term: &str| {
        let is_maker = ["der", "ver", "ker", "ner", "ist", "man"];
        OF_AN_AGE.contains(&term) || (has_verb() && is_maker.iter().any(|end| term.ends_with(end)))
    };
    if gap == Some(" of ") && term().is_some_and(|term| can_be_old(&term)) {
        return last.map(bearer);
    }
    if !is_apposition && !is_aged && !is_old {
        let is_of_role = gap == Some(", ")
            && after.starts_with(',')
            && numeral.value >= 14.0
            && term().is_some_and(|term| !is_plural(&term) && people(&term).is_none());
        return last.filter(|_| is_of_role).map(bearer);
    }
    let is_name = |at: &usize| reading.telling.is_name(reading.words[*at].feature);
    let near_before = (at.saturating_sub(3)..at).rfind(is_name);
    let near_behind = (behind..reading.words.len().min(behind + 5)).find(is_name);
    let name = if is_apposition || is_aged {
        near_before
    } else {
        near_behind.or(near_before)
    };
    let Some(name) = name else {
        // "The driver, then aged 31"
        let is_age = |word: &&Word| word.span.of(reading.text).starts_with("age");
        let role = reading.words[..at]
            .iter()
            .rev()
            .find(|word| !is_age(word))?;
        return (is_aged || is_old).then(|| age(role.feature, role.span));
    };
    // "The driver, Pavel Onder, 29"
    let role = name
        .checked_sub(1)
        .map(|at| reading.words[at])
        .filter(|role| {
            let gap = reading
                .text
                .get(role.span.end as usize..reading.words[name].span.start as usize);
            matches!(gap, Some(" " | ", ")) && !reading.telling.is_name(role.feature)
        });
    Some(Figure {
        role: role.map(|role| role.feature),
        ..age(reading.words[name].feature, reading.words[name].span)
    })
}
