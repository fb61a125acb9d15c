//! Which documents answer.

use crate::Tables;
use crate::document_set::DocumentSet;
use crate::matching::{Matcher, Span};
use crate::plan::{Node, Plan};
use crate::ranking::UnitPostings;
use index::{DocId, Index};
use std::cell::Cell;

/// A plan with the postings of its units.
pub(crate) struct Evaluation<'e> {
    pub(crate) index: &'e Index,
    pub(crate) tables: &'e Tables,
    pub(crate) plan: &'e Plan,
    pub(crate) postings: &'e [UnitPostings],
    /// How many bytes of text may still be looked at.
    pub(crate) bytes_left: &'e Cell<u64>,
}

impl Evaluation<'_> {
    /// Returns the documents that answer a node.
    pub(crate) fn documents(&self, node: &Node) -> DocumentSet {
        let n_documents = self.index.n_documents();
        match node {
            Node::Everything => DocumentSet::all(n_documents),
            Node::Unit(unit) => self.postings[*unit].documents.clone(),
            Node::All(children) => {
                let mut all = DocumentSet::all(n_documents);
                children
                    .iter()
                    .for_each(|child| all.intersect(&self.documents(child)));
                all
            }
            Node::Any(children) => {
                let mut any = DocumentSet::empty(n_documents);
                children
                    .iter()
                    .for_each(|child| any.unite(&self.documents(child)));
                any
            }
            Node::Not(inner) => {
                let mut rest = self.documents(inner);
                rest.complement();
                rest
            }
            Node::Documents(documents) => documents.clone(),
            Node::Near { .. }
            | Node::Sentence(_)
            | Node::Paragraph(_)
            | Node::Quotation { .. }
            | Node::Title(_) => self.verified(node),
        }
    }

    /// Returns the documents in which the positions agree.
    fn verified(&self, node: &Node) -> DocumentSet {
        let mut candidates = self.candidates(node);
        let matcher = Matcher::new(self.index, self.tables, &self.plan.units);
        let mut matcher = matcher.bounded(self.bytes_left);
        for document in candidates.to_vec() {
            if self.bytes_left.get() == 0 || !matcher.holds(DocId(document), node, Span::ALL) {
                candidates.remove(document);
            }
        }
        candidates
    }

    /// Returns a superset of the documents that answer a node inside a sentence, block or title.
    fn candidates(&self, node: &Node) -> DocumentSet {
        match node {
            // A document with the word elsewhere may still answer: `sentence:(a -b)`.
            Node::Not(_) => DocumentSet::all(self.index.n_documents()),
            Node::All(children) => {
                let mut all = DocumentSet::all(self.index.n_documents());
                children
                    .iter()
                    .for_each(|child| all.intersect(&self.candidates(child)));
                all
            }
            Node::Any(children) => {
                let mut any = DocumentSet::empty(self.index.n_documents());
                children
                    .iter()
                    .for_each(|child| any.unite(&self.candidates(child)));
                any
            }
            Node::Near { left, right, .. } => {
                let mut both = self.candidates(left);
                both.intersect(&self.candidates(right));
                both
            }
            Node::Sentence(inner) | Node::Paragraph(inner) | Node::Title(inner) => {
                self.candidates(inner)
            }
            Node::Quotation { inner, quotations } => {
                let mut both = self.candidates(inner);
                both.intersect(&self.postings[*quotations].documents);
                both
            }
            Node::Everything | Node::Unit(_) | Node::Documents(_) => self.documents(node),
        }
    }

    /// Returns the documents that hold at least one of the positive units.
    pub(crate) fn holding_any(&self) -> DocumentSet {
        let mut any = DocumentSet::empty(self.index.n_documents());
        for (unit, postings) in self.plan.units.iter().zip(self.postings) {
            if unit.positive {
                any.unite(&postings.documents);
            }
        }
        any
    }
}
