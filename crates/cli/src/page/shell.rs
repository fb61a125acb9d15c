//! The compiled page: markup, glue, wasm and style, the same for every corpus.

use anyhow::{Context, Result, bail};
use publication::{Module, Parts};
use std::borrow::Cow;
use std::path::Path;

/// The parts of a page that do not depend on the corpus.
#[derive(Debug)]
pub(crate) struct Shell {
    /// The project's `index.html`, with the markers that [`publication::template`] looks for.
    pub(crate) markup: Cow<'static, str>,
    /// Starts the page: finds wasm and index, unpacks them, hands them to the glue.
    pub(crate) boot: Cow<'static, str>,
    /// wasm-bindgen's glue in its classic (`no-modules`) form.
    pub(crate) glue: Cow<'static, str>,
    /// The styles that the first answer needs.
    pub(crate) style: Cow<'static, str>,
    /// The optimised wasm module that gives the first answer.
    pub(crate) wasm: Cow<'static, [u8]>,
    /// The same page with everything.
    pub(crate) workbench: Workbench,
    /// What reads a reader's own files; nothing in a page that is made without.
    pub(crate) intake: Option<Intake>,
}

/// The module that reads own files, loaded when a reader brings some.
#[derive(Debug)]
pub(crate) struct Intake {
    /// Its glue and its script.
    pub(crate) script: Cow<'static, str>,
    /// Its optimised module.
    pub(crate) wasm: Cow<'static, [u8]>,
}

/// The larger build of the page, which takes the place of the smaller one where a reader asks for more.
#[derive(Debug)]
pub(crate) struct Workbench {
    /// Its glue, with a global name of its own.
    pub(crate) glue: Cow<'static, str>,
    /// The styles that it needs beside the others.
    pub(crate) style: Cow<'static, str>,
    /// Its optimised module.
    pub(crate) wasm: Cow<'static, [u8]>,
}

impl Shell {
    /// Returns the shell in `dir`, else the one inside this binary.
    pub(crate) fn find(dir: Option<&Path>) -> Result<Self> {
        if let Some(dir) = dir {
            return Self::read(dir);
        }
        if INSIDE.is_empty() {
            bail!(
                "this copy of vademecum was built without the page shell, so it can write indexes (--index) but no \
                 pages; in its checkout `cargo xtask dist` builds the complete command, and so does `cargo install \
                 --path crates/cli` after `cargo xtask build`; or name a shell folder with --shell"
            );
        }
        Self::of(&|name| {
            let part = INSIDE.iter().find(|(known, _)| *known == name);
            let (_, packed) = part.with_context(|| format!("this command lacks {name}"))?;
            Ok(super::unpacked(packed)?)
        })
    }

    /// Returns the styles of a single file, in one.
    pub(crate) fn single_style(&self) -> String {
        [&*self.style, &*self.workbench.style].concat()
    }

    /// Returns the parts of a single file; `style` is [`Self::single_style`].
    pub(crate) fn parts<'s>(&'s self, style: &'s str) -> Parts<'s> {
        Parts {
            markup: &self.markup,
            boot: &self.boot,
            glue: &self.workbench.glue,
            style,
            program: Module::Plain(&self.workbench.wasm),
            intake: self.intake.as_ref().map(|intake| publication::Intake {
                script: &intake.script,
                module: Module::Plain(&intake.wasm),
            }),
        }
    }

    fn read(dir: &Path) -> Result<Self> {
        if !dir.is_dir() {
            bail!(
                "{} is not a folder; --shell names the folder that `cargo xtask build` fills",
                dir.display()
            );
        }
        Self::of(&|name| {
            let file = dir.join(name);
            std::fs::read(&file).with_context(|| format!("the page shell lacks {}", file.display()))
        })
    }

    fn of(bytes: &dyn Fn(&str) -> Result<Vec<u8>>) -> Result<Self> {
        let text = |name: &str| -> Result<Cow<'static, str>> {
            Ok(String::from_utf8(bytes(name)?)
                .with_context(|| format!("{name} of the page shell is not UTF-8"))?
                .into())
        };
        Ok(Self {
            markup: text("index.html")?,
            boot: text("boot.js")?,
            glue: text("vademecum.js")?,
            style: text("vademecum.css")?,
            wasm: bytes("vademecum.wasm")?.into(),
            workbench: Workbench {
                glue: text("workbench.js")?,
                style: text("workbench.css")?,
                wasm: bytes("workbench.wasm")?.into(),
            },
            intake: Some(Intake {
                script: text("intake.js")?,
                wasm: bytes("intake.wasm")?.into(),
            }),
        })
    }
}

/// A file of the shell as `build.rs` packed it.
#[cfg(shell_inside)]
macro_rules! packed {
    ($name:literal) => {
        (
            $name,
            include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".gz")).as_slice(),
        )
    };
}

/// The files of the shell inside this binary, each as a gzip member; none where it was built without.
#[cfg(shell_inside)]
const INSIDE: &[(&str, &[u8])] = &[
    packed!("index.html"),
    packed!("boot.js"),
    packed!("vademecum.js"),
    packed!("vademecum.wasm"),
    packed!("vademecum.css"),
    packed!("workbench.js"),
    packed!("workbench.wasm"),
    packed!("workbench.css"),
    packed!("intake.js"),
    packed!("intake.wasm"),
];

#[cfg(not(shell_inside))]
const INSIDE: &[(&str, &[u8])] = &[];
