//! The language of the interface.
//!
//! Sentences stand in English in [`crate::wording`]; a larger build of the page may put a [`Language`] over
//! them. The small one speaks English: without a language everything here is as good as not there.

use std::cell::Cell;
use std::ops::Deref;

/// A sentence of the interface, written in English and read in the language of the interface (`&*wording`, or
/// `&wording` where a text is wanted). It stands in the program, so a corpus' text is never taken for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording(pub &'static str);

impl Wording {
    /// Returns it in the language of the interface.
    #[must_use]
    #[inline(never)]
    pub fn words(self) -> &'static str {
        match language() {
            Some(language) => language.sentence(self.0),
            None => self.0,
        }
    }
}

impl Deref for Wording {
    type Target = str;

    fn deref(&self) -> &str {
        self.words()
    }
}

/// A language that the interface can speak beside English.
pub trait Language {
    /// Returns the sentence that stands for an English one; the English one where there is none.
    fn sentence(&self, english: &'static str) -> &'static str;

    /// Returns a number with what is counted, which English names by its plural.
    fn counted(&self, n: usize, nouns: &'static str) -> String;

    /// Returns a whole number.
    fn number(&self, n: usize) -> String;

    /// Returns a date of ISO 8601: `2024-12-08`, `2024-12` or `2024`.
    fn date(&self, iso: &str) -> String;

    /// Returns what stands for a message of the engine, whose quoted words (“…”) stay as they are.
    fn message(&self, english: &str) -> String;
}

thread_local! {
    static LANGUAGE: Cell<Option<&'static dyn Language>> = const { Cell::new(None) };
}

/// Speaks this language from now on; English without one.
pub fn speak(language: Option<&'static dyn Language>) {
    LANGUAGE.set(language);
}

/// Returns the language over English.
#[must_use]
pub fn language() -> Option<&'static dyn Language> {
    LANGUAGE.get()
}

/// Returns a sentence with its gaps filled: `{0}` is the first value.
#[must_use]
#[inline(never)]
pub fn fill(pattern: Wording, values: &[&str]) -> String {
    let mut filled = String::new();
    let mut rest: &str = &pattern;
    while let Some(at) = rest.bytes().position(|byte| byte == b'{') {
        filled.push_str(&rest[..at]);
        let gap = usize::from(rest.as_bytes().get(at + 1).map_or(0, |digit| digit & 15));
        filled.push_str(values.get(gap).unwrap_or(&""));
        rest = rest.get(at + 3..).unwrap_or("");
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_in_the_order_of_the_sentence() {
        let filled = |pattern| fill(Wording(pattern), &["Homs", "3"]);
        assert_eq!(filled("{1} in {0}"), "3 in Homs");
        assert_eq!(filled("في {0}"), "في Homs");
        assert_eq!(filled("as it is"), "as it is");
    }
}
