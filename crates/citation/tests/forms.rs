//! What lands in a reader's bibliography.

use citation::{Form, Passage, Work};
use proptest::prelude::*;

fn work(fields: &[(&str, &[&str])]) -> Work {
    let mut work = Work::new("road-to-homs", "The road to Homs");
    for (name, values) in fields {
        work.set(name, values.iter().copied());
    }
    work
}

fn full() -> Work {
    work(&[
        ("author", &["Rim Haddad", "Vademecum project"]),
        ("date", &["2024-12~"]),
        ("source", &["Homs Weekly"]),
        ("url", &["https://example.org/a_b?c=1&d=%20"]),
        ("tag", &["Homs", "roads"]),
        ("lang", &["en"]),
        ("clipped", &["2025-01-02"]),
    ])
}

fn passage() -> Passage {
    Passage {
        quote: "Nobody was there.".into(),
        block: "0badcafe".into(),
        number: 12,
        link: "https://example.org/page#/doc/road-to-homs/0badcafe".into(),
    }
}

#[test]
fn a_quotation_in_text_names_author_title_source_date_paragraph_and_both_addresses() {
    assert_eq!(
        Form::Text.write(&full(), Some(&passage())),
        "“Nobody was there.”\nRim Haddad and Vademecum project, “The road to Homs”, Homs Weekly, about December 2024, \
         ¶\u{a0}12, https://example.org/a_b?c=1&d=%20, https://example.org/page#/doc/road-to-homs/0badcafe."
    );
    assert_eq!(Form::Text.write(&work(&[]), None), "“The road to Homs”.");
}

#[test]
fn quotation_marks_inside_a_quotation_stay_as_they_are() {
    let quote = Passage {
        quote: "He said “no”.".into(),
        ..Passage::default()
    };
    assert!(
        Form::Text
            .write(&full(), Some(&quote))
            .starts_with("‘He said “no”.’\n")
    );
}

#[test]
fn words_that_are_a_quotation_already_get_no_further_marks() {
    for words in ["\"They are our neighbours,\" he said. \"No.\"", "« Non »"] {
        let quote = Passage {
            quote: words.into(),
            ..Passage::default()
        };
        let told = Form::Text.write(&full(), Some(&quote));
        assert_eq!(told.lines().next(), Some(words));
    }
    assert_eq!(citation::quoted("“I still …"), "“I still …");
}

#[test]
fn a_bibliography_names_the_collection_and_no_private_id() {
    let mut work = full();
    work.set_collection("Homs &\nRastan");
    let passage = Some(&passage());
    for (form, told) in [
        (Form::Bibtex, "note = {Collection: Homs \\& Rastan}"),
        (Form::Ris, "\r\nDB  - Homs & Rastan\r\n"),
        (Form::CslJson, "\"archive\":\"Homs & Rastan\""),
    ] {
        let written = form.write(&work, passage);
        assert!(written.contains(told), "{written}");
        assert!(!written.contains("block"), "{written}");
    }
}

#[test]
fn a_quotation_in_markdown_is_a_block_quotation_with_links() {
    let quote = Passage {
        quote: "First *line*.\n\n1. not a list".into(),
        ..passage()
    };
    assert_eq!(
        Form::Markdown.write(&full(), Some(&quote)),
        "> First \\*line\\*.\n>\n> 1\\. not a list\n>\n> — Rim Haddad and Vademecum project, \
         [“The road to Homs”](https://example.org/a\\_b?c=1\\&d=%20), *Homs Weekly*, about December 2024, \
         [¶\u{a0}12](https://example.org/page#/doc/road-to-homs/0badcafe)."
    );
}

#[test]
fn bibtex_keeps_precision_capitals_and_bodies() {
    assert_eq!(
        Form::Bibtex.write(&full(), Some(&passage())),
        "@article{road-to-homs,\n  author = {Haddad, Rim and {Vademecum project}},\n  title = {{The road to Homs}},\n  \
         journal = {Homs Weekly},\n  date = {2024-12~},\n  year = {2024},\n  month = dec,\n  \
         url = {https://example.org/a_b?c=1&d=%20},\n  urldate = {2025-01-02},\n  langid = {english},\n  \
         keywords = {Homs, roads},\n  annote = {“Nobody was there.”, ¶\u{a0}12, \
         https://example.org/page\\#/doc/road-to-homs/0badcafe}\n}\n"
    );
}

#[test]
fn bibtex_escapes_what_latex_would_read() {
    let mut work = Work::new("x", "50% of {A} & B_C #1 \\ ~ ^ $");
    work.set("author", ["Smith and Sons", "Brothers and Sisters, Ltd"]);
    let entry = Form::Bibtex.write(&work, None);
    assert!(entry.contains(
        "title = {{50\\% of {\\textbraceleft}A{\\textbraceright} \\& B\\_C \\#1 {\\textbackslash} {\\textasciitilde} {\\textasciicircum} \\$}}"
    ), "{entry}");
    assert!(
        entry.contains("author = {{Smith and Sons} and {Brothers and Sisters, Ltd}}"),
        "{entry}"
    );
    assert!(entry.starts_with("@misc{x,"));
}

#[test]
fn ris_lines_are_tag_and_value_and_dates_keep_empty_parts() {
    assert_eq!(
        Form::Ris.write(&full(), Some(&passage())),
        "TY  - MGZN\r\nID  - road-to-homs\r\nAU  - Haddad, Rim\r\nAU  - Vademecum project\r\nTI  - The road to Homs\r\n\
         T2  - Homs Weekly\r\nPY  - 2024\r\nDA  - 2024/12//approximate\r\nUR  - https://example.org/a_b?c=1&d=%20\r\n\
         Y2  - 2025/01/02/\r\nLA  - en\r\nKW  - Homs\r\nKW  - roads\r\nN1  - “Nobody was there.”, ¶ 12, \
         https://example.org/page#/doc/road-to-homs/0badcafe\r\nER  - \r\n"
    );
}

#[test]
fn csl_json_has_dates_in_parts_and_names_in_parts_where_known() {
    let written = Form::CslJson.write(&full(), Some(&passage()));
    let items: serde_json::Value = serde_json::from_str(&written).expect(&written);
    let item = &items[0];
    assert_eq!(item["type"], "article-magazine");
    assert_eq!(
        item["author"],
        serde_json::json!([{"family": "Haddad", "given": "Rim"}, {"literal": "Vademecum project"}])
    );
    assert_eq!(
        item["issued"],
        serde_json::json!({"date-parts": [[2024, 12]], "circa": true})
    );
    assert_eq!(
        item["accessed"],
        serde_json::json!({"date-parts": [[2025, 1, 2]]})
    );
    assert_eq!(item["keyword"], "Homs, roads");
}

#[test]
fn a_span_of_time_stays_one() {
    let work = work(&[("date", &["2024-11-27/2024-12"])]);
    assert!(
        Form::Bibtex
            .write(&work, None)
            .contains("date = {2024-11-27/2024-12}")
    );
    assert!(
        Form::Ris
            .write(&work, None)
            .contains("DA  - 2024/11/27/to December 2024\r\n")
    );
    assert!(
        Form::CslJson
            .write(&work, None)
            .contains("[[2024,11,27],[2024,12]]")
    );
}

#[test]
fn addresses_that_are_no_web_addresses_are_left_out() {
    let work = work(&[("url", &["javascript:alert(1)"])]);
    for form in Form::ALL {
        assert!(!form.write(&work, None).contains("javascript"));
    }
}

/// What a Markdown reader shows of a text: its words, with one space for each break.
fn shown(markdown: &str) -> String {
    use pulldown_cmark::{Event, Options, Parser};
    let mut text = String::new();
    for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Text(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => text.push(' '),
            Event::Start(_) => {}
            other => text.push_str(&format!("<{other:?}>")),
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

const SIGNS: &str = "[ -~“”’ا\n¶]{0,40}";

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn markdown_shows_the_quotation_as_it_stands(quote in SIGNS) {
        let words = quote.split_whitespace().collect::<Vec<_>>().join(" ");
        let markdown = Form::Markdown.write(&work(&[]), Some(&Passage { quote, ..Passage::default() }));
        let shown = shown(&markdown);
        prop_assert!(shown.starts_with(&words), "{markdown}\nshown as {shown}");
    }

    #[test]
    fn csl_json_is_json_whatever_the_metadata_hold(title in "\\PC{0,30}", author in ".{0,30}", date in ".{0,12}") {
        let mut work = Work::new("x", &title);
        work.set("author", [author.as_str()]);
        work.set("date", [date.as_str()]);
        let written = Form::CslJson.write(&work, None);
        prop_assert!(serde_json::from_str::<serde_json::Value>(&written).is_ok(), "{written}");
    }

    #[test]
    fn braces_of_an_entry_balance_and_only_its_end_closes_it(title in SIGNS, author in SIGNS, url in SIGNS) {
        let mut work = Work::new("x", &title);
        work.set("author", [author.as_str()]);
        work.set("url", [["https://", &url].concat().as_str()]);
        let entry = Form::Bibtex.write(&work, None);
        let mut depth = 0;
        for (at, byte) in entry.bytes().enumerate() {
            depth += i32::from(byte == b'{') - i32::from(byte == b'}');
            prop_assert!(depth > 0 || at < entry.find('{').unwrap_or(0) || at + 2 >= entry.len(), "{entry}");
        }
        prop_assert_eq!(depth, 0);
    }

    #[test]
    fn every_line_of_a_record_has_a_tag(title in ".{0,30}", quote in ".{0,60}", tag in ".{0,20}") {
        let mut work = Work::new("x", &title);
        work.set("tag", [tag.as_str()]);
        let record = Form::Ris.write(&work, Some(&Passage { quote, ..Passage::default() }));
        for line in record.strip_suffix("\r\n").unwrap_or_default().split("\r\n") {
            prop_assert!(line.get(2..6) == Some("  - ") && !line.contains(['\n', '\r']), "{record}");
        }
    }
}
