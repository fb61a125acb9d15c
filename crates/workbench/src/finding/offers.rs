//! Words typed one after another that stand together in the texts: as a name, as a phrase.

use super::wording;
use crate::markup::{Element, link, styled};
use crate::state::ViewState;
use protocol::{SuggestRecord, SuggestionRecord};

/// Names that are offered for the same words.
const MOST_NAMES: usize = 2;

/// Whether a query is two words or more and nothing else, so that it may have been meant as one.
#[must_use]
pub fn is_plain(query: &str) -> bool {
    let mut n_words = 0;
    for word in query.split_whitespace() {
        let is_operator = ["AND", "OR", "NOT"].contains(&word) || word.starts_with(['-', '+']);
        let has_sign = |c: char| !(c.is_alphanumeric() || "-'’‘ʿʾ.".contains(c));
        if is_operator || word.contains(has_sign) {
            return false;
        }
        n_words += 1;
    }
    (2..=6).contains(&n_words)
}

/// Returns those of the suggestions for a whole query that take all of its words together: names that have them,
/// then the first phrase.
#[must_use]
pub fn offers(query: &str, found: &SuggestRecord) -> Vec<SuggestionRecord> {
    let begins = query.len() - query.trim_start().len();
    let of_kind = |kind: &'static str| {
        let found = found.suggestions.iter();
        found.filter(move |one| {
            one.kind == kind
                && one.start == begins
                && one.documents > 0
                && has_all(&one.text, query)
        })
    };
    let names = of_kind("name").take(MOST_NAMES);
    names.chain(of_kind("phrase").take(1)).cloned().collect()
}

/// Whether every word of a query is a whole word of a text, or a part between its hyphens.
fn has_all(text: &str, query: &str) -> bool {
    let bare = |word: &str| -> String {
        let letters = word.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let words: Vec<String> = text.split_whitespace().map(bare).collect();
    let parts: Vec<String> = text.split([' ', '-']).map(bare).collect();
    let mut asked = query.split_whitespace().map(bare);
    asked.all(|word| words.contains(&word) || parts.contains(&word))
}

/// Returns the line that leads to them.
#[must_use]
pub fn line(offers: &[SuggestionRecord], state: &ViewState) -> Element {
    let mut line = styled("p", "offers");
    for (at, offer) in offers.iter().enumerate() {
        let label = if offer.kind == "name" {
            &wording::AS_A_NAME
        } else {
            &wording::AS_A_PHRASE
        };
        let address = state.with_query(&offer.insert).to_fragment();
        line = line
            .text(if at > 0 { " · " } else { "" })
            .child(styled("span", "label").text(label))
            .text(" ")
            .child(link(&address, &offer.text).with("dir", "auto"))
            .text(" ")
            .child(
                styled("span", "count")
                    .text(&crate::wording::n_documents(offer.documents as usize)),
            );
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::to_html;

    fn found(kind: &str, text: &str, start: usize) -> SuggestionRecord {
        SuggestionRecord {
            kind: kind.into(),
            text: text.into(),
            insert: [kind, ":", text].concat(),
            start,
            documents: 3,
            id: String::new(),
        }
    }

    #[test]
    fn only_words_alone_are_offered_together() {
        for (query, plain) in [
            ("maher al-assad", true),
            ("D'Arcy Smith", true),
            ("homs", false),
            ("homs -hama", false),
            ("homs OR hama", false),
            ("\"a b\"", false),
            ("tag:a b", false),
            ("dam* homs", false),
        ] {
            assert_eq!(is_plain(query), plain, "{query}");
        }
    }

    #[test]
    fn a_name_is_offered_that_has_every_word_and_a_phrase_of_all_of_them() {
        let record = SuggestRecord {
            suggestions: vec![
                found("name", "Maher al-Assad", 0),
                found("name", "Bashar al-Assad", 6),
                found("name", "Maher al-Assadi", 0),
                found("phrase", "Maher al-Assad", 0),
                found("word", "al-Assad", 6),
            ],
        };
        let query = "maher al-assad";
        let offered = offers(query, &record);
        let kinds: Vec<&str> = offered.iter().map(|one| &*one.kind).collect();
        assert_eq!(kinds, ["name", "phrase"]);
        assert_eq!(offers("maher assad", &record).len(), 2);
        let html = to_html(&[line(&offered, &ViewState::default().with_query(query)).into()]);
        assert!(
            html.contains("As a name:") && html.contains("As a phrase:"),
            "{html}"
        );
        assert!(
            html.contains("#/search?q=name%3AMaher%20al-Assad"),
            "{html}"
        );
    }
}
