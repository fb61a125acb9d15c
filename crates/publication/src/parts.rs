//! The parts of a single file that do not depend on the corpus.

/// What a single file consists of, its corpus aside.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'p> {
    /// The project's `index.html`, with the markers that [`crate::template`] looks for.
    pub markup: &'p str,
    /// Starts the page (`src/boot.js`).
    pub boot: &'p str,
    /// wasm-bindgen's glue of the program, in its classic form.
    pub glue: &'p str,
    /// All styles.
    pub style: &'p str,
    /// The program.
    pub program: Module<'p>,
    /// What reads a reader's own files, where it goes along.
    pub intake: Option<Intake<'p>>,
}

/// The reading of own files (`crates/intake`).
#[derive(Debug, Clone, Copy)]
pub struct Intake<'p> {
    /// Its glue and its script in one; it runs in the page and in workers.
    pub script: &'p str,
    /// Its module.
    pub module: Module<'p>,
}

/// A wasm module.
#[derive(Debug, Clone, Copy)]
pub enum Module<'p> {
    /// As it is.
    Plain(&'p [u8]),
    /// As a page holds it: gzipped by [`crate::gzip`], in base64.
    Packed(&'p str),
}
