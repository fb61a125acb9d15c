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
    check(
        "A former inspector of the ministry of labour, who left early, said that there had been complaints. “Were two,” he said.",
        &[("Were two,", "A former inspector of the ministry of labour")],
    );
    check(
        "In a memo that was read to the jury, the accused described the seller as “tall, or tallish”.",
        &[("tall, or tallish", "the accused")],
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
        "Marta Lund came home. Omar Said, a shy lecturer, sent her away. “She said, ‘Is it far?’” he recalled.",
        &[
            ("She said, ‘Is it far?’", "Omar Said"),
            ("Is it far?", "Marta Lund"),
        ],
    );
    check(
        "Omar Said lives with his family. His younger brother keeps a book of his times. He had an objection. “You were slow,” he said.",
        &[("You were slow,", "His younger brother")],
    );
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
fn a_pronoun_means_the_one_whose_gender_the_text_tells() {
    check(
        "Annika Storm asked the guard to wait. “I had no key,” he said.",
        &[("I had no key,", "the guard")],
    );
    check(
        "He is a heavy man. Petra Lang knows him. “We were afraid,” she said.",
        &[("We were afraid,", "Petra Lang")],
    );
    check(
        "“Wait here,” said Omar Said. His brother, Ziad Said, is missing. “He went back for the dog,” he said.",
        &[
            ("Wait here,", "Omar Said"),
            ("He went back for the dog,", "Omar Said"),
        ],
    );
    check(
        "Omar Said spoke for hours. He was asked twice by Petra Lang to stop. “I will not,” he said.",
        &[("I will not,", "Omar Said")],
    );
}

#[test]
fn a_verb_that_no_list_knows_is_a_cue_behind_a_comma() {
    check(
        "“Nobody came to us,” shrugged Ruba Nasser. “Nobody ever does,” she grinned.",
        &[
            ("Nobody came to us,", "Ruba Nasser"),
            ("Nobody ever does,", "Ruba Nasser"),
        ],
    );
    check(
        "“Nobody came to us,” Ruba Nasser was quoted as saying by a newspaper.",
        &[("Nobody came to us,", "Ruba Nasser")],
    );
}

#[test]
fn what_stands_beside_a_name_does_not_hide_it() {
    check(
        "“Put them there,” the headmaster, Ustaz al-Hadi, told the volunteers.",
        &[("Put them there,", "Ustaz al-Hadi")],
    );
    check(
        "4. In August, however, a former guard, interviewed in Homs, stated: “It was us. We did it.”",
        &[("It was us. We did it.", "a former guard")],
    );
    check(
        "The ministry denied it in a letter, in which its spokesman, who signs as Commander Reed, spoke of “men dressed up as us” again.",
        &[("men dressed up as us", "its spokesman")],
    );
    check(
        "A report into that accident, published in 2015, called the drills “theatre without an audience”.",
        &[("theatre without an audience", "A report into that accident")],
    );
    check(
        "Their captain, a former diver named Ole Vik, called the night “a fire pretending to sleep”.",
        &[("a fire pretending to sleep", "Ole Vik")],
    );
}

#[test]
fn words_without_a_cue_are_of_whom_the_text_speaks_before_or_behind() {
    check(
        "A former officer who left the army in April gave another account.\n\n“Nobody aimed at anything. There was an order.\n\n“You want a reason,” he added.",
        &[
            (
                "Nobody aimed at anything. There was an order.",
                "A former officer",
            ),
            ("You want a reason,", "A former officer"),
        ],
    );
}

#[test]
fn in_a_quotation_i_am_the_speaker_and_he_is_another() {
    check(
        "“I said to him, ‘When there is bread,’” Ruba Nasser said.",
        &[
            ("I said to him, ‘When there is bread,’", "Ruba Nasser"),
            ("When there is bread,", "Ruba Nasser"),
        ],
    );
    check(
        "“My father came at night. He said, ‘Come home now,’” Ruba Nasser said.",
        &[
            (
                "My father came at night. He said, ‘Come home now,’",
                "Ruba Nasser",
            ),
            ("Come home now,", "My father"),
        ],
    );
}

#[test]
fn the_title_of_a_book_is_nobodys_speech() {
    check(
        "“We sewed all night,” Ruba Nasser wrote in her memoir, “A Stitch in Time”.",
        &[("We sewed all night,", "Ruba Nasser")],
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
fn an_answer_runs_on_and_labels_are_no_words_of_it() {
    check(
        "Peter Kamm: Since when?\n\nRuba Nasser: Since Monday. Then he said “Well,” and went.\n\nIt was late.\n\nKamm: And now?\n\nNasser: Now it is open.\n\nKamm: For how long?\n\nNasser: Who knows?",
        &[
            ("Since when?", "Peter Kamm"),
            (
                "Since Monday. Then he said “Well,” and went.",
                "Ruba Nasser",
            ),
            ("Well,", "-"),
            ("It was late.", "Ruba Nasser"),
            ("And now?", "Kamm"),
            ("Now it is open.", "Nasser"),
            ("For how long?", "Kamm"),
            ("Who knows?", "Nasser"),
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
        "Divers were on the spot within 20 minutes, said their commander, Otto Brandl.",
        &[("Divers were on the spot within 20 minutes", "Otto Brandl")],
    );
    check_reported(
        "The load was insured, and had come late, said Lerato Mokwena, a spokeswoman for the refinery.",
        &[("The load was insured, and had come late", "Lerato Mokwena")],
    );
    check_reported(
        "Omar Said, a lawyer, said the gate had been open.",
        &[("the gate had been open", "Omar Said")],
    );
    check_reported(
        "Omar Said, spokesman for the guard, which had stood there for years, said the group withdrew in late May.",
        &[("the group withdrew in late May", "Omar Said")],
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
        let found = vec![voices(&document, &[])];
        let no_names = [Vec::new()];
        let bytes = encode(&found, &no_names);
        assert_eq!(decode(&bytes, &|_| &document.text, &no_names), Ok(found));
    }
}
