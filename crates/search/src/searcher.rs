//! The way of a query through the crate.

mod answer;
mod ordering;

use crate::document_set::DocumentSet;
use crate::evaluation::Evaluation;
use crate::expansion::Dictionary;
use crate::facets::{Filters, facets};
use crate::matching::{MOST_VERIFIED_BYTES, Mark, Matcher, Span};
use crate::passages::{count_marks, lead, passages, text_marks};
use crate::plan::{Node, Plan, Reading, Unit, plan};
use crate::ranking::feedback;
use crate::ranking::parameters::PROXIMITY_DOCUMENTS;
use crate::ranking::top::{Best, MOST_BOUNDED_UNITS, add_best};
use crate::ranking::{Explanation, UnitPostings, explain};
use crate::{Note, NoteKind, SpanSource, Tables};
use corpus::ByteSpan;
use index::{DocId, Index};
use query::Query;
use sorting::{SmallSort, descending, keep_first};
use std::cell::Cell;

pub use answer::{Answer, Hit, Order, SearchOptions};

/// What showing a name, day or quotation that was asked for is worth in a passage, beside words.
const MENTION_SHOWN: f32 = 1.0;

/// A document on the way to becoming a hit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scored {
    pub(crate) is_partial: bool,
    pub(crate) score: f32,
    pub(crate) document: u32,
}

impl Scored {
    /// Returns the high bit of a rank: documents that lack a word follow those that have all.
    pub(crate) fn tier(&self) -> u64 {
        u64::from(self.is_partial) << 63
    }
}

/// What a query finds, before order and passages.
pub(crate) struct Found {
    pub(crate) plan: Plan,
    postings: Vec<UnitPostings>,
    /// Documents that answer all of the query.
    pub(crate) answering: DocumentSet,
    /// Documents that miss some of its words.
    partial: DocumentSet,
}

/// Searches one index.
#[derive(Debug, Clone, Copy)]
pub struct Searcher<'i> {
    index: &'i Index,
    tables: &'i Tables,
    spans: Option<&'i dyn SpanSource>,
}

impl<'i> Searcher<'i> {
    /// Makes a searcher from an index and its tables; free.
    #[must_use]
    pub fn new(index: &'i Index, tables: &'i Tables) -> Self {
        Self {
            index,
            tables,
            spans: None,
        }
    }

    /// Lets queries ask for names, days and quotations too; without, they match nothing and a note says
    /// so.
    #[must_use]
    pub fn with_spans(mut self, spans: &'i dyn SpanSource) -> Self {
        self.spans = Some(spans);
        self
    }

    /// Returns what queries are planned against.
    pub(crate) fn dictionary(self) -> Dictionary<'i> {
        Dictionary {
            index: self.index,
            tables: self.tables,
            spans: self.spans,
        }
    }

    /// Finds the documents that answer a query.
    pub(crate) fn find(self, query: &Query, reading: Reading) -> Found {
        let mut plan = plan(self.dictionary(), query, reading);
        let bytes_left = Cell::new(MOST_VERIFIED_BYTES);
        let units = 0..plan.units.len();
        let postings: Vec<UnitPostings> = units
            .map(|at| UnitPostings::read(self.index, self.tables, &plan.units, at, &bytes_left))
            .collect();
        let evaluation = Evaluation {
            index: self.index,
            tables: self.tables,
            plan: &plan,
            postings: &postings,
            bytes_left: &bytes_left,
        };
        let answering = evaluation.documents(&plan.root);
        let mut partial = DocumentSet::empty(self.index.n_documents());
        if plan.words_only {
            partial = evaluation.holding_any();
            partial.subtract(&answering);
        }
        if bytes_left.get() == 0 {
            let message = "so many texts hold these words that only the first were searched for \
                           where they stand together; add a rarer word";
            plan.notes.push(Note {
                kind: NoteKind::Bound,
                about: String::new(),
                message: message.to_string(),
                suggestions: Vec::new(),
            });
        }
        Found {
            plan,
            postings,
            answering,
            partial,
        }
    }

    /// Finds, ranks and shows the documents that answer a query.
    #[must_use]
    pub fn search(self, query: &Query, options: &SearchOptions) -> Answer {
        let reading = Reading {
            exact: options.exact,
            records: true,
        };
        let Found {
            plan,
            postings,
            answering,
            partial,
        } = self.find(query, reading);
        let filters = Filters::new(self.dictionary(), &options.filters);
        let (mut full_hits, mut partial_hits) = (answering.clone(), partial.clone());
        filters.apply(&mut full_hits, None);
        filters.apply(&mut partial_hits, None);
        let (total, partial_total) = (full_hits.len() as usize, partial_hits.len() as usize);

        let page = self.page(&plan, &postings, &full_hits, &partial_hits, options);
        let hits = self.hits(&plan, &postings, &page, options.passages);
        let facets = if options.facets {
            let counted = if answering.is_empty() {
                &partial
            } else {
                &answering
            };
            facets(self.dictionary(), counted, &filters)
        } else {
            Vec::new()
        };
        let mut notes = plan.notes;
        notes.extend(filters.notes(self.dictionary()));
        if total == 0 && partial_total > 0 {
            let message = "no document has all of these words; these have some of them".to_string();
            notes.push(Note {
                kind: NoteKind::Partial,
                about: String::new(),
                message,
                suggestions: Vec::new(),
            });
        }
        Answer {
            total,
            partial_total,
            hits,
            expansions: plan.expansions,
            facets,
            notes,
        }
    }

    /// Ranks the documents that answer a query as [`Searcher::search`] does, and nothing else.
    ///
    /// Here scores never increase down the list: what has all words is lifted above what has not. Tools
    /// of the trade sort by score and look at nothing else.
    #[must_use]
    pub fn rank(self, query: &Query, limit: usize) -> Vec<(DocId, f64)> {
        let reading = Reading {
            exact: false,
            records: false,
        };
        let found = self.find(query, reading);
        let options = SearchOptions {
            limit,
            ..SearchOptions::default()
        };
        let (plan, postings) = (&found.plan, &found.postings);
        let page = self.page(plan, postings, &found.answering, &found.partial, &options);
        let best_partial = page.iter().find(|scored| scored.is_partial);
        let worst_full = page.iter().rev().find(|scored| !scored.is_partial);
        let lift = match (best_partial, worst_full) {
            (Some(partial), Some(full)) => (1.0 + partial.score - full.score).max(0.0),
            _ => 0.0,
        };
        let score = |scored: &Scored| {
            let lift = if scored.is_partial { 0.0 } else { lift };
            f64::from(scored.score + lift)
        };
        page.iter()
            .map(|scored| (DocId(scored.document), score(scored)))
            .collect()
    }

    /// Returns the best `n` documents without proximity, best first.
    fn best(
        self,
        plan: &Plan,
        postings: &[UnitPostings],
        candidates: [&DocumentSet; 2],
        n: usize,
    ) -> Vec<Scored> {
        // A long question is answered by what documents hold, whether or not they hold all of it.
        let tiers = [false, !plan.is_question];
        let has_feedback = self.has_feedback(plan, postings);
        let has_mentions = plan.units.iter().any(|unit| unit.is_mention);
        if !has_feedback && !has_mentions && plan.units.len() <= MOST_BOUNDED_UNITS {
            let mut best = Best::new(n);
            for (documents, is_partial) in candidates.into_iter().zip(tiers) {
                let units = &plan.units;
                add_best(
                    self.index,
                    self.tables,
                    units,
                    postings,
                    documents,
                    is_partial,
                    &mut best,
                );
            }
            return best.into_sorted();
        }
        let mut scores = self.own_scores(plan, postings);
        let added = self.added_words(plan, postings, candidates, &scores);
        let mut all = Vec::new();
        for (documents, is_partial) in candidates.into_iter().zip(tiers) {
            documents.for_each(|document| {
                all.push(Scored {
                    is_partial,
                    score: scores[document as usize],
                    document,
                });
            });
        }
        if !added.is_empty() {
            // Added words only add: what they cannot lift to the last of the best without them is out.
            let mut first = all.clone();
            keep_best(&mut first, n);
            let last = first
                .last()
                .filter(|_| first.len() == n)
                .map_or(u64::MAX, rank);
            let most = feedback::most(&added);
            all.retain(|scored| scored.tier() | descending(scored.score + most) <= last);
            let mut left = DocumentSet::empty(self.index.n_documents());
            all.iter().for_each(|scored| left.insert(scored.document));
            feedback::add_scores(self.index, self.tables, &added, &left, &mut scores);
            for scored in &mut all {
                scored.score = scores[scored.document as usize];
            }
        }
        keep_best(&mut all, n);
        all
    }

    /// Returns the hits asked for, in order, without their passages.
    fn page(
        self,
        plan: &Plan,
        postings: &[UnitPostings],
        full: &DocumentSet,
        partial: &DocumentSet,
        options: &SearchOptions,
    ) -> Vec<Scored> {
        let wanted = options.offset.saturating_add(options.limit);
        let all = if options.order == Order::Relevance {
            let n_scored = postings.iter().filter(|unit| unit.weight > 0.0).count();
            // Proximity may lift a document; a single word has none.
            let n = if n_scored < 2 {
                wanted
            } else {
                wanted.max(PROXIMITY_DOCUMENTS)
            };
            let mut all = self.best(plan, postings, [full, partial], n);
            self.rerank(plan, postings, &mut all, wanted);
            all
        } else {
            let mut all = Vec::with_capacity((full.len() + partial.len()) as usize);
            for (documents, is_partial) in [(full, false), (partial, !plan.is_question)] {
                documents.for_each(|document| {
                    all.push(Scored {
                        is_partial,
                        score: 0.0,
                        document,
                    });
                });
            }
            self.sort_by_metadata(&mut all, options.order);
            all
        };
        let start = options.offset.min(all.len());
        let end = wanted.min(all.len());
        all[start..end].to_vec()
    }

    fn hits(
        self,
        plan: &Plan,
        postings: &[UnitPostings],
        page: &[Scored],
        n_passages: usize,
    ) -> Vec<Hit> {
        let worth = |(unit, postings): (&Unit, &UnitPostings)| {
            if unit.is_mention {
                MENTION_SHOWN
            } else {
                postings.weight
            }
        };
        let weights: Vec<f32> = plan.units.iter().zip(postings).map(worth).collect();
        let mut matcher = Matcher::new(self.index, self.tables, &plan.units);
        let mut order: Vec<usize> = (0..page.len()).collect();
        order.small_sort_by_number(|&at| u64::from(page[at].document));
        let mut hits: Vec<(usize, Hit)> = Vec::with_capacity(page.len());
        for at in order {
            let scored = page[at];
            let doc = DocId(scored.document);
            let view = self.index.document(doc);
            // Who asks for no passages asks for an order: then no text is read.
            let marks = match n_passages {
                0 => Vec::new(),
                _ => sorted_marks(&mut matcher, plan, doc),
            };
            let title_end = view.lengths().title;
            let in_text = &marks[marks.partition_point(|mark| mark.span.start < title_end)..];
            let found = if in_text.is_empty() && n_passages > 0 {
                lead(view).into_iter().collect()
            } else {
                passages(self.index, view, &plan.units, in_text, &weights, n_passages)
            };
            hits.push((
                at,
                Hit {
                    doc,
                    score: f64::from(scored.score),
                    missing: missing(plan, postings, scored.document),
                    n_matches: count_marks(self.index, view, &plan.units, in_text),
                    passages: found,
                },
            ));
        }
        hits.small_sort_by_number(|(at, _)| *at as u64);
        hits.into_iter().map(|(_, hit)| hit).collect()
    }

    /// Returns the bytes of a document's text that a query matches, sorted, not overlapping; `exact` as in
    /// [`SearchOptions`].
    #[must_use]
    pub fn marks(self, query: &Query, doc: DocId, exact: bool) -> Vec<ByteSpan> {
        let plan = plan(
            self.dictionary(),
            query,
            Reading {
                exact,
                records: false,
            },
        );
        let mut matcher = Matcher::new(self.index, self.tables, &plan.units);
        let marks = sorted_marks(&mut matcher, &plan, doc);
        text_marks(self.index, self.index.document(doc), &plan.units, &marks)
    }

    /// Explains the score of a document; `None` where it holds no word of the query.
    #[must_use]
    pub fn explain(self, query: &Query, doc: DocId) -> Option<Explanation> {
        let reading = Reading {
            exact: false,
            records: false,
        };
        let found = self.find(query, reading);
        let holds = found.answering.contains(doc.0) || found.partial.contains(doc.0);
        if !holds {
            return None;
        }
        let (plan, postings) = (&found.plan, &found.postings);
        let scores = self.own_scores(plan, postings);
        let candidates = [&found.answering, &found.partial];
        let added = self.added_words(plan, postings, candidates, &scores);
        let added = feedback::parts(self.index, self.tables, &added, doc.0);
        Some(explain(
            self.index,
            self.tables,
            plan,
            postings,
            &added,
            doc.0,
        ))
    }
}

/// Full answers before partial ones, then by score, then in the corpus's order.
pub(crate) fn rank(scored: &Scored) -> u64 {
    scored.tier() | descending(scored.score)
}

/// Keeps the best `n`, sorted.
fn keep_best(all: &mut Vec<Scored>, n: usize) {
    keep_first(all, n, rank);
}

pub(crate) fn sorted_marks(matcher: &mut Matcher<'_>, plan: &Plan, doc: DocId) -> Vec<Mark> {
    let mut marks = Vec::new();
    matcher.marks(doc, &plan.root, Span::ALL, &mut marks);
    marks.small_sort_by_number(|mark| mark.number());
    marks.dedup();
    marks
}

/// Returns the words that a document does not hold, in the order of the query.
fn missing(plan: &Plan, postings: &[UnitPostings], document: u32) -> Vec<String> {
    let (true, Node::All(children)) = (plan.words_only, &plan.root) else {
        return Vec::new();
    };
    let mut missing = Vec::new();
    let mut units: Vec<usize> = Vec::new();
    for child in children {
        collect_units(child, &mut units);
    }
    for unit in units {
        let label = &plan.units[unit].label;
        if !postings[unit].documents.contains(document) && !missing.contains(label) {
            missing.push(label.clone());
        }
    }
    missing
}

fn collect_units(node: &Node, out: &mut Vec<usize>) {
    match node {
        Node::Unit(unit) => out.push(*unit),
        Node::All(children) => children.iter().for_each(|child| collect_units(child, out)),
        _ => {}
    }
}
