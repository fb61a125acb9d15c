//! Bodies of states and companies whose name the text shortens.

use super::super::NameKind;
use super::super::finding::Mention;
use super::super::lexicon::{class, hash_word};
use super::super::offices::{is_of_any_state, ordered, state_and_body};
use super::super::spelling::Reason;
use super::{Bearer, Name, Resolver, key_of};

impl Resolver<'_> {
    /// Returns the place before a body that any state has: "Turkey's Ministry of Defence".
    pub(super) fn owner(&self, mentions: &[Mention], names: &[Name], at: usize) -> Option<String> {
        let is_body = mentions[at].kind == NameKind::Org && is_of_any_state(&names[at].parts);
        let before = at.checked_sub(1).filter(|_| is_body)?;
        let (place, body) = (&mentions[before], &mentions[at]);
        let range = place.span.end as usize..body.span.start as usize;
        let is_owned = matches!(self.document.text.get(range)?, "'s " | "’s " | "' " | "’ ");
        (is_owned && place.kind == NameKind::Place)
            .then(|| key_of(&names[before], NameKind::Place, self.lexicon))
    }

    /// Gives what is said of a body without its state to the only one of that kind which the text names with it.
    pub(super) fn bodies(&mut self) {
        let mut found: Vec<(u32, u32)> = Vec::new();
        let body_of = |entity: &Bearer| {
            let form = entity
                .forms
                .first()
                .filter(|_| entity.kind == NameKind::Org)?;
            match entity.owner.as_str() {
                "" => state_and_body(&form.parts, self.lexicon).map(|(_, body)| body),
                _ => Some(ordered(&form.parts).join(" ")),
            }
        };
        let known: Vec<Option<String>> = self.entities.iter().map(body_of).collect();
        for (number, entity) in self.entities.iter().enumerate() {
            let is_bare = entity.kind == NameKind::Org && known[number].is_none();
            let Some(form) = entity.forms.first().filter(|_| is_bare) else {
                continue;
            };
            let body = Some(ordered(&form.parts).join(" "));
            let mut of_states = (0..).zip(&known).filter(|(_, one)| **one == body);
            if let (Some((only, _)), None) = (of_states.next(), of_states.next()) {
                found.push((only, number as u32));
            }
        }
        for (only, bare) in found {
            self.absorb(only, bare, Reason::Shorter);
        }
    }

    /// Gives a company without the letters behind its name, or the last word of a name alone, to the only one of that
    /// document which is called so: "Kessler" after "Kessler AG", "Rovers" after "Crestwick Rovers".
    pub(super) fn shorter_bodies(&mut self) {
        let parts_of = |entity: &Bearer| {
            let form = entity.forms.first();
            form.map_or(Vec::new(), |form| form.parts.clone())
        };
        let parts: Vec<Vec<String>> = self.entities.iter().map(parts_of).collect();
        let is_letters =
            |part: &String| self.lexicon.class(hash_word(part)) & class::ORG_SUFFIX != 0;
        let is_shorter = |long: &[String], short: &[String]| match long {
            [before @ .., last] if !before.is_empty() => {
                before == short && is_letters(last) || [last.clone()] == *short
            }
            _ => false,
        };
        let mut found: Vec<(u32, u32)> = Vec::new();
        for (short, bearer) in (0..).zip(&self.entities) {
            let own = &parts[short as usize];
            if !matches!(bearer.kind, NameKind::Org | NameKind::Other) || own.is_empty() {
                continue;
            }
            let longer =
                |&(_, one): &(u32, &Bearer)| one.kind == NameKind::Org && one.owner.is_empty();
            let mut longer = (0..)
                .zip(&self.entities)
                .filter(longer)
                .filter(|&(long, _)| long != short && is_shorter(&parts[long as usize], own));
            if let (Some((only, _)), None) = (longer.next(), longer.next())
                && self.first_at[only as usize] < self.first_at[short as usize]
            {
                found.push((only, short));
            }
        }
        for (only, short) in found {
            self.absorb(only, short, Reason::Shorter);
        }
    }
}
