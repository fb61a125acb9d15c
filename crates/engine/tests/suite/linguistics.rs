//! Concordance and statistics through the front door.

use engine::Session;
use protocol::{
    CollocatesRequest, ConcordanceLevel, ConcordanceRecord, ConcordanceRequest, ContextWidth,
    DispersionRequest, Filter, KeynessRequest, Lens, NgramsRequest, Reply, Request, SimilarRequest,
    WordListRequest,
};

fn session(documents: &[(&str, &str)]) -> Session {
    let lines: Vec<String> = documents
        .iter()
        .map(|(id, text)| format!("{{\"id\":\"{id}\",\"title\":\"t\",\"lang\":\"en\",\"author\":\"by {id}\",\"text\":\"{text}\"}}"))
        .collect();
    let source = corpus::Source {
        name: "texts.jsonl".into(),
        bytes: lines.join("\n").into_bytes(),
    };
    let mut builder = index::IndexBuilder::new(index::BuildOptions::default());
    let read = corpus::read(&source, &corpus::ReadOptions::default());
    read.documents
        .iter()
        .for_each(|document| builder.add(document));
    Session::open(builder.finish().expect("small").into()).expect("just built")
}

fn syria() -> Session {
    session(&[
        (
            "darwish",
            "The army left Homs. Homs fell at dawn. The road was open.",
        ),
        (
            "worth",
            "The army of Assad held the road to Homs. Damascus fell.",
        ),
        ("khoury", "Damascus was quiet. Nobody betrayed the army."),
    ])
}

fn lens(query: &str) -> Lens {
    Lens {
        query: query.into(),
        ..Lens::default()
    }
}

fn concordance(session: &Session, request: ConcordanceRequest) -> ConcordanceRecord {
    let request = ConcordanceRequest {
        limit: 100,
        width: ContextWidth::Words(1),
        ..request
    };
    match session.answer(&Request::Concordance(request)) {
        Reply::Concordance(record) => record,
        other => panic!("{other:?}"),
    }
}

fn matches(record: &ConcordanceRecord) -> Vec<String> {
    let line = |line: &protocol::ConcordanceLineRecord| {
        format!("{}{}{}", line.left, line.node, line.right)
    };
    record.lines.iter().map(line).collect()
}

#[test]
fn every_way_to_ask_gives_lines() {
    let session = syria();
    let found = |query: &str| {
        matches(&concordance(
            &session,
            ConcordanceRequest {
                lens: lens(query),
                ..ConcordanceRequest::default()
            },
        ))
    };
    assert_eq!(
        found("\"the army\""),
        ["The army left", "The army of", "betrayed the army"]
    );
    assert_eq!(found("betray*"), ["Nobody betrayed the"]);
    assert_eq!(found("betrays"), ["Nobody betrayed the"]);
    assert_eq!(found("=Homs").len(), 3);
    assert_eq!(found("army NEAR/3 left").len(), 2);
    assert_eq!(found("homs author:\"by worth\""), ["to Homs. Damascus"]);
    assert_eq!(found("homs -dawn"), ["to Homs. Damascus"]);
    assert_eq!(
        found("sentence:(homs fell)"),
        ["Homs. Homs fell", "Homs fell at"]
    );
}

#[test]
fn what_a_search_marks_is_what_a_concordance_shows() {
    let session = syria();
    for query in [
        "homs fell",
        "\"the army\"",
        "d*",
        "army NEAR/3 homs",
        "=Damascus",
        "the road",
    ] {
        let record = concordance(
            &session,
            ConcordanceRequest {
                lens: lens(query),
                ..ConcordanceRequest::default()
            },
        );
        let mut marks = Vec::new();
        let search = protocol::SearchRequest {
            query: query.into(),
            limit: 10,
            ..protocol::SearchRequest::default()
        };
        let Reply::Search(answer) = session.answer(&Request::Search(search)) else {
            panic!("a search is answered")
        };
        for hit in answer.hits.iter().filter(|hit| hit.missing.is_empty()) {
            let ask = Request::Document {
                id: hit.id.clone(),
                query: query.into(),
                exact: false,
            };
            let Reply::Document(document) = session.answer(&ask) else {
                panic!("a document is answered")
            };
            marks.extend(
                document
                    .marks
                    .iter()
                    .map(|&[start, end]| (hit.id.clone(), start, end)),
            );
        }
        marks.sort();
        let mut lines: Vec<_> = record
            .lines
            .iter()
            .map(|line| (line.doc.clone(), line.start, line.end))
            .collect();
        lines.sort();
        assert_eq!(lines, marks, "{query}");
        assert_eq!(record.total, record.lines.len());
    }
}

#[test]
fn a_node_is_looked_for_inside_the_lens_and_the_scope_says_so() {
    let session = syria();
    let record = concordance(
        &session,
        ConcordanceRequest {
            lens: lens("damascus"),
            node: "army".into(),
            sort: vec![ConcordanceLevel::Left1],
            ..ConcordanceRequest::default()
        },
    );
    assert_eq!(
        (record.total, record.documents, record.scope.documents),
        (2, 2, 2)
    );
    // Alone, a query is rare or frequent among all documents, not among those that have it.
    let alone = concordance(
        &session,
        ConcordanceRequest {
            lens: lens("homs author:\"by darwish\""),
            ..ConcordanceRequest::default()
        },
    );
    assert_eq!(alone.scope.documents, 1);
    let homs = concordance(
        &session,
        ConcordanceRequest {
            lens: lens("homs"),
            ..ConcordanceRequest::default()
        },
    );
    assert_eq!((homs.documents, homs.scope.documents), (2, 3));
}

#[test]
fn a_question_without_words_is_refused_in_a_sentence() {
    let session = syria();
    let refused = |request: Request| match session.answer(&request) {
        Reply::Refused { message } => message,
        other => panic!("{other:?}"),
    };
    assert!(refused(Request::Concordance(ConcordanceRequest::default())).contains("word"));
    assert!(refused(Request::Collocates(CollocatesRequest::default())).contains("word"));
    assert!(refused(Request::Dispersion(DispersionRequest::default())).contains("word"));
    assert!(refused(Request::Keyness(KeynessRequest::default())).contains("compare"));
    assert!(refused(Request::Similar(SimilarRequest::default())).contains("document"));
}

#[test]
fn an_unknown_word_gives_an_empty_answer_with_a_note() {
    let record = concordance(
        &syria(),
        ConcordanceRequest {
            lens: lens("xqztv"),
            ..ConcordanceRequest::default()
        },
    );
    assert_eq!(record.total, 0);
    assert_eq!(record.notes[0].kind, "unknown_word");
}

#[test]
fn words_and_runs_are_counted_in_the_lens_alone() {
    let session = syria();
    let request = WordListRequest {
        lens: lens("damascus"),
        without_function_words: true,
        limit: 1,
        ..WordListRequest::default()
    };
    let Reply::WordList(list) = session.answer(&Request::WordList(request)) else {
        panic!("a list is answered")
    };
    assert_eq!(
        (list.rows[0].term.as_str(), list.rows[0].frequency),
        ("army", 2)
    );
    assert_eq!(list.scope.documents, 2);
    let request = NgramsRequest {
        lens: lens("damascus"),
        size: 2,
        containing: "arm*".into(),
        limit: 1,
        ..NgramsRequest::default()
    };
    let Reply::Ngrams(ngrams) = session.answer(&Request::Ngrams(request)) else {
        panic!("n-grams are answered")
    };
    assert_eq!(
        (ngrams.rows[0].ngram.as_str(), ngrams.rows[0].documents),
        ("the army", 2)
    );
}

#[test]
fn one_document_is_compared_with_the_rest() {
    let session = syria();
    let target = Lens {
        filters: vec![Filter {
            field: "doc".into(),
            values: vec!["darwish".into()],
        }],
        ..Lens::default()
    };
    let request = KeynessRequest {
        target,
        limit: 100,
        ..KeynessRequest::default()
    };
    let Reply::Keyness(keyness) = session.answer(&Request::Keyness(request)) else {
        panic!("keyness is answered")
    };
    assert_eq!(
        (keyness.target.documents, keyness.reference.documents),
        (1, 2)
    );
    let homs = keyness
        .rows
        .iter()
        .find(|row| row.term == "homs")
        .expect("a row");
    assert_eq!((homs.frequency, homs.reference_frequency), (2, 1));
    assert!(homs.log_ratio > 0.0);
}

#[test]
fn a_counted_word_leads_to_exactly_its_places_inside_the_lens_or_outside() {
    let session = syria();
    let lines = |lens: Lens, outside: bool, terms: &str| {
        let request = ConcordanceRequest {
            lens,
            terms: terms.into(),
            outside,
            ..ConcordanceRequest::default()
        };
        let record = concordance(&session, request);
        (record.total, record.scope.documents)
    };
    assert_eq!(lines(lens("damascus"), false, "army"), (2, 2));
    assert_eq!(lines(lens("damascus"), true, "army"), (1, 1));
    assert_eq!(lines(lens(""), false, "the army"), (3, 3));
    assert_eq!(lines(lens(""), false, "no such words"), (0, 3));
}

#[test]
fn a_collocate_leads_to_the_matches_that_it_stands_near() {
    let session = syria();
    let near = |left: u32, right: u32| {
        let request = ConcordanceRequest {
            lens: lens("army"),
            near: "homs".into(),
            left,
            right,
            ..ConcordanceRequest::default()
        };
        concordance(&session, request).total
    };
    assert_eq!((near(5, 5), near(5, 0), near(0, 1)), (1, 0, 0));
}
