//! One RIS record: lines of a tag of two letters, two spaces, a hyphen, a space and a value, ended by CR LF.

use crate::date::push_padded;
use crate::{Date, Day, Passage, Work, bibtex, one_line};

pub(crate) fn written(work: &Work, passage: Option<&Passage>) -> String {
    let further = work.further();
    let mut record = Record(String::new());
    record.line("TY", work.kind().ris);
    record.line("ID", &work.key());
    for name in work.authors() {
        record.line("AU", &without_asterisks(&name.sorted()));
    }
    for name in work.translators() {
        record.line("A4", &without_asterisks(&name.sorted()));
    }
    record.line("TI", work.title());
    record.line("T2", &without_asterisks(work.source()));
    if let Some(date) = work.date() {
        let mut year = String::new();
        push_padded(&mut year, date.start.year, 4);
        record.line("PY", &year);
        record.line("DA", &slashed(date));
    }
    record.line("PB", further.publisher);
    record.line("CY", further.place);
    record.line("VL", further.volume);
    record.line("IS", further.issue);
    record.line("SE", further.section);
    let (first, last) = match further.pages.split_once(['-', '–']) {
        Some((first, last)) => (first.trim(), last.trim_start_matches(['-', '–', ' '])),
        None => (further.pages, ""),
    };
    record.line("SP", first);
    record.line("EP", last);
    record.line("DO", further.doi);
    record.line("SN", further.isbn);
    record.line("UR", work.url_or_link(passage));
    if let Some(accessed) = work.accessed() {
        record.line("Y2", &slashed(accessed));
    }
    record.line("DB", work.collection());
    record.line("LA", work.lang());
    for tag in work.tags() {
        record.line("KW", &without_asterisks(tag));
    }
    record.line("AB", further.abstract_);
    record.line("N1", &bibtex::annotation(passage));
    record.0.push_str("ER  - \r\n");
    record.0
}

/// Returns `YYYY/MM/DD/other info`. The slashes stand where a part is not known; a quality or the end of a
/// span is "other info", which is letters, spaces and hyphens.
fn slashed(date: Date) -> String {
    let Day {
        year, month, day, ..
    } = date.start;
    let mut text = String::new();
    push_padded(&mut text, year, 4);
    for part in [month, day] {
        text.push('/');
        if let Some(part) = part {
            push_padded(&mut text, part.into(), 2);
        }
    }
    text.push('/');
    let mut infos = Vec::new();
    if date.start.is_approximate {
        infos.push("approximate".to_owned());
    }
    if date.start.is_uncertain {
        infos.push("uncertain".to_owned());
    }
    if let Some(end) = date.end {
        infos.push(
            [
                "to ",
                &Date {
                    start: end,
                    end: None,
                }
                .in_words(),
            ]
            .concat()
            .replace(['(', ')'], ""),
        );
    }
    text.push_str(&infos.join(" "));
    text
}

/// The specification allows no asterisk in authors, periodicals and keywords.
fn without_asterisks(text: &str) -> String {
    text.replace('*', "")
}

struct Record(String);

impl Record {
    /// Appends a line, unless there is nothing to say.
    fn line(&mut self, tag: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        for part in [tag, "  - ", &one_line(value), "\r\n"] {
            self.0.push_str(part);
        }
    }
}
