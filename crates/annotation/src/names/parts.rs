//! What the names of several words in a document tell of their parts, and what a mention is for it.

use super::NameKind;
use super::chunks::Candidate;
use super::lexicon::hash_word;
use super::spelling;
use super::tallies::Tally;
use corpus::ByteSpan;
use std::collections::{HashMap, HashSet};

/// The parts of the names of several words in a document: who is named in full may be named in part.
pub(super) struct Parts {
    /// Last words of the names of persons.
    surnames: HashSet<u64>,
    /// First words of the names of persons, and their last but one.
    given: HashSet<u64>,
    /// How the surnames may be spelled otherwise: those of one bucket.
    spellings: HashMap<String, Vec<String>>,
    /// Last words of the names of organisations.
    ends_of_bodies: HashSet<u64>,
    /// Words that the text around one mention makes an organisation.
    bodies_alone: HashSet<u64>,
}

impl Parts {
    /// Gathers the parts of the names in one document.
    ///
    /// Cost: linear in the number of candidates, but for surnames of one bucket.
    pub(super) fn of(text: &str, found: &[Candidate], tallies: &HashMap<u64, Tally>) -> Self {
        let kind_of = |one: &Candidate| tallies.get(&one.hash).and_then(Tally::kind);
        let (mut surnames, mut given) = (HashSet::new(), HashSet::new());
        for candidate in found.iter().filter(|candidate| candidate.n_words > 1) {
            if kind_of(candidate) == Some(NameKind::Person) {
                surnames.insert(candidate.last);
                given.insert(candidate.first);
                given.insert(candidate.before_last);
            }
        }
        let bodies = found.iter().filter(|one| {
            one.n_words > 1 && one.kind.or_else(|| kind_of(one)) == Some(NameKind::Org)
        });
        let ends_of_bodies = bodies.map(|body| body.last).collect();
        // "Rovers manager", where nothing says which ones.
        let is_body = |one: &&Candidate| {
            one.needs_bearer
                && !one.opens
                && !one.after_the
                && one.votes[NameKind::Org as usize] >= 3
        };
        let bodies_alone = found.iter().filter(is_body).map(|one| one.hash).collect();
        Self {
            spellings: spellings(text, found, &surnames),
            surnames,
            given,
            ends_of_bodies,
            bodies_alone,
        }
    }

    /// Tells whether a single word is a part of the name of a person.
    pub(super) fn are_of_person(&self, candidate: &Candidate) -> bool {
        self.surnames.contains(&candidate.last) || self.given.contains(&candidate.last)
    }

    /// Tells whether an ordinary word is the name of an organisation: "Rovers", after "Crestwick Rovers".
    pub(super) fn are_of_body(&self, candidate: &Candidate) -> bool {
        !candidate.after_the
            && (!candidate.opens && self.ends_of_bodies.contains(&candidate.hash)
                || self.bodies_alone.contains(&candidate.hash))
    }

    /// Tells whether a single word is a family in the plural: "the Assads", where an Assad was named.
    pub(super) fn name_family(
        &self,
        text: &str,
        candidate: &Candidate,
        tallies: &HashMap<u64, Tally>,
    ) -> bool {
        if candidate.n_words != 1 || !candidate.after_the || candidate.kind.is_some() {
            return false;
        }
        let word = ByteSpan::new(candidate.start, candidate.end).of(text);
        word.strip_suffix('s')
            .map(hash_word)
            .is_some_and(|one| self.surnames.contains(&one) || tallies.contains_key(&one))
    }

    /// Tells whether a single word is a surname of the document in another spelling.
    pub(super) fn are_spelled_otherwise(&self, text: &str, candidate: &Candidate) -> bool {
        let parts = spelling::parts(ByteSpan::new(candidate.start, candidate.end).of(text));
        let known = self.spellings.get(&spelling::bucket(&parts));
        parts.len() == 1
            && parts[0].len() >= 4
            && known
                .into_iter()
                .flatten()
                .any(|name| spelling::same_part(name, &parts[0]).is_some())
    }
}

/// The surnames of a document, by the bucket of spellings that may mean the same.
fn spellings(
    text: &str,
    found: &[Candidate],
    surnames: &HashSet<u64>,
) -> HashMap<String, Vec<String>> {
    let mut spellings: HashMap<String, Vec<String>> = HashMap::new();
    for candidate in found
        .iter()
        .filter(|candidate| candidate.n_words > 1 && surnames.contains(&candidate.last))
    {
        let span = ByteSpan::new(candidate.start, candidate.end).of(text);
        if let Some(last) = spelling::parts(span).pop() {
            let known = spellings
                .entry(spelling::bucket(std::slice::from_ref(&last)))
                .or_default();
            if !known.contains(&last) {
                known.push(last);
            }
        }
    }
    spellings
}

/// Says what a mention is: what its own words say, else what all mentions of its form say together.
///
/// `is_part` tells that it is a part of the name of a person.
pub(super) fn settle(candidate: &mut Candidate, tally: &Tally, parts: &Parts, is_part: bool) {
    let single = candidate.n_words == 1;
    let own = own_kind(&candidate.votes).filter(|_| single && tally.heads_body);
    if let (None, Some(kind)) = (candidate.kind, own) {
        // A firm and its town or its founder may have one name.
        candidate.kind = Some(kind);
    } else if let Some(kind) = candidate.kind {
        // "Mr Washington", where a Denzel Washington was named.
        if kind == NameKind::Place
            && single
            && parts.surnames.contains(&candidate.last)
            && candidate.votes[NameKind::Person as usize] >= 4
        {
            candidate.kind = Some(NameKind::Person);
        }
    } else if is_part && tally.heads_body {
        // Kessler of Kessler AG, where nothing is said of a firm.
        candidate.kind = Some(NameKind::Person);
    } else if is_part {
        let mut sum = *tally;
        sum.votes[NameKind::Person as usize] += 6;
        candidate.kind = sum.kind();
    } else {
        settle_by_tally(candidate, tally);
    }
}

/// Says what a mention is of which only the other mentions of its form tell.
fn settle_by_tally(candidate: &mut Candidate, tally: &Tally) {
    candidate.kind = tally.kind();
    // Who is never named in full, nor given a title, is seldom a person: "Velora said".
    let is_nobody = candidate.n_words == 1 && tally.n_all > 1 && tally.most_personal <= 2;
    if is_nobody && candidate.kind == Some(NameKind::Person) {
        candidate.kind = Some(NameKind::Org);
    }
    if candidate.kind.is_none() && tally.n_sure > 0 {
        candidate.kind = Some(NameKind::Other);
    }
    let is_told = tally.votes.iter().any(|&votes| votes >= 5);
    if tally.n_sure == 0 && tally.fixed.is_none() && !candidate.is_known && !is_told {
        candidate.kind = Some(NameKind::Other);
        candidate.is_unsure = true;
    }
}

/// Returns what alone is said around one mention, where that is plain.
fn own_kind(votes: &[i16; 4]) -> Option<NameKind> {
    let best = (0..4).max_by_key(|&kind| votes[kind])?;
    let is_plain = (0..4).all(|kind| kind == best || votes[kind] + 2 <= votes[best]);
    (is_plain && votes[best] >= 3).then_some(NameKind::ALL[best])
}
