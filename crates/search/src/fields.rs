//! Metadata: which documents pass a test on a field.

use crate::dates::DayRange;
use crate::document_set::DocumentSet;
use crate::expansion::{Dictionary, fuzzy, guessed_distance, joined_pattern};
use crate::pattern::{self, EditDistance, Expression, Pattern};
use crate::{Note, NoteKind};
use index::DocId;
use query::{FieldTest, Word, WordForm};

/// Most values proposed for one that no document has.
const MAX_SUGGESTIONS: usize = 5;
/// Words that begin with as many same letters are near.
const NEAR_LETTERS: usize = 5;

impl Dictionary<'_> {
    /// Returns the documents whose metadata pass a test, with a note where none can.
    pub(crate) fn field(&self, name: &str, test: &FieldTest) -> (DocumentSet, Option<Note>) {
        let mut documents = DocumentSet::empty(self.index.n_documents());
        if let ("date", Some(wanted)) = (name, date_test(test)) {
            for (document, days) in self.tables.days.iter().enumerate() {
                if days.is_some_and(|days| days.overlaps(wanted)) {
                    documents.insert(document as u32);
                }
            }
            let has_dates = self.tables.days.iter().any(Option::is_some);
            let note = documents.is_empty().then(|| no_such_date(name, has_dates));
            return (documents, note);
        }
        if matches!(name, "doc" | "id") {
            return self.ids(test);
        }
        let Some(field) = self.index.field(name) else {
            let known: Vec<String> = self.index.field_names().map(str::to_string).collect();
            let message = ["no document has a field “", name, "”"].concat();
            let note = note(NoteKind::UnknownField, name, message, known);
            return (documents, Some(note));
        };
        let mut value_test = ValueTest::new(test);
        let mut passing = Vec::new();
        for value in field.values() {
            passing.push(value_test.passes(value));
        }
        for document in 0..self.index.n_documents() {
            for &value in field.document_values(DocId(document)) {
                if passing.get(value as usize) == Some(&true) {
                    documents.insert(document);
                }
            }
        }
        let note = documents.is_empty().then(|| match test {
            FieldTest::Dates { .. } => {
                let is_date = |value: &str| DayRange::parse(value).is_some();
                no_such_date(name, field.values().any(is_date))
            }
            _ => no_such_value(name, test, &mut field.values()),
        });
        (documents, note)
    }

    /// Returns the documents whose id passes a test.
    fn ids(&self, test: &FieldTest) -> (DocumentSet, Option<Note>) {
        let mut documents = DocumentSet::empty(self.index.n_documents());
        let mut value_test = ValueTest::new(test);
        for view in self.index.documents() {
            if value_test.passes(view.id()) {
                documents.insert(view.doc().0);
            }
        }
        let note = documents.is_empty().then(|| {
            no_such_value(
                "doc",
                test,
                &mut self.index.documents().map(|view| view.id()),
            )
        });
        (documents, note)
    }
}

fn note(kind: NoteKind, about: &str, message: String, suggestions: Vec<String>) -> Note {
    Note {
        kind,
        about: about.to_string(),
        message,
        suggestions,
    }
}

fn date_test(test: &FieldTest) -> Option<DayRange> {
    match test {
        FieldTest::Dates { from, to } => Some(DayRange::between(*from, *to)),
        _ => None,
    }
}

/// Says that no date of a field is in the range asked for, or that it holds no dates.
fn no_such_date(name: &str, has_dates: bool) -> Note {
    let message = if has_dates {
        ["no document has such a date in its field “", name, "”"]
    } else {
        ["no document has a date in its field “", name, "”"]
    };
    note(NoteKind::UnknownValue, name, message.concat(), Vec::new())
}

/// Says that no document has such a value in a field, and which are near.
fn no_such_value(name: &str, test: &FieldTest, values: &mut dyn Iterator<Item = &str>) -> Note {
    let (FieldTest::Words(words) | FieldTest::Phrase(words)) = test else {
        let message = ["no document has a value in its field “", name, "”"].concat();
        return note(NoteKind::UnknownValue, name, message, Vec::new());
    };
    let texts: Vec<&str> = words.iter().map(|word| &*word.text).collect();
    let asked = texts.join(" ");
    let wanted = crate::words_of(&asked);
    let mut near: Vec<String> = Vec::new();
    for value in values {
        let is_near = crate::words_of(value)
            .iter()
            .any(|word| wanted.iter().any(|wanted| is_near(wanted, word)));
        if is_near && near.len() < MAX_SUGGESTIONS {
            near.push(value.to_string());
        }
    }
    unknown_value(name, &asked, near)
}

/// Says that no document has this value in a field.
pub(crate) fn unknown_value(name: &str, value: &str, near: Vec<String>) -> Note {
    let message = ["no document has “", value, "” in its field “", name, "”"].concat();
    note(NoteKind::UnknownValue, value, message, near)
}

/// Tells whether a word is a typing error or an ending away from another.
fn is_near(wanted: &str, word: &str) -> bool {
    let same = wanted
        .chars()
        .zip(word.chars())
        .take_while(|(wanted, word)| wanted == word)
        .count();
    same >= NEAR_LETTERS
        || pattern::matches(
            &mut EditDistance::new(wanted, guessed_distance(wanted)),
            word,
        )
}

/// Returns what tells whether a value passes a test, as the values of metadata do: its words in any order or in a row,
/// folded; dates by the days that they share.
pub fn value_test(test: &FieldTest) -> impl FnMut(&str) -> bool + use<> {
    let mut test = ValueTest::new(test);
    move |value| test.passes(value)
}

/// What a value of a field must hold.
enum ValueTest {
    Present,
    /// A date within these days.
    Days(DayRange),
    Words(Vec<Wanted>),
    Phrase(Vec<Wanted>),
}

/// One word wanted in a value.
enum Wanted {
    Term(String),
    Surface(String),
    Pattern(Box<dyn Pattern>),
    Nothing,
}

impl ValueTest {
    fn new(test: &FieldTest) -> Self {
        let (FieldTest::Words(words) | FieldTest::Phrase(words)) = test else {
            return date_test(test).map_or(Self::Present, Self::Days);
        };
        let mut wanted = Vec::new();
        for word in words {
            Wanted::add(word, &mut wanted);
        }
        if matches!(test, FieldTest::Words(_)) {
            Self::Words(wanted)
        } else {
            Self::Phrase(wanted)
        }
    }

    fn passes(&mut self, value: &str) -> bool {
        match self {
            Self::Present => return true,
            Self::Days(wanted) => {
                return DayRange::parse(value).is_some_and(|days| days.overlaps(*wanted));
            }
            Self::Words(_) | Self::Phrase(_) => {}
        }
        let mut tokens: Vec<(String, &str)> = Vec::new();
        let mut joined: Vec<(String, &str)> = Vec::new();
        analysis::tokens(value, &mut |token| {
            let found = (token.term.to_string(), token.span.of(value));
            if token.n_positions == 1 {
                tokens.push(found);
            } else {
                joined.push(found);
            }
        });
        let any_order = matches!(self, Self::Words(_));
        let (Self::Words(wanted) | Self::Phrase(wanted)) = self else {
            return true;
        };
        let n_wanted = wanted.len();
        let mut has = |at: usize, token: &(String, &str)| wanted[at].is(&token.0, token.1);
        if any_order {
            tokens.append(&mut joined);
            return (0..n_wanted).all(|at| tokens.iter().any(|token| has(at, token)));
        }
        n_wanted > 0
            && tokens
                .windows(n_wanted)
                .any(|run| run.iter().enumerate().all(|(at, token)| has(at, token)))
    }
}

impl Wanted {
    fn add(word: &Word, out: &mut Vec<Self>) {
        let pattern: Box<dyn Pattern> = match word.form {
            WordForm::Plain => {
                for term in crate::words_of(&word.text) {
                    out.push(Self::Term(term));
                }
                return;
            }
            WordForm::Exact => return out.push(Self::Surface(word.text.clone())),
            WordForm::Wildcard => Box::new(Expression::wildcard(&joined_pattern(&word.text))),
            WordForm::Regex => match Expression::regex(&word.text) {
                Ok(machine) => Box::new(machine),
                Err(_) => return out.push(Self::Nothing),
            },
            WordForm::Fuzzy(distance) => Box::new(fuzzy(word, distance)),
        };
        out.push(Self::Pattern(pattern));
    }

    fn is(&mut self, term: &str, surface: &str) -> bool {
        match self {
            Self::Term(wanted) => wanted == term,
            Self::Surface(wanted) => wanted == surface,
            Self::Pattern(pattern) => pattern::matches(&mut **pattern, term),
            Self::Nothing => false,
        }
    }
}
