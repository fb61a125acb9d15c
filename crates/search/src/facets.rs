//! Filters by field values, and how many documents hold each value.

use crate::dates::DayRange;
use crate::document_set::DocumentSet;
use crate::expansion::Dictionary;
use crate::fields::unknown_value;
use crate::mentions::NAME_FACETS;
use crate::{Note, Tables};
use index::{DocId, FieldView, Index};
use sorting::SmallSort;

/// Keys with more different values are not offered as filters: a title or an address tells documents
/// apart instead of grouping them.
const MAX_VALUES: u32 = 60;
/// Fields offered whatever their number of values, in the order of the page; dates by year and month.
const USUAL: [&str; 6] = ["source", "year", "month", "tag", "lang", "author"];
/// Fields never offered.
const NEVER: [&str; 6] = ["title", "url", "date", "id", "private", "sha256"];
/// Most values given back for one field.
const MAX_SHOWN: usize = 200;

/// Values of one field with counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// Field name.
    pub field: String,
    /// Values, most frequent first, then alphabetically; years and months in order of time.
    pub values: Vec<FacetValue>,
    /// Whether the values are names found in the texts, and no metadata.
    pub mentioned: bool,
}

/// One value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// The value.
    pub value: String,
    /// Number of documents that answer and hold it, the filters of other fields applied.
    pub n_documents: usize,
    /// Whether the request filters by it.
    pub chosen: bool,
}

/// A chosen filter: the field's name and the values of which any passes.
pub type FieldFilter = (String, Vec<String>);

/// The chosen filters with the documents that pass each.
pub(crate) struct Filters<'f> {
    chosen: &'f [FieldFilter],
    passing: Vec<DocumentSet>,
}

impl<'f> Filters<'f> {
    pub(crate) fn new(dictionary: Dictionary<'_>, chosen: &'f [FieldFilter]) -> Self {
        let passing = chosen
            .iter()
            .map(|(field, values)| passing(dictionary, field, values))
            .collect();
        Self { chosen, passing }
    }

    /// Keeps the documents that pass every filter, but for those on one field.
    pub(crate) fn apply(&self, documents: &mut DocumentSet, but: Option<&str>) {
        for ((field, _), passing) in self.chosen.iter().zip(&self.passing) {
            if but != Some(field.as_str()) {
                documents.intersect(passing);
            }
        }
    }

    /// Says which of the chosen values no document has: an address may be older than the texts.
    pub(crate) fn notes(&self, dictionary: Dictionary<'_>) -> Vec<Note> {
        let mut notes = Vec::new();
        for ((field, values), any) in self.chosen.iter().zip(&self.passing) {
            for value in values {
                // Where no document passes, none of the values is known; of several, each is looked up.
                let is_unknown = any.is_empty()
                    || values.len() > 1
                        && passing(dictionary, field, core::slice::from_ref(value)).is_empty();
                if is_unknown {
                    notes.push(unknown_value(field, value, Vec::new()));
                }
            }
        }
        notes
    }

    fn is_chosen(&self, field: &str, value: &str) -> bool {
        self.chosen
            .iter()
            .any(|(name, values)| name == field && values.iter().any(|chosen| chosen == value))
    }
}

/// Tells whether a field's values are names found in the texts: no metadata has it.
// Inlined three times it would make every page larger.
#[inline(never)]
fn is_mentioned(index: &Index, field: &str) -> bool {
    NAME_FACETS.contains(&field) && index.field(field).is_none()
}

fn passing(dictionary: Dictionary<'_>, field: &str, values: &[String]) -> DocumentSet {
    let Dictionary {
        index,
        tables,
        spans,
    } = dictionary;
    let mut documents = DocumentSet::empty(index.n_documents());
    if let (Some(spans), true) = (spans, is_mentioned(index, field)) {
        for doc in spans.documents_named(field, values) {
            documents.insert(doc.0);
        }
        return documents;
    }
    let of_days = matches!(field, "year" | "month" | "date");
    let of_ids = matches!(field, "doc" | "id");
    let view = index.field(field).filter(|_| !of_days);
    for value in values {
        if of_days {
            let Some(range) = DayRange::parse_range(value) else {
                continue;
            };
            for (document, days) in tables.days.iter().enumerate() {
                if days.is_some_and(|days| range.overlaps(days)) {
                    documents.insert(document as u32);
                }
            }
        } else if let Some(view) = view {
            let Some(number) = view.find(value) else {
                continue;
            };
            for document in 0..index.n_documents() {
                if view.document_values(DocId(document)).contains(&number) {
                    documents.insert(document);
                }
            }
        } else if of_ids && let Some(doc) = index.doc_by_id(value) {
            documents.insert(doc.0);
        }
    }
    documents
}

/// Counts the values of every field worth filtering by over the documents that answer, before filters. Facets
/// stand in the order of the page: as the publisher chose, else source, date, tag, language and author, then
/// other keys by name, then persons, places and organisations that the texts mention.
///
/// Cost: for each field, linear in the documents that answer.
pub(crate) fn facets(
    dictionary: Dictionary<'_>,
    answering: &DocumentSet,
    filters: &Filters<'_>,
) -> Vec<Facet> {
    offered(dictionary.index)
        .into_iter()
        .filter_map(|name| {
            let mut documents = answering.clone();
            filters.apply(&mut documents, Some(name));
            let values = counts(dictionary, name, &documents, filters);
            (!values.is_empty()).then(|| Facet {
                field: name.to_string(),
                values,
                mentioned: is_mentioned(dictionary.index, name),
            })
        })
        .collect()
}

/// Returns the names of the fields to count, in their order.
fn offered(index: &Index) -> Vec<&str> {
    if let Some(chosen) = index.facets() {
        return chosen.collect();
    }
    let mut names = USUAL.to_vec();
    for view in index.fields() {
        let grouping = view.n_values() <= MAX_VALUES && view.n_values() < index.n_documents();
        let name = view.name();
        if grouping && !NEVER.contains(&name) && !USUAL.contains(&name) {
            names.push(name);
        }
    }
    for name in NAME_FACETS {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn counts(
    dictionary: Dictionary<'_>,
    name: &str,
    documents: &DocumentSet,
    filters: &Filters<'_>,
) -> Vec<FacetValue> {
    let Dictionary {
        index,
        tables,
        spans,
    } = dictionary;
    match name {
        "year" => date_counts(name, DayRange::year, tables, documents, filters),
        "month" => date_counts(name, DayRange::month, tables, documents, filters),
        _ => match (index.field(name), spans) {
            (Some(view), _) => field_counts(view, documents, filters),
            (None, Some(spans)) if is_mentioned(index, name) => {
                let counts = |doc: DocId| documents.contains(doc.0);
                let is_chosen = |value: &str| filters.is_chosen(name, value);
                shown(spans.count_names(name, &counts, &is_chosen))
            }
            _ => Vec::new(),
        },
    }
}

/// Keeps the most frequent values and those chosen, most frequent first.
fn shown(mut values: Vec<FacetValue>) -> Vec<FacetValue> {
    values.small_sort_by_number(|value| u64::from(!value.chosen) << 32 | rarity(value));
    values.truncate(MAX_SHOWN);
    values.small_sort_by_number(rarity);
    values
}

/// Returns a number that is smaller the more documents have a value.
fn rarity(value: &FacetValue) -> u64 {
    u64::from(u32::MAX - value.n_documents as u32)
}

fn field_counts(
    view: FieldView<'_>,
    documents: &DocumentSet,
    filters: &Filters<'_>,
) -> Vec<FacetValue> {
    let mut counts = vec![0usize; view.n_values() as usize];
    documents.for_each(|document| {
        for &number in view.document_values(DocId(document)) {
            counts[number as usize] += 1;
        }
    });
    let mut values: Vec<FacetValue> = Vec::new();
    for (n_documents, value) in counts.into_iter().zip(view.values()) {
        let chosen = filters.is_chosen(view.name(), value);
        if n_documents > 0 || chosen {
            values.push(FacetValue {
                value: value.to_string(),
                n_documents,
                chosen,
            });
        }
    }
    shown(values)
}

fn date_counts(
    name: &str,
    of: fn(DayRange) -> Option<String>,
    tables: &Tables,
    documents: &DocumentSet,
    filters: &Filters<'_>,
) -> Vec<FacetValue> {
    let mut ranges: Vec<DayRange> = Vec::new();
    documents.for_each(|document| ranges.extend(tables.days[document as usize]));
    ranges.small_sort_by_number(|range| range.number());
    let mut values: Vec<FacetValue> = Vec::new();
    for run in ranges.chunk_by(|left, right| left == right) {
        let Some(value) = of(run[0]) else { continue };
        match values.iter_mut().find(|known| known.value == value) {
            Some(known) => known.n_documents += run.len(),
            None => {
                let chosen = filters.is_chosen(name, &value);
                values.push(FacetValue {
                    value,
                    n_documents: run.len(),
                    chosen,
                });
            }
        }
    }
    values.small_sort_by(|left, right| left.value.cmp(&right.value));
    values
}
