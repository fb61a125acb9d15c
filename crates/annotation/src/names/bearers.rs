//! Who is meant by a name in one document.
//!
//! Rules, in this order. Full names that are spelled alike, or differ by a middle name or by initials, are one
//! bearer, unless the text sets the younger off from the older. What the text calls another name is one. A
//! single word is the family name of the only bearer named in full in the document; with several bearers it is
//! the one who was called by it alone before the others came up, as long as no other was named since in the
//! paragraph, or the only one with the title that stands before it. Else it stays for itself, with candidates.

use super::NameKind;
use super::chunks::Generation;
use super::finding::Mention;
use super::lexicon::{Lexicon, class, hash_word};
use super::spelling::{self, Reason};
use corpus::{ByteSpan, Document};
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
    pub forms: Vec<LocalForm>,
    pub role: Option<(ByteSpan, String)>,
    /// A single word of a person's name that nothing in the document completes.
    pub is_alone: bool,
    pub is_ambiguous: bool,
    /// Whether the word list says what it is.
    pub is_listed: bool,
    /// Whether only other documents can say that it is a name.
    pub is_unsure: bool,
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

struct Resolver<'a> {
    document: &'a Document,
    lexicon: &'a Lexicon,
    entities: Vec<Bearer>,
    /// Kind, generation and folded name to entity.
    by_key: HashMap<(NameKind, bool, String), u32>,
    /// Kind and coarse spelling to the places and organisations spelled like it.
    by_spelling: HashMap<(NameKind, String), Vec<u32>>,
    /// Coarse spelling of a part to the persons of whose full name it is the first or the last.
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
            let (entity, reason) = self.person_in_full(mention, name, at);
            self.assign(at, entity, name, reason);
            self.note_role(entity, mention);
        }
    }

    fn person_in_full(&mut self, mention: &Mention, name: &Name, at: usize) -> (u32, Reason) {
        let key = spelling::bucket(&name.parts[name.parts.len() - 1..]);
        let mut matches: Vec<(u32, Reason)> = Vec::new();
        for &entity in self.by_part.get(&key).into_iter().flatten() {
            let bearer = &self.entities[entity as usize];
            let best = bearer
                .forms
                .iter()
                .filter_map(|form| same_person(&form.parts, &name.parts))
                .min();
            if let Some(reason) = best
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
                let entity = self.add(NameKind::Person, mention.generation, at);
                for part in [&name.parts[0], &name.parts[name.parts.len() - 1]] {
                    let key = spelling::bucket(std::slice::from_ref(part));
                    let bearers = self.by_part.entry(key).or_default();
                    if !bearers.contains(&entity) {
                        bearers.push(entity);
                    }
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

    /// "Rees-Mogg", after "Jacob Rees-Mogg": the only one whose full name ends so.
    fn bearer_of_double_name(&self, name: &Name, key: &str) -> Option<u32> {
        if name.text.contains(char::is_whitespace) {
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
            forms: Vec::new(),
            role: None,
            is_alone: false,
            is_ambiguous: false,
            is_listed: false,
            is_unsure: false,
            is_kin: false,
            candidates: Vec::new(),
        });
        self.first_at.push(at);
        self.alone_uses.push(0);
        self.entities.len() as u32 - 1
    }

    /// Returns the entity of a form that may mean any of `candidates`.
    fn ambiguous(&mut self, name: &Name, candidates: Vec<u32>, at: usize) -> u32 {
        let key = (
            NameKind::Person,
            true,
            ["? ", &name.parts.join(" ")].concat(),
        );
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
        if let (None, Some(span)) = (&bearer.role, mention.role) {
            let text = span
                .of(&self.document.text)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            bearer.role = Some((span, text));
        }
    }

    /// Joins what the text says is another name: "X, known as Y", "X (Y)" for abbreviations.
    fn aliases(&mut self, mentions: &[Mention], names: &[Name]) {
        for at in 1..mentions.len() {
            let mut before = at - 1;
            if mentions[before].block != mentions[at].block || names[at].parts.is_empty() {
                continue;
            }
            let text = &self.document.text;
            let gap = text
                .get(mentions[before].span.end as usize..mentions[at].span.start as usize)
                .unwrap_or("");
            let reason = if abbreviates(text, &mentions[at], names, before, at, gap) {
                Reason::Acronym
            } else if gap.len() < 90 && says_alias(gap, opened_before(text, mentions, at)) {
                // Inside brackets the other name is of whoever stands before them.
                while gap_has_no_bracket_before(text, mentions, before, at)
                    && before > 0
                    && mentions[before - 1].block == mentions[at].block
                {
                    before -= 1;
                }
                Reason::Alias
            } else if let Some(head) = bracket_head(text, mentions, at)
                && are_variants(&names[head], &names[at])
            {
                before = head;
                Reason::Alias
            } else {
                continue;
            };
            let (a, b) = (mentions[before].kind, mentions[at].kind);
            let fits = a == b
                || b == NameKind::Other
                || (a == NameKind::Other)
                || (reason == Reason::Acronym);
            if !fits || a == NameKind::Group || (b == NameKind::Place && a == NameKind::Person) {
                continue;
            }
            let entity = match self.full_of[before] {
                Some((entity, _)) => entity,
                None => {
                    let entity = self.keyed(mentions, names, before);
                    self.assign(before, entity, &names[before], Reason::Same);
                    entity
                }
            };
            if let Some((other, _)) = self.full_of[at] {
                self.absorb(entity, other, reason);
            } else {
                self.assign(at, entity, &names[at], reason);
            }
            let kind = self.entities[entity as usize].kind;
            self.by_key.insert(
                (kind, false, key_of(&names[at], kind, self.lexicon)),
                entity,
            );
            if b != kind {
                self.by_key
                    .insert((b, false, key_of(&names[at], b, self.lexicon)), entity);
            }
            if kind == NameKind::Person {
                for part in [names[at].parts.first(), names[at].parts.last()]
                    .into_iter()
                    .flatten()
                {
                    let bearers = self
                        .by_part
                        .entry(spelling::bucket(std::slice::from_ref(part)))
                        .or_default();
                    if !bearers.contains(&entity) {
                        bearers.push(entity);
                    }
                }
            }
        }
    }

    /// Makes `other` part of `entity`.
    fn absorb(&mut self, entity: u32, other: u32, reason: Reason) {
        if entity == other {
            return;
        }
        let forms = std::mem::take(&mut self.entities[other as usize].forms);
        let mut moved = Vec::new();
        for form in forms {
            let into = &mut self.entities[entity as usize].forms;
            let place = into
                .iter()
                .position(|known| known.text == form.text)
                .unwrap_or_else(|| {
                    into.push(LocalForm {
                        count: 0,
                        reason,
                        ..form.clone()
                    });
                    into.len() - 1
                });
            into[place].count += form.count;
            moved.push(place as u32);
        }
        for assigned in self.full_of.iter_mut().flatten() {
            if assigned.0 == other {
                *assigned = (entity, moved.get(assigned.1 as usize).copied().unwrap_or(0));
            }
        }
        for known in self
            .by_key
            .values_mut()
            .chain(self.by_part.values_mut().flatten())
        {
            if *known == other {
                *known = entity;
            }
        }
        if self.entities[entity as usize].role.is_none() {
            self.entities[entity as usize].role = self.entities[other as usize].role.take();
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
        let key = (kind, false, key_of(name, kind, self.lexicon));
        if let Some(&entity) = self.by_key.get(&key) {
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

    /// Says whom a single word means.
    fn single(
        &mut self,
        mentions: &[Mention],
        name: &Name,
        at: usize,
        last_full: Option<u32>,
        in_block: &[u32],
    ) -> (u32, Reason) {
        let mention = &mentions[at];
        let part = &name.parts[0];
        let key = spelling::bucket(&name.parts);
        let near: Vec<u32> = self.by_part.get(&key).cloned().unwrap_or_default();
        let (mut families, mut givens) = (Vec::new(), Vec::new());
        let mut exact = false;
        for entity in near {
            let bearer = &self.entities[entity as usize];
            for form in bearer
                .forms
                .iter()
                .filter(|form| form.parts.len() > 1 || form.reason == Reason::Alias)
            {
                let (first, last) = (&form.parts[0], &form.parts[form.parts.len() - 1]);
                let family_first = self.lexicon.class(hash_word(first)) & class::FAMILY_FIRST != 0;
                let as_family = spelling::same_part(last, part)
                    .or((family_first && first == part).then_some(Reason::Same));
                let is_half = as_family.is_some() && is_half_of_double_name(&form.text, &name.text);
                if let Some(reason) = as_family.filter(|_| !is_half) {
                    exact |= reason == Reason::Same;
                    families.push((entity, reason));
                } else if let Some(reason) = spelling::same_part(first, part) {
                    exact |= reason == Reason::Same;
                    givens.push((entity, reason));
                }
            }
        }
        // Who is written just so comes before who is written alike.
        let keep = |found: Vec<(u32, Reason)>| -> Vec<u32> {
            found
                .into_iter()
                .filter(|&(_, reason)| !exact || reason == Reason::Same)
                .map(|(entity, _)| entity)
                .collect()
        };
        let (mut families, mut givens) = (keep(families), keep(givens));
        for found in [&mut families, &mut givens] {
            sorting::sort_numbers(found);
            found.dedup();
        }
        givens.retain(|entity| !families.contains(entity));
        // A younger one of the same given name, introduced by it.
        let younger_key = (NameKind::Person, true, ["younger ", part.as_str()].concat());
        let is_younger = mention.generation == Generation::Younger
            || (mention.generation == Generation::Child
                && givens
                    .iter()
                    .any(|&entity| self.entities[entity as usize].generation == Generation::Older));
        if is_younger
            && !families
                .iter()
                .any(|&entity| self.entities[entity as usize].generation == Generation::Younger)
        {
            if let [only] = givens[..]
                && self.entities[only as usize].generation == Generation::Younger
            {
                return (only, Reason::GivenName);
            }
            let entity = match self.by_key.get(&younger_key) {
                Some(&entity) => entity,
                None => self.add(NameKind::Person, Generation::Younger, at),
            };
            self.by_key.insert(younger_key, entity);
            return (entity, Reason::Same);
        }
        if let Some(&younger) = self.by_key.get(&younger_key)
            && families.is_empty()
            && self.first_at[younger as usize] < at
        {
            let mut candidates = givens;
            if candidates.is_empty() {
                return (younger, Reason::Same);
            }
            candidates.push(younger);
            return (self.ambiguous(name, candidates, at), Reason::Same);
        }
        if families.is_empty() {
            return match givens[..] {
                [] => self.alone(mention, name, at),
                // "His elder brother, Arthur", after "the son of Arthur Tallis".
                [only] if self.is_other_kin(only, mention) => {
                    let key = (NameKind::Person, true, ["kin ", part.as_str()].concat());
                    let entity = match self.by_key.get(&key) {
                        Some(&entity) => entity,
                        None => self.add(NameKind::Person, Generation::Unsaid, at),
                    };
                    self.by_key.insert(key, entity);
                    (entity, Reason::Same)
                }
                [only]
                    if mention.generation != Generation::Child
                        || !self.is_other_generation(only, mention) =>
                {
                    (only, Reason::GivenName)
                }
                _ => match self.one_before(&givens, at) {
                    Some(only) => (only, Reason::GivenName),
                    None => (self.ambiguous(name, givens, at), Reason::Same),
                },
            };
        }
        if !givens.is_empty()
            && last_full.is_some_and(|last| givens.contains(&last))
            && !mention.has_title
        {
            families.extend(givens);
            return (self.ambiguous(name, families, at), Reason::Same);
        }
        // Before its bearer is named in full, or long before, a family name may be another's.
        let is_late = families
            .iter()
            .all(|&entity| self.comes_late(entity, mention, mentions));
        let lone = (
            NameKind::Person,
            false,
            key_of(name, NameKind::Person, self.lexicon),
        );
        // What was said before anybody was named in full stays open; what comes after need not.
        let is_told = matches!(families[..], [only] if self.first_at[only as usize] < at);
        if is_late || !is_told && self.by_key.contains_key(&lone) {
            let (entity, reason) = self.alone(mention, name, at);
            for family in families {
                let known = &mut self.entities[entity as usize].candidates;
                if !known.contains(&family) {
                    known.push(family);
                }
            }
            return (entity, reason);
        }
        if let [only] = families[..] {
            self.alone_uses[only as usize] += 1;
            return (only, Reason::Surname);
        }
        if let Some(only) = self.titled(&families, mention) {
            return (only, Reason::Title);
        }
        if let Some(only) = self.established(&families, at, in_block) {
            self.alone_uses[only as usize] += 1;
            return (only, Reason::Surname);
        }
        (self.ambiguous(name, families, at), Reason::Same)
    }

    /// Tells whether the first full mention of a person comes only long after this one, which is no heading.
    fn comes_late(&self, entity: u32, mention: &Mention, mentions: &[Mention]) -> bool {
        let first = mentions
            .get(self.first_at[entity as usize])
            .map_or(0, |first| first.block);
        let kind = self
            .document
            .blocks
            .get(mention.block as usize)
            .map(|block| block.kind);
        first > mention.block + 3 && !matches!(kind, Some(corpus::BlockKind::Heading(_)))
    }

    /// Tells whether kinship says that a given name is of another than the elder who bears it.
    fn is_other_kin(&self, entity: u32, mention: &Mention) -> bool {
        mention.is_kin
            && mention.generation == Generation::Unsaid
            && self.entities[entity as usize].generation == Generation::Older
    }

    fn is_other_generation(&self, entity: u32, mention: &Mention) -> bool {
        !generations_agree(
            self.entities[entity as usize].generation,
            mention.generation,
        )
    }

    /// Returns the only one of several bearers of a given name who was named before.
    fn one_before(&self, bearers: &[u32], at: usize) -> Option<u32> {
        let mut before = bearers
            .iter()
            .filter(|&&entity| self.first_at[entity as usize] < at);
        match (before.next(), before.next()) {
            (Some(&only), None) => Some(only),
            _ => None,
        }
    }

    /// Returns the only bearer described with the title that stands before the name.
    fn titled(&self, bearers: &[u32], mention: &Mention) -> Option<u32> {
        let title = mention
            .role
            .filter(|_| mention.has_title)?
            .of(&self.document.text);
        let last = title.rsplit(' ').next()?;
        let mut fitting = bearers.iter().filter(|&&entity| {
            self.entities[entity as usize]
                .role
                .as_ref()
                .is_some_and(|(_, role)| {
                    role.split(' ').any(|word| word.eq_ignore_ascii_case(last))
                })
        });
        match (fitting.next(), fitting.next()) {
            (Some(&only), None) => Some(only),
            _ => None,
        }
    }

    /// Returns the bearer whom the document called by the family name alone, at least twice, before it named
    /// another bearer; unless the paragraph named another last.
    fn established(&self, bearers: &[u32], at: usize, in_block: &[u32]) -> Option<u32> {
        let &first = bearers
            .iter()
            .min_by_key(|&&entity| self.first_at[entity as usize])?;
        let next = bearers
            .iter()
            .filter(|&&entity| entity != first)
            .map(|&entity| self.first_at[entity as usize])
            .min()?;
        let is_only_yet = self.first_at[first as usize] <= at && at < next;
        let last = in_block
            .iter()
            .rev()
            .find(|entity| bearers.contains(entity));
        if last.is_some_and(|&last| last != first) {
            return None;
        }
        let others_are_kin = bearers
            .iter()
            .all(|&entity| entity == first || self.entities[entity as usize].is_kin);
        (is_only_yet || self.alone_uses[first as usize] >= 1 || others_are_kin).then_some(first)
    }

    fn alone(&mut self, mention: &Mention, name: &Name, at: usize) -> (u32, Reason) {
        let key = (
            NameKind::Person,
            false,
            key_of(name, NameKind::Person, self.lexicon),
        );
        let entity = match self.by_key.get(&key) {
            Some(&entity) => entity,
            None => {
                let entity = self.add(NameKind::Person, mention.generation, at);
                self.entities[entity as usize].is_alone = true;
                self.by_key.insert(key, entity);
                entity
            }
        };
        (entity, Reason::Same)
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

/// Returns the folded name under which a place, organisation, group or lone word is one.
pub(super) fn key_of(name_text: &impl AsName, kind: NameKind, lexicon: &Lexicon) -> String {
    let (text, parts) = name_text.as_name();
    match kind {
        NameKind::Place => lexicon
            .usual_place(text.to_lowercase().trim_end_matches('.'))
            .map_or_else(|| joined(parts), |usual| joined(&spelling::parts(usual))),
        NameKind::Group => family_of(parts).unwrap_or_else(|| joined(parts)),
        _ => joined(parts),
    }
}

/// Al-Bukamal, Al Bukamal and Albukamal are one word.
fn joined(parts: &[String]) -> String {
    let key = parts.concat();
    match key.strip_prefix("al") {
        Some(rest) if rest.len() >= 6 && parts.len() == 1 => rest.to_owned(),
        _ => key,
    }
}

/// The Assads, the Assad family, the house of Assad.
fn family_of(parts: &[String]) -> Option<String> {
    let name = match parts {
        [name, word]
            if matches!(
                word.as_str(),
                "family" | "clan" | "dynasty" | "household" | "tribe"
            ) =>
        {
            name.as_str()
        }
        [word, name] if matches!(word.as_str(), "house") => name.as_str(),
        [name] => name.strip_suffix('s').unwrap_or(name),
        _ => return None,
    };
    Some([name, "s"].concat())
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

/// Returns why two full names are one person's.
pub(super) fn same_person(a: &[String], b: &[String]) -> Option<Reason> {
    if let Some(reason) = spelling::same_parts(a, b) {
        return Some(reason);
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < 2 || spelling::is_family_first(&short[0]) {
        return None;
    }
    if has_generation(short) != has_generation(long) {
        return None;
    }
    // "Mohamed bin Zayed" of "Mohamed bin Zayed Al Nahyan".
    if short.len() < long.len()
        && spelling::same_parts(short, &long[..short.len()]).is_some()
        && short[1..].iter().any(|part| part.starts_with("bin"))
    {
        return Some(Reason::Shorter);
    }
    let (first, last) = (&short[0], &short[short.len() - 1]);
    let (long_first, long_last) = (&long[0], &long[long.len() - 1]);
    spelling::same_part(last, long_last)?;
    let is_initial = |part: &str| part.chars().count() == 1;
    let begins = |initial: &str, part: &str| part.starts_with(initial);
    if is_initial(first) != is_initial(long_first) {
        let all = short[..short.len() - 1]
            .iter()
            .zip(&long[..long.len() - 1])
            .all(|(x, y)| begins(x, y) && is_initial(x) || begins(y, x) && is_initial(y) || x == y);
        return all.then_some(Reason::Initials);
    }
    if spelling::same_part(first, long_first).is_none()
        || short.len() == long.len() && short.len() == 2
    {
        return None;
    }
    if short.len() == 2 && long.len() >= 3 {
        let middles = &long[1..long.len() - 1];
        return Some(if middles.iter().all(|part| is_initial(part)) {
            Reason::Initials
        } else {
            Reason::Shorter
        });
    }
    // "John F. Kennedy", "John Fitzgerald Kennedy".
    let same_middles = short.len() == long.len()
        && short
            .iter()
            .zip(long)
            .all(|(x, y)| x == y || is_initial(x) && begins(x, y) || is_initial(y) && begins(y, x));
    same_middles.then_some(Reason::Initials)
}

fn has_generation(parts: &[String]) -> bool {
    parts
        .iter()
        .any(|part| matches!(part.as_str(), "jr" | "sr" | "ii" | "iii" | "iv"))
}

/// Tells whether two ways of setting a bearer off can be of one bearer.
pub(super) fn generations_agree(known: Generation, new: Generation) -> bool {
    use Generation::{Child, Older, Unsaid, Younger};
    !matches!(
        (known, new),
        (Older, Younger | Child) | (Younger | Child, Older) | (Unsaid, Younger) | (Younger, Unsaid)
    )
}

/// Tells whether the words between two names say that the second is another name of the first.
fn says_alias(gap: &str, in_bracket: bool) -> bool {
    let mut n_words = 0;
    let mut cue = false;
    let mut other = false;
    for word in gap
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '\'' | '’'))
        .filter(|word| !word.is_empty())
    {
        n_words += 1;
        match word.to_lowercase().trim_end_matches('.') {
            "known" | "called" | "alias" | "aka" | "a.k.a" | "nicknamed" | "formerly"
            | "dubbed" | "guerre" | "named" | "abbreviated" | "pseudonym" | "nickname" => {
                cue = true;
            }
            "also" if in_bracket || gap.contains('(') => cue = true,
            "also" => {}
            "as" | "then" | "who" | "whose" | "which" | "nom" | "de" | "is" | "was" | "better"
            | "widely" | "commonly" | "previously" | "once" | "by" | "his" | "her" | "or"
            | "often" | "now" | "simply" | "the" | "real" | "name" | "initials" | "its"
            | "acronym" | "were" | "are" | "still" | "locally" | "and" | "usually" | "under"
            | "written" | "spelled" | "birth" => {}
            _ => other = true,
        }
    }
    let described = [", a ", ", an ", ", the "]
        .iter()
        .any(|begin| gap.starts_with(begin))
        && [" known as ", " nicknamed ", " dubbed ", " called "]
            .iter()
            .any(|end| gap.trim_end_matches(['“', '"', '‘', '\'']).ends_with(end))
        && !gap.contains(['.', ';', ':'])
        && n_words <= 14;
    if described {
        return true;
    }
    // A full stop ends it, "named" alone introduces someone else.
    let begins = gap.trim_start_matches(['’', '\'', '”', '"', '*']);
    cue && !other
        && n_words <= 8
        && !gap.contains(". ")
        && !gap.contains('\n')
        && begins.starts_with([' ', ',', '(', '—', ';'])
        && !(gap.trim() == "named" || gap.trim() == "called")
}

/// Tells whether the name at `at` is given as the abbreviation of the one before it.
fn abbreviates(
    text: &str,
    mention: &Mention,
    names: &[Name],
    before: usize,
    at: usize,
    gap: &str,
) -> bool {
    let (long, short) = (&names[before].text, &names[at].text);
    if short.contains(char::is_whitespace) || !long.contains(' ') {
        return false;
    }
    let gap = gap.trim_end_matches(['“', '"', '‘', '\'']);
    let after = text.get(mention.span.end as usize..).unwrap_or("");
    let in_brackets = gap == " ("
        && after
            .trim_start_matches(['”', '"', '’', '\''])
            .starts_with(')');
    let in_row =
        matches!(gap, ", or " | ", or the " | " or ") && after.starts_with([',', '.', ' ', ';']);
    if gap == " (" && spelling::is_acronym(short, long)
        || in_row && spelling::is_acronym(short, long)
    {
        return true;
    }
    // The letters of its name in another language: Security Service of Ukraine (SBU).
    let is_short = short.len() <= 6 && short.chars().all(super::words::is_capital);
    mention.kind == NameKind::Org
        && !mention.is_listed
        && is_short
        && (in_brackets || in_row && gap == ", or ")
}

/// Tells whether the mention `before` stands inside the bracket in which `at` stands, so that both are of
/// someone further back.
fn gap_has_no_bracket_before(text: &str, mentions: &[Mention], before: usize, at: usize) -> bool {
    let gap = text
        .get(mentions[before].span.end as usize..mentions[at].span.start as usize)
        .unwrap_or("");
    if gap.contains('(') || before == 0 {
        return false;
    }
    let back = text
        .get(mentions[before - 1].span.end as usize..mentions[before].span.start as usize)
        .unwrap_or("");
    let closes = gap.contains(')') || back.contains(')');
    // Still inside a bracket that opened before.
    !closes
        && mentions[before - 1].block == mentions[at].block
        && opened_before(text, mentions, before)
}

/// Tells whether a single word is one half of a double family name: "Brown" of "Judith Tallis-Brown".
fn is_half_of_double_name(full: &str, single: &str) -> bool {
    let last = full.rsplit(char::is_whitespace).next().unwrap_or_default();
    let Some((first_half, _)) = last.split_once('-').filter(|_| !single.contains('-')) else {
        return false;
    };
    let lower = first_half.to_lowercase();
    let is_prefix = matches!(
        lower.as_str(),
        "abu" | "abou" | "abd" | "abdul" | "abdel" | "bin" | "ibn" | "ben" | "bou" | "um" | "umm"
    );
    !is_prefix
        && !super::words::is_article(&lower)
        && first_half.starts_with(super::words::is_capital)
}

/// The name before a bracket that holds nothing but names: "Hmeimim (Hmeymim, Khmeimim)".
fn bracket_head(text: &str, mentions: &[Mention], at: usize) -> Option<usize> {
    let after = text.get(mentions[at].span.end as usize..)?;
    let goes_on = [")", ", ", "; ", " or ", "/"]
        .iter()
        .any(|next| after.starts_with(next));
    let mut inner = at;
    for _ in 0..8 {
        let before = inner.checked_sub(1)?;
        if mentions[before].block != mentions[at].block {
            return None;
        }
        let gap =
            text.get(mentions[before].span.end as usize..mentions[inner].span.start as usize)?;
        match gap {
            " (" | " [" => return goes_on.then_some(before),
            ", " | "; " | " or " | "/" | ", or " => inner = before,
            _ => return None,
        }
    }
    None
}

/// Tells whether two names in such a row are spellings of one: their letters without vowels agree, or
/// they share the first word and the rest agrees.
fn are_variants(a: &Name, b: &Name) -> bool {
    let (a, b) = (&a.parts, &b.parts);
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    // "Vladimir Putin (Poutine)": a family name alone.
    let long = if short.len() == 1 {
        &long[long.len() - 1..]
    } else {
        &long[..]
    };
    short.len() == long.len()
        && short
            .iter()
            .zip(long)
            .all(|(x, y)| spelling::same_part(x, y).is_some() || spelling::is_alike(x, y))
}

fn opened_before(text: &str, mentions: &[Mention], before: usize) -> bool {
    let start = mentions[before].span.start as usize;
    let from = start.saturating_sub(120);
    let from = (from..=start)
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(start);
    let back = text.get(from..start).unwrap_or("");
    back.rfind('(')
        .is_some_and(|open| back.rfind(')').is_none_or(|close| close < open))
}
