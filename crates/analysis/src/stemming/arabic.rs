//! Light stemming of Arabic ("light10"): articles and conjunctions before, endings after.
//!
//! Source: Larkey, Ballesteros and Connell, "Light stemming for Arabic information retrieval" (2007).
//! Folding has already made ة into ه and ى into ي.

/// The conjunction "and".
const AND: char = 'و';
/// Articles, alone and with a preposition.
const ARTICLES: [&str; 6] = ["وال", "بال", "كال", "فال", "ال", "لل"];
/// Endings in the order in which they come off.
const ENDINGS: [&str; 8] = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

/// Tells whether `term` is written in Arabic letters only.
pub(super) fn is_arabic(term: &str) -> bool {
    !term.is_empty()
        && term
            .chars()
            .all(|c| matches!(c, '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}'))
}

/// Returns the stem: a part of `term` with at least two letters, or the term itself.
pub(super) fn stem(term: &str) -> &str {
    if !is_arabic(term) {
        return term;
    }
    let mut rest = term
        .strip_prefix(AND)
        .filter(|rest| has_letters(rest, 3))
        .unwrap_or(term);
    rest = ARTICLES
        .iter()
        .find_map(|article| {
            rest.strip_prefix(article)
                .filter(|rest| has_letters(rest, 2))
        })
        .unwrap_or(rest);
    for ending in ENDINGS {
        rest = rest
            .strip_suffix(ending)
            .filter(|rest| has_letters(rest, 2))
            .unwrap_or(rest);
    }
    rest
}

/// Emits the stem behind everything that [`stem`] takes off the beginning.
pub(super) fn variant_prefixes(stem: &str, emit: &mut dyn FnMut(&str)) {
    emit(stem);
    if !is_arabic(stem) {
        return;
    }
    let mut prefix = String::new();
    for and in ["", "و"] {
        for article in [""].into_iter().chain(ARTICLES) {
            prefix.clear();
            prefix.push_str(and);
            prefix.push_str(article);
            prefix.push_str(stem);
            if prefix.len() > stem.len() {
                emit(&prefix);
            }
        }
    }
}

fn has_letters(text: &str, least: usize) -> bool {
    text.chars().nth(least - 1).is_some()
}
