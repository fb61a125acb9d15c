//! What sites put over or between their texts: questions about cookies, and labels of advertisements.

use ego_tree::{NodeId, NodeRef};
use scraper::Html;
use scraper::node::Node;

use super::article::text_below;
use crate::writer::collapsed;

/// A box with more letters holds more than a question about cookies.
const LONGEST_LETTERS: usize = 1500;
/// A button stands at most so deep inside of its box.
const DEEPEST: usize = 6;

/// Returns the elements that ask about cookies or only say that an advertisement follows. `n_letters` counts the
/// letters below a node.
///
/// Cost: linear in the page, and for each button in its box.
pub(super) fn of(page: &Html, n_letters: &dyn Fn(NodeId) -> usize) -> Vec<NodeId> {
    let mut found = Vec::new();
    for node in page.tree.nodes() {
        let Some(element) = node.value().as_element() else {
            continue;
        };
        match element.name() {
            "button" | "a" | "input" if is_consent(&label(&node)) => {
                found.extend(box_of(&node, n_letters));
            }
            "div" | "p" | "span" | "section" | "small" | "li"
                if (2..=16).contains(&n_letters(node.id())) && is_advertisement(&label(&node)) =>
            {
                found.push(node.id());
            }
            _ => {}
        }
    }
    found
}

/// Returns the smallest box around a button that speaks of cookies.
fn box_of(button: &NodeRef<'_, Node>, n_letters: &dyn Fn(NodeId) -> usize) -> Option<NodeId> {
    button
        .ancestors()
        .take(DEEPEST)
        .take_while(|node| n_letters(node.id()) <= LONGEST_LETTERS)
        .find(|node| {
            let is_box = node.value().as_element().is_some_and(|element| {
                matches!(
                    element.name(),
                    "div" | "section" | "aside" | "form" | "footer"
                )
            });
            is_box && text_below(node).to_lowercase().contains("cookie")
        })
        .map(|node| node.id())
}

fn label(node: &NodeRef<'_, Node>) -> String {
    let value = node
        .value()
        .as_element()
        .and_then(|element| element.attr("value"));
    let text = collapsed(&text_below(node));
    let text = if text.is_empty() {
        collapsed(value.unwrap_or(""))
    } else {
        text
    };
    text.to_lowercase()
}

/// Tells whether a button agrees to something.
fn is_consent(label: &str) -> bool {
    const AGREEING: &str = " accept agree allow ok okay akzeptieren zustimmen annehmen accepter autoriser aceptar \
        acepto accetta aceitar akkoord accepteren принять согласен قبول موافق ";
    let is_agreeing = |word: &str| AGREEING.split_ascii_whitespace().any(|known| known == word);
    label.len() <= 60 && label.split(|c: char| !c.is_alphanumeric()).any(is_agreeing)
}

fn is_advertisement(label: &str) -> bool {
    const LABELS: [&str; 8] = [
        "advertisement",
        "advertising",
        "anzeige",
        "werbung",
        "publicité",
        "publicidad",
        "реклама",
        "إعلان",
    ];
    LABELS.contains(&label)
}
