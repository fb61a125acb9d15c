//! What a name is by its words alone, or by the small word beside it.

use super::super::NameKind;
use super::super::lexicon::{class, hash_word};
use super::super::words::{Shape, Word, gap, name_hash};
use super::extent::is_for_place;
use super::{Candidate, Chunker, is_any};

impl Chunker<'_> {
    /// Returns `Some(Some(kind))` where the words alone say what it is, `Some(None)` where the context has to,
    /// `None` where it is no name.
    pub(super) fn lexical_kind(
        &self,
        name: &[Word],
        whole: u64,
        after_the: bool,
    ) -> Option<Option<NameKind>> {
        let [word] = name else {
            if whole & (class::PLACE | class::ORG) != 0 {
                return Some(Some(if whole & class::PLACE != 0 {
                    NameKind::Place
                } else {
                    NameKind::Org
                }));
            }
            if is_for_place(name) {
                return Some(Some(NameKind::Org));
            }
            // "the Prague Spring"
            if let [first, spring] = name
                && first.is(class::PLACE | class::PEOPLE)
                && spring.hash == hash_word("spring")
            {
                return Some(Some(NameKind::Other));
            }
            if name.iter().all(|word| {
                word.is(class::PEOPLE | class::COMMON)
                    && !word.is(class::ORG_HEAD | class::PLACE | class::GIVEN)
            }) {
                let last = &name[name.len() - 1];
                return last.is(class::PEOPLES).then_some(Some(NameKind::Group));
            }
            if name
                .iter()
                .all(|word| word.is(class::PEOPLE | class::PEOPLES))
                && name[name.len() - 1].is(class::PEOPLES)
            {
                return Some(Some(NameKind::Group));
            }
            return Some(None);
        };
        let n_bytes = word.end - word.start;
        let is_upper = word.shape == Shape::Upper;
        if whole & class::NEEDS_CAPITALS != 0 {
            let fits = is_upper || (after_the && n_bytes >= 4);
            return fits.then_some(Some(NameKind::Place));
        }
        if whole & class::PEOPLES != 0 {
            return Some(Some(NameKind::Group));
        }
        if whole & class::PLACE != 0 {
            return Some(Some(NameKind::Place));
        }
        if whole & class::ORG != 0 && (is_upper || n_bytes > 4) {
            return Some(Some(NameKind::Org));
        }
        let never = class::FUNCTION | class::CALENDAR | class::PEOPLE;
        if (whole & never != 0 && whole & class::GIVEN == 0) || word.shape == Shape::Initial {
            return None;
        }
        let text = self.word_text(word);
        if text.ends_with("ism") {
            return None;
        }
        let is_party = ["D-", "R-", "I-"]
            .iter()
            .any(|party| text.starts_with(party));
        // "Ph.D."
        let is_degree = text == "Ph";
        if (is_upper && whole & class::LETTERS != 0) || is_party || is_degree {
            return None;
        }
        Some(None)
    }

    /// Tells whether the words name a ship, a book or the like: "the ferry Princess Helena", and later the name alone.
    pub(super) fn is_thing(&mut self, words: &[Word], from: usize, to: usize) -> bool {
        const THINGS: &str = "ship tanker ferry ketch yacht trawler frigate destroyer freighter schooner steamer \
            battleship barge novel memoir film opera ballad album";
        let hash = name_hash(&words[from..to]);
        if self.things.contains(&hash) {
            return true;
        }
        let before = from.checked_sub(1).map(|at| &words[at]);
        let is_led = words[from].gap & !gap::QUOTE == 0
            && before.is_some_and(|word| !word.is_capital() && is_any(self.text, word, THINGS));
        if is_led && to - from > 1 {
            self.things.insert(hash);
        }
        is_led
    }

    /// "the Syrian army" is an organisation, "an Alawite" one of a people.
    pub(super) fn people_and_noun(&mut self, words: &[Word], at: usize) -> bool {
        let word = &words[at];
        if !word.is(class::PEOPLE) || word.is(class::GIVEN | class::PEOPLES) || word.is_possessive {
            return false;
        }
        let next = words.get(at + 1);
        let follows = |wanted: &str, at: usize| {
            words.get(at).is_some_and(|word| {
                word.gap == 0 && !word.is_capital() && is_any(self.text, word, wanted)
            })
        };
        let end = if follows("army navy parliament", at + 1) {
            at + 2
        } else if follows("air", at + 1) && follows("force", at + 2)
            || follows("armed", at + 1) && follows("forces", at + 2)
        {
            at + 3
        } else {
            let is_creed = self.word_text(word).ends_with("ist");
            let after_article = at > 0
                && !is_creed
                && word.gap == 0
                && is_any(self.text, &words[at - 1], "a an fellow");
            let ends = next.is_none_or(|next| {
                next.gap & !gap::QUOTE != 0
                    || next.is(class::FUNCTION | class::AT | class::SAYING) && !next.is_capital()
            });
            if !(after_article && ends) {
                return false;
            }
            at + 1
        };
        let name = &words[at..end];
        self.found.push(Candidate {
            start: word.start,
            end: name[name.len() - 1].end,
            hash: name_hash(name),
            first: word.hash,
            last: name[name.len() - 1].hash,
            kind: Some(if end > at + 1 {
                NameKind::Org
            } else {
                NameKind::Group
            }),
            block: self.block,
            n_words: name.len() as u8,
            opens: word.opens(),
            is_known: true,
            ..Candidate::default()
        });
        true
    }
}
