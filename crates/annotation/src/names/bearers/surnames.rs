//! Whom a single word of a name means.

use super::super::chunks::Generation;
use super::super::finding::Mention;
use super::super::lexicon::{Lexicon, class, hash_word};
use super::super::spelling::Reason;
use super::super::{NameKind, spelling};
use super::further::{Further, further};
use super::{Name, Resolver, generations_agree, key_of, open_key};

impl Resolver<'_> {
    /// Says whom a single word means.
    pub(super) fn single(
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
        let (mut further_families, mut nicknames) = (Vec::new(), Vec::new());
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
                } else {
                    match further(form, part, self.lexicon) {
                        Some(Further::Family) => further_families.push((entity, Reason::Same)),
                        Some(Further::Nickname) => nicknames.push((entity, Reason::Same)),
                        None => {}
                    }
                }
            }
        }
        if families.is_empty() && givens.is_empty() {
            (families, givens) = (further_families, nicknames);
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
        let own_kin = self.kin_of_same_name(mentions, at);
        let is_younger = mention.generation == Generation::Younger
            || mention.generation == Generation::Child
                && own_kin.is_some_and(|own| givens.contains(&own))
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
            // "Duke Olav" is not Olav Brekke, the director.
            givens.retain(|&entity| self.may_have_title(entity, mention));
            // "Olav is ill", after both of them: it may be either.
            let lone = self.by_key.get(&lone_key(name, self.lexicon)).copied();
            if let (Some(lone), [_, ..], false) = (lone, &givens[..], mention.has_title) {
                givens.push(lone);
                return (self.ambiguous(name, givens, at), Reason::Same);
            }
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
        // Someone else of the family has the title.
        let of_title: Vec<u32> = families
            .iter()
            .copied()
            .filter(|&entity| self.may_have_title(entity, mention))
            .collect();
        if of_title.is_empty() {
            return (self.ambiguous(name, families, at), Reason::Same);
        }
        families = of_title;
        // Before its bearer is named in full, or long before, a family name may be another's.
        let is_late = families
            .iter()
            .all(|&entity| self.comes_late(entity, mention, mentions));
        let lone = lone_key(name, self.lexicon);
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
        // Since then the name alone may mean that one.
        let is_open = !mention.has_title && self.by_key.contains_key(&open_key(name));
        if let [only] = families[..]
            && !is_open
        {
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
        let last = self.title_word(mention)?;
        let mut fitting = bearers.iter().filter(|&&entity| {
            self.entities[entity as usize]
                .role
                .as_ref()
                .is_some_and(|(_, role)| {
                    role.split(' ').any(|word| word.eq_ignore_ascii_case(&last))
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

    pub(super) fn alone(&mut self, mention: &Mention, name: &Name, at: usize) -> (u32, Reason) {
        let key = lone_key(name, self.lexicon);
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
}

/// Under what a single word of a name stands that nobody named in full bears.
fn lone_key(name: &Name, lexicon: &Lexicon) -> (NameKind, bool, String) {
    let key = key_of(name, NameKind::Person, lexicon);
    (NameKind::Person, false, key)
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
        && !super::super::words::is_article(&lower)
        && first_half.starts_with(super::super::words::is_capital)
}
