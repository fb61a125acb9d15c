use super::*;
use crate::{Severity, plain};

/// Checks what a text reads like after mending; paragraphs are parted by ` / `.
fn check_in(lang: Option<&str>, text: &str, expected: &str) {
    let body = plain::read(&text.replace(" / ", "\n\n"), 1);
    let mut report = Report::new("a.txt");
    let n_gaps = text.len() - expected.len();
    let body = mend(body, lang, &mut report);
    assert_eq!(body.text.replace("\n\n", " / "), expected);
    assert_eq!(report.problems.len(), n_gaps, "every mending is listed");
    assert!(
        report
            .problems
            .iter()
            .all(|p| p.severity == Severity::Note && p.line.is_some())
    );
}

fn check(text: &str, expected: &str) {
    check_in(None, text, expected);
}

#[test]
fn split_words_are_joined() {
    check("P erhaps it rained.", "Perhaps it rained.");
    check(
        "T hat man. / O n Monday, he left. / W hen it rained.",
        "That man. / On Monday, he left. / When it rained.",
    );
    check("A ssad’s men knew Assad.", "Assad’s men knew Assad.");
    check(
        "“I t rained.” / A fter that, it stopped.",
        "“It rained.” / After that, it stopped.",
    );
    check(
        "S mugglers came. / All knew the smugglers.",
        "Smugglers came. / All knew the smugglers.",
    );
    check("T here is one here.", "There is one here.");
}

#[test]
fn words_of_one_letter_are_left_alone() {
    for text in [
        "A man left.",
        "I went home.",
        "O king, hear.",
        "A round table. / They stood around.",
        "I ran home. / He left Iran.",
        "A long road. / All along the road.",
        "A part of it. / They lived apart.",
        "T cells grow. / B cells too.",
        "H is the enthalpy.",
        "F or G is chosen.",
        "X marks the spot.",
    ] {
        check(text, text);
    }
}

#[test]
fn other_languages_need_their_own_evidence() {
    check_in(
        Some("pl"),
        "W rzece woda. / Byli w domu.",
        "W rzece woda. / Byli w domu.",
    );
    check_in(
        Some("fr"),
        "L es gens. / Tous les gens.",
        "Les gens. / Tous les gens.",
    );
}

#[test]
fn spans_move_with_the_text() {
    let body = crate::markdown::read("T hat *one* word.\n\nO n *the* road.", 1);
    let body = mend(body, None, &mut Report::new("a.md"));
    let shown: Vec<&str> = body
        .inlines
        .iter()
        .map(|inline| inline.span.of(&body.text))
        .collect();
    assert_eq!(shown, ["one", "the"]);
    assert_eq!(body.blocks[1].span.of(&body.text), "On the road.");
}
