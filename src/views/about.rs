//! What the corpus is and how to search it.

use super::{Screen, button};
use crate::markup::{Element, Node, element, link, styled, worded};
use crate::reading::{byline, direction, first_value};
use crate::state::{Library, ViewState};
use crate::wording;

/// Returns the view.
pub(super) fn about(screen: &Screen, library: &Library) -> Element {
    let corpus = &library.corpus;
    let mut facts = element("dl");
    for (name, value) in [
        (&wording::DOCUMENTS, wording::number(corpus.documents.len())),
        (&wording::WORDS, wording::number(corpus.n_words as usize)),
        (
            &wording::DIFFERENT_WORDS,
            wording::number(corpus.n_terms as usize),
        ),
        (&wording::VERSION, corpus.version.clone()),
    ] {
        facts = facts.child(
            element("div")
                .child(worded("dt", name))
                .child(worded("dd", &value)),
        );
    }
    let title = element("h1").with("dir", "auto").text(&corpus.title);
    let promise = worded("p", &wording::ABOUT_PAGE)
        .text(" ")
        .text(&wording::PRIVACY);
    styled("div", "page about")
        .child(title)
        .child(promise)
        .child(facts)
        .child(worded("h2", &wording::HOW_TO_SEARCH))
        .child(syntax())
        .child(worded("p", &wording::ABOUT_SPELLING))
        .child(
            worded("p", &wording::ABOUT_KEYS)
                .text(" ")
                .child(button("quiet", "keys").text(wording::single_keys(screen.has_single_keys))),
        )
        .child(worded("h2", &wording::DOCUMENTS))
        .children(vec![documents(library)])
}

fn syntax() -> Element {
    let mut rows = element("tbody");
    for (form, meaning) in wording::SYNTAX {
        let address = ViewState::default().with_query(form).to_fragment();
        let form = element("td").child(
            link(&address, "")
                .with("dir", "auto")
                .child(worded("code", form)),
        );
        let meaning = worded("td", &meaning);
        rows = rows.child(element("tr").child(form).child(meaning));
    }
    styled("table", "syntax").child(rows)
}

fn documents(library: &Library) -> Node {
    let mut list = styled("ul", "documents");
    for document in &library.corpus.documents {
        let address = ViewState::default()
            .in_document(&document.id, "", None)
            .to_fragment();
        let lang = document.lang.as_deref();
        let title = link(&address, &document.title)
            .with("dir", direction(lang))
            .with("lang", lang.unwrap_or(""));
        let mut facts = styled("p", "byline").text(&wording::n_words(document.n_words as usize));
        if let Some(lang) = lang {
            facts = facts.text(" · ").text(&wording::language(lang));
        }
        if let Some(hash) = first_value(document, "sha256") {
            facts = facts.text(" · SHA-256 ").child(worded("code", hash));
        }
        let item = element("li").child(title).child(byline(document));
        list = list.child(item.child(facts));
    }
    list.into()
}
