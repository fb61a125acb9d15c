//! What helps in reading a long document: contents, finding, settings, a second document, kept passages.

use crate::keeping::settings::{SETTINGS, Settings};
use crate::markup::{Element, Node, element, link, styled, worded};
use crate::state::{Library, ViewState};
use crate::{reading, wording};
use protocol::DocumentRecord;
use vademecum_page::views::{button, sign};

/// A kept passage of the open document, as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The mark's id.
    pub id: String,
    /// Its first words.
    pub words: String,
    /// The number of its block; 0 where it is not found any more.
    pub number: usize,
}

/// Everything that the tools are made of.
#[derive(Debug, Clone, Default)]
pub struct Tools {
    /// Whether the panel is open.
    pub is_open: bool,
    /// What is looked for in the document.
    pub wanted: String,
    /// The number of the current place, from 1, and how many there are.
    pub found: (usize, usize),
    /// How texts are set.
    pub settings: Settings,
    /// Kept passages of this document.
    pub kept: Vec<Kept>,
    /// Whether the reader says that the document is read.
    pub is_read: bool,
}

/// Returns the row of tools under the bar.
#[must_use]
pub fn row(tools: &Tools) -> Element {
    let open = if tools.is_open { "true" } else { "false" };
    styled("div", "tools")
        .child(button("quiet", "cite").text(&wording::CITE))
        .child(
            button("quiet", "tools")
                .with("aria-expanded", open)
                .with("aria-controls", "reading-panel")
                .text(&wording::READING_TOOLS),
        )
}

/// Returns the panel; hidden while it is closed.
#[must_use]
pub fn panel(
    tools: &Tools,
    record: &DocumentRecord,
    state: &ViewState,
    library: &Library,
) -> Element {
    let panel = styled("aside", "reading-panel")
        .with("id", "reading-panel")
        .with("aria-label", &wording::READING_TOOLS);
    if !tools.is_open {
        return panel.with("hidden", "");
    }
    panel
        .child(find(tools))
        .child(group(&wording::CONTENTS, contents(record, state)))
        .child(group(&wording::KEPT_HERE, kept(&tools.kept)))
        .child(read(record, tools.is_read))
        .child(group(&wording::SETTINGS, settings(tools.settings)))
        .child(beside_choice(record, state, library))
}

fn group(name: &str, content: Element) -> Element {
    styled("section", "tool")
        .child(worded("h2", name))
        .child(content)
}

fn find(tools: &Tools) -> Element {
    let field = element("input")
        .with("type", "text")
        .with("id", "find-in-document")
        .with("data-find-in", "")
        .with("dir", "auto")
        .with("autocomplete", "off")
        .with("spellcheck", "false")
        .with("value", &tools.wanted);
    let (nth, n) = tools.found;
    let is_all = n < super::finding::MOST;
    let told = if tools.wanted.trim().is_empty() {
        String::new()
    } else {
        wording::found_place(nth, n, is_all)
    };
    let step = |action: &str, name: &str, arrow: &str| {
        button("step", action)
            .with("aria-label", name)
            .with("title", name)
            .when(n == 0, "disabled")
            .child(sign(arrow))
    };
    let line = styled("div", "find-line")
        .child(field)
        .child(step("find-previous", &wording::FIND_PREVIOUS, "↑"))
        .child(step("find-next", &wording::FIND_NEXT, "↓"));
    styled("section", "tool")
        .child(
            element("h2").child(
                element("label")
                    .with("for", "find-in-document")
                    .text(&wording::FIND_IN_DOCUMENT),
            ),
        )
        .child(line)
        .child(styled("p", "found").with("aria-live", "polite").text(&told))
}

fn contents(record: &DocumentRecord, state: &ViewState) -> Element {
    let mut list = styled("ol", "contents-list");
    let headings = record.blocks.iter().filter(|block| block.kind == "heading");
    let mut is_empty = true;
    for block in headings {
        let words = record.text.get(block.start as usize..block.end as usize);
        let address = state
            .in_document(&record.summary.id, &block.id, None)
            .to_fragment();
        let way = link(&address, words.unwrap_or("")).with("dir", "auto");
        list = list.child(
            element("li")
                .with("data-level", &block.level.to_string())
                .child(way),
        );
        is_empty = false;
    }
    if is_empty {
        return worded("p", &wording::NO_HEADINGS).with("class", "remark");
    }
    element("nav")
        .with("aria-label", &wording::CONTENTS)
        .child(list)
}

fn kept(kept: &[Kept]) -> Element {
    if kept.is_empty() {
        return worded("p", &wording::NOTHING_KEPT_HERE).with("class", "remark");
    }
    let mut list = styled("ol", "kept-list");
    for one in kept {
        let item = element("li").with("data-key", &one.id);
        let words = styled("span", "words").with("dir", "auto").text(&one.words);
        list = list.child(match one.number {
            0 => item
                .child(words)
                .child(styled("span", "remark").text(&wording::NOT_FOUND_ANY_MORE)),
            number => item.child(
                button("kept", "show-kept")
                    .with("data-value", &one.id)
                    .child(
                        styled("span", "remark")
                            .text(&wording::paragraph(number))
                            .text(" "),
                    )
                    .child(words),
            ),
        });
    }
    list
}

fn read(record: &DocumentRecord, is_read: bool) -> Element {
    let field = element("input")
        .with("type", "checkbox")
        .with("id", "is-read")
        .with("data-read", &record.summary.id)
        .when(is_read, "checked");
    let label = styled("label", "check")
        .child(field)
        .text(" ")
        .text(&wording::IS_READ);
    styled("section", "tool").child(label)
}

fn settings(settings: Settings) -> Element {
    let mut form = styled("div", "settings");
    for ((name, values), (_, chosen)) in SETTINGS.iter().zip(settings.chosen()) {
        let mut select = element("select")
            .with("id", &["setting-", name].concat())
            .with("data-setting", name);
        for value in *values {
            select =
                select.child(worded("option", &wording::setting_value(value)).with("value", value));
        }
        form = form.child(
            styled("label", "control")
                .child(styled("span", "label").text(&wording::setting(name)))
                .child(select.with("value", chosen)),
        );
    }
    form
}

/// Most documents in the list of those that may stand beside.
const MOST_CHOICES: usize = 2000;

fn beside_choice(record: &DocumentRecord, state: &ViewState, library: &Library) -> Element {
    let mut select = element("select")
        .with("id", "beside")
        .with("data-beside", "");
    select = select.child(worded("option", &wording::NOTHING_BESIDE).with("value", ""));
    let others = library.corpus.documents.iter();
    let others = others.filter(|other| other.id != record.summary.id);
    for other in others.take(MOST_CHOICES) {
        select = select.child(worded("option", &other.title).with("value", &other.id));
    }
    let label = element("label")
        .with("for", "beside")
        .text(&wording::BESIDE);
    styled("section", "tool")
        .child(element("h2").child(label))
        .child(select.with("value", state.option("b")))
}

/// Returns the switch between the open document and the one beside it, for windows with room for one of them.
#[must_use]
pub fn which_text(first: &str, second: &str, is_second: bool) -> Element {
    let press = |title: &str, value: &str, is_shown: bool| {
        button("which", "which-text")
            .with("data-value", value)
            .with("aria-pressed", if is_shown { "true" } else { "false" })
            .with("dir", "auto")
            .text(title)
    };
    styled("div", "which-text")
        .with("role", "group")
        .with("aria-label", &wording::WHICH_TEXT)
        .child(press(first, "first", !is_second))
        .child(press(second, "second", is_second))
}

/// Returns another document for the place beside the open one, without the anchors that the page has already.
#[must_use]
pub fn beside(record: &DocumentRecord, state: &ViewState) -> Element {
    let article = reading::document(record, state);
    let name = wording::beside(&record.summary.title);
    styled("section", "beside")
        .with("aria-label", &name)
        .with("tabindex", "0")
        .with("data-key", &record.summary.id)
        .child(second(&article))
}

/// Returns the same tree without ids, and with a heading of the second rank: there is one document in a page.
fn second(element_: &Element) -> Element {
    let tag = if element_.tag == "h1" {
        "h2"
    } else {
        element_.tag
    };
    let mut copy = element(tag);
    for (name, value) in &element_.attributes {
        if !matches!(*name, "id" | "aria-labelledby" | "data-match") {
            copy = copy.with(name, value);
        }
    }
    let children = element_.children.iter().map(|child| match child.element() {
        Some(child) => Node::Element(second(child)),
        None => child.clone(),
    });
    copy.children(children.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::{BlockRecord, SummaryRecord};

    #[test]
    fn the_switch_between_two_texts_says_which_is_shown() {
        let html =
            |is_second| crate::markup::to_html(&[which_text("Roads", "Places", is_second).into()]);
        let (first, second) = (html(false), html(true));
        assert!(
            first.contains("aria-pressed=\"true\" dir=\"auto\">Roads<"),
            "{first}"
        );
        assert!(
            first.contains("aria-pressed=\"false\" dir=\"auto\">Places<"),
            "{first}"
        );
        assert!(
            second.contains("aria-pressed=\"true\" dir=\"auto\">Places<"),
            "{second}"
        );
    }

    #[test]
    fn a_second_document_has_no_anchors_of_its_own() {
        let record = DocumentRecord {
            summary: SummaryRecord {
                id: "a".into(),
                title: "T".into(),
                ..SummaryRecord::default()
            },
            text: "Words.".into(),
            blocks: vec![BlockRecord {
                id: "0badcafe".into(),
                kind: "paragraph".into(),
                level: 0,
                start: 0,
                end: 6,
            }],
            marks: vec![[0, 5]],
            ..DocumentRecord::default()
        };
        fn ids(element: &Element, found: &mut Vec<String>) {
            found.extend(element.attribute("id").cloned());
            for child in &element.children {
                if let Some(child) = child.element() {
                    assert_ne!(child.tag, "h1");
                    ids(child, found);
                }
            }
        }
        let mut found = Vec::new();
        ids(&beside(&record, &ViewState::default()), &mut found);
        assert_eq!(found, Vec::<String>::new());
    }
}
