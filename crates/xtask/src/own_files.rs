//! The reading of own files: its script, and its place beside the page that trunk makes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::workspace::Workspace;

/// The script and the module, as the shell has them.
const FILES: [&str; 2] = ["intake.js", "intake.wasm"];

/// The script's parts, in `crates/intake/src/script/`: what a part does at once needs those before it.
const PARTS: [&str; 9] = [
    "worker", "servant", "parts", "telling", "reading", "bringing", "making", "keeping", "window",
];

/// What `vademecum build -o` writes, with names that no host is told to keep.
const LINK: &str = "<link rel=\"alternate\" type=\"application/wasm\" href=\"./intake.wasm\" \
     data-script=\"./intake.js\" id=\"vademecum-intake\">";

/// Returns the script: its parts in one scope, which no other script of the page sees.
///
/// # Errors
///
/// When a part cannot be read.
pub(crate) fn script(workspace: &Workspace) -> Result<String> {
    let folder = workspace.root.join("crates/intake/src/script");
    let mut script = String::from("(() => {\n\"use strict\";\n");
    for part in PARTS {
        let path = folder.join(part).with_extension("js");
        let part =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        script.push_str(&part);
    }
    script.push_str("})();\n");
    Ok(script)
}

/// Copies script and module from the shell into `dist`, and names them in its page.
///
/// # Errors
///
/// When a file cannot be read or written, or the page has no head.
pub(crate) fn add(shell: &Path, dist: &Path) -> Result<()> {
    for name in FILES {
        fs::copy(shell.join(name), dist.join(name))
            .with_context(|| format!("cannot copy {name} from {}", shell.display()))?;
    }
    let path = dist.join("index.html");
    let page =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let (before, after) = page.split_once("</head>").context("the page has no head")?;
    fs::write(&path, format!("{before}{LINK}</head>{after}"))
        .with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::add;
    use std::fs;

    #[test]
    fn trunks_page_names_what_reads_own_files() {
        let folder = std::env::temp_dir().join(format!("vademecum-own-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let (shell, dist) = (folder.join("shell"), folder.join("dist"));
        for place in [&shell, &dist] {
            fs::create_dir_all(place).expect("a folder");
        }
        for name in super::FILES {
            fs::write(shell.join(name), "x").expect("written");
        }
        fs::write(dist.join("index.html"), "<head></head><body></body>").expect("written");
        add(&shell, &dist).expect("added");
        let page = fs::read_to_string(dist.join("index.html")).expect("the page");
        assert!(page.contains("data-script=\"./intake.js\""), "{page}");
        assert!(dist.join("intake.wasm").is_file());
        fs::remove_dir_all(folder).expect("removed");
    }
}
