//! Any text is a query, and what is shown under "Read as" is read in the same way.

use query::{Query, parse, parse_plain, parse_strict};

/// Reads `text` in every way.
pub fn check(text: &str) {
    let (query, problems) = parse(text);
    assert_eq!(parse_strict(text).is_ok(), problems.is_empty());
    for problem in &problems {
        // Spans refer to the text as typed and lie on characters.
        assert!(
            text.get(problem.span.start as usize..problem.span.end as usize)
                .is_some(),
            "{problem:?}"
        );
    }
    for word in query::words(&query) {
        assert!(
            text.get(word.span.start as usize..word.span.end as usize)
                .is_some(),
            "{word:?}"
        );
    }
    // At the limits of nesting and number the written form may be cut differently.
    let at_limit =
        |message: &str| message.starts_with("brackets are nested") || message.contains("not read");
    if !problems.iter().any(|problem| at_limit(&problem.message)) {
        round_trip(&query);
    }
    round_trip(&parse_plain(text));
}

fn round_trip(query: &Query) {
    let written = query.to_canonical();
    let again = parse(&written).0;
    assert_eq!(again.to_canonical(), written);
    assert!(same(query, &again), "{written:?}\n{query:?}\n{again:?}");
}

/// Compares trees apart from the places in the text.
fn same(a: &Query, b: &Query) -> bool {
    without_spans(a) == without_spans(b)
}

fn without_spans(query: &Query) -> String {
    let mut text = String::new();
    let mut rest = format!("{query:?}");
    while let Some(at) = rest.find("TextSpan { start: ") {
        text.push_str(&rest[..at]);
        let end = rest[at..].find('}').map_or(rest.len(), |end| at + end + 1);
        rest.drain(..end);
    }
    text + &rest
}
