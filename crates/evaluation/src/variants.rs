//! The forms in which a query is asked: as published, in three words, with one or two typing errors.
//!
//! Same rules and same random numbers as the peer benchmark's `make_queries.py`, so that figures here
//! and there are of the same queries.

use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

use crate::random::PythonRandom;

/// How a query is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Variant {
    /// Whether it is cut to its three rarest words.
    pub(crate) is_short: bool,
    /// Number of typing errors, 0 to 2.
    pub(crate) n_errors: usize,
}

impl Variant {
    /// All variants in the order of the table.
    pub(crate) const ALL: [Self; 6] = [
        Self::new(false, 0),
        Self::new(false, 1),
        Self::new(false, 2),
        Self::new(true, 0),
        Self::new(true, 1),
        Self::new(true, 2),
    ];

    const fn new(is_short: bool, n_errors: usize) -> Self {
        Self { is_short, n_errors }
    }

    /// Returns the name that the peer benchmark uses.
    pub(crate) fn name(self) -> &'static str {
        match (self.is_short, self.n_errors) {
            (false, 0) => "full",
            (false, 1) => "full.t1",
            (false, _) => "full.t2",
            (true, 0) => "short",
            (true, 1) => "short.t1",
            (true, _) => "short.t2",
        }
    }
}

/// The number of documents that have each word of a collection.
#[derive(Debug, Default)]
pub(crate) struct WordFrequencies(BTreeMap<String, u32>);

impl WordFrequencies {
    /// Counts a document.
    pub(crate) fn add(&mut self, title: &str, text: &str) {
        let words: BTreeSet<String> = [title, text]
            .iter()
            .flat_map(|part| words(part))
            .map(|word| word.text.to_ascii_lowercase())
            .collect();
        for word in words {
            *self.0.entry(word).or_default() += 1;
        }
    }

    fn of(&self, word: &str) -> u32 {
        self.0.get(&word.to_ascii_lowercase()).copied().unwrap_or(0)
    }
}

/// Returns a query as it is asked in a variant.
pub(crate) fn ask(
    query: &str,
    variant: Variant,
    collection: &str,
    id: &str,
    frequencies: &WordFrequencies,
) -> String {
    let clean = if variant.is_short {
        three_words(query, frequencies)
    } else {
        query.to_owned()
    };
    if variant.n_errors == 0 {
        return clean;
    }
    let kind = if variant.is_short { "short" } else { "full" };
    let seed = format!("{collection}:{id}:{kind}:{}", variant.n_errors);
    with_errors(&clean, variant.n_errors, &seed)
}

/// The three words that fewest documents have, in the order of the query.
fn three_words(query: &str, frequencies: &WordFrequencies) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for word in words(query) {
        let wanted = !word.is_stop_word() && word.text.len() > 1 && frequencies.of(word.text) > 0;
        if wanted && !kept.contains(&word.text) {
            kept.push(word.text);
        }
    }
    let mut rarest = kept.clone();
    rarest.sort_by_key(|word| (frequencies.of(word), *word));
    rarest.truncate(3);
    kept.retain(|word| rarest.contains(word));
    if kept.is_empty() {
        query.to_owned()
    } else {
        kept.join(" ")
    }
}

fn with_errors(query: &str, n_errors: usize, seed: &str) -> String {
    let digest = Sha256::digest(seed.as_bytes());
    let seed = digest[..8]
        .iter()
        .fold(0u64, |seed, &byte| (seed << 8) | u64::from(byte));
    let mut random = PythonRandom::new(seed);
    let places: Vec<Word<'_>> = words(query)
        .filter(|word| word.text.len() >= 4 && word.is_alphabetic() && !word.is_stop_word())
        .collect();
    if places.is_empty() {
        return query.to_owned();
    }
    let mut chosen = random.sample(places.len(), n_errors.min(places.len()));
    chosen.sort_unstable_by(|left, right| right.cmp(left));
    let mut typed = query.to_owned();
    for place in chosen {
        let word = places[place];
        typed.replace_range(
            word.start..word.start + word.text.len(),
            &mistyped(word.text, &mut random),
        );
    }
    if places.len() < n_errors {
        let (before, again) = (typed.clone(), 3);
        if let Some(word) =
            words(&before).find(|word| word.text.len() >= again && !word.is_stop_word())
        {
            typed.replace_range(
                word.start..word.start + word.text.len(),
                &mistyped(word.text, &mut random),
            );
        }
    }
    typed
}

/// A word with one letter substituted, left out, added or swapped with its neighbour; never the first.
fn mistyped(word: &str, random: &mut PythonRandom) -> String {
    let letters = word.as_bytes();
    let is_upper = word.bytes().any(|letter| letter.is_ascii_uppercase())
        && !word.bytes().any(|letter| letter.is_ascii_lowercase());
    for _ in 0..20 {
        let operation = random.below(4);
        let at = 1 + random.below(letters.len() - 1);
        let drawn = b'a' + random.below(26) as u8;
        let other = if is_upper {
            drawn.to_ascii_uppercase()
        } else {
            drawn
        };
        let mut typed = letters.to_vec();
        match operation {
            0 => typed[at] = other,
            1 => drop(typed.remove(at)),
            2 => typed.insert(at, other),
            _ if at > 1 => typed.swap(at - 1, at),
            _ => {}
        }
        if !typed.eq_ignore_ascii_case(letters) {
            return typed.into_iter().map(char::from).collect();
        }
    }
    word.to_owned()
}

/// A word of the benchmark: a letter with letters, apostrophes and hyphens, or a run of digits.
#[derive(Debug, Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    start: usize,
}

impl Word<'_> {
    fn is_alphabetic(self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_alphabetic())
    }

    fn is_stop_word(self) -> bool {
        let word = self.text.to_ascii_lowercase();
        STOP_WORDS.split_ascii_whitespace().any(|stop| stop == word)
    }
}

fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let in_word = |byte: u8| byte.is_ascii_alphabetic() || byte == b'\'' || byte == b'-';
        while at < bytes.len() && !bytes[at].is_ascii_alphanumeric() {
            at += 1;
        }
        let start = at;
        let goes_on = |byte: u8| {
            if bytes[start].is_ascii_digit() {
                byte.is_ascii_digit()
            } else {
                in_word(byte)
            }
        };
        while at < bytes.len() && goes_on(bytes[at]) {
            at += 1;
        }
        (start < at).then(|| Word {
            text: &text[start..at],
            start,
        })
    })
}

/// The words that the benchmark never takes for a three-word query and never mistypes.
const STOP_WORDS: &str = "a about above after again against all also am an and any are as at be because been before being below between both but by can could did do does doing down during each few for from further had has have having he her here hers him his how i if in into is it its itself just may me might more most must my no nor not now of off on once one only or other our ours out over own per said same shall she should so some such than that the their theirs them then there these they this those through to too two under until up upon us very was we were what when where which while who whom why will with within without would you your yours";

#[cfg(test)]
mod tests {
    use super::{Variant, WordFrequencies, ask};

    /// The collection is TIME, the query its fifth.
    fn check(variant: usize, wanted: &str) {
        let mut frequencies = WordFrequencies::default();
        frequencies.add(
            "",
            "Persons in Viet Nam were involved in the coup in Viet Nam",
        );
        frequencies.add("", "Viet Nam");
        let query = "PERSONS INVOLVED IN THE VIET NAM COUP .";
        assert_eq!(
            ask(query, Variant::ALL[variant], "time", "5", &frequencies),
            wanted
        );
    }

    #[test]
    fn the_query_as_published() {
        check(0, "PERSONS INVOLVED IN THE VIET NAM COUP .");
    }

    #[test]
    fn three_words_are_the_rarest_in_the_order_of_the_query() {
        check(3, "PERSONS INVOLVED COUP");
    }

    #[test]
    fn typing_errors_are_those_of_the_benchmark() {
        check(1, "PERSONS INVOLVED IN THE VIYET NAM COUP .");
        check(2, "PESRONS INVOLVED IN THE VIET NAM CNUP .");
        check(4, "PERSONS INJVOLVED COUP");
        check(5, "PEROSNS IXNVOLVED COUP");
    }
}
