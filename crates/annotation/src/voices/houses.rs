//! Constructions of single houses: datelines, paragraphs of one sentence, straight single marks, talks retold.

use super::habits::check;

#[test]
fn a_dateline_in_small_letters_is_nobody() {
    check(&[(
        "Tyre, Lebanon – Hoda Khalil sits on a plastic chair.\n\n“Forty-one,” she says.",
        "Hoda Khalil",
    )]);
}

#[test]
fn a_paragraph_of_words_alone_goes_on_where_nobody_answered_before() {
    check(&[
        (
            "Rana Saleh went in at noon.\n\n\"It smelled of rope,\" she said.\n\n\"So we left.\"",
            "Rana Saleh|Rana Saleh",
        ),
        (
            "“They do not wait,” said Omar Jaber.\n\n“I told them twice. Who can stop a man?”",
            "Omar Jaber|Omar Jaber",
        ),
        (
            "“I rang him,” said Rana Saleh.\n\n“I said, ‘Is he well?’ and she said, ‘He sleeps.’”",
            "Rana Saleh|Rana Saleh|Rana Saleh|-",
        ),
    ]);
}

#[test]
fn words_that_somebody_says_between_commas_or_behind_another_verb_are_his() {
    check(&[
        (
            "Paolo Conti had gone. He was, said a club spokesman, “abroad, and aware”.",
            "a club spokesman",
        ),
        (
            "If it rains, says the engineer Omar Jaber, the wall should be “no higher than a door”.",
            "Omar Jaber",
        ),
        (
            "Anna Keller came late. She said a team of divers had found “no trace of oil”.",
            "Anna Keller",
        ),
        (
            "Floods have killed nine since May, a UN official said on Friday, accusing donors of having “turned the page”.",
            "a UN official",
        ),
        (
            "The first batch left in May; by June a clinic in Rome was complaining of “a faint halo”.",
            "a clinic in Rome",
        ),
        (
            "Lucia Berger, defending, said there was “no villainy”, and asked them to note that the firm had reported itself.",
            "Lucia Berger",
        ),
        (
            "“No comment, and move that car,” was all that one of his assistants would say.",
            "one of his assistants",
        ),
        (
            "According to three guests, Conti came late. According to a fourth, he had said that she could have “the boots or the hat”.",
            "Conti",
        ),
    ]);
}

#[test]
fn what_somebody_is_told_is_said_by_whom_the_passive_names() {
    check(&[
        (
            "A man who burned his own shed has been told by a judge to “grow up”.",
            "a judge",
        ),
        (
            "The driver, described by neighbours as “a quiet man”, was not hurt.",
            "neighbours",
        ),
    ]);
}

#[test]
fn habits_of_speech_are_speech() {
    check(&[
        (
            "“A sea without a coast,” as Europol likes to put it.",
            "Europol",
        ),
        (
            "Paolo Conti kept bees. “They pay no rent,” he used to say.",
            "Paolo Conti",
        ),
        (
            "The board at the gate went on saying “on time” for a week.",
            "The board at the gate",
        ),
    ]);
}

#[test]
fn who_is_heard_and_one_of_several_are_somebody() {
    check(&[
        (
            "On the film a man can be heard shouting “White flag, are you blind?” at the house.",
            "a man",
        ),
        (
            "A voice could be heard to mutter, “Cradle to grave, then.”",
            "A voice",
        ),
        (
            "Others remember it differently. “It was a joke,” says one. “He had been up all night.”",
            "one|one",
        ),
        ("Divers were seen at noon. “There is a lower deck.”", "-"),
    ]);
}

#[test]
fn descriptions_end_where_they_end() {
    check(&[
        (
            "“This was in my kitchen,” the mother of five said.",
            "the mother of five",
        ),
        (
            "The caller was a school bus driver, who said that the river smelled “of my grandmother’s closet”.",
            "The caller",
        ),
        (
            "But the phone rang and a voice at the other end said: “Have you lost a bird?”",
            "a voice at the other end",
        ),
        (
            "Boyd Castle, the Texan who heads the caucus, called it “a surrender with page numbers”.",
            "Boyd Castle",
        ),
        (
            "Omar’s eldest, Yasser, who drives a van, doubts it. “They will make him doorman,” he says.",
            "Yasser",
        ),
    ]);
}

#[test]
fn pronouns_inside_of_words_mean_whom_the_speaker_has_named() {
    check(&[
        (
            "“My mother tuned nothing,” Omar Jaber said. “But she’d say, ‘Be where you said.’”",
            "Omar Jaber|Omar Jaber|My mother",
        ),
        (
            "“One of our clients is from Rotterdam. She said, ‘I will not tell you.’” That was what Rana Saleh told us.",
            "-|One of our clients",
        ),
    ]);
}

#[test]
fn a_surname_that_looks_like_a_verb_is_somebody() {
    check(&[(
        "Omar Jaber kept his post. The new controller, Peter Sandling, sent a letter. Sandling came. “I was defeated,” he said.",
        "Sandling",
    )]);
}

#[test]
fn whom_a_statement_names_behind_its_verb_does_not_say_it() {
    check(&[
        (
            "In a statement, her press secretary, Josh Amsel, said Fontaine “looks forward to it”.",
            "Josh Amsel",
        ),
        (
            "Six weeks after he left the army, General Hugh Lanyon has written a book in which he calls it “a farce”.",
            "Hugh Lanyon",
        ),
    ]);
}

#[test]
fn who_is_only_mentioned_speaks_rather_not() {
    check(&[(
        "Omar Jaber considered it. Outside, somebody was shouting for a boy. “It depends,” he said.",
        "Omar Jaber",
    )]);
}

#[test]
fn straight_single_marks_end_before_the_next_ones() {
    check(&[(
        "The trust said that the club was run 'like a raffle that the vicar wins' and that it had 'every option'.",
        "The trust|The trust",
    )]);
}

#[test]
fn words_that_run_on_keep_what_is_said_inside_of_them() {
    check(&[(
        "She told Anna Keller: \"He looked at me and said, 'Shut the door, darling'.\n\n\"Then he left.\"",
        "-|-|-",
    )]);
}
