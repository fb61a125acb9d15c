//! Citing a document, or a passage of it, in the forms that people and programs take.
//!
//! | form | specification |
//! |---|---|
//! | plain text, Markdown | `CommonMark` 0.31 for what has to be escaped |
//! | BibTeX | Patashnik, `BibTeXing` (1988); `date`, `url`, `urldate`, `langid` as in the biblatex manual 3.20 |
//! | RIS | Research Information Systems, *RIS Format Specifications* (2004) and its revision of 2011 |
//! | CSL-JSON | Citation Style Language 1.0.2, schema `csl-data.json` |
//!
//! Nothing is made up: a date keeps its precision (EDTF, ISO 8601-2 levels 0 and 1), a name is taken apart
//! only where that is safe ([`Name`]), and what the metadata do not say is left out.
//!
//! ```
//! use citation::{Form, Passage, Work};
//!
//! let fields = [("author", vec!["Rim Haddad"]), ("date", vec!["2024-12"]), ("source", vec!["Homs Weekly"])];
//! let mut work = Work::new("road", "The road was open");
//! for (name, values) in fields {
//!     work.set(name, values);
//! }
//! let passage = Passage { quote: "Nobody was there.".into(), number: 12, ..Passage::default() };
//! assert_eq!(
//!     Form::Text.write(&work, Some(&passage)),
//!     "“Nobody was there.”\nRim Haddad, “The road was open”, Homs Weekly, December 2024, ¶\u{a0}12."
//! );
//! ```

mod bibtex;
mod csl;
mod date;
mod kind;
mod markdown;
mod name;
mod note;
mod ris;
mod work;

pub use date::{Date, Day};
pub use kind::Kind;
pub use markdown::escaped as escaped_markdown;
pub use name::Name;
pub use note::{quoted, reference};
pub use work::Work;

/// What is quoted, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passage {
    /// The words as they stand in the text; may be empty to cite a place without quoting it.
    pub quote: String,
    /// The block's name (eight hexadecimal digits, `docs/LINKS.md`), or empty.
    pub block: String,
    /// The number of the block in its document, from 1; 0 where it is not known.
    pub number: usize,
    /// The address that leads to the passage, or empty where there is none that others can follow.
    pub link: String,
}

/// The forms of a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A quotation with its reference below it, for any text.
    Text,
    /// A block quotation with its reference and links.
    Markdown,
    /// One BibTeX entry.
    Bibtex,
    /// One RIS record.
    Ris,
    /// An array with one CSL-JSON item.
    CslJson,
}

impl Form {
    /// All forms in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Text,
        Self::Markdown,
        Self::Bibtex,
        Self::Ris,
        Self::CslJson,
    ];

    /// Returns the citation of a document, or of a passage of it.
    ///
    /// Text, Markdown and CSL-JSON end without a line break; BibTeX and RIS with one, so that records can be
    /// joined.
    #[must_use]
    pub fn write(self, work: &Work, passage: Option<&Passage>) -> String {
        match self {
            Self::Text => note::written(work, passage),
            Self::Markdown => markdown::written(work, passage),
            Self::Bibtex => bibtex::written(work, passage),
            Self::Ris => ris::written(work, passage),
            Self::CslJson => csl::written(work, passage),
        }
    }

    /// Returns the form's short name in lower case: `text`, `markdown`, `bibtex`, `ris`, `csl`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
            Self::CslJson => "csl",
        }
    }

    /// Returns the form of this short name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }

    /// Returns the extension of a file that holds it.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Bibtex => "bib",
            Self::Ris => "ris",
            Self::CslJson => "json",
        }
    }
}

/// Returns the text on one line: every run of white space, and every control character, is one space.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|sign: char| sign.is_whitespace() || sign.is_control()) {
        if word.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
