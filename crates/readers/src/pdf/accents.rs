//! Letters that a page draws in two pieces: TeX's older fonts have no "ï", only a diaeresis to put above an "ı".

use unicode_normalization::UnicodeNormalization as _;

/// Returns a line with each accent that stands alone before a letter put onto it.
pub(super) fn composed(line: &str) -> String {
    if !line.chars().any(|c| combining(c).is_some()) {
        return line.to_owned();
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        // A grave accent at the beginning of a word is a quotation mark.
        let may_be = c != '`' || out.ends_with(char::is_alphabetic);
        let accented = combining(c)
            .filter(|_| may_be)
            .zip(rest.peek())
            .and_then(|(mark, &letter)| accented(letter, mark));
        match accented {
            Some(letter) => {
                rest.next();
                out.push(letter);
            }
            None => out.push(c),
        }
    }
    out
}

/// Returns the mark that combines with a letter for one that stands alone.
fn combining(c: char) -> Option<char> {
    Some(match c {
        '¨' => '\u{308}',
        '´' => '\u{301}',
        '`' => '\u{300}',
        'ˆ' => '\u{302}',
        '˜' => '\u{303}',
        'ˇ' => '\u{30C}',
        '˘' => '\u{306}',
        '˚' => '\u{30A}',
        '˝' => '\u{30B}',
        '¸' => '\u{327}',
        _ => return None,
    })
}

/// Returns the letter with the mark, where Unicode has it as one.
fn accented(letter: char, mark: char) -> Option<char> {
    let letter = match letter {
        'ı' => 'i',
        'ȷ' => 'j',
        letter => letter,
    };
    let mut one = [letter, mark].into_iter().nfc();
    one.next()
        .filter(|_| letter.is_alphabetic() && one.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_are_put_onto_the_letters_that_follow() {
        assert_eq!(
            composed("na¨ıve G¨odel, caf´e, Mˇal"),
            "naïve Gödel, café, Mǎl"
        );
        assert_eq!(composed("voil`a `a"), "voilà `a");
        assert_eq!(composed("5¨ and ´ alone"), "5¨ and ´ alone");
    }
}
