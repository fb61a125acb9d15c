//! A block as words, marks and quotations, with the sentences of the narrator.

use super::lexicon::{
    ADVERB, AUXILIARY, BARE, BE, DETERMINER, Lexicon, PARTICIPLE, PERSON, QUOTED, SPEECH, THOUGHT,
    is_owner,
};
use super::marks::Quoted;
use corpus::ByteSpan;

/// One piece of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) span: ByteSpan,
    pub(super) what: What,
    /// The [`super::lexicon`] marks of a word; 0 for other pieces.
    pub(super) marks: u32,
}

/// What a piece of a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A word; whether it begins with a capital, and whether it ends with a possessive 's.
    Word { capital: bool, possessive: bool },
    /// A mark of punctuation.
    Mark(char),
    /// A whole quotation that no other encloses, by its place in the list.
    Quote(u32),
}

impl Item {
    pub(super) fn is(&self, marks: u32) -> bool {
        self.marks & marks != 0
    }

    pub(super) fn is_word(&self) -> bool {
        matches!(self.what, What::Word { .. })
    }

    pub(super) fn is_capital(&self) -> bool {
        matches!(self.what, What::Word { capital: true, .. })
    }

    pub(super) fn is_possessive(&self) -> bool {
        matches!(
            self.what,
            What::Word {
                possessive: true,
                ..
            }
        )
    }

    pub(super) fn is_quote(&self) -> bool {
        matches!(self.what, What::Quote(_))
    }

    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.what == What::Mark(mark)
    }
}

/// A block cut into pieces.
#[derive(Debug)]
pub(super) struct Pieces {
    pub(super) items: Vec<Item>,
    /// Half-open ranges of `items`; they cover all of it. A sentence never ends inside a quotation.
    pub(super) sentences: Vec<(usize, usize)>,
}

/// Cuts the block at `span` into pieces; a quotation of depth 0 is one of them.
///
/// Cost: linear in the length of the block.
pub(super) fn pieces(text: &str, span: ByteSpan, quoted: &[Quoted], lexicon: &Lexicon) -> Pieces {
    let mut items = Vec::new();
    let mut at = span.start;
    for (number, quote) in quoted.iter().enumerate() {
        if quote.depth > 0 || quote.outer.start < at {
            continue;
        }
        words(
            text,
            ByteSpan::new(at, quote.outer.start),
            lexicon,
            &mut items,
        );
        items.push(Item {
            span: quote.outer,
            what: What::Quote(number as u32),
            marks: 0,
        });
        at = quote.outer.end;
    }
    words(text, ByteSpan::new(at, span.end), lexicon, &mut items);
    let sentences = sentences(text, span, &items);
    Pieces { items, sentences }
}

fn sentences(text: &str, span: ByteSpan, items: &[Item]) -> Vec<(usize, usize)> {
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for sentence in analysis::sentences(span.of(text)) {
        let end = sentence.end + span.start;
        while at < items.len() && items[at].span.start < end {
            at += 1;
        }
        // Where the last piece reaches beyond the end, the sentence ends inside a quotation.
        if at > start && items[at - 1].span.end <= end && !ends_with_title(text, &items[start..at])
        {
            ranges.push((start, at));
            start = at;
        }
    }
    if start < items.len() {
        ranges.push((start, items.len()));
    }
    ranges
}

/// Tells whether a sentence ends with a title before a name: "named as Pvt. Ali Nasser".
fn ends_with_title(text: &str, items: &[Item]) -> bool {
    matches!(items, [.., title, stop] if stop.is_mark('.')
    && matches!(
        title.span.of(text),
        "Pvt" | "Pte" | "Cpl" | "Spc" | "Cmdr" | "Insp" | "Supt" | "Det" | "Const" | "Adm" | "Brig" | "Cllr"
            | "Msgr" | "Hon" | "Rep" | "Amb" | "Atty"
    ))
}

fn is_joiner(c: char) -> bool {
    matches!(
        c,
        '’' | '\'' | '-' | '‐' | '‑' | '‘' | 'ʿ' | 'ʾ' | '.' | '&'
    )
}

/// The longest dateline: "DENPASAR, Indonesia, Aug. 14 (Reuters) - ".
const LONGEST_DATELINE_BYTES: usize = 60;

/// Returns where the dateline of a block ends: its place in capitals, with what follows it, and a dash.
///
/// `opens` tells that the block is the first paragraph, whose place may be written in small letters as well:
/// "Beirut, Lebanon – ", "Lima (AFP) – ".
pub(super) fn dateline_end(block: &str, opens: bool) -> usize {
    let place = block
        .find(|c: char| !(c.is_uppercase() || c == ' '))
        .unwrap_or(block.len());
    let in_capitals = block[..place].chars().filter(|c| c.is_uppercase()).count() >= 3;
    let is_dateline = |line: &str| {
        let names = |word: &str| word.starts_with(|c: char| !c.is_lowercase());
        in_capitals || opens && line.contains([',', '(']) && line.split_whitespace().all(names)
    };
    [" – ", " - ", "—"]
        .iter()
        .filter_map(|dash| Some(block.find(dash)? + dash.len()))
        .min()
        .filter(|&end| end <= LONGEST_DATELINE_BYTES && !block[..end].contains(['“', '"', '‘']))
        .filter(|&end| is_dateline(&block[..end]))
        .unwrap_or(0)
}

/// Returns where the number of a paragraph ends: "14. The commander said".
fn number_end(part: &str) -> usize {
    let digits = part.bytes().take_while(u8::is_ascii_digit).count();
    let rest = part.get(digits..).unwrap_or_default();
    let is_number = (1..=4).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") "));
    if is_number { digits + 2 } else { 0 }
}

/// Participles that are nouns for a person behind an article: "the accused said".
const NOUNS_BY_ARTICLE: [&str; 3] = ["accused", "deceased", "bereaved"];

fn words(text: &str, span: ByteSpan, lexicon: &Lexicon, items: &mut Vec<Item>) {
    let part = span.of(text);
    let mut at = if items.is_empty() {
        number_end(part)
    } else {
        0
    };
    while let Some(c) = part.get(at..).and_then(|rest| rest.chars().next()) {
        let start = at;
        at += c.len_utf8();
        if c.is_whitespace() || c.is_control() {
            continue;
        }
        let place = |start: usize, end: usize| {
            ByteSpan::new(span.start + start as u32, span.start + end as u32)
        };
        let is_raised = matches!(c, '‘' | 'ʿ' | '$' | '€' | '£') && next_is_word(part, at);
        // "Brandeis & Holt" is one name.
        let joins_names = c == '&' && items.last().is_some_and(|last: &Item| last.is_capital());
        if joins_names {
            items.push(Item {
                span: place(start, at),
                what: What::Word {
                    capital: true,
                    possessive: false,
                },
                marks: 0,
            });
            continue;
        }
        if !(c.is_alphanumeric() || is_raised) {
            items.push(Item {
                span: place(start, at),
                what: What::Mark(c),
                marks: 0,
            });
            continue;
        }
        at = word_end(part, at);
        // "The Supporters’ Trust": the mark between two words is no closing one.
        let rest = part.get(at..).unwrap_or_default();
        let is_plural = part.get(start..at).is_some_and(|word| word.ends_with('s'));
        let owning = rest.strip_prefix(['’', '\'']).filter(|_| is_plural);
        let owns = owning
            .and_then(|next| next.strip_prefix(' '))
            .is_some_and(|next| next.starts_with(char::is_uppercase));
        if let Some(next) = owning.filter(|_| owns) {
            at += rest.len() - next.len();
        }
        let word = part.get(start..at).unwrap_or_default();
        let first = word.chars().find(|c| c.is_alphanumeric());
        let mut marks = lexicon.marks(word);
        // "said Vesely": only at the start of a sentence such a word may be an adverb.
        let follows_word = items.last().is_some_and(Item::is_word);
        if marks == ADVERB && follows_word && first.is_some_and(char::is_uppercase) {
            marks = 0;
        }
        let has_determiner = items.last().is_some_and(|last| last.is(DETERMINER));
        if has_determiner && NOUNS_BY_ARTICLE.contains(&word) {
            marks = PERSON;
        }
        if marks & SPEECH != 0 {
            join_to_verb(items, text, marks);
        }
        items.push(Item {
            span: place(start, at),
            what: What::Word {
                capital: first.is_some_and(char::is_uppercase) || has_article(word),
                possessive: is_owner(word) || word.ends_with("s’") || word.ends_with("s'"),
            },
            marks,
        });
    }
}

/// Makes auxiliaries of the words that only tell how often or by whose account the verb of speech behind them is
/// said: "used to say", "likes to put it", "is understood to describe", "went on saying".
fn join_to_verb(items: &mut [Item], text: &str, marks: u32) {
    let n = items.len();
    let Some([before, verb, to]) = items.last_chunk_mut::<3>().filter(|_| n >= 3) else {
        return;
    };
    let joins = match to.span.of(text) {
        "to" => {
            let is_told = before.is(BE) && verb.is(THOUGHT | SPEECH | QUOTED) && marks & BARE != 0;
            is_told
                || matches!(
                    verb.span.of(text),
                    "used" | "like" | "likes" | "liked" | "loves" | "loved" | "tends" | "tended"
                )
        }
        "on" => marks & PARTICIPLE != 0 && matches!(verb.span.of(text), "went" | "goes" | "kept"),
        _ => false,
    };
    if joins {
        verb.marks = AUXILIARY;
        to.marks = AUXILIARY;
    }
}

/// Tells whether a word is a name behind its Arabic article: "al-Sharaa".
fn has_article(word: &str) -> bool {
    let (article, name) = word.split_once('-').unwrap_or_default();
    let is_article = matches!(
        article,
        "al" | "el" | "ar" | "as" | "ash" | "at" | "an" | "ad" | "az" | "ul" | "l"
    );
    is_article
        && name
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(char::is_uppercase)
}

fn next_is_word(part: &str, at: usize) -> bool {
    part.get(at..)
        .and_then(|rest| rest.chars().next())
        .is_some_and(char::is_alphanumeric)
}

fn word_end(part: &str, mut at: usize) -> usize {
    let start = at;
    while let Some(c) = part.get(at..).and_then(|rest| rest.chars().next()) {
        let next = at + c.len_utf8();
        if c.is_alphanumeric() || (is_joiner(c) && next_is_word(part, next)) {
            at = next;
        } else {
            break;
        }
    }
    // The period of a title, an initial or an acronym belongs to it.
    if part.get(at..).is_some_and(|rest| rest.starts_with('.')) {
        let word = part.get(..at).unwrap_or_default();
        let word = word
            .rsplit(|c: char| c.is_whitespace() || c == '(')
            .next()
            .unwrap_or_default();
        let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        let is_acronym = word.contains('.') && at > start;
        if is_initial
            || is_acronym
            || matches!(
                word,
                "Mr" | "Mrs"
                    | "Ms"
                    | "Dr"
                    | "Gen"
                    | "Col"
                    | "Lt"
                    | "Maj"
                    | "Capt"
                    | "Sgt"
                    | "Sen"
                    | "Rep"
                    | "Gov"
                    | "Prof"
                    | "St"
                    | "Brig"
                    | "Adm"
                    | "Rev"
                    | "Jr"
                    | "Sr"
                    | "No"
            )
        {
            return at + 1;
        }
    }
    at
}
