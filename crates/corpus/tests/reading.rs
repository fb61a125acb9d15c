//! What a publisher notices: what a file becomes, and what is said about a file that is not as it
//! should be.

use corpus::{Document, ReadOptions, Reading, Severity, Source, read, read_all};

fn source(name: &str, text: impl AsRef<[u8]>) -> Source {
    Source {
        name: name.to_owned(),
        bytes: text.as_ref().to_vec(),
    }
}

fn reading(name: &str, text: impl AsRef<[u8]>) -> Reading {
    read(&source(name, text), &ReadOptions::default())
}

fn document(name: &str, text: &str) -> Document {
    let reading = reading(name, text);
    assert!(reading.documents.len() == 1, "{:?}", reading.problems);
    reading.documents.into_iter().next().unwrap_or_default()
}

fn field(document: &Document, name: &str) -> String {
    let field = document.fields.iter().find(|field| field.name == name);
    field
        .map(|field| field.values.join("|"))
        .unwrap_or_default()
}

/// Checks that the file gives no document and one error that begins like this.
fn check_error(name: &str, text: impl AsRef<[u8]>, expected: &str) {
    let reading = reading(name, text);
    assert!(reading.documents.is_empty());
    let errors: Vec<_> = reading
        .problems
        .iter()
        .filter(|p| p.severity == Severity::Error)
        .collect();
    assert_eq!(errors.len(), 1, "{:?}", reading.problems);
    assert!(errors[0].to_string().starts_with(expected), "{}", errors[0]);
    assert!(!errors[0].hint.is_empty());
}

#[test]
fn metadata_goes_by_many_names() {
    let text = "---\nheadline: On Homs\nauthors:\n  - name: Rim Haddad\n  - Ali\npubDate: 8 December 2024\n\
                outlet: The Paper\npermalink: https://x.org/a\nkeywords: roads, '#war'\nlocale: en_us\n\
                Archive_Box: 7\nslug: homs\ndraft: no\n---\nText.";
    let document = document("a/b.md", text);
    let names: Vec<&str> = document
        .fields
        .iter()
        .map(|field| field.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "title",
            "author",
            "date",
            "source",
            "url",
            "tag",
            "lang",
            "archive_box"
        ]
    );
    assert_eq!(
        (document.id.as_str(), document.title.as_str()),
        ("homs", "On Homs")
    );
    assert_eq!(field(&document, "author"), "Rim Haddad|Ali");
    assert_eq!(document.date.as_deref(), Some("2024-12-08"));
    assert_eq!(document.lang.as_deref(), Some("en-US"));
}

#[test]
fn tags_are_parted_at_commas() {
    let document = document(
        "a.md",
        "---\ntags: roads, war\ncategories: [Syria, roads]\n---\nText.",
    );
    assert_eq!(field(&document, "tag"), "roads|war|Syria");
}

#[test]
fn norwegian_is_a_language() {
    assert_eq!(
        document("a.md", "---\nlang: no\n---\nTekst.")
            .lang
            .as_deref(),
        Some("no")
    );
}

#[test]
fn an_unclear_date_is_kept_with_a_warning() {
    let reading = reading("a.md", "---\ndate: 08/12/2024\n---\nText.");
    assert_eq!(reading.documents[0].date, None);
    assert_eq!(field(&reading.documents[0], "date"), "08/12/2024");
    assert_eq!(
        (reading.problems[0].severity, reading.problems[0].line),
        (Severity::Warning, Some(2))
    );
}

#[test]
fn titles_come_from_metadata_then_heading_then_first_words() {
    assert_eq!(
        document("a.md", "---\ntitle: Given\n---\n# Heading\n\nText.").title,
        "Given"
    );
    assert_eq!(
        document("a.md", "## Part\n\nText.\n\n# Whole\n\nText.").title,
        "Whole"
    );
    assert_eq!(
        document("a.md", "Some words first.\n\n## Part\n\nText.").title,
        "Some words first."
    );
    assert_eq!(
        document(
            "d1e2f3.txt",
            "one two, three four five six seven eight nine ten, eleven"
        )
        .title,
        "one two, three four five six seven eight nine ten…"
    );
    assert_eq!(
        document("a.txt", &"x".repeat(5000)).title.chars().count(),
        81
    );
}

#[test]
fn damaged_bytes_are_named_with_their_place() {
    check_error(
        "a.md",
        b"one\ntwo \xff three",
        "a.md:2: error: invalid UTF-8 at byte 8",
    );
    check_error(
        "a.txt",
        [0xFF, 0xFE, b'a', 0],
        "a.txt:1: error: the file is UTF-16",
    );
    check_error(
        "a.txt",
        b"a\0b\0c\0",
        "a.txt:1: error: the file is not text",
    );
    check_error("a.txt", "", "a.txt: error: there is no text");
    check_error(
        "a.md",
        "---\nauthor: x\n---\n\n",
        "a.md: error: there is no text",
    );
    check_error(
        "a.docx",
        "x",
        "a.docx: error: this kind of file is not read",
    );
}

#[test]
fn a_record_with_a_title_only_is_kept() {
    let line = "{\"id\": \"7\", \"title\": \"Digit decoders\", \"text\": \"\"}\n";
    let reading = reading("a.jsonl", line);
    assert_eq!(reading.documents[0].text, "Digit decoders");
    let problem = reading.problems[0].to_string();
    assert!(
        problem.starts_with("a.jsonl:1: warning: there is no text"),
        "{problem}"
    );
}

#[test]
fn broken_front_matter_is_an_error_with_its_line() {
    check_error(
        "a.md",
        "---\ntitle: x\n\nText.",
        "a.md:1: error: the front matter that opens",
    );
    check_error(
        "a.md",
        "---\ntitle: x\nauthor: \"open\n---\nText.",
        "a.md:3: error: the quote",
    );
    check_error(
        "a.txt",
        "---\ntitle: A: b\n---\nText.",
        "a.txt:2: error: `A: b` holds a colon",
    );
    check_error(
        "a.md",
        "+++\ntitle = 1\n+++\nText.",
        "a.md:1: error: front matter in TOML",
    );
}

#[test]
fn what_is_private_is_never_published() {
    check_error(
        "a.md",
        "---\nprivate: true\n---\nText.",
        "a.md:2: error: `private: true`",
    );
    check_error(
        "a.md",
        "---\nDraft: Yes\n---\nText.",
        "a.md:2: error: `draft: yes`",
    );
    check_error(
        "a.md",
        "---\nprivate: perhaps\n---\nText.",
        "a.md:2: error: `private` is `perhaps`",
    );
    check_error(
        "a.jsonl",
        "{\"text\": \"x\", \"private\": true}",
        "a.jsonl:1: error: `private: true`",
    );
}

#[test]
fn marks_line_ends_and_control_characters_are_cleaned() {
    let reading = reading("a.txt", "\u{FEFF}one\r\n\r\ntwo\u{1} three\u{7f}\r\rfour");
    assert_eq!(reading.documents[0].text, "one\n\ntwo three\n\nfour");
    let notes: Vec<_> = reading
        .problems
        .iter()
        .map(|problem| (problem.severity, problem.line))
        .collect();
    assert_eq!(
        notes,
        [(Severity::Note, Some(1)), (Severity::Note, Some(3))]
    );
}

#[test]
fn json_lines_give_a_document_each_and_errors_by_line() {
    let text = "{\"id\":\"a\",\"title\":\"A\",\"text\":\"One.\\n\\nTwo.\",\"year\":2024,\"by\":[\"Rim\"]}\n\n{broken\n\
                {\"id\":\"c\"}\n{\"text\":\"Four.\"}\n[1]\n";
    let reading = reading("set.jsonl", text);
    let ids: Vec<&str> = reading
        .documents
        .iter()
        .map(|document| document.id.as_str())
        .collect();
    assert_eq!(ids, ["a", "set-5"]);
    assert_eq!(reading.documents[0].blocks.len(), 2);
    assert_eq!(field(&reading.documents[0], "year"), "2024");
    assert_eq!(field(&reading.documents[0], "author"), "Rim");
    let lines: Vec<_> = reading
        .problems
        .iter()
        .map(|problem| problem.line)
        .collect();
    assert_eq!(lines, [Some(3), Some(4), Some(6)]);
}

#[test]
fn an_id_used_twice_names_both_files() {
    let sources = [
        source("b/x.md", "Two."),
        source("a/x.md", "One."),
        source("c.md", "Three."),
    ];
    let corpus = read_all(&sources, &ReadOptions::default());
    let texts: Vec<&str> = corpus
        .documents
        .iter()
        .map(|document| document.text.as_str())
        .collect();
    assert_eq!(texts, ["One.", "Three."]);
    assert_eq!(corpus.problems[0].severity, Severity::Error);
    assert!(
        corpus.problems[0].message.contains("a/x.md")
            && corpus.problems[0].message.contains("b/x.md")
    );
}

#[test]
fn text_that_is_markdown_is_read_as_such_whatever_its_name() {
    assert_eq!(
        document("a.txt", "# Homs\n\nA *road*.").text,
        "Homs\n\nA road."
    );
    assert_eq!(
        document("a.txt", "See [it](https://x.org).").text,
        "See it."
    );
    assert_eq!(
        document("a.txt", "A *star* and #tag, f[x](y)").text,
        "A *star* and #tag, f[x](y)"
    );
}

#[test]
fn hostile_texts_take_linear_time() {
    let started = std::time::Instant::now();
    let patterns = [
        "> ",
        "- ",
        "[",
        "![",
        "<",
        "<a \"",
        "`",
        "*a ",
        "[[",
        "(",
        "a\n\n",
        "<!--",
        "&",
        "|a",
        "\"a ",
        "](",
        "](http",
        "[a]\n\n[a]: u\n\n",
        "<div>\n",
        "a**",
        "_a__b",
        "[^a]: ",
        "T hat ",
        "T hat\n\n",
        "# ",
        "<script>",
        "&#",
        "Q: a\n",
        "![](a) ",
        "[a](b) ",
    ];
    for pattern in patterns {
        let text = pattern.repeat(200_000 / pattern.len());
        for name in ["a.md", "a.txt"] {
            let _ = reading(name, &text);
            let _ = reading(name, format!("---\na: {text}\n---\nx"));
        }
    }
    let nested: String = (0..600)
        .map(|depth| format!("{}- a\n", "  ".repeat(depth)))
        .collect();
    let _ = reading("a.md", &nested);
    let _ = reading("a.md", format!("{}a\n", "> ".repeat(300)).repeat(300));
    let _ = reading("a.md", format!("---\n{nested}\n---\nx"));
    let _ = reading("a.txt", "word ".repeat(1_000_000));
    let _ = reading("a.md", "word ".repeat(1_000_000));
    // Generous, for slow machines in debug builds; quadratic time would be minutes.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

#[test]
fn exports_name_the_text_in_their_own_ways() {
    for key in ["text", "body", "content", "message"] {
        let line = format!("{{\"title\": \"Homs\", \"{key}\": \"The road was open.\"}}");
        assert_eq!(document("a.jsonl", &line).text, "The road was open.");
    }
    // Where there is a text, a message beside it is metadata.
    let document = document(
        "b.jsonl",
        "{\"message\": \"seen\", \"text\": \"The road was open.\"}",
    );
    assert_eq!(document.text, "The road was open.");
    assert_eq!(field(&document, "message"), "seen");
}
