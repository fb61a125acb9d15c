//! `cargo xtask score`: precision and recall of the stand-off layers on hand-annotated texts.
//!
//! The annotations stand in `testdata/gold/<layer>/<corpus>/<document>.json` (see
//! `testdata/gold/README.md`). A document belongs to one of two splits: rules are written with an eye on
//! `development`, while `unseen` shows what they are worth on other texts.

mod accounts;
mod days;
mod gold;
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
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::gold::Split;
use crate::layer::LAYERS;

const USAGE: &str = "\
cargo xtask score [--layer NAME]… [--corpus NAME]… [--errors] [--split development|unseen] [--shared DIR]

Over all layers and corpora it also writes testdata/gold/scores.tsv, which the page shows.

  --layer NAME    only this layer: days, names, voices, accounts
  --corpus NAME   only this corpus: seeds, news, reports, events, press, shared
  --errors        every error with its sentence; of the development split unless --split says unseen
  --split NAME    only this split
  --shared DIR    texts that are annotated without being part of the repository (default: ../shared/seeds)";

fn main() -> ExitCode {
    if std::env::args().any(|word| word == "--help" || word == "-h") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    match Options::read(std::env::args().skip(1)).and_then(|options| run(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}\n\n{USAGE}");
            ExitCode::FAILURE
        }
    }
}

#[derive(Debug)]
struct Options {
    layers: Vec<String>,
    corpora: Vec<String>,
    shows_errors: bool,
    split: Option<Split>,
    shared: PathBuf,
}

impl Options {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self {
            layers: Vec::new(),
            corpora: Vec::new(),
            shows_errors: false,
            split: None,
            shared: repository().join(texts::SHARED),
        };
        while let Some(word) = words.next() {
            let mut value = || {
                words
                    .next()
                    .with_context(|| format!("{word} wants a value"))
            };
            match word.as_str() {
                "--layer" => options.layers.push(value()?),
                "--corpus" => options.corpora.push(value()?),
                "--errors" => options.shows_errors = true,
                "--split" => options.split = Some(Split::of(&value()?)?),
                "--shared" => options.shared = value()?.into(),
                other => bail!("no option is called {other}"),
            }
        }
        for name in &options.corpora {
            if !texts::NAMES.contains(&name.as_str()) {
                bail!("no corpus is called {name}");
            }
        }
        for name in &options.layers {
            if !LAYERS.iter().any(|layer| layer.name == name) {
                bail!("no layer is called {name}");
            }
        }
        Ok(options)
    }
}

fn run(options: &Options) -> Result<()> {
    let corpora = texts::read(&repository(), &options.shared)?;
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
