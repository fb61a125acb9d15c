//! Days, names and voices are found in the texts of an index and put into it, on all cores.

use crate::progress;
use crate::threads::{in_parallel, n_cores};
use annotation::layers::{Layers, Reading};
use annotation::names::{Authority, Lexicon};
use annotation::voices::Voice;
use anyhow::Result;
use index::{DocId, Index, Tag};
use std::ops::Range;

/// Layers as sections of an index.
pub(crate) type Sections = Vec<(Tag, Vec<u8>)>;

/// Up to this many bytes of text the layers are found without being asked for: they take memory of some
/// ten times the text.
pub(crate) const UNASKED_TEXT_BYTES: u64 = 32 << 20;

/// Returns an index with its layers.
///
/// # Errors
/// When the whole would be larger than an index can be.
pub(crate) fn add_to(index: &Index, authority: &Authority) -> Result<Vec<u8>> {
    Ok(index::with_layers(
        index.as_bytes(),
        &sections(index, authority),
    )?)
}

/// Finds the layers of an index on all cores, with a progress bar.
pub(crate) fn sections(index: &Index, authority: &Authority) -> Sections {
    let layers = of(index, authority, n_cores());
    let sections = layers.to_sections(&|number| index.document(DocId(number)).text());
    let sections = sections.into_iter();
    sections.map(|(name, bytes)| (Tag(name), bytes)).collect()
}

/// Finds the layers of an index, the same for any number of shares.
pub(crate) fn of(index: &Index, authority: &Authority, n_shares: usize) -> Layers {
    let lexicon = Lexicon::new();
    let bar = progress::bar("annotating", 2 * text_bytes(index));
    let shares = divide(index, n_shares);
    let document = |number: u32| {
        let view = index.document(DocId(number));
        bar.inc(view.text_bytes().into());
        engine::document(view)
    };
    let readings = in_parallel(&shares, &|share| {
        let mut reading = Reading::new(&lexicon, authority);
        for number in share.clone() {
            reading.add(&document(number));
        }
        reading
    });
    let mut all = Reading::new(&lexicon, authority);
    for reading in readings {
        all.append(reading);
    }
    let mut layers = all.finish();
    let known = &layers;
    let voices: Vec<Vec<Vec<Voice>>> = in_parallel(&shares, &|share| {
        share
            .clone()
            .map(|number| known.voices_of(number, &document(number)))
            .collect()
    });
    layers.voices = voices.into_iter().flatten().collect();
    let documents: Vec<_> = index.documents().map(engine::document).collect();
    layers.compare(&documents);
    bar.finish_and_clear();
    layers
}

pub(crate) fn text_bytes(index: &Index) -> u64 {
    index
        .documents()
        .map(|view| u64::from(view.text_bytes()))
        .sum()
}

/// Divides the documents into runs of about the same length of text.
fn divide(index: &Index, n_shares: usize) -> Vec<Range<u32>> {
    let share_bytes = text_bytes(index) / n_shares.max(1) as u64 + 1;
    let mut shares = Vec::new();
    let (mut start, mut n_bytes) = (0, 0);
    for view in index.documents() {
        n_bytes += u64::from(view.text_bytes());
        let next = view.doc().0 + 1;
        if n_bytes >= share_bytes || next == index.n_documents() {
            shares.push(start..next);
            (start, n_bytes) = (next, 0);
        }
    }
    shares
}
