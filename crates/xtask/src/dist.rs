//! `cargo xtask dist`: what is given to publishers, in `target/dist`.
//!
//! The command with the page inside, its manual pages and completions, made by the command itself, and
//! `SHA256SUMS` over all of them.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::steps::{output, run};
use crate::workspace::Workspace;

/// Largest command that is given away; the page inside is about a tenth of it.
const LARGEST_BYTES: u64 = 15_000_000;

/// Shells and the names under which they look for completions.
const COMPLETIONS: [(&str, &str); 4] = [
    ("bash", "vademecum.bash"),
    ("zsh", "_vademecum"),
    ("fish", "vademecum.fish"),
    ("powershell", "_vademecum.ps1"),
];

/// Fills `target/dist` anew from the release build.
///
/// # Errors
///
/// When the command is larger than it may be, or a file cannot be written.
pub(crate) fn collect(workspace: &Workspace) -> Result<()> {
    let folder = workspace.target.join("dist");
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder.join("completions"))?;
    let built = workspace.cli();
    let command = folder.join(built.file_name().context("the command has a name")?);
    fs::copy(&built, &command).with_context(|| format!("cannot write {}", command.display()))?;
    run(Command::new(&command)
        .arg("manual")
        .arg("-o")
        .arg(folder.join("man")))?;
    for (shell, name) in COMPLETIONS {
        let script = Command::new(&command)
            .args(["completions", shell])
            .output()?;
        if !script.status.success() {
            bail!("`vademecum completions {shell}` failed");
        }
        fs::write(folder.join("completions").join(name), script.stdout)?;
    }
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(workspace.root.join(licence), folder.join(licence))?;
    }
    let files = files_below(&folder)?;
    fs::write(folder.join("SHA256SUMS"), sums(&folder, &files)?)?;
    let n_bytes = fs::metadata(&command)?.len();
    println!(
        "{}  {n_bytes} bytes, {} files with it",
        command.display(),
        files.len()
    );
    if n_bytes > LARGEST_BYTES {
        bail!("the command has {n_bytes} bytes, at most {LARGEST_BYTES} are meant");
    }
    Ok(())
}

/// Returns the names of all files below a folder, with `/`, sorted.
fn files_below(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    let mut pending = vec![folder.to_path_buf()];
    while let Some(next) = pending.pop() {
        for entry in fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                pending.push(path);
            } else {
                let below = path.strip_prefix(folder)?.to_string_lossy();
                files.push(below.replace('\\', "/"));
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Returns the lines that `sha256sum --check` reads.
fn sums(folder: &Path, files: &[String]) -> Result<String> {
    let sums = ["sha256sum", "shasum"].into_iter().find_map(|program| {
        let mut command = Command::new(program);
        if program == "shasum" {
            command.args(["-a", "256"]);
        }
        output(command.args(files).current_dir(folder))
    });
    let sums = sums.context("neither sha256sum nor shasum is on PATH")?;
    Ok(format!("{sums}\n"))
}

#[cfg(all(test, unix))]
mod tests {
    use super::{LARGEST_BYTES, collect};
    use crate::workspace::Workspace;
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;
    use std::process::Command;

    /// Stands for the command: writes a manual page, and prints which shell it was asked for.
    const COMMAND: &str = "#!/bin/sh\ncase $1 in\n\
        manual) mkdir -p \"$3\" && echo page > \"$3/vademecum.1\";;\n\
        completions) echo \"for $2\";;\nesac\nexit 0\n";

    #[test]
    fn a_release_has_all_files_with_their_sums_and_is_not_too_large() {
        let target = std::env::temp_dir().join(format!("xtask-dist-{}", std::process::id()));
        let root = Workspace::find().expect("the checkout").root;
        let workspace = Workspace {
            root,
            target: target.clone(),
        };
        let command = workspace.cli();
        fs::create_dir_all(command.parent().expect("a folder")).expect("writable");
        fs::write(&command, COMMAND).expect("writable");
        fs::set_permissions(&command, fs::Permissions::from_mode(0o755)).expect("ours");
        let left_over = target.join("dist").join("old.1");
        fs::create_dir_all(target.join("dist")).expect("writable");
        fs::write(&left_over, "").expect("writable");
        collect(&workspace).expect("a release");
        assert!(!left_over.exists(), "no file of an earlier release stays");
        let sums = fs::read_to_string(target.join("dist/SHA256SUMS")).expect("written");
        let names: Vec<&str> = sums
            .lines()
            .filter_map(|line| line.split("  ").nth(1))
            .collect();
        assert_eq!(
            names,
            [
                "LICENSE-APACHE",
                "LICENSE-MIT",
                "completions/_vademecum",
                "completions/_vademecum.ps1",
                "completions/vademecum.bash",
                "completions/vademecum.fish",
                "man/vademecum.1",
                "vademecum"
            ]
        );
        let checked = Command::new("sha256sum")
            .args(["--check", "--quiet", "SHA256SUMS"])
            .current_dir(target.join("dist"))
            .status();
        assert!(checked.is_ok_and(|status| status.success()));
        let large = format!("{COMMAND}{}", "#".repeat(LARGEST_BYTES as usize));
        fs::write(&command, large).expect("writable");
        let refused = collect(&workspace).expect_err("too large");
        assert!(refused.to_string().contains("at most"), "{refused}");
        fs::remove_dir_all(target).expect("removed");
    }
}
