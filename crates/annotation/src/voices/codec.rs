//! Voices as bytes.
//!
//! ```text
//! voices  := length:varint{11} column{11}
//! columns, of all documents in order:
//!   counts      of each document, its voices
//!   starts      of each voice, bytes since the start of the one before in its document
//!   lengths     its bytes
//!   classes     u8: bits 0 and 1 the kind, 2 to 4 the rule, 5 to 7 which of speaker, role and cue follow
//!   confidences u8
//!   speakers    place, where there is one
//!   roles       place, where there is one
//!   cues        place, where there is one
//!   sentences   before:varint behind:varint
//!   names       0 for the name that the name layer has at the speaker, 1 for none, else the number plus two
//!   continues   0 for none, else how many voices back
//! place   := distance*4+from:varint length:varint
//! ```
//!
//! `from` says what a place is counted from: 0 on from the end of the voice, 1 back from its start, 2 on from its
//! start. A sentence around the voice is given by how far it begins before it, times 2, and ends behind it; another
//! one by its distance from the start of the voice, zigzag, times 2, plus 1, and its length. A varint is LEB128 with
//! at most 5 bytes. What is of one kind stands together because it is alike, and compresses.

use corpus::ByteSpan;

use super::people::overlapping;
use super::{NameSpan, SpeakerRule, Voice, VoiceKind};
use crate::varint::{self, Fault, put};

/// Bytes that are no voices of the text that they were given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VoiceError {
    /// The bytes end inside a record.
    #[error("voices end at byte {at}, inside a record; build the index again")]
    Truncated {
        /// Where more was expected.
        at: usize,
    },
    /// A number is longer or greater than any that is written.
    #[error("voices hold an impossible number at byte {at}; build the index again")]
    Number {
        /// Where it stands.
        at: usize,
    },
    /// A place lies outside of the text, or inside a character.
    #[error("voice {voice} lies outside of its text; build the index again")]
    Place {
        /// Its place in the list.
        voice: usize,
    },
    /// Something follows the last record.
    #[error("voices are followed by {n_bytes} bytes that belong to nothing; build the index again")]
    Trailing {
        /// How many.
        n_bytes: usize,
    },
}

/// What is written together.
#[derive(Clone, Copy)]
enum Column {
    Counts,
    Starts,
    Lengths,
    Classes,
    Confidences,
    Speakers,
    Roles,
    Cues,
    Sentences,
    Names,
    Continues,
}

const N_COLUMNS: usize = Column::Continues as usize + 1;

const PLACES: [Column; 3] = [Column::Speakers, Column::Roles, Column::Cues];

/// Returns the bytes of the voices of some documents, each sorted by start.
///
/// `names` are those of each document, sorted by start: a speaker's name that stands among them is not written.
#[must_use]
pub fn encode(documents: &[Vec<Voice>], names: &[Vec<NameSpan>]) -> Vec<u8> {
    let mut columns: [Vec<u8>; N_COLUMNS] = Default::default();
    let mut names = names.iter();
    for voices in documents {
        let names = names.next().map_or(&[][..], Vec::as_slice);
        put(&mut columns[Column::Counts as usize], voices.len() as u32);
        let mut last = 0;
        for (at, voice) in voices.iter().enumerate() {
            put_voice(&mut columns, voice, last, at as u32, names);
            last = voice.span.start;
        }
    }
    let mut bytes = Vec::new();
    for column in &columns {
        put(&mut bytes, column.len() as u32);
    }
    bytes.extend(columns.into_iter().flatten());
    bytes
}

fn put_voice(
    columns: &mut [Vec<u8>; N_COLUMNS],
    voice: &Voice,
    last: u32,
    at: u32,
    names: &[NameSpan],
) {
    let mut to = |column: Column, number| put(&mut columns[column as usize], number);
    let span = voice.span;
    to(Column::Starts, span.start.wrapping_sub(last));
    to(Column::Lengths, span.len());
    let sentence = voice.sentence;
    if sentence.start <= span.start && sentence.end >= span.end {
        to(Column::Sentences, (span.start - sentence.start) << 1);
        to(Column::Sentences, sentence.end - span.end);
    } else {
        let distance = sentence.start.wrapping_sub(span.start) as i32;
        let zigzag = ((distance << 1) ^ (distance >> 31)) as u32;
        to(Column::Sentences, zigzag << 1 | 1);
        to(Column::Sentences, sentence.len());
    }
    let known = known_name(voice.speaker, names);
    let name = match voice.name {
        name if name == known => 0,
        None => 1,
        Some(name) => name.saturating_add(2),
    };
    to(Column::Names, name);
    let back = voice.continues.map_or(0, |from| at.saturating_sub(from));
    to(Column::Continues, back);
    let mut class = voice.kind as u8 | rule_number(voice.rule) << 2;
    let places = [voice.speaker, voice.role, voice.cue];
    for ((column, place), bit) in PLACES.into_iter().zip(places).zip(5..) {
        let Some(place) = place else { continue };
        class |= 1 << bit;
        let column = &mut columns[column as usize];
        put_place(column, place, span);
        put(column, place.len());
    }
    columns[Column::Classes as usize].push(class);
    columns[Column::Confidences as usize].push(voice.confidence);
}

/// The name that stands at a speaker.
fn known_name(speaker: Option<ByteSpan>, names: &[NameSpan]) -> Option<u32> {
    overlapping(names, speaker?).map(|name| name.entity)
}

/// Writes where a place begins, counted from the nearer end of the voice.
fn put_place(bytes: &mut Vec<u8>, place: ByteSpan, voice: ByteSpan) {
    let (distance, from) = if place.start >= voice.end {
        (place.start - voice.end, 0)
    } else if place.start < voice.start {
        (voice.start - place.start, 1)
    } else {
        (place.start - voice.start, 2)
    };
    put(bytes, distance << 2 | from);
}

/// Returns the voices of each of the texts that `text` gives by number, sorted by start. `names` are those of the
/// texts, one list for each.
///
/// Trusts nothing: every place lies in its text on character boundaries, every link leads back.
///
/// # Errors
///
/// When the bytes are cut, damaged, or made for other texts; see [`VoiceError`].
pub fn decode<'t>(
    bytes: &[u8],
    text: &dyn Fn(u32) -> &'t str,
    names: &[Vec<NameSpan>],
) -> Result<Vec<Vec<Voice>>, VoiceError> {
    let mut columns = split(bytes)?;
    let mut documents = Vec::with_capacity(names.len());
    for (number, names) in (0..).zip(names) {
        let text = text(number);
        let n_voices = columns[Column::Counts as usize].number()?;
        let mut voices: Vec<Voice> = Vec::new();
        let mut last = 0;
        for at in 0..n_voices {
            let voice = take_voice(&mut columns, text, last, at, names)?;
            last = voice.span.start;
            voices.push(voice);
        }
        documents.push(voices);
    }
    let left = columns.iter().map(|own| own.bytes.len() - own.at);
    match left.sum() {
        0 => Ok(documents),
        n_bytes => Err(VoiceError::Trailing { n_bytes }),
    }
}

/// Divides the bytes into columns.
fn split(bytes: &[u8]) -> Result<[Reader<'_>; N_COLUMNS], VoiceError> {
    let mut reader = Reader { bytes, at: 0 };
    let mut lengths = [0; N_COLUMNS];
    for length in &mut lengths {
        *length = reader.number()? as usize;
    }
    let mut rest = &bytes[reader.at..];
    let mut columns = [Reader { bytes: &[], at: 0 }; N_COLUMNS];
    for (column, length) in columns.iter_mut().zip(lengths) {
        let truncated = VoiceError::Truncated { at: bytes.len() };
        (column.bytes, rest) = rest.split_at_checked(length).ok_or(truncated)?;
    }
    match rest.len() {
        0 => Ok(columns),
        n_bytes => Err(VoiceError::Trailing { n_bytes }),
    }
}

/// Takes the voice at place `at` of its text, whose one before starts at `last`.
fn take_voice(
    columns: &mut [Reader<'_>; N_COLUMNS],
    text: &str,
    last: u32,
    at: u32,
    names: &[NameSpan],
) -> Result<Voice, VoiceError> {
    let outside = VoiceError::Place { voice: at as usize };
    let mut from = |column: Column| columns[column as usize].number();
    let start = last.checked_add(from(Column::Starts)?).ok_or(outside)?;
    let span = place(text, start, from(Column::Lengths)?).ok_or(outside)?;
    let (before, behind) = (from(Column::Sentences)?, from(Column::Sentences)?);
    let sentence = if before & 1 == 0 {
        let start = span.start.checked_sub(before >> 1).ok_or(outside)?;
        let end = span.end.checked_add(behind).ok_or(outside)?;
        place(text, start, end - start)
    } else {
        let zigzag = before >> 1;
        let distance = (zigzag >> 1) as i32 ^ -((zigzag & 1) as i32);
        let start = span.start.checked_add_signed(distance).ok_or(outside)?;
        place(text, start, behind)
    };
    let sentence = sentence.ok_or(outside)?;
    let name = from(Column::Names)?;
    let continues = match from(Column::Continues)? {
        0 => None,
        back => Some(at.checked_sub(back).ok_or(outside)?),
    };
    let class = columns[Column::Classes as usize].byte()?;
    let confidence = columns[Column::Confidences as usize].byte()?;
    let mut places = [None; 3];
    for ((column, found), bit) in PLACES.into_iter().zip(&mut places).zip(5..) {
        if class >> bit & 1 == 1 {
            *found = Some(columns[column as usize].place(text, span, outside)?);
        }
    }
    let [speaker, role, cue] = places;
    Ok(Voice {
        span,
        kind: VoiceKind::ALL[usize::from(class & 3)],
        speaker,
        name: match name {
            0 => known_name(speaker, names),
            1 => None,
            number => Some(number - 2),
        },
        role,
        cue,
        rule: RULES[usize::from(class >> 2 & 7)],
        confidence,
        sentence,
        continues,
    })
}

const RULES: [SpeakerRule; 8] = [
    SpeakerRule::Cue,
    SpeakerRule::Pronoun,
    SpeakerRule::UnresolvedPronoun,
    SpeakerRule::Narrator,
    SpeakerRule::Continued,
    SpeakerRule::SentenceBefore,
    SpeakerRule::Turn,
    SpeakerRule::Unattributed,
];

fn rule_number(rule: SpeakerRule) -> u8 {
    RULES.iter().position(|&one| one == rule).unwrap_or(0) as u8
}

fn place(text: &str, start: u32, length: u32) -> Option<ByteSpan> {
    let end = start.checked_add(length)?;
    text.get(start as usize..end as usize)?;
    Some(ByteSpan::new(start, end))
}

#[derive(Clone, Copy)]
struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Reader<'_> {
    fn byte(&mut self) -> Result<u8, VoiceError> {
        let byte = self.bytes.get(self.at).copied();
        let byte = byte.ok_or(VoiceError::Truncated { at: self.at })?;
        self.at += 1;
        Ok(byte)
    }

    fn number(&mut self) -> Result<u32, VoiceError> {
        let start = self.at;
        varint::take(self.bytes, &mut self.at).map_err(|fault| match fault {
            Fault::Cut => VoiceError::Truncated { at: self.at },
            Fault::TooLarge => VoiceError::Number { at: start },
        })
    }

    /// Takes a place that is counted from a voice.
    fn place(
        &mut self,
        text: &str,
        voice: ByteSpan,
        outside: VoiceError,
    ) -> Result<ByteSpan, VoiceError> {
        let (code, length) = (self.number()?, self.number()?);
        let start = match code & 3 {
            0 => voice.end.checked_add(code >> 2),
            1 => voice.start.checked_sub(code >> 2),
            _ => voice.start.checked_add(code >> 2),
        };
        place(text, start.ok_or(outside)?, length).ok_or(outside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "“The road was open,” said Ruba Nasser, a nurse. “Nobody came.” She left; the officer “knew”.";

    fn some_voice() -> impl Strategy<Value = Voice> {
        let span =
            (20_u32..60, 0_u32..10).prop_map(|(start, len)| ByteSpan::new(start, start + len));
        let maybe = || {
            prop::option::of(
                (0_u32..60, 0_u32..10).prop_map(|(start, len)| ByteSpan::new(start, start + len)),
            )
        };
        (
            span,
            maybe(),
            maybe(),
            maybe(),
            0..4_usize,
            0..8_usize,
            any::<u8>(),
            prop::option::of(0..u32::MAX - 2),
        )
            .prop_map(
                |(span, speaker, role, cue, kind, rule, confidence, name)| Voice {
                    span,
                    kind: VoiceKind::ALL[kind],
                    speaker,
                    name,
                    role,
                    cue,
                    rule: RULES[rule],
                    confidence,
                    sentence: ByteSpan::new(3, 70),
                    continues: None,
                },
            )
    }

    proptest! {
        #[test]
        fn voices_come_back_as_they_were(mut voices in prop::collection::vec(some_voice(), 0..40)) {
            let text = "x".repeat(100);
            voices.sort_by_key(|voice| voice.span.start);
            for (at, voice) in voices.iter_mut().enumerate().skip(1).step_by(3) {
                voice.continues = Some(at as u32 - 1);
            }
            let documents = vec![voices, Vec::new()];
            let no_names = [Vec::new(), Vec::new()];
            prop_assert_eq!(decode(&encode(&documents, &no_names), &|_| &text, &no_names), Ok(documents));
        }

        #[test]
        fn any_bytes_are_voices_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes, &|_| TEXT, &[Vec::new()]);
        }

        #[test]
        fn damage_is_an_error_or_lies_in_the_text(at in 0_usize..40, byte in any::<u8>()) {
            let voices = vec![Voice {
                span: ByteSpan::new(3, 21), kind: VoiceKind::Direct, speaker: Some(ByteSpan::new(30, 41)), name: Some(2),
                role: None, cue: None, rule: SpeakerRule::Cue, confidence: 95, sentence: ByteSpan::new(0, 50), continues: None,
            }];
            let mut bytes = encode(&[voices], &[]);
            let at = at % bytes.len();
            bytes[at] = byte;
            if let Ok(documents) = decode(&bytes, &|_| TEXT, &[Vec::new()]) {
                for voice in documents.into_iter().flatten() { prop_assert!(TEXT.get(voice.span.start as usize..voice.span.end as usize).is_some()); }
            }
        }
    }

    #[test]
    fn voices_of_another_text_are_an_error() {
        let voice = Voice {
            span: ByteSpan::new(50, 60),
            kind: VoiceKind::Turn,
            speaker: None,
            name: None,
            role: None,
            cue: None,
            rule: SpeakerRule::Unattributed,
            confidence: 50,
            sentence: ByteSpan::new(50, 60),
            continues: None,
        };
        let short = |bytes: &[u8]| decode(bytes, &|_| "short", &[Vec::new()]);
        assert_eq!(
            short(&encode(&[vec![voice]], &[])),
            Err(VoiceError::Place { voice: 0 })
        );
        assert_eq!(short(&[]), Err(VoiceError::Truncated { at: 0 }));
    }
}
