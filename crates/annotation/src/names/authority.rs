//! What an editor decided about names: kinds, preferred forms, variants, splits.
//!
//! This module holds the plain record and applies it; the TOML file is read and written elsewhere
//! (`authority.toml`, in the folder crate), so that the page can make one without a parser.

use super::NameKind;
use super::bearers::Bearer;
use super::chunks::Generation;
use super::finding::Mention;
use super::lexicon::{Lexicon, join_hash};
use super::spelling;
use super::words::{gap, words_of};
use corpus::{ByteSpan, Document};
use std::collections::{HashMap, HashSet};

/// Decisions about names; empty by default.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Authority {
    /// Names with their forms.
    pub entities: Vec<AuthorityEntity>,
    /// Forms that mean someone in particular in one document.
    pub splits: Vec<Split>,
    /// Forms that are no names, or are not to be shown.
    pub hidden: Vec<String>,
}

/// One name as the editor wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorityEntity {
    /// Its id; made of the preferred form where there is none.
    pub id: Option<String>,
    /// What it is.
    pub kind: NameKind,
    /// The form that is shown.
    pub preferred: String,
    /// Further forms that mean it in every document.
    pub variants: Vec<String>,
    /// Forms that never mean it.
    pub not: Vec<String>,
    /// A remark for editors.
    pub note: String,
}

/// "In this document, this form means that one."
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The form.
    pub form: String,
    /// The document's id.
    pub document: String,
    /// The preferred form or id of the entity meant.
    pub to: String,
}

/// An authority made ready for looking up.
#[derive(Debug)]
pub(super) struct Compiled {
    kinds: Vec<NameKind>,
    /// Folded form to entity.
    forms: HashMap<String, u32>,
    not: HashSet<(u32, String)>,
    splits: HashMap<(String, String), u32>,
    hidden: HashSet<String>,
    /// Hashes of the words of the forms, for finding them in any script, with the longest form's length.
    words: HashMap<u64, NameKind>,
    longest: usize,
}

impl Compiled {
    pub(super) fn new(authority: &Authority) -> Self {
        let mut compiled = Self {
            kinds: Vec::new(),
            forms: HashMap::new(),
            not: HashSet::new(),
            splits: HashMap::new(),
            hidden: authority
                .hidden
                .iter()
                .map(|form| key(&spelling::parts(form)))
                .collect(),
            words: HashMap::new(),
            longest: 0,
        };
        let lexicon = Lexicon::new();
        for (number, entity) in authority.entities.iter().enumerate() {
            let number = number as u32;
            compiled.kinds.push(entity.kind);
            for form in std::iter::once(&entity.preferred).chain(&entity.variants) {
                compiled
                    .forms
                    .entry(key(&spelling::parts(form)))
                    .or_insert(number);
                let mut words = Vec::new();
                words_of(form, 0, form.len(), &lexicon, &mut words);
                if let [first, rest @ ..] = &words[..] {
                    let hash = rest
                        .iter()
                        .fold(first.hash, |hash, word| join_hash(hash, word.hash));
                    compiled.words.entry(hash).or_insert(entity.kind);
                    compiled.longest = compiled.longest.max(words.len());
                }
            }
            for form in &entity.not {
                compiled.not.insert((number, key(&spelling::parts(form))));
            }
        }
        for split in &authority.splits {
            let to = authority.entities.iter().position(|entity| {
                entity.preferred == split.to || entity.id.as_ref() == Some(&split.to)
            });
            if let Some(to) = to {
                compiled.splits.insert(
                    (key(&spelling::parts(&split.form)), split.document.clone()),
                    to as u32,
                );
            }
        }
        compiled
    }

    pub(super) fn kind(&self, number: u32) -> NameKind {
        self.kinds
            .get(number as usize)
            .copied()
            .unwrap_or(NameKind::Other)
    }

    pub(super) fn hides(&self, parts: &[String]) -> bool {
        !self.hidden.is_empty() && self.hidden.contains(&key(parts))
    }

    /// Returns the entity that the form means in this document by the editor's decision.
    pub(super) fn form_decides(&self, parts: &[String], document: &str) -> Option<u32> {
        if self.forms.is_empty() {
            return None;
        }
        let key = key(parts);
        if let Some(&to) = self.splits.get(&(key.clone(), document.to_owned())) {
            return Some(to);
        }
        self.forms
            .get(&key)
            .copied()
            .filter(|&number| !self.not.contains(&(number, key)))
    }

    /// Returns the entity that a document's bearer is by the editor's decision, by its first form that is listed.
    pub(super) fn decides(&self, bearer: &Bearer, document: &str) -> Option<u32> {
        bearer.forms.iter().find_map(|form| {
            let number = self.form_decides(&form.parts, document)?;
            let is_split =
                self.splits.get(&(key(&form.parts), document.to_owned())) == Some(&number);
            // Whom the text sets off as the younger is not the one whom the bare form means.
            (is_split || bearer.generation != Generation::Younger).then_some(number)
        })
    }

    /// Adds the listed forms that the rules did not find, as in texts without capitals.
    pub(super) fn find(&self, document: &Document, lexicon: &Lexicon, found: &mut Vec<Mention>) {
        if self.words.is_empty() {
            return;
        }
        let mut words = Vec::new();
        let mut added = Vec::new();
        let mut next = 0;
        for (number, block) in document.blocks.iter().enumerate() {
            words_of(
                &document.text,
                block.span.start as usize,
                block.span.end as usize,
                lexicon,
                &mut words,
            );
            for at in 0..words.len() {
                let mut hash = words[at].hash;
                let mut hit = None;
                for end in at + 1..=words.len().min(at + self.longest) {
                    if end > at + 1 {
                        if words[end - 1].gap & !gap::HYPHEN != 0 {
                            break;
                        }
                        hash = join_hash(hash, words[end - 1].hash);
                    }
                    if let Some(&kind) = self.words.get(&hash) {
                        hit = Some((end, kind));
                    }
                }
                let Some((end, kind)) = hit else { continue };
                let span = ByteSpan::new(words[at].start, words[end - 1].end);
                let has_case = span
                    .of(&document.text)
                    .chars()
                    .any(|c| analysis::lowercase(c) != c || c.is_ascii_lowercase());
                if has_case && !words[at].is_capital() {
                    continue;
                }
                while found
                    .get(next)
                    .is_some_and(|mention| mention.span.end <= span.start)
                {
                    next += 1;
                }
                match found.get_mut(next) {
                    Some(mention) if mention.span == span => {
                        mention.kind = kind;
                        mention.is_unsure = false;
                        mention.is_listed = true;
                    }
                    Some(mention) if mention.span.start < span.end => {}
                    _ => added.push(Mention {
                        span,
                        kind,
                        role: None,
                        block: number as u32,
                        generation: Generation::Unsaid,
                        has_title: false,
                        is_kin: false,
                        is_listed: true,
                        is_unsure: false,
                    }),
                }
            }
        }
        if added.is_empty() {
            return;
        }
        found.extend(added);
        let order = sorting::sorted_order(found.len(), &mut |a, b| {
            let (a, b) = (found[a as usize].span, found[b as usize].span);
            (a.start, b.end).cmp(&(b.start, a.end))
        });
        let mut sorted: Vec<Mention> = Vec::with_capacity(order.len());
        for at in order {
            let mention = found[at as usize];
            if sorted
                .last()
                .is_none_or(|last| last.span.end <= mention.span.start)
            {
                sorted.push(mention);
            }
        }
        *found = sorted;
    }
}

/// Returns what two forms must share to be one for an authority file.
fn key(parts: &[String]) -> String {
    parts.join(" ")
}
