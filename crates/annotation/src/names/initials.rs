//! Letters that stand for the words of a name.

/// Tells whether `short` is made of the first letters of the words of `long`: `FSA`.
pub(super) fn is_acronym(short: &str, long: &str) -> bool {
    let wanted = letters_of(short);
    wanted.len() >= 2
        && (is_whole_acronym(short, long)
            || initials(long, false).get(..wanted.len()) == Some(&wanted[..]))
}

/// The same where no word of `long` is left over.
pub(super) fn is_whole_acronym(short: &str, long: &str) -> bool {
    let wanted = letters_of(short);
    initials(long, false) == wanted || initials(long, true) == wanted
}

fn letters_of(text: &str) -> Vec<char> {
    text.chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The first letters of words, in small letters, with those of small words or without.
fn initials(text: &str, all: bool) -> Vec<char> {
    text.split([' ', '-', '\u{a0}'])
        .filter(|word| {
            all || !matches!(
                word.to_ascii_lowercase().as_str(),
                "of" | "the" | "and" | "for" | "al" | "in" | "de" | "la" | "to"
            )
        })
        .filter_map(|word| word.chars().find(|c| c.is_alphabetic()))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_for_words_with_and_without_the_small_ones() {
        assert!(is_acronym("FSA", "Free Syrian Army"));
        assert!(is_acronym("HTS", "Hayat Tahrir al-Sham"));
        assert!(is_acronym("DoJ", "Department of Justice"));
        assert!(!is_acronym("SDF", "Syrian Democratic Council"));
    }

    #[test]
    fn a_word_left_over_is_none_of_a_whole_acronym() {
        assert!(is_whole_acronym("SNB", "Swiss National Bank"));
        assert!(is_acronym("SNB", "Swiss National Bank Council"));
        assert!(!is_whole_acronym("SNB", "Swiss National Bank Council"));
    }
}
