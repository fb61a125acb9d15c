use super::*;
use crate::Inline;

/// Shows each block as `Kind: text`, then each inline as `kind(text)`.
fn shown(markdown: &str) -> Vec<String> {
    let body = read(markdown, 1);
    let blocks = body.blocks.iter();
    let mut shown: Vec<String> = blocks
        .map(|block| format!("{:?}: {}", block.kind, block.span.of(&body.text)))
        .collect();
    let inline = |inline: &Inline| format!("{:?} <{}>", inline.kind, inline.span.of(&body.text));
    shown.extend(body.inlines.iter().map(inline));
    shown
}

fn check(markdown: &str, expected: &[&str]) {
    assert_eq!(shown(markdown), expected, "{markdown}");
}

#[test]
fn breaks_are_soft_or_hard() {
    check("one\ntwo  \nthree", &["Paragraph: one two\nthree"]);
}

#[test]
fn lists_nest_and_number() {
    check(
        "- a\n  - b\n- c\n\n  d\n\n3. e\n4. *f*",
        &[
            "ListItem(0): a",
            "ListItem(1): b",
            "ListItem(0): c",
            "Paragraph: d",
            "OrderedItem(0): 3. e",
            "OrderedItem(0): 4. f",
            "Emphasis <f>",
        ],
    );
}

#[test]
fn tables_code_and_quotations_are_blocks() {
    check(
        "|a|b|\n|-|-|\n|c|*d*|",
        &["TableHeader: a | b", "TableRow: c | d", "Emphasis <d>"],
    );
    check(
        "```rust\n  fn\n\nx\n```\n> q\n> r",
        &["Preformatted:   fn\n\nx", "Quotation: q r"],
    );
}

#[test]
fn notes_carry_their_label() {
    check(
        "Word[^n].\n\n[^n]: The *note*.",
        &[
            "Paragraph: Word[n].",
            "Note: [n] The note.",
            "NoteReference(\"n\") <[n]>",
            "Emphasis <note>",
        ],
    );
}

#[test]
fn pictures_become_captions() {
    check(
        "![A *road*](x/y.jpg)",
        &["Caption: A road", "Picture(\"x/y.jpg\") <A road>"],
    );
    check(
        "![](https://x.org/y.jpg?w=1)",
        &[
            "Caption: y.jpg",
            "Picture(\"https://x.org/y.jpg?w=1\") <y.jpg>",
        ],
    );
    check(
        "a ![c](p) b",
        &["Paragraph: a  b", "Caption: c", "Picture(\"p\") <c>"],
    );
    check(
        "[![c](p)](l)",
        &["Caption: c", "Link(\"l\") <c>", "Picture(\"p\") <c>"],
    );
}

#[test]
fn links_keep_their_words_and_target() {
    check(
        "a [b **c**](d) [](e)",
        &[
            "Paragraph: a b c e",
            "Link(\"d\") <b c>",
            "Strong <c>",
            "Link(\"e\") <e>",
        ],
    );
    check("[[wiki]] and [open](", &["Paragraph: [[wiki]] and [open]("]);
}

#[test]
fn html_is_harmless_text() {
    check(
        "a <b>b</b> <!-- c --><x> d<br>e",
        &["Paragraph: a b <x> d\ne"],
    );
    check(
        "<div>\none\n two</div><p>three &amp; four</p>",
        &["Paragraph: one two", "Paragraph: three & four"],
    );
    check(
        "<img src=\"p.jpg\" alt=\"c\">",
        &["Caption: c", "Picture(\"p.jpg\") <c>"],
    );
}

#[test]
fn interviews_have_turns() {
    check(
        "**Q:** Why?\n**A:** So.",
        &[
            "Question: Q: Why?",
            "Answer: A: So.",
            "Strong <Q:>",
            "Strong <A:>",
        ],
    );
    check(
        "Question: a\nb\n\nAnswer: c",
        &["Question: Question: a b", "Answer: Answer: c"],
    );
}

#[test]
fn lines_of_the_source_are_known() {
    assert_eq!(read("# a\n\nb\nc\n\n- d\n", 5).lines, [5, 7, 10]);
}
