//! Web pages: the main text without what surrounds it, and the metadata of the head.

mod article;
mod blocks;
mod head;
mod linked_data;
mod notices;

use corpus::parts::{Body, Entry};
use scraper::Html;

use crate::draft::{Draft, Job};
use crate::mending::Mender;
use crate::text_encoding;
use crate::writer::Writer;

/// Reads one page.
pub(crate) fn read(bytes: &[u8], job: &mut Job<'_, '_>) {
    let declared = declared_encoding(bytes);
    let text = text_encoding::decode(bytes, declared.as_deref(), job.report);
    if is_nested_too_deeply(&text) {
        job.report.error(
            None,
            "this is a web page, but thousands of its elements are nested in each other".to_owned(),
            "save its text as .txt",
        );
        return;
    }
    let page = Html::parse_document(&text);
    let Extract {
        entries,
        body,
        n_left_out,
    } = extract(&page, &mut job.mender);
    if n_left_out > 0 {
        job.report.note(
            None,
            format!("parts around the text left out (menus, sidebars, notices): {n_left_out}"),
            "",
        );
    }
    let has_frames = has_element(&text, "<frameset");
    if body.blocks.is_empty() && has_frames {
        job.report.error(
            None,
            "the page only shows other pages in frames and has no text of its own".to_owned(),
            "give those pages as files of their own",
        );
        return;
    }
    if has_frames {
        job.report.warning(
            None,
            "the page shows other pages in frames; only what browsers without frames show is read"
                .to_owned(),
            "give those pages as files of their own",
        );
    }
    if body.blocks.is_empty() && has_element(&text, "<script") {
        job.report.error(
            None,
            "the page has no text of its own: scripts would fetch it".to_owned(),
            "open it in a browser and save it as a complete page or as PDF",
        );
        return;
    }
    job.add(Draft {
        entries,
        body,
        ..Draft::default()
    });
}

fn has_element(page: &str, start: &str) -> bool {
    page.to_ascii_lowercase().contains(start)
}

struct Extract {
    entries: Vec<Entry>,
    body: Body,
    n_left_out: usize,
}

fn extract(page: &Html, mender: &mut Mender) -> Extract {
    let chosen = article::choose(page);
    let mut writer = Writer::new(mender);
    blocks::write(page, &chosen, &mut writer);
    Extract {
        entries: head::metadata(page, chosen.title.as_deref()),
        body: writer.finish(),
        n_left_out: chosen.n_left_out,
    }
}

/// Writes everything that a page shows, for books and mails, which have nothing around their text.
pub(crate) fn write_all(html: &str, writer: &mut Writer<'_>) {
    if is_nested_too_deeply(html) {
        return;
    }
    let page = Html::parse_document(html);
    blocks::write(&page, &article::everything(&page), writer);
}

/// Tells whether elements that need an end tag are nested so deeply that parsing takes quadratic time.
fn is_nested_too_deeply(html: &str) -> bool {
    const DEEPEST: i64 = 5000;
    let bytes = html.as_bytes();
    let (mut depth, mut deepest) = (0_i64, 0_i64);
    for (at, _) in html.match_indices('<') {
        let (step, name) = match bytes.get(at + 1) {
            Some(b'/') => (-1, at + 2),
            _ => (1, at + 1),
        };
        let word: Vec<u8> = bytes[name..]
            .iter()
            .take(10)
            .take_while(|b| b.is_ascii_alphanumeric())
            .map(u8::to_ascii_lowercase)
            .collect();
        let counts = matches!(
            word.as_slice(),
            b"div"
                | b"span"
                | b"table"
                | b"section"
                | b"ul"
                | b"ol"
                | b"blockquote"
                | b"font"
                | b"b"
                | b"i"
                | b"em"
                | b"strong"
                | b"a"
                | b"u"
                | b"center"
                | b"dl"
                | b"article"
                | b"form"
                | b"svg"
                | b"g"
        );
        if counts {
            depth = (depth + step).max(0);
            deepest = deepest.max(depth);
        }
    }
    deepest > DEEPEST
}

/// Returns the encoding that a page names in its first bytes.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let at = ["charset=", "encoding="]
        .iter()
        .find_map(|key| Some(head.find(key)? + key.len()))?;
    let label = head[at..].trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:".contains(c));
    Some(label[..end.unwrap_or(label.len())].to_owned())
}
