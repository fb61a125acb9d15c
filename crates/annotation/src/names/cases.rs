//! Short reports of many regions, invented, each with traps.

mod apart;
mod bodies;
mod described;

use super::{Authority, Gathering, Lexicon, NameKind, Names};
use corpus::{ReadOptions, Source, read_all};

/// Returns the names of texts that come one after another.
fn names_of(texts: &[&str]) -> Names {
    let sources: Vec<Source> = texts
        .iter()
        .enumerate()
        .map(|(number, text)| Source {
            name: format!("{number}.txt"),
            bytes: text.as_bytes().to_vec(),
        })
        .collect();
    let corpus = read_all(&sources, &ReadOptions::default());
    let (lexicon, authority) = (Lexicon::new(), Authority::default());
    let mut gathering = Gathering::new(&lexicon, &authority);
    for document in &corpus.documents {
        gathering.add(document);
    }
    gathering.finish()
}

/// Writes every entity as `kind: form n, form n`, with `?` where it may mean several.
fn listed(names: &Names) -> Vec<String> {
    names
        .entities
        .iter()
        .map(|entity| {
            let forms: Vec<String> = entity
                .forms
                .iter()
                .map(|form| format!("{} {}", form.text, form.count))
                .collect();
            let mark = if entity.is_ambiguous { "?" } else { "" };
            format!("{}{mark}: {}", entity.kind.word(), forms.join(", "))
        })
        .collect()
}

#[track_caller]
fn check(texts: &[&str], expected: &[&str]) {
    let found = listed(&names_of(texts));
    for line in expected {
        assert!(
            found.iter().any(|entity| entity == line),
            "no {line:?} in {found:#?}"
        );
    }
}

#[test]
fn a_family_of_presidents_stays_four_people() {
    check(
        &[
            "President Arturo Belmonte opened the mine at Potrero on Monday. Belmonte praised his father, Ramiro Belmonte, \
           who founded the Partido Cívico. His brother Esteban Belmonte and his cousin, Inés Belmonte, stayed away.\n\n\
           The Belmontes have ruled for decades. Arturo told reporters in Potrero that Ramiro was ill.",
        ],
        &[
            "person: Arturo Belmonte 1, Belmonte 1, Arturo 1",
            "person: Ramiro Belmonte 1, Ramiro 1",
            "person: Esteban Belmonte 1",
            "person: Inés Belmonte 1",
            "group: Belmontes 1",
            "org: Partido Cívico 1",
            "place: Potrero 2",
        ],
    );
}

#[test]
fn a_general_in_khartoum_is_known_by_a_second_name() {
    check(
        &[
            "Gen. Tariq Abd al-Mahmoud, known as Abu Nimr, led the Nile Shield Brigade (NSB) into Omdurman. The general's rival, \
           Lt. Gen. Yasir Kombo, held the Signal Corps barracks. Tariq Abdel Mahmoud said the NSB would stay. \"Kombo is finished,\" \
           Abu Nimr said. A spokesman for the Sudanese Armed Forces denied it.",
        ],
        &[
            "person: Tariq Abd al-Mahmoud 1, Abu Nimr 2, Tariq Abdel Mahmoud 1",
            "person: Yasir Kombo 1, Kombo 1",
            "org: Nile Shield Brigade 1, NSB 2",
            "org: Sudanese Armed Forces 1",
            "place: Omdurman 1",
        ],
    );
}

#[test]
fn spellings_of_one_ukrainian_are_one_and_a_wife_is_not_her_husband() {
    check(
        &[
            "Andriy Horbenko, the mayor of Lypova, met Oksana Horbenko, his wife, in Lviv. Horbenko later flew to Warsaw.",
            "Andrii Horbenko said Lypova had no heating. Russian forces shelled the village of Stara Hreblia, Horbenko said.",
        ],
        &[
            "person: Andriy Horbenko 1, Andrii Horbenko 1, Horbenko 1",
            "person: Oksana Horbenko 1",
            "place: Lypova 2",
            "place: Stara Hreblia 1",
        ],
    );
}

#[test]
fn east_asian_family_names_stand_first_and_are_shared() {
    check(
        &[
            "SEOUL, South Korea — Kim Dae-ho, a prosecutor, questioned Kim Min-seok about the Hanul Bank. Both men deny wrongdoing. \
           A second suspect, Park Ji-won, told the court that she had met Kim Dae-ho twice. Park left through a side door.",
        ],
        &[
            "person: Kim Dae-ho 2",
            "person: Kim Min-seok 1",
            "person: Park Ji-won 1, Park 1",
            "org: Hanul Bank 1",
            "place: SEOUL 1",
        ],
    );
}

#[test]
fn a_court_case_has_two_smiths_and_a_place_named_like_a_man() {
    check(
        &[
            "Judge Harriet Okafor sentenced John R. Smith in Lincoln, Nebraska. Prosecutors said that J. R. Smith stole from \
           Whitmore & Sons Inc. and lied to the Federal Trade Commission (FTC). His sister, Dana Smith, wept. \"He trusted the wrong \
           people,\" Dana Smith said. The FTC declined to comment. Detective Luis Ferrer of the Lincoln Police Department testified; Ferrer, 44, \
           found the ledgers near Lake Washington.",
        ],
        &[
            "person: John R. Smith 1, J. R. Smith 1",
            "person: Dana Smith 2",
            "person: Harriet Okafor 1",
            "person: Luis Ferrer 1, Ferrer 1",
            "org: Whitmore & Sons Inc 1",
            "org: Federal Trade Commission 1, FTC 2",
            "org: Lincoln Police Department 1",
            "place: Lake Washington 1",
        ],
    );
}

#[test]
fn a_surname_after_two_bearers_is_left_open() {
    let names = names_of(&[
        "Rosa Quintero and Felipe Quintero ran for mayor of Santa Brígida. On Friday, Quintero conceded.",
    ]);
    let lone = names
        .entities
        .iter()
        .find(|entity| entity.is_ambiguous)
        .expect("an open name");
    assert_eq!(lone.preferred(), "Quintero");
    let candidates: Vec<&str> = lone
        .candidates
        .iter()
        .map(|&number| names.entities[number as usize].preferred())
        .collect();
    assert_eq!(candidates, ["Rosa Quintero", "Felipe Quintero"]);
}

#[test]
fn grandfather_and_grandson_of_one_name_are_two() {
    let names = names_of(&[
        "Nadim al-Kattan, the grandfather, founded the bank. Nadim al-Kattan, the grandson, sold it in Amman.",
    ]);
    let bearers = names
        .entities
        .iter()
        .filter(|entity| entity.preferred() == "Nadim al-Kattan")
        .count();
    assert_eq!(bearers, 2);
}

#[test]
fn groups_that_share_words_are_kept_apart() {
    check(
        &[
            "The Free Syrian Army, the Syrian Arab Army, the Syrian Democratic Forces (SDF) and the Syrian Democratic Council sent \
           envoys. Fighters of the Free Syrian Army and the SDF met Kurds, Turks and Alawites near Manbij.",
        ],
        &[
            "org: Free Syrian Army 2",
            "org: Syrian Arab Army 1",
            "org: Syrian Democratic Forces 1, SDF 2",
            "org: Syrian Democratic Council 1",
            "group: Kurds 1",
            "group: Turks 1",
            "group: Alawites 1",
            "place: Manbij 1",
        ],
    );
}

#[test]
fn months_weekdays_languages_and_openings_name_nobody() {
    let found = listed(&names_of(&[
        "Yesterday the Arabic press was silent. On Tuesday, March 3, Muslim leaders met. Many spoke English. Rumors spread. \
         Later, soldiers came. Nothing helped. French aid arrived in April.",
    ]));
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_month_of_a_dateline_is_nobody() {
    let names = names_of(&[
        "SOLVIK, Jan 28 (Northern Wire) - On Fridays, Jan Ruud said, the hall of Selby Terminals is shut.",
    ]);
    let listed = listed(&names);
    assert!(
        !listed
            .iter()
            .any(|entity| entity.contains("Jan 1") || entity.contains("Fridays")),
        "{listed:?}"
    );
    assert!(
        listed.contains(&"person: Jan Ruud 1".to_owned()),
        "{listed:?}"
    );
    assert!(
        listed.contains(&"org: Selby Terminals 1".to_owned()),
        "{listed:?}"
    );
}

#[test]
fn headlines_and_capitals_find_what_the_text_knows() {
    check(
        &[
            "# Ortega Flees Managua as Rebels Close In\n\nPresident Simón Ortega fled Managua on Sunday. Ortega took two ministers.",
        ],
        &["person: Simón Ortega 1, Ortega 2", "place: Managua 2"],
    );
}

#[test]
fn bylines_of_pictures_and_datelines_are_names() {
    check(
        &[
            "TIKRIT, Iraq (AP) — Sheikh Hamad al-Jibouri of the Jibour tribe met U.S. Ambassador Ellen Pruitt. Al-Jibouri asked for \
           water.\n\nPascal Ngoma / AFP / Getty Women wait in Tikrit.",
        ],
        &[
            "person: Hamad al-Jibouri 1, Al-Jibouri 1",
            "person: Ellen Pruitt 1",
            "person: Pascal Ngoma 1",
            "org: AFP 1",
            "org: Getty 1",
            "place: TIKRIT 1, Tikrit 1",
        ],
    );
}

#[test]
fn gathering_in_parts_gives_what_gathering_at_once_gives() {
    let texts = [
        "Gustav Lindqvist spoke in Oslo.",
        "Lindqvist had met Astrid Berg.",
        "Gustaf Lindqvist and Berg left Oslo.",
    ];
    let sources: Vec<Source> = texts
        .iter()
        .enumerate()
        .map(|(number, text)| Source {
            name: format!("{number}.txt"),
            bytes: text.as_bytes().to_vec(),
        })
        .collect();
    let documents = read_all(&sources, &ReadOptions::default()).documents;
    let (lexicon, authority) = (Lexicon::new(), Authority::default());
    let gathered = |documents: &[corpus::Document]| {
        let mut gathering = Gathering::new(&lexicon, &authority);
        documents
            .iter()
            .for_each(|document| gathering.add(document));
        gathering
    };
    let whole = gathered(&documents).finish();
    let mut parts = gathered(&documents[..1]);
    parts.append(gathered(&documents[1..]));
    assert_eq!(parts.finish(), whole);
    let text = |number: u32| documents[number as usize].text.as_str();
    let bytes = super::codec::encode(&whole, &text);
    assert_eq!(super::codec::decode(&bytes, &text), Ok(whole));
}

/// Tells whether two full names in one text are one bearer.
fn are_one(a: &str, b: &str) -> bool {
    let text = format!(
        "On Monday {a} met reporters in Geneva. He spoke for an hour.\n\nThe next day {b} told reporters that the talks had failed."
    );
    let names = names_of(&[&text]);
    let persons: Vec<_> = names
        .entities
        .iter()
        .filter(|entity| entity.kind == NameKind::Person)
        .collect();
    persons.len() == 1
}

#[test]
fn spellings_by_different_habits_are_joined() {
    let pairs = [
        ("Mohammed al-Bashir", "Muhammad Bashir"),
        ("Mohamed Al-Bashir", "Mohammad el-Bashir"),
        ("Ahmed al-Sharaa", "Ahmad ash-Sharaa"),
        ("Ahmad al-Shara", "Ahmed Sharaa"),
        ("Abu Muhammad al-Jolani", "Abou Mohammed al-Julani"),
        ("Muammar Gaddafi", "Muammar Qaddafi"),
        ("Muammar Gaddafi", "Moammar Gadhafi"),
        ("Abdul Rahman al-Darwish", "Abdulrahman Darwish"),
        ("Abd al-Rahman Darwish", "Abdel-Rahman Darwish"),
        ("Hussein al-Khatib", "Husayn Khateeb"),
        ("Hassan Rouhani", "Hasan Ruhani"),
        ("Yousef Daoud", "Yusuf Dawud"),
        ("Youssef Dawood", "Yusef Daoud"),
        ("Qasem Soleimani", "Qassem Suleimani"),
        ("Khaled Meshaal", "Khalid Mashal"),
        ("Bashar al-Asad", "Bashar Assad"),
        ("Osama bin Laden", "Usama bin Ladin"),
        ("Nouri al-Maliki", "Nuri al-Maliki"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Dmitry Peskov", "Dmitri Peskov"),
        ("Yulia Navalnaya", "Yuliya Navalnaya"),
        ("Jean-Pierre Laurent", "Jean Pierre Laurent"),
        ("Salem Abu Zeid", "Salem Abu-Zeid"),
        ("Ghassan Salamé", "Ghassan Salame"),
        ("Faisal Mekdad", "Faysal Miqdad"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("John F. Miller", "John Miller"),
        ("J. F. Miller", "John F. Miller"),
        ("Saif al-Islam Haddad", "Seif al-Islam Haddad"),
    ];
    let apart: Vec<_> = pairs.iter().filter(|(a, b)| !are_one(a, b)).collect();
    assert!(apart.len() * 10 <= pairs.len(), "kept apart: {apart:?}");
}

#[test]
fn other_people_of_like_names_stay_apart() {
    let pairs = [
        ("Hassan al-Darrat", "Hussein al-Darrat"),
        ("Hafez al-Khatib", "Hafiza al-Khatib"),
        ("Omar Haddad", "Amr Haddad"),
        ("Salim Nasser", "Salman Nasser"),
        ("Walid Khoury", "Khaled Khoury"),
        ("Ali Hassan", "Hassan Ali"),
        ("Samir Najjar", "Samira Najjar"),
        ("Marie Laurent", "Marion Laurent"),
        ("Ahmad Jarba", "Ahmad Jaber"),
        ("Ivan Petrov", "Ivana Petrova"),
        ("John Smith", "Joan Smith"),
        ("Nikos Christou", "Andreas Christou"),
    ];
    let merged: Vec<_> = pairs.iter().filter(|(a, b)| are_one(a, b)).collect();
    assert_eq!(merged, Vec::<&(&str, &str)>::new());
}

#[test]
fn a_name_that_a_duke_and_a_director_bear_is_left_open() {
    check(
        &[
            "Duke Olav of Norden was absent. Olav Brekke, the museum's director, thanked him. \"Olav is ill,\" the queen said.",
        ],
        &["person?: Olav 2", "person: Olav Brekke 1"],
    );
}

#[test]
fn half_of_a_double_name_is_another_family() {
    check(
        &[
            "Judith Tallis-Brown and Edmund Brown met in Leeds. Brown spoke first. Tallis-Brown left.",
        ],
        &[
            "person: Edmund Brown 1, Brown 1",
            "person: Judith Tallis-Brown 1, Tallis-Brown 1",
        ],
    );
}

#[test]
fn further_names_patronymics_and_nicknames_are_their_bearers() {
    check(
        &[
            "Óscar Quispe Mamani led the league. Quispe died in Puno. Juan Manuel de la Torre Peña sued. De la Torre Peña won.",
            "Oleg Viktorovich Tarasov governs. “Oleg Viktorovich is patient,” they say. Nguyen Van Thuc met them; Mr Thuc left.",
            "Margaret “Peggy” Ashworth sailed to Lisbon. There Peggy sold the boat.",
        ],
        &[
            "person: Óscar Quispe Mamani 1, Quispe 1",
            "person: Juan Manuel de la Torre Peña 1, De la Torre Peña 1",
            "person: Oleg Viktorovich Tarasov 1, Oleg Viktorovich 1",
            "person: Nguyen Van Thuc 1, Thuc 1",
            "person: Margaret “Peggy” Ashworth 1, Peggy 1",
        ],
    );
}

#[test]
fn ships_streets_unions_and_papers_are_nobody() {
    check(
        &[
            "The tanker Aurora Borealis met the ferry Princess Helena off Jackson Street. The Princess Helena turned.",
            "Interior Minister Selim Duran met the National Teachers' Union. Rovers drew, though Crestwick Rovers had led.",
            "Kessler AG sold the Evening Star. Later Crestwick Rovers bought Kessler, and Rovers won.",
        ],
        &[
            "other: Aurora Borealis 1",
            "other: Princess Helena 2",
            "place: Jackson Street 1",
            "person: Selim Duran 1",
            "org: National Teachers' Union 1",
            "org: Kessler AG 1, Kessler 1",
            "org: Evening Star 1",
        ],
    );
}

#[test]
fn a_calling_before_a_given_name_is_no_part_of_it() {
    check(
        &[
            "The mayor had never paid, said Farmer Josef Kral. Josef Kral keeps forty cows. With Kral came Skipper Anna Lowe. Baker \
             Street was closed.\n\nTwice a week Rhona Quell, a psychologist with the charity Basma, comes.",
            "Fadi taught. Then came a man with a camera. Fadi is Abu Rami. Later Abu Rami wept.",
        ],
        &[
            "person: Josef Kral 2, Kral 1",
            "person: Anna Lowe 1",
            "person: Rhona Quell 1",
            "person: Abu Rami 2, Fadi 2",
            "place: Baker Street 1",
        ],
    );
}
