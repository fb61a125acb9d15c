//! Which format a file is: by its content first, by its name second.

use corpus::parts::Report;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are those of the formats")]
pub enum Format {
    Markdown,
    PlainText,
    JsonLines,
    Json,
    Html,
    Docx,
    Odt,
    FlatOdt,
    Epub,
    Pdf,
    Csv,
    Mail,
    Mailbox,
    Subtitles,
    Tei,
    Rtf,
}

/// How far into a file its kind is looked for, in bytes.
const HEAD_BYTES: usize = 4096;

impl Format {
    /// Returns the format of a file, or nothing where it is none that is read.
    #[must_use]
    pub fn of(name: &str, bytes: &[u8]) -> Option<Self> {
        let named = Self::of_name(name);
        match Signature::of(bytes) {
            Signature::Pdf => Some(Self::Pdf),
            Signature::Rtf => Some(Self::Rtf),
            Signature::Zip => of_package(bytes).or(match named {
                // A damaged package: its name tells which reader can say what is wrong.
                Some(Self::Docx | Self::Odt | Self::Epub) => named,
                _ => None,
            }),
            Signature::Other => None,
            Signature::Empty => named,
            Signature::Text => of_text(named, bytes),
        }
    }

    /// Returns the format that the ending of a name tells.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match ending(name).as_str() {
            "md" | "markdown" | "mdown" | "mkd" | "qmd" => Self::Markdown,
            "txt" | "text" | "asc" | "log" => Self::PlainText,
            "jsonl" | "ndjson" => Self::JsonLines,
            "json" => Self::Json,
            "html" | "htm" | "xhtml" | "xht" | "mhtml" | "mht" | "shtml" => Self::Html,
            "docx" | "docm" | "dotx" => Self::Docx,
            "odt" | "ott" => Self::Odt,
            "fodt" => Self::FlatOdt,
            "epub" => Self::Epub,
            "pdf" => Self::Pdf,
            "csv" | "tsv" | "tab" => Self::Csv,
            "eml" => Self::Mail,
            "mbox" | "mbx" => Self::Mailbox,
            "srt" | "vtt" => Self::Subtitles,
            "xml" | "tei" => Self::Tei,
            "rtf" => Self::Rtf,
            _ => return None,
        })
    }

    /// Tells whether files with this ending are read, or refused with a reason of their own, rather
    /// than skipped in silence like pictures.
    pub(crate) fn is_known_name(name: &str) -> bool {
        Self::of_name(name).is_some() || remedy_for(&ending(name)).is_some()
    }

    /// Tells whether our own code alone reads the format, so that it needs no isolation.
    pub(crate) fn is_own(self) -> bool {
        matches!(self, Self::Markdown | Self::PlainText | Self::JsonLines)
    }

    /// Returns the name of the format in a sentence: "this is a PDF".
    pub(crate) fn article_and_name(self) -> &'static str {
        match self {
            Self::Markdown => "this is Markdown",
            Self::PlainText => "this is plain text",
            Self::JsonLines => "this is a file of JSON lines",
            Self::Json => "this is a JSON file",
            Self::Html => "this is a web page",
            Self::Docx => "this is a Word document",
            Self::Odt | Self::FlatOdt => "this is an OpenDocument text",
            Self::Epub => "this is an EPUB book",
            Self::Pdf => "this is a PDF",
            Self::Csv => "this is a table",
            Self::Mail => "this is an e-mail",
            Self::Mailbox => "this is a mailbox",
            Self::Subtitles => "this is a file of subtitles",
            Self::Tei => "this is an XML file",
            Self::Rtf => "this is an RTF document",
        }
    }
}

/// Returns the ending of a name in lower case, empty where there is none.
pub(crate) fn ending(name: &str) -> String {
    let last = name.rsplit('/').next().unwrap_or(name);
    match last.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => ending.to_ascii_lowercase(),
        _ => String::new(),
    }
}

/// What the first bytes tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Signature {
    Pdf,
    Rtf,
    Zip,
    Text,
    /// Pictures, sound, programs and other bytes that are no text.
    Other,
    Empty,
}

impl Signature {
    fn of(bytes: &[u8]) -> Self {
        let head = &bytes[..bytes.len().min(HEAD_BYTES)];
        // Readers of PDF accept rubbish before the mark; so must we.
        let is_pdf = head[..head.len().min(1024)]
            .windows(5)
            .any(|w| w == b"%PDF-");
        let text = head.trim_ascii_start();
        if head.is_empty() {
            Self::Empty
        } else if is_pdf {
            Self::Pdf
        } else if text.starts_with(b"{\\rtf") {
            Self::Rtf
        } else if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            Self::Zip
        } else if is_binary(head) || has_binary_stretch(bytes) {
            Self::Other
        } else {
            Self::Text
        }
    }
}

/// Tells whether what comes later in a file is no text, as in a piece cut out of a PDF.
fn has_binary_stretch(bytes: &[u8]) -> bool {
    let is_utf16 = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if bytes.len() < HEAD_BYTES * 2 || is_utf16 {
        return false;
    }
    [1, 2, 3].into_iter().any(|quarter| {
        let start = bytes.len() / 4 * quarter / 2 * 2;
        let stretch = &bytes[start..bytes.len().min(start + HEAD_BYTES)];
        is_control_ridden(stretch) && crate::text_encoding::looks_like_utf16(stretch).is_none()
    })
}

fn is_control_ridden(bytes: &[u8]) -> bool {
    let n_nul = bytes.iter().filter(|&&byte| byte == 0).count();
    let n_control = bytes
        .iter()
        .filter(|&&byte| byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t' | 0x0C | 0x1B))
        .count();
    n_nul * 50 > bytes.len() || n_control * 50 > bytes.len()
}

/// Tells whether bytes are no text in any encoding: known signatures, or too many control bytes.
fn is_binary(head: &[u8]) -> bool {
    const SIGNATURES: [&[u8]; 17] = [
        b"\x89PNG",
        b"\xFF\xD8\xFF",
        b"GIF8",
        b"\x7FELF",
        b"\xD0\xCF\x11\xE0",
        b"ID3",
        b"OggS",
        b"\x1F\x8B",
        b"BZh",
        b"7z\xBC\xAF",
        b"Rar!",
        b"MZ\x90",
        b"II*\0",
        b"MM\0*",
        b"\xFD7zXZ",
        b"SQLite format 3",
        b"\0asm",
    ];
    if SIGNATURES.iter().any(|mark| head.starts_with(mark)) {
        return true;
    }
    let is_utf16 = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    if is_utf16 || crate::text_encoding::looks_like_utf16(head).is_some() {
        return false;
    }
    is_control_ridden(head)
}

/// Returns the format of a ZIP archive by the names of its parts, which stand in it as they are.
fn of_package(bytes: &[u8]) -> Option<Format> {
    let has = |name: &str| {
        let name = name.as_bytes();
        memmem(&bytes[..bytes.len().min(1 << 16)], name)
            || memmem(&bytes[bytes.len().saturating_sub(1 << 16)..], name)
    };
    if has("application/epub+zip") || has("META-INF/container.xml") {
        Some(Format::Epub)
    } else if has("application/vnd.oasis.opendocument.text") {
        Some(Format::Odt)
    } else if has("word/document") {
        Some(Format::Docx)
    } else {
        None
    }
}

fn memmem(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

fn of_text(named: Option<Format>, bytes: &[u8]) -> Option<Format> {
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let head = String::from_utf8_lossy(head).replace('\0', "");
    let start = head.trim_start();
    let lower = start.to_ascii_lowercase();
    let is_html = lower.starts_with("<!doctype html") || lower.starts_with("<html");
    let is_xhtml = lower.starts_with("<?xml") && lower.contains("<html");
    let is_tei = lower.contains("<tei") || lower.contains("www.tei-c.org");
    let is_flat_odt = lower.contains("<office:document") && lower.contains("office:mimetype");
    match named {
        _ if start.starts_with("WEBVTT") => Some(Format::Subtitles),
        // Markdown may show a page; a web page saved under another name is one.
        Some(Format::Markdown) => named,
        _ if lower.starts_with("<?xml") && is_flat_odt => Some(Format::FlatOdt),
        _ if is_tei && lower.starts_with('<') && !is_html => Some(Format::Tei),
        _ if is_html || is_xhtml => Some(Format::Html),
        // Named as an archive, but plain text inside.
        Some(Format::Pdf | Format::Docx | Format::Odt | Format::Epub | Format::Rtf) => {
            Some(of_plain(start))
        }
        // A page saved with its pictures (.mhtml) is packed like a mail.
        Some(Format::PlainText | Format::Html) if is_mail(start) => Some(Format::Mail),
        Some(Format::PlainText) if start.starts_with("From ") && is_mail(after_line(start)) => {
            Some(Format::Mailbox)
        }
        Some(_) => named,
        None => None,
    }
}

/// Tells what text is whose name promised something else.
fn of_plain(start: &str) -> Format {
    if is_mail(start) {
        Format::Mail
    } else {
        Format::PlainText
    }
}

fn after_line(text: &str) -> &str {
    text.split_once('\n').map_or("", |(_, rest)| rest)
}

/// Tells whether a text begins with the headers of a mail; front matter and prose have others.
fn is_mail(start: &str) -> bool {
    const CERTAIN: [&str; 5] = [
        "received:",
        "return-path:",
        "message-id:",
        "mime-version:",
        "delivered-to:",
    ];
    let mut n_headers = 0;
    let mut is_certain = false;
    for line in start.lines().take(60) {
        if line.trim().is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else {
            return false;
        };
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
            return false;
        }
        n_headers += 1;
        let lower = line.to_ascii_lowercase();
        is_certain |= CERTAIN.iter().any(|header| lower.starts_with(header));
    }
    is_certain && n_headers >= 3
}

/// Notes a file whose name promises another format than it holds.
pub(crate) fn report_misnamed(name: &str, format: Format, report: &mut Report<'_>) {
    let named = Format::of_name(name);
    let is_kin = |a: Format, b: Format| {
        use Format::{
            FlatOdt, Html, Json, JsonLines, Mail, Mailbox, Markdown, Odt, PlainText, Tei,
        };
        a == b
            || matches!(
                (a, b),
                (Odt, FlatOdt)
                    | (Tei, FlatOdt | Html)
                    | (PlainText, Markdown | Mail | Mailbox)
                    | (Mailbox | Html, Mail)
                    | (Json, JsonLines)
            )
    };
    if named.is_none_or(|named| !is_kin(named, format)) {
        let ending = ending(name);
        report.warning(
            None,
            format!(
                "named .{ending}, but {}; read as that",
                format.article_and_name()
            ),
            "give the file the ending that fits",
        );
    }
}

/// Returns why a file is not read and what to do.
pub(crate) fn reason_for_refusal(name: &str, bytes: &[u8]) -> (String, &'static str) {
    let ending = ending(name);
    let is = |mark: &[u8]| bytes.starts_with(mark);
    if is(b"\xD0\xCF\x11\xE0") {
        if memmem(
            &bytes[..bytes.len().min(1 << 20)],
            b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k",
        ) {
            return (
                "the document is encrypted with a password".to_owned(),
                "open it with its password and save it without one",
            );
        }
        return (
            "this is a file of an old Office format (Word 97 to 2003)".to_owned(),
            "open it in LibreOffice or Word and save it as .docx or .odt",
        );
    }
    if let Some(remedy) = remedy_for(&ending) {
        return (format!("files of the kind .{ending} are not read"), remedy);
    }
    if is(b"PK\x03\x04") || is(b"PK\x05\x06") {
        return (
            "this is a ZIP archive, but no Word, OpenDocument or EPUB file".to_owned(),
            "unpack it into the folder, or leave it out",
        );
    }
    if let Some(kind) = kind_of_binary(bytes) {
        return (
            format!("this is {kind}, not text"),
            "leave it out, or give the text that belongs to it as a file of its own",
        );
    }
    if Format::of_name(name).is_some() {
        return (
            format!("named .{ending}, but the bytes are no text and no such file"),
            "the file is damaged or misnamed; fetch it again from where it came",
        );
    }
    (
        "this kind of file is not read".to_owned(),
        "known are txt, md, html, docx, odt, epub, pdf, rtf, csv, tsv, json, jsonl, eml, mbox, srt, vtt and TEI xml",
    )
}

fn kind_of_binary(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 9] = [
        (b"\x89PNG", "a PNG picture"),
        (b"\xFF\xD8\xFF", "a JPEG picture"),
        (b"GIF8", "a GIF picture"),
        (b"\x7FELF", "a program"),
        (b"ID3", "sound"),
        (b"OggS", "sound"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"7z\xBC\xAF", "a 7-Zip archive"),
        (b"Rar!", "a RAR archive"),
    ];
    KINDS
        .iter()
        .find(|(mark, _)| bytes.starts_with(mark))
        .map(|(_, kind)| *kind)
}

/// Returns what to do with text in formats that we do not read.
fn remedy_for(ending: &str) -> Option<&'static str> {
    Some(match ending {
        "doc" | "dot" | "wpd" | "wps" | "pages" => {
            "open it in a word processor and save it as .docx or .odt"
        }
        "xls" | "xlsx" | "ods" | "numbers" => "save each sheet as .csv",
        "ppt" | "pptx" | "odp" | "key" => "export it as .pdf or save its outline as text",
        "msg" | "pst" | "oft" => "save the mails as .eml or .mbox",
        "mobi" | "azw" | "azw3" | "fb2" | "djvu" => {
            "convert it to .epub, for instance with Calibre"
        }
        "tex" | "rst" | "adoc" | "org" => "convert it to Markdown, for instance with pandoc",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, bytes: &[u8], expected: Option<Format>) {
        assert_eq!(Format::of(name, bytes), expected, "{name}");
    }

    #[test]
    fn content_goes_before_the_name() {
        check("a.txt", b"%PDF-1.7 ...", Some(Format::Pdf));
        check("a.doc", b"{\\rtf1 Homs}", Some(Format::Rtf));
        check("a.txt", b"<!DOCTYPE html><p>x", Some(Format::Html));
        check("a.xml", b"<?xml version='1.0'?><TEI>", Some(Format::Tei));
        check(
            "a.pdf",
            b"Dear all, the road was open.",
            Some(Format::PlainText),
        );
        check("a.txt", b"WEBVTT\n\n00:01.000", Some(Format::Subtitles));
        check("a.md", b"<html> is a tag", Some(Format::Markdown));
        check(
            "a.txt",
            b"Message-ID: <1@x>\nFrom: a\nTo: b\n\nHi",
            Some(Format::Mail),
        );
        check(
            "a.txt",
            b"Note: one\nFrom: here\n\nHi",
            Some(Format::PlainText),
        );
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_by_what_they_are() {
        check("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0", None);
        let (message, _) = reason_for_refusal("a.txt", b"\x89PNG\r\n");
        assert!(message.contains("PNG picture"), "{message}");
        let (_, hint) = reason_for_refusal("a.xlsx", b"PK\x03\x04");
        assert!(hint.contains(".csv"), "{hint}");
    }
}
