//! Light stemming for languages whose published rules need accents: one ending comes off.
//!
//! A stem is always the beginning of its term, so the terms with a stem stand together in a sorted
//! dictionary.

/// Endings of a language, longer before shorter, and the fewest letters that must remain.
pub(super) struct Endings {
    endings: &'static [&'static str],
    least_bytes: usize,
}

pub(super) const FRENCH: Endings = Endings {
    endings: &[
        "issements",
        "issement",
        "atrices",
        "issaient",
        "eraient",
        "erions",
        "atrice",
        "ateurs",
        "ations",
        "ements",
        "issent",
        "issait",
        "issant",
        "assent",
        "antes",
        "ateur",
        "ation",
        "ement",
        "euses",
        "iques",
        "istes",
        "ismes",
        "ables",
        "ances",
        "ences",
        "elles",
        "erait",
        "erais",
        "erons",
        "eront",
        "erent",
        "irent",
        "aient",
        "euse",
        "eurs",
        "ites",
        "ives",
        "ique",
        "iste",
        "isme",
        "able",
        "ance",
        "ence",
        "ante",
        "ants",
        "ales",
        "elle",
        "erez",
        "erai",
        "ions",
        "eur",
        "ite",
        "ive",
        "ifs",
        "ant",
        "ent",
        "aux",
        "ale",
        "als",
        "els",
        "era",
        "ait",
        "ais",
        "ons",
        "ees",
        "iez",
        "ies",
        "al",
        "el",
        "if",
        "ee",
        "es",
        "er",
        "ez",
        "ir",
        "is",
        "it",
        "ie",
        "e",
        "s",
        "x",
    ],
    // Names of four letters keep them all: "Homs" is not the stem of "hommes".
    least_bytes: 4,
};

pub(super) const GERMAN: Endings = Endings {
    endings: &[
        "heiten", "keiten", "ungen", "innen", "heit", "keit", "ung", "ern", "est", "em", "en",
        "er", "es", "et", "e", "n", "s",
    ],
    least_bytes: 4,
};

pub(super) const SPANISH: Endings = Endings {
    endings: &[
        "amientos", "imientos", "amiento", "imiento", "aciones", "adoras", "adores", "idades",
        "acion", "adora", "mente", "iendo", "ieron", "ador", "idad", "ando", "aban", "aron",
        "ados", "adas", "idos", "idas", "aba", "ado", "ada", "ido", "ida", "ian", "ar", "er", "ir",
        "es", "os", "as", "an", "en", "ia", "o", "a", "e", "s",
    ],
    least_bytes: 4,
};

/// Returns `term` without its longest ending and without the second of two equal letters before it.
/// Terms with anything but a to z stay whole.
pub(super) fn stem<'w>(term: &'w str, language: &Endings) -> &'w str {
    if !term.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return term;
    }
    let shorter = language
        .endings
        .iter()
        .filter_map(|ending| term.strip_suffix(ending))
        .find(|rest| rest.len() >= language.least_bytes)
        .unwrap_or(term);
    match shorter.as_bytes() {
        [.., one, two] if one == two && shorter.len() > language.least_bytes => {
            shorter.get(..shorter.len() - 1).unwrap_or(shorter)
        }
        _ => shorter,
    }
}
