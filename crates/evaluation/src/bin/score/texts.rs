//! The texts that annotations refer to.

use std::path::{Path, PathBuf};

use anyhow::Result;
use corpus::{Document, ReadOptions};

/// Where texts stand that are annotated by offsets only, seen from the repository.
pub(crate) const SHARED: &str = "../shared/seeds";

/// Names of the corpora, as folders below `testdata/gold/<layer>`.
pub(crate) const NAMES: [&str; 6] = ["seeds", "news", "reports", "events", "press", "shared"];

/// A folder of annotated texts.
#[derive(Debug)]
pub(crate) struct AnnotatedCorpus {
    /// Folder below `testdata/gold/<layer>`.
    pub(crate) name: &'static str,
    /// Where the texts were looked for.
    pub(crate) folder: PathBuf,
    /// Empty where the folder is not there.
    pub(crate) documents: Vec<Document>,
}

/// Reads the seeds of the repository, its news-like texts (short, long, of events told more than once), and
/// those of `shared` where that folder is there.
///
/// # Errors
///
/// When a folder is there and cannot be read.
pub(crate) fn read(repository: &Path, shared: &Path) -> Result<Vec<AnnotatedCorpus>> {
    let folders = [
        repository.join("seeds"),
        repository.join("testdata/news"),
        repository.join("testdata/reports"),
        repository.join("testdata/events"),
        repository.join("testdata/press"),
        shared.to_path_buf(),
    ];
    let mut corpora = Vec::new();
    for (name, folder) in NAMES.into_iter().zip(folders) {
        let mut documents = Vec::new();
        if folder.is_dir() {
            let reading = folder::read(std::slice::from_ref(&folder))?;
            documents = corpus::read_all(&reading.sources, &ReadOptions::default()).documents;
        }
        corpora.push(AnnotatedCorpus {
            name,
            folder,
            documents,
        });
    }
    Ok(corpora)
}
