//! Helps to search: suggestions, why nothing was found, what was searched, many queries at once.

use crate::corpus_texts::{ask, session};
use engine::Session;
use protocol::{
    BatchRecord, BatchRequest, BreakdownRecord, CertificateRecord, Filter, Lens, LineReading,
    Reply, Request, SearchRequest, SortOrder, SuggestRequest, SuggestionRecord,
};

const TEXTS: [(&str, &str); 4] = [
    (
        "fall.md",
        "---\ntitle: The fall of the house\ndate: 2024-12-08\nsource: Asharq Al-Awsat\ntags: [Damascus, Deir ez-Zor]\n---\n\n\
         Betrayed by all, Assad left Damascus. He was betrayed by al-Sharaa’s men, Erdoğan said.\n",
    ),
    (
        "road.md",
        "---\ntitle: The road to Homs\ndate: 2023-05-01\nsource: Raseef\ntags: [Homs]\n---\n\n\
         The old tank stood on the road to Homs. The betrayed crew walked to Damascus.\n",
    ),
    (
        "homs.md",
        "---\ntitle: Homs at night\nsource: Raseef\ntags: [Homs]\n---\n\nNobody in Homs slept. An old man counted every tank.\n",
    ),
    (
        "arabic.md",
        "---\ntitle: سقوط المدينة\nlang: ar\n---\n\nسقطت المدينة في ليلة واحدة.\n",
    ),
];

fn suggestions(session: &Session, text: &str) -> Vec<SuggestionRecord> {
    let request = SuggestRequest {
        text: text.into(),
        cursor: text.len(),
        limit: 10,
    };
    match session.answer(&Request::Suggest(request)) {
        Reply::Suggest(record) => record.suggestions,
        other => panic!("suggestions, not {other:?}"),
    }
}

/// Suggestions as "kind: what the box holds when it is taken".
fn check_suggestions(session: &Session, text: &str, expected: &[&str]) {
    let taken = |one: &SuggestionRecord| {
        let target = if one.kind == "title" {
            one.id.clone()
        } else {
            [&text[..one.start], &one.insert].concat()
        };
        [&one.kind, ": ", &target].concat()
    };
    let found: Vec<String> = suggestions(session, text).iter().map(taken).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn words_are_proposed_as_texts_write_them_most_documents_first() {
    let session = session(&TEXTS);
    check_suggestions(&session, "bet", &["word: betrayed"]);
    check_suggestions(&session, "tank da", &["word: tank Damascus"]);
    check_suggestions(&session, "-al-sh", &["word: -al-Sharaa"]);
    check_suggestions(&session, "erd", &["word: Erdoğan"]);
    check_suggestions(&session, "المدين", &["word: المدينة", "title: arabic"]);
    check_suggestions(&session, "\"old ta", &["phrase: \"old tank"]);
    assert_eq!(suggestions(&session, "da")[0].documents, 2);
}

#[test]
fn titles_are_proposed_that_have_all_words_typed() {
    let session = session(&TEXTS);
    check_suggestions(&session, "homs", &["title: road", "title: homs"]);
    check_suggestions(
        &session,
        "road ho",
        &["word: road Homs", "word: road house", "title: road"],
    );
}

#[test]
fn the_beginning_of_a_second_word_proposes_phrases_of_the_texts() {
    let session = session(&TEXTS);
    check_suggestions(
        &session,
        "old ta",
        &["phrase: \"old tank\"", "word: old tank"],
    );
    check_suggestions(&session, "betrayed b", &["phrase: \"betrayed by\""]);
    check_suggestions(
        &session,
        "by al-S",
        &["phrase: \"by al-Sharaa\"", "word: by al-Sharaa"],
    );
    check_suggestions(&session, "old ", &[]);
}

/// One text names somebody once, one has the words of the name often and apart.
const RELATIVES: [(&str, &str); 3] = [
    (
        "apart.md",
        "---\nlang: en\n---\nMaher Haddad left. Maher Haddad said that al-Assad was gone: al-Assad, al-Assad. Maher wept.\n",
    ),
    (
        "named.md",
        "---\ntitle: What Maher al-Assad did\nlang: en\n---\nMaher Haddad was there. Hafez al-Assad was not.\n\n\
         A long day went by, and nobody in the town knew more than that. Then Maher al-Assad fled to the east.\n",
    ),
    (
        "other.md",
        "---\ntitle: Elsewhere\nlang: en\n---\nBashar al-Assad slept. Maher slept, too.\n",
    ),
];

#[test]
fn a_name_without_quotation_marks_is_found_before_its_words() {
    let session = session(&RELATIVES);
    let request = SearchRequest {
        query: "maher al-assad".into(),
        limit: 10,
        passages: 2,
        ..SearchRequest::default()
    };
    let hits = ask(&session, &request).hits;
    assert_eq!(hits.len(), 3);
    assert_eq!(hits[0].id, "named");
    let first = &hits[0].passages[0];
    assert!(first.text.contains("Then Maher al-Assad"), "{first:?}");
    assert!(
        hits[0].score > 2.0 * hits[1].score,
        "{} {}",
        hits[0].score,
        hits[1].score
    );
}

#[test]
fn words_of_the_query_are_found_in_titles() {
    let session = session(&RELATIVES);
    let lens = lens("al-assad", &[]);
    let places = session.places(&lens, &["named", "other", "no-such"]);
    let title = "What Maher al-Assad did";
    let marked: Vec<&str> = places[0]
        .in_title
        .iter()
        .map(|&[start, end]| &title[start as usize..end as usize])
        .collect();
    assert_eq!(marked, ["al-Assad"]);
    assert!(places[1].in_title.is_empty() && !places[1].in_text.is_empty());
    assert_eq!(places[2], engine::HitPlaces::default());
}

#[test]
fn a_field_proposes_its_values() {
    let session = session(&TEXTS);
    check_suggestions(
        &session,
        "tag:",
        &[
            "value: tag:Homs",
            "value: tag:Damascus",
            "value: tag:\"Deir ez-Zor\"",
        ],
    );
    check_suggestions(
        &session,
        "old tags:ez",
        &["value: old tags:\"Deir ez-Zor\""],
    );
    check_suggestions(
        &session,
        "source:\"asharq a",
        &["value: source:\"Asharq Al-Awsat\""],
    );
    check_suggestions(&session, "colour:re", &[]);
}

#[test]
fn every_suggestion_finds_what_it_counts() {
    let session = session(&TEXTS);
    for text in ["be", "to", "da", "tag:", "source:", "er", "al-s"] {
        for one in suggestions(&session, text) {
            if one.kind == "title" {
                continue;
            }
            let query = [&text[..one.start], &one.insert].concat();
            let request = SearchRequest {
                query: query.clone(),
                limit: 1,
                exact: true,
                ..SearchRequest::default()
            };
            assert_eq!(
                ask(&session, &request).total as u32,
                one.documents,
                "{query}"
            );
        }
    }
}

fn lens(query: &str, filters: &[(&str, &str)]) -> Lens {
    let filter = |&(field, value): &(&str, &str)| Filter {
        field: field.into(),
        values: vec![value.into()],
    };
    Lens {
        query: query.into(),
        filters: filters.iter().map(filter).collect(),
        exact: false,
    }
}

fn breakdown(session: &Session, lens: &Lens) -> BreakdownRecord {
    match session.answer(&Request::Breakdown(lens.clone())) {
        Reply::Breakdown(record) => record,
        other => panic!("a breakdown, not {other:?}"),
    }
}

/// What can be done, as "kind about: documents".
fn ways_out(record: &BreakdownRecord) -> Vec<String> {
    let way =
        |way: &protocol::RelaxationRecord| format!("{} {}: {}", way.kind, way.about, way.documents);
    record.relaxations.iter().map(way).collect()
}

#[test]
fn each_word_is_counted_with_and_without_the_filters() {
    let session = session(&TEXTS);
    let record = breakdown(
        &session,
        &lens("betrayed nobody qqq", &[("source", "Raseef")]),
    );
    let parts: Vec<(&str, usize, usize)> = record
        .parts
        .iter()
        .map(|part| (&*part.part, part.documents, part.documents_without_filters))
        .collect();
    assert_eq!(record.total, 0);
    assert_eq!(parts, [("betrayed", 1, 2), ("nobody", 1, 1), ("qqq", 0, 0)]);
}

#[test]
fn what_to_drop_is_counted_and_leads_to_just_so_many() {
    let session = session(&TEXTS);
    for (query, filters, expected) in [
        (
            "road nobody",
            &[][..],
            &["part road: 1", "part nobody: 1"][..],
        ),
        ("\"tank old\"", &[], &["words \"tank old\": 2"]),
        ("=homs", &[], &["wider =homs: 2"]),
        (
            "erdogan",
            &[("source", "Raseef"), ("tag", "Homs")],
            &["filters : 1"],
        ),
        (
            "nobody",
            &[("year", "2024"), ("tag", "Homs")],
            &["filter year: 1", "filters : 1"],
        ),
        ("homs -tank", &[], &["part homs: 2", "part -tank: 2"]),
    ] {
        let record = breakdown(&session, &lens(query, filters));
        assert_eq!(record.total, 0, "{query}");
        assert_eq!(ways_out(&record), expected, "{query}");
        for way in &record.relaxations {
            let request = SearchRequest {
                query: way.lens.query.clone(),
                filters: way.lens.filters.clone(),
                exact: way.lens.exact,
                limit: 1,
                ..SearchRequest::default()
            };
            assert_eq!(
                ask(&session, &request).total,
                way.documents,
                "{query}: {way:?}"
            );
        }
    }
}

#[test]
fn an_unknown_word_has_near_ones() {
    let session = session(&TEXTS);
    let exact = Lens {
        exact: true,
        ..lens("damasqus", &[])
    };
    let record = breakdown(&session, &exact);
    assert_eq!(record.parts[0].near, [("Damascus".to_owned(), 2)]);
    assert_eq!(ways_out(&record), ["wider : 2"]);
    // Two errors in a short word are not guessed at by themselves.
    let record = breakdown(&session, &lens("hosm", &[]));
    assert_eq!(
        record.parts[0].near.first(),
        None,
        "a swap of neighbours is one error"
    );
    let record = breakdown(&session, &lens("haams", &[]));
    assert_eq!(record.parts[0].near[0].0, "Homs");
}

fn certificate(session: &Session, lens: &Lens) -> CertificateRecord {
    match session.answer(&Request::Certificate(lens.clone())) {
        Reply::Certificate(record) => record,
        other => panic!("a certificate, not {other:?}"),
    }
}

#[test]
fn a_certificate_names_the_texts_that_were_searched_and_their_hashes() {
    let session = session(&TEXTS);
    let record = certificate(&session, &lens("captagon", &[("source", "Raseef")]));
    assert_eq!((record.total, record.read_as.as_str()), (0, "captagon"));
    let ids: Vec<&str> = record.documents.iter().map(|one| &*one.id).collect();
    assert_eq!(ids, ["road", "homs"]);
    assert_eq!(record.parts[0].documents_without_filters, 0);
    assert_eq!(record.version, session.version());
    // `printf 'Nobody in Homs slept. An old man counted every tank.' | sha256sum`
    assert_eq!(
        record.documents[1].sha256,
        "abc408ff836e64bfa1bb3b375c3c38fd6191ae5dd220a53c9718fc4ee26215b9"
    );
    assert_eq!(record.words, 15 + 10);
    assert_eq!(record.digest.len(), 64);
    let whole = certificate(&session, &lens("", &[]));
    assert_eq!(whole.documents.len(), 4);
    assert_ne!(whole.digest, record.digest);
}

#[test]
fn a_certificate_lists_the_variants_that_were_tried() {
    let session = session(&TEXTS);
    let record = certificate(&session, &lens("betrayal", &[]));
    assert_eq!(record.variants[0].forms, [("betrayed".to_owned(), 3)]);
    assert_eq!(
        record.documents.iter().filter(|one| one.answers).count(),
        record.total
    );
}

fn batch(session: &Session, lines: &[&str], reading: LineReading) -> BatchRecord {
    let request = BatchRequest {
        lines: lines.iter().map(|&line| line.to_owned()).collect(),
        reading,
        ..BatchRequest::default()
    };
    match session.answer(&Request::Batch(request)) {
        Reply::Batch(record) => record,
        other => panic!("a batch, not {other:?}"),
    }
}

#[test]
fn each_line_of_a_list_has_its_counts_and_its_best_document() {
    let session = session(&TEXTS);
    let lines = ["  Homs ", "", "—", "Erdogan", "old tank", "Qqq"];
    let record = batch(&session, &lines, LineReading::Query);
    let rows: Vec<_> = record
        .rows
        .iter()
        .map(|row| (&*row.line, row.documents, row.matches, &*row.best))
        .collect();
    assert_eq!(
        rows,
        [
            ("Homs", 2, 2, "homs"),
            ("Erdogan", 1, 1, "fall"),
            ("old tank", 2, 4, "road"),
            ("Qqq", 0, 0, "")
        ]
    );
    assert_eq!(record.rows[0].counts, [(1, 1), (2, 1)]);
    assert!(record.rows[3].note.contains("Qqq"));
    let phrases = batch(
        &session,
        &["old tank", "tank old", "a \"b"],
        LineReading::Phrase,
    );
    let found: Vec<_> = phrases
        .rows
        .iter()
        .map(|row| (row.documents, &*row.query))
        .collect();
    assert_eq!(
        found,
        [(1, "\"old tank\""), (0, "\"tank old\""), (0, "\"a b\"")]
    );
    let words = batch(&session, &["Homs OR Damascus"], LineReading::Words);
    assert_eq!(words.rows[0].documents, 0);
}

#[test]
fn a_line_of_plain_words_is_one_name_and_says_whether_it_stands_as_written() {
    let session = session(&TEXTS);
    let lines = [
        "OLD Tank",
        "tank old",
        "Homs OR Damascus",
        "\"old tank\" homs",
        "betrayal",
    ];
    let rows = batch(&session, &lines, LineReading::Plain).rows;
    let found: Vec<_> = rows
        .iter()
        .map(|row| (&*row.query, row.documents, row.exact))
        .collect();
    assert_eq!(
        found,
        [
            ("\"OLD Tank\"", 1, 1),
            ("\"tank old\"", 0, 0),
            ("Homs OR Damascus", 3, 3),
            ("\"old tank\" homs", 1, 1),
            ("betrayal", 2, 0)
        ]
    );
    assert_eq!(rows[0].matches, 1);
}

#[test]
fn a_list_without_end_is_cut_and_says_so() {
    let session = session(&TEXTS);
    let record = batch(&session, &["homs"; 1_200], LineReading::Query);
    assert_eq!((record.rows.len(), record.left_out), (1_000, 200));
}

#[test]
fn documents_are_sorted_by_length() {
    let session = session(&TEXTS);
    let first = |sort| {
        let request = SearchRequest {
            sort,
            limit: 1,
            ..SearchRequest::default()
        };
        ask(&session, &request).hits[0].id.clone()
    };
    assert_eq!(first(SortOrder::Longest), "fall");
    assert_eq!(first(SortOrder::Shortest), "arabic");
}
