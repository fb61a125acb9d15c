//! What is installed, what is wanted.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::node::{find_browsers, find_wasm_opt, node_major, wasm_opt_version};
use crate::steps::output;
use crate::tools::{Tool, on_path};
use crate::versions::{NODE_MAJOR, WASM_OPT};
use crate::workspace::Workspace;

/// Prints one line for each tool; installs nothing.
///
/// # Errors
///
/// When `Cargo.lock` or Cargo's home cannot be found.
pub(crate) fn report(workspace: &Workspace) -> Result<()> {
    line("tool", "wanted", "found");
    let rustc = output(Command::new("rustc").arg("--version"));
    line(
        "rustc",
        concat!(env!("CARGO_PKG_RUST_VERSION"), " or newer"),
        found(rustc.as_deref()),
    );
    for tool in [
        Tool::wasm_bindgen(workspace)?,
        Tool::trunk(),
        Tool::cargo_deny(),
    ] {
        let place = tool.find()?;
        line(
            tool.name(),
            tool.version(),
            found(place.as_deref().and_then(Path::to_str)),
        );
    }
    let node = node_major().map(|major| major.to_string());
    line(
        "node",
        &format!("{NODE_MAJOR} or newer"),
        found(node.as_deref()),
    );
    let wasm_opt = find_wasm_opt(workspace);
    line(
        "wasm-opt",
        &WASM_OPT.to_string(),
        found(wasm_opt.as_deref().and_then(Path::to_str)),
    );
    for other in on_path("wasm-opt") {
        if let Some(version) = wasm_opt_version(&other).filter(|version| *version != WASM_OPT) {
            println!("  {} is version {version} and is not used", other.display());
        }
    }
    let browsers = find_browsers();
    let chromium = browsers.as_ref().and_then(|both| both.chromium.to_str());
    let firefox = browsers.as_ref().and_then(|both| both.firefox.to_str());
    line("chromium", "for the tests", found(chromium));
    line("firefox", "for the tests", found(firefox));
    println!("`cargo xtask setup` installs what is missing");
    Ok(())
}

fn found(what: Option<&str>) -> &str {
    what.unwrap_or("-")
}

fn line(tool: &str, wanted: &str, found: &str) {
    println!("{tool:<14}{wanted:<18}{found}");
}
