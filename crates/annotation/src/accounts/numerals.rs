//! Numbers as texts write them: "1,200", "€4m", "forty-two", "two dozen", "three and a half million".

use corpus::ByteSpan;

use crate::days;

/// A number as written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numeral {
    pub(super) value: f64,
    /// The number without its currency sign.
    pub(super) span: ByteSpan,
    pub(super) bound: Bound,
    /// Whether it is given in thousands, millions or billions, and so is rounded.
    pub(super) is_scaled: bool,
    /// "4m" is four millions of money and four metres.
    pub(super) has_money_suffix: bool,
    /// What the number as written was multiplied with, by its unit: 60 for hours.
    pub(super) factor: f64,
}

/// What a text says of how exact a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    /// Nothing.
    Exact,
    /// "about", "some", "roughly".
    About,
    /// "at least", "more than".
    AtLeast,
    /// "up to", "fewer than".
    AtMost,
    /// "nearly", "almost".
    Nearly,
}

impl Numeral {
    /// Gives the number in another unit, of which its own has so many.
    pub(super) fn scale(&mut self, factor: f64) {
        self.value *= factor;
        self.factor *= factor;
    }

    /// Tells whether both can be the same number: equal, or near enough for what is said of them.
    ///
    /// About: a tenth apart. Nearly: a tenth below. At least and at most: up to twice the bound, down to half of it.
    /// Numbers in millions may be rounded.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let (a, b) = (self.value, other.value);
        let apart = libm::fabs(a - b);
        let most = libm::fmax(a, b);
        let is_rounded = self.is_scaled || other.is_scaled;
        if apart <= 1e-9 * most || (is_rounded && apart < 0.02 * most) {
            return true;
        }
        // "two kilometres" and "2.1 km"
        let is_whole = |numeral: &Self| (numeral.value / numeral.factor).fract() == 0.0;
        let factor = libm::fmax(self.factor, other.factor);
        if is_whole(self) != is_whole(other) && apart <= 0.5 * factor && apart <= 0.2 * most {
            return true;
        }
        let holds = |bound: Bound, value: f64, other: f64| match bound {
            Bound::Exact => false,
            Bound::About => apart <= 0.1 * most,
            Bound::AtLeast => other >= value && other <= 2.0 * value,
            Bound::AtMost => other <= value && other >= 0.5 * value,
            Bound::Nearly => other <= value && other >= 0.9 * value,
        };
        holds(self.bound, a, b) || holds(other.bound, b, a)
    }
}

/// What a word is worth in a number.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Part {
    Digits(f64),
    /// Digits with "bn", "m" or "k".
    Suffixed(f64, f64),
    /// 1 to 19.
    Small(f64),
    /// 20 to 90.
    Tens(f64),
    Hundred,
    Dozen,
    /// A thousand and more.
    Scale(f64),
    Half,
    A,
    And,
}

/// Returns the numbers of a passage in order; those that begin inside one of `dated` are left out.
pub(super) fn numerals(text: &str, span: ByteSpan, dated: &[ByteSpan]) -> Vec<Numeral> {
    let mut parts: Vec<(ByteSpan, Part)> = Vec::new();
    analysis::tokens(span.of(text), &mut |token| {
        let at = ByteSpan::new(token.span.start + span.start, token.span.end + span.start);
        let is_dated = || {
            dated
                .iter()
                .any(|day| day.start <= at.start && at.start < day.end)
        };
        if token.kind == analysis::TokenKind::Word
            && let Some(part) = part_of(token.term)
            && !is_dated()
        {
            parts.push((at, part));
        }
    });
    let mut found = Vec::new();
    let mut rest = &parts[..];
    while let Some((numeral, n_parts)) = first_of(text, span, rest) {
        rest = rest.get(n_parts..).unwrap_or_default();
        found.extend(numeral);
    }
    found
}

fn part_of(term: &str) -> Option<Part> {
    if term.starts_with(|c: char| c.is_ascii_digit()) {
        let end = term
            .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
            .unwrap_or(term.len());
        let (digits, suffix) = term.split_at(end);
        let value = digits.replace(',', "").parse().ok()?;
        return match suffix {
            "" => Some(Part::Digits(value)),
            "k" => Some(Part::Suffixed(value, 1e3)),
            "m" | "mn" => Some(Part::Suffixed(value, 1e6)),
            "bn" => Some(Part::Suffixed(value, 1e9)),
            _ => None,
        };
    }
    match term {
        "a" | "an" => Some(Part::A),
        "and" => Some(Part::And),
        "half" => Some(Part::Half),
        "dozen" => Some(Part::Dozen),
        "hundred" => Some(Part::Hundred),
        "thousand" => Some(Part::Scale(1e3)),
        "million" => Some(Part::Scale(1e6)),
        "billion" => Some(Part::Scale(1e9)),
        "trillion" => Some(Part::Scale(1e12)),
        _ => days::number(term).map(|number| match number {
            20.. => Part::Tens(number.into()),
            _ => Part::Small(number.into()),
        }),
    }
}

/// Reads the number at the beginning of the parts, if there is one; with how many parts were read.
fn first_of(
    text: &str,
    passage: ByteSpan,
    parts: &[(ByteSpan, Part)],
) -> Option<(Option<Numeral>, usize)> {
    let &(first, part) = parts.first()?;
    let (mut total, mut current) = (0.0, 0.0);
    let (mut is_scaled, mut has_money_suffix, mut is_worded) = (false, false, true);
    // How many parts belong to the number, and where it ends.
    let (mut n_parts, mut end) = (0, first.end);
    let mut before: Option<Part> = None;
    for (at, &(span, part)) in parts.iter().enumerate() {
        if at > 0 && !touches(text, parts[at - 1].0.end, span.start) {
            break;
        }
        let goes_on = match (before, part) {
            (None, Part::Digits(value)) => {
                (current, is_worded) = (value, false);
                true
            }
            // "17 000"
            (Some(Part::Digits(_)), Part::Digits(value))
                if span.end - span.start == 3 && current < 1000.0 && current.fract() == 0.0 =>
            {
                current = current * 1000.0 + value;
                true
            }
            (None, Part::Suffixed(value, scale)) => {
                (total, is_worded) = (value * scale, false);
                (is_scaled, has_money_suffix) = (true, true);
                true
            }
            (
                None | Some(Part::Hundred | Part::Scale(_) | Part::And),
                Part::Small(value) | Part::Tens(value),
            )
            | (Some(Part::Tens(_)), Part::Small(value)) => {
                current += value;
                true
            }
            (None | Some(Part::And), Part::A) => true,
            (None | Some(Part::A), Part::Half) => {
                current += 0.5;
                true
            }
            (Some(Part::Half), Part::A) => true,
            (Some(Part::Hundred | Part::Scale(_)), Part::And) => true,
            // "three and a half million", but "seven and eight"
            (Some(Part::Small(_) | Part::Digits(_)), Part::And) => matches!(
                parts.get(at + 1..at + 3),
                Some([(_, Part::A), (_, Part::Half)])
            ),
            (
                Some(Part::A | Part::Small(_) | Part::Tens(_) | Part::Digits(_) | Part::Half),
                Part::Hundred,
            ) => {
                current = one_if_none(current) * 100.0;
                true
            }
            (Some(Part::A | Part::Small(_) | Part::Digits(_) | Part::Half), Part::Dozen) => {
                current = one_if_none(current) * 12.0;
                true
            }
            (Some(_), Part::Scale(scale)) if before != Some(Part::And) => {
                total += one_if_none(current) * scale;
                (current, is_scaled) = (0.0, true);
                true
            }
            _ => false,
        };
        if !goes_on {
            break;
        }
        before = Some(part);
        // "and" and "a" belong to a number only with what follows.
        if !matches!(part, Part::And | Part::A) {
            (n_parts, end) = (at + 1, span.end);
        }
    }
    let value = total + current;
    let span = ByteSpan::new(first.start, end);
    // "1.2 The engineers" numbers the paragraph.
    let is_label = first.start == passage.start
        && !is_worded
        && text
            .get(end as usize..)
            .and_then(|rest| rest.strip_prefix([' ', '\t', '.', ')', ']']))
            .is_some_and(|rest| rest.trim_start().starts_with(char::is_uppercase));
    // "one" is too often no number, "half" and "a" alone are none.
    let is_number = n_parts > 0
        && !is_label
        && value >= 0.0
        && !(is_worded && value <= 1.0)
        && !matches!(
            (n_parts, part),
            (1, Part::Hundred | Part::Dozen | Part::Scale(_))
        );
    let numeral = is_number.then(|| Numeral {
        value,
        span,
        bound: bound_before(text.get(passage.start as usize..span.start as usize)),
        is_scaled,
        has_money_suffix,
        factor: 1.0,
    });
    Some((numeral, n_parts.max(1)))
}

fn one_if_none(value: f64) -> f64 {
    if value == 0.0 { 1.0 } else { value }
}

/// Between the words of a number stand a space or a hyphen.
fn touches(text: &str, from: u32, to: u32) -> bool {
    matches!(
        text.get(from as usize..to as usize),
        Some(" " | "-" | "\u{a0}" | "‑")
    )
}

/// Tells whether a text ends with a word, or with several.
pub(super) fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word)
        .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

fn bound_before(before: Option<&str>) -> Bound {
    const ABOUT: &[&str] = &[
        "about",
        "around",
        "some",
        "roughly",
        "approximately",
        "estimated",
        "perhaps",
        "maybe",
    ];
    const AT_LEAST: &[&str] = &[
        "over",
        "more than",
        "at least",
        "no fewer than",
        "no less than",
    ];
    const NEARLY: &[&str] = &["nearly", "almost", "close to"];
    const AT_MOST: &[&str] = &[
        "up to",
        "as many as",
        "fewer than",
        "less than",
        "under",
        "at most",
    ];
    let before = before
        .unwrap_or_default()
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '€' | '$' | '£' | '¥'))
        .to_lowercase();
    let ends = |list: &[&str]| list.iter().any(|word| ends_with_word(&before, word));
    if ends(AT_LEAST) {
        Bound::AtLeast
    } else if ends(AT_MOST) {
        Bound::AtMost
    } else if ends(NEARLY) {
        Bound::Nearly
    } else if ends(ABOUT) {
        Bound::About
    } else {
        Bound::Exact
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, f64)> {
        numerals(text, ByteSpan::new(0, text.len() as u32), &[])
            .iter()
            .map(|numeral| (numeral.span.of(text), numeral.value))
            .collect()
    }

    #[test]
    fn numbers_are_read_in_digits_and_words() {
        assert_eq!(read("some 1,200 men"), [("1,200", 1200.0)]);
        assert_eq!(
            read("17 000 men in 40 913 tents"),
            [("17 000", 17e3), ("40 913", 40_913.0)]
        );
        assert_eq!(
            read("€4m, $1.2bn and 3.5 million euros"),
            [("4m", 4e6), ("1.2bn", 1.2e9), ("3.5 million", 3.5e6)]
        );
        assert_eq!(read("forty-two goats"), [("forty-two", 42.0)]);
        assert_eq!(
            read("twenty-six hundred goats, four million two hundred thousand"),
            [
                ("twenty-six hundred", 2600.0),
                ("four million two hundred thousand", 4.2e6)
            ]
        );
        assert_eq!(
            read("Two dozen boats, a dozen eggs, a hundred men"),
            [("Two dozen", 24.0), ("a dozen", 12.0), ("a hundred", 100.0)]
        );
        assert_eq!(
            read("three hundred and twelve votes"),
            [("three hundred and twelve", 312.0)]
        );
        assert_eq!(
            read("three and a half million, half a million"),
            [("three and a half million", 3.5e6), ("half a million", 5e5)]
        );
        assert_eq!(read("14 and 17 boats"), [("14", 14.0), ("17", 17.0)]);
        assert_eq!(
            read("seven and eight boats"),
            [("seven", 7.0), ("eight", 8.0)]
        );
    }

    #[test]
    fn words_that_are_no_numbers_are_left() {
        assert_eq!(read("1.2 Fourteen men came"), [("Fourteen", 14.0)]);
        assert_eq!(read("one of a kind, half of it, a hand and a foot"), []);
        assert_eq!(read("hundreds of people, dozens of boats"), []);
        assert_eq!(read("a 12km walk"), []);
    }

    #[test]
    fn what_is_said_to_be_rough_agrees_with_what_is_near() {
        let agree = |a: &str, b: &str| {
            let first = |text: &str| {
                numerals(text, ByteSpan::new(0, text.len() as u32), &[])
                    .first()
                    .copied()
            };
            first(a).zip(first(b)).map(|(a, b)| a.agrees(&b))
        };
        assert_eq!(agree("some 400 people", "412 people"), Some(true));
        assert_eq!(agree("at least nine dead", "11 dead"), Some(true));
        assert_eq!(agree("at least nine dead", "14 dead"), Some(true));
        assert_eq!(agree("at least nine dead", "40 dead"), Some(false));
        assert_eq!(agree("up to 900 men", "600 men"), Some(true));
        assert_eq!(agree("nearly 500", "420"), Some(false));
        assert_eq!(agree("nearly 500", "480"), Some(true));
        assert_eq!(agree("400 people", "412 people"), Some(false));
        assert_eq!(agree("3.5 million euros", "€3.52m"), Some(true));
        assert_eq!(agree("a dozen", "12"), Some(true));
        assert_eq!(agree("€4 million", "5 million euros"), Some(false));
    }
}
