//! Two of one name, who must not become one.

use super::super::Reason;
use super::{check, listed, names_of};

#[test]
fn two_men_of_one_full_name_stay_two_where_their_callings_do_not_fit() {
    let texts = [
        "John Harper, a dentist from Leeds, was fined on Monday. Harper said he would appeal.",
        "The goalkeeper John Harper signed for Valdoro on Friday. Harper kept nine clean sheets.",
        "John Harper was seen in town. Harper waved.",
        "The dentist John Harper lost his appeal.",
    ];
    check(
        &texts,
        &[
            "person: John Harper 2, Harper 1",
            "person: John Harper 1, Harper 1",
            "person?: John Harper 1, Harper 1",
        ],
    );
    let names = names_of(&texts);
    let open = names.entities.iter().find(|one| one.is_ambiguous);
    let may_be = &open.expect("one that cannot be told").candidates;
    let roles: Vec<&str> = may_be
        .iter()
        .filter_map(|&one| names.entities[one as usize].role.as_ref())
        .map(|role| role.text.as_str())
        .collect();
    assert_eq!(roles, ["a dentist from Leeds", "The goalkeeper"]);
}

#[test]
fn ages_and_years_of_birth_that_do_not_fit_keep_two_apart() {
    check(
        &[
            "Peter Sandvik, 71, a retired judge, died in Bergen.",
            "Peter Sandvik, 23, won the ski race in Oslo on Sunday.",
        ],
        &["person: Peter Sandvik 1", "person: Peter Sandvik 1"],
    );
    let names = names_of(&[
        "Peter Sandvik (born 1931) wrote twelve novels. Sandvik lived in Bergen.",
        "Peter Sandvik (born 1932) was a novelist.",
        "Peter Sandvik (1990–2021) climbed in Nepal.",
    ]);
    let found = listed(&names);
    assert!(
        found.contains(&"person: Peter Sandvik 2, Sandvik 1".to_owned()),
        "{found:#?}"
    );
    assert!(
        found.contains(&"person: Peter Sandvik 1".to_owned()),
        "{found:#?}"
    );
}

#[test]
fn what_a_life_holds_is_one_life() {
    check(
        &[
            "Ahmad Sallum, the rebel leader, entered the town.",
            "President Ahmad Sallum flew to Ankara. Sallum, 42, smiled.",
            "Ahmad Sallum, a former footballer, was a commander then.",
            "Ahmad Sallum spoke.",
        ],
        &["person: Ahmad Sallum 4, Sallum 1"],
    );
}

#[test]
fn other_patronymics_and_middle_names_are_other_people_whatever_stands_between() {
    check(
        &[
            "Khalid bin Saeed al-Harbi, a merchant, arrived in Jeddah.",
            "Khalid bin Faisal al-Harbi, a pilot, left Jeddah. Khalid al-Harbi returned later.",
            "Ivan Petrovich Sokolov, the governor, spoke in Tver.",
            "Ivan Sergeyevich Sokolov, an engineer, spoke in Omsk. Ivan Sokolov was applauded.",
            "J. P. Harlow wrote. John Patrick Harlow wrote. John Harlow wrote too. James Harlow wrote.",
        ],
        &[
            "person: Khalid bin Saeed al-Harbi 1",
            "person: Khalid bin Faisal al-Harbi 1, Khalid al-Harbi 1",
            "person: Ivan Petrovich Sokolov 1",
            "person: Ivan Sergeyevich Sokolov 1, Ivan Sokolov 1",
            "person: James Harlow 1",
        ],
    );
}

#[test]
fn a_grandson_and_a_son_of_the_same_name_are_not_the_elder() {
    check(
        &[
            "Hafez al-Darwish ruled for years. His grandson Hafez al-Darwish studies in Moscow.",
            "Walid Khoury, the banker, and his son Walid founded the firm. Walid Khoury died in May.",
            "John Smith, a butcher, met John Smith, a senator.",
        ],
        &[
            "person: Hafez al-Darwish 1",
            "person: Walid Khoury 2",
            "person: Walid 1",
            "person: John Smith 1",
        ],
    );
}

#[test]
fn bodies_that_every_state_has_are_not_one() {
    check(
        &[
            "The Syrian Ministry of Defence denied it. The Ministry of Defence said nothing.",
            "The Turkish Ministry of Defence confirmed it. Later the ministry was silent.",
            "Reporters called the Ministry of Defence on Friday.",
            "The Syrian Defense Ministry denied it again.",
        ],
        &[
            "org: Syrian Ministry of Defence 1, Ministry of Defence 1, Syrian Defense Ministry 1",
            "org: Turkish Ministry of Defence 1",
            "org?: Ministry of Defence 1",
        ],
    );
    check(
        &[
            "On Monday the judges learnt that Turkey's Ministry of Justice had said yes to the treaty. Two days later \
           Syria's Ministry of Justice said no to most of it. The Ministry of Justice in the capital explained nothing.",
        ],
        &[
            "org: Ministry of Justice 1",
            "org: Ministry of Justice 1",
            "org?: Ministry of Justice 1",
        ],
    );
}

#[test]
fn groups_that_share_a_word_are_not_one() {
    check(
        &[
            "The Southern Front fought in Daraa. The Southern Operations Room took the city. The Southern Front withdrew.",
            "The Southern Operations Room was formed on Friday. The Levant Front refused. Jaysh al-Islam and Jaysh al-Nasr \
             fought. The Free Syrian Army and the Syrian Arab Army signed nothing.",
            "The Central Bank of Syria and the Central Bank of Iraq agreed. The Central Bank said so.",
        ],
        &[
            "org: Southern Front 2",
            "org: Southern Operations Room 2",
            "org: Levant Front 1",
            "org: Jaysh al-Islam 1",
            "org: Jaysh al-Nasr 1",
            "org: Free Syrian Army 1",
            "org: Syrian Arab Army 1",
            "org: Central Bank of Syria 1",
            "org: Central Bank of Iraq 1",
            "org?: Central Bank 1",
        ],
    );
}

#[test]
fn a_body_met_first_without_its_state_is_the_one_that_its_text_names() {
    check(
        &[
            "Nobody answered when the Ministry of Labour was called. The Iraqi Ministry of Labour opened again on Monday.",
            "The Jordanian Ministry of Labour was closed all week.",
            "The Ministry of Labour sent a letter to the workers.",
        ],
        &[
            "org: Iraqi Ministry of Labour 1, Ministry of Labour 1",
            "org: Jordanian Ministry of Labour 1",
            "org?: Ministry of Labour 1",
        ],
    );
}

#[test]
fn a_title_is_not_that_of_another_of_the_family() {
    check(
        &[
            "Asma Halabi visited a school a day after President Halabi dismissed his minister. Halabi was seen later.",
        ],
        &["person: Asma Halabi 1", "person?: Halabi 2"],
    );
    check(
        &[
            "A jury convicted Denise Farrow and her husband, Terence Farrow, of fraud. Ms Farrow wept. Mr Farrow left.",
            "Claudia Berger, the senator, flew to Lisbon. Later Senator Berger spoke.",
        ],
        &[
            "person: Denise Farrow 1, Farrow 1",
            "person: Terence Farrow 1, Farrow 1",
            "person: Claudia Berger 1, Berger 1",
        ],
    );
}

#[test]
fn an_age_behind_the_family_name_keeps_two_apart() {
    check(
        &[
            "Maria Santos was fined on Monday. Santos, 34, will appeal.",
            "Maria Santos, 71, died in Porto. Santos was born in Braga.",
        ],
        &[
            "person: Maria Santos 1, Santos 1",
            "person: Maria Santos 1, Santos 1",
        ],
    );
}

#[test]
fn one_name_in_two_texts_is_not_taken_for_one_person_without_saying_so() {
    let reason_of = |texts: &[&str]| {
        let names = names_of(texts);
        let person = names
            .entities
            .iter()
            .find(|one| one.preferred() == "Maria Santos");
        person.map(|one| one.forms[0].reason)
    };
    let hers = "Maria Santos was in the second row when the curtain rose.";
    assert_eq!(
        reason_of(&[
            hers,
            "The council heard Maria Santos on Thursday. She spoke for an hour."
        ]),
        Some(Reason::NameAlone)
    );
    assert_eq!(
        reason_of(&[
            "Maria Santos and Ilse Brandt were in the second row.",
            "The council heard Maria Santos and Ilse Brandt on Thursday."
        ]),
        Some(Reason::Same)
    );
    assert_eq!(reason_of(&[hers]), Some(Reason::Same));
}

#[test]
fn who_calls_another_something_is_another() {
    check(
        &[
            "Paul Renner, a farmer, called Marta Lind a liar. Jonas Weber, who called Anna Falk on Monday, was ill. \
             Olaf Brandt also named Greta Holm.",
        ],
        &[
            "person: Paul Renner 1",
            "person: Marta Lind 1",
            "person: Jonas Weber 1",
            "person: Anna Falk 1",
            "person: Olaf Brandt 1",
            "person: Greta Holm 1",
        ],
    );
}

#[test]
fn a_calling_behind_the_family_name_keeps_two_apart_and_so_does_a_crown() {
    check(
        &[
            "Police arrested Georgi Petrov on Monday. Petrov, a fisherman, had sold eels.",
            "Georgi Petrov, the minister of transport, opened a bridge. Petrov praised the engineers.",
            "Georgi Petrov was born in Sofia.",
            "King Haakon Sverre met Prince Sverre and Duke Olav. Olav Brekke, the museum's director, thanked them.",
        ],
        &[
            "person: Georgi Petrov 1, Petrov 1",
            "person: Georgi Petrov 1, Petrov 1",
            "person?: Georgi Petrov 1",
            "person: Haakon Sverre 1",
            "person: Olav Brekke 1",
        ],
    );
}
