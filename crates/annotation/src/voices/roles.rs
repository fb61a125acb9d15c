//! What the words beside a name tell of its bearer: the gender, and the roles by which he is spoken of later.
//!
//! "Capt. Metin Aksoy, who commands the post" is "the captain" from there on, as long as nobody else is
//! introduced as one. First mentions give the role, later ones use it: Elson and `McKeown`, "Automatic
//! attribution of quoted speech in literary narrative" (2010), link such nominals to names in the same way.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::{DETERMINER, FEMALE, GIVEN, Lexicon, MALE, PERSON, PLURAL, is_owner};
use super::{NameKind, NameSpan};
use crate::given_names::{self, Gender};
use corpus::ByteSpan;

/// Who is meant by a role: the first who was introduced by it, until another one is.
#[derive(Debug, Clone, Copy)]
struct Bearer {
    entity: u32,
    from: u32,
    until: u32,
}

/// What a document tells of its persons.
#[derive(Debug, Default)]
pub(super) struct Roles {
    genders: BTreeMap<u32, u32>,
    bearers: BTreeMap<String, Bearer>,
    /// The last words of names.
    families: BTreeSet<String>,
    /// Those of them that two persons bear.
    shared: BTreeSet<String>,
}

impl Roles {
    /// Reads titles, kinship, appositions, given names and pronouns beside the names of persons.
    ///
    /// Cost: linear in the number of names.
    pub(super) fn of(text: &str, names: &[NameSpan], lexicon: &Lexicon) -> Self {
        let mut roles = Self::default();
        let persons = || names.iter().filter(|name| name.kind == NameKind::Person);
        let mut families: BTreeMap<&str, u32> = BTreeMap::new();
        for name in persons() {
            let words = name.span.of(text);
            if let Some((_, last)) = words.rsplit_once(' ')
                && *families.entry(last).or_insert(name.entity) != name.entity
            {
                roles.shared.insert(last.to_owned());
            }
        }
        roles.note_genders(persons(), |name| told_beside(text, name.span, lexicon));
        roles.families = families.keys().map(|&last| last.to_owned()).collect();
        // "Khalil" says nothing of Hoda Khalil.
        let is_surname = |name: &NameSpan| families.contains_key(name.span.of(text));
        roles.note_genders(persons().filter(|name| !is_surname(name)), |name| {
            told_by_name(name.span.of(text), given_names::listed)
        });
        roles.count_pronouns(text, names);
        // "Pelle" ends as women's names do.
        roles.note_genders(persons().filter(|name| !is_surname(name)), |name| {
            told_by_name(name.span.of(text), given_names::gender)
        });
        for name in persons() {
            for role in roles_beside(text, name.span, lexicon) {
                roles.bear(role, name);
            }
        }
        roles
    }

    /// Notes the gender of those of whom nothing before told it; `told` is 0 where it tells none.
    fn note_genders<'n>(
        &mut self,
        persons: impl Iterator<Item = &'n NameSpan>,
        told: impl Fn(&NameSpan) -> u32,
    ) {
        for name in persons {
            let told = told(name);
            if told != 0 {
                self.genders.entry(name.entity).or_insert(told);
            }
        }
    }

    /// Returns [`MALE`] or [`FEMALE`] where the document tells it of a person, else 0.
    pub(super) fn gender(&self, entity: u32) -> u32 {
        self.genders.get(&entity).copied().unwrap_or(0)
    }

    /// Tells whether words are the surname of a person of the document.
    pub(super) fn is_surname(&self, words: &str) -> bool {
        self.families.contains(words)
    }

    /// Tells whether words are a surname that two persons of the document bear.
    pub(super) fn is_shared(&self, words: &str) -> bool {
        self.shared.contains(words)
    }

    /// Returns the person whom a description at `at` means: "the captain".
    pub(super) fn bearer(&self, description: &str, at: u32) -> Option<u32> {
        let mut words = description.split_whitespace();
        let is_definite = words
            .next()
            .is_some_and(|first| matches!(first, "the" | "The"));
        let head = words.clone().next_back()?;
        if !is_definite || words.count() > 3 {
            return None;
        }
        let bearer = self.bearers.get(&head.to_lowercase())?;
        (bearer.from < at && at < bearer.until).then_some(bearer.entity)
    }

    fn bear(&mut self, role: String, name: &NameSpan) {
        let bearer = self.bearers.entry(role).or_insert(Bearer {
            entity: name.entity,
            from: name.span.start,
            until: u32::MAX,
        });
        if bearer.entity != name.entity {
            bearer.until = bearer.until.min(name.span.start);
        }
    }

    /// Takes the gender of those of whom nothing else tells it from the pronouns behind their names, where
    /// all agree. Bergsma and Lin, "Bootstrapping path-based pronoun resolution" (2006), learn it from such.
    fn count_pronouns(&mut self, text: &str, names: &[NameSpan]) {
        let mut votes: BTreeMap<u32, u32> = BTreeMap::new();
        for (number, name) in names.iter().enumerate() {
            if name.kind != NameKind::Person || self.genders.contains_key(&name.entity) {
                continue;
            }
            let next = names
                .get(number + 1)
                .map_or(text.len(), |next| next.span.start as usize);
            let vote = pronoun_behind(text, name.span, next);
            if vote != 0 {
                *votes.entry(name.entity).or_insert(0) |= vote;
            }
        }
        for (entity, vote) in votes {
            if vote != MALE | FEMALE {
                self.genders.insert(entity, vote);
            }
        }
    }
}

/// Returns the gender of the first pronoun behind a name that its sentence begins with, in that sentence,
/// before any quotation and before the next name; or that the sentence after it begins with.
fn pronoun_behind(text: &str, name: ByteSpan, next: usize) -> u32 {
    let before = text
        .get(..name.start as usize)
        .unwrap_or_default()
        .trim_end();
    let begins = before.is_empty() || before.ends_with(['.', '!', '?', '”', '\n', '’', '"', ',']);
    // "The boatman’s name was Baltasar and he had a theory"
    if !begins && !before.ends_with(" name was") && !before.ends_with(" name is") {
        return 0;
    }
    let end = next.min(name.end as usize + 300).min(text.len());
    let Some(behind) = text.get(name.end as usize..end) else {
        return 0;
    };
    let line = behind
        .split(['\n', '“', '‘', '"'])
        .next()
        .unwrap_or_default();
    let (sentence, after) = line.split_once(". ").unwrap_or((line, ""));
    let gender = |word: &str| match word {
        "he" | "his" | "himself" | "He" | "His" => Some(MALE),
        "she" | "her" | "herself" | "She" | "Her" => Some(FEMALE),
        _ => None,
    };
    // "mouthed the words along with her": somebody else.
    let own = sentence.trim_end_matches(|c: char| !c.is_alphanumeric());
    let own = own.strip_suffix(" her").unwrap_or(own);
    own.split(|c: char| !c.is_alphanumeric())
        .find_map(gender)
        .or_else(|| after.split_whitespace().next().and_then(gender))
        .unwrap_or(0)
}

/// The roles that stand beside a name: before it, after a comma, or told by "is" and "was".
fn roles_beside(text: &str, name: ByteSpan, lexicon: &Lexicon) -> Vec<String> {
    let mut roles = Vec::new();
    let before = text.get(..name.start as usize).unwrap_or_default();
    let line = before
        .rsplit(['\n', ';', '“', '”', '"'])
        .next()
        .unwrap_or_default();
    // "The mayor, Councillor Fintan Roche"
    let title = line.split_whitespace().next_back().unwrap_or_default();
    let is_titled = !line.ends_with(", ") && titled(title, lexicon).is_some();
    let line = if is_titled && title.starts_with(char::is_uppercase) {
        roles.extend(titled(title, lexicon));
        line.trim_end().strip_suffix(title).unwrap_or(line)
    } else {
        line
    };
    // "The transport minister, Amara Diallo", "The assistant was Jonas Bakke"
    if let Some(told) = [", ", " was ", " is ", " is called ", " was called "]
        .iter()
        .find_map(|link| line.strip_suffix(link))
    {
        let part = told
            .rsplit([',', '.', '!', '?', ':'])
            .next()
            .unwrap_or_default();
        roles.extend(heads_of(part, lexicon));
    } else if let Some(title) = line.split_whitespace().next_back() {
        roles.extend(titled(title, lexicon));
    }
    if let Some(title) = name.of(text).split_whitespace().next() {
        roles.extend(titled(title, lexicon));
    }
    let after = text.get(name.end as usize..).unwrap_or_default();
    let after = after
        .split(['.', ';', ':', '\n', '“', '”', '"'])
        .next()
        .unwrap_or_default();
    if let Some(beside) = after.strip_prefix(", ") {
        let parts = beside.split(", ").take(3);
        let part = parts
            .map(|part| part.trim_end_matches(','))
            .find(|part| !part.bytes().all(|byte| byte.is_ascii_digit()));
        roles.extend(part.map(|part| heads_of(part, lexicon)).unwrap_or_default());
    } else if let Some(told) = [" is ", " was "]
        .iter()
        .find_map(|verb| after.strip_prefix(verb))
    {
        let part = told.split(',').next().unwrap_or_default();
        roles.extend(heads_of(part, lexicon));
    }
    roles
}

/// The noun at the head of a description, and nouns for people before it: "a former Norwegian justice minister
/// who …" is a minister, "a retired detective inspector" a detective and an inspector.
fn heads_of(description: &str, lexicon: &Lexicon) -> Vec<String> {
    let mut heads = Vec::new();
    let first = description.split_whitespace().next().unwrap_or_default();
    let begins = lexicon.marks(first) & (DETERMINER | PERSON) != 0
        || is_owner(first)
        || matches!(first, "then" | "now" | "formerly" | "former");
    let words = description.split_whitespace().take(9).take_while(|word| {
        !matches!(
            *word,
            "of" | "who"
                | "whose"
                | "from"
                | "to"
                | "for"
                | "in"
                | "at"
                | "on"
                | "with"
                | "and"
                | "by"
                | "that"
        )
    });
    let mut last = None;
    for word in words.skip(usize::from(!first.starts_with(char::is_uppercase))) {
        let owns = is_owner(word);
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let marks = lexicon.marks(word);
        if owns || word.len() < 3 || marks & (DETERMINER | PLURAL) != 0 {
            continue;
        }
        if let Some(before) = last.replace((word, marks))
            && before.1 & PERSON != 0
        {
            heads.push(before.0.to_lowercase());
        }
    }
    heads.extend(last.map(|(word, _)| word.to_lowercase()));
    if begins { heads } else { Vec::new() }
}

/// The role that a title says: "Capt." is the captain, "Mayor" the mayor.
fn titled(title: &str, lexicon: &Lexicon) -> Option<String> {
    // "had sent a man. Vesna"
    if title.ends_with('.') && title.starts_with(char::is_lowercase) {
        return None;
    }
    let bare = title.trim_matches(|c: char| !c.is_alphanumeric());
    let written_out = match bare {
        "Gen" => "general",
        "Col" => "colonel",
        "Capt" => "captain",
        "Lt" => "lieutenant",
        "Sgt" => "sergeant",
        "Maj" => "major",
        "Sen" => "senator",
        "Gov" => "governor",
        "Prof" => "professor",
        "Dr" => "doctor",
        "Cllr" => "councillor",
        _ => "",
    };
    if !written_out.is_empty() {
        return Some(written_out.to_owned());
    }
    let marks = lexicon.marks(bare);
    (marks & PERSON != 0 && marks & PLURAL == 0 && !title.ends_with(','))
        .then(|| bare.to_lowercase())
}

/// What the words beside a name tell of its bearer: "Ms Haddad", "his wife Lina", "Lina Haddad, a nun".
fn told_beside(text: &str, name: ByteSpan, lexicon: &Lexicon) -> u32 {
    let gender = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let marks = lexicon.marks(word);
        let is_capital = word.starts_with(char::is_uppercase);
        if marks & PERSON != 0 && marks & PLURAL == 0 || marks & GIVEN != 0 && is_capital {
            marks & (MALE | FEMALE)
        } else {
            0
        }
    };
    let before = text.get(..name.start as usize).unwrap_or_default();
    let line = before.rsplit(['\n', '.', ';']).next().unwrap_or_default();
    let last = match before.strip_suffix(". ") {
        // The period of a title.
        Some(title) => title
            .rsplit(char::is_whitespace)
            .next()
            .filter(|title| title.starts_with(char::is_uppercase)),
        None => line.split_whitespace().next_back(),
    };
    // "her husband, Matteo", but “…, Zainab,” Abu Haidar told him.
    let last = last.filter(|last| {
        let is_small = last.starts_with(char::is_lowercase);
        last.ends_with(char::is_alphanumeric) || last.ends_with(',') && is_small || line.is_empty()
    });
    // "Mr Justice Kemble"
    let titles = line.split_whitespace().rev().take(3);
    let addressed = titles
        .take_while(|title| title.starts_with(char::is_uppercase))
        .find_map(|title| match title.trim_end_matches('.') {
            "Mr" | "Sir" | "Lord" => Some(MALE),
            "Mrs" | "Ms" | "Miss" | "Lady" | "Dame" => Some(FEMALE),
            _ => None,
        });
    if let Some(told) = addressed {
        return told;
    }
    let owned = last.is_some_and(is_owner);
    let told = last.filter(|_| !owned).map_or(0, gender);
    if told != 0 {
        return told;
    }
    let after = text.get(name.end as usize..).unwrap_or_default();
    let Some(beside) = after.strip_prefix(", ") else {
        return 0;
    };
    let beside = beside
        .split(['.', ',', ';', '\n'])
        .next()
        .unwrap_or_default();
    let mut words = beside.split_whitespace().take(6);
    let opens = words.next().is_some_and(|word| {
        lexicon.marks(word) & (DETERMINER | PERSON) != 0
            || word == "then"
            || word == "former"
            || is_owner(word)
    });
    if !opens {
        return 0;
    }
    beside
        .split_whitespace()
        .take(6)
        .take_while(|word| !matches!(*word, "of" | "who" | "whose" | "from" | "to" | "for"))
        .filter(|word| !is_owner(word))
        .map(gender)
        .find(|&told| told != 0)
        .unwrap_or(0)
}

/// What the words of a name tell: a given name, a kunya.
fn told_by_name(name: &str, gender: fn(&str) -> Option<Gender>) -> u32 {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    if words.next().is_none() && !first.contains('-') && name.len() < 3 {
        return 0;
    }
    match first {
        "Umm" | "Um" | "Oum" | "Bint" => FEMALE,
        "Abu" | "Abou" | "Ibn" => MALE,
        // He in French, she in English.
        "Jean" => 0,
        _ => match gender(first) {
            Some(Gender::Female) => FEMALE,
            Some(Gender::Male) => MALE,
            None => 0,
        },
    }
}
