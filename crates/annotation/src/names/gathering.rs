//! One list of names over a collection.

mod listing;
mod proof;

use super::apart::{Told, names_differ};
use super::authority::{Authority, Compiled};
use super::bearers::{Bearer, Bearers, LocalForm, bearers};
use super::chunks::Generation;
use super::finding::all_mentions;
use super::lexicon::Lexicon;
use super::sameness::{generations_agree, key_of, same_person};
use super::spelling::{self, Reason};
use super::{NameKind, Names};
use corpus::Document;
use listing::ends_key;
pub(super) use listing::slug;
use std::collections::{HashMap, HashSet};

/// Gathers the names of documents, one after another.
///
/// Parts gathered separately can be put together with [`Gathering::append`]; what [`Gathering::finish`] makes
/// depends on the order of the documents only.
///
/// Cost: linear in the texts; memory in the number of mentions.
#[derive(Debug)]
pub struct Gathering<'a> {
    lexicon: &'a Lexicon,
    authority: &'a Authority,
    compiled: Compiled,
    documents: Vec<Bearers>,
    ids: Vec<String>,
}

impl<'a> Gathering<'a> {
    /// Begins with no document.
    #[must_use]
    pub fn new(lexicon: &'a Lexicon, authority: &'a Authority) -> Self {
        Self {
            lexicon,
            authority,
            compiled: Compiled::new(authority),
            documents: Vec::new(),
            ids: Vec::new(),
        }
    }

    /// Finds the names of the next document.
    pub fn add(&mut self, document: &Document) {
        let mut found = all_mentions(document, self.lexicon);
        self.compiled.find(document, self.lexicon, &mut found);
        self.documents.push(bearers(document, &found, self.lexicon));
        self.ids.push(document.id.clone());
    }

    /// Appends the documents of another gathering behind these.
    pub fn append(&mut self, other: Gathering<'_>) {
        self.documents.extend(other.documents);
        self.ids.extend(other.ids);
    }

    /// Joins the names of all documents.
    #[must_use]
    pub fn finish(self) -> Names {
        let mut joining = Joining {
            lexicon: self.lexicon,
            compiled: &self.compiled,
            ids: &self.ids,
            documents: self.documents,
            globals: Vec::new(),
            parent: Vec::new(),
            by_key: HashMap::new(),
            by_bucket: HashMap::new(),
            assigned: Vec::new(),
        };
        joining.settle_kinds();
        joining.join();
        joining.join_lone_names();
        joining.names(self.authority)
    }
}

/// What the documents' bearers become.
struct Global {
    kind: NameKind,
    generation: Generation,
    told: Told,
    /// The state whose body it is, where that stands beside its name; else empty.
    owner: String,
    /// Whether it is a lone word of a person's name, or one that may mean several.
    is_alone: bool,
    authority: Option<u32>,
    /// The parts of its forms, for comparing; full names of persons only.
    full: Vec<Vec<String>>,
    documents: u32,
    alone_uses: u32,
    /// Whom it may mean, beside those that its documents give.
    candidates: Vec<u32>,
}

struct Joining<'a> {
    lexicon: &'a Lexicon,
    compiled: &'a Compiled,
    ids: &'a [String],
    documents: Vec<Bearers>,
    globals: Vec<Global>,
    parent: Vec<u32>,
    by_key: HashMap<(NameKind, String), u32>,
    by_bucket: HashMap<String, Vec<u32>>,
    /// Global of every document's bearers, and why.
    assigned: Vec<Vec<(u32, Reason)>>,
}

/// At most so many bearers of similar names are compared with a new one.
const MOST_COMPARED: usize = 64;

impl Joining<'_> {
    /// What nothing in its own document explains is of the kind that the other documents give it.
    fn settle_kinds(&mut self) {
        let mut kinds: HashMap<String, [u32; 5]> = HashMap::new();
        for bearer in self
            .documents
            .iter()
            .flat_map(|document| &document.entities)
        {
            for form in bearer.forms.iter().filter(|_| !bearer.is_unsure) {
                kinds.entry(form.parts.concat()).or_default()[bearer.kind as usize] += form.count;
                if let (NameKind::Person, [_, .., last]) = (bearer.kind, &form.parts[..]) {
                    kinds.entry(last.clone()).or_default()[NameKind::Person as usize] += form.count;
                }
            }
        }
        for bearer in self
            .documents
            .iter_mut()
            .flat_map(|document| &mut document.entities)
        {
            let [form] = &bearer.forms[..] else { continue };
            if bearer.is_listed
                || (bearer.kind != NameKind::Other && form.parts.len() > 1)
                || bearer.is_ambiguous
            {
                continue;
            }
            let counts = kinds.get(&form.parts.concat()).copied().unwrap_or_default();
            let best = (0..4)
                .max_by_key(|&kind| (counts[kind], 4 - kind))
                .unwrap_or(4);
            let own = if bearer.kind == NameKind::Other {
                0
            } else {
                counts[bearer.kind as usize]
            };
            if best < 4 && counts[best] > own * 3 && best != bearer.kind as usize {
                bearer.is_unsure = false;
                bearer.kind = NameKind::ALL[best];
                bearer.is_alone = bearer.kind == NameKind::Person && form.parts.len() == 1;
            }
        }
    }

    fn root(&self, mut global: u32) -> u32 {
        while self.parent[global as usize] != global {
            global = self.parent[global as usize];
        }
        global
    }

    /// Makes two globals one; the earlier one stays.
    fn unite(&mut self, a: u32, b: u32) -> u32 {
        let (a, b) = (self.root(a), self.root(b));
        let (keep, gone) = (a.min(b), a.max(b));
        if keep == gone {
            return keep;
        }
        let authorities = (
            self.globals[keep as usize].authority,
            self.globals[gone as usize].authority,
        );
        if let (Some(x), Some(y)) = authorities
            && x != y
        {
            return a;
        }
        self.parent[gone as usize] = keep;
        let taken = std::mem::take(&mut self.globals[gone as usize].full);
        let (documents, alone_uses, authority, told) = {
            let gone = &self.globals[gone as usize];
            (gone.documents, gone.alone_uses, gone.authority, gone.told)
        };
        let kept = &mut self.globals[keep as usize];
        kept.full.extend(taken);
        kept.told.add(told);
        kept.documents += documents;
        kept.alone_uses += alone_uses;
        kept.authority = kept.authority.or(authority);
        keep
    }

    fn join(&mut self) {
        for document in 0..self.documents.len() {
            let bearers = std::mem::take(&mut self.documents[document].entities);
            let mut assigned = Vec::with_capacity(bearers.len());
            for bearer in &bearers {
                assigned.push(self.place(bearer, document));
            }
            self.documents[document].entities = bearers;
            self.assigned.push(assigned);
        }
    }

    /// Finds or makes the global of a bearer.
    fn place(&mut self, bearer: &Bearer, document: usize) -> (u32, Reason) {
        let decided = self.compiled.decides(bearer, &self.ids[document]);
        let (global, reason) = if let Some(number) = decided {
            let key = (bearer.kind, ["authority ", &number.to_string()].concat());
            let key = (NameKind::Other, key.1);
            let global = match self.by_key.get(&key) {
                Some(&global) => self.root(global),
                None => {
                    let kind = self.compiled.kind(number);
                    let global = self.add(kind, Generation::Unsaid, false);
                    self.globals[global as usize].authority = Some(number);
                    self.by_key.insert(key, global);
                    global
                }
            };
            (global, Reason::Authority)
        } else if bearer.is_ambiguous || (bearer.kind == NameKind::Person && bearer.is_alone) {
            self.place_lone(bearer)
        } else if bearer.kind == NameKind::Person
            && bearer.forms.iter().any(|form| form.parts.len() > 1)
        {
            self.place_person(bearer)
        } else {
            self.place_keyed(bearer)
        };
        let kept = &mut self.globals[global as usize];
        kept.documents += 1;
        let uses = bearer
            .forms
            .iter()
            .filter(|form| form.reason == Reason::Surname)
            .map(|form| form.count)
            .sum::<u32>();
        kept.alone_uses += uses;
        (global, reason)
    }

    fn add(&mut self, kind: NameKind, generation: Generation, is_alone: bool) -> u32 {
        let number = self.globals.len() as u32;
        self.globals.push(Global {
            kind,
            generation,
            told: Told::default(),
            owner: String::new(),
            is_alone,
            authority: None,
            full: Vec::new(),
            documents: 0,
            alone_uses: 0,
            candidates: Vec::new(),
        });
        self.parent.push(number);
        number
    }

    fn place_lone(&mut self, bearer: &Bearer) -> (u32, Reason) {
        let parts = bearer.forms.first().map_or("", |form| &form.parts[0]);
        let young = if bearer.generation == Generation::Younger {
            "younger "
        } else {
            ""
        };
        let key = (NameKind::Person, ["alone ", young, parts].concat());
        if let Some(&global) = self.by_key.get(&key) {
            return (self.root(global), Reason::Same);
        }
        let global = self.add(NameKind::Person, bearer.generation, true);
        self.by_key.insert(key, global);
        (global, Reason::Same)
    }

    fn place_keyed(&mut self, bearer: &Bearer) -> (u32, Reason) {
        let mut global: Option<u32> = None;
        let mut reason = Reason::Same;
        // A younger one of the same given name stays another.
        let young = if bearer.generation == Generation::Younger {
            "younger "
        } else {
            &bearer.owner
        };
        let key_of = |form: &LocalForm| {
            let key = key_of(form, bearer.kind, self.lexicon);
            (bearer.kind, [young, &key].concat())
        };
        for form in &bearer.forms {
            // An abbreviation, or a body without its state, may stand for several; only what the text says counts.
            if matches!(form.reason, Reason::Acronym | Reason::Shorter) {
                continue;
            }
            let key = key_of(form);
            if let Some(&known) = self.by_key.get(&key) {
                let known = self.root(known);
                global = Some(global.map_or(known, |global| self.unite(global, known)));
            }
        }
        let first = &bearer.forms[0];
        let coarse = ["~", bearer.kind.word(), &spelling::bucket(&first.parts)].concat();
        let is_long = first.parts.concat().len() >= 5;
        if global.is_none()
            && is_long
            && bearer.owner.is_empty()
            && matches!(bearer.kind, NameKind::Place | NameKind::Org)
        {
            for &known in self
                .by_bucket
                .get(&coarse)
                .into_iter()
                .flatten()
                .take(MOST_COMPARED)
            {
                let known = self.root(known);
                if let Some(found) = self.globals[known as usize]
                    .full
                    .iter()
                    .find_map(|full| spelling::same_parts(full, &first.parts))
                {
                    global = Some(known);
                    reason = found;
                    break;
                }
            }
        }
        let global = global.unwrap_or_else(|| self.add(bearer.kind, Generation::Unsaid, false));
        self.globals[global as usize]
            .owner
            .clone_from(&bearer.owner);
        for form in &bearer.forms {
            let key = key_of(form);
            if !matches!(form.reason, Reason::Acronym | Reason::Shorter) {
                self.by_key.entry(key).or_insert(global);
            }
        }
        if !bearer.owner.is_empty() {
            return (global, reason);
        }
        let bucket = self.by_bucket.entry(coarse).or_default();
        if bucket.last() != Some(&global) && bucket.len() < MOST_COMPARED {
            bucket.push(global);
            self.globals[global as usize].full.push(first.parts.clone());
        }
        (global, reason)
    }

    /// Tells whether what is told of a bearer keeps him apart from a global.
    fn is_another(&self, global: u32, bearer: &Bearer) -> bool {
        let known = &self.globals[global as usize];
        known.told.excludes(bearer.told)
            || bearer.forms.iter().any(|form| {
                let differs = |full: &Vec<String>| names_differ(full, &form.parts);
                form.reason != Reason::Alias && known.full.iter().any(differs)
            })
    }

    fn are_others(&self, a: u32, b: u32) -> bool {
        let (a, b) = (&self.globals[a as usize], &self.globals[b as usize]);
        let differs = |one: &Vec<String>| b.full.iter().any(|other| names_differ(one, other));
        a.told.excludes(b.told) || a.full.iter().any(differs)
    }

    /// Returns the global of a full name that may be any of several people's.
    fn one_of_several(&mut self, bearer: &Bearer, several: Vec<u32>) -> u32 {
        let parts = &bearer.forms[0].parts;
        let key = (NameKind::Person, ["several ", &parts.join(" ")].concat());
        let global = match self.by_key.get(&key) {
            Some(&global) => global,
            None => {
                let global = self.add(NameKind::Person, Generation::Unsaid, true);
                self.by_key.insert(key, global);
                global
            }
        };
        let known = &mut self.globals[global as usize].candidates;
        known.extend(several);
        sorting::sort_numbers(known);
        known.dedup();
        global
    }

    fn place_person(&mut self, bearer: &Bearer) -> (u32, Reason) {
        let mut global: Option<u32> = None;
        let mut reason = Reason::Same;
        // Bearers of the name between whom nothing decides.
        let mut several: Vec<u32> = Vec::new();
        let fulls = || bearer.forms.iter().filter(|form| form.parts.len() > 1);
        for form in fulls() {
            let key = ends_key(&form.parts);
            let mut exact: Vec<u32> = Vec::new();
            let mut loose: Vec<u32> = Vec::new();
            let mut weakest = Reason::Same;
            for &known in self
                .by_bucket
                .get(&key)
                .into_iter()
                .flatten()
                .take(MOST_COMPARED)
            {
                let known = self.root(known);
                if !generations_agree(self.globals[known as usize].generation, bearer.generation)
                    || self.is_another(known, bearer)
                {
                    continue;
                }
                for full in &self.globals[known as usize].full {
                    match same_person(full, &form.parts) {
                        Some(found) if found <= Reason::Transliteration => {
                            if !exact.contains(&known) {
                                exact.push(known);
                            }
                            weakest = found;
                        }
                        Some(found) => {
                            if !loose.contains(&known) {
                                loose.push(known);
                            }
                            if exact.is_empty() {
                                weakest = found;
                            }
                        }
                        None => {}
                    }
                }
            }
            let found = if exact.is_empty() { loose } else { exact };
            if let [only] = found[..] {
                reason = weakest;
                global = match global {
                    Some(global) if self.are_others(global, only) => Some(global),
                    Some(global) => Some(self.unite(global, only)),
                    None => Some(only),
                };
            } else if global.is_none() && found.len() > 1 {
                let told = |&known: &u32| self.globals[known as usize].told.shares(bearer.told);
                let mut told = found.iter().copied().filter(told);
                match (told.next(), told.next()) {
                    (Some(only), None) => global = Some(only),
                    _ => several = found,
                }
            }
        }
        if global.is_none() && !several.is_empty() {
            return (self.one_of_several(bearer, several), Reason::Same);
        }
        let global = global.unwrap_or_else(|| self.add(NameKind::Person, bearer.generation, false));
        self.globals[global as usize].told.add(bearer.told);
        for form in fulls() {
            let known = &mut self.globals[global as usize].full;
            if !known.contains(&form.parts) && known.len() < MOST_COMPARED {
                known.push(form.parts.clone());
            }
            let bucket = self.by_bucket.entry(ends_key(&form.parts)).or_default();
            if !bucket.contains(&global) && bucket.len() < MOST_COMPARED {
                bucket.push(global);
            }
            let family = ["family ", form.parts.last().map_or("", |part| part)].concat();
            let bearers = self.by_bucket.entry(family).or_default();
            if !bearers.contains(&global) && bearers.len() < MOST_COMPARED {
                bearers.push(global);
            }
        }
        // Other names said in the text that are one word.
        for form in bearer
            .forms
            .iter()
            .filter(|form| form.reason == Reason::Alias && form.parts.len() == 1)
        {
            self.by_key
                .entry((NameKind::Person, ["alone ", &form.parts[0]].concat()))
                .or_insert(global);
        }
        (global, reason)
    }

    /// A family name that stands alone in a document is the only bearer's whom the collection knows, where that
    /// one is called by it elsewhere.
    fn join_lone_names(&mut self) {
        let mut lone: Vec<(u32, String)> = Vec::new();
        let mut seen: HashSet<u32> = HashSet::new();
        for (document, assigned) in self.documents.iter().zip(&self.assigned) {
            for (bearer, &(global, _)) in document.entities.iter().zip(assigned) {
                let is_lone = self.globals[global as usize].is_alone
                    && bearer.generation != Generation::Younger
                    && !bearer.is_ambiguous;
                if is_lone && seen.insert(global) {
                    lone.push((global, bearer.forms[0].parts[0].clone()));
                }
            }
        }
        let ambiguous: HashSet<u32> = self
            .documents
            .iter()
            .zip(&self.assigned)
            .flat_map(|(document, assigned)| document.entities.iter().zip(assigned))
            .filter(|(bearer, _)| bearer.is_ambiguous)
            .map(|(_, &(global, _))| global)
            .collect();
        for (global, part) in lone {
            let family = self
                .by_bucket
                .get(&["family ", &part].concat())
                .cloned()
                .unwrap_or_default();
            let mut roots: Vec<u32> = family.iter().map(|&known| self.root(known)).collect();
            sorting::sort_numbers(&mut roots);
            roots.dedup();
            if let [only] = roots[..]
                && self.globals[only as usize].alone_uses > 0
                && !ambiguous.contains(&global)
                && self.parent[global as usize] == global
            {
                self.parent[global as usize] = only;
                let documents = self.globals[global as usize].documents;
                self.globals[only as usize].documents += documents;
            }
        }
    }
}
