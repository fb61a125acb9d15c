//! The choices of the tables of words.

use super::{Control, choices};
use crate::state::{Library, ViewState};
use crate::wording;

/// A corpus of more documents offers no list of all of them to choose from.
const CHOICES_LIMIT: usize = 200;

/// Returns the choices of the list that a state shows, whether there is a table or not.
pub(super) fn controls(state: &ViewState, library: &Library) -> Vec<Control> {
    let mut controls = vec![list_control(state)];
    let find = |label: &'static str| text_control("find", label, state);
    match state.option("list") {
        "keyness" => {
            if library.corpus.documents.len() <= CHOICES_LIMIT {
                controls.push(side_control(
                    "a",
                    &wording::WORDS_OF,
                    wording::THE_LENS,
                    state,
                    library,
                ));
                controls.push(side_control(
                    "against",
                    &wording::AGAINST,
                    wording::THE_REST,
                    state,
                    library,
                ));
            }
            controls.push(number_control("least", &wording::LEAST, 3, 1..=10, state));
        }
        "ngrams" => {
            controls.push(number_control(
                "length",
                &wording::NGRAM_LENGTH,
                3,
                1..=6,
                state,
            ));
            controls.push(number_control("least", &wording::LEAST, 2, 1..=10, state));
            controls.push(find(&wording::CONTAINING));
        }
        "collocates" => {
            controls.push(find(&wording::NEAR));
            controls.push(number_control("window", &wording::WINDOW, 5, 1..=10, state));
            controls.push(number_control("least", &wording::LEAST, 3, 1..=10, state));
        }
        "dispersion" => controls.push(find(&wording::NEAR)),
        _ => {
            let (kinds, shares) = (
                choices(&wording::WORD_KINDS),
                choices(&wording::WORD_SHARES),
            );
            controls.push(Control::of("kind", &wording::COUNT_AS, kinds, state));
            controls.push(Control::of("show", &wording::SHOW, shares, state));
            controls.push(find(&wording::FIND_WORD));
        }
    }
    controls
}

/// Offers what key words are of, or against: `first`, or one document.
fn side_control(
    key: &'static str,
    label: &'static str,
    first: wording::Wording,
    state: &ViewState,
    library: &Library,
) -> Control {
    let mut sides = choices(&[("", first)]);
    for document in &library.corpus.documents {
        sides.push((document.id.clone(), document.title.clone()));
    }
    Control::of(key, label, sides, state)
}

fn list_control(state: &ViewState) -> Control {
    Control::of("list", &wording::LIST, choices(&wording::WORD_LISTS), state)
}

fn text_control(key: &'static str, label: &'static str, state: &ViewState) -> Control {
    Control::of(key, label, Vec::new(), state)
}

fn number_control(
    key: &'static str,
    label: &'static str,
    usual: u32,
    range: std::ops::RangeInclusive<u32>,
    state: &ViewState,
) -> Control {
    let mut choices = vec![(String::new(), usual.to_string())];
    for n in range {
        if n != usual {
            choices.push((n.to_string(), n.to_string()));
        }
    }
    Control::of(key, label, choices, state)
}
