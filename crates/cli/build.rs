//! Embeds the compiled page shell, so that a publisher needs no Rust toolchain.
//!
//! `cargo xtask dist` builds the shell first and names its folder in `VADEMECUM_SHELL`. A release build without that
//! variable, such as `cargo install --path crates/cli`, takes the shell that `cargo xtask build` left in the target
//! folder. Without either the command still builds and works for everything but pages, and says what it lacks
//! (`docs/decisions/0001-shell.md`).

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The files of a shell, in the order in which `src/page/shell.rs` embeds them.
const FILES: [&str; 10] = [
    "index.html",
    "boot.js",
    "vademecum.js",
    "vademecum.wasm",
    "vademecum.css",
    "workbench.js",
    "workbench.wasm",
    "workbench.css",
    "intake.js",
    "intake.wasm",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-env-changed=VADEMECUM_SHELL");
    println!("cargo::rustc-check-cfg=cfg(shell_inside)");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    if let Some(dir) = env::var_os("VADEMECUM_SHELL").filter(|dir| !dir.is_empty()) {
        return embed(Path::new(&dir), &out);
    }
    // Builds for tests are the same whether a page was built before or not.
    if env::var("PROFILE").as_deref() != Ok("release") {
        return Ok(());
    }
    match left_by_xtask() {
        Some(dir) => {
            println!(
                "cargo::warning=the page is that of the last `cargo xtask build`, in {}",
                dir.display()
            );
            embed(&dir, &out)
        }
        None => {
            println!(
                "cargo::warning=no page shell: this command will write indexes (--index), and pages only with \
                 --shell; `cargo xtask build` before this makes it complete"
            );
            Ok(())
        }
    }
}

/// Returns the shell in Cargo's target folder, where all of it is there.
fn left_by_xtask() -> Option<PathBuf> {
    println!("cargo::rerun-if-env-changed=CARGO_TARGET_DIR");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR")?).join("../..");
    let target = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    let dir = root
        .canonicalize()
        .ok()?
        .join(target)
        .join("vademecum/shell");
    let is_whole = FILES.iter().all(|name| dir.join(name).is_file());
    is_whole.then_some(dir)
}

fn embed(dir: &Path, out: &Path) -> Result<(), Box<dyn std::error::Error>> {
    for name in FILES {
        let file = dir.join(name);
        println!("cargo::rerun-if-changed={}", file.display());
        let bytes = fs::read(&file).map_err(|error| {
            format!(
                "the page shell lacks {}: {error}; run `cargo xtask dist`",
                file.display()
            )
        })?;
        // A quarter of the bytes; unpacking takes some hundredths of a second.
        let packed = fs::File::create(out.join(format!("{name}.gz")))?;
        let mut packed = GzEncoder::new(packed, Compression::best());
        packed.write_all(&bytes)?;
        packed.finish()?;
    }
    println!("cargo::rustc-cfg=shell_inside");
    Ok(())
}
