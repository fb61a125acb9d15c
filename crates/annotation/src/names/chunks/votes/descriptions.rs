//! What a text says that someone or something is: appositions, and the roles before a name.

use super::super::super::lexicon::class;
use super::super::super::words::{Shape, Word, gap};
use super::super::{Candidate, Chunker, Generation, ORG, PERSON, PLACE, is_any, is_word};
use super::generation_of;
use corpus::ByteSpan;

impl Chunker<'_> {
    /// Reads what follows a comma: an age, a place, a description.
    pub(super) fn vote_by_apposition(
        &self,
        candidate: &mut Candidate,
        words: &[Word],
        from: usize,
        to: usize,
    ) {
        let next = &words[to];
        let closed = words
            .get(to + 1)
            .is_none_or(|word| word.gap & gap::COMMA != 0);
        if next.shape == Shape::Number && next.end - next.start == 2 && closed {
            candidate.votes[PERSON] += 5;
        } else if next.is(class::PLACE) && next.is_capital() && !next.is_possessive {
            candidate.votes[PLACE] += 2;
            candidate.is_known |= candidate.opens;
        } else if is_word(self.text, next, "who") {
            // "a driver from Gdansk, who was asleep"
            let after_place = from > 0 && words[from].gap == 0 && words[from - 1].is(class::AT);
            candidate.votes[PERSON] += if after_place { 0 } else { 3 };
        } else if next.is(class::KIN) && !next.is_capital() {
            candidate.votes[PERSON] += 1;
        }
        let opens = "a an the then former his her one now their";
        let is_owned = next.is_possessive
            && (next.is(class::PLACE) || words.get(to + 1).is_some_and(|word| word.is(class::KIN)));
        if !is_owned && !is_any(self.text, next, opens) && !next.is(class::ROLE) {
            return;
        }
        self.vote_by_what_it_is(candidate, words, to);
        let mut role_end = None;
        for (at, word) in words.iter().enumerate().skip(to).take(9) {
            if at > to && word.gap & !(gap::QUOTE | gap::OTHER) != 0 {
                break;
            }
            if word.is(class::ROLE | class::KIN) && !word.is_capital()
                || word.is(class::TITLE) && word.is_capital()
            {
                role_end = Some(at);
                if at <= to + 2 && word.is(class::JUNIOR | class::SENIOR) {
                    let the = is_word(self.text, next, "the");
                    candidate.generation = generation_of(
                        word,
                        if the {
                            Generation::Younger
                        } else {
                            Generation::Child
                        },
                    );
                }
                break;
            }
        }
        if let Some(end) = role_end {
            candidate.votes[PERSON] += 3;
            let behind = end + 1..words.len().min(end + 12);
            let stop = behind
                .clone()
                .take(7)
                .find(|&at| words[at].gap & !(gap::QUOTE | gap::HYPHEN) != 0)
                // "leader of the coalition and a long-time ally of the president"
                .or_else(|| {
                    behind
                        .clone()
                        .find(|&at| is_any(self.text, &words[at], "and who whose which"))
                })
                .unwrap_or(end + 1);
            // "in Sarn, the former official said": who speaks is someone else.
            let speaks = words
                .get(end + 1)
                .is_some_and(|word| word.gap == 0 && word.is(class::SAYING & !class::FUNCTION));
            if !speaks {
                let role = ByteSpan::new(next.start, words[stop - 1].end);
                candidate.role = candidate.role.or(Some(role));
            }
        }
    }

    /// "Sirwan, a village of three thousand", "Halcyon Trading, a company registered in Limassol".
    fn vote_by_what_it_is(&self, candidate: &mut Candidate, words: &[Word], to: usize) {
        // "Litoral, Ecuador's fourth-largest lender"
        let is_owned = words[to].is_possessive && words[to].is(class::PLACE);
        if !is_owned && !is_any(self.text, &words[to], "a an the one") {
            return;
        }
        let beside = words.iter().enumerate().skip(to + 1).take(5);
        for (at, word) in beside.take_while(|(_, word)| word.gap & !gap::HYPHEN == 0) {
            let is_whence = word.is_capital() && word.is(class::PLACE | class::PEOPLE);
            if is_whence {
                continue;
            }
            if word.is_capital() || word.is(class::LINK | class::AT) {
                break;
            }
            // The head of the phrase: "a company director" is a person.
            let is_head = words.get(at + 1).is_none_or(|next| {
                next.gap & !gap::HYPHEN != 0
                    || next.is(class::LINK | class::AT | class::FUNCTION)
                    || !next.is(class::ROLE | class::SPOT | class::FIRM)
            });
            if !is_head {
                continue;
            }
            if word.is(class::ROLE | class::KIN) {
                break;
            }
            if word.is(class::SPOT) {
                candidate.votes[PLACE] += 6;
                break;
            }
            if self.is_firm(word) {
                candidate.votes[ORG] += 6;
                // "Nadia Haddad, a shrewd operator", but "Arno Glass, a firm"
                let noun = self.word_text(word);
                let may_be_person = self.lexicon.class(candidate.first) & class::GIVEN != 0
                    && (noun.ends_with("er") || noun.ends_with("or"));
                candidate.votes[PERSON] -= if may_be_person { 0 } else { 3 };
                break;
            }
        }
    }

    /// Returns the description that ends with the role at `at`, from its article on where it has one: "a former
    /// colonel", "the country's new leader"; of "a feared figure named" what is before the last word.
    pub(super) fn role_before(&self, words: &[Word], at: usize) -> Option<ByteSpan> {
        // "He called Proudhon" describes nobody.
        if is_any(self.text, &words[at], "named called") {
            let noun = at.checked_sub(1).filter(|_| words[at].gap == 0)?;
            let from = self.article_before(words, noun)?;
            return Some(ByteSpan::new(words[from].start, words[noun].end));
        }
        let from = self.article_before(words, at).unwrap_or_else(|| {
            let mut from = at;
            while from > 0 && at - from < 5 && words[from].gap == 0 {
                let word = &words[from - 1];
                let plain = word.is(class::PEOPLE | class::COMMON | class::ROLE)
                    || !word.is(class::FUNCTION | class::AT | class::SAYING | class::LINK)
                        && !word.is_capital();
                if !plain {
                    break;
                }
                from -= 1;
            }
            from
        });
        Some(ByteSpan::new(words[from].start, words[at].end))
    }

    /// Returns the description before a comma and a name that says what somebody is of: "the president of the
    /// Teachers' Union, Ewa Zielinska". Of "after meeting the mayor of Radlow, Stefan Nowak left" it says nothing.
    pub(super) fn role_of_something(
        &self,
        words: &[Word],
        from: usize,
        to: usize,
    ) -> Option<ByteSpan> {
        let ends = words.get(to).is_none_or(|next| {
            next.gap & (gap::COMMA | gap::DOT | gap::STOP | gap::CLOSE) != 0
                || is_word(self.text, next, "and")
        });
        let last = from.checked_sub(1).filter(|_| ends)?;
        let mut at = last;
        while at > 0 && last - at < 9 && words[at].gap & !(gap::HYPHEN | gap::AMPERSAND) == 0 {
            let word = &words[at];
            let is_of = is_any(self.text, word, "of for at");
            let noun = &words[at - 1];
            if is_of && noun.is(class::ROLE) && (!noun.is_capital() || noun.opens()) {
                let begin = self.article_before(words, at - 1)?;
                return Some(ByteSpan::new(words[begin].start, words[last].end));
            }
            let is_inside = word.is_capital()
                || word.is(class::LINK)
                || is_word(self.text, word, "the")
                || !word.is(class::FUNCTION | class::SAYING);
            if !is_inside {
                return None;
            }
            at -= 1;
        }
        None
    }

    /// Returns what somebody leads, with the words that say so: "The league, led by".
    pub(super) fn led_before(&self, words: &[Word], from: usize) -> Option<ByteSpan> {
        let led = from.checked_sub(2)?;
        let is_thing = |word: &Word| {
            word.is_capital() && !word.is(class::FUNCTION) || word.is(class::FIRM | class::ORG_NOUN)
        };
        let noun = (led.saturating_sub(3)..led)
            .rev()
            .find(|&at| is_thing(&words[at]))?;
        let between = &words[noun + 1..=led];
        let goes_on = between
            .iter()
            .all(|word| word.gap & !gap::COMMA == 0 && !word.is(class::SAYING & !class::FUNCTION));
        let mut begin = noun;
        while begin > 0 && noun - begin < 7 && words[begin].gap == 0 {
            begin -= 1;
            if is_any(self.text, &words[begin], "the a") {
                break;
            }
            if !words[begin].is_capital() && !words[begin].is(class::LINK) {
                begin += 1;
                break;
            }
        }
        goes_on.then(|| ByteSpan::new(words[begin].start, words[from - 1].end))
    }

    /// Returns where the noun phrase that ends at `at` begins, with its article or whose it is.
    fn article_before(&self, words: &[Word], at: usize) -> Option<usize> {
        const ARTICLES: &str = "a an the his her their its our one";
        let mut owner = None;
        for from in (at.saturating_sub(6)..at).rev() {
            if words[from + 1].gap & !gap::HYPHEN != 0 {
                break;
            }
            let word = &words[from];
            if is_any(self.text, word, ARTICLES) {
                return Some(from);
            }
            let before = from.checked_sub(1).map(|before| &words[before]);
            // "the army accused", but "a widely feared", "a retired".
            let is_verb = self.word_text(word).ends_with("ed")
                && !before.is_some_and(|before| {
                    self.word_text(before).ends_with("ly") || is_any(self.text, before, ARTICLES)
                });
            if is_verb || word.is(class::FUNCTION | class::AT | class::SAYING | class::LINK) {
                break;
            }
            if word.is_possessive {
                owner = Some(from);
            }
        }
        owner
    }

    /// Tells whether the role at `at` begins a clause: "The president, Salva Kiir".
    pub(super) fn role_is_short(&self, words: &[Word], at: usize) -> bool {
        (0..4).any(|back| {
            at.checked_sub(back).is_some_and(|at| {
                is_any(self.text, &words[at], "a an the his her their") || words[at].is_possessive
            })
        })
    }
}
