//! All texts read at once, for those who look at the readings themselves.

use crate::progress;
use crate::texts::Texts;
use anyhow::Result;
use corpus::{Problem, ReadOptions, Reading};
use folder::{FolderError, FoundFile};
use indicatif::ProgressBar;
use readers::Mending;
use std::thread;

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
    /// What is wrong with settings, sidecars and folder defaults.
    pub(crate) problems: Vec<Problem>,
}

/// Reads all sources, in the order of their names, on all cores.
///
/// Memory: every document of every source.
///
/// # Errors
/// When a path is missing or unreadable, or holds no text.
pub(crate) fn read(paths: &[std::path::PathBuf], mending: Mending) -> Result<ReadFolder> {
    let texts = Texts::find(paths, mending)?;
    let bar = progress::bar("reading", texts.files.iter().map(|file| file.n_bytes).sum());
    let read = in_parallel(&texts.files, &|file| read_one(file, &texts, &bar));
    bar.finish_and_clear();
    let mut sources = read.into_iter().collect::<Result<Vec<_>, _>>()?;
    corpus::leave_out_duplicates(
        sources
            .iter_mut()
            .map(|source| (source.name.as_str(), &mut source.reading)),
    );
    Ok(ReadFolder {
        sources,
        skipped: texts.skipped,
        problems: texts.problems,
    })
}

fn read_one(file: &FoundFile, texts: &Texts, bar: &ProgressBar) -> Result<ReadSource, FolderError> {
    let reading = match texts.is_lines(file) {
        // As a build reads them.
        true => corpus::read(
            &file.read()?,
            &ReadOptions {
                mend: texts.mends_drop_capitals(),
            },
        ),
        false => texts.read(file)?,
    };
    bar.inc(file.n_bytes);
    Ok(ReadSource {
        name: file.name.clone(),
        reading,
    })
}

/// Runs `work` on one contiguous part of `items` per core and joins the results in order.
fn in_parallel<T: Sync, R: Send>(items: &[T], work: &(impl Fn(&T) -> R + Sync)) -> Vec<R> {
    let n_parts = thread::available_parallelism().map_or(1, usize::from);
    let size = items.len().div_ceil(n_parts).max(1);
    thread::scope(|scope| {
        let running: Vec<_> = items
            .chunks(size)
            .map(|part| scope.spawn(move || part.iter().map(work).collect::<Vec<_>>()))
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
