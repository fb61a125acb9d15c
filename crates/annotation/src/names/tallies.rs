//! What the mentions of one form say together, and what forms of one document say of each other.

use super::NameKind;
use super::chunks::Candidate;
use super::lexicon::{Lexicon, class};
use super::words::is_article;
use corpus::ByteSpan;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What the mentions of one form say together.
#[derive(Default, Clone, Copy)]
pub(super) struct Tally {
    pub votes: [i32; 4],
    /// Mentions whose capital says something.
    pub n_sure: u32,
    /// Those inside a sentence.
    pub n_inside: u32,
    pub fixed: Option<NameKind>,
    /// How often the form stands in the text.
    pub n_all: u32,
    /// The most that one mention says for a person.
    pub most_personal: i16,
    /// Whether a body's name begins with the form: `Kaskela` beside `Kaskela Paper`.
    pub heads_body: bool,
}

impl Tally {
    pub(super) fn kind(&self) -> Option<NameKind> {
        if self.fixed.is_some() {
            return self.fixed;
        }
        let mut best = (1, None);
        for (&votes, kind) in self.votes.iter().zip([
            NameKind::Person,
            NameKind::Place,
            NameKind::Org,
            NameKind::Group,
        ]) {
            if votes > best.0 {
                best = (votes, Some(kind));
            }
        }
        best.1
    }
}

/// Adds up what the mentions of each form say, without ordinary words that only a bearer makes names.
pub(super) fn tallies_of(found: &[Candidate]) -> HashMap<u64, Tally> {
    let mut tallies: HashMap<u64, Tally> = HashMap::new();
    for candidate in found.iter().filter(|candidate| !candidate.needs_bearer) {
        let tally = tallies.entry(candidate.hash).or_default();
        for (sum, &votes) in tally.votes.iter_mut().zip(&candidate.votes) {
            *sum += i32::from(votes);
        }
        tally.n_sure += u32::from(!candidate.opens || candidate.n_words > 1);
        tally.n_inside += u32::from(!candidate.opens);
        tally.fixed = tally.fixed.or(candidate.kind);
        tally.n_all += 1;
        tally.most_personal = tally
            .most_personal
            .max(candidate.votes[NameKind::Person as usize]);
    }
    tallies
}

/// Names in a row are of one kind: "Nubl and al-Zahraa", "Homs (Hims)".
pub(super) fn share_kinds(text: &str, found: &[Candidate], tallies: &mut HashMap<u64, Tally>) {
    for pair in found.windows(2) {
        let [a, b] = pair else { continue };
        let gap = text.get(a.end as usize..b.start as usize).unwrap_or("");
        if a.block != b.block || !matches!(gap, " and " | ", " | ", and " | " (" | " or ") {
            continue;
        }
        let kind = |candidate: &Candidate| {
            candidate
                .kind
                .or_else(|| tallies.get(&candidate.hash).and_then(Tally::kind))
        };
        let (to, kind) = match (kind(a), kind(b)) {
            (Some(kind), None) => (b, kind),
            (None, Some(kind)) if gap != " (" && gap != ", " => (a, kind),
            _ => continue,
        };
        if kind != NameKind::Other {
            tallies.entry(to.hash).or_default().votes[kind as usize] += 2;
        }
    }
}

/// People are called by the last word of their names, bodies by the first or by the whole name again.
pub(super) fn vote_by_usage(
    text: &str,
    found: &[Candidate],
    tallies: &mut HashMap<u64, Tally>,
    lexicon: &Lexicon,
) {
    let alone: HashSet<u64> = found
        .iter()
        .filter(|one| one.n_words == 1)
        .map(|one| one.last)
        .collect();
    let titled: HashSet<u64> = found
        .iter()
        .filter(|one| one.has_title)
        .map(|one| one.hash)
        .collect();
    let mut seen: HashSet<u64> = HashSet::new();
    for one in found.iter().filter(|one| one.n_words > 1) {
        const OF_PEOPLE: u64 = class::GIVEN | class::FAMILY_FIRST | class::PARTICLE | class::TITLE;
        let written = ByteSpan::new(one.start, one.end).of(text);
        let has_particle = written
            .split([' ', '-'])
            .any(|word| word.starts_with(char::is_lowercase) || is_article(word));
        let is_person =
            lexicon.class(one.first) & OF_PEOPLE != 0 || titled.contains(&one.hash) || has_particle;
        if is_person || alone.contains(&one.last) || !seen.insert(one.hash) {
            continue;
        }
        let Some(tally) = tallies.get_mut(&one.hash) else {
            continue;
        };
        // "Rigzin Angdus, who is thirty-four"
        if tally.votes[NameKind::Person as usize] >= 2 * tally.n_sure as i32 + 3 {
            continue;
        }
        if alone.contains(&one.first) {
            tally.votes[NameKind::Org as usize] += 4;
            tally.votes[NameKind::Person as usize] -= 3;
        } else if tally.n_sure > 1 {
            tally.votes[NameKind::Org as usize] += 2;
            tally.votes[NameKind::Person as usize] -= 3;
        }
    }
}

/// A name of several words tells of what kind its parts are, where those stand alone, and they tell it of the whole.
pub(super) fn lend_to_parts(
    found: &[Candidate],
    tallies: &mut HashMap<u64, Tally>,
    lexicon: &Lexicon,
) {
    // Who names a "Port Calder" may go on with "Calder".
    let mut of_places: BTreeSet<u64> = BTreeSet::new();
    let mut of_persons: HashSet<u64> = HashSet::new();
    // First words of names of several words, and these names.
    let mut heads: BTreeMap<u64, BTreeSet<u64>> = BTreeMap::new();
    for candidate in found.iter().filter(|candidate| candidate.n_words > 1) {
        match tallies.get(&candidate.hash).and_then(Tally::kind) {
            Some(NameKind::Place) => {
                let head = lexicon.class(candidate.first);
                if head & (class::PLACE_FIRST | class::PLACE_HEAD) != 0 {
                    of_places.insert(candidate.last);
                }
            }
            Some(NameKind::Person) if lexicon.class(candidate.first) & class::GIVEN != 0 => {
                of_persons.extend([candidate.first, candidate.last]);
            }
            _ => {}
        }
        // "Litoral" is Banco del Litoral.
        let is_headed = lexicon.class(candidate.first) & class::ORG_FIRST != 0;
        let last = if is_headed { candidate.last } else { 0 };
        for head in [candidate.first, candidate.all_but_last, last] {
            heads.entry(head).or_default().insert(candidate.hash);
        }
    }
    for place in of_places {
        if let Some(tally) = tallies.get_mut(&place) {
            tally.votes[NameKind::Place as usize] += 3;
        }
    }
    for (head, wholes) in heads {
        lend_to_head(head, &wholes, tallies, of_persons.contains(&head));
    }
}

/// "Calloway" after "Calloway & Reese", and "Pennine Buses" before "Pennine, which is owned".
fn lend_to_head(
    head: u64,
    wholes: &BTreeSet<u64>,
    tallies: &mut HashMap<u64, Tally>,
    is_of_person: bool,
) {
    const BODY: usize = NameKind::Org as usize;
    let Some(single) = tallies
        .get(&head)
        .copied()
        .filter(|one| one.fixed.is_none())
    else {
        return;
    };
    let has_body = wholes.iter().any(|whole| {
        let kind = tallies.get(whole).and_then(Tally::kind);
        kind == Some(NameKind::Org)
    });
    if has_body {
        if let Some(single) = tallies.get_mut(&head) {
            single.heads_body = true;
            let may_be_town = single.votes[NameKind::Place as usize] > 1;
            single.votes[BODY] += if is_of_person || may_be_town { 0 } else { 6 };
        }
    } else if single.kind() == Some(NameKind::Org) && single.votes[BODY] >= 4 && !is_of_person {
        for whole in wholes {
            if let Some(whole) = tallies.get_mut(whole) {
                whole.votes[BODY] += 4;
            }
        }
    }
}
