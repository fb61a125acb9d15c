//! Stems: what the inflections of a word share.
//!
//! The index holds words as written; a stem is an *expansion*: all terms of the dictionary with the stem
//! of the word asked for. So two things are needed: the stem of a term, and where in the sorted
//! dictionary the terms with a given stem stand ([`variant_prefixes`]).
//!
//! Every stemmer works on folded terms, on both sides. English is Porter's second algorithm; Arabic is
//! the "light10" of Larkey, Ballesteros and Connell (2007); French, German and Spanish are light ones of
//! our own that only take endings off, because the published rules ask for the accents that folding
//! removed.

mod arabic;
mod endings;
mod english;

use crate::Language;
use std::borrow::Cow;

/// Returns the stem of a folded term: never empty, and the term itself where no rule applies.
///
/// Cost: linear in the length of the term; allocates only where the stem is not a part of the term.
///
/// # Example
///
/// ```
/// use analysis::{Language, stem};
/// assert_eq!(stem("betrayal", Language::English), stem("betrayals", Language::English));
/// assert_eq!(stem("الجيش", Language::Arabic), "جيش");
/// ```
#[must_use]
pub fn stem(term: &str, language: Language) -> Cow<'_, str> {
    match language {
        Language::English => english::stem(term),
        Language::French => Cow::Borrowed(endings::stem(term, &endings::FRENCH)),
        Language::German => Cow::Borrowed(endings::stem(term, &endings::GERMAN)),
        Language::Spanish => Cow::Borrowed(endings::stem(term, &endings::SPANISH)),
        Language::Arabic => Cow::Borrowed(arabic::stem(term)),
        Language::Other => Cow::Borrowed(term),
    }
}

/// Calls `emit` with prefixes such that every term whose stem is `stem` starts with one of them.
///
/// Walk the dictionary below each prefix and keep the terms whose [`stem`] is `stem`. A prefix may lie
/// below another one, so that a term may be met twice. A stem that no term has gives prefixes all the
/// same.
///
/// # Example
///
/// ```
/// use analysis::{Language, stem, variant_prefixes};
/// let wanted = stem("happiness", Language::English);
/// let mut prefixes = Vec::new();
/// variant_prefixes(&wanted, Language::English, &mut |prefix| prefixes.push(prefix.to_owned()));
/// assert_eq!((&*wanted, prefixes), ("happi", vec!["happ".to_owned()]));
/// ```
pub fn variant_prefixes(stem: &str, language: Language, emit: &mut dyn FnMut(&str)) {
    match language {
        Language::English => {
            emit(stem.get(..english::prefix_len(stem)).unwrap_or(stem));
            for (form, of) in english::IRREGULAR {
                if of == stem {
                    emit(form);
                }
            }
        }
        Language::Arabic => arabic::variant_prefixes(stem, emit),
        Language::French | Language::German | Language::Spanish | Language::Other => emit(stem),
    }
}

/// Returns how many bytes of `stem` every *regular* term with this stem starts with.
///
/// [`variant_prefixes`] is the whole answer: it adds the irregular forms of English (`dying` for `die`),
/// and prefixes for Arabic, whose articles and conjunctions stand before the stem; the length here is 0
/// for a stem of Arabic letters.
#[must_use]
pub fn stem_prefix_len(stem: &str, language: Language) -> usize {
    match language {
        Language::English => english::prefix_len(stem),
        Language::Arabic if arabic::is_arabic(stem) => 0,
        _ => stem.len(),
    }
}

#[cfg(test)]
mod tests;
