//! A desk to JSON. One annotation a line, so that two files can be compared.

use super::{CONTEXT, DOCUMENT, PAGE, READ, VERSION, encoded};
use crate::{Coverage, Desk, Mark, Moment, SavedSearch, Target};
use json::push_text;

impl Desk {
    /// Returns the file of this desk, made at `now`. Equal desks give equal files.
    #[must_use]
    pub fn to_json(&self, now: Moment) -> String {
        let mut out = Out(String::from("{\n"));
        out.raw("\"@context\":[")
            .text(CONTEXT)
            .raw(",{\"vademecum\":\"urn:vademecum:\"}],\n");
        out.raw("\"id\":\"urn:vademecum:desk\",\n\"type\":\"AnnotationCollection\",\n");
        out.raw("\"vademecum:version\":").number(VERSION).raw(",\n");
        out.raw("\"modified\":").moment(now).raw(",\n");
        let total = self.marks.len() + self.searches.len() + self.coverage.len();
        out.raw("\"total\":").number(total as u32).raw(",\n");
        out.raw("\"vademecum:removed\":[");
        for (at, (id, moment)) in self.removed.iter().enumerate() {
            out.raw(if at == 0 { "\n" } else { ",\n" });
            out.raw("{\"id\":")
                .text(id)
                .raw(",\"modified\":")
                .moment(*moment)
                .raw("}");
        }
        out.raw("],\n\"first\":{\"id\":\"urn:vademecum:desk:1\",\"type\":\"AnnotationPage\",\"startIndex\":0,\"items\":[");
        let mut is_first = true;
        let mut begin = |out: &mut Out| {
            out.raw(if std::mem::take(&mut is_first) {
                "\n"
            } else {
                ",\n"
            });
        };
        for (id, mark) in &self.marks {
            begin(&mut out);
            out.mark(id, mark);
        }
        for (id, search) in &self.searches {
            begin(&mut out);
            out.search(id, search);
        }
        for (document, coverage) in &self.coverage {
            begin(&mut out);
            out.coverage(document, coverage);
        }
        out.raw("\n]}}\n");
        out.0
    }
}

struct Out(String);

impl Out {
    fn raw(&mut self, text: &str) -> &mut Self {
        self.0.push_str(text);
        self
    }

    fn text(&mut self, text: &str) -> &mut Self {
        push_text(&mut self.0, text);
        self
    }

    fn number(&mut self, number: u32) -> &mut Self {
        self.raw(&number.to_string())
    }

    fn moment(&mut self, moment: Moment) -> &mut Self {
        self.text(&moment.to_text())
    }

    /// Writes a prefix and an encoded name as one text.
    fn iri(&mut self, prefix: &str, name: &str) -> &mut Self {
        let mut iri = prefix.to_owned();
        encoded(name, &mut iri);
        self.text(&iri)
    }

    fn head(&mut self, id: &str, motivation: &str, created: Moment, modified: Moment) {
        self.raw("{\"id\":")
            .text(id)
            .raw(",\"type\":\"Annotation\",\"motivation\":")
            .text(motivation);
        self.raw(",\"created\":")
            .moment(created)
            .raw(",\"modified\":")
            .moment(modified);
    }

    fn body(&mut self, value: &str, purpose: &str) {
        self.raw("{\"type\":\"TextualBody\",\"format\":\"text/plain\",\"value\":")
            .text(value);
        self.raw(",\"purpose\":").text(purpose).raw("}");
    }

    fn mark(&mut self, id: &str, mark: &Mark) {
        let motivation = if mark.note.is_empty() {
            "highlighting"
        } else {
            "commenting"
        };
        self.head(id, motivation, mark.created, mark.modified);
        self.raw(",\"body\":[");
        if !mark.note.is_empty() {
            self.body(&mark.note, "commenting");
        }
        for tag in &mark.tags {
            if self.0.ends_with('}') {
                self.raw(",");
            }
            self.body(tag, "tagging");
        }
        self.raw("],\"target\":{\"type\":\"SpecificResource\",\"source\":")
            .iri(DOCUMENT, &mark.target.document);
        self.raw(",\"vademecum:title\":").text(&mark.target.title);
        self.raw(",\"vademecum:corpus\":").text(&mark.target.corpus);
        self.raw(",\"selector\":[");
        self.selectors(&mark.target);
        self.raw("]}}");
    }

    fn selectors(&mut self, target: &Target) {
        self.raw("{\"type\":\"TextQuoteSelector\",\"exact\":")
            .text(&target.quote.exact);
        self.raw(",\"prefix\":").text(&target.quote.prefix);
        self.raw(",\"suffix\":").text(&target.quote.suffix);
        self.raw("},");
        self.position("TextPositionSelector", target.characters)
            .raw("},");
        self.position("DataPositionSelector", target.bytes)
            .raw("},");
        let mut fragment = String::from("/doc/");
        encoded(&target.document, &mut fragment);
        fragment.push('/');
        encoded(&target.block, &mut fragment);
        self.raw("{\"type\":\"FragmentSelector\",\"value\":")
            .text(&fragment)
            .raw(",\"refinedBy\":");
        self.position("DataPositionSelector", target.in_block)
            .raw("}}");
    }

    /// Writes a selector that counts, without its end.
    fn position(&mut self, kind: &str, [start, end]: [u32; 2]) -> &mut Self {
        self.raw("{\"type\":")
            .text(kind)
            .raw(",\"start\":")
            .number(start);
        self.raw(",\"end\":").number(end)
    }

    fn search(&mut self, id: &str, search: &SavedSearch) {
        self.head(id, "bookmarking", search.created, search.modified);
        self.raw(",\"body\":[");
        self.body(&search.name, "describing");
        self.raw("],\"target\":{\"type\":\"SpecificResource\",\"source\":")
            .text(PAGE);
        self.raw(",\"selector\":[{\"type\":\"FragmentSelector\",\"value\":")
            .text(&search.address)
            .raw("}]}}");
    }

    fn coverage(&mut self, document: &str, coverage: &Coverage) {
        self.raw("{\"id\":")
            .iri(READ, document)
            .raw(",\"type\":\"Annotation\",\"motivation\":\"assessing\",\"modified\":");
        self.moment(coverage.modified).raw(",\"vademecum:read\":");
        self.raw(if coverage.is_read { "true" } else { "false" });
        self.raw(",\"vademecum:since\":").moment(coverage.since);
        self.raw(",\"vademecum:blocks\":[");
        for (at, block) in coverage.blocks.iter().enumerate() {
            self.raw(if at == 0 { "" } else { "," }).text(block);
        }
        self.raw("],\"target\":").iri(DOCUMENT, document).raw("}");
    }
}
