use super::super::interface::Interface;
use super::*;
use corpus::{ReadOptions, Source};

/// Returns the blocks of a document in a page in English.
fn english(document: &Document) -> String {
    let setting = Setting {
        anchor: "",
        level: 1,
        interface: Interface::En,
    };
    blocks(document, setting)
}

/// Reads Markdown and returns its blocks without anchors.
fn html(markdown: &str) -> String {
    let document = document(markdown);
    let mut html = english(&document);
    while let Some(start) = html.find(" id=\"") {
        let end = start + 5 + html[start + 5..].find('"').expect("attributes end") + 1;
        html.replace_range(start..end, "");
    }
    html.replace('\n', "")
}

fn document(markdown: &str) -> Document {
    let source = Source {
        name: "a.md".into(),
        bytes: markdown.as_bytes().to_vec(),
    };
    let mut reading = corpus::read(&source, &ReadOptions::default());
    reading.documents.pop().expect("one document")
}

#[test]
fn blocks_become_the_elements_they_are() {
    let markdown = "# Title\n\nOne *two* **three** `four`.\n\n## Part\n\n> said\n>\n> more\n\n```\na < b\n```\n";
    assert_eq!(
        html(markdown),
        "<p>One <em>two</em> <strong>three</strong> <code>four</code>.</p><h2>Part</h2>\
         <blockquote><p>said</p><p>more</p></blockquote><pre>a &lt; b</pre>"
    );
}

#[test]
fn lists_nest_and_keep_their_numbers() {
    assert_eq!(
        html("- a\n  - b\n  - c\n- d\n\ntext\n\n3. three\n4. four"),
        "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul><p>text</p>\
         <ol><li><span class=\"ordinal\">3.</span> three</li><li><span class=\"ordinal\">4.</span> four</li></ol>"
    );
}

#[test]
fn an_item_that_skips_a_depth_goes_one_deeper() {
    let mut document = document("- a\n- b\n- c\n- d");
    for (block, depth) in document.blocks.iter_mut().zip([1, 3, 3, 0]) {
        block.kind = BlockKind::ListItem(depth);
    }
    let html = english(&document);
    assert_eq!(html.matches("<ul>").count(), 3, "{html}");
    assert_eq!(html.matches("</ul>").count(), 3, "{html}");
    assert_eq!(html.matches("<li").count(), html.matches("</li>").count());
}

#[test]
fn tables_have_a_head_and_cells() {
    assert_eq!(
        html("| Day | Town |\n|---|---|\n| 8 | *Homs* |"),
        "<div class=\"table\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">Day</th><th scope=\"col\">Town</th></tr></thead>\
         <tbody><tr><td>8</td><td><em>Homs</em></td></tr></tbody></table></div>"
    );
}

#[test]
fn notes_stand_in_their_section_and_are_led_to() {
    let document = document("They said[^1].\n\n[^1]: Who said it.");
    let html = blocks(
        &document,
        Setting {
            anchor: "/doc/a/",
            level: 1,
            interface: Interface::En,
        },
    );
    let (_, rest) = html.split_once("<a href=\"#").expect("a reference");
    let (anchor, _) = rest.split_once('"').expect("attributes end");
    assert!(anchor.starts_with("/doc/a/"), "{html}");
    assert!(html.contains("<section class=\"notes\" role=\"doc-endnotes\">"));
    assert!(html.contains(&format!("<p id=\"{anchor}\">")), "{html}");
}

#[test]
fn what_looks_like_markup_stays_text() {
    let html = html("A &lt;script&gt;alert(1)&lt;/script&gt; & \"b\" \\<img src=x>");
    assert!(
        !html.contains("<script") && !html.contains("<img"),
        "{html}"
    );
    assert!(html.contains("&lt;script&gt;"), "{html}");
}

#[test]
fn only_web_and_mail_links_are_live_and_pictures_are_never_loaded() {
    let html = html(
        "[a](javascript:alert(1)) [b](https://example.org/?a=1&b=\"2\") [c](mailto:a@b.c) ![d](https://example.org/d.png)",
    );
    assert!(
        !html.contains("javascript") && !html.contains("<img"),
        "{html}"
    );
    assert_eq!(html.matches("<a ").count(), 3, "{html}");
    assert_eq!(
        html.matches(" rel=\"noopener noreferrer nofollow\"")
            .count(),
        3,
        "{html}"
    );
}

#[test]
fn inlines_out_of_place_do_no_harm() {
    let mut document = document("ḥoms and more");
    for (kind, start, end) in [
        (InlineKind::Emphasis, 0, 1),
        (InlineKind::Strong, 0, 9),
        (InlineKind::Code, 4, 12),
        (InlineKind::Link("https://a.b".into()), 5, 900),
    ] {
        document.inlines.push(Inline {
            span: ByteSpan::new(start, end),
            kind,
        });
    }
    let html = english(&document);
    for tag in ["em", "strong", "code", "p"] {
        let n_open =
            html.matches(&format!("<{tag}>")).count() + html.matches(&format!("<{tag} ")).count();
        assert_eq!(n_open, html.matches(&format!("</{tag}>")).count(), "{html}");
    }
}

#[test]
fn arabic_texts_run_from_right_to_left() {
    assert_eq!(
        language_attributes(Some("ar-SY")),
        " lang=\"ar-SY\" dir=\"rtl\""
    );
    assert_eq!(language_attributes(None), " dir=\"ltr\"");
}
