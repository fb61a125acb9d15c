//! Whether the forms of one name are joined and two bearers kept apart.
//!
//! Inside a document, two annotated mentions of one bearer under different forms ("Bashar al-Assad", "Assad") are a
//! pair of variants: joined where both were found in one group. Two annotated bearers are merged where some group
//! that was found holds mentions of both. Optional mentions and those without a bearer count for nothing.

use std::collections::{BTreeMap, BTreeSet};

use corpus::ByteSpan;

use crate::gold::{Item, Split};
use crate::score::{Judged, share};

/// The attribute that says whose name a mention is.
const BEARER: &str = "bearer";

/// Pairs of mentions under different forms, and pairs of bearers in one group.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Joined {
    /// Of one bearer, annotated.
    pub(crate) variants: usize,
    /// Those of them that were found in one group.
    pub(crate) joined: usize,
    /// For each pair of forms that was not joined somewhere, the earlier one first: where it stands first.
    pub(crate) parted: Vec<(ByteSpan, ByteSpan)>,
    /// For each two bearers of whom mentions were found in one group: a mention of each.
    pub(crate) merged: Vec<(ByteSpan, ByteSpan)>,
}

/// An annotated mention with the group that it was found in, nothing where it was not found.
struct Mention<'a> {
    span: ByteSpan,
    form: &'a str,
    bearer: &'a str,
    group: Option<&'a str>,
}

impl Joined {
    /// Counts in one document.
    pub(crate) fn of(judged: &Judged<'_>) -> Self {
        let mentions = mentions(judged);
        let (mut counts, mut parted) = (Self::default(), BTreeSet::new());
        let mut merged: BTreeMap<(&str, &str), (ByteSpan, ByteSpan)> = BTreeMap::new();
        for (at, one) in mentions.iter().enumerate() {
            for other in &mentions[..at] {
                let is_one_group = one.group.is_some() && one.group == other.group;
                if one.bearer != other.bearer {
                    if is_one_group {
                        let key = (other.bearer, one.bearer);
                        merged
                            .entry(key.min((key.1, key.0)))
                            .or_insert((other.span, one.span));
                    }
                } else if one.form != other.form {
                    counts.variants += 1;
                    counts.joined += usize::from(is_one_group);
                    if !is_one_group && parted.insert((other.form, one.form)) {
                        counts.parted.push((other.span, one.span));
                    }
                }
            }
        }
        counts.merged = merged.into_values().collect();
        counts
    }
}

fn mentions<'a>(judged: &'a Judged<'_>) -> Vec<Mention<'a>> {
    let found: BTreeMap<usize, usize> = judged.matching.pairs.iter().copied().collect();
    let annotated = judged.gold.items.iter().enumerate();
    annotated
        .filter(|(_, item)| !item.is_optional)
        .filter_map(|(place, item)| {
            Some(Mention {
                span: item.span,
                form: item.span.of(&judged.document.text),
                bearer: bearer(item)?,
                group: found
                    .get(&place)
                    .and_then(|&found| bearer(&judged.found[found])),
            })
        })
        .collect()
}

fn bearer(item: &Item) -> Option<&str> {
    let bearer = item.attributes.get(BEARER)?;
    (!bearer.is_empty()).then_some(bearer)
}

/// Says the counts of a split in one line.
pub(crate) fn summary(judged: &[Judged<'_>], split: Split) -> String {
    let own = judged.iter().filter(|one| one.gold.split == split);
    let (mut variants, mut joined, mut merged) = (0, 0, 0);
    for counts in own.map(Joined::of) {
        variants += counts.variants;
        joined += counts.joined;
        merged += counts.merged.len();
    }
    format!(
        "variants: {joined} of {variants} pairs of mentions under different forms joined ({:.3}); {merged} pairs of bearers merged",
        share(joined, variants)
    )
}

/// Lists what was not joined and what was merged in a document.
pub(crate) fn errors(judged: &Judged<'_>) -> Vec<(ByteSpan, String)> {
    let counts = Joined::of(judged);
    let text = &judged.document.text;
    let line = |what: &str, (first, second): (ByteSpan, ByteSpan)| {
        let shown = format!("{what}    {} | {}", first.of(text), second.of(text));
        (second, shown)
    };
    let parted = counts.parted.into_iter().map(|pair| line("parted", pair));
    let merged = counts.merged.into_iter().map(|pair| line("merged", pair));
    parted.chain(merged).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gold::Gold;
    use crate::matching::match_items;
    use corpus::Document;

    /// The two Assads in a text of names alone: `Bashar Assad Assad Hafez Assad Assad`.
    fn judged<'a>(document: &'a Document, found: &[(u32, u32, &str)]) -> Judged<'a> {
        let item = |&(start, end, bearer): &(u32, u32, &str)| Item {
            span: ByteSpan::new(start, end),
            class: "person".to_owned(),
            attributes: [(BEARER.to_owned(), bearer.to_owned())].into(),
            is_optional: false,
        };
        let annotated = [(0, 12, "0"), (13, 18, "0"), (19, 30, "19"), (31, 36, "19")];
        let items: Vec<Item> = annotated.iter().map(item).collect();
        let found: Vec<Item> = found.iter().map(item).collect();
        Judged {
            matching: match_items(&items, &found),
            document,
            documents: std::slice::from_ref(document),
            found,
            gold: Gold {
                corpus: "seeds",
                document: 0,
                split: Split::Unseen,
                items,
            },
        }
    }

    fn document() -> Document {
        Document {
            text: "Bashar Assad Assad Hafez Assad Assad".to_owned(),
            ..Document::default()
        }
    }

    #[test]
    fn a_name_that_is_not_found_is_not_joined() {
        let document = document();
        let judged = judged(&document, &[(0, 12, "0"), (13, 18, "0"), (19, 30, "19")]);
        let counts = Joined::of(&judged);
        assert_eq!((counts.joined, counts.variants), (1, 2));
        assert_eq!(
            counts.parted,
            [(ByteSpan::new(19, 30), ByteSpan::new(31, 36))]
        );
        assert!(counts.merged.is_empty());
    }

    #[test]
    fn a_surname_in_the_group_of_another_merges_two_bearers_once() {
        let document = document();
        let judged = judged(
            &document,
            &[(0, 12, "0"), (13, 18, "0"), (19, 30, "19"), (31, 36, "0")],
        );
        let counts = Joined::of(&judged);
        assert_eq!((counts.joined, counts.variants), (1, 2));
        assert_eq!(counts.merged.len(), 1);
        let line = summary(&[judged], Split::Unseen);
        assert!(
            line.contains("1 of 2") && line.contains("1 pairs of bearers merged"),
            "{line}"
        );
    }
}
