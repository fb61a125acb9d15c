//! The scores as a file, which the page shows to its readers.
//!
//! One line for each layer (or class of one), corpus and split, cells between tabs: documents, annotated items,
//! those of them that were found, found items, those of them that are annotated. Lines of texts that are not
//! there stay as they are.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::gold::Split;
use crate::layer::LAYERS;
use crate::score::{Judged, judge, tally};
use crate::texts::AnnotatedCorpus;

/// Where the scores stand, seen from the repository.
const FILE: &str = "testdata/gold/scores.tsv";

const HEAD: &str =
    "layer\tcorpus\tsplit\tdocuments\tannotated\tannotated_found\tfound\tfound_annotated\n";

/// Returns the file as it should be.
///
/// # Errors
///
/// When annotations cannot be read.
pub(crate) fn measured(corpora: &[AnnotatedCorpus], repository: &Path) -> Result<String> {
    let kept = fs::read_to_string(repository.join(FILE)).unwrap_or_default();
    let mut file = String::from(HEAD);
    for layer in LAYERS {
        let judged = judge(layer, corpora, repository)?;
        for &(row, class) in layer.rows {
            for (corpus, split) in corpora.iter().flat_map(in_splits) {
                let key = format!("{row}\t{}\t{}\t", corpus.name, split.name());
                if corpus.documents.is_empty() {
                    let mut lines = kept.lines();
                    if let Some(line) = lines.find(|line| line.starts_with(&key)) {
                        writeln!(file, "{line}")?;
                    }
                } else {
                    file += &line(&key, &judged, (corpus.name, split), class);
                }
            }
        }
    }
    Ok(file)
}

fn in_splits(corpus: &AnnotatedCorpus) -> impl Iterator<Item = (&AnnotatedCorpus, Split)> {
    Split::ALL.into_iter().map(move |split| (corpus, split))
}

fn line(key: &str, judged: &[Judged<'_>], of: (&str, Split), class: &str) -> String {
    let (corpus, split) = of;
    let mut own = judged.iter().map(|one| &one.gold);
    let n_documents = own
        .by_ref()
        .filter(|gold| gold.corpus == corpus && gold.split == split)
        .count();
    if n_documents == 0 {
        return String::new();
    }
    let counts = tally(judged, Some(corpus), split, class);
    format!(
        "{key}{n_documents}\t{}\t{}\t{}\t{}\n",
        counts.n_gold, counts.gold_overlap, counts.n_found, counts.found_overlap
    )
}

/// Writes the file.
///
/// # Errors
///
/// When annotations cannot be read or the file not be written.
pub(crate) fn write(corpora: &[AnnotatedCorpus], repository: &Path) -> Result<()> {
    let file = repository.join(FILE);
    let text = measured(corpora, repository)?;
    fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scores_that_readers_see_are_those_that_are_measured() {
        let repository = crate::repository();
        let corpora =
            crate::texts::read(&repository, &repository.join(crate::texts::SHARED)).expect("texts");
        let kept = fs::read_to_string(repository.join(FILE)).expect("the kept scores");
        let measured = measured(&corpora, &repository).expect("annotations");
        assert_eq!(kept, measured, "`cargo xtask score` writes {FILE} anew");
    }
}
