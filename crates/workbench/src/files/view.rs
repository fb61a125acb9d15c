//! What the reader sees of their own files.

use super::wording;
use super::{Choices, FileProblem, FileRow, FileStatus, OwnFiles, Phase};
use crate::markup::{Element, Node, amend, element, link, styled, worded};
use crate::reading::first_value;
use crate::state::Library;
use protocol::{HitRecord, SummaryRecord};
use vademecum_page::views::button;

/// Metadata key that `intake` gives to own documents and those that they are put to.
const COLLECTION: &str = "collection";

/// Returns the view.
#[must_use]
pub fn files(files: &OwnFiles, choices: &Choices) -> Vec<Node> {
    let head = styled("div", "sheet-head")
        .child(
            styled("h1", "count")
                .with("id", "own-title")
                .text(&wording::FILES_TITLE),
        )
        .child(worded("p", &wording::FILES_PROMISE).with("class", "scope"));
    let mut section = styled("section", "sheet own-files")
        .with("aria-labelledby", "own-title")
        .child(head)
        .child(bringing());
    if let Some(kept) = &files.kept {
        section = section.child(
            styled("p", "kept")
                .with("data-key", "kept")
                .text(&wording::files_kept(&kept.title, &megabytes(kept.bytes)))
                .text(" ")
                .child(button("quiet", "files-open-kept").text(&wording::FILES_OPEN_KEPT))
                .text(" ")
                .child(button("quiet", "files-forget").text(&wording::FILES_FORGET)),
        );
    }
    if files.is_slow {
        section = section.child(
            styled("p", "note")
                .with("data-key", "slow")
                .text(&wording::FILES_SLOW),
        );
    }
    if !files.message.is_empty() {
        let message = wording::files_message(&files.message);
        section = section.child(
            styled("p", "note problem")
                .with("data-key", "message")
                .with("role", "alert")
                .text(&message),
        );
    }
    if files.phase != Phase::Idle {
        section = section.child(progress(files));
    }
    if files.total > 0 {
        if files.documents > 0 {
            section = section.child(what_now(files, choices));
        }
        section = section.child(list(files));
    }
    vec![section.into()]
}

/// Returns the place to drop files on, with the two fields that open the system's own choice.
fn bringing() -> Element {
    let field = |id: &str, label: &str| {
        let input = styled("input", "unseen")
            .with("type", "file")
            .with("multiple", "")
            .with("id", id);
        let input = if id == "own-folder" {
            input.with("webkitdirectory", "")
        } else {
            input
        };
        styled("span", "pick")
            .child(input)
            .child(styled("label", "button").with("for", id).text(label))
    };
    styled("div", "drop-zone")
        .with("data-key", "zone")
        .child(worded("p", &wording::FILES_DROP))
        .child(
            styled("p", "picks")
                .child(field("own-files", &wording::FILES_CHOOSE))
                .child(field("own-folder", &wording::FILES_CHOOSE_FOLDER)),
        )
        .child(worded("p", &wording::FILES_KINDS).with("class", "scope"))
}

fn progress(files: &OwnFiles) -> Element {
    let bar = element("progress").with("aria-labelledby", "own-progress");
    let bar = match files.phase {
        Phase::Reading => bar
            .with("max", &files.total.max(1).to_string())
            .with("value", &files.done.to_string()),
        Phase::Making => bar
            .with("max", "100")
            .with("value", &files.progress.to_string()),
        _ => bar,
    };
    let mut line = styled("p", "own-progress")
        .with("data-key", "progress")
        .child(worded("span", &doing(files)).with("id", "own-progress"))
        .child(bar);
    if matches!(files.phase, Phase::Looking | Phase::Reading) {
        line = line.child(button("quiet", "files-cancel").text(&wording::FILES_CANCEL));
    }
    line
}

/// Returns what is being done, for the line with the bar and for those who hear the page.
#[must_use]
pub fn doing(files: &OwnFiles) -> String {
    match files.phase {
        Phase::Idle => String::new(),
        Phase::Looking => wording::FILES_LOOKING.words().to_owned(),
        Phase::Reading => wording::files_read(files.done, files.total),
        Phase::Making => wording::FILES_MAKING.words().to_owned(),
        Phase::Opening => wording::FILES_OPENING.words().to_owned(),
        Phase::Saving => wording::FILES_SAVING.words().to_owned(),
    }
}

/// Returns what can be done with what was read.
fn what_now(files: &OwnFiles, choices: &Choices) -> Element {
    let is_busy = files.phase != Phase::Idle;
    let title = styled("label", "control")
        .child(styled("span", "label").text(&wording::FILES_NAME))
        .child(
            element("input")
                .with("type", "text")
                .with("dir", "auto")
                .with("autocomplete", "off")
                .with("id", "own-name")
                .with("data-files", "title")
                .with("placeholder", usual_title(files))
                .with("value", &choices.title),
        );
    let check = |name: &str, label: &str, is_on: bool| {
        styled("label", "check")
            .child(
                element("input")
                    .with("type", "checkbox")
                    .with("id", &["own-", name].concat())
                    .with("data-files", name)
                    .when(is_on, "checked"),
            )
            .child(worded("span", label))
    };
    // Not `disabled`: what was pressed keeps the focus while it works.
    let act = |class: &str, action: &str, name: &str| {
        let press = button(class, action).text(name);
        if is_busy {
            press.with("aria-disabled", "true")
        } else {
            press
        }
    };
    let acts = styled("p", "own-acts")
        .child(act("primary", "files-search", &wording::FILES_SEARCH))
        .child(act("quiet", "files-save", &wording::FILES_SAVE));
    styled("div", "what-now")
        .with("data-key", "what-now")
        .with("role", "group")
        .with("aria-label", &wording::FILES_WHAT_NOW)
        .child(title)
        .child(check("both", &wording::FILES_BOTH, choices.both))
        .child(check("keep", &wording::FILES_KEEP, choices.keep))
        .child(acts)
}

/// Returns the title of a collection to which the reader gives none.
#[must_use]
pub fn usual_title(files: &OwnFiles) -> &str {
    match files.title.as_str() {
        "" => wording::FILES_USUAL_TITLE.words(),
        title => title,
    }
}

/// Returns what was read, and what was not.
#[must_use]
pub fn sum(files: &OwnFiles) -> String {
    let mut sum = wording::files_sum(files.documents, files.words);
    for (n, say) in [
        (files.failed, wording::files_not_read as fn(u32) -> String),
        (files.passed, wording::files_passed),
    ] {
        if n > 0 {
            sum.push(' ');
            sum.push_str(&say(n));
        }
    }
    sum
}

/// Returns "1.2" for 1,200,000 bytes.
fn megabytes(bytes: u32) -> String {
    let tenths = (u64::from(bytes) * 10).div_ceil(1 << 20);
    [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string()].concat()
}

fn list(files: &OwnFiles) -> Element {
    let summary = sum(files);
    let mut rows = styled("ul", "own-list").with("role", "list");
    for file in &files.rows {
        rows = rows.child(row(file));
    }
    let mut part = styled("div", "own-brought")
        .with("data-key", "list")
        .child(
            styled("p", "own-sum")
                .child(worded("span", &summary))
                .text(" ")
                .child(button("quiet", "files-clear").text(&wording::FILES_CLEAR)),
        )
        .child(rows);
    let n_hidden = (files.total as usize).saturating_sub(files.rows.len());
    if n_hidden > 0 {
        part = part.child(worded("p", &wording::and_more(n_hidden)).with("class", "scope"));
    }
    part
}

fn row(file: &FileRow) -> Element {
    let (class, said) = match file.status {
        FileStatus::Waiting => ("waiting", wording::FILE_WAITING.words().to_owned()),
        FileStatus::Reading => ("reading", wording::FILE_READING.words().to_owned()),
        FileStatus::Failed => ("failed", wording::FILE_FAILED.words().to_owned()),
        FileStatus::Used => ("read", wording::FILE_USED.words().to_owned()),
        FileStatus::Partly => ("partly", wording::file_partly(&given(file))),
        FileStatus::Read => ("read", given(file)),
    };
    let remove = button("quiet remove", "files-remove")
        .with("data-value", &file.key.to_string())
        .with("aria-label", &wording::files_remove(&file.name))
        .text("×");
    let line = styled("p", "own-file")
        .child(styled("bdi", "name").text(&file.name))
        .child(styled("span", "status").text(&said))
        .child(remove);
    let mut row = styled("li", class)
        .with("data-key", &file.key.to_string())
        .child(line);
    if !file.problems.is_empty() {
        row = row.child(problems(file));
    }
    row
}

/// Returns what a file gave.
fn given(file: &FileRow) -> String {
    match file.documents {
        1 => wording::n_words(file.words as usize),
        n => wording::file_read(n, file.words),
    }
}

/// Returns the problems of a file: errors open to the eye, what was merely noticed on request.
fn problems(file: &FileRow) -> Element {
    let mut list = element("ul").with("role", "list");
    for one in &file.problems {
        list = list.child(problem(one));
    }
    if file.more > 0 {
        list = list.child(worded("li", &wording::and_more(file.more as usize)));
    }
    if file.problems.iter().any(|problem| problem.is_error) {
        return list.with("class", "problems");
    }
    let n = file.problems.len() + file.more as usize;
    styled("details", "problems")
        .child(worded("summary", &wording::n_notes(n)))
        .child(list)
}

fn problem(problem: &FileProblem) -> Element {
    let message = crate::wording::message(&problem.message);
    let text = match problem.line {
        0 => message,
        line => wording::in_line(line, &message),
    };
    let mut item = element("li").text(&text);
    if !problem.hint.is_empty() {
        item = item.child(styled("span", "remedy").text(&crate::wording::message(&problem.hint)));
    }
    item
}

/// Returns what is searched while a corpus of the reader's own is open, of so many documents in all.
#[must_use]
pub fn searched(files: &OwnFiles, n_all: usize) -> String {
    let own = files.documents as usize;
    if files.is_open && own < n_all {
        return wording::files_and_page(own, n_all - own);
    }
    wording::FILES_NOTICE.words().to_owned()
}

/// Marks the reader's own documents among the hits, where there are others: they say in their metadata of which collection
/// they are, and the collection that is open has the name of theirs.
pub fn mark_own(hits: &[HitRecord], library: &Library, content: &mut [Node]) {
    let is_own = |document: &SummaryRecord| {
        first_value(document, COLLECTION) == Some(library.corpus.title.as_str())
    };
    if library.corpus.documents.iter().all(is_own) {
        return;
    }
    let mut hits = hits.iter();
    amend(content, "hit", &mut |mut element| {
        let document = hits.next().and_then(|hit| library.document(&hit.id));
        if document.is_some_and(is_own) {
            element.insert(1, styled("p", "own-mark").text(&wording::OWN_FILE));
        }
        element
    });
    let name = crate::wording::filter_name(COLLECTION);
    for node in content {
        if let Node::Element(element) = node {
            element.change("data-key", COLLECTION, &mut |group| {
                if let Some(legend) = group.first("legend") {
                    legend.hold(vec![Node::Text(name.clone())]);
                }
            });
        }
    }
}

/// Returns the notice above every view while a corpus of the reader's own is open.
#[must_use]
pub fn notice(files: &OwnFiles, n_all: usize) -> Node {
    styled("p", "own-notice")
        .text(&searched(files, n_all))
        .text(" ")
        .child(link("#/files", &wording::FILES_NOTICE_MORE))
        .text(" ")
        .child(button("quiet", "files-back").text(&wording::FILES_BACK))
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interface::catalogue;
    use crate::markup::to_html;
    use vademecum_page::interface::{Language, speak};

    fn row(key: u32, name: &str, status: FileStatus) -> FileRow {
        FileRow {
            key,
            name: name.to_owned(),
            status,
            documents: u32::from(status == FileStatus::Read),
            words: 1200,
            problems: Vec::new(),
            more: 0,
        }
    }

    fn html(files: &OwnFiles) -> String {
        to_html(&super::files(files, &Choices::default()))
    }

    #[test]
    fn before_anything_is_brought_there_is_the_place_to_bring_it() {
        let html = html(&OwnFiles::default());
        assert!(
            html.contains("<label class=\"button\" for=\"own-files\">"),
            "{html}"
        );
        assert!(
            !html.contains("<progress") && !html.contains("own-acts"),
            "{html}"
        );
    }

    #[test]
    fn the_notice_tells_own_documents_from_those_of_the_page() {
        let files = OwnFiles {
            is_open: true,
            documents: 3,
            ..OwnFiles::default()
        };
        assert_eq!(
            searched(&files, 59),
            "You are searching your own files (3 documents) together with the texts of this page (56 documents); \
             yours are in this window only."
        );
        for (files, n_all) in [(&files, 3), (&OwnFiles::default(), 59)] {
            assert_eq!(searched(files, n_all), wording::FILES_NOTICE.words());
        }
    }

    #[test]
    fn own_documents_are_marked_among_others_and_only_there() {
        let document = |id: &str, collection: &str| SummaryRecord {
            id: id.into(),
            fields: vec![protocol::FieldRecord {
                name: COLLECTION.into(),
                values: vec![collection.into()],
            }],
            ..SummaryRecord::default()
        };
        let shown = |other: &str| {
            let library = Library::new(protocol::CorpusRecord {
                title: "My files".into(),
                documents: vec![document("theirs", other), document("mine", "My files")],
                ..protocol::CorpusRecord::default()
            });
            let hits = ["theirs", "mine"].map(|id| HitRecord {
                id: id.into(),
                ..HitRecord::default()
            });
            let mut content: Vec<Node> = hits
                .iter()
                .map(|hit| styled("article", "hit").child(worded("h2", &hit.id)).into())
                .collect();
            mark_own(&hits, &library, &mut content);
            to_html(&content)
        };
        let html = shown("Accounts");
        assert_eq!(html.matches("own-mark").count(), 1, "{html}");
        assert!(
            html.contains("<h2>mine</h2><p class=\"own-mark\">"),
            "{html}"
        );
        assert!(!shown("My files").contains("own-mark"));
    }

    #[test]
    fn a_file_that_is_not_read_says_why_and_what_to_do() {
        let mut failed = row(2, "<b>.pdf", FileStatus::Failed);
        failed.problems.push(FileProblem {
            is_error: true,
            line: 3,
            message: "its end is missing".to_owned(),
            hint: "fetch it again".to_owned(),
        });
        let files = OwnFiles {
            total: 2,
            done: 2,
            failed: 1,
            documents: 1,
            words: 1200,
            rows: vec![row(1, "a.md", FileStatus::Read), failed],
            ..OwnFiles::default()
        };
        let html = html(&files);
        assert!(
            html.contains("line 3: its end is missing<span class=\"remedy\">fetch it again</span>"),
            "{html}"
        );
        assert!(
            html.contains("&lt;b>.pdf") && !html.contains("<b>.pdf"),
            "{html}"
        );
        assert!(html.contains("1 document, 1,200 words"), "{html}");
    }

    #[test]
    fn in_another_language_problems_and_remedies_are_in_it_too() {
        let mut failed = row(1, "a.csv", FileStatus::Failed);
        failed.problems.push(FileProblem {
            is_error: true,
            line: 2,
            message: "this row is not read: unequal lengths".to_owned(),
            hint: "mend the row or leave it out".to_owned(),
        });
        let files = OwnFiles {
            message: "the index cannot be opened".to_owned(),
            total: 1,
            rows: vec![failed],
            ..OwnFiles::default()
        };
        speak(catalogue("ar").map(|catalogue| catalogue as &dyn Language));
        let html = html(&files);
        speak(None);
        for text in [
            "السطر 2: لا يُقرأ هذا الصف: \u{2068}unequal lengths\u{2069}<span class=\"remedy\">أصلح الصف أو احذفه</span>",
            "لم ينجح ذلك: لا يمكن فتح الفهرس.",
        ] {
            assert!(html.contains(text), "{html}");
        }
    }

    #[test]
    fn while_files_are_read_the_reader_can_stop_and_sees_how_far_it_is() {
        let files = OwnFiles {
            phase: Phase::Reading,
            total: 220,
            done: 40,
            documents: 40,
            rows: vec![row(1, "a.md", FileStatus::Read)],
            ..OwnFiles::default()
        };
        let html = html(&files);
        assert!(html.contains("max=\"220\" value=\"40\""), "{html}");
        assert!(
            html.contains("files-cancel")
                && html.contains("data-do=\"files-search\" aria-disabled=\"true\""),
            "{html}"
        );
    }
}
