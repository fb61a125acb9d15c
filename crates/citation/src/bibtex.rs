//! One BibTeX entry.
//!
//! The fields of BibTeX (`year`, `month`, `journal`, `institution`) are written beside those of biblatex
//! (`date`, `url`, `urldate`, `langid`), which classic styles pass over: so the entry works with both, and
//! `date` keeps the EDTF, which biblatex reads to level 1.

use crate::{Name, Passage, Work, note};

pub(crate) fn written(work: &Work, passage: Option<&Passage>) -> String {
    let kind = work.kind().bibtex;
    let further = work.further();
    let mut entry = Entry(["@", kind, "{", &work.key()].concat());
    entry.names("author", &work.authors());
    entry.names("translator", &work.translators());
    // A second pair of braces keeps the capitals.
    entry.field("title", &["{", &escaped(work.title()), "}"].concat());
    entry.text(container_field(kind), work.source());
    entry.date(work);
    entry.text("publisher", further.publisher);
    entry.text("address", further.place);
    entry.text("volume", further.volume);
    entry.text("number", further.issue);
    entry.text("pages", &further.pages.replace(['–', '—'], "--"));
    entry.address("doi", further.doi);
    entry.text("isbn", further.isbn);
    entry.address("url", work.url_or_link(passage));
    if let Some(accessed) = work.accessed() {
        entry.field("urldate", &accessed.to_edtf());
    }
    entry.text("langid", language_name(work.lang()).unwrap_or_default());
    entry.text("keywords", &work.tags().join(", "));
    entry.text("abstract", further.abstract_);
    entry.text("note", &collection_note(work));
    entry.text("annote", &annotation(passage));
    entry.0.push_str("\n}\n");
    entry.0
}

/// Returns quotation, paragraph and address in one line; styles for annotated bibliographies print it.
pub(crate) fn annotation(passage: Option<&Passage>) -> String {
    let Some(passage) = passage else {
        return String::new();
    };
    let mut parts = Vec::new();
    if !passage.quote.trim().is_empty() {
        parts.push(note::quoted(&crate::one_line(&passage.quote)));
    }
    parts.extend(note::place_of(passage));
    parts.push(passage.link.clone());
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

/// Returns the collection that the document was read in, as a note: no field of BibTeX is made for one.
fn collection_note(work: &Work) -> String {
    match work.collection() {
        "" => String::new(),
        collection => ["Collection: ", collection].concat(),
    }
}

/// Where a source stands in an entry of this type.
fn container_field(kind: &str) -> &'static str {
    match kind {
        "article" => "journal",
        "incollection" | "inproceedings" => "booktitle",
        "techreport" => "institution",
        "phdthesis" => "school",
        "book" => "publisher",
        _ => "howpublished",
    }
}

/// Returns babel's name of a language, where it has one.
fn language_name(tag: &str) -> Option<&'static str> {
    const NAMES: [(&str, &str); 14] = [
        ("en", "english"),
        ("ar", "arabic"),
        ("fr", "french"),
        ("de", "german"),
        ("es", "spanish"),
        ("it", "italian"),
        ("pt", "portuguese"),
        ("ru", "russian"),
        ("tr", "turkish"),
        ("fa", "persian"),
        ("he", "hebrew"),
        ("nl", "dutch"),
        ("pl", "polish"),
        ("ku", "kurmanji"),
    ];
    let primary = tag.split('-').next()?;
    NAMES
        .iter()
        .find(|(known, _)| *known == primary)
        .map(|&(_, name)| name)
}

struct Entry(String);

impl Entry {
    /// Appends a field with a value that is ready.
    fn field(&mut self, name: &str, value: &str) {
        for part in [",\n  ", name, " = {", value, "}"] {
            self.0.push_str(part);
        }
    }

    fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.field(name, &escaped(value));
        }
    }

    /// Appends an address, which biblatex reads verbatim: only what would end the field, or is no part of an
    /// address, is percent-encoded.
    fn address(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        let mut address = String::with_capacity(value.len());
        for sign in value.chars() {
            match sign {
                '{' => address.push_str("%7B"),
                '}' => address.push_str("%7D"),
                '\\' => address.push_str("%5C"),
                _ if sign.is_whitespace() || sign.is_control() => address.push_str("%20"),
                _ => address.push(sign),
            }
        }
        self.field(name, &address);
    }

    /// Appends names. One that is whole stands in braces, or BibTeX would take it apart.
    fn names(&mut self, name: &str, names: &[Name]) {
        let written: Vec<String> = names
            .iter()
            .map(|name| match name {
                Name::Person { family, given } => {
                    [protected(family), ", ".to_owned(), protected(given)].concat()
                }
                Name::Whole(whole) => ["{", &escaped(whole), "}"].concat(),
            })
            .collect();
        if !written.is_empty() {
            self.field(name, &written.join(" and "));
        }
    }

    fn date(&mut self, work: &Work) {
        const MONTHS: [&str; 12] = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ];
        let Some(date) = work.date() else { return };
        self.field("date", &date.to_edtf());
        self.field("year", &date.start.year.to_string());
        if let Some(month) = date.start.month {
            // Without braces: the name of a macro that every style defines.
            self.0.push_str(",\n  month = ");
            self.0.push_str(MONTHS[usize::from(month) - 1]);
        }
    }
}

/// Returns a part of a name; one with " and " in it would fall apart.
fn protected(part: &str) -> String {
    let text = escaped(part);
    let is_parted = text.split(' ').any(|word| word.eq_ignore_ascii_case("and"));
    if is_parted {
        ["{", &text, "}"].concat()
    } else {
        text
    }
}

/// Returns a text that LaTeX prints as it is. Braces are written as commands without braces of their own that
/// could be taken for them: BibTeX counts braces also behind a backslash.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for sign in text.chars() {
        match sign {
            '\\' => out.push_str("{\\textbackslash}"),
            '{' => out.push_str("{\\textbraceleft}"),
            '}' => out.push_str("{\\textbraceright}"),
            '~' => out.push_str("{\\textasciitilde}"),
            '^' => out.push_str("{\\textasciicircum}"),
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', sign]),
            _ => out.push(sign),
        }
    }
    out
}
