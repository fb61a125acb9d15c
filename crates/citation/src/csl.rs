//! An array with one CSL-JSON item.

use crate::{Date, Name, Passage, Work, bibtex};
use json::push_text;

pub(crate) fn written(work: &Work, passage: Option<&Passage>) -> String {
    let further = work.further();
    let mut item = Item(String::from("[{"));
    item.text("id", &work.key());
    item.text("type", work.kind().csl);
    item.text("title", work.title());
    item.names("author", &work.authors());
    item.names("translator", &work.translators());
    item.text("container-title", work.source());
    item.date("issued", work.date());
    item.date("accessed", work.accessed());
    item.text("publisher", further.publisher);
    item.text("publisher-place", further.place);
    item.text("volume", further.volume);
    item.text("issue", further.issue);
    item.text("page", further.pages);
    item.text("section", further.section);
    item.text("archive", work.collection());
    item.text("DOI", further.doi);
    item.text("ISBN", further.isbn);
    item.text("URL", work.url_or_link(passage));
    item.text("language", work.lang());
    item.text("keyword", &work.tags().join(", "));
    item.text("license", further.rights);
    item.text("abstract", further.abstract_);
    item.text("note", &bibtex::annotation(passage));
    item.0.push_str("}]");
    item.0
}

struct Item(String);

impl Item {
    fn key(&mut self, name: &str) {
        if !self.0.ends_with('{') {
            self.0.push(',');
        }
        push_text(&mut self.0, name);
        self.0.push(':');
    }

    fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.key(name);
            push_text(&mut self.0, value);
        }
    }

    fn names(&mut self, name: &str, names: &[Name]) {
        if names.is_empty() {
            return;
        }
        self.key(name);
        for (at, name) in names.iter().enumerate() {
            self.0.push_str(if at == 0 { "[{" } else { ",{" });
            match name {
                Name::Person { family, given } => {
                    self.text("family", family);
                    self.text("given", given);
                }
                Name::Whole(whole) => self.text("literal", whole),
            }
            self.0.push('}');
        }
        self.0.push(']');
    }

    /// Appends a date with as many parts as are known. CSL has one word for "about" and "not sure".
    fn date(&mut self, name: &str, date: Option<Date>) {
        let Some(date) = date else { return };
        self.key(name);
        self.0.push_str("{\"date-parts\":[");
        let days = [Some(date.start), date.end];
        for (at, day) in days.into_iter().flatten().enumerate() {
            let parts: Vec<String> = day.parts().iter().map(u16::to_string).collect();
            for part in [if at == 0 { "[" } else { ",[" }, &parts.join(","), "]"] {
                self.0.push_str(part);
            }
        }
        self.0.push(']');
        if days
            .into_iter()
            .flatten()
            .any(|day| day.is_approximate || day.is_uncertain)
        {
            self.0.push_str(",\"circa\":true");
        }
        self.0.push('}');
    }
}
