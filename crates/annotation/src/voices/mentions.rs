//! Noting who is spoken of, for the pronouns that follow.

use corpus::ByteSpan;

use super::attribution::{Reader, Speaker};
use super::cues::span_of;
use super::leading::leading_subject;
use super::lexicon::{
    ADDRESSES, ADVERB, BE, BODY, CLAUSE, COORDINATOR, DETERMINER, FEMALE, GERUND, MALE, PARTICIPLE,
    PERSON, PLURAL, PREPOSITION, PRONOUN, RELATIVE, SPEECH, THOUGHT, TIME,
};
use super::people::{Part, Within, agreement, overlapping};
use super::phrases::{Subject, classify, is_cue, noun_phrase_end};
use super::words::Item;
use super::{NameKind, SpeakerRule};

impl Reader<'_> {
    /// Tells whether a subject is somebody, and not a body or a crowd.
    pub(super) fn is_person(&self, items: &[Item], span: ByteSpan) -> bool {
        let named = overlapping(self.names, span)
            .is_some_and(|name| name.span.end == span.end && name.kind == NameKind::Person);
        let start = items.partition_point(|item| item.span.start < span.start);
        let end = items.partition_point(|item| item.span.end <= span.end);
        let is_described = items
            .get(start..end)
            .is_some_and(|items| items.iter().any(|item| item.is(PERSON)));
        // A pronoun's antecedent stands in an earlier block, whose words are gone.
        let is_elsewhere = start >= end;
        (named || is_described || is_elsewhere) && self.marks_of(items, span) & (BODY | PLURAL) == 0
    }

    pub(super) fn marks_of(&self, items: &[Item], span: ByteSpan) -> u32 {
        let start = items.partition_point(|item| item.span.start < span.start);
        let end = items.partition_point(|item| item.span.end <= span.end);
        let marks = if start < end {
            agreement(&items[start..end], self.names)
        } else {
            // Of an earlier block.
            self.people.marks_of(span)
        };
        self.with_known_gender(span, marks)
    }

    /// Notes somebody in the present sentence.
    pub(super) fn remember(
        &mut self,
        speaker: ByteSpan,
        role: Option<ByteSpan>,
        marks: u32,
        part: Part,
    ) {
        let entity = self.bearer(speaker);
        self.people.note(speaker, role, marks, part, entity);
    }

    /// Notes whose words a sentence gives; `pronoun` are the marks of the pronoun that stands for him.
    pub(super) fn note_speaker(&mut self, items: &[Item], speaker: Speaker, pronoun: u32) {
        if speaker.rule == SpeakerRule::Narrator {
            return;
        }
        let spoken = speaker.span.filter(|span| !is_anybody(span.of(self.text)));
        if let Some(span) = spoken {
            let marks = self.marks_of(items, span);
            let start = items.partition_point(|item| item.span.start < span.start);
            let end = items.partition_point(|item| item.span.end <= span.end);
            let words = items.get(start..end).unwrap_or_default();
            let is_unknown = !words.iter().any(|item| item.is(PERSON | BODY))
                && overlapping(self.names, span).is_none()
                && words
                    .first()
                    .is_some_and(|first| first.is(DETERMINER) && !first.is(PLURAL));
            // "The minutes of the meeting"
            let head = words.iter().take_while(|item| !item.is(PREPOSITION)).last();
            let is_several = head.is_some_and(|head| head.span.of(self.text).ends_with('s'));
            // "The supervisor complained": no list knows the noun, but it speaks.
            let marks = if is_unknown && !is_several {
                marks & !(PLURAL | BODY)
            } else {
                marks
            };
            let told = if marks & (MALE | FEMALE) == 0 {
                pronoun & (MALE | FEMALE)
            } else {
                0
            };
            self.people.tell_gender(span, self.bearer(span), told);
            self.remember(span, speaker.role, marks | told, Part::Speaker);
        }
    }

    /// Notes the subject of a sentence, and whom the pronoun at its beginning means.
    pub(super) fn note(&mut self, items: &[Item], subject: Subject, from: usize, to: usize) {
        // "When Saburov heard of it he left"
        if let Subject::Pronoun(at) = subject
            && at > from + 1
        {
            self.note_named(items, from, at, false);
        }
        let owner = items[from..to.min(from + 3)]
            .iter()
            .find(|item| item.is(DETERMINER) && item.is(MALE | FEMALE));
        let pronoun = match subject {
            // Who speaks in the sentence is told by the words as well: see `note_speaker`.
            Subject::Pronoun(_) if items[from..to].iter().any(Item::is_quote) => None,
            Subject::Pronoun(at) if items[at].is(MALE | FEMALE) => {
                Some((&items[at], Part::Subject))
            }
            // "Her niece, Susannah, has the keys" may not be about her.
            Subject::Phrase { speaker, .. }
                if !items[speaker.0..speaker.1]
                    .iter()
                    .any(|item| item.is_capital() && item.span.start > items[from].span.start) =>
            {
                owner.map(|owner| {
                    // "Her mother taught her" is still about her, "His brother keeps a book of his times" less.
                    let is_object = |at: usize| {
                        let next = items[..to].get(at + 1);
                        items[at].marks & owner.marks & (MALE | FEMALE) != 0
                            && next.is_none_or(|next| !next.is_word() || next.is(PREPOSITION))
                    };
                    let is_about = (speaker.1..to).any(is_object);
                    (owner, if is_about { Part::Subject } else { Part::Other })
                })
            }
            _ => owner.map(|owner| (owner, Part::Other)),
        };
        if let Some((pronoun, part)) = pronoun
            && let Some(meant) = self.people.antecedent(
                pronoun.marks & (MALE | FEMALE),
                pronoun.span.start,
                &Within::default(),
            )
        {
            let marks = meant.marks | pronoun.marks & (MALE | FEMALE);
            if part == Part::Subject {
                let bearer = self.bearer(meant.speaker);
                self.people
                    .tell_gender(meant.speaker, bearer, marks & (MALE | FEMALE));
            }
            self.remember(meant.speaker, meant.role, marks, part);
        }
        if let Subject::Phrase { speaker, role } = subject {
            if self.is_common_word(items, speaker)
                || is_anybody(span_of(items, speaker).of(self.text))
            {
                return;
            }
            // "Mum-of-four Tracey Dobbs"
            let speaker = self.name_in(items, speaker).unwrap_or(speaker);
            let end = speaker.1.max(role.map_or(0, |role| role.1));
            let tells = (end..to.min(end + 3)).any(|at| is_cue(items, at, SPEECH | THOUGHT));
            let part = if tells {
                Part::Telling
            } else if self.is_dead(items, end, to) {
                Part::Other
            } else {
                Part::Subject
            };
            let marks = agreement(&items[speaker.0..speaker.1], self.names)
                | role.map_or(0, |role| {
                    agreement(&items[role.0..role.1], self.names) & (MALE | FEMALE)
                });
            self.remember(
                span_of(items, speaker),
                role.map(|role| span_of(items, role)),
                self.with_known_gender(span_of(items, speaker), marks),
                part,
            );
        }
    }

    /// Notes the subject of the last clause of a sentence that quotes somebody: "“Hear, hear,” said a voice,
    /// and the judge looked up.", or that of the clause behind a semicolon.
    pub(super) fn note_joined(&mut self, items: &[Item], from: usize, to: usize, has_quotes: bool) {
        let joined = (from + 1..to)
            .rev()
            .take_while(|&at| !items[at].is_quote())
            .find(|&at| {
                has_quotes && items[at].is(COORDINATOR) && items[at - 1].is_mark(',')
                    || items[at].is_mark(';')
            });
        if let Some(at) = joined
            && let subject @ Subject::Phrase { speaker, .. } = leading_subject(items, at + 1, to)
            && self.is_person(items, span_of(items, speaker))
        {
            self.note(items, subject, at + 1, to);
        }
    }

    /// Tells whether the words behind a subject say that he died: he is not the one who speaks next.
    fn is_dead(&self, items: &[Item], end: usize, to: usize) -> bool {
        let start = end + usize::from(end < to && items[end].is_mark(','));
        (start..to.min(start + 5))
            .take_while(|&at| items[at].is_word() && !items[at].is(RELATIVE | PRONOUN))
            .any(|at| {
                matches!(
                    items[at].span.of(self.text),
                    "died" | "dead" | "killed" | "drowned" | "murdered" | "missing"
                )
            })
    }

    /// Notes whom the pronouns mean that are no subject: "Someone had told him". He who is spoken of by
    /// pronouns stays what a text is about (Grosz, Joshi and Weinstein, "Centering", 1995).
    pub(super) fn note_pronouns(
        &mut self,
        items: &[Item],
        subject: Subject,
        from: usize,
        to: usize,
        has_quotes: bool,
    ) {
        let leading = match subject {
            Subject::Pronoun(at) => items[at].marks,
            _ => 0,
        };
        let mut noted = leading & (MALE | FEMALE);
        for (at, item) in items.iter().enumerate().take(to).skip(from) {
            if item.span.len() > 7 || !item.is_word() {
                continue;
            }
            let (gender, is_object) = match item.span.of(self.text) {
                "he" | "his" | "himself" => (MALE, false),
                "him" => (MALE, true),
                "her" if self.part_behind(items, at) != Part::Other || is_object(items, at, to) => {
                    (FEMALE, true)
                }
                "she" | "her" | "herself" => (FEMALE, false),
                _ => continue,
            };
            let is_addressed = self.part_behind(items, at) != Part::Other;
            if has_quotes && !is_addressed || !has_quotes && noted & gender != 0 {
                continue;
            }
            noted |= gender;
            if let Some(meant) = self.people.spoken_of(gender, item.span.start, is_object) {
                // "I asked whether she thought of the woman": who is a subject again is what it is about.
                let part = match self.part_behind(items, at) {
                    Part::Other if matches!(item.span.of(self.text), "he" | "she") => Part::Subject,
                    part => part,
                };
                self.remember(meant.speaker, meant.role, meant.marks | gender, part);
            }
        }
    }

    /// What somebody is who is named behind a verb: "A journalist asked him".
    fn part_behind(&self, items: &[Item], at: usize) -> Part {
        let Some(verb) = at.checked_sub(1).map(|verb| &items[verb]) else {
            return Part::Other;
        };
        match verb.span.of(self.text) {
            "asked" | "asks" => Part::Asked,
            _ if verb.is(ADDRESSES) && !verb.is_capital() => Part::Told,
            _ => Part::Other,
        }
    }

    /// "As for Abu Haidar, he has raised his prices.", "According to him, they asked why."
    pub(super) fn note_topic(&mut self, items: &[Item], from: usize, to: usize) {
        let word = |at: usize| {
            items[from..to]
                .get(at)
                .map_or("", |item| item.span.of(self.text))
        };
        let begins = match (word(0), word(1)) {
            ("As", "for") | ("According", "to") => from + 2,
            // "For Khalil, the speech passed without notice"
            ("For", _) if items[from..to].get(1).is_some_and(Item::is_capital) => from + 1,
            _ => return,
        };
        if let Some(end) = noun_phrase_end(items, begins, to)
            && (begins > from + 1 || items[..to].get(end).is_some_and(|next| next.is_mark(',')))
            && let Subject::Phrase { speaker, role } = classify(items, begins, end)
            && !items[speaker.0].is(TIME)
        {
            let (span, marks) = self.marked(items, speaker);
            let role = role.map(|role| span_of(items, role));
            self.remember(span, role, marks, Part::Subject);
        }
    }

    /// What the document tells of a person's gender goes before what the words of one mention do.
    fn with_known_gender(&self, span: ByteSpan, marks: u32) -> u32 {
        // "Ms. Sorley" is none of whom "he" is said, though the name may be her father's; "Sorley" may be both.
        let words = span.of(self.text);
        let first = words.split([' ', '.']).next().unwrap_or_default();
        if matches!(first, "Mr" | "Mrs" | "Ms" | "Miss") || self.roles.is_shared(words) {
            return marks;
        }
        let known = self
            .bearer(span)
            .filter(|_| marks & (PLURAL | BODY) == 0)
            .map_or(0, |entity| self.roles.gender(entity));
        if known == 0 && self.roles.is_surname(words) {
            // "Khalil" may be Hoda Khalil.
            marks & !(MALE | FEMALE)
        } else if known == 0 {
            marks
        } else {
            marks & !(MALE | FEMALE) | known
        }
    }

    /// The person of the name layer whom a name or a description means.
    pub(super) fn bearer(&self, span: ByteSpan) -> Option<u32> {
        let named = overlapping(self.names, span)
            .filter(|name| name.span.end == span.end && name.kind == NameKind::Person);
        match named {
            Some(name) => Some(name.entity),
            None => self.roles.bearer(span.of(self.text), span.start),
        }
    }

    /// A single capitalised word that the name layer does not know: it begins its sentence.
    pub(super) fn is_common_word(&self, items: &[Item], speaker: (usize, usize)) -> bool {
        let span = span_of(items, speaker);
        // "Lumenor, the battery maker, will": a word at the start is explained as a name only.
        let is_explained = items.get(speaker.1).is_some_and(|comma| comma.is_mark(','))
            && items
                .get(speaker.1 + 1)
                .is_some_and(|next| next.is(RELATIVE) || next.is(DETERMINER) && !next.is(PLURAL));
        // "Sandling came" is no verb where Peter Sandling was named.
        if is_explained || self.roles.is_surname(span.of(self.text)) {
            return false;
        }
        let is_one_word = speaker.1 == speaker.0 + 1 && items[speaker.0].marks & !GERUND == 0;
        let ends_as_verb = span.of(self.text).ends_with("ing");
        is_one_word
            && (ends_as_verb || !self.names.is_empty())
            && overlapping(self.names, span).is_none()
    }

    /// Notes the persons that the name layer finds in a sentence, in their order; of a sentence that quotes
    /// somebody only whom it asks or tells something.
    pub(super) fn note_named(&mut self, items: &[Item], from: usize, to: usize, has_quotes: bool) {
        // "Pressed by an analyst from Morwen Capital, he conceded": none of these is he.
        let is_asked = items[from].is(SPEECH | GERUND)
            && items[from..to]
                .get(1)
                .is_some_and(|by| by.span.of(self.text) == "by");
        let comma = (from..to).find(|&at| is_asked && items[at].is_mark(','));
        let start = items[comma.unwrap_or(from)].span.start;
        let end = items[to - 1].span.end;
        let first = self.names.partition_point(|name| name.span.start < start);
        let names = &self.names[first..];
        for name in names.iter().take_while(|name| name.span.start < end) {
            if name.kind == NameKind::Person {
                let marks = self.marks_of(items, name.span) & (MALE | FEMALE);
                let at = items.partition_point(|item| item.span.start < name.span.start);
                if items
                    .get(at)
                    .is_none_or(|item| item.span.start != name.span.start)
                {
                    // Inside a quotation.
                    continue;
                }
                // "Asked by Tanner how long it might live, he thought it over."
                let by = at > from + 1 && items[at - 1].span.of(self.text) == "by";
                if by && items[at - 2].is(SPEECH) {
                    continue;
                }
                // "Bruckner’s Seventh"
                if at > from && items[at - 1].is_possessive() && items[at - 1].is_capital() {
                    continue;
                }
                let part = self.part_behind(items, at);
                if !has_quotes || part != Part::Other {
                    self.remember(name.span, None, marks, part);
                }
            }
        }
    }

    /// Notes people who are no subject: "he asked his superiors". "They" may mean them.
    pub(super) fn note_others(&mut self, items: &[Item], from: usize, to: usize) {
        for phrase in self.others(items, from, to) {
            let (span, marks) = self.marked(items, phrase);
            self.remember(span, Some(span), marks, Part::Other);
        }
    }

    /// Returns the descriptions of people in a stretch, but for those that only say what somebody is.
    pub(super) fn others(&self, items: &[Item], from: usize, to: usize) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut at = from;
        while at < to {
            if !items[at].is(PERSON) || items[at].is_capital() || items[at].is_possessive() {
                at += 1;
                continue;
            }
            let start = description_start(items, from, at);
            let end = noun_phrase_end(items, start, to)
                .unwrap_or(at + 1)
                .max(at + 1);
            let span = span_of(items, (start, end));
            // "He is a heavy man" tells of him and brings in nobody.
            let is_predicate = start > from
                && (items[start - 1].is(BE)
                    || items[start - 1].is(ADVERB) && start > from + 1 && items[start - 2].is(BE));
            // "Omar Said, a shy lecturer in Hama, came" neither.
            let is_beside = start > from + 1
                && items[start].is(DETERMINER)
                && items[start - 1].is_mark(',')
                && overlapping(self.names, items[start - 2].span)
                    .is_some_and(|name| name.kind == NameKind::Person);
            if !is_predicate
                && !is_beside
                && !is_anybody(span.of(self.text))
                && (items[start].is(DETERMINER) || items[at].is(PLURAL))
            {
                found.push((start, end));
            }
            at = end + 1;
        }
        found
    }

    /// Returns where a phrase stands, with its number and gender.
    pub(super) fn marked(&self, items: &[Item], (start, end): (usize, usize)) -> (ByteSpan, u32) {
        let span = span_of(items, (start, end));
        let marks = agreement(&items[start..end], self.names);
        (span, self.with_known_gender(span, marks))
    }
}

/// Where the description begins whose noun stands at `noun`: at its article, at most four words before.
fn description_start(items: &[Item], from: usize, noun: usize) -> usize {
    const ENDS: u32 =
        SPEECH | PREPOSITION | CLAUSE | COORDINATOR | RELATIVE | THOUGHT | PARTICIPLE | ADVERB;
    let mut start = noun;
    while start > from
        && noun - start < 4
        && items[start - 1].is_word()
        && !items[start - 1].is(ENDS)
    {
        start -= 1;
        if items[start].is(DETERMINER) {
            break;
        }
    }
    start
}

/// Tells whether "her" stands for a person: no noun that is hers follows.
fn is_object(items: &[Item], at: usize, to: usize) -> bool {
    let next = items[..to].get(at + 1);
    next.is_none_or(|next| !next.is_word() || next.is(PREPOSITION | CLAUSE | COORDINATOR))
}

/// "Somebody" may be anybody; no pronoun of the next sentence stands for him.
fn is_anybody(words: &str) -> bool {
    let words = words.trim_start_matches(|c: char| !c.is_alphabetic());
    if words.starts_with("no ") || words.starts_with("No ") {
        return true;
    }
    ["some", "Some", "any", "Any", "no", "No", "every", "Every"]
        .iter()
        .filter_map(|start| words.strip_prefix(start))
        .any(|rest| matches!(rest, "one" | "body" | " one" | "thing"))
}
