//! What is made in slices is what is made at once.

use crate::layers::session;
use protocol::{Lens, NgramsRequest, Page, Reply, Request, WordListRequest};

fn prepared(request: &Request) -> Reply {
    let session = session(true);
    let (mut before, mut n_slices) = (0.0, 0);
    while let Some(share) = session.prepare(request) {
        assert!((before..=1.0).contains(&share), "{share} after {before}");
        before = share;
        n_slices += 1;
        assert!(n_slices < 1_000, "it never ends");
    }
    assert!(n_slices > 0, "there was nothing to make");
    assert_eq!(session.prepare(request), None);
    session.answer(request)
}

#[test]
fn an_answer_after_slices_is_the_answer_without_them() {
    let page = Page {
        offset: 0,
        limit: 100,
    };
    for request in [
        Request::Names(protocol::NamesRequest {
            page,
            ..Default::default()
        }),
        Request::Ngrams(NgramsRequest {
            size: 2,
            limit: 100,
            ..Default::default()
        }),
        Request::WordList(WordListRequest {
            limit: 100,
            ..Default::default()
        }),
    ] {
        assert_eq!(prepared(&request), session(true).answer(&request));
    }
}

#[test]
fn a_question_between_slices_is_answered() {
    let session = session(true);
    let request = Request::Names(protocol::NamesRequest {
        page: Page {
            offset: 0,
            limit: 9,
        },
        ..Default::default()
    });
    assert!(session.prepare(&request).is_some());
    assert!(matches!(session.answer(&request), Reply::Names(_)));
    assert_eq!(session.prepare(&request), None);
    let words = Request::WordList(WordListRequest::default());
    assert!(session.prepare(&words).is_some());
    assert!(matches!(session.answer(&words), Reply::WordList(_)));
    assert_eq!(session.prepare(&words), None);
}

#[test]
fn only_a_question_about_names_waits_for_the_layers() {
    let about = |query: &str| {
        Request::Breakdown(Lens {
            query: query.into(),
            ..Lens::default()
        })
    };
    assert_eq!(session(true).prepare(&about("river")), None);
    assert!(session(true).prepare(&about("person:Haddad")).is_some());
    assert_eq!(session(false).prepare(&about("person:Haddad")), None);
}
