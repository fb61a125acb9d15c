//! What a reader would notice: pairs, differences and what stands alone.

use super::*;
use crate::days::days;
use crate::names::{Authority, Gathering, Lexicon};
use crate::voices::name_spans;
use corpus::{ReadOptions, Source};
use proptest::prelude::*;

fn documents(texts: &[&str]) -> Vec<Document> {
    let read = |(number, text): (usize, &&str)| {
        let source = Source {
            name: (b'a' + number as u8).to_string() + ".md",
            bytes: text.as_bytes().to_vec(),
        };
        corpus::read(&source, &ReadOptions::default())
            .documents
            .remove(0)
    };
    texts.iter().enumerate().map(read).collect()
}

fn compared(documents: &[Document]) -> Comparison {
    let (lexicon, authority) = (Lexicon::new(), Authority::default());
    let mut gathering = Gathering::new(&lexicon, &authority);
    documents
        .iter()
        .for_each(|document| gathering.add(document));
    let names = name_spans(&gathering.finish(), documents.len());
    let days: Vec<_> = documents.iter().map(days).collect();
    let accounts: Vec<Account<'_>> = documents
        .iter()
        .zip(&days)
        .zip(&names)
        .map(|((document, days), names)| Account {
            document,
            days,
            names,
        })
        .collect();
    compare(&accounts)
}

/// Checks the values that differ between texts, with what they are about.
fn check_differences(texts: &[&str], expected: &[(&str, &str, &str)]) {
    let documents = documents(texts);
    let comparison = compared(&documents);
    let text = |place: Place| &*documents[place.document as usize].text;
    let found: Vec<(String, &str, &str)> = comparison
        .differ
        .iter()
        .map(|one| {
            let about: Vec<&str> = one.about.iter().map(|span| span.of(text(one.a))).collect();
            (
                about.join(" "),
                one.value_a.of(text(one.a)),
                one.value_b.of(text(one.b)),
            )
        })
        .collect();
    let found: Vec<(&str, &str, &str)> = found
        .iter()
        .map(|(about, a, b)| (&**about, *a, *b))
        .collect();
    assert_eq!(found, expected);
}

const FILLER: &str = "\n\nThe orchard was sold in spring. Nobody mended the roof. A kettle sang on the stove. The letters lay in a drawer. Snow came late that year. The dog slept under the table. His sister wrote novels. A train left for the coast. The choir practised on Thursdays. Bread was dear. The well had run dry. Her uncle repaired clocks. They planted beans and onions. The bridge was painted green. A lamp burned in the window. The school had two doors.";

fn with_filler(text: &str) -> String {
    format!("{text}{FILLER}")
}

#[test]
fn the_fall_of_a_city_at_dawn_and_in_the_evening_differs() {
    let one = with_filler(
        "All of Homs was taken by dawn on December 7, 2024, the baker and his neighbours agree.",
    );
    let two = with_filler(
        "On December 7, 2024, the ministers met in Doha.\n\nAt 8 p.m. a clerk read out that Homs had fallen.",
    );
    check_differences(&[&one, &two], &[("Homs taken", "dawn", "8 p.m.")]);
}

#[test]
fn figures_of_the_same_things_differ() {
    let one = with_filler(
        "On 3 May 2021 the flood in Bernau killed 14 villagers and swept away the mill.",
    );
    let two = with_filler(
        "In Bernau the flood of 3 May 2021 swept away the mill and killed 17 villagers.",
    );
    check_differences(&[&one, &two], &[("Bernau villagers killed", "14", "17")]);
}

#[test]
fn a_memoir_of_much_later_tells_the_same_story_though_its_weekdays_are_of_no_date() {
    let names = "Gareth Lowe, Hannah Birtwell, Claire Doussain, Pilar Abascal, Tomas Ruiloba and the village of Valdehoz";
    let one = with_filler(&format!(
        "---\ndate: 2018-03-24\n---\nOn Sunday, 18 March 2018, the stream in the cave rose by four metres and closed the passage. The divers came up on Saturday, 24 March 2018. It is the story of {names}, said Pilar Abascal."
    ));
    let two = with_filler(&format!(
        "---\ndate: 2020-10-03\n---\nOn the Tuesday the stream in the cave had risen by seven metres and the passage was closed. I think of {names}, wrote Pilar Abascal."
    ));
    check_differences(&[&one, &two], &[("passage", "four", "seven")]);
}

#[test]
fn figures_of_other_things_do_not() {
    let one = with_filler(
        "On 3 May 2021 the flood in Bernau killed 14 villagers and swept away the mill.",
    );
    let two = with_filler("In Bernau the flood of 3 May 2021 swept away the mill and 17 boats.");
    check_differences(&[&one, &two], &[]);
    let three = with_filler("In Tulsa 20 villagers voted on 9 June 2019.");
    check_differences(&[&one, &three], &[]);
}

#[test]
fn figures_differ_in_whatever_form_they_are_written() {
    let one = with_filler(
        "On 14 March 2023 the bridge at Hollow Street gave way at 2 a.m. and two dozen people were killed. Mayor Peter Hale put the damage at €4m.",
    );
    let two = with_filler(
        "On March 14, 2023, at 3.15 a.m., the bridge at Hollow Street collapsed. Twenty-six people died at Hollow Street. The damage would reach 5 million euros, Peter Hale said.",
    );
    check_differences(
        &[&one, &two],
        &[
            ("Hollow Street gave way", "2 a.m.", "3.15 a.m."),
            ("Hollow Street people killed", "two dozen", "Twenty-six"),
            ("Peter Hale damage", "€4m", "5 million euros"),
        ],
    );
}

#[test]
fn one_figure_in_two_forms_does_not_differ() {
    let one = with_filler(
        "On 3 May 2021 the flood in Bernau killed a dozen villagers and drove some 400 residents of Bernau from their houses. Repairs in Bernau cost €4m.",
    );
    let two = with_filler(
        "In Bernau the flood of 3 May 2021 killed 12 villagers and drove 412 residents of Bernau from their houses. Repairs in Bernau cost 4 million euros.",
    );
    check_differences(&[&one, &two], &[]);
}

#[test]
fn the_dead_and_the_injured_are_not_compared() {
    let one =
        with_filler("On 3 May 2021 a blast in Bernau killed nine people and damaged the mill.");
    let two = with_filler("The blast of 3 May 2021 in Bernau injured 30 people at the mill.");
    check_differences(&[&one, &two], &[]);
}

#[test]
fn a_toll_that_the_account_itself_mends_does_not_differ() {
    let one = with_filler(
        "On 3 May 2021 a blast in Bernau killed nine people, police in Bernau said at first. By the evening of 3 May 2021 the blast in Bernau had killed 12 people.",
    );
    let two = with_filler("The blast of 3 May 2021 in Bernau killed 12 people.");
    check_differences(&[&one, &two], &[]);
}

#[test]
fn ages_of_one_person_differ() {
    let one = with_filler(
        "The ferry burned on 3 May 2021. Marek Wolny, 43, a mechanic from Calder, was found in the lower cabin.",
    );
    let two = with_filler(
        "On 3 May 2021, in the lower cabin, lay the mechanic Marek Wolny, 44, of Calder.",
    );
    check_differences(&[&one, &two], &[("Marek Wolny", "43", "44")]);
}

#[test]
fn times_that_touch_do_not_differ() {
    let one = with_filler("On December 7, 2024, Homs was taken at dawn.");
    let two = with_filler("On December 7, 2024, Homs fell at 6 a.m. to the rebels.");
    check_differences(&[&one, &two], &[]);
}

#[test]
fn passages_of_one_moment_are_paired() {
    let one =
        with_filler("On 3 May 2021 the flood in Bernau swept away the old mill by the river.");
    let two = with_filler(
        "The chapel stood. In Bernau the flood of 3 May 2021 took the old mill with it.",
    );
    let documents = documents(&[&one, &two]);
    let comparison = compared(&documents);
    let pair = &comparison.same_moment[0];
    assert!(pair.a.span.of(&documents[0].text).starts_with("On 3 May"));
    assert!(pair.b.span.of(&documents[1].text).starts_with("In Bernau"));
    assert_eq!(pair.day, Some(20_210_503));
    assert_eq!(pair.names.len(), 1);
}

#[test]
fn what_only_one_account_has_is_told() {
    let documents = documents(&[
        "On 3 May 2021 the flood reached Bernau.",
        "On 3 May 2021 the flood reached Bernau. On 9 June 2021 Helena Voss flew to Quito.",
    ]);
    let comparison = compared(&documents);
    assert!(comparison.only[0].days.is_empty() && comparison.only[0].names.is_empty());
    assert_eq!(comparison.only[1].days[0].0, 20_210_609);
    let names: Vec<&str> = comparison.only[1]
        .names
        .iter()
        .map(|(_, span)| span.of(&documents[1].text))
        .collect();
    assert!(names.contains(&"Quito"), "{names:?}");
}

#[test]
fn words_taken_over_are_shown_as_reuse() {
    let shared = "the port stayed shut for nine days while the council looked for somebody who could read the old plans";
    let documents = documents(&[
        &format!("In short: {shared}. Then it rained."),
        &format!("A neighbour wrote that {shared}, and left."),
    ]);
    let comparison = compared(&documents);
    assert_eq!(comparison.reuse.len(), 1);
    assert_eq!(comparison.reuse[0].b.span.of(&documents[1].text), shared);
    assert_eq!(comparison.reuse[0].n_words, 19);
}

#[test]
fn texts_that_repeat_themselves_are_compared_in_time() {
    let text = "On 3 May 2021 Homs fell to 14 men. ".repeat(1_000);
    let documents = documents(&[&text, &text, &text]);
    let comparison = compared(&documents);
    assert!(comparison.same_moment.len() <= 20_000);
}

#[test]
fn figures_of_one_story_differ_in_whatever_words_they_stand() {
    let one = with_filler(
        "On 3 May 2021 the Corva Bridge in Bernau fell, says Peter Hale, at a quarter past two in the morning. A speed of 110 kilometres an hour was measured on the Corva Bridge. The council of Bernau voted by 16 to 13 for a new one. The debate in the council took three hours.",
    );
    let two = with_filler(
        "The Corva Bridge in Bernau collapsed on 3 May 2021 at 3:40 a.m., Peter Hale wrote. The Corva Bridge had been passed at 134 km/h. For a new bridge the council of Bernau voted by 16 against 11. The council sat for an hour and a half, with a debate on the colour.",
    );
    check_differences(
        &[&one, &two],
        &[
            ("Corva Bridge", "quarter past two", "3:40 a.m."),
            ("Corva Bridge", "110", "134"),
            ("Bernau voted", "13", "11"),
            ("debate", "three hours", "an hour and a half"),
        ],
    );
}

#[test]
fn numbers_that_make_up_another_do_not_differ_from_it() {
    let one = with_filler(
        "On 3 May 2021 the ferry Corva left Bernau with 245 people aboard, says Peter Hale.",
    );
    let two = with_filler(
        "The ferry Corva left Bernau on 3 May 2021 with 214 passengers and 31 crew aboard, says Peter Hale.",
    );
    check_differences(&[&one, &two], &[]);
}

#[test]
fn numbers_of_other_things_make_up_nothing() {
    let one = with_filler(
        "On 3 May 2021 the flood in Bernau killed 45 people, says Peter Hale, and took 20 boats.",
    );
    let two =
        with_filler("On 3 May 2021 the flood in Bernau killed 65 people, Peter Hale has written.");
    check_differences(&[&one, &two], &[("Bernau people killed", "45", "65")]);
}

#[test]
fn days_beside_years_in_prison_are_days() {
    let one = with_filler(
        "On 3 May 2021 the court in Bernau gave Peter Hale six years and 20 days in prison.",
    );
    let two = with_filler("On 3 May 2021 the court in Bernau gave Peter Hale six years in prison.");
    check_differences(&[&one, &two], &[]);
}

#[test]
fn a_time_of_day_is_no_length_of_time() {
    let one = with_filler(
        "On 3 May 2021 the ferry Corva left Bernau, says Peter Hale, at five minutes to five.",
    );
    let two = with_filler(
        "On 3 May 2021 the ferry Corva left Bernau, Peter Hale wrote, after a wait of nine minutes.",
    );
    check_differences(&[&one, &two], &[]);
}

#[test]
fn an_account_that_gives_no_day_but_weekdays_tells_the_story_that_it_is_much_like() {
    let wire = with_filler(
        "On 6 February 2013 the trawler Norvik of Hest sank off Torberg. She took 40 metres of cable down, said Aksel Dam of Hest. Her list was 20 degrees.",
    );
    let witness = "---\ndate: 2013-05-18\n---\nOn Sunday Aksel Dam told me of the trawler Norvik. Off Torberg she sank, in ten minutes. Her list was forty-five degrees.";
    check_differences(&[&wire, witness], &[("degrees", "20", "forty-five")]);
}

#[test]
fn an_earlier_event_of_the_same_places_and_people_does_not_differ() {
    let one = with_filler(
        "On 3 May 2021 the flood in Bernau killed 14 people. Peter Hale, the mayor of Bernau, counted 300 ruined houses.",
    );
    let earlier = with_filler(
        "On 8 June 2014 the flood in Bernau killed nine people. Peter Hale, the mayor of Bernau, counted 140 ruined houses.",
    );
    check_differences(&[&one, &earlier], &[]);
}

/// Entries of lists are told apart by their places only, and two lists of thousands have millions of pairs.
#[test]
fn long_lists_of_figures_are_compared_in_time_and_differ_in_nothing() {
    let list = |first: usize| {
        let entries = (first..first + 4_000).map(|n| format!("Peter Hale counted {n} goats."));
        let entries: Vec<String> = entries.collect();
        format!(
            "On 3 May 2021 there was a fair in Bernau. {}",
            entries.join(" ")
        )
    };
    let (one, two) = (list(10), list(10_000));
    check_differences(&[&one, &two], &[]);
}

#[test]
fn figures_behind_hundreds_of_others_are_left() {
    let goats: String = (1_000..1_450)
        .map(|n| format!(" Peter Hale counted {n} goats."))
        .collect();
    let told = |toll: &str| {
        format!("On 3 May 2021 a blast in Bernau, says Peter Hale, killed {toll} people.")
    };
    let before = [
        format!("{}{goats}", told("12")),
        format!("{}{goats}", told("14")),
    ];
    check_differences(
        &[&before[0], &before[1]],
        &[("Bernau people killed", "12", "14")],
    );
    let behind = [
        format!("{goats} {}", told("12")),
        format!("{goats} {}", told("14")),
    ];
    check_differences(&[&behind[0], &behind[1]], &[]);
}

fn some_span() -> impl Strategy<Value = ByteSpan> {
    (0_u32..60, 0_u32..30).prop_map(|(start, len)| ByteSpan::new(start, start + len))
}

fn some_place() -> impl Strategy<Value = Place> {
    (0_u32..2, some_span()).prop_map(|(document, span)| Place { document, span })
}

proptest! {
    #[test]
    fn comparisons_come_back_as_they_were(
        same in prop::collection::vec((some_place(), some_place(), any::<u16>(), prop::option::of(1_u32..99_999_999), prop::collection::vec(some_span(), 0..4)), 0..6),
        differ in prop::collection::vec((some_place(), some_place(), prop::collection::vec(some_span(), 0..3), some_span(), some_span()), 0..6),
        only in prop::collection::vec(prop::collection::vec(some_span(), 0..4), 0..3),
    ) {
        let comparison = Comparison {
            same_moment: same.into_iter().map(|(a, b, score, day, words)| SameMoment { a, b, score, day, names: Vec::new(), words }).collect(),
            differ: differ.into_iter().map(|(a, b, about, value_a, value_b)| Difference { a, b, kind: DifferenceKind::Time, about, value_a, value_b }).collect(),
            only: only.into_iter().map(|passages| Only { passages, ..Only::default() }).collect(),
            reuse: vec![Reuse { a: Place { document: 0, span: ByteSpan::new(1, 9) }, b: Place { document: 1, span: ByteSpan::new(2, 10) }, n_words: 3 }],
        };
        let text = "x".repeat(100);
        prop_assert_eq!(decode(&encode(&comparison), &[&text, &text]), Ok(comparison));
    }

    #[test]
    fn any_bytes_are_a_comparison_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = decode(&bytes, &["شارع الحرية", "street"]);
    }
}
