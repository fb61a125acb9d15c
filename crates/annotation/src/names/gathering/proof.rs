//! Whether more than a name says that a full name in several documents is one person's.

use super::super::NameKind;
use super::super::apart::Told;
use super::Joining;
use std::collections::{HashMap, HashSet};

/// Documents of one person that are looked at; who is named in more is looked at in the first ones.
const MOST_DOCUMENTS: usize = 16;

/// What a document says beside the name.
struct Said<'a> {
    told: Told,
    role: Option<&'a str>,
    /// Who else is named there.
    beside: &'a [u32],
}

impl Said<'_> {
    /// Tells whether two documents have something in common: a calling, an age, a word of a description, or someone
    /// else whom both name.
    fn agrees(&self, other: &Said<'_>, person: u32) -> bool {
        let shares_word = |a: &str, b: &str| {
            a.split(' ')
                .filter(|word| word.len() > 3)
                .any(|word| b.split(' ').any(|other| other.eq_ignore_ascii_case(word)))
        };
        self.told.shares(other.told)
            || self
                .role
                .zip(other.role)
                .is_some_and(|(a, b)| shares_word(a, b))
            || self
                .beside
                .iter()
                .any(|one| *one != person && other.beside.binary_search(one).is_ok())
    }
}

/// Tells whether a chain of documents that agree leads from the first to all others.
fn are_one(said: &[Said<'_>], person: u32) -> bool {
    let mut reached = vec![0];
    let mut left: Vec<usize> = (1..said.len()).collect();
    while let Some(at) = reached.pop() {
        left.retain(|&other| {
            let is_near = said[at].agrees(&said[other], person);
            if is_near {
                reached.push(other);
            }
            !is_near
        });
    }
    left.is_empty()
}

impl Joining<'_> {
    /// Returns the persons whom nothing but a full name joins over documents.
    pub(super) fn unproved(&self) -> HashSet<u32> {
        let beside: Vec<Vec<u32>> = (0..self.documents.len())
            .map(|document| self.named_in(document))
            .collect();
        let mut persons: HashMap<u32, Vec<Said<'_>>> = HashMap::new();
        for ((document, assigned), beside) in self.documents.iter().zip(&self.assigned).zip(&beside)
        {
            for (bearer, &(global, _)) in document.entities.iter().zip(assigned) {
                let root = self.root(global);
                let is_full = bearer.forms.iter().any(|form| form.parts.len() > 1);
                let of = &self.globals[root as usize];
                if bearer.kind != NameKind::Person
                    || !is_full
                    || of.is_alone
                    || of.authority.is_some()
                {
                    continue;
                }
                let said = persons.entry(root).or_default();
                if said.len() < MOST_DOCUMENTS {
                    said.push(Said {
                        told: bearer.told,
                        role: bearer.role.as_ref().map(|(_, text)| text.as_str()),
                        beside,
                    });
                }
            }
        }
        let unproved = persons
            .into_iter()
            .filter(|(root, said)| !are_one(said, *root));
        unproved.map(|(root, _)| root).collect()
    }

    /// Returns who is named in a document beside what the word list knows, sorted.
    fn named_in(&self, document: usize) -> Vec<u32> {
        let entities = self.documents[document].entities.iter();
        let assigned = entities.zip(&self.assigned[document]);
        let mut named: Vec<u32> = assigned
            .filter(|(bearer, _)| !bearer.is_listed && !bearer.is_unsure && !bearer.is_alone)
            .map(|(_, &(global, _))| self.root(global))
            .collect();
        sorting::sort_numbers(&mut named);
        named.dedup();
        named
    }
}
