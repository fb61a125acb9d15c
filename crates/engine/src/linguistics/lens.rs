//! What a lens takes in: documents, matches, their words and languages.

use super::Bench;
use crate::reading;
use crate::searches::{filters, note_record, problem_note};
use ::linguistics::{Match, Scope};
use analysis::Language;
use index::DocId;
use protocol::{Lens, NoteRecord, ScopeRecord};
use query::Query;
use sorting::SmallSort;

/// A query's matches and the documents that they are rare or frequent among.
pub(super) struct Found {
    pub(super) read_as: String,
    pub(super) scope: Vec<DocId>,
    pub(super) matches: Vec<Match>,
    pub(super) notes: Vec<NoteRecord>,
}

impl Bench<'_> {
    /// Returns the documents of a lens, ascending.
    pub(super) fn documents(&self, lens: &Lens) -> (Vec<DocId>, Vec<NoteRecord>) {
        let (query, mut notes) = read(&lens.query);
        let found = self
            .searcher
            .answering(&query, &filters(&lens.filters), lens.exact);
        notes.extend(found.notes.into_iter().map(note_record));
        (found.documents, notes)
    }

    /// Finds a run of terms where one is given (see [`Self::find_terms`]), else what a node matches.
    pub(super) fn find_either(
        &self,
        lens: &Lens,
        terms: &str,
        outside: bool,
        node: &str,
    ) -> Result<Found, &'static str> {
        if terms.is_empty() {
            self.find(lens, node)
        } else {
            Ok(self.find_terms(lens, terms, outside))
        }
    }

    /// Finds what a node, or else the lens's query, matches in the lens's documents.
    pub(super) fn find(&self, lens: &Lens, node: &str) -> Result<Found, &'static str> {
        let has_node = !node.trim().is_empty();
        let text = if has_node { node } else { &lens.query };
        let (query, mut notes) = read(text);
        if query == Query::Everything {
            return Err("There is no word to look for; type one.");
        }
        let mut matches = self
            .searcher
            .matches(&query, &filters(&lens.filters), lens.exact);
        let more = std::mem::take(&mut matches.notes);
        notes.extend(more.into_iter().map(note_record));
        if has_node && !lens.query.trim().is_empty() {
            let (documents, more) = self.documents(lens);
            notes.extend(more);
            let is_inside = |doc: &DocId| documents.binary_search(doc).is_ok();
            matches.documents.retain(is_inside);
            matches.scope.retain(is_inside);
        }
        let found = match matches.term_runs() {
            Some(runs) => {
                if runs.is_empty() && notes.is_empty() {
                    notes.push(note("this query has no word whose places could be shown"));
                }
                self.words.find(&runs, &matches.documents)
            }
            None => {
                let mut found = Vec::new();
                matches.for_each(&matches.documents, &mut |doc, spans| {
                    let view = self.index.document(doc);
                    found.extend(self.words.matches_at(view, spans));
                });
                found
            }
        };
        Ok(Found {
            read_as: query.to_canonical(),
            scope: matches.scope,
            matches: found,
            notes,
        })
    }

    /// Finds a run of terms as it was counted, in the lens's documents or in all others.
    fn find_terms(&self, lens: &Lens, terms: &str, outside: bool) -> Found {
        let (mut scope, notes) = self.documents(lens);
        if outside {
            scope = self.others(&scope);
        }
        // Names come as they are written, words as they are counted.
        let mut run = Some(Vec::new());
        analysis::tokens(terms, &mut |token| {
            if token.n_positions == 1 {
                let term = self.index.term_id(token.term);
                run = run.take().zip(term).map(|(mut run, term)| {
                    run.push(vec![term]);
                    run
                });
            }
        });
        Found {
            read_as: terms.to_owned(),
            matches: self.words.find(&run.into_iter().collect(), &scope),
            scope,
            notes,
        }
    }

    /// Returns all documents but these, which are ascending.
    pub(super) fn others(&self, documents: &[DocId]) -> Vec<DocId> {
        let all = (0..self.index.n_documents()).map(DocId);
        all.filter(|doc| documents.binary_search(doc).is_err())
            .collect()
    }

    pub(super) fn scope(&self, documents: &[DocId]) -> ScopeRecord {
        let Scope { documents, words } = self.words.scope(documents);
        ScopeRecord { documents, words }
    }

    pub(super) fn term(&self, number: u32) -> String {
        self.words.term(number).to_string()
    }

    /// Returns the languages of documents, the one with most words first.
    pub(super) fn languages(&self, documents: &[DocId]) -> Vec<Language> {
        let mut languages: Vec<(Language, u64)> = Vec::new();
        for &doc in documents {
            let language = self.index.document(doc).language();
            let n_words = self.words.places(doc).len() as u64;
            if language == Language::Other {
                continue;
            }
            match languages.iter_mut().find(|(known, _)| *known == language) {
                Some((_, words)) => *words += n_words,
                None => languages.push((language, n_words)),
            }
        }
        languages.small_sort_by_number(|(_, words)| u64::MAX - words);
        languages
            .into_iter()
            .map(|(language, _)| language)
            .collect()
    }

    /// Returns the function words of the documents' languages, where they are not wanted.
    pub(super) fn left_out(&self, unwanted: bool, documents: &[DocId]) -> Vec<u32> {
        if !unwanted {
            return Vec::new();
        }
        search::function_words(&self.languages(documents))
            .filter_map(|word| self.index.term_id(word))
            .map(|term| term.0)
            .collect()
    }
}

/// Reads a query, with notes of what had to be guessed.
fn read(text: &str) -> (Query, Vec<NoteRecord>) {
    let (query, problems) = reading::read(text);
    let problems = problems.into_iter();
    (
        query,
        problems
            .map(|problem| problem_note(text, problem))
            .collect(),
    )
}

/// Makes a note of how an answer was counted.
pub(super) fn note(message: &str) -> NoteRecord {
    NoteRecord {
        kind: "counting".to_string(),
        about: String::new(),
        message: message.to_string(),
        suggestions: Vec::new(),
    }
}
