//! What the corpus is and how to search it.

use super::examples::{Example, Examples};
use super::wording;
use crate::markup::{Element, Node, element, link, styled, worded};
use crate::reading::{byline, direction, first_value};
use crate::state::{Library, ViewState};
use crate::wording as all;
use vademecum_page::views::{Screen, button};

/// Returns the view; without examples while they are looked for.
#[must_use]
pub fn about(screen: &Screen, library: &Library, examples: Option<&Examples>) -> Element {
    let corpus = &library.corpus;
    let mut facts = element("dl");
    for (name, value) in [
        (&all::DOCUMENTS, all::number(corpus.documents.len())),
        (&all::WORDS, all::number(corpus.n_words as usize)),
        (
            &wording::DIFFERENT_WORDS,
            all::number(corpus.n_terms as usize),
        ),
        (&wording::PAGE_VERSION, corpus.version.clone()),
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
        .text(&all::PRIVACY);
    let how = worded("h2", &wording::HOW_TO_SEARCH).with("id", "how-to-search");
    styled("div", "page about")
        .child(title)
        .child(promise)
        .child(facts)
        .child(how)
        .child(syntax(examples))
        .child(spelling(examples))
        .child(
            worded("p", &wording::ABOUT_KEYS)
                .text(" ")
                .child(button("quiet", "keys").text(wording::single_keys(screen.has_single_keys))),
        )
        .child(worded("h2", &all::DOCUMENTS))
        .children(vec![documents(library)])
}

fn syntax(examples: Option<&Examples>) -> Element {
    let Some(examples) = examples else {
        return worded("p", &all::GETTING_READY);
    };
    let mut rows = element("tbody");
    for example in &examples.queries {
        rows = rows.child(row(example));
    }
    styled("table", "syntax").child(rows)
}

fn row(example: &Example) -> Element {
    let address = ViewState::default().with_query(&example.form).to_fragment();
    let form = element("td").child(
        link(&address, "")
            .with("dir", "auto")
            .child(worded("code", &example.form)),
    );
    let found = styled("td", "found").text(&all::n_documents(example.documents));
    element("tr")
        .child(form)
        .child(worded("td", &example.meaning))
        .child(found)
}

/// Returns what makes no difference, with a word of these texts where one shows it.
fn spelling(examples: Option<&Examples>) -> Element {
    let word = examples.map_or("", |examples| &examples.hyphenated);
    let first = if word.is_empty() {
        wording::NO_DIFFERENCE.to_string()
    } else {
        let (apart, joined) = (word.replace('-', " "), word.replace('-', ""));
        wording::no_difference(word, &apart, &joined.to_lowercase())
    };
    worded("p", &first).text(" ").text(&wording::WIDENED)
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
        let mut facts = styled("p", "byline").text(&all::n_words(document.n_words as usize));
        if let Some(lang) = lang {
            facts = facts.text(" · ").text(&all::language(lang));
        }
        if let Some(hash) = first_value(document, "sha256") {
            facts = facts.text(" · SHA-256 ").child(worded("code", hash));
        }
        let item = element("li").child(title).child(byline(document));
        list = list.child(item.child(facts));
    }
    list.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::to_html;

    #[test]
    fn examples_lead_to_their_answers_and_no_other_collection_is_named() {
        let examples = Examples {
            queries: vec![Example {
                form: "person:\"Ann Harker\"".into(),
                meaning: wording::OF_PERSON,
                documents: 2,
            }],
            hyphenated: "al-Harker".into(),
        };
        let screen = Screen::default();
        let shown = |examples| to_html(&[about(&screen, &Library::default(), examples).into()]);
        let html = shown(Some(&examples));
        assert!(
            html.contains("#/search?q=person%3A%22Ann%20Harker%22"),
            "{html}"
        );
        assert!(html.contains("al-Harker, al Harker") && html.contains("2 documents"));
        let html = shown(None);
        for foreign in ["homs", "assad", "bukamal", "betray"] {
            assert!(!html.to_lowercase().contains(foreign), "{foreign}: {html}");
        }
    }
}
