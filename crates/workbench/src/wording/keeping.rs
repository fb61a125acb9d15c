//! Sentences about citing, keeping and reading.

use super::{Wording, counted, fill, message, number, sentence};
use crate::reading::direction;
use desk::dossier::Labels;

/// Heading and name of the desk's view.
pub const DESK_TITLE: Wording = Wording("Desk");
/// Name of the region with what can be done with a passage.
pub const CHOSEN_PASSAGE: Wording = Wording("Chosen passage");
/// Name of the region in which a document is cited.
pub const CITE_DOCUMENT: Wording = Wording("Cite this document");
/// Button.
pub const COPY_QUOTATION: Wording = Wording("Copy quotation");
/// Button.
pub const CITE_PASSAGE: Wording = Wording("Cite …");
/// Button.
pub const KEEP: Wording = Wording("Mark");
/// Button.
pub const NOTE: Wording = Wording("Note");
/// Button.
pub const COPY_LINK: Wording = Wording("Copy link");
/// Button.
pub const REMOVE_MARK: Wording = Wording("Remove mark");
/// Button.
pub const CLOSE: Wording = Wording("Close");
/// Label of a list of choices.
pub const FORMAT: Wording = Wording("Format");
/// Label of a text.
pub const CITATION: Wording = Wording("Citation");
/// Button.
pub const COPY: Wording = Wording("Copy");
/// Button.
pub const SAVE_FILE: Wording = Wording("Save as a file");
/// Label of a text.
pub const YOUR_NOTE: Wording = Wording("Your note");
/// Label of a field.
pub const TAGS: Wording = Wording("Tags, separated by commas");
/// Heading of the table of people.
pub const COVERAGE_OF_PEOPLE: Wording = Wording("What you have read about each person");
/// Column.
pub const PERSON: Wording = Wording("Person");
/// Column.
pub const DOCUMENTS_READ: Wording = Wording("Documents read");
/// Column.
pub const NEXT_UNREAD: Wording = Wording("Read next");
/// In that column.
pub const NOTHING_UNREAD: Wording = Wording("all read");
/// Told after a press.
pub const QUOTATION_COPIED: Wording = Wording("Quotation copied with its citation.");
/// Told after a press.
pub const CITATION_COPIED: Wording = Wording("Citation copied.");
/// Told after a press.
pub const LINK_COPIED: Wording = Wording("Link to the passage copied.");
/// Told after a press in a page that was opened from a disk.
pub const LINK_OF_FILE_COPIED: Wording =
    Wording("Link copied. It begins with the name of this file, and works beside a copy of it.");
/// Told after a press.
pub const MARKED: Wording = Wording("Marked. It is on your desk.");
/// Told after a press.
pub const MARK_REMOVED: Wording = Wording("The mark is removed.");
/// Told when a passage was chosen.
pub const PASSAGE_CHOSEN: Wording = Wording("Passage chosen; press F2 to cite, mark or copy it.");
/// Button that closes the fields of a note.
pub const DONE: Wording = Wording("Done");
/// Said beside a note.
pub const KEPT_AS_TYPED: Wording = Wording("On your desk as you type.");
/// Opens the fields of a kept passage that has a note or tags.
pub const EDIT_NOTE: Wording = Wording("Edit note and tags");
/// Opens the fields of a kept passage without.
pub const ADD_NOTE: Wording = Wording("Add a note or tags");
/// Told after a change.
pub const NOTE_KEPT: Wording = Wording("Kept.");
/// Group of the reading tools.
pub const CONTENTS: Wording = Wording("Contents");
/// Said where a document has no headings.
pub const NO_HEADINGS: Wording = Wording("This document has no headings.");
/// Group of the reading tools, and label of its field.
pub const FIND_IN_DOCUMENT: Wording = Wording("Find in this document");
/// Button.
pub const FIND_PREVIOUS: Wording = Wording("Previous place");
/// Button.
pub const FIND_NEXT: Wording = Wording("Next place");
/// Group of the reading tools.
pub const SETTINGS: Wording = Wording("How texts are set");
/// Group of the reading tools, and label of its list.
pub const BESIDE: Wording = Wording("Another document beside this one");
/// First choice of that list.
pub const NOTHING_BESIDE: Wording = Wording("None");
/// Name of the switch between two texts, where the window is too narrow for both.
pub const WHICH_TEXT: Wording = Wording("Which text is shown");
/// Group of the reading tools.
pub const KEPT_HERE: Wording = Wording("Marked in this document");
/// Said where nothing is marked.
pub const NOTHING_KEPT_HERE: Wording = Wording(
    "Nothing yet. Select words in the text, or press the ¶ beside a paragraph, to mark, cite or note it.",
);
/// A checkbox.
pub const IS_READ: Wording = Wording("I have read this document");
/// Said of a kept passage that is gone.
pub const NOT_FOUND_ANY_MORE: Wording = Wording(
    "Not found any more: the passage was changed or taken out after it was marked. Nothing else was put in its place.",
);
/// Said of a document that is gone.
pub const DOCUMENT_GONE: Wording = Wording("This document is not in the collection any more.");
/// Said on an empty desk.
pub const DESK_EMPTY: Wording = Wording(
    "Nothing is marked yet. Open a document, select some words and press “Mark”; or press the ¶ beside a paragraph. \
    What you mark, note and tag gathers here, and stays on this machine.",
);
/// Said where filters leave nothing.
pub const NONE_OF_THESE: Wording = Wording("No mark on your desk has these words or this tag.");
/// Button.
pub const SAVE_DESK: Wording = Wording("Save the desk as a file");
/// Label of the field for files.
pub const LOAD_DESK: Wording = Wording("Load a desk from a file");
/// Label before the dossier's formats.
pub const DOSSIER: Wording = Wording("Dossier of the marked passages:");
/// Button.
pub const PRINT: Wording = Wording("Print");
/// Label of a field.
pub const FIND_ON_DESK: Wording = Wording("Find in passages and notes");
/// Label of a list.
pub const TAG: Wording = Wording("Tag");
/// First choice of that list.
pub const ALL_TAGS: Wording = Wording("All tags");
/// Heading.
pub const MARKED_PASSAGES: Wording = Wording("Marked passages");
/// Heading.
pub const KEPT_SEARCHES: Wording = Wording("Kept searches");
/// Said without any.
pub const NO_SEARCHES: Wording =
    Wording("None yet. “Keep this search” above the results of a search brings it here.");
/// Button.
pub const KEEP_SEARCH: Wording = Wording("Keep this search");
/// Label of a field.
pub const NAME_OF_SEARCH: Wording = Wording("Name of the search");
/// Button.
pub const REMOVE: Wording = Wording("Remove");
/// Told after a press.
pub const SEARCH_KEPT: Wording = Wording("The search is on your desk.");
/// Told after a press.
pub const SEARCH_REMOVED: Wording = Wording("The search is removed.");
/// Heading.
pub const COVERAGE: Wording = Wording("What you have read");
/// What the figures mean.
pub const COVERAGE_METHOD: Wording = Wording(
    "A paragraph counts as read when it stood in the window for about two seconds; a document, when all of it did, or when you say so.",
);
/// Column.
pub const PARAGRAPHS_READ: Wording = Wording("Paragraphs");
/// Column.
pub const COLUMN_READ: Wording = Wording("Read");
/// Told after a press.
pub const DESK_SAVED: Wording = Wording("The desk is saved as a file.");
/// Told after a press.
pub const DESK_NOT_SAVED: Wording = Wording("The browser did not let the page save a file.");
/// Said while the browser's storage is being opened.
pub const STORAGE_OPENING: Wording = Wording("Opening what this browser keeps …");
/// Said where all is well.
pub const STORAGE_KEPT: Wording = Wording(
    "Your desk is kept in this browser, on this machine only. Clearing the browser's data clears it: save it as a file to be sure.",
);
/// Said where the browser keeps nothing.
pub const STORAGE_BLOCKED: Wording = Wording(
    "This browser keeps nothing for this page (a private window, blocked site data, or a page opened from a file). \
    Your desk works until the page is closed: save it as a file before that.",
);
/// Said where there is no room.
pub const STORAGE_FULL: Wording = Wording(
    "The browser has no room left for your desk; the last changes are not kept. Save the desk as a file now, \
    or free some room (site data in the browser's settings).",
);
/// Value names of the settings.
#[must_use]
pub fn setting(name: &str) -> Wording {
    match name {
        "size" => Wording("Size of letters"),
        "measure" => Wording("Length of lines"),
        "spacing" => Wording("Space between lines"),
        _ => Wording("Numbers of paragraphs"),
    }
}

/// Returns what a value of a setting is called.
#[must_use]
pub fn setting_value(value: &str) -> Wording {
    match value {
        "small" => Wording("Small"),
        "large" => Wording("Large"),
        "larger" => Wording("Very large"),
        "narrow" => Wording("Short"),
        "wide" => Wording("Long"),
        "tight" => Wording("Little"),
        "loose" => Wording("Much"),
        "none" => Wording("Not shown"),
        "shown" => Wording("Shown"),
        _ => Wording("Usual"),
    }
}

/// Returns the name of a form of citation.
#[must_use]
pub fn form(form: citation::Form) -> &'static str {
    match form {
        citation::Form::Text => Wording("Text").words(),
        citation::Form::Markdown => "Markdown",
        citation::Form::Bibtex => "BibTeX",
        citation::Form::Ris => "RIS (Zotero, EndNote)",
        citation::Form::CslJson => "CSL-JSON",
    }
}

/// Returns "¶ 12", or nothing where the number is not known.
#[must_use]
pub fn paragraph(n: usize) -> String {
    match n {
        0 => String::new(),
        n => ["¶\u{A0}", &number(n)].concat(),
    }
}

/// Returns "5 marks in 3 documents, 2 kept searches".
#[must_use]
pub fn desk_summary(n_marks: usize, n_documents: usize, n_searches: usize) -> String {
    fill(
        Wording("{0} in {1}, {2}"),
        &[
            &counted(n_marks, "mark", "marks"),
            &super::n_documents(n_documents),
            &counted(n_searches, "kept search", "kept searches"),
        ],
    )
}

/// Returns what opens the list of what was not begun.
#[must_use]
pub fn not_begun(n: usize) -> String {
    fill(Wording("Not begun: {0}"), &[&super::n_documents(n)])
}

/// Returns "12 of 40".
#[must_use]
pub fn share(n: usize, of: usize) -> String {
    fill(Wording("{0} of {1}"), &[&number(n), &number(of)])
}

/// Returns "3 of 12", "No such place", or "3 of more than 10,000".
#[must_use]
pub fn found_place(nth: usize, n: usize, is_all: bool) -> String {
    match (n, is_all) {
        (0, _) => Wording("No such place").words().to_owned(),
        (n, true) => share(nth, n),
        (n, false) => fill(Wording("{0} of more than {1}"), &[&number(nth), &number(n)]),
    }
}

/// Returns what loading a file has brought.
#[must_use]
pub fn loaded(n_new: usize, n_changed: usize, n_removed: usize, n_skipped: usize) -> String {
    let told = fill(
        Wording("Loaded and merged: {0} new, {1} changed, {2} removed."),
        &[&number(n_new), &number(n_changed), &number(n_removed)],
    );
    if n_skipped == 0 {
        return told;
    }
    let skipped = fill(
        Wording("Left out as of another program: {0}."),
        &[&number(n_skipped)],
    );
    [told, skipped].join(" ")
}

/// Why a file was not loaded.
pub const FILE_UNREADABLE: Wording = Wording("the browser cannot read it");

/// Returns why a file was not loaded.
#[must_use]
pub fn not_loaded(name: &str, cause: &str) -> String {
    fill(
        Wording("“{0}” was not loaded; your desk is as it was. {1}"),
        &[name, &sentence(cause)],
    )
}

/// Returns why what the browser keeps cannot be read.
#[must_use]
pub fn unreadable(cause: &str) -> String {
    fill(
        Wording(
            "What this browser keeps of your desk cannot be read, and is left as it is: {0}. Changes are not kept \
             until the page is opened anew; save them as a file.",
        ),
        &[&message(cause)],
    )
}

/// Returns how many changes no file has.
#[must_use]
pub fn unsaved(n: usize) -> String {
    match n {
        0 => String::new(),
        n => fill(
            Wording("In no file yet: {0}."),
            &[&counted(n, "change", "changes")],
        ),
    }
}

/// Returns the name of the second text.
#[must_use]
pub fn beside(title: &str) -> String {
    fill(Wording("Beside it: {0}"), &[title])
}

/// Returns the title of a dossier.
#[must_use]
pub fn dossier_title(corpus: &str) -> String {
    fill(Wording("Marked passages: {0}"), &[corpus])
}

/// Returns what a dossier says, in the language of the interface.
#[must_use]
pub fn dossier_labels() -> Labels<'static> {
    let lang = Wording("en").words();
    Labels {
        lang,
        dir: direction(Some(lang)),
        empty: Wording("No passage is marked.").words(),
        not_found: Wording(
            "This passage is not found any more in the text: it was changed or taken out after it was marked.",
        )
        .words(),
        note: NOTE.words(),
        tags: Wording("Tags").words(),
        passage: Wording("Passage").words(),
        marked: Wording("Marked {0}.").words(),
        marked_in_version: Wording("Marked {0} in version {1}.").words(),
    }
}

/// Returns when a passage was marked.
#[must_use]
pub fn marked_on(day: &str) -> String {
    fill(Wording("Marked on {0}"), &[&super::date(day)])
}

/// Returns the name of a checkbox: "Read: Places".
#[must_use]
pub fn read_document(title: &str) -> String {
    fill(Wording("Read: {0}"), &[title])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_agree_with_their_nouns() {
        assert_eq!(
            desk_summary(1, 1, 0),
            "1 mark in 1 document, 0 kept searches"
        );
        assert_eq!(unsaved(1), "In no file yet: 1 change.");
        assert_eq!(found_place(3, 12, true), "3 of 12");
    }
}
