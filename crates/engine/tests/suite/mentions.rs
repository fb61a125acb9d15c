//! `person:`, `place:`, `org:`, `group:`, `day:`, `said:` and `by:` as a reader asks them.

use crate::layers::{session, session_of};
use engine::Session;
use protocol::{
    ConcordanceRequest, Filter, Lens, Page, Reply, Request, SearchRecord, SearchRequest,
    TimelineRequest,
};

/// Two of one surname, and the surname alone.
const FAMILY: [(&str, &str); 3] = [
    (
        "father.md",
        "---\nlang: en\n---\nPresident Hafez al-Assad ruled for thirty years. Hafez al-Assad died in June 2000.\n",
    ),
    (
        "son.md",
        "---\nlang: en\n---\nPresident Bashar al-Assad left Damascus. Bashar al-Assad flew to Moscow.\n",
    ),
    (
        "both.md",
        "---\nlang: en\n---\nIn Damascus the portraits of Hafez al-Assad and Bashar al-Assad came down. \
         Nobody spoke of Assad any more, and Damascus slept.\n",
    ),
];

fn search(session: &Session, query: &str) -> SearchRecord {
    let request = SearchRequest {
        query: query.into(),
        limit: 10,
        passages: 2,
        facets: true,
        ..SearchRequest::default()
    };
    match session.answer(&Request::Search(request)) {
        Reply::Search(record) => record,
        other => panic!("hits, not {other:?}"),
    }
}

/// Returns the documents that answer, by their ids in alphabetical order.
fn found(session: &Session, query: &str) -> Vec<String> {
    let record = search(session, query);
    let hits = record.hits.into_iter();
    let mut ids: Vec<String> = hits
        .filter(|hit| hit.missing.is_empty())
        .map(|hit| hit.id)
        .collect();
    ids.sort_unstable();
    ids
}

/// Returns the words marked in the passages of all hits.
fn marked(session: &Session, query: &str) -> Vec<String> {
    let mut words = Vec::new();
    for passage in search(session, query)
        .hits
        .iter()
        .flat_map(|hit| &hit.passages)
    {
        for &[start, end] in &passage.marks {
            words.push(passage.text[start as usize..end as usize].to_owned());
        }
    }
    words
}

fn messages(session: &Session, query: &str) -> Vec<String> {
    let notes = search(session, query).notes.into_iter();
    notes.map(|note| note.message).collect()
}

#[test]
fn someone_is_found_by_any_form_of_the_name_and_marked() {
    let session = session(true);
    for query in [
        "person:haddad",
        "person:\"samir haddad\"",
        "person:Samir",
        "person:hadd*",
        "person:*",
    ] {
        assert!(found(&session, query).contains(&"night".into()), "{query}");
    }
    assert_eq!(
        marked(&session, "person:haddad"),
        ["Samir Haddad", "Haddad"]
    );
    assert_eq!(found(&session, "place:rastan"), ["morning", "night"]);
    assert_eq!(found(&session, "place:haddad"), [""; 0]);
    let record = search(&session, "place:haddad");
    assert_eq!(record.notes[0].suggestions, ["person:\"Samir Haddad\""]);
}

#[test]
fn a_mentioned_day_is_found_by_the_days_it_shares() {
    let session = session(true);
    for (query, expected) in [
        ("day:2024-12-09", vec!["morning", "night"]),
        ("day:2024-12-08", vec![]),
        ("day:2024-12", vec!["morning", "night"]),
        ("day:2024-12-01..2024-12-07", vec!["night"]),
        ("day:>=2025", vec!["morning"]),
        ("day:2025-03-15", vec!["morning"]),
        ("day:<2024", vec![]),
    ] {
        assert_eq!(found(&session, query), expected, "{query}");
    }
    assert_eq!(
        marked(&session, "day:2024-12-07..2024-12-08"),
        ["7 December 2024"]
    );
    assert_eq!(messages(&session, "day:<2024").len(), 1);
}

#[test]
fn words_are_looked_for_inside_quotations_and_by_their_speakers() {
    let session = session(true);
    for (query, expected) in [
        ("said:bridge", vec!["night"]),
        ("said:garrison", vec![]),
        ("said:(bridge open)", vec!["night"]),
        ("said:(bridge -open)", vec![]),
        ("said:\"bridge is open\"", vec!["night"]),
        ("said:(bridge NEAR/2 open)", vec!["night"]),
        ("by:haddad", vec!["night"]),
        ("by:mansour said:calm", vec!["morning"]),
        ("said:(calm by:haddad)", vec![]),
        ("said:(bridge by:haddad)", vec!["night"]),
        ("by:rastan", vec![]),
    ] {
        assert_eq!(found(&session, query), expected, "{query}");
    }
    assert_eq!(marked(&session, "said:open"), ["open"]);
    assert_eq!(marked(&session, "by:haddad"), ["The bridge is open"]);
}

#[test]
fn names_and_days_stand_beside_words_in_every_operator() {
    let session = session(true);
    for (query, expected) in [
        ("person:haddad garrison", vec!["night"]),
        ("place:rastan -person:haddad", vec!["morning"]),
        ("person:haddad OR river", vec!["morning", "night"]),
        ("person:haddad NEAR/4 place:rastan", vec!["night"]),
        ("person:haddad NEAR/4 day:2024-12-07", vec!["night"]),
        ("person:haddad NEAR/4 captured", vec![]),
        ("place:rastan ONEAR/3 fell", vec!["morning", "night"]),
        ("sentence:(place:rastan day:2024-12-07)", vec!["night"]),
        ("sentence:(person:haddad captured)", vec![]),
        (
            "para:(day:2024-12-09 place:rastan)",
            vec!["morning", "night"],
        ),
    ] {
        assert_eq!(found(&session, query), expected, "{query}");
    }
}

#[test]
fn a_surname_alone_means_itself_and_says_whom_it_may_mean() {
    let session = session_of(&FAMILY, true);
    let alone = search(&session, "person:assad");
    assert_eq!(alone.total, 1);
    assert_eq!(alone.hits[0].id, "both");
    let note = &alone.notes[0];
    assert_eq!(note.kind, "ambiguous");
    for name in ["Hafez al-Assad", "Bashar al-Assad"] {
        assert!(note.message.contains(name), "{}", note.message);
    }
    let bashar = &note.suggestions[note.suggestions.len() - 1];
    assert_eq!(found(&session, bashar).len(), 2, "{bashar}");
    assert_eq!(
        found(&session, "person:\"hafez al-assad\""),
        ["both", "father"]
    );
    assert_eq!(found(&session, "person:hafez -person:bashar"), ["father"]);
}

#[test]
fn a_surname_that_one_is_called_by_names_the_others_who_bear_it() {
    let session = session_of(
        &[(
            "one.md",
            "Karim Darwish opened the mill on Monday. Darwish was proud of it, and Darwish danced. His daughter Salma \
             Darwish and his cousin Nadim Darwish stayed at home all day.",
        )],
        true,
    );
    let found = search(&session, "person:darwish");
    assert_eq!(found.total, 1);
    let message = &found.notes[0].message;
    assert_eq!(found.notes[0].kind, "ambiguous");
    assert_eq!(
        message,
        "“darwish” is taken for “Karim Darwish”; others of that name: Salma Darwish, Nadim Darwish"
    );
}

#[test]
fn two_of_one_full_name_are_listed_with_what_they_are() {
    let session = session_of(
        &[
            (
                "one.md",
                "John Harper, a dentist from Leeds, was fined on Monday for a broken window.",
            ),
            (
                "two.md",
                "The goalkeeper John Harper signed for a club in the north on Friday.",
            ),
        ],
        true,
    );
    let found = search(&session, "person:\"john harper\"");
    assert_eq!(found.total, 2);
    assert_eq!(
        found.notes[0].message,
        "“john harper” is part of several names: John Harper (a dentist from Leeds), John Harper (The goalkeeper)"
    );
}

#[test]
fn more_mentions_come_first_among_equals_and_names_are_counted() {
    let session = session_of(&FAMILY, true);
    let damascus = search(&session, "place:damascus");
    let ids: Vec<&str> = damascus.hits.iter().map(|hit| hit.id.as_str()).collect();
    assert_eq!(ids, ["both", "son"]);
    let explained = session.explain("place:damascus", "both").expect("a hit");
    assert!((explained.value - damascus.hits[0].score).abs() < 1e-6);
    let all = search(&session, "");
    let of = |field: &str| {
        let facet = all.facets.iter().find(|facet| facet.field == field);
        let values = facet.map_or(&[][..], |facet| &facet.values).iter();
        let values = values.map(|value| (value.value.clone(), value.count));
        values.collect::<Vec<_>>()
    };
    assert_eq!(of("place")[0], ("Damascus".to_owned(), 2));
    assert!(of("person").contains(&("Hafez al-Assad".to_owned(), 2)));
    let request = SearchRequest {
        limit: 10,
        filters: vec![Filter {
            field: "place".into(),
            values: vec!["Damascus".into()],
        }],
        ..SearchRequest::default()
    };
    let Reply::Search(chosen) = session.answer(&Request::Search(request)) else {
        panic!("hits");
    };
    assert_eq!(chosen.total, 2);
}

#[test]
fn concordance_and_days_take_them() {
    let session = session(true);
    let request = ConcordanceRequest {
        node: "place:rastan".into(),
        limit: 10,
        ..ConcordanceRequest::default()
    };
    let Reply::Concordance(lines) = session.answer(&Request::Concordance(request)) else {
        panic!("lines");
    };
    let nodes: Vec<&str> = lines.lines.iter().map(|line| line.node.as_str()).collect();
    assert_eq!(nodes, ["Rastan"; 3]);
    let request = TimelineRequest {
        lens: Lens {
            query: "person:haddad".into(),
            ..Lens::default()
        },
        page: Page {
            offset: 0,
            limit: 10,
        },
        ..TimelineRequest::default()
    };
    let Reply::Timeline(days) = session.answer(&Request::Timeline(request)) else {
        panic!("days");
    };
    let rows: Vec<&str> = days.rows.iter().map(|row| row.edtf.as_str()).collect();
    assert_eq!(rows, ["2024-12-07"], "only the paragraph that names him");
}

#[test]
fn without_layers_nothing_matches_and_a_note_says_what_to_do() {
    let bare = session(false);
    let page = session(true);
    for query in [
        "person:haddad",
        "place:rastan",
        "org:army",
        "group:druze",
        "day:2024-12-09",
        "said:bridge",
        "by:haddad",
        "said:*",
    ] {
        assert_eq!(found(&bare, query), [""; 0], "{query}");
        let told = messages(&bare, query);
        assert!(told[0].contains("--layers"), "{query}: {told:?}");
        // A page without explorations has the layers and does not look at them.
        let request = Request::Search(SearchRequest {
            query: query.into(),
            limit: 10,
            ..SearchRequest::default()
        });
        let Some(Reply::Search(record)) = page.answer_search(&request) else {
            panic!("an answer");
        };
        assert_eq!((record.total, record.notes.len()), (0, 1), "{query}");
    }
}

#[test]
fn metadata_of_that_name_answer_as_well() {
    let texts = [
        ("a.md", "---\nplace: Homs\n---\nText."),
        ("b.md", "---\nplace: Hama\n---\nText."),
        (
            "c.md",
            "---\nlang: en\n---\nThey lived in the city of Homs.",
        ),
    ];
    let (bare, whole) = (session_of(&texts, false), session_of(&texts, true));
    assert_eq!(found(&bare, "place:homs"), ["a"]);
    assert_eq!(found(&whole, "place:homs"), ["a", "c"]);
    assert_eq!(found(&bare, "place:homs NEAR/3 text"), ["a"]);
    assert!(messages(&bare, "place:homs NEAR/3 text")[0].contains("read as `AND`"));
    assert!(messages(&whole, "place:hama").is_empty());
    assert_eq!(found(&whole, "said:*"), [""; 0]);
}

#[test]
fn two_words_of_a_name_propose_it_before_those_who_have_one() {
    let session = session_of(&FAMILY, true);
    let suggested = |text: &str| {
        let request = protocol::SuggestRequest {
            text: text.into(),
            cursor: text.len(),
            limit: 8,
        };
        let Reply::Suggest(record) = session.answer(&Request::Suggest(request)) else {
            panic!("suggestions")
        };
        let found = record.suggestions.into_iter();
        let taken = found.map(|one| [&text[..one.start], &one.insert].concat());
        taken.collect::<Vec<String>>()
    };
    let hafez = suggested("hafez al-A");
    assert_eq!(
        hafez[..2],
        ["person:\"Hafez al-Assad\"", "\"Hafez al-Assad\""]
    );
    let relatives = hafez.iter().filter(|one| one.contains("Bashar"));
    assert_eq!(relatives.count(), 0, "{hafez:?}");
    assert_eq!(suggested("bashar ")[..], ["person:\"Bashar al-Assad\""]);
}
