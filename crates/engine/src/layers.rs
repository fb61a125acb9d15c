//! Days, names and voices as records.

use crate::documents::hex;
use crate::linguistics::filters;
use crate::reading;
use annotation::days::{Anchor, DayMention, Edtf, Point, Precision};
use annotation::layers::Layers;
use annotation::names::{Entity, NameKind, Reason};
use annotation::voices::{Voice, VoiceKind};
use corpus::ByteSpan;
use index::{DocId, DocumentView, Index};
use protocol::{
    DayRecord, Lens, NameFormRecord, NameMentionRecord, NameRecord, NameRow, NamesRecord,
    NamesRequest, Page, Reply, Scale, SentenceRecord, Shared, SpeakerRow, TimelineRecord,
    TimelineRequest, TimelineRow, VoiceRecord, VoicesRecord, VoicesRequest,
};
use search::Searcher;
use sorting::SmallSort;
use std::cmp::Reverse;

/// Mentions of one document that a row of the timeline shows.
const MENTIONS_LIMIT: usize = 3;
/// Documents that a row of the timeline shows mentions of.
const ROW_DOCUMENTS: usize = 8;
/// More documents than this are not listed.
const LISTED_DOCUMENTS: usize = 8;

/// What answers about layers.
pub(crate) struct Annotations<'s> {
    pub(crate) index: &'s Index,
    pub(crate) searcher: Searcher<'s>,
    pub(crate) layers: &'s Layers,
}

/// Reads the layers of an index.
///
/// # Errors
///
/// A sentence for a reader where there are none, or they are damaged.
pub(crate) fn read(index: &Index) -> Result<Layers, String> {
    let section = |name| index.layer(index::Tag(name));
    let text = |number| index.document(DocId(number)).text();
    Layers::of_sections(index.n_documents() as usize, &section, &text)
        .map_err(|error| error.to_string())
}

/// The part of the texts that the lens leaves: documents, and with a query the blocks in them that match it.
struct Part {
    documents: Vec<DocId>,
    /// For each document the stretches that count; `None` for all of it.
    blocks: Option<Vec<Vec<ByteSpan>>>,
}

/// Takes a document and what tells whether a span of it counts.
type Visit<'v> = &'v mut dyn FnMut(DocId, &dyn Fn(ByteSpan) -> bool);

impl Part {
    /// Calls `visit` for each document of the lens.
    fn for_each(&self, visit: Visit<'_>) {
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

impl<'s> Annotations<'s> {
    /// Returns what a lens leaves. With words in the query only blocks with a match count.
    fn part(&self, lens: &Lens) -> Part {
        let (query, _) = reading::read(&lens.query);
        let found = self.searcher.matches(&query, &filters(lens), lens.exact);
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

    /// Answers with the days mentioned, row by row in order of time.
    pub(crate) fn timeline(&self, request: &TimelineRequest) -> Reply {
        let part = self.part(&request.lens);
        let (mut rows, mut n_mentions, mut n_undated) = (Vec::new(), 0, 0);
        part.for_each(&mut |doc, counts| {
            for (at, mention) in self.days_of(doc).iter().enumerate() {
                if !counts(mention.span) {
                    continue;
                }
                n_mentions += 1;
                match mention.edtf {
                    Some(edtf) => rows.push((at_scale(edtf, request.scale), doc, at)),
                    None => n_undated += 1,
                }
            }
        });
        // Rows come in the order of documents and places, and equal ones keep it.
        rows.small_sort_by_key(|&(edtf, ..)| order_of(edtf));
        let runs = rows.chunk_by(|a, b| a.0 == b.0);
        let runs = runs.map(|run| (run, n_different(run.iter().map(|row| row.1))));
        let runs: Vec<_> = runs
            .filter(|(_, n_documents)| is_shown(request.show, *n_documents))
            .collect();
        let shown = page(&runs, request.page).iter();
        let shown = shown.map(|(run, n_documents)| TimelineRow {
            edtf: run[0].0.to_string(),
            n_documents: *n_documents,
            n_mentions: run.len(),
            mentions: self.shown_mentions(run),
        });
        Reply::Timeline(TimelineRecord {
            n_documents: part.documents.len(),
            documents: self.listed(&part.documents),
            n_mentions,
            n_undated,
            total: runs.len(),
            rows: shown.collect(),
        })
    }

    fn days_of(&self, doc: DocId) -> &'s [DayMention] {
        let own = self.layers.days.get(doc.as_usize());
        own.map_or(&[], Vec::as_slice)
    }

    fn shown_mentions(&self, run: &[(Edtf, DocId, usize)]) -> Vec<DayRecord> {
        let by_document = run.chunk_by(|a, b| a.1 == b.1).take(ROW_DOCUMENTS);
        by_document
            .flat_map(|own| own.iter().take(MENTIONS_LIMIT))
            .filter_map(|&(_, doc, at)| Some(self.day(doc, self.days_of(doc).get(at)?)))
            .collect()
    }

    /// Returns one mention of a day.
    pub(crate) fn day(&self, doc: DocId, mention: &DayMention) -> DayRecord {
        let anchor = mention.anchor.map(|anchor| match anchor {
            Anchor::Text(span) => {
                let own = self.days_of(doc);
                let at = own.partition_point(|other| other.span.start < span.start);
                let value = own.get(at).and_then(|other| other.edtf);
                value.map_or_else(|| self.words(doc, span), |edtf| edtf.to_string())
            }
            Anchor::Title => "the title".to_owned(),
            Anchor::DocumentDate => {
                let date = self.index.document(doc).date();
                date.unwrap_or("the document's date").to_owned()
            }
        });
        DayRecord {
            sentence: self.sentence(doc, mention.span),
            kind: mention.kind.name().to_owned(),
            edtf: mention.edtf.map(|edtf| edtf.to_string()),
            anchor,
            rule: mention.rule.name().to_owned(),
            confidence: mention.confidence.name().to_owned(),
        }
    }

    /// Answers with names.
    pub(crate) fn names(&self, request: &NamesRequest) -> Reply {
        let part = self.part(&request.lens);
        let entities = &self.layers.names.entities;
        let find = folded(&request.find);
        // For each entity its mentions by document, in order.
        let mut mentions: Vec<Vec<(DocId, ByteSpan)>> = vec![Vec::new(); entities.len()];
        part.for_each(&mut |doc, counts| {
            let spans = self.layers.spans.get(doc.as_usize());
            for one in spans.map_or(&[][..], Vec::as_slice) {
                if let (true, Some(own)) = (counts(one.span), mentions.get_mut(one.entity as usize))
                {
                    own.push((doc, one.span));
                }
            }
        });
        let mut rows: Vec<(usize, usize)> = Vec::new();
        for (number, (entity, own)) in entities.iter().zip(&mentions).enumerate() {
            let n_documents = n_different(own.iter().map(|(doc, _)| *doc));
            let is_of_kind = request.kind.is_empty() || entity.kind.word() == request.kind;
            let is_found = || {
                let mut forms = entity.forms.iter();
                find.is_empty() || forms.any(|form| folded(&form.text).contains(&find))
            };
            if !own.is_empty() && is_of_kind && is_shown(request.show, n_documents) && is_found() {
                rows.push((number, own.len()));
            }
        }
        if request.by_name {
            rows.small_sort_by_key(|&(number, _)| folded(entities[number].preferred()));
        } else {
            rows.small_sort_by_key(|&(_, n)| Reverse(n));
        }
        let shown = page(&rows, request.page).iter();
        let shown = shown.map(|&(number, _)| self.name(number, &mentions[number]));
        Reply::Names(NamesRecord {
            n_documents: part.documents.len(),
            documents: self.listed(&part.documents),
            total: rows.len(),
            rows: shown.collect(),
        })
    }

    fn name(&self, number: usize, mentions: &[(DocId, ByteSpan)]) -> NameRow {
        let entity = &self.layers.names.entities[number];
        let by_document = counted(mentions.iter().map(|(doc, _)| *doc))
            .into_iter()
            .map(|(doc, n)| (self.id(doc), n));
        let (doc, span) = mentions[0];
        let mut forms: Vec<(String, u64)> = Vec::new();
        for form in &entity.forms {
            forms.push((form.text.clone(), form.count.into()));
        }
        forms.small_sort_by_key(|(_, count)| Reverse(*count));
        NameRow {
            id: entity.id.clone(),
            kind: entity.kind.word().to_owned(),
            preferred: entity.preferred().to_owned(),
            forms,
            reasons: self.reasons(entity),
            n_mentions: mentions.len(),
            by_document: by_document.collect(),
            first: self.sentence(doc, span),
            described_as: entity
                .role
                .as_ref()
                .map_or_else(String::new, |role| role.text.clone()),
        }
    }

    /// Returns why forms were joined, or why one stays alone.
    pub(crate) fn reasons(&self, entity: &Entity) -> Vec<String> {
        let mut reasons: Vec<String> = Vec::new();
        if entity.is_ambiguous {
            let entities = &self.layers.names.entities;
            let candidates: Vec<&str> = entity
                .candidates
                .iter()
                .filter_map(|&candidate| entities.get(candidate as usize))
                .map(Entity::preferred)
                .collect();
            let mut reason = String::from("may mean several");
            if !candidates.is_empty() {
                reason.push_str(": ");
                reason.push_str(&candidates.join(", "));
            }
            reasons.push(reason);
        }
        for form in entity.forms.iter().skip(1) {
            let reason = form.reason.words();
            if form.reason != Reason::Same && !reasons.iter().any(|known| known == reason) {
                reasons.push(reason.to_owned());
            }
        }
        reasons
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
        let speakers = self.speakers(&found);
        found.retain(|(_, voice, speaker)| {
            let is_of_kind = request.kind.is_empty() || kind_word(voice.kind) == request.kind;
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

    fn speakers(&self, found: &[(DocId, &Voice, Option<String>)]) -> Vec<SpeakerRow> {
        let mut order: Vec<u32> = (0..found.len() as u32).collect();
        order.retain(|&at| found[at as usize].2.is_some());
        order.small_sort_by(|&a, &b| found[a as usize].2.cmp(&found[b as usize].2));
        let same = |a: &u32, b: &u32| found[*a as usize].2 == found[*b as usize].2;
        let mut speakers: Vec<SpeakerRow> = order
            .chunk_by(same)
            .map(|own| self.speaker_row(own.iter().map(|&at| &found[at as usize]).collect()))
            .collect();
        speakers.small_sort_by_key(|row| Reverse((row.n_words, row.n_direct, row.n_reported)));
        speakers
    }

    fn speaker_row(&self, own: Vec<&(DocId, &Voice, Option<String>)>) -> SpeakerRow {
        let mut row = SpeakerRow::default();
        let mut documents = Vec::with_capacity(own.len());
        for (doc, voice, speaker) in own {
            documents.push(*doc);
            row.speaker = speaker.clone().unwrap_or_default();
            row.name_id = row.name_id.take().or_else(|| self.name_id(*doc, voice));
            if voice.kind == VoiceKind::Reported {
                row.n_reported += 1;
            } else {
                row.n_direct += 1;
                row.n_words += n_words(self.index.document(*doc).slice(voice.span));
            }
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
    /// Returns every mention of a day in the lens.
    pub(crate) fn all_days(&self, lens: &Lens) -> Vec<DayRecord> {
        let mut records = Vec::new();
        self.part(lens).for_each(&mut |doc, counts| {
            let own = self.days_of(doc).iter();
            let counted = own.filter(|mention| counts(mention.span));
            records.extend(counted.map(|mention| self.day(doc, mention)));
        });
        records
    }

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

/// Returns the row of a date: no more exact than the scale. An interval whose ends are then one is a date.
fn at_scale(edtf: Edtf, scale: Scale) -> Edtf {
    let finest = match scale {
        Scale::Day => Precision::Day,
        Scale::Month => Precision::Month,
        Scale::Year => Precision::Year,
    };
    let start = at_most(edtf.start, finest);
    let end = edtf.end.map(|end| at_most(end, finest));
    Edtf {
        start,
        end: end.filter(|end| *end != start),
    }
}

fn at_most(point: Point, finest: Precision) -> Point {
    if point.precision <= finest {
        return point;
    }
    Point {
        precision: finest,
        month: if finest >= Precision::Month {
            point.month
        } else {
            0
        },
        day: if finest >= Precision::Day {
            point.day
        } else {
            0
        },
        minute: 0,
        ..point
    }
}

/// Returns numbers that stand in the order of time; a month stands before its days.
fn order_of(edtf: Edtf) -> (u64, u64) {
    let order = |point: Point| {
        let date = u64::from(point.year) << 16 | u64::from(point.month) << 8;
        let time = u64::from(point.minute) << 4 | u64::from(point.is_approximate);
        (date | u64::from(point.day)) << 20 | time << 4 | point.precision as u64
    };
    (order(edtf.start), edtf.end.map_or(0, order))
}

fn is_shown(show: Shared, n_documents: usize) -> bool {
    match show {
        Shared::All => true,
        Shared::Several => n_documents > 1,
        Shared::One => n_documents == 1,
    }
}

/// Returns the number of documents in a sorted run of them.
fn n_different(documents: impl Iterator<Item = DocId>) -> usize {
    let mut last = None;
    documents
        .filter(|&doc| last.replace(doc) != Some(doc))
        .count()
}

/// Counts documents of a sorted run, most first.
fn counted(documents: impl Iterator<Item = DocId>) -> Vec<(DocId, usize)> {
    let mut counts: Vec<(DocId, usize)> = Vec::new();
    for doc in documents {
        match counts.iter_mut().find(|(known, _)| *known == doc) {
            Some((_, n)) => *n += 1,
            None => counts.push((doc, 1)),
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
