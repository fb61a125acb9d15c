//! `vademecum build`.

use crate::arguments::{Build, Postings, WrongUsage};
use crate::build::{Built, Options, build};
use crate::layers::{self, Sections};
use crate::output::{
    check_is_no_text, check_is_no_text_folder, check_writable, counted, create_folder, settled,
    stream_file, write_file,
};
use crate::page::{Interface, Keeping, Publication, Shell, single_page, write_hosted};
use crate::watch::Watch;
use annotation::names::Authority;
use anyhow::Result;
use index::{Index, StoredPostings, Tag};
use readers::Mending;
use std::path::Path;
use std::time::Instant;

/// A single file beyond this size opens slowly on a phone.
const LARGE_PAGE_BYTES: u64 = 20 << 20;

pub(crate) fn run(arguments: &Build) -> Result<()> {
    let shell = prepare(arguments)?;
    if !arguments.watch {
        return build_once(arguments, shell.as_ref());
    }
    let outputs = [
        &arguments.single,
        &arguments.index,
        &arguments.report,
        &arguments.out,
    ];
    let outputs = outputs.into_iter().flatten().map(|path| settled(path));
    // Before the first build, so that nothing is missed while it runs.
    let mut watch = Watch::new(&arguments.paths, outputs.collect())?;
    loop {
        if let Err(error) = build_once(arguments, shell.as_ref()) {
            eprintln!("vademecum: {error:#}");
        }
        eprintln!("waiting for changes; Ctrl+C ends");
        watch.wait();
    }
}

fn build_once(arguments: &Build, shell: Option<&Shell>) -> Result<()> {
    let started = Instant::now();
    // Read before the work: a mistake in it is told at once.
    let authority = crate::texts::authority(&arguments.paths)?;
    let Built {
        index,
        title,
        n_documents: n,
    } = build(&arguments.paths, &options(arguments))?;
    if shell.is_some() || arguments.layers {
        let index = Index::open(index.into())?;
        let layers = layers_of(arguments, &index, &authority);
        write_opened(arguments, shell, &index, &title, &layers)?;
    } else if let Some(file) = &arguments.index {
        write_index(file, &index)?;
    }
    eprintln!(
        "{} in {:.1} s",
        counted(n, "document"),
        started.elapsed().as_secs_f64()
    );
    Ok(())
}

/// Finds the layers where they are wanted; none elsewhere, with a note where the texts are too large.
fn layers_of(arguments: &Build, index: &Index, authority: &Authority) -> Sections {
    if arguments.no_layers {
        return Sections::new();
    }
    let n_bytes = layers::text_bytes(index);
    if !arguments.layers && n_bytes > layers::UNASKED_TEXT_BYTES {
        eprintln!(
            "the page goes without days, names, quotations and accounts: finding them in {} MB of text takes about \
             {} GB of memory; `--layers` finds them all the same",
            n_bytes / 1_000_000,
            (n_bytes * 10).div_ceil(1_000_000_000)
        );
        return Sections::new();
    }
    layers::sections(index, authority)
}

fn write_opened(
    arguments: &Build,
    shell: Option<&Shell>,
    index: &Index,
    title: &str,
    layers: &[(Tag, Vec<u8>)],
) -> Result<()> {
    if let Some(file) = &arguments.index {
        if arguments.layers {
            write_index(file, &index::with_layers(index.as_bytes(), layers)?)?;
        } else {
            write_index(file, index.as_bytes())?;
        }
    }
    let Some(shell) = shell else { return Ok(()) };
    let publication = Publication {
        index,
        layers,
        title,
        url: arguments.url.as_deref(),
        interface: arguments.interface.unwrap_or_else(|| Interface::of(index)),
    };
    if let Some(file) = &arguments.single {
        let n_bytes = stream_file(file, |out| single_page(shell, &publication, out))?;
        eprintln!("page {}: {n_bytes} bytes", file.display());
        if n_bytes > LARGE_PAGE_BYTES {
            eprintln!(
                "this is large for one file; `-o DIR` gives a folder to host, which opens faster"
            );
        }
    }
    if let Some(folder) = &arguments.out {
        let keeping = match arguments.watch {
            true => Keeping::Watched,
            false => Keeping::Offline,
        };
        write_hosted(shell, &publication, folder, keeping)?;
        eprintln!("folder {}: put it on any web server", folder.display());
    }
    Ok(())
}

fn write_index(file: &Path, index: &[u8]) -> Result<()> {
    write_file(file, index)?;
    eprintln!("index {}: {} bytes", file.display(), index.len());
    Ok(())
}

/// Checks before the work what would fail after it, and finds the shell where a page is wanted.
fn prepare(arguments: &Build) -> Result<Option<Shell>> {
    let wants_page = arguments.single.is_some() || arguments.out.is_some();
    if !wants_page && arguments.index.is_none() {
        return Err(WrongUsage(
            "say what to write: --single FILE.html, -o DIR or --index FILE".to_owned(),
        )
        .into());
    }
    let is_page = |name: &Path| {
        let extension = name.extension().unwrap_or_default();
        extension.eq_ignore_ascii_case("html") || extension.eq_ignore_ascii_case("htm")
    };
    if let Some(folder) = arguments.out.as_deref().filter(|name| is_page(name)) {
        let name = folder.display();
        return Err(WrongUsage(format!(
            "-o writes a folder, and {name} is the name of a page; write one file with --single {name}, or name a folder"
        ))
        .into());
    }
    if arguments.single.is_some() && arguments.single == arguments.index {
        return Err(
            WrongUsage("--single and --index name the same file; name two".to_owned()).into(),
        );
    }
    for file in [&arguments.single, &arguments.index, &arguments.report]
        .into_iter()
        .flatten()
    {
        check_is_no_text(file, &arguments.paths)?;
        check_writable(file)?;
    }
    if let Some(folder) = &arguments.out {
        check_is_no_text_folder(folder, &arguments.paths)?;
    }
    let mut shell = wants_page
        .then(|| Shell::find(arguments.shell.as_deref()))
        .transpose()?;
    if let Some(shell) = shell.as_mut().filter(|_| arguments.no_own_files) {
        shell.intake = None;
    }
    if let Some(folder) = arguments.out.as_deref().filter(|folder| folder.exists()) {
        create_folder(folder)?;
        check_writable(&folder.join("index.html"))?;
    }
    Ok(shell)
}

fn mending(arguments: &Build) -> Mending {
    let mut mending = Mending::all(!arguments.no_mending);
    for step in &arguments.leave {
        mending.switch_off(step);
    }
    mending
}

fn options(arguments: &Build) -> Options {
    Options {
        title: arguments.title.clone(),
        strict: arguments.strict,
        mending: mending(arguments),
        postings: match arguments.postings {
            Postings::Automatic => StoredPostings::Automatic,
            Postings::Stored => StoredPostings::Stored,
            Postings::Completed => StoredPostings::Completed,
        },
        quiet: false,
        report: arguments.report.clone(),
    }
}
