//! The chores: what each `cargo xtask` command does, as a list of steps.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::dist;
use crate::node::{Browsers, ensure_browsers, ensure_npm_folder, has_node};
use crate::server;
use crate::shell::{Toolbox, build_dist_with_trunk, build_shell, trunk};
use crate::steps::{Steps, run};
use crate::supply;
use crate::tools::{cargo, ensure_components};
use crate::versions::{NODE_MAJOR, WASM_TARGET};
use crate::workspace::Workspace;

/// The title of the demonstration corpus, as in `build.rs`.
const SEEDS_TITLE: &str = "The Fall of Damascus";

/// What runs in the page, and so has to pass clippy for wasm32 as well.
const IN_THE_PAGE: [&str; 21] = [
    "vademecum-page",
    "calendar",
    "english",
    "json",
    "sorting",
    "corpus",
    "analysis",
    "index",
    "query",
    "search",
    "protocol",
    "engine",
    "linguistics",
    "annotation",
    "authority",
    "citation",
    "desk",
    "workbench",
    "readers",
    "publication",
    "intake",
];

/// Tools only: everything that a build and the tests need.
///
/// # Errors
///
/// When a tool cannot be had.
pub(crate) fn set_up(workspace: &Workspace) -> Result<()> {
    let mut steps = Steps::new();
    Toolbox::ensure(workspace, true, &mut steps)?;
    if has_node() {
        ensure_npm_folder(workspace, &mut steps)?;
        ensure_browsers(&mut steps)?;
    } else {
        steps.note(&format!(
            "no Node {NODE_MAJOR} or newer: the browser tests cannot run here"
        ));
    }
    steps.finish("set up");
    Ok(())
}

/// The shell, the command-line tool, `dist/` and the single file of the seeds.
///
/// # Errors
///
/// When a part of the build fails.
pub(crate) fn build(workspace: &Workspace, with_trunk: bool) -> Result<()> {
    let mut steps = Steps::new();
    build_all(workspace, with_trunk, &mut steps)?;
    steps.finish("built");
    Ok(())
}

/// Builds all and serves `dist/` until interrupted.
///
/// # Errors
///
/// When the build fails or the port is taken.
pub(crate) fn build_and_serve(
    workspace: &Workspace,
    with_trunk: bool,
    port: Option<u16>,
    serves: bool,
) -> Result<()> {
    let mut steps = Steps::new();
    build_all(workspace, with_trunk, &mut steps)?;
    steps.finish("built");
    println!("one file: {}", workspace.single_file().display());
    println!("command:  {}", workspace.cli().display());
    if serves {
        serve(&workspace.dist(), port)?;
    }
    Ok(())
}

/// Trunk with any arguments, such as `serve`, and the tools that it needs.
///
/// # Errors
///
/// When a tool cannot be had, or trunk fails.
pub(crate) fn call_trunk(workspace: &Workspace, arguments: &[String]) -> Result<()> {
    let tools = Toolbox::ensure(workspace, true, &mut Steps::new())?;
    run(trunk(workspace, &tools)?.args(arguments))
}

/// Measured quality: runs `program` of the package `evaluation`, with its own arguments.
///
/// # Errors
///
/// When the build fails, or what is measured on cannot be read.
pub(crate) fn evaluate(workspace: &Workspace, program: &str, arguments: &[String]) -> Result<()> {
    let mut cargo = project_cargo(workspace);
    cargo.args([
        "run",
        "--release",
        "--quiet",
        "--package",
        "evaluation",
        "--bin",
        program,
        "--",
    ]);
    run(cargo.args(arguments))
}

/// Serves a folder until interrupted.
///
/// # Errors
///
/// When there is no page in it, or the port is taken.
pub(crate) fn serve(folder: &Path, port: Option<u16>) -> Result<()> {
    if !folder.join("index.html").is_file() {
        bail!(
            "{} has no index.html; run `cargo xtask build` first",
            folder.display()
        );
    }
    let listener = server::listen(port)?;
    println!(
        "page:     {}  (Ctrl-C ends it)",
        server::address(&listener)?
    );
    server::serve(&listener, folder);
    Ok(())
}

/// Every check and test; `quick` leaves out what needs the built page or a browser.
///
/// # Errors
///
/// At the first step that fails.
pub(crate) fn test(workspace: &Workspace, quick: bool) -> Result<()> {
    let mut steps = Steps::new();
    if !quick && !has_node() {
        bail!(
            "the browser tests need Node {NODE_MAJOR} or newer on PATH; `cargo xtask test --quick` runs the others"
        );
    }
    ensure_components(&mut steps)?;
    // What is cheap and fails often comes first.
    steps.run("formatting", || {
        run(cargo()
            .args(["fmt", "--all", "--check"])
            .current_dir(&workspace.root))
    })?;
    supply::check_if_there(workspace, &mut steps)?;
    let tools = Toolbox::ensure(workspace, !quick, &mut steps)?;
    build_shell(workspace, &tools, &mut steps)?;
    steps.run("clippy", || {
        run(project_cargo(workspace).args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]))
    })?;
    steps.run("clippy for wasm32", || {
        let mut clippy = project_cargo(workspace);
        clippy.args(["clippy", "--target", WASM_TARGET]);
        for package in IN_THE_PAGE {
            clippy.args(["-p", package]);
        }
        run(clippy.args(["--", "-D", "warnings"]))
    })?;
    steps.run("tests", || {
        run(project_cargo(workspace).args(["test", "--workspace"]))
    })?;
    if !quick {
        ensure_npm_folder(workspace, &mut steps)?;
        let browsers = ensure_browsers(&mut steps)?;
        build_pages(workspace, &tools, &mut steps)?;
        steps.run("browser tests", || browser_tests(workspace, &browsers))?;
    }
    steps.finish("all tests passed");
    Ok(())
}

/// The command-line tool for others, with what belongs to it, in `target/dist`.
///
/// # Errors
///
/// When the build fails.
pub(crate) fn dist(workspace: &Workspace) -> Result<()> {
    let mut steps = Steps::new();
    let tools = Toolbox::ensure(workspace, false, &mut steps)?;
    build_shell(workspace, &tools, &mut steps)?;
    build_cli(workspace, &mut steps)?;
    steps.run("target/dist: manual, completions, checksums", || {
        dist::collect(workspace)
    })?;
    steps.finish("release");
    Ok(())
}

/// Builds what the size report looks at.
///
/// # Errors
///
/// When the build fails.
pub(crate) fn build_for_sizes(workspace: &Workspace) -> Result<()> {
    let mut steps = Steps::new();
    let tools = Toolbox::ensure(workspace, false, &mut steps)?;
    build_shell(workspace, &tools, &mut steps)?;
    build_cli(workspace, &mut steps)
}

fn build_all(workspace: &Workspace, with_trunk: bool, steps: &mut Steps) -> Result<()> {
    let tools = Toolbox::ensure(workspace, with_trunk, steps)?;
    build_shell(workspace, &tools, steps)?;
    build_pages(workspace, &tools, steps)
}

/// The command-line tool and both pages of the seeds.
fn build_pages(workspace: &Workspace, tools: &Toolbox, steps: &mut Steps) -> Result<()> {
    build_cli(workspace, steps)?;
    if tools.has_trunk() {
        build_dist_with_trunk(workspace, tools, steps)?;
    } else {
        // The next build with trunk must not take this folder for its own.
        let _ = fs::remove_file(workspace.made().join("dist.stamp"));
        steps.run("dist/: the page of the seeds, packed by vademecum", || {
            if workspace.dist().exists() {
                fs::remove_dir_all(workspace.dist())?;
            }
            run(vademecum_build(workspace).arg("-o").arg(workspace.dist()))
        })?;
    }
    steps.run(
        "one file: the page of the seeds, packed by vademecum",
        || {
            run(vademecum_build(workspace)
                .arg("--single")
                .arg(workspace.single_file()))
        },
    )
}

/// `vademecum build` of the seeds, under the title that the page's `build.rs` gives them.
fn vademecum_build(workspace: &Workspace) -> Command {
    let mut command = Command::new(workspace.cli());
    command.arg("build").arg(workspace.seeds());
    if std::env::var_os("VADEMECUM_SEEDS").is_none() {
        command.args(["--title", SEEDS_TITLE]);
    }
    command
}

fn build_cli(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    steps.run("command-line tool, with the page shell inside", || {
        run(project_cargo(workspace).args(["build", "--release", "-p", "vademecum-cli"]))
    })
}

/// Cargo in the workspace, with the page shell handed to the command-line tool's build.
pub(crate) fn project_cargo(workspace: &Workspace) -> Command {
    let mut command = cargo();
    command.current_dir(&workspace.root);
    // Always the same value, or each command would build the tool anew.
    command.env("VADEMECUM_SHELL", workspace.shell());
    command
}

fn browser_tests(workspace: &Workspace, browsers: &Browsers) -> Result<()> {
    run(Command::new("node")
        .args(["--test", "--test-concurrency=1", "--test-reporter=spec"])
        .current_dir(workspace.npm())
        .env("CHROMIUM", &browsers.chromium)
        .env("FIREFOX", &browsers.firefox)
        .env("VADEMECUM_DIST", workspace.dist())
        .env("VADEMECUM_SINGLE", workspace.single_file())
        .env("VADEMECUM_CLI", workspace.cli())
        .env(
            "VADEMECUM_SCREENSHOTS",
            workspace.made().join("screenshots"),
        ))
}
