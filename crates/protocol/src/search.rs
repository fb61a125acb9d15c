//! Searching: request and answer.

use serde::{Deserialize, Serialize};

/// A query with the lens's filters.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SearchRequest {
    /// What the reader typed; empty for every document.
    pub query: String,
    /// Chosen facet values; a document must pass every filter.
    pub filters: Vec<Filter>,
    /// Order of the hits.
    pub sort: SortOrder,
    /// Hits to leave out at the start.
    pub offset: usize,
    /// Largest number of hits to give back.
    pub limit: usize,
    /// Largest number of passages for each hit.
    pub passages: usize,
    /// Whether to count facet values over all hits (not only those given back).
    pub facets: bool,
    /// True: operators are ordinary words (a pasted question, a `--queries` file).
    pub plain: bool,
    /// True: no stems, no typing errors, no joined or split forms: only the words as typed, folded.
    pub exact: bool,
}

/// A field whose value must be one of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// Field name: `source`, `tag`, `lang`, `author`, `year`, `month` or any metadata key.
    pub field: String,
    /// Any of these values passes. For `date`: ranges `from..to`, either end may be empty.
    pub values: Vec<String>,
}

/// Order of the hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortOrder {
    /// Best first.
    #[default]
    Relevance,
    /// Newest document first; undated last.
    Newest,
    /// Oldest document first; undated last.
    Oldest,
    /// By title.
    Title,
    /// By the first source; documents without one last.
    Source,
    /// Most words first.
    Longest,
    /// Fewest words first.
    Shortest,
}

/// The answer to a search. This is also what `vademecum search --format json` prints.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SearchRecord {
    /// The query as typed.
    pub query: String,
    /// The query as understood, in canonical syntax; reading it again gives the same query.
    pub read_as: String,
    /// Number of documents that answer the whole query.
    pub total: usize,
    /// Number of further documents that miss at least one word (they follow in `hits`, with `missing`).
    pub partial_total: usize,
    /// Time spent, in microseconds; 0 where the host has no clock.
    pub took_us: u64,
    /// Hits in order.
    pub hits: Vec<HitRecord>,
    /// For each word that was widened: the forms that matched, most frequent first.
    #[serde(with = "crate::as_map")]
    pub expansions: Vec<(String, Vec<String>)>,
    /// The same with counts and reasons.
    pub expansion_details: Vec<ExpansionRecord>,
    /// Counts of field values over all documents that answer.
    pub facets: Vec<FacetRecord>,
    /// What a reader should know: an unknown word, a guess of the parser, a bound that was met.
    pub notes: Vec<NoteRecord>,
}

/// One document that answers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct HitRecord {
    /// The document's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its score; comparable within one answer only.
    pub score: f64,
    /// Its date as in the metadata.
    pub date: Option<String>,
    /// Words of the query that it does not hold; empty for a full answer.
    pub missing: Vec<String>,
    /// Number of matches in the document's text; 0 where no passages were asked for.
    pub matches: usize,
    /// Best passages first; where no match stands in the text, its first sentences, without marks.
    pub passages: Vec<PassageRecord>,
}

/// A stretch of a document's text with marks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PassageRecord {
    /// The text, cut at sentence edges where possible.
    pub text: String,
    /// Id of the block that it begins in (eight hexadecimal digits).
    pub block: String,
    /// Start in the document's plain text.
    pub start: u32,
    /// End in the document's plain text.
    pub end: u32,
    /// Matches, as `[start, end]` in `text`.
    pub marks: Vec<[u32; 2]>,
}

/// One word of the query and the forms it matched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpansionRecord {
    /// The word as typed.
    pub word: String,
    /// How it was widened: `stem`, `typo`, `wildcard`, `regex`, `fuzzy`, `joined` or `split`.
    pub reason: String,
    /// Forms with their number of occurrences in the corpus.
    pub forms: Vec<(String, u64)>,
}

/// Values of one field with counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetRecord {
    /// Field name.
    pub field: String,
    /// Values, most frequent first, then alphabetically; years and months in order of time.
    pub values: Vec<FacetValueRecord>,
    /// Whether the values are names found in the texts, where no metadata key has this name. Not sent.
    #[serde(skip)]
    pub mentioned: bool,
}

/// One value of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValueRecord {
    /// The value.
    pub value: String,
    /// Number of documents that answer and hold it, the filters of other fields applied.
    pub count: usize,
    /// Whether the request filters by it.
    pub chosen: bool,
}

/// Something a reader should know about an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteRecord {
    /// Stable kind for programs: `unknown_word`, `typo`, `unknown_field`, `unknown_value`, `parser`,
    /// `bound`, `partial`, `ambiguous`; `counting` where a concordance or a table says how it was made.
    pub kind: String,
    /// The word or part of the query that it is about; may be empty.
    pub about: String,
    /// A sentence.
    pub message: String,
    /// Proposals to type instead; may be empty.
    pub suggestions: Vec<String>,
}
