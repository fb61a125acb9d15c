//! Names as rows of a table, after what a reader decided about them.

use crate::deciding::{HIDDEN, Slots};
use crate::layers::{Annotations, counted, folded, is_shown, n_different, page};
use annotation::names::{Entity, Reason};
use corpus::ByteSpan;
use index::DocId;
use protocol::{
    Lens, NameDecision, NameFormRecord, NameMentionRecord, NameRecord, NameRow, NamesRecord,
    NamesRequest, Reply,
};
use sorting::SmallSort;
use std::cmp::Reverse;
use std::collections::HashMap;

/// The entities, and behind them the names that a reader decided upon.
struct Decided<'d> {
    decisions: &'d [NameDecision],
    entities: &'d [Entity],
    slots: Slots<'d>,
}

impl<'d> Decided<'d> {
    fn new(decisions: &'d [NameDecision], entities: &'d [Entity]) -> Self {
        Self {
            slots: Slots::new(decisions, entities),
            decisions,
            entities,
        }
    }

    /// Returns the forms that stand in a slot, each with its entity.
    fn forms_of(&self, slot: usize) -> Vec<(&'d Entity, &'d annotation::names::Form)> {
        let mut forms = Vec::new();
        for (own, entity) in self.slots.of_entities.iter().zip(self.entities) {
            for form in &entity.forms {
                let at = self.slots.parted.get(&*form.text).unwrap_or(own);
                if *at == slot {
                    forms.push((entity, form));
                }
            }
        }
        forms
    }

    /// Returns the forms that a row of a slot lists: those decided upon, or those of its entity that no decision took.
    fn own_forms(&self, slot: usize) -> Vec<(&'d Entity, &'d annotation::names::Form)> {
        if self.decision(slot).is_some() {
            return self.forms_of(slot);
        }
        let entity = &self.entities[slot];
        let forms = entity.forms.iter();
        let own = forms.filter(|form| !self.slots.parted.contains_key(&*form.text));
        own.map(|form| (entity, form)).collect()
    }

    fn decision(&self, slot: usize) -> Option<&'d NameDecision> {
        self.decisions.get(slot.checked_sub(self.entities.len())?)
    }

    fn preferred(&self, slot: usize) -> &'d str {
        match self.decision(slot) {
            Some(decision) => &decision.preferred,
            None => self.entities.get(slot).map_or("", Entity::preferred),
        }
    }

    /// Returns the slots that are shown with their numbers of mentions, in order.
    fn rows(&self, request: &NamesRequest, mentions: &[Mentions]) -> Vec<(usize, usize)> {
        let find = folded(&request.find);
        let mut rows: Vec<(usize, usize)> = Vec::new();
        for (slot, own) in mentions.iter().enumerate() {
            if own.is_empty() {
                continue;
            }
            let kind = match self.decision(slot) {
                Some(decision) => &*decision.kind,
                None => self.entities[slot].kind.word(),
            };
            let n_documents = n_different(own.iter().map(|(doc, _)| *doc));
            let is_of_kind = kind != HIDDEN && (request.kind.is_empty() || kind == request.kind);
            let is_found = || {
                let has = |text: &str| folded(text).contains(&find);
                find.is_empty()
                    || has(self.preferred(slot))
                    || match self.decision(slot) {
                        None => self.entities[slot].forms.iter().any(|one| has(&one.text)),
                        Some(_) => self.forms_of(slot).iter().any(|(_, one)| has(&one.text)),
                    }
            };
            if is_of_kind && is_shown(request.show, n_documents) && is_found() {
                rows.push((slot, own.len()));
            }
        }
        if request.by_name {
            rows.small_sort_by_key(|&(slot, _)| folded(self.preferred(slot)));
        } else {
            rows.small_sort_by_key(|&(_, n)| Reverse(n));
        }
        rows
    }
}

/// Of so many names at most the first mention in each document is shown.
const SEEN_BY_DOCUMENT: usize = 3;
/// Documents whose first mention is shown.
const MOST_FIRSTS: usize = 50;

type Mentions = Vec<(DocId, ByteSpan)>;

impl Annotations<'_> {
    /// Answers with names.
    pub(crate) fn names(&self, request: &NamesRequest) -> Reply {
        let part = self.part(&request.lens);
        let entities = &self.layers.names.entities;
        let decided = Decided::new(&request.decisions, entities);
        let parted: Vec<bool> = entities
            .iter()
            .map(|one| decided.slots.is_parted(one))
            .collect();
        // For each name its mentions by document, in order.
        let mut mentions: Vec<Mentions> =
            vec![Vec::new(); entities.len() + request.decisions.len()];
        part.for_each(&mut |doc, counts| {
            let spans = self.layers.spans.get(doc.as_usize());
            for one in spans.map_or(&[][..], Vec::as_slice) {
                let number = one.entity as usize;
                let (true, Some(&slot)) = (counts(one.span), decided.slots.of_entities.get(number))
                else {
                    continue;
                };
                let own = || self.words(doc, one.span);
                let slot = match parted.get(number) {
                    Some(true) => decided.slots.parted.get(&*own()).copied().unwrap_or(slot),
                    _ => slot,
                };
                mentions[slot].push((doc, one.span));
            }
        });
        let rows = decided.rows(request, &mentions);
        let shared = if request.editing {
            counted_forms(entities)
        } else {
            HashMap::new()
        };
        let shown = page(&rows, request.page).iter();
        let shown = shown.map(|&(slot, _)| {
            let mut row = self.name(slot, &mentions[slot], &decided, &shared);
            if rows.len() <= SEEN_BY_DOCUMENT {
                // As many as a reader looks through.
                let firsts = firsts(&mentions[slot]).into_iter().take(MOST_FIRSTS);
                row.first_by_document =
                    firsts.map(|(doc, span)| self.sentence(doc, span)).collect();
            }
            row
        });
        Reply::Names(NamesRecord {
            n_documents: part.documents.len(),
            documents: self.listed(&part.documents),
            total: rows.len(),
            rows: shown.collect(),
        })
    }

    fn name(
        &self,
        slot: usize,
        mentions: &[(DocId, ByteSpan)],
        decided: &Decided<'_>,
        shared: &HashMap<&str, u32>,
    ) -> NameRow {
        let by_document = counted(mentions.iter().map(|(doc, _)| *doc))
            .into_iter()
            .map(|(doc, n)| (self.id(doc), n));
        let (doc, span) = self.earliest(mentions);
        let decision = decided.decision(slot);
        let mut row = NameRow {
            preferred: decided.preferred(slot).to_owned(),
            n_mentions: mentions.len(),
            by_document: by_document.collect(),
            first: self.sentence(doc, span),
            is_decided: decision.is_some(),
            ..NameRow::default()
        };
        if let Some(decision) = decision {
            row.kind.clone_from(&decision.kind);
        }
        for (entity, form) in decided.own_forms(slot) {
            if row.sources.last().map(|(_, name)| &**name) != Some(entity.preferred()) {
                self.add_source(&mut row, entity);
            }
            match row.forms.iter_mut().find(|(known, _)| *known == form.text) {
                Some((_, n)) => *n += u64::from(form.count),
                None => row.forms.push((form.text.clone(), form.count.into())),
            }
            if shared.get(&*form.text).is_some_and(|&n| n > 1) && !row.shared.contains(&form.text) {
                row.shared.push(form.text.clone());
            }
        }
        row.forms.small_sort_by_key(|(_, count)| Reverse(*count));
        row
    }

    /// Takes an entity into a row: what is empty there is taken from it.
    fn add_source(&self, row: &mut NameRow, entity: &Entity) {
        let kind = entity.kind.word();
        row.sources
            .push((kind.to_owned(), entity.preferred().to_owned()));
        if let (true, Some(role)) = (row.described_as.is_empty(), &entity.role) {
            row.described_as.clone_from(&role.text);
        }
        if row.id.is_empty() {
            row.id.clone_from(&entity.id);
            if row.kind.is_empty() {
                kind.clone_into(&mut row.kind);
            }
        }
        for reason in self.reasons(entity) {
            if !row.reasons.contains(&reason) {
                row.reasons.push(reason);
            }
        }
    }

    /// Returns the first mention in the oldest document; in the first of the corpus where none has a date.
    fn earliest(&self, mentions: &[(DocId, ByteSpan)]) -> (DocId, ByteSpan) {
        let date = |&(doc, _): &(DocId, ByteSpan)| self.index.document(doc).date();
        let firsts = firsts(mentions);
        let oldest = firsts.iter().filter(|one| date(one).is_some());
        *oldest.min_by_key(|one| date(one)).unwrap_or(&firsts[0])
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
        for (at, form) in entity.forms.iter().enumerate() {
            let reason = form.reason.words();
            let is_told = form.reason == Reason::NameAlone || at > 0 && form.reason != Reason::Same;
            if is_told && !reasons.iter().any(|known| known == reason) {
                reasons.push(reason.to_owned());
            }
        }
        reasons
    }
}

/// Returns the first mention in each document; mentions are sorted by document.
fn firsts(mentions: &[(DocId, ByteSpan)]) -> Mentions {
    let mut firsts = mentions.to_vec();
    firsts.dedup_by_key(|(doc, _)| *doc);
    firsts
}

/// Counts the names that have each form.
fn counted_forms(entities: &[Entity]) -> HashMap<&str, u32> {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for entity in entities {
        for form in &entity.forms {
            *counts.entry(&form.text).or_default() += 1;
        }
    }
    counts
}
