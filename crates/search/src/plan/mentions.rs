//! Names, days and quotations that a query asks for.

use super::{Node, Planner, Unit};
use crate::document_set::DocumentSet;
use crate::mentions::{self, Mentions};
use query::{FieldTest, Query};

impl Planner<'_> {
    /// A clause of a field: places in the texts, documents with such metadata, or both.
    pub(super) fn field_or_mentions(&mut self, name: &str, test: &FieldTest) -> Node {
        let index = self.dictionary.index;
        let mut has_field = true;
        let mut mentions = None;
        if query::is_layer_field(name) {
            has_field = index.field(name).is_some();
            let (found, is_known) = self.find_mentions(name, test);
            mentions = (is_known || !has_field).then_some(found);
        }
        let (documents, note) = if has_field {
            self.dictionary.field(name, test)
        } else {
            (DocumentSet::empty(index.n_documents()), None)
        };
        let Some(found) = mentions else {
            self.notes.extend(note);
            return Node::Documents(documents);
        };
        if documents.is_empty() {
            return self.mention_unit(name, test, found);
        }
        let notes = self.notes.len();
        let has_places = !found.spans.is_empty();
        let unit = self.mention_unit(name, test, found);
        if !has_places {
            self.notes.truncate(notes);
        }
        Node::Any(vec![unit, Node::Documents(documents)])
    }

    /// Returns the places that a field asks for, and whether any can be known.
    fn find_mentions(&self, name: &str, test: &FieldTest) -> (Mentions, bool) {
        let why = match self.dictionary.spans {
            Some(spans) => match spans.find(name, test) {
                Ok(found) => return (found, true),
                Err(why) => Some(why),
            },
            None => None,
        };
        let found = Mentions {
            spans: Vec::new(),
            notes: vec![mentions::unknown(name, why)],
        };
        (found, false)
    }

    fn mention_unit(&mut self, name: &str, test: &FieldTest, found: Mentions) -> Node {
        for note in found.notes {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
        let mut label = [name, ":"].concat();
        if let FieldTest::Words(words) | FieldTest::Phrase(words) = test {
            for word in words {
                label.push_str(&word.text);
                label.push(' ');
            }
        }
        label.truncate(label.trim_end().len());
        self.unit(Unit {
            label,
            is_mention: true,
            places: found.spans,
            ..Unit::default()
        })
    }

    pub(super) fn quotation(&mut self, inner: &Query) -> Option<Node> {
        let inner = self.node(inner)?;
        let test = FieldTest::Present;
        let (found, _) = self.find_mentions("said", &test);
        self.mention_unit("said", &test, found);
        let quotations = self.units.len() - 1;
        // Only what stands in it is marked and counted.
        self.units[quotations].positive = false;
        Some(Node::Quotation {
            inner: Box::new(inner),
            quotations,
        })
    }
}
