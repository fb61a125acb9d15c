//! The dictionary: an fst from each term to its number.

mod check;
mod walk;

pub(crate) use check::{NO_ROOT, check};
pub(crate) use walk::{Borrowed, ends, walk};

use crate::build::Inversion;
use sorting::SmallSort;

/// The final numbers of the terms of several inversions.
#[derive(Debug)]
pub(crate) struct TermOrder {
    /// Each distinct term in byte order, by the inversion that has it and its number there.
    pub(crate) terms: Vec<(u32, u32)>,
    /// For each inversion, the final number of each of its terms.
    pub(crate) numbers: Vec<Vec<u32>>,
}

impl TermOrder {
    /// Returns the terms in byte order.
    pub(crate) fn iter<'a>(&'a self, inversions: &'a [Inversion]) -> impl Iterator<Item = &'a str> {
        self.terms
            .iter()
            .map(|&(part, number)| inversions[part as usize].terms.get(number))
    }
}

/// Orders the terms of inversions.
pub(crate) fn order(inversions: &[Inversion]) -> TermOrder {
    let text = |&(part, number): &(u32, u32)| inversions[part as usize].terms.get(number);
    let mut all = Vec::with_capacity(
        inversions
            .iter()
            .map(|inversion| inversion.terms.len())
            .sum(),
    );
    for (part, inversion) in inversions.iter().enumerate() {
        all.extend(
            inversion
                .terms
                .sorted()
                .into_iter()
                .map(|number| (part as u32, number)),
        );
    }
    if inversions.len() > 1 {
        all.small_sort_by(|a, b| text(a).cmp(text(b)));
    }
    let mut numbers: Vec<Vec<u32>> = inversions
        .iter()
        .map(|inversion| vec![0; inversion.terms.len()])
        .collect();
    let mut terms: Vec<(u32, u32)> = Vec::with_capacity(all.len());
    for entry in all {
        if terms.last().is_none_or(|last| text(last) != text(&entry)) {
            terms.push(entry);
        }
        numbers[entry.0 as usize][entry.1 as usize] = terms.len() as u32 - 1;
    }
    TermOrder { terms, numbers }
}

/// Writes the section `TERM`.
pub(crate) fn write(inversions: &[Inversion], order: &TermOrder) -> Result<Vec<u8>, fst::Error> {
    let mut builder = fst::MapBuilder::memory();
    for (number, term) in order.iter(inversions).enumerate() {
        builder.insert(term, number as u64)?;
    }
    builder.into_inner()
}
