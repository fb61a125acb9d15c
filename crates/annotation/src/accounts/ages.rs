//! Ages: the years of somebody who is named, or of whom it is said what he is.

use corpus::ByteSpan;

use super::figures::{Figure, Reading};
use super::numerals::Numeral;
use super::passages::Word;
use super::units::Unit;

/// Returns the age that a number gives: "Marek Wolny, 43, a mechanic", "aged 43", "the 43-year-old", "He was 43."
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
    let is_aged = before.ends_with("aged ") || before.ends_with("age of ");
    let is_old = after.starts_with("-year-old") || after.starts_with(" years old");
    let is_said = matches!(before, "He was " | "She was " | "He is " | "She is ")
        && (ends
            || [" then", " when", " at the time"]
                .iter()
                .any(|next| after.starts_with(next)));
    let age =
        |bearer: u32, span: ByteSpan| reading.counting(numeral, Unit::Age(bearer), span, None);
    if is_said {
        return Some(age(reading.antecedent.person?, numeral.span));
    }
    if !is_apposition && !is_aged && !is_old {
        return None;
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
        return is_aged.then(|| age(role.feature, role.span));
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
