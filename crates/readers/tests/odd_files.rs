//! Files that are not as their format has it, and what a publisher is told of them.

use corpus::{Reading, Severity, Source};
use readers::{Options, Surroundings, read};

fn reading(name: &str, bytes: &[u8]) -> Reading {
    let source = Source {
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    };
    read(&source, &Surroundings::default(), &Options::default())
}

/// Returns what was said with at least this severity.
fn said(reading: &Reading, least: Severity) -> String {
    let said = reading.problems.iter().filter(|it| it.severity >= least);
    said.map(|it| format!("{}; {}\n", it.message, it.hint))
        .collect()
}

#[test]
fn a_page_of_frames_says_where_its_text_is() {
    let bare = "<html><frameset cols='20%,80%'><frame src='a.html'></frameset></html>";
    let reading_of_bare = reading("a.html", bare.as_bytes());
    assert!(reading_of_bare.documents.is_empty());
    let told = said(&reading_of_bare, Severity::Error);
    assert!(
        told.contains("frames") && told.contains("files of their own"),
        "{told}"
    );
    let page = "<html><frameset><frame src='a.html'><noframes>The road was open.</noframes></frameset></html>";
    let with_text = reading("a.html", page.as_bytes());
    assert_eq!(with_text.documents[0].text, "The road was open.");
    assert!(said(&with_text, Severity::Warning).contains("frames"));
}

#[test]
fn a_mail_whose_boundary_was_lost_keeps_its_text() {
    let mail = "From: Rim <rim@example.org>\nSubject: The road\nMIME-Version: 1.0\n\
        Content-Type: multipart/alternative; boundary=\"Z\"\n\nThe road was open in the morning.\n";
    let reading = reading("a.eml", mail.as_bytes());
    assert_eq!(
        reading.documents[0].text,
        "The road was open in the morning."
    );
    assert_eq!(reading.documents[0].title, "The road");
}

#[test]
fn a_quotation_mark_that_swallows_rows_is_told_with_its_line() {
    let table = "id,title,text\n1,One,First.\n2,Two,\"The road was open\n3,Three,Third.\n";
    let reading = reading("a.csv", table.as_bytes());
    assert_eq!(reading.documents.len(), 2);
    let warning = reading
        .problems
        .iter()
        .find(|it| it.message.contains("quotation mark"))
        .expect("a warning");
    assert_eq!(warning.line, Some(3));
    let sound = "id\ttext\n1\tThe \"quoted road\n2\tA \"\" pair, and 5\" more\n";
    assert_eq!(
        said(
            &crate::reading("a.tsv", sound.as_bytes()),
            Severity::Warning
        ),
        ""
    );
}

#[test]
fn a_document_with_a_password_asks_for_a_copy_without() {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut package = zip::ZipWriter::new(&mut bytes);
    package
        .start_file(
            "word/document.xml",
            zip::write::SimpleFileOptions::default(),
        )
        .expect("memory takes every write");
    package.finish().expect("memory takes every write");
    let mut bytes = bytes.into_inner();
    // The bit of encryption, in the header of the part and in the list of parts.
    for (mark, at) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let start = bytes.windows(4).position(|four| four == mark);
        bytes[start.expect("a header") + at] |= 1;
    }
    let told = said(&reading("a.docx", &bytes), Severity::Error);
    assert!(
        told.contains("password") && told.contains("without one"),
        "{told}"
    );
}
