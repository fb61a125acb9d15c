//! Voices: what a text gives as somebody's words, and whose.
//!
//! | kind | what it is | span |
//! |---|---|---|
//! | [`VoiceKind::Direct`] | a quotation that stands as speech of its own | between the marks |
//! | [`VoiceKind::Partial`] | words in quotation marks inside the narrator's sentence | between the marks |
//! | [`VoiceKind::Reported`] | a clause that the narrator gives as somebody's statement, without marks | the clause |
//! | [`VoiceKind::Turn`] | an answer of an interview, a speech of a transcript | the text after `A:` or the name |
//!
//! A span in quotation marks lies between them, with the comma or period that stands inside, without the
//! marks and without white space at either end. One voice is one stretch between marks inside one block:
//! a quotation that is split by "he said", or that runs over several paragraphs, is several voices, and
//! [`Voice::continues`] leads from each to the one before.
//!
//! Titles, nicknames, and words in marks that no one in the sentence says are no voices. Speakers are
//! given as the text names them; a pronoun is followed to the nearest compatible subject by the rules in
//! [`SpeakerRule`], and where these do not reach, the speaker stays open. Nothing is guessed.
//!
//! Source for the tasks of extent, cue and speaker: Pareti, "PARC 3.0: A corpus of attribution relations"
//! (2016); Krestel, Bergler and Witte, "Minding the source: automatic tagging of reported speech in
//! newspaper articles" (2008). The rules are ours.

mod attribution;
mod carried;
mod codec;
mod cues;
mod exchange;
mod governing;
mod interviews;
mod introductions;
mod inverted;
mod leading;
mod lexicon;
mod manner;
mod marks;
mod mentions;
mod nested;
mod openings;
mod people;
mod phrases;
mod preceding;
mod reported;
mod roles;
mod speakers;
mod subjects;
mod turns;
mod words;

#[cfg(test)]
mod habits;
#[cfg(test)]
mod houses;
#[cfg(test)]
mod tests;

use corpus::{ByteSpan, Document};

use crate::names;

pub use codec::{VoiceError, decode, encode};

/// A name that another layer found in the same document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameSpan {
    /// Where it stands in the document's text.
    pub span: ByteSpan,
    /// Number of the person, place or organisation that it names.
    pub entity: u32,
    /// What it names.
    pub kind: NameKind,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameKind {
    /// A human being.
    Person,
    /// A place.
    Place,
    /// An organisation, an office, a group of people.
    Body,
    /// Anything else.
    Other,
}

impl From<names::NameKind> for NameKind {
    fn from(kind: names::NameKind) -> Self {
        match kind {
            names::NameKind::Person => Self::Person,
            names::NameKind::Place => Self::Place,
            names::NameKind::Org | names::NameKind::Group => Self::Body,
            names::NameKind::Other => Self::Other,
        }
    }
}

/// Returns the names of each of `n_documents` documents, sorted by start; an entity's number is its place in
/// the list.
#[must_use]
pub fn name_spans(names: &names::Names, n_documents: usize) -> Vec<Vec<NameSpan>> {
    let mut all = vec![Vec::new(); n_documents];
    for (entity, named) in names.entities.iter().enumerate() {
        for mention in &named.mentions {
            if let Some(of_document) = all.get_mut(mention.document as usize) {
                of_document.push(NameSpan {
                    span: mention.span,
                    entity: entity as u32,
                    kind: named.kind.into(),
                });
            }
        }
    }
    for of_document in &mut all {
        sorting::SmallSort::small_sort_by_number(&mut of_document[..], |name: &NameSpan| {
            u64::from(name.span.start)
        });
    }
    all
}

named! {
    /// How words are given.
    VoiceKind {
        /// In quotation marks, as speech of its own.
        Direct = "direct",
        /// In quotation marks, inside the narrator's sentence.
        Partial = "partial",
        /// As a clause without quotation marks.
        Reported = "reported",
        /// As a turn of an interview or a transcript.
        Turn = "turn",
    }
}

/// How the speaker was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SpeakerRule {
    /// A cue of the same sentence has a name or a description as its subject.
    Cue,
    /// As [`Self::Cue`] with a pronoun, which was followed to the last subject that agrees with it in
    /// number and gender, at most twelve sentences back.
    Pronoun,
    /// The cue's subject is a pronoun that nothing agrees with; the speaker is open.
    UnresolvedPronoun,
    /// The narrator: "I asked".
    Narrator,
    /// The quotation goes on from one whose speaker is known, or answers it in an exchange of two.
    Continued,
    /// The sentence before has a person as its subject and the quotation stands alone after it.
    SentenceBefore,
    /// The one who answers in an interview, as the text introduces him; the name before a colon in a
    /// transcript; the name after a dash below a quotation.
    Turn,
    /// Nobody in reach says it.
    Unattributed,
}

/// Words that a text gives as somebody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// The words, see the table above.
    pub span: ByteSpan,
    /// How they are given.
    pub kind: VoiceKind,
    /// Whose they are, as the text names or describes the speaker: where a cue has a pronoun, the words
    /// that it stands for. Nothing where the text does not tell.
    pub speaker: Option<ByteSpan>,
    /// The name layer's number of the speaker.
    pub name: Option<u32>,
    /// What the text says that the speaker is, next to the words: "a former Israeli official". The same
    /// span as `speaker`, or one around it, where there is only a description.
    pub role: Option<ByteSpan>,
    /// "said", "told me", "according to".
    pub cue: Option<ByteSpan>,
    /// How the speaker was found.
    pub rule: SpeakerRule,
    /// How sure the speaker is, in percent; that of the span where there is no speaker.
    pub confidence: u8,
    /// The sentence of the narrator around the words; it does not end inside a quotation.
    pub sentence: ByteSpan,
    /// The voice, by its place in the list, that this one goes on from.
    pub continues: Option<u32>,
}

/// Returns the voices of a document, sorted by start; a quotation inside another follows it.
///
/// `names` are the document's names, sorted by start; none at all is fine, only the links to names are
/// then missing and some pronouns stay open.
///
/// Cost: linear in the length of the text.
///
/// # Example
///
/// ```
/// use annotation::voices::{VoiceKind, voices};
///
/// let source = corpus::Source {
///     name: "note.txt".into(),
///     bytes: "“The road was open,” a retired officer told me. “Nobody came.”".into(),
/// };
/// let document = &corpus::read(&source, &corpus::ReadOptions::default()).documents[0];
/// let found = voices(document, &[]);
/// assert_eq!(found.len(), 2);
/// assert_eq!(found[0].kind, VoiceKind::Direct);
/// assert_eq!(found[1].speaker.unwrap().of(&document.text), "a retired officer");
/// ```
#[must_use]
pub fn voices(document: &Document, names: &[NameSpan]) -> Vec<Voice> {
    let labels = turns::labels(document);
    let mut found = attribution::voices(document, &labels, names);
    turns::add(document, &labels, names, &mut found);
    let order = sorting::sorted_order(found.len(), &mut |a, b| {
        let key = |at: u32| {
            let voice = &found[at as usize];
            (
                voice.span.start,
                std::cmp::Reverse(voice.span.end),
                voice.kind,
            )
        };
        key(a).cmp(&key(b))
    });
    let mut place = vec![0_u32; found.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old as usize] = new as u32;
    }
    let sorted = order.iter().map(|&old| {
        let mut voice = found[old as usize];
        voice.continues = voice.continues.map(|old| place[old as usize]);
        voice
    });
    sorted.collect()
}
