//! People, places and organisations that the texts name, among the filters; and what a chosen filter is called.

use crate::markup::{Element, Node, amend, element, link, styled, worded};
use crate::state::{Library, Place, View};
use crate::wording;
use protocol::FacetRecord;
use vademecum_page::views::{Screen, chip_called, filter_value, narrowing};

/// Names of one kind that are offered before the reader looks for one.
const OFFERED: usize = 6;
/// Names of one kind that are shown at most when the reader does.
const FOUND: usize = 40;

/// Adds the names in the texts that answer to the filters.
pub fn add_names(screen: &Screen, content: &mut [Node]) {
    let facets = screen.answer.record.facets.iter();
    let groups: Vec<Node> = facets
        .filter(|facet| facet.mentioned)
        .map(|facet| group(facet, screen.needle(&facet.field)).into())
        .collect();
    if groups.is_empty() {
        return;
    }
    let all = screen.state.at(Place::View(View::Names)).to_fragment();
    let mut names = Some(
        element("details")
            .with("data-key", "named")
            .with("aria-label", &wording::NAMED)
            .when(screen.is_wide, "open")
            .child(worded("summary", &wording::NAMED))
            .children(groups)
            .child(worded("p", "").child(link(&all, &wording::ALL_NAMES))),
    );
    amend(content, "filters", &mut |column| {
        let Some(names) = names.take() else {
            return column;
        };
        // A column without other filters is hidden, and holds nothing but its heading.
        let is_hidden = column.attribute("hidden").is_some();
        let column = if is_hidden {
            styled("section", "filters").with("aria-label", &wording::FILTERS)
        } else {
            column
        };
        column.child(names)
    });
}

fn group(facet: &FacetRecord, needle: &str) -> Element {
    let mut fieldset = element("fieldset")
        .with("data-key", &facet.field)
        .child(worded("legend", &wording::kind_of_names(&facet.field)));
    if facet.values.len() > OFFERED {
        fieldset = fieldset.child(narrowing(&facet.field, &wording::FIND_NAME, needle));
    }
    let wanted = needle.to_lowercase();
    let n_most = if wanted.is_empty() { OFFERED } else { FOUND };
    let mut list = element("ul").with("data-key", "");
    let mut n_shown = 0;
    for value in &facet.values {
        let is_found = n_shown < n_most && value.value.to_lowercase().contains(&wanted);
        n_shown += usize::from(is_found);
        // What is chosen can always be taken back.
        if is_found || value.chosen {
            list = list.child(filter_value(&facet.field, value));
        }
    }
    fieldset.child(list)
}

/// Calls the chosen filters what a reader calls them: a document by its title, a kind of names in their language.
pub fn call_chips(screen: &Screen, library: &Library, content: &mut [Node]) {
    let filters = screen.state.filters.iter();
    let mut chosen = filters.flat_map(|filter| {
        let named = move |value: &String| (filter.field.clone(), value.clone());
        filter.values.iter().map(named)
    });
    amend(content, "chip", &mut |chip| match chosen.next() {
        Some((field, value)) => {
            let name = wording::filter_name(&field);
            let shown = wording::filter_value(&field, &value, library);
            chip_called(&field, &value, &name, &shown)
        }
        None => chip,
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::to_html;
    use crate::state::ViewState;
    use protocol::FacetValueRecord;
    use std::sync::Arc;
    use vademecum_page::views::{self, Answer, chips};

    /// A screen whose answer names people, the last of them chosen.
    fn screen(n_people: usize) -> Screen {
        let person = |i: usize| FacetValueRecord {
            value: format!("Ada {i}"),
            count: n_people - i,
            chosen: i + 1 == n_people,
        };
        let mut answer = Answer::default();
        answer.record.facets = vec![FacetRecord {
            field: "person".into(),
            values: (0..n_people).map(person).collect(),
            mentioned: true,
        }];
        Screen {
            answer: Arc::new(answer),
            ..Screen::default()
        }
    }

    fn shown(screen: &Screen) -> String {
        let mut content = views::content(screen, &Library::default());
        add_names(screen, &mut content);
        to_html(&content)
    }

    #[test]
    fn names_are_offered_where_nothing_else_filters() {
        let html = shown(&screen(2));
        assert!(html.contains("<legend>People</legend>"), "{html}");
        assert!(html.contains("aria-label=\"Ada 0, 2 documents\""), "{html}");
        assert!(
            !html.contains("class=\"filters\" aria-label=\"Filters\" hidden"),
            "{html}"
        );
        assert!(!html.contains("Find a name"), "{html}");
    }

    #[test]
    fn of_many_names_the_first_are_offered_and_the_chosen_ones() {
        let html = shown(&screen(30));
        assert_eq!(
            html.matches("data-field=\"person\"").count(),
            OFFERED + 1,
            "{html}"
        );
        assert!(html.contains("Ada 29, 1 document"), "{html}");
        let mut narrowed = screen(30);
        narrowed.needles = vec![("person".into(), "ada 2".into())];
        let html = shown(&narrowed);
        assert_eq!(
            html.matches("data-field=\"person\"").count(),
            11,
            "2, 20 to 29: {html}"
        );
    }

    #[test]
    fn a_chosen_document_is_called_by_its_title() {
        let library = Library::new(protocol::CorpusRecord {
            documents: vec![protocol::SummaryRecord {
                id: "d1".into(),
                title: "The night".into(),
                ..protocol::SummaryRecord::default()
            }],
            ..protocol::CorpusRecord::default()
        });
        let state = ViewState::filtered_by("doc", "d1").toggled("org", "Kessler AG");
        let mut content = vec![chips(&state).into()];
        let screen = Screen {
            state,
            ..Screen::default()
        };
        call_chips(&screen, &library, &mut content);
        let html = to_html(&content);
        assert!(html.contains("Remove filter Document The night"), "{html}");
        assert!(
            html.contains("Remove filter Organisation Kessler AG"),
            "{html}"
        );
        assert!(html.contains("data-value=\"d1\""), "{html}");
    }
}
