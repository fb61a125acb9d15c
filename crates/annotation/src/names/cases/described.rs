//! As whom the texts first describe someone.

use super::names_of;

#[test]
fn someone_is_first_described_as_the_text_has_it() {
    let names = names_of(&[
        "The town's new mayor, Rana Sallum, opened the gates. Later a widely feared figure named Omar Kattan called. \
         His older brother, Yasin Kattan, was with him. On Friday former Iraqi Prime Minister Adel Hamdan wrote a letter.",
        "Samir Azzam, one of the aides, left at night. Nadia Haddad, a shrewd operator in the inner circle, stayed. \
         Paul Renner, a few days later, came back. The army accused General Salim Nasser of nothing at all. He called Marta Lindqvist twice.",
        "The strike was called by the president of the Teachers' Union, Ewa Zielinska, and the Growers' League, led by Marek \
         Duda, joined. After meeting the mayor of Lypova, Stefan Nowak left. Mr Karl Winter stayed.",
    ]);
    let role_of = |name: &str| {
        let of_name = |form: &super::super::Form| form.text == name;
        let found = names
            .entities
            .iter()
            .find(|one| one.forms.iter().any(of_name));
        found.and_then(|one| Some(one.role.as_ref()?.text.as_str()))
    };
    for (name, role) in [
        ("Rana Sallum", Some("The town's new mayor")),
        ("Omar Kattan", Some("a widely feared figure")),
        ("Yasin Kattan", Some("His older brother")),
        ("Adel Hamdan", Some("former Iraqi Prime Minister")),
        ("Samir Azzam", Some("one of the aides")),
        (
            "Nadia Haddad",
            Some("a shrewd operator in the inner circle"),
        ),
        ("Paul Renner", None),
        ("Salim Nasser", Some("General")),
        ("Marta Lindqvist", None),
        ("Slovenia", None),
        ("Ivo Marek", None),
        (
            "Ewa Zielinska",
            Some("the president of the Teachers' Union"),
        ),
        ("Marek Duda", Some("the Growers' League, led by")),
        ("Stefan Nowak", None),
        ("Karl Winter", None),
    ] {
        assert_eq!(role_of(name), role, "{name}");
    }
}
