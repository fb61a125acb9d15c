//! Compiles the demonstration corpus into the index that the page embeds.
//!
//! The texts are `seeds/`, or the folder named by `VADEMECUM_SEEDS`; an empty `VADEMECUM_SEEDS` gives a
//! page without a corpus, the shell that `vademecum build` fills. Days, names and quotations are found, with
//! the folder's `authority.toml`, and stored with the index. A text that cannot be read fails the
//! build with file, line and remedy. Only a change to the texts runs this again.

use annotation::layers::Reading;
use annotation::names::{Authority, Lexicon};
use corpus::{Document, ReadOptions, Severity};
use index::{BuildOptions, IndexBuilder, StoredPostings, Tag};
use std::path::{Path, PathBuf};
use std::{env, error::Error, fs};

/// Title of the demonstration corpus; other texts are titled by their folder's name.
const TITLE: &str = "The Fall of Damascus";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=VADEMECUM_SEEDS");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?).join("index.bin");
    let index = match env::var_os("VADEMECUM_SEEDS") {
        None => compile(Path::new("seeds"), TITLE.to_owned())?,
        Some(folder) if folder.is_empty() => Vec::new(),
        Some(folder) => compile(Path::new(&folder), folder::title(&[PathBuf::from(&folder)]))?,
    };
    Ok(fs::write(out, index)?)
}

/// Returns the index of every text in `folder`.
fn compile(folder: &Path, title: String) -> Result<Vec<u8>, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let reading = folder::read(&[folder.to_owned()])?;
    for source in &reading.sources {
        println!(
            "cargo::rerun-if-changed={}",
            folder.join(&source.name).display()
        );
    }
    let corpus = corpus::read_all(&reading.sources, &ReadOptions::default());
    for problem in &corpus.problems {
        match problem.severity {
            Severity::Error => println!("cargo::error={problem}"),
            Severity::Warning => println!("cargo::warning={problem}"),
            Severity::Note => {}
        }
    }
    if corpus.documents.is_empty() {
        return Err(format!(
            "no texts in {}: put Markdown, text or JSON lines there",
            folder.display()
        )
        .into());
    }
    let mut builder = IndexBuilder::new(BuildOptions {
        title,
        postings: StoredPostings::Automatic,
    });
    for document in &corpus.documents {
        builder.add(document);
    }
    let authority = folder::authority(&[folder.to_owned()])?;
    let layers = layers(&corpus.documents, &authority);
    Ok(index::with_layers(&builder.finish()?, &layers)?)
}

/// Returns what the documents say of days and names, whom they quote, and how their accounts compare.
fn layers(documents: &[Document], authority: &Authority) -> Vec<(Tag, Vec<u8>)> {
    let lexicon = Lexicon::new();
    let mut reading = Reading::new(&lexicon, authority);
    for document in documents {
        reading.add(document);
    }
    let mut layers = reading.finish();
    let own = (0..).zip(documents);
    layers.voices = own
        .map(|(number, document)| layers.voices_of(number, document))
        .collect();
    layers.compare(documents);
    let text = |number: u32| {
        let document = documents.get(number as usize);
        document.map_or("", |document| document.text.as_str())
    };
    let sections = layers.to_sections(&text).into_iter();
    sections.map(|(name, bytes)| (Tag(name), bytes)).collect()
}
