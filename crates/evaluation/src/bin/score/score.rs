//! Precision and recall.

use std::path::Path;

use anyhow::Result;
use corpus::Document;

use crate::gold::{self, Gold, Item, Split};
use crate::layer::Layer;
use crate::matching::Matching;
use crate::texts::AnnotatedCorpus;

/// One document with what was annotated and found in it.
#[derive(Debug)]
pub(crate) struct Judged<'a> {
    pub(crate) gold: Gold,
    pub(crate) document: &'a Document,
    /// The corpus, with the documents that items of pairs refer to.
    pub(crate) documents: &'a [Document],
    pub(crate) found: Vec<Item>,
    pub(crate) matching: Matching,
}

/// Counts over some documents.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Annotated items, and those of them that were found with the same span, or with an overlapping one.
    pub(crate) n_gold: usize,
    pub(crate) gold_exact: usize,
    pub(crate) gold_overlap: usize,
    /// Found items, and those of them that were annotated.
    pub(crate) n_found: usize,
    pub(crate) found_exact: usize,
    pub(crate) found_overlap: usize,
}

impl Tally {
    /// Of what was found, the share that overlaps an annotation; 1 where nothing was found.
    pub(crate) fn precision(&self) -> f64 {
        share(self.found_overlap, self.n_found)
    }

    /// Of what was annotated, the share that was found; 1 where nothing was annotated.
    pub(crate) fn recall(&self) -> f64 {
        share(self.gold_overlap, self.n_gold)
    }

    pub(crate) fn exact_precision(&self) -> f64 {
        share(self.found_exact, self.n_found)
    }

    pub(crate) fn exact_recall(&self) -> f64 {
        share(self.gold_exact, self.n_gold)
    }
}

pub(crate) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

/// Runs a layer over all corpora and compares it with its annotations.
///
/// # Errors
///
/// When annotations cannot be read or do not fit their texts.
pub(crate) fn judge<'a>(
    layer: &Layer,
    corpora: &'a [AnnotatedCorpus],
    repository: &Path,
) -> Result<Vec<Judged<'a>>> {
    let all = gold::read(repository, layer.name, corpora)?;
    let mut judged = Vec::new();
    for corpus in corpora {
        let own: Vec<&Gold> = all
            .iter()
            .filter(|gold| gold.corpus == corpus.name)
            .collect();
        let mut found = found_in(layer, &corpus.documents, &own);
        for gold in own {
            let own = std::mem::take(&mut found[gold.document]);
            judged.push(Judged {
                matching: (layer.matches)(&gold.items, &own),
                document: &corpus.documents[gold.document],
                documents: &corpus.documents,
                found: own,
                gold: Gold {
                    items: gold.items.clone(),
                    ..*gold
                },
            });
        }
    }
    Ok(judged)
}

/// Finds the items of a corpus, a list for each document; of each split apart where the layer asks for it.
fn found_in(layer: &Layer, documents: &[Document], all: &[&Gold]) -> Vec<Vec<Item>> {
    if !layer.is_by_split {
        return (layer.find)(documents);
    }
    let mut found = vec![Vec::new(); documents.len()];
    for split in Split::ALL {
        let places = (0..documents.len()).filter(|&place| {
            let mut golds = all.iter();
            golds.any(|gold| gold.split == split && gold.document == place)
        });
        let places: Vec<usize> = places.collect();
        let part: Vec<Document> = places.iter().map(|&at| documents[at].clone()).collect();
        for (place, own) in places.into_iter().zip((layer.find)(&part)) {
            found[place] = own;
        }
    }
    found
}

/// Counts the items of a class (or of `all`) in a split, of one corpus or of all.
///
/// Precision counts found items by the class that they were found as, recall annotated items by the class
/// that they were annotated with; that both agree is an attribute of its own, see [`agreement`].
pub(crate) fn tally(
    judged: &[Judged<'_>],
    corpus: Option<&str>,
    split: Split,
    class: &str,
) -> Tally {
    let mut tally = Tally::default();
    let counts = |item: &Item| class == "all" || item.class == class;
    for one in judged.iter().filter(|one| {
        one.gold.split == split && corpus.is_none_or(|corpus| corpus == one.gold.corpus)
    }) {
        let gold = &one.gold.items;
        tally.n_gold += gold
            .iter()
            .filter(|item| counts(item) && !item.is_optional)
            .count();
        tally.n_found += one.found.iter().filter(|item| counts(item)).count();
        let repeated = one.matching.repeated.iter();
        tally.n_found -= repeated.filter(|&&at| counts(&one.found[at])).count();
        for &(annotated, found) in &one.matching.pairs {
            let (annotated, found) = (&gold[annotated], &one.found[found]);
            if annotated.is_optional {
                tally.n_found -= usize::from(counts(found));
                continue;
            }
            let is_exact = annotated.span == found.span;
            tally.gold_overlap += usize::from(counts(annotated));
            tally.gold_exact += usize::from(counts(annotated) && is_exact);
            tally.found_overlap += usize::from(counts(found));
            tally.found_exact += usize::from(counts(found) && is_exact);
        }
    }
    tally
}

/// Returns what is below its floor, in words; floors of corpora whose texts are absent are skipped.
pub(crate) fn below_floors(
    layer: &Layer,
    judged: &[Judged<'_>],
    corpora: &[AnnotatedCorpus],
) -> Vec<String> {
    let is_present = |name: &str| {
        let mut named = corpora.iter().filter(|corpus| corpus.name == name);
        named.any(|corpus| !corpus.documents.is_empty())
    };
    let mut below = Vec::new();
    for floor in layer.floors.iter().filter(|floor| is_present(floor.corpus)) {
        let tally = tally(judged, Some(floor.corpus), floor.split, floor.class);
        let (precision, recall) = (tally.precision(), tally.recall());
        if precision < floor.precision || recall < floor.recall {
            below.push(format!(
                "{} of {} ({}), {}: precision {precision:.3} of at least {:.3}, recall {recall:.3} of at least {:.3}",
                layer.name, floor.corpus, floor.split.name(), floor.class, floor.precision, floor.recall
            ));
        }
    }
    below
}

/// Counts how often an attribute is right, of the found items of an annotated class that have it:
/// `(right, of)`. The attribute `class` is the class itself.
pub(crate) fn agreement(
    judged: &[Judged<'_>],
    split: Split,
    class: &str,
    attribute: &str,
) -> (usize, usize) {
    let (mut right, mut of) = (0, 0);
    for one in judged.iter().filter(|one| one.gold.split == split) {
        for &(annotated, found) in &one.matching.pairs {
            let (annotated, found) = (&one.gold.items[annotated], &one.found[found]);
            if annotated.is_optional || (class != "all" && annotated.class != class) {
                continue;
            }
            if let Some(is_right) = is_right(annotated, found, attribute) {
                of += 1;
                right += usize::from(is_right);
            }
        }
    }
    (right, of)
}

/// Tells whether an attribute was found as annotated, or as one of the answers that `|` separates; nothing where
/// the annotation leaves it open.
pub(crate) fn is_right(annotated: &Item, found: &Item, attribute: &str) -> Option<bool> {
    if attribute == "class" {
        return Some(annotated.class == found.class);
    }
    let wanted = annotated.attributes.get(attribute)?;
    let given = found
        .attributes
        .get(attribute)
        .map_or("", |value| value.as_str());
    Some(wanted.split('|').any(|one| one == given))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::match_items;
    use corpus::ByteSpan;
    use std::collections::BTreeMap;

    fn item(start: u32, class: &str, edtf: &str, is_optional: bool) -> Item {
        Item {
            span: ByteSpan::new(start, start + 5),
            class: class.to_owned(),
            attributes: BTreeMap::from([("edtf".to_owned(), edtf.to_owned())]),
            is_optional,
        }
    }

    fn judged(document: &Document) -> [Judged<'_>; 1] {
        let gold = vec![
            item(0, "time", "2024", false),
            item(10, "time", "2023", false),
            item(20, "range", "", true),
        ];
        let found = vec![
            item(0, "range", "2024", false),
            item(12, "time", "2022", false),
            item(20, "range", "", false),
            item(40, "time", "", false),
        ];
        [Judged {
            matching: match_items(&gold, &found),
            document,
            documents: std::slice::from_ref(document),
            found,
            gold: Gold {
                corpus: "seeds",
                document: 0,
                split: Split::Unseen,
                items: gold,
            },
        }]
    }

    #[test]
    fn precision_counts_found_items_and_recall_annotated_ones() {
        let document = Document::default();
        let judged = judged(&document);
        let all = tally(&judged, None, Split::Unseen, "all");
        assert_eq!((all.n_gold, all.n_found), (2, 3));
        assert_eq!(
            (all.found_overlap, all.found_exact, all.gold_exact),
            (2, 1, 1)
        );
        let times = tally(&judged, Some("seeds"), Split::Unseen, "time");
        assert_eq!(
            (times.n_gold, times.n_found, times.found_overlap),
            (2, 2, 1)
        );
        assert_eq!(tally(&judged, None, Split::Development, "all").n_gold, 0);
    }

    #[test]
    fn attributes_are_counted_on_what_was_found() {
        let document = Document::default();
        let judged = judged(&document);
        assert_eq!(agreement(&judged, Split::Unseen, "all", "edtf"), (1, 2));
        assert_eq!(agreement(&judged, Split::Unseen, "time", "class"), (1, 2));
    }
}
