//! A search's answer as JSON, written by hand.
//!
//! `window.vademecum` gives back what `vademecum search --format json` prints. A general serialiser would
//! weigh 16 KB (brotli) in the page; these lines weigh two. A test compares them with `serde_json`.

use protocol::{ExpansionRecord, FacetRecord, HitRecord, NoteRecord, PassageRecord, SearchRecord};

/// Returns the record as JSON, with the names that `protocol` gives its fields.
#[must_use]
pub fn search(record: &SearchRecord) -> String {
    let mut out = Json(String::with_capacity(1024));
    out.raw("{\"query\":")
        .string(&record.query)
        .raw(",\"read_as\":")
        .string(&record.read_as);
    out.raw(",\"total\":").number(record.total as u64);
    out.raw(",\"partial_total\":")
        .number(record.partial_total as u64);
    out.raw(",\"took_us\":").number(record.took_us);
    out.raw(",\"hits\":").list(&record.hits, hit);
    out.raw(",\"expansions\":{");
    for (i, (word, forms)) in record.expansions.iter().enumerate() {
        out.raw(if i == 0 { "" } else { "," })
            .string(word)
            .raw(":")
            .strings(forms);
    }
    out.raw("},\"expansion_details\":")
        .list(&record.expansion_details, expansion);
    out.raw(",\"facets\":").list(&record.facets, facet);
    out.raw(",\"notes\":").list(&record.notes, note);
    out.raw("}");
    out.0
}

/// Returns `[{"id","score"}]`: what a ranking benchmark asks for.
#[must_use]
pub fn ranking(ranked: &[(&str, f64)]) -> String {
    let mut out = Json(String::new());
    out.list(ranked, |out, (id, score)| {
        out.raw("{\"id\":")
            .string(id)
            .raw(",\"score\":")
            .float(*score)
            .raw("}");
    });
    out.0
}

fn hit(out: &mut Json, hit: &HitRecord) {
    out.raw("{\"id\":")
        .string(&hit.id)
        .raw(",\"title\":")
        .string(&hit.title);
    out.raw(",\"score\":").float(hit.score).raw(",\"date\":");
    match &hit.date {
        Some(date) => out.string(date),
        None => out.raw("null"),
    };
    out.raw(",\"missing\":").strings(&hit.missing);
    out.raw(",\"matches\":").number(hit.matches as u64);
    out.raw(",\"passages\":").list(&hit.passages, passage);
    out.raw("}");
}

fn passage(out: &mut Json, passage: &PassageRecord) {
    out.raw("{\"text\":")
        .string(&passage.text)
        .raw(",\"block\":")
        .string(&passage.block);
    out.raw(",\"start\":")
        .number(passage.start.into())
        .raw(",\"end\":")
        .number(passage.end.into());
    out.raw(",\"marks\":")
        .list(&passage.marks, |out, [start, end]| {
            out.raw("[")
                .number((*start).into())
                .raw(",")
                .number((*end).into())
                .raw("]");
        });
    out.raw("}");
}

fn expansion(out: &mut Json, expansion: &ExpansionRecord) {
    out.raw("{\"word\":")
        .string(&expansion.word)
        .raw(",\"reason\":")
        .string(&expansion.reason);
    out.raw(",\"forms\":")
        .list(&expansion.forms, |out, (form, count)| {
            out.raw("[").string(form).raw(",").number(*count).raw("]");
        });
    out.raw("}");
}

fn facet(out: &mut Json, facet: &FacetRecord) {
    out.raw("{\"field\":")
        .string(&facet.field)
        .raw(",\"values\":")
        .list(&facet.values, |out, value| {
            out.raw("{\"value\":")
                .string(&value.value)
                .raw(",\"count\":")
                .number(value.count as u64);
            out.raw(",\"chosen\":")
                .raw(if value.chosen { "true}" } else { "false}" });
        });
    out.raw("}");
}

fn note(out: &mut Json, note: &NoteRecord) {
    out.raw("{\"kind\":")
        .string(&note.kind)
        .raw(",\"about\":")
        .string(&note.about);
    out.raw(",\"message\":")
        .string(&note.message)
        .raw(",\"suggestions\":")
        .strings(&note.suggestions);
    out.raw("}");
}

/// A text that is being written as JSON.
#[derive(Debug, Default)]
pub struct Json(String);

impl Json {
    /// Returns what was written.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }

    /// Writes text as it is.
    pub fn raw(&mut self, text: &str) -> &mut Self {
        self.0.push_str(text);
        self
    }

    /// Writes a number.
    pub fn number(&mut self, number: u64) -> &mut Self {
        self.raw(&number.to_string())
    }

    /// Writes a score with six decimals; the standard library's float printer would weigh more than this
    /// file. JSON has no infinities: what is not finite is written as null.
    fn float(&mut self, number: f64) -> &mut Self {
        if !number.is_finite() {
            return self.raw("null");
        }
        let millionths = (number.abs() * 1e6 + 0.5) as u64;
        self.raw(if number < 0.0 { "-" } else { "" });
        self.number(millionths / 1_000_000);
        let decimals = (millionths % 1_000_000 + 1_000_000).to_string();
        self.raw(".").raw(&decimals[1..])
    }

    /// Writes a string, quoted and escaped (RFC 8259).
    pub fn string(&mut self, text: &str) -> &mut Self {
        ::json::push_text(&mut self.0, text);
        self
    }

    /// Writes an array of strings.
    pub fn strings(&mut self, texts: &[String]) -> &mut Self {
        self.list(texts, |out, text| {
            out.string(text);
        })
    }

    /// Writes an array; `write` writes an element.
    pub fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) -> &mut Self {
        self.0.push('[');
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                self.0.push(',');
            }
            write(self, item);
        }
        self.0.push(']');
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::FacetValueRecord;

    fn full() -> SearchRecord {
        SearchRecord {
            query: "\"a\"\\ \n\t\u{1b} ḥ 🏛".into(),
            read_as: "a b".into(),
            total: 3,
            partial_total: 1,
            took_us: 12,
            hits: vec![
                HitRecord {
                    id: "x".into(),
                    title: "T".into(),
                    score: 17.250_125,
                    date: Some("2024-12".into()),
                    missing: vec!["b".into()],
                    matches: 2,
                    passages: vec![PassageRecord {
                        text: "one two".into(),
                        block: "0badcafe".into(),
                        start: 4,
                        end: 11,
                        marks: vec![[0, 3], [4, 7]],
                    }],
                },
                HitRecord {
                    score: 12.0,
                    ..HitRecord::default()
                },
            ],
            expansions: [("a".to_owned(), vec!["as".to_owned(), "a".to_owned()])].into(),
            expansion_details: vec![ExpansionRecord {
                word: "a".into(),
                reason: "stem".into(),
                forms: vec![("as".into(), 4)],
            }],
            facets: vec![FacetRecord {
                field: "tag".into(),
                values: vec![FacetValueRecord {
                    value: "Homs".into(),
                    count: 2,
                    chosen: true,
                }],
                mentioned: false,
            }],
            notes: vec![NoteRecord {
                kind: "typo".into(),
                about: "a".into(),
                message: "m".into(),
                suggestions: vec!["s".into()],
            }],
        }
    }

    #[test]
    fn reads_back_as_the_same_record() {
        for record in [full(), SearchRecord::default()] {
            let written = search(&record);
            assert_eq!(
                serde_json::from_str::<SearchRecord>(&written).expect(&written),
                record
            );
        }
    }

    #[test]
    fn holds_every_field_that_the_command_line_prints() {
        let ours: serde_json::Value = serde_json::from_str(&search(&full())).expect("valid JSON");
        assert_eq!(
            ours,
            serde_json::to_value(full()).expect("a record is JSON")
        );
    }

    #[test]
    fn a_ranking_holds_ids_and_scores() {
        assert_eq!(
            ranking(&[("a\"", 12.0)]),
            "[{\"id\":\"a\\\"\",\"score\":12.000000}]"
        );
    }
}
