//! The way of a query through the crate.

use crate::dates::DayRange;
use crate::document_set::DocumentSet;
use crate::evaluation::Evaluation;
use crate::expansion::Dictionary;
use crate::facets::{Facet, FieldFilter, Filters, facets};
use crate::matching::{MOST_VERIFIED_BYTES, Mark, Matcher, Span};
use crate::mentions;
use crate::passages::{Passage, count_marks, lead, passages, text_marks};
use crate::plan::{Node, Plan, Reading, Unit, plan};
use crate::ranking::feedback::{self, AddedWord};
use crate::ranking::parameters::PROXIMITY_DOCUMENTS;
use crate::ranking::top::{Best, MOST_BOUNDED_UNITS, add_best};
use crate::ranking::{
    Explanation, ProximityBound, UnitPostings, add_proximity, explain, query_weight,
};
use crate::{Expansion, Note, NoteKind, SpanSource, Tables};
use corpus::ByteSpan;
use index::{DocId, Index};
use query::Query;
use sorting::{SmallSort, descending, keep_first};
use std::cell::Cell;

/// What showing a name, day or quotation that was asked for is worth in a passage, beside words.
const MENTION_SHOWN: f32 = 1.0;

/// What is wanted of a search.
#[derive(Debug, Clone, Default)]
pub struct SearchOptions {
    /// A document must pass every one.
    pub filters: Vec<FieldFilter>,
    /// Order of the hits.
    pub order: Order,
    /// Hits to leave out at the start.
    pub offset: usize,
    /// Largest number of hits to give back.
    pub limit: usize,
    /// Largest number of passages for each hit.
    pub passages: usize,
    /// Whether to count field values.
    pub facets: bool,
    /// Only the words as typed, folded: no stems, no typing errors, no compounds joined or split.
    pub exact: bool,
}

/// Order of hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Best first.
    #[default]
    Relevance,
    /// Newest document first; undated last.
    Newest,
    /// Oldest document first; undated last.
    Oldest,
    /// By title.
    Title,
    /// Most words first.
    Longest,
    /// Fewest words first.
    Shortest,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// Number of documents that answer the whole query.
    pub total: usize,
    /// Number of further documents that miss at least one word.
    pub partial_total: usize,
    /// Hits in order.
    pub hits: Vec<Hit>,
    /// Words that were widened.
    pub expansions: Vec<Expansion>,
    /// Counts of field values.
    pub facets: Vec<Facet>,
    /// What a reader should know.
    pub notes: Vec<Note>,
}

/// One document that answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The document.
    pub doc: DocId,
    /// Its score; comparable within one answer only.
    pub score: f64,
    /// Words of the query that it does not hold.
    pub missing: Vec<String>,
    /// Number of marks in its text, the title not counted; 0 where no passages were asked for.
    pub n_matches: usize,
    /// Best passages first.
    pub passages: Vec<Passage>,
}

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

    /// Tells whether the best documents add words to a query.
    ///
    /// Feedback is for words alone and for questions: elsewhere an operator says what is wanted better
    /// than the best documents could.
    fn has_feedback(self, plan: &Plan, postings: &[UnitPostings]) -> bool {
        let n_scored = postings.iter().filter(|unit| unit.weight > 0.0).count();
        (plan.words_only || plan.is_question)
            && n_scored >= self.tables.parameters.feedback.min_words
    }

    /// Returns the score of every document by the query's own words.
    fn own_scores(self, plan: &Plan, postings: &[UnitPostings]) -> Vec<f32> {
        let mut scores = vec![0.0f32; self.index.n_documents() as usize];
        for (unit, postings) in plan.units.iter().zip(postings) {
            if postings.weight > 0.0 {
                postings.add_scores(self.index, self.tables, unit, &mut scores);
            }
            if unit.positive {
                for own in unit.places.chunk_by(|left, right| left.0 == right.0) {
                    if let Some(score) = scores.get_mut(own[0].0.as_usize()) {
                        *score += mentions::score(own.len());
                    }
                }
            }
        }
        scores
    }

    /// Returns the words that the best documents add to a query, by the scores that they have without.
    fn added_words(
        self,
        plan: &Plan,
        postings: &[UnitPostings],
        candidates: [&DocumentSet; 2],
        scores: &[f32],
    ) -> Vec<AddedWord> {
        if !self.has_feedback(plan, postings) {
            return Vec::new();
        }
        let parameters = &self.tables.parameters;
        let mut weight = 0.0;
        for (unit, postings) in plan.units.iter().zip(postings) {
            if postings.weight > 0.0 {
                weight += query_weight(unit, parameters);
            }
        }
        let feedback = &parameters.feedback;
        let mut best: Vec<(f32, u32)> = Vec::new();
        for documents in candidates {
            documents.for_each(|document| best.push((scores[document as usize], document)));
        }
        keep_first(&mut best, feedback.documents, |&(score, document)| {
            descending(score) << 32 | u64::from(document)
        });
        let share = if plan.is_question {
            feedback.weight
        } else {
            feedback.weight_short
        };
        feedback::added_words(self.index, self.tables, &best, weight, share)
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

    /// Adds proximity to the best documents and puts the first `wanted` in order; `all` are sorted.
    ///
    /// Proximity reads texts, so it is left out where it cannot lift a document among those wanted. The
    /// order and the scores of these are as if it had been computed for all
    /// ([`PROXIMITY_DOCUMENTS`]).
    fn rerank(self, plan: &Plan, postings: &[UnitPostings], all: &mut Vec<Scored>, wanted: usize) {
        let n_best = all.len().min(PROXIMITY_DOCUMENTS);
        let n_first = n_best.min(wanted);
        self.add_proximity(plan, postings, &mut all[..n_first]);
        if n_first < n_best && n_first > 0 {
            let last = all[..n_first].iter().map(rank).max().unwrap_or(u64::MAX);
            let bound = ProximityBound::new(self.tables, postings);
            let mut rest = all.split_off(n_first);
            rest.truncate(n_best - n_first);
            rest.retain(|scored| {
                let most = bound.most(scored.score, scored.document);
                scored.tier() | descending(most) <= last
            });
            self.add_proximity(plan, postings, &mut rest);
            all.append(&mut rest);
        }
        let n_best = all.len().min(PROXIMITY_DOCUMENTS);
        let best = &mut all[..n_best];
        best.small_sort_by_number(|scored| u64::from(scored.document));
        best.small_sort_by_number(rank);
    }

    fn add_proximity(self, plan: &Plan, postings: &[UnitPostings], best: &mut [Scored]) {
        best.small_sort_by_number(|scored| u64::from(scored.document));
        let mut scored: Vec<(f32, u32)> = best
            .iter()
            .map(|scored| (scored.score, scored.document))
            .collect();
        add_proximity(self.index, self.tables, &plan.units, postings, &mut scored);
        for (best, (score, _)) in best.iter_mut().zip(scored) {
            best.score = score;
        }
    }

    fn sort_by_metadata(self, all: &mut [Scored], order: Order) {
        let days = |document: u32| self.tables.days[document as usize];
        match order {
            Order::Relevance => all.small_sort_by_number(rank),
            Order::Newest => all.small_sort_by_number(|scored| {
                let newest = |days: DayRange| (1 << 46) - 1 - days.number();
                scored.tier() | days(scored.document).map_or(1 << 46, newest)
            }),
            Order::Oldest => all.small_sort_by_number(|scored| {
                scored.tier() | days(scored.document).map_or(1 << 46, DayRange::number)
            }),
            Order::Longest | Order::Shortest => all.small_sort_by_number(|scored| {
                let n_words = self.index.document(DocId(scored.document)).n_tokens();
                let longest = (1 << 46) - 1 - n_words;
                scored.tier()
                    | if order == Order::Longest {
                        longest
                    } else {
                        n_words
                    }
            }),
            Order::Title => {
                let words = |scored: &Scored| {
                    crate::words_of(self.index.document(DocId(scored.document)).title())
                };
                let mut titled: Vec<(Vec<String>, Scored)> =
                    all.iter().map(|scored| (words(scored), *scored)).collect();
                titled.small_sort_by(|left, right| {
                    left.1
                        .is_partial
                        .cmp(&right.1.is_partial)
                        .then_with(|| left.0.cmp(&right.0))
                });
                for (place, (_, scored)) in all.iter_mut().zip(titled) {
                    *place = scored;
                }
            }
        }
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
