//! Where a score comes from.

use super::{UnitPostings, add_proximity};
use crate::Tables;
use crate::mentions;
use crate::plan::Plan;
use index::{DocId, Index};
use std::fmt;

/// A score as a tree: each part with its value and what it is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What the value is.
    pub label: String,
    /// The value.
    pub value: f64,
    /// What it is made of; may be empty.
    pub parts: Vec<Self>,
}

impl Explanation {
    fn leaf(label: &str, value: f32) -> Self {
        Self {
            label: label.to_string(),
            value: f64::from(value),
            parts: Vec::new(),
        }
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        writeln!(
            f,
            "{:indent$}{:.4}  {}",
            "",
            self.value,
            self.label,
            indent = depth * 2
        )?;
        self.parts
            .iter()
            .try_for_each(|part| part.write(f, depth + 1))
    }
}

impl fmt::Display for Explanation {
    /// Writes one line for each part, indented by depth.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, 0)
    }
}

/// Explains the score of one document; `added` is what the words of feedback give it.
pub(crate) fn explain(
    index: &Index,
    tables: &Tables,
    plan: &Plan,
    postings: &[UnitPostings],
    added: &[(String, f32)],
    document: u32,
) -> Explanation {
    let k1 = tables.parameters.k1;
    let mut parts = Vec::new();
    for (unit, postings) in plan.units.iter().zip(postings) {
        if postings.weight > 0.0 && postings.documents.contains(document) {
            let frequency = postings.frequencies(index, tables, unit).of(document);
            parts.push(Explanation {
                label: ["word ", &unit.label].concat(),
                value: f64::from(postings.weight * frequency / (k1 + frequency)),
                parts: vec![
                    Explanation::leaf(
                        "weight: rarity by k1 + 1 by repetitions in the query",
                        postings.weight,
                    ),
                    Explanation::leaf("frequency over forms and fields, by length", frequency),
                    Explanation::leaf("documents that have it", postings.documents.len() as f32),
                ],
            });
        }
    }
    for unit in &plan.units {
        let n_places = mentions::places_in(&unit.places, DocId(document)).len();
        if unit.positive && n_places > 0 {
            let score = mentions::score(n_places);
            parts.push(Explanation::leaf(&unit.label, score));
        }
    }
    if !added.is_empty() {
        let words: Vec<Explanation> = added
            .iter()
            .map(|(word, score)| Explanation::leaf(word, *score))
            .collect();
        parts.push(Explanation {
            label: "words that the best documents share".to_string(),
            value: words.iter().map(|word| word.value).sum(),
            parts: words,
        });
    }
    let mut scored = [(0.0, document)];
    add_proximity(index, tables, &plan.units, postings, &mut scored);
    parts.push(Explanation::leaf("proximity of the words", scored[0].0));
    let value = parts.iter().map(|part| part.value).sum();
    Explanation {
        label: "score".to_string(),
        value,
        parts,
    }
}
