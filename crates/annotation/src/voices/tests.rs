//! What a reader would notice: whose words are shown, and what is not shown as anybody's.

use super::*;
use corpus::{ReadOptions, Source};

fn document(name: &str, text: &str) -> Document {
    let source = Source {
        name: name.into(),
        bytes: text.as_bytes().to_vec(),
    };
    corpus::read(&source, &ReadOptions::default())
        .documents
        .remove(0)
}

/// Checks the quotations and turns of a Markdown text with their speakers, `-` for none.
fn check(text: &str, expected: &[(&str, &str)]) {
    let document = document("note.md", text);
    let found = voices(&document, &[]);
    let found: Vec<(&str, &str)> = found
        .iter()
        .filter(|voice| voice.kind != VoiceKind::Reported)
        .map(|voice| {
            let speaker = voice
                .speaker
                .map_or("-", |speaker| speaker.of(&document.text));
            (voice.span.of(&document.text), speaker)
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

/// Checks the reported speech of a text.
fn check_reported(text: &str, expected: &[(&str, &str)]) {
    let document = document("note.md", text);
    let found = voices(&document, &[]);
    let found: Vec<(&str, &str)> = found
        .iter()
        .filter(|voice| voice.kind == VoiceKind::Reported)
        .map(|voice| {
            let speaker = voice
                .speaker
                .map_or("-", |speaker| speaker.of(&document.text));
            (voice.span.of(&document.text), speaker)
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_cue_before_behind_or_between_names_the_speaker() {
    check(
        "Ruba Nasser said: “Nobody came to us.”",
        &[("Nobody came to us.", "Ruba Nasser")],
    );
    check(
        "“Nobody came to us,” Ruba Nasser told me.",
        &[("Nobody came to us,", "Ruba Nasser")],
    );
    check(
        "“Nobody came to us,” said Ruba Nasser, a nurse.",
        &[("Nobody came to us,", "Ruba Nasser")],
    );
    check(
        "“Nobody,” the nurse said, “came to us that night.”",
        &[
            ("Nobody,", "the nurse"),
            ("came to us that night.", "the nurse"),
        ],
    );
    check(
        "“Nobody came to us,” said Ruba Nasser. “Then the lights went.”",
        &[
            ("Nobody came to us,", "Ruba Nasser"),
            ("Then the lights went.", "Ruba Nasser"),
        ],
    );
    check(
        "According to Ruba Nasser, it was “a night without a clock”.",
        &[("a night without a clock", "Ruba Nasser")],
    );
}

#[test]
fn a_description_stays_as_it_is_given() {
    check(
        "“We had no orders,” a senior commander in the operation said, on condition of anonymity.",
        &[("We had no orders,", "a senior commander in the operation")],
    );
    check(
        "“We had no orders,” a retired colonel who was there that night told me.",
        &[("We had no orders,", "a retired colonel")],
    );
    let document = document(
        "note.md",
        "“We had no orders,” said Omar Said, a retired colonel from Hama.",
    );
    let voice = voices(&document, &[])[0];
    assert_eq!(
        voice.role.expect("role").of(&document.text),
        "a retired colonel from Hama"
    );
    assert_eq!(voice.cue.expect("cue").of(&document.text), "said");
}

#[test]
fn a_pronoun_is_followed_to_a_subject_that_agrees() {
    check(
        "Omar Said waited for hours. “Nobody called me,” he said.",
        &[("Nobody called me,", "Omar Said")],
    );
    check(
        "The spokeswoman met Omar Said at the gate. “He was late,” she said.",
        &[("He was late,", "The spokeswoman")],
    );
    check(
        "Omar Said asked his neighbours about it. “We saw nothing,” they said.",
        &[("We saw nothing,", "his neighbours")],
    );
    check(
        "It rained all week. “Nobody called me,” he said.",
        &[("Nobody called me,", "-")],
    );
    check(
        "Omar Said waited for hours.\n\n## Elsewhere\n\n“Nobody called me,” he said.",
        &[("Nobody called me,", "-")],
    );
}

#[test]
fn an_inner_clause_does_not_take_the_words_from_its_speaker() {
    check(
        "Omar Said said he had told the guards to “open the gate and go home.”",
        &[("open the gate and go home.", "Omar Said")],
    );
    check(
        "It was a “rare mercy” for the town, which had been told to pay, Omar Said recalled.",
        &[("rare mercy", "Omar Said")],
    );
}

#[test]
fn titles_names_and_words_at_a_distance_are_no_voices() {
    check("He wrote “The Long Way Home” in 1998.", &[]);
    check("The so-called “green list” was never printed.", &[]);
    check("She was known as the “Iron Aunt” to everyone.", &[]);
    check("The “winners” went home on foot.", &[]);
    check(
        "It’s the soldiers’ camp, and Shi‘a towns lie around it.",
        &[],
    );
}

#[test]
fn a_running_quotation_keeps_its_speaker_over_paragraphs() {
    check(
        "“We left at dawn,” said Ruba Nasser. “The road was open.\n\n“Then it was not.\n\n“Nobody told us why.”\n\nShe shrugged.",
        &[
            ("We left at dawn,", "Ruba Nasser"),
            ("The road was open.", "Ruba Nasser"),
            ("Then it was not.", "Ruba Nasser"),
            ("Nobody told us why.", "Ruba Nasser"),
        ],
    );
}

#[test]
fn answers_belong_to_the_one_who_is_interviewed() {
    let text = "In this post I present an interview with a baker from Homs who lost his shop.\n\nQ: When did you leave?\n\nA: In the evening.\n\nIt was dark.\n\nQ: Alone?\n\nA: With my son.";
    check(
        text,
        &[
            ("In the evening.", "a baker from Homs"),
            ("It was dark.", "a baker from Homs"),
            ("With my son.", "a baker from Homs"),
        ],
    );
    check(
        "Q: Who are you?\n\nA: Nobody in particular.",
        &[("Nobody in particular.", "-")],
    );
}

#[test]
fn a_transcript_is_read_by_its_labels() {
    let text = "HADDAD: The road was shut.\n\nMR. REED: Since when?\n\nHADDAD: Since Monday.\n\nMR. REED: And now?\n\nHADDAD: Now it is open.";
    check(
        text,
        &[
            ("The road was shut.", "HADDAD"),
            ("Since when?", "MR. REED"),
            ("Since Monday.", "HADDAD"),
            ("And now?", "MR. REED"),
            ("Now it is open.", "HADDAD"),
        ],
    );
}

#[test]
fn words_that_nobody_in_reach_says_stay_open() {
    check(
        "One message stood out: “The road to the capital is open.”",
        &[("The road to the capital is open.", "-")],
    );
    check(
        "A banner hung there, and “the day of the great return is near” was painted on it.",
        &[("the day of the great return is near", "-")],
    );
    check(
        "“Who was it that opened the gate?” was the question.",
        &[("Who was it that opened the gate?", "-")],
    );
}

#[test]
fn a_signature_below_names_the_speaker() {
    check(
        "> “I would do all of it again.”\n> — Ruba Nasser, nurse",
        &[("I would do all of it again.", "Ruba Nasser")],
    );
}

#[test]
fn reported_speech_needs_a_verb_of_statement_and_a_speaker() {
    check_reported(
        "Omar Said told me that the gate was open.",
        &[("the gate was open", "Omar Said")],
    );
    check_reported(
        "The ministry denied that the gate was open.",
        &[("the gate was open", "The ministry")],
    );
    check_reported(
        "The gate was open, a guard recalled.",
        &[("The gate was open", "a guard")],
    );
    check_reported(
        "According to two officers, the gate was open all night.",
        &[("the gate was open all night", "two officers")],
    );
    check_reported("Omar Said was told that the gate was open.", &[]);
    check_reported("It was said that the gate was open.", &[]);
    check_reported("Omar Said said nothing.", &[]);
    check_reported("Omar Said confirmed the date of the wedding.", &[]);
    check_reported("The rich maintained their own way of life.", &[]);
    check_reported("The claims of the union were loud that night.", &[]);
}

#[test]
fn links_lead_to_names() {
    let document = document("note.md", "“Nobody came,” said Ruba Nasser.");
    let at = document.text.find("Ruba").expect("name") as u32;
    let names = [NameSpan {
        span: ByteSpan::new(at, at + 11),
        entity: 7,
        kind: NameKind::Person,
    }];
    assert_eq!(voices(&document, &names)[0].name, Some(7));
}

#[test]
fn hostile_texts_are_read_in_time() {
    for piece in [
        "“",
        "” said ",
        "\"a\" ",
        "‘s’ he said, ",
        "He said that ",
        "according to ",
        "“a” b, ",
        "said said ",
        "Q: a\n\nA: b\n\n",
        "(",
        "—",
        "A: “\n\n",
    ] {
        let document = document("note.md", &piece.repeat(100_000 / piece.len()));
        let found = voices(&document, &[]);
        assert_eq!(decode(&encode(&found), &document.text), Ok(found));
    }
}
