//! Decisions about names hold wherever names count.

use crate::layers::session;
use protocol::{
    Filter, Lens, NameDecision, Page, Reply, Request, SearchRequest, TimelineRequest, VoicesRequest,
};

const ALL: Page = Page {
    offset: 0,
    limit: 100,
};

fn decision(kind: &str, preferred: &str, forms: &[&str]) -> NameDecision {
    NameDecision {
        kind: kind.into(),
        preferred: preferred.into(),
        forms: forms.iter().map(|&form| form.to_owned()).collect(),
    }
}

fn ids(session: &engine::Session, query: &str, filters: Vec<Filter>) -> Vec<String> {
    let request = SearchRequest {
        query: query.into(),
        filters,
        limit: 10,
        ..SearchRequest::default()
    };
    let Reply::Search(record) = session.answer(&Request::Search(request)) else {
        panic!("hits");
    };
    let mut ids: Vec<String> = record.hits.into_iter().map(|hit| hit.id).collect();
    ids.sort_unstable();
    ids
}

fn speakers(session: &engine::Session) -> Vec<String> {
    let request = VoicesRequest {
        of_speakers: true,
        page: ALL,
        ..VoicesRequest::default()
    };
    let Reply::Voices(record) = session.answer(&Request::Voices(request)) else {
        panic!("voices");
    };
    let rows = record.speakers.into_iter();
    rows.map(|row| row.speaker).collect()
}

#[test]
fn names_joined_by_the_reader_are_one_in_queries_filters_timeline_and_voices() {
    let session = session(true);
    let joined = decision("person", "The Witness", &["Samir Haddad", "Leila Mansour"]);
    session.decide(&[joined]);
    let both = ["morning", "night"];
    assert_eq!(ids(&session, "person:\"The Witness\"", Vec::new()), both);
    assert_eq!(ids(&session, "person:\"Leila Mansour\"", Vec::new()), both);
    let filter = Filter {
        field: "person".into(),
        values: vec!["The Witness".into()],
    };
    assert_eq!(ids(&session, "", vec![filter]), both);
    assert_eq!(speakers(&session), ["The Witness"]);
    let request = TimelineRequest {
        lens: Lens {
            query: "person:\"The Witness\"".into(),
            ..Lens::default()
        },
        page: ALL,
        ..TimelineRequest::default()
    };
    let Reply::Timeline(record) = session.answer(&Request::Timeline(request)) else {
        panic!("a timeline");
    };
    let days: Vec<&str> = record.rows.iter().map(|row| row.edtf.as_str()).collect();
    assert_eq!(days, ["2024-12-07", "2025-03"]);

    session.decide(&[]);
    assert_eq!(
        ids(&session, "person:\"Leila Mansour\"", Vec::new()),
        ["morning"]
    );
}

#[test]
fn a_hidden_name_is_found_by_no_query_and_speaks_as_the_text_has_it() {
    let session = session(true);
    session.decide(&[decision("hidden", "Samir Haddad", &["Haddad"])]);
    assert!(ids(&session, "person:Haddad", Vec::new()).is_empty());
    assert!(speakers(&session).contains(&"Haddad".to_owned()));
}

#[test]
fn a_form_divided_off_is_a_name_of_its_own_in_queries() {
    let session = session(true);
    session.decide(&[decision("person", "Haddad", &[])]);
    let places = |query: &str| -> usize {
        let request = protocol::ConcordanceRequest {
            lens: Lens {
                query: query.into(),
                ..Lens::default()
            },
            limit: 10,
            ..protocol::ConcordanceRequest::default()
        };
        match session.answer(&Request::Concordance(request)) {
            Reply::Concordance(record) => record.total,
            other => panic!("lines, not {other:?}"),
        }
    };
    assert_eq!(places("person:\"Samir Haddad\""), 1);
    assert_eq!(places("person:\"Haddad\""), 1);
}
