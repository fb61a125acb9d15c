//! What comes through Node: the locked npm folder, wasm-opt, browsers for the tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::stamp;
use crate::steps::{Steps, output, run};
use crate::tools::on_path;
use crate::versions::{NODE_MAJOR, WASM_OPT};
use crate::workspace::Workspace;

/// The major version of the Node on PATH, if there is one.
pub(crate) fn node_major() -> Option<u32> {
    let version = output(Command::new("node").arg("--version"))?;
    version
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// Whether Node is there and new enough.
pub(crate) fn has_node() -> bool {
    node_major().is_some_and(|major| major >= NODE_MAJOR)
}

/// Fills `tests/e2e/node_modules` from the lock file, unless that was done for this lock file.
///
/// # Errors
///
/// When npm is missing or fails.
pub(crate) fn ensure_npm_folder(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    let folder = workspace.npm();
    let stamp_file = folder.join("node_modules").join(".vademecum-stamp");
    let mut inputs = stamp::Inputs::new();
    inputs.path(&folder.join("package-lock.json"))?;
    inputs.path(&folder.join("package.json"))?;
    let stamp = inputs.stamp();
    if stamp::is_current(&stamp_file, &stamp) {
        return Ok(());
    }
    steps.run(
        "npm folder tests/e2e: wasm-opt and the drivers of the browsers",
        || {
            // None of the packages needs its install script, and some would download browsers.
            run(Command::new("npm")
                .args([
                    "ci",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--loglevel=error",
                ])
                .current_dir(&folder))
            .context("npm could not install tests/e2e; try `npm ci` in that folder")?;
            stamp::write(&stamp_file, &stamp)
        },
    )
}

/// The `wasm-opt` of the right version, or `None` with a note of what that costs.
///
/// # Errors
///
/// When Node is there and npm fails.
pub(crate) fn ensure_wasm_opt(workspace: &Workspace, steps: &mut Steps) -> Result<Option<PathBuf>> {
    if !has_node() {
        steps.note(&format!(
            "no Node {NODE_MAJOR} or newer, so no wasm-opt {WASM_OPT}: the page's wasm will be about a tenth larger"
        ));
        return Ok(None);
    }
    ensure_npm_folder(workspace, steps)?;
    match find_wasm_opt(workspace) {
        Some(found) => Ok(Some(found)),
        None => bail!("npm's binaryen gave no wasm-opt {WASM_OPT}; see tests/e2e/package.json"),
    }
}

/// A `wasm-opt` of exactly the wanted version, in the npm folder or on PATH.
pub(crate) fn find_wasm_opt(workspace: &Workspace) -> Option<PathBuf> {
    let mut places = vec![workspace.npm().join("node_modules/.bin/wasm-opt")];
    places.extend(on_path("wasm-opt"));
    places
        .into_iter()
        .find(|place| place.exists() && wasm_opt_version(place) == Some(WASM_OPT))
}

/// The version that a `wasm-opt` says it has.
pub(crate) fn wasm_opt_version(place: &Path) -> Option<u32> {
    let line = output(Command::new(place).arg("--version"))?;
    line.split_whitespace().find_map(|word| word.parse().ok())
}

/// The browsers that the end-to-end tests drive.
#[derive(Debug)]
pub(crate) struct Browsers {
    /// Chromium, or Chrome.
    pub(crate) chromium: PathBuf,
    /// Firefox, best the extended support release.
    pub(crate) firefox: PathBuf,
}

/// Finds both browsers, or installs Debian's where that is possible.
///
/// # Errors
///
/// When one is missing and cannot be installed; the message says how to.
pub(crate) fn ensure_browsers(steps: &mut Steps) -> Result<Browsers> {
    if let Some(found) = find_browsers() {
        return Ok(found);
    }
    if is_root() && !on_path("apt-get").is_empty() {
        steps.run(
            "browsers: installing Debian's Chromium and Firefox ESR",
            || {
                let apt = |words: &[&str]| {
                    run(Command::new("apt-get")
                        .args(words)
                        .env("DEBIAN_FRONTEND", "noninteractive"))
                };
                // A source that does not answer need not matter for the two packages.
                if apt(&["-qq", "update"]).is_err() {
                    println!("    some package lists are old");
                }
                apt(&[
                    "-qq",
                    "install",
                    "-y",
                    "--no-install-recommends",
                    "chromium",
                    "firefox-esr",
                ])
            },
        )?;
    }
    find_browsers().context(
        "the browser tests need Chromium and Firefox; install them (Debian: apt-get install chromium firefox-esr) \
         or set CHROMIUM and FIREFOX to their paths",
    )
}

/// Both browsers, if both are there.
pub(crate) fn find_browsers() -> Option<Browsers> {
    Some(Browsers {
        chromium: find_browser(
            "CHROMIUM",
            &["chromium", "chromium-browser", "google-chrome"],
        )?,
        firefox: find_browser("FIREFOX", &["firefox-esr", "firefox"])?,
    })
}

fn find_browser(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(given) = std::env::var_os(variable) {
        return Some(PathBuf::from(given)).filter(|path| path.is_file());
    }
    names
        .iter()
        .find_map(|name| on_path(name).into_iter().next())
}

fn is_root() -> bool {
    fs::read_to_string("/proc/self/status").is_ok_and(|status| {
        status
            .lines()
            .find_map(|line| line.strip_prefix("Uid:"))
            .and_then(|ids| ids.split_whitespace().nth(1))
            == Some("0")
    })
}
