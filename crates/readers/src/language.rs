//! The language of a text, only where it is certain.

use whatlang::{Detector, Lang};

/// Letters below which no language is certain.
const FEWEST_LETTERS: usize = 80;
/// How much of a text is looked at, in characters.
const SAMPLE_CHARS: usize = 1500;

/// Returns the BCP 47 tag of the language of `text`, or nothing where it is not certain. With
/// `languages` given, only these come into question.
pub(crate) fn of(text: &str, languages: &[String]) -> Option<&'static str> {
    let weight = |c: char| match c {
        // A sign of Chinese, Japanese or Korean says as much as a word's half.
        '\u{3040}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' => 3,
        c => usize::from(c.is_alphabetic()),
    };
    let n_letters: usize = text.chars().map(weight).take(SAMPLE_CHARS).sum();
    if n_letters < FEWEST_LETTERS {
        return None;
    }
    let sample: String = text.chars().take(SAMPLE_CHARS).collect();
    let candidates: Vec<Lang> = Lang::all()
        .iter()
        .copied()
        .filter(|lang| languages.iter().any(|tag| is_of(tag, *lang)))
        .collect();
    let detector = match candidates.is_empty() {
        true => Detector::new(),
        false => Detector::with_allowlist(candidates),
    };
    let found = detector.detect(&sample)?;
    // Close kin (Danish and Norwegian, Serbian and Croatian) come out with a low confidence.
    (found.is_reliable() && found.confidence() > 0.8).then(|| tag(found.lang()))
}

fn is_of(configured: &str, lang: Lang) -> bool {
    let primary = configured.split('-').next().unwrap_or("");
    primary.eq_ignore_ascii_case(tag(lang))
}

/// Returns the shortest tag of a language (ISO 639-1 where it has one).
fn tag(lang: Lang) -> &'static str {
    const SHORT: &str = "afr af aka ak amh am ara ar aze az bel be ben bn bul bg cat ca ces cs cmn zh dan da deu de \
        ell el eng en epo eo est et fin fi fra fr guj gu heb he hin hi hrv hr hun hu hye hy ind id ita it jav jv jpn ja \
        kan kn kat ka khm km kor ko lat la lav lv lit lt mal ml mar mr mkd mk mya my nep ne nld nl nob nb ori or pan pa \
        pes fa pol pl por pt ron ro rus ru sin si slk sk slv sl sna sn spa es srp sr swe sv tam ta tel te tgl tl tha th \
        tuk tk tur tr ukr uk urd ur uzb uz vie vi yid yi zul zu cym cy";
    let code = lang.code();
    let mut words = SHORT.split_ascii_whitespace();
    while let (Some(long), Some(short)) = (words.next(), words.next()) {
        if long == code {
            return short;
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_from_a_few_sentences_and_not_from_a_few_words() {
        let german = "Am Abend war die Straße nach Homs wieder offen, und die Leute kamen aus den Häusern, um zu sehen, wer da fuhr.";
        let russian = "Вечером дорога на Хомс была снова открыта, и люди вышли из домов посмотреть, кто едет по ней в город.";
        let arabic = "في المساء كانت الطريق إلى حمص مفتوحة من جديد وخرج الناس من بيوتهم لينظروا من الذي يمر فيها نحو المدينة الكبيرة";
        assert_eq!(of(german, &[]), Some("de"));
        assert_eq!(of(russian, &[]), Some("ru"));
        assert_eq!(of(arabic, &[]), Some("ar"));
        assert_eq!(of("The road", &[]), None);
        assert_eq!(of(&"12 34 ".repeat(100), &[]), None);
    }
}
