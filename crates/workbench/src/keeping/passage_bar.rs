//! What can be done with a chosen passage, or with the whole document.

use crate::markup::{Element, element, styled, worded};
use crate::{text, wording};
use citation::Form;
use desk::{Mark, Target};
use vademecum_page::views::{button, sign};

/// What is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The passage; none for the whole document.
    pub target: Option<Target>,
    /// The number of its block, from 1.
    pub number: usize,
    /// The id under which it is on the desk, if it is.
    pub mark: Option<String>,
}

/// Which part of the bar is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Open {
    /// The actions only.
    #[default]
    Actions,
    /// The citation in a format.
    Cite,
    /// Note and tags.
    Note,
}

/// Returns the bar. `citation` is the citation in `form`; `mark` is what the desk has of the passage.
#[must_use]
pub fn bar(
    chosen: &Chosen,
    open: Open,
    form: Form,
    citation: &str,
    mark: Option<&Mark>,
) -> Element {
    let name = match chosen.target {
        Some(_) => &wording::CHOSEN_PASSAGE,
        None => &wording::CITE_DOCUMENT,
    };
    let mut bar = styled("section", "passage-bar")
        .with("id", "passage-bar")
        .with("aria-label", name)
        .child(head(chosen, name));
    if chosen.target.is_some() {
        bar = bar.child(actions(open, mark.is_some()));
    }
    match open {
        Open::Actions => bar,
        Open::Cite => bar.child(cite(form, citation)),
        Open::Note => bar
            .child(note(chosen.mark.as_deref().unwrap_or(""), mark))
            .child(
                styled("div", "passage-actions")
                    .child(button("", "end-note").text(&wording::DONE))
                    .child(worded("span", &wording::KEPT_AS_TYPED).with("class", "remark")),
            ),
    }
}

fn head(chosen: &Chosen, name: &str) -> Element {
    let close = button("close", "close-passage")
        .with("aria-label", &wording::CLOSE)
        .with("title", &wording::CLOSE)
        .child(sign("×"));
    let line = styled("p", "chosen");
    let line = match &chosen.target {
        None => line.text(name),
        Some(target) => line
            .child(worded("b", &wording::paragraph(chosen.number)))
            .text(" ")
            .child(worded(
                "bdi",
                &citation::quoted(&shortened(&target.quote.exact)),
            )),
    };
    styled("div", "passage-head").child(line).child(close)
}

/// Returns the beginning of a passage on one line.
#[must_use]
pub fn shortened(passage: &str) -> String {
    const LONGEST: usize = 90;
    let line = text::on_one_line(passage);
    let beginning = text::beginning(&line, LONGEST);
    [
        beginning,
        if beginning.len() < line.len() {
            "…"
        } else {
            ""
        },
    ]
    .concat()
}

fn actions(open: Open, is_kept: bool) -> Element {
    let toggle = |action: &str, name: &str, is_open: bool| {
        button("", action)
            .with("aria-expanded", if is_open { "true" } else { "false" })
            .text(name)
    };
    let keep = match is_kept {
        true => button("", "unmark").text(&wording::REMOVE_MARK),
        false => button("", "mark").text(&wording::KEEP),
    };
    styled("div", "passage-actions")
        .child(button("", "copy-quotation").text(&wording::COPY_QUOTATION))
        .child(toggle(
            "cite-passage",
            &wording::CITE_PASSAGE,
            open == Open::Cite,
        ))
        .child(keep)
        .child(toggle("note", &wording::NOTE, open == Open::Note))
        .child(button("", "copy-link").text(&wording::COPY_LINK))
}

fn cite(form: Form, citation: &str) -> Element {
    let mut select = element("select")
        .with("id", "citation-form")
        .with("data-form", "");
    for one in Form::ALL {
        select = select.child(worded("option", wording::form(one)).with("value", one.name()));
    }
    let format = styled("label", "control")
        .child(styled("span", "label").text(&wording::FORMAT))
        .child(select.with("value", form.name()));
    let text = element("textarea")
        .with("id", "citation-text")
        .with("readonly", "")
        .with("rows", &rows(citation).to_string())
        .with("dir", "auto")
        .with("spellcheck", "false")
        .with("aria-label", &wording::CITATION)
        .with("value", citation);
    let line = styled("div", "passage-actions")
        .child(format)
        .child(button("", "copy-citation").text(&wording::COPY))
        .child(button("", "save-citation").text(&wording::SAVE_FILE));
    styled("div", "cite").child(line).child(text)
}

/// Returns how many lines of its field a citation takes.
fn rows(citation: &str) -> usize {
    const LINE: usize = 76;
    let lines = citation.trim_end().lines();
    let rows: usize = lines.map(|line| line.chars().count() / LINE + 1).sum();
    rows.clamp(3, 16)
}

/// Returns the fields for note and tags of a kept passage.
#[must_use]
pub fn note(id: &str, mark: Option<&Mark>) -> Element {
    let (note, tags) = mark.map_or((String::new(), String::new()), |mark| {
        let tags: Vec<&str> = mark.tags.iter().map(String::as_str).collect();
        (mark.note.clone(), tags.join(", "))
    });
    let note = element("textarea")
        .with("rows", "3")
        .with("dir", "auto")
        .with("id", &["note-", id].concat())
        .with("data-note", id)
        .with("value", &note);
    let tags = element("input")
        .with("type", "text")
        .with("dir", "auto")
        .with("autocomplete", "off")
        .with("id", &["tags-", id].concat())
        .with("data-tags", id)
        .with("value", &tags);
    let labelled = |name: &str, field: Element| {
        styled("label", "control")
            .child(styled("span", "label").text(name))
            .child(field)
    };
    styled("div", "note-fields")
        .child(labelled(&wording::YOUR_NOTE, note))
        .child(labelled(&wording::TAGS, tags))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_of_a_citation_has_room_for_all_of_it() {
        assert_eq!(rows(""), 3);
        assert_eq!(
            rows(&["@misc{a,", &"b".repeat(100), "c", "d", "}\n"].join("\n")),
            6
        );
        assert_eq!(rows(&"a\n".repeat(99)), 16);
    }

    #[test]
    fn a_long_passage_is_shortened_to_its_beginning() {
        assert_eq!(shortened("The road\n\nwas open."), "The road was open.");
        assert_eq!(shortened(&"ḥ".repeat(200)).chars().count(), 91);
    }
}
