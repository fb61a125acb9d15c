//! What a reader may be about to type: words, values of fields, names, phrases and titles.

mod phrases;

use crate::block_text::BlockText;
use crate::mentions::NAME_FACETS;
use crate::{Searcher, SpanSource};
use corpus::ByteSpan;
use index::{DocId, Index, TermId};
use sorting::{SmallSort, keep_first};

/// Bytes before the cursor that are looked at.
const MOST_TYPED_BYTES: usize = 1024;
/// Letters of ASCII that are the beginning of too much; one letter of another script has two bytes.
const LEAST_BYTES: usize = 2;
/// Documents in which the spelling of a word is looked up.
const MOST_SPELLINGS: usize = 4;
/// Most titles proposed.
const MOST_TITLES: usize = 3;
/// Most names proposed beside words.
const MOST_NAMES: usize = 3;
/// Most phrases proposed beside words.
const MOST_PHRASES: usize = 2;

/// Something to type instead of what stands before the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What it is.
    pub kind: SuggestionKind,
    /// What a reader sees.
    pub text: String,
    /// What takes the place of the bytes from `start` to the cursor; empty for a title.
    pub insert: String,
    /// Where in the text as typed that begins.
    pub start: usize,
    /// Number of documents that hold it.
    pub n_documents: u32,
    /// The document of a title.
    pub doc: Option<DocId>,
}

/// What a [`Suggestion`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuggestionKind {
    /// A word of the texts.
    Word,
    /// A value of the field that is asked for.
    Value,
    /// A name that was found in the texts.
    Name,
    /// Words that follow each other in the texts.
    Phrase,
    /// The title of a document.
    Title,
}

impl SuggestionKind {
    /// Returns the lower-case name that programs know.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Value => "value",
            Self::Name => "name",
            Self::Phrase => "phrase",
            Self::Title => "title",
        }
    }
}

impl Searcher<'_> {
    /// Returns what a reader may be about to type at `cursor`, a byte of `text`: names that have at least two of the
    /// words typed and phrases that go on so; words that begin so, those of most documents first; then other names,
    /// and documents whose titles have all words typed. Behind a space the names that have all words and go on.
    /// Behind `field:`, its values or names only.
    ///
    /// Cost: linear in the number of terms that begin so (one look each), in the titles and in the names, and in the
    /// text of some blocks.
    #[must_use]
    pub fn suggestions(self, text: &str, cursor: usize, limit: usize) -> Vec<Suggestion> {
        let Some(typed) = Typed::at(text, cursor) else {
            return Vec::new();
        };
        let index = self.dictionary().index;
        let mut found = Vec::new();
        match typed.field {
            "" => self.add_plain(&typed, limit, &mut found),
            "title" | "said" | "sentence" | "para" => add_words(index, &typed, limit, &mut found),
            "by" => found = names_alone(self.names(&["person"], &typed, limit)),
            field if NAME_FACETS.contains(&field) => {
                found = names_alone(self.names(&[field], &typed, limit));
            }
            field => add_values(index, field, &typed, limit, &mut found),
        }
        found.truncate(limit);
        found
    }

    /// Returns words of the texts that look like one that no text has, as texts write them, with their number
    /// of documents; nearest first.
    #[must_use]
    pub fn near_words(self, word: &str, limit: usize) -> Vec<(String, u32)> {
        let dictionary = self.dictionary();
        let near = dictionary.near(word).into_iter().take(limit);
        near.map(|term| {
            let n_documents = dictionary.index.document_frequency(term);
            (spelling(dictionary.index, term), n_documents)
        })
        .collect()
    }

    /// Adds what may be meant where no field is asked for.
    fn add_plain(self, typed: &Typed<'_>, limit: usize, out: &mut Vec<Suggestion>) {
        let index = self.dictionary().index;
        let names = match typed.is_quoted {
            true => Vec::new(),
            false => self.names(&NAME_FACETS, typed, MOST_NAMES),
        };
        if typed.prefix.is_empty() {
            return out.append(&mut names_alone(names));
        }
        // Who has typed two words of a name means it and not its relatives; who has typed one may mean the word.
        let (whole, mut others): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| name.0 > 1);
        if !whole.is_empty() {
            others.clear();
        }
        out.append(&mut names_alone(whole));
        let n_before = out.len();
        phrases::add_phrases(self, typed, MOST_PHRASES, out);
        // A phrase goes on with what follows in the texts, where there is something.
        let goes_on = typed.is_quoted && out.len() > n_before;
        let n_others = others.len() + MOST_TITLES + out.len();
        if typed.prefix.len() >= LEAST_BYTES && !goes_on {
            add_words(index, typed, limit.saturating_sub(n_others).max(1), out);
        }
        out.append(&mut names_alone(others));
        if !typed.is_quoted {
            add_titles(index, typed, out);
        }
    }

    /// Returns names with the number of typed words that they have; those with more first, then those of most
    /// documents.
    fn names(self, kinds: &[&str], typed: &Typed<'_>, most: usize) -> Vec<(usize, Suggestion)> {
        let mut names = Vec::new();
        if let Some(spans) = self.dictionary().spans {
            for kind in kinds {
                add_names_of(spans, kind, typed, &mut names);
            }
        }
        names.small_sort_by_number(|(n_words, name)| {
            u64::from(u32::MAX - name.n_documents) | ((1 << 20) - *n_words as u64) << 32
        });
        names.truncate(most);
        names
    }
}

fn names_alone(names: Vec<(usize, Suggestion)>) -> Vec<Suggestion> {
    names.into_iter().map(|(_, name)| name).collect()
}

fn add_names_of(
    spans: &dyn SpanSource,
    kind: &str,
    typed: &Typed<'_>,
    out: &mut Vec<(usize, Suggestion)>,
) {
    spans.for_each_name(kind, &mut |name, holding| {
        let n_words = typed.n_words_in(name);
        let is_meant = match (typed.field, typed.prefix.as_str()) {
            ("", "") => n_words == typed.words.len() && crate::words_of(name).len() > n_words,
            ("", _) => n_words > 0,
            _ => n_words == typed.words.len(),
        };
        if !is_meant {
            return;
        }
        let (mut n_documents, mut last) = (0, DocId::END);
        for doc in holding {
            n_documents += u32::from(doc != last);
            last = doc;
        }
        let first = typed.words.get(typed.words.len() - n_words);
        let (start, field) = match first {
            Some(word) if typed.field.is_empty() => (word.0, kind),
            _ => (typed.start, ""),
        };
        let colon = if field.is_empty() { "" } else { ":" };
        let suggestion = Suggestion {
            kind: SuggestionKind::Name,
            text: name.to_string(),
            insert: [field, colon, &quoted(name)].concat(),
            start,
            n_documents,
            doc: None,
        };
        out.push((n_words, suggestion));
    });
}

/// Adds the words of most documents, as a text writes them.
fn add_words(index: &Index, typed: &Typed<'_>, most: usize, out: &mut Vec<Suggestion>) {
    let mut terms: Vec<u32> = index.terms_with_prefix(&typed.prefix).collect();
    let rarity = |&term: &u32| u64::from(u32::MAX - index.document_frequency(TermId(term)));
    keep_first(&mut terms, most + 1, rarity);
    terms.retain(|&term| index.term_text(TermId(term)) != typed.prefix);
    for &term in terms.iter().take(most) {
        let text = spelling(index, TermId(term));
        out.push(Suggestion {
            kind: SuggestionKind::Word,
            insert: text.clone(),
            text,
            start: typed.start,
            n_documents: index.document_frequency(TermId(term)),
            doc: None,
        });
    }
}

/// Returns a term as a text writes it: without the capital of a sentence's first word where another text
/// shows that it has none, and without capitals only where it has none anywhere.
fn spelling(index: &Index, term: TermId) -> String {
    let folded = index.term_text(term);
    let (mut best, mut rank) = (String::new(), 3);
    let (mut postings, mut units) = (index.postings(term), Vec::new());
    for _ in 0..MOST_SPELLINGS {
        if postings.doc() == DocId::END || rank == 0 {
            break;
        }
        postings.units(&mut units);
        let view = index.document(postings.doc());
        let place = units.last().map_or(0, |&unit| unit as usize);
        let surface = surface(&BlockText::read(view, place.checked_sub(1)), &folded);
        let is_small = |c: char| c.is_lowercase();
        let own = match surface.chars().next() {
            None => 3,
            // Scripts without case have no capitals to avoid.
            Some(first) if is_small(first) || !first.is_uppercase() => 0,
            Some(_) if surface.contains(is_small) => 1,
            Some(_) => 2,
        };
        if own < rank {
            (best, rank) = (surface, own);
        }
        postings.advance();
    }
    // Capitals would make operators of these.
    if best.is_empty() || ["AND", "OR", "NOT"].contains(&best.as_str()) {
        return folded;
    }
    best
}

/// Returns how a block writes a term, without the possessive; empty where it does not hold it.
fn surface(block: &BlockText<'_>, term: &str) -> String {
    let joined = block.joined.iter().find(|joined| joined.term == term);
    let is_term = |span: &&ByteSpan| analysis::fold(span.of(block.text)) == term;
    let span = match joined {
        Some(joined) => Some(joined.span),
        None => block.words.iter().find(is_term).copied(),
    };
    bare_of_possessive(span.map_or("", |span| span.of(block.text))).to_string()
}

fn bare_of_possessive(text: &str) -> &str {
    let bare = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s"));
    bare.unwrap_or(text)
}

fn add_values(
    index: &Index,
    field: &str,
    typed: &Typed<'_>,
    most: usize,
    out: &mut Vec<Suggestion>,
) {
    let singular = field.strip_suffix('s').unwrap_or(field);
    let view = index.field(field).or_else(|| index.field(singular));
    let Some(view) = view else { return };
    let values: Vec<&str> = view.values().collect();
    let mut counts = vec![0_u32; values.len()];
    for document in 0..index.n_documents() {
        for &number in view.document_values(DocId(document)) {
            if let Some(count) = counts.get_mut(number as usize) {
                *count += 1;
            }
        }
    }
    let mut fitting: Vec<usize> = Vec::new();
    for (number, value) in values.iter().enumerate() {
        if typed.is_all_in(value) {
            fitting.push(number);
        }
    }
    keep_first(&mut fitting, most, |&at| u64::from(u32::MAX - counts[at]));
    for at in fitting {
        out.push(Suggestion {
            kind: SuggestionKind::Value,
            text: values[at].to_string(),
            insert: quoted(values[at]),
            start: typed.start,
            n_documents: counts[at],
            doc: None,
        });
    }
}

fn add_titles(index: &Index, typed: &Typed<'_>, out: &mut Vec<Suggestion>) {
    let titled = index
        .documents()
        .filter(|view| typed.is_all_in(view.title()));
    for view in titled.take(MOST_TITLES) {
        out.push(Suggestion {
            kind: SuggestionKind::Title,
            text: view.title().to_string(),
            insert: String::new(),
            start: typed.start,
            n_documents: 1,
            doc: Some(view.doc()),
        });
    }
}

/// Returns a value as a query holds it: in quotation marks where it is more than letters and digits.
fn quoted(value: &str) -> String {
    if value.chars().all(char::is_alphanumeric) && !value.is_empty() {
        return value.to_string();
    }
    ["\"", &value.replace('"', " "), "\""].concat()
}

/// What stands before the cursor.
#[derive(Debug, PartialEq, Eq)]
struct Typed<'t> {
    /// The field that is asked for; empty for none.
    field: &'t str,
    /// Where the word, or the value of the field, begins in the text.
    start: usize,
    /// The word, folded.
    prefix: String,
    /// The plain words before the cursor, folded, with the places where they begin.
    words: Vec<(usize, String)>,
    /// Whether a quotation mark is open that no field stands before.
    is_quoted: bool,
}

impl<'t> Typed<'t> {
    /// Reads the text before the cursor; `None` where nothing can be said about what will follow.
    fn at(text: &'t str, cursor: usize) -> Option<Self> {
        let text = text.get(..cursor.min(text.len()))?;
        let mut from = text.len().saturating_sub(MOST_TYPED_BYTES);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let near = text.get(from..)?;
        let (mut n_marks, mut open, mut plain) = (0, 0, 0);
        for (at, c) in near.char_indices() {
            if is_mark(c) {
                n_marks += 1;
                open = at;
            }
            if is_mark(c) || matches!(c, '(' | ')' | '|') {
                plain = at + c.len_utf8();
            }
        }
        let mut field = "";
        let is_quoted = n_marks % 2 == 1;
        let (mut start, mut first) = (None, plain);
        if is_quoted {
            first = open + near.get(open..)?.chars().next().map_or(1, char::len_utf8);
            if let Some(name) = near.get(..open)?.strip_suffix(':') {
                (field, start) = (last_word(name), Some(open));
            }
        } else {
            let word = last_word(near.get(plain..)?);
            if let Some((name, value)) = word.split_once(':') {
                first = near.len() - value.len();
                (field, start) = (name, Some(first));
            }
        }
        let typed = Self {
            field: field.trim_start_matches(['-', '(']),
            start: from + start.unwrap_or(first),
            prefix: String::new(),
            words: Vec::new(),
            is_quoted: is_quoted && field.is_empty(),
        };
        typed.with_words(near.get(first..)?, from + first)
    }

    /// Reads the words of `stretch`, which begins at `first` in the text.
    fn with_words(mut self, stretch: &str, first: usize) -> Option<Self> {
        let mut last_start = first;
        let mut last = "";
        for word in stretch.split(char::is_whitespace) {
            let bare = word.trim_start_matches(['-', '=', '+']);
            last_start = first + (bare.as_ptr() as usize - stretch.as_ptr() as usize);
            last = word;
            // A pattern is no beginning of a word either.
            let is_operator = ["AND", "OR", "NOT"].contains(&word)
                || word.contains([':', '/', '*', '?', '~', '\\', '^']);
            if is_operator || bare.len() < word.len() {
                self.words.clear();
            }
            let folded = analysis::fold(bare);
            if !folded.is_empty() && !is_operator {
                self.words.push((last_start, folded));
            }
        }
        if !self.field.is_empty() && stretch.is_empty() {
            return Some(self);
        }
        let (begins, prefix) = self.words.last()?.clone();
        if last.is_empty() && self.field.is_empty() && !self.is_quoted {
            return Some(self);
        }
        // Behind a sign that is an operator no word has begun. After other words a letter says enough.
        let is_little = self.words.len() == 1 && prefix.len() < LEAST_BYTES;
        if begins != last_start || self.field.is_empty() && is_little {
            return None;
        }
        if self.field.is_empty() {
            self.start = begins;
        }
        self.prefix = prefix;
        Some(self)
    }

    /// Returns how many of the words, counted from the last, are beginnings of words of `text`.
    fn n_words_in(&self, text: &str) -> usize {
        let fits = |(_, word): &&(usize, String)| has_word_with_prefix(text, word);
        self.words.iter().rev().take_while(fits).count()
    }

    fn is_all_in(&self, text: &str) -> bool {
        self.n_words_in(text) == self.words.len()
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

fn last_word(text: &str) -> &str {
    text.rsplit(char::is_whitespace).next().unwrap_or(text)
}

/// Tells whether a word of `text`, or a compound in it, begins with a folded prefix.
fn has_word_with_prefix(text: &str, prefix: &str) -> bool {
    let first = prefix.as_bytes().first().copied().unwrap_or(0);
    let mut before = b' ';
    // Most texts have no word that begins with the same letter; they are not cut into words.
    let may_have = text.bytes().any(|byte| {
        let begins = !before.is_ascii_alphanumeric();
        before = byte;
        byte >= 128 || begins && byte.to_ascii_lowercase() == first
    });
    let mut has = false;
    if may_have {
        analysis::tokens(text, &mut |token| has |= token.term.starts_with(prefix));
    }
    has
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, field: &str, start: usize, words: &[&str]) {
        let typed = Typed::at(text, text.len()).unwrap_or_else(|| panic!("{text} is a beginning"));
        let found: Vec<&str> = typed.words.iter().map(|(_, word)| word.as_str()).collect();
        assert_eq!((typed.field, typed.start), (field, start), "{text}");
        assert_eq!(found, words, "{text}");
    }

    #[test]
    fn the_word_before_the_cursor_is_completed() {
        check("ho", "", 0, &["ho"]);
        check("the road to Ho", "", 12, &["the", "road", "to", "ho"]);
        check("al-Sh", "", 0, &["alsh"]);
        check("homs -dam", "", 6, &["dam"]);
        check("homs OR dam", "", 8, &["dam"]);
        check("(homs dam", "", 6, &["homs", "dam"]);
        check("\"drunk wi", "", 7, &["drunk", "wi"]);
        check("\"a b\" ho", "", 6, &["ho"]);
        check("حم", "", 0, &["حم"]);
        check("maher a", "", 6, &["maher", "a"]);
    }

    #[test]
    fn behind_a_space_the_words_before_it_are_known() {
        let typed = Typed::at("qais al-khazali ", 16).expect("two words");
        assert_eq!((typed.prefix.as_str(), typed.words.len()), ("", 2));
    }

    #[test]
    fn a_field_has_its_own_values() {
        check("homs tag:Dam", "tag", 9, &["dam"]);
        check("person:\"al jo", "person", 7, &["al", "jo"]);
        check("-source:Ra", "source", 8, &["ra"]);
        check("homs (tag:", "tag", 10, &[]);
    }

    #[test]
    fn nothing_is_proposed_where_nothing_has_begun() {
        for text in [
            "", "h", "betray*", "betray* ", "khaz~", "/assa", "\"", "\"a b\"", "(", "-", "OR",
        ] {
            assert_eq!(Typed::at(text, text.len()), None, "{text}");
        }
    }

    #[test]
    fn a_cursor_inside_a_character_or_beyond_the_text_is_no_harm() {
        assert_eq!(Typed::at("حم", 1), None);
        assert!(Typed::at("homs", 99).is_some());
        let long = "wörter ".repeat(1000);
        assert!(
            (0..long.len()).all(|at| Typed::at(&long, at).is_none_or(|typed| typed.start <= at))
        );
    }
}
