//! Names between the first and the last of a full name by which somebody may be called: the father's family name
//! (Spanish), the patronymic (Russian), a nickname in quotation marks.

use super::super::lexicon::Lexicon;
use super::super::words::is_article;
use super::LocalForm;

/// How a name between the first and the last calls somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Further {
    /// `Cifuentes` of "María Dolores Cifuentes Robledo".
    Family,
    /// `Peggy` of "Margaret “Peggy” Ashworth".
    Nickname,
}

/// Returns the parts of a full name by which its bearer may be found beside the first and the last.
pub(super) fn further_parts<'f>(
    text: &str,
    parts: &'f [String],
    lexicon: &Lexicon,
) -> Vec<&'f String> {
    let [_, middle @ .., _] = parts else {
        return Vec::new();
    };
    let is_one =
        |part: &&String| is_patronymic(part) || of_text(text, parts, part, lexicon).is_some();
    middle.iter().filter(is_one).collect()
}

/// Tells how a single part calls the bearer of a full name.
pub(super) fn further(form: &LocalForm, part: &str, lexicon: &Lexicon) -> Option<Further> {
    of_text(&form.text, &form.parts, part, lexicon)
}

fn of_text(text: &str, parts: &[String], part: &str, lexicon: &Lexicon) -> Option<Further> {
    let is_quoted = |piece: &str| {
        piece.starts_with(['"', '“', '‘', '\'', '«']) && analysis::fold(piece) == part
    };
    if text.split_whitespace().skip(1).any(is_quoted) {
        return Some(Further::Nickname);
    }
    let [.., before_last, _] = parts else {
        return None;
    };

    let has_article = || text.split([' ', '-']).any(is_article);
    let may_be_family = parts.len() > 2
        && before_last == part
        && part.chars().count() > 2
        && !lexicon.is_given(part)
        && !part.starts_with("bin")
        && !is_patronymic(part)
        && !has_article()
        && !super::spelling::is_family_first(&parts[0]);
    may_be_family.then_some(Further::Family)
}

/// Tells whether a part is a Russian patronymic.
pub(in super::super) fn is_patronymic(part: &str) -> bool {
    part.len() > 5
        && ["ovich", "evich", "yich", "ovna", "evna", "ichna"]
            .iter()
            .any(|end| part.ends_with(end))
}
