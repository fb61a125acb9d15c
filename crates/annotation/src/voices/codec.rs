//! Voices as bytes.
//!
//! ```text
//! voices  := count:varint voice{count}
//! voice   := start:varint(delta) length:varint kind_rule:u8 confidence:u8
//!            speaker:place? role:place? cue:place? sentence:place name:varint continues:varint
//! place   := distance*4+from:varint length:varint
//! ```
//!
//! `start` counts from the start of the voice before. Bits 0 and 1 of `kind_rule` are the kind, bits 2 to 4 the
//! rule, bits 5 to 7 tell which of speaker, role and cue follow. `from` says what a place is counted from: 0 on
//! from the end of the voice, 1 back from its start, 2 on from its start. A sentence around the voice
//! is given by how far it begins before it (`from` 1) and ends behind it; another one by a 3, its distance from the
//! start of the voice, zigzag, and its length. `name` is 0 for the name that the name layer has at the speaker, 1 for
//! none, else the number plus two; `continues` is 0 for none, else how many voices back. A varint is LEB128 with at most 5 bytes.

use corpus::ByteSpan;

use super::people::overlapping;
use super::{NameSpan, SpeakerRule, Voice, VoiceKind};

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

/// Returns the bytes of voices that are sorted by start.
///
/// `names` are those of the document, sorted by start: a speaker's name that stands among them is not written.
#[must_use]
pub fn encode(voices: &[Voice], names: &[NameSpan]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(voices.len() * 16 + 2);
    put(&mut bytes, voices.len() as u32);
    let mut last = 0;
    for (at, voice) in voices.iter().enumerate() {
        put(&mut bytes, voice.span.start.wrapping_sub(last));
        put(&mut bytes, voice.span.len());
        last = voice.span.start;
        let present = u8::from(voice.speaker.is_some())
            | u8::from(voice.role.is_some()) << 1
            | u8::from(voice.cue.is_some()) << 2;
        bytes.push(kind_number(voice.kind) | rule_number(voice.rule) << 2 | present << 5);
        bytes.push(voice.confidence);
        for place in [voice.speaker, voice.role, voice.cue].into_iter().flatten() {
            put_place(&mut bytes, place, voice.span);
            put(&mut bytes, place.len());
        }
        let sentence = voice.sentence;
        if sentence.start <= voice.span.start && sentence.end >= voice.span.end {
            put(&mut bytes, (voice.span.start - sentence.start) << 2 | 1);
            put(&mut bytes, sentence.end - voice.span.end);
        } else {
            let distance = sentence.start.wrapping_sub(voice.span.start) as i32;
            put(&mut bytes, 3);
            put(&mut bytes, ((distance << 1) ^ (distance >> 31)) as u32);
            put(&mut bytes, sentence.len());
        }
        let known = known_name(voice.speaker, names);
        let name = match voice.name {
            name if name == known => 0,
            None => 1,
            Some(name) => name.saturating_add(2),
        };
        put(&mut bytes, name);
        let back = voice
            .continues
            .map_or(0, |from| (at as u32).saturating_sub(from));
        put(&mut bytes, back);
    }
    bytes
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

/// Returns the voices of a text with these names, sorted by start.
///
/// Trusts nothing: every place lies in `text` on character boundaries, every link leads back.
///
/// # Errors
///
/// When the bytes are cut, damaged, or made for another text; see [`VoiceError`].
pub fn decode(bytes: &[u8], text: &str, names: &[NameSpan]) -> Result<Vec<Voice>, VoiceError> {
    let mut reader = Reader { bytes, at: 0 };
    let n_voices = reader.number()? as usize;
    // A voice takes eight bytes at least, so that a wrong count asks for no memory.
    let mut voices = Vec::with_capacity(n_voices.min(bytes.len() / 8));
    let mut last: u32 = 0;
    for at in 0..n_voices {
        let outside = VoiceError::Place { voice: at };
        let start = last.checked_add(reader.number()?).ok_or(outside)?;
        last = start;
        let length = reader.number()?;
        let span = place(text, start, length).ok_or(outside)?;
        let (flags, confidence) = (reader.byte()?, reader.byte()?);
        let mut next = |is_there: bool| -> Result<Option<ByteSpan>, VoiceError> {
            if !is_there {
                return Ok(None);
            }
            let (code, length) = (reader.number()?, reader.number()?);
            let start = match code & 3 {
                0 => span.end.checked_add(code >> 2),
                1 => span.start.checked_sub(code >> 2),
                _ => span.start.checked_add(code >> 2),
            };
            place(text, start.ok_or(outside)?, length)
                .map(Some)
                .ok_or(outside)
        };
        let speaker = next(flags & 32 != 0)?;
        let role = next(flags & 64 != 0)?;
        let cue = next(flags & 128 != 0)?;
        let sentence = match reader.number()? {
            3 => {
                let (zigzag, length) = (reader.number()?, reader.number()?);
                let distance = (zigzag >> 1) as i32 ^ -((zigzag & 1) as i32);
                let start = span.start.checked_add_signed(distance).ok_or(outside)?;
                place(text, start, length).ok_or(outside)?
            }
            code => {
                let start = span.start.checked_sub(code >> 2).ok_or(outside)?;
                let end = span.end.checked_add(reader.number()?).ok_or(outside)?;
                place(text, start, end - start).ok_or(outside)?
            }
        };
        let name = match reader.number()? {
            0 => known_name(speaker, names),
            1 => None,
            number => Some(number - 2),
        };
        let back = reader.number()?;
        let continues = match back {
            0 => None,
            back => Some((at as u32).checked_sub(back).ok_or(outside)?),
        };
        voices.push(Voice {
            span,
            kind: KINDS[usize::from(flags & 3)],
            speaker,
            name,
            role,
            cue,
            rule: RULES[usize::from(flags >> 2 & 7)],
            confidence,
            sentence,
            continues,
        });
    }
    let n_bytes = bytes.len() - reader.at;
    if n_bytes > 0 {
        return Err(VoiceError::Trailing { n_bytes });
    }
    Ok(voices)
}

const KINDS: [VoiceKind; 4] = [
    VoiceKind::Direct,
    VoiceKind::Partial,
    VoiceKind::Reported,
    VoiceKind::Turn,
];

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

fn kind_number(kind: VoiceKind) -> u8 {
    KINDS.iter().position(|&one| one == kind).unwrap_or(0) as u8
}

fn rule_number(rule: SpeakerRule) -> u8 {
    RULES.iter().position(|&one| one == rule).unwrap_or(0) as u8
}

fn place(text: &str, start: u32, length: u32) -> Option<ByteSpan> {
    let end = start.checked_add(length)?;
    text.get(start as usize..end as usize)?;
    Some(ByteSpan::new(start, end))
}

pub(crate) fn put(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

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
        let mut number: u32 = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            if shift == 28 && byte > 0x0F {
                break;
            }
            number |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(VoiceError::Number { at: start })
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
                    kind: KINDS[kind],
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
            prop_assert_eq!(decode(&encode(&voices, &[]), &text, &[]), Ok(voices));
        }

        #[test]
        fn any_bytes_are_voices_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes, TEXT, &[]);
        }

        #[test]
        fn damage_is_an_error_or_lies_in_the_text(at in 0_usize..40, byte in any::<u8>()) {
            let voices = vec![Voice {
                span: ByteSpan::new(3, 21), kind: VoiceKind::Direct, speaker: Some(ByteSpan::new(30, 41)), name: Some(2),
                role: None, cue: None, rule: SpeakerRule::Cue, confidence: 95, sentence: ByteSpan::new(0, 50), continues: None,
            }];
            let mut bytes = encode(&voices, &[]);
            let at = at % bytes.len();
            bytes[at] = byte;
            if let Ok(voices) = decode(&bytes, TEXT, &[]) {
                for voice in voices { prop_assert!(TEXT.get(voice.span.start as usize..voice.span.end as usize).is_some()); }
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
        assert_eq!(
            decode(&encode(&[voice], &[]), "short", &[]),
            Err(VoiceError::Place { voice: 0 })
        );
        assert_eq!(
            decode(&[], "short", &[]),
            Err(VoiceError::Truncated { at: 0 })
        );
    }
}
