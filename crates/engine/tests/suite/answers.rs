//! Queries and the documents that answer them.

use crate::corpus_texts::{ask, full_hits, marked, search, session};
use engine::Session;
use protocol::{Filter, SearchRequest, SortOrder};

const TEXTS: [(&str, &str); 5] = [
    (
        "fall.md",
        "---\ntitle: The fall of the house\nauthor: Rima Haddad\ndate: 2024-12-08\nsource: Asharq Al-Awsat\ntags: [assad, damascus]\nlang: en\n---\n\n\
         # The night\n\nAl-Sharaa’s men took the Al-Rastan bridge at dawn. Assad left Damascus that night; his brother was not told.\n\n\
         The betrayal was complete. Drunk with victory, the fighters fired into the air.\n",
    ),
    (
        "border.md",
        "---\ntitle: Across the border\nauthor: Omar Aziz\ndate: 2024-12\nsource: Raseef\ntags: [iraq, militias]\nlang: en\n---\n\n\
         Shi‘a units crossed at Al-Bukamal. Qais al-Khazali spoke; they felt betrayed by Erdoğan.\n\n\
         In Albu Kamal the column stopped. Nobody in the units was paid in Homs.\n",
    ),
    (
        "planes.txt",
        "Planes over Idlib\n\nSukhoi planes returned on 29 November. The éminences grises of the palace slept.\n\nThe Sukhoi planes flew to Homs. Ceasefire talks came to nothing.\n",
    ),
    (
        "arabic.md",
        "---\ntitle: سقوط دمشق\nlang: ar\ndate: 2025-01-02\n---\n\nسقطت دمشق في ليلة واحدة. قال الجنود إنهم لم يتلقوا أوامر.\n",
    ),
    (
        "undated.md",
        "---\ntitle: Notes on paper\ntags: assad\n---\n\nThe papers of Assad’s office were burnt. He wrote Q3 reports on captagon, 15,000 pages.\n",
    ),
];

fn check(session: &Session, query: &str, expected: &[&str]) {
    let mut hits = full_hits(session, query);
    hits.sort();
    assert_eq!(hits, expected, "{query}");
}

#[test]
fn words_are_found_however_they_are_written() {
    let session = session(&TEXTS);
    check(&session, "sharaa", &["fall"]);
    check(&session, "al-Sharaa", &["fall"]);
    check(&session, "ALSHARAA", &["fall"]);
    check(&session, "erdogan", &["border"]);
    check(&session, "Shi'a", &["border"]);
    check(&session, "Shia", &["border"]);
    check(&session, "eminences grises", &["planes"]);
    check(&session, "\"al rastan bridge\"", &["fall"]);
    check(&session, "\"alrastan bridge\"", &["fall"]);
    check(&session, "al bukamal", &["border"]);
    check(&session, "albukamal", &["border"]);
    check(&session, "albukamel~1", &["border"]);
    check(&session, "دمشق", &["arabic"]);
    check(&session, "15000", &["undated"]);
    check(&session, "cease-fire", &["planes"]);
}

#[test]
fn stems_widen_plain_words_only() {
    let session = session(&TEXTS);
    check(&session, "betrayals", &["border", "fall"]);
    check(&session, "plane", &["planes"]);
    check(&session, "=plane", &[]);
    check(&session, "\"sukhoi plane\"", &[]);
    check(&session, "\"sukhoi planes\"", &["planes"]);
    let exact = SearchRequest {
        query: "plane".into(),
        limit: 10,
        exact: true,
        ..SearchRequest::default()
    };
    assert_eq!(ask(&session, &exact).total, 0);
    let record = search(&session, "plane");
    assert_eq!(record.expansion_details[0].reason, "stem");
    assert_eq!(
        record.expansions,
        [("plane".to_owned(), vec!["planes".to_owned()])]
    );
}

#[test]
fn exact_words_have_the_case_and_accents_typed() {
    let session = session(&TEXTS);
    check(&session, "=Assad", &["fall", "undated"]);
    check(&session, "=assad", &[]);
    check(&session, "=Erdoğan", &["border"]);
    check(&session, "=Erdogan", &[]);
    check(&session, "=Al-Rastan", &["fall"]);
}

#[test]
fn operators_combine() {
    let session = session(&TEXTS);
    check(&session, "assad OR erdogan", &["border", "fall", "undated"]);
    check(&session, "assad -damascus", &["undated"]);
    check(&session, "assad NOT (paper OR damascus)", &[]);
    check(&session, "homs (sukhoi OR units)", &["border", "planes"]);
    check(&session, "\"victory with drunk\"", &[]);
    check(&session, "\"drunk with victory\" assad", &["fall"]);
    check(&session, "\"victory with drunk\"~3", &["fall"]);
    check(&session, "assad NEAR/2 left", &["fall"]);
    check(&session, "damascus NEAR/2 assad", &["fall"]);
    check(&session, "damascus ONEAR/2 assad", &[]);
    check(&session, "assad ONEAR/2 damascus", &["fall"]);
    check(&session, "sentence:(assad damascus)", &["fall"]);
    check(&session, "sentence:(assad dawn)", &[]);
    check(&session, "para:(assad dawn)", &["fall"]);
    check(&session, "para:(assad betrayal)", &[]);
    check(&session, "betray*", &["border", "fall"]);
    check(&session, "*mascus", &["fall"]);
    check(&session, "\"al rast?n bridge\"", &["fall"]);
    check(&session, "/betray(al|ed)/", &["border", "fall"]);
    check(&session, "/betray(al|ed)/ -erdogan", &["fall"]);
}

#[test]
fn fields_and_dates_are_tested() {
    let session = session(&TEXTS);
    check(&session, "title:fall", &["fall"]);
    check(&session, "title:\"fall of the\"", &["fall"]);
    check(&session, "title:damascus", &[]);
    check(&session, "author:haddad", &["fall"]);
    check(&session, "source:\"Asharq Al-Awsat\"", &["fall"]);
    check(&session, "tag:assad", &["fall", "undated"]);
    check(&session, "tag:assad damascus", &["fall"]);
    check(&session, "doc:border", &["border"]);
    check(&session, "lang:ar", &["arabic"]);
    check(&session, "date:2024-12", &["border", "fall"]);
    check(&session, "date:2024-12-01..2024-12-05", &["border"]);
    check(&session, "date:>=2025", &["arabic"]);
    let record = search(&session, "colour:red");
    assert_eq!(
        (record.total, record.notes[0].kind.as_str()),
        (0, "unknown_field")
    );
}

#[test]
fn a_word_that_nobody_wrote_offers_the_nearest() {
    let session = session(&TEXTS);
    let record = search(&session, "khazaly");
    assert_eq!(record.hits[0].id, "border");
    assert_eq!(record.notes[0].kind, "typo");
    assert_eq!(record.notes[0].suggestions[0], "khazali");
    assert_eq!(record.expansions[0].1[0], "khazali");
    let record = search(&session, "xylophonist");
    assert_eq!(
        (record.total, record.notes[0].kind.as_str()),
        (0, "unknown_word")
    );
}

#[test]
fn documents_that_miss_a_word_follow_and_say_so() {
    let session = session(&TEXTS);
    let record = search(&session, "assad damascus captagon");
    assert_eq!((record.total, record.partial_total), (0, 2));
    assert_eq!(record.notes[0].kind, "partial");
    let record = search(&session, "assad damascus");
    assert_eq!((record.total, record.partial_total), (1, 1));
    assert_eq!(record.hits[0].id, "fall");
    assert_eq!(
        (
            record.hits[1].id.as_str(),
            record.hits[1].missing.as_slice()
        ),
        ("undated", &["damascus".to_string()][..])
    );
}

#[test]
fn a_long_question_is_ranked_by_what_documents_hold() {
    let session = session(&TEXTS);
    let record = search(
        &session,
        "who was not told when assad left damascus that terrible night",
    );
    assert_eq!(record.hits[0].id, "fall");
    assert!(record.hits[0].missing.contains(&"terrible".to_string()));
    assert_eq!(
        session.rank("what did erdogan do to the shia units?", 3)[0].0,
        "border"
    );
}

#[test]
fn passages_are_cut_at_sentences_and_marked() {
    let session = session(&TEXTS);
    let record = search(&session, "al-sharaa bridge");
    assert_eq!(marked(&record), ["Al-Sharaa’s", "bridge"]);
    let passage = &record.hits[0].passages[0];
    assert!(
        passage.text.starts_with("Al-Sharaa’s men") && passage.text.ends_with('.'),
        "{}",
        passage.text
    );
    assert_eq!(passage.block.len(), 8);
    let record = search(&session, "\"drunk with victory\"");
    assert_eq!(marked(&record), ["Drunk with victory"]);
    let record = search(&session, "title:across");
    assert!(
        record.hits[0].passages[0].text.starts_with("Shi‘a units") && marked(&record).is_empty()
    );
}

#[test]
fn the_empty_query_lists_everything_with_counts() {
    let session = session(&TEXTS);
    let record = search(&session, "");
    assert_eq!(record.total, 5);
    let ids: Vec<&str> = record.hits.iter().map(|hit| hit.id.as_str()).collect();
    assert_eq!(ids, ["fall", "border", "planes", "arabic", "undated"]);
    assert!(record.hits.iter().all(|hit| hit.passages.len() == 1));
    let tags = record
        .facets
        .iter()
        .find(|facet| facet.field == "tag")
        .expect("tags are counted");
    assert_eq!(
        (tags.values[0].value.as_str(), tags.values[0].count),
        ("assad", 2)
    );
}

#[test]
fn filters_narrow_and_their_own_field_keeps_its_counts() {
    let session = session(&TEXTS);
    let filters = vec![Filter {
        field: "lang".into(),
        values: vec!["en".into()],
    }];
    let record = ask(
        &session,
        &SearchRequest {
            limit: 10,
            facets: true,
            filters,
            ..SearchRequest::default()
        },
    );
    assert_eq!(record.total, 2);
    let values = |name: &str| {
        let facet = record.facets.iter().find(|facet| facet.field == name);
        facet.map_or(Vec::new(), |facet| {
            facet
                .values
                .iter()
                .map(|v| (v.value.clone(), v.count, v.chosen))
                .collect()
        })
    };
    assert_eq!(
        values("lang"),
        [("en".to_string(), 2, true), ("ar".to_string(), 1, false)]
    );
    assert_eq!(values("year"), [("2024".to_string(), 2, false)]);
    let filters = vec![Filter {
        field: "year".into(),
        values: vec!["2025".into()],
    }];
    assert_eq!(
        ask(
            &session,
            &SearchRequest {
                limit: 10,
                filters,
                ..SearchRequest::default()
            }
        )
        .hits[0]
            .id,
        "arabic"
    );
}

#[test]
fn each_chosen_value_that_no_document_has_is_named() {
    let session = session(&TEXTS);
    for (chosen, unknown) in [
        (&["en"][..], &[][..]),
        (&["xx"], &["xx"]),
        (&["xx", "en", "yy"], &["xx", "yy"]),
        (&["yy", "xx"], &["yy", "xx"]),
    ] {
        let filter = Filter {
            field: "lang".into(),
            values: chosen.iter().map(|&value| value.into()).collect(),
        };
        let record = ask(
            &session,
            &SearchRequest {
                filters: vec![filter],
                ..SearchRequest::default()
            },
        );
        let said: Vec<&str> = record.notes.iter().map(|note| &*note.message).collect();
        let expected: Vec<String> = unknown
            .iter()
            .map(|value| format!("no document has “{value}” in its field “lang”"))
            .collect();
        assert_eq!(said, expected);
    }
}

#[test]
fn hits_sort_by_date_title_and_source() {
    let session = session(&TEXTS);
    let ids = |sort| {
        let record = ask(
            &session,
            &SearchRequest {
                limit: 10,
                sort,
                ..SearchRequest::default()
            },
        );
        record
            .hits
            .into_iter()
            .map(|hit| hit.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        ids(SortOrder::Newest),
        ["arabic", "fall", "border", "planes", "undated"]
    );
    assert_eq!(
        ids(SortOrder::Oldest),
        ["border", "fall", "arabic", "planes", "undated"]
    );
    assert_eq!(ids(SortOrder::Title)[0], "border");
    assert_eq!(
        ids(SortOrder::Source),
        ["fall", "border", "planes", "arabic", "undated"]
    );
}

#[test]
fn pages_of_hits_continue() {
    let session = session(&TEXTS);
    let page = |offset, limit| {
        let request = SearchRequest {
            query: "the".into(),
            offset,
            limit,
            ..SearchRequest::default()
        };
        ask(&session, &request)
            .hits
            .into_iter()
            .map(|hit| hit.id)
            .collect::<Vec<_>>()
    };
    let all = page(0, 10);
    assert_eq!([page(0, 2), page(2, 2)].concat(), all[..4]);
    assert!(page(100, 10).is_empty() && page(0, 0).is_empty());
}

#[test]
fn explanations_add_up_to_the_score() {
    let session = session(&TEXTS);
    let record = search(&session, "assad damascus night");
    let explanation = session
        .explain("assad damascus night", "fall")
        .expect("the document answers");
    assert!(
        (explanation.value - record.hits[0].score).abs() < 1e-4,
        "{explanation} {}",
        record.hits[0].score
    );
    assert!(session.explain("assad", "nobody").is_none());
}

#[test]
fn strange_queries_are_answered() {
    let session = session(&TEXTS);
    for query in [
        "(((",
        "\"",
        "*",
        "/((/",
        "/.*/",
        "~",
        "-",
        "\u{0}",
        "a*a*a*a*a*a*a*a*b",
        "NEAR/5",
        "title:",
        "=",
        "\"* *\"",
    ] {
        search(&session, query);
    }
    search(&session, &"assad ".repeat(20_000));
    search(&session, &"(".repeat(100_000));
    search(&session, &"x".repeat(100_000));
}

/// Twelve short texts about a bridge, a road and a river; `filler` words keep each word rare enough.
fn bridges() -> Session {
    let texts: Vec<(String, String)> = (0..40)
        .map(|number| {
            let text = match number {
                0 => "Sappers mined the bridge over the Orontes near Rastan.",
                1 => {
                    "The bridge over the Orontes was shut; sappers and pontoons were seen at dawn."
                }
                2 => "Sappers brought pontoons to the river bank at dawn.",
                3 => "A bridge of pontoons, said the sappers, would do until spring.",
                4 => "The Orontes was high and the crossing closed.",
                _ => "The market was quiet and the bakeries were open.",
            };
            (
                format!("text-{number:02}.txt"),
                format!("Report {number}\n\n{text}\n"),
            )
        })
        .collect();
    let texts: Vec<(&str, &str)> = texts
        .iter()
        .map(|(name, text)| (&**name, &**text))
        .collect();
    session(&texts)
}

#[test]
fn the_box_and_a_list_of_queries_rank_alike() {
    let session = bridges();
    for query in [
        "bridge",
        "bridge Orontes",
        "bridge Orontes sappers",
        "what was said about the bridge over the Orontes and its sappers",
    ] {
        let found = search(&session, query);
        let in_box: Vec<&str> = found.hits.iter().map(|hit| hit.id.as_str()).collect();
        let ranked = session.rank(query, in_box.len());
        let in_list: Vec<&str> = ranked.iter().map(|(id, _)| &**id).collect();
        assert_eq!(in_box, in_list, "{query}");
        assert!(
            ranked.is_sorted_by(|left, right| left.1 >= right.1),
            "{query}: {ranked:?}"
        );
    }
}

#[test]
fn a_question_prefers_what_shares_words_with_its_best_answers() {
    // Text 2 has one word of the question and text 4 another one; the best answers speak of pontoons.
    let session = bridges();
    let question = "what did sappers do about the Orontes bridge at the crossing";
    let ranked = session.rank(question, 10);
    let place = |id: &str| ranked.iter().position(|(other, _)| *other == id);
    assert!(place("text-00") < place("text-02"), "{ranked:?}");
    let explanation = session
        .explain(question, "text-02")
        .expect("it has a word of the question");
    let shared = explanation
        .parts
        .iter()
        .find(|part| part.label.contains("best documents share"));
    assert!(
        shared.is_some_and(|part| part.parts.iter().any(|word| word.label == "pontoons")),
        "{explanation}"
    );
    let score = ranked
        .iter()
        .find(|(id, _)| *id == "text-02")
        .expect("it is an answer")
        .1;
    assert!(
        (explanation.value - score).abs() < 1e-4,
        "{score}: {explanation}"
    );
}

#[test]
fn what_is_quoted_in_a_question_has_to_be_there() {
    let session = bridges();
    let question = "what was done about the \"bridge of pontoons\" that the sappers wanted at dawn";
    check(&session, question, &["text-03"]);
}

#[test]
fn function_words_do_not_count_for_the_order() {
    let session = session(&[
        (
            "about.txt",
            "What was it about, and which of them was it, and what was that about?",
        ),
        ("bread.txt", "Bread was dear in Homs."),
        ("other.txt", "A note on fuel."),
    ]);
    let ranked = session.rank(
        "what was it that they said about the bread in which shops of Homs",
        3,
    );
    assert_eq!(ranked[0].0, "bread");
}
