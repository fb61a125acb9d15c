//! Whom a single word of a name means.

use super::super::chunks::Generation;
use super::super::finding::Mention;
use super::super::lexicon::{Lexicon, class, hash_word};
use super::super::spelling::Reason;
use super::super::{NameKind, spelling};
use super::further::{Further, further};
use super::{Name, Resolver, generations_agree, key_of, open_key};

/// The people of a document whom a single word may mean, each once, in the order of their numbers.
#[derive(Debug, Default)]
struct Bearers {
    /// Those whose family name it is.
    families: Vec<u32>,
    /// Those whose given name it is and whose family name it is not.
    givens: Vec<u32>,
}

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
        let mut bearers = self.bearers(name);
        if let Some(younger) = self.younger(mentions, name, at, &mut bearers) {
            return younger;
        }
        let Bearers {
            mut families,
            givens,
        } = bearers;
        if families.is_empty() {
            return self.by_given_name(&mentions[at], name, at, givens);
        }
        if last_full.is_some_and(|last| givens.contains(&last)) && !mentions[at].has_title {
            families.extend(givens);
            return (self.ambiguous(name, families, at), Reason::Same);
        }
        self.by_family_name(mentions, name, at, families, in_block)
    }

    /// Gathers who bears a single word as a family name or a given name.
    fn bearers(&self, name: &Name) -> Bearers {
        let part = &name.parts[0];
        let near = self.by_part.get(&spelling::bucket(&name.parts));
        let (mut families, mut givens) = (Vec::new(), Vec::new());
        let (mut further_families, mut nicknames) = (Vec::new(), Vec::new());
        for &entity in near.into_iter().flatten() {
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
                    families.push((entity, reason));
                } else if let Some(reason) = spelling::same_part(first, part) {
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
        let is_exact = |&(_, reason): &(u32, Reason)| reason == Reason::Same;
        let exact = families.iter().chain(&givens).any(is_exact);
        if families.is_empty() && givens.is_empty() {
            (families, givens) = (further_families, nicknames);
        }
        let families = each_once(families, exact);
        let mut givens = each_once(givens, exact);
        givens.retain(|entity| !families.contains(entity));
        Bearers { families, givens }
    }

    /// The younger one of a given name, where the text introduces one by it, or did before.
    fn younger(
        &mut self,
        mentions: &[Mention],
        name: &Name,
        at: usize,
        bearers: &mut Bearers,
    ) -> Option<(u32, Reason)> {
        let part = &name.parts[0];
        let Bearers { families, givens } = bearers;
        let is_of = |entity: u32, generation: Generation| {
            self.entities[entity as usize].generation == generation
        };
        let is_younger = match mentions[at].generation {
            Generation::Younger => true,
            Generation::Child => {
                let own_kin = self.kin_of_same_name(mentions, at);
                own_kin.is_some_and(|own| givens.contains(&own))
                    || givens.iter().any(|&one| is_of(one, Generation::Older))
            }
            Generation::Unsaid | Generation::Older => false,
        };
        if is_younger && !families.iter().any(|&one| is_of(one, Generation::Younger)) {
            if let [only] = givens[..]
                && is_of(only, Generation::Younger)
            {
                return Some((only, Reason::GivenName));
            }
            let entity = self.set_apart("younger ", part, Generation::Younger, at);
            return Some((entity, Reason::Same));
        }
        let key = (NameKind::Person, true, ["younger ", part.as_str()].concat());
        let younger = *self.by_key.get(&key)?;
        if !families.is_empty() || self.first_at[younger as usize] >= at {
            return None;
        }
        if givens.is_empty() {
            return Some((younger, Reason::Same));
        }
        let mut candidates = std::mem::take(givens);
        candidates.push(younger);
        Some((self.ambiguous(name, candidates, at), Reason::Same))
    }

    /// Returns whom the text tells apart from others of a given name; `how` is what it tells him apart by.
    fn set_apart(&mut self, how: &str, part: &str, generation: Generation, at: usize) -> u32 {
        let key = (NameKind::Person, true, [how, part].concat());
        if let Some(&entity) = self.by_key.get(&key) {
            return entity;
        }
        let entity = self.add(NameKind::Person, generation, at);
        self.by_key.insert(key, entity);
        entity
    }

    /// Says whom a word means that is nobody's family name; `givens` bear it as a given name.
    fn by_given_name(
        &mut self,
        mention: &Mention,
        name: &Name,
        at: usize,
        mut givens: Vec<u32>,
    ) -> (u32, Reason) {
        // "Duke Olav" is not Olav Brekke, the director.
        givens.retain(|&entity| self.may_have_title(entity, mention));
        // "Olav is ill", after both of them: it may be either.
        let lone = self.by_key.get(&lone_key(name, self.lexicon)).copied();
        if let (Some(lone), [_, ..], false) = (lone, &givens[..], mention.has_title) {
            givens.push(lone);
            return (self.ambiguous(name, givens, at), Reason::Same);
        }
        match givens[..] {
            [] => self.alone(mention, name, at),
            // "His elder brother, Arthur", after "the son of Arthur Tallis".
            [only] if self.is_other_kin(only, mention) => {
                let entity = self.set_apart("kin ", &name.parts[0], Generation::Unsaid, at);
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
        }
    }

    /// Says whom a word means that is the family name of `families`, which are not empty.
    fn by_family_name(
        &mut self,
        mentions: &[Mention],
        name: &Name,
        at: usize,
        mut families: Vec<u32>,
        in_block: &[u32],
    ) -> (u32, Reason) {
        let mention = &mentions[at];
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

/// Those found, in order; where one is written just so (`exact`), without who is only written alike.
fn each_once(found: Vec<(u32, Reason)>, exact: bool) -> Vec<u32> {
    let mut bearers: Vec<u32> = found
        .into_iter()
        .filter(|&(_, reason)| !exact || reason == Reason::Same)
        .map(|(entity, _)| entity)
        .collect();
    sorting::sort_numbers(&mut bearers);
    bearers.dedup();
    bearers
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
