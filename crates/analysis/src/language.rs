//! Languages with stemming rules.

/// A language as far as stemming knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English; also assumed where a document names no language.
    #[default]
    English,
    /// French.
    French,
    /// German.
    German,
    /// Spanish.
    Spanish,
    /// Arabic.
    Arabic,
    /// Any other: every term is its own stem.
    Other,
}

impl Language {
    /// Returns the language of a BCP 47 tag (`en`, `en-GB`, `fr_FR`), English for none.
    ///
    /// English is the default because most corpora that say nothing are English, and because its rules
    /// touch only terms of the letters a to z.
    #[must_use]
    pub fn of(tag: Option<&str>) -> Self {
        let Some(tag) = tag.map(str::trim).filter(|tag| !tag.is_empty()) else {
            return Self::English;
        };
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        let is = |codes: [&str; 3]| codes.iter().any(|code| primary.eq_ignore_ascii_case(code));
        if is(["en", "eng", "english"]) {
            Self::English
        } else if is(["fr", "fra", "fre"]) {
            Self::French
        } else if is(["de", "deu", "ger"]) {
            Self::German
        } else if is(["es", "spa", "spa"]) {
            Self::Spanish
        } else if is(["ar", "ara", "arb"]) {
            Self::Arabic
        } else {
            Self::Other
        }
    }
}
