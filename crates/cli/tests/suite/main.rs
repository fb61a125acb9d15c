//! The command as its users meet it: arguments in, output and exit code out.

mod answers;
mod bad_input;
mod building;
mod export;
mod layers;
mod linguistics;
mod reports;
mod settings;
mod three_documents;
mod watching;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder for one test, emptied when the test begins.
pub(crate) fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder is writable");
    folder
}

/// Writes a file into a test's folder and returns its path.
pub(crate) fn file(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a file has a folder")).expect("writable");
    fs::write(&path, content).expect("writable");
    path
}

/// What a run of the command left behind.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs the command.
pub(crate) fn run<I: IntoIterator<Item = S>, S: AsRef<std::ffi::OsStr>>(arguments: I) -> Run {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(env!("CARGO_BIN_EXE_vademecum"))
        .args(arguments)
        .env_remove("VADEMECUM_SHELL")
        .output()
        .expect("the command starts");
    Run {
        code: status.code().expect("the command ends by itself"),
        stdout: String::from_utf8(stdout).expect("output is UTF-8"),
        stderr: String::from_utf8(stderr).expect("messages are UTF-8"),
    }
}

/// Runs the command and expects success.
pub(crate) fn output_of(arguments: &[&str]) -> String {
    let run = run(arguments);
    assert_eq!(run.code, 0, "{arguments:?}: {}", run.stderr);
    run.stdout
}

/// Runs a command with `--format json` and reads its output.
pub(crate) fn json_of(arguments: &[&str]) -> serde_json::Value {
    serde_json::from_str(&output_of(arguments)).expect("output is JSON")
}

/// Returns a path as an argument.
pub(crate) fn text(path: &Path) -> &str {
    path.to_str().expect("test folders have plain names")
}
