//! What a lens leaves of the layers; voices as records.

use crate::documents::hex;
use crate::linguistics::filters;
use crate::reading;
use annotation::layers::{Layers, Opening};
use annotation::names::{Entity, NameKind};
use annotation::voices::{Voice, VoiceKind};
use corpus::ByteSpan;
use index::{DocId, DocumentView, Index, LayerFile, Tag};
use protocol::{
    Lens, NameFormRecord, NameMentionRecord, NameRecord, Page, Reply, SentenceRecord, Shared,
    SpeakerRow, VoiceRecord, VoicesRecord, VoicesRequest,
};
use search::Searcher;
use sorting::SmallSort;
use std::cmp::Reverse;
use std::sync::Arc;

/// More documents than this are not listed.
const LISTED_DOCUMENTS: usize = 8;
/// Speakers that quotations come with, to choose from.
const CHOICE_SPEAKERS: usize = 100;

/// What answers about layers.
pub(crate) struct Annotations<'s> {
    pub(crate) index: &'s Index,
    pub(crate) searcher: Searcher<'s>,
    pub(crate) layers: Arc<Layers>,
}

/// Reads the layers of an index, from the file that they came in or from the index itself.
///
/// # Errors
///
/// A sentence for a reader where there are none, or they are damaged.
pub(crate) fn read(
    index: &Index,
    file: Option<&LayerFile>,
    mut opening: Opening,
) -> Result<Layers, String> {
    while read_on(index, file, &mut opening)? {}
    Ok(opening.finish())
}

/// Reads a further part; returns whether there is more.
///
/// # Errors
///
/// As [`read`].
pub(crate) fn read_on(
    index: &Index,
    file: Option<&LayerFile>,
    opening: &mut Opening,
) -> Result<bool, String> {
    let section = |name| match file {
        Some(file) => file.layer(Tag(name)),
        None => index.layer(Tag(name)),
    };
    let text = |number| index.document(DocId(number)).text();
    let n_documents = index.n_documents() as usize;
    let more = opening.step(n_documents, &section, &text);
    more.map_err(|error| error.to_string())
}

/// The part of the texts that the lens leaves: documents, and with a query the blocks in them that match it.
pub(crate) struct Part {
    pub(crate) documents: Vec<DocId>,
    /// For each document the stretches that count; `None` for all of it.
    blocks: Option<Vec<Vec<ByteSpan>>>,
}

/// Takes a document and what tells whether a span of it counts.
pub(crate) type Visit<'v> = &'v mut dyn FnMut(DocId, &dyn Fn(ByteSpan) -> bool);

impl Part {
    /// Calls `visit` for each document of the lens.
    pub(crate) fn for_each(&self, visit: Visit<'_>) {
        for (place, &doc) in self.documents.iter().enumerate() {
            match self.blocks.as_ref().and_then(|blocks| blocks.get(place)) {
                None => visit(doc, &|_| true),
                Some(blocks) => visit(doc, &|span| {
                    let after = blocks.partition_point(|block| block.start <= span.start);
                    after > 0 && span.start < blocks[after - 1].end
                }),
            }
        }
    }
}

impl Annotations<'_> {
    /// Returns what a lens leaves. With words in the query only blocks with a match count.
    pub(crate) fn part(&self, lens: &Lens) -> Part {
        let (query, _) = reading::read(&lens.query);
        let found = self.searcher.answering(&query, &filters(lens), lens.exact);
        if lens.query.trim().is_empty() {
            return Part {
                documents: found.documents,
                blocks: None,
            };
        }
        let mut blocks = Vec::with_capacity(found.documents.len());
        let mut has_marks = false;
        found.for_each(&found.documents, &mut |doc, marks| {
            has_marks |= !marks.is_empty();
            blocks.push(blocks_with(self.index.document(doc), marks));
        });
        Part {
            // A query of fields alone marks nothing: then whole documents count.
            blocks: has_marks.then_some(blocks),
            documents: found.documents,
        }
    }

    /// Returns the documents of a lens, ascending.
    pub(crate) fn documents(&self, lens: &Lens) -> Vec<DocId> {
        let (query, _) = reading::read(&lens.query);
        let filters = filters(lens);
        self.searcher
            .answering(&query, &filters, lens.exact)
            .documents
    }

    pub(crate) fn listed(&self, documents: &[DocId]) -> Vec<String> {
        if documents.len() > LISTED_DOCUMENTS {
            return Vec::new();
        }
        documents.iter().map(|&doc| self.id(doc)).collect()
    }

    pub(crate) fn id(&self, doc: DocId) -> String {
        self.index.document(doc).id().to_owned()
    }

    /// Returns the sentence around a span.
    pub(crate) fn sentence(&self, doc: DocId, span: ByteSpan) -> SentenceRecord {
        let view = self.index.document(doc);
        let blocks = view.blocks();
        let after = blocks.partition_point(|block| block.span.start <= span.start);
        let Some(block) = after.checked_sub(1).and_then(|at| blocks.get(at)) else {
            return SentenceRecord::default();
        };
        let text = view.slice(block.span);
        let from_block = |offset: u32| offset.saturating_sub(block.span.start);
        let (start, end) = (from_block(span.start), from_block(span.end));
        let mut sentence = ByteSpan::new(start, end);
        for one in analysis::sentences(text) {
            if one.start < end && start < one.end {
                sentence.start = sentence.start.min(one.start);
                sentence.end = sentence.end.max(one.end);
            }
        }
        let shown = view.slice(ByteSpan::new(
            block.span.start + sentence.start,
            block.span.start + sentence.end.min(text.len() as u32),
        ));
        SentenceRecord {
            doc: view.id().to_owned(),
            block: hex(corpus::BlockId::of(text).0),
            start: span.start,
            end: span.end,
            marks: vec![[start - sentence.start, end - sentence.start]],
            text: shown.to_owned(),
        }
    }

    pub(crate) fn words(&self, doc: DocId, span: ByteSpan) -> String {
        self.index.document(doc).slice(span).to_owned()
    }

    /// Answers with speakers and what they say.
    pub(crate) fn voices(&self, request: &VoicesRequest) -> Reply {
        let part = self.part(&request.lens);
        let mut found: Vec<(DocId, &Voice, Option<String>)> = Vec::new();
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
                kind => kind_word(voice.kind) == kind,
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
    fn speakers(
        &self,
        found: &[(DocId, &Voice, Option<String>)],
        request: &VoicesRequest,
    ) -> (usize, Vec<SpeakerRow>) {
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
    fn amounts<'f>(
        &self,
        own: impl Iterator<Item = &'f (DocId, &'f Voice, Option<String>)>,
    ) -> [usize; 3] {
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
        own: Vec<&(DocId, &Voice, Option<String>)>,
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
            kind: kind_word(voice.kind).to_owned(),
            speaker: self.speaker(doc, voice),
            name_id: self.name_id(doc, voice),
            role: words(voice.role),
            cue: words(voice.cue),
            confidence: confidence_word(voice.confidence).to_owned(),
        }
    }
}

impl Annotations<'_> {
    /// Returns every name in the lens with its mentions there, in order of first mention in the corpus.
    pub(crate) fn all_names(&self, lens: &Lens) -> Vec<NameRecord> {
        let part = self.part(lens);
        let entities = &self.layers.names.entities;
        let mut records: Vec<NameRecord> = entities.iter().map(|one| self.record(one)).collect();
        part.for_each(&mut |doc, counts| {
            let spans = self.layers.spans.get(doc.as_usize());
            for one in spans.map_or(&[][..], Vec::as_slice) {
                if let (true, Some(record)) =
                    (counts(one.span), records.get_mut(one.entity as usize))
                {
                    record.mentions.push(NameMentionRecord {
                        doc: self.id(doc),
                        start: one.span.start,
                        end: one.span.end,
                        form: self.words(doc, one.span),
                    });
                }
            }
        });
        records.retain(|record| !record.mentions.is_empty());
        records
    }

    fn record(&self, entity: &Entity) -> NameRecord {
        let forms = entity.forms.iter().map(|form| NameFormRecord {
            form: form.text.clone(),
            count: form.count.into(),
        });
        NameRecord {
            id: entity.id.clone(),
            kind: entity.kind.word().to_owned(),
            preferred: entity.preferred().to_owned(),
            forms: forms.collect(),
            reasons: self.reasons(entity),
            mentions: Vec::new(),
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

/// See [`crate::Session::places`].
pub(crate) fn places(
    index: &Index,
    searcher: Searcher<'_>,
    lens: &Lens,
    ids: &[&str],
) -> Vec<Vec<f32>> {
    let (query, _) = reading::read(&lens.query);
    let wanted: Vec<Option<DocId>> = ids.iter().map(|id| index.doc_by_id(id)).collect();
    let mut documents: Vec<DocId> = wanted.iter().copied().flatten().collect();
    documents.small_sort_by_key(|doc| doc.0);
    documents.dedup();
    let found = searcher.matches(&query, &[], lens.exact);
    documents.retain(|doc| found.documents.binary_search(doc).is_ok());
    let mut places = vec![Vec::new(); ids.len()];
    found.for_each(&documents, &mut |doc, marks| {
        let length = index.document(doc).text_bytes().max(1) as f32;
        let shares: Vec<f32> = marks
            .iter()
            .map(|mark| mark.start as f32 / length)
            .collect();
        for (own, place) in wanted.iter().zip(&mut places) {
            if *own == Some(doc) {
                place.clone_from(&shares);
            }
        }
    });
    places
}

/// Returns the blocks that hold a mark; both are sorted.
fn blocks_with(view: DocumentView<'_>, marks: &[ByteSpan]) -> Vec<ByteSpan> {
    let mut blocks = Vec::new();
    let mut marks = marks.iter().peekable();
    for block in view.blocks() {
        while marks.next_if(|mark| mark.end <= block.span.start).is_some() {}
        if marks.peek().is_some_and(|mark| mark.start < block.span.end) {
            blocks.push(block.span);
        }
    }
    blocks
}

pub(crate) fn is_shown(show: Shared, n_documents: usize) -> bool {
    match show {
        Shared::All => true,
        Shared::Several => n_documents > 1,
        Shared::One => n_documents == 1,
    }
}

/// Returns the number of documents in a sorted run of them.
pub(crate) fn n_different(documents: impl Iterator<Item = DocId>) -> usize {
    let mut last = None;
    documents
        .filter(|&doc| last.replace(doc) != Some(doc))
        .count()
}

/// Counts documents of a sorted run, most first.
pub(crate) fn counted(documents: impl Iterator<Item = DocId>) -> Vec<(DocId, usize)> {
    let mut counts: Vec<(DocId, usize)> = Vec::new();
    for doc in documents {
        match counts.last_mut() {
            Some((last, n)) if *last == doc => *n += 1,
            _ => counts.push((doc, 1)),
        }
    }
    counts.small_sort_by_key(|&(_, n)| Reverse(n));
    counts
}

pub(crate) fn page<T>(rows: &[T], page: Page) -> &[T] {
    let start = page.offset.min(rows.len());
    let end = start.saturating_add(page.limit).min(rows.len());
    &rows[start..end]
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

/// Returns a text in the form in which words are compared, with single spaces.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::new();
    analysis::tokens(text, &mut |token| {
        if token.n_positions == 1 {
            folded.push_str(if folded.is_empty() { "" } else { " " });
            folded.push_str(token.term);
        }
    });
    folded
}

fn kind_word(kind: VoiceKind) -> &'static str {
    match kind {
        VoiceKind::Direct => "direct",
        VoiceKind::Partial => "partial",
        VoiceKind::Reported => "reported",
        VoiceKind::Turn => "turn",
    }
}

/// Returns the words for a confidence in percent.
fn confidence_word(percent: u8) -> &'static str {
    match percent {
        85.. => "high",
        60.. => "medium",
        _ => "low",
    }
}
