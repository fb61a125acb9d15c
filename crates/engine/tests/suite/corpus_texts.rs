//! Small corpora for the cases.

use corpus::{ReadOptions, Source};
use engine::Session;
use index::{BuildOptions, IndexBuilder};
use protocol::{DocumentRecord, Reply, Request, SearchRecord, SearchRequest};

/// Builds a session over sources: file names with texts, in the order given.
pub(crate) fn session(sources: &[(&str, &str)]) -> Session {
    let mut builder = IndexBuilder::new(BuildOptions::default());
    for (name, text) in sources {
        let source = Source {
            name: (*name).to_string(),
            bytes: text.as_bytes().to_vec(),
        };
        for document in &corpus::read(&source, &ReadOptions::default()).documents {
            builder.add(document);
        }
    }
    let bytes = builder.finish().expect("the texts make an index");
    Session::open(bytes.into()).expect("the index opens")
}

/// Answers a search for ten hits with two passages and facets.
pub(crate) fn search(session: &Session, query: &str) -> SearchRecord {
    ask(
        session,
        &SearchRequest {
            query: query.into(),
            limit: 10,
            passages: 2,
            facets: true,
            ..SearchRequest::default()
        },
    )
}

/// Answers a search.
pub(crate) fn ask(session: &Session, request: &SearchRequest) -> SearchRecord {
    match session.answer(&Request::Search(request.clone())) {
        Reply::Search(record) => record,
        other => panic!("a search is answered by a search, not {other:?}"),
    }
}

/// Returns a document with the marks of a query.
pub(crate) fn document(session: &Session, id: &str, query: &str) -> DocumentRecord {
    match session.answer(&Request::Document {
        id: id.into(),
        query: query.into(),
        exact: false,
    }) {
        Reply::Document(record) => record,
        other => panic!("{id} is a document, not {other:?}"),
    }
}

/// Returns the ids of the documents that answer the whole query, best first.
pub(crate) fn full_hits(session: &Session, query: &str) -> Vec<String> {
    let record = search(session, query);
    let hits: Vec<String> = record
        .hits
        .iter()
        .filter(|hit| hit.missing.is_empty())
        .map(|hit| hit.id.clone())
        .collect();
    assert_eq!(
        hits.len(),
        record.total.min(10),
        "{query}: total and hits agree"
    );
    hits
}

/// Returns the marked parts of the passages of the first hit.
pub(crate) fn marked(record: &SearchRecord) -> Vec<&str> {
    let passages = record.hits.first().map_or(&[][..], |hit| &hit.passages);
    passages
        .iter()
        .flat_map(|passage| {
            passage
                .marks
                .iter()
                .map(|&[start, end]| &passage.text[start as usize..end as usize])
        })
        .collect()
}
