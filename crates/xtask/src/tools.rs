//! The tools that Cargo can build: the wasm32 standard library, wasm-bindgen, trunk, cargo-deny.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::steps::{Steps, output, run};
use crate::versions::{CARGO_DENY, TRUNK};
use crate::workspace::{Workspace, cargo_home};

/// A command-line tool of which exactly one version will do.
#[derive(Clone, Debug)]
pub(crate) struct Tool {
    package: &'static str,
    binary: &'static str,
    version: String,
    features: &'static [&'static str],
}

impl Tool {
    /// The bundler of the hosted page.
    pub(crate) fn trunk() -> Self {
        // Its default features are the look for newer versions and downloads over TLS; neither is used.
        Self {
            package: "trunk",
            binary: "trunk",
            version: TRUNK.to_owned(),
            features: &["--no-default-features"],
        }
    }

    /// The checker of dependencies.
    pub(crate) fn cargo_deny() -> Self {
        Self {
            package: "cargo-deny",
            binary: "cargo-deny",
            version: CARGO_DENY.to_owned(),
            features: &["--no-default-features"],
        }
    }

    /// The generator of the JavaScript glue, in the version that the page was locked to.
    ///
    /// # Errors
    ///
    /// When `Cargo.lock` does not tell the version.
    pub(crate) fn wasm_bindgen(workspace: &Workspace) -> Result<Self> {
        Ok(Self {
            package: "wasm-bindgen-cli",
            binary: "wasm-bindgen",
            version: workspace.locked_version("wasm-bindgen")?,
            features: &[],
        })
    }

    /// The name on the command line.
    pub(crate) fn name(&self) -> &str {
        self.binary
    }

    /// The version asked for.
    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// The folder that holds this version alone.
    fn root(&self) -> Result<PathBuf> {
        let name = format!("{}-{}", self.package, self.version);
        Ok(cargo_home()?.join("vademecum-tools").join(name))
    }

    /// Where the right version is, if it is anywhere: PATH, Cargo's own folder, our own.
    pub(crate) fn find(&self) -> Result<Option<PathBuf>> {
        let name = format!("{}{}", self.binary, env::consts::EXE_SUFFIX);
        let mut places = on_path(&name);
        places.push(cargo_home()?.join("bin").join(&name));
        places.push(self.root()?.join("bin").join(&name));
        Ok(places.into_iter().find(|place| self.is_right(place)))
    }

    fn is_right(&self, place: &Path) -> bool {
        place.is_file()
            && output(Command::new(place).arg("--version"))
                .is_some_and(|line| names_version(&line, &self.version))
    }

    /// Finds the tool, or builds it once and keeps it below Cargo's home.
    ///
    /// # Errors
    ///
    /// When it can neither be found nor built; the message says how to install it by hand.
    pub(crate) fn ensure(&self, workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf> {
        if let Some(place) = self.find()? {
            return Ok(place);
        }
        let name = format!(
            "{} {}: building it once with cargo install",
            self.binary, self.version
        );
        steps.run(&name, || {
            self.install(workspace).with_context(|| {
                format!(
                    "install it by hand: cargo install --locked {}@{}",
                    self.package, self.version
                )
            })
        })
    }

    fn install(&self, workspace: &Workspace) -> Result<PathBuf> {
        let build = workspace.made().join("tool-build");
        // The crate's own lock file may name a version that a registry mirror does not have yet.
        if run(&mut self.install_command(&build, true)?).is_err() {
            println!("    its locked dependencies did not do; trying the newest fitting ones");
            run(&mut self.install_command(&build, false)?)?;
        }
        // Only the binary is needed from here on; a folder left behind costs disk and nothing else.
        let _ = fs::remove_dir_all(&build);
        self.find()?
            .context("it was built but does not say the right version")
    }

    fn install_command(&self, build: &Path, locked: bool) -> Result<Command> {
        let mut command = cargo();
        command.arg("install");
        command.args(locked.then_some("--locked"));
        command.arg(format!("{}@{}", self.package, self.version));
        command.args(["--bin", self.binary]).args(self.features);
        command.arg("--root").arg(self.root()?);
        command.env("CARGO_TARGET_DIR", build);
        // A tool that runs for a second a day need not be optimised for minutes.
        command.env("CARGO_PROFILE_RELEASE_LTO", "off");
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        command.env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        Ok(command)
    }
}

/// Makes sure that rustc can link for wasm32 with fat LTO.
///
/// # Errors
///
/// When no way leads there; the script says what was tried.
pub(crate) fn ensure_wasm_target(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    let script = workspace.root.join("crates/xtask/ensure-wasm-target.sh");
    steps.run("wasm32 standard library: trying a link", || {
        let status = Command::new("sh")
            .arg(&script)
            .status()
            .context("cannot start sh; without it run: rustup target add wasm32-unknown-unknown")?;
        if !status.success() {
            bail!("rustc cannot build for wasm32-unknown-unknown");
        }
        Ok(())
    })
}

/// Makes sure of `cargo fmt` and `cargo clippy`, which some ways of installing Rust leave out.
///
/// # Errors
///
/// When they are missing and rustup cannot add them.
pub(crate) fn ensure_components(steps: &mut Steps) -> Result<()> {
    let works = |name: &str| output(cargo().args([name, "--version"])).is_some();
    if works("fmt") && works("clippy") {
        return Ok(());
    }
    steps.run("rustfmt and clippy: adding them by rustup", || {
        run(Command::new("rustup").args(["component", "add", "rustfmt", "clippy"])).context(
            "install rustfmt and clippy for this Rust by hand (Debian: apt-get install rustfmt rust-clippy)",
        )
    })
}

/// Cargo, as it was called.
pub(crate) fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")))
}

/// All files of that name in the folders of PATH, in PATH's order.
pub(crate) fn on_path(name: &str) -> Vec<PathBuf> {
    let Some(path) = env::var_os("PATH") else {
        return Vec::new();
    };
    env::split_paths(&path)
        .map(|folder| folder.join(name))
        .filter(|file| file.is_file())
        .collect()
}

/// PATH with the folders of these tools in front, so that trunk finds the right ones.
///
/// # Errors
///
/// When a folder's name cannot stand in PATH.
pub(crate) fn path_with(tools: &[&Path]) -> Result<OsString> {
    let ours = tools
        .iter()
        .filter_map(|tool| tool.parent())
        .map(Path::to_path_buf);
    let theirs = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = ours.chain(env::split_paths(&theirs)).collect();
    env::join_paths(folders).context("a folder's name cannot stand in PATH")
}

fn names_version(line: &str, version: &str) -> bool {
    line.split_whitespace()
        .any(|word| word.trim_start_matches('v') == version)
}

#[cfg(test)]
mod tests {
    use super::names_version;

    #[test]
    fn only_the_whole_version_counts() {
        assert!(names_version("trunk 0.21.14", "0.21.14"));
        assert!(names_version("wasm-bindgen 0.2.130 (abcdef)", "0.2.130"));
        assert!(!names_version("trunk 0.21.140", "0.21.14"));
        assert!(!names_version("trunk 0.21.1", "0.21.14"));
    }
}
