//! Why a query finds nothing, and which weaker one finds something.

use crate::reading;
use crate::searches::filters;
use protocol::{BreakdownRecord, Lens, PartRecord, RelaxationRecord};
use query::{Query, Word, WordForm};
use search::{FieldFilter, Searcher};
use sorting::SmallSort;

/// Parts of a query that are looked at by themselves; each costs a search or two.
const MOST_PARTS: usize = 16;
/// Words proposed for one that no document has.
const MOST_NEAR: usize = 5;

/// Takes a query apart.
///
/// Cost: two searches for each part, one for each field that is filtered by.
pub(crate) fn breakdown(searcher: Searcher<'_>, lens: &Lens) -> BreakdownRecord {
    let (query, _) = reading::read(&lens.query);
    let relaxing = Relaxing {
        searcher,
        lens,
        filters: filters(&lens.filters),
    };
    let parts = parts_of(&query);
    let mut relaxations = relaxing.of_parts(&query);
    relaxations.append(&mut relaxing.of_filters(&query));
    BreakdownRecord {
        read_as: query.to_canonical(),
        total: relaxing.count(&query, &relaxing.filters, lens.exact),
        parts: part_records(searcher, lens, parts),
        relaxations,
    }
}

/// Counts what each part of a query finds by itself.
pub(crate) fn part_records(
    searcher: Searcher<'_>,
    lens: &Lens,
    parts: &[Query],
) -> Vec<PartRecord> {
    let filters = filters(&lens.filters);
    let count = |part: &Query, filters: &[FieldFilter]| {
        searcher
            .answering(part, filters, lens.exact)
            .documents
            .len()
    };
    let record = |part: &Query| {
        let everywhere = count(part, &[]);
        let near = match part {
            Query::Word(word) if everywhere == 0 && is_spelled(word) => {
                searcher.near_words(&word.text, MOST_NEAR)
            }
            _ => Vec::new(),
        };
        PartRecord {
            part: part.to_canonical(),
            documents: if filters.is_empty() {
                everywhere
            } else {
                count(part, &filters)
            },
            documents_without_filters: everywhere,
            near,
        }
    };
    parts.iter().take(MOST_PARTS).map(record).collect()
}

/// Returns what a query asks for together.
pub(crate) fn parts_of(query: &Query) -> &[Query] {
    match query {
        Query::Everything => &[],
        Query::All(children) => children,
        single => std::slice::from_ref(single),
    }
}

fn is_spelled(word: &Word) -> bool {
    matches!(word.form, WordForm::Plain | WordForm::Exact)
}

struct Relaxing<'r> {
    searcher: Searcher<'r>,
    lens: &'r Lens,
    filters: Vec<FieldFilter>,
}

impl Relaxing<'_> {
    fn count(&self, query: &Query, filters: &[FieldFilter], exact: bool) -> usize {
        let found = self.searcher.answering(query, filters, exact);
        found.documents.len()
    }

    /// Returns what is found when one part is asked for less strictly, or not at all.
    fn of_parts(&self, query: &Query) -> Vec<RelaxationRecord> {
        let parts = parts_of(query);
        let (mut looser, mut without) = (Vec::new(), Vec::new());
        for (at, part) in parts.iter().enumerate().take(MOST_PARTS) {
            if let Some((kind, weaker)) = weaker(part) {
                let mut changed = parts.to_vec();
                changed[at] = weaker;
                looser.extend(self.found(kind, &part.to_canonical(), all(changed)));
            }
            if parts.len() > 1 {
                let mut fewer = parts.to_vec();
                fewer.remove(at);
                without.extend(self.found("part", &part.to_canonical(), all(fewer)));
            }
        }
        if self.lens.exact {
            let lens = Lens {
                exact: false,
                ..self.lens.clone()
            };
            let documents = self.count(query, &self.filters, false);
            looser.extend(relaxation("wider", "", lens, documents));
        }
        let rarity = |found: &RelaxationRecord| (usize::MAX - found.documents) as u64;
        looser.small_sort_by_number(rarity);
        without.small_sort_by_number(rarity);
        looser.append(&mut without);
        looser
    }

    fn found(&self, kind: &str, about: &str, query: Query) -> Option<RelaxationRecord> {
        let documents = self.count(&query, &self.filters, self.lens.exact);
        let lens = Lens {
            query: query.to_canonical(),
            ..self.lens.clone()
        };
        relaxation(kind, about, lens, documents)
    }

    /// Returns what is found without the filters on one field, or without any.
    fn of_filters(&self, query: &Query) -> Vec<RelaxationRecord> {
        let fields = self.lens.filters.iter();
        let mut found: Vec<RelaxationRecord> = fields
            .filter_map(|filter| {
                let mut lens = self.lens.clone();
                lens.filters.retain(|other| other.field != filter.field);
                let documents = self.count(query, &filters(&lens.filters), lens.exact);
                relaxation("filter", &filter.field, lens, documents)
            })
            .collect();
        found.small_sort_by_number(|found| (usize::MAX - found.documents) as u64);
        if self.filters.len() > 1 {
            let lens = Lens {
                filters: Vec::new(),
                ..self.lens.clone()
            };
            let documents = self.count(query, &[], lens.exact);
            found.extend(relaxation("filters", "", lens, documents));
        }
        found
    }
}

fn relaxation(kind: &str, about: &str, lens: Lens, documents: usize) -> Option<RelaxationRecord> {
    (documents > 0).then(|| RelaxationRecord {
        kind: kind.to_string(),
        about: about.to_string(),
        lens,
        documents,
    })
}

/// Returns a part that asks for less, where there is one between it and nothing.
fn weaker(part: &Query) -> Option<(&'static str, Query)> {
    let words = |query: &Query| {
        let words = query::words(query);
        let words: Vec<Query> = words.into_iter().cloned().map(Query::Word).collect();
        (!words.is_empty()).then(|| all(words))
    };
    match part {
        Query::Phrase { .. }
        | Query::Near { .. }
        | Query::Sentence(_)
        | Query::Paragraph(_)
        | Query::Quotation(_) => Some(("words", words(part)?)),
        Query::Word(word) if word.form == WordForm::Exact => {
            let plain = Word {
                form: WordForm::Plain,
                ..word.clone()
            };
            Some(("wider", Query::Word(plain)))
        }
        _ => None,
    }
}

/// Asks for several parts together; what is all of several itself is taken apart.
fn all(parts: Vec<Query>) -> Query {
    let mut flat = Vec::new();
    for part in parts {
        match part {
            Query::All(mut children) => flat.append(&mut children),
            part => flat.push(part),
        }
    }
    match flat.len() {
        0 => Query::Everything,
        1 => flat.remove(0),
        _ => Query::All(flat),
    }
}
