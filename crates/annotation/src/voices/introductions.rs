//! Names that a sentence gives to somebody: "He is called Idris Bey".

use super::NameKind;
use super::attribution::Reader;
use super::lexicon::{ADVERB, BE, FEMALE, MALE, PRONOUN, SPEECH, TIME};
use super::people::{Part, overlapping};
use super::phrases::{Subject, noun_phrase_end};
use super::words::Item;

impl Reader<'_> {
    /// Notes the name that a sentence tells of its subject: "He is called Idris Bey", "Her name is Rima",
    /// "The assistant was Jonas Bakke", "one of them, who gave her name as Dot".
    pub(super) fn note_name_told(
        &mut self,
        items: &[Item],
        subject: Subject,
        from: usize,
        to: usize,
    ) {
        let told = (from + 1..to.min(from + 40)).find(|&at| {
            items[at].is_capital()
                && !items[at].is(TIME | PRONOUN)
                && !items[at].is_possessive()
                && items[at - 1].is_word()
                && !items[at - 1].is_capital()
                && self.tells_name(items, from, at)
        });
        let Some(start) = told else { return };
        // "The boatman’s name was Baltasar"
        let is_owned = items[from..start].iter().any(Item::is_possessive);
        if subject == Subject::None && !is_owned {
            return;
        }
        let end = noun_phrase_end(items, start, to).unwrap_or(start + 1);
        let (span, mut marks) = self.marked(items, (start, end));
        let is_other = overlapping(self.names, span)
            .is_some_and(|name| matches!(name.kind, NameKind::Place | NameKind::Body));
        if is_other {
            return;
        }
        let gender = match subject {
            Subject::Pronoun(at) => items[at].marks,
            Subject::Phrase { speaker, .. } => self.marked(items, speaker).1,
            Subject::None => 0,
        } & (MALE | FEMALE);
        if marks & (MALE | FEMALE) == 0 {
            marks |= gender;
        }
        if subject != Subject::None {
            self.people.name_last_subject(span);
        }
        self.remember(span, None, marks & (MALE | FEMALE), Part::Subject);
    }

    /// Tells whether the words before a capital say that a name follows.
    fn tells_name(&self, items: &[Item], from: usize, at: usize) -> bool {
        let word = |at: usize| items[at].span.of(self.text);
        let named = self
            .names
            .binary_search_by_key(&items[at].span.start, |name| name.span.start)
            .is_ok_and(|place| self.names[place].kind == NameKind::Person);
        match word(at - 1) {
            "is" | "was" => {
                let is_name = at > from + 1 && word(at - 2) == "name";
                (named || is_name)
                    && items[from..at - 1].iter().all(Item::is_word)
                    && at - from <= 7
            }
            "called" | "named" => at >= from + 2 && items[at - 2].is(BE | ADVERB),
            "himself" | "herself" => at >= from + 2 && items[at - 2].is(SPEECH),
            "by" => at >= from + 2 && matches!(word(at - 2), "goes" | "went"),
            "as" => items[at.saturating_sub(6).max(from)..at]
                .iter()
                .any(|item| item.span.of(self.text) == "name"),
            _ => false,
        }
    }
}
