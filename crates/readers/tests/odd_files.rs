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

fn field(reading: &Reading, name: &str) -> Vec<String> {
    let documents = reading.documents.iter();
    let fields = documents.flat_map(|document| &document.fields);
    let named = fields.filter(|field| field.name == name);
    named.flat_map(|field| field.values.clone()).collect()
}

#[test]
fn a_mail_that_does_not_name_its_encoding_is_read_and_so_is_what_it_forwards() {
    let mail = b"From: Ann <ann@example.org>\r\nSubject: Gr\xF6\xDFe\r\nDate: 14 Mar 19 09:30 GMT\r\n\r\n\
        Die Br\xFCcke ist f\xFCr gro\xDFe Wagen geschlossen; f\xFCr kleine \xF6ffnet sie am Abend.\r\n";
    let read = reading("a.eml", mail);
    let document = &read.documents[0];
    assert_eq!(document.title, "Größe");
    assert_eq!(document.date.as_deref(), Some("2019-03-14"));
    assert!(
        document.text.contains("für große Wagen"),
        "{}",
        document.text
    );
    let forwarding = "From: Ann <a@x.org>\r\nSubject: Fwd\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n--b\r\n\
        Content-Type: message/rfc822\r\n\r\nFrom: Tom <t@x.org>\r\nSubject: The ferry\r\n\r\nIt sails again.\r\n--b--\r\n";
    let text = reading("f.eml", forwarding.as_bytes()).documents[0]
        .text
        .clone();
    assert_eq!(text, "See below.\n\nThe ferry, Tom\n\nIt sails again.");
    let japanese = b"From: a@x.jp\r\nSubject: =?iso-2022-jp?B?GyRCS0k7fEJMGyhC?=\r\n\
        Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n\x1B$BKIGHDi\x1B(B\r\n";
    assert_eq!(reading("j.eml", japanese).documents[0].text, "防波堤");
}

#[test]
fn exports_of_programs_are_read_whatever_their_form() {
    let records = [
        r#"{"messages":[{"from":"Ann","date":"2019-03-14T09:30:00","text":["See ",{"type":"link","text":"here"},"."]}]}"#,
        r#"{"data":{"items":[{"user":"Ann","created_at":"Thu Mar 14 09:30:00 +0000 2019","comment_text":"See here."}]}}"#,
        r#"[{"author":[{"family":"Lee","given":"Ann"}],"issued":{"date-parts":[[2019,3,14]]},"abstract":"See here."}]"#,
        r#"[{"byline":"By Ann Lee","publishedAt":1552555800,"content":{"rendered":"See here."}}]"#,
    ];
    for json in records {
        let read = reading("export.json", json.as_bytes());
        let document = read.documents.first().expect(json);
        assert_eq!(document.text, "See here.");
        assert_eq!(document.date.as_deref(), Some("2019-03-14"), "{json}");
        assert!(field(&read, "author")[0].contains("Ann"), "{json}");
    }
}

#[test]
fn a_page_gives_its_text_without_the_question_about_cookies() {
    let page = "<title>The ferry</title><meta name='parsely-pub-date' content='2019-03-14T08:00:00Z'>\
        <div class=x><p>We and our partners use cookies on this device.</p><button>Accept all</button></div>\
        <div class=y><span class='author vcard'>Ann Lee</span><h1>The ferry</h1><p>The ferry sails again at six, when \
        the bakers have closed and the lamps of the harbour are lit one after the other by an old man.</p>\
        <div>Advertisement</div><p>Nobody knows who pays him, and nobody has ever asked; he has done it since the war, \
        and his father before him, who is said to have been a pilot.</p></div>";
    let read = reading("a.html", page.as_bytes());
    let document = &read.documents[0];
    assert!(document.text.contains("sails again") && document.text.contains("a pilot"));
    assert!(!document.text.contains("partners") && !document.text.contains("Advertisement"));
    assert_eq!(document.date.as_deref(), Some("2019-03-14"));
    assert_eq!(field(&read, "author"), ["Ann Lee"]);
}

#[test]
fn a_damaged_pdf_is_read_as_far_as_it_goes_and_says_so() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/files");
    let whole = std::fs::read(folder.join("reportlab-report.pdf")).expect("a file of the folder");
    let text = reading("a.pdf", &whole).documents[0].text.clone();
    let at = whole
        .windows(9)
        .rposition(|w| w == b"startxref")
        .expect("its end");
    let mut broken = whole.clone();
    broken[at..at + 9].copy_from_slice(b"startxxxx");
    let read = reading("a.pdf", &broken);
    assert_eq!(read.documents[0].text, text);
    assert!(said(&read, Severity::Warning).contains("its list of objects cannot be read"));
    let mut longer = whole;
    longer.extend([0; 4000]);
    assert_eq!(reading("a.pdf", &longer).documents[0].text, text);
}

#[test]
fn title_blocks_of_pandoc_and_multimarkdown_are_metadata() {
    for text in [
        "% The ferry\n% Ann Lee; Tom Brine\n% 14 March 2019\n\nIt sails.",
        "Title: The ferry\nAuthor: Ann Lee; Tom Brine\nDate: 14 March 2019\n\nIt sails.",
    ] {
        let read = reading("a.md", text.as_bytes());
        let document = &read.documents[0];
        assert_eq!(
            (document.title.as_str(), document.text.as_str()),
            ("The ferry", "It sails.")
        );
        assert_eq!(document.date.as_deref(), Some("2019-03-14"));
        assert_eq!(field(&read, "author"), ["Ann Lee", "Tom Brine"]);
    }
    let prose = "Source: the harbour office\nwhich nobody has seen.\n\nIt sails.";
    assert_eq!(
        reading("b.md", prose.as_bytes()).documents[0].blocks.len(),
        2
    );
}
