use super::*;

fn check(text: &str, expected: &[&str]) {
    let body = read(text, 1);
    let blocks = body.blocks.iter();
    let shown: Vec<String> = blocks
        .map(|b| format!("{:?}: {}", b.kind, b.span.of(&body.text)))
        .collect();
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn empty_lines_part_paragraphs() {
    check(
        "One.\n \nTwo.\n\n\n\nThree.",
        &["Paragraph: One.", "Paragraph: Two.", "Paragraph: Three."],
    );
}

#[test]
fn long_lines_are_paragraphs() {
    let long = "word ".repeat(50);
    check(
        &format!("{long}\nShort one.\nQ: Why?"),
        &[
            &format!("Paragraph: {}", long.trim()),
            "Paragraph: Short one.",
            "Question: Q: Why?",
        ],
    );
}

#[test]
fn wrapped_lines_are_joined_and_verse_is_not() {
    let wrapped = "the road from the capital was open on that evening and\nnobody asked for papers at the well-\nknown \
                   barrier by the old bridge over the river";
    check(
        wrapped,
        &[
            "Paragraph: the road from the capital was open on that evening and nobody asked for papers at \
        the well-known barrier by the old bridge over the river",
        ],
    );
    check(
        &format!("{wrapped}\n\nshort verse\nsecond line"),
        &[
            &format!(
                "Paragraph: {}",
                wrapped.replace("-\n", "-").replace('\n', " ")
            ),
            "Paragraph: short verse\nsecond line",
        ],
    );
}

#[test]
fn only_a_certain_heading_is_one() {
    let prose = "It was a long day on the road, and nobody knew who held the bridge any more.";
    check(
        &format!("The Road\n\n{prose}\n\nA Bridge\n\n{prose}"),
        &[
            "Heading(1): The Road",
            &format!("Paragraph: {prose}"),
            "Heading(2): A Bridge",
            &format!("Paragraph: {prose}"),
        ],
    );
    for line in [
        "“Really?”",
        "He left.",
        "By Rim Haddad",
        "and so on",
        "Note:",
    ] {
        check(
            &format!("{prose}\n\n{line}\n\n{prose}"),
            &[
                &format!("Paragraph: {prose}"),
                &format!("Paragraph: {line}"),
                &format!("Paragraph: {prose}"),
            ],
        );
    }
}
