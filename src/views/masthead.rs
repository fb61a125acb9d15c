//! What stands above and below every view.

use super::{Screen, button, sign};
use crate::markup::{Element, Node, element, link, styled, worded};
use crate::state::{Library, Place, QUERY_LIMIT, View, ViewState};
use crate::wording;

/// Returns the masthead: title, about, colours, search box.
#[must_use]
pub fn masthead(screen: &Screen, library: &Library) -> Vec<Node> {
    let skip = link("#content", &wording::SKIP_TO_CONTENT);
    let home = link(&ViewState::default().to_fragment(), &library.corpus.title);
    let about = screen.state.at(Place::About).to_fragment();
    let nav = element("nav")
        .child(link(&about, &wording::ABOUT))
        .child(button("theme", "theme").text(wording::theme(screen.theme)))
        .child(
            button("theme", "interface")
                .with("data-further", "")
                .with("lang", &wording::OTHER_INTERFACE_TAG)
                .text(&wording::OTHER_INTERFACE),
        );
    let line = styled("div", "masthead-line")
        .child(home.with("class", "site").with("dir", "auto"))
        .child(nav);
    vec![
        skip.with("class", "skip").with("data-do", "skip").into(),
        line.into(),
        search_box(&screen.state.query),
        views(&screen.state).into(),
    ]
}

/// Returns the ways to the views of the same lens.
fn views(state: &ViewState) -> Element {
    let mut list = element("ul");
    let is_search = matches!(state.place, Place::Search);
    list = list.child(way(state, Place::Search, &wording::SEARCH_VIEW, is_search));
    for (view, _) in View::ALL {
        let place = Place::View(view);
        let is_here = state.place == place;
        list = list.child(way(state, place, wording::view(view), is_here));
    }
    styled("nav", "views")
        .with("aria-label", &wording::VIEWS)
        .child(list)
}

fn way(state: &ViewState, place: Place, name: &str, is_here: bool) -> Element {
    let way = link(&state.at(place).to_fragment(), name);
    element("li").child(if is_here {
        way.with("aria-current", "page")
    } else {
        way
    })
}

/// Returns the labelled search field with its button to empty it.
fn search_box(query: &str) -> Node {
    let mut input = element("input");
    for (name, value) in [
        ("id", "query"),
        ("type", "search"),
        ("name", "q"),
        ("dir", "auto"),
        ("autocomplete", "off"),
        ("autocapitalize", "off"),
        ("spellcheck", "false"),
        ("enterkeyhint", "search"),
        ("placeholder", &wording::SEARCH_EXAMPLE),
        ("maxlength", &QUERY_LIMIT.to_string()),
        ("value", query),
    ] {
        input = input.with(name, value);
    }
    let clear = button("clear", "clear")
        .with("aria-label", &wording::CLEAR_SEARCH)
        .with("title", &wording::CLEAR_SEARCH)
        .when(query.is_empty(), "hidden")
        .child(sign("×"));
    let label = element("label").with("for", "query").text(&wording::SEARCH);
    styled("form", "search")
        .with("role", "search")
        .child(label)
        .child(styled("span", "field").child(input).child(clear))
        .into()
}

/// Returns the foot: the promise, and which texts these are.
#[must_use]
pub fn foot(library: &Library) -> Vec<Node> {
    let corpus = &library.corpus;
    let facts = worded("p", &wording::n_documents(corpus.documents.len()))
        .text(" · ")
        .text(&wording::n_words(corpus.n_words as usize))
        .text(" · ")
        .child(worded("code", &corpus.version));
    vec![worded("p", &wording::PRIVACY).into(), facts.into()]
}
