//! Offices and bodies that every state has: which names mean one, and whose a name without a state is.
//!
//! "The Ministry of Defence" is the Syrian one where a text names that one alone. Over a collection that knows those of
//! several states it may mean any of them.

use super::lexicon::{Lexicon, class, hash_word};

/// What may stand behind or before "of": "Ministry of Defence", "Defence Ministry".
const HEADS: [&str; 2] = ["ministry", "department"];

/// Bodies of which a state has one, and whose name alone tells no state.
const OF_A_STATE: [&str; 10] = [
    "ministry",
    "department",
    "parliament",
    "army",
    "navy",
    "police",
    "court",
    "bank",
    "assembly",
    "embassy",
];

/// Returns the parts of an organisation's name in one order and one spelling: `syrian defence ministry`.
pub(super) fn ordered(parts: &[String]) -> Vec<&str> {
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| match part.as_str() {
            "defense" => "defence",
            "labor" => "labour",
            part => part,
        })
        .collect();
    // "Of" and articles are no parts.
    match parts.iter().position(|part| HEADS.contains(part)) {
        Some(head) => [&parts[..head], &parts[head + 1..], &parts[head..=head]].concat(),
        None => parts,
    }
}

/// Returns the state that a name begins or ends with, and the rest of it, of two words at least.
pub(super) fn state_and_body(parts: &[String], lexicon: &Lexicon) -> Option<(String, String)> {
    let is = |part: &str, wanted: u64| lexicon.class(hash_word(part)) & wanted != 0;
    let (state, body) = match parts {
        [body @ .., state] if is(state, class::PLACE) => (state, body),
        [state, body @ ..] if is(state, class::PEOPLE | class::PLACE) => (state, body),
        _ => return None,
    };
    (body.len() >= 2).then(|| (state.clone(), ordered(body).join(" ")))
}

/// Tells whether a name alone may be that of many states' bodies.
pub(super) fn is_of_any_state(parts: &[String]) -> bool {
    parts.len() >= 2 && parts.iter().any(|part| OF_A_STATE.contains(&part.as_str()))
}

#[cfg(test)]
mod tests {
    use super::super::spelling;
    use super::*;

    #[test]
    fn a_ministry_is_one_in_either_order_and_its_state_is_told() {
        let lexicon = Lexicon::new();
        let told = |name: &str| state_and_body(&spelling::parts(name), &lexicon);
        let syrian = Some(("syrian".to_owned(), "defence ministry".to_owned()));
        assert_eq!(told("Syrian Ministry of Defence"), syrian);
        assert_eq!(told("Syrian Defense Ministry"), syrian);
        assert_eq!(
            told("Central Bank of Iraq"),
            Some(("iraq".to_owned(), "central bank".to_owned()))
        );
        assert_eq!(
            told("Ministry of Defence of Turkey").map(|(_, body)| body),
            Some("defence ministry".to_owned())
        );
        assert_eq!(told("Ministry of Defence"), None);
        assert_eq!(told("Free Syrian Army"), None);
    }
}
