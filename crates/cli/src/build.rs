//! Texts become an index, on all cores, with the same bytes as on one.

mod shares;

use crate::progress;
use crate::texts::{Texts, stops};
use anyhow::{Result, bail};
use corpus::{Problem, Severity, TakenIds};
use folder::{FolderError, FoundFile};
use index::{BuildOptions, IndexBuilder, StoredPostings};
use indicatif::ProgressBar;
use readers::Mending;
use shares::{Found, Piece};
use std::path::PathBuf;
use std::thread;

/// How to build.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    /// Title of the collection; by default the name of the first path.
    pub(crate) title: Option<String>,
    /// Whether warnings stop the build.
    pub(crate) strict: bool,
    /// Which damage is mended.
    pub(crate) mending: Mending,
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
            mending: Mending::default(),
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

/// Reads texts and compiles them.
///
/// # Errors
/// When nothing is there to read, or a problem of severity error (with `strict`: warning) was found; all
/// problems have then been printed.
///
/// Memory: what [`IndexBuilder`] holds, and a document for each core.
pub(crate) fn build(paths: &[PathBuf], options: &Options) -> Result<Built> {
    let n_cores = thread::available_parallelism().map_or(1, usize::from);
    build_in_shares(paths, options, n_cores)
}

fn build_in_shares(paths: &[PathBuf], options: &Options, n_shares: usize) -> Result<Built> {
    let texts = Texts::find(paths, options.mending)?;
    let title = options
        .title
        .clone()
        .or_else(|| texts.title.clone())
        .unwrap_or_else(|| folder::title(paths));
    let mut builder = IndexBuilder::new(BuildOptions {
        title: title.clone(),
        postings: options.postings,
    });
    let found = read_into(&mut builder, &texts, n_shares)?;
    report(&problems(&texts, found, &builder), &texts.skipped, options)?;
    drop(texts);
    if builder.n_documents() == 0 {
        bail!("nothing was built: there is no text in any of the files");
    }
    Ok(Built {
        n_documents: builder.n_documents() as usize,
        index: builder.finish()?,
        title,
    })
}

/// Reads all files into the builder, each core a share of them. Returns what was noticed, file by file.
///
/// # Errors
/// When the system does not let a file be read.
fn read_into(builder: &mut IndexBuilder, texts: &Texts, n_shares: usize) -> Result<Vec<Found>> {
    let files = texts.files.as_slice();
    let bar = progress::bar("indexing", files.iter().map(|file| file.n_bytes).sum());
    let shares = shares::divide(files, n_shares);
    let read = thread::scope(|scope| {
        let bar = &bar;
        let running: Vec<_> = shares
            .iter()
            .map(|share| scope.spawn(move || read_share(texts, share, bar)))
            .collect();
        let joined = running.into_iter().map(|share| {
            share
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        joined.collect::<Vec<_>>()
    });
    bar.finish_and_clear();
    let mut all: Vec<Found> = Vec::with_capacity(files.len());
    for share in read {
        let (part, found) = share?;
        builder.append(part);
        for found in found {
            match all.last_mut().filter(|last| last.file == found.file) {
                Some(last) => last.append(found),
                None => all.push(found),
            }
        }
    }
    Ok(all)
}

fn read_share(
    texts: &Texts,
    share: &[Piece],
    bar: &ProgressBar,
) -> Result<(IndexBuilder, Vec<Found>), FolderError> {
    let mut part = IndexBuilder::new(BuildOptions::default());
    let found = shares::read(texts, share, bar, &mut |document| {
        part.add(&document);
    })?;
    Ok((part, found))
}

/// Returns all problems in the order of the files, those of ids behind the others of their file.
fn problems(texts: &Texts, found: Vec<Found>, builder: &IndexBuilder) -> Vec<Problem> {
    let files: &[FoundFile] = &texts.files;
    let mut taken: TakenIds<'_, &str> = TakenIds::default();
    let mut ids = builder.ids();
    let mut problems = texts.problems.clone();
    for found in found {
        let name = files[found.file].name.as_str();
        let own = ids.by_ref().take(found.n_documents);
        let (of_file, is_text) = found.into_problems();
        problems.extend(of_file);
        // The builder also has what stood before the first byte that is no text; it counts for nothing.
        if is_text {
            problems.extend(own.filter_map(|id| taken.take(id, name)));
        } else {
            own.for_each(drop);
        }
    }
    problems
}

/// Prints the problems and fails where one of them must stop the build.
fn report(problems: &[Problem], skipped: &[String], options: &Options) -> Result<()> {
    print_by_file(problems, options.quiet);
    if !options.quiet {
        for name in skipped {
            eprintln!("{name}: skipped, not a kind of text that is read");
        }
    }
    let n_stopping = problems
        .iter()
        .filter(|problem| stops(problem, options.strict))
        .count();
    let n_left_out = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .count();
    if n_stopping == 0 && n_left_out > 0 {
        eprintln!(
            "{n_left_out} of these are errors: what they concern is left out; `--strict` stops there"
        );
    }
    match n_stopping {
        0 => Ok(()),
        n => bail!(
            "nothing was built: {n} {} to mend first",
            if n == 1 { "problem" } else { "problems" }
        ),
    }
}

/// Prints the problems, those of one file below its name where there are several.
fn print_by_file(problems: &[Problem], is_quiet: bool) {
    let shown: Vec<&Problem> = problems
        .iter()
        .filter(|problem| !is_quiet || problem.severity == Severity::Error)
        .collect();
    for of_file in shown.chunk_by(|a, b| a.file == b.file) {
        for problem in of_file {
            eprintln!("{problem}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Mending, Texts};
    use super::{Options, build_in_shares, problems, read_into};
    use index::{BuildOptions, IndexBuilder, StoredPostings};
    use std::fs;
    use std::path::PathBuf;

    /// A folder of prose and of lines, some of them in need of mending.
    fn texts(test: &str, has_faults: bool) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("vademecum-{test}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder for the test");
        for number in 0..9 {
            let text = format!("# Title {number}\n\nThe convoy {number} left Homs.");
            fs::write(folder.join(format!("{number}.md")), text).expect("written");
        }
        let mut lines = String::new();
        for number in 0..50 {
            let words = "the road to Homs ".repeat(number % 7 + 1);
            lines += &format!(
                "{{\"text\":\"{number} {words}\",\"tags\":[\"t{}\"]}}\r\n",
                number % 3
            );
        }
        if has_faults {
            lines += "{broken\n{\"id\":\"same\",\"text\":\"one\"}\n{\"id\":\"same\",\"text\":\"two\"}\n{\"id\":\"3\",\"text\":\"\u{FFFD}\"}";
        }
        fs::write(folder.join("letters.jsonl"), lines).expect("written");
        fs::write(folder.join("z.jsonl"), "{\"text\":\"one line\"}").expect("written");
        folder
    }

    #[test]
    fn the_number_of_cores_does_not_show_in_the_index() {
        let folder = texts("cores", false);
        let options = Options {
            postings: StoredPostings::Stored,
            ..Options::default()
        };
        let build = |n_shares| build_in_shares(std::slice::from_ref(&folder), &options, n_shares);
        let one = build(1).expect("sound texts");
        assert_eq!(one.n_documents, 60);
        for n_shares in [2, 3, 7, 100] {
            let built = build(n_shares).expect("sound texts");
            assert!(built.index == one.index, "{n_shares} shares differ");
        }
        fs::remove_dir_all(folder).expect("removed");
    }

    #[test]
    fn the_number_of_cores_does_not_show_in_the_messages() {
        let folder = texts("messages", true);
        let texts = Texts::find(std::slice::from_ref(&folder), Mending::default()).expect("texts");
        let messages = |n_shares| -> Vec<String> {
            let mut builder = IndexBuilder::new(BuildOptions::default());
            let found = read_into(&mut builder, &texts, n_shares).expect("readable");
            let problems = problems(&texts, found, &builder);
            problems.iter().map(ToString::to_string).collect()
        };
        let one = messages(1);
        let whole = corpus::read_all(
            &folder::read(std::slice::from_ref(&folder))
                .expect("texts")
                .sources,
            &corpus::ReadOptions::default(),
        );
        let wanted: Vec<String> = whole.problems.iter().map(ToString::to_string).collect();
        assert_eq!(one, wanted);
        assert!(
            one.iter()
                .any(|line| line.starts_with("letters.jsonl:51: error"))
        );
        for n_shares in [2, 3, 7, 100] {
            assert_eq!(messages(n_shares), one, "{n_shares} shares differ");
        }
        fs::remove_dir_all(folder).expect("removed");
    }
}
