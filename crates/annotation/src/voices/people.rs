//! Whom a pronoun may stand for.

use super::lexicon::{
    BODY, COORDINATOR, DETERMINER, FEMALE, GERUND, GIVEN, MALE, OF, PERSON, PLURAL, PRONOUN,
};
use super::words::Item;
use super::{NameKind, NameSpan};

use corpus::ByteSpan;

/// What somebody was in the sentence that mentions him.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The subject of the sentence, or what its subject pronoun stands for.
    Subject,
    /// Whose words stand in it.
    Speaker,
    /// The subject of a verb of speech or thought without words in marks: "Nolte remembers it differently".
    Telling,
    /// Who was asked: he answers.
    Asked,
    /// Who was told something: he may answer.
    Told,
    /// Anybody else.
    Other,
}

/// What the words of a quotation tell of who does not say them.
#[derive(Debug, Default)]
pub(super) struct Within {
    /// They speak of a man ([`MALE`]) or of a woman ([`FEMALE`]).
    pub(super) about: u32,
    /// Persons whom they name, or call by name.
    pub(super) named: Vec<u32>,
    /// Who has asked in the block before, and what they answer.
    pub(super) asker: Option<ByteSpan>,
    /// The narrator has asked in the block before: who talks with him answers.
    pub(super) answers_narrator: bool,
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
    /// Number of the block.
    pub(super) block: u32,
    /// The person of the name layer whom the words mean.
    entity: Option<u32>,
    /// Whether nobody was mentioned in the sentence before him.
    opens: bool,
}

/// The subjects and speakers so far, in the order in which they were met.
#[derive(Debug, Default)]
pub(super) struct People {
    mentions: Vec<Mention>,
    sentence: u32,
    block: u32,
}

/// How many sentences back a pronoun is followed.
const REACH_SENTENCES: u32 = 12;

/// So many mentions are remembered; it bounds the work in a sentence without end.
const MOST_MENTIONS: usize = 48;

impl People {
    /// Returns everybody but one, for whom a pronoun in his own words cannot stand.
    ///
    /// `entity` is that of the one, where the name layer knows him.
    pub(super) fn without(&self, one: Option<ByteSpan>, entity: Option<u32>, text: &str) -> Self {
        let last = |span: ByteSpan| span.of(text).rsplit(' ').next();
        let is_one = |mention: &Mention| {
            one.is_some_and(|one| {
                mention.speaker == one
                    || last(mention.speaker) == last(one)
                    || entity.is_some() && entity == mention.entity
            })
        };
        Self {
            mentions: self
                .mentions
                .iter()
                .filter(|mention| !is_one(mention))
                .copied()
                .collect(),
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

    /// Number of the present block.
    pub(super) fn block(&self) -> u32 {
        self.block
    }

    /// Everybody who is remembered, in order.
    pub(super) fn all(&self) -> &[Mention] {
        &self.mentions
    }

    /// What is remembered of the number and gender of a mention.
    pub(super) fn marks_of(&self, speaker: ByteSpan) -> u32 {
        let mention = self
            .mentions
            .iter()
            .rev()
            .find(|mention| mention.speaker == speaker);
        mention.map_or(0, |mention| mention.marks)
    }

    /// Who was asked in a block.
    pub(super) fn asked_in(&self, block: u32) -> Option<Mention> {
        let mut asked = self.mentions.iter().rev();
        asked
            .find(|mention| mention.block == block && mention.part == Part::Asked)
            .copied()
    }

    /// Single persons who were subjects or spoke, the last first.
    pub(super) fn subjects(&self) -> impl Iterator<Item = &Mention> {
        self.mentions
            .iter()
            .rev()
            .filter(|mention| mention.part != Part::Other && mention.marks & (PLURAL | BODY) == 0)
    }

    /// Gives a name to the subject of the present sentence: "She gave her name as Umm Yasin".
    pub(super) fn name_last_subject(&mut self, name: ByteSpan) {
        let sentence = self.sentence;
        let described = self
            .mentions
            .iter()
            .rev()
            .find(|mention| {
                mention.sentence == sentence
                    && matches!(mention.part, Part::Subject | Part::Telling)
            })
            .map(|mention| mention.speaker);
        for mention in &mut self.mentions {
            if Some(mention.speaker) == described {
                mention.role = mention.role.or(described);
                mention.speaker = name;
            }
        }
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
        entity: Option<u32>,
    ) {
        let sentence = self.sentence;
        self.mentions
            .retain(|mention| sentence - mention.sentence <= REACH_SENTENCES);
        if self.mentions.len() == MOST_MENTIONS {
            self.mentions.remove(0);
        }
        // "He knew four. “She had them all,” said the minister": known from the mention before.
        let marks = if marks & (MALE | FEMALE | PLURAL | BODY) == 0 {
            marks | self.gender_of(speaker, entity)
        } else {
            marks
        };
        self.mentions.push(Mention {
            speaker,
            role,
            marks,
            part,
            sentence,
            block: self.block,
            entity,
            opens: self
                .mentions
                .last()
                .is_none_or(|last| last.sentence != sentence || last.marks & (PLURAL | BODY) != 0),
        });
    }

    /// What earlier mentions tell of somebody's gender.
    fn gender_of(&self, speaker: ByteSpan, entity: Option<u32>) -> u32 {
        let mut same = self.mentions.iter().rev().filter(|mention| {
            mention.speaker == speaker || entity.is_some() && mention.entity == entity
        });
        let gender = same
            .find(|mention| mention.marks & (MALE | FEMALE) != 0)
            .map_or(0, |mention| mention.marks & (MALE | FEMALE));
        if gender == MALE | FEMALE { 0 } else { gender }
    }

    /// What is told of somebody's gender later holds for the mentions before: "A former minister said … He knew".
    pub(super) fn tell_gender(&mut self, speaker: ByteSpan, entity: Option<u32>, gender: u32) {
        if gender == 0 || gender == MALE | FEMALE {
            return;
        }
        for mention in &mut self.mentions {
            let is_same =
                mention.speaker == speaker || entity.is_some() && mention.entity == entity;
            if is_same && mention.marks & (MALE | FEMALE | PLURAL | BODY) == 0 {
                mention.marks |= gender;
            }
        }
    }

    /// Returns whom a pronoun inside a sentence means; one that is an object does not mean its subject.
    pub(super) fn spoken_of(&self, pronoun: u32, before: u32, is_object: bool) -> Option<Mention> {
        if !is_object {
            return self.antecedent(pronoun, before, &Within::default());
        }
        let others = Self {
            mentions: self
                .mentions
                .iter()
                .filter(|mention| mention.sentence != self.sentence)
                .copied()
                .collect(),
            ..*self
        };
        others.antecedent(pronoun, before, &Within::default())
    }

    /// Returns whom a pronoun of these marks means that stands at `before`, of those mentioned before it.
    ///
    /// Nearness counts most, then that the gender is told and not only possible, then being the subject,
    /// then having spoken. Where the words themselves speak of a "he" or a "she", the one who spoke before is
    /// meant, rather than the one who was spoken of; who is named in them rather does not say them.
    pub(super) fn antecedent(&self, pronoun: u32, before: u32, within: &Within) -> Option<Mention> {
        let is_of_another = pronoun & within.about & (MALE | FEMALE) != 0;
        let mut best: Option<(u32, Mention)> = None;
        for mention in &self.mentions {
            let is_person = mention.entity.is_some() && pronoun & BODY != 0;
            // "One customer, who did not want to be named, said … they said"
            let is_anyone = pronoun == PRONOUN | PLURAL
                && mention.entity.is_none()
                && mention.part == Part::Speaker
                && mention.marks & PERSON != 0
                && mention.marks & (MALE | FEMALE | PLURAL | BODY) == 0;
            let agrees = agree(pronoun, mention.marks) || is_anyone;
            if mention.speaker.end > before || is_person || !agrees {
                continue;
            }
            let mut score = 50
                - 3 * (self.sentence - mention.sentence).min(8)
                - 3 * (self.block - mention.block).min(4);
            if is_anyone {
                score = score.saturating_sub(4);
            }
            // The first who is named in a sentence is what it is about, be he its subject or not.
            score += u32::from(mention.opens);
            if pronoun & mention.marks & (MALE | FEMALE | PLURAL) != 0 {
                score += 3;
            }
            let is_of_another =
                is_of_another && mention.block == self.block || within.answers_narrator;
            score += match mention.part {
                Part::Subject => 3,
                Part::Speaker => 2 + 12 * u32::from(is_of_another),
                Part::Telling => 3 + 12 * u32::from(is_of_another),
                Part::Asked => 6,
                Part::Told => 3,
                Part::Other => 0,
            };
            // A nurse who passes is rather not spoken of again.
            if mention.entity.is_none() && mention.part == Part::Other {
                score = score.saturating_sub(1);
            }
            // Nobody speaks of himself by name, or answers himself.
            if within
                .asker
                .is_some_and(|asker| asker.start == mention.speaker.start)
            {
                score = score.saturating_sub(12);
            }
            if mention
                .entity
                .is_some_and(|entity| within.named.contains(&entity))
            {
                score = score.saturating_sub(12);
            }
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

pub(super) fn agree(pronoun: u32, marks: u32) -> bool {
    if pronoun & PLURAL != 0 {
        return marks & PLURAL != 0 || marks & BODY != 0;
    }
    if pronoun & BODY != 0 {
        // What no word says to be a person may be a firm.
        return marks & BODY != 0 || marks & (PERSON | MALE | FEMALE | PLURAL) == 0;
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
    for (at, item) in items.iter().enumerate() {
        let gender = item.marks & (MALE | FEMALE);
        // "Hoda Khalil": a surname that men are called by as well.
        let is_surname = !item.is(PERSON)
            && at > 0
            && items[at - 1].is_capital()
            && items[at - 1].marks & !GERUND == 0;
        if gender != 0
            && !is_surname
            && marks & (MALE | FEMALE) == 0
            && item.is(PERSON | GIVEN)
            && !item.is_possessive()
        {
            marks |= gender;
        }
    }
    let is_noun = |item: &&Item| item.is(PERSON | BODY) && !item.is_possessive();
    // "A militia commander on the far bank" is a commander.
    let nouns = items.iter().skip_while(|item| !is_noun(item));
    let head = nouns.take_while(is_noun).last();
    // "one of the captains" is one.
    let is_one_of =
        matches!(items, [one, of, ..] if one.is(DETERMINER) && !one.is(PLURAL) && of.is(OF));
    if let Some(head) = head {
        if !is_one_of {
            marks |= head.marks & PLURAL;
        }
        let is_named_person = named.is_some_and(|name| name.kind == NameKind::Person);
        marks |= head.marks & PERSON;
        if !head.is(PERSON) && !is_named_person {
            marks |= BODY;
        }
    }
    if named.is_some_and(|name| name.kind == NameKind::Person) {
        marks |= PERSON;
    }
    let first = items.first().map_or(0, |first| first.marks);
    // "The other disagreed"
    let is_other = matches!(items, [the, other] if the.is(DETERMINER) && other.is(DETERMINER));
    // "the Dane": one of a people, where the name layer knows no body of the name.
    // "another", "one"
    let is_single = items.len() == 1 && first & PLURAL == 0;
    let is_of_people = matches!(items, [_, people] if people.is_capital()) && named.is_none();
    if head.is_none()
        && first & DETERMINER != 0
        && !is_one_of
        && !is_of_people
        && !is_other
        && !is_single
    {
        marks |= PLURAL | BODY;
    }
    // "Minutes of the meeting say"
    let is_thing = head.is_none()
        && named.is_none()
        && items.len() > 2
        && items.last().is_some_and(|last| !last.is_capital())
        && !items.iter().any(|item| item.is(GIVEN));
    if is_thing && first & (PERSON | PRONOUN) == 0 && !is_one_of {
        marks |= BODY;
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
