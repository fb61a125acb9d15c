//! Every match of a query, for those who count and show matches rather than documents.

use crate::document_set::DocumentSet;
use crate::expansion::Dictionary;
use crate::facets::Filters;
use crate::matching::Matcher;
use crate::passages::{text_marks, title_marks};
use crate::plan::{Node, Plan, Reading, Spelling, Unit, plan};
use crate::searcher::sorted_marks;
use crate::{Expansion, FieldFilter, Note, Searcher};
use corpus::ByteSpan;
use index::{DocId, TermId};
use query::Query;
use sorting::SmallSort;

/// Alternatives, each a run of places next to each other, each place a set of terms in ascending order,
/// of which any may stand there. A joined form stands at the place of its first part.
pub type TermRuns = Vec<Vec<Vec<TermId>>>;

/// What a query matches in the documents that answer all of it.
#[derive(Debug)]
pub struct Matches<'i> {
    dictionary: Dictionary<'i>,
    plan: Plan,
    /// Documents that answer the whole query and pass the filters, ascending.
    pub documents: Vec<DocId>,
    /// Documents that pass the filters and the query's fields, whatever words they hold, ascending: what
    /// a match is rare or frequent among.
    pub scope: Vec<DocId>,
    /// Words that were widened.
    pub expansions: Vec<Expansion>,
    /// What a reader should know.
    pub notes: Vec<Note>,
}

impl<'i> Searcher<'i> {
    /// Finds the documents that answer a query as [`Searcher::search`] does; `exact` as in
    /// [`crate::SearchOptions`].
    #[must_use]
    pub fn answering(self, query: &Query, filters: &[FieldFilter], exact: bool) -> Matches<'i> {
        let found = self.find(query, reading(exact));
        let scope = self.scope(&found.plan, filters);
        let mut documents = found.answering;
        documents.intersect(&scope);
        self.matches_in(found.plan, &documents, &scope)
    }

    /// Makes a query ready for looking at its matches.
    ///
    /// Where it is words or phrases, any of which may match, no document is looked into:
    /// [`Matches::documents`] are then all that may hold some, and [`Matches::term_runs`] tells what to
    /// look for. Else as [`Searcher::answering`].
    #[must_use]
    pub fn matches(self, query: &Query, filters: &[FieldFilter], exact: bool) -> Matches<'i> {
        let plan = plan(self.dictionary(), query, reading(exact));
        if !any_matches(&plan.root) || runs_of(&plan).is_none() {
            return self.answering(query, filters, exact);
        }
        let scope = self.scope(&plan, filters);
        self.matches_in(plan, &scope, &scope)
    }

    /// Returns the documents that pass filters and what a query asks of fields.
    fn scope(self, plan: &Plan, filters: &[FieldFilter]) -> DocumentSet {
        let dictionary = self.dictionary();
        let n_documents = dictionary.index.n_documents();
        let mut scope =
            wordless(&plan.root, n_documents).unwrap_or_else(|| DocumentSet::all(n_documents));
        Filters::new(dictionary, filters).apply(&mut scope, None);
        scope
    }

    fn matches_in(
        self,
        mut plan: Plan,
        documents: &DocumentSet,
        scope: &DocumentSet,
    ) -> Matches<'i> {
        let ids = |set: &DocumentSet| set.to_vec().into_iter().map(DocId).collect();
        Matches {
            dictionary: self.dictionary(),
            documents: ids(documents),
            scope: ids(scope),
            expansions: std::mem::take(&mut plan.expansions),
            notes: std::mem::take(&mut plan.notes),
            plan,
        }
    }
}

fn reading(exact: bool) -> Reading {
    Reading {
        exact,
        records: true,
    }
}

impl Matches<'_> {
    /// Returns the runs of terms that the query matches, wherever they stand in [`Matches::documents`];
    /// `None` where it asks for more than terms (a distance, a sentence, a spelling), and only
    /// [`Matches::for_each`] tells.
    #[must_use]
    pub fn term_runs(&self) -> Option<TermRuns> {
        runs_of(&self.plan)
    }

    /// Calls `visit` with each of the documents, which are ascending, and the bytes of its text that the
    /// query matches, sorted, not overlapping; titles are left out.
    ///
    /// Cost: linear in the blocks with a match.
    pub fn for_each(&self, documents: &[DocId], visit: &mut dyn FnMut(DocId, &[ByteSpan])) {
        let Dictionary { index, tables, .. } = self.dictionary;
        let mut matcher = Matcher::new(index, tables, &self.plan.units);
        for &doc in documents {
            let marks = sorted_marks(&mut matcher, &self.plan, doc);
            let view = index.document(doc);
            visit(doc, &text_marks(index, view, &self.plan.units, &marks));
        }
    }

    /// Returns the bytes of a document's title that the query matches, sorted, not overlapping, whether or not the
    /// document answers all of it.
    #[must_use]
    pub fn in_title(&self, doc: DocId) -> Vec<ByteSpan> {
        let Dictionary { index, tables, .. } = self.dictionary;
        let mut matcher = Matcher::new(index, tables, &self.plan.units);
        let marks = sorted_marks(&mut matcher, &self.plan, doc);
        title_marks(index, index.document(doc), &self.plan.units, &marks)
    }
}

fn runs_of(plan: &Plan) -> Option<TermRuns> {
    let mut units = Vec::new();
    if !stand_alone(&plan.root, &mut units) {
        return None;
    }
    let mut runs = Vec::new();
    for unit in units {
        add_runs(&plan.units[unit], &mut runs)?;
    }
    Some(runs)
}

/// Tells whether a document answers as soon as one of the units matches in its text or title.
fn any_matches(node: &Node) -> bool {
    match node {
        Node::Unit(_) => true,
        Node::Any(children) => children.iter().all(any_matches),
        _ => false,
    }
}

/// Collects the units that are marked; tells whether each is marked wherever it matches.
fn stand_alone(node: &Node, units: &mut Vec<usize>) -> bool {
    match node {
        Node::Unit(unit) => {
            units.push(*unit);
            true
        }
        Node::All(children) | Node::Any(children) => {
            children.iter().all(|child| stand_alone(child, units))
        }
        Node::Everything | Node::Not(_) | Node::Documents(_) => true,
        Node::Near { .. }
        | Node::Sentence(_)
        | Node::Paragraph(_)
        | Node::Quotation { .. }
        | Node::Title(_) => false,
    }
}

/// Adds the runs of a unit; `None` where terms alone do not tell.
fn add_runs(unit: &Unit, runs: &mut TermRuns) -> Option<()> {
    let sorted = |terms: &mut dyn Iterator<Item = TermId>| {
        let mut terms: Vec<TermId> = terms.collect();
        terms.small_sort_by_number(|term| u64::from(term.0));
        terms
    };
    if unit.slop > 0 || unit.is_mention {
        return None;
    }
    if !unit.forms.is_empty() {
        runs.push(vec![sorted(&mut unit.forms.iter().map(|form| form.term))]);
    }
    for sequence in &unit.sequences {
        let mut run = Vec::with_capacity(sequence.len());
        for slot in sequence {
            if slot.spelling != Spelling::Any {
                return None;
            }
            run.push(sorted(&mut slot.terms.iter().copied()));
        }
        runs.push(run);
    }
    Some(())
}

/// Returns the documents that pass what a node asks of fields; `None` where it asks only for words.
fn wordless(node: &Node, n_documents: u32) -> Option<DocumentSet> {
    match node {
        Node::Documents(documents) => Some(documents.clone()),
        Node::All(children) => {
            let mut sets = children
                .iter()
                .filter_map(|child| wordless(child, n_documents));
            let mut all = sets.next()?;
            sets.for_each(|set| all.intersect(&set));
            Some(all)
        }
        Node::Any(children) => {
            let mut any = DocumentSet::empty(n_documents);
            for child in children {
                any.unite(&wordless(child, n_documents)?);
            }
            Some(any)
        }
        Node::Not(inner) => {
            let mut rest = asks_only_fields(inner)
                .then(|| wordless(inner, n_documents))
                .flatten()?;
            rest.complement();
            Some(rest)
        }
        _ => None,
    }
}

fn asks_only_fields(node: &Node) -> bool {
    match node {
        Node::Documents(_) => true,
        Node::All(children) | Node::Any(children) => children.iter().all(asks_only_fields),
        Node::Not(inner) => asks_only_fields(inner),
        _ => false,
    }
}
