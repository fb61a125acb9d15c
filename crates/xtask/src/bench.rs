//! Benchmarks: the engine's parts, and the whole page in Chromium beside its peers.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::chores::{build_for_sizes, project_cargo};
use crate::node::{ensure_browsers, ensure_npm_folder, has_node};
use crate::steps::{Steps, run};
use crate::versions::NODE_MAJOR;
use crate::workspace::Workspace;

/// The peers of the table, one configuration each: the one that ranks best.
const PEERS: [&str; 7] = [
    "blank",
    "minisearch@stem",
    "flexsearch",
    "pagefind",
    "orama@stem",
    "lunr",
    "sqlite-fts5@porter",
];

/// The peers that manage a hundred thousand documents within minutes.
const PEERS_AT_100K: [&str; 4] = ["blank", "flexsearch", "pagefind", "sqlite-fts5@porter"];

/// Our ways to carry postings.
const OURS: [&str; 2] = ["ours@completed", "ours@stored"];

/// What a copy of the harness leaves out: what it makes and installs itself.
const NOT_COPIED: [&str; 4] = ["work", "node_modules", ".venv", ".git"];

/// What `cargo xtask bench` is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Options {
    /// The engine's parts instead of the page.
    pub(crate) micro: bool,
    /// The further views of a hosted page instead: its folder.
    pub(crate) views: Option<String>,
    /// Measure the peers in the same run.
    pub(crate) peers: bool,
    /// Real-time scheduling, for a machine that has other work.
    pub(crate) real_time: bool,
    /// Corpora by name, separated by commas.
    pub(crate) corpora: String,
}

/// Runs the benchmarks and prints their table; the table is also kept in `target/vademecum/bench/results.md`.
///
/// # Errors
///
/// When the harness is not there, or a part of the run fails.
pub(crate) fn bench(workspace: &Workspace, options: &Options) -> Result<()> {
    if options.micro {
        let parts = ["bench", "--package", "engine", "--bench", "parts"];
        return run(project_cargo(workspace).args(parts));
    }
    if let Some(folder) = &options.views {
        let mut steps = Steps::new();
        ensure_npm_folder(workspace, &mut steps)?;
        let browsers = ensure_browsers(&mut steps)?;
        let mut browse = in_real_time("node", options.real_time);
        browse
            .arg("measure/views.mjs")
            .arg(fs::canonicalize(folder).with_context(|| format!("no folder {folder}"))?);
        let browse = browse.env("CHROMIUM", &browsers.chromium);
        return run(browse.current_dir(workspace.npm()));
    }
    let shared = shared_harness(workspace);
    if !shared.join("measure.mjs").is_file() {
        bail!(
            "the peer benchmark is not there ({}); VADEMECUM_BENCH names its folder, and \
             `cargo xtask bench --micro` needs none",
            shared.display()
        );
    }
    if !has_node() {
        bail!("the peer benchmark needs Node {NODE_MAJOR} or newer");
    }
    build_for_sizes(workspace)?;
    let mut steps = Steps::new();
    let harness = prepare(workspace, &shared, options, &mut steps)?;
    for corpus in options.corpora.split(',') {
        steps.run(&format!("{corpus}: build and measure"), || {
            measure(workspace, &harness, corpus, options)
        })?;
    }
    steps.finish("measured");
    print_table(workspace, &harness, options)
}

/// The harness that other projects use as well: `VADEMECUM_BENCH`, or a folder beside this checkout.
fn shared_harness(workspace: &Workspace) -> PathBuf {
    match std::env::var_os("VADEMECUM_BENCH") {
        Some(folder) if !folder.is_empty() => workspace.root.join(folder),
        _ => workspace.root.join("../shared/bench"),
    }
}

/// Copies the harness, adds our adapter, installs the peers and makes the corpora where they are missing.
fn prepare(
    workspace: &Workspace,
    shared: &Path,
    options: &Options,
    steps: &mut Steps,
) -> Result<PathBuf> {
    let harness = workspace.made().join("bench");
    copy(shared, &harness)?;
    let adapter = workspace.root.join("benches/peers/ours");
    copy(&adapter, &harness.join("adapters/ours"))?;
    if !harness
        .join("node_modules/playwright-core/package.json")
        .is_file()
    {
        steps.run("peers from npm", || {
            run(Command::new("npm")
                .args(["install", "--no-audit", "--no-fund", "--loglevel=error"])
                .current_dir(&harness))
        })?;
    }
    let is_there = |corpus: &str| {
        harness
            .join("work/corpora")
            .join(corpus)
            .join("meta.json")
            .is_file()
    };
    if !options.corpora.split(',').all(is_there) {
        steps.run("corpora, from packages of Debian", || {
            let mut python = Command::new("python3");
            python.arg("prepare_corpora.py").current_dir(&harness);
            let seeds = workspace.root.join("../shared/seeds");
            run(python.env("SEEDS_DIR", seeds))
        })?;
    }
    Ok(harness)
}

/// Copies what is in `from` to `to`, folder by folder; what a run has left in `to` stays.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let context = || format!("cannot copy {} to {}", from.display(), to.display());
    fs::create_dir_all(to).with_context(context)?;
    for entry in fs::read_dir(from).with_context(context)? {
        let entry = entry.with_context(context)?;
        let name = entry.file_name();
        if NOT_COPIED.iter().any(|left_out| name == *left_out) {
            continue;
        }
        if entry.path().is_dir() {
            copy(&entry.path(), &to.join(name))?;
        } else {
            fs::copy(entry.path(), to.join(name)).with_context(context)?;
        }
    }
    Ok(())
}

fn measure(workspace: &Workspace, harness: &Path, corpus: &str, options: &Options) -> Result<()> {
    let is_large = corpus == "k100";
    let peers = match (options.peers, is_large) {
        (false, _) => &[][..],
        (true, false) => &PEERS[..],
        (true, true) => &PEERS_AT_100K[..],
    };
    let systems = [&OURS[..], peers].concat().join(",");
    let repeats = if is_large { "1" } else { "3" };
    let mut build = Command::new("node");
    build.args(["build.mjs", corpus, &systems, "--repeat", repeats]);
    build.args(options.real_time.then_some("--rt"));
    run(build.current_dir(harness).env("VADEMECUM", workspace.cli()))?;
    let mut browse = in_real_time("node", options.real_time);
    browse.args(["measure.mjs", corpus, &systems]);
    if is_large {
        browse.args(["--repeat", "3", "--passes", "2"]);
    }
    run(browse.current_dir(harness))
}

/// Returns a program, before all others where that is wanted.
fn in_real_time(program: &str, is_wanted: bool) -> Command {
    if !is_wanted {
        return Command::new(program);
    }
    let mut command = Command::new("chrt");
    command.args(["-r", "1", program]);
    command
}

fn print_table(workspace: &Workspace, harness: &Path, options: &Options) -> Result<()> {
    let output = Command::new("node")
        .arg(workspace.root.join("benches/peers/table.mjs"))
        .arg(harness)
        .args(options.corpora.split(','))
        .output()
        .context("cannot start node")?;
    if !output.status.success() {
        bail!(
            "the table failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let file = harness.join("results.md");
    fs::write(&file, &output.stdout).with_context(|| format!("cannot write {}", file.display()))?;
    println!(
        "\n{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        file.display()
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::copy;

    #[test]
    fn a_copy_leaves_out_what_is_made_and_keeps_what_is_there() {
        let folder = std::env::temp_dir().join(format!("vademecum-bench-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        for (inside, name) in [
            ("from/lib", "a.mjs"),
            ("from/work", "made"),
            ("to/work", "kept"),
        ] {
            let inside = folder.join(inside);
            fs::create_dir_all(&inside).expect("a folder for the test");
            fs::write(inside.join(name), name).expect("a file for the test");
        }
        copy(&from, &to).expect("copied");
        assert!(to.join("lib/a.mjs").is_file() && to.join("work/kept").is_file());
        assert!(!to.join("work/made").exists());
        fs::remove_dir_all(&folder).expect("the test's own folder");
    }
}
