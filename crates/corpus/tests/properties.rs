//! Any bytes under any name: no panic, and every document keeps its invariants.

use corpus::{Document, Field, InlineKind, JsonLines, Place, ReadOptions, Severity, Source, read};
use proptest::prelude::*;

/// Pieces that mean something to one of the readers, so that chance finds their combinations.
const PIECES: [&str; 60] = [
    "---\n",
    "---",
    "title: ",
    "tags: [a, ",
    "]",
    "{",
    "}",
    "- ",
    "  - ",
    "\"",
    "'",
    "|\n  ",
    ">-\n",
    ": ",
    "# ",
    "## ",
    "> ",
    "1. ",
    "   ",
    "\n",
    "\n\n",
    "  \n",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "[",
    "](",
    ")",
    "![",
    "[^1]",
    "[^1]: ",
    "| a | b |\n|---|---|\n",
    "|",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<img src=x alt='y'>",
    "<div>",
    "<br>",
    "Q: ",
    "**A:** ",
    "T hat ",
    "A ssad ",
    "Assad",
    "I ran ",
    "é",
    "ع",
    "\u{A0}",
    "\u{200b}",
    "\r\n",
    "\0",
    "😀",
    "{\"id\":\"a\",\"text\":\"",
    "\\u00e9",
    "\\n\\n",
    "\"}\n",
    "https://x.org",
];

fn piecewise() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40)
        .prop_map(|pieces| pieces.concat().into_bytes())
}

fn check(name: &str, bytes: Vec<u8>, mend: bool) {
    let source = Source {
        name: name.to_owned(),
        bytes,
    };
    let reading = read(&source, &ReadOptions { mend });
    let has_error = reading
        .problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    assert!(
        !reading.documents.is_empty() || has_error,
        "dropped silently"
    );
    for document in &reading.documents {
        check_document(document);
    }
    assert_eq!(
        reading,
        read(&source, &ReadOptions { mend }),
        "not reproducible"
    );
}

fn check_document(document: &Document) {
    let text = document.text.as_str();
    assert!(!document.title.is_empty() && !document.blocks.is_empty());
    assert!(
        !text
            .chars()
            .any(|c| c.is_control() && c != '\n' && c != '\t'),
        "{text:?}"
    );
    let mut end = 0;
    for (index, block) in document.blocks.iter().enumerate() {
        let (start, stop) = (block.span.start as usize, block.span.end as usize);
        let gap = if index == 0 { "" } else { "\n\n" };
        assert_eq!(text.get(end..start), Some(gap), "{document:?}");
        let content = text
            .get(start..stop)
            .expect("a block lies on character boundaries");
        assert!(
            !content.is_empty() && content.trim_end() == content,
            "{content:?}"
        );
        end = stop;
    }
    assert_eq!(end, text.len());
    for inline in &document.inlines {
        assert!(
            text.get(inline.span.start as usize..inline.span.end as usize)
                .is_some()
        );
        let is_inside =
            |span: corpus::ByteSpan| span.start <= inline.span.start && inline.span.end <= span.end;
        assert!(
            document.blocks.iter().any(|block| is_inside(block.span)),
            "{inline:?}"
        );
        assert!(!inline.span.is_empty() || matches!(inline.kind, InlineKind::Picture(_)));
    }
    assert!(
        document
            .inlines
            .is_sorted_by_key(|inline| inline.span.start)
    );
    let is_proper =
        |field: &Field| !field.values.is_empty() && field.name == field.name.to_lowercase();
    assert!(
        document.fields.iter().all(is_proper),
        "{:?}",
        document.fields
    );
}

/// A line of a `.jsonl`, sound or with one of the faults that are told by line or by byte.
fn line() -> impl Strategy<Value = Vec<u8>> {
    let line = prop::sample::select(vec![
        &b"{\"text\":\"One.\"}"[..],
        b"{\"id\":\"a\",\"text\":\"Two.\"}",
        b"\xEF\xBB\xBF{\"text\":\"Marked.\"}",
        b"{\"text\":\"a \xEF\xBF\xBD b\"}",
        b"{\"text\":\"one\"}\r{\"text\":\"two\"}\r",
        b"\x01{\"text\":\"x\x02y\"}\r",
        b"{\"text\":\"caf\xE9\"}",
        b"\0\0\0\0\0\0",
        b"{broken",
        b"\xFF\xFE",
        b"",
    ]);
    line.prop_map(|line| [line, b"\n"].concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pieces_of_markup_are_survived(bytes in piecewise(), mend: bool) {
        for name in ["a.md", "a.txt", "a.jsonl"] {
            check(name, bytes.clone(), mend);
        }
    }

    #[test]
    fn pieces_in_front_matter_are_survived(bytes in piecewise(), body in piecewise()) {
        let text = [b"---\n", &bytes[..], b"\n---\nText\n\n", &body[..]].concat();
        check("a.md", text, true);
    }

    #[test]
    fn arbitrary_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for name in ["a.md", "b/a.text", "a.jsonl", "a", ""] {
            check(name, bytes.clone(), true);
        }
    }

    #[test]
    fn arbitrary_text_is_survived(text in any::<String>()) {
        for name in ["a.markdown", "a.txt"] {
            check(name, text.clone().into_bytes(), true);
        }
    }

    #[test]
    fn json_lines_read_alike_however_they_are_cut(lines in prop::collection::vec(line(), 0..12), cut: [bool; 12]) {
        let whole = read(
            &Source { name: "a.jsonl".to_owned(), bytes: lines.concat() },
            &ReadOptions::default(),
        );
        let (mut place, mut documents) = (Place::default(), Vec::new());
        let mut all = JsonLines::new("a.jsonl", ReadOptions::default(), place);
        let mut part = all.clone();
        for (line, cut) in lines.iter().zip(cut) {
            if cut {
                all.append(std::mem::replace(&mut part, JsonLines::new("a.jsonl", ReadOptions::default(), place)));
            }
            part.read(line, &mut |document| documents.push(document));
            place.advance(line);
        }
        all.append(part);
        let (problems, is_text) = all.into_problems();
        prop_assert_eq!(problems, whole.problems);
        if is_text {
            prop_assert_eq!(documents, whole.documents);
        } else {
            prop_assert!(whole.documents.is_empty());
        }
    }
}
