//! Sentences with what they may share: days, names, stems of words.

use std::collections::HashMap;
use std::sync::OnceLock;

use analysis::{Language, TokenKind};
use corpus::{BlockKind, ByteSpan};

use super::concepts::concept;
use super::events::{EVENTS, EventKind, phrase};
use super::times::is_of_writing;
use super::{Account, Place};
use crate::days::{DayMention, Precision};
use crate::voices::{NameKind, NameSpan};

/// One sentence.
#[derive(Debug)]
pub(super) struct Passage {
    pub(super) place: Place,
    /// The day that it tells, as `20241207`.
    pub(super) day: Option<u32>,
    /// Whether it names the day itself.
    pub(super) has_own_day: bool,
    /// Stems of its words and its names, ascending, each once.
    pub(super) features: Vec<u32>,
    /// Names with an event that stands next to them, ascending.
    pub(super) events: Vec<(u32, u32)>,
    /// Σ w² over the features.
    pub(super) norm: f32,
}

/// Where a word of a passage stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) feature: u32,
    pub(super) span: ByteSpan,
}

/// All passages of all accounts.
#[derive(Debug, Default)]
pub(super) struct Telling {
    /// In order of documents and offsets.
    pub(super) passages: Vec<Passage>,
    /// Of each feature, in how many passages it stands.
    pub(super) counts: Vec<u32>,
    /// Of each feature, what it names, if it is a name.
    names: Vec<Option<NameKind>>,
    /// Features that stand everywhere and tell nothing: days, titles, units.
    is_weak: Vec<bool>,
    by_stem: HashMap<String, u32>,
    by_name: HashMap<u32, u32>,
}

/// A day is carried so many sentences on, inside a block and into the next.
const CARRY_SENTENCES: u32 = 3;

/// An event stands so near the name that it happens to, in content words.
const NEAR_WORDS: usize = 4;

const STOPWORDS: &str = "the and that was were with for from had has have his her their they them this these those \
    not but who whom which what when where while whose been being are is its it he she him you your our we us \
    would could should will can may might must did does do done than then there here into onto over under \
    about after before during until since also only just more most much many some any all one two on in at by \
    to of as an or if so no nor up out off down again very said says told say tell asked according les des une \
    dans pour que qui est sur par avec der die das und den von mit dem ein eine";

/// Stems that tell no moment though they are rare: days, titles, units and measures.
const WEAK: &str = "monday tuesday wednesday thursday friday saturday sunday januari februari march april may june \
    juli august septemb octob novemb decemb mayor minist presid director spokesman spokeswoman chief head mr mrs \
    peopl person man men woman women year month week day hour minut time morn even night euro dollar pound million \
    billion thousand hundr percent cent metr meter kilometr mile new first last next number one two three four five \
    six seven eight nine ten eleven twelv thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenti thirti \
    forti fifti sixti seventi eighti nineti dozen half quarter third";

impl Passage {
    pub(super) fn has(&self, feature: u32) -> bool {
        self.features.binary_search(&feature).is_ok()
    }
}

impl Telling {
    /// Reads all accounts. Headings, captions and tables tell no moments.
    pub(super) fn of(accounts: &[Account<'_>]) -> Self {
        let mut telling = Self::default();
        // The events are the first features.
        for event in EVENTS {
            telling.stem(event.first());
        }
        for (document, account) in accounts.iter().enumerate() {
            telling.read(document as u32, account);
        }
        telling.weigh();
        telling
    }

    fn read(&mut self, document: u32, account: &Account<'_>) {
        let text = &account.document.text;
        let mut carried: Option<(u32, u32)> = None;
        for block in &account.document.blocks {
            match block.kind {
                BlockKind::Heading(_) => carried = None,
                BlockKind::Caption
                | BlockKind::TableHeader
                | BlockKind::TableRow
                | BlockKind::Preformatted => {}
                _ => {
                    for sentence in analysis::sentences(block.span.of(text)) {
                        let span = ByteSpan::new(
                            sentence.start + block.span.start,
                            sentence.end + block.span.start,
                        );
                        let own = day_in(account.days, span);
                        carried = match (own, carried) {
                            (Some(day), _) => Some((day, 0)),
                            (None, Some((day, n))) if n < CARRY_SENTENCES => Some((day, n + 1)),
                            _ => None,
                        };
                        self.add(
                            Place { document, span },
                            account,
                            own,
                            carried.map(|(day, _)| day),
                        );
                    }
                }
            }
        }
    }

    fn add(&mut self, place: Place, account: &Account<'_>, own: Option<u32>, day: Option<u32>) {
        let words = self.words(place.span, account);
        let events = self.events_of(&words);
        let mut features: Vec<u32> = words.iter().map(|word| word.feature).collect();
        sorting::sort_numbers(&mut features);
        features.dedup();
        for &feature in &features {
            self.counts[feature as usize] += 1;
        }
        self.passages.push(Passage {
            place,
            day,
            has_own_day: own.is_some(),
            features,
            events,
            norm: 0.0,
        });
    }

    /// Returns the names and content words of a passage in order, and takes them up.
    fn words(&mut self, span: ByteSpan, account: &Account<'_>) -> Vec<Word> {
        let mut words = Vec::new();
        content(account, span, &mut |content, span| {
            let feature = match content {
                Content::Name(name) => self.name(name),
                Content::Stem(stem) => self.stem(stem),
            };
            words.push(Word { feature, span });
        });
        words
    }

    /// Returns the names and content words of a passage in order, a name as one word.
    pub(super) fn words_of(&self, passage: &Passage, account: &Account<'_>) -> Vec<Word> {
        let mut words = Vec::new();
        content(account, passage.place.span, &mut |content, span| {
            let feature = match content {
                Content::Name(name) => self.by_name.get(&name.entity),
                Content::Stem(stem) => self.by_stem.get(stem),
            };
            if let Some(&feature) = feature {
                words.push(Word { feature, span });
            }
        });
        words
    }

    fn name(&mut self, name: &NameSpan) -> u32 {
        let new = self.counts.len() as u32;
        let feature = *self.by_name.entry(name.entity).or_insert(new);
        if feature == new {
            self.counts.push(0);
            self.names.push(Some(name.kind));
            self.is_weak.push(false);
        }
        feature
    }

    fn stem(&mut self, stem: &str) -> u32 {
        if let Some(&feature) = self.by_stem.get(stem) {
            return feature;
        }
        let feature = self.counts.len() as u32;
        self.by_stem.insert(stem.to_owned(), feature);
        self.counts.push(0);
        self.names.push(None);
        self.is_weak
            .push(WEAK.split_ascii_whitespace().any(|weak| weak == stem));
        feature
    }

    /// Tells whether a feature is a name.
    pub(super) fn is_name(&self, feature: u32) -> bool {
        self.names[feature as usize].is_some()
    }

    /// Tells whether a feature is the name of a person.
    pub(super) fn is_person(&self, feature: u32) -> bool {
        self.names[feature as usize] == Some(NameKind::Person)
    }

    /// Tells whether a word says what something is about: no name, and no number.
    pub(super) fn says_more(&self, text: &str, word: &Word) -> bool {
        let is_number = word.span.of(text).starts_with(|c: char| c.is_ascii_digit());
        !is_number && !self.is_name(word.feature) && self.weight(word.feature) > 0.0
    }

    /// Returns the word that fewest passages have.
    pub(super) fn rarest<'w>(&self, words: impl IntoIterator<Item = &'w Word>) -> Option<&'w Word> {
        let words = words.into_iter();
        words.max_by(|a, b| self.weight(a.feature).total_cmp(&self.weight(b.feature)))
    }

    /// Places of a document's passages.
    pub(super) fn of_document(&self, document: u32) -> std::ops::Range<usize> {
        let from = |document: u32| {
            self.passages
                .partition_point(|passage| passage.place.document < document)
        };
        from(document)..from(document + 1)
    }

    /// The weight of a feature beside that of one which stands once, 0 to 1.
    pub(super) fn rarity(&self, feature: u32) -> f32 {
        let most = libm::log2f(self.passages.len().max(2) as f32);
        self.weight(feature) / most
    }

    /// Tells whether a feature is one of the events.
    pub(super) fn is_event(feature: u32) -> bool {
        (feature as usize) < EVENTS.len()
    }

    /// Tells whether a feature is an event that happens to people who are counted.
    pub(super) fn is_outcome(feature: u32) -> bool {
        Self::is_of(feature, EventKind::Outcome)
    }

    /// Tells whether a feature is an event that a name has once.
    pub(super) fn is_single_event(feature: u32) -> bool {
        Self::is_of(feature, EventKind::Once)
    }

    /// Tells whether a feature is an event whose words say it of things as well as of names.
    pub(super) fn is_clear_event(feature: u32) -> bool {
        Self::is_of(feature, EventKind::Clear)
    }

    fn is_of(feature: u32, kind: EventKind) -> bool {
        EVENTS
            .get(feature as usize)
            .is_some_and(|event| event.kind == kind)
    }

    /// Returns the names that an event stands next to, each with the event.
    fn events_of(&self, words: &[Word]) -> Vec<(u32, u32)> {
        let mut events = Vec::new();
        for (at, word) in words
            .iter()
            .enumerate()
            .filter(|(_, word)| Self::is_event(word.feature) && !Self::is_clear_event(word.feature))
        {
            let named = near(words, at)
                .iter()
                .filter(|near| self.is_name(near.feature));
            events.extend(named.map(|name| (name.feature, word.feature)));
        }
        sorting::SmallSort::small_sort(&mut events[..]);
        events.dedup();
        events
    }

    /// The weight of a feature, `log2(N / n)`, 0 where half of the passages or more have it, and for days, titles
    /// and units.
    pub(super) fn weight(&self, feature: u32) -> f32 {
        if self.is_weak.get(feature as usize).copied().unwrap_or(false) {
            return 0.0;
        }
        let count = self
            .counts
            .get(feature as usize)
            .copied()
            .unwrap_or(1)
            .max(1);
        let n = self.passages.len() as f32 / count as f32;
        if n <= 2.0 { 0.0 } else { libm::log2f(n) }
    }

    fn weigh(&mut self) {
        for at in 0..self.passages.len() {
            let norm = self.passages[at]
                .features
                .iter()
                .map(|&feature| self.weight(feature) * self.weight(feature))
                .sum();
            self.passages[at].norm = norm;
        }
    }
}

/// Returns the words so near to one that an event among them happens to it.
pub(super) fn near(words: &[Word], at: usize) -> &[Word] {
    &words[at.saturating_sub(NEAR_WORDS)..(at + NEAR_WORDS + 1).min(words.len())]
}

/// Something that passages may share.
enum Content<'t> {
    /// A name.
    Name(&'t NameSpan),
    /// The stem of a word, or the verb that stands for its event.
    Stem(&'t str),
}

fn content(account: &Account<'_>, span: ByteSpan, emit: &mut dyn FnMut(Content<'_>, ByteSpan)) {
    let language = Language::of(account.document.lang.as_deref().or(Some("en")));
    let is_english = language == Language::of(Some("en"));
    let mut names = names_in(account.names, span).iter().peekable();
    let text = span.of(&account.document.text);
    let mut named_to = 0;
    let mut last = ByteSpan::new(span.start, span.start);
    analysis::tokens(text, &mut |token| {
        let at = ByteSpan::new(token.span.start + span.start, token.span.end + span.start);
        while let Some(name) = names.next_if(|name| name.span.start < at.end) {
            emit(Content::Name(name), name.span);
            named_to = name.span.end;
        }
        if token.kind != TokenKind::Word || at.start < named_to {
            return;
        }
        let verb = last;
        last = at;
        if let Some(event) = phrase(verb.of(&account.document.text), token.term) {
            emit(Content::Stem(event), ByteSpan::new(verb.start, at.end));
        } else if token.term.len() >= 3 {
            match listed(token.term) {
                Some(Listed::Small) => {}
                Some(Listed::Event(event)) => emit(Content::Stem(event), at),
                None => {
                    let stem = analysis::stem(token.term, language);
                    let known = if is_english { concept(&stem) } else { None };
                    emit(Content::Stem(known.unwrap_or(&stem)), at);
                }
            }
        }
    });
}

/// What a listed word is.
#[derive(Clone, Copy)]
enum Listed {
    /// It says nothing of its own.
    Small,
    /// A verb of the event that this word stands for.
    Event(&'static str),
}

/// Returns what a word is listed as; each word of a corpus is looked up, so the lists are read once.
fn listed(term: &str) -> Option<Listed> {
    static WORDS: OnceLock<HashMap<&str, Listed>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut words = HashMap::new();
        for event in EVENTS {
            let first = Listed::Event(event.first());
            words.extend(event.words.split(' ').map(|word| (word, first)));
        }
        let small = STOPWORDS.split_ascii_whitespace();
        words.extend(small.map(|word| (word, Listed::Small)));
        words
    });
    words.get(term).copied()
}

/// Returns the day that a sentence names, if it names one only.
fn day_in(days: &[DayMention], span: ByteSpan) -> Option<u32> {
    let mut found = None;
    for (mention, day) in days_in(days, span) {
        if is_of_writing(mention) {
            continue;
        }
        if found.is_some_and(|found| found != day) {
            return None;
        }
        found = Some(day);
    }
    found
}

/// Returns the exact days of a sentence.
pub(super) fn days_in(
    days: &[DayMention],
    span: ByteSpan,
) -> impl Iterator<Item = (&DayMention, u32)> {
    mentions_in(days, span).iter().filter_map(|mention| {
        let edtf = mention.edtf.filter(|edtf| edtf.end.is_none())?;
        let point = edtf.start;
        let is_exact = point.precision >= Precision::Day && !point.is_approximate;
        is_exact.then(|| {
            (
                mention,
                u32::from(point.year) * 10_000
                    + u32::from(point.month) * 100
                    + u32::from(point.day),
            )
        })
    })
}

/// Returns the mentions of days that begin inside a stretch.
pub(super) fn mentions_in(days: &[DayMention], span: ByteSpan) -> &[DayMention] {
    let first = days.partition_point(|day| day.span.start < span.start);
    let end = days.partition_point(|day| day.span.start < span.end);
    &days[first.min(end)..end]
}

pub(super) fn names_in(names: &[NameSpan], span: ByteSpan) -> &[NameSpan] {
    let first = names.partition_point(|name| name.span.start < span.start);
    let end = names.partition_point(|name| name.span.start < span.end);
    &names[first.min(end)..end]
}
