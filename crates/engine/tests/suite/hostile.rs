//! Whatever is typed gets an answer, soon, with a word on what could not be done.

use crate::corpus_texts::session;
use engine::Session;
use protocol::{
    BatchRequest, ConcordanceRequest, Lens, LineReading, Reply, Request, SearchRequest,
    SuggestRequest,
};
use std::time::{Duration, Instant};

/// Generous, for a program that is not optimised and shares its machine.
const SOON: Duration = Duration::from_secs(60);

fn texts() -> Vec<(String, String)> {
    let words = [
        "homs", "tank", "road", "Sharaa", "night", "حمص", "betrayed", "old", "Erdoğan", "column",
    ];
    let text = |seed: usize| {
        let mut text = String::new();
        for at in 0..400 {
            text.push_str(words[(at * 7 + seed * at * 3 + seed) % words.len()]);
            text.push_str(if at % 40 == 39 { ".\n\n" } else { " " });
            if at % 5 == 0 {
                text.push_str(&format!("w{seed}x{at} "));
            }
        }
        text
    };
    (0..40)
        .map(|seed| (format!("d{seed}.txt"), text(seed)))
        .collect()
}

fn corpus() -> Session {
    let texts = texts();
    let texts: Vec<(&str, &str)> = texts
        .iter()
        .map(|(name, text)| (&**name, &**text))
        .collect();
    session(&texts)
}

/// Everything that a page asks about one query. Returns whether anything was said to the reader: hits or notes.
fn ask_everything(session: &Session, query: &str) -> bool {
    let lens = Lens {
        query: query.into(),
        ..Lens::default()
    };
    let search = SearchRequest {
        query: query.into(),
        limit: 20,
        passages: 3,
        facets: true,
        ..SearchRequest::default()
    };
    let mut answers = false;
    for request in [
        Request::Search(search),
        Request::Breakdown(lens.clone()),
        Request::Certificate(lens.clone()),
        Request::Concordance(ConcordanceRequest {
            lens,
            limit: 10,
            ..ConcordanceRequest::default()
        }),
        Request::Suggest(SuggestRequest {
            text: query.into(),
            cursor: query.len(),
            limit: 8,
        }),
        Request::Batch(BatchRequest {
            lines: vec![query.into()],
            reading: LineReading::Phrase,
            ..BatchRequest::default()
        }),
        Request::Document {
            id: "d1".into(),
            query: query.into(),
            exact: false,
        },
    ] {
        let begun = Instant::now();
        let reply = session.answer(&request);
        let start: String = query.chars().take(40).collect();
        assert!(
            begun.elapsed() < SOON,
            "{start}: {:?} took {:?}",
            kind(&request),
            begun.elapsed()
        );
        if let Reply::Search(record) = &reply {
            answers = !record.hits.is_empty() || !record.notes.is_empty();
        }
    }
    answers
}

fn kind(request: &Request) -> String {
    format!("{request:?}").chars().take(12).collect()
}

#[test]
fn hostile_queries_are_answered_soon_and_explained() {
    let session = corpus();
    let words: Vec<String> = (0..500).map(|at| format!("w{}x{}", at % 40, at)).collect();
    for query in [
        "homs ".repeat(20_000),
        words.join(" OR "),
        words.join(" "),
        ["homs"; 500].join(" NEAR/5 "),
        "(".repeat(50_000),
        "(homs ".repeat(2_000) + &")".repeat(2_000),
        "-".repeat(10_000),
        "\"".repeat(9_999),
        "\"homs ".repeat(3_000),
        "sentence:(".repeat(500) + "homs",
        "said:(by:".repeat(300),
        "sentence:(para:(".repeat(9) + "homs tank",
        "title:".repeat(5_000),
        "a*".repeat(4_000),
        "/(a|b)*".to_owned() + &"(a|b)*".repeat(400) + "/",
        "w*~2 ".repeat(6),
        "x".repeat(100_000),
        "حمص ".repeat(10_000),
        "\u{202e}homs\u{202c} \u{200b}tank\u{200f}".repeat(500),
        "date:".to_owned() + &"9".repeat(5_000),
        "\\".repeat(9_999),
        "e\u{301}\u{301}\u{301}\u{301}".repeat(3_000),
    ] {
        let start: String = query.chars().take(40).collect();
        assert!(ask_everything(&session, &query), "{start}: silence");
    }
}

#[test]
fn odd_queries_are_answered_and_explained() {
    let session = corpus();
    for query in [
        "*",
        "**",
        "?",
        "??",
        "* *",
        "*?*",
        "\"*\"",
        "\"* *\"",
        "-*",
        "OR",
        "AND",
        "NOT",
        "OR OR OR",
        "AND OR NOT",
        "NEAR/5",
        "()",
        "(((",
        ")))",
        "\"\"",
        "“”",
        "„“",
        "-",
        "--",
        "=",
        "~",
        "/",
        "//",
        "/(/",
        "/[/",
        "/*/",
        ":",
        "a:",
        ":a",
        "title:",
        "date:",
        "tag:*",
        "😀",
        "🇸🇾",
        "\u{202e}",
        "\u{feff}",
        "\u{0}",
        "’",
        "«homs»",
        "‚homs’",
        "homs\u{a0}tank",
        "homs\ttank\r\nroad",
        "ـــ",
        "١٢٣",
        "&&",
        "||",
        "homs~99",
        "homs~0",
        "\"homs tank\"~9999",
        "homs NEAR/99999 tank",
        "%",
        "#",
        "&amp;",
        "<script>",
    ] {
        assert!(ask_everything(&session, query), "{query:?}: silence");
    }
}

#[test]
fn a_wildcard_of_everything_says_so() {
    let session = corpus();
    for query in ["**", "?*", "*?*"] {
        let request = SearchRequest {
            query: query.into(),
            limit: 3,
            ..SearchRequest::default()
        };
        let Reply::Search(record) = session.answer(&Request::Search(request)) else {
            panic!("a search is answered by a search");
        };
        assert!(record.total > 0, "{query}");
    }
}
