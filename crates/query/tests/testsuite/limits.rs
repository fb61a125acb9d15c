//! Queries that no reader types.

use query::{MAX_WORDS, parse, words};
use std::time::{Duration, Instant};

/// Far beyond what a busy machine makes of a tenth of a second, far below what a quadratic reading takes.
const LONGEST: Duration = Duration::from_secs(30);

/// Reads `text` in time that grows with its length and finds a problem that begins with `problem`.
#[track_caller]
fn check(text: &str, problem: &str) {
    let start = Instant::now();
    let (query, problems) = parse(text);
    let written = query.to_canonical();
    let again = parse(&written).0.to_canonical();
    assert!(start.elapsed() < LONGEST, "{:?}", start.elapsed());
    assert_eq!(written, again);
    assert!(
        problems.iter().any(|p| p.message.starts_with(problem)),
        "{problems:?}"
    );
    assert!(problems.len() <= 34);
    assert!(words(&query).len() <= MAX_WORDS);
}

#[test]
fn a_hundred_thousand_characters_get_a_clear_problem() {
    check(
        &"homs ".repeat(20_000),
        "the query has more than 1024 words",
    );
    check(
        &"a OR ".repeat(20_000),
        "the query has more than 1024 words",
    );
    check(&"a? ".repeat(33_000), "the query has more than 1024 words");
    check(&"* | ".repeat(25_000), "the query has more than 1024 words");
    check(
        &"\"a b\"~5 ".repeat(12_000),
        "the query has more than 1024 words",
    );
    check(
        &format!("\"{}", "a ".repeat(50_000)),
        "the query has more than 1024 words",
    );
    check(
        &"date:2024 ".repeat(10_000),
        "the query has more than 1024 words",
    );
    check(&"a NEAR/5 ".repeat(11_000), "`NEAR` stands between");
    check(&"a".repeat(100_000), "this word is too long");
    check(
        &format!("https://{}", "a".repeat(100_000)),
        "this word is too long",
    );
    check(&format!("{}a", "-".repeat(100_000)), "several signs");
    check(&format!("{}a", "NOT ".repeat(25_000)), "several signs");
    check(&"AND ".repeat(25_000), "this operator has nothing");
    check(&")".repeat(100_000), "this bracket closes nothing");
    check(&"| ".repeat(50_000), "`|` has nothing");
    check(&"~".repeat(100_000), "this sign stands behind no word");
    check(&"/".repeat(100_000), "this `/` begins");
    check(&"/a ".repeat(33_000), "this `/` begins");
    check(&"- ".repeat(50_000), "this `-` is read as a dash");
    check(
        &format!("{} - a", "?".repeat(100_000)),
        "this `-` is read as a dash",
    );
    check(&"\"".repeat(100_001), "there is no word between these");
}

#[test]
fn deep_brackets_are_read_to_a_depth_and_reported() {
    let deep = "brackets are nested more than 64 deep";
    check(&"(".repeat(100_000), deep);
    check(&format!("{}a{} b", "(".repeat(70), ")".repeat(70)), deep);
    check(&"-(a ".repeat(25_000), deep);
    check(&"(a OR b ".repeat(12_000), deep);
    check(&"title:(".repeat(14_000), deep);
    check(&"sentence:(".repeat(10_000), deep);
    check(&format!("date:{}", "(".repeat(90_000)), deep);
    check(&"a NEAR/2 (".repeat(10_000), deep);
}

#[test]
fn brackets_that_are_too_deep_close_in_pairs() {
    let (query, problems) = parse(&format!("{}a{} OR b", "(".repeat(70), ")".repeat(70)));
    assert_eq!(query.to_canonical(), "a OR b");
    assert_eq!(problems.len(), 1);
}

#[test]
fn the_first_words_of_an_endless_query_still_count() {
    let (query, _) = parse(&"homs ".repeat(20_000));
    assert_eq!(words(&query).len(), MAX_WORDS);
}
