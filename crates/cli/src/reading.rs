//! All texts read once, on all cores, document by document.

mod facts;
mod shares;

pub(crate) use facts::Depth;
pub(crate) use shares::Found;

use crate::progress;
use crate::texts::Texts;
use corpus::{Document, Problem, TakenIds};
use folder::FolderError;
use std::thread;

/// Reads all files, each core a share of them, and gives each document to `each` with what its core has made so
/// far, which `start` begins. Returns what each core made, and what was noticed file by file; both in the order
/// of the files.
///
/// Memory: a document for each core, and what `each` keeps.
///
/// # Errors
/// When the system stops giving a file in its middle.
pub(crate) fn read<S: Send>(
    texts: &Texts,
    n_shares: usize,
    depth: Depth,
    start: &(dyn Fn() -> S + Sync),
    each: &(dyn Fn(&mut S, Document) + Sync),
) -> Result<(Vec<S>, Vec<Found>), FolderError> {
    let files = texts.files.as_slice();
    let bar = progress::bar("reading", files.iter().map(|file| file.n_bytes).sum());
    let shares = shares::divide(files, &|file| texts.is_lines(file), n_shares);
    let read = thread::scope(|scope| {
        let bar = &bar;
        let running: Vec<_> = shares
            .iter()
            .map(|share| {
                scope.spawn(move || {
                    let mut made = start();
                    let mut take = |document| each(&mut made, document);
                    let found = shares::read(texts, share, depth, bar, &mut take)?;
                    Ok((made, found))
                })
            })
            .collect();
        let joined = running.into_iter().map(|share| {
            share
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        joined.collect::<Vec<_>>()
    });
    bar.finish_and_clear();
    let mut all_made = Vec::with_capacity(read.len());
    let mut all: Vec<Found> = Vec::with_capacity(files.len());
    for share in read {
        let (made, found) = share?;
        all_made.push(made);
        for found in found {
            match all.last_mut().filter(|last| last.file == found.file) {
                Some(last) => last.append(found),
                None => all.push(found),
            }
        }
    }
    Ok((all_made, all))
}

/// Returns all problems in the order of the files, those of ids behind the others of their file.
pub(crate) fn problems(texts: &Texts, found: &mut [Found]) -> Vec<Problem> {
    let mut problems = texts.problems.clone();
    let of_files: Vec<(Vec<Problem>, bool)> = found.iter_mut().map(Found::take_problems).collect();
    let mut taken: TakenIds<'_, &str> = TakenIds::default();
    for (found, (of_file, is_text)) in found.iter().zip(of_files) {
        let name = texts.files[found.file].name.as_str();
        problems.extend(of_file);
        // What stood before the first byte that is no text was read too; it counts for nothing.
        if is_text {
            let ids = found.facts.ids.iter();
            problems.extend(ids.filter_map(|id| taken.take(id, name)));
        }
    }
    problems
}
