//! Any query is answered over a small fixed corpus, with finite scores and marks inside the passages.

use corpus::{ReadOptions, Source, read_all};
use engine::Session;
use index::{BuildOptions, IndexBuilder};
use protocol::{Reply, Request, SearchRequest};

const TEXTS: [(&str, &str); 3] = [
    (
        "bridge.md",
        "---\ntitle: The bridge\ndate: 2024-12-05\ntags: [roads]\nlang: en\n---\n# At Rastan\n\n\
         The bridge at al-Rastan was held for a day. Nobody said who had betrayed whom.\n\n- Homs\n- Hama\n",
    ),
    (
        "pont.md",
        "---\ntitle: Le pont\ndate: 2024-12\nlang: fr\n---\nL’histoire du pont d’Alep, 15 000 hommes.\n",
    ),
    (
        "jisr.md",
        "---\ntitle: الجسر\nlang: ar\n---\nسقط الجسر في حمص، ثم دمشق.\n",
    ),
];

thread_local! {
    // A session keeps what it has counted, so it belongs to one thread.
    static SESSION: Session = session();
}

fn session() -> Session {
    let source = |(name, text): (&str, &str)| Source {
        name: name.into(),
        bytes: text.into(),
    };
    let mut builder = IndexBuilder::new(BuildOptions::default());
    for document in read_all(&TEXTS.map(source), &ReadOptions::default()).documents {
        builder.add(&document);
    }
    let bytes = builder.finish().expect("three short texts fit an index");
    Session::open(bytes.into()).expect("what was built can be opened")
}

/// Asks for `text` as `choices` say.
pub fn check(text: &str, choices: u8) {
    SESSION.with(|session| check_with(session, text, choices));
}

fn check_with(session: &Session, text: &str, choices: u8) {
    let request = SearchRequest {
        query: text.into(),
        limit: 10,
        passages: 3,
        facets: choices & 1 > 0,
        plain: choices & 2 > 0,
        exact: choices & 4 > 0,
        ..SearchRequest::default()
    };
    let Reply::Search(answer) = session.answer(&Request::Search(request)) else {
        panic!("a search is answered by a search");
    };
    for hit in &answer.hits {
        assert!(hit.score.is_finite());
        for passage in &hit.passages {
            for [start, end] in &passage.marks {
                assert!(start < end && passage.text.get(*start as usize..*end as usize).is_some());
            }
        }
        let _ = session.answer(&Request::Document {
            id: hit.id.clone(),
            query: text.into(),
            exact: false,
        });
    }
}
