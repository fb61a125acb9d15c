//! Voices as records.

use crate::layers::{Annotations, counted, page};
use annotation::names::{Entity, NameKind};
use annotation::voices::{Voice, VoiceKind};
use corpus::ByteSpan;
use index::DocId;
use protocol::{Lens, Page, Reply, SpeakerRow, VoiceRecord, VoicesRecord, VoicesRequest};
use sorting::SmallSort;
use std::cmp::Reverse;

/// Speakers that quotations come with, to choose from.
const CHOICE_SPEAKERS: usize = 100;

/// A voice, its document, and how its speaker is called.
type Found<'v> = (DocId, &'v Voice, Option<String>);

impl Annotations<'_> {
    /// Answers with speakers and what they say.
    pub(crate) fn voices(&self, request: &VoicesRequest) -> Reply {
        let part = self.part(&request.lens);
        let mut found: Vec<Found<'_>> = Vec::new();
        part.for_each(&mut |doc, counts| {
            let own = self.layers.voices.get(doc.as_usize());
            for voice in own.map_or(&[][..], Vec::as_slice) {
                if counts(voice.span) {
                    found.push((doc, voice, self.speaker(doc, voice)));
                }
            }
        });
        let n_unattributed = found
            .iter()
            .filter(|(_, _, speaker)| speaker.is_none())
            .count();
        let (n_speakers, speakers) = self.speakers(&found, request);
        if request.of_speakers {
            found.clear();
        }
        found.retain(|(_, voice, speaker)| {
            let is_of_kind = match request.kind.as_str() {
                "" => true,
                "quoted" => voice.kind != VoiceKind::Reported,
                kind => voice.kind.name() == kind,
            };
            let is_by = match request.speaker.as_str() {
                "" => true,
                "-" => speaker.is_none(),
                wanted => speaker.as_deref() == Some(wanted),
            };
            is_of_kind && is_by
        });
        let shown = page(&found, request.page).iter();
        let voices = shown.map(|(doc, voice, _)| self.voice(*doc, voice));
        Reply::Voices(VoicesRecord {
            n_documents: part.documents.len(),
            documents: self.listed(&part.documents),
            n_unattributed,
            n_speakers,
            speakers,
            total: found.len(),
            voices: voices.collect(),
        })
    }

    fn name_id(&self, doc: DocId, voice: &Voice) -> Option<String> {
        Some(self.named(doc, voice)?.id.clone())
    }

    /// Returns whom or what the speaker's words name. "A commander in Homs" names no one: a place or a body
    /// speaks only where its name is all there is.
    fn named(&self, doc: DocId, voice: &Voice) -> Option<&'_ Entity> {
        let number = self.speaker_number(doc, voice)?;
        self.layers.names.entities.get(number)
    }

    /// Returns the number of whom or what the speaker's words name.
    pub(crate) fn speaker_number(&self, doc: DocId, voice: &Voice) -> Option<usize> {
        let number = voice.name?;
        let entity = self.layers.names.entities.get(number as usize)?;
        if entity.kind == NameKind::Person {
            return Some(number as usize);
        }
        let speaker = voice.speaker?;
        let own = self.layers.spans.get(doc.as_usize())?;
        let is_all = own.iter().any(|name| {
            let before = ByteSpan::new(speaker.start, name.span.start.max(speaker.start));
            let before = self.index.document(doc).slice(before).trim();
            let is_article = before.is_empty() || before.eq_ignore_ascii_case("the");
            name.entity == number && name.span.end >= speaker.end && is_article
        });
        is_all.then_some(number as usize)
    }

    /// Returns how a speaker is called: by name where there is one, else as described.
    fn speaker(&self, doc: DocId, voice: &Voice) -> Option<String> {
        match self.named(doc, voice) {
            Some(entity) => Some(entity.preferred().to_owned()),
            None => voice.speaker.map(|span| self.words(doc, span)),
        }
    }

    /// Returns how many speakers there are, and those asked for.
    fn speakers(&self, found: &[Found<'_>], request: &VoicesRequest) -> (usize, Vec<SpeakerRow>) {
        let mut order: Vec<u32> = (0..found.len() as u32).collect();
        order.retain(|&at| found[at as usize].2.is_some());
        order.small_sort_by(|&a, &b| found[a as usize].2.cmp(&found[b as usize].2));
        let same = |a: &u32, b: &u32| found[*a as usize].2 == found[*b as usize].2;
        let mut speakers: Vec<(&[u32], [usize; 3])> = order
            .chunk_by(same)
            .map(|own| (own, self.amounts(own.iter().map(|&at| &found[at as usize]))))
            .collect();
        speakers.small_sort_by_key(|&(_, amounts)| Reverse(amounts));
        let first = Page {
            offset: 0,
            limit: CHOICE_SPEAKERS,
        };
        let shown = if request.of_speakers {
            request.page
        } else {
            first
        };
        let rows = page(&speakers, shown).iter();
        let rows = rows.map(|(own, amounts)| {
            self.speaker_row(
                own.iter().map(|&at| &found[at as usize]).collect(),
                *amounts,
            )
        });
        (speakers.len(), rows.collect())
    }

    /// Counts words quoted directly, quotations, and reported speech.
    fn amounts<'f>(&self, own: impl Iterator<Item = &'f Found<'f>>) -> [usize; 3] {
        let mut amounts = [0; 3];
        for (doc, voice, _) in own {
            if voice.kind == VoiceKind::Reported {
                amounts[2] += 1;
            } else {
                amounts[1] += 1;
                amounts[0] += n_words(self.index.document(*doc).slice(voice.span));
            }
        }
        amounts
    }

    fn speaker_row(
        &self,
        own: Vec<&Found<'_>>,
        [n_words, n_direct, n_reported]: [usize; 3],
    ) -> SpeakerRow {
        let mut row = SpeakerRow {
            n_words,
            n_direct,
            n_reported,
            ..SpeakerRow::default()
        };
        let mut documents = Vec::with_capacity(own.len());
        for (doc, voice, speaker) in own {
            documents.push(*doc);
            row.speaker = speaker.clone().unwrap_or_default();
            row.name_id = row.name_id.take().or_else(|| self.name_id(*doc, voice));
            let role = voice.role.map(|span| self.words(*doc, span));
            if let Some(role) = role.filter(|role| !row.roles.contains(role)) {
                row.roles.push(role);
            }
        }
        row.by_document = counted(documents.into_iter())
            .into_iter()
            .map(|(doc, n)| (self.id(doc), n))
            .collect();
        row
    }

    /// Returns one voice.
    pub(crate) fn voice(&self, doc: DocId, voice: &Voice) -> VoiceRecord {
        let words = |span: Option<ByteSpan>| span.map(|span| self.words(doc, span));
        VoiceRecord {
            sentence: self.sentence(doc, voice.span),
            quote: self.words(doc, voice.span),
            kind: voice.kind.name().to_owned(),
            speaker: self.speaker(doc, voice),
            name_id: self.name_id(doc, voice),
            role: words(voice.role),
            cue: words(voice.cue),
            confidence: confidence_word(voice.confidence).to_owned(),
        }
    }

    /// Returns every quotation in the lens.
    pub(crate) fn all_voices(&self, lens: &Lens) -> Vec<VoiceRecord> {
        let mut records = Vec::new();
        self.part(lens).for_each(&mut |doc, counts| {
            let own = self.layers.voices.get(doc.as_usize());
            let own = own.map_or(&[][..], Vec::as_slice).iter();
            let counted = own.filter(|voice| counts(voice.span));
            records.extend(counted.map(|voice| self.voice(doc, voice)));
        });
        records
    }
}

fn n_words(text: &str) -> usize {
    let mut n = 0;
    analysis::tokens(text, &mut |token| {
        if token.kind == analysis::TokenKind::Word {
            n = n.max(token.position as usize + 1);
        }
    });
    n
}

/// Returns the words for a confidence in percent.
fn confidence_word(percent: u8) -> &'static str {
    match percent {
        85.. => "high",
        60.. => "medium",
        _ => "low",
    }
}
