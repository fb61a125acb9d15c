//! Days, names, voices and accounts as a reader asks for them.

use annotation::layers::Reading;
use annotation::names::{Authority, Lexicon};
use corpus::{ReadOptions, Source};
use engine::Session;
use index::{BuildOptions, DocId, Index, IndexBuilder, Tag};
use protocol::{
    CompareRequest, Comparing, Filter, Lens, NamesRequest, Page, Reply, Request, Scale, Shared,
    TimelineRequest, VoicesRequest,
};

const NIGHT: &str = "---\ntitle: The night\nlang: en\ndate: 2024-12-20\n---\n\
On 7 December 2024 Colonel Samir Haddad drove to Rastan. “The bridge is open,” Haddad told reporters.\n\n\
Two days later the garrison of Rastan fell at dawn, and 120 soldiers were captured.\n";
const MORNING: &str = "---\ntitle: The morning\nlang: en\ndate: 2025-01-03\n---\n\
On 9 December 2024 the garrison of Rastan fell at 8 p.m., and 120 soldiers were captured.\n\n\
In March 2025 Leila Mansour said that the river was calm.\n";

/// Opens the two accounts, with layers or without.
pub(crate) fn session(has_layers: bool) -> Session {
    session_of(&[("night.md", NIGHT), ("morning.md", MORNING)], has_layers)
}

/// Opens texts, with layers or without.
pub(crate) fn session_of(texts: &[(&str, &str)], has_layers: bool) -> Session {
    let mut builder = IndexBuilder::new(BuildOptions::default());
    for &(name, text) in texts {
        let source = Source {
            name: name.into(),
            bytes: text.as_bytes().to_vec(),
        };
        for document in &corpus::read(&source, &ReadOptions::default()).documents {
            builder.add(document);
        }
    }
    let bytes = builder.finish().expect("documents");
    if !has_layers {
        return Session::open(bytes.into()).expect("an index as built");
    }
    let index = Index::open(bytes.into()).expect("an index as built");
    let document = |number| engine::document(index.document(DocId(number)));
    let (lexicon, authority) = (Lexicon::new(), Authority::default());
    let mut reading = Reading::new(&lexicon, &authority);
    let documents: Vec<_> = (0..index.n_documents()).map(document).collect();
    documents.iter().for_each(|document| reading.add(document));
    let mut layers = reading.finish();
    layers.voices = (0..)
        .zip(&documents)
        .map(|(number, document)| layers.voices_of(number, document))
        .collect();
    layers.compare(&documents);
    let text = |number| index.document(DocId(number)).text();
    let sections = layers.to_sections(&text).into_iter();
    let sections: Vec<_> = sections.map(|(name, bytes)| (Tag(name), bytes)).collect();
    let bytes = index::with_layers(index.as_bytes(), &sections).expect("an index as opened");
    Session::open(bytes.into()).expect("an index with layers")
}

const ALL: Page = Page {
    offset: 0,
    limit: 100,
};

fn lens(query: &str) -> Lens {
    Lens {
        query: query.into(),
        ..Lens::default()
    }
}

fn dates(session: &Session, request: TimelineRequest) -> Vec<String> {
    match session.answer(&Request::Timeline(request)) {
        Reply::Timeline(record) => record.rows.into_iter().map(|row| row.edtf).collect(),
        other => panic!("a timeline, not {other:?}"),
    }
}

#[test]
fn a_timeline_puts_the_days_of_both_accounts_in_one_row_and_in_order() {
    let session = session(true);
    let request = TimelineRequest {
        page: ALL,
        ..TimelineRequest::default()
    };
    assert_eq!(
        dates(&session, request.clone()),
        ["2024-12-07", "2024-12-09", "2025-03"]
    );
    let shared = TimelineRequest {
        show: Shared::Several,
        ..request.clone()
    };
    assert_eq!(dates(&session, shared), ["2024-12-09"]);
    let months = TimelineRequest {
        scale: Scale::Month,
        ..request.clone()
    };
    assert_eq!(dates(&session, months), ["2024-12", "2025-03"]);
    let river = TimelineRequest {
        lens: lens("river"),
        ..request
    };
    assert_eq!(
        dates(&session, river),
        ["2025-03"],
        "only passages with the word"
    );
}

#[test]
fn a_row_of_the_timeline_leads_to_each_of_its_mentions() {
    let session = session(true);
    let request = TimelineRequest {
        row: "2024-12".into(),
        scale: Scale::Month,
        page: ALL,
        ..TimelineRequest::default()
    };
    assert_eq!(
        dates(&session, request),
        [
            "2024-12-07",
            "2024-12-09",
            "2024-12-09",
            "2024-12-09",
            "2024-12-09T20:00"
        ]
    );
}

#[test]
fn a_relative_day_says_what_it_was_reckoned_from_and_shows_its_sentence() {
    let days = session(true).days(&lens("")).expect("layers");
    let later = days
        .iter()
        .find(|day| day.kind == "relative")
        .expect("two days later");
    assert_eq!(later.edtf.as_deref(), Some("2024-12-09"));
    assert_eq!(later.anchor.as_deref(), Some("2024-12-07"));
    let [start, end] = later.sentence.marks[0];
    assert_eq!(
        &later.sentence.text[start as usize..end as usize],
        "Two days later"
    );
}

#[test]
fn names_are_counted_by_document_and_narrowed_by_kind_and_letters() {
    let session = session(true);
    let ask = |request: NamesRequest| match session.answer(&Request::Names(request)) {
        Reply::Names(record) => record,
        other => panic!("names, not {other:?}"),
    };
    let people = ask(NamesRequest {
        kind: "person".into(),
        page: ALL,
        ..NamesRequest::default()
    });
    let haddad = &people.rows[0];
    assert_eq!(haddad.preferred, "Samir Haddad");
    assert_eq!(haddad.by_document, [("night".to_owned(), 2)]);
    assert_eq!(haddad.described_as, "Colonel");
    let found = ask(NamesRequest {
        find: "rast".into(),
        page: ALL,
        ..NamesRequest::default()
    });
    assert_eq!(found.rows.len(), 1);
    assert_eq!(found.rows[0].kind, "place");
    assert_eq!(found.rows[0].by_document.len(), 2);
}

#[test]
fn the_first_mention_is_that_of_the_oldest_document() {
    let older = MORNING.replace("2025-01-03", "2024-01-03");
    for (texts, expected) in [
        ([("a.md", NIGHT), ("b.md", MORNING)], "a"),
        ([("a.md", NIGHT), ("b.md", &older)], "b"),
    ] {
        let request = NamesRequest {
            find: "rastan".into(),
            page: ALL,
            ..NamesRequest::default()
        };
        let reply = session_of(&texts, true).answer(&Request::Names(request));
        let Reply::Names(record) = reply else {
            panic!("names");
        };
        assert_eq!(record.rows[0].first.doc, expected);
        let firsts = record.rows[0].first_by_document.iter();
        let firsts: Vec<&str> = firsts.map(|one| &*one.doc).collect();
        assert_eq!(firsts, ["a", "b"]);
    }
}

#[test]
fn a_quotation_has_its_speaker_by_name() {
    let Reply::Voices(record) = session(true).answer(&Request::Voices(VoicesRequest {
        kind: "direct".into(),
        page: ALL,
        ..VoicesRequest::default()
    })) else {
        panic!("voices");
    };
    assert_eq!(record.voices.len(), 1);
    assert_eq!(record.voices[0].quote, "The bridge is open,");
    assert_eq!(record.voices[0].speaker.as_deref(), Some("Samir Haddad"));
}

#[test]
fn accounts_that_differ_are_listed_with_both_values() {
    let Reply::Compare(record) = session(true).answer(&Request::Compare(CompareRequest {
        show: Comparing::Differ,
        page: ALL,
        ..CompareRequest::default()
    })) else {
        panic!("a comparison");
    };
    let values: Vec<_> = record
        .rows
        .iter()
        .filter_map(|row| row.differs.clone())
        .collect();
    assert!(
        values
            .iter()
            .any(|[_, a, b]| a.contains("dawn") && b.contains("8 p.m.")),
        "{values:?}"
    );
}

#[test]
fn the_account_that_is_chosen_first_stands_first() {
    let session = session(true);
    for (a, b, expected) in [
        ("night", "", ["dawn", "8 p.m."]),
        ("morning", "night", ["8 p.m.", "dawn"]),
        ("", "night", ["8 p.m.", "dawn"]),
    ] {
        let request = CompareRequest {
            a: a.into(),
            b: b.into(),
            show: Comparing::Differ,
            page: ALL,
            ..CompareRequest::default()
        };
        let Reply::Compare(record) = session.answer(&Request::Compare(request)) else {
            panic!("a comparison");
        };
        let row = &record.rows[0];
        let values = row.differs.as_ref().map(|[_, x, y]| [x, y]);
        let is_so = values.is_some_and(|[x, y]| x.contains(expected[0]) && y.contains(expected[1]));
        assert!(is_so, "{a:?} and {b:?}: {row:?}");
    }
}

#[test]
fn what_two_passages_share_is_marked_in_both() {
    let request = CompareRequest {
        page: ALL,
        ..CompareRequest::default()
    };
    let Reply::Compare(record) = session(true).answer(&Request::Compare(request)) else {
        panic!("a comparison");
    };
    let row = &record.rows[0];
    for side in [Some(&row.a), row.b.as_ref()] {
        let side = side.expect("a pair");
        let marked = side
            .marks
            .iter()
            .map(|&[start, end]| &side.text[start as usize..end as usize]);
        let marked: Vec<&str> = marked.collect();
        assert!(marked.contains(&"Rastan"), "{marked:?} in {}", side.text);
    }
    let with_others: Vec<&str> = record.accounts.iter().map(|(id, _)| &**id).collect();
    assert_eq!(with_others, ["night", "morning"]);
}

#[test]
fn filters_narrow_every_layer() {
    let session = session(true);
    let only = Lens {
        filters: vec![Filter {
            field: "doc".into(),
            values: vec!["morning".into()],
        }],
        ..Lens::default()
    };
    let days = session.days(&only).expect("layers");
    assert!(days.iter().all(|day| day.sentence.doc == "morning"));
    let names = session.names(&only).expect("layers");
    assert!(!names.iter().any(|name| name.preferred == "Samir Haddad"));
    assert!(session.compare(&only).expect("layers").differ.is_empty());
}

#[test]
fn an_index_without_layers_says_what_to_do() {
    let session = session(false);
    assert!(!session.has_layers());
    let Reply::Refused { message } = session.answer(&Request::Timeline(TimelineRequest::default()))
    else {
        panic!("a refusal");
    };
    assert!(message.contains("--layers"), "{message}");
}

#[test]
fn a_search_page_is_not_answered_explorations() {
    let session = session(true);
    assert!(session.answer_search(&Request::Corpus).is_some());
    let timeline = Request::Timeline(TimelineRequest::default());
    assert!(session.answer_search(&timeline).is_none());
}

#[test]
fn layers_that_came_in_a_file_of_their_own_answer_as_those_of_the_index() {
    let inside = session(true);
    let bare = session(false);
    let names = [*b"days", *b"name", *b"voic", *b"acct"].map(Tag);
    let layer = |tag| inside.index().layer(tag).expect("a layer").to_vec();
    let layers = names.map(|tag| (tag, layer(tag)));
    let file = index::layer_file(bare.index(), &layers).expect("a file");
    bare.bring_layers(Ok(file.clone()));
    assert_eq!(bare.days(&lens("")), inside.days(&lens("")));
    assert_eq!(bare.version(), session(false).version());

    let other = session_of(&[("other.md", "# Other\n\nText.")], false);
    other.bring_layers(Ok(file.clone()));
    let why = other.days(&lens("")).expect_err("layers of other texts");
    assert!(why.contains("of other texts"), "{why}");

    let cut = session(false);
    cut.bring_layers(Ok(file[..file.len() - 1].to_vec()));
    let why = cut.days(&lens("")).expect_err("damaged layers");
    assert!(why.contains("damaged"), "{why}");

    let absent = session(false);
    absent.bring_layers(Err("The file cannot be loaded.".into()));
    assert_eq!(
        absent.days(&lens("")),
        Err("The file cannot be loaded.".into())
    );
}
