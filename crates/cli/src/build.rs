//! Texts become an index, on all cores, with the same bytes as on one.

use crate::progress;
use anyhow::{Result, bail};
use corpus::{Document, Problem, ReadOptions, Reading, Severity, Source};
use index::{BuildOptions, IndexBuilder, StoredPostings};
use indicatif::ProgressBar;
use std::path::PathBuf;
use std::thread;

/// How to build.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    /// Title of the collection; by default the name of the first path.
    pub(crate) title: Option<String>,
    /// Whether warnings stop the build.
    pub(crate) strict: bool,
    /// Whether certain damage is mended.
    pub(crate) mend: bool,
    /// Whether the index holds its postings.
    pub(crate) postings: StoredPostings,
    /// Whether notes and warnings are kept off the terminal (errors never are).
    pub(crate) quiet: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            title: None,
            strict: false,
            mend: true,
            postings: StoredPostings::Automatic,
            quiet: false,
        }
    }
}

/// What a build gives.
#[derive(Debug)]
pub(crate) struct Built {
    /// The index's bytes.
    pub(crate) index: Vec<u8>,
    /// Title of the collection.
    pub(crate) title: String,
    /// Number of documents.
    pub(crate) n_documents: usize,
}

/// A source with what was read from it.
#[derive(Debug)]
pub(crate) struct ReadSource {
    /// The source's name.
    pub(crate) name: String,
    /// Its documents and what was noticed.
    pub(crate) reading: Reading,
}

/// All that was found under the paths of a command.
#[derive(Debug)]
pub(crate) struct ReadFolder {
    /// What was read, in the order of the names.
    pub(crate) sources: Vec<ReadSource>,
    /// Names of files of kinds that are not read.
    pub(crate) skipped: Vec<String>,
}

/// Reads texts and compiles them.
///
/// # Errors
/// When nothing is there to read, or a problem of severity error (with `strict`: warning) was found; all
/// problems have then been printed.
pub(crate) fn build(paths: &[PathBuf], options: &Options) -> Result<Built> {
    let ReadFolder { sources, skipped } = read(paths, options.mend)?;
    report(&sources, &skipped, options)?;
    let title = options
        .title
        .clone()
        .unwrap_or_else(|| folder::title(paths));
    let documents: Vec<Document> = sources
        .into_iter()
        .flat_map(|source| source.reading.documents)
        .collect();
    let n_documents = documents.len();
    let index = compile(
        documents,
        BuildOptions {
            title: title.clone(),
            postings: options.postings,
        },
    )?;
    Ok(Built {
        index,
        title,
        n_documents,
    })
}

/// Reads all sources, in the order of their names, on all cores.
///
/// # Errors
/// When a path is missing or unreadable, or holds no text.
pub(crate) fn read(paths: &[PathBuf], mend: bool) -> Result<ReadFolder> {
    let folder::FolderReading { sources, skipped } = folder::read(paths)?;
    let bar = progress::bar(
        "reading",
        sources.iter().map(|source| source.bytes.len() as u64).sum(),
    );
    let options = ReadOptions { mend };
    let mut read: Vec<ReadSource> = in_parallel(&sources, |part| {
        part.iter()
            .map(|source| read_one(source, &options, &bar))
            .collect::<Vec<_>>()
    });
    bar.finish_and_clear();
    corpus::leave_out_duplicates(
        read.iter_mut()
            .map(|source| (source.name.as_str(), &mut source.reading)),
    );
    Ok(ReadFolder {
        sources: read,
        skipped,
    })
}

fn read_one(source: &Source, options: &ReadOptions, bar: &ProgressBar) -> ReadSource {
    let reading = corpus::read(source, options);
    bar.inc(source.bytes.len() as u64);
    ReadSource {
        name: source.name.clone(),
        reading,
    }
}

/// Prints the problems and fails where one of them must stop the build.
fn report(read: &[ReadSource], skipped: &[String], options: &Options) -> Result<()> {
    let stops = |problem: &Problem| {
        problem.severity == Severity::Error
            || (options.strict && problem.severity == Severity::Warning)
    };
    let problems = || read.iter().flat_map(|source| &source.reading.problems);
    for problem in problems() {
        if !options.quiet || problem.severity == Severity::Error {
            eprintln!("{problem}");
        }
    }
    if !options.quiet {
        for name in skipped {
            eprintln!("{name}: skipped, not a kind of text that is read");
        }
    }
    match problems().filter(|problem| stops(problem)).count() {
        0 => Ok(()),
        n => bail!(
            "nothing was built: {n} {} to mend first",
            if n == 1 { "problem" } else { "problems" }
        ),
    }
}

fn compile(documents: Vec<Document>, options: BuildOptions) -> Result<Vec<u8>> {
    let bar = progress::bar(
        "indexing",
        documents
            .iter()
            .map(|document| document.text.len() as u64)
            .sum(),
    );
    let parts = in_parallel(&documents, |part| {
        let mut builder = IndexBuilder::new(options.clone());
        for document in part {
            builder.add(document);
            bar.inc(document.text.len() as u64);
        }
        vec![builder]
    });
    bar.finish_and_clear();
    drop(documents);
    let mut parts = parts.into_iter();
    let Some(mut whole) = parts.next() else {
        return Ok(IndexBuilder::new(options).finish()?);
    };
    for part in parts {
        whole.append(part);
    }
    Ok(whole.finish()?)
}

/// Runs `work` over one contiguous part of `items` per core and joins the results in order, so that the
/// number of cores never shows in the output.
fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&[T]) -> Vec<R> + Sync) -> Vec<R> {
    let n_parts = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(items.len())
        .max(1);
    let size = items.len().div_ceil(n_parts).max(1);
    thread::scope(|scope| {
        let work = &work;
        let running: Vec<_> = items
            .chunks(size)
            .map(|part| scope.spawn(move || work(part)))
            .collect();
        running
            .into_iter()
            .flat_map(|part| {
                part.join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    })
}
