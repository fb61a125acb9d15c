//! The page's wasm and what is made of it: the shell for the command-line tool, and `dist/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::content_policy;
use crate::exports;
use crate::node::ensure_wasm_opt;
use crate::own_files;
use crate::stamp::{self, Inputs};
use crate::steps::{Steps, output, run};
use crate::style_sheet;
use crate::tools::{Tool, cargo, ensure_wasm_target, path_with};
use crate::versions::{TRUNK, WASM_OPT, WASM_TARGET};
use crate::workspace::Workspace;

/// Crates that no byte of the page comes from.
const NOT_IN_THE_PAGE: [&str; 3] = ["cli", "evaluation", "xtask"];

/// Cargo's profile for the page, in the root's `Cargo.toml`.
const PAGE_PROFILE: &str = "page";

/// The profile of a build that somebody waits for while working on the page: `VADEMECUM_PAGE=quick`. Its modules
/// are large and slow and no measure of anything.
const QUICK_PROFILE: &str = "page-quick";

/// Passes of wasm-opt: against a single `-Oz` they take another hundredth off what is sent, and half of one more where
/// sums with small numbers go into the addresses. That counts on nothing being read below byte 1024, where only the last
/// of the stack lies: a program that deep stops a little sooner than it would have.
const SMALLEST: [&str; 5] = [
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
];

/// For a module of several megabytes, for which the others take minutes.
const SMALL: [&str; 1] = ["-Oz"];

/// No file names, line numbers and `Debug` output in the page: they were a fiftieth of it and carried
/// the builder's absolute paths. A stable compiler keeps the options behind `RUSTC_BOOTSTRAP`.
const LEAN_FLAGS: &str = "-Zlocation-detail=none -Zfmt-debug=none";

/// A build of the page.
struct Module {
    package: &'static str,
    binary: &'static str,
    /// Name of its files in the shell.
    name: &'static str,
    /// Name of its glue's object in the page; two modules meet there.
    global: &'static str,
    /// Whether a style sheet that index.html names is its own.
    has_style: fn(&str) -> bool,
    /// A script that follows the glue in one file with it.
    script: Option<fn(&Workspace) -> Result<String>>,
    /// What wasm-opt does to it.
    passes: &'static [&'static str],
}

/// Style sheets below this folder are those of the workbench.
const WORKBENCH: &str = "crates/workbench/";

/// The page that gives the first answer, the one with everything (`docs/decisions/0001-shell.md`), and what reads a
/// reader's own files (`docs/decisions/0005-own-files.md`).
const MODULES: [Module; 3] = [
    Module {
        package: "vademecum-page",
        binary: "vademecum-page",
        name: "vademecum",
        global: "wasm_bindgen",
        has_style: |href| !href.starts_with(WORKBENCH),
        script: None,
        passes: &SMALLEST,
    },
    Module {
        package: "workbench",
        binary: "vademecum-workbench",
        name: "workbench",
        global: "vademecum_workbench",
        has_style: |href| href.starts_with(WORKBENCH),
        script: None,
        passes: &SMALLEST,
    },
    Module {
        package: "intake",
        binary: "intake",
        name: "intake",
        global: "vademecum_intake",
        has_style: |_| false,
        script: Some(own_files::script),
        passes: &SMALL,
    },
];

/// The tools of one build, found or installed.
#[derive(Debug)]
pub(crate) struct Toolbox {
    wasm_bindgen: PathBuf,
    wasm_opt: Option<PathBuf>,
    /// `None`: `dist/` is packed by our own command-line tool.
    trunk: Option<PathBuf>,
}

impl Toolbox {
    /// Makes sure of everything that a build needs.
    ///
    /// # Errors
    ///
    /// When a tool cannot be had.
    pub(crate) fn ensure(
        workspace: &Workspace,
        with_trunk: bool,
        steps: &mut Steps,
    ) -> Result<Self> {
        ensure_wasm_target(workspace, steps)?;
        let wasm_opt = ensure_wasm_opt(workspace, steps)?;
        let wasm_bindgen = Tool::wasm_bindgen(workspace)?.ensure(workspace, steps)?;
        let trunk = match (&wasm_opt, with_trunk) {
            (Some(_), true) => Some(
                Tool::trunk()
                    .ensure(workspace, steps)
                    .context("trunk is missing; --no-trunk builds without it")?,
            ),
            (None, true) => {
                // Trunk would look for its own wasm-opt in the network and stop there.
                steps.note("without wasm-opt trunk cannot run; dist/ will be packed without it");
                None
            }
            (_, false) => None,
        };
        Ok(Self {
            wasm_bindgen,
            wasm_opt,
            trunk,
        })
    }

    /// Whether `dist/` comes from trunk.
    pub(crate) fn has_trunk(&self) -> bool {
        self.trunk.is_some()
    }
}

/// Builds the shell: the page without a corpus, in `target/vademecum/shell`.
///
/// Its files are described in `docs/decisions/0001-shell.md`.
///
/// # Errors
///
/// When a part of the build fails.
pub(crate) fn build_shell(workspace: &Workspace, tools: &Toolbox, steps: &mut Steps) -> Result<()> {
    let stamp = page_inputs(workspace, tools)?.stamp();
    let stamp_file = workspace.made().join("shell.stamp");
    if stamp::is_current(&stamp_file, &stamp) && workspace.shell().join("index.html").is_file() {
        steps.note("page shell: nothing changed");
        return Ok(());
    }
    steps.run(
        "page shell: the page without a corpus, for the command-line tool",
        || {
            compile_modules(workspace)?;
            let staging = workspace.made().join("shell-staging");
            empty(&staging)?;
            for module in &MODULES {
                bind(workspace, tools, module, &staging)?;
            }
            let index = read(&workspace.root.join("index.html"))?;
            for module in &MODULES {
                let style = style(workspace, &index, module.has_style)?;
                if !style.is_empty() {
                    fs::write(staging.join(module.name).with_extension("css"), style)?;
                }
            }
            fs::write(staging.join("index.html"), &index)?;
            let boot = staging.join("boot.js");
            fs::write(&boot, read(&workspace.root.join("src/boot.js"))?)?;
            if tools.wasm_opt.is_some() {
                minify(workspace, &boot)?;
            }
            replace(&staging, &workspace.shell())?;
            stamp::write(&stamp_file, &stamp)
        },
    )
}

/// Builds `dist/` with trunk, the corpus inside the wasm.
///
/// # Errors
///
/// When trunk fails, or the build has no trunk.
pub(crate) fn build_dist_with_trunk(
    workspace: &Workspace,
    tools: &Toolbox,
    steps: &mut Steps,
) -> Result<()> {
    let mut inputs = page_inputs(workspace, tools)?;
    inputs.setting(("trunk", TRUNK));
    inputs.path(&workspace.seeds())?;
    let stamp = inputs.stamp();
    let stamp_file = workspace.made().join("dist.stamp");
    if stamp::is_current(&stamp_file, &stamp) && workspace.dist().join("index.html").is_file() {
        steps.note("dist/: nothing changed");
        return Ok(());
    }
    steps.run("dist/: the page of the seeds, by trunk", || {
        // An interrupted build must not leave a stamp that vouches for it.
        let _ = fs::remove_file(&stamp_file);
        let mut trunk = trunk(workspace, tools)?;
        lean(&mut trunk, workspace);
        run(trunk.args([
            "build",
            "--release",
            "--cargo-profile",
            profile(),
            "--offline=true",
        ]))?;
        content_policy::apply(&workspace.dist())?;
        own_files::add(&workspace.shell(), &workspace.dist())?;
        stamp::write(&stamp_file, &stamp)
    })
}

/// Trunk, in the workspace, with the right tools in front of any others.
///
/// # Errors
///
/// When the toolbox is without trunk.
pub(crate) fn trunk(workspace: &Workspace, tools: &Toolbox) -> Result<Command> {
    let (Some(trunk), Some(wasm_opt)) = (&tools.trunk, &tools.wasm_opt) else {
        bail!("trunk needs wasm-opt, and wasm-opt needs Node");
    };
    let mut command = Command::new(trunk);
    command
        .current_dir(&workspace.root)
        .env("PATH", path_with(&[wasm_opt, &tools.wasm_bindgen])?)
        .env("CARGO_TARGET_DIR", &workspace.target)
        // Trunk reads this as one of its own options and refuses the usual value of 1.
        .env_remove("NO_COLOR");
    Ok(command)
}

/// Makes a script shorter; its globals keep their names.
fn minify(workspace: &Workspace, script: &Path) -> Result<()> {
    let terser = workspace.npm().join("node_modules/.bin/terser");
    run(Command::new(terser)
        .arg(script)
        .args(["--compress", "--mangle", "--output"])
        .arg(script))
}

/// The folder for builds of the page: their own, since `RUSTC_BOOTSTRAP` makes Cargo build again what
/// other builds share.
fn page_target(workspace: &Workspace) -> PathBuf {
    workspace.target.join("page")
}

/// Makes `command`, cargo or a program that calls it, leave out of the page what no reader sees.
fn lean(command: &mut Command, workspace: &Workspace) {
    command
        .env("CARGO_TARGET_DIR", page_target(workspace))
        .env("RUSTC_BOOTSTRAP", "1")
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", LEAN_FLAGS);
}

/// Makes the glue and the finished module of one build of the page.
fn bind(workspace: &Workspace, tools: &Toolbox, module: &Module, staging: &Path) -> Result<()> {
    run(Command::new(&tools.wasm_bindgen)
        .args(["--target", "no-modules", "--no-typescript"])
        .args(["--no-modules-global", module.global])
        .args(["--out-name", module.name, "--out-dir"])
        .arg(staging)
        .arg(built(workspace, module)))?;
    let glue = staging.join(module.name).with_extension("js");
    if let Some(script) = module.script {
        fs::write(&glue, read(&glue)? + &script(workspace)?)?;
    }
    let raw = staging.join(format!("{}_bg.wasm", module.name));
    let finished = staging.join(module.name).with_extension("wasm");
    match tools
        .wasm_opt
        .as_ref()
        .filter(|_| profile() == PAGE_PROFILE)
    {
        Some(wasm_opt) => {
            minify(workspace, &glue)?;
            let bytes = fs::read(&raw)?;
            fs::write(&raw, exports::without_unused(&bytes)?)?;
            run(Command::new(wasm_opt)
                .args(module.passes)
                .arg(&raw)
                .arg("-o")
                .arg(&finished))?;
            Ok(fs::remove_file(&raw)?)
        }
        None => Ok(fs::rename(&raw, &finished)?),
    }
}

fn profile() -> &'static str {
    let is_quick = std::env::var_os("VADEMECUM_PAGE").is_some_and(|wish| wish == "quick");
    if is_quick {
        QUICK_PROFILE
    } else {
        PAGE_PROFILE
    }
}

fn built(workspace: &Workspace, module: &Module) -> PathBuf {
    let folder = page_target(workspace).join(WASM_TARGET).join(profile());
    folder.join(module.binary).with_extension("wasm")
}

fn compile_modules(workspace: &Workspace) -> Result<()> {
    let mut command = cargo();
    lean(&mut command, workspace);
    run(command
        .args(["build", "--profile", profile(), "--target", WASM_TARGET])
        .args(MODULES.iter().flat_map(|module| ["-p", module.package]))
        .current_dir(&workspace.root)
        // Empty: no corpus inside. Only the page's own crate is built again when this changes.
        .env("VADEMECUM_SEEDS", ""))
}

fn page_inputs(workspace: &Workspace, tools: &Toolbox) -> Result<Inputs> {
    let mut inputs = Inputs::new();
    inputs.setting(output(Command::new("rustc").arg("-vV")));
    inputs.setting(workspace.locked_version("wasm-bindgen")?);
    inputs.setting(tools.wasm_opt.is_some().then_some(WASM_OPT));
    inputs.setting(LEAN_FLAGS);
    inputs.setting(profile());
    let pieces = [
        "Cargo.toml",
        "Cargo.lock",
        "Trunk.toml",
        "build.rs",
        "index.html",
    ];
    for name in pieces
        .into_iter()
        .chain(["src", "style", "public", ".cargo"])
    {
        inputs.path(&workspace.root.join(name))?;
    }
    for crate_folder in sorted_entries(&workspace.root.join("crates"))? {
        let name = crate_folder.file_name().unwrap_or_default();
        if !NOT_IN_THE_PAGE.iter().any(|other| name == *other) {
            inputs.path(&crate_folder.join("src"))?;
            inputs.path(&crate_folder.join("Cargo.toml"))?;
            inputs.path(&crate_folder.join("style"))?;
            inputs.path(&crate_folder.join("build.rs"))?;
        }
    }
    Ok(inputs)
}

/// The style sheets of one module that index.html asks trunk for, in its order, as one.
fn style(workspace: &Workspace, index: &str, is_its: fn(&str) -> bool) -> Result<String> {
    let mut style = String::new();
    for href in style_sheets(index) {
        if !is_its(href) {
            continue;
        }
        let sheet = read(&workspace.root.join(href))?;
        style.push_str(&style_sheet::packed(&sheet));
    }
    Ok(style)
}

fn style_sheets(index: &str) -> Vec<&str> {
    index
        .split("<link")
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
        .filter(|tag| tag.contains("data-trunk") && attribute(tag, "rel") == Some("css"))
        .filter_map(|tag| attribute(tag, "href"))
        .collect()
}

fn attribute<'tag>(tag: &'tag str, name: &str) -> Option<&'tag str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn sorted_entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        entries.push(entry?.path());
    }
    entries.sort();
    Ok(entries)
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

/// Puts a finished folder in the place of another one.
fn replace(finished: &Path, place: &Path) -> Result<()> {
    if place.exists() {
        fs::remove_dir_all(place)?;
    }
    fs::rename(finished, place).with_context(|| format!("cannot put {} in place", place.display()))
}

#[cfg(test)]
mod tests {
    use super::style_sheets;

    #[test]
    fn style_sheets_are_those_that_trunk_would_take() {
        let index = "<head><link data-trunk rel=\"rust\" href=\"Cargo.toml\">\n\
            <link data-trunk rel=\"css\" href=\"style/a.css\" />\
            <link rel=\"icon\" href=\"i.svg\"><link rel=\"css\" data-trunk href=\"style/b.css\"></head>";
        assert_eq!(style_sheets(index), ["style/a.css", "style/b.css"]);
    }
}
