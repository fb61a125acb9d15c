//! The list below the search box: a combobox with a list of proposals (ARIA Authoring Practices, pattern
//! "Editable combobox with list autocomplete").

use super::past::Past;
use super::wording;
use crate::markup::{Element, Node, element, styled};
use protocol::{SuggestRecord, SuggestionRecord};

/// Id of the list.
pub const LIST: &str = "suggestions";
/// Past searches above the other proposals.
const MOST_PAST: usize = 2;
/// Past searches below an empty box.
const MOST_PAST_ALONE: usize = 8;

/// One proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposal {
    /// Something that the texts hold.
    Found(SuggestionRecord),
    /// A search that was made before.
    Past(String),
    /// Forgets past searches.
    Forget,
}

/// What the list holds, and where in it the reader is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposals {
    /// What was in the box.
    text: String,
    /// Bytes of it before the cursor.
    cursor: usize,
    /// Proposals in order; empty while the list is closed.
    pub list: Vec<Proposal>,
    /// The one that the reader is at.
    pub active: Option<usize>,
}

/// What taking a proposal does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// The box holds another text, with the cursor behind so many bytes.
    Text(String, usize),
    /// A document is opened.
    Document(String),
    /// Past searches are forgotten.
    Forget,
}

impl Proposals {
    /// Returns the proposals for a text with the cursor behind so many bytes.
    #[must_use]
    pub fn new(text: &str, cursor: usize, found: &SuggestRecord, past: &Past) -> Self {
        let is_empty = text.trim().is_empty();
        let n_past = if is_empty { MOST_PAST_ALONE } else { MOST_PAST };
        let past = past.beginning(text, n_past).into_iter();
        let mut list: Vec<Proposal> = past.map(|query| Proposal::Past(query.to_owned())).collect();
        if is_empty && !list.is_empty() {
            list.push(Proposal::Forget);
        }
        list.extend(found.suggestions.iter().cloned().map(Proposal::Found));
        Self {
            text: text.to_owned(),
            cursor,
            list,
            active: None,
        }
    }

    /// Moves to the next or the previous proposal; behind the last and before the first is the box itself.
    pub fn step(&mut self, by: isize) {
        let n = self.list.len() as isize;
        let at = self.active.map_or(-1, |at| at as isize);
        let next = (at + 1 + by).rem_euclid(n + 1) - 1;
        self.active = usize::try_from(next).ok();
    }

    /// Returns what taking a proposal does; nothing where there is none.
    #[must_use]
    pub fn taken(&self, at: usize) -> Option<Taken> {
        Some(match self.list.get(at)? {
            Proposal::Forget => Taken::Forget,
            Proposal::Past(query) => Taken::Text(query.clone(), query.len()),
            Proposal::Found(found) if found.kind == "title" => Taken::Document(found.id.clone()),
            Proposal::Found(found) => {
                let before = self.text.get(..found.start)?;
                let after = self.text.get(self.cursor..)?;
                let text = [before, &found.insert, after].concat();
                Taken::Text(text, before.len() + found.insert.len())
            }
        })
    }

    /// Makes the search box a combobox and puts the list below it.
    pub fn dress(&self, masthead: &mut [Node]) {
        let is_open = !self.list.is_empty();
        let active = self.active.map(option_id);
        for node in masthead {
            let Node::Element(element) = node else {
                continue;
            };
            element.change("id", "query", &mut |input| {
                input.set("type", "text");
                input.set("role", "combobox");
                input.set("aria-autocomplete", "list");
                input.set("aria-expanded", if is_open { "true" } else { "false" });
                input.set("aria-controls", LIST);
                if let Some(active) = &active {
                    input.set("aria-activedescendant", active);
                }
            });
            element.change("role", "search", &mut |form| {
                form.add(self.listbox());
                let told = if is_open {
                    wording::n_proposals(self.list.len())
                } else {
                    String::new()
                };
                form.add(
                    styled("span", "unseen")
                        .with("aria-live", "polite")
                        .text(&told),
                );
            });
        }
    }

    fn listbox(&self) -> Element {
        let mut list = styled("ul", "suggestions")
            .with("id", LIST)
            .with("role", "listbox")
            .with("aria-label", &wording::PROPOSALS)
            .when(self.list.is_empty(), "hidden");
        for (at, proposal) in self.list.iter().enumerate() {
            let is_active = self.active == Some(at);
            let option = styled("li", if is_active { "option active" } else { "option" })
                .with("id", &option_id(at))
                .with("role", "option")
                .with("aria-selected", if is_active { "true" } else { "false" })
                .with("data-do", "proposal")
                .with("data-value", &at.to_string());
            list = list.child(shown(option, proposal));
        }
        list
    }
}

fn option_id(at: usize) -> String {
    ["suggestion-", &at.to_string()].concat()
}

fn shown(option: Element, proposal: &Proposal) -> Element {
    let (text, remark) = match proposal {
        Proposal::Forget => return option.text(&wording::FORGET),
        Proposal::Past(query) => (query, wording::PAST_SEARCH.to_string()),
        Proposal::Found(found) => {
            let remark = match found.kind.as_str() {
                "title" => wording::DOCUMENT.to_string(),
                "name" => wording::named(found.documents as usize),
                "phrase" => wording::phrase(found.documents as usize),
                _ => crate::wording::n_documents(found.documents as usize),
            };
            (&found.text, remark)
        }
    };
    option
        .child(element("bdi").text(&crate::text::shown(text)))
        .text(" ")
        .child(styled("span", "remark").text(&remark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::to_html;

    fn found(kind: &str, insert: &str, start: usize) -> SuggestionRecord {
        SuggestionRecord {
            kind: kind.into(),
            text: insert.into(),
            insert: insert.into(),
            start,
            documents: 3,
            id: "road".into(),
        }
    }

    fn proposals() -> Proposals {
        let record = SuggestRecord {
            suggestions: vec![found("word", "Damascus", 5), found("title", "", 5)],
        };
        Proposals::new(
            "tank da OR",
            7,
            &record,
            &Past::of_text("tank da OR homs\nother"),
        )
    }

    #[test]
    fn a_taken_word_replaces_what_was_begun_and_leaves_the_rest() {
        let list = proposals();
        assert_eq!(
            list.taken(0),
            Some(Taken::Text("tank da OR homs".into(), 15))
        );
        assert_eq!(
            list.taken(1),
            Some(Taken::Text("tank Damascus OR".into(), 13))
        );
        assert_eq!(list.taken(2), Some(Taken::Document("road".into())));
        assert_eq!(list.taken(3), None);
    }

    #[test]
    fn arrows_go_round_through_the_box() {
        let mut list = proposals();
        let mut seen = Vec::new();
        for by in [1, 1, 1, 1, -1, -1] {
            list.step(by);
            seen.push(list.active);
        }
        assert_eq!(seen, [Some(0), Some(1), Some(2), None, Some(2), Some(1)]);
    }

    #[test]
    fn the_box_says_whether_the_list_is_open_and_where_one_is() {
        let mut list = proposals();
        list.step(1);
        let input = element("input").with("id", "query").with("type", "search");
        let form = element("form").with("role", "search").child(input);
        let mut masthead = vec![form.clone().into()];
        list.dress(&mut masthead);
        let html = to_html(&masthead);
        assert!(html.contains("aria-expanded=\"true\""), "{html}");
        assert!(
            html.contains("aria-activedescendant=\"suggestion-0\""),
            "{html}"
        );
        assert_eq!(html.matches("role=\"option\"").count(), 3, "{html}");
        let mut closed = vec![form.into()];
        Proposals::default().dress(&mut closed);
        let html = to_html(&closed);
        assert!(
            html.contains("aria-expanded=\"false\"") && html.contains("hidden"),
            "{html}"
        );
    }

    #[test]
    fn an_empty_box_offers_past_searches_and_to_forget_them() {
        let list = Proposals::new("", 0, &SuggestRecord::default(), &Past::of_text("homs"));
        assert_eq!(list.list, [Proposal::Past("homs".into()), Proposal::Forget]);
        let none = Proposals::new("", 0, &SuggestRecord::default(), &Past::default());
        assert!(none.list.is_empty());
    }
}
