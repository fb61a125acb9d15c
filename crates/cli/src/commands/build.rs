//! `vademecum build`.

use crate::arguments::{Build, Postings, WrongUsage};
use crate::build::{Built, Options, build};
use crate::layers;
use crate::output::{
    check_is_no_text, check_is_no_text_folder, check_writable, create_folder, settled, stream_file,
    write_file,
};
use crate::page::{Publication, Shell, single_page, write_hosted};
use crate::watch::Watch;
use anyhow::Result;
use index::{Index, StoredPostings};
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
    let built = build(&arguments.paths, &options(arguments))?;
    if let Some(file) = &arguments.index {
        let n_bytes = write_index(arguments, &built.index, file)?;
        eprintln!("index {}: {n_bytes} bytes", file.display());
    }
    let n = built.n_documents;
    if let Some(shell) = shell {
        write_pages(arguments, shell, built)?;
    }
    eprintln!(
        "{n} {} in {:.1} s",
        if n == 1 { "document" } else { "documents" },
        started.elapsed().as_secs_f64()
    );
    Ok(())
}

fn write_pages(arguments: &Build, shell: &Shell, built: Built) -> Result<()> {
    let index = Index::open(built.index.into())?;
    let publication = Publication {
        index: &index,
        title: &built.title,
        url: arguments.url.as_deref(),
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
        write_hosted(shell, &publication, folder)?;
        eprintln!("folder {}: put it on any web server", folder.display());
    }
    Ok(())
}

/// Writes the index, with its layers where they are asked for, and returns its length. A page shows none of
/// them, so that it is packed without.
fn write_index(arguments: &Build, index: &[u8], file: &Path) -> Result<usize> {
    if !arguments.layers {
        write_file(file, index)?;
        return Ok(index.len());
    }
    let authority = crate::texts::authority(&arguments.paths)?;
    let index = layers::add(index, &authority)?;
    write_file(file, &index)?;
    Ok(index.len())
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
    let shell = wants_page
        .then(|| Shell::find(arguments.shell.as_deref()))
        .transpose()?;
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
