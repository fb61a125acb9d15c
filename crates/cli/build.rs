//! Embeds the compiled page shell, so that a publisher needs no Rust toolchain.
//!
//! `cargo xtask dist` builds the shell first and names its folder in `VADEMECUM_SHELL`. Without it the
//! command still builds and works for everything but pages, and says what it lacks
//! (`docs/decisions/0001-shell.md`).

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The files of a shell, in the order in which `src/page/shell.rs` embeds them.
const FILES: [&str; 8] = [
    "index.html",
    "boot.js",
    "vademecum.js",
    "vademecum.wasm",
    "vademecum.css",
    "workbench.js",
    "workbench.wasm",
    "workbench.css",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-env-changed=VADEMECUM_SHELL");
    println!("cargo::rustc-check-cfg=cfg(shell_inside)");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    match env::var_os("VADEMECUM_SHELL").filter(|dir| !dir.is_empty()) {
        Some(dir) => embed(Path::new(&dir), &out),
        None => Ok(()),
    }
}

fn embed(dir: &Path, out: &Path) -> Result<(), Box<dyn std::error::Error>> {
    for name in FILES {
        let file = dir.join(name);
        println!("cargo::rerun-if-changed={}", file.display());
        fs::copy(&file, out.join(name)).map_err(|error| {
            format!(
                "the page shell lacks {}: {error}; run `cargo xtask dist`",
                file.display()
            )
        })?;
    }
    println!("cargo::rustc-cfg=shell_inside");
    Ok(())
}
