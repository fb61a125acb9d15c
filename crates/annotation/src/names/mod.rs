//! People, places, organisations and groups named in texts, with their variants joined.
//!
//! The way of a name: [`lexicon`] (closed sets of words), `words` (capitals and gaps), `chunks` (capitalised
//! words with what speaks for each kind), `tallies` (what the mentions of a document say of each other), `finding`
//! ([`mentions`] of one document), `bearers` (who is meant by a form in one document), [`Gathering`] (one list over a collection), [`authority`] (what an editor decided),
//! [`codec`] (bytes). `spelling` says when two spellings are one name.
//!
//! Two rules stand above all others. A form is joined to another only for a [`Reason`] that can be shown. And
//! two persons, families or groups are never joined: where a family name may mean several bearers it stays an
//! entity of its own with its candidates.
//!
//! ```
//! use annotation::names::{Authority, Gathering, Lexicon};
//!
//! let source = corpus::Source {
//!     name: "a.txt".into(),
//!     bytes: b"President Nayib Bukele flew to Quito. Later Bukele spoke to reporters there.".to_vec(),
//! };
//! let documents = corpus::read(&source, &corpus::ReadOptions::default()).documents;
//! let lexicon = Lexicon::new();
//! let authority = Authority::default();
//! let mut gathering = Gathering::new(&lexicon, &authority);
//! for document in &documents {
//!     gathering.add(document);
//! }
//! let names = gathering.finish();
//! assert_eq!(names.entities[0].preferred(), "Nayib Bukele");
//! assert_eq!(names.entities[0].mentions.len(), 2);
//! assert_eq!(names.entities[1].preferred(), "Quito");
//! ```

mod apart;
pub mod authority;
mod bearers;
#[cfg(test)]
mod cases;
mod chunks;
pub mod codec;
mod described;
mod finding;
mod gathering;
mod initials;
mod lexicon;
mod offices;
mod parts;
mod sameness;
mod spelling;
mod tallies;
mod words;

pub use authority::Authority;
pub use finding::{Mention, mentions};
pub use gathering::Gathering;
pub use lexicon::Lexicon;
pub use spelling::Reason;

use corpus::ByteSpan;

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum NameKind {
    /// A human being.
    Person = 0,
    /// A country, town, region, building.
    Place = 1,
    /// A state's body, party, army, company, newspaper.
    Org = 2,
    /// A people, a confession, a family.
    Group = 3,
    /// Something else with a name: an event, a law, a product; or what could not be told.
    Other = 4,
}

impl NameKind {
    /// All kinds, in the order of their numbers.
    pub const ALL: [Self; 5] = [
        Self::Person,
        Self::Place,
        Self::Org,
        Self::Group,
        Self::Other,
    ];

    /// Returns the word for it in queries and files: `person`, `place`, `org`, `group`, `other`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Org => "org",
            Self::Group => "group",
            Self::Other => "other",
        }
    }

    /// Returns the kind that [`Self::word`] names.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Who and what is named in a collection.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// In order of first mention.
    pub entities: Vec<Entity>,
}

/// Someone or something named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Unique in its list: the authority file's, else made of the preferred form.
    pub id: String,
    /// What it is.
    pub kind: NameKind,
    /// The spellings met; the first is the preferred one.
    pub forms: Vec<Form>,
    /// Where it is named, in order of documents and offsets.
    pub mentions: Vec<EntityMention>,
    /// How a text first describes it: a title or an apposition.
    pub role: Option<Role>,
    /// Whether it is a form that may mean several bearers.
    pub is_ambiguous: bool,
    /// Whom an ambiguous form may mean, by number in [`Names::entities`]; may be empty where the bearers are
    /// not named in full anywhere.
    pub candidates: Vec<u32>,
}

impl Entity {
    /// Returns the preferred form; never empty in lists made by this crate.
    #[must_use]
    pub fn preferred(&self) -> &str {
        self.forms.first().map_or("", |form| &form.text)
    }
}

/// One spelling of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// As written, with single spaces.
    pub text: String,
    /// How often it is met; 0 for a preferred form that only the authority file gives.
    pub count: u32,
    /// Why it is this entity's.
    pub reason: Reason,
}

/// One place where an entity is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntityMention {
    /// The document, by number.
    pub document: u32,
    /// The bytes of its text.
    pub span: ByteSpan,
    /// Which of the entity's forms stands there.
    pub form: u32,
}

/// A description of someone, as a text gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The document, by number.
    pub document: u32,
    /// The bytes of its text.
    pub span: ByteSpan,
    /// What stands there, with single spaces.
    pub text: String,
}
