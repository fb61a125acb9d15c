//! The size report: what a reader's browser has to fetch.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::chores::build_for_sizes;
use crate::node::has_node;
use crate::steps::run;
use crate::versions::NODE_MAJOR;
use crate::workspace::Workspace;

/// Reads the files named in its arguments and prints one line of sizes for each, and a sum.
const MEASURE: &str = r#"
const fs = require("node:fs"), path = require("node:path"), zlib = require("node:zlib");
const brotli = (bytes) => zlib.brotliCompressSync(bytes, {params: {
  [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
  [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length}}).length;
const row = (name, ...numbers) =>
  console.log(name.padEnd(24) + numbers.map((n) => String(n).padStart(10)).join(""));
row("bytes", "raw", "gzip -9", "brotli 11");
const sums = [0, 0, 0];
for (const file of process.argv.slice(1)) {
  const bytes = fs.readFileSync(file);
  const sizes = [bytes.length, zlib.gzipSync(bytes, {level: 9}).length, brotli(bytes)];
  sizes.forEach((size, i) => { sums[i] += size; });
  row(path.basename(file), ...sizes);
}
if (process.argv.length > 2) row("together", ...sums);
"#;

/// Prints the sizes of the page shell and of the index of the seeds, section by section.
///
/// # Errors
///
/// When Node is missing or a build fails.
pub(crate) fn report(workspace: &Workspace) -> Result<()> {
    if !has_node() {
        bail!("the size report needs Node {NODE_MAJOR} or newer for gzip and brotli");
    }
    build_for_sizes(workspace)?;
    let measure = |files: &[_]| {
        run_quiet(Command::new("node").arg("-e").arg(MEASURE).args(files))
            .context("the sizes could not be measured")
    };
    let shell = workspace.shell();
    println!("\nthe page without a corpus");
    measure(&["vademecum.wasm", "vademecum.js", "vademecum.css"].map(|name| shell.join(name)))?;
    let index = workspace.made().join("seeds.index");
    run(Command::new(workspace.cli())
        .arg("build")
        .arg(workspace.seeds())
        .arg("--index")
        .arg(&index))?;
    println!("\nthe index of the seeds, text included");
    measure(std::slice::from_ref(&index))?;
    println!("\nits sections");
    run_quiet(Command::new(workspace.cli()).arg("inspect").arg(&index))
}

fn run_quiet(command: &mut Command) -> Result<()> {
    let status = command.status()?;
    if !status.success() {
        bail!("{status}");
    }
    Ok(())
}
