//! What the corpus is and how to search it.

use super::{App, tree};
use crate::markup::{Node, element, link, styled};
use crate::reading::{byline, direction};
use crate::state::{Library, ViewState};
use crate::wording;
use leptos::prelude::*;

/// Returns the view.
pub(super) fn about(app: App) -> AnyView {
    let content = move || app.library.with_value(|library| page(library));
    tree(
        "page about",
        Box::new(content),
        Box::new(move || app.land()),
    )
}

fn page(library: &Library) -> Vec<Node> {
    let corpus = &library.corpus;
    let mut facts = element("dl");
    for (name, value) in [
        (wording::DOCUMENTS, wording::number(corpus.documents.len())),
        (wording::WORDS, wording::number(corpus.n_words as usize)),
        (
            wording::DIFFERENT_WORDS,
            wording::number(corpus.n_terms as usize),
        ),
        (wording::VERSION, corpus.version.clone()),
    ] {
        facts = facts.child(
            element("div")
                .child(element("dt").text(name))
                .child(element("dd").text(&value)),
        );
    }
    vec![
        element("h1").with("dir", "auto").text(&corpus.title).into(),
        element("p")
            .text(wording::ABOUT_PAGE)
            .text(" ")
            .text(wording::PRIVACY)
            .into(),
        facts.into(),
        element("h2").text(wording::HOW_TO_SEARCH).into(),
        syntax(),
        element("p").text(wording::ABOUT_SPELLING).into(),
        element("h2").text(wording::DOCUMENTS).into(),
        documents(library),
    ]
}

fn syntax() -> Node {
    let rows = wording::SYNTAX.map(|(form, meaning)| {
        let address = ViewState::default().with_query(form).to_fragment();
        let form = element("td").child(link(&address, "").child(element("code").text(form)));
        element("tr")
            .child(form)
            .child(element("td").text(meaning))
            .into()
    });
    styled("table", "syntax")
        .child(element("tbody").children(rows))
        .into()
}

fn documents(library: &Library) -> Node {
    let items = library.corpus.documents.iter().map(|document| {
        let address = ViewState::default()
            .in_document(&document.id, "", None)
            .to_fragment();
        let lang = document.lang.as_deref();
        let title = link(&address, &document.title)
            .with("dir", direction(lang))
            .with("lang", lang.unwrap_or(""));
        let facts = [
            Some(wording::n_words(document.n_words as usize)),
            lang.map(wording::language),
        ];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        let item = element("li").child(title).child(byline(document));
        item.child(styled("p", "byline").text(&facts.join(" · ")))
            .into()
    });
    styled("ul", "documents").children(items).into()
}
