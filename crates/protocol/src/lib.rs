//! Plain records that cross boundaries: what a host asks the engine and what it answers.
//!
//! The page, the command line (`--format json`) and `window.vademecum` speak these same records. They have
//! public fields and no behaviour. Offsets are UTF-8 bytes.

mod as_map;
mod corpus;
mod finding;
mod layers;
mod linguistics;
mod search;

pub use corpus::{
    BlockRecord, CorpusRecord, DocumentRecord, FieldRecord, InlineRecord, SummaryRecord,
};
pub use finding::{
    BatchRecord, BatchRequest, BatchRowRecord, BreakdownRecord, CertificateRecord, LineReading,
    PartRecord, RelaxationRecord, SearchedRecord, SuggestRecord, SuggestRequest, SuggestionRecord,
};
pub use layers::{
    CompareRecord, CompareRequest, CompareRow, Comparing, ComparisonRecord, DayRecord,
    DifferenceRecord, NameDecision, NameFormRecord, NameMentionRecord, NameRecord, NameRow,
    NamesRecord, NamesRequest, Page, PassageOfRecord, ReuseRecord, SameMomentRecord, Scale,
    SentenceRecord, Shared, SpeakerRow, TimelineBar, TimelineRecord, TimelineRequest, TimelineRow,
    VoiceRecord, VoicesRecord, VoicesRequest,
};
pub use linguistics::{
    CollocateColumn, CollocateRecord, CollocatesRecord, CollocatesRequest, ConcordanceLevel,
    ConcordanceLineRecord, ConcordanceRecord, ConcordanceRequest, ContextWidth, DispersionRecord,
    DispersionRequest, DispersionRowRecord, KeyWordRecord, KeynessColumn, KeynessDirection,
    KeynessRecord, KeynessRequest, Lens, NgramColumn, NgramRecord, NgramsRecord, NgramsRequest,
    ScopeRecord, SharedTermRecord, SimilarDocumentRecord, SimilarRecord, SimilarRequest,
    WordColumn, WordListRecord, WordListRequest, WordRecord,
};
pub use search::{
    ExpansionRecord, FacetRecord, FacetValueRecord, Filter, HitRecord, NoteRecord, PassageRecord,
    SearchRecord, SearchRequest, SortOrder,
};

use serde::{Deserialize, Serialize};

/// What a host asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum Request {
    /// What the corpus is: title, documents, figures.
    Corpus,
    /// Documents that answer a query.
    Search(SearchRequest),
    /// One document, whole, with the places where a query matches.
    Document {
        /// The document's id.
        id: String,
        /// The query whose matches are to be marked; empty for none.
        query: String,
        /// As in [`SearchRequest::exact`].
        #[serde(default)]
        exact: bool,
    },
    /// Matches in their contexts.
    Concordance(ConcordanceRequest),
    /// The different words of the lens's documents.
    WordList(WordListRequest),
    /// Runs of words.
    Ngrams(NgramsRequest),
    /// Words that stand near matches.
    Collocates(CollocatesRequest),
    /// Words that one set of documents uses more than another.
    Keyness(KeynessRequest),
    /// Where matches stand, and how evenly.
    Dispersion(DispersionRequest),
    /// Documents that use the same words as one.
    Similar(SimilarRequest),
    /// Days mentioned.
    Timeline(TimelineRequest),
    /// Names.
    Names(NamesRequest),
    /// Quotations and speakers.
    Voices(VoicesRequest),
    /// Accounts side by side.
    Compare(CompareRequest),
    /// What a reader may be about to type.
    Suggest(SuggestRequest),
    /// What each part of a query finds, and what to drop to find something.
    Breakdown(Lens),
    /// What was searched for in which texts.
    Certificate(Lens),
    /// Many queries at once.
    Batch(BatchRequest),
}

/// What the engine answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "reply", rename_all = "snake_case")]
pub enum Reply {
    /// To [`Request::Corpus`].
    Corpus(CorpusRecord),
    /// To [`Request::Search`].
    Search(SearchRecord),
    /// To [`Request::Document`].
    Document(DocumentRecord),
    /// To [`Request::Concordance`].
    Concordance(ConcordanceRecord),
    /// To [`Request::WordList`].
    WordList(WordListRecord),
    /// To [`Request::Ngrams`].
    Ngrams(NgramsRecord),
    /// To [`Request::Collocates`].
    Collocates(CollocatesRecord),
    /// To [`Request::Keyness`].
    Keyness(KeynessRecord),
    /// To [`Request::Dispersion`].
    Dispersion(DispersionRecord),
    /// To [`Request::Similar`].
    Similar(SimilarRecord),
    /// To [`Request::Timeline`].
    Timeline(TimelineRecord),
    /// To [`Request::Names`].
    Names(NamesRecord),
    /// To [`Request::Voices`].
    Voices(VoicesRecord),
    /// To [`Request::Compare`].
    Compare(CompareRecord),
    /// To [`Request::Suggest`].
    Suggest(SuggestRecord),
    /// To [`Request::Breakdown`].
    Breakdown(BreakdownRecord),
    /// To [`Request::Certificate`].
    Certificate(CertificateRecord),
    /// To [`Request::Batch`].
    Batch(BatchRecord),
    /// The request cannot be answered (an unknown document, for one).
    Refused {
        /// What is wrong and what to do, as a sentence for a reader.
        message: String,
    },
}
