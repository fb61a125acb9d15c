//! Whether the clause around a day looks back or ahead.
//!
//! The nearest finite verb decides: before the day, or after it where the day opens its clause. Auxiliaries
//! go before participles ("was expected", "will be held"), and infinitives lean on what governs them.

use super::Grammar;
use super::verbs::{Verb, verb};
use crate::days::lexicon::Word;
use crate::days::scan::Kind;

/// The time of a clause, seen from the day of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::days) enum Tense {
    /// No verb tells it.
    #[default]
    Unknown,
    /// "died on", "was held".
    Past,
    /// "had gone": before the past that is told.
    Pluperfect,
    /// "will meet", "is due", "we leave".
    Ahead,
}

/// The tense of a clause, and whether its verb is one of saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::days) struct Clause {
    pub(in crate::days) tense: Tense,
    pub(in crate::days) is_said: bool,
}

impl From<Tense> for Clause {
    fn from(tense: Tense) -> Self {
        Self {
            tense,
            is_said: false,
        }
    }
}

/// How a verb stands to the day after it.
#[derive(Debug, Clone, Copy)]
struct Reach {
    /// In tokens.
    distance: usize,
    /// "after", "since" between them: what follows has happened.
    is_after: bool,
    /// The day is led by "from", "until", "by", "before", "for".
    is_bound: bool,
}

/// So many tokens before a day are looked at, and so many after one that opens its clause.
const BEFORE: usize = 26;
const AFTER: usize = 14;
/// Present verbs further away than this are of another matter: "is in hospital after an attack on Monday".
const PRESENT: usize = 9;
/// A day this near to a verb of saying is the one on which it was said.
const SAID: usize = 8;

impl Grammar<'_> {
    /// The clause of the expression in the tokens `first..end`.
    pub(super) fn clause(&self, first: usize, end: usize) -> Clause {
        let mut start = first;
        while start > first.saturating_sub(3) && self.is_preposition(start.wrapping_sub(1)) {
            start -= 1;
        }
        let is_owner =
            self.mark(end) == Some('\'') && self.is_glued(end + 1) && self.is_text(end + 1, "s");
        if start == 0 || self.ends_clause(start - 1, start) {
            let clause = self.after(end, is_owner);
            if clause.tense != Tense::Unknown || start == 0 {
                return clause;
            }
        }
        if is_owner {
            // "before Thursday's vote", "ahead of Monday's hearing".
            let leads = self.word_before(first) == Some(Word::Before)
                || self.word_before(first) == Some(Word::Of)
                    && self.is_text(first.wrapping_sub(2), "ahead");
            return if leads { Tense::Ahead } else { Tense::Unknown }.into();
        }
        let clause = self.before(start, first);
        if clause.tense == Tense::Unknown {
            self.after(end, false)
        } else {
            clause
        }
    }

    /// The nearest verb before a place.
    fn before(&self, start: usize, first: usize) -> Clause {
        let mut is_after = (start..first).any(|at| self.follows_event(at));
        let is_bound = (start..first).any(|at| {
            matches!(
                self.word(at),
                Word::From | Word::Over | Word::By | Word::Until | Word::Before
            )
        });
        for at in (start.saturating_sub(BEFORE)..start).rev() {
            if self.ends_clause(at, at + 1) {
                break;
            }
            is_after |= self.follows_event(at);
            let reach = Reach {
                distance: start - at,
                is_after,
                is_bound,
            };
            if let Some(clause) = self.told_by(at, reach) {
                return clause;
            }
        }
        Clause::default()
    }

    /// What a word before a day tells of it; nothing where it tells nothing and another may.
    fn told_by(&self, at: usize, reach: Reach) -> Option<Clause> {
        let present = if reach.distance <= PRESENT && !reach.is_after {
            Tense::Ahead
        } else {
            Tense::Unknown
        };
        let tense = match (self.verb(at), self.auxiliary(at)) {
            // "If nothing changes by Sunday"
            (Verb::None, _) => {
                let is_if = matches!(self.text(at), "if" | "If" | "unless" | "Unless");
                return (is_if || self.is_present_of_pronoun(at)).then(|| present.into());
            }
            (Verb::Gerund | Verb::Intent, Verb::Is) | (Verb::Is, _) => present,
            // "was waiting at the barrier on Wednesday", not "was waiting to go"
            (Verb::Intent, Verb::Was | Verb::Had)
                if !matches!(self.word(at + 1), Word::To | Word::Over) =>
            {
                Tense::Past
            }
            (Verb::Intent, _) => Tense::Ahead,
            (Verb::Gerund, Verb::Was | Verb::Had) => Tense::Past,
            (Verb::Gerund, _) => {
                // "accused of stabbing a man on Monday"
                let is_deed = at > 0 && self.is_preposition(at - 1) && !self.is_preposition(at + 1);
                return is_deed.then(Clause::default);
            }
            (Verb::Past | Verb::Said, Verb::Will) => Tense::Ahead,
            (Verb::Past | Verb::Said, Verb::Is | Verb::Base) => present,
            (Verb::Past | Verb::Said, Verb::Had) => Tense::Pluperfect,
            // "have been offered a seat on Sunday", not "has died on Sunday"
            (Verb::Past | Verb::Said, Verb::Has)
                if !reach.is_after && (reach.is_bound || self.tokens[at].is_quoted) =>
            {
                Tense::Ahead
            }
            (Verb::Past, _) => Tense::Past,
            (Verb::Said, _) => {
                return Some(Clause {
                    tense: Tense::Past,
                    is_said: reach.distance <= SAID,
                });
            }
            (Verb::Base, Verb::Had | Verb::Has | Verb::Did | Verb::Was) => Tense::Past,
            (Verb::Base, Verb::Will) => Tense::Ahead,
            (Verb::Base, _) if self.is_infinitive(at) => return None,
            (Verb::Base, _) => present,
            (Verb::Was | Verb::Did, _) | (Verb::Will, Verb::Had) => Tense::Past,
            (Verb::Had, _) => Tense::Pluperfect,
            // "will have a vote on Monday", "has until Friday"
            (Verb::Has, Verb::Will) | (Verb::Will, _) => Tense::Ahead,
            (Verb::Has, _) if reach.is_bound && !reach.is_after => Tense::Ahead,
            (Verb::Has, _) => Tense::Unknown,
        };
        Some(tense.into())
    }

    /// The first verb after a place.
    fn after(&self, end: usize, is_owner: bool) -> Clause {
        let mut at = self.skip_mark(end, ',');
        let high = (at + AFTER).min(self.tokens.len());
        while at < high {
            if at > end && self.ends_clause(at, at + 1) || self.mark(at) == Some(',') {
                break;
            }
            let tense = match self.verb(at) {
                Verb::None if self.is_present_of_pronoun(at) => Tense::Ahead,
                Verb::None | Verb::Gerund | Verb::Intent => {
                    at += 1;
                    continue;
                }
                Verb::Will => {
                    if self.is_unreal(at) {
                        Tense::Past
                    } else {
                        Tense::Ahead
                    }
                }
                Verb::Had => Tense::Pluperfect,
                Verb::Past | Verb::Said | Verb::Was | Verb::Did => Tense::Past,
                // "Monday's attack is the third", "has killed"
                Verb::Is | Verb::Has | Verb::Base if is_owner => Tense::Unknown,
                Verb::Base if self.is_infinitive(at) => {
                    at += 1;
                    continue;
                }
                Verb::Is | Verb::Has | Verb::Base => Tense::Ahead,
            };
            return tense.into();
        }
        Clause::default()
    }

    /// "would have come", not "shall have a paper": a participle follows.
    fn is_unreal(&self, modal: usize) -> bool {
        if self.verb(modal) != Verb::Will {
            return false;
        }
        let has = (modal + 1..modal + 4).find(|&at| self.verb(at) == Verb::Has);
        has.is_some_and(|at| {
            self.is_adverb_or_be(at + 1)
                || matches!(
                    self.verb(at + 1),
                    Verb::Past | Verb::Said | Verb::Base | Verb::Had
                )
        })
    }

    /// The auxiliary before a participle or a verb: "will be", "has not been", "is due to be"; none where
    /// it stands alone.
    fn auxiliary(&self, verb: usize) -> Verb {
        let mut at = verb;
        let low = verb.saturating_sub(5);
        let mut is_infinitive = false;
        while at > low {
            at -= 1;
            let found = self.verb(at);
            match found {
                // "is to be held", "was to be held"
                Verb::Is | Verb::Was if is_infinitive => return Verb::Will,
                Verb::Will | Verb::Is | Verb::Was | Verb::Had | Verb::Did => return found,
                // "would have been"
                Verb::Has if (at.saturating_sub(3)..at).any(|at| self.is_unreal(at)) => {
                    return Verb::Was;
                }
                // "was to have started on Saturday"
                Verb::Has
                    if at > 1
                        && self.word(at - 1) == Word::To
                        && self.verb(at - 2) == Verb::Was =>
                {
                    return Verb::Will;
                }
                Verb::Has => return Verb::Has,
                // "stays closed"
                Verb::Base if self.text(at).starts_with("stay") => return Verb::Base,
                Verb::Base if self.text(at).starts_with("remain") => return Verb::Base,
                _ => {}
            }
            match self.kind(at) {
                Some(Kind::Word(Word::To)) => is_infinitive = true,
                Some(Kind::Mark('\'')) => {}
                Some(Kind::Word(Word::Other | Word::Just | Word::Only))
                    if self.is_adverb_or_be(at) => {}
                // "have called for roads to be blocked on Monday"
                _ if is_infinitive && self.is_text(at + 2, "be") => return Verb::Will,
                _ => return Verb::None,
            }
        }
        Verb::None
    }

    /// What goes on no clause: marks that end one, and the edge of a quotation. `next` is the place after.
    pub(super) fn ends_clause(&self, at: usize, next: usize) -> bool {
        let (Some(token), Some(after)) = (self.tokens.get(at), self.tokens.get(next)) else {
            return false;
        };
        match token.kind {
            Kind::Mark('.') => !after.is_glued,
            Kind::Mark(
                '!' | '?' | ';' | ':' | '(' | ')' | '“' | '”' | '"' | '«' | '»' | '—' | '–',
            ) => true,
            Kind::Word(Word::Clause) => self.is_text(at, "but") || self.is_text(at, "while"),
            _ => token.is_quoted != after.is_quoted,
        }
    }

    /// "after", "since", "over": what stands behind it has happened.
    fn follows_event(&self, at: usize) -> bool {
        matches!(self.word(at), Word::After | Word::Since | Word::Following)
    }

    fn is_preposition(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            Word::On
                | Word::In
                | Word::At
                | Word::By
                | Word::From
                | Word::Until
                | Word::Since
                | Word::Before
                | Word::After
                | Word::During
                | Word::Over
                | Word::Of
                | Word::The
                | Word::About
                | Word::Early
                | Word::Late
        )
    }

    fn is_infinitive(&self, at: usize) -> bool {
        self.word_before(at) == Some(Word::To) || self.is_text(at.wrapping_sub(1), "let")
    }

    /// "we leave", "she flies": a word after a pronoun that is no past form.
    fn is_present_of_pronoun(&self, at: usize) -> bool {
        let Some(pronoun) = at.checked_sub(1) else {
            return false;
        };
        if !matches!(self.word(at), Word::Other | Word::Beginning | Word::End)
            || !matches!(self.kind(at), Some(Kind::Word(_)))
            || self.is_capital(at)
            || self.is_adverb_or_be(at)
            || pronoun > 0
                && (self.is_preposition(pronoun - 1) || self.verb(pronoun - 1) != Verb::None)
        {
            return false;
        }
        match self.text(pronoun) {
            "we" | "they" | "you" | "I" | "We" | "They" | "You" => true,
            "he" | "she" | "it" | "who" | "which" | "He" | "She" | "It" => {
                self.text(at).ends_with('s') && !self.text(at).ends_with("ss")
            }
            _ => false,
        }
    }

    fn is_adverb_or_be(&self, at: usize) -> bool {
        let text = self.text(at);
        text.ends_with("ly")
            || matches!(
                text,
                "not"
                    | "be"
                    | "been"
                    | "being"
                    | "also"
                    | "now"
                    | "then"
                    | "never"
                    | "still"
                    | "t"
                    | "already"
                    | "yet"
                    | "both"
                    | "always"
                    | "again"
                    | "s"
                    | "re"
                    | "ve"
                    | "ll"
                    | "themselves"
                    | "himself"
                    | "herself"
                    | "all"
            )
    }

    pub(super) fn verb(&self, at: usize) -> Verb {
        let Some(token) = self.tokens.get(at) else {
            return Verb::None;
        };
        let is_after_apostrophe = at > 1
            && self.is_glued(at)
            && self.mark_before(at) == Some('\'')
            && self.word(at - 2) == Word::Clause;
        let is_negated =
            self.mark(at + 1) == Some('\'') && self.is_glued(at + 1) && self.is_text(at + 2, "t");
        match self.text(at) {
            "s" | "re" | "m" if is_after_apostrophe => return Verb::Is,
            "ve" if is_after_apostrophe => return Verb::Has,
            "ll" if is_after_apostrophe => return Verb::Will,
            "won" if is_negated => return Verb::Will,
            // "Would he be here?" asks, "Will" is somebody's name.
            _ if token.is_capital => {
                let opens = at == 0 || self.ends_clause(at - 1, at);
                return if opens && token.kind == Kind::Word(Word::Will) {
                    Verb::Will
                } else {
                    Verb::None
                };
            }
            // "set for Friday", not "set on fire on Friday"
            "set" if !matches!(self.word(at + 1), Word::To | Word::Over) => return Verb::Past,
            _ => {}
        }
        match token.kind {
            Kind::Word(Word::Will) => Verb::Will,
            Kind::Word(Word::Other | Word::Clause | Word::Counted) => verb(self.text(at)),
            _ => Verb::None,
        }
    }

    pub(super) fn is_text(&self, at: usize, word: &str) -> bool {
        self.text(at) == word
    }

    pub(super) fn text(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| {
            self.text
                .get(token.start as usize..token.end as usize)
                .unwrap_or_default()
        })
    }
}
