//! What is said about the reader's own files.

use vademecum_page::interface::fill;
use vademecum_page::wording::{Wording, counted, n_documents, number};

pub use vademecum_page::wording::n_words;

/// Said of a document of the reader's own among others.
pub const OWN_FILE: Wording = Wording("your file");
/// Title of the view.
pub const FILES_TITLE: Wording = Wording("Your own files");
/// What happens to files, and what does not.
pub const FILES_PROMISE: Wording = Wording(
    "They are read and searched here, in this window. Nothing is sent anywhere, and nothing is kept unless you say so.",
);
/// How to bring files.
pub const FILES_DROP: Wording = Wording("Drop files or folders here, or anywhere on the page.");
/// Opens the choice of files.
pub const FILES_CHOOSE: Wording = Wording("Choose files");
/// Opens the choice of a folder.
pub const FILES_CHOOSE_FOLDER: Wording = Wording("Choose a folder");
/// What can be read.
pub const FILES_KINDS: Wording = Wording(
    "Text and Markdown, PDF, Word (.docx), OpenDocument, RTF, EPUB, web pages, mail, tables, JSON, subtitles, TEI, and pages made by Vademecum.",
);
/// Said where workers are refused.
pub const FILES_SLOW: Wording =
    Wording("This browser refuses background work here: while a file is read, the page may pause.");
/// Said where a page was made without the reading of files.
pub const FILES_LEFT_OUT: Wording = Wording("This page was made without the reading of own files.");
/// Said where a part of the page does not come.
pub const FILES_NOT_LOADED: Wording =
    Wording("A part of the page cannot be loaded. Check the connection and try again.");
/// Said where the browser's storage is full.
pub const FILES_NO_ROOM: Wording =
    Wording("This browser has no room to keep them. Save them as a page instead.");
/// Said where the browser refuses storage.
pub const FILES_NO_STORAGE: Wording = Wording(
    "This browser keeps nothing here: a private window, or its settings. Save them as a page instead.",
);
/// Said where what was kept is gone.
pub const FILES_NOT_KEPT: Wording = Wording("Nothing is kept here any more.");
/// Said where the program stopped.
pub const FILES_STOPPED: Wording = Wording(
    "The reading of files stopped by a mistake of its own, or for want of memory. Bring fewer files, or reload the page.",
);
/// Said where something else went wrong.
pub const FILES_FAILED: Wording = Wording("That did not work: {0}.");
/// What is being done.
pub const FILES_LOOKING: Wording = Wording("Looking through what you brought …");
/// What is being done.
pub const FILES_READING: Wording = Wording("Reading the files …");
/// What is being done.
pub const FILES_MAKING: Wording = Wording("Making the index …");
/// What is being done.
pub const FILES_OPENING: Wording = Wording("Opening the index …");
/// What is being done.
pub const FILES_SAVING: Wording = Wording("Making the page …");
/// Stops the reading.
pub const FILES_CANCEL: Wording = Wording("Stop");
/// Name of the group of choices.
pub const FILES_WHAT_NOW: Wording = Wording("What to do with them");
/// The title of the new corpus.
pub const FILES_NAME: Wording = Wording("Title");
/// The title, where the reader gives none.
pub const FILES_USUAL_TITLE: Wording = Wording("My files");
/// A choice.
pub const FILES_BOTH: Wording = Wording("Together with the texts of this page");
/// A choice.
pub const FILES_KEEP: Wording =
    Wording("Keep them in this browser, for this page, until you remove them");
/// Does it.
pub const FILES_SEARCH: Wording = Wording("Search them");
/// Does it.
pub const FILES_SAVE: Wording = Wording("Save as a page");
/// Takes all files out again.
pub const FILES_CLEAR: Wording = Wording("Remove all");
/// Opens what is kept.
pub const FILES_OPEN_KEPT: Wording = Wording("Open it");
/// Deletes what is kept.
pub const FILES_FORGET: Wording = Wording("Remove it from this browser");
/// Said when that has happened.
pub const FILES_FORGOTTEN: Wording = Wording("Removed from this browser.");
/// Stands above every view while own files are searched.
pub const FILES_NOTICE: Wording =
    Wording("You are searching your own files; they are in this window only.");
/// Leads to them.
pub const FILES_NOTICE_MORE: Wording = Wording("Your files");
/// Goes back.
pub const FILES_BACK: Wording = Wording("Back to the texts of this page");
/// State of a file.
pub const FILE_WAITING: Wording = Wording("waiting");
/// State of a file.
pub const FILE_READING: Wording = Wording("being read …");
/// State of a file.
pub const FILE_FAILED: Wording = Wording("not read");
/// State of a file that says something about others.
pub const FILE_USED: Wording = Wording("used for the others");

fn n_files(n: usize) -> String {
    counted(n, "file", "files")
}

/// Returns "3 notes".
#[must_use]
pub fn n_notes(n: usize) -> String {
    counted(n, "note", "notes")
}

/// Returns what stands for a message of `intake.js`: a word of its own, or a sentence.
#[must_use]
pub fn files_message(message: &str) -> String {
    let own = match message {
        "left out" => FILES_LEFT_OUT,
        "not loaded" => FILES_NOT_LOADED,
        "no room" => FILES_NO_ROOM,
        "no storage" => FILES_NO_STORAGE,
        "not kept" => FILES_NOT_KEPT,
        "stopped" => FILES_STOPPED,
        other => return fill(FILES_FAILED, &[&crate::wording::message(other)]),
    };
    own.words().to_owned()
}

/// Returns what is searched where own files stand beside the texts of the page.
#[must_use]
pub fn files_and_page(own: usize, others: usize) -> String {
    fill(
        Wording(
            "You are searching your own files ({0}) together with the texts of this page ({1}); yours are in this \
             window only.",
        ),
        &[&n_documents(own), &n_documents(others)],
    )
}

/// Says that a page was saved.
#[must_use]
pub fn files_saved(title: &str) -> String {
    fill(Wording("Saved as a page: “{0}”."), &[title])
}

/// Returns "40 of 220 files read".
#[must_use]
pub fn files_read(done: u32, total: u32) -> String {
    fill(
        Wording("{0} of {1} files read"),
        &[&number(done as usize), &number(total as usize)],
    )
}

/// Returns what the browser keeps, with its megabytes.
#[must_use]
pub fn files_kept(title: &str, megabytes: &str) -> String {
    fill(
        Wording("This browser keeps “{0}” ({1} MB)."),
        &[title, megabytes],
    )
}

/// Returns what a file gave that was not read whole.
#[must_use]
pub fn file_partly(what: &str) -> String {
    fill(Wording("read in part: {0}"), &[what])
}

/// Returns the name of the button that takes a file out.
#[must_use]
pub fn files_remove(name: &str) -> String {
    fill(Wording("Remove {0}"), &[name])
}

/// Returns how much is not shown.
#[must_use]
pub fn and_more(n: usize) -> String {
    fill(Wording("And {0} more."), &[&number(n)])
}

/// Returns a problem with its line.
#[must_use]
pub fn in_line(line: u32, message: &str) -> String {
    fill(Wording("line {0}: {1}"), &[&number(line as usize), message])
}

/// Returns what was read.
#[must_use]
pub fn files_sum(documents: u32, words: u32) -> String {
    fill(
        Wording("{0}, {1}."),
        &[&n_documents(documents as usize), &n_words(words as usize)],
    )
}

/// Returns how many files were not read.
#[must_use]
pub fn files_not_read(files: u32) -> String {
    fill(Wording("Not read: {0}."), &[&n_files(files as usize)])
}

/// Returns how many files are no texts.
#[must_use]
pub fn files_passed(files: u32) -> String {
    fill(
        Wording("Passed over, no kind of text: {0}."),
        &[&n_files(files as usize)],
    )
}

/// Returns what a file gave that holds several documents.
#[must_use]
pub fn file_read(documents: u32, words: u32) -> String {
    fill(
        Wording("{0}, {1}"),
        &[&n_documents(documents as usize), &n_words(words as usize)],
    )
}
