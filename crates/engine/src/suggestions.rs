//! Suggestions as records.

use index::Index;
use protocol::{SuggestRecord, SuggestRequest, SuggestionRecord};
use search::{Searcher, Suggestion};

/// Returns what a reader may be about to type.
pub(crate) fn suggest(
    index: &Index,
    searcher: Searcher<'_>,
    request: &SuggestRequest,
) -> SuggestRecord {
    let found = searcher.suggestions(&request.text, request.cursor, request.limit);
    let record = |one: Suggestion| SuggestionRecord {
        kind: one.kind.as_str().to_string(),
        text: one.text,
        insert: one.insert,
        start: one.start,
        documents: one.n_documents,
        id: one
            .doc
            .map_or("", |doc| index.document(doc).id())
            .to_string(),
    };
    SuggestRecord {
        suggestions: found.into_iter().map(record).collect(),
    }
}
