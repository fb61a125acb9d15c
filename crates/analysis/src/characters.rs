//! What a character does in a word.

/// What a character does in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// A letter or digit: makes words.
    Letter,
    /// A combining mark that folding drops; it belongs to the letter before it.
    Mark,
    /// An invisible character or a stretcher (soft hyphen, joiner, tatweel): nothing, inside a word.
    Ignorable,
    /// An apostrophe or a mark for ayn or hamza: dropped between letters.
    Apostrophe,
    /// A hyphen: joins the parts of a compound.
    Hyphen,
    /// A letter of a script written without spaces: a word of its own.
    Unspaced,
    /// Everything else: ends words.
    Separator,
}

/// Returns the character at byte `at`, or `None` at the end of the text.
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Returns the class of the character at byte `at`; the end of the text separates.
pub(crate) fn class_at(text: &str, at: usize) -> Class {
    char_at(text, at).map_or(Class::Separator, class)
}

/// Returns what `c` does in a word.
pub(crate) fn class(c: char) -> Class {
    match c {
        '\0'..='\x7f' => ascii_class(c),
        '\u{80}'..='\u{2ff}' => match c {
            '\u{ad}' => Class::Ignorable,
            '´' | '\u{2b9}' | '\u{2bb}'..='\u{2bf}' | '\u{2c8}' => Class::Apostrophe,
            _ => letter_or_separator(c),
        },
        '\u{2010}' | '\u{2011}' | '\u{5be}' | '\u{fe63}' | '\u{ff0d}' => Class::Hyphen,
        '‘' | '’' | '‛' | '′' | '\u{ff07}' | '\u{5f3}' | '\u{5f4}' => Class::Apostrophe,
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}'
        | '\u{feff}'
        | '\u{640}'
        | '\u{61c}' => Class::Ignorable,
        _ if is_dropped_mark(c) => Class::Mark,
        _ if is_unspaced(c) => Class::Unspaced,
        // Formulas of several words in one code, as after a name.
        '\u{fdfa}' | '\u{fdfb}' => Class::Separator,
        _ if is_kept_mark(c) => Class::Letter,
        _ => letter_or_separator(c),
    }
}

fn ascii_class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Class::Letter,
        '\'' | '`' => Class::Apostrophe,
        '-' => Class::Hyphen,
        _ => Class::Separator,
    }
}

fn letter_or_separator(c: char) -> Class {
    if c.is_alphanumeric() {
        Class::Letter
    } else {
        Class::Separator
    }
}

/// Accents, Hebrew points, Arabic vowel and Koranic marks, and those of Syriac and Cyrillic.
fn is_dropped_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'
        | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}'
        | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}'
        | '\u{6ea}'..='\u{6ed}' | '\u{711}' | '\u{730}'..='\u{74a}' | '\u{8ca}'..='\u{8ff}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20f0}'
        | '\u{fb1e}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{fe70}'..='\u{fe7f}')
}

/// Signs inside Indic and Tibetan words that are not alphabetic of themselves (virama, nukta).
fn is_kept_mark(c: char) -> bool {
    let code = u32::from(c);
    match code {
        0x900..=0xdff => matches!(code & 0x7f, 0x3c | 0x4d) || code == 0xdca,
        _ => matches!(
            code,
            0xf35 | 0xf37 | 0xf39 | 0xf84 | 0x1b34 | 0x1b44 | 0xa9c0
        ),
    }
}

/// Han, kana, bopomofo, Yi, Thai, Lao, Burmese and Khmer letters.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e01}'..='\u{e4e}' | '\u{e80}'..='\u{ecf}' | '\u{edc}'..='\u{edf}'
        | '\u{1000}'..='\u{103f}' | '\u{1050}'..='\u{108f}' | '\u{109a}'..='\u{109d}'
        | '\u{1780}'..='\u{17d3}' | '\u{17d7}' | '\u{17dc}' | '\u{17dd}' | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{309a}' | '\u{309d}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}'
        | '\u{3105}'..='\u{312f}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{a000}'..='\u{a48c}' | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
        && c != '\u{e3f}'
}

/// Tells whether an unspaced letter belongs to the one before it (vowel signs, tone marks).
pub(crate) fn extends_cluster(c: char) -> bool {
    matches!(c,
        '\u{e31}' | '\u{e33}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{eb1}' | '\u{eb3}'..='\u{ebc}'
        | '\u{ec8}'..='\u{ecf}' | '\u{102b}'..='\u{103e}' | '\u{1056}'..='\u{1059}'
        | '\u{105e}'..='\u{1060}' | '\u{1062}'..='\u{1064}' | '\u{1067}'..='\u{106d}'
        | '\u{1071}'..='\u{1074}' | '\u{1082}'..='\u{108d}' | '\u{108f}' | '\u{109a}'..='\u{109d}'
        | '\u{17b4}'..='\u{17d3}' | '\u{17dd}' | '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}')
}

/// Tells whether `c` stacks the next letter below itself (Khmer coeng, Burmese virama).
pub(crate) fn stacks_next(c: char) -> bool {
    matches!(c, '\u{17d2}' | '\u{1039}')
}

/// Returns `kana` with the voicing mark `mark`, `None` where `mark` is none or makes no letter.
pub(crate) fn voiced(kana: char, mark: char) -> Option<char> {
    let distance = match mark {
        '\u{3099}' | '\u{ff9e}' => 1,
        '\u{309a}' | '\u{ff9f}' => 2,
        _ => return None,
    };
    match kana {
        'う' | 'ウ' if distance == 1 => char::from_u32(u32::from(kana) + 0x4e),
        'か'..='ほ' | 'カ'..='ホ' => char::from_u32(u32::from(kana) + distance),
        _ => None,
    }
}

/// Tells whether `c` is a digit that folds to `0` to `9`.
pub(crate) fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' | '\u{ff10}'..='\u{ff19}')
}

/// Tells whether `c` is a Hebrew letter.
pub(crate) fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{5d0}'..='\u{5f2}')
}
