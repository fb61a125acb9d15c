//! Numbers whose noun stands elsewhere: "the number of the injured was 112", "five of its 22 members", "forty of them,
//! in the end fifty", "the bill was 22 million".

use super::figures::{Figure, Reading, unit_of};
use super::numerals::Numeral;
use super::passages::{Telling, Word};
use super::units::{ANY_MONEY, Unit};

/// Words before a number that counts nothing.
const NUMBERED: &[&str] = &[
    " was",
    " is",
    " route",
    " line",
    " room",
    " number",
    " page",
    " train",
    " bus",
    " No.",
    " tram",
    " flight",
    " bed",
    " paragraph",
    " at",
    " of",
    " in",
    " on",
    " than",
];

impl Reading<'_> {
    /// A number behind its noun: "the number of the injured who were treated was 112".
    pub(super) fn numbered(&self, numeral: &Numeral) -> Option<Figure> {
        const TELLS: &[&str] = &[" was ", " is ", " to ", " at ", " reached ", " stood at "];
        let before = self
            .text
            .get(self.span.start as usize..numeral.span.start as usize)?;
        let place = before.to_ascii_lowercase().rfind("number ")?;
        let clause = before.get(place..)?;
        if !TELLS.iter().any(|verb| clause.ends_with(verb)) || clause.contains(['.', ';', ',']) {
            return None;
        }
        let from = self.before(self.span.start + (place + "number ".len()) as u32);
        let counted = self.words.get(from..)?.iter().take(2);
        let mut counted = counted.filter(|word| word.span.end < numeral.span.start);
        let units = |word: &Word| Some((*word, unit_of(self.telling, self.text, word)?));
        let (word, unit) = counted
            .find_map(units)
            .filter(|(_, unit)| unit.is_count())?;
        let outcome = Some(word).filter(|word| Telling::is_outcome(word.feature));
        Some(self.counting(numeral, unit, word.span, outcome))
    }

    /// A part of those whom the next number counts: "five of its 22 members".
    pub(super) fn of_more(&self, numeral: &Numeral) -> Option<Figure> {
        let next = self
            .numerals
            .iter()
            .find(|next| next.span.start >= numeral.span.end)?;
        let gap = self
            .text
            .get(numeral.span.end as usize..next.span.start as usize)?;
        let is_part = matches!(
            gap,
            " of the " | " of its " | " of their " | " of his " | " of her "
        );
        let behind = self.before(next.span.end);
        let (word, unit) = self.counted(next, behind).filter(|_| is_part)?;
        unit.is_count()
            .then(|| self.counting(numeral, unit, word.span, None))
    }

    /// What a number without a noun counts: what the one before it counts, in its sentence or the one before.
    pub(super) fn elided(&self, numeral: &Numeral, found: &[Figure]) -> Option<Figure> {
        let after = self.text.get(numeral.span.end as usize..)?;
        let before = self
            .text
            .get(self.span.start as usize..numeral.span.start as usize)?;
        if let Some(measured) = self.measured_before(numeral, found) {
            return Some(measured);
        }
        if numeral.has_money_suffix {
            return None;
        }
        let ends = after.starts_with(['.', ',', ';', ')']);
        let is_of_it = || after.starts_with(" of it ") || after.starts_with(" of it,");
        // "the bill was 22 million", "a loan, a hundred and twenty million of it"
        if numeral.is_scaled && numeral.value >= 1e5 && (ends || is_of_it()) {
            return Some(self.counting(numeral, Unit::Money(ANY_MONEY), numeral.span, None));
        }
        let is_counting = before.is_empty()
            || [" ", "(", "—"].iter().any(|gap| before.ends_with(gap))
                && !NUMBERED
                    .iter()
                    .any(|word| before.trim_end().ends_with(word));
        if !ends || !is_counting {
            return None;
        }
        let mut last = found
            .iter()
            .rev()
            .filter(|figure| figure.span.end < numeral.span.start)
            .peekable();
        // "52 strikes with 65,625 participants and 73 strikes with 85,645"
        let led = self.word_before(numeral.span.start);
        let nearest = last.peek().copied();
        let alike =
            last.find(|figure| led == Some("with") && self.word_before(figure.span.start) == led);
        let own = alike
            .or(nearest)
            .map(|figure| (figure.unit, figure.outcome));
        let (unit, outcome) = own.or(self.antecedent.counted)?;
        matches!(unit, Unit::Things(_) | Unit::People(_))
            .then(|| self.counting(numeral, unit, numeral.span, outcome))
    }

    /// A second measure with the words of the first: "the air was at eleven degrees and the water at seven".
    fn measured_before(&self, numeral: &Numeral, found: &[Figure]) -> Option<Figure> {
        let last = found.last().filter(|figure| figure.is_measure())?;
        let ends = self
            .text
            .get(numeral.span.end as usize..)?
            .starts_with(['.', ',', ';']);
        let word = self.word_before(numeral.span.start)?;
        let is_led =
            matches!(word, "at" | "to" | "by") && Some(word) == self.word_before(last.span.start);
        (ends && is_led).then(|| {
            let mut figure = self.counting(numeral, last.unit, numeral.span, None);
            figure.numeral.scale(last.numeral.factor);
            figure
        })
    }

    /// The word at once before a place of the passage.
    fn word_before(&self, place: u32) -> Option<&str> {
        let before = self.text.get(self.span.start as usize..place as usize)?;
        before.trim_end().rsplit(' ').next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::Account;
    use crate::accounts::values::Values;
    use crate::days::days;

    /// Checks the figures of a sentence, each with its value.
    fn check(text: &str, expected: &[(&str, f64)]) {
        let source = corpus::Source {
            name: "a.txt".to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        let read = corpus::read(&source, &corpus::ReadOptions::default());
        let document = &read.documents[0];
        let accounts = [Account {
            document,
            days: &days(document),
            names: &[],
        }];
        let telling = Telling::of(&accounts);
        let values = Values::read(&accounts, &telling, 0);
        let found: Vec<(&str, f64)> = (values.figures.iter())
            .map(|figure| (figure.span.of(&document.text), figure.numeral.value))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_number_may_stand_behind_what_it_counts() {
        check(
            "The number of the injured who were treated was 112.",
            &[("112", 112.0)],
        );
        check("Her number was 112.", &[]);
    }

    #[test]
    fn a_part_counts_what_the_whole_does() {
        check(
            "Five of its 22 members came.",
            &[("Five", 5.0), ("22", 22.0)],
        );
    }

    #[test]
    fn millions_are_money_though_no_currency_is_said() {
        check(
            "The bill was 22 million, she said.",
            &[("22 million", 22e6)],
        );
        check(
            "The loan, a hundred and twenty million of it, fell due.",
            &[("a hundred and twenty million", 120e6)],
        );
    }

    #[test]
    fn a_second_measure_is_no_hour() {
        check(
            "The air was at eleven degrees and the water at seven; nobody spoke.",
            &[("eleven", 11.0), ("seven", 7.0)],
        );
        check(
            "The air was at eleven degrees. They left at seven.",
            &[("eleven", 11.0)],
        );
    }

    #[test]
    fn a_number_counts_what_the_one_led_by_the_same_word_does() {
        let found = "There were 52 strikes with 65,625 workers and 73 strikes with 85,645.";
        check(
            found,
            &[
                ("52", 52.0),
                ("65,625", 65_625.0),
                ("73", 73.0),
                ("85,645", 85_645.0),
            ],
        );
    }

    #[test]
    fn what_was_so_long_before_is_no_length() {
        check("It came five days before the ban, three days later.", &[]);
        check("It lasted five days.", &[("five days", 7200.0)]);
    }

    #[test]
    fn ages_that_many_have_not_reached_are_nobodys() {
        check("Nobody had reached the age of eighteen.", &[]);
        check("A welder of 34 was detained.", &[("34", 34.0)]);
    }
}
