//! Lengths of time in several words: "a quarter of an hour", "nine hours and forty minutes", "six years in prison".

use corpus::ByteSpan;

use super::figures::{Figure, Reading};
use super::numerals::{Bound, Numeral};
use super::units::{MINUTES_OF_MONTH, Unit};

/// Lengths of time that texts write without a number, in minutes; of two that begin alike the longer first.
const PARTS: &[(&str, f64)] = &[
    ("an hour and three quarters", 105.0),
    ("an hour and a half", 90.0),
    ("an hour and a quarter", 75.0),
    ("three quarters of an hour", 45.0),
    ("quarter of an hour", 15.0),
    ("third of an hour", 20.0),
    ("half an hour", 30.0),
    ("half hour", 30.0),
    ("half a minute", 0.5),
    ("half a day", 720.0),
];

/// Words that tell of prison.
const PRISON: &[&str] = &[
    "sentence",
    "prison",
    "jail",
    "behind bars",
    "was given",
    "were given",
    "served",
];

/// Adds lengths of time that are not written as a number and a noun, and joins those that are written as two.
pub(super) fn gather(reading: &Reading<'_>, found: &mut Vec<Figure>) {
    in_words(reading, found);
    in_prison(reading, found);
    join(reading, found);
}

fn in_words(reading: &Reading<'_>, found: &mut Vec<Figure>) {
    // The parts are ASCII; other letters may change their length, and places are counted in bytes.
    let text = reading.span.of(reading.text).to_ascii_lowercase();
    for &(part, minutes) in PARTS {
        for (start, _) in text.match_indices(part) {
            let start = reading.span.start + start as u32;
            let span = ByteSpan::new(start, start + part.len() as u32);
            // "three quarters" is a number, but of nothing that is counted.
            found.retain(|figure| {
                !(span.contains(figure.span.start) && matches!(figure.unit, Unit::Things(_)))
            });
            let is_known =
                |figure: &Figure| figure.span.start < span.end && span.start < figure.span.end;
            if found.iter().any(is_known) {
                continue;
            }
            let numeral = Numeral {
                value: minutes,
                span,
                bound: Bound::Exact,
                is_scaled: false,
                has_money_suffix: false,
                factor: 1.0,
            };
            insert(
                found,
                reading.counting(&numeral, Unit::Duration, span, None),
            );
        }
    }
}

fn insert(found: &mut Vec<Figure>, figure: Figure) {
    let place = found.partition_point(|next| next.span.start < figure.span.start);
    found.insert(place, figure);
}

/// Years count as a sentence where the passage tells of prison.
fn in_prison(reading: &Reading<'_>, found: &mut Vec<Figure>) {
    let passage = reading.span.of(reading.text);
    let text = passage.to_lowercase();
    // "Twelve years for Dorn, nine for each of the brothers"
    let is_given = passage
        .split(" years for ")
        .skip(1)
        .any(|next| next.starts_with(|c: char| c.is_uppercase()));
    if !is_given && !PRISON.iter().any(|word| text.contains(word)) {
        return;
    }
    let mut is_years = false;
    for numeral in reading.numerals {
        let after = reading
            .text
            .get(numeral.span.end as usize..)
            .unwrap_or_default();
        let is_of_years = after.starts_with(" years") && !after.starts_with(" years old");
        // "twelve years for Dorn, nine for each of the brothers"
        let goes_on = is_years && (after.starts_with(" for ") || after.starts_with(','));
        if !(is_of_years || goes_on) || found.iter().any(|figure| figure.span == numeral.span) {
            continue;
        }
        is_years = true;
        let mut figure = reading.counting(numeral, Unit::Sentence, numeral.span, None);
        figure.numeral.scale(12.0);
        insert(found, figure);
    }
}

/// "nine hours and forty minutes", "six years and three months".
fn join(reading: &Reading<'_>, found: &mut Vec<Figure>) {
    let mut at = 0;
    while at + 1 < found.len() {
        let (one, next) = (found[at], found[at + 1]);
        let gap = reading
            .text
            .get(one.span.end as usize..next.span.start as usize);
        let is_joined = gap.is_some_and(|gap| matches!(gap, " and " | " " | " years and "));
        let is_finer = next.numeral.factor < one.numeral.factor;
        let value = match (one.unit, next.unit) {
            (Unit::Duration, Unit::Duration) if is_finer => {
                Some(one.numeral.value + next.numeral.value)
            }
            // A sentence is counted in months.
            (Unit::Sentence, Unit::Duration) => {
                Some(one.numeral.value + next.numeral.value / MINUTES_OF_MONTH)
            }
            _ => None,
        };
        if let Some(value) = value.filter(|_| is_joined) {
            let joined = &mut found[at];
            joined.numeral.value = value;
            joined.span = ByteSpan::new(one.span.start, next.span.end.max(next.unit_span.end));
            found.remove(at + 1);
        } else {
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::figures::Antecedent;
    use crate::accounts::passages::Telling;

    fn check_lengths(text: &str, expected: &[&str]) {
        let reading = Reading {
            telling: &Telling::default(),
            text,
            span: ByteSpan::new(0, text.len() as u32),
            words: &[],
            numerals: &[],
            antecedent: Antecedent::default(),
        };
        let mut found = Vec::new();
        gather(&reading, &mut found);
        let words: Vec<&str> = found.iter().map(|figure| figure.span.of(text)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn a_length_stands_where_the_text_has_it_whatever_letters_stand_before() {
        check_lengths(
            "In İİİzmir it burned for three quarters of an hour.",
            &["three quarters of an hour"],
        );
    }

    #[test]
    fn a_length_that_is_told_twice_is_read_twice() {
        check_lengths(
            "It burned for half an hour, and half an hour later for an hour and a half.",
            &["half an hour", "half an hour", "an hour and a half"],
        );
    }
}
