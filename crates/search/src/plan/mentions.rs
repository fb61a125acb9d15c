//! Names, days and quotations that a query asks for.

use super::{Node, Planner, Unit};
use crate::Note;
use crate::mentions::{self, Mentions};
use corpus::ByteSpan;
use index::DocId;
use query::{FieldTest, Query};

impl Planner<'_> {
    /// Places in the texts, or documents whose metadata have a field of this name with such a value.
    pub(super) fn mentions(&mut self, name: &str, test: &FieldTest) -> Node {
        let found = self.find_mentions(name, test);
        let has_field = self.dictionary.index.field(name).is_some();
        let in_metadata = has_field.then(|| self.dictionary.field(name, test));
        match (found, in_metadata) {
            (Err(_), Some((documents, note))) => {
                self.add_notes(note);
                Node::Documents(documents)
            }
            (Ok(found), Some((documents, _))) if !documents.is_empty() => {
                if !found.spans.is_empty() {
                    self.add_notes(found.notes);
                }
                let unit = self.mention_unit(name, test, found.spans);
                Node::Any(vec![unit, Node::Documents(documents)])
            }
            (found, _) => {
                let spans = self.noted(found);
                self.mention_unit(name, test, spans)
            }
        }
    }

    fn find_mentions(&self, name: &str, test: &FieldTest) -> Result<Mentions, Note> {
        match self.dictionary.spans {
            Some(spans) => {
                let found = spans.find(name, test);
                found.map_err(|why| mentions::unknown(name, Some(why)))
            }
            None => Err(mentions::unknown(name, None)),
        }
    }

    /// Keeps the notes of what was found and returns the places.
    fn noted(&mut self, found: Result<Mentions, Note>) -> Vec<(DocId, ByteSpan)> {
        match found {
            Ok(found) => {
                self.add_notes(found.notes);
                found.spans
            }
            Err(note) => {
                self.add_notes([note]);
                Vec::new()
            }
        }
    }

    fn mention_unit(
        &mut self,
        name: &str,
        test: &FieldTest,
        places: Vec<(DocId, ByteSpan)>,
    ) -> Node {
        let mut label = [name, ":"].concat();
        if let FieldTest::Words(words) | FieldTest::Phrase(words) = test {
            let words: Vec<&str> = words.iter().map(|word| &*word.text).collect();
            label.push_str(&words.join(" "));
        }
        self.unit(Unit {
            label,
            is_mention: true,
            places,
            ..Unit::default()
        })
    }

    pub(super) fn quotation(&mut self, inner: &Query) -> Option<Node> {
        let inner = self.node(inner)?;
        let test = FieldTest::Present;
        let found = self.find_mentions("said", &test);
        let places = self.noted(found);
        self.mention_unit("said", &test, places);
        let quotations = self.units.len() - 1;
        // Only what stands in it is marked and counted.
        self.units[quotations].positive = false;
        Some(Node::Quotation {
            inner: Box::new(inner),
            quotations,
        })
    }

    fn add_notes(&mut self, notes: impl IntoIterator<Item = Note>) {
        for note in notes {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
    }
}
