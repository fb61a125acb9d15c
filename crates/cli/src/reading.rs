//! All texts read once, on all cores, document by document.

mod facts;
mod shares;

pub(crate) use facts::Depth;
pub(crate) use shares::Found;

use crate::progress;
use crate::texts::{Texts, is_by_hand};
use crate::threads::in_parallel;
use corpus::{Document, Matter, Problem, Severity, TakenIds};
use folder::FolderError;

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
    let read = in_parallel(&shares, &|share| {
        let mut made = start();
        let mut take = |document| each(&mut made, document);
        let found = shares::read(texts, share, depth, &bar, &mut take)?;
        Ok((made, found))
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

/// A document that was given another id than its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Renamed {
    /// Its place among all documents.
    pub(crate) document: usize,
    /// Its new id.
    pub(crate) id: String,
}

/// Returns all problems in the order of the files, those of ids behind the others of their file, and gives documents
/// of tables, mailboxes and the like whose id is taken another one.
pub(crate) fn problems(texts: &Texts, found: &mut [Found]) -> (Vec<Problem>, Vec<Renamed>) {
    let (mut problems, mut renamed) = (texts.problems.clone(), Vec::new());
    let mut taken: TakenIds<'_, String> = TakenIds::default();
    let mut document = 0;
    for found in found {
        let name = texts.files[found.file].name.as_str();
        let (of_file, is_text) = found.take_problems();
        problems.extend(of_file);
        for id in &mut found.facts.ids {
            document += 1;
            // What stood before the first byte that is no text was read too; it counts for nothing.
            let clash = is_text.then(|| taken.take(id.to_string(), name)).flatten();
            let Some(clash) = clash else {
                continue;
            };
            if is_by_hand(name) {
                problems.push(clash);
                continue;
            }
            let (free, problem) = with_free_id(id, name, &mut taken);
            problems.push(problem);
            *id = free.as_str().into();
            renamed.push(Renamed {
                document: document - 1,
                id: free,
            });
        }
    }
    (problems, renamed)
}

/// Takes an id that is free for a document of the file `name`, and says so.
fn with_free_id<'n>(
    id: &str,
    name: &'n str,
    taken: &mut TakenIds<'n, String>,
) -> (String, Problem) {
    let stem = corpus::parts::file_stem(name);
    let wanted = match id.starts_with(stem) {
        true => id.to_owned(),
        false => format!("{stem}-{id}"),
    };
    let mut free = wanted.clone();
    let mut number = 1;
    while free == id || taken.take(free.clone(), name).is_some() {
        number += 1;
        free = format!("{wanted}-{number}");
    }
    let problem = Problem {
        severity: Severity::Warning,
        matter: Matter::Other,
        file: name.to_owned(),
        line: None,
        message: format!("another document has the id `{id}` already; here it is `{free}`"),
        hint: "give every document an id of its own, so that links to it last".to_owned(),
    };
    (free, problem)
}
