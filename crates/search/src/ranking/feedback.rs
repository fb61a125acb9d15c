//! Pseudo-relevance feedback: what the best documents have in common is added to the query.
//!
//! Source: Rocchio, "Relevance feedback in information retrieval" (1971), without known relevance as in
//! Buckley and others (TREC-3, 1995). A document is its most telling words, weighted as BM25F weights
//! them; the best documents are averaged, better ones counting more, as in the relevance models of
//! Lavrenko and Croft (SIGIR 2001). The unit is the *family*, all terms with one stem.

use super::function_words::function_words;
use super::parameters::{FEEDBACK_CACHE_DOCUMENTS, FEEDBACK_TEXT_BYTES};
use super::{idf, power};
use crate::Tables;
use crate::document_set::DocumentSet;
use analysis::Language;
use corpus::fnv;
use index::{DocId, FieldFrequencies, Index, TermId};
use sorting::{SmallSort, keep_first};
use std::borrow::Cow;
use std::sync::{Mutex, OnceLock, PoisonError};

/// A word that feedback added.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AddedWord {
    family: u32,
    /// What a full frequency is worth.
    weight: f32,
}

/// What feedback keeps from one query to the next.
#[derive(Debug, Default)]
pub(crate) struct FeedbackMemory {
    families: OnceLock<Families>,
    /// Per place, a document and its keywords; a document has its place by its number.
    keywords: Mutex<Vec<(u32, Keywords)>>,
}

/// The most telling words of a document, as families with their saturated frequencies.
type Keywords = Box<[(u32, f32)]>;

/// All terms by their stems.
#[derive(Debug)]
struct Families {
    /// Per term, its family.
    of_term: Vec<u32>,
    /// Per family, where its terms begin in `terms`; one more for the end.
    starts: Vec<u32>,
    terms: Vec<TermId>,
    /// Per family, its rarity. The documents that have it are taken to be as many as the sum over its
    /// terms, which saves reading their postings.
    idf: Vec<f32>,
    /// Per family, whether it may be added to a query.
    is_telling: Vec<bool>,
}

impl Families {
    /// Cost: linear in the dictionary, and a sort of its numbers.
    fn new(index: &Index, tables: &Tables) -> Self {
        let n_documents = index.n_documents();
        // Stems are told apart by a hash: a clash would only blend two families.
        let mut by_stem: Vec<(u64, u32)> = Vec::with_capacity(index.n_terms() as usize);
        let mut is_telling_term = Vec::with_capacity(index.n_terms() as usize);
        index.for_each_term("", &mut |term, TermId(number)| {
            let stem = stem(term, &tables.languages);
            by_stem.push((fnv::hash_64(stem.as_bytes()), number));
            is_telling_term.push(term.len() > 1 && !term.bytes().all(|byte| byte.is_ascii_digit()));
            true
        });
        for term in function_words(&tables.languages).filter_map(|word| index.term_id(word)) {
            is_telling_term[term.as_usize()] = false;
        }
        by_stem.small_sort_by_number(|&(stem, _)| stem);
        let mut families = Self {
            of_term: vec![0; by_stem.len()],
            starts: Vec::new(),
            terms: Vec::with_capacity(by_stem.len()),
            idf: Vec::new(),
            is_telling: Vec::new(),
        };
        let most = tables.parameters.feedback.max_share * n_documents as f32;
        for family in by_stem.chunk_by(|left, right| left.0 == right.0) {
            let number = families.starts.len() as u32;
            families.starts.push(families.terms.len() as u32);
            let (mut document_frequency, mut is_telling) = (0u32, true);
            for &(_, term) in family {
                families.of_term[term as usize] = number;
                families.terms.push(TermId(term));
                document_frequency =
                    document_frequency.saturating_add(index.document_frequency(TermId(term)));
                is_telling &= is_telling_term[term as usize];
            }
            families
                .idf
                .push(idf(n_documents, document_frequency.min(n_documents)));
            families
                .is_telling
                .push(is_telling && document_frequency > 1 && document_frequency as f32 <= most);
        }
        families.starts.push(families.terms.len() as u32);
        families
    }

    fn terms(&self, family: u32) -> &[TermId] {
        let at = family as usize;
        &self.terms[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

/// Works out the families of an index now.
pub(crate) fn prepare(index: &Index, tables: &Tables) {
    families(index, tables);
}

/// Returns the families of an index, which are worked out once.
fn families<'t>(index: &Index, tables: &'t Tables) -> &'t Families {
    let families = &tables.feedback.families;
    families.get_or_init(|| Families::new(index, tables))
}

/// Returns the stem by the first language of the corpus that has one for the term.
fn stem<'t>(term: &'t str, languages: &[Language]) -> Cow<'t, str> {
    let mut stems = languages
        .iter()
        .map(|&language| analysis::stem(term, language));
    stems
        .find(|stem| **stem != *term)
        .unwrap_or(Cow::Borrowed(term))
}

/// Returns the words to add to a query.
///
/// `best` are documents with their scores, best first; `query_weight` is what the query's own words
/// weigh together, `share` the share of the new query that is added.
///
/// Cost: once for each index, linear in its dictionary; then linear in the texts of those documents
/// whose words are not yet known, bounded for each of them.
pub(crate) fn added_words(
    index: &Index,
    tables: &Tables,
    best: &[(f32, u32)],
    query_weight: f32,
    share: f32,
) -> Vec<AddedWord> {
    let Some(top) = best
        .first()
        .map(|&(score, _)| score)
        .filter(|&score| score > 0.0)
    else {
        return Vec::new();
    };
    let parameters = &tables.parameters;
    let families = families(index, tables);
    let mut known = tables
        .feedback
        .keywords
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    if known.is_empty() {
        known.resize_with(FEEDBACK_CACHE_DOCUMENTS, || (u32::MAX, Keywords::default()));
    }
    let mut mass: Vec<(u32, f32)> = Vec::new();
    for &(score, document) in best {
        let credit = power(score / top, parameters.feedback.sharpness);
        let slot = &mut known[document as usize % FEEDBACK_CACHE_DOCUMENTS];
        if slot.0 != document {
            *slot = (document, keywords(index, tables, families, DocId(document)));
        }
        mass.extend(
            slot.1
                .iter()
                .map(|&(family, weight)| (family, credit * weight)),
        );
    }
    add_up(&mut mass);
    let idf = |family: u32| families.idf[family as usize];
    keep_most(&mut mass, parameters.feedback.words, |&(family, weight)| {
        weight * idf(family)
    });
    let total: f32 = mass.iter().map(|&(_, weight)| weight).sum();
    let scale = query_weight * share / ((1.0 - share) * total);
    mass.into_iter()
        .map(|(family, weight)| AddedWord {
            family,
            weight: scale
                * weight
                * power(idf(family), parameters.idf_power)
                * (parameters.k1 + 1.0),
        })
        .collect()
}

/// Returns the most telling words of a document.
fn keywords(index: &Index, tables: &Tables, families: &Families, doc: DocId) -> Keywords {
    let view = index.document(doc);
    let mut words = Words::default();
    words.add(view.title(), 0);
    for block in view.blocks() {
        let Some(left) = FEEDBACK_TEXT_BYTES.checked_sub(block.span.start) else {
            break;
        };
        let text = view.slice(block.span);
        let end = text.floor_char_boundary(left as usize);
        words.add(text.get(..end).unwrap_or_default(), 1);
    }
    let mut frequencies: Vec<(u32, f32)> = Vec::new();
    words.for_each(|term, frequency| {
        if let Some(term) = index.term_id(term) {
            let family = families.of_term[term.as_usize()];
            if families.is_telling[family as usize] {
                frequencies.push((family, tables.frequency(doc, frequency)));
            }
        }
    });
    add_up(&mut frequencies);
    let k1 = tables.parameters.k1;
    for (_, frequency) in &mut frequencies {
        *frequency /= k1 + *frequency;
    }
    keep_most(
        &mut frequencies,
        tables.parameters.feedback.keywords,
        |&(family, weight)| weight * families.idf[family as usize],
    );
    frequencies.into_boxed_slice()
}

/// The words of a document, each occurrence by the fingerprint of its term.
#[derive(Default)]
struct Words {
    /// The terms, one after another.
    text: String,
    occurrences: Vec<Occurrence>,
}

struct Occurrence {
    /// A hash of the word: a clash would only blend two.
    fingerprint: u64,
    start: u32,
    end: u32,
    /// 0 in the title, 1 elsewhere.
    field: u32,
}

impl Words {
    fn add(&mut self, text: &str, field: u32) {
        analysis::tokens(text, &mut |token| {
            if token.n_positions == 1 {
                let start = self.text.len() as u32;
                self.text.push_str(token.term);
                self.occurrences.push(Occurrence {
                    fingerprint: fnv::hash_64(token.term.as_bytes()),
                    start,
                    end: self.text.len() as u32,
                    field,
                });
            }
        });
    }

    /// Visits every word once, with its frequencies.
    fn for_each(&mut self, mut visit: impl FnMut(&str, FieldFrequencies)) {
        self.occurrences
            .small_sort_by_number(|occurrence| occurrence.fingerprint);
        let same = |left: &Occurrence, right: &Occurrence| left.fingerprint == right.fingerprint;
        for of_word in self.occurrences.chunk_by(same) {
            let title = of_word
                .iter()
                .filter(|occurrence| occurrence.field == 0)
                .count() as u32;
            let frequency = FieldFrequencies {
                title,
                heading: 0,
                body: of_word.len() as u32 - title,
            };
            let (start, end) = (of_word[0].start as usize, of_word[0].end as usize);
            visit(self.text.get(start..end).unwrap_or_default(), frequency);
        }
    }
}

/// Adds up what belongs to the same family; sorted by family.
fn add_up(words: &mut Vec<(u32, f32)>) {
    words.small_sort_by_number(|&(family, _)| u64::from(family));
    words.dedup_by(|next, kept| {
        let is_same = next.0 == kept.0;
        if is_same {
            kept.1 += next.1;
        }
        is_same
    });
}

/// Keeps the `n` of greatest worth, greatest first; of equal worth, the lowest family.
fn keep_most(words: &mut Vec<(u32, f32)>, n: usize, worth: impl Fn(&(u32, f32)) -> f32) {
    keep_first(words, n, |word| {
        sorting::descending(worth(word)) << 32 | u64::from(word.0)
    });
}

/// Returns the most that the added words can give a document.
pub(crate) fn most(added: &[AddedWord]) -> f32 {
    // A saturated frequency is below 1; the thousandth is for rounding.
    added.iter().map(|word| word.weight).sum::<f32>() * 1.001
}

/// Adds what the added words give some documents.
///
/// Cost: linear in the postings of their families; frequencies are read for these documents only.
pub(crate) fn add_scores(
    index: &Index,
    tables: &Tables,
    added: &[AddedWord],
    documents: &DocumentSet,
    scores: &mut [f32],
) {
    let Some(families) = tables.feedback.families.get() else {
        return;
    };
    let k1 = tables.parameters.k1;
    let mut frequencies: Vec<f32> = Vec::new();
    let mut touched: Vec<u32> = Vec::new();
    for word in added {
        let terms = families.terms(word.family);
        if let [term] = terms {
            let mut cursor = index.postings(*term);
            while cursor.doc() != DocId::END {
                if documents.contains(cursor.doc().0) {
                    let frequency = tables.frequency(cursor.doc(), cursor.frequencies());
                    scores[cursor.doc().as_usize()] += word.weight * frequency / (k1 + frequency);
                }
                cursor.advance();
            }
            continue;
        }
        frequencies.resize(scores.len(), 0.0);
        for &term in terms {
            let mut cursor = index.postings(term);
            while cursor.doc() != DocId::END {
                if documents.contains(cursor.doc().0) {
                    let frequency = &mut frequencies[cursor.doc().as_usize()];
                    if *frequency == 0.0 {
                        touched.push(cursor.doc().0);
                    }
                    *frequency += tables.frequency(cursor.doc(), cursor.frequencies());
                }
                cursor.advance();
            }
        }
        for document in touched.drain(..) {
            let frequency = std::mem::take(&mut frequencies[document as usize]);
            scores[document as usize] += word.weight * frequency / (k1 + frequency);
        }
    }
}

/// Returns what each added word gives one document: a term of its family, and the score.
pub(crate) fn parts(
    index: &Index,
    tables: &Tables,
    added: &[AddedWord],
    document: u32,
) -> Vec<(String, f32)> {
    let mut only = DocumentSet::empty(index.n_documents());
    only.insert(document);
    let mut parts = Vec::new();
    for word in added {
        let mut scores = vec![0.0; index.n_documents() as usize];
        add_scores(
            index,
            tables,
            std::slice::from_ref(word),
            &only,
            &mut scores,
        );
        let frequent = tables.feedback.families.get().and_then(|families| {
            let terms = families.terms(word.family).iter();
            terms.max_by_key(|&&term| index.collection_frequency(term))
        });
        if let (Some(&term), true) = (frequent, scores[document as usize] > 0.0) {
            parts.push((index.term_text(term), scores[document as usize]));
        }
    }
    parts
}
