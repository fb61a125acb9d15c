//! What speaks for an organisation around a name: what it owns and does, who works for it, who buys it, whom it plays.

use super::super::super::lexicon::{class, hash_word};
use super::super::super::words::{Shape, Word, gap};
use super::super::{Candidate, Chunker, ORG, PERSON, PLACE, is_any, is_word};

impl Chunker<'_> {
    /// Reads what stands behind a name: "Brandt's shares", "Optimark gained 4 percent", "Pennine, which owns".
    pub(super) fn vote_for_body_behind(
        &self,
        candidate: &mut Candidate,
        words: &[Word],
        from: usize,
        to: usize,
    ) {
        let Some(next) = words.get(to) else { return };
        let votes = &mut candidate.votes;
        if next.gap == gap::COMMA && is_word(self.text, next, "which") {
            votes[PERSON] -= 6;
            votes[PLACE] += 1;
            let mut clause = words[to + 1..]
                .iter()
                .take(2)
                .take_while(|word| word.gap == 0);
            let does = clause.any(|word| word.is(class::TRADING) || is_any(self.text, word, RUN));
            votes[ORG] += if does { 5 } else { 2 };
            return;
        }
        if next.gap == gap::HYPHEN && is_word(self.text, next, "based") {
            votes[PLACE] += 4;
        }
        // "Transport Workers' Union (TWU)"
        let closes = |word: &Word| word.gap & gap::CLOSE != 0;
        let is_abbreviated = next.gap == gap::OPEN && next.shape == Shape::Upper;
        if is_abbreviated && candidate.n_words > 1 && words.get(to + 1).is_some_and(closes) {
            votes[ORG] += 4;
        }
        if next.gap == 0 && !next.is_capital() {
            votes[ORG] += self.votes_of_what_it_has(words, to);
            if !words[to - 1].is_possessive {
                votes[ORG] += self.votes_of_what_it_does(words, from, to);
            }
        }
    }

    /// "Brandt shares", "Brandt's net profit", "Calloway's chief executive".
    fn votes_of_what_it_has(&self, words: &[Word], to: usize) -> i16 {
        let next = &words[to];
        let after = words
            .get(to + 1)
            .filter(|word| word.gap & !gap::HYPHEN == 0 && !word.is_capital());
        let is_chief = is_any(self.text, next, "chief managing")
            && after.is_some_and(|after| is_any(self.text, after, "executive director"));
        let is_second = words[to - 1].is_possessive
            && !next.is(class::FUNCTION)
            && after.is_some_and(|after| after.is(class::ASSET));
        if next.is(class::ASSET) || is_second || is_chief {
            5
        } else {
            0
        }
    }

    /// "Pennine employs 900", "Optimark gained 4 percent", "Rovers manager", "Ashford have won".
    fn votes_of_what_it_does(&self, words: &[Word], from: usize, to: usize) -> i16 {
        let next = &words[to];
        let is_amount = |word: &Word| word.gap & !gap::HYPHEN == 0 && word.shape == Shape::Number;
        if is_any(self.text, next, MOVES) && words.get(to + 1).is_some_and(is_amount) {
            return 5;
        }
        // One name and a verb of many.
        let is_side = is_any(self.text, next, "are were have host face")
            && !self.word_text(&words[to - 1]).ends_with('s')
            && self.begins_clause(words, from);
        let is_body = next.is(class::TRADING) || is_any(self.text, next, STAFF) || is_side;
        if is_body { 3 } else { 0 }
    }

    /// Tells whether nothing stands before a name that a verb behind it could belong to.
    fn begins_clause(&self, words: &[Word], from: usize) -> bool {
        const CONJUNCTIONS: &str = "while but as when after before if because that where";
        let Some(before) = from.checked_sub(1).map(|at| &words[at]) else {
            return true;
        };
        words[from].gap & (gap::DOT | gap::STOP) != 0
            || words[from].gap == 0 && is_any(self.text, before, CONJUNCTIONS)
    }

    /// Reads what stands before a name: "shares in Calloway", "analysts at Vontobel", "against Ashford".
    pub(super) fn vote_for_body_before(
        &self,
        candidate: &mut Candidate,
        words: &[Word],
        from: usize,
        to: usize,
    ) {
        let Some(mut before) = from.checked_sub(1) else {
            return;
        };
        if is_word(self.text, &words[before], "the") && words[before].gap == 0 && before > 0 {
            // "The Bristol hospitals" are no Bristol.
            let is_alone = words.get(to).is_none_or(|next| {
                next.gap != 0 || next.is(class::FUNCTION | class::SAYING | class::AT)
            });
            if !is_alone {
                return;
            }
            before -= 1;
        }
        let word = &words[before];
        let Some(further) = before.checked_sub(1).map(|at| &words[at]) else {
            return;
        };
        if word.gap != 0 || word.is_capital() {
            return;
        }
        let is = |list: &str| is_any(self.text, word, list);
        let votes = &mut candidate.votes;
        let led = LED.iter().find(|(preposition, nouns, _)| {
            is_word(self.text, word, preposition) && is_any(self.text, further, nouns)
        });
        let works =
            further.is(class::ROLE) && !further.is_capital() || is_any(self.text, further, STAFF);
        if further.is(class::ASSET) && is("in of") {
            votes[ORG] += if is("in") { 7 } else { 4 };
        } else if let Some((_, _, weight)) = led {
            votes[ORG] += weight;
        } else if is("of") && self.is_person_before(words, before) {
            // "Amy Clegg of Clegg Dunmore", "Ger Nash of Corofin"
            votes[if candidate.n_words > 1 { ORG } else { PLACE }] += 3;
            votes[PERSON] -= 3;
        } else if is("of") && is_any(self.text, further, "both all formerly") {
            votes[PLACE] += 3;
        } else if works && is("at for")
            // "head of Greenpeace in Norway"
            || is("of") && further.is(class::ROLE) && candidate.n_words == 1 && self.is_in(words, to)
            // "her insurer is Gard"
            || is("is are was were") && self.is_firm(further)
            // "companies such as Parsec"
            || (is("as") && is_word(self.text, further, "such") || is("like including"))
                && self.follows_any(words, before, LIKE)
        {
            votes[ORG] += 4;
        } else if is("against over") && self.follows_any(words, before, GAMES) {
            votes[ORG] += 6;
        } else if is("buy bought buying acquire acquired acquiring") {
            votes[ORG] += 3;
        }
    }

    fn is_in(&self, words: &[Word], at: usize) -> bool {
        words
            .get(at)
            .is_some_and(|next| next.gap == 0 && is_word(self.text, next, "in"))
    }

    /// Tells whether a word in small letters says what a body is, or what several are: `chain`, `chains`.
    pub(super) fn is_firm(&self, word: &Word) -> bool {
        let single = self.word_text(word).strip_suffix('s').map(hash_word);
        word.is(class::FIRM) || single.is_some_and(|one| self.lexicon.class(one) & class::FIRM != 0)
    }

    /// Tells whether one of `list` stands among the three words before `at`.
    fn follows_any(&self, words: &[Word], at: usize, list: &str) -> bool {
        let near = &words[at.saturating_sub(3)..at];
        near.iter()
            .any(|word| word.gap & (gap::DOT | gap::STOP) == 0 && is_any(self.text, word, list))
    }

    /// Tells whether two capitalised words or more end before `of`, as in "Piers Holden of".
    fn is_person_before(&self, words: &[Word], of: usize) -> bool {
        const NO_NAMES: u64 = class::FUNCTION
            | class::ORG_HEAD
            | class::PLACE_HEAD
            | class::PEOPLE
            | class::COMMON
            | class::ORG;
        let [.., first, last] = &words[..of] else {
            return false;
        };
        last.gap == 0
            && last.is_capital()
            && first.is_capital()
            && !last.is(NO_NAMES)
            && !first.is(NO_NAMES | class::PLACE)
    }
}

/// Prepositions before a body, the words before them, and what they say for it.
const LED: [(&str, &str, i16); 8] = [
    ("in", "stake invested investors investment", 7),
    (
        "of",
        "chairman chairwoman chair founder co-founder director boss executive editor headquarters members member \
         shareholders takeover acquisition subsidiary unit arm customers employees owners treasurer",
        4,
    ),
    (
        "at",
        "work works worked working job jobs teaches taught teaching studied studies study lecturers students teachers \
         professors academics presenter apprentice trained",
        4,
    ),
    (
        "for",
        "works worked working job contract bid offer lawyers analysts counsel",
        4,
    ),
    (
        "from",
        "bought loan loans grant grants advice bid offer contract contracts order orders donation donations money \
         funding takeover statement analysts strategists traders students academics graduates",
        4,
    ),
    (
        "with",
        "contract deal merger partnership merge merged agreement",
        4,
    ),
    ("to", "lost defeat losing", 4),
    (
        "by",
        "bought acquired charged fined commissioned funded organised organized issued launched supplied represented \
         made sold developed said backed downgraded audited rated regulated licensed",
        2,
    ),
];

/// Before "such as" and bodies.
const LIKE: &str = "competitors rivals companies firms banks agencies groups papers newspapers charities unions retailers \
    manufacturers organisations organizations publications outlets clubs universities parties carriers airlines brands buyers suppliers lenders sponsors investors";

/// Behind "which": how a body is had by another.
const RUN: &str = "owned run operated represented based listed founded";

/// What prices, shares and shareholders do, before a number.
const MOVES: &str =
    "rose fell gained climbed slipped dropped jumped closed lost added shed holds held owns";

/// Who works for a body, in small letters behind its name or before "at" and "for"; and what only a paper does.
const STAFF: &str = "manager boss executive executives engineer engineers analysts economists consultants lawyers \
    researchers scientists strategists traders striker strikers goalkeeper midfielder coach captain employee employees \
    staff customers customer members spokesperson auditors pilots guard guards reported";

/// Before "against" or "over" and a side.
const GAMES: &str = "draw drew win won victory defeat game match final goal goals lost tie leg played play semi-final \
    quarter-final opener derby fixture";
