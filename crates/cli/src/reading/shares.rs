//! Files are divided among the cores, each core reading a contiguous share of the bytes.
//!
//! Nothing is held but the document at hand: a share is read file by file, a `.jsonl` in stretches of
//! lines, and a large one is read by several cores.

use super::facts::{self, Depth, Facts};
use crate::texts::Texts;
use corpus::{Document, JsonLines, Place, Problem, ReadOptions};
use folder::{FolderError, FoundFile};
use indicatif::ProgressBar;
use std::io::{self, BufRead, BufReader};

/// Bytes of lines that are read at once: enough for the cost of a call not to matter.
const STRETCH_BYTES: usize = 1 << 16;

/// What one core reads of a file: all of it, or the lines of a `.jsonl` that begin in a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    file: usize,
    start: u64,
    end: u64,
}

/// Returns what each of `n_shares` cores reads, in the order of the files.
///
/// The shares have about the same number of bytes, as far as files that are read as a whole allow.
pub(super) fn divide(
    files: &[FoundFile],
    is_lines: &dyn Fn(&FoundFile) -> bool,
    n_shares: usize,
) -> Vec<Vec<Piece>> {
    let total = files
        .iter()
        .map(|file| u128::from(file.n_bytes))
        .sum::<u128>();
    let bound = |share: usize| total * share as u128 / n_shares as u128;
    let mut shares = vec![Vec::new(); n_shares];
    let (mut share, mut before) = (0, 0_u128);
    for (number, file) in files.iter().enumerate() {
        let after = before + u128::from(file.n_bytes);
        let mut start = 0;
        loop {
            while share + 1 < n_shares && bound(share + 1) <= before + u128::from(start) {
                share += 1;
            }
            let limit = bound(share + 1);
            let is_cut = is_lines(file) && share + 1 < n_shares && limit < after;
            let end = if is_cut {
                (limit - before) as u64
            } else {
                u64::MAX
            };
            shares[share].push(Piece {
                file: number,
                start,
                end,
            });
            if !is_cut {
                break;
            }
            start = end;
        }
        before = after;
    }
    shares
}

/// What was noticed in a file, or in a piece of it.
#[derive(Debug)]
pub(crate) struct Found {
    /// The file's place in the list.
    pub(crate) file: usize,
    /// SHA-256 of the file, in hexadecimal digits; empty where it could not be read.
    pub(crate) hash: String,
    /// What its documents are.
    pub(crate) facts: Facts,
    findings: Findings,
}

#[derive(Debug)]
enum Findings {
    Prose(Vec<Problem>),
    Lines(JsonLines),
}

impl Found {
    /// Takes what was found in a later piece of the same file.
    pub(super) fn append(&mut self, later: Self) {
        self.facts.append(later.facts);
        match (&mut self.findings, later.findings) {
            (Findings::Lines(lines), Findings::Lines(later)) => lines.append(later),
            // Each piece of a file that cannot be read says so.
            (Findings::Prose(problems), Findings::Prose(later)) if *problems != later => {
                problems.extend(later);
            }
            _ => {}
        }
    }

    /// Returns the problems, and whether the documents can be used.
    pub(crate) fn take_problems(&mut self) -> (Vec<Problem>, bool) {
        match std::mem::replace(&mut self.findings, Findings::Prose(Vec::new())) {
            Findings::Prose(problems) => (problems, true),
            Findings::Lines(lines) => lines.into_problems(),
        }
    }
}

/// Reads a share and gives each document to `each`, in order.
///
/// # Errors
/// When the system stops giving a file in its middle.
pub(super) fn read(
    texts: &Texts,
    share: &[Piece],
    depth: Depth,
    bar: &ProgressBar,
    each: &mut dyn FnMut(Document),
) -> Result<Vec<Found>, FolderError> {
    let mut found = Vec::with_capacity(share.len());
    for piece in share {
        let file = &texts.files[piece.file];
        let mut facts = Facts::default();
        let mut take = |mut document: Document, hash: &str| {
            facts::add_hash(&mut document, hash);
            facts.add(&document, depth);
            each(document);
        };
        let (hash, findings) = if texts.is_lines(file) {
            match texts.hash_of_lines(piece.file) {
                Ok(hash) => {
                    let options = ReadOptions {
                        mend: texts.mends_drop_capitals(),
                    };
                    let mut take = |document| take(document, hash);
                    let lines = read_lines(file, piece, options, bar, &mut take)
                        .map_err(|error| file.unreadable(error))?;
                    (hash.to_owned(), Findings::Lines(lines))
                }
                Err(problem) => (String::new(), Findings::Prose(vec![problem.clone()])),
            }
        } else {
            let (reading, hash) = texts.read(file);
            for document in reading.documents {
                take(document, &hash);
            }
            bar.inc(file.n_bytes);
            (hash, Findings::Prose(reading.problems))
        };
        found.push(Found {
            file: piece.file,
            hash,
            facts,
            findings,
        });
    }
    Ok(found)
}

/// Reads the lines that begin in a piece.
fn read_lines(
    file: &FoundFile,
    piece: &Piece,
    options: ReadOptions,
    bar: &ProgressBar,
    each: &mut dyn FnMut(Document),
) -> io::Result<JsonLines> {
    let mut input = BufReader::with_capacity(STRETCH_BYTES, std::fs::File::open(&file.path)?);
    let (mut at, mut place, mut lines_bytes) = (0, Place::default(), Vec::new());
    if piece.start > 0 {
        // The line that holds the byte before belongs to the piece before.
        at = pass(&mut input, piece.start - 1, &mut place)?;
        at += input.read_until(b'\n', &mut lines_bytes)? as u64;
        place.advance(&lines_bytes);
    }
    let mut lines = JsonLines::new(&file.name, options, place);
    loop {
        lines_bytes.clear();
        while lines_bytes.len() < STRETCH_BYTES && at < piece.end {
            match input.read_until(b'\n', &mut lines_bytes)? {
                0 => break,
                n => at += n as u64,
            }
        }
        if lines_bytes.is_empty() {
            return Ok(lines);
        }
        lines.read(&lines_bytes, each);
        bar.inc(lines_bytes.len() as u64);
    }
}

/// Passes over the first `n_bytes`, for the numbers of lines in messages and ids. Returns how many there were.
fn pass(input: &mut impl BufRead, n_bytes: u64, place: &mut Place) -> io::Result<u64> {
    let mut at = 0;
    while at < n_bytes {
        let block = input.fill_buf()?;
        let n = block
            .len()
            .min(usize::try_from(n_bytes - at).unwrap_or(usize::MAX));
        if n == 0 {
            break;
        }
        place.advance(&block[..n]);
        input.consume(n);
        at += n as u64;
    }
    Ok(at)
}

#[cfg(test)]
mod tests {
    use super::{Piece, divide};
    use folder::FoundFile;

    fn check(files: &[(&str, u64)], n_shares: usize, wanted: &[&[(usize, u64, u64)]]) {
        let files: Vec<FoundFile> = files
            .iter()
            .map(|&(name, n_bytes)| FoundFile {
                name: name.to_owned(),
                path: name.into(),
                n_bytes,
            })
            .collect();
        let wanted: Vec<Vec<Piece>> = wanted
            .iter()
            .map(|share| {
                share
                    .iter()
                    .map(|&(file, start, end)| Piece { file, start, end })
                    .collect()
            })
            .collect();
        let is_lines = |file: &FoundFile| file.name.ends_with(".jsonl");
        assert_eq!(divide(&files, &is_lines, n_shares), wanted);
    }

    const ALL: u64 = u64::MAX;

    #[test]
    fn prose_is_read_as_a_whole() {
        let files = [("a.md", 10), ("b.md", 30), ("c.txt", 10), ("d.md", 20)];
        check(
            &files,
            1,
            &[&[(0, 0, ALL), (1, 0, ALL), (2, 0, ALL), (3, 0, ALL)]],
        );
        check(
            &files,
            2,
            &[&[(0, 0, ALL), (1, 0, ALL)], &[(2, 0, ALL), (3, 0, ALL)]],
        );
    }

    #[test]
    fn a_file_of_lines_is_read_by_several_cores() {
        check(
            &[("a.jsonl", 90)],
            3,
            &[&[(0, 0, 30)], &[(0, 30, 60)], &[(0, 60, ALL)]],
        );
        let files = [("a.md", 40), ("b.jsonl", 50), ("c.md", 10)];
        check(
            &files,
            2,
            &[&[(0, 0, ALL), (1, 0, 10)], &[(1, 10, ALL), (2, 0, ALL)]],
        );
    }

    #[test]
    fn files_without_a_byte_are_read_once() {
        check(
            &[("a.jsonl", 0), ("b.md", 0)],
            2,
            &[&[], &[(0, 0, ALL), (1, 0, ALL)]],
        );
    }
}
