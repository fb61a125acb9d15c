//! Texts become an index, on all cores, with the same bytes as on one.

use crate::output::{counted, stream_file, write_json};
use crate::reading::{Depth, Found, Renamed, read};
use crate::report::{Report, Summary, print_problems, print_skipped};
use crate::texts::Texts;
use crate::threads::{in_parallel, n_cores};
use anyhow::{Result, bail};
use corpus::{Document, Problem, Severity};
use index::{BuildOptions, IndexBuilder, StoredPostings};
use readers::{Mending, Order};
use std::io::Write as _;
use std::path::PathBuf;

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
    /// Where to write the report for programs.
    pub(crate) report: Option<PathBuf>,
}

impl Options {
    fn depth(&self) -> Depth {
        match self.quiet && self.report.is_none() {
            true => Depth::Ids,
            false => Depth::Report,
        }
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            title: None,
            strict: false,
            mending: Mending::default(),
            postings: StoredPostings::Automatic,
            quiet: false,
            report: None,
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
/// Memory: what [`IndexBuilder`] holds, and a document for each core; all documents where they are put into
/// another order than that of their names.
pub(crate) fn build(paths: &[PathBuf], options: &Options) -> Result<Built> {
    build_in_shares(paths, options, n_cores())
}

fn build_in_shares(paths: &[PathBuf], options: &Options, n_shares: usize) -> Result<Built> {
    let texts = Texts::find(paths, options.mending)?;
    let title = options
        .title
        .clone()
        .or_else(|| texts.title.clone())
        .unwrap_or_else(|| folder::title(paths));
    let builder = IndexBuilder::new(BuildOptions {
        title: title.clone(),
        postings: options.postings,
    });
    let (parts, found) = read_parts(&texts, n_shares, options.depth())?;
    let report = Report::new(&texts, found);
    tell(&report, &texts, options)?;
    let order = texts.order;
    let facets: Vec<String> = texts.facets.iter().map(|(name, _)| name.clone()).collect();
    drop(texts);
    let mut builder = joined(builder, parts, &report.renamed, order, n_shares);
    builder.offer(&facets);
    drop(report);
    if builder.n_documents() == 0 {
        bail!("nothing was built: there is no text in any of the files");
    }
    Ok(Built {
        n_documents: builder.n_documents() as usize,
        index: builder.finish()?,
        title,
    })
}

/// What a core makes of its share of the files.
#[derive(Debug)]
enum Part {
    /// Documents that are in their place already.
    Indexed(Box<IndexBuilder>),
    /// Documents whose place is known when all have been read.
    Held(Vec<Document>),
}

/// Reads all files, each core a share of them. Also returns what was noticed, file by file.
///
/// # Errors
/// When the system stops giving a file in its middle.
fn read_parts(texts: &Texts, n_shares: usize, depth: Depth) -> Result<(Vec<Part>, Vec<Found>)> {
    let start = || match texts.order {
        Order::Name => Part::Indexed(Box::new(IndexBuilder::new(BuildOptions::default()))),
        Order::Date | Order::Title => Part::Held(Vec::new()),
    };
    let add = |part: &mut Part, document: Document| match part {
        Part::Indexed(part) => part.add(&document),
        Part::Held(documents) => documents.push(document),
    };
    Ok(read(texts, n_shares, depth, &start, &add)?)
}

/// Puts all parts into one builder, in the order of the collection, with the ids that are free.
fn joined(
    mut builder: IndexBuilder,
    parts: Vec<Part>,
    renamed: &[Renamed],
    order: Order,
    n_shares: usize,
) -> IndexBuilder {
    let mut documents = Vec::new();
    for part in parts {
        match part {
            Part::Indexed(part) => builder.append(*part),
            Part::Held(held) => documents.extend(held),
        }
    }
    if documents.is_empty() {
        for renamed in renamed {
            builder.rename(renamed.document, &renamed.id);
        }
        return builder;
    }
    for renamed in renamed {
        documents[renamed.document].id.clone_from(&renamed.id);
    }
    sort(&mut documents, order);
    let size = documents.len().div_ceil(n_shares.max(1));
    let shares: Vec<&[Document]> = documents.chunks(size).collect();
    for part in in_parallel(&shares, &|share| {
        let mut part = IndexBuilder::new(BuildOptions::default());
        share.iter().for_each(|document| part.add(document));
        part
    }) {
        builder.append(part);
    }
    builder
}

/// Brings documents into an order; those that are alike in it stay in the order of their files.
fn sort(documents: &mut [Document], order: Order) {
    match order {
        Order::Name => {}
        Order::Date => documents.sort_by_cached_key(|document| {
            let days = document.date.as_deref().and_then(index::day_range);
            (days.is_none(), days)
        }),
        Order::Title => documents.sort_by_cached_key(|document| {
            let words = document.title.split_whitespace().map(analysis::fold);
            words.collect::<Vec<String>>()
        }),
    }
}

/// Writes and prints the report, and fails where something in it must stop the build.
fn tell(report: &Report, texts: &Texts, options: &Options) -> Result<()> {
    if let Some(file) = &options.report {
        stream_file(file, |out| write_json(out, report))?;
    }
    print(report, texts, options)?;
    match report.n_stopping(options.strict) {
        0 => Ok(()),
        n => bail!("nothing was built: {} to mend first", counted(n, "problem")),
    }
}

fn print(report: &Report, texts: &Texts, options: &Options) -> Result<()> {
    let mut out = std::io::stderr().lock();
    let is_shown = |problem: &&Problem| !options.quiet || problem.severity == Severity::Error;
    let shown: Vec<&Problem> = report.problems.iter().filter(is_shown).collect();
    if !options.quiet {
        print_skipped(&mut out, &texts.skipped)?;
    }
    let is_shortened = print_problems(&mut out, &shown)?;
    let Summary {
        errors,
        warnings,
        notes,
        ..
    } = report.summary;
    if is_shortened && !options.quiet {
        writeln!(
            out,
            "{}, {}, {}; `--report FILE.json` lists them all",
            counted(errors, "error"),
            counted(warnings, "warning"),
            counted(notes, "note")
        )?;
    }
    if errors > 0 && report.n_stopping(options.strict) == 0 {
        writeln!(
            out,
            "{}: what they concern is left out; `--strict` stops there",
            counted(errors, "error")
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Depth, Options, build_in_shares, read_parts};
    use super::{Mending, Texts};
    use crate::reading::problems;
    use index::StoredPostings;
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
            let (_, mut found) = read_parts(&texts, n_shares, Depth::Ids).expect("readable");
            let (problems, _) = problems(&texts, &mut found);
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
