//! Examples of queries, each made of what the opened collection holds and tried before it is shown.

use super::wording;
use crate::state::Library;
use protocol::{
    Lens, NamesRequest, Page, Reply, Request, SearchRequest, SummaryRecord, TimelineRequest,
    VoicesRequest,
};
use vademecum_page::interface::Wording;

/// Names and speakers of a kind that are tried.
const MOST_NAMES: usize = 12;
/// Words that are tried with each other.
const MOST_WORDS: usize = 8;
/// Characters of a word that is telling by itself.
const LONG_WORD: usize = 5;

/// A query with what it means and how many documents answer it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The query.
    pub form: String,
    /// What it asks for.
    pub meaning: Wording,
    /// Documents that answer it; at least one.
    pub documents: usize,
}

/// What can be shown of a collection.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Examples {
    /// Queries, simple ones first.
    pub queries: Vec<Example>,
    /// A word of the texts that is written with a hyphen; empty where none is known.
    pub hyphenated: String,
}

/// What answers requests.
type Ask<'a> = &'a dyn Fn(&Request) -> Reply;

/// Returns the request that everything else waits for: who is named most often.
#[must_use]
pub fn first_request() -> Request {
    names_request("person")
}

fn names_request(kind: &str) -> Request {
    Request::Names(NamesRequest {
        kind: kind.to_owned(),
        page: first_rows(),
        ..NamesRequest::default()
    })
}

fn first_rows() -> Page {
    Page {
        offset: 0,
        limit: MOST_NAMES,
    }
}

/// Returns examples for each kind of query that finds something here.
///
/// Cost: some dozens of searches without hits to show.
#[must_use]
pub fn examples(ask: Ask<'_>, library: &Library) -> Examples {
    let [people, places, bodies] = ["person", "place", "org"].map(|kind| named(ask, kind));
    let words = words(ask, library, &places);
    let mut found = Found {
        ask,
        queries: Vec::new(),
    };
    found.add_words(&words);
    let mut phrases: Vec<&String> = people.iter().chain(&bodies).chain(&places).collect();
    phrases.retain(|name| name.contains(' '));
    let titles = || library.corpus.documents.iter().map(|one| &one.title);
    phrases.extend(titles().take(MOST_NAMES));
    found.add(
        &wording::OF_PHRASE,
        &mut phrases.iter().map(|name| quoted(name)),
    );
    found.add_forms(&words);
    found.add_metadata(library, &words);
    for (field, names, meaning) in [
        ("person", &people, &wording::OF_PERSON),
        ("place", &places, &wording::OF_PLACE),
        ("org", &bodies, &wording::OF_ORG),
    ] {
        found.add(meaning, &mut names.iter().map(|name| fielded(field, name)));
    }
    let by = speakers(ask);
    found.add(
        &wording::OF_SPEAKER,
        &mut by.iter().map(|name| fielded("by", name)),
    );
    found.add(
        &wording::OF_QUOTATION,
        &mut words.iter().map(|word| fielded("said", word)),
    );
    found.add(
        &wording::OF_DAY,
        &mut day(ask).iter().map(|day| fielded("day", day)),
    );
    let names = people.iter().chain(&places).chain(&bodies);
    let mut pieces = names.flat_map(|name| name.split(' '));
    let hyphenated = pieces.find(|piece| {
        let is_letter = |c: char| c.is_alphabetic() || c == '-';
        piece.contains('-') && piece.chars().all(is_letter) && !piece.ends_with('-')
    });
    Examples {
        hyphenated: hyphenated.unwrap_or_default().to_owned(),
        queries: found.queries,
    }
}

/// The examples so far.
struct Found<'a> {
    ask: Ask<'a>,
    queries: Vec<Example>,
}

impl Found<'_> {
    /// Adds the first of some queries that finds something.
    fn add(&mut self, meaning: &Wording, forms: &mut dyn Iterator<Item = String>) {
        for form in forms {
            let documents = n_documents(self.ask, &form);
            if documents > 0 {
                return self.queries.push(Example {
                    form,
                    meaning: *meaning,
                    documents,
                });
            }
        }
    }

    fn add_words(&mut self, words: &[String]) {
        let pairs = |join: &'static str| {
            words.iter().flat_map(move |left| {
                let others = words.iter().filter(move |right| *right != left);
                others.map(move |right| [left, join, right].concat())
            })
        };
        self.add(&wording::OF_BOTH, &mut pairs(" "));
        self.add(&wording::OF_EITHER, &mut pairs(" OR "));
        self.add(&wording::OF_FIRST, &mut pairs(" -"));
        let near = pairs(" ").map(|pair| ["\"", &pair, "\"~5"].concat());
        self.add(&wording::OF_NEAR, &mut near.into_iter());
    }

    fn add_forms(&mut self, words: &[String]) {
        let beginning = |word: &String| -> String {
            let begun: String = word.chars().take(LONG_WORD - 1).collect();
            begun + "*"
        };
        self.add(&wording::OF_PREFIX, &mut words.iter().map(beginning));
        let long = words.iter().filter(|word| word.chars().count() > LONG_WORD);
        let wrong = long.map(|word| -> String {
            let rest = word.chars().enumerate();
            let kept = rest.filter(|(at, _)| *at != LONG_WORD - 2);
            kept.map(|(_, letter)| letter).chain(['~']).collect()
        });
        self.add(&wording::OF_TYPO, &mut wrong.into_iter());
        let exact = words.iter().map(|word| ["=", word].concat());
        self.add(&wording::OF_FORM, &mut exact.into_iter());
    }

    fn add_metadata(&mut self, library: &Library, words: &[String]) {
        let documents = &library.corpus.documents;
        let titled = words.iter().map(|word| fielded("title", word));
        self.add(&wording::OF_TITLE, &mut titled.into_iter());
        for field in ["source", "author", "tag"] {
            let values = documents.iter().filter_map(|one| value(one, field));
            self.add(
                &wording::OF_METADATA,
                &mut values.map(|value| fielded(field, value)),
            );
        }
        let dates = documents.iter().filter_map(|one| one.date.as_deref());
        let months = dates.filter_map(|date| date.get(..7));
        self.add(
            &wording::OF_DATE,
            &mut months.map(|month| ["date:", month].concat()),
        );
    }
}

fn value<'d>(document: &'d SummaryRecord, field: &str) -> Option<&'d String> {
    let own = document.fields.iter().find(|one| one.name == field)?;
    own.values.first()
}

/// Returns the number of documents that answer a query.
fn n_documents(ask: Ask<'_>, query: &str) -> usize {
    let request = SearchRequest {
        query: query.to_owned(),
        ..SearchRequest::default()
    };
    match ask(&Request::Search(request)) {
        Reply::Search(record) => record.total,
        _ => 0,
    }
}

/// Returns those of a kind that are named most often.
fn named(ask: Ask<'_>, kind: &str) -> Vec<String> {
    match ask(&names_request(kind)) {
        Reply::Names(record) => record.rows.into_iter().map(|row| row.preferred).collect(),
        _ => Vec::new(),
    }
}

/// Returns those who are quoted with most words.
fn speakers(ask: Ask<'_>) -> Vec<String> {
    let request = VoicesRequest {
        of_speakers: true,
        page: first_rows(),
        ..VoicesRequest::default()
    };
    match ask(&Request::Voices(request)) {
        Reply::Voices(record) => record.speakers.into_iter().map(|row| row.speaker).collect(),
        _ => Vec::new(),
    }
}

/// Returns a day that texts mention, out of the time that they mention most.
fn day(ask: Ask<'_>) -> Option<String> {
    let mut within = String::new();
    // A century, a decade, a year, a month, a day.
    for _ in 0..5 {
        let request = TimelineRequest {
            lens: Lens::default(),
            within,
            ..TimelineRequest::default()
        };
        let Reply::Timeline(record) = ask(&Request::Timeline(request)) else {
            return None;
        };
        let bar = record.bars.into_iter().max_by_key(|bar| bar.n_mentions)?;
        within = bar.edtf;
        if within.len() == "2024-12-08".len() {
            return Some(within);
        }
    }
    None
}

/// Returns words that tell something about the collection: places, tags, long words of titles; each is in a text.
fn words(ask: Ask<'_>, library: &Library, places: &[String]) -> Vec<String> {
    let documents = &library.corpus.documents;
    let titles = documents.iter().flat_map(|one| one.title.split(' '));
    let long = titles.filter(|word| word.chars().count() >= LONG_WORD);
    let tags = library.frequent_tags(MOST_NAMES);
    let all = places.iter().map(String::as_str).chain(tags).chain(long);
    let mut words: Vec<String> = Vec::new();
    for word in all {
        let is_known = words
            .iter()
            .any(|known| known.to_lowercase() == word.to_lowercase());
        let is_word = !word.is_empty() && word.chars().all(char::is_alphabetic);
        if is_word && !is_known && n_documents(ask, word) > 0 {
            words.push(word.to_owned());
        }
        if words.len() == MOST_WORDS {
            break;
        }
    }
    words
}

fn fielded(field: &str, value: &str) -> String {
    let is_word = value.chars().all(|c| c.is_alphanumeric() || c == '-');
    if is_word {
        [field, ":", value].concat()
    } else {
        [field, ":", &quoted(value)].concat()
    }
}

fn quoted(value: &str) -> String {
    ["\"", &value.replace(['"', '“', '”'], " "), "\""].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::CorpusRecord;

    /// Answers as a collection without days, names and quotations: two words, one of them alone.
    fn answer(request: &Request) -> Reply {
        let Request::Search(request) = request else {
            return Reply::Refused {
                message: "no layers".into(),
            };
        };
        let has = |word: &str| request.query.to_lowercase().contains(word);
        let total = match (has("lantern"), has("orchard")) {
            (true, false) => 2,
            _ if request.query.starts_with("=Orchard") => 1,
            (false, true) if !request.query.contains(':') => 1,
            (true, true) if request.query == "Lantern -Orchard" => 1,
            _ => 0,
        };
        Reply::Search(protocol::SearchRecord {
            total,
            ..protocol::SearchRecord::default()
        })
    }

    #[test]
    fn examples_are_of_the_collection_and_each_finds_what_it_says() {
        let documents = ["The Lantern Orchard", "Other Zebras"].map(|title| SummaryRecord {
            title: title.into(),
            ..SummaryRecord::default()
        });
        let library = Library::new(CorpusRecord {
            documents: documents.into(),
            ..CorpusRecord::default()
        });
        let found = examples(&answer, &library);
        assert!(!found.queries.is_empty());
        for example in &found.queries {
            let Reply::Search(record) = answer(&Request::Search(SearchRequest {
                query: example.form.clone(),
                ..SearchRequest::default()
            })) else {
                unreachable!("a search is answered")
            };
            assert_eq!(record.total, example.documents, "{example:?}");
            assert!(record.total > 0, "{example:?}");
            assert!(!example.form.contains("Zebra"), "{example:?}");
        }
        let forms: Vec<&str> = found.queries.iter().map(|one| &*one.form).collect();
        assert!(forms.contains(&"Lantern -Orchard"), "{forms:?}");
        assert!(forms.contains(&"title:Lantern"), "{forms:?}");
        assert!(
            forms.iter().all(|form| !form.starts_with("person:")),
            "{forms:?}"
        );
    }

    #[test]
    fn a_value_of_several_words_is_quoted() {
        assert_eq!(fielded("by", "al-Sharaa"), "by:al-Sharaa");
        assert_eq!(fielded("by", "a \"man\""), "by:\"a  man \"");
    }
}
