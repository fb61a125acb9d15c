//! Compounds: words that are written as one, with a hyphen or apart.

use super::{Form, Node, Planner, Slot, Unit};
use crate::Reason;
use crate::ranking::parameters::{LONG_QUERY_WORDS, WEIGHT_EXACT};
use query::{Query, WordForm};

impl Planner<'_> {
    /// A word that folds to several terms: one after another, or written as one.
    pub(super) fn compound(&mut self, text: &str, parts: &[String]) -> Node {
        let mut unit = Unit {
            label: text.to_string(),
            ..Unit::default()
        };
        // Only what is joined by hyphens is ever written as one; other scripts part words by themselves.
        let joined = crate::joined_form(text);
        if let Some(joined) = &joined {
            self.add_family(&mut unit, joined);
        }
        let terms: Option<Vec<Slot>> = parts
            .iter()
            .map(|part| self.dictionary.index.term_id(part).map(Slot::of))
            .collect();
        let adjacent = terms.filter(|slots| self.dictionary.adjacent(slots));
        let known = !unit.forms.is_empty() || adjacent.is_some();
        unit.sequences.extend(adjacent);
        if self.negated || !(self.is_question && joined.is_some()) {
            if !known && !self.negated {
                match joined {
                    Some(joined) => self.guess(&mut unit, &joined),
                    None => self.note_unknown(text, Vec::new()),
                }
            }
            return self.unit(unit);
        }
        // In a question everything counts: the parts are words of their own.
        let mut nodes: Vec<Node> = parts
            .iter()
            .map(|part| self.plain_term(part, part))
            .collect();
        if known {
            nodes.push(self.unit(unit));
        }
        Node::All(nodes)
    }

    /// Lets `albukamal` stand for the neighbours `al bukamal`.
    pub(super) fn join_neighbours(&mut self, children: &[Query]) {
        if self.reading.exact || children.len() > LONG_QUERY_WORDS {
            return;
        }
        let plain = |query: &Query| match query {
            Query::Word(word) if word.form == WordForm::Plain => Some(word.text.clone()),
            _ => None,
        };
        for pair in children.windows(2) {
            let (Some(left), Some(right)) = (plain(&pair[0]), plain(&pair[1])) else {
                continue;
            };
            let joined = crate::words_of(&[left.as_str(), right.as_str()].concat());
            let [joined] = joined.as_slice() else {
                continue;
            };
            let Some(term) = self.dictionary.index.term_id(joined) else {
                continue;
            };
            let form = Form {
                term,
                weight: WEIGHT_EXACT,
            };
            let label = [left.as_str(), " ", right.as_str()].concat();
            self.record(&label, Reason::Joined, &[form]);
            for unit in &mut self.units {
                let named = unit.label == left || unit.label == right;
                if named
                    && unit.positive != self.negated
                    && !unit.forms.iter().any(|other| other.term == term)
                {
                    unit.forms.push(form);
                }
            }
        }
    }
}
