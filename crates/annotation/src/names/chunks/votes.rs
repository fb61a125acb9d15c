//! What speaks for which kind of name: what stands around it here, its own words in [`words`], what it is said to
//! be in [`descriptions`].

mod bodies;
mod descriptions;
mod words;

use super::super::lexicon::class;
use super::super::words::{Shape, Word, gap};
use super::{Candidate, Chunker, Generation, ORG, PERSON, PLACE, is_any, is_word};

impl Chunker<'_> {
    pub(super) fn vote_by_context(
        &self,
        candidate: &mut Candidate,
        words: &[Word],
        from: usize,
        to: usize,
        after_the: bool,
    ) {
        let first_gap = words[from].gap;
        let before = from.checked_sub(1).map(|at| words[at]);
        let further = from
            .checked_sub(2)
            .map(|at| words[at])
            .filter(|_| before.is_some_and(|word| word.gap == 0));
        let touches = first_gap & !gap::QUOTE == 0;
        if let Some(before) = before.filter(|_| touches) {
            self.vote_by_word_before(candidate, &before, further, words, from);
            if words.get(to).is_none_or(|next| next.gap != gap::HYPHEN) {
                self.vote_for_body_before(candidate, words, from, to);
            }
        } else if first_gap == gap::COMMA
            && let Some(role) = self.role_of_something(words, from, to)
        {
            candidate.votes[PERSON] += 3;
            candidate.role = candidate.role.or(Some(role));
        } else if let Some(before) =
            before.filter(|word| first_gap == gap::COMMA && !word.is_capital())
        {
            // "the regulator, Finma, said"
            let is_closed = words.get(to).is_none_or(|next| next.gap & gap::COMMA != 0);
            // but "the member of parliament, Catriona Weir,"
            let is_of = from > 1 && words[from - 2].is(class::LINK);
            if before.is(class::FIRM) && is_closed && !is_of && self.role_is_short(words, from - 1)
            {
                candidate.votes[ORG] += 4;
            }
            // "his father, Hafez al-Assad"
            if before.is(class::KIN) {
                candidate.votes[PERSON] += 4;
                candidate.is_kin = true;
                candidate.generation = generation_of(&before, Generation::Child);
                candidate.role = candidate.role.or_else(|| self.role_before(words, from - 1));
            } else if before.is(class::ROLE) && self.role_is_short(words, from - 1) {
                candidate.votes[PERSON] += 3;
                candidate.role = candidate.role.or_else(|| self.role_before(words, from - 1));
            }
        }
        let last = words[to - 1];
        let Some(next) = words.get(to) else { return };
        // "HARTFORD, Conn. -"
        let n_bytes = words[from].end - words[from].start;
        if from == 0
            && words[..to].iter().all(|word| word.shape == Shape::Upper)
            && n_bytes > 3
            && next.gap & (gap::COMMA | gap::OTHER | gap::OPEN) != 0
        {
            candidate.votes[PLACE] += 5;
            candidate.votes[ORG] -= 3;
        }
        self.vote_for_body_behind(candidate, words, from, to);
        let votes = &mut candidate.votes;
        if next.gap == 0 {
            if next.is(class::FAMILY) && !next.is_capital() {
                candidate.is_family = !last.is_possessive;
                if candidate.is_family && candidate.kind.is_none() {
                    candidate.end = next.end;
                }
            } else if next.is(class::RULE) && !next.is_capital() {
                votes[PERSON] += 5;
            } else if last.is_possessive && next.is(class::KIN) {
                votes[PERSON] += 4;
            } else if next.is(class::PLACE_NOUN) && !next.is_capital() && !last.is_possessive {
                votes[PLACE] += 3;
            } else if next.is(class::ORG_NOUN) && !next.is_capital() && !last.is_possessive {
                votes[ORG] += 3;
            } else if is_any(self.text, next, "was is has had wants won lost") {
                votes[PERSON] += 1;
            } else if next.is(class::SAYING) && !after_the || is_any(self.text, next, "who whose") {
                votes[PERSON] += 2;
            }
            if last.is_possessive && !after_the && candidate.n_words == 1 {
                candidate.votes[PERSON] += 1;
            }
            if is_word(self.text, next, "the") {
                // "Hafez the grandson"
                if let Some(kin) = words
                    .get(to + 1)
                    .filter(|word| word.gap == 0 && word.is(class::JUNIOR | class::SENIOR))
                {
                    candidate.generation = generation_of(kin, Generation::Younger);
                }
            } else if next.is(class::JUNIOR | class::SENIOR) && next.is_capital() {
                candidate.generation = generation_of(next, Generation::Younger);
            }
        } else if next.gap == gap::COMMA {
            self.vote_by_apposition(candidate, words, from, to);
        }
        if next.gap == gap::OPEN && next.shape == Shape::Number {
            candidate.votes[PERSON] += 1;
        }
    }

    fn vote_by_word_before(
        &self,
        candidate: &mut Candidate,
        before: &Word,
        further: Option<Word>,
        words: &[Word],
        from: usize,
    ) {
        let votes = &mut candidate.votes;
        let is_small = !before.is_capital() || before.opens();
        if before.is(class::KIN) && is_small {
            votes[PERSON] += 4;
            candidate.is_kin = true;
            candidate.generation = generation_of(before, Generation::Child);
        } else if before.is(class::JUNIOR | class::SENIOR) && is_small {
            candidate.generation = generation_of(before, Generation::Younger);
        }
        if is_any(self.text, before, SIDES) {
            votes[PLACE] += 4;
        }
        if before.is(class::ROLE) && is_small {
            votes[PERSON] += 4;
            candidate.role = candidate.role.or_else(|| self.role_before(words, from - 1));
        } else if before.is(class::ORG_NOUN | class::FIRM) && is_small {
            votes[ORG] += 4;
        } else if before.is(class::SAYING) && is_small && !before.is(class::FUNCTION) {
            votes[PERSON] += 1;
        }
        if !is_small && !before.is(class::AT) {
            return;
        }
        let further_is_one_of =
            |list: &str| further.is_some_and(|word| is_any(self.text, &word, list));
        let further_is =
            |classes: u64| further.is_some_and(|word| word.is(classes) && !word.is_capital());
        if is_word(self.text, before, "as") && further_is(class::ALIAS) {
            let of_whom = (0..6)
                .filter_map(|back| from.checked_sub(3 + back))
                .map(|at| &words[at]);
            if of_whom
                .take_while(|word| !word.is_capital())
                .any(|word| is_word(self.text, word, "who"))
            {
                votes[PERSON] += 5;
            }
        } else if is_word(self.text, before, "of") {
            if further_is(class::PLACE_NOUN | class::SPOT)
                || further_is_one_of("north south east west outside")
            {
                votes[PLACE] += 5;
            } else if further_is(class::KIN) {
                votes[PERSON] += 2;
                // "the second son of Arthur Tallis"
                if further_is(class::JUNIOR) {
                    candidate.generation = Generation::Older;
                    candidate.is_kin = true;
                }
            } else if further_is(class::ORG_NOUN)
                || (candidate.n_words > 1 && further_is(class::ROLE))
            {
                votes[ORG] += 2;
            } else if further_is_one_of(RULED) {
                votes[PLACE] += 4;
            }
        } else if is_word(self.text, before, "for") && further_is(class::ORG_NOUN) {
            votes[ORG] += 4;
        } else if is_any(self.text, before, "in near outside") {
            votes[PLACE] += 3;
        } else if is_any(self.text, before, MOTION) {
            votes[PLACE] += 2;
        } else if is_word(self.text, before, "at") && further_is(class::ROLE) {
            // "chief economist at Fjordbank"
            votes[ORG] += 3;
        } else if is_word(self.text, before, "at") || is_word(self.text, before, "from") {
            // Of a single word nothing else is said: people come from places.
            votes[PLACE] += if candidate.n_words == 1 { 2 } else { 1 };
        } else if is_word(self.text, before, "to") && further_is_one_of(WAYS)
            || is_word(self.text, before, "for") && further_is_one_of(LEAVING)
        {
            votes[PLACE] += 4;
        } else if is_word(self.text, before, "by") && further_is_one_of(RUN_BY) {
            votes[ORG] += 4;
        } else if is_word(self.text, before, "by") && further_is_one_of(LED_BY) {
            votes[PERSON] += 4;
            candidate.role = candidate.role.or_else(|| self.led_before(words, from));
        } else if is_word(self.text, before, "the")
            && further_is(class::SAYING)
            && candidate.n_words > 1
        {
            votes[ORG] += 2;
        } else if is_word(self.text, before, "about") {
            votes[PERSON] += 1;
        }
    }
}

fn generation_of(word: &Word, younger: Generation) -> Generation {
    if word.is(class::JUNIOR) {
        younger
    } else if word.is(class::SENIOR) {
        Generation::Older
    } else {
        Generation::Unsaid
    }
}

/// Before places: "eastern Ladakh", "below Ushguli".
const SIDES: &str = "eastern western northern southern central rural northeastern northwestern southeastern southwestern \
    north-eastern north-western south-eastern south-western downtown below above opposite overlooking";

/// Before places: "through Sorania", "shelled Sirwan".
const MOTION: &str = "into toward towards reached around across via inside through left entered visited reaching leaving \
    shelled bombed besieged captured recaptured seized liberated stormed bombarded off throughout within \
    beyond occupied";

/// Before "to" and a place.
const WAYS: &str = "moving moved move returned return road way route flight train bus highway trip ferry fled flew sailed travelled traveled drove \
    deported extradited passengers";

/// Before "by" and an organisation.
const RUN_BY: &str = "operated owned published managed produced built run manufactured employed financed sponsored insured";

/// Before "for" and a place.
const LEAVING: &str = "left bound departed sailed";

/// Before "by" and a person.
const LED_BY: &str = "led headed chaired commanded founded coached captained edited";

/// Of places: "the mayor of Lypova", "the siege of Sura".
const RULED: &str = "coast shores shore hills people authorities republic gates walls edge centre heart skies roads \
    inhabitants citizens border mayor governor king queen emir bishop archbishop native residents \
    capital port outskirts streets siege fall capture liberation bombing suburb";
