//! From who was joined to the list that is kept: preferred forms, identifiers, candidates.

use super::super::authority::Authority;
use super::super::offices::{ordered, state_and_body};
use super::super::spelling::Reason;
use super::super::{Entity, EntityMention, Form, NameKind, Names, Role, spelling};
use super::Joining;
use std::collections::{HashMap, HashSet};

impl Joining<'_> {
    pub(super) fn names(self, authority: &Authority) -> Names {
        let mut numbers: HashMap<u32, u32> = HashMap::new();
        let mut names = Names::default();
        let mut roots: Vec<u32> = Vec::new();
        for (at, document) in self.documents.iter().enumerate() {
            for &(span, local, local_form) in &document.mentions {
                let bearer = &document.entities[local as usize];
                let (global, joined) = self.assigned[at][local as usize];
                let form = &bearer.forms[local_form as usize];
                let Some(global) = self
                    .compiled
                    .form_decides(&form.parts, &self.ids[at])
                    .map_or(Some(self.root(global)), |number| {
                        self.by_key
                            .get(&(
                                NameKind::Other,
                                ["authority ", &number.to_string()].concat(),
                            ))
                            .map(|&known| self.root(known))
                            .or(Some(self.root(global)))
                    })
                else {
                    continue;
                };
                if bearer.is_unsure || self.compiled.hides(&form.parts) {
                    continue;
                }
                let number = *numbers.entry(global).or_insert_with(|| {
                    let of = &self.globals[global as usize];
                    roots.push(global);
                    names.entities.push(Entity {
                        id: String::new(),
                        kind: of.kind,
                        forms: Vec::new(),
                        mentions: Vec::new(),
                        role: None,
                        is_ambiguous: of.is_alone,
                        candidates: Vec::new(),
                    });
                    names.entities.len() as u32 - 1
                });
                let lone = self.globals[self.assigned[at][local as usize].0 as usize].is_alone
                    && !self.globals[global as usize].is_alone;
                let entity = &mut names.entities[number as usize];
                let place = entity
                    .forms
                    .iter()
                    .position(|known| known.text == form.text)
                    .unwrap_or_else(|| {
                        let reason = if self.globals[global as usize].authority.is_some() {
                            Reason::Authority
                        } else if lone
                            && self.parent[self.assigned[at][local as usize].0 as usize]
                                != self.assigned[at][local as usize].0
                        {
                            Reason::OnlyBearer
                        } else if form.reason == Reason::Same {
                            match (joined, entity.forms.first()) {
                                (Reason::Same, Some(first)) => {
                                    spelling::surface_reason(&first.text, &form.text)
                                }
                                (reason, _) => reason,
                            }
                        } else {
                            form.reason
                        };
                        entity.forms.push(Form {
                            text: form.text.clone(),
                            count: 0,
                            reason,
                        });
                        entity.forms.len() - 1
                    });
                entity.forms[place].count += 1;
                entity.mentions.push(EntityMention {
                    document: at as u32,
                    span,
                    form: place as u32,
                });
                if let (None, Some((span, text))) = (&entity.role, &bearer.role) {
                    entity.role = Some(Role {
                        document: at as u32,
                        span: *span,
                        text: text.clone(),
                    });
                }
            }
        }
        self.candidates(&mut names, &numbers);
        self.bodies_of_states(&mut names, &roots);
        let unproved = self.unproved();
        for (entity, &root) in names.entities.iter_mut().zip(&roots) {
            let decided = self.globals[root as usize]
                .authority
                .and_then(|number| authority.entities.get(number as usize));
            prefer(entity, decided.map(|decided| decided.preferred.as_str()));
            if let Some(id) = decided.and_then(|decided| decided.id.clone()) {
                entity.id = id;
            }
            if let Some(form) = entity
                .forms
                .first_mut()
                .filter(|_| unproved.contains(&root))
            {
                form.reason = Reason::NameAlone;
            }
        }
        name_entities(&mut names);
        names
    }

    /// Marks bodies that any state has, named without one, as those of any that the collection knows, if it knows
    /// several.
    fn bodies_of_states(&self, names: &mut Names, roots: &[u32]) {
        let mut of_states: HashMap<String, Vec<u32>> = HashMap::new();
        let mut bare: Vec<(usize, String)> = Vec::new();
        for (number, (entity, &root)) in names.entities.iter().zip(roots).enumerate() {
            if entity.kind != NameKind::Org || self.globals[root as usize].authority.is_some() {
                continue;
            }
            let parts = spelling::parts(&entity.forms[0].text);
            let body = || ordered(&parts).join(" ");
            let with_state = entity
                .forms
                .iter()
                .find_map(|form| state_and_body(&spelling::parts(&form.text), self.lexicon));
            if let Some((_, body)) = with_state {
                of_states.entry(body).or_default().push(number as u32);
            } else if !self.globals[root as usize].owner.is_empty() {
                of_states.entry(body()).or_default().push(number as u32);
            } else {
                bare.push((number, body()));
            }
        }
        for (number, body) in bare {
            if let Some(several) = of_states.get(&body).filter(|several| several.len() > 1) {
                names.entities[number].is_ambiguous = true;
                names.entities[number].candidates.clone_from(several);
            }
        }
    }

    /// Lists whom an ambiguous form may mean: what the documents say, and all bearers of the family name.
    fn candidates(&self, names: &mut Names, numbers: &HashMap<u32, u32>) {
        for (at, document) in self.documents.iter().enumerate() {
            for (local, bearer) in document.entities.iter().enumerate() {
                let root = self.root(self.assigned[at][local].0);
                let Some(&number) = numbers.get(&root) else {
                    continue;
                };
                if !names.entities[number as usize].is_ambiguous {
                    continue;
                }
                let mut found: Vec<u32> = bearer
                    .candidates
                    .iter()
                    .map(|&candidate| self.assigned[at][candidate as usize].0)
                    .collect();
                found.extend(&self.globals[root as usize].candidates);
                // A full name is told from others of the family.
                let part = match &bearer.forms[0].parts[..] {
                    [part] => part.as_str(),
                    _ => "",
                };
                found.extend(
                    self.by_bucket
                        .get(&["family ", part].concat())
                        .into_iter()
                        .flatten(),
                );
                for candidate in found {
                    let Some(&candidate) = numbers.get(&self.root(candidate)) else {
                        continue;
                    };
                    let known = &mut names.entities[number as usize].candidates;
                    if candidate != number && !known.contains(&candidate) {
                        known.push(candidate);
                    }
                }
            }
        }
        for entity in &mut names.entities {
            sorting::sort_numbers(&mut entity.candidates);
        }
    }
}

/// Names with the same first and last part may be one person's.
pub(super) fn ends_key(parts: &[String]) -> String {
    match parts {
        [first, .., last] => {
            // An initial meets every name that begins with it.
            let first: String = spelling::bucket(std::slice::from_ref(first))
                .chars()
                .take(1)
                .collect();
            let last = if last.starts_with("bin") {
                String::new()
            } else {
                spelling::bucket(std::slice::from_ref(last))
            };
            ["person ", &first, " ", &last].concat()
        }
        _ => String::new(),
    }
}

/// Puts the preferred form first: the authority's, else of a person's full names the one met most often, else
/// the form met most often that is no abbreviation.
fn prefer(entity: &mut Entity, decided: Option<&str>) {
    let chosen = match decided {
        Some(text) => match entity.forms.iter().position(|form| form.text == text) {
            Some(at) => at,
            None => {
                entity.forms.push(Form {
                    text: text.to_owned(),
                    count: 0,
                    reason: Reason::Authority,
                });
                entity.forms.len() - 1
            }
        },
        None => {
            let is_person = entity.kind == NameKind::Person;
            let rank = |form: &Form| {
                let is_full = is_person && form.text.contains(' ');
                let is_short = matches!(
                    form.reason,
                    Reason::Acronym
                        | Reason::Surname
                        | Reason::GivenName
                        | Reason::Initials
                        | Reason::OnlyBearer
                ) || entity.kind == NameKind::Org && form.reason == Reason::Shorter;
                let is_name = !matches!(form.reason, Reason::Alias);
                (is_full, !is_short, is_name, form.count)
            };
            let mut best = 0;
            for at in 1..entity.forms.len() {
                if rank(&entity.forms[at]) > rank(&entity.forms[best]) {
                    best = at;
                }
            }
            best
        }
    };
    let form = entity.forms.remove(chosen);
    entity.forms.insert(0, form);
    for mention in &mut entity.mentions {
        let at = mention.form as usize;
        mention.form = if at == chosen {
            0
        } else if at < chosen {
            mention.form + 1
        } else {
            mention.form
        };
    }
}

/// Gives every entity that has none an id made of its preferred form.
fn name_entities(names: &mut Names) {
    let mut taken: HashSet<String> = names
        .entities
        .iter()
        .filter(|entity| !entity.id.is_empty())
        .map(|entity| entity.id.clone())
        .collect();
    for entity in &mut names.entities {
        if !entity.id.is_empty() {
            continue;
        }
        let mut id = slug(entity.preferred());
        if entity.is_ambiguous {
            id.push_str("-alone");
        }
        if taken.contains(&id) {
            let base = [&id, "-", entity.kind.word()].concat();
            id.clone_from(&base);
            let mut number = 2;
            while taken.contains(&id) {
                id = [&base, "-", &number.to_string()].concat();
                number += 1;
            }
        }
        taken.insert(id.clone());
        entity.id = id;
    }
}

/// Returns small letters, digits and hyphens.
pub(in crate::names) fn slug(text: &str) -> String {
    let mut out = String::new();
    for piece in
        text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '‘' | 'ʿ' | 'ʾ'))
    {
        let folded = analysis::fold(piece);
        if folded.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(&folded);
    }
    if out.is_empty() {
        "name".to_owned()
    } else {
        out
    }
}
