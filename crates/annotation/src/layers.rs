//! All layers of a corpus: found document by document, stored as sections of an index.
//!
//! Two passes over the documents: [`Reading`] takes days and names, document by document; once the names of
//! all are joined, [`Layers::voices_of`] takes the voices, which need them. Both can be divided among
//! threads by runs of documents.

use crate::accounts::{self, Account, Comparison, ComparisonError};
use crate::days::{self, DayMention, DaysError};
use crate::names::codec::{Decoding, NamesError, encode};
use crate::names::{Authority, Gathering, Lexicon, Names};
use crate::voices::{self, NameSpan, Voice, VoiceError};
use corpus::Document;

/// Name of the section with the days.
pub const DAYS: [u8; 4] = *b"days";
/// Name of the section with the names.
pub const NAMES: [u8; 4] = *b"name";
/// Name of the section with the voices.
pub const VOICES: [u8; 4] = *b"voic";

/// Name of the section with the accounts compared.
pub const ACCOUNTS: [u8; 4] = *b"acct";

/// What is known of days and names after the first pass over some documents in a row.
#[derive(Debug)]
pub struct Reading<'a> {
    days: Vec<Vec<DayMention>>,
    names: Gathering<'a>,
}

impl<'a> Reading<'a> {
    /// Begins with no document.
    #[must_use]
    pub fn new(lexicon: &'a Lexicon, authority: &'a Authority) -> Self {
        Self {
            days: Vec::new(),
            names: Gathering::new(lexicon, authority),
        }
    }

    /// Reads the next document. Cost: linear in its text.
    pub fn add(&mut self, document: &Document) {
        self.days.push(days::days(document));
        self.names.add(document);
    }

    /// Appends what was read of the documents that follow.
    pub fn append(&mut self, later: Self) {
        self.days.extend(later.days);
        self.names.append(later.names);
    }

    /// Joins the names; no voices yet.
    #[must_use]
    pub fn finish(self) -> Layers {
        let n_documents = self.days.len();
        let names = self.names.finish();
        Layers {
            days: self.days,
            spans: voices::name_spans(&names, n_documents),
            names,
            voices: Vec::new(),
            accounts: Comparison::default(),
        }
    }
}

/// The layers of a corpus.
#[derive(Debug, Clone, Default)]
pub struct Layers {
    /// Mentions of days, document by document, sorted by start.
    pub days: Vec<Vec<DayMention>>,
    /// Everyone and everything named.
    pub names: Names,
    /// Mentions of names, document by document, sorted by start.
    pub spans: Vec<Vec<NameSpan>>,
    /// Voices, document by document, sorted by start; nothing before they are taken.
    pub voices: Vec<Vec<Voice>>,
    /// What the documents tell together, differently and alone; nothing before they are compared.
    pub accounts: Comparison,
}

/// Why the sections of an index are no layers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LayersError {
    /// The index has none.
    #[error(
        "no days, names, quotations and comparisons were stored with these texts; `vademecum build` with `--layers` \
         stores them"
    )]
    Absent,
    /// See [`DaysError`].
    #[error(transparent)]
    Days(#[from] DaysError),
    /// See [`NamesError`].
    #[error(transparent)]
    Names(#[from] NamesError),
    /// See [`VoiceError`].
    #[error(transparent)]
    Voices(#[from] VoiceError),
    /// See [`ComparisonError`].
    #[error(transparent)]
    Accounts(#[from] ComparisonError),
    /// A layer is about other documents than the index has.
    #[error("the layers are of {found} documents, the index has {expected}; build it again")]
    Documents {
        /// Documents of the index.
        expected: usize,
        /// Documents of a layer.
        found: usize,
    },
}

impl Layers {
    /// Returns the voices of one document, by its number. Cost: linear in its text.
    #[must_use]
    pub fn voices_of(&self, number: u32, document: &Document) -> Vec<Voice> {
        let names = self
            .spans
            .get(number as usize)
            .map_or(&[][..], Vec::as_slice);
        voices::voices(document, names)
    }

    /// Compares the documents, all of them in the corpus's order, and keeps what comes out.
    ///
    /// Cost: see [`accounts::compare`]. Nothing where their number is not that of the layers.
    pub fn compare(&mut self, documents: &[Document]) {
        if documents.len() != self.days.len() {
            return;
        }
        let own = documents.iter().zip(&self.days).zip(&self.spans);
        let accounts = own.map(|((document, days), names)| Account {
            document,
            days,
            names,
        });
        self.accounts = accounts::compare(&accounts.collect::<Vec<_>>());
    }

    /// Returns the layers as sections: name and bytes. `text` gives the text of a document by its number; what
    /// stands there need not be written.
    #[must_use]
    pub fn to_sections<'t>(&self, text: &dyn Fn(u32) -> &'t str) -> Vec<([u8; 4], Vec<u8>)> {
        vec![
            (DAYS, days::write(&self.days)),
            (NAMES, encode(&self.names, text)),
            (VOICES, voices::encode(&self.voices, &self.spans)),
            (ACCOUNTS, accounts::encode(&self.accounts)),
        ]
    }
}

/// Layers while they are read, for hosts that must answer meanwhile.
#[derive(Debug, Default)]
pub struct Opening {
    layers: Layers,
    /// Names while they are read.
    names: Decoding,
    n_done: usize,
}

/// Days, names, names by document, voices, accounts, and what belongs to these.
const N_PARTS: usize = 6;

impl Opening {
    /// Reads the next part, or a slice of it. Returns whether there is more.
    ///
    /// `section` gives the bytes of a section by its name, `text` the text of a document by its number; they are the
    /// same at every call. Blocks and sentences of days are not stored; see [`days::place`].
    ///
    /// Cost of all: linear in the sections.
    ///
    /// # Errors
    ///
    /// See [`LayersError`].
    pub fn step<'s>(
        &mut self,
        n_documents: usize,
        section: &dyn Fn([u8; 4]) -> Option<&'s [u8]>,
        text: &dyn Fn(u32) -> &'s str,
    ) -> Result<bool, LayersError> {
        let bytes = |name| section(name).ok_or(LayersError::Absent);
        let layers = &mut self.layers;
        match self.n_done {
            0 => {
                layers.days = days::read(bytes(DAYS)?)?;
                check(n_documents, layers.days.len())?;
            }
            1 => {
                if self.names.step(bytes(NAMES)?, text)? {
                    return Ok(true);
                }
                layers.names = std::mem::take(&mut self.names).finish();
            }
            2 => layers.spans = voices::name_spans(&layers.names, n_documents),
            3 => layers.voices = voices::decode(bytes(VOICES)?, text, &layers.spans)?,
            4 => {
                let texts: Vec<&str> = (0..n_documents as u32).map(text).collect();
                layers.accounts = accounts::decode(bytes(ACCOUNTS)?, &texts)?;
                check(n_documents, layers.accounts.only.len())?;
            }
            5 => accounts::complete(&mut layers.accounts, &layers.days, &layers.spans),
            _ => return Ok(false),
        }
        self.n_done += 1;
        Ok(self.n_done < N_PARTS)
    }

    /// Returns which share of the parts is read, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f32 {
        (self.n_done as f32 + self.names.share()) / N_PARTS as f32
    }

    /// Returns the layers, all of them once [`Opening::step`] has returned false.
    #[must_use]
    pub fn finish(self) -> Layers {
        self.layers
    }
}

fn check(expected: usize, found: usize) -> Result<(), LayersError> {
    if expected == found {
        Ok(())
    } else {
        Err(LayersError::Documents { expected, found })
    }
}
