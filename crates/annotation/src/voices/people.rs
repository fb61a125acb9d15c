//! Whom a pronoun may stand for.

use std::collections::BTreeMap;

use super::lexicon::{BODY, COORDINATOR, DETERMINER, FEMALE, GIVEN, Lexicon, MALE, PERSON, PLURAL};
use super::words::Item;
use super::{NameKind, NameSpan};
use crate::given_names::{self, Gender};
use corpus::ByteSpan;

/// What somebody was in the sentence that mentions him.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The subject of the sentence, or what its subject pronoun stands for.
    Subject,
    /// Whose words stand in it.
    Speaker,
    /// Anybody else.
    Other,
}

/// Somebody who was mentioned as a subject or a speaker.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    pub(super) speaker: ByteSpan,
    pub(super) role: Option<ByteSpan>,
    /// [`MALE`], [`FEMALE`], [`PLURAL`], [`BODY`], as far as the words tell.
    pub(super) marks: u32,
    pub(super) part: Part,
    /// Of the narrator's sentences, counted through the document.
    sentence: u32,
    block: u32,
    /// Whether nobody was mentioned in the sentence before him.
    opens: bool,
}

/// The subjects and speakers so far, in the order in which they were met.
#[derive(Debug, Default)]
pub(super) struct People {
    mentions: Vec<Mention>,
    sentence: u32,
    block: u32,
    /// What the document tells of the gender of each person of the name layer.
    genders: BTreeMap<u32, u32>,
}

/// How many sentences back a pronoun is followed.
const REACH_SENTENCES: u32 = 5;

/// So many mentions are remembered; it bounds the work in a sentence without end.
const MOST_MENTIONS: usize = 48;

impl People {
    /// Reads what titles, kinship and given names tell of the persons of a document, wherever it stands.
    pub(super) fn of(text: &str, names: &[NameSpan], lexicon: &Lexicon) -> Self {
        let mut people = Self::default();
        let persons = names.iter().filter(|name| name.kind == NameKind::Person);
        for name in persons.clone() {
            let told = told_beside(text, name.span, lexicon);
            if told != 0 {
                people.genders.entry(name.entity).or_insert(told);
            }
        }
        for name in persons {
            let told = told_by_name(name.span.of(text));
            if told != 0 {
                people.genders.entry(name.entity).or_insert(told);
            }
        }
        people
    }

    /// Returns [`MALE`] or [`FEMALE`] where the document tells it of a person, else 0.
    pub(super) fn gender(&self, entity: u32) -> u32 {
        self.genders.get(&entity).copied().unwrap_or(0)
    }

    /// Returns everybody but one, for whom a pronoun in his own words cannot stand.
    pub(super) fn without(&self, one: Option<ByteSpan>, names: &[NameSpan], text: &str) -> Self {
        let entity = |span: ByteSpan| overlapping(names, span).map(|name| name.entity);
        let last = |span: ByteSpan| span.of(text).rsplit(' ').next();
        let is_one = |mention: &Mention| {
            one.is_some_and(|one| {
                mention.speaker == one
                    || last(mention.speaker) == last(one)
                    || entity(one).is_some() && entity(one) == entity(mention.speaker)
            })
        };
        Self {
            mentions: self
                .mentions
                .iter()
                .filter(|mention| !is_one(mention))
                .copied()
                .collect(),
            genders: BTreeMap::new(),
            ..*self
        }
    }

    /// Begins the next sentence.
    pub(super) fn next_sentence(&mut self) {
        self.sentence += 1;
    }

    /// Begins the next block.
    pub(super) fn next_block(&mut self) {
        self.block += 1;
    }

    /// Begins a section: pronouns do not reach across a heading.
    pub(super) fn next_section(&mut self) {
        self.mentions.clear();
    }

    /// Notes somebody in the present sentence.
    pub(super) fn note(
        &mut self,
        speaker: ByteSpan,
        role: Option<ByteSpan>,
        marks: u32,
        part: Part,
    ) {
        let sentence = self.sentence;
        self.mentions
            .retain(|mention| sentence - mention.sentence <= REACH_SENTENCES);
        if self.mentions.len() == MOST_MENTIONS {
            self.mentions.remove(0);
        }
        self.mentions.push(Mention {
            speaker,
            role,
            marks,
            part,
            sentence,
            block: self.block,
            opens: self
                .mentions
                .last()
                .is_none_or(|last| last.sentence != sentence || last.marks & (PLURAL | BODY) != 0),
        });
    }

    /// Returns whom a pronoun of these marks means that stands at `before`, of those mentioned before it.
    ///
    /// Nearness counts most, then that the gender is told and not only possible, then being the subject,
    /// then having spoken. `about` holds [`MALE`] and [`FEMALE`] where the words themselves speak of a
    /// "he" or a "she": then the one who spoke before is meant, rather than the one who was spoken of.
    pub(super) fn antecedent(&self, pronoun: u32, before: u32, about: u32) -> Option<Mention> {
        let is_of_another = pronoun & about & (MALE | FEMALE) != 0;
        let mut best: Option<(u32, Mention)> = None;
        for mention in &self.mentions {
            if mention.speaker.end > before || !agree(pronoun, mention.marks) {
                continue;
            }
            let mut score = 30
                - 2 * (self.sentence - mention.sentence).min(8)
                - 3 * (self.block - mention.block).min(4);
            // The first who is named in a sentence is what it is about, be he its subject or not.
            score += u32::from(mention.opens);
            if pronoun & mention.marks & (MALE | FEMALE | PLURAL) != 0 {
                score += 2;
            }
            score += match mention.part {
                Part::Subject => 3,
                Part::Speaker => 2 + 8 * u32::from(is_of_another),
                Part::Other => 0,
            };
            // Of two in one sentence the first is meant, of two sentences the later.
            let is_better = best.is_none_or(|(known, last)| {
                score > known || score == known && mention.sentence > last.sentence
            });
            if is_better {
                best = Some((score, *mention));
            }
        }
        best.map(|(_, mention)| mention)
    }
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
        Some(title) => title.rsplit(char::is_whitespace).next(),
        None => line.split_whitespace().next_back(),
    };
    let owned = last.is_some_and(|last| last.ends_with("’s") || last.ends_with("'s"));
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
        lexicon.marks(word) & (DETERMINER | PERSON) != 0 || word == "then" || word == "former"
    });
    if !opens {
        return 0;
    }
    beside
        .split_whitespace()
        .take(6)
        .take_while(|word| !matches!(*word, "of" | "who" | "whose" | "from" | "to" | "for"))
        .filter(|word| !word.ends_with("’s") && !word.ends_with("'s"))
        .map(gender)
        .find(|&told| told != 0)
        .unwrap_or(0)
}

/// What the words of a name tell: a given name, a kunya.
fn told_by_name(name: &str) -> u32 {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    if words.next().is_none() && !first.contains('-') && name.len() < 3 {
        return 0;
    }
    match first {
        "Umm" | "Um" | "Oum" | "Bint" => FEMALE,
        "Abu" | "Abou" | "Ibn" => MALE,
        _ => match given_names::gender(first) {
            Some(Gender::Female) => FEMALE,
            Some(Gender::Male) => MALE,
            None => 0,
        },
    }
}

pub(super) fn agree(pronoun: u32, marks: u32) -> bool {
    if pronoun & PLURAL != 0 {
        return marks & PLURAL != 0 || marks & BODY != 0;
    }
    let other = if pronoun & MALE != 0 { FEMALE } else { MALE };
    marks & (PLURAL | BODY) == 0 && (marks & other == 0 || marks & (MALE | FEMALE) == MALE | FEMALE)
}

/// Returns what the words of a phrase tell of number and gender.
pub(super) fn agreement(items: &[Item], names: &[NameSpan]) -> u32 {
    let mut marks = 0;
    let named = items.first().and_then(|first| {
        let last = items.last()?;
        overlapping(names, ByteSpan::new(first.span.start, last.span.end))
    });
    // The first gender told is that of the head: "the minister's wife" is rare as a subject, "Mrs Ali" is not.
    for item in items {
        let gender = item.marks & (MALE | FEMALE);
        if gender != 0
            && marks & (MALE | FEMALE) == 0
            && item.is(PERSON | GIVEN)
            && !item.is_possessive()
        {
            marks |= gender;
        }
    }
    let nouns = items
        .iter()
        .filter(|item| item.is(PERSON | BODY) && !item.is_possessive());
    let head = nouns.clone().next();
    if let Some(head) = head {
        marks |= head.marks & PLURAL;
        let is_named_person = named.is_some_and(|name| name.kind == NameKind::Person);
        if !head.is(PERSON) && !is_named_person {
            marks |= BODY;
        }
    }
    let first = items.first().map_or(0, |first| first.marks);
    if head.is_none() && first & DETERMINER != 0 {
        marks |= PLURAL | BODY;
    }
    let n_capitals = items.iter().filter(|item| item.is_capital()).count();
    if n_capitals > 1 && items.iter().any(|item| item.is(COORDINATOR)) && head.is_none() {
        marks |= PLURAL;
    }
    if named.is_some_and(|name| matches!(name.kind, NameKind::Place | NameKind::Body))
        && head.is_none_or(|head| !head.is(PERSON))
    {
        marks |= BODY;
    }
    marks
}

/// Returns the last of the names, sorted by start, that overlaps a span and ends in it.
pub(super) fn overlapping(names: &[NameSpan], span: ByteSpan) -> Option<&NameSpan> {
    let end = names.partition_point(|name| name.span.start < span.end);
    let last = names.get(end.checked_sub(1)?)?;
    (last.span.end > span.start && last.span.end <= span.end).then_some(last)
}
