//! Kinds of documents, and what each format calls them.

/// What a document is, as far as its metadata say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// The type in CSL 1.0.2.
    pub csl: &'static str,
    /// The type in RIS.
    pub ris: &'static str,
    /// The entry type in BibTeX; only types that both BibTeX and biblatex know.
    pub bibtex: &'static str,
}

/// CSL type, RIS type, BibTeX entry, and other words that metadata use for it.
const KINDS: [&str; 22] = [
    "article-magazine MGZN article magazine feature",
    "article-newspaper NEWS article newspaper news newsarticle",
    "article-journal JOUR article journal scholarlyarticle",
    "article GEN misc preprint",
    "webpage ELEC misc web website page",
    "post-weblog BLOG misc blog blogpost blogposting",
    "post ELEC misc thread socialmediaposting",
    "book BOOK book monograph",
    "chapter CHAP incollection section",
    "report RPRT techreport whitepaper",
    "thesis THES phdthesis dissertation",
    "paper-conference CPAPER inproceedings conference",
    "interview GEN misc testimony transcript",
    "personal_communication PCOMM misc letter email e-mail message mail",
    "speech GEN misc lecture talk presentation",
    "manuscript MANSCPT unpublished draft diary",
    "legislation STAT misc law statute",
    "legal_case CASE misc case judgment",
    "broadcast VIDEO misc podcast radio television",
    "dataset DATA misc data",
    "pamphlet PAMP booklet leaflet booklet",
    "document GEN misc text other",
];

impl Kind {
    /// Returns the kind that the metadata name; otherwise a magazine's article where there is a source that
    /// may have published it, and a document where there is none.
    #[must_use]
    pub(crate) fn of(named: Option<&str>, has_source: bool) -> Self {
        let named = named.map(|name| name.trim().to_lowercase().replace(' ', "-"));
        let is_named = |row: &&&str| {
            named.as_deref().is_some_and(|name| {
                let mut words = row.split(' ').enumerate();
                words.any(|(nth, word)| word == name && !(1..=2).contains(&nth))
            })
        };
        let default = if has_source { 0 } else { KINDS.len() - 1 };
        let row = KINDS.iter().find(is_named).unwrap_or(&KINDS[default]);
        let mut words = row.split(' ');
        let mut next = || words.next().unwrap_or_default();
        Self {
            csl: next(),
            ris: next(),
            bibtex: next(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_name_the_kind_in_many_words() {
        assert_eq!(Kind::of(Some("Newspaper"), true).csl, "article-newspaper");
        assert_eq!(Kind::of(Some("e-mail"), false).ris, "PCOMM");
        assert_eq!(Kind::of(Some("unheard of"), true).bibtex, "article");
        assert_eq!(Kind::of(None, false).csl, "document");
    }
}
