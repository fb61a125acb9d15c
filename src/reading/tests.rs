use super::*;
use crate::markup::to_html;
use protocol::InlineRecord;

/// Builds a document from blocks of `(kind, level, text)`.
fn record(blocks: &[(&str, u8, &str)]) -> DocumentRecord {
    let mut record = DocumentRecord {
        summary: SummaryRecord {
            id: "d".into(),
            title: "Title".into(),
            ..SummaryRecord::default()
        },
        ..DocumentRecord::default()
    };
    for (i, (kind, level, text)) in blocks.iter().enumerate() {
        if i > 0 {
            record.text.push_str("\n\n");
        }
        let start = record.text.len() as u32;
        record.text.push_str(text);
        let end = record.text.len() as u32;
        record.blocks.push(BlockRecord {
            id: format!("{i:08x}"),
            kind: (*kind).into(),
            level: *level,
            start,
            end,
        });
    }
    record
}

fn inline(kind: &str, target: &str, start: u32, end: u32) -> InlineRecord {
    InlineRecord {
        kind: kind.into(),
        target: target.into(),
        start,
        end,
    }
}

/// Returns the text part as HTML without ids and permalinks.
fn html(record: &DocumentRecord) -> String {
    let article = document(record, &ViewState::default());
    let Some(Node::Element(body)) = article.children.last() else {
        panic!("an article has a text")
    };
    let mut html = to_html(&body.children);
    while let Some(start) = html.find("<a class=\"permalink\"") {
        let end = start + html[start..].find("</a>").expect("links end") + 4;
        html.replace_range(start..end, "");
    }
    for i in 0..record.blocks.len() {
        html = html.replace(&format!(" id=\"b-{i:08x}\""), "");
    }
    html
}

fn check(blocks: &[(&str, u8, &str)], expected: &str) {
    assert_eq!(html(&record(blocks)), expected);
}

#[test]
fn blocks_become_the_elements_they_are() {
    check(
        &[("heading", 1, "One"), ("paragraph", 0, "two")],
        "<h2>One</h2><p>two</p>",
    );
    check(
        &[("heading", 3, "High"), ("heading", 4, "Low")],
        "<h2>High</h2><h3>Low</h3>",
    );
    // No level is left out, whatever the source begins with or jumps to.
    check(
        &[
            ("heading", 3, "a"),
            ("heading", 2, "b"),
            ("heading", 5, "c"),
            ("heading", 3, "d"),
            ("heading", 2, "e"),
        ],
        "<h2>a</h2><h2>b</h2><h3>c</h3><h3>d</h3><h2>e</h2>",
    );
    check(
        &[("quotation", 0, "a"), ("quotation", 0, "b")],
        "<blockquote><p>a</p><p>b</p></blockquote>",
    );
    check(
        &[("caption", 0, "A view")],
        "<figure><figcaption>A view</figcaption></figure>",
    );
    check(&[("preformatted", 0, "a\n  b")], "<pre>a\n  b</pre>");
}

#[test]
fn deeper_items_stand_inside_the_item_before_them() {
    check(
        &[
            ("list_item", 0, "a"),
            ("list_item", 1, "b"),
            ("list_item", 0, "c"),
        ],
        "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>",
    );
}

#[test]
fn the_number_of_an_ordered_item_is_kept_and_hangs() {
    check(
        &[("ordered_item", 0, "1. first")],
        "<ol class=\"numbered\"><li><span class=\"ordinal\">1.</span> first</li></ol>",
    );
}

#[test]
fn rows_make_a_table_with_a_head_and_a_second_head_makes_a_second_table() {
    let rows = [
        ("table_header", 0, "Day | Town"),
        ("table_row", 0, "8 | Homs"),
        ("table_header", 0, "X"),
    ];
    let html = html(&record(&rows));
    assert!(
        html.contains(
            "<thead><tr><th scope=\"col\">Day</th><th scope=\"col\">Town</th></tr></thead>"
        ),
        "{html}"
    );
    assert!(html.contains("<tr><td>8</td><td>Homs</td></tr>"), "{html}");
    assert_eq!(html.matches("<table>").count(), 2);
}

#[test]
fn marks_are_numbered_and_split_at_emphasis() {
    let mut record = record(&[("paragraph", 0, "drunk with victory, drunk")]);
    record.inlines = vec![inline("emphasis", "", 6, 18)];
    record.marks = vec![[0, 10], [20, 25]];
    assert_eq!(
        html(&record),
        "<p><mark data-match=\"0\">drunk </mark><em><mark data-match=\"0\">with</mark> victory</em>, \
         <mark data-match=\"1\">drunk</mark></p>"
    );
}

#[test]
fn marks_stand_inside_table_cells() {
    let mut record = record(&[("table_row", 0, "8 | Homs")]);
    record.marks = vec![[4, 8]];
    assert!(html(&record).contains("<td><mark data-match=\"0\">Homs</mark></td>"));
}

#[test]
fn only_web_and_mail_links_are_live() {
    let mut record = record(&[("paragraph", 0, "one two")]);
    record.inlines = vec![
        inline("link", "javascript:alert(1)", 0, 3),
        inline("link", "https://example.org/", 4, 7),
    ];
    let html = html(&record);
    assert!(!html.contains("javascript"), "{html}");
    assert!(html.contains("<a href=\"https://example.org/\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">two</a>"));
}

#[test]
fn a_picture_is_a_link_and_never_a_request() {
    let mut record = record(&[("caption", 0, "The bridge")]);
    record.inlines = vec![inline("picture", "https://example.org/a.jpg", 0, 10)];
    let html = html(&record);
    assert!(!html.contains("<img"), "{html}");
    assert!(
        html.contains("The bridge") && html.contains(">picture</a>"),
        "{html}"
    );
}

#[test]
fn note_references_lead_to_their_note() {
    let mut record = record(&[("paragraph", 0, "said1"), ("note", 0, "1 Who said it.")]);
    record.inlines = vec![inline("note_reference", "1", 4, 5)];
    assert!(
        html(&record)
            .contains("<sup class=\"note-reference\"><a href=\"#/doc/d/00000001\">1</a></sup>")
    );
}

#[test]
fn a_title_that_the_text_repeats_is_shown_once_with_its_marks() {
    let mut record = record(&[("heading", 1, "Title"), ("paragraph", 0, "x")]);
    record.marks = vec![[0, 5]];
    assert_eq!(html(&record), "<p>x</p>");
    let whole = to_html(&[document(&record, &ViewState::default()).into()]);
    assert_eq!(whole.matches(">Title<").count(), 1);
    assert!(
        whole.contains("<mark data-match=\"0\">Title</mark>"),
        "{whole}"
    );
}

#[test]
fn offsets_outside_the_text_do_not_panic() {
    let mut record = record(&[("paragraph", 0, "ḥoms")]);
    record.marks = vec![[1, 2], [3, 900]];
    record.inlines = vec![inline("strong", "", 2, 900), inline("emphasis", "", 3, 1)];
    assert!(html(&record).starts_with("<p>"));
}

#[test]
fn arabic_texts_run_from_right_to_left() {
    assert_eq!(direction(Some("ar-SY")), "rtl");
    assert_eq!(direction(Some("arn")), "ltr");
    assert_eq!(direction(None), "ltr");
}

#[test]
fn thousands_of_levels_are_shown_as_a_few() {
    let mut deep = record(&[("paragraph", 0, "abc")]);
    deep.inlines = vec![inline("emphasis", "", 0, 3); 5_000];
    let shown = html(&deep);
    assert!(
        shown.contains("abc") && shown.matches("<em>").count() == 32,
        "{shown}"
    );
    let items: Vec<(&str, u8, &str)> = (0..=255).map(|level| ("list_item", level, "x")).collect();
    let shown = html(&record(&items));
    assert_eq!(shown.matches("<li").count(), 256);
    assert!(shown.matches("<ul").count() <= 33, "{shown}");
}
