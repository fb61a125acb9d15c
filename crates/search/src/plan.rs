//! What a query asks of this index: a tree over units.
//!
//! A [`Unit`] is what is scored and marked as one thing: a word with all the forms that it was widened
//! to, or a phrase. The tree says which documents answer.

mod compounds;
mod mentions;
mod parts;
mod phrases;

use crate::expansion::Dictionary;
use crate::ranking::function_words::{is_function_word, is_request_word};
use crate::ranking::parameters::{LONG_QUERY_WORDS, WEIGHT_EXACT};
use crate::{Expansion, Note, NoteKind, Reason};
use analysis::Language;
use index::TermId;
use query::{FieldTest, Query, Word, WordForm};
use sorting::SmallSort;
use std::mem::Discriminant;

pub(crate) use parts::{Form, Node, Plan, Reading, Slot, Spelling, Unit, forms_of};

/// Most query words that are looked up; a pasted chapter is cut there, with a note.
const MAX_UNITS: usize = 256;

/// Most sentences, blocks and quotations inside each other.
const MAX_SCOPES: usize = 3;

/// Makes the plan of a query.
pub(crate) fn plan(dictionary: Dictionary<'_>, query: &Query, reading: Reading) -> Plan {
    let words = match query {
        Query::All(children) => children.as_slice(),
        single => std::slice::from_ref(single),
    };
    let n_words = words.iter().filter(|child| is_word(child)).count();
    let only_words = n_words == words.len();
    let is_question = n_words > LONG_QUERY_WORDS;
    let mut planner = Planner {
        dictionary,
        reading,
        is_question,
        negated: false,
        scopes: Vec::new(),
        units: Vec::new(),
        expansions: Vec::new(),
        notes: Vec::new(),
    };
    let root = if is_question && !only_words {
        planner.question(words)
    } else {
        planner.node(query)
    };
    let root = root.unwrap_or(Node::Everything);
    mark_carriers(
        &mut planner.units,
        &dictionary.tables.languages,
        is_question,
    );
    Plan {
        words_only: only_words && matches!(root, Node::All(_)),
        root,
        is_question,
        units: planner.units,
        expansions: planner.expansions,
        notes: planner.notes,
    }
}

/// A word of the query itself, in any form.
fn is_word(query: &Query) -> bool {
    matches!(query, Query::Word(_))
}

/// Finds the units that only carry the others, where there are others.
fn mark_carriers(units: &mut [Unit], languages: &[Language], is_question: bool) {
    let mut carries = Vec::with_capacity(units.len());
    for unit in units.iter() {
        let words = crate::words_of(&unit.label);
        carries.push(
            matches!(words.as_slice(), [word] if is_function_word(word, languages)
            || is_question && is_request_word(word, languages)),
        );
    }
    let mut rest = units.iter().zip(&carries);
    if rest.any(|(unit, &carries)| unit.positive && !carries) {
        for (unit, carries) in units.iter_mut().zip(carries) {
            unit.is_carrier = carries;
        }
    }
}

struct Planner<'i> {
    dictionary: Dictionary<'i>,
    reading: Reading,
    /// Compounds also count by their parts.
    is_question: bool,
    negated: bool,
    /// The sentence, block or quotation that is being read, and those around it.
    scopes: Vec<Discriminant<Query>>,
    units: Vec<Unit>,
    expansions: Vec<Expansion>,
    notes: Vec<Note>,
}

impl Planner<'_> {
    /// Returns the node of a query, or `None` where it asks nothing (a word without letters).
    fn node(&mut self, query: &Query) -> Option<Node> {
        match query {
            Query::Everything => Some(Node::Everything),
            Query::Word(word) => self.word(word),
            Query::Phrase { words, slop, .. } => self.phrase(words, *slop),
            Query::Near {
                left,
                right,
                distance,
                ordered,
            } => {
                let (left, right) = (self.node(left)?, self.node(right)?);
                if matches!(left, Node::Documents(_)) || matches!(right, Node::Documents(_)) {
                    let message = "metadata have no place in a text; `NEAR` is read as `AND`";
                    self.note(NoteKind::Parser, "NEAR", message.to_string(), Vec::new());
                    return Some(Node::All(vec![left, right]));
                }
                Some(Node::Near {
                    left: Box::new(left),
                    right: Box::new(right),
                    distance: *distance,
                    ordered: *ordered,
                })
            }
            Query::All(children) => {
                let nodes: Vec<Node> = children
                    .iter()
                    .filter_map(|child| self.node(child))
                    .collect();
                self.join_neighbours(children);
                several(nodes, Node::All)
            }
            Query::Any(children) => several(
                children
                    .iter()
                    .filter_map(|child| self.node(child))
                    .collect(),
                Node::Any,
            ),
            Query::Not(inner) => {
                self.negated = !self.negated;
                let node = self.node(inner);
                self.negated = !self.negated;
                Some(Node::Not(Box::new(node?)))
            }
            Query::Sentence(inner) => self.scope(query, inner),
            Query::Paragraph(inner) => self.scope(query, inner),
            Query::Quotation(inner) => self.scope(query, inner),
            Query::Field { name, test, .. } => self.field(name, test),
        }
    }

    /// What has to stand in one sentence, block or quotation.
    ///
    /// A sentence inside a sentence is that sentence; a quotation may stand inside a longer one. Each further
    /// scope multiplies the work by the number of sentences in a text, so that only so many are looked into.
    fn scope(&mut self, query: &Query, inner: &Query) -> Option<Node> {
        let kind = std::mem::discriminant(query);
        let is_quotation = matches!(query, Query::Quotation(_));
        if self.scopes.last() == Some(&kind) && !is_quotation {
            return self.node(inner);
        }
        if self.scopes.len() >= MAX_SCOPES {
            let message = "sentences, paragraphs and quotations are looked for inside each other \
                           three deep; what is deeper counts anywhere in the innermost";
            self.note(NoteKind::Bound, "", message.to_string(), Vec::new());
            return self.node(inner);
        }
        self.scopes.push(kind);
        let node = match query {
            Query::Sentence(_) => self.node(inner).map(|node| Node::Sentence(Box::new(node))),
            Query::Paragraph(_) => self.node(inner).map(|node| Node::Paragraph(Box::new(node))),
            _ => self.quotation(inner),
        };
        self.scopes.pop();
        node
    }

    /// A question with operators: documents with any of its words, where the operators let them pass.
    fn question(&mut self, children: &[Query]) -> Option<Node> {
        let (mut words, mut required) = (Vec::new(), Vec::new());
        for child in children {
            let node = self.node(child);
            if is_word(child) {
                words.extend(node);
            } else {
                required.extend(node);
            }
        }
        required.extend(several(words, Node::Any));
        several(required, Node::All)
    }

    fn word(&mut self, word: &Word) -> Option<Node> {
        if self.units.len() >= MAX_UNITS {
            self.note_bound_once();
            return None;
        }
        if let Some(at) = self.same_word(word) {
            self.units[at].count += 1;
            return Some(Node::Unit(at));
        }
        match word.form {
            WordForm::Plain => self.plain(&word.text),
            WordForm::Exact => {
                let slot = self.slot(word)?;
                Some(self.unit(Unit {
                    label: word.text.clone(),
                    sequences: vec![vec![slot]],
                    ..Unit::default()
                }))
            }
            _ => {
                let forms = self.pattern_forms(word);
                Some(self.unit(Unit {
                    label: word.text.clone(),
                    forms,
                    ..Unit::default()
                }))
            }
        }
    }

    /// Finds the unit of a plain word that was said before.
    fn same_word(&self, word: &Word) -> Option<usize> {
        if word.form != WordForm::Plain {
            return None;
        }
        let same = |unit: &Unit| {
            unit.label == word.text
                && unit.positive != self.negated
                && unit.slop == 0
                && !unit.is_mention
        };
        // The label of `=Assad` is the same as that of the plain word.
        let is_plain = |slot: &Slot| !matches!(slot.spelling, Spelling::Surface(_));
        self.units
            .iter()
            .position(|unit| same(unit) && unit.sequences.iter().flatten().all(is_plain))
    }

    fn unit(&mut self, mut unit: Unit) -> Node {
        unit.count = 1;
        unit.positive = !self.negated;
        self.units.push(unit);
        Node::Unit(self.units.len() - 1)
    }

    /// A word without operators: one term or, for `al-Sharaa`, a compound.
    fn plain(&mut self, text: &str) -> Option<Node> {
        let mut parts = crate::words_of(text);
        if parts.len() > 1 && text.contains(['\'', '’', '‘']) && parts[0].chars().count() <= 2 {
            // An elided article or pronoun (l'histoire) is not part of what is looked for.
            parts.remove(0);
        }
        match parts.as_slice() {
            [] => {
                let message = ["“", text, "” holds no letters or digits and was left out"].concat();
                self.note(NoteKind::UnknownWord, text, message, Vec::new());
                None
            }
            [single] => Some(self.plain_term(text, single)),
            _ => Some(self.compound(text, &parts)),
        }
    }

    fn plain_term(&mut self, text: &str, term: &str) -> Node {
        let mut unit = Unit {
            label: text.to_string(),
            ..Unit::default()
        };
        self.add_family(&mut unit, term);
        if unit.forms.is_empty() && !self.negated {
            self.guess(&mut unit, term);
        }
        self.unit(unit)
    }

    /// Adds the term itself and, unless only exact words count, its stem family.
    fn add_family(&mut self, unit: &mut Unit, term: &str) {
        let index = self.dictionary.index;
        let exact = index.term_id(term);
        unit.forms.extend(exact.map(|term| Form {
            term,
            weight: WEIGHT_EXACT,
        }));
        if self.reading.exact {
            return;
        }
        let stem_weight = self.dictionary.tables.parameters.stem_weight;
        let mut others = self.dictionary.stem_family(term);
        others.retain(|&other| Some(other) != exact);
        if exact.is_none() {
            // No text has the word, and stemming may hide that a letter is wrong: khazaly, khazali.
            let slips: Vec<TermId> = others
                .iter()
                .copied()
                .filter(|&other| is_one_letter_off(term, &index.term_text(other)))
                .collect();
            others.retain(|other| !slips.contains(other));
            self.take_typos(unit, forms_of(&slips, stem_weight));
        }
        let others = forms_of(&others, stem_weight);
        self.record(&unit.label, Reason::Stem, &others);
        unit.forms.extend(others);
    }

    /// Lets near terms stand for a word that no document has, and says so.
    fn take_typos(&mut self, unit: &mut Unit, near: Vec<Form>) {
        let suggestions = self.dictionary.texts(&near);
        if let Some(first) = suggestions.first() {
            let message = ["no document has “", &unit.label, "”; showing “", first, "”"].concat();
            self.record(&unit.label, Reason::Typo, &near);
            self.note(NoteKind::Typo, &unit.label, message, suggestions);
            unit.forms.extend(near);
        }
    }

    /// Looks for what a word without any match may have meant: two words, or a typing error.
    fn guess(&mut self, unit: &mut Unit, term: &str) {
        if !self.reading.exact
            && let Some((left, right)) = self.dictionary.split(term)
        {
            let forms = forms_of(&[left, right], 1.0);
            self.record(&unit.label, Reason::Split, &forms);
            unit.sequences.push(vec![Slot::of(left), Slot::of(right)]);
            return;
        }
        let (near, _) = self.dictionary.typos(term);
        if !self.reading.exact && !near.is_empty() {
            return self.take_typos(unit, near);
        }
        let suggestions = self.dictionary.texts(&near);
        self.note_unknown(&unit.label, suggestions);
    }

    fn note_unknown(&mut self, word: &str, suggestions: Vec<String>) {
        let message = ["no document has “", word, "”"].concat();
        self.note(NoteKind::UnknownWord, word, message, suggestions);
    }

    /// Returns the forms of a wildcard, an expression or a word with typing errors.
    fn pattern_forms(&mut self, word: &Word) -> Vec<Form> {
        let (found, reason) = self.dictionary.pattern(word);
        let Some((forms, complete)) = found else {
            let message = [
                "the expression “/",
                &word.text,
                "/” is not understood; it matches nothing",
            ]
            .concat();
            self.note(NoteKind::Parser, &word.text, message, Vec::new());
            return Vec::new();
        };
        if !complete {
            let message = [
                "“",
                &word.text,
                "” matches very many words; the most frequent ones are searched",
            ]
            .concat();
            self.note(NoteKind::Bound, &word.text, message, Vec::new());
        } else if forms.is_empty() {
            let message = ["no word matches “", &word.text, "”"].concat();
            self.note(NoteKind::UnknownWord, &word.text, message, Vec::new());
        }
        self.record(&word.text, reason, &forms);
        forms
    }

    fn field(&mut self, name: &str, test: &FieldTest) -> Option<Node> {
        if name == "title" {
            match test {
                FieldTest::Words(words) => {
                    let nodes = words.iter().filter_map(|word| self.word(word)).collect();
                    return Some(Node::Title(Box::new(several(nodes, Node::All)?)));
                }
                FieldTest::Phrase(words) => {
                    return Some(Node::Title(Box::new(self.phrase(words, 0)?)));
                }
                FieldTest::Present | FieldTest::Dates { .. } => return Some(Node::Everything),
            }
        }
        Some(self.field_or_mentions(name, test))
    }

    fn note(&mut self, kind: NoteKind, about: &str, message: String, suggestions: Vec<String>) {
        if !self
            .notes
            .iter()
            .any(|note| note.kind == kind && note.about == about)
        {
            self.notes.push(Note {
                kind,
                about: about.to_string(),
                message,
                suggestions,
            });
        }
    }

    fn note_bound_once(&mut self) {
        let message = "the query is very long; its first words are searched".to_string();
        self.note(NoteKind::Bound, "", message, Vec::new());
    }

    fn record(&mut self, word: &str, reason: Reason, forms: &[Form]) {
        let known = self
            .expansions
            .iter()
            .any(|known| known.word == word && known.reason == reason);
        if !self.reading.records || forms.is_empty() || known {
            return;
        }
        let index = self.dictionary.index;
        let mut forms: Vec<(String, u64)> = forms
            .iter()
            .map(|form| {
                (
                    index.term_text(form.term),
                    index.collection_frequency(form.term),
                )
            })
            .collect();
        forms.small_sort_by(|left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
        self.expansions.push(Expansion {
            word: word.to_string(),
            reason,
            forms,
        });
    }
}

/// Tells whether two words of the same length differ in one letter.
fn is_one_letter_off(left: &str, right: &str) -> bool {
    left.chars().count() == right.chars().count()
        && left
            .chars()
            .zip(right.chars())
            .filter(|(left, right)| left != right)
            .count()
            == 1
}

/// Wraps several nodes; one stands for itself, none for nothing.
fn several(mut nodes: Vec<Node>, wrap: fn(Vec<Node>) -> Node) -> Option<Node> {
    match nodes.len() {
        0 => None,
        1 => nodes.pop(),
        _ => Some(wrap(nodes)),
    }
}
