//! Bodies of states and companies whose name the text shortens.

use super::super::finding::Mention;
use super::super::lexicon::{class, hash_word};
use super::super::offices::{is_of_any_state, ordered, state_and_body};
use super::super::spelling::Reason;
use super::super::{NameKind, initials};
use super::{Bearer, Name, Resolver, between, key_of};
use std::collections::HashMap;

impl Resolver<'_> {
    /// Returns the place before a body that any state has: "Turkey's Ministry of Defence".
    pub(super) fn owner(&self, mentions: &[Mention], names: &[Name], at: usize) -> Option<String> {
        let is_body = mentions[at].kind == NameKind::Org && is_of_any_state(&names[at].parts);
        let before = at.checked_sub(1).filter(|_| is_body)?;
        let (place, body) = (&mentions[before], &mentions[at]);
        let gap = between(&self.document.text, place, body);
        let is_owned = matches!(gap, "'s " | "’s " | "' " | "’ ");
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

    /// Gives letters alone to the only body of the document whose words begin with them: "the SNB" with the Swiss National
    /// Bank, "the UN" with the United Nations.
    ///
    /// Cost: the product of the bodies of several words and of letters alone.
    pub(super) fn abbreviated(&mut self) {
        let mut found: Vec<(u32, u32)> = Vec::new();
        for (short, bearer) in (0..).zip(&self.entities) {
            let may_be = matches!(bearer.kind, NameKind::Org | NameKind::Other);
            let Some(form) = bearer.forms.first().filter(|_| may_be) else {
                continue;
            };
            let is_letters = form.text.chars().all(|c| c.is_uppercase() || c == '.');
            let n_letters = form.text.chars().filter(|c| c.is_uppercase()).count();
            if !is_letters || !(2..=6).contains(&n_letters) {
                continue;
            }
            // Other two letters may stand for anything.
            let is_widely_known = matches!(form.text.as_str(), "EU" | "UN" | "U.N." | "E.U.");
            let fits = |long: &Bearer| {
                long.kind == NameKind::Org
                    && (n_letters > 2 || is_widely_known)
                    && long.forms.iter().any(|long| {
                        long.parts.len() > 1 && initials::is_whole_acronym(&form.text, &long.text)
                    })
            };
            let mut longs = (0..).zip(&self.entities).filter(|(_, long)| fits(long));
            if let (Some((only, _)), None) = (longs.next(), longs.next()) {
                found.push((only, short));
            }
        }
        for (only, short) in found {
            self.absorb(only, short, Reason::Acronym);
        }
    }

    /// Gives the beginning of a body's name, or the last word of it alone, to the only one of that document which is
    /// called so: "Kessler" after "Kessler AG", "Calloway" after "Calloway & Reese", "Rovers" after "Crestwick Rovers".
    ///
    /// Cost: linear in the parts of the document's names.
    pub(super) fn shorter_bodies(&mut self) {
        // The only body that begins or ends so; none where there are several.
        let mut called: HashMap<&[String], Option<u32>> = HashMap::new();
        for (long, bearer) in (0..).zip(&self.entities) {
            let is_body = bearer.kind == NameKind::Org && bearer.owner.is_empty();
            let Some(form) = bearer.forms.first().filter(|_| is_body) else {
                continue;
            };
            let parts = &form.parts[..];
            let n_parts = parts.len();
            let is = |part: &String, wanted: u64| self.lexicon.class(hash_word(part)) & wanted != 0;
            // The Kent Police Federation is not Kent Police.
            let may_end = |&end: &usize| {
                !is(&parts[end - 1], class::ORG_HEAD) || is(&parts[end], class::ORG_SUFFIX)
            };
            let shorter = (1..n_parts).filter(may_end).map(|end| &parts[..end]);
            for short in shorter.chain((n_parts > 1).then(|| &parts[n_parts - 1..])) {
                let known = called.entry(short).or_insert(Some(long));
                if *known != Some(long) {
                    *known = None;
                }
            }
        }
        let mut found: Vec<(u32, u32)> = Vec::new();
        for (short, bearer) in (0..).zip(&self.entities) {
            let may_be = matches!(bearer.kind, NameKind::Org | NameKind::Other);
            let Some(form) = bearer.forms.first().filter(|_| may_be) else {
                continue;
            };
            if let Some(&Some(only)) = called.get(&form.parts[..])
                && only != short
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
