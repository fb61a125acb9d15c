//! What speaks for which kind of name: its words, and those around it.

use super::super::lexicon::class;
use super::super::words::{Shape, Word, gap};
use super::{Candidate, Chunker, GROUP, Generation, ORG, PERSON, PLACE, is_word};
use corpus::ByteSpan;

impl Chunker<'_> {
    pub(super) fn vote_by_words(&self, candidate: &mut Candidate, name: &[Word], after_the: bool) {
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
        } else if last.is(class::PLACE_HEAD) {
            votes[PLACE] += 8;
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
        }
    }

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
        } else if let Some(before) =
            before.filter(|word| first_gap == gap::COMMA && !word.is_capital())
        {
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
            } else if ["was", "is", "has", "had", "wants", "won", "lost"]
                .iter()
                .any(|verb| is_word(self.text, next, verb))
            {
                votes[PERSON] += 1;
            } else if (next.is(class::SAYING) && !after_the)
                || is_word(self.text, next, "who")
                || is_word(self.text, next, "whose")
            {
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
        if before.is(class::ROLE) && is_small {
            votes[PERSON] += 4;
            candidate.role = candidate.role.or_else(|| self.role_before(words, from - 1));
        } else if before.is(class::ORG_NOUN) && is_small {
            votes[ORG] += 4;
        } else if before.is(class::SAYING) && is_small && !before.is(class::FUNCTION) {
            votes[PERSON] += 1;
        }
        if !is_small && !before.is(class::AT) {
            return;
        }
        let further_is_one_of = |list: &[&str]| {
            further.is_some_and(|word| list.iter().any(|one| is_word(self.text, &word, one)))
        };
        let further_is =
            |classes: u32| further.is_some_and(|word| word.is(classes) && !word.is_capital());
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
            if further_is(class::PLACE_NOUN)
                || further.is_some_and(|word| {
                    ["north", "south", "east", "west", "outside"]
                        .iter()
                        .any(|side| is_word(self.text, &word, side))
                })
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
            } else if further_is_one_of(&RULED) {
                votes[PLACE] += 4;
            }
        } else if is_word(self.text, before, "for") && further_is(class::ORG_NOUN) {
            votes[ORG] += 4;
        } else if is_word(self.text, before, "in")
            || is_word(self.text, before, "near")
            || is_word(self.text, before, "outside")
        {
            votes[PLACE] += 3;
        } else if MOTION.iter().any(|word| is_word(self.text, before, word)) {
            votes[PLACE] += 2;
        } else if is_word(self.text, before, "at") && further_is(class::ROLE) {
            // "chief economist at Fjordbank"
            votes[ORG] += 3;
        } else if is_word(self.text, before, "at") || is_word(self.text, before, "from") {
            // Of a single word nothing else is said: people come from places.
            votes[PLACE] += if candidate.n_words == 1 { 2 } else { 1 };
        } else if is_word(self.text, before, "to") && further_is_one_of(&WAYS) {
            votes[PLACE] += 4;
        } else if is_word(self.text, before, "by") && further_is_one_of(&RUN_BY) {
            votes[ORG] += 4;
        } else if is_word(self.text, before, "the")
            && further_is(class::SAYING)
            && candidate.n_words > 1
        {
            votes[ORG] += 2;
        } else if is_word(self.text, before, "about") {
            votes[PERSON] += 1;
        }
    }

    /// Reads what follows a comma: an age, a place, a description.
    fn vote_by_apposition(
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
        } else if next.is(class::PLACE) && next.is_capital() {
            candidate.votes[PLACE] += 2;
            candidate.is_known |= candidate.opens;
        } else if is_word(self.text, next, "who") {
            // "a driver from Gdansk, who was asleep"
            let after_place = from > 0 && words[from].gap == 0 && words[from - 1].is(class::AT);
            candidate.votes[PERSON] += if after_place { 0 } else { 3 };
        } else if next.is(class::KIN) && !next.is_capital() {
            candidate.votes[PERSON] += 1;
        }
        let opens = [
            "a", "an", "the", "then", "former", "his", "her", "one", "now", "their", "bashar",
        ];
        let is_owned =
            next.is_possessive && words.get(to + 1).is_some_and(|word| word.is(class::KIN));
        if !is_owned
            && !opens.iter().any(|word| is_word(self.text, next, word))
            && !next.is(class::ROLE)
        {
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
            let goes_on = ["and", "who", "whose", "which"];
            let behind = end + 1..words.len().min(end + 12);
            let stop = behind
                .clone()
                .take(7)
                .find(|&at| words[at].gap & !(gap::QUOTE | gap::HYPHEN) != 0)
                // "leader of the coalition and a long-time ally of the president"
                .or_else(|| {
                    behind.clone().find(|&at| {
                        let is = |word: &&str| is_word(self.text, &words[at], word);
                        goes_on.iter().any(is)
                    })
                })
                .unwrap_or(end + 1);
            candidate.role = candidate
                .role
                .or(Some(ByteSpan::new(next.start, words[stop - 1].end)));
        }
    }

    /// "Sirwan, a village of three thousand", "Halcyon Trading, a company registered in Limassol".
    fn vote_by_what_it_is(&self, candidate: &mut Candidate, words: &[Word], to: usize) {
        let has_article = ["a", "an", "the", "one"]
            .iter()
            .any(|word| is_word(self.text, &words[to], word));
        if !has_article {
            return;
        }
        let beside = words.iter().enumerate().skip(to + 1).take(5);
        for (at, word) in beside.take_while(|(_, word)| word.gap & !gap::HYPHEN == 0) {
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
                candidate.votes[PLACE] += 5;
                break;
            }
            if word.is(class::FIRM) {
                candidate.votes[ORG] += 5;
                break;
            }
        }
    }

    /// Returns the description that ends with the role at `at`, from its article on where it has one: "a former
    /// colonel", "the country's new leader"; of "a feared figure named" what is before the last word.
    fn role_before(&self, words: &[Word], at: usize) -> Option<ByteSpan> {
        let is_naming = ["named", "called"]
            .iter()
            .any(|naming| is_word(self.text, &words[at], naming));
        // "He called Proudhon" describes nobody.
        if is_naming {
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

    /// Returns where the noun phrase that ends at `at` begins, with its article or whose it is.
    fn article_before(&self, words: &[Word], at: usize) -> Option<usize> {
        const ARTICLES: [&str; 9] = ["a", "an", "the", "his", "her", "their", "its", "our", "one"];
        let mut owner = None;
        for from in (at.saturating_sub(6)..at).rev() {
            if words[from + 1].gap & !gap::HYPHEN != 0 {
                break;
            }
            let word = &words[from];
            if ARTICLES
                .iter()
                .any(|article| is_word(self.text, word, article))
            {
                return Some(from);
            }
            let before = from.checked_sub(1).map(|before| &words[before]);
            // "the army accused", but "a widely feared", "a retired".
            let is_verb = self.word_text(word).ends_with("ed")
                && !before.is_some_and(|before| {
                    let before = self.word_text(before);
                    before.ends_with("ly") || ARTICLES.contains(&before.to_lowercase().as_str())
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
    fn role_is_short(&self, words: &[Word], at: usize) -> bool {
        (0..4).any(|back| {
            at.checked_sub(back).is_some_and(|at| {
                ["a", "an", "the", "his", "her", "their"]
                    .iter()
                    .any(|word| is_word(self.text, &words[at], word))
                    || words[at].is_possessive
            })
        })
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

/// Before places: "through Sorania", "shelled Sirwan".
const MOTION: [&str; 28] = [
    "into",
    "toward",
    "towards",
    "reached",
    "around",
    "across",
    "via",
    "inside",
    "through",
    "left",
    "entered",
    "visited",
    "reaching",
    "leaving",
    "shelled",
    "bombed",
    "besieged",
    "captured",
    "recaptured",
    "seized",
    "liberated",
    "stormed",
    "bombarded",
    "off",
    "throughout",
    "within",
    "beyond",
    "occupied",
];

/// Before "to" and a place.
const WAYS: [&str; 10] = [
    "road", "way", "route", "flight", "train", "bus", "highway", "trip", "ferry", "fled",
];

/// Before "by" and an organisation.
const RUN_BY: [&str; 12] = [
    "operated",
    "owned",
    "published",
    "managed",
    "produced",
    "built",
    "run",
    "manufactured",
    "employed",
    "financed",
    "sponsored",
    "insured",
];

/// Of places: "the mayor of Lypova", "the siege of Sura".
const RULED: [&str; 36] = [
    "coast",
    "shores",
    "shore",
    "hills",
    "people",
    "authorities",
    "republic",
    "gates",
    "walls",
    "edge",
    "centre",
    "heart",
    "skies",
    "roads",
    "inhabitants",
    "citizens",
    "border",
    "mayor",
    "governor",
    "king",
    "queen",
    "emir",
    "bishop",
    "archbishop",
    "native",
    "residents",
    "capital",
    "port",
    "outskirts",
    "streets",
    "siege",
    "fall",
    "capture",
    "liberation",
    "bombing",
    "suburb",
];
