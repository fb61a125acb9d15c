//! The size report: what a reader's browser has to fetch.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::chores::build_for_sizes;
use crate::node::has_node;
use crate::steps::run;
use crate::versions::NODE_MAJOR;
use crate::workspace::Workspace;

/// Reads the files named in its arguments and prints one line of sizes for each, and a sum. Of an index
/// (`docs/FORMAT.md`, "Container") the sections come first, each compressed by itself.
const MEASURE: &str = r#"
const fs = require("node:fs"), path = require("node:path"), zlib = require("node:zlib");
const brotli = (bytes) => zlib.brotliCompressSync(bytes, {params: {
  [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
  [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length}}).length;
const row = (name, ...numbers) =>
  console.log(name.padEnd(24) + numbers.map((n) => String(n).padStart(10)).join(""));
const sizes = (bytes) => [bytes.length, zlib.gzipSync(bytes, {level: 9}).length, brotli(bytes)];
const sections = (bytes) => {
  if (bytes.toString("latin1", 1, 5) !== "VADE") return;
  for (let i = 0; i < bytes.readUInt32LE(20); i++) {
    const entry = 24 + 16 * i, start = bytes.readUInt32LE(entry + 4);
    const section = bytes.subarray(start, start + bytes.readUInt32LE(entry + 8));
    row("  " + bytes.toString("latin1", entry, entry + 4), ...sizes(section));
  }
};
row("bytes", "raw", "gzip -9", "brotli 11");
const sums = [0, 0, 0];
for (const file of process.argv.slice(1)) {
  const bytes = fs.readFileSync(file);
  sections(bytes);
  const own = sizes(bytes);
  own.forEach((size, i) => { sums[i] += size; });
  row(path.basename(file), ...own);
}
if (process.argv.length > 2) row("together", ...sums);
"#;

/// Prints the sizes of the page shell and of the index of some texts (of the seeds, where `paths` is
/// empty), section by section, with the postings in the file and without.
///
/// # Errors
///
/// When Node is missing or a build fails.
pub(crate) fn report(workspace: &Workspace, paths: &[String]) -> Result<()> {
    if !has_node() {
        bail!("the size report needs Node {NODE_MAJOR} or newer for gzip and brotli");
    }
    build_for_sizes(workspace)?;
    let shell = workspace.shell();
    println!("\nthe page without a corpus");
    let parts = [
        "vademecum.wasm",
        "vademecum.js",
        "boot.js",
        "vademecum.css",
        "index.html",
    ];
    measure(&parts.map(|name| shell.join(name)))?;
    println!("\nthe workbench, loaded where a reader asks for more");
    let parts = ["workbench.wasm", "workbench.js", "workbench.css"];
    measure(&parts.map(|name| shell.join(name)))?;
    println!("\nwhat reads a reader's own files, loaded where one brings some");
    measure(&["intake.wasm", "intake.js"].map(|name| shell.join(name)))?;
    let texts: Vec<OsString> = match paths {
        [] => vec![workspace.seeds().into()],
        paths => paths.iter().map(OsString::from).collect(),
    };
    for postings in ["completed", "stored"] {
        let index = workspace.made().join(format!("{postings}.vade"));
        run(Command::new(workspace.cli())
            .arg("build")
            .args(&texts)
            .args(["--postings", postings, "--index"])
            .arg(&index))?;
        println!("\nthe index, text included, postings {postings}");
        measure(&[index])?;
    }
    Ok(())
}

fn measure(files: &[PathBuf]) -> Result<()> {
    let mut node = Command::new("node");
    node.arg("-e").arg(MEASURE).args(files);
    let status = node.status().context("the sizes could not be measured")?;
    if !status.success() {
        bail!("the sizes could not be measured: {status}");
    }
    Ok(())
}
