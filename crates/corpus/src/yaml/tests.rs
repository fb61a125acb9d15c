use super::*;
use crate::value::flattened;

/// Reads front matter and shows it as `key=value|value` lines, or the line and start of the error.
fn shown(text: &str) -> String {
    match read(text, 1) {
        Ok(entries) => {
            let lines = flattened(&entries)
                .into_iter()
                .map(|(key, values)| format!("{key}={}", values.texts.join("|")));
            lines.collect::<Vec<_>>().join("; ")
        }
        Err(error) => format!("line {}: {}", error.line, error.message),
    }
}

fn check(text: &str, expected: &str) {
    assert_eq!(shown(text), expected, "{text}");
}

#[test]
fn scalars_in_every_style() {
    check(
        "a: one two # not this\nb: 'it''s'\nc: \"q \\\"x\\\" \\u00e9\"",
        "a=one two; b=it's; c=q \"x\" é",
    );
    check("a: http://x.org/#y\nb: 12:30", "a=http://x.org/#y; b=12:30");
    check(
        "a: long\n  goes on\nb: \"over\n  lines\"\nc: 2",
        "a=long goes on; b=over lines; c=2",
    );
    check("a:\nb: ~\nc: null\nd: no", "d=no");
    check("\"quoted key\": v\n'k': w", "k=w; quoted key=v");
    check("a:\n  on the next line", "a=on the next line");
}

#[test]
fn block_scalars_keep_or_fold_lines() {
    check(
        "a: |\n  one\n   two\n\n  three\nb: x",
        "a=one\n two\n\nthree; b=x",
    );
    check("a: >-\n  one\n  two\nb: x", "a=one two; b=x");
    check("a: |2\n    deep", "a=deep");
    check("a: | # comment\n  t # kept\n", "a=t # kept");
}

#[test]
fn lists_and_maps_nest() {
    check("t: [a, 'b, c', \"d\"] # x", "t=a|b, c|d");
    check(
        "t: [a,\n    b]\nu: {x: 1, y: [2, 3]}",
        "t=a|b; u.x=1; u.y=2|3",
    );
    check("t:\n  - a\n  - b c\nu: 1", "t=a|b c; u=1");
    check("t:\n- a\n- b\nu: 1", "t=a|b; u=1");
    check(
        "authors:\n  - name: Rim\n    orcid: 7\n  - name: Ali",
        "authors=Rim|Ali; authors.orcid=7",
    );
    check("a:\n  b:\n    c: 1\n  d: 2\ne: 3", "a.b.c=1; a.d=2; e=3");
    check("a:\n  - - x\n    - y\n  -\n    z: 1", "a=x|y; a.z=1");
    check("author: {given: Rim, family: Haddad}", "author=Rim Haddad");
}

#[test]
fn what_cannot_be_read_is_named_with_its_line() {
    check(
        "a: 1\ntitle: Homs: a city",
        "line 2: `Homs: a city` holds a colon and a space, which would begin another value",
    );
    check(
        "a: 1\nb: \"open\nc: 2",
        "line 2: the quote \" opened here is not closed",
    );
    check(
        "a: [1, 2\nb: 3",
        "line 1: the bracket `[` opened here is not closed",
    );
    check(
        "a: [1, 2",
        "line 1: the bracket `[` opened here is not closed",
    );
    check(
        "a: 1\na: 2",
        "line 2: the key `a` stands twice, first on line 1",
    );
    check(
        "a: 1\njust words",
        "line 2: expected `key: value`, found `just words`",
    );
    check(
        "t: [a: b]",
        "line 1: a key stands inside a list in brackets",
    );
}
