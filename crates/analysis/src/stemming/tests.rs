use super::{english, stem, stem_prefix_len, variant_prefixes};
use crate::{Language, fold};
use proptest::prelude::*;
use rust_stemmers::{Algorithm, Stemmer};

const LANGUAGES: [Language; 6] = [
    Language::English,
    Language::French,
    Language::German,
    Language::Spanish,
    Language::Arabic,
    Language::Other,
];

/// Checks that all words share one stem.
fn check_same(language: Language, words: &str) {
    let terms: Vec<String> = words.split(' ').map(fold).collect();
    let stems: Vec<_> = terms.iter().map(|term| stem(term, language)).collect();
    assert!(
        stems.windows(2).all(|pair| pair[0] == pair[1]),
        "{words}: {stems:?}"
    );
}

#[test]
fn english_inflections_share_a_stem() {
    for words in [
        "betray betrays betrayed betraying betrayal",
        "happy happiness",
        "die dies died dying",
        "sky skies",
        "possible possibly",
        "audible audibility",
        "organize organization",
        "hope hoped hoping",
        "negotiate negotiation negotiator",
        "child children",
        "woman women",
        "evident evidence evidently",
        "visa visas",
        "area areas",
    ] {
        check_same(Language::English, words);
    }
    assert_ne!(
        stem("news", Language::English),
        stem("new", Language::English)
    );
}

#[test]
fn names_are_not_each_others_plurals() {
    for (left, right) in [("hama", "hamas"), ("eminences", "emin"), ("pari", "paris")] {
        assert_ne!(
            stem(left, Language::English),
            stem(right, Language::English),
            "{left} {right}"
        );
    }
}

/// Tells whether a word is among those that we stem otherwise than Porter: see `is_short_name` and
/// `LEAST_BEFORE_ENT`.
fn is_exception(word: &str, ours: &str, theirs: &str) -> bool {
    let irregular = ["men", "women", "children", "feet"].contains(&word);
    let name = matches!(word.len(), 4 | 5) && (word.ends_with("as") || word.ends_with("is"));
    let short = theirs.len() < 5 && (ours.ends_with("ent") || ours.ends_with("ant"));
    irregular || name || short
}

#[test]
fn other_languages_share_stems_without_accents() {
    check_same(
        Language::French,
        "attaque attaques attaquer attaquait attaquées attaquent",
    );
    check_same(Language::French, "national nationale nationaux");
    check_same(Language::German, "Häuser Häusern");
    check_same(Language::German, "Regierung Regierungen");
    check_same(Language::Spanish, "soldado soldados");
    check_same(Language::Arabic, "الجيش جيش والجيش بالجيش للجيش");
    check_same(Language::Arabic, "سوريون السوريين");
}

#[test]
fn numbers_and_foreign_letters_are_their_own_stems() {
    for language in LANGUAGES {
        for term in ["15000", "t72s", "東", "жизни", "s", ""] {
            assert_eq!(stem(term, language), term);
        }
    }
    assert_eq!(stem("runs", Language::Other), "runs");
}

#[test]
fn irregular_forms_are_found_from_their_stem() {
    for (form, of) in english::IRREGULAR {
        assert_eq!(stem(form, Language::English), of);
        check_found(form, Language::English);
    }
}

/// Checks that walking the prefixes of its own stem meets `term`.
fn check_found(term: &str, language: Language) {
    let wanted = stem(term, language);
    let mut met = false;
    variant_prefixes(&wanted, language, &mut |prefix| {
        met |= term.starts_with(prefix);
    });
    assert!(
        met,
        "{term} is not below any prefix of {wanted} ({language:?})"
    );
    assert!(
        wanted.is_char_boundary(stem_prefix_len(&wanted, language)),
        "{wanted} ({language:?})"
    );
}

/// Made-up English words with every ending that the rules look at, up to three of them in a row.
fn english_words() -> impl Strategy<Value = String> {
    let endings = prop::sample::select(vec![
        "", "s", "es", "ies", "ied", "ed", "ing", "eed", "eedly", "edly", "ingly", "sses", "ss",
        "us", "y", "ly", "li", "ational", "tional", "enci", "anci", "ency", "ancy", "abli", "ably",
        "entli", "izer", "ization", "ator", "alism", "aliti", "ality", "fulness", "ousli",
        "ousness", "iveness", "iviti", "ivity", "biliti", "bility", "bli", "bly", "ogi", "ogy",
        "fulli", "lessli", "alize", "icate", "iciti", "ical", "ful", "ness", "ative", "al", "ance",
        "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ism", "ate", "iti",
        "ous", "ive", "ize", "ion", "e", "l", "ll", "at", "bl", "iz", "bb", "tt", "ie", "i",
    ]);
    ("[a-z]{1,5}", prop::collection::vec(endings, 0..4))
        .prop_map(|(start, endings)| start + &endings.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn english_agrees_with_the_generated_stemmer(word in english_words()) {
        let theirs = Stemmer::create(Algorithm::English);
        let (ours, theirs) = (stem(&word, Language::English), theirs.stem(&word));
        prop_assert!(ours == theirs || is_exception(&word, &ours, &theirs), "{}: {} {}", word, ours, theirs);
    }

    #[test]
    fn every_english_word_is_below_a_prefix_of_its_stem(word in english_words()) {
        check_found(&word, Language::English);
    }

    #[test]
    fn every_term_is_below_a_prefix_of_its_stem(text in "\\PC{0,12}", arabic in "[ابتجحدرسشعفقكلمنهوي]{1,9}") {
        for language in LANGUAGES {
            check_found(&fold(&text), language);
            check_found(&arabic, language);
            prop_assert!(stem(&arabic, language).len() >= 2);
        }
    }
}
