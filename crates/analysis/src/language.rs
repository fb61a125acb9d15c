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
        TAGS.iter()
            .find(|(code, _)| primary.eq_ignore_ascii_case(code))
            .map_or(Self::Other, |&(_, language)| language)
    }
}

/// Primary subtags, of two letters (ISO 639-1) and three (639-2, 639-3).
const TAGS: [(&str, Language); 13] = [
    ("en", Language::English),
    ("eng", Language::English),
    ("fr", Language::French),
    ("fra", Language::French),
    ("fre", Language::French),
    ("de", Language::German),
    ("deu", Language::German),
    ("ger", Language::German),
    ("es", Language::Spanish),
    ("spa", Language::Spanish),
    ("ar", Language::Arabic),
    ("ara", Language::Arabic),
    ("arb", Language::Arabic),
];

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn tags_name_languages_by_their_primary_subtag() {
        assert_eq!(Language::of(Some("en-GB")), Language::English);
        assert_eq!(Language::of(Some("AR")), Language::Arabic);
        assert_eq!(Language::of(Some("fr_CA")), Language::French);
        assert_eq!(Language::of(Some("deu")), Language::German);
        assert_eq!(Language::of(Some("es")), Language::Spanish);
        assert_eq!(Language::of(Some("english")), Language::Other);
        assert_eq!(Language::of(Some("tr")), Language::Other);
    }

    #[test]
    fn no_tag_means_english() {
        assert_eq!(Language::of(None), Language::English);
        assert_eq!(Language::of(Some(" ")), Language::English);
    }
}
