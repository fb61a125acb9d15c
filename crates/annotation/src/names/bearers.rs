//! Who is meant by a name in one document.
//!
//! Rules, in this order. Full names that are spelled alike, or differ by a middle name or by initials, are one
//! bearer, unless the text sets the younger off from the older or what it tells of them keeps them apart. What the
//! text calls another name is one. A single word is the family name of the only bearer named in full in the
//! document whom its title can mean; with several bearers it is the only one described with that title, or the one
//! who was named first: before any other came up, or if he was called by it alone already or the others are his kin,
//! as long as the paragraph named no other last. A given name alone is its only bearer's. Else it stays for itself,
//! with candidates.

mod aliases;
mod bodies;
mod further;
mod surnames;
mod titles;

use super::NameKind;
use super::apart::{Told, names_differ};
use super::chunks::Generation;
use super::described::described;
use super::finding::Mention;
use super::lexicon::Lexicon;
use super::sameness::{generations_agree, key_of, same_person};
use super::spelling::{self, Reason};

use corpus::{ByteSpan, Document};
use further::further_parts;
pub(super) use further::is_patronymic;
use std::collections::HashMap;

/// The names of one document, each with who bears it there.
#[derive(Debug, Clone, Default)]
pub(super) struct Bearers {
    pub entities: Vec<Bearer>,
    /// Span, entity, form of that entity.
    pub mentions: Vec<(ByteSpan, u32, u32)>,
}

/// Someone or something named in one document.
#[derive(Debug, Clone)]
pub(super) struct Bearer {
    pub kind: NameKind,
    pub generation: Generation,
    /// What the document says of a person.
    pub told: Told,
    pub forms: Vec<LocalForm>,
    pub role: Option<(ByteSpan, String)>,
    /// A single word of a person's name that nothing in the document completes.
    pub is_alone: bool,
    pub is_ambiguous: bool,
    /// Whether the word list says what it is.
    pub is_listed: bool,
    /// Whether only other documents can say that it is a name.
    pub is_unsure: bool,
    /// The place whose it is, where that stands before it: `Turkey's Ministry of Defence`; else empty.
    pub owner: String,
    /// Whether kinship introduces it.
    pub is_kin: bool,
    /// Whom an ambiguous form may mean, by number in this document.
    pub candidates: Vec<u32>,
}

/// A spelling in one document.
#[derive(Debug, Clone)]
pub(super) struct LocalForm {
    pub text: String,
    pub parts: Vec<String>,
    pub count: u32,
    pub reason: Reason,
}

/// Says who bears the names in `mentions`, which are in order.
pub(super) fn bearers(document: &Document, mentions: &[Mention], lexicon: &Lexicon) -> Bearers {
    let mut resolver = Resolver {
        document,
        lexicon,
        entities: Vec::new(),
        by_key: HashMap::new(),
        by_part: HashMap::new(),
        by_spelling: HashMap::new(),
        full_of: vec![None; mentions.len()],
        first_at: Vec::new(),
        alone_uses: Vec::new(),
    };
    let names: Vec<Name> = mentions
        .iter()
        .map(|mention| Name::new(document, mention))
        .collect();
    resolver.full_names(mentions, &names);
    resolver.aliases(mentions, &names);
    resolver.others(mentions, &names);
    resolver.abbreviated();
    resolver.bodies();
    resolver.shorter_bodies();
    let mut found = resolver.finish(mentions);
    found.mentions.retain(|&(_, entity, _)| entity != u32::MAX);
    found
}

struct Name {
    text: String,
    parts: Vec<String>,
}

impl Name {
    fn new(document: &Document, mention: &Mention) -> Self {
        let raw = mention.span.of(&document.text);
        let mut text = String::with_capacity(raw.len());
        for word in raw.split_whitespace() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
        let parts = spelling::parts(&text);
        Self { text, parts }
    }
}

/// Returns what stands between two mentions, the first of which comes first.
fn between<'t>(text: &'t str, first: &Mention, second: &Mention) -> &'t str {
    text.get(first.span.end as usize..second.span.start as usize)
        .unwrap_or("")
}

struct Resolver<'a> {
    document: &'a Document,
    lexicon: &'a Lexicon,
    entities: Vec<Bearer>,
    /// Kind, generation and folded name to entity.
    by_key: HashMap<(NameKind, bool, String), u32>,
    /// Kind and coarse spelling to the places and organisations spelled like it.
    by_spelling: HashMap<(NameKind, String), Vec<u32>>,
    /// Coarse spelling of a part to the persons of whose full name it is the first or the last, or one between
    /// by which they may be called.
    by_part: HashMap<String, Vec<u32>>,
    /// Entity and form of each mention that is decided.
    full_of: Vec<Option<(u32, u32)>>,
    /// First full mention of each entity.
    first_at: Vec<usize>,
    /// Mentions of a person by family name alone, in order.
    alone_uses: Vec<u32>,
}

impl Resolver<'_> {
    fn full_names(&mut self, mentions: &[Mention], names: &[Name]) {
        for (at, (mention, name)) in mentions.iter().zip(names).enumerate() {
            if mention.kind != NameKind::Person || name.parts.len() < 2 {
                continue;
            }
            let told = Told::at(self.document, mention);
            let own_kin = self.kin_of_same_name(mentions, at);
            let (entity, reason) = self.person_in_full(mention, name, at, told, own_kin);
            self.assign(at, entity, name, reason);
            self.entities[entity as usize].told.add(told);
            self.note_role(entity, mention);
        }
    }

    /// Returns the person named just before a name that kinship introduces: nobody is his own grandson.
    fn kin_of_same_name(&self, mentions: &[Mention], at: usize) -> Option<u32> {
        let mention = mentions.get(at).filter(|mention| mention.is_kin)?;
        let before = mentions[..at]
            .iter()
            .rposition(|one| one.kind == NameKind::Person && one.block == mention.block)?;
        self.full_of[before].map(|(entity, _)| entity)
    }

    fn person_in_full(
        &mut self,
        mention: &Mention,
        name: &Name,
        at: usize,
        told: Told,
        own_kin: Option<u32>,
    ) -> (u32, Reason) {
        let key = spelling::bucket(&name.parts[name.parts.len() - 1..]);
        let mut matches: Vec<(u32, Reason)> = Vec::new();
        for &entity in self.by_part.get(&key).into_iter().flatten() {
            let bearer = &self.entities[entity as usize];
            let best = bearer
                .forms
                .iter()
                .filter_map(|form| same_person(&form.parts, &name.parts))
                .min();
            let is_other = Some(entity) == own_kin
                || bearer.told.excludes(told)
                || bearer.forms.iter().any(|form| {
                    form.reason != Reason::Alias && names_differ(&form.parts, &name.parts)
                });
            if let Some(reason) = best
                && !is_other
                && generations_agree(bearer.generation, mention.generation)
            {
                matches.push((entity, reason));
            }
        }
        matches.dedup_by_key(|found| found.0);
        if matches.is_empty()
            && let Some(entity) = self.bearer_of_double_name(name, &key)
        {
            return (entity, Reason::Surname);
        }
        let exact: Vec<_> = matches
            .iter()
            .copied()
            .filter(|found| found.1 <= Reason::Transliteration)
            .collect();
        let chosen = if exact.is_empty() { &matches } else { &exact };
        match chosen[..] {
            [(entity, reason)] => {
                let bearer = &mut self.entities[entity as usize];
                if bearer.generation == Generation::Unsaid {
                    bearer.generation = mention.generation;
                }
                (entity, reason)
            }
            [] => {
                // "His grandson Hafez": later the name alone means the elder.
                let generation = match mention.generation {
                    Generation::Child if own_kin.is_some_and(|own| self.is_called(own, name)) => {
                        Generation::Younger
                    }
                    said => said,
                };
                let entity = self.add(NameKind::Person, generation, at);
                let mut parts = further_parts(&name.text, &name.parts, self.lexicon);
                parts.extend([&name.parts[0], &name.parts[name.parts.len() - 1]]);
                for part in parts {
                    self.may_be_called(entity, part);
                }
                (entity, Reason::Same)
            }
            // "Hafez al-Assad", after father and grandson: it cannot be told.
            _ => {
                let candidates = chosen.iter().map(|found| found.0).collect();
                (self.ambiguous(name, candidates, at), Reason::Same)
            }
        }
    }

    /// Notes a part of a name by which its bearer may be called.
    fn may_be_called(&mut self, entity: u32, part: &String) {
        let key = spelling::bucket(std::slice::from_ref(part));
        let bearers = self.by_part.entry(key).or_default();
        if !bearers.contains(&entity) {
            bearers.push(entity);
        }
    }

    fn is_called(&self, entity: u32, name: &Name) -> bool {
        let mut forms = self.entities[entity as usize].forms.iter();
        forms.any(|form| same_person(&form.parts, &name.parts).is_some())
    }

    /// "Rees-Mogg", after "Jacob Rees-Mogg"; "De la Torre Peña", after his full name: the only one whose name ends so.
    fn bearer_of_double_name(&self, name: &Name, key: &str) -> Option<u32> {
        let first = name.text.split_whitespace().next()?;
        if self.lexicon.is_given(first) || spelling::is_family_first(&name.parts[0]) {
            return None;
        }
        let known = self.by_part.get(key)?;
        let mut bearers = known.iter().filter(|&&entity| {
            let forms = &self.entities[entity as usize].forms;
            forms.iter().any(|form| {
                let n_more = form.parts.len().saturating_sub(name.parts.len());
                n_more > 0 && spelling::same_parts(&form.parts[n_more..], &name.parts).is_some()
            })
        });
        match (bearers.next(), bearers.next()) {
            (Some(&only), None) => Some(only),
            _ => None,
        }
    }

    fn add(&mut self, kind: NameKind, generation: Generation, at: usize) -> u32 {
        self.entities.push(Bearer {
            kind,
            generation,
            told: Told::default(),
            forms: Vec::new(),
            role: None,
            is_alone: false,
            is_ambiguous: false,
            is_listed: false,
            is_unsure: false,
            owner: String::new(),
            is_kin: false,
            candidates: Vec::new(),
        });
        self.first_at.push(at);
        self.alone_uses.push(0);
        self.entities.len() as u32 - 1
    }

    /// Returns the entity of a form that may mean any of `candidates`.
    fn ambiguous(&mut self, name: &Name, candidates: Vec<u32>, at: usize) -> u32 {
        let key = open_key(name);
        let entity = match self.by_key.get(&key) {
            Some(&entity) => entity,
            None => {
                let entity = self.add(NameKind::Person, Generation::Unsaid, at);
                self.by_key.insert(key, entity);
                entity
            }
        };
        let bearer = &mut self.entities[entity as usize];
        bearer.is_alone = true;
        bearer.is_ambiguous = true;
        for candidate in candidates {
            if !bearer.candidates.contains(&candidate) {
                bearer.candidates.push(candidate);
            }
        }
        entity
    }

    fn assign(&mut self, at: usize, entity: u32, name: &Name, reason: Reason) {
        let bearer = &mut self.entities[entity as usize];
        let form = bearer
            .forms
            .iter()
            .position(|form| form.text == name.text)
            .unwrap_or_else(|| {
                let reason = match (reason, bearer.forms.first()) {
                    (_, None) => Reason::Same,
                    (Reason::Same, Some(first)) => {
                        spelling::surface_reason(&first.text, &name.text)
                    }
                    (reason, _) => reason,
                };
                bearer.forms.push(LocalForm {
                    text: name.text.clone(),
                    parts: name.parts.clone(),
                    count: 0,
                    reason,
                });
                bearer.forms.len() - 1
            });
        bearer.forms[form].count += 1;
        self.full_of[at] = Some((entity, form as u32));
    }

    fn note_role(&mut self, entity: u32, mention: &Mention) {
        let bearer = &mut self.entities[entity as usize];
        bearer.is_kin |= mention.is_kin;
        if let (None, Some(span)) = (&bearer.role, described(self.document, mention)) {
            let text = span
                .of(&self.document.text)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            bearer.role = Some((span, text));
        }
    }

    /// Gives every mention that is left its entity, in reading order.
    fn others(&mut self, mentions: &[Mention], names: &[Name]) {
        // The person last named in full, and whom each paragraph named.
        let mut last_full: Option<u32> = None;
        let mut block = u32::MAX;
        let mut in_block: Vec<u32> = Vec::new();
        for (at, (mention, name)) in mentions.iter().zip(names).enumerate() {
            if mention.block != block {
                block = mention.block;
                in_block.clear();
            }
            if let Some((entity, _)) = self.full_of[at] {
                if self.entities[entity as usize].kind == NameKind::Person && name.parts.len() > 1 {
                    last_full = Some(entity);
                    in_block.push(entity);
                }
                continue;
            }
            if name.parts.is_empty() {
                continue;
            }
            let single = mention.kind == NameKind::Person && name.parts.len() == 1;
            let (entity, reason) = if single {
                self.single(mentions, name, at, last_full, &in_block)
            } else {
                let entity = self.keyed(mentions, names, at);
                (entity, self.reason_for(entity, name))
            };
            if single && reason == Reason::GivenName {
                in_block.push(entity);
            }
            self.assign(at, entity, name, reason);
            self.note_role(entity, mention);
            if matches!(reason, Reason::Surname | Reason::Title) {
                let told = Told::at(self.document, mention);
                self.entities[entity as usize].told.add(told);
            }
        }
    }

    fn reason_for(&self, entity: u32, name: &Name) -> Reason {
        let bearer = &self.entities[entity as usize];
        let Some(first) = bearer.forms.first() else {
            return Reason::Same;
        };
        if bearer.kind == NameKind::Place
            && first.parts != name.parts
            && self.usual_place(&name.text).is_some()
        {
            return Reason::KnownPlace;
        }
        spelling::same_parts(&first.parts, &name.parts).unwrap_or(Reason::Same)
    }

    fn usual_place(&self, text: &str) -> Option<&'static str> {
        self.lexicon
            .usual_place(text.to_lowercase().trim_end_matches('.'))
    }

    /// Returns the entity of a name that is not part of another one.
    fn keyed(&mut self, mentions: &[Mention], names: &[Name], at: usize) -> u32 {
        let kind = mentions[at].kind;
        let name = &names[at];
        let owner = self.owner(mentions, names, at);
        let mut key = (kind, false, key_of(name, kind, self.lexicon));
        if let Some(owner) = &owner {
            key.2 = [owner, "'s ", &key.2].concat();
        }
        if let Some(&entity) = self.by_key.get(&key) {
            return entity;
        }
        if let Some(owner) = owner {
            let entity = self.add(kind, mentions[at].generation, at);
            self.entities[entity as usize].owner = owner;
            self.by_key.insert(key, entity);
            return entity;
        }
        let coarse = (kind, spelling::bucket(&name.parts));
        let is_long =
            name.parts.concat().len() >= 4 && matches!(kind, NameKind::Place | NameKind::Org);
        let alike = self
            .by_spelling
            .get(&coarse)
            .into_iter()
            .flatten()
            .take(32)
            .copied()
            .find(|&entity| {
                is_long
                    && self.entities[entity as usize]
                        .forms
                        .iter()
                        .any(|form| spelling::same_parts(&form.parts, &name.parts).is_some())
            });
        let entity = alike.unwrap_or_else(|| self.add(kind, mentions[at].generation, at));
        self.by_key.insert(key, entity);
        let known = self.by_spelling.entry(coarse).or_default();
        if !known.contains(&entity) {
            known.push(entity);
        }
        entity
    }

    fn finish(self, mentions: &[Mention]) -> Bearers {
        let mut entities_seen = vec![(false, true); self.entities.len()];
        for (mention, of) in mentions.iter().zip(&self.full_of) {
            if let Some((entity, _)) = of {
                let seen = &mut entities_seen[*entity as usize];
                *seen = (seen.0 || mention.is_listed, seen.1 && mention.is_unsure);
            }
        }
        let mut numbers = vec![u32::MAX; self.entities.len()];
        let mut entities = Vec::new();
        for (old, mut bearer) in self.entities.into_iter().enumerate() {
            (bearer.is_listed, bearer.is_unsure) = entities_seen[old];
            if !bearer.forms.is_empty() {
                numbers[old] = entities.len() as u32;
                entities.push(bearer);
            }
        }
        for bearer in &mut entities {
            for candidate in &mut bearer.candidates {
                *candidate = numbers[*candidate as usize];
            }
            bearer.candidates.retain(|&candidate| candidate != u32::MAX);
        }
        let mentions = mentions
            .iter()
            .zip(&self.full_of)
            .map(|(mention, of)| {
                of.map_or((mention.span, u32::MAX, 0), |(entity, form)| {
                    (mention.span, numbers[entity as usize], form)
                })
            })
            .collect();
        Bearers { entities, mentions }
    }
}

/// Returns under which key a form stands that may mean several.
fn open_key(name: &Name) -> (NameKind, bool, String) {
    let key = ["? ", &name.parts.join(" ")].concat();
    (NameKind::Person, true, key)
}

/// A name as text and parts.
pub(super) trait AsName {
    fn as_name(&self) -> (&str, &[String]);
}

impl AsName for Name {
    fn as_name(&self) -> (&str, &[String]) {
        (&self.text, &self.parts)
    }
}

impl AsName for LocalForm {
    fn as_name(&self) -> (&str, &[String]) {
        (&self.text, &self.parts)
    }
}
