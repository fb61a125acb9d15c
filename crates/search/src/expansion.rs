//! Widening: which terms of the dictionary a word of the query stands for.

use crate::dates::DayRange;
use crate::document_set::DocumentSet;
use crate::matching::Matcher;
use crate::pattern::{self, EditDistance, Expression, MAX_NODES, Pattern};
use crate::plan::{Form, Slot, Unit};
use crate::ranking::parameters::{MAX_TYPO_FORMS, WEIGHT_EXACT};
use crate::{Note, NoteKind, Reason, Tables};
use index::{DocId, Index, TermId};
use query::{FieldTest, FuzzyDistance, Word, WordForm};
use sorting::SmallSort;

/// Most forms of one pattern; the most frequent are kept.
pub(crate) const MAX_FORMS: usize = 1024;
/// Most dictionary entries that one stem is compared with.
const MAX_STEM_CANDIDATES: usize = 20_000;

/// The terms, values and documents that a query is planned against.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dictionary<'i> {
    pub(crate) index: &'i Index,
    pub(crate) tables: &'i Tables,
}

/// Forms, and whether they are all there are.
pub(crate) type Forms = (Vec<Form>, bool);

impl Dictionary<'_> {
    /// Returns the terms that share a stem with `term` in one of the corpus's languages, in term order.
    pub(crate) fn stem_family(&self, term: &str) -> Vec<TermId> {
        let mut family = Vec::new();
        for &language in &self.tables.languages {
            let stem = analysis::stem(term, language);
            analysis::variant_prefixes(&stem, language, &mut |prefix| {
                if prefix.is_empty() {
                    return;
                }
                let mut n_seen = 0;
                self.index.for_each_term(prefix, &mut |other, id| {
                    n_seen += 1;
                    if analysis::stem(other, language) == stem {
                        family.push(id);
                    }
                    n_seen < MAX_STEM_CANDIDATES
                });
            });
        }
        family.small_sort_by_number(|term| u64::from(term.0));
        family.dedup();
        family
    }

    /// Returns two terms that make up `term` and stand next to each other in some document.
    ///
    /// Of several, the pair with the rarer word most frequent.
    pub(crate) fn split(&self, term: &str) -> Option<(TermId, TermId)> {
        let mut best: Option<(u64, (TermId, TermId))> = None;
        for (at, _) in term.char_indices().skip(2) {
            let (Some(left), Some(right)) = (term.get(..at), term.get(at..)) else {
                continue;
            };
            if right.chars().nth(1).is_none() {
                continue;
            }
            let (Some(left), Some(right)) = (self.index.term_id(left), self.index.term_id(right))
            else {
                continue;
            };
            let frequency = self
                .index
                .collection_frequency(left)
                .min(self.index.collection_frequency(right));
            let slots = [Slot::of(left), Slot::of(right)];
            if best.is_none_or(|(most, _)| frequency > most) && self.adjacent(&slots) {
                best = Some((frequency, (left, right)));
            }
        }
        best.map(|(_, pair)| pair)
    }

    /// Tells whether some document holds the slots next to each other.
    pub(crate) fn adjacent(&self, slots: &[Slot]) -> bool {
        let units = [Unit {
            sequences: vec![slots.to_vec()],
            ..Unit::default()
        }];
        let Some(rarest) = slots.iter().min_by_key(|slot| self.slot_frequency(slot)) else {
            return false;
        };
        let mut matcher = Matcher::new(self.index, &units);
        rarest.terms.iter().any(|&term| {
            let mut postings = self.index.postings(term);
            while postings.doc() != DocId::END {
                if !matcher.unit_spans(postings.doc(), 0).is_empty() {
                    return true;
                }
                postings.advance();
            }
            false
        })
    }

    /// Returns the terms as texts.
    pub(crate) fn texts(&self, forms: &[Form]) -> Vec<String> {
        forms
            .iter()
            .map(|form| self.index.term_text(form.term))
            .collect()
    }

    fn slot_frequency(&self, slot: &Slot) -> u64 {
        slot.terms
            .iter()
            .map(|&term| u64::from(self.index.document_frequency(term)))
            .sum()
    }

    /// Returns the nearest terms to a word that no document has: nearest first, the first letter kept
    /// before lost, frequent before rare; with the stem families of the best.
    pub(crate) fn typos(&self, term: &str) -> Forms {
        if term.chars().count() < 3 || term.bytes().any(|byte| byte.is_ascii_digit()) {
            return (Vec::new(), true);
        }
        // Only the nearest count, and one error is found in a fraction of the time that two take.
        let mut found = Vec::new();
        let mut complete = true;
        for distance in 1..=automatic_distance(term) {
            let mut machine = EditDistance::new(term, distance);
            (found, complete) = pattern::walk(self.index.terms().as_fst(), &mut machine, MAX_NODES);
            if !found.is_empty() {
                break;
            }
        }
        let initial = term.chars().next();
        found.small_sort_by_number(|near| {
            let id = TermId(near.term);
            let lost_initial = self.index.term_text(id).chars().next() != initial;
            let rank = u64::from(near.cost) << 56 | u64::from(lost_initial) << 55;
            rank | ((1 << 55) - 1 - self.index.collection_frequency(id).min(1 << 54))
        });
        let nearest = found.first().map_or(0, |near| near.cost);
        let mut forms = Vec::new();
        for near in &found {
            if near.cost == nearest && forms.len() < MAX_TYPO_FORMS {
                forms.push(Form {
                    term: TermId(near.term),
                    weight: self.tables.parameters.typo_weight,
                });
            }
        }
        (forms, complete)
    }

    /// Returns the forms of a word that is a pattern, most frequent first, and why they stand for it;
    /// no forms for an expression that is not understood.
    pub(crate) fn pattern(&self, word: &Word) -> (Option<Forms>, Reason) {
        match word.form {
            WordForm::Wildcard => {
                let pattern = joined_pattern(&word.text);
                (
                    Some(self.forms(&mut Expression::wildcard(&pattern))),
                    Reason::Wildcard,
                )
            }
            WordForm::Regex => (
                Expression::regex(&word.text)
                    .ok()
                    .map(|mut machine| self.forms(&mut machine)),
                Reason::Regex,
            ),
            WordForm::Fuzzy(distance) => {
                (Some(self.forms(&mut fuzzy(word, distance))), Reason::Fuzzy)
            }
            WordForm::Plain | WordForm::Exact => {
                let term = self.index.term_id(&crate::words_of(&word.text).concat());
                let form = term.map(|term| Form {
                    term,
                    weight: WEIGHT_EXACT,
                });
                (Some((form.into_iter().collect(), true)), Reason::Stem)
            }
        }
    }

    fn forms(&self, machine: &mut dyn Pattern) -> Forms {
        let (mut found, mut complete) =
            pattern::walk(self.index.terms().as_fst(), machine, MAX_NODES);
        if found.len() > MAX_FORMS {
            complete = false;
            found.small_sort_by_number(|form| {
                u64::MAX - self.index.collection_frequency(TermId(form.term))
            });
            found.truncate(MAX_FORMS);
        }
        let per_error = self.tables.parameters.typo_weight;
        let weight = |cost| (0..cost).fold(WEIGHT_EXACT, |weight, _| weight * per_error);
        let forms = found
            .iter()
            .map(|form| Form {
                term: TermId(form.term),
                weight: weight(form.cost),
            })
            .collect();
        (forms, complete)
    }

    /// Returns the documents whose metadata pass a test, with a note where the field is not known.
    pub(crate) fn field(&self, name: &str, test: &FieldTest) -> (DocumentSet, Option<Note>) {
        let mut documents = DocumentSet::empty(self.index.n_documents());
        if let FieldTest::Dates { from, to } = test {
            let wanted = DayRange::between(*from, *to);
            for (document, days) in self.tables.days.iter().enumerate() {
                if days.is_some_and(|days| days.overlaps(wanted)) {
                    documents.insert(document as u32);
                }
            }
            return (documents, None);
        }
        let mut test = ValueTest::new(test);
        if matches!(name, "doc" | "id") {
            for view in self.index.documents() {
                if test.passes(view.id()) {
                    documents.insert(view.doc().0);
                }
            }
            return (documents, None);
        }
        let Some(field) = self.index.field(name) else {
            let known: Vec<String> = self.index.field_names().map(str::to_string).collect();
            let message = ["no document has a field “", name, "”"].concat();
            let note = Note {
                kind: NoteKind::UnknownField,
                about: name.to_string(),
                message,
                suggestions: known,
            };
            return (documents, Some(note));
        };
        let mut passing = Vec::new();
        for value in field.values() {
            passing.push(test.passes(value));
        }
        for document in 0..self.index.n_documents() {
            for &value in field.document_values(DocId(document)) {
                if passing.get(value as usize) == Some(&true) {
                    documents.insert(document);
                }
            }
        }
        (documents, None)
    }
}

/// Returns the machine of `word~`, `word~1` or `word~2`.
fn fuzzy(word: &Word, distance: FuzzyDistance) -> EditDistance {
    let folded = crate::words_of(&word.text).concat();
    let bound = match distance {
        FuzzyDistance::Auto => automatic_distance(&folded),
        FuzzyDistance::One => 1,
        FuzzyDistance::Two => 2,
    };
    EditDistance::new(&folded, bound)
}

/// One typing error up to five letters, two beyond.
fn automatic_distance(term: &str) -> u8 {
    if term.chars().count() <= 5 { 1 } else { 2 }
}

/// Drops what joins the parts of a compound: its joined form is a term of its own.
fn joined_pattern(pattern: &str) -> String {
    pattern
        .chars()
        .filter(|character| !matches!(character, '-' | '‐' | '‑' | '–' | '/'))
        .collect()
}

/// What a value of a field must hold.
enum ValueTest {
    Present,
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
            return Self::Present;
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
        if matches!(self, Self::Present) {
            return true;
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
