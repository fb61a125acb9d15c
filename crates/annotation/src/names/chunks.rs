//! Chunks of capitalised words, and what speaks for which kind of name.

use super::NameKind;
use super::lexicon::{Lexicon, class, hash_word};
use super::words::{Shape, Word, gap, is_article, name_hash};
use corpus::ByteSpan;
use std::collections::HashSet;

/// Which of two bearers of one name the text means, where it says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub(super) enum Generation {
    /// The text does not say.
    #[default]
    Unsaid,
    /// A child or grandchild in passing: `his son Hafez`.
    Child,
    /// Told apart by it: `Hafez the grandson`, `the younger Hafez`, `Jr.`
    Younger,
    /// A parent or grandparent: `his father, Hafez`, `the elder Hafez`.
    Older,
}

/// What may be a name.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Candidate {
    pub start: u32,
    pub end: u32,
    /// Hash of the whole name.
    pub hash: u64,
    /// Hash of its first word without article.
    pub first: u64,
    /// Hash of its last word without article.
    pub last: u64,
    /// What it is, where its words alone say so.
    pub kind: Option<NameKind>,
    /// What speaks for person, place, organisation and group.
    pub votes: [i16; 4],
    pub role: Option<ByteSpan>,
    pub block: u32,
    pub n_words: u8,
    /// Whether its capital says nothing.
    pub opens: bool,
    /// Whether "the" stands before it.
    pub after_the: bool,
    /// Whether its first word is known as a name.
    pub is_known: bool,
    pub is_family: bool,
    pub has_title: bool,
    pub is_kin: bool,
    pub is_listed: bool,
    pub is_unsure: bool,
    /// An ordinary word that is a name only where it is the family name of someone: `King`, `Park`.
    pub(super) needs_bearer: bool,
    pub generation: Generation,
}

const PERSON: usize = 0;
const PLACE: usize = 1;
const ORG: usize = 2;
const GROUP: usize = 3;

/// Gathers the candidates of a document.
pub(super) struct Chunker<'a> {
    pub text: &'a str,
    pub lexicon: &'a Lexicon,
    /// Words that stand somewhere in the document with a small letter.
    pub small: &'a HashSet<u64>,
    pub found: Vec<Candidate>,
    pub block: u32,
}

impl Chunker<'_> {
    /// Finds the candidates of one block.
    pub(super) fn block_chunks(&mut self, words: &[Word]) {
        let mut at = 0;
        while at < words.len() {
            if starts_name(words, at) {
                let end = chunk_end(words, at);
                self.chunk(words, at, end, None);
                at = end.max(at + 1);
            } else {
                at += 1;
            }
        }
    }

    /// Makes candidates of the words `from..to`; `title` is what stands before them.
    fn chunk(&mut self, words: &[Word], from: usize, to: usize, title: Option<ByteSpan>) {
        let (mut from, mut to) = (from, to);
        while from < to && words[from].is(class::CALENDAR) && !words[from].is(class::GIVEN) {
            from += 1;
        }
        while from < to && ends_badly(&words[to - 1], to - from) {
            to -= 1;
        }
        // "Miriam Oduya KC"
        while to - from > 2
            && words[to - 1].shape == Shape::Upper
            && words[from].shape != Shape::Upper
            && HONOURS
                .iter()
                .any(|honour| is_word(self.text, &words[to - 1], honour))
        {
            to -= 1;
        }
        // "V. Recommendations" is the number of a chapter.
        if from == 0
            && to == words.len()
            && to > 1
            && words[1].gap == gap::DOT
            && self.is_numeral(&words[0])
        {
            from += 1;
        }
        if from >= to {
            return;
        }
        from = self.without_opening(words, from, to);
        if from >= to {
            return;
        }
        let whole = self.class_of(&words[from..to]);
        let last = &words[to - 1];
        let is_org =
            last.is(class::ORG_HEAD | class::ORG_SUFFIX) && to - from > 1 && !last.is(class::GIVEN);
        if to - from > 1
            && whole & (class::PLACE | class::ORG) == 0
            && !is_org
            && title.is_none()
            && !words[from].is(class::ORG_FIRST)
            && let Some((left, begin, end)) = title_run(words, from, to)
        {
            if left > from {
                self.chunk(words, from, left, None);
            }
            let title = ByteSpan::new(words[begin].start, words[end - 1].end);
            if end < to {
                self.chunk(words, end, to, Some(title));
            }
            return;
        }
        // "Reuters Photographer", "Getty Assad".
        if to - from > 1
            && !is_org
            && whole == 0
            && title.is_none()
            && words[from].is(class::ORG)
            && !words[from].is(class::GIVEN)
            && !words[from + 1].is(class::LINK)
            && words[from].end - words[from].start > 3
        {
            self.chunk(words, from, from + 1, None);
            self.chunk(words, from + 1, to, None);
            return;
        }
        // A picture's agency and what the picture shows: "Magnum Photos Syrians celebrate".
        if to - from > 1
            && last.is(class::PEOPLES)
            && !words[to - 2].is(class::PEOPLE | class::COMMON)
        {
            self.chunk(words, from, to - 1, title);
            self.chunk(words, to - 1, to, None);
            return;
        }
        if to - from > 1
            && words[from].is(class::PEOPLE)
            && !words[from].is(class::GIVEN)
            && !is_org
        {
            let rest = self.class_of(&words[from + 1..to]);
            let names_on =
                words[from + 1].is(class::GIVEN) || rest & (class::ORG | class::PLACE) != 0;
            if whole & (class::PLACE | class::ORG) == 0 && names_on {
                from += 1;
            }
        } else if to - from > 2
            && words[from].is(class::PEOPLE)
            && is_org
            && self.class_of(&words[from + 1..to]) & class::ORG != 0
        {
            from += 1;
        }
        // "Damascus Governor" was cut at its title; "U.S. Marine John Smith" is cut at the given name.
        if to - from > 2
            && words[from].is(class::PLACE)
            && !is_org
            && whole == 0
            && words[from + 1].is(class::GIVEN)
            && !words[from].is(class::GIVEN)
        {
            self.chunk(words, from, from + 1, None);
            from += 1;
        }
        if to - from == 1 && title.is_none() && self.people_and_noun(words, from) {
            return;
        }
        self.candidate(words, from, to, title);
    }

    /// "the Syrian army" is an organisation, "an Alawite" one of a people.
    fn people_and_noun(&mut self, words: &[Word], at: usize) -> bool {
        let word = &words[at];
        if !word.is(class::PEOPLE) || word.is(class::GIVEN | class::PEOPLES) || word.is_possessive {
            return false;
        }
        let next = words.get(at + 1);
        let follows = |wanted: &str, at: usize| {
            words.get(at).is_some_and(|word| {
                word.gap == 0 && !word.is_capital() && is_word(self.text, word, wanted)
            })
        };
        let end = if ["army", "navy", "parliament"]
            .iter()
            .any(|noun| follows(noun, at + 1))
        {
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
                && ["a", "an", "fellow"]
                    .iter()
                    .any(|article| is_word(self.text, &words[at - 1], article));
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

    /// Leaves out the first word where its capital is that of a sentence.
    fn without_opening(&self, words: &[Word], from: usize, to: usize) -> usize {
        let first = &words[from];
        let names = class::GIVEN
            | class::PLACE
            | class::ORG
            | class::TITLE
            | class::PEOPLE
            | class::PEOPLES
            | class::ORG_FIRST;
        if !first.opens() || first.shape == Shape::Upper || first.is(names) {
            return from;
        }
        let heads = to - from > 1
            && !first.is(class::FUNCTION)
            && (words[to - 1].is(class::ORG_HEAD)
                || words[from + 1].is(class::ORG_HEAD) && to - from > 3);
        let ends = self.word_text(first);
        let is_adverb = first.class == 0
            && ends.len() > 4
            && (ends.ends_with("ly") || ends.len() > 5 && ends.ends_with("ing"));
        let is_word = is_adverb
            || first.is(class::FUNCTION)
            || self.small.contains(&first.hash)
            || first.is(class::COMMON);
        // Of a single word the rest of the document says whether it is somebody's name.
        let waits = !is_adverb
            && to - from == 1
            && !first.is(class::FUNCTION)
            && !self.small.contains(&first.hash);
        if is_word && !heads && !waits {
            from + 1
        } else {
            from
        }
    }

    fn class_of(&self, words: &[Word]) -> u32 {
        if let [word] = words {
            word.class
        } else {
            self.lexicon.class(name_hash(words))
        }
    }

    fn candidate(&mut self, words: &[Word], from: usize, to: usize, title: Option<ByteSpan>) {
        let name = &words[from..to];
        let whole = self.class_of(name);
        let first = &name[0];
        let last = &name[name.len() - 1];
        let after_the =
            from > 0 && first.gap & !gap::QUOTE == 0 && is_word(self.text, &words[from - 1], "the");
        let Some(kind) = self.lexical_kind(name, whole, after_the) else {
            return;
        };
        let mut candidate = Candidate {
            start: first.start,
            end: last.end,
            hash: name_hash(name),
            first: bare_hash(self.text, first),
            last: bare_hash(self.text, last),
            kind: kind.filter(|_| title.is_none()),
            role: title,
            block: self.block,
            n_words: name.len().min(255) as u8,
            opens: first.opens() && first.shape != Shape::Upper,
            is_known: first.is(class::GIVEN | class::ORG_FIRST)
                || title.is_some()
                || (name.len() > 1 && last.is(class::ORG_HEAD | class::ORG_SUFFIX)),
            after_the,
            has_title: title.is_some(),
            needs_bearer: needs_bearer(name) && title.is_none(),
            ..Candidate::default()
        };
        if title.is_some() {
            candidate.votes[PERSON] += 6;
        }
        self.vote_by_words(&mut candidate, name, after_the);
        self.vote_by_context(&mut candidate, words, from, to, after_the);
        if kind == Some(NameKind::Place) && title.is_some() {
            // "President Washington", but "Governor of New York" was cut before.
            candidate.votes[PERSON] += 2;
        }
        self.found.push(candidate);
    }

    /// Returns `Some(Some(kind))` where the words alone say what it is, `Some(None)` where the context has to,
    /// `None` where it is no name.
    fn lexical_kind(&self, name: &[Word], whole: u32, after_the: bool) -> Option<Option<NameKind>> {
        let [word] = name else {
            if whole & (class::PLACE | class::ORG) != 0 {
                return Some(Some(if whole & class::PLACE != 0 {
                    NameKind::Place
                } else {
                    NameKind::Org
                }));
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
        if self.word_text(word).ends_with("ism") {
            return None;
        }
        let is_party = ["D-", "R-", "I-"]
            .iter()
            .any(|party| self.word_text(word).starts_with(party));
        if (is_upper && whole & class::LETTERS != 0) || is_party {
            return None;
        }
        Some(None)
    }

    fn vote_by_words(&self, candidate: &mut Candidate, name: &[Word], after_the: bool) {
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

    fn is_numeral(&self, word: &Word) -> bool {
        let text = self.word_text(word).trim_end_matches('.');
        text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
    }

    fn has_article(&self, word: &Word) -> bool {
        self.word_text(word)
            .split_once('-')
            .is_some_and(|(article, _)| is_article(article))
    }

    fn word_text(&self, word: &Word) -> &str {
        ByteSpan::new(word.start, word.end).of(self.text)
    }

    fn vote_by_context(
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
            } else if before.is(class::ROLE) && self.role_is_short(words, from - 1) {
                candidate.votes[PERSON] += 3;
                candidate.role = candidate.role.or(Some(self.role_before(words, from - 1)));
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
            candidate.role = candidate.role.or(Some(self.role_before(words, from - 1)));
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
            let stop = (end + 1..words.len().min(end + 8))
                .find(|&at| words[at].gap & !(gap::QUOTE | gap::HYPHEN) != 0)
                .unwrap_or(end + 1);
            let stop = if stop - end > 7 { end + 1 } else { stop };
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

    /// Returns the description that ends with the role at `at`: "a former colonel".
    fn role_before(&self, words: &[Word], at: usize) -> ByteSpan {
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
        ByteSpan::new(words[from].start, words[at].end)
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

fn is_word(text: &str, word: &Word, wanted: &str) -> bool {
    ByteSpan::new(word.start, word.end)
        .of(text)
        .eq_ignore_ascii_case(wanted)
}

/// Returns the hash of a word without its article.
fn bare_hash(text: &str, word: &Word) -> u64 {
    match ByteSpan::new(word.start, word.end).of(text).split_once('-') {
        Some((article, rest)) if is_article(article) => hash_word(rest),
        _ => word.hash,
    }
}

fn starts_name(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    if word.is_capital() {
        // "The", "But": but May, Will and Mark may be persons.
        // Articles of other languages: in the middle of a sentence their capital is that of a name.
        let is_article = word.is(class::PARTICLE)
            && !word.opens()
            && words.get(at + 1).is_some_and(|next| {
                next.gap == 0 && next.is_capital() && !next.is(class::FUNCTION)
            });
        return !word.is(class::FUNCTION)
            || is_article
            || word.shape == Shape::Upper
            || (word.is(class::GIVEN) && !word.opens());
    }
    // "al Bukamal", written apart.
    word.is(class::PARTICLE)
        && matches!(word.end - word.start, 2 | 3)
        && words
            .get(at + 1)
            .is_some_and(|next| next.gap == 0 && next.is_capital() && !next.is(class::FUNCTION))
        && word.hash == hash_word("al")
}

/// Returns where the name that begins at `at` ends at the latest.
fn chunk_end(words: &[Word], at: usize) -> usize {
    let mut end = at + 1;
    while let Some(next) = words.get(end) {
        let last = &words[end - 1];
        // "Korean People's Army"
        let goes_on = last.is(class::COMMON)
            && next.gap == 0
            && next.is(class::ORG_HEAD)
            && next.is_capital();
        if last.is_possessive && !goes_on {
            break;
        }
        let abbreviated = next.gap == gap::DOT
            && (last.shape == Shape::Initial
                || (last.is(class::TITLE) && last.end - last.start <= 4));
        // Allesandro "Alex" Garcia
        let is_nickname = next.gap == gap::QUOTE
            && next.is_capital()
            && !next.is(class::FUNCTION)
            && words.get(end + 1).is_some_and(|after| {
                after.gap == gap::QUOTE && after.is_capital() && !after.is(class::FUNCTION)
            });
        if is_nickname {
            end += 2;
            continue;
        }
        if next.gap != 0 && next.gap != gap::AMPERSAND && !abbreviated {
            break;
        }
        if next.is_capital() {
            let is_initial = next.shape == Shape::Initial
                && words
                    .get(end + 1)
                    .is_some_and(|after| after.gap == gap::DOT);
            if next.is(class::FUNCTION)
                && next.shape != Shape::Upper
                && !is_initial
                && !next.is(class::GIVEN | class::PARTICLE)
            {
                break;
            }
            end += 1;
            continue;
        }
        let Some(skip) = joint(words, at, end) else {
            break;
        };
        end += skip;
    }
    end
}

/// Returns how many words to take where small words at `end` go on with a name: particles, "of the".
fn joint(words: &[Word], at: usize, end: usize) -> Option<usize> {
    let next = &words[end];
    let capital = |at: usize| {
        words.get(at).is_some_and(|word| {
            word.gap == 0
                && word.is_capital()
                && (!word.is(class::FUNCTION) || word.shape == Shape::Upper)
        })
    };
    if next.is(class::PARTICLE) && !next.is(class::FUNCTION)
        || (next.is(class::PARTICLE) && !words[end - 1].opens())
    {
        if capital(end + 1) && !words[end + 1].is(class::TITLE) {
            return Some(2);
        }
        if words
            .get(end + 1)
            .is_some_and(|word| word.gap == 0 && word.is(class::PARTICLE))
            && capital(end + 2)
        {
            return Some(3);
        }
    }
    if !next.is(class::LINK) {
        // "Ministry of Foreign Affairs and Trade"
        let joins = next.hash == hash_word("and")
            && words[at..end].iter().any(|word| word.is(class::ORG_HEAD))
            && words[at + 1..end].iter().any(|word| word.is(class::LINK))
            && words[end - 1].is(class::COMMON | class::ORG_HEAD)
            && capital(end + 1)
            && words[end + 1].is(class::COMMON | class::ORG_HEAD);
        return joins.then_some(2);
    }
    let head = &words[end - 1];
    let of = next.hash == hash_word("of");
    let for_what = next.hash == hash_word("for") || next.hash == hash_word("on");
    let is_linked = words[at..end]
        .iter()
        .position(|word| word.is(class::ORG_HEAD))
        .is_some_and(|head| words[at + head..end].iter().any(|word| !word.is_capital()));
    let links = (of && is_linked)
        || (head.is(class::ORG_HEAD) && (of || for_what))
        || (head.is(class::TITLE) && of)
        || (of && head.is(class::PLACE_HEAD | class::COMMON));
    if !links {
        return None;
    }
    let skip = if words
        .get(end + 1)
        .is_some_and(|word| word.gap == 0 && word.hash == hash_word("the"))
    {
        3
    } else {
        2
    };
    let target = words.get(end + skip - 1)?;
    if !capital(end + skip - 1) {
        return None;
    }
    // A title keeps only what is part of it: "Minister of Defense", not "President of Syria".
    let fits = if head.is(class::TITLE) && !head.is(class::ORG_HEAD) {
        OFFICES
            .iter()
            .any(|office| target.hash == hash_word(office))
    } else if head.is(class::ORG_HEAD) || is_linked {
        !target.is(class::CALENDAR)
    } else {
        skip == 2
            && !target.is(class::CALENDAR | class::PLACE)
            && !head.is(class::PEOPLE)
            && (end - at > 1 || head.is(class::PLACE_HEAD))
            || (target.is(class::PLACE) && head.is(class::PLACE_HEAD))
            || head.hash == hash_word("state")
            || head.hash == hash_word("house")
    };
    fits.then_some(skip)
}

/// Tells whether a name is a single word that most often is none.
fn needs_bearer(name: &[Word]) -> bool {
    const ORDINARY: u32 = class::COMMON | class::ORG_HEAD | class::TITLE | class::PLACE_HEAD;
    let [word] = name else { return false };
    word.is(ORDINARY) && !word.is(class::GIVEN | class::PLACE | class::ORG | class::PEOPLES)
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

/// What a minister or a chief is of, as part of the title.
const OFFICES: [&str; 22] = [
    "state",
    "defense",
    "defence",
    "foreign",
    "interior",
    "justice",
    "finance",
    "staff",
    "education",
    "health",
    "information",
    "internal",
    "home",
    "economy",
    "labor",
    "labour",
    "trade",
    "republic",
    "treasury",
    "oil",
    "energy",
    "culture",
];

/// Letters behind the name of a person.
const HONOURS: [&str; 16] = [
    "kc", "qc", "sc", "mp", "mep", "cbe", "obe", "mbe", "kbe", "dbe", "dso", "frs", "md", "msp",
    "rn", "mc",
];

fn ends_badly(word: &Word, n_words: usize) -> bool {
    if n_words == 1 {
        return false;
    }
    !word.is_capital()
        || word.is(class::CALENDAR) && !word.is(class::GIVEN)
        || word.is(class::FUNCTION) && !word.is(class::GIVEN | class::PARTICLE)
}

/// Finds titles in the words `from..to`: returns where what stands before them ends, and where they begin and end.
fn title_run(words: &[Word], from: usize, to: usize) -> Option<(usize, usize, usize)> {
    let begin = (from..to).find(|&at| {
        let word = &words[at];
        // "Robert King" and "Stephen Bishop" are no kings and bishops.
        let is_name =
            at > from && words[at - 1].is(class::GIVEN) && !words[at - 1].is(class::TITLE);
        let may_be_given =
            word.is(class::GIVEN) && !(at + 1 < to && words[at + 1].is(class::GIVEN));
        word.is(class::TITLE) && word.is_capital() && !may_be_given && !is_name
    })?;
    let mut end = begin;
    while end < to {
        let word = &words[end];
        let is_title = word.is(class::TITLE) && (!word.is(class::GIVEN) || end == begin);
        let goes_on = end > begin
            && (word.is(class::COMMON | class::ORG_HEAD) || !word.is_capital())
            && !word.is(class::GIVEN);
        if !is_title && !goes_on {
            break;
        }
        end += 1;
    }
    // A word like "of" belongs to what follows it.
    while end > begin + 1 && !words[end - 1].is_capital() {
        end -= 1;
    }
    let mut left = begin;
    while left > from
        && words[left - 1].is(class::COMMON | class::PEOPLE)
        && !words[left - 1].is(class::PLACE)
    {
        left -= 1;
    }
    Some((left, left.max(from), end))
}
