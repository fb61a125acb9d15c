//! A dossier as it is printed, opened in a browser or in a spreadsheet.

use citation::{Passage, Work};
use desk::dossier::{self, Excerpt, Labels};

const ENGLISH: Labels<'_> = Labels {
    lang: "en",
    dir: "ltr",
    empty: "No passage is marked.",
    not_found: "This passage is not found any more.",
    note: "Note",
    tags: "Tags",
    passage: "Passage",
    marked: "Marked {0}.",
    marked_in_version: "Marked {0} in version {1}.",
};

fn excerpts() -> Vec<Excerpt> {
    let mut work = Work::new("road", "The <road> & *more*");
    work.set("author", ["Rim Haddad"]);
    work.set("date", ["2024-12"]);
    let excerpt = Excerpt {
        work,
        document: "road".into(),
        passage: Passage {
            quote: "=1+1 <script>\n\nwas \"open\"".into(),
            block: "0badcafe".into(),
            number: 2,
            link: "https://example.org/#/doc/road/0badcafe?a=1&b=2".into(),
        },
        lang: "en\"".into(),
        note: "First.\nSecond <b>.".into(),
        tags: vec!["Homs".into(), "x;y".into()],
        marked: "2026-11-21".into(),
        corpus: "12345678".into(),
        is_found: true,
    };
    let lost = Excerpt {
        is_found: false,
        tags: Vec::new(),
        note: String::new(),
        ..excerpt.clone()
    };
    vec![excerpt, lost]
}

#[test]
fn in_markdown_each_document_has_a_heading_and_each_passage_its_note() {
    let told = dossier::markdown("My desk", &excerpts(), &ENGLISH);
    assert!(told.starts_with("# My desk\n\n## The \\<road\\> \\& \\*more\\*\n\n> \\=1+1 \\<script\\>\n>\n> was \"open\"\n>\n> — Rim Haddad, "), "{told}");
    assert!(told.contains("\nNote: First.  \nSecond \\<b\\>.\n\nTags: Homs, x;y\n\nMarked 2026-11-21 in version 12345678.\n"), "{told}");
    assert_eq!(told.matches("\n## ").count(), 1);
    assert_eq!(told.matches("not found any more").count(), 1);
}

#[test]
fn as_a_web_page_it_runs_nothing_and_asks_for_nothing() {
    let told = dossier::html("My <desk>", &excerpts(), &ENGLISH);
    assert!(
        told.contains("<h1 dir=\"auto\">My &lt;desk&gt;</h1>"),
        "{told}"
    );
    assert!(!told.contains("<script") && !told.contains("<b>"), "{told}");
    assert!(
        told.contains("lang=\"en&quot;\">=1+1 &lt;script&gt;"),
        "{told}"
    );
    assert!(
        told.contains("href=\"https://example.org/#/doc/road/0badcafe?a=1&amp;b=2\""),
        "{told}"
    );
    assert!(told.contains("First.<br>Second &lt;b&gt;."), "{told}");
}

#[test]
fn a_passage_of_a_page_beside_the_dossier_is_linked_and_one_of_another_scheme_is_not() {
    let linked = |link: &str| {
        let mut excerpts = excerpts();
        excerpts[0].passage.link = link.to_owned();
        dossier::html("My desk", &excerpts[..1], &ENGLISH).contains("<a ")
    };
    assert!(linked("press.html#/doc/road"));
    for other in [
        "javascript:alert(1)",
        "file:///a.html#/doc/road",
        "//host/a#x",
        "#x",
    ] {
        assert!(!linked(other), "{other}");
    }
}

#[test]
fn in_another_language_all_that_it_says_is_in_it() {
    let arabic = Labels {
        lang: "ar",
        dir: "rtl",
        empty: "لا مقطع معلَّم.",
        not_found: "لم يعد هذا المقطع موجوداً.",
        note: "ملاحظة",
        tags: "وسوم",
        passage: "المقطع",
        marked: "عُلِّم في {0}.",
        marked_in_version: "عُلِّم في {0} في الإصدار {1}.",
    };
    let told = dossier::html("مكتبي", &excerpts(), &arabic);
    assert!(told.contains("<html lang=\"ar\" dir=\"rtl\">"), "{told}");
    let markdown = dossier::markdown("مكتبي", &excerpts(), &arabic);
    for told in [told, markdown] {
        for said in [
            "ملاحظة",
            "وسوم",
            "عُلِّم في 2026-11-21 في الإصدار 12345678.",
            arabic.not_found,
        ] {
            assert!(told.contains(said), "{told}");
        }
        for english in ["Note", "Tags", "Passage", "Marked", "found"] {
            assert!(!told.contains(english), "{english}: {told}");
        }
    }
}

#[test]
fn in_a_table_quotations_keep_their_lines_and_nothing_is_computed() {
    let told = dossier::csv(&excerpts());
    let lines: Vec<&str> = told.split("\r\n").collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[1].starts_with("road,The <road> & *more*,Rim Haddad,2024-12,,2,0badcafe,\"'=1+1 <script>\n\nwas \"\"open\"\"\",\"First.\nSecond <b>.\",Homs; x;y,https"), "{}", lines[1]);
    assert!(
        lines[2].ends_with(",2026-11-21,not found any more"),
        "{}",
        lines[2]
    );
}

#[test]
fn an_empty_dossier_says_so() {
    assert!(dossier::markdown("Desk", &[], &ENGLISH).contains("No passage is marked."));
    assert!(dossier::html("Desk", &[], &ENGLISH).contains("No passage is marked."));
}
