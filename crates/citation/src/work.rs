//! A document as something to cite.

use crate::{Date, Kind, Name, one_line};

/// What can be said of a document in a citation. Texts stand on one line each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Work {
    id: String,
    title: String,
    authors: Vec<String>,
    date: String,
    source: String,
    url: String,
    lang: String,
    tags: Vec<String>,
    kind: String,
    accessed: String,
    publisher_place: String,
    publisher: String,
    abstract_: String,
    doi: String,
    isbn: String,
    volume: String,
    issue: String,
    pages: String,
    section: String,
    translators: Vec<String>,
    rights: String,
    collection: String,
}

impl Work {
    /// Returns a document of which only the id and the title are known.
    #[must_use]
    pub fn new(id: &str, title: &str) -> Self {
        Self {
            id: one_line(id),
            title: one_line(title),
            ..Self::default()
        }
    }

    /// Notes the collection in which the document is read; forms with a place for it name it.
    pub fn set_collection(&mut self, title: &str) {
        self.collection = one_line(title);
    }

    /// Takes one metadata key with its values; a key that no citation uses is passed over. Keys are those of
    /// `corpus::Field`: canonical for title, author, date, source, url, tag and lang, otherwise as written.
    pub fn set<'v>(&mut self, key: &str, values: impl IntoIterator<Item = &'v str>) {
        let mut values = values
            .into_iter()
            .map(one_line)
            .filter(|value| !value.is_empty());
        let place = match key.replace('_', "-").as_str() {
            "author" => return self.authors.extend(values),
            "translator" | "translators" => return self.translators.extend(values),
            "tag" => return self.tags.extend(values),
            "source" => {
                let all: Vec<String> = values.collect();
                self.source = all.join("; ");
                return;
            }
            "date" => &mut self.date,
            "url" => &mut self.url,
            "lang" => &mut self.lang,
            "type" | "item-type" | "kind" => &mut self.kind,
            "accessed" | "retrieved" | "clipped" => &mut self.accessed,
            "place" | "dateline" | "location" => &mut self.publisher_place,
            "imprint" => &mut self.publisher,
            "abstract" | "description" | "summary" | "dek" => &mut self.abstract_,
            "doi" => &mut self.doi,
            "isbn" => &mut self.isbn,
            "volume" => &mut self.volume,
            "issue" | "number" => &mut self.issue,
            "pages" | "page" => &mut self.pages,
            "section" => &mut self.section,
            "license" | "rights" => &mut self.rights,
            _ => return,
        };
        if let (Some(value), true) = (values.next(), place.is_empty()) {
            *place = value;
        }
    }

    /// Returns the title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Returns the authors.
    #[must_use]
    pub fn authors(&self) -> Vec<Name> {
        self.names(&self.authors)
    }

    pub(crate) fn translators(&self) -> Vec<Name> {
        self.names(&self.translators)
    }

    fn names(&self, texts: &[String]) -> Vec<Name> {
        let publisher = Some(self.source.as_str()).filter(|source| !source.is_empty());
        texts.iter().map(|text| Name::of(text, publisher)).collect()
    }

    /// Returns the date, where the metadata have one that is EDTF.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        Date::of(&self.date)
    }

    pub(crate) fn accessed(&self) -> Option<Date> {
        Date::of(&self.accessed).filter(|date| date.end.is_none())
    }

    /// Returns where it was published, or empty.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Returns the document's own address: `http` or `https`, or empty.
    #[must_use]
    pub fn url(&self) -> &str {
        let is_web = ["http://", "https://"]
            .iter()
            .any(|scheme| self.url.starts_with(scheme));
        if is_web { &self.url } else { "" }
    }

    /// Returns the document's address, else that of the passage.
    pub(crate) fn url_or_link<'a>(&'a self, passage: Option<&'a crate::Passage>) -> &'a str {
        match (self.url(), passage) {
            ("", Some(passage)) => &passage.link,
            (url, _) => url,
        }
    }

    pub(crate) fn collection(&self) -> &str {
        &self.collection
    }

    pub(crate) fn tags(&self) -> &[String] {
        &self.tags
    }

    pub(crate) fn kind(&self) -> Kind {
        let named = Some(self.kind.as_str()).filter(|kind| !kind.is_empty());
        Kind::of(named, !self.source.is_empty())
    }

    pub(crate) fn lang(&self) -> &str {
        &self.lang
    }

    /// Returns the further texts that every format has a place for.
    pub(crate) fn further(&self) -> Further<'_> {
        Further {
            place: &self.publisher_place,
            publisher: &self.publisher,
            abstract_: &self.abstract_,
            doi: &self.doi,
            isbn: &self.isbn,
            volume: &self.volume,
            issue: &self.issue,
            pages: &self.pages,
            section: &self.section,
            rights: &self.rights,
        }
    }

    /// Returns a key for the entry: the id where it is made of plain letters, digits and `-_.:`, with `-` for
    /// all other signs; a hash of the id where nothing of it would be left.
    pub(crate) fn key(&self) -> String {
        let mut key = String::new();
        for sign in self.id.chars() {
            if sign.is_ascii_alphanumeric() || "_.:".contains(sign) {
                key.push(sign);
            } else if !key.ends_with('-') && !key.is_empty() {
                key.push('-');
            }
        }
        let is_whole = self.id.is_ascii() && key.bytes().any(|byte| byte.is_ascii_alphanumeric());
        if is_whole {
            return key.trim_end_matches('-').to_owned();
        }
        // Ids in other letters must not fall together: FNV-1a, as in docs/LINKS.md.
        let mut hash: u32 = 0x811c_9dc5;
        for byte in self.id.bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        format!("document-{hash:08x}")
    }
}

/// Texts of a [`Work`] that stand in a place of their own in each format; empty where not known.
pub(crate) struct Further<'w> {
    pub(crate) place: &'w str,
    pub(crate) publisher: &'w str,
    pub(crate) abstract_: &'w str,
    pub(crate) doi: &'w str,
    pub(crate) isbn: &'w str,
    pub(crate) volume: &'w str,
    pub(crate) issue: &'w str,
    pub(crate) pages: &'w str,
    pub(crate) section: &'w str,
    pub(crate) rights: &'w str,
}
