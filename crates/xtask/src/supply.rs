//! What the dependencies are: their licences, where they come from, what is known against them (`deny.toml`).

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::steps::{Steps, output, run};
use crate::tools::Tool;
use crate::workspace::Workspace;

/// `cargo deny check`, its tool built once where it is missing.
///
/// # Errors
///
/// When the tool cannot be had, or finds what `deny.toml` refuses.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let mut steps = Steps::new();
    let tool = Tool::cargo_deny().ensure(workspace, &mut steps)?;
    check_with(workspace, &tool, &mut steps)?;
    steps.finish("dependencies checked");
    Ok(())
}

/// The same among other tests, which build no tool for it: without one they say so and go on.
///
/// # Errors
///
/// When the tool finds what `deny.toml` refuses.
pub(crate) fn check_if_there(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    match Tool::cargo_deny().find()? {
        Some(tool) => check_with(workspace, &tool, steps),
        None => {
            steps.note(
                "dependencies: not checked, cargo-deny is not here; `cargo xtask deny` builds it",
            );
            Ok(())
        }
    }
}

fn check_with(workspace: &Workspace, tool: &Path, steps: &mut Steps) -> Result<()> {
    steps.run("dependencies: versions, licences, sources", || {
        run(deny(workspace, tool).args([
            "check",
            "--hide-inclusion-graph",
            "bans",
            "licenses",
            "sources",
        ]))
    })?;
    // The list of advisories is on another machine.
    if output(deny(workspace, tool).args(["fetch", "db"])).is_none() {
        steps.note("dependencies: advisories not checked, their list cannot be fetched from here");
        return Ok(());
    }
    steps.run("dependencies: advisories", || {
        run(deny(workspace, tool).args(["check", "--disable-fetch", "advisories"]))
    })
}

fn deny(workspace: &Workspace, tool: &Path) -> Command {
    let mut command = Command::new(tool);
    command
        .current_dir(&workspace.root)
        .args(["--locked", "--workspace"]);
    command
}
