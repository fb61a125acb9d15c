//! Searches as records.

use crate::documents::hex;
use crate::reading;
use index::{DocId, Index};
use protocol::{
    ExpansionRecord, FacetRecord, FacetValueRecord, Filter, HitRecord, Lens, NoteRecord,
    PassageRecord, SearchRecord, SearchRequest, SortOrder,
};
use query::QueryProblem;
use search::{Expansion, Facet, FieldFilter, Hit, Note, Order, Passage, SearchOptions, Searcher};
use sorting::SmallSort;

/// Answers a search.
pub(crate) fn search(
    index: &Index,
    searcher: Searcher<'_>,
    request: &SearchRequest,
) -> SearchRecord {
    let (query, problems) = if request.plain {
        let query = query::parse_plain(&request.query);
        let problem = reading::no_word(&request.query, &query);
        (query, problem.into_iter().collect())
    } else {
        reading::read(&request.query)
    };
    let answer = searcher.search(&query, &options(request));
    let mut notes: Vec<NoteRecord> = problems
        .into_iter()
        .map(|problem| problem_note(&request.query, problem))
        .collect();
    notes.extend(answer.notes.into_iter().map(note_record));
    SearchRecord {
        query: request.query.clone(),
        read_as: query.to_canonical(),
        total: answer.total,
        partial_total: answer.partial_total,
        took_us: 0,
        hits: answer
            .hits
            .into_iter()
            .map(|hit| hit_record(index, hit))
            .collect(),
        expansions: expansions_by_word(&answer.expansions),
        expansion_details: answer
            .expansions
            .into_iter()
            .map(expansion_record)
            .collect(),
        facets: answer.facets.into_iter().map(facet_record).collect(),
        notes,
    }
}

fn options(request: &SearchRequest) -> SearchOptions {
    SearchOptions {
        filters: filters(&request.filters),
        order: match request.sort {
            SortOrder::Relevance => Order::Relevance,
            SortOrder::Newest => Order::Newest,
            SortOrder::Oldest => Order::Oldest,
            SortOrder::Title => Order::Title,
            SortOrder::Source => Order::Source,
            SortOrder::Longest => Order::Longest,
            SortOrder::Shortest => Order::Shortest,
        },
        offset: request.offset,
        limit: request.limit,
        passages: request.passages,
        facets: request.facets,
        exact: request.exact,
    }
}

/// Returns filters as the search knows them.
pub(crate) fn filters(filters: &[Filter]) -> Vec<FieldFilter> {
    let filters = filters.iter();
    filters
        .map(|filter| (filter.field.clone(), filter.values.clone()))
        .collect()
}

fn hit_record(index: &Index, hit: Hit) -> HitRecord {
    let view = index.document(hit.doc);
    let passage = |passage: Passage| PassageRecord {
        text: view.slice(passage.span).to_string(),
        block: hex(passage.block.0),
        start: passage.span.start,
        end: passage.span.end,
        marks: passage
            .marks
            .into_iter()
            .map(|mark| [mark.start, mark.end])
            .collect(),
    };
    HitRecord {
        id: view.id().to_string(),
        title: view.title().to_string(),
        score: hit.score,
        date: view.date().map(str::to_string),
        missing: hit.missing,
        matches: hit.n_matches,
        passages: hit.passages.into_iter().map(passage).collect(),
    }
}

/// Returns the forms of each widened word, whatever the reason, most frequent first.
fn expansions_by_word(expansions: &[Expansion]) -> Vec<(String, Vec<String>)> {
    let mut words: Vec<(String, Vec<String>)> = Vec::new();
    for expansion in expansions {
        let place = words.partition_point(|(word, _)| *word < expansion.word);
        if words
            .get(place)
            .is_none_or(|(word, _)| *word != expansion.word)
        {
            words.insert(place, (expansion.word.clone(), Vec::new()));
        }
        for (form, _) in &expansion.forms {
            if !words[place].1.contains(form) {
                words[place].1.push(form.clone());
            }
        }
    }
    words
}

pub(crate) fn expansion_record(expansion: Expansion) -> ExpansionRecord {
    ExpansionRecord {
        word: expansion.word,
        reason: expansion.reason.as_str().to_string(),
        forms: expansion.forms,
    }
}

fn facet_record(facet: Facet) -> FacetRecord {
    let value = |value: search::FacetValue| FacetValueRecord {
        value: value.value,
        count: value.n_documents,
        chosen: value.chosen,
    };
    FacetRecord {
        field: facet.field,
        mentioned: facet.mentioned,
        values: facet.values.into_iter().map(value).collect(),
    }
}

pub(crate) fn note_record(note: Note) -> NoteRecord {
    NoteRecord {
        kind: note.kind.as_str().to_string(),
        about: note.about,
        message: note.message,
        suggestions: note.suggestions,
    }
}

/// Makes a note of what the parser had to guess, about the part of the query where it did.
pub(crate) fn problem_note(query: &str, problem: QueryProblem) -> NoteRecord {
    let about = query
        .get(problem.span.start as usize..problem.span.end as usize)
        .unwrap_or_default();
    let message = if problem.hint.is_empty() {
        problem.message
    } else {
        [&*problem.message, "; ", &problem.hint].concat()
    };
    NoteRecord {
        kind: "parser".to_string(),
        about: about.to_string(),
        message,
        suggestions: Vec::new(),
    }
}

/// Where a query matches in one document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HitPlaces {
    /// Matches in the title, as `[start, end]` in its bytes, ascending, not overlapping.
    pub in_title: Vec<[u32; 2]>,
    /// Where matches begin in the text: shares of it from 0 to below 1, ascending; none where the document does not
    /// answer all of the query.
    pub in_text: Vec<f32>,
}

/// See [`crate::Session::places`].
pub(crate) fn places(
    index: &Index,
    searcher: Searcher<'_>,
    lens: &Lens,
    ids: &[&str],
) -> Vec<HitPlaces> {
    let (query, _) = reading::read(&lens.query);
    let wanted: Vec<Option<DocId>> = ids.iter().map(|id| index.doc_by_id(id)).collect();
    let mut documents: Vec<DocId> = wanted.iter().copied().flatten().collect();
    documents.small_sort_by_key(|doc| doc.0);
    documents.dedup();
    let found = searcher.matches(&query, &[], lens.exact);
    documents.retain(|doc| found.documents.binary_search(doc).is_ok());
    let mut places = vec![HitPlaces::default(); ids.len()];
    for (own, place) in wanted.iter().zip(&mut places) {
        let in_title = own.map_or_else(Vec::new, |doc| found.in_title(doc));
        place.in_title = in_title.iter().map(|span| [span.start, span.end]).collect();
    }
    found.for_each(&documents, &mut |doc, marks| {
        let length = index.document(doc).text_bytes().max(1) as f32;
        let shares: Vec<f32> = marks
            .iter()
            .map(|mark| mark.start as f32 / length)
            .collect();
        for (own, place) in wanted.iter().zip(&mut places) {
            if *own == Some(doc) {
                place.in_text.clone_from(&shares);
            }
        }
    });
    places
}
