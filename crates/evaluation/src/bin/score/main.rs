//! `cargo xtask score`: precision and recall of the stand-off layers on hand-annotated texts.
//!
//! The annotations stand in `testdata/gold/<layer>/<corpus>/<document>.json` (see
//! `testdata/gold/README.md`). A document belongs to one of two splits: rules are written with an eye on
//! `development`, while `unseen` shows what they are worth on other texts.

mod accounts;
mod days;
mod gold;
mod joined;
mod kept;
mod layer;
mod matching;
mod names;
mod pairs;
mod report;
mod score;
mod texts;
mod voices;

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Parser;
use clap::builder::PossibleValuesParser;

use crate::gold::Split;
use crate::layer::LAYERS;

fn main() -> Result<()> {
    run(&Options::parse())
}

/// Precision and recall of the stand-off layers on hand-annotated texts. Over all layers and corpora it also
/// writes testdata/gold/scores.tsv, which the page shows.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask score")]
struct Options {
    /// Only this layer; may be given several times
    #[arg(long = "layer", value_name = "NAME", value_parser = PossibleValuesParser::new(LAYERS.iter().map(|layer| layer.name)))]
    layers: Vec<String>,
    /// Only this corpus; may be given several times
    #[arg(long = "corpus", value_name = "NAME", value_parser = texts::NAMES)]
    corpora: Vec<String>,
    /// Every error with its sentence; of the development split unless --split says otherwise
    #[arg(long = "errors")]
    shows_errors: bool,
    /// Only this split: development or unseen
    #[arg(long, value_name = "NAME", value_parser = Split::of)]
    split: Option<Split>,
    /// Texts that are annotated without being part of the repository; without it ../shared/seeds
    #[arg(long, value_name = "DIR")]
    shared: Option<PathBuf>,
}

fn run(options: &Options) -> Result<()> {
    let shared = options.shared.clone();
    let shared = shared.unwrap_or_else(|| repository().join(texts::SHARED));
    let corpora = texts::read(&repository(), &shared)?;
    for corpus in corpora.iter().filter(|corpus| corpus.documents.is_empty()) {
        println!(
            "{} is left out: no texts in {}",
            corpus.name,
            corpus.folder.display()
        );
    }
    for layer in LAYERS {
        if !options.layers.is_empty() && !options.layers.iter().any(|name| name == layer.name) {
            continue;
        }
        let mut judged = score::judge(layer, &corpora, &repository())?;
        if !options.corpora.is_empty() {
            judged.retain(|one| options.corpora.iter().any(|name| name == one.gold.corpus));
        }
        report::print_table(layer, &judged, options.split);
        let is_whole = options.corpora.is_empty();
        for line in score::below_floors(layer, &judged, &corpora) {
            if is_whole {
                println!("below its floor: {line}");
            }
        }
        if options.shows_errors {
            report::print_errors(layer, &judged, options.split.unwrap_or(Split::Development));
        }
    }
    if options.layers.is_empty() && options.corpora.is_empty() {
        kept::write(&corpora, &repository())?;
    }
    Ok(())
}

/// The root of the repository that this program was built from.
fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A regression of a rule fails here; what is measured is a little above.
    #[test]
    fn no_layer_falls_below_its_floors() {
        let corpora = texts::read(&repository(), &repository().join(texts::SHARED)).expect("texts");
        for layer in LAYERS {
            let judged = score::judge(layer, &corpora, &repository()).expect("annotations");
            let below = score::below_floors(layer, &judged, &corpora);
            assert!(below.is_empty(), "{below:#?}");
        }
    }

    #[test]
    fn every_annotation_fits_its_text() {
        let corpora = texts::read(&repository(), &repository().join(texts::SHARED)).expect("texts");
        for layer in LAYERS {
            gold::read(&repository(), layer.name, &corpora).expect("annotations fit");
        }
    }
}
