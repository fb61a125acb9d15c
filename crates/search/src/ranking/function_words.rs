//! Words that say how a sentence is built, not what it is about.
//!
//! They are indexed and found like all others, and phrases need them. Beside other words they only do
//! not count for the order: in a question, a document that says "what" and "which" often is not better.

use analysis::Language;

/// Tells whether a folded term is a function word of one of the languages.
pub(crate) fn is_function_word(term: &str, languages: &[Language]) -> bool {
    function_words(languages).any(|word| word == term)
}

/// Returns the function words of the languages, folded, one language after another.
pub fn function_words(languages: &[Language]) -> impl Iterator<Item = &'static str> {
    let list = |language: &Language| match language {
        Language::English => ENGLISH,
        Language::French => FRENCH,
        Language::German => GERMAN,
        Language::Spanish => SPANISH,
        Language::Arabic => ARABIC,
        Language::Other => "",
    };
    languages
        .iter()
        .flat_map(move |language| list(language).split_ascii_whitespace())
}

/// Tells whether a folded term is how people ask for texts rather than what the texts say.
pub(crate) fn is_request_word(term: &str, languages: &[Language]) -> bool {
    languages.contains(&Language::English) && REQUESTS.split(' ').any(|word| word == term)
}

const ENGLISH: &str = "a about all also am an and any are as at be been being between but by can could did do does during each for from had has have having he her him his how i id if im in into is it its may me might must my no not of on or other our shall she should so some such than that the their them then there these they this those to us was we were what when where which who whom why will with would you your";
const REQUESTS: &str =
    "article articles concerned concerning describe find information interested paper papers";
const FRENCH: &str = "a au aux avec c ce ces cette comme d dans de des du elle elles en est et etaient etait etre eu il ils j je l la le les leur leurs lui m mais me meme n ne nous on ont ou par pas plus pour qu que qui s sa se ses si son sont sur t te tu un une vos votre vous y";
const GERMAN: &str = "aber als am an auch auf aus bei bin bis das dass dem den der des die durch ein eine einem einen einer eines er es fur hat ich ihr im in ist mit nach nicht noch nur oder sein sich sie sind so uber um und uns unter vom von vor war was wenn wer wie wir wird wurde zu zum zur";
const SPANISH: &str = "a al como con cual de del desde donde el ella ellos en entre era es esta este esto fue ha han hasta la las le les lo los mas me mi muy no nos o para pero por que quien se si sin sobre son su sus te tu un una uno y ya yo";
const ARABIC: &str = "ابو اذا الا التي الذي الذين الي او اي ب بعد بين تلك ثم حتي ذلك علي عن عند غير في قبل قد كان كانت كل كما ل لا لقد لم لن ليس ما مع من هذا هذه هل هم هنا هو هي و يا";

#[cfg(test)]
mod tests {
    use super::{ARABIC, ENGLISH, FRENCH, GERMAN, REQUESTS, SPANISH, is_function_word};
    use analysis::Language;

    #[test]
    fn lists_are_folded_as_terms_are() {
        for word in [ENGLISH, FRENCH, GERMAN, SPANISH, ARABIC, REQUESTS]
            .join(" ")
            .split(' ')
        {
            assert_eq!(analysis::fold(word), word);
        }
    }

    #[test]
    fn a_word_is_judged_by_the_languages_of_the_corpus() {
        assert!(!is_function_word("die", &[Language::English]));
        assert!(is_function_word(
            "die",
            &[Language::English, Language::German]
        ));
    }
}
