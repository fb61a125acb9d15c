//! What makes the page's wasm smaller than cargo's defaults do.
//!
//! Two steps. Always: no source places and no `Debug` output in the page, which would also carry the
//! builder's absolute paths to every reader. Where the standard library's source can be had: a
//! standard library of our own, in which a panic is a trap at once and carries no message; that takes
//! about a tenth off the page (figures in `docs/decisions/0001-shell.md`). Both are options that a
//! stable compiler keeps behind `RUSTC_BOOTSTRAP`, which is set for these builds alone.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::steps::{Steps, output};
use crate::workspace::Workspace;

/// No file names and line numbers, no `Debug` output.
const WITHOUT_PLACES: &str = "-Zlocation-detail=none -Zfmt-debug=none";

/// A panic is a trap at once; needs a standard library built the same way.
const IMMEDIATE_ABORT: &str = "-Zunstable-options -Cpanic=immediate-abort";

/// How long rustup may take to bring the source of the standard library.
const RUSTUP_SECONDS: u64 = 120;

/// How the page's wasm is compiled.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LeanStd {
    has_source: bool,
}

impl LeanStd {
    /// Looks for the source of the standard library and asks rustup for it where it is missing.
    ///
    /// Never fails: without the source the page is built with the standard library as it comes.
    pub(crate) fn ensure(steps: &mut Steps) -> Self {
        if has_source() {
            return Self { has_source: true };
        }
        steps.note("source of the standard library, for a smaller page: asking rustup");
        let has_source = rustup_adds_source() && has_source();
        if !has_source {
            steps.note(
                "rustup could not bring it; the page will be about a tenth larger \
                 (`rustup component add rust-src` mends that)",
            );
        }
        Self { has_source }
    }

    /// Whether the standard library is built for the page.
    pub(crate) fn has_source(self) -> bool {
        self.has_source
    }

    /// The folder for these builds: their own, since `RUSTC_BOOTSTRAP` makes Cargo build again what
    /// other builds share.
    pub(crate) fn target(workspace: &Workspace) -> PathBuf {
        workspace.target.join("page")
    }

    /// Makes `command`, cargo or a program that calls it, compile the page this way.
    pub(crate) fn apply(self, command: &mut Command, workspace: &Workspace) {
        let mut flags = WITHOUT_PLACES.to_owned();
        command
            .env("CARGO_TARGET_DIR", Self::target(workspace))
            .env("RUSTC_BOOTSTRAP", "1")
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS");
        if self.has_source {
            flags.push(' ');
            flags.push_str(IMMEDIATE_ABORT);
            command
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
        }
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    }
}

fn has_source() -> bool {
    output(Command::new("rustc").args(["--print", "sysroot"])).is_some_and(|sysroot| {
        Path::new(sysroot.trim())
            .join("lib/rustlib/src/rust/library/Cargo.lock")
            .is_file()
    })
}

fn rustup_adds_source() -> bool {
    let started = Command::new("rustup")
        .args(["component", "add", "rust-src"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut rustup) = started else {
        return false;
    };
    let begun = Instant::now();
    loop {
        match rustup.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if begun.elapsed() < Duration::from_secs(RUSTUP_SECONDS) => {
                std::thread::sleep(Duration::from_millis(100));
            }
            _ => {
                // A server that does not answer: the build goes on without.
                let _ = rustup.kill();
                let _ = rustup.wait();
                return false;
            }
        }
    }
}
