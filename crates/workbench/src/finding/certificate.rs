//! A record of a search: what was asked, what was tried, which texts were searched. It speaks for what is
//! not there as well as for what is.

use super::wording;
use crate::json::Json;
use crate::markup::{Element, element, link, styled, worded};
use crate::state::{Place, ViewState};
use protocol::{CertificateRecord, PartRecord};
use vademecum_page::views::button;

/// Id of the element that lies over the page.
pub const DIALOG: &str = "certificate";

/// Returns the lines of a record: name and value.
fn facts(record: &CertificateRecord, date: &str) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        (wording::CORPUS.words(), record.title.clone()),
        (wording::VERSION.words(), record.version.clone()),
        (wording::DATE.words(), date.to_owned()),
        (wording::QUERY.words(), record.lens.query.clone()),
        (wording::READ_AS.words(), record.read_as.clone()),
    ];
    for filter in &record.lens.filters {
        let values = filter.values.join(", ");
        let filter = [&crate::wording::field(&filter.field), ": ", &*values].concat();
        facts.push((crate::wording::FILTERS.words(), filter));
    }
    let widening = if record.lens.exact {
        wording::EXACT
    } else {
        wording::WIDE
    };
    facts.push((wording::WIDENING.words(), widening.to_string()));
    facts.push((wording::FOUND.words(), wording::found(record.total)));
    let searched = wording::searched(record.documents.len(), record.words as usize);
    facts.push((wording::SEARCHED.words(), searched));
    if !record.parts.is_empty() {
        let parts: Vec<String> = record.parts.iter().map(part).collect();
        facts.push((wording::PART_COUNTS.words(), parts.join("; ")));
    }
    if !record.variants.is_empty() {
        facts.push((wording::VARIANTS.words(), variants(record)));
    }
    if !record.notes.is_empty() {
        let notes = record.notes.iter();
        let notes: Vec<String> = notes
            .map(|note| crate::wording::sentence(&note.message))
            .collect();
        facts.push((wording::NOTES.words(), notes.join(" ")));
    }
    facts.push((wording::DIGEST.words(), record.digest.clone()));
    facts
}

fn part(part: &PartRecord) -> String {
    let finds = wording::part_finds(part.documents, part.documents_without_filters);
    [&part.part, " (", &finds, ")"].concat()
}

fn variants(record: &CertificateRecord) -> String {
    let mut words: Vec<String> = Vec::new();
    for variant in &record.variants {
        let forms = variant.forms.iter();
        let forms: Vec<String> = forms
            .map(|(form, n)| [form, " ", &crate::wording::number(*n as usize)].concat())
            .collect();
        words.push([&variant.word, " → ", &forms.join(", ")].concat());
    }
    words.join("; ")
}

/// Returns the record as a text of lines.
#[must_use]
pub fn text(record: &CertificateRecord, date: &str) -> String {
    let mut out = [wording::CERTIFY.words(), "\n\n"].concat();
    for (name, value) in facts(record, date) {
        for part in [name, ": ", &value, "\n"] {
            out.push_str(part);
        }
    }
    for part in ["\n", &wording::TEXTS, "\n"] {
        out.push_str(part);
    }
    for document in &record.documents {
        let answers = if document.answers { "*" } else { " " };
        for part in [
            answers,
            " ",
            &document.sha256,
            "  ",
            &document.id,
            "  ",
            &document.title,
            "\n",
        ] {
            out.push_str(part);
        }
    }
    out
}

/// Returns the record as JSON, with the names that `protocol` gives its fields, and the date.
#[must_use]
pub fn json(record: &CertificateRecord, date: &str) -> String {
    let mut out = Json::default();
    out.raw("{\"title\":").string(&record.title);
    out.raw(",\"version\":").string(&record.version);
    out.raw(",\"date\":").string(date);
    out.raw(",\"lens\":{\"query\":").string(&record.lens.query);
    out.raw(",\"filters\":")
        .list(&record.lens.filters, |out, filter| {
            out.raw("{\"field\":").string(&filter.field);
            out.raw(",\"values\":").strings(&filter.values).raw("}");
        });
    let exact = if record.lens.exact { "true" } else { "false" };
    out.raw(",\"exact\":").raw(exact).raw("}");
    out.raw(",\"read_as\":").string(&record.read_as);
    out.raw(",\"total\":").number(record.total as u64);
    out.raw(",\"parts\":").list(&record.parts, |out, part| {
        out.raw("{\"part\":").string(&part.part);
        out.raw(",\"documents\":").number(part.documents as u64);
        out.raw(",\"documents_without_filters\":")
            .number(part.documents_without_filters as u64)
            .raw("}");
    });
    out.raw(",\"variants\":")
        .list(&record.variants, |out, variant| {
            out.raw("{\"word\":").string(&variant.word);
            out.raw(",\"reason\":").string(&variant.reason);
            out.raw(",\"forms\":")
                .list(&variant.forms, |out, (form, n)| {
                    out.raw("[").string(form).raw(",").number(*n).raw("]");
                });
            out.raw("}");
        });
    out.raw(",\"notes\":").list(&record.notes, |out, note| {
        out.string(&note.message);
    });
    out.raw(",\"words\":").number(record.words);
    out.raw(",\"digest\":").string(&record.digest);
    out.raw(",\"documents\":")
        .list(&record.documents, |out, document| {
            out.raw("{\"id\":").string(&document.id);
            out.raw(",\"title\":").string(&document.title);
            out.raw(",\"sha256\":").string(&document.sha256);
            let answers = if document.answers { "true" } else { "false" };
            out.raw(",\"answers\":").raw(answers).raw("}");
        });
    out.raw("}\n");
    out.into_text()
}

/// Returns the record as what lies over the page.
#[must_use]
pub fn view(record: &CertificateRecord, date: &str) -> Element {
    let mut list = element("dl");
    for (name, value) in facts(record, date) {
        let value = element("dd")
            .with("dir", "auto")
            .text(&crate::text::shown(&value));
        list = list.child(element("div").child(worded("dt", name)).child(value));
    }
    let mut texts = element("ul");
    for document in &record.documents {
        let mut item = element("li")
            .child(worded("bdi", &document.title))
            .text(" ")
            .child(worded("code", &document.sha256));
        if document.answers {
            item = item.text(" ").child(worded("strong", &wording::ANSWERS));
        }
        texts = texts.child(item);
    }
    let mut line = styled("div", "exports");
    for (value, name) in [
        ("text", &wording::SAVE_TEXT),
        ("json", &wording::SAVE_JSON),
        ("copy", &wording::COPY),
    ] {
        line = line.child(
            button("quiet", "take-certificate")
                .with("data-value", value)
                .text(name),
        );
    }
    dialog(DIALOG, &wording::CERTIFY)
        .child(line)
        .child(list)
        .child(
            element("details")
                .child(worded("summary", &wording::TEXTS))
                .child(texts),
        )
}

/// Returns what lies over the page, with its heading and a way to close it.
pub(super) fn dialog(id: &str, heading: &str) -> Element {
    let heading_id = [id, "-heading"].concat();
    let head = styled("div", "dialog-head")
        .child(worded("h2", heading).with("id", &heading_id))
        .child(button("quiet", "close-dialog").text(&wording::CLOSE));
    styled("dialog", "over")
        .with("id", id)
        .with("aria-labelledby", &heading_id)
        .child(head)
}

/// Returns the controls that go with every search, and the way to how one searches.
#[must_use]
pub fn tools(state: &ViewState) -> Element {
    let help = state.at(Place::About).to_fragment();
    styled("div", "search-tools")
        .child(button("quiet", "keep-search").text(&crate::wording::KEEP_SEARCH))
        .child(button("quiet", "certify").text(&wording::CERTIFY))
        .child(button("quiet", "show-keys").text(&wording::KEYS))
        .child(link(&help, &wording::HOW_TO_SEARCH))
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::{ExpansionRecord, Filter, Lens, SearchedRecord};

    fn record() -> CertificateRecord {
        CertificateRecord {
            title: "Accounts".into(),
            version: "0badcafe".into(),
            lens: Lens {
                query: "captagon \"x\"".into(),
                filters: vec![Filter {
                    field: "year".into(),
                    values: vec!["2024".into()],
                }],
                exact: false,
            },
            read_as: "captagon x".into(),
            parts: vec![PartRecord {
                part: "captagon".into(),
                documents: 0,
                documents_without_filters: 2,
                near: Vec::new(),
            }],
            variants: vec![ExpansionRecord {
                word: "captagon".into(),
                reason: "stem".into(),
                forms: vec![("captagons".into(), 3)],
            }],
            documents: vec![SearchedRecord {
                id: "a".into(),
                title: "A".into(),
                sha256: "00ff".into(),
                answers: false,
            }],
            words: 1200,
            digest: "aa".into(),
            ..CertificateRecord::default()
        }
    }

    #[test]
    fn the_text_says_what_was_asked_tried_and_searched() {
        let text = text(&record(), "2026-11-21T12:00:00Z");
        for line in [
            "Date of the search: 2026-11-21T12:00:00Z",
            "Query: captagon \"x\"",
            "Found: nothing: no text searched answers this query",
            "Searched: 1 document · 1,200 words",
            "Variants tried: captagon → captagons 3",
            "  00ff  a  A",
        ] {
            assert!(text.contains(line), "{line}: {text}");
        }
    }

    #[test]
    fn the_json_is_read_back() {
        let value: serde_json::Value =
            serde_json::from_str(&json(&record(), "2026-11-21")).expect("valid JSON");
        assert_eq!(value["lens"]["filters"][0]["values"][0], "2024");
        assert_eq!(value["variants"][0]["forms"][0][1], 3);
        assert_eq!(value["documents"][0]["sha256"], "00ff");
        assert_eq!(value["date"], "2026-11-21");
    }
}
