//! What the words of a name say of its kind.

use super::super::super::lexicon::class;
use super::super::super::words::{Shape, Word, gap};
use super::super::{Candidate, Chunker, GROUP, ORG, PERSON, PLACE, is_any, is_word};

impl Chunker<'_> {
    pub(in super::super) fn vote_by_words(
        &self,
        candidate: &mut Candidate,
        name: &[Word],
        after_the: bool,
    ) {
        let votes = &mut candidate.votes;
        let first = &name[0];
        let last = &name[name.len() - 1];
        if let [word] = name {
            let n_bytes = word.end - word.start;
            if word.is(class::GIVEN) {
                votes[PERSON] += 3;
            }
            if word.shape == Shape::Upper && n_bytes <= 6 {
                votes[ORG] += 3;
            }
            let text = self.word_text(word);
            if is_coined(text) {
                votes[ORG] += 4;
            }
            if [
                "stan", "abad", "burg", "grad", "ville", "shire", "town", "istan", "pur", "nagar",
                "polis", "wala",
            ]
            .iter()
            .any(|end| text.ends_with(end))
            {
                votes[PLACE] += 1;
            }
            if text.ends_with('s') && after_the {
                votes[GROUP] += if text.ends_with("is")
                    || text.ends_with("ites")
                    || text.ends_with("ists")
                    || text.ends_with("ians")
                {
                    3
                } else {
                    1
                };
            }
            if after_the {
                votes[PERSON] -= 2;
                votes[ORG] += 1;
            }
            return;
        }
        let inner = &name[1..];
        // "Aker BP", "TechnipFMC Systems", but not "Miriam Oduya KC"
        let is_letters = |word: &Word| word.shape == Shape::Upper && !word.is(class::LETTERS);
        if name.iter().any(|word| is_coined(self.word_text(word)))
            || (is_letters(first) != is_letters(last)) && !first.is(class::GIVEN | class::TITLE)
        {
            votes[ORG] += 4;
        }
        let n_common = name
            .iter()
            .filter(|word| word.shape != Shape::Initial)
            .filter(|word| {
                self.word_text(word).ends_with("ism")
                    || word.is(class::COMMON | class::PEOPLE | class::FUNCTION | class::CALENDAR)
                        && !word.is(class::GIVEN | class::PARTICLE)
                    || (self.small.contains(&word.hash)
                        && word.class & (class::GIVEN | class::PARTICLE | class::PLACE) == 0
                        && !self.has_article(word))
            })
            .count();
        let has_link = inner
            .iter()
            .any(|word| !word.is_capital() && word.is(class::LINK) && !word.is(class::PARTICLE));
        if first.is(class::GIVEN) {
            votes[PERSON] += 6;
        } else if first.is(class::FAMILY_FIRST) && name.len() <= 3 {
            votes[PERSON] += 4;
        }
        if inner
            .iter()
            .any(|word| word.is(class::PARTICLE) && !word.is_capital() || self.has_article(word))
        {
            votes[PERSON] += 2;
        }
        if inner.iter().any(|word| word.shape == Shape::Initial)
            || (first.shape == Shape::Initial && name.len() <= 4)
        {
            votes[PERSON] += 3;
        }
        if last.is(class::ORG_SUFFIX) {
            votes[ORG] += 9;
        } else if first.is(class::ORG_FIRST) && !first.is(class::GIVEN) {
            votes[ORG] += 8;
        } else if last.is(class::ORG_HEAD) && !last.is(class::GIVEN)
            || is_word(self.text, last, "room")
                && is_word(self.text, &name[name.len() - 2], "operations")
            || (has_link && first.is(class::ORG_HEAD))
        {
            votes[ORG] += 9;
            // "Kent County Council", though men are called Kent.
            votes[PERSON] -= if name.len() > 2 { 4 } else { 0 };
        } else if last.is(class::PLACE_HEAD) {
            let is_sure = is_any(self.text, last, SURE_PLACES);
            votes[PLACE] += if is_sure { 12 } else { 8 };
        } else if has_link && name.iter().any(|word| word.is(class::ORG_HEAD)) {
            votes[ORG] += 6;
        } else if first.is(class::PLACE_FIRST)
            && name.len() <= 3
            && n_common <= usize::from(first.is(class::COMMON))
        {
            votes[PLACE] += 5;
        } else if name.iter().any(|word| word.gap & gap::AMPERSAND != 0) {
            votes[ORG] += 6;
        }
        // "University Hospital Galway", "Natur og Ungdom"
        let is_headed = first.is(class::ORG_HEAD)
            && !first.is(class::GIVEN | class::COMMON)
            && (name[1].is(class::ORG_HEAD) || last.is(class::PLACE) || last.class == 0);
        let is_foreign_pair = inner
            .iter()
            .any(|word| !word.is_capital() && is_any(self.text, word, "og und och"));
        if is_headed || is_foreign_pair {
            votes[ORG] += 4;
        }
        if (1..name.len() - 1).any(|at| self.class_of(&name[at..]) & class::ORG != 0) {
            votes[ORG] += 8;
        }
        let before_last = self.class_of(&name[..name.len() - 1]);
        if before_last & class::PLACE != 0 && last.class == 0 && self.word_text(last).ends_with('s')
        {
            votes[ORG] += 6;
            votes[PLACE] -= 6;
            votes[PERSON] -= 4;
        }
        if is_word(self.text, first, "abu") && name.len() == 2 {
            // Abu Muhammad or Abu Kamal: the context has to say.
            votes[PERSON] -= 1;
        }
        if n_common > 0 && !first.is(class::GIVEN) {
            votes[PERSON] -= 6;
        } else if name.len() <= 3 && !has_link && !last.is(class::PLACE) {
            votes[PERSON] += 2;
        }
        if after_the && !candidate.has_title {
            votes[PERSON] -= 4;
            votes[ORG] += 1;
            // "the Evening Star"
            let is_periodical = is_any(self.text, first, PERIODICALS);
            votes[ORG] += if is_periodical { 4 } else { 0 };
        }
    }
}

/// Tells whether a single word is made like the name of a company or an institution: `NatWest`, `G4S`, `Staatsoper`.
fn is_coined(word: &str) -> bool {
    /// Ends of compounds in English and German that names of people do not have.
    const ENDS: [&str; 28] = [
        "bank",
        "banken",
        "forbund",
        "partiet",
        "verket",
        "tech",
        "soft",
        "corp",
        "pharma",
        "media",
        "telecom",
        "airways",
        "oper",
        "theater",
        "museum",
        "partei",
        "verein",
        "gericht",
        "ministerium",
        "gesellschaft",
        "verband",
        "stiftung",
        "bladet",
        "zeitung",
        "blatt",
        "avisen",
        "tidende",
        "posten",
    ];
    /// After these a capital stands in the names of people.
    const NAMED_SO: [&str; 12] = [
        "Mc", "Mac", "De", "Di", "Da", "La", "Le", "Van", "Fitz", "Al", "Du", "Ter",
    ];
    let mut before = ' ';
    let mut capital_inside = None;
    let mut has_digit = false;
    for (at, c) in word.char_indices() {
        if before.is_lowercase() && c.is_uppercase() && capital_inside.is_none() {
            capital_inside = Some(at);
        }
        has_digit |= c.is_ascii_digit();
        before = c;
    }
    let is_camel = capital_inside.is_some_and(|at| !NAMED_SO.contains(&&word[..at]));
    let is_compound = word.len() > 7
        && ENDS
            .iter()
            .any(|end| word.len() > end.len() + 2 && word.ends_with(end));
    is_camel || has_digit || is_compound
}

/// Heads of places that are no family names, so that "Jackson Street" is nobody.
const SURE_PLACES: &str = "street avenue road boulevard square airport airbase stadium highway station province governorate \
    county district municipality peninsula hotel harbour bridge quay pier wharf mill island";

/// Before the names of newspapers.
const PERIODICALS: &str = "daily evening morning sunday weekly";
